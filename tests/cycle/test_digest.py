"""The owner's digest over days, restarts and failures: one a day at most, told once where it fails, and no fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import structlog

from crickets.domain.digest import Fate, Issue
from crickets.domain.message import Kind, MessageId
from crickets.domain.thread import OrderKind
from crickets.errors import NotNow, Refused, Transient
from crickets.service.application import Application
from crickets.service.digests import Digests, Way
from crickets.service.sentences import sentence_of
from crickets.service.the_digest import THE_DIGEST, digests_of
from crickets.signin.errors import NotSignedIn
from tests.cycle.home import OFFERED, Home
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_silence, days_later
from tests.fakes.mailbox import FakeMailbox, Phase, failing
from tests.servers.mail import Mail, a_reply
from tests.servers.server import PASSWORD
from tests.servers.smtp import USER, Smtp

BY_SMTP = """
[digest]
by = "smtp"
at = "09:00"
[smtp]
host = "localhost"
port = {port}
username = "{user}"
password_file = "smtp.secret"
tls_ca_file = "{ca}"
"""
BY_IMAP = """
[digest]
by = "imap"
at = "09:00"
"""
MINUTE = 1 / 24 / 60
DAWN = -5 / 24
"""Seven in the morning of the same day in Rome."""


@pytest.fixture
def smtp() -> Iterator[Smtp]:
    """The server that the owner sends mail over."""
    with Smtp() as server:
        yield server


@pytest.fixture
def by_smtp(home: Home, smtp: Smtp) -> Home:
    """Anna is quiet, and the owner wants a digest by SMTP."""
    (home.path / "smtp.secret").write_text(PASSWORD)
    (home.path / "smtp.secret").chmod(0o600)
    home.extra = BY_SMTP.format(port=smtp.port, user=USER, ca=smtp.ca_file)
    return home


@pytest.fixture
def by_imap(home: Home) -> Home:
    """The same into INBOX."""
    home.extra = BY_IMAP
    return home


@contextmanager
def opened(home: Home, days: float = 0) -> Iterator[tuple[Application, Digests]]:
    """A process of Crickets, so many days after NOW (a Wednesday, noon), and who sees to the digest in it."""
    with home._open(days) as app:
        digests = digests_of(app)
        assert digests is not None
        if digests.wish.server is None:
            way = digests.way()
            way.connect = lambda: FakeMailbox(home.memory)  # type: ignore[attr-defined]
            digests.way = lambda: way
        yield app, digests


def see_to(home: Home, days: float = 0) -> None:
    """A process that sees to the digest, and ends."""
    with opened(home, days) as (_, digests):
        digests.see_to()


def issues(home: Home, days: float = 0) -> list[Issue]:
    """The day's digest as it's kept, if there is one."""
    with home._open(days) as app:
        issue = app.ledger.issue_of(app.settings.policy.calendar.day_of(app.clock()))
    return [] if issue is None else [issue]


def trouble(home: Home) -> str:
    """What `status` tells of it."""
    return "\n".join(home.overview().digest_trouble)


def subjects(smtp: Smtp) -> list[str]:
    """What was sent."""
    return [taken.mail["Subject"] for taken in smtp.taken]


def in_inbox(home: Home) -> list[Mail]:
    """The digests in INBOX."""
    found = (stored.mail for stored in home.memory.folder("INBOX"))
    return [mail for mail in found if mail.subject.startswith("Crickets, ")]


# ------------------------------------------------------------------------------------------- once a day


def test_a_draft_that_waits(by_smtp: Home, smtp: Smtp) -> None:
    """It's told, from the owner to the owner."""
    by_smtp.look()
    see_to(by_smtp)

    [taken] = smtp.taken
    assert (taken.sender, taken.recipients) == (USER, (USER,))
    assert taken.mail["Subject"] == "Crickets, 18 March: 1 draft"
    assert taken.mail["To"] == taken.mail["From"] == "Dana Levi <dana@studio.example>"
    assert taken.mail["Auto-Submitted"] == "auto-generated"
    assert "Anna Rossi" in taken.mail.get_body().get_content()  # type: ignore[union-attr]
    assert [issue.fate for issue in issues(by_smtp)] == [Fate.SENT]


