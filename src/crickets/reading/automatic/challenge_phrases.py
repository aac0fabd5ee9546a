"""
How a mailbox asks its sender to prove a person before it takes a mail in (challenge-response).

Knows the turns of phrase of each language, in the notation of `spotting`; must not know how much each proves. TMDA,
SpamArrest, Boxbe, Earthlink, UOL and MailInBlack ask so.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

CHALLENGE: Words = table(
    """
    en: (verify/prove/confirm/confirming) …… (you are/that you/you're) … (human/real/person/not a spammer/
        not a robot/a live/legitimate/not spam) | (to deliver/to release/in order to deliver/in order to
        release/to get) …… (your/this) (message/email/mail) … (click/reply/confirm/visit/please/through) |
        (delivered/released/get through/reach me/reach us/accepted) …… (once you/after you/as soon as you/until
        you/when you/unless you/if you) …… (confirm*/verif*/click*/repl*/answer*/respond*) | (confirm/click/
        reply/answer) …… (will be delivered/to be delivered/will then be/be released/gets delivered/is
        delivered) | (messages/email/mail/emails) … only from … (senders/people/addresses) | senders (i/we/that/
        who) … approved | (unknown/unrecognized/unrecognised/unverified) senders … | (not/isn't/aren't) … (on/
        in) (my/our/the) … (whitelist/list of approved/approved senders/guest list/allowed senders/contact list/
        address book/list of allowed/approved sender) | (message/email) …… (held/quarantined/waiting/being held/
        pending) …… (confirm*/verif*/approv*/reply) | (requires/require/requiring) … (verify/verification/
        confirmation) … (that/you/of/before) | (add/added) … (you/yourself/sender) … (whitelist/approved
        senders/guest list) | (click/follow/reply) …… (to confirm/to verify/prove) … (you/email/message/that/
        your) | one time (confirmation/verification)
    de: (bestätigen/bestätigt/beweisen/nachweisen/verifizieren/bestätige) …… (mensch/menschen/person/kein
        roboter/kein spam/absender/kein spammer) | (mensch/kein roboter/echte person/kein automat) (sind/bist) |
        (nachricht/mail/email) …… (zugestellt/freigegeben/zurückgehalten/freizugeben/zuzustellen) …… (klick*/
        bestätig*/link/antwort*) | (klick*/bestätig*/antworten) …… (zugestellt/freigegeben/zuzustellen/
        freizugeben/zustellen) | (unbekannten/unbekannter/unbekannte) absender*
    it: (confermare/confermi/conferma/verificare/dimostrare/confermate) …… (persona/umano/umana/robot/spam/
        mittente reale/identità) | (messaggio/email/mail) …… (consegnat*/trattenut*/recapitat*/in attesa) ……
        (conferm*/clic*/cliccare/rispond*) | (clicc*/conferm*/rispond*) …… (consegnat*/recapitat*/consegnare/
        recapitare/sblocc*) | mittenti sconosciuti | (sia/è) una persona (reale/vera)
    pl: (potwierdź/potwierdzić/potwierdzenie/potwierdza/zweryfikować/udowodnij/udowodnić) …… (człowiek*/
        robotem/spamem/spamerem/nadawc*/osob*) | (wiadomość/mail) …… (dostarczona/zatrzymana/wstrzymana/
        doręczona) …… (potwierd*/klikn*/odpowie*) | (klikn*/potwierd*/odpowie*) …… (dostarczona/dostarczyć/
        doręczona/dostarczenia) | (nieznanych/nieznani) nadawc*
    is: (staðfest*/staðfestu/sanna*) …… (manneskja/maður/ekki vélmenni/sendandi/ruslpóst*/einstaklingur) |
        (skeyti/póstur/skeytið/pósturinn) …… (afhent*/bíður/haldið) …… (staðfest*/smell*/svar*) | (smell*/
        staðfest*) …… (afhent*/berst/komist)
    fr: (confirmer/confirmez/prouver/vérifier/prouvez/confirmation) …… (personne/humain/robot/spam/
        expéditeur/identité) | (message/mail/courriel/email) …… (attente/délivré/remis/bloqué/retenu/distribué/
        livré) …… (valid*/authentifi*/confirm*/cliqu*/répond*) | (cliqu*/confirm*/répond*) …… (délivré/remis/
        livré/distribué/délivrer/transmis/remettre) | (authentifier/vous authentifier) …… (cliquez/cliquer/
        message/lien) | expéditeurs inconnus
    es: (confirmar/confirme/verificar/verifique/demostrar/demuestre/confirma/compruebe) …… (humano/persona/
        robot/spam/remitente/identidad) | (mensaje/correo) …… (entregad*/retenido/espera/entregará/bloqueado) ……
        (confirm*/clic/pulse/respond*/verifi*) | (clic/confirm*/respond*/pulse) …… (entregad*/entregar/entregue/
        llegue/entregará) | remitentes desconocidos
    nl: (bevestig*/bewijs*/verifie*) …… (mens/persoon/robot/spam/afzender) | (bericht/mail/email) ……
        (afgeleverd/bezorgd/tegengehouden/vastgehouden) …… (bevestig*/klik*/antwoord*/beantwoord*) | (klik*/
        bevestig*/antwoord*) …… (afgeleverd/bezorgd/afleveren/bezorgen) | onbekende afzender*
    pt: (confirmar/confirme/verificar/verifique/provar/prove/comprove/confirma) …… (humano/pessoa/spam/robô/
        robot/remetente/identidade) | (antispam/anti spam) … (uol/autorizar/liberar) | (mensagem/email) ……
        (retid*/autorizad*/liberad*/entregue/espera) …… (confirm*/clique/autoriz*/clic*/respond*) | (clique/
        confirm*/respond*/clicar/clicando) …… (entregue/entregar/liberada/entrega) | remetentes desconhecidos
    sv: (bekräfta*/verifiera*/bevisa*/intyga) …… (människa/person/spam/avsändar*/robot) | (meddelande/mejl/
        mail/mejlet/meddelandet/brev) …… (levereras/levererat/hålls/väntar/släpps/fram) …… (bekräft*/klick*/
        svar*) | (klicka*/bekräfta*/svara*) …… (levereras/levererat/fram/släpps) | okända avsändare
    da: (bekræft*/verificer*/bevis*) …… (menneske/person/spam/afsender*/robot) | (mail/besked/meddelelse/
        beskeden/mailen) …… (leveret/leveres/tilbageholdt/afleveret/venter) …… (bekræft*/klik*/svar*) | (klik*/
        bekræft*/svar*) …… (leveret/leveres/afleveret/frem/videre) | ukendte afsendere
    no: (bekreft*/verifiser*/bevis*) …… (menneske/person/søppelpost/spam/avsender*/robot) | (eposten/
        melding/meldingen/epost) …… (levert/leveres/holdt/venter) …… (bekreft*/klikk*/svar*) | (klikk*/bekreft*/
        svar*) …… (levert/leveres/frem/videre) | ukjente avsendere
    fi: (vahvista*/todista*/varmista*) …… (ihminen/roskapost*/robotti/lähettäj*/henkilö) | (viesti/viestisi/
        viestinne) …… (toimitetaan/odottaa/pidätetty/perille) …… (vahvist*/klikka*/napsaut*/vasta*) | (klikka*/
        napsaut*/vahvist*/vasta*) …… (toimitetaan/perille/toimitettua) | tuntemat* lähettäj*
    cs: (potvrďte/potvrdit/potvrzení/ověřit/ověřte/prokažte) …… (člověk/robot/spam/odesílatel/osoba/
        skutečn*) | (zpráva/email/zprávu) …… (doručena/doručen/zadržena/pozastavena/čeká/doručíme) …… (potvrd*/
        klikn*/odpov*/ověř*) | (klikn*/potvrd*/odpov*) …… (doručena/doručen/doručení/doručit) | neznám*
        odesílatel*
    sk: (potvrďte/potvrdiť/potvrdenie/overiť/overte) …… (človek/robot/spam/odosielateľ/osoba/skutočn*) |
        (správa/email/správu) …… (doručená/doručený/zadržaná/čaká/doručíme) …… (potvrd*/klikn*/odpov*/over*) |
        (klikn*/potvrd*/odpov*) …… (doručená/doručený/doručenie/doručiť) | neznám* odosielateľ*
    hu: (erősítse/igazolja/bizonyítsa/erősítsd/megerősít*/igazold) …… (ember/személy/robot/levélszemét/
        feladó/spam*/nem gép) | (üzenete/levele/üzenetét/levelét/üzeneted/leveled) …… (kézbesít*/visszatart*/
        várakozik/eljut*) …… (megerős*/kattint*/válasz*/igazol*) | (kattint*/megerős*/erősít*/válasz*) ……
        (kézbesít*/célba/eljut*/megérkez*) | ismeretlen feladó*
    ro: (confirmați/confirma/confirmă/verificați/dovediți/confirmarea) …… (persoană/om/robot/spam/
        expeditor*/reală/uman) | (mesajul/mesaj/emailul) …… (livrat/reținut/așteptare/livrat/transmis) ……
        (confirm*/clic/apăs*/răspund*) | (clic/apăs*/confirm*/răspund*) …… (livrat/ajungă/livrarea/transmis) |
        expeditori necunoscuți
    tr: (onayla*/doğrula*/kanıtla*) …… (insan/robot/gönderen*/kişi/spam) | (insan/gerçek bir kişi/robot
        olmadığınızı) …… (doğrula*/onayla*/kanıtla*) | (mesajınız*/iletiniz*/epostanız*/mailiniz*) …… (teslim/
        iletil*/bekle*/bekletil*/ulaş*) …… (onayla*/tıkla*/yanıt*/doğrula*) | (tıkla*/onayla*/doğrula*/yanıtla*)
        …… (teslim edil*/iletil*/ulaşt*/ulaşac*)
    ru: (подтверд*/докажите/доказать) …… (человек*/робот*/спам*/отправител*/личность) | (письмо/сообщение/
        ваше письмо) …… (доставлен*/задержано/ожидает/доставим) …… (подтверд*/нажм*/перейд*/ответ*) | (нажм*/
        перейд*/подтверд*/ответ*) …… (доставлен*/доставить/доставки) | неизвестн* отправител*
    uk: (підтверд*/доведіть/довести) …… (людина/робот/спам/відправник*/особа/людиною) | (лист/повідомлення)
        …… (доставлен*/затримано/очікує/доставимо) …… (підтверд*/натисн*/перейд*/відпов*) | (натисн*/перейд*/
        підтверд*/відпов*) …… (доставлен*/доставити/доставки/надійшов) | невідом* відправник*
    bg: (потвърд*/докаж*) …… (човек/робот/спам/подател*/лице) | (съобщение*/писмо*/имейл*) …… (доставен*/
        задържан*/изчаква) …… (потвърд*/кликн*/отговор*/натисн*) | (кликн*/натисн*/потвърд*) …… (доставен*/
        достави*)
    el: (επιβεβαι*/αποδείξτε) …… (άνθρωπος/ρομπότ/ανεπιθύμητ*/αποστολέα*/πρόσωπο/spam) | (μήνυμα/μήνυμά) ……
        (παραδοθεί/παραδίδεται/αναμονή/παράδοση/κρατείται) …… (επιβεβ*/πατή*/κλικ/απαντ*) | (πατή*/κλικ/επιβεβ*/
        απαντ*) …… (παραδοθεί/παράδοση/παραδοθει) | άγνωστους αποστολείς
    he: (אשר/לאשר/אשרו/להוכיח/אימות/לאמת/אמת/ודא) …… (אדם/רובוט/ספאם/אנושי/דואר זבל/בן אדם/השולח) | (הודעתך/
        ההודעה/המייל/הודעתכם) …… (תימסר/תועבר/ממתינה/מעוכבת/יימסר) …… (אישור/לחץ/לחיצה/לאשר/תאשר/השב) | (לחץ/
        לחצו/ללחוץ/אשר/אשרו/השב) …… (תימסר/תגיע/תועבר/למסור/יימסר/כדי שההודעה/שהודעתך)
    ar: (تأكيد/تأكد/أكد/يرجى تأكيد/إثبات/التحقق/للتأكد) …… (إنسان/شخص/روبوت/بشر/مزعج/مزعجة/المرسل/حقيقي/
        برنامج) | (رسالتك/رسالتكم/الرسالة) …… (تسليم/تسليمها/توصيل/معلقة/محتجزة/الانتظار/تسلم/تصل) …… (النقر/
        انقر/تأكيد/الضغط/اضغط/الرد) | (النقر/انقر/اضغط/الضغط/تأكيد/الرد) …… (تسليم/تسليمها/توصيل/تصل/لتسليم)
    ja: (人間/ロボット/迷惑メール/スパム)……(確認/ではない/ないこと) | (配信/お届け/配達/届け)……(確認/
        クリック/返信) | (クリック/認証/確認)……(配信/お届け/配達/届き) | 送信者……認証
    zh: (确认/验证/確認/驗證/证明/證明)……(真人/机器人/垃圾邮件/机器/機器人/垃圾郵件/发件人/寄件人/人类/身份)
        | (投递/送达/送達/投遞/递送)……(确认/点击/點擊/確認/验证/回复) | (点击/點擊/确认/確認/验证)……(投递/送达/
        送達/投遞/递送)
    ko: (사람*/로봇*/스팸*) … (확인*/아님*/아니*/인증*/증명*) | (클릭*/확인*/인증*/회신*) …… (전달*/배달*/
        전송*) | (전달*/배달*) …… (클릭*/확인*/ 인증*)
    hr: (potvrd*/dokaž*) …… (čovjek/robot/spam/neželjen*/pošiljatelj*/osoba) | (klikn*/potvrd*/odgovor*) ……
        (dostavljen*/isporučen*) | (poruka/poruku/mail) …… (dostavljen*/isporučen*/zadržan*) …… (potvrd*/klikn*/
        odgovor*)
    sl: (potrd*/dokaž*) …… (človek/robot/neželen*/pošiljatelj/oseba) | (klikn*/potrd*/odgovor*) ……
        (dostavljen*/dostav*) | sporočilo …… (dostavljen*/zadržan*) …… (potrd*/klikn*/odgovor*)
    """
)
"""A mail is held until its sender proves to be a person (challenge-response)."""

HELD: Words = table(
    """
    en: your … (message/email/mail) … (not yet/has not/not been/is being held/been held/is held/held/
        waiting/is waiting/quarantined/on hold/pending/delivered/deliver/reach/reaches/get through/put through/
        released) | (spam/unsolicited/junk/unwanted) … (protection/filter/blocker) | (because/due to/lot of/to
        stop/to fight/to avoid/to reduce/to block/to prevent/to control/to combat) … (spam/junk/unwanted mail) |
        (first time/known senders/unknown sender/don't know you/do not know you/never written/not know your
        address)
    de: (nachricht/mail/email/sie) … (noch nicht/zurückgehalten/wartet/zugestellt/zustellen/zuzustellen/
        freigegeben/erreicht/durchgelassen/ankommt/in quarantäne) | (spamschutz/spamfilter/gegen spam/vor spam/
        wegen spam/spamverdacht/spam zu) | (unbekannt*/erste mal/ersten mal/unerwünscht*)
    it: (messaggio/email/mail) … (trattenut*/attesa/consegnat*/recapitat*/sospes*/non è ancora/arrivi/
        consegnare/inoltrat*) | (posta indesiderata) | (prima volta/sconosciut*/indesiderat*)
    pl: (wiadomość/mail/email) … (zatrzyman*/czeka/oczekuje/dostarczon*/wstrzyman*/nie została jeszcze/
        dotrze/przekazan*) | (antyspam*/niechcian*) | (pierwszy raz/nieznan*)
    is: (skeyti*/póstur*/póstinum) … (bíður/afhent*/haldið/ekki enn/berst/berist) | (ruslpóst*/amapóst*) |
        (fyrsta sinn/fyrsta skipti/óþekkt*)
    fr: (message/mail/courriel/email) … (attente/remis/délivré/distribué/livré/retenu/bloqué/pas encore/
        transmis/parvienne/quarantaine) | (antispam/pourriel*/indésirable*) | (première fois/inconnu*)
    es: (mensaje/correo) … (espera/entregad*/retenid*/entregará/aún no/todavía no/llegue/entregue/
        cuarentena/bloquead*) | (no deseado*) | (primera vez/desconocid*)
    nl: (bericht/mail/email) … (vastgehouden/tegengehouden/wacht/afgeleverd/bezorgd/nog niet/doorgelaten/
        aankomt/quarantaine) | (ongewenst*) | (eerste keer/onbekend*)
    pt: (mensagem/email) … (retid*/espera/entregue/ainda não/aguarda*/liberada/chegue/bloquead*/quarentena)
        | (lixo eletr*) | (primeira vez/desconhecid*)
    sv: (meddelande*/mejl*/mail*/brev*) … (väntar/hålls/levererat*/levereras/ännu inte/fram/stoppats/släpps)
        | (skräppost*) | (första gången/okänd*)
    da: (mail*/besked*/meddelelse*) … (venter/tilbageholdt/leveret/leveres/endnu ikke/frem/stoppet) |
        (uønsket*) | (første gang/ukendt*)
    no: (epost*/melding*) … (venter/holdt/holdes/levert/leveres/ennå ikke/frem/stoppet) | (søppelpost*/
        uønsket*) | (første gang/ukjent*)
    fi: (viesti*/sähköposti*) … (odottaa/pidätetty/toimitet*/perille/ei ole vielä/pysäytetty) | (roskapost*)
        | (ensimmäistä kertaa/tuntemat*)
    cs: (zpráv*/email*) … (čeká/zadržen*/doručen*/pozastaven*/ještě neb*/dosud neb*/dorazí) | (nevyžádan*) |
        (poprvé/neznám*)
    sk: (správ*/email*) … (čaká/zadržan*/doručen*/ešte neb*/zatiaľ neb*/dorazí) | (nevyžiadan*) | (prvýkrát/
        neznám*)
    hu: (üzenet*/level*/leve*) … (visszatart*/várakozik/vár/kézbesít*/még nem/eljut*) | (levélszemét*/
        kéretlen*) | (első alkalom*/először/ismeretlen*)
    ro: (mesaj*/email*) … (așteptare/reținut/livrat/nu a fost/ajunge/ajungă/blocat/așteaptă) |
        (nesolicitat*) | (prima dată/necunoscut*)
    tr: (mesajınız*/iletiniz*/epostanız*/mailiniz*/mesaj*) … (bekle*/teslim*/iletil*/henüz/ulaş*) |
        (istenmeyen*) | (ilk kez/ilk defa/bilinmeyen*/tanınmayan*)
    ru: (письмо/сообщение/письма) … (задержано/ожидает/доставлен*/еще не/дойдет/ждет) | (спам*/нежелательн*)
        | (впервые/неизвестн*/первый раз)
    uk: (лист/повідомлення/листа) … (затриман*/очікує/доставлен*/ще не/дійде/чекає) | (спам*/небажан*) |
        (вперше/невідом*/перший раз)
    bg: (писмо*/съобщение*/имейл*) … (задържан*/изчаква/доставен*/все още/чака) | (спам*/нежелан*) | (за
        първи път/непознат*/неизвестн*)
    el: (μήνυμα/μήνυμά/email) … (αναμονή/παραδο*/δεν έχει/κρατείται/περιμένει) | (ανεπιθύμητ*/spam) | (πρώτη
        φορά/άγνωστ*)
    he: (הודעתך/ההודעה/המייל/הודעתכם/הודעה) … (ממתינה/תימסר/תועבר/נמסרה/מעוכבת/הגיעה/ממתין/טרם) | (ספאם/דואר
        זבל/זבל) | (פעם ראשונה/לא מוכר*/לראשונה)
    ar: (رسالتك/رسالتكم/الرسالة/رسالة) … (الانتظار/تسليم/تسليمها/معلقة/لم يتم/تصل/بانتظار/لم تصل) | (المزعج/
        المزعجة/مزعج/سبام/غير المرغوب) | (أول مرة/غير معروف*/المرة الأولى)
    ja: (迷惑メール/スパム/未承認/初めて) | (メール/メッセージ)……(保留/届いて/届き/配信/お届け)
    zh: (垃圾邮件/垃圾郵件/首次/第一次/陌生) | (邮件/郵件/信件)……(等待/暂存/暫存/投递/送达/送達/拦截/攔截/
        未送/扣留)
    ko: (스팸*/처음*) | (메일*/메시지*) … (보류*/대기*/전달*/배달*/전송*)
    hr: (poruk*/mail*) … (čeka/zadržan*/dostavljen*/isporučen*/još nije) | (neželjen*) | (prvi put/
        nepoznat*)
    sl: sporočil* … (čaka/zadržan*/dostavljen*/še ni) | (neželen*) | (prvič/neznan*)
    """
)
"""A mail waits, or spam is kept off: half of a challenge."""

CONFIRM: Words = table(
    """
    en: (please/simply/just/must/by/to) (click/clicking/confirm/confirming/verify/verifying/prove) |
        (please/simply/just/must/by) (follow/following/visit/visiting) | (please/simply/just/must/by) … (reply/
        replying/respond) … (to this/once/with/message) | (click/follow) … (link/here/below/button)
    de: (klicken/bestätigen/bestätige/klicke/folgen) | (antworten sie/antworte) … (auf/einfach/einmal/kurz)
    it: (cliccare/clicchi/clicca/confermare/confermi/conferma/cliccando/confermate/cliccate) | (rispond*) …
        (questo/questa/a questo)
    pl: (klikn*/potwierd*/potwierdź/kliknąć) | odpowied* … (na tę/na tą/na ten)
    is: (smell*/staðfest*) | svar* … (þessum/þessu) | (hlekk*/tengil*)
    fr: (cliquer/cliquez/confirmer/confirmez/cliquant/confirmant/valider/validez) | répond* … (à ce/à cet) |
        lien
    es: (haga clic/hacer clic/confirme/confirmar/pulse/clic/confirma/pinche) | (responda/responder/responde)
        … (a este/este) | enlace
    nl: (klik/klikken/bevestig*/klikt) | (beantwoord*/antwoord*) … (deze/dit)
    pt: (clique/clicar/confirme/confirmar/clicando/confirma) | (responda/responder) … (a este/a esta/esta)
    sv: (klick*/bekräft*) | svar* … (på detta/på det här) | (länk*)
    da: (klik*/bekræft*) | svar* … (på denne/denne)
    no: (klikk*/bekreft*) | svar* … (på denne/denne) | lenk*
    fi: (klikka*/vahvist*/napsaut*/paina*) | vasta* … (tähän/viestiin)
    cs: (klikn*/potvrd*/potvrďte/klepn*) | odpov* … (na tento/na tuto) | odkaz*
    sk: (klikn*/potvrd*/potvrďte) | odpov* … (na tento/na túto) | odkaz*
    hu: (kattint*/erősít*/megerős*/igazol*) | válasz* … (erre/üzenetre/levélre) | (hivatkozás*)
    ro: (clic/apăs*/confirm*/accesa*) | răspund* … (la acest)
    tr: (tıkla*/onayla*/doğrula*) | yanıtla* | (bağlantı*)
    ru: (нажм*/подтверд*/перейд*/щелкн*) | ответ* … (на это/на данное) | ссылк*
    uk: (натисн*/підтверд*/перейд*/клацн*) | відпов* … (на цей/на це) | посилан*
    bg: (натисн*/потвърд*/кликн*) | отговор* … (на това/на този) | (връзк*/линк*)
    el: (πατή*/κλικ/επιβεβ*) | απαντή* … (σε αυτό/στο παρόν/σε αυτο) | (σύνδεσμ*)
    he: (לחץ/לחצו/ללחוץ/אשר/אשרו/לאשר/אנא אשר/לחצ*) | (השב/השיבו/להשיב) … להודעה | (הקישור/קישור/לקישור/
        בקישור)
    ar: (انقر/النقر/اضغط/الضغط/تأكيد/أكد/التأكيد) | (الرد/رد) … على هذه | (الرابط/رابط)
    ja: (クリック/ご確認ください/認証/承認/返信してください/ご返信ください/リンク/返信いただ/確認して)
    zh: (点击/點擊/确认/確認/验证/驗證/链接/連結/回复此/回覆此/直接回复)
    ko: (클릭*/확인해*/인증*/링크*/회신해*)
    hr: (klikn*/potvrd*) | odgovor* … (na ovu/na ovaj) | (poveznic*)
    sl: (klikn*/potrd*) | odgovor* … (na to) | povezav*
    """
)
"""What the sender is to do: the other half."""
