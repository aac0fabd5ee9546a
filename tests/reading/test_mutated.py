"""
A hundred thousand mails that something broke on the way: each is read, none ends the reading of the others.

Seeded: a shard reads the same mails on every run, and a failure names its seed and the octets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest

from crickets.domain.letter import Letter
from crickets.domain.message import Kind, Role
from crickets.reading import Reading, letter_of, message_of, reading_of
from crickets.reading.voice.phones import phones_in
from crickets.reading.voice.signed_names import name_signed
from tests.reading.build import raw
from tests.reading.seeds import SEEDS

_SHARDS = 40
_MAILS = 2_500
_LONGEST = 6_000

_NUMBER = re.compile(r"[+(]?[\d /().\u2010-\u2013-]{6,}")
"""Of what a telephone number is written, on one line."""

_CHARSETS = (b"utf-7", b"utf-16", b"iso-2022-jp", b"hz", b"utf-8", b"us-ascii", b"koi8-r", b"idna", b"x\0y", b"")
_ENCODINGS = (b"base64", b"quoted-printable", b"8bit", b"x-uuencode", b"")
_SCRAPS = (
    *(
        b"\0",
        b"\r",
        b"\n\n",
        b"\r\n\r\n",
        b"\r\n ",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"=?utf-8?b?",
        b"?=",
        b"--",
        b"--b1\r\n",
    ),
    *(
        b"> ",
        b"-- \r\n",
        b"<div>",
        b"</",
        b"<!--",
        b"&#xd800;",
        b"On 1 Jan 2026, a@b.example wrote:\n",
        b"+2AA-",
        b'"',
        b"(",
    ),
    *(b"\r\nMessage-ID: <x@y>\r\n", b"\r\nDate: \r\n", b"\r\nContent-Type: multipart/mixed; boundary=b1\r\n", b"=\r\n"),
    *(b"From: a\nSent: b\nTo: c\nSubject: d\n", b"\r\nAuto-Submitted: no\r\n", b"Action: delayed\r\n", b"\xe2\x80\xae"),
)


def _flipped(mail: bytes, chance: Random) -> bytes:
    """Some octets are others."""
    broken = bytearray(mail)
    for _ in range(chance.randint(1, 12)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _cut(mail: bytes, chance: Random) -> bytes:
    """A stretch of it is gone, mostly the end."""
    start = chance.randrange(len(mail))
    return mail[:start] + (mail[chance.randrange(start, len(mail)) :] if chance.random() < 0.4 else b"")


def _spliced(mail: bytes, chance: Random) -> bytes:
    """Its end is another mail's."""
    other = chance.choice(SEEDS)
    return mail[: chance.randrange(len(mail))] + other[chance.randrange(len(other)) :]


def _stuffed(mail: bytes, chance: Random) -> bytes:
    """A scrap stands in it, once or often."""
    at = chance.randrange(len(mail))
    return mail[:at] + chance.choice(_SCRAPS) * chance.choice((1, 1, 1, 2, 9)) + mail[at:]


def _doubled(mail: bytes, chance: Random) -> bytes:
    """A line stands twice, at another place."""
    lines = mail.split(b"\r\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"\r\n".join(lines)


def _shuffled(mail: bytes, chance: Random) -> bytes:
    """Two lines have changed places."""
    lines = mail.split(b"\r\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\r\n".join(lines)


def _rebounded(mail: bytes, chance: Random) -> bytes:
    """Boundaries are mistaken for each other."""
    names = (b"b1", b"b2", b"b3", b"b4")
    return mail.replace(chance.choice(names), chance.choice((*names, b"", b'b"', b"b1 ")), chance.randint(1, 3))


def _relabelled(mail: bytes, chance: Random) -> bytes:
    """It's in another charset or encoding than it says."""
    label = b"charset=" + chance.choice(_CHARSETS)
    encoding = b"Content-Transfer-Encoding: " + chance.choice(_ENCODINGS) + b"\r\n"
    return encoding * chance.randrange(2) + mail.replace(b"charset=utf-8", label).replace(b"charset=us-ascii", label)


_MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flipped,
    _cut,
    _spliced,
    _stuffed,
    _doubled,
    _shuffled,
    _rebounded,
    _relabelled,
)


def _mutated(chance: Random) -> bytes:
    """A seed, changed once to four times."""
    mail = chance.choice(SEEDS)
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        mail = chance.choice(_MUTATIONS)(mail or b"\0", chance)[:_LONGEST]
    return mail


@pytest.mark.parametrize("shard", range(_SHARDS))
def test_a_mutated_mail(shard: int) -> None:
    """It has facts, and every text among them can be stored and shown."""
    chance = Random(f"crickets {shard}")  # noqa: S311 - nothing here is secret
    for number in range(_MAILS):
        octets = _mutated(chance)
        try:
            _assert_read(octets, whole=number % 3 == 0)
        except Exception as err:
            raise AssertionError(f"shard {shard}, mail {number}: {octets!r}") from err


def _assert_read(octets: bytes, *, whole: bool) -> None:
    """Facts come of it: by one way as the daemon reads headers and bodies apart, by the other as `classify` does."""
    if whole:
        reading: Reading = reading_of(octets)
        assert isinstance(reading.kind, Kind)
        assert repr(reading).encode("utf-8")
        _assert_letter(reading.letter)
    else:
        message = message_of(raw(octets), role=Role.INBOX)
        assert message.id
        assert repr(message).encode("utf-8")
        _assert_letter(letter_of(octets))


def _assert_letter(letter: Letter) -> None:
    """A letter whose parts are no longer than its whole, and what is made of them."""
    assert repr(letter).encode("utf-8")
    assert len(letter.text) <= len(letter.whole) + 1
    assert all(_NUMBER.fullmatch(number) for number in phones_in(letter.signature, letter.text, "IT"))
    assert "\n" not in name_signed(letter)
