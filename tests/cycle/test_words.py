"""What mails say, not only what their headers say: read on a real server, and weighed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from crickets.domain.message import Kind
from crickets.domain.remarks import Attendance, Remarks
from crickets.domain.thread import OrderKind
from crickets.domain.verdict import Reason, State, Verdict
from crickets.errors import NotNow, Refused
from crickets.service.outcome import Deed
from tests.cycle.interference import Phase, at, look
from tests.cycle.stage import CLIENT, ME, Stage, a_message, a_reply, a_silence, days_ago, days_later
from tests.cycle.test_bounces import a_return
from tests.fakes.mailbox import Moment
from tests.servers.mail import Mail

PRIVATE = "Anna Rossi <anna.rossi77@gmail.com>"
COLLEAGUE = "Ben Carter <ben@client.example>"
STRANGER = "Carla Conti <carla@elsewhere.example>"

OFFER = """Hi Anna,

here is the offer for the new site with the three pages that we spoke of in March,
and the photographs that your colleague sent me on Monday. Does it suit you?

Best wishes,
Dana
"""

A_NOTICE = "Hello,\n\nI am out of the office until 30 March and will have no access to my e-mail.\n\nAnna Rossi\n"
"""What no header tells to be a machine's."""


def an_offer(stage: Stage, *, cc: str = "", subject: str = "The new site") -> Mail:
    """Dana's offer of six days ago, in words that nobody else would use."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10), subject=subject)
    offered = a_message(sender=ME, to=CLIENT, cc=cc, at=days_ago(6), body=OFFER, reply_to=asked)
    stage.box.put("INBOX", asked, flags=["\\Seen"])
    stage.box.put("Sent", offered, flags=["\\Seen"])
    return offered


def a_stray(sender: str, when: dt.datetime, *, subject: str = "Go!") -> Mail:
    """A mail that names no parent, has a subject of its own, and quotes Dana's offer."""
    quoted = "\n".join(f"> {line}" for line in OFFER.split("\n"))
    body = f"Hi Dana,\n\nyes, it does. Let us begin.\n\nOn Friday Dana wrote:\n{quoted}\n"
    return a_message(sender=sender, to=ME, at=when, subject=subject, body=body)


def the_reason(stage: Stage) -> Reason:
    """Why the thread with Dana's offer stands as it does."""
    return next(v.reason.reason for v in stage.overview().threads if v.subject == "The new site")


def the_verdicts(stage: Stage) -> dict[str, Verdict]:
    """What holds for each thread, by its subject."""
    return {v.subject: v for v in stage.overview().threads}


def bodies_asked_for(stage: Stage) -> list[str]:
    """The bodies that were fetched for their words, so far: one by one, or several at once."""
    asked = [rest for _, rest in stage.recorder.commands if "BODY.PEEK[]<0.262144>" in rest]
    return [rest for rest in asked for _ in rest.split()[0].split(",")]


def test_a_notice_of_absence_that_no_header_tells(quick_stage: Stage) -> None:
    """It's no answer, and nothing is laid until the client is back."""
    _, offered = a_silence(quick_stage.box)
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5.995), body=A_NOTICE))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.AWAY


def test_an_answer_in_a_machines_words(quick_stage: Stage) -> None:
    """A day later, and with nothing of a machine's header: the owner is to look at it, and nothing is laid."""
    offered = an_offer(quick_stage)
    words = "Hi Dana,\n\nI am out of the office until 20 March. Please write to Tom <tom@client.example>.\n\nAnna\n"
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5), body=words))
    quick_stage.look()
    assert the_reason(quick_stage) is Reason.LIKE_A_MACHINE

    quick_stage.look(30)

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.LIKE_A_MACHINE


def test_the_owners_own_words_sound_like_a_machines(quick_stage: Stage) -> None:
    """They tell the client of their holidays: that's their newest mail, and the count begins with it."""
    offered = an_offer(quick_stage)
    words = "Hi Anna,\n\nI will be out of the office until 30 March. In urgent cases contact tom@studio.example.\n"
    own = a_message(sender=ME, to=CLIENT, at=days_ago(1), body=words, reply_to=offered)
    quick_stage.box.put("Sent", own, flags=["\\Seen"])
    quick_stage.look()

    assert quick_stage.subjects == []
    silence = quick_stage.overview().threads[0].silence
    assert silence is not None
    assert silence.days == 1


