"""
`crickets template`: the texts that drafts are made of, the built-in ones and the owner's own.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption, MaybeTemplateArgument, TemplateArgument, ThreadOption
from crickets.cli.call import FLAG, call_of
from crickets.cli.demo import require_demo

app = typer.Typer(add_completion=False)
texts = typer.Typer(no_args_is_help=True)
app.add_typer(texts, name="template", rich_help_panel="Setting up")

_CODES = "en, it, pl, is, de, fr, es, nl, pt or sv"
LanguageOption = Annotated[str, typer.Option("--language", metavar="CODE", help=f"Which language's text: {_CODES}.")]
OtherLanguageOption = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help=f"Write it in {_CODES}; by default in the language its draft would have (--demo: en).",
    ),
]


DemoOption = Annotated[
    bool,
    typer.Option("--demo", metavar=FLAG, help="Fill it from a sample mailbox, without yours and without a config."),
]
AllOption = Annotated[
    bool,
    typer.Option(
        "--all", metavar=FLAG, help="With --demo: every template, in every language or in that of --language."
    ),
]
EveryLanguageOption = Annotated[
    bool, typer.Option("--all-languages", metavar=FLAG, help="Its text in every language that isn't there yet.")
]
FormOption = Annotated[
    bool | None,
    typer.Option(
        "--formal/--informal", metavar=FLAG, help="In which form of address; by default in that of its draft."
    ),
]


@texts.callback()
def template() -> None:
    """List, show, change and try the texts that drafts are made of."""


@texts.command("list")
def list_(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Name every template, and the languages it is written in."""
    from crickets.cli.screen import note, results, show_json
    from crickets.cli.template_page import list_page, listed
    from crickets.cli.templates import shelf_with_warnings
    from crickets.config.environment import environment

    shelf, warnings = shelf_with_warnings(call_of(ctx).config, environment())
    for warning in warnings:
        note(warning, "yellow")
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
def eject(
    ctx: typer.Context, name: TemplateArgument, language: LanguageOption = "en", every: EveryLanguageOption = False
) -> None:
    """Copy a built-in template beside your config, to be changed there; never overwrites."""
    from crickets.cli.screen import note, results
    from crickets.cli.templates import ejected, ejected_in_all
    from crickets.config.environment import environment

    config = call_of(ctx).config
    paths = ejected_in_all(config, environment(), name) if every else (ejected(config, environment(), name, language),)
    for path in paths:
        results().print(f"{path} is yours to change; Crickets takes it from now on.", soft_wrap=True)
    if not every:
        note(f"It's the text in one language, {language}; --language and --all-languages copy others.", "dim")


@texts.command()
def render(
    ctx: typer.Context,
    name: MaybeTemplateArgument = None,
    thread: ThreadOption = None,
    demo: DemoOption = False,
    every: AllOption = False,
    language: OtherLanguageOption = "",
    formal: FormOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a template filled from a real thread, or from a sample mailbox; nothing is laid."""
    from crickets.cli.template_render import Wish, from_a_thread, from_the_demo

    if (thread is None) is not demo:
        raise typer.BadParameter(
            "one of the two: a thread of yours, or a sample mailbox", param_hint="--thread, --demo"
        )
    if (name is None) is not every or (every and not demo):
        raise typer.BadParameter("name one, or ask for --all of them with --demo", param_hint="NAME")
    wish = Wish(template=name, language=language, formal=formal)
    if thread is None:
        require_demo()
        from_the_demo(ctx, wish, as_json=as_json)
    else:
        from_a_thread(ctx, wish, thread, as_json=as_json)
