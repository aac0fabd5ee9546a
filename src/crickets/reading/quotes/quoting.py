"""
How mail clients introduce what they quote, by language.

Tables only; must not know where a quote ends: that is for `quotes`. The header that Outlook and its kin copy is in
`labels`.
"""

from __future__ import annotations

import re

from crickets.reading.words import Words, any_of, spoken, table

_BEGINS: Words = table(
    """
    en: on | at | in a message dated | in a message written on
    de: am | von | den
    it: il | in data | il giorno
    pl: w dniu | dnia | w wiadomości z | wiadomość napisana przez
    is: þann | þ. | hinn
    fr: le | en date du
    es: el | con fecha
    ca: el | missatge de
    gl: o
    nl: op | op datum
    pt: em | a | no dia | às
    sv: den | på | vid
    da: den
    no: den | på
    fi: klo
    cs: dne
    sk: dňa
    sl: dne | v
    hr: dana
    ro: pe data de | în data de | pe | la
    et: kontakt
    bg: на
    el: στις
    he: בתאריך
    ar: في
    zh: 在
    vi: vào
    id: pada tanggal | pada
    """
)
"""With what a line of attribution begins."""

_WROTE: Words = table(
    """
    en: wrote | writes | has written | said | quoting
    de: schrieb | schreibt | hat geschrieben | geschrieben | zitat von
    it: ha scritto | scrisse | scrive | scriveva | citando
    pl: napisał(a) | napisał | napisała | pisze | napisana przez | cytowanie
    is: skrifaði | ritaði | sendi
    fr: a écrit | écrivait | écrit
    es: escribió | ha escrito | escribe | citando a
    ca: va escriure | ha escrit | escrigué
    gl: escribiu
    nl: schreef | heeft geschreven | schreven | het volgende geschreven | citeren
    pt: escreveu | escreve
    sv: skrev | citerar
    da: skrev
    no: skrev
    fi: kirjoitti
    cs: napsal(a) | napsal | napsala
    sk: napísal(a) | napísal | napísala
    sl: je napisal | je napisala | napisal | napisala | piše
    hr: je napisao | je napisala | napisao | napisala | piše
    sr: је написао | је написала | написао
    hu: írta
    ro: a scris
    et: kirjutas
    lv: rakstīja
    lt: rašė
    tr: şunu yazdı | şunları yazdı | yazdı
    ru: написал(а) | написал | написала | пишет | пользователь
    uk: написав | написала | пише
    bg: написа
    el: έγραψε
    he: כתב | כתבה
    ar: كتب | كتبت | تمت كتابة ما يلي بواسطة
    vi: đã viết
    id: menulis
    """
)
"""The verb of a line of attribution."""

_WROTE_UNSPACED: Words = table(
    """
    ja: さんは書きました | は書きました | のメール
    zh: 写道 | 寫道
    ko: 작성 | 쓴 글
    th: เขียนว่า
    """
)
"""The same in scripts that put no blank between words."""

_ORIGINAL: Words = table(
    """
    en: original message | original appointment | forwarded message | forwarded by | reply message | original email |
        replied message
    de: ursprüngliche nachricht | ursprüngliche mail | original nachricht | originalnachricht |
        weitergeleitete nachricht |
        ursprünglicher termin
    it: messaggio originale | messaggio inoltrato | messaggio originario
    pl: wiadomość oryginalna | oryginalna wiadomość | wiadomość przekazana | przekazana wiadomość |
        treść przekazanej wiadomości
    is: upprunaleg skilaboð | upphafleg skilaboð | áframsend skilaboð | áframsent
    fr: message d'origine | message original | message transféré | courriel d'origine | message initial |
        mail original
    es: mensaje original | mensaje reenviado
    ca: missatge original | missatge reenviat
    gl: mensaxe orixinal
    nl: oorspronkelijk bericht | origineel bericht | doorgestuurd bericht
    pt: mensagem original | mensagem encaminhada | mensagem reencaminhada
    sv: ursprungligt meddelande | originalmeddelande | vidarebefordrat meddelande
    da: oprindelig meddelelse | original meddelelse | videresendt meddelelse | oprindelig besked
    no: opprinnelig melding | original melding | videresendt melding
    fi: alkuperäinen viesti | välitetty viesti
    cs: původní zpráva | přeposlaná zpráva | původní e
    sk: pôvodná správa | preposlaná správa | pôvodný e
    sl: izvirno sporočilo | posredovano sporočilo
    hr: izvorna poruka | originalna poruka | proslijeđena poruka
    sr: оригинална порука | прослеђена порука
    hu: eredeti üzenet | továbbított üzenet
    ro: mesaj original | mesaj redirecționat | mesajul original
    et: algne kiri | algsõnum | edastatud kiri
    lv: sākotnējais ziņojums | pārsūtītā ziņa
    lt: pradinis laiškas | originalus laiškas | persiųstas laiškas
    bg: оригинално съобщение | препратено съобщение
    ru: исходное сообщение | пересылаемое сообщение | пересланное сообщение | оригинальное сообщение
    uk: оригінальне повідомлення | переслане повідомлення | пересилання повідомлення
    el: αρχικό μήνυμα | προωθημένο μήνυμα
    tr: özgün ileti | orijinal ileti | orijinal mesaj | iletilen mesaj
    he: הודעה מקורית | הודעה שהועברה
    ar: الرسالة الأصلية | رسالة معاد توجيهها
    ja: 元のメッセージ | 転送されたメッセージ | 転送メッセージ
    zh: 原始邮件 | 邮件原件 | 转发的邮件 | 原始郵件 | 轉寄郵件 | 回复的原邮件 |
        回复的邮件
    ko: 원본 메시지 | 원본 메일 | 전달된 메시지
    vi: thư gốc
    """
)
"""What stands between the dashes above a quote."""

