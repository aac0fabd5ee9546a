"""Figures as Prometheus reads them; read by the library's own parser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from prometheus_client.parser import text_string_to_metric_families

from crickets.health.exposition import text_of
from crickets.health.figures import AccountFigures, Figures

NOW = datetime(2026, 11, 21, 7, 33, tzinfo=UTC)
WORK = AccountFigures(
    name="work",
    passes={"good": 3, "failed": 1},
    pass_seconds=2.5,
    last_good_at=datetime(2026, 11, 21, 7, 30, tzinfo=UTC),
    evidence_age=timedelta(minutes=3),
    connections={"mail": 1},
    drafts={"laid": 2},
    drafts_waiting=1,
    threads={"waiting": 4, "held": 2},
    held={"away": 2},
    your_turn=5,
)


def figures(*accounts: AccountFigures) -> Figures:
    """These accounts, and a problem."""
    return Figures(as_of=NOW, version="1.2.3", python="3.11.9", problems=1, accounts=accounts)


def samples(page: bytes) -> dict[str, float]:
    """Every sample of ours by its name and labels, as `name{account=work}`."""
    return {
        sample.name + "".join(f"{{{name}={value}}}" for name, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(page.decode())
        for sample in family.samples
        if sample.name.startswith("crickets_")
    }


def test_one_account() -> None:
    """Each figure has its name, which is kept."""
    assert samples(text_of(figures(WORK))) == {
        "crickets_build_info{python=3.11.9}{version=1.2.3}": 1,
        "crickets_passes_total{account=work}{result=good}": 3,
        "crickets_passes_total{account=work}{result=failed}": 1,
        "crickets_pass_seconds_count{account=work}": 4,
        "crickets_pass_seconds_sum{account=work}": 2.5,
        "crickets_imap_connections_total{account=work}{line=mail}": 1,
        "crickets_drafts_total{account=work}{deed=laid}": 2,
        "crickets_drafts_waiting{account=work}": 1,
        "crickets_threads{account=work}{state=waiting}": 4,
        "crickets_threads{account=work}{state=held}": 2,
        "crickets_threads_held{account=work}{reason=away}": 2,
        "crickets_last_good_pass_timestamp_seconds{account=work}": 1_795_246_200,
        "crickets_evidence_age_seconds{account=work}": 180,
        "crickets_your_turn{account=work}": 5,
        "crickets_problems": 1,
    }


def test_an_account_that_was_never_read() -> None:
    """What isn't known isn't told, rather than told as nothing."""
    told = samples(text_of(figures(AccountFigures(name="new"))))

    assert "crickets_evidence_age_seconds{account=new}" not in told
    assert "crickets_last_good_pass_timestamp_seconds{account=new}" not in told
    assert told["crickets_pass_seconds_count{account=new}"] == 0


def test_a_name_of_any_signs() -> None:
    """An account may be called by whatever its owner likes."""
    name = 'Dana\'s "böx" \\ at\twork'

    assert f"crickets_your_turn{{account={name}}}" in samples(text_of(figures(AccountFigures(name=name))))


def test_the_process() -> None:
    """What it takes of the machine is told by the names that dashboards know."""
    assert b"\nprocess_resident_memory_bytes " in text_of(figures())
    assert b"\nprocess_open_fds " in text_of(figures())
