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
    en: on annual leave | on parental leave | on maternity leave | on paternity leave | on sick leave | on leave |
        on vacation | on holiday | away | absent | out of town | ooo | auto
    de: abwesenheit | abwesend | nicht im büro | außer haus | ausser haus | im urlaub | urlaub | betriebsferien |
        nicht erreichbar
    it: fuori sede | assente | assenza | in ferie | chiuso per ferie
    pl: nieobecność | nieobecny | nieobecna | urlop | na urlopie
    is: fjarverandi | fjarvera | er í fríi | er ekki við | í fríi | í sumarfríi | í orlofi
    fr: absence | absent | absente | en congé | en congés | en vacances | congés
    es: de vacaciones | ausente | ausencia
    nl: niet aanwezig | afwezig | afwezigheid | met vakantie | op vakantie | vakantie
    pt: em férias | de férias | ausente | ausência
    sv: frånvaro | frånvarande | på semester | semester
    da: ikke til stede | fravær | fraværende | på ferie | ferie
    no: fravær | ikke til stede | fraværende | på ferie
    fi: poissa | lomalla | poissaolo | vuosilomalla
    cs: nepřítomnost | nepřítomen | nepřítomna | dovolená | na dovolené
    sk: neprítomnosť | neprítomný | dovolenka | na dovolenke
    sl: odsotnost | odsoten | odsotna | na dopustu
    hr: odsutnost | odsutan | odsutna | na godišnjem odmoru
    hu: távollét | szabadságon | szabadság
    ro: absent | absență | concediu | în concediu
    bg: отсъствие | отпуск | в отпуск
    el: απουσία | σε άδεια
    tr: izinde | yıllık izin | izin
    ru: в отпуске | отпуск | отсутствую | отсутствие
    uk: у відпустці | відпустка | відсутність
    et: puhkusel | puhkus
    lv: prombūtne | atvaļinājumā
    lt: atostogauju | atostogos | atostogose
    ca: absent | absència | de vacances
    he: חופשה | בחופשה
    ar: إجازة | في إجازة
    ja: 外出中 | 不在 | 休暇
    zh: 外出 | 休假 | 出差
    ko: 휴가 | 휴가 중 | 출장 중
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
        address not found | message not delivered | undelivered mail | undelivered message | undelivered |
        failed delivery | failure delivery | failed mail | mail failed | permanent delivery failure |
        delivery status notification | delivery status | delivery notification | mail status report |
        there was an error sending your mail | automatically rejected mail | mail rejected |
        message rejected | bounce notification | email bounce | mail returned | message returned |
        could not send message | cannot send message | unknown recipient | recipient unknown |
        mail not delivered | mail delivery subsystem | nondelivery | ndn | ndr | undeliverable letter
    de: unzustellbar | nicht zustellbar | unzustellbarkeitsbericht | nachricht unzustellbar |
        fehler bei der zustellung | unzustellbare nachricht | unzustellbare mail | zustellung fehlgeschlagen |
        nicht zugestellt | ihre nachricht konnte nicht | fehler bei der nachrichtenzustellung |
        benachrichtigung zum übermittlungsstatus | mail konnte nicht zugestellt werden
    it: non recapitabile | recapito non riuscito | mancato recapito | avviso di mancata consegna |
        mancata consegna | impossibile recapitare | impossibile consegnare | messaggio non recapitato |
        notifica sullo stato del recapito | errore di consegna | posta non recapitabile
    pl: niedostarczalne | niedostarczona wiadomość | błąd dostarczenia | nie można dostarczyć |
        nie dostarczono | wiadomość odrzucona | wiadomosc odrzucona | zwrot wiadomości |
        powiadomienie o stanie dostarczenia | błąd doręczenia | niedoręczona
    is: óafhendanlegt | ekki tókst að afhenda | póstur skilaði sér ekki
    fr: non remis | non délivrable | non distribuable | échec de remise | message non distribué |
        échec de la remise | échec de distribution | notification d'état de remise | message non remis |
        courrier non délivré | impossible de remettre | retour de courrier
    es: no se puede entregar | no entregado | no entregable | error en la entrega | mensaje no entregado |
        no se pudo entregar | correo no entregado | correo devuelto | mensaje devuelto | entrega fallida |
        notificación de estado de entrega | error de entrega
    nl: onbestelbaar | niet te bezorgen | bezorging mislukt | niet bezorgd | niet afgeleverd |
        bericht niet bezorgd | afleveren mislukt | bezorgingsfout | kan niet worden bezorgd
    pt: não é possível entregar | não entregue | falha na entrega | não foi possível entregar |
        mensagem não entregue | mensagem devolvida | falha de entrega | não entregável | não é possível enviar |
        notificação de status de entrega
    sv: olevererbart | kan inte levereras | går inte att leverera | kunde inte levereras | ej levererat |
        det går inte att leverera | leveransfel
    da: kan ikke leveres | kunne ikke leveres | ikke leveret
    no: kan ikke leveres | kunne ikke leveres | ikke levert
    fi: ei voitu toimittaa | toimitus epäonnistui | ei voi toimittaa | toimittaminen epäonnistui
    cs: nedoručitelné | nedoručitelná | nelze doručit | nedoručeno
    sk: nedoručiteľné | nedoručiteľná | nemožno doručiť | nedoručené
    sl: nedostavljivo | ni mogoče dostaviti
    hr: nije isporučeno | nije moguće isporučiti | neisporučivo
    hu: kézbesíthetetlen | nem kézbesíthető | sikertelen kézbesítés
    ro: nelivrabil | imposibil de livrat | mesaj nelivrat
    bg: недоставимо | не може да се достави
    el: αδύνατη η παράδοση | μη παραδοτέο | δεν παραδόθηκε
    tr: teslim edilemedi | teslim edilemez | iletilemedi
    ru: не удается доставить | недоставленное сообщение | не доставлено | не удалось доставить |
        ваше сообщение не доставлено | недоставлено | сообщение не доставлено | невозможно доставить |
        уведомление о состоянии доставки
    uk: не вдалося доставити | не доставлено | неможливо доставити
    et: edastamatu | ei saa kohale toimetada
    lv: nav piegādāts | nepiegādājams
    lt: nepristatyta | negalima pristatyti
    he: לא ניתן למסירה | לא נמסר
    ar: غير قابل للتسليم | تعذر التسليم | لم يتم التسليم
    ja: 配信不能 | 未配信 | 配信できません | メールを配信できません | メッセージを配信できません |
        メールエラー通知 | 送信できません | 配信エラー | 送信エラー | 配達不能 | 不達 | 配信されませんでした
    zh: 无法投递 | 未送达 | 无法送达 | 無法傳遞 | 系统退信 | 退信 | 未传递 | 投递失败 | 邮件退回 |
        無法送達 | 未送達 | 傳遞失敗
    ko: 배달되지 않음 | 전송 실패 | 배달할 수 없음 | 배달 실패 | 반송 | 메일 반송
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
        undeliverable mail: delayed | delayed | warning: could not deliver |
        warning: mail delayed | warning: mail delivery | mail delivery delay | message delivery delayed |
        delayed delivery | delivery status notification: delay | delivery temporarily |
        transient delivery failure | mail delay notification | delayed message | temporary delivery failure
    de: verzögert | zustellung verzögert | verzögerte zustellung | nachricht verzögert |
        verzögerte nachricht | zustellungsverzögerung | zustellung verzögert sich
    it: recapito ritardato | in ritardo | consegna ritardata | ritardo nella consegna | ritardato
    pl: opóźnione | opóźnienie dostarczenia | opóźnione dostarczenie | opóźnienie w dostarczeniu
    is: seinkun | afhendingu seinkar
    fr: retardé | remise retardée | différé | remise différée | retard de remise | distribution retardée
    es: retrasado | entrega retrasada | retraso en la entrega | demorado
    nl: vertraagd | bezorging vertraagd | vertraging bij bezorging | vertraagde bezorging
    pt: atrasado | entrega atrasada | adiado | atraso na entrega | atrasada
    sv: försenat | fördröjd | försenad leverans | leverans försenad
    da: forsinket | levering forsinket
    no: forsinket | levering forsinket
    fi: viivästynyt | toimitus viivästynyt
    cs: zpožděno | opožděno | zpožděné doručení
    hu: késleltetett | kézbesítés késik
    tr: gecikti | teslim gecikti | gecikmeli
    ru: задержано | доставка задерживается | задержка доставки | доставка отложена
    uk: затримано | затримка доставки
    ja: 配信遅延 | 遅延 | 配信の遅延
    zh: 延迟 | 投递延迟 | 传递延迟 | 延遲
    ko: 지연됨 | 배달 지연
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
    da: læst: | leveret: | læsekvittering | ikke læst:
    no: lest: | levert: | lesebekreftelse | ikke lest:
    fi: luettu: | toimitettu: | lukukuittaus | ei luettu:
    cs: přečteno: | přečtené: | doručeno: | potvrzení o přečtení | nepřečteno:
    sk: prečítané: | doručené: | potvrdenie o prečítaní | neprečítané:
    sl: prebrano: | potrdilo o branju
    hr: pročitano: | potvrda čitanja
    hu: elolvasva: | olvasási visszaigazolás | kézbesítve: | nem olvasott:
    ro: citit: | confirmare de citire | livrat:
    bg: прочетено:
    el: αναγνώστηκε: | διαβάστηκε: | αποδεικτικό ανάγνωσης
    tr: okundu: | okundu bilgisi | teslim edildi: | okunmadı:
    ru: прочитано: | прочтено: | уведомление о прочтении | доставлено: | не прочитано:
    uk: прочитано: | сповіщення про прочитання | доставлено:
    he: נקרא: | אישור קריאה
    ar: تمت القراءة: | إيصال قراءة
    ja: 開封済み: | 既読: | 開封確認 | 開封通知 | 配信済み: | 未開封:
    zh: 已读: | 已讀: | 已读回执 | 讀取回條 | 阅读回执 | 已送达: | 未读:
    ko: 읽음: | 읽음 확인 | 배달됨:
    """
)
"""Subjects of notices that a mail came in or was opened."""

CALENDAR: Words = table(
    """
    en: invitation: | updated invitation: | accepted: | declined: | tentative: | tentatively accepted: |
        canceled event: | cancelled event: | canceled: | cancelled: | new time proposed: |
        updated invitation with note: | event invitation: | event invitation reply | event canceled: |
        event cancelled: | accepted invitation: | maybe: | canceled event with note: | invitation |
        meeting forward notification:
    de: einladung: | zugesagt: | abgesagt: | mit vorbehalt: | vorläufig zugesagt: | termin abgesagt: |
        aktualisierte einladung: | abgelehnt: | angenommen: | neuer zeitvorschlag: | neue zeit vorgeschlagen: |
        termineinladung: | antwort auf termineinladung | vielleicht: | abgesagter termin:
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
    sv: inbjudan: | accepterat: | avböjt: | preliminärt: | inställt: | avbokat:
    da: invitation: | accepteret: | afslået: | foreløbig: | aflyst:
    no: invitasjon: | godtatt: | avslått: | foreløpig: | avlyst:
    fi: kutsu: | hyväksytty: | hylätty: | alustava: | peruutettu:
    cs: pozvánka: | přijato: | odmítnuto: | nezávazně: | zrušeno:
    sk: pozvánka: | prijaté: | odmietnuté: | zrušené:
    hu: meghívó: | elfogadva: | elutasítva: | feltételes: | törölve:
    ro: invitație: | acceptat: | refuzat: | anulat:
    tr: davet: | kabul edildi: | reddedildi: | iptal edildi:
    ru: приглашение: | принято: | отклонено: | под вопросом: | отменено: | отмена:
    uk: запрошення: | прийнято: | відхилено: | скасовано:
    el: πρόσκληση: | αποδοχή: | απόρριψη: | ακυρώθηκε:
    ja: 招待: | 承諾: | 承諾済み: | 辞退: | 仮承諾: | キャンセル済み: | 取り消されました:
    zh: 邀请: | 邀請: | 已接受: | 接受: | 已拒绝: | 拒绝: | 暂定: | 已取消:
    ko: 초대: | 수락: | 수락됨: | 거절: | 거절됨: | 미정: | 취소됨:
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
