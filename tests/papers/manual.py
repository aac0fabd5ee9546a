"""
The manual page `man/crickets.1`, made of the tree of commands: ``make man`` writes it, a test holds it to be new.

In man(7)'s own macros, which groff and mandoc both read. What a command takes and does is said where the command is.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

import typer.main

from crickets import __version__
from crickets.cli.main import app
from tests.papers.pages import ROOT

MANUAL = ROOT / "man" / "crickets.1"

_DATE = "2026-11-30"
"""When what stands around the commands was last looked over."""

_WIDE = 110

_HEAD = """\
.\\" Made by `make man` from the commands' own help; what is changed here is lost.
.TH CRICKETS 1 "{date}" "Crickets {version}" "User Commands"
.SH NAME
crickets \\- see which clients have gone quiet, and find the next follow\\-up in your Drafts
.SH SYNOPSIS
.B crickets
.RI [ OPTIONS ]
.I COMMAND
.RI [ ARGUMENTS ]
.SH DESCRIPTION
Crickets watches the mail that its owner sends.
When a client has gone quiet it lays the next follow\\-up, as a reply, into the owner's Drafts folder.
It never sends mail to a client, never changes a message that it did not lay, and never touches a draft of its own
once somebody has.
.PP
Every command that shows something takes
.BR \\-\\-json ,
and then writes one document to stdout and nothing else; logs and remarks go to stderr.
A thread is named as
.B crickets status
names it, by the beginning of that, by a word of its client or subject, or by its invoice's number.
"""

_TAIL = """\
.SH EXIT STATUS
.TP
.B 0
all is well; holds and dry runs are
.TP
.B 2
wrong usage
.TP
.B 74
the ledger or a file can't be used: it's not ours, of a newer version, or the disk is full
.TP
.B 75
a server could not be reached or failed for now, or another process has the ledger: try again
.TP
.B 77
the login was refused
.TP
.B 78
the config is wrong
.SH ENVIRONMENT
.TP
.B CRICKETS_CONFIG
the config file, where
.B \\-\\-config
names none
.TP
.BR XDG_CONFIG_HOME ", " XDG_STATE_HOME
where the user's config and state are sought
.TP
.BR STATE_DIRECTORY ", " CREDENTIALS_DIRECTORY
set by systemd: the folder of the ledger, and that of secrets
.TP
.B NO_COLOR
no colours
.PP
Passwords are read from the variables that the config names.
.SH FILES
.TP
.IR ~/.config/crickets/config.toml ", " /etc/crickets/config.toml
the config, the first that is there; every key stands in
.B crickets init \\-\\-example
.TP
.I .env
beside the config: passwords, for the owner's eyes alone
.TP
.I ~/.local/state/crickets/ledger.sqlite3
what is known, and what was done; under systemd in
.I /var/lib/crickets
.SH EXAMPLES
.TP
.B crickets init
find the server, try the login, write the config
.TP
.B crickets once \\-\\-dry\\-run
read the mailbox, and show every draft that would be laid now
.TP
.B crickets run
watch the mailbox until told to stop
.TP
.B crickets snooze k3f9 \\(dq2 weeks\\(dq
leave a thread alone for a while
.SH SEE ALSO
.BR systemctl (1),
.BR journalctl (1)
.PP
The pages that are called
.I docs/
tell of plans, drafts, invoices, sign\\-in and what is kept; they're in the source, and in
.I share/doc/crickets
of what is installed, beside this page's
.IR share/man .
"""


def manual() -> str:
    """The whole page."""
    group = typer.main.get_command(app)
    return "".join(
        (
            _HEAD.format(version=__version__, date=_DATE),
            ".SH OPTIONS\n",
            *(_option(param) for param in group.params),
            *_commands(group),
            _TAIL,
        )
    )


def _commands(group: Any) -> Iterator[str]:  # noqa: ANN401 - a command of typer, whose class has no public name
    """Each command under the heading of its panel."""
    every = [(name, group.commands[name]) for name in group.commands]
    for panel in dict.fromkeys(command.rich_help_panel for _, command in every):
        yield f".SH {_quoted(panel.upper())}\n"
        for name, command in every:
            if command.rich_help_panel == panel:
                yield from _command(name, command)


def _command(path: str, command: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    """How it's called, what it does, and its options; of a group, each that it has."""
    below = getattr(command, "commands", {})
    for name in below:
        yield from _command(f"{path} {name}", below[name])
    if not below:
        yield f".SS {_escaped(_usage(path, command))}\n{_filled(command.help)}"
        yield from (_argument(param) for param in command.params if _is_argument(param) and param.help)
        yield from (_option(param) for param in command.params if not _is_argument(param))


def _usage(path: str, command: Any) -> str:  # noqa: ANN401 - as above
    return " ".join((path, *(_placeholder(param) for param in command.params if _is_argument(param))))


def _is_argument(param: Any) -> bool:  # noqa: ANN401 - as above
    return bool(param.param_type_name == "argument")


def _placeholder(param: Any) -> str:  # noqa: ANN401 - as above
    name = param.metavar or param.name.upper()
    return name if param.required or name.startswith("[") else f"[{name}]"


def _argument(param: Any) -> str:  # noqa: ANN401 - as above
    return f".TP\n.I {_escaped(param.metavar.strip('[]'))}\n{_filled(param.help)}"


def _option(param: Any) -> str:  # noqa: ANN401 - as above
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in (*param.opts, *param.secondary_opts))
    value = "" if param.is_flag else f" \\fI{_escaped(param.metavar or param.type.name.upper())}\\fR"
    return f".TP\n{names}{value}\n{_filled(param.help)}"


def _filled(words: str) -> str:
    """A text of one paragraph or several, in lines that no diff makes longer than they are."""
    paragraphs = [" ".join(each.split()) for each in words.strip().split("\n\n")]
    return ".PP\n".join(
        "".join(f"{_escaped(line)}\n" for line in textwrap.wrap(each, _WIDE, break_on_hyphens=False))
        for each in paragraphs
    )


def _quoted(words: str) -> str:
    return f'"{_escaped(words)}"'


def _escaped(words: str) -> str:
    r"""As roff shows it: ``-`` for a hyphen that is typed, quotes and dots that are no request of roff's."""
    plain = words.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    plain = plain.replace("`", "\\(ga").replace("…", "...")
    return re.sub(r"^([.'])", r"\\&\1", plain)


if __name__ == "__main__":
    MANUAL.parent.mkdir(exist_ok=True)
    MANUAL.write_text(manual(), encoding="utf-8")
