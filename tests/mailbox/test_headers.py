"""Reading a folder in batches, from servers that can't show each message."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from types import ModuleType

import pytest

from crickets.domain.mailbox import Uid
from crickets.errors import CricketsError, Refused, Transient
from crickets.mailbox.headers import BATCH, FIELDS
from crickets.mailbox.onward import AHEAD
from crickets.reading.header import facts as reading_headers
from crickets.reading.kinds import signs
from tests.mailbox.scripted import HANG_UP, Reply, ScriptedServer
from tests.mailbox.scripted_folder import a_folder, opened


def serving(folder: Callable[[bytes], bytes], capabilities: str = "", exists: int = 3) -> ScriptedServer:
    """A server with one such folder."""
    return ScriptedServer({"UID FETCH": folder, "EXAMINE": opened(exists)}, capabilities=capabilities)


def fetches(server: ScriptedServer) -> list[str]:
    """The sets that were asked for with more than a UID."""
    return [said.split()[2] for said in server.said if said.startswith("UID FETCH") and not said.endswith("(UID)")]


def test_a_long_folder() -> None:
    """It's read by exact ranges of UIDs, of which none is long, however far apart the UIDs lie."""
    uids = [n * 1000 for n in range(1, 2 * BATCH + 2)]
    with serving(a_folder(*uids)) as server:
        mailbox = server.mailbox()
        told = [header.uid for header in mailbox.headers("INBOX", Uid(0))]
        mailbox.close()

    assert told == uids
    assert fetches(server) == [
        f"1000:{BATCH * 1000}", f"{(BATCH + 1) * 1000}:{2 * BATCH * 1000}", f"{uids[-1]}:{uids[-1]}",
    ]  # fmt: skip


def test_what_is_asked_of_a_message() -> None:
    """Its flags, date and the fields that matter, by PEEK; the command is short enough for any server."""
    with serving(a_folder(1, 2, 3)) as server:
        mailbox = server.mailbox()
        list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()

    [command] = [said for said in server.said if "HEADER.FIELDS" in said]
    fields = " ".join(FIELDS).upper()
    assert command == f"UID FETCH 1:3 (UID FLAGS INTERNALDATE BODY.PEEK[HEADER.FIELDS ({fields})])"
    assert len(command) < 2000


@pytest.mark.parametrize(
    ("capabilities", "items"), [("X-GM-EXT-1 OBJECTID", "X-GM-THRID X-GM-LABELS"), ("OBJECTID", "THREADID")]
)
def test_a_server_with_threads(capabilities: str, items: str) -> None:
    """It's asked for them."""
    with serving(a_folder(1, 2, 3), capabilities=capabilities) as server:
        mailbox = server.mailbox()
        list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()

    assert f"UID FETCH 1:3 (UID FLAGS INTERNALDATE {items} BODY" in "\n".join(server.said)


def test_a_uidnext_that_lags() -> None:
    """That the server says that no UID is above the last isn't believed: what is there is told."""
    with ScriptedServer({"UID FETCH": a_folder(1, 2, 3), "EXAMINE": opened(3, uid_next=3)}) as server:
        mailbox = server.mailbox()
        assert [header.uid for header in mailbox.headers("INBOX", Uid(2))] == [3]
        mailbox.close()


def test_a_folder_with_nothing_in_it() -> None:
    """Then nothing is asked."""
    with ScriptedServer({"EXAMINE": opened(0, uid_next=4)}) as server:
        mailbox = server.mailbox()
        assert list(mailbox.headers("INBOX", Uid(0))) == []
        mailbox.close()

    assert not [said for said in server.said if "FETCH" in said]


def test_nothing_new_where_uidnext_is_not_told() -> None:
    """The last message, which "n:*" always holds, is not told again."""
    with serving(a_folder(1, 2, 3)) as server:
        mailbox = server.mailbox()
        assert list(mailbox.headers("INBOX", Uid(3))) == []
        mailbox.close()


def test_a_look_into_another_folder_between_two_batches() -> None:
    """The folder is opened again before the reading goes on."""
    with serving(a_folder(*range(1, (AHEAD + 1) * BATCH + 2))) as server:
        mailbox = server.mailbox()
        reading = mailbox.headers("INBOX", Uid(0))
        next(reading)
        mailbox.examine("Other")
        rest = list(reading)
        mailbox.close()

    assert len(rest) == (AHEAD + 1) * BATCH
    opened_before_the_last = [said for said in server.said if said.startswith("EXAMINE")][-1]
    assert opened_before_the_last == 'EXAMINE "INBOX"'


