<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>ChoosePage</name>
    <message>
        <source>Questions ({endings})</source>
        <translation>Саволҳо ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Choose a file of questions</source>
        <translation>Интихоби файли саволҳо</translation>
    </message>
    <message>
        <source>Save an empty table</source>
        <translation>Сабти ҷадвали холӣ</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Ҷадвали Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Сабти ҷадвал</translation>
    </message>
    <message>
        <source>The table is saved</source>
        <translation>Ҷадвал сабт шуд</translation>
    </message>
    <message>
        <source>{file}: fill it in, then take it in here.</source>
        <translation>{file}: онро пур кунед, баъд ин ҷо қабул кунед.</translation>
    </message>
    <message>
        <source>Choose a file of questions or drop it here</source>
        <translation>Файли саволҳоро интихоб кунед ё ба ин ҷо кашед</translation>
    </message>
    <message>
        <source>GIFT or Aiken from Moodle (txt), XLSForm from KoboToolbox or ODK (xlsx, xls), or a table of this program (xlsx, ods, csv). Nothing is saved before you say so.</source>
        <translation>GIFT ё Aiken аз Moodle (txt), XLSForm аз KoboToolbox ё ODK (xlsx, xls) ё ҷадвали ин барнома (xlsx, ods, csv). То нагӯед, ҳеҷ чиз сабт намешавад.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Интихоби файл</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>Матн (*.txt)</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Ҷадвали Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the questions</source>
        <translation>Сабти саволҳо</translation>
    </message>
    <message>
        <source>Saving the questions</source>
        <translation>Сабти саволҳо</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ва боз %n</numerusform>
            <numerusform>ва боз %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n question(s).</source>
        <translation>
            <numerusform>{file}: %n савол.</numerusform>
            <numerusform>{file}: %n савол.</numerusform>
        </translation>
    </message>
    <message>
        <source>The questions are saved</source>
        <translation>Саволҳо сабт шуданд</translation>
    </message>
    <message>
        <source>Save questions to a file</source>
        <translation>Саволҳо ба файл</translation>
    </message>
    <message>
        <source>For another laptop, for Moodle, KoboToolbox or ODK, or for a spreadsheet</source>
        <translation>Барои ноутбуки дигар, барои Moodle, KoboToolbox ё ODK, барои ҷадвал</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сабти файл</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>Кадом саволҳо</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>Дар кадом шакл</translation>
    </message>
    <message>
        <source>Everything in three languages; can be changed and taken in again</source>
        <translation>Ҳама чиз ба се забон; тағйир додан ва аз нав қабул кардан мумкин аст</translation>
    </message>
    <message>
        <source>A text in one language, for quizzes of Moodle</source>
        <translation>Матн ба як забон, барои тестҳои Moodle</translation>
    </message>
    <message>
        <source>Three languages, for telephones; the right answers are not shown</source>
        <translation>Се забон, барои телефонҳо; ҷавобҳои дуруст нишон дода намешаванд</translation>
    </message>
    <message>
        <source>The whole bank</source>
        <translation>Тамоми бонк</translation>
    </message>
    <message>
        <source>Language of headings</source>
        <translation>Забони сарлавҳаҳо</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>Забони файл</translation>
    </message>
    <message numerus="yes">
        <source>Whole in this language: %n question(s); the others are not written.</source>
        <translation>
            <numerusform>Ба он %n савол пурра ҳаст; дигарон навишта намешаванд.</numerusform>
            <numerusform>Ба он %n савол пурра ҳаст; дигарон навишта намешаванд.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormChoice</name>
    <message>
        <source>Make of them</source>
        <translation>Аз онҳо созед</translation>
    </message>
    <message>
        <source>questions of the bank only</source>
        <translation>танҳо саволҳои бонк</translation>
    </message>
    <message>
        <source>a form as well: {kind}</source>
        <translation>варақа низ: {kind}</translation>
    </message>
    <message>
        <source>Title of the form</source>
        <translation>Номи варақа</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Line</source>
        <translation>Сатр</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Чӣ мешавад</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Савол</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Намуд</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Дуруст</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Мавзӯъ</translation>
    </message>
    <message>
        <source>new question</source>
        <translation>саволи нав</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>аллакай ҳаст</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>савол нест</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>рад шуд</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Reading the questions</source>
        <translation>Хондани саволҳо</translation>
    </message>
    <message>
        <source>Taking in the questions</source>
        <translation>Қабули саволҳо</translation>
    </message>
    <message>
        <source>Nothing had to be added</source>
        <translation>Чизе барои илова набуд</translation>
    </message>
    <message>
        <source>Everything that stands in the file is here already.</source>
        <translation>Ҳар чизе, ки дар файл ҳаст, аллакай ин ҷо ҳаст.</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Файли дигар</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>Забони файл</translation>
    </message>
    <message>
        <source>Only what has to be looked at</source>
        <translation>Танҳо он чи бояд дид</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Questions of the file</source>
        <translation>Саволҳои файл</translation>
    </message>
    <message>
        <source>Take in questions from a file</source>
        <translation>Саволҳо аз файл</translation>
    </message>
    <message>
        <source>Every question is shown before anything is saved</source>
        <translation>Ҳар савол пеш аз сабт нишон дода мешавад</translation>
    </message>
    <message>
        <source>Fewer notes</source>
        <translation>Эзоҳҳои камтар</translation>
    </message>
    <message numerus="yes">
        <source>All %n note(s)</source>
        <translation>
            <numerusform>Ҳамаи эзоҳҳо: %n</numerusform>
            <numerusform>Ҳамаи эзоҳҳо: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the form</source>
        <translation>Сохтани варақа</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n question(s)</source>
        <translation>
            <numerusform>Қабули %n савол</numerusform>
            <numerusform>Қабули %n савол</numerusform>
        </translation>
    </message>
</context>
</TS>