def test_a_problem_in_the_owners_language(by_smtp: Home, smtp: Smtp) -> None:
    """What the ledger keeps of an account as a sentence is told by the phrase of its kind."""
    by_smtp.extra = by_smtp.extra.replace("[digest]", '[digest]\nlanguage = "de"')
    by_smtp.look()
    with opened(by_smtp) as (app, digests):
        error = NotSignedIn("work", "login.example.org takes the sign-in no more", answer="invalid_grant: revoked")
        app.ledger.note_problem("work", sentence_of(error), app.clock())
        digests.see_to()

    [taken] = smtp.taken
    assert (
        "* work: login.example.org nimmt die Anmeldung nicht mehr an: invalid_grant: revoked. "
        "Bitte „crickets auth login work“ ausführen."
    ) in taken.mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_day(by_smtp: Home, smtp: Smtp) -> None:
    """It has one, whatever restarts and whichever way the clock is set, and the next has its own."""
    by_smtp.look()
    for days in (0, MINUTE, 0.4, -0.1, 0):
        see_to(by_smtp, days)
    assert subjects(smtp) == ["Crickets, 18 March: 1 draft"]

    see_to(by_smtp, 1)
    see_to(by_smtp, 0.2)
    assert subjects(smtp) == ["Crickets, 18 March: 1 draft", "Crickets, 19 March: 1 draft"]


def test_an_early_hour(by_smtp: Home, smtp: Smtp) -> None:
    """Before nine nobody is asked; from nine on it's sent, however late."""
    by_smtp.look(DAWN)
    see_to(by_smtp, DAWN)
    assert smtp.connections == 0

    see_to(by_smtp, 11 / 24)
    assert len(smtp.taken) == 1


def test_a_day_off(by_smtp: Home, smtp: Smtp) -> None:
    """None is sent, and the missed day is not made up for."""
    by_smtp.look()
    with opened(by_smtp) as (_, digests):
        calendar = replace(digests.policy.calendar, working_days=frozenset({0}))
        digests.policy = replace(digests.policy, calendar=calendar)
        assert not digests.is_due()
        digests.see_to()

    assert smtp.connections == 0


def test_no_news(by_smtp: Home, smtp: Smtp) -> None:
    """A mailbox in which nothing is to be done gets none, and the day is done with."""
    by_smtp.memory.remove("Sent", by_smtp.memory.folder("Sent")[0].uid)
    by_smtp.memory.remove("INBOX", by_smtp.memory.folder("INBOX")[0].uid)
    by_smtp.look()
    see_to(by_smtp)

    assert smtp.connections == 0
    assert [issue.fate for issue in issues(by_smtp)] == [Fate.NOTHING]
    by_smtp.memory.put("Sent", OFFERED)
    by_smtp.look(0.1)
    see_to(by_smtp, 0.1)
    assert smtp.connections == 0


def test_an_answer(by_smtp: Home, smtp: Smtp) -> None:
    """It's told by the first digest after it, and no more: then it's the owner's turn."""
    by_smtp.look(-1)
    see_to(by_smtp, -1)
    by_smtp.memory.put("INBOX", a_reply(OFFERED, at=days_later(-0.2)))
    by_smtp.look()
    see_to(by_smtp)
    by_smtp.look(1)
    see_to(by_smtp, 1)

    assert subjects(smtp)[1:] == ["Crickets, 18 March: 1 answer", "Crickets, 19 March: 1 waiting for you"]


def test_a_clock_that_was_ahead(by_smtp: Home, smtp: Smtp) -> None:
    """What was sent in a year to come is no reason to send none today."""
    by_smtp.look()
    see_to(by_smtp, 300)
    see_to(by_smtp)

    assert len(smtp.taken) == 2


# --------------------------------------------------------------------------------------- what goes wrong


@pytest.fixture
def log() -> Iterator[list[structlog.typing.EventDict]]:
    """What is logged."""
    with structlog.testing.capture_logs() as logged:
        yield logged


def failures(log: list[structlog.typing.EventDict]) -> list[tuple[str, str]]:
    """The events of failing, with their level."""
    return [(entry["event"], entry["log_level"]) for entry in log if entry["event"].startswith("digest.")]


Break = Callable[[Smtp], None]


def away(smtp: Smtp) -> None:
    """Nobody answers."""
    smtp.close()


def greylisting(smtp: Smtp) -> None:
    """It wants to be asked again later."""
    smtp.manners.replies["RCPT"] = "450 4.2.0 Greylisted, try again later"


