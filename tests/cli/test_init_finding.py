"""`init`, from an address to a server: by what its domain says in DNS, and by TLS or STARTTLS on a real Dovecot."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import typer

from crickets.cli.finding import NoImap, NotVouchedFor
from crickets.cli.given import Given
from crickets.cli.setting_up import set_up
from crickets.config.environment import environment
from crickets.config.load import load
from crickets.config.settings import Account
from crickets.errors import CricketsError, ExitCode, Transient
from crickets.setup.discovery import NoServerFound
from crickets.setup.dns_records import Lookup, MailRecords, mail_records
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home
from tests.servers import server as servers
from tests.servers.dovecot import Dovecot
from tests.servers.fixtures import running
from tests.servers.name_server import Zone, a_name_server

PASSWORD = "THE_PASSWORD"
NOTHING: Zone = {}
DANA = "dana@studio.example"


@pytest.fixture(scope="module")
def implicit() -> Iterator[Dovecot]:
    """A Dovecot that speaks TLS from the start; it knows anybody by one password."""
    for server in running(lambda: Dovecot(tls=servers.Tls.IMPLICIT)):
        assert isinstance(server, Dovecot)
        yield server


@pytest.fixture(scope="module")
def starttls() -> Iterator[Dovecot]:
    """One that speaks it when it's asked to."""
    for server in running(lambda: Dovecot(tls=servers.Tls.STARTTLS)):
        assert isinstance(server, Dovecot)
        yield server


@pytest.fixture
def bare(home: Home) -> Home:
    """A home without config, whose environment has the password."""
    home.config.unlink()
    (home.folder / ".env").unlink()
    home.monkeypatch.setenv(PASSWORD, servers.PASSWORD)
    return home


def given(server: Dovecot, address: str, *, quiet: bool = True) -> Given:
    """All but where the server is."""
    return Given(
        name="Dana Levi",
        address=address,
        timezone="Europe/Rome",
        country="",
        password_env=PASSWORD,
        tls_ca_file=server.ca_file,
        quiet=quiet,
    )


def run(home: Home, told: Given, lookup: Lookup, typed: str = "") -> ExitCode:
    """`init` with these options, by a name server; on a terminal where something is typed."""

    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    home.monkeypatch.setattr("sys.stdin", Keyboard(typed))
    return set_up(told, home.config, environment(), as_json=False, lookup=lookup)


def by(zone: Zone, then: Callable[[Lookup], ExitCode]) -> ExitCode:
    """What comes of it where a domain says this."""
    with a_name_server(zone) as server:
        return then(lambda domain: mail_records(domain, server))


def account_in(home: Home) -> Account:
    """The account of the config that was written."""
    (account,) = load(home.config, {}, templates=TEMPLATE_NAMES).accounts
    return account


@pytest.mark.parametrize(("how", "service"), [("implicit", "_imaps"), ("starttls", "_imap")])
def test_a_server_that_the_domain_names(bare: Home, request: pytest.FixtureRequest, how: str, service: str) -> None:
    """It's found on its own port, by the encryption that its record stands for; the config says so, and works."""
    server: Dovecot = request.getfixturevalue(how)
    zone = {(f"{service}._tcp.localhost", "SRV"): (f"0 1 {server.port} localhost.",)}

    code = by(zone, lambda lookup: run(bare, given(server, "dana@localhost"), lookup))

    assert code is ExitCode.OK
    account = account_in(bare)
    assert (account.host, account.port, account.tls.value) == ("localhost", server.port, how)
    assert (account.username, account.tls_ca_file) == ("dana@localhost", server.ca_file)
    assert bare("check").code == 0


def test_a_server_outside_of_the_domain(bare: Home, implicit: Dovecot) -> None:
    """With nobody to ask it's refused before any name is said there; the remedy is the owner's word."""
    zone = {("_imaps._tcp.studio.example", "SRV"): (f"0 1 {implicit.port} localhost.",)}
    logins = implicit.log.count("Login")

    with pytest.raises(NotVouchedFor, match=r"outside of studio\.example") as refused:
        by(zone, lambda lookup: run(bare, given(implicit, "dana@studio.example"), lookup))

    assert f"--host localhost --port {implicit.port}" in refused.value.remedy
    assert implicit.log.count("Login") == logins
    assert not bare.config.exists()


