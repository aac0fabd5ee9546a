"""
What a mail's calendar parts say: that a calendar wrote it, and what an invited person answers.

Knows RFC 5545 (its lines and parameters), 5546 (methods), 6047 (their mail) and Outlook's classes of meeting mail;
must not know dates or whose calendar it is. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crickets.domain.message import Kind
from crickets.domain.remarks import Attendance
from crickets.domain.subject import is_reply
from crickets.reading.body.mime import Part
from crickets.reading.kinds.clues import PROOF, STRONG, Clue
from crickets.reading.kinds.titles import at_start
from crickets.reading.words import Words, spoken, table

_TYPES = frozenset({"text/calendar", "text/x-vcalendar"})
_FILES = frozenset({"application/ics", "text/calendar", "text/x-vcalendar"})
_TNEF = "application/ms-tnef"

_METHODS = frozenset({"request", "reply", "cancel", "counter", "declinecounter", "refresh", "add"})
"""RFC 5546 §1.4. PUBLISH is none that a calendar answers: it's how an event is attached to a letter."""
_ANSWERS = frozenset({"reply", "counter"})
_SCHEDULING = frozenset({"request", "cancel", "add"})
"""What a person may hand on in a letter of their own."""

_FOLD = re.compile(rb"\r?\n[ \t]")
_METHOD = re.compile(rb"^method[ \t]*:[ \t]*([a-z]{3,20})", re.IGNORECASE | re.MULTILINE)
_ATTENDEE = re.compile(
    rb"^attendee((?:;[a-z0-9-]{1,40}=(?:\"[^\"\r\n]{0,300}\"|[^\";:\r\n]{0,300})){0,20}+):([^\r\n]{0,400})",
    re.IGNORECASE | re.MULTILINE,
)
_PARTSTAT = re.compile(rb";(?:partstat|status)=\"?([a-z-]{1,20})", re.IGNORECASE)
_EVENT_ENDS = re.compile(rb"^end:v(?:event|todo|journal)", re.IGNORECASE | re.MULTILINE)
_ATTENDEES_LIMIT = 200

_MEANINGS: Mapping[str, Attendance] = {
    "accepted": Attendance.ACCEPTED,
    "declined": Attendance.DECLINED,
    "tentative": Attendance.TENTATIVE,
    "confirmed": Attendance.ACCEPTED,
}
"""PARTSTAT of RFC 5545 §3.2.12, and STATUS of vCalendar 1.0; the rest is no answer."""

_OUTLOOK = re.compile(rb"IPM\.(?:Microsoft Schedule\.Mtg|Schedule\.Meeting\.)(Resp\.?[A-Z]|Req|Cncl|Cance)")
"""The message class in winmail.dat ([MS-OXTNEF] §2.1.3.3, attMessageClass)."""
_OUTLOOK_ANSWERS: Mapping[bytes, Attendance] = {
    b"P": Attendance.ACCEPTED,
    b"N": Attendance.DECLINED,
    b"A": Attendance.TENTATIVE,
    b"T": Attendance.TENTATIVE,
}
_OUTLOOK_LIMIT = 16 * 1024

_ACCEPTED: Words = table(
    """
    en: accepted: | event invitation reply (accepted): | accepted invitation:
    de: zugesagt: | angenommen: | antwort auf termineinladung (angenommen):
    it: accettato: | accettata:
    pl: zaakceptowano: | zaakceptowane: | zaakceptowany: | zaakceptowana:
    is: samþykkt:
    fr: accepté : | accepté: | acceptée : | acceptée:
    es: aceptado: | aceptada:
    nl: geaccepteerd:
    pt: aceite: | aceito: | aceita:
    sv: accepterat: | accepterad: | godkänt:
    da: accepteret:
    no: godtatt: | akseptert:
    fi: hyväksytty:
    cs: přijato: | potvrzeno:
    sk: prijaté:
    hu: elfogadva:
    ro: acceptat:
    tr: kabul edildi:
    ru: принято: | принята:
    uk: прийнято:
    el: αποδοχή:
    ja: 承諾: | 承諾済み:
    zh: 已接受: | 接受:
    ko: 수락: | 수락됨:
    """
)
_DECLINED: Words = table(
    """
    en: declined: | event invitation reply (declined): | declined invitation:
    de: abgelehnt: | antwort auf termineinladung (abgelehnt):
    it: rifiutato: | rifiutata: | declinato:
    pl: odrzucono: | odrzucone: | odrzucony: | odrzucona:
    is: hafnað:
    fr: refusé : | refusé: | refusée : | refusée: | décliné :
    es: rechazado: | rechazada:
    nl: geweigerd: | afgewezen:
    pt: recusado: | recusada:
    sv: avböjt: | avvisat: | tackat nej:
    da: afslået: | afvist:
    no: avslått:
    fi: hylätty: | kieltäydytty:
    cs: odmítnuto:
    sk: odmietnuté:
    hu: elutasítva: | visszautasítva:
    ro: refuzat:
    tr: reddedildi:
    ru: отклонено: | отклонена:
    uk: відхилено:
    el: απόρριψη:
    ja: 辞退:
    zh: 已拒绝: | 拒绝: | 已謝絕:
    ko: 거절: | 거절됨:
    """
)
_TENTATIVE: Words = table(
    """
    en: tentative: | tentatively accepted: | maybe:
    de: mit vorbehalt: | vorläufig zugesagt: | vielleicht:
    it: provvisorio: | accettato provvisoriamente: | forse:
    pl: wstępna akceptacja: | wstępnie zaakceptowano: | może:
    fr: provisoire : | provisoire: | accepté provisoirement : | peut-être :
    es: provisional: | quizás:
    nl: voorlopig: | onder voorbehoud: | misschien:
    pt: provisório: | provisória: | talvez:
    sv: preliminärt: | kanske:
    da: foreløbig: | måske:
    no: foreløpig: | kanskje:
    fi: alustava: | ehkä:
    cs: nezávazně: | možná:
    hu: feltételes: | talán:
    ru: под вопросом:
    ja: 仮承諾:
    zh: 暂定:
    ko: 미정:
    """
)
"""How Outlook, Google and Mozilla title the three answers."""

