"""The contract of the port `Ledger`, held in memory and in a file alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise, permutations
from pathlib import Path
from threading import Barrier
from typing import TypeVar, Unpack

import pytest

from crickets.domain.calendar import Calendar
from crickets.domain.digest import Fate, Issue
from crickets.domain.evidence import Evidence
from crickets.domain.filing import FolderName
from crickets.domain.mailbox import FolderEvidence, FolderState, Uid, UidValidity
from crickets.domain.message import Kind, Message, MessageId, Role
from crickets.domain.remarks import Remarks
from crickets.domain.thread import Draft, DraftState, Order, OrderKind, Thread, ThreadId
from crickets.domain.words_given import WordsGiven
from crickets.ledger import SqlLedger, ledger_in_memory, open_ledger
from crickets.service.ports import Ledger
from tests.builders import (
    ANNA,
    BEN,
    DANA,
    NOW,
    DraftChanges,
    a_calendar,
    a_draft,
    a_listed_draft,
    a_listing,
    a_place,
    a_reply,
    a_sent,
    a_snooze,
    a_stop,
    ago,
    an_address,
    an_id,
)

Subject = TypeVar("Subject")

ROME = a_calendar()
EAST, WEST = a_calendar(zone="Pacific/Kiritimati"), a_calendar(zone="Pacific/Pago_Pago")
YESTERDAY, TODAY, TOMORROW = (ROME.day_at(NOW + timedelta(days=n)) for n in (-1, 0, 1))
LOST = an_id("lost")
INBOX, SENT, JUNK, TRASH, ALL = Role.INBOX, Role.SENT, Role.JUNK, Role.TRASH, Role.ALL


@pytest.fixture(params=["memory", "file"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlLedger]:
    """An empty ledger."""
    if request.param == "memory":
        with closing(ledger_in_memory()) as ledger:
            yield ledger
    else:
        with open_ledger(tmp_path / "ledger.sqlite", exclusive=True) as ledger:
            yield ledger


def a_read(role: Role = INBOX, *, last: int = 9, validity: int = 7, at: datetime = NOW) -> FolderEvidence:
    """How far a folder was read."""
    return FolderEvidence(
        folder=role.value.capitalize(),
        role=role,
        uid_validity=UidValidity(validity),
        last_uid=Uid(last),
        whole=True,
        read_at=at,
    )


def keep(ledger: Ledger, *messages: Message, role: Role = INBOX, account: str = "work", first: int = 1) -> None:
    """Record messages that lie in a folder, from a UID on."""
    numbered = [(Uid(uid), message) for uid, message in enumerate(messages, start=first)]
    ledger.record(account, a_read(role, last=first + len(messages) - 1), numbered)


def ids(threads: Iterator[Thread]) -> list[list[MessageId]]:
    """Which messages are together, in the ledger's order."""
    return [[message.id for message in thread.messages] for thread in threads]


def the_thread(ledger: Ledger, account: str = "work") -> Thread:
    """The only thread there is."""
    [thread] = ledger.threads(account)
    return thread


def intended(ledger: Ledger, name: str = "draft", **changes: Unpack[DraftChanges]) -> Draft:
    """A draft that's about to be laid into the only thread, not yet told to the ledger."""
    thread = the_thread(ledger)
    told = DraftChanges(id=an_id(name), thread=thread.id) | changes
    return a_draft(NOW, parent=thread.messages[-1], state=DraftState.INTENDED, **told)


class TestAccounts:
    def test_an_account_that_was_never_read(self, ledger: Ledger) -> None:
        """Nothing is known of it, and that's no error."""
        known = (
            ledger.first_read_at("work"),
            ledger.evidence("work"),
            list(ledger.threads("work")),
            ledger.problem("work"),
            ledger.drafts_listing("work"),
            ledger.accounts(),
        )

        assert known == (None, (), [], "", None, ())

    def test_two_accounts(self, ledger: Ledger) -> None:
        """They're told by name, and nothing of one is the other's."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a")), account="work")
        keep(ledger, a_reply(ago(days=2), id=an_id("a"), parents=(an_id("b"),)), account="home")
        keep(ledger, a_reply(ago(days=1), id=an_id("b")), account="work", first=2)

        assert ledger.accounts() == ("home", "work")
        assert ids(ledger.threads("work")) == [[an_id("a")], [an_id("b")]]
        assert the_thread(ledger, "home").id not in {thread.id for thread in ledger.threads("work")}

    def test_the_first_complete_read(self, ledger: Ledger) -> None:
        """Its moment stays, whatever is read later."""
        ledger.complete("work", ago(days=3))
        ledger.complete("work", NOW)

        assert ledger.first_read_at("work") == ago(days=3)

    def test_a_problem(self, ledger: Ledger) -> None:
        """It is kept until it's cleared."""
        ledger.note_problem("work", "the server is away", ago(hours=1))
        told = ledger.problem("work")
        ledger.note_problem("work", "", NOW)

        assert (told, ledger.problem("work")) == ("the server is away", "")

    def test_how_well_it_is_known(self, ledger: Ledger) -> None:
        """Its folders, when it was first read, and its problem: as each is told by itself."""
        ledger.record("work", a_read(), ())
        ledger.complete("work", ago(days=1))
        ledger.note_problem("work", "the server is away", NOW)

        assert ledger.standing("work") == Evidence(
            folders=(a_read(),), first_read_at=ago(days=1), problem="the server is away"
        )
        assert ledger.standing("home") == Evidence()


