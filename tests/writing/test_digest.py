"""The digest's words in seven languages, and the bytes of its mail: what comes from mail does nothing in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from crickets.config.texts import DIGEST_LANGUAGES
from crickets.domain.digest import Digest, Matter, ToDo
from crickets.domain.message import Address, MessageId
from crickets.domain.plans import Do, OurNote
from crickets.domain.problem import Fault, Problem
from crickets.domain.thread import ThreadId
from crickets.writing.digest import digest_words, write_digest
from crickets.writing.tongue import shown
from tests.writing.golden_digests import FOLDER, ROME, TODAY, a_draft, a_problem, everything, golden_digests, only_holds

DANA = Address(name="Dana Levi", email="dana@studio.example")
ID = MessageId("0f1c2a9e-3b7d-4c55-9e0f-1a2b3c4d5e6f@studio.example")
AT = datetime(2026, 11, 30, 9, 0, tzinfo=ROME)
GOLDEN = dict(golden_digests())
EVIL = (
    "<img src=http://evil.example/x.png><script>alert(1)</script>\u202egpj.exe\r\nBcc: anna@client.example"
    "\x1b[31m{{ 7*7 }}{% for %}{0}{date}\x00\u2066&amp;\ud800"
)


@pytest.mark.parametrize("path", GOLDEN, ids=[str(path.relative_to(FOLDER)) for path in GOLDEN])
def test_a_golden_digest(path: Path) -> None:
    """It reads as it was read and found good; `golden_digests` writes it anew."""
    assert path.read_text("utf-8") == GOLDEN[path]


def test_the_golden_digests() -> None:
    """None lies there that nothing makes any more."""
    assert {path for path in FOLDER.rglob("*") if path.is_file()} == set(GOLDEN)


@pytest.mark.parametrize("language", DIGEST_LANGUAGES)
def test_the_phrases(language: str) -> None:
    """Each language has the same ones, with the same gaps, and a plural for every number."""
    tables = [_phrases(each) for each in ("en", language)]
    english, other = ({name: _gaps(words) for name, words in table.items() if name != "counted"} for table in tables)

    assert other == english
    assert _phrases(language)["counted"].keys() == _phrases("en")["counted"].keys()
    assert all("other" in forms for forms in _phrases(language)["counted"].values())


def test_the_phrases_of_each_kind() -> None:
    """Each kind of problem, of hold and of note has one, with the gaps that the kind has."""
    english = _phrases("en")
    faults = {f"fault_{fault.name.lower()}": _gaps(fault.value.replace("{day}", "{date}")) for fault in Fault}
    holds = {matter.value.replace(" ", "_") for matter in Matter}

    assert faults == {name: _gaps(words) for name, words in english.items() if name.startswith("fault_")}
    assert holds <= english.keys()
    assert {f"note_{note.name.lower()}" for note in OurNote} == {name for name in english if name.startswith("note_")}
    assert all(str(english[f"note_{note.name.lower()}"]) == note.value for note in OurNote)


@pytest.mark.parametrize("fault", Fault)
def test_a_problem_in_english(fault: Fault) -> None:
    """It says what `status` says, in a page's own marks and days."""
    status = a_problem(fault, where="Sent")
    [told] = [
        line
        for line in digest_words(Digest(day=TODAY, problems=(status,)), "en", ROME).text.split("\n")
        if "work:" in line
    ]

    plain = re.sub("[“”]", "`", told.removeprefix("* ")).replace("’", "'").replace("8 November", "2026-11-08")
    assert plain.replace("`", "") == str(status).replace("`", "")


def _phrases(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(files("crickets").joinpath("templates", "digest", f"{language}.toml").read_text("utf-8"))


def _gaps(words: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(words)) if name}


@pytest.mark.parametrize(("invoice", "told"), [("FV/7", "FV/7"), ("FV\u202e/7", r"FV\u202e/7"), ("", "…")])
def test_the_command_that_ends_the_notices(invoice: str, told: str) -> None:
    """It can be followed as it stands: it names the invoice, or shows that its number is lacking."""
    hold = replace(next(h for h in only_holds().holds if h.matter is Matter.INVOICE_ANSWERED), invoice=invoice)

    assert f"“crickets invoice paid {told}”" in digest_words(Digest(day=TODAY, holds=(hold,)), "en", ROME).text


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 szkic"), (2, "2 szkice"), (5, "5 szkiców"), (12, "12 szkiców"), (22, "22 szkice"), (25, "25 szkiców")],
)
def test_a_plural(number: int, words: str) -> None:
    """Polish counts in its own way."""
    digest = Digest(day=TODAY, drafts=(a_draft(),) * number)

    assert digest_words(digest, "pl", ROME).subject == f"Crickets, 30 listopada: {words}"


