"""
The first and the closing lines of a letter.

Knows what a greeting and a sign-off look like; the words are in `salutations`. Must not know who writes to
whom.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crickets.reading.voice.closing_names import CONTACT, is_initial, is_signed, name_end
from crickets.reading.voice.salutations import (
    BETWEEN_NAMES,
    FROM_A_PLACE,
    GREETINGS,
    INTERJECTIONS,
    SHORT_TITLES,
    SIGN_OFFS,
)
from crickets.reading.words import Words, any_of, spoken, typed

_LINE_LIMIT = 300
_GREETING_LENGTH = 70
_GREETING_WORDS = 6
_SIGN_OFF_LENGTH = 60
_NAME_LENGTH = 40
_LINES_BELOW = 2
_CLOSING_LINES = 14
"""How far from the end a sign-off may stand: what follows is a signature without its separator."""
_BELOW_CLOSING = _CLOSING_LINES + 2


def _by_phrase(words: Words) -> Mapping[str, tuple[str, ...]]:
    """The languages that have each phrase."""
    return {phrase: tuple(language for language in words if phrase in words[language]) for phrase in spoken(words)}


_GREETINGS_BY_PHRASE = _by_phrase(typed(GREETINGS))
_SIGN_OFFS_BY_PHRASE = _by_phrase(typed(SIGN_OFFS))
_OPENS = re.compile(rf"\W{{0,2}}(?:{any_of(_GREETINGS_BY_PHRASE)})(?![\w'\u2019])", re.IGNORECASE)
_LAUGHS = re.compile(r"\W{0,2}(?i:ha)(?!\w)(?!\s+(?!(?i:ha)\b)[^\W\d_a-z])")
"""A "Ha" with no name behind it: "Ha Els," greets in Dutch, "Ha! Good one" nobody."""
_CLOSES = re.compile(rf"\W{{0,3}}(?:{any_of(_SIGN_OFFS_BY_PHRASE)})(?![\w'\u2019])", re.IGNORECASE)
_GREETING_WORDS_ALONE = frozenset(phrase for phrase in spoken(GREETINGS) if " " not in phrase)
"""A second greeting follows the first: "Liebe Anna, lieber Tom,"."""
_STOP = re.compile(r"\s*(?:[,!:;\u2013\u2014\uff0c]|\.(?=\s|\Z)|-(?=\s|\Z))+\s*")
_WORD = re.compile(r"[^\s,]+")
_CALLED = re.compile(r"[A-ZÀ-ÞŁŚŹŻČŠŽ][\w'\u2019.-]*(?: [A-ZÀ-ÞŁŚŹŻČŠŽ][\w'\u2019.-]*){0,2}\s*[,\u2013\u2014-]\Z")
_FULL_NAME = re.compile(
    r"[*_]{0,2}[^\W\d_a-z][\w'\u2019.-]*(?:[ |,]{1,3}[^\W\d_a-z][\w'\u2019.-]*){1,4}(?<!\.)[*_]{0,2}\Z"
)
"""Two words or more, each with a capital: one alone may begin a list."""
_OWN_WORDS = re.compile(r"[^\W\d_](?:[^\W\d_]|-)*(?: [^\W\d_]+){0,3},\Z")
_PLACE_WORDS = 4
_SHORT_TITLE = len("Capt.")
_ELIDED_WORD = re.compile(r"[^\s'\u2019]+['\u2019]?|['\u2019]")
_DASHES = "-\u2013\u2014~/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a letter begins and ends: greeting, sign-off with the name, and the signature block below, if any."""

    greeting: str = ""
    sign_off: str = ""
    text: str = ""
    signature: str = ""


def frame_of(text: str) -> Frame:
    """What frames an author's own words; `text` is all of it but a contact block below the name."""
    lines = text.split("\n")
    greeting = greeting_of(lines)
    start, end = _sign_off(lines, below=1 if greeting else 0)
    if start == end:
        start = end = _contacts(lines)
    rest = "\n".join(lines[end:]).strip("\n")
    has_block = bool(rest) and _is_contact_block(rest.split("\n"))
    return Frame(
        greeting=greeting,
        sign_off="\n".join(line.strip() for line in lines[start:end] if line.strip()),
        text="\n".join(lines[:end]).rstrip() if has_block else text,
        signature=rest.rstrip() if has_block else "",
    )


def below_closing(text: str) -> str:
    """What stands below a letter's closing words and its name, whatever it is; nothing where none are known."""
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()][1:][-_BELOW_CLOSING:]
    ends = (_named(lines, at) for at in reversed(filled))
    end = next((end for end in ends if end), None) or next((at + 1 for at in filled if _is_lone_name(lines, at)), 0)
    return "\n".join(lines[end:]).strip("\n") if end else ""


