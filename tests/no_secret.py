"""No secret is left behind: not in what a test's code says, not in the log, not in any file, wherever it came from.

A pytest plugin. Knows the secrets of all tests by their looks, and the places where they live: a `.env`, the folder of
tokens, `*.secret`, and what a test's mark `secrets_in` names. What is told to `capsys` is looked through as it's read.
"""

from __future__ import annotations

import os
import re
import stat
from base64 import b64encode
from collections.abc import Callable, Generator, Iterator, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

import pytest
from _pytest.capture import CaptureResult

WORDS = ("s3same-open", "hunter2", "c1ient-s3cret")
"""Passwords and the like of the tests: each is so spelled that nothing else is."""

TOKENS = rb"(?:access|refresh)-[\w-]{22}"
"""What the tests' authorisation server gives, and the codes are as short-lived as the tests."""

HOMES = (".env", "tokens", "*.secret")


def _in_base64(word: str) -> Iterator[bytes]:
    """What is to be seen of a word in base64, at whichever of the three places it begins."""
    for before in range(3):
        whole = b64encode(b"\0" * before + word.encode())
        yield whole[-(-before * 8 // 6) : (before + len(word)) * 8 // 6]


SECRET = re.compile(
    b"|".join((TOKENS, *(re.escape(form) for word in WORDS for form in (word.encode(), *_in_base64(word)))))
)
_FOLDER = pytest.StashKey[Path]()
_looked_through: set[Path] = set()


def secrets_in(folder: Path, homes: Sequence[str] = HOMES) -> Iterator[Path]:
    """The files below a folder that hold a secret without being a home of it, or in one."""
    for above, folders, files in os.walk(folder):
        folders[:] = [
            name for name in folders if not _is_home(name, homes) and Path(above, name) not in _looked_through
        ]
        for path in (Path(above, name) for name in files if not _is_home(name, homes)):
            if stat.S_ISREG(path.lstat().st_mode) and SECRET.search(path.read_bytes()):
                yield path


def tells_a_secret(text: str) -> bool:
    """Whether one is in it, as it is or in base64."""
    return SECRET.search(text.encode("utf-8", "replace")) is not None


def _is_home(name: str, homes: Sequence[str]) -> bool:
    return any(fnmatch(name, home) for home in homes)


def _no_secret_in(folder: Path, *homes: str) -> None:
    found = [str(path.relative_to(folder)) for path in secrets_in(folder, (*HOMES, *homes))]
    _looked_through.add(folder)
    assert not found, f"a secret was left in {', '.join(found)}"


def pytest_configure(config: pytest.Config) -> None:
    """The mark is known."""
    config.addinivalue_line("markers", "secrets_in(*names): files or folders of the test's own where a secret belongs")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The last report of a test that told a secret is one of a failure; the secret is not told again."""
    report = yield
    told = [name for name, content in report.sections if tells_a_secret(content)]
    if told and report.passed and report.when == "teardown":  # the sections of all phases are in it
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: a secret is in its {', '.join(told)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """What a test leaves in its own folder is looked through once everything has ended there."""
    yield
    folder = item.stash.get(_FOLDER, None)
    if folder is not None and folder.is_dir():
        _no_secret_in(folder, *(str(name) for mark in item.iter_markers("secrets_in") for name in mark.args))


@pytest.fixture(scope="session", autouse=True)
def _what_several_tests_leave(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The folders that several tests share are looked through when all have ended."""
    yield
    _no_secret_in(tmp_path_factory.getbasetemp())


@pytest.fixture
def tmp_path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """As pytest has it, and kept in mind, whichever fixture asks for it."""
    request.node.stash[_FOLDER] = tmp_path
    return tmp_path


@pytest.fixture
def capsys(capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    """As pytest has it, but it fails the test whose code has told a secret."""
    vars(capsys)["readouterr"] = partial(_read, capsys.readouterr)
    return capsys


def _read(readouterr: Callable[[], CaptureResult[str]]) -> CaptureResult[str]:
    told = readouterr()
    if any(map(tells_a_secret, told)):
        pytest.fail("a secret was told", pytrace=False)  # an assertion would tell it again
    return told
