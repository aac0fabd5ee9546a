"""
`crickets digest`: today's digest as it would be sent, and sending it now.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption
from crickets.cli.call import FLAG, opened

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Every day")
def digest(
    ctx: typer.Context,
    send: Annotated[
        bool, typer.Option("--send", metavar=FLAG, help="Send it now, whatever the hour; then it's today's.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show the digest that would be sent to you now, or send it."""
    from crickets.cli.digest_page import digest_page, how_to_have_it_sent, sender_of, sent, todays
    from crickets.cli.screen import note, results, say, show_json
    from crickets.cli.shapes_of_digests import digest as shape

    # Like an order it's one write: no lock is needed, or nothing could be sent while the daemon runs.
    with opened(ctx, exclusive=False) as app:
        digests = sender_of(app) if send else None
        today, wish = todays(app), app.settings.digest
        issue = digests.send(today) if digests is not None and today.is_worth_it else None
        zone = app.settings.policy.owner.zone
    if as_json:
        show_json(shape(today, wish, zone, sent=issue is not None))
    elif issue is None and not today.digest.is_empty:
        for part in digest_page(today, wish):
            say(results(), part)
    if issue is not None and wish is not None:
        note(sent(wish), style="green")
    elif not today.is_worth_it:
        note("There is nothing to be done and nothing new: no digest is sent.")
    elif wish is None and not as_json:
        note(how_to_have_it_sent())
