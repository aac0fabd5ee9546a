from __future__ import annotations

from datetime import date

import pytest

from crickets.reading.asking.promises import promise_of

MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
NEXT_MONDAY = date(2026, 3, 9)
NEXT_FRIDAY = date(2026, 3, 13)
TWO_WEEKS = date(2026, 3, 16)
MONTHS_END = date(2026, 3, 31)

PROMISES: dict[str, tuple[tuple[str, date], ...]] = {
    "en": (
        ("Hi Dana,\n\nthanks for the offer. I will get back to you on Friday.\n\nAnna", FRIDAY),
        ("We'll let you know by the end of the month.", MONTHS_END),
        ("I need to discuss this with my boss, but I'll come back to you next week.", NEXT_FRIDAY),
        ("I'm travelling until Wednesday and will reply on Friday.", FRIDAY),
        ("You will have our decision in two weeks.", TWO_WEEKS),
        ("I'm back on Monday. I will answer then.", NEXT_MONDAY),
        ("The board meets on the 15th; we'll let you know after the 15th.", date(2026, 3, 16)),
        ("I can get back to you on Thursday or Friday.", FRIDAY),
    ),
    "it": (
        ("Buongiorno,\n\nle faccio sapere entro venerdì.\n\nAnna Rossi", FRIDAY),
        ("Ti rispondo lunedì, scusa il ritardo.", NEXT_MONDAY),
        ("Ne parlo con il mio socio e la settimana prossima vi daremo una risposta.", NEXT_FRIDAY),
        ("Le faremo sapere entro fine mese.", MONTHS_END),
        ("Attendo conferma dal capo, poi la ricontatto venerdì.", FRIDAY),
        ("Mi faccio viva tra due settimane.", TWO_WEEKS),
    ),
    "pl": (
        ("Dam Pani znać do piątku.", FRIDAY),
        ("Dziękuję za ofertę, odezwę się w przyszłym tygodniu.", NEXT_FRIDAY),
        ("Muszę to omówić z szefem. Odpowiem w poniedziałek.", NEXT_MONDAY),
        ("Wrócimy do tematu za dwa tygodnie.", TWO_WEEKS),
        ("Decyzję podejmiemy wkrótce, a do końca miesiąca damy Państwu odpowiedź.", MONTHS_END),
        ("Skontaktuję się z Panią w piątek.", FRIDAY),
    ),
    "is": (
        ("Ég læt þig vita á föstudag.", FRIDAY),
        ("Takk fyrir tilboðið, við látum ykkur vita í næstu viku.", NEXT_FRIDAY),
        ("Ég svara þér á mánudaginn.", NEXT_MONDAY),
        ("Við verðum í sambandi fyrir lok mánaðarins.", MONTHS_END),
        ("Ég skal senda þér svar á föstudaginn.", FRIDAY),
        ("Læt þig vita eftir tvær vikur.", TWO_WEEKS),
    ),
    "de": (
        ("Ich melde mich bis Freitag bei Ihnen.", FRIDAY),
        ("Danke für das Angebot, wir geben Ihnen nächste Woche Bescheid.", NEXT_FRIDAY),
        ("Ich werde Ihnen am Montag eine Antwort geben.", NEXT_MONDAY),
        ("Sie hören in zwei Wochen von mir.", TWO_WEEKS),
        ("Ich kläre das intern und komme am Freitag auf dich zurück.", FRIDAY),
        ("Bis Ende des Monats lasse ich es dich wissen.", MONTHS_END),
    ),
    "fr": (
        ("Je reviens vers vous vendredi.", FRIDAY),
        ("Merci pour votre devis, nous vous répondrons la semaine prochaine.", NEXT_FRIDAY),
        ("Je te tiens au courant lundi.", NEXT_MONDAY),
        ("Vous aurez ma réponse dans deux semaines.", TWO_WEEKS),
        ("Nous vous ferons un retour d'ici la fin du mois.", MONTHS_END),
        ("J'attends l'avis de mon associé et je vous recontacte vendredi.", FRIDAY),
    ),
    "es": (
        ("Te contesto el viernes.", FRIDAY),
        ("Gracias por el presupuesto, le diremos algo la próxima semana.", NEXT_FRIDAY),
        ("Estoy a la espera de mi jefe; el lunes te digo algo.", NEXT_MONDAY),
        ("Tendrá nuestra respuesta en dos semanas.", TWO_WEEKS),
        ("Le avisaremos a finales de mes.", MONTHS_END),
        ("Me pondré en contacto con usted el viernes.", FRIDAY),
    ),
    "nl": (
        ("Ik kom er vrijdag op terug.", FRIDAY),
        ("Bedankt voor de offerte, we laten het u volgende week weten.", NEXT_FRIDAY),
        ("Je hoort maandag van mij.", NEXT_MONDAY),
        ("Ik zal over twee weken reageren.", TWO_WEEKS),
        ("We nemen voor het einde van de maand contact met u op.", MONTHS_END),
        ("Ik moet dit overleggen en laat het je vrijdag weten.", FRIDAY),
    ),
    "pt": (
        ("Dou-lhe resposta na sexta-feira.", FRIDAY),
        ("Obrigado pela proposta, respondemos-lhe na próxima semana.", NEXT_FRIDAY),
        ("Volto a contactar na segunda-feira.", NEXT_MONDAY),
        ("Terá a nossa resposta dentro de duas semanas.", TWO_WEEKS),
        ("Até ao fim do mês daremos uma resposta.", MONTHS_END),
        ("Vou falar com o meu sócio e te retorno na sexta-feira.", FRIDAY),
    ),
    "sv": (
        ("Jag återkommer på fredag.", FRIDAY),
        ("Tack för offerten, vi hör av oss nästa vecka.", NEXT_FRIDAY),
        ("Jag svarar dig på måndag.", NEXT_MONDAY),
        ("Du får besked om två veckor.", TWO_WEEKS),
        ("Vi återkommer i slutet av månaden.", MONTHS_END),
        ("Jag ska prata med chefen och hör av mig på fredag.", FRIDAY),
    ),
}

