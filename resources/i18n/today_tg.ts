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
        <source>Message to the office (optional)</source>
        <translation>Паём ба идора (ихтиёрӣ)</translation>
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
        <source>The archive lies on this disk only.</source>
        <translation>Бойгонӣ танҳо дар ҳамин диск аст.</translation>
    </message>
    <message>
        <source>Archive on another disk: {moment}</source>
        <translation>Бойгонӣ дар диски дигар: {moment}</translation>
    </message>
    <message>
        <source>It still holds erased data: copy anew into the same folder.</source>
        <translation>Дар он ҳанӯз маълумоти несткардашуда ҳаст: аз нав ба ҳамон ҷузвдон нусха гиред.</translation>
    </message>
    <message>
        <source>If this disk breaks, it is lost.</source>
        <translation>Диск вайрон шавад, маълумот гум мешавад.</translation>
    </message>
    <message>
        <source>What you send to the office is kept there too.</source>
        <translation>Фиристодашуда дар идора низ ҳаст.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ҳанӯз нест</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Танҳо дар ин ҷо</translation>
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
    <message numerus="yes">
        <source>It lacks %n file(s): copy anew.</source>
        <translation>
            <numerusform>Дар ин нусха %n файл намерасад: аз нав нусха бардоред.</numerusform>
            <numerusform>Дар ин нусха %n файл намерасад: аз нав нусха бардоред.</numerusform>
        </translation>
    </message>
    <message>
        <source>No copy on this computer yet</source>
        <translation>Дар ин компютер ҳанӯз нусха нест</translation>
    </message>
    <message>
        <source>Not read back</source>
        <translation>Санҷида нашудааст</translation>
    </message>
    <message>
        <source>Copy anew</source>
        <translation>Аз нав гиред</translation>
    </message>
    <message>
        <source>On this laptop · {size}</source>
        <translation>Дар ин ноутбук · {size}</translation>
    </message>
    <message>
        <source>On this computer · {size}</source>
        <translation>Дар ин компютер · {size}</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Нусхаи эҳтиётӣ</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Нусха гирифтан</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Бойгонӣ…</translation>
    </message>
</context>
<context>
    <name>CoursesTodayCard</name>
    <message>
        <source>Open</source>
        <extracomment>A button</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Today&apos;s courses</source>
        <translation>Курсҳои имрӯз</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
    <message>
        <source>day {day} of {days}</source>
        <translation>рӯзи {day} аз {days}</translation>
    </message>
    <message>
        <source>sessions of today marked in full: {marked} of {count}</source>
        <translation>машғулиятҳои пурра қайдшуда: {marked} аз {count}</translation>
    </message>
    <message>
        <source>no session today</source>
        <translation>имрӯз машғулият нест</translation>
    </message>
    <message>
        <source>No course runs today</source>
        <translation>Имрӯз курс нест</translation>
    </message>
</context>
<context>
    <name>JoinOfficeCard</name>
    <message>
        <source>Your office</source>
        <translation>Идораи шумо</translation>
    </message>
    <message>
        <source>This laptop has not joined an office yet. What you record is on this laptop alone.</source>
        <translation>Ин ноутбук ҳанӯз ба идора пайваст нашудааст. Он чи менависед, танҳо дар ҳамин ноутбук аст.</translation>
    </message>
    <message>
        <source>The office&apos;s first file is here. It is imported once you have typed its digits.</source>
        <translation>Файли аввали идора дар ин ҷост. Вақте ки рақамҳои идораро навиштед, он қабул мешавад.</translation>
    </message>
    <message>
        <source>Type the digits…</source>
        <translation>Рақамҳоро нависед…</translation>
    </message>
    <message>
        <source>Join an office…</source>
        <translation>Ба идора пайваст шудан…</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Лозим нест</translation>
    </message>
</context>
<context>
    <name>NamesLeavingCard</name>
    <message>
        <source>Safe at the office</source>
        <translation>Дар идора нигоҳ дошта шуд</translation>
    </message>
    <message>
        <source>{code}: names have left this laptop</source>
        <translation>{code}: номҳо аз ин ноутбук бардошта шуданд</translation>
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
        <translation>{code}: номҳо аз ин ноутбук бардошта мешаванд: {day}</translation>
    </message>
    <message>
        <source>The office has all of it, and its rule says so. It can wait a month.</source>
        <translation>Дар идора ҳама чиз ҳаст ва қоидааш чунин аст. Метавонад як моҳ интизор шавад.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ҳанӯз не</translation>
    </message>
</context>
<context>
    <name>OfficeRequestsCard</name>
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
        <translation>бо қарор ё ислоҳи каси дигар</translation>
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
        <source>Send everything again, then import a new file from the office.</source>
        <translation>Ҳамаашро аз нав фиристед, баъд файли нави идораро қабул кунед.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Фиристодан…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Калиди нав…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Иҷро шуд…</translation>
    </message>
</context>
<context>
    <name>RecentChangesCard</name>
    <message>
        <source>Last changes</source>
        <translation>Тағйироти охирин</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
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
        <translation>Ҳанӯз курс нест</translation>
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
    <message>
        <source>Join an office…</source>
        <translation>Ба идора пайваст шудан…</translation>
    </message>
    <message numerus="yes">
        <source>Look at %n file(s) in the watched folder</source>
        <translation>
            <numerusform>Дидани %n файл дар ҷузвдони воридот</numerusform>
            <numerusform>Дидани %n файл дар ҷузвдони воридот</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a file from the office</source>
        <translation>Қабули файл аз идора</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Қабули файл</translation>
    </message>
