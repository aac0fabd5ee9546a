"""What mail clients put above the mail they quote, in the languages they are sold in."""

from __future__ import annotations

import pytest

from crickets.reading.quotes.quotes import parts_of_text

_GMAIL = """
On Mon, Mar 2, 2026 at 10:15 AM Anna Rossi <anna@client.example> wrote:
Am Mo., 2. März 2026 um 10:15 Uhr schrieb Anna Rossi <anna@client.example>:
Le lun. 2 mars 2026 à 10:15, Anna Rossi <anna@client.example> a écrit :
El lun, 2 mar 2026 a las 10:15, Anna Rossi (<anna@client.example>) escribió:
Il giorno lun 2 mar 2026 alle ore 10:15 Anna Rossi <anna@client.example> ha scritto:
Op ma 2 mrt 2026 om 10:15 schreef Anna Rossi <anna@client.example>:
Em seg., 2 de mar. de 2026 às 10:15, Anna Rossi <anna@client.example> escreveu:
Anna Rossi <anna@client.example> escreveu (segunda, 2/03/2026 à(s) 10:15):
pon., 2 mar 2026 o 10:15 Anna Rossi <anna@client.example> napisał(a):
Den mån 2 mars 2026 kl 10:15 skrev Anna Rossi <anna@client.example>:
Den man. 2. mar. 2026 kl. 10.15 skrev Anna Rossi <anna@client.example>:
man. 2. mars 2026 kl. 10:15 skrev Anna Rossi <anna@client.example>:
ma 2. maalisk. 2026 klo 10.15 Anna Rossi (anna@client.example) kirjoitti:
po 2. 3. 2026 v 10:15 odesílatel Anna Rossi <anna@client.example> napsal:
po 2. 3. 2026 o 10:15 Anna Rossi <anna@client.example> napísal(a):
Anna Rossi <anna@client.example> ezt írta (időpont: 2026. márc. 2., H, 10:15):
lun., 2 mar. 2026 la 10:15, Anna Rossi <anna@client.example> a scris:
pon, 2. ožu 2026. u 10:15 Anna Rossi <anna@client.example> napisao je:
пон, 2. мар 2026. у 10:15 Anna Rossi <anna@client.example> је написао/ла:
V V pon., 2. mar. 2026 ob 10:15 je oseba Anna Rossi <anna@client.example> napisala:
На пн, 2.03.2026 г. в 10:15 Anna Rossi <anna@client.example> написа:
пн, 2 мар. 2026 г. в 10:15, Anna Rossi <anna@client.example>:
пн, 2 бер. 2026 р. о 10:15 Anna Rossi <anna@client.example> пише:
Στις Δευ 2 Μαρ 2026 στις 10:15 π.μ., ο/η Anna Rossi <anna@client.example> έγραψε:
Anna Rossi <anna@client.example>, 2 Mar 2026 Pzt, 10:15 tarihinde şunu yazdı:
בתאריך יום ב׳, 2 במרץ 2026 ב-10:15 מאת Anna Rossi <anna@client.example>:
في الاثنين، 2 مارس 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Anna Rossi <anna@client.example>:
เมื่อ จ. 2 มี.ค. 2026 เวลา 10:15 Anna Rossi <anna@client.example> เขียนว่า:
Vào Th 2, 2 thg 3, 2026 vào lúc 10:15 Anna Rossi <anna@client.example> đã viết:
Pada tanggal Sen, 2 Mar 2026 pukul 10.15 Anna Rossi <anna@client.example> menulis:
2026年3月2日(月) 10:15 Anna Rossi <anna@client.example>:
Anna Rossi <anna@client.example> 于2026年3月2日周一 10:15写道：
Anna Rossi <anna@client.example> 於 2026年3月2日 週一 上午10:15寫道：
2026년 3월 2일 (월) 오전 10:15, Anna Rossi <anna@client.example>님이 작성:
Missatge de Anna Rossi <anna@client.example> del dia dl., 2 de març 2026 a les 10:15:
O lun, 2 mar 2026 ás 10:15, Anna Rossi <anna@client.example> escribiu:
Kontakt Anna Rossi (<anna@client.example>) kirjutas kuupäeval E, 2. märts 2026 kell 10:15:
pirmd., 2026. g. 2. marts, plkst. 10:15 — lietotājs Anna Rossi (<anna@client.example>) rakstīja:
2026-03-02, pr, 10:15 Anna Rossi <anna@client.example> rašė:
Þann mán., 2. mar. 2026 kl. 10:15 skrifaði Anna Rossi <anna@client.example>:
2026-03-02 10:15 GMT+01:00 Anna Rossi <anna@client.example>:
2026/3/2 Anna Rossi <anna@client.example>
2026-03-02 10:15 GMT+01:00 Anna Rossi
"""

