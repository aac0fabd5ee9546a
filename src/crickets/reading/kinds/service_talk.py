"""
What shops, services and programs write by themselves, by language.

Tables only: what they tell of, and what they say of themselves. `selling` finds them in a mail.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

DEALINGS: Words = table(
    """
    en: thank you for your order | thanks for your order | order confirmation | order number | order summary |
        your order has | has been shipped | has shipped | tracking number | track your order | your receipt |
        payment received | verify your email | confirm your email | reset your password | password reset |
        verification code | security code | one time code | sign in attempt | new sign in | log in to your account |
        view your account | if you didn't request | if you did not request | you have a new message | new comment on |
        assigned to you | mentioned you | has invited you to | has been deployed | build failed | build succeeded |
        service alert
    it: grazie per il tuo ordine | grazie per l'ordine | conferma d'ordine | conferma ordine | numero ordine |
        il tuo ordine | è stato spedito | codice di verifica | reimposta la password | se non hai richiesto |
        accedi al tuo account
    pl: dziękujemy za zamówienie | potwierdzenie zamówienia | numer zamówienia | twoje zamówienie |
        zostało wysłane | kod weryfikacyjny | zresetuj hasło | zaloguj się na
    is: takk fyrir pöntunina | staðfesting pöntunar | pöntunarnúmer | staðfestingarkóði | endurstilla lykilorð
    de: vielen dank für ihre bestellung | danke für deine bestellung | bestellbestätigung | bestellnummer |
        ihre bestellung | deine bestellung | wurde versandt | wurde verschickt | sendungsnummer | bestätigungscode |
        sicherheitscode | passwort zurücksetzen | melden sie sich in ihrem konto
    fr: merci pour votre commande | confirmation de commande | numéro de commande | votre commande |
        a été expédiée | code de vérification | réinitialiser votre mot de passe | connectez vous à votre compte
    es: gracias por tu pedido | gracias por su pedido | confirmación de pedido | número de pedido | tu pedido |
        su pedido ha | ha sido enviado | código de verificación | restablecer tu contraseña |
        restablecer su contraseña
    nl: bedankt voor je bestelling | bedankt voor uw bestelling | orderbevestiging | bestelnummer | je bestelling
        | uw bestelling is | is verzonden | verificatiecode | wachtwoord herstellen | wachtwoord opnieuw instellen
    pt: obrigado pelo seu pedido | obrigado pela sua encomenda | confirmação de pedido | número do pedido |
        seu pedido | foi enviado | código de verificação | redefinir sua senha | redefinir a palavra passe
    sv: tack för din beställning | tack för din order | orderbekräftelse | ordernummer | din beställning |
        har skickats | verifieringskod | återställ ditt lösenord
    da: tak for din ordre | ordrebekræftelse | ordrenummer | din ordre | er afsendt | bekræftelseskode |
        nulstil din adgangskode
    no: takk for din bestilling | takk for bestillingen | ordrebekreftelse | ordrenummer | er sendt |
        bekreftelseskode | tilbakestill passordet
    fi: kiitos tilauksestasi | tilausvahvistus | tilausnumero | tilauksesi | on lähetetty | vahvistuskoodi |
        nollaa salasana
    cs: děkujeme za objednávku | potvrzení objednávky | číslo objednávky | vaše objednávka | ověřovací kód |
        obnovit heslo
    sk: ďakujeme za objednávku | potvrdenie objednávky | číslo objednávky | overovací kód
    hu: köszönjük megrendelését | rendelés visszaigazolása | rendelésszám | ellenőrző kód
    ro: vă mulțumim pentru comandă | confirmarea comenzii | numărul comenzii | cod de verificare
    tr: siparişiniz | sipariş numarası | doğrulama kodu | şifrenizi sıfırlayın
    ru: спасибо за заказ | номер заказа | ваш заказ | код подтверждения | восстановление пароля | сброс пароля
    uk: дякуємо за замовлення | номер замовлення | код підтвердження
    el: ευχαριστούμε για την παραγγελία | αριθμός παραγγελίας | κωδικός επαλήθευσης
    ja: ご注文ありがとう | ご注文内容 | 注文番号 | 発送いたしました | 認証コード | パスワードの再設定
    zh: 感谢您的订购 | 订单号 | 訂單編號 | 验证码 | 驗證碼 | 重置密码
    ko: 주문번호 | 주문이 완료 | 인증번호 | 비밀번호 재설정
    """
)
"""What shops, services and trackers tell of: orders, accounts, codes, tickets."""

BY_PROGRAM: Words = table(
    """
    en: automatically generated | generated automatically | automated message | automated email |
        automated notification | automatic notification | automatic message | auto generated | do not reply to this |
        please do not reply | don't reply to this | not monitored | unmonitored mailbox | sent automatically |
        automatically sent | system generated | computer generated | result of your feedback form | view it on github
        | reply to this email directly | you are watching | this message is automatically |
        if you think it was sent incorrectly
    it: non rispondere a questa | non rispondere a questo | generato automaticamente | generata automaticamente |
        messaggio automatico | inviata automaticamente
    pl: nie odpowiadaj na | prosimy nie odpowiadać | wygenerowana automatycznie | wiadomość automatyczna |
        wysłana automatycznie | wiadomość została wygenerowana
    is: ekki svara þessum | sjálfvirkur póstur | sent sjálfkrafa
    de: automatisch generiert | automatisch erstellt | automatisch erzeugt | automatisch versendet |
        antworten sie nicht auf | nicht auf diese e-mail | bitte nicht antworten | automatische nachricht |
        automatische benachrichtigung
    fr: généré automatiquement | envoyé automatiquement | message automatique | ne pas répondre à |
        ne répondez pas à
    es: generado automáticamente | mensaje automático | no responda a | no respondas a | por favor no responda |
        enviado automáticamente
    nl: automatisch gegenereerd | automatisch verzonden | automatisch bericht | niet op deze e-mail |
        niet beantwoorden
    pt: gerado automaticamente | mensagem automática | não responda | não responder | enviado automaticamente
    sv: automatiskt genererat | svara inte på | går inte att svara | skickats automatiskt | automatiskt meddelande
    da: automatisk genereret | besvar ikke denne | kan ikke besvares | automatisk besked
    no: automatisk generert | ikke svar på | kan ikke besvares | automatisk melding
    fi: automaattisesti | älä vastaa tähän | automaattinen viesti
    cs: automaticky generovaný | automaticky vygenerován | neodpovídejte na
    sk: automaticky generovaný | automaticky vygenerovaný | neodpovedajte na
    hu: automatikusan generált | automatikus üzenet | ne válaszoljon
    ro: generat automat | mesaj automat | nu răspundeți la
    tr: otomatik olarak | lütfen yanıtlamayınız | bu e-postayı yanıtlamayın
    ru: автоматически | не отвечайте на это | пожалуйста не отвечайте | автоматическое уведомление
    uk: автоматично | не відповідайте на
    el: αυτοματοποιημένο | μην απαντήσετε | αυτόματο μήνυμα
    ja: 自動送信 | 自動配信 | 返信しないで | 送信専用 | ご返信いただけません
    zh: 系统自动 | 自动发送 | 請勿回覆 | 请勿回复 | 請勿直接回覆
    ko: 발신전용 | 발신 전용 | 회신되지 | 자동 발송
    ar: تم إنشاؤها تلقائيا | لا ترد على | رسالة تلقائية
    he: נשלחה באופן אוטומטי | אין להשיב | הודעה אוטומטית
    ca: generat automàticament | no respongueu | missatge automàtic
    hr: automatski generirana | ne odgovarajte na
    sl: samodejno ustvarjeno | ne odgovarjajte na
    bg: автоматично генерирано | не отговаряйте на
    et: automaatselt | ärge vastake
    lv: automātiski | neatbildiet
    lt: automatiškai | neatsakykite
    """
)
"""What programs say of themselves."""