@pytest.mark.parametrize("refusal", [b"NO [CORRUPTION] Unable to load message", b"BAD Internal error", b"NO"])
def test_a_message_for_which_the_server_fails(refusal: bytes) -> None:
    """The others of its batch are told, and which one was skipped and why."""
    uids = range(1, 101)
    with serving(a_folder(*uids, refused=(37,), refusal=refusal)) as server:
        mailbox = server.mailbox()
        told = [header.uid for header in mailbox.headers("INBOX", Uid(0))]
        mailbox.close()

    assert told == [uid for uid in uids if uid != 37]
    [skipped] = mailbox.skipped
    assert (skipped.folder, skipped.uid) == ("INBOX", 37)
    assert skipped.why in {"[CORRUPTION] Unable to load message", "Internal error", "refused without a word"}
    assert mailbox.unreadable("INBOX") == (37,)
    assert len(fetches(server)) < 25


def test_a_message_passed_over_in_silence() -> None:
    """It's noticed, and skipped by name."""
    with serving(a_folder(1, 2, 3, left_out=(2,))) as server:
        mailbox = server.mailbox()
        told = [header.uid for header in mailbox.headers("INBOX", Uid(0))]
        mailbox.close()

    assert told == [1, 3]
    assert [(each.uid, each.why) for each in mailbox.skipped] == [(2, "the answer was incomplete")]


def test_a_message_that_is_told_only_whole() -> None:
    """It's asked for by its whole header, and none is skipped."""
    with serving(a_folder(1, 2, 3, whole_only=(2,))) as server:
        mailbox = server.mailbox()
        told = [header.uid for header in mailbox.headers("INBOX", Uid(0))]
        mailbox.close()

    assert (told, mailbox.skipped) == ([1, 2, 3], ())


def test_a_message_whose_answer_can_not_be_read() -> None:
    """It does not take the others with it."""
    with serving(a_folder(1, 2, 3, broken=(2,))) as server:
        mailbox = server.mailbox()
        told = [header.uid for header in mailbox.headers("INBOX", Uid(0))]
        mailbox.close()

    assert told == [1, 3]
    assert [each.uid for each in mailbox.skipped] == [2]


def test_a_message_expunged_meanwhile() -> None:
    """It's gone, and that is no failure of the server's."""
    with serving(a_folder(1, 2, 3, gone=(2,))) as server:
        mailbox = server.mailbox()
        told = [header.uid for header in mailbox.headers("INBOX", Uid(0))]
        mailbox.close()

    assert (told, mailbox.skipped) == ([1, 3], ())


def test_a_folder_that_is_broken_altogether() -> None:
    """That is the folder's trouble, not one of single messages: it's refused, in the server's words."""
    uids = tuple(range(1, 101))
    with serving(a_folder(*uids, refused=uids)) as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match="Unable to load message"):
            list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()


PASSING = [b"NO [THROTTLED] Slow down", b"NO [UNAVAILABLE] Not now", b"NO [SERVERBUG] Oops", b"NO [INUSE] Wait"]


@pytest.mark.parametrize("refusal", PASSING)
def test_a_server_that_is_busy(refusal: bytes) -> None:
    """It's left alone at once, and no message is taken for gone or broken."""
    with serving(a_folder(*range(1, 101), refused=(37,), refusal=refusal)) as server:
        mailbox = server.mailbox()
        with pytest.raises(Transient, match="UID 1 to 100 of 'INBOX'"):
            list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()

    assert (len(fetches(server)), mailbox.skipped) == (1, ())


@pytest.mark.parametrize(
    ("listing", "family"),
    [(b"NO [THROTTLED] Slow down", Transient), (b"NO [SERVERBUG] Oops", Transient), (b"BAD Internal error", Refused)],
)
def test_a_server_that_does_not_say_what_is_there(listing: bytes, family: type[CricketsError]) -> None:
    """A message of which nothing can be learnt has not been expunged for that."""
    with serving(a_folder(1, 2, 3, refused=(2,), listing_refused=listing)) as server:
        mailbox = server.mailbox()
        with pytest.raises(family):
            list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()


@pytest.mark.parametrize("listing", [b"NO [THROTTLED] Slow down", b"BAD Internal error"])
def test_drafts_of_which_the_server_does_not_say_what_is_there(listing: bytes) -> None:
    """No listing is made of that."""
    with serving(a_folder(1, 2, 3, left_out=(2,), listing_refused=listing)) as server:
        mailbox = server.mailbox()
        with pytest.raises((Transient, Refused)):
            mailbox.drafts()
        mailbox.close()


