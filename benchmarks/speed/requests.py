"""
What is asked of each message, as the items of a FETCH.
"""

from __future__ import annotations

from crickets.mailbox.headers import FIELDS


def _asking_for(fields: str) -> str:
    return f"(UID FLAGS INTERNALDATE BODY.PEEK[HEADER.FIELDS ({fields})])"


THE_FIELDS = _asking_for(
    "MESSAGE-ID IN-REPLY-TO REFERENCES FROM SENDER REPLY-TO TO CC SUBJECT DATE AUTO-SUBMITTED LIST-ID PRECEDENCE"
)
"""The fields that matter to whoever wants threads: what the limit is measured by, whatever Crickets asks for."""

OUR_FIELDS = _asking_for(" ".join(FIELDS).upper())
"""What Crickets asks for."""
