"""The names by which owners call their folders."""

from __future__ import annotations

import pytest

from crickets.domain.filing import FolderName, is_any_called

ACME = FolderName(whole="Clients/Acme", levels=("Clients", "Acme"))
AT_COURIERS = FolderName(whole="INBOX.Clients.Acme", levels=("Clients", "Acme"))
AT_GMAIL = FolderName(whole="[Gmail]/Important", levels=("Important",))


@pytest.mark.parametrize("folder", [ACME, AT_COURIERS])
def test_by_its_levels(folder: FolderName) -> None:
    """As mail clients show it, whatever its server writes between the levels and before them all."""
    assert folder.is_called("Clients/Acme")


@pytest.mark.parametrize("pattern", ["INBOX.Clients.Acme", "Clients.Acme"])
def test_as_its_server_writes_it(pattern: str) -> None:
    """Whole, or without what stands before every folder there."""
    assert AT_COURIERS.is_called(pattern)


@pytest.mark.parametrize("pattern", ["Clients", "Acme", "Clients/Acme/2026", "Clients/Acm", "lients/Acme", ""])
def test_another_folder(pattern: str) -> None:
    """The one above, one below, and a part of the name are others."""
    assert not ACME.is_called(pattern)


@pytest.mark.parametrize(
    ("pattern", "fits"), [("Clients/*", True), ("*/Acme", True), ("*", True), ("Clients/*/2026", False)]
)
def test_a_star(pattern: str, *, fits: bool) -> None:
    """It stands for anything."""
    assert ACME.is_called(pattern) == fits


def test_a_star_for_several_levels() -> None:
    """All that is below a folder, however deep; the folder itself isn't."""
    deep = FolderName(whole="INBOX.Clients.Acme.2026", levels=("Clients", "Acme", "2026"))

    assert deep.is_called("Clients/*")
    assert not FolderName(whole="Clients", levels=("Clients",)).is_called("Clients/*")


@pytest.mark.parametrize(("pattern", "fits"), [("[Gmail]/Important", True), ("G/Important", False)])
def test_brackets(pattern: str, *, fits: bool) -> None:
    """They stand for themselves."""
    assert AT_GMAIL.is_called(pattern) == fits


@pytest.mark.parametrize(("pattern", "fits"), [("Really?", True), ("Really!", False)])
def test_a_question_mark(pattern: str, *, fits: bool) -> None:
    """So does it."""
    assert FolderName(whole="Really?").is_called(pattern) == fits


def test_any_case() -> None:
    """Nobody has two folders that differ in that alone."""
    assert ACME.is_called("clients/ACME")


def test_accents() -> None:
    """Composed or not, as a Mac writes them: they look alike."""
    assert FolderName(whole="Kunden/Mu\u0308ller", levels=("Kunden", "Mu\u0308ller")).is_called("Kunden/M\u00fcller")


def test_whose_levels_are_not_known() -> None:
    """A ledger of before has the whole name alone."""
    folder = FolderName(whole="INBOX.Clients.Acme")

    assert folder.is_called("INBOX.Clients.Acme")
    assert not folder.is_called("Clients/Acme")
    assert not folder.is_called("")


def test_several() -> None:
    """One of the folders, one of the patterns."""
    assert is_any_called((AT_GMAIL, ACME), iter(("Else", "Clients/Acme")))
    assert not is_any_called((AT_GMAIL, ACME), ("Else",))
    assert not is_any_called((), ("*",))
