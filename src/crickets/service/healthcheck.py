"""
When a sign of life is given: once every account has been looked at well since the last one.

So none comes where any account can't be read, and whoever waits for them raises the alarm. Knows passes by what was
counted of them; what is sent, and how, is `crickets.health`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic
from typing import Protocol

from crickets.errors import CricketsError, Surprise
from crickets.service.log import logger
from crickets.service.patience import Patience
from crickets.service.tally import Result, Tally

SELDOM = timedelta(minutes=1)
"""How long is waited from one to the next, however often mail moves."""


class Sign(Protocol):
    """A sign of life, to be given once."""

    def give(self) -> None:
        """Do it; blocks, and raises a `CricketsError` if it wasn't taken."""

    def interrupt(self) -> None:
        """End it, from another thread."""


@dataclass(slots=True, kw_only=True)
class Healthcheck:
    """
    Gives a `sign` when all `accounts` are well.

    What the `tally` knew already is no look of this one's: the accounts of a new config have yet to show that they can
    be read. A sign that isn't taken is given again, later and later, as long as all are well; that is told once. `sign`
    is made anew for each, as its address may have been changed where it's kept. One that isn't `lasting` is there for a
    single pass.
    """

    accounts: tuple[str, ...]
    tally: Tally
    sign: Callable[[], Sign]
    now: Callable[[], float] = monotonic
    lasting: bool = True
    _patience: Patience = field(init=False)
    _known: Mapping[str, int] = field(init=False)
    _not_before: float = field(default=0.0, init=False)
    _giving: Sign | None = field(default=None, init=False)
    _ended: bool = field(default=False, init=False)
    _failed: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._patience = Patience(account="[health]", event="healthcheck.failed", lasting=self.lasting)
        self._known = self._good_looks()

    def is_due(self) -> bool:
        """Whether all is well, and there has been a good look at each account since the last one; quick."""
        if self._ended or self.now() < self._not_before:
            return False
        records = {account: self.tally.of(account) for account in self.accounts}
        well = all(record.last is Result.GOOD for record in records.values())
        return well and all(record.passes[Result.GOOD] > self._known[a] for a, record in records.items())

    def see_to(self) -> None:
        """Give it; blocks for some seconds at most, and never raises."""
        known = self._good_looks()
        try:
            self._give()
        except Exception as error:  # noqa: BLE001 - its boundary: not even our own mistake is anything to the mail
            self._wait(error)
        else:
            self._known = known
            self._not_before = self.now() + SELDOM.total_seconds()
            self._renew()

    def interrupt(self) -> None:
        """End what is under way in another thread, and let nothing else begin."""
        self._ended = True
        if (sign := self._giving) is not None:  # read once: the other thread may just be done
            sign.interrupt()

    def _good_looks(self) -> Mapping[str, int]:
        return {account: self.tally.of(account).passes[Result.GOOD] for account in self.accounts}

    def _give(self) -> None:
        sign = self._giving = self.sign()
        try:
            if not self._ended:
                sign.give()
        finally:
            self._giving = None

    def _wait(self, error: Exception) -> None:
        if not self._ended:  # being told to stop is no failure
            pause = self._patience.after(error if isinstance(error, CricketsError) else _ours(error))
            self._not_before = self.now() + pause.total_seconds()
            self._failed = True

    def _renew(self) -> None:
        self._patience.renewed()
        if self._failed:
            logger().info("healthcheck.taken")
            self._failed = False


def _ours(error: Exception) -> Surprise:
    """A mistake of our own, by its kind alone: its words, and its traceback, may have the address in them."""
    what = f"a mistake of Crickets' own ({type(error).__name__}) kept the healthcheck from being given"
    return Surprise(what, remedy="It's worth a report.")
