"""
What asks for an answer, by language.

Tables only, in the notation of `phrasebook`; how much each weighs is for `expectation`.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

QUESTIONS: Words = table(
    """
    en: what do/would you/they | which … do you | how does it/that/this | does it/that/this work/sound/look | do you
        have/want/need/prefer/think/agree/mind | did you | have you had/got/seen/heard/decided/managed/received | are
        you able/happy/ok/okay/still | can/could/would/will you | is it/that/this ok/okay/possible/fine/correct |
        would it be possible | any news/update/updates/thoughts/idea/ideas/progress/feedback | wonder/wondering
        if/whether/how/what/when | checking in | check in with you | follow/following up | touching/touch base |
        may/can/could/shall/should i/we | one/a (quick/small/further) question | quick/my/our question/questions |
        know/tell/say whether/which/when/where/who/how
    it: che/cosa ne pensi/pensa/pensate/dici/dice/dite | come ti/le/vi sembra/pare/va | ti/le/vi va/andrebbe/torna
        bene | hai/ha/avete avuto modo/occasione/tempo | hai/ha/avete/ci (già) … novità/notizie |
        chiedevo/domandavo/chiedevamo | volevo/vorrei/volevamo/vorremmo
        sapere/chiedere/chiederti/chiederle/chiedervi/capire | puoi/può/potete/potresti/potrebbe/potreste | è/sarebbe
        possibile | quando/come pensi/pensa/pensate/riesci/preferisci/preferisce/preferite | una (piccola/sola)
        domanda | quale/cosa/quando preferisci/preferisce/preferite | riesci/riesce/riuscite
    pl: czy | co o tym/nim/niej | co sądzisz/sądzi/myślisz/myśli/powiesz/powiecie | jak to/się widzi/widzisz/podoba |
        mam/mamy (jedno/krótkie) pytanie/pytania | chciałem/chciałam/chciałbym/chciałabym zapytać/spytać/dowiedzieć |
        kiedy możesz/może/mogę/możemy/możecie/mogę |
        możesz/możecie/mógłbyś/mogłabyś/mógłby/mogłaby/moglibyście/mogliby | która/który/które … wybierasz/wolisz/woli
    is: hvað finnst/segir/segið/segirðu/finnst/heldur | hvernig líst/hljómar/gengur/passar |
        getur/geturðu/getið/gætir/gætirðu/gætuð | hefur/hafið þú/þið | hefurðu/ertu/viltu/eruð þið | hvort | má/mætti
        ég/við | er hægt | spurning/spurningu | hvenær | kemstu/komist
    de: was meinst/meinen/denkst/denken/sagst/sagen/hältst/halten/meint du/sie/ihr | was hältst/halten … davon | wie
        sieht/seht/sehen es/das/du/sie | passt/passen dir/ihnen/euch/das/es/der | ob | haben/habt/hast sie/ihr/du |
        könntest/könnten/könntet/kannst/können/könnt du/sie/ihr | würdest/würden/würdet/wärst/wären/wärt du/sie/ihr |
        möchtest/möchten/möchtet/willst/wollt du/sie/ihr | darf/dürfte ich | dürfen/dürften wir | gibt es
        schon/neues/neuigkeiten/etwas | eine/kurze/kleine/meine (kurze/kleine) frage | wann |
        welche/welcher/welches/welchen … dir/ihnen/du/sie | ist/wäre es möglich | wollte/wollten …
        fragen/nachfragen/nachhaken
    fr: qu en pensez/penses/dites/dis | que pensez/penses/dites vous/tu | est ce que |
        pouvez/pourriez/avez/auriez/êtes/seriez/souhaitez/voulez/préférez/ comptez/sauriez/pensez vous |
        peux/pourrais/as/aurais/es/serais/veux/préfères tu | est il/serait il possible | serait ce possible |
        voulais/voudrais/souhaitais/aimerais savoir/demander | demandais/demande si | dire si/quand/quel/quelle/ce |
        une (petite) question | où en êtes/es/est | avez vous pu | as tu pu | t as pu
    es: has/ha/habéis/han podido | pudiste/pudieron/pudisteis | qué te/le/os/les parece/parecen |
        qué opinas/opina/opináis/piensas/piensa | cómo lo ves/ve/veis | te/le/os/les
        viene/va/parece bien/mejor | puedes/puede/podéis/pueden/podrías/podría/podríais/podrían |
        hay/tienes/tiene/tenéis … novedades/novedad/noticias | alguna novedad/noticia/idea | preguntaba/preguntábamos
        | quería/quisiera/querría/quería/queríamos saber/preguntar/preguntarte/preguntarle/consultar | sería/es
        posible | una pregunta/consulta/duda | cuándo puedes/puede/podéis/podría | cuál … prefieres/prefiere
    nl: wat vind/vindt/vinden/denk/denkt/denken/zeg je/u/jij/jullie | lijkt het/dat/je/u |
        kun/kan/kunt/kunnen/zou/zouden/heb/hebt/hebben/ben/bent/wil/wilt/ willen/mag je/u/jij/jullie | heeft/is u |
        mag/kan/zal ik | zullen/kunnen we/wij | past/schikt het/dat/je/u/jullie | vraag/vraagt/vragen me/mij/ons af |
        een/nog/mijn/korte (korte) vraag | vraagje | is/zou het mogelijk | wanneer | al iets/nieuws | komt het/dat …
        uit | weten of/wat/wanneer/welke
    pt: o/que que acha/achas/acham/pensa/pensas | o que acha/achas/acham/pensa/pensas | que te/lhe/vos parece |
        pode/podes/podem/podia/podias/podiam/poderia/poderias/poderiam | consegue/consegues/conseguem |
        tem/tens/têm/há … novidades/novidade/notícias | alguma novidade/notícia/ideia |
        gostaria/gostava/gostaríamos/gostávamos/queria/queríamos de saber/perguntar | queria/queríamos saber/perguntar
        | seria/é possível | uma (pequena) pergunta/dúvida/questão | quando pode/podes/podem | qual … prefere/preferes
    sv: vad tycker/tror/säger/anser du/ni | hur låter/går/ser/känns | låter/passar/funkar/fungerar det/den |
        kan/kunde/skulle/vill/har/är/får/hinner/tror du/ni | om du/ni kan/hinner/vill | undrar/undrade
        om/när/hur/vad/ifall | en (snabb/liten) fråga | när kan/passar/kommer | är det möjligt/ok/okej | går det bra
        om | får jag/vi | ska/kan jag/vi | några/något nyheter/nytt
    """
)
"""Questions, asked outright without their mark, or indirectly."""

WISHES: Words = table(
    """
    en: let me/us know | look/looking forward to hear/hearing | look/looking forward to (receiving) your | forward to
        hearing | await/awaiting your | waiting for your/you | hear from you | hear back | get/getting back to me/us |
        need/want/appreciate/love/like/welcome/value/get/have your
        feedback/thoughts/opinion/view/views/input/reply/answer/decision/ comments/confirmation/ok/okay/approval |
        hear your | for your feedback/thoughts/opinion/comments/input/reply/answer/decision/ confirmation/approval |
        rsvp | keep me/us posted/updated/informed | drop/shoot/send me/us a/an | give me/us a/your | tell me/us | can
        reply later | no need/hurry/rush to reply/answer/respond
        today/now/right/straight/immediately/before/until/this/tonight
    it: fammi/fatemi/facci/fateci/farmi/farci/facciami/farcelo/fammelo/ fatemelo sapere/avere | mi/ci
        faccia/fai/fa/fate/facciano sapere/avere | dammi/dacci/datemi/dateci/darmi/darci …
        cenno/conferma/riscontro/ok/feedback/risposta | mi/ci dia/dai/date …
        cenno/conferma/riscontro/ok/feedback/risposta | un (tuo/suo/vostro/cortese/gentile)
        cenno/riscontro/feedback/parere | dimmi/ditemi/dicci | mi dica/dici | rispondimi/rispondetemi | mi risponda |
        avvisami/avvisatemi/avvertimi | mi avvisi | tienimi/tenetemi/tenga/tieni aggiornato/aggiornata/informato |
        confermami/confermatemi/confermarmi/confermarci | mi/ci confermi/conferma | confermi/confermate |
        aggiornami/aggiornatemi
    pl: daj/dajcie (mi/nam/proszę) znać | dać (mi/nam) znać | proszę/prosimy/prosiłbym/prosiłabym o |
        odezwij/odezwijcie się | napisz/napiszcie | odpisz/odpiszcie | odpowiedzcie | odpowiedz
        mi/nam/proszę/krótko/tylko/jak |
        proszę odpowiedz | potwierdź/potwierdźcie
        | zadzwoń/zadzwońcie | powiedz/powiedzcie | jestem/jesteśmy ciekaw/ciekawa/ciekawi
    is: láttu/látið/láta/látir/látirðu mig/okkur vita/heyra | heyra frá þér/ykkur/yður | hlakka/hlökkum til að heyra |
        svaraðu/svarið/svara mér/okkur | sendu/sendið mér/okkur línu | segðu/segið mér/okkur | gott/gaman að heyra/fá
        … frá þér/ykkur | staðfestu/staðfestið | heyrðu/heyrið í mér/okkur
    de: um (eine/kurze/deine/ihre/eure/baldige/zeitnahe) …
        rückmeldung/antwort/rückruf/feedback/bestätigung/stellungnahme | um
        rückmeldung/rueckmeldung/antwort/rückruf/bestätigung/feedback | freue/freuen … auf/über …
        antwort/rückmeldung/rueckmeldung/feedback/nachricht | auf/über deine/ihre/eure/eine (baldige/kurze/positive)
        antwort/rückmeldung/nachricht | sag/sagt/sagen/gib/gebt … bescheid/rückmeldung | geben/sagen sie …
        bescheid/rückmeldung | bescheid geben/sagen/gibst/geben/sagst | lass/lasst/lassen mich/uns/sie/es … wissen |
        melde/meldet/melden dich/euch | melden sie | höre/hören/hör … von dir/ihnen/euch | ich bin/wir sind gespannt |
        gespannt auf | sag/sagt/sagen mir/uns/sie
    fr: tenez/tiens moi/nous | est ce bon | faites/fais le/la/moi/nous savoir/signe/part | faire savoir/signe/part |
        dites/dis moi/nous | hâte de | au plaisir de vous/te lire | à vous/te lire | vous lire |
        revenir/revenez/reviens vers moi/nous | me/nous dire/confirmer/indiquer/répondre/donner |
        confirmez/confirme/répondez/réponds/donnez/donne moi/nous | qu en est
    es: dime/dígame/dinos/díganos/decidme | me dices/dirás | avísame/avíseme/avísanos/avísenos/avisadme/avisarme |
        quedo/quedamos atento/atenta/atentos/pendiente/pendientes | espero/esperamos tu/su/vuestra/tus/sus |
        hazme/házmelo/hágame/hágamelo/háznoslo/hacédmelo/hacerme saber/llegar | cuéntame/cuénteme/coméntame |
        confírmame/confírmeme/confirmadme/confirmarme/respóndeme/contéstame | me/nos
        contarás/contará/dirás/dirá/confirmas/confirma/cuentas/comentas/dice/ avisas/avisa | tu/su/vuestra opinión
    nl: laat/laten/laten/laat … weten | hoor/horen … graag | graag …
        hoor/horen/reactie/antwoord/bevestiging/akkoord/feedback | hoor/horen … van je/u/jou/jullie |
        zie/zien/kijk/kijken … reactie/antwoord/bericht | kijk/kijken uit naar … reactie/antwoord | uw/je/jouw/jullie
        … reactie/antwoord … tegemoet | verneem/vernemen | jouw/je/uw/jullie mening | laat/geef/geeft me/mij/ons/even
        | reageer/reageert even/graag | ben/zijn benieuwd | hou/houd me/mij/ons op
    pt: diga/diz/digam/diz/dizer/dizerem me/nos/alguma | diga/digam qualquer/algo | me/nos
        diga/digam/diz/avise/avisem/avisa/confirme/confirma/confirmem/informe |
        avise/avisa/avisem/informe/informa/informem me/nos/por | espero/esperamos o/a/pela/pelo
        seu/sua/teu/tua/vosso/vossa | dê/dá/dar/deem me/nos … resposta/feedback/retorno/notícias/ok/opinião | me/nos
        dê/dá/dar um/uma/retorno/feedback | confirme/confirma/confirmar/confirmem me/nos/por | a sua/tua/vossa opinião
    sv: hör av dig/er | hör gärna av | låt mig/oss veta | meddela mig/oss/gärna/om/vad | säg till/gärna/bara | återkom
        | fram emot att höra/din/ert/ditt/er | din/ert/ditt/era/er åsikt/åsikter/synpunkter/godkännande/återkoppling |
        svara gärna/på/mig/oss/så/senast | höra/hör från dig/er | höra/veta vad | ge/ring/mejla/maila/skriv mig/oss |
        undrar | skriv gärna
    """
)
"""The wish to be told."""

REQUESTS: Words = table(
    """
    en: please | pls | plz | kindly | thanks/thank/thx (you) in advance | in advance | thanks/thank (you) if |
        thanks/thank (you) for … by monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow/
        tonight/noon/the/end/eod/next/then/close/cob | thanks/thank (you) for … … by
        monday/tuesday/wednesday/thursday/friday/tomorrow/tonight/noon/the/ end/eod/next/cob | thanks/thank (you) for
        … before | would/d … appreciate/appreciated/grateful | would be great/good/nice/helpful/lovely if/to | i/we
        d/would like you | send me/us/it/them/the | make/be sure | don t forget | do not forget | dont forget |
        remember to | when you can/get/have | if you can/could | have/take/give … look | fill in/out | get in touch |
        call/email/ring/text/phone me/us | from you by
    it: per favore/piacere/cortesia | ti/la/vi (chiedo/prego/preghiamo/pregherei) di | ti/le/vi
        chiedo/chiederei/chiediamo/chiederemmo/pregherei | prego/preghiamo di | cortesemente | gentilmente | in
        anticipo | anticipatamente | ringrazio/ringraziamo anticipatamente | grazie … … entro | grazie/ringrazio … se
        | ti/le/vi sarei/saremmo grato/grata/grati |
        mandami/mandaci/mandatemi/inviami/inviaci/inviatemi/inviateci/girami/ giratemi/passami | mi/ci
        mandi/invii/invia/manda/mandi/giri | ricordati/ricordatevi | si ricordi | appena/quando
        puoi/può/potete/riesci/riesce | dai/dia/date/dacci un occhiata | si prega
    pl: proszę | prosimy | poproszę | prosiłbym/prosiłabym/prosilibyśmy | uprzejmie | z góry |
        będę/będziemy/byłbym/byłabym wdzięczny/wdzięczna/wdzięczni/zobowiązany/zobowiązana |
        prześlij/przyślij/wyślij/podeślij/prześlijcie/przyślijcie/wyślijcie/ podrzuć | pamiętaj/pamiętajcie |
        dziękuję/dzięki/dziękujemy za/że … … do jutra/piątku/poniedziałku/wtorku/środy/czwartku/końca/dnia |
        zerknij/zerknijcie | rzuć okiem | sprawdź/sprawdźcie
    is: vinsamlegast/vinsamlega | endilega | fyrirfram | sendu/sendið/sendir/senda mér/okkur | væri
        frábært/gott/fínt/æði/gaman ef | kíktu/kíkið | mundu/munið | þætti vænt um | vil/viljum biðja
    de: bitte/bitten | im voraus | vorab | danke/dank … schon/schonmal mal/einmal/jetzt/vorab | danke schonmal |
        wäre/wären … dankbar/verbunden/nett/super/toll/schön/gut/lieb/hilfreich/prima |
        schick/schickt/schicken/sende/sendet/senden/maile mir/uns/sie/doch | schau/schaut/schauen … mal/an/drüber/rein
        | denk/denkt/denken … an/daran/dran | vergiss/vergesst | danke/dank für/dass/wenn … … bis | danke/dank … wenn
        | würde/würden … freuen wenn/über
    fr: s il te/vous plait | svp | stp | remercie/remercions … de bien vouloir | d avance | par avance |
        merci de | merci … de bien vouloir | veuillez |
        prière de | vous/te prie de | vous/te saurais/saurions gré | vous/te/serais/serions/serait/vous
        reconnaissant/reconnaissante/reconnaissants | envoie/envoyez/transmets/transmettez/passez/passe/adressez
        moi/nous | me/nous envoyer/transmettre/faire/retourner | n oublie/oubliez/oublies | pensez/pense à |
        jetez/jette/jeter un | dès que vous/tu pouvez/peux/pourrez/pourras | merci … si vous/tu | merci … avant
    es: por favor | porfa | porfavor | favor de | te/le/os/les
        ruego/rogamos/rogaría/pido/pedimos/pediría/agradecería/agradeceré/
        agradeceríamos/agradeceremos | agradecería/agradeceríamos | de antemano | por adelantado | por anticipado |
        mándame/mándeme/mándanos/envíame/envíeme/envíanos/envíenos/pásame/
        páseme/enviadme/mandadme/enviarme/mandarme/reenvíame | me/nos envías/envía/mandas/manda/pasas/pasa | no
        olvides/olvide/olvidéis | recuerda/recuerde/recordad | échale/échele/eche un | cuando/en cuanto
        puedas/pueda/podáis/tengas/tenga | gracias … antes | si puedes/puede/pudieras/pudiera/podéis
    nl: alsjeblieft | alstublieft | svp | aub | a u b | graag | bij voorbaat | alvast | gelieve | verzoek/verzoeken |
        nodig … van je/u/jou/jullie | stuur/stuurt/mail/mailt/bel/belt/geef/geeft me/mij/ons/even | vergeet/vergeten
        niet | denk/denkt je/u/even aan | kijk/kijkt … even/naar/eens | zou/zouden fijn/mooi/prettig/handig/top |
        bedankt/dank … voor … … voor/uiterlijk
    pt: por favor | pfv | pf | se faz favor | faz favor |
        agradeço/agradecemos/agradecia/agradecíamos/agradeceria/agradeceríamos | desde já | antecipadamente |
        peço/pedimos/pedia/solicito/solicitamos/solicita | envie/envia/mande/manda/enviem/mandem me/nos | me/nos
        envie/envia/mande/manda/enviem/enviar/mandar | não se/te esqueça/esqueças | quando/assim/logo (que)
        puder/puderes/puderem/possível/poder | se puder/puderes/puderem/pudesse/possível | obrigado/obrigada … se |
        obrigado/obrigada por/pela/pelo … … até
    sv: snälla | vänligen | var god/vänlig/snäll | på förhand | skicka/skicka/mejla/maila/ring mig/oss/gärna/in/över |
        tacksam/tacksamma om/för/ifall | titta/kolla/läs gärna/igenom/på | glöm inte | kom ihåg | vore/skulle …
        snällt/bra/toppen/fint/kul om | så snart/fort du/ni/som | tack för … senast/innan | tack om du/ni
    """
)
"""Requests, and thanks for what is yet to be done."""

YOUR_TURNS: Words = table(
    """
    en: over to you | your (turn/call/choice/move/decision) to | your turn/call/choice/move/pick | you
        choose/decide/pick | up to you | in your court | choice is yours | reminder | bump | following up
    it: tocca/sta a te/lei/voi | a te/lei/voi la scelta/palla/decisione | decidi/scegli/scelga/decida (tu/lei) |
        decidete/scegliete | promemoria/sollecito | tu che dici
    pl: twoja/pani/pana/wasza kolej/decyzja | ty decydujesz/wybierasz | wybór/decyzja należy |
        przypominam/przypomnienie/przypominamy
    is: þú ræður/ákveður/velur/átt | undir þér/ykkur komið | áminning
    de: du/ihr/sie entscheidest/entscheidet/entscheiden | deine/ihre/eure entscheidung/wahl | (du) bist du/jetzt dran
        | du bist dran | sind sie dran | hast/haben/habt die wahl | erinnerung/erinnere
    fr: à toi/vous/votre/ton de/tour/jouer | tu/vous décides/choisis/décidez/choisissez | votre/ton camp |
        rappel/relance
    es: te/le/os toca | tú/usted eliges/decides/elige/decide | eliges/decides tú | tu/su turno/decisión | recordatorio
    nl: jij/u/je bent/beslist/kiest/mag | aan jou/u/jullie | aan zet | uw/jouw keuze/beurt | herinnering
    pt: tu/você decides/escolhes/decide/escolhe | escolhe/escolhes/decide/decides tu | tua/sua/vossa
        vez/decisão/escolha | lembrete
    sv: du/ni bestämmer/väljer/avgör | din/er tur | upp till dig/er | påminnelse/påminner
    """
)
"""That it is the other's turn, or that they are reminded of it."""

