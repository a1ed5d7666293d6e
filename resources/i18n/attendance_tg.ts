<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Arranger</name>
    <message>
        <source>not marked</source>
        <translation>бе қайд</translation>
    </message>
    <message>
        <source>absent or late</source>
        <translation>ғоиб ё дер омада</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>аз ҳад паст</translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation>берӯйхат</translation>
    </message>
    <message>
        <source>{shown} of {all}: {why}</source>
        <translation>{shown} аз {all}: {why}</translation>
    </message>
    <message>
        <source>{shown}, session {number}</source>
        <translation>{shown}, машғулияти {number}</translation>
    </message>
    <message>
        <source>Everybody has a mark in this session already.</source>
        <translation>Дар ин машғулият аллакай ҳама қайд шудаанд.</translation>
    </message>
    <message>
        <source>Nobody is marked absent or late in this session.</source>
        <translation>Дар ин машғулият касе ғоиб ё дер омада қайд нашудааст.</translation>
    </message>
    <message>
        <source>Nobody is below the limit of the course so far.</source>
        <translation>То ҳол ҳеҷ кас аз ҳадди курс паст нест.</translation>
    </message>
    <message>
        <source>There are no walk-ins in this course.</source>
        <translation>Дар ин курс касе берун аз рӯйхат наомадааст.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Remark · No. {number}, session {session}</source>
        <translation>Эзоҳ · № {number}, машғулияти {session}</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was</source>
        <translation>Enter нигоҳ медорад, Esc бетағйир мемонад</translation>
    </message>
    <message>
        <source>Signatures on paper, session {number}</source>
        <translation>Имзоҳо дар варақа, машғулияти {number}</translation>
    </message>
    <message>
        <source>Enter keeps the number and compares; an empty field forgets it</source>
        <translation>Enter рақамро нигоҳ дошта, муқоиса мекунад; майдони холӣ онро мебардорад</translation>
    </message>
    <message>
        <source>Ten digits · Enter marks the person by the time of now, Esc leaves</source>
        <translation>Даҳ рақам · Enter иштирокчиро бо вақти ҳозира қайд мекунад, Esc — баромадан</translation>
    </message>
    <message>
        <source>Digits of the badge</source>
        <translation>Рақамҳои нишон</translation>
    </message>
    <message>
        <source>Why is session {number} opened again?</source>
        <translation>Чаро машғулияти {number} аз нав кушода мешавад?</translation>
    </message>
    <message>
        <source>Only a number can be compared; nothing was kept yet</source>
        <translation>Танҳо рақамро муқоиса кардан мумкин аст; ҳоло чизе сабт нашуд</translation>
    </message>
    <message>
        <source>The reason is kept with the session; type a few words</source>
        <translation>Сабаб бо машғулият нигоҳ дошта мешавад; чанд калима нависед</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Mark the rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Давомот</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Аз нав кушодан…</translation>
    </message>
    <message>
        <source>Left early: minutes…</source>
        <translation>Пештар рафт: дақиқа…</translation>
    </message>
    <message>
        <source>Session {number} · {locked}. Nothing was changed.</source>
        <translation>Машғулияти {number} · {locked}. Ҳеҷ чиз тағйир наёфт.</translation>
    </message>
    <message>
        <source>Letters mark, arrows move; F1 lists the keys</source>
        <translation>Ҳарфҳо қайд мегузоранд, тирчаҳо мегузаронанд; рӯйхати тугмаҳо — F1</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
