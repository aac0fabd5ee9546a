"""
What is told of somebody who is forgotten: what goes, what waits, and what stays where Crickets doesn't reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from crickets.cli.safe import plain
from crickets.cli.screen import results, say, show_json
from crickets.cli.shapes import Json
from crickets.cli.words import count
from crickets.domain.forgotten import Erasure, LyingDraft
from crickets.service.forgetting import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who is meant, and what was found of them; `done`, it's gone."""

    person: Person
    found: Erasure
    done: bool


def tell_what_goes(told: Told, *, as_json: bool) -> None:
    """What was erased, or would be."""
    if as_json:
        show_json(_json(told))
        return
    for line in what_goes(told):
        say(results(), Text(line))


def tell_remembered(who: str, *, found: bool, as_json: bool) -> None:
    """That somebody is forgotten no longer, or that they weren't."""
    if as_json:
        show_json({"who": [who], "remembered": found})
        return
    told = (
        f"{plain(who)} is forgotten no longer. What is written from now on is read; what was before stays passed over."
        if found
        else f"{plain(who)} isn't forgotten: nothing has changed."
    )
    say(results(), Text(told))


def what_goes(told: Told) -> Iterator[str]:
    """Line by line what is erased, or was."""
    yield f"{'Forgotten' if told.done else 'To be forgotten'}: {', '.join(map(plain, told.person.who))}"
    yield from (f"  {line}" for line in (*_erased(told), *_in_the_mailbox(told), *_elsewhere(told)))


def _erased(told: Told) -> Iterator[str]:
    found = told.found
    if found.is_empty:
        yield "nothing is known of them"
        return
    what = [count(found.messages, "message")] if found.messages or not found.waiting else []
    what += [f"{count(len(found.threads), 'thread')} ({', '.join(found.threads)})"] if found.threads else []
    what += [f"the record of {count(found.drafts, 'draft')}"] if found.drafts else []
    what += [count(found.invoices, "invoice")] if found.invoices else []
    yield f"{'erased' if told.done else 'would be erased'}: {', '.join(what) or 'nothing yet'}"
    if found.shared:
        yield f"with others too: {', '.join(found.shared)}; nothing more is laid there, as their answers aren't seen"


def _in_the_mailbox(told: Told) -> Iterator[str]:
    for draft in told.found.waiting:
        kept = f"what is kept of that thread ({count(draft.messages, 'message')})"
        yield f"{_named(draft)} still lies in Drafts: it's taken back with the next pass, and {kept} goes then"
    for draft in told.found.left:
        yield f"{_named(draft)} stays there: {'you have touched it' if draft.touched else 'its account is not read'}"


def _named(draft: LyingDraft) -> str:
    return f"the draft in {draft.thread} ({plain(draft.subject)!r})"


def _elsewhere(told: Told) -> Iterator[str]:
    for client in told.person.clients:
        yield f"your config still names them: clients, {plain(client)!r}"
    yield "their mail stays in your mailbox, and is passed over from now on"


def _json(told: Told) -> Json:
    found = told.found
    return {
        "who": list(told.person.who),
        "done": told.done,
        "erased": {
            "messages": found.messages,
            "threads": list(found.threads),
            "drafts": found.drafts,
            "invoices": found.invoices,
        },
        "stopped": list(found.shared),
        "waiting": [_draft(draft) for draft in found.waiting],
        "left": [_draft(draft) for draft in found.left],
        "clients": list(told.person.clients),
    }


def _draft(draft: LyingDraft) -> Json:
    return {
        "thread": draft.thread,
        "account": draft.account,
        "subject": draft.subject,
        "touched": draft.touched,
        "messages": draft.messages,
    }
