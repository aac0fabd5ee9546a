"""
An address as it stands between angle brackets: ASCII, or refused.

Knows RFC 5322 §3.4.1 and RFC 5890's A-labels; must not know display names or folding.
"""

from __future__ import annotations

import re

from crickets.domain.labels import a_label

_LOCAL = re.compile(r"""[\w.!#$%&'*+/=?^`{|}~-]+ | "(?:[ !#-\[\]-~]|\\[ -~])*" """, re.ASCII | re.VERBOSE)
"""Dots at any place: mailers in Japan gave out ``name.@`` and ``a..b@`` for years. Else a quoted string."""

_LABELS = re.compile(r"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})*")
_LITERAL = re.compile(r"\[[!-Z^-~]{1,100}\]")
_LONGEST = 320
"""64 octets, an ``@`` and 255 octets (RFC 5321 §4.5.3.1)."""


def addr_spec(email: str) -> str:
    """
    The address in ASCII, its domain in A-labels where it isn't.

    Raises `ValueError` where it can't stand in a header: no ``@``, blanks or controls, more than 320
    characters, or a local part beyond ASCII, which only SMTPUTF8 (RFC 6531) carries and a draft can't ask
    for.
    """
    local, _, domain = email.strip().rpartition("@")
    if not local.isascii():
        raise ValueError(f"the local part of {email!a} is not ASCII: no ordinary mail can be addressed to it")
    ascii_domain = a_labels(domain)
    if not _LOCAL.fullmatch(local) or len(local) + len(ascii_domain) + 1 > _LONGEST:
        raise ValueError(f"{email[:_LONGEST]!a} is not an address that can stand in a header")
    return f"{local}@{ascii_domain}"


def a_labels(domain: str) -> str:
    """The domain as DNS knows it; raises `ValueError` if it can't be one."""
    labels = ".".join(map(a_label, domain.split(".")))
    if not (_LABELS.fullmatch(labels) and len(labels) <= 255) and not _LITERAL.fullmatch(domain):
        raise ValueError(f"{domain[:_LONGEST]!a} is not a domain")
    return labels