_TITLES = tuple(
    (at_start(spoken(words), ""), answer)
    for words, answer in (
        (_TENTATIVE, Attendance.TENTATIVE),
        (_DECLINED, Attendance.DECLINED),
        (_ACCEPTED, Attendance.ACCEPTED),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A calendar part: its method in small letters, whether that stands in the part's own type, its lines unfolded."""

    part: Part
    method: str
    is_declared: bool
    lines: bytes


def calendar_clues(parts: Sequence[Part], *, subject: str, text: str) -> tuple[Clue, ...]:
    """
    What in a mail's parts shows that a calendar wrote it: a method of RFC 5546 in a part of RFC 6047.

    An .ics file that a person attached has no method in its type (RFC 6047 §2.4 asks for one); nor does the letter
    around an invitation that a person hands on stop being a letter.
    """
    has_words = _says_something(text)
    return (*_of_sheets(parts, has_words=has_words, is_answer=is_reply(subject)), *_of_outlook(parts))


def attendance_of(parts: Sequence[Part], *, sender: str = "", subject: str = "") -> Attendance | None:
    """
    What the sender of a calendar mail answers to an invitation, or None.

    By METHOD:REPLY and the sender's PARTSTAT; then by Outlook's class; then by the title, if calendar parts bear it
    out or nothing else does: give no subject where the mail is no calendar's.
    """
    answers = (sheet for sheet in _sheets(parts, _FILES) if sheet.method in _ANSWERS)
    said = (_answer_of(sheet.lines, sender.casefold()) for sheet in answers)
    return next(filter(None, said), None) or _outlook_answer(parts) or _titled(subject)


def _of_sheets(parts: Iterable[Part], *, has_words: bool, is_answer: bool) -> Iterator[Clue]:
    for sheet in _sheets(parts, _TYPES):
        is_file = sheet.part.is_attachment
        is_handed_on = is_answer and sheet.method in _SCHEDULING
        if sheet.method not in _METHODS or (is_file and has_words and (is_handed_on or not sheet.is_declared)):
            continue
        yield Clue(kind=Kind.CALENDAR, weight=STRONG if is_file else PROOF, shown=f"text/calendar: {sheet.method}")


def _of_outlook(parts: Iterable[Part]) -> Iterator[Clue]:
    for match in _outlook_classes(parts):
        yield Clue(kind=Kind.CALENDAR, weight=PROOF, shown=f"winmail.dat: {match[0].decode().casefold()}")


def _sheets(parts: Iterable[Part], types: frozenset[str]) -> Iterator[_Sheet]:
    for part in parts:
        if part.type in types:
            lines = _FOLD.sub(b"", part.octets())
            inner = _METHOD.search(lines)
            declared = part.parameters.get("method", "").strip().casefold()
            method = declared or (inner[1].decode("ascii").casefold() if inner else "")
            yield _Sheet(part=part, method=method, is_declared=bool(declared), lines=lines)


def _answer_of(lines: bytes, sender: str) -> Attendance | None:
    """
    The answer in the first event: the sender's own, else the only one that there is.

    A reply has a single attendee (RFC 5546 §3.2.3), but some calendars list all of them.
    """
    end = _EVENT_ENDS.search(lines)
    event = lines[: end.start()] if end else lines
    answers: dict[str, Attendance] = {}
    for number, match in enumerate(_ATTENDEE.finditer(event)):
        status = _PARTSTAT.search(match[1])
        meaning = _MEANINGS.get(status[1].decode("ascii").casefold()) if status else None
        if meaning and number < _ATTENDEES_LIMIT:
            answers[match[2].decode("utf-8", "replace").strip().casefold().removeprefix("mailto:")] = meaning
    if sender in answers:
        return answers[sender]
    return next(iter(answers.values())) if len(set(answers.values())) == 1 else None


def _outlook_classes(parts: Iterable[Part]) -> Iterator[re.Match[bytes]]:
    for part in parts:
        match = _OUTLOOK.search(part.octets(_OUTLOOK_LIMIT)) if part.type == _TNEF else None
        if match:
            yield match


def _outlook_answer(parts: Iterable[Part]) -> Attendance | None:
    answers = (_OUTLOOK_ANSWERS.get(match[1][-1:]) for match in _outlook_classes(parts) if match[1].startswith(b"Resp"))
    return next(filter(None, answers), None)


def _titled(subject: str) -> Attendance | None:
    return next((answer for title, answer in _TITLES if title.match(subject)), None)


def _says_something(text: str) -> bool:
    """Whether a letter has words of its own before what it hands on."""
    first = next((line.strip() for line in text[:2000].split("\n") if line.strip()), "")
    return bool(first) and not first.startswith(("--", "__", ">", "==", "**"))
