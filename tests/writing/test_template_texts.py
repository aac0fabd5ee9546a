"""The built-in texts as their reader gets them: rendered in every language, judged as a native reader would.

Knows the files under `crickets/templates` and Jinja2. Must not know the renderer that will use them, so that
a text cannot be excused by the code around it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import product

import pytest
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

TEMPLATES = files("crickets") / "templates"

NBSP = "\N{NO-BREAK SPACE}"
SUBJECT = "The new site"
CLOSING = "closing-the-loop"
NAMES = (
    "ask-why",
    "check-in",
    "check-in-short",
    CLOSING,
    "make-amends",
    "pausing-work",
    "project-check-in",
    "referral",
    "thanks-and-door-open",
)
LANGUAGES = ("de", "en", "es", "fr", "is", "it", "nl", "pl", "pt", "sv")
TWO_WAYS_OF_YOU = ("de", "es", "fr", "it", "nl", "pl", "pt")
ONE_WAY_OF_YOU = ("en", "is", "sv")
LOWER_CASE_AFTER_THE_GREETING = ("de", "it", "pl")
# That nobody wrote or spoke since.
NOTHING_HEARD = {
    "de": r"nichts [^.]*gehört",
    "en": r"heard",
    "es": r"noticias",
    "fr": r"de (vos|tes) nouvelles",
    "is": r"ekki heyrt",
    "it": r"non ho avuto [^.]*notizie",
    "nl": r"niets [^.]*gehoord",
    "pl": r"nie (dotarła|mam) [^.]*(odpowiedź|wiadomości)",
    "pt": r"não tive notícias",
    "sv": r"inte hört",
}
# Where a name would stand in the vocative, which nobody can make of any name.
NO_NAME_IN_A_GREETING = ("pl",)
TEXTS = tuple(product(LANGUAGES, NAMES))
# Formal or not, to several or to one.
FORMS = tuple(product((True, False), (True, False)))

QUOTES = {
    "de": ("„", "“"),
    "en": ("“", "”"),
    "es": ("«", "»"),
    "fr": ("«" + NBSP, NBSP + "»"),
    "is": ("„", "“"),
    "it": ("«", "»"),
    "nl": ("“", "”"),
    "pl": ("„", "”"),
    "pt": ("“", "”"),
    "sv": ("”", "”"),
}

# The day as it is written in a sentence of the language (CLDR, month and day).
ASKED_ON = {
    "de": "12. März",
    "en": "12 March",
    "es": "12 de marzo",
    "fr": "12 mars",
    "is": "12. mars",
    "it": "12 marzo",
    "nl": "12 maart",
    "pl": "12 marca",
    "pt": "12 de março",
    "sv": "12 mars",
}

# What tells the reader that a machine or a salesman writes, or that they are to feel guilty.
FORBIDDEN = {
    "de": r"nur (kurz )?(nachfragen|nachhaken|melden)|ich hoffe|leider|immer noch nicht|mehrfach|erinner",
    "en": r"\bjust\b|checking in|following up|follow up|touching base|touch base|circl(e|ing) back|"
    r"hope (this|you|all)|per my last|still (no|haven|waiting)|unfortunately|remind|as soon as|asap",
    "es": r"\bsolo quería|espero que|lamentablemente|todavía no (he|me)|recordar|cuanto antes|molestar",
    "fr": r"je me permets|j’espère que|malheureusement|toujours pas|relanc|rappeler|plus brefs|sauf erreur",
    "is": r"\bvildi bara|vona að|því miður|enn ekki|minna á|ítreka|sem fyrst",
    "it": r"volevo solo|spero che|purtroppo|ancora nessun|ricord|sollecit|al più presto",
    "nl": r"even checken|wilde even|ik hoop|helaas|nog steeds|herinner|zo snel mogelijk",
    "pl": r"chcia(łem|łam)|mam nadzieję|niestety|wciąż|nadal|przypomin|jak najszybciej|ponagl",
    "pt": r"só queria|espero que|infelizmente|até agora não|lembrar|relembr|quanto antes|incomodar",
    "sv": r"ville bara|hoppas|tyvärr|fortfarande|påminn|så snart som möjligt",
}

# What would promise work for nothing, or its doing over: that is the owner's to offer.
FREE_WORK = {
    "de": r"\bkoste|umsonst|kostenlos|arbeite ihn|überarbeit",
    "en": r"\bowe|for free|free of charge|no charge|redo",
    "es": r"deber(á|é)|gratis|reharé|sin coste",
    "fr": r"devr(ez|as)|gratuit|referai",
    "is": r"greið|ókeypis|upp á nýtt",
    "it": r"dovr(à|ete|ai)|gratis|gratuit|rifarò",
    "nl": r"\bbeta|gratis|kosteloos|opnieuw",
    "pl": r"zapłac|za darmo|bezpłatn|od nowa",
    "pt": r"\bdeve|grátis|gratuit|volto a fazê",
    "sv": r"\bkosta|gratis|gör jag om",
}

# Forms that say whether the owner or the client is a man or a woman.
GENDERED = {
    "de": r"\b(herr|frau|Kunde|Kundin)\b",
    "en": r"\b(he|she|his|her|sir|madam|mr|ms|mrs)\b",
    "es": r"\b(encantad|agradecid|content|segur|dispuest|interesad|bienvenid|señor)\w*",
    "fr": r"\b(ravie?|heureu(x|se)|reconnaissante?|désolée?|contente?|prête?|monsieur|madame|intéressée?)\b",
    "is": r"\b(þakklát|glað|glöð|viss|sátt|sæl|kær[ia]\b|velkominn|velkomin\b|tilbúin|ánægð)\w*",
    "it": r"\b(grat[oa]|content[oa]|liet[oa]|feli\w+|sicur[oa]|pront[oa]|benvenut[oa]|signora?)\b",
    "nl": r"\b(heer|mevrouw|klant)\b",
    "pl": r"\b(pani?|pan(a|u|em)|panią)\b|\w+ł[ae]?[mś]\b|wdzięczn|\b(gotow|pewien|pewna|rad[ay]?\b)",
    "pt": r"\b(obrigad|grat[oa]\b|encantad|content|certo|certa|bem-vind|dispost|senhor)\w*",
    "sv": r"\b(han|hon|herr|fru)\b",
}

# The words of each way of saying you: those of the familiar form, those of the polite one.
YOU = {
    "de": (r"\b(du|dich|dir|dein\w*)\b", r"\b(Sie|Ihnen|Ihr\w*)\b"),
    "es": (r"\b(tú|te|ti|tus?|tuy[ao]s?|contigo)\b", r"\b(usted|sus?|suy[ao]s?)\b"),
    "fr": (r"\b(tu|te|toi|ton|ta|tes)\b|\bt’", r"\b(vous|votre|vos)\b|ez-moi\b"),
    "it": (r"\b(tu|te|ti|tuo|tua|tue|tuoi)\b", r"\b(lei|suo|sua|sue|suoi|la (chiamo|ringrazio))\b"),
    "nl": (r"\b(je|jij|jou|jouw)\b", r"\b(u|uw)\b"),
    "pl": (r"\b(Ty|Cię|Ci|Ciebie|Tobie|Twoj\w*|Twój)\b", r"\bPaństw\w*"),
    "pt": (r"\b(tu|te|ti|teus?|tuas?)\b|-te\b", r"\b(você|seus?|suas?|lhe)\b"),
}

# The word with which a condition begins, and a yes in the language's quotes.
IF_AND_YES = {
    "de": ("falls", "„ja“"),
    "en": ("If", "“yes”"),
    "es": ("Si", "«sí»"),
    "fr": ("Si", f"«{NBSP}oui{NBSP}»"),
    "is": ("Ef", "„já“"),
    "it": ("se", "«sì»"),
    "nl": ("Als", "“ja”"),
    "pl": ("jeśli", "„tak”"),
    "pt": ("Se", "“sim”"),
    "sv": ("Om", "”ja”"),
}

# The texts that name the day for which the client had promised an answer, or the money.
NAMES_A_PROMISE = ("check-in", "project-check-in")

VOICE_LINES = (
    "greeting_formal",
    "greeting_informal",
    "greeting_plain",
    "quote_line",
    "sign_off_formal",
    "sign_off_informal",
)
VOICE_LISTS = ("forward_prefixes", "reply_prefixes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A template rendered: its own subject, if it sets one, and what stands between greeting and sign-off."""

    subject: str | None
    body: str