NO_PROMISES: dict[str, tuple[str, ...]] = {
    "en": (
        "I will get back to you soon.",
        "I'll get back to you on Friday. Can you send me the texts until then?",
        "I wanted to let you know that the fair opens on Friday.",
        "Please let me know by Friday.",
        "See you on Friday.",
        "Will you get back to me on Friday?",
        "We met on Friday and we like the offer.",
    ),
    "it": ("Le faccio sapere al più presto.", "Fammi sapere entro venerdì.", "Ti aggiorno sulla riunione di venerdì."),
    "pl": ("Odezwę się wkrótce.", "Proszę dać znać do piątku.", "Spotkanie jest w piątek."),
    "is": ("Ég læt þig vita fljótlega.", "Láttu mig vita á föstudag.", "Fundurinn er á föstudag."),
    "de": (
        "Ich melde mich in Kürze.",
        "Bitte melden Sie sich bis Freitag.",
        "Ich melde mich wegen der Messe am Freitag.",
    ),
    "fr": (
        "Je reviens vers vous rapidement.",
        "Je reviens vers vous concernant la réunion de vendredi.",
        "Merci de me répondre avant vendredi.",
    ),
    "es": ("Te contesto pronto.", "Te aviso de que el viernes cerramos.", "Avísame el viernes."),
    "nl": ("Ik kom er snel op terug.", "Laat het me vrijdag weten.", "De beurs is op vrijdag."),
    "pt": ("Respondo em breve.", "Avise-me até sexta-feira.", "A feira é na sexta-feira."),
    "sv": ("Jag återkommer snart.", "Hör av dig på fredag.", "Jag återkommer angående mötet på fredag."),
}


TUESDAY = date(2026, 3, 3)

