"""
What the package brings along: the texts and the small phrases of every language.

Knows where the files lie and what a phrase is called; must not know what is done with them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LANGUAGES = ("en", "it", "pl", "is", "de", "fr", "es", "nl", "pt", "sv")
FALLBACK = "en"

TEMPLATE_NAMES = (
    "check-in",
    "check-in-short",
    "closing-the-loop",
    "project-check-in",
    "pausing-work",
    "ask-why",
    "make-amends",
    "referral",
    "thanks-and-door-open",
    "invoice-resend",
    "late-payment",
    "final-notice",
)
"""Every template there is in every language, by the name a config may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """
    The small words around a text in one language; ``{name}`` and ``{date}`` stand where they are filled in.

    The prefixes are what mailers of that language put before a subject, without the colon.
    """

    greeting_informal: str
    greeting_formal: str
    greeting_plain: str
    sign_off_informal: str
    sign_off_formal: str
    quote_line: str
    reply_prefixes: tuple[str, ...]
    forward_prefixes: tuple[str, ...]


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language, or the English ones."""
    spoken = language if language in LANGUAGES else FALLBACK
    table = tomllib.loads(_file(spoken, "voice.toml"))
    prefixes = {key: tuple(table[key]) for key in ("reply_prefixes", "forward_prefixes")}
    return Phrases(**table | prefixes)


@cache
def builtin_templates() -> Mapping[str, str]:
    """The source of every template, by ``<language>/<name>``."""
    return MappingProxyType(dict(_templates()))


def _templates() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for name in TEMPLATE_NAMES:
            yield f"{language}/{name}", _file(language, f"{name}.j2")


def _file(language: str, name: str) -> str:
    return files("crickets").joinpath("templates", language, name).read_text("utf-8")
