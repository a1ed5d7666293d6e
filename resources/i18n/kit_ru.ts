<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Navigation and page</source>
        <translation>Между меню слева и страницей</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Найти человека</translation>
    </message>
    <message>
        <source>Find people, courses, certificates, commands</source>
        <translation>Найти человека, курс, сертификат, команду</translation>
    </message>
    <message>
        <source>New: what the page makes</source>
        <translation>Создать новое на этой странице</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Read the page anew</source>
        <translation>Обновить страницу</translation>
    </message>
    <message>
        <source>Lock the program</source>
        <translation>Заблокировать программу</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Закрыть программу</translation>
    </message>
</context>
<context>
    <name>AttendanceWording</name>
    <message>
        <source>present</source>
        <translation>присутствие</translation>
    </message>
    <message>
        <source>late</source>
        <translation>опоздание</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>по уважительной причине</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>отсутствие</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>без отметки</translation>
    </message>
    <message>
        <source>Day {number} · {date}</source>
        <translation>День {number} · {date}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Занятие {number}</translation>
    </message>
    <message>
        <source>from day {number}</source>
        <translation>со дня {number}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>cancelled: {reason}</source>
        <translation>отменено: {reason}</translation>
    </message>
    <message>
        <source>not on the list yet</source>
        <translation>ещё не в списке</translation>
    </message>
    <message>
        <source>marked in a way that only a newer version of the program can show</source>
        <translation>отмечено так, как может показать только более новая версия программы</translation>
    </message>
    <message>
        <source>newer version</source>
        <comment>legend: a mark that only a newer version can show</comment>
        <translation>новая версия</translation>
    </message>
    <message>
        <source>has left</source>
        <comment>tag in the grid</comment>
        <translation>выбыл(а)</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number} from session {session}</source>
        <translation>замена: №&#xa0;{number} с занятия {session}</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number}</source>
        <translation>замена: №&#xa0;{number}</translation>
    </message>
    <message>
        <source>not expected from session {session}</source>
        <translation>с занятия {session} не ожидается</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>выбыл(а)</translation>
    </message>
    <message>
        <source>Session {number} has not begun</source>
        <translation>Занятие {number} ещё не началось</translation>
    </message>
    <message>
        <source>It begins on {when}. Mark everybody without a mark present all the same?</source>
        <translation>Оно начнётся {when}. Всё равно отметить всех без отметки присутствующими?</translation>
    </message>
    <message>
        <source>in place of No.&#xa0;{number}</source>
        <translation>вместо №&#xa0;{number}</translation>
    </message>
    <message>
        <source>It begins on {when}. Mark {name} already now? For the others in this session it is not asked again.</source>
        <translation>Оно начнётся {when}. Отметить уже сейчас: {name}? Об остальных на этом занятии вопроса не будет.</translation>
    </message>
    <message>
        <source>Mark present</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Mark already now</source>
        <translation>Отметить сейчас</translation>
    </message>
    <message>
        <source>not held yet</source>
        <translation>занятия ещё не было</translation>
    </message>
    <message>
        <source>{minutes} min late</source>
        <translation>опоздание {minutes}&#xa0;мин</translation>
    </message>
    <message>
        <source>left {minutes} min early</source>
        <translation>ранний уход на {minutes}&#xa0;мин</translation>
    </message>
    <message>
        <source>locked: {by}</source>
        <translation>заперто: {by}</translation>
    </message>
    <message>
        <source>from session {number}</source>
        <translation>с занятия {number}</translation>
    </message>
    <message>
        <source>the same person as No.&#xa0;{number}</source>
        <translation>тот же человек, что и №&#xa0;{number}</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>приход в {time}</translation>
    </message>
    <message>
        <source>marked in the row of No.&#xa0;{number}</source>
        <translation>отметка из строки №&#xa0;{number}</translation>
    </message>
    <message>
        <source>share of the whole course {percent}</source>
        <translation>доля за весь курс {percent}</translation>
    </message>
    <message>
        <source>share so far {percent}</source>
        <translation>доля на сегодня {percent}</translation>
    </message>
    <message>
        <source>for the certificate {percent}</source>
        <translation>для сертификата {percent}</translation>
    </message>
    <message>
        <source>{came} of {expected} came</source>
        <translation>пришли {came} из {expected}</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not on the list any more</source>
        <translation>
            <numerusform>%n уже не в списке</numerusform>
            <numerusform>%n уже не в списке</numerusform>
            <numerusform>%n уже не в списке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s)</source>
        <translation>
            <numerusform>%n без записи</numerusform>
            <numerusform>%n без записи</numerusform>
            <numerusform>%n без записи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked</source>
        <translation>
            <numerusform>%n не отмечен</numerusform>
            <numerusform>%n не отмечены</numerusform>
            <numerusform>%n не отмечено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from a newer version</source>
        <translation>
            <numerusform>%n из новой версии</numerusform>
            <numerusform>%n из новой версии</numerusform>
            <numerusform>%n из новой версии</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than on paper</source>
        <translation>
            <numerusform>отмечено на %n больше</numerusform>
            <numerusform>отмечено на %n больше</numerusform>
            <numerusform>отмечено на %n больше</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than on paper</source>
        <translation>
            <numerusform>отмечено на %n меньше</numerusform>
            <numerusform>отмечено на %n меньше</numerusform>
            <numerusform>отмечено на %n меньше</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees with the paper</source>
        <translation>сходится с бумагой</translation>
    </message>
    <message>
        <source>{percent} of all held sessions, as for the certificate</source>
        <translation>{percent} всех проведённых занятий, как для сертификата</translation>
    </message>
    <message>
        <source>So far {percent}: only sessions in which there is a mark count</source>
        <translation>На сегодня {percent}: считаются только занятия с отметкой</translation>
    </message>
    <message>
        <source>For the certificate {percent}: all held sessions count, also those without a mark</source>
        <translation>Для сертификата {percent}: считаются все проведённые занятия, и те, где нет отметки</translation>
    </message>
    <message>
        <source>On the list, not marked yet: a letter marks the person, Ins adds the next one</source>
        <translation>В списке, ещё без отметки: буква отметит участника, Ins добавит следующего</translation>
    </message>
    <message>
        <source>two laptops recorded different marks</source>
        <translation>на двух ноутбуках разные отметки</translation>
    </message>
    <message>
        <source>remark: {text}</source>
        <translation>примечание: {text}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>заперто</translation>
    </message>
