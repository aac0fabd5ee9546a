"""`template`: the texts, the built-in and the owner's own."""

from __future__ import annotations

import re

import pytest

from crickets.domain.message import Address
from crickets.writing import LANGUAGES, TEMPLATE_NAMES
from tests.cli.home import Home, a_silence, days_ago
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer

BEN = Address(name="Ben Bianchi", email="ben@shop-of-ben.example")


def test_the_list(home: Home) -> None:
    """Every template is named, without any config."""
    home.config.unlink()

    told = home.plain("template", "list", "--json").json["templates"]

    assert [t["name"] for t in told] == list(TEMPLATE_NAMES)
    assert told[0] == {"name": TEMPLATE_NAMES[0], "languages": list(LANGUAGES), "yours": []}
    assert "closing-the-loop" in home.plain("template", "list").out


def test_a_source(home: Home) -> None:
    """It's shown as it is; where it comes from is a remark on stderr."""
    told = home("template", "show", "check-in", "--language", "it")
    document = home("template", "show", "check-in", "--language", "it", "--json").json

    assert told.code == 0
    assert "check-in" in told.err
    assert told.out.strip() == document["source"].strip()
    assert (document["language"], document["yours"]) == ("it", False)


@pytest.mark.parametrize(
    ("command", "default"),
    [("show", "[default: en]"), ("eject", "[default: en]"), ("render", "by default in the language its draft")],
)
def test_the_help_on_languages(home: Home, command: str, default: str) -> None:
    """It names every language there is, and the one that's taken where none is named."""
    told = " ".join(home.plain("template", command, "--help").out.replace("│", " ").split())

    assert default in told
    assert set(LANGUAGES) <= set(re.findall(r"\b[a-z]{2}\b", told.partition("CODE")[2].partition("--")[0]))


@pytest.mark.parametrize("arguments", [("chek-in",), ("check-in", "--language", "xx")])
def test_a_template_that_is_none(home: Home, arguments: tuple[str, ...]) -> None:
    """It's wrong usage, and what is near is named."""
    told = home("template", "show", *arguments)

    assert told.code == 2
    assert "check-in" in told.err or "en" in told.err


def test_ejecting(home: Home) -> None:
    """The copy is the owner's from then on, and is never overwritten."""
    told = home("template", "eject", "check-in", "--language", "it")
    path = home.folder / "templates" / "it" / "check-in.j2"
    path.write_text(path.read_text() + "\nA presto\n")
    again = home("template", "eject", "check-in", "--language", "it")

    assert told.code == 0
    assert str(path) in told.out
    assert again.code == 2
    assert "--force" not in again.err
    assert path.read_text().endswith("A presto\n")
    document = home("template", "show", "check-in", "--language", "it", "--json").json
    assert (document["yours"], "A presto" in document["body"]) == (True, True)
    listed = home("template", "list", "--json").json["templates"]
    assert [t["yours"] for t in listed if t["name"] == "check-in"] == [["it"]]


def test_ejecting_beside_a_config_that_others_may_read(home: Home) -> None:
    """Others may read the copy too: the machine's unit, which is one of them, would be wrong without it."""
    home.config.chmod(0o644)
    home.folder.chmod(0o750)

    assert home("template", "eject", "check-in").code == 0

    made = [home.folder / "templates", *(home.folder / "templates").rglob("*")]
    assert [path.stat().st_mode & 0o777 for path in made] == [0o750, 0o750, 0o644]


def test_ejecting_in_every_language(home: Home) -> None:
    """One command copies all; what is the owner's already stays as it is."""
    first = home("template", "eject", "check-in", "--language", "it")
    mine = home.folder / "templates" / "it" / "check-in.j2"
    mine.write_text("Ciao\n")

    told = home("template", "eject", "check-in", "--all-languages")

    assert "--all-languages" in first.err
    assert (told.code, told.out.count("is yours to change")) == (0, len(LANGUAGES) - 1)
    assert mine.read_text() == "Ciao\n"
    assert home("template", "eject", "check-in", "--all-languages").code == 2


def test_ejecting_what_is_the_owners_own(home: Home) -> None:
    """There is nothing to copy: it says that it's theirs, and where."""
    path = home.folder / "templates" / "it" / "bozze.j2"
    path.parent.mkdir(parents=True)
    path.write_text("A che punto sono le bozze?\n")
    (path.parent.parent / "en").mkdir()
    (path.parent.parent / "en" / "bozze.j2").write_text("How are the drafts coming along?\n")
    told = home("template", "eject", "bozze")

    assert told.code == 2
    said = "".join(told.err.split())
    assert "isyourownalready" in said
    assert "".join(str(path.parent.parent / "en" / "bozze.j2").split()) in said


