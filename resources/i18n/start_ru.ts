<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>BackupPage</name>
    <message>
        <source>Restore a backup</source>
        <translation>Восстановление копии</translation>
    </message>
    <message>
        <source>From the file that “Backup for a USB stick” wrote, on this or another computer.</source>
        <translation>Из файла, записанного в строке «Копия на флешку» на этом или другом компьютере.</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Файл копии</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>With its passphrase</source>
        <translation>Её парольной фразой</translation>
    </message>
    <message>
        <source>With the recovery key</source>
        <translation>Ключом восстановления</translation>
    </message>
    <message>
        <source>How to open it</source>
        <translation>Чем открыть</translation>
    </message>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Ключ восстановления офиса</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1. It is not kept.</source>
        <translation>Начинается с AGE-SECRET-KEY-1. Он не сохраняется.</translation>
    </message>
    <message>
        <source>The passphrase of the day when the backup was made</source>
        <translation>Парольная фраза того дня, когда сделана копия</translation>
    </message>
    <message>
        <source>At an office anybody&apos;s of that day; all of them still open it afterwards.</source>
        <translation>В офисе подойдёт фраза любого сотрудника на тот день; все они действуют и дальше.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Ещё раз то же</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Put it on this computer</source>
        <translation>Перенести на этот компьютер</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>What follows: the data of the backup is opened here. What lies in the data folder now is set aside, not deleted. The laptop goes on under a new id, and numbers its certificates in a block of its own.</source>
        <translation>Что будет дальше: данные копии откроются здесь. То, что лежит в папке данных сейчас, откладывается, а не удаляется. Ноутбук продолжит под новым номером и будет нумеровать сертификаты в своём ряду.</translation>
    </message>
    <message>
        <source>What follows: the data of the backup is opened here. What lies in the data folder now is set aside, not deleted. The office goes on under a new id, and numbers its certificates in a block of its own.</source>
        <translation>Что будет дальше: данные копии откроются здесь. То, что лежит в папке данных сейчас, откладывается, а не удаляется. Офис продолжит под новым номером и будет нумеровать сертификаты в своём ряду.</translation>
    </message>
    <message>
        <source>Then you are asked who you are: the new passphrase becomes yours. Everybody else unlocks with their passphrase of that day.</source>
        <translation>Затем программа спросит, кто вы: новая парольная фраза станет вашей. Остальные входят со своими парольными фразами того дня.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Они не совпадают</translation>
    </message>
    <message>
        <source>Backups of this program (*{ending})</source>
        <translation>Резервные копии этой программы (*{ending})</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome</source>
        <translation>Добро пожаловать</translation>
    </message>
    <message>
        <source>Three questions, then you can begin. No internet is needed.</source>
        <translation>Три вопроса, и можно начинать. Интернет не нужен.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>This computer is for</source>
        <translation>Этот компьютер для</translation>
    </message>
    <message>
        <source>A trainer</source>
        <translation>Тренера</translation>
    </message>
    <message>
        <source>marks, tests and certificates</source>
        <translation>отметки, тесты и сертификаты</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>Офиса</translation>
    </message>
    <message>
        <source>prepares courses, collects the files</source>
        <translation>готовит курсы, собирает файлы</translation>
    </message>
    <message>
        <source>There are digits in the name: is it right?</source>
        <translation>В имени есть цифры: верно ли это?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>Название офиса</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>2 to 4 Latin letters, e.g. DSH</source>
        <translation>2–4 латинские буквы, например DSH</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Сначала потренироваться</translation>
    </message>
    <message>
        <source>A practice course with invented people; your own data come later.</source>
        <translation>Учебный курс с вымышленными людьми; свои данные — потом.</translation>
    </message>
    <message>
        <source>Join the office&apos;s server…</source>
        <translation>К серверу офиса…</translation>
    </message>
    <message>
        <source>Making the practice course: {share}</source>
        <translation>Создаётся учебный курс: {share}</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить копию…</translation>
    </message>
    <message>
        <source>Family name first. It is shown next to everything you record.</source>
        <translation>Сначала фамилия. Имя стоит рядом с каждой вашей записью.</translation>
    </message>
    <message>
        <source>The office had a computer that is lost: set it up from its papers</source>
        <translation>Компьютер офиса потерян: настроить офис по его бумагам</translation>
    </message>
    <message>
        <source>The office works on a server: make this computer one of its desks, with a head&apos;s file</source>
        <translation>Офис работает на сервере: сделать этот компьютер его рабочим местом, с файлом руководителя</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минутку…</translation>
    </message>
    <message>
        <source>Names of police officers are kept encrypted. If the passphrase is forgotten, the recovery key that you print next opens everything. Without both the data cannot be read any more.</source>
        <translation>Имена сотрудников милиции хранятся зашифрованными. Если парольная фраза забыта, всё откроет ключ восстановления, который вы напечатаете на следующем шаге. Без того и другого данные прочесть уже нельзя.</translation>
    </message>
    <message>
        <source>Names of police officers are kept encrypted. If you forget the passphrase, the office opens the data with its recovery key. Until this laptop has joined an office nothing else helps: write the passphrase down and lock it away.</source>
        <translation>Имена сотрудников милиции хранятся зашифрованными. Если парольная фраза забыта, данные откроет офис своим ключом восстановления. Пока ноутбук не зарегистрирован в офисе, другого пути нет: запишите фразу и храните под замком.</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Напишите, пожалуйста, ваше имя</translation>
    </message>
    <message>
        <source>Please name the office</source>
        <translation>Напишите, пожалуйста, название офиса</translation>
    </message>
    <message>
        <source>2 to 4 Latin letters</source>
        <translation>2–4 латинские буквы</translation>
    </message>
