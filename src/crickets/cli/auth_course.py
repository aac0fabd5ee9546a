"""
The course of a sign-in: what the owner is told to do, and the waiting for it.

Nothing is kept before the server has given a token.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from secrets import randbelow
from time import sleep

from crickets.cli.safe import plain
from crickets.cli.screen import note
from crickets.cli.words import count
from crickets.config.settings import Account
from crickets.service.sign_in import SignIns
from crickets.signin import (
    Grant,
    Listener,
    NotSignedIn,
    NotTheAnswer,
    Question,
    Registration,
    begun,
    code_in,
    entered,
    exchanged,
    question,
)

_TRIES = 3
_LONGEST = 20_000
_PORTS = range(49152, 65535)  # RFC 6335 §6: nobody's


def sign_in(sign_ins: SignIns, account: Account, *, paste: bool, browser: bool | None) -> None:
    """Have the owner sign in, and keep what they are given."""
    wallet = sign_ins.wallet(account)
    registration = wallet.registration
    registration.client_secret()  # one that is lacking is told of before the owner goes anywhere
    if registration.device_url and not paste and browser is not True:
        grant = _by_code(registration, sign_ins)
    else:
        grant = _by_browser(registration, sign_ins, account, paste=paste, browser=browser)
    wallet.keep(grant)
    if not grant.can_be_renewed:
        note("The server gave no refresh token: you will have to sign in again when this one ends.", style="yellow")


def _by_code(registration: Registration, sign_ins: SignIns) -> Grant:
    code = begun(registration)
    note(f"Open {plain(code.address)} in a browser, on any machine, and enter the code {plain(code.user_code)}")
    note(f"It's good for {count(round(code.lasts.total_seconds() / 60), 'minute')}. Waiting …", style="dim")
    return entered(registration, code, clock=sign_ins.clock, wait=sleep)


def _by_browser(
    registration: Registration, sign_ins: SignIns, account: Account, *, paste: bool, browser: bool | None
) -> Grant:
    if paste:
        asked = question(registration, _PORTS[randbelow(len(_PORTS))], hint=account.username)
        code = _pasted(asked, registration)
    else:
        with Listener() as listener:
            asked = question(registration, listener.port, hint=account.username)
            _show(asked, browser, sign_ins.environment)
            code = listener.code(asked, registration)
    return exchanged(registration, asked, code, sign_ins.clock())


def _show(asked: Question, browser: bool | None, environment: Mapping[str, str]) -> None:
    note(f"Open this address in a browser on this machine:\n\n{asked.url}\n")
    note("Your browser is elsewhere? Ctrl-C, and once more with --paste. Waiting …", style="dim")
    if browser or (browser is None and _has_a_screen(environment)):
        _open(asked.url)


def _open(address: str) -> None:
    """By a process of its own: some browsers are waited for until they are closed, and Chrome talks on stdout."""
    with suppress(OSError):  # the address is shown in any case
        subprocess.Popen((sys.executable, "-P", "-m", "webbrowser", address), stdout=sys.stderr)  # noqa: S603


def _has_a_screen(environment: Mapping[str, str]) -> bool:
    """Whether a browser would have a window; else one for terminals may take this very one."""
    return sys.platform == "darwin" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _pasted(asked: Question, registration: Registration) -> str:
    note(f"Open this address in a browser, on any machine:\n\n{asked.url}\n")
    note(
        f"When you have agreed, the browser goes to {asked.redirect_uri}/… and says that it can't reach it. That's as "
        "it should be: copy the whole of that address from its address bar, and paste it here:"
    )
    for _ in range(_TRIES):
        pasted = sys.stdin.buffer.readline(_LONGEST).decode("utf-8", "replace")  # whatever it is, it's the owner's slip
        if not pasted:
            break
        with suppress(NotTheAnswer):
            return code_in(pasted, asked, registration)
        note("That's not the address that this question leads to. Once more:", style="red")
    raise NotSignedIn(registration.account, "no address was pasted that answers the question")
