"""
How the demo's story looks on a terminal, chapter after chapter, each as soon as it's lived.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import RenderableType
from rich.panel import Panel
from rich.text import Text

from crickets.cli import shapes
from crickets.cli.safe import plain, plain_lines
from crickets.cli.screen import results, show_json
from crickets.cli.shapes import Json
from crickets.cli.status_page import groups_page
from crickets.cli.words import Today
from crickets.demo import Chapter, LaidDraft, story
from crickets.demo.story import ZONE
from crickets.domain.policy import Policy
from crickets.domain.verdict import Verdict
from crickets.service.application import settings_of
from crickets.service.overview import Overview

_WIDEST = 96


_BEFORE = (
    "A designer's mailbox, on a mail server in this process. The server, the clock and the people are scripted; "
    "all that Crickets does is done as in earnest.\n"
)
_AFTER = (
    "\nSeen: clients gone quiet, the drafts laid for them by five plans, and those taken back whose answer came. "
    "Crickets sent nothing, and nothing is left behind.\nNext: `crickets init` sets up your own mailbox; it, too, only "
    "reads."
)


def play() -> None:
    """The whole story, in a folder that is gone afterwards."""
    console = results()
    console.print(Text(_BEFORE))
    with TemporaryDirectory(prefix="crickets-demo-") as home:
        turns: tuple[Verdict, ...] = ()
        for chapter in story(Path(home)):
            policy = settings_of(Path(home) / "config.toml", {}).policy
            shown, turns = _without_the_same(chapter.overview, turns), chapter.overview.your_turn
            for part in (
                *_told(chapter, min(console.width, _WIDEST)),
                *groups_page(shown, policy, width=console.width),
            ):
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
        "laid": [_laid(draft) for draft in chapter.laid],
        "taken_back": list(chapter.taken_back),
        "status": shapes.status(chapter.overview, policy, every=False),
    }


def _laid(draft: LaidDraft) -> Json:
    return {
        "from": draft.sender,
        "to": draft.to,
        "subject": draft.subject,
        "text": draft.text,
        "attached": list(draft.attached),
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


def _draft(draft: LaidDraft, width: int) -> Panel:
    head = Text()
    for name, value in (("From", draft.sender), ("To", draft.to), ("Subject", draft.subject)):
        head.append(f"{name}: ", style="bold").append(f"{plain(value)}\n")
    if draft.attached:
        head.append("Attached: ", style="bold").append(f"{plain(', '.join(draft.attached))}\n")
    body = head.append(f"\n{plain_lines(draft.text).strip()}")
    return Panel(body, title="laid in Drafts", title_align="left", border_style="green", width=width)


def _without_the_same(overview: Overview, before: tuple[Verdict, ...]) -> Overview:
    """How things stand, without the owner's turns if they are the same as before: they would be read once more."""
    same = [v.thread for v in overview.your_turn] == [v.thread for v in before]
    return replace(overview, your_turn=()) if same else overview
