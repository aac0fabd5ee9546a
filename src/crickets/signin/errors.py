"""What only signing in can meet; the families are those of `crickets.errors`."""

from __future__ import annotations

from shlex import quote

from crickets.errors import LoginRefused


class NotSignedIn(LoginRefused):
    """
    There is no grant for an account, or none any more: only its owner can give one.

    `otherwise` is in which other way they may try it, where the one that they took may be why.
    """

    def __init__(self, account: str, why: str, *, answer: str = "", otherwise: str = "") -> None:
        remedy = f"Run `crickets auth login {quote(account)}`. {otherwise}".rstrip()
        super().__init__(why, answer=answer, remedy=remedy)
        self.otherwise = otherwise


class Declined(Exception):
    """The authorisation server said no (RFC 6749 §5.2): its code for why, and its words, in which no secret stands."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(f"{code}: {words}" if words else code)
        self.code = code