def refused_recipient(smtp: Smtp) -> None:
    """It knows no such user."""
    smtp.manners.replies["RCPT"] = "550 5.1.1 No such user"


def refused_mail(smtp: Smtp) -> None:
    """It took all of it, and then says no."""
    smtp.manners.replies["END"] = "452 4.3.1 Insufficient system storage"


def refused_auth(smtp: Smtp) -> None:
    """It doesn't let the owner in."""
    smtp.manners.replies["AUTH"] = "535 5.7.8 Authentication failed"


def cut(smtp: Smtp) -> None:
    """The line breaks before the mail is said."""
    smtp.manners.cut_at = "DATA"


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (away, "could not be reached"),
        (greylisting, "450 4.2.0 Greylisted, try again later"),
        (refused_recipient, "550 5.1.1 No such user"),
        (refused_mail, "452 4.3.1 Insufficient system storage"),
        (refused_auth, "Mend username or secret below [smtp]"),
        (cut, "did not take the digest"),
    ],
)
def test_a_failure(
    by_smtp: Home, smtp: Smtp, log: list[structlog.typing.EventDict], break_it: Break, told: str
) -> None:
    """It's told once, in the log and by `status`, the same day tried again, and nothing is sent twice or lost."""
    by_smtp.look()
    break_it(smtp)
    with opened(by_smtp) as (_, digests):
        digests.see_to()
        assert not digests.is_due()  # it's left alone for a while
        digests.see_to()
        digests._not_before = 0
        digests.see_to()

    assert failures(log) == [("digest.failed", "warning"), ("digest.failed", "info")]
    assert told in trouble(by_smtp)
    assert PASSWORD not in trouble(by_smtp) + str(log)
    assert smtp.taken == []

    smtp.close()
    smtp.manners.replies.clear()
    smtp.manners.cut_at = ""
    smtp.open()
    by_smtp.look(0.1)
    see_to(by_smtp, 0.1)
    assert subjects(smtp) == ["Crickets, 18 March: 1 draft"]
    assert trouble(by_smtp) == ""
    assert "could not" not in smtp.taken[0].raw.decode()  # who reads it has got it


def test_a_failure_to_the_end_of_the_day(by_smtp: Home, smtp: Smtp) -> None:
    """It isn't made up for; what it would have told stands in the next day's, the answer as what waits by now."""
    by_smtp.look(-1)
    see_to(by_smtp, -1)
    by_smtp.memory.put("INBOX", a_reply(OFFERED, at=days_later(-0.2)))
    smtp.close()
    by_smtp.look()
    see_to(by_smtp)
    smtp.open()
    by_smtp.look(0.9)
    see_to(by_smtp, 0.9)

    assert subjects(smtp)[1:] == ["Crickets, 19 March: 1 waiting for you"]


def test_an_answer_that_got_lost(by_smtp: Home, smtp: Smtp, log: list[structlog.typing.EventDict]) -> None:
    """It may have come: it isn't sent a second time, which is told; once it's seen to have come, all is well."""
    by_smtp.look()
    smtp.manners.cut_at = "END"
    see_to(by_smtp)
    smtp.manners.cut_at = ""
    for days in (0.1, 0.2):
        see_to(by_smtp, days)
    assert len(smtp.taken) == 1
    assert [issue.fate for issue in issues(by_smtp)] == [Fate.INTENDED]
    assert "it isn't sent twice" in trouble(by_smtp)

    by_smtp.memory.put("INBOX", smtp.taken[0].raw)
    by_smtp.look(0.3)
    see_to(by_smtp, 0.3)

    assert [issue.fate for issue in issues(by_smtp)] == [Fate.SENT]
    assert trouble(by_smtp) == ""
    assert len(smtp.taken) == 1


def test_a_crash_before_it_was_handed_over(by_smtp: Home, smtp: Smtp) -> None:
    """Nothing was begun, and it's sent."""
    by_smtp.look()
    smtp.manners.cut_at = "RCPT"
    see_to(by_smtp)
    assert [issue.fate for issue in issues(by_smtp)] == []
    smtp.manners.cut_at = ""
    see_to(by_smtp, 0.1)

    assert len(smtp.taken) == 1


