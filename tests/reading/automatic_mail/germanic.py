"""English, German, Dutch, Swedish, Danish, Norwegian, Icelandic."""

from __future__ import annotations

from tests.reading.automatic_mail.tongue import Tongue, lines

ENGLISH = Tongue(
    code="en",
    months="January February March April May June July August September October November December".split(),
    short_months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    on_weekday=[f"on {day}" for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()],
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {month} {d}
        {month} {ord}
        {month} {ord}, {y}
        {month} {d}, {y}
        {weekday}, {month} {d}
        {weekday} {d} {month}
        {weekday}, {d} {month} {y}
        the {ord} of {month}
        {ord} {month}
        {mon} {d}
        {d} {mon} {y}
        {d}-{mon}-{y}
        {y}-{mm}-{dd}
        {dd}/{mm}/{y}
        {mm}/{dd}/{y}
        {m}/{d}/{y}
    """),
    span_forms=lines("""
        from {d1} to {d2} {month}
        from {month} {d1} to {month} {d2}, {y}
        between {d1} and {d2} {month} {y}
        {d1}-{d2} {month}
        {month} {d1} – {d2}
    """),
    prefixes=lines("""
        Automatic reply
        Out of Office
        Out of Office AutoReply
        Auto-Reply
        Autoreply
        Auto response
    """),
    subjects=lines("""
        Out of office
        I am on vacation
        On annual leave
        Away from my desk
        Holiday notice
        Not in the office
    """),
    greetings=lines("""
        Hi,
        Hello,
        Hi there,
        Dear sender,
        Thank you for your email.
        Thanks for getting in touch.
        Good day,
    """),
    closings=lines("""
        Kind regards,
        Best,
        Many thanks,
        Cheers,
        Best regards,
    """),
    until=lines("""
        I am currently out of the office until {date} with limited access to email.
        I'm on holiday until {date} and won't be reading my mail.
        I will be out of office till {date}.
        I am on annual leave and will not be back until {date}.
        Please note that I am away from my desk until {date}.
        I am travelling on business until {date}, so my answers may be slow.
        I'm on parental leave until {date}.
    """),
    through=lines("""
        I am out of the office through {date}.
        I'll be on vacation through {date}, inclusive.
        I am away up to and including {date}.
        I will be on leave until {date} inclusive and will read your message afterwards.
    """),
    back=lines("""
        I am out of the office and will be back on {date}.
        I'm away at the moment, returning {date}.
        I will return to the office on {date} and answer your message then.
        Currently on leave. I'll be back at my desk on {date}.
        I'm taking some time off and will be reachable again from {date}.
        I am not in the office at present; I return to work on {date}.
    """),
    span=lines("""
        I will be out of the office {span}.
        Our office is closed {span}.
        I'm on vacation {span} and will answer when I return.
    """),
    both=lines("""
        I am out of the office until {begin} and will be back on {end}.
        I'm on holiday from {begin}. I return on {end}.
        I am out of the office starting {begin} and will not return until {end}.
    """),
    on_a_weekday=lines("""
        I'm out of the office and will be back {weekday}.
        I am away today and return {weekday}.
    """),
    next_monday=lines("""
        I'm off this week and will be back next Monday.
        I am out of the office and will return next Monday.
    """),
    undated=lines("""
        I am currently out of the office and will reply as soon as I return.
        I'm away from my email at the moment and will answer when I am back.
        I am on sick leave; your message will not be forwarded.
        I am attending a conference this week and have little access to my mail.
    """),
    instead=lines("""
        In urgent cases please contact {other}.
        If it can't wait, write to my colleague {other}.
        For anything urgent, {other} will be glad to help.
        While I am gone, please direct questions to {other}.
    """),
    left=lines("""
        {name} no longer works for our company. Please contact {other} instead.
        I have left the company; this mailbox is not monitored any more. Please write to {other}.
        Please note that {name} is no longer with us. Your contact from now on is {other}.
    """),
    moved=lines("""
        My email address has changed. Please use {other} from now on.
        This address is no longer in use. You can reach me at {other}.
    """),
    ticket=lines("""
        We have received your request and opened a ticket for it ({number}). An agent will be in touch.
        Thank you for contacting support. Your ticket number is {number}; we answer within two working days.
        This is an automatic confirmation that your message reached us. Your reference: {number}.
    """),
    challenge=lines("""
        I don't know your address yet. To have your message delivered, please confirm it once: {link}
        Your message is being held because your address isn't on my list. Please reply to this mail to release it.
    """),
)

GERMAN = Tongue(
    code="de",
    months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    short_months="Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez".split(),
    weekdays="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    on_weekday=[f"am {day}" for day in "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()],
    forms=lines("""
        {d}. {month}
        {d}. {month} {y}
        {dd}.{mm}.{y}
        {d}.{m}.{y}
        {dd}.{mm}.
        {d}.{m}.
        {dd}.{mm}.{yy}
        {dd}. {month} {y}
        {y}-{mm}-{dd}
        {weekday}, {d}. {month}
        {weekday}, den {dd}.{mm}.{y}
    """),
    span_forms=lines("""
        vom {d1}. bis {d2}. {month}
        vom {d1}.{m}. bis {d2}.{m}.{y}
        von {d1}. bis {d2}. {month} {y}
        {d1}.-{d2}. {month}
        in der Zeit vom {dd1}.{mm}.{y} bis zum {dd2}.{mm}.{y}
    """),
    prefixes=lines("""
        Automatische Antwort
        Abwesenheitsnotiz
        Abwesenheitsassistent
        Abwesend
        Autom. Antwort
    """),
    subjects=lines("""
        Abwesenheit
        Ich bin im Urlaub
        Nicht im Büro
        Urlaub
        Außer Haus
    """),
    greetings=lines("""
        Guten Tag,
        Sehr geehrte Damen und Herren,
        Hallo,
        Vielen Dank für Ihre Nachricht.
        Liebe Kolleginnen und Kollegen,
        Moin,
    """),
    closings=lines("""
        Mit freundlichen Grüßen
        Viele Grüße
        Freundliche Grüße
        Beste Grüße
    """),
    until=lines("""
        ich bin bis zum {date} nicht im Büro.
        ich befinde mich bis {date} im Urlaub und kann Ihre E-Mail nicht lesen.
        leider bin ich bis zum {date} abwesend.
        bis {date} bin ich außer Haus und nur eingeschränkt erreichbar.
        ich bin bis {date} in Elternzeit.
        derzeit bin ich bis zum {date} auf Dienstreise.
    """),
    through=lines("""
        ich bin bis einschließlich {date} nicht erreichbar.
        bis einschl. {date} habe ich Urlaub.
        ich bin bis inklusive {date} außer Haus.
        unser Büro bleibt bis einschließlich {date} geschlossen.
    """),
    back=lines("""
        ich bin zurzeit nicht im Büro und ab {date} wieder erreichbar.
        ab dem {date} bin ich wieder für Sie da.
        ich bin im Urlaub und kehre am {date} zurück.
        am {date} bin ich wieder im Büro und beantworte dann Ihre Nachricht.
        ich bin momentan nicht am Platz. Wieder da bin ich am {date}.
    """),
    span=lines("""
        ich bin {span} nicht im Hause.
        {span} bin ich im Urlaub.
        unser Büro ist {span} geschlossen.
    """),
    both=lines("""
        ich bin bis {begin} im Urlaub und ab {end} wieder im Büro.
        ab {begin} bin ich abwesend; am {end} bin ich wieder zurück.
    """),
    on_a_weekday=lines("""
        ich bin heute nicht im Büro und {weekday} wieder erreichbar.
        {weekday} bin ich wieder im Büro.
    """),
    next_monday=lines("""
        ich bin diese Woche im Urlaub und ab nächstem Montag wieder da.
        ich bin nicht im Büro und erst am kommenden Montag wieder zu erreichen.
    """),
    undated=lines("""
        ich bin derzeit nicht im Büro und melde mich nach meiner Rückkehr.
        zurzeit bin ich im Urlaub. Ihre Nachricht wird nicht weitergeleitet.
        ich bin erkrankt und kann Ihre E-Mail momentan nicht bearbeiten.
    """),
    instead=lines("""
        In dringenden Fällen wenden Sie sich bitte an {other}.
        Meine Vertretung ist {other}.
        Wenn es eilt, hilft Ihnen {other} gern weiter.
        Bitte schreib in der Zwischenzeit an {other}.
    """),
    left=lines("""
        {name} ist nicht mehr in unserem Unternehmen tätig. Bitte wenden Sie sich an {other}.
        ich habe das Unternehmen verlassen, dieses Postfach wird nicht mehr gelesen. Ihr neuer Kontakt: {other}.
    """),
    moved=lines("""
        meine E-Mail-Adresse hat sich geändert. Bitte verwenden Sie ab sofort {other}.
        diese Adresse wird nicht mehr abgerufen. Sie erreichen mich unter {other}.
    """),
    ticket=lines("""
        vielen Dank für Ihre Anfrage. Sie wurde unter der Nummer {number} erfasst.
        dies ist eine automatische Eingangsbestätigung. Ihre Ticketnummer lautet {number}.
    """),
    challenge=lines("""
        Ihre Nachricht wurde noch nicht zugestellt. Bitte bestätigen Sie Ihre Adresse einmalig: {link}
    """),
)

DUTCH = Tongue(
    code="nl",
    months="januari februari maart april mei juni juli augustus september oktober november december".split(),
    short_months="jan feb mrt apr mei jun jul aug sep okt nov dec".split(),
    weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    on_weekday=[f"op {day}" for day in "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()],
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {weekday} {d} {month}
        {dd}-{mm}-{y}
        {d}-{m}-{y}
        {dd}/{mm}/{y}
        {y}-{mm}-{dd}
    """),
    span_forms=lines("""
        van {d1} tot {d2} {month}
        van {d1} tot {d2} {month} {y}
        tussen {d1} en {d2} {month}
    """),
    prefixes=lines("""
        Automatisch antwoord
        Afwezigheidsbericht
        Niet aanwezig
        Afwezig
    """),
    subjects=lines("""
        Afwezig
        Ik ben met vakantie
        Niet op kantoor
        Afwezigheid
    """),
    greetings=lines("""
        Beste,
        Hallo,
        Goedendag,
        Geachte heer/mevrouw,
        Bedankt voor uw bericht.
    """),
    closings=lines("""
        Met vriendelijke groet,
        Groeten,
        Hartelijke groet,
    """),
    until=lines("""
        Ik ben tot {date} niet op kantoor.
        Tot {date} ben ik met vakantie en lees ik mijn mail niet.
        Ik ben afwezig tot {date}.
        Wegens verlof ben ik tot {date} niet bereikbaar.
    """),
    through=lines("""
        Ik ben tot en met {date} afwezig.
        Ik ben met vakantie t/m {date}.
        Ons kantoor is gesloten tot en met {date}.
    """),
    back=lines("""
        Ik ben momenteel niet aanwezig. Vanaf {date} ben ik weer bereikbaar.
        Ik ben op vakantie en op {date} weer terug.
        Op {date} ben ik weer op kantoor en beantwoord ik uw bericht.
    """),
    span=lines("""
        Ik ben {span} afwezig.
        {span} ben ik met vakantie.
    """),
    both=lines("""
        Ik ben tot en met {begin} vrij en {end} ben ik weer aanwezig.
        Vanaf {begin} ben ik met verlof, op {end} ben ik terug.
    """),
    on_a_weekday=lines("""
        Ik ben vandaag afwezig en {weekday} weer bereikbaar.
        {weekday} ben ik weer op kantoor.
    """),
    next_monday=lines("""
        Ik ben deze week vrij en volgende maandag weer terug.
        Ik ben afwezig en volgende week maandag weer op kantoor.
    """),
    undated=lines("""
        Ik ben op dit moment niet op kantoor en beantwoord uw mail zodra ik terug ben.
        Wegens ziekte ben ik niet bereikbaar.
    """),
    instead=lines("""
        Voor dringende zaken kunt u contact opnemen met {other}.
        Bij spoed kun je mailen naar {other}.
        Mijn collega {other} neemt voor mij waar.
    """),
    left=lines("""
        {name} is niet meer werkzaam bij ons bedrijf. U kunt contact opnemen met {other}.
        Ik werk hier niet meer en deze mailbox wordt niet meer gelezen. Mail voortaan naar {other}.
    """),
    moved=lines("""
        Mijn e-mailadres is gewijzigd. Gebruik vanaf nu {other}.
    """),
    ticket=lines("""
        Wij hebben uw bericht in goede orde ontvangen. Uw ticketnummer is {number}.
        Dit is een automatische ontvangstbevestiging; uw aanvraag heeft nummer {number}.
    """),
    challenge=lines("""
        Uw bericht is nog niet afgeleverd. Bevestig eenmalig uw adres: {link}
    """),
)

