"""
Where a signature begins.

Knows RFC 3676 §4.3 and what phones add by themselves, by language; must not know quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crickets.reading.words import Words, any_of, spoken, table

_SIGNATURE_LINES = 30
_PHONE_NOTE_LINES = 8

_SEPARATOR = re.compile(r"\s?(?:--|\u2014)\s*\Z")

_SENT_WITH: Words = table(
    """
    en: sent from my | sent from mail | sent from outlook | sent from yahoo | sent from samsung |
        sent from proton | sent from windows | sent from aol | sent from gmail | sent from the |
        sent from a mobile | sent via | sent with | sent by my | sent on the go | get outlook for
    de: von meinem … gesendet | von meinem … aus gesendet | von … gesendet | gesendet von | gesendet mit |
        gesendet aus | diese nachricht wurde von meinem | outlook für … herunterladen
    it: inviato da | inviata da | inviato dal | inviato con | inviato tramite | scarica outlook
    pl: wysłane z | wysłano z | wysłana z | wysłany z | wysłane za pomocą | pobierz outlook
    is: sent úr | sent frá | sent með | sent í gegnum
    fr: envoyé de mon | envoyé depuis | envoyé à partir | envoyé avec | télécharger outlook | obtenez outlook
    es: enviado desde | enviado con | enviado de mi | obtener outlook
    nl: verzonden met | verzonden vanaf | verzonden vanuit | verzonden via | verstuurd met | verstuurd vanaf |
        verstuurd via | outlook voor … downloaden
    pt: enviado do | enviado da | enviado de | enviado a partir | enviado pelo | enviado com | obter o outlook
    sv: skickat från | skickades från | hämta outlook
    da: sendt fra | hent outlook
    no: sendt fra | få outlook
    fi: lähetetty | hanki outlook
    ru: отправлено с | отправлено из
    """
)
"""What mailers on phones write below a mail; the ellipsis stands for the device."""

_PHONE_NOTE = re.compile(rf"\W{{0,3}}(?:{any_of(spoken(_SENT_WITH))})\b.{{0,80}}\Z", re.IGNORECASE)


def is_phone_note(text: str) -> bool:
    """Whether a signature is only what a program wrote below the mail."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(_PHONE_NOTE.match(line[:200]) for line in lines)


def begins_signature(lines: Sequence[str], *, uses_own: int, at: int) -> bool:
    """Whether a signature begins at a line, where `uses_own` lines from it on stand together."""
    line = lines[at]
    if _SEPARATOR.match(line[:10]) and len(line.strip()) <= 2:
        return uses_own <= _SIGNATURE_LINES or line == "-- "
    below = sum(bool(other.strip()) for other in lines[at : at + uses_own])
    return below <= _PHONE_NOTE_LINES and bool(_PHONE_NOTE.match(line[:200]))