def test_a_notice_of_absence_while_a_draft_lies(quick_stage: Stage) -> None:
    """The untouched draft goes."""
    a_silence(quick_stage.box)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    notice = a_message(
        sender=CLIENT,
        to=ME,
        at=days_later(0.5),
        subject="Automatic reply: The new site",
        body="I am out of the office until 30 March.\n",
        headers={"Auto-Submitted": "auto-replied"},
    )
    quick_stage.box.put("INBOX", notice)
    quick_stage.look(1)

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.AWAY


@pytest.mark.parametrize("sender", [CLIENT, PRIVATE, COLLEAGUE], ids=["client", "private", "colleague"])
def test_an_answer_that_lost_its_header(stage: Stage, sender: str) -> None:
    """Another subject, no parent, even another author: it quotes the owner's words, so it's an answer."""
    an_offer(stage)
    stage.box.put("INBOX", a_stray(sender, days_ago(2)))
    stage.look()

    assert stage.subjects == []
    assert the_reason(stage) is Reason.ANSWERED


def test_the_same_words_by_a_stranger(stage: Stage) -> None:
    """They had them from somebody: the client has not answered, and the draft is laid."""
    an_offer(stage)
    stage.box.put("INBOX", a_stray(STRANGER, days_ago(2)))
    stage.look()

    assert stage.subjects == ["Re: The new site"]


@pytest.mark.parametrize("sender", [CLIENT, PRIVATE, COLLEAGUE], ids=["client", "private", "colleague"])
def test_an_answer_that_lost_its_header_while_a_draft_lies(quick_stage: Stage, sender: str) -> None:
    """The untouched draft goes."""
    an_offer(quick_stage)
    quick_stage.look()
    assert len(quick_stage.drafts) == 1
    quick_stage.box.put("Archive", a_stray(sender, days_later(0.5)))
    quick_stage.look(1)

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.ANSWERED


@pytest.mark.parametrize("sender", [CLIENT, PRIVATE], ids=["client", "private"])
def test_an_answer_that_lost_its_header_and_comes_between_decision_and_append(stage: Stage, sender: str) -> None:
    """What was decided is not laid."""
    an_offer(stage)
    outcome = look(
        stage, at("folders", Phase.BEFORE, lambda: stage.box.put("INBOX", a_stray(sender, days_ago(0))), time=2)
    )

    assert [done.deed for done in outcome.done] == [Deed.OVERTAKEN]
    assert stage.subjects == []
    assert not [verb for verb, _ in stage.recorder.commands if verb == "APPEND"]


def test_an_answer_that_lost_its_header_and_comes_during_the_append(quick_stage: Stage) -> None:
    """The draft is taken back at once."""
    an_offer(quick_stage)
    stray = a_stray(PRIVATE, days_later(0))
    look(quick_stage, at("append_draft", Phase.BEFORE, lambda: quick_stage.box.put("INBOX", stray)))

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.ANSWERED


NOTICES = {
    "de": (
        "Abwesenheitsnotiz",
        "Guten Tag,\n\nich bin bis einschließlich 30. März 2026 nicht im Büro.\n\nAnna Rossi\n",
    ),
    "it": ("Fuori ufficio", "Buongiorno,\n\nsono fuori ufficio fino al 30 marzo 2026 compreso.\n\nAnna Rossi\n"),
    "fr": ("Absence du bureau", "Bonjour,\n\nje suis absente jusqu'au 30 mars 2026 inclus.\n\nAnna Rossi\n"),
}


def an_absence(stage: Stage, language: str, when: dt.datetime) -> None:
    """A notice as a mail of its own: no parent, no header that tells, its own subject."""
    subject, body = NOTICES[language]
    stage.box.put("INBOX", a_message(sender=CLIENT, to=ME, at=when, subject=subject, body=body))


