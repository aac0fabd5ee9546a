"""Whose letters a draft learns its tone from: those that the two people wrote, each from the address at hand."""

from __future__ import annotations

import pytest

from crickets.service.wording import LETTER_OCTETS
from tests.cycle.stage import CLIENT, ME, Stage, a_message, days_ago
from tests.servers.mail import Mail

PRIVATE = "Dana Levi <dana@levi.example>"
ASKED = a_message(sender=CLIENT, to=ME, at=days_ago(12))
"""What Anna asked."""


def writes(stage: Stage, sender: str, body: str, *, days: float) -> None:
    """Dana writes in the thread, so many days ago."""
    mail = a_message(sender=sender, to=CLIENT, at=days_ago(days), body=body, reply_to=ASKED)
    stage.box.put("Sent", mail, flags=["\\Seen"])


def page_of(mail: Mail) -> str:
    """The HTML of a mail."""
    part = mail.parsed.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def test_the_signature_of_another_address(quick_stage: Stage) -> None:
    """It stays with that address; greeting and form of address are of the two people, whatever the address."""
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, "Ciao Anna,\n\nhere you are.\n\nBest wishes,\nDana\n\n-- \nStudio Levi\n", days=10)
    writes(quick_stage, PRIVATE, "does it suit you?\n\nSee you,\nDana\n", days=6)
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert draft.mail.header("From") == PRIVATE
    assert draft.mail.text.startswith("Ciao Anna,")
    assert "See you,\nDana" in draft.mail.text
    assert "Studio Levi" not in draft.mail.text


def test_the_signature_of_the_same_address(quick_stage: Stage) -> None:
    """It's taken from the letter in which it stood last, though another address wrote since in another thread."""
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, "Hi Anna,\n\nhere you are.\n\nBest wishes,\nDana\n\n-- \nStudio Levi\n", days=6)
    other = a_message(
        sender=PRIVATE, to=CLIENT, subject="Sunday", at=days_ago(5.5), body="Ciao Anna,\n\nshall we?\n\n-- \nAt home\n"
    )
    quick_stage.box.put("Sent", other, flags=["\\Seen"])
    quick_stage.look()

    [draft] = (draft for draft in quick_stage.drafts if draft.mail.subject == "Re: The new site")
    assert "Studio Levi" in draft.mail.text
    assert "At home" not in draft.mail.text


def test_a_client_who_has_written_from_another_address_since(quick_stage: Stage) -> None:
    """The draft that goes there speaks to them as the owner's letters to the first one do."""
    asked = a_message(sender=CLIENT, to=ME, body="Ciao Dana,\n\nmi mandi un preventivo?\n\nAnna\n", at=days_ago(20))
    body = "Ciao Anna,\n\necco il preventivo che volevi. Ti va bene?\n\nUn bacio\nDana\n"
    offer = a_message(sender=ME, to=CLIENT, body=body, at=days_ago(18), reply_to=asked)
    body = "Buongiorno,\n\nil numero del commercialista è questo.\n\nAnna\n"
    private = "Anna Rossi <anna.rossi77@gmail.com>"
    other = a_message(sender=private, to=ME, subject="Commercialista", body=body, at=days_ago(9))
    quick_stage.box.put("INBOX", asked)
    quick_stage.box.put("Sent", offer, flags=["\\Seen"])
    quick_stage.box.put("INBOX", other)
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert draft.mail.header("To") == private
    assert draft.mail.text.startswith("Ciao Anna,\n\nti serve")
    assert "Un bacio\nDana\n" in draft.mail.text


def test_letters_that_are_asked_for_together(quick_stage: Stage) -> None:
    """Those of the owner's by one command, behind the one that is answered; those of the client's by another."""
    quick_stage.box.put("INBOX", ASKED)
    quick_stage.box.put("INBOX", a_message(sender=CLIENT, to=ME, subject="The print", at=days_ago(30)))
    for days in (20, 10, 6):
        writes(quick_stage, ME, f"Hi Anna,\n\nhere is what {days} days made of it.\n\nBest,\nDana\n", days=days)
    quick_stage.look()

    assert len(quick_stage.drafts) == 1
    asked = [rest for _, rest in quick_stage.recorder.commands if f"BODY.PEEK[]<0.{LETTER_OCTETS}>" in rest]
    assert [len(rest.split()[0].split(",")) for rest in asked] == [1, 2, 2]


