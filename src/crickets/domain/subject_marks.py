"""
What mail programs put before a subject, in the languages in which they are made.

Knows the marks as Outlook, Exchange, Notes, GroupWise, Thunderbird, Gmail and webmails write them; must not know where
in a subject they stand.
"""

from __future__ import annotations

_REPLY = """
    re | re.
    aw | antw | antw. | antwort
    antw | antwoord | beantw
    sv | svar | ang | vedr | vedr. | vs | vastaus
    rif | rif. | ris | risp | risposta | res | resp | resposta | respuesta | rsp | rép | rép. | rep | réponse
    odp | odp. | odpověď | odpoveď | odpowiedź | odg | odgovor | одг | одговор
    ats | atsakymas | atb | atbilde | vastus
    vá | vál | válasz | răsp | răspuns
    ynt | yanıt | cvp | cevap
    απ | απάντ | απάντηση | σχετ
    отв | ответ | відп | відповідь | отг | отговор
    השב | תשובה | תגובה | رد | الرد | پاسخ
    回复 | 回覆 | 答复 | 答覆 | 返信 | 回信 | 답장 | 회신 | 답변 | ตอบ | ตอบกลับ | trả lời | bls | balas | उत्तर
"""

_FORWARD = """
    fw | fwd | forwarded
    wg | wtr | wtrlt | wtrlt. | weitergeleitet
    doorst | doorgestuurd
    vb | vidarebefordrat | vs | videresendt | videres | vidaresendt | fs | áfr | vl | välitetty
    inoltro | inoltra | inoltrato | rv | reenv | reenvío | reenviado | enc | encaminhado | reencaminhado
    tr | transféré
    pd | przekazane | předáno | přeposláno | preposlané | prosl | proslijeđeno | posr | posredovano | прослеђено
    persiųsta | pārs | pārsūtīts | edasi
    továbbítás | továbbítva | redir | redirecționat
    ilt | İlt | iletildi
    πρθ | προώθ | προωθημένο
    пер | пересл | перенаправлено | на пересылку | перес | переслано | препр | препратено
    הועבר | העברה | إعادة توجيه | تحويل
    转发 | 轉寄 | 轉發 | 转寄 | 転送 | 전달 | ส่งต่อ | chuyển tiếp | trs | terusan | yml
"""

_AUTOMATIC = """
    automatic reply | auto reply | auto-reply | autoreply | auto response | autoresponse
    out of office | out of the office | out-of-office | ooo | out of office autoreply | out of office reply
    automatische antwort | abwesenheitsnotiz | abwesend
    réponse automatique | absence du bureau
    risposta automatica | fuori sede | fuori ufficio
    respuesta automática | fuera de la oficina | resposta automática | resposta automàtica | fora do escritório
    automatisch antwoord | afwezigheidsbericht
    automatiskt svar | automatisk svar | autosvar
    automaattinen vastaus | automaatvastus | sjálfvirkt svar
    automatická odpověď | automatická odpoveď | odpowiedź automatyczna | autoodpowiedź | poza biurem
    automatikus válasz | răspuns automat | otomatik yanıt | ofis dışında
    automatski odgovor | samodejni odgovor | automatinis atsakymas | automātiskā atbilde
    автоответ | автоматический ответ | автоматична відповідь | автоматичен отговор | αυτόματη απάντηση
    自动答复 | 自动回复 | 自動回覆 | 自動返信 | 自動応答 | 자동 회신 | 자동 응답
    תשובה אוטומטית | مענה אוטומטי | رد تلقائي | ตอบกลับอัตโนมัติ | trả lời tự động
    undeliverable | undelivered | unzustellbar | non remis | non recapitabile | no se puede entregar | onbestelbaar
    niedostarczalne | doručení se nezdařilo | kan inte levereras | недоставлено
"""
"""What Exchange, Gmail and vacation programs put before the subject they answer."""

_ATTENDING = """
    accepted | declined | tentative | tentatively accepted
    zugesagt | abgelehnt | mit vorbehalt | accepté | refusé
    accettato | rifiutato | aceptado | aceptada | rechazado
    aceite | aceito | recusado | geaccepteerd | geweigerd | afgewezen
    zaakceptowano | odrzucono | accepterat | avböjt | accepteret | afvist
    принято | отклонено | 已接受 | 承諾
"""
"""What calendars put before the subject of an invitation that is answered."""

_REPLY_IN_CAPITALS = "R | НА"
_FORWARD_IN_CAPITALS = "I | ИЗ"
"""Marks that are words or signs too, and count in capitals only: "r: a language" is a subject."""

_NOTES = """
    external | external email | external e-mail | external sender | external mail | ext | extern | externe | externo
    esterno | externe mail | zewnętrzny | внешняя почта
    spam | suspected spam | possible spam | spam? | junk | bulk | phishing | suspicious | caution
"""
"""What a server writes before a subject to warn of a mail."""


def _table(*tables: str) -> frozenset[str]:
    marks = (mark.strip() for table in tables for line in table.split("\n") for mark in line.split("|"))
    return frozenset(mark for mark in marks if mark)


IN_CAPITALS = _table(_REPLY_IN_CAPITALS, _FORWARD_IN_CAPITALS)
MARKS = frozenset(mark.casefold() for mark in _table(_REPLY, _FORWARD, _AUTOMATIC, _ATTENDING))
"""Marks in small letters."""

FORWARDS = frozenset(mark.casefold() for mark in _table(_FORWARD)) | _table(_FORWARD_IN_CAPITALS)
"""Those, of both sorts, that a forwarded mail bears."""

BY_HAND = frozenset(mark.casefold() for mark in _table(_REPLY)) | FORWARDS | IN_CAPITALS
"""Those, of both sorts, that a person's program puts there when they answer or forward."""

NOTES = frozenset(note.casefold() for note in _table(_NOTES))
"""Warnings in small letters."""
