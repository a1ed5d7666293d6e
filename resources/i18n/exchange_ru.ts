<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ContentCard</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes in all</source>
        <translation>Всего изменений</translation>
    </message>
    <message>
        <source>What will go</source>
        <translation>Что уйдёт</translation>
    </message>
    <message>
        <source>Everything again, from the beginning</source>
        <translation>Всё заново, с самого начала</translation>
    </message>
    <message>
        <source>Nothing yet. What you record on this laptop will be counted here.</source>
        <translation>Пока ничего. Здесь будет видно всё, что вы запишете на этом ноутбуке.</translation>
    </message>
    <message numerus="yes">
        <source>With this file %n feedback sheet(s) enter the results, together and in no order.</source>
        <translation>
            <numerusform>С этим файлом %n лист отзывов войдёт в результаты, без порядка.</numerusform>
            <numerusform>С этим файлом %n листа отзывов войдут в результаты, вместе и без порядка.</numerusform>
            <numerusform>С этим файлом %n листов отзывов войдут в результаты, вместе и без порядка.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Staying here: %n feedback sheet(s), because another sheet of the same form is not finished. Finish it in the Feedback tab (* leaves the rest blank), or add these alone to the results there: what comes later enters only with four others.</source>
        <translation>
            <numerusform>Остаётся здесь %n лист отзывов: другой лист той же анкеты не закончен. Закончите его на вкладке «Отзывы» (* оставляет остальное пустым) или примите там эти: опоздавший лист войдёт только с четырьмя другими.</numerusform>
            <numerusform>Остаются здесь %n листа отзывов: другой лист той же анкеты не закончен. Закончите его на вкладке «Отзывы» (* оставляет остальное пустым) или примите там эти: опоздавший лист войдёт только с четырьмя другими.</numerusform>
            <numerusform>Остаются здесь %n листов отзывов: другой лист той же анкеты не закончен. Закончите его на вкладке «Отзывы» (* оставляет остальное пустым) или примите там эти: опоздавший лист войдёт только с четырьмя другими.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Staying here: %n feedback sheet(s). They go when five or more enter together, so that nobody can tell which is whose. The Feedback tab of the course says what to do.</source>
        <translation>
            <numerusform>%n лист отзыва остаётся здесь: листы уходят по пять и больше сразу, чтобы нельзя было понять, чей какой. Что делать, сказано на вкладке «Отзывы» курса.</numerusform>
            <numerusform>%n листа отзывов остаются здесь: листы уходят по пять и больше сразу, чтобы нельзя было понять, чей какой. Что делать, сказано на вкладке «Отзывы» курса.</numerusform>
            <numerusform>%n листов отзывов остаются здесь: листы уходят по пять и больше сразу, чтобы нельзя было понять, чей какой. Что делать, сказано на вкладке «Отзывы» курса.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scans and logos</source>
        <translation>Сканы и логотипы</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) go with the next file.</source>
        <translation>
            <numerusform>%n скан уйдёт со следующим файлом.</numerusform>
            <numerusform>%n скана уйдут со следующим файлом.</numerusform>
            <numerusform>%n сканов уйдут со следующим файлом.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going along: %n file(s) of others, with changes that the office does not have yet.</source>
        <translation>
            <numerusform>С ним идёт %n чужой файл с изменениями, которых у офиса ещё нет.</numerusform>
            <numerusform>С ним идут %n чужих файла с изменениями, которых у офиса ещё нет.</numerusform>
            <numerusform>С ним идут %n чужих файлов с изменениями, которых у офиса ещё нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going with the next file: %n file(s) of others.</source>
        <translation>
            <numerusform>%n чужой файл уйдёт со следующим файлом.</numerusform>
            <numerusform>%n чужих файла уйдут со следующим файлом.</numerusform>
            <numerusform>%n чужих файлов уйдут со следующим файлом.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance marks</source>
        <translation>Отметки посещаемости</translation>
    </message>
    <message>
        <source>List of participants</source>
        <translation>Список участников</translation>
    </message>
    <message>
        <source>Test papers</source>
        <translation>Работы тестов</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Forms and questions</source>
        <translation>Анкеты, тесты и вопросы</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Courses and sessions</source>
        <translation>Курсы и занятия</translation>
    </message>
    <message>
        <source>Other changes</source>
        <translation>Другие изменения</translation>
    </message>