</context>
<context>
    <name>AttendanceSummary</name>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n ихтилоф</numerusform>
            <numerusform>%n ихтилоф</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>women: %n</source>
        <translation>
            <numerusform>занон: %n</numerusform>
            <numerusform>занон: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Another view</source>
        <translation>Намуди дигар</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Ҳафта</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Рӯз</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Машғулият</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Имзоҳо</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Намуд</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Варақаи имзо</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Who is shown, and in what order</source>
        <translation>Киро нишон додан ва бо кадом тартиб</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Пештар</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Баъдтар</translation>
    </message>
    <message>
        <source>{shown}. Esc shows everybody again.</source>
        <translation>{shown}. Esc боз ҳамаро нишон медиҳад.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Рутба</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Воҳид</translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>Take the mark away</source>
        <translation>Бекор кардани қайд</translation>
    </message>
    <message>
        <source>Left early…</source>
        <translation>Пештар рафт…</translation>
    </message>
    <message>
        <source>Remark…</source>
        <translation>Эзоҳ…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>Таърихи қайд…</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Хориҷ кардан аз курс</translation>
    </message>
    <message>
        <source>Type the digits of a badge…</source>
        <translation>Навиштани рақамҳои нишон…</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
    <message>
        <source>Mark the rest of the day present…</source>
        <translation>Боқимондаи рӯз ҳозир…</translation>
    </message>
    <message>
        <source>Count on paper…</source>
        <translation>Имзоҳо дар варақа…</translation>
    </message>
    <message>
        <source>Open the session again…</source>
        <translation>Машғулиятро аз нав кушодан…</translation>
    </message>
    <message>
        <source>Lock the session</source>
        <translation>Бастани машғулият</translation>
    </message>
    <message>
        <source>Move, shorten or split in the schedule</source>
        <translation>Дар ҷадвал кӯчонидан, кӯтоҳ ё тақсим кардан</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ба ҷойи</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>After “late”: minutes late; otherwise go to the person with this number</source>
        <translation>Пас аз «дер омад» — дақиқаҳои дермонӣ; вагарна гузариш ба иштирокчии ин рақам</translation>
    </message>
    <message>
        <source>After “present” or “late”: the digits that follow are minutes left early</source>
        <translation>Пас аз «ҳозир» ё «дер омад»: рақамҳои баъдӣ — чанд дақиқа пештар рафт</translation>
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
        <source>Next person</source>
        <translation>Иштирокчии навбатӣ</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Боқимондаи иштирокчиёни машғулиятро ҳозир қайд кардан</translation>
    </message>
    <message>
        <source>Mark the rest of the day present, after a question</source>
        <translation>Боқимондаи рӯзро ҳозир қайд кардан, пас аз савол</translation>
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
        <source>History of the mark: who, when, and whether it was sent</source>
        <translation>Таърихи қайд: кӣ, кай ва фиристода шудааст ё не</translation>
    </message>
    <message>
        <source>Type how many signatures the paper has</source>
        <translation>Навиштани шумораи имзоҳои варақа</translation>
    </message>
    <message>
        <source>Lock the session, or open it again with a reason</source>
        <translation>Бастани машғулият ё бо сабаб аз нав кушодани он</translation>
    </message>
    <message>
        <source>The day or week before, after</source>
        <translation>Рӯз ё ҳафтаи пешина, оянда</translation>
    </message>
    <message>
        <source>Who is shown, and in what order</source>
        <translation>Киро нишон додан ва бо кадом тартиб</translation>
    </message>
    <message>
        <source>Choose and sort anew</source>
        <translation>Аз нав интихоб ва мураттаб кардан</translation>
    </message>
    <message>
        <source>End the minutes or the number; show everybody again</source>
        <translation>Ба охир расонидани дақиқаҳо ё рақам; боз ҳамаро нишон додан</translation>
    </message>
    <message>
        <source>Add somebody who just came</source>
        <translation>Илова кардани шахсе, ки берун аз рӯйхат омад</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Эзоҳ</translation>
    </message>
