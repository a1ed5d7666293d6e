<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>Answers</name>
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
        <translation>Аз нав кушодан</translation>
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
    <name>CountsRow</name>
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
    <name>LeftCard</name>
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
    <name>PaperCard</name>
    <message>
        <source>Signed sheet</source>
        <translation>Варақаи имзошуда</translation>
    </message>
    <message>
        <source>Space ticks, N for no signature; F1 lists the keys</source>
        <translation>Фосила қайд мекунад, N – имзо нест; F1 рӯйхати тугмаҳоро нишон медиҳад</translation>
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
    <name>PaperModel</name>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Рутба</translation>
    </message>
</context>
<context>
    <name>PlaceJump</name>
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
        <source>{checked} of {whole} checked</source>
        <translation>{checked} аз {whole} санҷида</translation>
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
    <name>SideCard</name>
    <message>
        <source>Differences between paper and marks</source>
        <translation>Номувофиқиҳои варақа ва қайдҳо</translation>
    </message>
    <message>
        <source>Tick what the paper shows: Space for a signature, N for none, and then the rest at once. What does not fit the marks appears here.</source>
        <translation>Он чи дар варақа ҳаст, қайд кунед: Фосила – имзо ҳаст, N – имзо нест, баъд ҳамаи боқимондаро якбора. Он чи ба қайдҳо мувофиқ нест, дар ин ҷо пайдо мешавад.</translation>
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
    <name>SignaturesPage</name>
    <message>
        <source>Space</source>
        <translation>Фосила</translation>
    </message>
    <message>
        <source>Signed, or not signed after all</source>
        <translation>Имзо ҳаст; бори дуюм – имзо нест</translation>
    </message>
    <message>
        <source>Signed; with Shift the whole line</source>
        <translation>Имзо ҳаст; бо Shift – тамоми сатр</translation>
    </message>
    <message>
        <source>Not signed; with Shift the whole line</source>
        <translation>Имзо нест; бо Shift – тамоми сатр</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ҳоло санҷида нашудааст</translation>
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
        <source>Nobody is on this sheet yet</source>
        <translation>Дар ин варақа ҳоло касе нест</translation>
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
        <translation>Варақаҳои имзошуда ҳоло нестанд</translation>
    </message>
    <message>
        <source>Plan the sessions, print the sign-in sheet, and check it here when it is signed.</source>
        <translation>Машғулиятҳоро ба нақша гиред, варақаи имзоро чоп кунед ва баъди имзо онро дар ин ҷо санҷед.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Ба нақша гирифтани машғулиятҳо</translation>
    </message>
</context>
</TS>
