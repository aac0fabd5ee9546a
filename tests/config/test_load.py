"""What a sound config says, key by key."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crickets.config.settings import (
    Account,
    Folders,
    Health,
    HealthcheckUrl,
    Keyring,
    Listening,
    OAuthClient,
    Provider,
    SecretFile,
    Settings,
    SmtpServer,
    TaskServer,
    Tls,
    TokenCommand,
    Variable,
    Watch,
)
from crickets.domain.late_fee import ECB_RATES, ReferenceRate, Statutory
from crickets.domain.owner import Owner
from crickets.domain.plans import BUILT_IN, After, Do, OnWeekday, Overdue, Pacing, Plan, Step, Unit
from crickets.domain.policy import Client, Drafting, Invoicing, OnDelete, RetireTo, Rule, Tracking, Who
from tests.config.builders import ME, WORK, a_file, settings_of


def _settings(folder: Path, text: str = "", *, work: str = WORK) -> Settings:
    return settings_of(a_file(folder, text, work=work))


def _only_account(folder: Path, entries: str) -> Account:
    (account,) = _settings(folder, work=WORK + entries).accounts
    return account


def test_what_every_config_must_say(tmp_path: Path) -> None:
    """The rest has the contract's defaults."""
    settings = _settings(tmp_path)

    assert settings.path == tmp_path / "config.toml"
    assert settings.policy.owner == Owner(
        name="Dana Levi", addresses=("dana@studio.example",), zone=ZoneInfo("Europe/Rome")
    )
    assert settings.policy.tracking == Tracking()
    assert settings.policy.drafting == Drafting()
    assert settings.policy.plans == BUILT_IN
    assert (settings.policy.clients, settings.policy.rules) == ((), ())
    assert (settings.own_templates, settings.warnings) == ({}, ())
    assert settings.accounts == (
        Account(
            name="work",
            host="imap.example.org",
            port=993,
            tls=Tls.IMPLICIT,
            username="dana@studio.example",
            secret=Variable(name="WORK_IMAP_PASSWORD"),
            watch=Watch.IDLE,
            poll_every=timedelta(minutes=10),
            folders=Folders(),
            tls_ca_file=None,
        ),
    )


def test_the_days_of_a_config_that_says_nothing_of_them(tmp_path: Path) -> None:
    """Monday to Friday are worked, drafts come at half past eight, and there are no holidays."""
    calendar = _settings(tmp_path).policy.calendar

    assert calendar.zone == ZoneInfo("Europe/Rome")
    assert calendar.working_days == {0, 1, 2, 3, 4}
    assert calendar.draft_at == time(8, 30)
    assert calendar.why_off(date(2026, 12, 25)) == ""
    assert calendar.why_off(date(2026, 12, 26)) == "Saturday"


@pytest.mark.parametrize(
    ("entries", "port"),
    [("", 993), ('tls = "implicit"', 993), ('tls = "starttls"', 143), ('port = 10143\ntls = "starttls"', 10143)],
)
def test_a_port(tmp_path: Path, entries: str, port: int) -> None:
    """It's the one of the kind of tls, unless it is named."""
    assert _only_account(tmp_path, entries).port == port


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "mail.localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_no_tls_on_this_machine(tmp_path: Path, host: str) -> None:
    """A bridge or proxy on loopback may be spoken to in the clear."""
    work = WORK.replace("imap.example.org", host) + 'tls = "none"'

    (account,) = _settings(tmp_path, work=work).accounts

    assert (account.host, account.port, account.tls) == (host, 143, Tls.NONE)


def test_all_of_an_account(tmp_path: Path) -> None:
    """Every key has its place."""
    (tmp_path / "bridge.pem").touch()

    account = _only_account(
        tmp_path,
        'watch = "poll"\npoll_every = "36 seconds"\ntls_ca_file = "bridge.pem"\n'
        'folders = { sent = ["Sent", "Gesendet"], drafts = "D", trash = "T", skip = ["News*"] }',
    )

    assert (account.watch, account.poll_every) == (Watch.POLL, timedelta(seconds=36))
    assert account.tls_ca_file == tmp_path / "bridge.pem"
    assert account.folders == Folders(sent=("Sent", "Gesendet"), drafts="D", trash="T", skip=("News*",))


