from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crickets.reading.header.dates import date_of


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type] # as many parts as the case gives


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Mon, 2 Mar 2026 10:15:30 +0100", _utc(2026, 3, 2, 9, 15, 30)),
        (b"2 Mar 2026 10:15 -0530", _utc(2026, 3, 2, 15, 45)),
        (b"Mon, 02 Mar 2026 10:15:00 GMT", _utc(2026, 3, 2, 10, 15)),
        (b"Mon, 2 Mar 2026 10:15:00 +0000 (UTC)", _utc(2026, 3, 2, 10, 15)),
        (b"Mon, 2 Mar 2026 10:15:00 EST", _utc(2026, 3, 2, 15, 15)),
        (b"Mon, 2 Mar 2026 10:15:00 PDT", _utc(2026, 3, 2, 17, 15)),
        (b"Mon, 2 Mar 2026 10:15:00 Z", _utc(2026, 3, 2, 10, 15)),
        (b"Mon, 2 Mar 2026 10:15:00 A", _utc(2026, 3, 2, 10, 15)),  # military: unknown, so UTC (RFC 5322 4.3)
        (b"Mon, 2 Mar 2026 10:15:00", _utc(2026, 3, 2, 10, 15)),
        (b"2 Mar 04 10:15:00 +0000", _utc(2004, 3, 2, 10, 15)),
        (b"2 Mar 98 10:15:00 +0000", _utc(1998, 3, 2, 10, 15)),
        (b"Sat, 31 Dec 2016 23:59:60 +0000", _utc(2016, 12, 31, 23, 59, 59)),
        (b"Mon, 2 Mar 2026 10:15:00 +9999", None),
        (b"Mon, 31 Feb 2026 10:15:00 +0000", None),
        (b"Mon, 2 Mar 2026 25:15:00 +0000", None),
        (b"Thu, 1 Jan 1970 00:00:00 +0000", None),
        (b"Sat, 1 Jan 0000 00:00:00 +0000", None),
        (b"Fri, 31 Dec 9999 23:59:59 -1200", None),
        (b"2 Mar 99999999999999999999 10:15:00", None),
        (b"yesterday", None),
        (b"", None),
        (b"\xff\x00\xfe", None),
        (b"Mon, 2 Foo 2026 10:15:00 +0000", None),
    ],
)
def test_a_date_field(raw: bytes, expected: datetime | None) -> None:
    """It tells a moment in UTC, or none where it tells an impossible one."""
    assert expected == date_of(raw)
