"""
What programs write below a mail: the phone's note, the scanner's seal, the firm's disclaimer, the list's footer.

Tables by language; must not know where a signature ends: that is for `signatures`.
"""

from __future__ import annotations

import re

from crickets.reading.words import Words, any_of, spoken, table, typed

_SENT_WITH: Words = table(
    """
    en: sent from | sent via | sent with | sent by | sent using | sent on the go | sent on my | get outlook for |
        from my iphone | someone from mobile | written on my | typed on my | composed on my | dictated on my
    de: von meinem … gesendet | von meinem … aus gesendet | von … gesendet | gesendet von | gesendet mit |
        gesendet aus | gesendet über | diese nachricht wurde von meinem | outlook für … herunterladen |
        holen sie sich outlook | unterwegs gesendet | von unterwegs gesendet
    it: inviato da | inviata da | inviato dal | inviato con | inviato tramite | scarica outlook | ottieni outlook
    pl: wysłane z | wysłano z | wysłana z | wysłany z | wysłane za pomocą | pobierz outlook | pobierz program outlook |
        pobierz aplikację outlook
    is: sent úr | sent frá | sent með | sent í gegnum | sæktu outlook
    fr: envoyé de mon | envoyé depuis | envoyé à partir | envoyé avec | envoyé via | télécharger outlook |
        obtenez outlook | téléchargez outlook
    es: enviado desde | enviado con | enviado de mi | obtener outlook | descargar outlook | enviado a través
    ca: enviat des | obteniu outlook
    gl: enviado dende
    nl: verzonden met | verzonden vanaf | verzonden vanuit | verzonden via | verstuurd met | verstuurd vanaf |
        verstuurd via | outlook voor … downloaden | download outlook voor
    pt: enviado do | enviado da | enviado de | enviado a partir | enviado pelo | enviado com | enviado desde |
        enviado através | obter o outlook | obtenha o outlook | baixe o outlook
    sv: skickat från | skickades från | skickat med | hämta outlook | skaffa outlook
    da: sendt fra | sendt med | hent outlook | få outlook
    no: sendt fra | sendt med | få outlook | hent outlook | skaff deg outlook
    fi: lähetetty …sta | lähetetty …stä | lähetetty …lta | lähetetty …ltä | hanki outlook | lataa outlook
    cs: odesláno z | odesláno pomocí | získat outlook | poslané z
    sk: odoslané z | získať outlook
    sl: poslano z
    hr: poslano s | poslano iz | poslano sa
    hu: küldve | elküldve az
    ro: trimis de pe | trimis din | obțineți outlook
    et: saadetud minu | saadetud
    lv: nosūtīts no | sūtīts no
    lt: išsiųsta iš | siųsta iš
    tr: gönderen: iphone
    bg: изпратено от
    ru: отправлено с | отправлено из | отправлено через | скачать outlook | послано с
    uk: надіслано з | відправлено з | надіслано через
    el: στάλθηκε από | εστάλη από
    he: נשלח מ | נשלח מה
    ar: تم الإرسال من | أرسلت من | مرسل من
    zh: 发自 | 發自 | 寄自 | 从我的 | 從我的 | 来自我的 | 來自我的 | 通过我的
    vi: được gửi từ | đã gửi từ
    id: dikirim dari
    th: ส่งจาก
    """
)
"""What mailers write below a mail; the ellipsis stands for the device."""

_SENT_WITH_LAST: Words = table(
    """
    tr: dan gönderildi | den gönderildi | tan gönderildi | ten gönderildi
    ja: から送信 | から送信されました
    ko: 에서 보냄 | 에서 보냈습니다
    hu: ról küldve | ről küldve
    """
)
"""The same where the verb comes last."""

_DEVICES = re.compile(
    r"i-?(?:phon|pad|pod)|android|samsung|galaxy|black ?berry|outlook|mail|phone|telefon|téléphone|handy|mobil|móvil|"
    r"cell|device|gerät|tablet|huawei|xiaomi|redmi|htc|nokia|lumia|windows|yahoo|proton|tutanota|superhuman|spark|sparrow|"
    r"aol|canary|thunderbird|k-9|pixel|nexus|oneplus|xperia|motorola|t-mobile|verizon|\b(?:pc|mac|app|hey|lg)\b|"
    r"手机|手機|スマ|携帯|on the go|unterwegs|sent (?:from|on) my|dictated|typed on|written on|composed on",
    re.IGNORECASE,
)
"""On what and with what mail is written: a parcel may be sent with a courier."""

