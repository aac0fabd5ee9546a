"""
What closes a matter and needs no answer, by language, and the courtesies that say neither.

Tables only, in the notation of `phrasebook`; when they prove anything is for `expectation`.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

NO_REPLY: Words = table(
    """
    en: no (further) reply/response/answer/action (is) needed/necessary/required/expected | no need to
        reply/respond/answer/write | no need for a/you reply/response/answer | don t/not need/have to
        reply/respond/answer | you don t/not need/have to do anything | don t bother replying/answering/responding |
        needn t reply/answer/respond | nothing (else/more/further) (is) needed/required from you | nothing for you to
        do | nothing you need/have to do | nrn | for your records/files
    it: non serve/occorre (che) (mi) (una/alcuna/nessuna) rispondere/risposta/rispondermi/risponda/rispondiate | non è
        necessario/necessaria/richiesta/indispensabile (che) (mi) (una/alcuna/nessuna)
        rispondere/risposta/rispondermi/risponda/riscontro | non c è bisogno di/che (mi/una/alcuna)
        rispondere/risposta/rispondermi/risponda | nessuna risposta (è) necessaria/richiesta/attesa | senza bisogno di
        risposta/rispondere | non devi/deve/dovete (nemmeno) rispondere/rispondermi/fare | non serve fare nulla/niente
    pl: nie musisz/musi/musicie/trzeba (pan/pani/państwo/mi) (już/na to) odpowiadać/odpisywać/nic | nie wymaga
        odpowiedzi/odpowiadania | odpowiedź nie jest wymagana/potrzebna/konieczna | nie oczekuję/oczekujemy odpowiedzi
        | nie ma potrzeby odpowiad*/odpis* | proszę nie odpowiadać/odpisywać | bez konieczności odpowiedzi
    is: (þú/þið) þarft/þarf/þurfið ekki að svara | óþarfi að svara | engin/ekki þörf á (að) svar*/svör* | ekki
        nauðsynlegt að svara | þarfnast ekki svars
    de: keine (weitere/rück) antwort/rückmeldung/rückantwort/reaktion/rueckmeldung (ist)
        nötig/notwendig/erforderlich/noetig | brauchst/brauchen/braucht/musst/müssen/müsst (du/sie/ihr) (mir)
        (darauf/hierauf) nicht (zu) antworten/antworten/reagieren/beantworten | (eine) antwort/rückmeldung (ist) nicht
        nötig/notwendig/erforderlich | antwort/rückmeldung erübrigt sich | für deine/ihre/eure unterlagen/akten |
        nichts weiter zu tun/unternehmen
    fr: pas besoin de (me/nous) répondre/réponse/retour | inutile de (me/nous) répondre | aucune réponse/action (n)
        (est) nécessaire/attendue/requise | n appelle pas/aucune (de) réponse | ne nécessite/demande/requiert
        pas/aucune (de) réponse | n avez/as pas (à/besoin) (de) (me/nous) répondre | pour vos/tes/votre
        dossiers/archives/dossier
    es: no hace falta (que) (me) (nos) respondas/responda/respondáis/responder/contestes/conteste/contestéis/
        contestar/respuesta | no es necesario/necesaria (que) (me/una)
        respondas/responda/responder/contestes/conteste/contestar/respuesta | sin necesidad de
        respuesta/responder/contestar | no necesitas/necesita/tienes/tiene (que) responder/contestar | no
        requiere/precisa (de) respuesta | para tu/su/vuestro archivo
    nl: hoef/hoeft/hoeven (je/u/jullie) (hier/er) (hierop/niet) (op) niet (op) (te) antwoorden/reageren/beantwoorden |
        je/u/jullie hoef/hoeft/hoeven (hier) niet (op) te antwoorden/reageren/doen | geen (verdere)
        antwoord/reactie/actie/bericht (is) nodig/vereist/noodzakelijk/verwacht | antwoord/reactie/reageren/antwoorden
        (is) niet nodig/noodzakelijk | voor je/uw administratie/archief
    pt: não é necessário/preciso/necessária (que) (me/uma) responder/responda/respondas/resposta | não
        precisa/precisas/precisam/necessita (de) (me) responder/resposta/fazer | não tem/tens de/que responder | sem
        necessidade de resposta/responder | não carece/requer (de) resposta | dispensa resposta | para o seu/teu
        arquivo
    sv: behöver/behövs du/ni inte/ej svara/göra | du/ni behöver inte/ej svara/göra | inget svar
        behövs/krävs/nödvändigt/förväntas | inget behov av svar | svar behövs/krävs/är ej/inte | kräver/behöver
        inget/ej svar | ni/du (inte) behöver svara inte
    """
)
"""That no answer is needed, in so many words."""

FOR_INFORMATION: Words = table(
    """
    en: fyi | for your (own) information/awareness | for (general) info | just so you know
    it: per conoscenza | per (tua/sua/vostra) (opportuna) conoscenza | per tua/sua/vostra (opportuna) informazione | a
        (solo/puro) titolo informativo
    pl: do wiadomości | do (twojej/pana/pani/państwa/waszej) wiadomości/informacji | dla (twojej/pana/pani/państwa)
        informacji | informacyjnie
    is: til upplýsingar/upplýsinga/fróðleiks
    de: zur kenntnis/kenntnisnahme | zu deiner/ihrer/eurer kenntnis/kenntnisnahme/information/info | (nur) zur
        information/info
    fr: pour information/info | pour votre/ton/ta/vos/leur (bonne/parfaite) information/info | à titre d'information |
        à titre informatif | pour mémoire | à toutes fins utiles
    es: para tu/su/vuestra/vuestro información/conocimiento | a título/modo informativo | para conocimiento
    nl: ter informatie/info/kennisgeving/kennisname/kennisneming | voor/tot je/jouw/uw/jullie informatie/info
    pt: para (o/a) teu/seu/sua/tua/vosso/vossa conhecimento/informação | para conhecimento | a título informativo
    sv: för (din/er/eran/ert/allmän) kännedom | till (din/er) kännedom | för din/er information
    """
)
"""That it is told only to be known."""

THANKS: Words = table(
    """
    en: (so/very/too/how) kind/sweet/nice/thoughtful of you/them/her/him | thanks/you from (the) (bottom) (of)
        (the/my) heart | thanks/thanx/thx | thank you/u | thanks/thank (you) … for > | thanks/thank (you) … to > |
        thanks/you/much/lot for your (quick/kind/prompt/detailed/valuable)
        feedback/thoughts/opinion/comments/input/reply/answer/decision/ confirmation/approval/go/sign > |
        many/huge/big thanks | much appreciated | appreciate it/that/this/your > | ta | cheers
    it: grazie di/dal (tutto/profondo) (del) cuore | (troppo/molto/davvero/sempre)
        gentile/gentilissima/gentilissimo/gentili | che gentile/carino/carina/carini/caro/cara/cari/dolce/pensiero |
        grazie (mille/tante/infinite/ancora/davvero) | molte/mille/tante grazie | grazie … a te/lei/voi/tutti |
        ti/la/vi ringrazio/ringraziamo > | ringrazio/ringraziamo > | grazie …
        per/di/del/della/dei/delle/dell/dello/degli/dal/dell > | grazie che/davvero >
    pl: jak miło/mile/uprzejmie | to (bardzo/naprawdę) miłe | z całego serca | jeszcze raz (bardzo/serdecznie)
        dziękuję/dziękujemy/dzięki > | dziękuję/dziękujemy/dzięki/dziękuje (bardzo/serdecznie/ślicznie/uprzejmie) |
        dziękuję/dziękujemy/dzięki … za/że > | wielkie/piękne/serdeczne dzięki | podziękowania
    is: takk kærlega/innilega/æðislega | mjög/svo fallegt/vinalegt (af) (þér/ykkur) | takk | takk … fyrir > |
        kærar/bestu/innilegar/þúsund/hjartans þakkir | þakkir … fyrir > | þakka/þökkum … fyrir > | þakka/þökkum
        þér/ykkur/kærlega/innilega
    de: (danke/dank) von (ganzem/herzen) herzen | (wie/so/sehr/ja/ganz/echt) lieb/nett/aufmerksam/süß (von)
        (dir/ihnen/euch) | danke/dankeschön/dankeschoen | danke … für/fürs/dass/auch > | danke
        dir/ihnen/euch/nochmal/nochmals/sehr/schön/vielmals > | (vielen/besten/herzlichen/lieben/tausend/recht) dank |
        dank … für/fürs > | bedanke/bedanken mich/uns >
    fr: merci (beaucoup/infiniment) (du/de) (fond/tout) (du) cœur/coeur | (c) (est/trop/très/vraiment/si)
        gentil/adorable/sympa/chouette (de/à) (ta/votre/toi/vous) (part) | encore (une fois) merci > | encore (un
        grand) merci > | merci (beaucoup/bien/infiniment/encore/mille/vraiment) | merci … pour > | merci
        (beaucoup/encore) de votre/ta/ton/vos/tes/m/nous/l/cette/ce > | mille mercis | remercie/remercions > | un
        (grand/immense) merci | merci à vous/toi/tous
    es: gracias (mil) de (todo) corazón | (qué/muy/tan) amable/majo/maja/lindo/linda/cariñoso | qué detalle | gracias
        (mil/muchas/muchísimas) | muchas/mil/muchísimas/infinitas gracias | gracias … por > | gracias a
        ti/usted/vosotros/todos | agradezco/agradecido/agradecida/agradecidos > | te/le/os agradezco >
    nl: (heel/heel) (erg/hartelijk/veel) bedankt | bedankt/dank/dankjewel (je/u/jullie) (wel) voor het laten weten > |
        uit de grond van mijn hart | (wat/heel/erg) lief/aardig/attent
        (van) (je/jou/jullie/u) | bedankt/dankjewel/dankuwel/dankje | dank … je/u/jullie (wel) |
        hartelijk/veel/heel/vriendelijk/hartelijke dank/bedankt/erg | bedankt/dank/dankjewel … voor/dat > | (dank)
        dank je/u/jullie
    pt: (muito) obrigado/obrigada de/do (todo/fundo) (o/do) coração | (que/muito)
        gentil/querido/querida/amável/simpático/simpática (da) (tua/sua) (parte) | mais uma vez (muito)
        obrigado/obrigada > | obrigado/obrigada/obg/obrigadão/brigado (mesmo) | muito/imenso obrigado/obrigada |
        obrigado/obrigada … por/pela/pelo/pelas/pelos/eu > | agradeço/agradecemos a/o/as/os/pela/pelo/imenso/muito
        sua/seu/tua/teu/vossa/vosso/envio >
    sv: tack av (hela/allt) (mitt) hjärta | (så/vad/väldigt) snällt/gulligt/rart/omtänksamt (av) (dig/er) |
        tack/tackar | tack … för > | (stort/många/tusen/varmt) tack | tack så mycket/hemskt | tack detsamma/själv
    """
)
"""Thanks; for what, to the end of the clause."""

CONFIRMS: Words = table(
    """
    en: how lovely/nice/wonderful/great/kind/sweet/exciting | what lovely/wonderful/great/good (a) news > |
        thrilled/delighted | confirmed | i/we (can/hereby/also) confirm > | happy to confirm > |
        perfect/great/excellent/brilliant/wonderful/fantastic/awesome/lovely/ superb | sounds/looks/that sounds/looks
        good/great/perfect/fine/lovely (to me) | sounds like a > | works for me/us | works (perfectly/well/fine) (for)
        (me/us) | all good/set/clear/fine | noted | got it/them/this | received > | understood | ok/okay | agreed |
        will do | no problem/worries/problems/worry | of course | absolutely | good/great to know/hear/see/have > |
        great/good/wonderful news/job/stuff/work > | glad/pleased/happy to hear/know/see > | glad you/it/that > |
        congratulations/congrats > | well done | looks/look/looking forward to
        it/that/this/our/seeing/meeting/working/welcoming > | fine by/with me | it/that/this s/is
        fine/ok/okay/perfect/great | point taken | exactly/correct/right | that s right/correct | take your time | no
        rush/hurry | so happy/glad/pleased >
    it: che bello/bella/belli/belle/meraviglia/gioia/piacere/spettacolo/bellezza/sorpresa/notizia
        (notizia/sorpresa/notizie) |
        meraviglioso/meravigliosa/splendido/stupendo/fantastico/bellissimo/bellissima/evviva |
        contentissima/contentissimo/felicissima/felicissimo |
        contentissima/contentissimo/felicissima/felicissimo che > | confermo/confermiamo > |
        confermato/confermata | ricevuto/ricevuta/ricevuti/ricevute > | perfetto/perfettamente | ottimo | ottima
        idea/notizia > | benissimo | va bene/benissimo | d accordo | molto bene | certo/certamente | ok/okay/okey |
        nessun/non problema | non c è (alcun/nessun) problema | preso/prendo/prendiamo nota/atto > |
        bella/bellissima/splendida notizia | complimenti > | bravissimi/bravissimo/bravissima | sono/siamo
        contento/contenta/felice/felici/lieto/lieta/contenti > | mi/ci fa (molto) piacere > | tutto
        ok/chiaro/bene/perfetto | a posto | intesi | esatto/esattamente/giusto/corretto | andata | volentieri
    pl: jak miło/fajnie/super/pięknie/cudownie | cudownie/wspaniale/fantastycznie | potwierdzam/potwierdzamy > |
        potwierdzone | otrzymałem/otrzymałam/otrzymaliśmy/dostałem/dostałam/dostaliśmy > |
        doszło/dotarło/dotarły/doszły > | super/świetnie/doskonale/idealnie/znakomicie/rewelacja/ekstra | w porządku |
        zgoda/zgadza | jasne/oczywiście | ok/okej/okay | dobrze/dobra | rozumiem/rozumiemy | przyjąłem/przyjęłam | nie
        ma problemu/sprawy | pasuje | gratuluję/gratulacje/gratulujemy > | cieszę/cieszymy się > |
        cieszę/cieszymy … że > | super/świetnie/fajnie/dobrze/miło/cudownie/wspaniale że > | wszystko jasne/gra
        | dokładnie/właśnie | zanotowałem/zanotowałam/zapisałem/zapisałam >
    is: en gaman/frábært/yndislegt/fallegt/gott/æðislegt | yndislegt/dásamlegt | staðfesti/staðfestum/staðfest > |
        móttekið | frábært/frábær | flott/flottur | fínt/fín | glæsilegt | snilld | gott mál/að heyra/að vita > | allt
        í lagi/góðu | í góðu lagi | mjög gott/vel/flott | ekkert mál | ég skil | skil/skilið | samþykkt | ok/okei |
        einmitt/auðvitað | hljómar vel | sammála | til hamingju > | gaman að heyra > | hlakka/hlökkum til > | fékk
        þetta/póstinn/skjölin/gögnin > | hef fengið/móttekið > | geggjað/æðislegt
    de: schön/gut/toll/super/prima/klasse dass > | freut/freue/freuen mich/uns … dass > |
        wie schön/toll/wunderbar/super/fein/großartig | freut/freuen mich/uns (sehr/riesig/total/ungemein) |
        bestätigt | bestätige/bestätigen (hiermit/ihnen/dir) > | (gut/ist/sind) angekommen | erhalten |
        perfekt/super/prima/toll/klasse/wunderbar/großartig/bestens/ hervorragend/ausgezeichnet/spitze/top | sehr gut
        | alles klar/gut/bestens | in ordnung | einverstanden | passt (perfekt/gut/mir/uns/so) | geht klar | klingt
        gut/super/prima/perfekt | ok/okay/oki | verstanden | notiert/vermerkt | zur kenntnis genommen | kein problem |
        freut mich/uns > | freue/freuen mich/uns (schon/sehr) (auf/darauf/drauf/über) > | glückwunsch/glückwünsche > |
        gratuliere/gratulation > | gute arbeit | genau | abgemacht | mache/mach ich | stimmt/richtig/korrekt | keine
        eile | wird gemacht | erledigt | gerne/gern | schön zu hören >
    fr: quelle bonne/belle/super/excellente/chouette nouvelle/surprise/idée | quelle joie/surprise/chance |
        confirmé/confirmée | confirme/confirmons > | bien reçu/noté/compris > | reçu/reçue |
        parfait/super/excellent/génial/impeccable/nickel/top/formidable | très bien | c est
        bon/parfait/noté/entendu/super/ok/réglé | entendu | d accord | ok/okay | ça marche/roule | ça me va/convient >
        | pas de souci/soucis/problème/problèmes | aucun souci/problème | bien sûr/entendu | volontiers | compris |
        noté | félicitations/bravo > | ravi/ravie/ravis/heureux/heureuse/content/contente/contents (de/que) > | tout
        est clair/bon/ok | bonne nouvelle > | exactement/exact | tout à fait | c est ça/exact/cela | j ai bien reçu >
    es: qué alegría/bien/bueno/ilusión/maravilla/bonito/gusto/guay/chulo/buena (noticia) | confirmado/confirmada |
        confirmo/confirmamos > | recibido/recibida/recibidos/recibidas > | he/hemos recibido > |
        perfecto/genial/estupendo/excelente/fenomenal/fantástico/buenísimo | muy bien | vale/dale | de acuerdo |
        ok/okay | claro | claro que sí | por supuesto | sin/ningún problema/problemas | no hay problema | no pasa nada
        | me/nos parece (muy) bien/perfecto/genial | suena bien/genial | anotado | tomo/tomamos nota > | entendido |
        queda/quedamos confirmado/confirmada/anotado/así > | enhorabuena/felicidades/felicitaciones > | me/nos
        alegro/alegra/alegramos > | encantado/encantada/encantados > | buena/gran noticia > | todo
        claro/bien/listo/correcto | listo | hecho | exacto/exactamente/correcto | eso es
    nl: bevestigd | bevestig/bevestigen > | ontvangen | (goed/in) goede orde ontvangen > |
        perfect/prima/top/super/geweldig/uitstekend/fantastisch/mooi/fijn/leuk | helemaal goed/prima/duidelijk |
        is/dat (is) goed/prima/akkoord | akkoord | oké/ok/oke | in orde | begrepen | genoteerd | duidelijk | geen
        probleem | komt goed/voor | komt in orde | doe/doen ik/we | afgesproken | klinkt goed/prima |
        precies/inderdaad/klopt | dat klopt | gefeliciteerd/proficiat > | goed/fijn/leuk/mooi om/te horen/te > | wat
        leuk/fijn/goed/mooi > | kijk/kijken er/ernaar (erg) (naar) uit > | heb/hebben … ontvangen
    pt: que bom/boa/maravilha/alegria/lindo/linda/giro/fixe (notícia) | confirmado/confirmada | confirmo/confirmamos >
        | recebido/recebida/recebidos | recebi/recebemos > |
        perfeito/ótimo/óptimo/excelente/maravilha/fantástico/impecável | muito bem/bom | tudo
        bem/certo/ok/claro/perfeito | está bem/ótimo/bom/perfeito/óptimo/combinado | combinado | de acordo | ok/okay |
        claro | com certeza | certo | sem/nenhum problema/problemas | não há/tem problema | beleza/fechado/show |
        anotado/registado | tomei/tomo nota > | entendido | fica/ficamos combinado/confirmado/assim > | parabéns > |
        fico/ficamos/fiquei feliz/contente/satisfeito/felizes > | boa/ótima notícia/ideia > | por mim está/tudo > |
        exatamente/exato/exacto/correto/correcto | isso mesmo
    sv: vad/så roligt/kul/bra/härligt/fint/trevligt/skönt/underbart | bekräftat/bekräftad | bekräftar/bekräftas > |
        mottaget/mottagit | perfekt/toppen/bra/utmärkt/kanon/super/jättebra/fint/härligt/ underbart/strålande/grymt |
        ok/okej/okey | absolut/självklart/givetvis | låter (jätte) bra/toppen/perfekt/utmärkt/kanon |
        det/funkar/fungerar/passar (bra/fint/perfekt) (för) mig/oss | det går bra | inga/inget problem | ingen fara |
        noterat/uppfattat | jag/vi förstår | överens | grattis/gratulerar > | kul/roligt/trevligt/skönt att höra > |
        det är lugnt/ok/okej/bra | precis/exakt/stämmer | det stämmer | gör jag | då säger vi så/det > | ser/ser fram
        emot det/mötet/att/vårt >
    """
)
"""A plain yes: received, agreed, glad of it."""

FAREWELLS: Words = table(
    """
    en: see you/ya > | speak/talk/chat (soon/then/to) > | have a
        nice/good/great/lovely/wonderful/fantastic/safe/restful > | enjoy your/the/it > | all the best > | take care |
        you too | same to you | you re/are a/the star/best/legend/lifesaver/great | you re welcome | you are
        (very/most) welcome | my/our (absolute) pleasure | anytime | any time | don t mention it | not at all | <until
        then/next/tomorrow > | good luck > | safe travels/trip/journey/flight | get well soon | happy weekend/friday |
        have fun >| (it) (was) (so/very/really) nice/good/great/lovely/pleasure (to)
        meet/see/meeting/seeing/talking/speaking/talk/speak/working/catching/ chatting > | a/the pleasure >
    it: <(e/allora/quindi) a presto/domani/dopo/lunedì/martedì/mercoledì/giovedì/venerdì/sabato/ domenica > | ci
        vediamo/sentiamo/aggiorniamo/risentiamo > | buona/buon/buone/buono
        giornata/serata/weekend/week/fine/lavoro/domenica/settimana/viaggio/
        vacanze/proseguimento/continuazione/notte/ferie/riposo > | anche a te/lei/voi | altrettanto | di nulla/niente
        | prego | figurati/figuriamoci | si figuri | è/e stato un (vero) piacere > | è stato bello > | in bocca al
        lupo > | alla prossima > | un abbraccio/saluto > | saluti/saluto > | ciao
    pl: do zobaczenia/usłyszenia/miłego/następnego > | <(to/więc/i) do
        jutra/poniedziałku/wtorku/środy/czwartku/piątku/soboty/miłego/ następnego > |
        miłego/udanego/dobrego/spokojnego/miłej/udanej/spokojnej/dobrej > | świetna/wspaniała/dobra wiadomość > |
        nawzajem/wzajemnie | nie ma za co | cała przyjemność > | pozdrawiam/pozdrowienia/pozdrawiamy/pozdr > |
        trzymaj/trzymam/trzymajcie się/kciuki > | powodzenia > | widzimy się > | na razie | miło/fajnie było > | było
        (mi/nam) (bardzo) miło > | proszę bardzo
    is: sjáumst/heyrumst > | hafðu/hafið/hafa það (sem) (allra) gott/best > | eigðu/eigið góðan/góða/gott > | góða
        helgi/ferð/skemmtun/viku/nótt > | ekkert/ekki að þakka | frábærar/góðar/gleðilegar fréttir > |
        sömuleiðis/samstundis | verði þér/ykkur að góðu | gangi þér/ykkur vel > | gaman/gott að hitta/sjá/spjalla/tala
        > | bless | góðan bata
    de: (dir/ihnen/euch) noch (einen/eine/ein) (wunder)
        schönen/schöne/schönes/gute/guten/gutes/tolle/angenehme/angenehmen
        tag/abend/woche/wochenende/nachmittag/restwoche/zeit/start | <(dann/also/und/na) bis
        bald/dann/morgen/später/gleich/montag/dienstag/mittwoch/donnerstag/
        freitag/samstag/nächste/nächsten/nächster/zum/dahin/demnächst/heute > | sehen/hören uns > |
        schönen/schöne/schönes/gute/guten/angenehme tag/abend/woche/wochenende/reise/besserung/fahrt/nacht/feierabend/
        urlaub/ferien/sonntag/start/zeit/restwoche > | gleichfalls/ebenfalls/ebenso | dir/ihnen/euch auch | bitte
        sehr/schön/gern/gerne | (sehr) gern/gerne geschehen | (herzlichen/herzliche/besten) glückwunsch/glückwünsche >
        | <(so) tolle/gute/schöne/super neuigkeiten/nachrichten/nachricht > | du bist/sie sind
        ein/die/der/super/spitze/engel > | keine ursache | nichts zu danken | viel erfolg/spaß/glück/vergnügen > |
        alles gute/liebe > | war (sehr/wirklich) schön/nett/toll/super > | war mir/uns eine freude/ein > | auf
        wiedersehen | tschüss | machs/mach s gut
    fr: <(et/donc/alors) à bientôt/demain/lundi/mardi/mercredi/jeudi/vendredi/samedi/plus/tout/ très > |
        bonne/bon/belle/bons/excellente journée/soirée/semaine/week/weekend/fin/dimanche/vacances/continuation/courage/
        route/voyage/chance/réception/nuit/rétablissement/congés/après > | de rien | avec plaisir > | je vous/t en
        prie | tout le plaisir > | pareillement | vous/toi aussi | à vous/toi aussi/également | au plaisir | ce
        fut/était un (vrai/réel) plaisir > | ravi/ravie de vous/t avoir > | bises/bisous
    es: <(y/pues/entonces) hasta pronto/luego/mañana/el/la/entonces/lunes/martes/miércoles/jueves/ viernes/ahora > |
        nos vemos > | hablamos/seguimos > | buen/buena/buenas/feliz
        día/fin/finde/tarde/semana/viaje/jornada/noche/vacaciones/domingo > | que
        tengas/tenga/tengáis/pases/pase/vaya/descanses/disfrutes > | igualmente | de nada | a ti/usted/vosotros | (ha)
        (sido) un (verdadero) placer > | no hay de qué | un (fuerte) abrazo > | saludos > | suerte > | cuídate/cuídese
    nl: (nog) (een) fijne/prettige/fijn/prettig/goede/goed/mooie/leuke/leuk week/dag/avond/weekend/middag
        (nog/verder/gewenst) | <(en/dan) tot snel/dan/morgen/straks/zo/later/ziens/volgende/maandag/dinsdag/
        woensdag/donderdag/vrijdag/gauw/binnenkort > | fijne/prettige/fijn/prettig/goede/goed/gezellige/mooi
        weekend/dag/avond/week/vakantie/reis/middag/dagen/werkweek > | jij/u/jullie/van ook/hetzelfde | insgelijks |
        graag gedaan | geen dank | veel succes/plezier > | succes ermee/hiermee/verder/hoor/met > | (was) een genoegen
        > | was (erg/heel) leuk/fijn/gezellig >
        | leuk/fijn je/u/jullie te/gezien/gesproken > | we spreken/zien/horen elkaar > |
        <(dan/tot) zie (ik) je/jullie/u (dan) maandag/dinsdag/woensdag/donderdag/vrijdag/morgen/straks/dan/daar > |
        groetjes/groeten/groet/mvg/gr >
    pt: <(e/então) até breve/logo/já/amanhã/segunda/terça/quarta/quinta/sexta/sábado/lá/à/ao/ então/mais/próxima > |
        boa/bom/ótimo/ótima/óptimo/bons semana/tarde/noite/dia/fim/fds/trabalho/viagem/férias/continuação/
        sorte/descanso/feriado/resto > | de nada | igualmente | não tem/há de quê | por nada | foi um prazer/gosto > |
        um prazer > | abraço/abraços > | falamos > | vemo nos > | nos vemos/falamos > | para si/ti/você/vocês também |
        disponha
    sv: vilka/vad (roliga/roligt/kul/goda/bra/fina) nyheter/nyhet > | ses/hörs vi > | vi ses/hörs > | ses/hörs
        på/imorgon/då/snart > | ha en (riktigt) bra/fin/trevlig/skön/härlig/fortsatt > | ha det (så) bra/gott/fint > |
        trevlig/skön/glad helg/kväll/resa/semester/sommar/dag > | detsamma | du/ni också/med | varsågod | ingen orsak
        | så lite (så) | lycka till > | trevligt/kul/roligt att träffas/träffa/ses/se > | hälsa/hälsningar > | krya på
        dig | kram/kramar | på återseende
    """
)
"""Goodbyes and good wishes for the day."""

SEASON: Words = table(
    """
    en: merry/happy christmas > | happy (new) year/holidays/easter/thanksgiving/hanukkah/birthday/diwali > | season s
        greetings > | best/warmest/warm wishes for > | wish/wishing you (and) (your) (all/a/family) > | all the best
        for >
    it: buon/buone/buona/felice/sereno/serene natale/feste/anno/pasqua/festività/compleanno/ferragosto > |
        (tanti/cari/migliori/sinceri) auguri >
    pl: wesołych/spokojnych/radosnych/zdrowych/miłych świąt/i > | miłych/udanych wakacji > |
        szczęśliwego (nowego) > | wszystkiego najlepszego/dobrego >
        | życzę/życzymy > | najlepsze życzenia > | sto lat
    is: gleðileg/gleðilegt/gleðilega/gleðilegra/gleðilegrar > | farsælt/farsældar > | jólakveðja/jólakveðjur/jóla > |
        til hamingju með > | óska/óskum >
    de: frohe/frohes/fröhliche/besinnliche/schöne/gesegnete/wunderschöne
        weihnachten/weihnachtstage/ostern/fest/festtage/feiertage/neues/ weihnachtszeit/adventszeit > | (einen) guten
        rutsch > | schönen sommer > | (ein) (gutes/gesundes/frohes/glückliches) neues jahr/und > |
        wünsche/wünschen dir/ihnen/euch > |
        alles gute zum/für/im >
    fr: joyeux/joyeuse/joyeuses/bon/bonne/bonnes/belles/belle/heureuse
        noël/année/fêtes/pâques/anniversaire/vacances/rentrée/été > |
        (mes/nos/tous) (mes/nos) (meilleurs/sincères) vœux/voeux > | souhaite/souhaitons >
    es: feliz/felices/próspero (y) (próspera)
        navidad/navidades/año/fiestas/pascuas/cumpleaños/pascua/vacaciones/2026/2027 > | buen verano > |
        te/le/os/les deseo/deseamos > | mejores deseos >
    nl: fijne/prettige/gelukkig/vrolijk/zalig/zalige/gezegende/mooie
        feestdagen/kerst/kerstdagen/nieuwjaar/kerstfeest/pasen/jaarwisseling/ nieuw/verjaardag/paasdagen > | (mijn)
        beste wensen > | wens/wensen je/u/jullie > | alle goeds/beste >
    pt: feliz/santo/santa/bom/boa/boas/próspero
        natal/ano/páscoa/aniversário/festas/entradas/férias/verão > | votos de > | desejo/desejamos
        lhe/te/vos/a/um/uma > | boas festas >
    sv: god/glad/trevlig jul/fortsättning/påsk/midsommar/advent > | gott (nytt) (år) slut/år > | önskar/önskas
        dig/er/alla >
    """
)
"""Season's greetings and congratulations."""

OF_A_SEASON = frozenset(
    """
    christmas xmas easter holidays thanksgiving hanukkah diwali year summer weekend week evening night
    natale pasqua feste anno ferragosto vacanze estate settimana serata sera
    swiat swieta roku wakacji lata weekendu tygodnia wieczoru
    jol jola paska ar sumar sumars helgar helgi viku kvold kvolds
    weihnachten weihnachtstage ostern feiertage festtage rutsch jahr sommer wochenende ferien woche abend feierabend
    noel paques fetes annee vacances ete rentree semaine soiree midi dimanche
    navidad navidades fiestas pascua pascuas ano verano vacaciones semana finde noche noches tarde tardes domingo
    kerst kerstdagen kerstfeest feestdagen pasen paasdagen nieuwjaar jaar zomer vakantie avond
    natal pascoa festas verao ferias feriado noite
    jul pask midsommar sommar helg semester vecka kvall
    """.split()
) | {"fin de"}
"""
Words, without accents, of a wish that is true for some days of the year or the week, or for the evening.

So is "bonne fin de journée"; "en fin dag" is a nice one.
"""

OWN_DEEDS: Words = table(
    """
    en: i/we ll/will take care > | leave it with/to me/us | i/we ll/will look into/at > | i/we ll/will
        check/sort/fix/do/get (it/that/this/on) > | i/we ll/will take a look > | on it
    it: ci penso io > | provvedo/provvediamo > | me ne occupo > | ce ne occupiamo > | lo/la faccio/sistemo/controllo >
        | guardo/controllo/verifico e >
    pl: zajmę/zajmiemy się > | zrobię/zrobimy > | sprawdzę/sprawdzimy >
    is: ég geng frá > | ég skal > | ég kíki/skoða > | við skoðum >
    de: kümmere/kümmern mich/uns > | ich/wir schaue/schauen > | ich mache/erledige/prüfe/schaue >
    fr: je m en occupe/charge > | nous nous en occupons > | je regarde/vérifie > | je fais le nécessaire >
    es: me/nos encargo/encargamos/ocupo > | lo miro/reviso/hago > | me pongo >
    nl: ik/wij/we ga/gaan er/ermee > | ik/wij/we regel/regelen > | ik pak > | ik kijk er/ernaar/even > |
        ik/wij/we kijk/kijken … even/eens/naar >
    pt: trato/tratamos disso/do/da > | vou tratar/verificar/ver > | encarrego me >
    sv: jag/vi fixar/ordnar/kollar/löser > | det fixar/ordnar jag/vi >
    """
)
"""What the author undertakes to do: the turn is theirs."""

AS_PROMISED: Words = table(
    """
    en: as promised/requested/agreed/discussed/asked | as you requested/asked
    it: come promesso/richiesto/concordato/anticipato | come da/d accordi/accordo | come da richiesta/accordi
    pl: zgodnie z obietnicą/prośbą/ustaleniami/umową/życzeniem | tak jak obiecałem/obiecałam/ustalaliśmy | jak
        obiecałem/obiecałam/uzgodniono
    is: eins og lofað/um/ég/við (var/lofaði/ræddum/töluðum) | samkvæmt beiðni/samkomulagi
    de: wie versprochen/gewünscht/vereinbart/besprochen/angekündigt/erbeten/ abgesprochen
    fr: comme promis/convenu/demandé/prévu/discuté
    es: como te/le/os prometí/dije/comenté | como acordamos/quedamos/prometido/acordado/solicitado/pediste/pidió
    nl: zoals beloofd/afgesproken/gevraagd/besproken/toegezegd
    pt: conforme/como combinado/prometido/pedido/solicitado/acordado/prometi
    sv: som utlovat/överenskommet/avtalat/lovat/önskat/jag lovade | enligt överenskommelse/önskemål
    """
)
"""A thing agreed upon before."""

COURTESIES: Words = table(
    """
    en: (would like to) inform/informing/advise/notify you that | please find/see/note/accept/be/bear/excuse/forgive >
        | please do/don not/t hesitate > | not/t hesitate to > | please feel free > | (please) let me/us know if you
        have/need/want/run/d (any/further/more/other/like/should)
        (questions/anything/help/problems/issues/else/more/to/into/changes) > | (please) let me/us know if/should
        anything/there/any/something > | (just) let me/us know in case/if anything > | if you have/had
        any/further/other/more/questions > | if you need anything/help/more/any/something > | should you have/need any
        > | any (further/other/more/additional) questions/question/problems/issues > | feel free to
        (contact/call/write/reach/ask/get/email/reply/ring) (me/us/out) > | (i/we) hope you re/are/had/have/all
        (doing) (well/good/fine/great) | how are you/things (doing/going) | hope this/that/it helps/works | hope all
        is well | i hope … finds you | reach out > | happy to help > | no need to reply/respond/answer/write if/unless
        > | please accept/give my/our > | for your/the patience
    it: (la/le/vi/ti) informo/informiamo/comunico/comunichiamo/informarla/comunicarle/comunicarvi che |
        (resto/restiamo/rimango/rimaniamo/sono/siamo) a (tua/sua/vostra) (completa) disposizione > | per
        qualsiasi/qualunque/ogni (altra/altro/ulteriore)
        cosa/dubbio/domanda/chiarimento/necessità/evenienza/info/informazione
        (fammi/mi/scrivimi/chiamami/scrivetemi/contattami/mi faccia) (sapere) > | se hai/ha/avete/avessi/avesse/aveste
        (altre) domande/dubbi/bisogno/problemi > | per qualsiasi … (fammi/mi faccia/fatemi) sapere | non
        esitare/esiti/esitate/esitare > | come stai/sta/va/state | spero/speriamo (che) … stia/bene | ti/le/vi/la
        chiedo/chiediamo scusa > | ti/la/vi prego di notare/scusare/scusarmi > | non … rispondere se
    pl: (uprzejmie) informuję/informujemy/zawiadamiam/zawiadamiamy (panią/pana/państwa) że/iż | w razie/przypadku
        pytań/wątpliwości/potrzeby/problemów/jakichkolwiek … (proszę o kontakt) (daj/dajcie/proszę) (znać/pisz/dzwoń)
        > | w razie/przypadku … pytań proszę/jestem/pozostaję/zapraszam/daj o/do/znać > | w razie czego > | w razie
        pytań … daj/proszę o/znać (kontakt) > | gdyby/jeśli/jeżeli … pytania/wątpliwości/czegoś … (daj znać) > |
        jeśli/jeżeli/gdyby … pytania … daj/proszę znać/o (kontakt) | proszę zwrócić/zauważyć/pamiętać >| w załączeniu
        | jak się masz/miewasz | co słychać | mam nadzieję że wszystko > | (jestem/pozostaję/pozostajemy) do
        dyspozycji > | o cierpliwość/wyrozumiałość | proszę/prosimy o (chwilę/jeszcze)
        cierpliwość/cierpliwości/wyrozumiałość/wybaczenie >
    is: hér með tilkynnist/staðfestist (að) | tilkynnum/tilkynni … hér með að | upplýsa … um að | ef
        eitthvað/það/þú/þig/ykkur … (er/hefur/vantar) … spurningar/óljóst/eitthvað … (láttu/hafðu/endilega)
        (mig/samband) (vita) > | ef eitthvað er … láttu/hafðu mig/samband (vita) > | ekki hika við > | hafðu/hafið
        samband ef > | hvernig hefur/hefurðu (þú) það | vona/vonum að … > | ef … spurningar … láttu mig vita
    de: teile/teilen (ich/wir) (ihnen/dir/euch) (hiermit/gerne) mit (dass) | informiere/informieren (ich/wir)
        (sie/dich/euch) (hiermit) (darüber) dass | bei (weiteren) fragen/rückfragen/unklarheiten/problemen …
        (melde/melden/meldet dich/euch/sie/jederzeit) > | bei … fragen/rückfragen/unklarheiten …
        stehe/stehen/steht/melde/melden/meldet/einfach … (zur/dich/sie/euch/melden) > | falls/wenn/sollten/sollte …
        fragen/etwas/noch/rückfragen … (melde/melden/gib/sag/lass/geben/sagen) (dich/sie/uns/mir/mich) (bescheid) > |
        stehe/stehen/steht … (zur) verfügung > | zögere/zögern/zögert … nicht > | bitte
        beachte/beachten/beachtet/entschuldige/entschuldigen/entschuldigt/finde/finden/verzeih/verzeihen > | wie geht
        es/s/gehts (dir/ihnen/euch) | hoffe/hoffen (es) … gut | bitte (haben/um/habt/hab) (sie) (noch) (etwas/ein)
        (wenig/bisschen) geduld/verständnis | bitten … (um) entschuldigung/geduld/verständnis | um (etwas/ein) (wenig)
        geduld/verständnis/entschuldigung
    fr: vous/t informe/informons/informer (par la présente) que/qu | n hésite/hésitez pas (à) (me/nous)
        (contacter/écrire/appeler/solliciter/revenir/poser) (vers) (moi/nous) > | reste/restons/suis/sommes à
        (votre/ta) (entière) disposition > | si vous/tu avez/as/aviez … questions/question/remarques/besoin > |
        veuillez/je trouver/agréer/recevoir/croire/noter/excuser > | vous/te prie/prions de/d
        agréer/recevoir/trouver/croire/noter/m/nous/bien (excuser) > | pour toute/toutes
        question/questions/information > | comment allez/vas (vous/tu) | ça va | espère/espérons que … bien > | besoin
        de … de rien | de votre/ta patience/compréhension
    es: (le/les/te/os) informo/informamos/comunico/comunicamos/informarle/informarte/comunicarle (de) que |
        no dudes/dude/dudéis/duden (en) (contactarme/escribirme/llamarme/consultarme/preguntarme/decírmelo) > |
        (quedo/quedamos/estoy/estamos/sigo) a tu/su/vuestra (entera/completa) disposición > | (para)
        cualquier/cualquiera (otra) duda/cosa/pregunta/consulta/problema
        (me/avísame/dime/aquí/estoy/quedo/dices/escríbeme/avíseme) > | si
        tienes/tiene/tienen/tenéis/necesitas/necesita (alguna/cualquier/más/algo) (otra)
        duda/dudas/pregunta/preguntas/más (avísame/dime/escríbeme/me/no) (dices) > | cómo estás/está/va/estáis |
        espero/esperamos que (te/le/os/todo) (estés/esté/vaya) bien > | te/le/os pido/pedimos/ruego
        disculpas/paciencia/perdón >
    nl: deel/delen (ik/we/wij) (u/je/jullie) (hierbij) mede/mee dat | informeer/informeren (ik/we/wij) u/je/jullie
        (hierbij) dat | mocht/mochten/als/indien je/u/jullie/er (nog) … vragen … (laat/hoor/bel/mail/neem) (het/ik/me)
        (me) (weten/graag) > | bij vragen … (hoor/bel/mail/laat) (ik/me/het) (het/graag/weten) > | aarzel niet > |
        voel je/u vrij > | heb/heeft je/u (nog) vragen … (laat/bel/mail/hoor) > | hoe gaat het (met) (je/u/jou) |
        hoop/hopen dat … goed > | mijn/onze excuses | ter beschikking | voor je/uw/jullie geduld/begrip
    pt: (venho/vimos/serve) (por este meio/o presente) informar (v/vossa) (exa/excelência) (de) que |
        informo/informamos/comunico/comunicamos (lhe/lhes/te/vos) (de) que | não hesite/hesites/hesitem (em)
        (contactar/perguntar/ligar/escrever) (me/nos) > | qualquer (outra) dúvida/questão/coisa/esclarecimento
        (estou/avise/diga/disponha/é/fico/avisa/diz/me) (só) (dizer/me) > | (estou/fico/ficamos/estamos) à
        (sua/tua/vossa) (inteira) disposição/ordens > | ao (seu/vosso/inteiro) dispor > | se
        tiver/tiveres/tiverem/houver/precisar/precisares (alguma/mais/de) (dúvida/dúvidas/questão/questões/algo)
        (avise/avisa/diga) > | como está/estás/vai/vão/estão | (está) tudo bem/bom/certo/joia/ok/tranquilo
        (contigo/consigo/convosco/aí) | (está) tudo bem com você/vocês/vc | espero/esperamos que … bem > |
        peço/pedimos desculpa/desculpas/paciência/compreensão >
    sv: informera/informerar/meddelar/meddela (dig/er) (härmed) (om) att | härmed meddelas att | tveka inte > |
        hör/hör av dig/er (gärna) (om/ifall/vid) (du/ni) (har/undrar/något) > | om du/ni (skulle) har/ha
        (några/fler/frågor/undrar) > | vid (eventuella) frågor … (hör/ring/mejla) (av) (dig/er) > | hur mår/är/har
        (du/ni/det/läget) | hoppas (att) (allt/du/ni/det) … bra/väl | säg till/bara om du/ni/det/något > | för
        tålamodet/förståelsen
    """
)
"""Courtesies that look like requests or questions, and are neither."""

NEGATIONS = frozenset(
    """
    not t never nothing if unless when whether or but however unfortunately although except only instead
    still yet without wait
    waiting missing wrong
    tranne salvo oppure non niente nulla nessuno nessuna nessun ma però tuttavia purtroppo invece ancora
    manca mancano senza
    jeśli jeżeli gdyby chyba lub albo nie nic nikt ale jednak niestety jeszcze brak brakuje dopiero
    ef nema eða ekki því enn ekkert engin enginn samt vantar
    wenn falls sofern außer oder nicht nichts niemand kein keine keinen aber jedoch leider noch sondern
    fehlt fehlen ohne allerdings
    quand ou ne n pas rien personne mais malheureusement cependant manque encore sauf
    cuando salvo pero nada nadie ninguna ninguno aunque sino falta faltan todavía aún
    als indien tenzij niet niets niemand geen maar helaas echter nog alleen zonder ontbreekt
    quando não nada ninguém nenhuma nenhum mas porém infelizmente ainda faltam
    om när eller inte inget ingen inga ej men tyvärr dock saknas ännu
    """.split()
)
"""Words that turn a sentence round: what stands beside one is not plainly a yes."""

REGRETS: Words = table(
    """
    en: (that/it) (s/is) (such/really) (a) pity/shame (but) | too bad (but) | sorry/sad to hear (that/this/it) (but) |
        i/we (fully/completely/totally) understand (but) | (fully) respect your/that (decision) (but)
    it: (che) peccato (ma/però) | (mi/ci) dispiace/spiace (molto/davvero) (ma/però) | (ti/la/vi)
        capisco/capiamo/comprendo/comprendiamo (benissimo/perfettamente) (ma/però) | rispetto/rispettiamo la
        tua/sua/vostra decisione/scelta
    pl: z góry przepraszam/przepraszamy | (wielka) szkoda (ale) | (bardzo) (mi/nam) przykro (ale) | rozumiem/rozumiemy
        (ale) | szanuję/szanujemy
        (tę/pana/pani/państwa/twoją) decyzję
    is: leitt (að) (heyra) (en) | (ég/við) skil/skiljum (það) (vel) (en) | (ég/við) virði/virðum (þá/þína) ákvörðun
    de: (sehr/wie/wirklich) schade (aber) | tut mir/uns (sehr) leid (aber) | verstehe/verstehen (ich/wir)
        (es/das/dich/sie/euch) (gut/natürlich/vollkommen) (aber) | respektiere/respektieren (ich/wir)
        (deine/ihre/eure/die) entscheidung
    fr: (c est/quel) (bien/vraiment) dommage (mais) | désolé/désolée/désolés de l apprendre (mais) |
        encore (une fois) désolé/désolée/désolés/navré/navrée/pardon | encore (toutes/mille) (mes/nos) excuses |
        (vous/te/le)
        comprends/comprenons (très bien/parfaitement) (mais) | respecte/respectons (votre/ta) (décision/choix)
    es: (qué/una) pena/lástima (pero) | (lo) siento/sentimos (mucho) (pero) | (lo/le/te/os)
        entiendo/entendemos/comprendo/comprendemos (perfectamente) (pero) | respeto/respetamos (tu/su/vuestra) decisión
    nl: (wat/heel/erg) jammer (maar) | begrijp/begrijpen (ik/wij/we) (dat/het) (helemaal/goed) (maar) |
        respecteer/respecteren (ik/we) (je/uw/jullie) (beslissing/keuze)
    pt: (que) pena (mas) | lamento/lamentamos (muito) (mas) | compreendo/compreendemos/entendo/entendemos
        (perfeitamente) (mas) | respeito/respeitamos (a) (tua/sua/vossa) decisão
    sv: (så/väldigt) synd/tråkigt/trist (att) (höra) (men) | (jag/vi) förstår (det) (men) | respekterar
        (ditt/ert) beslut
    """
)
"""Regret and respect for a "no": what follows such a word's "but" is not what it seems ("a pity, but thanks")."""

SMALL_WORDS = frozenset(
    """
    i we you it this that the a an and so too very much really again all well now then for to of your my our
    me us is are
    was be have has had yes no oh hey hi hello just also will ll re m ve s dear both everything as on in at
    with by from
    io noi tu lei voi lo la le il i gli un una e ed così anche molto davvero tutto tutti allora per di del
    della a al alla
    tuo suo vostro mio nostro mi ci ti vi è ho abbiamo sì no già con in da da parte mia che
    ja my ty i oraz tak bardzo też również już to te ten za na w z do od dla twój państwa pani pan panu mam
    mi ci jest są że czy się nam was wam nas mnie pana panią panem państwu ze po o przy ją jej jego tę tej tego tym
    ég við þú þið það þetta og já mjög líka allt nú þá fyrir frá á í að með er eru hef hefur við
    ich wir du sie ihr es das die der den dem ein eine und ja sehr auch alles dann jetzt für von mit zu zum
    zur in im an am
    auf ist sind habe haben hab mir dir ihnen uns euch mich so nochmal hat wurde hiermit ihre deine ihren
    dass
    je nous tu vous il elle ce cela ça c le la les l un une des du de d et oui très aussi tout tous alors
    pour à au aux en
    est sont ai avons j y moi toi votre ton ta vos mon ma notre bien de mon côté
    yo nosotros tú usted lo la el los las un una y e sí muy también todo entonces ya para de del a al en es
    son he hemos tu
    su mi me te le os se así que por con mi parte
    ik wij we je jij u jullie het dit dat de een en ja zeer ook erg heel alles dan nu voor van met te in op
    aan is zijn heb
    hebben hoor dus mij ons er bij deze die uw jouw jou onze hem zo nog even
    eu nós tu você o a os as um uma e sim muito também tudo então já para de do da dos ao à em no na é são
    foi me te lhe por
    com seu sua
    jag vi du ni det den de en ett och ja jo väldigt också allt då nu för av med till i på är har hade mig
    oss dig er så att
    """.split()
)
"""Words that say nothing by themselves."""
