<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>ContentCard</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n тағйир</numerusform>
            <numerusform>%n тағйир</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes in all</source>
        <translation>Ҳамагӣ тағйирот</translation>
    </message>
    <message>
        <source>What will go</source>
        <translation>Чӣ меравад</translation>
    </message>
    <message>
        <source>Everything again, from the beginning</source>
        <translation>Ҳамаи маълумот аз нав, аз аввал</translation>
    </message>
    <message>
        <source>Nothing yet. What you record on this laptop will be counted here.</source>
        <translation>Ҳанӯз чизе нест. Он чи дар ин ноутбук сабт мекунед, дар ин ҷо ҳисоб мешавад.</translation>
    </message>
    <message numerus="yes">
        <source>With this file %n feedback sheet(s) enter the results, together and in no order.</source>
        <translation>
            <numerusform>Бо ин файл %n варақаи назарпурсӣ якҷоя ва бе тартиб ба натиҷаҳо дохил мешавад.</numerusform>
            <numerusform>Бо ин файл %n варақаи назарпурсӣ якҷоя ва бе тартиб ба натиҷаҳо дохил мешавад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Staying here: %n feedback sheet(s), because another sheet of the same form is not finished. Finish it in the Feedback tab (* leaves the rest blank), or add these alone to the results there: what comes later enters only with four others.</source>
        <translation>
            <numerusform>%n варақаи назарпурсӣ ин ҷо мемонад: варақаи дигари ҳамин пурсиш тамом нашудааст. Онро дар бахши «Назарпурсӣ» тамом кунед (* боқимондаро холӣ мемонад) ё инҳоро дар он ҷо қабул кунед: варақаи дермонда танҳо бо чор варақаи дигар дохил мешавад.</numerusform>
            <numerusform>%n варақаи назарпурсӣ ин ҷо мемонад: варақаи дигари ҳамин пурсиш тамом нашудааст. Онро дар бахши «Назарпурсӣ» тамом кунед (* боқимондаро холӣ мемонад) ё инҳоро дар он ҷо қабул кунед: варақаи дермонда танҳо бо чор варақаи дигар дохил мешавад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Staying here: %n feedback sheet(s). They go when five or more enter together, so that nobody can tell which is whose. The Feedback tab of the course says what to do.</source>
        <translation>
            <numerusform>%n варақаи назарпурсӣ ин ҷо мемонад: варақаҳо панҷто ва бештар якҷоя мераванд, то маълум нашавад, ки кадомаш аз они кист. Чӣ бояд кард, дар бахши «Назарпурсӣ»-и курс гуфта шудааст.</numerusform>
            <numerusform>%n варақаи назарпурсӣ ин ҷо мемонад: варақаҳо панҷто ва бештар якҷоя мераванд, то маълум нашавад, ки кадомаш аз они кист. Чӣ бояд кард, дар бахши «Назарпурсӣ»-и курс гуфта шудааст.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scans and logos</source>
        <translation>Сканҳо ва логотипҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) go with the next file.</source>
        <translation>
            <numerusform>%n скан бо файли навбатӣ меравад.</numerusform>
            <numerusform>%n скан бо файли навбатӣ меравад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going along: %n file(s) of others, with changes that the office does not have yet.</source>
        <translation>
            <numerusform>Бо он %n файли дигарон бо тағйироте меравад, ки идора ҳанӯз надорад.</numerusform>
            <numerusform>Бо он %n файли дигарон бо тағйироте меравад, ки идора ҳанӯз надорад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going with the next file: %n file(s) of others.</source>
        <translation>
            <numerusform>%n файли дигарон бо файли оянда меравад.</numerusform>
            <numerusform>%n файли дигарон бо файли оянда меравад.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance marks</source>
        <translation>Қайдҳои давомот</translation>
    </message>
    <message>
        <source>List of participants</source>
        <translation>Рӯйхати иштирокчиён</translation>
    </message>
    <message>
        <source>Test papers</source>
        <translation>Варақаҳои санҷиш</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Назарпурсӣ</translation>
    </message>
    <message>
        <source>Forms and questions</source>
        <translation>Варақаҳо ва саволҳо</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Courses and sessions</source>
        <translation>Курсҳо ва машғулиятҳо</translation>
    </message>
    <message>
        <source>Other changes</source>
        <translation>Тағйироти дигар</translation>
    </message>
