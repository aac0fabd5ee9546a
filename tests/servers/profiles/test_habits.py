"""The profiles: each has the habits that are told of its provider."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.fakes.mailbox import MemoryMailbox
from tests.servers.mail import a_message
from tests.servers.profiles.listed import GMAIL, ICLOUD, MICROSOFT_365, OLD, PLAIN, PROFILES, YAHOO
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.talk import Talk

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def a_talk(profile: Profile) -> Talk:
    """With one message in the INBOX."""
    memory = profile.mailbox(profile.folders)
    memory.put("INBOX", a_message(at=AT))
    return Talk(memory, profile)


def told(profile: Profile, *commands: str) -> str:
    """The answer to the last of the commands."""
    talk = a_talk(profile)
    return "\n".join([talk.say(command) for command in commands][-1])


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_command_whose_capability_is_missing(profile: Profile) -> None:
    """It's unknown to the server; one that is claimed is known."""
    commands = {
        "IDLE": "IDLE",
        "NAMESPACE": "NAMESPACE",
        "UNSELECT": "UNSELECT",
        "MOVE": "UID MOVE 1 Trash",
        "UIDPLUS": "UID EXPUNGE 1",
        "CONDSTORE": "UID FETCH 1 (MODSEQ)",
    }
    for capability, command in commands.items():
        refused = told(profile, "SELECT INBOX", command).startswith("BAD Unknown")
        assert refused is not profile.can(capability), command


def test_folders() -> None:
    """Named and marked as the provider does it."""
    assert told(GMAIL, 'LIST "" "*"').splitlines()[:3] == [
        '* LIST () "/" "INBOX"',
        '* LIST (\\All) "/" "[Gmail]/Tutti i messaggi"',
        '* LIST (\\Drafts) "/" "[Gmail]/Bozze"',
    ]
    assert '* LIST (\\Trash) "/" "Gel&APY-schte Elemente"' in told(MICROSOFT_365, 'LIST "" "*"')
    assert '* LIST () "/" "Inbox"' in told(YAHOO, 'LIST "" "%"')
    assert "1 EXISTS" in told(YAHOO, "EXAMINE Inbox")


@pytest.mark.parametrize(
    ("profile", "code", "there"),
    [
        (PLAIN, "UIDNEXT", True), (OLD, "UIDNEXT", False),
        (PLAIN, "HIGHESTMODSEQ", True), (MICROSOFT_365, "HIGHESTMODSEQ", False), (YAHOO, "HIGHESTMODSEQ", True),
        (PLAIN, "\\*", True), (MICROSOFT_365, "\\*", False),
    ],
)  # fmt: skip
def test_what_an_opened_folder_tells(profile: Profile, code: str, *, there: bool) -> None:
    """UIDNEXT not everywhere; Yahoo HIGHESTMODSEQ though it has no CONDSTORE; Microsoft takes no keywords."""
    assert (code in told(profile, "SELECT INBOX")) is there


def test_a_keyword_at_microsofts() -> None:
    """It's refused."""
    assert told(MICROSOFT_365, "SELECT INBOX", "UID STORE 1 +FLAGS ($label1)").startswith("BAD")
    assert told(PLAIN, "SELECT INBOX", "UID STORE 1 +FLAGS ($label1)").endswith("OK UID STORE completed")


def test_searching_at_yahoos() -> None:
    """HEADER fails; what is found ends with a space."""
    assert told(YAHOO, "EXAMINE INBOX", "UID SEARCH HEADER Message-ID x").startswith("NO [SERVERBUG]")
    assert told(YAHOO, "EXAMINE INBOX", "UID SEARCH ALL").splitlines()[0] == "* SEARCH 1 "


def test_a_message_that_yahoo_can_not_show() -> None:
    """For now, as it says; what only lists it is answered."""
    talk = a_talk(YAHOO)
    talk.memory.break_message("INBOX", 1)
    talk.say("EXAMINE INBOX")

    assert talk.say("UID FETCH 1 (UID BODY.PEEK[])")[-1].startswith("NO [UNAVAILABLE]")
    assert talk.say("UID FETCH 1 (UID)")[-1].startswith("OK")


def test_icloud() -> None:
    """RFC822 gives nothing; in IDLE the news come before the consent."""
    assert told(ICLOUD, "EXAMINE INBOX", "UID FETCH 1 (RFC822)").startswith('* 1 FETCH (UID 1 RFC822 "")')
    talk = a_talk(ICLOUD)
    talk.say("EXAMINE INBOX")
    talk.memory.put("INBOX", a_message(at=AT))

    assert talk.say("IDLE") == ["* 2 EXISTS", "+ idling"]


def test_more_connections_than_gmail_allows() -> None:
    """The sixteenth is refused at the login; when one is gone there is room again."""
    memory = MemoryMailbox()
    first = Talk(memory, GMAIL)
    house = first.house
    others = [Talk(memory, GMAIL, house) for _ in range(14)]

    assert "Too many simultaneous connections" in Talk(memory, GMAIL, house).heard.decode()
    others[0].session.close()
    assert "OK Logged in" in Talk(memory, GMAIL, house).heard.decode()