@pytest.mark.parametrize("language", NOTICES)
def test_a_notice_of_absence_in_a_mail_of_its_own(quick_stage: Stage, language: str) -> None:
    """It holds all threads of that client, until the day it names has passed; then the first of the steps is laid."""
    an_offer(quick_stage)
    an_offer(quick_stage, subject="The brochure")
    an_absence(quick_stage, language, days_ago(5.9))
    quick_stage.look()

    assert quick_stage.subjects == []
    held = the_verdicts(quick_stage)
    assert {s: v.reason.reason for s, v in held.items()} == {"The new site": Reason.AWAY, "The brochure": Reason.AWAY}
    assert all("2026-03-31" in str(v.reason) for v in held.values())

    quick_stage.look(13)
    assert quick_stage.subjects == []
    quick_stage.look(14)
    assert quick_stage.subjects == ["Re: The new site"]
    assert the_verdicts(quick_stage)["The brochure"].reason.reason is Reason.ONE_AT_A_TIME


def test_a_client_who_is_back_before_their_time(stage: Stage) -> None:
    """They write of something else: nobody takes them for absent any more."""
    an_offer(stage)
    an_absence(stage, "de", days_ago(5.9))
    stage.look()
    assert the_reason(stage) is Reason.AWAY
    lunch = a_message(sender=CLIENT, to=ME, at=days_later(0.5), subject="Lunch", body="Shall we meet on Thursday?\n")
    stage.box.put("INBOX", lunch)
    stage.look(1)

    assert the_reason(stage) is Reason.HEARD_ELSEWHERE
    assert stage.subjects == []


@pytest.mark.parametrize("told", [True, False], ids=["by its header", "by its words alone"])
def test_a_client_who_has_left_the_firm(quick_stage: Stage, *, told: bool) -> None:
    """It's held for good, and told who is named instead."""
    offered = an_offer(quick_stage)
    words = (
        "Thank you for your message. Anna Rossi no longer works at Client SpA and this mailbox is not monitored.\n"
        "Please contact my colleague Ben Carter at ben@client.example.\n"
    )
    notice = a_message(
        sender=CLIENT, to=ME, at=days_ago(5.9), body=words, reply_to=offered,
        subject="Automatic reply: The new site", headers={"Auto-Submitted": "auto-replied"} if told else {},
    )  # fmt: skip
    quick_stage.box.put("INBOX", notice.with_header("Subject", "Automatic reply: The new site"))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.HAS_LEFT
    assert "ben@client.example" in str(quick_stage.verdict().reason)

    quick_stage.look(60)
    assert quick_stage.subjects == []


def test_a_report_on_somebody_in_copy(stage: Stage) -> None:
    """The client has the mail: the draft is laid, and the report is told."""
    offered = an_offer(stage, cc=COLLEAGUE)
    report = a_return(offered, -5.9, "message/rfc822")
    stage.box.put("INBOX", report.raw.replace(b"rfc822; anna@", b"rfc822; ben@"))
    stage.look()

    assert stage.subjects == ["Re: The new site"]
    told = [w for w in stage.verdict().why if w.reason is Reason.BOUNCED_FOR_OTHERS]
    assert [("ben@client.example" in str(w)) for w in told] == [True]


def test_a_report_on_the_client(stage: Stage) -> None:
    """They never had the mail: it's held."""
    offered = an_offer(stage, cc=COLLEAGUE)
    stage.box.put("INBOX", a_return(offered, -5.9, "message/rfc822"))
    stage.look()

    assert stage.subjects == []
    assert the_reason(stage) is Reason.BOUNCED


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:7@studio.example
DTSTAMP:20260314T080000Z
DTSTART:20260325T090000Z
ORGANIZER:mailto:dana@studio.example
ATTENDEE;PARTSTAT={partstat};CN=Anna Rossi:mailto:anna@client.example
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("attendance", Attendance)
def test_an_invitation_that_is_answered(quick_stage: Stage, attendance: Attendance) -> None:
    """To press Accept, or Decline, is a person's deed: an answer; what they answered is known."""
    offered = an_offer(quick_stage)
    reply = a_reply(offered, at=days_ago(3), body="x\n")
    ics = CALENDAR.format(partstat=attendance.value.upper()).replace("\n", "\r\n").encode()
    kind = "text/calendar; method=REPLY; charset=utf-8"
    head = reply.with_header("Content-Type", kind).with_header("Content-Transfer-Encoding", "7bit").head
    quick_stage.box.put("INBOX", head + b"\r\n" + ics)
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.ANSWERED
    with quick_stage.application() as app:
        [answer] = [m for t in app.ledger.threads("work") for m in t.messages if m.kind is Kind.CALENDAR]
    assert answer.remarks is not None
    assert answer.remarks.attendance is attendance