</context>
<context>
    <name>DestinationCard</name>
    <message>
        <source>Where to</source>
        <translation>Ба куҷо</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Ҷузвдони дигар…</translation>
    </message>
    <message>
        <source>No USB stick found: put one in, and it appears here by itself.</source>
        <translation>Флешка ёфт нашуд: онро васл кунед, худаш дар ин ҷо пайдо мешавад.</translation>
    </message>
    <message>
        <source>Looking for USB sticks…</source>
        <translation>Ҷустуҷӯи флешкаҳо…</translation>
    </message>
    <message>
        <source>{free} of {size} free</source>
        <translation>{free} аз {size} холӣ</translation>
    </message>
    <message>
        <source>write-protected</source>
        <translation>аз навиштан ҳифз шудааст</translation>
    </message>
    <message>
        <source>for e-mail or a shared folder</source>
        <translation>барои почта ё ҷузвдони умумӣ</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Ҷузвдон дар ин компютер</translation>
    </message>
    <message>
        <source>Where to write the file that you send</source>
        <translation>Файли фиристоданӣ ба куҷо навишта шавад</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Importing the office&apos;s first file</source>
        <translation>Қабули файли аввалини идора</translation>
    </message>
    <message>
        <source>This is not my office…</source>
        <translation>Ин идораи ман нест…</translation>
    </message>
    <message>
        <source>Join this office</source>
        <translation>Пайвастан ба ин идора</translation>
    </message>
    <message>
        <source>This laptop and its office</source>
        <translation>Ин ноутбук ва идораи он</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Looking at the office&apos;s first file</source>
        <translation>Файли аввали идора санҷида мешавад</translation>
    </message>
    <message>
        <source>1. Ask an office to enrol this laptop</source>
        <translation>1. Дархости бақайдгирии ноутбук</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Навиштани файл…</translation>
    </message>
    <message>
        <source>Read these digits to the office by telephone</source>
        <translation>Ин рақамҳоро тавассути телефон ба идора хонед</translation>
    </message>
    <message>
        <source>2. Import the office&apos;s first file</source>
        <translation>2. Қабули файли аввалини идора</translation>
    </message>
    <message>
        <source>It brings the courses, and from then on your files are encrypted for the office.</source>
        <translation>Он курсҳоро меорад ва минбаъд файлҳои шумо барои идора рамзгузорӣ мешаванд.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Интихоби файл…</translation>
    </message>
    <message>
        <source>3. Type the office&apos;s digits</source>
        <translation>3. Рақамҳои идораро нависед</translation>
    </message>
    <message>
        <source>As the office reads them</source>
        <translation>Чунон ки идора мехонад</translation>
    </message>
    <message>
        <source>The office has six groups, counted from the left.</source>
        <translation>Идора шаш гурӯҳ дорад, шумор аз тарафи чап.</translation>
    </message>
    <message>
        <source>It is a computer of the office that travels, {code}, and has all that the office has. The reports are under Office, in the list at the left.</source>
        <translation>Ин компютери идора барои сафар аст, {code}: дар он ҳама чизе ҳаст, ки дар идора ҳаст. Ҳисоботҳо дар рӯйхати тарафи чап зери «Идора» ҳастанд.</translation>
    </message>
    <message>
        <source>Then the file is not the office&apos;s. It is deleted here; nothing of it was imported, and nothing of yours was given out. Tell the office by telephone.</source>
        <translation>Пас файл аз идора нест. Он дар ин ҷо нест карда мешавад; аз он ҳеҷ чиз қабул нашуд ва аз шумо ҳеҷ чиз дода нашуд. Ба идора бо телефон хабар диҳед.</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Нест кардани файл</translation>
    </message>
    <message>
        <source>Leave this office?</source>
        <translation>Аз ин идора мебароед?</translation>
    </message>
    <message>
        <source>If it is not your office: what its file brought is taken away, and this laptop belongs to no office again. Nothing of yours is lost.</source>
        <translation>Агар ин идораи шумо набошад: он чи файлаш овардааст, хориҷ мешавад ва ноутбук боз ба ягон идора тааллуқ надорад. Аз шумо ҳеҷ чиз гум намешавад.</translation>
    </message>
    <message>
        <source>The file is deleted here</source>
        <translation>Файл дар ин ҷо нест карда шуд</translation>
    </message>
    <message>
        <source>This laptop belongs to no office.</source>
        <translation>Ин ноутбук ба ягон идора тааллуқ надорад.</translation>
    </message>
    <message>
        <source>The file {file} says that it comes from {office} ({code}). Call the office at a number that you know and have it read two groups of its digits. Until you have typed them, nothing of the file is imported.</source>
        <translation>Дар файли {file} гуфта шудааст, ки он аз «{office}» ({code}) аст. Ба рақами телефони идора, ки медонед, занг занед ва хоҳиш кунед, ки ду гурӯҳи рақамҳояшро хонанд. То онҳоро нанависед, аз файл ҳеҷ чиз қабул намешавад.</translation>
    </message>
    <message>
        <source>The digits are not the same…</source>
        <translation>Рақамҳо мувофиқ нестанд…</translation>
    </message>
    <message>
        <source>Where to write the request to the office? The file gets its name by itself.</source>
        <translation>Дархост ба идора ба куҷо навишта шавад? Номи файлро барнома худаш медиҳад.</translation>
    </message>
    <message>
        <source>This laptop now belongs to {office}</source>
        <translation>Акнун ин ноутбук ба идораи «{office}» пайваст аст</translation>
    </message>
    <message>
        <source>A small file for the office, by USB stick or e-mail. It holds no secret, and one name: yours.</source>
        <translation>Файли хурд барои идора, бо флешка ё почтаи электронӣ. Дар он сирре нест ва аз номҳо танҳо номи шумост.</translation>
    </message>
    <message>
        <source>Its code is {code}.</source>
        <translation>Рамзи он: {code}.</translation>
    </message>
    <message>
        <source>Are the digits not the same?</source>
        <translation>Рақамҳо мувофиқ нестанд?</translation>
    </message>
    <message>
        <source>Leave this office</source>
        <translation>Аз ин идора баромадан</translation>
    </message>
    <message>
        <source>This laptop belongs to no office</source>
        <translation>Ноутбук ба ягон идора тааллуқ надорад</translation>
    </message>
    <message>
        <source>What the file brought is gone.</source>
        <translation>Он чи файл овард, гирифта шуд.</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сабт ва санҷида шуд: {file}</translation>
    </message>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлҳои ин барнома (*.{ending})</translation>
    </message>
