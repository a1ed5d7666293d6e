<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AfterCard</name>
    <message>
        <source>After the course</source>
        <translation>Баъд аз курс</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>Бо номҳо</translation>
    </message>
    <message>
        <source>Name the participants in the annex</source>
        <translation>Номи иштирокчиён дар замима навишта шавад</translation>
    </message>
    <message>
        <source>anonymous, two on a page, enough for all</source>
        <translation>беном, дуто дар саҳифа, барои ҳама</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>Feedback forms</source>
        <translation>Варақаҳои баҳогузорӣ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
    <message numerus="yes">
        <source>about %n page(s)</source>
        <translation>
            <numerusform>тақрибан %n саҳифа</numerusform>
            <numerusform>тақрибан %n саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>Report on the course</source>
        <translation>Ҳисоботи курс</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Number of questions</source>
        <translation>Шумораи саволҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), numbered</source>
        <translation>
            <numerusform>%n савол, рақамдор</numerusform>
            <numerusform>%n савол, рақамдор</numerusform>
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
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
    <message>
        <source>Answer sheets, pre-test</source>
        <translation>Варақаҳои ҷавоб, санҷиши аввал</translation>
    </message>
    <message>
        <source>Answer sheets, post-test</source>
        <translation>Варақаҳои ҷавоб, санҷиши ниҳоӣ</translation>
    </message>
</context>
<context>
    <name>BeforeCard</name>
    <message>
        <source>Before the course</source>
        <translation>Пеш аз курс</translation>
    </message>
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
    <message numerus="yes">
        <source>%n badge(s), eight on a page</source>
        <translation>
            <numerusform>%n нишон, ҳаштто дар саҳифа</numerusform>
            <numerusform>%n нишон, ҳаштто дар саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is on the list yet: empty ones, to fill in by hand</source>
        <translation>рӯйхат ҳанӯз холӣ: нишонҳои холӣ барои навиштан бо даст</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Нишонҳо</translation>
    </message>
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
        <translation>аз рӯйхати иштирокчиён</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s), to fold and stand on the table</source>
        <translation>
            <numerusform>%n ном, қат карда рӯи миз мегузоранд</numerusform>
            <numerusform>%n ном, қат карда рӯи миз мегузоранд</numerusform>
        </translation>
    </message>
    <message>
        <source>Table cards</source>
        <translation>Лавҳачаҳои номӣ</translation>
    </message>
    <message>
        <source>days, times, topics and trainers, to hand out</source>
        <translation>рӯзҳо, вақт, мавзӯъҳо ва тренерон</translation>
    </message>
    <message>
        <source>needs sessions: plan them first</source>
        <translation>машғулият лозим аст: аввал ҷадвал тартиб диҳед</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Барномаи курс</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n нафар</numerusform>
            <numerusform>%n нафар</numerusform>
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
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoursePapers</name>
    <message>
        <source>Sign-in sheet</source>
        <translation>Варақаи имзо</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Language of the papers</source>
        <translation>Забони ҳуҷҷатҳо</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>For the room today</source>
        <translation>Барои толор имрӯз</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳанӯз машғулият нест</translation>
    </message>
    <message>
        <source>A sheet needs sessions to sign for.</source>
        <translation>Варақа барои имзо машғулият мехоҳад.</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Ask for the telephone number too</source>
        <translation>Рақами телефон низ пурсида шавад</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n саҳифа</numerusform>
            <numerusform>%n саҳифа</numerusform>
        </translation>
    </message>
    <message>
        <source>for walk-ins</source>
        <translation>барои берӯйхатон</translation>
    </message>
    <message>
        <source>Registration forms</source>
        <translation>Варақаҳои бақайдгирӣ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
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
        <source>sign-in sheet</source>
        <translation>варақаи имзо</translation>
    </message>
    <message>
        <source>today</source>
        <translation>имрӯз</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Варақаи имзо</translation>
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
</TS>
