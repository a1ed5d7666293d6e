<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AddBar</name>
    <message>
        <source>Known already</source>
        <translation>Аллакай маълум</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Насаб, ном</translation>
    </message>
    <message>
        <source>Name of the participant to add</source>
        <translation>Номи иштирокчие, ки илова мешавад</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>Чун шахси нав илова кардан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>People who are known already</source>
        <translation>Шахсоне, ки аллакай маълуманд</translation>
    </message>
    <message>
        <source>On the list already: No {names}.</source>
        <translation>Аллакай дар рӯйхат: № {names}.</translation>
    </message>
    <message>
        <source>Known already? Go down with the arrow and press Enter there.</source>
        <translation>Аллакай маълум аст? Бо тирча поён равед ва он ҷо Enter-ро пахш кунед.</translation>
    </message>
    <message>
        <source>Somebody else of this name? Press Enter once more.</source>
        <translation>Ин шахси дигар бо ҳамин ном аст? Enter-ро бори дигар пахш кунед.</translation>
    </message>
    <message>
        <source>Enter adds the person; rank and unit can be typed later.</source>
        <translation>Enter шахсро илова мекунад; рутба ва ҷойи хизматро баъд навиштан мумкин аст.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Lists ({endings})</source>
        <translation>Рӯйхатҳо ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Интихоби рӯйхат</translation>
    </message>
    <message>
        <source>Choose the list or drop it here</source>
        <translation>Рӯйхатро интихоб кунед ё ба ин ҷо кашед</translation>
    </message>
    <message>
        <source>Excel (xlsx, xls), LibreOffice (ods) or CSV. Titles above the heading, ranks inside the name, double rows and missing values may stay as they are. Nothing is saved before you say so.</source>
        <translation>Excel (xlsx, xls), LibreOffice (ods) ё CSV. Сарлавҳаҳои болои ҷадвал, рутба дар дохили ном, сатрҳои такрорӣ ва ҷойҳои холӣ метавонанд бимонанд. То розигии шумо ҳеҷ чиз сабт намешавад.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Интихоби файл</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Бозгашт ба рӯйхат</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>Save, next person</source>
        <translation>Сабт ва шахси навбатӣ</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Everybody {count}</source>
        <translation>Ҳама {count}</translation>
    </message>
    <message>
        <source>To complete {count}</source>
        <translation>Нопурра {count}</translation>
    </message>
    <message>
        <source>Left the list {count}</source>
        <translation>Хориҷшуда {count}</translation>
    </message>
    <message>
        <source>Part of the list</source>
        <translation>Қисми рӯйхат</translation>
    </message>
    <message>
        <source>Complete one by one</source>
        <translation>Як-як пур кардан</translation>
    </message>
    <message>
        <source>Enter completes the first; Enter in the form saves and goes to the next person.</source>
        <translation>Enter аввалинро мекушояд; дар варақа Enter сабт карда, ба шахси навбатӣ мегузарад.</translation>
    </message>
    <message numerus="yes">
        <source>expected: %n</source>
        <translation>
            <numerusform>интизор: %n нафар</numerusform>
            <numerusform>интизор: %n нафар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them walk-ins: %n</source>
        <translation>
            <numerusform>аз онҳо берӯйхат: %n</numerusform>
            <numerusform>аз онҳо берӯйхат: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in somebody&apos;s place: %n</source>
        <translation>
            <numerusform>ба ҷойи дигарон: %n</numerusform>
            <numerusform>ба ҷойи дигарон: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Reading the list</source>
        <translation>Хондани рӯйхат</translation>
    </message>
    <message>
        <source>Taking in the list</source>
        <translation>Қабули рӯйхат</translation>
    </message>
    <message>
        <source>Taking the list back</source>
        <translation>Бозпас гирифтани рӯйхат</translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message>
        <source>Another file</source>
        <translation>Файли дигар</translation>
    </message>
    <message>
        <source>Sheet of the file</source>
        <translation>Варақи файл</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Бештар</translation>
    </message>
    <message numerus="yes">
        <source>Only rows with a problem: %n</source>
        <translation>
            <numerusform>Танҳо сатрҳои ислоҳталаб: %n</numerusform>
            <numerusform>Танҳо сатрҳои ислоҳталаб: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take rank, unit and district of known people from the list: %n</source>
        <translation>
            <numerusform>Рутба, ҷойи хизмат ва ноҳияи шахсони маълумро аз рӯйхат гирифтан: %n</numerusform>
            <numerusform>Рутба, ҷойи хизмат ва ноҳияи шахсони маълумро аз рӯйхат гирифтан: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Latin spelling</source>
        <translation>Навишти лотинӣ</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Рутба</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Ҷойи хизмат</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Ҷинс</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Аз</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>Нопурра</translation>
    </message>
    <message>
        <source>Participants of the course</source>
        <translation>Иштирокчиёни курс</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Таҳрир</translation>
    </message>
    <message>
        <source>Replaces…</source>
        <translation>Ба ҷойи…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Хориҷ кардан</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Боз ба рӯйхат</translation>
    </message>
    <message>
        <source>All about the person</source>
        <translation>Ҳама дар бораи шахс</translation>
    </message>
    <message>
        <source>to complete: {fields}</source>
        <translation>намерасад: {fields}</translation>
    </message>
