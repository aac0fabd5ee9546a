"""
For `check` and `init`: whether the daemon could run on an account, and what was found there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crickets.config.problems import got, hint
from crickets.domain.filing import is_any_called
from crickets.domain.late_fee import half_years_unknown
from crickets.domain.mailbox import Folder
from crickets.domain.message import Role
from crickets.domain.policy import Policy, Rule
from crickets.mailbox import ServerReport
from crickets.service.application import Application
from crickets.service.gather import UNREAD

_CONSEQUENCES = {
    "UIDPLUS": "a draft's place is found by reading Drafts again; without MOVE, overtaken drafts are left and told",
    "MOVE": "an overtaken draft is copied to the trash and expunged by its UID",
    "CONDSTORE": "a change to a draft is seen by its flags and UID alone",
    "IDLE": "new mail is looked for every `poll_every` instead of at once",
    "SPECIAL-USE": "Sent, Drafts and Trash are known by their attributes or names",
}
"""What it means that a server can't do a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One account as its server shows it; the daemon can run if there are no `problems`."""

    account: str
    report: ServerReport
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def folders(self) -> tuple[Folder, ...]:
        """Every folder, with its role and why."""
        return self.report.folders


def inspect(app: Application, account: str) -> Inspection:
    """Log in to an account and look around; raises as a connection does."""
    mailbox = app.connect(account)
    try:
        report = mailbox.report()
    finally:
        mailbox.close()
    return Inspection(
        account=account,
        report=report,
        problems=tuple(_missing(account, report.folders)),
        remarks=tuple(f"without {lack}: {_CONSEQUENCES[lack]}" for lack in report.lacks if lack in _CONSEQUENCES),
    )


def folders_not_found(rules: Sequence[Rule], inspections: Sequence[Inspection]) -> Iterator[str]:
    """The folders that rules name and that none of the accounts has, or none reads; each as a mistake in the config."""
    read = [folder for each in inspections for folder in each.folders if folder.role not in UNREAD]
    names = ["/".join(folder.levels) for folder in read]
    for number, rule in enumerate(rules, 1):
        for asked in rule.folder:
            if not is_any_called((folder.called for folder in read), (asked,)):
                what = f"no folder that is read is called so{hint(asked, names)}{got(asked)}"
                yield f"rules[{number}].match.folder: {what}"


def rates_not_known(policy: Policy, today: date) -> Iterator[str]:
    """The half-years up to today without which the late fee that is to be asked for can't be counted, if any."""
    all_terms = (policy.invoicing, *(client.invoicing for client in policy.clients))
    rules = {terms.late_fee for terms in all_terms if terms is not None}
    unknown = sorted({day for rule in rules for day in half_years_unknown(rule, today)})
    if unknown:
        days, rates = " and ".join(map(str, unknown)), ", ".join(f"{day} = …" for day in unknown)
        yield (
            f"invoices.late_fee: the European Central Bank's rate of the half-year from {days} on isn't known here; a "
            f"notice that needs it asks for no late fee until you set invoices.reference_rates = {{ {rates} }}"
        )


def plans_without_steps(policy: Policy) -> Iterator[str]:
    """The plans by which nothing is ever due, and what that means."""
    for name, plan in policy.plans.items():
        if not plan.steps:
            yield f"plans.{name}.steps: is empty: nothing is ever due by this plan, its threads are closed at once"


def _missing(account: str, folders: tuple[Folder, ...]) -> list[str]:
    names = ", ".join(folder.name for folder in folders)
    return [
        f"no {role.value} folder was found among {names}; set accounts.{account}.folders.{role.value}"
        for role in (Role.SENT, Role.DRAFTS)
        if not any(folder.role is role for folder in folders)
    ]
