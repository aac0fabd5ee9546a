"""Finnish, Hungarian, Turkish, Greek, Japanese, Chinese, Korean, Arabic, Hebrew."""

from __future__ import annotations

from tests.reading.automatic_mail.tongue import Tongue, lines

FINNISH = Tongue(
    code="fi",
    months=(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
        " marraskuuta joulukuuta".split()
    ),
    on_weekday=("maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina".split()),
    forms=lines("""
        {d}.{m}.{y}
        {d}.{m}.
        {d}. {month}
        {d}. {month} {y}
    """),
    span_forms=lines("""
        {d1}.-{d2}.{m}.{y}
        {d1}.{m}.-{d2}.{m}.
    """),
    prefixes=lines("""
        Automaattinen vastaus
        Poissaoloviesti
    """),
    subjects=lines("""
        Lomalla
        Poissa toimistolta
    """),
    greetings=lines("""
        Hei,
        Kiitos viestistäsi.
    """),
    closings=lines("""
        Ystävällisin terveisin
        Terveisin
    """),
    until=lines("""
        Olen lomalla {date} asti.
        Olen poissa toimistolta {date} saakka.
    """),
    through=lines("""
        Olen lomalla {date} saakka, kyseinen päivä mukaan lukien.
    """),
    back=lines("""
        Olen poissa toimistolta ja palaan {date}.
        Olen lomalla. Palaan töihin {date}.
    """),
    span=lines("""
        Olen lomalla {span}.
        Olen poissa {span}.
    """),
    both=lines("""
        Olen lomalla {begin} asti ja palaan töihin {end}.
    """),
    on_a_weekday=lines("""
        Olen tänään poissa toimistolta ja palaan {weekday}.
    """),
    next_monday=lines("""
        Olen tämän viikon lomalla ja palaan ensi maanantaina.
    """),
    undated=lines("""
        En ole juuri nyt tavoitettavissa. Vastaan viestiisi palattuani.
    """),
    instead=lines("""
        Kiireellisissä asioissa voit ottaa yhteyttä: {other}.
    """),
    left=lines("""
        {name} ei enää työskentele yrityksessämme. Ota yhteyttä: {other}.
    """),
    moved=lines("""
        Sähköpostiosoitteeni on muuttunut. Uusi osoitteeni on {other}.
    """),
    ticket=lines("""
        Olemme vastaanottaneet yhteydenottosi. Tapauksen numero on {number}.
    """),
    challenge=lines("""
        Viestiäsi ei ole vielä toimitettu. Vahvista osoitteesi: {link}
    """),
)

HUNGARIAN = Tongue(
    code="hu",
    months=(
        "január február március április május június július augusztus szeptember október november december".split()
    ),
    on_weekday="hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap".split(),
    forms=lines("""
        {y}. {month} {d}
        {month} {d}
        {y}.{mm}.{dd}
        {y}. {mm}. {dd}
        {y}-{mm}-{dd}
    """),
    span_forms=lines("""
        {y}. {month} {d1}. és {month} {d2}. között
        {month} {d1}-{d2}. között
    """),
    prefixes=lines("""
        Automatikus válasz
        Házon kívül
    """),
    subjects=lines("""
        Szabadság
        Szabadságon vagyok
    """),
    greetings=lines("""
        Tisztelt Feladó!
        Jó napot kívánok!
        Szia!
    """),
    closings=lines("""
        Üdvözlettel
        Tisztelettel
    """),
    until=lines("""
        {date}-ig szabadságon vagyok.
        {date}-ig nem vagyok az irodában.
    """),
    through=lines("""
        {date}-ig bezárólag szabadságon vagyok.
    """),
    back=lines("""
        Jelenleg nem vagyok az irodában. Várható visszatérés: {date}.
        Szabadságon vagyok, első munkanapom: {date}.
    """),
    span=lines("""
        {span} szabadságon vagyok.
    """),
    both=lines("""
        {begin}-ig szabadságon vagyok, első munkanapom: {end}.
    """),
    on_a_weekday=lines("""
        Ma nem vagyok az irodában, {weekday} érek vissza.
    """),
    next_monday=lines("""
        Ezen a héten szabadságon vagyok, jövő hétfőn térek vissza.
    """),
    undated=lines("""
        Jelenleg nem vagyok az irodában, visszatérésem után válaszolok.
    """),
    instead=lines("""
        Sürgős esetben kérem, forduljon hozzá: {other}.
    """),
    left=lines("""
        {name} már nem dolgozik cégünknél. Kérjük, írjon ide: {other}.
    """),
    moved=lines("""
        Megváltozott az e-mail-címem. Az új címem: {other}.
    """),
    ticket=lines("""
        Megkeresését megkaptuk, nyilvántartási száma: {number}.
    """),
    challenge=lines("""
        Üzenetét még nem kézbesítettük. Kérjük, erősítse meg a címét: {link}
    """),
)

