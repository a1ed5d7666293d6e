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
    <message>
        <source>Leave as it is</source>
        <translation>Оставить как есть</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>There is no day {0}</source>
        <translation>Дня {0} в календаре нет</translation>
    </message>
    <message>
        <source>Only a day is taken here, as 17.10.2018.</source>
        <translation>Здесь пишут только день, например 17.10.2018.</translation>
    </message>
</context>
<context>
    <name>DigitsOnly</name>
    <message>
        <source>Only digits are taken here, {count} at the most.</source>
        <translation>Здесь принимаются только цифры, не больше {count}.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The two are not the same</source>
        <translation>Они не совпадают</translation>
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
    <name>OfferButton</name>
    <message>
        <source>Offer words</source>
        <translation>Предложить слова</translation>
    </message>
    <message>
        <source>Puts five random words in as the passphrase</source>
        <translation>Подставляет пять случайных слов как парольную фразу</translation>
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
    <message>
        <source>Caps Lock is on: capital letters are typed</source>
        <translation>Caps Lock включён: набираются заглавные буквы</translation>
    </message>
</context>
<context>
    <name>PassphraseGuesses</name>
    <message numerus="yes">
        <source>Next try in %n second(s)</source>
        <translation>
            <numerusform>Следующая попытка через %n секунду</numerusform>
            <numerusform>Следующая попытка через %n секунды</numerusform>
            <numerusform>Следующая попытка через %n секунд</numerusform>
        </translation>
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
        <extracomment>A button: ends the work that goes on</extracomment>
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
        <comment>what was begun in a form</comment>
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
        <source>{form}: what is typed or chosen there would be lost.</source>
        <translation>{form}: введённое и выбранное пропадёт.</translation>
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
    <name>StartPage</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
</context>
<context>
    <name>StrengthHint</name>
    <message numerus="yes">
        <source>Too short: four words, or %n characters</source>
        <translation>
            <numerusform>Слишком коротко: четыре слова или %n знак</numerusform>
            <numerusform>Слишком коротко: четыре слова или %n знака</numerusform>
            <numerusform>Слишком коротко: четыре слова или %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Digits alone are soon guessed: use words</source>
        <translation>Одни цифры легко подобрать: возьмите слова</translation>
    </message>
    <message>
        <source>Always the same: use different words</source>
        <translation>Всё одно и то же: возьмите разные слова</translation>
    </message>
    <message>
        <source>Your own name is tried first: use other words</source>
        <translation>Ваше имя пробуют первым: возьмите другие слова</translation>
    </message>
    <message>
        <source>Soon guessed: add words that nobody expects</source>
        <translation>Легко угадать: добавьте неожиданные слова</translation>
    </message>
    <message numerus="yes">
        <source>Four words that have nothing to do with each other, or %n characters</source>
        <translation>
            <numerusform>Четыре не связанных друг с другом слова или %n знак</numerusform>
            <numerusform>Четыре не связанных друг с другом слова или %n знака</numerusform>
            <numerusform>Четыре не связанных друг с другом слова или %n знаков</numerusform>
        </translation>
    </message>
    <message>
        <source>Good enough; one more word makes it stronger</source>
        <translation>Достаточно; ещё одно слово сделает её надёжнее</translation>
    </message>
    <message>
        <source>Strong</source>
        <extracomment>A passphrase that is hard to guess</extracomment>
        <translation>Надёжная</translation>
    </message>
    <message>
        <source>Write down: {words}</source>
        <translation>Запишите: {words}</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Press to sort by a column. Without a mouse: {keys} in the list</source>
        <translation>Нажмите, чтобы сортировать по столбцу. Без мыши: {keys} в списке</translation>
    </message>
    <message>
        <source>{keys} sorts the list</source>
        <translation>{keys}: сортировать список</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>There is no time {0}</source>
        <translation>Времени {0} не бывает</translation>
    </message>
    <message>
        <source>Only a time is taken here, as 08:30.</source>
        <translation>Здесь пишут только время, например 08:30.</translation>
    </message>
</context>
<context>
    <name>TypedGroups</name>
    <message>
        <source>Group {number}</source>
        <translation>Группа {number}</translation>
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
