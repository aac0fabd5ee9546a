"""
The config file as TOML values, or why it can't be read.

Knows files and TOML's grammar; must not know any key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from crickets.config.problems import REMEDY
from crickets.errors import ConfigError

_LARGEST = 512 << 10
_SLIP = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|(?P<end>end of document))\)")


_PLAINER = {
    "Illegal character '\\n'": "a string isn't closed on its line",
    'Expected "\'"': "a string isn't closed",
    "Unescaped '\\' in a string": "a backslash in double quotes; write it twice, or use single quotes",
    "Cannot overwrite a value": "this key, or its table, was given before",
    "Invalid value": "there is no value here; a text must stand in quotes",
    "Invalid statement": "neither a key, nor a table, nor a comment begins here",
}
"""Words of the parser, for who knows no grammar."""


def toml_at(path: Path) -> Mapping[str, object]:
    """The tables of a TOML file, in its order. Raises `ConfigError`."""
    return _parsed(path, _decoded(path, _bytes_at(path)))


def _bytes_at(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        remedy = "Run `crickets init` to make one, or name another with --config."
        raise ConfigError((f"{path}: there is no such file",), remedy=remedy) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "not a path"
        remedy = "See to it that it is a file which the user who runs Crickets may read."
        raise ConfigError((f"{path}: can't be read: {why}",), remedy=remedy) from error
    if len(content) > _LARGEST:
        raise _broken(path, f"is larger than {_LARGEST >> 10} KiB, too large for a config")
    return content


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")  # some editors put a mark in front, which TOML doesn't know
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _broken(path, f"line {line}: is not UTF-8, the encoding of TOML; save the file in it") from error


def _parsed(path: Path, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _broken(path, _slip(str(error), text)) from error
    except (ValueError, RecursionError) as error:
        # What the parser leaves to the interpreter: thousands of digits, thousands of brackets.
        raise _broken(path, "holds a number too long or brackets too deep to be read") from error


def _slip(words: str, text: str) -> str:
    """The parser's words with the place in front."""
    found = _SLIP.fullmatch(words)
    if found is None:
        return words
    what = _PLAINER.get(found["what"]) or found["what"][:1].lower() + found["what"][1:]
    if found["end"]:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
        return f"line {line}, column {column}, its end: {what}"
    return f"line {found['line']}, column {found['column']}: {what}"


def _broken(path: Path, what: str) -> ConfigError:
    return ConfigError((f"{path}: {what}",), remedy=REMEDY)
