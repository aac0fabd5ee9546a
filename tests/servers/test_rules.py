"""The rules of what may be sent: each breach is told, and a good session breaks none."""

from __future__ import annotations

import pytest

from tests.servers.rules import Allowed, broken_rules

OWN = Allowed(own=frozenset({7}))
SELECTED = ("SELECT", '"Drafts"')

A_GOOD_SESSION = (
    ("CAPABILITY", ""),
    ("LOGIN", "dana1 ***"),
    ("LIST", '"" "*"'),
    ("STATUS", '"INBOX" (UIDNEXT UIDVALIDITY)'),
    ("EXAMINE", '"INBOX"'),
    ("UID SEARCH", "SINCE 1-Jan-2026"),
    ("UID FETCH", "1:* (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER] BODYSTRUCTURE)"),
    ("FETCH", "1 (BODY.PEEK[1]<0.2000> RFC822.HEADER BINARY.PEEK[2] BINARY.SIZE[2] ENVELOPE)"),
    ("UNSELECT", ""),
    ("APPEND", "Drafts (\\Draft \\Seen) {310}"),
    SELECTED,
    ("UID STORE", "7 (UNCHANGEDSINCE 12) +FLAGS.SILENT (\\Deleted)"),
    ("UID STORE", "7 -FLAGS.SILENT (\\Deleted)"),
    ("UID EXPUNGE", "7"),
    ("UID MOVE", '7 "Trash"'),
    ("IDLE", ""),
    ("DONE", ""),
    ("LOGOUT", ""),
)


def test_a_good_session_breaks_no_rule() -> None:
    """Reading everywhere, laying a draft, taking back one of our own."""
    assert broken_rules(A_GOOD_SESSION, OWN) == ()


@pytest.mark.parametrize(
    ("verb", "rest"),
    [
        ("EXPUNGE", ""),
        ("CLOSE", ""),
        ("STORE", "1 +FLAGS (\\Deleted)"),
        ("COPY", "1 Trash"),
        ("UID COPY", "7 Archive"),
        ("MOVE", "1 Trash"),
        ("CREATE", "Crickets"),
        ("DELETE", "Drafts"),
        ("RENAME", "Drafts Old"),
        ("SUBSCRIBE", "Drafts"),
        ("UNSUBSCRIBE", "Drafts"),
        ("SETMETADATA", "Drafts (/private/comment x)"),
        ("REPLACE", "7 Drafts {3}"),
        ("CHECK", ""),
        ("SELECT", '"INBOX"'),
        ("SELECT", "{6}"),
        ("APPEND", '"INBOX" {3}'),
        ("APPEND", '"Drafts/Old" {3}'),
        ("APPEND", "{6} {3}"),
        ("UID STORE", "8 +FLAGS.SILENT (\\Deleted)"),
        ("UID STORE", "7,8 +FLAGS.SILENT (\\Deleted)"),
        ("UID STORE", "7:* +FLAGS.SILENT (\\Deleted)"),
        ("UID STORE", "7 +FLAGS.SILENT (\\Seen)"),
        ("UID STORE", "7 +FLAGS.SILENT (\\Deleted \\Seen)"),
        ("UID STORE", "7 FLAGS (\\Deleted)"),
        ("UID STORE", "7 -FLAGS (\\Draft)"),
        ("UID STORE", "7 -FLAGS (\\Deleted \\Seen)"),
        ("UID EXPUNGE", "8"),
        ("UID EXPUNGE", "1:*"),
        ("UID MOVE", '8 "Trash"'),
        ("FETCH", "1 BODY[]"),
        ("UID FETCH", "1:* (FLAGS BODY[HEADER.FIELDS (SUBJECT)])"),
        ("UID FETCH", "7 (BODY.PEEK[HEADER] BODY[TEXT])"),
        ("UID FETCH", "7 RFC822"),
        ("UID FETCH", "7 (RFC822.SIZE RFC822.TEXT)"),
        ("UID FETCH", "7 BINARY[1]"),
        ("UID FETCH", "7 (body[1])"),
        ("XYZZY", ""),
    ],
)
def test_a_forbidden_command_is_told_even_in_drafts(verb: str, rest: str) -> None:
    """One breach, told with the command it was; all else in the session is well."""
    [told] = broken_rules((SELECTED, (verb, rest)), OWN)

    assert told.startswith(f"{verb} {rest}".strip() + ": ")


@pytest.mark.parametrize(
    "before", [(), (("EXAMINE", '"INBOX"'),), (SELECTED, ("UNSELECT", "")), (SELECTED, ("EXAMINE", "Sent"))]
)
@pytest.mark.parametrize(
    ("verb", "rest"),
    [("UID STORE", "7 +FLAGS (\\Deleted)"), ("UID EXPUNGE", "7"), ("UID MOVE", '7 "Trash"')],
)
def test_our_own_uid_is_ours_in_drafts_only(before: tuple[tuple[str, str], ...], verb: str, rest: str) -> None:
    """Elsewhere the same number is another message."""
    [told] = broken_rules((*before, (verb, rest)), OWN)

    assert told.endswith(": not in Drafts")


def test_without_own_messages_nothing_may_be_taken_back() -> None:
    """By default no UID is ours."""
    assert len(broken_rules((SELECTED, ("UID EXPUNGE", "7")))) == 1


def test_what_is_configured_is_allowed() -> None:
    """The digest to INBOX, the control folders, and Drafts by another name."""
    allowed = Allowed(drafts="INBOX.Drafts", append_to=frozenset({"INBOX"}), create=frozenset({"INBOX.Crickets.Stop"}))
    session = (
        ("SELECT", '"INBOX.Drafts"'),
        ("APPEND", '"INBOX.Drafts" {3}'),
        ("APPEND", '"inbox" {3}'),
        ("CREATE", '"INBOX.Crickets.Stop"'),
        ("SUBSCRIBE", '"INBOX.Crickets.Stop"'),
    )

    assert broken_rules(session, allowed) == ()


def test_every_breach_is_told() -> None:
    """Not only the first."""
    assert len(broken_rules((("SELECT", "INBOX"), ("EXPUNGE", ""), ("CLOSE", "")))) == 3
