"""The sign-ins that root made by `init`, handed over to the machine's unit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from crickets.cli.handing_over import with_sign_ins
from crickets.config.places import state_dir
from crickets.signin import TokenFile
from tests.cli.home import Home
from tests.signin.builders import a_grant

SIGNED_IN = """
[accounts.shop]
host = "outlook.office365.com"
username = "shop@studio.example"
oauth = "microsoft"

[oauth.microsoft]
client_id = "11111111-2222-3333-4444-555555555555"
"""


@pytest.mark.parametrize("code", [0, 75])
def test_whose_they_are(home: Home, tmp_path: Path, code: int) -> None:
    """The unit's before it's installed, and root's no more; if that fails, they're root's as before."""
    home.configure(more=SIGNED_IN)
    around = {"XDG_STATE_HOME": str(tmp_path / "roots")}
    units, roots, grant = TokenFile(tmp_path / "units", "shop"), TokenFile(state_dir(around), "shop"), a_grant()
    with roots.changing() as keep:
        keep(grant)
    seen = []

    def run(arguments: Sequence[str]) -> int:
        seen.append((*arguments, units.read(), roots.read()))
        return code

    assert with_sign_ins(home.config, around, tmp_path / "units", run)(("service", "install")) == code
    assert seen == [("service", "install", grant, None)]
    assert (units.read(), roots.read()) == ((grant, None) if code == 0 else (None, grant))


def test_one_folder_for_both(home: Home, tmp_path: Path) -> None:
    """What lies where the unit looks already stays there, by whichever name."""
    home.configure(more=SIGNED_IN)
    (tmp_path / "link").symlink_to(tmp_path / "units")
    units, grant = TokenFile(tmp_path / "units", "shop"), a_grant()
    with units.changing() as keep:
        keep(grant)

    around = {"STATE_DIRECTORY": str(tmp_path / "link")}
    assert with_sign_ins(home.config, around, tmp_path / "units", lambda _: 0)(()) == 0
    assert units.read() == grant


def test_a_folder_that_can_not_be_used(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It's told, what was signed in stays, and the service is installed all the same."""
    home.configure(more=SIGNED_IN)
    around = {"STATE_DIRECTORY": str(tmp_path / "roots")}
    with TokenFile(tmp_path / "roots", "shop").changing() as keep:
        keep(a_grant())
    (tmp_path / "units").write_text("in its place")

    assert with_sign_ins(home.config, around, tmp_path / "units", lambda _: 3)(()) == 3
    assert "can't be used" in capsys.readouterr().err
    assert TokenFile(tmp_path / "roots", "shop").read() == a_grant()
