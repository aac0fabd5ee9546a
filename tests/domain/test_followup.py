"""The next mail of a thread, before it has words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from crickets.domain.decide import decide
from crickets.domain.followup import FollowUp, follow_up, identity_of
from crickets.domain.message import INVENTED_DOMAIN, Address, Message, MessageId, Role, is_invented
from crickets.domain.owner import Owner
from crickets.domain.policy import Client, Drafting, Policy, Tracking, Who
from crickets.domain.receivable import KnownBy, Receivable
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Thread
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    ROME,
    a_policy,
    a_receipt,
    a_reply,
    a_resume,
    a_sent,
    a_thread,
    an_address,
    an_id,
    an_invoice,
    june,
    some_evidence,
)

EVERYONE = Tracking(who=Who.EVERYONE)


def written(thread: Thread, policy: Policy | None = None) -> FollowUp:
    """The mail that is due in a thread."""
    policy = policy or a_policy(tracking=EVERYONE)
    verdict = decide(thread, policy, some_evidence(), NOW)
    assert verdict is not None
    assert verdict.lay is not None
    return follow_up(
        verdict.lay, verdict=verdict, policy=policy, now=NOW, identify=lambda domain: MessageId(f"made-up@{domain}")
    )


def test_a_follow_up() -> None:
    """All of it, for a plain mail of sixteen days ago."""
    offer = a_sent(june(1), subject="Re: The new site", cc=(BEN,), parents=(an_id("first"),))

    assert written(a_thread(offer)) == FollowUp(
        id=MessageId("made-up@studio.example"),
        template="check-in",
        sender=DANA,
        to=(ANNA,),
        cc=(BEN,),
        parent=offer.id,
        references=(an_id("first"), offer.id),
        subject="The new site",
        written_at=june(17, 9),
        days=16,
        asked_on=date(2026, 6, 1),
    )


def test_one_that_is_ordered_after_an_answer() -> None:
    """It answers the client's mail, which is quoted as theirs; what it asks about is the owner's own last one."""
    answer = a_reply(june(3), answering=(asked := a_sent(june(1))))

    mail = written(a_thread(asked, answer, orders=(a_resume(june(4)),)))

    assert (mail.parent, mail.quoted, mail.quoted_on) == (answer.id, ANNA, date(2026, 6, 3))
    assert mail.asked_on == date(2026, 6, 1)


def test_one_after_a_promise_that_was_not_kept() -> None:
    """It's a reply to the client's mail, and quotes that; the rest is as of what is followed up."""
    asked = a_sent(june(1), cc=(BEN,), parents=(an_id("first"),))
    promise = a_reply(june(3), answering=asked, remarks=Remarks(promised=date(2026, 6, 5)))

    mail = written(a_thread(asked, promise))

    assert (mail.parent, mail.quoted, mail.quoted_on) == (promise.id, ANNA, date(2026, 6, 3))
    assert mail.references == (*promise.parents, promise.id)
    assert (mail.to, mail.cc, mail.asked_on) == ((ANNA,), (BEN,), date(2026, 6, 1))


def test_the_day_of_a_promise_that_was_not_kept() -> None:
    """It's named where the client themselves had given it, and it has passed."""
    asked = a_sent(june(1), cc=(BEN,))
    promise = a_reply(june(3), answering=asked, remarks=Remarks(promised=date(2026, 6, 5)))

    assert written(a_thread(asked, promise)).answer_promised_for == date(2026, 6, 5)
    assert written(a_thread(asked, replace(promise, sender=BEN))).answer_promised_for is None
    assert written(a_thread(asked, replace(promise, places=frozenset({Role.JUNK})))).answer_promised_for is None
    assert written(a_thread(asked)).answer_promised_for is None


