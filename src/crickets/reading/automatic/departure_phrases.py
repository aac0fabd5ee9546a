"""
How automatic replies say that somebody is gone for good, or is to be written to elsewhere.

Knows the turns of phrase of each language, in the notation of `spotting`; must not know what follows from them.
"""

from __future__ import annotations

from crickets.reading.words import Words, table

GONE: Words = table(
    """
    en: (his/her/their) (responsibilities/duties/tasks/role/work) … (taken over/been taken) | no longer
        (work/works/working/employed/with/a member of/part of/an employee/available/reachable/ contactable) (at/
        for/with/by/here/in/the/our/of/this) | (do/does) not work (here/for us/at this) anymore | not employed
        (by/at/with) | (am/is/be/i'm/are) no longer … (working/employed/with the company/with our/part of) |
        (have/has/'ve) (left/retired/resigned/departed/now left/now retired/since left/recently left) …
        (company/organisation/organization/firm/position/team/role/university/department/business/ employ/
        employment/institute/agency/service) | (i have/i've/he has/she has/has) (retired/resigned) | (my/ his/
        her) last (day/working day) … (was/is) | (i am/i'm/is) (now/) retired | no longer (at/with) … (company/
        firm/organization/organisation/us/university/agency)
        | (i am/i'm/he is/she is/is) no longer (with/at) | (left/leaving) (my/his/her/their) … (role/position/
        post/job) (at/with) | now left the (business/company/firm/organisation/organization)
    de: (nicht mehr/nicht länger) … (für/bei/im) … (tätig/beschäftigt/unternehmen/unternehmens/firma/
        angestellt/arbeite/mitarbeiter) | nicht mehr (im unternehmen/bei uns/in unserem unternehmen/für uns/
        tätig/beschäftigt) | (arbeite/arbeitet) … (nicht mehr/nicht länger) | (bin/ist) … (nicht mehr/nicht
        länger) (bei/für) … | (unternehmen/firma/betrieb) …… (verlassen/ausgeschieden) | (habe/hat) … (das
        unternehmen/die firma/unser unternehmen/unsere firma) … verlassen | (aus dem unternehmen/aus der firma)
        … ausgeschieden | (in den ruhestand/in rente/im ruhestand/pensioniert) | (bin/ist) ausgeschieden
    it: (non lavoro/non lavora/non faccio/non fa/non collaboro/non collabora) più … | (ho/ha) lasciato …
        (azienda/società/incarico/ruolo) | (sono/è) (andato/andata) in pensione | in pensione
    pl: (nie pracuję/nie pracuje) już | (nie jestem/nie jest) już … (pracownik*/pracownic*/zatrudnion*/
        związan*) | już nie (pracuję/pracuje) | (zakończyłem/zakończyłam/zakończył/zakończyła) (pracę/
        współpracę) | (odszedłem/odeszłam/przeszedłem/przeszłam/odszedł/odeszła) … (firmy/emeryturę) | nie jest
        już pracownik*
    is: (starfa/starfar/vinn/vinnur) ekki lengur … | (hef/hefur) (hætt/látið af) störfum | (er hætt/er
        hættur)
    fr: (je ne travaille/ne travaille/je ne fais/ne fait) plus … | (j'ai/a/ayant) … quitté … (entreprise/
        société/fonctions/poste/groupe/cabinet/établissement/équipe) | (je suis/est) … (à la retraite/retraité/
        parti en retraite/partie en retraite) | (ne fais/ne fait) plus partie | plus (dans l'entreprise/dans la
        société/chez/en poste)
    es: (ya no trabajo/ya no trabaja/no trabajo más/no trabaja más/ya no formo/ya no forma) … | (he dejado/
        ha dejado/dejé/dejó) (de trabajar/la empresa/la compañía) | (me he jubilado/se ha jubilado/jubilado/
        jubilada) | ya no … (empresa/compañía/labora/laboro)
    nl: (niet meer/niet langer) … (werkzaam/in dienst/werken) | (werk/werkt/ben/is) … (niet meer/niet
        langer) (bij/voor/werkzaam/in dienst) | (bedrijf/organisatie/onderneming) … verlaten | afscheid genomen
        | (met pensioen/uit dienst) | niet meer (werkzaam/in dienst)
    pt: (já não trabalho/já não trabalha/não trabalho mais/não trabalha mais/deixei de trabalhar/deixou de
        trabalhar/deixei de colaborar/deixou de colaborar/deixei de exercer/já não colaboro/já não colabora/cessei
        funções/cessou funções/já não faço parte/já não faz parte/não faço mais parte/não faz mais parte/não integro
        mais) | (deixei/deixou/saí da/saiu da) … (empresa/a empresa/companhia) |
        (reformei/aposentei/aposentou/aposentado/aposentada/reformado/reformada) | desligado da empresa
    sv: (arbetar/jobbar/är) (inte längre/ej längre/inte kvar) … | (har slutat/slutade/har lämnat) (min
        anställning/på/hos/företaget/sin anställning/mitt arbete/på sin) | (gått i pension/pensionerad/i
        pension) | inte längre (kvar/anställd)
    da: (arbejder ikke længere/ikke længere ansat) | er fratrådt | (er/har) (stoppet/forladt) …
        (virksomheden/stilling/firmaet/hos) | (gået på pension/på pension) | ikke længere ansat
    no: (jobber/arbeider) ikke lenger | (har/er) (sluttet/fratrådt) … | (gått av med pensjon/pensjonist/
        pensjonert) | ikke lenger (ansatt/jobber)
    fi: (en/ei) (työskentele enää/enää työskentele) | (on/olen) … (lopettanut/siirtynyt/lähtenyt) …
        (yrityksestä/palveluksesta/yrityksessä*/tehtävästä*) | (en ole/ei ole) enää … (palveluksessa*/töissä/
        yrityksessä/yhtiössä/työntekijä*) | (olen/on) (siirtynyt/jäänyt/lopettanut) … (eläkkeelle/toisen/uusiin/
        työskentelyn/työt) | (eläkkeellä)
    cs: (již nepracuji/už nepracuji/již nepracuje/už nepracuje/nepracuji již/již nepůsobí/již nepůsobím) |
        (nejsem/není) … (již/už/nadále) … zaměstnan* | (již/už) (nejsem/není) … zaměstn* | (ukončil/ukončila) …
        (pracovní poměr/spolupráci/působení) | (odešel/odešla) … (firmy/společnosti/důchodu)
    sk: (už nepracujem/už nepracuje/viac nepracujem/nepracujem už/viac nepracuje) | (už/viac) nie (som/je) …
        zamestn* | (ukončil/ukončila) … (pracovný pomer/spoluprácu) | (odišiel/odišla) … (firmy/spoločnosti/
        dôchodku)
    hu: (már nem/nem) (dolgozom/dolgozik/vagyok munkatársa) … | (távoztam/távozott/kiléptem/kilépett) …
        (cég*/vállalat*/társaság*/szervezet*) | nyugdíjba … | már nem (dolgozom/dolgozik/munkatársunk)
    ro: nu mai (lucrez/lucrează/fac parte/face parte/sunt angajat*) … | (am părăsit/a părăsit) … | (m-am
        pensionat/s-a pensionat)
    tr: artık … (çalışmıyorum/çalışmamakta*/çalışmıyor/görev yapmıyorum) | (işten/şirketten/şirketimizden/
        görevimden/görevinden/kurumdan/firmadan/firmamızdan/işimden) … ayrıl* | (emekli oldum/emekli olmuştur/
        emekliye) | (çalışmamaktayım/çalışmamaktadır)
    ru: (больше не работаю/больше не работает/уже не работаю/уже не работает/не работаю больше/не работает
        больше) | (уволился/уволилась/уволен/покинул компанию/покинула компанию) | больше не (являюсь/является)
        сотрудник* | (вышел/вышла) на пенсию
    uk: (більше не працюю/більше не працює/вже не працюю/вже не працює) | (звільнився/звільнилася/
        звільнилась) | (вийшов/вийшла) на пенсію
    bg: (вече не работя/вече не работи/не работя вече) | (напуснах/напусна) … (компанията/фирмата/
        организацията) | (пенсионирах се/пенсионира се)
    el: (δεν εργάζομαι/δεν εργάζεται/δεν δουλεύω) πλέον … | (αποχώρησα/έχω αποχωρήσει/έχει αποχωρήσει/
        αποχώρησε/συνταξιοδοτήθηκα) | πλέον δεν (εργάζομαι/εργάζεται)
    he: (כבר לא/איני/אינני/אינו/אינה) (עובד/עובדת) … (ב/יותר/עוד/חברה) | (כבר לא) (עובד/עובדת) | (עזבתי/
        סיימתי) … (החברה/תפקידי/לעבוד/עבודתי/את) | (פרשתי/פרש/פרשה) לגמלאות
    ar: (لم أعد/لم يعد/لم تعد/لا يعمل/لا أعمل) … (أعمل/يعمل/تعمل/موظف*/بعد الآن) … | (غادرت/ترك/تركت) …
        (الشركة/العمل) | (تقاعدت/تقاعد)
    ja: 退職 | (弊社/当社)を退社 | 在籍して(おりません/いません)
    zh: (已离职/已離職/已经离职/已經離職/不再任职/不再任職/已退休/离开公司/離開公司) | (不再/不)(在/于/為/
        为)……(工作/任职) | 离职
    ko: (퇴사*/퇴직*/이직하*/더 이상 근무하지*/더 이상 재직*)
    hr: (više ne radim/više ne radi/ne radim više/nisam više zaposlen*/više nisam zaposlen*/više nije
        zaposlen*) | (u mirovini/napustio tvrtku/napustila tvrtku)
    sl: (ne delam več/ne dela več/nisem več zaposlen*/ni več zaposlen*) | (upokojil/upokojila) se
    ca: ja no (treballo/treballa/formo part) … | (he deixat) …
    et: (ei tööta enam/enam ei tööta/ma ei tööta enam) | (lahkusin/olen lahkunud) … | (jäin pensionile)
    lv: (vairs nestrādāju/vairs nestrādā) | (esmu pārtraucis/esmu pārtraukusi/esmu pametis) …
    lt: (nebedirbu/nebedirba/daugiau nedirbu/jau nebedirbu) … | (palikau) … (įmonę/bendrovę)
    """
)
"""Somebody has left the firm, or work altogether."""

