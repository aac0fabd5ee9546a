"""The one look at the environment."""

from __future__ import annotations

import pytest

from crickets.config.environment import environment


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """It's what the process has, as of the look."""
    monkeypatch.setenv("CRICKETS_CONFIG", "/before.toml")
    seen = environment()
    monkeypatch.setenv("CRICKETS_CONFIG", "/after.toml")

    assert seen["CRICKETS_CONFIG"] == "/before.toml"
