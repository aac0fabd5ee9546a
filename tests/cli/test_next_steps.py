"""The commands that are named as next steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.cli.next_steps import next_steps, of_config
from tests.cli.home import Home


@pytest.fixture(autouse=True)
def _nothing_named() -> Iterator[None]:
    """No config is named afterwards either."""
    yield
    of_config(None)


def test_a_config_that_was_named() -> None:
    """Each command names it, in full and as a shell takes it; one that does so already is left alone."""
    of_config(Path("/home/dana/my shop.toml"))
    named = "crickets --config '/home/dana/my shop.toml'"

    assert next_steps("Mend it, then run `crickets check`.") == f"Mend it, then run `{named} check`."
    assert next_steps(f"`{named} once`, or `crickets run`") == f"`{named} once`, or `{named} run`"
    assert next_steps("crickets: a daemon") == "crickets: a daemon"


def test_no_config_that_was_named() -> None:
    """The usual one is meant by the bare command."""
    of_config(None)

    assert next_steps("Run `crickets check`.") == "Run `crickets check`."


def test_what_an_error_says(home: Home) -> None:
    """What is to be done after a mistake in the config is for that config."""
    home.config.write_text("[me]\n")

    assert f"then run `{home.command} check`" in home("status").err
