"""
What only a person writes: a matter of their own, or words about somebody's automatic reply; and what nobody wrote.

Knows the turns of phrase, in the notation of `spotting`; most are English, where most people write about absences.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

PERSONAL: Words = table(
    """
    en: back in touch |
        (i'll/i will/i can/let me) … (send/resend/look into/try/take a look/have a look/post/fix/check it/
        check that/upload/see if/work on) | i think | let me know (what/when/how/whether/your/which) |
        (what do you think/do you/can you/could you/
        would you/are you/have you/did you/shall we/let's/will you) | (attached/enclosed) (is/are/please/you/
        find/you'll) | (please find/see attached/i have attached/i've attached/as discussed/as promised/as
        agreed/as you) | (i just/i was/i had/i went/i've been/i got/i thought/i found/i tried/i agree/i need/i
        want/i wonder/i guess/i believe/i hope we/i saw/i don't think/i don't know/i don't see/
        i didn't/by the way) | (sorry for/
        apologies for/sorry about) … (late/delay/slow/not/delayed) … (reply/response/replying/responding/getting
        back) | (was away/was out/been away/been out/just back/i'm back now/i'm now back/i am now back/just got back/
        just returned/before i leave) | (but/and) … (will send/will resend/will call/will do/will fix/will finish)
        | (fyi/heads up/just so you know/for your information) | (i'd/i would) (prefer/rather/suggest/propose/
        say) | just (wanted to/to let you know/following up/checking in)
        | (from/starting/as of/beginning) tomorrow
    de: (anbei/im anhang/wie besprochen/könnten sie/könntest du/können sie mir/kannst du/wie vereinbart/
        haben sie/hast du/was meinen sie/was meinst du/ich denke/ich glaube/ich schicke/ich sende/ich habe/ich
        war/schauen sie/entschuldigung/entschuldigen sie) | (bevor/ehe) ich …
        | (zur info/nur zur info/zu ihrer info/fyi) | (ich würde/mir wäre) … (vorschlagen/bevorzugen/lieber)
        | ab morgen | (morgen/übermorgen) bin ich
    it: (in allegato/come concordato/come d'accordo/potresti/potrebbe/mi puoi/penso che/credo che/ti mando/
        le mando/ti invio/le invio/cosa ne pensi/ho visto/ero in) …
        | (per info/per tua informazione/per conoscenza) | (preferirei/proporrei)
        | (da/a partire da) domani
    pl: (w załączeniu/w załączniku/jak ustaliliśmy/czy możesz/czy może pan/czy może pani/myślę że/wysyłam/
        przesyłam/byłem/byłam/co sądzisz) …
        | (dla informacji/tak informacyjnie) | (proponuję/wolałbym/wolałabym)
        | od jutra
    fr: (ci joint/en pièce jointe/comme convenu/pourriez vous/peux tu/pouvez vous/je pense/je crois/je
        t'envoie/je vous envoie/qu'en pensez/qu'en penses/j'étais) …
        | (pour info/pour information/petite info) | je (préfère/préférerais/propose)
        | (à partir de/dès) demain
    es: (adjunto/como acordamos/podrías/podría enviarme/puedes/creo que/pienso que/te envío/le envío/te
        mando/qué te parece/estuve) …
        | (para tu información/para su información/te aviso) | (preferiría/propongo)
        | (a partir de/desde) mañana
    nl: (bijgaand/in de bijlage/zoals besproken/zou je/kun je mij/kunt u mij/ik denk/ik stuur/wat vind/ik
        was) …
        | (ter info/ter informatie/voor de goede orde) | (ik zou/liever) … (voorstellen/willen)
        | vanaf morgen
    pt: (em anexo/conforme combinado/poderia enviar/você pode/podes/acho que/penso que/envio/segue em/o que
        acha/estive em/estive a/estive de/estive fora) … | (para sua informação/para tua
        informação) | (preferia/preferiria/proponho) | a partir de amanhã
    sv: (bifogat/bifogar/som överenskommet/kan du skicka/kan ni skicka/
        kan du titta/kan du se/kan ni se/jag tror/jag tycker/jag skickar/vad tycker/jag var)
        …
        | (för kännedom/bara så du vet) | jag (föreslår/skulle föredra)
        | (från och med/från) (imorgon/i morgon)
    da: (vedhæftet/som aftalt/kan du sende/kan du se/
        jeg tror/jeg synes/jeg sender/hvad synes/jeg var) …
    no: (vedlagt/som avtalt/kan du sende/kan du se/
        jeg tror/jeg synes/jeg sender/hva synes/jeg var) …
    fi: (liitteenä/ohessa/kuten sovittu/voitko/voisitko/luulen/lähetän/mitä mieltä/olin) …
    cs: (v příloze/jak jsme/mohl byste/můžete mi/můžeš/myslím/posílám/co si) …
    ru: (во вложении/как договаривались/не могли бы/можете/можешь/я думаю/высылаю/отправляю/что думаете/был
        в) …
    """
)
"""Talk of a matter, to one reader."""

ABOUT: Words = table(
    """
    en: (your/his/her/their/some/those/many/several/annoying/stupid/get/got/received/getting) (/an/the/a/
        these) (out of office/out of the office/ooo/auto reply/autoreply/auto replies/autoreplies/vacation
        message/vacation messages/autoresponder/autoresponders/automatic reply/automatic replies/auto responder/
        auto responders/auto response/auto responses/automated reply/away message/vacation replies) | (he/she/
        they/anna/who/he's/she's/they're/is he/is she) … (out of office/out of the office/on vacation/on
        holiday/on leave/away until/away from) | (people/someone/anyone/users/subscribers/person) … (out of
        office/auto reply/autoreply/vacation/on vacation) | (you/you're/you are/while you) … (out of office/out
        of the office/on vacation/on holiday/away/on leave)
    de: (ihre/deine/die/eine/seine) … (abwesenheitsnotiz/abwesenheitsmeldung/automatische antwort)
        (erhalten/bekommen/gelesen/gesehen) | (er/sie) ist … (im urlaub/nicht im büro/abwesend)
    it: (la tua/la sua) … (risposta automatica) | (ho ricevuto/ho letto) …… (risposta automatica)
    fr: (votre/ton) … (message d'absence/réponse automatique) | (j'ai reçu/j'ai eu) …… (réponse automatique/
        message d'absence)
    es: (tu/su) … (respuesta automática/mensaje de ausencia) | (he recibido/recibí) …… respuesta automática
    nl: (je/uw/jouw) … (afwezigheidsbericht/afwezigheidsmelding/automatische reactie)
    pt: (sua/tua) … resposta automática | recebi …… resposta automática
    sv: (ditt/ert) … (autosvar/frånvaromeddelande) | fick …… autosvar
    pl: (twoja/pana/pani/twoją) … (automatyczna odpowiedź/automatyczną odpowiedź)
    """
)
"""Talk about an automatic reply, or about somebody else's absence."""

SMALL_PRINT: Words = table(
    """
    en: (this/the information in this/the information contained in/the contents of/the content of) … (email/
        message/communication/transmission/mail/emails) … (and/is/may/are/contain*/any) … (confidential/
        attachments/attachment/privileged/intended/files/strictly) | (confidentiality/legal/privacy) (notice/
        disclaimer/statement) | (intended/solely) … for the … (recipient/addressee/use) | registered in
        (england/scotland/ireland)
    de: (diese/diese nachricht/die information*) …… (vertrauliche/vertraulich/rechtlich geschützte) |
        (geschäftsführer/geschäftsführung/vorstand/aufsichtsrat/amtsgericht/registergericht/handelsregister/sitz
        der gesellschaft) | pflichtangaben
    it: (questo messaggio/il presente messaggio/le informazioni) …… (riservat*/confidenzial*) | informativa
        (privacy/sulla privacy)
    fr: (ce message/ce courriel/cet email/les informations contenues) …… (confidentiel*/strictement) | afin
        de contribuer au respect
    es: (este mensaje/este correo/la información contenida) …… (confidencial/privilegiad*/dirigid*) | aviso
        (legal/de confidencialidad)
    nl: (dit bericht/deze email/de informatie) …… (vertrouwelijk*/uitsluitend bestemd) | kvk
    pt: (esta mensagem/este email/a informação contida) …… confidencia* | aviso (legal/de confidencialidade)
    pl: (niniejsza wiadomość/ta wiadomość/treść tej) …… (poufn*/zastrzeżon*/przeznaczon*) | (krs/kapitał
        zakładowy)
    sv: (detta meddelande/detta mejl) …… (konfidentiel*/sekretess*)
    da: denne (mail/email) …… fortrolig*
    no: denne (eposten/meldingen) …… konfidensiel*
    fi: tämä (viesti/sähköposti) …… luottamukselli*
    cs: (tento email/tato zpráva) …… (důvěrn*/není návrhem)
    ru: (данное сообщение/это сообщение/настоящее сообщение) …… конфиденциальн*
    """
)
"""What a firm puts below all its mail: nobody says it."""

BUT: Words = table(
    """
    en: but | though | so (we/can/could/please/let/i) | can (we/you)
    de: aber | jedoch | (können/sollen) wir | lass (uns/und)
    it: ma | però | quindi
    pl: ale | więc
    fr: mais | donc | alors
    es: pero | así que
    nl: maar | dus
    pt: mas | então
    sv: men | så (vi/kan)
    da: men | så (vi/kan)
    no: så (vi/kan)
    fi: mutta | joten
    cs: ale | takže
    ro: dar | așa că
    ru: но | поэтому
    uk: але | тому
    bg: но | затова
    el: αλλά
    he: אבל
    ar: لكن | ولكن
    """
)
"""What a sentence goes on with in which a person mentions an absence, and then comes to the point."""

NAMELESS: Words = table(
    """
    en: sir | madam | all | team | everyone | everybody | customer | client | sender | colleague |
        colleagues | there | friend | friends | valued | reader | user | sirs | folks
    de: tag | morgen | abend | herren | damen | kunde | kundin | kunden | absender | kollegen | kolleginnen
        | partner | zusammen | interessent | interessenten | geschäftspartner
    it: cliente | clienti | mittente | signori | signore | signora | tutti | colleghi | utente | giorno
    pl: państwo | klient* | klienci | nadawco | dzień | dobry | panie | pani | panowie
    fr: monsieur | madame | messieurs | mesdames | client | cliente | tous | expéditeur | collègues | jour
    es: cliente | clientes | señores | señor | señora | remitente | todos | tardes | días | usuario
    nl: heer | mevrouw | klant | relatie | collega | collega's | allemaal | allen | afzender
    pt: cliente | clientes | senhores | senhor | senhora | todos | remetente | dia | tarde
    sv: kund | kunder | alla | kollegor | avsändare
    da: kunde | alle | afsender
    no: kunde | alle
    fi: asiakas | asiakkaamme | lähettäjä | vastaanottaja
    cs: den | zákazníku | klienti | kolegové
    hu: partnerünk | feladó | ügyfelünk | címzett | asszonyom | uram | hölgyem
    ro: ziua | client | domn | doamnă
    tr: ilgili | müşterimiz | yetkili | gönderen
    """
)
"""Words at the end of a greeting that are nobody's name."""

COURTESY: Words = table(
    """
    en: (thank you/thanks) (for your/in advance for your/) (patience/understanding/cooperation) | (sorry
        for/apologies for/apologise for/apologize for) … (inconvenience/delay) | (have a/enjoy) … (day/weekend/
        summer/holiday/week) | (happy/merry) (holidays/christmas/new year/easter) | (best/kind/warm) (regards/
        wishes) | we appreciate your … (patience/business/interest)
    de: (danke/dank/bedanke mich/bitte) … um … verständnis | (danke/dank/bitte) … (für/um) … (verständnis/
        geduld) | schöne* (tag/feiertage/woche/sommer/wochenende/zeit) | frohe (weihnachten/ostern/festtage) |
        (mit/freundlichen/viele/beste) … grüße*
    it: grazie per la (comprensione/pazienza/collaborazione) | ci scusiamo | (buona giornata/buone vacanze/
        buone feste/buona estate) | (cordiali/distinti) saluti
    pl: (dziękuję/dziękujemy) za (wyrozumiałość/zrozumienie/cierpliwość) | przepraszam* za (utrudnienia/
        niedogodności) | miłego dnia | (z poważaniem/pozdrawiam)
    is: (takk fyrir/þökkum) … (skilning*/þolinmæði*) | (bestu kveðjur/með kveðju/kær kveðja) | afsak*
    fr: merci (de/pour) votre (compréhension/patience) | (bonne journée/bonnes vacances/bonnes fêtes/bel
        été) | (bien cordialement/cordialement)
    es: gracias por su (comprensión/paciencia) | disculp* … molestias | (buen día/feliz navidad/felices
        fiestas) | (un saludo/saludos/cordialmente)
    nl: (bedankt/dank) voor (uw/je) (begrip/geduld) | (met vriendelijke groet*/fijne dag/prettige dag)
    pt: (obrigado/obrigada/agradeço/agradecemos) pela (compreensão/paciência) | (bom dia/boa tarde/
        atenciosamente/cumprimentos)
    sv: tack för (din/ert/er) (förståelse/tålamod) | (vänliga hälsningar/trevlig sommar/med vänlig hälsning)
    da: tak for (din/jeres) (forståelse/tålmodighed) | (venlig hilsen/god sommer/god dag)
    no: takk for (din/) (forståelse*/tålmodighet*) | (vennlig hilsen/god sommer/god dag)
    fi: (kiitos/kiitämme) (ymmärryks*/kärsivällisyyd*) | (ystävällisin terveisin/hyvää kesää/terveisin)
    cs: děkuji za (pochopení/trpělivost) | děkujeme za (pochopení/trpělivost) | (s pozdravem/hezký den)
    sk: (ďakujem/ďakujeme) za (pochopenie/trpezlivosť) | (s pozdravom/pekný deň)
    hu: (köszönöm/köszönjük) … (megértését/türelmét/megértésüket/türelmüket) | (üdvözlettel/tisztelettel)
    ro: (mulțumesc/mulțumim) pentru (înțelegere/răbdare) | (cu stimă/o zi bună/cu respect)
    tr: (anlayışınız/sabrınız/ilginiz) için teşekkür | (saygılarımla/iyi günler/iyi çalışmalar)
    ru: (спасибо/благодарю/благодарим) за (понимание/терпение) | (с уважением/хорошего дня/приносим
        извинения/извините за)
    uk: (дякую/дякуємо) за (розуміння/терпіння) | (з повагою/гарного дня)
    bg: (благодаря/благодарим) за (разбирането/търпението) | (с уважение/поздрави/хубав ден)
    el: (ευχαριστώ/ευχαριστούμε) για την (κατανόηση/υπομονή) | (με εκτίμηση/καλή συνέχεια)
    he: (תודה על/תודה) (ההבנה/הסבלנות/הבנתכם/הבנתך/סבלנותך) | (בברכה/יום טוב/יום נעים)
    ar: (شكرا/شكرًا) (لتفهمكم/لتفهمك/لصبركم/على تفهمكم) | (مع التحية/تحياتي/مع خالص التحية/مع أطيب)
    ja: (よろしく/宜しく)お願い | ご不便 | ご迷惑 | お世話になって | ご了承 | ご理解
    zh: (感谢/感謝/谢谢/謝謝)(您的/)(理解/谅解/諒解/支持/关注) | (敬请/敬請)谅解 | (祝好/此致/顺祝/祝您) |
        不便之处
    ko: 감사합니다 | 양해* | 불편* | 안녕하*
    """
)
"""What is said out of politeness, and is about nothing."""
