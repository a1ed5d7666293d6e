<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Navigation and page</source>
        <translation>Аз менюи чап ба саҳифа ва баръакс</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Ҷустуҷӯи шахс</translation>
    </message>
    <message>
        <source>Lock the program</source>
        <translation>Қулф кардани барнома</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Тугмаҳо ва роҳнамо</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Пӯшидани барнома</translation>
    </message>
</context>
<context>
    <name>CourseTabs</name>
    <message>
        <source>Overview</source>
        <translation>Шарҳ</translation>
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
        <translation>Баҳогузорӣ</translation>
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
    <name>CrashSheet</name>
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
        <translation>Давом додан</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
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
    <name>Notice</name>
    <message>
        <source>Save what can be read…</source>
        <translation>Наҷоти он чи хонда мешавад…</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп кардан</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Варақ задани саҳифаҳо</translation>
    </message>
    <message>
        <source>Type the number of a page</source>
        <translation>Рақами саҳифаро навиштан</translation>
    </message>
    <message>
        <source>Larger, smaller, whole width</source>
        <translation>Калонтар, хурдтар, пурра дар бар</translation>
    </message>
    <message>
        <source>Whole page, size on paper, whole width</source>
        <translation>Саҳифаи пурра, андоза дар коғаз, пурра дар бар</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сабт ба PDF</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>Ба принтер %n саҳифа фиристода шуд</numerusform>
            <numerusform>Ба принтер %n саҳифа фиристода шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Test page of the printer</source>
        <translation>Саҳифаи санҷиши принтер</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Print</source>
        <translation>Чоп кардан</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the paper as PDF and print it on another one.</source>
        <translation>Дар ин компютер принтер нест. Ҳуҷҷатро ҳамчун PDF сабт карда, дар компютери дигар чоп кунед.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Нусхаҳо</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Саҳифаҳо</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Ҳама ({count})</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Ҳамин</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Ҳамин саҳифа</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Танҳо инҳо</translation>
    </message>
    <message>
        <source>Numbers of pages</source>
        <translation>Рақами саҳифаҳо</translation>
    </message>
    <message>
        <source>For example 1-3, 7. 5- is from 5 to the end.</source>
        <translation>Масалан 1-3, 7. «5-» яъне аз 5 то охир.</translation>
    </message>
    <message>
        <source>Whose certificates are printed</source>
        <translation>Шаҳодатномаи кӣ чоп шавад</translation>
    </message>
    <message>
        <source>Sides of the paper</source>
        <translation>Тарафҳои варақ</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Саҳифаи санҷишӣ</translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation>Танзимоти дигар…</translation>
    </message>
    <message>
        <source>Opens the print dialog of the system.</source>
        <translation>Равзанаи чопи системаро мекушояд.</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>One side</source>
        <translation>Як тараф</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Ҳар ду тараф</translation>
    </message>
    <message>
        <source>Fronts only</source>
        <translation>Танҳо рӯйҳо</translation>
    </message>
    <message>
        <source>Backs only</source>
        <translation>Танҳо пуштҳо</translation>
    </message>
    <message>
        <source>Afterwards put the printed pile back and print the backs. Try it with one sheet.</source>
        <translation>Баъд варақҳои чопшударо ба принтер баргардонда, пуштҳоро чоп кунед. Аввал бо як варақ санҷед.</translation>
    </message>
    <message>
        <source>Put the printed fronts back into the printer first. Try it with one sheet.</source>
        <translation>Аввал варақҳоеро, ки рӯяшон чоп шудааст, ба принтер баргардонед. Бо як варақ санҷед.</translation>
    </message>
    <message>
        <source>Shrink to the printable area ({percent} %)</source>
        <translation>Хурд кардан то майдони чоп ({percent} %)</translation>
    </message>
    <message>
        <source>This printer says that it prints to the edge. If a frame comes out cut, tick this.</source>
        <translation>Принтер мегӯяд, ки то канор чоп мекунад. Агар чорчӯба бурида барояд, инро қайд кунед.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white: part of the page would be cut off.</source>
        <translation>Ин принтер дар канорҳо то {size} мм-ро сафед мемонад: як қисми саҳифа бурида мешавад.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white. Nothing would be cut off.</source>
        <translation>Ин принтер дар канорҳо то {size} мм-ро сафед мемонад. Чизе бурида намешавад.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>{pages} on {sheets}</source>
        <translation>{pages} дар {sheets}</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n варақ</numerusform>
            <numerusform>%n варақ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
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
        <translation>Ҳоло ном нест</translation>
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
        <translation>Қулф кардан</translation>
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
        <translation>Иштирокчиён</translation>
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
    <name>RowHistoryPanel</name>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Different values were recorded without knowing of each other. The later one counts until somebody decides.</source>
        <translation>Қиматҳои гуногун сабт шудаанд: ҳеҷ яке аз ноутбукҳо навиштаи дигареро надида буд. То касе ҳал накунад, қимати дертар ба ҳисоб меравад.</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>Кушодани «Баррасӣ»</translation>
    </message>
    <message>
        <source>contradicts another entry</source>
        <translation>бо сабти дигар ихтилоф дорад</translation>
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
        <source>Decided between: {values}</source>
        <translation>Аз байни инҳо ҳал шуд: {values}</translation>
    </message>
    <message>
        <source>Reason: {text}</source>
        <translation>Сабаб: {text}</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлҳои ин барнома (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Қабули файл</translation>
    </message>
    <message numerus="yes">
        <source>Taking in %n file(s)</source>
        <translation>
            <numerusform>Қабули %n файл</numerusform>
            <numerusform>Қабули %n файл</numerusform>
        </translation>
    </message>
    <message>
        <source>This laptop now belongs to {office}</source>
        <translation>Акнун ин ноутбук ба идораи «{office}» пайваст аст</translation>
    </message>
    <message>
        <source>Compare these digits with the office by telephone: {digits}. The laptop&apos;s code is {code}.</source>
        <translation>Ин рақамҳоро бо идора тавассути телефон муқоиса кунед: {digits}. Рамзи ноутбук — {code}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not taken in; they stay where they are</source>
        <translation>
            <numerusform>%n файл қабул нашуд ва дар ҷояш монд</numerusform>
            <numerusform>%n файл қабул нашуданд ва дар ҷояшон монданд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation>
            <numerusform>%n файл ба канор гузошта шуд</numerusform>
            <numerusform>%n файл ба канор гузошта шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>They come from a laptop that is not known here. They wait in Review.</source>
        <translation>Онҳо аз ноутбуке омадаанд, ки дар ин ҷо ношинос аст. Онҳо дар «Баррасӣ» интизоранд.</translation>
    </message>
    <message>
        <source>They come from a laptop that the office has revoked: {codes}. They wait in Review.</source>
        <translation>Онҳо аз ноутбуке омадаанд, ки идора дастрасии онро бекор кардааст: {codes}. Онҳо дар «Баррасӣ» интизоранд.</translation>
    </message>
    <message>
        <source>Some come from a laptop that is not known here, others from one that the office has revoked: {codes}. They wait in Review.</source>
        <translation>Қисме аз ноутбуки дар ин ҷо ношинос, қисми дигар аз ноутбуке омадааст, ки идора дастрасии онро бекор кардааст: {codes}. Файлҳо дар «Баррасӣ» интизоранд.</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n scan(s)</source>
        <translation>
            <numerusform>Қабул шуд: %n скан</numerusform>
            <numerusform>Қабул шуд: %n скан</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was taken in</source>
        <translation>Файл қабул шуд</translation>
    </message>
    <message>
        <source>Everything in the file was here already</source>
        <translation>Ҳама чизи файл аллакай дар ин ҷо буд</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n change(s)</source>
        <translation>
            <numerusform>Қабул шуд: %n тағйирот</numerusform>
            <numerusform>Қабул шуд: %n тағйирот</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s) to decide in Review.</source>
        <translation>
            <numerusform>Дар «Баррасӣ» %n ихтилоф ҳалталаб аст.</numerusform>
            <numerusform>Дар «Баррасӣ» %n ихтилоф ҳалталаб аст.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
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
    <message>
        <source>Undo: {step}</source>
        <translation>Бекор кардан: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Такрор: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Такрор кардан</translation>
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
