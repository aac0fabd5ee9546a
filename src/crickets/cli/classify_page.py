"""
How a message that was read looks on a terminal: what it is and why, what it says, and its own words.

Knows one reading at a time; must not know files nor where the page goes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crickets.cli.safe import plain, plain_lines
from crickets.cli.words import count
from crickets.domain.message import Kind, is_invented
from crickets.reading import Reading

_STYLES = {Kind.PERSON: "green", Kind.BOUNCE: "red", Kind.DELAY: "yellow", Kind.AUTO_REPLY: "yellow"}
_WHICH_IS = {
    Kind.PERSON: "somebody wrote it",
    Kind.AUTO_REPLY: "a machine answered",
    Kind.BOUNCE: "it was not delivered, for good",
    Kind.DELAY: "it is not delivered yet, and still being tried",
    Kind.RECEIPT: "it arrived, or was opened",
    Kind.CALENDAR: "an invitation, or the answer to one",
    Kind.BULK: "written to many, or by a program",
}
_POST = "somebody wrote it to a list"
_NO_MAIL = "not one field of a mail's header is in it"
_NO_SIGNAL = "nothing in it speaks for a machine"

_TEXT_LIMIT = 4_000
_INDENT = 2
_LISTED = 8


def classified_page(file: str, reading: Reading) -> RenderableType:
    """The page on one message, its first line the terminal's to wrap: there the file's name is looked for."""
    return Group(*_parts(file, reading))


def _parts(file: str, reading: Reading) -> Iterator[RenderableType]:
    """From top to bottom; of what is no mail there is nothing but that to say."""
    yield _headline(file, reading)
    if not reading.unreadable:
        yield Padding(_table(_facts(reading)), (0, 0, 0, _INDENT), expand=False)
        yield from _body(reading)
    yield Text()


def _headline(file: str, reading: Reading) -> Text:
    kind, which_is, style = "unreadable", _NO_MAIL, "red"
    if not reading.unreadable:
        kind, style = reading.kind.value, _STYLES.get(reading.kind, "cyan")
        which_is = _POST if reading.kind is Kind.PERSON and reading.message.to_list else _WHICH_IS[reading.kind]
    return Text.assemble((f"{_shown(file)}: ", "bold"), (kind, style), (f" ({which_is})", "dim"))


def _shown(file: str) -> str:
    """A file's name, what isn't UTF-8 in it as escapes: left out, it would be another file's."""
    return plain(os.fsencode(file).decode("utf-8", "backslashreplace"))


def _table(facts: Iterable[tuple[str, Iterable[str]]]) -> Table:
    """The facts under each other; those of many lines have their name on the first."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, values in facts:
        for number, value in enumerate(values):
            table.add_row("" if number else name, Text(plain(value)))
    return table


def _facts(reading: Reading) -> Iterator[tuple[str, Iterable[str]]]:
    """What there is to say, by its name; what says nothing takes no line."""
    message, said = reading.message, reading.remarks
    yield "why", reading.signals or (_NO_SIGNAL,)
    yield "from", _if(str(message.sender) if message.sender.email else "")
    yield "subject", _if(message.subject)
    yield "written", _if(f"{_day(message.date.date())}, {message.date:%H:%M} UTC" if message.date else "")
    yield "language", _if(said.language)
    yield "away until", _if(_away(reading))
    yield "has left", _if("nobody reads this address any more" if said.has_left else "")
    yield "write to", _few([str(address) for address in said.write_instead])
    yield "promises", _if(f"an answer by {_day(said.promised)}" if said.promised else "")
    yield "pays", _if(f"by {_day(said.pays_by)}, it says" if said.pays_by else "")
    yield "comes", _if(said.attendance.value if said.attendance else "")
    yield "bounced", _few(said.bounced)
    yield "expects", _expected(reading)
    yield "phones", _few(said.phones or ())
    yield "id", _if("" if is_invented(message.id) else message.id)
    yield "parents", _few(message.parents)


def _away(reading: Reading) -> str:
    said = reading.remarks
    if said.away_until is not None:
        return f"{_day(said.away_until)}, the first day back"
    return "a day that it doesn't say, or not for certain" if said.away else ""


def _expected(reading: Reading) -> Iterable[str]:
    """Whether a person's mail wants an answer, then by what that shows; nothing where nothing shows it."""
    expected = reading.remarks.expectation
    if expected.answer is None or reading.kind is not Kind.PERSON:
        return ()
    return (f"{'an answer' if expected.answer else 'no answer'}: {', '.join(expected.reasons)}",)


def _day(day: date) -> str:
    """A day with the name it has in the week: "Monday, 9 March 2026"."""
    return f"{day:%A}, {day.day} {day:%B} {day.year}"


def _if(value: str) -> tuple[str, ...]:
    return (value,) if plain(value) else ()


def _few(values: Iterable[str]) -> tuple[str, ...]:
    """Values a line each; of many the first, and how many more there are."""
    listed = tuple(filter(plain, values))
    more = len(listed) - _LISTED
    return (*listed[:_LISTED], f"… and {more} more") if more > 0 else listed


def _body(reading: Reading) -> Iterator[RenderableType]:
    """The author's new text, and below it how much else there is."""
    letter = reading.letter
    text = plain_lines(letter.text[:_TEXT_LIMIT]).strip("\n")
    yield Text()
    if text:
        yield _Indented(text=Text(text))
    left_out = "; ".join(_left_out(reading))
    if left_out or not text:
        yield _Indented(text=Text(f"[{left_out}]" if left_out else "[no words]", style="dim"))


def _left_out(reading: Reading) -> Iterator[str]:
    letter = reading.letter
    if len(letter.text) > _TEXT_LIMIT:
        yield f"{len(letter.text) - _TEXT_LIMIT:,} more characters"
    for what, text in (("signature", letter.signature), ("quoted", letter.quoted)):
        if text:
            yield f"{what}: {count(len(text.splitlines()), 'line')}"
    if letter.attachments:
        yield f"attached: {', '.join(map(plain, _few(letter.attachments)))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Indented:
    """A text wrapped at the page's width, each line set in by as much; no blanks at the ends of lines."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        for line in self.text.wrap(console, max(options.max_width - _INDENT, 1)):
            line.rstrip()
            line.pad_left(_INDENT if line else 0)
            yield line
