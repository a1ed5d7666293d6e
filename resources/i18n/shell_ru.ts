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
        <source>Lock the program</source>
        <translation>Заблокировать программу</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Клавиши и справка</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Закрыть программу</translation>
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
    <name>CrashSheet</name>
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
    <name>HelpSheet</name>
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
    <name>Notice</name>
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
        <translation>Листать страницы</translation>
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
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
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
    <message>
        <source>Test page of the printer</source>
        <translation>Пробная страница принтера</translation>
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
        <source>No printer is set up on this computer. Save the paper as PDF and print it on another one.</source>
        <translation>На этом компьютере нет принтера. Сохраните документ в PDF и напечатайте его на другом.</translation>
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
        <source>Shrink to the printable area ({percent} %)</source>
        <translation>Уменьшить до области печати ({percent} %)</translation>
    </message>
    <message>
        <source>This printer says that it prints to the edge. If a frame comes out cut, tick this.</source>
        <translation>Принтер сообщает, что печатает до края. Если рамка вышла обрезанной, поставьте галочку.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white: part of the page would be cut off.</source>
        <translation>Этот принтер оставляет по краям до {size} мм белыми: часть страницы была бы обрезана.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white. Nothing would be cut off.</source>
        <translation>Этот принтер оставляет по краям до {size} мм белыми. Ничего не будет обрезано.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>{pages} on {sheets}</source>
        <translation>{pages} на {sheets}</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n листе</numerusform>
            <numerusform>%n листах</numerusform>
            <numerusform>%n листах</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
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
        <source>Laptop {code}</source>
        <translation>Ноутбук {code}</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Этот ноутбук</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокировать</translation>
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
        <translation>Оценка знаний</translation>
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
        <source>contradicts another entry</source>
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
    <name>TakingIn</name>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлы этой программы (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Принять файл</translation>
    </message>
    <message numerus="yes">
        <source>Taking in %n file(s)</source>
        <translation>
            <numerusform>Приём %n файла</numerusform>
            <numerusform>Приём %n файлов</numerusform>
            <numerusform>Приём %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>This laptop now belongs to {office}</source>
        <translation>Теперь этот ноутбук относится к офису «{office}»</translation>
    </message>
    <message>
        <source>Compare these digits with the office by telephone: {digits}. The laptop&apos;s code is {code}.</source>
        <translation>Сверьте эти цифры с офисом по телефону: {digits}. Код ноутбука — {code}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not taken in; they stay where they are</source>
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
            <numerusform>Отложены %n файла</numerusform>
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
        <source>Taken in: %n scan(s)</source>
        <translation>
            <numerusform>Принято: %n скан</numerusform>
            <numerusform>Принято: %n скана</numerusform>
            <numerusform>Принято: %n сканов</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was taken in</source>
        <translation>Файл принят</translation>
    </message>
    <message>
        <source>Everything in the file was here already</source>
        <translation>Всё из этого файла здесь уже есть</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n change(s)</source>
        <translation>
            <numerusform>Принято: %n изменение</numerusform>
            <numerusform>Принято: %n изменения</numerusform>
            <numerusform>Принято: %n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) to decide in Review.</source>
        <translation>
            <numerusform>В разделе «Разбор» ждёт %n расхождение.</numerusform>
            <numerusform>В разделе «Разбор» ждут %n расхождения.</numerusform>
            <numerusform>В разделе «Разбор» ждут %n расхождений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
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