</context>
<context>
    <name>ForgottenPassphrasePage</name>
    <message>
        <source>The key file is lost</source>
        <translation>Файл ключа потерян</translation>
    </message>
    <message>
        <source>The key file is damaged</source>
        <translation>Файл ключа повреждён</translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation>Парольная фраза забыта</translation>
    </message>
    <message>
        <source>Nobody can tell the old passphrase. The office&apos;s recovery key opens the data, and a new passphrase takes its place. Nothing is changed before that.</source>
        <translation>Прежнюю парольную фразу узнать нельзя. Данные откроет ключ восстановления офиса, и вы зададите новую парольную фразу. До этого ничего не меняется.</translation>
    </message>
    <message>
        <source>Nobody can tell the old passphrase.</source>
        <translation>Прежнюю парольную фразу не знает никто.</translation>
    </message>
    <message>
        <source>A request waits for the office&apos;s answer. The new passphrase is chosen already.</source>
        <translation>Запрос ждёт ответа офиса. Новая парольная фраза уже выбрана.</translation>
    </message>
    <message>
        <source>The office&apos;s paper is here</source>
        <translation>Бумага офиса здесь</translation>
    </message>
    <message>
        <source>type its recovery key, or scan it</source>
        <translation>введите ключ восстановления или отсканируйте его</translation>
    </message>
    <message>
        <source>By a file to the office and back</source>
        <translation>Файлом в офис и обратно</translation>
    </message>
    <message>
        <source>on a USB stick or by e-mail; it holds no secret</source>
        <translation>на флешке или по почте; секретов в нём нет</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>По телефону</translation>
    </message>
    <message>
        <source>digits are read aloud, both ways</source>
        <translation>цифры читают вслух, в обе стороны</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Ключ восстановления с бумаги</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1.</source>
        <translation>Он начинается с AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
        <source>Your name, or the laptop&apos;s code</source>
        <translation>Ваше имя или код ноутбука</translation>
    </message>
    <message>
        <source>By this the office knows who asks.</source>
        <translation>По этому офис узнает, кто спрашивает.</translation>
    </message>
    <message>
        <source>Whose passphrase is it? Short name</source>
        <comment>to unlock with</comment>
        <translation>Чья это фраза? Краткое имя</translation>
    </message>
    <message>
        <source>The short name that you type to unlock. If you leave it empty, you are asked on the next page who you are.</source>
        <translation>Краткое имя, с которым вы входите. Если оставить его пустым, на следующей странице программа спросит, кто вы.</translation>
    </message>
    <message>
        <source>Whoever has this computer and the answer reads everything in it. The office answers only somebody whose voice it knows, and compares the digits first.</source>
        <translation>У кого этот компьютер и ответ, тот прочтёт в нём всё. Офис отвечает только тому, чей голос знает, и сначала сверяет цифры.</translation>
    </message>
    <message>
        <source>This laptop never joined an office, so nothing but its passphrase opens its data.

Try every passphrase that you may have used, in each language of the keyboard, and look whether Caps Lock is on. A copy that was made earlier opens with the passphrase of that day; it can be put back on a computer without data.</source>
        <translation>Этот ноутбук не был присоединён к офису, поэтому данные открывает только его парольная фраза.

