"""What a silent client wrote elsewhere, and which of it is an answer all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.mailbox import ListedDraft
from crickets.domain.message import Address, Kind, Message, MessageId, Role
from crickets.domain.remarks import Remarks
from crickets.domain.surroundings import REACH, heard_since, is_loose, strays_among, surrounded, with_loose_drafts
from tests.builders import (
    ANNA,
    BEN,
    OWNER,
    a_listed_draft,
    a_place,
    a_reply,
    a_sent,
    a_thread,
    an_address,
    an_auto_reply,
    june,
)

MARKS = tuple(range(100, 110))
"""Of ten sentences."""

OFFER = a_sent(june(10), remarks=Remarks(prints=MARKS))
THREAD = a_thread(OFFER)


def stray(day: int, quoted: tuple[int, ...] = (), **changes: object) -> Message:
    """Anna's mail in a thread of its own."""
    return a_reply(june(day, 12), subject="Hello", remarks=Remarks(quoted_prints=quoted), **changes)  # type: ignore[arg-type]


def test_a_mail_of_the_client_in_another_thread() -> None:
    """It's known, oldest first, and no part of this one."""
    around = surrounded(THREAD, ANNA, (stray(12), stray(11)), OWNER)

    assert around.elsewhere == (stray(11), stray(12))
    assert around.messages == THREAD.messages


def test_an_answer_that_lost_its_header() -> None:
    """What quotes the owner's words answers them."""
    answer = stray(12, MARKS)

    around = surrounded(THREAD, ANNA, (answer,), OWNER)

    assert around.messages == (OFFER, answer)
    assert around.elsewhere == ()


HERS_TOO = Address(name="Anna Rossi", email="a.r@elsewhere.example")
"""Of Anna's name, at a firm that isn't hers: nobody can tell whose it is."""


def test_somebody_of_the_clients_name() -> None:
    """A reply under the thread's subject may be the answer; it's kept apart, oldest first."""
    mails = tuple(a_reply(june(day), sender=HERS_TOO, subject="AW: The new site") for day in (12, 11))
    around = surrounded(THREAD, ANNA, mails, OWNER)

    assert (around.messages, around.elsewhere, around.perhaps) == (THREAD.messages, (), mails[::-1])


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(a_reply(june(12), sender=HERS_TOO, subject="The new site"), id="no reply"),
        pytest.param(a_reply(june(12), sender=HERS_TOO, subject="Re: The old site"), id="another subject"),
        pytest.param(a_reply(june(9), sender=HERS_TOO), id="older than the owner's mail"),
        pytest.param(a_reply(june(12), sender=HERS_TOO, kind=Kind.BULK), id="no person's"),
        pytest.param(a_reply(june(12), sender=replace(HERS_TOO, name="Anna Verdi")), id="another name"),
        pytest.param(a_reply(june(12), sender=replace(HERS_TOO, name="Anna")), id="a first name alone"),
        pytest.param(a_reply(june(12)), id="the client's own address"),
    ],
)
def test_what_is_not_like_an_answer(mail: Message) -> None:
    """It's not taken for one."""
    assert surrounded(THREAD, ANNA, (mail,), OWNER).perhaps == ()


PRIVATE = Address(name="Anna Rossi", email="anna.rossi@gmail.com")
"""Plainly Anna's own, at a mail provider's."""


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(a_reply(june(12), sender=PRIVATE, subject="AW: The new site"), id="a reply"),
        pytest.param(a_reply(june(12), sender=PRIVATE, subject="The new site"), id="a mail of that subject"),
        pytest.param(a_reply(june(12), sender=PRIVATE, subject="the new"), id="half of the subject"),
    ],
)
def test_the_clients_own_other_address(mail: Message) -> None:
    """What comes from there of the thread's subject may be the answer, whether or not it quotes a word."""
    mail = replace(mail, parents=())
    around = surrounded(THREAD, ANNA, (mail,), OWNER)

    assert (around.messages, around.elsewhere, around.perhaps) == (THREAD.messages, (mail,), (mail,))


@pytest.mark.parametrize("subject", ["The new sites", "Hello", ""])
def test_what_the_client_writes_elsewhere_of_something_else(subject: str) -> None:
    """It's no answer: the subject is another, though it may begin with the same letters."""
    mail = replace(a_reply(june(12), sender=PRIVATE, subject=subject), parents=())

    assert surrounded(THREAD, ANNA, (mail,), OWNER).perhaps == ()


