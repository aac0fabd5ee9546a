"""
How mail programs mark a signature in HTML.

Knows the classes, ids and names that their makers use; must not know what a page's text says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SIGNATURE = re.compile(
    r"gmail_signature(?!_)|mobile-signature|(?:^|[\s_-])signature$|(?:^|\s)(?:x_)?(?:moz-signature|_rc_sig|sig|"
    r"AppleMailSignature|messageSignatureSection|ydp[0-9a-f]{4,12}signature|protonmail_signature_block)(?:$|\s)",
    re.IGNORECASE,
)
"""Gmail's, Outlook's (on the web and on phones), Thunderbird's, Apple's, Yahoo's, Proton's, Spark's, Roundcube's."""


def marks_signature(attributes: Mapping[str, str]) -> bool:
    """Whether an element is said to be a signature."""
    return any(_SIGNATURE.search(attributes[key]) for key in ("class", "id", "name") if key in attributes)
