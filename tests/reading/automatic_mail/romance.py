"""Italian, French, Spanish, Portuguese, Romanian."""

from __future__ import annotations

from tests.reading.automatic_mail.tongue import Tongue, lines

ITALIAN = Tongue(
    code="it",
    months=("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()),
    weekdays="lunedì martedì mercoledì giovedì venerdì sabato domenica".split(),
    on_weekday="lunedì martedì mercoledì giovedì venerdì sabato domenica".split(),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {dd}/{mm}/{y}
        {d}/{m}/{y}
        {dd}/{mm}
        {dd}.{mm}.{y}
        {dd}-{mm}-{y}
    """),
    span_forms=lines("""
        dal {d1} al {d2} {month}
        dal {d1} al {d2} {month} {y}
        dal {dd1}/{mm}/{y} al {dd2}/{mm}/{y}
        tra il {d1} e il {d2} {month}
    """),
    prefixes=lines("""
        Risposta automatica
        Fuori sede
        Fuori ufficio
        Risposta automatica (assenza)
    """),
    subjects=lines("""
        Assente dall'ufficio
        Sono in ferie
        Chiusura estiva
        Fuori ufficio
    """),
    greetings=lines("""
        Buongiorno,
        Gentile mittente,
        Ciao,
        Salve,
        Grazie per il messaggio.
    """),
    closings=lines("""
        Cordiali saluti
        Un saluto
        Distinti saluti
        A presto
    """),
    until=lines("""
        sarò assente dall'ufficio fino al {date}.
        sono in ferie fino al {date} e leggerò la posta al rientro.
        fino al {date} sono fuori sede con accesso limitato alla posta.
        l'ufficio resterà chiuso fino al {date}.
        sono in congedo sino al {date}.
    """),
    through=lines("""
        sarò in ferie fino al {date} compreso.
        l'ufficio è chiuso fino al {date} incluso.
        sono assente sino a tutto il {date}.
    """),
    back=lines("""
        sono fuori ufficio e rientrerò il {date}.
        al momento sono in ferie; sarò di nuovo in ufficio dal {date}.
        tornerò operativo il {date} e risponderò al suo messaggio.
        sono assente, il rientro è previsto per il {date}.
    """),
    span=lines("""
        sarò in ferie {span}.
        l'ufficio rimarrà chiuso {span}.
        sono assente {span}.
    """),
    both=lines("""
        sono in ferie fino al {begin} e torno in ufficio il {end}.
        dal {begin} sono assente; rientro il {end}.
    """),
    on_a_weekday=lines("""
        oggi sono fuori sede, rientro {weekday}.
        sarò di nuovo in ufficio {weekday}.
    """),
    next_monday=lines("""
        questa settimana sono in ferie e rientro lunedì prossimo.
    """),
    undated=lines("""
        al momento non sono in ufficio e risponderò appena possibile al mio rientro.
        sono in malattia e non posso leggere la posta.
        in questi giorni ho un accesso limitato alla posta elettronica.
    """),
    instead=lines("""
        Per urgenze può scrivere a {other}.
        In mia assenza rivolgersi a {other}.
        Se è urgente contatta {other}.
    """),
    left=lines("""
        {name} non lavora più presso la nostra azienda. La preghiamo di rivolgersi a {other}.
        non faccio più parte della società e questa casella non è più letta. Scriva a {other}.
    """),
    moved=lines("""
        il mio indirizzo di posta è cambiato: d'ora in poi scrivete a {other}.
    """),
    ticket=lines("""
        abbiamo ricevuto la sua richiesta, registrata con il numero {number}.
        questa è una conferma automatica di ricezione. Numero della segnalazione: {number}.
    """),
    challenge=lines("""
        il suo messaggio non è ancora stato consegnato. Confermi il suo indirizzo: {link}
    """),
)

FRENCH = Tongue(
    code="fr",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    on_weekday="lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {weekday} {d} {month}
        {dd}/{mm}/{y}
        {dd}/{mm}
        {dd}/{mm}/{yy}
        {dd}.{mm}.{y}
    """),
    span_forms=lines("""
        du {d1} au {d2} {month}
        du {d1} au {d2} {month} {y}
        du {dd1}/{mm}/{y} au {dd2}/{mm}/{y}
        entre le {d1} et le {d2} {month}
    """),
    prefixes=lines("""
        Réponse automatique
        Absence du bureau
        Absent du bureau
        Réponse automatique d'absence
        Message d'absence
    """),
    subjects=lines("""
        Absence
        En congés
        Absent(e)
        Je suis en vacances
    """),
    greetings=lines("""
        Bonjour,
        Madame, Monsieur,
        Merci pour votre message.
        Salut,
    """),
    closings=lines("""
        Cordialement,
        Bien à vous,
        Bien cordialement,
        À bientôt,
    """),
    until=lines("""
        Je suis absent du bureau jusqu'au {date}.
        Je suis en congés jusqu'au {date} et ne consulterai pas mes messages.
        Je suis en déplacement jusqu'au {date} et vous répondrai à mon retour.
        Je serai indisponible jusqu'au {date}.
        Actuellement en congé maternité jusqu'au {date}, je ne lis pas mes courriels.
    """),
    through=lines("""
        Je suis absente jusqu'au {date} inclus.
        Nos bureaux sont fermés jusqu'au {date} inclus.
        Je serai en vacances jusqu'au {date} compris.
    """),
    back=lines("""
        Je suis actuellement absent, de retour le {date}.
        Je suis en congés et serai de retour au bureau le {date}.
        Je serai à nouveau joignable à partir du {date}.
        Absent en ce moment, je reprendrai le {date}.
    """),
    span=lines("""
        Je suis en congés {span}.
        Je serai absente {span}.
        L'entreprise est fermée {span}.
    """),
    both=lines("""
        Je suis en vacances jusqu'au {begin} et de retour le {end}.
        Absent à compter du {begin}, je serai de retour le {end}.
    """),
    on_a_weekday=lines("""
        Je suis absent aujourd'hui et serai de retour {weekday}.
        De retour au bureau {weekday}, je vous répondrai alors.
    """),
    next_monday=lines("""
        Je suis en congés cette semaine et serai de retour lundi prochain.
    """),
    undated=lines("""
        Je suis actuellement absent et vous répondrai dès mon retour.
        En arrêt maladie, je ne suis pas en mesure de lire mes messages.
        Je n'ai qu'un accès limité à ma messagerie ces jours-ci.
    """),
    instead=lines("""
        En cas d'urgence, vous pouvez contacter {other}.
        Pour toute urgence, merci d'écrire à {other}.
        En mon absence, adressez-vous à {other}.
    """),
    left=lines("""
        {name} ne fait plus partie de notre société. Merci de vous adresser à {other}.
        J'ai quitté l'entreprise et cette boîte n'est plus relevée. Votre nouveau contact est {other}.
    """),
    moved=lines("""
        Mon adresse a changé. Merci d'utiliser désormais {other}.
    """),
    ticket=lines("""
        Nous avons bien reçu votre demande, enregistrée sous le numéro {number}.
        Ceci est un accusé de réception automatique. Référence de votre dossier : {number}.
    """),
    challenge=lines("""
        Votre message n'a pas encore été remis. Confirmez votre adresse une seule fois : {link}
    """),
)

