"""
The file in which an account's grant is kept: `tokens/NAME.json` in the state folder, for its owner's eyes.

Beside it lies an empty file that is locked by whoever changes it: a refresh token may be good for one use alone, so two
processes must not use the same.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from crickets.errors import LedgerUnusable, Transient
from crickets.signin.folder import Folder, opened, told_of
from crickets.signin.grant import Grant

_FOLDER = "tokens"
_VERSION = 1
_LOCK_PATIENCE = timedelta(seconds=45)
"""Longer than whoever has the lock may take to renew a token."""

_A_MOMENT = 0.05
_LONGEST_NAME = 100
_TEXT = re.compile(r"[\x20-\x7e]*")
_WORDS = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{0,500}")
Save = Callable[[Grant], None]


class TokenFile:
    """One account's file; each call opens it anew, as others may have changed it."""

    def __init__(self, state: Path, account: str) -> None:
        self._state = state
        self._account = account
        self._name = _file_name(account)

    @property
    def path(self) -> Path:
        """Where it is, or would be."""
        return self._state / _FOLDER / f"{self._name}.json"

    def read(self) -> Grant | None:
        """The grant, or None before the first; `LedgerUnusable` for a file that can't be believed."""
        with opened(self._state, _FOLDER, make=False) as folder:
            content = None if folder is None else folder.read(f"{self._name}.json")
        return None if content is None else self._grant(content)

    @contextmanager
    def changing(self) -> Iterator[Save]:
        """What keeps a grant in place of the one before; nobody else does so meanwhile, and there is room for it."""
        with self._locked() as folder, folder.replacing(f"{self._name}.json") as file:
            yield lambda grant: file.write(self._content(grant))

    def remove(self) -> bool:
        """Forget the grant; False if there was none."""
        with self._locked() as folder:
            return folder.remove(f"{self._name}.json")

    @contextmanager
    def _locked(self) -> Iterator[Folder]:
        with opened(self._state, _FOLDER, make=True) as folder:
            assert folder is not None  # it was made
            handle = folder.opened_to_lock(f"{self._name}.lock")
            try:
                _lock(handle, self.path.with_suffix(".lock"), self._account)
                yield folder
            finally:
                os.close(handle)  # which lets go of the lock

    def _content(self, grant: Grant) -> bytes:
        told = {
            "version": _VERSION,
            "account": self._account,
            "provider": grant.provider,
            "client_id": grant.client_id,
            "token_url": grant.token_url,
            "signed_in_at": grant.signed_in_at.isoformat(),
            "expires_at": grant.expires_at.isoformat(),
            "access_token": grant.access_token,
            "refresh_token": grant.refresh_token,
            "gone": grant.gone,
            "ends_at": "" if grant.ends_at is None else grant.ends_at.isoformat(),
        }
        return json.dumps(told, indent=1).encode() + b"\n"

    def _grant(self, content: bytes) -> Grant:
        try:
            return self._believed(json.loads(content))
        except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
            # Without the cause: its words may quote a token.
            raise LedgerUnusable(
                f"{self.path} is not as Crickets writes it.", remedy="Move it away and sign in anew."
            ) from None

    def _believed(self, told: object) -> Grant:
        if not isinstance(told, dict) or (told["version"], told["account"]) != (_VERSION, self._account):
            raise ValueError("another version's, or another account's")
        return Grant(
            provider=_text(told, "provider"),
            client_id=_text(told, "client_id"),
            token_url=_text(told, "token_url"),
            signed_in_at=_moment(told, "signed_in_at"),
            expires_at=_moment(told, "expires_at"),
            access_token=_text(told, "access_token"),
            refresh_token=_text(told, "refresh_token"),
            gone=_text(told, "gone", _WORDS),
            ends_at=_moment(told, "ends_at") if told.get("ends_at") else None,  # unknown to the first versions
        )


def _lock(handle: int, path: Path, account: str) -> None:
    until = monotonic() + _LOCK_PATIENCE.total_seconds()
    while not _is_locked(handle, path):
        if monotonic() > until:
            what = f"another Crickets has had the tokens of {account} for too long"
            raise Transient(what, remedy="Try again; end it if it hangs.")
        sleep(_A_MOMENT)


def _is_locked(handle: int, path: Path) -> bool:
    """Whether the lock is ours now; `LedgerUnusable` on a file system that has none."""
    with told_of(path):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _file_name(account: str) -> str:
    """A plain file's name for an account, whatever the owner called it."""
    name = quote(account, safe="@ ")
    if len(name) > _LONGEST_NAME:
        return sha256(account.encode()).hexdigest()
    return f"%2E{name[1:]}" if name.startswith(".") else name


def _text(told: Mapping[str, object], key: str, fit: re.Pattern[str] = _TEXT) -> str:
    value = told[key]
    if not isinstance(value, str) or not fit.fullmatch(value):
        raise TypeError(key)
    return value


def _moment(told: Mapping[str, object], key: str) -> datetime:
    value = datetime.fromisoformat(_text(told, key))
    if value.utcoffset() is None:
        raise ValueError(key)
    return value