</context>
<context>
    <name>RecipientCard</name>
    <message>
        <source>Type the office&apos;s digits…</source>
        <translation>Рақамҳои идораро нависед…</translation>
    </message>
    <message>
        <source>This is not my office…</source>
        <translation>Ин идораи ман нест…</translation>
    </message>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Калиди барқарорсозии идора</translation>
    </message>
    <message>
        <source>lies on paper, always needed</source>
        <translation>дар коғаз аст, ҳамеша лозим</translation>
    </message>
    <message>
        <source>whoever knows the passphrase</source>
        <translation>касе, ки гузарвожаро медонад</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Ба кӣ</translation>
    </message>
    <message>
        <source>Also for co-trainers</source>
        <translation>Инчунин барои ҳамтренерон</translation>
    </message>
    <message>
        <source>A file for co-trainers holds only the courses that all who are ticked teach.</source>
        <translation>Дар файл барои ҳамтренерон танҳо курсҳое ҳастанд, ки ҳамаи интихобшудагон пеш мебаранд.</translation>
    </message>
    <message>
        <source>Passphrase for this file</source>
        <translation>Гузарвожа барои ин файл</translation>
    </message>
    <message>
        <source>No office is known yet. Whoever opens the file must know these words: tell them by telephone.</source>
        <translation>Ҳанӯз идора маълум нест. Файлро касе мекушояд, ки ин калимаҳоро медонад: онҳоро бо телефон гӯед.</translation>
    </message>
    <message>
        <source>Join an office…</source>
        <translation>Ба идора пайваст шудан…</translation>
    </message>
    <message>
        <source>Import the office&apos;s first file</source>
        <translation>Қабули файли аввалини идора</translation>
    </message>
