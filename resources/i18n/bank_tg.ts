<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AcceptedEditor</name>
    <message>
        <source>Add an answer that is accepted</source>
        <translation>Илова кардани ҷавоби қабулшаванда</translation>
    </message>
</context>
<context>
    <name>AcceptedRow</name>
    <message>
        <source>to</source>
        <translation>то</translation>
    </message>
    <message>
        <source>Lowest number</source>
        <translation>Адади хурдтарин</translation>
    </message>
    <message>
        <source>Highest number</source>
        <translation>Адади калонтарин</translation>
    </message>
    <message>
        <source>Words that are accepted</source>
        <translation>Калимаҳое, ки қабул мешаванд</translation>
    </message>
    <message>
        <source>Worth, per cent</source>
        <translation>Арзиш, фоиз</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>Гирифтани ҷавоб</translation>
    </message>
</context>
<context>
    <name>BankWording</name>
    <message>
        <source>all three</source>
        <translation>ҳар се</translation>
    </message>
    <message>
        <source>missing: {languages}</source>
        <translation>нест: {languages}</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Remove the option</source>
        <translation>Гирифтани вариант</translation>
    </message>
    <message>
        <source>Option {letter}: {language}</source>
        <translation>Варианти {letter}: {language}</translation>
    </message>
    <message>
        <source>Option {letter} is right</source>
        <translation>Варианти {letter} дуруст аст</translation>
    </message>
    <message>
        <source>Worth of option {letter}, per cent</source>
        <translation>Арзиши варианти {letter}, фоиз</translation>
    </message>
</context>
<context>
    <name>OptionsEditor</name>
    <message>
        <source>Worth, %</source>
        <translation>Арзиш, %</translation>
    </message>
    <message>
        <source>Type what each option is worth</source>
        <translation>Арзиши ҳар вариантро навиштан</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Илова кардани зина</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>Илова кардани вариант</translation>
    </message>
