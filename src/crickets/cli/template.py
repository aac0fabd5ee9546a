"""
`crickets template`: the texts that drafts are made of, the built-in ones and the owner's own.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption, TemplateArgument, ThreadOption
from crickets.cli.call import call_of, opened

app = typer.Typer(add_completion=False)
texts = typer.Typer(no_args_is_help=True)
app.add_typer(texts, name="template", rich_help_panel="Setting up")

_CODES = "en, it, pl, is, de, fr, es, nl, pt or sv"
LanguageOption = Annotated[str, typer.Option("--language", metavar="CODE", help=f"Which language's text: {_CODES}.")]
OtherLanguageOption = Annotated[
    str,
    typer.Option(
        "--language", metavar="CODE", help=f"Write it in {_CODES}; by default in the language its draft would have."
    ),
]


@texts.callback()
def template() -> None:
    """List, show, change and try the texts that drafts are made of."""


@texts.command("list")
def list_(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Name every template, and the languages it is written in."""
    from crickets.cli.screen import results, show_json
    from crickets.cli.template_page import list_page, listed
    from crickets.cli.templates import shelf_of
    from crickets.config.environment import environment

    shelf = shelf_of(call_of(ctx).config, environment())
    if as_json:
        show_json({"templates": listed(shelf)})
    else:
        results().print(list_page(shelf))


@texts.command()
def show(
    ctx: typer.Context, name: TemplateArgument, language: LanguageOption = "en", as_json: JsonOption = False
) -> None:
    """Show a template's source."""
    from crickets.cli.screen import note, results, show_json
    from crickets.cli.template_page import source_page, told
    from crickets.cli.templates import shelf_of, template_named
    from crickets.config.environment import environment

    found = template_named(shelf_of(call_of(ctx).config, environment()), name, language)
    if as_json:
        show_json(told(found))
        return
    note(found.origin, style="dim")
    results().print(source_page(found), soft_wrap=True)


@texts.command()
def eject(ctx: typer.Context, name: TemplateArgument, language: LanguageOption = "en") -> None:
    """Copy a built-in template beside your config, to be changed there; never overwrites."""
    from crickets.cli.screen import results
    from crickets.cli.templates import ejected
    from crickets.config.environment import environment

    path = ejected(call_of(ctx).config, environment(), name, language)
    results().print(f"{path} is yours to change; Crickets takes it from now on.", soft_wrap=True)


@texts.command()
def render(
    ctx: typer.Context,
    name: TemplateArgument,
    thread: ThreadOption,
    language: OtherLanguageOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show a template filled from a real thread; nothing is laid."""
    from crickets.cli.letters import read, text_of
    from crickets.cli.naming import thread_meant
    from crickets.cli.screen import note, results, show_json
    from crickets.cli.template_page import draft_page
    from crickets.cli.templates import template_named
    from crickets.service.overview import detail_of
    from crickets.service.sample import sample

    with opened(ctx, exclusive=False) as app:
        template_named(app.shelf, name, language or "en")
        found = thread_meant(app, thread)
        detail = detail_of(app.ledger, found, app.settings.policy, app.clock())
        made = sample(app, detail, name, language)
    if made.without_letters:
        note(f"Without quote and without your voice, as your mail can't be read now: {made.without_letters}", "yellow")
    if made.made_up:
        note("The invoice in it is made up: the thread has none that is late.", "yellow")
    if as_json:
        headers = {name.lower(): value for name, value in read(made.message).headers}
        show_json({**headers, "text": text_of(made.message), "without_letters": made.without_letters or None})
    else:
        results().print(draft_page(made.message), soft_wrap=True)
