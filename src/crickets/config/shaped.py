"""
The first look at the file: every key by itself, and what pydantic says of it in our own words.

A value that may be a secret, or stand where one is often put by mistake, is never said again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from crickets.config.problems import MOST, Place, Problem, got, hint
from crickets.config.shape import ConfigTable, keys_of, table_at

SECRET_KEYS = ("password_env", "password_file", "password_command", "password_keyring", "credential")
"""Every way to say where a secret is; the secret of a client has its own names for the same."""

SIGN_IN_KEYS = ("oauth", "token_command")
"""The ways to come into an account by OAuth 2.0."""

CLIENT_SECRET_KEYS = tuple(f"client_secret_{way}" for way in ("env", "file", "command", "keyring", "credential"))

HEALTHCHECK_KEYS = ("healthcheck_url", "healthcheck_url_env")
"""The ways to say what is asked for when all is well."""

_WORDS: Mapping[str, str] = {
    "value_error": "{error}",
    "missing": "is missing",
    "too_short": "must not be empty",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "string_type": "must be a string",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "date_type": "must be a date, such as 2026-12-24",
    "list_type": "must be a list",
    "dict_type": "must be a table",
    "model_type": "must be a table",
}
_WORDS_OF: Mapping[tuple[Place, str], str] = {
    (("me",), "missing"): "the table [me] is missing",
    (("accounts",), "missing"): "there must be at least one, such as [accounts.work]",
    (("accounts",), "too_short"): "there must be at least one, such as [accounts.work]",
    (("clients",), "list_type"): "must be a list: write [[clients]]",
    (("rules",), "list_type"): "must be a list: write [[rules]]",
}
_SILENT = frozenset({"missing", "too_short"})
_PRIVATE = ("pass", "secret", "credential", "oauth", "token", "pwd", "healthcheck")
_A_NAME = "[key]"
"""How pydantic marks that it speaks of a key, not of the value below it."""


def shaped(table: Mapping[str, object]) -> ConfigTable | tuple[Problem, ...]:
    """The file with every value parsed, or all keys and values that are wrong by themselves."""
    try:
        return ConfigTable.model_validate(table)
    except ValidationError as error:
        return tuple(map(_problem, error.errors(include_url=False)[:MOST]))


def _problem(slip: ErrorDetails) -> Problem:
    place = slip["loc"]
    if slip["type"] == "extra_forbidden":
        return Problem(place=place, what=_unknown(place))
    if place[-1] == _A_NAME and slip["type"] == "value_error":
        return Problem(place=place[:-1], what=f"its name {_said(slip)}")
    return Problem(place=place, what=_said(slip) + ("" if _is_silent(slip) else got(slip["input"])))


def _unknown(place: Place) -> str:
    key, known = str(place[-1]), keys_of(table_at(place[:-1]))
    if key in {"password", "client_secret"} and f"{key}_env" in known:
        return f"is not kept in this file; did you mean {key}_env, with the name of the variable that holds it?"
    return f"is not a known key{hint(key, known)}"


def _said(slip: ErrorDetails) -> str:
    kind = slip["type"]
    words = _WORDS_OF.get((slip["loc"], kind)) or _WORDS.get(kind)
    if kind == "date_type" and _is_quoted_date(slip["input"]):
        return f"{words}, without the quotes"
    return words.format(**slip.get("ctx", {})) if words else slip["msg"]


def _is_quoted_date(value: object) -> bool:
    """Whether a string says a date: in TOML it's one only without quotes."""
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_silent(slip: ErrorDetails) -> bool:
    """Whether what stands there is nothing, or had better not be said."""
    return slip["type"] in _SILENT or any(map(_is_private, slip["loc"])) or _is_url(slip)


def _is_private(part: str | int) -> bool:
    """Whether a key, known or not, is one for secrets."""
    return any(word in str(part).casefold() for word in _PRIVATE)


def _is_url(slip: ErrorDetails) -> bool:
    """Whether it's a URL, or one stands in place of a host's name: it may have a password in it."""
    return slip["loc"][-1] in {"host", "caldav_url"} and isinstance(slip["input"], str) and "@" in slip["input"]