SHORT_PROMISES = (
    ("en", "Sorry, crazy week. Will get back to you on Thursday!", date(2026, 3, 5)),
    ("en", "Let me check with accounting, I'll have an answer for you by tomorrow.", date(2026, 3, 4)),
    ("en", "We're reviewing all proposals and will inform you by March 20.", date(2026, 3, 20)),
    ("en", "Thanks Dana, got it. I hope to get back to you early next week.", date(2026, 3, 13)),
    ("en", "I'm on holiday, will look at it next week and let you know.", date(2026, 3, 13)),
    ("it", "Ne discutiamo in riunione giovedì e poi ti faccio sapere.", date(2026, 3, 5)),
    ("it", "Mi prendo qualche giorno, le do una risposta lunedì.", date(2026, 3, 9)),
    ("it", "Scusi il ritardo, le rispondo domani.", date(2026, 3, 4)),
    ("de", "Bin gerade im Urlaub, melde mich Montag.", date(2026, 3, 9)),
    ("de", "Wir prüfen das Angebot und kommen bis zum 20. März auf Sie zurück.", date(2026, 3, 20)),
    ("de", "Ich spreche mit meiner Chefin und sag dir morgen Bescheid.", date(2026, 3, 4)),
    ("fr", "On en parle en réunion jeudi et je vous dis.", date(2026, 3, 5)),
    ("fr", "Je regarde et je vous réponds demain.", date(2026, 3, 4)),
    ("fr", "Nous vous donnerons une réponse avant le 20 mars.", date(2026, 3, 20)),
    ("es", "Lo hablo con mi socia y te digo el jueves.", date(2026, 3, 5)),
    ("es", "Le respondemos mañana sin falta.", date(2026, 3, 4)),
    ("pl", "Jestem na urlopie, odezwę się w poniedziałek.", date(2026, 3, 9)),
    ("pl", "Sprawdzę i dam znać jutro.", date(2026, 3, 4)),
    ("pl", "Czesc, odezwe sie w przyszlym tygodniu. Pozdr, Marek", date(2026, 3, 13)),
    ("pl", "Przepraszam za późną odpowiedź, odezwę się w poniedziałek.", date(2026, 3, 9)),
    ("pl", "Przepraszam, że dopiero teraz. Napiszę jutro.", date(2026, 3, 4)),
    ("pl", "Postaram się odpowiedzieć do poniedziałku.", date(2026, 3, 9)),
    ("pl", "Mogę odpowiedzieć dopiero w poniedziałek.", date(2026, 3, 9)),
    ("pl", "Otrzyma Pani odpowiedź w poniedziałek.", date(2026, 3, 9)),
    ("pl", "Potwierdzam otrzymanie oferty. Odpowiedź prześlemy w poniedziałek.", date(2026, 3, 9)),
    ("pl", "W tym tygodniu nie dam rady, będziemy w kontakcie w poniedziałek.", date(2026, 3, 9)),
    ("pl", "Z góry przepraszam za zwłokę, odpiszę w poniedziałek.", date(2026, 3, 9)),
    ("pl", "Proszę dać mi czas do poniedziałku.", date(2026, 3, 9)),
    ("pl", "Sprawdzę, czy mamy na to budżet, i odpowiem jutro.", date(2026, 3, 4)),
    ("de", "Ich kläre, wann wir Zeit haben, und melde mich morgen.", date(2026, 3, 4)),
    ("nl", "Ik kijk na, wanneer het kan, en laat het je morgen weten.", date(2026, 3, 4)),
    ("nl", "Ik overleg het intern en laat je donderdag iets weten.", date(2026, 3, 5)),
    ("nl", "Ik kom hier morgen op terug.", date(2026, 3, 4)),
    ("nl", "Ik ben het niet vergeten! Je hoort maandag van me.", date(2026, 3, 9)),
    ("nl", "Hallo, morgen laat ik het je weten. mvg Kees", date(2026, 3, 4)),
    ("nl", "We hebben donderdag overleg, maandag laat ik iets weten.", date(2026, 3, 9)),
    ("nl", "Ik kijk er even naar en kom er maandag op terug.", date(2026, 3, 9)),
    ("nl", "Wij komen er graag maandag op terug.", date(2026, 3, 9)),
    ("nl", "Ik wacht nog op akkoord van mijn baas, maandag weet ik meer.", date(2026, 3, 9)),
    ("nl", "Ik contacteer u maandag.", date(2026, 3, 9)),
    ("nl", "Ik koppel morgen terug.", date(2026, 3, 4)),
    ("nl", "Ik hoop je maandag meer te kunnen vertellen.", date(2026, 3, 9)),
    ("nl", "Geef me even tot maandag.", date(2026, 3, 9)),
    ("pt", "Vou ver isso e digo-lhe algo na quinta.", date(2026, 3, 5)),
    ("pt", "Te dou um retorno amanhã.", date(2026, 3, 4)),
    ("sv", "Jag kollar med chefen och återkommer i morgon.", date(2026, 3, 4)),
    ("sv", "Vi hör av oss senast den 20 mars.", date(2026, 3, 20)),
    ("is", "Ég ræði þetta við yfirmanninn og læt þig vita á fimmtudaginn.", date(2026, 3, 5)),
    ("is", "Ég svara þér á morgun.", date(2026, 3, 4)),
    ("fr", "Je vous donne une réponse sous quinzaine.", date(2026, 3, 18)),
    ("fr", "Vous aurez notre retour d'ici huit jours.", date(2026, 3, 11)),
    ("fr", "Je ne manquerai pas de revenir vers vous la semaine prochaine.", date(2026, 3, 13)),
    ("fr", "Désolée, jte réponds lundi 9.", date(2026, 3, 9)),
    ("fr", "On en parle en réunion jeudi matin et on te tient au jus.", date(2026, 3, 5)),
    ("fr", "Nous accusons réception de votre devis et reviendrons vers vous jeudi.", date(2026, 3, 5)),
    ("es", "Les estaremos dando respuesta en quince días.", date(2026, 3, 18)),
    ("es", "Lo reviso con mi jefe y el lunes les confirmo.", date(2026, 3, 9)),
    ("es", "Acuso recibo de su propuesta. Le daremos una respuesta la siguiente semana.", date(2026, 3, 13)),
    (
        "es",
        "Quedamos pendientes de la aprobación de gerencia. Le confirmamos antes del 20 de marzo.",
        date(2026, 3, 20),
    ),
)
"""As people write them, in passing."""

