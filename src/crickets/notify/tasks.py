"""
The owner's task list on a CalDAV server (RFC 4791): what is ours on it, and nothing else.

Ours are told by the names of their resources. Each change asks the server to make it only if the resource is as we saw
it (If-Match), so that what the owner does there meanwhile is never undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import unquote

from crickets.domain.todo import Listed, Todo, thread_of
from crickets.errors import Refused, Surprise
from crickets.notify.dav import Answer, Dav
from crickets.notify.multistatus import Resource, resources_in
from crickets.notify.vtodo import listed, ticked, written

_SUFFIX = ".ics"
_AT_ONCE = 100
"""How many are asked for in one request."""

_XML = {"Content-Type": "application/xml; charset=utf-8"}
_ICALENDAR = {"Content-Type": "text/calendar; charset=utf-8"}
_NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
_WHAT_IT_IS = "<D:resourcetype/><C:supported-calendar-component-set/>"
_MULTISTATUS = 207


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One of ours on the list: where it is, as what it was seen, and what it says."""

    href: str
    etag: str
    text: str
    listed: Listed


class TaskList:
    """The task list at a server that is open; each call raises as `Dav.ask` does."""

    def __init__(self, dav: Dav) -> None:
        self._dav = dav

    def ours(self, mailbox: str) -> Mapping[str, Entry]:
        """All that we ever put there for a mailbox and that is still there, by its name."""
        names = {self._dav.href_of(r.href): _name_of(r.href) for r in self._listing()}
        hrefs = [href for href, name in names.items() if thread_of(name, mailbox) is not None]
        found = [r for n in range(0, len(hrefs), _AT_ONCE) for r in self._read(hrefs[n : n + _AT_ONCE])]
        entries = (_entry(self._dav.href_of(r.href), r) for r in found if self._dav.href_of(r.href) in hrefs)
        return {entry.listed.uid: entry for entry in entries}

    def put(self, todo: Todo, now: datetime) -> bool:
        """Put it there; False if something of that name is there already."""
        path = f"{self._dav.path}{todo.uid}{_SUFFIX}"
        answer = self._dav.ask("PUT", path, body=written(todo, now), headers={**_ICALENDAR, "If-None-Match": "*"})
        _require_place(answer)
        return not answer.was_changed

    def tick(self, entry: Entry, now: datetime) -> bool:
        """Tick it off; False if it was changed since it was read, and is as it was left."""
        return self._change("PUT", entry, body=ticked(entry.text, now), headers=_ICALENDAR)

    def remove(self, entry: Entry) -> bool:
        """Take it from the list; False if it was changed since it was read, and is still there."""
        return self._change("DELETE", entry)

    def problems(self) -> tuple[str, ...]:
        """Why nothing can be put there, as far as the server tells."""
        [*found] = self._resources(
            "PROPFIND", "0", f"<D:propfind {_NAMESPACES}><D:prop>{_WHAT_IT_IS}</D:prop></D:propfind>"
        )
        if not found or not found[0].is_calendar:
            return ("caldav_url is not the address of a calendar or task list, but of something else there",)
        kinds = found[0].components
        return () if not kinds or "VTODO" in kinds else (f"that calendar takes no tasks, only {', '.join(kinds)}",)

    def _listing(self) -> Sequence[Resource]:
        body = f"<D:propfind {_NAMESPACES}><D:prop><D:getetag/></D:prop></D:propfind>"
        return self._resources("PROPFIND", "1", body)

    def _read(self, hrefs: list[str]) -> Sequence[Resource]:
        asked = "".join(f"<D:href>{escape(href, quote=False)}</D:href>" for href in hrefs)
        prop = "<D:prop><D:getetag/><C:calendar-data/></D:prop>"
        return self._resources("REPORT", "1", f"<C:calendar-multiget {_NAMESPACES}>{prop}{asked}</C:calendar-multiget>")

    def _resources(self, method: str, depth: str, body: str) -> Sequence[Resource]:
        document = f'<?xml version="1.0" encoding="utf-8"?>{body}'.encode()
        answer = self._dav.ask(method, self._dav.path, body=document, headers={**_XML, "Depth": depth})
        _require_place(answer)
        if answer.status != _MULTISTATUS:
            remedy = "See to it that caldav_url is the address of a task list on a CalDAV server."
            raise Surprise("the server at caldav_url doesn't speak CalDAV", wire=answer.body, remedy=remedy)
        return resources_in(answer.body)

    def _change(
        self, method: str, entry: Entry, *, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> bool:
        if not entry.etag:
            return False  # without one there is no telling whether it's still as it was
        answer = self._dav.ask(method, entry.href, body=body, headers={**(headers or {}), "If-Match": entry.etag})
        return not answer.was_changed


def _name_of(href: str) -> str:
    return unquote(href.rpartition("/")[2]).removesuffix(_SUFFIX)


def _entry(href: str, resource: Resource) -> Entry:
    return Entry(href=href, etag=resource.etag, text=resource.data, listed=listed(_name_of(href), resource.data))


def _require_place(answer: Answer) -> None:
    if not answer.is_there:
        raise Refused("there is nothing at caldav_url", remedy="Make a task list there, or give the address of one.")
