<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>FeedbackView</name>
    <message>
        <source>Questions of the feedback</source>
        <translation>Саволҳои баҳогузорӣ</translation>
    </message>
    <message>
        <source>How often each answer was given</source>
        <translation>Ҳар ҷавоб чанд бор интихоб шуд</translation>
    </message>
    <message>
        <source>The same question course by course</source>
        <translation>Ҳамон савол аз рӯйи курсҳо</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>Ҷавобҳои озод</translation>
    </message>
    <message>
        <source>Form, version and occasion</source>
        <translation>Варақа, нусха ва марҳала</translation>
    </message>
    <message>
        <source>No feedback yet</source>
        <translation>Ҳанӯз баҳо нест</translation>
    </message>
    <message>
        <source>Needed: a feedback form of the course and five sheets; fewer would point at a person.</source>
        <translation>Варақаи баҳогузории курс ва ақаллан панҷ варақаи пуршуда лозим аст: камтараш ба шахс ишора мекард.</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>пинҳон</translation>
    </message>
    <message>
        <source>Questions with fewer than five answers, and sums that would tell them, stay hidden.</source>
        <translation>Саволҳое, ки то панҷ ҷавоб доранд, ва ҷамъҳое, ки онҳоро ошкор мекарданд, пинҳон мемонанд.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Саволи {number}</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Questions of the test</source>
        <translation>Саволҳои санҷиш</translation>
    </message>
    <message>
        <source>Who chose what</source>
        <translation>Кӣ чиро интихоб кард</translation>
    </message>
    <message>
        <source>Test and version</source>
        <translation>Санҷиш ва нусха</translation>
    </message>
    <message>
        <source>No answers keyed in yet</source>
        <translation>Ҷавобҳо ҳанӯз ворид нашудаанд</translation>
    </message>
    <message>
        <source>Where only the points of a test are typed in, nothing can be said about its questions. Key in the answers of the papers.</source>
        <translation>Агар танҳо холҳои санҷиш ворид шуда бошанд, дар бораи саволҳояш чизе гуфтан мумкин нест. Ҷавобҳои корҳоро ворид кунед.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Саволи {number}</translation>
    </message>
    <message>
        <source>Hard: fewer than three in ten had it right.</source>
        <translation>Душвор: аз даҳ нафар камтар аз се кас дуруст ҷавоб дод.</translation>
    </message>
    <message>
        <source>Easy: more than nine in ten had it right.</source>
        <translation>Осон: аз даҳ нафар зиёда аз нӯҳ кас дуруст ҷавоб дод.</translation>
    </message>
    <message>
        <source>It hardly tells those who know more from those who know less.</source>
        <translation>Савол донотаронро аз камдонон кам фарқ мекунад.</translation>
    </message>
    <message>
        <source>Check the key: those who know more had it wrong more often than those who know less.</source>
        <translation>Калидро санҷед: онҳое, ки бештар медонанд, аз онҳое, ки камтар медонанд, бештар хато карданд.</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Did they learn?</source>
        <translation>Чӣ омӯхтанд?</translation>
    </message>
    <message>
        <source>How many scored what</source>
        <translation>Чанд нафар чанд фоиз гирифт</translation>
    </message>
    <message>
        <source>Figures of what was learnt</source>
        <translation>Нишондиҳандаҳои омӯзиш</translation>
    </message>
    <message>
        <source>People behind the figure</source>
        <translation>Одамон дар паси нишондиҳанда</translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation>Ҳанӯз санҷиш нест</translation>
    </message>
    <message>
        <source>Key in the papers of a test, or type the points: what was learnt appears here.</source>
        <translation>Корҳои санҷишро ворид кунед ё холҳоро нависед: чӣ омӯхта шуданаш дар ин ҷо пайдо мешавад.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticalView</name>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>Participants with their ratings</source>
        <translation>Иштирокчиён бо баҳоҳояшон</translation>
    </message>
    <message>
        <source>Items of the rating sheet</source>
        <translation>Бандҳои варақаи баҳо</translation>
    </message>
    <message>
        <source>Rating sheet and version</source>
        <translation>Варақаи баҳо ва нусха</translation>
    </message>
    <message>
        <source>No practical ratings yet</source>
        <translation>Ҳанӯз баҳои амалӣ нест</translation>
    </message>
    <message>
        <source>Choose a rating sheet for the course, then key in one sheet for each participant.</source>
        <translation>Барои курс варақаи баҳо интихоб кунед, сипас барои ҳар иштирокчӣ як варақа ворид кунед.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Counting</source>
        <translation>Ҳисоб</translation>
    </message>
    <message>
        <source>Choose a figure or a question</source>
        <translation>Интихоби нишондиҳанда ё савол</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Results of what</source>
        <translation>Натиҷаи чӣ</translation>
    </message>
    <message>
        <source>Show as PDF</source>
        <translation>Нишон додан дар PDF</translation>
    </message>
    <message>
        <source>Parts of the results</source>
        <translation>Қисмҳои натиҷа</translation>
    </message>
    <message>
        <source>Did they learn?</source>
        <translation>Чӣ омӯхтанд?</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Саволҳо</translation>
    </message>
    <message>
        <source>Practical ratings</source>
        <translation>Баҳои амалӣ</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Баҳоҳо</translation>
    </message>
    <message>
        <source>Results · {courses}</source>
        <translation>Натиҷаҳо · {courses}</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>Project: {code}</source>
        <translation>Лоиҳа: {code}</translation>
    </message>
    <message>
        <source>Form: {title}</source>
        <translation>Варақа: {title}</translation>
    </message>
    <message>
        <source>Setting the results</source>
        <translation>Омодасозии натиҷаҳо</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Сабти натиҷаҳо</translation>
    </message>
    <message>
        <source>Saving the results</source>
        <translation>Сабти натиҷаҳо</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save as…</source>
        <translation>Сабт ҳамчун…</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Китоби Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Ҷадвал (CSV)</translation>
    </message>
    <message>
        <source>PDF without names</source>
        <translation>PDF бе номҳо</translation>
    </message>
</context>
</TS>
