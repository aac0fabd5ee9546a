"""Who is forgotten: known again by a mark, in whatever part of a mail they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.forgotten import Erasure, Forgotten, is_whole_domain, mark_of
from crickets.domain.message import Address
from crickets.domain.remarks import Remarks
from tests.builders import ANNA, BEN, DANA, NOW, a_bounce, a_listed_draft, a_reply, a_sent, ago, an_address

KEY = b"of this test"
OF_ANNA = Forgotten(marks=(mark_of("anna@client.example", KEY),))
OF_THE_FIRM = Forgotten(marks=(mark_of("*@client.example", KEY),))


@pytest.mark.parametrize(
    ("email", "same"),
    [("anna@client.example", True), ("Anna+site@Client.example", True), ("ben@client.example", False)],
)
def test_an_address(email: str, same: bool) -> None:  # noqa: FBT001 - a column of the table
    """It's known again however it's written that leads to the same mailbox; nobody else's is."""
    assert OF_ANNA.has(an_address(email), NOW) is same


def test_a_whole_domain() -> None:
    """Everybody there is forgotten, and nobody elsewhere."""
    assert OF_THE_FIRM.has(BEN, NOW)
    assert not OF_THE_FIRM.has(an_address("ben@studio.example"), NOW)


@pytest.mark.parametrize(
    ("written", "whole"),
    [("*@client.example", True), ("anna@client.example", False), ("*@*.example", False), ("*@", False), ("*", False)],
)
def test_what_names_a_whole_domain(written: str, whole: bool) -> None:  # noqa: FBT001 - a column of the table
    """A star before the only @, and no other."""
    assert is_whole_domain(written) is whole


def test_a_mark() -> None:
    """It doesn't show whose it is, and two of one address are as different as their keys."""
    marks = [mark_of("anna@client.example", key) for key in (b"one", b"another")]

    assert marks[0].digest != marks[1].digest
    assert "anna" not in repr(marks)


@pytest.mark.parametrize(
    "mail",
    [
        a_reply(ago(days=1)),
        a_reply(ago(days=1), sender=BEN, reply_to=(ANNA,)),
        a_sent(ago(days=1)),
        a_sent(ago(days=1), to=(BEN,), cc=(ANNA,)),
        a_bounce(ago(days=1), remarks=Remarks(bounced=("anna@client.example",))),
    ],
    ids=["hers", "answers go to her", "to her", "a copy to her", "it didn't reach her"],
)
def test_her_part_in_a_mail(mail: object) -> None:
    """Whatever it is, the mail is none of ours to keep."""
    assert OF_ANNA.takes_part_in(mail)  # type: ignore[arg-type]


def test_a_mail_of_others() -> None:
    """It's kept, of a bounce too that is about somebody else."""
    others = (
        a_reply(ago(days=1), sender=BEN, to=(DANA,)),
        a_bounce(ago(days=1), remarks=Remarks(bounced=("ben@client.example",))),
    )

    assert not any(map(OF_ANNA.takes_part_in, others))
    assert not Forgotten().takes_part_in(a_reply(ago(days=1)))


def test_once_they_are_forgotten_no_longer() -> None:
    """What was written before stays none of ours; what comes after is read."""
    [mark] = OF_ANNA.marks
    those = Forgotten(marks=(replace(mark, until=ago(days=2)),))

    assert those.takes_part_in(a_reply(ago(days=3)))
    assert not those.takes_part_in(a_reply(ago(days=1)))


def test_an_old_mail_that_was_moved_to_another_server() -> None:
    """When it was written counts, whatever the server has it received."""
    [mark] = OF_ANNA.marks
    those = Forgotten(marks=(replace(mark, until=ago(days=2)),))

    assert those.takes_part_in(a_reply(ago(days=1), date=ago(days=30)))


def test_what_others_say_of_her() -> None:
    """That one may write to her instead, or that a mail didn't reach her, is left out; all else stays."""
    remarks = Remarks(write_instead=(ANNA, BEN), bounced=("anna@client.example",), phones=("+39061",))
    told = OF_ANNA.untold(a_reply(ago(days=1), sender=BEN, remarks=remarks)).remarks

    assert told == Remarks(write_instead=(BEN,), phones=("+39061",))


def test_a_mail_whose_words_are_not_known() -> None:
    """There's nothing to leave out."""
    mail = a_reply(ago(days=1), sender=BEN)

    assert OF_ANNA.untold(mail) is mail
    said = replace(mail, remarks=Remarks(write_instead=(ANNA,)))
    assert Forgotten().untold(said) is said


def test_what_lies_in_drafts_for_her() -> None:
    """Only that it lies there is kept; of a draft of ours all, until it has gone; of others' mail all."""
    hers, others = a_listed_draft(to=("anna@client.example",)), a_listed_draft(to=("ben@client.example",))

    blank = OF_ANNA.seen(hers, NOW, ours=())

    assert (blank.place, blank.to, blank.subject, blank.parents) == (hers.place, (), "", ())
    assert blank.id != hers.id
    assert OF_ANNA.seen(hers, NOW, ours={hers.id}) is hers
    assert OF_ANNA.seen(others, NOW, ours=()) is others


def test_an_erasure_of_somebody_unknown() -> None:
    """It's empty; not, if only their address stands somewhere."""
    assert Erasure().is_empty
    assert not Erasure(addresses=("anna@client.example",)).is_empty


def test_a_broken_address() -> None:
    """Nobody is found by it, and nothing breaks."""
    assert not OF_ANNA.has(Address(email="\udcff"), NOW)
