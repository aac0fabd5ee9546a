"""
Which closing lines are for friends: a last notice about money doesn't end with an embrace.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_EMBRACES: Mapping[str, str] = {
    "en": "love|lots of love|hugs|xoxo",
    "it": "un (?:forte |grande |caro )?abbraccio|abbracci|ti abbraccio|un bacio(?:ne)?|baci|bacioni",
    "pl": "uściski|ściskam|buziaki|całuję",
    "is": "knús|faðmlag",
    "de": "alles liebe|in liebe|eine umarmung|ich umarme dich|fühl dich gedrückt|sei umarmt",
    "fr": "(?:gros(?:ses)? )?(?:bises|bisous)|je t['’]embrasse",
    "es": "un (?:fuerte |gran )?abrazo|abrazos|un beso|besos",
    "nl": "(?:veel )?liefs|(?:dikke )?(?:knuffel|kus)|kusjes",
    "pt": "(?:um )?(?:grande |forte )?abraços?|abs|abçs?|abrs|beijos?|beijinhos|bjs|bjos",
    "sv": "(?:många )?(?:kram|kramar)|puss(?: och kram)?",
}
"""By language, as a line begins with them: what is an embrace in one may be a name in another (Love, in Swedish)."""


def names_below_an_embrace(lines: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """What stands below an intimate closing, its writer's name as a rule; None where the letter has none such."""
    embrace = re.compile(rf"(?:{_EMBRACES.get(language, '(?!)')})(?![\w'’])", re.IGNORECASE)
    last = max((n for n, line in enumerate(lines) if embrace.match(line.strip())), default=None)
    return None if last is None else lines[last + 1 :]
