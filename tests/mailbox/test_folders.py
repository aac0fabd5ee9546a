"""Folders as servers list them, odd ones too."""

from __future__ import annotations

import pytest

from crickets.domain.message import Role
from crickets.errors import Refused, Surprise
from tests.mailbox.scripted import ScriptedServer


def listing(*rows: bytes) -> ScriptedServer:
    """A server with these rows of LIST."""
    lines = b"".join(b"* LIST " + row + b"\r\n" for row in rows)
    return ScriptedServer({"LIST": lines + b"%t OK done\r\n"})


@pytest.mark.parametrize(
    ("row", "name", "opened"),
    [
        (b'() "/" Kunden', "Kunden", '"Kunden"'),
        (b'() "." "INBOX.Entw&APw-rfe"', "INBOX.Entwürfe", '"INBOX.Entw&APw-rfe"'),
        (b'() "/" "A&-B"', "A&B", '"A&-B"'),
        (b'() "/" 2026', "2026", '"2026"'),
        (b'() NIL "flat"', "flat", '"flat"'),
        (b'() "/" {7}\r\nliteral', "literal", '"literal"'),
        (rb'() "\\" "say \"hi\""', 'say "hi"', r'"say \"hi\""'),
        (b'() "/" "A&zz*-"', "A&zz*-", '"A&zz*-"'),
        (b'() "/" [Work] ("CHILDINFO" ("SUBSCRIBED"))', "[Work]", '"[Work]"'),
        (b'() "/" [half', "[half", '"[half"'),
        (b'() "/" "NIL"', "NIL", '"NIL"'),
        (b'() "/" "Sm\xc3\xb8r"', "Smør", '"Smør"'),
    ],
    ids=[
        "atom",
        "utf-7",
        "ampersand",
        "number",
        "flat",
        "literal",
        "quotes",
        "bad utf-7",
        "brackets",
        "a bracket",
        "nil",
        "raw utf-8",
    ],
)
def test_a_name(row: bytes, name: str, opened: str) -> None:
    """It's told as people write it, and opened by the server's own bytes."""
    with listing(row) as server:
        mailbox = server.mailbox()
        [_, folder] = mailbox.folders()
        mailbox.examine(folder.name)
        mailbox.close()

    assert folder.name == name
    assert f"EXAMINE {opened}" in server.said


def test_attributes_of_a_server_without_special_use() -> None:
    """They count all the same (M365, Zoho)."""
    with listing(b'(\\HasNoChildren \\drafts) "/" Utkast1') as server:
        mailbox = server.mailbox()
        [_, folder] = mailbox.folders()
        mailbox.close()

    assert (folder.role, folder.why) == (Role.DRAFTS, "the server marks it \\drafts")


def test_a_namespace() -> None:
    """Its prefix is no part of the names."""
    replies = {
        "NAMESPACE": b'* NAMESPACE (("mail." ".")) NIL NIL\r\n%t OK done\r\n',
        "LIST": b'* LIST () "." mail.Gesendet\r\n%t OK done\r\n',
    }
    with ScriptedServer(replies, capabilities="NAMESPACE") as server:
        mailbox = server.mailbox()
        report = mailbox.report()
        mailbox.close()

    assert report.namespace == "mail."
    assert [folder.role for folder in report.folders] == [Role.INBOX, Role.SENT]


def test_a_report() -> None:
    """It tells what the server is, what it can do, and what it lacks."""
    replies = {"ID": b'* ID ("name" "Dovecot")\r\n%t OK done\r\n'}
    with ScriptedServer(replies, capabilities="ID MOVE IDLE UIDPLUS", greeting=b"* OK hello\r\n") as server:
        mailbox = server.mailbox()
        report = mailbox.report()
        mailbox.close()

    assert report.greeting == "* OK hello"
    assert report.identity == (("name", "Dovecot"),)
    assert report.capabilities == ("ID", "IDLE", "IMAP4REV1", "MOVE", "UIDPLUS")
    assert report.lacks == ("CONDSTORE", "SPECIAL-USE")


@pytest.mark.parametrize("said", [b"%t OK opened\r\n", b"* OK [UIDVALIDITY 7] ok\r\n%t OK opened\r\n"])
def test_a_folder_opened_without_a_word(said: bytes) -> None:
    """How full it is must be known: that's a surprise."""
    with ScriptedServer({"EXAMINE": said}) as server:
        mailbox = server.mailbox()
        with pytest.raises(Surprise):
            mailbox.examine("INBOX")
        mailbox.close()


def test_a_name_without_end() -> None:
    """What announces a billion bytes is not waited for."""
    with listing(b'() "/" {1000000000}') as server:
        mailbox = server.mailbox()
        with pytest.raises(Surprise, match="1000000000"):
            mailbox.folders()
        mailbox.close()


def test_rows_that_can_not_be_read() -> None:
    """They are a surprise, never a folder the less."""
    with listing(b'() "/" "INBOX"', b'() "/"') as server:
        mailbox = server.mailbox()
        with pytest.raises(Surprise):
            mailbox.folders()
        mailbox.close()


SILENT = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n%t OK opened\r\n"