def test_the_day_for_which_money_was_promised() -> None:
    """It's named in a notice of one invoice, unless something came in since; of several it may be any."""
    bill = a_sent(june(1) - timedelta(days=60), id=an_id("invoice"), subject="Invoice 2026-14", files=("2026-14.pdf",))
    promise = a_reply(june(1), answering=bill, remarks=Remarks(pays_by=date(2026, 6, 5)))
    invoice = an_invoice(date(2026, 5, 1))
    part = replace(invoice, receipts=(a_receipt(date(2026, 6, 3), "200", at=june(3)),))

    def paid_by(*invoices: Receivable) -> date | None:
        mail = written(a_thread(bill, promise, invoices=invoices))
        assert mail.answer_promised_for is None
        return mail.payment_promised_for

    told = replace(invoice, known_by=KnownBy.OWNER, noted_at=june(2))
    put_off = replace(told, due_on=date(2026, 6, 8))

    assert paid_by(invoice) == paid_by(told) == paid_by(replace(put_off, noted_at=june(1) - timedelta(days=1)))
    assert paid_by(invoice) == date(2026, 6, 5)
    assert paid_by(part) is paid_by(put_off) is None, "something came in, or the owner agreed to a later day"
    assert paid_by(invoice, replace(invoice, number="2026-15")) is None


def test_one_after_a_promise_that_names_no_mail() -> None:
    """Both are in its references: it belongs to the thread of the owner's mail in either program."""
    asked = a_sent(june(1), parents=(an_id("first"),))
    bare = a_reply(june(3), answering=asked, parents=(), remarks=Remarks(promised=date(2026, 6, 5)))
    nameless = replace(bare, id=MessageId(f"1@{INVENTED_DOMAIN}"))

    assert written(a_thread(asked, bare)).references == (an_id("first"), asked.id, bare.id)
    mail = written(a_thread(asked, nameless))
    assert (mail.parent, mail.quoted) == (asked.id, None)


def test_whom_it_is_written_to() -> None:
    """The contact is the first recipient, the parent the mail it answers."""
    offer = a_sent(june(1), to=(ANNA, BEN))

    mail = written(a_thread(offer))

    assert (mail.contact, mail.parent) == (ANNA, offer.id)


def test_when_it_is_written() -> None:
    """In the owner's zone, to the second: a Date header has no fractions."""
    mail = written(a_thread(a_sent(june(1))))

    assert (mail.written_at.tzinfo, mail.written_at.microsecond) == (ROME, 0)


def test_an_owner_among_the_recipients() -> None:
    """To and Cc are the anchor's, never the owner."""
    offer = a_sent(june(1), to=(DANA, ANNA), cc=(BEN, an_address("dana+5d@studio.example")))

    mail = written(a_thread(offer))

    assert (mail.to, mail.cc) == ((ANNA,), (BEN,))


def test_somebody_in_to_and_in_cc() -> None:
    """They get it once."""
    assert written(a_thread(a_sent(june(1), to=(ANNA,), cc=(an_address("Anna@client.example"), BEN)))).cc == (BEN,)


def test_a_mail_to_copies_only() -> None:
    """Who was in Cc is written to."""
    mail = written(a_thread(a_sent(june(1), to=(), cc=(ANNA,))))

    assert (mail.to, mail.cc) == ((ANNA,), ())


def test_a_client_who_wrote_from_another_address() -> None:
    """Ordered after their answer, the mail goes to the address they last wrote from, and answers that mail."""
    home = an_address("anna@home.example", "Anna")
    answer = a_reply(june(3), sender=home, answering=a_sent(june(1)), cc=(BEN,))

    mail = written(a_thread(a_sent(june(1)), answer, orders=(a_resume(june(4)),)))

    assert (mail.to, mail.cc, mail.parent) == ((home,), (), answer.id)


def test_a_client_who_wrote_of_something_else_from_another_address() -> None:
    """The next mail goes where they are to be found now, and to nobody twice."""
    private = an_address("anna.rossi@private.example", "Anna Rossi")
    offer = a_sent(june(1), to=(ANNA, private, BEN))
    lunch = a_reply(june(5), sender=private, subject="Lunch")

    assert written(a_thread(offer, elsewhere=(lunch,))).to == (private, BEN)


def test_a_client_who_wrote_of_something_else_from_the_same_address() -> None:
    """Nothing changes."""
    lunch = a_reply(june(5), subject="Lunch")

    assert written(a_thread(a_sent(june(1)), elsewhere=(lunch,))).to == (ANNA,)


