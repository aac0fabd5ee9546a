"""
The settings from a sound file: each table's values, put where the domain wants them.

Nothing can be wrong here any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from crickets.config import public_holidays
from crickets.config.places import resolved
from crickets.config.settings import (
    Account,
    Command,
    Credential,
    DigestBy,
    DigestWish,
    Folders,
    Health,
    HealthcheckUrl,
    Keyring,
    Listening,
    OAuthClient,
    Provider,
    SecretFile,
    SecretSource,
    SmtpServer,
    TaskServer,
    TokenCommand,
    Variable,
)
from crickets.config.shape import (
    AccountTable,
    CalendarTable,
    ClientTable,
    ConfigTable,
    DraftsTable,
    FoldersTable,
    GoogleTable,
    InvoicesTable,
    MeTable,
    MicrosoftTable,
    OAuthTable,
    RuleTable,
    SmtpTable,
    StepTable,
    TasksTable,
    TrackTable,
)
from crickets.domain.calendar import Calendar
from crickets.domain.late_fee import Rule as LateFeeRule
from crickets.domain.late_fee import Statutory
from crickets.domain.owner import OwnAddress, Owner
from crickets.domain.plans import BUILT_IN, Plan, Step
from crickets.domain.policy import Client, Drafting, Invoicing, Policy, Rule, Tracking

_GMAIL = "https://mail.google.com/"
"""The one scope by which Google lets anybody into IMAP."""

Resolve = Callable[[str], Path]
"""Finds the file that a path in the config means."""


def policy_of(config: ConfigTable) -> Policy:
    """All that a decision depends on."""
    return Policy(
        owner=_owner(config.me),
        calendar=_calendar(config),
        tracking=_tracking(config.track),
        drafting=_drafting(config.drafts),
        invoicing=_invoicing(config.invoices, config.invoices.late_fee),
        clients=tuple(_client(client, config.invoices) for client in config.clients),
        rules=tuple(map(_rule, config.rules)),
        plans=dict(_plans(config)),
        control_folders=config.control.folders,
    )


def _owner(me: MeTable) -> Owner:
    return Owner(
        name=me.name,
        addresses=tuple(me.addresses),
        zone=me.timezone,
        phone_region=me.phone_region,
        companies=me.company,
        tax_ids=tuple(me.tax_ids),
    )


def accounts_of(config: ConfigTable, config_path: Path, environment: Mapping[str, str]) -> tuple[Account, ...]:
    """The accounts, in their order."""

    def resolve(text: str) -> Path:
        return resolved(text, config_path, environment)

    return tuple(_account(name, table, config.oauth, resolve) for name, table in config.accounts.items())


def tasks_of(config: ConfigTable, config_path: Path, environment: Mapping[str, str]) -> TaskServer | None:
    """The list where calls and tasks are put, if there is to be one."""
    table = config.tasks
    if not table.caldav_url:
        return None

    def resolve(text: str) -> Path:
        return resolved(text, config_path, environment)

    return TaskServer(
        url=table.caldav_url,
        username=table.username,
        secret=_secret(table, resolve),
        tls_ca_file=resolve(table.tls_ca_file) if table.tls_ca_file else None,
        language=table.language or config.digest.language or language_of(config),
    )


def digest_of(config: ConfigTable, config_path: Path, environment: Mapping[str, str]) -> DigestWish | None:
    """The digest that the owner wants, if any."""
    table, owner = config.digest, _owner(config.me)
    if table.by is None:
        return None
    by_smtp = table.by is DigestBy.SMTP
    whole = [address for address in config.me.addresses if "*" not in address]
    to = table.to or whole[0]  # `sense` has seen to it that there is one
    named = next((a for a in (config.smtp.username if by_smtp else "", to) if _is_whole_own(a, owner)), to)
    return DigestWish(
        at=table.at,
        sender=OwnAddress(named, owner),
        to=OwnAddress(to, owner),
        language=table.language or language_of(config),
        server=_smtp(config.smtp, lambda text: resolved(text, config_path, environment)) if by_smtp else None,
        account="" if by_smtp else table.account or next(iter(config.accounts)),
    )


_SPOKEN = {"IT": "it", "SM": "it", "PL": "pl", "IS": "is", "DE": "de", "AT": "de", "FR": "fr", "ES": "es", "MX": "es"}
"""Countries that one of the digest's languages is spoken in, and no other of them."""


