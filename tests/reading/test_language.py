from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from crickets.reading import language_of

LETTERS = {
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


@pytest.mark.parametrize(("language", "letter"), LETTERS.items())
def test_a_letter(language: str, letter: str) -> None:
    """Its language is told."""
    assert language == language_of(letter)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estou ausente e só poderei responder a partir de 1 de setembro.", "pt"),
        ("Estou de acordo, podemos marcar a reunião.", "pt"),
        ("Ola, envíoche o orzamento. Dime que che parece.", "gl"),
        ("Estou de vacacións ata o 12 de agosto, grazas pola mensaxe.", "gl"),
        ("Pozdrawiam,\nDana", "pl"),
        ("Kveðja, Jón", "is"),
        ("Saludos,\nDana", "es"),
        ("Met vriendelijke groet,\nDana", "nl"),
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
        found = list(pool.map(language_of, list(LETTERS.values()) * 20))

    assert list(LETTERS) * 20 == found


_SHORT = {
    "en": ["When do you need an answer?", "Sorry for the delay, I was travelling."],
    "it": ["Entro quando le serve una risposta?", "Abbiamo deciso di scegliere un altro fornitore."],
    "pl": ["Na kiedy potrzebujesz odpowiedzi?", "Zdecydowaliśmy się na innego dostawcę."],
    "is": ["Hvenær þarftu svar?", "Við ákváðum að velja annan birgja."],
    "de": ["Bis wann brauchst du eine Antwort?", "Wir haben uns für einen anderen Anbieter entschieden."],
    "fr": ["Pour quand vous faut-il une réponse ?", "Nous avons choisi un autre fournisseur."],
    "es": ["¿Para cuándo necesitas una respuesta?", "Hemos decidido elegir otro proveedor."],
    "nl": ["Wanneer heb je een antwoord nodig?", "We hebben voor een andere leverancier gekozen."],
    "pt": ["Para quando precisa de uma resposta?", "Desculpe o atraso, estive em viagem."],
    "sv": ["När behöver du ett svar?", "Vi har bestämt oss för en annan leverantör."],
    "sk": ["Ospravedlňujem sa za omeškanie, bol som na cestách.", "Dokedy potrebujete odpoveď?"],
    "cs": ["Omlouvám se za zpoždění, byl jsem na cestách."],
    "uk": ["Вибачте за затримку, я був у подорожі. Файли у вкладенні."],
    "sr": ["Извините на кашњењу, био сам на путу."],
    "el": ["Πότε χρειάζεστε απάντηση;"],
    "ja": ["ご提案ありがとうございます。来週確認いたします。"],
    "ko": ["제안해 주셔서 감사합니다."],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in _SHORT.items() for text in texts]
)
def test_a_sentence(language: str, text: str) -> None:
    """It's enough where its words or letters tell."""
    assert language_of(text) == language


DANISH = (
    "Hej Dana,\n\nvi betaler fakturaen i næste uge.\n\nMvh\nLars",
    "Hej Dana, tak, det ser godt ud. Hilsen Lars",
    "Kære Dana\n\nTak for din mail. Jeg er på ferie til den 12. august.\n\nMed venlig hilsen\nMette Hansen",
    "Hej\n\nVi mangler stadig billederne til hjemmesiden.\n\nDe bedste hilsner\nSøren",
    "Fint, tak!",
)
NORWEGIAN = (
    "Hei Dana,\n\nvi betaler fakturaen neste uke.\n\nMvh\nOla",
    "Hei Dana, takk, det ser bra ut. Hilsen Lars",
    "Kjære Dana\n\nTakk for e-posten. Jeg er på ferie til 12. august.\n\nMed vennlig hilsen\nKari Nordmann",
    "Ja takk, det er fint.",
    "Flott, takk!",
)


@pytest.mark.parametrize(
    ("language", "near", "texts"),
    [
        ("da", "no sv", ("Vi har valgt en anden leverandør.", "Kan du sende mig fakturaen igen?", *DANISH)),
        ("no", "da sv", ("Vi har valgt en annen leverandør.", "Når trenger du svar?", *NORWEGIAN)),
        ("gl", "es pt", ("Desculpe o atraso, estaba de viaxe.", "Podes enviarme a factura outra vez?")),
        ("ca", "es fr", ("Per a quan necessita una resposta?", "Em podeu enviar la factura?")),
        ("hr", "sl sr cs", ("Do kada trebate odgovor?", "Datoteke su u privitku.")),
        ("fa", "ar he", ("با تشکر از پیشنهاد شما، هفته آینده پاسخ می‌دهیم.",)),
    ],
)
def test_languages_much_alike(language: str, near: str, texts: tuple[str, ...]) -> None:
    """A neighbour's is never told: either the right one is, or none."""
    for text in texts:
        assert language_of(text) in {language, ""}, near