SWEDISH = Tongue(
    code="sv",
    months="januari februari mars april maj juni juli augusti september oktober november december".split(),
    weekdays="måndag tisdag onsdag torsdag fredag lördag söndag".split(),
    on_weekday=[f"på {day}" for day in "måndag tisdag onsdag torsdag fredag lördag söndag".split()],
    forms=lines("""
        {d} {month}
        den {d} {month}
        den {d} {month} {y}
        {weekday} den {d} {month}
        {d}/{m}
        {y}-{mm}-{dd}
    """),
    span_forms=lines("""
        från den {d1} till den {d2} {month}
        {d1}-{d2} {month}
        mellan den {d1} och {d2} {month} {y}
    """),
    prefixes=lines("""
        Autosvar
        Automatiskt svar
        Frånvarande
        Ej på kontoret
    """),
    subjects=lines("""
        Semester
        Frånvaro
        Jag är på semester
        Inte på kontoret
    """),
    greetings=lines("""
        Hej,
        Hej!
        Tack för ditt mejl.
    """),
    closings=lines("""
        Vänliga hälsningar
        Med vänlig hälsning
        Hälsningar
    """),
    until=lines("""
        Jag är på semester till {date}.
        Jag är inte på kontoret förrän {date}.
        Jag är bortrest fram till {date} och läser inte min mejl.
        Jag är föräldraledig till {date}.
    """),
    through=lines("""
        Jag är ledig till och med {date}.
        Jag har semester t.o.m. {date}.
        Vi har stängt t o m {date}.
    """),
    back=lines("""
        Jag är inte på kontoret just nu men är tillbaka {date}.
        Jag har semester och är åter på kontoret {date}.
        Från {date} är jag på plats igen och svarar då.
    """),
    span=lines("""
        Jag är på semester {span}.
        Kontoret är stängt {span}.
    """),
    both=lines("""
        Jag är ledig till {begin} och tillbaka på kontoret {end}.
        Från {begin} har jag semester. Jag är åter {end}.
    """),
    on_a_weekday=lines("""
        Jag är ledig idag och är tillbaka {weekday}.
    """),
    next_monday=lines("""
        Jag är ledig den här veckan och är tillbaka nästa måndag.
    """),
    undated=lines("""
        Jag är inte på kontoret just nu och svarar när jag är tillbaka.
        Jag är sjukskriven och läser inte min e-post.
    """),
    instead=lines("""
        Vid brådskande ärenden, kontakta {other}.
        Är det bråttom går det bra att skriva till {other}.
    """),
    left=lines("""
        {name} arbetar inte längre hos oss. Kontakta i stället {other}.
        Jag har slutat på företaget och den här brevlådan läses inte längre. Skriv till {other}.
    """),
    moved=lines("""
        Jag har bytt e-postadress. Använd {other} i fortsättningen.
    """),
    ticket=lines("""
        Tack för ditt ärende. Det har registrerats med nummer {number}.
        Detta är en automatisk bekräftelse på att vi har tagit emot ditt meddelande. Ärendenummer: {number}.
    """),
    challenge=lines("""
        Ditt meddelande har inte levererats ännu. Bekräfta din adress en gång: {link}
    """),
)

