"""
`crickets invoice`: what clients owe, told by the mail that you sent or by you; and that it was paid.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption, ThreadArgument
from crickets.cli.call import FLAG, opened

app = typer.Typer(add_completion=False)
invoices = typer.Typer(no_args_is_help=True)
app.add_typer(invoices, name="invoice", rich_help_panel="Your word on a thread")

NumberOption = Annotated[str, typer.Option("--number", metavar="N", help="As it stands on the invoice.")]
AmountOption = Annotated[str, typer.Option("--amount", metavar="SUM", help="1200.00")]
CurrencyOption = Annotated[str, typer.Option("--currency", metavar="CODE", help="EUR, PLN, USD, … (ISO 4217)")]
DueOption = Annotated[str, typer.Option("--due", metavar="DATE", help="By when it is to be paid: 2026-01-19.")]
IssuedOption = Annotated[str, typer.Option("--issued", metavar="DATE", help="The day of the invoice.")]
FileOption = Annotated[
    Path | None, typer.Option("--file", metavar="PATH", help="Its file, if it isn't in the mail that you sent.")
]
OnOption = Annotated[str, typer.Option("--on", metavar="DATE", help="When it came in; today by default.")]


@invoices.callback()
def invoice() -> None:
    """List the invoices that your clients owe, tell of one, say that one is paid."""


@invoices.command("list")
def list_(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """List every invoice known, what is open of it, and how late it is."""
    from crickets.cli.invoice_page import tell_all

    with opened(ctx, exclusive=False) as application:
        tell_all(application, as_json=as_json)


@invoices.command()
def add(
    ctx: typer.Context,
    thread: ThreadArgument,
    *,
    number: NumberOption = "",
    amount: AmountOption = "",
    currency: CurrencyOption = "",
    due: DueOption = "",
    issued: IssuedOption = "",
    file: FileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell of an invoice, or confirm one that was guessed at; what isn't said is taken from what is known of it."""
    from crickets.cli.invoice_page import (
        tell_of_its_notices,
        tell_one,
        tell_that_it_is_known,
        tell_that_no_file_is_known,
    )
    from crickets.cli.naming import thread_meant
    from crickets.service.accounting import known_before, note_told
    from crickets.service.told import Told

    told = Told(number=number, amount=amount, currency=currency, due=due, issued=issued, file=file)
    # As with orders: one write, and a pass looks once more before it lays anything.
    with opened(ctx, exclusive=False) as application:
        name = thread_meant(application, thread)
        before = known_before(application, name) if told == Told() else None
        if before is not None:
            tell_that_it_is_known(before)
        entry = before or note_told(application, name, told)
        tell_one(application, entry, as_json=as_json)
        if as_json:
            tell_that_no_file_is_known(entry)
        else:
            tell_of_its_notices(application, entry)


@invoices.command()
def paid(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The invoice, as `crickets invoice list` has it.")],
    *,
    amount: Annotated[str, typer.Option("--amount", metavar="SUM", help="Only so much of it.")] = "",
    on: OnOption = "",
    thread: Annotated[str, typer.Option("--thread", metavar="THREAD", help="Which, if two have the number.")] = "",
    due: Annotated[
        str, typer.Option("--due", metavar="DAY", help="Which, if it's two years' number: when it's due, or the year.")
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", metavar=FLAG, help="The same sum came in once more on that day.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", metavar=FLAG, help="What you last said came in did not.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Say that an invoice was paid, or part of it: nothing is asked for that has come in."""
    from crickets.cli.invoice_page import (
        tell_came_in_before,
        tell_one,
        tell_struck_out,
        tell_that_it_is_paid,
        tell_that_no_file_is_known,
    )
    from crickets.cli.naming import thread_meant
    from crickets.service.accounting import came_in_before, note_paid, paid_before, take_back_paid

    if undo and (amount or on or again):
        raise typer.BadParameter("--undo strikes out what you said last; give it without --amount, --on and --again")
    with opened(ctx, exclusive=False) as application:
        named = thread_meant(application, thread) if thread else None
        if undo:
            entry, receipt = take_back_paid(application, number, thread=named, due=due)
            tell_struck_out(receipt, entry.invoice.currency or "")
        else:
            before = None if amount or on else paid_before(application, number, thread=named, due=due)
            if before is not None:
                tell_that_it_is_paid(application, before)
            said = came_in_before(application, number, amount=amount, on=on, thread=named, due=due)
            if said is not None and not again:
                before, receipt = said
                tell_came_in_before(receipt, before.invoice)
            entry = before or note_paid(application, number, amount=amount, on=on, thread=named, due=due)
        tell_that_no_file_is_known(entry)
        tell_one(application, entry, as_json=as_json)
