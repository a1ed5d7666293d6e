<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AnswerPanel</name>
    <message>
        <source>The office asks</source>
        <translation>Офис просит</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Message to the office (optional)</source>
        <translation>Сообщение офису (необязательно)</translation>
    </message>
    <message>
        <source>It goes with the next file that you send.</source>
        <translation>Уйдёт со следующим вашим файлом.</translation>
    </message>
    <message>
        <source>Course {code}</source>
        <translation>Курс {code}</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>The archive lies on this disk only.</source>
        <translation>Архив лежит только на этом диске.</translation>
    </message>
    <message>
        <source>Archive on another disk: {moment}</source>
        <translation>Архив на другом диске: {moment}</translation>
    </message>
    <message>
        <source>It still holds erased data: copy anew into the same folder.</source>
        <translation>В ней ещё есть стёртые данные: скопируйте заново в ту же папку.</translation>
    </message>
    <message>
        <source>If this disk breaks, it is lost.</source>
        <translation>Если диск сломается, данные пропадут.</translation>
    </message>
    <message>
        <source>What you send to the office is kept there too.</source>
        <translation>Отправленное в офис хранится и там.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Только здесь</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Проверено</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n день назад</numerusform>
            <numerusform>%n дня назад</numerusform>
            <numerusform>%n дней назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It lacks %n file(s): copy anew.</source>
        <translation>
            <numerusform>В этой копии не хватает %n файла: скопируйте заново.</numerusform>
            <numerusform>В этой копии не хватает %n файлов: скопируйте заново.</numerusform>
            <numerusform>В этой копии не хватает %n файлов: скопируйте заново.</numerusform>
        </translation>
    </message>
    <message>
        <source>No copy on this computer yet</source>
        <translation>На этом компьютере копий ещё нет</translation>
    </message>
    <message>
        <source>Not read back</source>
        <translation>Не проверена</translation>
    </message>
    <message>
        <source>Copy anew</source>
        <translation>Обновите копию</translation>
    </message>
    <message>
        <source>On this laptop · {size}</source>
        <translation>На этом ноутбуке · {size}</translation>
    </message>
    <message>
        <source>On this computer · {size}</source>
        <translation>На этом компьютере · {size}</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервная копия</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Архив…</translation>
    </message>
</context>
<context>
    <name>CoursesTodayCard</name>
    <message>
        <source>Open</source>
        <extracomment>A button</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Today&apos;s courses</source>
        <translation>Курсы сегодня</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Все курсы</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>day {day} of {days}</source>
        <translation>день {day} из {days}</translation>
    </message>
    <message>
        <source>sessions of today marked in full: {marked} of {count}</source>
        <translation>занятий отмечено полностью: {marked} из {count}</translation>
    </message>
    <message>
        <source>no session today</source>
        <translation>сегодня занятий нет</translation>
    </message>
    <message>
        <source>No course runs today</source>
        <translation>Сегодня курсов нет</translation>
    </message>
</context>
<context>
    <name>JoinOfficeCard</name>
    <message>
        <source>Your office</source>
        <translation>Ваш офис</translation>
    </message>
    <message>
        <source>This laptop has not joined an office yet. What you record is on this laptop alone.</source>
        <translation>Этот ноутбук ещё не присоединён к офису. Всё, что вы записываете, есть только на нём.</translation>
    </message>
    <message>
        <source>The office&apos;s first file is here. It is imported once you have typed its digits.</source>
        <translation>Первый файл офиса здесь. Он будет принят, когда вы введёте цифры офиса.</translation>
    </message>
    <message>
        <source>Type the digits…</source>
        <translation>Ввести цифры…</translation>
    </message>
    <message>
        <source>Join an office…</source>
        <translation>Присоединиться к офису…</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Не нужно</translation>
    </message>
</context>
<context>
    <name>NamesLeavingCard</name>
    <message>
        <source>Safe at the office</source>
        <translation>В сохранности в офисе</translation>
    </message>
    <message>
        <source>{code}: names have left this laptop</source>
        <translation>{code}: имена удалены с этого ноутбука</translation>
    </message>
    <message>
        <source>The office has all of it, and brings it back with its next file.</source>
        <translation>В офисе есть всё; со следующим файлом имена вернутся.</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>{code}: names leave this laptop {day}</source>
        <translation>{code}: имена будут удалены с этого ноутбука {day}</translation>
    </message>
    <message>
        <source>The office has all of it, and its rule says so. It can wait a month.</source>
        <translation>В офисе есть всё, таково его правило. Можно подождать месяц.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Пока нет</translation>
    </message>