TURKISH = Tongue(
    code="tr",
    months="Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(),
    weekdays="Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar".split(),
    on_weekday=("Pazartesi günü,Salı günü,Çarşamba günü,Perşembe günü,Cuma günü,Cumartesi günü,Pazar günü".split(",")),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {dd}.{mm}.{y}
        {dd}/{mm}/{y}
    """),
    span_forms=lines("""
        {d1}-{d2} {month} tarihleri arasında
        {dd1}.{mm}.{y} - {dd2}.{mm}.{y} tarihleri arasında
    """),
    prefixes=lines("""
        Otomatik yanıt
        Ofis dışında
    """),
    subjects=lines("""
        İzindeyim
        Ofis dışındayım
    """),
    greetings=lines("""
        Merhaba,
        Sayın ilgili,
    """),
    closings=lines("""
        Saygılarımla,
        İyi çalışmalar,
    """),
    until=lines("""
        {date} tarihine kadar izindeyim.
        {date} tarihine kadar ofis dışında olacağım.
    """),
    through=lines("""
        {date} tarihine kadar (bu tarih dahil) izindeyim.
    """),
    back=lines("""
        Şu anda ofis dışındayım, {date} tarihinde döneceğim.
        İzindeyim. {date} tarihinde ofiste olacağım.
    """),
    span=lines("""
        {span} izinli olacağım.
    """),
    both=lines("""
        {begin} tarihine kadar izindeyim, {end} tarihinde işe döneceğim.
    """),
    on_a_weekday=lines("""
        Bugün ofiste değilim, {weekday} döneceğim.
    """),
    next_monday=lines("""
        Bu hafta izindeyim, gelecek Pazartesi ofise döneceğim.
    """),
    undated=lines("""
        Şu anda ofis dışındayım, döndüğümde size yanıt vereceğim.
    """),
    instead=lines("""
        Acil durumlarda lütfen {other} ile iletişime geçiniz.
    """),
    left=lines("""
        {name} artık şirketimizde çalışmamaktadır. Lütfen {other} ile iletişime geçiniz.
    """),
    moved=lines("""
        E-posta adresim değişti. Lütfen bundan sonra {other} adresini kullanınız.
    """),
    ticket=lines("""
        Talebiniz tarafımıza ulaşmış ve {number} numarasıyla kaydedilmiştir.
    """),
    challenge=lines("""
        İletiniz henüz teslim edilmedi. Lütfen adresinizi doğrulayın: {link}
    """),
)

GREEK = Tongue(
    code="el",
    months=(
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου"
        " Δεκεμβρίου".split()
    ),
    on_weekday=("τη Δευτέρα,την Τρίτη,την Τετάρτη,την Πέμπτη,την Παρασκευή,το Σάββατο,την Κυριακή".split(",")),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {dd}/{mm}/{y}
    """),
    span_forms=lines("""
        από {d1} έως {d2} {month}
        από {dd1}/{mm}/{y} μέχρι {dd2}/{mm}/{y}
    """),
    prefixes=lines("""
        Αυτόματη απάντηση
        Εκτός γραφείου
    """),
    subjects=lines("""
        Άδεια
        Απουσία
    """),
    greetings=lines("""
        Καλημέρα σας,
        Γεια σας,
    """),
    closings=lines("""
        Με εκτίμηση,
    """),
    until=lines("""
        Βρίσκομαι σε άδεια έως τις {date}.
        Θα απουσιάζω από το γραφείο μέχρι τις {date}.
    """),
    through=lines("""
        Θα λείπω έως και τις {date}.
    """),
    back=lines("""
        Είμαι εκτός γραφείου και επιστρέφω στις {date}.
    """),
    span=lines("""
        Θα απουσιάζω {span}.
    """),
    both=lines("""
        Είμαι σε άδεια μέχρι τις {begin} και επιστρέφω στο γραφείο στις {end}.
    """),
    on_a_weekday=lines("""
        Σήμερα λείπω από το γραφείο, επιστρέφω {weekday}.
    """),
    next_monday=lines("""
        Αυτή την εβδομάδα είμαι σε άδεια, επιστρέφω την επόμενη Δευτέρα.
    """),
    undated=lines("""
        Αυτή τη στιγμή είμαι εκτός γραφείου και θα σας απαντήσω μόλις επιστρέψω.
    """),
    instead=lines("""
        Για επείγοντα θέματα επικοινωνήστε με {other}.
    """),
    left=lines("""
        Ο/Η {name} δεν εργάζεται πλέον στην εταιρεία μας. Παρακαλούμε επικοινωνήστε με {other}.
    """),
    moved=lines("""
        Η διεύθυνσή μου άλλαξε. Παρακαλώ χρησιμοποιείτε πλέον {other}.
    """),
    ticket=lines("""
        Λάβαμε το αίτημά σας, το οποίο καταχωρίστηκε με αριθμό {number}.
    """),
    challenge=lines("""
        Το μήνυμά σας δεν έχει παραδοθεί ακόμη. Επιβεβαιώστε τη διεύθυνσή σας: {link}
    """),
)