_EXCUSES: Words = table(
    """
    en: excuse | apolog | sorry | typo | brevity | pardon | forgive
    de: tippfehler | entschuldig | kürze
    it: scus | errori | brevità
    pl: błęd | literówk
    fr: excus | fautes | brièveté
    es: disculp | errores | brevedad
    nl: excus | typefout
    pt: desculp | erros
    sv: ursäkt | stavfel
    """
)

_SEALS: Words = table(
    """
    en: virus-free | this email has been checked for viruses | this email has been scanned | this message has been
        scanned | this e-mail has been scanned | scanned by | this email was scanned | checked by avg |
        no virus found in this | this email is free from viruses | this message was scanned for
    de: virenfrei | diese e-mail wurde von avast | diese e-mail wurde auf viren | viren geprüft | virengeprüft
    it: privo di virus | priva di virus | mail priva di virus | questa e… è stata controllata |
        questo messaggio è stato analizzato | questo messaggio e' stato analizzato
    pl: wolny od wirusów | ta wiadomość została sprawdzona | ta wiadomość e… została sprawdzona
    fr: sans virus | garanti sans virus | l'absence de virus | cet e… a été vérifié | ce courriel a été vérifié
    es: libre de virus | este correo electrónico ha sido comprobado | el software de antivirus avast
    nl: virusvrij | deze e-mail is gecontroleerd op virussen
    pt: livre de vírus | sem vírus | este e-mail foi verificado | este email foi escrutinado
    sv: virusfri | denna e-postmeddelande har kontrollerats | det här e
    da: virusfri
    no: virusfri
    fi: virustorjunta
    cs: bez virů | tento e… byl zkontrolován
    ru: без вирусов | проверено на вирусы
    """
)

_DISCLAIMERS: Words = table(
    """
    en: confidentiality notice | confidentiality note | confidentiality statement | confidential notice | disclaimer |
        legal disclaimer | legal notice | privacy notice | important notice | privileged and confidential |
        private and confidential | this email and any | this e-mail and any | this message and any |
        this email message and any | this e-mail message and any | this email may contain | this e-mail may contain |
        this message may contain | this email is confidential | this e-mail is confidential |
        this message is confidential | this email contains | this e-mail contains | this message contains |
        this email is intended | this e-mail is intended | this message is intended | this communication is |
        this communication may | this communication and | the information contained in this |
        the information in this | the contents of this e | this transmission | if you are not the intended |
        if you have received this e | if you have received this m | please consider the environment |
        please think of the environment | think before you print | save a tree | any views or opinions |
        notice: this e | note: this e | registered in england | registered office | you received this message because |
        you are receiving this | to unsubscribe from this | to unsubscribe, | to stop receiving
    de: diese e… enthält | diese e-mail kann | diese e-mail ist | diese nachricht enthält | diese nachricht ist |
        diese e-mail und | diese mail enthält | der inhalt dieser e-mail | die information in dieser |
        die in dieser e-mail | vertraulichkeitshinweis | haftungsausschluss | rechtlicher hinweis | wichtiger hinweis |
        bitte denken sie an die umwelt | bitte prüfen sie, ob diese | bitte denken sie an unsere umwelt |
        sind sie nicht der richtige adressat | wenn sie nicht der richtige adressat | denken sie an die umwelt
    it: le informazioni contenute | questo messaggio e i | questo messaggio è | questo messaggio di posta |
        questa e… è | questa e-mail e | il contenuto di questa e-mail | il presente messaggio |
        la presente e-mail | la presente comunicazione | le informazioni trasmesse | avviso di riservatezza |
        nota di riservatezza | ai sensi del regolamento | ai sensi del d | ai sensi e per gli effetti |
        rispetta l'ambiente | prima di stampare | informativa privacy
    pl: ta wiadomość e… | ta wiadomość oraz | ta wiadomość może | niniejsza wiadomość | niniejsza korespondencja |
        treść tej wiadomości | informacje zawarte w | klauzula poufności | informacja o poufności |
        zastrzeżenie poufności | zanim wydrukujesz | pomyśl o środowisku | administratorem danych
    is: þessi tölvupóstur | tölvupóstur þessi | þessi póstur | fyrirvari
    fr: ce message et | ce message est | ce message électronique | ce message contient | ce courriel | cet e-mail |
        cet email | le présent message | les informations contenues | avis de confidentialité |
        clause de confidentialité | avertissement | avis important | pensez à l'environnement |
        merci de penser à l'environnement | n'imprimez ce | avant d'imprimer | si vous n'êtes pas le destinataire
    es: este mensaje y | este mensaje es | este mensaje contiene | este mensaje puede | este mensaje va |
        este mensaje se | este correo electrónico | este correo y | este e-mail | este email |
        la información contenida |
        la información incluida | aviso legal | aviso de confidencialidad | aviso de privacidad |
        cláusula de confidencialidad | nota de confidencialidad | advertencia legal | protección de datos |
        antes de imprimir | de conformidad con | en cumplimiento de | piense en el medio ambiente
    nl: dit bericht is | dit bericht kan | dit bericht en | deze e-mail en | deze e-mail is | deze e-mail kan |
        deze e-mail bevat | de informatie in dit | de informatie in deze | de informatie verzonden | de inhoud van dit |
        de inhoud van deze | aan dit bericht kunnen | denk aan het milieu | indien u niet de geadresseerde
    pt: esta mensagem e | esta mensagem é | esta mensagem contém | esta mensagem pode | este e-mail | este email |
        esta comunicação | as informações contidas | a informação contida | aviso legal | aviso de confidencialidade |
        antes de imprimir | pense no ambiente | pense no meio ambiente | se não é o destinatário
    sv: detta e-postmeddelande | detta meddelande | detta mejl | det här e | informationen i detta |
        tänk på miljön | innan du skriver ut | så här behandlar vi personuppgifter
    da: denne e-mail | denne mail | denne meddelelse | tænk på miljøet
    no: denne e-posten | denne meldingen | denne e-post | tenk på miljøet
    fi: tämä viesti | tämä sähköposti
    cs: tato zpráva | tento e-mail | informace obsažené | obsah této zprávy | obsah tohoto e-mailu
    hu: ez az e-mail | ez az üzenet | jelen üzenet
    ro: acest mesaj | acest e-mail | acest email
    ru: это сообщение | настоящее сообщение | данное сообщение | это электронное
    """
)
"""How the texts begin that a firm or a list puts below each mail."""

