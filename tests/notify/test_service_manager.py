"""What the service manager hears, by the protocol of sd_notify(3)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from crickets.notify.service_manager import ServiceManager
from tests.notify.sockets import Ear, an_ear_in_a_file, an_ear_without_a_file

AnEar = Callable[[], AbstractContextManager[Ear]]


@pytest.mark.parametrize("an_ear", [an_ear_in_a_file, an_ear_without_a_file], ids=["in a file", "abstract"])
def test_all_its_words(an_ear: AnEar) -> None:
    """Each is one datagram, on either kind of socket."""
    with an_ear() as ear:
        manager = ServiceManager.of({"NOTIFY_SOCKET": ear.address})
        manager.status("work: 3 threads")
        manager.ready()
        manager.alive()
        manager.starting_still(timedelta(seconds=90))
        manager.reloading(12.5)
        manager.stopping()
        heard = ear.hear_for(0.1)

    assert heard == (
        "STATUS=work: 3 threads",
        "READY=1",
        "WATCHDOG=1",
        "EXTEND_TIMEOUT_USEC=90000000",
        "RELOADING=1\nMONOTONIC_USEC=12500000",
        "STOPPING=1",
    )


def test_a_status_of_many_lines() -> None:
    """Only the first is told: what follows a line break would be taken for another word of the protocol."""
    with an_ear_in_a_file() as ear:
        ServiceManager.of({"NOTIFY_SOCKET": ear.address}).status("work: well\nREADY=1")

        assert ear.hear(1) == "STATUS=work: well"


def test_a_status_that_is_no_text() -> None:
    """A path of bytes that are no UTF-8 is told as far as it goes: a reload that is refused for it ends nothing."""
    with an_ear_in_a_file() as ear:
        ServiceManager.of({"NOTIFY_SOCKET": ear.address}).status("config refused: /d\udce4n/config.toml")

        assert ear.hear(1) == "STATUS=config refused: /d\\udce4n/config.toml"


def test_no_manager() -> None:
    """Started by hand, nobody is told and nothing fails."""
    ServiceManager.of({}).ready()


def test_a_manager_that_has_gone() -> None:
    """A socket that nobody listens on is no reason to fail."""
    with an_ear_in_a_file() as ear:
        manager = ServiceManager.of({"NOTIFY_SOCKET": ear.address})
    manager.ready()


@pytest.mark.parametrize(
    ("environment", "every"),
    [
        ({"WATCHDOG_USEC": "120000000"}, timedelta(seconds=60)),
        ({"WATCHDOG_USEC": "120000000", "WATCHDOG_PID": "4711"}, timedelta(seconds=60)),
        ({"WATCHDOG_USEC": "120000000", "WATCHDOG_PID": "4712"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({}, None),
    ],
    ids=["asked for", "asked of us", "asked of another process", "switched off", "nonsense", "nobody waits"],
)
def test_the_watchdog(environment: dict[str, str], every: timedelta | None) -> None:
    """A sign of life comes twice in the time that is asked for, where it's asked of this process."""
    assert ServiceManager.of(environment, pid=4711).watchdog_every == every
