"""What lies beside the config: files that others may read, and the owner's own templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from crickets.config.load import load
from crickets.config.privacy import lets_others_in
from crickets.config.problems import REMEDY
from crickets.domain.notice import NOTICE_NAMES
from crickets.errors import ConfigError
from tests.config.builders import TEMPLATES, WORK, a_file, problems_of, settings_of

OWN_STEP = '[plans.mine]\nsteps = [{ after = "5 days", template = "mine" }]\n'


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o602])
def test_an_env_file_that_others_may_read(tmp_path: Path, mode: int) -> None:
    """A warning says how to mend it."""
    env = tmp_path / ".env"
    env.touch()
    env.chmod(mode)

    assert settings_of(a_file(tmp_path)).warnings == (
        f"{env} can be read by others on this machine; mend it with: chmod 600 {env}",
    )


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_an_env_file_of_ones_own(tmp_path: Path, mode: int) -> None:
    """There is nothing to warn of."""
    (tmp_path / ".env").touch()
    (tmp_path / ".env").chmod(mode)

    assert settings_of(a_file(tmp_path)).warnings == ()


def test_a_secret_file_that_others_may_read(tmp_path: Path) -> None:
    """… and the same for a password_file; one that two accounts share is told once."""
    secret = tmp_path / "secret"
    secret.touch()
    secret.chmod(0o644)
    work = WORK.replace("password_env", "password_file").replace("WORK_IMAP_PASSWORD", "secret")

    settings = settings_of(a_file(tmp_path, work=work + work.replace("work", "home")))

    assert settings.warnings == (f"{secret} can be read by others on this machine; mend it with: chmod 600 {secret}",)


def test_the_secret_file_of_a_task_list(tmp_path: Path) -> None:
    """… and of a task list."""
    secret = tmp_path / "secret"
    secret.touch()
    secret.chmod(0o644)
    tasks = '[tasks]\ncaldav_url = "https://a.example/"\nusername = "dana"\npassword_file = "secret"\n'

    [warning] = settings_of(a_file(tmp_path, tasks)).warnings

    assert warning.startswith(f"{secret} can be read by others")


def test_an_address_in_a_config_that_others_may_read(tmp_path: Path) -> None:
    """It's pointed out, and not told, where it had better be kept; one's own config, or the `.env`, keeps it well."""
    config = a_file(tmp_path, '[health]\nhealthcheck_url = "https://checks.example/s3cret"\n')
    config.chmod(0o644)

    [warning] = settings_of(config).warnings

    assert warning.startswith(f"{config}: health.healthcheck_url: others on this machine can read it")
    assert "s3cret" not in warning
    config.chmod(0o600)
    assert settings_of(config).warnings == ()
    config.write_text(
        config.read_text()
        .replace("healthcheck_url", "healthcheck_url_env")
        .replace('"https://checks.example/s3cret"', '"URL"')
    )
    config.chmod(0o644)
    assert settings_of(config).warnings == ()


def test_the_secret_file_of_a_client(tmp_path: Path) -> None:
    """… and of what a provider gave with a client_id; a token command has no file."""
    secret = tmp_path / "secret"
    secret.touch()
    secret.chmod(0o644)
    google = '[oauth.google]\nclient_id = "a"\nclient_secret_file = "secret"\n'
    signing_in = WORK.replace('password_env = "WORK_IMAP_PASSWORD"', 'oauth = "google"')
    by_token = signing_in.replace("work", "home").replace('oauth = "google"', 'token_command = "true"')

    [warning] = settings_of(a_file(tmp_path, google, work=signing_in + by_token)).warnings

    assert warning.startswith(f"{secret} can be read by others")


@pytest.mark.parametrize(
    ("mode", "ours", "exposed"),
    [
        (0o600, True, False),
        (0o640, True, True),
        (0o640, False, False),
        (0o660, False, False),
        (0o644, False, True),
        (0o602, False, True),
    ],
)
def test_a_file_of_roots(mode: int, *, ours: bool, exposed: bool) -> None:
    """The group of a file that is another user's may read it: the service does so by it."""
    assert lets_others_in(mode, ours=ours) is exposed


def _templates(folder: Path, texts: dict[str, bytes]) -> None:
    for name, text in texts.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def test_own_templates(tmp_path: Path) -> None:
    """They are read by name and language, and plans may call them."""
    _templates(tmp_path, {"mine.j2": b"Hello", "it/mine.j2": "Così".encode(), "it/voice.toml": b"", "notes": b""})

    settings = settings_of(a_file(tmp_path, OWN_STEP))

    assert settings.own_templates == {"mine": "Hello", "it/mine": "Così"}
    assert settings.policy.plans["mine"].steps[0].template == "mine"


def test_a_template_in_one_language(tmp_path: Path) -> None:
    """Its name is known all the same."""
    _templates(tmp_path, {"it/mine.j2": b"Ciao"})

    assert settings_of(a_file(tmp_path, OWN_STEP)).own_templates == {"it/mine": "Ciao"}


