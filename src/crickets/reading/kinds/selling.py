"""
Whether a mail reads and looks like one that went to thousands: newsletters, notices, advertisements, fraud.

Knows how the marks of words, make and header are added up; the words are in `sales_talk` and `service_talk`, the make
of HTML in `markup`, how it was sent in `sending`. Must not know lists and vendors' fields: the header has its own
signs. Hardly a mark is enough by itself: people write "click here" and send HTML. Never raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from crickets.domain.letter import Letter
from crickets.domain.message import Kind
from crickets.made_once import made_once
from crickets.reading.body.markup import Markup, markup_of
from crickets.reading.header.fields import Fields
from crickets.reading.kinds import sales_talk, service_talk
from crickets.reading.kinds.clues import ENOUGH, PROOF, Clue
from crickets.reading.kinds.counted_phrases import CountedPhrases, counted, told
from crickets.reading.kinds.sending import Mark, marks_of_sending
from crickets.reading.words import Words

_HEAD, _TAIL = 24_000, 8_000
"""How much of a text is searched: its beginning, and its end, where subscriptions are ended."""
_ENOUGH_POINTS = 4
"""How many points are enough by themselves."""
_MOST = 7
_MOST_LOOKS, _MOST_LOOKS_BESIDE_TEXT = 30, 4
"""How much the make of an HTML page may show. Firms put logos and tables below their people's mail as well (and no
mailer for people sends a page without the same as plain text)."""

_SHOWN_MARKS = 6


WORDS: Mapping[str, tuple[Words, int, int, int]] = {
    "how to unsubscribe": (sales_talk.LEAVING, 0, 4, 6),
    "a newsletter's frame": (sales_talk.STANDING, 0, 2, 6),
    "calls to act": (sales_talk.CALLS, 0, 2, 5),
    "an offer's words": (sales_talk.OFFERS, 1, 1, 7),
    "a fortune's words": (sales_talk.ADVANCES, 3, 2, 16),
    "a shop's or a service's words": (service_talk.DEALINGS, 0, 2, 5),
    "a program's words": (service_talk.BY_PROGRAM, 0, 6, 8),
}
"""By name: a table, how many of its phrases anybody may use, the points for each more, the most they make together."""

_Row = tuple[re.Pattern[str], int, int, str]


def _sight(pattern: str, points: int, most: int, name: str, flags: re.RegexFlag = re.MULTILINE) -> _Row:
    return re.compile(pattern, flags), points, most, name


SIGHTS: tuple[_Row, ...] = (
    _sight(r"!!!+|\$\$+", 1, 2, "shouting"),
    _sight(r"^(?:[^a-zA-Z\n]*+[A-Z]++){4,}+[^a-z\n]*+$", 1, 3, "capitals"),
    _sight(r"(?:[$\u20ac\u00a3]|US\$|EUR|USD) ?\d[\d,.]{0,15}\d", 1, 3, "prices"),
    _sight(r"\b1?[-. (]{0,2}8(?:00|88|77|66)[-. )]{1,2}\d{3}[-. ]\d{4}\b", 2, 2, "a toll-free number"),
    _sight(r"(?:\u00a9|\(c\)|copyright) ?(?:\u00a9|\(c\))? ?(?:19|20)\d\d", 2, 2, "a copyright", re.IGNORECASE),
    _sight(r"https?://\d{1,3}(?:\.\d{1,3}){3}\b|https?://\d{8,10}\b", 3, 4, "links to a number"),
    _sight(r"mailto:[^\s\"'<>]{1,200}\?subject=", 2, 3, "links that write the subject", re.IGNORECASE),
    # To make each copy another, for filters that count copies.
    _sight(
        r"(?:\A|\n)[ \t]*+(?:(?=[a-z]{0,40}\d)(?=\d{0,40}[a-z])[a-z0-9]{8,50}+|[a-z]{16,60}+|[A-Z]{16,60}+)\s*+\Z",
        3,
        3,
        "random letters at the end",
    ),
)
"""What is seen in a text: a pattern, the points for each find, the most they make together, and its name."""

SUBJECTS: tuple[_Row, ...] = (
    _sight(r"!", 1, 1, "subject: !"),
    _sight(r"^(?=[^a-z]*+\Z)[^\n]{0,200}?[A-Z]{3}[^A-Z]{1,20}[A-Z]{3}", 2, 2, "subject: capitals"),
    _sight(r"\S {4,}[\w.-]{1,16}$|(?:\b\w ){5,}", 4, 4, "subject: gaps"),
    _sight(r"[a-z]\d{1,8}[a-z]{1,8}\d{1,8}[a-z]{0,8}$", 4, 4, "subject: random letters", re.IGNORECASE),
    _sight(r"[$\u20ac\u00a3] ?\d|\d ?%|\bfree\b|\d[$\u20ac\u00a3]", 3, 3, "subject: an offer", re.IGNORECASE),
    # As the law asks of advertising in Korea and China, and asked in many states of the USA.
    _sight(
        r"^\W{0,3}(?:adv|\uad11\uace0|\u5e7f\u544a|\u5ee3\u544a)\b",
        6,
        6,
        "subject: calls itself advertising",
        re.IGNORECASE,
    ),
)
"""The same of a subject."""

COMMITS = re.compile(
    r"^(Author|Authored|Committer|Committed|Commit|Modified|Added|Removed|Log|Branch|Revision|New Revision|Changeset"
    r"|Updated Branches|Repository|Parents|Tree|Diff|Project|Modified Paths|Log Message): ?.{0,200}$",
    re.MULTILINE,
)
"""How version control systems head the parts of their report of a change."""

GTUBE = "GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL"
"""The line that every filter agrees to take for bulk (SpamAssassin's Generic Test for Unsolicited Bulk Email)."""

LISTS = re.compile(
    r"/mailman/|/listinfo/|\bwa\.exe\?|groups\.google\.com|yahoo ?groups|groups\.yahoo|egroups\.com"
    r"|-(?:unsubscribe|request)@|\b(?:majordomo|listserv|sympa|ecartis|listproc)@"
    r"|unsubscribe from (?:this|the) (?:[\w.-]{1,60} )?(?:group|list)\b",
    re.IGNORECASE,
)
"""How the footer of a list to which people write tells how to leave it."""


def clues_in_body(letter: Letter, html: str, fields: Fields) -> Iterator[Clue]:
    """The clue that a mail's words, its HTML and what its header lets see of its sending make together, if any."""
    text = f"{letter.text}\n{letter.signature}" if letter.quoted else letter.whole
    marks = [*_in_words(text), *_in_sights(SIGHTS, _ends_of(text)), *_in_sights(SUBJECTS, fields.text("subject"))]
    marks += marks_of_sending(fields)
    looks = [*_in_markup(markup_of(html), text)] if html else []
    most = _MOST_LOOKS if fields.word("content-type") == "text/html" else _MOST_LOOKS_BESIDE_TEXT
    points = sum(points for points, _ in marks) + min(sum(points for points, _ in looks), most)
    marks += looks
    weight = min(points * ENOUGH // _ENOUGH_POINTS, _MOST)
    if weight > 0:
        marks.sort(key=lambda mark: -mark[0])
        yield Clue(kind=Kind.BULK, weight=weight, shown=f"body: {', '.join(name for _, name in marks[:_SHOWN_MARKS])}")
    if len({match[1] for match in COMMITS.finditer(text[:_HEAD])}) > 3:
        yield Clue(kind=Kind.BULK, weight=PROOF, shown="body: a version control system's report")
    if GTUBE in text[:_HEAD]:
        yield Clue(kind=Kind.BULK, weight=PROOF, shown="body: the standard test of bulk filters")


def _in_words(text: str) -> Iterator[Mark]:
    words = told(_without_list_footer(_ends_of(text)))
    for name, (_, usual, points, most) in WORDS.items():
        found = _phrases_of(name).count(words) - usual
        if found > 0:
            yield min(points * found, most), name


def _without_list_footer(text: str) -> str:
    """A text without the lines in which a list says how to leave it, for every post to it has them."""
    body, footer = text[:-_TAIL], text[-_TAIL:]
    if not LISTS.search(footer):
        return text
    lines = footer.split("\n")
    of_list = [bool(LISTS.search(line)) for line in lines]
    kept = (
        line for line, here, next_ in zip(lines, of_list, [*of_list[1:], False], strict=True) if not (here or next_)
    )
    return body + "\n".join(kept)


def _in_sights(rows: Iterable[_Row], text: str) -> Iterator[Mark]:
    for pattern, points, most, name in rows:
        found = sum(1 for _ in islice(pattern.finditer(text), most))
        if found:
            yield min(points * found, most), name


def _in_markup(page: Markup, text: str) -> Iterator[Mark]:
    """What an HTML page shows of those who made it."""
    counted: Iterable[tuple[int, int, str]] = (
        (3, page.pictures, "pictures"),
        (4, page.beacons, "beacons"),
        (3, page.tags.get("table", 0), "tables"),
        (5, page.tags.get("form", 0), "a form"),
        (4, page.tags.get("script", 0), "a script"),
        (4, page.tags.get("frame", 0) + page.tags.get("iframe", 0), "frames"),
        (3, page.tags.get("map", 0), "a picture's map"),
        (3, page.middle, "centred text"),
        (3, page.coloured, "coloured ground"),
        (3, page.loud, "large letters"),
        (2, page.unseen, "hidden text"),
        (4, page.broken, "broken words"),
        (4, page.numbered, "links to a number"),
        (1, page.links > 2, "links"),
        (1, page.links > 9, "many links"),
        (2, page.tracked > 2, "links that tell who clicked"),
        (3, page.pictures > 0 and len(text) < 60 * page.pictures, "pictures for words"),
    )
    yield from ((points, name) for points, number, name in counted if number)


def is_by_program(text: str) -> bool:
    """Whether a text says of itself that a program wrote it."""
    return _phrases_of("a program's words").count(told(_ends_of(text))) > 0


@made_once
def _phrases_of(name: str) -> CountedPhrases:
    return counted(WORDS[name][0])


def _ends_of(text: str) -> str:
    return text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}"