DANISH = Tongue(
    code="da",
    months="januar februar marts april maj juni juli august september oktober november december".split(),
    on_weekday=[f"på {day}" for day in "mandag tirsdag onsdag torsdag fredag lørdag søndag".split()],
    weekdays="mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    forms=lines("""
        {d}. {month}
        den {d}. {month}
        den {d}. {month} {y}
        {weekday} den {d}. {month}
        {d}/{m}
        {dd}-{mm}-{y}
        {dd}.{mm}.{y}
    """),
    span_forms=lines("""
        fra den {d1}. til den {d2}. {month}
        fra {d1}. til {d2}. {month} {y}
    """),
    prefixes=lines("""
        Automatisk svar
        Autosvar
        Ikke til stede
    """),
    subjects=lines("""
        Ferie
        Fraværende
        Ikke på kontoret
    """),
    greetings=lines("""
        Hej,
        Kære afsender,
        Tak for din mail.
    """),
    closings=lines("""
        Med venlig hilsen
        Venlig hilsen
    """),
    until=lines("""
        Jeg er på ferie indtil {date}.
        Jeg er ikke på kontoret før {date}.
        Jeg holder fri frem til {date} og læser ikke mails.
    """),
    through=lines("""
        Jeg er på ferie til og med {date}.
        Kontoret holder lukket t.o.m. {date}.
    """),
    back=lines("""
        Jeg er ikke på kontoret, men er tilbage {date}.
        Jeg er bortrejst og vender tilbage {date}.
    """),
    span=lines("""
        Jeg har ferie {span}.
    """),
    both=lines("""
        Jeg er på ferie til {begin} og er tilbage på kontoret {end}.
    """),
    on_a_weekday=lines("""
        Jeg er ikke på kontoret i dag, men er tilbage {weekday}.
    """),
    next_monday=lines("""
        Jeg har fri i denne uge og er tilbage næste mandag.
    """),
    undated=lines("""
        Jeg er i øjeblikket ikke på kontoret og svarer, når jeg er tilbage.
    """),
    instead=lines("""
        Hvis det haster, kan du kontakte {other}.
    """),
    left=lines("""
        {name} arbejder ikke længere hos os. Kontakt venligst {other}.
    """),
    moved=lines("""
        Jeg har fået ny e-mailadresse. Brug fremover {other}.
    """),
    ticket=lines("""
        Vi har modtaget din henvendelse, som har fået sagsnummer {number}.
    """),
    challenge=lines("""
        Din besked er endnu ikke leveret. Bekræft venligst din adresse: {link}
    """),
)

NORWEGIAN = Tongue(
    code="no",
    months="januar februar mars april mai juni juli august september oktober november desember".split(),
    weekdays="mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    on_weekday=[f"på {day}" for day in "mandag tirsdag onsdag torsdag fredag lørdag søndag".split()],
    forms=lines("""
        {d}. {month}
        den {d}. {month}
        {weekday} {d}. {month}
        {d}. {month} {y}
        {dd}.{mm}.{y}
        {dd}.{mm}.
    """),
    span_forms=lines("""
        fra {d1}. til {d2}. {month}
        i perioden {d1}.-{d2}. {month}
    """),
    prefixes=lines("""
        Automatisk svar
        Fraværsmelding
        Autosvar
    """),
    subjects=lines("""
        Ferie
        Ikke på kontoret
        Fravær
    """),
    greetings=lines("""
        Hei,
        Hei!
        Takk for din henvendelse.
    """),
    closings=lines("""
        Med vennlig hilsen
        Vennlig hilsen
        Mvh
    """),
    until=lines("""
        Jeg er på ferie frem til {date}.
        Jeg er ikke på kontoret før {date}.
        Jeg er bortreist til {date} og leser ikke e-post.
    """),
    through=lines("""
        Jeg har ferie til og med {date}.
        Jeg er borte t.o.m. {date}.
    """),
    back=lines("""
        Jeg er ikke på kontoret, men er tilbake {date}.
        Jeg har permisjon og er tilbake på jobb {date}.
    """),
    span=lines("""
        Jeg er på ferie {span}.
    """),
    both=lines("""
        Jeg har ferie til {begin} og er tilbake på kontoret {end}.
    """),
    on_a_weekday=lines("""
        Jeg er ikke på kontoret i dag, men er tilbake {weekday}.
    """),
    next_monday=lines("""
        Jeg har fri denne uken og er tilbake neste mandag.
    """),
    undated=lines("""
        Jeg er for tiden ikke på kontoret og svarer når jeg er tilbake.
    """),
    instead=lines("""
        Ved hastesaker kan du kontakte {other}.
    """),
    left=lines("""
        {name} jobber ikke lenger hos oss. Ta kontakt med {other}.
    """),
    moved=lines("""
        Jeg har fått ny e-postadresse. Bruk heretter {other}.
    """),
    ticket=lines("""
        Vi har mottatt henvendelsen din. Saksnummeret er {number}.
    """),
    challenge=lines("""
        Meldingen din er ikke levert ennå. Bekreft adressen din: {link}
    """),
)

ICELANDIC = Tongue(
    code="is",
    months="janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember".split(),
    on_weekday=(
        "á mánudaginn,á þriðjudaginn,á miðvikudaginn,á fimmtudaginn,á föstudaginn,á laugardaginn,á sunnudaginn".split(
            ","
        )
    ),
    forms=lines("""
        {d}. {month}
        {d}. {month} {y}
        {dd}.{mm}.{y}
        {d}.{m}.{y}
    """),
    span_forms=lines("""
        frá {d1}. til {d2}. {month}
        dagana {d1}.-{d2}. {month}
    """),
    prefixes=lines("""
        Sjálfvirkt svar
        Sjálfvirk svörun
        Fjarverandi
    """),
    subjects=lines("""
        Í fríi
        Í sumarleyfi
        Ekki við
    """),
    greetings=lines("""
        Góðan dag,
        Sæl og blessuð,
        Takk fyrir póstinn.
    """),
    closings=lines("""
        Kær kveðja,
        Með kveðju,
    """),
    until=lines("""
        Ég er í fríi til {date}.
        Ég verð ekki við til {date}.
    """),
    through=lines("""
        Ég er í sumarleyfi til og með {date}.
    """),
    back=lines("""
        Ég er ekki við en kem aftur til vinnu {date}.
        Ég er í leyfi og verð aftur við {date}.
    """),
    span=lines("""
        Ég verð í fríi {span}.
    """),
    both=lines("""
        Ég er í fríi til {begin} og kem aftur á skrifstofuna {end}.
    """),
    on_a_weekday=lines("""
        Ég er ekki við í dag en kem aftur {weekday}.
    """),
    next_monday=lines("""
        Ég er í fríi þessa viku og kem aftur næsta mánudag.
    """),
    undated=lines("""
        Ég er ekki við eins og er og svara þegar ég kem aftur.
    """),
    instead=lines("""
        Ef erindið er brýnt má hafa samband við {other}.
    """),
    left=lines("""
        {name} er hætt störfum hjá okkur. Vinsamlegast hafið samband við {other}.
    """),
    moved=lines("""
        Netfangið mitt hefur breyst. Vinsamlegast notið {other}.
    """),
    ticket=lines("""
        Við höfum móttekið erindi þitt og skráð það undir númerinu {number}.
    """),
    challenge=lines("""
        Skeytið þitt hefur ekki verið afhent. Vinsamlegast staðfestu netfangið þitt: {link}
    """),
)
