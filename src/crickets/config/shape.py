"""
The shape of the config: its tables, their keys, and what each key may hold by itself.

Knows pydantic, and the parsers of single values; what keys mean together is `sense`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from types import UnionType
from typing import Annotated, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from crickets.config import late_fees, public_holidays, texts, times
from crickets.config.problems import Place
from crickets.config.settings import DigestBy, Provider, Tls, Watch
from crickets.config.texts import choice, of_text
from crickets.domain.late_fee import ECB_RATES, ReferenceRate
from crickets.domain.late_fee import Rule as LateFeeRule
from crickets.domain.plans import After, Do, OnWeekday, Overdue, Pacing
from crickets.domain.policy import Drafting, Invoicing, OnDelete, RetireTo, Tracking, Who

Line = Annotated[str, AfterValidator(texts.line)]
Words = Annotated[str, AfterValidator(texts.words)]
Pattern = Annotated[str, AfterValidator(texts.address)]
OwnPattern = Annotated[str, AfterValidator(texts.own_address)]
Patterns = Annotated[tuple[str, ...], PlainValidator(texts.addresses)]
Weekday = Annotated[int, PlainValidator(of_text(times.weekday))]
Texts = Annotated[tuple[str, ...], PlainValidator(texts.one_or_more)]
VariableName = Annotated[str, AfterValidator(texts.variable)]
CommandLine = Annotated[tuple[str, ...], PlainValidator(texts.command)]
FileName = Annotated[str, AfterValidator(texts.file_name)]
KeyringEntry = Annotated[tuple[str, str], PlainValidator(of_text(texts.keyring_entry))]
SignInUrl = Annotated[str, AfterValidator(texts.sign_in_url)]
Visible = Annotated[str, AfterValidator(texts.visible)]


class Table(BaseModel):
    """A table of the file: nothing in it is guessed, nothing unknown is let pass."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """The table below a key, if there is one, and whether there are `many`: in a list, or under names."""

    table: type[Table] | None = None
    many: bool = False


class MeTable(Table):
    """Who the owner is."""

    name: Words
    addresses: Annotated[list[OwnPattern], Field(min_length=1)]
    timezone: Annotated[ZoneInfo, PlainValidator(of_text(times.zone))]
    phone_region: Annotated[str, AfterValidator(texts.region)] = ""
    company: Texts = ()
    tax_ids: list[Words] = []


class FoldersTable(Table):
    """An account's folders, where they can't be found."""

    sent: list[Words] = []
    drafts: Words = ""
    trash: Words = ""
    skip: list[Words] = []


class AccountTable(Table):
    """One mailbox."""

    host: Annotated[str, AfterValidator(texts.host)]
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    tls: Annotated[Tls, PlainValidator(of_text(choice(Tls)))] = Tls.IMPLICIT
    username: Words
    formerly: Words = ""
    password_env: VariableName | None = None
    password_file: Words | None = None
    password_command: CommandLine | None = None
    password_keyring: KeyringEntry | None = None
    credential: FileName | None = None
    oauth: Annotated[Provider, PlainValidator(of_text(choice(Provider)))] | None = None
    token_command: CommandLine | None = None
    watch: Annotated[Watch, PlainValidator(of_text(choice(Watch)))] = Watch.IDLE
    poll_every: Annotated[timedelta, PlainValidator(of_text(times.interval))] = timedelta(minutes=10)
    folders: FoldersTable = FoldersTable()
    tls_ca_file: Words | None = None


class TrackTable(Table):
    """Which threads are followed up."""

    who: Annotated[Who, PlainValidator(of_text(choice(Who)))] = Tracking().who
    since: Annotated[timedelta, PlainValidator(of_text(times.duration))] = Tracking().since
    max_new_drafts_per_day: Annotated[int, Field(ge=1, le=10_000)] = Tracking().max_new_drafts_per_day
    max_live_drafts_per_client: Annotated[int, Field(ge=1, le=10_000)] = Tracking().max_live_drafts_per_client
    ignore: list[Pattern] = []


class CalendarTable(Table):
    """The owner's days."""

    working_days: Annotated[list[Weekday], Field(min_length=1)] = [*range(5)]
    holidays: Annotated[str, AfterValidator(public_holidays.known)] = ""
    days_off: list[date] = []
    draft_at: Annotated[time, PlainValidator(times.clock)] = time(8, 30)


class DraftsTable(Table):
    """How drafts are laid and taken back."""

    quote: bool = Drafting().quote
    keep_subject: bool = Drafting().keep_subject
    on_delete: Annotated[OnDelete, PlainValidator(of_text(choice(OnDelete)))] = Drafting().on_delete
    retire_to: Annotated[RetireTo, PlainValidator(of_text(choice(RetireTo)))] = Drafting().retire_to


class ClientTable(Table):
    """What the owner knows better than the mailbox."""

    name: Words
    match: Annotated[list[Pattern], Field(min_length=1), BeforeValidator(texts.listed)]
    plan: Words = ""
    language: Annotated[str, AfterValidator(texts.language)] = ""
    greeting: Annotated[str, AfterValidator(texts.greeting)] | None = None
    phone: Annotated[str, AfterValidator(texts.phone)] = ""
    pause_until: date | None = None
    late_fee: Annotated[late_fees.Change | None, PlainValidator(late_fees.change)] = None


class MatchTable(Table):
    """What a rule asks of a mail; nothing is met by every mail."""

    subject: Annotated[re.Pattern[str], PlainValidator(of_text(texts.regex))] | None = None
    to: Patterns = ()
    sender: Annotated[Patterns, Field(alias="from")] = ()
    domain: Texts = ()
    attachment: Texts = ()
    language: Annotated[str, AfterValidator(texts.language)] = ""
    client: Texts = ()
    folder: Texts = ()


