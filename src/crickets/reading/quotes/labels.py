"""
The labels of the header that Outlook and its kin copy above a quote, by language.

Tables only; `copied_headers` finds such a header. The words are those of Outlook, Apple Mail and Thunderbird.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crickets.reading.words import Words, any_of, spoken, table

_FROM: Words = table(
    """
    en: from
    de: von
    it: da
    pl: od
    is: frá
    fr: de
    nl: van
    sv: från
    da: fra
    fi: lähettäjä
    cs: od
    hr: šalje | od | pošiljatelj
    sr: од | шаље
    hu: feladó
    ro: de la
    et: saatja | kellelt
    lv: no
    lt: nuo
    bg: от
    ru: от | от кого
    uk: від | від кого
    tr: kimden | gönderen
    el: από
    he: מאת
    ar: من
    ja: 差出人 | 送信者
    zh: 发件人 | 寄件者 | 寄件人
    ko: 보낸 사람 | 보낸사람
    th: จาก
    vi: từ | người gửi
    id: dari
    """
)
_SENT: Words = table(
    """
    en: sent | date | sent on
    de: gesendet | datum | gesendet am
    it: inviato | data | inviato il
    pl: wysłano | wysłane | data
    is: sent | dagsetning | dags
    fr: envoyé | date | envoyé le
    es: enviado | fecha | enviado el
    ca: enviat | data | enviat el
    nl: verzonden | datum
    pt: enviado | enviada | enviada em | enviado em | data
    sv: skickat | datum
    da: sendt | dato
    fi: lähetetty | päivämäärä | päiväys | pvm
    cs: odesláno | datum
    sk: odoslané | dátum
    sl: poslano | datum
    hr: poslano | datum
    sr: послато | датум
    hu: elküldve | dátum
    ro: trimis | data
    et: saadetud | kuupäev
    lv: nosūtīts | datums
    lt: išsiųsta | data
    bg: изпратено | дата
    ru: отправлено | дата
    uk: надіслано | дата
    tr: gönderildi | tarih | gönderme tarihi
    el: στάλθηκε | ημερομηνία
    he: נשלח | תאריך
    ar: تم الإرسال | التاريخ | تاريخ
    ja: 送信日時 | 日付 | 日時
    zh: 发送时间 | 日期 | 寄件日期 | 發送時間 | 时间
    ko: 보낸 날짜 | 날짜 | 보낸날짜
    th: ส่ง | วันที่
    vi: đã gửi | ngày | ngày gửi
    id: terkirim | tanggal
    """
)
_TO: Words = table(
    """
    en: to
    de: an
    it: a
    pl: do
    is: til
    fr: à
    es: para
    ca: per a
    nl: aan
    sv: till
    da: til
    fi: vastaanottaja
    cs: komu
    sl: za
    hr: prima | za
    sr: за | коме
    hu: címzett
    ro: către | la
    et: adressaat | kellele
    lv: kam
    lt: kam
    bg: до
    ru: кому
    uk: кому
    tr: kime | alıcı | kime
    el: προς
    he: אל | לכבוד
    ar: إلى
    ja: 宛先
    zh: 收件人 | 收件者
    ko: 받는 사람 | 받는사람
    th: ถึง
    vi: đến | tới
    id: kepada | ke
    """
)
_COPIED: Words = table(
    """
    en: cc | reply to | importance | attachments | when | where | organisation | organization |
        message id | x mailer | newsgroups | mailed by | signed by
    de: cc | kopie | antwort an | wichtigkeit | anlagen
    it: cc | risposta | rispondi a | priorità | allegati
    pl: dw | odpowiedź do | kopia
    fr: cc | répondre à | importance | pièces jointes
    es: cc | responder a | importancia | datos adjuntos
    nl: cc | beantwoorden aan | antwoord aan
    pt: cc | responder a
    sv: kopia | svara till
    fi: kopio
    cs: kopie
    ru: копия
    uk: копія
    bg: копие
    el: κοιν
    tr: bilgi
    ja: cc
    zh: 抄送 | 副本
    ko: 참조
    """
)
_SUBJECT: Words = table(
    """
    en: subject | re
    de: betreff
    it: oggetto
    pl: temat
    is: efni
    fr: objet | sujet
    es: asunto
    ca: assumpte | tema
    gl: asunto
    nl: onderwerp
    pt: assunto
    sv: ämne
    da: emne
    fi: aihe
    cs: předmět
    sk: predmet
    sl: zadeva
    hr: predmet
    sr: предмет | тема
    hu: tárgy
    ro: subiect
    et: teema
    lv: tēma | temats
    lt: tema
    bg: относно | тема
    ru: тема
    uk: тема
    tr: konu
    el: θέμα
    he: נושא | הנדון
    ar: الموضوع
    ja: 件名
    zh: 主题 | 主旨 | 主題
    ko: 제목
    th: เรื่อง
    vi: chủ đề | tiêu đề
    id: perihal | subjek
    """
)


def _label(words: Words) -> re.Pattern[str]:
    """A line of that header; `*` and `_` are what remains of bold type."""
    return re.compile(
        rf"[ \t>*_|\u200e\u200f]{{0,12}}(?:{any_of(spoken(words))})[ \t\u00a0]?[*_]{{0,2}}[ \t]?[:\uff1a]",
        re.IGNORECASE,
    )


_LABELS = tuple(map(_label, (_FROM, _SENT, _TO, _COPIED, _SUBJECT)))
_ANY_LABEL = _label(table(f"xx: {' | '.join(spoken(_FROM, _SENT, _TO, _COPIED, _SUBJECT))}"))
"""Any of them: one look at a line that is no label tells so."""

FROM, SENT, TO, COPIED, SUBJECT = (1 << number for number in range(len(_LABELS)))
NO_LABEL = 0


@lru_cache(maxsize=1024)
def labels_of(line: str) -> int:
    """
    Which of the fields a line may be, as a sum: some words name one in one language, another in the next.

    Remembered, as a line is looked at again for each that stands above it.
    """
    if not _ANY_LABEL.match(line):
        return NO_LABEL
    return sum(1 << number for number, label in enumerate(_LABELS) if label.match(line))