</context>
<context>
    <name>DestinationCard</name>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Другая папка…</translation>
    </message>
    <message>
        <source>No USB stick found: put one in, and it appears here by itself.</source>
        <translation>Флешка не найдена: вставьте её, и она появится здесь сама.</translation>
    </message>
    <message>
        <source>Looking for USB sticks…</source>
        <translation>Поиск флешек…</translation>
    </message>
    <message>
        <source>{free} of {size} free</source>
        <translation>свободно {free} из {size}</translation>
    </message>
    <message>
        <source>write-protected</source>
        <translation>защищена от записи</translation>
    </message>
    <message>
        <source>for e-mail or a shared folder</source>
        <translation>для почты или общей папки</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Папка на этом компьютере</translation>
    </message>
    <message>
        <source>Where to write the file that you send</source>
        <translation>Куда записать файл для отправки</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Importing the office&apos;s first file</source>
        <translation>Приём первого файла офиса</translation>
    </message>
    <message>
        <source>This is not my office…</source>
        <translation>Это не мой офис…</translation>
    </message>
    <message>
        <source>Join this office</source>
        <translation>Присоединиться к офису</translation>
    </message>
    <message>
        <source>This laptop and its office</source>
        <translation>Этот ноутбук и его офис</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Looking at the office&apos;s first file</source>
        <translation>Проверяется первый файл офиса</translation>
    </message>
    <message>
        <source>1. Ask an office to enrol this laptop</source>
        <translation>1. Попросить офис зарегистрировать ноутбук</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Записать файл…</translation>
    </message>
    <message>
        <source>Read these digits to the office by telephone</source>
        <translation>Прочитайте эти цифры офису по телефону</translation>
    </message>
    <message>
        <source>2. Import the office&apos;s first file</source>
        <translation>2. Принять первый файл офиса</translation>
    </message>
    <message>
        <source>It brings the courses, and from then on your files are encrypted for the office.</source>
        <translation>В нём курсы; после этого ваши файлы шифруются для офиса.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>3. Type the office&apos;s digits</source>
        <translation>3. Введите цифры офиса</translation>
    </message>
    <message>
        <source>As the office reads them</source>
        <translation>Как их читает офис</translation>
    </message>
    <message>
        <source>The office has six groups, counted from the left.</source>
        <translation>У офиса шесть групп, счёт слева направо.</translation>
    </message>
    <message>
        <source>It is a computer of the office that travels, {code}, and has all that the office has. The reports are under Office, in the list at the left.</source>
        <translation>Это компьютер офиса для поездок, {code}: на нём всё, что есть в офисе. Отчёты — под пунктом «Офис» в списке слева.</translation>
    </message>
    <message>
        <source>Then the file is not the office&apos;s. It is deleted here; nothing of it was imported, and nothing of yours was given out. Tell the office by telephone.</source>
        <translation>Значит, файл не от офиса. Здесь он будет удалён; из него ничего не принято, и ничего вашего не передано. Сообщите офису по телефону.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Удалить файл</translation>
    </message>
    <message>
        <source>Leave this office?</source>
        <translation>Выйти из этого офиса?</translation>
    </message>
    <message>
        <source>If it is not your office: what its file brought is taken away, and this laptop belongs to no office again. Nothing of yours is lost.</source>
        <translation>Если это не ваш офис: всё, что принёс его файл, убирается, и ноутбук снова не принадлежит никакому офису. Ничего вашего не теряется.</translation>
    </message>
    <message>
        <source>The file is deleted here</source>
        <translation>Файл здесь удалён</translation>
    </message>
    <message>
        <source>This laptop belongs to no office.</source>
        <translation>Этот ноутбук не принадлежит никакому офису.</translation>
    </message>
    <message>
        <source>The file {file} says that it comes from {office} ({code}). Call the office at a number that you know and have it read two groups of its digits. Until you have typed them, nothing of the file is imported.</source>
        <translation>В файле {file} сказано, что он от «{office}» ({code}). Позвоните в офис по известному вам номеру и попросите прочитать две группы его цифр. Пока вы их не введёте, из файла ничего не принимается.</translation>
    </message>
    <message>
        <source>The digits are not the same…</source>
        <translation>Цифры не совпадают…</translation>
    </message>
    <message>
        <source>Where to write the request to the office? The file gets its name by itself.</source>
        <translation>Куда записать запрос в офис? Имя файла программа даст сама.</translation>
    </message>
    <message>
        <source>This laptop now belongs to {office}</source>
        <translation>Теперь этот ноутбук относится к офису «{office}»</translation>
    </message>
    <message>
        <source>A small file for the office, by USB stick or e-mail. It holds no secret, and one name: yours.</source>
        <translation>Небольшой файл для офиса, на флешке или по почте. В нём нет секретов, а из имён — только ваше.</translation>
    </message>
    <message>
        <source>Its code is {code}.</source>
        <translation>Его код: {code}.</translation>
    </message>
    <message>
        <source>Are the digits not the same?</source>
        <translation>Цифры не совпадают?</translation>
    </message>
    <message>
        <source>Leave this office</source>
        <translation>Выйти из этого офиса</translation>
    </message>
    <message>
        <source>This laptop belongs to no office</source>
        <translation>Ноутбук не относится ни к какому офису</translation>
    </message>
    <message>
        <source>What the file brought is gone.</source>
        <translation>То, что принёс файл, убрано.</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сохранено и проверено: {file}</translation>
    </message>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлы этой программы (*.{ending})</translation>
    </message>
