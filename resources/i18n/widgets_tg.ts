<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>Тафсилот</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Бигзор монад</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>There is no day {0}</source>
        <translation>Рӯзи {0} дар тақвим нест</translation>
    </message>
    <message>
        <source>Only a day is taken here, as 17.10.2018.</source>
        <translation>Дар ин ҷо танҳо рӯз навишта мешавад, масалан 17.10.2018.</translation>
    </message>
</context>
<context>
    <name>DigitsOnly</name>
    <message>
        <source>Only digits are taken here, {count} at the most.</source>
        <translation>Дар ин ҷо танҳо рақамҳо қабул мешаванд, на бештар аз {count}.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>The two are not the same</source>
        <translation>Онҳо якхела нестанд</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Гузарвожаи нав</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Боз ҳамон</translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>Offer words</source>
        <translation>Пешниҳоди калимаҳо</translation>
    </message>
    <message>
        <source>Puts five random words in as the passphrase</source>
        <translation>Панҷ калимаи тасодуфиро ба ҷойи гузарвожа мегузорад</translation>
    </message>
</context>
<context>
    <name>PageField</name>
    <message>
        <source>Go to page</source>
        <translation>Гузаштан ба саҳифа</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Саҳифаи {page} аз {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Нишон додани гузарвожа</translation>
    </message>
    <message>
        <source>Caps Lock is on: capital letters are typed</source>
        <translation>Caps Lock фаъол аст: ҳарфҳои калон навишта мешаванд</translation>
    </message>
</context>
<context>
    <name>PassphraseGuesses</name>
    <message numerus="yes">
        <source>Next try in %n second(s)</source>
        <translation>
            <numerusform>Кӯшиши навбатӣ баъд аз %n сония</numerusform>
            <numerusform>Кӯшиши навбатӣ баъд аз %n сония</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Save as PDF</source>
        <translation>Сабт ба PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
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
        <translation>Боздоштан</translation>
    </message>
    <message>
        <source>Stopping. Nothing is changed.</source>
        <translation>Боздошта мешавад. Ҳеҷ чиз тағйир намеёбад.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Cancel</source>
        <comment>what was begun in a form</comment>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Бе сабт пӯшида шавад?</translation>
    </message>
    <message>
        <source>{form}: what is typed or chosen there would be lost.</source>
        <translation>{form}: он чи навишта ё интихоб шуд, гум мешавад.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Бе сабт пӯшидан</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>Давом додани навиштан</translation>
    </message>
</context>
<context>
    <name>SpokenField</name>
    <message>
        <source>Group {number} does not add up: have it read again.</source>
        <translation>Гурӯҳи {number} дуруст намебарояд: хоҳиш кунед, ки боз хонанд.</translation>
    </message>
    <message>
        <source>{found} of {all} groups, all right so far</source>
        <translation>{found} аз {all} гурӯҳ, то ҳол ҳама дуруст</translation>
    </message>
    <message>
        <source>{all} groups of six digits; spaces do not matter</source>
        <translation>{all} гурӯҳи шашрақама; фосилаҳо муҳим нестанд</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Help</source>
        <translation>Маълумотнома</translation>
    </message>
</context>
<context>
    <name>StrengthHint</name>
    <message numerus="yes">
        <source>Too short: four words, or %n characters</source>
        <translation>
            <numerusform>Хеле кӯтоҳ: чор калима ё %n аломат</numerusform>
            <numerusform>Хеле кӯтоҳ: чор калима ё %n аломат</numerusform>
        </translation>
    </message>
    <message>
        <source>Digits alone are soon guessed: use words</source>
        <translation>Танҳо рақамҳоро ёфтан осон аст: калимаҳо гиред</translation>
    </message>
    <message>
        <source>Always the same: use different words</source>
        <translation>Ҳамон як чиз такрор мешавад: калимаҳои гуногун гиред</translation>
    </message>
    <message>
        <source>Your own name is tried first: use other words</source>
        <translation>Номи худатонро аввал месанҷанд: калимаҳои дигар гиред</translation>
    </message>
    <message>
        <source>Soon guessed: add words that nobody expects</source>
        <translation>Ёфтанаш осон: калимаҳои ғайричашмдошт илова кунед</translation>
    </message>
    <message numerus="yes">
        <source>Four words that have nothing to do with each other, or %n characters</source>
        <translation>
            <numerusform>Чор калимаи ба ҳам вобастанабуда ё %n аломат</numerusform>
            <numerusform>Чор калимаи ба ҳам вобастанабуда ё %n аломат</numerusform>
        </translation>
    </message>
    <message>
        <source>Good enough; one more word makes it stronger</source>
        <translation>Кифоя аст; боз як калима онро мустаҳкамтар мекунад</translation>
    </message>
    <message>
        <source>Strong</source>
        <extracomment>A passphrase that is hard to guess</extracomment>
        <translation>Мустаҳкам</translation>
    </message>
    <message>
        <source>Write down: {words}</source>
        <translation>Нависед: {words}</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Press to sort by a column. Without a mouse: {keys} in the list</source>
        <translation>Пахш кунед, то рӯйхат аз рӯйи сутун тартиб ёбад. Бе муш: {keys} дар рӯйхат</translation>
    </message>
    <message>
        <source>{keys} sorts the list</source>
        <translation>{keys}: тартиб додани рӯйхат</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>There is no time {0}</source>
        <translation>Вақти {0} вуҷуд надорад</translation>
    </message>
    <message>
        <source>Only a time is taken here, as 08:30.</source>
        <translation>Дар ин ҷо танҳо вақт навишта мешавад, масалан 08:30.</translation>
    </message>
</context>
<context>
    <name>TypedGroups</name>
    <message>
        <source>Group {number}</source>
        <translation>Гурӯҳи {number}</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Smaller</source>
        <translation>Хурдтар</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Калонтар</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Андозаи саҳифаҳо</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Тамоми саҳифа</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>Пурра дар бар</translation>
    </message>
</context>
</TS>
