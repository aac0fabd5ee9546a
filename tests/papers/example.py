"""
The thread of docs/how-it-decides.md, as `crickets show` tells it.

``python -m tests.papers.example`` prints it, to be put on the page.
"""

from __future__ import annotations

import io
from contextlib import closing
from datetime import date

from rich.console import Console

from crickets.cli.show_page import show_page
from crickets.domain.mailbox import Uid
from crickets.domain.message import Role
from crickets.domain.remarks import Expectation, Remarks
from crickets.ledger import ledger_in_memory
from crickets.service.overview import detail_of
from tests.builders import a_calendar, a_folder_read, a_policy, a_reply, a_sent, an_auto_reply, june

READ_AT = june(16, 9, 50)
ASKED = a_reply(june(4, 11, 5), subject="The new site", remarks=Remarks(language="en"))
OFFERED = a_sent(
    june(11, 16, 20),
    answering=ASKED,
    subject="Re: The new site",
    remarks=Remarks(language="en", expectation=Expectation(answer=True, reasons=("question: in the last paragraph",))),
)
AWAY = an_auto_reply(
    june(11, 16, 21),
    answering=OFFERED,
    subject="Out of office",
    remarks=Remarks(away=True, away_until=date(2026, 6, 12)),
)
POLICY = a_policy(calendar=a_calendar(holidays={date(2026, 6, 16): "San Vito"}))


def example() -> str:
    """The page, a hundred columns wide, without colours."""
    with closing(ledger_in_memory()) as ledger:
        ledger.record("work", a_folder_read(june(1)), ())
        ledger.complete("work", june(1))
        ledger.record("work", a_folder_read(READ_AT), [(Uid(1), ASKED), (Uid(2), AWAY)])
        ledger.record("work", a_folder_read(READ_AT, role=Role.SENT), [(Uid(1), OFFERED)])
        [thread] = ledger.threads("work")
        detail = detail_of(ledger, thread.id, POLICY, june(16, 10))
        assert detail is not None
        console = Console(file=io.StringIO(), width=100, markup=False, highlight=False, emoji=False, no_color=True)
        for part in show_page(detail, POLICY, june(16, 10)):
            console.print(part)
        assert isinstance(console.file, io.StringIO)
        return "\n".join(line.rstrip() for line in console.file.getvalue().strip().splitlines()) + "\n"


if __name__ == "__main__":
    print(example(), end="")  # noqa: T201 - what it's for
