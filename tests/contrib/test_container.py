"""The container file: what it copies is there and is enough, and what runs in it is nobody and may write one folder."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.service.running import ROOT

FILE = ROOT / "contrib" / "container" / "Containerfile"
_PATIENCE = 110.0


def stages() -> list[list[tuple[str, str]]]:
    """Each stage's instructions and their words, in their order."""
    text = re.sub(r"(?m)^#.*\n", "", FILE.read_text("utf-8")).replace("\\\n", " ")
    found: list[list[tuple[str, str]]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        instruction, _, words = line.partition(" ")
        if instruction == "FROM":
            found.append([])
        found[-1].append((instruction, " ".join(words.split())))
    return found


def last(instruction: str) -> str:
    """What the image says last with an instruction."""
    return [words for name, words in stages()[-1] if name == instruction][-1]


def copied() -> list[tuple[str, str]]:
    """What is copied from the sources, and where to."""
    pairs: list[tuple[str, str]] = []
    for name, words in stages()[0]:
        if name == "COPY":
            *sources, target = words.split()
            pairs += [(source, target) for source in sources]
    return pairs


def test_the_words() -> None:
    """Every instruction is one that there is, and both stages begin with the same plain image, no host named."""
    known = "FROM COPY RUN ENV VOLUME USER HEALTHCHECK STOPSIGNAL ENTRYPOINT CMD".split()
    images = [stage[0][1].split()[0] for stage in stages()]

    assert {name for stage in stages() for name, _ in stage} <= set(known)
    assert len(set(images)) == 1
    assert re.fullmatch(r"python:3\.\d+-slim", images[0])
    assert re.search(r"--(extra-)?index-url|--find-links|https?://", FILE.read_text("utf-8")) is None


def test_who_runs() -> None:
    """Nobody with a name, by number, which is how a container manager can tell that it isn't root."""
    user, group = last("USER").split(":")

    assert min(int(user), int(group)) > 1000
    assert f"-o {user} -g {group} /var/lib/crickets" in last("RUN")


def test_what_is_kept() -> None:
    """The one folder that is written is the ledger's, and lies on a volume."""
    environment = dict(pair.split("=", 1) for pair in last("ENV").split())

    assert json.loads(last("VOLUME")) == [environment["STATE_DIRECTORY"]]
    assert environment["CRICKETS_CONFIG"] == "/etc/crickets/config.toml"


@pytest.mark.parametrize(("instruction", "command"), [("ENTRYPOINT", ["crickets"]), ("CMD", ["run"])])
def test_what_is_started(instruction: str, command: list[str]) -> None:
    """The daemon itself, no shell before it: it's the first process, and hears SIGTERM."""
    assert json.loads(last(instruction)) == command
    assert last("STOPSIGNAL") == "SIGTERM"


def test_its_health() -> None:
    """It's a command of Crickets' own."""
    assert json.loads(last("HEALTHCHECK").partition("CMD ")[2]) == ["crickets", "status", "--json"]


def test_what_it_copies(tmp_path: Path) -> None:
    """It's all there, and enough for the wheel, which carries the units of systemd and the example config."""
    tree = tmp_path / "src"
    for source, target in copied():
        to = tmp_path / target.removeprefix("/")
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, to, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / source, to)

    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "wheels")]
    subprocess.run(build, cwd=tree, check=True, capture_output=True, timeout=_PATIENCE)

    [wheel] = (tmp_path / "wheels").iterdir()
    with zipfile.ZipFile(wheel) as packed:
        for name in ("crickets.service", "crickets@.service", "user/crickets.service"):
            assert packed.read(f"crickets/unit/systemd/{name}") == (ROOT / "systemd" / name).read_bytes()
        assert packed.read("crickets/config/config.example.toml") == (ROOT / "config.example.toml").read_bytes()
    assert (tree / "requirements" / "runtime.txt").is_file()
