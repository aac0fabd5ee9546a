"""
The commands: the only place that prints or exits, and the only home of typer and rich.

A command's own module knows its options and calls the service; a page (`…_page`) knows how a result looks on a
terminal, `shapes` how it looks as JSON. What a command needs is imported when it runs, so that `--version`, `--help`
and shell completion stay quick.
"""
