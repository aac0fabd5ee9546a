from __future__ import annotations

import pytest

from crickets.domain.message import Kind
from crickets.domain.remarks import Attendance
from crickets.reading.body.mime import parts_of
from crickets.reading.reports.invitations import attendance_of
from tests.reading.build import a_mail, a_multipart
from tests.reading.report_build import judged

_ANNA = "anna@client.example"
_TEXT = "Content-Type: text/plain\n\nSee you there."


def _an_event(method: str = "REPLY", *attendees: str) -> str:
    lines = ["BEGIN:VCALENDAR", f"METHOD:{method}", "BEGIN:VEVENT", *attendees, "END:VEVENT", "END:VCALENDAR"]
    return "\n".join(line for line in lines if line != "METHOD:")


def _attendee(status: str, email: str = _ANNA) -> str:
    return f'ATTENDEE;CN="Rossi; Anna: the boss";PARTSTAT={status}:mailto:{email}'


def _a_sheet(event: str, method: str = "", *, file: bool = False, kind: str = "text/calendar") -> str:
    said = f"; method={method}" if method else ""
    disposition = "\nContent-Disposition: attachment; filename=invite.ics" if file else ""
    return f"Content-Type: {kind}{said}; charset=utf-8{disposition}\n\n{event}"


@pytest.mark.parametrize("method", ["REQUEST", "REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD"])
@pytest.mark.parametrize("around", ["mixed", "alternative"])
def test_a_calendar_that_writes(method: str, around: str) -> None:
    """A method of RFC 5546 in a calendar's part shows it, wherever the part stands."""
    assert judged(a_multipart(around, _TEXT, _a_sheet(_an_event(method), method))) is Kind.CALENDAR
    assert judged(a_multipart(around, _TEXT, _a_sheet(_an_event(method)))) is Kind.CALENDAR


def test_a_calendar_s_mail_of_one_part() -> None:
    """It needs no letter around it."""
    assert judged(a_mail(_an_event("REPLY"), content_type="text/calendar; method=REPLY")) is Kind.CALENDAR


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(_a_sheet(_an_event("REQUEST"), file=True), id="a file with a method inside"),
        pytest.param(_a_sheet(_an_event("PUBLISH"), "PUBLISH"), id="published"),
        pytest.param(_a_sheet(_an_event(""), file=True), id="no method"),
        pytest.param(_a_sheet(_an_event("REQUEST"), file=True, kind="application/ics"), id="a file by its type"),
    ],
)
def test_a_person_who_attaches_an_event(part: str) -> None:
    """The letter is theirs."""
    assert judged(a_multipart("mixed", _TEXT, part)) is Kind.PERSON


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Can you go in my place?\n\n-------- Forwarded Message --------", Kind.PERSON),
        ("-------- Forwarded Message --------\nSubject: Invitation", Kind.CALENDAR),
    ],
)
def test_an_invitation_handed_on(text: str, expected: Kind) -> None:
    """With words of its own it's a letter."""
    sheet = _a_sheet(_an_event("REQUEST"), "REQUEST", file=True)
    mail = a_multipart("mixed", f"Content-Type: text/plain\n\n{text}", sheet, subject="Fwd: Invitation: The new site")

    assert expected == judged(mail)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (_an_event("REPLY", _attendee("ACCEPTED")), Attendance.ACCEPTED),
        (_an_event("REPLY", _attendee("DECLINED")), Attendance.DECLINED),
        (_an_event("REPLY", _attendee('"TENTATIVE"')), Attendance.TENTATIVE),
        (_an_event("REPLY", _attendee("NEEDS-ACTION")), None),
        (_an_event("REPLY", _attendee("DELEGATED")), None),
        (_an_event("COUNTER", _attendee("DECLINED")), Attendance.DECLINED),
        (_an_event("REQUEST", _attendee("ACCEPTED")), None),  # the organiser's word on others
        (_an_event("REPLY", "ATTENDEE;PARTSTAT=ACC\n EPTED;CN=A:mailto:\n anna@client.example"), Attendance.ACCEPTED),
        (_an_event("REPLY", _attendee("DECLINED", "bob@x.example"), _attendee("ACCEPTED")), Attendance.ACCEPTED),
        (_an_event("REPLY", _attendee("DECLINED", "bob@x.example"), _attendee("ACCEPTED", "c@x.example")), None),
        (_an_event("REPLY", _attendee("NEEDS-ACTION", "b@x.example"), _attendee("DECLINED", "c@x.example")),
         Attendance.DECLINED),
        (
            _an_event("REPLY", _attendee("ACCEPTED"), "END:VEVENT", "BEGIN:VEVENT", _attendee("DECLINED")),
            Attendance.ACCEPTED,
        ),
        ("METHOD:REPLY", None),
    ],
)  # fmt: skip
def test_what_an_invited_person_answers(event: str, expected: Attendance | None) -> None:
    """The sender's own PARTSTAT in a reply, of several events the first; else the only answer there is."""
    mail = a_multipart("alternative", _TEXT, _a_sheet(event))

    assert expected == attendance_of(tuple(parts_of(mail)), sender=_ANNA.upper())


@pytest.mark.parametrize(
    ("message_class", "expected"),
    [
        ("IPM.Microsoft Schedule.MtgRespP", Attendance.ACCEPTED),
        ("IPM.Microsoft Schedule.MtgRespN", Attendance.DECLINED),
        ("IPM.Schedule.Meeting.Resp.Tent", Attendance.TENTATIVE),
        ("IPM.Microsoft Schedule.MtgReq", None),
    ],
)
def test_outlook_that_writes_winmail(message_class: str, expected: Attendance | None) -> None:
    """Its message class tells."""
    mail = a_multipart("mixed", _TEXT, f"Content-Type: application/ms-tnef; name=winmail.dat\n\nxx{message_class}\0")

    assert (Kind.CALENDAR, expected) == (judged(mail), attendance_of(tuple(parts_of(mail))))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Accepted: The new site", Attendance.ACCEPTED),
        ("Tentatively Accepted: The new site", Attendance.TENTATIVE),
        ("Zugesagt: Die neue Seite", Attendance.ACCEPTED),
        ("Abgelehnt: Die neue Seite", Attendance.DECLINED),
        ("Accettato: Il nuovo sito", Attendance.ACCEPTED),
        ("Refusé : Le nouveau site", Attendance.DECLINED),
        ("Odrzucono: Nowa strona", Attendance.DECLINED),
        ("[External] Declined: The new site", Attendance.DECLINED),
        ("承諾: 新しいサイト", Attendance.ACCEPTED),
        ("Re: Accepted: The new site", None),
        ("The new site: accepted", None),
    ],
)
def test_the_title_of_an_answer(subject: str, expected: Attendance | None) -> None:
    """It tells where no part does."""
    assert attendance_of((), subject=subject) == expected


def test_a_calendar_s_reminder() -> None:
    """It invites to nothing: it's a notification like others."""
    mail = a_mail(
        "Reminder",
        subject="Notification: The new site",
        auto_submitted="auto-generated",
        **{"from": "Google Calendar <calendar-notification@calendar.example>"},
    )

    assert judged(mail) is Kind.BULK


def test_a_calendar_part_of_any_size() -> None:
    """It's read in bounded time."""
    event = _an_event("REPLY", *(f"ATTENDEE{';A=' * 200};PARTSTAT=ACCEPTED:x" for _ in range(3_000)))

    assert attendance_of(tuple(parts_of(a_multipart("mixed", _a_sheet(event))))) is None
