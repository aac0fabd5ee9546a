"""
How invoices look on a terminal.
"""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from crickets.cli.orders_page import tell_what_holds
from crickets.cli.safe import plain
from crickets.cli.screen import note, results, show_json
from crickets.cli.shapes_of_invoices import entry, state
from crickets.cli.words import Today, count, name_of
from crickets.domain.receivable import Receipt, Receivable
from crickets.domain.verdict import Reason
from crickets.service.accounting import Entry, entries
from crickets.service.application import Application
from crickets.service.overview import detail_of

_STYLES = {"overdue": "red", "unconfirmed": "yellow", "paid": "green", "open": ""}
_UNCONFIRMED = (
    "What is unconfirmed was only guessed at, isn't surely yours, or is from before Crickets looked:\n"
    "`crickets invoice add THREAD` confirms it, `crickets invoice paid N` ends it."
)

_TELL_OF_A_FILE = frozenset({Reason.NO_FILE, Reason.DRAFT_BEFORE_A_NOTICE})
"""What is held by it says itself how a missing file is named."""


def tell_all(app: Application, *, as_json: bool) -> None:
    """Every invoice that is known."""
    known, today = entries(app), _today(app)
    if as_json:
        show_json({"as_of": today.iso(today.now), "invoices": [entry(each) for each in known]})
        return
    if not known:
        results().print(Text("No invoice is known yet."))
        note("One that you send is found by itself; of any other, tell by `crickets invoice add`.", style="dim")
        return
    results().print(_table(known, today))
    if any(state(each) == "unconfirmed" and each.invoice.doubt is None for each in known):
        note(_UNCONFIRMED, style="dim")
    if any(each.invoice.doubt is not None for each in known):
        note("What was perhaps credited isn't asked for: `crickets show THREAD` tells how to settle it.", style="dim")


def tell_one(app: Application, each: Entry, *, as_json: bool) -> None:
    """What holds of one invoice now, and what follows."""
    today, invoice = _today(app), each.invoice
    if as_json:
        show_json(entry(each))
        return
    results().print(_table((each,), today))
    if not invoice.is_open:
        results().print(Text("It is paid: nothing more is asked for, and an untouched draft that does is taken back."))


def tell_that_no_file_is_known(each: Entry) -> None:
    """Where its notices lack what they bring along."""
    invoice = each.invoice
    if not _files(each) and invoice.is_open:
        by = f"`crickets invoice add {invoice.thread} --number {plain(invoice.number)} --file …`"
        note(f"No file of it is known, and no notice goes without: name it by {by}.", style="yellow")


def tell_of_its_notices(app: Application, each: Entry) -> None:
    """Which file goes along with what asks for an invoice, and what comes of its thread next."""
    whence = "that you named" if each.invoice.path else "from the mail that you sent"
    for name in _files(each):
        results().print(Text(f"Each notice brings along {plain(name)}, {whence}."))
    policy, now = app.settings.policy, app.clock()
    detail = detail_of(app.ledger, each.invoice.thread, policy, now)
    verdict = None if detail is None else detail.verdict
    if verdict is None or verdict.reason.reason not in _TELL_OF_A_FILE:
        tell_that_no_file_is_known(each)
    if detail is not None:
        tell_what_holds(detail, policy, now, as_json=False)


def tell_that_it_is_known(each: Entry) -> None:
    """Where nothing is left to be confirmed."""
    note(f"Invoice {plain(each.invoice.number)} is known already, by your word: nothing was left to confirm.", "dim")


def tell_that_it_is_paid(app: Application, each: Entry) -> None:
    """Where it's said once more: the day on which the last of it came in."""
    last = max((receipt.payment.on for receipt in each.invoice.receipts), default=None)
    on = "" if last is None else f", {_today(app).on(last)}"
    note(f"Invoice {plain(each.invoice.number)} was paid already{on}; nothing is changed by this.", "dim")


def tell_came_in_before(receipt: Receipt, invoice: Receivable) -> None:
    """Where a sum is said once more of one day: it may be the same money, or more."""
    payment = receipt.payment
    note(
        f"You have said already that {payment.amount:f} {plain(invoice.currency or '')} came in for invoice "
        f"{plain(invoice.number)} on {payment.on}; nothing is changed by this. If as much came in twice that day, say "
        "it with --again; if on another, with --on.",
        style="yellow",
    )


def tell_struck_out(receipt: Receipt, currency: str) -> None:
    """What the owner had said, and holds no more."""
    payment = receipt.payment
    note(f"Struck out: {payment.amount:f} {plain(currency)} that came in on {payment.on}.")


def _today(app: Application) -> Today:
    return Today(now=app.clock(), zone=app.settings.policy.owner.zone)


def lines_of(known: tuple[Entry, ...], today: Today) -> Table:
    """The invoices of one thread, for `show`."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for each in known:
        number, _, _, still, told = _row(each, today)
        table.add_row(Text.assemble("  ", number), still, told, Text(", ".join(map(plain, _files(each))), style="dim"))
    return table


def _files(each: Entry) -> tuple[str, ...]:
    return (each.invoice.path,) if each.invoice.path else each.invoice.files


def _table(known: tuple[Entry, ...], today: Today) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title, how in (("Invoice", "left"), ("Thread", "left"), ("Client", "left"), ("Open", "right"), ("", "left")):
        table.add_column(title, justify="right" if how == "right" else "left", overflow="fold")
    for each in known:
        table.add_row(*_row(each, today))
    return table


def _row(each: Entry, today: Today) -> tuple[Text, ...]:
    invoice, where = each.invoice, state(each)
    still = "?" if invoice.open_sum is None else f"{invoice.open_sum:f} {plain(invoice.currency or '')}".strip()
    part = f" of {invoice.amount:f}" if invoice.paid and invoice.is_open and invoice.amount is not None else ""
    return (
        Text(plain(invoice.number) or "?", style="bold"),
        Text(invoice.thread),
        Text(name_of(each.client)),
        Text(f"{still}{part}"),
        Text(_told(each, where, today), style=_STYLES[where]),
    )


def _told(each: Entry, where: str, today: Today) -> str:
    due = "" if each.invoice.due_on is None else f"due {today.on(each.invoice.due_on)}"
    if where == "overdue":
        return f"{count(each.days_late, 'day')} late, {due}"
    if where == "open":
        return due
    if each.invoice.doubt is not None:
        return f"{where}, perhaps credited by {plain(each.invoice.doubt.by)}, {due}"
    by = "".join(f"taken off by {plain(number)}" for number in each.invoice.credit_notes[-1:])
    return ", ".join(filter(None, (where, due if where == "unconfirmed" else by)))
