"""Every mistake in a config, and the sentence that tells of it, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from crickets.config.problems import REMEDY
from crickets.errors import ConfigError, ExitCode
from tests.config.builders import ME, WORK, a_file, problems_of, settings_of

pytestmark = pytest.mark.secrets_in("config.toml")

OF_ME = [
    ('name = "Dana"\nname2 = 1', "me.name2: is not a known key; did you mean name?"),
    ('name = ""', 'me.name: must not be empty (got "")'),
    ("name = 7", "me.name: must be a string (got 7)"),
    ('name = "Dana\\nBcc: all"', 'me.name: must be one line, without control characters (got "Dana\\u000ABcc: all")'),
    ("addresses = []", "me.addresses: must not be empty"),
    (
        'addresses = ["*@studio.example"]',
        "me.addresses: names patterns only; add a whole address, for drafts to be sent from",
    ),
    ('addresses = "dana@studio.example"', 'me.addresses: must be a list (got "dana@studio.example")'),
    (
        'addresses = ["dana@studio.example", "dana"]',
        'me.addresses[2]: must be an address, or a pattern such as "*@client.example" (got "dana")',
    ),
    (
        'addresses = ["dana@studio.example", "*@*"]',
        'me.addresses[2]: must name its domain: all mail of the world would be yours (got "*@*")',
    ),
    (
        'timezone = "Europe/Rom"',
        'me.timezone: is not a time zone of the IANA list; did you mean Europe/Rome? (got "Europe/Rom")',
    ),
    (
        'timezone = "qqq"',
        'me.timezone: is not a time zone of the IANA list, such as Europe/Rome (got "qqq")',
    ),
    (
        'timezone = "Europe"',
        'me.timezone: is not a time zone of the IANA list; did you mean Europe/Rome? (got "Europe")',
    ),
    (
        'phone_region = "it"',
        'me.phone_region: must be a country of two capital letters, such as "IT" (got "it")',
    ),
]

OF_AN_ACCOUNT = [
    ("hots = 1", "accounts.work.hots: is not a known key; did you mean host?"),
    (
        'host = "imaps://dana:hunter2@imap.example.org"',
        "accounts.work.host: must be a bare host name or IP address, such as imap.example.org",
    ),
    (
        'host = "imap.example.org:993"',
        (
            "accounts.work.host: must be a bare host name or IP address, such as imap.example.org"
            ' (got "imap.example.org:993")'
        ),
    ),
    ("port = 0", "accounts.work.port: must be at least 1 (got 0)"),
    (f"port = {10**100}", "accounts.work.port: must be at most 65535 (got a huge number)"),
    (f'username = "{"x" * 1001}"', f'accounts.work.username: is longer than 1000 characters (got "{"x" * 60}…")'),
    ("port = 99999", "accounts.work.port: must be at most 65535 (got 99999)"),
    ('port = "993"', 'accounts.work.port: must be a whole number (got "993")'),
    ("port = true", "accounts.work.port: must be a whole number (got true)"),
    ('tls = "ssl"', 'accounts.work.tls: must be "implicit", "starttls" or "none" (got "ssl")'),
    (
        'tls = "none"',
        'accounts.work.tls: is for hosts on this machine only: localhost, 127.0.0.1 or ::1 (got "none")',
    ),
    ('username = " "', 'accounts.work.username: must not be empty (got " ")'),
    (
        'password = "hunter2"',
        (
            "accounts.work.password: is not kept in this file; "
            "did you mean password_env, with the name of the variable that holds it?"
        ),
    ),
    (
        'password_env = "hunter2!"',
        "accounts.work.password_env: must be the name of an environment variable, not the secret itself",
    ),
    (
        'password_file = "secret"',
        "accounts.work.password_file: stands beside password_env; one of them must go",
    ),
    ('watch = "push"', 'accounts.work.watch: must be "idle" or "poll" (got "push")'),
    (
        'poll_every = "often"',
        (
            "accounts.work.poll_every: must be a number and a unit, such as"
            ' "10 minutes", "36 hours", "30 days" or "2 weeks" (got "often")'
        ),
    ),
    ('poll_every = "0 minutes"', 'accounts.work.poll_every: must be more than nothing (got "0 minutes")'),
    ('poll_every = "2 days"', 'accounts.work.poll_every: must be at most a day (got "2 days")'),
    (
        'tls_ca_file = "gone.pem"',
        'accounts.work.tls_ca_file: there is no such file (got "gone.pem")',
    ),
    ("folders = 1", "accounts.work.folders: must be a table (got 1)"),
    ('folders = { sent = "Sent" }', 'accounts.work.folders.sent: must be a list (got "Sent")'),
    ('folders = { draft = "D" }', "accounts.work.folders.draft: is not a known key; did you mean drafts?"),
    ('folders = { trash = "" }', 'accounts.work.folders.trash: must not be empty (got "")'),
]

OF_A_SECRET = [
    (
        "",
        (
            "accounts.work: doesn't say where its secret is; give password_env, password_file, password_command, "
            "password_keyring, credential, oauth or token_command"
        ),
    ),
    ('password_command = "echo \'a"', "has a quote that isn't closed, or a backslash at its end"),
    ("password_command = []", "must name a program"),
    ("password_command = 1", "must be a string or a list of strings"),
    ('password_command = ["pass", 1]', "must be a string or a list of strings"),
    ('credential = "../shadow"', "must be a plain name, without a folder"),
    ('oauth = "aol"', 'must be "google" or "microsoft"'),
    ('oauth = "google"', "needs [oauth.google] with a client_id; docs/signing-in.md has the steps"),
    ("token_command = 1", "must be a string or a list of strings"),
    *(
        (f'password_keyring = "{entry}"', 'must be a service and a user name, such as "crickets/dana@studio.example"')
        for entry in ("crickets", "/dana", "crickets/", " /dana")
    ),
    ("password_keyring = 1", "must be a string"),
]

OF_THE_REST = [
    ("[trakc]", "trakc: is not a known key; did you mean track?"),
    (
        "[xyz]",
        (
            "xyz: is not a known key; known: me, accounts, track, calendar, drafts, clients, rules, plans, invoices, "
            "tasks, digest, smtp, oauth, control, health"
        ),
    ),
    ("[[track]]", "track: must be a table (got a list)"),
    ('[track]\nwho = "all"', 'track.who: must be "conversations", "everyone" or "tagged" (got "all")'),
    ('[track]\nsince = "3651 days"', 'track.since: must be at most ten years (got "3651 days")'),
    ("[track]\nsince = 30", "track.since: must be a string (got 30)"),
    (
        "[track]\nmax_new_drafts_per_day = 0",
        "track.max_new_drafts_per_day: must be at least 1 (got 0)",
    ),
    (
        "[track]\nmax_live_drafts_per_client = 0",
        "track.max_live_drafts_per_client: must be at least 1 (got 0)",
    ),
    (
        "[track]\nmax_new_drafts_per_day = 2.5",
        "track.max_new_drafts_per_day: must be a whole number (got 2.5)",
    ),
    (
        '[track]\nignore = ["*"]',
        'track.ignore[1]: must be an address, or a pattern such as "*@client.example" (got "*")',
    ),
    ("[calendar]\nworking_days = []", "calendar.working_days: must not be empty"),
    (
        '[calendar]\nworking_days = ["mon", "tues"]',
        'calendar.working_days[2]: is not a weekday; did you mean tue? (got "tues")',
    ),
    (
        '[calendar]\nholidays = "it"',
        'calendar.holidays: is not a country whose holidays are known; did you mean IT? (got "it")',
    ),
    (
        '[calendar]\nholidays = "Atlantis"',
        'calendar.holidays: is not a country whose holidays are known (got "Atlantis")',
    ),
    (
        '[calendar]\nholidays = "GB-ENX"',
        'calendar.holidays: is not a part of GB that has holidays of its own; did you mean GB-ENG? (got "GB-ENX")',
    ),
    (
        '[calendar]\nholidays = "MT-1"',
        'calendar.holidays: is not a part of MT that has holidays of its own (got "MT-1")',
    ),
    (
        '[calendar]\ndays_off = ["2026-08-14"]',
        'calendar.days_off[1]: must be a date, such as 2026-12-24, without the quotes (got "2026-08-14")',
    ),
    (
        '[calendar]\ndays_off = ["14 August"]',
        'calendar.days_off[1]: must be a date, such as 2026-12-24 (got "14 August")',
    ),
    ('[calendar]\ndraft_at = "8:30"', 'calendar.draft_at: must be a time of day, such as "08:30" (got "8:30")'),
    ('[drafts]\nquote = "yes"', 'drafts.quote: must be true or false (got "yes")'),
    ("[drafts]\nkeep_subject = 1", "drafts.keep_subject: must be true or false (got 1)"),
    ('[plans.cold]\npace = "slow"', 'plans.cold.pace: must be "fixed" or "adaptive" (got "slow")'),
    ('[drafts]\non_delete = "burn"', 'drafts.on_delete: must be "skip" or "stop" (got "burn")'),
    ('[drafts]\nretire_to = "heaven"', 'drafts.retire_to: must be "trash" or "nowhere" (got "heaven")'),
    ('[clients]\nname = "Rossi"', "clients: must be a list: write [[clients]] (got a table)"),
    ('[[clients]]\nmatch = ["a@b.example"]', "clients[1].name: is missing"),
    ('[[clients]]\nname = "Rossi"', "clients[1].match: is missing"),
    ('[[clients]]\nname = "Rossi"\nmatch = []', "clients[1].match: must not be empty"),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\nplan = "projekt"',
        'clients[1].plan: is not a known plan; did you mean project? (got "projekt")',
    ),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\nlanguage = "cs"',
        (
            "clients[1].language: is not a language there are texts in; "
            'known: en, it, pl, is, de, fr, es, nl, pt, sv (got "cs")'
        ),
    ),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\ngreeting = " "',
        'clients[1].greeting: must not be empty (got " ")',
    ),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\ngreeting = "Ciao\\nMarco,"',
        'clients[1].greeting: must be one line, without control characters (got "Ciao\\u000AMarco,")',
    ),
    (
        f'[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\ngreeting = "{"x" * 101}"',
        (
            'clients[1].greeting: must be the line that a letter begins with, such as "Ciao Marco,": '
            f'100 characters at most (got "{"x" * 60}…")'
        ),
    ),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\nphone = "none"',
        'clients[1].phone: must be a telephone number, such as "+39 06 1234567" (got "none")',
    ),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\npause_until = 2026-12-24T08:00:00',
        "clients[1].pause_until: must be a date, such as 2026-12-24 (got 2026-12-24T08:00:00)",
    ),
    (
        '[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]\nlate_fee = { fixed = 0 }',
        'clients[1].late_fee: has no "fixed"; did you mean fixed_sum? (got a table)',
    ),
    ('[rules]\nplan = "none"', "rules: must be a list: write [[rules]] (got a table)"),
    ('[[rules]]\nplan = "none"', "rules[1].match: is missing"),
    ("[[rules]]\nmatch = {}", "rules[1].plan: is missing"),
    (
        '[[rules]]\nmatch = { subject = "(" }\nplan = "none"',
        (
            "rules[1].match.subject: is not a regular expression: missing ), unterminated subpattern at position 0 "
            '(got "(")'
        ),
    ),
    (
        '[[rules]]\nmatch = { subject = "a{99999999999}" }\nplan = "none"',
        'rules[1].match.subject: is a regular expression too large to be used (got "a{99999999999}")',
    ),
    (
        '[[rules]]\nmatch = { attachment = [1] }\nplan = "none"',
        "rules[1].match.attachment: must be a string, or a list of them (got a list)",
    ),
    (
        '[[rules]]\nmatch = { folder = ["Clients/Acme", " "] }\nplan = "none"',
        "rules[1].match.folder: must not be empty (got a list)",
    ),
    (
        '[[rules]]\nmatch = { subject = "" }\nplan = "none"',
        "rules[1].match.subject: is empty, and fits every subject; leave it out if that is meant",
    ),
    (
        '[[rules]]\nmatch = { domain = ["a.example", "@b.example"] }\nplan = "none"',
        'rules[1].match.domain: fits no domain; write it without "@", such as "client.example" (got "@b.example")',
    ),
    (
        '[[rules]]\nmatch = { client = "Nobody" }\nplan = "none"\n[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]',
        'rules[1].match.client: is no name in [[clients]]; known: Rossi (got "Nobody")',
    ),
    (
        '[[rules]]\nmatch = { client = "Ross*" }\nplan = "none"',
        'rules[1].match.client: is no name in [[clients]] (got "Ross*")',
    ),
    (
        '[[rules]]\nmatch.client = "Ross[ij]"\nplan = "none"\n[[clients]]\nname = "Rossi"\nmatch = ["a@b.example"]',
        'rules[1].match.client: is no name in [[clients]]; did you mean Rossi? (got "Ross[ij]")',
    ),
    ("[plans.Project]\nsteps = []", 'plans.Project: is called like "project" but for capital letters'),
    (
        "[plans.mine]\nsteps = []\n[plans.Mine]\nsteps = []",
        'plans.Mine: is called like "mine" but for capital letters',
    ),
    (
        "[[rules]]\nmatch = { from = 1 }\nplan = 'none'",
        "rules[1].match.from: must be an address, or a list of them (got 1)",
    ),
    (
        "[[rules]]\nmatch = { sender = 'a@b.example' }\nplan = 'none'",
        (
            "rules[1].match.sender: is not a known key; known: subject, to, from, domain, attachment, language, "
            "client, folder"
        ),
    ),
    ("[plans.negotiation]\nstepz = []", "plans.negotiation.stepz: is not a known key; did you mean steps?"),
    ("[plans.mine]", "plans.mine.steps: is missing"),
    ("[plans.none]\nsteps = []", "plans.none: is the word for no plan at all, and can't be given steps"),
    ('[plans." "]\nsteps = []', 'plans." ": its name must not be empty'),
    ("[plans]\nnegotiation = 3", "plans.negotiation: must be a table (got 3)"),
    ("[plans.mine]\nsteps = [1]", "plans.mine.steps[1]: must be a table (got 1)"),
    ('[control]\nfolders = "yes"', 'control.folders: must be true or false (got "yes")'),
]

OF_A_STEP = [
    (
        'template = "check-in"',
        ': doesn\'t say when; give after = "5 days" or on = "tuesday of next week"',
    ),
    ('after = "5 days"', ": is a draft and needs a template"),
    (
        'after = "5 dayz", template = "check-in"',
        (
            '.after: must be a number and a unit, such as "5 days", "5 working days", "2 weeks" or "36 hours" '
            '(got "5 dayz")'
        ),
    ),
    (
        'after = "1 minute", template = "check-in"',
        (
            ".after: counts minutes, and no step comes within the hour: "
            'say it in "36 hours" or "5 days" (got "1 minute")'
        ),
    ),
    ('after = "0 days", template = "check-in"', '.after: must be more than nothing (got "0 days")'),
    (
        'after = "99999 hours", template = "check-in"',
        '.after: must be at most ten years (got "99999 hours")',
    ),
    (
        'on = "tuesday", template = "check-in"',
        '.on: must be a weekday of next week, such as "tuesday of next week" (got "tuesday")',
    ),
    (
        'on = "teusday of next week", template = "check-in"',
        (
            '.on: must be a weekday of next week, such as "tuesday of next week"; did you mean tuesday? '
            '(got "teusday of next week")'
        ),
    ),
    (
        'after = "5 days", on = "friday of next week", template = "check-in"',
        ".on: stands beside after; one of them must go",
    ),
    (
        'overdue = "36 hours", template = "check-in"',
        (
            '.overdue: must be a number and a unit of days, such as "30 days", "10 working days" or "2 weeks" '
            '(got "36 hours")'
        ),
    ),
    ('overdue = "0 days", template = "check-in"', '.overdue: must be more than nothing (got "0 days")'),
    (
        'after = "5 days", overdue = "30 days", template = "check-in"',
        ".overdue: stands beside after; one of them must go",
    ),
    (
        'after = "5 days", template = "chek-in"',
        '.template: is not a known template; did you mean check-in? (got "chek-in")',
    ),
    (
        'after = "5 days", template = "zzz"',
        (
            ".template: is not a known template; known: check-in, check-in-short, closing-the-loop, referral; "
            'your own lie in the folder templates beside this file (got "zzz")'
        ),
    ),
    (
        'after = "5 days", template = "final-notice"',
        '.template: is a notice about an invoice, and needs a step that counts by overdue (got "final-notice")',
    ),
    ('after = "5 days", do = "send"', '.do: must be "draft", "call" or "task" (got "send")'),
    (
        'after = "5 days", do = "call", template = "check-in"',
        ".template: is for drafts only, and do is call",
    ),
    (
        'after = "5 days", do = "task", template = "check-in"',
        ".template: is for drafts only, and do is task",
    ),
    ('after = "5 days", do = "call", note = 1', ".note: must be a string (got 1)"),
]


TASKS = """\
caldav_url = "https://cal.example.org/dana/tasks/"
username = "dana"
password_env = "TASKS_PASSWORD"
"""
NO_LIST = "must be the address of a task list, such as https://cal.example.org/dana/tasks/"
KEYS_OF_TASKS = (
    "caldav_url, username, password_env, password_file, password_command, password_keyring, credential, "
    "tls_ca_file, language"
)
OF_THE_TASKS = [
    ('caldav_url = ""', f'tasks.caldav_url: {NO_LIST} (got "")'),
    ('caldav_url = "cal.example.org"', f'tasks.caldav_url: {NO_LIST} (got "cal.example.org")'),
    ('caldav_url = "ftp://cal.example.org/"', f'tasks.caldav_url: {NO_LIST} (got "ftp://cal.example.org/")'),
    ('caldav_url = "https://[::/"', f'tasks.caldav_url: {NO_LIST} (got "https://[::/")'),
    ('caldav_url = "https://a.example:x/"', f'tasks.caldav_url: {NO_LIST} (got "https://a.example:x/")'),
    ('caldav_url = "https://a.example/?b"', f'tasks.caldav_url: {NO_LIST} (got "https://a.example/?b")'),
    ("caldav_url = 7", "tasks.caldav_url: must be a string (got 7)"),
    (
        'caldav_url = "http://cal.example.org/"',
        (
            "tasks.caldav_url: must begin with https://, as http:// is for this machine only: localhost, 127.0.0.1 or "
            '::1 (got "http://cal.example.org/")'
        ),
    ),
    (
        'caldav_url = "https://dana:hunter2@cal.example.org/"',
        "tasks.caldav_url: must not have a name or a password in it: they have keys of their own",
    ),
    ('username = ""', 'tasks.username: must not be empty (got "")'),
    (
        'password_env = "hunter 2"',
        "tasks.password_env: must be the name of an environment variable, not the secret itself",
    ),
    ('password_file = "a"', "tasks.password_file: stands beside password_env; one of them must go"),
    ('tls_ca_file = "gone.pem"', 'tasks.tls_ca_file: there is no such file (got "gone.pem")'),
    ('oauth = "google"', "tasks.oauth: is not a known key; known: " + KEYS_OF_TASKS),
    ("usrname = 1", "tasks.usrname: is not a known key; did you mean username?"),
]
NEEDED_FOR_TASKS = [
    ("caldav_url", "tasks.caldav_url: is missing"),
    ("username", "tasks.username: is missing"),
    (
        "password_env",
        (
            "tasks: doesn't say where its secret is; "
            "give password_env, password_file, password_command, password_keyring or credential"
        ),
    ),
]

NO_ADDRESS = "must be an address to sign in at, such as https://login.example.org/oauth2/token"
OF_SIGNING_IN = [
    ("[oauth.yahoo]", "oauth.yahoo: is not a known key; known: google, microsoft"),
    ("[oauth.google]", "oauth.google.client_id: is missing"),
    ('[oauth.google]\nclient_id = "Größe"', "oauth.google.client_id: must be letters, digits and signs of ASCII"),
    (
        '[oauth.google]\nclient_id = "a"\nclient_secret = "hunter2"',
        (
            "oauth.google.client_secret: is not kept in this file; "
            "did you mean client_secret_env, with the name of the variable that holds it?"
        ),
    ),
    (
        '[oauth.google]\nclient_id = "a"\nclient_secret_env = "hunter 2"',
        "oauth.google.client_secret_env: must be the name of an environment variable, not the secret itself",
    ),
    (
        '[oauth.google]\nclient_id = "a"\nclient_secret_env = "A"\nclient_secret_file = "b"',
        "oauth.google.client_secret_file: stands beside client_secret_env; one of them must go",
    ),
    ('[oauth.google]\nclient_id = "a"\ntoken_url = "nowhere"', f"oauth.google.token_url: {NO_ADDRESS}"),
    (
        '[oauth.google]\nclient_id = "a"\ntoken_url = "http://login.example.org/"',
        (
            "oauth.google.token_url: must begin with https://, as http:// is for this machine only: localhost, "
            "127.0.0.1 or ::1"
        ),
    ),
    (
        '[oauth.microsoft]\nclient_id = "a"\ntenant = "a/b"',
        (
            'oauth.microsoft.tenant: must be "common", "organizations", "consumers", or your organisation\'s domain '
            "or number"
        ),
    ),
    (
        '[oauth.microsoft]\nclient_id = "a"\nclient_secret_env = "A"',
        "oauth.microsoft.client_secret_env: is not a known key; known: client_id, tenant, authority, scope",
    ),
]


def _with(table: str, entry: str) -> str:
    """The table with one entry in place of its own of that key, or beside those it has."""
    key = entry.partition(" = ")[0]
    kept = [line for line in table.splitlines() if not line.startswith(f"{key} =")]
    return "\n".join([*kept, entry, ""])


@pytest.mark.parametrize(("entry", "told"), OF_ME)
def test_a_mistake_in_who_you_are(tmp_path: Path, entry: str, told: str) -> None:
    """A wrong key of [me] is the one problem told."""
    assert problems_of(a_file(tmp_path, me=_with(ME, entry))) == (told,)


@pytest.mark.parametrize(("entry", "told"), OF_AN_ACCOUNT)
def test_a_mistake_in_an_account(tmp_path: Path, entry: str, told: str) -> None:
    """A wrong key of an account is the one problem told."""
    assert problems_of(a_file(tmp_path, work=_with(WORK, entry))) == (told,)


@pytest.mark.parametrize(("entry", "told"), OF_A_SECRET)
def test_a_mistake_in_where_a_secret_is(tmp_path: Path, entry: str, told: str) -> None:
    """It's told without what stands there: it might be the secret itself."""
    work = WORK.replace('password_env = "WORK_IMAP_PASSWORD"', entry)
    key = f"accounts.work.{entry.partition(' = ')[0]}: " if entry else ""

    assert problems_of(a_file(tmp_path, work=work)) == (key + told,)


