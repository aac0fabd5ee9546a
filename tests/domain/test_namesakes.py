"""Mails that bear one Message-ID: copies of one, or two."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from crickets.domain.message import Address, Message, Role, is_invented
from crickets.domain.namesakes import are_namesakes, set_apart
from tests.builders import ANNA, BEN, a_reply, a_sent, ago, an_address, an_id

MAIL = a_reply(ago(days=5), id=an_id("shared"))


def lying_in(message: Message, role: Role) -> Message:
    """The mail in one folder alone."""
    return replace(message, places=frozenset({role}))


@pytest.mark.parametrize("role", Role)
def test_a_copy_in_another_folder(role: Role) -> None:
    """It's the same mail, whenever the server got it and whatever was done to its subject."""
    copy = replace(lying_in(MAIL, role), received=ago(days=1), subject="[SPAM] The new site")

    assert not are_namesakes(MAIL, copy)


@pytest.mark.parametrize("email", ["ANNA@client.example", "anna@Client.Example"])
def test_an_author_written_otherwise(email: str) -> None:
    """Case and name make no other author."""
    assert not are_namesakes(MAIL, replace(MAIL, sender=an_address(email, "A. Rossi")))


@pytest.mark.parametrize("role", Role)
def test_another_author(role: Role) -> None:
    """It's another mail, wherever it lies."""
    sent = a_sent(ago(days=6), id=an_id("shared"))

    assert are_namesakes(lying_in(MAIL, role), sent)
    assert are_namesakes(sent, lying_in(MAIL, role))


@pytest.mark.parametrize("sender", [ANNA, BEN])
@pytest.mark.parametrize("date", [ago(days=1), None])
def test_another_date(sender: Address, date: datetime | None) -> None:
    """It's another mail of a system that gives one id to all it sends, or none to some."""
    assert are_namesakes(MAIL, replace(MAIL, date=date, sender=sender))


@pytest.mark.parametrize("role", [Role.SENT, Role.DRAFTS, Role.UNSENT, Role.TEMPLATES])
def test_another_date_on_the_owners_mail(role: Role) -> None:
    """Clients date a draft anew when they send it: all its versions are one mail."""
    version = a_sent(ago(days=6), places=frozenset({Role.TRASH}))
    later = replace(version, date=ago(days=5), places=frozenset({role}))

    assert not are_namesakes(version, later)
    assert not are_namesakes(later, version)


def test_what_a_list_makes_of_a_post() -> None:
    """It puts itself in its author's place, and leaves the date."""
    post = a_sent(ago(days=6))
    back = replace(post, sender=an_address("talk@lists.example"), to_list=True, places=frozenset({Role.INBOX}))

    assert (are_namesakes(post, back), are_namesakes(back, post)) == (False, False)
    assert are_namesakes(post, replace(back, date=ago(days=5)))


def test_a_mail_set_apart() -> None:
    """It has an invented id, the same for all its copies, and is otherwise as it was."""
    apart = set_apart(MAIL)

    assert is_invented(apart.id)
    assert apart == replace(MAIL, id=apart.id)
    assert apart.id == set_apart(lying_in(replace(MAIL, received=ago(days=1)), Role.JUNK)).id


def test_mails_set_apart_from_each_other() -> None:
    """Author, date and the id that they bear tell them apart."""
    others = (
        MAIL,
        replace(MAIL, sender=BEN),
        replace(MAIL, date=ago(days=1)),
        replace(MAIL, date=None),
        replace(MAIL, id=an_id("other")),
    )

    assert len({set_apart(mail).id for mail in others}) == len(others)