_APPLE = """
On 2 Mar 2026, at 10:15, Anna Rossi <anna@client.example> wrote:
On Mar 2, 2026, at 10:15 AM, Anna Rossi wrote:
Am 02.03.2026 um 10:15 schrieb Anna Rossi <anna@client.example>:
Le 2 mars 2026 à 10:15, Anna Rossi <anna@client.example> a écrit :
Il giorno 2 mar 2026, alle ore 10:15, Anna Rossi <anna@client.example> ha scritto:
El 2 mar 2026, a las 10:15, Anna Rossi <anna@client.example> escribió:
Op 2 mrt. 2026, om 10:15 heeft Anna Rossi <anna@client.example> het volgende geschreven:
2 mars 2026 kl. 10:15 skrev Anna Rossi <anna@client.example>:
Anna Rossi <anna@client.example> kirjoitti 2.3.2026 kello 10.15:
Wiadomość napisana przez Anna Rossi <anna@client.example> w dniu 2 mar 2026, o godz. 10:15:
No dia 02/03/2026, às 10:15, Anna Rossi <anna@client.example> escreveu:
2 марта 2026 г., в 10:15, Anna Rossi <anna@client.example> написал(а):
2. 3. 2026 v 10:15, Anna Rossi <anna@client.example>:
Anna Rossi <anna@client.example> şunları yazdı (2 Mar 2026 10:15):
2026. márc. 2. dátummal, 10:15 időpontban Anna Rossi <anna@client.example> írta:
2026/03/02 10:15、Anna Rossi <anna@client.example>のメール：
在 2026年3月2日，上午10:15，Anna Rossi <anna@client.example> 写道：
2026. 3. 2. 오전 10:15, Anna Rossi <anna@client.example> 작성:
Pe 2 mar. 2026, la 10:15, Anna Rossi <anna@client.example> a scris:
Dana 2. ožu 2026., u 10:15, Anna Rossi <anna@client.example> je napisao/la:
El 2 març 2026, a les 10:15, Anna Rossi <anna@client.example> va escriure:
ב-2 במרץ 2026, בשעה 10:15, Anna Rossi <anna@client.example> כתב/ה:
"""

_THUNDERBIRD = """
On 3/2/26 10:15, Anna Rossi wrote:
On 2026-03-02 10:15, Anna Rossi wrote:
Am 02.03.26 um 10:15 schrieb Anna Rossi:
Le 02/03/2026 à 10:15, Anna Rossi a écrit :
Il 02/03/2026 10:15, Anna Rossi ha scritto:
El 2/3/26 a las 10:15, Anna Rossi escribió:
Op 2-3-2026 om 10:15 schreef Anna Rossi:
Em 02/03/2026 10:15, Anna Rossi escreveu:
Às 10:15 de 02/03/2026, Anna Rossi escreveu:
W dniu 2.03.2026 o 10:15, Anna Rossi pisze:
Den 2026-03-02 kl. 10:15, skrev Anna Rossi:
Den 02.03.2026 10:15, skrev Anna Rossi:
Anna Rossi kirjoitti 2.3.2026 klo 10.15:
Dne 02. 03. 26 v 10:15 Anna Rossi napsal(a):
Dňa 2. 3. 2026 o 10:15 Anna Rossi napísal(a):
2026. 03. 02. 10:15 keltezéssel, Anna Rossi írta:
Pe 02.03.2026 10:15, Anna Rossi a scris:
02.03.2026 10:15, Anna Rossi пишет:
02.03.26 10:15, Anna Rossi пише:
На 2.03.26 г. в 10:15 ч., Anna Rossi написа:
Στις 2/3/26 10:15, ο/η Anna Rossi έγραψε:
2.03.2026 10:15 tarihinde Anna Rossi yazdı:
בתאריך 02/03/2026 בשעה 10:15, Anna Rossi כתב:
Dne 2. 03. 2026 ob 10:15 je Anna Rossi napisal(a):
Dana 2.3.2026. u 10:15, Anna Rossi je napisao:
2.03.2026 10:15 Anna Rossi kirjutas:
2026-03-02 10:15, Anna Rossi rašė:
在 2026/3/2 10:15, Anna Rossi 写道:
Anna Rossi 於 2026/3/2 上午 10:15 寫道:
2026. 3. 2. 오전 10:15에 Anna Rossi 이(가) 쓴 글:
Vào 02/03/2026 lúc 10:15, Anna Rossi đã viết:
Pada 02/03/26 10:15, Anna Rossi menulis:
El 2/3/26 a les 10:15, Anna Rossi ha escrit:
Anna Rossi wrote on 3/2/26 10:15 AM:
Anna Rossi schrieb am 02.03.2026 um 10:15:
"""