@pytest.mark.parametrize(("text", "told"), OF_THE_REST)
def test_a_mistake_in_another_table(tmp_path: Path, text: str, told: str) -> None:
    """A wrong key anywhere else is the one problem told."""
    assert problems_of(a_file(tmp_path, text)) == (told,)


@pytest.mark.parametrize(("text", "told"), OF_SIGNING_IN)
def test_a_mistake_in_signing_in(tmp_path: Path, text: str, told: str) -> None:
    """A wrong key is the one problem told, without what may be a secret."""
    assert problems_of(a_file(tmp_path, text)) == (told,)


@pytest.mark.parametrize(("entry", "told"), OF_THE_TASKS)
def test_a_mistake_in_the_tasks(tmp_path: Path, entry: str, told: str) -> None:
    """A wrong key of [tasks] is the one problem told, without what may be a secret."""
    assert problems_of(a_file(tmp_path, "[tasks]\n" + _with(TASKS, entry))) == (told,)


@pytest.mark.parametrize(("key", "told"), NEEDED_FOR_TASKS)
def test_a_task_list_that_lacks_something(tmp_path: Path, key: str, told: str) -> None:
    """One key is of no use without the others."""
    lacking = "\n".join(line for line in TASKS.splitlines() if not line.startswith(key))

    assert problems_of(a_file(tmp_path, f"[tasks]\n{lacking}")) == (told,)