ABSENT = "Vielen Dank für Ihre Nachricht. Ich bin bis morgen nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.\n"
FORGED = "Bitte öffnen Sie die Datei, die ich Ihnen geschickt habe. Ihre Zahlung ist überfällig.\n"


@pytest.mark.parametrize(
    ("folder", "body", "auto"), [("INBOX", ABSENT, "auto-replied"), ("Junk", FORGED, None)], ids=["a machine", "junk"]
)
def test_what_the_client_never_wrote(quick_stage: Stage, folder: str, body: str, auto: str | None) -> None:
    """An automatic reply, and what somebody sent under their name, say nothing of how the two talk."""
    asked = a_message(
        sender=CLIENT, to=ME, body="Hallo Dana,\n\nkannst du mir ein Angebot schicken?\n", at=days_ago(40)
    )
    mail = a_message(
        sender=ME, to=CLIENT, body="Hallo Anna,\n\nhier ist das Angebot.\n", at=days_ago(30), reply_to=asked
    )
    machine = a_message(
        sender=CLIENT, to=ME, subject="Abwesend", body=body, at=days_ago(29), headers={"Auto-Submitted": auto}
    )
    quick_stage.box.put("INBOX", asked)
    quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.box.put(folder, machine)
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert "brauchst du zu" in draft.mail.text


def test_a_thread_in_another_language(quick_stage: Stage) -> None:
    """It goes on in its own, with the greeting and the closing words that the owner has for this client there."""
    asked = a_message(sender=CLIENT, to=ME, body="Ciao Dana,\n\nmi mandi un preventivo per il sito?\n", at=days_ago(12))
    body = "Ciao carissima Anna,\n\necco il preventivo che mi avevi chiesto.\n\nA presto,\nDana\n"
    italian = a_message(sender=ME, to=CLIENT, body=body, at=days_ago(6), reply_to=asked)
    body = "Hi Anna,\n\nthis is for your colleagues in London, who may want to read it.\n\nBest,\nDana\n"
    english = a_message(sender=ME, to=CLIENT, body=body, subject="For London", at=days_ago(5.5))
    quick_stage.box.put("INBOX", asked)
    for mail in (italian, english):
        quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert "preventivo" in draft.mail.text
    assert draft.mail.text.startswith("Ciao carissima Anna,\n\nti serve ancora qualcosa da parte mia")
    assert "A presto,\nDana\n\nIl giorno" in draft.mail.text


BLOCK = "Studio Levi\nBrand design & typography\nMilano"
TEXT = "Hi {name},\n\n{body}\n\nBest,\nDana\n\n" + f"{BLOCK}\n"
HTML = (
    "<p>Hi {name},</p><p>{body}</p><p>Best,<br>Dana</p>"
    "<p><b>Studio Levi</b><br>Brand design &amp; typography<br><i>Milano</i></p>"
)


def writes_to(stage: Stage, client: str, said: str, *, days: float, folder: str = "Sent") -> None:
    """Dana writes to somebody, with her block below her name and no separator."""
    name = client.split(maxsplit=1)[0]
    mail = a_message(ME, client, f"For {name}", TEXT.format(name=name, body=said), at=days_ago(days))
    stage.box.put(folder, mail, flags=["\\Seen"])