</context>
<context>
    <name>RecipientCard</name>
    <message>
        <source>Type the office&apos;s digits…</source>
        <translation>Ввести цифры офиса…</translation>
    </message>
    <message>
        <source>This is not my office…</source>
        <translation>Это не мой офис…</translation>
    </message>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Ключ восстановления офиса</translation>
    </message>
    <message>
        <source>lies on paper, always needed</source>
        <translation>хранится на бумаге, нужен всегда</translation>
    </message>
    <message>
        <source>whoever knows the passphrase</source>
        <translation>тому, кто знает парольную фразу</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Also for co-trainers</source>
        <translation>Также для тренеров-напарников</translation>
    </message>
    <message>
        <source>A file for co-trainers holds only the courses that all who are ticked teach.</source>
        <translation>В файле для напарников только те курсы, которые ведут все отмеченные.</translation>
    </message>
    <message>
        <source>Passphrase for this file</source>
        <translation>Парольная фраза для файла</translation>
    </message>
    <message>
        <source>No office is known yet. Whoever opens the file must know these words: tell them by telephone.</source>
        <translation>Офис пока не известен. Открыть файл сможет тот, кто знает эти слова: сообщите их по телефону.</translation>
    </message>
    <message>
        <source>Join an office…</source>
        <translation>Присоединиться к офису…</translation>
    </message>
    <message>
        <source>Import the office&apos;s first file</source>
        <translation>Принять первый файл офиса</translation>
    </message>
