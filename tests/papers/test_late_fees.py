"""The reference rates that pages and messages name are the bank's: who copies one asks a client for money by it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from crickets.config.late_fees import reference_rates
from crickets.domain.late_fee import ECB_RATES
from tests.papers.pages import PAGES, ROOT, page

_RATE = re.compile(r"(\d{4}-\d\d-\d\d) = (\d[\d.]*)")
_TEXTS = (*(page(name) for name in PAGES), (ROOT / "config.example.toml").read_text("utf-8"))
_KNOWN = {rate.on: rate.percent for rate in ECB_RATES}


def test_no_page_names_a_rate_that_nobody_knows() -> None:
    """Each one given as an example is one of the table's."""
    named = [found for text in _TEXTS for found in _RATE.findall(text)]

    assert named
    assert [on for on, percent in named if _KNOWN.get(date.fromisoformat(on)) != Decimal(percent)] == []


def test_a_message_names_none_either() -> None:
    """The same of what is told of a config that is wrong."""
    with pytest.raises(ValueError, match="such as") as told:
        reference_rates("2.15")

    [(on, percent)] = _RATE.findall(str(told.value))
    assert _KNOWN[date.fromisoformat(on)] == Decimal(percent)
