"""
Which files that hold secrets can be read by others on this machine, and how to mend it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from crickets.config.places import env_file
from crickets.config.settings import HealthcheckUrl, SecretFile, SecretSource


def exposed(config: Path, secrets: Iterable[SecretSource]) -> Iterator[str]:
    """A warning for each file with secrets that others than its owner may read."""
    files = (source.path for source in secrets if isinstance(source, SecretFile))
    for path in dict.fromkeys((env_file(config), *files)):
        if _is_exposed(path):
            yield f"{path} can be read by others on this machine; mend it with: chmod 600 {path}"


def exposed_address(config: Path, healthcheck: HealthcheckUrl | None) -> Iterator[str]:
    """A warning, where whoever reads the config learns the address that is as good as a password."""
    if healthcheck is not None and isinstance(healthcheck.url, str) and _is_exposed(config):
        yield (
            f"{config}: health.healthcheck_url: others on this machine can read it and pretend that all is well; "
            f"put it into {env_file(config)}, and its name into healthcheck_url_env"
        )


def _is_exposed(path: Path) -> bool:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(state.st_mode) and lets_others_in(state.st_mode, ours=state.st_uid == os.getuid())


def lets_others_in(mode: int, *, ours: bool) -> bool:
    """
    Whether a file's mode lets others read or change it.

    Its group may, where the file is another user's (root's, by custom): that is how a service is let in.
    """
    return bool(mode & (stat.S_IRWXO | (stat.S_IRWXG if ours else 0)))
