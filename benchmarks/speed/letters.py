"""
A mail as its bytes, its header as long as real ones.

Knows RFC 5322 and what servers put in front; must not know where the mail lies.
"""

from __future__ import annotations

from base64 import b64encode
from random import Random
from time import gmtime, strftime

from benchmarks.speed.bodies import Bodies
from benchmarks.speed.conversations import Letter
from benchmarks.speed.people import OWNER, encoded

_PADDING = 1 << 16
_LINE = 70
_BY_A_PROGRAM = "User-Agent: Mozilla Thunderbird\r\nContent-Language: en-GB\r\n"
_FOLD = "\r\n "
_PLAIN = "text/plain; charset=utf-8; format=flowed"
_BOUNDARY = "=_made"
_MIXED = f'multipart/mixed; boundary="{_BOUNDARY}"'
_WITH_A_FILE = 0.05
_RAW_LETTERS = 0.01
"""How many subjects hold letters that no header may hold as they are (RFC 5322 §2.2), as some programs write them."""


class Writer:
    """Writes letters down; the same seed writes the same bytes."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._padding = b64encode(self._random.randbytes(_PADDING)).decode()
        self._bodies = Bodies(self._random)

    def written(self, letter: Letter) -> bytes:
        """The bytes of a letter, as a server gives them."""
        if not letter.is_sent:
            return f"{self._received(letter)}\r\n{self._body(letter)}\r\n".encode()
        mixed = self._random.random() < _WITH_A_FILE
        head = self._fields(letter, _MIXED if mixed else _PLAIN) + _BY_A_PROGRAM
        return f"{head}\r\n{_parts(self._body(letter)) if mixed else self._body(letter)}\r\n".encode()

    def _received(self, letter: Letter) -> str:
        """With what each server on the way put in front: three fields in four of its bytes."""
        domain, date = letter.sender.domain, _date(letter.at)
        hops = "".join(
            f"Received: from mx{n}.{domain} (mx{n}.{domain} [192.0.2.{n}])\r\n\tby in{n}.studio.example (Postfix)"
            f" with ESMTPS id {self._pad(11)}\r\n\tfor <{OWNER.address}>; {date}\r\n"
            for n in range(1, 4)
        )
        return (
            f"Return-Path: <{letter.sender.address}>\r\nDelivered-To: {OWNER.address}\r\n{hops}"
            f"Authentication-Results: in1.studio.example; dkim=pass header.d={domain};\r\n\tspf=pass"
            f" smtp.mailfrom={letter.sender.address}\r\n"
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=k1;\r\n"
            f"\th=from:to:subject:date:message-id:mime-version; bh={self._pad(44)};\r\n\tb={self._pad(344)}\r\n"
            f"X-Antispam-Report: {self._folded(self._random.randrange(300, 2_000))}\r\n"
            f"{self._fields(letter, _PLAIN)}{self._of_kind(letter)}"
        )

    def _fields(self, letter: Letter, content: str) -> str:
        answered, chain = letter.references, _FOLD.join(letter.references)
        return "".join(
            (
                f"Message-ID: {letter.own_id}\r\nDate: {_date(letter.at)}\r\n",
                f"From: {letter.sender.mailbox}\r\nTo: {letter.to.mailbox}\r\n",
                f"Cc: {letter.cc.mailbox}\r\n" if letter.cc else "",
                f"Subject: {self._subject(letter)}\r\nMIME-Version: 1.0\r\n",
                f"In-Reply-To: {answered[-1]}\r\nReferences: {chain}\r\n" if answered else "",
                f"Content-Type: {content}\r\n",
            )
        )

    def _subject(self, letter: Letter) -> str:
        text = letter.subject
        return text if text.isascii() or self._random.random() < _RAW_LETTERS else encoded(text)

    def _of_kind(self, letter: Letter) -> str:
        """What tells a machine's mail."""
        domain = letter.sender.domain
        match letter.kind:
            case "newsletter":
                unsubscribe = f"<https://news.{domain}/{self._pad(60)}>"
                return f"List-Id: <news.{domain}>\r\nList-Unsubscribe: {unsubscribe}\r\nPrecedence: bulk\r\n"
            case "notice":
                return "Auto-Submitted: auto-generated\r\nX-Mailer: Shop 3\r\n"
            case _:
                return ""

    def _body(self, letter: Letter) -> str:
        if letter.kind != "person":
            return self._bodies.long_text()
        other = letter.to.mailbox
        above = f"On {strftime('%d/%m/%Y, %H:%M', gmtime(letter.at))}, {other} wrote:" if letter.references else ""
        return self._bodies.body("Dana" if letter.is_sent else "Anna", above)

    def _pad(self, length: int) -> str:
        begin = self._random.randrange(len(self._padding) - length)
        return self._padding[begin : begin + length]

    def _folded(self, length: int) -> str:
        text = self._pad(length)
        return "\r\n\t".join(text[at : at + _LINE] for at in range(0, length, _LINE))


def _parts(text: str) -> str:
    """A text with a file beside it (RFC 2046 §5.1)."""
    file = 'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="notes.txt"\r\n\r\nNotes.'
    return f"--{_BOUNDARY}\r\nContent-Type: {_PLAIN}\r\n\r\n{text}\r\n--{_BOUNDARY}\r\n{file}\r\n--{_BOUNDARY}--"


def _date(at: int) -> str:
    return strftime("%a, %d %b %Y %H:%M:%S +0000", gmtime(at))
