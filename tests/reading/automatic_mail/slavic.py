"""Polish, Czech, Russian, Ukrainian; month names as dates have them, in the genitive."""

from __future__ import annotations

from tests.reading.automatic_mail.tongue import Tongue, lines

POLISH = Tongue(
    code="pl",
    months=(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
    ),
    on_weekday="w poniedziałek,we wtorek,w środę,w czwartek,w piątek,w sobotę,w niedzielę".split(","),
    forms=lines("""
        {d} {month}
        {d} {month} {y}
        {d} {month} {y} r.
        {dd}.{mm}.{y}
        {d}.{mm}
        {dd}.{mm}.{y} r.
        {y}-{mm}-{dd}
        {dd}/{mm}/{y}
    """),
    span_forms=lines("""
        od {d1} do {d2} {month}
        w dniach {d1}-{d2} {month}
        w dniach {dd1}-{dd2}.{mm}.{y}
        w terminie od {d1} do {d2} {month} {y}
    """),
    prefixes=lines("""
        Odpowiedź automatyczna
        Automatyczna odpowiedź
        Autoodpowiedź
        Nieobecność
    """),
    subjects=lines("""
        Urlop
        Nieobecność w biurze
        Jestem na urlopie
        Poza biurem
    """),
    greetings=lines("""
        Dzień dobry,
        Witam,
        Szanowni Państwo,
        Cześć,
        Dziękuję za wiadomość.
    """),
    closings=lines("""
        Pozdrawiam
        Z poważaniem
        Z wyrazami szacunku
    """),
    until=lines("""
        jestem na urlopie do {date}.
        do {date} przebywam poza biurem i mam ograniczony dostęp do poczty.
        do dnia {date} jestem nieobecna w pracy.
        będę niedostępny do {date}.
        do {date} jestem na zwolnieniu lekarskim.
    """),
    through=lines("""
        jestem na urlopie do {date} włącznie.
        do {date} włącznie nie będzie mnie w biurze.
        biuro jest nieczynne do dnia {date} włącznie.
    """),
    back=lines("""
        obecnie przebywam na urlopie, wracam {date}.
        jestem poza biurem; będę ponownie dostępna od {date}.
        wracam do pracy {date} i wtedy odpowiem na wiadomość.
        na wiadomości odpowiem po powrocie, czyli {date}.
    """),
    span=lines("""
        jestem na urlopie {span}.
        {span} nie będzie mnie w biurze.
        {span} nasza firma jest nieczynna.
    """),
    both=lines("""
        do {begin} jestem na urlopie, w biurze będę z powrotem {end}.
        od {begin} jestem nieobecny. Wracam {end}.
    """),
    on_a_weekday=lines("""
        dziś nie ma mnie w biurze, wracam {weekday}.
        będę z powrotem {weekday}.
    """),
    next_monday=lines("""
        w tym tygodniu jestem na urlopie, wracam w przyszły poniedziałek.
        jestem poza biurem i wracam w najbliższy poniedziałek.
    """),
    undated=lines("""
        obecnie jestem poza biurem i odpowiem po powrocie.
        przebywam na zwolnieniu lekarskim i nie odbieram poczty.
        w tej chwili mam ograniczony dostęp do poczty.
    """),
    instead=lines("""
        W pilnych sprawach proszę o kontakt z {other}.
        W czasie mojej nieobecności zastępuje mnie {other}.
        Jeśli sprawa jest pilna, proszę pisać na adres {other}.
    """),
    left=lines("""
        {name} nie pracuje już w naszej firmie. Prosimy o kontakt z {other}.
        nie pracuję już w firmie, a ta skrzynka nie jest odczytywana. Proszę pisać na {other}.
    """),
    moved=lines("""
        mój adres e-mail uległ zmianie. Proszę korzystać z {other}.
    """),
    ticket=lines("""
        otrzymaliśmy Państwa zgłoszenie i nadaliśmy mu numer {number}.
        to jest automatyczne potwierdzenie otrzymania wiadomości. Numer sprawy: {number}.
    """),
    challenge=lines("""
        Państwa wiadomość nie została jeszcze dostarczona. Proszę jednorazowo potwierdzić adres: {link}
    """),
)

CZECH = Tongue(
    code="cs",
    months="ledna února března dubna května června července srpna září října listopadu prosince".split(),
    on_weekday="v pondělí,v úterý,ve středu,ve čtvrtek,v pátek,v sobotu,v neděli".split(","),
    forms=lines("""
        {d}. {month}
        {d}. {month} {y}
        {d}. {m}. {y}
        {d}. {m}.
        {d}.{m}.{y}
    """),
    span_forms=lines("""
        od {d1}. do {d2}. {month}
        v termínu {d1}. - {d2}. {month} {y}
        v době od {d1}. {m}. do {d2}. {m}. {y}
    """),
    prefixes=lines("""
        Automatická odpověď
        Mimo kancelář
    """),
    subjects=lines("""
        Dovolená
        Nepřítomnost
    """),
    greetings=lines("""
        Dobrý den,
        Ahoj,
    """),
    closings=lines("""
        S pozdravem
        Hezký den
    """),
    until=lines("""
        do {date} čerpám dovolenou.
        jsem mimo kancelář do {date}.
    """),
    through=lines("""
        jsem na dovolené do {date} včetně.
    """),
    back=lines("""
        jsem mimo kancelář, vracím se {date}.
        mám dovolenou a budu zpět {date}.
    """),
    span=lines("""
        {span} mám dovolenou.
        budu nepřítomen {span}.
    """),
    both=lines("""
        do {begin} mám dovolenou, zpět v kanceláři budu {end}.
    """),
    on_a_weekday=lines("""
        dnes nejsem v kanceláři, vracím se {weekday}.
    """),
    next_monday=lines("""
        tento týden mám dovolenou a vrátím se příští pondělí.
    """),
    undated=lines("""
        momentálně nejsem v kanceláři, odpovím po svém návratu.
    """),
    instead=lines("""
        V naléhavých případech se obraťte na {other}.
    """),
    left=lines("""
        {name} již v naší společnosti nepracuje. Obraťte se prosím na {other}.
    """),
    moved=lines("""
        moje e-mailová adresa se změnila. Používejte prosím {other}.
    """),
    ticket=lines("""
        přijali jsme váš požadavek a zaevidovali ho pod číslem {number}.
    """),
    challenge=lines("""
        vaše zpráva zatím nebyla doručena. Potvrďte prosím svou adresu: {link}
    """),
)