WAITS: Words = table(
    """
    en: waiting for/on | await/awaiting
    it: attendo/attendiamo/aspetto/aspettiamo/aspettando | in attesa | resto/restiamo in attesa
    pl: czekam/czekamy na | oczekuję/oczekujemy
    is: bíð/bíðum eftir
    de: warte/warten … auf | erwarte/erwarten
    fr: dans l'attente | en attente/attendant | attends/attendons/attendant
    es: a la espera | espero/esperamos/esperando … respuesta/noticias/confirmación/comentarios/contestación
    nl: wacht/wachten … op/af
    pt: aguardo/aguardamos/aguardando/aguardar | no/ao aguardo | à espera | espero/esperamos …
        resposta/retorno/notícias/confirmação
    sv: väntar/inväntar/avvaktar
    """
)
"""That one waits; the mail of who waits for a third party asks its reader for nothing."""

NEEDS: Words = table(
    """
    en: i/we (d/would) (still) need/require | asap | as soon as
    it: mi/ci serve/servono/servirebbe/servirebbero/occorre/occorrono | ho/abbiamo/avrei/avremmo bisogno | appena
        possibile | quanto prima
    pl: potrzebuję/potrzebujemy/potrzebny/potrzebne/potrzebna | jak najszybciej
    is: ég þarf | við þurfum | mig/okkur vantar | sem fyrst
    de: brauche/bräuchte/brauchen/bräuchten/benötige/benötigen/benötigten | so bald/schnell wie | baldmöglichst |
        schnellstmöglich
    fr: ai/avons/aurais/aurions besoin | me/nous faut/faudrait/faudra | dès que possible | au plus vite
    es: necesito/necesitamos/necesitaría/necesitaríamos | nos/me hace falta | lo antes posible | cuanto antes
    nl: heb/hebben/heeft … nodig | zo snel mogelijk
    pt: preciso/precisamos/precisava/precisávamos/precisaria | o mais rápido | o quanto antes
    sv: jag/vi (skulle) behöver/behöva | så snart som
    """
)
"""That one needs something, or soon; it may be time, or a word of the boss's."""