JAPANESE = Tongue(
    code="ja",
    months=[f"{month}月" for month in range(1, 13)],
    on_weekday="月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日".split(),
    forms=lines("""
        {m}月{d}日
        {y}年{m}月{d}日
        {y}/{mm}/{dd}
    """),
    span_forms=lines("""
        {m}月{d1}日から{m}月{d2}日まで
        {m}月{d1}日～{d2}日の間
    """),
    prefixes=lines("""
        自動応答
        不在通知
    """),
    subjects=lines("""
        不在のお知らせ
        休暇のお知らせ
    """),
    greetings=lines("""
        お世話になっております。
        ご連絡ありがとうございます。
    """),
    closings=lines("""
        よろしくお願いいたします。
    """),
    until=lines("""
        {date}まで休暇をいただいております。
        {date}まで出張のため不在にしております。
    """),
    through=lines("""
        {date}まで（同日を含む）休暇をいただいております。
    """),
    back=lines("""
        現在不在にしております。{date}に復帰いたします。
        休暇のため、{date}より通常どおり対応いたします。
    """),
    span=lines("""
        {span}夏季休暇をいただきます。
    """),
    both=lines("""
        {begin}まで休暇のため、{end}に出社いたします。
    """),
    on_a_weekday=lines("""
        本日は不在です。{weekday}に出社いたします。
    """),
    next_monday=lines("""
        今週は休暇のため、来週の月曜日に出社いたします。
    """),
    undated=lines("""
        ただいま席を外しております。戻り次第ご返信いたします。
        現在休暇中のため、お返事が遅れます。
    """),
    instead=lines("""
        お急ぎの場合は {other} までご連絡ください。
    """),
    left=lines("""
        {name}は退職いたしました。今後は {other} までご連絡ください。
    """),
    moved=lines("""
        メールアドレスが変わりました。今後は {other} 宛てにお願いいたします。
    """),
    ticket=lines("""
        お問い合わせを受け付けました。受付番号は {number} です。このメールは自動送信されています。
    """),
    challenge=lines("""
        お送りいただいたメールはまだ配信されていません。次のリンクで確認してください: {link}
    """),
)