def test_a_server_outside_of_the_domain_on_a_terminal(
    bare: Home, implicit: Dovecot, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its owner is asked, and Enter means no; then a server, or an address, may be named in its place."""
    zone = {("_imaps._tcp.studio.example", "SRV"): (f"0 1 {implicit.port} localhost.",)}
    told = given(implicit, "dana@studio.example", quiet=False)

    code = by(zone, lambda lookup: run(bare, told, lookup, "\ndana@studio.example\ny\ny\n"))

    assert code is ExitCode.OK
    assert account_in(bare).host == "localhost"
    shown = " ".join(capsys.readouterr().err.split())
    assert shown.count("lies outside of studio.example; nobody has signed that.") == 2
    assert shown.count("may your password go there? [y/N]") == 2
    assert shown.count("Your password doesn't go to localhost.") == 1


def test_an_address_with_a_slip(bare: Home, implicit: Dovecot, capsys: pytest.CaptureFixture[str]) -> None:
    """What leads nowhere is told with what was probably meant, and another address may be typed."""
    zone = {("_imaps._tcp.localhost", "SRV"): (f"0 1 {implicit.port} localhost.",)}
    told = given(implicit, "dana@gmial.com", quiet=False)

    code = by(zone, lambda lookup: run(bare, told, lookup, "dana@localhost\ny\n"))

    assert code is ExitCode.OK
    assert account_in(bare).username == "dana@localhost"
    assert load(bare.config, {}, templates=TEMPLATE_NAMES).policy.owner.addresses == ("dana@localhost",)
    assert "Did you mean dana@gmail.com?" in capsys.readouterr().err  # which is on a line of its own


def test_a_domain_that_leads_nowhere(bare: Home, implicit: Dovecot) -> None:
    """All names that were tried are told; whether this machine is on the net is told apart."""
    told = given(implicit, "dana@studio.example")

    with pytest.raises(NoServerFound, match=r"imap\.studio\.example:993") as nowhere:
        by(NOTHING, lambda lookup: run(bare, told, lookup))
    with pytest.raises(NoServerFound) as offline:
        run(bare, told, lambda _: MailRecords(answered=False))

    assert "--host" in nowhere.value.remedy
    assert "is this machine connected?" in offline.value.remedy
    assert not bare.config.exists()


def test_a_domain_that_has_no_imap(bare: Home, implicit: Dovecot) -> None:
    """Its word is taken: nothing is knocked at."""
    zone = {("_imaps._tcp.studio.example", "SRV"): ("0 0 0 .",)}

    with pytest.raises(NoServerFound, match="says of itself, in DNS, that it has no IMAP"):
        by(zone, lambda lookup: run(bare, given(implicit, "dana@studio.example"), lookup))


def test_a_bridge_that_does_not_run(bare: Home, implicit: Dovecot) -> None:
    """It's told that there must be one, and what it wants."""
    with pytest.raises(Transient, match=r"127\.0\.0\.1:1143 could not be reached") as away:
        run(bare, given(implicit, "dana@proton.me"), lambda _: MailRecords())

    assert "Its Bridge must run on this machine" in away.value.remedy


@pytest.mark.parametrize("quiet", [True, False])
def test_a_provider_without_imap(bare: Home, implicit: Dovecot, *, quiet: bool) -> None:
    """It's told at once, and nobody is asked for anything."""
    with pytest.raises(NoImap, match="Tuta has no IMAP"):
        run(bare, given(implicit, "dana@tuta.com", quiet=quiet), lambda _: MailRecords())


def asked_of(server: Dovecot, address: str = DANA) -> Given:
    """Everything but the server and its authority, with somebody at the keyboard."""
    return replace(given(server, address, quiet=False), tls_ca_file=None, service=False)


@pytest.mark.parametrize("how", ["implicit", "starttls"])
def test_a_server_of_ones_own(bare: Home, request: pytest.FixtureRequest, how: str) -> None:
    """Its port, and whose certificate it shows, are answers too; how TLS is spoken there is found by trying."""
    server: Dovecot = request.getfixturevalue(how)
    told = replace(asked_of(server), username="dana")
    typed = f"localhost:{server.port}\n/no/such.pem\n{server.ca_file}\ny\n"

    assert by(NOTHING, lambda lookup: run(bare, told, lookup, typed)) is ExitCode.OK
    account = account_in(bare)
    assert (account.host, account.port, account.tls.value) == ("localhost", server.port, how)
    assert account.tls_ca_file == server.ca_file
    err = bare.capsys.readouterr().err
    assert '"/no/such.pem" is no file of certificates: No such file or directory' in err
    assert "can't be trusted" in err
    assert "name its authority's certificate:" in err
    assert "tls_ca_file" not in err


def test_a_server_of_nobodys_without_anybody_to_ask(bare: Home, implicit: Dovecot) -> None:
    """The option is named that mends it; there is no config yet for a key to stand in."""
    told = replace(given(implicit, DANA), host="localhost", port=implicit.port, tls_ca_file=None)

    with pytest.raises(CricketsError) as caught:
        by(NOTHING, lambda lookup: run(bare, told, lookup))
    assert caught.value.remedy.endswith("name its authority's certificate by --tls-ca-file.")


def test_a_host_that_is_none(bare: Home, implicit: Dovecot) -> None:
    """Who has named it isn't told to name it."""
    told = replace(given(implicit, DANA), host="127.0.0.1", port=9)

    with pytest.raises(CricketsError, match=r"127\.0\.0\.1:9") as caught:
        by(NOTHING, lambda lookup: run(bare, told, lookup))
    assert "mend --host" in caught.value.remedy


def test_a_server_of_nobodys_whose_port_is_given(bare: Home, starttls: Dovecot) -> None:
    """It needn't be said that it only speaks STARTTLS."""
    told = replace(given(starttls, DANA), host="localhost", port=starttls.port, username="dana")

    assert by(NOTHING, lambda lookup: run(bare, told, lookup)) is ExitCode.OK
    assert account_in(bare).tls.value == "starttls"


def test_a_port_that_is_none(bare: Home, implicit: Dovecot) -> None:
    """It's told, and asked for once more; so is a server without an authority."""
    typed = f"localhost:99999\nlocalhost:{implicit.port}\n-\n"

    with pytest.raises(typer.Abort):
        by(NOTHING, lambda lookup: run(bare, asked_of(implicit), lookup, typed))

    err = bare.capsys.readouterr().err
    assert "must have a port from 1 to 65535" in err
    assert err.count("Your IMAP server, or your address") == 3