@pytest.mark.parametrize(("step", "told"), OF_A_STEP)
def test_a_mistake_in_a_step(tmp_path: Path, step: str, told: str) -> None:
    """A wrong step is told by its number, counted from 1."""
    first = '{ after = "5 days", template = "check-in" }'

    problems = problems_of(a_file(tmp_path, f"[plans.mine]\nsteps = [{first}, {{ {step} }}]"))

    assert problems == (f"plans.mine.steps[2]{told}",)


def test_an_empty_file(tmp_path: Path) -> None:
    """What must be there is asked for."""
    assert problems_of(a_file(tmp_path, me="", work="")) == (
        "me: the table [me] is missing",
        "accounts: there must be at least one, such as [accounts.work]",
    )


def test_no_account(tmp_path: Path) -> None:
    """A table of accounts without one is as if there were none."""
    problems = problems_of(a_file(tmp_path, work="[accounts]\n"))

    assert problems == ("accounts: there must be at least one, such as [accounts.work]",)


def test_a_password_in_the_wrong_table(tmp_path: Path) -> None:
    """What stands there isn't told, wherever it stands."""
    text = '[accounts]\npassword = "hunter2"\n[accounts.work]\nhost = "dana:hunter2@imap.example.org"\n'

    assert "hunter2" not in "\n".join(problems_of(a_file(tmp_path, text + '[me]\npwd = "hunter2"\n', me="", work="")))


