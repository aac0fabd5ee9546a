"""
Nine days of a designer's mailbox: what people do by the script, and what Crickets does about it by itself.
"""

from __future__ import annotations

import email
import email.policy
import itertools
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

from crickets.demo import people
from crickets.demo.bills import File, invoice
from crickets.demo.hands import Hands, Lying
from crickets.demo.people import EXCHANGES, OWNER, Exchange, letter
from crickets.demo.server import HOST, serving
from crickets.service.application import Application, open_application
from crickets.service.outcome import Deed, Outcome
from crickets.service.overview import Overview, overview_of
from crickets.service.unwatched import Unwatched

ZONE = ZoneInfo("Europe/Rome")
_PASSWORD = "crickets-sing"  # noqa: S105 - of a mailbox that lives in memory for some seconds
_READ = r"(\Seen)"

_CONFIG = """
[me]
name = "Dana Levi"
addresses = ["dana@studio.example"]
timezone = "Europe/Rome"

[accounts.studio]
host = "{host}"
port = {port}
tls = "none"
username = "dana"
password_env = "STUDIO_PASSWORD"

[calendar]
holidays = "IT"

[[clients]]
name = "Tischlerei Vogel"
match = ["*@tischlerei-vogel.example"]
plan = "project"
phone = "+49 30 1234567"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidDraft:
    """A draft as it lies in Drafts: the header that matters, its text, and the files that it brings along."""

    sender: str
    to: str
    subject: str
    text: str
    attached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One moment of the story: what happened since the last, what Crickets did, and how things stand then."""

    at: datetime
    happened: tuple[str, ...]
    laid: tuple[LaidDraft, ...]
    taken_back: tuple[str, ...]
    overview: Overview


@dataclass(slots=True)
class MovingClock:
    """The story's clock: it stands still until it's moved."""

    now: datetime

    def __call__(self) -> datetime:
        """The story's present."""
        return self.now


def story(home: Path) -> Generator[Chapter, None, None]:
    """The chapters, each lived as it's asked for; `home` is an empty folder for the config and the ledger."""
    with serving("dana", _PASSWORD) as port:
        config = home / "config.toml"
        config.write_text(_CONFIG.format(host=HOST, port=port), encoding="utf-8")
        clock = MovingClock(_at(3, 2))
        with open_application(config, environment_of(home), exclusive=True, clock=clock) as app:
            yield from _Stage(app=app, clock=clock, hands=Hands(port=port, user="dana", password=_PASSWORD)).play()


def environment_of(home: Path) -> dict[str, str]:
    """By which a command finds the story's password and ledger."""
    return {"STUDIO_PASSWORD": _PASSWORD, "STATE_DIRECTORY": str(home / "state"), "HOME": str(home)}


