<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>CandidateRow</name>
    <message>
        <source>Join</source>
        <extracomment>A button: two records become one person</extracomment>
        <translation>Якҷоя кардан</translation>
    </message>
    <message>
        <source>Join with {name}: it is the same person</source>
        <translation>Якҷоя кардан бо {name}: ин ҳамон шахс аст</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Шахси дигар</translation>
    </message>
    <message>
        <source>{name} is not the same person</source>
        <translation>{name} шахси дигар аст</translation>
    </message>
</context>
<context>
    <name>DuplicatesCard</name>
    <message>
        <source>May be the same person</source>
        <translation>Шояд ҳамон шахс бошад</translation>
    </message>
</context>
<context>
    <name>EraseForm</name>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Нест кардани маълумоти шахс</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Барои ҳамеша нест кардан</translation>
    </message>
    <message>
        <source>Number of the request, if there is one</source>
        <translation>Рақами муроҷиат, агар бошад</translation>
    </message>
    <message>
        <source>{name}. This cannot be undone, and what was done before can no longer be undone either.</source>
        <translation>{name}. Инро ботил сохтан мумкин нест; корҳои пештараро ҳам дигар ботил сохтан мумкин намешавад.</translation>
    </message>
    <message>
        <source>On revoked laptops they stay, encrypted: {laptops}.</source>
        <translation>Дар ноутбукҳое, ки дастрасиашон бекор шудааст, онҳо рамзгузошта мемонанд: {laptops}.</translation>
    </message>
    <message>
        <source>Type the family name to confirm: {name}</source>
        <translation>Барои тасдиқ насабро нависед: {name}</translation>
    </message>
    <message>
        <source>The data are being erased</source>
        <translation>Маълумот нест карда мешавад</translation>
    </message>
    <message>
        <source>The data are erased, but older files could not be cleared yet</source>
        <translation>Маълумот нест карда шуд, вале файлҳои пешинаро ҳанӯз тоза кардан муяссар нашуд</translation>
    </message>
    <message>
        <source>The data are erased</source>
        <translation>Маълумот нест карда шуд</translation>
    </message>
    <message>
        <source>The record is in Office, Retention. The next files remove the data from the laptops.</source>
        <translation>Сабт дар бахши «Идора», «Муҳлати нигоҳдорӣ» аст. Аз ноутбукҳо маълумот бо файлҳои навбатӣ меравад.</translation>
    </message>
    <message>
        <source>Files of this computer were made anew without them.</source>
        <translation>Файлҳои ин компютер бе онҳо аз нав сохта шуданд.</translation>
    </message>
</context>
<context>
    <name>HeldForm</name>
    <message>
        <source>All that is kept about this person, with its history and where it went: a PDF to read and a JSON for programs. Give them to nobody else; it is noted that you made them.</source>
        <translation>Ҳамаи он чи дар бораи ин шахс нигоҳ дошта мешавад, бо таърих ва он ки ба куҷо рафт: PDF барои хондан ва JSON барои барномаҳо. Онҳоро ба каси дигар надиҳед; қайд мешавад, ки шумо онҳоро таҳия кардед.</translation>
    </message>
    <message>
        <source>Language of the person</source>
        <translation>Забони ин шахс</translation>
    </message>
    <message>
        <source>What is held about a person</source>
        <translation>Он чи дар бораи шахс нигоҳ дошта мешавад</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Ба куҷо сабт шавад…</translation>
    </message>
    <message>
        <source>Where to write the two files</source>
        <translation>Ду файл ба куҷо сабт шавад</translation>
    </message>
    <message>
        <source>Writing what is held</source>
        <translation>Сабти он чи нигоҳ дошта мешавад</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Find the other record</source>
        <translation>Сабти дигарро ёбед</translation>
    </message>
    <message>
        <source>A part of the name in any alphabet, or of the unit</source>
        <translation>Қисме аз ном бо ҳар алифбо ё аз ҷойи хизмат</translation>
    </message>
    <message>
        <source>Whose name stays</source>
        <translation>Номи кӣ мемонад</translation>
    </message>
    <message>
        <source>Which telephone stays</source>
        <translation>Кадом телефон мемонад</translation>
    </message>
    <message>
        <source>Join {name} with…</source>
        <translation>Бо кӣ якҷоя кардан: {name}</translation>
    </message>
    <message>
        <source>Join: one person</source>
        <translation>Якҷоя кардан: як шахс</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>Ном ё ҷойи хизмат</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Одамон</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n records are one person then, with all courses and both histories.</source>
        <translation>
            <numerusform>%n сабт як шахс мешавад: бо ҳамаи курсҳо ва ҳар ду таърих.</numerusform>
            <numerusform>%n сабт як шахс мешавад: бо ҳамаи курсҳо ва ҳар ду таърих.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark, test or certificate is changed, and they can be separated again.</source>
        <translation>Ягон қайд, санҷиш ва шаҳодатнома тағйир намеёбад ва сабтҳоро боз ҷудо кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Both are on the list of {courses}: there their time is counted once.</source>
        <translation>Ҳар ду дар рӯйхати {courses} ҳастанд: он ҷо вақти онҳо як бор ҳисоб мешавад.</translation>
    </message>
    <message>
        <source>Review asks then which of the two rows stays.</source>
        <translation>Баъд «Баррасӣ» мепурсад, ки кадоме аз ду сатр мемонад.</translation>
    </message>
    <message>
        <source>That they are not the same person, as was said before, is taken back.</source>
        <translation>Он чи пештар гуфта шуда буд, ки инҳо як шахс нестанд, бекор мешавад.</translation>
    </message>
