"""
The capital of courtesy in an Italian text: *La ringrazio*, *una Sua risposta*, *potrò esserLe utile*.

Knows in which places the built-in texts speak to their reader; must not know what they are filled with: it's put into a
template, where no subject and no name stands yet.
"""

from __future__ import annotations

import re

_VERBS = "ho|è|fosse|viene|convince|serve|ringrazio|prego|chiedo|chiamo|propongo|manderò|auguro"
"""Before these *la* and *le* are a person; before anything else they are articles."""
_COURTESY = re.compile(
    rf"\b(?:lei|su[aoe]|suoi|gliel[aeio]|voi|vi|ve|vostr[aoei]|(?<!ve )l[ae](?= (?:{_VERBS})\b))\b|"
    r"(?<=\w[aei]r)(?:le|vi)\b"
)


def with_capitals(template: str) -> str:
    """The template with a capital wherever it speaks to its reader in the polite form, or to several."""
    return _COURTESY.sub(lambda found: found[0].capitalize(), template)
