"""
The plans, lived from the first mail to the last step on a real server, in each language.

Every draft's text is kept as its client would have read it: `python -m tests.cycle.test_plans_lived` writes the files
anew, and whoever does so reads what has changed.
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import email.utils
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crickets.domain.thread import Order, OrderKind
from crickets.domain.verdict import State
from crickets.service.application import give
from crickets.writing import LANGUAGES
from tests.cycle.letters import EXCHANGES, Exchange
from tests.cycle.stage import ME, Stage, a_message, a_stage, days_later
from tests.reading.invoices.samples import a_ubl
from tests.servers.dovecot import Dovecot
from tests.servers.mail import Attachment, Mail
from tests.servers.mailbox import Stored
from tests.servers.server import ImapServer

FOLDER = Path(__file__).with_name("golden")
PLANS = ("negotiation", "project", "invoice", "lost")
DAYS = (2, 3, 5, 6, 7, 12, 13, 16, 17, 32, 62, 92, 120)
"""On which days after the first mail something falls due, and one long after all of it."""

_CLIENT = """
[[clients]]
name = "{plan}"
match = ["*@{plan}.example"]
plan = "{plan}"
language = "{language}"
phone = "+39 06 1234567"
"""


@dataclass(slots=True, kw_only=True)
class Life:
    """Four clients, one for each plan, none of whom ever answers; the owner sends each draft as it is."""

    stage: Stage
    exchange: Exchange
    story: list[str] = field(default_factory=list)

    def begin(self, language: str) -> None:
        """All four are written to on the first day; the invoice is due two days later."""
        self.stage.extra = "".join(_CLIENT.format(plan=plan, language=language) for plan in PLANS)
        for plan in PLANS:
            due = f"<cbc:DueDate>{days_later(2).date()}</cbc:DueDate>"
            bill = ("2026-014.xml", "application/xml", a_ubl(due=due, issued="2026-02-16"))
            self._write(plan, (bill,) if plan == "invoice" else ())

    def _write(self, plan: str, files: tuple[Attachment, ...]) -> None:
        client = f"{self.exchange.client} <anna@{plan}.example>"
        asked = a_message(client, ME, self.exchange.subject, self.exchange.asked, at=days_later(-1))
        answered = a_message(
            ME, client, "", self.exchange.answered, at=days_later(0), reply_to=asked, attachments=files
        )
        self.stage.box.put("INBOX", asked, flags=["\\Seen"])
        self.stage.box.put("Sent", answered, flags=["\\Seen"])

    def live(self) -> str:
        """The whole story: what fell due on which day, with the drafts' full text."""
        for days in DAYS:
            self.stage.look(days + 0.1)
            for draft in sorted(self.stage.drafts, key=lambda each: each.mail.header("To")):
                self.story.append(f"======== day {days}: {_told(draft)}")
                self._send(draft, days_later(days + 0.2))
            self.story.extend(f"======== day {days}: {task}\n" for task in self._tasks_done())
        assert {verdict.state for verdict in self.stage.overview().threads} == {State.CLOSED}
        return "\n".join(self.story)

    def _send(self, draft: Stored, at: dt.datetime) -> None:
        sent = email.message_from_bytes(draft.raw, policy=email.policy.SMTP)
        sent.replace_header("Date", email.utils.format_datetime(at))
        self.stage.box.put("Sent", Mail(sent.as_bytes()), at=at, flags=["\\Seen"])
        self.stage.box.remove("Drafts", draft.uid, to_trash=False)

    def _tasks_done(self) -> Iterator[str]:
        """The calls and tasks that are due, told and done."""
        for verdict in self.stage.overview().tasks:
            assert verdict.planned is not None
            with self.stage.application() as app:
                give(app, verdict.thread, Order(kind=OrderKind.DONE, at=self.stage.clock(), step=verdict.step))
            yield f"{verdict.plan}, a {verdict.planned.do.value}: {verdict.planned.note}"


def _told(draft: Stored) -> str:
    message = email.message_from_bytes(draft.raw, policy=email.policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    files = ", ".join(str(part.get_filename()) for part in message.iter_attachments())
    plan = str(message["To"]).partition("@")[2].partition(".")[0]
    head = f"{plan}\n{message['Subject']}\n{f'({files})' if files else ''}".rstrip()
    return f"{head}\n\n{body.get_content()}".replace("\r\n", "\n")


def lived(server: ImapServer, language: str, home: Path) -> str:
    """Four months in one language."""
    with a_stage(server, home) as stage:
        life = Life(stage=stage, exchange=EXCHANGES[language])
        life.begin(language)
        return life.live()


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_plans(dovecot_sdbox: ImapServer, tmp_path: Path, language: str) -> None:
    """Each step comes on its day, in the client's language, and the plan ends; no word is otherwise than reviewed."""
    assert lived(dovecot_sdbox, language, tmp_path) == (FOLDER / f"{language}.txt").read_text("utf-8")


def write_anew() -> None:
    """The files as the plans are lived now."""
    FOLDER.mkdir(exist_ok=True)
    server = Dovecot()
    try:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as home:
                (FOLDER / f"{language}.txt").write_text(lived(server, language, Path(home)), "utf-8")
    finally:
        server.stop()


if __name__ == "__main__":
    write_anew()
