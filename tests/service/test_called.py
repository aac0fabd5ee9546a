"""What threads are called by, those that rest among them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from crickets.domain.message import Role
from crickets.domain.rest import Rest
from crickets.ledger import ledger_in_memory
from crickets.service.called import all_called
from tests.builders import NOW, a_policy, a_reply, ago
from tests.contract.test_ledger import keep

POLICY = replace(a_policy(), edition="these")


@pytest.mark.parametrize(("age", "subjects"), [(timedelta(hours=2), ["Lunch"]), (timedelta(days=40), [])])
def test_a_mail_in_a_thread_that_rests_as_nothing(age: timedelta, subjects: list[str]) -> None:
    """One of today's goes by its subject, though nothing is decided of it; an old one doesn't."""
    with closing(ledger_in_memory()) as ledger:
        keep(ledger, a_reply(NOW - age, parents=(), subject="Lunch"), role=Role.INBOX)
        ledger.complete("work", ago(days=50))
        ledger.abide_by("work", POLICY.edition, NOW)
        ledger.rest("work", [(thread.id, Rest()) for thread in ledger.to_be_judged("work", NOW)], NOW)

        assert list(ledger.awake("work", NOW)) == []
        assert [called.subject for called in all_called(ledger, ("work",), POLICY, NOW)] == subjects