def test_several_accounts(tmp_path: Path) -> None:
    """They keep their order."""
    home = WORK.replace("work", '"at home"')

    assert [account.name for account in _settings(tmp_path, work=WORK + home).accounts] == ["work", "at home"]


def test_tracking(tmp_path: Path) -> None:
    """Every key of [track] has its place."""
    text = """[track]
who = "tagged"
since = "2 weeks"
max_new_drafts_per_day = 1
max_live_drafts_per_client = 3
ignore = ["no-reply@*"]"""

    assert _settings(tmp_path, text).policy.tracking == Tracking(
        who=Who.TAGGED,
        since=timedelta(weeks=2),
        max_new_drafts_per_day=1,
        max_live_drafts_per_client=3,
        ignore=("no-reply@*",),
    )


def test_only_the_pace_of_a_plan(tmp_path: Path) -> None:
    """Its steps stay as they are."""
    plans = _settings(tmp_path, '[plans.cold]\npace = "adaptive"').policy.plans

    assert plans["cold"] == replace(BUILT_IN["cold"], pace=Pacing.ADAPTIVE)
    assert plans["lost"] == BUILT_IN["lost"]


def test_drafting(tmp_path: Path) -> None:
    """Every key of [drafts] has its place."""
    text = '[drafts]\nquote = false\nkeep_subject = true\non_delete = "stop"\nretire_to = "nowhere"'

    assert _settings(tmp_path, text).policy.drafting == Drafting(
        quote=False, keep_subject=True, on_delete=OnDelete.STOP, retire_to=RetireTo.NOWHERE
    )


@pytest.mark.parametrize("draft_at", ['"17:05"', "17:05:00"])
def test_the_hour_of_the_drafts(tmp_path: Path, draft_at: str) -> None:
    """It may be written as a string, or as TOML's own time."""
    assert _settings(tmp_path, f"[calendar]\ndraft_at = {draft_at}").policy.calendar.draft_at == time(17, 5)


@pytest.mark.parametrize(
    ("holidays", "day", "why"),
    [
        ("IT", date(2026, 4, 6), "Easter Monday"),
        ("IT", date(2026, 4, 7), ""),
        ("DE-BY", date(2026, 1, 6), "Epiphany"),
        ("DE", date(2026, 1, 6), ""),
        ("IS", date(2026, 6, 17), "National Day"),
    ],
)
def test_holidays(tmp_path: Path, holidays: str, day: date, why: str) -> None:
    """The holidays of a country, or of a part of one, are off, by their English names."""
    assert _settings(tmp_path, f'[calendar]\nholidays = "{holidays}"').policy.calendar.why_off(day) == why


def test_days_off(tmp_path: Path) -> None:
    """Days off of one's own come on top of the holidays."""
    text = '[calendar]\nholidays = "IT"\ndays_off = [2026-08-14]'
    calendar = _settings(tmp_path, text).policy.calendar

    assert calendar.why_off(date(2026, 8, 14)) == "a day off of yours"
    assert calendar.why_off(date(2026, 12, 25)) == "Christmas Day"
    assert calendar.why_off(date(2026, 8, 13)) == ""


@pytest.mark.parametrize(
    ("holidays", "rest"),
    [
        ("", {date(2026, 4, 4), date(2026, 4, 5)}),
        ("IT", {date(2026, 4, 4), date(2026, 4, 5), date(2026, 4, 6)}),
        ("IL", {date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 4)}),
    ],
)
def test_when_banks_rest(tmp_path: Path, holidays: str, rest: set[date]) -> None:
    """At the country's weekend and on its holidays (Easter Monday, the first day of Pesach), whoever works when."""
    text = f'[calendar]\nworking_days = ["sat", "sun"]\ndays_off = [2026-04-07]\nholidays = "{holidays}"'
    calendar = _settings(tmp_path, text).policy.calendar

    days = (date(2026, 4, day) for day in range(1, 8))
    assert {day for day in days if calendar.banks_rest(day)} == rest