_OTHERS = """
---- On Mon, 02 Mar 2026 10:15:00 +0100 Anna Rossi <anna@client.example> wrote ----
---- On Mon, 02 Mar 2026 10:15:00 +0100 anna@client.example wrote ----
--- In talk@lists.example, "Anna Rossi" <anna@...> wrote:
In a message dated 3/2/2026 10:15:00 A.M. Central Standard Time, anna@client.example writes:
On Monday, March 2nd, 2026 at 10:15 AM, Anna Rossi <anna@client.example> wrote:
On Monday, March 2, 2026 at 10:15:00 AM GMT+1, Anna Rossi <anna@client.example> wrote:
On Monday, 2 March 2026, 10:15, Anna Rossi <anna@client.example> wrote:
At 10:15 AM 3/2/2026, Anna Rossi wrote:
On Mon, Mar 2 2026 at 10:15 AM, < anna@client.example > wrote:
On Mon, Mar 02, 2026 at 10:15 AM, Anna Rossi < anna@client.example [anna@client.example] > wrote:
On Mar 2 2026, at 10:15 am, Anna Rossi <anna@client.example> wrote:
On Mon, 2 Mar 2026 at 10:15, Anna Rossi via Talk <talk@lists.example> wrote:
Mar 2, 2026, 10:15 by anna@client.example:
2. März 2026, 10:15 von anna@client.example:
Понедельник, 2 марта 2026, 10:15 +03:00 от Anna Rossi <anna@client.example>:
02.03.2026, 10:15, "Anna Rossi" <anna@client.example>:
Am Montag, 2. März 2026, 10:15:00 CET schrieb Anna Rossi:
On Mon, Mar 02, 2026 at 10:15:00AM +0100, Anna Rossi wrote:
On Mon, 2026-03-02 at 10:15 +0100, Anna Rossi wrote:
----- On Mar 2, 2026, at 10:15 AM, Anna Rossi anna@client.example wrote:
On Mar 2, 2026 at 10:15 AM, <Anna Rossi (mailto:anna@client.example)> wrote:
On Mon, 2 Mar at 10:15 AM , Client Support <anna@client.example> wrote:
On 2 March 2026 at 10:15:32, Anna Rossi (anna@client.example) wrote:
------------------ Original ------------------
---- Replied Message ----
----回复的原邮件----
----- Mail original -----
----- Ursprüngliche Mail -----
Write ABOVE THIS LINE to post a reply
-- Please reply above this line --
* Anna Rossi <anna@client.example> [2026-03-02 10:15]:
Quoting Anna Rossi <anna@client.example>:
Zitat von Anna Rossi <anna@client.example>:
Anna Rossi <anna@client.example> writes:
"Anna Rossi" <anna@client.example> wrote in message
-----Original Message-----
----- Original Message -----
-------- Original message --------
-----Original Appointment-----
*-------- Original Message --------*
---------- Původní e-mail ----------
-------- Původní zpráva --------
-------- Eredeti üzenet --------
-------- Originalmeddelande --------
-------- Oorspronkelijk bericht --------
-------- Mensaje original --------
-------- Mensagem original --------
-------- Message d'origine --------
-------- Messaggio originale --------
-------- Ursprüngliche Nachricht --------
-------- Wiadomość oryginalna --------
-------- Alkuperäinen viesti --------
-------- Исходное сообщение --------
-------- Оригінальне повідомлення --------
-------- Orijinal İleti --------
-------- Mesaj original --------
-------- Izvorna poruka --------
-------- Izvirno sporočilo --------
-------- Оригинално съобщение --------
-------- Αρχικό μήνυμα --------
-------- הודעה מקורית --------
-------- 元のメッセージ --------
-------- 原始邮件 --------
------------------ 原始邮件 ------------------
-------- 원본 메일 --------
---------- Forwarded message ---------
---------- Weitergeleitete Nachricht ---------
---------- Messaggio inoltrato ---------
Begin forwarded message:
Anfang der weitergeleiteten Nachricht:
Début du message réexpédié :
Inizio messaggio inoltrato:
Inicio del mensaje reenviado:
Begin doorgestuurd bericht:
Início da mensagem encaminhada:
Vidarebefordrat brev:
Początek przekazywanej wiadomości:
##- Please type your reply above this line -##
"""

