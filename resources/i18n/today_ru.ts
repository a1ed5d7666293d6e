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
        <source>A word to the office (optional)</source>
        <translation>Слово офису (не обязательно)</translation>
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
        <source>What you send to the office is kept there too.</source>
        <translation>Отправленное в офис хранится и там.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>No copy was made yet</source>
        <translation>Копий ещё нет</translation>
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
    <message>
        <source>On this laptop · {size}</source>
        <translation>На этом ноутбуке · {size}</translation>
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
        <source>Making a copy of the database</source>
        <translation>Создаётся копия базы данных</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
            <numerusform>Ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Что предстоит</translation>
    </message>
</context>
<context>
    <name>FromOfficeCard</name>
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
        <translation>Показать</translation>
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
        <source>Send everything again, then take in a new file from the office.</source>
        <translation>Отправьте всё заново, затем примите новый файл из офиса.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Отправить…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Выполнено…</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
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
    <name>LeavingCard</name>
    <message>
        <source>Safe at the office</source>
        <translation>В сохранности в офисе</translation>
    </message>
    <message>
        <source>{code}: names have left this laptop</source>
        <translation>{code}: имена ушли с этого ноутбука</translation>
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
        <translation>{code}: имена уйдут с этого ноутбука {day}</translation>
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
    <name>OfficeCard</name>
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
        <source>open contradiction(s)</source>
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
        <source>file(s) in the watched folder</source>
        <translation>
            <numerusform>файл в папке входящих</numerusform>
            <numerusform>файла в папке входящих</numerusform>
            <numerusform>файлов в папке входящих</numerusform>
        </translation>
    </message>
    <message>
        <source>not taken in yet</source>
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
    <message>
        <source>At the office</source>
        <translation>В офисе</translation>
    </message>
    <message>
        <source>To the office</source>
        <translation>В офис</translation>
    </message>
    <message>
        <source>Take in files</source>
        <translation>Принять файлы</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>See contradictions</source>
        <translation>К расхождениям</translation>
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
    <message numerus="yes">
        <source>Look at %n file(s) in the watched folder</source>
        <translation>
            <numerusform>Посмотреть %n файл в папке входящих</numerusform>
            <numerusform>Посмотреть %n файла в папке входящих</numerusform>
            <numerusform>Посмотреть %n файлов в папке входящих</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in a file from the office</source>
        <translation>Принять файл из офиса</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Принять файл</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>There is no course yet</source>
        <translation>Курсов пока нет</translation>
    </message>
    <message>
        <source>Day {day} of {days}</source>
        <translation>День {day} из {days}</translation>
    </message>
    <message>
        <source>Next course: {course}</source>
        <translation>Следующий курс: {course}</translation>
    </message>
    <message>
        <source>Last course: {course}</source>
        <translation>Последний курс: {course}</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
    <message>
        <source>Create the first course, or take in the file from the office</source>
        <translation>Создайте первый курс или примите файл из офиса</translation>
    </message>
    <message>
        <source>Plan the sessions of the course</source>
        <translation>Составьте расписание занятий курса</translation>
    </message>
    <message>
        <source>Take in the list of participants</source>
        <translation>Примите список участников</translation>
    </message>
    <message>
        <source>Mark session {number}</source>
        <translation>Отметьте занятие {number}</translation>
    </message>
    <message>
        <source>Finish marking session {number}: {people}</source>
        <translation>Отметьте занятие {number} до конца: {people}</translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>остался %n человек</numerusform>
            <numerusform>осталось %n человека</numerusform>
            <numerusform>осталось %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>day {day} of {days}</source>
        <translation>день {day} из {days}</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s) today: {courses}</source>
        <translation>
            <numerusform>Сегодня %n курс: {courses}</numerusform>
            <numerusform>Сегодня %n курса: {courses}</numerusform>
            <numerusform>Сегодня %n курсов: {courses}</numerusform>
        </translation>
    </message>
    <message>
        <source>Session {number} begins at {time}</source>
        <translation>Занятие {number} начнётся в {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) to decide</source>
        <translation>
            <numerusform>%n расхождение ждёт решения</numerusform>
            <numerusform>%n расхождения ждут решения</numerusform>
            <numerusform>%n расхождений ждут решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting in the watched folder</source>
        <translation>
            <numerusform>%n файл ждёт в папке входящих</numerusform>
            <numerusform>%n файла ждут в папке входящих</numerusform>
            <numerusform>%n файлов ждут в папке входящих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Names of %n course(s) are to be erased: their day has come</source>
        <translation>
            <numerusform>Пора стереть имена %n курса: срок хранения истёк</numerusform>
            <numerusform>Пора стереть имена %n курсов: срок хранения истёк</numerusform>
            <numerusform>Пора стереть имена %n курсов: срок хранения истёк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) can be issued</source>
        <translation>
            <numerusform>Можно выдать %n сертификат</numerusform>
            <numerusform>Можно выдать %n сертификата</numerusform>
            <numerusform>Можно выдать %n сертификатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send today&apos;s work to the office: %n change(s)</source>
        <translation>
            <numerusform>Отправьте работу дня в офис: %n изменение</numerusform>
            <numerusform>Отправьте работу дня в офис: %n изменения</numerusform>
            <numerusform>Отправьте работу дня в офис: %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits. Have a good day!</source>
        <translation>Срочных дел нет. Хорошего дня!</translation>
    </message>
    <message>
        <source>Create a course</source>
        <translation>Создать курс</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Составить расписание</translation>
    </message>
    <message>
        <source>Take in the list</source>
        <translation>Принять список</translation>
    </message>
    <message>
        <source>Go on marking</source>
        <translation>Продолжить отметки</translation>
    </message>
    <message>
        <source>Start marking</source>
        <translation>Начать отметки</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>Открыть занятие</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Открыть список</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Разобрать</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Следующий шаг</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Занятие {number}</translation>
    </message>
    <message>
        <source>to {time}</source>
        <translation>до {time}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Marked in full</source>
        <translation>Отмечены все</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Counts for nobody</source>
        <translation>Никому не засчитывается</translation>
    </message>
    <message>
        <source>{done} of {whole} marked</source>
        <translation>отмечено {done} из {whole}</translation>
    </message>
    <message numerus="yes">
        <source>%n on the list</source>
        <translation>
            <numerusform>в списке %n человек</numerusform>
            <numerusform>в списке %n человека</numerusform>
            <numerusform>в списке %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} present</source>
        <translation>{count} здесь</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} опозд.</translation>
    </message>
    <message>
        <source>{count} excused</source>
        <translation>{count} уваж.</translation>
    </message>
    <message>
        <source>{count} absent</source>
        <translation>{count} нет</translation>
    </message>
    <message>
        <source>{count} marked by a newer version</source>
        <translation>{count} отмечены новой версией</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Rest present</source>
        <translation>Остальные здесь</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>Все здесь</translation>
    </message>
    <message>
        <source>Open and mark one by one</source>
        <translation>Открыть и отмечать по одному</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) missing from earlier days</source>
        <translation>
            <numerusform>Не хватает %n отметки за прошлые дни</numerusform>
            <numerusform>Не хватает %n отметок за прошлые дни</numerusform>
            <numerusform>Не хватает %n отметок за прошлые дни</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Дополнить</translation>
    </message>
    <message numerus="yes">
        <source>%n signed sheet(s) to compare</source>
        <translation>
            <numerusform>%n подписанный лист нужно сверить</numerusform>
            <numerusform>%n подписанных листа нужно сверить</numerusform>
            <numerusform>%n подписанных листов нужно сверить</numerusform>
        </translation>
    </message>
    <message>
        <source>who signed, who was marked present</source>
        <translation>кто расписался, кто отмечен</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сверить</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of tomorrow clash</source>
        <translation>
            <numerusform>%n занятие завтра пересекается с другим</numerusform>
            <numerusform>%n занятия завтра пересекаются с другими</numerusform>
            <numerusform>%n занятий завтра пересекаются с другими</numerusform>
        </translation>
    </message>
    <message>
        <source>a trainer or a room is needed twice</source>
        <translation>тренер или аудитория нужны дважды</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of tomorrow without a trainer</source>
        <translation>
            <numerusform>%n занятие завтра без тренера</numerusform>
            <numerusform>%n занятия завтра без тренера</numerusform>
            <numerusform>%n занятий завтра без тренера</numerusform>
        </translation>
    </message>
    <message>
        <source>say who teaches</source>
        <translation>укажите, кто ведёт</translation>
    </message>
    <message>
        <source>Open the schedule</source>
        <translation>Открыть расписание</translation>
    </message>
    <message>
        <source>no absence, but no minutes either</source>
        <translation>не отсутствие, но и минут не даёт</translation>
    </message>
    <message>
        <source>replace them, or decide by hand and say why</source>
        <translation>замените или решите вручную с указанием причины</translation>
    </message>
    <message>
        <source>{checked} of {names} names checked</source>
        <translation>сверено имён: {checked} из {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s) with a name only</source>
        <translation>
            <numerusform>%n пришедший без списка — только имя</numerusform>
            <numerusform>%n пришедших без списка — только имена</numerusform>
            <numerusform>%n пришедших без списка — только имена</numerusform>
        </translation>
    </message>
    <message>
        <source>sex, rank and unit are still missing</source>
        <translation>нет пола, звания и подразделения</translation>
    </message>
    <message numerus="yes">
        <source>Sex not known: %n</source>
        <translation>
            <numerusform>Пол не указан: %n человек</numerusform>
            <numerusform>Пол не указан: %n человека</numerusform>
            <numerusform>Пол не указан: %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pre-tests missing: %n</source>
        <translation>
            <numerusform>Нет входного теста: %n человек</numerusform>
            <numerusform>Нет входного теста: %n человека</numerusform>
            <numerusform>Нет входного теста: %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Post-tests missing: %n</source>
        <translation>
            <numerusform>Нет итогового теста: %n человек</numerusform>
            <numerusform>Нет итогового теста: %n человека</numerusform>
            <numerusform>Нет итогового теста: %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Feedback is not keyed in yet: %n on the list</source>
        <translation>
            <numerusform>Отзывы ещё не введены: %n человек в списке</numerusform>
            <numerusform>Отзывы ещё не введены: %n человека в списке</numerusform>
            <numerusform>Отзывы ещё не введены: %n человек в списке</numerusform>
        </translation>
    </message>
    <message>
        <source>the sheets are anonymous, only counts are kept</source>
        <translation>анкеты анонимны, хранятся только числа</translation>
    </message>
    <message>
        <source>the report counts them apart</source>
        <translation>отчёт считает их отдельно</translation>
    </message>
    <message numerus="yes">
        <source>Certificates that no longer fit the figures: %n</source>
        <translation>
            <numerusform>Сертификаты, не соответствующие данным: %n</numerusform>
            <numerusform>Сертификаты, не соответствующие данным: %n</numerusform>
            <numerusform>Сертификаты, не соответствующие данным: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without Latin spelling</source>
        <translation>
            <numerusform>%n имя без латинского написания</numerusform>
            <numerusform>%n имени без латинского написания</numerusform>
            <numerusform>%n имён без латинского написания</numerusform>
        </translation>
    </message>
    <message>
        <source>people see their names before printing</source>
        <translation>участники видят свои имена до печати</translation>
    </message>
    <message>
        <source>Check names</source>
        <translation>Проверить имена</translation>
    </message>
    <message>
        <source>without it no gain can be shown</source>
        <translation>без него не показать прирост знаний</translation>
    </message>
    <message>
        <source>Key in</source>
        <translation>Ввести</translation>
    </message>
    <message>
        <source>the certificate of completion depends on it</source>
        <translation>от него зависит сертификат</translation>
    </message>
    <message>
        <source>print them before the ceremony</source>
        <translation>напечатайте их до церемонии</translation>
    </message>
</context>
</TS>
