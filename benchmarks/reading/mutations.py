"""
Mail spoiled in the ways in which mail is spoiled, and in some in which only malice spoils it.

Each mutation is a pure function of bytes and chance; the same seed gives the same mail.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

_LONGEST = 200_000
"""Above it a mail grows no more: growth upon growth would measure memory alone."""

_BYTES = b"\x00\r\n\t \"'<>()[]{}=?:;,.@\\/\x1b\x7f\x80\xa0\xc3\xe2\xf0\xff-_>"
_WORDS = (
    b"=?utf-8?q?=ff=fe?=",
    b"=?utf-7?q?+AGEAYg-?=",
    b"=?x-unknown?b?////?=",
    b"\r\n\r\n",
    b"\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
    b"\r\nContent-Transfer-Encoding: base64\r\n",
    b"\r\nSubject: =?utf-8?b?4pyT?= =?utf-8?b?4pyT?=\r\n",
    b"until 31.02.2026",
    b"99999999999999999999-99-99",
    b"<!-- <div <blockquote",
    b"\xe2\x80\x8b\xef\xbb\xbf",
    b"On Mon wrote:\r\n",
)
_NAMES = (b"From", b"To", b"Subject", b"References", b"Date", b"Content-Type", b"X-Long", b"Message-ID")

Mutation = Callable[[bytes, Sequence[bytes], Random], bytes]


def mutated(seeds: Sequence[bytes], chance: Random) -> bytes:
    """One of the mails, changed by one to four mutations."""
    mail = chance.choice(seeds)
    for _ in range(chance.randint(1, 4)):
        mail = chance.choices(_MUTATIONS, _WEIGHTS)[0](mail, seeds, chance)[:_LONGEST]
    return mail


def _flipped(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """Some bytes changed to what parsers stumble over, or to anything."""
    changed = bytearray(mail)
    for _ in range(chance.randint(1, 20) if mail else 0):
        changed[_place(mail, chance) % len(mail)] = (
            chance.choice(_BYTES) if chance.random() < 0.7 else chance.randrange(256)
        )
    return bytes(changed)


def _cut(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """A stretch taken out, or the end: a connection that broke."""
    begin = _place(mail, chance)
    return mail[:begin] + (mail[begin + chance.randrange(200) :] if chance.random() < 0.5 else b"")


def _spliced(mail: bytes, seeds: Sequence[bytes], chance: Random) -> bytes:
    """The beginning of one mail and the end of another."""
    other = chance.choice(seeds)
    return mail[: _place(mail, chance)] + other[_place(other, chance) :]


def _inserted(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    at = _place(mail, chance)
    return mail[:at] + chance.choice(_WORDS) * chance.choice((1, 1, 1, 2, 50)) + mail[at:]


def _doubled(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """A line of the header once more, or the whole header."""
    lines = mail.split(b"\n", 200)
    at = chance.randrange(len(lines))
    again = lines[at : at + 1] * chance.choice((1, 1, 3, 100)) if chance.random() < 0.9 else lines
    return b"\n".join([*lines[:at], *again, *lines[at:]])


def _hugely_headed(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """A header field of great length, of one kind of thing."""
    unit = chance.choice((b"a", b" ", b"<a@b.example> ", b'"', b"(", b"\\", b"a@b.example, ", b"=?", b"\r\n ", b";x=y"))
    size = chance.choice((1_000, 10_000, 100_000))
    return chance.choice(_NAMES) + b": " + unit * (size // len(unit)) + b"\r\n" + mail


def _deep(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """The mail as the innermost of many parts."""
    depth = chance.choice((3, 30, 300, 1_000))
    same = chance.random() < 0.3
    wrap = chance.choice((b"multipart/mixed", b"multipart/alternative", b"message/rfc822"))
    outside = b"".join(
        b"Content-Type: %s; boundary=%s\r\n\r\n--%s\r\n"
        % (wrap, b"x%d" % (0 if same else n), b"x%d" % (0 if same else n))
        for n in range(depth)
    )
    return b"From: a@b.example\r\n" + outside + mail


def _recoded(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """The same bytes under a false word on how they are to be read."""
    charset = chance.choice(
        (b"utf-16", b"utf-7", b"iso-2022-jp", b"x-none", b"us-ascii", b"hz", b"idna", b"rot13", b"zlib")
    )
    coding = chance.choice((b"base64", b"quoted-printable", b"x-uuencode", b"8bit", b"binary", b"junk"))
    return b"Content-Type: text/plain; charset=%s\r\nContent-Transfer-Encoding: %s\r\n" % (charset, coding) + mail


def _repeated(mail: bytes, _seeds: Sequence[bytes], chance: Random) -> bytes:
    """A stretch of it many times."""
    at = _place(mail, chance)
    stretch = mail[at : at + chance.choice((1, 5, 80))]
    return mail[:at] + stretch * chance.choice((10, 1_000, 20_000)) + mail[at:]


def _place(mail: bytes, chance: Random) -> int:
    """Anywhere, the beginning more often: that is where most is decided."""
    return chance.randrange(min(len(mail), 2_000) + 1 if chance.random() < 0.6 else len(mail) + 1)


_MUTATIONS: tuple[Mutation, ...] = (
    _flipped,
    _cut,
    _spliced,
    _inserted,
    _doubled,
    _recoded,
    _hugely_headed,
    _deep,
    _repeated,
)
_WEIGHTS = (30, 14, 14, 16, 10, 8, 2, 1, 2)
