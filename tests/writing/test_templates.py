"""The templates at hand: which is taken, what is told of the owner's own, and what none of them can do."""

from __future__ import annotations

from importlib.resources import files

import pytest

from crickets.errors import ConfigError, ExitCode
from crickets.writing import LANGUAGES, TEMPLATE_NAMES, Shelf
from crickets.writing.builtin import builtin_templates
from crickets.writing.sandbox import VARIABLES, faults, filled

FACTS: dict[str, str | int | bool] = {
    "asked_on": "14 November",
    "client": "Anna",
    "days": 7,
    "formal": False,
    "me": "Dana",
    "subject": "The new site",
}


def test_the_built_in_names() -> None:
    """Every text in the package is known by name in every language, and no other is."""
    folder = files("crickets").joinpath("templates")
    found = {
        f"{language}/{text.name}"
        for language in LANGUAGES
        for text in folder.joinpath(language).iterdir()
        if text.name.endswith(".j2")
    }

    assert {f"{language}/{name}.j2" for language in LANGUAGES for name in TEMPLATE_NAMES} == found
    assert set(LANGUAGES) == {entry.name for entry in folder.iterdir() if len(entry.name) == 2}


@pytest.mark.parametrize("key", sorted(builtin_templates()))
def test_a_built_in_template(key: str) -> None:
    """It can be filled."""
    assert faults(builtin_templates()[key]) == ()


def test_the_facts_of_these_tests() -> None:
    """They are all that there are."""
    assert set(VARIABLES) == set(FACTS)


def test_an_empty_shelf() -> None:
    """The built-in templates are at hand, in every language, without a problem."""
    shelf = Shelf()

    assert shelf.names() == TEMPLATE_NAMES
    assert shelf.languages("check-in") == LANGUAGES
    assert shelf.languages("nudge") == ()
    assert shelf.problems() == ()


@pytest.mark.parametrize(
    ("own", "asked", "body", "language"),
    [
        ({}, "it", "built-in", "it"),
        ({"it/check-in": "Mine."}, "it", "Mine.", "it"),
        ({"it/check-in": "Mine."}, "de", "built-in", "de"),
        ({"check-in": "All."}, "de", "All.", "de"),
        ({"check-in": "All.", "de/check-in": "Mine."}, "de", "Mine.", "de"),
        ({"da/check-in": "Min."}, "da", "Min.", "da"),
        ({"en/check-in": "Mine."}, "da", "Mine.", "en"),
        ({}, "da", "built-in", "en"),
    ],
)
def test_which_template_is_taken(own: dict[str, str], asked: str, body: str, language: str) -> None:
    """The owner's own before the built-in, the language's before the one for all, English last."""
    template = Shelf(own).source("check-in", asked)

    assert (body != "built-in", language) == (template.own, template.language)
    assert body in ("built-in", template.body)


@pytest.mark.parametrize(
    ("source", "subject", "body"),
    [
        ("Any news?\n", "", "Any news?"),
        ("Subject: Bye\n\nAny news?\n", "Bye", "Any news?"),
        ("\ufeffsubject:Bye\r\n\r\nAny\r\nnews?", "Bye", "Any\nnews?"),
        ("My subject: x\n\ny", "", "My subject: x\n\ny"),
        ("Subject: Bye", "Bye", ""),
    ],
)
def test_the_parts_of_a_template(source: str, subject: str, body: str) -> None:
    """A first line with the subject, an empty line, the text; line ends of any system."""
    template = Shelf({"news": source}).source("news", "en")

    assert (subject, body) == (template.subject, template.body)