def test_a_wrong_ca_file(by_smtp: Home, smtp: Smtp) -> None:
    """What the config must say otherwise is told with what to do; no mail waits for it."""
    (by_smtp.path / "ca.pem").write_text("nothing")
    by_smtp.extra = by_smtp.extra.replace(str(smtp.ca_file), "ca.pem")
    by_smtp.look()
    see_to(by_smtp)

    assert "Give a file of certificates in PEM form" in trouble(by_smtp)


def test_a_mistake_of_our_own(by_smtp: Home) -> None:
    """It's told as one, with its traceback in the log, and nothing ends by it."""
    by_smtp.look()
    with opened(by_smtp) as (_, digests), structlog.testing.capture_logs() as logged:
        digests.way = lambda: 7  # type: ignore[assignment, return-value]
        digests.see_to()

    assert [(entry["event"], entry["log_level"]) for entry in logged] == [("digest.failed", "error")]
    assert "a mistake of Crickets' own" in trouble(by_smtp)


def test_being_told_to_stop(by_smtp: Home, smtp: Smtp) -> None:
    """It's no problem of the digest's, and nothing begins any more."""
    by_smtp.look()
    with opened(by_smtp) as (_, digests):
        smtp.manners.meanwhile = lambda verb: digests.interrupt() if verb == "MAIL" else None
        digests.see_to()
        assert not digests.is_due()

    assert smtp.taken == []
    assert trouble(by_smtp) == ""


def test_being_told_to_stop_while_the_secret_is_fetched(by_smtp: Home, smtp: Smtp) -> None:
    """That may take longer than anybody waits, and another crew may be at work by then: nothing is sent any more."""
    by_smtp.look()
    with opened(by_smtp) as (_, digests):
        usual = digests.way

        def slowly() -> Way:
            digests.interrupt()
            return usual()

        digests.way = slowly
        digests.see_to()

    assert smtp.connections == 0
    assert trouble(by_smtp) == ""


def test_one_by_hand_at_the_same_moment(by_smtp: Home, smtp: Smtp) -> None:
    """The other process was first: the day is its own, and no second one is said."""
    by_smtp.look()
    with opened(by_smtp) as (app, digests):
        by_hand = replace(digests._new_issue(digests.today()), fate=Fate.SENT)
        smtp.manners.meanwhile = lambda verb: app.ledger.keep_issue(by_hand) if verb == "DATA" else None
        digests.see_to()
        digests._not_before = 0
        digests.see_to()
        assert not digests.is_due()

    assert smtp.taken == []
    assert smtp.connections == 1
    assert trouble(by_smtp) == ""


def test_one_by_hand_that_fails_after_the_days(by_smtp: Home, smtp: Smtp) -> None:
    """The day has had its digest: the next process sends none."""
    by_smtp.look()
    see_to(by_smtp)
    refused_recipient(smtp)
    with opened(by_smtp, 0.1) as (_, digests), pytest.raises(Refused):
        digests.send(digests.today())
    smtp.manners.replies.clear()
    see_to(by_smtp, 0.2)

    assert len(smtp.taken) == 1


def test_midnight(by_smtp: Home, smtp: Smtp) -> None:
    """What was due before it isn't sent after it, at an hour that the owner sleeps through; the next comes at nine."""
    by_smtp.look()
    with opened(by_smtp) as (_, digests):
        moments = iter([days_later(0.5 - MINUTE)])
        digests.clock = lambda: next(moments, days_later(0.5 + MINUTE))
        digests.see_to()
    assert smtp.connections == 0

    see_to(by_smtp, 0.9)
    assert subjects(smtp) == ["Crickets, 19 March: 1 draft"]


def test_one_that_is_wanted_no_more(by_smtp: Home, smtp: Smtp) -> None:
    """Its problem is none any more either."""
    by_smtp.look()
    smtp.close()
    see_to(by_smtp)
    assert trouble(by_smtp) != ""

    by_smtp.extra = ""
    with by_smtp._open(0.1) as app:
        assert digests_of(app) is None
        assert app.ledger.problem(THE_DIGEST) == ""


def test_sending_it_by_hand(by_smtp: Home, smtp: Smtp) -> None:
    """It's sent at any hour, as often as it's wanted, and is today's."""
    by_smtp.look(DAWN)
    with opened(by_smtp, DAWN) as (_, digests):
        digests.send(digests.today())
        digests.send(digests.today())
    see_to(by_smtp)

    assert len(smtp.taken) == 2
    assert len({taken.mail["Message-ID"] for taken in smtp.taken}) == 2


