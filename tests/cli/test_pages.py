"""Pages made of outcomes and threads that are rare to come by in a real mailbox."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console, RenderableType

from crickets.cli import shapes_of_a_thread, shapes_of_passes
from crickets.cli.once_page import once_page
from crickets.cli.show_page import show_page
from crickets.cli.words import Today, timing
from crickets.domain.decide import decide
from crickets.domain.mailbox import Retirement
from crickets.domain.plans import After, OnNext, OnWeekday, Overdue, Unit
from crickets.domain.thread import DraftState, Thread
from crickets.domain.verdict import Reason, State, Verdict, why
from crickets.errors import Transient
from crickets.service.once import Result
from crickets.service.outcome import Deed, Done, Outcome
from crickets.service.overview import Detail
from tests.builders import (
    NOW,
    ROME,
    a_bounce,
    a_done,
    a_draft,
    a_plan_order,
    a_policy,
    a_reply,
    a_sent,
    a_snooze,
    a_stop,
    a_thread,
    a_wait,
    ago,
    some_evidence,
)

POLICY = a_policy()
SENT = a_sent(ago(days=6))


def _printed(parts: Iterable[RenderableType], *, width: int = 140) -> str:
    screen = io.StringIO()
    console = Console(file=screen, width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        console.print(part)
    return screen.getvalue()


def _verdict(thread: Thread) -> Verdict:
    verdict = decide(thread, POLICY, some_evidence(), NOW)
    assert verdict is not None
    return verdict


def _passed(*done: Done, verdicts: tuple[Verdict, ...] = ()) -> tuple[Result, ...]:
    return (Result(account="work", outcome=Outcome(account="work", at=NOW, verdicts=verdicts, done=done)),)


@pytest.mark.parametrize(
    ("deed", "how", "trouble", "words"),
    [
        (Deed.TAKEN_BACK, Retirement.TO_TRASH, "", "taken back (moved to the trash)  negotiation, step 1 of 2"),
        (Deed.LEFT, Retirement.TOUCHED, "", "left in Drafts (left where it lies, as somebody has touched it)"),
        (Deed.OVERTAKEN, None, "Anna answered on 2026-06-16", "not laid after all  negotiation, step 1 of 2"),
        (Deed.OVERTAKEN, None, "Anna answered on 2026-06-16", "      Anna answered yesterday"),
        (Deed.REFUSED, None, "laying it: [OVERQUOTA]\nMake room.", "laying it: [OVERQUOTA]\n      Make room."),
        (Deed.UNWRITABLE, None, "x.j2: no\x1b[31m\nMend it.", "x.j2: no\\x1b[31m\n      Mend it."),
    ],
)
def test_each_deed(deed: Deed, how: Retirement | None, trouble: str, words: str) -> None:
    """What was done, on which step and how, is told; and summed up."""
    draft = None if deed is Deed.UNWRITABLE else a_draft(ago(days=1), parent=SENT)
    done = Done(deed=deed, verdict=_verdict(a_thread(SENT)), draft=draft, how=how, trouble=trouble)

    page = _printed(once_page(_passed(done), POLICY, NOW, dry_run=False))

    assert words in page
    assert "1 draft " in page
    assert "\x1b" not in page


@pytest.mark.parametrize("deed", list(Deed))
def test_each_deed_as_json(deed: Deed) -> None:
    """The document names the deed, and can be written."""
    draft = None if deed is Deed.UNWRITABLE else a_draft(ago(days=1), parent=SENT)
    done = Done(deed=deed, verdict=_verdict(a_thread(SENT)), draft=draft)

    document = json.loads(json.dumps(shapes_of_passes.once(_passed(done), POLICY, NOW, dry_run=False)))

    (told,) = document["accounts"][0]["done"]
    assert (told["deed"], told["subject"], told["step"]) == (deed.value, "The new site", 1)


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (Deed.SENT, "k3f9  sent by you (probably: as it was)  negotiation, step 1 of 2"),
        (Deed.THROWN_AWAY, "k3f9  thrown away by you (probably: as it was)"),
    ],
)
def test_what_the_owner_did(deed: Deed, words: str) -> None:
    """It's told with what proves it, and how surely."""
    draft = replace(a_draft(ago(days=1), parent=SENT), how="as it was", sure=False)
    done = Done(deed=deed, verdict=_verdict(a_thread(SENT)), draft=draft)

    page = _printed(once_page(_passed(done), POLICY, NOW, dry_run=False))

    assert words in page
    assert f"1 draft {deed.value} by you" in page


def test_an_account_that_is_held() -> None:
    """Why nothing is laid is told first, and nobody is said not to be waited for."""
    held = replace(_verdict(a_thread(SENT)), state=State.HELD)
    outcome = Outcome(account="work", at=NOW, verdicts=(held,), doubts=("Sent: it is suddenly empty",))
    passed = (Result(account="work", outcome=outcome),)

    page = _printed(once_page(passed, POLICY, NOW, dry_run=False))
    document = shapes_of_passes.once(passed, POLICY, NOW, dry_run=False)

    assert page.startswith("! work: Sent: it is suddenly empty")
    assert page.splitlines()[-1].startswith("1 thread held.")
    assert json.loads(json.dumps(document))["accounts"][0]["problems"] == ["Sent: it is suddenly empty"]


