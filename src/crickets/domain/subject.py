"""
What a subject is about, once the marks that mail programs put around it are taken off.

Knows RFC 5256 §2.1 and the prefixes of mail programs in many languages; must not know messages or threads.
"""

from __future__ import annotations

import re
import unicodedata

_REPLY = (
    "re aw antw antwort sv vs odp odpověď rif ris rsp res resp rép réponse respuesta resposta risposta vá válasz"
    " ynt yanıt cevap ats atb odg απ απάντηση отв ответ на відп השב תגובה"
    " رد 回复 回覆 答复 答覆 返信 回信 답장 회신 ตอบ"
)
_FORWARD = (
    "fw fwd wg tr vb vl fs pd rv enc inoltro doorst doorgestuurd ilt prosl továbbítás πρθ пересл fvb videresendt"
    " הועבר 转发 轉寄 轉發 転送 전달"
)
_MACHINE = (
    "automatic reply|auto reply|auto-reply|autoreply|out of office|out of the office|out-of-office|ooo"
    "|automatische antwort|abwesenheitsnotiz|abwesend|réponse automatique|absence du bureau|risposta automatica"
    "|fuori sede|fuori ufficio|respuesta automática|fuera de la oficina|resposta automática|automatisch antwoord"
    "|automatiskt svar|automatisk svar|autosvar|automaattinen vastaus|automatická odpověď|odpowiedź automatyczna"
    "|automatikus válasz|otomatik yanıt|răspuns automat|автоответ|автоматический ответ|sjálfvirkt svar"
    "|自动答复|自动回复|自動回覆|自動返信|undeliverable|unzustellbar|accepted|declined|tentative"
)
"""What Exchange, Gmail and vacation programs put before the subject they answer."""

_MARKS = "|".join(re.escape(mark) for mark in sorted((_REPLY + " " + _FORWARD).split(), key=len, reverse=True))
_COUNT = r"(?:\s*[\[(^]\s*\d{1,3}\s*[\])]?|\s*\d{1,2}(?=\s*[:：]))?"  # Re[2]: Re^2: Re(2): Re2:
_COLON = r"[ \t\u00a0]*[:：]"  # French puts a space before it, CJK programs a full-width one

# `R:` and `I:` are Italian Outlook's; a single letter counts in capitals only ("r: a language" is a subject).
_PREFIX = re.compile(rf"\s*(?:(?i:{_MARKS})|R|I){_COUNT}{_COLON}|\s*(?i:{_MACHINE}){_COLON}")
_TAG = re.compile(r"\s*\[[^\[\]]*\]\s*")
_TRAILER = re.compile(r"(?i:\s*\((?:fwd?|fw)\)\s*$)")
_WRAPPED = re.compile(r"(?i:^\s*\[fwd?:(.*)\]\s*$)", re.DOTALL)
_LONGEST = 1000
"""No subject is worth more: RFC 5322 §2.1.1 allows 998 characters a line."""


def base_subject(subject: str) -> str:
    """
    The subject as two mails of one conversation share it: without prefixes, ``[tags]`` and ``(fwd)``.

    RFC 5256 §2.1, with the prefixes of other languages and of machines. A subject that is nothing but a tag is kept.
    """
    return _bare(subject, tags=True)


def unprefixed(subject: str) -> str:
    """
    The subject as a reply repeats it behind its own ``Re:``: without prefixes, its ``[tags]`` kept.

    Gmail opens a new conversation when a reply changes the subject, so all that its author wrote stays.
    """
    return _bare(subject, tags=False)


def is_reply(subject: str) -> bool:
    """Whether a subject bears the mark of a reply or a forward."""
    return base_subject(subject) != _without_tags(_spaced(subject))


def width(subject: str) -> int:
    """How much a subject says, in columns: an ideograph says as much as two letters (UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in subject)


def _bare(subject: str, *, tags: bool) -> str:
    text = _without_marks(_spaced(subject), tags=tags)
    while wrapped := _WRAPPED.match(text):
        text = _without_marks(wrapped[1].strip(), tags=tags)
    return text


def _spaced(subject: str) -> str:
    """White space as single blanks, controls gone: step 1 of RFC 5256 §2.1."""
    text = subject[:_LONGEST]
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())


def _without_marks(text: str, *, tags: bool) -> str:
    """Steps 2 to 5: trailers and leaders, over and over."""
    while True:
        shorter = _without_leader(_TRAILER.sub("", text), tags=tags)
        if shorter == text:
            return text
        text = shorter


def _without_leader(text: str, *, tags: bool) -> str:
    """One prefix less, or one tag less if something is left behind it."""
    if prefix := _PREFIX.match(text):
        return text[prefix.end() :].strip()
    return _without_tag(text) if tags else text


def _without_tags(text: str) -> str:
    while (shorter := _without_tag(text)) != text:
        text = shorter
    return text


def _without_tag(text: str) -> str:
    tag = _TAG.match(text)
    return text[tag.end() :] if tag and tag.end() < len(text) else text
