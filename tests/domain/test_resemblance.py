"""Which mail a reply answers that lost its parents: by subject and people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Unpack

import pytest

from crickets.domain.message import Kind, Message, Role
from crickets.domain.resemblance import (
    is_bare_post,
    joins_by_subject,
    links_sought,
    looks_like_reply,
    searches,
    subject_key,
)
from tests.builders import ANNA, BEN, DANA, MessageChanges, a_reply, a_sent, ago, an_address, an_id

OFFICE = an_address("office@studio.example")
LIST = an_address("site@lists.example")
LOST = an_id("lost")


def an_orphan(at: datetime, **changes: Unpack[MessageChanges]) -> Message:
    """Anna's answer to a mail under an id that only her side has seen."""
    return a_reply(at, **(MessageChanges(id=an_id("orphan"), parents=(LOST,)) | changes))


def a_post(at: datetime, **changes: Unpack[MessageChanges]) -> Message:
    """A reply that went over a list, and names no parents."""
    return a_reply(at, **(MessageChanges(to_list=True, subject="Re: [site] The new site") | changes))


def belongs(reply: Message, member: Message, *, unanswered: bool = True, names_parents: bool = True) -> bool:
    """Whether a reply looks for a mail, and the mail is what it may answer."""
    found_by = searches(reply, unanswered=unanswered, names_parents=names_parents)
    return any(joins_by_subject(reply, member, links) for links in found_by)


class TestBySubject:
    def test_an_answer_to_an_id_that_was_rewritten(self) -> None:
        """Anna answers what Dana sent, under an id that a server made up: it's an answer all the same."""
        assert belongs(an_orphan(ago(days=1)), a_sent(ago(days=3)))

    def test_a_follow_up_that_lost_its_references(self) -> None:
        """Dana's own next mail to Anna, from a program that drops them, is of the thread."""
        again = a_sent(ago(days=1), subject="Re: The new site")

        assert belongs(again, a_sent(ago(days=3)))

    def test_an_answer_to_another_address_of_the_owner(self) -> None:
        """To whom the owner sent a mail, from them an answer may come to any address."""
        assert belongs(an_orphan(ago(days=1), to=(OFFICE,)), a_sent(ago(days=3)))

    def test_an_answer_from_another_address_of_the_owner(self) -> None:
        """Dana answers Anna from another address."""
        answer = a_sent(ago(days=1), sender=OFFICE, subject="AW: The new site")
        asked = a_reply(ago(days=3), subject="The new site")

        assert belongs(answer, asked)

    def test_an_answer_from_somebody_in_copy(self) -> None:
        """Ben, to whom the mail went as well, answers."""
        sent = a_sent(ago(days=3), cc=(BEN,))

        assert belongs(an_orphan(ago(days=1), sender=BEN), sent)

    def test_an_answer_to_mail_that_lies_outside_of_sent(self) -> None:
        """The owner's mail is found wherever it lies, by the two people."""
        filed = a_sent(ago(days=3), places=frozenset({Role.ARCHIVE}))

        assert belongs(an_orphan(ago(days=1)), filed)

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
        assert not belongs(newcomer, member)

    def test_another_subject(self) -> None:
        """The base subjects must be the same."""
        assert not belongs(an_orphan(ago(days=1), subject="Re: The old site"), a_sent(ago(days=3)))

    def test_a_subject_in_other_case_and_language(self) -> None:
        """Case and prefixes count for nothing."""
        answer = an_orphan(ago(days=1), subject="ODP: [Studio] THE NEW  SITE")

        assert belongs(answer, a_sent(ago(days=3)))

    @pytest.mark.parametrize("subject", ["Re: Hi", "Re:", "", "Re: ok!"])
    def test_a_subject_that_says_nothing(self, subject: str) -> None:
        """An empty or very short subject joins nothing."""
        assert not belongs(an_orphan(ago(days=1), subject=subject), a_sent(ago(days=3), subject=subject))

    def test_no_look_of_a_reply(self) -> None:
        """A new mail of an old subject begins a thread of its own."""
        monthly = a_reply(ago(days=1), subject="The new site")

        assert not belongs(monthly, a_sent(ago(days=3)))

    def test_parents_without_a_prefix(self) -> None:
        """Naming parents is the look of a reply too."""
        assert belongs(an_orphan(ago(days=1), subject="The new site"), a_sent(ago(days=3)))

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
        assert joins == belongs(an_orphan(ago(days=90) + after), a_sent(ago(days=90)))

    def test_bulk_mail(self) -> None:
        """What goes to everybody joins nothing."""
        assert not belongs(an_orphan(ago(days=1), kind=Kind.BULK), a_sent(ago(days=3)))

    def test_the_ends_of_time(self) -> None:
        """A hostile date is compared like any other."""
        first = a_sent(ago(days=3), date=datetime.min.replace(tzinfo=UTC))

        assert not belongs(an_orphan(ago(days=1)), first)

    def test_hundreds_of_recipients(self) -> None:
        """Those at the head of the list count."""
        crowd = tuple(an_address(f"{n}@client.example") for n in range(300))
        sent = a_sent(ago(days=3), to=crowd)

        joined = [belongs(an_orphan(ago(days=1), sender=crowd[n]), sent) for n in (0, 24, 25)]
        assert joined == [True, True, False]


