<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AttachedFileRow</name>
    <message>
        <source>Goes to the office</source>
        <translation>Ба идора меравад</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>саҳифаи {page}</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>дар ин компютер нест</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>дар ин ҷо мемонад</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>Кушодани {file}</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>Бардоштани {file}</translation>
    </message>
</context>
<context>
    <name>AttachmentViewer</name>
    <message>
        <source>Page before</source>
        <translation>Саҳифаи қаблӣ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Саҳифаи навбатӣ</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Хурдтар</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Калонтар</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Тамоми саҳифа</translation>
    </message>
    <message>
        <source>Turn</source>
        <extracomment>A button: turns the picture by a quarter</extracomment>
        <translation>Гардондан</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сабти нусха…</translation>
    </message>
    <message>
        <source>The copy is not encrypted: anybody can read it.</source>
        <translation>Нусха рамзгузорӣ намешавад: онро ҳар кас хонда метавонад.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>{file} is not encrypted: anybody can read it there.</source>
        <translation>{file} рамзгузорӣ нашудааст: онро дар он ҷо ҳар кас хонда метавонад.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Саҳифаи {page} аз {pages}</translation>
    </message>
    <message>
        <source>Save a copy that anybody can read</source>
        <translation>Сабти нусхае, ки ҳар кас хонда метавонад</translation>
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
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n катак</numerusform>
            <numerusform>%n катак</numerusform>
        </translation>
    </message>
    <message>
        <source>{cells}: a letter marks all</source>
        <translation>{cells}: ҳарф ба ҳама</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Боз кушодан…</translation>
    </message>
    <message>
        <source>Left early: minutes…</source>
        <translation>Пештар рафт: дақиқа…</translation>
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
        <source>Late: minutes, then Enter</source>
        <translation>Дер омад: дақиқа, Enter</translation>
    </message>
    <message>
        <source>{letter} again, then minutes</source>
        <translation>{letter} боз, сипас дақиқа</translation>
    </message>
    <message>
        <source>Session {number} · {locked}. Nothing was changed.</source>
        <translation>Машғулияти {number} · {locked}. Ҳеҷ чиз тағйир наёфт.</translation>
    </message>
    <message>
        <source>Letters mark, arrows move; Ctrl+F1 lists the keys</source>
        <translation>Ҳарфҳо қайд мегузоранд, бо тирчаҳо ҳаракат мекунанд; рӯйхати тугмаҳо — Ctrl+F1</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Another view</source>
        <translation>Намуди дигар</translation>
    </message>
    <message>
        <source>The person with this number</source>
        <translation>Шахс бо ҳамин рақам</translation>
    </message>
    <message>
        <source>The name that begins so</source>
        <translation>Номе, ки чунин оғоз мешавад</translation>
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
        <extracomment>What is shown: the grid or a session</extracomment>
        <translation>Намуд</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Варақаи имзо</translation>
    </message>
    <message>
        <source>The course is approved. What is changed here is listed in its Overview as changed since the approval.</source>
        <translation>Курс тасдиқ шудааст. Он чи ин ҷо тағйир меёбад, дар «Маълумоти умумӣ»-и он ҳамчун тағйироти пас аз тасдиқ номбар мешавад.</translation>
    </message>