def refusing(error: type[Refused]) -> Callable[[Moment], None]:
    """A server that shows no body."""

    def interfere(moment: Moment) -> None:
        if moment == Moment(call="message", phase=Phase.BEFORE):
            raise error("reading a message", answer="NO [UNAVAILABLE] Not now", remedy="None.")

    return interfere


def test_a_mail_that_the_server_does_not_show(quick_stage: Stage) -> None:
    """It's judged by its header, and never asked for again."""
    offered = an_offer(quick_stage)
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5), body=A_NOTICE))
    look(quick_stage, refusing(Refused))
    quick_stage.look()

    assert the_reason(quick_stage) is Reason.ANSWERED
    assert bodies_asked_for(quick_stage) == []
    with quick_stage.application() as app:
        read = {m.remarks for t in app.ledger.threads("work") for m in t.messages[1:]}
    assert read == {Remarks()}


def test_a_mail_that_the_server_does_not_show_for_now(quick_stage: Stage) -> None:
    """It's judged by its header as long as that lasts, and read at the next look."""
    offered = an_offer(quick_stage)
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5.995), body=A_NOTICE))
    look(quick_stage, refusing(NotNow))
    assert the_reason(quick_stage) is Reason.ANSWERED
    quick_stage.look()

    assert the_reason(quick_stage) is Reason.AWAY
    assert len(bodies_asked_for(quick_stage)) == 2


def test_a_mail_of_thirty_megabytes(quick_stage: Stage) -> None:
    """Only its beginning is fetched, where the words are."""
    offered = an_offer(quick_stage)
    photographs = ("photographs.zip", "application/zip", b"\x00\xff" * 11_000_000)
    words = "Hi Dana,\n\nthank you, I will get back to you on Monday.\n\nAnna\n"
    answer = a_message(CLIENT, ME, body=words, at=days_ago(5), reply_to=offered, attachments=(photographs,))
    assert len(answer.raw) > 30_000_000 * 0.95
    quick_stage.box.put("INBOX", answer)
    quick_stage.look()

    assert the_reason(quick_stage) is Reason.PROMISED
    assert {rest.partition("<")[2] for rest in bodies_asked_for(quick_stage)} == {"0.262144>)"}
    _, of_server = quick_stage.recorder.passed_on
    assert of_server < 400_000


def test_a_mail_of_the_client_about_something_else(quick_stage: Stage) -> None:
    """No answer, but no silence either: the step counts from then."""
    an_offer(quick_stage)
    body = "Hi Dana,\n\nwhere shall we meet for lunch on Thursday?\n\nAnna\n"
    quick_stage.box.put("INBOX", a_message(sender=CLIENT, to=ME, at=days_ago(2), subject="Lunch", body=body))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.HEARD_ELSEWHERE

    quick_stage.look(4)

    assert len(quick_stage.drafts) == 1


def test_a_reply_from_an_address_that_nobody_knows(quick_stage: Stage) -> None:
    """By its name and subject it may be the client's answer: what lies there goes, and the owner is asked."""
    an_offer(quick_stage)
    quick_stage.look()
    assert len(quick_stage.subjects) == 1
    mail = a_message(sender="Anna Rossi <ar@elsewhere.example>", to=ME, subject="Re: The new site", at=days_later(0.1))
    quick_stage.box.put("INBOX", mail)
    quick_stage.look(0.2)

    assert quick_stage.subjects == []
    reasons = [str(verdict.reason) for verdict in quick_stage.overview().threads]
    assert any("Anna Rossi wrote on" in reason and "from ar@elsewhere.example" in reason for reason in reasons)


