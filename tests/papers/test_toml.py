"""Every block of TOML and JSON on the pages: it loads, with what a config must have around it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.settings import Settings
from crickets.domain.plans import BUILT_IN
from crickets.writing import TEMPLATE_NAMES, Shelf
from tests.config.builders import ME, NO_ENVIRONMENT, WORK, a_file
from tests.papers.pages import Block, blocks

OAUTH = '[oauth.{name}]\nclient_id = "an-id"\n'
TOML = blocks("toml")
COOKBOOK = [block for block in TOML if block.page == "docs/plans-cookbook.md"]


def settings_with(block: Block, folder: Path) -> Settings:
    """The settings of a block, with an owner, an account and a registration where it names none of its own."""
    told = tomllib.loads(block.text)
    account = told.get("accounts", {}).get("work", {})
    head = account and not account.keys() & {"host"}
    text = (
        block.text.replace("[accounts.work]\n", '[accounts.work]\nhost = "imap.example.org"\n') if head else block.text
    )
    needs = {each.get("oauth") for each in told.get("accounts", {}).values()} - {None} - told.get("oauth", {}).keys()
    text += "".join(OAUTH.format(name=name) for name in sorted(needs))
    me, work = ("" if "me" in told else ME), ("" if "accounts" in told else WORK)
    if not block.text.startswith("["):  # keys of the account itself, in place of its password
        work = re.sub(r"password_env = .*\n", "", work)
    return load(a_file(folder, text, me=me, work=work), NO_ENVIRONMENT, templates=TEMPLATE_NAMES)


@pytest.mark.parametrize("block", TOML, ids=str)
def test_a_block_of_toml(block: Block, tmp_path: Path) -> None:
    """It's a config, or a part of one."""
    assert settings_with(block, tmp_path).accounts


@pytest.mark.parametrize("block", COOKBOOK, ids=str)
def test_a_recipe(block: Block, tmp_path: Path) -> None:
    """It says something, and every plan in it is used: by a client, by a rule, or in place of a built-in one."""
    policy = settings_with(block, tmp_path).policy
    picked = {each.plan for each in policy.clients} | {each.plan for each in policy.rules}
    told = tomllib.loads(block.text)

    assert told
    assert told.get("plans", {}).keys() <= picked | BUILT_IN.keys()


def test_the_cookbook() -> None:
    """It has ten recipes."""
    assert len(COOKBOOK) == 10


@pytest.mark.parametrize("block", blocks("jinja"), ids=str)
def test_a_block_of_a_template(block: Block, tmp_path: Path) -> None:
    """It's a text that a step of one's own may ask for."""
    own = tmp_path / "templates"
    own.mkdir()
    (own / "material.j2").write_text(block.text, "utf-8")
    plan = '[plans.project]\nsteps = [{ after = "5 days", template = "material" }]\n'
    config = a_file(tmp_path, plan, me=ME, work=WORK)

    assert Shelf(load(config, NO_ENVIRONMENT, templates=TEMPLATE_NAMES).own_templates).problems() == ()


def test_the_blocks_of_json() -> None:
    """Each is a document."""
    assert all(json.loads(block.text) for block in blocks("json"))
