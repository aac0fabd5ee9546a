"""Whose mail is whose, what is an answer, and who the client is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from crickets.domain.message import WRITTEN, Address, Kind, Message, Role
from crickets.domain.people import (
    answers,
    client_of,
    correspondents,
    is_later,
    is_own,
    own_ids,
    own_mail,
)
from crickets.domain.remarks import Remarks
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    OWNER,
    a_bounce,
    a_reply,
    a_sent,
    ago,
    an_address,
    an_auto_reply,
    an_id,
)

SENT = a_sent(ago(days=6))


def lying_in(*roles: Role) -> Message:
    """A mail with Dana's From, lying in these folders."""
    return a_sent(ago(days=6), places=frozenset(roles))


@pytest.mark.parametrize("roles", [(role,) for role in Role if role not in WRITTEN | {Role.JUNK, Role.TRASH}])
def test_mail_from_the_owner(roles: tuple[Role, ...]) -> None:
    """It is theirs in any folder where sent mail may lie."""
    assert is_own(lying_in(*roles), OWNER)


@pytest.mark.parametrize(
    "roles",
    [(Role.DRAFTS,), (Role.JUNK,), (Role.TRASH,), (Role.UNSENT,), (Role.TEMPLATES,), (Role.DRAFTS, Role.TRASH), ()],
)
def test_mail_from_the_owner_that_was_not_sent(roles: tuple[Role, ...]) -> None:
    """What lies in Drafts, Junk or Trash only was never sent, or is forged."""
    assert not is_own(lying_in(*roles), OWNER)


def test_a_sent_mail_whose_copy_was_thrown_away() -> None:
    """One copy in Sent proves that it was sent."""
    assert is_own(lying_in(Role.SENT, Role.TRASH), OWNER)


def test_mail_in_sent_from_an_address_the_config_does_not_know() -> None:
    """It lies in Sent, so the owner sent it."""
    assert is_own(a_sent(ago(days=6), sender=an_address("old@studio.example")), OWNER)


def test_mail_from_a_plus_address_of_the_owner() -> None:
    """It is the owner's, in INBOX too."""
    mail = a_sent(ago(days=6), sender=an_address("dana+list@studio.example"), places=frozenset({Role.INBOX}))

    assert is_own(mail, OWNER)


def test_the_owners_mail() -> None:
    """It is ordered by what the owner's clock said, not by when the server got it."""
    first = a_sent(ago(days=6), received=ago(days=1))
    second = a_sent(ago(days=5), received=ago(days=5))

    assert own_mail((second, first), OWNER) == (first, second)


def test_mail_without_a_date() -> None:
    """It was sent when the server got it."""
    first = a_sent(ago(days=6))
    undated = a_sent(ago(days=5), date=None)

    assert own_mail((undated, first), OWNER) == (first, undated)


@pytest.mark.parametrize("to", [(), (DANA,), (an_address("dana+notes@studio.example"),)])
def test_a_note_to_oneself(to: tuple[Address, ...]) -> None:
    """Nobody could be expected to answer it."""
    assert own_mail((a_sent(ago(days=6), to=to),), OWNER) == ()


def test_the_owners_own_vacation_notice() -> None:
    """A machine sent it: it is nothing to follow up."""
    assert own_mail((a_sent(ago(days=6), kind=Kind.AUTO_REPLY),), OWNER) == ()


@pytest.mark.parametrize("place", [role for role in Role if role not in WRITTEN | {Role.SENT}])
def test_a_reply_in_any_folder(place: Role) -> None:
    """It is an answer, in Junk and in Trash too."""
    reply = a_reply(ago(days=1), places=frozenset({place}))

    assert answers((SENT, reply), OWNER) == (reply,)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.PERSON, Kind.CALENDAR}])
def test_what_a_machine_wrote(kind: Kind) -> None:
    """It is no answer."""
    assert answers((SENT, a_reply(ago(days=1), kind=kind)), OWNER) == ()


def test_an_invitation_accepted() -> None:
    """A person did that: it's an answer."""
    accepted = a_reply(ago(days=1), kind=Kind.CALENDAR)

    assert answers((SENT, accepted), OWNER) == (accepted,)


def test_a_reply_that_looks_like_bulk() -> None:
    """People answer through programs that sign for them: what names the owner's mail, from a person, is an answer."""
    reply = a_reply(ago(days=5), answering=SENT, kind=Kind.BULK)

    assert answers((SENT, reply), OWNER) == (reply,)


