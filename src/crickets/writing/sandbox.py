"""
Templates filled with facts, and nothing else done.

Knows Jinja2, of which it allows the little that a letter needs: names, if, set, comparisons and a few
filters. No call, no attribute, no loop, no other file: so no template can run code or grow without end. Facts
are values, never templates: braces in a subject stay braces. Must not know which templates there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from crickets.errors import ConfigError

VARIABLES = ("asked_on", "client", "days", "formal", "me", "subject")
"""Every fact that a template may name."""

FILTERS = ("capitalize", "default", "int", "length", "lower", "replace", "round", "title", "trim", "upper")

_OUTPUT_LIMIT = 20_000
_SOURCE_LIMIT = 20_000
_REMEDY = "Mend the template; `crickets template show` prints the built-in one to compare with."

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Neg,
    nodes.Concat,
    nodes.Assign,
    nodes.Filter,
    nodes.Test,
    nodes.Keyword,
)
_FAILURES = (TemplateError, ArithmeticError, TypeError, ValueError)
_LONE_TAG = re.compile(r"^[ \t]*((?:\{%[^\n]*?%\}[ \t]*)+)\n", re.MULTILINE)


def _sandbox() -> ImmutableSandboxedEnvironment:
    # A letter is plain text: escaping would put &amp; into it. The HTML part is made from the finished text.
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    return environment


_SANDBOX = _sandbox()


@lru_cache(maxsize=256)
def faults(source: str) -> tuple[str, ...]:
    """Everything that is wrong with a template, with its line where that is known."""
    if len(source) > _SOURCE_LIMIT:
        return (f"longer than {_SOURCE_LIMIT} characters",)
    try:
        tree = _SANDBOX.parse(_tidied(source))
        _compiled(source)
    except TemplateSyntaxError as error:
        return (f"line {error.lineno}: {error.message}",)
    return tuple(dict.fromkeys((*_forbidden(tree), *_unknown(tree)))) or _on_trial(source)


def filled(source: str, facts: Mapping[str, str | int | bool], *, origin: str) -> str:
    """
    The template's text with the facts in it.

    Raises `ConfigError` with every fault, as `faults` would have told when the config was read.
    """
    if wrong := faults(source):
        raise ConfigError(tuple(f"{origin}: {fault}" for fault in wrong), remedy=_REMEDY)
    try:
        return _bounded(_compiled(source).generate(facts))
    except _FAILURES as error:
        raise ConfigError((f"{origin}: {error}",), remedy=_REMEDY) from error


@lru_cache(maxsize=256)
def _compiled(source: str) -> Template:
    return _SANDBOX.from_string(_tidied(source))


def _tidied(source: str) -> str:
    """The source with the line ends behind lone tags hidden in comments: lines keep their numbers."""
    return _LONE_TAG.sub(lambda tags: f"{tags[1].rstrip()}{{#\n#}}", source)


def _bounded(pieces: Iterator[str]) -> str:
    text = ""
    for piece in pieces:
        text += piece
        if len(text) > _OUTPUT_LIMIT:
            raise ValueError(f"the text grows beyond {_OUTPUT_LIMIT} characters")
    return text


def _on_trial(source: str) -> tuple[str, ...]:
    """What goes wrong when the template is filled with each kind of facts, which no look at it can tell."""
    wrong = []
    for facts in _trial_facts():
        try:
            _bounded(_compiled(source).generate(facts))
        except _FAILURES as error:
            wrong.append(f"it can't be filled: {error}")
    return tuple(dict.fromkeys(wrong))


def _trial_facts() -> Iterator[Mapping[str, str | int | bool]]:
    for formal, word in product((False, True), ("", "Anna")):
        yield {
            "asked_on": "1 May",
            "client": word,
            "days": 5,
            "formal": formal,
            "me": "Dana",
            "subject": word,
        }


def _forbidden(tree: nodes.Template) -> Iterator[str]:
    for node in _descendants(tree):
        if not isinstance(node, _ALLOWED):
            yield f"line {node.lineno}: a template can't use {type(node).__name__.lower()}"


def _descendants(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _descendants(child)


def _unknown(tree: nodes.Template) -> Iterator[str]:
    named = {node.name: node.lineno for node in reversed(list(tree.find_all(nodes.Name)))}
    # Jinja declares `self`, the template itself, without being asked.
    undeclared = meta.find_undeclared_variables(tree) | ({"self"} & named.keys())
    for name in sorted(undeclared - set(VARIABLES)):
        line = named[name]
        yield f"line {line}: unknown variable {name!r} (known: {', '.join(VARIABLES)})"