</context>
<context>
    <name>OffersCard</name>
    <message>
        <source>Put right</source>
        <translation>Ислоҳ кардан</translation>
    </message>
    <message>
        <source>Take from the names</source>
        <translation>Аз рӯйи ном гузоштан</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ҳоло не</translation>
    </message>
    <message numerus="yes">
        <source>Names with letters of an old font or of another alphabet: %n</source>
        <translation>
            <numerusform>Номҳо бо ҳарфҳои шрифти кӯҳна ё алифбои дигар: %n</numerusform>
            <numerusform>Номҳо бо ҳарфҳои шрифти кӯҳна ё алифбои дигар: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sex is not stated, but the name shows it: %n</source>
        <translation>
            <numerusform>Ҷинс нишон дода нашудааст, вале аз ном маълум: %n</numerusform>
            <numerusform>Ҷинс нишон дода нашудааст, вале аз ном маълум: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParticipantWording</name>
    <message>
        <source>replaced by No {number}</source>
        <translation>ба ҷояш № {number}</translation>
    </message>
    <message>
        <source>replaced by No {number} {name}</source>
        <translation>ба ҷояш № {number} {name}</translation>
    </message>
    <message>
        <source>replaces No {number} {name}</source>
        <translation>ба ҷойи № {number} {name}</translation>
    </message>
    <message>
        <source>Latin spelling</source>
        <translation>навишти лотинӣ</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>ҷинс</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>ҷойи хизмат</translation>
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
    <message numerus="yes">
        <source>sex not stated: %n</source>
        <translation>
            <numerusform>ҷинс номаълум: %n</numerusform>
            <numerusform>ҷинс номаълум: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>with row {number}</source>
        <translation>бо сатри {number}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нав</translation>
    </message>
    <message>
        <source>known</source>
        <translation>маълум</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>дар рӯйхат</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>рад шуд</translation>
    </message>
    <message>
        <source>rows {rows} = new {new} + known or double {known} + not taken {refused}</source>
        <translation>сатрҳо {rows} = нав {new} + маълум ё такрорӣ {known} + рад шуд {refused}</translation>
    </message>
</context>
<context>
    <name>ParticipantsTab</name>
    <message>
        <source>Add a participant</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>Таҳрири маълумоти шахс</translation>
    </message>
    <message>
        <source>Withdraw from the list</source>
        <translation>Хориҷ кардан аз рӯйхат</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Боз ба рӯйхат</translation>
    </message>
    <message>
        <source>Say whom the person replaces</source>
        <translation>Муайян кардан, ки ба ҷойи кист</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Қабули рӯйхат</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳоло касе нест</translation>
    </message>
    <message>
        <source>Take in the nomination list as it came: Excel, LibreOffice or CSV, in any order of columns. You see every row before anything is saved. Or add people by name.</source>
        <translation>Рӯйхати номзадҳоро чӣ хеле ки омадааст, қабул кунед: Excel, LibreOffice ё CSV, бо ҳар тартиби сутунҳо. Пеш аз сабт ҳар сатрро мебинед. Ё одамонро бо ном илова кунед.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Import one person</source>
        <translation>Қабули 1 нафар</translation>
    </message>
    <message numerus="yes">
        <source>Import %n people</source>
        <translation>
            <numerusform>Қабули %n нафар</numerusform>
            <numerusform>Қабули %n нафар</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the list</source>
        <translation>Сатрҳои рӯйхат</translation>
    </message>
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
    <name>ReplaceForm</name>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Ба ҷойи</translation>
    </message>
    <message>
        <source>Replaces nobody</source>
        <translation>Касеро иваз намекунад</translation>
    </message>
    <message>
        <source>Now: replaces No {number} {name}</source>
        <translation>Ҳоло: ба ҷойи № {number} {name}</translation>
    </message>
    <message>
        <source>{name} replaces…</source>
        <translation>{name} ба ҷойи…</translation>
    </message>
    <message>
        <source>Replaces this one</source>
        <translation>Ба ҷойи ҳамин</translation>
    </message>
    <message>
        <source>Whoever is replaced is not expected any more; marks and number stay on record.</source>
        <translation>Шахси ивазшуда дигар интизор нест; қайдҳо ва рақамаш боқӣ мемонанд.</translation>
    </message>
    <message>
        <source>Who is replaced</source>
        <translation>Кӣ иваз мешавад</translation>
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
        <translation>ҳоло қайд надорад</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Show the list</source>
        <translation>Нишон додани рӯйхат</translation>
    </message>
    <message>
        <source>Undo the whole import</source>
        <translation>Бекор кардани тамоми қабул</translation>
    </message>
    <message>
        <source>One person added to the list</source>
        <translation>Як нафар ба рӯйхат илова шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n people added to the list</source>
        <translation>
            <numerusform>%n нафар ба рӯйхат илова шуд</numerusform>
            <numerusform>%n нафар ба рӯйхат илова шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>New on the list of this course</source>
        <translation>Дар рӯйхати ин курс нав</translation>
    </message>
    <message>
        <source>On the list before; blanks were filled</source>
        <translation>Пештар дар рӯйхат; ҷойҳои холӣ пур шуданд</translation>
    </message>
    <message>
        <source>Rows not taken</source>
        <translation>Сатрҳои радшуда</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Row {number}</source>
        <translation>Сатри {number}</translation>
    </message>
    <message>
        <source>{field}: “{kept}” stays, not “{other}”</source>
        <translation>{field}: «{kept}» мемонад, на «{other}»</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Ҷинс</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Ин кист?</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Шахси нав</translation>
    </message>
    <message>
        <source>On this course&apos;s list already</source>
        <translation>Аллакай дар рӯйхати ин курс</translation>
    </message>
    <message>
        <source>Same name, nobody else has it</source>
        <translation>Ном ҳамон аст, каси дигар чунин ном надорад</translation>
    </message>
    <message>
        <source>Does it repeat another row?</source>
        <translation>Сатри дигарро такрор мекунад?</translation>
    </message>
    <message>
        <source>The same person as in row {number}</source>
        <translation>Ҳамон шахси сатри {number}</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Шахси дигар</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Ин сатрро нагирифтан</translation>
    </message>
</context>
</TS>
