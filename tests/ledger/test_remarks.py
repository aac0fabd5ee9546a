"""What a mail's words say, written down and read again: nothing is lost, whatever odd mail has put into it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crickets.domain.mailbox import Uid
from crickets.domain.message import Address, Kind
from crickets.domain.remarks import Attendance, Expectation, Remarks
from crickets.ledger import ledger_in_memory
from crickets.ledger.remarks import packed_remarks, unpacked_remarks
from tests.builders import NOW, a_folder_read, a_reply, ago

EVERYTHING = Remarks(
    language="it",
    away=True,
    away_until=date(2026, 6, 22),
    has_left=True,
    write_instead=(Address(name='Rossi, "Ben" \0\ud800', email="ben\udcff@client.example"), Address(email="")),
    promised=date(2026, 6, 19),
    pays_by=date(2026, 6, 22),
    bounced=("anna@client.example", "\0\udfff@x"),
    attendance=Attendance.TENTATIVE,
    expectation=Expectation(answer=False, reasons=("closing thanks", "grüße \U0001f997 \ud83e")),
    phones=("+39061234567",),
    prints=(0, 1, 2**32 - 1, 2**63, -5),
    quoted_prints=(7,),
    told_by_words=True,
)

odd_text = st.text(
    st.one_of(st.characters(), st.characters(categories=["Cs"]), st.sampled_from("\0\u2028\ufeff\U0001f997")),
    max_size=12,
)
"""With NUL, and halves of characters, as they come out of mail that lies about its charset."""

addresses = st.builds(Address, name=odd_text, email=odd_text)
some_texts = st.lists(odd_text, max_size=3).map(tuple)
marks = st.lists(st.integers(min_value=0, max_value=2**64 - 1), max_size=5).map(tuple)
days = st.none() | st.dates()
any_remarks = st.builds(
    Remarks,
    language=odd_text,
    away=st.booleans(),
    away_until=days,
    has_left=st.booleans(),
    write_instead=st.lists(addresses, max_size=3).map(tuple),
    promised=days,
    pays_by=days,
    bounced=some_texts,
    attendance=st.none() | st.sampled_from(Attendance),
    expectation=st.builds(Expectation, answer=st.none() | st.booleans(), reasons=some_texts),
    phones=some_texts,
    prints=marks,
    quoted_prints=marks,
    told_by_words=st.booleans(),
)


def test_everything_at_once() -> None:
    """Every part there is comes back; a new one must be added above."""
    silent = Remarks()
    assert all(getattr(EVERYTHING, f.name) != getattr(silent, f.name) for f in fields(Remarks))
    assert unpacked_remarks(packed_remarks(EVERYTHING)) == EVERYTHING


@pytest.mark.parametrize("part", [f.name for f in fields(Remarks)])
def test_one_part_alone(part: str) -> None:
    """It comes back, and nothing else with it."""
    told = Remarks(**{part: getattr(EVERYTHING, part)})

    assert unpacked_remarks(packed_remarks(told)) == told


@pytest.mark.parametrize("answer", [True, False, None])
def test_whether_an_answer_is_expected(*, answer: bool | None) -> None:
    """That none is expected is not the same as that nothing shows it."""
    told = Remarks(expectation=Expectation(answer=answer))

    assert unpacked_remarks(packed_remarks(told)) == told


def test_words_that_say_nothing() -> None:
    """They take no room, and are known to have been read."""
    assert packed_remarks(Remarks()) == "{}"
    assert unpacked_remarks("{}") == Remarks()


@given(told=any_remarks)
@settings(max_examples=200, deadline=None)
def test_any_remarks(told: Remarks) -> None:
    """They come back as they were, in plain ASCII."""
    packed = packed_remarks(told)

    assert packed.isascii()
    assert unpacked_remarks(packed) == told


@given(told=any_remarks, kind=st.sampled_from(Kind), signals=some_texts)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_remarks_in_the_ledger(told: Remarks, kind: Kind, signals: tuple[str, ...]) -> None:
    """SQLite refuses none of them."""
    mail = a_reply(ago(days=1))
    with closing(ledger_in_memory()) as ledger:
        ledger.record("work", a_folder_read(NOW), [(Uid(1), mail)])
        ledger.remark("work", a_reply(ago(days=1), kind=kind, signals=signals, remarks=told))
        [thread] = ledger.threads("work")

    [kept] = thread.messages
    assert (kept.kind, kept.signals, kept.remarks) == (kind, signals, told)
