"""
Words of the config, each parsed or refused by itself: names, codes, choices, patterns.

Every parser gives the value, or raises `ValueError` with the words that tell what is wrong with it.
"""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Callable
from enum import Enum
from ipaddress import ip_address
from typing import TypeVar
from urllib.parse import urlsplit

from crickets.config.expressions import expression
from crickets.config.problems import hint, one_of

LANGUAGES = ("en", "it", "pl", "is", "de", "fr", "es", "nl", "pt", "sv")
"""The languages that there are texts in (ISO 639-1)."""

DIGEST_LANGUAGES = ("en", "it", "pl", "is", "de", "fr", "es")
"""Those that the digest is written in."""

_LONGEST = 1000
_LONGEST_GREETING = 100
_LABEL = r"(?!-)[\w-]{1,63}(?<!-)"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TENANT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,200}")
_PORT = re.compile(r"[0-9]{1,5}")
_LAST_PORT = 65535
_REGION = re.compile(r"[A-Z]{2}")
_PHONE = re.compile(r"[+(]?[0-9][0-9 ()./-]{3,40}(?:\s*(?:x|ext\.?)\s*[0-9]{1,8})?")

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=Enum)


def of_text(parse: Callable[[str], Value]) -> Callable[[object], Value]:
    """The same parser for a value that may turn out to be no string."""

    def parsed(value: object) -> Value:
        if not isinstance(value, str):
            raise ValueError("must be a string")  # noqa: TRY004 - it's the owner's mistake, and told as one
        return parse(value)

    return parsed


def line(text: str) -> str:
    """A text without line breaks and other control characters: it may become part of a header or of a command."""
    if len(text) > _LONGEST:
        raise ValueError(f"is longer than {_LONGEST} characters")
    if any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} for c in text):
        raise ValueError("must be one line, without control characters")
    return text


def words(text: str) -> str:
    """A line that says something."""
    if not text.strip():
        raise ValueError("must not be empty")
    return line(text)


def choice(kind: type[Choice]) -> Callable[[str], Choice]:
    """A parser for the values of an enum."""

    def chosen(text: str) -> Choice:
        known = [member.value for member in kind]
        if text not in known:
            raise ValueError(f"must be {one_of(known)}")
        return kind(text)

    return chosen


def language(text: str) -> str:
    """One of the languages that there are texts in."""
    if text not in LANGUAGES:
        raise ValueError(f"is not a language there are texts in{hint(text, LANGUAGES)}")
    return text


def digest_language(text: str) -> str:
    """One of the languages that the digest is written in."""
    if text not in DIGEST_LANGUAGES:
        raise ValueError(f"is not a language that the digest is written in{hint(text, DIGEST_LANGUAGES)}")
    return text


def region(text: str) -> str:
    """A country as the phone book of the world names it (ISO 3166-1 alpha-2), or nothing."""
    if text and not _REGION.fullmatch(text):
        raise ValueError('must be a country of two capital letters, such as "IT"')
    return text


def phone(text: str) -> str:
    """A telephone number as people write it."""
    if not _PHONE.fullmatch(line(text)):
        raise ValueError('must be a telephone number, such as "+39 06 1234567"')
    return text


def greeting(text: str) -> str:
    """The line that a letter begins with."""
    if len(words(text)) > _LONGEST_GREETING:
        raise ValueError(f'must be the line that a letter begins with, such as "Ciao Marco,": {_LONGEST_GREETING} '
                         "characters at most")  # fmt: skip
    return text.strip()


def host(text: str) -> str:
    """A host's name (RFC 1123 §2.1, with the underscores of container networks) or its IP address."""
    if not is_ip(text) and not (len(text) < 254 and _HOST.fullmatch(text)):
        raise ValueError("must be a bare host name or IP address, such as imap.example.org")
    return text