</context>
<context>
    <name>BlockMarkingController</name>
    <message>
        <source>Minutes left early count only for who came. Skipped: {count}.</source>
        <translation>Дақиқаҳои пештар рафтан танҳо барои онҳое ҳисоб мешаванд, ки омадаанд. Сарфи назар шуд: {count}.</translation>
    </message>
    <message>
        <source>Taking the marks back</source>
        <translation>Қайдҳо ботил карда мешаванд</translation>
    </message>
    <message>
        <source>Marking the selected cells</source>
        <translation>Катакҳои интихобшуда қайд мешаванд</translation>
    </message>
    <message>
        <source>replaced by then</source>
        <translation>то он вақт иваз шуд</translation>
    </message>
    <message>
        <source>withdrawn by then</source>
        <translation>то он вақт аз курс баромад</translation>
    </message>
    <message>
        <source>not on the list yet</source>
        <translation>ҳанӯз дар рӯйхат нест</translation>
    </message>
    <message>
        <source>session locked</source>
        <translation>машғулият баста аст</translation>
    </message>
    <message>
        <source>session cancelled</source>
        <translation>машғулият бекор карда шуд</translation>
    </message>
    <message>
        <source>Marks removed: {count}. Skipped: {why}.</source>
        <translation>Қайдҳои хориҷшуда: {count}. Сарфи назар шуд: {why}.</translation>
    </message>
    <message>
        <source>Marked: {count}. Skipped: {why}.</source>
        <translation>Қайд шуд: {count}. Сарфи назар шуд: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>Not begun yet: %n session(s)</source>
        <translation>
            <numerusform>Ҳанӯз оғоз нашудааст: %n машғулият</numerusform>
            <numerusform>Ҳанӯз оғоз нашудааст: %n машғулият</numerusform>
        </translation>
    </message>
    <message>
        <source>Session {number} begins on {when}. Give all selected cells the mark “{mark}” all the same?</source>
        <translation>Машғулияти {number} {when} оғоз мешавад. Бо вуҷуди ин ба ҳамаи катакҳои интихобшуда қайди «{mark}» гузошта шавад?</translation>
    </message>
    <message>
        <source>Mark all the same</source>
        <translation>Бо вуҷуди ин қайд кардан</translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message numerus="yes">
        <source>%n cell(s) selected</source>
        <translation>
            <numerusform>%n катак интихоб шуд</numerusform>
            <numerusform>%n катак интихоб шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Бардоштани қайд</translation>
    </message>
    <message>
        <source>Left early…</source>
        <translation>Пештар рафт…</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>Нусха барои ҷадвали электронӣ</translation>
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
        <source>Find a replacement…</source>
        <translation>Ҷойгузин ёфтан…</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Баромадан аз курс</translation>
    </message>
    <message>
        <source>Select everybody in this session</source>
        <translation>Интихоби ҳама дар ин машғулият</translation>
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
        <source>Signatures on the sheet…</source>
        <translation>Имзоҳо дар варақа…</translation>
    </message>
    <message>
        <source>Open the session again…</source>
        <translation>Машғулиятро боз кушодан…</translation>
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
        <source>Takes the place of</source>
        <translation>Ба ҷойи кӣ</translation>
    </message>
</context>
<context>
    <name>CornerWidget</name>
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
</context>
<context>
    <name>DifferenceAnswers</name>
    <message>
        <source>Another reason</source>
        <translation>Сабаби дигар</translation>
    </message>
    <message>
        <source>Or change the mark:</source>
        <translation>Ё қайдро иваз кунед:</translation>
    </message>
    <message>
        <source>The session is locked or cancelled: its mark stays.</source>
        <translation>Машғулият баста ё бекор шудааст: қайд тағйир намеёбад.</translation>
    </message>
    <message numerus="yes">
        <source>The same reason for all %n (*)</source>
        <translation>
            <numerusform>Ҳамин сабаб барои ҳамаи %n (*)</numerusform>
            <numerusform>Ҳамин сабаб барои ҳамаи %n (*)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
    <message>
        <source>Correct the count</source>
        <translation>Ислоҳи шумора</translation>
    </message>
    <message>
        <source>No, it is not signed</source>
        <translation>Не, имзо нест</translation>
    </message>
    <message>
        <source>No, it is signed</source>
        <translation>Не, имзо ҳаст</translation>
    </message>
    <message>
        <source>Counted: {counted}, ticked: {signed}, marked in the room: {came}. Is a name written in by hand?</source>
        <translation>Шумурда шуд: {counted}, имзо: {signed}, ҳозир қайд шуд: {came}. Оё номе бо даст навишта шудааст?</translation>
    </message>
    <message>
        <source>Why may it stay as it is?</source>
        <translation>Чаро ҳамин тавр монад?</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
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
        <translation>Ҳисса поёнтар аз ҳадди муқарраршуда</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Бе номнависии пешакӣ</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Аз рӯйи рақам</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Аз рӯйи насаб</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Аз рӯйи ҷойи хизмат</translation>
    </message>
