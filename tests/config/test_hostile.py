"""Files that nobody would write on purpose: whatever they hold, the answer is settings or a `ConfigError`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.config.load import load
from crickets.config.problems import REMEDY
from crickets.config.sense import Known, senseless
from crickets.config.settings import Settings
from crickets.config.shape import ConfigTable, Table, keys_of
from crickets.config.shaped import shaped
from crickets.errors import ConfigError
from tests.config.builders import ME, NO_ENVIRONMENT, TEMPLATES, WORK, a_file, problems_of, settings_of

BROKEN = [
    (b"[me", "line 1, column 4, its end: expected ']' at the end of a table declaration"),
    (b"[me]\nname = \n", "line 2, column 8: there is no value here; a text must stand in quotes"),
    (b"[me]\nname = 'x'\nname = 'y'\n", "line 3, column 11: this key, or its table, was given before"),
    (b'name = "(?i)\\d"', "line 1, column 15: a backslash in double quotes; write it twice, or use single quotes"),
    (b"a = [", "line 1, column 6, its end: there is no value here; a text must stand in quotes"),
    (b"a = 1\0", "line 1, column 6: expected newline or end of document after a statement"),
    (b"\0", "line 1, column 1: neither a key, nor a table, nor a comment begins here"),
    (b"[me]\nname = '\xe8'\n", "line 2: is not UTF-8, the encoding of TOML; save the file in it"),
    (b"a = " + b"[" * 100_000, "holds a number too long or brackets too deep to be read"),
    (b"a = " + b"9" * 100_000, "holds a number too long or brackets too deep to be read"),
    (b"a = 1\n" * 200_000, "is larger than 512 KiB, too large for a config"),
]


@pytest.mark.parametrize(("content", "told"), BROKEN, ids=[told for _, told in BROKEN])
def test_what_is_no_toml(tmp_path: Path, content: bytes, told: str) -> None:
    """The slip is told with its line and column, where the grammar has one."""
    path = tmp_path / "config.toml"
    path.write_bytes(content)

    with pytest.raises(ConfigError) as caught:
        settings_of(path)

    assert str(caught.value) == f"{path}: {told}\n{REMEDY}"


def test_no_file(tmp_path: Path) -> None:
    """A file that was named and isn't there is said to be missing."""
    path = tmp_path / "config.toml"

    with pytest.raises(ConfigError) as caught:
        settings_of(path)

    assert str(caught.value) == (
        f"{path}: there is no such file\nRun `crickets init` to make one, or name another with --config."
    )


@pytest.mark.parametrize("escape", [r"\u001b[31m", r"\u001b]0;x\u0007", r"\u009b2J", r"\u0000", r"\r", r"\u2028"])
@pytest.mark.parametrize(
    "table",
    [
        WORK.replace("accounts.work", 'accounts."w@"'),
        '[plans."p@"]\nsteps = []\n',
        '[[clients]]\nname = "c@"\nmatch = ["*@client.example"]\n',
        '[[rules]]\nmatch = { subject = "s@" }\nplan = "none"\n',
        '[[rules]]\nmatch = { folder = "f@" }\nplan = "q@"\n',
        '[accounts.other]\nhost = "h@"\nusername = "u@"\npassword_env = "X"\nfolders = { drafts = "d@" }\n',
        '[plans.mine]\nsteps = [{ after = "1 day", do = "call", note = "n@" }]\n',
    ],
)
def test_a_name_that_would_drive_a_terminal(tmp_path: Path, table: str, escape: str) -> None:
    """It's refused, and told without doing anything."""
    problems = problems_of(a_file(tmp_path, table.replace("@", escape)))

    assert any("must be one line, without control characters" in problem for problem in problems)
    assert all(problem.isprintable() for problem in problems)


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    """A folder is no config."""
    with pytest.raises(ConfigError) as caught:
        settings_of(tmp_path)

    assert caught.value.problems == (f"{tmp_path}: can't be read: Is a directory",)


def test_a_path_that_is_none() -> None:
    """A NUL in a path is refused by the system, and told as any other."""
    with pytest.raises(ConfigError) as caught:
        settings_of(Path("/a\0b"))

    assert caught.value.problems == ("/a\0b: can't be read: not a path",)


