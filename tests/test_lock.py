"""The lock files: whole, hashed, and silent about where anything is fetched from.

Reads pyproject.toml and requirements/ as text; asks no index.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: Mapping[str, Sequence[str]] = PROJECT["optional-dependencies"]

PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; [^\\]+)? \\")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?")
REMARK = re.compile(r" *#[^:/]*(?:requirements/runtime\.txt|the following command:)?")

lock = pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("runtime.txt", (*PROJECT["dependencies"], *EXTRAS["demo"])),
        ("dev.txt", (*PROJECT["dependencies"], *EXTRAS["demo"], *EXTRAS["dev"])),
        ("bench.txt", (*PROJECT["dependencies"], *EXTRAS["bench"])),
    ],
)


@lock
def test_what_the_project_needs(file: str, wanted: Sequence[str]) -> None:
    """Every library asked for is pinned, to a version within its bounds."""
    pinned = pins(file)

    unmet = [text for text in wanted if not is_met(Requirement(text), pinned)]

    assert unmet == []


@lock
def test_each_line(file: str, wanted: Sequence[str]) -> None:
    """A line is a pin, a hash or a remark: no index, no address, no path of a machine."""
    lines = (ROOT / "requirements" / file).read_text("utf-8").splitlines()

    others = [line for line in lines if not any(kind.fullmatch(line) for kind in (PIN, HASH, REMARK))]

    assert others == []


def test_the_two_files() -> None:
    """What the tests run on is what an owner installs, version for version."""
    runtime, dev = pins("runtime.txt"), pins("dev.txt")

    assert {name: dev.get(name) for name in runtime} == runtime


def pins(file: str) -> Mapping[str, frozenset[str]]:
    """Each library's versions; more than one where they differ by Python version."""
    text = (ROOT / "requirements" / file).read_text("utf-8")
    found: dict[str, frozenset[str]] = {}
    for pin in PIN.finditer(text):
        found[pin["name"]] = found.get(pin["name"], frozenset()) | {pin["version"]}
    return found


def is_met(wanted: Requirement, pinned: Mapping[str, frozenset[str]]) -> bool:
    """Whether the library is pinned, and only within its bounds; our own extras are other lines' business."""
    name = canonicalize_name(wanted.name)
    if name == PROJECT["name"]:
        return True
    versions = pinned.get(name, frozenset())
    return bool(versions) and all(wanted.specifier.contains(version) for version in versions)
