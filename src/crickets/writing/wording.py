"""
The words of a draft, from greeting to quote, in the client's language and the owner's voice.

Knows how a letter is put together; must not know headers, MIME or where a template's text comes from.
Whatever came from mail is a value here, never a template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from crickets.domain.followup import FollowUp
from crickets.domain.letter import Letter, Voice
from crickets.domain.look import NO_MARKUP
from crickets.domain.notice import Notice
from crickets.domain.subject import base_as_written
from crickets.errors import ConfigError
from crickets.writing.addressees import is_to_several, is_to_too_many
from crickets.writing.builtin import FALLBACK, Phrases, phrases
from crickets.writing.closing import names_below_an_embrace
from crickets.writing.courtesy import with_capitals
from crickets.writing.dates import day, full_day
from crickets.writing.fields import Fact
from crickets.writing.greeting import fits, is_intimate
from crickets.writing.locales import locale_of
from crickets.writing.mirror import mirrored
from crickets.writing.names import PersonName, is_named, person_called, person_in
from crickets.writing.notices import notice_facts
from crickets.writing.plain import lines_of, one_line, shortened
from crickets.writing.quotation import within_marks
from crickets.writing.quote import quoted
from crickets.writing.sandbox import filled
from crickets.writing.shelf import Shelf, Template

_FORMAL_UNLESS_SHOWN = frozenset({"de", "fr", "it", "pl", "pt"})
"""Where a wrong *du* offends and a needless *Sie* doesn't; the formal Portuguese texts also suit Brazil."""