CHINESE = Tongue(
    code="zh",
    months=[f"{month}月" for month in range(1, 13)],
    on_weekday="星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(),
    forms=lines("""
        {m}月{d}日
        {y}年{m}月{d}日
        {y}-{mm}-{dd}
    """),
    span_forms=lines("""
        {m}月{d1}日至{d2}日
        {y}年{m}月{d1}日到{m}月{d2}日
    """),
    prefixes=lines("""
        自动答复
        自动回复
        自動回覆
    """),
    subjects=lines("""
        休假通知
        外出
    """),
    greetings=lines("""
        您好！
        你好，
    """),
    closings=lines("""
        此致敬礼
        谢谢！
    """),
    until=lines("""
        我正在休假，直到{date}。
        我不在办公室，直至{date}。
    """),
    through=lines("""
        我休假至{date}（含当日）。
    """),
    back=lines("""
        我目前不在办公室，将于{date}返回。
        我正在休假，{date}回来上班。
    """),
    span=lines("""
        我将于{span}休假。
    """),
    both=lines("""
        我休假至{begin}，{end}恢复上班。
    """),
    on_a_weekday=lines("""
        我今天不在办公室，{weekday}回来。
    """),
    next_monday=lines("""
        我本周休假，下周一回来上班。
    """),
    undated=lines("""
        我目前不在办公室，回来后会尽快回复您。
    """),
    instead=lines("""
        如有急事，请联系 {other} 。
    """),
    left=lines("""
        {name}已离职，请联系 {other} 。
    """),
    moved=lines("""
        我的邮箱地址已更改，请使用 {other} 。
    """),
    ticket=lines("""
        我们已收到您的请求，编号为 {number}。此邮件由系统自动发送。
    """),
    challenge=lines("""
        您的邮件尚未送达，请点击链接确认您的地址：{link}
    """),
)

KOREAN = Tongue(
    code="ko",
    months=[f"{month}월" for month in range(1, 13)],
    on_weekday="월요일 화요일 수요일 목요일 금요일 토요일 일요일".split(),
    forms=lines("""
        {m}월 {d}일
        {y}년 {m}월 {d}일
        {y}-{mm}-{dd}
    """),
    span_forms=lines("""
        {m}월 {d1}일부터 {d2}일까지
        {m}월 {d1}일 ~ {m}월 {d2}일
    """),
    prefixes=lines("""
        자동 회신
        부재 중
    """),
    subjects=lines("""
        휴가 안내
        부재 중입니다
    """),
    greetings=lines("""
        안녕하세요.
        메일 주셔서 감사합니다.
    """),
    closings=lines("""
        감사합니다.
    """),
    until=lines("""
        {date}까지 휴가 중입니다.
        저는 {date}까지 사무실에 없습니다.
    """),
    through=lines("""
        {date}까지(당일 포함) 휴가입니다.
    """),
    back=lines("""
        현재 부재 중이며 {date}에 복귀합니다.
        휴가 중입니다. {date}에 출근하여 답변드리겠습니다.
    """),
    span=lines("""
        {span} 휴가입니다.
    """),
    both=lines("""
        {begin}까지 휴가이며 {end}에 복귀합니다.
    """),
    on_a_weekday=lines("""
        오늘은 부재 중이며 {weekday}에 복귀합니다.
    """),
    next_monday=lines("""
        이번 주는 휴가이며 다음 주 월요일에 복귀합니다.
    """),
    undated=lines("""
        현재 자리를 비운 상태입니다. 복귀 후 답변드리겠습니다.
    """),
    instead=lines("""
        급한 용무는 {other} 로 연락해 주세요.
    """),
    left=lines("""
        {name} 님은 퇴사하였습니다. 앞으로는 {other} 로 연락해 주십시오.
    """),
    moved=lines("""
        메일 주소가 변경되었습니다. 앞으로는 {other} 로 보내 주세요.
    """),
    ticket=lines("""
        문의가 접수되었습니다. 접수 번호는 {number} 입니다. 본 메일은 자동으로 발송되었습니다.
    """),
    challenge=lines("""
        보내신 메일이 아직 전달되지 않았습니다. 주소를 확인해 주세요: {link}
    """),
)

