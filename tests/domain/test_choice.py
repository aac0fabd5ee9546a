"""Whether a thread is followed up, and by which plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.choice import Choice, choice_of, is_acquainted
from crickets.domain.filing import FolderName
from crickets.domain.people import client_of
from crickets.domain.plans import BUILT_IN, NO_PLAN
from crickets.domain.policy import Client, Policy, Rule, Tracking, Who
from crickets.domain.thread import DraftState, Order, Thread
from crickets.domain.verdict import Reason, why
from tests.builders import (
    ANNA,
    BEN,
    OWNER,
    a_draft,
    a_plan_order,
    a_policy,
    a_reply,
    a_resume,
    a_rule,
    a_sent,
    a_stop,
    a_thread,
    an_address,
    an_id,
    june,
)

OFFER = a_sent(june(1), subject="An offer")
FIRM = Client(name="Rossi SpA", match=("*@client.example",), plan="project")
STRANGERS: frozenset[str] = frozenset()


def chosen(thread: Thread, policy: Policy) -> Choice:
    """The choice for a thread whose newest mail is its last."""
    newest = thread.messages[-1]
    return choice_of(thread, newest, client_of(newest, OWNER), policy)


def test_the_default() -> None:
    """Negotiation, if nothing else was said."""
    assert chosen(a_thread(OFFER), a_policy()) == Choice(plan=BUILT_IN["negotiation"], by="the default")


def test_an_order_before_all_else() -> None:
    """The owner's word for the thread goes before `[[clients]]` and `[[rules]]`."""
    policy = a_policy(clients=(FIRM,), rules=(a_rule("cold"),))

    assert chosen(a_thread(OFFER, orders=(a_plan_order(june(2), "lost"),)), policy) == Choice(
        plan=BUILT_IN["lost"], by="you ordered it"
    )


def test_an_order_to_leave_it_alone() -> None:
    """The plan "none" is an order like any other."""
    choice = chosen(a_thread(OFFER, orders=(a_plan_order(june(2), "none"),)), a_policy())

    assert choice.refusal == why(Reason.NO_PLAN, by="your order")


def test_the_clients_entry_before_the_rules() -> None:
    """What the owner said of the client goes before the rules."""
    policy = a_policy(clients=(FIRM,), rules=(a_rule("cold"),))

    assert chosen(a_thread(OFFER), policy) == Choice(plan=BUILT_IN["project"], by="your entry for Rossi SpA")


def test_a_client_whose_entry_names_no_plan() -> None:
    """It leaves the choice to the rules."""
    policy = a_policy(clients=(Client(name="Rossi SpA", match=("*@client.example",)),), rules=(a_rule("cold"),))

    assert chosen(a_thread(OFFER), policy).by == "your rule 1"


def test_several_rules() -> None:
    """The first match picks the plan, and is told by its number."""
    rules = (a_rule("lost", subject="invoice"), a_rule("project", subject="offer"), a_rule("cold"))

    assert chosen(a_thread(OFFER), a_policy(rules=rules)) == Choice(plan=BUILT_IN["project"], by="your rule 2")


def test_a_draft_that_was_sent() -> None:
    """It belongs to the plan of the mail that it follows up: its own subject and its files pick none anew."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.SENT, plan="lost", sent_as=an_id("sent"))
    sent = a_sent(june(8), answering=OFFER, id=an_id("sent"), subject="Closing the loop")
    policy = a_policy(rules=(a_rule("lost", subject="offer"), a_rule("cold", subject="loop")))

    assert chosen(a_thread(OFFER, sent, drafts=(draft,)), policy).by == "your rule 1"


def test_a_draft_that_was_sent_after_an_answer() -> None:
    """It's still of the mail that it followed up; of one that nobody has, its own words must do."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.SENT, plan="lost", sent_as=an_id("sent"))
    sent = a_sent(june(12), answering=OFFER, id=an_id("sent"), subject="Closing the loop")
    policy = a_policy(rules=(a_rule("lost", subject="offer"), a_rule("cold", subject="loop")))
    answered = a_thread(OFFER, a_reply(june(10), answering=OFFER), sent, drafts=(draft,))

    assert chosen(answered, policy).by == "your rule 1"
    assert chosen(a_thread(sent, drafts=(draft,)), policy).by == "your rule 2"


