"""The builder of messages writes what mail clients write, and the reader shows just that."""

from __future__ import annotations

import datetime as dt

from tests.servers.mail import CLIENT, OWNER, Mail, a_message, a_reply, fresh_id

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def a_chain(length: int) -> Mail:
    """The last of `length` messages, each the answer to the one before, with ids as long as Outlook's."""
    mail = a_message(at=AT, message_id=a_long_id(0))
    for number in range(1, length):
        mail = a_message(OWNER, CLIENT, at=AT, reply_to=mail, message_id=a_long_id(number))
    return mail


def a_long_id(number: int) -> str:
    """An id of more than 64 characters, as Outlook makes them."""
    return f"<AM0PR{number:0120}@AM0PR03MB.eurprd03.prod.outlook.example>"


def test_long_ids_in_a_long_chain_stay_as_they_are() -> None:
    """Not one is encoded, none is split, and the parent is last."""
    mail = a_chain(60)

    assert mail.references == tuple(a_long_id(n) for n in range(59))
    assert mail.header("In-Reply-To") == a_long_id(58)
    assert max(len(line) for line in mail.head.splitlines()) < 998
    assert b"=?" not in mail.head


def test_a_reply_has_the_subject_with_one_re() -> None:
    """However often one answers."""
    mail = a_message(at=AT, subject="Ein Büro für Łódź")
    answer = a_reply(a_reply(mail, at=AT), at=AT)

    assert answer.subject == "Re: Ein Büro für Łódź"


def test_a_reply_goes_from_the_recipient_to_the_sender() -> None:
    """The other way round of its parent."""
    answer = a_reply(a_message(at=AT), at=AT)

    assert (answer.header("From"), answer.header("To")) == (OWNER, CLIENT)


def test_headers_of_ones_own_replace_or_leave_out() -> None:
    """Written just as they were given, right or wrong; None leaves the header out."""
    mail = a_message(at=AT, headers={"From": '"Levi, Dana" <d@x.example>', "Message-ID": None, "X-Odd": "ü"})

    assert mail.header("from") == '"Levi, Dana" <d@x.example>'
    assert mail.message_id == ""
    assert mail.header("X-Odd") == "ü"
    assert mail.raw.lower().count(b"\r\nfrom:") + mail.raw.lower().startswith(b"from:") == 1


def test_html_and_attachments_come_along() -> None:
    """The plain text stays the text; file name and content are the attachment's own."""
    mail = a_message(at=AT, html="<p>Hi</p>", attachments=(("invoice.pdf", "application/pdf", b"%PDF-1"),))
    [attached] = mail.parsed.iter_attachments()

    assert mail.text == "Could you send me an offer?\n"
    assert (attached.get_filename(), attached.get_content()) == ("invoice.pdf", b"%PDF-1")


def test_another_text_leaves_headers_and_attachments_alone() -> None:
    """An edited draft is threaded as before, with ids unencoded."""
    mail = a_chain(20)
    edited = mail.with_text("Grüße\n")

    assert edited.text == "Grüße\n"
    assert (edited.references, edited.message_id) == (mail.references, mail.message_id)


def test_another_header_takes_the_place_of_a_folded_one() -> None:
    """All lines of the old one go."""
    mail = a_chain(3).with_header("References", "<one@x.example>")

    assert mail.references == ("<one@x.example>",)
    assert mail.raw.count(a_long_id(0).encode()) == 0


def test_lines_end_as_on_the_wire() -> None:
    """CR LF everywhere, so that what is put is what is fetched."""
    raw = a_message(at=AT, body="one\ntwo\n", html="<p>Hi</p>").raw

    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_date_and_fresh_ids() -> None:
    """The Date header is the moment given; no two ids are alike, and they are of the sender's domain."""
    one, other = (fresh_id("Dana <dana@studio.example>", AT) for _ in range(2))

    assert a_message(at=AT).date == AT
    assert one != other
    assert one.endswith("@studio.example>")
