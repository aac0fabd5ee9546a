"""
The main job to look at: an embedded IMAP server, a sample mailbox, and people who act by a script.

Only server, clock and people are scripted; everything Crickets does is done by the very code that runs in earnest.
"""

from crickets.demo.story import Chapter, LaidDraft, story

__all__ = ["Chapter", "LaidDraft", "story"]
