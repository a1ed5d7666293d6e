<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AnswerSheetsRow</name>
    <message>
        <source>Number of questions</source>
        <translation>Шумораи саволҳо</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
</context>
<context>
    <name>BadgesBlock</name>
    <message>
        <source>Badges of some people only</source>
        <translation>Нишонҳои танҳо баъзе иштирокчиён</translation>
    </message>
    <message>
        <source>1, 4, 7–9</source>
        <translation>1, 4, 7–9</translation>
    </message>
    <message>
        <source>Numbers on the list</source>
        <translation>Рақамҳо дар рӯйхат</translation>
    </message>
    <message>
        <source>Chosen numbers</source>
        <translation>Рақамҳои интихобшуда</translation>
    </message>
    <message>
        <source>as on the list of participants</source>
        <translation>чунон ки дар рӯйхати иштирокчиён</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n нафар</numerusform>
            <numerusform>%n нафар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody since the last print</source>
        <translation>аз чопи охирин касе илова нашудааст</translation>
    </message>
    <message>
        <source>no badges were printed on this computer yet</source>
        <translation>дар ин компютер ҳанӯз нишон чоп нашудааст</translation>
    </message>
    <message>
        <source>Added since the last print</source>
        <translation>Пас аз чопи охирин иловашуда</translation>
    </message>
</context>
<context>
    <name>ChosenNumbersRow</name>
    <message>
        <source>1, 4, 7–9</source>
        <translation>1, 4, 7–9</translation>
    </message>
    <message>
        <source>Numbers on the list</source>
        <translation>Рақамҳо дар рӯйхат</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>Tests and forms</source>
        <translation>Санҷишҳо ва варақаҳо</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Санҷиши аввал</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Санҷиши ниҳоӣ</translation>
    </message>
    <message>
        <source>no test is chosen for this course yet</source>
        <translation>барои ин курс санҷиш ҳанӯз интихоб нашудааст</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Интихоб</translation>
    </message>
    <message>
        <source>Plain answer sheets for a test of your own</source>
        <translation>Варақаҳои оддии ҷавобҳо барои санҷиши худатон</translation>
    </message>
    <message>
        <source>Feedback forms</source>
        <translation>Варақаҳои назарпурсӣ</translation>
    </message>
    <message>
        <source>none is chosen yet: the short standard form is ready</source>
        <translation>ҳанӯз интихоб нашудааст: варақаи кӯтоҳи тайёр ҳаст</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Истифода бурдан</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Language of the papers</source>
        <translation>Забони ҳуҷҷатҳо</translation>
    </message>
    <message>
        <source>Papers cannot show the signs {signs} and print empty boxes: No.&#xa0;{numbers} on the list.</source>
        <translation>Аломатҳои {signs} дар коғазҳо чоп намешаванд, ба ҷояшон хонаи холӣ мебарояд: №&#xa0;{numbers} дар рӯйхат.</translation>
    </message>
</context>
<context>
    <name>RoomPapersCard</name>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳанӯз машғулият нест</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
    <message>
        <source>For the room on the day of a session</source>
        <translation>Барои толор дар рӯзи машғулият</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Рӯзҳои дигар</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n рӯз</numerusform>
            <numerusform>%n рӯз</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the other days</source>
        <translation>Нишон додани рӯзҳои дигар</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>Рӯзи {number}</translation>
    </message>
    <message>
        <source>Sheets of single sessions: {day}</source>
        <translation>Варақаҳои машғулиятҳои алоҳида: {day}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Машғулияти {number}</translation>
    </message>
</context>
<context>
    <name>SittingBlock</name>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
    <message>
        <source>Chosen numbers</source>
        <translation>Рақамҳои интихобшуда</translation>
    </message>
    <message>
        <source>as on the list of participants</source>
        <translation>чунон ки дар рӯйхати иштирокчиён</translation>
    </message>
    <message>
        <source>More papers: {title}</source>
        <translation>Ҳуҷҷатҳои дигар: {title}</translation>
    </message>
    <message>
        <source>texts are missing in this language</source>
        <translation>бо ин забон баъзе матнҳо нестанд</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Before the course</source>
        <translation>Пеш аз курс</translation>
    </message>
    <message>
        <source>For the room today</source>
        <translation>Барои толори машғулият, имрӯз</translation>
    </message>
    <message>
        <source>After the course</source>
        <translation>Баъд аз курс</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
</context>
<context>
    <name>TestPaperOptions</name>
    <message>
        <source>Spare</source>
        <extracomment>Papers to spare</extracomment>
        <translation>Эҳтиётӣ</translation>
    </message>
    <message>
        <source>Spare papers</source>
        <translation>Варақаҳои эҳтиётӣ</translation>
    </message>
    <message>
        <source>Extra papers for people who are not on the list</source>
        <translation>Варақаҳои зиёдатӣ барои онҳое, ки бе номнависии пешакӣ меоянд</translation>
    </message>
</context>
</TS>