</context>
<context>
    <name>UnsentChangesCard</name>
    <message>
        <source>never sent yet</source>
        <translation>ҳанӯз фиристода нашудааст</translation>
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
        <source>open conflict(s)</source>
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
        <source>proposal(s) of laptops</source>
        <translation>
            <numerusform>пешниҳоди ноутбукҳо</numerusform>
            <numerusform>пешниҳоди ноутбукҳо</numerusform>
        </translation>
    </message>
    <message>
        <source>agree or leave each as it is</source>
        <translation>розӣ шавед ё ҳамон тавр гузоред</translation>
    </message>
    <message numerus="yes">
        <source>pair(s) joined, yet said to be two</source>
        <translation>
            <numerusform>ҷуфт: якҷоя шудаанд, вале ду шахс гуфта шудааст</numerusform>
            <numerusform>ҷуфт: якҷоя шудаанд, вале ду шахс гуфта шудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>one of the two statements is wrong</source>
        <translation>яке аз ду гуфта нодуруст аст</translation>
    </message>
    <message numerus="yes">
        <source>number(s) given twice</source>
        <translation>
            <numerusform>рақами рӯйхат, ки ду бор дода шудааст</numerusform>
            <numerusform>рақами рӯйхат, ки ду бор дода шудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>two rows of one course&apos;s list</source>
        <translation>ду сатри рӯйхати як курс</translation>
    </message>
    <message numerus="yes">
        <source>person(s) twice on a list</source>
        <translation>
            <numerusform>шахсе, ки ду бор дар рӯйхат аст</numerusform>
            <numerusform>шахсе, ки ду бор дар рӯйхат аст</numerusform>
        </translation>
    </message>
    <message>
        <source>one row is to be kept</source>
        <translation>бояд як сатр монад</translation>
    </message>
    <message numerus="yes">
        <source>certificate number(s) given twice</source>
        <translation>
            <numerusform>рақами шаҳодатнома, ки ду бор дода шудааст</numerusform>
            <numerusform>рақами шаҳодатнома, ки ду бор дода шудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>one of the two is to be replaced</source>
        <translation>яке аз дутоашро иваз кардан лозим</translation>
    </message>
    <message numerus="yes">
        <source>row(s) kept, but shown nowhere</source>
        <translation>
            <numerusform>сабти нигоҳдошта, ки дар ҳеҷ ҷо намоён нест</numerusform>
            <numerusform>сабти нигоҳдошта, ки дар ҳеҷ ҷо намоён нест</numerusform>
        </translation>
    </message>
    <message>
        <source>what they belong to is deleted or has not come</source>
        <translation>он чи ба он тааллуқ доранд, нест шудааст ё ҳанӯз нарасидааст</translation>
    </message>
    <message numerus="yes">
        <source>file(s) in the watched folder</source>
        <translation>
            <numerusform>файл дар ҷузвдони воридот</numerusform>
            <numerusform>файл дар ҷузвдони воридот</numerusform>
        </translation>
    </message>
    <message>
        <source>not imported yet</source>
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
        <translation>муҳлати нигоҳдорӣ гузашт</translation>
    </message>
    <message numerus="yes">
        <source>request(s) for a second head</source>
        <translation>
            <numerusform>дархост ба роҳбари дуюм</numerusform>
            <numerusform>дархост ба роҳбари дуюм</numerusform>
        </translation>
    </message>
    <message>
        <source>to erase, to revoke or to reopen</source>
        <translation>нест кардан, беэътибор эълон кардан ё боз кушодан</translation>
    </message>
    <message numerus="yes">
        <source>pair(s) of people</source>
        <translation>
            <numerusform>ҷуфти одамон</numerusform>
            <numerusform>ҷуфти одамон</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps one person under two spellings</source>
        <translation>шояд як шахси бо навишти гуногун</translation>
    </message>
    <message numerus="yes">
        <source>laptop(s): receipt to send back</source>
        <translation>
            <numerusform>ноутбук мунтазири тасдиқ</numerusform>
            <numerusform>ноутбук мунтазири тасдиқ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>laptop(s): file due after an erasure</source>
        <translation>
            <numerusform>ноутбук баъди нест кардан мунтазири файл</numerusform>
            <numerusform>ноутбук баъди нест кардан мунтазири файл</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>laptop(s) silent for three weeks</source>
        <translation>
            <numerusform>ноутбук се ҳафта бе файл</numerusform>
            <numerusform>ноутбук се ҳафта бе файл</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>course(s) ended without any mark</source>
        <translation>
            <numerusform>курс бе ягон қайд анҷом ёфт</numerusform>
            <numerusform>курс бе ягон қайд анҷом ёфт</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>file(s) refused and set aside</source>
        <translation>
            <numerusform>файл рад ва ба канор гузошта шуд</numerusform>
            <numerusform>файл рад ва ба канор гузошта шуданд</numerusform>
        </translation>
    </message>
    <message>
        <source>Whom to telephone</source>
        <translation>Ба кӣ занг задан</translation>
    </message>
    <message>
        <source>Preparing the list</source>
        <translation>Омода кардани рӯйхат</translation>
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
        <source>A computer of the office, on the road: bring its file back to the office.</source>
        <translation>Компютери идора дар сафар: файли онро ба идора баред.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Фиристодан</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Қабули файлҳо…</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>Кушодани «Баррасӣ»</translation>
    </message>
</context>
</TS>