def test_a_template_of_ones_own_in_one_language(home: Home) -> None:
    """It says where another is to lie, and doesn't promise that a built-in one would serve in its place."""
    path = home.folder / "templates" / "nl" / "mine.j2"
    path.parent.mkdir(parents=True)
    path.write_text("Hoe staat het ermee?\n")

    told = home("template", "list")

    assert told.code == 78
    assert "templates/en/mine.j2, or for every language, as templates/mine.j2" in told.err
    assert "Mend them; a template that goes by a built-in one's name may be moved away instead" in " ".join(
        told.err.split()
    )


def test_mistakes_in_the_config_and_in_a_template(home: Home) -> None:
    """One look tells both."""
    home.configure(more="\n[trakc]\n")
    path = home.folder / "templates" / "check-in.j2"
    path.parent.mkdir()
    path.write_text("Dear {{ cleint }}\n")

    told = home("status")

    assert told.code == 78
    assert ("did you mean track?" in told.err, "cleint" in told.err) == (True, True)


def test_a_template_that_nothing_asks_for(home: Home) -> None:
    """The list says so, on stderr."""
    path = home.folder / "templates" / "check-inn.j2"
    path.parent.mkdir()
    path.write_text("Any news?\n")
    (home.folder / "templates" / "xx").mkdir()

    told = home("template", "list", "--json")

    assert (told.code, "check-inn" in {t["name"] for t in told.json["templates"]}) == (0, True)
    assert "check-inn.j2: no step asks for it; did you mean check-in?" in told.err
    assert "templates/xx: is passed over" in told.err


def test_filled_while_the_server_is_away(home: Home) -> None:
    """It's filled from what is known, and says what is missing."""
    home.remember(*a_silence(6))

    told = home("template", "render", "check-in", "--thread", home.only_thread(), "--language", "it")

    assert told.code == 0
    assert "To: Anna Rossi <anna@client.example>" in told.out
    assert "Subject: Re: The new site" in told.out
    assert "Anna" in told.out
    assert "Without quote" in told.err


def test_a_notice_of_all_that_a_client_owes(home: Home) -> None:
    """As the draft would, it lists the invoices of their other threads that are asked for; nobody else's."""
    old = a_silence(4, number=2, subject="The old site")
    shop = a_silence(4, number=3, subject="The shop", client=BEN)
    home.remember(*a_silence(4), *old, *shop)
    threads = {thread["subject"].removeprefix("Re: "): thread["id"] for thread in home.threads}
    for number, subject in enumerate(("The new site", "The old site", "The shop"), 14):
        due = days_ago(60 - number).date()
        file = home.folder / f"2026-{number}.pdf"
        file.write_bytes(b"%PDF-1.7")
        told = ("--number", f"2026-{number}", "--amount", "100.00", "--currency", "EUR", "--due", str(due))
        home("invoice", "add", threads[subject], *told, "--file", str(file))

    for subject in ("The new site", "The old site"):
        shown = home("template", "render", "late-payment", "--thread", threads[subject])

        assert "made up" not in shown.err
        assert [number in shown.out for number in ("2026-14", "2026-15", "2026-16")] == [True, True, False]
        assert "200.00" in shown.out


def test_filled_from_a_real_thread(home: Home, pymap_server: ImapServer) -> None:
    """With the server at hand it's just what would be laid, quote and voice included; nothing is laid."""
    mailbox = OwnersMailbox(pymap_server, pymap_server.user())
    home.configure(port=pymap_server.port, username=mailbox.user, password=pymap_server.password)
    asked = a_message(at=days_ago(4))
    mailbox.put("INBOX", asked)
    offer = "Hi Anna,\n\nhere is the offer.\n\nBest wishes,\nDana\n"
    mailbox.put("Sent", a_message(OWNER, CLIENT, body=offer, at=days_ago(3), reply_to=asked))
    home("once")

    document = home("template", "render", "closing-the-loop", "--thread", home.only_thread(), "--json").json

    assert document["without_letters"] is None
    assert "> here is the offer." in document["text"]
    assert document["to"] == "Anna Rossi <anna@client.example>"
    assert mailbox.drafts == ()
