<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AddForm</name>
    <message>
        <source>From now on each person types a short name and a passphrase of their own. Yours stays; your short name is “{short}”.</source>
        <translation>Аз ин пас ҳар кас номи кӯтоҳ ва гузарвожаи худро менависад. Гузарвожаи шумо мемонад; номи кӯтоҳи шумо – «{short}».</translation>
    </message>
    <message>
        <source>The new person types the short name and this passphrase. Tell them both. A head chooses another one in Settings before they decide anything with a second head.</source>
        <translation>Корманди нав номи кӯтоҳ ва ҳамин гузарвожаро менависад. Ҳар дуи онро ба ӯ гӯед. Роҳбар пеш аз он ки бо роҳбари дуюм чизеро ҳал кунад, дар «Танзимот» гузарвожаи дигар интихоб мекунад.</translation>
    </message>
    <message>
        <source>Short name, to unlock</source>
        <translation>Номи кӯтоҳ барои ворид шудан</translation>
    </message>
    <message>
        <source>Family and given name</source>
        <translation>Насаб ва ном</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Нақш</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Гузарвожаи худи шумо</translation>
    </message>
    <message>
        <source>Add a person</source>
        <comment>who opens the office too</comment>
        <translation>Илова кардани корманд</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Илова кардан</translation>
    </message>
</context>
<context>
    <name>AllPacksPanel</name>
    <message>
        <source>Files for all laptops</source>
        <translation>Файлҳо барои ҳамаи ноутбукҳо</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Навиштани файлҳо</translation>
    </message>
    <message>
        <source>A file for each laptop that is ticked: its courses with their people, your corrections, receipts and lists. Only that laptop can open it, and its name says for whom it is.</source>
        <translation>Барои ҳар ноутбуки қайдшуда як файл: курсҳои он бо иштирокчиён, ислоҳҳои шумо, тасдиқҳо ва рӯйхатҳо. Онро танҳо ҳамон ноутбук мекушояд, ва номаш мегӯяд, ки барои кист.</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Ноутбукҳо</translation>
    </message>
    <message>
        <source>Also the courses planned here for their trainers</source>
        <translation>Инчунин курсҳое, ки дар ин ҷо барои тренерони онҳо ба нақша гирифта шудаанд</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ба куҷо</translation>
    </message>
    <message>
        <source>Only what each laptop was given so far goes. A course is ticked for it in “Write a file for {code}”.</source>
        <translation>Танҳо он чизе меравад, ки то ҳол ба ҳар ноутбук дода шудааст. Курсро барои он дар «Навиштани файл барои {code}» қайд мекунанд.</translation>
    </message>
    <message>
        <source>Writing the files for the laptops</source>
        <translation>Навиштани файлҳо барои ноутбукҳо</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файл</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with the office&apos;s own changes</source>
        <translation>
            <numerusform>боз %n бо тағйироти худи идора</numerusform>
            <numerusform>боз %n бо тағйироти худи идора</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n file(s). Take them from a copy.</source>
        <translation>
            <numerusform>%n файл намерасад. Онро аз нусха гиред.</numerusform>
            <numerusform>%n файл намерасанд. Онҳоро аз нусха гиред.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take from a copy…</source>
        <translation>Гирифтан аз нусха…</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Ҳамааш дар ҷояш аст.</translation>
    </message>
    <message>
        <source>Encrypted originals of all files imported</source>
        <translation>Асли рамзгузоришудаи ҳамаи файлҳои қабулшуда</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>Ҳанӯз нусха нест.</translation>
    </message>
    <message>
        <source>{copied} of {files} files, {moment}</source>
        <translation>{copied} аз {files} файл, {moment}</translation>
    </message>
    <message>
        <source>It still holds erased data: copy anew into the same folder.</source>
        <translation>Дар он ҳанӯз маълумоти несткардашуда ҳаст: аз нав ба ҳамон ҷузвдон нусха гиред.</translation>
    </message>
    <message>
        <source>Copy on another disk</source>
        <translation>Нусха дар диски дигар</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Нусха гирифтан…</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>the place</comment>
        <translation>Бойгонӣ</translation>
    </message>
    <message>
        <source>The database can be made anew from the archive</source>
        <translation>Пойгоҳи маълумотро аз бойгонӣ аз нав сохтан мумкин аст</translation>
    </message>
    <message>
        <source>Makes a second one from it and compares the two. Nothing is changed by that.</source>
        <translation>Аз он пойгоҳи дуюм месозад ва ҳар дуро муқоиса мекунад. Бо ин чизе тағйир намеёбад.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Муқоиса кардан</translation>
    </message>
    <message>
        <source>Replace the database with it…</source>
        <translation>Ба ҷойи пойгоҳи маълумот гузоштан…</translation>
    </message>
    <message>
        <source>the usual choice</source>
        <translation>интихоби маъмулӣ</translation>
    </message>
    <message>
        <source>copy the archive before you write files for the laptops</source>
        <translation>пеш аз навиштани файлҳо барои ноутбукҳо бойгониро нусха гиред</translation>
    </message>
    <message>
        <source>Until its changes are safe, a laptop sends them again with every file, so none can be lost.</source>
        <translation>То он даме ки тағйирот ҳифз нашудаанд, ноутбук онҳоро бо ҳар файл боз мефиристад, бинобар ин гум шудани онҳо имкон надорад.</translation>
    </message>
    <message>
        <source>Where to write the copy</source>
        <translation>Нусха ба куҷо навишта шавад</translation>
    </message>
    <message>
        <source>Where the copy of the archive lies</source>
        <translation>Нусхаи бойгонӣ дар куҷост</translation>
    </message>
    <message>
        <source>Taking files from the copy</source>
        <translation>Файлҳо аз нусха гирифта мешаванд</translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n file(s). Take them from another copy.</source>
        <translation>
            <numerusform>Боз %n файл намерасад. Онро аз нусхаи дигар гиред.</numerusform>
            <numerusform>Боз %n файл намерасад. Онро аз нусхаи дигар гиред.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken from the copy</source>
        <translation>
            <numerusform>Аз нусха %n файл гирифта шуд</numerusform>
            <numerusform>Аз нусха %n файл гирифта шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying the archive</source>
        <translation>Нусхабардории бойгонӣ</translation>
    </message>
    <message>
        <source>{folder}: {files} files, new: {new}. Eject the disk before you pull it out.</source>
        <translation>{folder}: {files} файл, нав: {new}. Пеш аз кашидани диск онро бехатар ҷудо кунед.</translation>
    </message>
    <message>
        <source>Making the database anew from the archive</source>
        <translation>Сохтани пойгоҳи маълумот аз бойгонӣ</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the archive cannot be read</source>
        <translation>
            <numerusform>%n файли бойгонӣ хонда намешавад</numerusform>
            <numerusform>%n файли бойгонӣ хонда намешаванд</numerusform>
        </translation>
    </message>
    <message>
        <source>Without them the database would lack something. Take them from a copy: {files}</source>
        <translation>Бе онҳо дар пойгоҳи маълумот чизе намерасад. Онҳоро аз нусха гиред: {files}</translation>
    </message>
    <message>
        <source>{count} changes from {files} files show the very same. Checksum: {digest}</source>
        <translation>{count} тағйир аз {files} файл айнан ҳамонро нишон медиҳанд. Рақами санҷишӣ: {digest}</translation>
    </message>
    <message>
        <source>The archive gives the same database</source>
        <translation>Бойгонӣ ҳамон пойгоҳи маълумотро медиҳад</translation>
    </message>
    <message>
        <source>The archive gives {entries} changes, the database holds {before}. Check the data in Settings first: if the database is damaged, the one from the archive can take its place.</source>
        <translation>Бойгонӣ {entries} тағйир медиҳад, дар пойгоҳи маълумот {before} аст. Аввал маълумотро дар Танзимот санҷед: агар пойгоҳ вайрон шуда бошад, пойгоҳи аз бойгонӣ сохташуда ҷойи онро гирифта метавонад.</translation>
    </message>
    <message>
        <source>The archive gives another database</source>
        <translation>Бойгонӣ пойгоҳи маълумоти дигар медиҳад</translation>
    </message>
    <message>
        <source>Go on with the database from the archive?</source>
        <translation>Бо пойгоҳи маълумоти аз бойгонӣ идома дода шавад?</translation>
    </message>
    <message>
        <source>The one in use now is kept among the copies. What undo could take back until now can then no longer be undone.</source>
        <translation>Пойгоҳи ҳозира дар байни нусхаҳо мемонад. Он чиро, ки то ҳол ботил сохтан мумкин буд, баъд дигар ботил сохтан намешавад.</translation>
    </message>
    <message>
        <source>Replace the database</source>
        <translation>Ба ҷояш гузоштан</translation>
    </message>
    <message>
        <source>The one used before is kept: {file}</source>
        <translation>Пойгоҳи пешина нигоҳ дошта шуд: {file}</translation>
    </message>
    <message>
        <source>The database from the archive is in use now</source>
        <translation>Акнун пойгоҳи маълумоти аз бойгонӣ истифода мешавад</translation>
    </message>
</context>
<context>
    <name>BuilderBar</name>
    <message>
        <source>Hide what is said about the data</source>
        <translation>Пинҳон кардани шарҳи маълумот</translation>
    </message>
    <message numerus="yes">
        <source>About the data: %n</source>
        <translation>
            <numerusform>Дар бораи маълумот: %n</numerusform>
            <numerusform>Дар бораи маълумот: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Нишондиҳандаҳо</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Ҷадвал</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Диаграммаҳо</translation>
    </message>
    <message>
        <source>Targets</source>
        <extracomment>Planned and reached</extracomment>
        <translation>Нақша</translation>
    </message>
    <message>
        <source>For the donor</source>
        <translation>Барои донор</translation>
    </message>
    <message>
        <source>What of the report is shown</source>
        <translation>Чӣ аз ҳисобот нишон дода мешавад</translation>
    </message>
    <message>
        <source>Rows: {what}</source>
        <translation>Сатрҳо: {what}</translation>
    </message>
    <message>
        <source>Columns: {what}</source>
        <translation>Сутунҳо: {what}</translation>
    </message>
    <message>
        <source>none</source>
        <comment>rows or columns</comment>
        <translation>нест</translation>
    </message>
    <message>
        <source>Kept reports</source>
        <translation>Ҳисоботҳои сабтшуда</translation>
    </message>
    <message>
        <source>What stands in the rows</source>
        <translation>Дар сатрҳо чӣ меистад</translation>
    </message>
    <message>
        <source>What stands in the columns</source>
        <translation>Дар сутунҳо чӣ меистад</translation>
    </message>
    <message numerus="yes">
        <source>Figures: %n</source>
        <translation>
            <numerusform>Нишондиҳандаҳо: %n</numerusform>
            <numerusform>Нишондиҳандаҳо: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartsCard</name>
    <message>
        <source>Charts</source>
        <translation>Диаграммаҳо</translation>
    </message>
