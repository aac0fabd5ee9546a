"""The words of a command: atoms, strings, literals and lists of such (RFC 3501 section 9)."""

from __future__ import annotations

import re
from typing import TypeGuard

from tests.servers.profiles.framing import Parts
from tests.servers.profiles.moments import Refusal

Word = bytes | list["Word"]

_TOKEN = re.compile(
    rb"""\s* (?:
      (?P<open>\() | (?P<close>\))
    | " (?P<quoted> (?: [^"\\] | \\. )* ) "
    | (?P<atom> BODY (?:\.PEEK)? \[ [^\]]* \] (?: < [\d.]+ > )? | [^\s()"]+ )
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)


def words(parts: Parts) -> list[Word]:
    """The words of a command's parts, lists nested."""
    outermost: list[Word] = []
    open_lists = [outermost]
    for number, part in enumerate(parts):
        if number % 2:
            open_lists[-1].append(part)
        else:
            _read(part, open_lists)
    if len(open_lists) != 1:
        raise Refusal("BAD Parentheses don't match")
    return outermost


def _read(text: bytes, open_lists: list[list[Word]]) -> None:
    """The words of a text, put where they belong."""
    text = text.rstrip()
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if not token:
            raise Refusal("BAD Unreadable")
        at = token.end()
        _put(token, open_lists)


def _put(token: re.Match[bytes], open_lists: list[list[Word]]) -> None:
    match token.lastgroup:
        case "open":
            deeper: list[Word] = []
            open_lists[-1].append(deeper)
            open_lists.append(deeper)
        case "close":
            if len(open_lists) == 1:
                raise Refusal("BAD Parentheses don't match")
            open_lists.pop()
        case "quoted":
            open_lists[-1].append(_ESCAPE.sub(rb"\1", token["quoted"]))
        case _:
            open_lists[-1].append(token["atom"])


def text(word: Word) -> str:
    """A word that is none of a list."""
    if isinstance(word, list):
        raise Refusal("BAD A list where a word is wanted")
    return word.decode("utf-8", "surrogateescape")


def texts(word: Word) -> tuple[str, ...]:
    """The words of a list, or the one that stands there without its parentheses."""
    return tuple(text(each) for each in word) if is_list(word) else (text(word),)


def is_list(word: Word) -> TypeGuard[list[Word]]:
    """Whether the word is a list in parentheses."""
    return isinstance(word, list)
