"""What the owner wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from crickets.domain.filing import FolderName
from crickets.domain.policy import Client, Drafting, OnDelete, RetireTo, Rule, Tracking, Who
from crickets.domain.remarks import Remarks
from tests.builders import ANNA, BEN, a_policy, a_rule, a_sent, ago

OFFER = a_sent(ago(days=6), subject="Invoice 12 and an offer", to=(ANNA,), cc=(BEN,))


@pytest.mark.parametrize(
    ("subject", "fits"), [("(?i)invoice|fattura", True), ("offer$", True), ("invoice", False), ("^offer", False)]
)
def test_a_rule_on_the_subject(subject: str, *, fits: bool) -> None:
    """Its pattern is searched for anywhere, in the case in which it is written."""
    assert a_rule("invoice", subject=subject).fits(OFFER) == fits


@pytest.mark.parametrize(("before", "fits"), [(195, True), (196, False), (1_000_000, False)])
def test_a_subject_without_end(before: int, *, fits: bool) -> None:
    """Its first two hundred letters are looked at: each more would multiply what an expression tries."""
    assert a_rule("x", subject="offer").fits(replace(OFFER, subject=f"{'x' * before}offer")) == fits


@pytest.mark.parametrize(
    ("to", "fits"),
    [(("anna@*",), True), (("ben@client.example",), True), (("x@*", "*@client.example"), True), (("x@*",), False)],
)
def test_a_rule_on_the_recipients(to: tuple[str, ...], *, fits: bool) -> None:
    """One of To or Cc is enough."""
    assert a_rule("project", to=to).fits(OFFER) == fits


@pytest.mark.parametrize(("sender", "fits"), [(("dana@*",), True), (("info@*",), False)])
def test_a_rule_on_the_sender(sender: tuple[str, ...], *, fits: bool) -> None:
    """It tells apart the addresses that the owner writes from."""
    assert a_rule("project", sender=sender).fits(OFFER) == fits


@pytest.mark.parametrize(
    ("domain", "fits"), [("client.example", True), ("EXAMPLE", True), ("ent.example", False), ("other.example", False)]
)
def test_a_rule_on_the_domain(domain: str, *, fits: bool) -> None:
    """One of a recipient's, or one above it."""
    assert Rule(plan="project", domain=("x.example", domain)).fits(OFFER) == fits


@pytest.mark.parametrize(("name", "fits"), [("*.pdf", True), ("rechnung*", True), ("*.xml", False)])
def test_a_rule_on_the_attachment(name: str, *, fits: bool) -> None:
    """One of the files is enough; in whatever case."""
    rule = Rule(plan="invoice", attachment=(name,))

    assert rule.fits(replace(OFFER, files=("logo.png", "Rechnung 7.PDF"))) == fits
    assert not rule.fits(OFFER)


@pytest.mark.parametrize(("name", "fits"), [("[final] *.pdf", True), ("[a-z]*", False), ("?final? offer.pdf", False)])
def test_a_rule_on_an_attachment_with_brackets(name: str, *, fits: bool) -> None:
    """They stand for themselves, as all but the star does."""
    assert Rule(plan="project", attachment=(name,)).fits(replace(OFFER, files=("[Final] offer.pdf",))) == fits


def test_a_rule_on_the_language() -> None:
    """It's known once the mail's words were read."""
    rule = Rule(plan="project", language="it")

    assert rule.fits(replace(OFFER, remarks=Remarks(language="it")))
    assert not rule.fits(replace(OFFER, remarks=Remarks(language="de")))
    assert not rule.fits(OFFER)


def test_a_rule_on_the_client() -> None:
    """It's one of those of whom the owner has told, by the name in their entry."""
    rule = Rule(plan="project", client=("Rossi*", "Ben", "Bruno [IT]"))

    assert rule.fits(OFFER, Client(name="Rossi SpA", match=("*@client.example",)))
    assert rule.fits(OFFER, Client(name="Bruno [IT]", match=("*@client.example",)))
    assert not rule.fits(OFFER, Client(name="Bruno", match=("*@client.example",)))
    assert not rule.fits(OFFER, Client(name="Bruno I", match=("*@client.example",)))
    assert not rule.fits(OFFER)


def test_a_rule_on_the_folder() -> None:
    """One of those in which the thread's mail lies is enough."""
    rule = Rule(plan="project", folder=("Clients/Acme", "Clients/Rossi"))

    assert rule.fits(OFFER, folders=(FolderName(whole="Sent"), FolderName(whole="Clients/Rossi")))
    assert not rule.fits(OFFER, folders=(FolderName(whole="Sent"), FolderName(whole="Clients")))
    assert not rule.fits(OFFER)


def test_the_folders_that_rules_name() -> None:
    """Each once, in their order; most owners name none."""
    rules = (Rule(plan="x", folder=("B", "A")), a_rule("x"), Rule(plan="y", folder=("A",)))

    assert (a_policy(rules=rules).filing, a_policy().filing) == (("B", "A"), ())


def test_a_rule_with_several_conditions() -> None:
    """All of them must be met."""
    rules = (a_rule("x", subject="offer", to=("anna@*",)), a_rule("x", subject="offer", to=("x@*",)))

    assert [rule.fits(OFFER) for rule in rules] == [True, False]


def test_a_rule_without_a_condition() -> None:
    """Every mail meets it."""
    assert a_rule("none").fits(OFFER)


def test_a_client_with_several_entries() -> None:
    """The first that fits is the one."""
    firm, anna = Client(name="Firm", match=("*@client.example",)), Client(name="Anna", match=("anna@*",))

    assert a_policy(clients=(firm, anna)).client(ANNA) == firm


def test_a_client_without_an_entry() -> None:
    """Nothing is known of them."""
    assert a_policy(clients=(Client(name="Ben", match=("ben@*",)),)).client(ANNA) is None


def test_the_defaults() -> None:
    """They are those of the example config."""
    assert Tracking() == Tracking(
        who=Who.CONVERSATIONS,
        since=timedelta(days=30),
        max_new_drafts_per_day=5,
        max_live_drafts_per_client=1,
        ignore=(),
    )
    assert Drafting() == Drafting(quote=True, keep_subject=False, on_delete=OnDelete.SKIP, retire_to=RetireTo.TRASH)
