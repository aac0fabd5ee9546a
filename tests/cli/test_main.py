"""The command as a whole: its options, its help, what it imports, and how shells complete it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import crickets
from crickets.cli.on_demand import HOMES
from crickets.domain.message import Address
from tests.cli.home import Home, a_silence

_HEAVY = ("alembic", "apscheduler", "holidays", "imapclient", "jinja2", "pydantic", "rich", "sqlalchemy", "structlog")
_VERSION = """
import sys
from crickets.cli.main import main
try:
    main(["--version"])
except SystemExit as ended:
    print(ended.code, *sorted(set(sys.argv[1:]) & set(sys.modules)))
"""


def _python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **paths, **environment},
    )


def test_the_version(home: Home) -> None:
    """It's told without a config."""
    told = home.plain("--version")

    assert (told.code, told.out) == (0, f"crickets {crickets.__version__}\n")


def test_what_the_version_costs() -> None:
    """Nothing heavy is imported before a command needs it."""
    assert _python("-c", _VERSION, *_HEAVY).stdout == f"crickets {crickets.__version__}\n0\n"


def test_as_a_module() -> None:
    """`python -m crickets` is the same command."""
    assert _python("-m", "crickets", "--version").stdout == f"crickets {crickets.__version__}\n"


def test_the_help(home: Home) -> None:
    """Every command is named in it."""
    told = home.plain("--help")

    assert told.code == 0
    assert [name for name in HOMES if f" {name} " not in told.out] == []


def test_help_as_a_word(home: Home) -> None:
    """It's what somebody types who doesn't know the program yet."""
    assert home.plain("help").out == home.plain("--help").out
    assert home.plain("help", "show").out == home.plain("show", "--help").out


@pytest.mark.parametrize(
    "command", ["init", "show", "snooze", "status", "template list", "template show", "invoice paid"]
)
def test_types_in_the_help(home: Home, command: str) -> None:
    """None is shown in a programmer's word."""
    told = home.plain(*command.split(), "--help").out

    assert "--json" in told
    assert [word for word in ("bool", "range>", "str>", "str]>") if word in told] == []


@pytest.mark.parametrize("command", [*HOMES, "template list", "template show", "template eject", "template render"])
def test_the_help_of_a_command(home: Home, command: str) -> None:
    """Each has a help of its own, which costs no config."""
    told = home.plain(*command.split(), "--help")

    assert told.code == 0
    assert f"crickets {command}" in told.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("statsu",), "Did you mean 'status'"),
        (("status", "--jsno"), "--jsno"),
        (("show",), "THREAD"),
        (("snooze", "k3f9"), "UNTIL"),
        (("template", "burn"), "burn"),
        (("--log-format", "xml", "status"), "Invalid value for '--log-format': 'xml' is not one of"),
    ],
)
def test_wrong_usage(home: Home, arguments: tuple[str, ...], words: str) -> None:
    """It ends with 2, says what is wrong on stderr, and nothing on stdout."""
    told = home(*arguments)

    assert (told.code, told.out) == (2, "")
    assert words in told.err
    assert told.err.rstrip().endswith("--help` tells how.")


def test_wrong_usage_in_a_narrow_terminal(home: Home) -> None:
    """What was typed stays in one piece: it's the terminal's to wrap."""
    home.monkeypatch.setenv("COLUMNS", "40")

    assert "/a/long/way/" * 9 in home("/a/long/way/" * 9).err


def test_no_config_anywhere(home: Home) -> None:
    """It's told where it was sought, and how to make one."""
    told = home.plain("status")

    assert told.code == 78
    assert "crickets init" in told.err


def test_a_config_that_is_wrong(home: Home) -> None:
    """All mistakes are told at once, without a traceback."""
    home.configure(more='\n[drafts]\non_delete = "burn"\nretire_ot = 3\n')

    told = home("status", "--json")

    assert (told.code, told.out) == (78, "")
    assert "drafts.on_delete" in told.err
    assert "retire_to" in told.err
    assert "Traceback" not in told.err


def test_a_ledger_that_is_none(home: Home) -> None:
    """A file of another kind is left alone; the code is that of a file that can't be used."""
    home.state.parent.mkdir(parents=True)
    home.state.write_bytes(b"not a database, but something dear to its owner" * 100)

    told = home("status")

    assert told.code == 74
    assert "Traceback" not in told.err
    assert home.state.read_bytes().startswith(b"not a database")


