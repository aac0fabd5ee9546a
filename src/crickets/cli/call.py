"""
How a command was called: the global options, and what is opened by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crickets.service.log_form import LogForm

if TYPE_CHECKING:
    from crickets.service.application import Application


FLAG = ""
"""The metavar of an option without a value: typer's help would call it `<bool>`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The options before the command's name."""

    config: Path | None = None
    verbose: bool = False
    log_form: LogForm = LogForm.AUTO


def call_of(ctx: typer.Context) -> Call:
    """The global options of this call."""
    call = ctx.find_object(Call)
    return call if call is not None else Call()


@contextmanager
def opened(ctx: typer.Context, *, exclusive: bool, log_form: LogForm | None = None) -> Iterator[Application]:
    """Everything a command works with, the log begun; `exclusive` takes the ledger for this process alone."""
    from crickets.config.environment import environment
    from crickets.service.application import open_application

    begin_log(ctx, quiet=True, form=log_form)
    _leave_out_second_tries(ctx)
    with open_application(call_of(ctx).config, environment(), exclusive=exclusive) as app:
        yield app


def _leave_out_second_tries(ctx: typer.Context) -> None:
    """What is tried again within a command and fails for good is told as an error; each try only with `--verbose`."""
    import logging

    logging.getLogger("stamina").setLevel(logging.NOTSET if call_of(ctx).verbose else logging.ERROR)


def begin_log(ctx: typer.Context, *, quiet: bool = False, form: LogForm | None = None) -> None:
    """
    Let the log begin, in colours where they are wanted; what a page tells anyway isn't logged `quiet`.

    In the `form` that was asked for behind the command's name, or else in the one before it.
    """
    from crickets.cli.screen import notes
    from crickets.service import log

    console = notes()
    call, colours = call_of(ctx), console.is_terminal and not console.no_color
    log.set_up(verbose=call.verbose, quiet=quiet, colours=colours, form=form or call.log_form)
