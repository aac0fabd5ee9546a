"""The commands that are named as next steps."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crickets.cli.next_steps import next_steps, of_config
from tests.cli.home import Home, a_silence, days_ago


@pytest.fixture(autouse=True)
def _nothing_named() -> Iterator[None]:
    """No config is named afterwards either."""
    yield
    of_config(None)


@pytest.fixture
def wide(home: Home) -> Home:
    """A home with a terminal on which no command is broken into lines."""
    home.monkeypatch.setenv("COLUMNS", "500")
    return home


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


def test_the_ledger_of_the_machines_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root looks at it by its folder: a command without that would begin a second ledger, and lay second drafts."""
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/my crickets")
    of_config(Path("/etc/crickets/config.toml"))
    told = "STATE_DIRECTORY='/var/lib/my crickets' crickets --config /etc/crickets/config.toml once"

    assert next_steps("`crickets once` reads") == f"`{told}` reads"
    monkeypatch.setenv("SUDO_UID", "1000")
    sudo = "sudo " if os.geteuid() == 0 else ""
    assert next_steps(next_steps("`crickets once` reads")) == f"`{sudo}{told}` reads"


def test_what_an_error_says(home: Home) -> None:
    """What is to be done after a mistake in the config is for that config."""
    home.config.write_text("[me]\n")

    assert f"then run `{home.command} check`" in home("status").err


@pytest.mark.parametrize("command", [("clients",), ("preview",), ("status",)])
def test_before_anything_was_read(wide: Home, command: tuple[str, ...]) -> None:
    """What is to be done first is for that config."""
    wide.configure()

    assert f"`{wide.command} once` reads your mail" in wide(*command).out


@pytest.mark.parametrize("command", [("preview",), ("show", "anna"), ("status",)])
def test_what_a_page_says_of_a_thread(wide: Home, command: tuple[str, ...]) -> None:
    """What would settle a thread is for that config; in JSON the sentence is as it is kept."""
    wide.configure(more='\n[[rules]]\nmatch = { to = "anna@*" }\nplan = "invoice"\n')
    wide.remember(*a_silence(2))

    told = wide(*command)

    assert f"`{wide.command} invoice add " in told.out
    assert "`crickets invoice" not in told.out
    assert "`crickets invoice add " in wide(*command, "--json").out


def test_what_stands_between_a_page_and_its_evidence(wide: Home) -> None:
    """An account in which nobody is signed in is told of with the command for that config."""
    wide.configure()
    with wide.ledger() as ledger:
        ledger.note_problem("work", "nobody has signed in yet. Run `crickets auth login work`.", days_ago(0))

    for command in ("clients", "preview", "status"):
        assert f"Run `{wide.command} auth login work`" in wide(command).out