</context>
<context>
    <name>GridEmptyState</name>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>Import the list of nominations, or press Insert to add somebody who just came.</source>
        <translation>Рӯйхати номзадҳоро қабул кунед ё барои илова кардани шахси омада Insert-ро пахш кунед.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳанӯз машғулият нест</translation>
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
    <name>GridFilterController</name>
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
        <translation>поёнтар аз ҳадди муқарраршуда</translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation>бе номнависӣ</translation>
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
        <translation>Дар ин машғулият ҳама аллакай қайд шудаанд.</translation>
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
    <name>GridKeys</name>
    <message>
        <source>After “late”: minutes, then Enter; else the person with this number</source>
        <translation>Пас аз «дер омад» — дақиқаҳо, баъд Enter; вагарна иштирокчии ин рақам</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Такрори қайди охирин</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Бардоштани қайд</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Боқимондаи машғулиятро ҳозир қайд кардан</translation>
    </message>
    <message>
        <source>Mark the rest of the day present, after a question</source>
        <translation>Боқимондаи рӯзро ҳозир қайд кардан, пас аз савол</translation>
    </message>
    <message>
        <source>Find a person by name, rank or unit, in any alphabet</source>
        <translation>Ёфтани иштирокчӣ аз рӯйи ном, рутба ё ҷойи хизмат, бо ҳар алифбо</translation>
    </message>
    <message>
        <source>Select several cells, also by dragging: a letter marks all of them</source>
        <translation>Интихоби якчанд катак, бо муш низ: ҳарф ҳамаро қайд мекунад</translation>
    </message>
    <message>
        <source>Select everybody in the session</source>
        <translation>Интихоби ҳама дар машғулият</translation>
    </message>
    <message>
        <source>Copy the selected cells, or the whole table, for a spreadsheet</source>
        <translation>Нусха бардоштани катакҳои интихобшуда ё тамоми ҷадвал барои ҷадвали электронӣ</translation>
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
        <translation>Бастани машғулият ё бо сабаб боз кушодани он</translation>
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
        <source>After “present” or “late”: the digits that follow are minutes left early; also the key of Latin H</source>
        <translation>Пас аз «ҳозир» ё «дер омад»: рақамҳои баъдӣ — чанд дақиқа пештар рафт; тугмаи H-и лотинӣ низ</translation>
    </message>
    <message>
        <source>Next person; a letter alone stays here</source>
        <translation>Иштирокчии навбатӣ; ҳарф худаш намегузарад</translation>
    </message>
    <message>
        <source>A name, typed without a pause: go there; what its letters marked is taken back</source>
        <translation>Ном, ки бе таваққуф навишта шудааст: гузаштан ба он ҷо; қайдҳои ҳарфҳояш бекор мешаванд</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Эзоҳ</translation>
    </message>
</context>
<context>
    <name>GridPrompts</name>
    <message>
        <source>Remark · No.&#xa0;{number}, session {session}</source>
        <translation>Эзоҳ · №&#xa0;{number}, машғулияти {session}</translation>
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
        <translation>Чаро машғулияти {number} боз кушода мешавад?</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Only a number can be compared; nothing was kept yet</source>
        <translation>Танҳо рақамро муқоиса кардан мумкин аст; ҳанӯз чизе сабт нашуд</translation>
    </message>
    <message>
        <source>The reason is kept with the session; type a few words</source>
        <translation>Сабаб бо машғулият нигоҳ дошта мешавад; чанд калима нависед</translation>
    </message>
</context>
<context>
    <name>GridSummary</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
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
    <name>HeadcountCard</name>
    <message>
        <source>of {expected} are here</source>
        <translation>аз {expected} нафар ҳозир</translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list any more</source>
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
    <message numerus="yes">
        <source>%n added after this count: count again</source>
        <translation>
            <numerusform>Баъди шумориш боз %n нафар илова шуд: аз нав шуморед</numerusform>
            <numerusform>Баъди шумориш боз %n нафар илова шуд: аз нав шуморед</numerusform>
        </translation>
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
        <extracomment>Heads counted in the room</extracomment>
        <translation>Шумурда шуд</translation>
    </message>
    <message>
        <source>Counted heads or signatures</source>
        <translation>Шумораи одамон ё имзоҳо</translation>
    </message>