</context>
<context>
    <name>BackupComparison</name>
    <message>
        <source>In the copy</source>
        <translation>В копии</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Здесь сейчас</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Changes in all</source>
        <translation>Всего изменений</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be put back.</source>
        <translation>Эта копия повреждена, восстановить данные из неё нельзя.</translation>
    </message>
    <message>
        <source>Checked: every row of the copy agrees with its journal.</source>
        <translation>Проверено: каждая строка копии сходится с журналом.</translation>
    </message>
    <message>
        <source>Nothing that is here now is missing in the copy.</source>
        <translation>В копии есть всё, что есть здесь сейчас.</translation>
    </message>
    <message numerus="yes">
        <source>Would come back: %n change(s) that only the copy has.</source>
        <translation>
            <numerusform>Вернётся %n изменение, которое есть только в копии.</numerusform>
            <numerusform>Вернутся %n изменения, которые есть только в копии.</numerusform>
            <numerusform>Вернутся %n изменений, которые есть только в копии.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in the copy: %n anonymous sheet(s) that waited then.</source>
        <translation>
            <numerusform>Нет в копии: %n анонимный лист, ожидавший тогда.</numerusform>
            <numerusform>Нет в копии: %n анонимных листа, ожидавших тогда.</numerusform>
            <numerusform>Нет в копии: %n анонимных листов, ожидавших тогда.</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates printed since then stay valid on paper, but this computer forgets them. Their numbers are not given a second time.</source>
        <translation>Сертификаты, напечатанные позже, остаются в силе на бумаге, но компьютер о них забудет. Их номера второй раз не выдаются.</translation>
    </message>
    <message>
        <source>Enter them again from paper, or have them filled in again.</source>
        <translation>Введите их снова с бумаги или попросите заполнить ещё раз.</translation>
    </message>
    <message numerus="yes">
        <source>Not in the copy: %n change(s) made since then</source>
        <translation>
            <numerusform>В копии нет %n изменения, сделанного после неё</numerusform>
            <numerusform>В копии нет %n изменений, сделанных после неё</numerusform>
            <numerusform>В копии нет %n изменений, сделанных после неё</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Safe at the office: %n change(s). They come back with its next file.</source>
        <translation>
            <numerusform>В офисе сохранено %n изменение. Оно вернётся с его следующим файлом.</numerusform>
            <numerusform>В офисе сохранены %n изменения. Они вернутся с его следующим файлом.</numerusform>
            <numerusform>В офисе сохранено %n изменений. Они вернутся с его следующим файлом.</numerusform>
        </translation>
    </message>
    <message>
        <source>attendance marks</source>
        <translation>отметки посещаемости</translation>
    </message>
    <message>
        <source>The sheets that wait on this computer now stay.</source>
        <translation>Листы, которые ждут на этом компьютере сейчас, останутся.</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>участники</translation>
    </message>
    <message>
        <source>tests and feedback</source>
        <translation>тесты и отзывы</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>сертификаты</translation>
    </message>
    <message>
        <source>other</source>
        <translation>прочее</translation>
    </message>
</context>
<context>
    <name>BackupNotice</name>
    <message>
        <source>{size}, encrypted, on this disk: {folder}. Another disk: Settings.</source>
        <translation>{size}, зашифровано, на этом же диске: {folder}. На другой диск: «Настройки».</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Making a copy of the database</source>
        <translation>Создаётся копия базы данных</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Checking the evidence</source>
        <translation>Проверка материалов</translation>
    </message>
    <message>
        <source>Check evidence</source>
        <translation>Проверить материалы</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the encrypted file with the passphrase</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Парольная фраза файла</translation>
    </message>
    <message>
        <source>Save what was found…</source>
        <translation>Сохранить итог…</translation>
    </message>
    <message>
        <source>whole and signed</source>
        <translation>цела и подписана</translation>
    </message>
    <message>
        <source>not as it was signed</source>
        <translation>не такая, как была подписана</translation>
    </message>
</context>
<context>
    <name>CoursePapers</name>
    <message>
        <source>Look at this before you print</source>
        <translation>Посмотрите это перед печатью</translation>
    </message>