def _named(lines: Sequence[str], at: int) -> int:
    """Where a letter ends that closes at a line: behind the name, or before a block that begins with it; else 0."""
    closed = _closing(lines[at].strip())
    if closed is None:
        return 0
    below = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), len(lines))
    begins_block = below > at + 1 and bool("".join(lines[below + 1 : below + 2]).strip())
    return below + 1 if not closed and not begins_block and name_end(lines, below) > below else at + 1


def _is_lone_name(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a paragraph of its own, and nothing but a name."""
    around = (*lines[at - 1 : at], *lines[at + 1 : at + 2])
    return not any(line.strip() for line in around) and is_signed(lines[at].strip())


def unframed(text: str, greeting: str, sign_off: str) -> str:
    """What a letter says between its greeting and its closing lines; those are told apart by `frame_of`."""
    text = text.strip().removeprefix(greeting)
    closing = set(sign_off.split("\n")) - {""}
    lines = text.split("\n")
    head, tail = lines[:-_CLOSING_LINES], lines[-_CLOSING_LINES:]
    return "\n".join([*head, *(line for line in tail if line.strip() not in closing)])


def greeting_of(lines: Sequence[str]) -> str:
    """The words that open a letter, with the name ("Ciao Anna,"), from its first line; empty if it has none."""
    first = next((line.strip() for line in lines if line.strip()), "")[:_LINE_LIMIT]
    opened = _OPENS.match(first)
    if not opened or _LAUGHS.match(first):
        return first if _is_name_called(first) else ""
    stop = _STOP.search(first, opened.end())
    while stop and stop.end() < len(first) and _goes_on(first[: stop.end()], first[stop.end() :]):
        stop = _STOP.search(first, stop.end())
    end = stop.end() if stop else len(first)
    words = _WORD.findall(first[opened.end() : end])
    is_whole = end == len(first)
    if end > _GREETING_LENGTH or len(words) > _GREETING_WORDS:
        return ""
    if (is_whole and stop) or all(map(_is_of_name, words)):
        return first[:end].strip()
    return ""


def _is_name_called(line: str) -> bool:
    """Whether a line is nothing but a name and a comma: "Anna,"."""
    bare = line.strip(" ,-\u2013\u2014")
    is_word = bare.casefold() in INTERJECTIONS or bare.isupper() or bool(_CLOSES.match(line))
    return len(line) <= _NAME_LENGTH and bool(_CALLED.match(line)) and not is_word


def _goes_on(before: str, after: str) -> bool:
    """Whether a greeting goes on behind a stop: "Dear Ms. Rossi", "Hi Anna, Tom and Eva,", "Dear Sir, dear Madam,"."""
    word, words, stop = before.rsplit(maxsplit=1)[-1].casefold(), _WORD.findall(after), _STOP.search(after)
    if word.endswith("."):
        return word[:-1] in SHORT_TITLES or (len(word) <= _SHORT_TITLE and _is_called_next(after, stop))
    is_list = word.endswith(",") and len(after) <= _GREETING_LENGTH
    return is_list and stop is not None and len(words) > 0 and all(map(_is_of_name, words))


def _is_called_next(after: str, stop: re.Match[str] | None) -> bool:
    """Whether names come behind a short word, and no sentence: "Dear Rev. Smith,", but not "Hi Bob. Thanks,"."""
    called = after[: stop.end()].rstrip() if stop else after
    words = _WORD.findall(called)
    is_said = called.endswith(".") or bool(_CLOSES.match(called)) or called.rstrip(",!").casefold() in INTERJECTIONS
    return not is_said and len(words) > 0 and all(map(_is_of_name, words))


def _is_of_name(word: str) -> bool:
    """Whether a word may stand in a greeting: a name, or what joins names."""
    bare = word.strip(".,!:;-\u2013\u2014()'\"\u2019")
    return (
        not bare or bare[:1].isupper() or bare.casefold() in BETWEEN_NAMES or bare.casefold() in _GREETING_WORDS_ALONE
    )


def _sign_off(lines: Sequence[str], *, below: int) -> tuple[int, int]:
    """Where the closing lines begin and end, name included; an empty stretch at the end if there are none."""
    filled = [at for at, line in enumerate(lines) if line.strip()][below:]
    for at in reversed(filled[-_CLOSING_LINES:]):
        closed = _closing(lines[at].strip())
        if closed is None:
            continue
        end = at + 1 if closed else name_end(lines, at + 1)
        after = [lines[other] for other in filled if other >= end]
        if not after or _is_contact_block(after) or len(after) <= _LINES_BELOW:
            return at, end
    return _in_own_words(lines, filled) or _lone_name(lines, filled)


def has_no_name(sign_off: str) -> bool:
    """Whether closing lines are words only, with no name beside or below them."""
    lines = [line.strip() for line in sign_off.split("\n")]
    beside = _closing(lines[-1])
    is_name = len(lines) > 1 or is_initial(lines[0]) or is_signed(lines[0].lstrip(_DASHES + " "))
    return bool(sign_off) and (not is_name if beside is None else not beside)


def _closing(line: str) -> bool | None:
    """None if a line closes no letter; else whether it holds the name as well ("Best, Dana")."""
    found = _CLOSES.match(line)
    if not found or len(line) > _SIGN_OFF_LENGTH:
        return None
    rest = line[found.end() :].strip(" ,.!;:-\u2013\u2014)\u2026")
    if not rest:
        return False
    if _names_a_place(rest):
        return False
    words = rest.split()
    return True if len(words) <= 3 and all(map(_is_of_name, words)) else None


def _names_a_place(text: str) -> bool:
    """Whether a closing goes on with where it comes from: "aus Mailand", "aus dem sonnigen Mailand"."""
    words = _ELIDED_WORD.findall(text)
    if not 0 < len(words) <= _PLACE_WORDS:
        return False
    return words[0].casefold().replace("\u2019", "'") in FROM_A_PLACE and words[-1][0].isupper()


def _in_own_words(lines: Sequence[str], filled: Sequence[int]) -> tuple[int, int] | None:
    """Where a letter closes with words that are in no table: a few, set apart, with a comma, and only a name below."""
    if len(filled) < 2 or filled[-1] > filled[-2] + 2 or filled[-2] == 0 or lines[filled[-2] - 1].strip():
        return None
    words, name = (lines[at].strip() for at in filled[-2:])
    if filled[-1] == filled[-2] + 2 and not is_initial(name):
        return None
    is_said = (
        bool(_OWN_WORDS.match(words)) and words[0].isupper() and words.rstrip(" ,").casefold() not in INTERJECTIONS
    )
    is_listed = len(filled) > 2 and lines[filled[-3]].rstrip().endswith(":")
    return (filled[-2], filled[-1] + 1) if is_said and not is_listed and (is_signed(name) or is_initial(name)) else None


def _lone_name(lines: Sequence[str], filled: Sequence[int]) -> tuple[int, int]:
    """Where a letter closes with nothing but a name, set apart by a blank line or a dash."""
    last = filled[-1] if filled else len(lines)
    line = lines[last].strip() if filled else ""
    apart = last > 0 and not lines[last - 1].strip()
    above = lines[filled[-2]].strip() if len(filled) > 1 else ""
    dashed = line[:1] in _DASHES and above[:1] not in _DASHES  # or it would be one of a list
    bare = line.lstrip(_DASHES + " ")
    if is_signed(bare) and (dashed or (apart and bare == line)):
        return last, last + 1
    return len(lines), len(lines)


def _contacts(lines: Sequence[str]) -> int:
    """Where a signature begins that follows no closing word: a paragraph from a name on, with a way to reach it."""
    for at in range(len(lines) - 1, max(len(lines) - 2 * _CLOSING_LINES, 0), -1):
        line = lines[at].strip()
        starts = bool(line) and not lines[at - 1].strip()
        is_name = len(line) <= _NAME_LENGTH and bool(_FULL_NAME.match(line)) and not CONTACT.search(line)
        if starts and is_name and _is_contact_block(lines[at:]):
            return at
    return len(lines)


def _is_contact_block(lines: Sequence[str]) -> bool:
    """Whether lines are plainly a signature: short, few, and one tells how to reach somebody."""
    return may_be_block(lines) and any(CONTACT.search(line) for line in lines)


def may_be_block(lines: Sequence[str]) -> bool:
    """Whether lines may be a signature, by their shape: short, few, and none is a sentence."""
    filled = [line.strip() for line in lines if line.strip()]
    if not filled or len(filled) > _CLOSING_LINES or any(len(line) > 120 for line in filled):
        return False
    return not any(map(_is_sentence, filled))


def _is_sentence(line: str) -> bool:
    return line.endswith(("?", "!")) or (line.endswith(".") and len(line.split()) > 5)


def language_votes(frame: Frame) -> Mapping[str, int]:
    """How many of greeting and sign-off are words of each language."""
    votes: dict[str, int] = {}
    for said, spoken_in in ((frame.greeting, _GREETINGS_BY_PHRASE), (frame.sign_off, _SIGN_OFFS_BY_PHRASE)):
        first = said.split("\n")[0].casefold().strip()[:_LINE_LIMIT]
        ends = (end for end in range(1, len(first) + 1) if not first[end : end + 1].isalpha())
        for language in {language for end in ends for language in spoken_in.get(first[:end], ())}:
            votes[language] = votes.get(language, 0) + 1
    return votes
