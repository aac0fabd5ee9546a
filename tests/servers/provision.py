"""Makes the tests' servers ready on this machine, as far as it may: `python -m tests.servers.provision`.

Installs Debian's Dovecot where it is missing and we are root, or may become root without a password; unpacks Cyrus and
Courier into the cache. Installs what judges the units, systemd and strace, as it does Dovecot. Prints a line for each.
Ends well whatever is missing, but not on CI.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping

from tests.servers import courier, cyrus
from tests.servers.dovecot import dovecot_program
from tests.servers.home import is_root
from tests.servers.packages import first_error, unpacked
from tests.servers.server import Unavailable

_INSTALL_WITHIN = 600
# Installed, but not started, nor at the next boot: the tests start their own, and nobody asked for a mail server.
_QUIET = ("env", "DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1", "RUNLEVEL=1")


def provide_dovecot() -> None:
    """Dovecot is installed; raises Unavailable where we may not install it, or apt cannot."""
    try:
        dovecot_program()
    except Unavailable:
        as_root = _as_root("dovecot", "dovecot-imapd")
        _install("dovecot", "dovecot-imapd", as_root)
        _run("dovecot", (*as_root, *_QUIET, "update-rc.d", "dovecot", "disable"))
        dovecot_program()


def provide_cyrus() -> None:
    """Cyrus is in the cache."""
    unpacked(cyrus.PACKAGES)


def provide_courier() -> None:
    """Courier is in the cache."""
    unpacked(courier.PACKAGES)


def provide_systemd() -> None:
    """systemd-analyze is installed, which judges the units; nothing is started by it."""
    _provide("systemd", "systemd-analyze")


def provide_strace() -> None:
    """What records the calls of the daemon is installed."""
    _provide("strace", "strace")


RECIPES: Mapping[str, Callable[[], None]] = {
    "dovecot": provide_dovecot,
    "cyrus": provide_cyrus,
    "courier": provide_courier,
    "systemd": provide_systemd,
    "strace": provide_strace,
}


def provision(recipes: Mapping[str, Callable[[], None]], say: Callable[[str], None]) -> bool:
    """Whether every server is ready; what became of each is said in a line."""
    missing = 0
    for name, provide in recipes.items():
        try:
            provide()
        except Unavailable as why:
            missing += 1
            say(f"{name}: skipped: {' '.join(str(why).removeprefix(f'{name}: ').split())}")
        else:
            say(f"{name}: ready")
    return not missing


def on_ci(environment: Mapping[str, str]) -> bool:
    """Whether a missing server is a failure."""
    return environment.get("CI", "").lower() in {"1", "true", "yes"}


def main() -> int:
    """Exit code: 1 when something is missing on CI, else 0."""
    ready = provision(RECIPES, print)
    return 0 if ready or not on_ci(os.environ) else 1


def _provide(package: str, program: str) -> None:
    if shutil.which(program) is None:
        _install(package, package, _as_root(package, package))
    if shutil.which(program) is None:
        raise Unavailable(package, f"{program} is not there, though the package is installed")


def _as_root(name: str, package: str) -> tuple[str, ...]:
    """The words before a command that make it root's."""
    if not shutil.which("apt-get"):
        raise Unavailable(name, f"it is not installed, and there is no apt-get to install {package}")
    if is_root():
        return ()
    if shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode:
        return ("sudo", "-n")
    raise Unavailable(name, f"it is not installed, and only root may install {package}")


def _install(name: str, package: str, as_root: tuple[str, ...]) -> None:
    install = (*as_root, *_QUIET, "apt-get", "install", "-qq", "--no-install-recommends", package)
    done = _run(name, install)
    if done.returncode:  # perhaps apt's lists are old, or there are none
        _run(name, (*as_root, *_QUIET, "apt-get", "update", "-qq"))
        done = _run(name, install)
    if done.returncode:
        raise Unavailable(name, f"apt-get could not install {package}: {first_error(done.stderr)}")


def _run(name: str, command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=_INSTALL_WITHIN)
    except subprocess.TimeoutExpired as late:
        raise Unavailable(name, f"apt-get did not end within {_INSTALL_WITHIN} s") from late


if __name__ == "__main__":
    sys.exit(main())