</context>
<context>
    <name>DestinationField</name>
    <message>
        <source>Put in a USB stick, or choose a folder.</source>
        <translation>Вставьте флешку или выберите папку.</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Папка…</translation>
    </message>
    <message>
        <source>No USB stick: put one in</source>
        <translation>Флешки нет: вставьте её</translation>
    </message>
    <message>
        <source>Looking for USB sticks…</source>
        <translation>Поиск флешек…</translation>
    </message>
    <message>
        <source>Where to write: {what}</source>
        <translation>Куда записать: {what}</translation>
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
    <name>DueWording</name>
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
        <source>Create the first course, or import the file from the office</source>
        <translation>Создайте первый курс или примите файл из офиса</translation>
    </message>
    <message>
        <source>Plan the sessions of the course</source>
        <translation>Составьте расписание занятий курса</translation>
    </message>
    <message>
        <source>Import the list of participants</source>
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
        <source>%n conflict(s) to decide</source>
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
        <source>Nothing is due. Have a good day!</source>
        <translation>Срочных дел нет. Хорошего дня!</translation>
    </message>
    <message numerus="yes">
        <source>To decide in Review: %n</source>
        <translation>
            <numerusform>Решить (раздел «Разбор»): %n</numerusform>
            <numerusform>Решить (раздел «Разбор»): %n</numerusform>
            <numerusform>Решить (раздел «Разбор»): %n</numerusform>
        </translation>
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
        <source>Import the list</source>
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
        <extracomment>A button: opens the screen where conflicts are decided</extracomment>
        <translation>Разбор</translation>
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
    <message numerus="yes">
        <source>%n of them not on the list any more</source>
        <translation>
            <numerusform>%n уже не в списке</numerusform>
            <numerusform>%n уже не в списке</numerusform>
            <numerusform>%n уже не в списке</numerusform>
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
        <extracomment>A button</extracomment>
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
        <source>they are over; look yourself into %n older one(s)</source>
        <translation>
            <numerusform>они прошли; в %n более старый загляните сами</numerusform>
            <numerusform>они прошли; в %n более старых загляните сами</numerusform>
            <numerusform>они прошли; в %n более старых загляните сами</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be closed: %n course(s)</source>
        <translation>
            <numerusform>Пора закрыть: %n курс</numerusform>
            <numerusform>Пора закрыть: %n курса</numerusform>
            <numerusform>Пора закрыть: %n курсов</numerusform>
        </translation>
    </message>
    <message>
        <source>they are over; each course says what is left</source>
        <translation>они прошли; каждый курс говорит, что осталось</translation>
    </message>
    <message numerus="yes">
        <source>To be approved: %n course(s)</source>
        <translation>
            <numerusform>Пора утвердить: %n курс</numerusform>
            <numerusform>Пора утвердить: %n курса</numerusform>
            <numerusform>Пора утвердить: %n курсов</numerusform>
        </translation>
    </message>
    <message>
        <source>they are closed; the office keeps their figures</source>
        <translation>они закрыты; офис сохранит их показатели</translation>
    </message>
    <message numerus="yes">
        <source>Write files for %n laptop(s): the receipt goes back with them</source>
        <translation>
            <numerusform>Запишите файл для %n ноутбука: с ним уйдёт подтверждение</numerusform>
            <numerusform>Запишите файлы для %n ноутбуков: с ними уйдёт подтверждение</numerusform>
            <numerusform>Запишите файлы для %n ноутбуков: с ними уйдёт подтверждение</numerusform>
        </translation>
    </message>
    <message>
        <source>no trainer is named in the course: no file will bring them</source>
        <translation>тренер курса не указан: ни один файл их не принесёт</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) missing from earlier days</source>
        <extracomment>A button, a verb: fill in what is missing</extracomment>
        <translation>
            <numerusform>Не хватает %n отметки за прошлые дни</numerusform>
            <numerusform>Не хватает %n отметок за прошлые дни</numerusform>
            <numerusform>Не хватает %n отметок за прошлые дни</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <extracomment>A button, a verb: fill in what is missing</extracomment>
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
        <translation>Сравнить</translation>
    </message>
    <message numerus="yes">
        <source>Opened again and not locked: %n session(s)</source>
        <translation>
            <numerusform>Открыто снова и не заперто: %n занятие</numerusform>
            <numerusform>Открыто снова и не заперто: %n занятия</numerusform>
            <numerusform>Открыто снова и не заперто: %n занятий</numerusform>
        </translation>
    </message>
    <message>
        <source>marks can be changed there until it is locked</source>
        <translation>отметки там можно менять, пока его не запрут</translation>
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
        <source>two laptops wrote different things about this course</source>
        <translation>два ноутбука записали об этом курсе разное</translation>
    </message>
    <message numerus="yes">
        <source>Wishes of laptops that wait for the office: %n</source>
        <translation>
            <numerusform>Предложения ноутбуков, ждущие офиса: %n</numerusform>
            <numerusform>Предложения ноутбуков, ждущие офиса: %n</numerusform>
            <numerusform>Предложения ноутбуков, ждущие офиса: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>agree or leave each as it is</source>
        <translation>согласитесь или оставьте как есть</translation>
    </message>
    <message numerus="yes">
        <source>Names for certificates not checked: %n</source>
        <translation>
            <numerusform>Имена для сертификатов не сверены: %n</numerusform>
            <numerusform>Имена для сертификатов не сверены: %n</numerusform>
            <numerusform>Имена для сертификатов не сверены: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days without a scan of the signed sheet: %n</source>
        <translation>
            <numerusform>Дни без скана листа с подписями: %n</numerusform>
            <numerusform>Дни без скана листа с подписями: %n</numerusform>
            <numerusform>Дни без скана листа с подписями: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>attach it beside the sheet</source>
        <translation>приложите его рядом с листом</translation>
    </message>
    <message numerus="yes">
        <source>Numbers given twice: %n</source>
        <translation>
            <numerusform>Номера, данные дважды: %n</numerusform>
            <numerusform>Номера, данные дважды: %n</numerusform>
            <numerusform>Номера, данные дважды: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one row gets a new one</source>
        <translation>одна строка получит новый</translation>
    </message>
    <message numerus="yes">
        <source>On the list twice: %n</source>
        <translation>
            <numerusform>Дважды в списке: %n</numerusform>
            <numerusform>Дважды в списке: %n</numerusform>
            <numerusform>Дважды в списке: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one row of each person is to be kept</source>
        <translation>оставить одну строку на человека</translation>
    </message>
    <message numerus="yes">
        <source>Pairs of people who may be one: %n</source>
        <translation>
            <numerusform>Пары, возможно один человек: %n</numerusform>
            <numerusform>Пары, возможно один человек: %n</numerusform>
            <numerusform>Пары, возможно один человек: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>say whether they are the same person</source>
        <translation>скажите, один ли это человек</translation>
    </message>
    <message numerus="yes">
        <source>Certificates that no longer fit: %n</source>
        <translation>
            <numerusform>Сертификаты, которые больше не соответствуют: %n</numerusform>
            <numerusform>Сертификаты, которые больше не соответствуют: %n</numerusform>
            <numerusform>Сертификаты, которые больше не соответствуют: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>figures, names, ranks or days have changed; issue them anew</source>
        <translation>изменились результаты, имена, звания или дни; выдайте заново</translation>
    </message>
    <message numerus="yes">
        <source>Feedback sheets missing: %n</source>
        <translation>
            <numerusform>Не хватает листов отзывов: %n</numerusform>
            <numerusform>Не хватает листов отзывов: %n</numerusform>
            <numerusform>Не хватает листов отзывов: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the schedule</source>
        <translation>Открыть расписание</translation>
    </message>
    <message>
        <source>no absence, but no minutes either</source>
        <translation>отсутствием не считается, но и минут не прибавляет</translation>
    </message>
    <message numerus="yes">
        <source>The course&apos;s days differ from those of its sessions by %n day(s)</source>
        <translation>
            <numerusform>Даты курса расходятся с днями занятий на %n день</numerusform>
            <numerusform>Даты курса расходятся с днями занятий на %n дня</numerusform>
            <numerusform>Даты курса расходятся с днями занятий на %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>certificates print the days of the course</source>
        <translation>в сертификатах — даты курса</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Изменить курс</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) missing: who completes may still change</source>
        <translation>
            <numerusform>Не хватает %n отметки: итог может измениться</numerusform>
            <numerusform>Не хватает %n отметок: итог может измениться</numerusform>
            <numerusform>Не хватает %n отметок: итог может измениться</numerusform>
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
        <source>Off the list, but marked present: %n</source>
        <translation>
            <numerusform>Выбыли из списка, но отмечены присутствующими: %n</numerusform>
            <numerusform>Выбыли из списка, но отмечены присутствующими: %n</numerusform>
            <numerusform>Выбыли из списка, но отмечены присутствующими: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>put them back on the list, or correct the marks</source>
        <translation>верните их в список или исправьте отметки</translation>
    </message>
    <message>
        <source>the end of a name is missing; papers print it so</source>
        <translation>конца имени не хватает; так оно и напечатается</translation>
    </message>
    <message numerus="yes">
        <source>Names cut off: %n</source>
        <extracomment>A button, a verb: fill in what is missing</extracomment>
        <translation>
            <numerusform>Обрезанные имена: %n</numerusform>
            <numerusform>Обрезанные имена: %n</numerusform>
            <numerusform>Обрезанные имена: %n</numerusform>
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
        <source>%n feedback sheet(s) waiting to be added</source>
        <translation>
            <numerusform>%n лист отзывов ещё не принят</numerusform>
            <numerusform>%n листа отзывов ещё не приняты</numerusform>
            <numerusform>%n листов отзывов ещё не приняты</numerusform>
        </translation>
    </message>
    <message>
        <source>they wait for each other, or are not finished</source>
        <translation>ждут друг друга или не закончены</translation>
    </message>
    <message>
        <source>the sheets are anonymous, only counts are kept</source>
        <translation>анкеты анонимны, хранятся только числа</translation>
    </message>
    <message>
        <source>the report counts them apart</source>
        <translation>отчёт считает их отдельно</translation>
    </message>
    <message>
        <source>{checked} of {names} names for certificates checked</source>
        <translation>сверено имён для сертификатов: {checked} из {names}</translation>
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
        <translation>Сверить имена</translation>
    </message>
    <message numerus="yes">
        <source>Known by name only: %n</source>
        <translation>
            <numerusform>Известно только имя: %n</numerusform>
            <numerusform>Известно только имя: %n</numerusform>
            <numerusform>Известно только имя: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>without it no gain can be shown</source>
        <translation>без него не показать прирост знаний</translation>
    </message>
    <message>
        <source>Enter</source>
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
<context>
    <name>ErasureForm</name>
    <message>
        <source>It is kept with the record. Write no names in it.</source>
        <translation>Хранится вместе с записью. Не пишите здесь имён.</translation>
    </message>
    <message>
        <source>Below you give the reason and confirm; only then the button works.</source>
        <translation>Ниже укажите причину и подтвердите: только после этого кнопка заработает.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Free some space on this disk. It is finished at the next start of the program.</source>
        <translation>Освободите место на диске. Работа завершится при следующем запуске программы.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Evidence…</source>
        <translation>Материалы…</translation>
    </message>
    <message>
        <source>One signed folder for an auditor: of a course, or of a random sample</source>
        <translation>Одна подписанная папка для аудитора: о курсе или о случайной выборке</translation>
    </message>
