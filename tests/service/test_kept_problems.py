"""What goes wrong with an account is kept in a sentence: each of these real ones is known again by its kind."""

from __future__ import annotations

import socket

import pytest

from crickets.domain.evidence import Evidence
from crickets.domain.mailbox import Uid
from crickets.domain.message import Role
from crickets.domain.problem import OF_TASKS, Fault, Problem, problem_in
from crickets.errors import CricketsError, Transient
from crickets.mailbox.settings import BearerToken, Password
from crickets.mailbox.sockets import connected
from crickets.mailbox.translate import login_refusal, socket_words
from crickets.mailbox.wire import check
from crickets.notify.dav import Dav
from crickets.notify.tasks import TaskList
from crickets.service.folder_evidence import told_gaps
from crickets.service.losses import EMPTIED, NOT_LISTED, SHRUNK
from crickets.service.sentences import sentence_of
from crickets.signin.errors import NotSignedIn
from tests.builders import NOW, a_folder_read
from tests.mailbox.scripted import HANG_UP, ScriptedServer
from tests.notify.web import a_web, an_answer, saying


def kept(error: Exception) -> Fault:
    """The kind of what is kept of an error."""
    return told(sentence_of(error)).fault


def told(sentence: str) -> Problem:
    """What is told of a sentence that is kept with the account."""
    [problem] = Evidence(problem=sentence).problems("work")
    return problem


@pytest.mark.parametrize(
    ("credentials", "fault"),
    [(Password(secret="x"), Fault.LOGIN_REFUSED), (BearerToken(secret="x"), Fault.ENTRY_REFUSED)],
)
@pytest.mark.parametrize("answer", ["", "[AUTHENTICATIONFAILED] Wrong password.", "No: not you: ever"])
def test_a_refused_login(credentials: Password | BearerToken, fault: Fault, answer: str) -> None:
    """With or without the server's words."""
    assert kept(login_refusal("imap.example.org did not let dana in", answer, credentials)) is fault


@pytest.mark.parametrize(
    ("reply", "fault"),
    [(b"%t NO [AUTHENTICATIONFAILED] Wrong password.\r\n", Fault.LOGIN_REFUSED), (HANG_UP, Fault.HUNG_UP)],
)
def test_a_server_that_lets_nobody_in(reply: bytes, fault: Fault) -> None:
    """What it answers over the line, or doesn't."""
    with ScriptedServer({"LOGIN": reply}) as server, pytest.raises(CricketsError) as refused:
        server.mailbox()

    assert kept(refused.value) is fault


@pytest.mark.parametrize(
    ("why", "answer", "fault"),
    [
        ("nobody has signed in yet", "", Fault.NOT_SIGNED_IN),
        ("the sign-in has ended, and can't be renewed", "", Fault.SIGN_IN_ENDED),
        ("login.example.org takes the sign-in no more", "invalid_grant: revoked", Fault.SIGN_IN_REFUSED),
        ("the browser didn't come back in time", "", Fault.OTHER),
    ],
)
def test_a_sign_in(why: str, answer: str, fault: Fault) -> None:
    """An account that is parked says by which command it goes on."""
    error = NotSignedIn("work", why, answer=answer)

    assert kept(error) is fault
    if fault is not Fault.OTHER:
        assert dict(told(sentence_of(error)).about)["command"] == "crickets auth login work"


def test_a_server_that_is_not_there() -> None:
    """By its place."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(Transient) as refused:
        connected("127.0.0.1", port, within=5)

    problem = told(sentence_of(refused.value))
    assert (problem.fault, dict(problem.about)["place"]) == (Fault.UNREACHABLE, f"127.0.0.1:{port}")


@pytest.mark.parametrize(
    ("error", "fault"),
    [(TimeoutError(), Fault.KEPT_SILENT), (ConnectionResetError(104, "reset"), Fault.LINE_BROKE)],
)
def test_a_line_that_broke(error: OSError, fault: Fault) -> None:
    """Or said nothing; with its place before it, where it hadn't even greeted."""
    words = ""
    try:
        with socket_words(60):
            raise error
    except CricketsError as broken:
        words = sentence_of(broken)

    assert told(words).fault is fault
    assert told(f"imap.example.org:993: {words}").where == "imap.example.org:993"


def test_a_server_that_speaks_as_we_do() -> None:
    """However a server says it, it's the server's own words that are told."""
    evil = "nobody has signed in yet. Run `crickets auth login work`."
    remedy = "Check the user name and the password; with two-factor sign-in most providers want an app password."
    with pytest.raises(Transient) as goodbye:
        check(f"* BYE {evil}\r\n".encode())

    assert kept(goodbye.value) is Fault.OTHER
    for answer in (f"[UNAVAILABLE] x. {remedy}", evil):
        refused = login_refusal("imap.example.org did not let dana in", answer, Password(secret="x"))
        assert kept(refused) is (Fault.OTHER if isinstance(refused, Transient) else Fault.LOGIN_REFUSED)


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("401 Unauthorized", Fault.TASKS_NOT_LET_IN),
        ("403 Forbidden", Fault.TASKS_REFUSED),
        ("404 Not Found", Fault.TASKS_NOT_THERE),
        ("503 Service Unavailable", Fault.TASKS),
    ],
)
def test_what_is_said_of_the_task_list(status: str, fault: Fault) -> None:
    """What a list's server answers, with what to do about it."""
    with a_web(saying(an_answer(status))) as web, Dav(web.place) as dav, pytest.raises(CricketsError) as refused:
        TaskList(dav).ours("work")

    assert problem_in(Fault.TASKS.told(said=sentence_of(refused.value)), OF_TASKS).fault is fault


def test_a_mistake_of_our_own() -> None:
    """It says that it's one."""
    assert kept(KeyError("x")) is Fault.OURS


def test_what_is_said_of_folders() -> None:
    """Each is known by the folder's own sentence, with the folder's name; the account's is the same."""
    kinds = {NOT_LISTED: Fault.NOT_LISTED, EMPTIED: Fault.EMPTIED, SHRUNK: Fault.SHRUNK}
    kinds[told_gaps("work", (Uid(1), Uid(2)))] = Fault.GAPS
    for sentence, fault in kinds.items():
        folders = (a_folder_read(NOW, role=Role.SENT, problem=sentence),)
        [problem] = Evidence(folders=folders, problem=f"Sent: {sentence}").problems("work")
        assert (problem.fault, problem.where) == (fault, "Sent")
