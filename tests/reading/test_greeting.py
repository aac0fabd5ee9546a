from __future__ import annotations

import pytest

from crickets.reading.voice.greeting import Frame, frame_of


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi Anna,",
        "Buen dia Anna,",
        "Cordial saludo,",
        "Bien chère Anna,",
        "Hello Anna and Tom,",
        "Dear Ms. Rossi,",
        "Dear all,",
        "Good morning!",
        "Hi",
        "Ciao Anna,",
        "Buongiorno,",
        "Gentile dott.ssa Rossi,",
        "Gent.ma Signora Rossi,",
        "Spett.le Rossi Srl,",
        "Spett.le Rossi S.p.A.,",
        "Spett. Ditta Rossi S.r.l.,",
        "Cześć Aniu,",
        "Dzień dobry,",
        "Szanowna Pani Anno,",
        "Szanowni Państwo,",
        "Hæ Anna,",
        "Sæl Anna.",
        "Blessaður Siggi minn,",
        "Sæl og blessuð Anna,",
        "Góðan dag,",
        "Hallo Anna,",
        "Liebe Anna, lieber Tom,",
        "Sehr geehrte Frau Rossi,",
        "Guten Tag Frau Rossi",
        "Bonjour Madame,",
        "Bonjour Anna !",
        "Hola Anna:",
        "Estimada Sra. Rossi:",
        "Beste Anna,",
        "Goeiedag Jan,",
        "Ha Els,",
        "L.S.,",
        "Geachte mevrouw Rossi,",
        "Geachte mevr. Rossi,",
        "Dear Rev. Rossi,",
        "Sehr geehrter Herr Dr. med. Rossi,",
        "Olá Anna,",
        "Exma. Senhora Rossi,",
        "Bom dia Anna,",
        "Hej Anna!",
        "Hej Anna –",
        "Anna,",
    ],
)
def test_a_line_that_greets(greeting: str) -> None:
    """It's found whole in every language."""
    assert greeting == frame_of(f"{greeting}\n\nhere is what you asked me for.").greeting


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Hi Dana. I'll get back to you on Friday.", "Hi Dana."),
        ("Hola Eva. Te contesto el viernes.", "Hola Eva."),
        ("Dear Ms. Rossi, thanks for the offer.", "Dear Ms. Rossi,"),
        ("Estimado Sr. de la Torre:", "Estimado Sr. de la Torre:"),
        ("Hi Anna, here it is.", "Hi Anna,"),
        ("Ciao Anna, ecco il sito.", "Ciao Anna,"),
        ("Hi, here it is.", "Hi,"),
        ("Hi Bob. Here it is.", "Hi Bob."),
        ("Hi Bob. Thanks, here it is.", "Hi Bob."),
        ("Hi Don. Here it is.", "Hi Don."),
        ("Sæl. Hér er tilboðið.", "Sæl."),
        ("Sæl Dana mín, hér er tilboðið.", "Sæl Dana mín,"),
        ("Dear Dr. Rossi, here it is.", "Dear Dr. Rossi,"),
        ("Exmo. Sr. Silva, segue a proposta.", "Exmo. Sr. Silva,"),
        ("\n\nHi Anna,\nhere it is.", "Hi Anna,"),
        ("Hi Anna here is what you asked me for on Monday", ""),
        ("Here it is.", ""),
        ("Ha! That's good.", ""),
        ("Ha ha, that's good.", ""),
        ("Ha Els, hier is het.", "Ha Els,"),
        ("Dear customers are what we live by, as you know, and so on.", ""),
        ("Thanks,\nthat helps.", ""),
        ("FYI,\nsee below.", ""),
        ("Perfetto,\nprocediamo.", ""),
        ("", ""),
    ],
)
def test_a_first_line(text: str, greeting: str) -> None:
    """Only what greets is the greeting."""
    assert greeting == frame_of(text).greeting