class TestOnAList:
    """Posts, which go to a list, or to somebody and a list."""

    @pytest.fixture
    def post(self) -> Message:
        """Anna asks something on the list."""
        return a_post(ago(days=3), subject="[site] The new site", sender=ANNA, to=(LIST,))

    def test_a_reply_to_its_author(self, post: Message) -> None:
        """Ben's reply goes to Anna and the list: it's to what she wrote there, however much was written below it."""
        reply = a_post(ago(days=1), sender=BEN, to=(ANNA,), cc=(LIST,))

        assert belongs(reply, post, unanswered=False)

    def test_a_reply_to_the_list(self, post: Message) -> None:
        """It joins what was posted last, as long as it takes nobody else's words along."""
        reply = a_post(ago(days=1), sender=BEN, to=(LIST,))

        assert [belongs(reply, post, unanswered=unanswered) for unanswered in (True, False)] == [True, False]

    def test_an_author_who_never_names_parents(self, post: Message) -> None:
        """Their replies say nothing but a subject."""
        reply = a_post(ago(days=1), sender=BEN, to=(ANNA,), cc=(LIST,))

        assert not belongs(reply, post, names_parents=False)

    def test_a_parent_that_is_not_here(self, post: Message) -> None:
        """The list knows it: the reply is to that."""
        reply = a_post(ago(days=1), sender=BEN, to=(ANNA,), cc=(LIST,), parents=(LOST,))

        assert not belongs(reply, post)

    def test_the_owners_post(self) -> None:
        """Who was written to by the owner answers, over the list, to an id that is not known."""
        sent = a_sent(ago(days=3), to=(LIST,), cc=(BEN,))

        assert belongs(a_post(ago(days=1), sender=BEN, to=(LIST,), parents=(LOST,)), sent, names_parents=False)

    def test_another_list(self, post: Message) -> None:
        """The same subject is another one there."""
        reply = a_post(ago(days=1), sender=BEN, to=(ANNA,), cc=(an_address("other@lists.example"),))

        assert not belongs(reply, post)

    def test_no_list(self) -> None:
        """What somebody asked in private is not answered on a list to others."""
        private = a_reply(ago(days=3), subject="The new site", to=(DANA,))

        assert not belongs(a_post(ago(days=1), sender=BEN, to=(DANA,)), private)

    def test_no_reply(self, post: Message) -> None:
        """A new post of an old subject begins a thread of its own."""
        again = a_post(ago(days=1), subject="[site] The new site", sender=BEN, to=(LIST,))

        assert (belongs(again, post), links_sought(again)) == (False, frozenset())

    def test_what_must_be_known(self, post: Message) -> None:
        """Only of a reply on a list that names no parent."""
        reply = a_post(ago(days=1), sender=BEN, to=(LIST,))
        others = (post, replace(reply, parents=(LOST,)), replace(reply, to_list=False))

        assert [is_bare_post(each) for each in (reply, *others)] == [True, False, False, False]

    def test_all_that_is_sought(self) -> None:
        """What waits for its thread is found by all links of all searches."""
        reply = a_post(ago(days=1), sender=BEN, to=(ANNA,), cc=(LIST,))
        addressed, posted = searches(reply, unanswered=True, names_parents=True)

        assert links_sought(reply) == addressed | posted


def test_a_subject_in_ideographs() -> None:
    """Two of them say enough."""
    assert subject_key(a_reply(ago(days=1), subject="回复：报价")) == "报价"


def test_joined_letters_in_a_subject() -> None:
    """It's found by what the ledger has kept of such so far: a blank where letters are joined."""
    reply = a_reply(ago(days=1), subject="Re: می\u200cخواهم 👩\u200d💻")

    assert subject_key(reply) == "می خواهم 👩 💻"


def test_a_mail_that_answers_nothing() -> None:
    """Neither prefix nor parents: no reply."""
    assert not looks_like_reply(a_reply(ago(days=1), subject="The new site"))
