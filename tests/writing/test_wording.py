"""The words of a draft: whose voice, which language, which subject, and what mail can't do to them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

import pytest

from crickets.domain.letter import Letter, Voice
from crickets.domain.look import CleanMarkup
from crickets.domain.message import Address
from crickets.errors import ConfigError
from crickets.writing import Shelf, words_of
from crickets.writing.wording import Wording
from tests.writing.builders import ANNA, MARCO, a_followup, an_offer
from tests.writing.golden import ONE, a_notice

NEWS = Shelf({"news": "Any news?"})


def words(voice: Voice | None = None, anchor: Letter | None = None, shelf: Shelf = NEWS, **kw: object) -> Wording:
    """The words of a short follow-up."""
    followup = a_followup(**({"template": "news"} | kw))  # type: ignore[arg-type]  # handed through to the builder
    return words_of(followup, voice or Voice(), anchor or an_offer(), "Dana Levi", shelf)


def blocks(wording: Wording) -> list[str]:
    """The paragraphs of a letter."""
    return wording.text.removesuffix("\n").split("\n\n")


# ---------------------------------------------------------------------------------------------- the form of address


@pytest.mark.parametrize("template", ["check-in", "closing-the-loop", "project-check-in", "referral", "ask-why"])
def test_brazilians_are_never_a_tu(template: str) -> None:
    """Friends say *te*, and *você* with it: the verbs are those of the polite texts, the frame stays a friend's."""
    voice = Voice(greeting="Oi Anna,", language="pt", formal=False)
    at_noon = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("America/Sao_Paulo"))
    brazilian = words(voice, shelf=Shelf(), template=template, written_at=at_noon, quote=False)
    polite = words(replace(voice, formal=True), shelf=Shelf(), template=template, written_at=at_noon, quote=False)
    lisbon = words(voice, shelf=Shelf(), template=template, quote=False)

    assert blocks(brazilian)[:-1] == blocks(polite)[:-1] != blocks(lisbon)[:-1]
    assert blocks(brazilian)[0] == "Oi Anna,"
    assert blocks(brazilian)[-1] == blocks(lisbon)[-1] == "Um abraço,\nDana"


def test_a_text_of_the_owners_own_for_brazil() -> None:
    """It's told how the two stand with each other, as anywhere."""
    voice = Voice(greeting="Oi Anna,", language="pt", formal=False)
    at_noon = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("America/Sao_Paulo"))

    assert "tu" in words(voice, shelf=Shelf({"news": "{{ 'o senhor' if formal else 'tu' }}"}), written_at=at_noon).text


# ---------------------------------------------------------------------------------------------- the greeting


def test_a_greeting_that_earlier_mail_shows() -> None:
    """The owner's own line is taken as it is."""
    assert blocks(words(Voice(greeting="Ciao Anna!!")))[0] == "Ciao Anna!!"


@pytest.mark.parametrize("greeting", ["Ciao Marco,", "Dear Mr. Brown,", "Hi Marco and Anna,", "x" * 200])
def test_a_greeting_of_another_person(greeting: str) -> None:
    """It is not used; one is made."""
    assert blocks(words(Voice(greeting=greeting)))[0] == "Hi Anna,"


def test_a_greeting_that_the_owner_asks_for() -> None:
    """It's written word for word, whatever earlier mail shows and whoever it names; what follows goes with it."""
    for greeting in ("Ciao Annetta!", "Hi {{ me }},", "Tere, Anna -"):
        followup = replace(a_followup(), greeting=greeting)
        wording = words_of(followup, Voice(greeting="Hi Anna,"), an_offer(), "Dana Levi", Shelf())
        assert blocks(wording)[0] == greeting

    italian = replace(a_followup(language="it"), greeting="Ciao Annetta,")
    assert "ti serve" in words_of(italian, Voice(), an_offer(), "Dana Levi", Shelf()).text


def test_a_nickname_the_anchor_vouches_for() -> None:
    """Whoever the unanswered mail greeted may be greeted so again."""
    wording = words(Voice(greeting="Hi Nina,"), an_offer(greeting="Dear Nina!"))

    assert blocks(wording)[0] == "Hi Nina,"


