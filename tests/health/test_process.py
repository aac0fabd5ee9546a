"""What the process takes of the machine, by /proc/self."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client.process_collector import ProcessCollector

from crickets.health.process import process_figures
from crickets.service.clock import system_clock

STAT = "7 (a) b) S 1 7 7 0 -1 4194560 1 0 0 0 250 150 0 0 20 0 1 0 4000 29331456 5802 18446744073709551615 1 1 0 0\n"
LIMITS = """\
Limit                     Soft Limit           Hard Limit           Units
Max processes             unlimited            unlimited            processes
Max open files            {most}                20000                files
"""


def told(now: datetime, process: Path) -> dict[str, float]:
    """Every figure by its name."""
    return {sample.name: sample.value for family in process_figures(now, process) for sample in family.samples}


@pytest.fixture
def process(tmp_path: Path) -> Path:
    """A process as the kernel tells of it, in a /proc in which there is nothing else, as in the hardened unit."""
    (tmp_path / "fd").mkdir()
    for number in range(3):
        (tmp_path / "fd" / str(number)).touch()
    (tmp_path / "stat").write_text(STAT)
    (tmp_path / "limits").write_text(LIMITS.format(most=1024))
    return tmp_path


def test_where_processes_alone_are_seen(process: Path) -> None:
    """Nothing more is needed; a name with a bracket in it misleads nobody."""
    figures = told(datetime(2026, 11, 21, tzinfo=UTC), process)

    assert figures.pop("process_start_time_seconds") < 1_795_219_200
    assert figures.pop("process_resident_memory_bytes") % 5802 == 0
    assert figures == {
        "process_cpu_seconds_total": 4,
        "process_virtual_memory_bytes": 29331456,
        "process_open_fds": 3,
        "process_max_fds": 1024,
    }


def test_no_limit(process: Path) -> None:
    """It's told as what is more than any number."""
    (process / "limits").write_text(LIMITS.format(most="unlimited"))

    assert told(system_clock(), process)["process_max_fds"] == float("inf")


def test_no_proc(tmp_path: Path) -> None:
    """Nothing is told; elsewhere than on Linux there is none."""
    assert told(system_clock(), tmp_path) == {}


def test_beside_the_librarys_own() -> None:
    """This very process, by the same names and to the same figures, as far as they stand still."""
    own = {
        sample.name: sample.value for family in ProcessCollector(registry=None).collect() for sample in family.samples
    }
    ours = told(system_clock(), Path("/proc/self"))

    assert own.keys() == ours.keys()
    assert ours["process_start_time_seconds"] == pytest.approx(own["process_start_time_seconds"], abs=2)
    assert ours["process_virtual_memory_bytes"] == pytest.approx(own["process_virtual_memory_bytes"], rel=0.2)
    assert ours["process_max_fds"] == own["process_max_fds"]
