"""What the owner has at hand for a call: the number, the last exchange, what to check."""

from __future__ import annotations

from dataclasses import replace

from crickets.domain.decide import decide
from crickets.domain.errand import Errand, errand_of, number_instead, unread_for_errand
from crickets.domain.message import Kind, Message, Role
from crickets.domain.plans import After, Do, Plan, Step, Unit
from crickets.domain.policy import Client, Policy
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Thread
from crickets.domain.unread import unread_of
from crickets.domain.verdict import Reason, State, Verdict
from tests.builders import (
    ANNA,
    BEN,
    NOW,
    THREAD,
    a_bounce,
    a_policy,
    a_reply,
    a_sent,
    a_thread,
    an_address,
    an_id,
    june,
    some_evidence,
)

CALL = Plan(
    name="negotiation", steps=(Step(timing=After(count=5, unit=Unit.DAYS), do=Do.CALL, note="ask for the key"),)
)
POLICY = a_policy(plans={"negotiation": CALL})
NUMBER, OTHER = "+39061234567", "+390698765"
ASKED = a_reply(june(1), remarks=Remarks(phones=(NUMBER, OTHER)))
SENT = a_sent(june(3), answering=ASKED)
JUNK = frozenset({Role.JUNK})


def the_verdict(thread: Thread, policy: Policy = POLICY) -> Verdict:
    """What is decided of the thread: a call is due."""
    verdict = decide(thread, policy, some_evidence(), NOW)
    assert verdict is not None
    assert verdict.state is State.TASK
    return verdict


def the_errand(thread: Thread, policy: Policy = POLICY) -> Errand:
    """What is needed for the call that is due."""
    errand = errand_of(thread, the_verdict(thread, policy), policy)
    assert errand is not None
    return errand


def a_private(at: int, *, remarks: Remarks | None = None, number: int = 1) -> Message:
    """Anna writes of something else, from home."""
    home = an_address("anna.rossi@gmail.com", "Anna Rossi")
    return a_reply(june(at), id=an_id(f"private-{number}"), sender=home, subject="Lunch", remarks=remarks)


def knowing(phone: str) -> Policy:
    """The same wishes, with what the config has of Anna."""
    return replace(POLICY, clients=(Client(name="Rossi", match=(ANNA.email,), phone=phone),))


def test_a_signature_with_two_numbers() -> None:
    """The first one is the number to call."""
    assert the_errand(a_thread(ASKED, SENT)).phone == NUMBER


def test_a_number_in_the_config() -> None:
    """What the owner has written down goes before any signature."""
    assert the_errand(a_thread(ASKED, SENT), knowing("+39 333 1")).phone == "+39 333 1"


def test_a_client_in_the_config_without_a_number() -> None:
    """Their signature serves."""
    assert the_errand(a_thread(ASKED, SENT), knowing("")).phone == NUMBER


def test_a_newer_signature() -> None:
    """The newest counts, in whatever thread and from whatever address of theirs it came."""
    thread = a_thread(ASKED, SENT, elsewhere=(a_private(2, remarks=Remarks(phones=(OTHER,))),))

    assert the_errand(thread).phone == OTHER


def test_a_newest_mail_without_a_number() -> None:
    """The one before it serves."""
    thread = a_thread(ASKED, SENT, elsewhere=(a_private(2, remarks=Remarks()),))

    assert the_errand(thread).phone == NUMBER


def test_numbers_of_others() -> None:
    """Neither a colleague's number is called, nor one in a mail that lies in Junk or that a machine wrote."""
    said = Remarks(phones=(OTHER,))
    colleague = a_reply(june(2), id=an_id("ben"), sender=BEN, remarks=said)
    junk = replace(a_private(2, remarks=said, number=2), places=JUNK)
    machine = replace(a_private(2, remarks=said, number=3), kind=Kind.AUTO_REPLY)

    assert the_errand(a_thread(colleague, SENT, elsewhere=(junk, machine))).phone == ""


def test_mails_whose_words_are_unknown() -> None:
    """They're read for a number to call, the newest three at most, and none once a number is known."""
    older = tuple(a_private(day, number=day) for day in (1, 2, 4, 5))
    unread = a_thread(replace(ASKED, remarks=None), SENT, elsewhere=older)

    wanted = unread_for_errand(unread, the_verdict(unread), POLICY)

    assert [m.received for m in wanted] == [june(5), june(4), june(2)]
    assert unread_for_errand(unread, the_verdict(unread), knowing(NUMBER)) == ()


def test_where_no_mail_gets_through() -> None:
    """That's when one phones: the number is at hand, and looked for, though no call is planned."""
    thread = a_thread(ASKED, SENT, a_bounce(june(4), of=SENT))
    verdict = decide(thread, a_policy(), some_evidence(), NOW)
    assert verdict is not None
    unread = replace(thread, messages=(replace(ASKED, remarks=None), *thread.messages[1:]))

    assert (verdict.reason.reason, number_instead(thread, verdict, POLICY)) == (Reason.BOUNCED, NUMBER)
    assert [m.received for m in unread_for_errand(unread, verdict, POLICY)] == [june(1)]
    assert number_instead(thread, replace(verdict, client=None), POLICY) == ""
    assert number_instead(thread, the_verdict(a_thread(ASKED, SENT)), POLICY) == ""


