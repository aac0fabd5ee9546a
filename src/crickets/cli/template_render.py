"""
`crickets template render`: from a thread of the owner's, or from the demo's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import typer

from crickets.cli.call import call_of, opened
from crickets.cli.letters import read, text_of
from crickets.cli.naming import thread_meant
from crickets.cli.screen import note, results, show_json
from crickets.cli.shapes import Json
from crickets.cli.template_page import draft_page
from crickets.cli.templates import shelf_of, template_named
from crickets.config.environment import environment
from crickets.domain.thread import ThreadId
from crickets.service.application import Application
from crickets.service.overview import detail_of
from crickets.service.sample import Sample, sample
from crickets.writing import LANGUAGES, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be shown: a template, or all; its language, or the draft's; its form of address, or the draft's."""

    template: str | None
    language: str
    formal: bool | None


def from_a_thread(ctx: typer.Context, wish: Wish, thread: str, *, as_json: bool) -> None:
    """Show one template, filled from a thread of the owner's."""
    name = wish.template or ""
    with opened(ctx, exclusive=False) as app:
        template_named(app.shelf, name, wish.language or "en")
        made = _sample(app, thread_meant(app, thread), name, wish.language, wish.formal)
    if made.without_letters:
        note(f"Without quote and without your voice, as your mail can't be read now: {made.without_letters}", "yellow")
    if made.made_up:
        note("The invoice in it is made up: the thread has none that is late.", "yellow")
    if as_json:
        show_json(_document(made))
    else:
        results().print(draft_page(made.message), soft_wrap=True)


def from_the_demo(ctx: typer.Context, wish: Wish, *, as_json: bool) -> None:
    """Show one template or all, filled from the sample mailbox; the owner's own where there is a config."""
    from crickets.demo.sampling import sample_mailbox

    shelf = shelf_of(call_of(ctx).config, environment())
    for name in filter(None, (wish.template,)):
        template_named(shelf, name, wish.language or "en")
    texts = tuple(_asked_for(shelf, wish))
    with sample_mailbox(shelf) as mailbox:
        made = [
            (name, language, _sample(mailbox.app, mailbox.thread_for(name, language), name, language, wish.formal))
            for name, language in texts
        ]
    if as_json:
        shown = [{"template": name, "language": language, **_document(draft)} for name, language, draft in made]
        show_json({"drafts": shown} if wish.template is None else shown[0])
        return
    for name, language, draft in made:
        if wish.template is None:
            results().rule(f"{name} ({language})", align="left")
        results().print(draft_page(draft.message), soft_wrap=True)


def _asked_for(shelf: Shelf, wish: Wish) -> Iterator[tuple[str, str]]:
    """Each template with each language in which it is asked for."""
    if wish.template is not None:
        yield wish.template, wish.language or "en"
        return
    for name in shelf.names():
        for language in (wish.language,) if wish.language else LANGUAGES:
            template_named(shelf, name, language)
            yield name, language


def _sample(app: Application, thread: ThreadId, name: str, language: str, formal: bool | None) -> Sample:
    detail = detail_of(app.ledger, thread, app.settings.policy, app.clock())
    return sample(app, detail, name, language, formal=formal)


def _document(made: Sample) -> Json:
    headers = {name.lower(): value for name, value in read(made.message).headers}
    return {**headers, "text": text_of(made.message), "without_letters": made.without_letters or None}