def test_another_process_on_the_ledger(home: Home) -> None:
    """A pass does not run beside another one: it waits a while, then says so."""
    home.remember()
    with home.ledger():
        told = home("once")

    assert told.code == 75
    assert "in use by another Crickets" in told.err


@pytest.mark.parametrize("arguments", [("status",), ("status", "--json"), ("--version",)])
def test_a_full_disk(home: Home, arguments: tuple[str, ...]) -> None:
    """What can't be written is told in two lines, with the code of a file that can't be used."""
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "crickets", "--config", str(home.config), *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    assert ended.returncode == 74
    assert ended.stderr == "There is no room left on the disk for this.\nFree some space there, and try again.\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script(shell: str) -> None:
    """Each shell gets a script of its own that calls this command."""
    told = _python(
        "-c",
        "from crickets.cli.main import main; main(['--show-completion', sys.argv[1]])".replace(
            "from", "import sys; from", 1
        ),
        shell,
        _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1",
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert "_CRICKETS_COMPLETE" in told.stdout


def _completed(home: Home, *words: str) -> list[str]:
    line = " ".join(("crickets", "--config", str(home.config), *words))
    told = _python(
        "-m", "crickets", _CRICKETS_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) + 2)
    )
    assert told.stderr == ""
    return told.stdout.split()


def test_completing_a_command(home: Home) -> None:
    """What begins like a command is one of them."""
    assert _completed(home, "st") == ["status", "stop"]


def test_completing_a_thread(home: Home) -> None:
    """A thread's name is known from the ledger."""
    home.remember(*a_silence(4))

    assert _completed(home, "show", "") == [home.only_thread()]


def test_completing_with_a_broken_config(home: Home) -> None:
    """Nothing is offered, and nothing is said."""
    home.configure(more="[nonsense")

    assert _completed(home, "show", "") == []


def test_completing_a_plan(home: Home) -> None:
    """The config's own plans are known too."""
    assert _completed(home, "plan", "k3f9", "by") == ["by-phone"]


def test_completing_an_account(home: Home) -> None:
    """Those of the config."""
    assert _completed(home, "auth", "login", "") == ["work"]


def test_completing_somebody_to_be_forgotten(home: Home) -> None:
    """Whoever is silent, by address, and the clients of the config by name, if that is one word to a shell."""
    home.configure(more='\n[[clients]]\nname = "Bau"\nmatch = ["*@bau.example"]\n')
    home.remember(*a_silence(4))

    assert _completed(home, "forget", "a") == ["anna@client.example"]
    assert _completed(home, "forget", "B") == ["Bau"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("command", ["show", "forget"])
def test_completing_what_strangers_wrote(home: Home, shell: str, command: str) -> None:
    r"""Nothing that a shell would carry out: zsh evaluates its answer, in which ``\\$(`` is a command."""
    hostile = r"""\$(touch pwned) `id` "$x" ';| <!*~"""
    client = Address(name=f"Zed {hostile}", email="$(id)@client.example")
    home.remember(*a_silence(4, subject=hostile), *a_silence(4, number=2, client=client, subject=hostile))
    line = f"crickets --config {home.config} {command} "
    words = {"COMP_WORDS": line, "COMP_CWORD": "4", "_TYPER_COMPLETE_ARGS": line}
    told = _python(
        "-m", "crickets", _CRICKETS_COMPLETE=f"complete_{shell}", _TYPER_COMPLETE_FISH_ACTION="get-args", **words
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.strip()
    assert not set("\\$`;|<!~") & set(told.stdout)


def test_without_colours(home: Home) -> None:
    """What goes into a pipe holds no escape, even where colours are not forbidden."""
    home.monkeypatch.delenv("NO_COLOR")
    home.remember(*a_silence(4))

    assert "\x1b" not in home("status").out


def test_a_mistake_of_our_own() -> None:
    """It keeps its traceback."""
    crash = """
import crickets.cli.main as m
m.app.info.callback
from crickets.cli import on_demand
on_demand.HOMES["status"] = "no_such_module"
m.main(["status"])
"""
    told = _python("-c", crash)

    assert told.returncode == 1
    assert "Traceback" in told.stderr
    assert "no_such_module" in told.stderr