Попробуйте все фразы, которые могли быть, на каждом языке клавиатуры, и проверьте, не включён ли Caps Lock. Сделанная раньше копия открывается фразой того дня; её можно восстановить на компьютере без данных.</translation>
    </message>
    <message>
        <source>This is a trainer&apos;s laptop: ask its office</source>
        <translation>Это ноутбук тренера: обратиться в офис</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Without the paper: try every passphrase that you may have used, in each language of the keyboard, and look whether Caps Lock is on. A copy that was made earlier opens with the passphrase of that day; it can be put back on a computer without data.</source>
        <translation>Если бумаги нет: попробуйте все парольные фразы, которые могли быть, на каждом языке клавиатуры; проверьте, не включён ли Caps Lock. Копия, сделанная раньше, открывается парольной фразой того дня; её можно вернуть на компьютер без данных.</translation>
    </message>
    <message>
        <source>Is there another head at the office? They unlock here with their own short name and passphrase, and give you a new one: Office, Keys, “People of the office”.</source>
        <translation>Есть ли в офисе другой руководитель? Он открывает данные здесь своим коротким именем и парольной фразой и даёт вам новую: «Офис», «Ключи», «Сотрудники офиса».</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минутку…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the data with the key</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Make the request</source>
        <translation>Сделать запрос</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сохранено и проверено: {file}</translation>
    </message>
    <message>
        <source>Answers (*.age);;All files (*)</source>
        <translation>Ответы (*.age);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>MovingPage</name>
    <message>
        <source>The office&apos;s data move</source>
        <translation>Данные офиса переносятся</translation>
    </message>
    <message>
        <source>They are copied and compared. Should the power fail now, nothing is lost: the office is where it was, or where it goes, and the next start finds it.</source>
        <translation>Они копируются и сверяются. Если сейчас погаснет свет, ничего не пропадёт: офис останется там, где был, или окажется там, куда переносится, и следующий запуск его найдёт.</translation>
    </message>
</context>
<context>
    <name>NewDeskPage</name>
    <message>
        <source>A new desk of the office</source>
        <translation>Новое рабочее место офиса</translation>
    </message>
    <message>
        <source>For an office whose data are on its server. At a desk that is there, under Settings, the file for a new desk is saved; it opens with a passphrase of the office.</source>
        <translation>Для офиса, данные которого на его сервере. На имеющемся рабочем месте в разделе «Настройки» сохраняют файл для нового; он открывается парольной фразой офиса.</translation>
    </message>
    <message>
        <source>The file for a new desk</source>
        <translation>Файл для нового рабочего места</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Пока ничего не выбрано</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Family name first.</source>
        <translation>Сначала фамилия.</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>to unlock with</comment>
        <translation>Краткое имя</translation>
    </message>
    <message>
        <source>Passphrase of the office</source>
        <translation>Парольная фраза офиса</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минутку…</translation>
    </message>
    <message>
        <source>Make it a desk</source>
        <translation>Сделать рабочим местом</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Напишите, пожалуйста, ваше имя</translation>
    </message>
</context>
<context>
    <name>NewKeyPage</name>
    <message>
        <source>A new key for your data</source>
        <translation>Новый ключ для ваших данных</translation>
    </message>
    <message>
        <source>The database and its copies are written anew. Should the power fail now, nothing is lost: the next start goes on.</source>
        <translation>База данных и её копии записываются заново. Если сейчас отключится питание, ничего не пропадёт: при следующем запуске работа продолжится.</translation>
    </message>
</context>
<context>
    <name>OfficeRequestPart</name>
    <message>
        <source>That is not the passphrase chosen when the request was made.</source>
        <translation>Это не та парольная фраза, что выбрана при запросе.</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>Файлом</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>По телефону</translation>
    </message>
    <message>
        <source>How the office answers</source>
        <translation>Как отвечает офис</translation>
    </message>
    <message>
        <source>The office asks for these digits by telephone, before it answers</source>
        <translation>Офис спросит эти цифры по телефону, прежде чем ответить</translation>
    </message>
    <message>
        <source>Read these groups to the office</source>
        <translation>Прочитайте эти группы офису</translation>
    </message>
    <message>
        <source>Write the request file…</source>
        <translation>Записать файл запроса…</translation>
    </message>
    <message>
        <source>Import the answer…</source>
        <translation>Принять ответ…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the data with the answer</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>The groups that the office reads</source>
        <translation>Группы, которые читает офис</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>The one that was chosen when the request was made.</source>
        <translation>Та, что выбрана при запросе.</translation>
    </message>
