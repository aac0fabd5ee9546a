"""
What a mail's words say, as one JSON text, and back.

Knows how each remark is written down; parts that say nothing take no room. Must not know tables.
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from crickets.domain.message import Address
from crickets.domain.remarks import Attendance, Expectation, Remarks

_CACHED = 5_000


def packed_remarks(remarks: Remarks) -> str:
    """Remarks as one text."""
    told: dict[str, object] = {
        "language": remarks.language,
        "told_by_words": remarks.told_by_words,
        "away": remarks.away,
        "away_until": _day(remarks.away_until),
        "has_left": remarks.has_left,
        "write_instead": [[a.name, a.email] for a in remarks.write_instead],
        "promised": _day(remarks.promised),
        "pays_by": _day(remarks.pays_by),
        "bounced": list(remarks.bounced),
        "attendance": None if remarks.attendance is None else remarks.attendance.value,
        "expects": remarks.expectation.answer,
        "expects_by": list(remarks.expectation.reasons),
        "phones": None if remarks.phones is None else list(remarks.phones),
        "prints": list(remarks.prints),
        "quoted_prints": list(remarks.quoted_prints),
    }
    # False is a word on what a mail expects; elsewhere it's the same as silence.
    said = {key: value for key, value in told.items() if value or (key == "expects" and value is not None)}
    said |= {} if remarks.phones is not None else {"phones": None}
    return json.dumps(said, separators=(",", ":"))


@lru_cache(maxsize=_CACHED)
def unpacked_remarks(packed: str) -> Remarks:
    """The remarks again."""
    said = json.loads(packed)
    attendance = said.get("attendance")
    return Remarks(
        language=said.get("language", ""),
        told_by_words=said.get("told_by_words", False),
        away=said.get("away", False),
        away_until=_unpacked_day(said.get("away_until")),
        has_left=said.get("has_left", False),
        write_instead=tuple(Address(name=name, email=email) for name, email in said.get("write_instead", ())),
        promised=_unpacked_day(said.get("promised")),
        pays_by=_unpacked_day(said.get("pays_by")),
        bounced=tuple(said.get("bounced", ())),
        attendance=None if attendance is None else Attendance(attendance),
        expectation=Expectation(answer=said.get("expects"), reasons=tuple(said.get("expects_by", ()))),
        phones=None if said.get("phones", ()) is None else tuple(said.get("phones", ())),
        prints=tuple(said.get("prints", ())),
        quoted_prints=tuple(said.get("quoted_prints", ())),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _unpacked_day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
