"""
The templates that a command means: the shelf of the config, or of no config at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import typer

from crickets.config.places import find
from crickets.errors import ConfigError
from crickets.service.application import settings_of
from crickets.setup.first_config import readers_of, refuse_to_overwrite, write_new
from crickets.writing import LANGUAGES, Shelf, Template

_YOURS = "It is yours: change it there, or move it away to begin anew from the built-in text."


def shelf_of(named: Path | None, environment: Mapping[str, str]) -> Shelf:
    """The built-in templates, and the owner's where there is a config; one that is broken is told."""
    return shelf_with_warnings(named, environment)[0]


def shelf_with_warnings(named: Path | None, environment: Mapping[str, str]) -> tuple[Shelf, tuple[str, ...]]:
    """The same, and what should be mended: texts that nothing asks for among it."""
    try:
        path = find(named, environment)
    except ConfigError:
        return Shelf(), ()
    settings = settings_of(path, environment)
    return Shelf(settings.own_templates, settings.notices), settings.warnings


def template_named(shelf: Shelf, name: str, language: str) -> Template:
    """The template of that name and language; wrong usage where there is none."""
    if name not in shelf.names():
        raise typer.BadParameter(f'there is no template "{name}"{_near(name, shelf.names())}', param_hint="NAME")
    if language not in LANGUAGES:
        raise typer.BadParameter(f'"{language}" is none of {", ".join(LANGUAGES)}', param_hint="--language")
    return shelf.source(name, language)


def ejected(named: Path | None, environment: Mapping[str, str], name: str, language: str) -> Path:
    """The file that now holds a copy of a built-in template, beside the config."""
    if name not in Shelf().names():
        _refuse_what_is_own(shelf_of(named, environment), name, named, environment)
    template = template_named(Shelf(), name, language)
    config = find(named, environment)
    path = config.with_name("templates") / language / f"{name}.j2"
    refuse_to_overwrite(path, remedy=_YOURS)
    write_new(path, template.source.rstrip("\n") + "\n", readers_of(config))
    return path


def ejected_in_all(named: Path | None, environment: Mapping[str, str], name: str) -> tuple[Path, ...]:
    """The files that now hold copies in every language; those that are there already are left as they are."""
    folder = find(named, environment).with_name("templates")
    missing = [code for code in LANGUAGES if not (folder / code / f"{name}.j2").exists()]
    return tuple(ejected(named, environment, name, code) for code in missing or LANGUAGES)


def _refuse_what_is_own(shelf: Shelf, name: str, named: Path | None, environment: Mapping[str, str]) -> None:
    """Wrong usage where there is nothing built in to be copied, and the owner's own text already."""
    for language in shelf.languages(name)[:1]:
        where = find(named, environment).parent / shelf.source(name, language).origin
        raise typer.BadParameter(f'"{name}" is your own already: change it in {where}', param_hint="NAME")


def _near(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(known)}"
