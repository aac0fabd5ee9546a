"""Whole drafts, byte for byte: what a change to the writing would do to the mail of real people is seen here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crickets.domain.letter import Voice
from crickets.domain.message import Address
from crickets.domain.notice import NOTICE_NAMES, LateInvoice
from crickets.writing import LANGUAGES, TEMPLATE_NAMES, Shelf, words_of, write_draft
from tests.writing.builders import a_followup, an_offer, text_of
from tests.writing.golden import FOLDER, a_notice, golden_letters

NOTICE = a_notice(LateInvoice(number="7", amount=Decimal(9), due_on=date(2026, 5, 1), days_late=30), late_fee="1")

PLAIN = """\
From: Dana Levi <dana@studio.example>
To: Anna Rossi <anna@client.example>
Subject: Re: The new site
Date: Sat, 21 Nov 2026 08:30:00 +0100
Message-ID: <6f1c2a9e-3b7d-4c55-9e0f-1a2b3c4d5e6f@studio.example>
In-Reply-To: <offer@studio.example>
References: <asked@client.example>
 <offer@studio.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 7bit

Hi Anna,

Any news?

Best wishes,
Dana

On 14 November 2026, Dana Levi wrote:
> Hi Anna,
>
> here is the offer.
"""

RICH = """\
From: =?utf-8?Q?Dana_Levi_=F0=9F=8C=B8?= <dana@studio.example>
To: =?utf-8?Q?M=C3=BCller=2C_J=C3=BCrgen?= <jm@client.example>,
 "Levi, Ruth" <ruth@client.example>
Cc: Ann O'Neil <ann@client.example>
Subject: Re: =?utf-8?Q?Gr=C3=B6=C3=9Fe=2C_Preis?=
Date: Sat, 21 Nov 2026 08:30:00 +0100
Message-ID: <6f1c2a9e-3b7d-4c55-9e0f-1a2b3c4d5e6f@studio.example>
In-Reply-To: <offer@studio.example>
References: <asked@client.example>
 <offer@studio.example>
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_a25efa61e88a5c4adf9226e23f72133e"

--=_a25efa61e88a5c4adf9226e23f72133e
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Hallo J=C3=BCrgen,

gibt es schon etwas?

Viele Gr=C3=BC=C3=9Fe
Dana

--=20
Dana Levi
Studio Levi

Am 14. November 2026 schrieb Dana Levi =F0=9F=8C=B8:
> Hi J=C3=BCrgen,
> 2 < 3

--=_a25efa61e88a5c4adf9226e23f72133e
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html>
<html>
<body>
<p>Hallo J=C3=BCrgen,</p>
<p>gibt es schon etwas?</p>
<p>Viele Gr=C3=BC=C3=9Fe<br>
Dana</p>
<p>-- <br>
Dana Levi<br>
Studio Levi</p>
<p>Am 14. November 2026 schrieb Dana Levi =F0=9F=8C=B8:</p>
<blockquote type=3D"cite" style=3D"margin:0 0 0 .8ex;border-left:1px so=
lid #ccc;padding-left:1ex">
<p>Hi J=C3=BCrgen,<br>
2 &lt; 3</p>
</blockquote>
</body>
</html>

--=_a25efa61e88a5c4adf9226e23f72133e--
"""


def test_a_plain_draft() -> None:
    """ASCII stays as it is typed."""
    voice = Voice(greeting="Hi Anna,", sign_off="Best wishes,\nDana", language="en")
    draft = write_draft(a_followup(template="news"), voice, an_offer(), "Dana Levi", Shelf({"news": "Any news?"}))

    assert PLAIN.replace("\n", "\r\n").encode() == draft


def test_a_draft_with_everything() -> None:
    """Names with commas, umlauts and emoji, Cc, a signature, HTML: each where and as it belongs."""
    followup = a_followup(
        template="news",
        sender=Address(name="Dana Levi 🌸", email="dana@studio.example"),
        to=(
            Address(name="Müller, Jürgen", email="jm@client.example"),
            Address(name="Levi, Ruth", email="ruth@client.example"),
        ),
        cc=(Address(name="Ann O'Neil", email="ann@client.example"),),
        subject="Größe, Preis",
        language="de",
    )
    voice = Voice(signature="Dana Levi\nStudio Levi", language="de", formal=False)
    draft = write_draft(
        followup,
        voice,
        an_offer("Hi Jürgen,\n2 < 3", html=True),
        "Dana Levi",
        Shelf({"de/news": "gibt es schon etwas?", "en/news": "Any news?"}),
    )

    assert RICH.replace("\n", "\r\n").encode() == draft


GOLDEN = dict(golden_letters())


@pytest.mark.parametrize("path", GOLDEN, ids=[str(path.relative_to(FOLDER)) for path in GOLDEN])
def test_a_golden_letter(path: Path) -> None:
    """It reads as it was read and found good; `golden` writes it anew."""
    assert path.read_text("utf-8") == GOLDEN[path]


def test_the_golden_letters() -> None:
    """None lies there that no template makes any more."""
    assert set(FOLDER.rglob("*.txt")) == set(GOLDEN)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATE_NAMES)
@pytest.mark.parametrize("formal", [True, False, None])
def test_every_letter_there_is(language: str, name: str, *, formal: bool | None) -> None:
    """A letter has a greeting, a text, a sign-off and a quote, a single empty line apart, and nothing left to fill."""
    voice = Voice(language=language, formal=formal, signature="Studio Levi")
    followup = replace(a_followup(template=name), notice=NOTICE if name in NOTICE_NAMES else None)
    draft = write_draft(followup, voice, an_offer(), "Dana Levi", Shelf())
    blocks = text_of(draft).removesuffix("\n").split("\n\n")
    greeting, *texts, sign_off, signature, quote = blocks

    assert greeting[-1] in ",!:"
    assert texts
    assert all(block.strip("\n ") == block for block in (greeting, *texts, sign_off, quote))
    assert sign_off.split("\n")[1] in ("Dana", "Dana Levi")
    assert signature == "-- \nStudio Levi"
    assert quote.split("\n")[1:] == ["> Hi Anna,", ">", "> here is the offer."]
    assert not {"{", "}", "\r", "\t"} & set("".join(blocks))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_after_its_greeting(language: str) -> None:
    """The text begins with a capital wherever the greeting does not end with a comma."""
    words = words_of(a_followup(), Voice(language=language, greeting="Anna!"), an_offer(), "Dana", Shelf())
    greeting, text, *_ = words.text.split("\n\n")

    assert greeting == "Anna!"
    assert text.lstrip("¿")[0].isupper()
