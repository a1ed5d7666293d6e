<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>FileRow</name>
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
        <source>Open {file}</source>
        <translation>Кушодани {file}</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>Бардоштани {file}</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Replace…</source>
        <translation>Иваз…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Интихоб…</translation>
    </message>
    <message>
        <source>Remove the logo: {whose}</source>
        <translation>Бардоштани нишона: {whose}</translation>
    </message>
    <message>
        <source>a picture is chosen</source>
        <translation>тасвир интихоб шудааст</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>тасвир нест</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Logos on papers</source>
        <translation>Нишонаҳо дар варақаҳо</translation>
    </message>
    <message>
        <source>PNG or JPEG. They stand on certificates, sign-in sheets and badges.</source>
        <translation>PNG ё JPEG. Онҳо дар шаҳодатномаҳо, варақаҳои имзо ва нишонҳои сина меистанд.</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Ташкилкунанда</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>Донор</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Шарик</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Тасвирҳо (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Интихоби нишона</translation>
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
        <translation>Илова</translation>
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
    <name>Viewer</name>
    <message>
        <source>Page before</source>
        <translation>Саҳифаи пешина</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Саҳифаи оянда</translation>
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
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
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
</TS>
