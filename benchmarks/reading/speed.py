"""
What header bytes cost to be made facts, beside the libraries that everybody has.

Every candidate gets the same headers and must give the same facts; all take turns in one process, so that a busy
machine is as unfair to each.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import partial
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.reading.corpus import Corpus
from benchmarks.reading.peers import Absent, fast_mail_parser
from benchmarks.reading.stripping import kept
from benchmarks.table import Cell, Report, Table
from crickets.domain.mailbox import RawHeader, Uid
from crickets.domain.message import Role
from crickets.mailbox.headers import FIELDS
from crickets.reading.header.facts import message_of

_ROUNDS = 5
_SAMPLE = 1_500
_SEED = 3
_RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)
_ASKED_FOR = frozenset(name.encode() for name in FIELDS)
_ADDRESSES = ("from", "reply-to", "to", "cc")
_TEXTS = ("message-id", "in-reply-to", "references", "subject", "auto-submitted", "list-post")
_NOTE = (
    "Microseconds a mail: the median of five rounds in turn. The facts: four address fields, six of text and the date,"
    " all decoded; ours also says what wrote the mail."
)

_Facts = Callable[[bytes], object]


def measured(corpus: Corpus) -> Report:
    """Microseconds a mail, for the fields that a server is asked for, and for header blocks as they came."""
    sample = Random(_SEED).sample(corpus.scored, min(_SAMPLE, len(corpus.scored)))
    whole = [_header(corpus.raw(one)) for one in sample]
    asked_for = [kept(header, _ASKED_FOR.__contains__) for header in whole]
    tables = (
        _table("Speed: of the fields that a pass asks for", asked_for),
        _table("Speed: of whole header blocks", whole),
    )
    return Report(tables=tables)


def _header(raw: bytes) -> bytes:
    """The header block, its line ends as a server gives them."""
    return kept(raw.replace(b"\r\n", b"\n"), lambda _: True).split(b"\n\n", 1)[0].replace(b"\n", b"\r\n") + b"\r\n\r\n"


def _table(title: str, headers: Sequence[bytes]) -> Table:
    candidates = _candidates()
    costs = _costs({name: facts for name, facts in candidates.items() if not isinstance(facts, Absent)}, headers)
    ours = costs["crickets"]
    rows: list[list[Cell]] = [
        [name, round(costs[name], 1), costs[name] / ours] if name in costs else [name, None, None]
        for name in candidates
    ]
    return Table(title=title, columns=["header bytes to facts", "µs a mail", "times ours"], rows=rows, note=_NOTE)


def _costs(candidates: Mapping[str, _Facts], headers: Sequence[bytes]) -> dict[str, float]:
    """Microseconds a mail, of each candidate."""
    rounds = [{name: _cost(facts, headers) for name, facts in candidates.items()} for _ in range(_ROUNDS)]
    return {name: median(one[name] for one in rounds) * 1e6 / len(headers) for name in candidates}


def _cost(facts: _Facts, headers: Sequence[bytes]) -> float:
    """Seconds for all of them; what a candidate can't read costs it nothing but the attempt."""
    begin = perf_counter()
    for header in headers:
        try:
            facts(header)
        except Exception:  # noqa: BLE001, S112 - libraries that aren't ours raise on real mail
            continue
    return perf_counter() - begin


def _candidates() -> Mapping[str, _Facts | Absent]:
    parse = fast_mail_parser()
    return {
        "crickets": _ours,
        "email, compat32": _compat32,
        "email, policy default": partial(_modern, email.policy.default),
        "fast-mail-parser": parse if isinstance(parse, Absent) else partial(_fast, parse),
    }


def _ours(header: bytes) -> object:
    raw = RawHeader(uid=Uid(1), flags=frozenset(), internal_date=_RECEIVED, header=header)
    return message_of(raw, role=Role.INBOX)


def _compat32(header: bytes) -> object:
    message: Message = email.message_from_bytes(header)
    people = [[(_decoded(name), address) for name, address in getaddresses(_all(message, f))] for f in _ADDRESSES]
    return people, [_decoded(message[name]) for name in _TEXTS], parsedate_to_datetime(message["date"])


def _all(message: Message, name: str) -> list[str]:
    return [str(value) for value in message.get_all(name, [])]


def _decoded(value: object) -> str:
    return str(make_header(decode_header(str(value)))) if value else ""


def _modern(policy: email.policy.EmailPolicy[EmailMessage], header: bytes) -> object:
    message = email.message_from_bytes(header, policy=policy)
    people = [[(a.display_name, a.addr_spec) for a in f.addresses] for f in map(message.get, _ADDRESSES) if f]
    date = message["date"]
    return people, [str(message[name] or "") for name in _TEXTS], date.datetime if date else None


def _fast(parse: Callable[[bytes], Any], header: bytes) -> object:
    """Its own decoded addresses and date; the other fields as it decodes them."""
    mail = parse(header)
    fields = {name.casefold(): values for name, values in mail.headers.items()}
    lists = ([mail.from_] if mail.from_ else [], mail.reply_to, mail.to, mail.cc)
    people = [[(one.display_name, one.address) for one in found] for found in lists]
    return people, [fields.get(name, [""])[0] for name in _TEXTS], mail.date_parsed