@pytest.mark.parametrize("greeting", ["Hi all,", "Hello everyone,", "Ciao a tutti,"])
def test_a_greeting_to_more_than_are_written_to(greeting: str) -> None:
    """It's from a mail to a group; but the owner may have greeted a firm so in the very mail that's followed up."""
    bob = Address(name="Bob Hill", email="bob@client.example")
    assert blocks(words(Voice(greeting=greeting)))[0] == "Hi Anna,"
    assert blocks(words(Voice(greeting=greeting), cc=(bob,)))[0] == greeting
    assert blocks(words(Voice(greeting=greeting), an_offer(greeting=greeting)))[0] == greeting


def test_a_greeting_of_somebody_in_copy() -> None:
    """People in To and Cc are all written to."""
    wording = words(Voice(greeting="Hi Anna and Bob,"), cc=(Address(name="Bob Hill", email="bob@client.example"),))

    assert blocks(wording)[0] == "Hi Anna and Bob,"


@pytest.mark.parametrize("anchor", ["", "Hi Anna,"])
def test_a_greeting_of_nobody_but_who_is_in_copy(anchor: str) -> None:
    """A letter in which it was the other way round says nothing of this one."""
    bob = Address(name="Bob Hill", email="bob@client.example")
    wording = words(Voice(greeting="Hi Bob,"), an_offer(greeting=anchor), cc=(bob,))

    assert blocks(wording)[0] == "Hi Anna,"


def test_a_name_that_owner_and_client_both_use() -> None:
    """The owner's own greeting stands: whoever signs as Bob is rightly greeted so."""
    wording = words(
        Voice(greeting="Hey Bob!", called="Bob"), to=(Address(name="Robert Hill", email="r@client.example"),)
    )

    assert blocks(wording)[0] == "Hey Bob!"


@pytest.mark.parametrize(
    ("name", "formal", "greeting"),
    [
        ("", False, "Hi Anna,"),
        ("", None, "Hi Anna,"),
        ("", True, "Hello,"),
        ("A. Rossi", False, "Hi Anna,"),
        ("A. Rossi", True, "Dear Anna Rossi,"),
        ("Rossi, Maria", False, "Hi Maria,"),
        ("Rossi SpA", False, "Hello,"),
    ],
)
def test_a_greeting_made_from_the_name_they_sign_with(name: str, greeting: str, *, formal: bool | None) -> None:
    """It stands where the display name has no given name; formally nobody is called by that alone."""
    wording = words(Voice(formal=formal, called="Anna"), to=(Address(name=name, email="anna@client.example"),))

    assert greeting == blocks(wording)[0]


def test_a_signed_name_where_nothing_shows_the_form_of_address() -> None:
    """Where the polite form is the safe one, the greeting names nobody rather than too familiarly."""
    wording = words(Voice(called="Anna"), language="de", to=(Address(name="", email="anna@client.example"),))

    assert blocks(wording)[0] == "Guten Tag,"


def test_a_greeting_in_another_language() -> None:
    """A letter does not mix languages: greeting and sign-off are made."""
    voice = Voice(greeting="Hi Anna,", sign_off="Best,\nD.", language="en")
    greeting, _, sign_off, _ = blocks(words(voice, language="sv"))

    assert (greeting, sign_off) == ("Hej Anna!", "Vänliga hälsningar\nDana")


@pytest.mark.parametrize(
    ("name", "formal", "greeting"),
    [
        ("Rossi, Anna", False, "Hi Anna,"),
        ("ANNA ROSSI", False, "Hi Anna,"),
        ("Dr. Anna Rossi (Studio)", True, "Dear Dr. Anna Rossi,"),
        ("Herr Müller", True, "Dear Herr Müller,"),
        ("A. Rossi", False, "Hello,"),
        ("Rossi SpA", True, "Hello,"),
        ("client", False, "Hello,"),
        ("anna@client.example", False, "Hello,"),
        ("", True, "Hello,"),
        ("{{ 7*7 }}", False, "Hello,"),
        ("{% raw %}", False, "Hello,"),
    ],
)
def test_a_greeting_made_from_a_name(name: str, greeting: str, *, formal: bool) -> None:
    """By the first name, formally by the whole, and by none where it isn't a person's for sure."""
    wording = words(Voice(formal=formal), to=(Address(name=name, email="anna@client.example"),))

    assert greeting == blocks(wording)[0]


