"""Whom connections trust, and what they have in common."""

from __future__ import annotations

import os
from pathlib import Path

import trustme

from crickets.mailbox.certificates import nameless, trusting


def an_authority(file: Path) -> Path:
    """A file with a certificate of an authority, another one each time."""
    trustme.CA().cert_pem.write_to_path(file)
    return file


def test_many_lines_to_one_server(tmp_path: Path) -> None:
    """All share one context: each would take a megabyte. Those that trust others have one of their own."""
    one, other = an_authority(tmp_path / "one.pem"), an_authority(tmp_path / "other.pem")

    assert trusting(one) is trusting(one)
    assert trusting(one) is not trusting(other)
    assert trusting(None) is trusting(None)


def test_a_certificate_that_is_replaced(tmp_path: Path) -> None:
    """The next line goes by the new one, without a restart."""
    file = an_authority(tmp_path / "ca.pem")
    before = trusting(file)
    an_authority(file)
    os.utime(file, ns=(0, 0))

    after = trusting(file)

    assert after.get_ca_certs() != before.get_ca_certs()
    assert len(after.get_ca_certs()) == 1


def test_a_name_that_is_looked_up(tmp_path: Path) -> None:
    """Whoever asks for any name's certificate makes nobody else less strict."""
    file = an_authority(tmp_path / "ca.pem")

    lenient = nameless(trusting(file), file)

    assert not lenient.check_hostname
    assert trusting(file).check_hostname
