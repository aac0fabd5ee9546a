"""What a Date field tells of its author's calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.reading.header.author_day import local_day
from crickets.reading.header.dates import date_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Tue, 3 Mar 2026 08:15:30 +0900", date(2026, 3, 3)),  # still Monday in UTC
        (b"Mon, 2 Mar 2026 22:15:00 -0500", date(2026, 3, 2)),  # Tuesday in UTC
        (b"Mon, 2 Mar 2026 22:15:00 EST", date(2026, 3, 2)),
        (b"Thu, 31 Dec 2026 23:59:60 +0530", date(2026, 12, 31)),
        (b"1 Jan 26 00:30 +0100", date(2026, 1, 1)),
        (b"Mon, 2 Mar 2026 10:15:00", date(2026, 3, 2)),
        (b"Mon, 2 Mar 2026 10:15:00 +9999", None),
        (b"Mon, 31 Feb 2026 10:15:00 +0100", None),
        (b"Thu, 1 Jan 1970 00:00:00 +0100", None),
        (b"soon", None),
        (b"", None),
    ],
)
def test_the_day_at_the_authors(raw: bytes, expected: date | None) -> None:
    """It's the day that the field itself says, wherever that is."""
    assert local_day(raw) == expected


@given(raw=st.one_of(st.binary(max_size=80), st.binary(max_size=20).map(b"Mon, 2 Mar 2026 10:15:00 ".__add__)))
def test_any_bytes_at_all(raw: bytes) -> None:
    """No field makes it fail; a day is told where a moment is, and never further than one from it."""
    day, moment = local_day(raw), date_of(raw)
    assert (day is None) == (moment is None)
    assert day is None or moment is None or abs((day - moment.date()).days) <= 1
