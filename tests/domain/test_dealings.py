"""What is known of each client: how fast and how often in time they answer, and where they are silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from crickets.domain.dealings import Dealings, dealings_of
from crickets.domain.decide import decide
from crickets.domain.message import Address, Message
from crickets.domain.plans import BUILT_IN, After, Overdue, Plan, Step, Unit
from crickets.domain.policy import Client, Policy
from crickets.domain.thread import Thread, ThreadId
from crickets.domain.verdict import Verdict
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    a_bounce,
    a_policy,
    a_reply,
    a_sent,
    a_stop,
    a_thread,
    ago,
    an_address,
    an_id,
    some_evidence,
)

AT_HOME = an_address("anna.rossi@gmail.com", "Anna Rossi")
DAY = timedelta(days=1)


def mails(client: Address, *waits: float, begun: float = 200) -> Iterator[Message]:
    """Mails to a client, a week apart, that were answered after so many days each."""
    for n, wait in enumerate(waits):
        at = ago(days=begun - 7 * n)
        own = a_sent(at, id=an_id(f"own {n} {client.key} {begun}"), to=(client,))
        yield own
        yield a_reply(at + wait * DAY, id=an_id(f"answer {n} {client.key} {begun}"), answering=own, sender=client)


def a_case(*messages: Message, name: str = "k3f9", stopped: bool = False) -> tuple[Thread, Verdict]:
    """A thread with its verdict."""
    orders = (a_stop(ago(days=1)),) if stopped else ()
    thread = a_thread(*messages, id=ThreadId(name), orders=orders)
    verdict = decide(thread, a_policy(), some_evidence(), NOW)
    assert verdict is not None
    return thread, verdict


def a_silence(client: Address = ANNA, *, days: float = 6, name: str = "silent") -> tuple[Thread, Verdict]:
    """A thread in which the client has been waited for so many days."""
    asked = a_reply(ago(days=days + 1), id=an_id(f"asked {name}"), sender=client)
    return a_case(asked, a_sent(ago(days=days), id=an_id(f"sent {name}"), to=(client,), answering=asked), name=name)


def known(*cases: tuple[Thread, Verdict], policy: Policy | None = None, newest: int = 99) -> tuple[Dealings, ...]:
    """What is known of all clients."""
    return dealings_of(cases, policy or a_policy(), newest=newest)


def test_a_habit() -> None:
    """It's told by the median and the 90th percentile of all answers, in whatever threads; nobody is silent there."""
    [anna] = known(a_case(*mails(ANNA, 1, 2, 3)), a_case(*mails(ANNA, 4, 9, begun=100), name="other"))

    assert (anna.client, anna.addresses, anna.silent, anna.invoices_late) == (ANNA, (ANNA,), (), 0)
    assert anna.pace is not None
    assert (anna.pace.median, anna.pace.ninetieth) == (3 * DAY, 9 * DAY)


def test_a_silent_client_without_a_habit() -> None:
    """They are listed by their silent threads alone, the longest silent first."""
    short, long = a_silence(days=6, name="short"), a_silence(days=9, name="long")

    [anna] = known(short, long)

    assert (anna.pace, anna.on_time, anna.silent) == (None, None, (long[1], short[1]))


def test_who_is_left_out() -> None:
    """Who has answered too seldom for a habit and is silent nowhere; so where the silence is older than the account."""
    assert known(a_case(*mails(ANNA, 1, 2))) == ()
    assert known(a_silence(days=100)) == ()
    assert known(a_case(*mails(ANNA, 1), a_sent(ago(days=6)), stopped=True)) == ()


def test_a_client_who_has_answered_where_something_is_held() -> None:
    """They aren't silent there: an invoice that they thanked for is late."""
    thread, verdict = a_silence()

    assert known((thread, replace(verdict, silence=None))) == ()


def test_the_order() -> None:
    """The slowest first; then, of those without a habit, the longest silent."""
    slow, late, fast = (an_address(f"{name}@{name}.example", name) for name in ("slow", "late", "fast"))
    cases = [a_case(*mails(fast, 1, 1, 1, 1, 1), name="f"), a_case(*mails(slow, 6, 6, 6, 6, 6), name="s")]
    cases += [a_silence(BEN, days=6, name="ben"), a_silence(ANNA, days=9, name="anna")]
    cases += [a_case(*mails(late, 1, 1, 1, 1, 8), name="l")]

    assert [each.client for each in known(*cases)] == [slow, late, fast, ANNA, BEN]


