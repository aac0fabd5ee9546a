"""
The templates at hand: the built-in ones, and the owner's own before them.

Knows names, languages and which text is taken; must not know files or what a letter looks like. What fills them is
loaded where one of the owner's is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crickets.domain.notice import NOTICE_NAMES
from crickets.errors import ConfigError
from crickets.writing.builtin import FALLBACK, LANGUAGES, TEMPLATE_NAMES, builtin_templates

_KEY = re.compile(r"(?:(?P<language>[a-z]{2,3})/)?(?P<name>[a-z0-9][a-z0-9-]{0,60})")
_SUBJECT = re.compile(r"\s*subject:[ \t]*(?P<subject>[^\n]*)(?:\n(?P<body>.*))?", re.IGNORECASE | re.DOTALL)

_SUBJECT_WITHOUT_COLON = re.compile(r"\s*subject [^\n:]*[^\n:.!?,;\s][ \t]*\n[ \t]*\n", re.IGNORECASE)
"""A line by itself that begins so and ends as no sentence does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """
    One text: its body, and its own subject or nothing.

    `language` is the one it is written in; `origin` says where it comes from, as the owner would look for it. One that
    `is_notice` is about invoices, and may name what only a notice has.
    """

    name: str
    language: str
    subject: str
    body: str
    source: str
    origin: str
    own: bool
    is_notice: bool


class Shelf:
    """
    The built-in templates, and the owner's by ``<language>/<name>`` or, for every language, ``<name>``.

    `notices` are the names of those about invoices.
    """

    def __init__(self, own: Mapping[str, str] = MappingProxyType({}), notices: frozenset[str] = NOTICE_NAMES) -> None:
        self._notices = notices
        self._own = {key: _normalised(source) for key, source in own.items()}

    def names(self) -> tuple[str, ...]:
        """Every template a step may ask for: the built-in ones, then the owner's in alphabetical order."""
        return tuple(dict.fromkeys((*TEMPLATE_NAMES, *sorted(map(_name, self._own)))))

    def languages(self, name: str) -> tuple[str, ...]:
        """The languages in which there is a template of that name."""
        builtin = LANGUAGES if name in TEMPLATE_NAMES or name in self._own else ()
        own = sorted(_language(key) for key in self._own if _name(key) == name)
        return tuple(dict.fromkeys((*builtin, *filter(None, own))))

    def source(self, name: str, language: str) -> Template:
        """
        The template in that language, or else the English one; the owner's goes before the built-in one.

        Raises `ConfigError` for a name that is not there, even in English.
        """
        for spoken in dict.fromkeys((language, FALLBACK)):
            for key in (f"{spoken}/{name}", name):
                if key in self._own:
                    return self._template(key, spoken, self._own[key], own=True)
            if (key := f"{spoken}/{name}") in builtin_templates():
                return self._template(key, spoken, builtin_templates()[key], own=False)
        raise ConfigError((_missing(name),), remedy="`crickets template list` names those that are there.")

    def problems(self) -> tuple[str, ...]:
        """Everything wrong with the owner's templates: to be told when the config is read."""
        return tuple(problem for key in sorted(self._own) for problem in self._problems_of(key))

    def _problems_of(self, key: str) -> Iterator[str]:
        if not _KEY.fullmatch(key):
            yield f"{_origin(key)}: not a template's name (lower-case letters, digits and hyphens)"
            return
        from crickets.writing.sandbox import faults  # noqa: PLC0415 - see the head of the page

        yield from (f"{_origin(key)}: {fault}" for fault in faults(self._own[key], notice=self.is_notice(_name(key))))
        if not _parts(self._own[key])[1]:
            yield f"{_origin(key)}: there is no text in it"
        if _SUBJECT_WITHOUT_COLON.match(self._own[key]):
            yield f"{_origin(key)}: line 1: a subject of its own is written with a colon: `Subject: …`"
        if not self._has_fallback(_name(key)):
            yield f"{_origin(key)}: clients who write in another language need it too: {_where(_name(key))}"

    def is_notice(self, name: str) -> bool:
        """Whether a template is about invoices, and may name what only a notice has."""
        return name in self._notices

    def _template(self, key: str, language: str, source: str, *, own: bool) -> Template:
        subject, body = _parts(source)
        return Template(
            name=_name(key),
            language=language,
            subject=subject,
            body=body,
            source=source,
            origin=_origin(key) if own else f"built-in {key}",
            own=own,
            is_notice=self.is_notice(_name(key)),
        )

    def _has_fallback(self, name: str) -> bool:
        return name in TEMPLATE_NAMES or name in self._own or f"{FALLBACK}/{name}" in self._own


def _parts(source: str) -> tuple[str, str]:
    """The subject, if the first line gives one, and the body."""
    if found := _SUBJECT.fullmatch(source):
        return found["subject"].strip(), (found["body"] or "").strip()
    return "", source.strip()


def _normalised(source: str) -> str:
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _name(key: str) -> str:
    return key.rpartition("/")[2]


def _language(key: str) -> str:
    return key.rpartition("/")[0]


def _origin(key: str) -> str:
    return f"templates/{key}.j2"


def _missing(name: str) -> str:
    return f"templates: there is no {name!r}: {_where(name)}"


def _where(name: str) -> str:
    return f"write it in English, as templates/{FALLBACK}/{name}.j2, or for every language, as templates/{name}.j2"
