"""
How long is waited before something is concluded of a draft; docs/drafts.md has the table.
"""

from __future__ import annotations

from datetime import timedelta

from crickets.domain.signs.scene import Scene, is_renewed
from crickets.domain.thread import Draft

APPEND_GRACE = timedelta(minutes=2)
"""
How long an APPEND whose answer was lost may still come to light, from the first look that misses its draft on.

Not from when it was intended: however slow the upload was, the server may be at it after the line or the process broke.
"""

SENT_GRACE = timedelta(minutes=10)
"""
How long a copy in Sent may lag behind the draft's going: clients delete first, and other devices sync late.

The trash is no shortcut: there are clients that put each former version there, and in the end the one that was sent.
"""

RENEWED_GRACE = timedelta(days=1)
"""The same after Drafts got a new UIDVALIDITY: what is missing may only not be back yet."""

PROBABLE = timedelta(hours=48)
"""How long after a draft was last seen a mail of the same subject to the same people passes for it, threading lost."""


def grace_of(draft: Draft, scene: Scene) -> timedelta:
    """How long a draft that can't be seen may yet come to light."""
    return RENEWED_GRACE if is_renewed(draft, scene) else SENT_GRACE
