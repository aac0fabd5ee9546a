"""A signature below no separator, and what isn't one though it stands there."""

from __future__ import annotations

import pytest

from crickets.domain.letter import Letter
from crickets.reading import ended_by, habitual_signature, letter_of, may_end_in_a_habit, voice_of
from tests.reading.build import a_mail

BLOCK = "Studio Levi\nBrand design & typography\nMilano"
LETTER = "Hi {name},\n\n{body}\n\nBest,\nDana"
BODIES = {
    "Anna": "here is the offer that you asked me for.",
    "Ben": "it is done.",
    "Eva": "shall we meet?",
    "Tom": "ok.",
}


def a_letter_to(name: str, below: str = BLOCK, letter: str = LETTER) -> Letter:
    """A letter of Dana's."""
    return letter_of(a_mail(letter.format(name=name, body=BODIES[name]) + (f"\n\n{below}" if below else "")))


def learnt(*, to_anna: Letter, others: list[Letter]) -> str:
    """The signature that is learnt from one letter to Anna and one to each other client."""
    return habitual_signature([to_anna], others)


OTHERS = [a_letter_to("Ben"), a_letter_to("Eva")]


@pytest.mark.parametrize(
    ("letter", "block"),
    [
        (LETTER, BLOCK),
        (LETTER, "Studio Levi"),
        (LETTER, "Dana Levi\nStudio Levi\n\nVia Roma 2\n20100 Milano"),
        ("Hi {name},\n\n{body}\n\nDana", BLOCK),
        ("Hi {name},\n\n{body}\n\nBest, Dana", BLOCK),
        ("Hi {name},\n\n{body}\n\nBest regards,", f"Dana Levi\n{BLOCK}"),
    ],
)
def test_a_block_that_letters_to_several_end_with(letter: str, block: str) -> None:
    """It's the signature, and what stands above it is how the letter closes."""
    mine, *others = (a_letter_to(name, block, letter) for name in ("Anna", "Ben", "Eva"))

    assert learnt(to_anna=mine, others=others) == block
    signed = ended_by(mine, block)
    assert signed.signature == block
    assert block not in signed.text
    assert signed.sign_off == "\n".join(letter.split("\n\n")[2:])
    assert voice_of([signed], []).signature == block


@pytest.mark.parametrize(
    "below", ["I'm away until 12 August", "Dana Levi\nOut of office from 3 to 14 August", "10 percent off until Friday"]
)
def test_a_line_for_some_days(below: str) -> None:
    """What names a day is true for a while, and no signature: a draft would say it weeks later."""
    mine, *others = (a_letter_to(name, below) for name in ("Anna", "Ben", "Eva"))

    assert learnt(to_anna=mine, others=others) in {"", "Dana Levi"}


@pytest.mark.parametrize(
    "wish",
    [
        *"Happy Easter|Merry Christmas|Frohe Weihnachten|Schönen Sommer|Buone feste|Buona Pasqua".split("|"),
        *"Wesołych Świąt|Miłych wakacji|Gleðileg jól|Joyeuses fêtes|Bonnes vacances|Felices fiestas".split("|"),
        *"Buen verano|Fijne feestdagen|Boas festas|Boa Páscoa|God jul|Glad påsk|Schönes Wochenende".split("|"),
    ],
)
def test_a_wish(wish: str) -> None:
    """It's for a season, and no signature, whoever was sent it; what stands below it by itself may be."""
    mine, *others = (a_letter_to(name, wish) for name in ("Anna", "Ben", "Eva"))
    assert learnt(to_anna=mine, others=others) == ""

    mine, *others = (a_letter_to(name, f"{wish}\n\n{BLOCK}") for name in ("Anna", "Ben", "Eva"))
    assert learnt(to_anna=mine, others=others) == BLOCK


def test_a_signature_with_words_of_a_season() -> None:
    """Which are no wish there."""
    block = "Summer School Levi\nChristmas cards & more"
    mine, *others = (a_letter_to(name, block) for name in ("Anna", "Ben", "Eva"))

    assert learnt(to_anna=mine, others=others) == block


def test_a_name_right_above_the_block() -> None:
    """What follows the first name in the same paragraph is the block."""
    letter = "Hi {name},\n\n{body}\n\nBest,\nDana\nStudio Levi\nBrand design\nMilano"
    mine, *others = (a_letter_to(name, "", letter) for name in ("Anna", "Ben", "Eva"))

    assert learnt(to_anna=mine, others=others) == "Studio Levi\nBrand design\nMilano"
    assert ended_by(mine, "Studio Levi\nBrand design\nMilano").sign_off == "Best,\nDana"


