"""
Arguments and options that several commands share, and how a shell completes them.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crickets.cli.call import FLAG
from crickets.errors import CricketsError
from crickets.service.log_form import LogForm

if TYPE_CHECKING:
    from crickets.domain.verdict import Verdict


_ONE_WORD = re.compile(r"[\w.+@-]+")
_NO_WORDS = re.compile(r"[^\w.,@+/-]")


def _threads(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The threads that are followed up, for a shell; nothing at all where anything is amiss."""
    from crickets.cli.words import name_of, subject_of

    return [
        (verdict.thread, _harmless(f"{name_of(verdict.client)}, {subject_of(verdict.subject)}"))
        for verdict in _verdicts(ctx)
        if verdict.thread.startswith(incomplete.strip().casefold())
    ]


def _verdicts(ctx: typer.Context) -> tuple[Verdict, ...]:
    from crickets.config.environment import environment
    from crickets.service.application import open_application
    from crickets.service.overview import overview_of

    with suppress(CricketsError), open_application(_config(ctx), environment(), exclusive=False) as app:
        overview = overview_of(app.ledger, app.accounts, app.settings.policy, app.clock())
        return (*overview.threads, *(v for v in overview.your_turn if v.anchor is None))
    return ()


def _clients(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The clients of the config by name, and whoever is silent by address; none that a shell would take for more."""
    from crickets.cli.words import name_of

    silent = {v.client.key: _harmless(name_of(v.client)) for v in _verdicts(ctx) if v.client is not None}
    known = {**dict.fromkeys(_client_names(ctx), "a client of your config"), **silent}
    return [each for each in known.items() if each[0].startswith(incomplete) and _ONE_WORD.fullmatch(each[0])]


def _harmless(told: str) -> str:
    """
    What strangers wrote, as a remark that a shell shows: nothing in it that one would carry out.

    zsh evaluates what it's given, and typer escapes no backslash: a subject of a backslash and `$(…)` would be run.
    """
    return " ".join(_NO_WORDS.sub(" ", told).split())


def _client_names(ctx: typer.Context) -> tuple[str, ...]:
    from crickets.config.environment import environment
    from crickets.service.application import settings_of

    with suppress(CricketsError):
        return tuple(client.name for client in settings_of(_config(ctx), environment()).policy.clients)
    return ()


def _accounts(ctx: typer.Context, incomplete: str) -> list[str]:
    from crickets.config.environment import environment
    from crickets.service.application import settings_of

    with suppress(CricketsError):
        accounts = settings_of(_config(ctx), environment()).accounts
        return [account.name for account in accounts if account.name.startswith(incomplete)]
    return []


def _config(ctx: typer.Context) -> Path | None:
    """The config that was named on the line so far: while a shell completes, no callback has run."""
    named = ctx.find_root().params.get("config")
    return Path(named) if named else None


def _plans(ctx: typer.Context, incomplete: str) -> list[str]:
    from crickets.config.environment import environment
    from crickets.service.application import settings_of

    with suppress(CricketsError):
        plans = settings_of(_config(ctx), environment()).policy.plans
        return [name for name in plans if name.startswith(incomplete)]
    return []


def _templates(incomplete: str) -> list[str]:
    from crickets.writing import TEMPLATE_NAMES

    return [name for name in TEMPLATE_NAMES if name.startswith(incomplete)]


_NAMED = "A thread's name in `status` or its beginning, a word of its client or subject, or its invoice"
ThreadArgument = Annotated[
    str,
    typer.Argument(metavar="THREAD", help=f"{_NAMED}.", autocompletion=_threads),
]
ThreadOption = Annotated[
    str,
    typer.Option("--thread", metavar="THREAD", help=f"{_NAMED}.", autocompletion=_threads),
]
PlanArgument = Annotated[str, typer.Argument(metavar="NAME", help="A plan of your config.", autocompletion=_plans)]
ClientArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLIENT",
        help="An address, *@client.example for a firm, a client's name in your config, or words of a name.",
        autocompletion=_clients,
    ),
]
AccountArgument = Annotated[
    str, typer.Argument(metavar="ACCOUNT", help="An account's name in the config.", autocompletion=_accounts)
]
AnyAccountArgument = Annotated[
    str,
    typer.Argument(
        metavar="[ACCOUNT]",
        help="An account's name in the config; all of them by default.",
        autocompletion=_accounts,
    ),
]
TemplateArgument = Annotated[str, typer.Argument(metavar="NAME", help="A template's name.", autocompletion=_templates)]
LogFormOption = Annotated[
    LogForm | None,
    typer.Option(
        "--log-format", metavar="FORM", help="How the log is written: auto, text, json or journal (docs/systemd.md)."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", metavar=FLAG, help="Tell it as JSON (docs/json.md).")]
