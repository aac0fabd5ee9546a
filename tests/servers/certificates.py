"""Certificates for loopback servers, from an authority made up on the spot.

Knows trustme and files; which server uses them is not its concern.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import trustme

LOOPBACK_NAMES = ("localhost", "127.0.0.1")
ANOTHER_HOST = ("mail.elsewhere.example",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Three PEM files: who signed, what is shown, and the key to it."""

    ca: Path
    chain: Path
    key: Path


def certificate_for(names: tuple[str, ...], folder: Path) -> Certificate:
    """A certificate for these host names or addresses, its files in `folder`."""
    authority = trustme.CA()
    issued = authority.issue_cert(*names)
    made = Certificate(ca=folder / "ca.pem", chain=folder / "chain.pem", key=folder / "key.pem")
    authority.cert_pem.write_to_path(made.ca)
    issued.private_key_pem.write_to_path(made.key)
    for pem in issued.cert_chain_pems:
        pem.write_to_path(made.chain, append=True)
    return made
