"""The model of few languages, and the whole of which it is made."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from crickets.reading.voice.language import LANGUAGES
from crickets.reading.voice.language_model import model_of
from tests.reading.test_language import LETTERS

_TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(" ".join(LETTERS.values()).split())).map(" ".join))


@cache
def _models() -> tuple[Any, Any]:
    """Ours, and py3langid's own of the same languages."""
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(list(LANGUAGES))
    return model_of(LANGUAGES), whole


@given(text=_TEXTS)
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """Each language is as probable by ours as by the whole, whatever was asked before."""
    ours, whole = _models()

    assert whole.rank(text) == ours.rank(text)


def test_more_letters_side_by_side_than_are_kept_at_hand() -> None:
    """What isn't kept is found each time, and kept is no more than may be."""
    ours, whole = _models()
    letters = [chr(number) for number in (*range(ord("a"), ord("z")), *range(0xE0, 0x100), *range(0x430, 0x450))]
    text = "".join(map("".join, product(letters, repeat=3)))

    assert whole.rank(text) == ours.rank(text)
    assert len(ours.tk_nextmove) <= 1 << 16