</context>
<context>
    <name>CourseChooser</name>
    <message>
        <source>{course} (trainer of this name)</source>
        <translation>{course} (тренераш ҳамном)</translation>
    </message>
</context>
<context>
    <name>DayForm</name>
    <message>
        <source>Names of {code}</source>
        <translation>Номҳои курси {code}</translation>
    </message>
    <message>
        <source>Save the day</source>
        <translation>Рӯзро сабт кардан</translation>
    </message>
    <message>
        <source>As the rule of the project or the office says</source>
        <translation>Мувофиқи қоидаи лоиҳа ё идора</translation>
    </message>
    <message>
        <source>Names are kept until</source>
        <translation>Номҳо нигоҳ дошта мешаванд то</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Enrol a laptop</source>
        <translation>Бақайдгирии ноутбук</translation>
    </message>
    <message>
        <source>Enrol and write its file</source>
        <translation>Бақайдгирӣ ва сабти файл</translation>
    </message>
    <message>
        <source>The trainer wrote a request file on the laptop. The first file from here brings it the courses.</source>
        <translation>Тренер дар ноутбук файли дархостро навиштааст. Файли аввал аз ин ҷо ба он курсҳоро мебарад.</translation>
    </message>
    <message>
        <source>Call the trainer at a number you know. The laptop shows six groups under “Join an office…”: type these two.</source>
        <translation>Ба тренер занг занед, ба рақаме, ки медонед. Ноутбук баъди тугмаи «Ба идора пайваст шудан…» шаш гурӯҳро нишон медиҳад: ин дуторо нависед.</translation>
    </message>
    <message>
        <source>Only these go to the laptop, with the people in them. More can be sent later.</source>
        <translation>Ба ноутбук танҳо ҳаминҳо бо иштирокчиёнашон мераванд. Дигарҳоро баъдтар фиристодан мумкин аст.</translation>
    </message>
    <message>
        <source>Request file</source>
        <translation>Файли дархост</translation>
    </message>
    <message>
        <source>A trainer&apos;s laptop</source>
        <translation>Ноутбуки тренер</translation>
    </message>
    <message>
        <source>It gets the courses that are ticked, and no others.</source>
        <translation>Он танҳо курсҳои қайдшударо мегирад.</translation>
    </message>
    <message>
        <source>A computer of the office that travels</source>
        <translation>Компютери идора барои сафар</translation>
    </message>
    <message>
        <source>It gets everything that the office has, and its person decides there as here.</source>
        <translation>Он ҳама чизеро мегирад, ки дар идора ҳаст, ва дар он мисли ин ҷо қарор қабул кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Whose computer it is</source>
        <translation>Ин компютери кист</translation>
    </message>
    <message>
        <source>Yours, or that of a data officer. Another head enrols their own.</source>
        <translation>Аз они шумо ё мутахассиси маълумот. Роҳбари дигар компютери худро худаш ба қайд мегирад.</translation>
    </message>
    <message>
        <source>Digits of the laptop</source>
        <translation>Рақамҳои ноутбук</translation>
    </message>
    <message>
        <source>Code of the laptop</source>
        <translation>Рамзи ноутбук</translation>
    </message>
    <message>
        <source>A letter and a number. It is part of certificate numbers and names of files.</source>
        <translation>Ҳарф ва рақам. Он дар рақами шаҳодатномаҳо ва номи файлҳо навишта мешавад.</translation>
    </message>
    <message>
        <source>Where to write its first file</source>
        <translation>Файли аввали он ба куҷо навишта шавад</translation>
    </message>
    <message>
        <source>Call the trainer at a number you know. The laptop shows six groups under Settings, “My office”: type these two.</source>
        <translation>Ба тренер занг занед, ба рақаме, ки медонед. Ноутбук шаш гурӯҳро дар «Танзимот», «Идораи ман» нишон медиҳад: ин дуторо нависед.</translation>
    </message>
    <message>
        <source>None is ticked: its first file would bring no course. More can be sent later.</source>
        <translation>Ягонтоаш интихоб нашудааст: файли аввал ягон курс намеорад. Боқимондаро баъдтар фиристодан мумкин аст.</translation>
    </message>
    <message>
        <source>Courses for this laptop</source>
        <translation>Курсҳо барои ин ноутбук</translation>
    </message>
    <message>
        <source>{name} teaches the ticked courses</source>
        <translation>Дар курсҳои қайдшуда {name} дарс медиҳад</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Интихоби файл…</translation>
    </message>
    <message>
        <source>{name} (enrolled as {code} before)</source>
        <translation>{name} (пештар ҳамчун {code} ба қайд гирифта шудааст)</translation>
    </message>
    <message>
        <source>A laptop without a name</source>
        <translation>Ноутбуки беном</translation>
    </message>
    <message>
        <source>Give the laptop a code.</source>
        <translation>Ба ноутбук рамз диҳед.</translation>
    </message>
    <message>
        <source>Type both groups of five digits.</source>
        <translation>Ҳар ду гурӯҳи панҷрақамаро нависед.</translation>
    </message>
    <message>
        <source>Requests (*.json *.treq);;All files (*)</source>
        <translation>Дархостҳо (*.json *.treq);;Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Enrolling the laptop</source>
        <translation>Ноутбук ба қайд гирифта мешавад</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Left out: {what}</source>
        <translation>Ба ҳисоб гирифта нашуд: {what}</translation>
    </message>
    <message>
        <source>The lines add up to more than the total, some being counted in several: {splits}.</source>
        <translation>Ҷамъи сатрҳо аз ҷамъи умумӣ зиёд аст, баъзеҳо дар чанд сатр ҳастанд: {splits}.</translation>
    </message>
    <message>
        <source>It is not filled in for these people. In the list Enter or a double click opens one: press Edit there and fill it in.</source>
        <translation>Дар ин шахсон ин пур нашудааст. Дар рӯйхат Enter ё ду клик сатрро мекушояд: он ҷо «Тағйир додан»-ро пахш карда, пур кунед.</translation>
    </message>
    <message>
        <source>To fill in what is not stated, choose that line: the list has its people.</source>
        <translation>Барои пур кардани он чи нишон дода нашудааст, ҳамон сатрро интихоб кунед: шахсони он дар рӯйхат меоянд.</translation>
    </message>
    <message>
        <source>Parts of the figure</source>
        <translation>Қисмҳои нишондиҳанда</translation>
    </message>
    <message>
        <source>All</source>
        <comment>the total</comment>
        <translation>Ҳамагӣ</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Тақсим аз рӯйи</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>Heading: a share of the figure, such as women</extracomment>
        <translation>Қисм</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Қимат</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message numerus="yes">
        <source>%n row(s) behind it</source>
        <translation>
            <numerusform>%n сатр</numerusform>
            <numerusform>%n сатр</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows behind the figure</source>
        <translation>Сатрҳои нишондиҳанда</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: goes to where the chosen row leads</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Enter or a double click opens the likeliest</source>
        <translation>Enter ё ду клик эҳтимолтаринашро мекушояд</translation>
    </message>
    <message>
        <source>The whole list, as a spreadsheet takes it; Ctrl+C: chosen rows</source>
        <translation>Тамоми рӯйхат, чунон ки ҷадвал мегирад; Ctrl+C: сатрҳои интихобшуда</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сабт ҳамчун…</translation>
    </message>
    <message>
        <source>The marks</source>
        <translation>Қайдҳо</translation>
    </message>
    <message>
        <source>The line on the list</source>
        <translation>Сатр дар рӯйхат</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Шахс</translation>
    </message>
    <message>
        <source>The tests</source>
        <translation>Санҷишҳо</translation>
    </message>
    <message>
        <source>The certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Рӯйхатро нусха гирифтан</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Нишон додани рӯйхат</translation>
    </message>
    <message>
        <source>Its course</source>
        <translation>Ҳамин курс</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Китоби Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Ҷадвал (CSV)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Рӯйхатро сабт кардан</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Сабти рӯйхат</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Тафсил</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Соатҳо</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Рӯзҳо</translation>
    </message>
    <message>
        <source>Result, %</source>
        <translation>Натиҷа, %</translation>
    </message>
    <message>
        <source>Change, points</source>
        <translation>Тағйирот, банд</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Афзоиш</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
</context>
<context>
    <name>IncomingFiles</name>
    <message>
        <source>Import</source>
        <translation>Қабул кардан</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) looked at, nothing imported yet</source>
        <translation>
            <numerusform>%n файл дида баромада шуд, ҳанӯз чизе қабул нашудааст</numerusform>
            <numerusform>%n файл дида баромада шуд, ҳанӯз чизе қабул нашудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Nothing to import; files set aside can be looked at in Review.</source>
        <translation>Ҳеҷ чиз илова намешавад; файли ба канор гузошташударо дар «Баррасӣ» дидан мумкин.</translation>
    </message>
    <message>
        <source>Nothing new would come in.</source>
        <translation>Чизи нав илова намешавад.</translation>
    </message>
    <message>
        <source>Nothing was imported; files set aside can be looked at in Review.</source>
        <translation>Ҳеҷ чиз илова нашуд; файли ба канор гузошташударо дар «Баррасӣ» дидан мумкин.</translation>
    </message>
    <message>
        <source>These files bring no conflicts</source>
        <translation>Дар ин файлҳо ихтилоф нест</translation>
    </message>
    <message>
        <source>The conflicts of these files are decided</source>
        <translation>Ихтилофҳои ин файлҳо ҳал шуданд</translation>
    </message>
    <message numerus="yes">
        <source>New pairs of people who may be one: %n</source>
        <translation>
            <numerusform>Ҷуфтҳои нав, ки шояд як шахс бошанд: %n</numerusform>
            <numerusform>Ҷуфтҳои нав, ки шояд як шахс бошанд: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other question(s) there</source>
        <translation>
            <numerusform>он ҷо боз %n савол</numerusform>
            <numerusform>он ҷо боз %n савол</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Кушодани «Баррасӣ»</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ҳоло не</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
