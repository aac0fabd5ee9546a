"""Problems in kinds and values, and the sentences that the ledger keeps of them."""

from __future__ import annotations

import pytest

from crickets.domain.problem import Fault, Problem, problem_in
from tests.writing.golden_digests import a_problem

KEPT = tuple(fault for fault in Fault if fault is not Fault.OTHER)


@pytest.mark.parametrize("fault", KEPT)
@pytest.mark.parametrize("where", ["", "Sent", "INBOX/a: b"])
def test_a_sentence_that_is_kept(fault: Fault, where: str) -> None:
    """It's known again, with its values, and where it is; told again, it's the same."""
    problem = a_problem(fault, where)
    sentence = str(problem).removeprefix("work: ")

    assert problem_in(sentence, "work") == problem
    assert str(problem_in(sentence, "work")) == f"work: {sentence}"


@pytest.mark.parametrize("fault", [Fault.LOGIN_REFUSED, Fault.ENTRY_REFUSED, Fault.SIGN_IN_REFUSED])
def test_a_refusal_without_a_word(fault: Fault) -> None:
    """Nothing is said for it."""
    about = {"host": "imap.example.org", "user": "dana", "command": "crickets auth login work"}
    sentence = fault.told(**about, answer="")

    assert problem_in(sentence).fault is fault
    assert dict(problem_in(sentence).about)["answer"] == ""


@pytest.mark.parametrize("sentence", ["the disk is full", "it is suddenly empty", "a\nb", "x: " + "y" * 5_000, ""])
def test_any_other_sentence(sentence: str) -> None:
    """It's told as it is."""
    assert problem_in(sentence, "work") == Problem(fault=Fault.OTHER, about=(("said", sentence),), account="work")


def test_a_day() -> None:
    """It's told by itself, where there is one."""
    assert a_problem(Fault.NO_ORDER).day == "2026-11-08"
    assert not a_problem(Fault.HUNG_UP).day