class TestFolders:
    def test_what_was_read(self, ledger: Ledger) -> None:
        """The evidence comes back as it was given."""
        inbox = a_read(INBOX)
        junk = replace(a_read(JUNK), whole=False, problem="only 2 of 3 were listed", last_uid=Uid(4_294_967_295))
        junk = replace(junk, gaps=(Uid(7), Uid(4_294_967_294)), held=3, mod_sequence=(1 << 63) - 1, uid_next=Uid(4))
        junk = replace(junk, newest_read=True)
        ledger.record("work", inbox, ())
        ledger.record("work", junk, ())

        assert ledger.evidence("work") == (inbox, junk)

    def test_a_further_read(self, ledger: Ledger) -> None:
        """The newest evidence of a folder stands."""
        ledger.record("work", a_read(last=3, at=ago(hours=1)), ())
        ledger.record("work", a_read(last=9), ())

        assert ledger.evidence("work") == (a_read(last=9),)

    def test_folders_that_have_not_moved(self, ledger: Ledger) -> None:
        """When they were looked at, and how much they hold, is kept of them all; nothing else, and of no other."""
        inbox, junk, trash = (replace(a_read(role, at=ago(hours=1)), held=3) for role in (INBOX, JUNK, TRASH))
        for evidence in (inbox, junk, trash):
            ledger.record("work", evidence, ())
        ledger.record("home", inbox, ())
        listing = a_listing(a_listed_draft(1), at=ago(hours=1))
        ledger.list_drafts("work", listing)
        ledger.note_unmoved("work", (replace(inbox, read_at=NOW, held=2), replace(junk, read_at=NOW)), None)

        assert ledger.evidence("work") == (replace(inbox, read_at=NOW, held=2), replace(junk, read_at=NOW), trash)
        assert (ledger.evidence("home"), ledger.drafts_listing("work")) == ((inbox,), listing)

    def test_how_many_were_read(self, ledger: Ledger) -> None:
        """Every message of a folder once, of that folder and account alone, until it is numbered anew."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")), a_reply(ago(days=1), id=an_id("b")), role=INBOX)
        keep(ledger, a_reply(ago(days=1), id=an_id("a")), role=INBOX)
        keep(ledger, a_reply(ago(days=1), id=an_id("a")), role=TRASH)
        ledger.record("home", a_read(INBOX), [(Uid(1), a_reply(ago(days=1), id=an_id("a")))])
        before = ledger.number_read("work", "Inbox")
        ledger.record("work", a_read(INBOX, validity=8, last=0), ())

        assert (before, ledger.number_read("work", "Inbox"), ledger.number_read("work", "Else")) == (2, 0, 0)

    def test_where_a_message_lies(self, ledger: Ledger) -> None:
        """In every folder that holds a copy."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")), role=INBOX, first=3)
        keep(ledger, a_reply(ago(days=1), id=an_id("a")), role=TRASH, first=8)

        places = (("Trash", 7, 8), ("Inbox", 7, 3))
        assert ledger.places_of("work", an_id("a")) == places

    def test_where_a_sent_mail_lies(self, ledger: Ledger) -> None:
        """In Sent first of all: what else bears its id may be anybody's."""
        for role in (Role.JUNK, INBOX, Role.OTHER, SENT):
            keep(ledger, a_sent(ago(days=1), id=an_id("a")), role=role)

        folders = [folder for folder, _, _ in ledger.places_of("work", an_id("a"))]
        assert folders == ["Sent", "Other", "Inbox", "Junk"]

    def test_in_which_folders_a_thread_lies(self, ledger: Ledger) -> None:
        """In those of any of its mail, each once, by the names that were kept of them."""
        asked = a_reply(ago(days=2), id=an_id("a"))
        answered = a_sent(ago(days=1), id=an_id("b"), answering=asked)
        filed = replace(a_read(Role.OTHER), folder="INBOX.Clients.Müller", levels=("Clients", "Müller"))
        keep(ledger, answered, role=SENT)
        keep(ledger, a_reply(ago(days=2), id=an_id("else"), subject="Else"), role=INBOX)
        ledger.record("work", filed, [(Uid(4), asked), (Uid(5), answered)])

        folders = {thread.messages[-1].id: set(thread.folders) for thread in ledger.threads("work")}
        assert folders == {
            an_id("b"): {FolderName(whole="Sent"), FolderName(whole="INBOX.Clients.Müller", levels=filed.levels)},
            an_id("else"): {FolderName(whole="Inbox")},
        }

    def test_mail_that_has_left_a_folder(self, ledger: Ledger) -> None:
        """It has no place there any more, and any other of its own still; the thread keeps it."""
        asked, other = a_reply(ago(days=2), id=an_id("a")), a_reply(ago(days=1), id=an_id("b"), subject="Else")
        keep(ledger, asked, other, role=INBOX)
        keep(ledger, asked, role=TRASH)
        ledger.note_left("work", a_read(INBOX), [Uid(2), Uid(3)])

        thread = next(ledger.threads("work"))
        assert (thread.messages[0].id, thread.folders) == (asked.id, (FolderName(whole="Trash"),))
        assert ledger.places_of("work", other.id) == (("Inbox", 7, 2),)
        assert ledger.number_read("work", "Inbox") == 1

    def test_mail_that_has_left_a_folder_since_it_was_numbered_anew(self, ledger: Ledger) -> None:
        """What was seen under one UIDVALIDITY says nothing of another."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a")), role=INBOX)
        ledger.note_left("work", a_read(INBOX, validity=6), [])

        assert ledger.number_read("work", "Inbox") == 1

    def test_all_mail_that_has_left_a_folder(self, ledger: Ledger) -> None:
        """None lies there; in an account of another name it's another folder."""
        for account in ("work", "home"):
            keep(ledger, a_reply(ago(days=2), id=an_id("a")), role=INBOX, account=account)
        ledger.note_left("work", a_read(INBOX), [])

        assert [ledger.number_read(account, "Inbox") for account in ("work", "home")] == [0, 1]

    def test_where_an_unknown_message_lies(self, ledger: Ledger) -> None:
        """Nowhere."""
        assert ledger.places_of("work", an_id("a")) == ()

    def test_another_uidvalidity(self, ledger: Ledger) -> None:
        """The folder's old places mean nothing any more; its messages, and other folders' places, stay."""
        message = a_reply(ago(days=1), id=an_id("a"))
        keep(ledger, message, a_reply(ago(days=1), id=an_id("b")), role=INBOX)
        keep(ledger, message, role=TRASH)
        ledger.record("work", a_read(INBOX, validity=8, last=0), ())

        assert ledger.places_of("work", an_id("a")) == (("Trash", 7, 1),)
        assert ids(ledger.threads("work")) == [[an_id("a")], [an_id("b")]]

    def test_a_read_under_another_uidvalidity(self, ledger: Ledger) -> None:
        """The same UID may be another message now."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")))
        ledger.record("work", a_read(validity=8), [(Uid(1), a_reply(ago(days=1), id=an_id("b")))])

        assert (ledger.places_of("work", an_id("a")), ledger.places_of("work", an_id("b"))) == (
            (),
            (("Inbox", 8, 1),),
        )

    def test_a_folder_that_is_watched_no_more(self, ledger: Ledger) -> None:
        """Its evidence and places go, its messages stay."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")))
        ledger.forget_folder("work", "Inbox")

        assert (ledger.evidence("work"), ledger.places_of("work", an_id("a"))) == ((), ())
        assert ids(ledger.threads("work")) == [[an_id("a")]]


