"""
A folder of labelled mail, as README.md beside this file tells its layout.

Knows files and labels; must not know how mail is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNSCORED = frozenset({"unknown", "malformed"})
"""Labels of mail that must be read without a crash, and of which nobody said what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """One mail of the folder: where it lies and what is known of it; empty what is not."""

    file: str
    label: str
    detail: str = ""
    source: str = ""
    language: str = ""
    via_list: bool = False
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCase:
    """A text, and what of it its author wrote anew."""

    set: str
    name: str
    text: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The folder."""

    root: Path
    specimens: tuple[Specimen, ...]
    quotes: tuple[QuoteCase, ...]

    def raw(self, specimen: Specimen) -> bytes:
        """The mail's bytes."""
        return (self.root / specimen.file).read_bytes()

    @property
    def scored(self) -> tuple[Specimen, ...]:
        """The mail of which somebody said what it is."""
        return tuple(one for one in self.specimens if one.label not in UNSCORED)

    @property
    def archive(self) -> tuple[Specimen, ...]:
        """The mail of which the thread is known."""
        return tuple(one for one in self.specimens if one.thread)


def corpus_in(root: Path) -> Corpus:
    """The corpus in a folder; raises `FileNotFoundError` if it has no labels, as for any other folder."""
    labels = (root / "labels.jsonl").read_text("utf-8").splitlines()
    return Corpus(
        root=root,
        specimens=tuple(_specimen(json.loads(line)) for line in labels if line.strip()),
        quotes=tuple(_quotes(root / "quotes.json")),
    )


def _specimen(told: dict[str, str]) -> Specimen:
    return Specimen(
        file=told["file"],
        label=told["label"],
        detail=told.get("detail", ""),
        source=told.get("source", ""),
        language=told.get("lang", ""),
        via_list=bool(told.get("via_list")),
        thread=told.get("thread", ""),
    )


def _quotes(file: Path) -> Iterator[QuoteCase]:
    for told in json.loads(file.read_text("utf-8")) if file.exists() else ():
        yield QuoteCase(set=told["set"], name=told["name"], text=told["text"], expected=told["expected"])
