"""`once` and `check`, on a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.home import Home, days_ago
from tests.reading.invoices.samples import a_ubl
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer


@pytest.fixture
def mailbox(home: Home, pymap_server: ImapServer) -> OwnersMailbox:
    """An empty mailbox on a real server, and a config that leads to it."""
    user = pymap_server.user()
    home.configure(port=pymap_server.port, username=user, password=pymap_server.password)
    return OwnersMailbox(pymap_server, user)


@pytest.fixture
def silence(mailbox: OwnersMailbox) -> None:
    """Anna asked for an offer ten days ago; the owner answered six days ago; Anna has been quiet since."""
    asked = a_message(at=days_ago(10), subject="The [red]new[/red] site")
    mailbox.put("INBOX", asked)
    offer = "Hi Anna,\n\nhere it is.\x1b[2J\n\nBest wishes,\nDana\n"
    mailbox.put("Sent", a_message(OWNER, CLIENT, body=offer, at=days_ago(6), reply_to=asked))


@pytest.mark.usefixtures("silence")
def test_a_dry_run(home: Home, mailbox: OwnersMailbox) -> None:
    """The draft is shown in full and nothing on the server is touched."""
    before = mailbox.snapshot(without=())

    told = home("once", "--dry-run")

    assert (told.code, told.err) == (0, "")
    assert mailbox.snapshot(without=()) == before
    for words in (
        "would be laid in Drafts",
        "negotiation, step 1 of 2",
        "To: Anna Rossi <anna@client.example>",
        "Subject: Re: The [red]new[/red] site",
        "Hi Anna",
        "> here it is.",
        "On a dry run: 1 draft laid",
        "Nothing on the server was touched.",
    ):
        assert words in told.out
    assert "\x1b" not in told.out


@pytest.mark.usefixtures("silence")
def test_a_pass(home: Home, mailbox: OwnersMailbox) -> None:
    """What was done is told, and what is still waited for; a second pass finds nothing to do."""
    first, second = home("once"), home("once")

    assert (first.code, first.err) == (0, "")
    assert "laid in Drafts" in first.out
    assert "to Anna Rossi, anna@client.example: Re: The [red]new[/red] site" in first.out
    assert first.out.splitlines()[-1] == "1 draft laid."
    assert second.out == "1 draft still in Drafts, to be read and sent.\n"
    assert len(mailbox.drafts) == 1


def test_a_notice_without_the_late_fee(home: Home, mailbox: OwnersMailbox) -> None:
    """Nobody knows it: that's told with the notice, and by `status` as long as it lies there to be sent."""
    plan = '[plans.invoice]\nsteps = [{ overdue = "3 days", template = "late-payment" }]\n'
    home.config.write_text(f'{home.config.read_text()}\n[invoices]\nlate_fee = "statutory"\n{plan}')
    asked, dollars = a_message(at=days_ago(21)), "<cbc:DocumentCurrencyCode>USD</cbc:DocumentCurrencyCode>"
    due = f"<cbc:DueDate>{days_ago(5).date()}</cbc:DueDate>"
    bill = a_ubl(issued=str(days_ago(20).date()), due=due, currency=dollars, payable=_IN_DOLLARS)
    files = (("2026-014.xml", "application/xml", bill),)
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(20), reply_to=asked, attachments=files))

    pages = home("once").out, home("status").out

    for page in pages:
        assert "no late fee is asked for: the statutory one is known for euros only" in " ".join(page.split())


_IN_DOLLARS = '<cbc:PayableAmount currencyID="USD">1220.00</cbc:PayableAmount>'


def test_a_dry_run_of_a_notice(home: Home, mailbox: OwnersMailbox) -> None:
    """What it brings along is named above its words."""
    asked = a_message(at=days_ago(21))
    bill = a_ubl(issued=str(days_ago(20).date()), due=f"<cbc:DueDate>{days_ago(5).date()}</cbc:DueDate>")
    files = (("2026-014.xml", "application/xml", bill),)
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(20), reply_to=asked, attachments=files))

    assert "Attached: 2026-014.xml" in home("once", "--dry-run").out


@pytest.mark.usefixtures("silence")
def test_a_pass_that_tells_more(home: Home) -> None:
    """`--verbose` logs each login and what was done; a dry run did nothing, and logs the login alone."""
    dry, told = home("--verbose", "once", "--dry-run").err, home("--verbose", "once").err

    assert "event=mailbox.opened account=work host=127.0.0.1" in dry
    assert "event=draft.appended" not in dry
    for event in ("event=mailbox.opened", "event=draft.appended account=work", "event=pass.ended account=work"):
        assert event in told


@pytest.mark.usefixtures("silence")
def test_a_pass_as_json(home: Home, mailbox: OwnersMailbox) -> None:
    """The document names the draft and holds its text."""
    document = home("once", "--json").json

    (account,) = document["accounts"]
    (done,) = account["done"]
    (draft,) = mailbox.drafts
    assert (document["dry_run"], account["error"], account["held"]) == (False, None, [])
    assert done["text"] == draft.mail.text
    assert f"<{done['message_id']}>" == draft.mail.message_id
    assert (done["deed"], done["plan"], done["step"], done["to"]) == (
        "laid",
        "negotiation",
        1,
        ["anna@client.example"],
    )


