"""A home for whoever follows the pages."""

from __future__ import annotations

from tests.cli.conftest import _no_log_left_behind, home

__all__ = ["_no_log_left_behind", "home"]