</context>
<context>
    <name>EvidenceCheckButton</name>
    <message>
        <source>The folder with the evidence</source>
        <translation>Папка с материалами</translation>
    </message>
    <message>
        <source>The encrypted evidence</source>
        <translation>Зашифрованные материалы</translation>
    </message>
    <message>
        <source>Check evidence…</source>
        <translation>Проверить материалы…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Папку…</translation>
    </message>
    <message>
        <source>An encrypted file…</source>
        <translation>Зашифрованный файл…</translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>Anybody who has the folder</source>
        <translation>Каждый, у кого есть папка</translation>
    </message>
    <message>
        <source>Whoever knows a passphrase</source>
        <translation>Тот, кто знает парольную фразу</translation>
    </message>
    <message>
        <source>Whoever has a key</source>
        <translation>Тот, у кого есть ключ</translation>
    </message>
    <message>
        <source>Sign-in sheets, scans, marks with their history, decisions, tests, certificates and figures, signed. It names participants, and it is noted that you made it.</source>
        <translation>Листы подписей, сканы, отметки с историей, решения, тесты, сертификаты и показатели, с подписью офиса. В папке есть имена участников; будет записано, что её составили вы.</translation>
    </message>
    <message>
        <source>Only a random sample of participations</source>
        <translation>Только случайная выборка участий</translation>
    </message>
    <message>
        <source>Only those who are drawn are named. Scans of signed sheets stay whole: who else signed the same page can be read there.</source>
        <translation>Названы будут только те, кто попадёт в выборку. Сканы листов с подписями остаются целыми: на них видно, кто ещё подписался на той же странице.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Number of the draw</source>
        <translation>Номер выборки</translation>
    </message>
    <message>
        <source>A number that the auditor names. The same one draws the same again.</source>
        <translation>Число, которое назовёт аудитор. То же самое снова выберет те же участия.</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Кто сможет открыть</translation>
    </message>
    <message>
        <source>Key of the recipient</source>
        <translation>Ключ получателя</translation>
    </message>
    <message>
        <source>It begins with age1. This office can open the file too.</source>
        <translation>Начинается с age1. Этот офис тоже сможет открыть файл.</translation>
    </message>
    <message>
        <source>Evidence for an auditor</source>
        <translation>Материалы для аудитора</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Куда записать…</translation>
    </message>
    <message>
        <source>Counting who may be drawn</source>
        <translation>Подсчёт, из скольких выбирать</translation>
    </message>
    <message>
        <source>Where to write the evidence</source>
        <translation>Куда записать материалы</translation>
    </message>
    <message>
        <source>Writing the evidence</source>
        <translation>Запись материалов</translation>
    </message>
    <message>
        <source>The evidence is written and signed</source>
        <translation>Материалы записаны и подписаны</translation>
    </message>