@pytest.mark.parametrize(
    ("language", "shown", "made"),
    [
        ("de", None, "Guten Tag Anna Rossi,"),
        ("de", False, "Hallo Anna,"),
        ("fr", None, "Bonjour Anna Rossi,"),
        ("it", None, "Gentile Anna Rossi,"),
        ("it", True, "Gentile Anna Rossi,"),
        ("sv", None, "Hej Anna!"),
        ("en", None, "Hi Anna,"),
    ],
)
def test_a_form_of_address_that_is_not_shown(language: str, made: str, *, shown: bool | None) -> None:
    """Where a needless *Sie* is better than a wrong *du*, nothing shown means the polite form."""
    assert made == blocks(words(Voice(formal=shown), language=language))[0]


@pytest.mark.parametrize(
    ("greeting", "address"),
    [("Hallo Anna,", "brauchst du"), ("Hallo Frau Rossi,", "brauchen Sie"), ("Guten Tag,", "brauchen Sie")],
)
def test_a_form_of_address_that_the_greeting_shows(greeting: str, address: str) -> None:
    """A familiar greeting is not followed by a polite text."""
    wording = words(Voice(greeting=greeting), language="de", template="check-in")

    assert greeting == blocks(wording)[0]
    assert blocks(wording)[1].startswith(address)


@pytest.mark.parametrize(
    ("greeting", "address"),
    [
        ("Salut Anna,", "As-tu"),
        ("Salut Anna et Marc,", "Avez-vous"),
        ("Salut Anna, salut Marc,", "Avez-vous"),
        ("Bonjour à tous,", "Avez-vous"),
        ("Salut Léa et Marc,", "As-tu"),
    ],
)
def test_a_french_greeting_to_several(greeting: str, address: str) -> None:
    """The text says *vous*, as one does to two whom each one calls *tu*; not where their greeting isn't taken."""
    shelf = Shelf({"news": "{% if formal %}Avez-vous{% else %}As-tu{% endif %} des nouvelles ?"})
    marc = Address(name="Marc Petit", email="marc@client.example")
    voice = Voice(greeting=greeting, formal=False, language="fr")

    assert blocks(words(voice, shelf=shelf, language="fr", cc=(marc,)))[1].startswith(address)


@pytest.mark.parametrize(
    ("language", "greeting", "formal", "said"),
    [
        ("de", "Hallo Anna, hallo Marco,", False, "braucht ihr"),
        ("de", "Guten Tag Anna Rossi und Marco Bianchi,", True, "brauchen Sie"),
        ("it", "Ciao Anna e Marco,", False, "vi serve"),
        ("it", "Gentili Anna Rossi e Marco Bianchi,", True, "vi serve"),
        ("es", "Hola, Anna y Marco:", False, "¿Necesitáis"),
        ("es", "Estimados Anna y Marco:", True, "¿Necesitan"),
        ("pt", "Olá, Anna e Marco,", False, "Precisam"),
        ("pt", "Prezados Anna e Marco,", True, "Precisam"),
        ("pl", "Cześć Anno i Marco,", False, "czy potrzebujecie"),
        ("pl", "Szanowni Państwo,", True, "czy do odpowiedzi na"),
        ("is", "Hæ Anna og Marco,", None, "Vantar ykkur"),
        ("nl", "Hoi Anna en Marco,", False, "Hebben jullie"),
        ("nl", "Geachte mevrouw Rossi, geachte heer Bianchi,", True, "Hebt u"),
        ("sv", "Hej Anna och Marco!", None, "Behöver ni"),
        ("fr", "Salut Anna et Marco,", False, "Avez-vous"),
        ("en", "Hi Anna and Marco,", None, "Is there anything you"),
    ],
)
def test_a_greeting_to_two(language: str, greeting: str, said: str, *, formal: bool | None) -> None:
    """The text speaks to both of them, as formally as the owner does."""
    voice = Voice(greeting=greeting, formal=formal, language=language)
    letter = blocks(words(voice, language=language, template="check-in", to=(ANNA, MARCO)))

    assert letter[0] == greeting
    assert letter[1].startswith(said)