</context>
<context>
    <name>LegendBar</name>
    <message>
        <source>A letter marks and stays here,
Enter leads to the next person</source>
        <translation>Ҳарф қайд мекунад ва мемонад,
Enter ба навбатӣ мебарад</translation>
    </message>
    <message>
        <source>cancelled, counts for nobody</source>
        <translation>бекор карда шуд, ба ҳеҷ кас ҳисоб намешавад</translation>
    </message>
</context>
<context>
    <name>LineJump</name>
    <message>
        <source>There is no number {number}</source>
        <translation>Рақами {number} дар рӯйхат нест</translation>
    </message>
    <message>
        <source>No.&#xa0;{number}</source>
        <translation>№&#xa0;{number}</translation>
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
    <name>MarkingController</name>
    <message>
        <source>The last digit did not fit into the session. Press Enter, then go on.</source>
        <translation>Рақами охирин ба машғулият намеғунҷад. Enter-ро пахш кунед ва идома диҳед.</translation>
    </message>
    <message>
        <source>These are letters of a name: what they had marked is taken back.</source>
        <translation>Инҳо ҳарфҳои номанд: қайдҳое, ки гузошта буданд, бекор шуданд.</translation>
    </message>
    <message>
        <source>Mark the person present or late first; then type the minutes left early.</source>
        <translation>Аввал шахсро ҳозир ё дер омада қайд кунед; баъд нависед, ки чанд дақиқа пештар рафт.</translation>
    </message>
    <message>
        <source>The session lasts {minutes} min: {typed} do not fit, {kept} are kept. Enter goes on.</source>
        <translation>Машғулият {minutes} дақиқа аст: {typed} намеғунҷад, {kept} нигоҳ дошта шуд. Enter — идома.</translation>
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
        <translation>Ҷустуҷӯи шахс</translation>
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
        <source>Name, rank or unit, in any alphabet or layout · Enter stays there, Esc goes back</source>
        <translation>Ном, рутба ё ҷойи хизмат, бо ҳар алифбо ва тарҳбандӣ · Enter — мондан, Esc — баргаштан</translation>
    </message>
    <message>
        <source>{place} of {count} · No.&#xa0;{number} {name}</source>
        <translation>{place} аз {count} · №&#xa0;{number} {name}</translation>
    </message>
</context>
<context>
    <name>NumberJump</name>
    <message>
        <source>There is no number {number}</source>
        <translation>Рақами {number} дар рӯйхат нест</translation>
    </message>
    <message>
        <source>No.&#xa0;{number}</source>
        <translation>№&#xa0;{number}</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Was here all the same: mark present</source>
        <translation>Ҳарчанд интизор набудем, ҳозир буд: қайд кардан</translation>
    </message>
    <message>
        <source>Remark…</source>
        <translation>Эзоҳ…</translation>
    </message>
    <message>
        <source>Left early…</source>
        <translation>Пештар рафт…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>Таърихи қайд…</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Бардоштани қайд</translation>
    </message>
    <message>
        <source>Takes the place of</source>
        <translation>Ба ҷойи кӣ</translation>
    </message>
    <message>
        <source>Find a replacement…</source>
        <translation>Ҷойгузин ёфтан…</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Баромадан аз курс</translation>
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
        <translation>Ботил сохтан</translation>
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
        <translation>Нишонро скан кунед ё даҳ рақамашро нависед:</translation>
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
    <name>ScanController</name>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
