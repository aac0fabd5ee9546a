"""
How `check` tells of the config and of each account: its folders and why, what the server can do, what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from crickets.cli import shapes
from crickets.cli.safe import plain
from crickets.cli.shapes import Json
from crickets.cli.words import Today, as_told, count
from crickets.config.settings import DigestWish, OAuthClient, Settings, SmtpServer
from crickets.domain.mailbox import Folder
from crickets.domain.message import Role
from crickets.errors import CricketsError, ExitCode
from crickets.service.application import Application
from crickets.service.inspect import Inspection, folders_not_found, inspect, plans_without_steps, rates_not_known
from crickets.service.once import Result, exit_code_of
from crickets.service.task_list import errands_of
from crickets.service.the_digest import digests_of

_TELLING = (
    Role.INBOX,
    Role.SENT,
    Role.DRAFTS,
    Role.TRASH,
    Role.JUNK,
    Role.ALL,
    Role.ARCHIVE,
    Role.UNSENT,
    Role.TEMPLATES,
)
"""The folders with a use of their own, in the order in which they are told; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """
    What came of looking at one account: what was found, or the error that kept it from being looked at.

    `sign_in` tells, as JSON and in words, how it stands with an account that one signs in to.
    """

    account: str
    inspection: Inspection | None = None
    error: CricketsError | None = None
    sign_in: tuple[Json, str] | None = None


def looked_at(app: Application, account: str) -> Checked:
    """One account, logged in to and looked at."""
    try:
        return Checked(account=account, inspection=inspect(app, account), sign_in=_sign_in_of(app, account))
    except CricketsError as error:
        return Checked(account=account, error=error)


def _sign_in_of(app: Application, name: str) -> tuple[Json, str] | None:
    account = app.account(name)
    if not isinstance(account.secret, OAuthClient):
        return None
    from crickets.cli.auth_page import standing_json, words_of  # what they bring along is loaded for such accounts
    from crickets.service.sign_in import SignIns

    standing = SignIns(settings=app.settings, environment=app.environment, clock=app.clock).standing(account)
    today = Today(now=app.clock(), zone=app.settings.policy.owner.zone)
    return standing_json(standing, today), f"{standing.provider}: {words_of(standing, today)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTasks:
    """What came of looking at the task list: why nothing can be put there, or the error that kept us from it."""

    url: str
    problems: tuple[str, ...] = ()
    error: CricketsError | None = None


def tasks_looked_at(app: Application) -> CheckedTasks | None:
    """The task list, logged in to and looked at; None where there is none."""
    server = app.settings.tasks
    errands = None if server is None else errands_of(app)
    if server is None or errands is None:
        return None
    try:
        return CheckedTasks(url=server.url, problems=errands.problems())
    except CricketsError as error:
        return CheckedTasks(url=server.url, error=error)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDigest:
    """Whether the digest would be let in on its way to its owner: the error that would keep it."""

    wish: DigestWish
    error: CricketsError | None = None


def digest_looked_at(app: Application) -> CheckedDigest | None:
    """The way of the digest, tried out; None where none is wanted."""
    wish, digests = app.settings.digest, digests_of(app)
    if wish is None or digests is None:
        return None
    try:
        digests.try_out()
    except CricketsError as error:
        return CheckedDigest(wish=wish, error=error)
    return CheckedDigest(wish=wish)


def exit_code(checked: tuple[Checked, ...], tasks: CheckedTasks | None, digest: CheckedDigest | None) -> ExitCode:
    """0 only if the daemon could run on every account, the task list be used, and the digest be sent."""
    errors = [(c.account, c.error) for c in checked] + ([] if tasks is None else [("tasks", tasks.error)])
    errors += [] if digest is None else [("digest", digest.error)]
    failed = exit_code_of(tuple(Result(account=name, error=error) for name, error in errors))
    lacking = any(c.inspection is not None and c.inspection.problems for c in checked)
    lacking = lacking or (tasks is not None and bool(tasks.problems))
    return ExitCode.CONFIG if failed is ExitCode.OK and lacking else failed


def check_page(
    checked: tuple[Checked, ...],
    tasks: CheckedTasks | None,
    digest: CheckedDigest | None,
    settings: Settings,
    today: date,
) -> Iterator[RenderableType]:
    """The page from top to bottom; what failed is told elsewhere, on stderr."""
    steps = count(len(settings.policy.plans), "plan")
    yield Text.assemble(("ok ", "green"), f"{plain(str(settings.path))}: {count(len(checked), 'account')}, {steps}")
    for warning in _warnings(checked, settings, today):
        yield Text(f"!  {as_told(warning)}", style="yellow")
    for each in checked:
        if each.inspection is not None:
            yield from _account(each.inspection)
            if each.sign_in is not None:
                yield Text(f"   {as_told(each.sign_in[1])}", style="dim")
    if tasks is not None and tasks.error is None:
        yield from _tasks(tasks)
    if digest is not None and digest.error is None:
        yield _digest(digest.wish)