_NOTE = re.compile(
    rf"[\W_]{{0,3}}(?:(?:{any_of(spoken(typed(_SENT_WITH)))}).{{0,110}}|.{{1,50}}?(?:{any_of(spoken(_SENT_WITH_LAST))})[。.]?)\Z",
    re.IGNORECASE,
)
_EXCUSE = re.compile(any_of(spoken(_EXCUSES)), re.IGNORECASE)
_LINK = re.compile(r"\(?<?https?://\S+|\[mailto:\S+|<[^<>]*>|\[[^\[\]]*\]\([^()]*\)|\([^()]*\)")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_SEAL = re.compile(rf"\W{{0,3}}(?:{any_of(spoken(_SEALS))})(?!\w)", re.IGNORECASE)
_DISCLAIMER = re.compile(rf"[\W_]{{0,4}}(?:{any_of(spoken(_DISCLAIMERS))})", re.IGNORECASE)
_NOTE_WORDS = 11
_LINE_LIMIT = 300
_FIRST_LETTERS = 3
_BEFORE_WORDS = " \t-_*<([{>|.,:\u2013\u2014\u200e\u200f\u202b\"'\u201e\u201c/#~=+!"
_BEGIN = frozenset(
    phrase[:_FIRST_LETTERS].rstrip() for phrase in spoken(typed(_SENT_WITH), _SEALS, _DISCLAIMERS)
) | frozenset(phrase[:2] for phrase in spoken(_SENT_WITH) if not phrase.isascii())
_END = spoken(_SENT_WITH_LAST)


def may_be_footer(line: str) -> bool:
    """Whether a line begins or ends as any of these do: a quick look that spares the others."""
    start = line.lstrip(_BEFORE_WORDS)[:_FIRST_LETTERS].casefold()
    return start.rstrip() in _BEGIN or start[:2] in _BEGIN or line.rstrip(" .\u3002").endswith(_END)


def is_note(line: str) -> bool:
    """Whether a line is a mailer's own note ("Sent from my iPhone"); a person's sentence is longer or goes on."""
    line = _MARKDOWN_LINK.sub(r"\1", line.strip()[:_LINE_LIMIT])
    if not _NOTE.match(line):
        return False
    if not _DEVICES.search(line):
        return False
    bare = _LINK.sub("", line)
    if _EXCUSE.search(bare):
        return True
    stop = bare.find(",")
    goes_on = stop > 0 and len(bare[stop:].split()) > 6
    return not goes_on and len(bare.split()) <= _NOTE_WORDS and not bare.rstrip().endswith(("?", ":"))


def is_seal(line: str) -> bool:
    """Whether a line is what a virus scanner adds."""
    return bool(_SEAL.match(line.strip()[:_LINE_LIMIT]))


def opens_disclaimer(line: str) -> bool:
    """Whether a line begins as a firm's disclaimer or a list's footer does; what stands around it must agree."""
    return bool(_DISCLAIMER.match(line[:_LINE_LIMIT]))