</context>
<context>
    <name>ScanDrop</name>
    <message>
        <source>Reading the scans</source>
        <translation>Хондани сканҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached</source>
        <translation>
            <numerusform>%n файл замима нашуд</numerusform>
            <numerusform>%n файл замима нашуд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Room {name}</source>
        <translation>Толори {name}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>бекор карда шуд</translation>
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
        <translation>гузаронида шуд</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>A button: nobody changes the marks of the session any more</extracomment>
        <translation>Бастан</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>дар нақша</translation>
    </message>
    <message>
        <source>It was held</source>
        <translation>Гузаронида шуд</translation>
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
    <name>SessionCommands</name>
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
        <translation>{people} {sessions} ({numbers}), ҳамагӣ {marks}. Як ботилсозӣ ҳамаро бармегардонад.</translation>
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
    <name>SessionListCard</name>
    <message>
        <source>{session}: {came} of {expected}</source>
        <translation>{session}: {came} аз {expected}</translation>
    </message>
    <message>
        <source>Hide headcount, session and badges</source>
        <translation>Пинҳон кардани шумораи одамон, машғулият ва нишонҳо</translation>
    </message>
    <message>
        <source>Show headcount, session and badges</source>
        <translation>Нишон додани шумораи одамон, машғулият ва нишонҳо</translation>
    </message>
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
        <source>Go on after a mark</source>
        <translation>Баъди қайд ба пеш</translation>
    </message>
    <message>
        <source>A key that marks goes on to the next person; after “late” Enter does</source>
        <translation>Тугмаи қайд ба шахси навбатӣ мегузаронад; баъди «дер омад» — Enter</translation>
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
        <translation>Дар рӯйхат ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>Add who is here by name alone; the rest can be typed later.</source>
        <translation>Ҳозиронро танҳо бо ном илова кунед; боқимондаро баъдтар пур кардан мумкин.</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Илова кардани шахси номнависнашуда</translation>
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
        <translation>Ҳамаро нишон додан</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳанӯз машғулият нест</translation>
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
    <name>SessionMarkingController</name>
    <message>
        <source>Type whole minutes.</source>
        <translation>Дақиқаҳоро бо рақами бутун нависед.</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>walk-in</source>
        <translation>бе номнависӣ</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>Heading: present, late, excused or absent</extracomment>
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
<context>
    <name>SessionPage</name>
    <message>
        <source>Present, late, excused, absent</source>
        <translation>Ҳозир, дер омад, узрнок, ғоиб</translation>
    </message>
    <message>
        <source>After “late”: minutes, then Enter; else the person with this number</source>
        <translation>Пас аз «дер омад» — дақиқаҳо, баъд Enter; вагарна иштирокчии ин рақам</translation>
    </message>
    <message>
        <source>Minutes left early; also the key of Latin H</source>
        <translation>Чанд дақиқа пештар рафт; тугмаи H-и лотинӣ низ</translation>
    </message>
    <message>
        <source>Next person; a mark goes there by itself while the tick above says so</source>
        <translation>Шахси навбатӣ; то аломати боло гузошта аст, худи қайд ба ӯ мегузаронад</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Такрори қайди охирин</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Бардоштани қайд</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Боқимондаи машғулиятро ҳозир қайд кардан</translation>
    </message>
    <message>
        <source>Find a person by name, rank or unit, in any alphabet</source>
        <translation>Ёфтани иштирокчӣ аз рӯйи ном, рутба ё ҷойи хизмат, бо ҳар алифбо</translation>
    </message>
    <message>
        <source>A name, typed without a pause: go there; what its letters marked is taken back</source>
        <translation>Ном, ки бе таваққуф навишта шудааст: гузаштан ба он ҷо; қайдҳои ҳарфҳояш бекор мешаванд</translation>
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
        <translation>Бастани машғулият ё бо сабаб боз кушодани он</translation>
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
        <translation>Боз дар бораи иштирокчӣ: ба ҷойи кӣ, аз курс баромадан</translation>
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
        <source>End what is typed, then show everybody, then go back</source>
        <translation>Анҷоми навиштан, баъд нишон додани ҳама, баъд бозгашт</translation>
    </message>
    <message>
        <source>Undo a scan, or answer what it asks</source>
        <translation>Ботил сохтани скан ё посух ба саволи он</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Илова кардани шахси номнависнашуда</translation>
    </message>
    <message>
        <source>Expected from session {number} on: mark them in an earlier one if they were there.</source>
        <translation>Аз машғулияти {number} интизорем; агар пештар буд, дар он машғулият қайд кунед.</translation>
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
    <name>SessionPageCommands</name>
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
    <name>ShareColumn</name>
    <message>
        <source>Whole course</source>
        <translation>Тамоми курс</translation>
    </message>
    <message>
        <source>Share of the minutes of all held sessions, as for the certificate.</source>
        <translation>Ҳиссаи дақиқаҳои ҳамаи машғулиятҳои гузаронидашуда, чун барои шаҳодатнома.</translation>
    </message>
    <message>
        <source>Share of the minutes so far: only sessions with a mark count, so nobody&apos;s share falls while a session is being marked. The certificate counts all held sessions: its share is the small figure before it, where both differ.</source>
        <translation>Ҳиссаи дақиқаҳо то имрӯз: танҳо машғулиятҳои қайдшуда ҳисоб мешаванд, бинобар ин ҳангоми қайдкунӣ ҳиссаи касе кам намешавад. Барои шаҳодатнома ҳамаи машғулиятҳои гузаронидашуда ҳисоб мешаванд: ҳиссаи он рақами хурди пеш аз ин аст, агар ҳиссаҳо фарқ кунанд.</translation>
    </message>
    <message>
        <source>The small figure on the left is the one for the certificate.</source>
        <translation>Рақами хурди тарафи чап ҳиссаи шаҳодатнома аст.</translation>
    </message>
    <message>
        <source>certificate</source>
        <comment>above small figures</comment>
        <translation>шаҳодатнома</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>То имрӯз</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Signed sheet</source>
        <translation>Варақаи имзошуда</translation>
    </message>
    <message>
        <source>Space ticks, N for no signature; Ctrl+F1 lists the keys</source>
        <translation>Фосила қайд мекунад, Н ё N — имзо нест; Ctrl+F1 рӯйхати тугмаҳоро нишон медиҳад</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Саҳифаи қаблӣ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Саҳифаи навбатӣ</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Саҳифаи {page} аз {count}</translation>
    </message>