</context>
<context>
    <name>QuestionFilters</name>
    <message>
        <source>Find a question</source>
        <translation>Ёфтани савол</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Ҳамаи саволҳо</translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>Ҳар мавзуъ</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>Бе мавзуъ</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Ҳар намуд</translation>
    </message>
    <message>
        <source>In the bank</source>
        <translation>Дар бонк</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Гирифтан</translation>
    </message>
    <message>
        <source>Only one topic</source>
        <translation>Танҳо як мавзуъ</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Танҳо як намуд</translation>
    </message>
    <message>
        <source>In the bank or put away</source>
        <translation>Дар бонк ё гирифташуда</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>New question</source>
        <translation>Саволи нав</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Тағйир додани савол</translation>
    </message>
    <message>
        <source>Add the question</source>
        <translation>Илова кардани савол</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>This question was used. Saving makes a new version of it: the papers and results stay with the old one, and forms that are not in use yet take the new one.</source>
        <translation>Ин савол истифода шудааст. Ҳангоми сабт нусхаи нави он пайдо мешавад: корҳо ва натиҷаҳо бо нусхаи кӯҳна мемонанд, варақаҳои ҳанӯз истифоданашуда навашро мегиранд.</translation>
    </message>
    <message>
        <source>How it is answered</source>
        <translation>Тарзи ҷавоб</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Хол</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Савол</translation>
    </message>
    <message>
        <source>Ready-made scale</source>
        <translation>Ҷадвали тайёри баҳо</translation>
    </message>
    <message>
        <source>Keep the options in this order when papers are shuffled</source>
        <translation>Ҳангоми омехтан тартиби вариантҳо тағйир наёбад</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Мавзуъ</translation>
    </message>
    <message>
        <source>One word for all, or three with | between them: Tajik | Russian | English</source>
        <translation>Як ном барои ҳама ё сето бо | дар байн: тоҷикӣ | русӣ | англисӣ</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Номи кӯтоҳ</translation>
    </message>
    <message>
        <source>For lists; not printed</source>
        <translation>Барои рӯйхатҳо; чоп намешавад</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Шарҳ</translation>
    </message>
    <message>
        <source>For the talk about the answers afterwards; not printed on the paper</source>
        <translation>Барои муҳокимаи ҷавобҳо; дар варақа чоп намешавад</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Зинаҳо</translation>
    </message>
    <message>
        <source>From the lowest to the highest, 2 to 7 steps. Alt with ↑ ↓ moves one.</source>
        <translation>Аз пасттарин то баландтарин, аз 2 то 7 зина. Alt бо ↑ ↓ зинаро мекӯчонад.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Вариантҳо</translation>
    </message>
    <message>
        <source>Tick all that are right: they share the points evenly, and wrong ones take points away, so that ticking everything gives none. Alt with ↑ ↓ moves an option.</source>
        <translation>Ҳамаи дурустҳоро қайд кунед: хол байни онҳо баробар тақсим мешавад, нодурустҳо хол кам мекунанд, то қайди ҳама чиз ҳеҷ надиҳад. Alt бо ↑ ↓ вариантро мекӯчонад.</translation>
    </message>
    <message>
        <source>Mark the right one; without a mark nothing is right or wrong. Alt with ↑ ↓ moves one.</source>
        <translation>Варианти дурустро қайд кунед; бе қайд дурусту нодуруст нест. Alt бо ↑ ↓ вариантро мекӯчонад.</translation>
    </message>
    <message>
        <source>Without any, the question is open and gives no points.</source>
        <translation>Бе чунин ҷавобҳо савол кушода аст ва хол намедиҳад.</translation>
    </message>
    <message>
        <source>One number, or the lowest and the highest that are right.</source>
        <translation>Як адад ё хурдтарину калонтарини дуруст.</translation>
    </message>
    <message>
        <source>Capitals and small letters are the same; * stands for any letters.</source>
        <translation>Ҳарфи калону хурд фарқ надорад; * ҷойи ҳар гуна ҳарфҳост.</translation>
    </message>
    <message>
        <source>Answers that are accepted</source>
        <translation>Ҷавобҳое, ки қабул мешаванд</translation>
    </message>
    <message>
        <source>Choose to replace the steps…</source>
        <translation>Интихоб ба ҷойи зинаҳои ҳозира…</translation>
    </message>
    <message>
        <source>Texts are missing in: {languages}. The question can be used in the other languages.</source>
        <translation>Матн ба ин забонҳо нест: {languages}. Ба забонҳои дигар саволро истифода бурдан мумкин аст.</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Question</source>
        <translation>Савол</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Намуд</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Мавзуъ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Хол</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Забонҳо</translation>
    </message>
    <message>
        <source>In forms</source>
        <translation>Дар варақаҳо</translation>
    </message>
    <message>
        <source>Questions from which tests and other forms are made</source>
        <translation>Саволҳое, ки аз онҳо санҷишҳо ва варақаҳои дигар тартиб дода мешаванд</translation>
    </message>
    <message>
        <source>{shown} of {all} questions are shown</source>
        <translation>Саволҳои нишондодашуда: {shown} аз {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) in the bank</source>
        <translation>
            <numerusform>%n савол дар бонк</numerusform>
            <numerusform>%n савол дар бонк</numerusform>
        </translation>
    </message>
    <message>
        <source>From the search into the list</source>
        <translation>Аз ҷустуҷӯ ба рӯйхат</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Тағйир додани савол</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Саволи нав</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Воридот…</translation>
    </message>
    <message>
        <source>Import questions from a file</source>
        <translation>Гирифтани саволҳо аз файл</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Содирот…</translation>
    </message>
    <message>
        <source>Export questions to a file</source>
        <translation>Навиштани саволҳо ба файл</translation>
    </message>
    <message>
        <source>Standard forms</source>
        <translation>Варақаҳои намунавӣ</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Саволҳо</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Нусха гирифтан</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Show all questions</source>
        <translation>Нишон додани ҳамаи саволҳо</translation>
    </message>
    <message>
        <source>No question is found</source>
        <translation>Савол ёфт нашуд</translation>
    </message>
    <message>
        <source>Type fewer letters, in any script, or take the filters back.</source>
        <translation>Ҳарфҳои камтар нависед, бо ҳар алифбо, ё филтрҳоро бардоред.</translation>
    </message>
    <message>
        <source>No question yet</source>
        <translation>Ҳоло савол нест</translation>
    </message>
    <message>
        <source>Write the first question, or begin with a form that comes with the program.</source>
        <translation>Саволи аввалро нависед ё аз варақае оғоз кунед, ки бо барнома меояд.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Гирифтан</translation>
    </message>
    <message>
        <source>points: {points}</source>
        <translation>хол: {points}</translation>
    </message>
    <message>
        <source>was used: a change makes a new version</source>
        <translation>истифода шудааст: тағйир нусхаи нав месозад</translation>
    </message>
    <message numerus="yes">
        <source>in %n form(s)</source>
        <translation>
            <numerusform>дар %n варақа</numerusform>
            <numerusform>дар %n варақа</numerusform>
        </translation>
    </message>
    <message>
        <source>in no form yet</source>
        <translation>ҳоло дар ягон варақа нест</translation>
    </message>
    <message>
        <source>{count}, used</source>
        <translation>{count}, дар истифода</translation>
    </message>
</context>
</TS>
