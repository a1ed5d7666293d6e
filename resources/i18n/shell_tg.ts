<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Anywhere</name>
    <message>
        <source>Page</source>
        <translation>Саҳифа</translation>
    </message>
    <message>
        <source>In this course</source>
        <translation>Дар ин курс</translation>
    </message>
    <message>
        <source>Choose the course first</source>
        <translation>Аввал курсро интихоб кунед</translation>
    </message>
    <message>
        <source>In the course {course}</source>
        <translation>Дар курси {course}</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
    <message>
        <source>mark everybody, all at once</source>
        <translation>ҳамаро якбора қайд кардан</translation>
    </message>
    <message>
        <source>Check evidence: a folder…</source>
        <translation>Санҷидани мавод: ҷузвдон…</translation>
    </message>
    <message>
        <source>Check evidence: an encrypted file…</source>
        <translation>Санҷидани мавод: файли рамзгузоришуда…</translation>
    </message>
    <message>
        <source>Check a backup…</source>
        <translation>Санҷидани нусхаи эҳтиётӣ…</translation>
    </message>
    <message>
        <source>Nothing new is made on this page</source>
        <translation>Дар ин саҳифа чизи нав сохта намешавад</translation>
    </message>
    <message>
        <source>A course is made in the list of courses.</source>
        <translation>Курси нав дар рӯйхати курсҳо сохта мешавад.</translation>
    </message>
    <message>
        <source>This page has no paper of its own</source>
        <translation>Ин саҳифа ҳуҷҷати чопӣ надорад</translation>
    </message>
    <message>
        <source>The papers of a course are printed in the course; lists and reports where they stand.</source>
        <translation>Ҳуҷҷатҳои курс дар худи курс, рӯйхату ҳисоботҳо дар ҷойи худашон чоп мешаванд.</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>The clock says {now}. Is that right?</source>
        <translation>Соат нишон медиҳад: {now}. Дуруст аст?</translation>
    </message>
    <message>
        <source>The last change here was on {last}. {how} Everything is kept either way.</source>
        <translation>Тағйири охирин дар ин ҷо: {last}. {how} Дар ҳар сурат ҳама чиз маҳфуз аст.</translation>
    </message>
    <message>
        <source>The clock says {now}, which is before the last change</source>
        <translation>Соат {now}-ро нишон медиҳад: пеш аз тағйири охирин</translation>
    </message>
    <message>
        <source>The last change here is dated {last}. {how} Nothing is lost, whichever is wrong.</source>
        <translation>Тағйири охирин дар ин ҷо чунин сана дорад: {last}. {how} Кадомаш нодуруст бошад ҳам, ҳеҷ чиз гум нашудааст.</translation>
    </message>
    <message>
        <source>The date is right</source>
        <translation>Сана дуруст аст</translation>
    </message>
    <message>
        <source>To correct it: right-click the clock at the bottom right, “Adjust date and time”.</source>
        <translation>Барои ислоҳ: тугмаи рости мушро дар соати поёни рост пахш карда, «Настроить дату и время»-ро интихоб кунед.</translation>
    </message>
    <message>
        <source>To correct it: the system&apos;s settings, “Date and time”.</source>
        <translation>Барои ислоҳ: танзимоти система, «Сана ва вақт».</translation>
    </message>
    <message>
        <source>The clock was set back</source>
        <translation>Соат ба ақиб гардонида шуд</translation>
    </message>
    <message>
        <source>It said {before} and now says {now}. If that was a correction, nothing needs to be done; otherwise: {how} Everything recorded is kept in its order.</source>
        <translation>Пештар {before} буд, ҳоло {now}. Агар ин ислоҳ бошад, коре лозим нест; вагарна: {how} Ҳар чи сабт шудааст, бо тартибаш маҳфуз аст.</translation>
    </message>
</context>
<context>
    <name>CourseTabs</name>
    <message>
        <source>Overview</source>
        <translation>Маълумоти умумӣ</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Ҷадвал</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Давомот</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Санҷишҳо</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Назарпурсӣ</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
