"""A Radicale of the tests' own: a CalDAV server with a fresh task list for whoever asks.

Knows its config and its storage; what is put on a list is the tests' business.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from urllib3 import make_headers

from tests.servers import home as homes
from tests.servers import process
from tests.servers.certificates import LOOPBACK_NAMES, certificate_for
from tests.servers.server import LOOPBACK, PASSWORD, FreshLogins

_CONFIG = """
[server]
hosts = {host}:{port}
ssl = {tls}
certificate = {chain}
key = {key}
[auth]
type = htpasswd
htpasswd_filename = {home}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {home}/collections
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersList:
    """A task list as its owner sees it in another program: every object by the name of its resource."""

    url: str
    username: str
    folder: Path

    @property
    def objects(self) -> dict[str, str]:
        """All that is on it, as it's stored."""
        files = self.folder.glob("*.ics")
        return {path.stem: path.read_bytes().decode().replace("\r\n", "\n") for path in sorted(files)}

    @property
    def only(self) -> tuple[str, str]:
        """The one object that is on it."""
        [(name, text)] = self.objects.items()
        return name, text

    def put(self, name: str, text: str) -> None:
        """The owner puts something there, in place of what bore that name."""
        self._ask("PUT", name, text)

    def change(self, old: str, new: str) -> None:
        """The owner changes something in the one object that is on it."""
        name, text = self.only
        assert old in text
        self.put(name, text.replace(old, new))

    def tick(self) -> None:
        """The owner ticks the one object off, as programs do."""
        self.change("STATUS:NEEDS-ACTION", "STATUS:COMPLETED\nCOMPLETED:20260318T100000Z\nPERCENT-COMPLETE:100")

    def delete(self, name: str) -> None:
        """The owner takes it from the list."""
        self._ask("DELETE", name, "")

    def _ask(self, method: str, name: str, text: str) -> None:
        parts = urlsplit(self.url)
        line = HTTPConnection(LOOPBACK, parts.port or 0, timeout=20)
        headers = make_headers(basic_auth=f"{self.username}:{PASSWORD}") | {"Content-Type": "text/calendar"}
        try:
            line.request(method, f"{parts.path}{name}.ics", text.replace("\n", "\r\n").encode(), headers)
            status = line.getresponse().status
            assert status in {200, 201, 204}, status
        finally:
            line.close()


class Radicale:
    """A running Radicale."""

    def __init__(self, *, tls: bool = False) -> None:
        self.port = process.free_port()
        self._tls = tls
        self._home = homes.new_home("radicale")
        self._logins = FreshLogins()
        certificate = certificate_for(LOOPBACK_NAMES, self._home)
        self.ca_file = certificate.ca
        config = self._home / "config"
        config.write_text(
            _CONFIG.format(
                host=LOOPBACK, port=self.port, tls=tls, chain=certificate.chain, key=certificate.key, home=self._home
            )
        )
        (self._home / "users").touch()
        log = self._home / "log"
        self._process = process.launch([sys.executable, "-m", "radicale", "--config", config], log=log)
        process.wait_until("radicale", self._process, self._answers, log=log)

    def a_list(self, *, kinds: str = "VTODO", tag: str = "VCALENDAR") -> OwnersList:
        """A fresh user's fresh list, of these kinds of objects."""
        user = self._logins.next("dana")
        with (self._home / "users").open("a") as users:
            users.write(f"{user}:{PASSWORD}\n")
        folder = self._home / "collections/collection-root" / user / "tasks"
        folder.mkdir(parents=True)
        (folder / ".Radicale.props").write_text(json.dumps({"tag": tag, "C:supported-calendar-component-set": kinds}))
        scheme = "https" if self._tls else "http"
        return OwnersList(url=f"{scheme}://{LOOPBACK}:{self.port}/{user}/tasks/", username=user, folder=folder)

    def pause(self) -> None:
        """From now on it's silent, and its connections stay open."""
        subprocess.run(["kill", "-STOP", str(self._process.pid)], check=True)

    def stop(self) -> None:
        """End it, and remove what it stored."""
        process.stop(self._process)
        homes.remove(self._home)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _answers(self) -> bool:
        line = HTTPConnection(LOOPBACK, self.port, timeout=2)
        try:
            line.connect()
        except (OSError, HTTPException):
            return False
        finally:
            line.close()
        return True
