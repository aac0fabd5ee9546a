"""The lines of a `.env`, read by us and by systemd's own reader of such files."""

from __future__ import annotations

import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from dotenv import dotenv_values

from crickets.config.env_lines import env_line, read_in_two_ways

READER = Path("/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator")
"""It has the parser of EnvironmentFile= (systemd's env-file.c), and tells what it has read, quoted for a shell."""

SECRETS = [
    "plain",
    "it's",
    "back\\slash",
    "two \\\\ and it's",
    "ends with \\",
    "ends with \\\\",
    'a "b" $HOME `x` \\ #!',
    "żółć\\'",
    "${PATH}",
    "$$",
    " blanks ",
    "#",
    "\\",
    "'",
    '"',
    "\\n\\t\\'",
    '\\"',
]


def read_by_us(text: str) -> dict[str, str | None]:
    """As config/secrets.py reads."""
    return dict(dotenv_values(stream=StringIO(text), interpolate=False))


def read_by_systemd(text: str, home: Path) -> dict[str, str]:
    """What systemd makes of it; its other use of the parser expands variables afterwards, so each `$` is doubled."""
    if not READER.exists():
        pytest.skip("systemd is not installed: `python -m tests.servers.provision`")
    folder = home / ".config" / "environment.d"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "x.conf").write_text(text.replace("$", "$$"), "utf-8")
    told = subprocess.run([READER], env={"HOME": str(home)}, capture_output=True, text=True, check=True).stdout
    found = re.findall(r'(?m)^(\w+)=(?:"((?:[^"\\]|\\.)*)"|(.*))$', told)
    return {name: re.sub(r"\\(.)", r"\1", quoted) or bare for name, quoted, bare in found}


@pytest.mark.parametrize("secret", SECRETS)
def test_any_secret(secret: str, tmp_path: Path) -> None:
    """What is written is what both read, whatever lies about it; and it counts as such."""
    text = f'A=\'x\'\n{env_line("IT", secret)}# "a word"\nZ="y"\n'

    expected = {"A": "x", "IT": secret, "Z": "y"}
    assert read_by_us(text) == expected
    assert {name: value for name, value in read_by_systemd(text, tmp_path).items() if name in expected} == expected
    assert read_in_two_ways(text) == ()


def test_an_ordinary_secret() -> None:
    """It's written as the pages show it."""
    assert env_line("IT", "pa$$ #1\\2") == "IT='pa$$ #1\\2'\n"


@pytest.mark.parametrize(
    "line",
    [
        "IT='it\\'s'",
        "IT='back\\\\slash'",
        "IT=abc # comment",
        "IT='abc' # comment",
        "IT=back\\slash",
        'IT="tab\\t"',
        'IT="\\$HOME"',
        "IT='a'b",
        "export IT=abc",
        "IT= # none",
        "'IT'=abc",
    ],
)
def test_a_line_that_is_read_in_two_ways(line: str, tmp_path: Path) -> None:
    """It's known by its number."""
    text = f"# mine\n\nA='x'\n{line}\nZ='y'\n"

    assert read_by_us(text).get("IT") != read_by_systemd(text, tmp_path).get("IT")
    assert read_in_two_ways(text) == (4,)


@pytest.mark.parametrize(
    "text", ["", "\n", "IT=abc", "IT = abc \r\n", "IT=a'b c#d", "  # 'a word'\n", "IT=\n", "A='x'  \n"]
)
def test_other_lines(text: str, tmp_path: Path) -> None:
    """What both read alike is nobody's concern."""
    assert read_in_two_ways(text) == ()
    assert (read_by_us(text).get("IT") or "") == read_by_systemd(text, tmp_path).get("IT", "")