@pytest.mark.parametrize(
    "below",
    [
        "PS: see you on Monday",
        "p.s. Studio Levi\nMilano",
        "Sent from my iPhone",
        "Shall we meet?",
        "The studio is closed until the end of the week.",
        "This e-mail is confidential and intended only for the recipient.",
        "x" * 121,
        "\n".join(["Red"] * 15),
        "",
    ],
)
def test_what_is_no_signature_though_all_letters_end_with_it(below: str) -> None:
    """It's never put below a draft."""
    mine, *others = (a_letter_to(name, below) for name in ("Anna", "Ben", "Eva"))

    assert learnt(to_anna=mine, others=others) == ""


def test_a_postscript_above_the_block() -> None:
    """It stays the letter's own; the paragraphs below it are the signature."""
    mine = a_letter_to("Anna", f"PS: the offer holds until Monday\n\n{BLOCK}")

    assert learnt(to_anna=mine, others=OTHERS) == BLOCK
    assert ended_by(mine, BLOCK).text.endswith("PS: the offer holds until Monday")


def test_a_disclaimer_below_the_block() -> None:
    """It's kept below it, as it is below a signature with a way to reach somebody."""
    law = "This e-mail is confidential and intended only for the recipient."
    mine = a_letter_to("Anna", f"{BLOCK}\n\n{law}")

    assert learnt(to_anna=mine, others=OTHERS) == BLOCK
    assert ended_by(mine, BLOCK).signature == f"{BLOCK}\n{law}"


def test_a_phones_note_below_the_block() -> None:
    """It goes."""
    mine = a_letter_to("Anna", f"{BLOCK}\n\nSent from my iPhone")

    assert learnt(to_anna=mine, others=OTHERS) == BLOCK
    assert ended_by(mine, BLOCK).signature == BLOCK


@pytest.mark.parametrize(
    "others",
    [
        [],
        [a_letter_to("Ben")],
        [a_letter_to("Ben"), a_letter_to("Ben")],
        [a_letter_to("Ben"), a_letter_to("Eva", BLOCK.replace("Milano", "Roma"))],
        [a_letter_to("Ben"), a_letter_to("Eva"), a_letter_to("Tom", ""), a_letter_to("Anna", "")],
        [letter_of(a_mail(f"Hi Ben,\n\nit says {BLOCK}")), a_letter_to("Eva")],
        [letter_of(a_mail(BLOCK)), a_letter_to("Eva")],
    ],
    ids=[
        "no other",
        "one other",
        "the same letter to two",
        "another word",
        "not most",
        "within a line",
        "nothing else",
    ],
)
def test_too_few_letters_that_show_it(others: list[Letter]) -> None:
    """Nobody knows whether it's a signature."""
    assert learnt(to_anna=a_letter_to("Anna"), others=others) == ""


def test_letters_that_show_it_behind_a_separator() -> None:
    """Sent drafts have it there: they show it as well as the others."""
    others = [a_letter_to("Ben", f"-- \n{BLOCK}"), a_letter_to("Eva")]

    assert learnt(to_anna=a_letter_to("Anna"), others=others) == BLOCK


@pytest.mark.parametrize("below", ["", f"-- \n{BLOCK}", "Studio Levi\nwww.studio.example", "Sent from my iPhone"])
def test_letters_that_need_no_others(below: str) -> None:
    """Nothing stands below the name, or a signature is known already: no other letters are asked for."""
    assert not may_end_in_a_habit([a_letter_to("Anna", below)])
    assert may_end_in_a_habit([a_letter_to("Anna", below), a_letter_to("Ben")])


def test_two_lines_that_belong_to_the_closing() -> None:
    """They're kept as ever, as the closing lines that they are."""
    mine, *others = (a_letter_to(name, "", f"{LETTER} Levi\nStudio Levi") for name in ("Anna", "Ben", "Eva"))

    assert learnt(to_anna=mine, others=others) == ""
    assert mine.sign_off == "Best,\nDana Levi\nStudio Levi"


def test_a_letter_without_the_block() -> None:
    """It stays as it is, as every letter does where none is known."""
    short = a_letter_to("Tom", "")

    assert ended_by(short, BLOCK) == short
    assert ended_by(short, "") == short
