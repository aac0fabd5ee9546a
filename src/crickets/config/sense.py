"""
The second look at the file: what keys mean together, and the names by which one speaks of another.

Works on the tables as they were read, so that a slip in one key hides nothing about the others: a value of another
shape than expected is passed over here, as the first look has told of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from crickets.config.problems import Place, Problem, any_of, got, hint, nearest, shown
from crickets.config.settings import DigestBy, Provider
from crickets.config.shaped import CLIENT_SECRET_KEYS, HEALTHCHECK_KEYS, SECRET_KEYS, SIGN_IN_KEYS
from crickets.config.texts import is_loopback
from crickets.domain.notice import NOTICE_NAMES
from crickets.domain.owner import OwnAddress, Owner
from crickets.domain.patterns import is_like_any
from crickets.domain.plans import BUILT_IN, NO_PLAN, Do

_TIMINGS = ("after", "on", "overdue")

Raw = Mapping[str, object]
Found = Iterator[Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that the file may speak of: plans, templates, and files by way of `resolve`."""

    plans: tuple[str, ...]
    templates: tuple[str, ...]
    resolve: Callable[[str], Path]

    @classmethod
    def of(cls, table: Raw, templates: Collection[str], resolve: Callable[[str], Path]) -> Self:
        """The plans that come with the program and those of the file itself; the templates there are."""
        plans = sorted({*BUILT_IN, NO_PLAN.name, *_table(table, "plans")})
        return cls(plans=tuple(plans), templates=tuple(sorted(templates)), resolve=resolve)


def senseless(table: Raw, known: Known) -> Found:
    """All keys that make no sense together."""
    yield from _of_addresses(_table(table, "me").get("addresses"))
    for name, account in _tables(_table(table, "accounts")):
        yield from _of_secret(("accounts", name), account, (*SECRET_KEYS, *SIGN_IN_KEYS))
        yield from _of_tls(("accounts", name), account, known)
    yield from _of_tasks(_table(table, "tasks"), known)
    yield from _of_digest(table)
    yield from _of_smtp(_table(table, "smtp"), known)
    yield from _of_oauth(_table(table, "oauth"), _table(table, "accounts"))
    yield from _of_health(_table(table, "health"), known)
    for key in ("clients", "rules"):
        for number, entry in _listed(table, key):
            yield from _of_plan_name((key, number, "plan"), entry.get("plan"), known)
    clients = [each.get("name") for _, each in _listed(table, "clients")]
    for number, rule in _listed(table, "rules"):
        yield from _of_match(("rules", number, "match"), _table(rule, "match"), clients)
    yield from _of_namesakes(_table(table, "plans"))
    for name, plan in _tables(_table(table, "plans")):
        yield from _of_plan(("plans", name), plan, known)


def notices_in(table: Raw) -> frozenset[str]:
    """
    The templates that may name what only a notice about invoices has: the built-in ones, and those of overdue steps.

    Not what a step asks for too that counts from a mail: it may have no invoice to tell of.
    """
    asked = tuple(_asked_for(_table(table, "plans")))
    others = {template for template, overdue in asked if not overdue}
    return NOTICE_NAMES | {template for template, overdue in asked if overdue} - others


def _asked_for(plans: Raw) -> Iterator[tuple[str, bool]]:
    """Each template that a step asks for, and whether that step counts by overdue."""
    own = (_listed(plan, "steps") for _, plan in _tables(plans))
    for step in (step for steps in own for _, step in steps):
        if isinstance(template := step.get("template"), str):
            yield template, "overdue" in step
    for plan in BUILT_IN.values():
        if "steps" not in _table(plans, plan.name):
            yield from ((step.template, step.is_notice) for step in plan.steps if step.template)


def _of_addresses(addresses: object) -> Found:
    if isinstance(addresses, list) and addresses and all(isinstance(a, str) and "*" in a for a in addresses):
        what = "names patterns only; add a whole address, for drafts to be sent from"
        yield Problem(place=("me", "addresses"), what=what)


def _of_tasks(tasks: Raw, known: Known) -> Found:
    """What a task list needs beside its address, which nothing else in the table is of use without."""
    if not tasks:
        return
    for key in ("caldav_url", "username"):
        if key not in tasks:
            yield Problem(place=("tasks", key), what="is missing")
    yield from _of_secret(("tasks",), {key: value for key, value in tasks.items() if key in SECRET_KEYS})
    yield from _of_authorities(("tasks",), tasks, known)