</context>
<context>
    <name>LegendBar</name>
    <message>
        <source>cancelled, counts for nobody</source>
        <translation>баргузор нашуд, ба ҳеҷ кас ҳисоб намешавад</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Everybody</source>
        <translation>Ҳама</translation>
    </message>
    <message>
        <source>Not marked in this session</source>
        <translation>Дар ин машғулият қайднашудагон</translation>
    </message>
    <message>
        <source>Absent or late in this session</source>
        <translation>Ғоиб ё дер омада дар ин машғулият</translation>
    </message>
    <message>
        <source>Share below the limit</source>
        <translation>Ҳисса аз ҳад паст</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Берӯйхат омадагон</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Аз рӯи рақам</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Аз рӯи насаб</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Аз рӯи воҳид</translation>
    </message>
</context>
<context>
    <name>MarkHistoryPanel</name>
    <message>
        <source>History of the mark</source>
        <translation>Таърихи қайд</translation>
    </message>
    <message>
        <source>Nothing was ever marked here.</source>
        <translation>Дар ин ҷо ҳанӯз чизе қайд нашудааст.</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Mark the person present or late first; then type the minutes left early.</source>
        <translation>Аввал шахсро ҳозир ё дер омада қайд кунед; баъд нависед, ки чанд дақиқа пештар рафт.</translation>
    </message>
    <message>
        <source>Everybody has a mark in this session already.</source>
        <translation>Дар ин машғулият ҳама аллакай қайд шудаанд.</translation>
    </message>
</context>
<context>
    <name>NameSearch</name>
    <message>
        <source>Find a person</source>
        <translation>Ҷустуҷӯи иштирокчӣ</translation>
    </message>
    <message>
        <source>The next letters of the name lead there · Esc goes back</source>
        <translation>Ҳарфҳои минбаъдаи ном ба иштирокчӣ мебаранд · Esc — баргаштан</translation>
    </message>
    <message>
        <source>Nobody in this course matches · Esc goes back</source>
        <translation>Дар ин курс чунин кас нест · Esc — баргаштан</translation>
    </message>
    <message>
        <source>Name, rank or unit, in any script or layout · Enter stays there, Esc goes back</source>
        <translation>Ном, рутба ё воҳид, бо ҳар алифбо ва тарҳбандӣ · Enter — мондан, Esc — баргаштан</translation>
    </message>
    <message>
        <source>{place} of {count} · No. {number} {name}</source>
        <translation>{place} аз {count} · № {number} {name}</translation>
    </message>
</context>
<context>
    <name>NoGrid</name>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳоло касе нест</translation>
    </message>
    <message>
        <source>Take over the list of nominations, or press Insert to add somebody who just came.</source>
        <translation>Рӯйхати номзадҳоро қабул кунед ё барои илова кардани шахси омада Insert-ро пахш кунед.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳоло машғулият нест</translation>
    </message>
    <message>
        <source>Plan the sessions of the course; then people can be marked here.</source>
        <translation>Аввал ҷадвали машғулиятҳоро тартиб диҳед, баъд дар ин ҷо иштирокчиёнро қайд кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
</context>
<context>
    <name>NumberJump</name>
    <message>
        <source>There is no number {number}</source>
        <translation>Рақами {number} дар рӯйхат нест</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>№ {number}</translation>
    </message>
</context>
<context>
    <name>PaperCount</name>
    <message>
        <source>Type how many signatures the paper has; the program compares ({key})</source>
        <translation>Шумораи имзоҳои варақаро нависед; барнома муқоиса мекунад ({key})</translation>
    </message>
    <message>
        <source>Count on paper</source>
        <translation>Шумори варақа</translation>
    </message>
    <message>
        <source>On paper {count}</source>
        <translation>Дар варақа {count}</translation>
    </message>