</context>
<context>
    <name>FileImporter</name>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлы этой программы (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Принять файл</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)?</source>
        <translation>
            <numerusform>Принять %n файл?</numerusform>
            <numerusform>Принять %n файла?</numerusform>
            <numerusform>Принять %n файлов?</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Leave it</source>
        <comment>the file</comment>
        <translation>Не принимать</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Приём %n файла</numerusform>
            <numerusform>Приём %n файлов</numerusform>
            <numerusform>Приём %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of the office can be imported once this laptop belongs to it.
{names}</source>
        <translation>Файлы офиса можно принять, когда этот ноутбук будет принадлежать ему.
{names}</translation>
    </message>
    <message>
        <source>This laptop now belongs to {office}</source>
        <translation>Теперь этот ноутбук относится к офису «{office}»</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not imported; they stay where they are</source>
        <translation>
            <numerusform>%n файл не принят и остался на месте</numerusform>
            <numerusform>%n файла не приняты и остались на месте</numerusform>
            <numerusform>%n файлов не приняты и остались на месте</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation>
            <numerusform>Отложен %n файл</numerusform>
            <numerusform>Отложено %n файла</numerusform>
            <numerusform>Отложено %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>They come from a laptop that is not known here. They wait in Review.</source>
        <translation>Они пришли с неизвестного здесь ноутбука и ждут в разделе «Разбор».</translation>
    </message>
    <message>
        <source>They come from a laptop that the office has revoked: {codes}. They wait in Review.</source>
        <translation>Они пришли с ноутбука, доступ которого офис отозвал: {codes}. Они ждут в разделе «Разбор».</translation>
    </message>
    <message>
        <source>Some come from a laptop that is not known here, others from one that the office has revoked: {codes}. They wait in Review.</source>
        <translation>Часть пришла с неизвестного здесь ноутбука, часть — с ноутбука, доступ которого офис отозвал: {codes}. Файлы ждут в разделе «Разбор».</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n scan(s)</source>
        <translation>
            <numerusform>Принято: %n скан</numerusform>
            <numerusform>Принято: %n скана</numerusform>
            <numerusform>Принято: %n сканов</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was imported</source>
        <translation>Файл принят</translation>
    </message>
    <message>
        <source>Everything in the file was here already</source>
        <translation>Всё из этого файла здесь уже есть</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n change(s)</source>
        <translation>
            <numerusform>Принято: %n изменение</numerusform>
            <numerusform>Принято: %n изменения</numerusform>
            <numerusform>Принято: %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Opened while the program was locked, by whoever sat here. Import only what you expect.
{names}</source>
        <translation>Открыто, пока программа была заблокирована, — кем-то, кто сидел за компьютером. Принимайте только то, чего ждёте.
{names}</translation>
    </message>
    <message>
        <source>Its code is {code}.</source>
        <translation>Его код: {code}.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide in Review.</source>
        <translation>
            <numerusform>В разделе «Разбор» ждёт %n расхождение.</numerusform>
            <numerusform>В разделе «Разбор» ждут %n расхождения.</numerusform>
            <numerusform>В разделе «Разбор» ждут %n расхождений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
</context>
<context>
    <name>Guesses</name>
    <message numerus="yes">
        <source>%n wrong passphrase(s) typed while participants had the laptop</source>
        <translation>
            <numerusform>Пока ноутбук был у участников, введена %n неверная парольная фраза</numerusform>
            <numerusform>Пока ноутбук был у участников, введены %n неверные парольные фразы</numerusform>
            <numerusform>Пока ноутбук был у участников, введено %n неверных парольных фраз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrase(s) typed while it was locked</source>
        <translation>
            <numerusform>Пока программа была заблокирована, введена %n неверная парольная фраза</numerusform>
            <numerusform>Пока программа была заблокирована, введены %n неверные парольные фразы</numerusform>
            <numerusform>Пока программа была заблокирована, введено %n неверных парольных фраз</numerusform>
        </translation>
    </message>
    <message>
        <source>When: {first}.</source>
        <translation>Когда: {first}.</translation>
    </message>
    <message>
        <source>The first: {first}. The last: {last}.</source>
        <translation>Первая: {first}. Последняя: {last}.</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>Ask another head</source>
        <translation>Отправить запрос</translation>
    </message>
    <message>
        <source>Nothing is done before another head of the office confirms it in Review.</source>
        <translation>Ничего не произойдёт, пока другой руководитель офиса не подтвердит это на странице «Разбор».</translation>
    </message>
    <message>
        <source>Another head is asked</source>
        <translation>Запрос другому руководителю отправлен</translation>
    </message>
    <message>
        <source>Nothing was changed yet. The request waits in Review, where you can withdraw it.</source>
        <translation>Пока ничего не изменено. Запрос ждёт на странице «Разбор», там его можно и отозвать.</translation>
    </message>
