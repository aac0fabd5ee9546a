"""
Many accounts in one daemon, idle over TLS: what they take of the machine, and how soon each is acted upon.

Knows the log's events and the config; must not know how accounts are watched.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.speed.conversations import letters
from benchmarks.speed.daemon import Daemon, Taken, running
from benchmarks.speed.letters import Writer
from benchmarks.speed.maildir import make_mailbox
from benchmarks.speed.ours import PASSWORD, Home
from benchmarks.speed.people import OWNER
from benchmarks.speed.server import line_to, serving_many
from benchmarks.speed.tap import Tap
from crickets.service.clock import system_clock
from tests.servers.dovecot import Dovecot
from tests.servers.home import mail_owner
from tests.servers.mail import Mail, a_message, a_reply
from tests.servers.mailbox import OwnersMailbox

_CONFIG = f"""
[me]
name = "Dana Levi"
addresses = ["{OWNER.address}"]
timezone = "Europe/Rome"

[track]
max_new_drafts_per_day = 1000

[calendar]
working_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
draft_at = "00:00"
"""
_ACCOUNT = """
[accounts.{name}]
host = "{host}"
port = {port}
tls_ca_file = "{ca}"
username = "{name}"
password_env = "{password}"
"""
_MAILS = 30
"""How many there are in each mailbox: what is read once must not hide what an account takes for good."""

_LISTENED_TO = 5
"""How many accounts get mail, in turn, their lines listened to."""

_AT_REST = 3.0
_BETWEEN = 0.7
"""Longer than it takes the server to tell of a draft that went: that wakes the account once more."""

_BEGIN_WITHIN = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Seconds from a moment to what followed, each time, and those of the processor for one."""

    waits: Sequence[float]
    cpu: float

    @property
    def median(self) -> float:
        """The wait in the middle."""
        return median(self.waits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """
    Of a daemon: what it takes with one account and with many, what it took to begin, and of the processor while idle.

    `decided` is from the server's word that mail came to the pass's end, `gone` from an answer's delivery to the end of
    the pass that took the draft back.
    """

    accounts: int
    alone: Taken
    many: Taken
    begun: float
    begun_cpu: float
    idle: float
    decided: Told
    gone: Told


@dataclass(slots=True, kw_only=True)
class Agency:
    """
    So many accounts on one server, two at least, in a folder.

    `idle` is how long they are left alone, in seconds; `mails` how many come then, and how many answers.
    """

    folder: Path
    accounts: int = 200
    idle: float = 60.0
    mails: int = 30
    _sent: dict[str, list[Mail]] = field(default_factory=dict, init=False)

    def measured(self) -> Figures:
        """All of it; raises Unavailable where there is no such server."""
        self._make_mail()
        with serving_many(self.folder / "mail") as server:
            ca = self._authorities(server)
            self._sent = {login: _silences(server, login, self._rounds) for login in self._listened_to}
            with closing(_tap_before(server)) as tap:
                with self._begun(server, tap, ca, self._logins[-1:]) as daemon:
                    alone = daemon.taken
                return self._measured(server, tap, ca, alone)

    def _measured(self, server: Dovecot, tap: Tap, ca: Path, alone: Taken) -> Figures:
        began = perf_counter()
        with self._begun(server, tap, ca, self._logins) as daemon:
            begun, begun_cpu = perf_counter() - began - _AT_REST, daemon.cpu
            daemon.rest(self.idle)
            idle, many = (daemon.cpu - begun_cpu) / self.idle, daemon.taken
            return Figures(
                accounts=self.accounts,
                alone=alone,
                many=many,
                begun=begun,
                begun_cpu=begun_cpu,
                idle=idle,
                decided=self._decided(server, daemon, tap),
                gone=self._gone(server, daemon),
            )

    @contextmanager
    def _begun(self, server: Dovecot, tap: Tap, ca: Path, logins: Sequence[str]) -> Iterator[Daemon]:
        """A daemon of these accounts that watches all of them, and has come to rest."""
        home = Home(folder=self.folder / f"{len(logins)}-accounts", line=line_to(server, logins[0]))
        home.folder.mkdir()
        tables = (self._table(server, tap, ca, login) for login in logins)
        home.config.write_text(_CONFIG + "".join(tables), "utf-8")
        with running(home.environment) as daemon:
            for _ in logins:
                daemon.hear("watch.began", within=_BEGIN_WITHIN)
            daemon.come_to_rest(_AT_REST)
            yield daemon

    def _table(self, server: Dovecot, tap: Tap, ca: Path, login: str) -> str:
        port = tap.port if login in self._listened_to else server.port
        return _ACCOUNT.format(name=login, host=server.host, port=port, ca=ca, password=PASSWORD)

    def _decided(self, server: Dovecot, daemon: Daemon, tap: Tap) -> Told:
        """Mails by people who have never written: each is read, and there is nothing to be done."""
        waits, cpu = [], daemon.cpu
        for number, (login, box) in enumerate(self._in_turn(server)):
            tap.forget()
            box.put("INBOX", _a_strangers(number))
            word = tap.word()
            waits.append(daemon.hear("pass.ended", login) - word)
        return Told(waits=waits, cpu=(daemon.cpu - cpu) / len(waits))

    def _gone(self, server: Dovecot, daemon: Daemon) -> Told:
        """Answers, each to a mail that a draft was laid for."""
        waits, cpu = [], daemon.cpu
        for login, box in self._in_turn(server):
            answer, began = a_reply(self._sent[login].pop(), at=_now()), perf_counter()
            box.put("INBOX", answer)
            waits.append(daemon.hear("draft.taken_back", login) - began)
            daemon.come_to_rest(_BETWEEN)
        return Told(waits=waits, cpu=(daemon.cpu - cpu) / len(waits))

    def _in_turn(self, server: Dovecot) -> Iterator[tuple[str, OwnersMailbox]]:
        boxes = [(login, OwnersMailbox(server, login)) for login in self._listened_to]
        for _ in range(self._rounds):
            yield from boxes

    @property
    def _logins(self) -> tuple[str, ...]:
        return tuple(f"a{number:04}" for number in range(self.accounts))

    @property
    def _listened_to(self) -> tuple[str, ...]:
        return self._logins[: min(_LISTENED_TO, self.accounts - 1)]  # the last is the one that is watched alone

    @property
    def _rounds(self) -> int:
        return -(-self.mails // len(self._listened_to))

    def _make_mail(self) -> None:
        self.folder.chmod(0o755)
        mail, owner, until = self.folder / "mail", mail_owner(), int(_now().timestamp())
        for seed, login in enumerate(self._logins):
            make_mailbox(mail, login, letters(_MAILS, seed=seed, until=until), Writer(seed), owner)

    def _authorities(self, server: Dovecot) -> Path:
        """Those whom a machine trusts by itself, and the server's: an owner's connections trust as many."""
        assert server.ca_file is not None
        bundle, system = self.folder / "ca.pem", ssl.get_default_verify_paths().cafile
        bundle.write_bytes(server.ca_file.read_bytes() + (Path(system).read_bytes() if system else b""))
        return bundle


def _tap_before(server: Dovecot) -> Tap:
    assert server.ca_file is not None
    folder = server.ca_file.parent
    return Tap(server.host, server.port, chain=folder / "chain.pem", key=folder / "key.pem")


def _silences(server: Dovecot, login: str, count: int) -> list[Mail]:
    """Clients who asked for an offer, and were quiet since they got it; the owner's mails."""
    box, now = OwnersMailbox(server, login), _now()
    return [_a_silence(box, f"Client {n} <client{n}@{login}.example>", now) for n in range(count)]


def _a_silence(box: OwnersMailbox, client: str, now: datetime) -> Mail:
    asked = a_message(sender=client, to=OWNER.mailbox, at=now - timedelta(days=8))
    offered = a_message(sender=OWNER.mailbox, to=client, at=now - timedelta(days=6), reply_to=asked)
    box.put("INBOX", asked, flags=["\\Seen"])
    box.put("Sent", offered, flags=["\\Seen"])
    return offered


def _a_strangers(number: int) -> Mail:
    # Each of a firm of their own: of one firm, each would have the threads with all before them looked at again.
    return a_message(sender=f"Stranger {number} <stranger@other{number}.example>", to=OWNER.mailbox, at=_now())


def _now() -> datetime:
    return system_clock().replace(microsecond=0)
