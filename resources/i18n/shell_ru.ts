<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Anywhere</name>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>In this course</source>
        <translation>В этом курсе</translation>
    </message>
    <message>
        <source>Choose the course first</source>
        <translation>Сначала выберите курс</translation>
    </message>
    <message>
        <source>In the course {course}</source>
        <translation>В курсе {course}</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Остальные присутствуют</translation>
    </message>
    <message>
        <source>mark everybody, all at once</source>
        <translation>отметить всех, всех сразу</translation>
    </message>
    <message>
        <source>Check evidence: a folder…</source>
        <translation>Проверить материалы: папка…</translation>
    </message>
    <message>
        <source>Check evidence: an encrypted file…</source>
        <translation>Проверить материалы: зашифрованный файл…</translation>
    </message>
    <message>
        <source>Check a backup…</source>
        <translation>Проверить резервную копию…</translation>
    </message>
    <message>
        <source>Nothing new is made on this page</source>
        <translation>На этой странице ничего не создают</translation>
    </message>
    <message>
        <source>A course is made in the list of courses.</source>
        <translation>Новый курс создают в списке курсов.</translation>
    </message>
    <message>
        <source>This page has no paper of its own</source>
        <translation>У этой страницы нет своих бумаг</translation>
    </message>
    <message>
        <source>The papers of a course are printed in the course; lists and reports where they stand.</source>
        <translation>Бумаги курса печатают в самом курсе, списки и отчёты — там, где они стоят.</translation>
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
    <name>CourseTabs</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Посещаемость</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Тесты</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
</context>
<context>
    <name>CrashOverlay</name>
    <message>
        <source>Something in the program failed</source>
        <translation>В программе произошёл сбой</translation>
    </message>
    <message>
        <source>Everything shown as saved is safe. You can go on working. If it happens again, send the report to the office: it holds no names and no notes.</source>
        <translation>Всё, что показано как сохранённое, цело. Можно работать дальше. Если сбой повторится, отправьте отчёт в офис: имён и примечаний в нём нет.</translation>
    </message>
    <message>
        <source>Report: {path}</source>
        <translation>Отчёт: {path}</translation>
    </message>
    <message>
        <source>No report could be written: the disk refused.</source>
        <translation>Отчёт не записан: диск не принял запись.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Next field or button</source>
        <translation>Следующее поле или кнопка</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Закрыть открытое</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Сортировать список</translation>
    </message>
    <message>
        <source>Copy the row, the whole list</source>
        <translation>Копировать строку, весь список</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Закрыть справку</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Search the help</source>
        <translation>Найти в справке</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Все страницы</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Print as a booklet</source>
        <translation>Напечатать брошюрой</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Потренироваться</translation>
    </message>
    <message>
        <source>First-day tour</source>
        <translation>Обзор первого дня</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Что значат слова</translation>
    </message>
    <message>
        <source>No page has all these words. These have some of them:</source>
        <translation>Страницы со всеми этими словами нет. Здесь есть некоторые из них:</translation>
    </message>
    <message>
        <source>Nothing in the help has these words. Try others.</source>
        <translation>Таких слов в справке нет. Попробуйте другие.</translation>
    </message>
</context>
<context>
    <name>Join</name>
    <message>
        <source>The first file of an office waits for the office&apos;s digits</source>
        <translation>Первый файл офиса ждёт цифр офиса</translation>
    </message>
    <message>
        <source>Until then nothing of it is imported.</source>
        <translation>До этого из него ничего не принимается.</translation>
    </message>
    <message>
        <source>Type the digits…</source>
        <translation>Ввести цифры…</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Выбрать парольную фразу…</translation>
    </message>
    <message>
        <source>Give a passphrase…</source>
        <translation>Задать парольную фразу…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Trainer</source>
        <translation>Тренер</translation>
    </message>
    <message>
        <source>Something is still being done</source>
        <translation>Работа ещё идёт</translation>
    </message>
    <message>
        <source>The window closes by itself when it is finished. Stopping now changes nothing.</source>
        <translation>Окно закроется само, когда работа закончится. Если остановить её сейчас, ничего не изменится.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Остановить и закрыть</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Продолжить работу</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>ещё %n сообщение</numerusform>
            <numerusform>ещё %n сообщения</numerusform>
            <numerusform>ещё %n сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Making the practice course</source>
        <translation>Создаётся учебный курс</translation>
    </message>
    <message>
        <source>Your own data are closed meanwhile; you need your passphrase when you come back.</source>
        <translation>Ваши данные на это время закрываются; чтобы вернуться, понадобится ваша парольная фраза.</translation>
    </message>
    <message>
        <source>Practise with invented people?</source>
        <translation>Потренироваться с вымышленными людьми?</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Потренироваться</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice: all people and courses are invented. Try everything, nothing here counts.</source>
        <translation>Учебный режим: все люди и курсы вымышлены. Пробуйте что угодно, здесь ничего не считается.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The practice course goes; the next time there is a fresh one.</source>
        <translation>Учебный курс будет удалён; в следующий раз откроется новый.</translation>
    </message>
    <message>
        <source>To my own data</source>
        <translation>К своим данным</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>Person, course, certificate number, or what you want to do</source>
        <translation>Человек, курс, номер сертификата или что нужно сделать</translation>
    </message>
    <message>
        <source>Nothing found. Type fewer letters, in any alphabet.</source>
        <translation>Ничего не найдено. Введите меньше букв, любым алфавитом.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ выбор · Enter открывает · Esc закрывает</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавнее</translation>
    </message>
    <message>
        <source>Help: how it is done</source>
        <translation>Справка: как это сделать</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>Certificate, no longer valid</source>
        <translation>Сертификат, больше не действует</translation>
    </message>