class TestMessages:
    def test_a_message_with_everything(self, ledger: Ledger) -> None:
        """It comes back as it was given."""
        message = Message(
            id=an_id("a"),
            parents=(an_id("p"), an_id("q")),
            also_known_as=(an_id("b"),),
            conversation="1701",
            subject="Réunion 東京 \U0001f997",
            sender=an_address("Anna@Client.example", 'Rossi, "Anna"'),
            reply_to=(BEN,),
            to=(DANA, BEN),
            cc=(ANNA,),
            date=ago(days=2, minutes=0.123456),
            received=ago(days=1),
            kind=Kind.AUTO_REPLY,
            signals=("auto-submitted: auto-replied",),
            to_list=True,
            subaddresses=(an_address("dana+5d@studio.example", "Me"),),
            places=frozenset({INBOX, TRASH}),
        )
        keep(ledger, message)

        assert the_thread(ledger).messages == (message,)

    def test_a_message_with_almost_nothing(self, ledger: Ledger) -> None:
        """Empty stays empty."""
        message = Message(id=an_id("a"), sender=ANNA, received=NOW)
        keep(ledger, message)

        assert the_thread(ledger).messages == (message,)

    def test_the_same_read_twice(self, ledger: Ledger) -> None:
        """The second time changes nothing."""
        asked = a_reply(ago(days=2), id=an_id("a"))
        answered = a_sent(ago(days=1), answering=asked, id=an_id("b"))
        keep(ledger, asked, answered)
        once = list(ledger.threads("work"))
        keep(ledger, asked, answered)

        assert list(ledger.threads("work")) == once
        assert ledger.places_of("work", an_id("b")) == (("Inbox", 7, 2),)

    def test_a_copy(self, ledger: Ledger) -> None:
        """It adds its place and its earlier arrival; what the first copy said stays."""
        first = a_reply(ago(days=1), id=an_id("a"), date=ago(days=4), places=frozenset({JUNK}))
        keep(ledger, first, role=JUNK)
        copy = replace(first, received=ago(days=3), subject="Buy!", places=frozenset({INBOX}))
        keep(ledger, copy, role=INBOX)

        expected = replace(first, received=ago(days=3), places=frozenset({INBOX, JUNK}))
        assert the_thread(ledger).messages == (expected,)

    def test_where_its_copies_went(self, ledger: Ledger) -> None:
        """Each copy may tell of another address; each is told once."""
        project, stop = an_address("dana+project@studio.example"), an_address("dana+stop@studio.example")
        sent = a_sent(ago(days=1), id=an_id("a"), subaddresses=(project,))
        keep(ledger, sent, role=SENT)
        for uid in (1, 2):
            arrived = replace(sent, places=frozenset({INBOX}), subaddresses=(stop, project))
            keep(ledger, arrived, role=INBOX, first=uid)

        assert set(the_thread(ledger).messages[0].subaddresses) == {project, stop}
        assert len(the_thread(ledger).messages[0].subaddresses) == 2

    def test_where_its_copies_in_one_folder_went(self, ledger: Ledger) -> None:
        """… read in one go, too."""
        project, stop = an_address("dana+project@studio.example"), an_address("dana+stop@studio.example")
        sent = a_sent(ago(days=1), id=an_id("a"), subaddresses=(project,))
        keep(ledger, sent, replace(sent, subaddresses=(stop,)), role=SENT)

        assert set(the_thread(ledger).messages[0].subaddresses) == {project, stop}

    def test_a_copy_that_came_later(self, ledger: Ledger) -> None:
        """The earliest arrival stands."""
        first = a_reply(ago(days=3), id=an_id("a"))
        keep(ledger, first)
        keep(ledger, replace(first, received=ago(days=1)), role=TRASH)

        assert the_thread(ledger).messages == (first,)

    @pytest.mark.parametrize("order", list(permutations((Role.DRAFTS, ALL, SENT))), ids=str)
    def test_a_former_version(self, ledger: Ledger, order: tuple[Role, ...]) -> None:
        """What was sent arrived when it came to Sent, not when a draft of that id did; read in whatever order."""
        sent = a_sent(ago(days=1), id=an_id("a"))
        draft = replace(sent, received=ago(days=4), date=ago(days=4))
        for role in order:
            keep(ledger, replace(draft if role is Role.DRAFTS else sent, places=frozenset({role})), role=role)

        [known] = the_thread(ledger).messages
        assert (known.received, known.date) == (sent.received, sent.date)

    def test_a_mail_to_oneself(self, ledger: Ledger) -> None:
        """No former version lies in the INBOX: the earliest arrival stands."""
        sent = a_sent(ago(days=1), id=an_id("a"))
        keep(ledger, replace(sent, received=ago(days=2), places=frozenset({INBOX})), role=INBOX)
        keep(ledger, sent, role=SENT)

        assert the_thread(ledger).messages[0].received == ago(days=2)

    def test_copies_in_one_folder(self, ledger: Ledger) -> None:
        """They are one message that lies twice."""
        later = a_reply(ago(days=1), id=an_id("a"), date=ago(days=4))
        earlier = replace(later, received=ago(days=3), places=frozenset({JUNK}))
        keep(ledger, later, earlier)

        both = replace(earlier, places=frozenset({INBOX, JUNK}))
        assert the_thread(ledger).messages == (both,)
        assert ledger.places_of("work", an_id("a")) == (("Inbox", 7, 1), ("Inbox", 7, 2))

    def test_half_characters_and_nuls(self, ledger: Ledger) -> None:
        """What broken mail holds is kept as far as it can be, and found again as the same mail."""
        broken = a_reply(
            ago(days=2),
            id=MessageId("a\udce4\0@x"),
            also_known_as=(MessageId("b\udce4@x"),),
            conversation="\ud800",
            subject="caf\udce9\0",
            sender=an_address("a\udce4@client.example", "\udce4"),
        )
        keep(ledger, broken)
        keep(ledger, broken, role=TRASH)
        keep(ledger, a_sent(ago(days=1), id=an_id("b"), parents=(broken.id,)), role=SENT)

        assert [len(thread.messages) for thread in ledger.threads("work")] == [2]
        assert len(ledger.places_of("work", broken.id)) == 2

    def test_the_ends_of_time(self, ledger: Ledger) -> None:
        """A hostile Date header is kept like any other."""
        dates = (datetime.min.replace(tzinfo=NOW.tzinfo), datetime.max.replace(tzinfo=NOW.tzinfo))
        keep(ledger, *(a_reply(ago(days=1), id=an_id(str(at.year)), date=at, parents=(LOST,)) for at in dates))
        ledger.complete("work", NOW)
        keep(ledger, a_reply(dates[1], id=an_id("last"), subject="Re: the new site"), first=3)

        assert {m.date for t in ledger.threads("work") for m in t.messages} == set(dates)

    def test_a_moment_without_a_zone(self, ledger: Ledger) -> None:
        """It's refused, and nothing of that read is kept."""
        naive = a_reply(ago(days=1), received=ago(days=1).replace(tzinfo=None), date=None)
        with pytest.raises(Exception, match="without a zone"):
            keep(ledger, a_reply(ago(days=2)), naive)

        assert (ledger.evidence("work"), list(ledger.threads("work"))) == ((), [])

    def test_correspondence(self, ledger: Ledger) -> None:
        """The newest to and from somebody, in any thread, whatever the case of their address."""
        to_anna = a_sent(ago(days=3), id=an_id("to"))
        from_anna = a_reply(ago(days=2), id=an_id("from"))
        copied = a_sent(ago(days=1), id=an_id("copied"), to=(BEN,), cc=(ANNA,))
        oldest = a_reply(ago(days=9), id=an_id("oldest"))
        others = a_reply(ago(days=1), id=an_id("other"), sender=BEN)
        keep(ledger, oldest, others, copied, from_anna, to_anna)

        assert ledger.correspondence("work", "ANNA@client.example", 3) == (copied, from_anna, to_anna)

    def test_correspondence_with_nobody(self, ledger: Ledger) -> None:
        """Who never wrote nor was written to has none."""
        keep(ledger, a_reply(ago(days=1)))

        assert ledger.correspondence("work", "nobody@client.example", 3) == ()


SAID = Remarks(language="it", away=True, away_until=TODAY.date, write_instead=(BEN,), prints=(1, 2**64 - 1))


def the_mail(ledger: Ledger, name: str = "a") -> Message:
    """A mail as the ledger knows it now."""
    return next(m for thread in ledger.threads("work") for m in thread.messages if m.id == an_id(name))


def remarked(ledger: Ledger) -> Message:
    """A mail that passed for a person's until its words were read."""
    keep(ledger, a_reply(ago(days=2), id=an_id("a")), first=3)
    known = replace(the_mail(ledger), kind=Kind.AUTO_REPLY, signals=("says it is away",), remarks=SAID)
    ledger.remark("work", known)
    return known