</context>
<context>
    <name>KeyPapersForm</name>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>Stand-by key</source>
        <translation>Запасной ключ</translation>
    </message>
    <message>
        <source>It takes over if the office&apos;s own key is stolen.</source>
        <translation>Он заменит ключ офиса, если тот украден.</translation>
    </message>
    <message>
        <source>The office&apos;s check digits</source>
        <translation>Проверочные цифры офиса</translation>
    </message>
    <message>
        <source>Trainers compare them by telephone. Not secret.</source>
        <translation>Тренеры сверяют их по телефону. Не секрет.</translation>
    </message>
    <message>
        <source>Print two copies</source>
        <translation>Напечатать два экземпляра</translation>
    </message>
    <message>
        <source>Save to a USB stick</source>
        <translation>Сохранить на флешку</translation>
    </message>
    <message numerus="yes">
        <source>Last %n letters of the recovery key, from the paper</source>
        <translation>
            <numerusform>Ключ восстановления: последний %n знак</numerusform>
            <numerusform>Ключ восстановления: последние %n знака</numerusform>
            <numerusform>Ключ восстановления: последние %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>or scan its code</source>
        <translation>или отсканируйте его код</translation>
    </message>
    <message numerus="yes">
        <source>Last %n letters of the stand-by key</source>
        <translation>
            <numerusform>Запасной ключ: последний %n знак</numerusform>
            <numerusform>Запасной ключ: последние %n знака</numerusform>
            <numerusform>Запасной ключ: последние %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Two copies are on paper, locked away in two places</source>
        <translation>Две копии на бумаге, под замком в двух местах</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Бумаги сохранены</translation>
    </message>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Ключ восстановления офиса</translation>
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
        <source>Lock both copies away first, then tick this.</source>
        <translation>Сначала заприте обе копии, затем поставьте отметку.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer: save the paper and print it elsewhere.</source>
        <translation>На этом компьютере нет принтера: сохраните бумагу и напечатайте на другом.</translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation>Другие настройки…</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text (*.txt)</source>
        <translation>PDF (*.pdf);;Текст (*.txt)</translation>
    </message>
</context>
<context>
    <name>Keying</name>
    <message>
        <source>Practical rating</source>
        <translation>Практическая оценка</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Входной тест</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Итоговый тест</translation>
    </message>
    <message numerus="yes">
        <source>Test after %n month(s)</source>
        <translation>
            <numerusform>Тест через %n месяц</numerusform>
            <numerusform>Тест через %n месяца</numerusform>
            <numerusform>Тест через %n месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow-up after %n month(s)</source>
        <translation>
            <numerusform>Последующий опрос через %n месяц</numerusform>
            <numerusform>Последующий опрос через %n месяца</numerusform>
            <numerusform>Последующий опрос через %n месяцев</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, версия {version}</translation>
    </message>
    <message>
        <source>The last of several tests counts</source>
        <translation>Из нескольких тестов засчитывается последний</translation>
    </message>
    <message>
        <source>The first of several tests counts</source>
        <translation>Из нескольких тестов засчитывается первый</translation>
    </message>
    <message>
        <source>The best of several tests counts</source>
        <translation>Из нескольких тестов засчитывается лучший</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>без ответа</translation>
    </message>
</context>
<context>
    <name>LatinField</name>
    <message>
        <source>Latin spelling, as in the passport</source>
        <translation>Латинское написание, как в паспорте</translation>
    </message>
    <message>
        <source>This spelling does not fit the name any more: compare it with the passport.</source>
        <translation>Это написание больше не подходит к имени: сверьте с паспортом.</translation>
    </message>
    <message>
        <source>Suggestion: {spelling}</source>
        <translation>Предложение: {spelling}</translation>
    </message>
    <message>
        <source>Made from the Cyrillic letters, not read from a passport</source>
        <translation>Составлено по кириллице, не взято из паспорта</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Remove the logo: {whose}</source>
        <translation>Убрать логотип: {whose}</translation>
    </message>
    <message>
        <source>a picture is chosen</source>
        <translation>изображение выбрано</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>нет изображения</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Logos on papers</source>
        <translation>Логотипы на документах</translation>
    </message>
    <message>
        <source>PNG or JPEG. They are printed on certificates, sign-in sheets and badges.</source>
        <translation>PNG или JPEG. Стоят на сертификатах, листах подписей и бейджах.</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Выбор логотипа</translation>
    </message>
</context>
<context>
    <name>MeanwhileCard</name>
    <message>
        <source>Choose for each line which value counts</source>
        <translation>Выберите для каждой строки, какое значение действует</translation>
    </message>
    <message>
        <source>Changed meanwhile by {people}</source>
        <extracomment>{people}: one name, or several with commas between them</extracomment>
        <translation>Тем временем изменено: {people}</translation>
    </message>
    <message>
        <source>Changed meanwhile in another window</source>
        <translation>Тем временем изменено в другом окне</translation>
    </message>
    <message>
        <source>While this form was open, the same was changed to something else. Nothing of it was saved and nothing overwritten. Choose which value counts, then save.</source>
        <translation>Пока эта форма была открыта, это же изменили на другое значение. Из неё ничего не сохранено, и ничего не перезаписано. Выберите, какое значение действует, и сохраните.</translation>
    </message>
    <message>
        <source>Yours: typed in this form</source>
        <translation>Отсюда: набрано в этой форме</translation>
    </message>
    <message>
        <source>Theirs: saved meanwhile</source>
        <translation>Оттуда: сохранено тем временем</translation>
    </message>
    <message>
        <source>Changed from “{was}” to “{now}”</source>
        <translation>Было «{was}», стало «{now}»</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <comment>answer</comment>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
    <message>
        <source>Open the sheets</source>
        <translation>Открыть листы</translation>
    </message>
    <message>
        <source>The data gets a new key</source>
        <translation>Данные получают новый ключ</translation>
    </message>
    <message>
        <source>What was copied from here meanwhile must open nothing newer. For that your passphrase is needed: now, or when you unlock next.</source>
        <translation>То, что было скопировано отсюда за это время, не должно открывать ничего нового. Для этого нужна ваша парольная фраза: сейчас или при следующей разблокировке.</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Новый ключ…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the file that was saved</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Спасти всё, что читается…</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Перелистнуть страницу</translation>
    </message>
    <message>
        <source>Type the number of a page</source>
        <translation>Ввести номер страницы</translation>
    </message>
    <message>
        <source>Larger, smaller, whole width</source>
        <translation>Крупнее, мельче, по ширине</translation>
    </message>
    <message>
        <source>Whole page, size on paper, whole width</source>
        <translation>Вся страница, размер на бумаге, по ширине</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>На принтер отправлена %n страница</numerusform>
            <numerusform>На принтер отправлены %n страницы</numerusform>
            <numerusform>На принтер отправлено %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Печать</translation>
    </message>
