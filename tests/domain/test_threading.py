"""Which mail belongs to which thread, by the keys that it shares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.message import Kind, Message, MessageId
from crickets.domain.threading import (
    in_order,
    kept_parents,
    keys_of,
    keys_of_draft,
    own_keys,
    parent_keys,
    people_of,
    written_at,
)
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    a_listed_draft,
    a_reply,
    a_sent,
    ago,
    an_address,
    an_id,
)

LOST = an_id("lost")
INDEX = "01dc9a2b3c4d" + "0123456789abcdef" * 2


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

    def test_an_index_of_outlook(self) -> None:
        """It leads to the conversation of the same two people, whoever of them wrote."""
        asked = replace(a_sent(ago(days=2), cc=(BEN,)), thread_index=INDEX)
        answer = replace(a_reply(ago(days=1), sender=BEN), thread_index=INDEX)

        assert len(set(keys_of(asked)) & set(keys_of(answer))) == 1

    @pytest.mark.parametrize(
        "other",
        [
            a_sent(ago(days=1), to=(BEN,), cc=(DANA,)),
            a_sent(ago(days=1), to=(ANNA,), kind=Kind.BULK),
            a_sent(ago(days=1), to=(*(an_address(f"{n}@client.example") for n in range(10)), ANNA)),
        ],
        ids=["to somebody else", "to everybody", "the eleventh"],
    )
    def test_one_index_for_several(self, other: Message) -> None:
        """What was made of one template is no conversation."""
        one = replace(a_sent(ago(days=2), cc=(DANA,)), thread_index=INDEX)

        assert not set(keys_of(one)) & set(keys_of(replace(other, thread_index=INDEX)))

    def test_another_index(self) -> None:
        """The same two have other conversations too."""
        one = replace(a_sent(ago(days=2)), thread_index=INDEX)

        assert not set(keys_of(one)) & set(keys_of(replace(a_sent(ago(days=1)), thread_index=INDEX[::-1])))

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


def test_a_mail_dated_in_the_future() -> None:
    """Nothing was written after it was received."""
    mail = a_reply(ago(days=1), date=ago(days=-365))

    assert ago(days=1) == written_at(mail)


def test_a_mail_that_travelled_long() -> None:
    """Its own date counts."""
    mail = a_reply(ago(days=1), date=ago(days=4))

    assert ago(days=4) == written_at(mail)


def test_the_people_of_a_mail() -> None:
    """Its author first, then those it is written to."""
    assert people_of(a_sent(ago(days=1), cc=(BEN,))) == (DANA, ANNA, BEN)


def test_a_thread_in_order() -> None:
    """Sent mail stands by its own date, mail received by the server's."""
    asked = a_reply(ago(days=5), date=ago(days=1))
    answered = a_sent(ago(days=0), date=ago(days=4))
    thanked = a_reply(ago(days=3), date=ago(days=9))

    assert (asked, answered, thanked) == in_order((thanked, answered, asked))
