"""What stands in an event is harmless and short, whatever a server says."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.service.log_fields import LONGEST, as_entry, as_json, priority_of, tamed

_ANY_TEXT = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\x9bb", r"a\x9bb"),
        ("a\rb\x00", r"a\x0db\x00"),
        ("a\u2028b", r"a\u2028b"),
        ("gpj.\u202efdp", r"gpj.\u202efdp"),
        ("\u061c\u200f\u2067", r"\u061c\u200f\u2067"),
        ("\ud800", r"\ud800"),
        ("è Größe 😀", "è Größe 😀"),
        (("a", "\x1b"), r"('a', '\x1b')"),
    ],
)
def test_what_a_terminal_would_heed(said: object, told: str) -> None:
    """It's shown, not sent."""
    assert tamed({"error": said}) == {"error": told}


def test_numbers() -> None:
    """They stay what they are, and what isn't there is left out."""
    assert tamed({"threads": 3, "ok": True, "share": 0.5, "next_at": None}) == {"threads": 3, "ok": True, "share": 0.5}


def test_a_long_word() -> None:
    """It's cut, and shows that."""
    assert tamed({"error": "a" * 10**6}) == {"error": "a" * LONGEST + "…"}


def test_a_long_traceback() -> None:
    """Its beginning stays, and its end, which tells what it was."""
    told = str(tamed({"exception": "begin" + "a" * 10**6 + "KeyError: 'nothing'"})["exception"])

    assert len(told) < 8100
    assert told.startswith("begin")
    assert told.endswith("KeyError: 'nothing'")


@given(st.dictionaries(st.sampled_from(["account", "error", "event", "exception"]), _ANY_TEXT))
def test_any_words(event: dict[str, str]) -> None:
    """An event is one line of JSON, and of the journal one line for each field; nothing in it is raw."""
    fields = tamed({"level": "info", **event})
    line, entry = as_json(fields), as_entry(fields, "a line")

    assert json.loads(line) == fields
    assert line.isascii()
    assert line.isprintable()
    assert [row.partition("=")[0] for row in entry.split("\n")[:-1]] == [
        "MESSAGE",
        "PRIORITY",
        "SYSLOG_IDENTIFIER",
        *(f"CRICKETS_{name.upper()}" for name in event),
    ]
    assert not {*"\x00\x07\x1b\x7f\x9b\r\u2028\u202e"} & set(entry)


@pytest.mark.parametrize(
    ("level", "number"), [("debug", 7), ("info", 6), ("warning", 4), ("error", 3), ("critical", 2), ("else", 6)]
)
def test_how_grave(level: str, number: int) -> None:
    """The journal's numbers are syslog's."""
    assert priority_of({"level": level}) == number
