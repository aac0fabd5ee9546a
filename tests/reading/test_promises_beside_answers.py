"""A promise beside an answer, and a promise that is all there is."""

from __future__ import annotations

from datetime import date

import pytest

from crickets.reading.asking.promises import promise_of

MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)

ANSWERS = (
    ("en", "We accept the offer. I will confirm the details by Friday."),
    ("en", "No, too expensive. I will tell you on Friday whether we need anything else."),
    ("en", "Fine for us, go ahead! I will let you know on Friday"),
    ("en", "The second version is much nicer. I'll get back to you on Friday with the texts."),
    ("en", "Hi Dana,\n\nthe old shop closes in May.\n\nI'll get back to you on Friday.\n\nAnna"),
    ("en", "Yes. I'll let you know the rest on Friday."),
    ("en", "Sounds good, I'll write you on Friday."),
    ("en", "We won't need the shop. I'll let you know about the rest by Friday."),
    ("en", "I think the second version is nicer. I'll get back to you on Friday."),
    ("it", "Va bene, accettiamo. Ti faccio sapere venerdì per i dettagli."),
    ("it", "No, è troppo caro. Le faccio sapere venerdì per il resto."),
    ("it", "Il vecchio negozio chiude a maggio. Ti faccio sapere venerdì."),
    ("pl", "Akceptujemy ofertę. Odezwę się w piątek."),
    ("pl", "Niestety za drogo. Odezwę się w piątek w innej sprawie."),
    ("pl", "Stary sklep zamykamy w maju. Dam znać w piątek."),
    ("is", "Við samþykkjum tilboðið. Ég læt þig vita á föstudag."),
    ("is", "Nei, of dýrt. Ég læt þig vita á föstudag."),
    ("is", "Gamla búðin lokar í maí. Ég læt þig vita á föstudag."),
    ("de", "Passt, wir nehmen das Angebot an. Ich melde mich am Freitag mit den Einzelheiten."),
    ("de", "Leider zu teuer. Ich melde mich am Freitag wegen der Texte noch einmal."),
    ("de", "Der alte Laden schließt im Mai. Ich melde mich am Freitag."),
    ("de", "Wir legen los, ich melde mich am Freitag."),
    ("fr", "Nous acceptons votre devis. Je reviens vers vous vendredi."),
    ("fr", "Non, c'est trop cher. Je vous tiens au courant vendredi."),
    ("fr", "L'ancienne boutique ferme en mai. Je vous réponds vendredi."),
    ("es", "Aceptamos el presupuesto. Te digo algo el viernes."),
    ("es", "No, es demasiado caro. Te aviso el viernes."),
    ("es", "La tienda vieja cierra en mayo. Te contesto el viernes."),
    ("de", "Das ist viel besser so. Ich melde mich am Freitag."),
    ("de", "Das Budget reicht nicht. Ich melde mich am Freitag."),
    ("it", "Il progetto è annullato, ti faccio sapere venerdì."),
    ("sv", "Vi tar offerten. Jag återkommer på fredag."),
    ("nl", "We gaan akkoord. Ik laat je vrijdag weten hoe we verder gaan."),
    ("nl", "Helaas te duur. Ik laat je vrijdag iets weten."),
    ("nl", "De oude winkel sluit in mei. Ik kom er vrijdag op terug."),
    ("pt", "Aceitamos a proposta. Dou-lhe resposta na sexta-feira."),
    ("pt", "Não, é muito caro. Dou-lhe resposta na sexta-feira."),
    ("pt", "A loja antiga fecha em maio. Respondo-lhe na sexta-feira."),
    ("sv", "Vi accepterar offerten. Jag återkommer på fredag."),
    ("sv", "Nej, det är för dyrt. Jag återkommer på fredag."),
    ("sv", "Den gamla butiken stänger i maj. Jag hör av mig på fredag."),
    ("sv", "Det blir tyvärr inget i år. Vi hör av oss på fredag."),
    ("sv", "Vi hör av oss på fredag om vi ändrar oss."),
    ("is", "Því miður verður ekkert úr þessu í ár. Ég læt þig vita á föstudag."),
    ("is", "Ég læt þig vita á föstudag ef það breytist."),
    ("pt", "Infelizmente não vamos avançar este ano. Dou-lhe notícias na sexta."),
    ("pt", "Te aviso na sexta se isso mudar."),
    ("de", "Leider wird das dieses Jahr nichts. Ich melde mich am Freitag."),
    ("en", "I'll let you know on Friday if that changes."),
    ("it", "Ti faccio sapere venerdì se cambia qualcosa."),
    ("fr", "Je vous tiens au courant vendredi si cela change."),
    ("es", "Te aviso el viernes si algo cambia."),
    ("nl", "Ik laat je vrijdag weten als er iets verandert."),
    ("pl", "Dam znać w piątek, jeśli coś się zmieni."),
    ("sv", "Jag är inte nöjd med förslaget. Jag återkommer på fredag."),
    ("pt", "Está tudo bem com o site? Respondo-lhe na sexta-feira."),
)