SPANISH = Tongue(
    code="es",
    months=("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    weekdays="lunes martes miércoles jueves viernes sábado domingo".split(),
    on_weekday=[f"el {day}" for day in "lunes martes miércoles jueves viernes sábado domingo".split()],
    forms=lines("""
        {d} de {month}
        {d} de {month} de {y}
        {weekday} {d} de {month}
        {dd}/{mm}/{y}
        {d}/{m}/{y}
        {dd}-{mm}-{y}
        {dd}/{mm}
    """),
    span_forms=lines("""
        del {d1} al {d2} de {month}
        del {d1} al {d2} de {month} de {y}
        desde el {d1} hasta el {d2} de {month}
        del {dd1}/{mm}/{y} al {dd2}/{mm}/{y}
    """),
    prefixes=lines("""
        Respuesta automática
        Fuera de la oficina
        Fuera de oficina
        Ausente
    """),
    subjects=lines("""
        Ausencia
        Estoy de vacaciones
        Fuera de la oficina
        Ausente por vacaciones
    """),
    greetings=lines("""
        Hola,
        Buenos días:
        Estimado/a remitente:
        Gracias por su mensaje.
    """),
    closings=lines("""
        Un saludo,
        Saludos cordiales,
        Atentamente,
        Gracias y un saludo
    """),
    until=lines("""
        Estaré fuera de la oficina hasta el {date}.
        Estoy de vacaciones hasta el {date} y no leeré el correo.
        Me encuentro ausente hasta el {date} con acceso limitado al correo.
        Estoy de baja hasta el {date}.
        Estaré de viaje hasta el {date}.
    """),
    through=lines("""
        Estaré de vacaciones hasta el {date} inclusive.
        La oficina permanecerá cerrada hasta el {date} incluido.
        No estaré disponible hasta el {date}, inclusive.
    """),
    back=lines("""
        Estoy fuera de la oficina y volveré el {date}.
        Estoy de vacaciones. Me reincorporo el {date}.
        Estaré de vuelta el {date} y le responderé entonces.
        Ahora mismo no estoy disponible; regreso a la oficina el {date}.
        Contestaré a su correo a partir del {date}, cuando vuelva a la oficina.
    """),
    span=lines("""
        Estaré de vacaciones {span}.
        Permaneceremos cerrados por vacaciones {span}.
        No estaré en la oficina {span}.
    """),
    both=lines("""
        Estoy de vacaciones hasta el {begin} y vuelvo a la oficina el {end}.
        Desde el {begin} estoy ausente; regreso el {end}.
    """),
    on_a_weekday=lines("""
        Hoy no estoy en la oficina, vuelvo {weekday}.
        Estaré de vuelta {weekday}.
    """),
    next_monday=lines("""
        Esta semana estoy de vacaciones y vuelvo el próximo lunes.
        Estoy fuera y regreso el lunes que viene.
    """),
    undated=lines("""
        En estos momentos no estoy en la oficina; le responderé a mi regreso.
        Estoy de baja médica y no puedo atender el correo.
        Actualmente tengo acceso limitado al correo electrónico.
    """),
    instead=lines("""
        Para asuntos urgentes, escriba a {other}.
        En caso de urgencia puede contactar con {other}.
        Durante mi ausencia le atenderá {other}.
    """),
    left=lines("""
        {name} ya no trabaja en nuestra empresa. Por favor, diríjase a {other}.
        He dejado la empresa y este buzón ya no se revisa. Su nuevo contacto es {other}.
    """),
    moved=lines("""
        Mi dirección de correo ha cambiado. A partir de ahora use {other}.
    """),
    ticket=lines("""
        Hemos recibido su solicitud y le hemos asignado el número {number}.
        Este es un acuse de recibo automático. Su número de caso es {number}.
    """),
    challenge=lines("""
        Su mensaje aún no ha sido entregado. Confirme su dirección una sola vez: {link}
    """),
)

PORTUGUESE = Tongue(
    code="pt",
    months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(),
    weekdays="segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo".split(),
    on_weekday=(
        "na segunda-feira,na terça-feira,na quarta-feira,na quinta-feira,na sexta-feira,no sábado,no domingo".split(",")
    ),
    forms=lines("""
        {d} de {month}
        {d} de {month} de {y}
        {dd}/{mm}/{y}
        {d}/{m}/{y}
        {dd}/{mm}
        {dd}-{mm}-{y}
    """),
    span_forms=lines("""
        de {d1} a {d2} de {month}
        de {d1} a {d2} de {month} de {y}
        entre {d1} e {d2} de {month}
        de {dd1}/{mm}/{y} a {dd2}/{mm}/{y}
    """),
    prefixes=lines("""
        Resposta automática
        Ausência temporária
        Fora do escritório
        Ausente
    """),
    subjects=lines("""
        Férias
        Ausente do escritório
        Estou de férias
        Fora do escritório
    """),
    greetings=lines("""
        Olá,
        Bom dia,
        Prezado(a),
        Caros,
        Obrigado pelo seu contato.
    """),
    closings=lines("""
        Atenciosamente,
        Com os melhores cumprimentos,
        Abraços,
        Obrigada,
    """),
    until=lines("""
        Estarei ausente do escritório até {date}.
        Estou de férias até o dia {date} e não lerei e-mails.
        Encontro-me fora do escritório até {date}.
        Estou em licença até {date}.
        Estarei em viagem até ao dia {date}, com acesso limitado ao e-mail.
    """),
    through=lines("""
        Estarei de férias até {date} inclusive.
        O escritório está encerrado até ao dia {date}, inclusive.
    """),
    back=lines("""
        Estou fora do escritório e retorno no dia {date}.
        Estou de férias, voltando em {date}.
        Estarei de volta a {date} e responderei nessa altura.
        No momento estou ausente; regresso ao trabalho em {date}.
    """),
    span=lines("""
        Estarei de férias {span}.
        Estarei ausente {span}.
    """),
    both=lines("""
        Estou de férias até {begin} e volto ao escritório em {end}.
        A partir de {begin} estou ausente; retorno em {end}.
    """),
    on_a_weekday=lines("""
        Hoje estou fora do escritório e volto {weekday}.
        Estarei de volta {weekday}.
    """),
    next_monday=lines("""
        Esta semana estou de férias e volto na próxima segunda-feira.
    """),
    undated=lines("""
        No momento estou ausente e responderei assim que retornar.
        Encontro-me de baixa médica e não consulto o correio.
        Estou com acesso limitado ao e-mail nestes dias.
    """),
    instead=lines("""
        Em caso de urgência, contacte {other}.
        Para assuntos urgentes, favor escrever para {other}.
        Na minha ausência, fale com {other}.
    """),
    left=lines("""
        {name} já não trabalha na nossa empresa. Por favor, contacte {other}.
        Não faço mais parte da empresa e esta caixa não é mais lida. Escreva para {other}.
    """),
    moved=lines("""
        O meu endereço de e-mail mudou. Por favor, use agora {other}.
    """),
    ticket=lines("""
        Recebemos o seu pedido, registado com o número {number}.
        Esta é uma confirmação automática de recebimento. Número do chamado: {number}.
    """),
    challenge=lines("""
        A sua mensagem ainda não foi entregue. Confirme o seu endereço uma única vez: {link}
    """),
)

ROMANIAN = Tongue(
    code="ro",
    months=(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie".split()
    ),
    weekdays="luni marți miercuri joi vineri sâmbătă duminică".split(),
    on_weekday="luni marți miercuri joi vineri sâmbătă duminică".split(),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {dd}.{mm}.{y}
        {dd}/{mm}/{y}
    """),
    span_forms=lines("""
        în perioada {d1}-{d2} {month}
        între {d1} și {d2} {month} {y}
    """),
    prefixes=lines("""
        Răspuns automat
        Absent de la birou
    """),
    subjects=lines("""
        În concediu
        Absent
    """),
    greetings=lines("""
        Bună ziua,
        Salut,
    """),
    closings=lines("""
        Cu stimă,
        O zi bună,
    """),
    until=lines("""
        Sunt în concediu până pe {date}.
        Nu sunt la birou până la data de {date}.
    """),
    through=lines("""
        Sunt în concediu până pe {date} inclusiv.
    """),
    back=lines("""
        Sunt plecat din birou și revin pe {date}.
        Mă întorc la birou în data de {date}.
    """),
    span=lines("""
        Sunt în concediu {span}.
    """),
    both=lines("""
        Sunt în concediu până pe {begin} și revin la birou pe {end}.
    """),
    on_a_weekday=lines("""
        Astăzi nu sunt la birou, revin {weekday}.
    """),
    next_monday=lines("""
        Săptămâna aceasta sunt în concediu și revin lunea viitoare.
    """),
    undated=lines("""
        Momentan nu sunt la birou și vă voi răspunde la întoarcere.
    """),
    instead=lines("""
        Pentru urgențe vă rog să contactați {other}.
    """),
    left=lines("""
        {name} nu mai lucrează în compania noastră. Vă rugăm să vă adresați {other}.
    """),
    moved=lines("""
        Adresa mea de e-mail s-a schimbat. Vă rog folosiți {other}.
    """),
    ticket=lines("""
        Am primit solicitarea dumneavoastră, înregistrată cu numărul {number}.
    """),
    challenge=lines("""
        Mesajul dumneavoastră nu a fost încă livrat. Confirmați adresa: {link}
    """),
)
