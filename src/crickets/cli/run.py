"""
`crickets run`: the daemon.
"""

from __future__ import annotations

import typer

from crickets.cli.arguments import LogFormOption
from crickets.cli.call import begin_log, call_of

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Every day")
def run(ctx: typer.Context, log_form: LogFormOption = None) -> None:
    """Watch the mail until told to stop (SIGTERM); reads the config anew on SIGHUP."""
    from crickets.config.environment import environment
    from crickets.service.run import run_daemon

    begin_log(ctx, form=log_form)
    run_daemon(call_of(ctx).config, environment())
