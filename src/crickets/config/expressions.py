"""
The owner's regular expressions: those that no subject, however it's written, can keep busy for long.

Python's `re` can't be interrupted, and holds up every account while it searches: what it's given is judged before.
"""

from __future__ import annotations

import re
import warnings
from math import inf

from crickets.config.ways import ways
from crickets.domain.policy import SUBJECT_LENGTH

_MOST_WAYS = SUBJECT_LENGTH**3
"""Some tenths of a second at worst: where it begins, and two repeats that can take what follows them."""


def expression(text: str) -> re.Pattern[str]:
    """A regular expression of Python's `re`; `ValueError` says why it's none to be used."""
    try:
        with warnings.catch_warnings(action="ignore"):  # of what may once mean something else: "[[a]"
            compiled = re.compile(text)
            found = ways(text, SUBJECT_LENGTH)
    except re.error as error:
        raise ValueError(f"is not a regular expression: {error}") from None
    except (OverflowError, RecursionError):
        raise ValueError("is a regular expression too large to be used") from None
    if found == inf:
        raise ValueError(
            'repeats what can fit the same letters in several ways, as "(a+)+" and "(a|a)*" do: a subject can be made '
            "that it is busy with for ever; write one + or * where there are two within each other, and alternatives "
            "that begin differently"
        )
    if found > _MOST_WAYS:
        raise ValueError(
            'has too many repeats that can share the same letters out, as ".*a.*b.*c" has: a subject can be made that '
            'it is busy with for long; write fewer of them, or such as end where the next part begins: "[^:]*:"'
        )
    return compiled