def source(language: str, name: str) -> str:
    """The template as it lies in the package."""
    return (TEMPLATES / language / f"{name}.j2").read_text(encoding="utf-8")


def a_letter(
    language: str,
    name: str,
    *,
    subject: str = SUBJECT,
    formal: bool = False,
    plural: bool = False,
    client: str = "Anna",
    promised: tuple[str, str] = ("", ""),
    trim: bool = False,
) -> Letter:
    """
    The letter from a template; `trim` tells the environment to eat the white space around blocks.

    `promised` are the days that have passed for which the client had promised an answer, and the money.
    """
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=trim, lstrip_blocks=trim
    )
    text = environment.from_string(source(language, name)).render(
        subject=subject,
        days=12,
        asked_on=ASKED_ON[language],
        formal=formal,
        plural=plural,
        client=client,
        me="Dana",
        answer_promised_for=promised[0],
        payment_promised_for=promised[1],
    )
    first, empty, rest = text.partition("\n\n")
    own = first.removeprefix("Subject: ")
    return Letter(subject=own, body=rest) if own != first and empty else Letter(subject=None, body=text)


def every_body(language: str, name: str) -> Iterator[str]:
    """The body in each way it can come out: with and without subject, client and promise, in each form of address."""
    day = ASKED_ON[language]
    promises = (("", ""), (day, ""), ("", day)) if name in NAMES_A_PROMISE else (("", ""),)
    for subject, (formal, plural), client, promised in product((SUBJECT, ""), FORMS, ("Anna", ""), promises):
        letter = a_letter(
            language, name, subject=subject, formal=formal, plural=plural, client=client, promised=promised
        )
        yield letter.body


