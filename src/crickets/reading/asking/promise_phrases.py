"""
How people put off an answer, by language.

Tables only, in the notation of `phrasebook`; when such a phrase is a promise is for `promises`.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

PROMISES: Words = table(
    """
    en: ll/will/shall/can/could/try/hope/aim/expect/able/plan/going … get/come/be/circle/write/report back |
        ll/will/shall/can/try/hope/going … revert | let me/us get/come back … to you | i/we let you know |
        ll/will/shall/can/could/try/hope/able/going … let you know | ll/will/shall … reply/respond/revert | i/we
        ll/will/shall … answer/confirm/decide | ll/will/shall … answer you/your | ll/will/shall …
        inform/notify/update/tell you | ll/will/shall … … let you know | i/we can/could
        (only/probably/then/definitely) reply/respond/answer/confirm/decide | ll/will/shall …
        send/give/email/share/write/call/forward/provide/contact … you | ll/will/shall … have …
        answer/decision/reply/response/update/feedback | ll/will/shall hear (back) from me/us | ll/will/shall be in
        touch | give me/us … until | ll/will/shall/can/could … touch base | ll/will/shall follow up
    it: ti/le/vi/gli (lo) faccio/facciamo/farò/faremo/farà/faranno sapere/avere | ti/le/vi/la
        aggiorno/aggiornerò/aggiorniamo/aggiorneremo/ricontatto/ricontatterò/
        ricontattiamo/ricontatteremo/richiamo/richiamerò/rispondo/risponderò/
        rispondiamo/risponderemo/scriverò/scriveremo/riscrivo/confermerò/
        confermeremo/manderò/manderemo/invierò/invieremo/darò/daremo/dirò/ diremo/contatterò | ti/le/vi/gli (ne)
        do/diamo (una) … risposta/riscontro/conferma/notizie | mi/ci faccio/facciamo/farò/faremo
        vivo/viva/vivi/sentire/risentire | farle/farti/farvi sapere/avere | risponderle/risponderti/rispondervi |
        darle/darti/darvi (una) … risposta/riscontro/conferma | torno/torniamo da te/lei/voi | farò/faremo
        avere/sapere | risponderò/risponderemo/decideremo/decidiamo/deciderò | avrà/avrai/avrete/riceverà/riceverai …
        risposta/riscontro/notizie
    pl: dam/damy/da/dadzą (ci/panu/pani/państwu/wam) … znać/odpowiedź | odezwę/odezwiemy się |
        odpowiem/odpowiemy/odpiszę/odpiszemy | wrócę/wrócimy … do/z
        ciebie/pana/pani/państwa/was/tematu/sprawy/odpowiedzią/informacją/ decyzją | skontaktuję/skontaktujemy się |
        prześlę/prześlemy/wyślę/wyślemy/podeślę/przekażę/przekażemy | potwierdzę/potwierdzimy |
        zadzwonię/zadzwonimy/oddzwonię | podejmiemy/podejmę decyzję | poinformuję/poinformujemy | będę/będziemy
        miał/miała/mieli … odpowiedź/decyzję | będę/będziemy wiedział/wiedziała/wiedzieli/wiedzieć |
        postaram/postaramy/spróbuję/spróbujemy/mogę/możemy/będę/będziemy/planuję/planujemy/zamierzam/zamierzamy/
        obiecuję/obiecujemy (się) (mógł/mogła/mogli) … odpowiedzieć/odpisać/odezwać/wrócić/przesłać/podesłać/wysłać/
        potwierdzić/zadzwonić/oddzwonić/skontaktować/poinformować/dać/udzielić/zdecydować/napisać/przekazać |
        napiszę/napiszemy | zdzwonimy się | ustosunkuję/ustosunkujemy się | udzielę/udzielimy … odpowiedzi/informacji |
        wracam/wracamy … tematem/odpowiedzią/informacją/decyzją | będę/będziemy w kontakcie |
        odpowiedź/odpowiedzi/decyzję/decyzja/uwagi …
        prześlę/prześlemy/wyślę/wyślemy/udzielę/udzielimy/podejmę/podejmiemy/zapadnie |
        otrzyma/otrzymasz/otrzymacie/otrzymają/dostanie/dostaniesz/dostaniecie/dostaną …
        odpowiedź/decyzję/informację/wiadomość | (proszę/prosimy) daj/dać/dajcie (mi/nam) … czas … do
    is: læt/látum/lætur (ég/við) þig/ykkur/yður vita | læt/látum … vita | mun/munum/skal/skulum/ætla/ætlum/kem/reyni
        (til) (með) (að) … svara/senda/staðfesta/láta/hringja/ákveða | svara/svörum (ég/við) þér/ykkur | ég/við
        svara/svörum | verð/verðum/hef/höfum … í sambandi/bandi/samband | heyri/heyrum … í þér/ykkur | kem/komum …
        svar/svör/svari | þú/þið færð/fáið/munt/munuð … svar/svör/svari | færð/fáið (þú/þið) … svar/svör |
        hringi/hringjum í þig
    de: sag/sage/sagen (ich/wir) (es) dir/ihnen/euch … bescheid | melde/meld/melden (ich/wir) (mich/uns) | mich/uns …
        melde/melden/zurückmelden | gebe/geb/geben … bescheid/rückmeldung/rueckmeldung/antwort | gebe/geben … …
        bescheid/rückmeldung/antwort | komme/kommen … auf dich/sie/euch … zu/zurück | komme/kommen … … darauf/dich/sie
        zurück | antworte/antworten (ich/wir) (dir/ihnen/euch) | lasse/lass/lassen … dich/sie/euch … wissen |
        werde/werden … melden/antworten/schicken/senden/mitteilen/entscheiden/beantworten/
        bestätigen/zurückmelden/geben | werde/werden … … …
        melden/antworten/schicken/senden/mitteilen/entscheiden/beantworten/ bestätigen/zurückmelden/geben/zukommen |
        hören/hörst/hört … von mir/uns | bekommst/bekommen/bekommt/erhalten/erhältst/erhaltet … …
        antwort/rückmeldung/bescheid/nachricht | ruf/rufe/rufen dich/sie/euch … an
    fr: je/on vous/te/t dis/redis/dit/redit | jte/jvous dis/redis/réponds/rappelle/tiens/fais |
        manquerai/manquerons pas de vous/te/revenir (vers) (vous/toi) (répondre/recontacter/tenir) | (vous/te/t)
        donne/donnerai/donnons/donnerons/donnera … réponse/retour/nouvelles/avis |
        reviens/reviendrai/reviendrons/revenons/reviendrais … vers vous/toi |
        vous/te/t tiens/tient/tiendrai/tenons/tiendrons/tiendra (au) (courant/jus) | vous/te/t
        réponds/répondrai/répondrons/répondons/répondre | vous/te/t fais/ferai/ferons/faisons/fait savoir/signe/un |
        vous/te/t ferai/ferons part/parvenir | vous/te/t (re)
        recontacte/recontacterai/recontacterons/rappellerai/rappellerons/
        enverrai/enverrons/confirmerai/confirmerons/donnerai/donnerons/dirai/ dirons/écrirai | aurez/auras …
        réponse/retour/nouvelles | recevrez/recevras … réponse/retour | revenir vers vous/toi
    es: te/le/os/les (lo) estoy/estaré/estamos/estaremos/estaría/estaríamos
        dando/contestando/respondiendo/avisando | estoy/estaré/estamos/estaremos
        dándote/dándole/dándoles/contestando/respondiendo/avisando … respuesta | haré/haremos llegar |
        lunes/martes/miércoles/jueves/viernes/semana/viene/próxima/mañana te/le/os/les (lo) confirmo/confirmamos |
        te/le/os/les (lo) confirmo/confirmamos antes/en |
        te/le/os/les (lo) contesto/contestaré/contestaremos/contestamos/respondo/responderé/
        responderemos/respondemos/aviso/avisaré/avisaremos/avisamos/digo/diré/
        diremos/decimos/confirmaré/confirmaremos/escribiré/escribiremos/llamo/
        llamaré/llamaremos/llamamos/enviaré/enviaremos/mandaré/mandaremos/
        cuento/contaré/contamos/comentaré/comentaremos/daré/daremos/doy/damos/
        informaré/informaremos/haré/haremos/contactaré/contactaremos | pondré/pondremos/pongo/ponemos en contacto |
        volveré/volveremos a | vuelvo a escribirte/escribirle/contactar/contactarte/contactarle |
        tendrás/tendrá/tendréis/recibirás/recibirá … respuesta/noticias | vamos/voy a
        contestar/contestarte/contestarle/responder/responderte/responderle/ enviar/enviarte/enviarle |
        contestaré/responderé/contestaremos/responderemos/avisaré |
        decirte/decirle/contestarte/contestarle/responderte/responderle | daré/daremos respuesta
    nl: kom/komen (ik/we/wij) er/hier/hierop/erop/daar/daarop/bij … terug | kom/komen (ik/we/wij)
        er/hier/hierop/erop/daar/daarop/bij … … terug | kom/komen … hierop/erop/daarop … terug | terugkomen/terugkom |
        laat/laten (ik/we/wij) (het) je/u/jullie … weten | laat/laten (ik/we/wij) (het) … je/u/jullie weten |
        ik/we/wij laat/laten … weten | laat/laten ik/we/wij … … weten | ik/we/wij laat/laten … graag … weten |
        kom/komen … graag … terug | laten weten | reageer/reageren/antwoord/antwoorden (ik/we/wij) (je/u) (op) |
        zal/zullen … … reageren/antwoorden/terugkomen/weten/sturen/beslissen/bevestigen/ bellen/geven/contacteren |
        hoort/hoor/horen … van me/mij/ons | neem/nemen … … contact … op | neem/nemen contact |
        bel/mail/app/contacteer/contacteren (ik/we/wij) je/u/jullie
        | koppel/koppelen … terug | weet/weten (ik/we/wij/je/u/jullie) … meer | beslis/beslissen (ik/we/wij) |
        hoop/hopen/verwacht/verwachten/probeer/proberen … … te (kunnen)
        reageren/antwoorden/vertellen/laten/sturen/beslissen/bevestigen/bellen | geef/geeft me/mij/ons … tot |
        krijgt/krijg/ontvangt/ontvang … … antwoord/reactie/bericht | geef/geven je/u/jullie …
        antwoord/reactie/uitsluitsel
    pt: dou/damos/darei/daremos/darei/dar (lhe/te/vos) … resposta/retorno/feedback/notícias/posição | te/lhe/vos
        respondo/responderei/responderemos/retorno/retornarei/aviso/avisarei/avisaremos/digo/direi/diremos/
        ligo/ligarei/contacto/contactarei/escreverei/enviarei/darei/daremos/mando/dou/falo/falamos/falarei |
        respondo/respondemos/responderei/responderemos/responder (lhe/te/até) |
        retorno/retornarei/retornaremos/retornamos (até/contato/contacto/na/no/com) |
        aviso/avisarei/avisaremos/digo/direi/ligo/envio/escrevo te/lhe/vos | volto/voltarei/voltaremos/voltamos a …
        contacto/contactar/contatar/escrever/falar | volto/voltarei/voltamos/voltaremos … assunto/tema |
        entro/entrarei/entraremos/entramos em contacto/contato |
        enviarei/enviaremos/mandarei/mandaremos/confirmarei/confirmaremos/informarei/informaremos/daremos/ comunicarei
        | terá/terás/terão/receberá/receberás … resposta/retorno/notícias | vou/vamos (te/lhe)
        responder/dar/enviar/confirmar/retornar/mandar
    sv: återkommer/återkopplar/återkomma/återkoppla | hör (jag/vi) av mig/oss | hör av mig/oss | svarar (jag/vi)
        (dig/er) | kommer/ska/skall/hinner/kan (jag/vi) (att) … svara/återkomma/höra/skicka/meddela/ge/ringa/bestämma
        | meddelar (jag/vi) dig/er | låter dig/er veta | lämnar/lämna … besked/svar | du/ni ska/skall/kommer … få/höra
        … svar/besked/återkoppling | hojtar (jag/vi) | mejlar/mailar/skriver (jag/vi) (till) dig/er | ger (jag/vi)
        dig/er … besked/svar/återkoppling | du/ni får/hör … svar/besked/från/av | ringer (jag/vi) dig/er | får du/ni …
        svar/besked
    """
)
"""An answer promised, by its author or for them."""

OTHERS_PART: Words = table(
    """
    en: you/u ll/will/can/could/shall (be) (able) (to) reply/respond/answer/confirm/decide/send/give/get/come/let/have
        | you ll/will/can (be) (able) (to) … get/come back | wanted/writing/pleased/happy to let you know | let you
        know that
    it: ci/mi ricontatterete/risponderete/risponderai/risponderà/farai/farete/farà sapere | (ti/le/vi) faccio/facciamo
        sapere che | (ti/le/vi) aggiorno/aggiorniamo su/sul/sulla/sulle/sui/sullo | (ti/le/vi) rispondo/rispondiamo
        in/alla/al/a
    pl: odpowiesz/odpiszesz/odpowiecie | nie/czy mogę/możemy/będę/będziemy (mógł/mogła/mogli) …
        odpowiedzieć/odpisać/odezwać/wrócić/przesłać/potwierdzić/dać/udzielić/zdecydować/przekazać
    is: þú/þið munt/munuð svara | læt/látum þig/ykkur/yður vita að
    de: werden/wirst/werdet sie/du/ihr … melden/antworten/schicken/senden/geben | melden sie | melde/meldet dich/euch
        | geben sie | lassen sie | kommen sie … auf | melde/melden mich/uns (kurz/nochmal/noch)
        wegen/zurück/bezüglich/aufgrund/mit/auf/weil/zu/aus | antworte/antworten (dir/ihnen/euch) auf/zu
    fr: ai/as/a/avons/avez/ont donné … réponse/retour/nouvelles/avis | je/on vous/te/t dis/dit que/merci/bravo |
        (vous/te/t) donne/donnons/donnerai/donnerons … réponse/retour/avis négative/négatif/positive/positif/favorable |
        revenez/reviens/revenir vers moi/nous | vous/te/t dis/dit que/merci | me/nous répondrez/répondras |
        reviens/revenons/reviendrai (donc) vers vous/toi (donc/car/afin) au/suite/concernant/car/pour/sur/à/afin/comme
        sujet/à/le/la/les/notre/votre/propos/de
    es: me/nos contestas/contesta/respondes/responde/contestará/responderá | quedo/quedamos pendiente/pendientes … …
        gerencia/dirección/jefe/jefa/junta/finanzas/contabilidad/socio/socia | (te/le/os/les)
        aviso/avisamos/digo/decimos/cuento/contamos/comento de/que |
        lunes/martes/miércoles/jueves/viernes/semana/viene/próxima/mañana te/le/os/les confirmo/confirmamos que
    nl: laat/laten … mij/me/ons … weten | kun/kunt je/u |
        (ik/we/wij) laat/laten (ik/we/wij) (het) … (je/u/jullie) weten dat |
        dat je/u/jullie … … reageren/reageert/antwoorden/antwoordt/terugkomen/terugkomt
    pt: me/nos responda/responde/avise/retorne | te/lhe/vos aviso/avisamos/digo/dizemos que/de | aviso/digo te/lhe/vos
        que/de
    sv: hör av dig/er | meddelar (dig/er) att | återkommer angående/ang/gällande/med
    """
)
"""The same words where they are the other's part, or tell what is already known ("I'll let you know that …")."""
