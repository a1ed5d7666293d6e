<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
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
