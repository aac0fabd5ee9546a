"""
How mail clients introduce what they quote, by language.

Tables only; must not know where a quote ends: that is for `quotes`.
"""

from __future__ import annotations

import re

from crickets.reading.words import Words, any_of, spoken, table

_BEGINS: Words = table(
    """
    en: on | at | in a message dated | in a message written on
    de: am | von | den
    it: il | in data | il giorno
    pl: w dniu | dnia | w wiadomości z
    is: þann | þ. | hinn
    fr: le | en date du
    es: el | con fecha
    nl: op | op datum
    pt: em | a | no dia | às
    sv: den | på | vid
    da: den
    no: den | på
    fi: klo
    cs: dne
    hu: ezt írta
    ro: pe data de | în data de
    """
)
"""With what a line of attribution begins."""

_WROTE: Words = table(
    """
    en: wrote | writes | has written | said
    de: schrieb | schreibt | hat geschrieben | geschrieben
    it: ha scritto | scrisse | scrive | scriveva
    pl: napisał(a) | napisał | napisała | napisał/a | pisze
    is: skrifaði | ritaði | sendi
    fr: a écrit | écrivait | écrit
    es: escribió | ha escrito | escribe
    nl: schreef | heeft geschreven | schreven
    pt: escreveu | escreve
    sv: skrev
    da: skrev
    no: skrev
    fi: kirjoitti
    cs: napsal(a) | napsal | napsala
    sk: napísal(a) | napísal | napísala
    sl: je napisal | je napisala
    hr: je napisao | je napisala | napisao je
    hu: írta
    ro: a scris
    et: kirjutas
    lv: rakstīja
    lt: rašė
    tr: şunu yazdı | yazdı
    ru: написал(а) | написал | написала | пишет
    uk: написав | написала | пише
    bg: написа
    el: έγραψε
    he: כתב | כתבה
    ar: كتب
    ja: さんは書きました | は書きました
    zh: 写道 | 寫道
    ko: 작성
    vi: đã viết
    """
)
"""The verb of a line of attribution."""

_ORIGINAL: Words = table(
    """
    en: original message | original appointment | forwarded message | forwarded by | reply message |
        begin forwarded message | reply above this line | please reply above this line
    de: ursprüngliche nachricht | original nachricht | originalnachricht | weitergeleitete nachricht
    it: messaggio originale | messaggio inoltrato | inizio messaggio inoltrato
    pl: wiadomość oryginalna | oryginalna wiadomość | wiadomość przekazana | przekazana wiadomość
    is: upprunaleg skilaboð | upphafleg skilaboð | áframsend skilaboð | áframsent
    fr: message d'origine | message original | message transféré | début du message transféré
    es: mensaje original | mensaje reenviado
    nl: oorspronkelijk bericht | origineel bericht | doorgestuurd bericht
    pt: mensagem original | mensagem encaminhada
    sv: ursprungligt meddelande | originalmeddelande | vidarebefordrat meddelande
    da: oprindelig meddelelse | original meddelelse | videresendt meddelelse
    no: opprinnelig melding | original melding | videresendt melding
    fi: alkuperäinen viesti | välitetty viesti
    cs: původní zpráva | přeposlaná zpráva
    hu: eredeti üzenet | továbbított üzenet
    ru: исходное сообщение | пересылаемое сообщение | пересланное сообщение
    tr: özgün ileti | orijinal mesaj | iletilen mesaj
    ja: 元のメッセージ | 転送されたメッセージ
    zh: 原始邮件 | 邮件原件 | 转发的邮件
    ko: 원본 메시지
    """
)
"""What stands between the dashes above a quote."""

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
    hu: feladó
    ro: de la
    ru: от | от кого
    uk: від
    tr: kimden | gönderen
    el: από
    ja: 差出人
    zh: 发件人 | 寄件者
    ko: 보낸 사람
    """
)
_SENT: Words = table(
    """
    en: sent | date
    de: gesendet | datum | gesendet am
    it: inviato | data
    pl: wysłano | wysłane | data
    is: sent | dagsetning | dags
    fr: envoyé | date | envoyé le
    es: enviado | fecha | enviado el
    nl: verzonden | datum
    pt: enviado | enviada em | enviado em | data
    sv: skickat | datum
    da: sendt | dato
    fi: lähetetty | päivämäärä | päiväys
    cs: odesláno | datum
    hu: elküldve | dátum
    ro: trimis
    ru: отправлено | дата
    tr: gönderildi | tarih | gönderme tarihi
    ja: 送信日時 | 日付
    zh: 发送时间 | 日期
    ko: 보낸 날짜
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
    nl: aan
    sv: till
    da: til
    fi: vastaanottaja
    cs: komu
    hu: címzett
    ro: către
    ru: кому
    tr: kime | alıcı
    ja: 宛先
    zh: 收件人
    ko: 받는 사람
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
    nl: onderwerp
    pt: assunto
    sv: ämne
    da: emne
    fi: aihe
    cs: předmět
    hu: tárgy
    ro: subiect
    ru: тема
    tr: konu
    ja: 件名
    zh: 主题
    ko: 제목
    """
)
"""The labels of the header that Outlook and its kin copy above a quote."""


def _label(words: Words) -> re.Pattern[str]:
    """A line of that header; `*` and `_` are what remains of bold type."""
    return re.compile(rf"[ \t>*_|]{{0,12}}(?:{any_of(spoken(words))})[ \t]?[*_]{{0,2}}[ \t]?[:\uff1a]", re.IGNORECASE)


LABELS = tuple(map(_label, (_FROM, _SENT, _TO, _SUBJECT)))
"""From, Sent, To, Subject, in this order."""

BEGINS = re.compile(
    rf"\s*(?:(?:{any_of(spoken(_BEGINS))})\b|[^\W\d]{{2,12}}\.?,? \d|\d{{1,4}}[./-]\d|\d{{1,2}}\.? \w{{3}})",
    re.IGNORECASE,
)
WROTE = re.compile(rf"(?<!\w)(?:{any_of(spoken(_WROTE))})(?!\w)", re.IGNORECASE)
ORIGINAL = re.compile(
    rf"\s*(?:[-_=*#]{{2,}}+\s*(?:{any_of(spoken(_ORIGINAL))})\b.{{0,80}}?(?:[-_=*#]{{2,}}|:)?\s*\Z"
    r"|(?:begin forwarded message|inizio messaggio inoltrato|début du message transféré"
    r"|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|begin doorgestuurd bericht)\s*:\s*\Z"
    r"|[#=*-]*\s*(?:please )?(?:reply|type your reply) above this line\b.{0,60}\Z)",
    re.IGNORECASE,
)
