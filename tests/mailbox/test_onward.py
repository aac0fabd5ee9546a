"""Reading a folder on without a list of it, as long as the numbers of its messages show that none is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crickets.domain.mailbox import Uid
from crickets.errors import Refused, Transient
from crickets.mailbox.headers import BATCH
from crickets.mailbox.onward import AHEAD
from tests.mailbox.scripted import ScriptedServer
from tests.mailbox.scripted_folder import a_folder, opened

_LISTING = "(UID)"


def serving(folder: Callable[[bytes], bytes], exists: int, uid_next: int) -> ScriptedServer:
    """A server with one such folder, of which it tells the UID that comes next."""
    return ScriptedServer({"UID FETCH": folder, "EXAMINE": opened(exists, uid_next)})


def read(server: ScriptedServer, after: int = 0) -> tuple[list[int], list[int]]:
    """The UIDs of the messages told, and of those skipped by name."""
    mailbox = server.mailbox()
    try:
        told = [int(header.uid) for header in mailbox.headers("INBOX", Uid(after))]
        return told, [int(skipped.uid) for skipped in mailbox.skipped]
    finally:
        mailbox.close()


def asked(server: ScriptedServer) -> list[str]:
    """The sets of messages that headers were asked of; "list" for a list."""
    said = [said.split() for said in server.said if said.startswith("UID FETCH")]
    return ["list" if words[3] == _LISTING else words[2] for words in said]


def test_a_folder_with_few_gaps() -> None:
    """It's read by spans of UIDs, and no list is made."""
    uids = [uid for uid in range(1, 2 * BATCH + 2) if uid % 7]
    with serving(a_folder(*uids), len(uids), 2 * BATCH + 2) as server:
        assert read(server) == (uids, [])

    assert asked(server) == [f"1:{BATCH}", f"{BATCH + 1}:{2 * BATCH}", f"{2 * BATCH + 1}:{2 * BATCH + 1}"]


def test_a_span_without_any_message() -> None:
    """It's passed over: no number is missing."""
    uids = (*range(1, BATCH + 1), *range(2 * BATCH + 1, 3 * BATCH + 1))
    with serving(a_folder(*uids), len(uids), 3 * BATCH + 1) as server:
        assert read(server) == (list(uids), [])

    assert "list" not in asked(server)


def test_a_folder_of_which_most_is_gone() -> None:
    """It's listed: most spans of its UIDs would hold nothing."""
    uids = (1, 5 * BATCH, 9 * BATCH)
    with serving(a_folder(*uids), 3, 9 * BATCH + 1) as server:
        assert read(server) == (list(uids), [])

    assert asked(server) == ["list", f"1:{9 * BATCH}"]


def test_what_is_new() -> None:
    """It takes one question, however sparse the folder is."""
    with serving(a_folder(7, 9_000, 9_001), 3, 9_002) as server:
        assert read(server, after=8_999) == ([9_000, 9_001], [])

    assert asked(server) == ["9000:9001"]


def test_what_comes_next() -> None:
    """It's asked for while what came before is not yet used, and no more than so much ahead."""
    uids = range(1, 6 * BATCH + 1)
    with serving(a_folder(*uids), len(uids), len(uids) + 1) as server:
        mailbox = server.mailbox()
        headers = mailbox.headers("INBOX", Uid(0))
        next(headers)
        ahead = len(asked(server))
        told = 1 + sum(1 for _ in headers)
        mailbox.close()

    assert (told, ahead <= 1 + AHEAD) == (len(uids), True)
    assert len(asked(server)) == 6


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_message_passed_over_in_silence(missing: int) -> None:
    """It's noticed wherever it lies, and skipped by name."""
    with serving(a_folder(1, 2, 3, left_out=(missing,)), 3, 4) as server:
        assert read(server) == ([uid for uid in (1, 2, 3) if uid != missing], [missing])


def test_a_message_passed_over_in_silence_far_behind() -> None:
    """What was read before it isn't read again."""
    uids = range(1, 3 * BATCH + 1)
    with serving(a_folder(*uids, left_out=(2 * BATCH + 5,)), len(uids), len(uids) + 1) as server:
        told, skipped = read(server)

    assert (told, skipped) == ([uid for uid in uids if uid != 2 * BATCH + 5], [2 * BATCH + 5])
    assert asked(server).count(f"1:{BATCH}") == 1


@pytest.mark.parametrize("unlisted", [1, 2, 3])
def test_a_message_that_is_nowhere(unlisted: int) -> None:
    """Neither told nor listed, but counted: the folder is refused."""
    folder = a_folder(1, 2, 3, left_out=(unlisted,), unlisted=(unlisted,))
    with serving(folder, 3, 4) as server, pytest.raises(Refused, match="2 of 3"):
        read(server)


def test_a_uidnext_that_lags() -> None:
    """The last number isn't that of the last message: what lies above is looked for."""
    with serving(a_folder(1, 2, 3), 3, 3) as server:
        assert read(server) == ([1, 2, 3], [])


def test_a_message_for_which_the_server_fails() -> None:
    """The others are told, and which one was skipped."""
    uids = range(1, 101)
    with serving(a_folder(*uids, refused=(37,)), 100, 101) as server:
        assert read(server) == ([uid for uid in uids if uid != 37], [37])


def test_a_message_that_is_told_badly() -> None:
    """It's asked for by itself; where that is no help it's skipped by name."""
    with serving(a_folder(1, 2, 3, whole_only=(1,), broken=(2,)), 3, 4) as server:
        assert read(server) == ([1, 3], [2])


def test_a_message_expunged_meanwhile() -> None:
    """It's gone, and that is no failure of the server's."""
    with serving(a_folder(1, 2, 3, gone=(2,)), 3, 4) as server:
        assert read(server) == ([1, 3], [])


def test_a_server_that_tells_of_an_expunge() -> None:
    """From there on numbers prove nothing, and the folder is opened anew and listed."""
    folder = a_folder(2, 3)

    def expunging(command: bytes) -> bytes:
        server.replies |= {"UID FETCH": folder, "EXAMINE": opened(2, 4)}
        return b"* 1 EXPUNGE\r\n" + folder(command)

    with serving(expunging, 3, 4) as server:
        assert read(server) == ([2, 3], [])

    assert asked(server) == ["1:3", "list", "2:3"]


def test_a_server_that_is_busy() -> None:
    """It's left alone at once."""
    folder = a_folder(1, 2, 3, refused=(2,), refusal=b"NO [UNAVAILABLE] Not now")
    with serving(folder, 3, 4) as server, pytest.raises(Transient, match="UID 1 to 3"):
        read(server)

    assert asked(server) == ["1:3"]
