"""
How machines title their mail, by language.

Knows the subjects that mail systems ship with (Exchange, Gmail, Notes, Zimbra, Sieve, Exim, Postfix, qmail,
sendmail); must not know how much each proves: `signs` says that. A phrase stands at the very start of a
subject, behind at most a warning tag ("[External]"): behind "Re:" it is a person's answer to a machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crickets.reading.words import Words, any_of, table

AUTO_REPLY: Words = table(
    """
    en: automatic reply | automatic response | automated reply | automated response | auto reply |
        auto response | autoreply | autoresponse | autoresponder | out of office | out of the office |
        out of office autoreply | out of office reply | vacation reply | vacation response |
        vacation notice | vacation message | away message | absence notification | i am out of the office
        | i'm out of the office | i am currently out of the office | i am away from | away from my mail |
        away from my email | away from the office
    de: automatische antwort | automatische rückantwort | automatische nachricht | autoantwort |
        auto-antwort | abwesenheitsnotiz | abwesenheitsnachricht | abwesenheitsmeldung |
        abwesenheitsmitteilung | abwesenheitsassistent | ich bin nicht im büro | urlaubsbenachrichtigung |
        urlaubsmeldung | urlaubsnotiz
    it: risposta automatica | autorisposta | risponditore automatico | fuori ufficio |
        assente dall'ufficio | avviso di assenza | messaggio di assenza | assenza dall'ufficio |
        fuori stanza | chiusura per ferie | assenza per ferie
    pl: odpowiedź automatyczna | automatyczna odpowiedź | autoodpowiedź | autoresponder | poza biurem |
        nieobecność w biurze | nieobecny w biurze | wiadomość automatyczna | jestem na urlopie |
        przebywam na urlopie
    is: sjálfvirkt svar | sjálfvirk svörun | sjálfvirkur svarpóstur | utan skrifstofu
    fr: réponse automatique | réponse auto | message automatique | absence du bureau | absent du bureau |
        message d'absence | avis d'absence | hors du bureau | notification d'absence
    es: respuesta automática | autorespuesta | autorrespuesta | fuera de la oficina | fuera de oficina |
        mensaje automático | aviso de ausencia | ausencia de la oficina | ausente de la oficina |
        estoy de vacaciones
    nl: automatisch antwoord | automatische reactie | automatische beantwoording | afwezigheidsbericht |
        afwezigheidsmelding | niet op kantoor | afwezigheidsassistent | vakantiebericht
    pt: resposta automática | resposta automatica | autorresposta | fora do escritório |
        fora do escritorio | ausência temporária | mensagem automática | ausente do escritório |
        aviso de ausência | estou de férias
    sv: automatiskt svar | autosvar | frånvaromeddelande | ej på kontoret | inte på kontoret |
        semesterstängt
    da: automatisk svar | autosvar | fraværsmeddelelse | ikke på kontoret
    no: automatisk svar | autosvar | fraværsmelding | ikke på kontoret
    fi: automaattinen vastaus | poissaoloilmoitus | poissa toimistosta
    cs: automatická odpověď | mimo kancelář
    sk: automatická odpoveď | mimo kancelárie
    sl: samodejni odgovor | avtomatski odgovor
    hr: automatski odgovor | izvan ureda
    hu: automatikus válasz | házon kívül | irodán kívül
    ro: răspuns automat | raspuns automat | în afara biroului | absent din birou | plecat din birou
    bg: автоматичен отговор | извън офиса
    el: αυτόματη απάντηση | εκτός γραφείου
    tr: otomatik yanıt | otomatik cevap | ofis dışında | ofis dışındayım | izindeyim
    ru: автоматический ответ | автоответ | нет на месте | вне офиса | отсутствие на рабочем месте
    uk: автоматична відповідь | автовідповідь | немає на місці | відсутність на робочому місці
    et: automaatvastus | automaatne vastus | kontorist väljas
    lv: automātiska atbilde | automātiskā atbilde | ārpus biroja
    lt: automatinis atsakymas | automatinis atsakas | nesu biure
    ca: resposta automàtica | fora de l'oficina
    eu: erantzun automatikoa
    gl: resposta automática | fóra da oficina
    he: תשובה אוטומטית | מענה אוטומטי | מחוץ למשרד
    ar: رد تلقائي | الرد التلقائي | خارج المكتب
    ja: 自動応答 | 自動返信 | 不在通知 | 不在応答
    zh: 自动答复 | 自动回复 | 自動回覆 | 自動答覆 | 不在办公室
    ko: 자동 회신 | 자동 응답 | 부재 중 | 부재중
    vi: trả lời tự động | thư trả lời tự động
    th: ตอบกลับอัตโนมัติ
    id: balasan otomatis | di luar kantor
    """
)
"""Subjects of automatic replies."""

ABSENCE: Words = table(
    """
    en: on annual leave | on parental leave | on maternity leave | ooo | auto
    de: abwesenheit | abwesend | nicht im büro | außer haus | ausser haus
    it: fuori sede
    pl: nieobecność | urlop
    is: fjarverandi | er í fríi | er ekki við | í fríi | í sumarfríi | í orlofi
    fr: absence | absent | en congé | en congés
    es: de vacaciones
    nl: niet aanwezig | afwezig | afwezigheid
    pt: em férias | de férias
    sv: frånvaro | frånvarande | på semester
    da: ikke til stede | fravær | ferie
    no: fravær | ikke til stede | fraværende
    fi: poissa | lomalla | poissaolo
    cs: nepřítomnost | nepřítomen | dovolená
    sk: neprítomnosť | dovolenka
    sl: odsotnost | odsoten
    hr: odsutnost | odsutan
    hu: távollét | szabadságon
    bg: отсъствие
    el: απουσία
    ru: в отпуске
    et: puhkusel
    lv: prombūtne
    lt: atostogauju
    ja: 外出中
    zh: 外出
    """
)
"""Words that machines use for a subject and people too: they are hints."""

BOUNCE: Words = table(
    """
    en: undelivered mail returned to sender | undeliverable | undeliverable mail | undeliverable message |
        message undeliverable | mail undeliverable | mail could not be delivered | mail delivery failed |
        mail delivery failure | mail delivery error | message delivery failure | delivery failure |
        delivery failed | delivery has failed | delivery status notification (failure) | failure notice |
        delivery notification: delivery has failed | returned mail | returned to sender |
        mail system error | non delivery notification | non-delivery notification | nondeliverable mail |
        non-delivery report | nondelivery report | delivery report | email delivery failure |
        error sending message | message status - undeliverable | unable to deliver | could not deliver |
        rejected | bounced message | user unknown | your message to | mail failure | delivery error |
        address not found | message not delivered
    de: unzustellbar | nicht zustellbar | unzustellbarkeitsbericht | nachricht unzustellbar |
        fehler bei der zustellung
    it: non recapitabile | recapito non riuscito | mancato recapito | avviso di mancata consegna |
        mancata consegna
    pl: niedostarczalne | niedostarczona wiadomość | błąd dostarczenia | nie można dostarczyć
    is: óafhendanlegt | ekki tókst að afhenda | póstur skilaði sér ekki
    fr: non remis | non délivrable | non distribuable | échec de remise | message non distribué
    es: no se puede entregar | no entregado | no entregable | error en la entrega | mensaje no entregado
    nl: onbestelbaar | niet te bezorgen | bezorging mislukt | niet bezorgd
    pt: não é possível entregar | não entregue | falha na entrega | não foi possível entregar
    sv: olevererbart | kan inte levereras | går inte att leverera | kunde inte levereras
    da: kan ikke leveres
    no: kan ikke leveres
    fi: ei voitu toimittaa | toimitus epäonnistui
    cs: nedoručitelné
    hu: kézbesíthetetlen
    tr: teslim edilemedi
    ru: не удается доставить | недоставленное сообщение | не доставлено
    ja: 配信不能 | 未配信
    zh: 无法投递 | 未送达 | 无法送达 | 無法傳遞 | 系统退信 | 退信
    ko: 배달되지 않음 | 전송 실패
    """
)
"""Subjects of reports that a mail was given up."""

DELAY: Words = table(
    """
    en: delivery status notification (delay) | delivery status notification (delayed) | delayed mail |
        delivery delayed | mail delivery delayed | message delayed | warning: message |
        warning: could not send | warning - delayed mail | mail delivery deferred | mail delivery warning
        | delivery delay notification | delivery notification: delivery has been delayed |
        delivery notification: delivery delayed | delivery incomplete |
        delivery status notification: delayed | delivery status notification: warning |
        mail delivery status notification (delay) | delivery status notification (mail delivery delayed) |
        warning. mail delayed | mail delayed | deferred mail | mail delivery temporarily |
        undeliverable mail: delayed | delayed
    de: verzögert | zustellung verzögert | verzögerte zustellung | nachricht verzögert
    it: recapito ritardato | in ritardo | consegna ritardata
    pl: opóźnione | opóźnienie dostarczenia
    is: seinkun | afhendingu seinkar
    fr: retardé | remise retardée | différé
    es: retrasado | entrega retrasada
    nl: vertraagd | bezorging vertraagd
    pt: atrasado | entrega atrasada | adiado
    sv: försenat | fördröjd
    """
)
"""Subjects of reports that a mail is still being tried."""

RECEIPT: Words = table(
    """
    en: return receipt | read receipt | read: | delivered: | relayed: | expanded: |
        successful mail delivery report | delivery status notification (success) |
        delivery status notification (relay) | not read: | delivery receipt | delivery confirmation |
        disposition notification | message disposition notification
    de: gelesen: | zugestellt: | ungelesen gelöscht: | lesebestätigung | empfangsbestätigung (angezeigt)
    it: letto: | recapitato: | conferma di lettura | ricevuta di ritorno | non letto:
    pl: przeczytane: | dostarczone: | potwierdzenie przeczytania | nie przeczytane:
    is: lesið: | móttekið: | lestrarkvittun
    fr: lu : | lu: | remis : | remis: | accusé de réception | accusé de lecture | non lu :
    es: leído: | leido: | entregado: | confirmación de lectura | acuse de recibo | no leído:
    nl: gelezen: | bezorgd: | leesbevestiging | ontvangstbevestiging (weergegeven) | niet gelezen:
    pt: lida: | lido: | entregue: | confirmação de leitura | recibo de leitura | não lida:
    sv: läst: | levererat: | läskvitto | inte läst:
    """
)
"""Subjects of notices that a mail came in or was opened."""

CALENDAR: Words = table(
    """
    en: invitation: | updated invitation: | accepted: | declined: | tentative: | tentatively accepted: |
        canceled event: | cancelled event: | canceled: | cancelled: | new time proposed: |
        updated invitation with note:
    de: einladung: | zugesagt: | abgesagt: | mit vorbehalt: | vorläufig zugesagt: | termin abgesagt: |
        aktualisierte einladung:
    it: invito: | accettato: | rifiutato: | provvisorio: | annullato: | invito aggiornato: |
        evento annullato:
    pl: zaproszenie: | zaakceptowano: | zaakceptowane: | odrzucono: | odrzucone: | wstępna akceptacja: |
        anulowano: | odwołano:
    is: boð: | samþykkt: | hafnað: | aflýst:
    fr: invitation : | accepté : | accepté: | refusé : | refusé: | provisoire : | annulé : | annulé:
    es: invitación: | aceptado: | aceptada: | rechazado: | rechazada: | provisional: | cancelado: |
        cancelada:
    nl: uitnodiging: | geaccepteerd: | geweigerd: | voorlopig: | geannuleerd:
    pt: convite: | aceite: | aceito: | recusado: | provisório: | cancelado:
    sv: inbjudan: | accepterat: | avböjt: | preliminärt: | inställt:
    """
)
"""Subjects of invitations and of the answers that a calendar sends."""

TAGS = r"(?:\s*+(?:\[[^\]]{1,40}\]|\*{2,}[^*]{1,40}\*{2,}|(?:external|extern|esterno|zewnętrzne|externe)\s*:))*+\s*+"
"""Warning tags that gateways put in front of a subject."""


def at_start(phrases: Iterable[str], behind: str = r"(?!\w)") -> re.Pattern[str]:
    """A pattern that finds one of some phrases at the start of a subject, tags apart; group 1 is the phrase."""
    return re.compile(rf"{TAGS}({any_of(phrases)}){behind}", re.IGNORECASE)


def beginnings(phrases: Iterable[str]) -> frozenset[str]:
    """The first three letters of each phrase, in small letters."""
    return frozenset(phrase[:3].casefold() for phrase in phrases)