def found(pattern: str, language: str, name: str, flags: int = re.IGNORECASE) -> list[str]:
    """What a pattern finds in any way the text, its own subject included, can come out."""
    own = a_letter(language, name).subject or ""
    return [hit.group() for body in (own, *every_body(language, name)) for hit in re.finditer(pattern, body, flags)]


def voice(language: str) -> dict[str, object]:
    """What stands in the language's voice.toml."""
    return tomllib.loads((TEMPLATES / language / "voice.toml").read_text(encoding="utf-8"))


def of_every_text(language: str, name: str) -> str:
    """A text's name in the test's own."""
    return f"{language}-{name}"


each_text = pytest.mark.parametrize(("language", "name"), TEXTS, ids=[of_every_text(*text) for text in TEXTS])
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_a_language_has_every_template_and_a_voice(language: str) -> None:
    """A plan may name any built-in template whatever the client speaks."""
    wanted = {f"{name}.j2" for name in NAMES} | {"voice.toml"}
    assert set() == wanted - {entry.name for entry in (TEMPLATES / language).iterdir()}


def test_no_language_is_half_there() -> None:
    """Each folder of texts is one of the languages these tests judge."""
    folders = {entry.name for entry in TEMPLATES.iterdir() if entry.is_dir()}
    assert set(LANGUAGES) == folders - {"digest"}  # which is the owner's own mail


@each_text
def test_only_the_closing_note_sets_its_own_subject(language: str, name: str) -> None:
    """Every other step stays under the thread's `Re:`; a changed subject would break the thread in Gmail."""
    assert (name == CLOSING) == (a_letter(language, name).subject is not None)