def test_an_empty_table(tmp_path: Path) -> None:
    """Each key that must be there is asked for."""
    assert problems_of(a_file(tmp_path, me="[me]\n")) == (
        "me.name: is missing",
        "me.addresses: is missing",
        "me.timezone: is missing",
    )


def test_many_mistakes(tmp_path: Path) -> None:
    """All are told at once, in the order of the file, whichever look found them."""
    path = a_file(
        tmp_path,
        '[plans.negotiation]\nstepz = []\n[[rules]]\nmatch = { subject = "[" }\nplan = "nun"\n'
        '[drafts]\non_delete = "burn"\n',
        me=ME.replace("Europe/Rome", "Europe/Rom"),
        work=_with(_with(WORK, 'tls = "none"'), "port = 0"),
    )

    assert [problem.partition(": ")[0] for problem in problems_of(path)] == [
        "me.timezone",
        "accounts.work.tls",
        "accounts.work.port",
        "plans.negotiation.stepz",
        "rules[1].match.subject",
        "rules[1].plan",
        "drafts.on_delete",
    ]


def test_the_whole_error(tmp_path: Path) -> None:
    """Each line begins with the file, the last says what to do, and the command's answer is that of a config."""
    path = a_file(tmp_path, "[trakc]")

    with pytest.raises(ConfigError) as caught:
        settings_of(path)

    assert str(caught.value) == f"{path}: trakc: is not a known key; did you mean track?\n{REMEDY}"
    assert caught.value.exit_code is ExitCode.CONFIG


