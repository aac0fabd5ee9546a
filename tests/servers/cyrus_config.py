"""Cyrus' two configuration files, as text.

Pure: knows the settings of Cyrus 3.6; starts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.servers.server import FOLDERS, LOOPBACK


@dataclass(frozen=True, slots=True, kw_only=True)
class CyrusSettings:
    """Where this Cyrus lives, what it listens on, and whom it runs as."""

    home: Path
    programs: Path
    port: int
    user: str


def imapd_conf(s: CyrusSettings) -> str:
    """imapd.conf: everything below `home`, passwords from sasldb, folders made at the first login."""
    names = "|".join(FOLDERS)
    attributes = "\n".join(f"xlist-{name.lower()}: {name}" for name in FOLDERS)
    return f"""
configdirectory: {s.home}/conf
partition-default: {s.home}/spool
defaultpartition: default
proc_path: {s.home}/proc
mboxname_lockpath: {s.home}/lock
idlesocket: {s.home}/socket/idle
notifysocket: {s.home}/socket/notify
lmtpsocket: {s.home}/socket/lmtp
temp_path: {s.home}/temp
cyrus_user: {s.user}
servername: localhost
admins: cyrus
allowplaintext: yes
failedloginpause: 0
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {s.home}/sasldb2
sasl_mech_list: PLAIN LOGIN
unixhierarchysep: yes
altnamespace: yes
virtdomains: off
autocreate_quota: 0
autocreate_inbox_folders: {names}
autocreate_subscribe_folders: {names}
{attributes}
specialusealways: 1
imapidlepoll: 1
duplicatesuppression: no
conversations: 0
"""


def cyrus_conf(s: CyrusSettings) -> str:
    """cyrus.conf: the imapd alone, on one loopback port."""
    programs = s.programs
    return f"""
START {{
  recover cmd="{programs}/ctl_cyrusdb -C {s.home}/imapd.conf -r"
}}
SERVICES {{
  imap cmd="{programs}/imapd -C {s.home}/imapd.conf" listen="{LOOPBACK}:{s.port}" prefork=0 maxchild=200
}}
EVENTS {{
}}
"""
