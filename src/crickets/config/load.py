"""
From the file to the settings, in two looks: each key by itself, then the keys together.

Whoever runs Crickets sees every problem at once; nothing is half loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from crickets.config import places
from crickets.config.build import accounts_of, digest_of, health_of, language_of, policy_of, tasks_of
from crickets.config.own_templates import OwnTemplates, own_templates
from crickets.config.privacy import exposed, exposed_address
from crickets.config.problems import MEND_TEMPLATES, MOST, REMEDY, config_error
from crickets.config.sense import Known, notices_in, senseless
from crickets.config.settings import Account, DigestWish, OAuthClient, SecretSource, Settings, TaskServer, TokenCommand
from crickets.config.shape import ConfigTable
from crickets.config.shaped import shaped
from crickets.config.source import toml_at
from crickets.domain.policy import Policy

Faults = Callable[[Mapping[str, str], frozenset[str]], tuple[str, ...]]
"""What is wrong with the owner's own templates, by those who know what a template may say, and a notice besides."""


def load(
    path: Path | None,
    environment: Mapping[str, str],
    *,
    templates: Collection[str],
    faults: Faults = lambda _texts, _notices: (),
) -> Settings:
    """
    The settings of a config file; without a path, of the one that is found where configs lie.

    `templates` are the names of the built-in ones. Raises `ConfigError` with all problems: the file's in its order,
    then those of the templates beside it.
    """
    path = places.find(path, environment)
    table = toml_at(path)
    own = own_templates(path)
    read = shaped(table)
    known = Known.of(table, {*templates, *own.names}, lambda text: places.resolved(text, path, environment))
    problems = [*(() if isinstance(read, ConfigTable) else read), *islice(senseless(table, known), MOST)]
    notices = notices_in(table)
    faulty = faults(own.texts, notices)
    if problems or own.problems or faulty or not isinstance(read, ConfigTable):
        others = (*own.problems, *faulty)
        raise config_error(path, table, problems, others, remedy=MEND_TEMPLATES if faulty else REMEDY)
    settings = replace(_settings(path, read, own, environment), notices=notices)
    unused = own.unused(settings.policy.plans.values(), templates)
    settings = replace(settings, warnings=(*settings.warnings, *unused))
    return replace(settings, policy=replace(settings.policy, edition=_edition(table, settings.policy)))


def _edition(table: Mapping[str, object], policy: Policy) -> str:
    """What tells these rules from those of another config, or of another zone."""
    rules = f"{policy.calendar.zone.key} {table!r}"
    return sha256(rules.encode("utf-8", "surrogatepass")).hexdigest()


def _settings(path: Path, read: ConfigTable, own: OwnTemplates, environment: Mapping[str, str]) -> Settings:
    accounts, tasks = accounts_of(read, path, environment), tasks_of(read, path, environment)
    digest = digest_of(read, path, environment)
    health = health_of(read, path, environment)
    return Settings(
        path=path,
        policy=policy_of(read),
        accounts=accounts,
        tasks=tasks,
        digest=digest,
        language=language_of(read),
        health=health,
        own_templates=own.texts,
        warnings=(
            *exposed(path, _secrets(accounts, tasks, digest)),
            *exposed_address(path, health.healthcheck),
            *own.warnings,
        ),
    )


def _secrets(
    accounts: tuple[Account, ...], tasks: TaskServer | None, digest: DigestWish | None
) -> Iterator[SecretSource]:
    """Every place where a secret of the owner's is kept."""
    for way in (account.secret for account in accounts):
        if isinstance(way, OAuthClient):
            if way.secret is not None:
                yield way.secret
        elif not isinstance(way, TokenCommand):
            yield way
    if tasks is not None:
        yield tasks.secret
    if digest is not None and digest.server is not None and digest.server.secret is not None:
        yield digest.server.secret