MAY_BE_REQUESTS: Words = table(
    """
    en: thanks/thank (you) … for (your) reviewing/confirming/considering/paying/signing/returning/completing/
        approving/processing/arranging/taking | thanks/thank (you) … for your
        consideration/attention/cooperation/prompt/swift/speedy
    it: grazie … per la/della/per l (tua/sua/vostra) attenzione/collaborazione/sollecita/cortese/pronta
    pl: dziękuję/dzięki … za (szybką/pilną/rychłą) odpowiedź/uwagę/rozpatrzenie
    is: takk fyrir skjót svör
    de: danke/dank für (eine/deine/ihre/eure) (baldige/zeitnahe/zügige/rasche/kurze)
        antwort/rückmeldung/prüfung/bestätigung/erledigung/bearbeitung/ aufmerksamkeit/mithilfe
    fr: merci … de/pour votre/ta/une (réponse/retour/prompte/attention)
        réponse/retour/rapide/attention/diligence/coopération
    es: gracias … por su/tu/vuestra (pronta/rápida) respuesta/atención/colaboración/consideración/gestión
    nl: dank/bedankt … voor uw/je/jullie (snelle/spoedige) aandacht/medewerking/reactie/antwoord
    pt: obrigado/obrigada … pela (sua/tua/vossa) (pronta/rápida) resposta/atenção/colaboração
    sv: tack för ett/ert/ditt (snabbt/skyndsamt) svar/samarbete
    """
)
"""Thanks that may be for what was done or for what is to be done ("thanks for confirming"): neither is plain."""