</context>
<context>
    <name>OpeningFailedPage</name>
    <message>
        <source>Nothing was overwritten or deleted.</source>
        <translation>Ничего не перезаписано и не удалено.</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Папка с данными: {path}</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Спасти всё, что читается…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить копию…</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>Открыть ключом восстановления</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Закрыть программу</translation>
    </message>
</context>
<context>
    <name>RecoveryPapersPage</name>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Ключ восстановления офиса</translation>
    </message>
    <message>
        <source>It opens everything if this computer or the passphrase is lost. Print it twice, lock both copies away in two places, not beside the computer. It is shown until it is typed back.</source>
        <translation>Он открывает всё, если потерян этот компьютер или забыта парольная фраза. Напечатайте его дважды и заприте в двух местах, не рядом с компьютером. Он показывается, пока не введён с бумаги.</translation>
    </message>
    <message>
        <source>Print the new sheets twice, and lock them away in two places. On the old sheets the recovery key is still right, the stand-by key is not: keep them until a backup of this computer lies on a USB stick, then destroy them.</source>
        <translation>Напечатайте новые листы дважды и заприте их в двух местах. На прежних листах ключ восстановления верен, запасной ключ уже нет: храните их, пока резервная копия этого компьютера не окажется на флешке, затем уничтожьте.</translation>
    </message>
    <message>
        <source>Until it is on paper, a broken disk loses it. It is shown again at the next start.</source>
        <translation>Пока его нет на бумаге, поломка диска его уничтожит. При следующем запуске он появится снова.</translation>
    </message>
    <message>
        <source>Close before the key is kept?</source>
        <translation>Закрыть, не сохранив ключ?</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Всё равно закрыть</translation>
    </message>
