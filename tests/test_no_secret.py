"""The look for secrets that tests leave behind, tried on test runs within a test."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from tests.no_secret import SECRET, WORDS, secrets_in, tells_a_secret
from tests.servers.home import new_home, remove

ROOT = Path(__file__).parents[1]
TELLING = """
import logging, pytest
SECRET = "-".join(["s3same", "open"])

def test_print():
    print("signed in with", SECRET)

def test_log():
    logging.getLogger("crickets").warning("no %s", SECRET)

def test_command(capsys):
    print(SECRET)
    capsys.readouterr()

def test_file(tmp_path):
    (tmp_path / "ledger.sqlite3").write_bytes(b"x" + SECRET.encode())

def test_shared_file(tmp_path_factory):
    (tmp_path_factory.mktemp("shared") / "log").write_text(SECRET)
"""
KEEPING = """
import pytest
SECRET = "-".join(["s3same", "open"])

@pytest.mark.secrets_in("password", "run")
def test_homes(tmp_path):
    (tmp_path / ".env").write_text(SECRET)
    (tmp_path / "tokens").mkdir()
    (tmp_path / "tokens" / "work.json").write_text(SECRET)
    (tmp_path / "password").write_text(SECRET)
    (tmp_path / "smtp.secret").write_text(SECRET)

def test_nothing(tmp_path, capsys):
    (tmp_path / "log").write_text("draft.appended")
    print("s3same opens")
    assert capsys.readouterr().out
"""


def test_what_tells_a_secret(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test fails for it: by what it prints, logs, has a command say, or leaves in its folder or a shared one."""
    ran = run(pytester, monkeypatch, TELLING)

    ran.assert_outcomes(passed=4, failed=1, errors=4)
    ran.stdout.fnmatch_lines(["*a secret is in its Captured stdout call*", "*a secret is in its Captured log call*"])
    ran.stdout.fnmatch_lines(["*a secret was left in ledger.sqlite3*", "*a secret was left in *shared0/log*"])
    ran.stdout.fnmatch_lines(["*a secret was told*"])
    assert not tells_a_secret(ran.stdout.str())


def test_what_keeps_it(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret in its home is where it belongs."""
    run(pytester, monkeypatch, KEEPING).assert_outcomes(passed=2)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("before", ["", "x", "da", "\0dana\0", "user=dana\1auth=Bearer "])
def test_a_secret_in_base64(word: str, before: str) -> None:
    """It's found wherever in the text it begins."""
    assert SECRET.search(b64encode(f"{before}{word}\1\1".encode()))


def test_a_folder_of_many_kinds(tmp_path: Path) -> None:
    """Links are not followed, and pipes not waited for."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "within").mkdir()
    (tmp_path / "within" / "link").symlink_to(outside / ".env")
    (outside / ".env").write_text(WORDS[0])

    assert list(secrets_in(tmp_path / "within")) == []


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str) -> pytest.RunResult:
    """A run of some tests with the look, in a process of its own: what they tell isn't told by us."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(source)
    basetemp = new_home("no-secret")
    try:
        options = ("-p", "tests.no_secret", "-p", "no:cacheprovider", "--show-capture=no", "--tb=line")
        return pytester.runpytest_subprocess(*options, f"--basetemp={basetemp / 'its'}")
    finally:
        remove(basetemp)
