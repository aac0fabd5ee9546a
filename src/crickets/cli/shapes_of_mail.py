"""
The JSON of `classify`: one object a message, told in docs/json.md.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from crickets.domain.message import is_invented
from crickets.domain.remarks import Remarks
from crickets.reading import Reading

if TYPE_CHECKING:
    from crickets.cli.shapes import Json  # whose module loads the whole service, which here nobody needs


def classified(file: str, reading: Reading) -> Json:
    """
    What a message is and says.

    Where no mail could be made out `kind` is null, and nothing is concluded from whatever text there is.
    """
    message, letter = reading.message, reading.letter
    said = Remarks() if reading.unreadable else reading.remarks
    return {
        "file": file,
        "kind": None if reading.unreadable else reading.kind.value,
        "signals": [] if reading.unreadable else list(reading.signals),
        "language": said.language or None,
        "away_until": _day(said.away_until),
        "bounced": list(said.bounced),
        "text": letter.text,
        "quoted": letter.quoted,
        "signature": letter.signature,
        "phones": list(said.phones or ()),
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
        "pays_by": _day(said.pays_by),
        "attendance": None if said.attendance is None else said.attendance.value,
        "expects_answer": said.expectation.answer,
        "expects_answer_by": list(said.expectation.reasons),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
