"""
The text of a unit: as it's shipped, for the program and the config of this machine, and signed.

The signature is a line at the end that tells a unit which nobody has touched from one that its owner has changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from crickets.errors import CricketsError, ExitCode
from crickets.unit.place import Place, Scope

_STARTS = re.compile(r"^ExecStart=.*$", re.MULTILINE)
_SECRETS = re.compile(r"^EnvironmentFile=.*$", re.MULTILINE)
_SIGNATURE = re.compile(r"# Written by `crickets service install`; untouched as long as this holds: ([0-9a-f]{16})\n\Z")
_UNFIT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_UNFIT_FOR_PROGRAMS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\"'\\]")
_BARE = re.compile(r"[\w@%+=:,./~-]+", re.ASCII)


class Unnameable(CricketsError):
    """A path that no unit can name."""

    exit_code = ExitCode.USAGE


class Origin(Enum):
    """What the file of a unit is."""

    MISSING = "missing"
    CURRENT = "current"
    OTHER = "older"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a unit starts: a program with the words before its options, and the config that it's to read."""

    program: tuple[str, ...]
    config: Path


def shipped(place: Place) -> str:
    """The unit as it comes with Crickets."""
    folder = files("crickets.unit").joinpath("systemd")
    if place.scope is Scope.USER:
        folder = folder.joinpath("user")
    return folder.joinpath(place.template).read_text("utf-8")


def unit_text(place: Place, start: Start) -> str:
    """The unit for this machine, signed; raises `Unnameable`."""
    _require_names(start)
    config = "/etc/crickets/%i/config.toml" if place.owner else _word(str(start.config))
    program = " ".join((_word(start.program[0], is_program=True), *map(_word, start.program[1:])))
    body = _with(_STARTS, f"ExecStart={program} --config {config} run", shipped(place))
    if not place.owner:
        body = _with(_SECRETS, f"EnvironmentFile=-{_path(start.config.with_name('.env'))}", body)
    return signed(body)


def signed(body: str) -> str:
    """The text with its signature."""
    return f"{body}# Written by `crickets service install`; untouched as long as this holds: {_sum(body)}\n"


def origin_of(path: Path, place: Place) -> Origin:
    """
    What lies at a unit's path: none, one as this version would write it, one of ours by another version, or an owner's.

    Raises `OSError` if it can't be read.
    """
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return Origin.CHANGED if path.is_symlink() else Origin.MISSING
    body = _SIGNATURE.sub("", text)
    if body in {text, ""} and text != shipped(place):
        return Origin.CHANGED
    if body != text and signed(body) != text:
        return Origin.CHANGED
    return Origin.CURRENT if _for_nobody(body) == _for_nobody(shipped(place)) else Origin.OTHER


def program_of(text: str) -> str:
    """The program that a unit starts, as far as it can be told."""
    found = re.search(r'^ExecStart=(?:"((?:[^"\\]|\\.)*)"|(\S+))', text, re.MULTILINE)
    if found is None:
        return ""
    return (re.sub(r"\\(.)", r"\1", found[1]) if found[1] else found[2]).replace("%%", "%")


def config_in(text: str, owner: str = "") -> Path | None:
    """The config that a unit names for its `owner`; None where it names none."""
    found = re.search(r'^ExecStart=.* --config (?:"((?:[^"\\]|\\.)*)"|(\S+)) run$', text, re.MULTILINE)
    if found is None:
        return None
    word = re.sub(r"\\(.)", r"\1", found[1]) if found[1] is not None else found[2]
    return Path(re.sub(r"%%|%i|\$\$", lambda told: {"%i": owner}.get(told[0], told[0][0]), word))


def _require_names(start: Start) -> None:
    """A line break would begin a line of its own, and a program's name has neither quote nor backslash for systemd."""
    for path, unfit in ((start.program[0], _UNFIT_FOR_PROGRAMS), (str(start.config), _UNFIT)):
        if unfit.search(path):
            raise Unnameable(
                f"{path!r} can't be named in a unit, for what its path holds.",
                remedy="Move it to a path of letters, digits and blanks.",
            )


def _for_nobody(body: str) -> str:
    """The text without what differs from machine to machine."""
    return _SECRETS.sub("", _STARTS.sub("", body))


def _with(line: re.Pattern[str], new: str, body: str) -> str:
    return line.sub(lambda _: new, body)  # as it is: a backslash in a path is no group of the pattern


def _sum(body: str) -> str:
    return sha256(body.encode()).hexdigest()[:16]


def _word(text: str, *, is_program: bool = False) -> str:
    """A word of a command line (systemd.service(5), "Command Lines"); of a program's path no variable is expanded."""
    told = text.replace("%", "%%")
    if not is_program:
        told = told.replace("$", "$$")
    if _BARE.fullmatch(told):
        return told
    return '"' + told.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(path: Path) -> str:
    """A path that is all of a value: quotes would be part of it, specifiers are expanded, and it's a glob(7)."""
    return re.sub(r"([\\*?\[])", r"\\\1", str(path)).replace("%", "%%")
