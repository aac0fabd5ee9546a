"""Rules that ask where a thread's mail is filed, on real servers."""

from __future__ import annotations

import pytest

from crickets.domain.thread import OrderKind
from crickets.errors import Refused
from tests.cycle.interference import look
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_silence, days_ago
from tests.fakes.mailbox import Moment

RULES = """
[[rules]]
match = { folder = ["Clients/Acme", "Kunden/Müller"] }
plan = "project"

[[rules]]
match = { folder = "Clients/*" }
plan = "lost"
"""
ACME, OTHER, UMLAUT = "Clients/Acme", "Clients/Other", "Kunden/Müller"


def with_folders(stage: Stage) -> Stage:
    """The owner files by client, and has rules for it; Anna is silent."""
    a_silence(stage.box)
    stage.extra = RULES
    for name in (ACME, OTHER, UMLAUT):
        stage.box.create(name)
    return stage


@pytest.fixture
def filed(quick_stage: Stage) -> Stage:
    """Anna's mail lies in the folder of Acme, and has been read there."""
    file(with_folders(quick_stage), ACME)
    quick_stage.look()
    return quick_stage


def file(stage: Stage, to: str, source: str = "INBOX") -> None:
    """The owner drags Anna's mail from one folder into another."""
    stage.box.move(source, stage.box.folder(source)[0].uid, to)


def plan(stage: Stage) -> tuple[str, bool]:
    """The plan of the only thread, and whether a rule picked it."""
    verdict = stage.verdict()
    told = [str(each) for each in verdict.why if str(each).startswith("plan ")]
    assert len(told) == 1
    return verdict.plan, "your rule " in told[0]


@pytest.mark.parametrize("folder", [ACME, UMLAUT])
def test_filed_later_and_taken_away(stage: Stage, folder: str) -> None:
    """The rule fits from the next look on, and no more once the mail lies elsewhere; the drafts follow the plan."""
    with_folders(stage).look()
    assert (plan(stage), stage.subjects) == (("negotiation", False), ["Re: The new site"])
    file(stage, folder)
    outcome = stage.look(0.1)
    assert plan(stage) == ("project", True)
    assert any(str(each).startswith("plan project: your rule 1 (folder ") for each in stage.verdict().why)
    assert [done.deed.value for done in outcome.done][:1] == ["taken back"]
    file(stage, "Archive", source=folder)
    stage.look(0.2)

    assert plan(stage) == ("negotiation", False)


def test_filed_elsewhere(filed: Stage) -> None:
    """Where it lies now counts, though the rule for where it lay comes first."""
    file(filed, OTHER, source=ACME)
    filed.look(0.1)

    assert plan(filed) == ("lost", True)


def test_filed_back(filed: Stage) -> None:
    """It fits again."""
    for step, (source, to) in enumerate([(ACME, "INBOX"), ("INBOX", ACME)]):
        file(filed, to, source=source)
        filed.look(step + 1)

    assert plan(filed) == ("project", True)


def test_a_copy(filed: Stage) -> None:
    """As long as it lies there, it may lie elsewhere too."""
    filed.box.put("Archive", filed.box.folder(ACME)[0].mail)
    filed.look(0.1)

    assert plan(filed) == ("project", True)


def test_another_mail_of_the_thread_is_there_still(filed: Stage) -> None:
    """Any one of them is enough; the last one taken away, none is."""
    asked = filed.box.folder(ACME)[0]
    filed.box.put(ACME, a_message(CLIENT, ME, at=days_ago(9), reply_to=asked.mail))
    filed.look(0.1)
    filed.box.remove(ACME, asked.uid)
    filed.look(0.2)
    assert plan(filed) == ("project", True)
    filed.box.remove(ACME, filed.box.folder(ACME)[0].uid)
    filed.look(0.3)

    assert plan(filed) == ("negotiation", False)


def test_one_left_as_another_came(filed: Stage) -> None:
    """The folder holds as many as before, and yet Anna's isn't among them."""
    filed.box.put(ACME, a_message("x@y.example", ME, "Else", at=days_ago(3)))
    file(filed, "Archive", source=ACME)
    filed.look(0.1)

    assert plan(filed) == ("negotiation", False)


def test_the_owners_own_mail(filed: Stage) -> None:
    """A copy of what they wrote themselves is mail of the thread too."""
    file(filed, "INBOX", source=ACME)
    filed.look(0.1)
    filed.box.put(ACME, filed.box.folder("Sent")[0].mail)
    filed.look(0.2)

    assert plan(filed) == ("project", True)


def test_an_order_before_it(filed: Stage) -> None:
    """The owner's word for the thread goes before every rule, wherever the mail lies."""
    filed.order(OrderKind.PLAN, plan="cold")
    filed.look(0.1)

    assert plan(filed) == ("cold", False)


def test_a_folder_that_is_gone(filed: Stage) -> None:
    """Once it counts as removed, nothing lies there."""
    filed.box.delete(ACME)
    for days in (1, 2.5):
        filed.look(days)

    assert plan(filed) == ("negotiation", False)


def refusing(moment: Moment) -> None:
    """The server doesn't list what lies in a folder."""
    if moment.call == "uids":
        raise Refused("listing the messages", answer="[LIMIT] No", remedy="None.")


def test_a_server_that_will_not_list(filed: Stage) -> None:
    """Nothing is known to have left then; once it lists, all is told."""
    file(filed, "Archive", source=ACME)
    look(filed, refusing, 0.1)
    assert plan(filed) == ("project", True)
    filed.look(0.2)

    assert plan(filed) == ("negotiation", False)


def test_no_rule_that_asks(quick_stage: Stage) -> None:
    """Nobody's folders are listed for nothing."""
    with_folders(quick_stage).extra = ""
    file(quick_stage, ACME)
    quick_stage.look()
    file(quick_stage, "Archive", source=ACME)
    listed: list[Moment] = []
    look(quick_stage, listed.append, 0.1)

    assert "uids" not in {moment.call for moment in listed}
