"""
What people write themselves that sounds like an automatic reply, in the languages of the templates.

Each is an answer to somebody: a careful reader sees a person behind it. Written by hand, as in `tongue`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.reading.automatic_mail.tongue import Lines, lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """
    A language's.

    `mention` speaks of an absence among other things, `holding` promises an answer, `late` tells of an absence that
    is over, `about` stands above somebody's automatic reply, quoted or forwarded, or answers it, `wrote` introduces a
    quote, and `forwarded` is the line, and the names of the four fields, above what is forwarded.
    """

    mention: Lines
    holding: Lines
    late: Lines
    about: Lines
    wrote: str
    forwarded: Lines


ASIDES: Mapping[str, Asides] = {
    "en": Asides(
        mention=lines("""
            The colours look good to me, go ahead. By the way, I'm out of the office until {date}, let's talk then.
            Yes, 2 pm works. I'll be on holiday from {date} though - can we have the files before then?
            I'm out of the office today, but I'll send you the logo again tomorrow morning.
            Could you send the invoice to Tom as well? He is back on {date} and pays it then.
        """),
        holding=lines("""
            Thanks for the offer. I need to check the budget with my boss and will get back to you on Friday.
            Got it, thank you! I'll look at it properly next week and let you know what we think.
        """),
        late=lines("""
            Sorry for the slow answer, I was on vacation until {date}. The second draft is the one we like.
            I'm back from my holiday now and have read your proposal: can we drop the third page?
        """),
        about=lines("""
            See below, she is away again. Shall we ask Tom instead?
            Enjoy your holiday! No hurry with my question, it can wait until you are back.
            Your system keeps sending me this out-of-office reply although you sit next to me. Could you switch it off?
        """),
        wrote="On {date}, {name} <{address}> wrote:",
        forwarded=lines("""
            -------- Forwarded Message --------
            Subject
            Date
            From
            To
        """),
    ),
    "de": Asides(
        mention=lines("""
            die Farben gefallen uns. Übrigens bin ich bis {date} nicht im Büro, lassen Sie uns danach telefonieren.
            14 Uhr passt mir gut. Ab {date} bin ich allerdings im Urlaub, könnten wir die Dateien vorher bekommen?
            ich bin heute nicht im Büro, schicke Ihnen das Logo aber morgen früh noch einmal.
        """),
        holding=lines("""
            danke für das Angebot. Ich muss es noch mit der Leitung abstimmen und melde mich am Freitag bei Ihnen.
        """),
        late=lines("""
            entschuldigen Sie die späte Antwort, ich war bis {date} im Urlaub. Uns gefällt der zweite Entwurf.
        """),
        about=lines("""
            siehe unten, sie ist schon wieder weg. Sollen wir stattdessen Thomas fragen?
            schönen Urlaub! Meine Frage eilt nicht, das hat Zeit, bis du wieder da bist.
        """),
        wrote="Am {date} schrieb {name} <{address}>:",
        forwarded=lines("""
            -------- Weitergeleitete Nachricht --------
            Betreff
            Datum
            Von
            An
        """),
    ),
    "it": Asides(
        mention=lines("""
            i colori vanno bene, procedete pure. A proposito, sono fuori ufficio fino al {date}, sentiamoci dopo.
            oggi sono fuori sede, ma domani mattina le rimando il logo.
        """),
        holding=lines("""
            grazie del preventivo. Ne parlo con il titolare e le faccio sapere venerdì.
        """),
        late=lines("""
            scusi il ritardo, ero in ferie fino al {date}. A noi piace la seconda bozza.
        """),
        about=lines("""
            vedi sotto, è di nuovo assente. Chiediamo a Marco?
            buone vacanze! La mia domanda non è urgente, ne parliamo quando torni.
        """),
        wrote="Il giorno {date} {name} <{address}> ha scritto:",
        forwarded=lines("""
            -------- Messaggio inoltrato --------
            Oggetto
            Data
            Mittente
            A
        """),
    ),
    "pl": Asides(
        mention=lines("""
            kolory są w porządku, proszę działać dalej. Przy okazji: do {date} jestem na urlopie, zdzwońmy się potem.
            dziś jestem poza biurem, ale jutro rano prześlę logo jeszcze raz.
        """),
        holding=lines("""
            dziękuję za ofertę. Muszę ją omówić z szefem i odezwę się w piątek.
        """),
        late=lines("""
            przepraszam za zwłokę, do {date} byłam na urlopie. Wybieramy drugi projekt.
        """),
        about=lines("""
            jak niżej, znowu jej nie ma. Zapytamy Tomka?
            udanego urlopu! Moje pytanie może poczekać, aż wrócisz.
        """),
        wrote="W dniu {date} {name} <{address}> pisze:",
        forwarded=lines("""
            -------- Treść przekazanej wiadomości --------
            Temat
            Data
            Nadawca
            Adresat
        """),
    ),
    "fr": Asides(
        mention=lines("""
            Les couleurs nous conviennent, allez-y. Au fait, je suis absent jusqu'au {date}, parlons-en après.
            Je suis absente du bureau aujourd'hui, mais je vous renverrai le logo demain matin.
        """),
        holding=lines("""
            Merci pour le devis. Je dois en parler avec la direction et je reviens vers vous vendredi.
        """),
        late=lines("""
            Désolé pour cette réponse tardive, j'étais en congés jusqu'au {date}. Nous préférons la deuxième version.
        """),
        about=lines("""
            Voir ci-dessous, elle est encore absente. On demande à Thomas ?
            Bonnes vacances ! Ma question n'est pas pressée, on en reparle à ton retour.
        """),
        wrote="Le {date}, {name} <{address}> a écrit :",
        forwarded=lines("""
            -------- Message transféré --------
            Sujet
            Date
            De
            Pour
        """),
    ),
    "es": Asides(
        mention=lines("""
            Los colores están bien, adelante. Por cierto, estoy fuera de la oficina hasta el {date}, hablamos después.
            Hoy estoy fuera de la oficina, pero mañana a primera hora te reenvío el logo.
        """),
        holding=lines("""
            Gracias por el presupuesto. Tengo que verlo con mi jefe y te digo algo el viernes.
        """),
        late=lines("""
            Perdón por el retraso, estuve de vacaciones hasta el {date}. Nos gusta más la segunda propuesta.
        """),
        about=lines("""
            Mira abajo, otra vez está fuera. ¿Le preguntamos a Tomás?
            ¡Felices vacaciones! Lo mío no corre prisa, lo vemos a tu vuelta.
        """),
        wrote="El {date}, {name} <{address}> escribió:",
        forwarded=lines("""
            -------- Mensaje reenviado --------
            Asunto
            Fecha
            De
            Para
        """),
    ),
    "nl": Asides(
        mention=lines("""
            De kleuren zijn prima, ga maar door. Ik ben trouwens tot {date} met vakantie, laten we daarna bellen.
            Ik ben vandaag niet op kantoor, maar ik stuur je morgenochtend het logo opnieuw.
        """),
        holding=lines("""
            Dank voor de offerte. Ik moet dit nog intern overleggen en kom er vrijdag op terug.
        """),
        late=lines("""
            Sorry voor de late reactie, ik was tot {date} met vakantie. Wij kiezen voor het tweede ontwerp.
        """),
        about=lines("""
            Zie hieronder, ze is er weer niet. Zullen we Thomas vragen?
            Fijne vakantie! Mijn vraag kan wachten tot je terug bent.
        """),
        wrote="Op {date} schreef {name} <{address}>:",
        forwarded=lines("""
            -------- Doorgestuurd bericht --------
            Onderwerp
            Datum
            Van
            Aan
        """),
    ),
    "pt": Asides(
        mention=lines("""
            As cores estão ótimas, podem avançar. Aliás, estou fora do escritório até {date}, falamos depois.
            Hoje estou fora do escritório, mas amanhã cedo reenvio o logótipo.
        """),
        holding=lines("""
            Obrigado pelo orçamento. Preciso falar com a direção e dou retorno na sexta-feira.
        """),
        late=lines("""
            Desculpe a demora, estive de férias até {date}. Gostamos mais da segunda versão.
        """),
        about=lines("""
            Veja abaixo, ela está ausente outra vez. Perguntamos ao Tomás?
            Boas férias! A minha pergunta não tem pressa, falamos quando voltares.
        """),
        wrote="Em {date}, {name} <{address}> escreveu:",
        forwarded=lines("""
            -------- Mensagem encaminhada --------
            Assunto
            Data
            De
            Para
        """),
    ),
    "sv": Asides(
        mention=lines("""
            Färgerna ser bra ut, kör på. Jag är förresten på semester till {date}, så vi hörs efter det.
            Jag är inte på kontoret idag, men jag skickar loggan igen i morgon bitti.
        """),
        holding=lines("""
            Tack för offerten. Jag måste stämma av med chefen och återkommer på fredag.
        """),
        late=lines("""
            Ursäkta sent svar, jag var på semester till {date}. Vi gillar det andra förslaget.
        """),
        about=lines("""
            Se nedan, hon är borta igen. Ska vi fråga Tomas i stället?
            Trevlig semester! Min fråga kan vänta tills du är tillbaka.
        """),
        wrote="Den {date} skrev {name} <{address}>:",
        forwarded=lines("""
            -------- Vidarebefordrat meddelande --------
            Ämne
            Datum
            Från
            Till
        """),
    ),
    "is": Asides(
        mention=lines("""
            Litirnir eru fínir, haldið endilega áfram. Ég er reyndar í fríi til {date}, heyrumst eftir það.
            Ég er ekki við í dag en sendi þér merkið aftur á morgun.
        """),
        holding=lines("""
            Takk fyrir tilboðið. Ég þarf að ræða þetta við yfirmanninn og læt þig vita á föstudaginn.
        """),
        late=lines("""
            Afsakaðu hvað ég svara seint, ég var í fríi til {date}. Okkur líst betur á seinni tillöguna.
        """),
        about=lines("""
            Sjá hér að neðan, hún er aftur í burtu. Eigum við að spyrja Tómas?
            Njóttu frísins! Spurningin mín má bíða þar til þú kemur aftur.
        """),
        wrote="Þann {date} skrifaði {name} <{address}>:",
        forwarded=lines("""
            -------- Áframsent skeyti --------
            Efni
            Dagsetning
            Frá
            Til
        """),
    ),
}