def test_a_word_written_while_a_draft_lay_there() -> None:
    """It may be the draft, sent in other words and late: where it fits no rule, what the draft followed up does."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.THROWN_AWAY, since=june(12), plan="lost")
    answer = a_reply(june(9), answering=OFFER)
    word = a_sent(june(11), answering=OFFER, subject="Closing the loop")
    policy = a_policy(rules=(a_rule("lost", subject="offer"),))
    more = a_policy(rules=(*policy.rules, a_rule("cold", subject="loop")))

    assert chosen(a_thread(OFFER, answer, word, drafts=(draft,)), policy).plan.name == "lost"
    assert chosen(a_thread(OFFER, answer, word, drafts=(draft,)), more).plan.name == "cold"
    assert chosen(a_thread(OFFER, answer, word), policy).plan.name == "negotiation"


def test_a_word_that_answers_just_what_a_draft_did() -> None:
    """It may be that draft, come back from wherever it was and sent months later; it went before the draft came, no."""
    draft = a_draft(june(8), parent=OFFER, state=DraftState.TAKEN_BACK, since=june(9), plan="lost")
    answer = a_reply(june(9), answering=OFFER)
    late, early = (a_sent(june(day), answering=OFFER, subject="Closing the loop") for day in (16, 6))
    policy = a_policy(rules=(a_rule("lost", subject="offer"),))

    assert chosen(a_thread(OFFER, answer, late, drafts=(draft,)), policy).plan.name == "lost"
    never_lay = replace(draft, state=DraftState.ABANDONED)
    assert chosen(a_thread(OFFER, answer, late, drafts=(never_lay,)), policy).plan.name == "negotiation"
    sooner = replace(answer, received=june(5), date=june(5))
    assert chosen(a_thread(OFFER, sooner, early, drafts=(draft,)), policy).plan.name == "negotiation"


def test_an_order_after_an_answer() -> None:
    """The plan is still picked by what the owner wrote last, whatever the subject of the answer is."""
    answer = a_reply(june(10), answering=OFFER, subject="Re: Something else")
    policy = a_policy(rules=(a_rule("lost", subject="offer"),))

    assert chosen(a_thread(OFFER, answer, orders=(a_resume(june(11)),)), policy).plan.name == "lost"
    inquiry = a_reply(june(1), subject="An offer?")
    assert chosen(a_thread(inquiry, orders=(a_resume(june(2)),)), policy).plan.name == "lost"


def test_a_draft_that_was_ordered_after_an_answer() -> None:
    """It answers the client's mail; once sent, it's of what the owner wrote before that, or else of that mail."""
    inquiry = a_reply(june(1), subject="An offer?", id=an_id("inquiry"))
    answer = a_reply(june(10), answering=OFFER, subject="Re: Something else", id=an_id("answer"))
    policy = a_policy(rules=(a_rule("lost", subject="offer"), a_rule("cold", subject="loop")))

    for before in ((OFFER, answer), (inquiry,)):
        draft = a_draft(june(12), parent=before[-1], state=DraftState.SENT, sent_as=an_id("sent"))
        sent = a_sent(june(16), answering=before[-1], id=an_id("sent"), subject="Closing the loop")
        later = a_reply(june(14), answering=before[-1])
        assert chosen(a_thread(*before, later, sent, drafts=(draft,)), policy).by == "your rule 1"


def test_a_word_by_hand_after_it() -> None:
    """It may pick a plan of its own; where it fits no rule, what nobody has answered before it still does."""
    word, policy = (
        a_sent(june(8), answering=OFFER, subject="Re: A word"),
        a_policy(rules=(a_rule("lost", subject="offer"),)),
    )
    answered = a_thread(OFFER, a_reply(june(5), answering=OFFER), word)
    more = a_policy(rules=(*policy.rules, a_rule("cold", subject="word")))

    assert chosen(a_thread(OFFER, word), policy).plan.name == "lost"
    assert chosen(a_thread(OFFER, word), more).plan.name == "cold"
    assert chosen(answered, policy).plan.name == "negotiation"


def test_a_rule_on_the_folder() -> None:
    """It picks the plan as long as mail of the thread lies there, and is told like any other."""
    rules = (Rule(plan="lost", folder=("Clients/Old",)), Rule(plan="project", folder=("Clients/Acme",)))
    thread = a_thread(OFFER, folders=(FolderName(whole="Sent"), FolderName(whole="Clients/Acme")))

    assert chosen(thread, a_policy(rules=rules)) == Choice(plan=BUILT_IN["project"], by="your rule 2")
    assert chosen(a_thread(OFFER), a_policy(rules=rules)).by == "the default"


def test_no_rule_that_matches() -> None:
    """Then the default holds."""
    assert chosen(a_thread(OFFER), a_policy(rules=(a_rule("lost", subject="invoice"),))).plan.name == "negotiation"


def test_the_newest_of_several_orders() -> None:
    """It is the one that counts."""
    orders = (a_plan_order(june(3), "project"), a_plan_order(june(2), "lost"))

    assert chosen(a_thread(OFFER, orders=orders), a_policy()).plan.name == "project"


def test_an_order_for_a_plan_that_is_no_more() -> None:
    """It is as if it hadn't been given."""
    orders = (a_plan_order(june(2), "lost"), a_plan_order(june(3), "removed-since"))

    assert chosen(a_thread(OFFER, orders=orders), a_policy()).plan.name == "lost"


