"""
The one look at the process's environment; everybody else is handed what it gives.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType


def environment() -> Mapping[str, str]:
    """The environment variables as they are now; a copy that nobody can change."""
    return MappingProxyType(dict(os.environ))
