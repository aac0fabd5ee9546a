"""The control folders: what they are called, and what each orders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crickets.domain.control import Control, control_in, controls_of
from crickets.domain.mailbox import Folder
from crickets.domain.message import Role
from crickets.domain.plans import BUILT_IN
from crickets.domain.thread import Order, OrderKind
from tests.builders import a_calendar, a_sent, june

MAIL = a_sent(june(1))


def titles(*plans: str) -> list[str]:
    """What the folders are called that there are to be for these plans."""
    return [control.title for control in controls_of(plans)]


def found(*levels: str) -> str:
    """Which control folder a folder of that name is, or nothing."""
    control = control_in(Folder(name="/".join(levels), role=Role.OTHER, levels=levels), controls_of(BUILT_IN))
    return "" if control is None else control.name


def ordered(title: str, day: int = 10) -> Order:
    """What the folder of that title orders on a day of June."""
    control = next(c for c in controls_of(BUILT_IN) if c.title == title)
    return control.order(june(day), a_calendar(), MAIL)


def test_their_names_on_paper() -> None:
    """The page on them names all that are made."""
    page = (Path(__file__).parents[2] / "docs/control.md").read_text("utf-8")

    assert [control.name for control in controls_of(BUILT_IN) if f"`{control.name}`" not in page] == []


def test_their_names() -> None:
    """Three for any thread, and one for each plan."""
    assert {control.levels[0] for control in controls_of(BUILT_IN)} == {"Crickets"}
    assert titles(*BUILT_IN) == [
        "Stop",
        "Snooze 1 week",
        "Snooze 1 month",
        "Negotiation",
        "Project",
        "Invoice",
        "Lost",
        "Cold",
    ]


@pytest.mark.parametrize(
    ("plan", "title"),
    [
        ("big jobs", "Big jobs"),
        ("v1.2/b", "V1 2 b"),
        ("größte", "Größte"),
        ("見積", "見積"),
        (' *"%\\ ', None),
        ("none", None),
        ("stop", None),
        ("snooze-1-week", None),
    ],
)
def test_a_plan_of_ones_own(plan: str, title: str | None) -> None:
    """It's called as its plan, without what a server couldn't take; what is there already is made but once."""
    assert titles(plan)[3:] == ([] if title is None else [title])


def test_two_plans_of_one_name() -> None:
    """The first has it."""
    assert [c.plan for c in controls_of(["a.b", "A-b"])][3:] == ["a.b"]


@pytest.mark.parametrize(
    ("levels", "name"),
    [
        (("Crickets", "Stop"), "Crickets/Stop"),
        (("crickets", "snooze_1_WEEK"), "Crickets/Snooze 1 week"),
        (("Crickets", "Project"), "Crickets/Project"),
        (("Crickets", "Other"), ""),
        (("Crickets",), ""),
        (("Clients", "Stop"), ""),
        (("Crickets", "Stop", "Old"), ""),
        ((), ""),
    ],
)
def test_a_folder_of_the_mailbox(levels: tuple[str, ...], name: str) -> None:
    """It's told by its name, in any case."""
    assert found(*levels) == name


def test_stop() -> None:
    """It tells by what it was given, and with which mail."""
    expected = Order(kind=OrderKind.STOP, at=june(10), by="the folder Crickets/Stop", source=MAIL.id)

    assert ordered("Stop") == expected


def test_a_week() -> None:
    """The same weekday of the next."""
    assert ordered("Snooze 1 week").until == date(2026, 6, 17)


def test_a_plan() -> None:
    """It's ordered by the name that the config has for it."""
    assert (ordered("Lost").kind, ordered("Lost").plan, ordered("Lost").until) == (OrderKind.PLAN, "lost", None)


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2026, 6, 10), date(2026, 7, 10)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 3, 31), date(2026, 4, 30)),
    ],
)
def test_a_month(day: date, until: date) -> None:
    """The same day of the next month, or that month's last."""
    calendar = a_calendar()
    control = Control(title="Snooze 1 month", kind=OrderKind.SNOOZE)

    assert control.order(calendar.opening(day), calendar, MAIL).until == until