def test_strange_keys(tmp_path: Path) -> None:
    """A key that TOML would quote is quoted, cut short, and does nothing to a terminal."""
    keys = ('"a key"', "'a\"b'", '"\\u001b[2J"', f'"{"x" * 100}"')

    problems = problems_of(a_file(tmp_path, "".join(f"{key} = 1\n" for key in keys), me="", work=""))

    assert [problem.partition(": ")[0] for problem in problems[:4]] == [
        '"a key"',
        '"a\\"b"',
        '"\\u001B[2J"',
        f'"{"x" * 60}…"',
    ]


def test_more_mistakes_than_one_reads(tmp_path: Path) -> None:
    """The first hundred are told, then that there are more."""
    path = a_file(tmp_path, "".join(f"wrong_{n} = 1\n" for n in range(2000)), me="", work="")

    problems = problems_of(path)

    assert len(problems) == 101
    assert problems[-1] == "… and more, after these"


SMTP = """\
host = "smtp.example.org"
username = "dana@studio.example"
password_env = "SMTP_PASSWORD"
"""
WAYS = "password_env, password_file, password_command, password_keyring or credential"
OF_THE_DIGEST = [
    ('by = "pigeon"', 'digest.by: must be "smtp" or "imap" (got "pigeon")'),
    ('at = "9"', 'digest.at: must be a time of day, such as "08:30" (got "9")'),
    (
        'to = "anna@client.example"',
        (
            "digest.to: is none of your own addresses ([me] addresses), and the digest goes to nobody else "
            '(got "anna@client.example")'
        ),
    ),
    (
        'to = "*@studio.example"',
        'digest.to: must be one whole address, such as "dana@studio.example" (got "*@studio.example")',
    ),
    ('account = "wrk"', 'digest.account: is no account; did you mean work? (got "wrk")'),
    (
        'language = "nl"',
        (
            "digest.language: is not a language that the digest is written in; known: en, it, pl, is, de, fr, es "
            '(got "nl")'
        ),
    ),
    ('hour = "8"', "digest.hour: is not a known key; known: by, at, to, account, language"),
]
OF_SMTP = [
    (
        'host = "https://smtp.example.org"',
        (
            "smtp.host: must be a bare host name or IP address, such as imap.example.org "
            '(got "https://smtp.example.org")'
        ),
    ),
    ('tls = "none"', 'smtp.tls: is for hosts on this machine only: localhost, 127.0.0.1 or ::1 (got "none")'),
    ('tls_ca_file = "gone.pem"', 'smtp.tls_ca_file: there is no such file (got "gone.pem")'),
    ('password_file = "a"', "smtp.password_file: stands beside password_env; one of them must go"),
    ("port = 0", "smtp.port: must be at least 1 (got 0)"),
    (
        'password = "hunter2"',
        (
            "smtp.password: is not kept in this file; did you mean password_env, with the name of the variable that "
            "holds it?"
        ),
    ),
]