def test_one_person_by_two_addresses() -> None:
    """They are one client, whose newest address comes first; a colleague is another."""
    of_a_client, at_home = a_case(*mails(ANNA, 1, 2, 3)), a_case(*mails(AT_HOME, 4, 9, begun=100), name="home")

    [anna, ben] = known(of_a_client, at_home, a_silence(BEN))

    assert (anna.client, anna.addresses) == (AT_HOME, (AT_HOME, ANNA))
    assert anna.pace is not None
    assert len(anna.pace.took) == 5
    assert ben.client == BEN


def test_an_address_that_bears_a_name_at_times() -> None:
    """It's one address, with that name."""
    bare = an_address(ANNA.email)

    [anna] = known(a_case(*mails(ANNA, 1, 2, 3)), a_case(*mails(bare, 4, 9, begun=100), name="bare"))

    assert (anna.client, anna.addresses) == (ANNA, (ANNA,))


def test_somebody_without_a_name() -> None:
    """They are told by their address."""
    office = an_address("anna@shop.example")

    [anna] = known(a_silence(office))

    assert (anna.client, anna.addresses) == (office, (office,))


def test_only_the_newest_mail_makes_a_habit() -> None:
    """What a client was like long ago says little of the next answer."""
    old, new = a_case(*mails(ANNA, *[30] * 5, begun=900)), a_case(*mails(ANNA, *[1] * 5), name="new")

    [anna] = known(old, new, newest=10)

    assert anna.pace is not None
    assert anna.pace.took == (DAY,) * 5


def test_what_nobody_wrote_and_what_was_never_answered() -> None:
    """Machines have no habits, and mail in threads in which the owner never wrote tells none."""
    robot = an_address("no-reply@shop.example")
    bounced = a_sent(ago(days=300), id=an_id("bounced"), to=(robot, ANNA))
    thread = a_case(bounced, a_bounce(ago(days=299), of=bounced), *mails(ANNA, 1, 1, 1, 1, 1))
    unanswered, verdict = a_thread(a_reply(ago(days=3), sender=BEN)), thread[1]

    [anna] = known(thread, (unanswered, replace(verdict, client=None)))

    assert anna.addresses == (ANNA,)


@pytest.mark.parametrize(
    ("plan", "share"),
    [
        (Plan(name="own", steps=(Step(timing=After(count=3, unit=Unit.DAYS)),)), 3 / 5),
        (Plan(name="own", steps=(Step(timing=After(count=30, unit=Unit.HOURS)),)), 2 / 5),
        (Plan(name="own", steps=(Step(timing=Overdue(count=3, unit=Unit.DAYS)),)), None),
        (Plan(name="own", steps=()), None),
    ],
)
def test_answers_in_time(plan: Plan, share: float | None) -> None:
    """Those that came before the first step of the client's own plan fell due; of an invoice's nobody can tell."""
    policy = a_policy(plans={**BUILT_IN, "own": plan}, clients=(Client(name="Anna", match=("anna@*",), plan="own"),))

    [anna] = known(a_case(*mails(ANNA, 0.1, 1, 2.1, 4, 10)), policy=policy)

    assert anna.plan == "own"
    assert anna.on_time == (None if share is None else pytest.approx(share))


def test_answers_in_time_by_the_default() -> None:
    """Where the owner has named no plan, negotiation's first step counts: five days, and on until a working day."""
    policy = a_policy(clients=(Client(name="Anna", match=("anna@*",)),))

    [anna] = known(a_case(*mails(ANNA, 1, 2, 4.5, 8, 10)), policy=policy)

    assert anna.plan == "negotiation"
    assert anna.on_time == pytest.approx(3 / 5)


def test_a_client_who_is_left_alone() -> None:
    """Nothing falls due, so nothing comes in time."""
    policy = a_policy(clients=(Client(name="Anna", match=("anna@*",), plan="none"),))

    [anna] = known(a_case(*mails(ANNA, 1, 2, 3, 4, 5)), policy=policy)

    assert (anna.plan, anna.on_time) == ("none", None)


def test_invoices() -> None:
    """How many are late is told by who knows them."""
    cases = (a_silence(), a_silence(BEN, name="ben"))

    told = dealings_of(cases, a_policy(), newest=99, invoices_late=lambda client: 2 * (client == BEN))

    assert {each.client: each.invoices_late for each in told} == {ANNA: 0, BEN: 2}


def test_the_owner_is_no_client() -> None:
    """A copy to themselves is exchanged with nobody."""
    to_both = a_sent(ago(days=6), to=(ANNA, DANA))

    assert [each.client for each in known(a_case(a_reply(ago(days=7)), to_both))] == [ANNA]
