"""
How help desks and offices acknowledge a mail: it came in, it has a number, somebody will answer.

Knows the turns of phrase of each language, in the notation of `spotting`; must not know how much each proves.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

RECEIVED: Words = table(
    """
    en: (thank you/thanks/many thanks) (very much/so much/) for … (email/emails/mail/message/note/writing)
    de: (vielen dank/danke/herzlichen dank/besten dank/dankeschön) für (ihre/deine/die/eure) … (nachricht/
        mail/email/schreiben/mitteilung/mails/nachrichten)
    it: (grazie/ringrazio/ringraziamo/la ringrazio) … (per/della/del) … (messaggio/email/mail/avermi
        scritto/averci scritto)
    pl: (dziękuję/dziękujemy/dzięki) … za … (wiadomość/maila/email/mail/kontakt/wiadomości)
    is: (takk/þakka/þökkum/takk fyrir) … (póstinn/tölvupóstinn/skeytið/skilaboðin/erindið/póst/tölvupóst)
    fr: (merci/je vous remercie/nous vous remercions) … (pour/de) … (message/mail/email/courriel/écrit)
    es: (gracias/le agradezco/muchas gracias/agradecemos/agradezco) (por/) … (mensaje/correo/email/mail/
        correo electrónico/escribir)
    nl: (bedankt/dank/dank u/hartelijk dank/dank je wel/dankjewel) … voor … (mail/email/bericht/mailtje/
        berichtje)
    pt: (obrigado/obrigada/agradeço/agradecemos) … (por/pelo/pela/o/a/) … (mensagem/email/contato/contacto/
        mail)
    sv: (tack/tackar) … för … (mail/mejl/meddelande/epost/mailet/mejlet/meddelandet/brev)
    da: (tak/mange tak) … for … (mail/besked/henvendelse/email)
    no: (takk/tusen takk) … for … (epost/mail/melding/henvendelse/eposten/mailen/meldingen/henvendelsen)
    fi: (kiitos/kiitän/kiitoksia/kiitämme) … (viestistäsi/viestistänne/sähköpostistasi/sähköpostistanne/
        yhteydenotostasi/yhteydenotostanne/sähköpostista/viestistä/yhteydenotosta)
    cs: (děkuji/děkujeme/díky) … za … (email/zprávu/mail/vaši zprávu/kontaktování)
    sk: (ďakujem/ďakujeme) … za … (email/správu/mail/vašu správu/kontaktovanie)
    hu: (köszönöm/köszönjük/köszönettel) … (levelét/emailjét/üzenetét/megkeresését/leveled/üzeneted/
        leveledet/megkeresését/emailjét/levelüket)
    ro: (mulțumesc/mulțumim/vă mulțumesc/vă mulțumim) … pentru … (mesaj/mesajul/email/emailul/emailul/mail/
        mesajului)
    tr: (epostanız/mesajınız/mailiniz/epostanıza/iletiniz) … (teşekkür/teşekkürler)
    ru: (спасибо/благодарю/благодарим) … за … (письмо/сообщение/обращение/ваше письмо)
    uk: (дякую/дякуємо/дякую вам) … за … (лист/повідомлення/звернення/листа)
    bg: (благодаря/благодарим/благодаря ви) … за … (имейла/писмото/съобщението/вашето съобщение/мейла/имейл)
    el: (ευχαριστώ/ευχαριστούμε/σας ευχαριστώ) … (για/) … (μήνυμά/μήνυμα/email/επικοινωνία/mail)
    he: (תודה/תודה רבה) … (על/) … (פנייתך/הודעתך/המייל/פנייתכם/הודעתכם/מיילך/שפנית)
    ar: (شكرا/شكرًا/أشكرك/نشكركم/أشكركم/نشكرك) … (رسالتك/رسالتكم/تواصلك/تواصلكم/بريدك/مراسلتك/لتواصلك/
        لرسالتك/على رسالتك/لتواصلكم/لمراسلتك/لمراسلتنا)
    ja: (メール/ご連絡/お問い合わせ/お問合せ)……ありがとうございま | (メール/ご連絡)……(頂き/いただき)
    zh: (感谢/感謝/谢谢/謝謝)……(来信/来件/邮件/來信/郵件/来函/您的邮件/联系) | (您/你)(的邮件/的来信/
        好)……(收到/已收到)
        | (谢谢/感谢)您发来的(邮件/信) | (谢谢/感谢)你发来的(邮件/信)
    ko: (메일*/연락*/문의*) … (감사*/고맙*)
    hr: (hvala/zahvaljujem/zahvaljujemo) … na … (poruci/mailu/upitu/emailu/poruku)
    sl: (hvala/zahvaljujem se/zahvaljujemo se) … za … (sporočilo/mail/elektronsko/epošto/pošto)
    ca: (gràcies/moltes gràcies) … pel … (missatge/correu)
    et: (täname/tänan/aitäh) … (kirja/kirjutamast/pöördumise/teate/emaili)
    lv: (paldies/pateicos) … par … (vēstuli/ziņu/epastu/jūsu)
    lt: (ačiū/dėkoju/dėkojame) … (už/) … (laišką/žinutę/kreipimąsi/jūsų)
    """
)
"""Thanks for the mail: people write so too."""

ACKNOWLEDGED: Words = table(
    """
    en: we (got/have got/'ve got) your (email/message/mail/request/ticket/inquiry/enquiry/note) | (thank
        you/thanks) for (contacting/reaching out to/getting in touch with/writing to/your interest in/your
        inquiry/your enquiry/submitting/your request/your support request/emailing/your query/your application)
        | (we/we've) (have/) … received your (email/message/mail/request/inquiry/enquiry/query/ support request/
        ticket/application/submission/correspondence/letter) | your (email/message/mail/request/ inquiry/
        enquiry/query/application/ticket/correspondence) … (has been/was/is being) … (received/ registered/
        forwarded/logged/assigned/queued/passed/created/accepted/recorded) | (this/email/message) … (is to
        confirm/confirms/to acknowledge/acknowledges) … (receipt/received/that we have) | we acknowledge (the/)
        receipt
    de: (ihre/deine/eure) (anfrage/nachricht/mail/email/mitteilung/anliegen) …… (erhalten/eingegangen/
        eingetroffen/weitergeleitet/entgegengenommen/registriert/bei uns ein) | (vielen dank/danke) für (ihre/
        deine) (anfrage/kontaktaufnahme/interesse/kontaktanfrage/bewerbung) | (wir haben/haben wir/hiermit
        bestätigen wir/wir bestätigen) … (ihre/deine/den) … (erhalten/eingang/anfrage) | (dass/schön dass) … uns
        (kontaktiert/kontaktieren/geschrieben)
    it: (abbiamo/è stata/è stato) (ricevuto/ricevuta/correttamente ricevuta/correttamente ricevuto/presa in
        carico/registrata) | (grazie/ringraziamo) … (per averci contattato/per aver contattato/della richiesta/
        della sua richiesta/per la sua richiesta) | (sua/vostra/tua) (richiesta/email/mail) … (ricevut*/presa in
        carico/registrat*)
    pl: (otrzymaliśmy/potwierdzamy/przyjęliśmy) … (wiadomość/zgłoszenie/zapytanie/otrzymanie/email/maila) |
        (zgłoszenie/wiadomość/zapytanie) … (zostało/została) … (przyjęt*/zarejestrowan*/przekazan*/otrzyman*) |
        dziękujemy za (zgłoszenie/kontakt/przesłanie/skontaktowanie)
    is: (erindi/póstur/skeyti/beiðni) … (móttek*/hefur borist/skráð) | við höfum móttekið | (takk fyrir að) (hafa
        samband)
    fr: (nous avons/avons) … (reçu/bien reçu) … (message/demande/mail/email/courriel/votre) | (votre/ta)
        (demande/message/mail/courriel/email) … (bien été/a été) … (reçu*/enregistré*/transmis*/pris*) | (nous
        accusons réception/accusons réception) | (merci de/merci d'avoir/nous vous remercions de) … (contacté/
        contacter/votre demande)
    es: (hemos/ha sido/se ha) … recibid* … | (su/tu) (mensaje/consulta/solicitud/correo/petición) …
        (recibid*/registrad*/ha sido) | gracias por (contactar/contactarnos/comunicarse/ponerse en contacto/su
        consulta/contactarse/comunicarte)
    nl: (wij/we) hebben … (uw/je) … (ontvangen/bericht/mail/email/vraag/aanvraag) | (uw/je) (bericht/mail/
        vraag/verzoek/aanvraag/email) … (ontvangen/geregistreerd/in goede orde) | (bedankt/dank) voor (het
        contact*/uw aanvraag/je aanvraag/uw vraag/je vraag/uw interesse) | (bevestigen wij/wij bevestigen) …
        ontvangst
    pt: (recebemos/recebido) … (mensagem/email/pedido/solicitação/contato/contacto/seu) | (sua/seu/o seu/a sua)
        (mensagem/email/pedido/solicitação/chamado/contacto/contato/atendimento) … (recebid*/registad*/registrad*) |
        (obrigado/agradecemos) … (entrar em contato/contactar/contato/contacto/pelo contato)
    sv: vi har (mottagit/tagit emot/fått) … (mail/mejl/meddelande/ärende/fråga/ditt/din/er) | (ditt/din)
        (ärende/meddelande/mejl/mail/förfrågan/fråga) … (mottagits/registrerats/mottaget/har kommit/registrerat)
        | tack för att du (kontaktar/kontaktat/hör)
    da: vi har (modtaget/registreret) … (mail/henvendelse/besked/din) | (din) (henvendelse/mail/besked) …
        (modtaget/registreret/er nu) | tak for (din henvendelse/at du kontakter)
    no: vi har (mottatt/registrert/fått) … (epost/henvendelse/melding/din) | (din) (henvendelse/epost/
        melding/henvendelsen) … (mottatt/registrert) | takk for (din henvendelse/at du kontakt*)
    fi: (olemme/viestisi on/yhteydenottosi on/viestinne on/pyyntösi on) (vastaanottaneet/vastaanotettu/
        saapunut/kirjattu/tullut perille) | (viestisi/viestinne/yhteydenottosi) (on/) (vastaanotettu/saapunut)
    cs: (obdrželi jsme/přijali jsme/potvrzujeme) … (zprávu/email/požadavek/dotaz/přijetí/vaši/váš) | (váš/
        vaše) (požadavek/zpráva/email/dotaz) … (byl přijat/byla přijata/byl zaregistrován/byl úspěšně/byla
        doručena/byl zaevidován)
    sk: (prijali sme/dostali sme/potvrdzujeme/obdržali sme) … (správu/email/požiadavku/prijatie/vašu/váš) |
        (vaša/váš) (požiadavka/správa/email) … (bola/bol) … (prijat*/zaregistrovan*/doručen*)
    hu: (megkaptuk/megérkezett/rögzítettük/beérkezett) … (levelét/üzenetét/megkeresését/hozzánk/
        rendszerünkbe/kérését) | (levelét/üzenetét/megkeresését/kérését) … (megkaptuk/rögzítettük/fogadtuk/
        iktattuk/továbbítottuk)
    ro: (am primit/a fost primit/am înregistrat/a fost înregistrat*) … | (mesajul/solicitarea/cererea) … (a
        fost) … (primit*/înregistrat*/recepționat*)
    tr: (mesajınız/talebiniz/epostanız/başvurunuz/iletiniz) … (alınmıştır/ulaşmıştır/tarafımıza/
        kaydedilmiştir/bize ulaştı/elimize) | bizimle iletişime geçtiğiniz
    ru: (мы получили/получено/ваше письмо получено/ваше обращение) … (письмо/сообщение/обращение/запрос/
        получено/зарегистрировано/принято) | (ваш запрос/ваша заявка/ваше сообщение/ваше письмо) … (получен*/
        принят*/зарегистрирован*/доставлено)
    uk: (ми отримали/отримано/ваше звернення/ваш запит/ваш лист) … (лист/повідомлення/звернення/отримано/
        зареєстровано/прийнято)
    bg: (получихме/вашето запитване/вашето съобщение/вашият имейл/вашето писмо) … (съобщение/запитване/
        писмо/имейл/получено/получен/регистрирано/прието)
    el: (λάβαμε/παραλάβαμε/έχουμε λάβει) … (μήνυμά/αίτημά/email/σας) | (το/μήνυμά/αίτημά) … (ελήφθη/
        παρελήφθη/καταχωρήθηκε/έχει ληφθεί)
    he: (פנייתך/הודעתך/פנייתכם/הודעתכם) … (התקבלה/נקלטה/הועברה/נרשמה) | קיבלנו את …
    ar: (تم استلام/لقد استلمنا/تم تسجيل/استلمنا/تلقينا/لقد تلقينا) … | (رسالتك/طلبك/رسالتكم/طلبكم) … (تم/
        وصلت*)
    ja: お問い合わせ(を/ありがとう/いただき)…… | 受け付け(ました/いたしました/まし) | 受付(いたしました/
        完了/ました) | (受領/拝受/受信)(いたし/しま)
    zh: (已收到/我们收到/我们已收到/我們已收到/已经收到/已經收到)…… | (您的/你的)(请求/咨询/来信/邮件/工单/
        查詢/郵件)……(收到/受理/提交)
    ko: (접수*) … (되었*/됐*/완료*) | 접수되었* | (문의*/메일*/요청*) … (접수*/받았*/수신*)
    hr: (zaprimili smo/primili smo/vaš upit/vaša poruka/vaš zahtjev) … (upit/poruku/zahtjev/zaprimljen*/
        primljen*)
    sl: (prejeli smo/vaše sporočilo/vaša zahteva/vaš zahtevek) … (sporočilo/zahtevo/prejet*/zabeležen*)
    ca: hem rebut … (missatge/correu/sol·licitud/consulta)
    et: (oleme/teie kiri on/teie pöördumine on/kiri on) (kätte saanud/vastu võetud/saanud/registreeritud/
        kätte)
    lv: (esam saņēmuši/jūsu vēstule/jūsu pieteikums/jūsu ziņa) … (vēstuli/saņemt*/ziņu/reģistrēt*/
        pieteikumu)
    lt: (gavome/jūsų laiškas/jūsų užklausa/jūsų žinutė) … (laišką/užklausą/gaut*/užregistruot*/žinutę)
    """
)
"""An office says that the mail came in."""

PROMISED: Words = table(
    """
    en: (we/team/someone/representative/representatives/agent/agents/member/colleague/colleagues/staff/
        consultant) … (will/shall/'ll/aim to/try to/endeavor to/endeavour to/strive to/usually/typically) ……
        (respond/reply/answer/get back to/be in touch/contact/follow up/review/revert) | (within/in) (the next/
        one/two/three/) (#/one/two/three/24/48) (to #/-/) (business/working/) (hours/hour/days/day) | (within/
        in) # # (business/working/) (hours/days) | (response/reply) time … (is/are) | as soon as possible |
        (shortly/soon as we can) | during … (business/office/working) hours
    de: (bearbeitung/beantwortung) …… dauern | (wir/team/mitarbeiter/mitarbeiterin/kollegen) … (werden/
        melden uns/kümmern uns/wird/bemühen uns/ antworten/bearbeiten) … | (innerhalb/binnen) … (#/stunden/
        werktagen/arbeitstagen/tagen) | (schnellstmöglich/so schnell wie möglich/umgehend/baldmöglichst/sobald
        wie möglich/so bald wie möglich/ zeitnah/in kürze)
    it: (risponderemo/ricontatteremo/la ricontatteremo/contatteremo/sarete ricontattati/sarà ricontattato/
        verrà ricontattato) | (entro) … # … (ore/giorni) | (prima possibile/più presto possibile/al più presto/
        quanto prima/appena possibile)
    pl: (odpowiemy/skontaktujemy/odezwiemy/odpowie/skontaktuje) … | (w ciągu/do) … # … (godzin/dni) | (jak
        najszybciej/niezwłocznie/najszybciej jak to możliwe/wkrótce)
    is: (munum svara/verður svarað/höfum samband/við svörum) … | (innan) … # … (klst/klukkustunda/daga) |
        (eins fljótt og/við fyrsta tækifæri/svo fljótt sem)
    fr: (nous vous répondrons/nous répondrons/vous répondra/reviendrons vers vous/nous reviendrons/vous
        contactera/nous vous contacterons/traiterons) … | (sous/dans) … # … (heures/h/jours) | (plus brefs
        délais/meilleurs délais/dès que possible/plus vite possible)
    es: (responderemos/contactaremos/nos pondremos/le responderá/contestaremos/atenderemos/se pondrá en
        contacto) … | (en/dentro/plazo) … # … (horas/días/hrs) | (lo antes posible/a la mayor brevedad/cuanto
        antes/a la brevedad)
    nl: (wij/we) … (nemen/beantwoorden/reageren/streven/proberen/zullen/antwoorden/komen) … | binnen … (#/
        een/twee/drie) … (uur/werkdagen/werkdag/dagen) | (zo snel mogelijk/zo spoedig mogelijk/spoedig)
    pt: (responderemos/entraremos em contato/entraremos em contacto/contactaremos/retornaremos/daremos) … |
        (em/dentro/até/no prazo) … # … (horas/dias/h) | (o mais breve possível/mais breve possível/com a maior
        brevidade/assim que possível/brevemente/o mais rápido possível)
    sv: vi (svarar/återkommer/kommer att/kontaktar/besvarar/hör av oss) … | inom … (#/en/ett/två/tre) …
        (timmar/dagar/arbetsdagar/dygn/arbetsdag) | (så snart som möjligt/så snart vi kan/så fort som möjligt/så
        snart jag kan/inom kort)
    da: vi (svarer/vender tilbage/vil/kontakter/besvarer/bestræber) … | inden (for/) … # … (timer/dage/
        hverdage/arbejdsdage) | (hurtigst muligt/så hurtigt som muligt/snarest muligt/snarest)
    no: vi (svarer/kommer tilbake/vil/kontakter/besvarer/tar kontakt) … | innen … # … (timer/dager/
        virkedager/arbeidsdager) | (så snart som mulig/så raskt som mulig/snarest mulig/så fort som mulig/
        snarest)
    fi: (vastaamme/otamme yhteyttä/palaamme asiaan/käsittelemme/pyrimme) … | # … (tunnin/arkipäivän/päivän/
        vuorokauden) (kuluessa/sisällä/aikana) | (mahdollisimman pian/mahdollisimman nopeasti/ensi tilassa)
    cs: (odpovíme/budeme vás/ozveme/budeme se/odpovědět) … | do # (hodin/dnů/pracovních/dní) | (co nejdříve/
        v nejbližší/co nejrychleji/nejdříve/brzy)
    sk: (odpovieme/budeme vás/ozveme/budeme sa/odpovedať) … | do # (hodín/dní/pracovných) | (čo najskôr/v
        najbližšom/čo najrýchlejšie/najskôr/čoskoro)
    hu: (válaszolunk/munkatársunk/kollégánk/felvesszük/válaszolni fogunk/jelentkezünk) … | # (órán/
        munkanapon/napon) belül | (hamarosan/lehető leghamarabb/a lehető leggyorsabban/rövidesen/mielőbb)
    ro: (vom răspunde/vă vom/vom reveni/vă va/te vom) … | (în/maxim) … # … (ore/zile) | (cât mai curând/cel
        mai scurt/în curând/cât mai repede/cât de curând)
    tr: (size/tarafınıza/en kısa) … (dönüş/dönüş yapılacak*/geri dönüş/yanıt verilecek*/sürede/dönülecek*/
        zamanda/yapacağız) | # (saat/iş günü/gün) içinde | en kısa (sürede/zamanda)
    ru: (мы ответим/ответим/свяжемся/мы свяжемся/наш специалист/наши специалисты/постараемся) … | в течение
        … (#/часов/дней/часа/дня/суток/рабочих/рабочего/одного/двух) | (в ближайшее время/как можно скорее/в
        кратчайшие сроки/как можно быстрее/при первой возможности)
    uk: (ми відповімо/відповімо/зв'яжемося/наші фахівці/наш спеціаліст) … | (протягом/упродовж) … (#/годин/
        днів/дня/доби/робочих) | (найближчим часом/якнайшвидше/якомога швидше)
    bg: (ще ви отговорим/ще отговорим/ще се свържем/наш представител) … | в рамките на … | до # (часа/дни/
        работни) | (възможно най скоро/при първа възможност/възможно най бързо/скоро)
    el: (θα σας απαντήσουμε/θα απαντήσουμε/θα επικοινωνήσουμε/θα επικοινωνήσει) … | (εντός/μέσα σε) … # … |
        (το συντομότερο/σύντομα/το συντομότερο δυνατόν)
    he: (נשיב/נחזור/ניצור/יחזור/נענה/ייצור) … | תוך … (#/שעות/ימי/יום) | (בהקדם/בהקדם האפשרי/בקרוב)
    ar: (سنقوم/سوف نقوم/سنرد/سيتم/سنتواصل/سوف نرد) … | (خلال/في غضون) … (#/ساعة/أيام/يوم) | (أقرب وقت/في
        أقرب/قريبا/أسرع وقت)
    ja: (担当者/弊社/担当)……(ご連絡/返信/回答/連絡) | (営業日/時間)(以内/中) | #(営業日/時間/日)以内 |
        折り返し | 改めて……(ご連絡/返信/連絡/回答) | 追って……(ご連絡/連絡/回答) | 順次……(対応/回答/返信/ご連絡)
    zh: (我们/我們)……(回复/回覆/联系/處理/处理/答复/联络/聯絡) | (#个/#個/#)(工作日/小时/小時/天)(内/內) |
        (尽快/盡快/尽早/儘快)…… | (会/將/将/會)(尽快/ 盡快/儘快)
        | 尽快(查看/阅读/处理/答复/回信/联系/查阅) | 小时内(处理/回复/答复) | 第一时间(回复/向您回复/给您回复/处理)
    ko: (빠른 시일/빠른 시간/최대한 빨리/조속*/빠르게/신속*/확인 후) … | # (시간/영업일/일) (이내/내/안에) |
        (담당자*) …
    hr: (odgovorit ćemo/javit ćemo/kontaktirat ćemo) … | (u roku od/unutar) … | (u najkraćem/što prije/
        uskoro/najkraćem mogućem)
    sl: (odgovorili vam bomo/odgovorili bomo/kontaktirali vas bomo/vam bomo odgovorili) … | v roku … | (v
        najkrajšem/čim prej/kmalu/čimprej)
    ca: (respondrem/contactarem/ens posarem) … | (en/abans de) # (hores/dies) | (tan aviat com/al més aviat/
        com més aviat)
    et: (vastame/võtame/vastatakse) … | # (tunni/tööpäeva/päeva) jooksul | (esimesel võimalusel/niipea kui/
        peatselt/võimalikult)
    lv: (atbildēsim/sazināsimies) … | # (stundu/dienu/darba) (laikā/dienu) | (pēc iespējas/tuvākajā laikā/
        drīzumā)
    lt: (atsakysime/susisieksime) … | per # (valandas/darbo/dienas/valandų) | (kuo greičiau/artimiausiu
        metu/kaip įmanoma)
    """
)
"""Somebody will answer, in a stated time or soon."""

TICKET: Words = table(
    """
    en: (ticket/case/request/reference/incident/tracking/inquiry/enquiry) (number/id/no/ref/reference/#) … #
        | (ticket/case/request) (has been/was) (created/opened/assigned/logged/raised/registered) | (assigned/
        created/opened) … (ticket/case) | (ticket/request/case/inquiry/enquiry) # | (include/keep/quote/retain/
        mention/leave) …… (subject line/ticket number/reference number/case number/in the subject)
    de: (ticket/vorgang/vorgangsnummer/ticketnummer/aktenzeichen/referenznummer/fallnummer/
        bearbeitungsnummer/anfragenummer/ticketid) … # | (vorgangsnummer/ticketnummer/referenznummer/
        bearbeitungsnummer) | ticket … (erstellt/eröffnet/angelegt)
    it: (ticket/numero di ticket/numero di riferimento/pratica) … # | (numero di ticket/numero di pratica/è
        stato aperto un ticket/aperto il ticket)
    pl: (numer zgłoszenia/nr zgłoszenia/zgłoszenie nr/zgłoszenie numer/numerem/nadano numer/nr sprawy/numer
        sprawy)
    is: (málsnúmer/verknúmer/beiðnanúmer) | (erindi/mál/beiðni) …… (númerið/númer/nr) … #
    fr: (numéro de ticket/ticket n/numéro de dossier/numéro de demande/référence de votre/sous le numéro/
        votre ticket/un ticket)
    es: (expediente/número de expediente/referencia/folio) … # | (número de ticket/ticket/número de caso/
        número de referencia/número de incidencia/número de solicitud) … | (ticket/caso) … #
    nl: (ticketnummer/zaaknummer/referentienummer/meldingsnummer/kenmerk) | ticket … #
    pt: (número do ticket/número de protocolo/protocolo/número do pedido/número de referência/número do
        chamado/ticket) … #
    sv: (ärendenummer/ärende nummer/referensnummer) | ärende … #
    da: (sagsnummer/sagsnr/referencenummer/ticketnummer) | sag … #
    no: (saksnummer/saksnr/referansenummer) | sak … #
    fi: (tikettinumero/tapausnumero/tukipyyntö/pyynnön numero/tunniste/palvelupyyntö) … #
    cs: (číslo požadavku/číslo tiketu/pod číslem/číslo případu/číslem jednacím)
    sk: (číslo požiadavky/číslo tiketu/pod číslom/číslo prípadu)
    hu: (azonosító/ügyszám/hivatkozási szám/jegyszám/bejelentés száma/ügyszáma) …
    ro: (numărul de înregistrare/numărul tichetului/număr de referință/tichet/cu numărul) … #
    tr: (talep numaranız/kayıt numarası/başvuru numaranız/destek numarası/talep no/bilet numarası/referans
        numarası)
    ru: (номер обращения/номер заявки/номер запроса/присвоен номер/регистрационный номер/тикет) … | (заявка/
        обращение/запрос) … #
    uk: (номер звернення/номер заявки/присвоєно номер/номер запиту)
    bg: (номер на заявка/номер на запитване/с номер/билет)
    el: (αριθμός αιτήματος/αριθμό/κωδικός αιτήματος) … #
    he: (מספר פנייה/מספר פניה/מספר הפנייה/מספר קריאה)
    ar: (رقم التذكرة/رقم الطلب/رقم المرجع/رقم الحالة)
    ja: (受付番号/お問い合わせ番号/チケット番号/管理番号)
    zh: (编号/編號/单号/號碼)……# | (工单号/工单编号/案件编号/案例编号/查詢編號/受理编号/票号)
    ko: (접수 번호*/접수번호*/문의 번호*/티켓 번호*/문의번호*)
    hr: (broj zahtjeva/broj tiketa/pod brojem)
    sl: (številka zahtevka/pod številko)
    et: (pöördumise number/pileti number)
    lv: (pieteikuma numurs/pieprasījuma numurs)
    lt: (užklausos numeris/bilieto numeris)
    """
)
"""The mail was given a number."""
