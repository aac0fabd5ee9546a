"""What servers tell of folders that aren't open, odd answers too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from crickets.domain.mailbox import FolderState, Uid, UidValidity
from crickets.errors import Refused, Transient
from crickets.mailbox import ImapMailbox, Manners, Password, open_mailbox
from tests.mailbox.scripted import Reply, ScriptedServer

SENT = {"Sent"}
PLAIN = b'* LIST (\\Sent) "/" Sent\r\n* LIST () "/" INBOX\r\n%t OK done\r\n'
LIST_STATUS = 'LIST "" "*" RETURN (SPECIAL-USE STATUS (MESSAGES UIDNEXT UIDVALIDITY))'
ONE = FolderState(uid_validity=UidValidity(7), uid_next=Uid(4), exists=3)
TOLD = b"* STATUS Sent (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)\r\n"


def serving(
    replies: Mapping[str, Reply] | None = None, capabilities: str = "LIST-STATUS SPECIAL-USE UNSELECT"
) -> ScriptedServer:
    """A server that has INBOX and Sent."""
    return ScriptedServer({"LIST": PLAIN, "STATUS": TOLD + b"%t OK\r\n", **(replies or {})}, capabilities=capabilities)


def sent_state(mailbox: ImapMailbox) -> FolderState | None:
    """What is told of Sent unopened."""
    [state] = [folder.state for folder in mailbox.folders(SENT) if folder.name == "Sent"]
    return state


def asked(server: ScriptedServer) -> list[str]:
    """What was said after the login."""
    begins = ("LIST", "STATUS", "UNSELECT", "EXAMINE")
    return [said for said in server.said if said.startswith(begins)]


def test_a_server_that_tells_all_at_once() -> None:
    """It's asked one question, after the folder that was open was left."""
    with serving({LIST_STATUS: TOLD + PLAIN}) as server:
        mailbox = server.mailbox()
        mailbox.folders()
        mailbox.examine("Sent")
        assert sent_state(mailbox) == ONE
        assert sent_state(mailbox) == ONE
        mailbox.close()

    assert asked(server) == ['LIST "" "*"', 'EXAMINE "Sent"', "UNSELECT", LIST_STATUS, LIST_STATUS]


@pytest.mark.parametrize("capabilities", ["UNSELECT", "UNSELECT LIST-STATUS"])
def test_a_server_that_tells_of_each_folder(capabilities: str) -> None:
    """It's asked for each; so is one that isn't bound to tell attributes together with states (iCloud)."""
    with serving(capabilities=capabilities) as server:
        mailbox = server.mailbox()
        mailbox.folders()
        assert sent_state(mailbox) == ONE
        mailbox.close()

    assert asked(server) == ['LIST "" "*"'] * 2 + ['STATUS "Sent" (MESSAGES UIDNEXT UIDVALIDITY)']


def test_a_server_that_answers_in_another_order() -> None:
    """It may: what it tells goes by the folders' names."""
    inbox_later = b"* STATUS INBOX (MESSAGES 1 UIDNEXT 9 UIDVALIDITY 7)\r\nC2 OK\r\n"
    replies = {'STATUS "INBOX"': b"", 'STATUS "Sent"': TOLD + b"%t OK\r\n" + inbox_later}
    with serving(replies, capabilities="") as server:
        mailbox = server.mailbox()
        told = {folder.name: folder.state for folder in mailbox.folders({"Sent", "INBOX"})}
        mailbox.close()

    assert told == {"Sent": ONE, "INBOX": FolderState(uid_validity=UidValidity(7), uid_next=Uid(9), exists=1)}


@pytest.mark.parametrize("refusal", [b"%t BAD Invalid arguments\r\n", b"%t NO Not now\r\n"])
def test_a_list_with_states_that_is_refused(refusal: bytes) -> None:
    """It's not asked again on this line, and each folder is asked for."""
    with serving({LIST_STATUS: refusal}) as server:
        mailbox = server.mailbox()
        mailbox.folders()
        assert sent_state(mailbox) == ONE
        assert sent_state(mailbox) == ONE
        mailbox.close()

    assert asked(server).count(LIST_STATUS) == 1


def test_a_list_that_is_refused() -> None:
    """Its words are told."""
    with serving(capabilities="") as server:
        mailbox = server.mailbox()
        server.replies["LIST"] = b"%t NO [NOPERM] Sorry\r\n"
        with pytest.raises(Refused, match="Sorry"):
            mailbox.folders(SENT)
        mailbox.close()


def test_a_folder_that_is_left_out_of_a_list_with_states() -> None:
    """It's there all the same, and such a list is asked for no more."""
    with serving({LIST_STATUS: b'* LIST () "/" INBOX\r\n%t OK done\r\n'}) as server:
        mailbox = server.mailbox()
        mailbox.folders()
        assert sent_state(mailbox) is None
        assert sent_state(mailbox) == ONE
        mailbox.close()

    assert asked(server).count(LIST_STATUS) == 1


def test_a_folder_that_is_new() -> None:
    """It's asked for in the plain way once; then one question is enough again."""
    with serving() as server:
        mailbox = server.mailbox()
        mailbox.folders()
        server.replies["LIST"] = b'* LIST () "/" Kunden\r\n' + PLAIN
        server.replies[LIST_STATUS] = b'* LIST () "/" Kunden\r\n' + TOLD + PLAIN
        names = [[folder.name for folder in mailbox.folders(SENT)] for _ in range(2)]
        mailbox.close()

    assert names == [["INBOX", "Kunden", "Sent"]] * 2
    assert asked(server) == ['LIST "" "*"', LIST_STATUS, 'LIST "" "*"', LIST_STATUS]


