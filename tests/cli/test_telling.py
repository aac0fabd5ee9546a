"""Errors as their owner reads them."""

from __future__ import annotations

import io

import pytest

from crickets.cli.telling import tell
from crickets.errors import (
    ConfigError,
    CricketsError,
    ExitCode,
    LedgerBusy,
    LedgerUnusable,
    LoginRefused,
    Refused,
    Surprise,
    Transient,
)


@pytest.mark.parametrize(
    ("error", "told", "code"),
    [
        (
            ConfigError(("config.toml: me.timezone: is wrong", "config.toml: track: too"), remedy="Mend it."),
            "config.toml: me.timezone: is wrong\nconfig.toml: track: too\nMend it.\n",
            ExitCode.CONFIG,
        ),
        (Transient("it is away", remedy="Wait."), "it is away\nWait.\n", ExitCode.TEMPORARY_FAILURE),
        (
            Refused("opening INBOX", answer="[NOPERM] no", remedy="Ask them."),
            "opening INBOX: [NOPERM] no\nAsk them.\n",
            ExitCode.TEMPORARY_FAILURE,
        ),
        (
            LoginRefused("not let in", answer="no", remedy="Check it."),
            "not let in: no\nCheck it.\n",
            ExitCode.NO_PERMISSION,
        ),
        (Surprise("odd", wire=b"* ?", remedy="Report it."), "odd\nReport it.\n", ExitCode.TEMPORARY_FAILURE),
        (LedgerUnusable("disk full", remedy="Free it."), "disk full\nFree it.\n", ExitCode.IO_ERROR),
        (LedgerBusy("in use", remedy="Wait."), "in use\nWait.\n", ExitCode.TEMPORARY_FAILURE),
    ],
)
def test_each_family(capsys: pytest.CaptureFixture[str], error: CricketsError, told: str, code: ExitCode) -> None:
    """What is the matter, then what to do, on stderr; the exit code is the family's."""
    answered = tell(error)

    assert (answered, *capsys.readouterr()) == (code, "", told)


def test_an_account(capsys: pytest.CaptureFixture[str]) -> None:
    """With several accounts the first line names the one."""
    tell(Transient("it is away", remedy="Wait."), about="work")

    assert capsys.readouterr().err == "work: it is away\nWait.\n"


def test_a_server_that_swears(capsys: pytest.CaptureFixture[str]) -> None:
    """A server's words can't drive the terminal, nor look like markup."""
    tell(Refused("no", answer="\x1b[2J[red]gone[/red]\r\nx", remedy="Wait."))

    assert capsys.readouterr().err == "no: \\x1b[2J[red]gone[/red]\nx\nWait.\n"


def test_a_long_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is broken: what is told can be searched for."""
    monkeypatch.setenv("COLUMNS", "40")
    tell(Transient("word " * 30, remedy="Wait."))

    assert capsys.readouterr().err.count("\n") == 2


def test_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads it has each line broken between words; a command to be typed stays whole."""
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    tell(Transient("the server of the account work did not let you in", remedy="Sign in: `crickets auth login work`."))

    assert screen.getvalue().splitlines() == [
        "the server of the account work did not",
        "let you in",
        "Sign in: `crickets auth login work`.",
    ]
