"""`classify` on whatever lies in files, and in terminals and pipes of all kinds; no server, no config."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.blackbox.user import CRICKETS, User
from tests.cli import letters


def _file(user: User, octets: bytes, name: str = "one.eml") -> Path:
    path = user.home / name
    path.write_bytes(octets)
    return path


def test_hostile_messages(user: User) -> None:
    """Every answer is looked through for what rewrites a terminal; each file gets one."""
    names = ["\x1b]0;owned\x07.eml", "two\nlines.eml", "-"]
    for name in names[:2]:
        _file(user, letters.HOSTILE, name)

    page, told = user("classify", *names), user("classify", "--json", *names)

    assert (page.code, told.code) == (0, 0)
    assert page.out.count(": person (") == 2
    assert len(told.out.splitlines()) == 3


def test_what_is_no_message(user: User) -> None:
    """Noise is told to be none; a folder and what is not there are errors, each with what to do."""
    noise = _file(user, b"\x00\xff" + os.urandom(5_000).replace(b":", b";"))
    ran = user("classify", "--json", str(noise), str(user.home), "gone.eml")

    assert ran.code == 74
    assert ran.json["kind"] is None
    assert [line for line in ran.trouble if line.startswith("Name a file")] == ran.trouble[1::2]
    assert len(ran.trouble) == 4


@pytest.mark.parametrize("locale", ["C", "no_SUCH.locale"])
def test_a_locale_without_umlauts(user: User, locale: str) -> None:
    """What can't be written is escaped, in the JSON so that it's read as it is."""
    plain = {"LANG": locale, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    message = str(_file(user, letters.CLOSING.replace(b"perfect", "größer".encode()), "tür.eml"))
    page, told = user("classify", message, **plain), user("classify", "--json", message, **plain)

    assert (page.code, told.code) == (0, 0)
    assert "er, thanks" in page.out
    assert "größer, thanks" in told.json["text"]


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_pipe_that_is_closed_early(user: User, option: list[str]) -> None:
    """As with `| head`: it ends without a word."""
    message = str(_file(user, letters.PERSON))
    with subprocess.Popen(
        (*CRICKETS, "classify", *option, *[message] * 200),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=user.surroundings(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