def test_own_names() -> None:
    """The owner's names follow the built-in ones, each once, with their languages."""
    shelf = Shelf({"it/zz": "x", "en/zz": "x", "aa": "x", "check-in": "x", "da/check-in": "x"})

    assert (*TEMPLATE_NAMES, "aa", "zz") == shelf.names()
    assert shelf.languages("zz") == ("en", "it")
    assert shelf.languages("aa") == LANGUAGES
    assert (*LANGUAGES, "da") == shelf.languages("check-in")


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        ({"news": "{% if x"}, "templates/news.j2: line 1: unexpected end of template"),
        ({"news": "a\n\n{{ clinet }}"}, "templates/news.j2: line 3: unknown variable 'clinet' (known: asked_on,"),
        ({"it/check-in": "{% if formal %}x"}, "templates/it/check-in.j2: line 1: Unexpected end of template"),
        ({"news": "{% if formal %}\nx\n{{ y }}\n{% endif %}"}, "line 3: unknown variable 'y'"),
        ({"news": "{{ days|upperr }}"}, "line 1: No filter named 'upperr'"),
        ({"news": "{{ days + subject }}"}, "it can't be filled: unsupported operand"),
        ({"news": ""}, "templates/news.j2: there is no text in it"),
        ({"news": "Subject: x\n\n"}, "templates/news.j2: there is no text in it"),
        ({"it/news": "x"}, "there is no 'news' in English or without a language"),
        ({"Nice Name": "x"}, "templates/Nice Name.j2: not a template's name"),
        ({"../news": "x"}, "templates/../news.j2: not a template's name"),
        ({"news": "x" * 20_001}, "longer than 20000 characters"),
    ],
)
def test_a_problem_of_an_own_template(own: dict[str, str], problem: str) -> None:
    """It is told when the config is read, with file and line."""
    assert any(problem in told for told in Shelf(own).problems())


def test_several_problems() -> None:
    """All are told at once, in the order of the files."""
    problems = Shelf({"b": "{{ x }}{{ y }}", "a": "{{ z }}"}).problems()

    assert [told.split(" (")[0] for told in problems] == [
        "templates/a.j2: line 1: unknown variable 'z'",
        "templates/b.j2: line 1: unknown variable 'x'",
        "templates/b.j2: line 1: unknown variable 'y'",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ subject.upper() }}",
        "{{ subject|attr('__class__') }}",
        "{{ ''|attr('format') }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% for c in subject %}{{ c }}{% endfor %}",
        "{% macro x() %}{% endmacro %}",
        "{{ range(10) }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ self }}",
        "{{ subject * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ subject|center(1000000000) }}",
        "{{ config }}",
        "{% set x = subject.__class__ %}x",
    ],
)
def test_a_template_that_reaches_out(source: str) -> None:
    """It is told of, and it is not filled."""
    assert faults(source)
    with pytest.raises(ConfigError, match=r"templates/x\.j2: ") as raised:
        filled(source, FACTS, origin="templates/x.j2")
    assert raised.value.exit_code is ExitCode.CONFIG


@pytest.mark.parametrize("doublings", [11, 14])
def test_a_template_that_grows(doublings: int) -> None:
    """Its text is bounded, when it is looked at and when a longer fact comes along."""
    doubling = "{% set a = subject ~ subject %}" + "{% set a = a ~ a %}" * doublings + "{{ a }}"

    assert (doublings == 14) == bool(faults(doubling))
    with pytest.raises(ConfigError, match="grows beyond 20000 characters"):
        filled(doubling, FACTS, origin="x")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ subject }}", "The new site"),
        ("{{ subject | upper }}", "THE NEW SITE"),
        ("{% if days > 5 and not formal %}long{% else %}short{% endif %}", "long"),
        ("{{ 'you' if client else 'all' }}", "you"),
        ("{% set what = subject or 'it' %}{{ what }}", "The new site"),
        ("{{ client ~ '/' ~ (days - 1) }}", "Anna/6"),
        ("a\n{% if days %}\nb\n{% endif %}\nc", "a\nb\nc"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("{# a word #}x", "x"),
    ],
)
def test_what_a_template_may_do(source: str, text: str) -> None:
    """Names, conditions, a few filters; a line that holds only a tag leaves no empty line."""
    assert faults(source) == ()
    assert text == filled(source, FACTS, origin="x")


def test_braces_in_a_fact() -> None:
    """A fact is never a template."""
    assert filled("{{ subject }}", FACTS | {"subject": "{{ 7*7 }}{% x %}"}, origin="x") == "{{ 7*7 }}{% x %}"