def test_a_thread_that_is_held() -> None:
    """It's told with its reason."""
    held = _verdict(a_thread(SENT, a_bounce(ago(days=5), of=SENT)))

    page = _printed(once_page(_passed(verdicts=(held,)), POLICY, NOW, dry_run=False))
    document = shapes_of_passes.once(_passed(verdicts=(held,)), POLICY, NOW, dry_run=False)

    assert "k3f9  held  Anna Rossi: The new site" in page
    assert "a mail to this thread came back on Fri 12 Jun" in page
    assert '"reason": "a mail to this thread came back on 2026-06-12' in json.dumps(document)


def test_a_call_that_is_due() -> None:
    """It's told with what is to be done, and counted."""
    due = replace(
        _verdict(a_thread(SENT)),
        state=State.TASK,
        reason=why(Reason.CALL_DUE, day="2026-06-12", note=": ask for the key"),
    )

    page = _printed(once_page(_passed(verdicts=(due,)), POLICY, NOW, dry_run=False))

    assert page.splitlines()[:2] == [
        "k3f9  due  Anna Rossi: The new site",
        "      a call is due since Fri 12 Jun: ask for the key",
    ]
    assert page.splitlines()[2].startswith("1 call or task due.")


def test_a_long_reason() -> None:
    """It's further in over all its lines."""
    note = "a word " * 60
    due = replace(_verdict(a_thread(SENT)), state=State.TASK, reason=why(Reason.TASK_DUE, day="2026-06-12", note=note))

    lines = _printed(once_page(_passed(verdicts=(due, due)), POLICY, NOW, dry_run=False)).splitlines()

    assert [line[:6] for line in lines if "word" in line] == [" " * 6] * len([line for line in lines if "word" in line])
    assert lines[-1].startswith("2 calls or tasks due.")


def test_what_belongs_to_the_line_above() -> None:
    """To whom a draft goes, and who is silent, is further in over all its lines too."""
    done = Done(deed=Deed.LAID, verdict=_verdict(a_thread(SENT)), draft=a_draft(ago(days=1), parent=SENT))
    detail = Detail(thread=a_thread(SENT), verdict=_verdict(a_thread(SENT)), evidence=some_evidence())

    once = _printed(once_page(_passed(done), POLICY, NOW, dry_run=False), width=44).splitlines()
    show = _printed(show_page(detail, POLICY, NOW), width=44).splitlines()

    assert [line[:6] for line in (*once[2:4], *show[1:3])] == [" " * 6] * 4


def test_drafts_that_lie_there() -> None:
    """Whose draft waits for its owner is silent too, and who is snoozed: nobody is waited for only where none is."""
    lying = replace(_verdict(a_thread(SENT)), state=State.DRAFTED)
    snoozed = replace(lying, state=State.SNOOZED)
    passed = _passed(verdicts=(lying, lying, snoozed))

    [page] = _printed(once_page(passed, POLICY, NOW, dry_run=False)).splitlines()
    [dry] = _printed(once_page(passed, POLICY, NOW, dry_run=True)).splitlines()

    assert page.startswith("2 drafts still in Drafts, to be read and sent, 1 thread snoozed.")
    assert dry.startswith("On a dry run: 2 drafts still in Drafts, to be read and sent, 1 thread snoozed. Nothing")


def test_several_accounts() -> None:
    """Each is named, and not like a heading with nothing below; one that failed keeps nothing from the others."""
    away = Result(account="home", error=Transient("it is away", remedy="Wait."))

    page = _printed(once_page((*_passed(), away, *_passed()), POLICY, NOW, dry_run=False))
    document = shapes_of_passes.once((*_passed(), away), POLICY, NOW, dry_run=False)

    assert page.splitlines() == [*["work  nothing to tell"] * 2, "Nobody is waited for."]
    assert '"error": {"what": "it is away", "remedy": "Wait.", "exit_code": 75}' in json.dumps(document)


def test_a_draft_laid_before_the_line_broke() -> None:
    """It's told all the same; of who else is silent nothing can be said."""
    done = Done(deed=Deed.LAID, verdict=_verdict(a_thread(SENT)), draft=a_draft(ago(days=1), parent=SENT))
    away = Result(account="work", error=Transient("it is away", remedy="Wait."), done_before=(done,))

    page = _printed(once_page((away,), POLICY, NOW, dry_run=False))
    document = shapes_of_passes.once((away,), POLICY, NOW, dry_run=False)

    assert "laid in Drafts" in page
    assert page.splitlines()[-1] == "1 draft laid."
    assert '"deed": "laid"' in json.dumps(document)