def test_a_colleagues_new_mail() -> None:
    """One of the thread's subject may be the answer ("Anna has passed your offer on, we accept")."""
    mail = replace(a_reply(june(12), sender=BEN, subject="The new site: approved"), parents=())

    assert surrounded(THREAD, ANNA, (mail,), OWNER).perhaps == (mail,)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(replace(a_reply(june(12), sender=BEN, subject="The old site"), parents=()), id="another subject"),
        pytest.param(replace(a_reply(june(12), sender=BEN), parents=(MessageId("x@y"),)), id="says what it answers"),
    ],
)
def test_a_colleagues_other_mail(mail: Message) -> None:
    """It's a matter of their own."""
    assert surrounded(THREAD, ANNA, (mail,), OWNER).perhaps == ()


def test_a_client_without_a_full_name() -> None:
    """Whoever has one word in common with them isn't meant."""
    anna = replace(ANNA, name="Anna")
    mail = a_reply(june(12), sender=replace(HERS_TOO, name="Anna"))

    assert surrounded(THREAD, anna, (mail,), OWNER).perhaps == ()


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(stray(9, MARKS), id="older than what it quotes"),
        pytest.param(stray(12, MARKS, kind=Kind.AUTO_REPLY), id="a machine's"),
        pytest.param(stray(12, MARKS[:1]), id="one sentence alone, that many write"),
        pytest.param(a_reply(june(12), subject="Hello"), id="not yet read"),
    ],
)
def test_what_answers_nothing(mail: Message) -> None:
    """It stays where it is."""
    assert surrounded(THREAD, ANNA, (mail,), OWNER).messages == THREAD.messages


def test_a_mail_of_the_owners_that_was_not_read_yet() -> None:
    """What quotes it can't be told."""
    thread = a_thread(a_sent(june(10)))

    assert surrounded(thread, ANNA, (stray(12, MARKS),), OWNER).messages == thread.messages


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(stray(12, sender=BEN), id="a colleague's"),
        pytest.param(stray(12, kind=Kind.BULK), id="a newsletter"),
        pytest.param(stray(12, to_list=True), id="a post to a list"),
        pytest.param(stray(12, places=frozenset({Role.DRAFTS})), id="a draft"),
        pytest.param(OFFER, id="the thread's own"),
        pytest.param(a_reply(june(1).replace(month=1)), id="half a year old"),
    ],
)
def test_what_says_nothing_of_the_client(mail: Message) -> None:
    """It's passed over."""
    assert surrounded(THREAD, ANNA, (mail,), OWNER) == THREAD


def test_a_thread_without_a_mail_of_the_owners() -> None:
    """An order began it: all that the client wrote may say something, and a colleague answers nothing."""
    asked, notice = a_reply(june(10)), an_auto_reply(june(1).replace(month=1))

    around = surrounded(a_thread(asked), ANNA, (notice, stray(12, MARKS, sender=BEN)), OWNER)

    assert around.elsewhere == (notice,)
    assert around.messages == (asked,)


PRIVATE = an_address("anna.rossi77@gmail.com", "Anna Rossi")


@pytest.mark.parametrize(
    "author",
    [
        pytest.param(PRIVATE, id="from her private address"),
        pytest.param(BEN, id="a colleague's"),
        pytest.param(an_address("office@mail.client.example"), id="her office's"),
    ],
)
def test_an_answer_from_elsewhere(author: Address) -> None:
    """What quotes the owner's words answers them, from her other address or by somebody of her firm."""
    answer = stray(12, MARKS, sender=author)

    assert surrounded(THREAD, ANNA, (answer,), OWNER).messages == (OFFER, answer)


@pytest.mark.parametrize(
    "author",
    [
        pytest.param(an_address("carla@elsewhere.example", "Carla Conti"), id="another firm's"),
        pytest.param(an_address("carla.conti@gmail.com", "Carla Conti"), id="of a provider"),
        pytest.param(an_address("anna.rossi@elsewhere.example", "Anna Rossi"), id="of the same name at another firm"),
    ],
)
def test_the_same_words_by_a_stranger(author: Address) -> None:
    """They were forwarded to them, or stolen: nobody's answer but theirs."""
    assert surrounded(THREAD, ANNA, (stray(12, MARKS, sender=author),), OWNER) == THREAD


