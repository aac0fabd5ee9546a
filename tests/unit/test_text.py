"""The unit for this machine: which lines are its own, and that systemd reads from it what was meant."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from crickets.unit.place import Place, Scope, system_place, user_place
from crickets.unit.text import Origin, Start, Unnameable, origin_of, program_of, shipped, unit_text

START = Start(program=("/opt/crickets/bin/crickets",), config=Path("/etc/crickets/config.toml"))
PLACES = {
    "a user's": Place(scope=Scope.USER, folder=Path("/home/dana/.config/systemd/user")),
    "the machine's": system_place(),
    "an owner's": system_place("dana"),
}


def lines(text: str, key: str) -> list[str]:
    """The lines of a unit that set a key."""
    return [line for line in text.splitlines() if line.startswith(f"{key}=")]


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_what_is_this_machines(place: Place) -> None:
    """The program, and the config where it isn't the owner's by name; all else is as it's shipped."""
    before, after = shipped(place).splitlines(), unit_text(place, START).splitlines()

    changed = [line.partition("=")[0] for line in after if line not in before]

    assert changed[0] == "ExecStart"
    assert changed[1:] == [
        "# Written by `crickets service install`; untouched as long as this holds: " + after[-1][-16:]
    ]
    assert len(after) == len(before) + 1


def test_a_config_elsewhere() -> None:
    """The `.env` is sought beside it, as by the commands."""
    start = Start(program=START.program, config=Path("/srv/mail/crickets.toml"))

    assert lines(unit_text(system_place(), start), "EnvironmentFile") == ["EnvironmentFile=-/srv/mail/.env"]


def test_of_several_owners() -> None:
    """One text serves all of them."""
    assert unit_text(system_place("dana"), START) == unit_text(system_place("bruno"), START)


@pytest.mark.parametrize(
    ("path", "as_program", "as_word"),
    [
        ("/opt/crickets", "/opt/crickets", "/opt/crickets"),
        ("/a b/c", '"/a b/c"', '"/a b/c"'),
        ("/100%/c", "/100%%/c", "/100%%/c"),
        ("/$HOME/c", '"/$HOME/c"', '"/$$HOME/c"'),
        ("/caffè", '"/caffè"', '"/caffè"'),
    ],
)
def test_words(path: str, as_program: str, as_word: str, tmp_path: Path) -> None:
    """They are written so that systemd reads them back as they are; and so do we."""
    text = unit_text(system_place(), Start(program=(path,), config=Path(path)))

    assert lines(text, "ExecStart") == [f"ExecStart={as_program} --config {as_word} run"]
    assert program_of(text) == path


def test_a_config_with_quotes() -> None:
    """In an argument they are escaped; in the path of the `.env`, which is a glob, backslashes are."""
    text = unit_text(system_place(), Start(program=START.program, config=Path('/a "b"/\\n*/config.toml')))

    assert lines(text, "ExecStart") == [
        'ExecStart=/opt/crickets/bin/crickets --config "/a \\"b\\"/\\\\n*/config.toml" run'
    ]
    assert lines(text, "EnvironmentFile") == ['EnvironmentFile=-/a "b"/\\\\n\\*/.env']


@pytest.mark.parametrize(
    ("program", "config"),
    [
        ("/a\nExecStartPre=/bin/rm/c", "/c"),
        ('/a"b/crickets', "/c"),
        ("/a\\b/crickets", "/c"),
        ("/a", "/a\nExecStartPre=/bin/rm/c"),
        ("/a", "/\udcff/c"),
    ],
)
def test_a_path_that_no_unit_can_name(program: str, config: str) -> None:
    """It's refused: a line break in it would be a line of the unit."""
    with pytest.raises(Unnameable):
        unit_text(system_place(), Start(program=(program,), config=Path(config)))


def test_an_odd_program(tmp_path: Path) -> None:
    """What systemd itself finds there is a program that can be run, and no variable."""
    if (analyze := shutil.which("systemd-analyze")) is None:
        pytest.skip("systemd-analyze is not installed: `python -m tests.servers.provision`")
    program = tmp_path / "caffè 100% $HOME" / "crickets"
    program.parent.mkdir()
    shutil.copy(shutil.which("true") or "/bin/true", program)
    unit = tmp_path / "crickets.service"
    unit.write_text(unit_text(system_place(), Start(program=(str(program),), config=program)))

    verdict = subprocess.run([analyze, "verify", unit], capture_output=True, text=True, check=False, timeout=60)

    assert (verdict.returncode, verdict.stderr) == (0, "")


@pytest.mark.parametrize(
    ("there", "origin"),
    [
        (None, Origin.MISSING),
        (unit_text(system_place(), START), Origin.CURRENT),
        (unit_text(system_place(), Start(program=("/usr/bin/crickets",), config=Path("/c"))), Origin.CURRENT),
        (shipped(system_place()), Origin.CURRENT),
        (unit_text(system_place("dana"), START), Origin.OTHER),
        (unit_text(system_place(), START) + "\n", Origin.CHANGED),
        ("[Service]\nExecStart=/bin/true\n", Origin.CHANGED),
        ("", Origin.CHANGED),
    ],
)
def test_whose_it_is(there: str | None, origin: Origin, tmp_path: Path) -> None:
    """It's told by the signature alone; the shipped text needs none."""
    place = system_place(folder=tmp_path)
    if there is not None:
        place.path.write_text(there)

    assert origin_of(place.path, place) is origin


def test_a_masked_unit(tmp_path: Path) -> None:
    """A link to nothing, or to nowhere, is its owner's word."""
    place = system_place(folder=tmp_path)
    for target in ("/dev/null", tmp_path / "gone"):
        place.path.unlink(missing_ok=True)
        place.path.symlink_to(target)
        assert origin_of(place.path, place) is Origin.CHANGED


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOME": "/home/dana"}, "/home/dana/.config/systemd/user"),
        ({"HOME": "/home/dana", "XDG_CONFIG_HOME": "/srv/config"}, "/srv/config/systemd/user"),
        ({"HOME": "/home/dana", "XDG_CONFIG_HOME": "config"}, "/home/dana/.config/systemd/user"),
    ],
)
def test_where_a_users_unit_lies(environment: dict[str, str], folder: str) -> None:
    """Where systemd looks for it (systemd.unit(5))."""
    assert user_place(environment).folder == Path(folder)
