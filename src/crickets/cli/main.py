"""
The command `crickets`: its global options, and the one place where an error ends a process.

Must stay quick to import: nothing but typer is loaded before a command is known.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crickets import __version__
from crickets.cli.call import FLAG, Call
from crickets.cli.collecting import collect_no_more, collect_rarely
from crickets.cli.completion_in_zsh import complete_at_first
from crickets.cli.leaving import leave
from crickets.cli.next_steps import of_config
from crickets.cli.on_demand import OnDemandGroup
from crickets.errors import CricketsError, ExitCode, LedgerUnusable
from crickets.service.log_form import LogForm

app = typer.Typer(
    cls=OnDemandGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a mistake of ours keeps its plain traceback, without the values of variables
    context_settings={"help_option_names": ["-h", "--help"]},
)

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crickets {__version__}")
        raise typer.Exit


@app.callback()
def crickets(
    ctx: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="PATH", help="The config file, in place of the one in its usual places."),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", metavar=FLAG, help="Tell more of what is done, on stderr.")
    ] = False,
    log_form: Annotated[
        LogForm,
        typer.Option(
            "--log-format",
            metavar="FORM",
            help="How the log is written: auto, text, json or journal (docs/systemd.md).",
        ),
    ] = LogForm.AUTO,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", metavar=FLAG, callback=_tell_version, is_eager=True, help="Tell the version and exit."
        ),
    ] = False,
) -> None:
    """See which clients have gone quiet, and find the next follow-up in your Drafts. Crickets never sends."""
    of_config(config)
    ctx.obj = Call(config=config, verbose=verbose, log_form=log_form)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with these arguments, or the process's own; always ends with `SystemExit`."""
    _have_all_streams()
    _never_stumble_over_letters()
    complete_at_first()
    if arguments is not None:  # it's not our process
        _run(arguments)
    collect_rarely()
    try:
        _run(arguments)
    except SystemExit as ending:
        leave(ending)
        collect_no_more()
        raise


def _run(arguments: Sequence[str] | None) -> None:
    try:
        app(arguments, prog_name="crickets")
    except CricketsError as error:
        from crickets.cli.telling import tell

        sys.exit(tell(error))
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        sys.exit(_tell_no_room())
    finally:
        of_config(None)


def _tell_no_room() -> ExitCode:
    """Say that what was to be told could not be written; what is left of it goes nowhere."""
    from crickets.cli.telling import tell

    descriptor = os.open(os.devnull, os.O_WRONLY)
    os.dup2(descriptor, sys.stdout.fileno())  # or the interpreter stumbles over it once more when it ends
    return tell(
        LedgerUnusable("There is no room left on the disk for this.", remedy="Free some space there, and try again.")
    )


def _have_all_streams() -> None:
    """Who closed one (`2>&-`) reads nothing of it; else the next file opened, the ledger, would take its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - gets the lowest free number


def _never_stumble_over_letters() -> None:
    """Mail is written in every script; what a terminal's encoding lacks is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