def test_numbers_that_were_forgotten() -> None:
    """They are looked up again for a call; what a mail says besides is known, and isn't asked for."""
    asked = replace(ASKED, remarks=Remarks(language="it", phones=None))
    forgotten = a_thread(asked, SENT)

    assert the_errand(forgotten).phone == ""
    assert [m.received for m in unread_for_errand(forgotten, the_verdict(forgotten), POLICY)] == [june(1)]
    assert unread_of((asked,)) == (asked,)


def test_a_newest_mail_that_is_read_and_has_no_number() -> None:
    """Only what is unread is read."""
    thread = a_thread(replace(ASKED, remarks=None), SENT, elsewhere=(a_private(2, remarks=Remarks()),))

    assert [m.received for m in unread_for_errand(thread, the_verdict(thread), POLICY)] == [june(1)]


def test_an_exchange() -> None:
    """Who wrote last comes first, then the other, then how long nobody has answered."""
    told = "You wrote last, on 2026-06-03; before that, Anna Rossi on 2026-06-01; 14 days without an answer."

    assert the_errand(a_thread(ASKED, SENT)).exchange == told


def test_a_client_who_wrote_of_something_else_since() -> None:
    """They wrote last; the silence is that of the owner's mail."""
    told = "Anna Rossi wrote last, on 2026-06-05; before that, you on 2026-06-03; 14 days without an answer."

    assert the_errand(a_thread(ASKED, SENT, elsewhere=(a_private(5),))).exchange == told


def test_an_owner_whom_nobody_ever_answered() -> None:
    """There is nothing before their mail; a machine's answer and one in Junk are no exchange."""
    machine = replace(a_private(5), kind=Kind.AUTO_REPLY, remarks=Remarks())
    thread = a_thread(SENT, elsewhere=(machine, replace(a_private(6, number=2), places=JUNK)))

    assert the_errand(thread).exchange == "You wrote last, on 2026-06-03; 14 days without an answer."


def test_a_person_without_a_name() -> None:
    """They're called by their address, in the singular where it's a single day."""
    nameless = a_reply(june(16), sender=an_address("x@client.example"))
    verdict = replace(the_verdict(a_thread(SENT)), silence=None, anchor=None)

    errand = errand_of(a_thread(nameless), verdict, POLICY)

    assert errand is not None
    assert errand.exchange == "x@client.example wrote last, on 2026-06-16."


def test_one_day_of_silence() -> None:
    """It's told in the singular."""
    verdict = the_verdict(a_thread(SENT))
    assert verdict.silence is not None

    errand = errand_of(a_thread(SENT), replace(verdict, silence=replace(verdict.silence, days=1)), POLICY)

    assert errand is not None
    assert errand.exchange.endswith("; 1 day without an answer.")


def test_a_thread_of_which_nothing_is_known() -> None:
    """There is nothing to tell, and no mistake."""
    assert errand_of(Thread(id=THREAD, account="work", messages=()), the_verdict(a_thread(SENT)), POLICY) == Errand()


def test_an_address_that_the_client_does_not_write_from() -> None:
    """Both are named, to be compared."""
    (check,) = the_errand(a_thread(ASKED, SENT, elsewhere=(a_private(2),))).checks

    assert check == (
        "You wrote to anna@client.example, but the last to write was anna.rossi@gmail.com: compare the two."
    )


def test_an_address_that_the_owner_wrote_to_as_well() -> None:
    """Nothing is to be compared: who wrote last got the mail."""
    sent = a_sent(june(3), cc=(BEN,))

    assert the_errand(a_thread(a_reply(june(1), sender=BEN), sent)).checks == ()


def test_a_mail_that_came_back() -> None:
    """It's told with its day, and whom it did not reach, where the report says so."""
    lost = a_bounce(june(2), remarks=Remarks(bounced=("a@b.example", "c@d.example")))
    unclear = a_bounce(june(1, 9), id=an_id("unclear"))

    assert the_errand(a_thread(unclear, lost, SENT)).checks == (
        "A mail came back on 2026-06-01.",
        "A mail came back on 2026-06-02, not delivered to a@b.example or c@d.example.",
    )


def test_a_mail_in_junk() -> None:
    """It's told once a day; it may be the answer. A stranger's is nobody's business."""
    junk = tuple(replace(a_private(4, number=n), places=JUNK) for n in (1, 2))
    stranger = a_reply(june(4), id=an_id("spam"), sender=an_address("win@spam.example"), places=JUNK)

    errand = the_errand(a_thread(ASKED, SENT, elsewhere=(*junk, stranger)))

    assert errand.checks == ("A mail of theirs of 2026-06-04 lies in Junk.",)


def test_a_thread_in_which_no_call_is_due() -> None:
    """Nothing is needed, and nothing is read for it."""
    thread = a_thread(ASKED, SENT)
    answered = replace(the_verdict(thread), state=State.ANSWERED)
    nobody = replace(the_verdict(thread), client=None)

    for verdict in (answered, nobody):
        assert errand_of(thread, verdict, POLICY) is None
        assert unread_for_errand(thread, verdict, POLICY) == ()


def test_a_note_and_what_follows_it() -> None:
    """The step's own note comes first, ended if its author has not; nothing is put where nothing is known."""
    errand = Errand(exchange="You wrote last.", checks=("A mail came back.",))

    assert errand.told("ask") == "ask. You wrote last. A mail came back."
    assert errand.told("ask!") == "ask! You wrote last. A mail came back."
    assert errand.told("") == "You wrote last. A mail came back."
    assert Errand().told("ask") == "ask"
