"""What a domain says of its mail: asked of a DNS server of the tests' own, which may be silent, or lie."""

from __future__ import annotations

from time import monotonic

import pytest

from crickets.mailbox import Tls
from crickets.setup.dns_records import MailRecords, NameServer, Service, mail_records
from tests.servers.name_server import Habit, Zone, a_name_server, babbling, of_another, silent

IMAPS, IMAP, MX = ("_imaps._tcp.studio.example", "SRV"), ("_imap._tcp.studio.example", "SRV"), ("studio.example", "MX")


def told(zone: Zone, domain: str = "studio.example") -> MailRecords:
    """What is concluded from a zone."""
    with a_name_server(zone) as server:
        return mail_records(domain, server)


def test_a_domain_with_all_records() -> None:
    """Implicit TLS comes first, then STARTTLS; within each the priority, then the weight; MX by preference."""
    records = told(
        {
            IMAPS: (
                "20 0 993 slow.studio.example.",
                "10 1 993 light.studio.example.",
                "10 9 9993 imap.studio.example.",
            ),
            IMAP: ("0 1 143 imap.studio.example.",),
            MX: ("20 mx2.hoster.example.", "10 MX1.Hoster.Example."),
        }
    )

    assert records.services == (
        Service(host="imap.studio.example", port=9993, tls=Tls.IMPLICIT),
        Service(host="light.studio.example", port=993, tls=Tls.IMPLICIT),
        Service(host="slow.studio.example", port=993, tls=Tls.IMPLICIT),
        Service(host="imap.studio.example", port=143, tls=Tls.STARTTLS),
    )
    assert records.exchanges == ("mx1.hoster.example", "mx2.hoster.example")
    assert (records.has_none, records.answered) == (False, True)


def test_a_domain_without_records() -> None:
    """That is an answer too."""
    assert told({}) == MailRecords()
    assert told({("studio.example", "A"): ("192.0.2.1",)}) == MailRecords()


@pytest.mark.parametrize(
    ("zone", "has_none"),
    [
        ({IMAPS: ("0 0 0 .",), IMAP: ("0 0 0 .",)}, True),
        ({IMAPS: ("0 0 0 .",)}, True),
        ({IMAPS: ("0 1 993 imap.studio.example.",), IMAP: ("0 0 0 .",)}, False),
        ({IMAPS: ("0 0 0 .",), IMAP: ("0 1 143 imap.studio.example.",)}, False),
        ({IMAP: ("0 0 0 .",)}, False),
    ],
)
def test_a_dot(zone: Zone, *, has_none: bool) -> None:
    """A single dot says that there is no such service (RFC 2782); no server is made of it."""
    records = told(zone)

    assert records.has_none is has_none
    assert all(service.host != "" for service in records.services)


@pytest.mark.parametrize(
    "target",
    [
        r"imap\032studio.example.",
        r"imap\010.studio.example.",
        r"\027[2J.studio.example.",
        "127.0.0.1.",
        "10.1.",
        "::1.",
        "-imap.studio.example.",
        r"imap\.evil\@studio.example.",
        r"\195\188.studio.example.",
    ],
)
def test_a_target_that_is_no_host(target: str) -> None:
    """It's passed over: an address dressed as a name, an escape sequence, a blank; what is sound beside it counts."""
    records = told({IMAPS: (f"0 1 993 {target}", "5 1 993 imap.studio.example."), MX: (f"1 {target}",)})

    assert [service.host for service in records.services] == ["imap.studio.example"]
    assert records.exchanges == ()


def test_a_port_that_is_none() -> None:
    """Port 0 is no door."""
    assert told({IMAPS: ("0 1 0 imap.studio.example.",)}).services == ()


def test_a_list_without_end() -> None:
    """Of a hundred servers no more than a few are tried."""
    many = tuple(f"{number} 1 993 imap{number}.studio.example." for number in range(100))

    assert [service.host for service in told({IMAPS: many[:60]}).services] == [
        "imap0.studio.example",
        "imap1.studio.example",
        "imap2.studio.example",
        "imap3.studio.example",
    ]


@pytest.mark.parametrize("habit", [silent, babbling, of_another])
def test_a_name_server_that_cannot_be_used(habit: Habit) -> None:
    """Nobody waits for it longer than was said, and what it says is not believed."""
    begun = monotonic()
    with a_name_server({IMAPS: ("0 1 993 imap.studio.example.",)}, habit) as server:
        records = mail_records("studio.example", server, within=0.5)

    assert records == MailRecords(answered=False)
    assert monotonic() - begun < 2


def test_nobody_to_ask() -> None:
    """A name server that isn't there is as one that is silent."""
    with a_name_server({}) as gone:
        pass

    assert mail_records("studio.example", gone, within=0.5) == MailRecords(answered=False)


@pytest.mark.parametrize("domain", ["", "..", f"{'x' * 64}.example", "a b.example", "x" * 300, "studio.example\n"])
def test_a_domain_that_cannot_be_asked_for(domain: str) -> None:
    """It's nothing that DNS knows, and no error."""
    with a_name_server({}) as server:
        assert mail_records(domain, server, within=1).services == ()


def test_letters_beyond_ascii() -> None:
    """A domain is asked for as DNS spells it (RFC 3490)."""
    zone = {("_imaps._tcp.xn--mller-kva.example", "SRV"): ("0 1 993 imap.xn--mller-kva.example.",)}

    assert [s.host for s in told(zone, "müller.example").services] == ["imap.xn--mller-kva.example"]


def test_a_machine_that_knows_no_name_server() -> None:
    """`answered` tells a network that is away from a domain that says nothing."""
    assert mail_records("studio.example", NameServer(address="127.0.0.1", port=1), within=0.5).answered is False
