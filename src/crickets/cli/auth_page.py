"""
How `auth` tells of sign-ins: for a person and as JSON; no token is ever shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from rich.table import Table
from rich.text import Text

from crickets.cli.safe import plain
from crickets.cli.screen import note, results, show_json
from crickets.cli.shapes import Json, moment
from crickets.cli.words import Today, as_told
from crickets.config.settings import Account
from crickets.errors import ExitCode
from crickets.service.sign_in import SignIns, Standing

_WITHDRAWN_AT = {
    "google": "https://myaccount.google.com/connections",
    "microsoft": "https://myapps.microsoft.com or https://account.live.com/consent/Manage",
}
"""Where an owner takes back what they allowed."""


_LASTING = (
    "At Google that's so while the program is in Testing: publish it (docs/signing-in.md), and sign in anew, for one "
    "that lasts."
)


def tell_sign_in(sign_ins: SignIns, account: Account, *, as_json: bool) -> None:
    """Tell of the sign-in that has just come to its end."""
    standing, today = sign_ins.standing(account), _today(sign_ins)
    if as_json:
        show_json({**standing_json(standing, today), "file": str(sign_ins.file(account).path)})
        return
    results().print(Text(f"Signed in to {plain(account.name)}.", style="green"))
    if standing.ends_at is not None:
        note(f"It ends {today.moment(standing.ends_at)}, and then you must sign in again. {_LASTING}", style="yellow")
    note(f"The tokens are in {sign_ins.file(account).path}, for your eyes alone. `crickets check` tries them.")


def tell_standings(sign_ins: SignIns, accounts: Sequence[Account], *, as_json: bool) -> ExitCode:
    """Tell how each account stands; 77 where somebody must sign in, 74 where what is kept can't be used."""
    standings, today = [sign_ins.standing(account) for account in accounts], _today(sign_ins)
    if as_json:
        show_json({"as_of": today.iso(today.now), "accounts": [standing_json(s, today) for s in standings]})
    elif not standings:
        results().print(Text("No account signs in by OAuth 2.0."))
    else:
        results().print(_table(standings, today))
    if any(standing.spoilt for standing in standings):
        return ExitCode.IO_ERROR
    return ExitCode.NO_PERMISSION if any(standing.problem for standing in standings) else ExitCode.OK


def tell_farewell(sign_ins: SignIns, account: Account, *, was_there: bool, as_json: bool) -> None:
    """Tell that the tokens are forgotten, and where to take back what was allowed."""
    standing = sign_ins.standing(account)
    if as_json:
        show_json({**standing_json(standing, _today(sign_ins)), "forgotten": was_there})
        return
    words = f"Forgot the tokens of {account.name}." if was_there else f"There were no tokens of {account.name}."
    results().print(Text(plain(words)))
    note(f"What you allowed is taken back at {_WITHDRAWN_AT[standing.provider]}.")


def words_of(standing: Standing, today: Today) -> str:
    """How a sign-in stands, as a sentence without its end."""
    if standing.spoilt:
        return standing.problem
    if standing.problem:
        return f"{standing.problem}: `crickets auth login {quote(standing.account)}`"
    assert standing.expires_at is not None  # only a sign-in that there is has no problem
    ends = today.moment(standing.expires_at)
    if standing.can_be_renewed:
        until = (
            "" if standing.ends_at is None else f" until {today.moment(standing.ends_at)}; then you must sign in again"
        )
        return f"signed in; the token lasts until {ends} and is renewed by itself{until}"
    return f"signed in until {ends}; then you must sign in again"


def standing_json(standing: Standing, today: Today) -> Json:
    """One sign-in."""
    return {
        "name": standing.account,
        "oauth": standing.provider,
        "signed_in": not standing.problem,
        "signed_in_at": moment(standing.signed_in_at, today),
        "expires_at": moment(standing.expires_at, today),
        "renewable": standing.can_be_renewed,
        "ends_at": moment(standing.ends_at, today),
        "problem": standing.problem or None,
    }


def _table(standings: Sequence[Standing], today: Today) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for style in ("bold", "dim", ""):
        table.add_column(style=style)
    for standing in standings:
        words = Text(as_told(words_of(standing, today)), style="red" if standing.problem else "")
        table.add_row(plain(standing.account), standing.provider, words)
    return table


def _today(sign_ins: SignIns) -> Today:
    return Today(now=sign_ins.clock(), zone=sign_ins.settings.policy.owner.zone)