MONTHS = (
    ("en", "We'll get back to you in early April.", date(2026, 4, 10)),
    ("it", "Le faremo sapere a metà marzo.", date(2026, 3, 20)),
    ("pl", "Odezwę się pod koniec marca.", date(2026, 3, 31)),
    ("is", "Ég læt þig vita í lok mars.", date(2026, 3, 31)),
    ("de", "Wir melden uns Ende März.", date(2026, 3, 31)),
    ("fr", "Nous revenons vers vous courant mai.", date(2026, 5, 31)),
    ("fr", "On te donne une réponse mi-mars.", date(2026, 3, 20)),
    ("es", "A mediados de marzo te digo algo.", date(2026, 3, 20)),
    ("es", "En abril te damos una respuesta.", date(2026, 4, 30)),
    ("nl", "Ik kom er eind maart op terug.", date(2026, 3, 31)),
    ("pt", "Damos uma resposta no início de abril.", date(2026, 4, 10)),
    ("sv", "Vi hör av oss i början av april.", date(2026, 4, 10)),
    ("en", "We'll get back to you at the end of April 2026.", date(2026, 4, 30)),
    ("en", "We'll get back to you on 2 April.", date(2026, 4, 2)),
)
"""A month, or a part of one, lasts to its end."""

OTHER_DAYS = (
    ("en", "We'll get back to you on Friday but the price is too high."),
    ("en", "Could you check the second page. I'll get back to you on Friday."),
    ("fr", "Nous vous ferons un retour vendredi mais le logo ne va pas du tout."),
    ("fr", "La proposition a été refusée par la direction. Je vous tiens au courant vendredi."),
    ("fr", "Le travail n'est pas terminé. Je reviens vers vous vendredi."),
    ("es", "El presupuesto fue rechazado por la dirección. Te digo algo el viernes."),
    ("es", "Le confirmamos el pedido del viernes."),
    ("es", "El viernes les confirmo que no nos interesa."),
    ("es", "Le estoy enviando los comentarios del viernes."),
    ("fr", "Nous avons donné une réponse négative vendredi."),
    ("fr", "La direction vous donne une réponse négative vendredi."),
    ("fr", "Le salon a lieu vendredi, je te dis merci."),
    ("en", "We discussed your offer on Monday and it is fine for us. The contract starts on 1 April."),
    ("en", "I'll be in the office on Thursday."),
    ("en", "Thank you for the reminder, the invoice was paid on Friday."),
    ("en", "The meeting on Thursday will answer most of it."),
    ("it", "Ci vediamo giovedì alle dieci."),
    ("it", "La fattura sarà pagata venerdì."),
    ("it", "Le confermo l'appuntamento di giovedì."),
    ("it", "Ti mando il verbale della riunione di lunedì."),
    ("de", "Der Termin am Donnerstag passt."),
    ("de", "Die Rechnung wurde am Freitag bezahlt, danke für die Erinnerung."),
    ("de", "Ich bin ab Donnerstag wieder da."),
    ("de", "Wir haben uns entschieden und nehmen das Angebot an; Start ist am 1. April."),
    ("fr", "Je vous confirme le rendez-vous de jeudi."),
    ("fr", "La facture sera réglée vendredi."),
    ("fr", "Je vous rappelle que la réunion est jeudi."),
    ("es", "Le confirmo la cita del jueves."),
    ("es", "La factura se pagará el viernes."),
    ("pl", "Potwierdzam spotkanie w czwartek."),
    ("pl", "Faktura zostanie opłacona w piątek."),
    ("pl", "Nie będę mogła odpowiedzieć w piątek."),
    ("pl", "Decyzja będzie pozytywna, podpiszemy umowę w piątek."),
    ("pl", "Proszę o odpowiedź do piątku."),
    ("nl", "De afspraak van donderdag is prima."),
    ("nl", "Ik hoop dat je vrijdag kunt reageren."),
    ("nl", "Ik laat je weten dat we vrijdag gesloten zijn."),
    ("pt", "Confirmo a reunião de quinta-feira."),
    ("sv", "Mötet på torsdag passar bra."),
    ("is", "Fundurinn á fimmtudag hentar vel."),
)
"""Days of a meeting, of a payment, of a return: no answer is put off to them."""