def test_a_language_that_it_is_not_written_in() -> None:
    """It's told in English."""
    assert digest_words(everything(), "nl", ROME).language == "en"


def the_mail(digest: Digest | None = None) -> EmailMessage:
    """A digest as it's sent, read back."""
    words = digest_words(digest or everything(), "de", ROME)
    parsed = message_from_bytes(write_digest(words, ID, sender=DANA, to=DANA, at=AT), policy=default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_a_mail() -> None:
    """From the owner to the owner, and marked as no person's: answering machines keep silent."""
    mail = the_mail()

    assert list(mail.items())[:7] == [
        ("From", "Dana Levi <dana@studio.example>"),
        ("To", "Dana Levi <dana@studio.example>"),
        (
            "Subject",
            "Crickets, 30. November: 4 Entwürfe, 4 Anrufe und Aufgaben, 7 warten auf Sie, 1 Antwort, 4 Probleme",
        ),
        ("Date", "Mon, 30 Nov 2026 09:00:00 +0100"),
        ("Message-ID", f"<{ID}>"),
        ("Auto-Submitted", "auto-generated"),
        ("MIME-Version", "1.0"),
    ]
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    plain, html = mail.iter_parts()
    words = digest_words(everything(), "de", ROME)
    assert plain.get_content().replace("\r\n", "\n") == words.text
    assert html.get_content().replace("\r\n", "\n") == words.html


def test_its_bytes() -> None:
    """ASCII throughout, and no line that a server would break."""
    raw = write_digest(digest_words(everything(), "pl", ROME), ID, sender=DANA, to=DANA, at=AT)

    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 78


class Seen(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def evil_digest() -> Digest:
    """Every value in it is a stranger's."""
    client = Address(name=EVIL, email="e@evil.example")
    draft = a_draft(client=client, subject=EVIL, template=EVIL, plan=EVIL)
    todo = ToDo(thread=ThreadId("t"), client=client, subject=EVIL, do=Do.CALL, phone=EVIL, note=EVIL)
    return replace(
        everything(),
        drafts=(draft,),
        todos=(todo,),
        problems=(Problem(fault=Fault.LAYING, about=(("said", EVIL),), account=EVIL, where=EVIL),),
    )


def test_hostile_values_in_html() -> None:
    """They are text: no element, no attribute, nothing that is fetched."""
    html = digest_words(evil_digest(), "en", ROME).html or ""
    seen, usual = Seen(html), Seen(digest_words(everything(), "en", ROME).html or "")

    assert (seen.tags, seen.attributes) == (usual.tags, usual.attributes)
    assert not seen.tags & {"img", "script", "a", "link", "iframe", "object"}
    assert not seen.attributes & {"src", "href", "background", "onclick"}
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("language", DIGEST_LANGUAGES)
def test_hostile_values(language: str) -> None:
    """What one can't see is spelled out, no line is broken, and nothing in them is a template."""
    words = digest_words(evil_digest(), language, ROME)

    for text in (words.text, words.html or ""):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
        assert r"\u202egpj.exe Bcc: anna@client.example\x1b" in text
        assert "{{ 7*7 }}" in text
    assert "\n" not in words.subject


def test_hostile_values_in_a_mail() -> None:
    """It has no recipient but the owner, and no field that isn't ours."""
    mail, usual = the_mail(evil_digest()), the_mail()

    assert mail.keys() == usual.keys()
    assert mail["To"].addresses[0].addr_spec == "dana@studio.example"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  a \t\n b ", "a b"),
        ("a\u202eb", r"a\u202eb"),
        ("\x07", r"\x07"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("Anna\u3164\u115f\u034f Rossi", r"Anna\u3164\u115f\u034f Rossi"),
        ("pay\u200dpal", r"pay\u200dpal"),
        ("דנה\u200f 1", "דנה\u200f 1"),
        ("à la carte", "à la carte"),
        ("x" * 500, "x" * 159 + "…"),
        ("", ""),
    ],
)
def test_a_text_as_it_is_shown(text: str, told: str) -> None:
    """On one line, of bounded length, every sign of it seen."""
    assert shown(text) == told


@pytest.mark.parametrize("name", ["", " ", "\u3000\u2028"])
def test_a_name_of_nothing(name: str) -> None:
    """The address stands for it; the thread is told as any other."""
    digest = Digest(day=TODAY, drafts=(a_draft(client=Address(name=name, email="d@client.example")),))

    assert "* d@client.example – The new site [k3f9]\n  check-in" in digest_words(digest, "en", ROME).text


def test_a_name_that_looks_like_two() -> None:
    """In HTML each name keeps its own reading order."""
    digest = Digest(day=TODAY, drafts=(a_draft(client=Address(name="דנה", email="d@client.example")),))

    assert "<bdi>דנה</bdi>" in (digest_words(digest, "en", ROME).html or "")