@pytest.mark.parametrize(
    ("policy", "by"),
    [
        (a_policy(rules=(a_rule("none"),)), "your rule 1"),
        (a_policy(clients=(Client(name="Rossi", match=("anna@*",), plan="none"),)), "your entry for Rossi"),
    ],
)
def test_the_plan_none(policy: Policy, by: str) -> None:
    """It ignores the thread, and says who says so."""
    assert chosen(a_thread(OFFER), policy) == Choice(plan=NO_PLAN, by="", refusal=why(Reason.NO_PLAN, by=by))


def test_an_order_against_the_plan_none() -> None:
    """The owner's word for the one thread goes before their rule for all."""
    thread = a_thread(OFFER, orders=(a_plan_order(june(2), "lost"),))

    assert chosen(thread, a_policy(rules=(a_rule("none"),))).refusal is None


def test_nobody_who_could_answer() -> None:
    """A mail to a robot is ignored, even on an order: nobody reads there."""
    mail = a_sent(june(1), to=(an_address("no-reply@shop.example"),))

    assert chosen(a_thread(mail, orders=(a_resume(june(2)),)), a_policy()).refusal == why(Reason.NOBODY_TO_ANSWER)


def test_somebody_on_the_ignore_list() -> None:
    """They are left alone."""
    policy = a_policy(tracking=Tracking(ignore=("*@client.example",)))

    assert chosen(a_thread(OFFER), policy).refusal == why(Reason.ON_YOUR_IGNORE_LIST, address="anna@client.example")


def test_who_never_wrote() -> None:
    """Conversations only: who has never written to the owner is ignored."""
    assert chosen(a_thread(OFFER, acquainted=STRANGERS), a_policy()).refusal == why(
        Reason.NEVER_WROTE, address="anna@client.example"
    )


def test_who_never_wrote_where_everyone_is_tracked() -> None:
    """They get the cold plan."""
    policy = a_policy(tracking=Tracking(who=Who.EVERYONE))

    assert chosen(a_thread(OFFER, acquainted=STRANGERS), policy) == Choice(
        plan=BUILT_IN["cold"], by="the default for those who never wrote, as anna@client.example"
    )


def test_a_thread_without_a_tag() -> None:
    """Where only the tagged are tracked, it is ignored, whoever wrote before."""
    policy = a_policy(tracking=Tracking(who=Who.TAGGED))

    assert chosen(a_thread(OFFER), policy).refusal == why(Reason.NOT_TAGGED)


@pytest.mark.parametrize("order", [a_plan_order(june(2), "lost"), a_resume(june(2))])
@pytest.mark.parametrize(
    "tracking", [Tracking(), Tracking(who=Who.TAGGED), Tracking(who=Who.EVERYONE, ignore=("anna@*",))]
)
def test_an_order_for_a_thread_that_would_be_ignored(order: Order, tracking: Tracking) -> None:
    """It is followed up: the owner said so."""
    thread = a_thread(OFFER, acquainted=STRANGERS, orders=(order,))

    assert chosen(thread, a_policy(tracking=tracking)).refusal is None


def test_a_stop_in_a_thread_that_is_ignored() -> None:
    """It tags nothing."""
    policy = a_policy(tracking=Tracking(who=Who.TAGGED))

    assert chosen(a_thread(OFFER, orders=(a_stop(june(2)),)), policy).refusal == why(Reason.NOT_TAGGED)


def test_somebody_who_wrote_in_another_thread() -> None:
    """They are no stranger, in whatever case their address is written."""
    mail = a_sent(june(1), to=(an_address("Anna@Client.example"),))

    assert is_acquainted(a_thread(mail), mail, a_policy())


def test_somebody_who_wrote_in_this_thread() -> None:
    """They are no stranger, from whatever address they wrote."""
    mail = a_sent(june(2))
    thread = a_thread(a_reply(june(1), sender=an_address("anna@home.example")), mail, acquainted=STRANGERS)

    assert is_acquainted(thread, mail, a_policy())


def test_a_colleague_in_copy_who_wrote_before() -> None:
    """One of those the mail goes to is enough."""
    mail = a_sent(june(1), to=(BEN,), cc=(ANNA,))

    assert is_acquainted(a_thread(mail), mail, a_policy())


def test_mail_among_strangers() -> None:
    """Nobody has ever written."""
    assert not is_acquainted(a_thread(OFFER, acquainted=STRANGERS), OFFER, a_policy())
