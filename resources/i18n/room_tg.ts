<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>HeadsCard</name>
    <message>
        <source>of {expected} are here</source>
        <translation>аз {expected} нафар ҳозир</translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s)</source>
        <translation>
            <numerusform>%n берӯйхат</numerusform>
            <numerusform>%n берӯйхат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked</source>
        <translation>
            <numerusform>%n қайд нашуда</numerusform>
            <numerusform>%n қайд нашуда</numerusform>
        </translation>
    </message>
    <message>
        <source>all marked</source>
        <translation>ҳама қайд шудаанд</translation>
    </message>
    <message numerus="yes">
        <source>%n marked by a newer version</source>
        <translation>
            <numerusform>%n бо версияи нав қайд шуда</numerusform>
            <numerusform>%n бо версияи нав қайд шуда</numerusform>
        </translation>
    </message>
    <message>
        <source>Heads in the room, or signatures</source>
        <translation>Шумораи одамони толор ё имзоҳо</translation>
    </message>
    <message>
        <source>counts for nobody</source>
        <translation>ба ҳеҷ кас ҳисоб намешавад</translation>
    </message>
    <message>
        <source>The session is cancelled: it counts for nobody</source>
        <translation>Машғулият бекор шудааст: ба ҳеҷ кас ҳисоб намешавад</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Шумурда шуд</translation>
    </message>
    <message>
        <source>Counted heads or signatures</source>
        <translation>Шумораи одамон ё имзоҳо</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message numerus="yes">
        <source>%n still to be marked</source>
        <translation>
            <numerusform>%n нафар бояд қайд шавад</numerusform>
            <numerusform>%n нафар бояд қайд шаванд</numerusform>
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
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>Only not marked</source>
        <translation>Танҳо қайднашудагон</translation>
    </message>
    <message>
        <source>More about the current person</source>
        <translation>Боз дар бораи иштирокчии интихобшуда</translation>
    </message>
    <message>
        <source>People of the session</source>
        <translation>Иштирокчиёни машғулият</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳоло касе нест</translation>
    </message>
    <message>
        <source>Add who is here by name alone; the rest can be typed later.</source>
        <translation>Ҳозиронро танҳо бо ном илова кунед; боқимондаро баъдтар пур кардан мумкин.</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Иловаи шахси берӯйхат</translation>
    </message>
    <message>
        <source>Everybody is marked</source>
        <translation>Ҳама қайд шуданд</translation>
    </message>
    <message>
        <source>Nobody of this session waits for a mark.</source>
        <translation>Дар ин машғулият касе беқайд намондааст.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Нишон додани ҳама</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳоло машғулият нест</translation>
    </message>
    <message>
        <source>Plan the sessions of the course; then people are marked here.</source>
        <translation>Аввал ҷадвали машғулиятҳоро тартиб диҳед, баъд иштирокчиён дар ин ҷо қайд мешаванд.</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
</context>
<context>
    <name>NameStrip</name>
    <message>
        <source>Family name, given name</source>
        <translation>Насаб, ном</translation>
    </message>
    <message>
        <source>Name of the person who came</source>
        <translation>Номи шахси омада</translation>
    </message>
    <message>
        <source>Enter adds, Esc leaves; the rest can be typed later</source>
        <translation>Enter — илова, Esc — пӯшидан; боқимонда баъдтар</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Remark…</source>
        <translation>Эзоҳ…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>Таърихи қайд…</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Бекор кардани қайд</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ба ҷойи</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Хориҷ кардан аз курс</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
</context>
<context>
    <name>ScanBanner</name>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>The person came</source>
        <translation>Шахс омад</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Scan a badge now, or type its ten digits:</source>
        <translation>Нишонро сканер кунед ё даҳ рақамашро нависед:</translation>
    </message>
    <message>
        <source>Ten digits of a badge</source>
        <translation>Даҳ рақами нишон</translation>
    </message>
    <message>
        <source>Read codes from image files</source>
        <translation>Хондани рамзҳо аз файлҳо</translation>
    </message>
