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
        <source>Larger, smaller, whole width</source>
        <translation>Крупнее, мельче, по ширине</translation>
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
    <message numerus="yes">
        <source>Taken in: %n scan(s)</source>
        <translation>
            <numerusform>Принято: %n скан</numerusform>
            <numerusform>Принято: %n скана</numerusform>
            <numerusform>Принято: %n сканов</numerusform>
        </translation>
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
</context>
</TS>