_NO_INVOICE = "it is about late invoices, and this step knows of none"
_WITH_INVOICES = "Use it in a step that counts from an invoice's due date."
_SUBJECT_IN_TEXT = 120
_SIGN_OFF_LINES = 6
_SIGNATURE_LINES = 20
_SIGNATURE_LINE = 500
_SEPARATOR = "-- "
"""RFC 3676 §4.3: clients hide or cut what follows it when they answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    r"""
    What a draft says: `text` with ``\n``, ending in one; `html` mirrors it where the anchor had HTML.

    `subject` is decoded, on one line. `language` is the one it is written in.
    """

    subject: str
    text: str
    html: str | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """All that the parts of a letter are written from."""

    followup: FollowUp
    voice: Voice
    anchor: Letter
    answered: Letter
    owner_name: str
    template: Template

    @property
    def phrases(self) -> Phrases:
        return phrases(self.template.language)

    @property
    def client(self) -> PersonName | None:
        contact = self.followup.contact
        return person_called(one_line(self.voice.called), contact.name, email=contact.email)

    @property
    def me(self) -> str:
        """The owner's first name."""
        owner = person_in(self.owner_name)
        return (owner and owner.first) or one_line(self.owner_name)

    @property
    def speaks_alike(self) -> bool:
        """Whether what the voice shows is in the language written now."""
        return _code(self.voice.language) in ("", self.template.language)

    @property
    def formal(self) -> bool:
        """The polite form, where it is shown, or where nothing is and a language wants it."""
        if self.voice.formal is not None:
            return self.voice.formal
        return self.template.language in _FORMAL_UNLESS_SHOWN and not is_intimate(self.shown_greeting)

    @property
    def plural(self) -> bool:
        """Whether the letter is to several, by the greeting with which it begins, or by what followed it before."""
        says_voi = self.voice.voi and self.shown_greeting in {one_line(self.voice.greeting)} - {""}
        return says_voi or is_to_several(self.greeting, to=self.followup.to, names=self.names)

    @property
    def body(self) -> str:
        """The template's text, with the capital of courtesy where the owner writes it; their own texts stay theirs."""
        writes_capitals = self.voice.capitals and self.speaks_alike and (self.formal or self.plural)
        in_italian = self.template.language == "it" and not self.template.own
        return with_capitals(self.template.body) if in_italian and writes_capitals else self.template.body

    @property
    def says_vous_to_several(self) -> bool:
        """Whether the text is for several, each of them a *tu*: the polite form of French is their form as well."""
        return self.template.language == "fr" and self.plural

    @property
    def says_voce(self) -> bool:
        """Whether the text is Brazilian, where friends are a *você*: its verbs are those of the polite Portuguese."""
        locale = locale_of(self.template.language, self.followup.written_at.tzinfo)
        return str(locale) == "pt_BR" and not self.template.own

    @property
    def greeting(self) -> str:
        return self.shown_greeting or _made_greeting(self)

    @property
    def shown_greeting(self) -> str:
        """The owner's own greeting for this client, by their word or by earlier mail; or nothing."""
        return one_line(self.followup.greeting) or self._found_greeting

    @property
    def _found_greeting(self) -> str:
        greeting = one_line(self.voice.greeting)
        said_before = greeting == one_line(self.anchor.greeting)
        if not said_before and is_to_too_many(greeting, to=(*self.followup.to, *self.followup.cc)):
            return ""
        fitting = fits(greeting, self.names[:1], beside=self.names, vouched_by=self.anchor.greeting)
        return greeting if fitting and self.speaks_alike else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who is written to, as far as they are named; the client also by the name they sign with."""
        first, *others = (address.name for address in (*self.followup.to, *self.followup.cc))
        return (f"{self.voice.called} {first}".strip(), *others)

    @property
    def notice(self) -> Notice | None:
        """What a template about invoices is filled from; `ConfigError` where the step has none."""
        if self.template.is_notice and self.followup.notice is None:
            raise ConfigError((f"{self.template.origin}: {_NO_INVOICE}",), remedy=_WITH_INVOICES)
        return self.followup.notice if self.template.is_notice else None

    @property
    def subject_in_marks(self) -> str:
        """What it's about, as it stands between a text's quotation marks."""
        return within_marks(base_as_written(one_line(self.followup.subject)), self.template.language)

    def facts(self) -> dict[str, Fact]:
        """What the template may name (`fields.VARIABLES`, and those of a notice)."""
        written = self.followup.written_at
        notice = self.notice
        about = notice_facts(notice, self.template.language, zone=written.tzinfo) if notice else {}
        return about | {
            "answer_promised_for": self._day(self.followup.answer_promised_for),
            "asked_on": self._day(self.followup.asked_on),
            "client": self.client.first if self.client else "",
            "days": self.followup.days,
            "formal": self.formal or self.says_vous_to_several or self.says_voce,
            "me": self.me,
            "payment_promised_for": self._full_day(self.followup.payment_promised_for),
            "plural": self.plural,
            "subject": shortened(self.subject_in_marks, _SUBJECT_IN_TEXT),
        }

    def _day(self, on: date | None) -> str:
        written, language = self.followup.written_at, self.template.language
        return "" if on is None else day(on, language, seen_from=written.date(), zone=written.tzinfo)

    def _full_day(self, on: date | None) -> str:
        return "" if on is None else full_day(on, self.template.language, zone=self.followup.written_at.tzinfo)


def words_of(
    followup: FollowUp,
    voice: Voice,
    anchor: Letter,
    owner_name: str,
    shelf: Shelf,
    *,
    answered: Letter | None = None,
) -> Wording:
    """
    The whole wording of a follow-up; `answered` is what it quotes, if that isn't the anchor.

    In the language the follow-up asks for, else the voice's, else the anchor's, else English; and in English
    where there is no template in that language. Raises `ConfigError` for a template that is missing or can't
    be filled.
    """
    template = shelf.source(followup.template, _language(followup, voice, anchor))
    pen = _Pen(
        followup=followup,
        voice=voice,
        anchor=anchor,
        answered=anchor if answered is None else answered,
        owner_name=owner_name,
        template=template,
    )
    letter, signature, quote = "\n\n".join(filter(None, _letter(pen))), _signature(pen), _quote(pen)
    return Wording(
        subject=_subject(pen),
        text="\n\n".join(filter(None, (letter, signature, quote))) + "\n",
        html=_html(voice, letter, signature, quote) if anchor.html else None,
        language=template.language,
    )


def _html(voice: Voice, letter: str, signature: str, quote: str) -> str:
    """The same, looking as the owner's letters do; the signature as they set it, where the text has the whole of it."""
    is_whole = signature == "\n".join((_SEPARATOR, *_signature_lines(voice)))
    markup = voice.signature_markup if is_whole else NO_MARKUP
    return mirrored(letter, signature, quote, look=voice.look, signature_markup=markup)


def _language(followup: FollowUp, voice: Voice, anchor: Letter) -> str:
    return _code(followup.language) or _code(voice.language) or _code(anchor.language) or FALLBACK


def _code(language: str) -> str:
    """``pt`` of ``pt-BR``: texts are told apart by language only."""
    return re.split(r"[-_]", language.strip().casefold())[0]


