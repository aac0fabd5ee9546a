"""
Another account in a config that is there: its table at the end, its address among the owner's, all else as it was.

Knows TOML as its owner wrote it, comments and all; what comes of it is read back, and is right or isn't used.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from tempfile import mkstemp

from crickets.config.places import env_file
from crickets.config.problems import REMEDY
from crickets.config.source import toml_at
from crickets.errors import ConfigError, LedgerUnusable
from crickets.own_folder import leave_to
from crickets.setup.first_config import Answers, account_text, env_text, quoted, readers_at

_ADDRESSES = re.compile(r"^[ \t]*(?:me[ \t]*\.[ \t]*)?addresses[ \t]*=[ \t]*\[", re.MULTILINE)
_MOST = 200
"""So many closing brackets are tried for the end of a list: one may stand in a comment."""


def with_account(path: Path, answers: Answers, *, own: bool) -> str:
    """
    The text of the config at a path with another account; its address is added unless it's the owner's `own` already.

    Raises `ConfigError`, with the lines that are to be added by hand, where that can't be done in what is there.
    """
    before, text = toml_at(path), path.read_bytes().decode("utf-8-sig")
    table = account_text(answers, registered=_is_registered(before, answers))
    wanted, whole = _wanted(before, table, "" if own else answers.address), f"{text.rstrip()}\n\n{table}"
    for each in [whole] if own else _with_address(whole, answers.address):
        if _values(each) == wanted:
            return each
    by_hand = f"{table}and in [me]: addresses = [ …, {quoted(answers.address)}]"
    raise ConfigError((f"{path}: can't be added to by a program, as it's written",), remedy=f"Add by hand:\n{by_hand}")


def with_secrets(config: Path, secrets: Mapping[str, str]) -> str:
    """The text of the `.env` beside a config with more secrets."""
    path = env_file(config)
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise LedgerUnusable(f"{path} can't be read: {why}", remedy=f"Mend it, or move it away: {path}.") from error
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{env_text(secrets)}"


def rewrite(path: Path, text: str) -> None:
    """Have a file say this: all of it or nothing, for the same readers; for its owner's alone if it's new."""
    path = path.resolve()
    try:
        readers, there = readers_at(path), path.stat() if path.exists() else None
        descriptor, made = mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            leave_to(there or path.parent.stat(), descriptor)
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as beside:
                beside.write(text)
                beside.flush()
                os.fchmod(beside.fileno(), there.st_mode & 0o777 if there else readers.file)
                os.fsync(beside.fileno())
            Path(made).replace(path)
        finally:
            Path(made).unlink(missing_ok=True)
    except OSError as error:
        raise LedgerUnusable(
            f"{path} can't be written: {error.strerror}",
            remedy="Check that your user may write there and that the disk has room.",
        ) from error


def _is_registered(before: Mapping[str, object], answers: Answers) -> bool:
    oauth = before.get("oauth")
    return isinstance(oauth, dict) and answers.client is not None and answers.client.provider.value in oauth


def _wanted(before: Mapping[str, object], table: str, address: str) -> Mapping[str, object]:
    wanted = {key: deepcopy(value) for key, value in before.items()}
    for room, more in tomllib.loads(table).items():
        there = wanted.setdefault(room, {})
        if not isinstance(there, dict):
            raise ConfigError((f"{room}: must be a table",), remedy=REMEDY)
        there.update(more)
    if address:
        me = wanted["me"]
        assert isinstance(me, dict)  # the config was loaded before
        me["addresses"] = [*me["addresses"], address]
    return wanted


def _with_address(text: str, address: str) -> Iterator[str]:
    """The text with the address at each place where a list of addresses may end, in the forms that may fit there."""
    quoted_address = quoted(address)
    for found in _ADDRESSES.finditer(text):
        for number, end in enumerate(re.finditer(r"[ \t]*\]", text[found.end() :])):
            if number == _MOST:
                break
            at, closes = found.end() + end.start(), found.end() + end.end() - 1
            if text[at - 1] == "\n":
                yield f"{text[:at]}{text[at:closes]}    {quoted_address},\n{text[at:]}"
            yield f"{text[:at]}, {quoted_address}{text[at:]}"
            yield f"{text[:at]} {quoted_address}{text[at:]}"


def _values(text: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