@pytest.mark.parametrize("quote", ["", "\nOn Monday, Dana wrote:\n> Does it suit you?\n"], ids=["alone", "quoting"])
@pytest.mark.parametrize(
    ("sender", "subject"),
    [(PRIVATE, "Re: The new site"), (PRIVATE, "The new site"), (COLLEAGUE, "The new site: we accept")],
    ids=["private", "private anew", "colleague"],
)
def test_what_may_be_the_answer(quick_stage: Stage, sender: str, subject: str, quote: str) -> None:
    """Whether or not it quotes a few words, nothing is laid until the owner has looked."""
    an_offer(quick_stage)
    body = f"Hi Dana,\n\nyes, go ahead!\n{quote}"
    quick_stage.box.put("INBOX", a_message(sender=sender, to=ME, subject=subject, body=body, at=days_ago(2)))
    quick_stage.look()

    assert (quick_stage.subjects, the_reason(quick_stage)) == ([], Reason.PERHAPS_ANSWERED)


def test_a_promise_of_an_answer(quick_stage: Stage) -> None:
    """Nothing is laid before the day it names; when that has passed in silence, the step falls due."""
    offered = an_offer(quick_stage)
    words = "Hi Dana,\n\nthank you, I will get back to you on Monday.\n\nAnna\n"
    quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5), body=words))
    quick_stage.look()

    assert quick_stage.subjects == []
    assert the_reason(quick_stage) is Reason.PROMISED

    quick_stage.look(14)

    [draft] = quick_stage.drafts
    assert draft.mail.subject == "Re: The new site"

    quick_stage.box.send_draft(draft, at=days_later(14.1))
    quick_stage.look(20)
    assert quick_stage.subjects == [], "the same step isn't laid once more"

    quick_stage.look(22)
    [closing] = quick_stage.drafts
    assert "The new site" not in closing.mail.subject


def test_a_last_word_of_thanks(stage: Stage) -> None:
    """Nobody owes an answer to it, unless the owner says so."""
    asked = a_message(sender=CLIENT, to=ME, at=days_ago(10))
    thanks = a_message(sender=ME, to=CLIENT, at=days_ago(6), body="Perfect, thanks!\n\nDana\n", reply_to=asked)
    stage.box.put("INBOX", asked, flags=["\\Seen"])
    stage.box.put("Sent", thanks, flags=["\\Seen"])
    stage.look()

    assert stage.subjects == []
    assert (stage.state(), the_reason(stage)) == (State.IGNORED, Reason.EXPECTS_NO_ANSWER)

    stage.order(OrderKind.RESUME)
    stage.look(6)
    assert stage.subjects == ["Re: The new site"]


def test_words_are_fetched_once(stage: Stage) -> None:
    """The second pass asks for no body again, whatever it had to read: in the thread, and elsewhere."""
    an_offer(stage)
    an_absence(stage, "it", days_ago(5.9))
    stage.box.put("INBOX", a_message(COLLEAGUE, ME, "Lunch", "Are you coming?\n", at=days_ago(3)))
    stage.look()
    assert len(bodies_asked_for(stage)) == 3
    stage.recorder.forget()
    stage.look()

    assert bodies_asked_for(stage) == []


def test_the_words_of_many_mails(quick_stage: Stage) -> None:
    """They are fetched folder by folder, many at once, and none of them twice."""
    for number in range(12):
        an_offer(quick_stage, subject=f"Matter {number}")
    quick_stage.look()

    commands = [rest for _, rest in quick_stage.recorder.commands if "BODY.PEEK[]<0.262144>" in rest]
    bodies = bodies_asked_for(quick_stage)
    assert (len(bodies), len(commands) <= 4) == (24, True), "what Dana offered, and what Anna had asked"


def test_the_words_of_what_many_clients_wrote_elsewhere(quick_stage: Stage) -> None:
    """They too are fetched many at once: on a long line each question is a wait."""
    for number in range(8):
        client = f"Carla <carla@client{number}.example>"
        for subject, days in (("The new site", 6), ("The logo", 5)):
            asked = a_message(sender=client, to=ME, at=days_ago(days + 0.5), subject=f"{subject} {number}")
            quick_stage.box.put("INBOX", asked, flags=["\\Seen"])
            offered = a_message(sender=ME, to=client, at=days_ago(days), body=OFFER, reply_to=asked)
            quick_stage.box.put("Sent", offered, flags=["\\Seen"])
    quick_stage.look()

    commands = [rest for _, rest in quick_stage.recorder.commands if "BODY.PEEK[]<0.262144>" in rest]
    assert (len(bodies_asked_for(quick_stage)), len(commands)) == (32, 2), "Sent, and INBOX"