def test_no_account_that_could_be_read() -> None:
    """There is nothing to sum up: the errors say it all."""
    away = Result(account="home", error=Transient("it is away", remedy="Wait."))

    assert _printed(once_page((away,), POLICY, NOW, dry_run=False)) == ""


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DraftState.LAID, "its draft lies in Drafts"),
        (DraftState.EDITED, "its draft lies in Drafts, edited by you"),
        (DraftState.MISSING, "its draft left Drafts a moment ago"),
        (DraftState.INTENDED, "a draft is being laid"),
        (DraftState.THROWN_AWAY, "thrown away"),
        (DraftState.LOST, "its draft was lost"),
    ],
)
def test_each_fate_of_a_draft(state: DraftState, words: str) -> None:
    """The plan says what became of its step, the list of drafts how that is known."""
    draft = a_draft(ago(days=1), parent=SENT, state=state, how="a sign of it")
    thread = a_thread(SENT, drafts=(draft,))
    detail = Detail(thread=thread, verdict=_verdict(thread), evidence=some_evidence())

    page = _printed(show_page(detail, POLICY, NOW))

    assert words in page
    assert f"{state.value} since Tue 16 Jun 09:00 (a sign of it)" in page


def test_every_order() -> None:
    """The owner's words are listed as they were given."""
    orders = (
        a_snooze(ago(days=4), until=date(2026, 6, 15)),
        a_plan_order(ago(days=3), "project"),
        a_done(ago(days=2), step=1),
        a_wait(ago(days=2), After(count=2, unit=Unit.WEEKS), source=SENT.id),
        a_stop(ago(days=1)),
    )
    thread = a_thread(SENT, orders=orders)
    verdict = _verdict(thread)
    detail = Detail(thread=thread, verdict=verdict, evidence=some_evidence())

    page = _printed(show_page(detail, POLICY, NOW))
    document = shapes_of_a_thread.shown(detail, POLICY, NOW)

    by = "by dana+wait@studio.example"
    for words in ("snooze until Mon 15 Jun", "plan project", "step 2 done", f"first step after 2 weeks, {by}", "stop"):
        assert words in page
    told = json.loads(json.dumps(document))["orders"][3]
    assert [told[key] for key in ("order", "wait", "by", "source")] == [
        "wait",
        "after 2 weeks",
        "dana+wait@studio.example",
        SENT.id,
    ]
    assert {step["progress"] for step in json.loads(json.dumps(document))["steps"]} == {"off"}


def test_a_weekday_in_words() -> None:
    """The first one after a mail is told apart from that of the week after."""
    assert timing(OnNext(weekday=4)) == "on the next Friday"


def test_an_answered_thread() -> None:
    """Its plan comes no further, and nobody is said to be silent."""
    thread = a_thread(SENT, a_reply(ago(days=3), answering=SENT))
    detail = Detail(thread=thread, verdict=_verdict(thread), evidence=some_evidence())

    page = _printed(show_page(detail, POLICY, NOW))

    assert "answered: Anna Rossi answered on Sun 14 Jun" in page
    assert "Your turn since Sun 14 Jun" in page
    assert "Silent for" not in page


def test_days_in_words() -> None:
    """Near days have names, others their date, those of other years the year."""
    today = Today(now=NOW, zone=ROME)

    assert (
        today.said("due on 2026-06-18, laid 2026-06-17, not on 2026-06-16") == "due tomorrow, laid today, not yesterday"
    )
    assert today.said("since 2025-12-24") == "since Wed 24 Dec 2025"
    assert today.said("no day: 2026-13-45") == "no day: 2026-13-45"
    assert today.dated("due on 2026-06-18, laid 2025-12-24") == "due on Thu 18 Jun, laid Wed 24 Dec 2025"
    assert today.dated("no day: 2026-13-45") == "no day: 2026-13-45"
    assert [today.ago(ago(minutes=m)) for m in (0, 1, 130, 60 * 49)] == [
        "just now",
        "1 minute ago",
        "2 hours ago",
        "2 days ago",
    ]
    assert today.ago(ago(hours=-2)) == "on Wed 17 Jun 11:00"


def test_when_a_step_falls_due_in_words() -> None:
    """Each timing has its own."""
    assert timing(Overdue(count=1, unit=Unit.DAYS)) == "1 day after the invoice is due"
    assert timing(Overdue(count=2, unit=Unit.WEEKS)) == "2 weeks after the invoice is due"
    assert timing(After(count=36, unit=Unit.HOURS)) == "after 36 hours"
    assert timing(OnWeekday(weekday=1)) == "on Tuesday of next week"


@pytest.mark.parametrize(
    "sentence",
    [
        "set invoices.reference_rates = { 2026-06-16 = … }",
        "`crickets invoice paid 2026-06-16` ends it",
        "invoice 2026-06-16: it's paid",
        "it seems to bring an invoice along (2026-06-16, 1250.00 EUR)",
        "the notices of zzzz tell the client of invoice 2026-06-16 too",
        "it can't be read: invoice-2026-06-16.pdf",
        "it can't be read: 2026-06-16.pdf",
        "it can't be read: RE-2026-06-16-b.pdf",
    ],
)
def test_what_is_no_day(sentence: str) -> None:
    """Numbers of invoices, names of files and what is to be typed stay as they stand, though they look like days."""
    today = Today(now=NOW, zone=ROME)

    assert (today.said(sentence), today.dated(sentence)) == (sentence, sentence)