</context>
<context>
    <name>CrashOverlay</name>
    <message>
        <source>Something in the program failed</source>
        <translation>Дар барнома хато рух дод</translation>
    </message>
    <message>
        <source>Everything shown as saved is safe. You can go on working. If it happens again, send the report to the office: it holds no names and no notes.</source>
        <translation>Ҳар чизе, ки сабтшуда нишон дода шудааст, маҳфуз аст. Корро давом додан мумкин аст. Агар ин боз такрор шавад, гузоришро ба идора фиристед: дар он ному эзоҳҳо нестанд.</translation>
    </message>
    <message>
        <source>Report: {path}</source>
        <translation>Гузориш: {path}</translation>
    </message>
    <message>
        <source>No report could be written: the disk refused.</source>
        <translation>Гузориш навишта нашуд: диск рад кард.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Идома додан</translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Тугмаҳо</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Дар ҳама ҷо</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Гузариш</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Next field or button</source>
        <translation>Майдон ё тугмаи навбатӣ</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>Пӯшидани чизи кушода</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Тартиб додани рӯйхат</translation>
    </message>
    <message>
        <source>Copy the row, the whole list</source>
        <translation>Нусха гирифтани сатр, тамоми рӯйхат</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Маълумотнома</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Пӯшидани маълумотнома</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Маълумотнома</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Search the help</source>
        <translation>Ҷустуҷӯ дар маълумотнома</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Ҳамаи саҳифаҳо</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Тугмаҳо</translation>
    </message>
    <message>
        <source>Print as a booklet</source>
        <translation>Чоп ҳамчун китобча</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Машқ кардан</translation>
    </message>
    <message>
        <source>First-day tour</source>
        <translation>Сайри рӯзи аввал</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Маълумотнома</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Калимаҳо чӣ маъно доранд</translation>
    </message>
    <message>
        <source>No page has all these words. These have some of them:</source>
        <translation>Саҳифае бо ҳамаи ин калимаҳо нест. Дар инҳо баъзеи онҳо ҳаст:</translation>
    </message>
    <message>
        <source>Nothing in the help has these words. Try others.</source>
        <translation>Дар маълумотнома чунин калимаҳо нест. Калимаҳои дигарро санҷед.</translation>
    </message>
</context>
<context>
    <name>Join</name>
    <message>
        <source>The first file of an office waits for the office&apos;s digits</source>
        <translation>Файли аввали идора рақамҳои идораро интизор аст</translation>
    </message>
    <message>
        <source>Until then nothing of it is imported.</source>
        <translation>То он вақт аз он ҳеҷ чиз қабул намешавад.</translation>
    </message>
    <message>
        <source>Type the digits…</source>
        <translation>Рақамҳоро нависед…</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Интихоби гузарвожа…</translation>
    </message>
    <message>
        <source>Give a passphrase…</source>
        <translation>Додани гузарвожа…</translation>
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
        <translation>Кор ҳанӯз идома дорад</translation>
    </message>
    <message>
        <source>The window closes by itself when it is finished. Stopping now changes nothing.</source>
        <translation>Баъди анҷоми кор равзана худаш пӯшида мешавад. Агар ҳозир боздоред, ҳеҷ чиз тағйир намеёбад.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Боздоштан ва пӯшидан</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Давом додани кор</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>%n more message(s)</source>
        <translation>
            <numerusform>боз %n паём</numerusform>
            <numerusform>боз %n паём</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Making the practice course</source>
        <translation>Курси машқ сохта мешавад</translation>
    </message>
    <message>
        <source>Your own data are closed meanwhile; you need your passphrase when you come back.</source>
        <translation>Маълумоти худи шумо дар ин вақт пӯшида мешавад; барои бозгашт гузарвожаатон лозим мешавад.</translation>
    </message>
    <message>
        <source>Practise with invented people?</source>
        <translation>Бо одамони бофта машқ кунед?</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Машқ кардан</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice: all people and courses are invented. Try everything, nothing here counts.</source>
        <translation>Барои машқ: ҳамаи одамон ва курсҳо бофта шудаанд. Ҳама чизро санҷед, ин ҷо ҳеҷ чиз ба ҳисоб намеравад.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>The practice course goes; the next time there is a fresh one.</source>
        <translation>Курси машқ нест мешавад; дафъаи дигар курси нав кушода мешавад.</translation>
    </message>
    <message>
        <source>To my own data</source>
        <translation>Ба маълумоти худам</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Found</source>
        <translation>Ёфт шуд</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Навъ</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Ҷустуҷӯи ҳама чиз</translation>
    </message>
    <message>
        <source>Person, course, certificate number, or what you want to do</source>
        <translation>Шахс, курс, рақами шаҳодатнома ё он чи кардан мехоҳед</translation>
    </message>
    <message>
        <source>Nothing found. Type fewer letters, in any alphabet.</source>
        <translation>Чизе ёфт нашуд. Ҳарфи камтар нависед, бо ҳар алифбо.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc leaves</source>
        <translation>↑ ↓ интихоб · Enter мекушояд · Esc мебандад</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Ба наздикӣ</translation>
    </message>
    <message>
        <source>Help: how it is done</source>
        <translation>Маълумотнома: чӣ тавр кардан</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Шахс</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Шаҳодатнома</translation>
    </message>
    <message>
        <source>Certificate, no longer valid</source>
        <translation>Шаҳодатнома, дигар эътибор надорад</translation>
    </message>
