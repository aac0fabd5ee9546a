"""
The owner's digest as the config has it: who sees to it, and what `status` tells of it from the ledger.

Loads what writes and sends one only where one is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crickets.service.application import Application
from crickets.service.ports import Ledger

if TYPE_CHECKING:
    from crickets.config.settings import DigestWish
    from crickets.service.digests import Digests, Way

THE_DIGEST = " "
"""Under which name the ledger keeps the digest's problem: no account of the config can have it."""


def digests_of(app: Application, *, lasting: bool = True) -> Digests | None:
    """Who sees to the digest, if the config wants one; if it wants none any more, its problem is none either."""
    wish = app.settings.digest
    if wish is None:
        if app.ledger.problem(THE_DIGEST):
            app.ledger.note_problem(THE_DIGEST, "", app.clock())
        return None
    from crickets.service.digests import Digests  # noqa: PLC0415 - see above

    return Digests(
        wish=wish,
        way=lambda: _way(app, wish),
        ledger=app.ledger,
        accounts=app.accounts,
        policy=app.settings.policy,
        clock=app.clock,
        lasting=lasting,
    )


def trouble_of_the_digest(ledger: Ledger) -> tuple[str, ...]:
    """Why the last digest didn't come, if so."""
    problem = ledger.problem(THE_DIGEST)
    return (f"the digest: {problem}",) if problem else ()


def _way(app: Application, wish: DigestWish) -> Way:
    """How it comes to the owner; secrets are fetched anew for each."""
    if wish.server is None:
        from crickets.service.digest_ways import ByImap  # noqa: PLC0415 - see above

        return ByImap(connect=lambda: app.connect(wish.account))
    from crickets.config.secrets import secret_of_smtp  # noqa: PLC0415 - see above
    from crickets.service.digest_ways import by_smtp  # noqa: PLC0415 - see above

    secret = secret_of_smtp(wish.server, config=app.settings.path, environment=app.environment)
    return by_smtp(wish, wish.server, secret)
