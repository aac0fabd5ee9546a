"""The short names of threads."""

from __future__ import annotations

from crickets.ledger import ledger_in_memory
from crickets.ledger.names import full_name, name_threads


def test_a_thread() -> None:
    """It's named after its account and its first message, the same on every machine."""
    assert full_name("work", "a@mail.example")[:12] == "9x1wztkvwa88"


def test_letters_that_look_like_others() -> None:
    """No name has any."""
    letters = {letter for n in range(100) for letter in full_name("work", str(n))}

    assert letters == set("0123456789abcdefghjkmnpqrstvwxyz")


def test_names_that_begin_alike() -> None:
    """Each takes as much of its whole name as nobody else has taken."""
    ledger = ledger_in_memory()
    with ledger._store.writing() as connection:
        names = name_threads(connection, ["k3f9aaaa", "k3f9abbb", "zzzzzzzz", "k3f9accc"])
    ledger.close()

    assert names == ("k3f9", "k3f9a", "zzzz", "k3f9ac")
