"""`demo`: the story that its own tests prove, as a page and as a document."""

from __future__ import annotations

from crickets.domain.plans import BUILT_IN
from tests.cli.home import Home


def test_the_page(home: Home) -> None:
    """It needs no config, shows drafts with their text and one taken back, and leaves nothing behind."""
    before = sorted(home.folder.rglob("*"))

    told = home.plain("demo")

    assert (told.code, told.err) == (0, "")
    for words in ("laid in Drafts", "Subject: ", "taken back", "In your Drafts", "Answered", "Silent", "Your turn"):
        assert words in told.out
    assert sorted(home.folder.rglob("*")) == before
    assert "`crickets init`" in told.out.rstrip().splitlines()[-1]


def test_what_stays_the_same(home: Home) -> None:
    """Whose turn it is stands there when it changes, not in every chapter."""
    chapters = home.plain("demo", "--json").json["chapters"]
    turns = [[turn["id"] for turn in chapter["your_turn"]] for chapter in (c["status"] for c in chapters)]
    changes = sum(bool(now) and now != before for before, now in zip([[], *turns], turns, strict=False))

    assert home.plain("demo").out.count("Your turn") == changes < sum(map(bool, turns))


def test_the_document(home: Home) -> None:
    """Each chapter tells what happened, what was laid and how things stood then."""
    chapters = home.plain("demo", "--json").json["chapters"]

    assert [draft["text"] for chapter in chapters for draft in chapter["laid"]]
    assert {t["state"] for c in chapters for t in c["status"]["threads"]} >= {"waiting", "drafted", "answered"}
    assert sorted(c["at"] for c in chapters) == [c["at"] for c in chapters]


def test_every_plan(home: Home) -> None:
    """A thread of each is there, and a draft to its client is laid; the invoice's brings its file along."""
    chapters = home.plain("demo", "--json").json["chapters"]
    laid = {draft["to"].partition("<")[2].rstrip(">"): draft["attached"] for c in chapters for draft in c["laid"]}
    plans = {t["contact"]["address"]: t["plan"] for c in chapters for t in c["status"]["threads"]}

    assert {plans[address] for address in laid} == BUILT_IN.keys()
    assert [files for address, files in laid.items() if plans[address] == "invoice"] == [["2026-07.xml", "2026-07.pdf"]]