@pytest.mark.parametrize(("language", "text", "day"), SHORT_PROMISES)
def test_an_answer_promised_in_passing(language: str, text: str, day: date) -> None:
    """It's found beside excuses and reasons."""
    assert promise_of(text, language=language, written=TUESDAY) == day


@pytest.mark.parametrize(("language", "text", "day"), MONTHS)
def test_an_answer_promised_for_a_month(language: str, text: str, day: date) -> None:
    """Its beginning is over on the 10th, its middle on the 20th."""
    assert promise_of(text, language=language, written=TUESDAY) == day


@pytest.mark.parametrize(("language", "text"), OTHER_DAYS)
def test_a_day_of_something_else(language: str, text: str) -> None:
    """It's no promise."""
    assert promise_of(text, language=language, written=TUESDAY) is None


@pytest.mark.parametrize(
    ("language", "text", "day"), [(one, text, day) for one, rows in PROMISES.items() for text, day in rows]
)
def test_an_answer_promised(language: str, text: str, day: date) -> None:
    """The last day on which it is not late: a week's Friday, a month's end, the day itself."""
    assert promise_of(text, language=language, written=MONDAY) == day


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in NO_PROMISES.items() for text in texts])
def test_no_answer_promised(language: str, text: str) -> None:
    """No day, a question back, the other's part, or a day of something else: an answer like any other."""
    assert promise_of(text, language=language, written=MONDAY) is None


def test_a_promise_in_a_language_not_told() -> None:
    """The words tell it."""
    assert promise_of("Je reviens vers vous vendredi.", language="", written=MONDAY) == FRIDAY


def test_next_friday_on_a_monday() -> None:
    """It may be this week's or the next one's; nobody is late before the later."""
    assert promise_of("I'll reply next Friday.", language="en", written=MONDAY) == NEXT_FRIDAY


def test_a_promise_below_a_long_answer() -> None:
    """It's an answer, whatever else is promised."""
    text = "The texts are done and the pictures, too. " * 30 + "I'll send you the rest on Friday."
    assert promise_of(text, language="en", written=MONDAY) is None


def test_a_day_far_off() -> None:
    """Nobody's silence is excused for a year."""
    assert promise_of("I'll get back to you on 1 February 2027.", language="en", written=MONDAY) is None


def test_the_end_of_the_calendar() -> None:
    """A date that no clock shows promises nothing."""
    assert promise_of("I'll get back to you in two weeks.", language="en", written=date.max) is None


@pytest.mark.parametrize("text", ["", "?", "\x00", "will " * 40_000, "in two weeks " * 20_000])
def test_any_text(text: str) -> None:
    """It never raises."""
    assert promise_of(text, language="", written=MONDAY) is None