def test_a_folder_of_no_language(tmp_path: Path) -> None:
    """It's passed over, and said to be."""
    _templates(tmp_path, {"sw/mine.j2": b"", "old/mine.j2": b""})

    settings = settings_of(a_file(tmp_path))

    assert settings.own_templates == {}
    assert settings.warnings == (
        (
            f"{tmp_path}/templates/old: is passed over, as it is not named after a language; "
            "known: en, it, pl, is, de, fr, es, nl, pt, sv"
        ),
        (
            f"{tmp_path}/templates/sw: is passed over, as it is not named after a language; "
            "known: en, it, pl, is, de, fr, es, nl, pt, sv"
        ),
    )


def test_templates_that_can_not_be_read(tmp_path: Path) -> None:
    """Each is told, after the problems of the config itself."""
    _templates(tmp_path, {"big.j2": b"x" * (64 * 1024 + 1), "it/latin.j2": b"Cos\xec", "fine.j2": b""})

    with pytest.raises(ConfigError) as caught:
        settings_of(a_file(tmp_path, "[trakc]"))

    assert str(caught.value) == (
        f"{tmp_path}/config.toml: trakc: is not a known key; did you mean track?\n"
        f"{tmp_path}/templates/big.j2: is larger than 64 KiB, too large for a template\n"
        f"{tmp_path}/templates/it/latin.j2: is not UTF-8\n"
        f"{REMEDY}"
    )


def test_templates_that_nothing_asks_for(tmp_path: Path) -> None:
    """Each is told of, with what was perhaps meant; what takes a built-in one's place is not."""
    _templates(tmp_path, {"check-inn.j2": b"", "it/zzz.j2": b"", "mine.j2": b"", "it/check-in.j2": b""})

    assert settings_of(a_file(tmp_path, OWN_STEP)).warnings == (
        f"{tmp_path}/templates/check-inn.j2: no step asks for it; did you mean check-in?",
        f"{tmp_path}/templates/it/zzz.j2: no step asks for it",
    )


def test_mistakes_of_config_and_templates(tmp_path: Path) -> None:
    """They are told together, whoever knows of them."""
    _templates(tmp_path, {"mine.j2": b"{{ cleint }}"})

    with pytest.raises(ConfigError) as caught:
        load(a_file(tmp_path, "[trakc]"), {}, templates=TEMPLATES, faults=_wrong)

    assert [problem.rpartition("/")[2] for problem in caught.value.problems] == [
        "config.toml: trakc: is not a known key; did you mean track?",
        "wrong: {{ cleint }}",
    ]
    assert "may be moved away instead" in str(caught.value)


def _wrong(texts: Mapping[str, str], _notices: frozenset[str]) -> tuple[str, ...]:
    return (f"wrong: {texts['mine']}",)


@pytest.mark.parametrize(
    ("steps", "notices"),
    [
        ('[{ overdue = "3 days", template = "mine" }, { overdue = "9 days", do = "call" }]', {"mine"}),
        ('[{ overdue = "3 days", template = "mine" }, { after = "3 days", template = "mine" }]', set()),
        ('[{ overdue = "3 days", template = "check-in" }]', set()),
        ('[{ after = "3 days", template = "mine" }, { overdue = "3 days" }, 7]', set()),
    ],
)
def test_templates_about_invoices(tmp_path: Path, steps: str, notices: set[str]) -> None:
    """Beside the built-in ones, what only steps that count from an invoice ask for: a mail may have none."""
    told: list[frozenset[str]] = []
    _templates(tmp_path, {"mine.j2": b"{{ invoice.number }}"})

    def noted(_: Mapping[str, str], names: frozenset[str]) -> tuple[str, ...]:
        told.append(names)
        return ("stop here",)

    with pytest.raises(ConfigError):
        load(a_file(tmp_path, f"[plans.late]\nsteps = {steps}\n"), {}, templates=TEMPLATES, faults=noted)

    assert told == [NOTICE_NAMES | notices]


def test_a_template_that_breaks_off(tmp_path: Path) -> None:
    """The system's reason is told."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/mine.j2").symlink_to("/proc/self/mem")

    assert problems_of(a_file(tmp_path)) == (f"{tmp_path}/templates/mine.j2: can't be read: Input/output error",)


def test_too_many_templates(tmp_path: Path) -> None:
    """Nobody writes so many; the folder must be another's."""
    _templates(tmp_path, {f"{n}.j2": b"" for n in range(201)})

    assert problems_of(a_file(tmp_path)) == (f"{tmp_path}/templates: holds more than 200 templates",)


def test_templates_that_are_a_file(tmp_path: Path) -> None:
    """There are no own templates in it."""
    (tmp_path / "templates").touch()

    assert settings_of(a_file(tmp_path)).own_templates == {}