def test_a_file_that_breaks_off() -> None:
    """A file that can be opened and not be read is told of with the system's reason."""
    with pytest.raises(ConfigError) as caught:
        settings_of(Path("/proc/self/mem"))

    assert str(caught.value) == (
        "/proc/self/mem: can't be read: Input/output error\n"
        "See to it that it is a file which the user who runs Crickets may read."
    )


def test_a_mark_in_front(tmp_path: Path) -> None:
    """The byte order mark that some editors write is no mistake."""
    path = a_file(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert settings_of(path).policy.owner.name == "Dana Levi"


def test_a_key_of_a_thousand_dots(tmp_path: Path) -> None:
    """Tables as deep as that are an unknown key like any other."""
    path = a_file(tmp_path, me="a" + ".a" * 1_000 + " = 1\n" + ME)

    with pytest.raises(ConfigError) as caught:
        settings_of(path)

    assert caught.value.problems[0].startswith(f"{path}: a: is not a known key")


KEYS = sorted({key for table in Table.__subclasses__() for key in keys_of(table)} | {"x", "", "[key]"})
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["5 days", "none", "draft", "call", "implicit", "Europe/Rome", "negotiation", "*@a.example", "IT"]),
)
PLAIN = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**300, max_value=10**400),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.just(UTC)),
)
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=30,
)
FILES = st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=6)


def _known(table: dict[str, object]) -> Known:
    return Known.of(table, TEMPLATES, Path)


@given(table=FILES)
def test_values_of_every_kind_everywhere(table: dict[str, object]) -> None:
    """Both looks come to an end, in our own words alone."""
    read = shaped(table)
    problems = [*(() if isinstance(read, ConfigTable) else read), *senseless(table, _known(table))]

    assert [p.what for p in problems if "nput" in p.what] == []


def _places(table: type[Table], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of the config, dotted; one entry stands for many."""
    for key, below in keys_of(table).items():
        yield (*above, key)
        if below.table is not None:
            yield from _places(below.table, (*above, key, *(["0"] if below.many else [])))


def _table_with(place: tuple[str, ...], value: object, table: type[Table] = ConfigTable) -> dict[str, object]:
    """The tables that lead to a key, and the value there."""
    key, *rest = place
    below = keys_of(table)[key]
    if not rest or below.table is None:
        return {key: value}
    if not below.many:
        return {key: _table_with(tuple(rest), value, below.table)}
    inner = _table_with(tuple(rest[1:]), value, below.table)
    return {key: [inner] if key in {"clients", "rules", "steps"} else {"a": inner}}


OF_EVERY_KIND: tuple[object, ...] = (
    *("", "text", "a\0b", True, -1, 10**5000, 0.5, float("nan")),
    *([], [[]], [{}, 1], {}, {"": {}}),
    *(date(2026, 1, 1), time(8), datetime(2026, 1, 1, tzinfo=UTC)),
)


@pytest.mark.parametrize("place", list(_places(ConfigTable)), ids=".".join)
def test_a_value_of_every_kind_at_a_key(place: tuple[str, ...]) -> None:
    """Every key takes the value or tells of it in our own words."""
    for value in OF_EVERY_KIND:
        table = _table_with(place, value)
        read = shaped(table)
        problems = [*(() if isinstance(read, ConfigTable) else read), *senseless(table, _known(table))]

        assert [p.what for p in problems if "nput" in p.what] == []
        assert problems != []


@given(text=st.text(max_size=200), base=st.sampled_from(["", ME + WORK]))
def test_any_text(text: str, base: str) -> None:
    """A file of any text gives settings or a `ConfigError`, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "config.toml")
        path.write_text(base + text, "utf-8")
        try:
            outcome: object = load(path, NO_ENVIRONMENT, templates=TEMPLATES)
        except ConfigError as error:
            outcome = error

    assert isinstance(outcome, Settings | ConfigError)


@given(content=st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """… and so does one of any bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "config.toml")
        path.write_bytes(content)
        with pytest.raises(ConfigError):
            settings_of(path)
