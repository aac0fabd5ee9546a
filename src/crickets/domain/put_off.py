"""
What puts the next step off: the client has promised an answer, or their money, by a day.

In the thread, or in answer to a notice of another one that told of the same invoice. Knows what was promised; must not
know when the step falls due by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crickets.domain.dispute import money_promised
from crickets.domain.dunning import promised_elsewhere
from crickets.domain.message import Message
from crickets.domain.owner import Owner
from crickets.domain.receivable import Receivable
from crickets.domain.standing import Standing, pays_by
from crickets.domain.thread import Thread, ThreadId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOff:
    """
    A promise, and the day that it names: that by which they will have answered, or where it's money, paid.

    `pays_by` is that day where it's money: for what the next step asks for, or because nothing else is promised.
    `elsewhere` is the thread whose notice the promise answers, where it isn't this one.
    """

    promise: Message
    until: date | None
    pays_by: date | None = None
    elsewhere: ThreadId | None = None


def put_off_by(asked_for: Receivable | None, standing: Standing, thread: Thread, owner: Owner) -> PutOff | None:
    """What puts a step off: money promised for what it asks for, if anything, or else an answer; the newest of each."""
    found = () if asked_for is None else tuple(_promised(asked_for, thread, owner))
    money = [each for each in found if each.pays_by is not None]
    if money:
        return max(money, key=lambda each: each.promise.received)
    if standing.promise is not None:
        return _put_off(standing.promise, thread, money=_is_of_money_alone(standing.promise))
    return next(iter(found), None)


def is_overtaken(off: PutOff, invoice: Receivable) -> bool:
    """
    Whether money came in since a promise, or the owner has agreed to a later day than it named.

    That they have only confirmed the invoice since, or named its file, takes nothing from it.
    """
    came_in = any(receipt.at > off.promise.received for receipt in invoice.receipts)
    told = invoice.is_told and invoice.noted_at > off.promise.received
    return came_in or (told and off.until is not None and invoice.debt.due_on > off.until)


def _promised(asked_for: Receivable, thread: Thread, owner: Owner) -> Iterator[PutOff]:
    """What was promised in answer to what asks for an invoice, here and elsewhere."""
    here, elsewhere = money_promised(asked_for, thread, owner), promised_elsewhere(asked_for, thread)
    if here is not None:
        yield _put_off(here, thread, money=True)
    if elsewhere is not None:
        yield _put_off(elsewhere[1], thread, money=True, elsewhere=elsewhere[0].thread)


def _is_of_money_alone(promise: Message) -> bool:
    return promise.remarks is not None and promise.remarks.promised is None


def _put_off(promise: Message, thread: Thread, *, money: bool = False, elsewhere: ThreadId | None = None) -> PutOff:
    by, said = pays_by(promise, thread) if money else None, promise.remarks
    until = by or (None if said is None else said.promised)
    return PutOff(promise=promise, until=until, pays_by=by, elsewhere=elsewhere)