@pytest.mark.parametrize(("entry", "told"), OF_THE_DIGEST)
def test_a_mistake_in_the_digest(tmp_path: Path, entry: str, told: str) -> None:
    """A wrong key of [digest] is the one problem told."""
    table = "[digest]\n" + _with('by = "smtp"\n', entry)
    assert problems_of(a_file(tmp_path, f"{table}[smtp]\n{SMTP}")) == (told,)


@pytest.mark.parametrize(("entry", "told"), OF_SMTP)
def test_a_mistake_in_the_server(tmp_path: Path, entry: str, told: str) -> None:
    """A wrong key of [smtp] is the one problem told, without what may be a secret."""
    assert problems_of(a_file(tmp_path, f'[digest]\nby = "smtp"\n[smtp]\n{_with(SMTP, entry)}')) == (told,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[digest]\nat = "09:00"', "digest.by: is missing"),
        ('[digest]\nby = "smtp"', 'smtp: is missing: digest.by = "smtp" needs a server'),
        ('[digest]\nby = "imap"\naccount = "wrk"', 'digest.account: is no account; did you mean work? (got "wrk")'),
        ("[smtp]\nport = 465", "smtp.host: is missing"),
        ('[smtp]\nhost = "a.example"\nusername = "d"', f"smtp: doesn't say where its secret is; give {WAYS}"),
        (
            '[smtp]\nhost = "a.example"\npassword_env = "A"',
            "smtp.username: is missing: a secret needs a name beside it",
        ),
    ],
)
def test_what_the_digest_needs(tmp_path: Path, text: str, told: str) -> None:
    """Each lack is told by itself."""
    assert problems_of(a_file(tmp_path, text)) == (told,)