def refuse() -> None:
    """A server that doesn't show one of the mails that are asked for together."""
    raise Refused("reading a message", answer="NO [UNAVAILABLE] Not now", remedy="None.")


def test_one_of_many_that_is_not_shown_with_the_others(quick_stage: Stage) -> None:
    """It's asked for by itself, and what all of them say is known."""
    for number in range(3):
        offered = an_offer(quick_stage, subject=f"Matter {number}")
        words = "Hi Dana,\n\nthank you, I will get back to you on Monday.\n\nAnna\n"
        quick_stage.box.put("INBOX", a_reply(offered, at=days_ago(5), body=words))
    look(quick_stage, at("message", Phase.BEFORE, refuse))

    assert {verdict.reason.reason for verdict in the_verdicts(quick_stage).values()} == {Reason.PROMISED}
    with quick_stage.application() as app:
        mails = [mail for thread in app.ledger.threads("work") for mail in thread.messages]
    assert (len(mails), [mail.id for mail in mails if mail.remarks is None]) == (9, [])


def test_bodies_of_what_decides_nothing(quick_stage: Stage) -> None:
    """They are left alone: posts to lists, newsletters, what was written to others; but for the owner's last word."""
    an_offer(quick_stage)
    when, lists = days_ago(3), {"List-Id": "<crew.lists.example>", "List-Post": "<mailto:crew@lists.example>"}
    quick_stage.box.put("INBOX", a_message(STRANGER, "crew@lists.example", "Post", at=when, headers=lists))
    quick_stage.box.put("INBOX", a_message(STRANGER, "ben@client.example", "To another", at=when))
    news = a_message("News <news@shop.example>", ME, "News", at=when, headers={"Precedence": "bulk"})
    quick_stage.box.put("INBOX", news)
    quick_stage.look()

    assert len(bodies_asked_for(quick_stage)) == 1


def test_a_client_with_many_threads(quick_stage: Stage) -> None:
    """What they wrote elsewhere is fetched once for all of them."""
    for number in range(4):
        an_offer(quick_stage, subject=f"Matter {number}")
    quick_stage.box.put("INBOX", a_message(CLIENT, ME, "Lunch", "Are you coming?\n", at=days_ago(3)))
    quick_stage.look()

    # Four offers, lunch, and what Anna had asked in each thread, for it is heard of in the others.
    assert len(bodies_asked_for(quick_stage)) == 4 + 1 + 4


def test_a_dry_run(stage: Stage) -> None:
    """It reads the same words and comes to the same end, and leaves the mailbox as it was, unread mail unread."""
    an_offer(stage)
    an_offer(stage, subject="The brochure")
    stage.box.put("INBOX", a_stray(PRIVATE, days_ago(2), subject="Go!"))
    an_absence(stage, "fr", days_ago(5.9))
    before = stage.box.snapshot(without=())
    rehearsed = stage.look(rehearsal=True)
    read = len(bodies_asked_for(stage))

    assert stage.box.snapshot(without=()) == before
    assert read >= 4
    assert stage.look().verdicts == rehearsed.verdicts
    assert len(bodies_asked_for(stage)) == read


def test_whose_turn_it_is_after_an_answer_that_lost_its_header(quick_stage: Stage) -> None:
    """The owner's, told once; and when they have replied to it, as mail clients do, nobody's."""
    an_offer(quick_stage)
    answer = a_stray(PRIVATE, days_ago(2))
    quick_stage.box.put("INBOX", answer)
    quick_stage.look()
    assert len(quick_stage.overview().your_turn) == 1

    quick_stage.box.put("Sent", a_reply(answer, at=days_later(0.5), body="Fine, we begin on Monday.\n"))
    quick_stage.look(1)
    assert quick_stage.overview().your_turn == ()