RUSSIAN = Tongue(
    code="ru",
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    on_weekday="в понедельник,во вторник,в среду,в четверг,в пятницу,в субботу,в воскресенье".split(","),
    forms=lines("""
        {d} {month}
        {d} {month} {y} года
        {d} {month} {y} г.
        {dd}.{mm}.{y}
        {dd}.{mm}
    """),
    span_forms=lines("""
        с {d1} по {d2} {month}
        с {d1} до {d2} {month} {y} года
        с {dd1}.{mm}.{y} по {dd2}.{mm}.{y}
    """),
    prefixes=lines("""
        Автоматический ответ
        Автоответ
        Нет на работе
    """),
    subjects=lines("""
        Отпуск
        В отпуске
        Отсутствую
    """),
    greetings=lines("""
        Здравствуйте!
        Добрый день!
        Уважаемые коллеги,
    """),
    closings=lines("""
        С уважением,
        Всего доброго,
    """),
    until=lines("""
        Я в отпуске до {date}.
        Я отсутствую в офисе до {date}.
        До {date} нахожусь в командировке, доступ к почте ограничен.
    """),
    through=lines("""
        Нахожусь в отпуске до {date} включительно.
        Меня не будет в офисе по {date} включительно.
    """),
    back=lines("""
        Сейчас я не в офисе, вернусь {date}.
        Я в отпуске и выйду на работу {date}.
    """),
    span=lines("""
        Я буду в отпуске {span}.
        Буду отсутствовать {span}.
    """),
    both=lines("""
        Я в отпуске до {begin}, вернусь в офис {end}.
    """),
    on_a_weekday=lines("""
        Сегодня меня нет в офисе, вернусь {weekday}.
    """),
    next_monday=lines("""
        На этой неделе я в отпуске, вернусь в следующий понедельник.
    """),
    undated=lines("""
        Сейчас меня нет на рабочем месте, отвечу после возвращения.
        Я на больничном и не читаю почту.
    """),
    instead=lines("""
        По срочным вопросам обращайтесь к {other}.
        Если вопрос срочный, пишите на {other}.
    """),
    left=lines("""
        {name} больше не работает в нашей компании. Пожалуйста, обращайтесь к {other}.
    """),
    moved=lines("""
        Мой адрес электронной почты изменился. Пишите, пожалуйста, на {other}.
    """),
    ticket=lines("""
        Мы получили ваше обращение, ему присвоен номер {number}.
    """),
    challenge=lines("""
        Ваше письмо ещё не доставлено. Подтвердите, пожалуйста, свой адрес: {link}
    """),
)

UKRAINIAN = Tongue(
    code="uk",
    months=("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()),
    on_weekday="у понеділок,у вівторок,у середу,у четвер,у п'ятницю,у суботу,у неділю".split(","),
    forms=lines("""
        {d} {month}
        {d} {month} {y} року
        {dd}.{mm}.{y}
    """),
    span_forms=lines("""
        з {d1} по {d2} {month}
        з {d1} до {d2} {month} {y} року
    """),
    prefixes=lines("""
        Автоматична відповідь
        Автовідповідь
    """),
    subjects=lines("""
        Відпустка
        У відпустці
    """),
    greetings=lines("""
        Вітаю!
        Добрий день!
    """),
    closings=lines("""
        З повагою,
    """),
    until=lines("""
        Я у відпустці до {date}.
        Мене не буде в офісі до {date}.
    """),
    through=lines("""
        Я у відпустці до {date} включно.
    """),
    back=lines("""
        Зараз мене немає в офісі, повернуся {date}.
    """),
    span=lines("""
        Я буду у відпустці {span}.
    """),
    both=lines("""
        Я у відпустці до {begin}, повернуся до роботи {end}.
    """),
    on_a_weekday=lines("""
        Сьогодні мене немає в офісі, повернуся {weekday}.
    """),
    next_monday=lines("""
        Цього тижня я у відпустці, повернуся наступного понеділка.
    """),
    undated=lines("""
        Наразі мене немає на робочому місці, відповім після повернення.
    """),
    instead=lines("""
        З термінових питань звертайтеся до {other}.
    """),
    left=lines("""
        {name} більше не працює в нашій компанії. Будь ласка, звертайтеся до {other}.
    """),
    moved=lines("""
        Моя електронна адреса змінилася. Пишіть, будь ласка, на {other}.
    """),
    ticket=lines("""
        Ми отримали ваше звернення, йому присвоєно номер {number}.
    """),
    challenge=lines("""
        Ваш лист ще не доставлено. Підтвердьте, будь ласка, свою адресу: {link}
    """),
)
