"""The templates at hand: which is taken, what is told of the owner's own, and what none of them can do."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from importlib.resources import files

import pytest

from crickets.domain.notice import NOTICE_NAMES
from crickets.errors import ConfigError, ExitCode
from crickets.writing import LANGUAGES, TEMPLATE_NAMES, Shelf
from crickets.writing.builtin import builtin_templates
from crickets.writing.fields import INVOICE_FIELDS, NOTICE_VARIABLES, VARIABLES, Fact, InvoiceFields
from crickets.writing.sandbox import faults, filled

FACTS: dict[str, Fact] = {
    "answer_promised_for": "",
    "asked_on": "14 November",
    "client": "Anna",
    "days": 7,
    "formal": False,
    "me": "Dana",
    "payment_promised_for": "",
    "plural": False,
    "subject": "The new site",
}

INVOICE = InvoiceFields(number="7", amount="€9", outstanding="", issued_on="", due_on="1 May", days_late=30)
NOTICE: dict[str, Fact] = FACTS | {
    "deadline": "1 June",
    "fixed_sum": "",
    "interest": "",
    "interest_from": "",
    "interest_rate": "",
    "invoice": INVOICE,
    "invoices": (INVOICE, replace(INVOICE, number="{{ me }}")),
    "last_notice_on": "",
    "late_fee": "",
    "received": "",
    "several": True,
    "to_pay": "€18",
    "total": "€18",
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
    assert faults(builtin_templates()[key], notice=key.partition("/")[2] in NOTICE_NAMES) == ()


def test_the_facts_of_these_tests() -> None:
    """They are all that there are."""
    assert set(VARIABLES) == set(FACTS)
    assert set(VARIABLES) | set(NOTICE_VARIABLES) == set(NOTICE)


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
        ({"news": "a\n\n{{ clinet }}"}, "templates/news.j2: line 3: unknown variable 'clinet' (known: answer_pro"),
        ({"it/check-in": "{% if formal %}x"}, "templates/it/check-in.j2: line 1: Unexpected end of template"),
        ({"news": "{% if formal %}\nx\n{{ y }}\n{% endif %}"}, "line 3: unknown variable 'y'"),
        ({"news": "{{ days|upperr }}"}, "line 1: No filter named 'upperr' (known: capitalize, default,"),
        ({"news": "{{ days + subject }}"}, "it can't be filled: unsupported operand"),
        ({"news": "{% if days > 99 %}{{ days + ' days' }}{% endif %}"}, "it can't be filled: unsupported operand"),
        ({"news": "{% if formal %}{% elif days > 99 %}{{ -me }}{% endif %}"}, "it can't be filled: bad operand"),
        ({"news": "{% if days > 99 %}{% if me > 1 %}{% endif %}{% endif %}"}, "it can't be filled: '>' not supported"),
        ({"news": "{% if days < 99 %}{% else %}{{ days|length }}{% endif %}"}, "it can't be filled: object of type"),
        ({"news": ""}, "templates/news.j2: there is no text in it"),
        ({"news": "Subject: x\n\n"}, "templates/news.j2: there is no text in it"),
        ({"news": "{{ a }}\n{% if x"}, "line 2: unexpected end of template, expected"),
        ({"news": "{{ a }}\n{% if x"}, "(what else is wrong shows once this is mended)"),
        ({"news": "Subject Short question\n\nx"}, "templates/news.j2: line 1: a subject of its own is written with a"),
        ({"it/news": "x"}, "templates/it/news.j2: clients who write in another language need it too: write it in"),
        ({"it/news": "x"}, "in English, as templates/en/news.j2, or for every language, as templates/news.j2"),
        ({"Nice Name": "x"}, "templates/Nice Name.j2: not a template's name"),
        ({"../news": "x"}, "templates/../news.j2: not a template's name"),
        ({"news": "x" * 20_001}, "longer than 20000 characters"),
    ],
)
def test_a_problem_of_an_own_template(own: dict[str, str], problem: str) -> None:
    """It is told when the config is read, with file and line."""
    assert any(problem in told for told in Shelf(own).problems())


@pytest.mark.parametrize(
    "source",
    [
        "Subject: Short question\n\nx",
        "Subject to your approval I begin on Monday.\n\nx",
        "Subject of this mail\nis the new site.\n\nx",
        "Subjects\n\nx",
    ],
)
def test_a_first_line_that_is_no_subject_without_its_colon(source: str) -> None:
    """A sentence may begin with the word."""
    assert Shelf({"news": source}).problems() == ()


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
    "growing",
    [
        "{% set a = a ~ a %}",
        "{% set a = a + a %}",
        "{% set a = a | replace('a', 'aaaaaaaaaa') %}",
        "{% set a = a | replace('', 'a') %}",
    ],
)
def test_a_value_that_grows(growing: str) -> None:
    """It's given up before it takes any memory worth the name, though it's never shown."""
    tracemalloc.start()
    try:
        found = faults("{% set a = 'a' %}" + growing * 40 + "x")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert found == ("it can't be filled: the text grows beyond 20000 characters",)
    assert most < 4_000_000


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{% set a = [a, a] %}", "a list can hold nothing but words and numbers as they stand"),
        ("{{ subject | in_bounds }}", "a template can't use the filter in_bounds"),
    ],
)
def test_what_no_template_may_do(source: str, fault: str) -> None:
    """Lists of lists grow unseen; and what is ours alone is nobody else's."""
    assert f"line 1: {fault}" in faults(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ subject }}", "The new site"),
        ("{{ subject | replace('new', 'old') }}", "The old site"),
        ("{{ 'aaa' | replace('a', 'b', 2) }}", "bba"),
        ("{{ 'yes' if days in [7, 14] else 'no' }}", "yes"),
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


