"""What holds for every test: how hypothesis searches, and which fixtures are at hand.

Knows pytest and hypothesis; the mail servers themselves are the fixtures' business.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.servers import home as homes

pytest_plugins = ["pytester", "tests.servers.fixtures", "tests.skips", "tests.no_secret"]

# Busy cores say nothing about an example: no deadline, no "too slow". What hangs meets pytest's own time-out.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A change lands or falls by itself, not by the luck of the draw; the search for new examples goes on at home.
settings.register_profile("deterministic", settings.get_profile("dev"), derandomize=True)
settings.register_profile("ci", settings.get_profile("deterministic"), max_examples=200, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture
def in_the_open() -> Iterator[Path]:
    """A folder that no lock of the unit hides, as /tmp is hidden."""
    place = homes.new_home("sight", in_memory=True)
    if place.is_relative_to("/tmp"):
        pytest.skip("there is no /dev/shm")
    yield place
    homes.remove(place)
