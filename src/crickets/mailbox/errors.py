"""What only a mailbox can meet; the families are those of `crickets.errors`."""

from __future__ import annotations

from crickets.errors import ExitCode, Refused


class UntrustedServer(Refused):
    """
    The server could not prove to be the one that was asked for, so nothing was said to it.

    Trying again does not help: the owner must look at the certificate, or at `host`, `port`, `tls` and `tls_ca_file`
    in the config.
    """

    exit_code = ExitCode.CONFIG


class UnknownAuthority(UntrustedServer):
    """Whoever vouches for the server is unknown to this machine: of a server of their own, the owner can name them."""
