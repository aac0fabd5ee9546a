"""`classify`: what raw messages are, told of files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crickets.cli.message_files import LIMIT, octets_of
from tests.cli import letters
from tests.cli.home import Home

_ROOT = Path(__file__).parents[2]
_HEAVY = ("alembic", "apscheduler", "holidays", "imapclient", "jinja2", "sqlalchemy", "structlog")
_CLASSIFY = f"""
import sys
from crickets.cli.main import main
try:
    main(["classify", *sys.argv[1:]])
except SystemExit as ended:
    print(ended.code, *sorted({set(_HEAVY)!r} & set(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def _nothing_configured(home: Home) -> None:
    """It needs no config."""
    home.config.unlink()


def _file(home: Home, octets: bytes, name: str = "one.eml") -> str:
    path = home.folder / name
    path.write_bytes(octets)
    return str(path)


def _process(home: Home, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", _CLASSIFY, *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=home.folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_persons_mail(home: Home) -> None:
    """Every field is there, also those that have nothing to say."""
    name = _file(home, letters.PERSON)
    told = home.plain("classify", "--json", "--region", "it", name)

    assert (told.code, told.err) == (0, "")
    document = told.json
    assert "in-reply-to" in document.pop("signals")
    assert "asks a question" in document.pop("expects_answer_by")
    assert document == {
        "file": name,
        "kind": "person",
        "language": "en",
        "away": False,
        "away_until": None,
        "has_left": False,
        "write_instead": [],
        "promised": None,
        "pays_by": None,
        "attendance": None,
        "expects_answer": True,
        "bounced": [],
        "text": "Hi Dana,\n\nthe offer looks good. Could you tell me whether the translations are included?"
        "\n\nBest,\nAnna",
        "quoted": "On Fri, 27 Feb 2026 at 18:02, Dana Doe <dana@studio.example> wrote:\n"
        "> Hi Anna,\n> here is the offer.",
        "signature": "Anna Rossi\nTel. 06 698 1234",
        "phones": ["+39066981234"],
        "message_id": "one@client.example",
        "parents": ["first@studio.example", "offer@studio.example"],
    }


def test_the_documented_fields(home: Home) -> None:
    """Those of the document are the ones that docs/json.md tells of, with the brackets of a list."""
    page = (_ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    section = page.partition("## `classify ")[2].partition("\n## ")[0]
    rows = [line.split(" | ")[0] for line in section.splitlines() if line.startswith("| `")]
    told = home.plain("classify", "--json", _file(home, letters.PERSON)).json

    named = sorted(name.strip("`") for row in rows for name in row.removeprefix("| ").split(", "))
    assert named == sorted(f"{name}[]" if isinstance(value, list) else name for name, value in told.items())


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (letters.CLOSING, {"kind": "person", "expects_answer": False}),
        (letters.PROMISE, {"kind": "person", "promised": "2026-03-06"}),
        (
            letters.AWAY,
            {"kind": "auto-reply", "away": True, "away_until": "2026-03-16", "write_instead": ["tom@client.example"]},
        ),
        (letters.LEFT, {"kind": "auto-reply", "has_left": True, "write_instead": ["tom@client.example"]}),
        (letters.BOUNCE, {"kind": "bounce", "bounced": ["bob@client.example"]}),
        (letters.DECLINED, {"kind": "calendar", "attendance": "declined"}),
        (letters.NEWSLETTER, {"kind": "bulk", "expects_answer": None}),
        (letters.A_SCAN, {"kind": None, "signals": [], "language": None, "message_id": None}),
        (letters.HEADLESS, {"kind": None, "signals": [], "language": None, "expects_answer": None}),
        (b"", {"kind": None, "text": "", "parents": []}),
    ],
)
def test_what_each_sort_of_mail_tells(home: Home, message: bytes, expected: dict[str, object]) -> None:
    """The field that belongs to it is filled."""
    told = home.plain("classify", "--json", _file(home, message)).json

    assert {name: told[name] for name in expected} == expected


def test_several_files(home: Home) -> None:
    """One object a line, in the order in which they were named."""
    names = [_file(home, letters.AWAY, "b.eml"), _file(home, letters.BOUNCE, "a.eml")]
    lines = home.plain("classify", "--json", *names).out.splitlines()

    assert [line.partition(", ")[0] for line in lines] == [f'{{"file": "{name}"' for name in names]


def test_files_that_cannot_be_read(home: Home) -> None:
    """They're named on stderr, the others told; it ends with 74 whichever comes last."""
    gone, folder, read = str(home.folder / "gone.eml"), str(home.folder), _file(home, letters.AWAY)
    told = home.plain("classify", "--json", gone, folder, read)

    assert told.code == 74
    assert told.json["file"] == read
    assert f"{gone}: No such file or directory" in told.err
    assert f"{folder}: Is a directory" in told.err
    assert "Name a file that holds one message" in told.err


def test_a_file_that_holds_no_mail(home: Home) -> None:
    """It can be read: that it's no mail is an answer, without a guess at what it says."""
    told = home.plain("classify", _file(home, letters.A_SCAN))

    assert told.code == 0
    assert told.out.strip().endswith("one.eml: unreadable (not one field of a mail's header is in it)")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "FILE"), (("--region", "Italy", "one.eml"), "--region"), (("--region", "1", "one.eml"), '"IT"')],
)
def test_wrong_usage(home: Home, arguments: tuple[str, ...], words: str) -> None:
    """It ends with 2, before any file is read."""
    told = home.plain("classify", *arguments)

    assert (told.code, told.out) == (2, "")
    assert words in told.err