def _at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@dataclass(slots=True, kw_only=True)
class _Stage:
    """Everybody at their places."""

    app: Application
    clock: MovingClock
    hands: Hands
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    sent: dict[str, EmailMessage] = field(default_factory=dict)
    happened: list[str] = field(default_factory=list)

    def play(self) -> Iterator[Chapter]:
        """The whole story."""
        for scene in (self._before, self._monday, self._tuesday, self._wednesday, self._thursday, self._next_week):
            yield from scene()

    def _before(self) -> Iterator[Chapter]:
        for name, asked, answered in (
            ("anna", _at(2, 23, 10), _at(2, 24, 11)),
            ("tom", _at(2, 24, 15), _at(2, 25, 9)),
            ("katarzyna", _at(2, 25, 12), _at(2, 26, 10)),
            ("sigridur", _at(2, 26, 14), _at(2, 27, 16)),
        ):
            self._exchange(name, EXCHANGES[name], asked, answered)
        self._tom_is_away()
        self._other_plans()
        self._receive(people.MARK, "When will the posters be ready?", people.MARKS_QUESTION, _at(2, 27, 9))
        self._receive(people.NEWS, "Five serifs", people.THE_NEWS, _at(2, 28, 7), {"List-Id": "<typeweekly.example>"})
        self._tell("Dana has answered four clients last week; none of them has written since.")
        self._tell(
            "And there are a running project (Lena), an invoice (Pierre), a declined offer (María), and a shop "
            "that has never written (Emma): each goes by a plan of its own."
        )
        self._tell(
            "Tom's mailbox says that he is away until Friday: that is no answer, and no silence before he is back."
        )
        yield self._pass(_at(3, 2, 8, 0))

    def _monday(self) -> Iterator[Chapter]:
        yield self._pass(_at(3, 2, 8, 31))
        self.sent["anna"] = self.hands.send(self._draft_to(people.ANNA), _at(3, 2, 9, 5))
        self.hands.edit(self._draft_to(people.TOM), people.DANAS_OWN_WORDS, _at(3, 2, 9, 10))
        self._tell("Dana sends the draft to Anna as it is, and puts the one to Tom into her own words.")
        yield self._pass(_at(3, 2, 9, 30))

    def _tuesday(self) -> Iterator[Chapter]:
        yield self._pass(_at(3, 3, 8, 31))
        self.hands.send(self._draft_to(people.LENA), _at(3, 3, 9))
        self.hands.send(self._draft_to(people.PIERRE), _at(3, 3, 9, 10))
        self._tell("Dana sends the drafts to Lena and to Pierre.")
        self.hands.throw_away(self._draft_to(people.KATARZYNA))
        self._tell("Dana throws the draft to Katarzyna away.")
        yield self._pass(_at(3, 3, 9, 30))

    def _wednesday(self) -> Iterator[Chapter]:
        yield self._pass(_at(3, 4, 8, 31))
        self._answer("sigridur", people.SIGRIDURS_ANSWER, _at(3, 4, 14))
        self._tell("Sigríður answers before Dana has sent the draft.")
        yield self._pass(_at(3, 4, 14, 1))

    def _thursday(self) -> Iterator[Chapter]:
        self.sent["tom"] = self.hands.send(self._draft_to(people.TOM), _at(3, 5, 10))
        self._tell("Dana sends the mail to Tom that she has put into her own words.")
        yield self._pass(_at(3, 5, 10, 1))

    def _next_week(self) -> Iterator[Chapter]:
        yield self._pass(_at(3, 9, 8, 31))
        self._answer("anna", people.ANNAS_ANSWER, _at(3, 9, 17))
        self._tell("Anna has answered on Monday afternoon; the last mail to her need not be sent.")
        yield self._pass(_at(3, 10, 8, 31))

    def _other_plans(self) -> None:
        self._exchange("lena", people.LENAS, _at(2, 26, 9), _at(2, 26, 17))
        bill = invoice("2026-07", seller="Dana Levi", issued="2026-01-31", due="2026-03-02", total="1450.00")
        self._exchange("pierre", people.PIERRES, _at(1, 30, 15), _at(1, 31, 10), files=bill)
        self._exchange(
            "maria", people.MARIAS, _at(2, 26, 11), _at(2, 26, 12), headers={"Bcc": "dana+lost@studio.example"}
        )
        cold = letter(
            OWNER,
            people.EMMA,
            "Je etalage",
            people.TO_EMMA,
            number=next(self.numbers),
            headers={"Bcc": "dana+cold@studio.example"},
        )
        self.hands.put("Sent", cold, _at(2, 23, 12), _READ)

    def _exchange(
        self,
        name: str,
        exchange: Exchange,
        asked: datetime,
        answered: datetime,
        headers: dict[str, str] | None = None,
        files: tuple[File, ...] = (),
    ) -> None:
        question = self._receive(exchange.client, exchange.subject, exchange.asked, asked)
        answer = self._letter(
            OWNER, exchange.client, exchange.subject, exchange.answered, answers=question, headers=headers, files=files
        )
        self.hands.put("Sent", answer, answered, _READ)
        self.sent[name] = answer

    def _tom_is_away(self) -> None:
        away = self._letter(people.TOM, OWNER, "", people.TOMS_ABSENCE, answers=self.sent["tom"])
        away["Auto-Submitted"] = "auto-replied"
        self.hands.put("INBOX", away, _at(2, 25, 9, 1))

    def _receive(
        self, sender: Address, subject: str, text: str, at: datetime, headers: dict[str, str] | None = None
    ) -> EmailMessage:
        mail = letter(sender, OWNER, subject, text, number=next(self.numbers), headers=headers)
        self.hands.put("INBOX", mail, at, _READ)
        return mail

    def _answer(self, name: str, text: str, at: datetime) -> None:
        answer = self._letter(EXCHANGES[name].client, OWNER, "", text, answers=self.sent[name])
        self.hands.put("INBOX", answer, at)

    def _letter(
        self,
        sender: Address,
        to: Address,
        subject: str,
        text: str,
        *,
        answers: EmailMessage,
        headers: dict[str, str] | None = None,
        files: tuple[File, ...] = (),
    ) -> EmailMessage:
        number = next(self.numbers)
        return letter(sender, to, subject, text, number=number, answers=answers, headers=headers, files=files)

    def _draft_to(self, client: Address) -> Lying:
        return next(d for d in self.hands.drafts() if client.addr_spec in str(d.message["To"]))

    def _tell(self, what: str) -> None:
        self.happened.append(what)

    def _pass(self, at: datetime) -> Chapter:
        """Crickets has a look."""
        self.clock.now = at
        session = self.app.session("studio", Unwatched())
        try:
            outcome = session.look()
        finally:
            session.close()
        happened, self.happened = tuple(self.happened), []
        return Chapter(
            at=at,
            happened=happened,
            laid=tuple(_laid(done.message) for done in outcome.done if done.deed is Deed.LAID),
            taken_back=_taken_back(outcome),
            overview=overview_of(self.app.ledger, self.app.accounts, self.app.settings.policy, at),
        )


def _taken_back(outcome: Outcome) -> tuple[str, ...]:
    return tuple(
        f"the draft to {done.verdict.client}: {done.verdict.reason}"
        for done in outcome.done
        if done.deed is Deed.TAKEN_BACK
    )


def _laid(raw: bytes) -> LaidDraft:
    message = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    body = message.get_body(("plain",))
    return LaidDraft(
        sender=str(message["From"]),
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=str(body.get_content()) if body is not None else "",
        attached=tuple(str(part.get_filename()) for part in message.iter_attachments()),
    )