@pytest.mark.parametrize(
    ("after", "unlisted"),
    [(0, (3,)), (0, (1,)), (0, (1, 2, 3)), (1, (3,)), (1, (1, 2, 3)), (2, (1, 2, 3))],
)
def test_a_list_that_is_cut_short(after: int, unlisted: tuple[int, ...]) -> None:
    """It's no list, wherever the reading begins."""
    folder = a_folder(1, 2, 3, unlisted=unlisted)
    with ScriptedServer({"UID FETCH": folder, "EXAMINE": opened(3), "FETCH": b"%t OK nothing\r\n"}) as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match="of 3 messages"):
            list(mailbox.headers("INBOX", Uid(after)))
        mailbox.close()


def test_a_server_that_passes_over_the_last_message() -> None:
    """Where "n:*" beyond the end gives nothing, the last message itself shows that none is new."""
    last = b"* 3 FETCH (UID 30)\r\n%t OK done\r\n"
    with ScriptedServer({"UID FETCH": b"%t OK nothing\r\n", "FETCH": last, "EXAMINE": opened(3)}) as server:
        mailbox = server.mailbox()
        assert list(mailbox.headers("INBOX", Uid(30))) == []
        mailbox.close()


def test_a_message_expunged_while_the_list_is_made() -> None:
    """The list is whole without it."""
    listing = b"* 1 FETCH (UID 1)\r\n* 2 FETCH (UID 2)\r\n* 3 EXPUNGE\r\n%t OK done\r\n"
    folder = a_folder(1, 2)
    replies: dict[str, Reply] = {"UID FETCH": folder, "UID FETCH 1:*": listing, "EXAMINE": opened(3)}
    with ScriptedServer(replies) as server:
        mailbox = server.mailbox()
        assert [header.uid for header in mailbox.headers("INBOX", Uid(0))] == [1, 2]
        mailbox.close()


def test_a_message_that_can_be_shown_again() -> None:
    """Asked for by itself, it's told, and no longer among those that can't be shown."""
    with serving(a_folder(1, 2, 3, refused=(2,))) as server:
        mailbox = server.mailbox()
        list(mailbox.headers("INBOX", Uid(0)))
        before = (list(mailbox.headers_of("INBOX", [Uid(2)])), mailbox.unreadable("INBOX"))
        server.replies["UID FETCH"] = a_folder(1, 2, 3)
        after = ([header.uid for header in mailbox.headers_of("INBOX", [Uid(2)])], mailbox.unreadable("INBOX"))
        mailbox.close()

    assert (before, after) == (([], (2,)), ([2], ()))


def test_what_reading_looks_at() -> None:
    """Exactly that is asked for: neither a field that nobody reads, nor too little of what is weighed."""
    assert sorted(FIELDS) == sorted(_named_in(reading_headers) | set(signs.FIELDS) | set(signs.POSTING))


def _named_in(module: ModuleType) -> set[str]:
    """The words in a module that could be the name of a field: `headers` has no others."""
    constants = (
        node.value for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Constant)
    )
    return {word for word in constants if isinstance(word, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", word)}


def test_a_draft_that_can_not_be_shown() -> None:
    """The listing of Drafts is whole, or there is none."""
    with serving(a_folder(1, 2, 3, refused=(2,))) as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match="UID 2"):
            mailbox.drafts()
        mailbox.close()


@pytest.mark.parametrize("cut", [b"* 1 FETCH (UID 1 FLAGS", b"* 1 FETCH (UID 1 BODY[X] {50}\r\nabc", b""])
def test_a_server_cut_in_the_middle_of_an_answer(cut: bytes) -> None:
    """It's tried again later; half an answer is none."""
    with ScriptedServer({"UID FETCH": cut + HANG_UP}) as server:
        mailbox = server.mailbox()
        with pytest.raises(Transient, match="hung up"):
            list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()


def test_a_folder_renumbered_while_it_is_read() -> None:
    """The UIDs mean other messages now: the reading ends, to begin anew."""
    validities = iter(range(7, 20))

    def examined(_command: bytes) -> bytes:
        return b"* 3 EXISTS\r\n* OK [UIDVALIDITY %d] ok\r\n" % next(validities) + b"%t OK opened\r\n"

    with ScriptedServer({"UID FETCH": a_folder(1, 2, 3), "EXAMINE": examined}) as server:
        mailbox = server.mailbox()
        mailbox.examine("INBOX")
        mailbox.examine("Other")
        with pytest.raises(Transient, match="renumbered"):
            list(mailbox.headers("INBOX", Uid(0)))
        mailbox.close()


def test_a_folder_without_uid_validity() -> None:
    """It's refused: no UID in it means anything tomorrow."""
    with ScriptedServer({"EXAMINE": b"* 3 EXISTS\r\n%t OK opened\r\n"}) as server:
        mailbox = server.mailbox()
        with pytest.raises(Refused, match="UIDVALIDITY"):
            mailbox.examine("INBOX")
        mailbox.close()
