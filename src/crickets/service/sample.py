"""
For `template render`: a template filled from a real thread, as a draft of it would read; nothing is laid.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from crickets.domain.followup import FollowUp, follow_up
from crickets.domain.letter import Letter, Voice
from crickets.domain.message import MessageId
from crickets.domain.verdict import LayDraft, Verdict
from crickets.errors import CricketsError, ExitCode
from crickets.reading import voice_of
from crickets.service.application import Application
from crickets.service.write import Letters
from crickets.writing import message_id_for, write_draft


class NothingToFill(CricketsError):
    """A thread in which there is nobody to write to."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The draft's bytes; `without_letters` says why it shows neither quote nor voice, and is empty if it does."""

    message: bytes
    without_letters: str = ""


def sample(app: Application, verdict: Verdict | None, template: str, language: str) -> Sample:
    """The draft that this template would make in a thread; from the ledger alone where the server can't be asked."""
    mail = _follow_up(app, verdict, template, language)
    assert verdict is not None and verdict.anchor is not None  # noqa: PT018 - or there was nothing to fill
    try:
        with _letters(app, verdict.account) as letters:
            voice, anchor = voice_of(*letters.exchanged_with(mail.contact.key)), letters.of(verdict.anchor)
    except CricketsError as error:
        return Sample(message=_written(app, mail, Voice(), Letter()), without_letters=error.what)
    return Sample(message=_written(app, mail, voice, anchor))


def _follow_up(app: Application, verdict: Verdict | None, template: str, language: str) -> FollowUp:
    if verdict is None or verdict.anchor is None or verdict.client is None:
        raise NothingToFill("There is nobody to write to in this thread.", remedy="Choose one of `crickets status`.")
    lay = LayDraft(plan=verdict.plan, step=verdict.step, template=template, parent=verdict.anchor, attempt=0)
    mail = follow_up(lay, verdict=verdict, policy=app.settings.policy, now=app.clock(), identify=_identify)
    return replace(mail, language=language) if language else mail


def _identify(domain: str) -> MessageId:
    return message_id_for("a sample that is never laid", domain)


@contextmanager
def _letters(app: Application, account: str) -> Iterator[Letters]:
    with closing(app.connect(account)) as mailbox:
        yield Letters(mailbox=mailbox, ledger=app.ledger, policy=app.settings.policy)


def _written(app: Application, mail: FollowUp, voice: Voice, anchor: Letter) -> bytes:
    return write_draft(mail, voice, anchor, app.settings.policy.owner.name, app.shelf)