ARABIC = Tongue(
    code="ar",
    months="يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    on_weekday=("يوم الاثنين,يوم الثلاثاء,يوم الأربعاء,يوم الخميس,يوم الجمعة,يوم السبت,يوم الأحد".split(",")),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {dd}/{mm}/{y}
    """),
    span_forms=lines("""
        من {d1} إلى {d2} {month}
        من {dd1}/{mm}/{y} إلى {dd2}/{mm}/{y}
    """),
    prefixes=lines("""
        رد تلقائي
        خارج المكتب
    """),
    subjects=lines("""
        في إجازة
        خارج المكتب
    """),
    greetings=lines("""
        مرحباً،
        السلام عليكم،
    """),
    closings=lines("""
        مع أطيب التحيات
        وتفضلوا بقبول فائق الاحترام
    """),
    until=lines("""
        أنا في إجازة حتى {date}.
        أنا خارج المكتب حتى {date}.
    """),
    through=lines("""
        سأكون في إجازة حتى نهاية يوم {date}.
    """),
    back=lines("""
        أنا خارج المكتب حالياً وسأعود في {date}.
    """),
    span=lines("""
        سأكون في إجازة {span}.
    """),
    both=lines("""
        أنا في إجازة حتى {begin} وسأعود إلى المكتب في {end}.
    """),
    on_a_weekday=lines("""
        أنا خارج المكتب اليوم وسأعود {weekday}.
    """),
    next_monday=lines("""
        أنا في إجازة هذا الأسبوع وسأعود يوم الاثنين القادم.
    """),
    undated=lines("""
        أنا خارج المكتب حالياً وسأرد على رسالتك عند عودتي.
    """),
    instead=lines("""
        للأمور العاجلة يرجى التواصل مع {other} .
    """),
    left=lines("""
        لم يعد {name} يعمل في شركتنا. يرجى التواصل مع {other} .
    """),
    moved=lines("""
        لقد تغير عنوان بريدي الإلكتروني. يرجى استخدام {other} من الآن فصاعداً.
    """),
    ticket=lines("""
        لقد استلمنا طلبكم وتم تسجيله برقم {number}.
    """),
    challenge=lines("""
        لم يتم تسليم رسالتك بعد. يرجى تأكيد عنوانك: {link}
    """),
)

HEBREW = Tongue(
    code="he",
    months="ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split(),
    on_weekday="ביום שני,ביום שלישי,ביום רביעי,ביום חמישי,ביום שישי,בשבת,ביום ראשון".split(","),
    forms=lines("""
        {d} ב{month}
        {d} ב{month} {y}
        {dd}/{mm}/{y}
        {d}.{m}.{y}
        {d}/{m}
    """),
    span_forms=lines("""
        בין {d1} ל-{d2} ב{month}
        מ-{d1} עד {d2} ב{month}
    """),
    prefixes=lines("""
        תשובה אוטומטית
        מענה אוטומטי
        מחוץ למשרד
    """),
    subjects=lines("""
        אני בחופשה
        מחוץ למשרד
    """),
    greetings=lines("""
        שלום,
        שלום רב,
    """),
    closings=lines("""
        בברכה,
        תודה,
    """),
    until=lines("""
        אני בחופשה עד {date}.
        אני מחוץ למשרד עד {date} עם גישה מוגבלת לדוא"ל.
    """),
    through=lines("""
        אהיה בחופשה עד {date} כולל.
        אני בחופשה עד {date} (כולל).
    """),
    back=lines("""
        אני מחוץ למשרד ואחזור ב-{date}.
        אני בחופשה ואשוב לעבודה בתאריך {date}.
    """),
    span=lines("""
        אהיה בחופשה {span}.
    """),
    both=lines("""
        אני בחופשה עד {begin} ואחזור למשרד ב-{end}.
    """),
    on_a_weekday=lines("""
        היום אני לא במשרד, אחזור {weekday}.
    """),
    next_monday=lines("""
        אני בחופשה השבוע ואחזור ביום שני הבא.
    """),
    undated=lines("""
        אינני במשרד כעת ואשיב להודעתך בשובי.
        אני בחופשה ולא קורא מיילים.
    """),
    instead=lines("""
        בנושאים דחופים ניתן לפנות אל {other} .
    """),
    left=lines("""
        {name} כבר אינו עובד בחברה. נא לפנות אל {other} .
    """),
    moved=lines("""
        כתובת הדוא"ל שלי השתנתה. נא להשתמש מעתה בכתובת {other} .
    """),
    ticket=lines("""
        פנייתך התקבלה ומספרה {number}.
    """),
    challenge=lines("""
        הודעתך טרם נמסרה. נא לאשר את כתובתך: {link}
    """),
)
