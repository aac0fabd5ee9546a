"""
`crickets classify`: what raw messages are, by which signals, and what they say. Needs no config and no ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crickets.cli.arguments import JsonOption

if TYPE_CHECKING:
    from crickets.reading import Reading

app = typer.Typer(add_completion=False)

FilesArgument = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="A message as it came (.eml); - is stdin.", show_default=False),
]
RegionOption = Annotated[
    str, typer.Option("--region", metavar="CC", help="The country whose telephone numbers have no prefix: IT, DE, …")
]

_EXAMPLES = """
crickets classify message.eml

crickets classify --json new/* | jq -r 'select(.kind == "bounce") | .file'
"""


@app.command(rich_help_panel="Setting up", epilog=_EXAMPLES)
def classify(files: FilesArgument, region: RegionOption = "", as_json: JsonOption = False) -> None:
    """
    Tell what raw messages are (a person's, an automatic reply, a bounce, …), by which signs, and what they say.

    Until when somebody is away, whom to write to instead, whether an answer is
    expected, and the new words without quote and signature. Needs no config.
    With --json, one object a line for each file.
    """
    from crickets.cli.message_files import octets_of
    from crickets.cli.telling import tell
    from crickets.errors import CricketsError, ExitCode
    from crickets.reading import reading_of

    country, code = _country(region), ExitCode.OK
    for name in files:
        try:
            octets = octets_of(name)
        except CricketsError as error:
            code = tell(error, about=name)
            continue
        _show(name, reading_of(octets, region=country), as_json=as_json)
    raise typer.Exit(code)


def _country(region: str) -> str:
    """The country in the config's spelling; wrong usage if it's none."""
    if not region:
        return ""
    from crickets.config.texts import region as country

    try:
        return country(region.upper())
    except ValueError as error:
        raise typer.BadParameter(f'"{region}" {error}', param_hint="--region") from None


def _show(name: str, reading: Reading, *, as_json: bool) -> None:
    """One message on stdout; what a page needs is loaded for a page alone."""
    if as_json:
        from crickets.cli.screen import show_json_line
        from crickets.cli.shapes_of_mail import classified

        return show_json_line(classified(name, reading))
    from crickets.cli.classify_page import classified_page
    from crickets.cli.screen import results

    return results().print(classified_page(name, reading), soft_wrap=True)
