"""Which mail belongs to which thread: by keys, and by subject where keys are lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Unpack

import pytest

from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.threading import (
    in_order,
    joins_by_subject,
    kept_parents,
    keys_of,
    keys_of_draft,
    looks_like_reply,
    own_keys,
    parent_keys,
    people_of,
    subject_key,
    written_at,
)
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    MessageChanges,
    a_listed_draft,
    a_reply,
    a_sent,
    ago,
    an_address,
    an_id,
)

OFFICE = an_address("office@studio.example")
LOST = an_id("lost")


def an_orphan(at: datetime, **changes: Unpack[MessageChanges]) -> Message:
    """Anna's answer to a mail under an id that only her side has seen."""
    return a_reply(at, **(MessageChanges(id=an_id("orphan"), parents=(LOST,)) | changes))


class TestKeys:
    def test_a_mail_with_aliases_parents_and_a_conversation(self) -> None:
        """All its ids, its parents' and the provider's thread id lead to it, each once."""
        mail = a_sent(
            ago(days=1),
            id=an_id("own"),
            also_known_as=(an_id("other"),),
            parents=(an_id("first"), an_id("own")),
            conversation="17",
        )

        ids = tuple(f"id {an_id(name)}" for name in ("own", "other", "first"))
        assert (*ids, "conversation 17") == keys_of(mail)

    def test_own_and_parent_keys(self) -> None:
        """What names a mail is told apart from what it names."""
        mail = a_sent(ago(days=1), id=an_id("own"), also_known_as=(an_id("other"),), parents=(LOST,))

        own = (f"id {an_id('own')}", f"id {an_id('other')}")
        assert (own, (f"id {LOST}",)) == (own_keys(mail), parent_keys(mail))

    def test_a_conversation_named_like_an_id(self) -> None:
        """A provider's thread id is never taken for a Message-ID."""
        named = a_sent(ago(days=1), id=MessageId("17"))
        numbered = a_sent(ago(days=1), id=an_id("own"), conversation="17")

        assert not set(keys_of(named)) & set(keys_of(numbered))

    def test_thousands_of_parents(self) -> None:
        """The first and the newest 50 count."""
        parents = tuple(an_id(str(n)) for n in range(5000))

        assert (parents[0], *parents[-50:]) == kept_parents(parents)

    def test_51_parents(self) -> None:
        """All of an honest header is kept."""
        parents = tuple(an_id(str(n)) for n in range(51))

        assert parents == kept_parents(parents)

    def test_a_listed_draft(self) -> None:
        """It is found by its id, its parents and its conversation."""
        draft = a_listed_draft(id=an_id("draft"), parents=(an_id("first"),), conversation="17")

        expected = (f"id {an_id('draft')}", f"id {an_id('first')}", "conversation 17")
        assert expected == keys_of_draft(draft)