def _of_digest(table: Raw) -> Found:
    """How it comes, to whom, and what it needs for that."""
    digest, accounts = _table(table, "digest"), _table(table, "accounts")
    by, account = digest.get("by"), digest.get("account")
    if digest and by is None:
        yield Problem(place=("digest", "by"), what="is missing")
    if by == DigestBy.SMTP.value and not _table(table, "smtp"):
        yield Problem(place=("smtp",), what='is missing: digest.by = "smtp" needs a server')
    if isinstance(account, str) and account and account not in accounts:
        yield Problem(place=("digest", "account"), what=f"is no account{hint(account, accounts)}" + got(account))
    to, own = digest.get("to"), _texts(_table(table, "me").get("addresses"))
    first = next((address for address in own if "*" not in address), None)
    if digest and to is None and first is not None and not _is_own(first, own):
        yield Problem(place=("digest", "to"), what="is missing: the first of your addresses is not written as most are")
    if isinstance(to, str) and "@" in to and "*" not in to and not _is_own(to, own):
        what = "is none of your own addresses ([me] addresses), and the digest goes to nobody else"
        yield Problem(place=("digest", "to"), what=what + got(to))


def _is_own(email: str, addresses: tuple[str, ...]) -> bool:
    try:
        return bool(OwnAddress(email, Owner(name="", addresses=addresses, zone=ZoneInfo("UTC"))))
    except ValueError:
        return False


def _of_smtp(smtp: Raw, known: Known) -> Found:
    """A server has a name, and whoever logs in there has a secret."""
    if not smtp:
        return
    if "host" not in smtp:
        yield Problem(place=("smtp", "host"), what="is missing")
    ways = {key: value for key, value in smtp.items() if key in SECRET_KEYS}
    if "username" in smtp or len(ways) > 1:
        yield from _of_secret(("smtp",), ways)
    if ways and "username" not in smtp:
        yield Problem(place=("smtp", "username"), what="is missing: a secret needs a name beside it")
    yield from _of_tls(("smtp",), smtp, known)


def _of_oauth(oauth: Raw, accounts: Raw) -> Found:
    """What an account that signs in needs to know of the provider, and what can't be there twice."""
    for name, account in _tables(accounts):
        provider = account.get("oauth")
        if provider in [each.value for each in Provider] and provider not in oauth:
            what = f"needs [oauth.{provider}] with a client_id; docs/signing-in.md has the steps"
            yield Problem(place=("accounts", name, "oauth"), what=what)
    for name, provider in _tables(oauth):
        yield from _of_rivals(("oauth", name), [key for key in provider if key in CLIENT_SECRET_KEYS])


def _of_health(health: Raw, known: Known) -> Found:
    """One address is asked for, if any; and authorities are of use with one alone."""
    ways = [key for key in health if key in HEALTHCHECK_KEYS]
    yield from _of_rivals(("health",), ways)
    if "tls_ca_file" in health and not ways:
        yield Problem(place=("health", HEALTHCHECK_KEYS[0]), what="is missing: tls_ca_file is of use beside it alone")
    yield from _of_authorities(("health",), health, known)


def _of_secret(place: Place, account: Raw, keys: tuple[str, ...] = SECRET_KEYS) -> Found:
    ways = [key for key in account if key in keys]
    if not ways:
        yield Problem(place=place, what=f"doesn't say where its secret is; give {any_of(keys)}")
    yield from _of_rivals(place, ways)


def _of_rivals(place: Place, ways: list[str]) -> Found:
    for way in ways[1:]:
        yield Problem(place=(*place, way), what=f"stands beside {ways[0]}; one of them must go")


def _of_tls(place: Place, account: Raw, known: Known) -> Found:
    host = account.get("host")
    if account.get("tls") == "none" and isinstance(host, str) and not is_loopback(host):
        what = "is for hosts on this machine only: localhost, 127.0.0.1 or ::1"
        yield Problem(place=(*place, "tls"), what=what + got("none"))
    yield from _of_authorities(place, account, known)


