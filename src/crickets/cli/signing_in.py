"""
How `init` comes into the mailbox: with a password that may be tried again, or by signing in as `auth login` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crickets.cli.asking import answer, asked, asked_password
from crickets.cli.finding import Found
from crickets.cli.given import Given
from crickets.cli.options import NO_OAUTH, OptionsMissing, usual_variable
from crickets.cli.rehearsing import Rehearsal
from crickets.cli.screen import paragraph
from crickets.cli.secrets_given import as_made, secret_in, secret_on_stdin
from crickets.cli.telling import tell
from crickets.cli.whose_account import Already, called
from crickets.config import texts
from crickets.config.settings import Provider as Authority
from crickets.errors import LoginRefused
from crickets.mailbox import Password, Server, ServerReport
from crickets.setup.discovery import SignedIn, sign_in
from crickets.setup.doors import domain_of, logins
from crickets.setup.first_config import Answers, Client
from crickets.setup.providers import Way, advice

if TYPE_CHECKING:
    from crickets.cli.about_you import Owner

_TRIES = 3
"""How many passwords may be wrong, each in one login: many servers shut out who errs five times (fail2ban's habit)."""

_GOOGLE_SECRET = "GOOGLE_CLIENT_SECRET"  # noqa: S105 - a variable's name
_PASSWORD = "password"  # noqa: S105 - an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A mailbox that let its owner in: what it told, what the config says of it, and the secrets for the `.env`."""

    server: Server
    report: ServerReport
    answers: Answers
    secrets: Mapping[str, str] = field(repr=False)


def enter(
    given: Given, found: Found, owner: Owner, already: Already, rehearsal: Rehearsal, environment: Mapping[str, str]
) -> Entered:
    """Come into the mailbox, in the way that its provider and its owner want."""
    provider = found.door.provider
    for sentence in advice(provider) if provider is not None else ():
        paragraph(sentence, style="yellow")
    authority = _authority(given, found)
    if authority is None:
        return _by_password(given, found, owner, already, environment)
    return _by_sign_in(given, found, owner, already, rehearsal, environment, authority)


def _authority(given: Given, found: Found) -> Authority | None:
    """Who lets the owner sign in; None for a password."""
    provider = found.door.provider
    if given.oauth:
        return None if given.oauth == NO_OAUTH else Authority(given.oauth)
    if provider is None or provider.oauth is None:
        return None
    if provider.opened_by is Way.SIGN_IN or given.client_id:
        return provider.oauth
    if not given.asks or given.has_password:
        return None
    question = f"Your app password, or sign in at {provider.oauth.value.title()} by OAuth 2.0 ({_PASSWORD}, sign-in)"
    return provider.oauth if asked(question, _password_or_sign_in, _PASSWORD) else None


def _password_or_sign_in(text: str) -> bool:
    if text not in {_PASSWORD, "sign-in"}:
        raise ValueError(f'must be "{_PASSWORD}" or "sign-in"')
    return text == "sign-in"


def _by_password(given: Given, found: Found, owner: Owner, already: Already, environment: Mapping[str, str]) -> Entered:
    names = _names(given, found)
    entered = _let_in(given, found, names, _password(given, environment))
    server, formerly = called(given, entered.server, found.address, already)
    variable = given.password_env or usual_variable(server.account)
    return Entered(
        server=server,
        report=entered.report,
        answers=owner.answers(server, formerly=formerly, variable=variable),
        secrets={variable: entered.password.secret},
    )


def _let_in(given: Given, found: Found, names: tuple[str, ...], password: Password) -> SignedIn:
    """Signed in with the password; with another, and by another name, if it's refused and there is somebody to ask."""
    name, *others = names
    for _ in range(_TRIES - 1 if given.asks else 0):
        try:
            return sign_in(found.account, found.door, name, password)
        except LoginRefused as error:
            tell(error)
        if others:
            question = f"Your user name there (perhaps {others[0]})"
            name = asked(question, texts.words, name)
        password = as_made(asked_password())
    try:
        return sign_in(found.account, found.door, name, password)
    except LoginRefused as error:
        if others:
            error.remedy += f" It may know you by another name: --username {others[0]}."
        raise


def _names(given: Given, found: Found) -> tuple[str, ...]:
    """The names that the login may be, the likeliest first; one that only its owner knows is asked for."""
    if given.username:
        return (given.username,)
    if known := logins(found.address, found.door):
        return known
    provider = found.door.provider
    assert provider is not None  # of a server that is nobody's we know, the address is tried
    question = f"Your user name at {provider.name}: {provider.own_login}"
    return (answer(given, "--username", texts.words, "", question),)


def _password(given: Given, environment: Mapping[str, str]) -> Password:
    """The password, from where the options say that it is, or asked for."""
    if given.password_stdin:
        return as_made(Password(secret=secret_on_stdin()))
    if given.password_env:
        return as_made(Password(secret=secret_in(given.password_env, environment, "--password-env")))
    if not given.asks:
        raise OptionsMissing(
            "There is nobody to ask, and the password is missing.", remedy="Give --password-stdin or --password-env."
        )
    return as_made(asked_password())


def _by_sign_in(
    given: Given,
    found: Found,
    owner: Owner,
    already: Already,
    rehearsal: Rehearsal,
    environment: Mapping[str, str],
    authority: Authority,
) -> Entered:
    from crickets.cli.auth_course import sign_in as have_signed_in
    from crickets.service.application import open_application
    from crickets.service.clock import system_clock
    from crickets.service.sign_in import SignIns
    from crickets.signin import NotSignedIn

    server = found.account.at(found.door, given.username or found.address)
    server, formerly = called(given, server, found.address, already)
    client = already.clients.get(authority) or _client(given, found, authority, environment)
    answers = owner.answers(server, formerly=formerly, client=client)
    secrets = {client.variable: client.secret} if client.secret else {}
    rehearsal.begin(answers)
    around = rehearsal.environment(environment, secrets)
    with open_application(rehearsal.config, around, exclusive=False) as app:
        sign_ins = SignIns(settings=app.settings, environment=around, clock=system_clock)
        try:
            have_signed_in(sign_ins, app.account(server.account), paste=given.paste, browser=given.browser)
        except NotSignedIn as error:  # there is no account yet that `auth login` would know
            error.remedy = f"Nothing was written; try again. {error.otherwise}".rstrip()
            raise
        mailbox = app.connect(server.account)
        try:
            report = mailbox.report()
        finally:
            mailbox.close()
    return Entered(server=server, report=report, answers=answers, secrets=secrets)


def _client(given: Given, found: Found, authority: Authority, environment: Mapping[str, str]) -> Client:
    """How Crickets is registered, as its owner did it: no ids are shipped."""
    if given.asks and not given.client_id:
        paragraph(
            f"You register Crickets at {authority.value.title()} yourself, once, as a program of yours: a quarter of "
            "an hour, and free. docs/signing-in.md has the steps; you are asked now for what you are shown then."
        )
    client_id = answer(given, "--client-id", texts.visible, given.client_id, "The client ID (application ID)")
    if authority is Authority.GOOGLE:
        variable = given.client_secret_env or _GOOGLE_SECRET
        secret = _client_secret(given, environment)
        return Client(provider=authority, client_id=client_id, variable=variable, secret=secret)
    guess = _usual_tenant(found)
    question = "Your tenant: your organisation's domain, or common"
    tenant = answer(given, "--tenant", texts.tenant, given.tenant, question, guess)
    return Client(provider=authority, client_id=client_id, tenant=tenant, authority=given.authority)


def _client_secret(given: Given, environment: Mapping[str, str]) -> str:
    if given.client_secret_env:
        return secret_in(given.client_secret_env, environment, "--client-secret-env")
    if not given.asks:
        raise OptionsMissing(
            "There is nobody to ask, and the client's secret is missing.", remedy="Give --client-secret-env."
        )
    return asked_password("The client secret").secret


def _usual_tenant(found: Found) -> str:
    """An organisation's own domain names it; addresses of Microsoft's are nobody's."""
    provider, domain = found.door.provider, domain_of(found.address)
    return "common" if provider is None or domain in provider.domains else domain