def test_working_days(tmp_path: Path) -> None:
    """They are counted from Monday, in any order."""
    calendar = _settings(tmp_path, '[calendar]\nworking_days = ["sun", "mon"]').policy.calendar

    assert calendar.working_days == {0, 6}


def test_clients(tmp_path: Path) -> None:
    """Every key of [[clients]] has its place; most may be left out."""
    text = (
        '[[clients]]\nname = "Rossi SpA"\nmatch = "*@client.example"\nplan = "project"\nlanguage = "it"\n'
        'phone = "+39 06 1234567"\npause_until = 2026-12-24\ngreeting = "Ciao Marco,"\n'
        '[[clients]]\nname = "Anybody"\nmatch = ["*@client.example"]\nplan = "none"\n'
    )

    assert _settings(tmp_path, text).policy.clients == (
        Client(
            name="Rossi SpA",
            match=("*@client.example",),
            plan="project",
            language="it",
            greeting="Ciao Marco,",
            phone="+39 06 1234567",
            pause_until=date(2026, 12, 24),
        ),
        Client(name="Anybody", match=("*@client.example",), plan="none"),
    )


def test_a_late_fee_for_one_client(tmp_path: Path) -> None:
    """It has the days of [invoices], and its rates."""
    text = (
        "[invoices]\nnet_days = 14\nreference_rates = { 2026-07-01 = 2.15 }\n"
        '[[clients]]\nname = "Rossi SpA"\nmatch = ["*@client.example"]\nlate_fee = "statutory"\n'
        '[[clients]]\nname = "Anybody"\nmatch = ["*@b.example"]\nlate_fee = "none"\n'
    )

    by_law, spared = (client.invoicing for client in _settings(tmp_path, text).policy.clients)

    rates = (*ECB_RATES, ReferenceRate(on=date(2026, 7, 1), percent=Decimal("2.15")))
    assert by_law == Invoicing(net_days=14, late_fee=Statutory(rates=rates))
    assert spared == Invoicing(net_days=14)


def test_rules(tmp_path: Path) -> None:
    """One address or several may be given; a match of nothing fits everything."""
    text = (
        '[[rules]]\nmatch = { subject = "(?i)offer", to = "a@b.example", from = ["c@b.example", "*@d.example"] }\n'
        'plan = "project"\n[[rules]]\nmatch = {}\nplan = "none"\n'
    )

    assert _settings(tmp_path, text).policy.rules == (
        Rule(
            plan="project",
            subject=re.compile("(?i)offer"),
            to=("a@b.example",),
            sender=("c@b.example", "*@d.example"),
        ),
        Rule(plan="none"),
    )


def test_a_rule_on_folders(tmp_path: Path) -> None:
    """One or several, in plain letters."""
    text = (
        '[[rules]]\nmatch = { folder = "Kunden/Müller" }\nplan = "project"\n'
        '[[rules]]\nmatch = { folder = ["Clients/*", "Old"] }\nplan = "none"\n'
    )

    rules = _settings(tmp_path, text).policy.rules

    assert [rule.folder for rule in rules] == [("Kunden/Müller",), ("Clients/*", "Old")]


def test_a_regular_expression_of_a_doubtful_future(tmp_path: Path) -> None:
    """Python warns of it; it's what the owner wrote."""
    text = "[[rules]]\nmatch = { subject = '[[a]' }\nplan = 'none'\n"

    (rule,) = _settings(tmp_path, text).policy.rules

    assert rule.subject is not None
    assert rule.subject.pattern == "[[a]"


