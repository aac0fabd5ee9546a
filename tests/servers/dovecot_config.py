"""Dovecot's configuration, as text.

Pure: knows the settings of Dovecot 2.3 (2.4 reads another language); starts nothing.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from tests.servers.certificates import Certificate
from tests.servers.server import FOLDERS, LOOPBACK, PASSWORD, Tls


class Storage(enum.Enum):
    """How Dovecot keeps the mail; the two differ in how UIDs, flags and names lie on the disk."""

    SDBOX = "sdbox"
    MAILDIR = "maildir"


#: All that Dovecot 2.3.19 announces after login. `imap_capability` can add to it or replace it, but take nothing away.
CAPABILITIES = tuple(
    "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT SORT=DISPLAY THREAD=REFERENCES THREAD=REFS "
    "THREAD=ORDEREDSUBJECT MULTIAPPEND URL-PARTIAL CATENATE UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED "
    "I18NLEVEL=1 CONDSTORE QRESYNC ESEARCH ESORT SEARCHRES WITHIN CONTEXT=SEARCH LIST-STATUS BINARY MOVE "
    "SNIPPET=FUZZY PREVIEW=FUZZY PREVIEW STATUS=SIZE SAVEDATE LITERAL+ NOTIFY SPECIAL-USE".split()
)


#: Settings by which Dovecot's processes don't end with the connection they serve.
KEPT_PROCESSES = """
service imap-login {
  service_count = 0
}
service imap {
  service_count = 1000
  process_min_avail = 2
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUsers:
    """Whom Dovecot's processes run as, and who owns the mail."""

    internal: str
    group: str
    login: str
    mail_uid: int
    mail_gid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DovecotSettings:
    """What distinguishes one Dovecot of the tests from another."""

    home: Path
    port: int
    users: ServiceUsers
    storage: Storage = Storage.SDBOX
    drop: frozenset[str] = frozenset()
    special_use: bool = True
    tls: Tls = Tls.NONE
    certificate: Certificate | None = None
    extra: str = ""


def dovecot_conf(s: DovecotSettings) -> str:
    """The text of dovecot.conf; `extra` comes last, so that it wins."""
    return "\n".join((_core(s), _users(s), _namespace(s), _imap(s), _listeners(s), _tls(s), s.extra, ""))


def _core(s: DovecotSettings) -> str:
    return f"""
base_dir = {s.home}/run
state_dir = {s.home}/state
log_path = {s.home}/dovecot.log
protocols = imap
listen = {LOOPBACK}
default_internal_user = {s.users.internal}
default_internal_group = {s.users.group}
default_login_user = {s.users.login}
shutdown_clients = yes
mail_fsync = never
"""


def _users(s: DovecotSettings) -> str:
    # The static passdb knows every name, so that a fresh mailbox costs no more than a fresh name.
    place = {Storage.SDBOX: "sdbox:~/sdbox", Storage.MAILDIR: "maildir:~/Maildir"}[s.storage]
    return f"""
mail_location = {place}
first_valid_uid = 0
last_valid_uid = 0
first_valid_gid = 0
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={s.users.mail_uid} gid={s.users.mail_gid} home={s.home}/mail/%u
}}
"""


def _namespace(s: DovecotSettings) -> str:
    # maildir keeps its own separator, the dot of Maildir++, since that is what most such servers show.
    separator = "separator = /" if s.storage is Storage.SDBOX else ""
    folders = "\n".join(_folder(name, special_use=s.special_use) for name in FOLDERS)
    return f"""
namespace inbox {{
  inbox = yes
  {separator}
{folders}
}}
"""


def _folder(name: str, *, special_use: bool) -> str:
    attribute = f"special_use = \\{name}" if special_use else ""
    return f"""  mailbox {name} {{
    auto = subscribe
    {attribute}
  }}"""


def _imap(s: DovecotSettings) -> str:
    kept = " ".join(c for c in CAPABILITIES if c not in s.drop)
    return f"""
protocol imap {{
  mail_max_userip_connections = 500
  {f"imap_capability = {kept}" if s.drop else ""}
}}
"""


def _listeners(s: DovecotSettings) -> str:
    """One port, plain or TLS; no chroot, which only root may do.

    Nor the penalty by which, after one wrong password, the next logins from that address wait for seconds.
    """
    plain, private = (0, s.port) if s.tls is Tls.IMPLICIT else (s.port, 0)
    return f"""
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {private}
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""


def _tls(s: DovecotSettings) -> str:
    if s.certificate is None:
        return "ssl = no"
    return f"""
ssl = required
ssl_cert = <{s.certificate.chain}
ssl_key = <{s.certificate.key}
"""