</context>
<context>
    <name>RecentPlaces</name>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>Recent:</source>
        <translation>Недавнее:</translation>
    </message>
</context>
<context>
    <name>ServerBand</name>
    <message>
        <source>Try now</source>
        <translation>Повторить сейчас</translation>
    </message>
    <message>
        <source>The office&apos;s server cannot be reached</source>
        <translation>Нет связи с сервером офиса</translation>
    </message>
    <message>
        <source>All that was shown as saved is safe there. What is typed and not saved stays on the screen. The program tries again by itself; you can go on as soon as it answers.</source>
        <translation>Всё, что показано сохранённым, там цело. Набранное и не сохранённое остаётся на экране. Программа повторяет попытки сама; можно продолжать, как только сервер ответит.</translation>
    </message>
    <message>
        <source>{desk} imports a file: {share}</source>
        <translation>{desk} принимает файл: {share}</translation>
    </message>
    <message>
        <source>{file}. You can go on; only rows that it brings can be changed when it is done.</source>
        <translation>{file}. Можно продолжать; только строки, которые он приносит, можно изменить после окончания.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>ждёт %n</numerusform>
            <numerusform>ждут %n</numerusform>
            <numerusform>ждёт %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Тренер</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Всё сохранено</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Данные повреждены</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Имя не указано</translation>
    </message>
    <message>
        <source>Opens the settings</source>
        <translation>Открывает настройки</translation>
    </message>
    <message>
        <source>A data officer: what only heads do is grey.</source>
        <translation>Специалист по данным: серое делают только руководители.</translation>
    </message>
    <message>
        <source>Only looks: buttons that change something are grey.</source>
        <translation>Только просмотр: кнопки, которые что-то меняют, серые.</translation>
    </message>
    <message>
        <source>Office computer {code}, travels</source>
        <translation>Компьютер офиса {code}, в поездке</translation>
    </message>
    <message>
        <source>Laptop {code}</source>
        <translation>Ноутбук {code}</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Этот ноутбук</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>A button: the program asks for the passphrase</extracomment>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Office computer</source>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Тесты и отзывы</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>The name of the screen where conflicts are decided</extracomment>
        <translation>Разбор</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Once more</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти туда</translation>
    </message>
    <message>
        <source>Leave the tour: it can be taken up again from the help</source>
        <translation>Прервать обзор: продолжить его можно из справки</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Начать обзор</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>The tour can be started from the help at any time</source>
        <translation>Обзор можно начать из справки в любое время</translation>
    </message>
    <message>
        <source>First-day tour: {done} of {all} done</source>
        <translation>Обзор первого дня: сделано {done} из {all}</translation>
    </message>
    <message>
        <source>First-day tour, {all} steps: each counts once you have done it yourself, from now on</source>
        <translation>Обзор первого дня, шагов: {all}. Шаг засчитывается, когда вы сами сделаете его с этой минуты</translation>
    </message>
    <message>
        <source>That was a whole day. Well done!</source>
        <translation>Это был целый день. Отлично!</translation>
    </message>
    <message>
        <source>For the first time here?</source>
        <translation>Вы здесь впервые?</translation>
    </message>
    <message>
        <source>A tour leads through a trainer&apos;s first day in {all} steps, on this practice course. It tells what comes next; you can leave it at any time.</source>
        <translation>Обзор проведёт вас через первый день тренера на этом учебном курсе, шагов: {all}. Он подсказывает, что дальше; прервать его можно в любое время.</translation>
    </message>
    <message>
        <source>Open a course, or make one.</source>
        <translation>Откройте курс или создайте его.</translation>
    </message>
    <message>
        <source>Add a person to the list of participants.</source>
        <translation>Добавьте человека в список участников.</translation>
    </message>
    <message>
        <source>Look at the sign-in sheet, then print it or save it as PDF.</source>
        <translation>Посмотрите лист подписей, затем напечатайте его или сохраните в PDF.</translation>
    </message>
    <message>
        <source>Mark one person as late and type the minutes.</source>
        <translation>Отметьте у одного человека опоздание и введите минуты.</translation>
    </message>
    <message>
        <source>Mark the rest of a session present with one press.</source>
        <translation>Одним нажатием отметьте остальных на занятии присутствующими.</translation>
    </message>
    <message>
        <source>Type somebody&apos;s points or answers in the test.</source>
        <translation>Введите чьи-нибудь баллы или ответы в тесте.</translation>
    </message>
    <message>
        <source>Issue a certificate. Whoever was just added may need “Decide by hand”.</source>
        <translation>Выдайте сертификат. Для только что добавленного может понадобиться «Решить вручную».</translation>
    </message>
    <message>
        <source>Write a file for the office to a folder or a USB stick.</source>
        <translation>Запишите файл для офиса в папку или на флешку.</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>UndoQuestion</name>
    <message>
        <source>This was done last, elsewhere. It is undone and done again on its own page only.</source>
        <translation>Это сделано последним, но на другой странице. Отменить или повторить это можно только там.</translation>
    </message>
    <message>
        <source>This step is undone and done again on its own page only.</source>
        <translation>Отменить или повторить этот шаг можно только на его странице.</translation>
    </message>
    <message>
        <source>Redo: {step} ({page})?</source>
        <translation>Повторить: {step} ({page})?</translation>
    </message>
    <message>
        <source>Undo: {step} ({page})?</source>
        <translation>Отменить: {step} ({page})?</translation>
    </message>
    <message>
        <source>This was done last, but not on the page that is open.</source>
        <translation>Это сделано последним, но не на той странице, которая открыта.</translation>
    </message>
    <message>
        <source>This step was done earlier, and not on the page that is open.</source>
        <translation>Этот шаг сделан раньше и не на той странице, которая открыта.</translation>
    </message>
    <message>
        <source>Files were imported since.</source>
        <translation>После этого приняты файлы.</translation>
    </message>
    <message>
        <source>Files were imported since. An import is undone in “Office”, “Incoming files”.</source>
        <translation>После этого приняты файлы. Приём файла отменяют на экране «Офис», «Входящие файлы».</translation>
    </message>
    <message>
        <source>The last step of this page: {step}</source>
        <translation>Последний шаг этой страницы: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Open: {page}</source>
        <translation>Открыть: {page}</translation>
    </message>
    <message>
        <source>Undo the last step of this page</source>
        <translation>Отменить последний шаг этой страницы</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить как есть</translation>
    </message>