APPROVALS: Words = table(
    """
    en: for your approval/review/signature/consideration/perusal/sign | for approval/review/signature | go ahead to |
        your go ahead/approval/sign/blessing/ok/okay | approve/approved by | to review | to sign | and/to sign/return
        | sign off | any changes/corrections/edits/amendments
    it: per/in approvazione/visione | per tua/sua/vostra approvazione/conferma/revisione | tuo/suo/vostro
        ok/benestare/nulla/via | il via libera | da approvare/firmare/confermare/rivedere | approvare | approvazione
    pl: do akceptacji/zatwierdzenia/podpisu/podpisania/sprawdzenia/weryfikacji | akceptację/akceptacja |
        zatwierdzić/zaakceptować | o zatwierdzenie
    is: til samþykktar/samþykkis/yfirlestrar/yfirferðar/undirritunar/skoðunar | samþykki þitt/ykkar |
        samþykkir/samþykkið
    de: zur freigabe/ansicht/prüfung/durchsicht/unterschrift/abstimmung/korrektur/ genehmigung | freigabe | freigeben
        | ihr/dein/euer ok/okay/einverständnis/go
    fr: pour validation/approbation/relecture/signature/avis/accord | validation | valider/validez/valides |
        approbation | bon à tirer | bon pour accord | votre/ton accord
    es: para/a tu/su/vuestra (aprobación/revisión/firma/validación/visto) | para aprobación/revisión/firmar/revisar |
        aprobación | visto bueno | tu/su/vuestro ok/aprobación/visto | validar/validación
    nl: ter goedkeuring/beoordeling/controle/ondertekening/review | goedkeuring | goedkeuren | uw/je/jouw/jullie
        akkoord
    pt: para aprovação/validação/apreciação/assinatura/análise/revisão | aprovação/validação/aprovar/validar/assinar |
        seu/teu/vosso ok/aval/acordo/parecer
    sv: för godkännande/granskning/påseende/underskrift/signering/genomläsning | godkännande | godkänna | ditt/ert
        ok/godkännande/okej
    """
)
"""A word wanted on what is sent."""