def test_an_own_plan(tmp_path: Path) -> None:
    """Every key of a step has its place; a step is a draft unless it says otherwise."""
    text = (
        "[plans.mine]\nsteps = [\n"
        '{ after = "36 hours", template = "check-in" },\n'
        '{ on = "Friday of next week", do = "call", note = "ring" },\n'
        '{ after = "1 working day", do = "task" },\n'
        '{ overdue = "30 days", template = "check-in" },\n'
        '{ after = "2 WEEKS", do = "draft", template = "closing-the-loop" },\n]'
    )

    assert _settings(tmp_path, text).policy.plans == {
        **BUILT_IN,
        "mine": Plan(
            name="mine",
            steps=(
                Step(timing=After(count=36, unit=Unit.HOURS), template="check-in"),
                Step(timing=OnWeekday(weekday=4), do=Do.CALL, note="ring"),
                Step(timing=After(count=1, unit=Unit.WORKING_DAYS), do=Do.TASK),
                Step(timing=Overdue(count=30, unit=Unit.DAYS), template="check-in"),
                Step(timing=After(count=2, unit=Unit.WEEKS), template="closing-the-loop"),
            ),
        ),
    }


def test_a_built_in_plan_made_another(tmp_path: Path) -> None:
    """What is said of it takes the place of what was built in; the other plans stay."""
    plans = _settings(tmp_path, "[plans.negotiation]\nsteps = []\n[plans.project]\n").policy.plans

    assert plans == {**BUILT_IN, "negotiation": Plan(name="negotiation", steps=())}


def test_a_plan_of_ones_own_for_a_client(tmp_path: Path) -> None:
    """A plan may be named above the place where it stands."""
    text = '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\nplan = "mine"\n[plans.mine]\nsteps = []\n'

    assert _settings(tmp_path, text).policy.clients[0].plan == "mine"


def test_signing_in_at_google(tmp_path: Path) -> None:
    """What an account needs is all there: the id, the secret's place, and the addresses of the day."""
    google = '[oauth.google]\nclient_id = "an-id"\nclient_secret_env = "GOOGLE"\n'
    path = a_file(tmp_path, google, work=WORK.replace('password_env = "WORK_IMAP_PASSWORD"', 'oauth = "google"'))

    [account] = settings_of(path).accounts

    assert account.secret == OAuthClient(
        provider=Provider.GOOGLE,
        client_id="an-id",
        scope="https://mail.google.com/",
        auth_url="https://accounts.google.com/o/oauth2/v2/auth",
        token_url="https://oauth2.googleapis.com/token",
        secret=Variable(name="GOOGLE"),
    )


@pytest.mark.parametrize(
    ("more", "place", "scope"),
    [
        ("", "https://login.microsoftonline.com/common", "https://outlook.office.com/IMAP.AccessAsUser.All"),
        (
            (
                'tenant = "studio.example"\nauthority = "https://login.microsoftonline.us/"\n'
                'scope = "https://outlook.office365.us/IMAP.AccessAsUser.All offline_access"\n'
            ),
            "https://login.microsoftonline.us/studio.example",
            "https://outlook.office365.us/IMAP.AccessAsUser.All",
        ),
    ],
)
def test_signing_in_at_microsoft(tmp_path: Path, more: str, place: str, scope: str) -> None:
    """The addresses follow from the organisation, and from the cloud that it's in."""
    microsoft = f'[oauth.microsoft]\nclient_id = "an-id"\n{more}'
    path = a_file(tmp_path, microsoft, work=WORK.replace('password_env = "WORK_IMAP_PASSWORD"', 'oauth = "microsoft"'))

    [account] = settings_of(path).accounts

    assert account.secret == OAuthClient(
        provider=Provider.MICROSOFT,
        client_id="an-id",
        scope=f"{scope} offline_access",
        auth_url=f"{place}/oauth2/v2.0/authorize",
        token_url=f"{place}/oauth2/v2.0/token",
        device_url=f"{place}/oauth2/v2.0/devicecode",
    )


def test_the_other_ways_in(tmp_path: Path) -> None:
    """A token that a program prints, and a keyring's entry whose service has slashes in it."""
    work = WORK.replace('password_env = "WORK_IMAP_PASSWORD"', 'token_command = "oama access dana"')
    home = WORK.replace("work", "home").replace(
        'password_env = "WORK_IMAP_PASSWORD"', 'password_keyring = "imap://imap.example.org/dana"'
    )

    [by_token, by_keyring] = settings_of(a_file(tmp_path, work=work + home)).accounts

    assert by_token.secret == TokenCommand(argv=("oama", "access", "dana"))
    assert by_keyring.secret == Keyring(service="imap://imap.example.org", username="dana")


