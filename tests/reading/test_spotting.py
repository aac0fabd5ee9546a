"""How phrases are written in tables, and found in texts."""

from __future__ import annotations

import pytest

from crickets.reading.automatic.spotting import BREAK, Spotter, words_of
from crickets.reading.words import table


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("nicht im büro", "Ich bin NICHT im Buero", True, id="an umlaut written out"),
        pytest.param("frånvaro", "franvaro", True, id="no ring"),
        pytest.param("no e-mail", "no email", True, id="a hyphen"),
        pytest.param("(i am/i'm) away", "I\u2019m away", True, id="a choice"),
        pytest.param("(very/) good", "good", True, id="left out"),
        pytest.param("i am … away", "I am, sadly, far away", True, id="a gap"),
        pytest.param("i am … away", "I am one two three four away", False, id="too wide a gap"),
        pytest.param("i am …… away", "I am one two three four away", True, id="a wide gap"),
        pytest.param("i am … away", "I am here. Go away", False, id="over a sentence's end"),
        pytest.param("until #", "until 5th", True, id="a number"),
        pytest.param("until #", "until then", False, id="no number"),
        pytest.param("# days", "in 5 days", True, id="a number in front"),
        pytest.param("absen*", "absent", True, id="a stem"),
        pytest.param("on vaca*", "on vacation", True, id="a stem at the end"),
        pytest.param("bis #", "bis 5. Mai", True, id="a day's point ends no sentence"),
        pytest.param("出差中", "我正在出差中。", True, id="a script without blanks"),
    ],
)
def test_a_phrase(phrase: str, text: str, *, found: bool) -> None:
    """A phrase is found in whatever spelling, and where its notation allows."""
    spotter = Spotter({"it": table(f"en: {phrase}")})
    assert bool(spotter.spots(words_of(text))) is found


def test_where_it_stands() -> None:
    """A spot tells its move, its first word and the one behind its last."""
    (spot,) = Spotter({"away": table("en: am away")}).spots(words_of("Hello. I am away."))
    assert (spot.move, spot.start, spot.end) == ("away", 3, 5)


def test_sentences_are_kept_apart() -> None:
    """A full stop between words is a word of its own; one in a date or an address is not."""
    assert words_of("Away. Until 5.8.2026, ok") == ["away", BREAK, "until", "5", "8", "2026", "ok"]
