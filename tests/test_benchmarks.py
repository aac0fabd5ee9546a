"""`make bench-reading` on a corpus of three mails: it runs, and counts right. What it measures is not tested here."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from benchmarks.reading.__main__ import main
from benchmarks.reading.mutations import mutated
from benchmarks.reading.scores import Score, score_of, score_of_pairs
from benchmarks.reading.stripping import bare, stripped
from benchmarks.reading.ties import threads_by_ties
from tests.reading.build import a_mail

LETTER = a_mail("The colours are fine, please go on.\n\nAnna", message_id="<one@client.example>")
ANSWER = a_mail(
    "Thank you, I will.\n\nDana",
    message_id="<two@studio.example>",
    in_reply_to="<one@client.example>",
    **{"from": "d@x"},
)
AWAY = a_mail(
    "I am out of the office until 14 May 2026.", "Auto-Submitted: auto-replied", message_id="<three@c.example>"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder laid out as benchmarks/reading/README.md tells."""
    labels = [
        ("letter", "person", "t1", LETTER),
        ("answer", "person", "t1", ANSWER),
        ("away", "auto-reply", "t2", AWAY),
    ]
    (tmp_path / "mail").mkdir()
    for name, _, _, raw in labels:
        (tmp_path / "mail" / f"{name}.eml").write_bytes(raw)
    told = [{"file": f"mail/{name}.eml", "label": label, "thread": thread} for name, label, thread, _ in labels]
    (tmp_path / "labels.jsonl").write_text("".join(json.dumps(one) + "\n" for one in told))
    case = {"set": "ours", "name": "one", "text": "Yes.\n\n> Shall I?\n", "expected": "Yes."}
    (tmp_path / "quotes.json").write_text(json.dumps([case]))
    return tmp_path


def test_every_section(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each prints its tables and leaves its figures in the file; libraries that are missing are told."""
    figures = tmp_path / "figures.json"

    code = main([f"--corpus={corpus}", f"--json={figures}", "--replies=25", "--mutations=20", "--misses"])

    told = json.loads(figures.read_text())
    [kept] = [row for row in told["kinds"]["tables"]["Kinds: precision and recall"] if row["kind"] == "auto-reply"]
    assert code == 0
    assert (kept["mails"], kept["recall"]) == (1, 1.0)
    assert set(told) == {"kinds", "replies", "threads", "quotes", "speed", "crashes"}
    assert "email-reply-parser" in capsys.readouterr().out


def test_a_folder_of_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It's told what is missing, without a traceback."""
    assert main([f"--corpus={tmp_path}"]) == 2
    assert "labels.jsonl is missing" in capsys.readouterr().err


def test_figures() -> None:
    """A kind's score counts what was found and what was named; a grouping's counts pairs."""
    judged = [("a", "a"), ("a", "b"), ("b", "a")]

    assert score_of("a", judged) == Score(right=1, named=2, wanted=2)
    assert score_of_pairs([(1, "x"), (1, "x"), (1, "y"), (2, "y")]) == Score(right=1, named=2, wanted=3)


def test_what_is_left_of_a_header() -> None:
    """Stripped, the body can still be shown; bare, four fields are left. The body is never touched."""
    assert b"Content-Type" in stripped(AWAY)
    assert [line.split(b":")[0] for line in bare(AWAY).split(b"\r\n\r\n")[0].split(b"\r\n")] == [
        b"From",
        b"To",
        b"Subject",
        b"Date",
    ]
    assert bare(AWAY).split(b"\r\n\r\n", 1)[1] == AWAY.split(b"\r\n\r\n", 1)[1]


def test_an_address_where_ids_stand() -> None:
    """Who wrote what is answered is no tie: two answers to one author are not of one thread for that."""
    said = "In-Reply-To: Message from Anna <anna@client.example> of Monday <{id}@x.example>"
    mails = {n: a_mail("", said.format(id=n), message_id=f"<own{n}@x.example>") for n in (1, 2)}

    threads = threads_by_ties(mails)

    assert threads[1] != threads[2]


def test_the_same_mutation() -> None:
    """Its seed makes it again."""
    one, again = (mutated([LETTER, AWAY], Random("1 7")) for _ in range(2))  # noqa: S311 - that is its use

    assert one == again