def test_a_signature_below_no_separator(quick_stage: Stage) -> None:
    """It's told by the letters to other clients, and stands below the draft once."""
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, TEXT.format(name="Anna", body="here you are."), days=6)
    writes_to(quick_stage, "Ben Bo <ben@other.example>", "it is done.", days=30)
    writes_to(quick_stage, "Eva Ek <eva@third.example>", "shall we meet?", days=40)
    quick_stage.look()

    [draft] = (draft for draft in quick_stage.drafts if draft.mail.subject == "Re: The new site")
    own, _, quote = draft.mail.text.partition("\n\nOn ")
    assert own.endswith(f"\n\nBest,\nDana\n\n-- \n{BLOCK}")
    assert own.count(BLOCK) == 1
    assert quote.count("> Studio Levi") == 1


def test_a_block_that_only_two_know(quick_stage: Stage) -> None:
    """What one client alone got isn't taken for a signature, nor what lies elsewhere than in Sent."""
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, TEXT.format(name="Anna", body="here you are."), days=6)
    writes_to(quick_stage, "Ben Bo <ben@other.example>", "it is done.", days=30)
    writes_to(quick_stage, "Ben Bo <ben@other.example>", "it is done again.", days=35)
    writes_to(quick_stage, "Eva Ek <eva@third.example>", "shall we meet?", days=40, folder="INBOX")
    quick_stage.look()

    [draft] = (draft for draft in quick_stage.drafts if draft.mail.subject == "Re: The new site")
    own, _, _ = draft.mail.text.partition("\n\nOn ")
    assert "Studio Levi" not in own


def test_a_signature_below_no_separator_in_html(quick_stage: Stage) -> None:
    """It looks as its owner set it, in the HTML part as well once."""
    quick_stage.box.put("INBOX", ASKED)
    letters = (
        (CLIENT, "here it is.", 6),
        ("Ben Bo <ben@b.example>", "done.", 30),
        ("Eva Ek <eva@c.example>", "ok?", 40),
    )
    for client, said, days in letters:
        name, asked = client.split()[0], ASKED if client == CLIENT else None
        text, page = (form.format(name=name, body=said) for form in (TEXT, HTML))
        mail = a_message(ME, client, said, text, at=days_ago(days), reply_to=asked, html=page)
        quick_stage.box.put("Sent", mail, flags=["\\Seen"])
    quick_stage.look()

    [draft] = (draft for draft in quick_stage.drafts if draft.mail.subject == "Re: The new site")
    own, _, _ = draft.mail.text.partition("\n\nOn ")
    assert own.endswith(f"Best,\nDana\n\n-- \n{BLOCK}")
    html, _, _ = page_of(draft.mail).partition("<blockquote")
    assert html.count("<b>Studio Levi</b>") == html.count("Studio Levi") == 1


def test_a_greeting_of_the_owners_config(quick_stage: Stage) -> None:
    """It's the first line of the draft, in the place of the one in earlier mail."""
    quick_stage.extra = '[[clients]]\nname = "Anna"\nmatch = "anna@client.example"\ngreeting = "Cara Annina,"\n'
    quick_stage.box.put("INBOX", ASKED)
    writes(quick_stage, ME, "Hi Anna,\n\nhere you are.\n\nBest,\nDana\n", days=6)
    quick_stage.look()

    [draft] = quick_stage.drafts
    assert draft.mail.text.startswith("Cara Annina,\n\nIs there anything")


@pytest.mark.parametrize(("folder", "is_kept"), [("Sent", True), ("INBOX", False)])
def test_a_disclaimer_below_a_signature(quick_stage: Stage, folder: str, *, is_kept: bool) -> None:
    """Of a copy that Dana sent to herself it's left out: her server, which has added it, does so again."""
    law = "This e-mail is confidential and intended only for the recipient."
    body = f"Hi Anna,\n\nhere you are.\n\nBest,\nDana\n\nStudio Levi\nwww.studio.example\n\n{law}\n"
    quick_stage.box.put("INBOX", ASKED)
    quick_stage.box.put(folder, a_message(ME, CLIENT, at=days_ago(6), body=body, reply_to=ASKED))
    quick_stage.look()

    [draft] = quick_stage.drafts
    own, _, _ = draft.mail.text.partition("\n\nOn ")
    assert "Studio Levi\nwww.studio.example" in own
    assert (law in own) == is_kept
