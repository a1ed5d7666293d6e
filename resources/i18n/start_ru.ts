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
        <source>From the file that “Backup for a stick” wrote, on this or another laptop.</source>
        <translation>Из файла, записанного «Копией на флешку» на этом или другом ноутбуке.</translation>
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
        <source>With the paper key</source>
        <translation>Бумажным ключом</translation>
    </message>
    <message>
        <source>How to open it</source>
        <translation>Чем открыть</translation>
    </message>
    <message>
        <source>The office&apos;s paper key</source>
        <translation>Бумажный ключ офиса</translation>
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
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>Не меньше %n знака</numerusform>
            <numerusform>Не меньше %n знаков</numerusform>
            <numerusform>Не меньше %n знаков</numerusform>
        </translation>
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
        <source>Choose a file</source>
        <translation>Выберите файл</translation>
    </message>
    <message>
        <source>Backups of this program (*{ending})</source>
        <translation>Резервные копии этой программы (*{ending})</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>The clock says {now}. Is that right?</source>
        <translation>Часы показывают: {now}. Это верно?</translation>
    </message>
    <message>
        <source>The last change here was on {last}. {how} Everything is kept either way.</source>
        <translation>Последнее изменение здесь: {last}. {how} В любом случае всё сохранено.</translation>
    </message>
    <message>
        <source>The clock says {now}, which is before the last change</source>
        <translation>Часы показывают {now}: раньше последнего изменения</translation>
    </message>
    <message>
        <source>The last change here is dated {last}. {how} Nothing is lost, whichever is wrong.</source>
        <translation>Последнее изменение здесь датировано: {last}. {how} Что бы ни было неверно, ничего не потеряно.</translation>
    </message>
    <message>
        <source>The date is right</source>
        <translation>Дата верна</translation>
    </message>
    <message>
        <source>To correct it: right-click the clock at the bottom right, “Adjust date and time”.</source>
        <translation>Исправить: правой кнопкой по часам справа внизу, «Настроить дату и время».</translation>
    </message>
    <message>
        <source>To correct it: the system&apos;s settings, “Date and time”.</source>
        <translation>Исправить: настройки системы, «Дата и время».</translation>
    </message>
    <message>
        <source>The clock was set back</source>
        <translation>Часы перевели назад</translation>
    </message>
    <message>
        <source>It said {before} and now says {now}. If that was a correction, nothing needs to be done; otherwise: {how} Everything recorded is kept in its order.</source>
        <translation>Было {before}, теперь {now}. Если это исправление, делать ничего не нужно; иначе: {how} Всё записанное сохранено в своём порядке.</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
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
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>It stands beside everything you record.</source>
        <translation>Оно стоит рядом с каждой вашей записью.</translation>
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
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Names of police officers are kept encrypted. Without the passphrase nobody can read them, and nobody can restore it: choose one you remember.</source>
        <translation>Имена сотрудников милиции хранятся зашифрованными. Без парольной фразы их никто не прочтёт, и восстановить её нельзя: выберите ту, что запомните.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Восстановить копию…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минутку…</translation>
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
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>Не меньше %n знака</numerusform>
            <numerusform>Не меньше %n знаков</numerusform>
            <numerusform>Не меньше %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Фразы не совпадают</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Показать парольную фразу</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>The office&apos;s paper key</source>
        <translation>Бумажный ключ офиса</translation>
    </message>
    <message>
        <source>It opens everything if this computer or the passphrase is lost. It is shown only now: print it, put it into an envelope and lock it away, not beside the computer.</source>
        <translation>Он откроет всё, если пропадёт этот компьютер или парольная фраза. Показывается только сейчас: напечатайте, положите в конверт и заприте, но не рядом с компьютером.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Запасной ключ</translation>
    </message>
    <message>
        <source>Stand-by key</source>
        <translation>Сменный ключ</translation>
    </message>
    <message>
        <source>It takes over if the office&apos;s own key is stolen.</source>
        <translation>Заменит ключ офиса, если тот украдут.</translation>
    </message>
    <message>
        <source>The office&apos;s digits</source>
        <translation>Цифры офиса</translation>
    </message>
    <message>
        <source>Trainers compare them by telephone. Not secret.</source>
        <translation>Тренеры сверяют их по телефону. Не секрет.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Save to a stick</source>
        <translation>Сохранить на флешку</translation>
    </message>
    <message numerus="yes">
        <source>Type the last %n letters of the recovery key from the paper</source>
        <translation>
            <numerusform>Введите с бумаги последний %n знак запасного ключа</numerusform>
            <numerusform>Введите с бумаги последние %n знака запасного ключа</numerusform>
            <numerusform>Введите с бумаги последние %n знаков запасного ключа</numerusform>
        </translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ключ у меня</translation>
    </message>
    <message>
        <source>Office code: {code}</source>
        <translation>Код офиса: {code}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Отправлено на принтер</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сохранено и проверено: {file}</translation>
    </message>
    <message>
        <source>Close before the key is kept?</source>
        <translation>Закрыть, не сохранив ключ?</translation>
    </message>
    <message>
        <source>It will not be shown again. If the passphrase is lost later, nothing opens the data.</source>
        <translation>Он больше не будет показан. Если потом забыть парольную фразу, данные ничем не открыть.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message>
        <source>That is not the end of the key. Look at the paper again.</source>
        <translation>Это не конец ключа. Посмотрите на бумагу ещё раз.</translation>
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
        <source>Read are: the damaged database page by page, {copies}, the files that were taken in.</source>
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
        <source>Use a backup from a stick…</source>
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
    <name>StrengthHint</name>
    <message>
        <source>Four words that only you would put together are best</source>
        <translation>Лучше всего четыре слова, которые вместе соберёте только вы</translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters</source>
        <translation>
            <numerusform>Коротко: не меньше %n знака</numerusform>
            <numerusform>Коротко: не меньше %n знаков</numerusform>
            <numerusform>Коротко: не меньше %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: add words</source>
        <translation>Слабая: добавьте слова</translation>
    </message>
    <message>
        <source>Fair: one more word makes it strong</source>
        <translation>Средняя: ещё одно слово сделает её надёжной</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Надёжная</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
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
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Закрыть программу</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
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
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
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
        <source>Data folder: {path}</source>
        <translation>Папка с данными: {path}</translation>
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
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Keyboard: {language}</source>
        <translation>Клавиатура: {language}</translation>
    </message>
</context>
</TS>