</context>
<context>
    <name>IncomingPage</name>
    <message>
        <source>Imported before</source>
        <translation>Пештар қабулшуда</translation>
    </message>
    <message>
        <source>Look in Review</source>
        <translation>Дидан дар «Баррасӣ»</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Ботил сохтани ин қабул</translation>
    </message>
    <message>
        <source>Files imported</source>
        <translation>Файлҳои қабулшуда</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ҳанӯз нарасидааст</translation>
    </message>
    <message>
        <source>No file was imported yet</source>
        <translation>Ҳанӯз файле қабул нашудааст</translation>
    </message>
    <message>
        <source>Choose the files that trainers bring or send, as many as there are, or drop them on this window.</source>
        <translation>Файлҳоеро, ки тренерон оварда ё фиристодаанд, ҳарчанд ки бошанд, интихоб кунед ё ба ин равзана кашед.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Қабули файлҳо…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Кай</translation>
    </message>
    <message>
        <source>New changes</source>
        <translation>Тағйироти нав</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Натиҷа</translation>
    </message>
    <message>
        <source>{laptop}, with {others}</source>
        <translation>{laptop}, бо он {others}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>ботил шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n ихтилоф</numerusform>
            <numerusform>%n ихтилоф</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s), decided</source>
        <translation>
            <numerusform>%n ихтилоф, ҳал шуд</numerusform>
            <numerusform>%n ихтилоф, ҳал шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>imported</source>
        <translation>қабул шуд</translation>
    </message>
    <message>
        <source>They come with the next file of this laptop.</source>
        <translation>Онҳо бо файли навбатии ҳамин ноутбук меоянд.</translation>
    </message>
    <message>
        <source>Do not import these files</source>
        <translation>Ин файлҳоро қабул накардан</translation>
    </message>
    <message>
        <source>Stop watching this folder</source>
        <translation>Дигар назорат накардан</translation>
    </message>
    <message>
        <source>No folder is watched</source>
        <translation>Ҷузвдони воридот интихоб нашудааст</translation>
    </message>
    <message>
        <source>Files that arrive in a folder, by e-mail or in a shared one, can be proposed here.</source>
        <translation>Файлҳоеро, ки бо почта ё ба ҷузвдони умумӣ меоянд, дар ин ҷо пешниҳод кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Интихоби ҷузвдон…</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in {folder}</source>
        <translation>
            <numerusform>%n файли нав дар ҷузвдони {folder}</numerusform>
            <numerusform>%n файли нав дар ҷузвдони {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Дида баромадан</translation>
    </message>
    <message>
        <source>Watched: {folder}</source>
        <translation>Ҷузвдони воридот: {folder}</translation>
    </message>
    <message>
        <source>Nothing new in it.</source>
        <translation>Дар он чизи нав нест.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Тағйир додан…</translation>
    </message>
    <message>
        <source>Which folder to watch</source>
        <translation>Кадом ҷузвдон ҷузвдони воридот бошад</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation>
            <numerusform>%n файл ба канор гузошта шуд</numerusform>
            <numerusform>%n файл ба канор гузошта шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлҳои ин барнома (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n file(s)</source>
        <translation>
            <numerusform>%n файл дида баромада мешавад</numerusform>
            <numerusform>%n файл дида баромада мешавад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Қабули %n файл</numerusform>
            <numerusform>Қабули %n файл</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported before that: %n file(s). They stay; the others were not touched.</source>
        <translation>
            <numerusform>То ин дам %n файл қабул шуд ва мемонад. Боқимонда даст нахӯрдааст.</numerusform>
            <numerusform>То ин дам %n файл қабул шуд ва мемонад. Боқимонда даст нахӯрдааст.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Боздошта шуд</translation>
    </message>
    <message>
        <source>Undoing the import of {file}</source>
        <translation>Қабули {file} ботил мешавад</translation>
    </message>
    <message>
        <source>Everything is as it was before it. The file can be imported again at any time.</source>
        <translation>Ҳама чиз чун пеш аз он аст. Файлро ҳар вақт аз нав қабул кардан мумкин.</translation>
    </message>
    <message>
        <source>The import of {file} was undone</source>
        <translation>Қабули {file} ботил шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of this office about what went with it: Review asks under “Kept, but shown nowhere” whether to take that back.</source>
        <translation>
            <numerusform>%n қарори ин идора дар бораи он, ки бо файл рафт: «Баррасӣ» дар бахши «Нигоҳ дошта, вале намоён нест» мепурсад, ки оё онро бекор кардан лозим аст.</numerusform>
            <numerusform>%n қарори ин идора дар бораи он, ки бо файл рафт: «Баррасӣ» дар бахши «Нигоҳ дошта, вале намоён нест» мепурсад, ки оё онро бекор кардан лозим аст.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can be imported again at any time: then they count again.</source>
        <translation>Файлро ҳар вақт аз нав қабул кардан мумкин аст: он гоҳ онҳо боз ба ҳисоб мераванд.</translation>
    </message>
</context>
<context>
    <name>KeptBar</name>
    <message>
        <source>Back to what was here before</source>
        <translation>Бозгашт ба ҳисоботи пештара</translation>
    </message>
    <message>
        <source>Kept report “{name}”, changed since it was opened</source>
        <translation>Ҳисоботи сабтшудаи «{name}», баъди кушодан тағйир ёфт</translation>
    </message>
    <message>
        <source>Kept report: “{name}”</source>
        <translation>Ҳисоботи сабтшуда: «{name}»</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Recovery papers</source>
        <translation>Коғазҳои калид</translation>
    </message>
    <message>
        <source>New ones wait: print them, and type their keys back. Until then the old ones hold.</source>
        <translation>Навҳо мунтазиранд: чоп кунед ва калидҳояшонро аз коғаз нависед. То он вақт пештараҳо амал мекунанд.</translation>
    </message>
    <message>
        <source>Lost, or seen by somebody? New ones take their place; keep the old for old files.</source>
        <translation>Гум шудаанд ё касе дидааст? Ҷойи онҳоро навҳо мегиранд; пештараро барои файлҳои куҳна нигоҳ доред.</translation>
    </message>
    <message>
        <source>Show the new papers</source>
        <translation>Нишон додани коғазҳои нав</translation>
    </message>
    <message>
        <source>Make new papers…</source>
        <translation>Сохтани коғазҳои нав…</translation>
    </message>
    <message>
        <source>The sheets of {day} hold. Lost, or seen by somebody? New ones take their place; keep the old for old files.</source>
        <translation>Варақҳои {day} амал мекунанд. Гум шуданд ё касе дид? Варақҳои нав ҷойи онҳоро мегиранд; куҳнаҳоро барои файлҳои куҳна нигоҳ доред.</translation>
    </message>
    <message>
        <source>The sheets of {day} hold. On older ones the recovery key is still right, the stand-by key is not: destroy them once a backup lies on a USB stick.</source>
        <translation>Варақҳои {day} амал мекунанд. Дар куҳнаҳо калиди барқарорсозӣ дуруст аст, калиди ҷонишин не: вақте нусхаи эҳтиётӣ дар флешка бошад, онҳоро нест кунед.</translation>
    </message>
    <message>
        <source>The sheets of {day} hold. Keep the older ones: earlier files open only with them.</source>
        <translation>Варақҳои {day} амал мекунанд. Куҳнаҳоро ҳам нигоҳ доред: файлҳои пештараро танҳо онҳо мекушоянд.</translation>
    </message>
    <message>
        <source>The stand-by key on the sheets of {day} holds. The recovery key stands on the sheets before them: keep both.</source>
        <translation>Калиди ҷонишин дар варақҳои {day} амал мекунад. Калиди барқарорсозӣ дар варақҳои пеш аз онҳост: ҳар дуро нигоҳ доред.</translation>
    </message>
    <message>
        <source>The office&apos;s check digits</source>
        <translation>Рақамҳои санҷишии идора</translation>
    </message>
    <message>
        <source>A laptop that imports the office&apos;s first file asks for two of these groups: read them to its trainer by telephone.</source>
        <translation>Ноутбуке, ки файли аввали идораро қабул мекунад, дуто аз ин гурӯҳҳоро мепурсад: онҳоро ба тренер бо телефон хонед.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>A server for several people</source>
        <translation>Сервер барои чанд кас</translation>
    </message>
    <message>
        <source>Where the data lie, the check of a server and its certificate are in Settings.</source>
        <translation>Ҷойи маълумот, санҷиши сервер ва шаҳодатномаи он дар «Танзимот» аст.</translation>
    </message>
    <message>
        <source>Show in Settings</source>
        <translation>Дар «Танзимот» нишон додан</translation>
    </message>
    <message>
        <source>When a key is lost</source>
        <translation>Агар калид гум шавад</translation>
    </message>
    <message>
        <source>A laptop&apos;s passphrase is forgotten, or its key file lost</source>
        <translation>Гузарвожаи ноутбук фаромӯш ё файли калидаш гум шудааст</translation>
    </message>
    <message>
        <source>The paper&apos;s recovery key opens it, by a file or by telephone.</source>
        <translation>Онро калиди барқарорсозӣ аз коғаз мекушояд: бо файл ё бо телефон.</translation>
    </message>
    <message>
        <source>Open a laptop…</source>
        <translation>Кушодани ноутбук…</translation>
    </message>
    <message>
        <source>The office&apos;s own key is lost, or somebody may have it</source>
        <translation>Калиди худи идора гум шудааст ё шояд дар дасти касест</translation>
    </message>
    <message>
        <source>The stand-by key from the paper takes over, and a new stand-by is printed.</source>
        <translation>Ҷойи онро калиди ҷонишин аз коғаз мегирад; калиди ҷонишини нав чоп мешавад.</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Иваз кардани калид…</translation>
    </message>
    <message>
        <source>Old files that this computer does not open</source>
        <translation>Файлҳои куҳнае, ки ин компютер намекушояд</translation>
    </message>
    <message>
        <source>From before a computer was lost: the recovery key of that time opens them.</source>
        <translation>Пеш аз гум шудани компютер навишта шудаанд: онҳоро калиди барқарорсозии ҳамон вақт мекушояд.</translation>
    </message>
    <message>
        <source>Read old files…</source>
        <translation>Хондани файлҳои куҳна…</translation>
    </message>
    <message>
        <source>Make new recovery papers?</source>
        <translation>Коғазҳои нави калид сохта шаванд?</translation>
    </message>
    <message>
        <source>Make new papers</source>
        <translation>Сохтани коғазҳои нав</translation>
    </message>
    <message>
        <source>The new papers hold</source>
        <translation>Коғазҳои нав амал мекунанд</translation>
    </message>
    <message>
        <source>Write new files for all laptops, so that they learn of the new keys.</source>
        <translation>Барои ҳамаи ноутбукҳо файлҳои нав нависед, то аз калидҳои нав огоҳ шаванд.</translation>
    </message>
    <message>
        <source>Imported: {taken}. Were here already: {known}. From laptops that no list names: {unknown}. Not opened by this key: {unreadable}.</source>
        <translation>Қабул шуд: {taken}. Аллакай дар ин ҷо буд: {known}. Аз ноутбукҳои берун аз рӯйхат: {unknown}. Бо ин калид кушода нашуд: {unreadable}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait in Review for the update of the program.</source>
        <translation>
            <numerusform>Дар «Баррасӣ» %n файл навсозии барномаро интизор аст.</numerusform>
            <numerusform>Дар «Баррасӣ» %n файл навсозии барномаро интизор аст.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are read</source>
        <translation>Файлҳо хонда шуданд</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide in Review.</source>
        <translation>
            <numerusform>Дар «Баррасӣ» %n ихтилоф ҳалталаб аст.</numerusform>
            <numerusform>Дар «Баррасӣ» %n ихтилоф ҳалталаб аст.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaptopChooser</name>
    <message>
        <source>new: {courses}</source>
        <translation>нав: {courses}</translation>
    </message>
    <message>
        <source>no course, only corrections and receipts</source>
        <translation>бе курс, танҳо ислоҳҳо ва тасдиқҳо</translation>
    </message>
</context>
<context>
    <name>LaptopsCard</name>
    <message>
        <source>Laptops</source>
        <translation>Ноутбукҳо</translation>
    </message>
    <message>
        <source>Enrol a laptop</source>
        <translation>Бақайдгирии ноутбук</translation>
    </message>
    <message>
        <source>Write all files…</source>
        <translation>Навиштани ҳамаи файлҳо…</translation>
    </message>
    <message>
        <source>What counts…</source>
        <translation>Кадом сабтҳо ба ҳисоб мераванд…</translation>
    </message>
    <message>
        <source>Laptops of this office</source>
        <translation>Ноутбукҳои ин идора</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Рамз</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Рақамҳо</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Тағйирот</translation>
    </message>
    <message>
        <source>Everything of this laptop that is here, also what it wrote under another number after its folder was copied. A file tells only what was new in it.</source>
        <translation>Ҳама чизе, ки аз ин ноутбук дар ин ҷо ҳаст, аз ҷумла он чи баъди нусха гирифтани ҷузвдон бо рақами дигар навишта шуд. Файл танҳо аз чизҳои нави худ хабар медиҳад.</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Файли охирин</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>File for it</source>
        <translation>Файл барои он</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>дастрасӣ бекор</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>ин компютер</translation>
    </message>
    <message>
        <source>erasure: file due</source>
        <translation>нест кардан: файл лозим</translation>
    </message>
    <message numerus="yes">
        <source>clock %n day(s) ahead</source>
        <translation>
            <numerusform>соат %n рӯз пеш аст</numerusform>
            <numerusform>соат %n рӯз пеш аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clock %n day(s) behind</source>
        <translation>
            <numerusform>соат %n рӯз ақиб аст</numerusform>
            <numerusform>соат %n рӯз ақиб аст</numerusform>
        </translation>
    </message>
    <message>
        <source>receipt to send</source>
        <translation>тасдиқ лозим</translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>дар қайд аст</translation>
    </message>
    <message>
        <source>Its first file is saved and checked: {file}. The laptop asks for two groups of the office&apos;s digits, counted from the left. Read them to the trainer when you are called: {digits}.</source>
        <translation>Файли аввали он сабт ва санҷида шуд: {file}. Ноутбук ду гурӯҳи рақамҳои идораро мепурсад, шумор аз тарафи чап. Вақте ки тренер занг занад, онҳоро ба ӯ хонед: {digits}.</translation>
    </message>
    <message>
        <source>For a laptop that was lost or stolen. What was imported from it until now stays, and the certificates in that stay good. What is not imported yet is set aside, whatever day it is from, and its certificates show as not valid: first import what you have of this laptop. It gets no answer to a forgotten passphrase. This cannot be undone; a laptop that is found again is enrolled anew.</source>
        <translation>Барои ноутбуки гумшуда ё дуздидашуда. Он чи то ҳамин лаҳза аз он қабул шудааст, мемонад ва шаҳодатномаҳои он эътибор доранд. Он чи ҳоло қабул нашудааст, аз кадом рӯзе ки бошад, ба канор гузошта мешавад ва шаҳодатномаҳои он беэътибор нишон дода мешаванд: аввал файлҳои дар даст доштаи ин ноутбукро қабул кунед. Ба гузарвожаи фаромӯшшудааш ҷавоб дода намешавад. Инро ботил сохтан мумкин нест; ноутбуки ёфтшударо аз нав ба қайд мегиранд.</translation>
    </message>
    <message>
        <source>Write a file for {code}</source>
        <translation>Навиштани файл барои {code}</translation>
    </message>
    <message>
        <source>Write a file for this laptop</source>
        <translation>Навиштани файл барои ноутбук</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Бекор кардани дастрасӣ…</translation>
    </message>
    <message>
        <source>office, travels</source>
        <translation>идора, дар сафар</translation>
    </message>
    <message>
        <source>{code} is enrolled</source>
        <translation>{code} ба қайд гирифта шуд</translation>
    </message>
    <message>
        <source>Its file is saved and checked: {file}. While it belongs to this office it imports it like any other and asks for nothing. If it has left, it asks for two groups of the office&apos;s digits: {digits}.</source>
        <translation>Файли он сабт ва санҷида шуд: {file}. То ноутбук аз ҳамин идора аст, он файлро мисли ҳар файли дигар қабул мекунад ва чизе намепурсад. Агар аз идора баромада бошад, ду гурӯҳи рақамҳои идораро мепурсад: {digits}.</translation>
    </message>
    <message>
        <source>{file}, {size}.</source>
        <translation>{file}, {size}.</translation>
    </message>
    <message>
        <source>{file}, {size}. Eject the USB stick before you pull it out.</source>
        <translation>{file}, {size}. Флешкаро пеш аз кашидан ҷудо кунед.</translation>
    </message>
    <message>
        <source>{files}. Eject the USB stick before you pull it out.</source>
        <translation>{files}. Флешкаро пеш аз кашидан ҷудо кунед.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved and checked</source>
        <translation>
            <numerusform>%n файл сабт ва санҷида шуд</numerusform>
            <numerusform>%n файл сабт ва санҷида шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not written: %n</source>
        <translation>
            <numerusform>навишта нашуд: %n</numerusform>
            <numerusform>навишта нашуд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke {code}?</source>
        <translation>Дастрасии {code} бекор карда шавад?</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Бекор кардани дастрасӣ</translation>
    </message>
    <message>
        <source>Write new files for the other laptops, so that they learn of it too.</source>
        <translation>Барои ноутбукҳои дигар файлҳои нав нависед, то онҳо низ аз ин огоҳ шаванд.</translation>
    </message>
    <message>
        <source>{code} is revoked</source>
        <translation>Дастрасии {code} бекор карда шуд</translation>
    </message>
</context>
<context>
    <name>LayoutsPanel</name>
    <message>
        <source>Kept reports</source>
        <translation>Ҳисоботҳои сабтшуда</translation>
    </message>
    <message>
        <source>Keep this report</source>
        <translation>Ин ҳисоботро сабт кардан</translation>
    </message>
    <message>
        <source>Kept on this computer: of what the report is, its period, splits, table and figures.</source>
        <translation>Дар ин компютер сабт мешавад: ҳисобот дар бораи чист, давра, тақсимот, ҷадвал ва нишондиҳандаҳои он.</translation>
    </message>
    <message>
        <source>Name of the report</source>
        <translation>Номи ҳисобот</translation>
    </message>
    <message>
        <source>Name of the kept report</source>
        <translation>Номи ҳисоботи сабтшуда</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: open the report that is chosen</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Rename to this name</source>
        <translation>Ба ин ном иваз кардан</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Kept: “{name}”</source>
        <translation>Сабт шуд: «{name}»</translation>
    </message>
    <message>
        <source>It opens from “Kept reports” above the figures, and is counted anew each time.</source>
        <translation>Аз «Ҳисоботҳои сабтшуда» болои нишондиҳандаҳо кушода мешавад ва ҳар бор аз нав ҳисоб карда мешавад.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Ҷадвал</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Сатрҳои интихобшударо нусха гирифтан</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Рӯйхатро нусха гирифтан</translation>
    </message>
    <message>
        <source>Save as a workbook (xlsx)…</source>
        <translation>Сабт ҳамчун китоби Excel (xlsx)…</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Сабт ҳамчун ҷадвал (CSV)…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Рӯйхатро сабт кардан</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Сабти рӯйхат</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>None of these places has a point in the list of places.</source>
        <translation>Ҳеҷ яке аз ин ҷойҳо дар рӯйхати ҷойҳо нуқта надорад.</translation>
    </message>
    <message>
        <source>Places of the map</source>
        <translation>Ҷойҳои харита</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Қимат</translation>
    </message>
</context>
<context>
    <name>OfficeScreen</name>
    <message>
        <source>Office</source>
        <translation>Идора</translation>
    </message>
    <message>
        <source>Files of the trainers, their laptops, and what all courses add up to.</source>
        <translation>Файлҳои тренерон, ноутбукҳои онҳо ва натиҷаи ҳамаи курсҳо.</translation>
    </message>
    <message>
        <source>What all courses add up to. Files, laptops and keys are at the office itself.</source>
        <translation>Ҷамъбасти ҳамаи курсҳо. Файлҳо, ноутбукҳо ва калидҳо дар худи идора мебошанд.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Қабули файлҳо…</translation>
    </message>
    <message>
        <source>Back to Review</source>
        <translation>Бозгашт ба «Баррасӣ»</translation>
    </message>
    <message>
        <source>Incoming files</source>
        <translation>Файлҳои воридшаванда</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Ноутбукҳо</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Ҳисоботҳо</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Бойгонӣ</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Муҳлати нигоҳдорӣ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Калидҳо</translation>
    </message>
    <message>
        <source>Parts of the office</source>
        <translation>Қисмҳои идора</translation>
    </message>
</context>
<context>
    <name>OfficeSendScreen</name>
    <message>
        <source>Send to the laptops</source>
        <translation>Фиристодан ба ноутбукҳо</translation>
    </message>
    <message>
        <source>Each file is encrypted. Only the laptop it is for can open it.</source>
        <translation>Ҳар файл рамзгузорӣ шудааст. Онро танҳо ноутбуке мекушояд, ки барояш сохта шудааст.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Қабули файлҳо</translation>
    </message>
</context>
<context>
    <name>OfficeWording</name>
    <message>
        <source>ready to import</source>
        <translation>ба қабул омода</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>қабул шуд</translation>
    </message>
    <message>
        <source>was here already</source>
        <translation>аллакай дар ин ҷо буд</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>ба канор гузошта</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>рад шуд</translation>
    </message>
    <message>
        <source>Enrol this laptop…</source>
        <translation>Ин ноутбукро ба қайд гирифтан…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n тағйир</numerusform>
            <numerusform>%n тағйир</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n ихтилоф</numerusform>
            <numerusform>%n ихтилоф</numerusform>
        </translation>
    </message>
    <message>
        <source>on the lists, with those who left:</source>
        <translation>дар рӯйхатҳо, бо баромадагон:</translation>
    </message>
    <message>
        <source>women among them:</source>
        <translation>аз онҳо занон:</translation>
    </message>
    <message>
        <source>conflicts to decide in Review:</source>
        <translation>ихтилофҳои ҳалталаб дар «Баррасӣ»:</translation>
    </message>
    <message>
        <source>{laptop}: change {number} not received yet</source>
        <translation>{laptop}: тағйироти {number} ҳанӯз нарасидааст</translation>
    </message>
    <message>
        <source>{laptop}: changes {first}–{last} not received yet</source>
        <translation>{laptop}: тағйироти {first}–{last} ҳанӯз нарасидаанд</translation>
    </message>
</context>
<context>
    <name>OpenDataForm</name>
    <message>
        <source>Open data: all tables</source>
        <translation>Маълумоти кушода: ҳамаи ҷадвалҳо</translation>
    </message>
    <message>
        <source>Courses, marks, tests, certificates as CSV files that describe themselves</source>
        <translation>Курсҳо, қайдҳо, санҷишҳо, шаҳодатномаҳо дар файлҳои CSV бо тавсиф</translation>
    </message>
    <message>
        <source>Figures with HXL tags</source>
        <translation>Нишондиҳандаҳо бо нишонаҳои HXL</translation>
    </message>
    <message>
        <source>One table (CSV) that humanitarian systems understand</source>
        <translation>Як ҷадвал (CSV), ки системаҳои башардӯстона мефаҳманд</translation>
    </message>
    <message>
        <source>Results for IATI</source>
        <translation>Натиҷаҳо барои IATI</translation>
    </message>
    <message>
        <source>Indicators of each project, by sex too, as XML for the donor&apos;s register</source>
        <translation>Нишондиҳандаҳои ҳар лоиҳа, аз рӯйи ҷинс ҳам, дар XML барои феҳристи донор</translation>
    </message>
    <message>
        <source>Also all in one SQLite file</source>
        <translation>Ҳамчунин ҳамааш дар як файли SQLite</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>Бо номҳо</translation>
    </message>
    <message>
        <source>Identifier of your organisation</source>
        <translation>Рамзи ташкилоти шумо</translation>
    </message>
    <message>
        <source>As it is registered with IATI, for example XM-DAC-41114</source>
        <translation>Тавре ки дар IATI ба қайд гирифта шудааст, масалан XM-DAC-41114</translation>
    </message>
    <message>
        <source>Type of organisation</source>
        <translation>Навъи ташкилот</translation>
    </message>
    <message>
        <source>Data for other programs</source>
        <translation>Маълумот барои барномаҳои дигар</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сабт ҳамчун…</translation>
    </message>
    <message>
        <source>{courses}, with the days and the basis chosen on the page</source>
        <translation>{courses}, барои рӯзҳо ва маълумоте, ки дар саҳифа интихоб шудаанд</translation>
    </message>
    <message>
        <source>{courses}, whole, as of today</source>
        <translation>{courses}, пурра, ба ҳолати имрӯз</translation>
    </message>
    <message>
        <source>People are named. The files say so, and it is noted here who wrote them.</source>
        <translation>Одамон номбар мешаванд. Дар файлҳо ин гуфта мешавад, ва ин ҷо қайд мешавад, ки онҳоро кӣ навишт.</translation>
    </message>
    <message>
        <source>Nobody is named: people have keys that only this office can trace. Sex, rank, district and unit are left out where fewer than five of a course share them.</source>
        <translation>Ҳеҷ кас номбар намешавад: одамон рамз доранд, ки онро танҳо ҳамин идора мекушояд. Ҷинс, рутба, ноҳия ва ҷойи хизмат нишон дода намешаванд, агар дар курс камтар аз панҷ нафар якхела бошанд.</translation>
    </message>
    <message>
        <source>In which folder?</source>
        <translation>Дар кадом ҷузвдон?</translation>
    </message>
    <message>
        <source>Writing open data</source>
        <translation>Навиштани маълумоти кушода</translation>
    </message>
    <message>
        <source>It names people, and it is noted that you saved it.</source>
        <translation>Дар он одамон номбар шудаанд, ва қайд шуд, ки шумо онро сабт кардед.</translation>
    </message>
    <message>
        <source>HXL table (*.csv)</source>
        <translation>Ҷадвали HXL (*.csv)</translation>
    </message>
    <message>
        <source>Writing the figures</source>
        <translation>Навиштани нишондиҳандаҳо</translation>
    </message>
    <message>
        <source>IATI file (*.xml)</source>
        <translation>Файли IATI (*.xml)</translation>
    </message>
    <message>
        <source>Writing the results</source>
        <translation>Навиштани натиҷаҳо</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сабт ҳамчун</translation>
    </message>
</context>
<context>
    <name>PackPanel</name>
    <message>
        <source>A file for {code}</source>
        <translation>Файл барои {code}</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Навиштани файл</translation>
    </message>
    <message>
        <source>It holds the courses below with their people and logos, your corrections, the receipt for what came from this laptop, and the lists of laptops and of void certificates. Only this laptop can open it.</source>
        <translation>Дар он курсҳои зерин бо иштирокчиён ва логотипҳояшон, ислоҳҳои шумо, тасдиқи он чи аз ин ноутбук омад, рӯйхати ноутбукҳо ва шаҳодатномаҳои беэътибор ҳастанд. Онро танҳо ҳамин ноутбук мекушояд.</translation>
    </message>
    <message>
        <source>It holds what the office has and this computer has not confirmed yet with a file of its own: of all courses with their people, of the register of certificates, of what waits in Review. Only this computer can open it.</source>
        <translation>Дар он чизе ҳаст, ки дар идора ҳаст ва ин компютер бо файли худ ҳанӯз тасдиқ накардааст: аз ҳамаи курсҳо бо иштирокчиён, феҳристи шаҳодатномаҳо, он чи баррасиро интизор аст. Онро танҳо ҳамин компютер кушода метавонад.</translation>
    </message>
    <message>
        <source>Everything again, from the beginning</source>
        <translation>Ҳамаи маълумот аз нав, аз аввал</translation>
    </message>
    <message>
        <source>Names of people in courses that are not ticked stay here.</source>
        <translation>Номҳои иштирокчиёни курсҳои интихобнашуда дар ин ҷо мемонанд.</translation>
    </message>
    <message>
        <source>None is ticked: the file would bring this laptop no course, only corrections, receipts and lists. Tick the courses that its trainer is to work on.</source>
        <translation>Ягонтоаш интихоб нашудааст: файл ба ин ноутбук ягон курс намеорад, танҳо ислоҳҳо, тасдиқҳо ва рӯйхатҳоро. Курсҳоеро интихоб кунед, ки тренери он бо онҳо кор мекунад.</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ба куҷо</translation>
    </message>
    <message>
        <source>Writing the file for {code}</source>
        <translation>Файл барои {code} навишта мешавад</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>New recovery papers</source>
        <translation>Коғазҳои нави калид</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Коғазҳо нигоҳ дошта шуданд</translation>
    </message>
    <message>
        <source>Give these up: the old ones go on</source>
        <translation>Аз навҳо даст кашидан: пештараҳо амал мекунанд</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Баъдтар</translation>
    </message>
    <message>
        <source>Print both copies and put them where the old ones lie. They become valid once their last letters are typed back here. Keep the old papers: earlier files open only with them.</source>
        <translation>Ҳар ду нусхаро чоп карда, дар ҷойи пештараҳо гузоред. Онҳо вақте амал мекунанд, ки охири калидҳо дар ин ҷо навишта шаванд. Коғазҳои пештараро нигоҳ доред: файлҳои пешинаро танҳо онҳо мекушоянд.</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>{name} unlocks with the short name “{short}” and this passphrase from now on; the one before opens nothing any more. A head chooses another one in Settings before they decide anything with a second head.</source>
        <translation>Акнун {name} бо номи кӯтоҳи «{short}» ва ҳамин гузарвожа ворид мешавад; гузарвожаи пештара дигар чизеро намекушояд. Роҳбар пеш аз он ки бо роҳбари дуюм чизеро ҳал кунад, дар «Танзимот» гузарвожаи дигар интихоб мекунад.</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Гузарвожаи нав</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People of the office</source>
        <translation>Кормандони идора</translation>
    </message>
    <message>
        <source>One passphrase opens the office, and whoever types it may do everything. Where several people work here, give each a passphrase and a role: the history then says who did what.</source>
        <translation>Маълумоти идораро як гузарвожа мекушояд, ва ба касе, ки онро менависад, ҳама чиз дастрас аст. Агар дар ин ҷо якчанд кас кор кунад, ба ҳар кадом гузарвожа ва нақш диҳед: он гоҳ дар таърих намоён аст, ки кӣ чӣ кард.</translation>
    </message>
    <message>
        <source>Only a head of the office adds people or changes what they may do.</source>
        <translation>Танҳо роҳбари идора кормандонро илова мекунад ва нақши онҳоро иваз мекунад.</translation>
    </message>
    <message>
        <source>You opened the office with its key from paper, or with the passphrase that is nobody&apos;s: you may do everything. Give those who have none a new passphrase.</source>
        <translation>Шумо идораро бо калиди барқарорсозӣ аз коғаз ё бо гузарвожаи беном кушодед: ба шумо ҳама чиз дастрас аст. Ба онҳое, ки гузарвожа надоранд, гузарвожаи нав диҳед.</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Илова кардани корманд…</translation>
    </message>
    <message>
        <source>Role…</source>
        <translation>Нақш…</translation>
    </message>
    <message>
        <source>New passphrase…</source>
        <translation>Гузарвожаи нав…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Хориҷ кардан…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>to unlock with</comment>
        <translation>Номи кӯтоҳ</translation>
    </message>
    <message>
        <source>asked of a second head</source>
        <translation>аз роҳбари дуюм пурсида шуд</translation>
    </message>
    <message>
        <source>waits for a new passphrase</source>
        <translation>гузарвожаи навро интизор</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Гузарвожаи нав</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>a person of the office</comment>
        <translation>Хориҷ кардан</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Нақш</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>you</source>
        <translation>шумо</translation>
    </message>
    <message>
        <source>unlocks</source>
        <translation>ворид мешавад</translation>
    </message>
    <message>
        <source>The person is added</source>
        <translation>Корманд илова шуд</translation>
    </message>
    <message>
        <source>To unlock, type your short name too: {short}</source>
        <translation>Ҳангоми воридшавӣ номи кӯтоҳи худро низ нависед: {short}</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} хориҷ карда шавад?</translation>
    </message>
</context>
<context>
    <name>PurgePanel</name>
    <message>
        <source>Erase the names of courses</source>
        <translation>Нест кардани номҳои курсҳо</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Барои ҳамеша нест кардан</translation>
    </message>
    <message>
        <source>This cannot be undone, and what was done before can no longer be undone either.</source>
        <translation>Инро ботил сохтан мумкин нест; корҳои пештараро ҳам дигар ботил сохтан мумкин намешавад.</translation>
    </message>
    <message>
        <source>Number of the decision, if there is one</source>
        <translation>Рақами қарор, агар бошад</translation>
    </message>
    <message>
        <source>Type the number of people to confirm: {count}</source>
        <translation>Барои тасдиқ шумораи одамонро нависед: {count}</translation>
    </message>
    <message>
        <source>The names are being erased</source>
        <translation>Номҳо нест карда мешаванд</translation>
    </message>
    <message>
        <source>The names are erased, but older files could not be cleared yet</source>
        <translation>Номҳо нест карда шуданд, вале файлҳои пешинаро ҳанӯз тоза кардан муяссар нашуд</translation>
    </message>
    <message>
        <source>The names are erased</source>
        <translation>Номҳо нест карда шуданд</translation>
    </message>
    <message>
        <source>The record is kept below. The next files take them from the laptops.</source>
        <translation>Сабт дар поён нигоҳ дошта мешавад. Аз ноутбукҳо номҳо бо файлҳои навбатӣ мераванд.</translation>
    </message>
</context>
<context>
    <name>ReadPanel</name>
    <message>
        <source>Read old files</source>
        <translation>Хондани файлҳои куҳна</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Хондан</translation>
    </message>
    <message>
        <source>Everything in the folder that this key opens is imported, once: an archive, USB sticks, files of laptops found again.</source>
        <translation>Ҳар чи дар ҷузвдон бо ин калид кушода мешавад, як бор қабул мегардад: бойгонӣ, флешкаҳо, файлҳои ноутбукҳои ёфтшуда.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Калиди барқарорсозӣ аз коғаз</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1.</source>
        <translation>Он бо AGE-SECRET-KEY-1 оғоз мешавад.</translation>
    </message>
    <message>
        <source>Folder with the files</source>
        <translation>Ҷузвдон бо файлҳо</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Интихоби ҷузвдон…</translation>
    </message>
    <message>
        <source>Reading old files</source>
        <translation>Хондани файлҳои куҳна</translation>
    </message>
</context>
<context>
    <name>ReleasesPanel</name>
    <message>
        <source>Reports with names</source>
        <translation>Ҳисоботҳо бо номҳо</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>They left the program as files or on paper</source>
        <translation>Аз барнома ҳамчун файл ё дар коғаз баромаданд</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with a name</source>
        <translation>
            <numerusform>%n сатр бо ном</numerusform>
            <numerusform>%n сатр бо ном</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportControls</name>
    <message numerus="yes">
        <source>Chosen: %n</source>
        <translation>
            <numerusform>Интихоб шуд: %n</numerusform>
            <numerusform>Интихоб шуд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>Course or project</source>
        <translation>Курс ё лоиҳа</translation>
    </message>
    <message>
        <source>Several projects or courses, a donor, a field of work</source>
        <translation>Чанд лоиҳа ё курс, донор, соҳаи фаъолият</translation>
    </message>
    <message>
        <source>As of today or as approved</source>
        <translation>Ба ҳолати имрӯз ё тасдиқшуда</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>Ба ҳолати имрӯз</translation>
    </message>
    <message>
        <source>As approved</source>
        <translation>Тасдиқшуда</translation>
    </message>
    <message>
        <source>As approved: approved courses alone, as the office approved them, whatever came later.</source>
        <translation>Тасдиқшуда: танҳо курсҳои тасдиқшуда, ҳамон тавре ки идора тасдиқ кардааст, новобаста аз он чи баъд омад.</translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>From one day to another</extracomment>
        <translation>Давра</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Ин семоҳа</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Семоҳаи гузашта</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Имсол</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Соли гузашта</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>Бо номҳо</translation>
    </message>
    <message>
        <source>PDF and workbook list the participants. It is said on the first page, and noted here.</source>
        <translation>PDF ва китоби корӣ иштирокчиёнро номбар мекунанд. Ин дар саҳифаи аввал гуфта ва дар ин ҷо қайд мешавад.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Рӯзи аввал</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Рӯзи охирин</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Китоби Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Ҷадвал (CSV)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Маълумот (JSON)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сабт ҳамчун…</translation>
    </message>
    <message>
        <source>Show as PDF</source>
        <translation>Нишон додан дар PDF</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>chosen</comment>
        <translation>ҳеҷ чиз</translation>
    </message>
    <message>
        <source>Split by: {what}</source>
        <translation>Тақсим: {what}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Counting</source>
        <translation>Ҳисоб карда мешавад</translation>
    </message>
    <message>
        <source>Looking for what is open</source>
        <translation>Ҷустуҷӯи масъалаҳои ҳалношуда</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Нишондиҳандаҳо</translation>
    </message>
    <message>
        <source>Data for other programs…</source>
        <translation>Барои барномаҳои дигар…</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Нишондиҳандаҳои ҳисобот</translation>
    </message>
    <message>
        <source>No course of this report is approved</source>
        <translation>Ягон курси ин ҳисобот тасдиқ нашудааст</translation>
    </message>
    <message>
        <source>The office approves a course on its page, once it is closed. Or choose “As of today”.</source>
        <translation>Идора курсро пас аз пӯшидан дар саҳифаи он тасдиқ мекунад. Ё «Ба ҳолати имрӯз»-ро интихоб кунед.</translation>
    </message>
    <message>
        <source>No course to report on yet</source>
        <translation>Ҳанӯз курс барои ҳисобот нест</translation>
    </message>
    <message>
        <source>Import the files of the trainers, or create a course: its figures appear here at once.</source>
        <translation>Файлҳои тренеронро қабул кунед ё курс созед: нишондиҳандаҳояш дарҳол дар ин ҷо пайдо мешаванд.</translation>
    </message>
    <message numerus="yes">
        <source>Reports with names: %n</source>
        <translation>
            <numerusform>Ҳисоботҳо бо номҳо: %n</numerusform>
            <numerusform>Ҳисоботҳо бо номҳо: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was stopped before its end: it can be saved once that is done.</source>
        <translation>Ҳисобот то охир нарасида қатъ шуд: вақте ки ҳама чиз дида мешавад, онро сабт кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Бори дигар дидан</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Нишондиҳанда</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Қимат</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>Ҳисобот таҳия мешавад</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сабти ҳисобот</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>Ҳисобот сабт мешавад</translation>
    </message>
    <message>
        <source>It names participants, and it is noted that you saved it.</source>
        <translation>Дар он иштирокчиён номбар шудаанд; сабт кардани шумо қайд шуд.</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Ask a laptop for something</source>
        <translation>Аз ноутбук чизе хоҳиш кардан</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Хоҳиш кардан</translation>
    </message>
    <message>
        <source>It goes with the next file for the laptop and stays on its first screen until it is done.</source>
        <translation>Хоҳиш бо файли навбатии ноутбук меравад ва то иҷро шуданаш дар экрани аввали он мемонад.</translation>
    </message>
    <message>
        <source>no laptop yet</source>
        <translation>ҳанӯз ноутбук нест</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Чӣ хоҳиш</translation>
    </message>
    <message>
        <source>About the course</source>
        <translation>Дар бораи курси</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>Бо чанд калима</translation>
    </message>
    <message>
        <source>Only this laptop gets to read it.</source>
        <translation>Онро танҳо ҳамин ноутбук мехонад.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Чизи дигар</translation>
    </message>
    <message>
        <source>no course</source>
        <translation>бе курс</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Requests to laptops</source>
        <translation>Хоҳишҳо ба ноутбукҳо</translation>
    </message>
    <message>
        <source>Ask for something…</source>
        <translation>Хоҳиш кардан…</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <comment>to a laptop</comment>
        <translation>Бозпас гирифтани хоҳиш</translation>
    </message>
    <message>
        <source>Nothing was asked for yet</source>
        <translation>Ҳанӯз хоҳише набуд</translation>
    </message>
    <message>
        <source>A request goes with the next file for a laptop and stays on its first screen until done.</source>
        <translation>Хоҳиш бо файли навбатии ноутбук меравад ва то иҷро шуданаш дар экрани аввали он мемонад.</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Чӣ хоҳиш</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Кай</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ҷавоб</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
</context>
<context>
    <name>RescuePanel</name>
    <message>
        <source>The trainer chose “Passphrase forgotten?” on the laptop. Answer only somebody whose voice you know: whoever has the laptop and the answer reads everything in it.</source>
        <translation>Тренер дар ноутбук «Гузарвожа фаромӯш шуд?»-ро интихоб кард. Танҳо ба касе ҷавоб диҳед, ки овозашро мешиносед: ҳар кӣ ноутбук ва ҷавобро дорад, ҳамаи онро мехонад.</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>Бо файл</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Бо телефон</translation>
    </message>
    <message>
        <source>How the laptop asks</source>
        <translation>Ноутбук чӣ гуна мепурсад</translation>
    </message>
    <message>
        <source>Request of the laptop</source>
        <translation>Дархости ноутбук</translation>
    </message>
    <message>
        <source>Which laptop</source>
        <translation>Кадом ноутбук</translation>
    </message>
    <message>
        <source>The groups that the trainer reads</source>
        <translation>Гурӯҳҳое, ки тренер мехонад</translation>
    </message>
    <message>
        <source>Have the trainer read the digits. Go on only if all of them are the same.</source>
        <translation>Аз тренер хоҳиш кунед, ки рақамҳоро хонад. Танҳо дар сурати мувофиқати ҳамаашон идома диҳед.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Калиди барқарорсозӣ аз коғаз</translation>
    </message>
    <message>
        <source>Type it, or scan its code. It is used once and not kept.</source>
        <translation>Онро нависед ё рамзашро скан кунед. Он як бор истифода мешавад ва нигоҳ дошта намешавад.</translation>
    </message>
    <message>
        <source>Where to write the answer</source>
        <translation>Ҷавоб ба куҷо навишта шавад</translation>
    </message>
    <message>
        <source>Read these groups to the trainer, slowly</source>
        <translation>Ин гурӯҳҳоро ба тренер оҳиста хонед</translation>
    </message>
    <message>
        <source>Open a laptop</source>
        <translation>Кушодани ноутбук</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Интихоби файл…</translation>
    </message>
    <message>
        <source>A laptop without a name</source>
        <translation>Ноутбуки беном</translation>
    </message>
    <message>
        <source>{name} (laptop {code})</source>
        <translation>{name} (ноутбуки {code})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Тайёр</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Нишон додани ҷавоб</translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>Навиштани ҷавоб</translation>
    </message>
    <message>
        <source>Making the answer</source>
        <translation>Омода кардани ҷавоб</translation>
    </message>
    <message>
        <source>Saved and checked: {file}. The trainer imports it on the laptop.</source>
        <translation>Сабт ва санҷида шуд: {file}. Тренер онро дар ноутбук қабул мекунад.</translation>
    </message>
    <message>
        <source>The laptop says after each group whether it is right, and opens after the last one.</source>
        <translation>Ноутбук баъди ҳар гурӯҳ мегӯяд, ки он дуруст аст ё не, ва баъди охирин кушода мешавад.</translation>
    </message>
    <message>
        <source>Requests (*.json);;All files (*)</source>
        <translation>Дархостҳо (*.json);;Ҳамаи файлҳо (*)</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>How long names are kept</source>
        <translation>Номҳо то кай нигоҳ дошта мешаванд</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>Чӣ нест карда шудааст</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Қоидаро тағйир додан</translation>
    </message>
    <message>
        <source>Set the day…</source>
        <translation>Рӯзро муайян кардан…</translation>
    </message>
    <message>
        <source>Courses and until when their names are kept</source>
        <translation>Курсҳо ва то кай номҳояшон нигоҳ дошта мешаванд</translation>
    </message>
    <message>
        <source>Records of what was erased</source>
        <translation>Сабтҳои несткунӣ</translation>
    </message>
    <message>
        <source>Nothing yet. One person&apos;s data are erased from the person&apos;s page in People.</source>
        <translation>Ҳанӯз ҳеҷ чиз. Маълумоти як шахс дар саҳифаи ӯ дар бахши «Одамон» нест карда мешавад.</translation>
    </message>
    <message>
        <source>Older files still hold what was erased. Free space on this disk and start again.</source>
        <translation>Дар файлҳои пешина ҳанӯз маълумоти несткардашуда ҳаст. Дар диск ҷой холӣ кунед ва барномаро аз нав оғоз кунед.</translation>
    </message>
    <message>
        <source>No rule is set: names are kept until somebody erases them.</source>
        <translation>Қоида муайян нашудааст: номҳо нигоҳ дошта мешаванд, то даме ки касе онҳоро нест накунад.</translation>
    </message>
    <message numerus="yes">
        <source>Names are kept for %n month(s) after a course&apos;s last day.</source>
        <translation>
            <numerusform>Номҳо пас аз рӯзи охирини курс %n моҳ нигоҳ дошта мешаванд.</numerusform>
            <numerusform>Номҳо пас аз рӯзи охирини курс %n моҳ нигоҳ дошта мешаванд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Laptops keep what they have.</source>
        <translation>Дар ноутбукҳо ҳама чиз мемонад.</translation>
    </message>
    <message numerus="yes">
        <source>Laptops delete the names of closed courses %n day(s) after everything is stored here.</source>
        <translation>
            <numerusform>Вақте ки ҳама чиз дар ин ҷо нигоҳ дошта шуд, курсҳои басташуда пас аз %n рӯз аз ноутбукҳо мераванд.</numerusform>
            <numerusform>Вақте ки ҳама чиз дар ин ҷо нигоҳ дошта шуд, курсҳои басташуда пас аз %n рӯз аз ноутбукҳо мераванд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ҷой</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Одамон</translation>
    </message>
    <message>
        <source>Names kept until</source>
        <translation>Номҳо то кай</translation>
    </message>
    <message>
        <source>Names</source>
        <comment>how many</comment>
        <translation>Номҳо</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>Heading: whose decision it was</extracomment>
        <translation>Аз рӯйи</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Рӯз</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Чӣ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Муроҷиат</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Дархосткунанда</translation>
    </message>
    <message>
        <source>Stayed</source>
        <extracomment>Heading: how many records could not be erased</extracomment>
        <translation>Монданд</translation>
    </message>
    <message>
        <source>this course</source>
        <translation>худи курс</translation>
    </message>
    <message>
        <source>its project</source>
        <translation>лоиҳа</translation>
    </message>
    <message>
        <source>the rule</source>
        <translation>қоида</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>нест карда шуд</translation>
    </message>
    <message>
        <source>time has come</source>
        <translation>муҳлат гузашт</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>ҳанӯз тамом нашуд</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>нигоҳ дошта мешавад</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>як шахс</translation>
    </message>
    <message numerus="yes">
        <source>Erase the names of %n course(s)…</source>
        <translation>
            <numerusform>Номҳои %n курсро нест кардан…</numerusform>
            <numerusform>Номҳои %n курсро нест кардан…</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the names…</source>
        <translation>Номҳоро нест кардан…</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>{name} may do this from now on:</source>
        <translation>Аз ин пас {name} метавонад:</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Нақш</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>It is kept with the record. Write no names in it.</source>
        <translation>Бо сабт нигоҳ дошта мешавад. Дар он ном нанависед.</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>Нақши дигар</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
</context>
<context>
    <name>RootPanel</name>
    <message>
        <source>Replace the office&apos;s key</source>
        <translation>Ивази калиди идора</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Идома додан</translation>
    </message>
    <message>
        <source>The office&apos;s own key signs the list of laptops. A new one is made, and the stand-by from the paper vouches for it, so that all laptops follow. Nothing changes before the new paper is typed back.</source>
        <translation>Рӯйхати ноутбукҳо бо калиди худи идора имзо мешавад. Калиди нав сохта мешавад ва калиди ҷонишини коғаз онро тасдиқ мекунад, аз ин рӯ ҳар ноутбук онро қабул мекунад. То навиштани калид аз коғази нав чизе тағйир намеёбад.</translation>
    </message>
    <message>
        <source>Stand-by key from the paper</source>
        <translation>Калиди ҷонишин аз коғаз</translation>
    </message>
    <message>
        <source>It begins with TRAINER-STANDBY-1.</source>
        <translation>Он бо TRAINER-STANDBY-1 оғоз мешавад.</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Rule for keeping names</source>
        <translation>Қоидаи нигоҳдории номҳо</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Қоидаро сабт кардан</translation>
    </message>
    <message>
        <source>Say when it is time to erase names</source>
        <translation>Хабар додан, ки кай вақти несткунии номҳост</translation>
    </message>
    <message>
        <source>Months after a course&apos;s last day</source>
        <translation>Моҳҳо пас аз рӯзи охирини курс</translation>
    </message>
    <message>
        <source>Nothing is erased by itself: it is shown here that the time has come.</source>
        <translation>Худ ба худ ҳеҷ чиз нест намешавад: дар ин ҷо нишон дода мешавад, ки муҳлат гузаштааст.</translation>
    </message>
    <message>
        <source>Laptops delete the names of closed courses</source>
        <translation>Курсҳои басташуда аз ноутбукҳо мераванд</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>қоида нест</translation>
    </message>
    <message>
        <source>Days after everything is safe here</source>
        <translation>Рӯзҳо пас аз он ки ҳама чиз дар ин ҷо нигоҳ дошта шуд</translation>
    </message>
    <message>
        <source>The laptop says so a week before, and can postpone it. The office keeps everything.</source>
        <translation>Ноутбук як ҳафта пеш хабар медиҳад ва метавонад ба таъхир гузорад. Дар идора ҳама чиз мемонад.</translation>
    </message>
    <message>
        <source>The rule reaches the laptops with their next files.</source>
        <translation>Қоида ба ноутбукҳо бо файлҳои навбатӣ мерасад.</translation>
    </message>
</context>
<context>
    <name>ScopePanel</name>
    <message>
        <source>What the report is of</source>
        <translation>Ҳисобот дар бораи чист</translation>
    </message>
    <message>
        <source>Show this report</source>
        <translation>Ин ҳисоботро нишон додан</translation>
    </message>
    <message>
        <source>Courses of the chosen projects, and the chosen courses besides. A donor or a field of work narrows them.</source>
        <translation>Курсҳои лоиҳаҳои интихобшуда ва ғайр аз онҳо курсҳои интихобшуда. Донор ё соҳаи фаъолият интихобро маҳдуд мекунад.</translation>
    </message>
    <message>
        <source>Find a project, a course, a donor</source>
        <translation>Лоиҳа, курс ё донорро ёфтан</translation>
    </message>
    <message>
        <source>Take nothing: all courses</source>
        <translation>Ҳеҷ чизро интихоб накардан: ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>Projects, donors, fields of work and courses</source>
        <translation>Лоиҳаҳо, донорҳо, соҳаҳои фаъолият ва курсҳо</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>интихоб шуд</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Интихоб</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Навъ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
</context>
<context>
    <name>SpellingsButton</name>
    <message>
        <source>No unit has several spellings</source>
        <translation>Ҳамаи ҷойҳои хизмат якхела навишта шудаанд</translation>
    </message>
    <message>
        <source>Fewer than two units are written with people.</source>
        <translation>Дар назди одамон камтар аз ду ҷойи хизмат навишта шудааст.</translation>
    </message>
    <message>
        <source>No place has several spellings</source>
        <translation>Ҳамаи ҷойҳо якхела навишта шудаанд</translation>
    </message>
    <message>
        <source>Every town and district of the courses is written in one way.</source>
        <translation>Ҳар шаҳр ва ноҳияи курсҳо бо як тарз навишта шудааст.</translation>
    </message>
    <message numerus="yes">
        <source>Places with several spellings: %n…</source>
        <translation>
            <numerusform>Ҷойҳо бо навишти гуногун: %n…</numerusform>
            <numerusform>Ҷойҳо бо навишти гуногун: %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Units with several spellings: %n…</source>
        <translation>
            <numerusform>Ҷойҳои хизмат бо навишти гуногун: %n…</numerusform>
            <numerusform>Ҷойҳои хизмат бо навишти гуногун: %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>Spellings of units…</source>
        <translation>Навишти ҷойҳои хизмат…</translation>
    </message>
</context>
<context>
    <name>SpellingsPanel</name>
    <message>
        <source>Spellings of places</source>
        <translation>Навишти ҷойҳо</translation>
    </message>
    <message>
        <source>Write one spelling</source>
        <translation>Навиштани як хел</translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation>Ҳамин тавр монад</translation>
    </message>
    <message>
        <source>These seem to be one place, and count as several. Choose which spelling stays: courses with the others get it. “Undo” takes it back.</source>
        <translation>Ба назар, ин як ҷой аст, вале ҳамчун якчанд ҷой ҳисоб мешавад. Навишти мемондагиро интихоб кунед: курсҳои дигар низ онро мегиранд. «Ботил сохтан» онро бармегардонад.</translation>
    </message>
    <message>
        <source>Each of these seems to be one place, written in several ways. Choose which spelling stays: courses with the others get it. “Undo” takes it back.</source>
        <translation>Ба назар, ҳар кадоми инҳо як ҷой аст, вале ҳар хел навишта шудааст. Навишти мемондагиро интихоб кунед: курсҳои дигар низ онро мегиранд. «Ботил сохтан» онро бармегардонад.</translation>
    </message>
    <message>
        <source>Spellings of units</source>
        <translation>Навишти ҷойҳои хизмат</translation>
    </message>
    <message>
        <source>Keep all as they are, and do not ask again</source>
        <translation>Ҳама ҳамин тавр монад ва дигар пурсида нашавад</translation>
    </message>
    <message>
        <source>No two units are written so that they seem to be one.</source>
        <translation>Ҷойҳои хизмате нестанд, ки ба як ҷой монанд бошанду ҳар хел навишта шуда бошанд.</translation>
    </message>
    <message>
        <source>These seem to be one unit, and count as several. Choose which spelling stays: people with the others get it, at every course. Figures as approved stay as they are. “Undo” takes it back.</source>
        <translation>Ба назар, ин як ҷойи хизмат аст, вале ҳамчун якчанд ҷой ҳисоб мешавад. Навишти мемондагиро интихоб кунед: одамони дигар низ онро дар ҳамаи курсҳо мегиранд. Нишондиҳандаҳои тасдиқшуда тағйир намеёбанд. «Ботил сохтан» онро бармегардонад.</translation>
    </message>
    <message>
        <source>Town: {spellings}</source>
        <translation>Шаҳр: {spellings}</translation>
    </message>
    <message>
        <source>District: {spellings}</source>
        <translation>Ноҳия: {spellings}</translation>
    </message>
    <message>
        <source>Unit: {spellings}</source>
        <translation>Ҷойи хизмат: {spellings}</translation>
    </message>
    <message numerus="yes">
        <source>Unit: {kept}. To be changed: %n person(s)</source>
        <translation>
            <numerusform>Ҷойи хизмат: {kept}. Тағйир меёбад: %n нафар</numerusform>
            <numerusform>Ҷойи хизмат: {kept}. Тағйир меёбад: %n нафар</numerusform>
        </translation>
    </message>
    <message>
        <source>Town: {kept} in all its courses. To be changed: {courses}</source>
        <translation>Шаҳр: {kept} дар ҳамаи курсҳояш. Тағйир меёбанд: {courses}</translation>
    </message>
    <message>
        <source>District: {kept} in all its courses. To be changed: {courses}</source>
        <translation>Ноҳия: {kept} дар ҳамаи курсҳояш. Тағйир меёбанд: {courses}</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n курс</numerusform>
            <numerusform>%n курс</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n нафар</numerusform>
            <numerusform>%n нафар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
    <message>
        <source>counts as {place}</source>
        <translation>ҳамчун {place} ҳисоб мешавад</translation>
    </message>
    <message>
        <source>in the list of places</source>
        <translation>дар рӯйхати ҷойҳо ҳаст</translation>
    </message>
    <message>
        <source>former name</source>
        <translation>номи пештара</translation>
    </message>
    <message>
        <source>“{typed}”</source>
        <translation>«{typed}»</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Figure in the cells or on the map</source>
        <translation>Нишондиҳанда дар хонаҳо ё дар харита</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Ҷадвал</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Харита</translation>
    </message>
    <message>
        <source>Table of the report</source>
        <translation>Ҷадвали ҳисобот</translation>
    </message>
    <message>
        <source>{value} (n {n})</source>
        <extracomment>n: of how many a mean or a share is</extracomment>
        <translation>{value} (n {n})</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Ҳамагӣ</translation>
    </message>
</context>
<context>
    <name>TargetsCard</name>
    <message>
        <source>Planned and reached</source>
        <translation>Нақша ва натиҷа</translation>
    </message>
    <message>
        <source>No project of this report says what it planned. It is typed into the form of the project: Courses, choose the project above the list, then the pencil beside it.</source>
        <translation>Ягон лоиҳаи ин ҳисобот нақшаи худро нагуфтааст. Нақша дар варақаи лоиҳа навишта мешавад: «Курсҳо», лоиҳаро дар болои рӯйхат интихоб кунед, баъд қалам дар паҳлӯи он.</translation>
    </message>
    <message>
        <source>Open {course}</source>
        <translation>Кушодани {course}</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Нишондиҳанда</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Нақша</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Натиҷа</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Ҳисса</translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>What came after it changes nothing any more. It waits in Review, where you look at it and agree or leave it, one by one or all at once.</source>
        <translation>Он чи баъд аз он омадааст, дигар чизеро тағйир намедиҳад. Он дар бахши баррасӣ мунтазир аст: он ҷо шумо онро дида, розӣ мешавед ё чун пеш мемонед, якто-якто ё ҳамаро якбора.</translation>
    </message>
    <message>
        <source>everything that came</source>
        <translation>ҳамаи он чи омадааст</translation>
    </message>
    <message>
        <source>nothing at all</source>
        <translation>ба ҳеҷ чиз</translation>
    </message>
    <message>
        <source>{code} is believed up to</source>
        <translation>Ба ноутбуки {code} бовар то</translation>
    </message>
    <message>
        <source>What a revoked laptop wrote</source>
        <translation>Ноутбуки бекоршуда чӣ навиштааст</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
</context>
<context>
    <name>UserRole</name>
    <message>
        <source>One more head is made by two: add the person as a data officer, then ask for it with “Role…”.</source>
        <translation>Роҳбари навро ду кас таъин мекунанд: кормандро чун мутахассиси маълумот илова кунед, баъд бо «Нақш…» дархост кунед.</translation>
    </message>
    <message>
        <source>Looks at everything and saves reports without names.</source>
        <translation>Ҳама чизро мебинад ва ҳисоботҳоро бе номҳо сабт мекунад.</translation>
    </message>
    <message>
        <source>Records, imports, settles what waits in Review, prints and hands out.</source>
        <translation>Сабт мекунад, файлҳоро қабул мекунад, он чиро, ки дар «Баррасӣ» мунтазир аст, ҳал мекунад, чоп мекунад ва медиҳад.</translation>
    </message>
    <message>
        <source>Also approves, erases, revokes laptops, keeps the keys and these people.</source>
        <translation>Ғайр аз ин, тасдиқ мекунад, маълумотро нест мекунад, дастрасии ноутбукҳоро бекор мекунад, калидҳо ва ин рӯйхатро нигоҳ медорад.</translation>
    </message>
    <message>
        <source>From then on two heads must decide together what cannot be taken back. As soon as both have chosen passphrases of their own, neither can take the role from the other alone; until then one head still can.</source>
        <translation>Баъд аз ин он чиро, ки баргардондан мумкин нест, ду роҳбар якҷоя ҳал мекунанд. Ҳамин ки ҳар ду гузарвожаи худро интихоб кунанд, ҳеҷ кадоме дигареро танҳо аз вазифа гирифта наметавонад; то он вақт як роҳбар ҳанӯз метавонад.</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>For the donor</source>
        <translation>Барои донор</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>Дар як ҷумла</translation>
    </message>
    <message>
        <source>In a paragraph, with its notes</source>
        <translation>Дар як сархат, бо эзоҳҳо</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>Ҷумларо нусха бардоштан</translation>
    </message>
    <message>
        <source>Copy the paragraph</source>
        <translation>Сархатро нусха бардоштан</translation>
    </message>
    <message>
        <source>Copied: paste it into your report.</source>
        <translation>Нусха шуд: ба ҳисоботи худ гузоред.</translation>
    </message>
</context>
<context>
    <name>_TwoUnits</name>
    <message>
        <source>Two others that are one unit:</source>
        <translation>Ду ҷойи дигаре, ки дар асл яктоянд:</translation>
    </message>
    <message>
        <source>Add to the list above</source>
        <translation>Ба рӯйхати боло илова кардан</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>Як ҷойи хизмат</translation>
    </message>
    <message>
        <source>The other unit</source>
        <translation>Ҷойи хизмати дигар</translation>
    </message>
</context>
<context>
    <name>_UserForm</name>
    <message>
        <source>Saved</source>
        <translation>Сабт шуд</translation>
    </message>
</context>
</TS>