</context>
<context>
    <name>SessionJobs</name>
    <message>
        <source>Everybody has a mark in the sessions of this day that have begun.</source>
        <translation>Дар машғулиятҳои оғозшудаи ин рӯз ҳама қайд шудаанд.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n session(s)</source>
        <translation>
            <numerusform>дар %n машғулият</numerusform>
            <numerusform>дар %n машғулият</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n қайд</numerusform>
            <numerusform>%n қайд</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark the rest of {day} present?</source>
        <translation>Боқимондаи {day} ҳозир қайд карда шавад?</translation>
    </message>
    <message>
        <source>{people} {sessions} ({numbers}) get {marks} together. One undo takes all of it back.</source>
        <translation>{people} {sessions} ({numbers}), ҳамагӣ {marks}. Як бекоркунӣ ҳамаро бармегардонад.</translation>
    </message>
    <message>
        <source>Mark present</source>
        <translation>Қайд кардан</translation>
    </message>
    <message>
        <source>Session {number} is locked; its marks stay as they are.</source>
        <translation>Машғулияти {number} баста шуд; қайдҳояш дигар тағйир намеёбанд.</translation>
    </message>
</context>
<context>
    <name>ShareColumn</name>
    <message>
        <source>Share of the minutes so far: only sessions with a mark count, so nobody&apos;s share falls while a session is being marked. The certificate counts all held sessions.</source>
        <translation>Ҳиссаи дақиқаҳо то имрӯз: танҳо машғулиятҳои қайдшуда ҳисоб мешаванд, бинобар ин ҳангоми қайдкунӣ ҳиссаи касе кам намешавад. Барои шаҳодатнома ҳамаи машғулиятҳои баргузоршуда ҳисоб мешаванд.</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>То имрӯз</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>Redo: {step}</source>
        <translation>Такрор: {step}</translation>
    </message>
</context>
<context>
    <name>StepNamer</name>
    <message>
        <source>session {session}, {mark}</source>
        <translation>машғулияти {session}, {mark}</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message>
        <source>Came to the session</source>
        <translation>Дар машғулият буданд</translation>
    </message>
</context>
<context>
    <name>UndoChip</name>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
</context>
<context>
    <name>WalkInRow</name>
    <message>
        <source>Family name, given name</source>
        <translation>Насаб, ном</translation>
    </message>
    <message>
        <source>Name of the person who came</source>
        <translation>Номи шахси омада</translation>
    </message>
    <message>
        <source>Enter adds the person, Esc leaves; the rest can be typed later</source>
        <translation>Enter — илова кардан, Esc — пӯшидан; боқимондаро баъдтар пур кардан мумкин</translation>
    </message>
    <message>
        <source>Enter adds the person from {day} on, Esc leaves</source>
        <translation>Enter иштирокчиро аз {day} илова мекунад, Esc — баромадан</translation>
    </message>
</context>
<context>
    <name>Wording</name>
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
        <translation>қайд нашуда</translation>
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
        <translation>баргузор нашуд</translation>
    </message>
    <message>
        <source>cancelled: {reason}</source>
        <translation>нашуд: {reason}</translation>
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
        <source>not held yet</source>
        <translation>машғулият ҳанӯз нашудааст</translation>
    </message>
    <message>
        <source>{minutes} min late</source>
        <translation>{minutes} дақиқа дер</translation>
    </message>
    <message>
        <source>left {minutes} min early</source>
        <translation>{minutes} дақиқа пештар рафт</translation>
    </message>
    <message>
        <source>locked: {by}</source>
        <translation>баста: {by}</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>соати {time} омад</translation>
    </message>
    <message>
        <source>share so far {percent}</source>
        <translation>ҳисса то имрӯз {percent}</translation>
    </message>
    <message>
        <source>{came} of {expected}</source>
        <translation>{came} аз {expected}</translation>
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
        <translation>{percent} ҳамаи машғулиятҳои баргузоршуда, чун барои шаҳодатнома</translation>
    </message>
    <message>
        <source>So far {percent}: only sessions in which there is a mark count</source>
        <translation>То имрӯз {percent}: танҳо машғулиятҳои қайдшуда ҳисоб мешаванд</translation>
    </message>
    <message>
        <source>For the certificate {percent}: all held sessions count, also those without a mark</source>
        <translation>Барои шаҳодатнома {percent}: ҳамаи машғулиятҳои баргузоршуда ҳисоб мешаванд, ҳам бе қайд</translation>
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
</TS>