</context>
<context>
    <name>OfficeRequestsCard</name>
    <message>
        <source>asked {day}</source>
        <translation>просьба: {day}</translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n value(s) of yours</source>
        <translation>
            <numerusform>Заменено %n ваше значение</numerusform>
            <numerusform>Заменены %n ваших значения</numerusform>
            <numerusform>Заменено %n ваших значений</numerusform>
        </translation>
    </message>
    <message>
        <source>by a decision or a correction of somebody else</source>
        <translation>чужим решением или исправлением</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>From the office</source>
        <translation>От офиса</translation>
    </message>
    <message>
        <source>Not the same here and at the office: {courses}</source>
        <translation>Здесь и в офисе не одно и то же: {courses}</translation>
    </message>
    <message>
        <source>Send everything again, then import a new file from the office.</source>
        <translation>Отправьте всё заново, затем примите новый файл из офиса.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Отправить…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Новый ключ…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Выполнено…</translation>
    </message>
</context>
<context>
    <name>RecentChangesCard</name>
    <message>
        <source>Last changes</source>
        <translation>Последние изменения</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Today&apos;s sessions</source>
        <translation>Занятия сегодня</translation>
    </message>
    <message>
        <source>Print for today</source>
        <translation>Печать на сегодня</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Лист подписей</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Бейджи</translation>
    </message>
    <message>
        <source>Table cards</source>
        <translation>Настольные таблички</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>No session today</source>
        <translation>Сегодня занятий нет</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Find a person</source>
        <translation>Найти человека</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Курсов пока нет</translation>
    </message>
    <message>
        <source>The office sends courses to your laptop in a file. If there is no office, create the course here: its days, its sessions, its participants.</source>
        <translation>Офис присылает курсы на ваш ноутбук файлом. Если офиса нет, создайте курс здесь: его дни, занятия и участников.</translation>
    </message>
    <message>
        <source>Create the course here: its days, its sessions, its participants. Laptops get it with their next file.</source>
        <translation>Создайте курс здесь: его дни, занятия и участников. Ноутбуки получат его со следующим файлом.</translation>
    </message>
    <message>
        <source>Create a course</source>
        <translation>Создать курс</translation>
    </message>
    <message>
        <source>Join an office…</source>
        <translation>Присоединиться к офису…</translation>
    </message>
    <message numerus="yes">
        <source>Look at %n file(s) in the watched folder</source>
        <translation>
            <numerusform>Посмотреть %n файл в папке входящих</numerusform>
            <numerusform>Посмотреть %n файла в папке входящих</numerusform>
            <numerusform>Посмотреть %n файлов в папке входящих</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a file from the office</source>
        <translation>Принять файл из офиса</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Принять файл</translation>
    </message>
