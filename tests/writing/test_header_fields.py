"""The header of a draft: read back by two readers of the library and by none."""

from __future__ import annotations

import re
from datetime import datetime
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.followup import FollowUp
from crickets.domain.message import Address
from crickets.writing.composing import compose, message_id_for
from crickets.writing.plain import one_line
from crickets.writing.wording import Wording
from tests.writing.builders import (
    ANNA,
    OWN_ID,
    WRITTEN_AT,
    a_followup,
    header_of,
    parsed,
    parsed_leniently,
    raw_field,
)

OUTLOOK_ID = "AM0PR08MB3025F1D6C2A9B7E84D5A9C3BE2F19@AM0PR08MB3025.eurprd08.prod.outlook.com"
NAMES = (
    "Anna Rossi",
    "Rossi, Anna",
    'Anna "Nina" Rossi',
    "back\\slash",
    "Anna (Studio)",
    "Müller, Jürgen",
    "Dr. Anna Rossi; <anna@evil.example>",
    "Zoë 👩‍👩‍👧‍👦 Ångström",
    "王小明",
    "a@b",
    "=?utf-8?Q?not_a_word?=",
    "two  blanks",
    "A very long name of a firm " * 5,
    "Ünlü " * 30,
)


def draft_of(followup: FollowUp, *, subject: str = "Re: The new site") -> bytes:
    """A draft with hardly any words."""
    return compose(followup, Wording(subject=subject, text="Any news?\n", html=None, language="en"))


def outlook_like(length: int, number: int = 0) -> str:
    """An id of a given length, as Exchange makes them."""
    tail = f"{number:04}@AM0PR08MB3025.eurprd08.prod.outlook.com"
    return "A" * (length - len(tail)) + tail


def decoded(draft: bytes, name: str) -> str:
    """A field of free text as the older reader has it."""
    return str(make_header(decode_header(re.sub(r"\r?\n", "", parsed_leniently(draft)[name]))))


def older_names(draft: bytes, name: str) -> list[str]:
    """The display names of an address field as the older reader has them."""
    value = parsed_leniently(draft)[name]
    boxes = getaddresses([re.sub(r"\r?\n", "", value)]) if value else []
    return [str(make_header(decode_header(shown))) for shown, _ in boxes]


def unfolded(value: bytes | None) -> bytes:
    """A field's value without its folds (RFC 5322 §2.2.3)."""
    return b"" if value is None else value.replace(b"\r\n", b"")


def longest_line(draft: bytes) -> int:
    """The octets of the longest line of the header."""
    return max(map(len, header_of(draft).split(b"\r\n")))


@pytest.mark.parametrize("length", [40, 64, 77, 80, 120, 200, 900])
def test_a_long_id(length: int) -> None:
    """An id stands unencoded and whole, whatever its length."""
    first, parent = outlook_like(length, 1), outlook_like(length, 2)
    draft = draft_of(a_followup(references=(first, parent)))

    assert f"<{parent}>".encode() == raw_field(draft, "In-Reply-To")
    assert f"<{first}>\r\n <{parent}>".encode() == raw_field(draft, "References")
    assert longest_line(draft) <= 998


def test_an_id_of_outlook_read_back() -> None:
    """Both of the library's readers find the ids as they were."""
    draft = draft_of(a_followup(references=("first@client.example", OUTLOOK_ID)))

    for message in (parsed(draft), parsed_leniently(draft)):
        assert f"<{OUTLOOK_ID}>" == message["In-Reply-To"]
        assert ["<first@client.example>", f"<{OUTLOOK_ID}>"] == message["References"].split()


def test_a_chain_of_sixty() -> None:
    """The first id and the newest twenty are kept, the parent last."""
    ids = [outlook_like(120, number) for number in range(60)]
    draft = draft_of(a_followup(references=tuple(ids)))

    assert [f"<{i}>".encode() for i in (ids[0], *ids[-20:])] == (raw_field(draft, "References") or b"").split(b"\r\n ")


@pytest.mark.parametrize("number", [1, 2, 21])
def test_a_chain_that_is_not_too_long(number: int) -> None:
    """Up to 21 ids all of them stand."""
    ids = [f"{n}@client.example" for n in range(number)]
    draft = draft_of(a_followup(references=tuple(ids)))

    assert [f"<{i}>".encode() for i in ids] == unfolded(raw_field(draft, "References")).split()


def test_a_parent_that_stands_twice() -> None:
    """A parent that is among its own ancestors is named once, last."""
    draft = draft_of(a_followup(references=("p@b", "q@b", "p@b")))

    assert unfolded(raw_field(draft, "References")) == b"<q@b> <p@b>"


