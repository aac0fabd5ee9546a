"""How much the picture of an account can be relied on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crickets.domain.evidence import Evidence
from crickets.domain.message import Role
from crickets.domain.problem import Fault
from tests.builders import FIRST_READ, NOW, a_folder_read, ago, some_evidence


def test_every_folder_read_just_now() -> None:
    """It is complete and fresh, and nothing speaks against it."""
    evidence = some_evidence()

    assert (evidence.complete, evidence.fresh(NOW), evidence.doubts) == (True, True, ())
    assert evidence.problems("work") == ()


def test_an_account_never_read_through() -> None:
    """It isn't complete, however good the folders look."""
    assert not some_evidence(first_read_at=None).complete


def test_no_folder_at_all() -> None:
    """Nothing was read, so nothing is fresh."""
    evidence = Evidence(first_read_at=FIRST_READ)

    assert evidence.read_up_to is None
    assert not evidence.fresh(NOW)


def test_one_folder_read_in_part() -> None:
    """One is enough to spoil the whole, and is named."""
    folders = (a_folder_read(NOW), a_folder_read(NOW, role=Role.SENT, whole=False))
    evidence = Evidence(folders=folders, first_read_at=FIRST_READ)

    assert not evidence.complete
    assert evidence.doubts == ("Sent: not yet read to its end",)


def test_a_first_reading() -> None:
    """That its folders aren't read to their end speaks of itself; by the newest of all of them it shows what's new."""
    inbox, sent = (a_folder_read(NOW, role=role, whole=False) for role in (Role.INBOX, Role.SENT))
    ahead = tuple(replace(each, newest_read=True) for each in (inbox, sent))
    cases = {
        (): (False, False),
        (inbox,): (True, False),
        (replace(inbox, whole=True),): (True, False),  # the others may not have been looked at yet
        (inbox, ahead[1]): (True, False),
        ahead: (True, True),
        (replace(ahead[0], whole=True), ahead[1]): (True, True),
        tuple(replace(each, whole=True) for each in ahead): (True, False),  # read to its end, if not without trouble
    }

    for folders, told in cases.items():
        evidence = Evidence(folders=folders)
        assert (evidence.begun, evidence.shows_the_newest) == told
        assert (evidence.complete, evidence.doubts, evidence.problems("work")) == (False, (), ())
    read = Evidence(folders=ahead, first_read_at=FIRST_READ)
    assert (read.begun, read.shows_the_newest, len(read.doubts)) == (False, False, 2)


def test_one_folder_with_a_problem() -> None:
    """The problem is told in its own words, even if the folder was once read through."""
    folders = (a_folder_read(NOW, problem="it is suddenly empty"),)
    evidence = Evidence(folders=folders, first_read_at=FIRST_READ)

    assert not evidence.complete
    assert evidence.doubts == ("Inbox: it is suddenly empty",)
    assert [str(problem) for problem in evidence.problems("work")] == ["work: Inbox: it is suddenly empty"]


def test_an_account_with_a_problem() -> None:
    """It comes before all that is wrong with folders."""
    evidence = Evidence(
        folders=(a_folder_read(NOW, whole=False),), first_read_at=FIRST_READ, problem="the server went away"
    )

    assert evidence.doubts == ("the server went away", "Inbox: not yet read to its end")
    assert [problem.fault for problem in evidence.problems("work")] == [Fault.OTHER, Fault.NOT_READ]
    assert [str(problem) for problem in evidence.problems("")] == list(evidence.doubts)


def test_a_folder_whose_problem_is_the_accounts() -> None:
    """It's told once."""
    folders = (a_folder_read(NOW, problem="it is suddenly empty"),)
    evidence = Evidence(folders=folders, first_read_at=FIRST_READ, problem="Inbox: it is suddenly empty")

    assert evidence.doubts == ("Inbox: it is suddenly empty",)
    assert [str(problem) for problem in evidence.problems("work")] == ["work: Inbox: it is suddenly empty"]


def test_folders_read_at_different_times() -> None:
    """The picture is as old as the oldest of them."""
    folders = (a_folder_read(NOW), a_folder_read(ago(hours=2), role=Role.JUNK))
    evidence = Evidence(folders=folders, first_read_at=FIRST_READ)

    assert evidence.read_up_to == ago(hours=2)
    assert not evidence.fresh(NOW)


@pytest.mark.parametrize(("minutes", "fresh"), [(0, True), (59, True), (60, True), (61, False), (24 * 60, False)])
def test_a_read_some_time_ago(minutes: int, *, fresh: bool) -> None:
    """It supports a draft for an hour."""
    assert some_evidence(ago(minutes=minutes)).fresh(NOW) == fresh


def test_a_read_in_the_future() -> None:
    """A clock was set in between: nothing says how old the read is."""
    assert not some_evidence(ago(minutes=-1)).fresh(NOW)
