"""
`crickets classify`: what raw messages are, by which signals, and what they say. Needs no config and no ledger.
"""

from __future__ import annotations

from typing import Annotated

import typer

from crickets.cli.arguments import JsonOption

app = typer.Typer(add_completion=False)

FilesArgument = Annotated[
    list[str],
    typer.Argument(metavar="FILE…", help="Messages as they came (.eml); - is stdin.", show_default=False),
]
RegionOption = Annotated[
    str, typer.Option("--region", metavar="CC", help="The country whose telephone numbers need no prefix: IT, DE, …")
]


@app.command(rich_help_panel="Setting up")
def classify(files: FilesArgument, region: RegionOption = "", as_json: JsonOption = False) -> None:
    """Read raw messages: a person's, an automatic reply, a bounce …? And why, and what they say."""
    from crickets.cli.classify_page import classified_page
    from crickets.cli.message_files import octets_of
    from crickets.cli.screen import results, show_json_line
    from crickets.cli.shapes_of_mail import classified
    from crickets.cli.telling import tell
    from crickets.errors import CricketsError, ExitCode
    from crickets.reading import reading_of

    code = ExitCode.OK
    for name in files:
        try:
            reading = reading_of(octets_of(name), region=region)
        except CricketsError as error:
            code = tell(error, about=name)
            continue
        if as_json:
            show_json_line(classified(name, reading))
        else:
            results().print(classified_page(name, reading), soft_wrap=True)
    raise typer.Exit(code)
