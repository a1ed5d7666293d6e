<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
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
        <source>Find people, courses, certificates, commands</source>
        <translation>Ёфтани шахс, курс, шаҳодатнома, фармон</translation>
    </message>
    <message>
        <source>New: what the page makes</source>
        <translation>Эҷоди нав дар ин саҳифа</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Read the page anew</source>
        <translation>Навсозии саҳифа</translation>
    </message>
    <message>
        <source>Lock the program</source>
        <translation>Қулф кардани барнома</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Маълумотнома</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Тугмаҳо</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Пӯшидани барнома</translation>
    </message>
</context>
<context>
    <name>AttendanceWording</name>
    <message>
        <source>present</source>
        <translation>ҳозир</translation>
    </message>
    <message>
        <source>late</source>
        <translation>дер омад</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>узрнок</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ғоиб</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>бе қайд</translation>
    </message>
    <message>
        <source>Day {number} · {date}</source>
        <translation>Рӯзи {number} · {date}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Машғулияти {number}</translation>
    </message>
    <message>
        <source>from day {number}</source>
        <translation>аз рӯзи {number}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>бекор карда шуд</translation>
    </message>
    <message>
        <source>cancelled: {reason}</source>
        <translation>бекор карда шуд: {reason}</translation>
    </message>
    <message>
        <source>not on the list yet</source>
        <translation>ҳанӯз дар рӯйхат нест</translation>
    </message>
    <message>
        <source>marked in a way that only a newer version of the program can show</source>
        <translation>тавре қайд шудааст, ки танҳо версияи навтари барнома нишон дода метавонад</translation>
    </message>
    <message>
        <source>newer version</source>
        <comment>legend: a mark that only a newer version can show</comment>
        <translation>версияи нав</translation>
    </message>
    <message>
        <source>has left</source>
        <comment>tag in the grid</comment>
        <translation>рафт</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number} from session {session}</source>
        <translation>аз машғулияти {session} бо №&#xa0;{number} иваз шуд</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number}</source>
        <translation>ба ҷояш №&#xa0;{number}</translation>
    </message>
    <message>
        <source>not expected from session {session}</source>
        <translation>аз машғулияти {session} интизор нестем</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>аз курс баромад</translation>
    </message>
    <message>
        <source>Session {number} has not begun</source>
        <translation>Машғулияти {number} ҳанӯз оғоз нашудааст</translation>
    </message>
    <message>
        <source>It begins on {when}. Mark everybody without a mark present all the same?</source>
        <translation>Он {when} оғоз мешавад. Бо вуҷуди ин ҳамаи бе қайдро ҳозир қайд кунем?</translation>
    </message>
    <message>
        <source>in place of No.&#xa0;{number}</source>
        <translation>ба ҷойи №&#xa0;{number}</translation>
    </message>
    <message>
        <source>It begins on {when}. Mark {name} already now? For the others in this session it is not asked again.</source>
        <translation>Он {when} оғоз мешавад. Ҳозир қайд кунем: {name}? Дар бораи дигарони ин машғулият дигар пурсида намешавад.</translation>
    </message>
    <message>
        <source>Mark present</source>
        <translation>Қайд кардан</translation>
    </message>
    <message>
        <source>Mark already now</source>
        <translation>Ҳозир қайд кардан</translation>
    </message>
    <message>
        <source>not held yet</source>
        <translation>машғулият ҳанӯз нашудааст</translation>
    </message>
    <message>
        <source>{minutes} min late</source>
        <translation>{minutes}&#xa0;дақиқа дер</translation>
    </message>
    <message>
        <source>left {minutes} min early</source>
        <translation>{minutes}&#xa0;дақиқа пештар рафт</translation>
    </message>
    <message>
        <source>locked: {by}</source>
        <translation>баста: {by}</translation>
    </message>
    <message>
        <source>from session {number}</source>
        <translation>аз машғулияти {number}</translation>
    </message>
    <message>
        <source>the same person as No.&#xa0;{number}</source>
        <translation>ҳамон шахс, ки дар №&#xa0;{number} аст</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>соати {time} омад</translation>
    </message>
    <message>
        <source>marked in the row of No.&#xa0;{number}</source>
        <translation>қайд аз сатри №&#xa0;{number}</translation>
    </message>
    <message>
        <source>share of the whole course {percent}</source>
        <translation>ҳисса аз тамоми курс {percent}</translation>
    </message>
    <message>
        <source>share so far {percent}</source>
        <translation>ҳисса то имрӯз {percent}</translation>
    </message>
    <message>
        <source>for the certificate {percent}</source>
        <translation>барои шаҳодатнома {percent}</translation>
    </message>
    <message>
        <source>{came} of {expected} came</source>
        <translation>{came} аз {expected} омад</translation>
    </message>
    <message numerus="yes">
        <source>%n of them not on the list any more</source>
        <translation>
            <numerusform>%n нафар дигар дар рӯйхат нест</numerusform>
            <numerusform>%n нафар дигар дар рӯйхат нест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s)</source>
        <translation>
            <numerusform>%n нафар бе номнависӣ</numerusform>
            <numerusform>%n нафар бе номнависӣ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked</source>
        <translation>
            <numerusform>%n қайд нашуда</numerusform>
            <numerusform>%n қайд нашуда</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from a newer version</source>
        <translation>
            <numerusform>%n аз версияи нав</numerusform>
            <numerusform>%n аз версияи нав</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than on paper</source>
        <translation>
            <numerusform>аз варақа %n зиёд</numerusform>
            <numerusform>аз варақа %n зиёд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than on paper</source>
        <translation>
            <numerusform>аз варақа %n кам</numerusform>
            <numerusform>аз варақа %n кам</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees with the paper</source>
        <translation>ба варақа мувофиқ</translation>
    </message>
    <message>
        <source>{percent} of all held sessions, as for the certificate</source>
        <translation>{percent} аз ҳамаи машғулиятҳои гузаронидашуда, чун барои шаҳодатнома</translation>
    </message>
    <message>
        <source>So far {percent}: only sessions in which there is a mark count</source>
        <translation>То имрӯз {percent}: танҳо машғулиятҳои қайдшуда ҳисоб мешаванд</translation>
    </message>
    <message>
        <source>For the certificate {percent}: all held sessions count, also those without a mark</source>
        <translation>Барои шаҳодатнома {percent}: ҳамаи машғулиятҳои гузаронидашуда ҳисоб мешаванд, ҳам бе қайд</translation>
    </message>
    <message>
        <source>On the list, not marked yet: a letter marks the person, Ins adds the next one</source>
        <translation>Дар рӯйхат, ҳанӯз бе қайд: ҳарф иштирокчиро қайд мекунад, Ins навбатиро илова мекунад</translation>
    </message>
    <message>
        <source>two laptops recorded different marks</source>
        <translation>дар ду ноутбук қайдҳои гуногун</translation>
    </message>
    <message>
        <source>remark: {text}</source>
        <translation>эзоҳ: {text}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>баста</translation>
    </message>
