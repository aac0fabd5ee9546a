"""
Other libraries that read mail, each behind one plain function.

The only home of what requirements/bench.txt names. Each is called as its own documentation shows, by the call that
scores best; one that isn't installed, or doesn't start, is told by why.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

_T = TypeVar("_T")

Cutting = Callable[[str], str]
"""A text's new words, without what it quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A library that can't be measured here, and why."""

    why: str


def cutters() -> Mapping[str, Cutting | Absent]:
    """Every peer that takes quotes away, by its name in the table."""
    return {name: _made(make) for name, make in _CUTTERS.items()}


def fast_mail_parser() -> Callable[[bytes], Any] | Absent:
    """What parses a whole mail by Rust's mailparse, or why it can't be had."""
    return _made(lambda: import_module("fast_mail_parser").parse_email)


def _made(make: Callable[[], _T]) -> _T | Absent:
    """What a peer offers; anything may go wrong in a library that isn't ours, and only its own row may suffer."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return make()
    except Exception as err:  # noqa: BLE001
        return Absent(why=f"{type(err).__name__}: {err}")


def _talon() -> Cutting:
    return _str(import_module("talon.quotations").extract_from_plain)


def _talon_and_signature() -> Cutting:
    """The same, then its rule for signatures; its trained classifier needs a scikit-learn of before 2019."""
    quotations = import_module("talon.quotations")
    signature = import_module("talon.signature.bruteforce")
    return lambda text: str(signature.extract_signature(quotations.extract_from_plain(text))[0])


def _email_reply_parser() -> Cutting:
    return _str(import_module("email_reply_parser").EmailReplyParser.parse_reply)


def _quotequail() -> Cutting:
    """What stands above the quote; a mail that quotes nothing is not unwrapped at all."""
    quotequail = import_module("quotequail")

    def cut(text: str) -> str:
        unwrapped = quotequail.unwrap(text)
        return str(unwrapped.get("text_top") or "") if unwrapped else text

    return cut


def _mail_parser_reply() -> Cutting:
    """The newest reply without its signature, in every language that it knows."""
    package = import_module("mailparser_reply")
    known = [name for name in import_module("mailparser_reply.constants").MAIL_LANGUAGES if name]
    parser = package.EmailReplyParser(languages=known)
    return lambda text: str(parser.read(text=text).replies[0].body)


def _str(cut: Callable[[str], Any]) -> Cutting:
    return lambda text: str(cut(text) or "")


_CUTTERS: Mapping[str, Callable[[], Cutting]] = {
    "talon": _talon,
    "talon, signatures too": _talon_and_signature,
    "email-reply-parser": _email_reply_parser,
    "quotequail": _quotequail,
    "mail-parser-reply": _mail_parser_reply,
}
