from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from crickets.reading import language_of

_LETTERS = {
    "en": "Hi Anna,\n\ncould you have a look at the draft and tell me what you think?\n\nBest,\nDana",
    "it": "Ciao Anna,\n\npotresti dare un'occhiata alla bozza e dirmi cosa ne pensi?\n\nUn saluto,\nDana",
    "pl": "Cześć Aniu,\n\nczy możesz zerknąć na projekt i dać mi znać, co myślisz?\n\nPozdrawiam,\nDana",
    "is": "Hæ Anna,\n\ngætir þú litið á drögin og sagt mér hvað þér finnst?\n\nKveðja,\nDana",
    "de": "Hallo Anna,\n\nkannst du dir den Entwurf ansehen und mir sagen, was du denkst?\n\nViele Grüße\nDana",
    "fr": "Bonjour Anna,\n\npourrais-tu regarder le projet et me dire ce que tu en penses ?\n\nCordialement,\nDana",
    "es": "Hola Anna:\n\n¿podrías mirar el borrador y decirme qué te parece?\n\nUn saludo,\nDana",
    "nl": "Beste Anna,\n\nzou je naar het ontwerp kunnen kijken en me laten weten wat je vindt?\n\nGroet,\nDana",
    "pt": "Olá Anna,\n\npodes dar uma vista de olhos ao rascunho e dizer-me o que achas?\n\nCumprimentos,\nDana",
    "sv": "Hej Anna,\n\nkan du titta på utkastet och säga vad du tycker?\n\nVänliga hälsningar\nDana",
}


@pytest.mark.parametrize(("language", "letter"), _LETTERS.items())
def test_a_letter(language: str, letter: str) -> None:
    """Its language is told."""
    assert language == language_of(letter)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pozdrawiam,\nDana", "pl"),
        ("Kveðja, Jón", "is"),
        ("Ciao Anna,\n\nva bene.\n\nUn saluto,\nDana", "it"),
        ("ok", ""),
        ("https://studio.example/offer?id=1 12345", ""),
        ("Dana", ""),
        ("", ""),
    ],
)
def test_a_few_words(text: str, expected: str) -> None:
    """A greeting or a sign-off tells where the rest is too little; else nothing does."""
    assert expected == language_of(text)


def test_many_threads_at_once() -> None:
    """Each gets its own answer."""
    with ThreadPoolExecutor(max_workers=8) as pool:
        found = list(pool.map(language_of, list(_LETTERS.values()) * 20))

    assert list(_LETTERS) * 20 == found