</context>
<context>
    <name>RecentPlaces</name>
    <message>
        <source>Find anything</source>
        <translation>Ҷустуҷӯи ҳама чиз</translation>
    </message>
    <message>
        <source>Recent:</source>
        <translation>Ба наздикӣ:</translation>
    </message>
</context>
<context>
    <name>ServerBand</name>
    <message>
        <source>Try now</source>
        <translation>Ҳозир такрор кунед</translation>
    </message>
    <message>
        <source>The office&apos;s server cannot be reached</source>
        <translation>Бо сервери идора алоқа нест</translation>
    </message>
    <message>
        <source>All that was shown as saved is safe there. What is typed and not saved stays on the screen. The program tries again by itself; you can go on as soon as it answers.</source>
        <translation>Ҳар чи сабтшуда нишон дода шуд, дар он ҷо маҳфуз аст. Он чи навишта, вале сабт нашудааст, дар экран мемонад. Барнома худ такрор мекунад; ҳамин ки сервер ҷавоб дод, давом додан мумкин аст.</translation>
    </message>
    <message>
        <source>{desk} imports a file: {share}</source>
        <translation>{desk} файл қабул мекунад: {share}</translation>
    </message>
    <message>
        <source>{file}. You can go on; only rows that it brings can be changed when it is done.</source>
        <translation>{file}. Давом додан мумкин аст; танҳо сатрҳоеро, ки он меорад, пас аз анҷом тағйир додан мумкин аст.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n интизор аст</numerusform>
            <numerusform>%n интизор аст</numerusform>
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
        <translation>Ҳама чиз сабт шуд</translation>
    </message>
    <message>
        <source>The data is damaged</source>
        <translation>Маълумот вайрон аст</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Ҳанӯз ном нест</translation>
    </message>
    <message>
        <source>Opens the settings</source>
        <translation>Танзимотро мекушояд</translation>
    </message>
    <message>
        <source>A data officer: what only heads do is grey.</source>
        <translation>Мутахассиси маълумот: он чи хокистарист, кори роҳбарон аст.</translation>
    </message>
    <message>
        <source>Only looks: buttons that change something are grey.</source>
        <translation>Танҳо мебинад: тугмаҳое, ки чизеро тағйир медиҳанд, хокистаранд.</translation>
    </message>
    <message>
        <source>Office computer {code}, travels</source>
        <translation>Компютери идора {code}, дар сафар</translation>
    </message>
    <message>
        <source>Laptop {code}</source>
        <translation>Ноутбуки {code}</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ин ноутбук</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>A button: the program asks for the passphrase</extracomment>
        <translation>Қулф кардан</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Маълумотнома</translation>
    </message>
    <message>
        <source>Office computer</source>
        <translation>Идора</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Имрӯз</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Одамон</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Арзёбӣ</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Фиристодан</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>The name of the screen where conflicts are decided</extracomment>
        <translation>Баррасӣ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Идора</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Танзимот</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Once more</source>
        <translation>Боз як бор</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Гузаштан ба он ҷо</translation>
    </message>
    <message>
        <source>Leave the tour: it can be taken up again from the help</source>
        <translation>Сайрро мондан: онро аз маълумотнома идома додан мумкин аст</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Оғози сайр</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ҳоло не</translation>
    </message>
    <message>
        <source>The tour can be started from the help at any time</source>
        <translation>Сайрро аз маълумотнома ҳар вақт оғоз кардан мумкин аст</translation>
    </message>
    <message>
        <source>First-day tour: {done} of {all} done</source>
        <translation>Сайри рӯзи аввал: {done} аз {all} иҷро шуд</translation>
    </message>
    <message>
        <source>First-day tour, {all} steps: each counts once you have done it yourself, from now on</source>
        <translation>Сайри рӯзи аввал, қадамҳо: {all}. Қадам ба ҳисоб меравад, вақте худатон онро аз ҳоло иҷро мекунед</translation>
    </message>
    <message>
        <source>That was a whole day. Well done!</source>
        <translation>Ин як рӯзи пурра буд. Офарин!</translation>
    </message>
    <message>
        <source>For the first time here?</source>
        <translation>Бори аввал дар ин ҷоед?</translation>
    </message>
    <message>
        <source>A tour leads through a trainer&apos;s first day in {all} steps, on this practice course. It tells what comes next; you can leave it at any time.</source>
        <translation>Сайр шуморо дар ин курси машқӣ аз рӯзи аввали тренер мебарад, қадамҳо: {all}. Он мегӯяд, ки баъд чӣ кардан лозим аст; онро ҳар вақт қатъ кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Open a course, or make one.</source>
        <translation>Курсро кушоед ё созед.</translation>
    </message>
    <message>
        <source>Add a person to the list of participants.</source>
        <translation>Ба рӯйхати иштирокчиён касеро илова кунед.</translation>
    </message>
    <message>
        <source>Look at the sign-in sheet, then print it or save it as PDF.</source>
        <translation>Варақаи имзоро бинед, баъд чоп кунед ё ҳамчун PDF сабт кунед.</translation>
    </message>
    <message>
        <source>Mark one person as late and type the minutes.</source>
        <translation>Як нафарро «дер омад» қайд карда, дақиқаҳоро нависед.</translation>
    </message>
    <message>
        <source>Mark the rest of a session present with one press.</source>
        <translation>Бо як пахш боқимондагони машғулиятро ҳозир қайд кунед.</translation>
    </message>
    <message>
        <source>Type somebody&apos;s points or answers in the test.</source>
        <translation>Холҳо ё ҷавобҳои касеро дар санҷиш ворид кунед.</translation>
    </message>
    <message>
        <source>Issue a certificate. Whoever was just added may need “Decide by hand”.</source>
        <translation>Шаҳодатнома диҳед. Барои шахси нав иловашуда шояд «Ба таври дастӣ ҳал кардан» лозим шавад.</translation>
    </message>
    <message>
        <source>Write a file for the office to a folder or a USB stick.</source>
        <translation>Файлро барои идора ба ҷузвдон ё флешка нависед.</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
    </message>
