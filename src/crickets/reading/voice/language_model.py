"""
The model that tells languages apart, in half the room that it takes otherwise, and a quarter while it's loaded.

Knows how py3langid lays its tables into its file, and what it does with them; must not know which languages matter.
A test holds what this makes of them to what py3langid makes of the whole.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Collection, Iterator
from importlib.resources import files
from io import BytesIO
from lzma import LZMAFile

import numpy as np
import numpy.typing as npt
from py3langid.langid import MODEL_FILE, LanguageIdentifier

_Table = npt.NDArray[np.generic]

_LETTERS = 256
_ALIKE = 32
"""How many rows are taken together: they stand in their order in the file, and so beside others much like them."""

_MOST_KNOWN = 1 << 16
"""How many moves are kept at hand: those of a few thousand letters, and six megabytes."""

_BEFORE_A_FILE = struct.Struct("<26xHH")
"""What stands before each file of an archive: at its end, how long its name is, and what comes behind that."""


def model_of(languages: Collection[str]) -> LanguageIdentifier:
    """The model of these languages."""
    packed = files("py3langid").joinpath(MODEL_FILE).read_bytes()
    with LZMAFile(BytesIO(packed)) as tables:
        weights, chances, classes = (_table(tables, name) for name in ("ptc", "pc", "classes"))
        wanted = np.nonzero(np.isin(classes, list(languages)))[0]
        weights = np.ascontiguousarray(weights[:, wanted])
        moves = _Moves(_groups(tables, "nextmove"))
        rows, features = (_table(tables, name).tobytes() for name in ("nextmove_row", "out_feat"))
    return LanguageIdentifier(
        weights,
        chances[wanted],
        classes[wanted].tolist(),
        moves,
        array("i", features),
        norm_probs=True,
        tk_row=array("H", rows),
    )


class _Moves(dict[int, int]):
    """
    To which state a letter leads, by 256 times a row's number plus the letter.

    Among rows that are alike one way is the usual one: only what is other is kept, 7 MB in all in place of 39. To find
    it there takes ten times as long as at hand, where it is from then on: in a language few letters stand side by side.
    """

    def __init__(self, groups: Iterator[_Table]) -> None:
        super().__init__()
        self._usual, self._letters, self._states, self._begins = array("I"), bytearray(), array("I"), array("I", [0])
        for rows in groups:
            usual = np.sort(rows, axis=0)[len(rows) // 2]
            self._usual.frombytes(usual.tobytes())
            self._keep(rows, rows != usual)

    def _keep(self, rows: _Table, other: npt.NDArray[np.bool_]) -> None:
        ends = len(self._letters) + np.cumsum(np.count_nonzero(other, axis=1))
        self._begins.frombytes(ends.astype(np.uint32).tobytes())
        self._letters += np.nonzero(other)[1].astype(np.uint8).tobytes()
        self._states.frombytes(rows[other].tobytes())

    def __missing__(self, place: int) -> int:
        row, letter = divmod(place, _LETTERS)
        found = self._letters.find(letter, self._begins[row], self._begins[row + 1])
        state = self._usual[row // _ALIKE * _LETTERS + letter] if found < 0 else self._states[found]
        if len(self) < _MOST_KNOWN:
            self[place] = state
        return state


def _table(tables: LZMAFile, name: str) -> _Table:
    """The next table, which is that one."""
    _begin(tables, name)
    table: _Table = np.lib.format.read_array(tables)
    return table


def _groups(tables: LZMAFile, name: str) -> Iterator[_Table]:
    """The next table, which is that one and has a row of all letters for each state, some rows at a time."""
    _begin(tables, name)
    np.lib.format.read_magic(tables)
    shape, _, kind = np.lib.format.read_array_header_1_0(tables)
    row, left = _LETTERS * kind.itemsize, int(np.prod(shape)) * kind.itemsize
    while left:
        octets = tables.read(min(_ALIKE * row, left))
        yield np.frombuffer(octets, kind).reshape(-1, _LETTERS).astype(np.uint32)
        left -= len(octets)


def _begin(tables: LZMAFile, name: str) -> None:
    """Go to where a table begins, in an archive whose files aren't packed once more."""
    length, more = _BEFORE_A_FILE.unpack(tables.read(_BEFORE_A_FILE.size))
    found = tables.read(length + more)[:length]
    if found != f"{name}.npy".encode():
        raise ValueError(f"py3langid's model holds {found!r} where {name} should be")