def _of_authorities(place: Place, account: Raw, known: Known) -> Found:
    authorities = account.get("tls_ca_file")
    if isinstance(authorities, str) and authorities and not _is_file(known.resolve(authorities)):
        yield Problem(place=(*place, "tls_ca_file"), what="there is no such file" + got(authorities))


def _of_plan_name(place: Place, name: object, known: Known) -> Found:
    if isinstance(name, str) and name and name not in known.plans:
        yield Problem(place=place, what=f"is not a known plan{hint(name, known.plans)}" + got(name))


def _of_match(place: Place, match: Raw, clients: Collection[object]) -> Found:
    """What no mail can meet, or every mail does though something is asked."""
    if match.get("subject") == "":
        yield Problem(place=(*place, "subject"), what="is empty, and fits every subject; leave it out if that is meant")
    for domain in _texts(match.get("domain")):
        if "@" in domain:
            what = 'fits no domain; write it without "@", such as "client.example"'
            yield Problem(place=(*place, "domain"), what=what + got(domain))
    names = [name for name in clients if isinstance(name, str)]
    for pattern in _texts(match.get("client")):
        if not any(is_like_any(name, (pattern,)) for name in names):
            what = f"is no name in [[clients]]{hint(pattern, names)}"
            yield Problem(place=(*place, "client"), what=what + got(pattern))


def _of_namesakes(plans: Raw) -> Found:
    """Plans that orders can't tell apart, as they heed no case."""
    known = {name.casefold(): name for name in (*reversed(list(plans)), *BUILT_IN, NO_PLAN.name)}
    for name in plans:
        if (other := known[name.casefold()]) != name:
            yield Problem(place=("plans", name), what=f"is called like {shown(other)} but for capital letters")


def _of_plan(place: Place, plan: Raw, known: Known) -> Found:
    if place[-1] == NO_PLAN.name:
        yield Problem(place=place, what="is the word for no plan at all, and can't be given steps")
    elif place[-1] not in BUILT_IN and "steps" not in plan:
        yield Problem(place=(*place, "steps"), what="is missing")
    for number, step in _listed(plan, "steps"):
        yield from _of_timing((*place, "steps", number), step)
        yield from _of_template((*place, "steps", number), step, known)


def _of_timing(place: Place, step: Raw) -> Found:
    timings = [key for key in step if key in _TIMINGS]
    if not timings:
        yield Problem(place=place, what='doesn\'t say when; give after = "5 days" or on = "tuesday of next week"')
    for timing in timings[1:]:
        yield Problem(place=(*place, timing), what=f"stands beside {timings[0]}; one of them must go")


def _of_template(place: Place, step: Raw, known: Known) -> Found:
    do, template = step.get("do", Do.DRAFT.value), step.get("template")
    if do == Do.DRAFT.value:
        if template is None:
            yield Problem(place=place, what="is a draft and needs a template")
        elif isinstance(template, str) and template in NOTICE_NAMES and "overdue" not in step:
            what = "is a notice about an invoice, and needs a step that counts by overdue"
            yield Problem(place=(*place, "template"), what=what + got(template))
        elif isinstance(template, str) and template and template not in known.templates:
            own = (
                "" if nearest(template, known.templates) else "; your own lie in the folder templates beside this file"
            )
            what = f"is not a known template{hint(template, known.templates)}{own}"
            yield Problem(place=(*place, "template"), what=what + got(template))
    elif do in (Do.CALL.value, Do.TASK.value) and template is not None:
        yield Problem(place=(*place, "template"), what=f"is for drafts only, and do is {do}")


def _texts(value: object) -> tuple[str, ...]:
    """One text or several, as a rule may have either."""
    several = value if isinstance(value, list) else [value]
    return tuple(text for text in several if isinstance(text, str))


def _is_file(path: Path) -> bool:
    return isfile(path)  # noqa: PTH113 - unlike pathlib's, it never raises


def _table(table: Raw, key: str) -> Raw:
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def _tables(table: Raw) -> Iterator[tuple[str, Raw]]:
    return ((name, value) for name, value in table.items() if isinstance(value, dict))


def _listed(table: Raw, key: str) -> Iterator[tuple[int, Raw]]:
    entries = table.get(key)
    if isinstance(entries, list):
        yield from ((n, entry) for n, entry in enumerate(entries) if isinstance(entry, dict))
