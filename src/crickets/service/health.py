"""
Who is told how the daemon is, as the config has it.

Loads what gives figures, and what asks a web server, only where that is wanted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NoReturn

from crickets.errors import ConfigError
from crickets.service.application import Application
from crickets.service.log import logger
from crickets.service.patience import Patience
from crickets.service.pulse import PULSE
from crickets.service.tally import Result, Tally
from crickets.service.threads import in_a_thread

if TYPE_CHECKING:
    from crickets.config.settings import HealthcheckUrl, Listening
    from crickets.health.listener import Listener
    from crickets.health.sign_of_life import SignOfLife
    from crickets.service.healthcheck import Healthcheck
    from crickets.service.once import Result as OneResult

GoesOn = Callable[[], Coroutine[Any, Any, object]]


def besides_of(app: Application, tally: Tally) -> Iterator[GoesOn]:
    """What goes on beside the accounts."""
    health = app.settings.health
    if health.metrics is not None:
        listener = _listener(app, tally, health.metrics)
        yield lambda: heard(listener)
    if health.healthcheck is not None:
        healthcheck = _healthcheck(app, tally, health.healthcheck)
        yield lambda: given(healthcheck)


def doubts_of(app: Application) -> tuple[str, ...]:
    """Why no sign of life could be given, by what the config and the environment say; nobody is asked for it."""
    healthcheck = app.settings.health.healthcheck
    if healthcheck is None:
        return ()
    try:
        _sign(app, healthcheck)
    except ConfigError as error:
        return tuple(f"{problem}. {error.remedy}" for problem in error.problems)
    return ()


async def heard(listener: Listener) -> NoReturn:
    """Give figures to whoever asks; an address that another has is told once, and tried again."""
    patience = Patience(account="[health]", event="metrics.failed")
    while True:
        try:
            await listener.run()
        except Exception as error:  # noqa: BLE001 - its boundary: not even our own mistake is anything to the mail
            await asyncio.sleep(patience.after(error).total_seconds())


async def given(healthcheck: Healthcheck, pulse: timedelta = PULSE) -> NoReturn:
    """Give a sign of life whenever one is due."""
    while True:
        await asyncio.sleep(pulse.total_seconds())
        if healthcheck.is_due():
            await in_a_thread(healthcheck.see_to, name="healthcheck", interrupt=healthcheck.interrupt)


def _listener(app: Application, tally: Tally, at: Listening) -> Listener:
    from crickets.health.exposition import CONTENT_TYPE, text_of  # noqa: PLC0415 - see the head of the page
    from crickets.health.listener import Listener  # noqa: PLC0415 - as above
    from crickets.service.measures import Measures  # noqa: PLC0415 - as above

    measures = Measures(
        accounts=app.accounts,
        tally=tally,
        ledger=app.ledger,
        policy=app.settings.policy,
        clock=app.clock,
        text_of=text_of,
    )
    return Listener(
        host=at.host,
        port=at.port,
        page=measures.page,
        content_type=CONTENT_TYPE,
        began=lambda port: logger().info("metrics.began", host=at.host, port=port),
    )


def _healthcheck(app: Application, tally: Tally, healthcheck: HealthcheckUrl, *, lasting: bool = True) -> Healthcheck:
    from crickets.service.healthcheck import Healthcheck  # noqa: PLC0415 - as above

    return Healthcheck(accounts=app.accounts, tally=tally, sign=lambda: _sign(app, healthcheck), lasting=lasting)


def _sign(app: Application, healthcheck: HealthcheckUrl) -> SignOfLife:
    """A sign of life; its address is read anew for each."""
    from crickets.config.secrets import healthcheck_url_of  # noqa: PLC0415 - as above
    from crickets.health.sign_of_life import SignOfLife  # noqa: PLC0415 - as above

    url = healthcheck_url_of(healthcheck, config=app.settings.path, environment=app.environment)
    return SignOfLife(url, healthcheck.tls_ca_file)


def tell_of_one_pass(app: Application, results: tuple[OneResult, ...]) -> None:
    """Give a sign of life after a pass over all accounts that went well everywhere: `once`, run by a timer."""
    healthcheck = app.settings.health.healthcheck
    if healthcheck is None:
        return
    tally = Tally(app.clock)
    giving = _healthcheck(app, tally, healthcheck, lasting=False)
    for each in results:
        good = each.outcome is not None and not each.outcome.doubts
        tally.passed(each.account, Result.GOOD if good else Result.FAILED, 0.0)
    if giving.is_due():
        giving.see_to()