</context>
<context>
    <name>RestoreOfficePage</name>
    <message>
        <source>Set up the office from its papers</source>
        <translation>Настройка офиса по его бумагам</translation>
    </message>
    <message>
        <source>Type or scan both keys, and choose the office&apos;s archive or whatever is left: USB sticks with its files, the archive folder of a laptop. First it is looked what is there.</source>
        <translation>Введите или отсканируйте оба ключа и выберите архив офиса или то, что осталось: флешки с его файлами, папку архива ноутбука. Сначала программа посмотрит, что там есть.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Ключ восстановления с бумаги</translation>
    </message>
    <message>
        <source>Stand-by key from the paper</source>
        <translation>Запасной ключ с бумаги</translation>
    </message>
    <message>
        <source>Where files of the office are</source>
        <translation>Где файлы офиса</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Добавить файлы…</translation>
    </message>
    <message>
        <source>Your name, family name first</source>
        <translation>Ваше имя, сначала фамилия</translation>
    </message>
    <message>
        <source>Look at the files</source>
        <translation>Посмотреть файлы</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минутку…</translation>
    </message>
    <message>
        <source>Set up the office</source>
        <translation>Настроить офис</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Пока ничего не выбрано</translation>
    </message>
    <message>
        <source>Found: {office} ({code}), list of laptops number {serial}: {laptops}. {files} files open, {closed} do not.</source>
        <translation>Найдено: {office} ({code}), список ноутбуков №&#xa0;{serial}: {laptops}. Открывается файлов: {files}, не открывается: {closed}.</translation>
    </message>
    <message>
        <source>Which of these laptops had been revoked? The list may be older</source>
        <translation>Доступ каких из этих ноутбуков был отозван? Список мог устареть</translation>
    </message>
    <message>
        <source>Codes of lost and stolen laptops, such as K1, K4. Leave empty if there were none.</source>
        <translation>Коды потерянных и украденных ноутбуков, например K1, K4. Если таких не было, оставьте поле пустым.</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Напишите, пожалуйста, ваше имя</translation>
    </message>
    <message>
        <source>Files of this program (*.tsync);;All files (*)</source>
        <translation>Файлы программы (*.tsync);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>SalvagePage</name>
    <message>
        <source>Save what can be read</source>
        <translation>Спасти всё, что читается</translation>
    </message>
    <message>
        <source>A new database is made of everything that is still whole.</source>
        <translation>Из всего, что ещё цело, создаётся новая база данных.</translation>
    </message>
    <message numerus="yes">
        <source>copies on this laptop: %n</source>
        <translation>
            <numerusform>копии на этом ноутбуке: %n</numerusform>
            <numerusform>копии на этом ноутбуке: %n</numerusform>
            <numerusform>копии на этом ноутбуке: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Read are: the damaged database page by page, {copies}, the files that were imported.</source>
        <translation>Читаются: повреждённая база постранично, {copies}, принятые файлы.</translation>
    </message>
    <message>
        <source>The damaged file is kept as it is. Nothing is invented.</source>
        <translation>Повреждённый файл сохраняется как есть. Ничего не додумывается.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Спасти</translation>
    </message>
    <message>
        <source>Use a backup from a USB stick…</source>
        <translation>Взять копию с флешки…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Go on to the work</source>
        <translation>Перейти к работе</translation>
    </message>
    <message>
        <source>Everything is back</source>
        <translation>Всё вернулось</translation>
    </message>
    <message>
        <source>Saved, with gaps</source>
        <translation>Спасено, но с пробелами</translation>
    </message>
    <message>
        <source>The new database is checked: every row agrees with its journal.</source>
        <translation>Новая база проверена: каждая строка сходится с журналом.</translation>
    </message>
    <message>
        <source>Changes from the damaged database: {pages}; from copies: {copies}; from files: {files}.</source>
        <translation>Изменений из повреждённой базы: {pages}; из копий: {copies}; из файлов: {files}.</translation>
    </message>
    <message>
        <source>The damaged file lies in {folder}.</source>
        <translation>Повреждённый файл лежит в {folder}.</translation>
    </message>
    <message>
        <source>Nothing is known to be missing.</source>
        <translation>О пропажах ничего не известно.</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n change(s)</source>
        <translation>
            <numerusform>Не хватает: %n изменение</numerusform>
            <numerusform>Не хватает: %n изменения</numerusform>
            <numerusform>Не хватает: %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent before comes back with the office&apos;s next file. Compare the rest with the signed sheets.</source>
        <translation>Отправленное раньше вернётся со следующим файлом офиса. Остальное сверьте с подписанными листами.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n change(s) whose laptop cannot be told any more.</source>
        <translation>
            <numerusform>Не вошло: %n изменение, ноутбук которого уже не определить.</numerusform>
            <numerusform>Не вошли: %n изменения, ноутбук которых уже не определить.</numerusform>
            <numerusform>Не вошло: %n изменений, ноутбук которых уже не определить.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerAwayPage</name>
    <message>
        <source>The office&apos;s server cannot be opened</source>
        <translation>Сервер офиса не открывается</translation>
    </message>
    <message>
        <source>The office works on its server</source>
        <translation>Офис работает на своём сервере</translation>
    </message>
    <message>
        <source>Nothing was changed. What was saved is on the server.</source>
        <translation>Ничего не изменено. Всё сохранённое лежит на сервере.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Пробую…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Another address or password…</source>
        <translation>Другой адрес или пароль…</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Закрыть программу</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Адрес базы данных</translation>
    </message>
    <message>
        <source>Over a network: {example}</source>
        <translation>По сети: {example}</translation>
    </message>
    <message>
        <source>Password at the server</source>
        <translation>Пароль на сервере</translation>
    </message>
    <message>
        <source>Leave it empty where it is the one of before.</source>
        <translation>Оставьте пустым, если он прежний.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in %n second(s).</source>
        <translation>
            <numerusform>Программа повторит сама через %n секунду.</numerusform>
            <numerusform>Программа повторит сама через %n секунды.</numerusform>
            <numerusform>Программа повторит сама через %n секунд.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Hello, {name}</source>
        <translation>Здравствуйте, {name}</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Здравствуйте</translation>
    </message>
    <message>
        <source>Your data is locked. Type the passphrase to open it.</source>
        <translation>Данные заблокированы. Введите парольную фразу, чтобы открыть их.</translation>
    </message>
    <message>
        <source>Your data is locked. Type your short name and your passphrase to open it.</source>
        <translation>Данные заблокированы. Чтобы открыть их, введите краткое имя и парольную фразу.</translation>
    </message>
    <message>
        <source>Leave it empty if the passphrase was chosen with the key from paper, for nobody.</source>
        <translation>Оставьте пустым, если фраза выбрана по ключу с бумаги и она ничья.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>This is for practice. The passphrase is: {words}</source>
        <translation>Это для тренировки. Парольная фраза: {words}</translation>
    </message>
    <message>
        <source>What you had begun to type was kept and comes back as it was.</source>
        <translation>То, что вы начали вводить, сохранено и вернётся таким, как было.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>Забыли парольную фразу?</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Папка с данными: {path}</translation>
    </message>
    <message>
        <source>If it was chosen with the key from paper, leave the short name empty.</source>
        <translation>Если она выбрана по ключу с бумаги, оставьте краткое имя пустым.</translation>
    </message>
    <message numerus="yes">
        <source>After the passphrase you will be asked about %n file(s):</source>
        <translation>
            <numerusform>После ввода фразы программа спросит о %n файле:</numerusform>
            <numerusform>После ввода фразы программа спросит о %n файлах:</numerusform>
            <numerusform>После ввода фразы программа спросит о %n файлах:</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>Закрыть программу?</translation>
    </message>
    <message>
        <source>Something is typed and not saved: it would be lost. Unlock to go on with it.</source>
        <translation>Введённое ещё не сохранено и пропадёт. Откройте данные, чтобы продолжить.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открывается…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the data with the passphrase</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>to unlock with</comment>
        <translation>Краткое имя</translation>
    </message>
    <message>
        <source>Keyboard: {language}</source>
        <translation>Клавиатура: {language}</translation>
    </message>