@pytest.mark.parametrize(
    "sign_off",
    [
        "Best wishes,\nDana",
        "Kind regards\nDana Doe",
        "Thanks,\n\nDana",
        "Best, Dana",
        "Cheers",
        "Cordiali saluti,\nDana Doe",
        "Bonne fin de journée,\n\nDana Doe",
        "Bonne journee,\n\nDana Doe",
        "Cordiales salutations\n\nDana Doe",
        "Cordial saludo,\n\nDana Doe",
        "Reciba un cordial saludo,\n\nDana Doe",
        "Muchas gracias y un saludo,\n\nDana Doe",
        "Un saluto,\nDana",
        "Grazie e a presto,\nDana",
        "Un bacio\nDana",
        "Baci\nDana",
        "Buziaki,\nDana",
        "Serdeczności\nDana",
        "Z powazaniem\nDana Doe",
        "Lacze pozdrowienia,\nDana",
        "Tres cordialement\nDana",
        "Warme groet,\nDana",
        "Lieve groetjes\nDana",
        "Knús,\nDana",
        "Alles Liebe\nDana",
        "Je t'embrasse,\nDana",
        "Un beso,\nDana",
        "Veel liefs,\nDana",
        "Um beijo,\nDana",
        "Puss och kram,\nDana",
        "Pozdrawiam,\nDana",
        "Z poważaniem\nDana Doe",
        "Kveðja,\nDana",
        "Bestu kveðjur, Dana",
        "Kv. Dana",
        "Viele Grüße\nDana",
        "MfG Dana Doe",
        "Mit freundlichen Grüßen\n\nDana Doe\nGeschäftsführerin",
        "Cordialement,\nDana",
        "Bien à vous,\nDana",
        "Un saludo,\nDana",
        "Met vriendelijke groet,\nDana",
        "Com os melhores cumprimentos,\nDana",
        "Abraço,\nDana",
        "Vänliga hälsningar\nDana",
        "Abs,\nDana",
        "Abç\nDana",
        "Beste Grüße aus Mailand\nDana",
        "Viele Grüße aus dem sonnigen Mailand,\nDana Doe",
        "Greetings from Milan,\nDana",
        "Un saluto da Milano\nDana",
        "Pozdrawiam z Krakowa\nDana",
        "Bestu kveðjur úr Reykjavík\nDana",
        "Amitiés de Lyon,\nDana",
        "Bises d'Annecy,\nDana",
        "Saludos desde Madrid\nDana",
        "Groeten uit Utrecht\nDana",
        "Abraços de Lisboa\nDana",
        "Hälsningar från Göteborg\nDana",
        "Onwards and upwards,\nDana",
        "Best,\nDana (Studio Levi)",
        "Best,\nDana Levi\n(Atelier)",
        "Best,\nDana | Studio Levi",
        "Best,\nDana, Studio Levi",
        "Best,\nDana \u2013 Studio Levi",
        "Best,\nDana :-)",
        "Best,\nDana \U0001f338",
        "Best,\nThe two of us at Levi & Sons",
        "Toodle-pip,\nD.",
        "Toodle-pip,\n\n/ D.",
        "All best, Dana",
        "XOXO\nDana",
        "Thanks so much,\n\nDana",
        "/Dana",
        "Dana",
        "– D.D.",
        "DD",
    ],
)
def test_lines_that_close(sign_off: str) -> None:
    """They are found in every language, with the name below or beside."""
    expected = "\n".join(line for line in sign_off.split("\n") if line)

    assert expected == frame_of(f"Hi Anna,\n\nhere is what you asked me for.\n\n{sign_off}").sign_off


@pytest.mark.parametrize(
    "text",
    [
        "Here it is.",
        "Thanks for the offer, I will look at it on Monday.",
        "Anna,\n\nsee you on Monday at the office, as we said.",
        "Hi Anna,\n\nthe colours are:\n\n- Red\n- Green",
        "Hi Anna,\n\nthese are missing:\n\nthe photos,\nMilan",
        "Hi Anna,\n\nwe still need\nthe Photos,\nMilan",
        "Hi Anna,\n\nwe would like to have a look at it soon:\n\nOn Tuesday at ten in the old office,\nMilan",
        "Hi Anna,\n\nhere they are.\n\nOkay,\nDana",
        "Hi Anna,\n\nhere they are.\n\nonwards,\nDana",
        "Hi Anna,\n\nThanks from all of us at the office for it.",
        "Hi Anna",
        "",
    ],
)
def test_a_letter_that_just_ends(text: str) -> None:
    """It has no sign-off."""
    assert frame_of(text).sign_off == ""


def test_a_contact_block_without_separator() -> None:
    """What stands below the name and tells how to reach somebody is the signature."""
    text = "Here it is.\n\nBest regards,\nDana Doe\n\nStudio Doe\nwww.studio.example\nTel. +39 06 12345"

    assert Frame(
        sign_off="Best regards,\nDana Doe",
        text="Here it is.\n\nBest regards,\nDana Doe",
        signature="Studio Doe\nwww.studio.example\nTel. +39 06 12345",
    ) == frame_of(text)


@pytest.mark.parametrize(
    "below",
    ["PS: the invoice comes on Monday", "Is Monday fine?", "The invoice comes on Monday, as we said.", "+39 06 12345"],
)
def test_what_is_no_name_below_the_closing_words(below: str) -> None:
    """It's no part of how the letter closes."""
    assert frame_of(f"Hi Anna,\n\nhere it is.\n\nBest,\n{below}").sign_off == "Best,"


def test_a_postscript_below_the_name() -> None:
    """It's the author's text still."""
    text = "Here it is.\n\nBest regards,\nDana\n\nPS: the invoice comes on Monday, as we had agreed."

    assert text == frame_of(text).text


@pytest.mark.parametrize(
    ("text", "own", "signature"),
    [
        (
            "Yes, Monday works.\n\nAnna Rossi\nHead of Sales\n\nT +39 06 1234567\nwww.client.example",
            "Yes, Monday works.",
            "Anna Rossi\nHead of Sales\n\nT +39 06 1234567\nwww.client.example",
        ),
        ("Numbers:\n\nAnna 06 1234567\nTom 06 234567", "Numbers:\n\nAnna 06 1234567\nTom 06 234567", ""),
        ("Call Tom Miller\n06 1234567. It is urgent.", "Call Tom Miller\n06 1234567. It is urgent.", ""),
        ("It was me.\n\nAnna\n\np.s. mail a@b.example", "It was me.\n\nAnna\n\np.s. mail a@b.example", ""),
    ],
)
def test_a_signature_without_closing_words(text: str, own: str, signature: str) -> None:
    """It's told by the name it begins with and the ways to reach somebody in it."""
    frame = frame_of(text)

    assert (frame.text, frame.signature) == (own, signature)


@pytest.mark.parametrize("line", ["…Thanks-,\u3000,", "Best regards,\u3000)\u3000"])
def test_closing_words_before_nothing_but_marks(line: str) -> None:
    """No name and no place: what isn't a letter can't say where anybody writes from."""
    assert frame_of(line).text == line