def test_the_folder_that_is_open() -> None:
    """What is told of it may be old: where it can't be left, it's not believed."""
    with serving({LIST_STATUS: TOLD + PLAIN}, capabilities="LIST-STATUS SPECIAL-USE") as server:
        mailbox = server.mailbox()
        mailbox.folders()
        mailbox.examine("Sent")
        assert sent_state(mailbox) is None
        mailbox.examine("INBOX")
        assert sent_state(mailbox) == ONE
        mailbox.close()


def test_a_folder_that_can_not_be_left() -> None:
    """It's open still."""
    replies = {LIST_STATUS: TOLD + PLAIN, "UNSELECT": b"%t NO Why?\r\n"}
    with serving(replies) as server:
        mailbox = server.mailbox()
        mailbox.folders()
        mailbox.examine("Sent")
        assert sent_state(mailbox) is None
        mailbox.close()


@pytest.mark.parametrize(
    ("line", "state"),
    [
        (b'* STATUS "Sent" (uidvalidity 7 UIDNEXT 4 messages 3 RECENT 0)', ONE),
        (b"* STATUS {4}\r\nSent (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)", ONE),
        (b"* STATUS Sent (MESSAGES 3 UIDVALIDITY 7)", replace(ONE, uid_next=None)),
        (b"* STATUS Sent (MESSAGES 3 UIDNEXT 0 UIDVALIDITY 7)", replace(ONE, uid_next=None)),
        (b"* STATUS Sent (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ 12)", ONE),
        (b"* STATUS Sent (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 0)", None),
        (b"* STATUS Sent (UIDNEXT 4 UIDVALIDITY 7)", None),
        (b"* STATUS Sent (MESSAGES many UIDNEXT 4 UIDVALIDITY 7)", None),
        (b"* STATUS Sent (MESSAGES 3 (UIDNEXT 4 UIDVALIDITY 7)", None),
        (b"* STATUS Sent Mail (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)", None),
        (b"* STATUS Sent", None),
        (b"* STATUS Drafts (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)", None),
        (b"* OK [ALERT] Disk full", None),
    ],
    ids=[
        "any order and case", "a literal", "no next UID", "no next UID by a 0", "a count that isn't claimed",
        "no UIDVALIDITY", "no number of messages", "no number", "brackets that don't match", "a name of two words",
        "no items", "another folder", "something else",
    ],
)  # fmt: skip
def test_a_line(line: bytes, state: FolderState | None) -> None:
    """What it tells is believed as far as it can be read; of a folder of which nothing is told, nothing is known."""
    with serving({"STATUS": line + b"\r\n%t OK\r\n"}, capabilities="") as server:
        mailbox = server.mailbox()
        assert sent_state(mailbox) == state
        mailbox.close()


@pytest.mark.parametrize(("told", "counted"), [(b"715194045007", 715194045007), (b"0", None)])
def test_a_count_of_changes(told: bytes, counted: int | None) -> None:
    """It's asked for where the server claims to have one; 0 is none (Purelymail)."""
    status = b"* STATUS Sent (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 HIGHESTMODSEQ " + told + b")\r\n%t OK\r\n"
    with serving({"STATUS": status}, capabilities="CONDSTORE") as server:
        mailbox = server.mailbox()
        assert sent_state(mailbox) == replace(ONE, mod_sequence=counted)
        mailbox.close()

    assert asked(server)[-1] == 'STATUS "Sent" (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ)'


@pytest.mark.parametrize("inbox", [b"inbox", b"Inbox", b"INBOX"])
def test_the_inbox(inbox: bytes) -> None:
    """It's one folder in any case, listed or not."""
    status = b"* STATUS " + inbox + b" (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7)\r\n%t OK\r\n"
    with serving({"LIST": b'* LIST () "/" Inbox\r\n%t OK done\r\n', "STATUS": status}, capabilities="") as server:
        mailbox = server.mailbox()
        assert [folder.state for folder in mailbox.folders({"Inbox"})] == [ONE]
        mailbox.close()


def test_a_server_that_loses_what_comes_early() -> None:
    """The line is of no more use; on the next, each question waits for the answer to the one before."""
    manners = Manners()
    with serving({"STATUS": b""}, capabilities="") as server:
        settings = replace(server.settings, read_seconds=0.2)
        mailbox = open_mailbox(settings, Password(secret="s3same-open"), manners)
        with pytest.raises(Transient):
            mailbox.folders(SENT)
        mailbox.close()
        assert manners.one_at_a_time

        server.replies["STATUS"] = TOLD + b"%t OK\r\n"
        mailbox = open_mailbox(settings, Password(secret="s3same-open"), manners)
        assert sent_state(mailbox) == ONE
        mailbox.close()


def test_a_line_that_is_dead() -> None:
    """That says nothing of the server's manners."""
    manners = Manners()
    with serving({"LIST": b"", "STATUS": b""}, capabilities="") as server:
        settings = replace(server.settings, read_seconds=0.2)
        mailbox = open_mailbox(settings, Password(secret="s3same-open"), manners)
        with pytest.raises(Transient):
            mailbox.folders(SENT)
        mailbox.close()

    assert not manners.one_at_a_time
