"""
An IMAP server in this process, on loopback, whose mail lives in memory: pymap, and its only home.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import socket
import threading
from collections.abc import Coroutine, Iterator
from typing import TypeVar

from pymap.backend.dict import Config, DictBackend, Identity, Login
from pymap.imap import IMAPService
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

HOST = "127.0.0.1"
FOLDERS = ("Sent", "Drafts", "Trash", "Archive")

_PATIENCE = 10.0
_T = TypeVar("_T")


class _QuietConfig(Config):
    """pymap's own, but for a greeting that looks no host name up."""

    @property
    def greeting(self) -> bytes:
        return b"A sample mailbox"


@contextlib.contextmanager
def serving(user: str, password: str) -> Iterator[int]:
    """A server with one user and their folders, for as long as the context lasts; gives its port."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="demo-server", daemon=True)
    thread.start()
    closing = contextlib.AsyncExitStack()
    port = _free_port()
    try:
        _run(loop, _start(closing, port, user, password))
        yield port
    finally:
        _run(loop, _end(closing))
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_PATIENCE)
        loop.close()


def _run(loop: asyncio.AbstractEventLoop, work: Coroutine[object, object, _T]) -> _T:
    return asyncio.run_coroutine_threadsafe(work, loop).result(_PATIENCE)


async def _start(closing: contextlib.AsyncExitStack, port: int, user: str, password: str) -> None:
    config = _config(port)
    login = Login(config)
    config.apply_context()
    await IMAPService(DictBackend(login, config), config).start(closing)
    identity = Identity(user, login, None, frozenset())
    await identity.set(UserMetadata(config, user, password=password))
    async with identity.new_session() as session:
        for folder in FOLDERS:
            await session.mailbox_set.add_mailbox(folder)


async def _end(closing: contextlib.AsyncExitStack) -> None:
    await closing.aclose()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _config(port: int) -> Config:
    """What pymap's command line would make of a plain listener on loopback."""
    told = {"host": HOST, "port": port, "demo_user": "", "demo_password": ""}
    unsaid = dict.fromkeys(("cert", "key", "passlib_cfg", "proxy_protocol", "inherited_sockets"))
    off = dict.fromkeys(("debug", "tls", "demo_data"), False)
    arguments = argparse.Namespace(**told, **unsaid, **off)
    return _QuietConfig.from_args(arguments, hash_context=Cleartext(), invalid_user_sleep=0.0)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