</context>
<context>
    <name>UnsentChangesCard</name>
    <message>
        <source>never sent yet</source>
        <translation>ещё не отправляли</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>с {moment}</translation>
    </message>
    <message numerus="yes">
        <source>unsent change(s)</source>
        <translation>
            <numerusform>неотправленное изменение</numerusform>
            <numerusform>неотправленных изменения</numerusform>
            <numerusform>неотправленных изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>sent {moment}</source>
        <translation>отправлено {moment}</translation>
    </message>
    <message numerus="yes">
        <source>file(s) not confirmed yet</source>
        <translation>
            <numerusform>файл ждёт подтверждения</numerusform>
            <numerusform>файла ждут подтверждения</numerusform>
            <numerusform>файлов ждут подтверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open conflict(s)</source>
        <translation>
            <numerusform>нерешённое расхождение</numerusform>
            <numerusform>нерешённых расхождения</numerusform>
            <numerusform>нерешённых расхождений</numerusform>
        </translation>
    </message>
    <message>
        <source>two trainers, two different values</source>
        <translation>два тренера, две разные записи</translation>
    </message>
    <message numerus="yes">
        <source>proposal(s) of laptops</source>
        <translation>
            <numerusform>предложение ноутбуков</numerusform>
            <numerusform>предложения ноутбуков</numerusform>
            <numerusform>предложений ноутбуков</numerusform>
        </translation>
    </message>
    <message>
        <source>agree or leave each as it is</source>
        <translation>согласитесь или оставьте как есть</translation>
    </message>
    <message numerus="yes">
        <source>pair(s) joined, yet said to be two</source>
        <translation>
            <numerusform>пара: объединены, но названы разными</numerusform>
            <numerusform>пары: объединены, но названы разными</numerusform>
            <numerusform>пар: объединены, но названы разными</numerusform>
        </translation>
    </message>
    <message>
        <source>one of the two statements is wrong</source>
        <translation>одно из двух утверждений неверно</translation>
    </message>
    <message numerus="yes">
        <source>number(s) given twice</source>
        <translation>
            <numerusform>номер в списке дан дважды</numerusform>
            <numerusform>номера в списке даны дважды</numerusform>
            <numerusform>номеров в списке даны дважды</numerusform>
        </translation>
    </message>
    <message>
        <source>two rows of one course&apos;s list</source>
        <translation>две строки списка одного курса</translation>
    </message>
    <message numerus="yes">
        <source>person(s) twice on a list</source>
        <translation>
            <numerusform>человек дважды в списке</numerusform>
            <numerusform>человека дважды в списке</numerusform>
            <numerusform>человек дважды в списке</numerusform>
        </translation>
    </message>
    <message>
        <source>one row is to be kept</source>
        <translation>нужно оставить одну строку</translation>
    </message>
    <message numerus="yes">
        <source>certificate number(s) given twice</source>
        <translation>
            <numerusform>номер сертификата дан дважды</numerusform>
            <numerusform>номера сертификатов даны дважды</numerusform>
            <numerusform>номеров сертификатов даны дважды</numerusform>
        </translation>
    </message>
    <message>
        <source>one of the two is to be replaced</source>
        <translation>один из двух нужно заменить</translation>
    </message>
    <message numerus="yes">
        <source>row(s) kept, but shown nowhere</source>
        <translation>
            <numerusform>запись сохранена, но нигде не видна</numerusform>
            <numerusform>записи сохранены, но нигде не видны</numerusform>
            <numerusform>записей сохранено, но нигде не видно</numerusform>
        </translation>
    </message>
    <message>
        <source>what they belong to is deleted or has not come</source>
        <translation>то, к чему они относятся, удалено или ещё не пришло</translation>
    </message>
    <message numerus="yes">
        <source>file(s) in the watched folder</source>
        <translation>
            <numerusform>файл в папке входящих</numerusform>
            <numerusform>файла в папке входящих</numerusform>
            <numerusform>файлов в папке входящих</numerusform>
        </translation>
    </message>
    <message>
        <source>not imported yet</source>
        <translation>ещё не приняты</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>нового нет</translation>
    </message>
    <message numerus="yes">
        <source>course(s): names to erase</source>
        <translation>
            <numerusform>курс: пора стереть имена</numerusform>
            <numerusform>курса: пора стереть имена</numerusform>
            <numerusform>курсов: пора стереть имена</numerusform>
        </translation>
    </message>
    <message>
        <source>their day has come</source>
        <translation>срок хранения истёк</translation>
    </message>
    <message numerus="yes">
        <source>request(s) for a second head</source>
        <translation>
            <numerusform>запрос второму руководителю</numerusform>
            <numerusform>запроса второму руководителю</numerusform>
            <numerusform>запросов второму руководителю</numerusform>
        </translation>
    </message>
    <message>
        <source>to erase, to revoke or to reopen</source>
        <translation>стереть, аннулировать или открыть вновь</translation>
    </message>
    <message numerus="yes">
        <source>pair(s) of people</source>
        <translation>
            <numerusform>пара людей</numerusform>
            <numerusform>пары людей</numerusform>
            <numerusform>пар людей</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps one person under two spellings</source>
        <translation>возможно, один и тот же человек</translation>
    </message>
    <message numerus="yes">
        <source>laptop(s): receipt to send back</source>
        <translation>
            <numerusform>ноутбук ждёт подтверждения</numerusform>
            <numerusform>ноутбука ждут подтверждения</numerusform>
            <numerusform>ноутбуков ждут подтверждения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>laptop(s): file due after an erasure</source>
        <translation>
            <numerusform>ноутбук ждёт файл после стирания</numerusform>
            <numerusform>ноутбука ждут файл после стирания</numerusform>
            <numerusform>ноутбуков ждут файл после стирания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>laptop(s) silent for three weeks</source>
        <translation>
            <numerusform>ноутбук три недели без файла</numerusform>
            <numerusform>ноутбука три недели без файла</numerusform>
            <numerusform>ноутбуков три недели без файла</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>course(s) ended without any mark</source>
        <translation>
            <numerusform>курс закончился без отметок</numerusform>
            <numerusform>курса закончились без отметок</numerusform>
            <numerusform>курсов закончились без отметок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>file(s) refused and set aside</source>
        <translation>
            <numerusform>файл отклонён и отложен</numerusform>
            <numerusform>файла отклонены и отложены</numerusform>
            <numerusform>файлов отклонены и отложены</numerusform>
        </translation>
    </message>
    <message>
        <source>Whom to telephone</source>
        <translation>Кому позвонить</translation>
    </message>
    <message>
        <source>Preparing the list</source>
        <translation>Подготовка списка</translation>
    </message>
    <message>
        <source>At the office</source>
        <translation>В офисе</translation>
    </message>
    <message>
        <source>To the office</source>
        <translation>В офис</translation>
    </message>
    <message>
        <source>A computer of the office, on the road: bring its file back to the office.</source>
        <translation>Компьютер офиса в поездке: привезите его файл в офис.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Принять файлы…</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>Открыть «Разбор»</translation>
    </message>
</context>
</TS>