</context>
<context>
    <name>UndoQuestion</name>
    <message>
        <source>This was done last, elsewhere. It is undone and done again on its own page only.</source>
        <translation>Ин кори охирин аст, вале дар саҳифаи дигар. Онро танҳо дар он ҷо ботил ё такрор кардан мумкин аст.</translation>
    </message>
    <message>
        <source>This step is undone and done again on its own page only.</source>
        <translation>Ин амалро танҳо дар саҳифаи худаш ботил ё такрор кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Redo: {step} ({page})?</source>
        <translation>Такрор кардан: {step} ({page})?</translation>
    </message>
    <message>
        <source>Undo: {step} ({page})?</source>
        <translation>Ботил сохтан: {step} ({page})?</translation>
    </message>
    <message>
        <source>This was done last, but not on the page that is open.</source>
        <translation>Ин кори охирин аст, вале на дар саҳифае, ки кушода аст.</translation>
    </message>
    <message>
        <source>This step was done earlier, and not on the page that is open.</source>
        <translation>Ин амал пештар ва на дар саҳифае, ки кушода аст, иҷро шудааст.</translation>
    </message>
    <message>
        <source>Files were imported since.</source>
        <translation>Баъд аз ин файлҳо қабул шудаанд.</translation>
    </message>
    <message>
        <source>Files were imported since. An import is undone in “Office”, “Incoming files”.</source>
        <translation>Баъд аз ин файлҳо қабул шудаанд. Қабули файл дар «Идора», «Файлҳои воридшаванда» ботил карда мешавад.</translation>
    </message>
    <message>
        <source>The last step of this page: {step}</source>
        <translation>Қадами охирини ин саҳифа: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
    </message>
    <message>
        <source>Open: {page}</source>
        <translation>Кушодан: {page}</translation>
    </message>
    <message>
        <source>Undo the last step of this page</source>
        <translation>Ботил сохтани қадами охирини ин саҳифа</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ҳамин тавр монад</translation>
    </message>
</context>
<context>
    <name>UndoRow</name>
    <message>
        <source>Redo: {step}</source>
        <translation>Такрор: {step}</translation>
    </message>
</context>
<context>
    <name>UndoSteps</name>
    <message>
        <source>Undo: {step}</source>
        <translation>Ботил сохтан: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Такрор: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Ботил шуд: {step}</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Version {number} of the program is here</source>
        <translation>Версияи {number}-и барнома омад</translation>
    </message>
    <message>
        <source>It came with a file of the office. Take it when there is time.</source>
        <translation>Он бо файли идора омад. Вақте ки фурсат шавад, онро гузоред.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Дидан…</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Close the program?</source>
        <translation>Барнома пӯшида шавад?</translation>
    </message>
    <message>
        <source>A form is open and not saved: what is typed in it would be lost. All else is saved.</source>
        <translation>Варақаи кушода сабт нашудааст: он чи дар он навишта шуд, гум мешавад. Боқимонда ҳама сабт шудааст.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Ба ҳар ҳол пӯшидан</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in the watched folder</source>
        <translation>
            <numerusform>%n файли нав дар ҷузвдони воридот</numerusform>
            <numerusform>%n файли нав дар ҷузвдони воридот</numerusform>
        </translation>
    </message>
    <message>
        <source>Office proposes them under Incoming files.</source>
        <translation>Онҳо дар экрани «Идора», «Файлҳои воридшаванда» пешниҳод шудаанд.</translation>
    </message>
</context>
</TS>
