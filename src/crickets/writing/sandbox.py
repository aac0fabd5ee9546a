"""
Templates filled with facts, and nothing else done.

Knows Jinja2, of which it allows the little that a letter needs: names, if, set, comparisons and a few
filters. No call, no attribute, no loop, no other file, and no value longer than a text may be: so no template can run
code or grow without end. A notice
about invoices may go through them once at a time, and name their fields; nothing else. Facts are values, never
templates: braces in a subject stay braces. Must not know which templates there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from crickets.errors import ConfigError
from crickets.writing.fields import INVOICE_FIELDS, NOTICE_VARIABLES, VARIABLES, Facts, trial_facts

FILTERS = ("capitalize", "default", "int", "length", "lower", "replace", "round", "title", "trim", "upper")

_OUTPUT_LIMIT = 20_000
_SOURCE_LIMIT = 20_000
_TOO_LONG = f"the text grows beyond {_OUTPUT_LIMIT} characters"
_IN_BOUNDS = "in_bounds"
"""A filter that no template can name, as it's none of `FILTERS`; it's put around whatever may grow."""
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
_CALLED: dict[type[nodes.Node], str] = {
    nodes.Getattr: "what lies behind a dot (x.y)",
    nodes.Getitem: "square brackets (x[y])",
    nodes.Call: "a call (x())",
    nodes.For: "a loop (for)",
}
"""What the owner of a template sees of it, where Jinja's name says little."""
_NO_TEXT = ("invoice", "invoices")
_HOW_TO_NAME = "write {{ invoice.number }}, or {% for invoice in invoices %} around it"
_WHAT_IS_A_NOTICE = "a step that counts by overdue must ask for it, and no other step"
_FAILURES = (TemplateError, ArithmeticError, TypeError, ValueError)
_LONE_TAG = re.compile(r"^[ \t]*((?>\{%(?:(?!%\})[^\n])*%\}[ \t]*)+)\n", re.MULTILINE)
"""Each tag is one for good: else a line of forty is tried in all the ways in which some of them may be one."""


def _sandbox() -> ImmutableSandboxedEnvironment:
    # A letter is plain text: escaping would put &amp; into it. The HTML part is made from the finished text.
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS} | {
        "replace": _replaced,
        _IN_BOUNDS: _in_bounds,
    }
    return environment


def _replaced(text: object, old: object, new: object, count: int = -1) -> str:
    """Jinja's `replace`, that counts before it makes anything."""
    whole, before, after = str(text), str(old), str(new)
    times = whole.count(before) if count < 0 else min(count, whole.count(before))
    if len(whole) + times * (len(after) - len(before)) > _OUTPUT_LIMIT:
        raise ValueError(_TOO_LONG)
    return whole.replace(before, after, count)


def _in_bounds(value: object) -> object:
    """A value that was put together, if it's no longer than a text may be."""
    if isinstance(value, str | list | tuple) and len(value) > _OUTPUT_LIMIT:
        raise ValueError(_TOO_LONG)
    return value


_SANDBOX = _sandbox()


@lru_cache(maxsize=256)
def faults(source: str, *, notice: bool = False) -> tuple[str, ...]:
    """Everything that is wrong with a template, or with a notice's, with its line where that is known."""
    if len(source) > _SOURCE_LIMIT:
        return (f"longer than {_SOURCE_LIMIT} characters",)
    try:
        tree = _SANDBOX.parse(_tidied(source))
        if found := (*_forbidden(tree, notice=notice), *_unknown(tree, notice=notice)):
            return tuple(dict.fromkeys(found))
        _compiled(source)  # only now: to compile is to work out what is constant
    except TemplateSyntaxError as error:
        return (f"line {error.lineno}: {_told(error)} (what else is wrong shows once this is mended)",)
    return _on_trial(source, notice=notice)


def filled(source: str, facts: Facts, *, origin: str, notice: bool = False) -> str:
    """
    The template's text with the facts in it.

    Raises `ConfigError` with every fault, as `faults` would have told when the config was read.
    """
    if wrong := faults(source, notice=notice):
        raise ConfigError(tuple(f"{origin}: {fault}" for fault in wrong), remedy=_REMEDY)
    try:
        return _bounded(_compiled(source).generate(facts))
    except _FAILURES as error:
        raise ConfigError((f"{origin}: {error}",), remedy=_REMEDY) from error


@lru_cache(maxsize=256)
def _compiled(source: str) -> Template:
    return _SANDBOX.from_string(_Bounded().visit(_SANDBOX.parse(_tidied(source))))


def _tidied(source: str) -> str:
    """The source with the line ends behind lone tags hidden in comments: lines keep their numbers."""
    return _LONE_TAG.sub(lambda tags: f"{tags[1].rstrip()}{{#\n#}}", source)