def test_no_task_list(tmp_path: Path) -> None:
    """Nothing is put anywhere unless it's wanted."""
    assert settings_of(a_file(tmp_path)).tasks is None
    assert settings_of(a_file(tmp_path, "[tasks]")).tasks is None


def test_a_task_list(tmp_path: Path) -> None:
    """Its keys are those of an account, as far as it has them; paths begin where the config lies."""
    (tmp_path / "own.pem").touch()
    text = """
        [tasks]
        caldav_url = "http://localhost:5232/dana/tasks/"
        username = "dana"
        password_file = "tasks.secret"
        tls_ca_file = "own.pem"
    """

    assert settings_of(a_file(tmp_path, text)).tasks == TaskServer(
        url="http://localhost:5232/dana/tasks/",
        username="dana",
        secret=SecretFile(path=tmp_path / "tasks.secret"),
        tls_ca_file=tmp_path / "own.pem",
    )


@pytest.mark.parametrize(
    ("own", "digest", "spoken"),
    [("", "", "de"), ("", "fr", "fr"), ("it", "fr", "it")],
    ids=["by the country", "the digest's", "its own"],
)
def test_the_language_of_the_task_list(tmp_path: Path, own: str, digest: str, spoken: str) -> None:
    """Its own, else the digest's, which is the country's where nothing else is said."""
    text = f"""
        [calendar]
        holidays = "DE"
        [tasks]
        caldav_url = "http://localhost:5232/dana/tasks/"
        username = "dana"
        password_env = "SECRET"
        {f'language = "{own}"' if own else ""}
        {f'[digest]{chr(10)}by = "imap"{chr(10)}language = "{digest}"' if digest else ""}
    """

    tasks = settings_of(a_file(tmp_path, text)).tasks
    assert tasks is not None
    assert tasks.language == spoken


def test_nobody_is_told_of_its_health(tmp_path: Path) -> None:
    """By default nothing listens, and no address is asked for."""
    assert settings_of(a_file(tmp_path)).health == Health(metrics=None, healthcheck=None)


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [("127.0.0.1:9469", "127.0.0.1", 9469), ("[::1]:0", "::1", 0), ("127.1.2.3:80", "127.1.2.3", 80)],
)
def test_who_is_told_of_its_health(tmp_path: Path, written: str, host: str, port: int) -> None:
    """An address of this machine, and another that is never shown."""
    (tmp_path / "own.pem").touch()
    url = "https://a.example/ping/s3cret?b=c"
    text = f'[health]\nmetrics = "{written}"\nhealthcheck_url = "{url}"\ntls_ca_file = "own.pem"'
    settings = settings_of(a_file(tmp_path, text))

    assert settings.health == Health(
        metrics=Listening(host=host, port=port),
        healthcheck=HealthcheckUrl(url=url, tls_ca_file=tmp_path / "own.pem"),
    )
    assert "s3cret" not in repr(settings)


def test_no_digest(tmp_path: Path) -> None:
    """Where none is wanted there is none, whatever server there is."""
    assert settings_of(a_file(tmp_path)).digest is None
    assert settings_of(a_file(tmp_path, '[digest]\n[smtp]\nhost = "a.example"')).digest is None


def test_a_digest_by_smtp(tmp_path: Path) -> None:
    """It goes from the address that logs in, where that's the owner's, to the first of theirs."""
    me = ME.replace('"dana@studio.example"', '"*@levi.example", "dana@studio.example", "office@studio.example"')
    text = """
        [digest]
        by = "smtp"
        at = "08:15"
        [smtp]
        host = "smtp.example.org"
        tls = "starttls"
        username = "office@studio.example"
        password_file = "smtp.secret"
    """
    digest = settings_of(a_file(tmp_path, text, me=me)).digest

    assert digest is not None
    assert (digest.sender.email, digest.to.email) == ("office@studio.example", "dana@studio.example")
    assert (digest.at, digest.language, digest.account) == (time(8, 15), "en", "")
    assert digest.server == SmtpServer(
        host="smtp.example.org", port=587, tls=Tls.STARTTLS, username="office@studio.example",
        secret=SecretFile(path=tmp_path / "smtp.secret"),
    )  # fmt: skip