HOLDING = (
    ("en", "Dear Ms Levi,\n\nthank you for your offer. I have to talk to my boss. I'll get back to you on Friday."),
    ("en", "Received, thanks! We still need approval for the budget. I'll let you know by Friday.\n\nBest,\nAnna"),
    ("en", "Sorry for the delay. It's been very busy here. I will reply on Friday."),
    ("en", "I haven't decided yet. I'll let you know on Friday. Have a nice week!"),
    ("en", "Thanks. I will let you know on Friday whether we accept the offer."),
    ("it", "Buongiorno Dana,\n\ngrazie del preventivo. Devo parlarne con il titolare. Le faccio sapere venerdì."),
    ("it", "Ricevuto, grazie. Non ho ancora avuto tempo di guardarlo. Ti faccio sapere venerdì."),
    ("pl", "Dziękuję za ofertę. Muszę porozmawiać z zarządem. Odezwę się w piątek."),
    ("pl", "Przepraszam za opóźnienie. Nie miałam czasu. Odpowiem w piątek.\n\nPozdrawiam\nAnna"),
    ("is", "Takk fyrir tilboðið. Ég þarf að tala við yfirmanninn. Ég læt þig vita á föstudag."),
    ("de", "Sehr geehrte Frau Levi,\n\nich muss das mit der Chefin besprechen. Ich melde mich am Freitag."),
    ("de", "Ist angekommen, danke. Wir haben noch keine Entscheidung. Ich gebe dir am Freitag Bescheid."),
    ("fr", "Bonjour,\n\nmerci pour le devis. Je dois en parler avec mon associé. Je reviens vers vous vendredi."),
    ("fr", "Désolée pour le retard. Je suis débordée. Je vous réponds vendredi."),
    ("es", "Gracias por el presupuesto. Tengo que hablarlo con mi jefe. Te contesto el viernes."),
    ("es", "Perdona el retraso. No he tenido tiempo. Te digo algo el viernes."),
    ("nl", "Bedankt voor de offerte. Ik moet dit met mijn baas bespreken. Ik kom er vrijdag op terug."),
    ("pt", "Obrigada pela proposta. Tenho de falar com o meu chefe. Dou-lhe resposta na sexta-feira."),
    ("sv", "Tack för offerten. Jag måste prata med chefen. Jag återkommer på fredag."),
    ("sv", "Jag har inte hunnit titta än. Jag återkommer på fredag."),
    ("sv", "Jag återkommer v. 10. /Lisa"),
    ("sv", "Jag återkommer fredag v. 10 /Lisa"),
    ("de", "Ich melde mich in KW 10.\nAnna"),
    ("sv", "Jag behöver lite mer tid. Du ska få svar på fredag."),
    ("sv", "Måste stämma av med ledningen. Vi lämnar besked innan helgen."),
    ("is", "Sæl Dana mín, ég svara þér á föstudaginn. Kv. Siggi"),
    ("is", "Sæl. Stjórnin þarf að ræða þetta, þú færð svar á föstudag."),
    ("is", "Biðst afsökunar á seinaganginum. Verð í sambandi fyrir helgi."),
    ("pt", "Oi Dana, tudo bem? Te dou um retorno na sexta."),
    ("pt", "Vou conversar com meu sócio e te falo na sexta."),
    ("pt", "Volto ao assunto antes do fim de semana."),
    ("en", "Hi Dana, how are you? I'll get back to you on Friday."),
    ("de", "Hallo Dana, wie geht's? Ich melde mich vor dem Wochenende."),
    ("de", "Ich brauche noch etwas Zeit. Ich melde mich am Freitag."),
)


@pytest.mark.parametrize(("language", "text"), ANSWERS)
def test_a_promise_beside_an_answer(language: str, text: str) -> None:
    """Who accepts, declines or tells something of the matter has answered, whatever follows on Friday."""
    assert promise_of(text, language=language, written=MONDAY) is None


@pytest.mark.parametrize(("language", "text"), HOLDING)
def test_a_promise_beside_its_reason(language: str, text: str) -> None:
    """Thanks, a receipt, regret, a courtesy and who must be asked first leave the answer open."""
    assert promise_of(text, language=language, written=MONDAY) == FRIDAY