BROKEN_IDS = ("", "a b@c", "a\r\nBcc: x@y", "a\x00b", "<a@b>", "a>b", "ä@b", "x" * 901, "a\tb", "a\x7fb")


@pytest.mark.parametrize("broken", BROKEN_IDS)
def test_an_ancestor_whose_id_can_not_stand(broken: str) -> None:
    """It is left out; the others stay."""
    draft = draft_of(a_followup(references=(broken, "parent@b")))

    assert raw_field(draft, "References") == b"<parent@b>"
    assert raw_field(draft, "In-Reply-To") == b"<parent@b>"


@pytest.mark.parametrize("broken", BROKEN_IDS)
def test_a_parent_whose_id_can_not_stand(broken: str) -> None:
    """The draft answers nothing by id, rather than a mail that isn't its parent."""
    draft = draft_of(a_followup(references=("first@b", broken)))

    assert raw_field(draft, "In-Reply-To") is None
    assert raw_field(draft, "References") == b"<first@b>"


def test_no_id_that_can_stand() -> None:
    """Neither field is there."""
    draft = draft_of(a_followup(references=("a b",)))

    assert (raw_field(draft, "In-Reply-To"), raw_field(draft, "References")) == (None, None)


@pytest.mark.parametrize("broken", BROKEN_IDS)
def test_an_own_id_that_can_not_stand(broken: str) -> None:
    """That is our own mistake, and no draft comes of it."""
    with pytest.raises(ValueError, match="can't be a Message-ID"):
        draft_of(a_followup(message_id=broken))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_read_back(name: str) -> None:
    """A display name reads as it was, and the address beside it stays bare."""
    draft = draft_of(a_followup(to=(Address(name=name, email="anna@client.example"), ANNA)))
    first, second = parsed(draft)["To"].addresses
    expected = _shown(name)

    assert (_solid(expected), "anna@client.example") == (_solid(first.display_name), first.addr_spec)
    assert second.display_name == "Anna Rossi"
    assert [expected, "Anna Rossi"] == older_names(draft, "To")
    assert b"anna@client.example" in (raw_field(draft, "To") or b"")
    assert longest_line(draft) <= 78


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("", b"anna@client.example"),
        ("anna@client.example", b"anna@client.example"),
        ("Anna Rossi", b"Anna Rossi <anna@client.example>"),
        ("Rossi, Anna", b'"Rossi, Anna" <anna@client.example>'),
        ('Anna "Nina" \\ Rossi', b'"Anna \\"Nina\\" \\\\ Rossi" <anna@client.example>'),
        ("Müller, Jürgen", b"=?utf-8?Q?M=C3=BCller=2C_J=C3=BCrgen?= <anna@client.example>"),
        ("王小明", b"=?utf-8?B?546L5bCP5piO?= <anna@client.example>"),
        ("Anna\r\nBcc: evil@x.example", b'"Anna Bcc: evil@x.example" <anna@client.example>'),
        ("Anna\u202egnp.exe", b'"Annagnp.exe" <anna@client.example>'),
        ("Anna\x00", b"Anna <anna@client.example>"),
    ],
)
def test_a_name_on_the_wire(name: str, field: bytes) -> None:
    """The plainest form that can hold the name is taken, and nothing in it breaks out."""
    draft = draft_of(a_followup(to=(Address(name=name, email="anna@client.example"),)))

    assert field == unfolded(raw_field(draft, "To"))


@pytest.mark.parametrize(
    ("email", "on_the_wire"),
    [
        ("anna@client.example", b"anna@client.example"),
        (" Anna@Client.Example ", b"Anna@Client.Example"),
        ("anna@bücher.example", b"anna@xn--bcher-kva.example"),
        ("anna@BÜCHER.example", b"anna@xn--bcher-kva.example"),
        ("anna@faß.example", b"anna@xn--fa-hia.example"),
        ("anna@例え.テスト", b"anna@xn--r8jz45g.xn--zckzah"),
        ("anna.@mobile.example", b"anna.@mobile.example"),
        ('"anna rossi"@client.example', b'"anna rossi"@client.example'),
        ("anna@[192.0.2.1]", b"anna@[192.0.2.1]"),
        ("o'neil+tag@client.example", b"o'neil+tag@client.example"),
    ],
)
def test_an_address_on_the_wire(email: str, on_the_wire: bytes) -> None:
    """An address stands as it was written, its domain in A-labels."""
    draft = draft_of(a_followup(to=(Address(email=email),)))

    assert on_the_wire == raw_field(draft, "To")