</context>
<context>
    <name>BackupComparison</name>
    <message>
        <source>In the copy</source>
        <translation>Дар нусха</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Ҳоло дар ин ҷо</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Changes in all</source>
        <translation>Ҳамагӣ тағйирот</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be put back.</source>
        <translation>Ин нусха вайрон аст ва онро барқарор кардан мумкин нест.</translation>
    </message>
    <message>
        <source>Checked: every row of the copy agrees with its journal.</source>
        <translation>Санҷида шуд: ҳар сатри нусха бо дафтари қайдаш мувофиқ аст.</translation>
    </message>
    <message>
        <source>Nothing that is here now is missing in the copy.</source>
        <translation>Ҳар чизе, ки ҳоло дар ин ҷост, дар нусха низ ҳаст.</translation>
    </message>
    <message numerus="yes">
        <source>Would come back: %n change(s) that only the copy has.</source>
        <translation>
            <numerusform>Бармегардад: %n тағйире, ки танҳо дар нусха аст.</numerusform>
            <numerusform>Бармегардад: %n тағйире, ки танҳо дар нусха аст.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in the copy: %n anonymous sheet(s) that waited then.</source>
        <translation>
            <numerusform>Дар нусха нест: %n варақаи беном, ки он вақт интизор буд.</numerusform>
            <numerusform>Дар нусха нест: %n варақаи беном, ки он вақт интизор буд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates printed since then stay valid on paper, but this computer forgets them. Their numbers are not given a second time.</source>
        <translation>Шаҳодатномаҳое, ки пас аз он чоп шудаанд, дар коғаз эътибор доранд, вале компютер онҳоро фаромӯш мекунад. Рақамҳои онҳо бори дигар дода намешаванд.</translation>
    </message>
    <message>
        <source>Enter them again from paper, or have them filled in again.</source>
        <translation>Онҳоро аз коғаз аз нав ворид кунед ё хоҳиш кунед, ки аз нав пур кунанд.</translation>
    </message>
    <message numerus="yes">
        <source>Not in the copy: %n change(s) made since then</source>
        <translation>
            <numerusform>Дар нусха нест: %n тағйире, ки пас аз он дароварда шуд</numerusform>
            <numerusform>Дар нусха нест: %n тағйире, ки пас аз он дароварда шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Safe at the office: %n change(s). They come back with its next file.</source>
        <translation>
            <numerusform>Дар идора маҳфуз аст: %n тағйир. Онҳо бо файли навбатии идора бармегарданд.</numerusform>
            <numerusform>Дар идора маҳфуз аст: %n тағйир. Онҳо бо файли навбатии идора бармегарданд.</numerusform>
        </translation>
    </message>
    <message>
        <source>attendance marks</source>
        <translation>қайдҳои давомот</translation>
    </message>
    <message>
        <source>The sheets that wait on this computer now stay.</source>
        <translation>Варақаҳое, ки ҳоло дар ин компютер интизоранд, мемонанд.</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>иштирокчиён</translation>
    </message>
    <message>
        <source>tests and feedback</source>
        <translation>санҷишҳо ва назарпурсӣ</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>other</source>
        <translation>дигар</translation>
    </message>
</context>
<context>
    <name>BackupNotice</name>
    <message>
        <source>{size}, encrypted, on this disk: {folder}. Another disk: Settings.</source>
        <translation>{size}, рамзгузоришуда, дар ҳамин диск: {folder}. Ба диски дигар: «Танзимот».</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Танзимот</translation>
    </message>
    <message>
        <source>Making a copy of the database</source>
        <translation>Нусхаи пойгоҳи маълумот гирифта мешавад</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Checking the evidence</source>
        <translation>Санҷиши мавод</translation>
    </message>
    <message>
        <source>Check evidence</source>
        <translation>Санҷидани мавод</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the encrypted file with the passphrase</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Гузарвожаи файл</translation>
    </message>
    <message>
        <source>Save what was found…</source>
        <translation>Сабти натиҷа…</translation>
    </message>
    <message>
        <source>whole and signed</source>
        <translation>бутун ва имзошуда</translation>
    </message>
    <message>
        <source>not as it was signed</source>
        <translation>он тавре нест, ки имзо шуда буд</translation>
    </message>
</context>
<context>
    <name>CoursePapers</name>
    <message>
        <source>Look at this before you print</source>
        <translation>Пеш аз чоп ба ин нигаред</translation>
    </message>
</context>
<context>
    <name>DestinationField</name>
    <message>
        <source>Put in a USB stick, or choose a folder.</source>
        <translation>Флешка гузоред ё ҷузвдон интихоб кунед.</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ҷузвдон…</translation>
    </message>
    <message>
        <source>No USB stick: put one in</source>
        <translation>Флешка нест: васл кунед</translation>
    </message>
    <message>
        <source>Looking for USB sticks…</source>
        <translation>Ҷустуҷӯи флешкаҳо…</translation>
    </message>
    <message>
        <source>Where to write: {what}</source>
        <translation>Ба куҷо навишта шавад: {what}</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>Боз %n</numerusform>
            <numerusform>Боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Корҳои наздик</translation>
    </message>
