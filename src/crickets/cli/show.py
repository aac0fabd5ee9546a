"""
`crickets show`: one thread in full, and why it stands where it stands.
"""

from __future__ import annotations

import typer

from crickets.cli.arguments import JsonOption, ThreadArgument
from crickets.cli.call import call_of, opened

app = typer.Typer(add_completion=False)


@app.command(rich_help_panel="Every day")
def show(ctx: typer.Context, thread: ThreadArgument, as_json: JsonOption = False) -> None:
    """Tell all of one thread: its mail, the silence, the plan, and why what is decided is decided."""
    from crickets.cli.naming import thread_meant
    from crickets.cli.screen import results, show_json
    from crickets.cli.shapes_of_a_thread import shown
    from crickets.cli.show_page import show_page
    from crickets.service.application import forgotten_since
    from crickets.service.overview import detail_of

    with opened(ctx, exclusive=False) as app:
        policy, now = app.settings.policy, app.clock()
        name = thread_meant(app, thread)
        detail = detail_of(app.ledger, name, policy, now)
    if detail is None:
        raise forgotten_since(name)
    if as_json:
        show_json(shown(detail, policy, now))
        return
    console = results()
    for part in show_page(detail, policy, now, ids=call_of(ctx).verbose):
        console.print(part)