</context>
<context>
    <name>SheetFiles</name>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n скан</numerusform>
            <numerusform>%n скан</numerusform>
        </translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Сканҳо</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Илова кардан</translation>
    </message>
    <message>
        <source>Add scans of this sheet</source>
        <translation>Илова кардани сканҳои ин варақа</translation>
    </message>
    <message>
        <source>Drop a scan or photo of the signed sheet here, or add it.</source>
        <translation>Скан ё акси варақаи имзошударо ба ин ҷо кашед ё илова кунед.</translation>
    </message>
    <message>
        <source>Reading the scans</source>
        <translation>Хондани сканҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached</source>
        <translation>
            <numerusform>%n файл замима нашуд</numerusform>
            <numerusform>%n файл замима нашуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached where the codes on the sheets say</source>
        <translation>Мувофиқи рамзҳои варақаҳо замима шуд</translation>
    </message>
    <message>
        <source>Scans and photos ({endings})</source>
        <translation>Сканҳо ва аксҳо ({endings})</translation>
    </message>
</context>
<context>
    <name>SheetListCard</name>
    <message>
        <source>By day</source>
        <translation>Рӯзҳо</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>Машғулиятҳо</translation>
    </message>
    <message>
        <source>Signed sheets of the course</source>
        <translation>Варақаҳои имзошудаи курс</translation>
    </message>
</context>
<context>
    <name>SheetPageModel</name>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
</context>
<context>
    <name>SheetStatusCard</name>
    <message>
        <source>Differences between paper and marks</source>
        <translation>Номувофиқиҳои варақа ва қайдҳо</translation>
    </message>
    <message>
        <source>Tick what the paper shows: Space for a signature, N for none, and then the rest at once. What does not fit the marks appears here.</source>
        <translation>Он чи дар варақа ҳаст, қайд кунед: Фосила — имзо ҳаст, Н ё N — имзо нест, баъд ҳамаи боқимондаро якбора. Он чи ба қайдҳо мувофиқ нест, дар ин ҷо пайдо мешавад.</translation>
    </message>
    <message>
        <source>Locked: marks stay, signatures can still be checked.</source>
        <translation>Баста: қайдҳо намегарданд, имзоҳоро ҳоло ҳам муқоиса кардан мумкин.</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Варақаи навбатӣ</translation>
    </message>
    <message>
        <source>Sheet reconciled</source>
        <translation>Варақа муқоиса шуд</translation>
    </message>
    <message>
        <source>Paper and marks differ</source>
        <translation>Варақа аз қайдҳо фарқ дорад</translation>
    </message>
    <message>
        <source>Checking the paper</source>
        <translation>Санҷиши варақа</translation>
    </message>
    <message>
        <source>Every signature agrees with its mark.</source>
        <translation>Ҳар имзо ба қайди худ мувофиқ аст.</translation>
    </message>