</context>
<context>
    <name>DueWording</name>
    <message>
        <source>There is no course yet</source>
        <translation>Ҳанӯз ягон курс нест</translation>
    </message>
    <message>
        <source>Day {day} of {days}</source>
        <translation>Рӯзи {day} аз {days}</translation>
    </message>
    <message>
        <source>Next course: {course}</source>
        <translation>Курси оянда: {course}</translation>
    </message>
    <message>
        <source>Last course: {course}</source>
        <translation>Курси охирин: {course}</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>«{title}»</translation>
    </message>
    <message>
        <source>Create the first course, or import the file from the office</source>
        <translation>Курси аввалро созед ё файли идораро қабул кунед</translation>
    </message>
    <message>
        <source>Plan the sessions of the course</source>
        <translation>Ҷадвали машғулиятҳои курсро тартиб диҳед</translation>
    </message>
    <message>
        <source>Import the list of participants</source>
        <translation>Рӯйхати иштирокчиёнро қабул кунед</translation>
    </message>
    <message>
        <source>Mark session {number}</source>
        <translation>Машғулияти {number}-ро қайд кунед</translation>
    </message>
    <message>
        <source>Finish marking session {number}: {people}</source>
        <translation>Машғулияти {number}-ро то охир қайд кунед: {people}</translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>%n нафар мондааст</numerusform>
            <numerusform>%n нафар мондааст</numerusform>
        </translation>
    </message>
    <message>
        <source>day {day} of {days}</source>
        <translation>рӯзи {day} аз {days}</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s) today: {courses}</source>
        <translation>
            <numerusform>Имрӯз %n курс: {courses}</numerusform>
            <numerusform>Имрӯз %n курс: {courses}</numerusform>
        </translation>
    </message>
    <message>
        <source>Session {number} begins at {time}</source>
        <translation>Машғулияти {number} соати {time} оғоз мешавад</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n ихтилоф ҳалталаб аст</numerusform>
            <numerusform>%n ихтилоф ҳалталаб аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting in the watched folder</source>
        <translation>
            <numerusform>%n файл дар ҷузвдони воридот интизор аст</numerusform>
            <numerusform>%n файл дар ҷузвдони воридот интизор аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Names of %n course(s) are to be erased: their day has come</source>
        <translation>
            <numerusform>Вақти несткунии номҳои %n курс расид: муҳлати нигоҳдорӣ гузашт</numerusform>
            <numerusform>Вақти несткунии номҳои %n курс расид: муҳлати нигоҳдорӣ гузашт</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) can be issued</source>
        <translation>
            <numerusform>%n шаҳодатнома додан мумкин аст</numerusform>
            <numerusform>%n шаҳодатнома додан мумкин аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send today&apos;s work to the office: %n change(s)</source>
        <translation>
            <numerusform>Кори имрӯзаро ба идора фиристед: %n тағйир</numerusform>
            <numerusform>Кори имрӯзаро ба идора фиристед: %n тағйир</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due. Have a good day!</source>
        <translation>Кори таъхирнопазир нест. Рӯзи хуш!</translation>
    </message>
    <message numerus="yes">
        <source>To decide in Review: %n</source>
        <translation>
            <numerusform>Ҳалталаб дар «Баррасӣ»: %n</numerusform>
            <numerusform>Ҳалталаб дар «Баррасӣ»: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Create a course</source>
        <translation>Сохтани курс</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
    <message>
        <source>Import the list</source>
        <translation>Қабули рӯйхат</translation>
    </message>
    <message>
        <source>Go on marking</source>
        <translation>Давом додани қайд</translation>
    </message>
    <message>
        <source>Start marking</source>
        <translation>Оғози қайд</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>Кушодани машғулият</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Дида баромадан</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Кушодани рӯйхат</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>A button: opens the screen where conflicts are decided</extracomment>
        <translation>Баррасӣ</translation>
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
        <source>Next step</source>
        <translation>Қадами навбатӣ</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Машғулияти {number}</translation>
    </message>
    <message>
        <source>to {time}</source>
        <translation>то {time}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Бекор карда шуд</translation>
    </message>
    <message>
        <source>Marked in full</source>
        <translation>Пурра қайд шуд</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ҳоло</translation>
    </message>
    <message>
        <source>Counts for nobody</source>
        <translation>Ба касе ҳисоб намешавад</translation>
    </message>
    <message>
        <source>{done} of {whole} marked</source>
        <translation>{done} аз {whole} қайд шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n on the list</source>
        <translation>
            <numerusform>%n нафар дар рӯйхат</numerusform>
            <numerusform>%n нафар дар рӯйхат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not on the list any more</source>
        <translation>
            <numerusform>%n нафар дигар дар рӯйхат нест</numerusform>
            <numerusform>%n нафар дигар дар рӯйхат нест</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} present</source>
        <translation>{count} ҳозир</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>{count} дер</translation>
    </message>
    <message>
        <source>{count} excused</source>
        <translation>{count} узрнок</translation>
    </message>
    <message>
        <source>{count} absent</source>
        <translation>{count} ғоиб</translation>
    </message>
    <message>
        <source>{count} marked by a newer version</source>
        <translation>{count} бо версияи нав қайд шуданд</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>Ҳама ҳозир</translation>
    </message>
    <message>
        <source>Open and mark one by one</source>
        <translation>Кушодан ва як-як қайд кардан</translation>
    </message>
    <message numerus="yes">
        <source>they are over; look yourself into %n older one(s)</source>
        <translation>
            <numerusform>онҳо гузаштанд; %n курси куҳнатарро худатон бинед</numerusform>
            <numerusform>онҳо гузаштанд; %n курси куҳнатарро худатон бинед</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be closed: %n course(s)</source>
        <translation>
            <numerusform>Пӯшидан лозим: %n курс</numerusform>
            <numerusform>Пӯшидан лозим: %n курс</numerusform>
        </translation>
    </message>
    <message>
        <source>they are over; each course says what is left</source>
        <translation>онҳо гузаштанд; ҳар курс мегӯяд, ки чӣ мондааст</translation>
    </message>
    <message numerus="yes">
        <source>To be approved: %n course(s)</source>
        <translation>
            <numerusform>Тасдиқ кардан лозим: %n курс</numerusform>
            <numerusform>Тасдиқ кардан лозим: %n курс</numerusform>
        </translation>
    </message>
    <message>
        <source>they are closed; the office keeps their figures</source>
        <translation>онҳо пӯшида шудаанд; идора рақамҳояшонро нигоҳ медорад</translation>
    </message>
    <message numerus="yes">
        <source>Write files for %n laptop(s): the receipt goes back with them</source>
        <translation>
            <numerusform>Барои %n ноутбук файл нависед: тасдиқ бо он бармегардад</numerusform>
            <numerusform>Барои %n ноутбук файл нависед: тасдиқ бо он бармегардад</numerusform>
        </translation>
    </message>
    <message>
        <source>no trainer is named in the course: no file will bring them</source>
        <translation>тренери курс нишон дода нашудааст: ҳеҷ файл онҳоро намеорад</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) missing from earlier days</source>
        <extracomment>A button, a verb: fill in what is missing</extracomment>
        <translation>
            <numerusform>Аз рӯзҳои пеш %n қайд намерасад</numerusform>
            <numerusform>Аз рӯзҳои пеш %n қайд намерасад</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <extracomment>A button, a verb: fill in what is missing</extracomment>
        <translation>Пур кардан</translation>
    </message>
    <message numerus="yes">
        <source>%n signed sheet(s) to compare</source>
        <translation>
            <numerusform>%n варақаи имзошударо муқоиса кардан лозим</numerusform>
            <numerusform>%n варақаи имзошударо муқоиса кардан лозим</numerusform>
        </translation>
    </message>
    <message>
        <source>who signed, who was marked present</source>
        <translation>кӣ имзо кард, кӣ ҳозир қайд шуд</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Муқоиса кардан</translation>
    </message>
    <message numerus="yes">
        <source>Opened again and not locked: %n session(s)</source>
        <translation>
            <numerusform>Боз кушода ва набаста: %n машғулият</numerusform>
            <numerusform>Боз кушода ва набаста: %n машғулият</numerusform>
        </translation>
    </message>
    <message>
        <source>marks can be changed there until it is locked</source>
        <translation>то баста шуданаш қайдҳои онро тағйир додан мумкин аст</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of tomorrow clash</source>
        <translation>
            <numerusform>%n машғулияти пагоҳ бо машғулияти дигар бархӯрд дорад</numerusform>
            <numerusform>%n машғулияти пагоҳ бо машғулияти дигар бархӯрд дорад</numerusform>
        </translation>
    </message>
    <message>
        <source>a trainer or a room is needed twice</source>
        <translation>тренер ё толор дар як вақт ду бор лозим аст</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of tomorrow without a trainer</source>
        <translation>
            <numerusform>%n машғулияти пагоҳ бе тренер аст</numerusform>
            <numerusform>%n машғулияти пагоҳ бе тренер аст</numerusform>
        </translation>
    </message>
    <message>
        <source>say who teaches</source>
        <translation>муайян кунед, ки кӣ дарс медиҳад</translation>
    </message>
    <message>
        <source>two laptops wrote different things about this course</source>
        <translation>ду ноутбук дар бораи ин курс чизҳои гуногун навиштанд</translation>
    </message>
    <message numerus="yes">
        <source>Wishes of laptops that wait for the office: %n</source>
        <translation>
            <numerusform>Пешниҳодҳои ноутбукҳо, ки идораро интизоранд: %n</numerusform>
            <numerusform>Пешниҳодҳои ноутбукҳо, ки идораро интизоранд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>agree or leave each as it is</source>
        <translation>розӣ шавед ё ҳамон тавр гузоред</translation>
    </message>
    <message numerus="yes">
        <source>Names for certificates not checked: %n</source>
        <translation>
            <numerusform>Номҳо барои шаҳодатномаҳо санҷида нашудаанд: %n</numerusform>
            <numerusform>Номҳо барои шаҳодатномаҳо санҷида нашудаанд: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days without a scan of the signed sheet: %n</source>
        <translation>
            <numerusform>Рӯзҳои бе нусхаи варақаи имзошуда: %n</numerusform>
            <numerusform>Рӯзҳои бе нусхаи варақаи имзошуда: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>attach it beside the sheet</source>
        <translation>онро дар паҳлӯи варақа замима кунед</translation>
    </message>
    <message numerus="yes">
        <source>Numbers given twice: %n</source>
        <translation>
            <numerusform>Рақамҳои ду бор додашуда: %n</numerusform>
            <numerusform>Рақамҳои ду бор додашуда: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one row gets a new one</source>
        <translation>як сатр рақами нав мегирад</translation>
    </message>
    <message numerus="yes">
        <source>On the list twice: %n</source>
        <translation>
            <numerusform>Ду бор дар рӯйхат: %n</numerusform>
            <numerusform>Ду бор дар рӯйхат: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>one row of each person is to be kept</source>
        <translation>аз ҳар шахс бояд як сатр монад</translation>
    </message>
    <message numerus="yes">
        <source>Pairs of people who may be one: %n</source>
        <translation>
            <numerusform>Ҷуфтҳое, ки шояд як шахс бошанд: %n</numerusform>
            <numerusform>Ҷуфтҳое, ки шояд як шахс бошанд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>say whether they are the same person</source>
        <translation>гӯед, ки оё онҳо як шахсанд</translation>
    </message>
    <message numerus="yes">
        <source>Certificates that no longer fit: %n</source>
        <translation>
            <numerusform>Шаҳодатномаҳое, ки дигар мувофиқ нестанд: %n</numerusform>
            <numerusform>Шаҳодатномаҳое, ки дигар мувофиқ нестанд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>figures, names, ranks or days have changed; issue them anew</source>
        <translation>натиҷаҳо, номҳо, рутбаҳо ё рӯзҳо тағйир ёфтаанд; аз нав диҳед</translation>
    </message>
    <message numerus="yes">
        <source>Feedback sheets missing: %n</source>
        <translation>
            <numerusform>Варақаҳои назарпурсӣ намерасанд: %n</numerusform>
            <numerusform>Варақаҳои назарпурсӣ намерасанд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the schedule</source>
        <translation>Кушодани ҷадвал</translation>
    </message>
    <message>
        <source>no absence, but no minutes either</source>
        <translation>ғоиб ҳисоб намешаванд, вале дақиқаҳояшон ҳам ба ҳисоб намераванд</translation>
    </message>
    <message numerus="yes">
        <source>The course&apos;s days differ from those of its sessions by %n day(s)</source>
        <translation>
            <numerusform>Санаҳои курс аз рӯзҳои машғулиятҳо %n рӯз фарқ мекунанд</numerusform>
            <numerusform>Санаҳои курс аз рӯзҳои машғулиятҳо %n рӯз фарқ мекунанд</numerusform>
        </translation>
    </message>
    <message>
        <source>certificates print the days of the course</source>
        <translation>дар шаҳодатнома — санаи курс</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Тағйири курс</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) missing: who completes may still change</source>
        <translation>
            <numerusform>%n қайд намерасад: натиҷа ҳоло тағйир ёфта метавонад</numerusform>
            <numerusform>%n қайд намерасад: натиҷа ҳоло тағйир ёфта метавонад</numerusform>
        </translation>
    </message>
    <message>
        <source>sex, rank and unit are still missing</source>
        <translation>ҷинс, рутба ва ҷойи хизмат ҳанӯз нест</translation>
    </message>
    <message numerus="yes">
        <source>Sex not known: %n</source>
        <translation>
            <numerusform>Ҷинс маълум нест: %n нафар</numerusform>
            <numerusform>Ҷинс маълум нест: %n нафар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Off the list, but marked present: %n</source>
        <translation>
            <numerusform>Аз рӯйхат баромадаанд, вале ҳозир қайд шудаанд: %n</numerusform>
            <numerusform>Аз рӯйхат баромадаанд, вале ҳозир қайд шудаанд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>put them back on the list, or correct the marks</source>
        <translation>онҳоро ба рӯйхат баргардонед ё қайдҳоро ислоҳ кунед</translation>
    </message>
    <message>
        <source>the end of a name is missing; papers print it so</source>
        <translation>охири ном намерасад; дар коғазҳо ҳамин тавр чоп мешавад</translation>
    </message>
    <message numerus="yes">
        <source>Names cut off: %n</source>
        <extracomment>A button, a verb: fill in what is missing</extracomment>
        <translation>
            <numerusform>Номҳои буридашуда: %n</numerusform>
            <numerusform>Номҳои буридашуда: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pre-tests missing: %n</source>
        <translation>
            <numerusform>Санҷиши аввал намерасад: %n</numerusform>
            <numerusform>Санҷиши аввал намерасад: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Post-tests missing: %n</source>
        <translation>
            <numerusform>Санҷиши ниҳоӣ намерасад: %n</numerusform>
            <numerusform>Санҷиши ниҳоӣ намерасад: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feedback sheet(s) waiting to be added</source>
        <translation>
            <numerusform>%n варақаи назарпурсӣ ҳанӯз қабул нашудааст</numerusform>
            <numerusform>%n варақаи назарпурсӣ ҳанӯз қабул нашудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>they wait for each other, or are not finished</source>
        <translation>якдигарро интизоранд ё тамом нашудаанд</translation>
    </message>
    <message>
        <source>the sheets are anonymous, only counts are kept</source>
        <translation>варақаҳо беноманд, танҳо шумораҳо нигоҳ дошта мешаванд</translation>
    </message>
    <message>
        <source>the report counts them apart</source>
        <translation>ҳисобот онҳоро ҷудо мешуморад</translation>
    </message>
    <message>
        <source>{checked} of {names} names for certificates checked</source>
        <translation>номҳои санҷидашуда: {checked} аз {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without Latin spelling</source>
        <translation>
            <numerusform>%n ном бе навишти лотинӣ</numerusform>
            <numerusform>%n ном бе навишти лотинӣ</numerusform>
        </translation>
    </message>
    <message>
        <source>people see their names before printing</source>
        <translation>пеш аз чоп иштирокчиён номи худро мебинанд</translation>
    </message>
    <message>
        <source>Check names</source>
        <translation>Санҷидани номҳо</translation>
    </message>
    <message numerus="yes">
        <source>Known by name only: %n</source>
        <translation>
            <numerusform>Танҳо номаш маълум: %n</numerusform>
            <numerusform>Танҳо номаш маълум: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>without it no gain can be shown</source>
        <translation>бе он рушди донишро нишон додан мумкин нест</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Ворид кардан</translation>
    </message>
    <message>
        <source>the certificate of completion depends on it</source>
        <translation>шаҳодатнома ба он вобаста аст</translation>
    </message>
    <message>
        <source>print them before the ceremony</source>
        <translation>онҳоро пеш аз маросим чоп кунед</translation>
    </message>
</context>
<context>
    <name>ErasureForm</name>
    <message>
        <source>It is kept with the record. Write no names in it.</source>
        <translation>Бо сабт нигоҳ дошта мешавад. Дар он ном нанависед.</translation>
    </message>
    <message>
        <source>Below you give the reason and confirm; only then the button works.</source>
        <translation>Дар поён сабабро нависед ва тасдиқ кунед: танҳо баъд аз он тугма кор мекунад.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>Free some space on this disk. It is finished at the next start of the program.</source>
        <translation>Дар диск ҷой холӣ кунед. Кор ҳангоми оғози навбатии барнома анҷом меёбад.</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Evidence…</source>
        <translation>Мавод…</translation>
    </message>
    <message>
        <source>One signed folder for an auditor: of a course, or of a random sample</source>
        <translation>Як ҷузвдони имзошуда барои аудитор: дар бораи курс ё интихоби тасодуфӣ</translation>
    </message>
</context>
<context>
    <name>EvidenceCheckButton</name>
    <message>
        <source>The folder with the evidence</source>
        <translation>Ҷузвдон бо мавод</translation>
    </message>
    <message>
        <source>The encrypted evidence</source>
        <translation>Маводи рамзгузоришуда</translation>
    </message>
    <message>
        <source>Check evidence…</source>
        <translation>Санҷидани мавод…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Ҷузвдон…</translation>
    </message>
    <message>
        <source>An encrypted file…</source>
        <translation>Файли рамзгузоришуда…</translation>
    </message>
</context>
<context>
    <name>EvidenceForm</name>
    <message>
        <source>Anybody who has the folder</source>
        <translation>Ҳар касе, ки ҷузвдон дорад</translation>
    </message>
    <message>
        <source>Whoever knows a passphrase</source>
        <translation>Он ки гузарвожаро медонад</translation>
    </message>
    <message>
        <source>Whoever has a key</source>
        <translation>Он ки калид дорад</translation>
    </message>
    <message>
        <source>Sign-in sheets, scans, marks with their history, decisions, tests, certificates and figures, signed. It names participants, and it is noted that you made it.</source>
        <translation>Варақаҳои имзо, сканҳо, қайдҳо бо таърихашон, қарорҳо, санҷишҳо, шаҳодатномаҳо ва нишондиҳандаҳо, бо имзои идора. Дар он номи иштирокчиён ҳаст; қайд мешавад, ки онро шумо таҳия кардед.</translation>
    </message>
    <message>
        <source>Only a random sample of participations</source>
        <translation>Танҳо интихоби тасодуфии иштирокҳо</translation>
    </message>
    <message>
        <source>Only those who are drawn are named. Scans of signed sheets stay whole: who else signed the same page can be read there.</source>
        <translation>Танҳо онҳое номбар мешаванд, ки ба интихоб меафтанд. Сканҳои варақаҳои имзо пурра мемонанд: дар онҳо дида мешавад, ки дар ҳамон саҳифа боз кӣ имзо кардааст.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Чандто</translation>
    </message>
    <message>
        <source>Number of the draw</source>
        <translation>Рақами интихоб</translation>
    </message>
    <message>
        <source>A number that the auditor names. The same one draws the same again.</source>
        <translation>Ададе, ки аудитор мегӯяд. Ҳамон рақам боз ҳамон иштирокҳоро интихоб мекунад.</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Кӣ кушода метавонад</translation>
    </message>
    <message>
        <source>Key of the recipient</source>
        <translation>Калиди гиранда</translation>
    </message>
    <message>
        <source>It begins with age1. This office can open the file too.</source>
        <translation>Бо age1 оғоз мешавад. Ин идора низ файлро кушода метавонад.</translation>
    </message>
    <message>
        <source>Evidence for an auditor</source>
        <translation>Мавод барои аудитор</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Ба куҷо сабт шавад…</translation>
    </message>
    <message>
        <source>Counting who may be drawn</source>
        <translation>Ҳисоби касоне, ки аз байнашон интихоб мешавад</translation>
    </message>
    <message>
        <source>Where to write the evidence</source>
        <translation>Мавод ба куҷо сабт шавад</translation>
    </message>
    <message>
        <source>Writing the evidence</source>
        <translation>Сабти мавод</translation>
    </message>
    <message>
        <source>The evidence is written and signed</source>
        <translation>Мавод сабт ва имзо шуд</translation>
    </message>
</context>
<context>
    <name>FileImporter</name>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлҳои ин барнома (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Қабули файл</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)?</source>
        <translation>
            <numerusform>%n файлро қабул мекунед?</numerusform>
            <numerusform>%n файлро қабул мекунед?</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Қабул кардан</translation>
    </message>
    <message>
        <source>Leave it</source>
        <comment>the file</comment>
        <translation>Қабул накардан</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Қабули %n файл</numerusform>
            <numerusform>Қабули %n файл</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of the office can be imported once this laptop belongs to it.
{names}</source>
        <translation>Файлҳои идораро баъди ба идора пайваст шудани ин ноутбук қабул кардан мумкин аст.
{names}</translation>
    </message>
    <message>
        <source>This laptop now belongs to {office}</source>
        <translation>Акнун ин ноутбук ба идораи «{office}» пайваст аст</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not imported; they stay where they are</source>
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
        <source>Imported: %n scan(s)</source>
        <translation>
            <numerusform>Қабул шуд: %n скан</numerusform>
            <numerusform>Қабул шуд: %n скан</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was imported</source>
        <translation>Файл қабул шуд</translation>
    </message>
    <message>
        <source>Everything in the file was here already</source>
        <translation>Ҳама чизи файл аллакай дар ин ҷо буд</translation>
    </message>
    <message numerus="yes">
        <source>Imported: %n change(s)</source>
        <translation>
            <numerusform>Қабул шуд: %n тағйир</numerusform>
            <numerusform>Қабул шуд: %n тағйир</numerusform>
        </translation>
    </message>
    <message>
        <source>Opened while the program was locked, by whoever sat here. Import only what you expect.
{names}</source>
        <translation>Дар вақти қулф будани барнома аз ҷониби касе, ки ин ҷо менишаст, кушода шудааст. Танҳо он чиро қабул кунед, ки интизоред.
{names}</translation>
    </message>
    <message>
        <source>Its code is {code}.</source>
        <translation>Рамзи он: {code}.</translation>
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
    <name>FileStep</name>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Интихоби файл</translation>
    </message>
</context>
<context>
    <name>Guesses</name>
    <message numerus="yes">
        <source>%n wrong passphrase(s) typed while participants had the laptop</source>
        <translation>
            <numerusform>Ҳангоме ки ноутбук дар дасти иштирокчиён буд, %n гузарвожаи нодуруст навишта шуд</numerusform>
            <numerusform>Ҳангоме ки ноутбук дар дасти иштирокчиён буд, %n гузарвожаи нодуруст навишта шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrase(s) typed while it was locked</source>
        <translation>
            <numerusform>Ҳангоми қулф будани барнома %n гузарвожаи нодуруст навишта шуд</numerusform>
            <numerusform>Ҳангоми қулф будани барнома %n гузарвожаи нодуруст навишта шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>When: {first}.</source>
        <translation>Кай: {first}.</translation>
    </message>
    <message>
        <source>The first: {first}. The last: {last}.</source>
        <translation>Якум: {first}. Охирин: {last}.</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>Ask another head</source>
        <translation>Дархост кардан</translation>
    </message>
    <message>
        <source>Nothing is done before another head of the office confirms it in Review.</source>
        <translation>То роҳбари дигари идора инро дар «Баррасӣ» тасдиқ накунад, ҳеҷ чиз намешавад.</translation>
    </message>
    <message>
        <source>Another head is asked</source>
        <translation>Аз роҳбари дигар дархост шуд</translation>
    </message>
    <message>
        <source>Nothing was changed yet. The request waits in Review, where you can withdraw it.</source>
        <translation>Ҳоло ҳеҷ чиз тағйир наёфтааст. Дархост дар «Баррасӣ» интизор аст, дар ҳамон ҷо онро бозпас гирифтан мумкин аст.</translation>
    </message>
</context>
<context>
    <name>KeyPapersForm</name>
    <message>
        <source>Recovery key</source>
        <translation>Калиди барқарорсозӣ</translation>
    </message>
    <message>
        <source>Stand-by key</source>
        <translation>Калиди ҷонишин</translation>
    </message>
    <message>
        <source>It takes over if the office&apos;s own key is stolen.</source>
        <translation>Агар калиди худи идора дуздида шавад, ҷойи онро мегирад.</translation>
    </message>
    <message>
        <source>The office&apos;s check digits</source>
        <translation>Рақамҳои санҷишии идора</translation>
    </message>
    <message>
        <source>Trainers compare them by telephone. Not secret.</source>
        <translation>Тренерон онҳоро бо телефон муқоиса мекунанд. Махфӣ нест.</translation>
    </message>
    <message>
        <source>Print two copies</source>
        <translation>Чопи ду нусха</translation>
    </message>
    <message>
        <source>Save to a USB stick</source>
        <translation>Сабт ба флешка</translation>
    </message>
    <message numerus="yes">
        <source>Last %n letters of the recovery key, from the paper</source>
        <translation>
            <numerusform>Калиди барқарорсозӣ: %n аломати охир</numerusform>
            <numerusform>Калиди барқарорсозӣ: %n аломати охир</numerusform>
        </translation>
    </message>
    <message>
        <source>or scan its code</source>
        <translation>ё рамзашро скан кунед</translation>
    </message>
    <message numerus="yes">
        <source>Last %n letters of the stand-by key</source>
        <translation>
            <numerusform>Калиди ҷонишин: %n аломати охир</numerusform>
            <numerusform>Калиди ҷонишин: %n аломати охир</numerusform>
        </translation>
    </message>
    <message>
        <source>Two copies are on paper, locked away in two places</source>
        <translation>Ду нусха дар коғаз, дар ду ҷой зери қулф</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Коғазҳо нигоҳ дошта шуданд</translation>
    </message>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Калиди барқарорсозии идора</translation>
    </message>
    <message>
        <source>Office code: {code}</source>
        <translation>Рамзи идора: {code}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Ба принтер фиристода шуд</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сабт ва санҷида шуд: {file}</translation>
    </message>
    <message>
        <source>Lock both copies away first, then tick this.</source>
        <translation>Аввал ҳар ду нусхаро зери қулф гузоред, баъд қайд кунед.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer: save the paper and print it elsewhere.</source>
        <translation>Дар ин компютер принтер нест: ҳуҷҷатро сабт кунед ва дар компютери дигар чоп кунед.</translation>
    </message>
    <message>
        <source>More settings…</source>
        <translation>Танзимоти дигар…</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text (*.txt)</source>
        <translation>PDF (*.pdf);;Матн (*.txt)</translation>
    </message>
</context>
<context>
    <name>Keying</name>
    <message>
        <source>Practical rating</source>
        <translation>Арзёбии амалӣ</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Назарпурсӣ</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Санҷиши аввал</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Санҷиши ниҳоӣ</translation>
    </message>
    <message numerus="yes">
        <source>Test after %n month(s)</source>
        <translation>
            <numerusform>Санҷиш баъд аз %n моҳ</numerusform>
            <numerusform>Санҷиш баъд аз %n моҳ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow-up after %n month(s)</source>
        <translation>
            <numerusform>Пурсиши минбаъда пас аз %n моҳ</numerusform>
            <numerusform>Пурсиши минбаъда пас аз %n моҳ</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, версияи {version}</translation>
    </message>
    <message>
        <source>The last of several tests counts</source>
        <translation>Аз якчанд санҷиш охиринаш ба ҳисоб меравад</translation>
    </message>
    <message>
        <source>The first of several tests counts</source>
        <translation>Аз якчанд санҷиш аввалинаш ба ҳисоб меравад</translation>
    </message>
    <message>
        <source>The best of several tests counts</source>
        <translation>Аз якчанд санҷиш беҳтаринаш ба ҳисоб меравад</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>бе ҷавоб</translation>
    </message>
</context>
<context>
    <name>LatinField</name>
    <message>
        <source>Latin spelling, as in the passport</source>
        <translation>Навишти лотинӣ, чунон ки дар шиноснома</translation>
    </message>
    <message>
        <source>This spelling does not fit the name any more: compare it with the passport.</source>
        <translation>Ин навишт дигар ба ном мувофиқ нест: бо шиноснома муқоиса кунед.</translation>
    </message>
    <message>
        <source>Suggestion: {spelling}</source>
        <translation>Пешниҳод: {spelling}</translation>
    </message>
    <message>
        <source>Made from the Cyrillic letters, not read from a passport</source>
        <translation>Аз ҳарфҳои кириллӣ сохта шудааст, аз шиноснома гирифта нашудааст</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Replace…</source>
        <translation>Иваз…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Интихоб…</translation>
    </message>
    <message>
        <source>Remove the logo: {whose}</source>
        <translation>Хориҷ кардани логотип: {whose}</translation>
    </message>
    <message>
        <source>a picture is chosen</source>
        <translation>тасвир интихоб шудааст</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>тасвир нест</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
    <message>
        <source>Logos on papers</source>
        <translation>Логотипҳо дар ҳуҷҷатҳо</translation>
    </message>
    <message>
        <source>PNG or JPEG. They are printed on certificates, sign-in sheets and badges.</source>
        <translation>PNG ё JPEG. Онҳо дар шаҳодатномаҳо, варақаҳои имзо ва нишонҳои сарисинагӣ чоп мешаванд.</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Тасвирҳо (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Интихоби логотип</translation>
    </message>
</context>
<context>
    <name>MeanwhileCard</name>
    <message>
        <source>Choose for each line which value counts</source>
        <translation>Барои ҳар сатр интихоб кунед, ки кадом қимат эътибор дорад</translation>
    </message>
    <message>
        <source>Changed meanwhile by {people}</source>
        <extracomment>{people}: one name, or several with commas between them</extracomment>
        <translation>Дар ин миён тағйир дод: {people}</translation>
    </message>
    <message>
        <source>Changed meanwhile in another window</source>
        <translation>Дар ин муддат дар равзанаи дигар тағйир дода шуд</translation>
    </message>
    <message>
        <source>While this form was open, the same was changed to something else. Nothing of it was saved and nothing overwritten. Choose which value counts, then save.</source>
        <translation>То ин варақа кушода буд, ҳамин чиз ба қимати дигар тағйир дода шуд. Аз он ҳеҷ чиз сабт нашуд ва ҳеҷ чиз аз нав навишта нашуд. Интихоб кунед, ки кадом қимат эътибор дорад, ва сабт кунед.</translation>
    </message>
    <message>
        <source>Yours: typed in this form</source>
        <translation>Аз ин ҷо: дар ин варақа навишта шуд</translation>
    </message>
    <message>
        <source>Theirs: saved meanwhile</source>
        <translation>Аз он ҷо: дар ин миён сабт шуд</translation>
    </message>
    <message>
        <source>Changed from “{was}” to “{now}”</source>
        <translation>Аз «{was}» ба «{now}» тағйир ёфт</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>(холӣ)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ҳа</translation>
    </message>
    <message>
        <source>No</source>
        <comment>answer</comment>
        <translation>Не</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
    <message>
        <source>Open the sheets</source>
        <translation>Кушодани варақаҳо</translation>
    </message>
    <message>
        <source>The data gets a new key</source>
        <translation>Маълумот калиди нав мегирад</translation>
    </message>
    <message>
        <source>What was copied from here meanwhile must open nothing newer. For that your passphrase is needed: now, or when you unlock next.</source>
        <translation>Он чи дар ин миён аз ин ҷо нусха шудааст, набояд чизи навро кушояд. Барои ин гузарвожаи шумо лозим аст: ҳозир ё ҳангоми кушодани навбатӣ.</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Калиди нав…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the file that was saved</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Кушодани ҷузвдон</translation>
    </message>
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
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Варақ задани саҳифа</translation>
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
</context>
<context>
    <name>PeopleWording</name>
    <message>
        <source>woman</source>
        <translation>зан</translation>
    </message>
    <message>
        <source>man</source>
        <translation>мард</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>номаълум</translation>
    </message>
    <message>
        <source>trainer: {courses}</source>
        <extracomment>{courses} are codes of courses</extracomment>
        <translation>тренер: {courses}</translation>
    </message>
    <message>
        <source>Invisible signs ({signs}) are left out.</source>
        <translation>Аломатҳои ноаён ({signs}) сарфи назар мешаванд.</translation>
    </message>
    <message>
        <source>Papers cannot show {signs} and print empty boxes. It is kept as typed.</source>
        <translation>Дар коғазҳо ба ҷойи {signs} хонаи холӣ мебарояд. Навишташуда ҳамон тавр мемонад.</translation>
    </message>
    <message>
        <source>Not every sign is taken. It will be written: {name}</source>
        <translation>На ҳамаи аломатҳо гирифта шуданд. Чунин навишта мешавад: {name}</translation>
    </message>
    <message>
        <source>nominated</source>
        <translation>номзад</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>тасдиқшуда</translation>
    </message>
    <message>
        <source>taking part</source>
        <translation>иштирокчӣ</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>бе номнависӣ</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>иваз шуд</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>аз курс баромад</translation>
    </message>
    <message>
        <source>{serial}, void</source>
        <translation>{serial}, беэътибор</translation>
    </message>
    <message>
        <source>{serial}, replaced</source>
        <translation>{serial}, иваз шуд</translation>
    </message>
    <message>
        <source>{serial}, no longer fits</source>
        <translation>{serial}, мувофиқ нест</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} on the list</source>
        <translation>№&#xa0;{number} дар рӯйхат</translation>
    </message>
    <message>
        <source>record {name}</source>
        <translation>сабт: {name}</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Add a person</source>
        <translation>Иловаи шахс</translation>
    </message>
    <message>
        <source>Data of the person</source>
        <translation>Маълумоти шахс</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Илова кардан</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Майдонҳои дигар</translation>
    </message>
    <message>
        <source>Choose or type</source>
        <translation>Интихоб кунед ё нависед</translation>
    </message>
    <message>
        <source>Nobody can be called by this. It is kept as typed.</source>
        <translation>Ба ин рақам занг зада намешавад. Чунон ки навишта шуд, нигоҳ дошта мешавад.</translation>
    </message>
    <message>
        <source>As in the passport</source>
        <translation>Чунон ки дар шиноснома</translation>
    </message>
    <message>
        <source>Optional: the certificates of this course are in Cyrillic</source>
        <translation>Ихтиёрӣ: шаҳодатномаҳои ин курс бо кириллӣ мебошанд</translation>
    </message>
    <message>
        <source>Suggested by the program: compare it with the passport</source>
        <translation>Пешниҳоди барнома: бо шиноснома муқоиса кунед</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>A city counts as its own district; it can be changed.</source>
        <translation>Шаҳр ҳамчун ноҳияи алоҳида ҳисоб мешавад, иваз кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Filled in from the town; it can be changed.</source>
        <translation>Аз рӯйи шаҳр пур карда шуд, иваз кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Not in the list of places: it stays as typed.</source>
        <translation>Дар рӯйхати ҷойҳо нест: тавре навишта шуд, мемонад.</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
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
        <source>Save as PDF</source>
        <translation>Сабт ба PDF</translation>
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
        <source>Looking for printers…</source>
        <translation>Ҷустуҷӯи принтерҳо…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the paper as PDF and print it on another one.</source>
        <translation>Дар ин компютер принтер нест. Ҳуҷҷатро ҳамчун PDF сабт карда, дар компютери дигар чоп кунед.</translation>
    </message>
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
        <source>Shrink to the printable area ({percent})</source>
        <translation>Хурд кардан то майдони чоп ({percent})</translation>
    </message>
    <message>
        <source>The printer is being asked what it can do…</source>
        <translation>Имкониятҳои принтер пурсида мешаванд…</translation>
    </message>
    <message>
        <source>This printer says that it prints to the edge. If a frame comes out cut, tick this.</source>
        <translation>Принтер мегӯяд, ки то канор чоп мекунад. Агар чорчӯба бурида барояд, инро қайд кунед.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white: part of the page would be cut off.</source>
        <translation>Ин принтер дар канорҳо то {size}&#xa0;мм-ро сафед мемонад: як қисми саҳифа бурида мешавад.</translation>
    </message>
    <message>
        <source>This printer leaves up to {size} mm at the edges white. Nothing would be cut off.</source>
        <translation>Ин принтер дар канорҳо то {size}&#xa0;мм-ро сафед мемонад. Чизе бурида намешавад.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <comment>of paper</comment>
        <translation>
            <numerusform>%n варақ</numerusform>
            <numerusform>%n варақ</numerusform>
        </translation>
    </message>
    <message>
        <source>{sheets} on both sides</source>
        <translation>дар ду тарафи {sheets}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n ҳуҷҷат</numerusform>
            <numerusform>%n ҳуҷҷат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n page(s)</source>
        <comment>after a number of papers</comment>
        <translation>
            <numerusform>(ҳар кадом %n саҳифа)</numerusform>
            <numerusform>(ҳар кадом %n саҳифа)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Leave as it is</source>
        <translation>Бигзор монад</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>As it was given when the course was closed. It can be changed.</source>
        <translation>Чунон ки ҳангоми бастани курс гуфта шуд. Тағйир додан мумкин аст.</translation>
    </message>
    <message>
        <source>It is kept and can be read by the office.</source>
        <translation>Нигоҳ дошта мешавад, ва дар идора онро хонда метавонанд.</translation>
    </message>
    <message>
        <source>Say why it may stay so; the reason is kept.</source>
        <translation>Нависед, ки чаро ҳамин тавр монад; сабаб нигоҳ дошта мешавад.</translation>
    </message>
</context>
<context>
    <name>ReplacementForm</name>
    <message>
        <source>Choose the session</source>
        <translation>Машғулиятро интихоб кунед</translation>
    </message>
    <message>
        <source>Session {number} · {day}, {time}</source>
        <translation>Машғулияти {number} · {day}, {time}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Choose what holds</source>
        <translation>Интихоб кунед, ки чӣ дуруст аст</translation>
    </message>
    <message>
        <source>The marks stay: replaced from session {number} on</source>
        <translation>Қайдҳо мемонанд: ивазкунӣ аз машғулияти {number}</translation>
    </message>
    <message>
        <source>Take these marks away</source>
        <translation>Нест кардани ин қайдҳо</translation>
    </message>
    <message>
        <source>{name} is chosen and not recorded yet: press Enter, or “{button}”.</source>
        <translation>{name}: интихоб шуд, вале ҳанӯз сабт нашудааст. Enter ё «{button}»-ро пахш кунед.</translation>
    </message>
    <message>
        <source>From that session on whoever is replaced is not expected any more; earlier marks and the number stay on record.</source>
        <translation>Аз ҳамон машғулият иштирокчии ивазшударо интизор нестем; қайдҳои пештара ва рақам мемонанд.</translation>
    </message>
    <message numerus="yes">
        <source>Marked present in session(s) {numbers}</source>
        <translation>
            <numerusform>Дар машғулияти {numbers} ҳозир қайд шудааст</numerusform>
            <numerusform>Дар машғулиятҳои {numbers} ҳозир қайд шудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>a new participant</source>
        <translation>иштирокчии нав</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n қайд</numerusform>
            <numerusform>%n қайд</numerusform>
        </translation>
    </message>
    <message>
        <source>no mark yet</source>
        <translation>ҳанӯз қайд надорад</translation>
    </message>
    <message>
        <source>Who came instead</source>
        <translation>Кӣ омад</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Ба ҷойи</translation>
    </message>
    <message>
        <source>Replacement for {name}</source>
        <translation>Ҷойгузин: {name}</translation>
    </message>
    <message>
        <source>{name} takes the place of…</source>
        <translation>{name}: ба ҷойи кӣ?</translation>
    </message>
    <message>
        <source>Record the replacement</source>
        <translation>Сабти ҷойгузинӣ</translation>
    </message>
    <message>
        <source>Name of who is away</source>
        <translation>Номи касе, ки нест</translation>
    </message>
    <message>
        <source>Type the name of who came</source>
        <translation>Номи касеро нависед, ки омад</translation>
    </message>
    <message>
        <source>From which session on</source>
        <translation>Аз кадом машғулият</translation>
    </message>
    <message>
        <source>Replaces nobody</source>
        <translation>Касеро иваз намекунад</translation>
    </message>
    <message>
        <source>Now: replaces No.&#xa0;{number} {name}</source>
        <translation>Ҳоло: ба ҷойи №&#xa0;{number} {name}</translation>
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
        <source>conflicts with another entry</source>
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
    <name>ShownFigures</name>
    <message>
        <source>This has changed since it was shown:</source>
        <translation>Пас аз нишон дода шуданаш тағйир ёфт:</translation>
    </message>
</context>
<context>
    <name>TableImportModel</name>
    <message>
        <source>Row</source>
        <translation>Сатр</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Чӣ мешавад</translation>
    </message>
</context>
<context>
    <name>TableImportPage</name>
    <message>
        <source>Only rows to look at</source>
        <translation>Танҳо сатрҳои диққатталаб</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Файли дигар</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
</context>
<context>
    <name>WaitsNote</name>
    <message>
        <source>Open in Review</source>
        <translation>Кушодан дар «Баррасӣ»</translation>
    </message>
    <message>
        <source>{name} asks: {what}. It waits for a second head.</source>
        <translation>Дархости {name}: {what}. Роҳбари дуюмро интизор аст.</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>From which session on</source>
        <translation>Аз кадом машғулият</translation>
    </message>
    <message>
        <source>From that session on the person is not expected; marks and number stay on record.</source>
        <translation>Аз ҳамон машғулият иштирокчиро интизор нестем; қайдҳо ва рақам мемонанд.</translation>
    </message>
    <message>
        <source>After the last session</source>
        <translation>Баъди машғулияти охирин</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>It may be left out; the history tells it.</source>
        <translation>Нанавиштан ҳам мумкин; он дар таърих мемонад.</translation>
    </message>
    <message>
        <source>{name} leaves the course</source>
        <translation>{name}: баромадан аз курс</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Баромадан аз курс</translation>
    </message>
</context>
</TS>