class TestRemarks:
    """What the words of a mail say, read once and kept for good."""

    def test_a_mail_that_was_not_read_yet(self, ledger: Ledger) -> None:
        """Nothing is known of its words, which is not the same as that they say nothing."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a")), a_reply(ago(days=2), id=an_id("b"), remarks=Remarks()))

        assert (the_mail(ledger, "a").remarks, the_mail(ledger, "b").remarks) == (None, Remarks())

    def test_what_was_read(self, ledger: Ledger) -> None:
        """The words and what it is by them; all else of it stays, and wherever it's asked for."""
        known = remarked(ledger)

        assert the_mail(ledger) == known
        assert ledger.correspondence("work", ANNA.email, 5) == (known,)

    def test_the_rest_of_it(self, ledger: Ledger) -> None:
        """Who tells of the words tells of nothing else."""
        known = remarked(ledger)
        ledger.remark("work", replace(known, subject="Other", places=frozenset({JUNK}), parents=(LOST,), sender=BEN))

        assert the_mail(ledger) == known

    def test_words_that_say_nothing(self, ledger: Ledger) -> None:
        """It's known that they were read."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a")))
        ledger.remark("work", replace(the_mail(ledger), remarks=Remarks()))

        assert the_mail(ledger).remarks == Remarks()

    def test_a_copy_in_another_folder(self, ledger: Ledger) -> None:
        """The owner moved it, and its header alone was read again: what its words said stays."""
        known = remarked(ledger)
        keep(ledger, a_reply(ago(days=2), id=an_id("a"), places=frozenset({TRASH})), role=TRASH)
        ledger.record("work", a_read(validity=8), [(Uid(1), a_reply(ago(days=2), id=an_id("a")))])

        assert the_mail(ledger) == replace(known, places=frozenset({INBOX, TRASH}))

    def test_two_threads_that_become_one(self, ledger: Ledger) -> None:
        """The mail goes along with its words."""
        known = remarked(ledger)
        keep(ledger, a_reply(ago(days=9), id=an_id("b"), subject="Other"), first=7)
        keep(ledger, a_reply(NOW, id=an_id("link"), parents=(an_id("b"), an_id("a"))), first=8)

        assert known in the_thread(ledger).messages

    def test_a_mail_that_is_not_there(self, ledger: Ledger) -> None:
        """It's let go, here and in an account that was never read."""
        known = remarked(ledger)
        ledger.remark("work", replace(known, id=an_id("gone")))
        ledger.remark("home", known)

        assert [m for thread in ledger.threads("work") for m in thread.messages] == [known]
        assert list(ledger.threads("home")) == []

    def test_the_same_mail_in_two_accounts(self, ledger: Ledger) -> None:
        """What is said of one account's is said of no other's."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a")), account="home")
        remarked(ledger)

        assert the_thread(ledger, "home").messages[0].remarks is None

    def test_an_odd_id(self, ledger: Ledger) -> None:
        """NUL and half a character, as broken mail has them: the mail is found again."""
        odd = MessageId("a\0\ud800@mail.example")
        keep(ledger, a_reply(ago(days=2), id=odd))
        [mail] = the_thread(ledger).messages
        ledger.remark("work", replace(mail, remarks=SAID))
        assert the_thread(ledger).messages[0].remarks == SAID

        ledger.remark("work", replace(mail, id=odd, remarks=Remarks()))
        assert the_thread(ledger).messages[0].remarks == Remarks()

    def test_over_reopening(self, tmp_path: Path) -> None:
        """They are facts like all others."""
        path = tmp_path / "ledger.sqlite"
        with open_ledger(path, exclusive=True) as ledger:
            known = remarked(ledger)
        with open_ledger(path, exclusive=True) as ledger:
            assert the_mail(ledger) == known

    def test_a_stranger_of_whom_only_a_machine_wrote(self, ledger: Ledger) -> None:
        """They're no acquaintance: what had passed for their mail was written by nobody."""
        to_anna = a_reply(ago(days=9), id=an_id("b"), subject="Else", sender=BEN, to=(ANNA, DANA))
        keep(ledger, to_anna, first=7)
        remarked(ledger)
        keep(ledger, a_sent(ago(days=1), id=an_id("s"), subject="Else"), role=SENT)

        assert not any(ANNA.key in thread.acquainted for thread in ledger.threads("work"))

    def test_somebody_whose_machine_wrote_too(self, ledger: Ledger) -> None:
        """Whoever has once written themselves stays an acquaintance; what they were sent doesn't count, nor Junk."""
        keep(ledger, a_reply(ago(days=9), id=an_id("b"), subject="Before"), first=7)
        known = remarked(ledger)
        assert all(ANNA.key in thread.acquainted for thread in ledger.threads("work"))

        before = next(m for t in ledger.threads("work") for m in t.messages if m.id == an_id("b"))
        junk = a_reply(ago(days=8), id=an_id("j"), subject="Junk", places=frozenset({JUNK}))
        keep(ledger, junk, role=JUNK, first=8)
        keep(ledger, a_sent(ago(days=8), id=an_id("s"), subject="Sent"), role=SENT, first=9)
        ledger.remark("work", replace(before, kind=Kind.BULK))
        ledger.remark("work", known)

        assert not any(thread.acquainted for thread in ledger.threads("work"))

    def test_somebody_whose_mail_had_passed_for_a_machines(self, ledger: Ledger) -> None:
        """They are an acquaintance, once its words have shown that they wrote it."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a"), kind=Kind.AUTO_REPLY))
        assert the_thread(ledger).acquainted == frozenset()
        ledger.remark("work", replace(the_mail(ledger), kind=Kind.PERSON, remarks=Remarks()))

        assert the_thread(ledger).acquainted == {ANNA.key}


class TestThreads:
    def test_an_answer(self, ledger: Ledger) -> None:
        """It's in the thread of its parent, oldest first, wherever each was read."""
        asked = a_sent(ago(days=3), id=an_id("a"))
        keep(ledger, a_reply(ago(days=1), answering=asked, id=an_id("b")), role=INBOX)
        keep(ledger, asked, role=SENT)

        assert ids(ledger.threads("work")) == [[an_id("a"), an_id("b")]]

    def test_a_common_parent_that_nobody_has(self, ledger: Ledger) -> None:
        """Two answers to a mail that was deleted are one thread."""
        keep(ledger, *(a_reply(ago(days=n), id=an_id(str(n)), parents=(LOST,)) for n in (2, 1)))

        assert ids(ledger.threads("work")) == [[an_id("2"), an_id("1")]]

    def test_an_answer_to_an_alias(self, ledger: Ledger) -> None:
        """A mail is known by all its ids."""
        sent = a_sent(ago(days=2), id=an_id("new"), also_known_as=(an_id("old"),))
        keep(ledger, sent, a_reply(ago(days=1), id=an_id("b"), parents=(an_id("old"),)))

        assert ids(ledger.threads("work")) == [[an_id("new"), an_id("b")]]

    def test_the_providers_conversation(self, ledger: Ledger) -> None:
        """What the provider puts together is together."""
        keep(ledger, a_sent(ago(days=2), id=an_id("a"), conversation="17"), role=SENT)
        keep(ledger, a_reply(ago(days=1), id=an_id("b"), conversation="17", subject="Other"))

        assert ids(ledger.threads("work")) == [[an_id("a"), an_id("b")]]

    def test_strangers_of_one_subject(self, ledger: Ledger) -> None:
        """They never share a thread."""
        keep(ledger, a_sent(ago(days=2), id=an_id("a")), role=SENT)
        keep(ledger, a_reply(ago(days=1), id=an_id("b"), sender=BEN))
        ledger.complete("work", NOW)

        assert ids(ledger.threads("work")) == [[an_id("a")], [an_id("b")]]

    def test_the_order_of_threads(self, ledger: Ledger) -> None:
        """The one that began first is first, whatever was read first."""
        keep(ledger, *(a_reply(ago(days=n), id=an_id(str(n))) for n in (1, 3, 2)))

        assert ids(ledger.threads("work")) == [[an_id("3")], [an_id("2")], [an_id("1")]]

    def test_more_threads_than_are_read_at_once(self, ledger: Ledger) -> None:
        """None is left out, and what is written meanwhile disturbs nothing."""
        keep(ledger, *(a_reply(ago(hours=n), id=an_id(str(n))) for n in range(1201)))
        seen = []
        for thread in ledger.threads("work"):
            ledger.order(thread.id, a_stop(NOW))
            seen.append(thread.messages[0].id)

        assert seen == [an_id(str(n)) for n in reversed(range(1201))]

    def test_one_thread_by_its_id(self, ledger: Ledger) -> None:
        """It is what the listing gives."""
        keep(ledger, a_reply(ago(days=1)), a_reply(ago(days=2)))

        assert [ledger.thread(thread.id) for thread in ledger.threads("work")] == list(ledger.threads("work"))

    def test_an_unknown_thread(self, ledger: Ledger) -> None:
        """There is none."""
        assert ledger.thread(ThreadId("k3f9")) is None


class TestMergers:
    @pytest.fixture
    def two(self, ledger: Ledger) -> tuple[Thread, Thread]:
        """Two threads: one that was known first, and a larger one."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")))
        asked = a_reply(ago(days=9), id=an_id("b"), subject="Other")
        keep(ledger, asked, a_sent(ago(days=8), answering=asked, id=an_id("c")), role=SENT)
        younger, older = ledger.threads("work")
        assert older.messages[0].id == an_id("a")
        return older, younger

    def link(self, ledger: Ledger) -> None:
        """Record a mail that answers both."""
        keep(ledger, a_reply(NOW, id=an_id("link"), parents=(an_id("a"), an_id("c"))), first=5)

    def test_a_mail_that_links_two_threads(self, ledger: Ledger, two: tuple[Thread, Thread]) -> None:
        """They become one, under the name that was known first, and both names lead to it."""
        self.link(ledger)
        merged = the_thread(ledger)

        assert [m.id for m in merged.messages] == [an_id(name) for name in ("b", "c", "a", "link")]
        assert [merged.id, merged, merged] == [two[0].id, *(ledger.thread(thread.id) for thread in two)]

    def test_their_drafts_and_orders(self, ledger: Ledger, two: tuple[Thread, Thread]) -> None:
        """They go along."""
        draft = replace(a_draft(NOW, parent=two[1].messages[-1]), thread=two[1].id)
        ledger.intend(draft, day=TODAY, cap=5)
        for thread in two:
            ledger.order(thread.id, a_stop(NOW))
        self.link(ledger)
        merged = the_thread(ledger)

        assert (merged.drafts, len(merged.orders)) == ((replace(draft, thread=two[0].id),), 2)

    def test_two_living_drafts(self, ledger: Ledger, two: tuple[Thread, Thread]) -> None:
        """Both lie there, so both are told; a third is refused as long as one lives."""
        drafts = [replace(a_draft(NOW, parent=t.messages[-1]), id=an_id(t.id), thread=t.id) for t in two]
        for draft in drafts:
            ledger.intend(draft, day=TODAY, cap=5)
        self.link(ledger)

        assert {draft.id for draft in the_thread(ledger).drafts} == {draft.id for draft in drafts}
        ledger.settle(replace(drafts[0], state=DraftState.TAKEN_BACK))
        with pytest.raises(ValueError, match="living draft"):
            ledger.intend(intended(ledger), day=TODAY, cap=5)

    def test_what_is_done_under_the_old_name(self, ledger: Ledger, two: tuple[Thread, Thread]) -> None:
        """It's done to the thread as it is now."""
        self.link(ledger)
        ledger.order(two[1].id, a_stop(NOW))
        ledger.intend(intended(ledger, thread=two[1].id), day=TODAY, cap=5)

        assert (len(the_thread(ledger).orders), len(the_thread(ledger).drafts)) == (1, 1)

    def test_a_chain_of_mergers(self, ledger: Ledger) -> None:
        """However many threads are linked one by one, the first name of all stands, and all names lead there."""
        keep(ledger, *(a_reply(ago(days=n), id=an_id(str(n))) for n in range(40)))
        names = {thread.messages[0].id: thread.id for thread in ledger.threads("work")}
        for n, (one, other) in enumerate(pairwise(reversed(range(40)))):
            link = a_reply(NOW, id=an_id(f"link-{one}"), parents=(an_id(str(one)), an_id(str(other))))
            keep(ledger, link, first=100 + n)

        merged = the_thread(ledger)
        assert (merged.id, len(merged.messages)) == (names[an_id("0")], 79)
        assert {thread.id for name in names.values() if (thread := ledger.thread(name))} == {merged.id}


