"""Finding again what was laid, whatever the server says of where it is."""

from __future__ import annotations

import re

import pytest

from crickets.domain.mailbox import DraftPlace
from crickets.domain.message import MessageId
from crickets.errors import ConfigError, Refused, Transient
from crickets.mailbox.drafts import message_id_of
from tests.mailbox.scripted import Reply, ScriptedServer

ID = MessageId("d1@studio.example")
DRAFT = f"Message-ID: <{ID}>\r\n\r\nHello\r\n".encode()


def a_drafts_folder(ids: dict[int, str]) -> Reply:
    """The answers to UID FETCH of a Drafts folder with these Message-IDs by UID."""

    def answer(command: bytes) -> bytes:
        found = re.search(rb"FETCH (\d+):(\d+|\*)", command)
        assert found
        last = max(ids) if found[2] == b"*" else int(found[2])
        return b"".join(told(uid) for uid in ids if int(found[1]) <= uid <= last) + b"%t OK done\r\n"

    def told(uid: int) -> bytes:
        header = f"Message-ID: {ids[uid]}\r\n\r\n".encode()
        return (
            b'* 1 FETCH (UID %d FLAGS (\\Draft) INTERNALDATE "01-Mar-2026 00:00:00 +0000" BODY[X] {%d}\r\n%b)\r\n'
            % (uid, len(header), header)
        )

    return answer


def laid(said: bytes, ids: dict[int, str]) -> DraftPlace | None:
    """Where the draft lies, when this was said to the APPEND and the folder then holds these."""
    replies: dict[str, Reply] = {"APPEND": said, "UID FETCH": a_drafts_folder(ids)}
    with ScriptedServer(replies) as server:
        mailbox = server.mailbox()
        place = mailbox.append_draft(DRAFT, ID)
        mailbox.close()
    [appended] = [said for said in server.said if said.startswith("APPEND")]
    assert appended == f'APPEND "Drafts" (\\Draft \\Seen) {{{len(DRAFT)}}}'
    return place


OTHERS = {1: "<other@x>", 2: "<another@x>"}


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        (b"%t OK [APPENDUID 7 3] done\r\n", {**OTHERS, 3: f"<{ID}>"}),
        (b"%t OK [APPENDUID 7 3] done\r\n", {**OTHERS, 3: f"\r\n <{ID}>"}),
        (b"%t OK [APPENDUID 7 3] done\r\n", {3: f"<{ID}>", 4: f"<{ID}>"}),
    ],
    ids=["the last", "folded", "saved anew since"],
)
def test_a_draft_with_its_own_id(said: bytes, ids: dict[int, str]) -> None:
    """It's where the server says it is."""
    place = laid(said, ids)

    assert place is not None
    assert place.uid == 3
    assert place.flags == {"\\Draft"}


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        (b"%t OK [APPENDUID 7 2] swapped\r\n", {**OTHERS, 3: f"<{ID}>"}),
        (b"%t OK [APPENDUID 3 7] swapped\r\n", {**OTHERS, 3: f"<{ID}>"}),
        (b"%t OK [APPENDUID 7 99] nowhere\r\n", {**OTHERS, 3: f"<{ID}>"}),
        (b"%t OK without\r\n", {**OTHERS, 3: f"<{ID}>"}),
        (b"%t OK [APPENDUID 7 3] gone\r\n", {**OTHERS, 4: f"<{ID}>"}),
    ],
    ids=["another's UID", "numbers swapped", "a UID of nothing", "not told", "saved anew since"],
)
def test_a_draft_that_is_not_where_it_should_be(said: bytes, ids: dict[int, str]) -> None:
    """What bears its Message-ID may be the owner's next version: only its content could tell."""
    assert laid(said, ids) is None


@pytest.mark.parametrize("said", [b"%t OK [APPENDUID 7 3] done\r\n", b"%t OK done\r\n"])
def test_a_draft_given_another_id(said: bytes) -> None:
    """It can't be said to be ours."""
    assert laid(said, {**OTHERS, 3: "<CAF-rewritten@mail.gmail.example>"}) is None


def test_a_server_that_takes_no_draft() -> None:
    """The refusal has its words."""
    with ScriptedServer({"APPEND": b"%t NO [OVERQUOTA] full\r\n"}) as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match=r"\[OVERQUOTA\] full"):
            mailbox.append_draft(DRAFT, ID)
        mailbox.close()


def test_a_mailbox_without_drafts() -> None:
    """The owner is told which setting names the folder."""
    with ScriptedServer({"LIST": b'* LIST () "/" INBOX\r\n%t OK done\r\n'}) as server:
        mailbox = server.mailbox()
        with pytest.raises(ConfigError, match=r"accounts\.work\.folders\.drafts"):
            mailbox.append_draft(DRAFT, ID)
        mailbox.close()
        assert not [said for said in server.said if said.startswith("APPEND")]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"Message-ID: <a@b>\r\n\r\n", "a@b"),
        (b"MESSAGE-id:\r\n\t<a@b>  \r\n\r\n", "a@b"),
        (b"Message-ID: a@b\r\n\r\n", "a@b"),
        (b"Subject: x\r\n\r\n", ""),
        (b"", ""),
        (b"Message-ID: \xff\r\n\r\n", "\ufffd"),
    ],
)
def test_the_id_of_a_message(header: bytes, expected: str) -> None:
    """It's bare, and empty where there is none."""
    assert message_id_of(header) == expected


@pytest.mark.parametrize("refused", ["EXAMINE", "UID FETCH"])
def test_a_folder_that_can_not_be_read_after_the_draft_was_laid(refused: str) -> None:
    """That is no refusal of the draft: who took it for one would lay another."""
    replies: dict[str, Reply] = {"APPEND": b"%t OK [APPENDUID 7 3] done\r\n", refused: b"%t NO [NOPERM] Not you\r\n"}
    with ScriptedServer(replies) as server:
        mailbox = server.mailbox()
        with pytest.raises(Transient, match="the draft was laid"):
            mailbox.append_draft(DRAFT, ID)
        mailbox.close()