CLOSED: Words = table(
    """
    en: no longer (check/checking/read/reading/monitor/monitoring/use) (this/my/these) … (email/mail/
        address/account/mailbox/inbox) | (mailbox/inbox/address/account/email/domain) …… (no longer) (in use/
        active/monitored/read/checked/ valid/exists/used/available/existing/in service/operational/current/
        functional/being used) | (address/ mailbox/account/email) …… (discontinued/deactivated/decommissioned/
        retired/closed down/shut down/out of use/disabled/been closed/is closed/not in use/ceased) | no longer
        (using/use) (this/my) … (email/mail/ address/account/mailbox/inbox)
    de: (adresse/mailadresse/emailadresse/postfach/email adresse/konto/account/emailkonto/mailbox) …… (nicht
        mehr/nicht länger) (gültig/aktiv/verwendet/genutzt/in gebrauch/in verwendung/erreichbar/verfügbar/
        existent/benutzt/aktuell) | (adresse/postfach/mailadresse/konto) …… (deaktiviert/stillgelegt/
        abgeschaltet/existiert nicht/eingestellt)
    it: (indirizzo/casella/account) …… (non è più/non più/è stato/è stata) … (attivo/attiva/valido/in uso/
        utilizzat*/disattivat*/dismess*/operativ*/disponibile/esistente) | (indirizzo/casella) … (dismess*/
        disattivat*/non esiste)
    pl: (adres/skrzynka/konto/skrzynki) …… (nie jest już/już nie jest/nie istnieje/jest nieaktywn*/została
        zamknięta/zostało zamknięte/przestał/został wyłączony/nieaktualny) …
    is: (netfang/póstfang/pósthólf) …… (ekki lengur) …
    fr: (adresse/boîte/messagerie/compte) …… (n'est plus/plus) … (utilisée/valide/active/en service/utilisé/
        actif/fonctionnelle) | (adresse/boîte/compte) …… (désactivée/désactivé/supprimée/fermée/obsolète)
    es: (dirección/cuenta/buzón/correo) …… (ya no está/ya no es/ya no se/ha dejado/no está) … (activa/
        activo/en uso/utiliza/válida/usa/operativa/disponible/operativo) | (dirección/cuenta/buzón) ……
        (desactivad*/dado de baja/dada de baja/ya no existe)
    nl: (adres/mailadres/emailadres/mailbox/postbus/account) …… (niet meer/niet langer) … (gebruik/actief/
        geldig/gebruikt/bereikbaar/bestaat) | (adres/mailadres/mailbox/emailadres) … (opgeheven/vervallen/
        gesloten)
    pt: (endereço/conta/caixa/email) …… (não está mais/já não está/já não é/não é mais/deixou) … (ativ*/
        activ*/em uso/utilizad*/válid*/usad*/de ser) | (endereço/conta/caixa) … (desativad*/desactivad*/
        descontinuad*)
    sv: (adress/adressen/brevlåda/brevlådan/mejladress/mailadress/konto/epostadress/epostadressen) …… (inte
        längre/ej längre) … (bruk/aktiv/använd/används/giltig/finns) | (adress/adressen/epostadressen/
        mejladressen) … (upphört/stängd/avslutad/stängts)
    da: (adresse/mailadresse/postkasse/konto/mailadressen) …… (ikke længere) … (brug/aktiv/bruges/anvendes/
        gyldig) | (adresse/mailadresse) … (lukket/nedlagt)
    no: (adresse/adressen/epostadresse/postkasse/konto/epostadressen) …… (ikke lenger) … (bruk/aktiv/brukes/
        gyldig) | (adresse/adressen/epostadressen) … (stengt/avsluttet/nedlagt)
    fi: (osoite/sähköpostiosoite/postilaatikko/tili) …… (ei ole enää/ei enää/poistettu/on poistunut/
        poistunut/on suljettu) …
    cs: (adresa/schránka/účet) …… (již není/už není/není již/byla zrušena/je zrušena/není nadále/byla
        deaktivována) …
    sk: (adresa/schránka/účet) …… (už nie je/bola zrušená/je zrušená/nie je viac/viac nie je) …
    hu: (emailcím/cím/postafiók/fiók) …… (megszűnt/már nem/nem működik/nem használat*) …
    ro: (adresa/căsuța/contul) …… (nu mai este/a fost dezactivat*/nu mai) …
    tr: (adres/adresi/hesap/hesabı/posta kutusu) …… (artık/kapatılmıştır/kullanılmamakta*/kullanım dışı) …
    ru: (адрес/ящик/почтовый ящик/аккаунт) …… (больше не/более не/не используется/отключен/закрыт/
        деактивирован/недействителен) …
    uk: (адреса/скринька/пошта) …… (більше не/вже не/не використовується/закрита) …
    bg: (адрес/кутия/имейл/имейлът/адресът) …… (вече не/не се използва/закрит) …
    el: (διεύθυνση/λογαριασμός) …… (δεν χρησιμοποιείται/δεν ισχύει/δεν είναι πλέον/έχει καταργηθεί) …
    he: (כתובת/תיבת/תיבה) …… (אינה פעילה/לא פעילה/אינה בשימוש/לא בשימוש/נסגרה) …
    ar: (البريد/العنوان/الحساب) …… (لم يعد/غير مستخدم/غير نشط) …
    ja: アドレスは……(使用/利用)(して/されて/でき) | アドレスは(廃止/無効)
    zh: (邮箱/郵箱/地址/信箱)……(已停用/不再使用/已停止使用/已失效/已作废/已注销/停止使用)
    ko: (주소*/메일*/계정*) … (더 이상 사용*/사용하지 않*/사용되지 않*/폐쇄*)
    hr: (adresa/pretinac/sandučić) …… (više nije/više se ne/nije više) …
    sl: (naslov/predal/nabiralnik) …… (ni več/se ne uporablja) …
    et: (aadress/postkast) …… (ei ole enam/enam ei) …
    lv: (adrese/pastkaste) …… (vairs netiek/vairs nav) …
    lt: (adresas/dėžutė) …… (nebenaudojam*/nebeveikia/nebėra) …
    """
)
"""An address that is given up."""

