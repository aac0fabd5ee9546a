"""SEARCH, as far as Crickets and its owner's mail clients use it (RFC 3501 section 6.4.4): all keys must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.fakes.mailbox import Lying
from tests.servers.mail import Mail
from tests.servers.profiles.moments import Refusal
from tests.servers.profiles.profile import Profile
from tests.servers.profiles.view import View
from tests.servers.profiles.words import Word, text

_Key = Callable[[Lying], bool]
_FIELDS = {"FROM", "TO", "CC", "SUBJECT"}
_FLAGS = {"SEEN", "DRAFT", "FLAGGED", "ANSWERED", "DELETED"}


def found(view: View, profile: Profile, asked: list[Word]) -> list[int]:
    """The UIDs of the messages for which all keys hold, ascending."""
    keys = list(_keys(iter([text(word) for word in asked]), view, profile))
    return [m.uid for m in view.chosen("1:*", by_uid=True) if all(key(m) for key in keys)]


def _keys(words: Iterator[str], view: View, profile: Profile) -> Iterator[_Key]:
    for word in words:
        yield _key(word.upper(), words, view, profile)


def _key(name: str, rest: Iterator[str], view: View, profile: Profile) -> _Key:
    """The key of that name; what it needs of the words after it is taken from them."""
    if name == "UID":
        uids = {message.uid for message in view.chosen(next(rest), by_uid=True)}
        return lambda message: message.uid in uids
    if name == "NOT":
        other = _key(next(rest).upper(), rest, view, profile)
        return lambda message: not other(message)
    if name in _FIELDS:
        return _holding(name, next(rest))
    if name == "HEADER":
        return _header(next(rest), next(rest), profile)
    return _flagged(name)


def _header(field: str, part: str, profile: Profile) -> _Key:
    if profile.search_header:
        raise Refusal(profile.search_header)
    return _holding(field, part)


def _holding(field: str, part: str) -> _Key:
    return lambda message: part.casefold() in Mail(message.raw).header(field).casefold()


def _flagged(name: str) -> _Key:
    if name == "ALL":
        return lambda _message: True
    wanted, flag = not name.startswith("UN"), name.removeprefix("UN")
    if flag not in _FLAGS:
        raise Refusal(f"BAD Unknown SEARCH key {name}")
    return lambda message: (f"\\{flag.capitalize()}" in message.flags) is wanted