@each_language
def test_the_closing_notes_subject_is_short_and_plain(language: str) -> None:
    """It is an idiom and nothing else: no prefix, no placeholder, no final stop."""
    subject = a_letter(language, CLOSING).subject or ""
    assert subject
    assert not re.findall(r"[{}:.!?]|\bRe\b", subject)
    assert len(subject.split()) <= 5


@pytest.mark.parametrize(("language", "calque"), [("it", "cerchio"), ("pl", "pętl"), ("de", "Kreis"), ("fr", "boucle")])
def test_the_closing_notes_subject_is_the_languages_own(language: str, calque: str) -> None:
    """Nobody closes a loop or a circle but in English."""
    assert calque not in (a_letter(language, CLOSING).subject or "")


@each_text
def test_a_text_comes_out_clean(language: str, name: str) -> None:
    """No braces or other rests of the template, no doubled or stray spaces, no third empty line."""
    assert not found(r"[{}%]|\bNone\b|\bTrue\b|\bFalse\b", language, name)
    assert not found(rf"[ {NBSP}\t]{{2,}}|[ \t]\n|\n[ \t]|\n{{3,}}|\A\s|\s\Z", language, name)


@each_text
def test_punctuation_stands_where_the_language_wants_it(language: str, name: str) -> None:
    """French parts ; : ? ! and « » from the word by a space that does not break; the others part nothing."""
    rules = rf"[^{NBSP}][;:?!»]|«[^{NBSP}]|\s[,.]" if language == "fr" else rf"\s[,.;:?!»]|[«„]\s|{NBSP}|[,;:?!][^\W\d]"
    assert not found(rules, language, name)


@each_text
def test_a_sentence_is_whole(language: str, name: str) -> None:
    """Each paragraph ends as a sentence ends, and no stop stands twice."""
    paragraphs = [line for body in every_body(language, name) for line in body.split("\n") if line]
    assert not [line for line in paragraphs if line[-1] not in ".?!"]
    assert not found(r"[.,;:?!][.,;:?!]", language, name)


@each_text
def test_quotes_and_apostrophes_are_typographic(language: str, name: str) -> None:
    """No straight quotes, and of the curly ones only the language's own."""
    assert not found(r"""["'`´]""", language, name)
    foreign = set("«»„“”") - set("".join(QUOTES[language]))
    assert not [mark for body in every_body(language, name) for mark in body if mark in foreign]


@each_text
def test_a_line_fits_any_mail_program(language: str, name: str) -> None:
    """A paragraph is one line, and short enough to be read at a glance."""
    assert not [line for body in every_body(language, name) for line in body.split("\n") if len(line) > 400]


@each_text
def test_a_text_is_short(language: str, name: str) -> None:
    """Ninety words at the most, the closing note sixty: what is longer is read later, that is never."""
    limit = 60 if name == CLOSING else 90
    assert not [body for body in every_body(language, name) if len(body.split()) > limit]


@each_language
def test_the_short_check_in_is_one_or_two_sentences(language: str) -> None:
    """It asks, and says how little an answer needs."""
    assert {2} >= {len(re.findall(r"[.?!](?=\s|\Z)", body)) for body in every_body(language, "check-in-short")}


@pytest.mark.parametrize("name", NAMES_A_PROMISE)
@each_language
def test_a_promise_whose_day_has_passed(language: str, name: str) -> None:
    """Its day is named in one sentence at the end, the same in each form of address; else there's none of it."""
    day = ASKED_ON[language]
    for formal, plural in FORMS:
        plain = a_letter(language, name, formal=formal, plural=plural).body
        answer = a_letter(language, name, formal=formal, plural=plural, promised=(day, "")).body
        money = a_letter(language, name, formal=formal, plural=plural, promised=("", day)).body
        for body in (answer, money):
            assert body.startswith(plain.rstrip() + " ")
            assert day in body.removeprefix(plain)
        assert answer != money


