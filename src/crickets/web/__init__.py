"""
Requests to one web server, bounded in time and in what they take in: the only home of urllib3.

Knows HTTP and TLS; must not know what is asked for.
"""

from __future__ import annotations

from crickets.web.asking import PATIENCE, Answer, Asking
from crickets.web.site import Site

__all__ = ["PATIENCE", "Answer", "Asking", "Site"]
