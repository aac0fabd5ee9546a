"""Messages as they lie in files, one of each sort that `classify` tells apart."""

from __future__ import annotations

from tests.reading.build import a_mail, a_multipart

PERSON = a_mail(
    "Hi Dana,\n\nthe offer looks good. Could you tell me whether the translations are included?\n\nBest,\nAnna\n\n"
    "-- \nAnna Rossi\nTel. 06 698 1234\n\n"
    "On Fri, 27 Feb 2026 at 18:02, Dana Doe <dana@studio.example> wrote:\n> Hi Anna,\n> here is the offer.\n",
    subject="Re: The new site",
    in_reply_to="<offer@studio.example>",
    references="<first@studio.example> <offer@studio.example>",
)
CLOSING = a_mail("Hi Dana,\n\nperfect, thanks a lot. Have a nice weekend!\n\nAnna\n")
PROMISE = a_mail("Hi Dana,\n\nthanks, got it. I will get back to you on Friday.\n\nAnna\n", subject="Re: The new site")
AWAY = a_mail(
    "I am out of the office and will be back on 16 March.\nFor urgent matters please write to tom@client.example.\n",
    subject="Automatic reply: The new site",
    auto_submitted="auto-replied",
)
LEFT = a_mail(
    "Anna Rossi no longer works for us. Please contact Tom Hill at tom@client.example.\n",
    subject="Automatic reply: The new site",
    auto_submitted="auto-replied",
)
BOUNCE = a_multipart(
    "report; report-type=delivery-status",
    "Content-Type: text/plain\n\nYour message could not be delivered.",
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.studio.example\n\n"
    "Final-Recipient: rfc822; bob@client.example\nAction: failed\nStatus: 5.1.1\n",
    **{"from": "Mail Delivery System <mailer-daemon@mx.studio.example>"},
    subject="Undelivered Mail Returned to Sender",
)
DECLINED = a_multipart(
    "alternative",
    "Content-Type: text/plain\n\nAnna Rossi has declined this invitation.",
    "Content-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\n"
    "ATTENDEE;PARTSTAT=DECLINED:mailto:anna@client.example\nEND:VEVENT\nEND:VCALENDAR\n",
    subject="Declined: Kick-off",
)
NEWSLETTER = a_mail(
    "Spring sale: everything must go!\n",
    **{"from": "Shop <news@shop.example>"},
    list_id="<news.shop.example>",
    list_unsubscribe="<https://shop.example/u>",
    precedence="bulk",
)
HOSTILE = a_mail(
    "one\x1b[2Jtwo\x07 \u202ethree\n", subject="\x1b]0;owned\x07Hello \u202eevil", message_id="<\x1b[31m@x>"
)
HEADLESS = b"just words\n\nCould you send me the offer? SALE!!! NOW ONLY $99, WAS $199! Unsubscribe here.\n\n> hello\n"
A_SCAN = b"%PDF-1.7\n\x00\x01\x02 no mail at all"