class RuleTable(Table):
    """A condition, and the plan that it picks."""

    match: MatchTable
    plan: Words


class StepTable(Table):
    """One step of a plan."""

    after: Annotated[After, PlainValidator(of_text(times.after))] | None = None
    on: Annotated[OnWeekday, PlainValidator(of_text(times.on))] | None = None
    overdue: Annotated[Overdue, PlainValidator(of_text(times.overdue))] | None = None
    do: Annotated[Do, PlainValidator(of_text(choice(Do)))] = Do.DRAFT
    template: Words = ""
    note: Line = ""


class PlanTable(Table):
    """A plan; of a built-in one, only what is to be another way."""

    steps: list[StepTable] | None = None
    pace: Annotated[Pacing, PlainValidator(of_text(choice(Pacing)))] = Pacing.FIXED


class InvoicesTable(Table):
    """What holds for invoices."""

    net_days: Annotated[int, Field(ge=0, le=365)] = Invoicing().net_days
    deadline_days: Annotated[int, Field(ge=1, le=90)] = Invoicing().deadline_days
    late_fee: Annotated[LateFeeRule | None, PlainValidator(late_fees.late_fee)] = Invoicing().late_fee
    reference_rates: Annotated[tuple[ReferenceRate, ...], PlainValidator(late_fees.reference_rates)] = ECB_RATES


class ControlTable(Table):
    """Control from any mail client."""

    folders: bool = False


class TasksTable(Table):
    """The owner's task list."""

    caldav_url: Annotated[str, AfterValidator(texts.calendar_url)] = ""
    username: Words = ""
    password_env: VariableName | None = None
    password_file: Words | None = None
    password_command: CommandLine | None = None
    password_keyring: KeyringEntry | None = None
    credential: FileName | None = None
    tls_ca_file: Words | None = None
    language: Annotated[str, AfterValidator(texts.digest_language)] | None = None


class DigestTable(Table):
    """The owner's digest."""

    by: Annotated[DigestBy | None, PlainValidator(of_text(choice(DigestBy)))] = None
    at: Annotated[time, PlainValidator(times.clock)] = time(9, 0)
    to: Annotated[str, AfterValidator(texts.whole_address)] | None = None
    account: Words | None = None
    language: Annotated[str, AfterValidator(texts.digest_language)] | None = None


class SmtpTable(Table):
    """The server that the digest is handed over to."""

    host: Annotated[str, AfterValidator(texts.host)] = ""
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    tls: Annotated[Tls, PlainValidator(of_text(choice(Tls)))] = Tls.IMPLICIT
    username: Words = ""
    password_env: VariableName | None = None
    password_file: Words | None = None
    password_command: CommandLine | None = None
    password_keyring: KeyringEntry | None = None
    credential: FileName | None = None
    tls_ca_file: Words | None = None


class GoogleTable(Table):
    """How Crickets is registered at Google."""

    client_id: Visible
    client_secret_env: VariableName | None = None
    client_secret_file: Words | None = None
    client_secret_command: CommandLine | None = None
    client_secret_keyring: KeyringEntry | None = None
    client_secret_credential: FileName | None = None
    auth_url: SignInUrl = "https://accounts.google.com/o/oauth2/v2/auth"
    token_url: SignInUrl = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address


class MicrosoftTable(Table):
    """How Crickets is registered at Microsoft."""

    client_id: Visible
    tenant: Annotated[str, AfterValidator(texts.tenant)] = "common"
    authority: SignInUrl = "https://login.microsoftonline.com"
    scope: Visible = "https://outlook.office.com/IMAP.AccessAsUser.All offline_access"


class OAuthTable(Table):
    """How Crickets is registered with those who let owners sign in by OAuth 2.0."""

    google: GoogleTable | None = None
    microsoft: MicrosoftTable | None = None


class HealthTable(Table):
    """Who is told how Crickets is."""

    metrics: Annotated[tuple[str, int] | None, PlainValidator(of_text(texts.own_port))] = None
    healthcheck_url: Annotated[str | None, PlainValidator(of_text(texts.healthcheck_url))] = None
    healthcheck_url_env: VariableName | None = None
    tls_ca_file: Words | None = None


class ConfigTable(Table):
    """The whole file."""

    me: MeTable
    accounts: Annotated[dict[Words, AccountTable], Field(min_length=1)]
    track: TrackTable = TrackTable()
    calendar: CalendarTable = CalendarTable()
    drafts: DraftsTable = DraftsTable()
    clients: list[ClientTable] = []
    rules: list[RuleTable] = []
    plans: dict[Words, PlanTable] = {}
    invoices: InvoicesTable = InvoicesTable()
    tasks: TasksTable = TasksTable()
    digest: DigestTable = DigestTable()
    smtp: SmtpTable = SmtpTable()
    oauth: OAuthTable = OAuthTable()
    control: ControlTable = ControlTable()
    health: HealthTable = HealthTable()


def keys_of(table: type[Table]) -> dict[str, Below]:
    """The keys of a table as they are written, and what lies below each."""
    return {field.alias or name: _below(field.annotation) for name, field in table.model_fields.items()}


def table_at(place: Place) -> type[Table]:
    """The kind of table that lies at a place, or holds the value that does."""
    table: type[Table] = ConfigTable
    parts = iter(place)
    for part in parts:
        below = keys_of(table).get(str(part), Below())
        if below.table is not None:
            table = below.table
            if below.many:
                next(parts, None)
    return table


def _below(annotation: object) -> Below:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return Below(table=annotation)
    found = next((below for inner in get_args(annotation) if (below := _below(inner)).table is not None), Below())
    if get_origin(annotation) in {Union, UnionType}:  # a table that may be left out is still one
        return found
    return Below(table=found.table, many=True)
