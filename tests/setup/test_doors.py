"""Where a mailbox may be, who says so, and where no password goes unasked."""

from __future__ import annotations

import pytest

from crickets.mailbox import Tls
from crickets.setup.dns_records import MailRecords, Service
from crickets.setup.doors import Door, Origin, Whereabouts, logins, named, whereabouts_of

DANA = "dana@studio.example"


def service(host: str, port: int = 993, tls: Tls = Tls.IMPLICIT) -> Service:
    """A server that a domain names."""
    return Service(host=host, port=port, tls=tls)


def whereabouts(address: str = DANA, **told: object) -> Whereabouts:
    """Where an address's mailbox may be, by what its domain says."""
    records = MailRecords(**told)  # type: ignore[arg-type]  # each is the dataclass's own
    return whereabouts_of(address, lambda _: records)


def never(domain: str) -> MailRecords:
    """Nobody is to be asked."""
    raise AssertionError(domain)


def test_an_address_at_a_known_provider() -> None:
    """DNS isn't asked: what a name server says can lead nobody away from a provider that is known."""
    found = whereabouts_of("dana@GMX.de", never)

    assert [str(door) for door in found.doors] == ["imap.gmx.net:993"]
    assert found.doors[0].origin is Origin.PROVIDER
    assert not found.doors[0].is_strange_to("dana@gmx.de")


def test_a_domain_that_says_nothing() -> None:
    """The usual names of it are tried, TLS from the start before STARTTLS, nothing unencrypted."""
    found = whereabouts()

    assert [(str(door), door.tls) for door in found.doors] == [
        ("imap.studio.example:993", Tls.IMPLICIT),
        ("mail.studio.example:993", Tls.IMPLICIT),
        ("studio.example:993", Tls.IMPLICIT),
        ("imap.studio.example:143", Tls.STARTTLS),
        ("mail.studio.example:143", Tls.STARTTLS),
        ("studio.example:143", Tls.STARTTLS),
    ]
    assert not any(door.is_strange_to(DANA) for door in found.doors)


def test_a_domain_that_names_its_server() -> None:
    """That comes first, on its port; the usual names follow, each place once."""
    found = whereabouts(services=(service("mail.studio.example"), service("box.studio.example", 1993)))

    assert [str(door) for door in found.doors[:3]] == [
        "mail.studio.example:993",
        "box.studio.example:1993",
        "imap.studio.example:993",
    ]
    assert len({str(door) for door in found.doors}) == len(found.doors)


def test_a_domain_whose_mail_goes_to_a_provider() -> None:
    """Its server is tried, and no guess."""
    found = whereabouts(exchanges=("aspmx.l.google.com",))

    assert [(str(door), door.origin) for door in found.doors] == [("imap.gmail.com:993", Origin.DELIVERY)]
    assert found.provider is not None
    assert found.doors[0].provider == found.provider


def test_a_domain_that_names_its_providers_server() -> None:
    """The provider is known by its server, so that its customers are told of app passwords."""
    (door,) = whereabouts(services=(service("imap.fastmail.com"),), exchanges=("in1-smtp.messagingengine.com",)).doors

    assert door.provider is not None
    assert door.provider.name == "Fastmail"
    assert not door.is_strange_to(DANA)


def test_a_domain_that_says_it_has_no_imap() -> None:
    """No door is tried; at a provider that is known there may be one nevertheless."""
    assert whereabouts(has_none=True).doors == ()
    assert [d.host for d in whereabouts(has_none=True, exchanges=("mx.zoho.com",)).doors] == ["imappro.zoho.com"]


@pytest.mark.parametrize(
    ("host", "strange"),
    [
        ("imap.studio.example", False),
        ("studio.example", False),
        ("IMAP.Studio.Example", False),
        ("imap.hoster.example", True),
        ("imap.notstudio.example", True),
        ("studio.example.evil.example", True),
        ("localhost", True),
        ("ssl0.ovh.net", False),
    ],
)
def test_a_server_outside_of_the_domain(host: str, *, strange: bool) -> None:
    """A name that only DNS vouches for is strange, unless it's that of a provider that is known (RFC 6186 §6)."""
    assert whereabouts(services=(service(host),)).doors[0].is_strange_to(DANA) is strange


def test_a_server_that_its_owner_names() -> None:
    """It's never strange; a usual port tells the way, any other leaves both to be tried."""
    assert [(str(d), d.tls) for d in named("mail.hoster.example")] == [
        ("mail.hoster.example:993", Tls.IMPLICIT),
        ("mail.hoster.example:143", Tls.STARTTLS),
    ]
    assert [(str(d), d.tls) for d in named("h.example", port=143)] == [("h.example:143", Tls.STARTTLS)]
    assert [d.tls for d in named("h.example", port=1993)] == [Tls.IMPLICIT, Tls.STARTTLS]
    assert [(str(d), d.tls) for d in named("localhost", port=1143, tls=Tls.NONE)] == [("localhost:1143", Tls.NONE)]
    assert not named("mail.hoster.example")[0].is_strange_to(DANA)


def test_the_names_to_log_in_by() -> None:
    """The address alone where a provider wants it, so that no wrong name counts; both where nobody knows."""
    by_provider = {
        address: logins(address, whereabouts_of(address, never).doors[0])
        for address in ("dana@gmail.com", "dana@free.fr", "dana@icloud.com", "dana@legalmail.it")
    }

    assert by_provider == {
        "dana@gmail.com": ("dana@gmail.com",),
        "dana@free.fr": ("dana", "dana@free.fr"),
        "dana@icloud.com": ("dana", "dana@icloud.com"),
        "dana@legalmail.it": (),
    }
    assert logins(DANA, Door(host="imap.studio.example")) == (DANA, "dana")


def test_a_domain_of_ones_own_at_icloud() -> None:
    """The login is that of another address, which only its owner knows."""
    (door,) = whereabouts(exchanges=("mx01.mail.icloud.com",)).doors

    assert logins(DANA, door) == ()
