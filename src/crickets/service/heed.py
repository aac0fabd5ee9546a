"""
The control folders: made where the owner wants them, and obeyed.

Knows the ports; what a folder orders is the domain's to say. A mail that lies in one gives its thread that order once,
however often the folder is read; what is taken out of it again takes nothing back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from crickets.domain.control import Control, Put, control_in, controls_of
from crickets.domain.mailbox import Folder
from crickets.domain.policy import Policy
from crickets.domain.problem import Fault
from crickets.domain.thread import Order, ThreadId
from crickets.domain.threading import written_at
from crickets.errors import Refused
from crickets.service.ports import Ledger, Mailbox


def make_control_folders(mailbox: Mailbox, ledger: Ledger, policy: Policy, folders: Iterable[Folder]) -> bool:
    """
    Make the control folders that aren't among these; whether there is one more now.

    What the server refuses is told, and keeps nothing else from being done.

    One that was made before and is there no more was thrown away, and stays so as long as any of them is there.
    """
    if not policy.control_folders:
        ledger.heed_no_more(mailbox.account)
        return False
    wanted = controls_of(policy.plans)
    there = {control for folder in folders if (control := control_in(folder, wanted))}
    known = ledger.heeded(mailbox.account) if there else frozenset()
    missing = [control for control in wanted if control not in there and control.title not in known]
    refused = [refusal for control in missing if (refusal := _make(mailbox, ledger, control))]
    ledger.note_control(mailbox.account, " ".join(refused[:1]))
    return len(refused) < len(missing)


def _make(mailbox: Mailbox, ledger: Ledger, control: Control) -> str:
    """Nothing, once the folder is made; else what the server said."""
    try:
        mailbox.make_folder(control.levels)
    except Refused as refusal:
        return Fault.CONTROL.told(said=refusal.what)
    ledger.heed(mailbox.account, control.title, None, ())
    return ""


def heed_control_folders(
    ledger: Ledger, account: str, folders: Iterable[Folder], policy: Policy, now: datetime
) -> None:
    """Keep what was ordered by putting mail into the control folders, as far as they were read."""
    if not policy.control_folders:
        return
    controls = controls_of(policy.plans)
    listened_to = ledger.heeded(account)
    for folder in folders:
        control = control_in(folder, controls)
        if control is None:
            continue
        known = control.title in listened_to
        puts = ledger.unheeded(account, control.title, folder.name)
        if puts or not known:
            given = _orders(ledger, control, puts, policy, now if known else None)
            ledger.heed(account, control.title, folder.name, tuple(given))


def _orders(
    ledger: Ledger, control: Control, puts: Iterable[Put], policy: Policy, now: datetime | None
) -> Iterator[tuple[ThreadId, Order]]:
    """
    One order for each thread, however many of its mails were put there.

    What lay in a folder before it was first listened to was put there nobody knows when: that it was as early as the
    mail itself lets no answer be passed over that came since.
    """
    of_thread: defaultdict[ThreadId, list[Put]] = defaultdict(list)
    for put in puts:
        if not put.again:
            of_thread[put.thread].append(put)
    for name, those in of_thread.items():
        if now is None:
            mail = min((put.message for put in those), key=written_at)
            yield name, control.order(written_at(mail), policy.calendar, mail)
        elif (thread := ledger.thread(name)) is not None:
            yield name, control.order(thread.not_before(now), policy.calendar, those[-1].message)