@each_language
def test_the_closing_note_is_one_paragraph(language: str) -> None:
    """One short paragraph: a second one would argue."""
    assert {0} == {body.count("\n") for body in every_body(language, CLOSING)}


@each_text
def test_the_subject_is_named_in_the_languages_quotes(language: str, name: str) -> None:
    """A subject is any string: between quotes it cannot break the grammar around it."""
    opening, closing = QUOTES[language]
    for formal, plural in FORMS:
        body = a_letter(language, name, formal=formal, plural=plural).body
        assert body.count(f"{opening}{SUBJECT}{closing}") == body.count(SUBJECT) == 1


@each_text
def test_a_thread_without_a_subject_leaves_no_trace_of_one(language: str, name: str) -> None:
    """No empty pair of quotes, and the sentence closes over the gap."""
    opening, closing = (re.escape(mark) for mark in QUOTES[language])
    for formal, plural in FORMS:
        body = a_letter(language, name, subject="", formal=formal, plural=plural).body
        assert None is re.search(rf"{opening}\s*{closing}", body)


@each_text
def test_a_subject_that_looks_like_a_template_stays_text(language: str, name: str) -> None:
    """Nothing in a mail is ever run as a template."""
    trap = "{{ me }} {% for x in y %} {{ 7 * 7 }}"
    assert trap in a_letter(language, name, subject=trap).body


@each_text
def test_the_environment_does_not_decide_on_white_space(language: str, name: str) -> None:
    """The text is the same whether Jinja2 trims around blocks or not."""
    for formal, plural in FORMS:
        plain = a_letter(language, name, formal=formal, plural=plural)
        assert plain == a_letter(language, name, formal=formal, plural=plural, trim=True)


@each_text
def test_a_text_says_you_as_the_language_does(language: str, name: str) -> None:
    """Where a language has two ways of saying you, the letter has two forms; elsewhere it has one."""
    informal, formal = (a_letter(language, name, formal=formal).body for formal in (False, True))
    assert (language in TWO_WAYS_OF_YOU) == (informal != formal)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", TWO_WAYS_OF_YOU)
def test_a_letter_keeps_to_one_way_of_saying_you(language: str, name: str) -> None:
    """No familiar word in the polite letter, no polite one in the familiar."""
    familiar, polite = YOU[language]
    for subject in (SUBJECT, ""):
        assert not re.findall(familiar, a_letter(language, name, subject=subject, formal=True).body)
        assert not re.findall(polite, a_letter(language, name, subject=subject, formal=False).body)


def test_each_language_says_you_in_one_way_or_two() -> None:
    """The two lists above are the languages, each once."""
    assert sorted(LANGUAGES) == sorted(TWO_WAYS_OF_YOU + ONE_WAY_OF_YOU)


@each_text
def test_a_text_neither_begs_nor_blames(language: str, name: str) -> None:
    """None of the phrases that betray a machine, a salesman or a reproach."""
    assert not found(FORBIDDEN[language], language, name)


@each_text
def test_a_text_does_not_say_that_nothing_was_heard(language: str, name: str) -> None:
    """A call may have been done before it, or the plan go on over an answer: they have spoken, and nothing is clear."""
    assert not found(NOTHING_HEARD[language], language, name)


@each_language
def test_an_offer_to_make_amends_confesses_nothing(language: str) -> None:
    """It says *if* something fell short; and as the client is to name a part, it doesn't say that a yes is enough."""
    condition, yes = IF_AND_YES[language]
    bodies = tuple(every_body(language, "make-amends"))
    assert {condition} == {body.split()[0] for body in bodies}
    assert not [body for body in bodies if yes in body]


@each_language
def test_no_work_is_promised_for_nothing(language: str) -> None:
    """The plan `lost` lays an offer to make amends by itself: what it costs whom is for the owner to say."""
    assert not found(FREE_WORK[language], language, "make-amends")


@each_text
def test_a_text_fits_women_and_men(language: str, name: str) -> None:
    """Neither owner nor client is taken for a man or a woman."""
    assert not found(GENDERED[language], language, name)