def test_a_private_address_of_two_firms_clients() -> None:
    """Colleagues at a provider are no colleagues."""
    client, other = an_address("anna@gmail.com"), an_address("ben@gmail.com")

    assert surrounded(THREAD, client, (stray(12, MARKS, sender=other),), OWNER) == THREAD


def test_an_answer_to_an_older_mail_of_the_owners() -> None:
    """It belongs to the thread all the same, where it was written."""
    again = a_sent(june(14), answering=OFFER, remarks=Remarks(prints=tuple(range(200, 210))))
    answer = stray(12, MARKS)

    assert surrounded(a_thread(OFFER, again), ANNA, (answer,), OWNER).messages == (OFFER, answer, again)


def test_what_is_worth_reading() -> None:
    """All that the client wrote of late, and of a colleague what may be an answer: nothing else is fetched."""
    unread = a_reply(june(9), subject="Else")
    notice, too_old = an_auto_reply(june(9)), an_auto_reply(june(10) - REACH - (june(2) - june(1)))
    later, earlier = (a_reply(june(day), subject="Else", sender=BEN) for day in (11, 9))
    theirs_away = an_auto_reply(june(11), sender=BEN)
    mine = a_sent(june(11), subject="Else", to=(ANNA,))
    mails = (unread, notice, too_old, later, earlier, theirs_away, mine, OFFER)

    assert strays_among(mails, THREAD, ANNA, OWNER) == (unread, notice, later)


def test_the_owners_own_mail_to_a_colleague_of_theirs() -> None:
    """They quote themselves elsewhere: that's nobody's answer, though it's of the client's firm."""
    eva = an_address("eva@studio.example")
    thread = a_thread(a_sent(june(10), to=(eva,), remarks=Remarks(prints=MARKS)))
    again = a_sent(june(12), subject="Else", to=(BEN,), remarks=Remarks(quoted_prints=MARKS))

    assert surrounded(thread, eva, (again,), OWNER) == thread


LOOSE = a_listed_draft(to=("Anna@client.example",))
"""A reply to Anna in Drafts that doesn't say to what."""


def test_a_reply_in_drafts_that_does_not_say_to_what() -> None:
    """To this client and of this subject, it counts as the thread's own."""
    assert is_loose(LOOSE)
    assert is_loose(replace(LOOSE, conversation="17"))
    assert with_loose_drafts(THREAD, ANNA, (LOOSE,)).lying == (LOOSE,)


def test_one_that_is_known_already() -> None:
    """It's there once."""
    thread = a_thread(OFFER, lying=(LOOSE,))

    assert with_loose_drafts(thread, ANNA, (LOOSE,)) is thread


@pytest.mark.parametrize(
    "other",
    [
        a_listed_draft(to=("ben@client.example",)),
        a_listed_draft(subject="Re: The shop"),
        a_listed_draft(subject="Re:"),
    ],
    ids=["to somebody else", "another subject", "no subject"],
)
def test_one_of_another_thread(other: ListedDraft) -> None:
    """It's none of this one's."""
    nameless = a_thread(OFFER, a_sent(june(11), subject=""))

    assert with_loose_drafts(nameless, ANNA, (other,)) is nameless


@pytest.mark.parametrize(
    "other",
    [
        a_listed_draft(parents=(OFFER.id,)),
        a_listed_draft(subject="The new site"),
        a_listed_draft(place=a_place(flags=frozenset({"\\Deleted"}))),
    ],
    ids=["says to what", "no reply", "deleted"],
)
def test_a_draft_that_is_not_loose(other: ListedDraft) -> None:
    """It belongs where it says, or nowhere."""
    assert not is_loose(other)


def test_since_when_anything_is_heard() -> None:
    """From long before the owner's last word on; from ever where they said none."""
    first, last = a_sent(june(1)), a_sent(june(9))

    assert heard_since(a_thread(first, last), OWNER) == last.sent_at - REACH
    assert heard_since(a_thread(a_reply(june(9))), OWNER) is None