MEETINGS: Words = table(
    """
    en: are you free/available/around | suit/suits you | how/what about | do you have time | let s
        schedule/meet/talk/set/find/arrange/book/discuss | available/free for a | schedule/arrange/book/set a/up
        call/meeting/a/time | suggest/propose … meet/meeting/call/talk | your availability | works/best/work for you |
        when is/are/would
    it: ti/le/vi va/andrebbe di | sei/è/siete libero/libera/liberi/disponibile/disponibili |
        proporrei/propongo/proponiamo/proporremmo | fissare/organizzare/programmare un/una/la | fissiamo/organizziamo
        | tua/sua/vostra disponibilità | quando sei/è/siete | potremmo/possiamo vederci/sentirci/incontrarci/fare
    pl: proponuję/proponujemy | kiedy ma/masz/macie | masz/macie/ma (pan/pani) czas/chwilę |
        pasuje/odpowiada/pasowałby/pasowałoby ci/pani/panu/państwu/wam | co powiesz/powiecie/pan na |
        możemy/moglibyśmy się spotkać/zdzwonić | umówmy się | spotkajmy się | jakiś termin
    is: eigum við | getum við hist/talað/fundað | ertu/eruð laus | hentar/passar þér/ykkur/yður | hvað með |
        legg/leggjum til | sting/stingum upp | hittumst við | bóka/bókum fund
    de: sollen/wollen/können/könnten wir | hast/habt/haben … zeit | schlage/schlagen … vor | würde/ginge/passte …
        dir/ihnen/euch | wie wär/wäre | lass/lasst/lassen uns | terminvorschlag/terminvorschläge/terminfindung |
        termin vereinbaren/finden/ausmachen
    fr: disponible/disponibles … pour | vos/tes disponibilités | disponibilités | vous/te propose/proposons
        de/un/une/le/mardi | on pourrait | pourrions/pouvons/pourrait nous/on | convenir d un/une | vous/te
        conviendrait/convient/irait/arrange | fixer/caler/organiser/prévoir un/une
    es: propongo/proponemos | te/le/os viene | estás/está/estáis/están disponible/disponibles/libre | tu/su
        disponibilidad | podemos/podríamos vernos/hablar/quedar/reunirnos/agendar | qué tal el/si/mañana |
        agendar/concertar/programar/fijar una
    nl: stel/stellen … voor | beschikbaar | afspraak maken/inplannen/plannen | heb/heeft/hebben je/u/jullie … tijd |
        komt/zou … je/u … uit | schikt | wat dacht je/u
    pt: podemos/poderíamos falar/marcar/reunir/encontrar/agendar/conversar | sugiro/sugerimos/proponho/propomos |
        sua/tua/vossa disponibilidade | disponibilidade | está/estás/estão disponível/livre/disponíveis | que tal |
        marcar/agendar uma/um
    sv: ska/kan vi | föreslår | passar … dig/er | har … tid | vad sägs | är du/ni ledig/lediga/tillgänglig | boka
        in/ett/en/tid | vi kan ses/träffas/ta
    """
)
"""A time or a meeting proposed."""

