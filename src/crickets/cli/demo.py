"""
`crickets demo`: the main job on a server of its own, in this process.
"""

from __future__ import annotations

import typer

from crickets.cli.arguments import JsonOption
from crickets.errors import CricketsError, ExitCode

app = typer.Typer(add_completion=False)


class DemoNotInstalled(CricketsError):
    """The demo's server is an extra that isn't there."""

    exit_code = ExitCode.USAGE


def require_demo() -> None:
    """Nothing, if the demo's server is there; else `DemoNotInstalled`."""
    from importlib.util import find_spec

    if find_spec("pymap") is None:
        raise DemoNotInstalled(
            "The demo needs a mail server of its own, which is not installed.",
            remedy="Install it with: pip install 'crickets[demo]'",
        )


@app.command(rich_help_panel="Setting up")
def demo(as_json: JsonOption = False) -> None:
    """See it work on a sample mailbox: no config, no network, a few seconds."""
    require_demo()
    from crickets.cli.demo_page import play, play_as_json

    if as_json:
        play_as_json()
    else:
        play()
