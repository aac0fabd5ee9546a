"""
What those write who write to thousands, by language.

Tables only: how a subscription is ended, why one gets this, where to click, what is offered. `selling` finds them in a
mail; what shops and programs write is in `service_talk`. Taken from what the law makes senders say (CAN-SPAM §5, the
GDPR's article 21, the Japanese 特定電子メール法) and from what newsletter services put below a mail by themselves.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

LEAVING: Words = table(
    """
    en: unsubscribe | unsubscribing | opt out | to be removed | be removed from | removed from our |
        removed from future | remove your name | remove you from | remove your address | removal instructions |
        remove in the subject | type remove | leave this list | removal | remove as the subject | word remove |
        for removal | stop receiving | no longer wish to receive | do not wish to receive | don't want to receive |
        not want to receive | no longer receive | rather not receive | no further emails | excluded from future |
        email preferences | update your preferences | manage preferences | manage your preferences |
        manage your subscription | manage subscriptions | change your email settings | notification settings |
        mute the thread
    it: disiscriviti | disiscrizione | disiscriverti | cancella iscrizione | cancellare l'iscrizione |
        annulla l'iscrizione | annullare l'iscrizione | cancellarsi | cancellati | non desideri più ricevere |
        non vuoi più ricevere | non desidera più ricevere | gestisci le preferenze
    pl: wypisz się | wypisać się | anuluj subskrypcję | zrezygnuj z subskrypcji | zrezygnować z otrzymywania |
        rezygnacja z subskrypcji | nie chcesz otrzymywać | nie chcesz więcej otrzymywać | zarządzaj subskrypcją
    is: afskrá | afskráning | afskrá mig | segja upp áskrift | vilt ekki fá
    de: kein interesse mehr | interesse mehr haben | trage dich | tragen sie sich | abmelden | abbestellen |
        austragen | newsletter abmelden | abmeldelink | abmeldung vom newsletter | keine weiteren e-mails |
        keine e-mails mehr | nicht mehr erhalten | einstellungen verwalten | widerspruchsrecht
    fr: se désabonner | désabonner | désinscrire | désinscription | désabonnement | vous désinscrire |
        vous désabonner | ne plus recevoir | gérer vos préférences | gérer mes préférences
    es: darse de baja | darte de baja | cancelar suscripción | cancelar la suscripción | cancelar su suscripción |
        dejar de recibir | dar de baja | desuscribirse | anular suscripción | no desea recibir | no deseas recibir |
        gestionar preferencias
    nl: uitschrijven | afmelden | uit te schrijven | schrijf je uit | meld je af | geen e-mails meer |
        niet langer ontvangen | voorkeuren beheren | voorkeuren wijzigen
    pt: cancelar inscrição | cancelar a inscrição | cancelar subscrição | cancelar a subscrição | descadastrar |
        descadastre se | remover seu e-mail | deixar de receber | não deseja receber | não deseja mais receber |
        não quiser receber | gerenciar preferências
    sv: avregistrera | avprenumerera | avsluta prenumerationen | avanmälan | avanmäl | avsluta din prenumeration |
        inte längre vill ha | hantera dina inställningar
    da: afmeld | afmelde | framelde | frameld | afmelding | ikke længere modtage
    no: meld deg av | avmelde | avslutte abonnementet | avmelding | ikke lenger motta
    fi: peruuta tilaus | peru tilaus | peruuta uutiskirje | lopeta tilaus | poistu postituslistalta |
        et halua enää
    cs: odhlásit | odhlásit se | odhlášení | odhlásit odběr | zrušit odběr | nepřejete dostávat
    sk: odhlásiť | odhlásiť sa | odhlásenie | zrušiť odber | neželáte dostávať
    hu: leiratkozás | leiratkozni | leiratkozhat | feliratkozás törlése | iratkozzon le
    ro: dezabonare | dezabonați | dezabonează te | dezabonare newsletter | nu mai doriți să primiți
    tr: abonelikten çık | abonelikten çıkmak | listeden çık | üyelikten çık | almak istemiyorsanız
    ru: отписаться | отписка | отказаться от рассылки | отказаться от подписки | отменить подписку |
        отписаться от рассылки
    uk: відписатися | відписатись | скасувати підписку | відмовитися від розсилки
    el: διαγραφή | κατάργηση εγγραφής | διαγραφείτε | απεγγραφή | κατάργηση συνδρομής
    ja: 配信停止 | 配信解除 | 購読解除 | 登録解除 | メール配信の停止 | 退会
    zh: 退订 | 退訂 | 取消订阅 | 取消訂閱 | 不想再收到 | 不希望收到
    ko: 수신거부 | 수신 거부 | 구독 취소 | 구독취소
    ar: إلغاء الاشتراك | الغاء الاشتراك
    he: להסרה | הסרה מרשימת | ביטול מנוי | להסיר
    ca: donar se de baixa | donar vos de baixa | cancel·lar la subscripció
    hr: odjava | odjavite se | odjaviti se
    sl: odjava od | odjavite se | odjavi se
    bg: отписване | отпишете се | откажете се от
    et: loobu uudiskirjast | tühista tellimus | loobumiseks
    lv: atrakstīties | atteikties no
    lt: atsisakyti prenumeratos | atsisakyti naujienlaiškio | nebegauti
    """
)
"""How to end it: nobody need unsubscribe from a person."""

STANDING: Words = table(
    """
    en: in this issue | dear reader | dear readers | you are receiving this | you're receiving this |
        you received this | you have received this | you are on this list | this email was sent to |
        this e-mail was sent to | this message was sent to | this mailing was sent | you are subscribed |
        you have subscribed | you subscribed | you signed up | because you opted | opted in | opt in |
        this is not spam | not spam | not unsolicited | unsolicited commercial | unsolicited email | one time mailing
        | one time email | our mailing list | our opt in | our subscribers | this newsletter | bill s 1618 | s 1618 |
        never sent unsolicited | respect your privacy | view in browser | view this email in | view this email online
        | view it in your browser | web version | online version | trouble viewing | having trouble reading |
        can't see images | can't see the images | if you cannot see | cannot read this | add us to your address book |
        all rights reserved | privacy policy | terms of use | terms and conditions | terms of service |
        forward to a friend | email this to a friend
    it: hai ricevuto questa | ricevi questa | ricevi questo | ha ricevuto questa | visualizza nel browser |
        visualizza online | versione online | versione web | non visualizzi correttamente | se non visualizzi |
        tutti i diritti riservati | informativa privacy | informativa sulla privacy | questa newsletter
    pl: otrzymujesz tę wiadomość | otrzymujesz ten | otrzymałeś tę wiadomość | zobacz w przeglądarce |
        wyświetl w przeglądarce | wersja online | nie widzisz obrazków | wszelkie prawa zastrzeżone |
        polityka prywatności | ten newsletter
    is: þú færð þennan póst | þú ert á póstlista | skoða í vafra | skoða póst í vafra | persónuverndarstefna
    de: sie erhalten diese | sie erhalten diesen | du erhältst diese | du erhältst diesen |
        sie haben diese e-mail erhalten | diese e-mail wurde an | diese mail wurde an | im browser ansehen |
        im browser anzeigen | im browser öffnen | onlineversion | online ansicht | webversion |
        nicht korrekt angezeigt | nicht richtig angezeigt | alle rechte vorbehalten | dieser newsletter |
        diesen newsletter
    fr: vous recevez cet | vous recevez ce | vous avez reçu cet | cet email a été envoyé | voir dans le navigateur
        | version en ligne | afficher dans le navigateur | ne s'affiche pas | si vous ne visualisez pas |
        visualisez pas correctement | tous droits réservés | politique de confidentialité | cette newsletter
    es: has recibido este | ha recibido este | recibes este | recibe este | este correo fue enviado |
        este correo se ha enviado | ver en el navegador | ver en navegador | versión online | versión web |
        no puedes ver | si no puede ver | si no ves | todos los derechos reservados | política de privacidad |
        este boletín
    nl: je ontvangt deze | u ontvangt deze | deze e-mail is verzonden | bekijk in browser | bekijk in je browser |
        bekijk de webversie | online versie | webversie | bekijk online | alle rechten voorbehouden |
        privacyverklaring | deze nieuwsbrief
    pt: você está recebendo | você recebeu este | recebeu este | está a receber | este e-mail foi enviado |
        ver no navegador | visualizar no navegador | versão online | versão web | não consegue visualizar |
        todos os direitos reservados | política de privacidade | esta newsletter
    sv: du får detta | du har fått detta | detta mail skickades | visa i webbläsare | visa i webbläsaren |
        öppna i webbläsare | webbversion | onlineversion | alla rättigheter | integritetspolicy | detta nyhetsbrev
    da: du modtager denne | vis i browser | se i browser | webversion | alle rettigheder | privatlivspolitik
    no: du mottar denne | vis i nettleser | åpne i nettleser | nettversjon | personvernerklæring
    fi: saat tämän viestin | tämä viesti lähetettiin | avaa selaimessa | näytä selaimessa | katso selaimessa |
        tietosuojaseloste | kaikki oikeudet pidätetään
    cs: tento e-mail jste obdrželi | tento e-mail vám byl zaslán | zobrazit v prohlížeči | online verze |
        ochrana osobních údajů
    sk: tento e-mail ste dostali | zobraziť v prehliadači | online verzia | ochrana osobných údajov
    hu: ezt az e-mailt azért | azért kapta | megtekintés böngészőben | böngészőben | adatvédelmi
    ro: ați primit acest | primiți acest | vezi în browser | vizualizați în browser | toate drepturile rezervate |
        politica de confidențialitate
    tr: bu e-postayı | tarayıcıda görüntüle | tarayıcınızda | tüm hakları saklıdır | gizlilik politikası
    ru: вы получили это письмо | вы получили это сообщение | письмо отправлено | открыть в браузере |
        посмотреть в браузере | веб версия | просмотреть в браузере | все права защищены | политика конфиденциальности
        | данная рассылка
    uk: ви отримали цей лист | переглянути в браузері | відкрити у браузері | усі права захищені
    el: λάβατε αυτό το | λαμβάνετε αυτό το | προβολή στο πρόγραμμα | δείτε το στο browser | πολιτική απορρήτου
    ja: このメールは | 本メールは | ブラウザで表示 | ウェブで見る | 特定商取引法 | プライバシーポリシー | 無断転載
    zh: 您收到此邮件 | 您收到这封邮件 | 在浏览器中查看 | 在瀏覽器中 | 版权所有 | 版權所有 | 隐私政策 | 此邮件由系统
    ko: 본 메일은 | 이 메일은 | 브라우저에서 보기 | 웹에서 보기 | 개인정보처리방침 | 정보통신망
    ar: لقد تلقيت هذه | عرض في المتصفح | جميع الحقوق محفوظة
    he: קיבלת מייל זה | קיבלת הודעה זו | צפייה בדפדפן | כל הזכויות שמורות
    ca: heu rebut aquest | has rebut aquest | veure al navegador | tots els drets reservats
    hr: primili ste ovaj | prikaži u pregledniku | sva prava pridržana
    sl: to sporočilo ste prejeli | poglej v brskalniku | vse pravice pridržane
    bg: получавате този | вижте в браузъра | всички права запазени
    et: saite selle kirja | vaata veebis | kõik õigused kaitstud
    lv: jūs saņēmāt šo | skatīt pārlūkā | visas tiesības aizsargātas
    lt: gavote šį laišką | peržiūrėti naršyklėje | visos teisės saugomos
    """
)
"""Why one gets it, how else to see it, and whose rights it is: the frame that a person's mail doesn't have."""

CALLS: Words = table(
    """
    en: click here | click below | click on the link | click the link | clicking here | visit our web |
        visit our site | visit us at | order now | order today | act now | buy now | shop now | sign up now |
        sign up today | join now | register now | subscribe now | call now | call today | call toll free | toll free |
        apply now | apply today | start now | start today | get started | learn more | read more | find out more |
        download now | reply with | enter your email | fill out the form | don't miss | don't delay | hurry |
        limited time | limited offer | while supplies last | offer expires | offer ends | request more information |
        for more information | to order | print this | order form | see for yourself
    it: clicca qui | cliccare qui | acquista ora | compra ora | scopri di più | scopri | iscriviti | ordina ora |
        approfitta | non perdere | registrati | offerta valida
    pl: kliknij tutaj | kliknij | kup teraz | zamów teraz | sprawdź | zarejestruj się | dowiedz się więcej |
        nie przegap | skorzystaj
    is: smelltu hér | smelltu á | kaupa núna | skráðu þig
    de: hier klicken | klicken sie hier | klick hier | klicke hier | jetzt kaufen | jetzt bestellen |
        jetzt anmelden | jetzt sichern | jetzt registrieren | mehr erfahren | jetzt entdecken | gleich bestellen |
        zum shop | nur noch
    fr: cliquez ici | cliquer ici | achetez maintenant | commandez | en savoir plus | je découvre | profitez |
        j'en profite | inscrivez vous | découvrez
    es: haz clic | haga clic | clic aquí | comprar ahora | compra ahora | más información | regístrate |
        regístrese | aprovecha | aproveche | no te pierdas | suscríbete | pulse aquí
    nl: klik hier | bestel nu | koop nu | lees meer | shop nu | meld je aan | ontdek | profiteer
    pt: clique aqui | compre agora | compre já | saiba mais | aproveite | cadastre se | não perca | inscreva se |
        confira
    sv: klicka här | köp nu | beställ nu | läs mer | handla nu | anmäl dig | passa på
    da: klik her | køb nu | læs mere | bestil nu | tilmeld dig
    no: klikk her | kjøp nå | les mer | bestill nå | meld deg på
    fi: klikkaa tästä | osta nyt | tilaa nyt | lue lisää | ilmoittaudu
    cs: klikněte zde | klikněte | koupit | objednejte | zjistit více | nakupujte
    sk: kliknite sem | kúpiť | objednajte | zistiť viac
    hu: kattintson ide | kattints ide | vásároljon | rendelje meg | tudjon meg többet
    ro: click aici | faceți clic | cumpără acum | comandă acum | află mai multe
    tr: buraya tıklayın | tıklayın | hemen al | sipariş ver | kayıt ol
    ru: нажмите здесь | кликните | купить | закажите | заказать | узнать больше | подробнее | перейти на сайт
    uk: натисніть тут | купити | замовити | дізнатися більше
    el: κάντε κλικ | πατήστε εδώ | αγοράστε | μάθετε περισσότερα
    ja: こちらをクリック | クリック | 今すぐ | お申し込み | 詳しくはこちら | ご購入
    zh: 点击这里 | 点击此处 | 點擊 | 点击 | 立即购买 | 立即註冊 | 欢迎来电 | 欢迎致电 | 免费 | 優惠 | 优惠
    ko: 클릭 | 지금 구매 | 신청하기 | 바로가기 | 무료 | 할인
    ar: انقر هنا | اضغط هنا | اشتر الآن
    he: לחצו כאן | לחץ כאן | לרכישה | להזמנה
    """
)
"""What one is to do at once."""

OFFERS: Words = table(
    """
    en: free | 100 free | absolutely free | free trial | pictures | webcam | babe | million bucks |
        couple thousand | upside potential | no cost | at no cost | no obligation | risk free | money back | guarantee
        | guaranteed | satisfaction | special offer | exclusive | discount | lowest price | lowest prices |
        lowest rate | lowest rates | low rates | low cost | save up to | save money | best price | best prices |
        affordable | bonus | prize | winner | congratulations | you have won | you have been selected | dear friend |
        dear sir | dear sir madam | dear customer | dear valued | dear member | dear subscriber | dear consumer |
        dear homeowner | credit card | credit cards | cash | income | extra income | earn money | make money |
        earn up to | per week | per month | from home | work at home | home based | business opportunity |
        financial freedom | financially independent | millionaire | debt | bad credit | mortgage | refinance | loan |
        loans | insurance | investment | investors | stock | profit | profits | casino | viagra | prescription |
        pharmacy | pills | herbal | weight loss | lose weight | diet | penis | sex | sexy | xxx | porn | adult |
        singles | dating | diploma | university degree | email addresses | bulk email | email marketing | targeted |
        internet marketing | leads | webmaster | traffic | testimonials | as seen on | amazing | incredible | secret |
        instantly | today only | shipping | free shipping | sale | visa | mastercard | mlm | toner | software |
        subscription | newsletter
    it: gratis | sconto | sconti | offerta | offerte | promozione | occasione | risparmia | in omaggio | garantito
        | gentile cliente | newsletter
    pl: gratis | za darmo | rabat | promocja | promocji | oferta | okazja | zniżka | taniej | drogi kliencie |
        szanowny kliencie | newsletter
    is: ókeypis | afsláttur | tilboð | útsala | fréttabréf
    de: gratis | kostenlos | rabatt | angebot | angebote | sparen | aktion | gutschein | gewinnen | garantiert |
        sonderangebot | versandkostenfrei | sehr geehrter kunde | lieber kunde | newsletter
    fr: gratuit | gratuite | promotion | offre | offres | remise | réduction | soldes | cadeau | économisez |
        garanti | cher client | chère cliente | newsletter
    es: gratis | descuento | oferta | ofertas | promoción | ahorra | regalo | garantizado | rebajas |
        estimado cliente | boletín | newsletter
    nl: gratis | korting | aanbieding | actie | bespaar | voordeel | geachte klant | beste klant | nieuwsbrief
    pt: grátis | desconto | descontos | oferta | ofertas | promoção | economize | brinde | garantido |
        prezado cliente | caro cliente | newsletter
    sv: gratis | rabatt | erbjudande | rea | kampanj | spara | fraktfritt | bästa kund | nyhetsbrev
    da: gratis | rabat | tilbud | kampagne | spar | kære kunde | nyhedsbrev
    no: gratis | rabatt | tilbud | kampanje | kjære kunde | nyhetsbrev
    fi: ilmainen | alennus | tarjous | säästä | hyvä asiakas | uutiskirje
    cs: zdarma | sleva | slevy | akce | nabídka | vážený zákazníku | newsletter
    sk: zadarmo | zľava | akcia | ponuka | vážený zákazník
    hu: ingyen | ingyenes | akció | kedvezmény | ajánlat | kedves vásárlónk | hírlevél
    ro: gratuit | reducere | ofertă | promoție | stimate client
    tr: ücretsiz | indirim | kampanya | fırsat | değerli müşterimiz
    ru: бесплатно | скидка | скидки | акция | предложение | выгодно | гарантия | семинар | уважаемый клиент |
        рассылка
    uk: безкоштовно | знижка | акція | пропозиція
    el: δωρεάν | έκπτωση | προσφορά | προσφορές
    ja: 無料 | 割引 | キャンペーン | 特典 | お得 | 限定 | メルマガ | 出会い
    zh: 免费 | 免費 | 折扣 | 促销 | 特价 | 代开 | 发票 | 培训
    ko: 광고 | 이벤트 | 무료 | 할인 | 혜택
    ar: مجانا | خصم | عرض
    he: חינם | הנחה | מבצע
    """
)
"""What is offered; one of these words is nothing, many are an advertisement."""

ADVANCES: Words = table(
    """
    en: million dollars | million united states | us million | million us | united states dollars | next of kin |
        beneficiary | foreign account | bank account | your account | transfer of | funds | this fund | the fund |
        sum of | deceased | late father | late husband | my late | confidential | confidentiality | confidence |
        urgent | business proposal | business relationship | your assistance | assist me | assist us | foreign partner
        | god bless | barrister | attorney | inheritance | security company | deposited | remit | modalities | utmost
        | strictly confidential | private email | nigeria | lagos | sierra leone | ivory coast | cote d'ivoire | congo
        | south africa | zimbabwe | central bank | ministry | government | percent of the total | 100 risk free |
        risk free | honest | trustworthy | lottery | donation | atm card | compensation | claim
    fr: compte bancaire | héritage | millions de dollars | bénéficiaire | défunt | confidentialité |
        ma proposition
    es: cuenta bancaria | herencia | millones de dólares | beneficiario | difunto | confidencial | lotería
    de: erbschaft | millionen dollar | begünstigter | verstorben | vertraulich | bankkonto
    it: conto bancario | eredità | milioni di dollari | beneficiario | defunto | riservata
    pt: conta bancária | herança | milhões de dólares | beneficiário | falecido | confidencial
    """
)
"""The words of those who want one's help with a fortune; many at once are their letter."""
