"""Several things asked at once."""

from __future__ import annotations

from threading import Event
from time import monotonic

import pytest

from crickets.errors import Transient
from crickets.setup.at_once import as_they_come

AWAY = Transient("away", remedy="later")


def fails() -> str:
    """What is nobody's mistake."""
    raise AWAY


def stumbles() -> str:
    """A mistake of ours."""
    raise LookupError("ours")


def test_what_comes_in_time() -> None:
    """The quickest is told first, a failure among them; who is still at it when the time is up is left behind."""
    never, begun = Event(), monotonic()

    def waits() -> str:
        never.wait(30)
        return "late"

    came = dict(as_they_come((waits, fails, lambda: "here"), within=0.3))

    assert came == {1: AWAY, 2: "here"}
    assert monotonic() - begun < 5
    never.set()


def test_a_mistake_of_ours() -> None:
    """It keeps its traceback."""
    with pytest.raises(LookupError, match="ours"):
        list(as_they_come((stumbles,), within=5))


def test_nothing_to_ask() -> None:
    """Then nothing comes, at once."""
    assert list(as_they_come((), within=5)) == []