MOVED: Words = table(
    """
    en: (my/our) (new/current) … (email/address/mail) | (my/our) … (address/email) … (has changed/is now/
        changed/has been changed/has moved) | (changed/moved) (my/our) (email/address/mail) | (use/note/update/
        update your) …… new (email/mail/address/e) | new (email/mail) (address/is/as follows)
    de: (meine/unsere) … neue … (mailadresse/emailadresse/adresse/email adresse/mail adresse) | (meine/
        unsere) (emailadresse/mailadresse/adresse/email adresse) …… (geändert/lautet) | (neue/neuen) (adresse/
        mailadresse/emailadresse/email adresse) … (lautet/ist/verwenden/zu)
    it: nuov* (indirizzo/email/casella/recapito) | (mio/nostro) nuovo (indirizzo/contatto/email) | nuovo
        indirizzo … (email/posta/è) | (mio/nostro) indirizzo …… (cambiato/è ora)
    pl: adres* …… (zmianie/zmienił*) | (mój/nasz/moim/naszym) … (nowy/nowym/nowego) … (adres*/mail*/email*)
        | (nowy/nowym/nowego) adres* … (email/mail*/poczty/to) | (zmienił*/zmieniony/zmianie/zmieniam) …… adres*
        | nowy adres (email/mailowy/ to/poczty) | (zmieniłem/zmieniłam/zmieniliśmy/zmienił się) … adres
    is: (nýtt/nýja/nýju) … (netfang*/póstfang*/tölvupóstfang*) | (netfang*/póstfang*) …… (breyst/breytt/er
        nú/er núna) | nýtt (netfang/póstfang) | nýja (netfangið/póstfangið)
    fr: nouvelle adresse | (nouvel/nouveau) (email/mail/courriel) | (ma/notre/mes/nos) nouvelle* (adresse/
        coordonnées) | nouvelle adresse … (mail/email/électronique/est) | (mon/notre) adresse …… (changé/
        désormais) | changé d'adresse
    es: (mi/nuestra/mi nueva) nueva dirección | nueva dirección … (correo/email/es) | nuevo (correo/email) |
        (mi/nuestra) (dirección/correo) …… (cambiado/ahora es)
    nl: (mijn/ons) nieuwe … (adres/mailadres/emailadres) | nieuwe (emailadres/mailadres) | (mijn/ons)
        (adres/emailadres/mailadres) …… (gewijzigd/veranderd)
    pt: (meu/nosso) novo (endereço/email) | novo (email/endereço de email) | (meu/nosso) (endereço/email) ……
        (mudou/alterado/agora é)
    sv: (ny/nya) … (epostadress*/mejladress*/mailadress*/adress*/epost*) … | (epostadress*/mejladress*/
        mailadress*/adress*) …… (ändrats/bytts/nu är/är nu/bytt/ändrad/ny) | (min/vår) nya (adress/mejladress/
        mailadress/epostadress/epost/mail) | ny (mejladress/epostadress/mailadress) | bytt (mejladress/
        epostadress/mailadress/adress)
    da: (ny/nye) … (mailadresse*/emailadresse*/adresse*) | (mailadresse*/emailadresse*/adresse*) …… (ændret/
        skiftet/er nu/ændrede) | (min/vores) nye (adresse/mailadresse/mail) | ny (mailadresse/mail) | skiftet
        (mailadresse/mail/adresse)
    no: (ny/nye) … (epostadresse*/adresse*/epost) | (epostadresse*/adresse*) …… (endret/byttet/er nå/byttes)
        | (min/vår) nye (adresse/epostadresse/epost) | ny (epostadresse/epost) | byttet (epostadresse/epost/
        adresse)
    fi: uu* … (sähköpostiosoite*/osoite*/osoittee*) | (sähköpostiosoite*/osoite*) …… (vaihtunut/muuttunut/on
        nyt/vaihtui) | uusi (sähköpostiosoite*/osoite*) | (sähköpostiosoitteeni/osoitteeni) … (vaihtunut/
        muuttunut/on)
    cs: nov* … (adres*/emailov*/email) | (adresa/email) …… (změnila/změnil/změněna) | (moje/naše/můj) nov*
        (adresa/email/emailová) | nová (emailová/adresa) … (je/adresa) | nový email
    sk: nov* … (adres*/emailov*/email) | (adresa/email) …… (zmenila/zmenil/zmenená) | (moja/naša/môj) nov*
        (adresa/email/emailová) | nová (emailová/adresa) … | nový email
    hu: (emailcím*/cím*/email címem) …… (megváltozott/változott/módosult) | új … (cím*/email*) | új
        (emailcím*/email címem/emailem/címem)
    ro: (noua/nouă/noul/nou) … (adres*/email*) | (adresa/emailul) …… (schimbat/este acum/schimbată) | noua
        (mea/noastră) (adresă/adresa) | (noua/nouă) adres* de email
    tr: (adresim/adresimiz/eposta adresim/mail adresim) …… (değişti*/değişmiş*) | yeni (adres*/eposta*/
        mail*) | yeni (eposta/mail/adresim/adresimiz) …
    ru: нов* … (адрес*/почт*/email) | (адрес/почта) …… (изменился/изменилась/сменился/поменялся) | (мой/наш)
        новый (адрес/email/емейл) | новый адрес … | новый (email/почтовый)
    uk: нов* … (адрес*/пошт*) | (адреса/пошта) …… (змінилася/змінилась/змінено) | (моя/наша) нова (адреса/
        пошта) | нова адреса …
    bg: (новият/новия) (ми/ни) (адрес/имейл) | нов (имейл/адрес)
    el: (νέα/νέο/νέος) … (διεύθυνσ*/email) | (διεύθυνσ*) …… (άλλαξε/έχει αλλάξει/αλλάξει) | (νέα/καινούργια)
        (διεύθυνση/μου) …
    he: (כתובת/כתובתי/המייל/המייל שלי) …… (השתנתה/חדשה/החדשה/השתנה/החדש/התחלפה) | (כתובתי החדשה/כתובת המייל
        החדשה/המייל החדש) …
    ar: (عنوان*/بريدي/البريد) …… (الجديد/تغير/تم تغيير/جديد/الجديدة) | (عنواني الجديد/بريدي الجديد/البريد
        الجديد/العنوان الجديد/بريدي الإلكتروني الجديد)
    ja: (新しい/新)……アドレス | (新しい/新)(メール/アドレス)…… | アドレスが(変更/変わり) | アドレスを変更
    zh: 新……(邮箱/郵箱/信箱/地址) | 新(邮箱/的邮箱/郵箱/地址/邮件地址/的郵箱) | (邮箱/地址)(已/)(更改/变更/
        更換为/更换为)
    ko: (새로운/새) (메일*/이메일*/주소*) | (메일/이메일) 주소* … (변경*/바뀌*)
    hr: (moja/naša) nova … (adresa/email) | nova adresa
    sl: (moj/naš) nov* … (naslov/email) | nov naslov
    ca: (la meva/la nostra) nova adreça | nova adreça
    et: (minu/meie) uus … (aadress/meiliaadress/emaili)
    lv: (mana/mūsu) jaunā … (adrese/epasta)
    lt: (mano/mūsų) naujas … (adresas/el)
    """
)
"""There is a new address to write to."""

HENCEFORTH: Words = table(
    """
    en: new | from now on | now | please use | use | henceforth | instead
    de: zukünftig | künftig | ab sofort | neu | neue | von nun an | bitte an
    it: d'ora in poi | nuovo | nuova | in futuro
    pl: od teraz | nowy | odtąd
    is: framvegis | nýtt
    fr: désormais | dorénavant | nouvelle | à l'avenir
    es: a partir de ahora | nuevo | nueva | en adelante
    nl: voortaan | nieuw | nieuwe
    pt: a partir de agora | novo | nova | doravante
    sv: framöver | ny | nya
    da: fremover | ny
    no: heretter | ny
    fi: jatkossa | uusi
    cs: nově | nová | od teď
    sk: odteraz | nová
    hu: ezentúl | új
    ro: de acum | noua
    tr: yeni | bundan sonra
    ru: теперь | новый | отныне
    uk: тепер | новий | нова
    """
)
"""What stands beside an address where a letter says nothing but that it is the new one."""