</context>
<context>
    <name>WhoPage</name>
    <message>
        <source>Who are you?</source>
        <translation>Кто вы?</translation>
    </message>
    <message>
        <source>The office is open, but nobody has said who is here. What you write from now on bears your name, and the passphrase that you typed becomes yours alone.</source>
        <translation>Офис открыт, но программа ещё не знает, кто здесь. Всё, что вы запишете дальше, будет под вашим именем, а введённая парольная фраза станет только вашей.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <comment>who is here</comment>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>a new name; becomes a head of the office</source>
        <translation>новое имя; станет руководителем офиса</translation>
    </message>
    <message>
        <source>After “Not now” you are asked at the next unlocking, and need the key from paper again.</source>
        <translation>После «Не сейчас» вас спросят при следующей разблокировке, и ключ с бумаги понадобится снова.</translation>
    </message>
    <message>
        <source>This passphrase is nobody&apos;s, and others may know it. Alone it makes nobody a head, and takes the place of nobody with a passphrase of their own. If you forgot yours, or are new, type the recovery key from paper; then you are asked again. “Not now” changes nothing: you are asked at each unlocking.</source>
        <translation>Эта парольная фраза ничья, и её могут знать другие. Одна она никого не делает руководителем и не занимает места того, у кого есть своя. Если вы забыли свою или вы здесь впервые, введите ключ восстановления с бумаги; тогда вас спросят ещё раз. «Не сейчас» ничего не меняет: вас спросят при каждой разблокировке.</translation>
    </message>
    <message>
        <source>Type the key from paper</source>
        <extracomment>A button: leads to the page where the office&apos;s recovery key is typed</extracomment>
        <translation>Ввести ключ с бумаги</translation>
    </message>
    <message>
        <source>Your name, family name first</source>
        <translation>Ваше имя, сначала фамилия</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>A button: leaves the page and goes on without a name</extracomment>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>short name: {short} · {role}</source>
        <translation>краткое имя: {short} · {role}</translation>
    </message>
    <message>
        <source>short name: {short} · becomes a head of the office</source>
        <translation>краткое имя: {short} · станет руководителем офиса</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минутку…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>From now on you unlock with the short name “{short}” and this passphrase.</source>
        <translation>Теперь вы входите с кратким именем «{short}» и этой парольной фразой.</translation>
    </message>
    <message>
        <source>Your earlier one opens nothing any more.</source>
        <translation>Ваша прежняя больше ничего не открывает.</translation>
    </message>
    <message>
        <source>Before you decide anything as a head, choose another one in Settings.</source>
        <translation>Прежде чем решать что-либо как руководитель, выберите другую на странице «Настройки».</translation>
    </message>
    <message>
        <source>No passphrase opens this office for {names}. A head gives each of them one, and a role: Office, Keys, “People of the office”.</source>
        <translation>Здесь нет парольной фразы: {names}. Руководитель даёт каждому фразу и роль: «Офис», «Ключи», «Сотрудники офиса».</translation>
    </message>
    <message>
        <source>Everybody else unlocks with their own passphrase, as before.</source>
        <translation>Остальные входят со своими парольными фразами, как прежде.</translation>
    </message>
    <message>
        <source>Choose who you are</source>
        <translation>Выберите, кто вы</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Напишите, пожалуйста, ваше имя</translation>
    </message>
</context>
</TS>
