"""What a subject is about: prefixes, tags and trailers in the languages of mail programs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.subject import (
    base_as_written,
    base_subject,
    is_forward,
    is_reply,
    is_reply_by_hand,
    unprefixed,
    width,
)


@pytest.mark.parametrize(
    ("subject", "base"),
    [
        ("The new site", "The new site"),
        ("Re: The new site", "The new site"),
        ("RE: AW: SV: The new site", "The new site"),
        ("Re[2]: Re^3: RE(4): Re2: The new site", "The new site"),
        ("Odp: Oferta", "Oferta"),
        ("RIF: Offerta", "Offerta"),
        ("R: I: Offerta", "Offerta"),
        ("Vá: Ajánlat", "Ajánlat"),
        ("Antw.: Wtrlt: Angebot", "Angebot"),
        ("Tr.: Angebot", "Tr.: Angebot"),
        ("VS: SV: VL: Fs: Tilbud", "Tilbud"),
        ("Svar: Vedr.: Ang: Tilbud", "Tilbud"),
        ("Rép : TR : Devis", "Devis"),
        ("RES: ENC: Proposta", "Proposta"),
        ("RV: RE: Oferta", "Oferta"),
        ("Ynt: \u0130LT: ilt: Teklif", "Teklif"),
        ("Ats: Atb: Odg: Posr: Vastus: Ponuda", "Ponuda"),
        ("ИЗ: НА: Отг: Препр: Оферта", "Оферта"),
        ("Из: Оферта", "Из: Оферта"),
        ("ΑΠ: ΠΡΘ: Προσφορά", "Προσφορά"),
        ("返信: 転送: 見積", "見積"),
        ("答复: 转发: 报价", "报价"),
        ("회신: 전달: 견적", "견적"),
        ("השב: הועבר: הצעה", "הצעה"),
        ("\u200fرد\u200f: عرض", "عرض"),
        ("\u202bתשובה\u202c: הצעה", "הצעה"),
        ("Re: می\u200cخواهم", "می خواهم"),
        ("Re: क्\u200dष 👩\u200d💻", "क् ष 👩 💻"),
        ("Trả lời: Chuyển tiếp: Báo giá", "Báo giá"),
        ("Va\u0301: Ajánlat", "Ajánlat"),
        ("ＲＥ： 見積", "見積"),
        ("Re\ufe55 見積", "見積"),
        ("Re*2: Re-3: RE 4: AW (5): Re_6: Site", "Re_6: Site"),
        ("Re>The new site", "The new site"),
        ("FW>>The new site", "The new site"),
        ("Re> 5 %", "5 %"),
        ("EXTERNAL: Re: The new site", "The new site"),
        ("Re: External E-Mail: The new site", "The new site"),
        ("*** SPAM *** The new site", "The new site"),
        ("*EXTERN* {Spam?} (external) <External> The new site", "The new site"),
        ("[External] RE: [Site 4] The new site", "The new site"),
        ("External:", "External:"),
        ("*** Sale *** The new site", "*** Sale *** The new site"),
        ("(draft) The new site", "(draft) The new site"),
        ("Externals: The new site", "Externals: The new site"),
        ("Accettato: Riunione", "Riunione"),
        ("Ответ автоматический: x", "Ответ автоматический: x"),
        ("Re: Re-design", "Re-design"),
        ("Re-design: first steps", "Re-design: first steps"),
        ("AW Rostamani: offer", "AW Rostamani: offer"),
        ("Res publica: a reading", "Res publica: a reading"),
        ("Sv. Nikola: program", "Sv. Nikola: program"),
        ("Tr: The new site", "The new site"),
        ("I, Claudius", "I, Claudius"),
        ("i: a number", "i: a number"),
        ("RE/MAX: a house", "RE/MAX: a house"),
        ("Ref: 12345", "Ref: 12345"),
        ("12:30", "12:30"),
        ("Invitation: dinner", "Invitation: dinner"),
        ("Re : Devis", "Devis"),
        ("Re\u00a0: Devis", "Devis"),
        ("回复：报价", "报价"),
        ("Re：Re: 报价", "报价"),
        ("Ответ: Вопрос", "Вопрос"),
        ("Fwd: Re: The new site", "The new site"),
        ("The new site (fwd) (Fwd)", "The new site"),
        ("[Fwd: Re: The new site]", "The new site"),
        ("[Fwd: [Fwd: The new site (fwd)]]", "The new site"),
        ("[EXTERN] Re: [site] The new site", "The new site"),
        ("Re: [site]", "[site]"),
        ("[site]", "[site]"),
        ("Automatic reply: The new site", "The new site"),
        ("Automatische Antwort: Re: The new site", "The new site"),
        ("The\r\n\tnew   site", "The new site"),
        ("Re:", ""),
        ("", ""),
        ("r: a language", "r: a language"),
        ("Invoice 12: due", "Invoice 12: due"),
        ("Reply: the new site", "Reply: the new site"),
    ],
)
def test_a_subject(subject: str, base: str) -> None:
    """The base subject is what is left when prefixes, tags and trailers are gone."""
    assert base == base_subject(subject)


@pytest.mark.parametrize(
    ("subject", "repeated"),
    [
        ("AW: Re: [Site 4] The new site", "[Site 4] The new site"),
        ("[Site 4] Re: The new site", "[Site 4] Re: The new site"),
        ("Fwd: The new site (fwd)", "The new site"),
        ("Re: EXTERNAL: The new site", "EXTERNAL: The new site"),
        ("Re: The new site 👩\u200d💻 ❤\ufe0f", "The new site 👩\u200d💻 ❤\ufe0f"),
        ("Re: می\u200cخواهم", "می\u200cخواهم"),
        ("Re: क्\u200dष", "क्\u200dष"),
        ("pay\u200cpal a\u200d\u200d\u200d b", "pay pal a b"),
        ("The new\U000e0158\U000e0159 site\u3164\u034f \u202eetis", "The new site etis"),
    ],
)
def test_a_subject_to_be_repeated(subject: str, repeated: str) -> None:
    """A reply keeps the tags that the subject's author wrote, and nothing that nobody sees."""
    assert repeated == unprefixed(subject)