class TestSubjects:
    """Answers whose parents are all unknown, by subject and people."""

    def orphan(self, at: datetime, name: str = "orphan") -> Message:
        return a_reply(at, id=an_id(name), parents=(LOST,))

    def test_the_answer_is_read_first(self, ledger: Ledger) -> None:
        """It's brought to its thread once all has been read."""
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        ledger.complete("work", NOW)

        assert ids(ledger.threads("work")) == [[an_id("a"), an_id("orphan")]]

    def test_an_account_that_was_not_read_through(self, ledger: Ledger) -> None:
        """Nothing is joined by subject: the parent may still turn up."""
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)

        assert ids(ledger.threads("work")) == [[an_id("a")], [an_id("orphan")]]

    def test_a_parent_that_turns_up(self, ledger: Ledger) -> None:
        """An answer goes to its parent's thread, and to no other of that subject."""
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), a_sent(ago(days=5), id=LOST), role=SENT)
        ledger.complete("work", NOW)

        assert ids(ledger.threads("work")) == [[LOST, an_id("orphan")], [an_id("a")]]

    def test_an_answer_after_the_first_read(self, ledger: Ledger) -> None:
        """It counts as soon as it's read: a draft may be about to be laid."""
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        ledger.complete("work", ago(days=2))
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)

        assert ids(ledger.threads("work")) == [[an_id("a"), an_id("orphan")]]

    def test_sent_mail_that_is_read_after_its_answer(self, ledger: Ledger) -> None:
        """The answer has waited for it."""
        ledger.complete("work", ago(days=9))
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)

        assert ids(ledger.threads("work")) == [[an_id("a"), an_id("orphan")]]

    def test_sent_mail_whose_answer_found_its_parent(self, ledger: Ledger) -> None:
        """That answer waits for nobody any more."""
        ledger.complete("work", ago(days=9))
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)
        keep(ledger, a_sent(ago(days=5), id=LOST, subject="An older subject"), role=SENT)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT, first=2)

        assert ids(ledger.threads("work")) == [[LOST, an_id("orphan")], [an_id("a")]]

    def test_two_threads_of_that_subject(self, ledger: Ledger) -> None:
        """The answer belongs to the newer one; they stay two."""
        keep(ledger, *(a_sent(ago(days=n), id=an_id(str(n))) for n in (30, 3)), role=SENT)
        keep(ledger, self.orphan(ago(days=1)), role=INBOX)
        ledger.complete("work", NOW)

        assert ids(ledger.threads("work")) == [[an_id("30")], [an_id("3"), an_id("orphan")]]

    def test_the_answers_to_an_orphan(self, ledger: Ledger) -> None:
        """They come along."""
        orphan = self.orphan(ago(days=2))
        keep(ledger, a_reply(ago(days=1), answering=orphan, id=an_id("b")), orphan)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        ledger.complete("work", NOW)

        assert ids(ledger.threads("work")) == [[an_id("a"), an_id("orphan"), an_id("b")]]

    def test_several_orphans_of_one_day(self, ledger: Ledger) -> None:
        """They don't keep each other from their thread."""
        lost = [a_reply(ago(days=1, hours=-n // 2), id=an_id(str(n)), parents=(an_id(f"lost-{n}"),)) for n in range(6)]
        keep(ledger, *lost, role=INBOX)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        ledger.complete("work", NOW)

        assert [len(thread.messages) for thread in ledger.threads("work")] == [7]

    def test_an_answer_that_seems_older_than_its_question(self, ledger: Ledger) -> None:
        """Clocks are wrong; less than a day, it's an answer all the same."""
        keep(ledger, self.orphan(ago(days=3, hours=2)), role=INBOX)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        ledger.complete("work", NOW)

        assert [len(thread.messages) for thread in ledger.threads("work")] == [2]

    def test_mail_of_another_account_in_between(self, ledger: Ledger) -> None:
        """Each account's new mail is looked at, whatever the others read meanwhile."""
        ledger.complete("work", ago(days=9))
        ledger.complete("home", ago(days=9))
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT)
        keep(ledger, a_sent(ago(days=3), id=an_id("a")), role=SENT, account="home")
        keep(ledger, self.orphan(ago(days=1)))
        keep(ledger, self.orphan(ago(days=1), "other"), account="home")

        together = [ids(ledger.threads(account)) for account in ("work", "home")]
        assert together == [[[an_id("a"), an_id("orphan")]], [[an_id("a"), an_id("other")]]]


class TestAcquaintance:
    @pytest.mark.parametrize(
        ("message", "acquainted"),
        [
            (a_reply(ago(days=9), subject="Hello"), True),
            (a_reply(ago(days=9), subject="Hello", kind=Kind.BULK), False),
            (a_reply(ago(days=9), subject="Hello", kind=Kind.AUTO_REPLY), False),
            (a_reply(ago(days=9), subject="Hello", places=frozenset({JUNK})), False),
            (a_reply(ago(days=9), subject="Hello", places=frozenset({TRASH, JUNK})), False),
            (a_reply(ago(days=9), subject="Hello", places=frozenset({TRASH, INBOX})), True),
            (a_reply(ago(days=9), subject="Hello", sender=BEN), False),
            (a_reply(ago(days=9), subject="Hello", sender=an_address("ANNA@Client.example")), True),
        ],
        ids=["person", "bulk", "machine", "junk", "junk and trash", "was in the inbox", "other", "case"],
    )
    def test_who_wrote_before(self, ledger: Ledger, message: Message, *, acquainted: bool) -> None:
        """A person is known who wrote, in any thread, and not only to Junk or Trash."""
        keep(ledger, message)
        keep(ledger, a_sent(ago(days=1), id=an_id("a")), role=SENT)
        *_, thread = ledger.threads("work")

        assert thread.acquainted == (frozenset({ANNA.key}) if acquainted else frozenset())

    def test_mail_saved_from_junk(self, ledger: Ledger) -> None:
        """Who wrote it is known from then on."""
        message = a_reply(ago(days=2), id=an_id("a"), places=frozenset({JUNK}))
        keep(ledger, message, role=JUNK)
        keep(ledger, replace(message, places=frozenset({INBOX})))

        assert the_thread(ledger).acquainted == {ANNA.key}

    def test_a_writer_to_another_account(self, ledger: Ledger) -> None:
        """Each account has its own acquaintances."""
        keep(ledger, a_reply(ago(days=9)), account="home")
        keep(ledger, a_sent(ago(days=1)), role=SENT)

        assert the_thread(ledger).acquainted == frozenset()

    def test_only_the_threads_own_people(self, ledger: Ledger) -> None:
        """Of those who are known, a thread names its own: in any header."""
        keep(ledger, a_reply(ago(days=9), sender=BEN), a_reply(ago(days=8), sender=an_address("eve@x.example")))
        keep(ledger, a_sent(ago(days=1), to=(), cc=(ANNA,), reply_to=(BEN,)), role=SENT)
        *_, thread = ledger.threads("work")

        assert thread.acquainted == {BEN.key}


class TestDrafts:
    @pytest.fixture(autouse=True)
    def thread(self, ledger: Ledger) -> None:
        """One thread."""
        keep(ledger, a_sent(ago(days=5), id=an_id("a")), role=SENT)

    def test_a_draft_with_everything(self, ledger: Ledger) -> None:
        """It comes back as it was settled."""
        draft = intended(ledger)
        ledger.intend(draft, day=TODAY, cap=5)
        settled = replace(
            draft,
            state=DraftState.SENT,
            since=ago(hours=-1),
            place=a_place(4_294_967_295, mod_sequence=90_060_115_194_045_001),
            digest="5f4dcc3b",
            wording="c3b5f4dc",
            sent_as=an_id("sent"),
            how="the same Message-ID is in Sent",
            sure=False,
        )
        ledger.settle(settled)

        assert the_thread(ledger).drafts == (settled,)

    def test_threads_whose_draft_has_not_ended(self, ledger: Ledger) -> None:
        """A thread is unsettled as long as its draft lives, and no other thread is."""
        draft = intended(ledger)
        assert list(ledger.unsettled("work")) == []
        ledger.intend(draft, day=TODAY, cap=5)
        for state in DraftState:
            ledger.settle(replace(draft, state=state))
            assert [t.id for t in ledger.unsettled("work")] == ([draft.thread] if state.lives else [])
            waited_for = state.lives and not state.lies
            assert [t.id for t in ledger.unsettled("work", unseen=True)] == ([draft.thread] if waited_for else [])

        assert list(ledger.unsettled("another")) == []

    def test_a_second_draft_beside_a_living_one(self, ledger: Ledger) -> None:
        """It's refused, whatever the first has come to, as long as it lives."""
        draft = intended(ledger)
        ledger.intend(draft, day=TODAY, cap=5)
        for state in DraftState:
            ledger.settle(replace(draft, state=state))
            if state.lives:
                with pytest.raises(ValueError, match="living draft"):
                    ledger.intend(intended(ledger, "second"), day=TODAY, cap=5)

        assert len(the_thread(ledger).drafts) == 1

    def test_a_draft_after_one_that_is_gone(self, ledger: Ledger) -> None:
        """The next may be laid, and the thread tells both."""
        first, second = intended(ledger), replace(intended(ledger, "second", step=1), laid_at=ago(days=-7))
        ledger.intend(first, day=TODAY, cap=5)
        ledger.settle(replace(first, state=DraftState.SENT))

        assert ledger.intend(second, day=TODAY, cap=5)
        assert [draft.step for draft in the_thread(ledger).drafts] == [0, 1]

    def test_a_draft_that_would_come_to_life_beside_another(self, ledger: Ledger) -> None:
        """Two living drafts are refused on this way too."""
        first = intended(ledger)
        ledger.intend(first, day=TODAY, cap=5)
        ledger.settle(replace(first, state=DraftState.THROWN_AWAY))
        ledger.intend(intended(ledger, "second"), day=TODAY, cap=5)

        with pytest.raises(ValueError, match="can't be laid"):
            ledger.settle(replace(first, state=DraftState.LAID))

    def test_the_same_draft_again(self, ledger: Ledger) -> None:
        """What has been on the server is never laid a second time under its id."""
        draft = intended(ledger)
        ledger.intend(draft, day=TODAY, cap=5)
        ledger.settle(replace(draft, state=DraftState.THROWN_AWAY))

        with pytest.raises(ValueError, match="laid before"):
            ledger.intend(draft, day=TODAY, cap=5)

    def test_a_draft_that_never_reached_the_server(self, ledger: Ledger) -> None:
        """It may be tried anew."""
        draft = intended(ledger)
        ledger.intend(draft, day=TODAY, cap=1)
        ledger.settle(replace(draft, state=DraftState.ABANDONED))

        assert ledger.intend(draft, day=TODAY, cap=1)
        assert the_thread(ledger).drafts == (draft,)

    def test_the_days_fill(self, ledger: Ledger) -> None:
        """Beyond the cap nothing is intended; another day, another account and an abandoned draft don't change it."""
        keep(ledger, a_sent(ago(days=3), id=an_id("b")), role=SENT, account="home")
        here, there = intended(ledger), a_draft(NOW, parent=the_thread(ledger, "home").messages[0])
        there = replace(there, id=an_id("there"), thread=the_thread(ledger, "home").id)
        next_day = replace(there, laid_at=NOW + timedelta(days=1))
        answers = [
            ledger.intend(here, day=TODAY, cap=1),
            ledger.intend(there, day=TODAY, cap=1),
            ledger.intend(next_day, day=TOMORROW, cap=1),
        ]

        assert answers == [True, False, True]
        assert ledger.laid_on(TOMORROW) == 1
        ledger.settle(replace(next_day, state=DraftState.ABANDONED))
        assert (ledger.laid_on(TODAY), ledger.laid_on(TOMORROW)) == (1, 0)
        ledger.settle(replace(here, state=DraftState.ABANDONED))
        assert ledger.laid_on(TODAY) == 0

    @pytest.mark.parametrize(
        ("left", "entered", "on_the_days_after"),
        [
            (EAST, WEST, [1, 1, 0]),  # from the 17th back into the 16th, which ends in another 17th
            (WEST, EAST, [1, 0, 0]),  # from the 16th into the 17th
        ],
    )
    def test_an_owner_who_crosses_the_date_line(
        self, ledger: Ledger, left: Calendar, entered: Calendar, on_the_days_after: list[int]
    ) -> None:
        """A draft counts for the date it was laid for, and on the day on which it was laid by the zone entered."""
        ledger.intend(intended(ledger), day=left.day_at(NOW), cap=5)
        days = [entered.day_at(NOW + timedelta(days=n)) for n in range(3)]

        assert [ledger.laid_on(day) for day in days] == on_the_days_after

    def test_a_draft_from_the_future(self, ledger: Ledger) -> None:
        """It counts for today: it was laid by another clock, and the present one may be the wrong one."""
        ledger.intend(replace(intended(ledger), laid_at=NOW + timedelta(days=9)), day=TOMORROW, cap=5)

        assert (ledger.laid_on(YESTERDAY), ledger.laid_on(TODAY)) == (1, 1)

    def test_no_drafts_wanted(self, ledger: Ledger) -> None:
        """A cap of none is kept."""
        assert not ledger.intend(intended(ledger), day=TODAY, cap=0)

    def test_two_at_once_for_the_last_place_of_the_day(self, ledger: Ledger) -> None:
        """One gets it."""
        keep(ledger, *(a_sent(ago(days=n), id=an_id(str(n))) for n in range(10, 18)), role=SENT, first=2)
        threads = list(ledger.threads("work"))[:8]
        start, answers = Barrier(len(threads)), []

        def intend(thread: Thread) -> None:
            draft = replace(a_draft(NOW, parent=thread.messages[0]), id=an_id(thread.id), thread=thread.id)
            start.wait(10)
            answers.append(ledger.intend(draft, day=TODAY, cap=3))

        together(intend, threads)

        assert (sorted(answers), ledger.laid_on(TODAY)) == ([False] * 5 + [True] * 3, 3)

    def test_a_thread_that_is_not_there(self, ledger: Ledger) -> None:
        """Nothing is laid there, as its client may just have been forgotten; all else is our own mistake."""
        assert not ledger.intend(intended(ledger, thread=ThreadId("nope")), day=TODAY, cap=5)
        with pytest.raises(LookupError):
            ledger.settle(intended(ledger))
        with pytest.raises(LookupError):
            ledger.order(ThreadId("nope"), a_stop(NOW))

    def test_a_draft_sent_without_its_references(self, ledger: Ledger) -> None:
        """It's in its thread by its own id alone."""
        draft = intended(ledger)
        ledger.intend(draft, day=TODAY, cap=5)
        keep(ledger, a_sent(ago(days=-1), id=draft.id, subject="Another subject"), role=SENT, first=2)

        assert ids(ledger.threads("work")) == [[an_id("a"), draft.id]]


class TestListing:
    def test_what_lies_in_drafts(self, ledger: Ledger) -> None:
        """The listing comes back as it was given, in its order; each takes the place of the one before."""
        first = a_listing(a_listed_draft(1), a_listed_draft(2), at=ago(hours=1))
        full = a_listed_draft(3, parents=(LOST,), conversation="17", to=("anna@client.example", "b@x"), subject="Re: é")
        second = a_listing(full, a_listed_draft(1))
        ledger.list_drafts("work", first)
        ledger.list_drafts("home", first)
        ledger.list_drafts("work", second)

        assert (ledger.drafts_listing("work"), ledger.drafts_listing("home")) == (second, first)

    def test_what_lies_elsewhere(self, ledger: Ledger) -> None:
        """It's told apart from what lies in Drafts by its folder alone, and belongs to its thread as well."""
        keep(ledger, a_sent(ago(days=5), id=an_id("a")), role=SENT)
        here = a_listed_draft(1, id=an_id("here"))
        there = a_listed_draft(1, id=an_id("there"), parents=(an_id("a"),), place=a_place(folder="Entwürfe"))
        listing = a_listing(here, elsewhere=(there,))
        ledger.list_drafts("work", listing)

        assert ledger.drafts_listing("work") == listing
        assert the_thread(ledger).lying == (there,)

    @pytest.mark.parametrize("uid_next", [None, Uid(12)])
    def test_what_still_lies_there(self, ledger: Ledger, uid_next: Uid | None) -> None:
        """In which state it was listed comes back; that nothing has changed since is kept without listing it anew."""
        state = FolderState(uid_validity=a_listing().uid_validity, uid_next=uid_next, exists=1, mod_sequence=40)
        listing = replace(a_listing(a_listed_draft(1), at=ago(hours=1)), state=state)
        for account in ("work", "home"):
            ledger.list_drafts(account, listing)
        ledger.note_unmoved("work", (), NOW)

        assert ledger.drafts_listing("work") == replace(listing, at=NOW)
        assert ledger.drafts_listing("home") == listing

    def test_another_state_with_the_same_in_it(self, ledger: Ledger) -> None:
        """What came may have gone again: the state is the new one all the same, known or not."""
        state = FolderState(uid_validity=a_listing().uid_validity, uid_next=Uid(12), exists=1, mod_sequence=40)
        listing = a_listing(a_listed_draft(1))
        for told in (state, replace(state, uid_next=Uid(13), mod_sequence=42), replace(state, exists=0), None, state):
            ledger.list_drafts("work", replace(listing, state=told))
            assert ledger.drafts_listing("work") == replace(listing, state=told)

    def test_an_empty_drafts_folder(self, ledger: Ledger) -> None:
        """It has been listed, and nothing lay there."""
        ledger.list_drafts("work", a_listing())

        assert ledger.drafts_listing("work") == a_listing()

    def test_what_belongs_to_a_thread(self, ledger: Ledger) -> None:
        """A draft of ours, an answer to any of its mail, and what the provider puts there; in the folder's order."""
        sent = a_sent(ago(days=5), id=an_id("a"), parents=(LOST,), conversation="17")
        keep(ledger, sent, role=SENT)
        ours = intended(ledger)
        ledger.intend(ours, day=TODAY, cap=5)
        belonging = (
            a_listed_draft(1, id=ours.id),
            a_listed_draft(2, parents=(an_id("a"),)),
            a_listed_draft(3, parents=(LOST, an_id("x"))),
            a_listed_draft(4, conversation="17"),
        )
        ledger.list_drafts("work", a_listing(*belonging, a_listed_draft(5), a_listed_draft(6, parents=(an_id("x"),))))

        assert the_thread(ledger).lying == belonging

    def test_a_draft_of_the_same_subject(self, ledger: Ledger) -> None:
        """Its subject doesn't put it into a thread."""
        keep(ledger, a_sent(ago(days=5)), role=SENT)
        ledger.list_drafts("work", a_listing(a_listed_draft(1)))

        assert the_thread(ledger).lying == ()


class TestOrders:
    def test_the_owners_words(self, ledger: Ledger) -> None:
        """They come back as they were given, oldest first."""
        keep(ledger, a_sent(ago(days=5)), role=SENT)
        orders = (
            a_snooze(ago(days=4), until=date(2026, 7, 1)),
            Order(kind=OrderKind.PLAN, at=ago(days=3), plan="invoice"),
            Order(kind=OrderKind.DONE, at=ago(days=2), step=0),
            a_stop(ago(days=1)),
        )
        for order in reversed(orders):
            ledger.order(the_thread(ledger).id, order)

        assert the_thread(ledger).orders == orders

    def test_how_many_there_are(self, ledger: Ledger) -> None:
        """Every order counts, in any thread."""
        keep(ledger, a_sent(ago(days=5)), role=SENT)
        before = ledger.orders_given()
        for days in (2, 1):
            ledger.order(the_thread(ledger).id, a_stop(ago(days=days)))

        assert (before, ledger.orders_given()) == (WordsGiven(), WordsGiven(words=2))


class TestControlFolders:
    def heard(self, ledger: Ledger, *orders: tuple[ThreadId, Order]) -> None:
        """All is heard that lies in INBOX, which plays the folder Stop."""
        ledger.heed("work", "Stop", "Inbox", orders)

    def unheard(self, ledger: Ledger) -> list[tuple[MessageId, bool]]:
        """What lies there unheard: which mail, and whether it's known from another UIDVALIDITY."""
        return [(put.message.id, put.again) for put in ledger.unheeded("work", "Stop", "Inbox")]

    def test_an_account_that_was_never_read(self, ledger: Ledger) -> None:
        """Nothing was put anywhere."""
        ledger.heed_no_more("work")

        assert (ledger.heeded("work"), self.unheard(ledger), ledger.accounts()) == (frozenset(), [], ())

    def test_what_was_put_there(self, ledger: Ledger) -> None:
        """It's told with its thread, in the order of its coming, until it's heard."""
        keep(ledger, *(a_reply(ago(days=n), id=an_id(str(n))) for n in (1, 3, 2)))
        puts = ledger.unheeded("work", "Stop", "Inbox")
        assert [put.message.id for put in puts] == [an_id("1"), an_id("3"), an_id("2")]
        assert {put.thread for put in puts} == {thread.id for thread in ledger.threads("work")}
        self.heard(ledger)
        keep(ledger, a_reply(ago(days=4), id=an_id("4")), first=4)

        assert self.unheard(ledger) == [(an_id("4"), False)]
        assert ledger.heeded("work") == {"Stop"}

    def test_other_folders(self, ledger: Ledger) -> None:
        """What lies elsewhere, and what was heard by another folder's title, is another matter."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")))
        keep(ledger, a_reply(ago(days=1), id=an_id("b")), role=JUNK)
        keep(ledger, a_reply(ago(days=1), id=an_id("a")), account="home")
        ledger.heed("work", "Lost", "Inbox", ())
        ledger.heed("home", "Stop", "Inbox", ())

        assert self.unheard(ledger) == [(an_id("a"), False)]

    def test_an_order(self, ledger: Ledger) -> None:
        """It comes back as it was given."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")))
        order = replace(a_snooze(NOW, until=date(2026, 7, 1)), by="the folder Crickets/Stop", source=an_id("a"))
        self.heard(ledger, (the_thread(ledger).id, order))

        assert the_thread(ledger).orders == (order,)

    def test_another_uidvalidity(self, ledger: Ledger) -> None:
        """What was heard before is known again, and after that only what comes anew is news."""
        mail = a_reply(ago(days=1), id=an_id("a"))
        keep(ledger, mail)
        self.heard(ledger)
        ledger.record("work", a_read(INBOX, validity=8), [(Uid(5), mail)])
        assert self.unheard(ledger) == [(an_id("a"), True)]
        self.heard(ledger)
        assert self.unheard(ledger) == []
        ledger.record("work", a_read(INBOX, validity=8), [(Uid(6), mail)])

        assert self.unheard(ledger) == [(an_id("a"), False)]

    def test_two_copies(self, ledger: Ledger) -> None:
        """Heard together, neither is news."""
        keep(ledger, *(a_reply(ago(days=1), id=an_id("a")) for _ in range(2)))
        self.heard(ledger)

        assert self.unheard(ledger) == []

    def test_one_that_was_made(self, ledger: Ledger) -> None:
        """It's listened to before anything lies there."""
        ledger.heed("work", "Stop", None, ())

        assert ledger.heeded("work") == {"Stop"}

    def test_who_wants_none_any_more(self, ledger: Ledger) -> None:
        """None is listened to; what was heard stays so."""
        keep(ledger, a_reply(ago(days=1), id=an_id("a")))
        self.heard(ledger)
        ledger.heed_no_more("work")

        assert (ledger.heeded("work"), self.unheard(ledger)) == (frozenset(), [])

    def test_a_trouble(self, ledger: Ledger) -> None:
        """It's told until it's over, and goes with the wish."""
        told = [ledger.control_trouble("work")]
        for trouble in ("No", "No", "", "Never"):
            ledger.note_control("work", trouble)
            told.append(ledger.control_trouble("work"))
        ledger.heed_no_more("work")

        assert [*told, ledger.control_trouble("work")] == ["", "No", "No", "", "Never", ""]