@pytest.mark.parametrize(
    ("name", "greeting", "said"),
    [
        ("", "Hallo Anna,", "brauchst du"),
        ("", "Hallo,", "braucht ihr"),
        ("Buchhaltung", "Hallo,", "brauchst du"),
        ("Anna", "Hallo,", "brauchst du"),
    ],
)
def test_two_addressees_of_whom_one_name_is_known(name: str, greeting: str, said: str) -> None:
    """The text speaks to whom the greeting does: to Anna by her name, to both where it names nobody."""
    other = Address(name=name, email="marco@client.example")
    voice = Voice(greeting=greeting, formal=False, language="de")
    letter = blocks(words(voice, language="de", template="check-in", to=(ANNA, other)))

    assert letter[0] == greeting
    assert letter[1].startswith(said)


def test_two_addressees_and_a_greeting_that_is_made() -> None:
    """It names the first of them, and so the text speaks to one; in Polish it names nobody, and speaks to both."""
    for language, greeting, said in (("de", "Hallo Anna,", "brauchst du"), ("pl", "Cześć,", "czy potrzebujecie")):
        letter = blocks(words(Voice(formal=False), language=language, template="check-in", to=(ANNA, MARCO)))
        assert letter[0] == greeting
        assert letter[1].startswith(said)


@pytest.mark.parametrize("plural", [True, False])
def test_an_own_template_that_knows_nothing_of_the_plural(*, plural: bool) -> None:
    """It's filled as ever: only in French does *formal* hold for several."""
    shelf = Shelf({"news": "{% if formal %}Sie{% else %}du{% endif %}"})
    greeting = "Hallo Anna, hallo Marco," if plural else "Hallo Anna,"
    voice = Voice(greeting=greeting, formal=False, language="de")

    assert blocks(words(voice, shelf=shelf, language="de", to=(ANNA, MARCO)))[1] == "du"


# ------------------------------------------------------------------------------------------------- the text


@pytest.mark.parametrize(
    ("greeting", "text"),
    [("Hallo Anna,", "gibt es Neues?"), ("Hallo Anna!", "Gibt es Neues?"), ("Hallo Anna", "Gibt es Neues?")],
)
def test_a_text_after_its_greeting(greeting: str, text: str) -> None:
    """A text that goes on after a comma gets its capital after anything else."""
    shelf = Shelf({"news": "gibt es Neues?"})

    assert text == blocks(words(Voice(greeting=greeting), shelf=shelf, language="de"))[1]


def test_every_fact_a_template_may_name() -> None:
    """They are filled in as the owner would write them."""
    shelf = Shelf({"news": "{{ subject }}|{{ days }}|{{ asked_on }}|{{ formal }}|{{ plural }}|{{ client }}|{{ me }}"})

    assert blocks(words(shelf=shelf))[1] == "The new site|7|14 November|False|False|Anna|Dana"


@pytest.mark.parametrize(
    "evil", ["{{ 7*7 }}", "{% for x in y %}", "{# no #}", "{{ ''.__class__ }}", "<b>&amp;</b>", "${x} %(x)s {x} {0}"]
)
def test_braces_in_mail(evil: str) -> None:
    """What looks like a template in a subject, a name or a body is text, and stays it."""
    voice = Voice(sign_off=f"Best,\n{evil}", signature=evil)
    shelf = Shelf({"news": "About {{ subject }}"})
    wording = words(voice, an_offer(evil), shelf, subject=evil)

    assert f"Re: {evil}" == wording.subject
    assert [f"About {evil}", f"Best,\n{evil}", f"-- \n{evil}"] == blocks(wording)[1:4]
    assert f"> {evil}" == wording.text.splitlines()[-1]


def test_a_very_long_subject() -> None:
    """In the text it is cut, in the header it isn't."""
    shelf = Shelf({"news": "{{ subject }}"})
    wording = words(shelf=shelf, subject="x" * 500)

    assert blocks(wording)[1] == "x" * 119 + "…"
    assert wording.subject == "Re: " + "x" * 500


