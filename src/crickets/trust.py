"""
What makes a line to a server private: whose certificates are believed, and which addresses are this very machine's.

Knows `ssl`, and addresses; must not know what is said over a line.
"""

from __future__ import annotations

import ssl
from ipaddress import ip_address
from pathlib import Path

from crickets.errors import ConfigError


def verifying(ca_file: Path | None, *, key: str = "tls_ca_file") -> ssl.SSLContext:
    """
    A new context that believes the system's authorities, or those of a file alone; no TLS before 1.2 (RFC 8996).

    Raises `ConfigError` about the config's `key` where no certificates can be read from the file.
    """
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # of which ssl.SSLError is one
        why = getattr(error, "reason", "") or error.strerror
        raise ConfigError(
            (f"{key}: no certificates could be read from {ca_file}: {why}",),
            remedy="Give a file of certificates in PEM form.",
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def is_this_machine(address: str) -> bool:
    """Whether an IP address, as a socket tells it, is this very machine's; an IPv4 one may come dressed as IPv6."""
    found = ip_address(address.partition("%")[0])
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback
