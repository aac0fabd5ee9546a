"""
How letters begin and end, by language.

Tables only, for the languages of the templates; `greeting` finds them in a letter.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

GREETINGS: Words = table(
    """
    en: hi | hello | hey | dear | good morning | good afternoon | good evening | good day | greetings | hiya |
        howdy | hi there | hello there | hey there | hi again | hello again | morning | afternoon | evening
    it: ciao | salve | buongiorno | buon giorno | buonasera | buona sera | buon pomeriggio | gentile |
        gentilissimo | gentilissima | gentilissimi | gentili | gent.mo | gent.ma | gent.mi | gent. | egregio |
        egregia | egregi | spettabile | spettabili | spett.le | spett.li | spett. | caro | cara | cari | care |
        carissimo | carissima | carissimi | ehi | eccomi
    pl: cześć | czesc | hej | witam | witaj | witajcie | dzień dobry | dzien dobry | dobry wieczór |
        szanowny | szanowna | szanowni | szanowne | szanowny panie | szanowna pani | szanowni państwo |
        drogi | droga | drodzy | drogie | siema | siemka | serwus | panie | pani
    is: hæ | hæhæ | halló | sæl | sæll | sæl og blessuð | sæll og blessaður | blessaður | blessuð | góðan dag
    | góðan daginn | gott kvöld | góða kvöldið | kæri | kæra | kæru | kær | komdu sæl | komdu sæll |
        komið þið sæl | sæl öll | sælar | sælir | ágæti | ágæta | heil og sæl | heill og sæll | hey | daginn
    de: hallo | hi | hey | liebe | lieber | liebes | sehr geehrte | sehr geehrter | sehr geehrtes |
        sehr verehrte | sehr verehrter | guten tag | guten morgen | guten abend | moin | moin moin | servus |
        grüezi | grüß gott | grüss gott | grüß dich | grüss dich | werte | werter | hallöchen | tag
    fr: bonjour | bonsoir | salut | coucou | cher | chère | chers | chères | re bonjour | rebonjour |
        monsieur | madame | madame, monsieur | mesdames, messieurs | mesdames | messieurs | hello |
        bien cher | bien chère | très cher | très chère | bjr | slt
    es: hola | buenos días | buenos dias | buen día | buenas | buenas tardes | buenas noches | estimado |
        estimada | estimados | estimadas | estimado/a | querido | querida | queridos | queridas | muy señor
        mío | muy señores míos | apreciado | apreciada | apreciados | saludos | muy
        buenas | cordial saludo | reciba un cordial saludo
    nl: hallo | hoi | hey | hai | beste | geachte | dag | lieve | goedemorgen | goedemiddag | goedenavond |
        goedendag | goeiedag | goeiemorgen | goeiemiddag | goeienavond | waarde | hi | ha | l.s. | l.s
    pt: olá | ola | oi | bom dia | boa tarde | boa noite | caro | cara | caros | caras | prezado | prezada |
        prezados | prezadas | exmo | exma | exmos | exmo. | exma. | exmos. | estimado | estimada | estimados |
        querido | querida | viva | alô
    sv: hej | hejsan | hallå | god morgon | goddag | god dag | god eftermiddag | god kväll | godkväll | kära |
        käre | bäste | bästa | tjena | tja | tjenare | tjo | hej hej | hej igen | halloj
    """
)
"""The words that open a letter; a name may follow."""

SIGN_OFFS: Words = table(
    """
    en: best | all best | all the best | very best | best wishes | best regards | kind regards | kindest regards |
        warm regards | warmest regards | warmly | regards | many regards | with best regards | with kind regards | with
        regards | sincerely | yours sincerely | sincerely yours | yours faithfully | yours truly | yours |
        cheers | take care | talk soon | speak soon | see you | see you soon | thanks | many thanks | thank
        you | thanks again | thanks a lot | thanks in advance | thank you in advance | thank you very much |
        thanks and best regards | thanks and regards | thanks and best | respectfully | cordially | br | rgds
        | kr | with thanks | love | lots of love | hugs | xoxo | xo | thx |
        thanks so much | thank you so much | cheerio | toodle-pip | toodles | have a nice day | have a great day
        | have a good weekend | looking forward | looking forward to hearing from you | until then | ciao
    it: un caro abbraccio | cordiali saluti | cordialmente | distinti saluti | cordialità | un saluto | un cordiale
        saluto | un caro saluto | saluti | saluti cordiali | tanti saluti | cari saluti | migliori saluti | i migliori
        saluti | i miei migliori saluti | i più cordiali saluti | un abbraccio | un forte abbraccio | un grande
        abbraccio | abbracci | ti abbraccio | un bacio | un bacione | baci | bacioni | baci e abbracci | a presto |
        ciao | ciao ciao | grazie | grazie mille | molte grazie | tante grazie | grazie e a presto | grazie e saluti |
        grazie e buona giornata | grazie ancora | buona giornata | buona serata | buon lavoro | buon weekend | buon
        fine settimana | in fede | con stima | ti saluto | la saluto cordialmente | in attesa di un suo riscontro | a
        risentirci
    pl: buziaki | całuję | pozdrawiam | pozdrawiam serdecznie | serdecznie pozdrawiam | z pozdrowieniami |
        pozdrowienia | serdeczne pozdrowienia | łączę pozdrowienia | łączę wyrazy szacunku | z poważaniem | z wyrazami
        szacunku | z szacunkiem | pozdr | pzdr | pozdro | dzięki | dziękuję | dziękuję i pozdrawiam | dzięki i
        pozdrawiam | z góry dziękuję | miłego dnia | miłego weekendu | do usłyszenia | do zobaczenia | na razie |
        trzymaj się | uściski | ściskam | serdeczności | serdecznie | ukłony | z serdecznościami
    is: knús | faðmlag | kveðja | kveðjur | kær kveðja | kærar kveðjur | bestu kveðjur | með kveðju | með bestu kveðju
        | með bestu kveðjum | með kærri kveðju | með góðri kveðju | með vinsemd og virðingu | virðingarfyllst | mbk |
        bkv | kv | bk | m.b.k. | b.kv. | kv. | takk | takk fyrir | kærar þakkir | með þökk | með þökkum | takk og
        kveðja | bestu þakkir | hafðu það gott | góða helgi | góðar stundir | sjáumst | heyrumst
    de: alles liebe | in liebe | eine umarmung | ich umarme dich | fühl dich gedrückt | sei umarmt | viele grüße |
        viele grüsse | liebe grüße | liebe grüsse | beste grüße | beste grüsse | schöne grüße | schöne grüsse |
        herzliche grüße | herzliche grüsse | freundliche grüße | freundliche grüsse | mit freundlichen grüßen | mit
        freundlichen grüssen | mit freundlichem gruß | mit freundlichem gruss | mit besten grüßen | mit besten grüssen
        | mit herzlichen grüßen | mit lieben grüßen | mit vielen grüßen | grüße | grüsse | gruß | gruss | viele liebe
        grüße | herzlichst | herzlich | hochachtungsvoll | mfg | lg | vg | bg | beste wünsche | bis bald | bis dann |
        bis morgen | danke | vielen dank | danke und viele grüße | vielen dank und viele grüße | danke und gruß |
        besten dank | vielen dank im voraus | danke im voraus | dein | deine | ihr | ihre | schönen tag | schönes
        wochenende | tschüss | ciao
    fr: gros bisous | grosses bises | je t'embrasse | cordialement | bien cordialement | très cordialement | bien à
        vous | bien à toi | à bientôt | amicalement | sincèrement | sincères salutations | salutations | meilleures
        salutations | salutations distinguées | meilleurs sentiments | respectueusement | bonne journée | bonne soirée
        | belle journée | bon week-end | bonne continuation | merci | merci beaucoup | merci d'avance | merci et bonne
        journée | merci encore | bises | bisous | amitiés | cdt | cdlt | bàv | bav | à plus | à vous lire | dans
        l'attente de votre retour | bonne fin de journée | belle fin de journée | belle soirée | très bonne journée |
        très belle journée | excellente journée | bonne journée à vous | bonne journée à toi | bonne soirée à vous |
        bonne soirée à toi | bonne semaine | belle semaine | bon weekend | bon week end | bien sincèrement | cordiales
        salutations | salutations cordiales | cordialement vôtre | bien cdlt | à très vite | à très bientôt | à vite |
        biz | la bise | merci par avance | merci d'avance et bonne journée | chaleureusement | bien amicalement | avec
        mes remerciements
    es: un gran abrazo | un beso | muchos besos | saludos | un saludo | saludos cordiales | un cordial saludo |
        cordialmente | atentamente | muy atentamente | atte | atte. | un abrazo | abrazos | besos | un fuerte abrazo |
        saludos y gracias | gracias | muchas gracias | mil gracias | gracias de antemano | gracias y un saludo |
        gracias y saludos | hasta pronto | hasta luego | buen día | buen fin de semana | sinceramente | quedo a la
        espera | quedo atento | quedo atenta | quedo pendiente | quedo a tu disposición | quedo a su disposición |
        cordial saludo | un saludo cordial | reciba un cordial saludo | reciban un cordial saludo | recibe un cordial
        saludo | muchos saludos | saluditos | salu2 | slds | bss | besitos | abrazo | un abrazo grande | con cariño |
        afectuosamente | cuídate | feliz día | feliz tarde | buen finde | que tengas buen día | que tengas un buen día |
        que tenga buen día | que tenga un buen día | muchas gracias y un saludo | mil gracias y un abrazo | gracias por
        todo | le saluda atentamente | sin otro particular
    nl: veel liefs | dikke knuffel | knuffel | kus | kusjes | groet | groeten | groetjes | met vriendelijke groet |
        met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | hartelijke groet | hartelijke groeten |
        met hartelijke groet | mvg | m.v.g. | gr | met groet | veel groeten | beste groeten | bedankt | dank | dank je
        | dank je wel | dank u | dank u wel | alvast bedankt | hartelijk dank | met dank | hoogachtend | tot snel |
        tot dan | fijne dag | prettige dag | prettig weekend | fijn weekend | liefs | warme groet | warme groeten |
        lieve groet | lieve groetjes | vriendelijk groetend | met beleefde groet
    pt: um grande abraço | um beijo | cumprimentos | melhores cumprimentos | com os melhores cumprimentos | os meus
        melhores cumprimentos | atenciosamente | att | att. | atentamente | cordialmente | com os meus cumprimentos |
        abraço | abraços | um abraço | grande abraço | forte abraço | abs | abç | abçs | abrs | bjs | bjos | beijo |
        beijos | beijinhos | saudações | saudações cordiais | obrigado | obrigada | muito obrigado | muito obrigada |
        desde já obrigado | desde já obrigada | grato | grata | até breve | até logo | até já | bom trabalho | bom fim
        de semana | bom dia | com estima
    sv: många kramar | kramar | puss och kram | puss | hälsningar | vänliga hälsningar | med vänliga hälsningar | med
        vänlig hälsning | vänligen | bästa
    hälsningar | många hälsningar | varma hälsningar | hälsning | hjärtliga hälsningar | mvh | vh | hälsar |
    tack | tack på förhand | tack så mycket | stort tack | ha det bra | ha det gott | ha en bra dag | trevlig
    helg | vi hörs | vi ses | allt gott | kram | hej så länge
    """
)
"""The words that close a letter; a name may follow."""

FROM_A_PLACE = frozenset(
    """
    from da dal dalla dall' z ze znad frá úr aus vom von de du des d' depuis desde uit vanuit do från
    """.split()
)
"""The words between a closing and the place it comes from ("Beste Grüße aus Mailand")."""

BETWEEN_NAMES = frozenset(
    """
    and e ed und i oraz og et y en och & + all everyone everybody both team there again folks alle allen allemaal
    tutti tutte a an zusammen miteinander leute öll allir allar todos todas équipe tous toutes à wszystkim
    wszystkich państwo allihopa alla von van de der den di da do dos das la le del della zu zur of the nochmal
    herr frau signor signora dott dottor dottoressa ing mr mrs ms dr prof pan pani panie sir madam mevrouw meneer
    heer mijnheer monsieur madame señor señora don doña senhor senhora sr sra damen herren dames heren customer
    service colleagues kollegen colleghi collega collègues colegas collega's kollegor friends freunde amici amigos
    mín minn mínir mínar
    """.split()
)
"""Small words that stand among the names in a greeting."""

SHORT_TITLES = frozenset(
    """
    mr mrs ms mx dr dra prof st sr sra srta srs sig sigra dott ing arch avv geom rag gent egr spett exmo exma exmos
    exmas eng hr fr hrn frl fam mme mlle mgr inż inz drs ir mag dipl lic dhr mevr mw
    """.split()
)
"""What is shortened before a name; behind any other word with a dot a name must be called ("Sæl Anna. Ég …")."""

INTERJECTIONS = frozenset(
    """
    yes no ok okay sure great perfect well so right absolutely agreed correct indeed note fyi sorry apologies done
    sì perfetto ottimo bene certo allora tak nie jasne świetnie super dobrze niestety já nei jæja flott frábært jú
    ja nein gut gerne klar leider prima oui non parfait bien entendu sí vale perfecto claro nee goed helaas sim não
    perfeito nej bra absolut tyvärr toppen
    """.split()
)
"""Words that stand alone before a comma and are nobody's name."""
