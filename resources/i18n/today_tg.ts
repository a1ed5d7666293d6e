<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AnswerPanel</name>
    <message>
        <source>The office asks</source>
        <translation>Идора хоҳиш мекунад</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Иҷро шуд</translation>
    </message>
    <message>
        <source>A word to the office (optional)</source>
        <translation>Сухан ба идора (ихтиёрӣ)</translation>
    </message>
    <message>
        <source>It goes with the next file that you send.</source>
        <translation>Бо файли навбатии шумо меравад.</translation>
    </message>
    <message>
        <source>Course {code}</source>
        <translation>Курси {code}</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>What you send to the office is kept there too.</source>
        <translation>Фиристодашуда дар идора низ ҳаст.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ҳоло нест</translation>
    </message>
    <message>
        <source>No copy was made yet</source>
        <translation>Ҳоло нусха гирифта нашудааст</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Санҷида шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n рӯз пеш</numerusform>
            <numerusform>%n рӯз пеш</numerusform>
        </translation>
    </message>
    <message>
        <source>On this laptop · {size}</source>
        <translation>Дар ин ноутбук · {size}</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Нусхаи эҳтиётӣ</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Ҳоло нусха гирифтан</translation>
    </message>
    <message>
        <source>Making a copy of the database</source>
        <translation>Нусхаи пойгоҳи маълумот гирифта мешавад</translation>
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
    <name>FromOfficeCard</name>
    <message>
        <source>asked {day}</source>
        <translation>хоҳиш: {day}</translation>
    </message>
    <message numerus="yes">
        <source>Replaced: %n value(s) of yours</source>
        <translation>
            <numerusform>%n қимати шумо иваз карда шуд</numerusform>
            <numerusform>%n қимати шумо иваз карда шуданд</numerusform>
        </translation>
    </message>
    <message>
        <source>by a decision or a correction of somebody else</source>
        <translation>бо ҳалли ё ислоҳи каси дигар</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Дида баромадан</translation>
    </message>
    <message>
        <source>From the office</source>
        <translation>Аз идора</translation>
    </message>
    <message>
        <source>Not the same here and at the office: {courses}</source>
        <translation>Дар ин ҷо ва дар идора як хел нест: {courses}</translation>
    </message>
    <message>
        <source>Send everything again, then take in a new file from the office.</source>
        <translation>Ҳамаашро аз нав фиристед, баъд файли нави идораро қабул кунед.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Фиристодан…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Иҷро шуд…</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Last changes</source>
        <translation>Тағйироти охирин</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
</context>
<context>
    <name>LeavingCard</name>
    <message>
        <source>Safe at the office</source>
        <translation>Дар идора нигоҳ дошта шуд</translation>
    </message>
    <message>
        <source>{code}: names have left this laptop</source>
        <translation>{code}: номҳо аз ин ноутбук рафтанд</translation>
    </message>
    <message>
        <source>The office has all of it, and brings it back with its next file.</source>
        <translation>Дар идора ҳама чиз ҳаст ва бо файли навбатӣ бармегардад.</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Дида баромадан</translation>
    </message>
    <message>
        <source>{code}: names leave this laptop {day}</source>
        <translation>{code}: номҳо аз ин ноутбук мераванд: {day}</translation>
    </message>
    <message>
        <source>The office has all of it, and its rule says so. It can wait a month.</source>
        <translation>Дар идора ҳама чиз ҳаст ва қоидааш чунин аст. Метавонад як моҳ интизор шавад.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ҳоло не</translation>
    </message>
