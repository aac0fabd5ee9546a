"""An authority, and a browser at hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.authority import Authority, an_authority


@pytest.fixture
def authority() -> Iterator[Authority]:
    """One that agrees to everything."""
    with an_authority() as running:
        yield running
