"""
The words of several messages at a time, as far as the server tells them plainly.

Knows how many octets may be under way at once; must not know whose words they are. What is left out here is asked for
by itself, and told of then.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from crickets.domain.mailbox import Uid
from crickets.mailbox.bulk import Told
from crickets.mailbox.fetch import Fetched
from crickets.mailbox.wire import Asked, Conversation

_MOST_OCTETS = 1 << 22
"""How much is asked for at once; with what is asked ahead, twice as much is the most that is ever held."""

_IN_PLACE_OF_ONE_GONE = b"From: System Administrator <root@localhost>\r\nSubject: message unavailable\r\n"
"""What Courier shows of a message that somebody expunged since the folder was opened (docs/quirks.md)."""


def body_in(told: Fetched | None) -> bytes | None:
    """The message that was told, or None if it isn't there."""
    body = told.body if told else None
    return None if body is not None and body.startswith(_IN_PLACE_OF_ONE_GONE) else body


def beginnings(
    conversation: Conversation, still_open: Callable[[], bool], uids: Sequence[Uid], *, limit: int
) -> Iterator[tuple[Uid, bytes]]:
    """So many octets of each of the messages that the server shows, while the folder is `still_open`."""
    told, size, wanted = Told(), max(1, _MOST_OCTETS // limit), frozenset(uids)
    told.want(wanted)
    asked: deque[Asked] = deque()
    for begin in range(0, len(uids), size):
        if not still_open():
            break
        asked.append(_ask(conversation, uids[begin : begin + size], limit, told))
        if len(asked) > 1:
            yield from _told_by(conversation, asked.popleft(), told, wanted)
    for each in asked:
        yield from _told_by(conversation, each, told, wanted)


def _ask(conversation: Conversation, uids: Sequence[Uid], limit: int, told: Told) -> Asked:
    listed = b",".join(b"%d" % uid for uid in uids)
    command = b"UID FETCH %b (UID BODY.PEEK[]<0.%d>)" % (listed, limit)
    return conversation.begin(command, told, scanner=told.scan, bound=limit)


def _told_by(
    conversation: Conversation, asked: Asked, told: Told, wanted: AbstractSet[Uid]
) -> Iterator[tuple[Uid, bytes]]:
    """What has come by the end of a command: of what another asked for too, perhaps."""
    conversation.answer_to(asked)
    come = {uid: body_in(each) for uid, each in told.of.items() if uid in wanted}
    told.forget(tuple(told.of))
    for uid, body in come.items():
        if body is not None:
            yield uid, body