@pytest.mark.parametrize(
    ("answer", "uid_next"),
    [
        (b'* STATUS "Sent" (MESSAGES 3 UIDNEXT 12 UIDVALIDITY 7)\r\n%t OK\r\n', 12),
        (b'* STATUS "(UIDNEXT 5)" (uidnext 12)\r\n%t OK\r\n', 12),
        (b"* STATUS {4}\r\nSent (UIDNEXT 12)\r\n%t OK\r\n", 12),
        (b"* STATUS Sent (MESSAGES 3)\r\n%t OK\r\n", None),
        (b"* STATUS Sent (UIDNEXT 0)\r\n%t OK\r\n", None),
        (b"* STATUS Sent (UIDNEXT 12)\r\n%t NO not now\r\n", None),
        (b"%t BAD what?\r\n", None),
    ],
)
def test_a_server_that_does_not_tell_the_next_uid(answer: bytes, uid_next: int | None) -> None:
    """It's asked for it, once the folder is left; who doesn't know says so."""
    with ScriptedServer({"EXAMINE": SILENT, "STATUS": answer}) as server:
        mailbox = server.mailbox()
        assert mailbox.examine("Sent").uid_next == uid_next
        assert mailbox.examine("Archive").uid_next == uid_next
        mailbox.close()

    assert [said for said in server.said if said.startswith(("EXAMINE", "STATUS", "UNSELECT"))] == [
        'EXAMINE "Sent"', "UNSELECT", 'STATUS "Sent" (UIDNEXT)', 'EXAMINE "Sent"',
        'STATUS "Archive" (UIDNEXT)', 'EXAMINE "Archive"',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("capabilities", "code", "counted"),
    [
        ("CONDSTORE", b"HIGHESTMODSEQ 715194045007", 715194045007),
        ("CONDSTORE", b"NOMODSEQ", None),
        ("", b"HIGHESTMODSEQ 715194045007", None),  # Yahoo (docs/quirks.md)
    ],
)
def test_a_server_that_counts_changes(capabilities: str, code: bytes, counted: int | None) -> None:
    """It says so by its capability; its count is told as the folder is opened."""
    opened = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n* OK [%b] ok\r\n%%t OK opened\r\n" % code
    with ScriptedServer({"EXAMINE": opened}, capabilities=f"{capabilities} ENABLE") as server:
        mailbox = server.mailbox()
        assert mailbox.examine("Sent").mod_sequence == counted
        mailbox.close()


def test_an_inbox_that_can_not_be_left() -> None:
    """What STATUS tells of the open folder may be old: it's not asked where there is no other folder to go to."""
    alone = b'* LIST () "/" INBOX\r\n%t OK done\r\n'
    with ScriptedServer({"EXAMINE": SILENT, "LIST": alone}, capabilities="UIDPLUS") as server:
        mailbox = server.mailbox()
        assert mailbox.examine("INBOX").uid_next is None
        mailbox.close()

    assert not any(said.startswith("STATUS") for said in server.said)


def making(*rows: bytes, create: bytes = b"%t OK made\r\n", subscribe: bytes = b"%t OK done\r\n") -> ScriptedServer:
    """A server without NAMESPACE, with these rows of LIST, that answers so to who makes a folder."""
    server = listing(*rows)
    server.replies |= {"CREATE": create, "SUBSCRIBE": subscribe}
    return server


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        ([b'() "/" INBOX', b'() "/" Sent'], '"Crickets/A.B"'),
        ([b"() NIL INBOX", b'() "." Sent'], '"Crickets.A-B"'),
        ([b'() "." INBOX', b'() "." INBOX.Sent'], '"INBOX.Crickets.A-B"'),
        ([b'() "." INBOX'], '"Crickets.A-B"'),
    ],
    ids=["slash", "dot", "below INBOX", "nothing but INBOX"],
)
def test_where_a_folder_is_made(rows: list[bytes], made: str) -> None:
    """Where the owner's own lie, with the server's separator; it's subscribed to."""
    with making(*rows) as server:
        mailbox = server.mailbox()
        mailbox.make_folder(("Crickets", "A.B"))
        mailbox.close()

    assert [line for line in server.said if "Crickets" in line] == [f"CREATE {made}", f"SUBSCRIBE {made}"]


def test_a_folder_that_can_not_be_subscribed_to() -> None:
    """It's made all the same."""
    with making(b'() "/" INBOX', subscribe=b"%t NO not here\r\n") as server:
        mailbox = server.mailbox()
        mailbox.make_folder(("Crickets", "Stop"))
        mailbox.close()


def test_a_folder_that_is_refused() -> None:
    """The server's words are told, with what to do; it's not asked again on this connection."""
    with making(b'() "/" INBOX', create=b"%t NO [OVERQUOTA] Too many folders\r\n") as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match="Too many folders") as caught:
            mailbox.make_folder(("Crickets", "Stop"))
        with pytest.raises(Refused, match="Too many folders"):
            mailbox.make_folder(("Crickets", "Stop"))
        mailbox.close()

    assert "folders = false" in caught.value.remedy
    assert len([line for line in server.said if line.startswith("CREATE")]) == 1


def test_a_server_without_levels() -> None:
    """Nothing can be made within anything."""
    with making(b"() NIL INBOX") as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match="no folders within folders"):
            mailbox.make_folder(("Crickets", "Stop"))
        mailbox.close()
