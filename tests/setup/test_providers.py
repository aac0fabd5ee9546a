"""The table of providers: what it may hold, and who is known by it."""

from __future__ import annotations

from collections import Counter

import pytest

from crickets.config import texts
from crickets.mailbox import Tls
from crickets.setup.providers import (
    Provider,
    Way,
    advice,
    meant_by,
    of_domain,
    of_exchanges,
    of_host,
    providers,
)

BY_NAME = {provider.name: provider for provider in providers()}
EVERY = [pytest.param(provider, id=provider.name) for provider in providers()]


def test_how_many_there_are() -> None:
    """The forty that most people have, and more; each is there once, and so is each of its domains."""
    assert len(BY_NAME) == len(providers()) >= 40
    for named in ((p.domains for p in providers()), (p.mx for p in providers())):
        counted = Counter(name for names in named for name in names)
        assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("provider", EVERY)
def test_a_row(provider: Provider) -> None:
    """It leads somewhere, over TLS, and says all that its way in needs."""
    for name in (*provider.domains, *provider.mx, *(h for h in provider.hosts if h != "{mx}")):
        assert texts.host(name) == name == name.casefold()
    assert provider.domains or provider.mx
    assert bool(provider.hosts) is (provider.opened_by is not Way.NOTHING)
    assert provider.tls is not Tls.NONE
    assert bool(provider.made_at) is (provider.opened_by in {Way.APP_PASSWORD, Way.EITHER})
    assert all(sentence.endswith(".") and ".." not in sentence for sentence in advice(provider))
    if provider.opened_by is Way.SIGN_IN:
        assert provider.oauth is not None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("gmail.com", "Gmail, Google Workspace"),
        ("GMail.com", "Gmail, Google Workspace"),
        ("hotmail.it", "Microsoft 365, outlook.com"),
        ("pec.it", "Aruba PEC"),
        ("web.de", "WEB.DE"),
        ("simnet.is", "Síminn"),
    ],
)
def test_a_domain_of_a_providers_own(address: str, name: str) -> None:
    """It's known in any case."""
    found = of_domain(address)

    assert found is not None
    assert found.name == name


def test_a_domain_of_nobodys() -> None:
    """Neither a name that only ends like a known one, nor one below it."""
    assert (of_domain("notgmail.com"), of_domain("mail.gmail.com"), of_domain("")) == (None, None, None)


@pytest.mark.parametrize(
    ("exchanges", "name", "hosts"),
    [
        (("aspmx.l.google.com", "alt1.aspmx.l.google.com"), "Gmail, Google Workspace", ("imap.gmail.com",)),
        (("smtp.google.com",), "Gmail, Google Workspace", ("imap.gmail.com",)),
        (
            ("studio-example.mail.protection.outlook.com",),
            "Microsoft 365, outlook.com",
            ("outlook.office365.com",),
        ),
        (("studio-example.p-v1.mx.microsoft",), "Microsoft 365, outlook.com", ("outlook.office365.com",)),
        (("in1-smtp.messagingengine.com",), "Fastmail", ("imap.fastmail.com",)),
        (("mx.zoho.eu",), "Zoho Mail for a domain, Europe", ("imappro.zoho.eu",)),
        (("mx00.ionos.de",), "IONOS, Germany", ("imap.ionos.de",)),
        (("mx1.mail.ovh.net",), "OVH", ("ssl0.ovh.net",)),
        (("mx.pec.aruba.it",), "Aruba PEC", ("imaps.pec.aruba.it",)),
        (("mx.aruba.it",), "Aruba", ("imaps.aruba.it",)),
        (("w0123abc.kasserver.com",), "ALL-INKL", ("w0123abc.kasserver.com",)),
        (("serwer1234567.home.pl",), "home.pl", ("serwer1234567.home.pl",)),
        (("mx-aol.mail.gm0.yahoodns.net",), "AOL", ("imap.aol.com",)),
        (("mta5.am0.yahoodns.net",), "Yahoo", ("imap.mail.yahoo.com",)),
        (("filter.example", "mx1.emailsrvr.com"), "Rackspace", ("secure.emailsrvr.com",)),
    ],
)
def test_a_domain_of_a_customers(exchanges: tuple[str, ...], name: str, hosts: tuple[str, ...]) -> None:
    """Its mail tells at whose it is; of two names that fit the longer says more."""
    assert of_exchanges(exchanges) == (BY_NAME[name], hosts)


def test_mail_that_goes_to_nobody_known() -> None:
    """Nor is a name that only looks like a provider's."""
    assert of_exchanges(("mx.studio.example", "google.com.evil.example", "notgoogle.com")) is None
    assert of_exchanges(()) is None


def test_a_server_of_a_providers() -> None:
    """It's known by its whole name; a bridge stands where anything may stand."""
    assert of_host("127.0.0.1") is None
    assert of_host("IMAP.Fastmail.com") == BY_NAME["Fastmail"]
    assert of_host("imap.fastmail.com.evil.example") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gmial.com", "gmail.com"), ("hotmial.com", "hotmail.com"), ("web.dee", "web.de"), ("studio.example", "")],
)
def test_a_slip(typed: str, meant: str) -> None:
    """The provider that was meant is guessed; a domain of one's own is not taken for a slip."""
    assert meant_by(typed) == meant


def test_what_is_to_be_known_beforehand() -> None:
    """Where an app password is made, and what must be switched on; nothing where the mailbox's own password does."""
    assert advice(BY_NAME["iCloud"]) == (
        "It wants an app password, made at account.apple.com, Sign-In and Security, App-Specific Passwords.",
    )
    assert [sentence.split(",")[0] for sentence in advice(BY_NAME["GMX"])] == [
        "IMAP must be switched on first: E-Mail",
        "With two-step verification it wants an app password",
    ]
    assert advice(BY_NAME["Posteo"]) == ()