</context>
<context>
    <name>SendScreen</name>
    <message>
        <source>Send to the office</source>
        <translation>Отправка в офис</translation>
    </message>
    <message>
        <source>The file is encrypted. Only those named here can open it.</source>
        <translation>Файл зашифрован. Открыть его могут только те, кто указан здесь.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Принять файл</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>{name} on {place}. Read back and found equal. {size}, {moment}.</source>
        <translation>{name}: {place}. Файл прочитан обратно и совпал. {size}, {moment}.</translation>
    </message>
    <message>
        <source>Eject the USB stick before you pull it out.</source>
        <translation>Извлеките флешку, прежде чем вынуть.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
    <message>
        <source>Another copy…</source>
        <translation>Ещё одна копия…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Everything is at the office</source>
        <translation>Всё уже в офисе</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Отправлять пока нечего</translation>
    </message>
    <message>
        <source>First type a passphrase for the file, or have words offered.</source>
        <translation>Сначала введите парольную фразу для файла или возьмите предложенные слова.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) ready to send</source>
        <translation>
            <numerusform>%n изменение готово к отправке</numerusform>
            <numerusform>%n изменения готовы к отправке</numerusform>
            <numerusform>%n изменений готово к отправке</numerusform>
        </translation>
    </message>
    <message>
        <source>Without them nobody can open {name} ({moment}). They are kept nowhere: they stand here until you close them, send again or lock the program.</source>
        <translation>Без них {name} ({moment}) никто не откроет. Они нигде не сохранены и видны здесь, пока вы их не закроете, не отправите снова или не заблокируете программу.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of others ready to send</source>
        <translation>
            <numerusform>%n чужой файл готов к отправке</numerusform>
            <numerusform>%n чужих файла готовы к отправке</numerusform>
            <numerusform>%n чужих файлов готовы к отправке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) ready to send</source>
        <translation>
            <numerusform>%n скан готов к отправке</numerusform>
            <numerusform>%n скана готовы к отправке</numerusform>
            <numerusform>%n сканов готовы к отправке</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready for co-trainers: {courses}</source>
        <translation>Готово для напарников: {courses}</translation>
    </message>
    <message>
        <source>Put in a USB stick, or choose a folder.</source>
        <translation>Вставьте флешку или выберите папку.</translation>
    </message>
    <message>
        <source>To {whom}, on {place}.</source>
        <translation>Кому: {whom}. Куда: {place}.</translation>
    </message>
    <message>
        <source>Only this goes, from the beginning. The office still needs a file of its own.</source>
        <translation>Уйдёт только это, с самого начала. Офису всё равно нужен отдельный файл.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) sent before will be in the next file again.</source>
        <translation>
            <numerusform>%n отправленное ранее изменение снова войдёт в следующий файл.</numerusform>
            <numerusform>%n отправленных ранее изменения снова войдут в следующий файл.</numerusform>
            <numerusform>%n отправленных ранее изменений снова войдут в следующий файл.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) sent before will be in the next file again, until the office confirms.</source>
        <translation>
            <numerusform>%n отправленное ранее изменение снова войдёт в следующий файл, пока офис его не подтвердит.</numerusform>
            <numerusform>%n отправленных ранее изменения снова войдут в следующий файл, пока офис их не подтвердит.</numerusform>
            <numerusform>%n отправленных ранее изменений снова войдут в следующий файл, пока офис их не подтвердит.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new change(s) ready to send</source>
        <translation>
            <numerusform>%n новое изменение готово к отправке</numerusform>
            <numerusform>%n новых изменения готовы к отправке</numerusform>
            <numerusform>%n новых изменений готово к отправке</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new since {name}</source>
        <translation>После {name} нового нет</translation>
    </message>
    <message>
        <source>Writing the file for the office</source>
        <translation>Записывается файл для офиса</translation>
    </message>
    <message>
        <source>Write these words down: {words}</source>
        <translation>Запишите эти слова: {words}</translation>
    </message>
    <message>
        <source>Where to write the copy</source>
        <translation>Куда записать копию</translation>
    </message>
    <message>
        <source>Writing the copy</source>
        <translation>Записывается копия</translation>
    </message>
</context>
<context>
    <name>SentFilesCard</name>
    <message>
        <source>Sent</source>
        <translation>Отправленное</translation>
    </message>
    <message>
        <source>Each file holds everything since the last receipt. If one is lost, its data come with the next.</source>
        <translation>В каждом файле — всё с последнего подтверждения. Если один пропадёт, данные придут со следующим.</translation>
    </message>
    <message>
        <source>Sent files</source>
        <translation>Отправленные файлы</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Пока ничего не отправлено</translation>
    </message>
    <message>
        <source>Choose where to write above. Every file that you send is listed here with the office&apos;s answer.</source>
        <translation>Выберите выше, куда записать. Здесь появится каждый отправленный файл и ответ офиса.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменений</translation>
    </message>
    <message>
        <source>The office&apos;s answer</source>
        <translation>Ответ офиса</translation>
    </message>
    <message>
        <source>some courses only</source>
        <translation>только часть курсов</translation>
    </message>
    <message>
        <source>confirmed by the office</source>
        <translation>подтверждено офисом</translation>
    </message>
    <message>
        <source>received, not yet safe</source>
        <translation>получено, ещё не сохранено</translation>
    </message>
    <message>
        <source>went into {number}</source>
        <translation>вошло в {number}</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>ещё не подтверждён</translation>
    </message>
    <message>
        <source>waits for the office</source>
        <translation>ждёт офис</translation>
    </message>
</context>
<context>
    <name>SyncStatusRow</name>
    <message>
        <source>How far the changes have come</source>
        <translation>Как далеко дошли изменения</translation>
    </message>
</context>
</TS>
