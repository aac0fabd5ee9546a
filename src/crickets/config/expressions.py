"""
The owner's regular expressions: those that no subject, however it's written, can keep busy without end.

Python's `re` can't be interrupted, and holds up every account while it searches: what it's given is judged before.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from importlib import import_module
from typing import Any

_FEW = 10
"""So many repetitions in each other are soon through."""


def expression(text: str) -> re.Pattern[str]:
    """A regular expression of Python's `re`; `ValueError` says why it's none to be used."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of what may once mean something else: "[[a]"
            compiled = re.compile(text)
            endless = _repeats_repeats(_parsed(text))
    except re.error as error:
        raise ValueError(f"is not a regular expression: {error}") from None
    except (OverflowError, RecursionError):
        raise ValueError("is a regular expression too large to be used") from None
    if endless:
        raise ValueError(
            'repeats what is repeated itself, as "(a+)+" does: a subject can be made that it is busy with for ever; '
            "write it with one + or * where there are two within each other"
        )
    return compiled


def _parsed(text: str) -> Any:  # noqa: ANN401 - the standard library's own, which has no types
    return import_module("re._parser").parse(text)


def _repeats_repeats(parsed: Any, *, repeated: bool = False) -> bool:  # noqa: ANN401 - as above
    for operation, argument in parsed:
        name = str(operation)
        again = name in {"MAX_REPEAT", "MIN_REPEAT"} and argument[1] > _FEW
        if again and repeated:
            return True
        # What is taken once and for all, by "a++" or "(?>a)", is never tried another way.
        within = (repeated or again) and name not in {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}
        if any(_repeats_repeats(part, repeated=within) for part in _parts(argument)):
            return True
    return False


def _parts(argument: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """The patterns that something is made of."""
    if isinstance(argument, tuple | list):
        for each in argument:
            yield from _parts(each)
    elif hasattr(argument, "getwidth"):
        yield argument
