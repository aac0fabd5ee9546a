"""
Headers and the facts of mails as bytes, on their way between two processes of ours.

A frozen dataclass packs itself field by field, which takes as long as reading the mail did: here it's its values alone.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import IO, Any, TypeVar

from crickets.domain.mailbox import RawHeader
from crickets.domain.message import Address, Message

_Facts = TypeVar("_Facts", RawHeader, Message)


def send(things: Sequence[Any], line: IO[bytes]) -> None:
    """Put values on the line, at once."""
    pickler = pickle.Pickler(line, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = copyreg.dispatch_table | {Address: _unmade}
    pickler.dump(things)
    line.flush()


def received(line: IO[bytes]) -> Any:  # noqa: ANN401 - whatever was sent
    """What comes next on the line; `EOFError` at its end. Only ever a line to a process of ours."""
    return pickle.load(line)  # noqa: S301 - see above


def taken_apart(facts: Iterable[_Facts]) -> list[tuple[Any, ...]]:
    """The values of each, in the order of its fields."""
    return [_VALUES[type(each)](each) for each in facts]


def put_together(kind: type[_Facts], values: Iterable[tuple[Any, ...]]) -> tuple[_Facts, ...]:
    """The facts of such values."""
    names = _NAMES[kind]
    return tuple([kind(**dict(zip(names, each, strict=True))) for each in values])


def _unmade(address: Address) -> tuple[Any, ...]:
    return _address, (address.name, address.email)


def _address(name: str, email: str) -> Address:
    return Address(name=name, email=email)


_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (RawHeader, Message)}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}