</context>
<context>
    <name>SheetWording</name>
    <message>
        <source>Day {number} · {date}</source>
        <translation>Рӯзи {number} · {date}</translation>
    </message>
    <message>
        <source>Session {number} · {date}</source>
        <translation>Машғулияти {number} · {date}</translation>
    </message>
    <message>
        <source>{checked} of {whole} places checked</source>
        <translation>Ҷойҳои имзо: {checked} аз {whole} санҷида</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n номувофиқӣ</numerusform>
            <numerusform>%n номувофиқӣ</numerusform>
        </translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Машғулияти {number}</translation>
    </message>
    <message>
        <source>counted {counted}, signatures ticked {signed}</source>
        <translation>шумурда шуд {counted}, имзо {signed}</translation>
    </message>
    <message>
        <source>Session {number}: {words}</source>
        <translation>Маш. {number}: {words}</translation>
    </message>
    <message>
        <source>difference: {words}</source>
        <translation>номувофиқӣ: {words}</translation>
    </message>
    <message>
        <source>settled: {reason}</source>
        <translation>ҳал шуд: {reason}</translation>
    </message>
</context>
<context>
    <name>SignatureCount</name>
    <message>
        <source>Type how many signatures the paper has; the program compares ({key})</source>
        <translation>Шумораи имзоҳои варақаро нависед; барнома муқоиса мекунад ({key})</translation>
    </message>
    <message>
        <source>Signatures on the sheet</source>
        <translation>Шумораи имзоҳо дар варақа</translation>
    </message>
    <message>
        <source>On paper {count}</source>
        <translation>Дар варақа {count}</translation>
    </message>
</context>
<context>
    <name>SignatureCountsRow</name>
    <message>
        <source>Signatures counted on the paper, session {number}</source>
        <translation>Шумораи имзоҳо дар варақа, машғулияти {number}</translation>
    </message>
    <message>
        <source>The session is locked.</source>
        <translation>Машғулият баста аст.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Имзо кардаанд</translation>
    </message>
    <message>
        <source>Counted on the paper</source>
        <translation>Дар варақа шумурда шуд</translation>
    </message>
</context>
<context>
    <name>SignaturesPage</name>
    <message>
        <source>Space</source>
        <translation>Фосила</translation>
    </message>
    <message>
        <source>Signed, or not signed after all</source>
        <translation>Имзо ҳаст; бори дуюм — имзо нест</translation>
    </message>
    <message>
        <source>Signed; with Shift the whole line</source>
        <translation>Имзо ҳаст; бо Shift — тамоми сатр</translation>
    </message>
    <message>
        <source>S +</source>
        <comment>keys: there is a signature</comment>
        <translation>И S +</translation>
    </message>
    <message>
        <source>Not signed; with Shift the whole line</source>
        <translation>Имзо нест; бо Shift — тамоми сатр</translation>
    </message>
    <message>
        <source>N −</source>
        <comment>keys: there is no signature</comment>
        <translation>Н N −</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ҳанӯз санҷида нашудааст</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Иштирокчии навбатӣ</translation>
    </message>
    <message>
        <source>Go to a number of the list</source>
        <translation>Гузариш ба рақами рӯйхат</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Варақ задани саҳифа</translation>
    </message>
    <message>
        <source>The rest of this page is signed</source>
        <translation>Боқимондаи ин саҳифа имзо шудааст</translation>
    </message>
    <message>
        <source>To the differences</source>
        <translation>Ба номувофиқиҳо</translation>
    </message>
    <message>
        <source>In the differences: choose a reason</source>
        <translation>Дар номувофиқиҳо: интихоби сабаб</translation>
    </message>
    <message>
        <source>In the differences: the same reason for all alike</source>
        <translation>Дар номувофиқиҳо: ҳамин сабаб барои ҳамаи якхела</translation>
    </message>
    <message>
        <source>In the differences: change the mark</source>
        <translation>Дар номувофиқиҳо: ивази қайд</translation>
    </message>
    <message>
        <source>The rest of the page is signed</source>
        <translation>Боқимондаи саҳифа имзо шудааст</translation>
    </message>
    <message>
        <source>Not begun yet, so not ticked: session {numbers}</source>
        <translation>Ҳанӯз сар нашудааст, аз ин рӯ қайд нашуд: машғулияти {numbers}</translation>
    </message>
    <message>
        <source>Come back to this sheet when it is over; single places can be ticked by hand.</source>
        <translation>Пас аз анҷоми он ба ин варақа баргардед; ҷойҳои алоҳидаро дастӣ қайд кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Nobody is on this sheet yet</source>
        <translation>Дар ин варақа ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>Add the participants; their lines appear here as on the printed sheet.</source>
        <translation>Иштирокчиёнро илова кунед; сатрҳои онҳо дар ин ҷо мисли варақаи чопшуда пайдо мешаванд.</translation>
    </message>
    <message>
        <source>Add participants</source>
        <translation>Иловаи иштирокчиён</translation>
    </message>
    <message>
        <source>No signed sheets yet</source>
        <translation>Варақаҳои имзошуда ҳанӯз нестанд</translation>
    </message>
    <message>
        <source>Plan the sessions, print the sign-in sheet, and check it here when it is signed.</source>
        <translation>Машғулиятҳоро ба нақша гиред, варақаи имзоро чоп кунед ва баъди имзо онро дар ин ҷо санҷед.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