</context>
<context>
    <name>PeopleWording</name>
    <message>
        <source>woman</source>
        <translation>женщина</translation>
    </message>
    <message>
        <source>man</source>
        <translation>мужчина</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>не указан</translation>
    </message>
    <message>
        <source>trainer: {courses}</source>
        <extracomment>{courses} are codes of courses</extracomment>
        <translation>тренер: {courses}</translation>
    </message>
    <message>
        <source>Invisible signs ({signs}) are left out.</source>
        <translation>Невидимые знаки ({signs}) не берутся.</translation>
    </message>
    <message>
        <source>Papers cannot show {signs} and print empty boxes. It is kept as typed.</source>
        <translation>На бумагах вместо {signs} будут пустые клетки. Введённое сохранится как есть.</translation>
    </message>
    <message>
        <source>Not every sign is taken. It will be written: {name}</source>
        <translation>Взяты не все знаки. Будет записано: {name}</translation>
    </message>
    <message>
        <source>nominated</source>
        <translation>заявлен</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>подтверждён</translation>
    </message>
    <message>
        <source>taking part</source>
        <translation>участник</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>без записи</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>есть замена</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>выбыл(а)</translation>
    </message>
    <message>
        <source>{serial}, void</source>
        <translation>{serial}, аннулирован</translation>
    </message>
    <message>
        <source>{serial}, replaced</source>
        <translation>{serial}, заменён</translation>
    </message>
    <message>
        <source>{serial}, no longer fits</source>
        <translation>{serial}, не соответствует</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} on the list</source>
        <translation>№&#xa0;{number} в списке</translation>
    </message>
    <message>
        <source>record {name}</source>
        <translation>запись: {name}</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Add a person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>Data of the person</source>
        <translation>Данные человека</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Ещё поля</translation>
    </message>
    <message>
        <source>Choose or type</source>
        <translation>Выберите или введите</translation>
    </message>
    <message>
        <source>Nobody can be called by this. It is kept as typed.</source>
        <translation>По такому номеру не дозвониться. Сохраняется как введено.</translation>
    </message>
    <message>
        <source>As in the passport</source>
        <translation>Как в паспорте</translation>
    </message>
    <message>
        <source>Optional: the certificates of this course are in Cyrillic</source>
        <translation>Необязательно: сертификаты этого курса на кириллице</translation>
    </message>
    <message>
        <source>Suggested by the program: compare it with the passport</source>
        <translation>Предложено программой: сверьте с паспортом</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>A city counts as its own district; it can be changed.</source>
        <translation>Город считается отдельным районом, можно изменить.</translation>
    </message>
    <message>
        <source>Filled in from the town; it can be changed.</source>
        <translation>Заполнено по городу, можно изменить.</translation>
    </message>
    <message>
        <source>Not in the list of places: it stays as typed.</source>
        <translation>Нет в списке мест: останется как введено.</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Все ({count})</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Этот</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Эта страница</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Только эти</translation>
    </message>
    <message>
        <source>Numbers of pages</source>
        <translation>Номера страниц</translation>
    </message>
    <message>
        <source>For example 1-3, 7. 5- is from 5 to the end.</source>
        <translation>Например 1-3, 7. «5-» значит с 5 до конца.</translation>
    </message>
    <message>
        <source>Whose certificates are printed</source>
        <translation>Чьи сертификаты печатать</translation>
    </message>
    <message>
        <source>Sides of the paper</source>
        <translation>Стороны листа</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Пробная страница</translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation>Другие настройки…</translation>
    </message>
    <message>
        <source>Opens the print dialog of the system.</source>
        <translation>Открывает окно печати системы.</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>Looking for printers…</source>
        <translation>Поиск принтеров…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the paper as PDF and print it on another one.</source>
        <translation>На этом компьютере нет принтера. Сохраните документ в PDF и напечатайте его на другом.</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>Одна сторона</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Обе стороны</translation>
    </message>
    <message>
        <source>Fronts only</source>
        <translation>Только лицевые</translation>
    </message>
    <message>
        <source>Backs only</source>
        <translation>Только обороты</translation>
    </message>
    <message>
        <source>Afterwards put the printed pile back and print the backs. Try it with one sheet.</source>
        <translation>Затем положите отпечатанную стопку обратно в принтер и печатайте обороты. Попробуйте на одном листе.</translation>
    </message>
    <message>
        <source>Put the printed fronts back into the printer first. Try it with one sheet.</source>
        <translation>Сначала положите листы с лицевой стороной обратно в принтер. Попробуйте на одном листе.</translation>
    </message>
    <message>
        <source>Shrink to the printable area ({percent})</source>
        <translation>Уменьшить до области печати ({percent})</translation>
    </message>
    <message>
        <source>The printer is being asked what it can do…</source>
        <translation>Узнаём, что умеет принтер…</translation>
    </message>
    <message>
        <source>This printer says that it prints to the edge. If a frame comes out cut, tick this.</source>
        <translation>Принтер сообщает, что печатает до края. Если рамка вышла обрезанной, поставьте галочку.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white: part of the page would be cut off.</source>
        <translation>Этот принтер оставляет по краям до {size}&#xa0;мм белыми: часть страницы была бы обрезана.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white. Nothing would be cut off.</source>
        <translation>Этот принтер оставляет по краям до {size}&#xa0;мм белыми. Ничего не будет обрезано.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <comment>of paper</comment>
        <translation>
            <numerusform>%n лист</numerusform>
            <numerusform>%n листа</numerusform>
            <numerusform>%n листов</numerusform>
        </translation>
    </message>
    <message>
        <source>{sheets} on both sides</source>
        <translation>{sheets} с двух сторон</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n документ</numerusform>
            <numerusform>%n документа</numerusform>
            <numerusform>%n документов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n page(s)</source>
        <comment>after a number of papers</comment>
        <translation>
            <numerusform>по %n странице</numerusform>
            <numerusform>по %n страницы</numerusform>
            <numerusform>по %n страниц</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Leave as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>As it was given when the course was closed. It can be changed.</source>
        <translation>Как указано при закрытии курса. Можно изменить.</translation>
    </message>
    <message>
        <source>It is kept and can be read by the office.</source>
        <translation>Сохраняется, и в офисе её могут прочитать.</translation>
    </message>
    <message>
        <source>Say why it may stay so; the reason is kept.</source>
        <translation>Укажите, почему это можно так оставить; причина сохраняется.</translation>
    </message>
