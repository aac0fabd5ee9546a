"""
A program for `secrets`: prints what the keyring of the owner's desktop keeps under a service and a user name.

Run as a process of its own: the only home of keyring, which asks the desktop, loads what it finds installed, and may
wait for a person for ever. What kept it from an answer is its exit code.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

_NO_LIBRARY, _NO_KEYRING, _NOT_THERE, _LOCKED = 3, 4, 5, 6

WORDS: Mapping[int | None, tuple[str, str]] = {
    _NO_LIBRARY: (
        "the library keyring isn't installed",
        "Install it with Crickets: pipx inject crickets keyring, or pip install 'crickets[keyring]'.",
    ),
    _NO_KEYRING: (
        "there is no keyring on this machine that could be used",
        "`keyring --list-backends` shows those there are; on a server, use password_command or credential.",
    ),
    _NOT_THERE: (
        "the keyring has nothing under that name",
        "Put it there with: keyring set {service} {username}",
    ),
    _LOCKED: ("the keyring is locked, or refuses", "Unlock it, and try again."),
}
"""What each code means, and what to do about it."""


def main(arguments: Sequence[str]) -> int:
    """Print the secret, and nothing else."""
    service, username = arguments
    try:
        import keyring  # noqa: PLC0415 - loads all that is installed for it; and it may not be there
        from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415
    except ImportError:
        return _NO_LIBRARY
    try:
        secret = keyring.get_password(service, username)
    except NoKeyringError:
        return _NO_KEYRING
    except (KeyringError, RuntimeError, OSError):
        return _LOCKED
    if secret is None:
        return _NOT_THERE
    sys.stdout.buffer.write(secret.encode("utf-8", "surrogateescape") + b"\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