@pytest.mark.parametrize(
    ("subject", "named"),
    [
        ("[EXTERN] WG: AW: Katalog", "Katalog"),
        ("[studio 12] The new site", "The new site"),
        ("The new site (fwd)", "The new site"),
        ("[urgent]", "[urgent]"),
    ],
)
def test_a_subject_with_marks_around_it(subject: str, named: str) -> None:
    """The text names what it is about, without what programs put around it; the header keeps all of it."""
    shelf = Shelf({"news": "About {{ subject }}"})
    wording = words(shelf=shelf, subject=subject)

    assert blocks(wording)[1] == f"About {named}"
    assert wording.subject == f"Re: {subject}"


@pytest.mark.parametrize(
    ("language", "subject", "named"),
    [
        ("de", "Angebot „Website“", "Angebot ‚Website‘"),
        ("en", "“Quoted” site", "‘Quoted’ site"),
        ("en", 'The "big" one, 21" screens', 'The ‘big’ one, 21" screens'),
        ("fr", "Devis « site »", "Devis “site”"),
        ("pl", "Oferta „Strona”", "Oferta «Strona»"),
        ("sv", "Offert ”Webb”", "Offert ’Webb’"),
        ("it", "Offerta “Sito”", "Offerta “Sito”"),
        ("en", "Unpaired “site", "Unpaired “site"),
        ("xx", "“Quoted” site", "‘Quoted’ site"),
    ],
)
def test_a_subject_that_has_quotation_marks(language: str, subject: str, named: str) -> None:
    """Within a text's own marks they are of the second kind; the header keeps them as they are."""
    shelf = Shelf({"news": "About {{ subject }}", f"{language}/news": "About {{ subject }}"})
    wording = words(shelf=shelf, subject=subject, language=language)

    assert f"About {named}" in wording.text
    assert wording.subject == f"Re: {subject}"


def test_empty_lines_left_by_a_template() -> None:
    """Paragraphs stay a single empty line apart, whatever conditions leave behind."""
    shelf = Shelf({"news": "One. \n\n{% if formal %}\nNo.\n{% endif %}\n\n\n{% if days %}\nTwo.\n{% endif %}\n"})

    assert blocks(words(shelf=shelf))[1:3] == ["One.", "Two."]


# -------------------------------------------------------------------------------------------- the language


@pytest.mark.parametrize(
    ("asked", "voiced", "written", "language"),
    [
        ("it", "de", "fr", "it"),
        ("", "de", "fr", "de"),
        ("", "", "fr", "fr"),
        ("", "", "", "en"),
        ("pt-BR", "", "", "pt"),
        ("IT", "", "", "it"),
        ("da", "", "", "en"),
        ("../../etc", "", "", "en"),
    ],
)
def test_the_language_of_a_letter(asked: str, voiced: str, written: str, language: str) -> None:
    """The one asked for, else the voice's, else the anchor's; English where there is no text in it."""
    anchor = Letter(whole="x", language=written)

    assert language == words(Voice(language=voiced), anchor, Shelf(), template="check-in", language=asked).language


def test_a_template_that_is_not_there() -> None:
    """The owner is told its name and how to find those that are there."""
    with pytest.raises(ConfigError, match=r"no 'nudge'.*\n.*template list"):
        words(template="nudge")


# ----------------------------------------------------------------------------------- sign-off and signature


def test_a_sign_off_that_earlier_mail_shows() -> None:
    """The owner's own lines are taken, without the signature that may hang on them."""
    voice = Voice(sign_off="Un abbraccio,\n\nD.\n-- \nDana Levi\nStudio", signature="-- \nDana Levi\nStudio")

    assert blocks(words(voice))[2:4] == ["Un abbraccio,\nD.", "-- \nDana Levi\nStudio"]


@pytest.mark.parametrize(
    ("sign_off", "signature", "closing"),
    [
        ("Best,", "", "Best,\nDana"),
        ("Best,", "Studio Levi\nwww.levi.example", "Best,\nDana"),
        ("Best,", "Dana Levi\nStudio", "Best,"),
        ("Toodle-pip, Dana", "", "Toodle-pip, Dana"),
        ("Toodle-pip /D.", "", "Toodle-pip /D."),
    ],
)
def test_closing_words_below_which_there_is_no_name(sign_off: str, signature: str, closing: str) -> None:
    """The owner's first name is put there, unless they or the signature have it: no letter is without a name."""
    voice = Voice(sign_off=sign_off, signature=signature, unsigned=True)

    assert blocks(words(voice))[2] == closing


