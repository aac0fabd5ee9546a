"""
What mail systems ship with to say of a mail's delivery, by language.

Knows the sentences of Exim, Postfix, qmail, sendmail, Exchange, Domino, GroupWise, Gmail, Yahoo and their like, in
small letters; must not know how much a sentence proves: `reports` says that.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

OPENING: Words = table(
    """
    en: this message was created automatically by mail delivery software | this is the qmail-send program |
        this is the mail system at | this is the postfix program at | this is the mailer-daemon |
        this is the mail delivery | this is the mail delivery agent |
        this is the machine generated message from mail service |
        this is an automatically generated delivery status notification |
        this is a delivery status notification | this is a non-delivery report |
        this is an automatically generated non-delivery | the original message was received at |
        your message did not reach some or all of the intended recipients |
        delivery has failed to these recipients | delivery to these recipients |
        delivery to the following recipient | i'm sorry to have to inform you that |
        i'm afraid i wasn't able to deliver your message | sorry, we were unable to deliver your message |
        we're sorry to have to inform you that | unable to deliver message to the following |
        this message was undeliverable due to the following reason |
        this report relates to a message you sent with the following header fields | the following message to |
        the message that you sent was undeliverable to the following |
        your mail message to the following address | your message could not be delivered |
        your message wasn't delivered to | your message couldn't be delivered |
        a message that you sent could not be delivered | a message that you sent has not yet been delivered |
        the following addresses had | ----- the following addresses had | message delivery has failed |
        the user(s) account is | the delivery of your message |
        there was a temporary problem delivering your message | an error occurred while sending your mail |
        an error has occurred while attempting to deliver a message | could not deliver the message to |
        an error occurred while trying to deliver the mail to | there was an error delivering your mail |
        we were unable to deliver your message | unable to deliver your message |
        your message was not delivered to | your message to the following recipients |
        each of the following recipients was rejected | failed to deliver to | undeliverable to
    de: übermittlung an folgende empfänger fehlgeschlagen | fehler bei der nachrichtenzustellung |
        diese nachricht wurde automatisch von ihrem mailserver |
        dies ist eine automatisch erstellte benachrichtigung | ihre nachricht konnte nicht zugestellt werden |
        ihre nachricht hat einige oder alle empfänger nicht erreicht | ihre nachricht wurde nicht zugestellt |
        ihre e-mail konnte nicht zugestellt werden |
        die von ihnen gesendete nachricht konnte nicht zugestellt werden |
        fehler beim senden der nachricht an folgende empfänger
    it: recapito non riuscito per i seguenti destinatari | impossibile recapitare il messaggio |
        il messaggio non è stato recapitato | il messaggio non ha raggiunto |
        questo messaggio è stato generato automaticamente dal server di posta |
        non è stato possibile consegnare il messaggio | non è stato possibile recapitare il messaggio |
        mancata consegna del messaggio
    fr: échec de la remise pour | échec de la remise aux | votre message n'a pas pu être |
        votre message n'est pas parvenu à | ceci est un message automatique du serveur de messagerie |
        impossible de remettre votre message | ce message a été créé automatiquement par le logiciel
    es: error en la entrega a estos destinatarios | error de entrega a estos destinatarios |
        no se pudo entregar el mensaje |
        no se pudo entregar a estos destinatarios | su mensaje no ha podido ser entregado |
        su mensaje no se ha podido entregar | el mensaje no llegó a | su mensaje no ha llegado a |
        no se ha podido entregar el mensaje | no se ha encontrado la dirección
    nl: bezorging aan deze geadresseerden | het bezorgen van uw bericht | uw bericht is niet bezorgd |
        uw bericht kon niet worden bezorgd | uw bericht is niet aangekomen bij |
        bericht kan niet worden afgeleverd
    pt: falha na entrega a estes destinatários | falha na entrega para estes destinatários |
        não foi possível entregar a mensagem | não foi possível entregar sua mensagem |
        a sua mensagem não foi entregue | sua mensagem não pôde ser entregue | sua mensagem não foi entregue
    pl: nie można dostarczyć wiadomości do następujących | nie powiodło się dostarczenie |
        wiadomość nie została dostarczona | państwa wiadomość nie została dostarczona |
        twoja wiadomość nie mogła zostać dostarczona | nie udało się dostarczyć
    sv: det gick inte att leverera | ditt meddelande kunde inte levereras | ditt meddelande nådde inte |
        leveransen till följande mottagare misslyckades
    da: levering til disse modtagere | din meddelelse kunne ikke leveres | din meddelelse nåede ikke
    no: levering til disse mottakerne | meldingen kunne ikke leveres | meldingen nådde ikke
    fi: viestiä ei voitu toimittaa | viestin toimitus näille vastaanottajille epäonnistui
    cs: doručení těmto příjemcům | vaši zprávu se nepodařilo doručit | zprávu nebylo možné doručit
    sk: doručenie týmto príjemcom | vašu správu sa nepodarilo doručiť
    hu: a kézbesítés a következő címzetteknek | az üzenetet nem sikerült kézbesíteni
    ro: livrarea către acești destinatari | mesajul nu a putut fi livrat
    tr: bu alıcılara teslim edilemedi | iletiniz teslim edilemedi | iletiniz aşağıdaki alıcılara
    ru: это письмо создано автоматически | ваше письмо не может быть доставлено | ваше сообщение не доставлено |
        сообщение не было доставлено | не удалось доставить сообщение | не удается доставить
    uk: не вдалося доставити | ваше повідомлення не було доставлено
    el: η παράδοση σε αυτούς τους παραλήπτες | το μήνυμά σας δεν παραδόθηκε
    ja: 次の受信者またはグループへの配信に失敗しました | メッセージは配信されませんでした |
        お送りいただいたメールは | 次のあて先へのメッセージは
    zh: 您的邮件无法 | 您的邮件未能 | 无法将邮件 | 很抱歉，您的邮件 | 抱歉，您的邮件 | 您的郵件無法 | 無法將郵件
    ko: 다음 받는 사람에게 배달하지 못했습니다 | 메일을 전달하지 못했습니다
    """
)
"""With what a report begins, where no person would."""

FINAL: Words = table(
    """
    en: giving up | given up | gave up | i've given up | permanent error | permanent failure |
        permanent fatal error | permanent delivery failure | permanently failed | failed permanently |
        has permanently rejected | retry timeout exceeded | retry time not reached | no further attempts |
        no further delivery attempts | will not be retried | will not retry | not going to try again |
        won't be retried | has been removed from the queue | has been removed from our queue |
        in the queue too long | message expired | delivery expired | delivery time expired | maximum retries |
        too many retries | message has expired | cannot send message for | returned to sender because |
        delivery attempts have been stopped | is being returned | unable to deliver your message after |
        after several attempts
    de: es werden keine weiteren | dauerhaft nicht | wird nicht mehr versucht | endgültig nicht |
        zustellung wurde abgebrochen | aufgegeben
    it: non verranno effettuati ulteriori tentativi | errore permanente | non saranno effettuati altri
    fr: erreur permanente | aucune autre tentative | abandon de la remise | échec définitif
    es: error permanente | no se realizarán más intentos | no se volverá a intentar
    nl: permanente fout | er worden geen verdere pogingen | wordt niet opnieuw geprobeerd
    pt: erro permanente | não serão feitas outras tentativas | falha permanente
    pl: błąd trwały | trwały błąd | zaprzestano prób | nie będzie więcej prób
    sv: permanent fel | inga fler försök
    ru: окончательная ошибка | постоянная ошибка | попытки доставки прекращены
    ja: 永続的なエラー | 配信を中止
    zh: 永久性错误 | 永久失败 | 放弃投递
    """
)
"""That nothing more will be tried: it outweighs every word on trying."""

WARNING: Words = table(
    """
    en: this is a warning message only | this is a warning only | warning message only | do not need to resend |
        don't need to resend | do not need to re-send | this is not a failure notification |
        no action is required on your part
    de: dies ist nur eine warnung | sie brauchen die nachricht nicht erneut | nur eine warnmeldung
    it: questo è solo un avviso | questo è soltanto un avviso | non è necessario inviare di nuovo
    fr: ceci est un simple avertissement | ceci n'est qu'un avertissement | il n'est pas nécessaire de renvoyer
    es: esto es sólo una advertencia | esto es solo una advertencia | no es necesario que reenvíe |
        no necesita volver a enviar
    nl: dit is slechts een waarschuwing | dit is alleen een waarschuwing | u hoeft het bericht niet opnieuw
    pt: este é apenas um aviso | isto é apenas um aviso | não é necessário reenviar | não precisa reenviar
    pl: to jest tylko ostrzeżenie | nie trzeba ponownie wysyłać | nie musisz ponownie wysyłać
    sv: detta är endast en varning | du behöver inte skicka om
    ru: это только предупреждение | повторно отправлять сообщение не нужно | не требуется повторно
    """
)
"""That the report is no more than a warning: it outweighs every word on failure."""

TRYING: Words = table(
    """
    en: has not yet been delivered | not yet been able to deliver |
        have not been able to deliver your message yet | not been delivered yet | has not been delivered after |
        still undelivered after | will be retried | will keep trying | keep trying | will continue to try |
        will continue trying | will continue attempting | will retry | will try again | still being retried |
        still trying | attempts will continue | attempts to deliver the message will continue |
        will be attempted again | will continue to be attempted | will be tried again |
        delivery has been delayed | delivery is delayed | delivery delayed | has been delayed |
        message delayed | message is delayed | mail delayed | been deferred | delivery incomplete |
        transient non-fatal errors | temporary problem delivering your message |
        temporary problem while delivering | not yet delivered | be delivered immediately | we'll keep trying |
        retrying to deliver
    de: weiterhin versucht | weitere zustellversuche | wird erneut versucht | noch nicht zugestellt |
        verzögert | zustellung wird fortgesetzt | versuchen weiterhin | weitere versuche
    it: non è stato ancora | non è ancora stato | si continuerà a tentare |
        verranno effettuati altri tentativi | ancora in coda | consegna ritardata | è in ritardo | è ritardat |
        è stato ritardat | subito un ritardo | nuovi tentativi | ulteriori tentativi di consegna
    fr: n'a pas encore été | nouvelle tentative | de nouvelles tentatives | a été retardé | est retardé |
        est différé | a été différé | remise différée | continuera d'essayer | sera retenté |
        tentatives se poursuivront
    es: todavía no se ha podido | aún no se ha | aún no ha sido | todavía no ha sido | se seguirá intentando |
        se ha retrasado | se retrasó | está retrasad | se retrasa | seguirá intentando | se volverá a intentar |
        entrega retrasada
    nl: nog niet bezorgd | nog niet afgeleverd | is vertraagd | opnieuw geprobeerd | blijven proberen |
        vertraging opgelopen
    pt: ainda não foi | está atrasad | foi adiada | atraso na entrega | continuará tentando |
        continuará a tentar | novas tentativas | tentará novamente
    pl: nadal próbowa | opóźnion | nie została jeszcze | kolejne próby | będzie ponawian | ponowna próba
    sv: ännu inte levererats | har fördröjts | fortsätta att försöka | nytt försök | försenats
    da: endnu ikke leveret | er forsinket | forsøge igen
    no: ennå ikke levert | er forsinket | prøve på nytt
    fi: ei ole vielä toimitettu | viivästynyt | yritetään uudelleen
    cs: dosud nebyla doručena | zpožděno | další pokusy | zatím nebyla
    hu: még nem sikerült | késik | újra megpróbál
    ro: nu a fost încă | întârziat | se va reîncerca
    tr: henüz teslim | gecikti | yeniden denenecek
    ru: попытки доставки будут продолжены | ещё не доставлено | еще не доставлено | будут продолжаться |
        задержан | доставка отложена | повторные попытки
    uk: ще не доставлено | спроби доставки триватимуть | затримано
    ja: 再送を試み | 配信が遅れ | 遅延 | 引き続き配信 | 再送信を試み | 再送いたします
    zh: 将继续尝试 | 延迟 | 稍后重试 | 继续投递 | 延遲 | 將繼續嘗試
    ko: 지연 | 다시 시도
    """
)
"""That it will be tried again."""

FAILED: Words = table(
    """
    en: could not be delivered | couldn't be delivered | cannot be delivered | can not be delivered |
        was not delivered | wasn't delivered | were not delivered | not been delivered to | undeliverable |
        undelivered | delivery failed | delivery has failed | delivery failure | failed to deliver |
        unable to deliver | not able to deliver | unable to relay | could not deliver | couldn't deliver |
        cannot deliver | delivery error | did not reach | returned to you | returned to sender |
        returning message to sender | returning your message | being returned to you |
        delivery to the following recipients failed | non-delivery | nondelivery | unknown user | user unknown |
        no such user | unknown recipient | recipient unknown | invalid recipient | invalid user address |
        mailbox is full | mailbox full | over quota | mailbox unavailable | address not found | host unknown |
        message has been rejected | message was rejected | mail was rejected | address was rejected |
        rejected your message | not a member of this mailing list | not allowed to post | bounced back |
        error delivering your | delivery errors | delivery problem | message could not be sent |
        could not be sent | mail could not be sent | failed to send to | non-deliverable | not deliverable |
        no valid recipient | delivery of the email was stopped | delivery was stopped | has been blocked |
        was blocked | considered unsolicited | not listed in | does not exist | doesn't exist | wasn't found |
        couldn't be found | could not be found | not found at | no mailbox | no longer accepting mail |
        account is disabled | is disabled | account has been disabled | exceeded its quota |
        exceeds the maximum | exceeds allowed size | inactive user | relay denied | relaying denied |
        access denied | unrouteable address | unroutable address | quota exceeded | does not like recipient |
        has been returned | refused by | mail has been refused | not accepted |
        error occurred while trying to deliver | error has occurred while attempting to deliver |
        was rejected by | was automatically rejected | not able to be delivered | has been failed |
        failed addresses | unable to find user | delivery was aborted | recipients was aborted |
        incorrectly constructed | failure reasons | rejected by the recipient | not be relayed
    de: nicht zugestellt | unzustellbar | nicht zustellbar | zustellung fehlgeschlagen | nicht übermittelt |
        empfänger unbekannt | unbekannter empfänger | adresse nicht gefunden | adresse wurde nicht gefunden |
        nicht erreicht | nicht angenommen | postfach ist voll | wurde abgelehnt | nicht ausgeliefert
    it: non è stato recapitato | non è stato consegnato | mancata consegna | impossibile recapitare |
        impossibile consegnare | possibile consegnare | possibile recapitare | utente sconosciuto |
        destinatario sconosciuto | casella piena | indirizzo non trovato | indirizzo inesistente |
        non recapitabile
    fr: n'a pas pu être | n'a pas été remis | n'a pas été distribué | impossible de remettre | non remis |
        échec de la remise | destinataire inconnu | utilisateur inconnu | adresse introuvable |
        boîte aux lettres pleine
    es: no se pudo entregar | no ha podido ser entregado | no se ha podido entregar | no fue entregado |
        no se entregó | usuario desconocido | destinatario desconocido | no se ha encontrado la dirección |
        buzón lleno | imposible entregar | error de entrega | no se encuentra la dirección
    nl: niet bezorgd | niet worden bezorgd | niet afgeleverd | niet worden afgeleverd | onbestelbaar |
        onbekende gebruiker | mailbox is vol | postvak is vol
    pt: não pôde ser entregue | não foi entregue | não foi possível entregar | usuário desconhecido |
        utilizador desconhecido | endereço não encontrado | destinatário desconhecido | caixa postal cheia |
        caixa de correio cheia
    pl: nie została dostarczona | nie mogła zostać dostarczona | nie można dostarczyć |
        nie udało się dostarczyć | nieznany użytkownik | nieznany odbiorca | nie znaleziono adresu |
        skrzynka pełna | skrzynka jest pełna | została odrzucona | zostala odrzucona | nie zostala dostarczona
    sv: kunde inte levereras | inte att leverera | inte levererats | okänd användare | okänd mottagare |
        adressen hittades inte
    da: kunne ikke leveres | ikke blevet leveret | ukendt modtager
    no: kunne ikke leveres | ikke levert | ukjent mottaker
    fi: ei voitu toimittaa | tuntematon vastaanottaja | toimitus epäonnistui
    cs: nepodařilo doručit | nebylo možné doručit | nelze doručit | neznámý uživatel | neznámý příjemce
    sk: nepodarilo doručiť | nebolo možné doručiť | nedoručiteľn
    hu: nem sikerült kézbesíteni | kézbesíthetetlen | ismeretlen címzett
    ro: nu a putut fi livrat | destinatar necunoscut
    hr: nije moguće isporučiti | nije isporučena
    sl: ni bilo mogoče dostaviti
    tr: teslim edilemedi | iletilemedi | bilinmeyen alıcı
    bg: не може да бъде доставено | не беше доставено
    el: δεν παραδόθηκε | δεν ήταν δυνατή η παράδοση
    ru: не может быть доставлено | не доставлено | не удалось доставить | не удается доставить |
        не было доставлено | неизвестный пользователь | адрес не найден | почтовый ящик переполнен |
        такого пользователя нет | пользователь не найден
    uk: не вдалося доставити | не було доставлено
    he: לא נמסרה | לא ניתן למסור
    ar: تعذر تسليم | لم يتم تسليم | فشل تسليم
    ja: 配信できませんでした | 配信されませんでした | 配信できません | 送信できませんでした | 送信できません |
        お届けできません | 届けることができません | 宛先不明 | ユーザーが見つかりません | 配信に失敗 |
        配達できません | エラーのため送信 | 送信に失敗 | 存在しない | 見つかりませんでした | 受信者に配信
    zh: 无法投递 | 无法送达 | 未能送达 | 退信 | 投递失败 | 发送失败 | 無法傳遞 | 無法送達 | 被退回 |
        用户不存在 | 不存在
    ko: 배달하지 못했습니다 | 전송하지 못했습니다 | 전달하지 못했습니다 | 배달되지 않았습니다 | 반송
    """
)
"""That it wasn't delivered, perhaps only so far."""

