<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>There is no day {0}</source>
        <translation>Дня {0} в календаре нет</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The two are not the same</source>
        <translation>Они не совпадают</translation>
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
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Ещё раз то же</translation>
    </message>
</context>
<context>
    <name>PageField</name>
    <message>
        <source>Go to page</source>
        <translation>Перейти к странице</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Страница {page} из {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
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
    <name>PdfPreview</name>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stopping. Nothing is changed.</source>
        <translation>Останавливается. Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Закрыть без сохранения?</translation>
    </message>
    <message>
        <source>What is typed here would be lost.</source>
        <translation>Введённое здесь пропадёт.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Закрыть без сохранения</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>Продолжить ввод</translation>
    </message>
</context>
<context>
    <name>SpokenField</name>
    <message>
        <source>Group {number} does not add up: have it read again.</source>
        <translation>Группа {number} не сходится: попросите прочитать её ещё раз.</translation>
    </message>
    <message>
        <source>{found} of {all} groups, all right so far</source>
        <translation>{found} из {all} групп, пока всё верно</translation>
    </message>
    <message>
        <source>{all} groups of six digits; spaces do not matter</source>
        <translation>{all} групп по шесть цифр; пробелы не важны</translation>
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
    <name>ZoomBar</name>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Размер страниц</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Вся страница</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>По ширине</translation>
    </message>
</context>
</TS>