_HEADERS = """
From: Anna Rossi <anna@client.example>|Sent: Monday, March 2, 2026 10:15 AM|To: Dana|Subject: The site
From: Anna Rossi <anna@client.example>|Date: Monday, 2 March 2026 at 10:15|To: Dana|Cc: Tom|Subject: The site
*From:* Anna Rossi|*Sent:* Monday, March 2, 2026|*To:* Dana|*Subject:* The site
**From:** Anna Rossi|**Sent:** Monday, March 2, 2026|**To:** Dana|**Subject:** The site
From:|Anna Rossi <anna@client.example>|To:|Dana|Date:|2 March 2026|Subject:|The site
From: Anna Rossi|Organisation: Client|Reply-To: Anna|Date: 2 March|To: Dana|Subject: The site
Gesendet: Montag, 2. März 2026 um 10:15 Uhr|Von: Anna Rossi|An: Dana|Betreff: Die Seite
De: "Anna" <anna@client.example>|À: "Dana" <dana@studio.example>|Envoyé: Lundi 2 Mars 2026 10:15:00|Objet: Le site
From: Support<mailto:support@client.example>|Sent: 2 March 2026 10:15|Subject: The site
Von: Anna Rossi|Gesendet: Montag, 2. März 2026|An: Dana|Cc: Tom|Betreff: Die Seite
Von: Anna Rossi|Datum: Montag, 2. März 2026|An: Dana|Betreff: Die Seite
Da: Anna Rossi|Inviato: lunedì 2 marzo 2026|A: Dana|Oggetto: Il sito
Da: Anna Rossi|Data: lunedì 2 marzo 2026|A: Dana|Oggetto: Il sito
De : Anna Rossi|Envoyé : lundi 2 mars 2026|À : Dana|Cc : Tom|Objet : Le site
De: Anna Rossi|Enviado el: lunes, 2 de marzo de 2026|Para: Dana|Asunto: La web
De: Anna Rossi|Enviada em: segunda-feira, 2 de março de 2026|Para: Dana|Assunto: O site
Van: Anna Rossi|Verzonden: maandag 2 maart 2026|Aan: Dana|Onderwerp: De site
Od: Anna Rossi|Wysłano: poniedziałek, 2 marca 2026|Do: Dana|DW: Tom|Temat: Strona
Från: Anna Rossi|Skickat: den 2 mars 2026|Till: Dana|Ämne: Sajten
Fra: Anna Rossi|Sendt: 2. marts 2026|Til: Dana|Emne: Siden
Lähettäjä: Anna Rossi|Lähetetty: maanantai 2. maaliskuuta 2026|Vastaanottaja: Dana|Aihe: Sivusto
Od: Anna Rossi|Odesláno: pondělí 2. března 2026|Komu: Dana|Předmět: Web
Od: Anna Rossi|Odoslané: pondelok 2. marca 2026|Komu: Dana|Predmet: Web
Feladó: Anna Rossi|Elküldve: 2026. március 2.|Címzett: Dana|Tárgy: A honlap
De la: Anna Rossi|Trimis: luni, 2 martie 2026|Către: Dana|Subiect: Site-ul
От: Anna Rossi|Отправлено: понедельник, 2 марта 2026 г.|Кому: Dana|Тема: Сайт
Від: Anna Rossi|Надіслано: понеділок, 2 березня 2026 р.|Кому: Dana|Тема: Сайт
От: Anna Rossi|Изпратено: понеделник, 2 март 2026 г.|До: Dana|Относно: Сайтът
Kimden: Anna Rossi|Gönderildi: 2 Mart 2026 Pazartesi|Kime: Dana|Konu: Site
Από: Anna Rossi|Στάλθηκε: Δευτέρα, 2 Μαρτίου 2026|Προς: Dana|Θέμα: Ο ιστότοπος
מאת: Anna Rossi|נשלח: יום שני 02 מרץ 2026|אל: Dana|נושא: האתר
من: Anna Rossi|تم الإرسال: الاثنين، 2 مارس 2026|إلى: Dana|الموضوع: الموقع
差出人: Anna Rossi|送信日時: 2026年3月2日|宛先: Dana|件名: サイト
发件人: Anna Rossi|发送时间: 2026年3月2日|收件人: Dana|主题: 网站
寄件者: Anna Rossi|寄件日期: 2026年3月2日|收件者: Dana|主旨: 網站
보낸 사람: Anna Rossi|보낸 날짜: 2026년 3월 2일|받는 사람: Dana|제목: 사이트
Šalje: Anna Rossi|Poslano: 2. ožujka 2026.|Prima: Dana|Predmet: Stranica
Od: Anna Rossi|Poslano: ponedeljek, 2. marec 2026|Za: Dana|Zadeva: Stran
Saatja: Anna Rossi|Saadetud: esmaspäev, 2. märts 2026|Adressaat: Dana|Teema: Sait
No: Anna Rossi|Nosūtīts: pirmdiena, 2026. gada 2. marts|Kam: Dana|Tēma: Vietne
Nuo: Anna Rossi|Išsiųsta: 2026 m. kovo 2 d.|Kam: Dana|Tema: Svetainė
Từ: Anna Rossi|Đã gửi: 2 Tháng Ba 2026|Đến: Dana|Chủ đề: Trang
Frá: Anna Rossi|Sent: mánudagur, 2. mars 2026|Til: Dana|Efni: Vefurinn
De: Anna Rossi|Enviat: dilluns, 2 de març de 2026|Per a: Dana|Assumpte: El web
"""


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("above", _lines(_GMAIL + _APPLE + _THUNDERBIRD + _OTHERS))
@pytest.mark.parametrize("mark", ["", "> "])
def test_a_line_above_the_quote(above: str, mark: str) -> None:
    """All from it on is the quote's, whichever client and language wrote it."""
    quote = f"{above}\n\n{mark}Shall we go on with the second draft?\n{mark}Anna"

    parts = parts_of_text(f"Yes, gladly.\nSee you then.\n\n{quote}\n")

    assert (parts.text, parts.quoted) == ("Yes, gladly.\nSee you then.", quote)


@pytest.mark.parametrize("above", [line for line in _lines(_GMAIL + _APPLE) if "<anna@client.example>" in line])
@pytest.mark.parametrize("broken", ["\n<anna@client.example>", "<\nanna@client.example>", "<anna@client.example>\n"])
def test_the_same_line_wrapped(above: str, broken: str) -> None:
    """It's found where the mailer broke it, too."""
    wrapped = "\n".join(map(str.strip, above.replace("<anna@client.example>", broken).strip().split("\n")))

    assert parts_of_text(f"Yes, gladly.\n\n{wrapped}\n\nShall we go on?\n").text == "Yes, gladly."


@pytest.mark.parametrize("fields", _lines(_HEADERS))
@pytest.mark.parametrize("rule", ["", "________________________________\n", "-----\n\n"])
def test_a_header_copied_above_the_quote(fields: str, rule: str) -> None:
    """It and the rule above it are the quote's."""
    header = fields.replace("|", "\n")

    assert parts_of_text(f"Yes, gladly.\n\n{rule}{header}\n\nShall we go on?\nAnna").text == "Yes, gladly."