ARRIVED: Words = table(
    """
    en: was successfully delivered | been successfully delivered | successfully relayed | was delivered to |
        your message has been delivered to the following recipients | been successfully relayed |
        this is a receipt for the mail | return receipt only acknowledges | was displayed on the recipient |
        was read on | was received and read | your message was displayed |
        no guarantee that the message has been read | delivery confirmation | has been read by
    de: wurde gelesen | erfolgreich zugestellt | empfangsbestätigung |
        wurde auf dem bildschirm des empfängers angezeigt | wurde am … gelesen | lesebestätigung
    it: è stato letto | è stato recapitato correttamente | ricevuta di ritorno | è stato visualizzato
    fr: a été lu | a été remis avec succès | accusé de réception | a été affiché
    es: ha sido leído | fue leído el | se ha leído el | se leyó el | se entregó correctamente | acuse de recibo |
        ha sido mostrado
    nl: is gelezen | is bezorgd bij | ontvangstbevestiging | werd gelezen
    pt: foi lida | foi lido | foi entregue com êxito | aviso de recebimento | confirmação de leitura
    pl: została przeczytana | została dostarczona do | potwierdzenie odbioru | została wyświetlona
    sv: har lästs | lästes den | har levererats till | mottagningskvitto
    da: blev læst | er blevet læst
    no: ble lest | er lest
    fi: on luettu | luettiin
    cs: byla přečtena | byla úspěšně doručena
    ru: было прочитано | успешно доставлено | прочитано
    ja: 開封されました | 開封確認 | 正常に配信
    zh: 已读 | 已送达 | 已成功
    """
)
"""That it came in, or was opened."""