</context>
<context>
    <name>UndoRow</name>
    <message>
        <source>Redo: {step}</source>
        <translation>Повторить: {step}</translation>
    </message>
</context>
<context>
    <name>UndoSteps</name>
    <message>
        <source>Undo: {step}</source>
        <translation>Отменить: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Повторить: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Отменено: {step}</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Version {number} of the program is here</source>
        <translation>Пришла версия программы {number}</translation>
    </message>
    <message>
        <source>It came with a file of the office. Take it when there is time.</source>
        <translation>Она пришла с файлом офиса. Поставьте её, когда будет время.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Посмотреть…</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Close the program?</source>
        <translation>Закрыть программу?</translation>
    </message>
    <message>
        <source>A form is open and not saved: what is typed in it would be lost. All else is saved.</source>
        <translation>Открытая форма не сохранена: введённое в ней пропадёт. Всё остальное сохранено.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Всё равно закрыть</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in the watched folder</source>
        <translation>
            <numerusform>%n новый файл в папке входящих</numerusform>
            <numerusform>%n новых файла в папке входящих</numerusform>
            <numerusform>%n новых файлов в папке входящих</numerusform>
        </translation>
    </message>
    <message>
        <source>Office proposes them under Incoming files.</source>
        <translation>Они предложены на экране «Офис», «Входящие файлы».</translation>
    </message>
</context>
</TS>