OFFERS: Words = table(
    """
    en: offer | quote | quotation* | proposal* | estimate/estimates | pricing | cost breakdown | price list
    it: offerta | offerte | preventiv* | proposta | proposte | quotazion*
    pl: ofert* | wycen* | kosztorys* | propozycj*
    is: tilboð* | verðtilboð* | tillaga | tillögu* | verðhugmynd* | kostnaðaráætlun*
    de: angebot* | kostenvoranschlag* | kostenschätzung* | preisliste* | vorschlag* | vorschläge
    fr: devis | offre | offres | proposition*
    es: presupuesto* | oferta* | propuesta* | cotización*
    nl: offerte* | voorstel* | prijsopgave* | aanbod | aanbieding*
    pt: orçamento* | proposta* | oferta* | cotação
    sv: offert* | förslag* | anbud* | prisförslag*
    """
)
INVOICES: Words = table(
    """
    en: invoice* | pro forma | proforma | overdue | payment reminder
    it: fattur* | parcella | notula
    pl: faktur* | rachunek | rachunku
    is: reikning*
    de: rechnung* | mahnung* | zahlungserinnerung* | honorarnote*
    fr: factur* | note d'honoraires
    es: factura* | cuenta/cuentas de cobro
    nl: factuur | facturen | factureren | nota
    pt: fatura*
    sv: faktura* | fakturor* | räkning*
    """
)
CREDIT_NOTES: Words = table(
    """
    en: credit note/notes/memo/memos/invoice/invoices | creditnote* | creditmemo*
    it: nota/note (di) credito | notadicredito* | notacredito*
    pl: faktura/faktury/fakturę/fakturze korygująca/korygujące/korygującej/korygującą | nota/noty/notę/nocie
        korygująca/korygujące/korygującej/korygującą | korekta/korekty/korektę (do) faktur*
    is: kreditreikning* | kreditnót*
    de: gutschrift* | stornorechnung* | rechnungskorrektur* | korrekturrechnung*
    fr: note/notes de crédit | facture/factures d'avoir | note d'avoir | avoir n/nº/numéro | avoir sur facture* |
        un/votre/cet avoir | attends/attendons/attente … avoir
    es: nota/notas de crédito | factura/facturas rectificativa/rectificativas | factura/facturas/nota/notas de abono |
        rectificativa | notadecredito*
    nl: creditnota* | creditfactuur/creditfacturen | credit nota/factuur/facturen | credit nota's
    pt: nota/notas de crédito | notadecredito*
    sv: kreditfaktur* | kreditnot* | kredit faktura/fakturan/nota/notan
    """
)
"""What looks like an invoice and gives money back: nobody owes an answer to it."""