class TestAClockThatWasAhead:
    """What was written down by it; the days are counted from NOW, which is the right time."""

    @pytest.fixture
    def written(self, ledger: Ledger) -> Thread:
        """An account first read in nine days, with a draft and an order of days to come."""
        keep(ledger, a_sent(ago(days=5)), role=SENT)
        ledger.complete("work", ago(days=-9))
        ledger.intend(replace(intended(ledger), laid_at=ago(days=-8), since=ago(days=-7)), day=TODAY, cap=5)
        ledger.order(the_thread(ledger).id, a_stop(ago(days=-6)))
        return the_thread(ledger)

    def test_it_is_right_again(self, ledger: Ledger, written: Thread) -> None:
        """All that can't have been yet was now, at the latest; another account's is left."""
        ledger.mend_stamps("home", NOW)
        assert the_thread(ledger) == written
        ledger.mend_stamps("work", NOW)

        [draft], [order] = the_thread(ledger).drafts, the_thread(ledger).orders
        assert (draft.laid_at, draft.since, order.at, ledger.first_read_at("work")) == (NOW,) * 4

    def test_what_is_past(self, ledger: Ledger, written: Thread) -> None:
        """It stays as it is."""
        ledger.mend_stamps("work", ago(days=-7))

        [draft], [order] = the_thread(ledger).drafts, the_thread(ledger).orders
        assert (draft.laid_at, draft.since, order.at) == (ago(days=-7), ago(days=-7), ago(days=-6))

    @pytest.mark.parametrize(("days", "mended"), [(0.1, False), (300, False), (4000, True)])
    def test_mail_from_after_now(self, ledger: Ledger, written: Thread, days: float, *, mended: bool) -> None:
        """The server's clock says that ours is wrong now, and was right then; a mail of a far year says nothing."""
        keep(ledger, a_reply(ago(days=-days), id=an_id("other")), role=INBOX)
        ledger.mend_stamps("work", NOW)

        [thread] = (t for t in ledger.threads("work") if t.id == written.id)
        assert (thread.drafts != written.drafts, thread.orders != written.orders) == (mended, mended)
        assert (ledger.first_read_at("work") == NOW) is mended

    def test_an_account_that_is_not_known(self, ledger: Ledger) -> None:
        """There's nothing to mend."""
        ledger.mend_stamps("nope", NOW)

        assert ledger.accounts() == ()