</context>
<context>
    <name>OfficeCard</name>
    <message>
        <source>never sent yet</source>
        <translation>ҳоло фиристода нашудааст</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>аз {moment}</translation>
    </message>
    <message numerus="yes">
        <source>unsent change(s)</source>
        <translation>
            <numerusform>тағйироти нафиристода</numerusform>
            <numerusform>тағйироти нафиристода</numerusform>
        </translation>
    </message>
    <message>
        <source>sent {moment}</source>
        <translation>фиристода шуд {moment}</translation>
    </message>
    <message numerus="yes">
        <source>file(s) not confirmed yet</source>
        <translation>
            <numerusform>файл тасдиқро интизор аст</numerusform>
            <numerusform>файл тасдиқро интизор аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open contradiction(s)</source>
        <translation>
            <numerusform>ихтилофи ҳалнашуда</numerusform>
            <numerusform>ихтилофи ҳалнашуда</numerusform>
        </translation>
    </message>
    <message>
        <source>two trainers, two different values</source>
        <translation>ду тренер, ду қайди гуногун</translation>
    </message>
    <message numerus="yes">
        <source>file(s) in the watched folder</source>
        <translation>
            <numerusform>файл дар ҷузвдони воридот</numerusform>
            <numerusform>файл дар ҷузвдони воридот</numerusform>
        </translation>
    </message>
    <message>
        <source>not taken in yet</source>
        <translation>ҳанӯз қабул нашудааст</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>чизи нав нест</translation>
    </message>
    <message numerus="yes">
        <source>course(s): names to erase</source>
        <translation>
            <numerusform>курс: вақти несткунии номҳо</numerusform>
            <numerusform>курс: вақти несткунии номҳо</numerusform>
        </translation>
    </message>
    <message>
        <source>their day has come</source>
        <translation>мӯҳлати нигоҳдорӣ гузашт</translation>
    </message>
    <message>
        <source>At the office</source>
        <translation>Дар идора</translation>
    </message>
    <message>
        <source>To the office</source>
        <translation>Ба идора</translation>
    </message>
    <message>
        <source>Take in files</source>
        <translation>Қабули файлҳо</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Фиристодан</translation>
    </message>
    <message>
        <source>See contradictions</source>
        <translation>Дидани ихтилофҳо</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Today&apos;s sessions</source>
        <translation>Машғулиятҳои имрӯз</translation>
    </message>
    <message>
        <source>Print for today</source>
        <translation>Чоп барои имрӯз</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Варақаи имзо</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Нишонҳо</translation>
    </message>
    <message>
        <source>Table cards</source>
        <translation>Лавҳачаҳои номӣ</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
    <message>
        <source>No session today</source>
        <translation>Имрӯз машғулият нест</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Find a person</source>
        <translation>Ҷустуҷӯи шахс</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Ҳоло курс нест</translation>
    </message>
    <message>
        <source>The office sends courses to your laptop in a file. If there is no office, create the course here: its days, its sessions, its participants.</source>
        <translation>Идора курсҳоро ба ноутбуки шумо дар файл мефиристад. Агар идора набошад, курсро дар ин ҷо созед: рӯзҳо, машғулиятҳо ва иштирокчиёни онро.</translation>
    </message>
    <message>
        <source>Create the course here: its days, its sessions, its participants. Laptops get it with their next file.</source>
        <translation>Курсро дар ин ҷо созед: рӯзҳо, машғулиятҳо ва иштирокчиёнашро. Ноутбукҳо онро бо файли навбатӣ мегиранд.</translation>
    </message>
    <message>
        <source>Create a course</source>
        <translation>Сохтани курс</translation>
    </message>
    <message numerus="yes">
        <source>Look at %n file(s) in the watched folder</source>
        <translation>
            <numerusform>Дидани %n файл дар ҷузвдони воридот</numerusform>
            <numerusform>Дидани %n файл дар ҷузвдони воридот</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in a file from the office</source>
        <translation>Қабули файл аз идора</translation>
    </message>
    <message>
        <source>Take in a file</source>
        <translation>Қабули файл</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>There is no course yet</source>
        <translation>Ҳоло ягон курс нест</translation>
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
        <source>Create the first course, or take in the file from the office</source>
        <translation>Курси аввалро созед ё файли идораро қабул кунед</translation>
    </message>
    <message>
        <source>Plan the sessions of the course</source>
        <translation>Ҷадвали машғулиятҳои курсро тартиб диҳед</translation>
    </message>
    <message>
        <source>Take in the list of participants</source>
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
        <source>%n contradiction(s) to decide</source>
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
            <numerusform>Вақти несткунии номҳои %n курс расид: мӯҳлати нигоҳдорӣ гузашт</numerusform>
            <numerusform>Вақти несткунии номҳои %n курс расид: мӯҳлати нигоҳдорӣ гузашт</numerusform>
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
            <numerusform>Кори имрӯзаро ба идора фиристед: %n тағйирот</numerusform>
            <numerusform>Кори имрӯзаро ба идора фиристед: %n тағйирот</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits. Have a good day!</source>
        <translation>Кори таъхирнопазир нест. Рӯзи хуш!</translation>
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
        <source>Take in the list</source>
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
        <translation>Баргузор нашуд</translation>
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
        <source>%n mark(s) missing from earlier days</source>
        <translation>
            <numerusform>Аз рӯзҳои пеш %n қайд намерасад</numerusform>
            <numerusform>Аз рӯзҳои пеш %n қайд намерасад</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
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
        <translation>Муқоиса</translation>
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
        <translation>тренер ё ҳуҷра ду бор лозим аст</translation>
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
        <source>Open the schedule</source>
        <translation>Кушодани ҷадвал</translation>
    </message>
    <message>
        <source>no absence, but no minutes either</source>
        <translation>ғоибӣ нест, вале дақиқа ҳам нест</translation>
    </message>
    <message>
        <source>replace them, or decide by hand and say why</source>
        <translation>иваз кунед ё дастӣ қарор карда, сабабашро нависед</translation>
    </message>
    <message>
        <source>{checked} of {names} names checked</source>
        <translation>номҳои санҷидашуда: {checked} аз {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s) with a name only</source>
        <translation>
            <numerusform>%n нафари берӯйхат танҳо бо ном</numerusform>
            <numerusform>%n нафари берӯйхат танҳо бо ном</numerusform>
        </translation>
    </message>
    <message>
        <source>sex, rank and unit are still missing</source>
        <translation>ҷинс, рутба ва ҷойи хизмат ҳоло нест</translation>
    </message>
    <message numerus="yes">
        <source>Sex not known: %n</source>
        <translation>
            <numerusform>Ҷинс маълум нест: %n нафар</numerusform>
            <numerusform>Ҷинс маълум нест: %n нафар</numerusform>
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
        <source>Feedback is not keyed in yet: %n on the list</source>
        <translation>
            <numerusform>Баҳогузорӣ ҳоло ворид нашудааст: %n нафар дар рӯйхат</numerusform>
            <numerusform>Баҳогузорӣ ҳоло ворид нашудааст: %n нафар дар рӯйхат</numerusform>
        </translation>
    </message>
    <message>
        <source>the sheets are anonymous, only counts are kept</source>
        <translation>варақаҳо беномаанд, танҳо шумораҳо нигоҳ дошта мешаванд</translation>
    </message>
    <message>
        <source>the report counts them apart</source>
        <translation>ҳисобот онҳоро ҷудо мешуморад</translation>
    </message>
    <message numerus="yes">
        <source>Certificates that no longer fit the figures: %n</source>
        <translation>
            <numerusform>Шаҳодатномаҳои ба маълумот номувофиқ: %n</numerusform>
            <numerusform>Шаҳодатномаҳои ба маълумот номувофиқ: %n</numerusform>
        </translation>
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
    <message>
        <source>without it no gain can be shown</source>
        <translation>бе он рушди донишро нишон додан мумкин нест</translation>
    </message>
    <message>
        <source>Key in</source>
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
</TS>
