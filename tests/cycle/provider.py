"""What tests at a provider have at hand: the mailbox from behind, a moment to act at, and what became of a draft.

The providers are profiles of our own server (tests/servers/profiles): the other device is at the mailbox itself.
"""

from __future__ import annotations

from collections.abc import Callable

from crickets.domain.thread import DraftState, Thread
from tests.cycle.stage import Stage
from tests.fakes.mailbox import MemoryMailbox
from tests.servers.profiles.moments import Cut, Interference, Moment, Phase
from tests.servers.profiles.server import ProfileServer


def behind(stage: Stage) -> MemoryMailbox:
    """The mailbox itself, as another device or the provider's web client has it."""
    assert isinstance(stage.box.server, ProfileServer)
    return stage.box.server.mailbox(stage.box.user)


def known_thread(stage: Stage) -> Thread:
    """The only thread that is followed, as the ledger has it."""
    name = stage.verdict().thread
    with stage.application() as app:
        known = app.ledger.thread(name)
    assert known is not None
    return known


def fate(stage: Stage) -> DraftState:
    """What is known of the last draft."""
    return known_thread(stage).drafts[-1].state


def once(call: str, phase: Phase, act: Callable[[], object]) -> Interference:
    """An interference: at this command, the first time it is said."""
    left = [Moment(call=call, phase=phase)]

    def interfere(moment: Moment) -> None:
        if moment in left:
            left.clear()
            act()

    return interfere


def cut() -> None:
    """The line breaks."""
    raise Cut
