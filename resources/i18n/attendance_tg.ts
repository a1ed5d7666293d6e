<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Asking</name>
    <message>
        <source>Find a person</source>
        <translation>Ҷустуҷӯи иштирокчӣ</translation>
    </message>
    <message>
        <source>Remark · No. {number}, session {session}</source>
        <translation>Эзоҳ · № {number}, машғулияти {session}</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was</source>
        <translation>Enter нигоҳ медорад, Esc бетағйир мемонад</translation>
    </message>
    <message>
        <source>First letters of the name, in any script · Enter stays there, Esc goes back</source>
        <translation>Ҳарфҳои аввали ном, бо ҳар алифбо · Enter — мондан, Esc — баргаштан</translation>
    </message>
    <message>
        <source>Nobody&apos;s name begins so</source>
        <translation>Касе бо чунин ном нест</translation>
    </message>
    <message>
        <source>{place} of {count} · No. {number} {name}</source>
        <translation>{place} аз {count} · № {number} {name}</translation>
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
            <numerusform>%n зан</numerusform>
            <numerusform>%n зан</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Sign-in sheet</source>
        <translation>Варақаи имзо</translation>
    </message>
</context>
<context>
    <name>Corner</name>
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
        <source>Remark…</source>
        <translation>Эзоҳ…</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Боқимонда ҳозир</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>After “late”: minutes missed; otherwise go to the person with this number</source>
        <translation>Баъди «дер омад» — дақиқаҳои аздастрафта; дигар вақт — гузариш ба иштирокчии дорои ин рақам</translation>
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
        <source>Find a person by first letters, in any script</source>
        <translation>Ёфтани иштирокчӣ аз рӯйи ҳарфҳои аввал, бо ҳар алифбо</translation>
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
        <source>End the minutes or the number</source>
        <translation>Анҷоми вуруди дақиқа ё рақам</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Everybody has a mark in this session already.</source>
        <translation>Дар ин машғулият ҳама аллакай қайд шудаанд.</translation>
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
        <translation>Рӯйхати номзадҳоро ворид кунед ё барои илова кардани шахси омада Insert-ро пахш кунед.</translation>
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
    <name>ShareColumn</name>
    <message>
        <source>Share</source>
        <translation>Ҳисса</translation>
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
</context>
<context>
    <name>Wording</name>
    <message>
        <source>P</source>
        <comment>letter: present</comment>
        <translation>Ҳ</translation>
    </message>
    <message>
        <source>L</source>
        <comment>letter: late</comment>
        <translation>Д</translation>
    </message>
    <message>
        <source>E</source>
        <comment>letter: excused</comment>
        <translation>У</translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter: absent</comment>
        <translation>Ғ</translation>
    </message>
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
        <source>not held yet</source>
        <translation>машғулият ҳанӯз нашудааст</translation>
    </message>
    <message>
        <source>{minutes} minutes missed</source>
        <translation>дақиқаҳои аздастрафта: {minutes}</translation>
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
    <message>
        <source>share {percent}</source>
        <translation>ҳисса {percent}</translation>
    </message>
    <message>
        <source>No. {number}: {mark}</source>
        <translation>№ {number}: {mark}</translation>
    </message>
</context>
</TS>
