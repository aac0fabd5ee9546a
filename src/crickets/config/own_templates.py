"""
The owner's own templates: the folder `templates` beside the config.

Knows files and their names; must not know what a template says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from crickets.config.problems import hint, nearest
from crickets.config.texts import LANGUAGES
from crickets.domain.plans import Plan

SUFFIX = ".j2"
_LARGEST = 64 << 10
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplates:
    """The folder; its texts by `<name>` or `<language>/<name>`; what can't be read, and what is passed over."""

    folder: Path = Path()
    texts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names by which a plan may call them, in whatever language."""
        return frozenset(key.rpartition("/")[2] for key in self.texts)

    def unused(self, plans: Iterable[Plan], builtin: Collection[str]) -> tuple[str, ...]:
        """A word on each text that nothing asks for: no step of a plan, and no built-in text whose place it takes."""
        asked_for = {*builtin, *(step.template for plan in plans for step in plan.steps)}
        idle = {key: key.rpartition("/")[2] for key in sorted(self.texts) if key.rpartition("/")[2] not in asked_for}
        return tuple(
            f"{self.folder / key}{SUFFIX}: no step asks for it{_meant(name, builtin)}" for key, name in idle.items()
        )


def templates_beside(config: Path) -> Path:
    """The folder of templates that belongs to a config; it may not be there."""
    return config.with_name("templates")


def own_templates(config: Path) -> OwnTemplates:
    """What lies in the folder of templates that belongs to a config; nothing where there is no folder."""
    folder = templates_beside(config)
    try:
        if not folder.is_dir():
            return OwnTemplates()
        files = tuple(islice(_files(folder), _MOST + 1))
        strangers = tuple(_strangers(folder))
    except OSError as error:
        return OwnTemplates(problems=(f"{folder}: can't be read: {error.strerror}",))
    if len(files) > _MOST:
        return OwnTemplates(problems=(f"{folder}: holds more than {_MOST} templates",))
    return _read(folder, files, strangers)


def _files(folder: Path) -> Iterator[Path]:
    for place in (folder, *(folder / language for language in LANGUAGES)):
        if place.is_dir():
            yield from sorted(p for p in place.iterdir() if p.suffix == SUFFIX and p.is_file())


def _strangers(folder: Path) -> Iterator[str]:
    for place in sorted(folder.iterdir()):
        if place.is_dir() and place.name not in LANGUAGES:
            yield f"{place}: is passed over, as it is not named after a language{hint(place.name, LANGUAGES)}"


def _read(folder: Path, files: tuple[Path, ...], warnings: tuple[str, ...]) -> OwnTemplates:
    texts: dict[str, str] = {}
    problems: list[str] = []
    for path in files:
        try:
            texts[path.relative_to(folder).with_suffix("").as_posix()] = _text(path)
        except ValueError as error:
            problems.append(f"{path}: {error}")
    return OwnTemplates(folder=folder, texts=texts, problems=tuple(problems), warnings=warnings)


def _meant(name: str, builtin: Collection[str]) -> str:
    near = nearest(name, builtin)
    return f"; did you mean {near}?" if near else ""


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise ValueError(f"can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ValueError("is not UTF-8") from error
    if len(content) > _LARGEST:
        raise ValueError(f"is larger than {_LARGEST >> 10} KiB, too large for a template")
    return text