def test_a_message_that_would_rewrite_the_terminal(home: Home) -> None:
    """Neither page nor JSON holds what does; in the JSON the file's name is whole, escaped."""
    name = _file(home, letters.HOSTILE, "two\nlines\x1b[31m\u202e\x9b.eml")
    page, told = home.plain("classify", name).out, home.plain("classify", "--json", name)

    assert [c for c in page + told.out if c in "\x1b\x07\u202e\x9b"] == []
    assert r"two lines\x1b[31m\u202e\x9b.eml: person" in page
    assert told.json["file"] == name


def test_stdin(home: Home) -> None:
    """A message may come in by a pipe."""
    told = _process(home, "--json", "-", stdin=letters.BOUNCE)

    assert told.stdout.startswith(b'{"file": "-", "kind": "bounce"')


def test_what_it_costs_to_start(home: Home) -> None:
    """Nothing is loaded that belongs to servers, ledger or config."""
    assert _process(home, "--json", _file(home, letters.PERSON)).stderr == b"0\n"
    assert _process(home, _file(home, letters.PERSON)).stderr == b"0\n"


def test_a_file_without_end(home: Home) -> None:
    """So much of it is read as a mail may have."""
    name = _file(home, letters.AWAY)
    os.truncate(name, LIMIT + 1)

    assert len(octets_of(name)) == LIMIT
    assert octets_of(name).startswith(letters.AWAY)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\n", b"\xef\xbb\xbf\n"])
def test_a_file_that_an_editor_wrote(home: Home, before: bytes) -> None:
    """What stands before the first field takes nothing from the message."""
    told = home.plain("classify", "--json", _file(home, before + letters.BOUNCE)).json

    assert (told["kind"], told["bounced"]) == ("bounce", ["bob@client.example"])


def test_files_one_after_another(home: Home) -> None:
    """None stays open."""
    before = len(list(Path("/proc/self/fd").iterdir()))
    home.plain("classify", "--json", *[_file(home, letters.CLOSING)] * 20)

    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_the_help(home: Home) -> None:
    """It shows how it's used."""
    told = home.plain("classify", "--help").out

    assert "crickets classify message.eml" in told
    assert "select(.kind ==" in told