</context>
<context>
    <name>SendScreen</name>
    <message>
        <source>Send to the office</source>
        <translation>Фиристодан ба идора</translation>
    </message>
    <message>
        <source>The file is encrypted. Only those named here can open it.</source>
        <translation>Файл рамзгузорӣ мешавад. Онро танҳо касоне мекушоянд, ки дар ин ҷо номбар шудаанд.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Қабули файл</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>{name} on {place}. Read back and found equal. {size}, {moment}.</source>
        <translation>{name}: {place}. Файл аз нав хонда шуд ва мувофиқ омад. {size}, {moment}.</translation>
    </message>
    <message>
        <source>Eject the USB stick before you pull it out.</source>
        <translation>Флешкаро пеш аз кашидан ҷудо кунед.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
    <message>
        <source>Another copy…</source>
        <translation>Нусхаи дигар…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Фиристодан</translation>
    </message>
    <message>
        <source>Everything is at the office</source>
        <translation>Ҳама чиз дар идора аст</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Ҳанӯз чизе барои фиристодан нест</translation>
    </message>
    <message>
        <source>First type a passphrase for the file, or have words offered.</source>
        <translation>Аввал барои файл гузарвожа нависед ё калимаҳои пешниҳодшударо гиред.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) ready to send</source>
        <translation>
            <numerusform>%n тағйир барои фиристодан омода аст</numerusform>
            <numerusform>%n тағйир барои фиристодан омода аст</numerusform>
        </translation>
    </message>
    <message>
        <source>Without them nobody can open {name} ({moment}). They are kept nowhere: they stand here until you close them, send again or lock the program.</source>
        <translation>Бе онҳо {name} ({moment})-ро касе кушода наметавонад. Онҳо ҳеҷ ҷо нигоҳ дошта нашудаанд ва дар ин ҷо меистанд, то шумо онҳоро пӯшед, боз фиристед ё барномаро қулф кунед.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of others ready to send</source>
        <translation>
            <numerusform>%n файли дигарон барои фиристодан тайёр аст</numerusform>
            <numerusform>%n файли дигарон барои фиристодан тайёр аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) ready to send</source>
        <translation>
            <numerusform>%n скан барои фиристодан омода аст</numerusform>
            <numerusform>%n скан барои фиристодан омода аст</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready for co-trainers: {courses}</source>
        <translation>Барои ҳамтренерон омода: {courses}</translation>
    </message>
    <message>
        <source>Put in a USB stick, or choose a folder.</source>
        <translation>Флешка гузоред ё ҷузвдон интихоб кунед.</translation>
    </message>
    <message>
        <source>To {whom}, on {place}.</source>
        <translation>Ба кӣ: {whom}. Ба куҷо: {place}.</translation>
    </message>
    <message>
        <source>Only this goes, from the beginning. The office still needs a file of its own.</source>
        <translation>Танҳо ҳамин меравад, аз аввал. Ба идора ҳамоно файли алоҳида лозим аст.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) sent before will be in the next file again.</source>
        <translation>
            <numerusform>%n тағйири пештар фиристодашуда боз ба файли навбатӣ дохил мешавад.</numerusform>
            <numerusform>%n тағйири пештар фиристодашуда боз ба файли навбатӣ дохил мешавад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) sent before will be in the next file again, until the office confirms.</source>
        <translation>
            <numerusform>%n тағйири пештар фиристодашуда то тасдиқи идора боз ба файли навбатӣ дохил мешавад.</numerusform>
            <numerusform>%n тағйири пештар фиристодашуда то тасдиқи идора боз ба файли навбатӣ дохил мешавад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new change(s) ready to send</source>
        <translation>
            <numerusform>%n тағйири нав барои фиристодан омода аст</numerusform>
            <numerusform>%n тағйири нав барои фиристодан омода аст</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new since {name}</source>
        <translation>Пас аз {name} чизи нав нест</translation>
    </message>
    <message>
        <source>Writing the file for the office</source>
        <translation>Файл барои идора навишта мешавад</translation>
    </message>
    <message>
        <source>Write these words down: {words}</source>
        <translation>Ин калимаҳоро нависед: {words}</translation>
    </message>
    <message>
        <source>Where to write the copy</source>
        <translation>Нусха ба куҷо навишта шавад</translation>
    </message>
    <message>
        <source>Writing the copy</source>
        <translation>Нусха навишта мешавад</translation>
    </message>
</context>
<context>
    <name>SentFilesCard</name>
    <message>
        <source>Sent</source>
        <translation>Фиристодашуда</translation>
    </message>
    <message>
        <source>Each file holds everything since the last receipt. If one is lost, its data come with the next.</source>
        <translation>Дар ҳар файл ҳама чиз аз тасдиқи охирин аст. Агар яке гум шавад, маълумот бо файли дигар меояд.</translation>
    </message>
    <message>
        <source>Sent files</source>
        <translation>Файлҳои фиристодашуда</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Ҳанӯз чизе фиристода нашудааст</translation>
    </message>
    <message>
        <source>Choose where to write above. Every file that you send is listed here with the office&apos;s answer.</source>
        <translation>Дар боло ҷойи навиштанро интихоб кунед. Ҳар файли фиристодашуда бо ҷавоби идора дар ин ҷо нишон дода мешавад.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Кай</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ба куҷо</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Тағйирот</translation>
    </message>
    <message>
        <source>The office&apos;s answer</source>
        <translation>Ҷавоби идора</translation>
    </message>
    <message>
        <source>some courses only</source>
        <translation>танҳо баъзе курсҳо</translation>
    </message>
    <message>
        <source>confirmed by the office</source>
        <translation>идора тасдиқ кард</translation>
    </message>
    <message>
        <source>received, not yet safe</source>
        <translation>гирифта шуд, ҳанӯз ҳифз нашудааст</translation>
    </message>
    <message>
        <source>went into {number}</source>
        <translation>ба {number} дохил шуд</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>ҳанӯз тасдиқ нашудааст</translation>
    </message>
    <message>
        <source>waits for the office</source>
        <translation>ҷавоби идораро интизор</translation>
    </message>
</context>
<context>
    <name>SyncStatusRow</name>
    <message>
        <source>How far the changes have come</source>
        <translation>Тағйирот то куҷо расидааст</translation>
    </message>
</context>
</TS>
