"""What a WebDAV server answers about many resources, and what it may try with that."""

from __future__ import annotations

from time import monotonic

import pytest

from crickets.errors import Surprise
from crickets.notify.multistatus import ELEMENTS_LIMIT, TEXT_LIMIT, resources_in


def a_multistatus(*responses: str) -> bytes:
    """The answer with these in it."""
    namespaces = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    return f'<?xml version="1.0"?><multistatus {namespaces}>{"".join(responses)}</multistatus>'.encode()


def a_response(href: str, prop: str) -> str:
    """What is told of one resource."""
    status = "<status>HTTP/1.1 200 OK</status>"
    return f"<response><href>{href}</href><propstat><prop>{prop}</prop>{status}</propstat></response>"


def test_resources() -> None:
    """Each with what was asked for; what else is told is passed over."""
    first = a_response("/a%20b.ics", '<getetag>"1"</getetag><owner><href>/dana/</href></owner>')
    second = a_response("/c.ics", "<C:calendar-data>BEGIN:VCALENDAR\nX:&lt;&#13;</C:calendar-data><getetag/>")

    one, other = resources_in(a_multistatus(first, second))

    assert (one.href, one.etag, one.data) == ("/a%20b.ics", '"1"', "")
    assert (other.href, other.etag, other.data) == ("/c.ics", "", "BEGIN:VCALENDAR\nX:<")


def test_a_calendar() -> None:
    """It's told by its kind, and so is what it takes."""
    kinds = '<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>'
    calendar = a_response("/a/", f"<resourcetype><collection/><C:calendar/></resourcetype>{kinds}")

    one, other = resources_in(a_multistatus(calendar, a_response("/b/", "<resourcetype><collection/></resourcetype>")))

    assert (one.is_calendar, one.components) == (True, ["VTODO"])
    assert (other.is_calendar, other.components) == (False, [])


def test_nothing() -> None:
    """An empty answer is one."""
    assert resources_in(a_multistatus()) == ()


def test_a_text_of_great_length() -> None:
    """It's none of ours, and isn't kept; the rest is."""
    long = "x" * (TEXT_LIMIT + 1)
    [resource] = resources_in(a_multistatus(a_response("/a", f"<C:calendar-data>{long}</C:calendar-data>")))

    assert (resource.href, resource.data) == ("/a", "")


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 50}">' for n in range(8))
    + ']><multistatus xmlns="DAV:">&i;</multistatus>'
)
A_FILE = '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><multistatus xmlns="DAV:">&a;</multistatus>'


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"hello",
        b"<html><body>Log in</body></html>",
        b'<multistatus xmlns="other:"/>',
        b'<multistatus xmlns="DAV:">',
        b'<?xml version="1.0" encoding="uu"?><multistatus xmlns="DAV:">\xff</multistatus>',
        a_multistatus("<a>" * 100, "</a>" * 100),
        a_multistatus("<a/>" * (ELEMENTS_LIMIT + 1)),
        BOMB.encode(),
        A_FILE.encode(),
        a_multistatus("&b;"),
    ],
    ids=["empty", "text", "a page", "another kind", "cut", "letters", "deep", "many", "bomb", "a file", "an entity"],
)
def test_what_is_no_such_answer(octets: bytes) -> None:
    """It's refused in little time, with the beginning of it kept for whoever has to find out why."""
    begun = monotonic()

    with pytest.raises(Surprise, match="the answer about the task list") as caught:
        resources_in(octets)

    assert monotonic() - begun < 5
    assert caught.value.wire == octets[:2000]
