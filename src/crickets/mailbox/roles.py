"""
What each folder is for, and why that is concluded.

PURE: the rows of a LIST in, `Folder`s out. The owner's word comes first, then RFC 6154's attributes (in any case, and
whether or not the server speaks of SPECIAL-USE), then the name. Must not know how folders are listed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crickets.domain.mailbox import Folder
from crickets.domain.message import Role
from crickets.domain.patterns import is_like
from crickets.errors import ConfigError
from crickets.mailbox.names import role_named
from crickets.mailbox.settings import FolderChoices

_BY_ATTRIBUTE: Mapping[str, Role] = {
    "\\sent": Role.SENT,
    "\\drafts": Role.DRAFTS,
    "\\trash": Role.TRASH,
    "\\junk": Role.JUNK,
    "\\all": Role.ALL,
    "\\archive": Role.ARCHIVE,
}
_CANNOT_BE_OPENED = frozenset({"\\noselect", "\\nonexistent"})  # RFC 9051 §7.3.1
_GMAIL = ("[gmail]", "[google mail]")

# Only one folder can have these roles; whatever else looks the part is kept from being read as ordinary mail.
_ONLY_ONE: Mapping[Role, tuple[Role, str]] = {
    Role.DRAFTS: (Role.UNSENT, "another folder of drafts, where nothing is laid"),
    Role.TRASH: (Role.JUNK, "another folder of deleted mail, read for answers only"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFolder:
    """A row of LIST: the decoded name, the delimiter of its levels (empty: it has none), and its attributes."""

    name: str
    delimiter: str = "/"
    attributes: frozenset[str] = frozenset()


def folders_with_roles(
    account: str, listed: Iterable[ListedFolder], choices: FolderChoices, *, namespace: str = ""
) -> tuple[Folder, ...]:
    """
    Every folder that can be opened, with its role; INBOX first, listed or not, the rest by name.

    `namespace` is the prefix of the owner's own folders (``INBOX.`` on some servers). Exactly one folder is the
    Drafts and one the Trash, where there are any. Raises `ConfigError` if the choices name a folder that isn't there.
    """
    rows = _with_inbox(row for row in listed if not _CANNOT_BE_OPENED & _lower(row.attributes))
    chosen = _chosen(account, rows, choices, namespace)
    skipped = {row.name for row in rows if row.name not in chosen and _skipped(row, choices.skip)}
    concluded = [
        _with_levels(
            _concluded(row, Role.SKIPPED, "the config skips it", certainty=4)
            if row.name in skipped
            else _conclude(row, chosen, namespace),
            row,
            namespace,
        )
        for row in rows
    ]
    return tuple(sorted(_one_of_each(concluded), key=lambda folder: (folder.role is not Role.INBOX, folder.name)))


def _with_inbox(listed: Iterable[ListedFolder]) -> tuple[ListedFolder, ...]:
    """The rows, with INBOX among them: it's always there (RFC 9051 §5.1), and a LIST may not name it for all that."""
    rows = tuple(listed)
    return rows if any(_is_inbox(row.name) for row in rows) else (ListedFolder(name="INBOX"), *rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Conclusion:
    """A folder, and how sure its role is: the higher the surer."""

    folder: Folder
    certainty: int


def _with_levels(conclusion: _Conclusion, row: ListedFolder, namespace: str) -> _Conclusion:
    name = own_name(row, namespace)
    levels = tuple(name.split(row.delimiter)) if row.delimiter else (name,)
    return replace(conclusion, folder=replace(conclusion.folder, levels=levels))


def _conclude(row: ListedFolder, chosen: Mapping[str, Role], namespace: str) -> _Conclusion:
    """What one folder is for, all others left aside."""
    if row.name in chosen:
        return _concluded(row, chosen[row.name], "named in the config", certainty=4)
    if _is_inbox(row.name):
        return _concluded(row, Role.INBOX, "INBOX is where mail arrives", certainty=4)
    for attribute in sorted(row.attributes):
        if attribute.lower() in _BY_ATTRIBUTE:
            return _concluded(row, _BY_ATTRIBUTE[attribute.lower()], f"the server marks it {attribute}", certainty=3)
    return _by_name(row, own_name(row, namespace))


def _by_name(row: ListedFolder, name: str) -> _Conclusion:
    named = None if row.delimiter and row.delimiter in name else role_named(name)
    if not named:
        return _concluded(row, Role.OTHER, "an ordinary folder", certainty=0)
    role, language = named
    # A server's own folders are rather called in English than by chance in another tongue.
    return _concluded(row, role, f"its name says so ({language})", certainty=2 if language == "en" else 1)


def _concluded(row: ListedFolder, role: Role, why: str, *, certainty: int) -> _Conclusion:
    return _Conclusion(folder=Folder(name=row.name, role=role, why=why), certainty=certainty)


def own_name(row: ListedFolder, namespace: str) -> str:
    """The name without what its server puts before every folder: the namespace, ``INBOX.`` or ``[Gmail]/``."""
    name = row.name
    if namespace and name.startswith(namespace):
        name = name[len(namespace) :]
    if not row.delimiter:
        return name
    first, delimiter, rest = name.partition(row.delimiter)
    if delimiter and (first.upper() == "INBOX" or first.casefold() in _GMAIL):
        return rest
    return name


def _one_of_each(concluded: Sequence[_Conclusion]) -> list[Folder]:
    """The folders, of those that can only be one all but the most certain given another role."""
    surest = {role: _surest(role, concluded) for role in _ONLY_ONE}
    return [
        conclusion.folder
        if surest.get(conclusion.folder.role, conclusion) is conclusion
        else _second(conclusion.folder)
        for conclusion in concluded
    ]


def _surest(role: Role, concluded: Sequence[_Conclusion]) -> _Conclusion | None:
    candidates = [conclusion for conclusion in concluded if conclusion.folder.role is role]
    return max(candidates, key=lambda each: (each.certainty, -len(each.folder.name)), default=None)


def _second(folder: Folder) -> Folder:
    role, what = _ONLY_ONE[folder.role]
    return replace(folder, role=role, why=f"{what} ({folder.why})")


def _chosen(account: str, rows: Sequence[ListedFolder], choices: FolderChoices, namespace: str) -> dict[str, Role]:
    """The names, as the server writes them, of the folders that the owner chose."""
    wanted = [("sent", name, Role.SENT) for name in choices.sent]
    wanted += [("drafts", choices.drafts, Role.DRAFTS)] if choices.drafts else []
    wanted += [("trash", choices.trash, Role.TRASH)] if choices.trash else []
    known = {_comparable(own_name(row, namespace)): row.name for row in rows}
    known |= {_comparable(row.name): row.name for row in rows}
    missing = [(key, name) for key, name, _ in wanted if _comparable(name) not in known]
    if missing:
        raise _no_such_folders(account, missing, rows)
    return {known[_comparable(name)]: role for _, name, role in wanted}


def _no_such_folders(account: str, missing: Iterable[tuple[str, str]], rows: Iterable[ListedFolder]) -> ConfigError:
    return ConfigError(
        tuple(
            f"accounts.{account}.folders.{key}: the server has no folder of that name (got {name!r})"
            for key, name in missing
        ),
        remedy="It has: " + ", ".join(sorted(row.name for row in rows)),
    )


def _skipped(row: ListedFolder, patterns: Iterable[str]) -> bool:
    """Whether the folder, or one that it lies in, is to be left out."""
    levels = row.name.split(row.delimiter) if row.delimiter else [row.name]
    lineage = [row.delimiter.join(levels[:depth]) for depth in range(1, len(levels) + 1)]
    return any(is_like(_comparable(name), _comparable(pattern)) for name in lineage for pattern in patterns)


def _comparable(name: str) -> str:
    """INBOX is one folder in any case; accents may be composed or not."""
    composed = unicodedata.normalize("NFC", name)
    return "INBOX" if _is_inbox(composed) else composed


def _is_inbox(name: str) -> bool:
    """INBOX is one folder in any case (RFC 9051 §5.1)."""
    return name.upper() == "INBOX"


def _lower(attributes: Iterable[str]) -> set[str]:
    return {attribute.lower() for attribute in attributes}