def test_closing_words_in_another_language_without_a_name() -> None:
    """They aren't used, and the made ones have it."""
    assert blocks(words(Voice(sign_off="Saluti,", unsigned=True, language="it"), language="en"))[2] == "Best,\nDana"


def test_a_letter_with_a_signature() -> None:
    """It stands above the quote, once, behind its separator."""
    wording = words(Voice(signature="Dana Levi\nStudio Levi"))

    assert wording.text.count("Studio Levi") == 1
    assert blocks(wording)[3] == "-- \nDana Levi\nStudio Levi"
    assert blocks(wording)[4].startswith("On 14 November 2026, Dana Levi wrote:")


def test_a_mail_of_the_clients_that_is_quoted() -> None:
    """Where an order came after their answer: its own author and day stand above it, not the owner's."""
    answered = replace(a_followup(), quoted=ANNA, quoted_on=date(2026, 11, 16))
    nameless = replace(answered, quoted=Address(email="anna@client.example"))

    named, bare = (words_of(each, Voice(), an_offer(), "Dana Levi", Shelf()).text for each in (answered, nameless))

    assert ("On 16 November 2026, Anna Rossi wrote:" in named, "my message from 14 November" in named) == (True, True)
    assert "On 16 November 2026, anna@client.example wrote:" in bare


@pytest.mark.parametrize(("formal", "sign_off"), [(False, "Best,\nDana"), (True, "Kind regards,\nDana Levi")])
def test_a_sign_off_that_is_made(sign_off: str, *, formal: bool) -> None:
    """It carries the owner's first name, formally the whole."""
    assert sign_off == blocks(words(Voice(formal=formal)))[2]


@pytest.mark.parametrize(("language", "sign_off"), [("pt", "Cordialmente,\nDana"), ("en", "Best,\nDana")])
def test_a_made_sign_off_below_a_last_notice(language: str, sign_off: str) -> None:
    """Nobody is embraced who is told to pay."""
    shelf = Shelf({f"{language}/final-notice": "x", "final-notice": "x"})
    followup = replace(a_followup(template="final-notice", language=language), notice=a_notice(ONE))
    written = words_of(followup, Voice(formal=False), an_offer(), "Dana Levi", shelf)

    assert blocks(written)[2] == sign_off


# ------------------------------------------------------------------------------------------------ the quote


def test_a_letter_without_a_quote() -> None:
    """Where the config says so, nothing stands below."""
    assert blocks(words(quote=False)) == ["Hi Anna,", "Any news?", "Best,\nDana"]


@pytest.mark.parametrize("whole", ["", "\n \n"])
def test_an_anchor_without_text(whole: str) -> None:
    """No line says that somebody wrote nothing."""
    assert len(blocks(words(anchor=Letter(whole=whole)))) == 3


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "On 14 November 2026, Dana Levi wrote:"),
        ("it", "Il giorno 14 novembre 2026, Dana Levi ha scritto:"),
        ("pl", "W dniu 14 listopada 2026 r. Dana Levi pisze:"),
        ("is", "Hinn 14. nóvember 2026 skrifaði Dana Levi:"),
        ("de", "Am 14. November 2026 schrieb Dana Levi:"),
        ("fr", "Le 14 novembre 2026, Dana Levi a écrit\xa0:"),
        ("es", "El 14 de noviembre de 2026, Dana Levi escribió:"),
        ("nl", "Op 14 november 2026 schreef Dana Levi:"),
        ("pt", "Em 14 de novembro de 2026, Dana Levi escreveu:"),
        ("sv", "Den 14 november 2026 skrev Dana Levi:"),
    ],
)
def test_who_wrote_the_quote(language: str, line: str) -> None:
    """The line above the quote is in the letter's language."""
    assert line in words(language=language).text.split("\n")


def test_a_date_of_the_year_before() -> None:
    """In the text a day of another year is told with it."""
    shelf = Shelf({"news": "{{ asked_on }}"})

    assert blocks(words(shelf=shelf, asked_on=date(2025, 12, 30)))[1] == "30 December 2025"