DRAFTS: Words = table(
    """
    en: draft | drafts | mockup* | mock up | wireframe* | first version | proof | proofs
    it: bozz* | prima versione | mock up
    pl: szkic* | wersja/wersję/wersji robocza/roboczą/roboczej/wstępna/wstępną | pierwsza/pierwszą wersja/wersję
    is: drög | drögin | uppkast* | fyrsta/fyrstu útgáfa/útgáfu
    de: entwurf* | entwürfe* | entwurfs* | erste version/fassung
    fr: brouillon* | maquette* | ébauche* | première version | épreuve/épreuves
    es: borrador* | boceto* | maqueta* | primera versión
    nl: concept | concepten | schets* | eerste versie | ontwerp*
    pt: rascunho* | esboço* | maquete* | primeira versão
    sv: utkast* | skiss* | första version/versionen
    """
)
"""What one sends to be judged or paid: names of things, which ask only when they are handed over."""

HANDS_OVER: Words = table(
    """
    en: attached > | enclosed > | find attached/enclosed > | here is/are/s/you > | i ve attached > | below is/are > |
        sending/attaching you/over/the/it/them > | as an attachment
    it: in allegato > | allegato/allegata/allegati/allegate > | allego/alleghiamo > | ecco/eccoti/eccole/eccovi > |
        ti/le/vi mando/invio/giro/inoltro/inviamo/mandiamo > | invio/inviamo > | trovi/trova/trovate >
    pl: w załączniku/załączeniu > | załączam/załączamy > | przesyłam/przesyłamy/wysyłam/wysyłamy/podsyłam > | oto >
    is: í viðhengi > | meðfylgjandi > | hér er/eru/kemur/koma/fylgir/fylgja/með > | hérna er/eru > | viðhengi*
    de: anbei > | im/als anhang > | beigefügt/angehängt/beiliegend > | hier ist/sind/kommt/kommen/das/der/die/ein/nun
        > | sende/schicke/übersende/senden/schicken/übersenden dir/ihnen/euch >
    fr: ci joint/jointe/joints/jointes > | en pièce/pièces jointe/jointes > | en pj > | voici/voilà > | vous/t/te
        envoie/adresse/transmets/envoyons/joins > | tu trouveras | vous trouverez >
    es: adjunto/adjunta/adjuntos/adjuntas/adjuntamos > | aquí tienes/tiene/tenéis/va/van/está/están > | te/le/os/les
        envío/mando/paso/adjunto/remito >
    nl: bijgevoegd/bijgaand/bijgesloten > | in (de) bijlage > | hierbij > | hier is/zijn/heb/vind/de/het > | stuur
        je/u/jullie >
    pt: em anexo > | anexo/anexa/anexos/anexamos > | segue/seguem > | aqui está/estão/vai/vão/tem/tens > |
        envio/envia/enviamos lhe/te/vos/em/o/a/os/as >
    sv: bifogat/bifogad/bifogade/bifogar > | här är/kommer/har > | i bilagan | skickar dig/er/med/över/här > |
        medföljer >
    """
)
"""Something is given with the mail."""
