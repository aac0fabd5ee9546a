"""
How the demo's story looks on a terminal, chapter after chapter, each as soon as it's lived.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from crickets.cli import shapes
from crickets.cli.safe import plain, plain_lines
from crickets.cli.screen import results, show_json
from crickets.cli.shapes import Json
from crickets.cli.words import Today, count, name_of, subject_of
from crickets.demo import Chapter, LaidDraft, story
from crickets.demo.story import ZONE
from crickets.domain.policy import Policy
from crickets.domain.verdict import State, Verdict
from crickets.service.application import settings_of

_SHOWN = frozenset(State) - {State.IGNORED}
_WIDEST = 96


_BEFORE = (
    "A designer's mailbox, on a mail server in this process. The server, the clock and the people are scripted; "
    "all that Crickets does is done as in earnest.\n"
)
_AFTER = "\nNothing was sent by Crickets, and nothing is left behind. `crickets init` sets up your own mailbox."


def play() -> None:
    """The whole story, in a folder that is gone afterwards."""
    console = results()
    console.print(Text(_BEFORE))
    with TemporaryDirectory(prefix="crickets-demo-") as home:
        for chapter in story(Path(home)):
            for part in _told(chapter, min(console.width, _WIDEST)):
                console.print(part)
    console.print(Text(_AFTER))


def play_as_json() -> None:
    """The whole story as one document."""
    with TemporaryDirectory(prefix="crickets-demo-") as home:
        config = Path(home) / "config.toml"
        chapters = [_chapter(chapter, settings_of(config, {}).policy) for chapter in story(Path(home))]
    show_json({"chapters": chapters})


def _chapter(chapter: Chapter, policy: Policy) -> Json:
    return {
        "at": Today(now=chapter.at, zone=policy.owner.zone).iso(chapter.at),
        "happened": list(chapter.happened),
        "laid": [{"from": d.sender, "to": d.to, "subject": d.subject, "text": d.text} for d in chapter.laid],
        "taken_back": list(chapter.taken_back),
        "status": shapes.status(chapter.overview, policy, every=False),
    }


def _told(chapter: Chapter, width: int) -> Iterator[RenderableType]:
    today = Today(now=chapter.at, zone=ZONE)
    yield Text(
        f"\n{chapter.at.astimezone(ZONE):%A} {today.stamp(chapter.at).partition(' ')[2]}", style="bold underline"
    )
    for event in chapter.happened:
        yield Text(plain(event), style="italic")
    for draft in chapter.laid:
        yield _draft(draft, width)
    for back in chapter.taken_back:
        yield Text.assemble(("taken back  ", "yellow"), today.said(back))
    yield _threads(chapter, today)


def _draft(draft: LaidDraft, width: int) -> Panel:
    head = Text()
    for name, value in (("From", draft.sender), ("To", draft.to), ("Subject", draft.subject)):
        head.append(f"{name}: ", style="bold").append(f"{plain(value)}\n")
    body = head.append(f"\n{plain_lines(draft.text).strip()}")
    return Panel(body, title="laid in Drafts", title_align="left", border_style="green", width=width)


def _threads(chapter: Chapter, today: Today) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for style in ("bold", "", "cyan", "dim"):
        table.add_column(style=style, overflow="fold")
    for verdict in chapter.overview.threads:
        if verdict.state in _SHOWN:
            table.add_row(
                name_of(verdict.client), _silence(verdict), verdict.state.value, today.said(str(verdict.reason))
            )
    for verdict in chapter.overview.your_turn:
        since = verdict.your_turn_since
        waits = "" if since is None else f"waits for your answer since {today.call(today.day_of(since))}"
        table.add_row(name_of(verdict.client), "", "your turn", f"{subject_of(verdict.subject)}: {waits}")
    return table


def _silence(verdict: Verdict) -> str:
    if verdict.silence is None or verdict.state is State.ANSWERED:
        return ""
    return f"{count(verdict.silence.days, 'day')} silent"