_FORWARDS: Words = table(
    """
    en: begin forwarded message
    de: anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail
    it: inizio messaggio inoltrato
    fr: début du message transféré | début du message réexpédié
    es: inicio del mensaje reenviado
    ca: inici del missatge reenviat
    nl: begin doorgestuurd bericht
    pt: início da mensagem encaminhada | início da mensagem reencaminhada
    sv: vidarebefordrat brev
    da: start på videresendt besked
    no: start på videresendt melding | videresendt melding
    fi: välitetty viesti alkaa
    pl: początek przekazywanej wiadomości
    cs: začátek přeposílané zprávy
    sk: začiatok preposlanej správy
    hu: továbbított levél kezdete
    ro: început mesaj redirecționat
    hr: započni proslijeđenu poruku
    ru: начало переадресованного сообщения | начало пересылаемого сообщения
    uk: початок листа, що пересилається | початок переадресованого повідомлення
    tr: yönlendirilen ileti başlangıcı | iletilmiş ileti başlangıcı
    el: αρχή προωθημένου μηνύματος
    ja: 転送されたメッセージ
    zh: 开始转发的邮件 | 開始轉寄郵件
    ko: 전달된 메시지 시작
    """
)
"""What Apple Mail writes above a mail it passes on."""

_ABOVE: Words = table(
    """
    en: reply above this line | type your reply above this line | reply above the line | write above this line |
        respond above this line | add your reply above here | reply by typing above this line
    de: antworten sie oberhalb dieser zeile | antworten sie oberhalb dieser linie | über dieser zeile antworten |
        ihre antwort oberhalb dieser zeile
    it: rispondi sopra questa riga | scrivere la risposta sopra questa riga
    pl: odpowiedz powyżej tej linii | odpowiedź powyżej tej linii
    fr: répondre au… de cette ligne | répondez au… de cette ligne
    es: responda por encima de esta línea | responde por encima de esta línea | escriba su respuesta sobre esta línea
    nl: antwoord boven deze regel | typ uw antwoord boven deze regel
    pt: responda acima desta linha | escreva acima desta linha
    sv: svara ovanför denna rad | svara ovanför den här raden
    da: svar over denne linje
    no: svar over denne linjen
    """
)
"""The line by which help desks find the end of an answer."""

_CHANGED_ENDING = r"(?:/\w{1,4}|\(-?\w{1,4}\))?"
"""How a verb leaves open who wrote: ``napisao/la``, ``написав(-ла)``."""

BEGINS = re.compile(rf"\s*(?:{any_of(spoken(_BEGINS))})(?!\w)", re.IGNORECASE)
WROTE = re.compile(
    rf"(?<!\w)(?:{any_of(spoken(_WROTE))}){_CHANGED_ENDING}(?!\w)(?: in (?:message|news)\b(?:\s?<?news:\S{{1,100}})?)?"
    rf"|(?:{any_of(spoken(_WROTE_UNSPACED))})",
    re.IGNORECASE,
)
ORIGINAL = re.compile(
    rf"\s*(?:[-_=*#>\u2014]{{2,}}+\s*(?:{any_of(spoken(_ORIGINAL))})(?!\w).{{0,80}}?(?:[-_=*#]{{2,}}|:)?\s*\Z"
    r"|-{4,}\s?original\s?-{4,}\s*\Z"  # QQ Mail's
    rf"|(?:{any_of(spoken(_FORWARDS))})\s?[:\uff1a]\s*\Z"
    rf"|[#=*>\s\u2014-]{{0,20}}(?:please |bitte )?(?:{any_of(spoken(_ABOVE))})(?:\.? to \w.{{0,60}})?[^\w]{{0,20}}\Z"
    rf"|[#=*\u2014-]{{2,20}}\s?(?:please |bitte )?(?:{any_of(spoken(_ABOVE))})(?!\w).{{0,80}}\Z)",
    re.IGNORECASE,
)
ORIGINAL_BARE = re.compile(rf"\s*[*_]{{0,2}}(?:{any_of(spoken(_ORIGINAL))})\s?[*_]{{0,2}}:?\s*\Z", re.IGNORECASE)
"""The same title without its dashes: a title only where a header follows."""