# ---------------------------------------------------------------------------------------------- notices


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ invoice.number }}: {{ total }}", "7: €18"),
        ("{% for invoice in invoices %}{{ invoice.number }};{% endfor %}", "7;{{ me }};"),
        ("a\n{% for invoice in invoices %}\n- {{ invoice.number }}\n{% endfor %}\nb", "a\n- 7\n- {{ me }}\nb"),
        ("{% for invoice in invoices if invoice.number == '7' %}{{ invoice.due_on }}{% endfor %}", "1 May"),
        ("{% if several %}{{ invoice.days_late - 1 }}{% endif %}", "29"),
        ("{{ invoice.outstanding or invoice.amount }}", "€9"),
    ],
)
def test_what_a_notice_may_do(source: str, text: str) -> None:
    """It names an invoice's fields, and goes through the invoices; their numbers are values, never templates."""
    assert faults(source, notice=True) == ()
    assert text == filled(source, NOTICE, origin="x", notice=True)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ invoice.sum }}", "line 1: an invoice has no 'sum' (known: amount, days_late, due_on, issued_on, number,"),
        ("x\n{{ invoice }}", "line 2: 'invoice' is no text: write {{ invoice.number }}"),
        ("{{ invoices }}", "line 1: 'invoices' is no text"),
        ("{{ invoices | length }}", "line 1: 'invoices' is no text"),
        ("{{ invoice.__class__ }}", "an invoice has no '__class__'"),
        ("{{ invoice['number'] }}", "a template can't use square brackets (x[y])"),
        ("{{ invoice.number.upper }}", "a template can't use what lies behind a dot (x.y)"),
        ("{{ invoice.number.upper() }}", "a template can't use a call (x())"),
        ("{{ total.real }}", "a template can't use what lies behind a dot (x.y)"),
        ("{{ (invoice or me).number }}", "a template can't use what lies behind a dot (x.y)"),
        ("{% set invoice = me %}{{ invoice.number }}", "'invoice' is no text"),
        ("{% set invoices = me %}x", "'invoices' is no text"),
        ("{% for x in invoices %}x{% endfor %}", "a template can't use a loop (for)"),
        ("{% for invoice in me %}x{% endfor %}", "a template can't use a loop (for)"),
        ("{% for invoice in [1, 2] %}x{% endfor %}", "a template can't use a loop (for)"),
        ("{% for invoice, x in invoices %}x{% endfor %}", "a template can't use a loop (for)"),
        ("{% for invoice in invoices recursive %}x{% endfor %}", "a template can't use a loop (for)"),
        (
            "{% for invoice in invoices %}{% for invoice in invoices %}x{% endfor %}{% endfor %}",
            "a template can't use a loop (for)",
        ),
        ("{% for invoice in invoices %}{{ loop }}{% endfor %}", "unknown variable 'loop'"),
        (
            "{% for invoice in invoices %}{{ loop.index }}{% endfor %}",
            "a template can't use what lies behind a dot (x.y)",
        ),
        ("{{ late_fe }}", "line 1: unknown variable 'late_fe' (known: answer_promised_for, asked_on, client, days, f"),
        ("{{ late_fee - 1 }}", "it can't be filled"),
    ],
)
def test_what_no_notice_may_do(source: str, fault: str) -> None:
    """Nothing but an invoice's own fields, in one plain loop."""
    assert any(fault in told for told in faults(source, notice=True))
    with pytest.raises(ConfigError):
        filled(source, NOTICE, origin="x", notice=True)


@pytest.mark.parametrize("variable", NOTICE_VARIABLES)
def test_an_invoice_in_another_template(variable: str) -> None:
    """Who isn't paid late has none: it's told when the config is read."""
    told = Shelf({"check-in": f"a\n{{{{ {variable} }}}}", "en/news": f"{{{{ {variable} }}}}"}).problems()

    how = "a step that counts by overdue must ask for it, and no other step"
    assert told == (
        f"templates/check-in.j2: line 2: only a notice about invoices has {variable!r}: {how}",
        f"templates/en/news.j2: line 1: only a notice about invoices has {variable!r}: {how}",
    )


def test_an_invoices_field_in_another_template() -> None:
    """Neither fields nor loops are known there."""
    told = faults("{% for invoice in invoices %}{{ invoice.number }}{% endfor %}")

    assert "line 1: a template can't use a loop (for)" in told
    assert "line 1: a template can't use what lies behind a dot (x.y)" in told


@pytest.mark.parametrize("field", INVOICE_FIELDS)
@pytest.mark.parametrize("name", sorted(NOTICE_NAMES))
def test_an_own_notice(name: str, field: str) -> None:
    """The owner's own words of a notice may name all that the built-in ones do; a slip is told."""
    own = Shelf({name: f"{{{{ invoice.{field} }}}}", f"it/{name}": f"{{{{ invoice.{field}x }}}}"})

    assert [told.partition(" (")[0] for told in own.problems()] == [
        f"templates/it/{name}.j2: line 1: an invoice has no '{field}x'"
    ]
    assert own.source(name, "de").is_notice
    assert not own.source("check-in", "de").is_notice


def test_a_notice_by_a_name_of_the_owners() -> None:
    """Where steps ask for it as such, it may name an invoice; a slip is told, and others stay what they are."""
    own = Shelf({"gentle": "{{ invoice.number }}", "it/gentle": "{{ sum }}"}, NOTICE_NAMES | {"gentle"})

    assert [told.partition(" (")[0] for told in own.problems()] == [
        "templates/it/gentle.j2: line 1: unknown variable 'sum'"
    ]
    assert (own.source("gentle", "de").is_notice, own.source("check-in", "de").is_notice) == (True, False)