REFUSED: Words = table(
    """
    en: automatically rejected | (rejected) | message was rejected | mail was rejected |
        message has been rejected | rejected by the recipient | refused by the recipient | message was refused |
        rejected mail
    de: automatisch abgelehnt | automatisch zurückgewiesen | nachricht wurde abgelehnt | mail wurde abgelehnt
    it: rifiutato automaticamente | messaggio è stato rifiutato | respinto automaticamente
    fr: rejeté automatiquement | automatiquement rejeté | message a été rejeté | message a été refusé
    es: rechazado automáticamente | mensaje ha sido rechazado | mensaje fue rechazado
    nl: automatisch geweigerd | bericht is geweigerd | automatisch afgewezen
    pt: rejeitada automaticamente | mensagem foi rejeitada | mensagem foi recusada
    pl: automatycznie odrzucon | wiadomość została odrzucona
    sv: automatiskt avvisat | meddelandet avvisades
    ru: автоматически отклонено | сообщение было отклонено
    """
)
"""That a filter sent a mail back by means of a notice on reading."""

CHALLENGE: Words = table(
    """
    en: please confirm | confirm your | confirm that you | click the link | click on the link | click here to |
        verify that you | verify your | reply to this message to | simply reply to this |
        awaiting confirmation | moderator approval | held for approval | held until | challenge |
        prove that you are
    de: bitte bestätigen sie | klicken sie auf | antworten sie einfach auf
    it: conferma di | clicca | fai clic | confermare la
    fr: veuillez confirmer | cliquez sur | cliquer sur
    es: por favor confirme | haga clic | pulse en
    nl: bevestig dat | klik op
    pt: por favor confirme | clique
    pl: proszę potwierdzić | kliknij
    sv: bekräfta att | klicka på
    ru: подтвердите | нажмите на ссылку | перейдите по ссылке
    """
)
"""That a filter wants its sender to prove to be a person: it's no report, though it holds the mail back."""
