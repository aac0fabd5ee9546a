from __future__ import annotations

import pytest

from crickets.domain.message import is_invented
from crickets.reading.header.identifiers import IDS_LIMIT, id_of, ids_of, invented_id, parents_of

_LONG = "A" * 1200 + "@mail.example"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"<a@b>", ("a@b",)),
        (b"<a@b> <c@d>\r\n\t<a@b>", ("a@b", "c@d")),
        (b"<a@b>,<c@d>", ("a@b", "c@d")),
        (b"<a@b><c@d>", ("a@b", "c@d")),
        (b"a@b c@d", ("a@b", "c@d")),
        (b"<a@b> (a comment <no@id> here)", ("a@b", "no@id")),
        (b"(said by x@y) a@b", ("a@b",)),
        (b"=?utf-8?q?=3CAM0PR04MB1=40prod=2Eexample=3E?=", ("AM0PR04MB1@prod.example",)),
        (b"=?utf-8?q?=3Ca=40b=3E_=3Cc?= =?utf-8?q?=40d=3E?=", ("a@b", "c@d")),
        (b"<a@b\r\n .example>", ("a@b.example",)),
        (f"<{_LONG}>".encode(), (_LONG,)),
        (b"<a@b> <cut@off", ("a@b", "cut@off")),
        (b"<>", ()),
        (b"words only", ()),
        (b"<" + b"x" * 9000 + b">", ()),
        (b"", ()),
    ],
)
def test_a_field_of_ids(raw: bytes, expected: tuple[str, ...]) -> None:
    """Its ids come without brackets, in order, each once, however they were written."""
    assert expected == ids_of(raw)


def test_a_thread_of_a_thousand_mails() -> None:
    """The root and the newest ancestors are kept."""
    found = ids_of(b" ".join(b"<%d@x>" % number for number in range(1000)))

    assert (len(found), found[0], found[-1]) == (IDS_LIMIT, "0@x", "999@x")


@pytest.mark.parametrize(
    ("references", "in_reply_to", "expected"),
    [
        (b"<a@b> <c@d>", b"<c@d>", ("a@b", "c@d")),
        (b"<a@b>", b"<c@d>", ("a@b", "c@d")),
        (b"", b"c@d", ("c@d",)),
        (b"", b'Message from Anna <anna@client.example> of "Monday." <c@d>', ("c@d",)),
        (b"", b"Your message of Monday", ()),
    ],
)
def test_what_a_mail_answers(references: bytes, in_reply_to: bytes, expected: tuple[str, ...]) -> None:
    """References, then In-Reply-To, where an address among words is no id."""
    assert expected == parents_of(references, in_reply_to)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(b"<a@b>", "a@b"), (b"a@b", "a@b"), (b"<noat>", "noat"), (b"noat", "noat"), (b"two words", None), (b"", None)],
)
def test_a_mails_own_id(raw: bytes, expected: str | None) -> None:
    """It's told with or without brackets and ``@``."""
    assert expected == id_of(raw)


def test_an_id_made_up_for_a_mail_without_one() -> None:
    """It's the same for every copy, another for another mail, and knows itself."""
    parts = (b"Mon, 2 Mar 2026", b"a@b", b"c@d", b"Hello")
    one = invented_id(parts)

    assert one == invented_id((b"Mon,  2 Mar 2026 ", *parts[1:]))
    assert one != invented_id((*parts[:3], b"Hello!"))
    assert (is_invented(one), is_invented(ids_of(b"<a@b>")[0])) == (True, False)