def test_a_reply_that_only_sounds_like_bulk() -> None:
    """Nothing but its words, of prices and offers, is a newsletter's: from somebody written to, it's an answer."""
    reply = a_reply(ago(days=5), kind=Kind.BULK, remarks=Remarks(told_by_words=True))

    assert answers((SENT, reply), OWNER) == (reply,)


@pytest.mark.parametrize(
    "bulk",
    [
        pytest.param(a_reply(ago(days=5), kind=Kind.BULK), id="to nothing of the owner's"),
        pytest.param(
            a_reply(
                ago(days=5), kind=Kind.BULK, remarks=Remarks(told_by_words=True), sender=an_address("shop@shop.example")
            ),
            id="in its own words, from a stranger",
        ),
        pytest.param(
            a_reply(ago(days=5), answering=SENT, kind=Kind.BULK, sender=an_address("no-reply@client.example")),
            id="from a robot",
        ),
    ],
)
def test_bulk_mail(bulk: Message) -> None:
    """It's no answer."""
    assert answers((SENT, bulk), OWNER) == ()


def test_a_reply_by_somebody_else() -> None:
    """A message that any person but the owner wrote is an answer."""
    ben = a_reply(ago(days=1), sender=BEN)

    assert answers((SENT, ben), OWNER) == (ben,)


@pytest.mark.parametrize("place", [Role.INBOX, Role.JUNK, Role.TRASH, Role.DRAFTS])
def test_the_owners_own_mail_wherever_it_lies(place: Role) -> None:
    """It never answers itself."""
    assert answers((SENT, lying_in(place)), OWNER) == ()


def test_what_another_program_keeps_in_drafts() -> None:
    """What lies in Drafts only wasn't received."""
    assert answers((SENT, a_reply(ago(days=1), places=frozenset({Role.DRAFTS}))), OWNER) == ()


def test_the_order_of_answers() -> None:
    """They are ordered by when the server got them, not by their authors' clocks."""
    early = a_reply(ago(days=3), date=ago(days=-300))
    late = a_reply(ago(days=2), date=ago(days=9000))

    assert answers((late, early), OWNER) == (early, late)


@pytest.mark.parametrize(("received", "later"), [(ago(days=5), True), (ago(days=6), False), (ago(days=7), False)])
def test_a_reply_that_names_nothing(received: datetime, *, later: bool) -> None:
    """Its place in time is all there is; at the very same moment it isn't later."""
    reply = a_reply(ago(days=1), received=received)

    assert is_later(reply, SENT) == later


def test_a_reply_with_a_clock_that_is_wrong() -> None:
    """Its author's clock doesn't count; the server's does."""
    assert is_later(a_reply(ago(days=5), date=ago(days=400)), SENT)


def test_an_owner_whose_mail_reached_the_server_late() -> None:
    """The owner's clock counts: what came between writing and arriving is later than the mail."""
    mail = a_sent(ago(days=6), received=ago(days=2))

    assert is_later(a_reply(ago(days=4)), mail)


def test_an_answer_before_its_question() -> None:
    """What names a mail as its parent came after it, whatever the clocks say."""
    assert is_later(a_reply(ago(days=9), answering=SENT), SENT)


def test_an_answer_to_a_mail_that_goes_by_two_ids() -> None:
    """It may name either of them."""
    mail = a_sent(ago(days=6), also_known_as=(an_id("before-outlook"),))

    assert is_later(a_reply(ago(days=9), parents=(an_id("before-outlook"),)), mail)


def test_a_question_before_the_mail_that_answers_it() -> None:
    """What the owner's mail names as its parent came before it, whatever the clocks say."""
    question = a_reply(ago(days=5))
    answer = a_sent(ago(days=6), answering=question)

    assert not is_later(question, answer)


def test_to_whom_the_next_mail_goes() -> None:
    """To whom the owner's last one went, without the owner."""
    assert correspondents(a_sent(ago(days=6), to=(DANA, ANNA, BEN)), OWNER) == (ANNA, BEN)


def test_a_mail_with_copies_only() -> None:
    """Then it goes to those in Cc."""
    assert correspondents(a_sent(ago(days=6), to=(), cc=(ANNA,)), OWNER) == (ANNA,)