class TestFinding:
    @pytest.fixture
    def names(self, ledger: Ledger) -> list[ThreadId]:
        """The names of many threads."""
        keep(ledger, *(a_reply(ago(days=n), id=an_id(str(n))) for n in range(300)))
        return sorted(thread.id for thread in ledger.threads("work"))

    def test_a_name_as_it_may_be_typed(self, ledger: Ledger, names: list[ThreadId]) -> None:
        """Case doesn't matter, nor letters that look like others."""
        name = next(name for name in names if {"0", "1"} & set(name))
        typed = name.replace("0", "O").replace("1", "l").upper()

        assert ledger.find(f" {typed} ") == (name,)

    def test_a_beginning(self, ledger: Ledger, names: list[ThreadId]) -> None:
        """All names that begin so are found, 20 at most."""
        beginning = names[0][:1]
        expected = [name for name in names if name.startswith(beginning)]

        assert ledger.find(beginning) == tuple(expected[:20])

    @pytest.mark.parametrize("typed", ["", "  ", "~", "%", "zzzzzzzzz"])
    def test_what_names_nothing(self, ledger: Ledger, names: list[ThreadId], typed: str) -> None:
        """Nothing is found."""
        assert ledger.find(typed) == ()

    def test_a_former_name(self, ledger: Ledger) -> None:
        """It leads to the thread under its present name."""
        keep(ledger, a_reply(ago(days=2), id=an_id("a")), a_reply(ago(days=1), id=an_id("b")))
        kept, former = (thread.id for thread in ledger.threads("work"))
        keep(ledger, a_reply(NOW, parents=(an_id("a"), an_id("b"))), first=3)

        assert ledger.find(former) == (kept,)