@pytest.mark.usefixtures("silence")
def test_a_thread_after_a_pass(home: Home) -> None:
    """`status` and `show` know of the draft."""
    home("once")

    assert "In your Drafts, to be read and sent  1" in home("status").out
    shown = home("show", home.only_thread())
    assert "its draft lies in Drafts" in shown.out
    document = home("show", home.only_thread(), "--json").json
    assert [(d["state"], d["step"]) for d in document["drafts"]] == [("laid", 1)]
    assert [s["draft"] for s in document["steps"]] == ["laid", None]


@pytest.mark.usefixtures("silence")
def test_a_draft_that_is_stopped(home: Home, mailbox: OwnersMailbox) -> None:
    """The order says what becomes of the draft, and the next pass does it."""
    home("once")

    assert "taken back with the next pass" in home("stop", home.only_thread()).out
    assert "taken back" in home("once").out
    assert mailbox.drafts == ()


def test_a_wrong_password(home: Home, mailbox: OwnersMailbox) -> None:
    """The account is named, the password is not; the document is sound all the same."""
    home.configure(port=mailbox.server.port, username=mailbox.user, password="not-it-77")

    told = home("once", "--json")

    assert told.code == 77
    assert told.err.startswith("work: ")
    assert "not-it-77" not in told.err + told.out
    assert told.json["accounts"][0]["error"]["exit_code"] == 77


def test_a_secrets_file_that_others_may_read(home: Home, mailbox: OwnersMailbox) -> None:
    """It's a warning that says how to mend it."""
    (home.folder / ".env").chmod(0o644)

    told = home("check")

    assert told.code == 0
    assert f"chmod 600 {home.folder / '.env'}" in told.out


def test_a_sound_account(home: Home, mailbox: OwnersMailbox) -> None:
    """`check` tells which folder is what and why, and what the server can't do; it touches nothing."""
    before = mailbox.snapshot(without=())

    told = home("check")

    assert (told.code, told.err) == (0, "")
    assert mailbox.snapshot(without=()) == before
    for role in ("sent", "drafts", "trash", "junk"):
        assert f"{role} " in told.out
    assert "its name says so" in told.out
    assert "without SPECIAL-USE" in told.out


def test_a_sound_account_as_json(home: Home, mailbox: OwnersMailbox) -> None:
    """The document has every folder with its role and why."""
    document = home("check", "--json").json

    (account,) = document["accounts"]
    assert document["config"] == str(home.config)
    assert (account["name"], account["error"], account["problems"]) == ("work", None, [])
    assert {"name": "Sent", "role": "sent", "why": "its name says so (en)"} in account["folders"]


RULES = """
[[rules]]
match = { folder = ["Clients/Acme", "clients/*"] }
plan = "project"

[[rules]]
match = { folder = ["Clients/Rosi", "Drafts"] }
plan = "none"
"""


def test_folders_that_rules_name(home: Home, mailbox: OwnersMailbox) -> None:
    """`check` warns of those that no account has, with what may be meant, and of those in which nothing is read."""
    for name in ("Clients/Acme", "Clients/Rossi"):
        mailbox.create(name)
    known = "INBOX, Archive, Clients/Acme, Clients/Rossi, Junk, Sent, Trash"
    home.config.write_text(home.config.read_text() + RULES)

    told, document = home("check"), home("check", "--json").json

    warnings = [
        'rules[2].match.folder: no folder that is read is called so; did you mean Clients/Rossi? (got "Clients/Rosi")',
        f'rules[2].match.folder: no folder that is read is called so; known: {known} (got "Drafts")',
    ]
    assert (told.code, document["warnings"]) == (0, warnings)
    assert all(f"!  {warning}" in told.out for warning in warnings)


def test_folders_that_rules_name_while_the_server_is_away(home: Home) -> None:
    """Nobody knows whether they are there."""
    home.config.write_text(home.config.read_text() + RULES)

    told = home("check", "--json")

    assert (told.code, told.json["warnings"]) == (75, [])


def test_a_server_that_is_away(home: Home) -> None:
    """`check` says so and that it may pass."""
    told = home("check")

    assert told.code == 75
    assert told.err.startswith("work: 127.0.0.1:1 ")


def test_a_mailbox_without_a_folder_for_drafts(home: Home, mailbox: OwnersMailbox, tmp_path: Path) -> None:
    """`check` fails: the daemon could not run."""
    home.config.write_text(
        home.config.read_text().replace('tls = "none"', 'tls = "none"\nfolders = { sent = ["Gone"] }')
    )

    told = home("check")

    assert told.code == 78
    assert "Gone" in told.err
    assert "accounts.work.folders.sent" in told.err