</context>
<context>
    <name>ReplacementForm</name>
    <message>
        <source>Choose the session</source>
        <translation>Выберите занятие</translation>
    </message>
    <message>
        <source>Session {number} · {day}, {time}</source>
        <translation>Занятие {number} · {day}, {time}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Choose what holds</source>
        <translation>Выберите, что верно</translation>
    </message>
    <message>
        <source>The marks stay: replaced from session {number} on</source>
        <translation>Отметки остаются: замена с занятия {number}</translation>
    </message>
    <message>
        <source>Take these marks away</source>
        <translation>Снять эти отметки</translation>
    </message>
    <message>
        <source>{name} is chosen and not recorded yet: press Enter, or “{button}”.</source>
        <translation>{name}: выбрано, но ещё не записано. Нажмите Enter или «{button}».</translation>
    </message>
    <message>
        <source>From that session on whoever is replaced is not expected any more; earlier marks and the number stay on record.</source>
        <translation>С этого занятия заменённого участника больше не ждут; прежние отметки и номер остаются.</translation>
    </message>
    <message numerus="yes">
        <source>Marked present in session(s) {numbers}</source>
        <translation>
            <numerusform>Присутствие отмечено на занятии {numbers}</numerusform>
            <numerusform>Присутствие отмечено на занятиях {numbers}</numerusform>
            <numerusform>Присутствие отмечено на занятиях {numbers}</numerusform>
        </translation>
    </message>
    <message>
        <source>a new participant</source>
        <translation>новый участник</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n отметка</numerusform>
            <numerusform>%n отметки</numerusform>
            <numerusform>%n отметок</numerusform>
        </translation>
    </message>
    <message>
        <source>no mark yet</source>
        <translation>отметок пока нет</translation>
    </message>
    <message>
        <source>Who came instead</source>
        <translation>Кто пришёл</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Вместо</translation>
    </message>
    <message>
        <source>Replacement for {name}</source>
        <translation>Замена: {name}</translation>
    </message>
    <message>
        <source>{name} takes the place of…</source>
        <translation>{name}: вместо кого?</translation>
    </message>
    <message>
        <source>Record the replacement</source>
        <translation>Записать замену</translation>
    </message>
    <message>
        <source>Name of who is away</source>
        <translation>Имя того, кого нет</translation>
    </message>
    <message>
        <source>Type the name of who came</source>
        <translation>Введите имя того, кто пришёл</translation>
    </message>
    <message>
        <source>From which session on</source>
        <translation>С какого занятия</translation>
    </message>
    <message>
        <source>Replaces nobody</source>
        <translation>Никого не заменяет</translation>
    </message>
    <message>
        <source>Now: replaces No.&#xa0;{number} {name}</source>
        <translation>Сейчас: заменяет №&#xa0;{number} {name}</translation>
    </message>
</context>
<context>
    <name>RowHistoryPanel</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Different values were recorded without knowing of each other. The later one counts until somebody decides.</source>
        <translation>Записаны разные значения: ни один ноутбук не видел записи другого. Пока никто не решил, считается более позднее.</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>Открыть «Разбор»</translation>
    </message>
    <message>
        <source>conflicts with another entry</source>
        <translation>расходится с другой записью</translation>
    </message>
    <message>
        <source>laptop {code}</source>
        <translation>ноутбук {code}</translation>
    </message>
    <message>
        <source>came with {file}</source>
        <translation>пришло с {file}</translation>
    </message>
    <message>
        <source>Decided between: {values}</source>
        <translation>Решено между: {values}</translation>
    </message>
    <message>
        <source>Reason: {text}</source>
        <translation>Причина: {text}</translation>
    </message>
</context>
<context>
    <name>ShownFigures</name>
    <message>
        <source>This has changed since it was shown:</source>
        <translation>С тех пор как это показано, изменилось:</translation>
    </message>
</context>
<context>
    <name>TableImportModel</name>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что будет</translation>
    </message>
</context>
<context>
    <name>TableImportPage</name>
    <message>
        <source>Only rows to look at</source>
        <translation>Только строки с замечаниями</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Другой файл</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>WaitsNote</name>
    <message>
        <source>Open in Review</source>
        <translation>Открыть «Разбор»</translation>
    </message>
    <message>
        <source>{name} asks: {what}. It waits for a second head.</source>
        <translation>{name} просит: {what}. Ждёт второго руководителя.</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>From which session on</source>
        <translation>С какого занятия</translation>
    </message>
    <message>
        <source>From that session on the person is not expected; marks and number stay on record.</source>
        <translation>С этого занятия участника не ждут; отметки и номер остаются.</translation>
    </message>
    <message>
        <source>After the last session</source>
        <translation>После последнего занятия</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>It may be left out; the history tells it.</source>
        <translation>Можно не указывать; она останется в истории.</translation>
    </message>
    <message>
        <source>{name} leaves the course</source>
        <translation>{name}: выбытие с курса</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Выбытие</translation>
    </message>
</context>
</TS>