_OUT = {Fate.INTENDED, Fate.SENT}
AN_ISSUE = Issue(id=an_id("digest"), day=TODAY.date, at=NOW, told=frozenset({"a1", "b2"}))


class TestDigests:
    def test_none(self, ledger: Ledger) -> None:
        """There was none on any day."""
        assert ledger.issue_of(TODAY.date) is None
        assert ledger.last_issue_sent(NOW) is None
        assert ledger.digest_ids() == frozenset()

    @pytest.mark.parametrize("fate", list(Fate))
    def test_one(self, ledger: Ledger, fate: Fate) -> None:
        """It's kept whole, with what became of it; known as ours is what was handed over, whatever was answered."""
        ledger.keep_issue(AN_ISSUE)
        ledger.keep_issue(replace(AN_ISSUE, fate=fate))

        assert ledger.issue_of(TODAY.date) == replace(AN_ISSUE, fate=fate)
        assert ledger.issue_of(TOMORROW.date) is None
        assert ledger.digest_ids() == (set() if fate is Fate.NOTHING else {AN_ISSUE.id})
        assert (ledger.last_issue_sent(NOW) is None) is (fate is not Fate.SENT)

    def test_several_of_a_day(self, ledger: Ledger) -> None:
        """What has come counts most, then what may have, and a try that was refused least; of two alike, the last."""
        for n, fate in enumerate((Fate.NOT_TAKEN, Fate.NOTHING, Fate.INTENDED, Fate.SENT, Fate.SENT)):
            issue = replace(AN_ISSUE, id=an_id(f"{n}"), at=NOW + timedelta(hours=n), fate=fate)
            refused = replace(issue, id=an_id(f"{n} again"), at=issue.at + timedelta(minutes=1), fate=Fate.NOT_TAKEN)
            ledger.keep_issue(issue)
            assert ledger.issue_of(TODAY.date) == issue
            ledger.keep_issue(refused)
            assert ledger.issue_of(TODAY.date) == (refused if fate is Fate.NOT_TAKEN else issue)

    @pytest.mark.parametrize("fate", list(Fate))
    def test_one_begun_beside_another(self, ledger: Ledger, fate: Fate) -> None:
        """It may be only where no other of its day has come, or may have; the same may be begun again."""
        second, free = replace(AN_ISSUE, id=an_id("second"), at=NOW - timedelta(hours=1)), fate not in _OUT
        ledger.keep_issue(replace(AN_ISSUE, fate=fate))

        assert ledger.begin_issue(second) is free
        assert (ledger.issue_of(TODAY.date) == second) is free
        assert ledger.begin_issue(second if free else AN_ISSUE)

    def test_one_of_a_clock_that_was_ahead(self, ledger: Ledger) -> None:
        """It's not the last one that was sent before now."""
        ledger.keep_issue(replace(AN_ISSUE, at=NOW + timedelta(days=300), fate=Fate.SENT))

        assert ledger.last_issue_sent(NOW) is None

    def test_one_that_came(self, ledger: Ledger) -> None:
        """It's known once it was read in any account, though it may be gone again."""
        assert not ledger.has_come(AN_ISSUE.id)
        keep(ledger, a_sent(NOW, id=AN_ISSUE.id), account="home")

        assert ledger.has_come(AN_ISSUE.id)


class TestStirredThreads:
    def test_since_a_moment(self, ledger: Ledger) -> None:
        """Those to which a mail came after it, in that account, each once."""
        old, new = a_reply(ago(days=3), id=an_id("old")), a_reply(ago(days=1), id=an_id("new"), sender=BEN)
        keep(ledger, old, new, a_reply(ago(hours=1), id=an_id("newer"), sender=BEN, parents=(an_id("new"),)))
        keep(ledger, a_reply(ago(hours=1), id=an_id("other")), account="home")

        [name] = ledger.stirred("work", ago(days=2))
        thread = ledger.thread(name)
        assert thread is not None
        assert {message.id for message in thread.messages} == {an_id("new"), an_id("newer")}

    def test_of_an_account_that_is_not_known(self, ledger: Ledger) -> None:
        """There are none."""
        assert ledger.stirred("nobody", ago(days=2)) == ()


def test_many_accounts_at_once(ledger: Ledger) -> None:
    """One worker thread an account: all is kept, each for its own."""
    accounts = [f"account-{n}" for n in range(4)]
    start = Barrier(len(accounts))

    def live(account: str) -> None:
        start.wait(10)
        for n in range(20):
            keep(ledger, a_reply(ago(days=n), id=an_id(str(n))), account=account, first=n + 1)
            assert len(list(ledger.threads(account))) == n + 1

    together(live, accounts)

    assert [len(list(ledger.threads(account))) for account in accounts] == [20] * 4


def together(work: Callable[[Subject], None], subjects: Sequence[Subject]) -> None:
    """Do a work on several subjects at once, each in a thread of its own; what fails there fails here."""
    with ThreadPoolExecutor(len(subjects)) as pool:
        for done in [pool.submit(work, subject) for subject in subjects]:
            done.result(timeout=60)