# --------------------------------------------------------------------------------------------- into INBOX


def test_into_inbox(by_imap: Home) -> None:
    """It comes there once a day, unread."""
    by_imap.look()
    for days in (0, 0.1, 1):
        see_to(by_imap, days)

    assert [mail.subject for mail in in_inbox(by_imap)] == [
        "Crickets, 18 March: 1 draft",
        "Crickets, 19 March: 1 draft",
    ]
    assert by_imap.memory.folder("INBOX")[-1].flags == frozenset()


@pytest.mark.parametrize("phase", [Phase.BEFORE, Phase.AMID, Phase.AFTER])
def test_a_line_that_breaks(by_imap: Home, phase: Phase) -> None:
    """Whether it came before or not, it lies there once."""
    by_imap.look()
    by_imap.memory.interfere = failing("append_digest", phase)
    see_to(by_imap)
    assert "the line broke" in trouble(by_imap)

    see_to(by_imap, 0.1)
    see_to(by_imap, 0.2)
    assert len(in_inbox(by_imap)) == 1
    assert trouble(by_imap) == ""


def test_one_that_the_owner_has_deleted_meanwhile(by_imap: Home) -> None:
    """A pass has seen it: it doesn't come again."""
    by_imap.look()
    by_imap.memory.interfere = failing("append_digest", Phase.AFTER)
    see_to(by_imap)
    by_imap.look(0.05)
    by_imap.memory.remove("INBOX", by_imap.memory.folder("INBOX")[-1].uid)
    see_to(by_imap, 0.1)

    assert in_inbox(by_imap) == []
    assert [issue.fate for issue in issues(by_imap)] == [Fate.SENT]


@pytest.mark.parametrize("error", [Refused, Transient])
def test_an_inbox_that_refuses(by_imap: Home, error: type[Refused | Transient]) -> None:
    """It's told, and tried again."""

    def refuse(moment: object) -> None:
        if "append_digest" in str(moment) and "BEFORE" in str(moment):
            raise error("over quota", remedy="Make room.")

    by_imap.look()
    usual, by_imap.memory.interfere = by_imap.memory.interfere, refuse
    see_to(by_imap)
    assert "over quota" in trouble(by_imap)
    by_imap.memory.interfere = usual
    see_to(by_imap, 0.1)

    assert len(in_inbox(by_imap)) == 1


def test_a_server_that_says_no_and_takes_it(by_imap: Home) -> None:
    """Filters do so when they are late: once a pass has read it, it has come; it's a digest, and there is no second."""

    def refuse(moment: object) -> None:
        if "append_digest" in str(moment) and "AFTER" in str(moment):
            raise NotNow("the filter took too long", remedy="It's tried again.")

    by_imap.look()
    usual, by_imap.memory.interfere = by_imap.memory.interfere, refuse
    see_to(by_imap)
    by_imap.memory.interfere = usual
    by_imap.look(0.05)
    see_to(by_imap, 0.1)

    [digest] = in_inbox(by_imap)
    assert [issue.fate for issue in issues(by_imap)] == [Fate.SENT]
    with by_imap._open(0.1) as app:
        kinds = {m.kind for thread in app.ledger.threads("work") for m in thread.messages if m.id == digest_id(digest)}
    assert kinds == {Kind.DIGEST}


def test_a_server_that_refuses_to_be_asked_whether_it_came(by_imap: Home) -> None:
    """That says nothing against its having come: it's asked again, and not laid twice."""

    def refuse(moment: object) -> None:
        if "append_digest" in str(moment) and "BEFORE" in str(moment):
            raise NotNow("INBOX is busy", remedy="It's tried again.")

    by_imap.look()
    usual, by_imap.memory.interfere = by_imap.memory.interfere, failing("append_digest", Phase.AFTER)
    see_to(by_imap)
    by_imap.memory.interfere = refuse
    see_to(by_imap, 0.1)
    assert "INBOX is busy" in trouble(by_imap)
    by_imap.memory.interfere = usual
    see_to(by_imap, 0.2)

    assert len(in_inbox(by_imap)) == 1
    assert trouble(by_imap) == ""


# ------------------------------------------------------------------------------------ no fact among others