</context>
<context>
    <name>JoinedPersonsCard</name>
    <message>
        <source>Separate again</source>
        <translation>Боз ҷудо кардан</translation>
    </message>
    <message>
        <source>Separate {name} again</source>
        <translation>{name}-ро боз ҷудо кардан</translation>
    </message>
    <message>
        <source>Joined with</source>
        <translation>Якҷоя бо</translation>
    </message>
</context>
<context>
    <name>PeopleListPage</name>
    <message>
        <source>All people</source>
        <translation>Ҳамаи одамон</translation>
    </message>
    <message>
        <source>Any sex</source>
        <translation>Ҳар ҷинс</translation>
    </message>
    <message>
        <source>Any unit</source>
        <translation>Ҳар ҷойи хизмат</translation>
    </message>
    <message>
        <source>Any course</source>
        <translation>Ҳар курс</translation>
    </message>
    <message>
        <source>Only one sex</source>
        <translation>Танҳо як ҷинс</translation>
    </message>
    <message>
        <source>Only one unit</source>
        <translation>Танҳо як ҷойи хизмат</translation>
    </message>
    <message>
        <source>Only one course</source>
        <translation>Танҳо як курс</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Whose data are to be erased? Find and open the person</source>
        <translation>Маълумоти киро нест мекунед? Он шахсро ёбед ва кушоед</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Ҷустуҷӯи шахс</translation>
    </message>
    <message>
        <source>trainers: {count}</source>
        <translation>тренерон: {count}</translation>
    </message>
    <message>
        <source>To erase somebody&apos;s data: open the person, then “Erase this person&apos;s data…”.</source>
        <translation>Барои нест кардани маълумоти шахс: ӯро кушоед, баъд «Маълумоти ин шахсро нест кардан…».</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Иловаи шахс</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Гузаштан ба курсҳо</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Ҳамаро нишон додан</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Одамон</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Касе ёфт нашуд</translation>
    </message>
    <message>
        <source>Type fewer letters (any alphabet) or clear the filters.</source>
        <translation>Ҳарфҳои камтар нависед, бо ҳар алифбо, ё филтрҳоро бардоред.</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>Ҳанӯз касе маълум нест</translation>
    </message>
    <message>
        <source>People come with a course: open a course and import its list, or add its participants.</source>
        <translation>Одамон бо курс меоянд: курсро кушоед ва рӯйхаташро қабул кунед ё иштирокчиёнашро илова намоед.</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>ҳамагӣ {count}</translation>
    </message>
    <message>
        <source>women: {count}</source>
        <translation>занон: {count}</translation>
    </message>
    <message>
        <source>on no list of participants: {count}</source>
        <translation>дар ягон рӯйхати иштирокчиён нест: {count}</translation>
    </message>
    <message>
        <source>sex not stated: {count}</source>
        <translation>ҷинс нишон дода нашудааст: {count}</translation>
    </message>
    <message>
        <source>{shown} of {all} are shown. Enter or a double click opens one.</source>
        <translation>{shown} аз {all} нишон дода шудааст. Барои кушодан — Enter ё ду бор пахш.</translation>
    </message>
    <message>
        <source>Enter or a double click opens one.</source>
        <translation>Барои кушодан — Enter ё ду бор пахш.</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>From the search into the list</source>
        <translation>Аз ҷустуҷӯ ба рӯйхат</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Кушодани маълумоти шахс</translation>
    </message>
    <message>
        <source>Back to everybody</source>
        <translation>Бозгашт ба ҳама</translation>
    </message>
</context>
<context>
    <name>PersonCourseRow</name>
    <message>
        <source>attended: {share}</source>
        <translation>иштирок: {share}</translation>
    </message>
</context>
<context>
    <name>PersonCoursesCard</name>
    <message>
        <source>On no course&apos;s list yet.</source>
        <translation>Ҳанӯз дар рӯйхати ягон курс нест.</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
</context>
<context>
    <name>PersonDataCard</name>
    <message>
        <source>Data</source>
        <translation>Маълумот</translation>
    </message>
    <message>
        <source>What is held about this person…</source>
        <translation>Он чи дар бораи шахс ҳаст…</translation>
    </message>
    <message>
        <source>Erase this person&apos;s data…</source>
        <translation>Маълумоти ин шахсро нест кардан…</translation>
    </message>
</context>
<context>
    <name>PersonHistoryCard</name>
    <message>
        <source>History of changes</source>
        <translation>Таърихи тағйирот</translation>
    </message>
    <message numerus="yes">
        <source>%n older</source>
        <translation>
            <numerusform>%n тағйири пештара</numerusform>
            <numerusform>%n тағйири пештара</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded: {values}</source>
        <translation>Сабт шуд: {values}</translation>
    </message>
    <message>
        <source>Taken out again</source>
        <translation>Боз аз рӯйхатҳо бароварда шуд</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Ба рӯйхатҳо баргардонда шуд</translation>
    </message>
    <message>
        <source>record {name}</source>
        <translation>сабт: {name}</translation>
    </message>
    <message>
        <source>laptop {code}</source>
        <translation>ноутбуки {code}</translation>
    </message>
    <message>
        <source>came with {file}</source>
        <translation>бо файли {file} омад</translation>
    </message>
    <message>
        <source>reason: {text}</source>
        <translation>сабаб: {text}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Back to everybody</source>
        <translation>Бозгашт ба ҳама</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>Join with…</source>
        <translation>Якҷоя кардан бо…</translation>
    </message>
</context>
</TS>
