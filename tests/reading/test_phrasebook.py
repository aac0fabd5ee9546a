from __future__ import annotations

import pytest

from crickets.reading.asking.phrasebook import Phrasebook, readable, sentences_of


def found(phrase: str, text: str) -> list[str]:
    """What a phrase in the notation finds in a text."""
    book = Phrasebook({"sign": {"en": (phrase,)}})
    return [
        " ".join(sentence.words[find.begin : find.reach])
        for sentence in sentences_of(readable(text))
        for find in book.finds_in(sentence)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "finds"),
    [
        ("let me/us know", "Let us know!", ["let us know"]),
        ("let me/us know", "Let him know!", []),
        ("invoice*", "two invoices", ["invoices"]),
        ("no reply (is) needed", "No reply needed.", ["no reply needed"]),
        ("no reply (is) needed", "No reply is needed.", ["no reply is needed"]),
        ("as (soon as/far as) possible", "as soon as possible", ["as soon as possible"]),
        ("will … answer", "I will of course answer", ["will of course answer"]),
        ("will … answer", "I will see what I can answer", []),
        ("will … answer", "I will. Answer!", []),
        ("thanks for >", "Thanks for the help, Anna", ["thanks for the help"]),
        ("<bis montag", "Danke, bis Montag", ["bis montag"]),
        ("<bis montag", "Das geht bis Montag", []),
        ("merci d'avance", "Merci d’avance", ["merci d avance"]),
        ("grüße", "GRÜSSE", ["grusse"]),
        ("dziękuję", "Dziekuje", ["dziekuje"]),
    ],
)
def test_the_notation(phrase: str, text: str, finds: list[str]) -> None:
    """A choice, a stem, a word that may be missing, a gap, the rest of a clause; no case, no accents."""
    assert found(phrase, text) == finds


def test_a_phrase_within_a_longer_one() -> None:
    """Only the longer counts; but what stands in its gap is no part of it."""
    book = Phrasebook({"wish": {"en": ("let me know", "in advance")}, "formula": {"en": ("let me know … questions",)}})
    (sentence,) = sentences_of("let me know in advance any questions")
    assert {find.sign for find in book.finds_in(sentence)} == {"wish", "formula"}
    (sentence,) = sentences_of("let me know of questions")
    assert {find.sign for find in book.finds_in(sentence)} == {"formula"}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three!", ["one", "two", "three"]),
        ("am 15. Dezember", ["am 15 dezember"]),
        ("see https://a.example/?q=1 now", ["see now"]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("a line that a mail program has wrapped at its\nseventy-second column", None),
    ],
)
def test_where_a_sentence_ends(text: str, sentences: list[str] | None) -> None:
    """At a stop, but not behind an ordinal, in an address or where a line was wrapped."""
    words = [" ".join(sentence.words) for sentence in sentences_of(readable(text))]
    assert words == sentences if sentences else len(words) == 1


def test_the_place_of_a_word() -> None:
    """It's the word's own in the text that was read."""
    text = readable("Grazie, Zoë")
    (sentence,) = sentences_of(text)
    assert [text[begin:end] for begin, end in zip(sentence.begins, sentence.ends, strict=True)] == ["Grazie", "Zoë"]