def language_of(config: ConfigTable) -> str:
    """The owner's language by their country, as far as they have named one."""
    countries = config.me.phone_region, config.calendar.holidays[:2]
    return next((_SPOKEN[country] for country in countries if country in _SPOKEN), "en")


def _is_whole_own(email: str, owner: Owner) -> bool:
    try:
        return bool(OwnAddress(email, owner))
    except ValueError:
        return False


def _smtp(table: SmtpTable, resolve: Resolve) -> SmtpServer:
    return SmtpServer(
        host=table.host,
        port=table.port or table.tls.smtp_port,
        tls=table.tls,
        username=table.username,
        secret=_secret(table, resolve) if table.username else None,
        tls_ca_file=resolve(table.tls_ca_file) if table.tls_ca_file else None,
    )


def health_of(config: ConfigTable, config_path: Path, environment: Mapping[str, str]) -> Health:
    """Who is told how Crickets is."""
    table = config.health
    url = table.healthcheck_url or (Variable(name=table.healthcheck_url_env) if table.healthcheck_url_env else None)
    ca_file = resolved(table.tls_ca_file, config_path, environment) if table.tls_ca_file else None
    return Health(
        metrics=None if table.metrics is None else Listening(host=table.metrics[0], port=table.metrics[1]),
        healthcheck=None if url is None else HealthcheckUrl(url=url, tls_ca_file=ca_file),
    )


def _account(name: str, table: AccountTable, oauth: OAuthTable, resolve: Resolve) -> Account:
    return Account(
        name=name,
        host=table.host,
        port=table.port or table.tls.port,
        tls=table.tls,
        username=table.username,
        formerly=table.formerly,
        secret=_way_in(table, oauth, resolve),
        watch=table.watch,
        poll_every=table.poll_every,
        folders=_folders(table.folders),
        tls_ca_file=resolve(table.tls_ca_file) if table.tls_ca_file else None,
    )


def _way_in(table: AccountTable, oauth: OAuthTable, resolve: Resolve) -> SecretSource | TokenCommand | OAuthClient:
    if table.token_command:
        return TokenCommand(argv=table.token_command)
    if table.oauth is Provider.GOOGLE:
        assert oauth.google is not None  # `sense` has seen to it
        return _google(oauth.google, resolve)
    if table.oauth is Provider.MICROSOFT:
        assert oauth.microsoft is not None  # as above
        return _microsoft(oauth.microsoft)
    return _secret(table, resolve)


def _google(table: GoogleTable, resolve: Resolve) -> OAuthClient:
    return OAuthClient(
        provider=Provider.GOOGLE,
        client_id=table.client_id,
        scope=_GMAIL,
        auth_url=table.auth_url,
        token_url=table.token_url,
        secret=_source(
            variable=table.client_secret_env,
            file=table.client_secret_file,
            command=table.client_secret_command,
            keyring=table.client_secret_keyring,
            credential=table.client_secret_credential,
            resolve=resolve,
        ),
    )


def _microsoft(table: MicrosoftTable) -> OAuthClient:
    place = f"{table.authority.rstrip('/')}/{table.tenant}/oauth2/v2.0"
    return OAuthClient(
        provider=Provider.MICROSOFT,
        client_id=table.client_id,
        scope=table.scope,
        auth_url=f"{place}/authorize",
        token_url=f"{place}/token",
        device_url=f"{place}/devicecode",
    )


