from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from crickets.reading import kind_of_report
from tests.reading.build import a_mail, a_multipart


def _a_report(*recipients: str, kind: str = "delivery-status") -> bytes:
    blocks = "\n\n".join(recipients if kind != "delivery-status" else ("Reporting-MTA: dns; mx.example", *recipients))
    return a_multipart(
        f"report; report-type={kind}",
        "Content-Type: text/plain\n\nThis is the mail system.",
        f"Content-Type: message/{kind}\n\n{blocks}",
        **{"from": "MAILER-DAEMON@mx.example"},
    )


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (("Action: failed\nStatus: 5.1.1",), (Kind.BOUNCE, ("action: failed",))),
        (("Action: FAILED (gone)\nStatus: 4.4.7",), (Kind.BOUNCE, ("action: failed",))),  # given up after days
        (("Action: delayed\nStatus: 4.4.1",), (Kind.DELAY, ("action: delayed",))),
        (("Action: delivered\nStatus: 2.1.5",), (Kind.RECEIPT, ("action: delivered",))),
        (("Action: relayed",), (Kind.RECEIPT, ("action: relayed",))),
        (("Action: expanded",), (Kind.RECEIPT, ("action: expanded",))),
        (("Status: 5.1.1",), (Kind.BOUNCE, ("status: 5.1.1",))),
        (("Status: 4.2.0",), (Kind.DELAY, ("status: 4.2.0",))),
        (("Action: delivered", "Action: failed"), (Kind.BOUNCE, ("action: delivered", "action: failed"))),
        (("Action: delivered", "Action: delayed"), (Kind.DELAY, ("action: delivered", "action: delayed"))),
    ],
)
def test_a_report_of_rfc_3464(recipients: tuple[str, ...], expected: tuple[Kind, tuple[str, ...]]) -> None:
    """Its action decides, else its status; of several recipients the one worst off."""
    assert expected == kind_of_report(_a_report(*recipients))


def test_a_read_receipt() -> None:
    """It's told by its own part, with what it says was done."""
    mail = _a_report("Disposition: manual-action/MDN-sent-manually; displayed", kind="disposition-notification")
    signals = ("disposition: manual-action/mdn-sent-manually; displayed",)

    assert (Kind.RECEIPT, signals) == kind_of_report(mail)


@pytest.mark.parametrize(
    ("body", "subject", "expected"),
    [
        ("Unknown user. I'm giving up.", "failure notice", Kind.BOUNCE),
        ("It has not yet been delivered. We will keep trying.", "Mail status", Kind.DELAY),
        ("THIS IS A WARNING MESSAGE ONLY.\n550 later", "Returned mail", Kind.DELAY),
        ("We will retry for days. It could not be delivered so far.", "Delayed Mail (still being retried)", Kind.DELAY),
        ("It could not be delivered, though we tried.", "Delayed mail", Kind.BOUNCE),
        ("Nothing of the kind.", "failure notice", Kind.BOUNCE),
    ],
)
def test_a_report_in_words_alone(body: str, subject: str, expected: Kind) -> None:
    """Failure and delay are told by what the text says first, else by the title."""
    mail = a_mail(body, subject=subject, **{"from": "MAILER-DAEMON@mx.example"})

    assert expected == kind_of_report(mail)[0]


def test_a_person_who_writes_of_a_failure() -> None:
    """Words alone make no report of a person's mail."""
    assert Kind.PERSON is kind_of_report(a_mail("Your mail could not be delivered, user unknown!"))[0]