def test_a_reply_to_the_client() -> None:
    """It goes to the client's Reply-To, or else to their From."""
    other = an_address("anna.rossi@home.example")

    assert correspondents(a_reply(ago(days=1)), OWNER) == (ANNA,)
    assert correspondents(a_reply(ago(days=1), reply_to=(other,)), OWNER) == (other,)


def test_a_reply_to_that_is_the_owner() -> None:
    """A Reply-To that leads back to the owner is passed over."""
    assert correspondents(a_reply(ago(days=1), reply_to=(DANA,)), OWNER) == (ANNA,)


def test_a_mail_to_a_robot_and_a_person() -> None:
    """The client is the person."""
    assert client_of(a_sent(ago(days=6), to=(an_address("noreply@shop.example"), ANNA)), OWNER) == ANNA


def test_a_mail_to_several_people() -> None:
    """The client is the first."""
    assert client_of(a_sent(ago(days=6), to=(BEN, ANNA)), OWNER) == BEN


def test_a_mail_to_robots_only() -> None:
    """There is no client."""
    assert client_of(a_sent(ago(days=6), to=(an_address("noreply@shop.example"),)), OWNER) is None


def test_automatic_mail() -> None:
    """Neither away message nor bounce is an answer or the owner's."""
    mail = (an_auto_reply(ago(days=5)), a_bounce(ago(days=5)))

    assert (answers(mail, OWNER), own_mail(mail, OWNER)) == ((), ())


def test_a_clock_that_runs_ahead() -> None:
    """A mail dated in the future hides no answer that came after the server had it."""
    own = a_sent(ago(days=1), received=ago(days=9))

    assert is_later(a_reply(ago(days=5)), own)


SENT_ONLY = frozenset({Role.SENT})
OLD = an_address("old@studio.example")


def freed(message: Message) -> Message:
    """The mail as if it lay in a folder of no meaning, not in Sent."""
    return replace(message, places=message.places - {Role.SENT} | {Role.OTHER})


def test_a_clients_reply_that_was_filed_in_sent() -> None:
    """The owner wrote to its author in this thread: it's an answer, and not the owner's."""
    reply = a_reply(ago(days=1), places=SENT_ONLY)

    assert answers((SENT, reply), OWNER) == (freed(reply),)
    assert own_mail((SENT, reply), OWNER) == (SENT,)


def test_a_reply_filed_in_sent_by_somebody_whose_other_mail_came_from_outside() -> None:
    """It's theirs, though the owner never wrote to them."""
    first = a_reply(ago(days=3), sender=BEN)
    second = a_reply(ago(days=1), sender=BEN, places=SENT_ONLY)

    assert answers((SENT, first, second), OWNER) == (first, freed(second))


def test_mail_in_sent_from_an_address_that_nobody_knows() -> None:
    """It's one more address of the owner's: what they wrote to the client from there is the newest of theirs."""
    again = a_sent(ago(days=2), sender=OLD)

    assert own_mail((SENT, again), OWNER) == (SENT, again)
    assert answers((SENT, again), OWNER) == ()


@pytest.mark.parametrize("place", [Role.DRAFTS, Role.TRASH, Role.JUNK])
def test_an_unknown_address_of_the_owner_elsewhere(place: Role) -> None:
    """A draft or a mail thrown away is no mail from outside: what lies in Sent under that address stays theirs."""
    draft = a_sent(ago(days=4), sender=OLD, places=frozenset({place}))
    again = a_sent(ago(days=2), sender=OLD)

    assert own_mail((SENT, draft, again), OWNER) == (SENT, again)


def test_a_name_forged_in_junk() -> None:
    """Mail under the owner's name that they never sent says nothing of who is whom."""
    forged = a_sent(ago(days=7), to=(OLD,), places=frozenset({Role.JUNK}))
    again = a_sent(ago(days=2), sender=OLD)

    assert own_mail((forged, again), OWNER) == (again,)


def test_whom_to_answer_where_a_reply_was_filed_in_sent() -> None:
    """Its author, as if it lay elsewhere."""
    [reply] = answers((SENT, a_reply(ago(days=1), places=SENT_ONLY)), OWNER)

    assert correspondents(reply, OWNER) == (ANNA,)


def test_the_ids_of_the_owners_mail() -> None:
    """A note to oneself is the owner's as well; a reply filed in Sent is not."""
    note = a_sent(ago(days=3), to=(DANA,))
    reply = a_reply(ago(days=1), places=SENT_ONLY)

    assert own_ids((SENT, note, reply), OWNER) == {SENT.id, note.id}