class TestBySubject:
    def test_an_answer_to_an_id_that_was_rewritten(self) -> None:
        """Anna answers what Dana sent, under an id that a server made up: it's an answer all the same."""
        assert joins_by_subject(an_orphan(ago(days=1)), a_sent(ago(days=3)))

    def test_a_follow_up_that_lost_its_references(self) -> None:
        """Dana's own next mail to Anna, from a program that drops them, is of the thread."""
        again = a_sent(ago(days=1), subject="Re: The new site")

        assert joins_by_subject(again, a_sent(ago(days=3)))

    def test_an_answer_to_another_address_of_the_owner(self) -> None:
        """To whom the owner sent a mail, from them an answer may come to any address."""
        assert joins_by_subject(an_orphan(ago(days=1), to=(OFFICE,)), a_sent(ago(days=3)))

    def test_an_answer_from_another_address_of_the_owner(self) -> None:
        """Dana answers Anna from another address."""
        answer = a_sent(ago(days=1), sender=OFFICE, subject="AW: The new site")
        asked = a_reply(ago(days=3), subject="The new site")

        assert joins_by_subject(answer, asked)

    def test_an_answer_from_somebody_in_copy(self) -> None:
        """Ben, to whom the mail went as well, answers."""
        sent = a_sent(ago(days=3), cc=(BEN,))

        assert joins_by_subject(an_orphan(ago(days=1), sender=BEN), sent)

    def test_an_answer_to_mail_that_lies_outside_of_sent(self) -> None:
        """The owner's mail is found wherever it lies, by the two people."""
        filed = a_sent(ago(days=3), places=frozenset({Role.ARCHIVE}))

        assert joins_by_subject(an_orphan(ago(days=1)), filed)

    @pytest.mark.parametrize(
        ("newcomer", "member"),
        [
            (an_orphan(ago(days=1), sender=BEN), a_sent(ago(days=3))),
            (an_orphan(ago(days=1), sender=BEN), a_reply(ago(days=3))),
            (a_sent(ago(days=1), to=(BEN,), subject="Re: The new site"), a_sent(ago(days=3))),
            (a_sent(ago(days=1), to=(BEN,), subject="Re: The new site"), a_reply(ago(days=3))),
            (a_sent(ago(days=1), to=(BEN,), subject="Re: The new site"), a_sent(ago(days=3), cc=(DANA,))),
            (
                a_sent(ago(days=1), to=(BEN,), subject="Re: The new site", places=frozenset({Role.ALL})),
                a_sent(ago(days=3), places=frozenset({Role.ALL})),
            ),
        ],
        ids=["answer", "two askers", "two asked", "asked by one, written to another", "copy to self", "no Sent"],
    )
    def test_strangers(self, newcomer: Message, member: Message) -> None:
        """That the owner is in both mails makes no thread of them."""
        assert not joins_by_subject(newcomer, member)

    def test_another_subject(self) -> None:
        """The base subjects must be the same."""
        assert not joins_by_subject(an_orphan(ago(days=1), subject="Re: The old site"), a_sent(ago(days=3)))

    def test_a_subject_in_other_case_and_language(self) -> None:
        """Case and prefixes count for nothing."""
        answer = an_orphan(ago(days=1), subject="ODP: [Studio] THE NEW  SITE")

        assert joins_by_subject(answer, a_sent(ago(days=3)))

    @pytest.mark.parametrize("subject", ["Re: Hi", "Re:", "", "Re: ok!"])
    def test_a_subject_that_says_nothing(self, subject: str) -> None:
        """An empty or very short subject joins nothing."""
        assert not joins_by_subject(an_orphan(ago(days=1), subject=subject), a_sent(ago(days=3), subject=subject))

    def test_no_look_of_a_reply(self) -> None:
        """A new mail of an old subject begins a thread of its own."""
        monthly = a_reply(ago(days=1), subject="The new site")

        assert not joins_by_subject(monthly, a_sent(ago(days=3)))

    def test_parents_without_a_prefix(self) -> None:
        """Naming parents is the look of a reply too."""
        assert joins_by_subject(an_orphan(ago(days=1), subject="The new site"), a_sent(ago(days=3)))

    @pytest.mark.parametrize(
        ("after", "joins"),
        [
            (timedelta(days=60), True),
            (timedelta(days=60, seconds=1), False),
            (timedelta(days=-1), True),
            (timedelta(days=-1, seconds=-1), False),
        ],
    )
    def test_the_window(self, after: timedelta, *, joins: bool) -> None:
        """An answer comes within 60 days, and before its question by wrong clocks only."""
        assert joins == joins_by_subject(an_orphan(ago(days=90) + after), a_sent(ago(days=90)))

    def test_bulk_mail(self) -> None:
        """What goes to everybody joins nothing."""
        assert not joins_by_subject(an_orphan(ago(days=1), kind=Kind.BULK), a_sent(ago(days=3)))

    def test_the_ends_of_time(self) -> None:
        """A hostile date is compared like any other."""
        first = a_sent(ago(days=3), date=datetime.min.replace(tzinfo=UTC))

        assert not joins_by_subject(an_orphan(ago(days=1)), first)

    def test_hundreds_of_recipients(self) -> None:
        """Those at the head of the list count."""
        crowd = tuple(an_address(f"{n}@client.example") for n in range(300))
        sent = a_sent(ago(days=3), to=crowd)

        joined = [joins_by_subject(an_orphan(ago(days=1), sender=crowd[n]), sent) for n in (0, 24, 25)]
        assert joined == [True, True, False]


def test_a_mail_dated_in_the_future() -> None:
    """Nothing was written after it was received."""
    mail = a_reply(ago(days=1), date=ago(days=-365))

    assert ago(days=1) == written_at(mail)


def test_a_mail_that_travelled_long() -> None:
    """Its own date counts."""
    mail = a_reply(ago(days=1), date=ago(days=4))

    assert ago(days=4) == written_at(mail)


def test_a_subject_in_ideographs() -> None:
    """Two of them say enough."""
    assert subject_key(a_reply(ago(days=1), subject="回复：报价")) == "报价"


def test_a_mail_that_answers_nothing() -> None:
    """Neither prefix nor parents: no reply."""
    assert not looks_like_reply(a_reply(ago(days=1), subject="The new site"))


def test_the_people_of_a_mail() -> None:
    """Its author first, then those it is written to."""
    assert people_of(a_sent(ago(days=1), cc=(BEN,))) == (DANA, ANNA, BEN)


def test_a_thread_in_order() -> None:
    """Sent mail stands by its own date, mail received by the server's."""
    asked = a_reply(ago(days=5), date=ago(days=1))
    answered = a_sent(ago(days=0), date=ago(days=4))
    thanked = a_reply(ago(days=3), date=ago(days=9))

    assert (asked, answered, thanked) == in_order((thanked, answered, asked))