def test_a_subject_to_be_read() -> None:
    """It has no prefix and no tag, and its letters are joined as they're written."""
    assert base_as_written("Re: [Site 4] می\u200cخواهم pay\u200cpal") == "می\u200cخواهم pay pal"


@pytest.mark.parametrize(
    ("subject", "answers"),
    [
        ("The new site", False),
        ("[site] The new site", False),
        ("[a] [b] c", False),
        ("[site]", False),
        ("  The   new site ", False),
        ("Re: The new site", True),
        ("[site] AW: The new site", True),
        ("The new site (fwd)", True),
        ("[Fwd: The new site]", True),
        ("EXTERNAL: The new site", False),
        ("EXTERNAL: AW: The new site", True),
        ("*** SPAM *** [site] The new site", False),
        ("Out of Office: The new site", True),
    ],
)
def test_the_mark_of_a_reply(subject: str, *, answers: bool) -> None:
    """Prefixes and trailers mark a reply; tags and white space don't."""
    assert answers == is_reply(subject)


@pytest.mark.parametrize(
    ("subject", "by_hand", "forward"),
    [
        ("The new site", False, False),
        ("[site] The new site", False, False),
        ("Re: The new site", True, False),
        ("R: The new site", True, False),
        ("r: a language", False, False),
        ("[site] AW: WG: The new site", True, False),
        ("Re>The new site", True, False),
        ("Fwd: The new site", True, True),
        ("Fwd>>The new site", True, True),
        ("I: R: The new site", True, True),
        ("転送：見積", True, True),
        ("WG: Automatic reply: The new site", True, True),
        ("Automatic reply: Re: The new site", False, False),
        ("Accepted: The new site", False, False),
        ("The new site (fwd)", True, True),
        ("[Fwd: The new site]", True, True),
        ("Re: The new site (fwd)", True, False),
    ],
)
def test_the_outermost_mark(subject: str, *, by_hand: bool, forward: bool) -> None:
    """It tells who sent the mail on: a person who answers or forwards, or a machine."""
    assert (by_hand, forward) == (is_reply_by_hand(subject), is_forward(subject))


@given(st.text(st.sampled_from("[]():：^ ReAWfFd2x新\t\0*{}<>SPAMspam"), max_size=60))
def test_any_subject(subject: str) -> None:
    """What is left has no mark to take off any more, and a hostile subject ends too."""
    base = base_subject(subject)

    assert (base, False) == (base_subject(base), is_reply(base))


def test_a_subject_that_is_all_prefix() -> None:
    """A megabyte of prefixes is read no further than a header line goes."""
    assert base_subject("Re:" * 333_334) == "R"


def test_an_ideograph() -> None:
    """It says as much as two letters."""
    assert (width("报价"), width("site")) == (4, 4)
