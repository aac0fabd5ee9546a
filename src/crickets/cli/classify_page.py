"""
How a message that was read looks on a terminal: what it is and why, what it says, and its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from crickets.cli.safe import plain, plain_lines
from crickets.domain.message import Kind, is_invented
from crickets.reading import Reading

_STYLES = {Kind.PERSON: "green", Kind.BOUNCE: "red", Kind.DELAY: "yellow", Kind.AUTO_REPLY: "yellow"}
_TEXT_LIMIT = 4_000
_LISTED = 8


def classified_page(file: str, reading: Reading) -> Text:
    """The page on one message."""
    kind = "unreadable" if reading.unreadable else reading.kind.value
    page = Text()
    page.append(f"{plain(file)}: ", style="bold")
    page.append(kind, style="red" if reading.unreadable else _STYLES.get(reading.kind, "cyan"))
    for name, value in _facts(reading):
        page.append(f"\n  {name:<12}", style="dim").append(plain(value))
    text = plain_lines(reading.letter.text[:_TEXT_LIMIT])
    if text:
        page.append("\n\n" + "\n".join(f"  {line}" if line else "" for line in text.split("\n")))
    return page.append("\n")


def _facts(reading: Reading) -> Iterator[tuple[str, str]]:
    """What there is to say, each in a line."""
    message, said = reading.message, reading.remarks
    told = {
        "signals": _listed(reading.signals),
        "from": "" if not message.sender.email else str(message.sender),
        "subject": message.subject,
        "language": said.language,
        "away until": _away(reading),
        "has left": "nobody reads this address any more" if said.has_left else "",
        "write to": _listed(address.email for address in said.write_instead),
        "promised": f"an answer by {said.promised}" if said.promised else "",
        "attendance": said.attendance.value if said.attendance else "",
        "bounced": _listed(said.bounced),
        "expects": _expected(reading),
        "phones": _listed(said.phones),
        "id": "" if is_invented(message.id) else message.id,
        "parents": _listed(message.parents),
    }
    return ((name, value) for name, value in told.items() if value)


def _away(reading: Reading) -> str:
    said = reading.remarks
    if said.away_until is not None:
        return f"{said.away_until:%A}, {said.away_until} (the first day back)"
    return "no day that is certain" if said.away else ""


def _expected(reading: Reading) -> str:
    """Whether a person's mail wants an answer; nothing is said where nothing shows it."""
    expected = reading.remarks.expectation
    if expected.answer is None or reading.kind is not Kind.PERSON:
        return ""
    return f"{'an answer' if expected.answer else 'no answer'}: {', '.join(expected.reasons)}"


def _listed(values: Iterable[str]) -> str:
    shown = tuple(values)
    more = f" … and {len(shown) - _LISTED} more" if len(shown) > _LISTED else ""
    return ", ".join(shown[:_LISTED]) + more