@pytest.mark.parametrize(
    "email",
    [
        "",
        "anna",
        "@client.example",
        "anna@",
        "änna@client.example",
        "anna rossi@client.example",
        "anna@client.example>, <evil@x.example",
        "anna@client.example\r\nBcc: evil@x.example",
        "anna@cli\x00ent.example",
        "anna@cli ent.example",
        "anna@client..example",
        "anna@☃\u2028.example",
        "anna@" + "a" * 64 + ".example",
        "a" * 300 + "@" + "client.example" * 3,
        "undisclosed-recipients:;",
    ],
)
def test_an_address_that_can_not_stand(email: str) -> None:
    """It is refused: a draft to somebody else would be worse than none."""
    with pytest.raises(ValueError, match=r"not (an address|a domain|a label|ASCII)"):
        draft_of(a_followup(to=(Address(email=email),)))


@pytest.mark.parametrize(
    "subject",
    [
        "Re: The new site",
        "Re:",
        "Closing the loop",
        "Re: Größe und Preis",
        "Grüße",
        "Re: " + "a word and " * 60,
        "Re: " + "ein schönes Wort " * 40,
        "Re: " + "x" * 990,
        "Re: " + "👩‍👩‍👧‍👦" * 40,
        "Re: =?utf-8?Q?literally?=",
        "Re: two  blanks",
        "Re:  ö",
        "Re: {{7*7}} {% raw %} <b>bold</b> &amp;",
        "Re: مرحبا بالعالم",
    ],
)
def test_a_subject_read_back(subject: str) -> None:
    """A subject reads as it was to both readers, in lines of at most 78 characters where it can be broken."""
    draft = draft_of(a_followup(), subject=subject)
    expected = subject.strip()

    assert expected == parsed(draft)["Subject"]
    assert expected == decoded(draft, "Subject")
    assert longest_line(draft) <= 78


def test_a_subject_with_a_word_that_fills_a_line() -> None:
    """A word that can't be broken goes beyond 78 characters, never beyond 998 octets."""
    draft = draft_of(a_followup(), subject="Re: " + "x" * 600)

    assert raw_field(draft, "Subject") == b"Re:\r\n " + b"x" * 600


@pytest.mark.parametrize(
    ("subject", "on_the_wire"),
    [
        ("Re: a\r\nBcc: evil@x.example", b"Re: =?utf-8?Q?a__Bcc=3A_evil=40x=2Eexample?="),
        ("Re: a\x00b\x07c", b"Re: a b c"),
        ("Re: a\u2028b\x85c", b"Re: a b c"),
        ("Re: \u202eevil\u202c\u2066x\u2069\u200f", b"Re: evilx"),
        ("Re: Preis für Grün", b"Re: =?utf-8?Q?Preis_f=C3=BCr_Gr=C3=BCn?="),
        ("Re: lone \ud83d surrogate", b"Re: =?utf-8?Q?lone_=EF=BF=BD_surrogate?="),
    ],
)
def test_a_subject_on_the_wire(subject: str, on_the_wire: bytes) -> None:
    """What could end a line, turn the reading order or break the encoding is gone."""
    draft = draft_of(a_followup(), subject=subject)

    assert on_the_wire == unfolded(raw_field(draft, "Subject"))


def test_cc() -> None:
    """All recipients stand in their order."""
    others = (Address(name="Bob", email="bob@client.example"), Address(email="c@client.example"))
    message = parsed(draft_of(a_followup(cc=others)))

    assert [a.addr_spec for a in message["Cc"].addresses] == ["bob@client.example", "c@client.example"]
    assert [a.addr_spec for a in message["To"].addresses] == ["anna@client.example"]
    assert [a.addr_spec for a in message["From"].addresses] == ["dana@studio.example"]


def test_no_cc() -> None:
    """Without anybody in copy there is no such field."""
    assert raw_field(draft_of(a_followup()), "Cc") is None


def test_fifty_recipients() -> None:
    """A long list is folded between mailboxes."""
    many = tuple(Address(name=f"Jürgen {n}", email=f"j{n}@client.example") for n in range(50))
    draft = draft_of(a_followup(to=many))

    assert [a.email for a in many] == [a.addr_spec for a in parsed(draft)["To"].addresses]
    assert [a.name for a in many] == [a.display_name for a in parsed(draft)["To"].addresses]
    assert longest_line(draft) <= 78


def test_the_date() -> None:
    """The moment is told with the owner's offset."""
    draft = draft_of(a_followup())

    assert raw_field(draft, "Date") == b"Sat, 21 Nov 2026 08:30:00 +0100"
    assert parsedate_to_datetime(parsed(draft)["Date"]) == WRITTEN_AT


