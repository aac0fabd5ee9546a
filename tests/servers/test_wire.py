"""The reader of commands, however the bytes come."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers.wire import LITERAL_KEPT, Command, CommandReader

SESSION = (
    b'A1 LOGIN dana1 "s3same"\r\n'
    b'A2 select "Drafts"\r\n'
    b"A3 uid fetch 5:7 (UID BODY.PEEK[HEADER])\r\n"
    b'A4 APPEND "Drafts" (\\Draft) {14+}\r\nX: A9 NO\r\n\r\nhi\r\n'
    b"A5 SEARCH HEADER SUBJECT {2}\r\nhi TEXT {3}\r\nyou\r\n"
    b"A6 IDLE\r\n"
    b"DONE\r\n"
    b"A7 LOGOUT\r\n"
)
COMMANDS = (
    ("LOGIN", "dana1 ***"),
    ("SELECT", '"Drafts"'),
    ("UID FETCH", "5:7 (UID BODY.PEEK[HEADER])"),
    ("APPEND", '"Drafts" (\\Draft) {14+}'),
    ("SEARCH", "HEADER SUBJECT {2} TEXT {3}"),
    ("IDLE", ""),
    ("DONE", ""),
    ("LOGOUT", ""),
)


def words(commands: tuple[Command, ...]) -> tuple[tuple[str, str], ...]:
    """The commands as plain pairs."""
    return tuple(c.words for c in commands)


@given(st.lists(st.integers(0, len(SESSION)), max_size=12))
def test_a_session_split_anywhere_gives_the_same_commands(cuts: list[int]) -> None:
    """TCP knows no lines; tags are gone, verbs in capitals, the password is not kept, literals stand apart."""
    edges = [0, *sorted(cuts), len(SESSION)]
    reader = CommandReader()
    heard = tuple(c for a, b in itertools.pairwise(edges) for c in reader.feed(SESSION[a:b]))

    assert words(heard) == COMMANDS
    assert [c.literals for c in heard if c.literals] == [(b"X: A9 NO\r\n\r\nhi",), (b"hi", b"you")]


def test_a_command_is_given_once_it_is_complete() -> None:
    """Not before its literal's last byte and the line's end have come."""
    reader = CommandReader()

    assert reader.feed(b"A1 APPEND Drafts {3+}\r\nab") == ()
    assert reader.feed(b"c") == ()
    assert words(reader.feed(b"\r\n")) == (("APPEND", "Drafts {3+}"),)


def test_a_refused_literal_never_comes() -> None:
    """After the server's NO in the place of its leave, the next bytes are the next command."""
    reader = CommandReader()
    reader.feed(b"A1 APPEND Nowhere {300}\r\n")
    refused = reader.hear(b"A1 NO [TRYCREATE] no such folder\r\n")

    assert words(refused) == (("APPEND", "Nowhere {300}"),)
    assert words(reader.feed(b"A2 NOOP\r\n")) == (("NOOP", ""),)


def test_a_literal_under_way_is_not_given_up_by_words_in_between() -> None:
    """The server's leave, and untagged answers, refuse nothing."""
    reader = CommandReader()
    reader.feed(b"A1 APPEND Drafts {3}\r\n")

    assert reader.hear(b"* 1 EXISTS\r\n+ OK\r\n") == ()
    assert [c.literals for c in reader.feed(b"abc\r\n")] == [(b"abc",)]


def test_an_empty_literal() -> None:
    """It takes no bytes, and the line goes on."""
    [command] = CommandReader().feed(b'A1 LOGIN {0+}\r\n ""\r\n')

    assert command.literals == (b"",)


def test_the_secret_lines_of_authenticate_are_not_kept() -> None:
    """Until the server answers, what comes is no command."""
    reader = CommandReader()
    begun = reader.feed(b"A1 AUTHENTICATE PLAIN c2VjcmV0\r\n")
    secret = reader.feed(b"c2VjcmV0\r\n")
    reader.hear(b"+ \r\nA1 OK logged in\r\n")

    assert (words(begun), secret) == ((("AUTHENTICATE", "PLAIN"),), ())
    assert words(reader.feed(b"A2 NOOP\r\n")) == (("NOOP", ""),)


def test_a_refused_idle_leaves_the_next_command_a_command() -> None:
    """A server without IDLE answers BAD, and no DONE follows."""
    reader = CommandReader()
    reader.feed(b"A1 IDLE\r\n")
    reader.hear(b"A1 BAD unknown command\r\n")

    assert words(reader.feed(b"A2 NOOP\r\n")) == (("NOOP", ""),)


def test_of_a_huge_literal_the_beginning_is_kept() -> None:
    """The record stays small whatever is appended."""
    size = 3 * LITERAL_KEPT
    [command] = CommandReader().feed(b"A1 APPEND Drafts {%d+}\r\n%b\r\n" % (size, b"x" * size))

    assert len(command.literals[0]) == LITERAL_KEPT


@pytest.mark.parametrize("line", [b"\r\n", b"A1\r\n", b"\xff\xfe\r\n"])
def test_what_is_no_command_at_all_is_recorded_too(line: bytes) -> None:
    """Nothing a client says goes unseen."""
    assert len(CommandReader().feed(line)) == 1
