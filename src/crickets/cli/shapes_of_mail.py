"""
The JSON of `classify`: one object a message, told in docs/json.md.
"""

from __future__ import annotations

from datetime import date

from crickets.cli.shapes import Json
from crickets.domain.message import is_invented
from crickets.domain.remarks import Remarks
from crickets.reading import Reading


def classified(file: str, reading: Reading) -> Json:
    """What a message is and says; `kind` is null where no mail could be made out."""
    message, letter, said = reading.message, reading.letter, reading.remarks
    return {
        "file": file,
        "kind": None if reading.unreadable else reading.kind.value,
        "signals": list(reading.signals),
        "language": said.language or None,
        "away_until": _day(said.away_until),
        "bounced": list(said.bounced),
        "text": letter.text,
        "quoted": letter.quoted,
        "signature": letter.signature,
        "phones": list(said.phones),
        "message_id": None if is_invented(message.id) else message.id,
        "parents": list(message.parents),
        **_further(said),
    }


def _further(said: Remarks) -> Json:
    return {
        "away": said.away,
        "has_left": said.has_left,
        "write_instead": [address.email for address in said.write_instead],
        "promised": _day(said.promised),
        "attendance": None if said.attendance is None else said.attendance.value,
        "expects_answer": said.expectation.answer,
        "expects_answer_by": list(said.expectation.reasons),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