def test_a_date_without_a_zone() -> None:
    """It is refused: the owner's offset can't be guessed."""
    with pytest.raises(ValueError, match="no zone"):
        draft_of(a_followup(written_at=datetime(2026, 11, 21, 8, 30)))  # noqa: DTZ001 - the point of the test


def test_the_fields_there_are() -> None:
    """These, each once, and no other: none names a program."""
    names = re.findall(rb"^([!-9;-~]+):", header_of(draft_of(a_followup(cc=(ANNA,)))), re.MULTILINE)

    assert (
        b"From To Cc Subject Date Message-ID In-Reply-To References MIME-Version Content-Type Content-Transfer-Encoding"
    ).split() == names


ANY_TEXT = st.text(st.characters(), max_size=120)
IDS = st.one_of(st.from_regex(r"[!-;=?-~]{1,200}", fullmatch=True), ANY_TEXT)


@given(name=ANY_TEXT, subject=ANY_TEXT, ids=st.lists(IDS, max_size=30), copies=st.lists(ANY_TEXT, max_size=4))
def test_any_name_subject_and_ids(name: str, subject: str, ids: list[str], copies: list[str]) -> None:
    """The header is ASCII in lines that any server takes, and reads back as it was meant."""
    cc = tuple(Address(name=copy, email=f"c{n}@client.example") for n, copy in enumerate(copies))
    followup = a_followup(to=(Address(name=name, email="anna@client.example"),), cc=cc, references=(*ids, "p@b"))
    draft = draft_of(followup, subject=f"Re: {subject}")
    header = header_of(draft)
    message = parsed(draft)

    assert header.isascii()
    assert re.fullmatch(rb"(?:[A-Z][A-Za-z-]*: [ -~]+\r\n(?: [!-~][ -~]*\r\n)*)+", header)
    assert longest_line(draft) <= 998
    assert not message.defects
    assert one_line(f"Re: {subject}") == message["Subject"]
    assert one_line(f"Re: {subject}") == decoded(draft, "Subject")
    assert [a.addr_spec for a in message["To"].addresses] == ["anna@client.example"]
    assert _solid(_shown(name)) == _solid(message["To"].addresses[0].display_name)
    copied = message["Cc"].addresses if cc else ()
    assert [_solid(_shown(copy)) for copy in copies] == [_solid(a.display_name) for a in copied]
    assert [_shown(name)] == older_names(draft, "To")
    assert list(map(_shown, copies)) == older_names(draft, "Cc")
    assert unfolded(raw_field(draft, "References")).split()[-1] == b"<p@b>"
    assert message["In-Reply-To"] == "<p@b>"
    assert all(b"<" + word.strip(b"<>") + b">" == word for word in unfolded(raw_field(draft, "References")).split())


def _shown(name: str) -> str:
    return re.sub(" +", " ", one_line(name, limit=200))


def _solid(name: str) -> str:
    """The name without blanks: the newer reader puts some between encoded words, against RFC 2047 §6.2."""
    return re.sub(r"\s", "", name)


def test_an_id_from_a_seed() -> None:
    """The same seed gives the same id, with the look of a mail client's; another seed another."""
    made = message_id_for("work/k3f9/0", "Studio.example")

    assert made == message_id_for("work/k3f9/0", "studio.example")
    assert made != message_id_for("work/k3f9/1", "studio.example")
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}@studio\.example", made)


def test_an_id_for_a_domain_beyond_ascii() -> None:
    """The domain stands in A-labels."""
    assert message_id_for("x", "bücher.example").endswith("@xn--bcher-kva.example")


@pytest.mark.parametrize("domain", ["", "a b", "x\r\n", "a@b", "a..b"])
def test_an_id_for_no_domain(domain: str) -> None:
    """It is refused."""
    with pytest.raises(ValueError, match="not a domain"):
        message_id_for("x", domain)


@given(seeds=st.sets(st.text(max_size=20), min_size=2, max_size=20))
def test_ids_from_many_seeds(seeds: set[str]) -> None:
    """No two seeds share an id, and each id can stand in a header."""
    ids = [message_id_for(seed, "studio.example") for seed in seeds]

    assert len(seeds) == len(set(ids))
    assert all(f"<{i}>".encode() == raw_field(draft_of(a_followup(message_id=i)), "Message-ID") for i in ids)


def test_ids_told_apart() -> None:
    """What is written of the draft's own id and its parents' are three fields."""
    draft = draft_of(a_followup())
    names = ("Message-ID", "In-Reply-To", "References")

    assert [
        f"<{OWN_ID}>".encode(),
        b"<offer@studio.example>",
        b"<asked@client.example> <offer@studio.example>",
    ] == [unfolded(raw_field(draft, name)) for name in names]