@each_text
def test_a_text_begins_as_it_must_after_the_greeting(language: str, name: str) -> None:
    """German, Italian and Polish go on in lower case after the greeting's comma."""
    lower = {body.lstrip("¿")[0].islower() for body in every_body(language, name)}
    assert {language in LOWER_CASE_AFTER_THE_GREETING} == lower


@each_text
def test_nothing_names_the_program(language: str, name: str) -> None:
    """Nothing tells the client that a program helped."""
    assert "cricket" not in source(language, name).lower()


@each_language
def test_nothing_in_a_voice_names_the_program(language: str) -> None:
    """The greeting and the sign-off are the owner's."""
    assert "cricket" not in (TEMPLATES / language / "voice.toml").read_text(encoding="utf-8").lower()


@each_language
def test_a_voice_is_complete(language: str) -> None:
    """Every key is there, no other, each of its kind and none of them empty."""
    lines = {key for key, value in voice(language).items() if isinstance(value, str) and value.strip()}
    lists = {key for key, value in voice(language).items() if isinstance(value, list) and value}
    assert (set(VOICE_LINES), set(VOICE_LISTS)) == (lines, lists)


@each_language
def test_a_voice_takes_a_name_and_a_day(language: str) -> None:
    """A greeting may take the name, the line above a quoted mail takes name and day, a sign-off nothing."""
    said = voice(language)
    fields = {key: set(re.findall(r"\{(\w*)\}", str(said[key]))) for key in VOICE_LINES}
    assert (set() if language in NO_NAME_IN_A_GREETING else {"name"}) == fields["greeting_informal"]
    assert fields["greeting_formal"] <= {"name"}
    assert {"date", "name"} == fields["quote_line"]
    assert set() == fields["greeting_plain"] | fields["sign_off_formal"] | fields["sign_off_informal"]


@each_language
def test_a_voice_is_one_clean_line_a_key(language: str) -> None:
    """No stray spaces; the line above a quoted mail ends with a colon, in French after a no-break space."""
    said = voice(language)
    assert not [key for key in VOICE_LINES if re.search(r"\A\s|\s\Z|\n|  ", str(said[key]))]
    assert (language == "fr") == str(said["quote_line"]).endswith(f"{NBSP}:")
    assert str(said["quote_line"]).endswith(":")


@each_language
def test_a_voice_fits_women_and_men(language: str) -> None:
    """A greeting is laid before anybody has said who is who."""
    spoken = " ".join(str(voice(language)[key]) for key in VOICE_LINES)
    assert not [hit.group() for hit in re.finditer(GENDERED[language], spoken, re.IGNORECASE)]


@each_language
def test_a_greeting_ends_as_the_text_goes_on(language: str) -> None:
    """Lower case goes on after a comma alone."""
    endings = {str(voice(language)[key])[-1] for key in VOICE_LINES if key.startswith("greeting")}
    assert endings <= ({","} if language in LOWER_CASE_AFTER_THE_GREETING else {",", ":", "!"})


@each_language
def test_prefixes_are_words_without_their_colon(language: str) -> None:
    """A prefix is compared with what stands before the colon, whatever its case: each is there once."""
    for key in VOICE_LISTS:
        prefixes = voice(language)[key]
        assert isinstance(prefixes, list)
        assert not [prefix for prefix in prefixes if not re.fullmatch(r"[^\W\d_]+", prefix)]
        assert len(prefixes) == len({prefix.casefold() for prefix in prefixes})


def test_no_prefix_means_both_reply_and_forward() -> None:
    """Across all languages a prefix tells a reply from a forwarded mail."""
    replies, forwards = (
        {str(prefix).casefold() for language in LANGUAGES for prefix in said_of(language, key)}
        for key in ("reply_prefixes", "forward_prefixes")
    )
    assert set() == replies & forwards


def said_of(language: str, key: str) -> list[object]:
    """A list in a voice."""
    said = voice(language)[key]
    return said if isinstance(said, list) else []