_NO_PORT = 'health.metrics: must be an address and a port of this machine, such as "127.0.0.1:9469" (got "{}")'
_NO_URL = (
    "health.healthcheck_url: must be an address to be asked for, such as https://checks.example.org/ping/your-own-id"
)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        *(
            (f'metrics = "{entry}"', _NO_PORT.format(entry))
            for entry in ("9469", "127.0.0.1", "localhost:9469", "::1:9469", "[127.0.0.1]:1", "127.0.0.1:65536", ":1")
        ),
        *(
            (
                f'metrics = "{host}:9469"',
                (
                    "health.metrics: must be an address of this machine alone (127.0.0.1 or [::1]): nobody is asked "
                    f'for a password (got "{host}:9469")'
                ),
            )
            for host in ("0.0.0.0", "192.0.2.1", "[::]", "[fe80::1]")  # noqa: S104 - refused
        ),
        ("metrics = 9469", "health.metrics: must be a string (got 9469)"),
        *(
            (f'healthcheck_url = "{entry}"', _NO_URL)
            for entry in (
                "s3cret",
                "ftp://a.example/s3cret",
                "https:///s3cret",
                "https://a.example/s3cret#a",
                "https://a.example/é",
            )
        ),
        (
            'healthcheck_url = "http://a.example/s3cret"',
            (
                "health.healthcheck_url: must begin with https://, as http:// is for this machine only: localhost, "
                "127.0.0.1 or ::1"
            ),
        ),
        (
            'healthcheck_url = "https://dana:s3cret@a.example/"',
            "health.healthcheck_url: must not have a name or a password in it: they have keys of their own",
        ),
        ("healthcheck_url = 1", "health.healthcheck_url: must be a string"),
        (
            'healthcheck_url_env = "https://a.example/s3cret"',
            "health.healthcheck_url_env: must be the name of an environment variable, not the secret itself",
        ),
        (
            'healthcheck_url = "https://a.example/s3cret"\nhealthcheck_url_env = "URL"',
            "health.healthcheck_url_env: stands beside healthcheck_url; one of them must go",
        ),
        (
            f'tls_ca_file = "{__file__}"',
            "health.healthcheck_url: is missing: tls_ca_file is of use beside it alone",
        ),
        (
            'healthcheck_url_env = "URL"\ntls_ca_file = "gone.pem"',
            'health.tls_ca_file: there is no such file (got "gone.pem")',
        ),
        (
            'metric = "127.0.0.1:9469"',
            "health.metric: is not a known key; did you mean metrics?",
        ),
    ],
)
def test_a_mistake_in_who_is_told_of_its_health(tmp_path: Path, entry: str, told: str) -> None:
    """A wrong key of [health] is the one problem told, without an address that may be a secret."""
    assert problems_of(a_file(tmp_path, f"[health]\n{entry}")) == (told,)


def test_an_address_that_nobody_can_write_to(tmp_path: Path) -> None:
    """Where the first of the owner's addresses is an unusual one, another is asked for."""
    me = ME.replace('"dana@studio.example"', '"d(l)@studio.example"')

    [problem] = problems_of(a_file(tmp_path, '[digest]\nby = "imap"', me=me))
    assert problem.startswith("digest.to: is missing")