def test_an_owner_in_america() -> None:
    """English dates are written as they are there."""
    shelf = Shelf({"news": "{{ asked_on }}"})
    written_at = datetime(2026, 11, 21, 8, 30, tzinfo=ZoneInfo("America/New_York"))
    wording = words(shelf=shelf, written_at=written_at)

    assert blocks(wording)[1] == "November 14"
    assert "On November 14, 2026, Dana Levi wrote:" in wording.text


# ---------------------------------------------------------------------------------------------- the subject


@pytest.mark.parametrize(
    ("base", "keep", "subject"),
    [
        ("The new site", False, "Closing: The new site"),
        ("The new site", True, "Re: The new site"),
        ("", True, "Re:"),
        ("Re: The new site", True, "Re: The new site"),
        ("RE: The new site", True, "RE: The new site"),
        ("Regarding", True, "Re: Regarding"),
        ("a\r\nBcc: x@y.example", True, "Re: a  Bcc: x@y.example"),
        ("\u202egnp.exe\x00", True, "Re: gnp.exe"),
    ],
)
def test_the_subject(base: str, subject: str, *, keep: bool) -> None:
    """The template's own unless the thread's is to be kept; that with one Re:, on one line."""
    shelf = Shelf({"bye": "Subject: Closing: {{ subject }}\n\nBye."})

    assert subject == words(shelf=shelf, template="bye", subject=base, keep_subject=keep).subject


def test_a_template_without_a_subject() -> None:
    """The thread's is taken."""
    assert words(subject="Größe").subject == "Re: Größe"


def test_a_subject_that_comes_to_nothing() -> None:
    """A template's own subject that is empty once filled gives way to the thread's."""
    shelf = Shelf({"bye": "Subject: {% if formal %}Bye{% endif %}\n\nBye."})

    assert words(shelf=shelf, template="bye").subject == "Re: The new site"


# ------------------------------------------------------------------------------------------------- the HTML


def test_an_anchor_without_html() -> None:
    """The draft has none either."""
    assert words().html is None


def test_an_anchor_with_html() -> None:
    """The draft's mirrors its text, escaped."""
    html = words(Voice(greeting="Anna <3"), an_offer("1 < 2\n> old", html=True), to=(ANNA,)).html

    assert html is not None
    assert "<p>Any news?</p>" in html
    assert re.search(
        r'<blockquote type="cite" [^>]*>\n<p>1 &lt; 2</p>\n<blockquote type="cite" [^>]*>\n<p>old</p>', html
    )


def test_a_signature_that_was_set_in_html() -> None:
    """It's as the owner set it; the text has it in plain."""
    voice = Voice(signature="Dana\nStudio", signature_markup=CleanMarkup("<b>Dana</b><br>Studio"))
    wording = words(voice, an_offer(html=True))

    assert blocks(wording)[3] == "-- \nDana\nStudio"
    assert "<div><b>Dana</b><br>Studio</div>" in (wording.html or "")


@pytest.mark.parametrize("signature", ["\n".join(map(str, range(21))), "x" * 501])
def test_a_signature_of_which_the_text_has_only_a_part(signature: str) -> None:
    """HTML has no more of it."""
    wording = words(Voice(signature=signature, signature_markup=CleanMarkup("<b>x</b>")), an_offer(html=True))

    assert "<b>" not in (wording.html or "")
    assert len(blocks(wording)[3]) < len(signature) + 5


@pytest.mark.parametrize("evil", ["{{ 7*7 }}", "{% for x in y %}", "<script>alert(1)</script>", "a\r\nBcc: x\u202ey"])
def test_what_mail_holds_in_html(evil: str) -> None:
    """Wherever it stands in a mail it's text in the draft, escaped and in its order."""
    voice = Voice(greeting=f"Hi Anna {evil},", sign_off=f"Best,\n{evil}", signature=evil)
    html = words(voice, an_offer(evil, html=True), Shelf({"news": "About {{ subject }}"}), subject=evil).html or ""

    assert html.count(escape(evil.splitlines()[0])) >= 4
    assert not re.search("<script|\u202e|\r|49", html)
