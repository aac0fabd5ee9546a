"""
Telephone numbers as they are dialled.

Knows phonenumbers, its only home, loaded when it is first asked: its tables are large.
"""

from __future__ import annotations

import re


def dialled(text: str, region: str) -> str:
    """
    A number as E.164 writes it (``+39061234567``); `region` is the country it's in if it names none (ISO 3166-1).

    What is no number anywhere is given back as its digits: better dialled by hand than not shown.
    """
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse  # noqa: PLC0415 - see above

    try:
        return format_number(parse(text, region or None), PhoneNumberFormat.E164)
    except NumberParseException:
        return re.sub(r"[^\d+]", "", text)
