"""
Domains beyond ASCII as DNS and the headers of mail know them (RFC 5890): ``xn--bcher-kva`` is ``bücher``.
"""

from __future__ import annotations

import unicodedata

_LONGEST = 320
"""Characters of an address that are told."""


def a_label(label: str) -> str:
    """
    One label of a domain in ASCII; raises `ValueError` if it can't be one.

    Not the `idna` codec of the standard library: IDNA 2003 makes ``fass.de`` of ``faß.de``, another's domain
    (RFC 5894 §7.2). A label of IDNA 2008 is its lower-case form in Punycode.
    """
    if label.isascii():
        return label
    lowered = unicodedata.normalize("NFKC", label).lower()
    if lowered.isascii() or not all(c == "-" or unicodedata.category(c)[0] in "LMN" for c in lowered):
        raise ValueError(f"{label[:_LONGEST]!a} is not a label of a domain")
    return f"xn--{lowered.encode('punycode').decode('ascii')}"


def spelled(address: str) -> str:
    """
    An address, or a pattern of some, with its domain as headers bear it, so that both ways to write one are the same.

    What is ASCII stays as it is: nothing that is spelled ``xn--…`` becomes another's name. So does what is no label.
    """
    if address.isascii():
        return address
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{'.'.join(map(_if_it_can, domain.split('.')))}"


def _if_it_can(label: str) -> str:
    try:
        return a_label(label)
    except ValueError:
        return label