def _letter(pen: _Pen) -> tuple[str, str, str]:
    """Greeting, body and sign-off."""
    greeting = pen.greeting
    body = _paragraphs(_filled(pen, pen.body))
    return greeting, body if greeting.endswith(",") else _capitalised(body), _sign_off(pen)


def _filled(pen: _Pen, source: str) -> str:
    return filled(source, pen.facts(), origin=pen.template.origin, notice=pen.template.is_notice)


def _made_greeting(pen: _Pen) -> str:
    client = pen.client
    if client and client.full and pen.formal:
        return pen.phrases.greeting_formal.format(name=client.full)
    if client and client.first and not pen.formal:
        return pen.phrases.greeting_informal.format(name=client.first)
    return pen.phrases.greeting_plain


def _sign_off(pen: _Pen) -> str:
    """The owner's own closing lines, or made ones: with the first name, formally with the whole."""
    shown = _before_separator(lines_of(pen.voice.sign_off))[:_SIGN_OFF_LINES]
    if shown and pen.speaks_alike:
        return _as_befits(pen, shown if _is_signed(pen, shown) else (*shown, pen.me)).rstrip()
    if pen.formal:
        return f"{pen.phrases.sign_off_formal}\n{one_line(pen.owner_name)}".rstrip()
    return _as_befits(pen, (pen.phrases.sign_off_informal, pen.me)).rstrip()


def _is_signed(pen: _Pen, closing: tuple[str, ...]) -> bool:
    """Whether a name stands below the letter: in its closing lines, or in the signature that follows."""
    if not pen.voice.unsigned:
        return True
    return is_named(pen.owner_name, "\n".join(closing)) or is_named(pen.me, pen.voice.signature)


def _as_befits(pen: _Pen, lines: tuple[str, ...]) -> str:
    """The closing lines, without an embrace where the letter is none for friends."""
    names = names_below_an_embrace(lines, pen.template.language) if pen.template.name in _NEVER_INTIMATE else None
    return "\n".join(lines if names is None else (pen.phrases.sign_off_formal, *(names or (pen.me,))))


_NEVER_INTIMATE = frozenset({"final-notice"})
"""The letters that end courteously, however the owner's others to this client do."""


def _signature(pen: _Pen) -> str:
    """The owner's signature block, above the quote: below it nobody would see it."""
    lines = _signature_lines(pen.voice)
    return (
        "\n".join((_SEPARATOR, *(shortened(line, _SIGNATURE_LINE) for line in lines[:_SIGNATURE_LINES])))
        if lines
        else ""
    )


def _signature_lines(voice: Voice) -> tuple[str, ...]:
    lines = lines_of(voice.signature)
    return lines[1:] if lines[:1] == (_SEPARATOR.strip(),) else lines


def _quote(pen: _Pen) -> str:
    """What is answered below a line that says whose and when: the client's, after an order or a promise of theirs."""
    quote = quoted(pen.answered) if pen.followup.quote else ""
    if not quote:
        return ""
    mail = pen.followup
    written_on = full_day(mail.quoted_on or mail.asked_on, pen.template.language, zone=mail.written_at.tzinfo)
    author = one_line(mail.quoted.name if mail.quoted else mail.sender.name or pen.owner_name)
    author = author or (mail.quoted or mail.sender).email
    return f"{pen.phrases.quote_line.format(date=written_on, name=author)}\n{quote}"


def _subject(pen: _Pen) -> str:
    """The template's own subject where it may have one, else the thread's with one ``Re:``."""
    own = "" if pen.followup.keep_subject else pen.template.subject
    if own and (text := one_line(_filled(pen, own))):
        return text
    base = one_line(pen.followup.subject)
    return base if base.casefold().startswith("re:") else f"Re: {base}".rstrip()


def _before_separator(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines above a signature, which is written once, from the voice's own."""
    cut = next((i for i, line in enumerate(lines) if line.rstrip() == _SEPARATOR.strip()), len(lines))
    return tuple(line for line in lines[:cut] if line)


def _paragraphs(text: str) -> str:
    """The text without blanks at line ends, and with single empty lines."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines_of(text)))


def _capitalised(text: str) -> str:
    """The text with a capital: some texts go on after a comma, and not every greeting ends with one."""
    return text[:1].upper() + text[1:]