def is_ip(text: str) -> bool:
    """Whether it's an IP address of either kind."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_loopback(text: str) -> bool:
    """Whether a host can only be this machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3)."""
    name = text.casefold().removesuffix(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    return is_ip(name) and ip_address(name).is_loopback


def calendar_url(text: str) -> str:
    """The address of a collection on a CalDAV server, by TLS or on this machine; what opens it stands elsewhere."""
    return _web_address(text, "must be the address of a task list, such as https://cal.example.org/dana/tasks/")


def sign_in_url(text: str) -> str:
    """An address of an authorisation server, by TLS or on this machine."""
    return _web_address(text, "must be an address to sign in at, such as https://login.example.org/oauth2/token")


def healthcheck_url(text: str) -> str:
    """An address that is asked for to say that all is well, by TLS or on this machine; it may have a query."""
    otherwise = "must be an address to be asked for, such as https://checks.example.org/ping/your-own-id"
    if not text.isascii():
        raise ValueError(otherwise)
    return _web_address(text, otherwise, query=True)


def own_port(text: str) -> tuple[str, int]:
    """An IP address of this machine alone, and a port."""
    host, _, port = line(text).rpartition(":")
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    if not is_ip(bare) or (":" in bare) != (bare != host) or not _PORT.fullmatch(port) or int(port) > _LAST_PORT:
        raise ValueError('must be an address and a port of this machine, such as "127.0.0.1:9469"')
    if not is_loopback(bare):
        raise ValueError(
            "must be an address of this machine alone (127.0.0.1 or [::1]): nobody is asked for a password"
        )
    return bare, int(port)


def _web_address(text: str, otherwise: str, *, query: bool = False) -> str:
    try:
        parts = urlsplit(line(text))
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    asks = bool(parts.query) and not query
    if parts.scheme not in {"https", "http"} or not host or asks or parts.fragment or " " in text:
        raise ValueError(otherwise)
    if parts.username is not None or parts.password is not None:
        raise ValueError("must not have a name or a password in it: they have keys of their own")
    if parts.scheme == "http" and not is_loopback(host):
        raise ValueError("must begin with https://, as http:// is for this machine only: localhost, 127.0.0.1 or ::1")
    return text


def variable(text: str) -> str:
    """The name of an environment variable (POSIX XBD §8.1)."""
    if not _VARIABLE.fullmatch(line(text)):
        raise ValueError("must be the name of an environment variable, not the secret itself")
    return text


def file_name(text: str) -> str:
    """A file's name that leads to no other folder."""
    if "/" in words(text) or text in {".", ".."}:
        raise ValueError("must be a plain name, without a folder")
    return text


def command(value: object) -> tuple[str, ...]:
    """A program and its arguments: a list, or a string split as a shell would, with nothing expanded in it."""
    argv = _split(value) if isinstance(value, str) else value
    if not isinstance(argv, list) or not all(isinstance(part, str) for part in argv):
        raise ValueError("must be a string or a list of strings")
    if not argv or not argv[0].strip():
        raise ValueError("must name a program")
    return tuple(line(part) for part in argv)


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        raise ValueError("has a quote that isn't closed, or a backslash at its end") from None


def address(text: str) -> str:
    """A pattern of addresses: one of them, or with ``*`` for anything."""
    if not text.strip() or "@" not in line(text) or any(c.isspace() or c in "<>," for c in text):
        raise ValueError('must be an address, or a pattern such as "*@client.example"')
    return text


def whole_address(text: str) -> str:
    """One address, no pattern."""
    if "*" in address(text):
        raise ValueError('must be one whole address, such as "dana@studio.example"')
    return text


def own_address(text: str) -> str:
    """A pattern that can't fit everybody: whose mail would be one's own."""
    if not any(c.isalnum() for c in address(text).rpartition("@")[2]):
        raise ValueError("must name its domain: all mail of the world would be yours")
    return text


def listed(value: object) -> object:
    """A list of what may stand alone, in which case it's the only one."""
    return [value] if isinstance(value, str) else value


def addresses(value: object) -> tuple[str, ...]:
    """One pattern, or a list of them."""
    patterns = [value] if isinstance(value, str) else value
    if not isinstance(patterns, list) or not patterns or not all(isinstance(p, str) for p in patterns):
        raise ValueError("must be an address, or a list of them")
    return tuple(address(pattern) for pattern in patterns)


def one_or_more(value: object) -> tuple[str, ...]:
    """One text, or a list of them."""
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise ValueError("must be a string, or a list of them")
    return tuple(words(text) for text in texts)


def regex(text: str) -> re.Pattern[str]:
    """A regular expression of Python's `re` that comes to an end."""
    return expression(line(text))


def keyring_entry(text: str) -> tuple[str, str]:
    """A service and a user name, as a keyring keeps a secret under; the service may have slashes in it."""
    service, slash, username = words(text).rpartition("/")
    if not slash or not service.strip() or not username.strip():
        raise ValueError('must be a service and a user name, such as "crickets/dana@studio.example"')
    return service, username


def visible(text: str) -> str:
    """What may be the name of a client (RFC 6749 §A.1), or what is asked for: visible characters of ASCII."""
    if not text.strip() or not line(text).isascii():
        raise ValueError("must be letters, digits and signs of ASCII")
    return text


def tenant(text: str) -> str:
    """An organisation at Microsoft by its domain or its number; or common, organizations, consumers."""
    if not _TENANT.fullmatch(text):
        raise ValueError('must be "common", "organizations", "consumers", or your organisation\'s domain or number')
    return text