def test_the_least_of_a_digest(tmp_path: Path) -> None:
    """At nine, half an hour after the drafts; a relay wants no name, and a name that's no address is no sender."""
    text = '[digest]\nby = "smtp"\n[smtp]\nhost = "localhost"\ntls = "none"'
    digest = settings_of(a_file(tmp_path, text)).digest

    assert digest is not None
    assert (digest.at, digest.sender.email) == (time(9), "dana@studio.example")
    assert digest.server == SmtpServer(host="localhost", port=25, tls=Tls.NONE)


def test_a_digest_by_imap(tmp_path: Path) -> None:
    """It comes to the account that is named, or to the first, and to an address of the owner's that fits a pattern."""
    me = ME.replace('"dana@studio.example"', '"dana@studio.example", "*@levi.example"')
    second = WORK.replace("accounts.work", "accounts.home")
    named = settings_of(
        a_file(tmp_path, second + '[digest]\nby = "imap"\naccount = "home"\nto = "me@levi.example"', me=me)
    ).digest
    first = settings_of(a_file(tmp_path, second + '[digest]\nby = "imap"')).digest

    assert named is not None
    assert (named.server, named.account, named.to.email) == (None, "home", "me@levi.example")
    assert first is not None
    assert first.account == "work"


@pytest.mark.parametrize(
    ("region", "holidays", "language", "spoken"),
    [
        ("", "", "", "en"),
        ("IT", "", "", "it"),
        ("AT", "", "", "de"),
        ("CH", "", "", "en"),
        ("", "DE-BY", "", "de"),
        ("CH", "FR", "", "fr"),
        ("IT", "", "pl", "pl"),
    ],
)
def test_the_language_of_a_digest(tmp_path: Path, region: str, holidays: str, language: str, spoken: str) -> None:
    """The one that is named, else that of the owner's country where it has one of them, else English."""
    me = f'{ME}phone_region = "{region}"\n'
    line = f'language = "{language}"' if language else ""
    text = f'[calendar]\nholidays = "{holidays}"\n[digest]\nby = "imap"\n{line}\n'
    digest = settings_of(a_file(tmp_path, text, me=me)).digest

    assert digest is not None
    assert digest.language == spoken


def test_control_that_is_off(tmp_path: Path) -> None:
    """To say that there are no control folders is no mistake."""
    assert _settings(tmp_path, "[control]\nfolders = false") == _settings(tmp_path)


def test_control_that_is_on(tmp_path: Path) -> None:
    """Folders are made only for who asks for them."""
    asked = _settings(tmp_path, "[control]\nfolders = true").policy.control_folders

    assert (asked, _settings(tmp_path).policy.control_folders) == (True, False)


def test_what_invoices_are_made_out_under(tmp_path: Path) -> None:
    """One company or several, and tax numbers; nothing by default."""
    one = settings_of(a_file(tmp_path, me=ME + 'company = "Studio Nord"\ntax_ids = ["IT01234567890"]\n')).policy.owner
    two = settings_of(a_file(tmp_path, me=ME + 'company = ["Studio Nord", "Levi & Co."]\n')).policy.owner

    assert (one.companies, one.tax_ids) == (("Studio Nord",), ("IT01234567890",))
    assert (two.companies, two.tax_ids) == (("Studio Nord", "Levi & Co."), ())
    assert settings_of(a_file(tmp_path)).policy.owner.companies == ()


def test_the_phone_region(tmp_path: Path) -> None:
    """It's kept beside the policy, which has no use for it."""
    assert settings_of(a_file(tmp_path, me=ME + 'phone_region = "IT"\n')).policy.owner.phone_region == "IT"