def _warnings(checked: tuple[Checked, ...], settings: Settings, today: date) -> tuple[str, ...]:
    """What the config may mean otherwise; what rules name can be missed only once every account was looked at."""
    policy = settings.policy
    warnings = (*settings.warnings, *plans_without_steps(policy), *rates_not_known(policy, today))
    found = [each.inspection for each in checked if each.inspection is not None]
    if len(found) < len(checked):
        return warnings
    return (*warnings, *folders_not_found(policy.rules, found))


def _tasks(tasks: CheckedTasks) -> Iterator[RenderableType]:
    well = ("ok ", "green") if not tasks.problems else ("!! ", "red")
    yield Text.assemble("\n", well, f"task list {plain(tasks.url)}: logged in")
    for problem in tasks.problems:
        yield Text(f"   {as_told(problem)}", style="red")


def _digest(wish: DigestWish) -> Text:
    server = wish.server
    way = f"into INBOX of {plain(wish.account)}" if server is None else f"by {plain(server.host)}: {_let_in(server)}"
    said = f"digest to {plain(wish.to.email)} at {wish.at:%H:%M} of working days, {way}"
    return Text.assemble("\n", ("ok ", "green"), said)


def _let_in(server: SmtpServer) -> str:
    return "logged in" if server.username else "reached"


def _account(inspection: Inspection) -> Iterator[RenderableType]:
    report = inspection.report
    server = ", ".join(plain(value) for name, value in report.identity if name in {"name", "version"} and value)
    well = ("ok ", "green") if not inspection.problems else ("!! ", "red")
    yield Text.assemble(
        "\n", well, "account ", (plain(inspection.account), "bold"), f": logged in{f' ({server})' if server else ''}"
    )
    yield folder_table(inspection.folders)
    for problem in inspection.problems:
        yield Text(f"   {as_told(problem)}", style="red")
    can = [name for name in ("UIDPLUS", "MOVE", "IDLE", "CONDSTORE", "SPECIAL-USE") if name not in report.lacks]
    yield Text(f"   the server can {', '.join(can)}" if can else "   the server can the bare minimum", style="dim")
    for remark in inspection.remarks:
        yield Text(f"   {as_told(remark)}", style="yellow")


def folder_table(folders: tuple[Folder, ...]) -> Table:
    """The folders with a use of their own, and why each is held for what it is."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for style in ("bold", "", "dim"):
        table.add_column(style=style)
    for role in _TELLING:
        for folder in (f for f in folders if f.role is role):
            table.add_row(f"   {role.value}", Text(plain(folder.name)), Text(plain(folder.why)))
    if others := sum(folder.role is Role.OTHER for folder in folders):
        table.add_row("   others", str(others), "read for mail that came or was sent")
    return table


def check_json(
    checked: tuple[Checked, ...],
    tasks: CheckedTasks | None,
    digest: CheckedDigest | None,
    settings: Settings,
    today: date,
) -> Json:
    """`check --json`."""
    return {
        "config": str(settings.path),
        "warnings": list(_warnings(checked, settings, today)),
        "accounts": [_account_json(each) for each in checked],
        "tasks": None
        if tasks is None
        else {"url": tasks.url, "error": shapes.error(tasks.error), "problems": list(tasks.problems)},
        "digest": None
        if digest is None
        else {
            "to": digest.wish.to.email,
            "by": "imap" if digest.wish.server is None else "smtp",
            "error": shapes.error(digest.error),
        },
    }


def _account_json(checked: Checked) -> Json:
    found = checked.inspection
    return {
        "name": checked.account,
        "error": shapes.error(checked.error),
        "sign_in": None if checked.sign_in is None else checked.sign_in[0],
        "folders": [] if found is None else [folder_json(folder) for folder in found.folders],
        "capabilities": [] if found is None else list(found.report.capabilities),
        "lacks": [] if found is None else list(found.report.lacks),
        "problems": [] if found is None else list(found.problems),
        "remarks": [] if found is None else list(found.remarks),
    }


def folder_json(folder: Folder) -> Json:
    """One folder."""
    return {"name": folder.name, "role": folder.role.value, "why": folder.why}