def _told(error: TemplateSyntaxError) -> str:
    """What Jinja says of a slip, with the filters that there are where one isn't."""
    told = (error.message or "").removesuffix(".")
    return f"{told} (known: {', '.join(FILTERS)})" if told.startswith("No filter") else told


def _bounded(pieces: Iterator[str]) -> str:
    text = ""
    for piece in pieces:
        text += piece
        if len(text) > _OUTPUT_LIMIT:
            raise ValueError(_TOO_LONG)
    return text


def _on_trial(source: str, *, notice: bool) -> tuple[str, ...]:
    """What goes wrong when the template is filled with each kind of facts, which no look at it can tell."""
    whole = _SANDBOX.from_string(_Bounded().visit(_Whole().visit(_SANDBOX.parse(_tidied(source)))))
    wrong = []
    for facts, template in product(trial_facts(notice=notice), (_compiled(source), whole)):
        try:
            _bounded(template.generate(facts))
        except _FAILURES as error:
            wrong.append(f"it can't be filled: {error}")
    return tuple(dict.fromkeys(wrong))


class _Whole(NodeTransformer):
    """Has a template say all that it may say: what stands behind `days > 60` fails on no trial, but on the day."""

    def visit_If(self, node: nodes.If) -> list[nodes.Node]:  # noqa: N802 - Jinja calls it so
        """What is asked, and all that may follow, one behind the other."""
        self.generic_visit(node)
        return [nodes.Output([node.test]), *node.body, *node.elif_, *node.else_]


class _Bounded(NodeTransformer):
    """Has everything that puts two values together look at how long they have become: doubling is soon too much."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 - Jinja calls it so
        """`x ~ y`."""
        return self._bounded(node)

    def visit_Add(self, node: nodes.Add) -> nodes.Filter:  # noqa: N802 - Jinja calls it so
        """`x + y`."""
        return self._bounded(node)

    def _bounded(self, node: nodes.Expr) -> nodes.Filter:
        self.generic_visit(node)
        return nodes.Filter(node, _IN_BOUNDS, [], [], None, None, lineno=node.lineno)


def _forbidden(tree: nodes.Template, *, notice: bool) -> Iterator[str]:
    allowed = frozenset(_of_invoices(tree)) if notice else frozenset()
    for node in _descendants(tree):
        if isinstance(node, nodes.Name) and node.name in _NO_TEXT and notice and node not in allowed:
            yield f"line {node.lineno}: {node.name!r} is no text: {_HOW_TO_NAME}"
        elif isinstance(node, nodes.Getattr) and node.node in allowed:
            if node.attr not in INVOICE_FIELDS:
                yield f"line {node.lineno}: an invoice has no {node.attr!r} (known: {', '.join(INVOICE_FIELDS)})"
        elif isinstance(node, nodes.List | nodes.Tuple) and not all(isinstance(e, nodes.Const) for e in node.items):
            yield f"line {node.lineno}: a list can hold nothing but words and numbers as they stand"
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield f"line {node.lineno}: a template can't use the filter {node.name}"
        elif not isinstance(node, _ALLOWED) and node not in allowed:
            yield f"line {node.lineno}: a template can't use {_CALLED.get(type(node), type(node).__name__.lower())}"


def _of_invoices(tree: nodes.Template) -> Iterator[nodes.Node]:
    """The loops, and the names in and about them, with which a notice goes through its invoices."""
    for loop in tree.find_all(nodes.For):
        if _goes_through_invoices(loop):
            yield from (loop, loop.target, loop.iter)
    for access in tree.find_all(nodes.Getattr):
        if isinstance(access.node, nodes.Name) and access.node.name == "invoice":
            yield access.node


def _goes_through_invoices(loop: nodes.For) -> bool:
    """Whether a loop is the only one there may be; one within another would multiply."""
    names = [node.name if isinstance(node, nodes.Name) else "" for node in (loop.target, loop.iter)]
    return names == ["invoice", "invoices"] and not loop.recursive and loop.find(nodes.For) is None


def _descendants(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _descendants(child)


def _unknown(tree: nodes.Template, *, notice: bool) -> Iterator[str]:
    known = (*VARIABLES, *NOTICE_VARIABLES) if notice else VARIABLES
    named = {node.name: node.lineno for node in reversed(list(tree.find_all(nodes.Name)))}
    # Jinja declares `self`, the template itself, and in a loop `loop`, without being asked.
    undeclared = meta.find_undeclared_variables(tree) | ({"self", "loop"} & named.keys())
    for name in sorted(undeclared - set(known)):
        if name in NOTICE_VARIABLES:
            yield f"line {named[name]}: only a notice about invoices has {name!r}: {_WHAT_IS_A_NOTICE}"
        else:
            yield f"line {named[name]}: unknown variable {name!r} (known: {', '.join(known)})"
