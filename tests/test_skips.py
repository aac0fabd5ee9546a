"""The rule that nothing is passed over on CI, tried on a test run within a test."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOOSE = """
import pytest

@pytest.fixture
def server():
    pytest.skip("no server here")

def test_on_a_server(server):
    pass

@pytest.mark.skip(reason="not today")
def test_another_day():
    pass

@pytest.mark.xfail
def test_a_known_flaw():
    assert False
"""
WHOLE = "import pytest\npytest.skip('no server here', allow_module_level=True)"


def test_a_skip_on_ci(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails the run with the skip's own reason; an expected failure stays one."""
    ran = run(pytester, monkeypatch, LOOSE, ci="true")

    ran.assert_outcomes(errors=2, xfailed=1)
    ran.stdout.fnmatch_lines(["*test_on_a_server must not be skipped on CI: *no server here"])


def test_a_module_skipped_on_ci(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that skips itself fails the run too."""
    ran = run(pytester, monkeypatch, WHOLE, ci="true")

    ran.assert_outcomes(errors=1)


def test_a_skip_at_home(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a skip."""
    ran = run(pytester, monkeypatch, LOOSE, ci="")

    ran.assert_outcomes(skipped=2, xfailed=1)


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str, *, ci: str) -> pytest.RunResult:
    """Run one file of tests under the rule, in a process of its own."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "tests.skips", "-p", "no:cacheprovider")
