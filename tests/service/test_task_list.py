"""The daemon and the owner's task list: ticks are heeded, and whatever the list does, no mail waits for it."""

from __future__ import annotations

import asyncio
import queue
import threading
from datetime import timedelta

from crickets.domain.words_given import WordsGiven
from crickets.notify.service_manager import ServiceManager
from crickets.service.beside import Beside
from crickets.service.clock import system_clock
from crickets.service.crew import Crew, Watched
from crickets.service.outcome import Outcome
from crickets.service.threads import in_a_thread
from crickets.web import PATIENCE
from tests.notify.test_dav import say_nothing
from tests.notify.web import a_web
from tests.servers.mail import a_message
from tests.servers.radicale import Radicale
from tests.servers.server import PASSWORD, ImapServer
from tests.service.fakes import MOVED, FakeSession, FakeWatch
from tests.service.stage import ME, Stage, a_silence, ago

SOON = 15.0
BY_PHONE = (
    '\n[plans.negotiation]\nsteps = [{ after = "5 days", do = "call" }, { after = "1 days", template = "check-in" }]\n'
)


def a_table(url: str, username: str) -> str:
    """The config's word on a list."""
    lines = f'caldav_url = "{url}"', f'username = "{username}"', 'password_env = "TASKS_PASSWORD"'
    return "\n".join(("", "[tasks]", *lines, ""))


def test_a_tick(stage: Stage, dovecot_sdbox: ImapServer, radicale: Radicale) -> None:
    """It's seen with the next pass, and is an order like those that are given by command."""
    hers, box = radicale.a_list(), stage.add(dovecot_sdbox)
    a_silence(box)
    stage.extra = BY_PHONE + a_table(hers.url, hers.username)
    with stage.daemon(TASKS_PASSWORD=PASSWORD) as daemon:
        daemon.wait_for(lambda: daemon.heard("task.put") and daemon.heard("watch.began"))
        hers.tick()
        box.put("INBOX", a_message(sender="Ben <ben@other.example>", to=ME, at=ago(0), subject="Hello"))
        daemon.hear("task.done", within=SOON)
        daemon.hear("orders.given", within=SOON)
        daemon.hear("pass.ended", within=SOON)
        daemon.end()

    assert stage.problems() == {"work": ""}


def test_a_list_that_says_nothing(stage: Stage, dovecot_sdbox: ImapServer) -> None:
    """The daemon needn't wait for it to end, and that is no problem of the list's."""
    box = stage.add(dovecot_sdbox)
    a_silence(box)
    with a_web(say_nothing) as web:
        stage.extra = a_table(web.place.url, "dana")
        with stage.daemon(TASKS_PASSWORD=PASSWORD) as daemon:
            daemon.hear("draft.appended")
            daemon.wait_for(lambda: web.requests)
            assert daemon.end() < PATIENCE.total_seconds()

    assert "" not in stage.problems()


class Waiting:
    """Sees to nothing until it's let go; tells what it was about to see to."""

    def __init__(self) -> None:
        self.seen: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        self.free = threading.Semaphore(0)
        self.interrupted = threading.Event()

    def see_to(self, outcome: Outcome) -> None:
        self.seen.put(outcome)
        assert self.free.acquire(timeout=SOON)

    def interrupt(self) -> None:
        self.interrupted.set()
        self.free.release()


def test_passes_meanwhile() -> None:
    """They go on while the list is waited for; then only what the last of them has found is seen to."""
    session, watch, waiting = FakeSession(), FakeWatch(), Waiting()
    crew = Crew(
        accounts=(Watched(session=lambda _: session, poll_every=timedelta(hours=1), watch=lambda: watch),),
        manager=ServiceManager(),
        clock=system_clock,
        orders_given=WordsGiven,
        beside=Beside(to=waiting),
    )

    async def main() -> tuple[Outcome, Outcome]:
        work = asyncio.create_task(crew.work())
        first = await in_a_thread(lambda: waiting.seen.get(timeout=SOON), name="ear")
        for _ in ("the first", "for the line", "a mail", "another"):
            await in_a_thread(lambda: session.begun.get(timeout=SOON), name="ear")
            watch.news.put(MOVED)
        waiting.free.release()
        last = await in_a_thread(lambda: waiting.seen.get(timeout=SOON), name="ear")
        work.cancel()
        await asyncio.wait((work,))
        return first, last

    first, last = asyncio.run(main())

    assert session.passes >= 4
    assert last.at > first.at
    assert waiting.seen.empty()
    assert waiting.interrupted.is_set()
