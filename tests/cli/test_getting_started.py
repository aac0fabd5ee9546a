"""docs/getting-started.md: what it says of providers is what `init` knows of them."""

from __future__ import annotations

import tomllib

from crickets.config.load import load
from crickets.setup.providers import Way
from crickets.writing import TEMPLATE_NAMES
from tests.cli.home import Home
from tests.setup.provider_tables import PAGE, page, ways_in

TEXT = PAGE.read_text("utf-8")


def test_the_tables() -> None:
    """They are as they'd be made now; else: python -m tests.setup.provider_tables."""
    assert page(TEXT) == TEXT


def test_each_kind_of_provider() -> None:
    """It has a table of its own, once."""
    assert sorted(way.value for way in ways_in(TEXT)) == sorted(way.value for way in Way)


def test_the_second_mailbox(home: Home) -> None:
    """The lines that are to be added to a config load, together with the first mailbox's."""
    (block,) = [part.split("```")[0] for part in TEXT.split("```toml\n")[1:] if "[accounts.shop]" in part]
    home.config.write_text(home.config.read_text() + "\n" + block)

    settings = load(home.config, {}, templates=TEMPLATE_NAMES)

    assert tomllib.loads(block)["accounts"].keys() == {"shop"}
    assert [account.name for account in settings.accounts] == ["work", "shop"]


def test_without_a_terminal(home: Home) -> None:
    """The command that is told needs no more options: it fails for its server alone."""
    home.config.unlink()
    (home.folder / ".env").unlink()
    (block,) = [part.split("```")[0] for part in TEXT.split("```sh\n")[1:] if "--password-stdin" in part]
    options = block.split("crickets init", 1)[1].split("<", 1)[0].replace("\\\n", " ").split('"')
    words = [word for n, part in enumerate(options) for word in ([part] if n % 2 else part.split())]

    told = home("init", *words, "--host", "127.0.0.1", "--port", "1", stdin="secret\n")

    assert told.code == 75, told.err