def test_a_digest_in_the_mailbox(by_imap: Home) -> None:
    """In INBOX and in Sent it changes nothing of what is known, and is told of nowhere."""
    by_imap.look()
    before = by_imap.overview()
    see_to(by_imap)
    [digest] = in_inbox(by_imap)
    by_imap.memory.put("Sent", digest, at=days_later(0))
    by_imap.look(0.1)
    after = by_imap.overview()

    assert [v.thread for v in after.threads] == [v.thread for v in before.threads]
    assert [v.state for v in after.threads] == [v.state for v in before.threads]
    assert after.your_turn == before.your_turn == ()
    with by_imap._open(0.1) as app:
        kinds = {m.kind for thread in app.ledger.threads("work") for m in thread.messages if m.id == digest_id(digest)}
    assert kinds == {Kind.DIGEST}


def digest_id(mail: Mail) -> MessageId:
    """The id of a mail."""
    return MessageId((mail.message_id or "").strip("<>"))


@pytest.mark.parametrize("to", [ME, CLIENT])
def test_a_digest_that_is_answered_or_passed_on(by_imap: Home, to: str) -> None:
    """Neither a note to oneself nor a forward to a client is followed up."""
    by_imap.look()
    see_to(by_imap)
    [digest] = in_inbox(by_imap)
    before = [v.thread for v in by_imap.overview().threads]
    by_imap.memory.put("Sent", a_message(sender=ME, to=to, at=days_later(0.2), subject="Fwd: today", reply_to=digest))
    for days in (0.3, 6, 20):
        by_imap.look(days)

    assert [v.thread for v in by_imap.overview().threads] == before


def test_a_stranger_who_knows_the_id(by_imap: Home) -> None:
    """Their mail is a person's, and waits for the owner."""
    by_imap.look()
    see_to(by_imap)
    [digest] = in_inbox(by_imap)
    by_imap.memory.put(
        "INBOX", a_message(sender="Eve <eve@evil.example>", to=ME, at=days_later(0.2), reply_to=digest, subject="Hi")
    )
    by_imap.look(2)
    with by_imap._open(2) as app:
        kinds = {m.sender.email: m.kind for t in app.ledger.threads("work") for m in t.messages}

    assert kinds["eve@evil.example"] is Kind.PERSON


def test_the_ids_of_two_homes(by_imap: Home) -> None:
    """Nobody can know one before it's sent."""
    by_imap.look()
    with opened(by_imap) as (_, digests):
        today = digests.today()
        assert digests._new_issue(today).id != digests._new_issue(today).id


# ------------------------------------------------------------------------------------------- real servers


def test_on_each_server(stage: Stage) -> None:
    """It lies in INBOX, unread, and the next passes conclude nothing from it; nothing else is written there."""
    stage.extra, stage.digest = BY_IMAP, True
    a_silence(stage.box)
    stage.look()
    for _ in range(2):
        with stage.application() as app:
            digests = digests_of(app)
            assert digests is not None
            digests.see_to()
    before = [(v.thread, v.state) for v in stage.overview().threads]
    stage.look(0.1)

    found = [stored for stored in stage.box.folder("INBOX") if stored.mail.subject.startswith("Crickets, 18 March")]
    assert [{flag.lower() for flag in stored.flags} - {"\\recent"} for stored in found] == [set()]
    assert [(v.thread, v.state) for v in stage.overview().threads] == before
    assert stage.overview().your_turn == ()


def test_where_none_is_wanted(quick_stage: Stage) -> None:
    """Nothing is laid into INBOX: the recorder would tell."""
    a_silence(quick_stage.box)
    quick_stage.look()
    with quick_stage.application() as app:
        assert digests_of(app) is None
    quick_stage.order(OrderKind.STOP)
    quick_stage.look(1)

    assert len(quick_stage.box.folder("INBOX")) == 1


def test_a_digest_where_none_may_come(quick_stage: Stage) -> None:
    """The rules that the recorder goes by would tell of one."""
    quick_stage.extra = BY_IMAP
    a_silence(quick_stage.box)
    quick_stage.look()
    with quick_stage.application() as app:
        digests = digests_of(app)
        assert digests is not None
        digests.see_to()

    [broken] = quick_stage.broken_rules()
    assert broken.endswith("appended elsewhere than to Drafts")
    quick_stage.digest = True
