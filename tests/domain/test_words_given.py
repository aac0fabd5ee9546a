"""How often the owner has given their word since."""

from __future__ import annotations

import pytest

from crickets.domain.words_given import WordsGiven


@pytest.mark.parametrize(
    ("before", "now", "count"),
    [
        (WordsGiven(words=3, forgotten=1), WordsGiven(words=3, forgotten=1), 0),
        (WordsGiven(words=3), WordsGiven(words=5), 2),
        (WordsGiven(words=3), WordsGiven(words=3, forgotten=1), 1),
        (WordsGiven(words=3), WordsGiven(words=4, forgotten=1), 1),
        (WordsGiven(words=3), WordsGiven(words=0, forgotten=2), 2),
        (WordsGiven(words=3), WordsGiven(words=1), 1),
    ],
    ids=["nothing", "two orders", "forgotten", "forgotten, whose draft is stopped", "words go with two", "words go"],
)
def test_a_count(before: WordsGiven, now: WordsGiven, count: int) -> None:
    """It's what a person would count: whoever is forgotten is one word, and takes along those about them."""
    assert now.since(before) == count
