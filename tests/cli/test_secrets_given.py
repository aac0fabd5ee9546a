"""Passwords as they are typed and pasted."""

from __future__ import annotations

import io

import pytest
import typer

from crickets.cli.secrets_given import as_made, secret_in, secret_on_stdin
from crickets.mailbox import Password


@pytest.mark.parametrize("pasted", ["abcd efgh ijkl mnop", "abcd\xa0efgh\xa0ijkl\xa0mnop", " abcd efgh ijkl mnop "])
def test_an_app_password_as_google_shows_it(pasted: str) -> None:
    """It's taken without its blanks, whatever they are."""
    assert as_made(Password(secret=pasted)).secret == "abcdefghijklmnop"


@pytest.mark.parametrize(
    "secret", ["abcd-efgh-ijkl-mnop", " blanks at both ends ", "four words pass here", "ABCD EFGH IJKL MNOP"]
)
def test_any_other_password(secret: str) -> None:
    """It's nobody's to change."""
    assert as_made(Password(secret=secret)).secret == secret


BROKEN = ["s3same\udcff", "s3\0same", "s3\rsame"]


@pytest.mark.parametrize("secret", BROKEN)
def test_what_no_server_could_be_told(secret: str) -> None:
    """It's wrong where it's given, in words that tell nothing of it; nobody is asked to let it in."""
    with pytest.raises(typer.BadParameter) as told:
        secret_in("WORK_PASSWORD", {"WORK_PASSWORD": secret}, "--password-env")

    assert str(told.value).startswith("the secret ")
    assert "s3" not in str(told.value)
    assert told.value.param_hint == "--password-env"


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_bytes_on_stdin_that_are_no_text(monkeypatch: pytest.MonkeyPatch, errors: str) -> None:
    """The same, whatever the locale makes of them."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"s3same\xff\n"), "utf-8", errors=errors))

    with pytest.raises(typer.BadParameter, match="the secret is not UTF-8"):
        secret_on_stdin()


def test_a_line_on_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    """It's the secret, without its end."""
    monkeypatch.setattr("sys.stdin", io.StringIO("s3 same \r\nmore\n"))

    assert secret_on_stdin() == "s3 same "
