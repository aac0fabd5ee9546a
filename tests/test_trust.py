"""Which addresses are this very machine's; which certificates are believed, the rooms that speak TLS try."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from crickets.errors import ConfigError
from crickets.trust import is_this_machine, verifying


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.2"])
def test_this_machine(address: str) -> None:
    """By its own kind of address it's told, whatever the name was."""
    assert is_this_machine(address)


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.1", "::ffff:192.0.2.1", "fe80::1%eth0", "2001:db8::1"])
def test_another_machine(address: str) -> None:
    """Whatever a name leads to there, nothing is said in the clear."""
    assert not is_this_machine(address)


def test_what_is_demanded() -> None:
    """A certificate for the name, and no old TLS."""
    context = verifying(None)

    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_a_file_without_certificates(tmp_path: Path) -> None:
    """It's the config's mistake, told by its key."""
    none = tmp_path / "none.pem"
    none.write_text("hello")

    with pytest.raises(ConfigError, match=r"smtp\.tls_ca_file: no certificates could be read from"):
        verifying(none, key="smtp.tls_ca_file")