def test_a_mail_without_a_message_id() -> None:
    """The invented id that stands in for it never leaves the program; its ancestors keep the thread together."""
    invented = MessageId(f"abc@{INVENTED_DOMAIN}")

    mail = written(a_thread(a_sent(june(1), id=invented, parents=(an_id("asked"),))))

    assert is_invented(invented)
    assert (mail.references, mail.parent) == ((an_id("asked"),), None)


def test_a_mail_that_was_sent_to_a_plus_address() -> None:
    """The owner writes from their address; the detail only sorted the client's mail."""
    answer = a_reply(june(3), to=(Address(name="Dana Levi", email="dana+offers@studio.example"),))

    mail = written(a_thread(a_sent(june(1)), answer, orders=(a_resume(june(4)),)))

    assert mail.sender == DANA


def test_a_subject_with_many_prefixes() -> None:
    """What is left is the thread's base subject."""
    assert written(a_thread(a_sent(june(1), subject="AW: Re: R: The new site"))).subject == "The new site"


@pytest.mark.parametrize("flag", [True, False])
def test_the_owners_wishes_for_drafts(*, flag: bool) -> None:
    """`keep_subject` and `quote` are passed on."""
    policy = a_policy(drafting=Drafting(keep_subject=flag, quote=not flag))

    mail = written(a_thread(a_sent(june(1))), policy)

    assert (mail.keep_subject, mail.quote) == (flag, not flag)


def test_a_client_whose_language_is_known() -> None:
    """It is the entry's."""
    policy = a_policy(clients=(Client(name="Rossi SpA", match=("anna@*",), language="it"),))

    assert written(a_thread(a_sent(june(1))), policy).language == "it"


def test_a_client_whose_greeting_is_known() -> None:
    """It's for letters to them alone: from whom else the letter is to, nobody knows what they are called."""
    known = Client(name="Anna", match=(ANNA.email,), greeting="Ciao Annina,")
    policy = a_policy(tracking=EVERYONE, clients=(known,))
    offer = a_sent(june(1), cc=(BEN,))

    assert written(a_thread(offer), policy).greeting == "Ciao Annina,"
    assert written(a_thread(replace(offer, to=(ANNA, BEN), cc=())), policy).greeting == ""
    assert written(a_thread(offer)).greeting == ""


def test_a_mail_sent_late_in_the_evening() -> None:
    """The day on which it was sent is the owner's."""
    assert written(a_thread(a_sent(june(1, 0, 30)))).asked_on == date(2026, 6, 1)


# -------------------------------------------------------------------------------------- who writes it

INFO = "info@studio.example"
TWO = Owner(name="Dana Levi", addresses=("dana@studio.example", INFO), zone=ROME)


@pytest.mark.parametrize(
    ("parent", "identity"),
    [
        (a_sent(june(1), sender=an_address(INFO, "Studio")), an_address(INFO, "Studio")),
        (a_sent(june(1), sender=an_address(INFO)), an_address(INFO, "Dana Levi")),
        (a_sent(june(1), sender=an_address("old@studio.example")), an_address("old@studio.example", "Dana Levi")),
        (a_reply(june(1), to=(BEN, an_address(INFO, "Info"))), an_address(INFO, "Dana Levi")),
        (a_reply(june(1), to=(BEN,), cc=(an_address(INFO),)), an_address(INFO, "Dana Levi")),
        (a_reply(june(1), to=(BEN,)), DANA),
    ],
    ids=["sent it", "sent it without a name", "sent it, unknown", "it was sent to", "in copy", "none of them"],
)
def test_the_identity(parent: Message, identity: Address) -> None:
    """It is the address that the anchor was sent from, or to; else the first of the config's."""
    assert identity_of(parent, TWO) == identity


def test_an_owner_whose_first_address_is_a_pattern() -> None:
    """A pattern is nobody's From: the first plain address is."""
    owner = Owner(name="Dana Levi", addresses=("*@studio.example", "dana@studio.example"), zone=ROME)

    assert identity_of(a_reply(june(1), to=(BEN,)), owner) == DANA


def test_an_id_of_its_own() -> None:
    """An id that a mail really has is not an invented one."""
    assert not is_invented(an_id("real"))


def test_the_domain_of_its_id() -> None:
    """It is that of the identity that writes."""
    mail = written(a_thread(a_sent(june(1), sender=an_address("dana@other.example"))))

    assert mail.id == MessageId("made-up@other.example")