</context>
<context>
    <name>SessionActs</name>
    <message>
        <source>It counts for nobody. Marks are kept and come back with it.</source>
        <translation>Он ба касе ҳисоб намешавад. Қайдҳо нигоҳ дошта мешаванд ва бо он бармегарданд.</translation>
    </message>
    <message>
        <source>Cancel session</source>
        <translation>Бекор кардани машғулият</translation>
    </message>
    <message>
        <source>Its marks can be changed again.</source>
        <translation>Қайдҳояшро боз тағйир додан мумкин мешавад.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Pictures or PDF files with badges</source>
        <translation>Тасвирҳо ё файлҳои PDF бо нишонҳо</translation>
    </message>
    <message>
        <source>Pictures and PDF files ({kinds})</source>
        <translation>Тасвирҳо ва файлҳои PDF ({kinds})</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Room {name}</source>
        <translation>Утоқи {name}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>баргузор нашуд</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Барқарор кардан</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>баста</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Cancel session</source>
        <translation>Бекор кардани машғулият</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>ҳоло идома дорад</translation>
    </message>
    <message>
        <source>held</source>
        <translation>гузашт</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Бастан</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>дар нақша</translation>
    </message>
    <message>
        <source>It was held</source>
        <translation>Баргузор шуд</translation>
    </message>
    <message>
        <source>Session before</source>
        <translation>Машғулияти пешина</translation>
    </message>
    <message>
        <source>Session after</source>
        <translation>Машғулияти навбатӣ</translation>
    </message>
    <message>
        <source>Move, shorten or split in the schedule</source>
        <translation>Дар ҷадвал кӯчонидан, кӯтоҳ ё тақсим кардан</translation>
    </message>
</context>
<context>
    <name>SessionMarking</name>
    <message>
        <source>Type whole minutes.</source>
        <translation>Дақиқаҳоро бо рақами бутун нависед.</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Present, late, excused, absent</source>
        <translation>Ҳозир, дер омад, узрнок, ғоиб</translation>
    </message>
    <message>
        <source>After “late”: minutes late; otherwise go to the person with this number</source>
        <translation>Баъди «дер омад» — дақиқаҳо; дигар вақт — гузариш ба иштирокчии дорои ин рақам</translation>
    </message>
    <message>
        <source>Minutes left early</source>
        <translation>Чанд дақиқа пештар рафт</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Иштирокчии навбатӣ</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Такрори қайди охирин</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Бекор кардани қайд</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Боқимондаи машғулиятро ҳозир қайд кардан</translation>
    </message>
    <message>
        <source>Find a person by name, rank or unit, in any script</source>
        <translation>Ёфтани иштирокчӣ аз рӯи ном, рутба ё воҳид, бо ҳар алифбо</translation>
    </message>
    <message>
        <source>First letters of a name that mean no mark: go there</source>
        <translation>Ҳарфҳои аввали ном, агар қайд набошанд: гузаштан ба иштирокчӣ</translation>
    </message>
    <message>
        <source>Type the digits of a badge</source>
        <translation>Навиштани рақамҳои нишон</translation>
    </message>
    <message>
        <source>Type how many were counted</source>
        <translation>Навиштани шумораи шумурдашуда</translation>
    </message>
    <message>
        <source>Lock the session, or open it again with a reason</source>
        <translation>Бастани машғулият ё бо сабаб аз нав кушодани он</translation>
    </message>
    <message>
        <source>Add somebody who just came</source>
        <translation>Илова кардани шахсе, ки берун аз рӯйхат омад</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Эзоҳ</translation>
    </message>
    <message>
        <source>History of the mark: who, when, and whether it was sent</source>
        <translation>Таърихи қайд: кӣ, кай ва фиристода шудааст ё не</translation>
    </message>
    <message>
        <source>More about the person: replaces, withdraw</source>
        <translation>Боз дар бораи иштирокчӣ: ба ҷойи кӣ, хориҷ кардан</translation>
    </message>
    <message>
        <source>Session before</source>
        <translation>Машғулияти пешина</translation>
    </message>
    <message>
        <source>Session after</source>
        <translation>Машғулияти навбатӣ</translation>
    </message>
    <message>
        <source>Undo a scan, or answer what it asks</source>
        <translation>Бекор кардани скан ё посух ба саволи он</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Иловаи шахси берӯйхат</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>Ҳама ҳозир</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
</context>
<context>
    <name>SessionRows</name>
    <message>
        <source>walk-in</source>
        <translation>берӯйхат</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Қайд</translation>
    </message>
    <message>
        <source>Late, min</source>
        <translation>Дер, дақ.</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Пеш рафт</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Эзоҳ</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Нишон</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>холӣ</translation>
    </message>
</context>
</TS>
