"""
What a domain says of its mail in DNS: where mailboxes are (SRV, RFC 6186, RFC 8314 §5.1), who takes its mail (MX).

The only home of dnspython. All of it is hearsay: nobody has signed it, so a name is only a place to knock at over TLS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver

from crickets.config import texts
from crickets.mailbox import Tls
from crickets.setup.at_once import as_they_come

_SECONDS = 4.5
"""All questions are asked at once, and none is waited for any longer."""

_MOST = 4
"""Of a domain's servers more are not tried: a list without end would keep its owner waiting."""

_IMAPS, _IMAP = "_imaps._tcp", "_imap._tcp"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameServer:
    """Whom to ask, in place of those of the machine."""

    address: str
    port: int = 53


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A server that a domain names for its mailboxes; TLS is demanded of each, whatever it's called."""

    host: str
    port: int
    tls: Tls


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRecords:
    """
    What a domain said: its IMAP servers, the best first, and the names that its mail is delivered to.

    `has_none` is its word that there is no IMAP; `answered` is false where nobody could be asked at all.
    """

    services: tuple[Service, ...] = ()
    exchanges: tuple[str, ...] = ()
    has_none: bool = False
    answered: bool = True


Lookup = Callable[[str], MailRecords]
"""Who knows what a domain says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """The records of one question; `came` is false where nobody answered."""

    records: tuple[Any, ...] = field(default=())
    came: bool = True


_SILENCE = _Answer(came=False)


def mail_records(domain: str, server: NameServer | None = None, *, within: float = _SECONDS) -> MailRecords:
    """What is known of a domain within so many seconds; nothing that is wrong with DNS is an error here."""
    try:
        resolver = _resolver(server)
    except dns.exception.DNSException:  # a machine without /etc/resolv.conf
        return MailRecords(answered=False)
    questions = ((f"{_IMAPS}.{domain}", "SRV"), (f"{_IMAP}.{domain}", "SRV"), (domain, "MX"))
    calls = [lambda name=name, kind=kind: _asked(resolver, name, kind, within) for name, kind in questions]
    answers: dict[int, _Answer] = {n: a for n, a in as_they_come(calls, within=within) if isinstance(a, _Answer)}
    return _told(answers)


def _told(answers: Mapping[int, _Answer]) -> MailRecords:
    implicit, starttls, exchanges = (answers.get(number, _SILENCE) for number in range(3))
    return MailRecords(
        services=(*_services(implicit, Tls.IMPLICIT), *_services(starttls, Tls.STARTTLS)),
        exchanges=_hosts(record.exchange for record in sorted(exchanges.records, key=lambda mx: mx.preference)),
        has_none=_refuses(implicit) and (_refuses(starttls) or not starttls.records),
        answered=any(answer.came for answer in answers.values()),
    )


def _resolver(server: NameServer | None) -> dns.resolver.Resolver:
    if server is None:
        return dns.resolver.Resolver()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = [server.address]
    resolver.port = server.port
    return resolver


def _asked(resolver: dns.resolver.Resolver, name: str, kind: str, within: float) -> _Answer:
    try:
        answer = resolver.resolve(f"{name}.", kind, lifetime=within, search=False, raise_on_no_answer=False)
    except dns.resolver.NXDOMAIN:
        return _Answer()
    except (dns.exception.DNSException, OSError, ValueError):  # the last is of names that can't be asked for
        return _SILENCE
    wanted = dns.rdatatype.from_text(kind)
    return _Answer(records=tuple(record for record in answer if record.rdtype == wanted))


def _services(answer: _Answer, tls: Tls) -> tuple[Service, ...]:
    """The servers in the order in which they are to be tried (RFC 2782): by priority, then the heaviest first."""
    ordered = sorted(answer.records, key=lambda srv: (srv.priority, -srv.weight))
    named = ((host, srv.port) for srv in ordered for host in _hosts((srv.target,)) if srv.port)
    return tuple(Service(host=host, port=port, tls=tls) for host, port in dict.fromkeys(named))[:_MOST]


def _refuses(answer: _Answer) -> bool:
    """Whether the answer is that there is no such service: a single dot (RFC 2782, Target)."""
    return bool(answer.records) and all(srv.target == dns.name.root for srv in answer.records)


def _hosts(names: Iterable[dns.name.Name]) -> tuple[str, ...]:
    """Those that are names of hosts; what isn't, an address dressed as a name among it, is passed over."""
    spelled = (name.to_text(omit_final_dot=True).casefold() for name in names)
    return tuple(dict.fromkeys(name for name in spelled if _is_host(name)))[:_MOST]


def _is_host(name: str) -> bool:
    try:
        return not texts.is_ip(texts.host(name)) and not name.rpartition(".")[2].isdecimal()
    except ValueError:
        return False