def _secret(table: AccountTable | TasksTable | SmtpTable, resolve: Resolve) -> SecretSource:
    found = _source(
        variable=table.password_env,
        file=table.password_file,
        command=table.password_command,
        keyring=table.password_keyring,
        credential=table.credential,
        resolve=resolve,
    )
    assert found is not None  # `sense` has seen to it that there is one
    return found


def _source(
    *,
    variable: str | None,
    file: str | None,
    command: tuple[str, ...] | None,
    keyring: tuple[str, str] | None,
    credential: str | None,
    resolve: Resolve,
) -> SecretSource | None:
    """Where a secret is, by the one key that is there."""
    if variable:
        return Variable(name=variable)
    if file:
        return SecretFile(path=resolve(file))
    if command:
        return Command(argv=command)
    if keyring:
        return Keyring(service=keyring[0], username=keyring[1])
    return Credential(name=credential) if credential else None


def _folders(table: FoldersTable) -> Folders:
    return Folders(sent=tuple(table.sent), drafts=table.drafts, trash=table.trash, skip=tuple(table.skip))


def _calendar(config: ConfigTable) -> Calendar:
    table = config.calendar
    return Calendar(
        zone=config.me.timezone,
        working_days=frozenset(table.working_days),
        holiday=_days_off(table),
        draft_at=table.draft_at,
        banks_rest=public_holidays.banks_rest(table.holidays),
    )


def _days_off(table: CalendarTable) -> Callable[[date], str]:
    """Why a day is off: a day of the owner's own, or a public holiday."""
    own, public = frozenset(table.days_off), public_holidays.of(table.holidays)
    if not own:
        return public

    def name_of(day: date) -> str:
        return "a day off of yours" if day in own else public(day)

    return name_of


def _tracking(table: TrackTable) -> Tracking:
    return Tracking(
        who=table.who,
        since=table.since,
        max_new_drafts_per_day=table.max_new_drafts_per_day,
        max_live_drafts_per_client=table.max_live_drafts_per_client,
        ignore=tuple(table.ignore),
    )


def _drafting(table: DraftsTable) -> Drafting:
    return Drafting(
        quote=table.quote,
        keep_subject=table.keep_subject,
        on_delete=table.on_delete,
        retire_to=table.retire_to,
    )


def _invoicing(table: InvoicesTable, late_fee: LateFeeRule | None) -> Invoicing:
    return Invoicing(
        net_days=table.net_days,
        deadline_days=table.deadline_days,
        late_fee=Statutory(rates=table.reference_rates) if isinstance(late_fee, Statutory) else late_fee,
    )


def _client(table: ClientTable, invoices: InvoicesTable) -> Client:
    change = table.late_fee
    return Client(
        name=table.name,
        match=tuple(table.match),
        plan=table.plan,
        language=table.language,
        greeting=table.greeting or "",
        phone=table.phone,
        pause_until=table.pause_until,
        invoicing=None if change is None else _invoicing(invoices, change.of(invoices.late_fee)),
    )


def _rule(table: RuleTable) -> Rule:
    match = table.match
    return Rule(
        plan=table.plan,
        subject=match.subject,
        to=match.to,
        sender=match.sender,
        domain=match.domain,
        attachment=match.attachment,
        language=match.language,
        client=match.client,
        folder=match.folder,
    )


def _plans(config: ConfigTable) -> Iterator[tuple[str, Plan]]:
    """The plans of the program, and those of the owner in place of them or beside them."""
    yield from BUILT_IN.items()
    for name, table in config.plans.items():
        steps = BUILT_IN[name].steps if table.steps is None else tuple(map(_step, table.steps))
        yield name, Plan(name=name, steps=steps, pace=table.pace)


def _step(table: StepTable) -> Step:
    timing = table.after or table.on or table.overdue
    assert timing is not None  # `sense` has seen to it that there is one
    return Step(timing=timing, do=table.do, template=table.template, note=table.note)
