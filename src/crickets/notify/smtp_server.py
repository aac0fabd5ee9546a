"""
Where mail is handed over, and what opens it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Tls(Enum):
    """How the connection is made private (RFC 8314 §3)."""

    IMPLICIT = "implicit"
    STARTTLS = "starttls"
    NONE = "none"  # on loopback only: a relay or a bridge on this machine


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """Where mail is handed over, and what opens it; without a `username` nobody logs in."""

    host: str
    port: int
    tls: Tls = Tls.IMPLICIT
    username: str = ""
    secret: str = field(default="", repr=False)
    tls_ca_file: Path | None = None
