"""The example and the page on the config: whole, true and loadable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crickets.config import texts, times
from crickets.config.shape import ConfigTable, Table, keys_of
from crickets.domain.plans import BUILT_IN, due
from crickets.domain.policy import Drafting, Tracking
from crickets.writing import LANGUAGES
from tests.builders import a_calendar
from tests.config.builders import ME, a_file, settings_of

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "config.example.toml").read_text("utf-8")
PAGE = (ROOT / "docs/config.md").read_text("utf-8")


def _keys(table: type[Table], above: str = "") -> Iterator[tuple[str, str]]:
    """Every key with the table it is in: `accounts.NAME.host`, `clients.match`."""
    for key, below in keys_of(table).items():
        if below.table is None:
            yield above, key
        else:
            named = f"{above}.{key}".removeprefix(".")
            yield from _keys(below.table, f"{named}.NAME" if key in {"accounts", "plans"} else named)


KEYS = tuple(_keys(ConfigTable))


OTHER_WAYS = (
    "password_file|password_command|password_keyring|file|command|keyring|credential|oauth|token_command|"
    "healthcheck_url_env"
)


def _as_if_on(text: str) -> str:
    """The example with all that is off switched on, but for the other ways to keep a secret."""
    on = re.sub(r"(?m)^#(?=\S)", "", text)
    return re.sub(rf"(?m)^(client_secret_)?({OTHER_WAYS}) = .*\n", "", on)


def test_the_example_as_it_stands() -> None:
    """It loads, and its values are the defaults."""
    policy = settings_of(ROOT / "config.example.toml").policy

    assert (policy.tracking, policy.drafting, policy.plans) == (Tracking(), Drafting(), BUILT_IN)
    assert (policy.clients, policy.rules) == ((), ())


def test_the_example_is_the_shortest_config_said_at_length(tmp_path: Path) -> None:
    """What it sets changes nothing but what only the owner can know."""
    example = settings_of(ROOT / "config.example.toml")
    short = settings_of(a_file(tmp_path, me=ME + 'phone_region = "IT"\n'))

    assert (example.policy, example.accounts) == (short.policy, short.accounts)


def test_the_example_with_all_of_it(tmp_path: Path) -> None:
    """What is off in it is right too."""
    (tmp_path / "bridge.pem").touch()
    path = a_file(tmp_path, _as_if_on(EXAMPLE), me="", work="")

    policy = settings_of(path).policy

    assert [client.name for client in policy.clients] == ["Rossi SpA"]
    assert [rule.plan for rule in policy.rules] == ["none", "invoice", "project"]
    assert policy.plans.keys() - BUILT_IN.keys() == {"gentle", "referral"}


@pytest.mark.parametrize(
    "way", ["password_file", "password_command", "password_keyring", "credential", "token_command"]
)
def test_the_other_ways_to_keep_a_secret(tmp_path: Path, way: str) -> None:
    """Each works where it takes the place of the first."""
    text = re.sub(r"(?m)^password_env = .*\n", "", EXAMPLE).replace(f"#{way} = ", f"{way} = ", 1)

    assert len(settings_of(a_file(tmp_path, text, me="", work="")).accounts) == 1


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_key_of_the_example(table: str, key: str) -> None:
    """Every key is there, in its own part of the file."""
    part = re.search(rf"(?ms)^# ---- {PARTS[table.partition('.')[0]]} -+$.*?(?=^# ---- |\Z)", EXAMPLE)

    assert part is not None
    assert re.search(rf"(?m)\b{key}\b( = |  )", part[0]) is not None


PARTS = {
    "me": "You",
    "accounts": "Your mailboxes",
    "track": "Whom to follow up",
    "calendar": "Your days",
    "drafts": "The drafts",
    "clients": "What you know better than the mailbox",
    "rules": "What you know better than the mailbox",
    "plans": "Plans",
    "invoices": "Invoices",
    "tasks": "Calls and tasks on your task list",
    "digest": "The digest",
    "smtp": "The digest",
    "oauth": "Signing in by OAuth 2.0",
    "control": "Control from any mail client",
    "health": "Who watches over it",
}


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_key_of_the_page(table: str, key: str) -> None:
    """Every key has its row under the heading of its table."""
    heading = {"clients": "`[[clients]]`", "rules": "`[[rules]]`"}.get(table.partition(".")[0])
    top = ".".join(table.split(".")[:2]) if "NAME" in table else table.partition(".")[0]
    part = re.search(rf"(?ms)^## {re.escape(heading or f'`[{top}]`')}$.*?(?=^## |\Z)", PAGE)
    row = ".".join([*table.removeprefix(top).strip(".").split("."), key]).strip(".").replace("steps.", "")

    assert part is not None
    assert f"\n| `{row}` | " in part[0]


def test_the_languages() -> None:
    """Those that the config knows are those that there are templates in."""
    assert set(texts.LANGUAGES) == set(LANGUAGES)


def test_the_example_of_a_weekday() -> None:
    """The days that the page names are those that are counted, and what it calls a mistake is one."""
    [(on, weekday, said, first, second, last)] = re.findall(
        r'`on = "([^"]+)"` is\s+(\w+) (\d+ \w+ \d{4}) for what you send on Monday the (\d)\w+, on Tuesday the (\d)\w+'
        r" and on Sunday the (\d)\w+ alike",
        PAGE,
    )
    day = datetime.strptime(said, "%d %B %Y").replace(tzinfo=UTC)
    sent = [day.replace(day=int(on_day), hour=10) for on_day in (first, second, last)]

    assert (weekday, [f"{each:%A}" for each in (day, *sent)]) == ("Tuesday", "Tuesday Monday Tuesday Sunday".split())
    assert {due(times.on(on), each, a_calendar()).reached for each in sent} == {day.date()}
    with pytest.raises(ValueError, match="must be a weekday of next week"):
        times.on("tuesday")
