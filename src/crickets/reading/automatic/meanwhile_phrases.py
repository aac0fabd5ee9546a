"""
How automatic replies say what happens meanwhile: the mail is read later, or somebody else helps.

Knows the turns of phrase of each language, in the notation of `spotting`; must not know how much each proves.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

LATER: Words = table(
    """
    en: (will not/won't) be (responding/checking/reading/answering/replying) … (email/emails/mail/messages)
        | not being (monitored/checked/read) | (limited/no/intermittent/sporadic/infrequent/irregular/little/
        restricted/minimal/reduced/occasional/ without) … access to … (email/emails/mail/messages/internet) |
        not have (access/regular access) | (not/ only/rarely/infrequently/occasionally/periodically/
        sporadically) … (checking/reading/monitoring/check/ read/monitor) … (email/emails/mail/messages/inbox) |
        (respond/reply/answer/get back/attend/revert/read/ return/deal/follow up) …… (upon/on/after/following)
        my return | upon (my/our) return | (unable to/ cannot/can't/can not/not be able to/not able to) …
        (respond/reply/answer/read/check) … (email/emails/ mail/message/messages/until/immediately/to you/
        promptly) | (respond/reply/answer/get back/read/attend/ contact) …… (when/once/as soon as) (i/we) …
        (return/back/am back/are back) | as soon as i (return/am back/get back/come back) | as soon as
        (possible/i can) (after/upon/on/when) … (return/back) | (response/ reply/answer/responses/replies) …
        (delayed/slower/slow) | delay in (responding/replying/my response/my reply/response) | slow to (respond/
        reply) | (email/message/mail/emails/messages) … not … (forwarded/be read) | (email/message/mail/emails/
        messages) … (will/is being) … (forwarded/redirected)
        | (unable to/cannot/can't/not be able to/not able to/won't be able to) … (check/read/access/answer/see)
        … (mail/email/emails/messages/mesages/inbox/voicemail)
        | (read/check/answer) … (email/emails/mail/messages/inbox) … (once/twice/sporadically/irregularly/
        infrequently/ occasionally/intermittently/periodically)
        | (get/come) back to you … (as soon as i can/as soon as possible/when i can/when i return/once i) |
        (reply/replies/response/responses/answer) … (may/might/will) … take (longer/a while/some time)
        | (when/once/after) we (reopen/re open/are back/return)
    de: (mail/email/nachricht) …… ungelesen | (keinen/nur/eingeschränkt/eingeschränkten/begrenzt/begrenzten/
        sporadisch/unregelmäßig/selten/ bedingt/gelegentlich/beschränkten) … (zugriff/zugang/erreichbar/emails/
        mails/zugriff auf) | (mail/email/ nachricht/emails/mails/nachrichten/anfrage) …… (nicht/weder) …
        (weitergeleitet/gelesen/bearbeitet/ automatisch weitergeleitet) | (mails/emails/nachrichten) …
        (unregelmäßig/sporadisch/selten/nur) | nach meiner (rückkehr/wiederkehr) | (nach/bei) (rückkehr/meinem
        urlaub/meiner abwesenheit) | (sobald/wenn) ich … (zurück/wieder) | wird nicht (automatisch/)
        weitergeleitet | (nachricht/mail/email) …… (bearbeiten/beantworten/kümmern/bearbeitet/beantwortet) |
        (werde/melde/melden/antworte) …… (nach meiner rückkehr/schnellstmöglich/umgehend/so bald wie möglich/
        sobald wie möglich/baldmöglichst)
        | (mail/email/nachricht/anfrage) … (beantworte/bearbeite/lese) ich | (mails/emails/nachrichten) …
        (nicht lesen/nicht abrufen/keine mails/nicht gelesen)
    it: (non/accesso/limitato/saltuariamente/sporadicamente/raramente) … (accesso/limitato/leggerò/leggere/
        consultare/controllerò/consulterò) … (posta/email/mail/messaggi/casella/all'email) | accesso …
        (limitato/email/posta) | (risponderò/risponderemo/risposta/rispondere/leggerò/contatterò/ricontatterò)
        …… (rientro/ritorno/prima possibile/appena possibile/mio rientro) | (al mio/alla/appena) (rientro/
        rientrato/tornato/riapertura) | non (potrò/posso) … (rispondere/leggere) | (messaggi/email/mail/
        messaggio) … non … (letti/inoltrati/inoltrato/letto/lette)
    pl: (ograniczony/brak/bez/utrudniony/sporadyczny/nie mam/nie będę) … (dostęp/dostępu/mieć dostępu/
        odpisywać/sprawdzać) … (poczty/email/skrzynki/maila/wiadomości/do/) | (odpowiem/odpiszę/odpowiedź/
        odpowiedzieć/skontaktuję) …… (powrocie/po powrocie/możliwie/najszybciej/jak najszybciej) | po (moim/)
        powrocie | (nie będę/nie będą/nie jest/nie są) …
        (przekazywan*/przekierowan*/przekierowywan*/odczytan*/odczytywan*/czytan*)
    is: (takmarkaðan/engan/lítinn/ekki) … aðgang … | (svara/svarað) …… (þegar ég kem/aftur/við fyrsta) | les
        ekki (póst/tölvupóst) | (þegar/um leið og) ég kem aftur | svara þér
    fr: (accès/consulterai/consulte/pas/aucun) … (limité/restreint/ponctuel/occasionnel/irrégulier/accès/
        mails/messagerie/messages) …… (messagerie/mails/emails/boîte/messages/courriels/) | (répondrai/réponse/
        répondrons/connaissance/traiterai/répondre/recontacterai) …… (retour/dès que possible/plus rapidement
        possible/plus brefs délais/meilleurs délais/mon retour) | dès mon retour | à mon retour | (ne/n') …
        (pas/aucun) … (transféré/lu/lus/répondre/consulter/accès) | (message/mail/mails/messages) ne … pas
        (transféré/transférés/lu/lus/transmis)
        | ne (consulte/consulterai/lis/lirai/lirons/consultons) … (mes/mails/messages/courriels/messagerie) |
        (à/dès) notre retour | (répondrons/répondrai/traiterons/traiterai) …… (retour/à partir/dès)
    es: (acceso) … (limitado/restringido/esporádico/intermitente/correo/email) | (sin/no tendré/no tengo/no
        dispondré/poco) … acceso … | (responderé/contestaré/atenderé/respuesta/responderemos/responder/
        contestar) …… (vuelta/regreso/antes posible/mayor brevedad/pronto como/cuanto antes) | a mi (vuelta/
        regreso/retorno) | (no podré/no puedo) … (responder/contestar/atender/leer) | (correo/mensaje/correos) …
        no … (reenviado/leído/leídos/será)
    nl: (beperkt/geen/beperkte/onregelmatig/niet/sporadisch/minder) … (toegang/email lezen/mail lezen/mijn
        mail/mijn email/gelezen/doorgestuurd/bereikbaar/mails) | (email/mail/bericht/berichten/mails) … (niet/
        wordt niet) … (gelezen/doorgestuurd/doorgezonden) | (beantwoord/beantwoorden/reageer/reageren/
        antwoorden/antwoord/lezen) …… (terugkomst/terugkeer/terug ben/zo snel mogelijk/zo spoedig mogelijk) |
        (zodra/wanneer/als) ik … terug … | (na/bij) (mijn/) (terugkomst/terugkeer)
        | (maandag/dinsdag/woensdag/donderdag/vrijdag/daarna/dan) lees ik … | (lees/beantwoord) ik … (mail/
        mails/bericht/berichten)
    pt: (acesso) … (limitado/restrito/esporádico/email/emails) | (sem/não terei/não tenho) … acesso … |
        (responderei/resposta/responderemos/respondo/retornarei/responder) …… (regresso/retorno/possível/
        brevidade/logo que) | (no/após/após o) (meu/) (regresso/retorno) | (não poderei/não consigo/não posso) …
        (responder/ler) | (mensagem/email/emails/mensagens) … não … (reencaminhad*/encaminhad*/lid*)
    sv: (begränsad/ingen/inte/sporadiskt/sällan/oregelbundet) … (tillgång/åtkomst/läser/läsa) … (mail/epost/
        post/mejl/min/mina/till) | (läser/kollar) … (mail/mejl/epost/post) … (inte/sporadiskt/sällan/
        oregelbundet) | (svarar/svara/besvarar/återkommer/besvaras) …… (tillbaka/åter/återkomst/kommer tillbaka/
        snart jag kan) | (mail/mejl/post/meddelande) … (inte/ej) … (vidare/vidarebefordras/läsas) | så snart jag
        (är/kan/kommer)
        | läser inte … (mejl/mail/mejlen/mailen/epost)
    da: (begrænset/ikke/ingen/sjældent/sporadisk) … (adgang/læser/læse/tjekker) … (mail/mails/til/) |
        (svarer/vender tilbage/besvarer/besvaret/svare) …… (tilbage/retur/hurtigt som muligt/igen/hjemkomst) |
        (mail/mails/besked) … ikke … (videresendt/læst/besvaret) | så snart jg
        | læser ikke … (mail/mails/min)
    no: (begrenset/ikke/sjelden/sporadisk/ingen) … (tilgang/leser/lese/sjekker) … (mail/mailen/epost/post/
        til/) | (svarer/besvarer/besvart/svare) …… (tilbake/snart jeg/snart som mulig/igjen) | (mail/epost/post)
        … ikke … (videresendt/lest/besvart) | leser ikke … (epost/post/mail)
        | leser ikke … (epost/mail/min)
    fi: (en lue/en ehdi/en pääse/luen) … (sähköpost*/viest*/postia) | (vastaan/vastaamme/luen/käsittelen) ……
        (palattuani/palaan/palatessani/lomani jälkeen/mahdollisimman/loman jälkeen) | (viestiä/viestejä/
        sähköpostia/sähköposteja/viestiäsi) … ei … (lueta/ohjata/välitetä) | (palattuani/lomani jälkeen)
    cs: (omezený/bez/nemám/nebudu/omezeně) … (přístup/mít přístup/přístupu/číst) … | (odpovím/odpovíme/ozvu/
        odpověď/vyřídím/odepíšu/odpovědět) …… (návratu/dříve/nejdříve/možné) | po (svém/mém/) návratu | (email/
        emaily/zpráva/pošta) … (nebude/není/nejsou) … (přeposílán*/přesměrován*/čten*)
        | (nečtu/nesleduji/nekontroluji) … (email*/mail*/poštu/)
    sk: (obmedzený/bez/nemám/nebudem/obmedzene) … (prístup/mať prístup/prístupu/čítať) … | (odpoviem/
        odpovieme/ozvem/odpíšem/odpoveď/odpovedať/vybavím) …… (návrate/skôr/možné) | po (svojom/mojom/) návrate
        | (email/emaily/správa) … (nebude/nie je) … (preposielan*/presmerovan*)
        | (nečítam/nesledujem) … (email*/mail*/poštu)
    hu: (leveleimet/emailjeimet/üzeneteimet/levelét/üzenetét/levelére/üzenetére/emailjére) … (nem/csak/
        korlátozottan/ritkán/válaszolok/olvasom/érem) … | (korlátozott/korlátozottan) … | (válaszolok/
        válaszolni/jelentkezem/válaszolom/keresni) …… (visszatér*/után/lehetséges/amint) | visszaérkezésem …
        (után/válasz*) | nem … (továbbítód*/kerül továbbításra)
    ro: (acces) … (limitat/restricționat/sporadic/email/la) | (nu voi avea/nu am/fără) … acces … | (voi
        răspunde/răspund/răspunde) …… (întoarcere/revenire/posibil/întoarcerea mea/revin/întorc) | la (revenire/
        întoarcere)
    tr: (epostalarıma/epostalarımı/maillerime/epostaları/mesajlarıma/eposta/epostalara) … (sınırlı/erişim/
        erişimim/cevap/yanıt/kontrol) … | (erişimim/erişim) … (sınırlı/olmayacak/kısıtlı) | (döndüğümde/
        dönüşümde/dönüşte/dönünce) …… (cevap/yanıt/dönüş/geri) … | (yanıt/cevap/dönüş) …… (veremeyeceğim/
        gecikebilir/vereceğim/yapacağım/olamayacağım/yapamayacağım) | geri dönüş …
    ru: (доступ/доступа) … (ограничен*/почте/к почте) | (не имею/нет/без/ограничен*) … (доступ*/возможности)
        … | (отвечу/ответить/ответим/свяжусь/отвечать/прочитаю/ответ) …… (возвращени*/возвращусь/вернусь/
        возможности/выход*/отпуска/первой возможности) | не (смогу/имею возможности/могу) … (ответить/отвечать/
        прочитать/оперативно) | по возвращении
        | почту (не читаю/не проверяю/проверяю редко) | не (читаю/проверяю) почту
    uk: (доступ/доступу) … (обмежен*/пошти/до пошти) | (не маю/не матиму/без/обмежен*) … (доступ*/
        можливості) … | (відповім/відповісти/відповімо/зв'яжуся/відповідь) …… (повернен*/повернусь/можливості/
        відпустки/повернуся) | не (зможу/матиму змоги/маю змоги) … (відповісти/відповідати/прочитати)
    bg: (ограничен/нямам/без/няма да имам) … достъп … | (ще отговоря/отговоря/отговорим/ще ви отговоря/ще се
        свържа) …… (завръщан*/върна/възможност/възможно/връщане*) | няма да (мога/проверявам/чета) …
    el: (περιορισμένη/δεν έχω/δεν θα έχω/χωρίς) … πρόσβαση … | (απαντήσω/απαντήσουμε/απάντηση) ……
        (επιστροφή/επιστρέψω/συντομότερο/σύντομα) | δεν θα (μπορώ/είμαι σε θέση/διαβάζω) … | με την επιστροφή
        μου
    he: (גישה) … (מוגבלת/למייל/לדוא"ל/לדואר/חלקית) | (אין לי/ללא/לא תהיה לי) … גישה … | (אענה/אשיב/אחזור
        אליך/אחזור אליכם/אגיב/אחזור אלייך/אשתדל) …… (שובי/חזרתי/האפשרי/אחזור/בהקדם/אשוב) | לא אוכל …
    ar: (وصول/الوصول/إمكانية) … (محدود/محدودة/البريد/إلى البريد) | (لن أتمكن/لا أستطيع/لن يكون/لن اتمكن) … |
        (سأرد/سأقوم بالرد/الرد/سوف أرد/سأجيب) …… (عودتي/وقت ممكن/العودة/عند/فور/بعد)
    ja: メールの確認が | メールを確認でき | メールの返信が | ご返信が | 返信が遅 | 返信が出来 | 返信ができ |
        返信いたしかね | お返事が遅 | 返事ができ | 返答が | 対応ができ | 対応いたしかね | 対応が遅 |
        確認することができ | (戻り/出社/帰社/復帰/休暇明け/休業明け/業務開始)……(返信/連絡/返事/対応/回答) |
        (以降/後)……順次
    zh: (无法/不能/不便/無法/暂时不能)……(回复/回覆/查看/查阅/处理/邮件/郵件/回邮) | (回来/返回/返工/返岗/
        上班/回到)……(回复/回覆/处理/联系/聯絡/答复) | 尽快(回复/回覆/ 处理/答复) | (回复/回覆)……(延迟/延遲/较慢/
        推迟) | 邮件……(转发/不会)
    ko: (메일/이메일) … (확인*/회신*/답장*/답변*) … (어렵*/어려*/제한*/늦*/못*/불가*/없*) | (복귀/복귀 후/
        복귀하는) …… (회신*/답변*/답장*/연락*/답신*) | (회신*/답변*/답장*) … (지연*/늦*/어렵*)
    hr: (ograničen/ograničeni/nemam/neću imati/bez) … (pristup/pristupa) … | (odgovorit/odgovoriti/javit/
        javiti/odgovor) …… (povratk*/povratka/prije/najkraćem) | (po/nakon) povratku
    sl: (omejen/nimam/ne bom imel/ne bom imela/brez) … (dostop/dostopa) … | (odgovoril/odgovorila/odgovorim/
        odgovor) …… (vrnitvi/prihodu/možnosti/čimprej/najkrajšem)
    ca: (accés) … (limitat/correu/restringit) | (respondré/contestaré/respondrem) …… (tornada/retorn/
        possible/aviat) | no (podré/tindré accés) …
    et: (piiratud/ei ole/puudub) … (ligipääs/juurdepääs) … | (vastan/vastame/loen) …… (naas*/tagasi/puhkust/
        esimesel/võimalusel) | ei (loe/saa vastata) …
    lv: (ierobežota/nav) … (pieeja/piekļuve) … | (atbildēšu/atbildēsim/sazināšos) …… (atgrie*/iespējams/
        drīz)
    lt: (ribota/neturėsiu/ribotą) … (prieig*/prieiga) … | (atsakysiu/atrašysiu/susisieksiu) …… (grįž*/
        sugrįž*/galėsiu/greičiau) | negalėsiu (atsakyti/skaityti/atrašyti)
    """
)
"""The mail is read and answered later, or the mailbox is hardly looked at."""

AT_DESK: Words = table(
    """
    en: as soon as (possible/i can/we can) | when i can
    de: schnellstmöglich | umgehend | so bald wie möglich | sobald wie möglich | baldmöglichst | in kürze |
        zeitnah
    it: prima possibile | appena possibile
    pl: możliwie | najszybciej | jak najszybciej
    is: við fyrsta
    fr: dès que possible | plus rapidement possible | plus brefs délais | meilleurs délais |
        ne pas (y/) répondre
    es: antes posible | mayor brevedad | pronto como | cuanto antes
    nl: zo snel mogelijk | zo spoedig mogelijk
    pt: possível | brevidade
    sv: snart jag kan | så snart jag kan
    """
)
"""What some of the same hold that say nothing of being away: who acknowledges a mail at their desk says it, too."""

INSTEAD: Words = table(
    """
    en: (in my place/on my behalf) | (if/for/in case/should/in the event) …… (urgent/urgently/emergency/
        emergencies/immediate assistance/ immediate attention/immediate help/urgency/pressing/immediate/time
        sensitive) | (urgent/emergency/ immediate/pressing) (matter/matters/assistance/inquiries/enquiries/
        requests/issues/questions/queries/ help/attention/business/support/cases/response/need/needs) | in (my/
        our/his/her) absence | (please/ kindly/can/may/should) … (contact/call/reach out to/get in touch with/
        turn to) …… (colleague/colleagues/ assistant/team/office/reception/urgent/meantime/meanwhile/instead/
        deputy/manager) | my (colleague/ colleagues/assistant/deputy/team) … (will/can/is/are) … (help/assist/
        happy/support/available/take) | (please/kindly) (contact/call/direct/redirect/forward/email/resend/send)
        … (at/on/your inquiry/your request/your message/your email/to)
        | (resend/redirect/forward/direct) (your/this/any/all) (email/message/mail/enquiry/inquiry/enquiries/
        inquiries/request/requests) to
        | (ask for/speak to/speak with/get in touch with) … (instead/at the/in the) | (reach/reach out to/write
        to) … (instead)
        | for …… (questions/enquiries/inquiries/matters/issues/requests/topics) … (reach/contact/email/write/
        call/ping/message)
    de: (an meiner stelle/statt meiner) | (dringendes/eiliges/unaufschiebbares) (bitte/an/gerne/können) |
        (in/bei/für) … (dringenden/ dringende/eiligen/eilige/dringend/unaufschiebbaren) … (fällen/fragen/
        angelegenheiten/anliegen/ notfällen/themen/anfragen/fall/fälle/sachen) | im notfall | in notfällen |
        (wenden sie sich/wende dich/ wendet euch) | (bei/in) dringlichkeit | (kontaktieren sie/kontaktiere/
        kontaktiert) … | (meine vertretung/meine kollegin/mein kollege/meinen kollegen/meine kollegen/meiner
        kollegin/meinem kollegen/ vertritt mich/vertreten mich/wird vertreten/als vertretung/steht ihnen/stehen
        ihnen/hilft ihnen) | (vertretung/stellvertretung/vertreter/vertreterin) … (ist/übernimmt/erreichen/
        durch/hat) | in der zwischenzeit | (dringend/eilig) (sein/ist/) … (wenden/rufen)
    it: (al mio posto/in mia vece) | (in caso di/per/se) … (urgenze/urgenza/emergenza/necessità urgenti/
        urgente/urgenti/comunicazioni urgenti/questioni urgenti/richieste urgenti/necessità) | (rivolgersi/
        rivolgetevi/contattare/contatti/ contattate/scrivere/rivolga/rivolgerti/contatta) … (a/al/alla/il/la/
        mia/mio/collega/i/all'/ai) | (mio/ mia/miei) (collega/colleghi) | in mia assenza
    pl: w moim imieniu | (w/w razie/w przypadku/jeśli/jeżeli) … (pilnych/pilnej/nagłych/pilna/
        niecierpiących/pilne/nagłych) … | (sprawach/sprawy/spraw) (pilnych/niecierpiących) | (proszę/prosimy/
        prosze) … (kontakt/kontaktować/o kontakt/skontaktować/zwracać) | zastępuje mnie | (moja koleżanka/mój
        kolega/moje zastępstwo) | zastępstwo
    is: (ef/vegna) … (áríðandi/brýn*/aðkallandi) … | (hafið/hafðu/vinsamlegast) … samband … | (áríðandi/
        brýn) (erindi/mál*)
    fr: à ma place | (en cas/pour/si) …… (urgence/urgent/urgente/urgentes/urgents/urgences/besoin) |
        (veuillez/vous pouvez/merci de/n'hésitez pas à/prière de/je vous invite à) … (contacter/vous adresser/
        joindre/écrire/ appeler/transmettre/contacter) … | (contacter/contactez/adressez-vous) … (collègue/
        collègues/assistante/ secrétariat/standard/accueil) | mon (collègue/collaborateur/assistante) | ma
        collègue
        | (ma/mon/sa/son) (remplaçante/remplaçant/suppléante/suppléant) | (remplaçante/remplaçant) … est
    es: en mi lugar | (en caso/para/si/por) …… (urgencia/urgente/urgentes/emergencia/urgencias/necesidad) |
        (puede/ póngase/pueden/puedes/por favor/favor de/le ruego/rogamos) … (contactar/contacto con/contacte/
        dirigirse/ contactarse/comunicarse/ponerse en contacto/escribir/contactarme/diríjase) | (mi/mis)
        (compañero/ compañera/compañeros/colega/colegas) | en mi ausencia
    nl: in mijn plaats | (in/bij/voor/voor een) … (dringende/spoed/spoedeisende/urgente/dringend) … |
        (indien/als/mocht) …… (dringend/spoed/urgent/haast) | (neem/neemt/nemen/opnemen) … contact … | (kunt u/
        kun je/u kunt/je kunt) …… (contact opnemen/terecht bij/wenden tot/bellen/mailen) | mijn (collega/
        collega's/vervanger/ vervangster) | (tijdens mijn afwezigheid) …
    pt: em meu lugar | (em caso/para/se/caso) …… (urgência/urgente/urgentes/emergência/urgências/
        necessidade) | (contacte/ contactar/entre em contato/entrar em contacto/contatar/entre em contacto/
        contate/dirija-se) … | (meu/ minha) (colega/substituto/substituta) | (por favor/favor) (contacte/
        contactar/contatar/entrar/contate)
    sv: (i mitt ställe/istället för mig) | (vid/för/om/är) …… (brådskande/akuta/akut/brådskar/viktiga/
        angelägna) … | (kontakta/ring/vänd dig till/hör av dig till/maila/mejla/hänvisar) … (gärna/min/mina/vår/
        istället/kollega/till/vänligen/på/#) | vänligen kontakta | min (kollega/ersättare) | brådskande ärenden
    da: i mit sted | (ved/for/hvis/i/er) …… (hastende/haster/akutte/presserende/akut/vigtige) … | (kontakt/
        kontakte/ring/ skriv) … (venligst/min/mine/til/gerne/i stedet/på/kollega) | venligst kontakt | (min
        kollega/mine kolleger)
    no: i mitt sted | (ved/for/hvis/i/er) …… (haster/hastesaker/akutte/hastende/presserende/viktige/haste/
        hast) … | (kontakt/kontakte/ring/ta kontakt) … (vennligst/min/mine/med/gjerne/på/sentralbord*/kollega) |
        vennligst (kontakt/ta) | min kollega
    fi: (kiireellisissä/kiireisissä/kiireelliset/kiireellisessä/kiireelliseen) … | (jos/mikäli) … (asiasi/
        asia/sinulla/asianne) … (kiireellinen/kiireellistä/kiire) | (ota/ottakaa/pyydän ottamaan/voit ottaa) …
        yhteyttä | (sijaiseni/minua sijaistaa/sijaisenani/kollegani/kollegaani) | sijaisena …
    cs: (v/v případě/pokud) … (naléhavých/urgentních/neodkladných/naléhavé/naléhavosti/urgentní/nutnosti/
        akutních/spěchá) … | (kontaktujte/obraťte se/obracejte se/kontaktovat/obrátit) … | (můj kolega/mého
        kolegu/moji kolegyni/moje kolegyně/zastupuje mě/zastupuje mne/mě zastupuje) | naléhavé … (záležitosti/
        věci)
    sk: (v/v prípade/ak) … (naliehavých/súrnych/urgentných/naliehavej/neodkladných/súrnej/nutnosti) … |
        (kontaktujte/obráťte sa/obracajte sa/kontaktovať/obrátiť) … | (môj kolega/môjho kolegu/moju kolegyňu/
        moja kolegyňa/zastupuje ma/ma zastupuje)
    hu: (sürgős/halaszthatatlan) … (esetben/ügyben/kérdés*/ügyekben/esetén/megkeresés*/esetekben) |
        (forduljon/forduljanak/keresse/keressék/keresd/fordulj) … | (kollégám*/kolléganőm*/helyettesem/
        helyettesít)
    ro: (pentru/în caz/dacă/în cazul) …… (urgențe/urgente/urgență/urgentă/urgent/urgenta) | (vă rog/vă
        rugăm/puteți/te rog) … (contactați/să contactați/contacta/adresați/contactezi) | (colegul meu/colega
        mea/colegii mei/colegului meu/colegei mele)
    tr: (acil) … (durum*/konu*/işler*/ihtiyaç*/durumda/hallerde/ise/talep*) | (lütfen) …… (iletişime/
        ulaşınız/başvurunuz/arayınız/irtibata/ulaşabilirsiniz/iletişim) … | (iletişime geçebilirsiniz/irtibata
        geçebilirsiniz/ulaşabilirsiniz/iletişime geçiniz) | (çalışma arkadaşım/iş arkadaşım/meslektaşım)
    ru: (по/в/при/если) … (срочным/срочных/срочном/неотложным/экстренных/срочной/срочный/срочно/срочные) … |
        (обращайтесь/обратитесь/свяжитесь/обращаться/пишите) … | (мой коллега/моего коллегу/моему коллеге/моим
        коллегам/моя коллега/моей коллеге/меня замещает/замещает меня)
    uk: (з/у/в/якщо/при) … (термінових/невідкладних/терміновими/термінового/термінове/терміновій/нагальних)
        … | (звертайтеся/звертайтесь/зверніться/зв'яжіться/звертатися/пишіть) … | (мій колега/моєї колеги/до
        мого колеги/моя колега)
    bg: (при/за/ако/в) … (спешни/спешност/спешен/неотложни/спешно) … | (моля) … (свържете/обърнете/
        обръщайте/пишете) … | (моя колега/колегата ми/моят колега/моята колежка/замества ме)
    el: (για/σε/αν/εάν) … (επείγον/επείγοντα/επείγουσα/επειγόντων/επείγουσες/έκτακτη) … | (επικοινωνήστε/
        παρακαλώ επικοινωνήστε/μπορείτε να επικοινωνήσετε/απευθυνθείτε) … | (συνάδελφό μου/συνάδελφος/
        συναδέλφους)
    he: (במקרה/לעניינים/בנושאים/במקרים/לעניין/בעניינים/לנושאים) … (דחוף/דחופים/חירום/דחופות) | (ניתן/נא/אנא/
        אפשר) … (לפנות/לפנות אל/פנו/פנה/ליצור קשר/צרו קשר/להתקשר) … | (עמיתי/הקולגה) …
    ar: (في/للأمور/للحالات/إذا/للمسائل) … (العاجلة/الطارئة/عاجلا/عاجل/طارئ/الضرورة/عاجلة/الطوارئ) … | (يرجى/
        الرجاء/يمكنك/برجاء/يمكنكم) … (الاتصال/التواصل/مراسلة/التواصل مع) … | (زميلي/زميلتي/زملائي)
    ja: (お急ぎ/緊急/急ぎ)……(場合/方/用件/際/ご用/連絡/要件/時) | 代わりに | 代理(で/の/は/として) | (担当/
        弊社)……まで……(連絡/お問い合わせ/問い合わせ) | までご連絡 | 宛にご連絡 | (不在/休暇)……(連絡先/代理)
    zh: (如/若/有/遇)(有/遇/果/需/)(紧急/急事/緊急/要事/急需)…… | (紧急/緊急)…… | (请/請)(联系/联络/聯絡/
        聯繫/致电/致電/与我的同事/拨打)…… | 我的同事
    ko: (급한/긴급한/급하신/긴급/급히) … | (연락*/문의*) … (바랍니다/주시기/주십시오/주세요/부탁*) | 대신 …
        | 대행* | 업무 대행*
    hr: (u slučaju/za/ako) … (hitnih/hitne/hitno/hitnosti/hitni/hitna) … | (obratite se/kontaktirajte/molim
        kontaktirajte/obratiti) … | (moj kolega/moju kolegicu/mog kolegu/moja kolegica/zamjenjuje me/mijenja me)
    sl: (v/za/če) … (nujnih/nujne/nujno/primeru nujnih) … | (obrnite se/kontaktirajte/pokličite/obrnete) … |
        (nadomešča me/sodelavc*/sodelavko/moj sodelavec/moja sodelavka)
    ca: (en cas/per a/per/si) … (urgència/urgent/urgents/urgències) | (podeu/pot/poseu/poseu-vos) …
        (contactar/contacte/adreçar) … | (el meu company/la meva companya)
    et: (kiireloomuliste/kiirete/kiireloomulistes/kiiretes/kiire/kiireloomulisel) … | (pöörduge/palun
        pöörduge/võtke ühendust/palun võtke/pöörduda) … | (minu kolleeg*/kolleegi poole/asendab mind/mind
        asendab)
    lv: (steidzamos/steidzamu/steidzamā/neatliekam*) … | (sazinieties/lūdzu sazinieties/lūdzu vērsties/
        vērsties/lūdzu zvaniet) … | (mans kolēģis/mani aizvieto/mana kolēģe/kolēģi)
    lt: (skubiais/skubiu/skubos/neatidėliotin*/skubių) … | (kreipkitės/prašau kreiptis/kreiptis/prašome
        kreiptis/susisiekite) … | (mano koleg*/mane pavaduoja/pavaduoja)
    """
)
"""Whom to turn to in the meantime."""
