"""
The people of the sample mailbox and what they write: Dana, a designer, and her clients in eight languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage

from crickets.demo.bills import File

OWNER = Address("Dana Levi", addr_spec="dana@studio.example")
ANNA = Address("Anna Rossi", addr_spec="anna.rossi@ceramiche.example")
TOM = Address("Tom Baker", addr_spec="tom@bakerandsons.example")
KATARZYNA = Address("Katarzyna Nowak", addr_spec="k.nowak@wydawnictwo.example")
SIGRIDUR = Address("Sigríður Jónsdóttir", addr_spec="sigridur@ferdir.example")
LENA = Address("Lena Vogel", addr_spec="l.vogel@tischlerei-vogel.example")
PIERRE = Address("Pierre Martin", addr_spec="pierre.martin@librairie.example")
MARIA = Address("María García", addr_spec="maria@bodega.example")
EMMA = Address("Emma de Vries", addr_spec="emma@plantenhuis.example")
MARK = Address("Mark Green", addr_spec="mark@greenbikes.example")
NEWS = Address("Type Weekly", addr_spec="news@typeweekly.example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A client's first mail and Dana's answer to it, which nobody has answered since; both without a date yet."""

    client: Address
    subject: str
    asked: str
    answered: str


EXCHANGES = {
    "anna": Exchange(
        client=ANNA,
        subject="Nuovo catalogo primavera",
        asked=(
            "Ciao Dana,\n\nci piacerebbe rifare il catalogo di primavera, una quarantina di pagine. "
            "Ci mandi un preventivo?\n\nGrazie mille\nAnna\n"
        ),
        answered=(
            "Ciao Anna,\n\necco il preventivo per il catalogo: quaranta pagine, due giri di bozze, consegna entro "
            "aprile. Se vi va bene, comincio lunedì con le prime proposte.\n\nUn caro saluto\nDana\n"
        ),
    ),
    "tom": Exchange(
        client=TOM,
        subject="Website for the bakery",
        asked=(
            "Hello Dana,\n\nwe need a new website, nothing fancy: opening hours, the bread of the day, a map. "
            "What would that cost?\n\nCheers,\nTom\n"
        ),
        answered=(
            "Hi Tom,\n\nthank you for asking. I have attached nothing but good will so far: the site as you describe "
            "it comes to 2,400 euros, ready by May. Shall I go ahead?\n\nBest wishes,\nDana\n"
        ),
    ),
    "katarzyna": Exchange(
        client=KATARZYNA,
        subject="Okładka tomu wierszy",
        asked=(
            "Dzień dobry,\n\nszukamy projektu okładki do tomu wierszy. Czy mogłaby Pani przygotować ofertę?\n\n"
            "Pozdrawiam serdecznie\nKatarzyna Nowak\n"
        ),
        answered=(
            "Dzień dobry,\n\ndziękuję za wiadomość. W załączeniu przesyłam ofertę na okładkę; pierwsze szkice mogę "
            "pokazać za dwa tygodnie. Czy taki termin Państwu odpowiada?\n\nPozdrawiam serdecznie\nDana Levi\n"
        ),
    ),
    "sigridur": Exchange(
        client=SIGRIDUR,
        subject="Merki fyrir ferðaskrifstofu",
        asked=(
            "Sæl Dana,\n\nvið erum að opna litla ferðaskrifstofu og vantar merki. Hvað kostar það hjá þér?\n\n"
            "Bestu kveðjur\nSigríður\n"
        ),
        answered=(
            "Sæl Sigríður,\n\ntakk fyrir að hafa samband. Merkið kostar 1.800 evrur og þú sérð þrjár tillögur eftir "
            "tíu daga. Hvernig líst þér á?\n\nBestu kveðjur\nDana\n"
        ),
    ),
}

LENAS = Exchange(
    client=LENA,
    subject="Beschriftung der Werkstatt",
    asked=(
        "Hallo Dana,\n\ndie Entwürfe für das Ladenschild sind da, danke! Wie geht es jetzt weiter?\n\n"
        "Viele Grüße\nLena\n"
    ),
    answered=(
        "Hallo Lena,\n\nanbei die Reinzeichnung für das Schild und die beiden Fenster. Bitte gib mir die Maße noch "
        "einmal frei, dann geht alles an den Drucker. Passt es so?\n\nViele Grüße\nDana\n"
    ),
)
PIERRES = Exchange(
    client=PIERRE,
    subject="Affiches de la rentrée",
    asked=(
        "Bonjour Dana,\n\nles affiches sont superbes, merci ! Vous pouvez m’envoyer la facture.\n\n"
        "Bien cordialement,\nPierre Martin\n"
    ),
    answered=(
        "Bonjour Pierre,\n\nmerci à vous. Vous trouverez la facture ci-jointe.\n\nBien cordialement,\nDana Levi\n"
    ),
)
MARIAS = Exchange(
    client=MARIA,
    subject="Etiquetas para la bodega",
    asked=("Hola, Dana:\n\nGracias por la propuesta, pero al final hemos elegido otro estudio.\n\nUn saludo,\nMaría\n"),
    answered=("Hola, María:\n\nGracias por decírmelo, y mucha suerte con las etiquetas.\n\nUn saludo,\nDana\n"),
)
TO_EMMA = (
    "Hallo Emma,\n\nik zag je nieuwe winkel en heb een idee voor de etalage. Zal ik eens langskomen?\n\n"
    "Met vriendelijke groet,\nDana\n"
)
TOMS_ABSENCE = "I am out of the office until Friday and will read your mail when I am back.\n"
MARKS_QUESTION = "Hi Dana,\n\ncould you tell me when the posters will be ready?\n\nThanks,\nMark\n"
THE_NEWS = "This week: five serifs for small sizes, and a talk on kerning.\n"
SIGRIDURS_ANSWER = "Sæl Dana,\n\nfyrirgefðu biðina! Þetta lítur vel út, byrjum endilega.\n\nKveðja\nSigríður\n"
ANNAS_ANSWER = "Ciao Dana,\n\nscusa il ritardo, eravamo in fiera. Il preventivo va bene, partiamo!\n\nAnna\n"
DANAS_OWN_WORDS = (
    "Hi Tom,\n\nI have kept the second week of April free for your site. If you would rather wait until autumn, "
    "that suits me just as well; a word is enough.\n\nBest wishes,\nDana\n"
)


def letter(
    sender: Address,
    to: Address,
    subject: str,
    text: str,
    *,
    number: int,
    answers: EmailMessage | None = None,
    headers: Mapping[str, str] | None = None,
    files: Sequence[File] = (),
) -> EmailMessage:
    """A mail without a date; `answers` makes it a reply, as mail clients do."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Message-ID"] = f"<{number:04}.sample@{sender.domain}>"
    message["Subject"] = subject if answers is None else f"Re: {str(answers['Subject']).removeprefix('Re: ')}"
    if answers is not None:
        parent = str(answers["Message-ID"]).strip()
        message["In-Reply-To"] = parent
        message["References"] = f"{answers['References'] or ''} {parent}".strip()
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(text)
    for file in files:
        message.add_attachment(file.content, maintype=file.maintype, subtype=file.subtype, filename=file.name)
    return message