</context>
<context>
    <name>StepDescriber</name>
    <message>
        <source>{who}, session {session}, {mark}</source>
        <translation>{who}, машғулияти {session}, {mark}</translation>
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
    <name>WalkInBar</name>
    <message>
        <source>Enter adds and closes the field, Ins opens it for the next one; Esc leaves</source>
        <translation>Enter илова карда, майдонро мепӯшад, Ins — навбатӣ, Esc — пӯшидан</translation>
    </message>
</context>
<context>
    <name>WalkInEntry</name>
    <message>
        <source>Family name, given name</source>
        <translation>Насаб, ном</translation>
    </message>
    <message>
        <source>Name of the person who came</source>
        <translation>Номи шахси омада</translation>
    </message>
    <message>
        <source>Known already? Go down with the arrow and press Enter there.</source>
        <translation>Аллакай маълум аст? Бо тирча поён равед ва он ҷо Enter-ро пахш кунед.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} {name} is on the list already</source>
        <translation>№&#xa0;{number} {name} аллакай дар рӯйхат ҳаст</translation>
    </message>
    <message>
        <source>Add another person of the same name? The same person needs only a mark at this number.</source>
        <translation>Шахси дигари ҳамномро илова кардан лозим аст? Ба ҳамон шахс танҳо қайд дар назди ҳамин рақам лозим аст.</translation>
    </message>
    <message>
        <source>Add another person</source>
        <translation>Илова кардани шахси дигар</translation>
    </message>
    <message>
        <source>The same person is added with what is known of them; another one begins anew.</source>
        <translation>Ҳамон шахс бо ҳама маълумоташ илова мешавад; шахси дигар аз нав сабт мешавад.</translation>
    </message>
    <message>
        <source>Several people of this name are known already: {name}</source>
        <translation>Бо ин ном аллакай якчанд нафар маълуманд: {name}</translation>
    </message>
    <message>
        <source>{name} is known already</source>
        <translation>{name}: ин шахс аллакай маълум аст</translation>
    </message>
    <message>
        <source>Choose who it is</source>
        <translation>Интихоб кунед, ки кист</translation>
    </message>
    <message>
        <source>Add the known person</source>
        <translation>Иловаи шахси маълум</translation>
    </message>
</context>
<context>
    <name>WalkInRow</name>
    <message>
        <source>Enter adds the person and closes the field, Ins opens it for the next one; Esc leaves</source>
        <translation>Enter илова карда, майдонро мепӯшад, Ins онро барои навбатӣ мекушояд; Esc — пӯшидан</translation>
    </message>
    <message>
        <source>Enter adds the person from session {number} on ({day}), Esc leaves</source>
        <translation>Enter шахсро аз машғулияти {number} ({day}) илова мекунад, Esc мебандад</translation>
    </message>
</context>
</TS>
