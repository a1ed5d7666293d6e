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
        <source>look at it</source>
        <translation>санҷида шавад</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>дар истифода</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>холӣ</translation>
    </message>
    <message>
        <source>can be changed</source>
        <translation>тағйирпазир</translation>
    </message>
    <message>
        <source>all three</source>
        <translation>ҳар се</translation>
    </message>
    <message>
        <source>missing: {languages}</source>
        <translation>нест: {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%n languages</source>
        <translation>
            <numerusform>%n забон</numerusform>
            <numerusform>%n забон</numerusform>
        </translation>
    </message>
    <message>
        <source>the question</source>
        <translation>савол</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>This form</source>
        <translation>Ин варақа</translation>
    </message>
    <message>
        <source>Title…</source>
        <translation>Ном…</translation>
    </message>
    <message>
        <source>Change title and introduction</source>
        <translation>Тағйир додани ном ва муқаддима</translation>
    </message>
    <message>
        <source>Shuffle the options on each paper</source>
        <translation>Вариантҳоро омехтан</translation>
    </message>
    <message>
        <source>Neighbours then have other letters; the key follows the paper&apos;s number.</source>
        <translation>Он гоҳ ҳарфҳои ҳамсояҳо дигаранд; калид аз рӯи рақами варақа аст.</translation>
    </message>
    <message>
        <source>There is no introduction yet.</source>
        <translation>Ҳоло муқаддима нест.</translation>
    </message>
</context>
<context>
    <name>FormDetails</name>
    <message>
        <source>Copy of a form</source>
        <translation>Нусхаи варақа</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>Варақаи нав</translation>
    </message>
    <message>
        <source>Title and introduction</source>
        <translation>Ном ва муқаддима</translation>
    </message>
    <message>
        <source>Make the form</source>
        <translation>Сохтани варақа</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Барои чӣ</translation>
    </message>
    <message>
        <source>Before and after the course: what a participant knows</source>
        <translation>Пеш аз курс ва баъд аз он: иштирокчӣ чиро медонад</translation>
    </message>
    <message>
        <source>At the end, without names: what they think of the course</source>
        <translation>Дар охир, беном: дар бораи курс чӣ фикр доранд</translation>
    </message>
    <message>
        <source>Filled in by the trainer for each participant: role play, interview</source>
        <translation>Тренер барои ҳар иштирокчӣ пур мекунад: машқи нақшӣ, мусоҳиба</translation>
    </message>
    <message>
        <source>After 3 and 6 months, without names: what is used at work</source>
        <translation>Баъд аз 3 ва 6 моҳ, беном: дар кор чӣ истифода мешавад</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Printed above the questions</source>
        <translation>Болои саволҳо чоп мешавад</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Муқаддима</translation>
    </message>
    <message>
        <source>Printed below the title: how it is filled in</source>
        <translation>Зери ном чоп мешавад: чӣ тавр пур кардан</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>No.</source>
        <translation>№</translation>
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
        <source>Points</source>
        <translation>Хол</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Намерасад</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Тағйир додани савол</translation>
    </message>
    <message>
        <source>Move the question</source>
        <translation>Кӯчондани савол</translation>
    </message>
    <message>
        <source>Take the question out of the form</source>
        <translation>Аз варақа гирифтани савол</translation>
    </message>
    <message>
        <source>Back to all forms</source>
        <translation>Ба ҳамаи варақаҳо</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Тамошо</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Саволи нав</translation>
    </message>
    <message>
        <source>From the bank</source>
        <translation>Аз бонк</translation>
    </message>
    <message>
        <source>Add questions of the bank</source>
        <translation>Илова кардани саволҳо аз бонк</translation>
    </message>
    <message>
        <source>Make a new version</source>
        <translation>Сохтани нусхаи нав</translation>
    </message>
    <message>
        <source>Questions of the form</source>
        <translation>Саволҳои варақа</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Ба боло</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ба поён</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Гирифтан</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>No question in this form yet</source>
        <translation>Дар ин варақа ҳоло савол нест</translation>
    </message>
    <message>
        <source>Take some of the bank, or write new ones: they go into the bank too.</source>
        <translation>Саволҳоро аз бонк гиред ё нав нависед: онҳо ба бонк ҳам медароянд.</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>нусхаи {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n савол</numerusform>
            <numerusform>%n савол</numerusform>
        </translation>
    </message>
    <message>
        <source>points: {points}</source>
        <translation>хол: {points}</translation>
    </message>
    <message numerus="yes">
        <source>Not on this laptop yet: %n question(s) of this form</source>
        <translation>
            <numerusform>Дар ин ноутбук ҳоло %n саволи варақа нест</numerusform>
            <numerusform>Дар ин ноутбук ҳоло %n саволи варақа нест</numerusform>
        </translation>
    </message>
    <message>
        <source>They come with a file of the laptop on which they were written. Take that file in.</source>
        <translation>Онҳо бо файли ноутбуке меоянд, ки дар он навишта шудаанд. Ҳамон файлро қабул кунед.</translation>
    </message>
    <message>
        <source>Another laptop changed this form after it was used</source>
        <translation>Ноутбуки дигар ин варақаро баъд аз истифодааш тағйир дод</translation>
    </message>
    <message>
        <source>Papers were answered as it was printed. Correct the questions, their order or their key until they are as on the printed paper: this warning then goes away. Or make a new version for the papers to come.</source>
        <translation>Ба корҳо аз рӯи чопшуда ҷавоб додаанд. Саволҳо, тартиб ё калидашонро чунон ислоҳ кунед, ки дар қоғаз ҳаст: он гоҳ огоҳӣ меравад. Ё барои корҳои оянда нусхаи нав созед.</translation>
    </message>
    <message>
        <source>This form is in use</source>
        <translation>Ин варақа дар истифода аст</translation>
    </message>
    <message>
        <source>Its questions stay as they are, so that results can be compared; missing languages can be filled in. To change more, make a new version: results of versions stay apart.</source>
        <translation>Саволҳояш ҳамон мемонанд, то натиҷаҳоро муқоиса кардан мумкин бошад; забонҳои намерасидаро пур кардан мумкин аст. Барои тағйироти бештар нусхаи нав созед: натиҷаҳои нусхаҳо ҷудо ҳисоб мешаванд.</translation>
    </message>
    <message>
        <source>The order is fixed while the form is in use.</source>
        <translation>То варақа дар истифода аст, тартиб тағйир намеёбад.</translation>
    </message>
    <message>
        <source>Drag a question, or press Alt with ↑ ↓, to move it.</source>
        <translation>Саволро бо муш кашед ё Alt-ро бо ↑ ↓ пахш кунед.</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Form</source>
        <translation>Варақа</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Саволҳо</translation>
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
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>Tests, feedback, rating sheets and follow-ups</source>
        <translation>Санҷишҳо, баҳогузориҳо, варақаҳои баҳои амалӣ ва пурсишҳои минбаъда</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n варақа</numerusform>
            <numerusform>%n варақа</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Кушодани варақа</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>Варақаи нав</translation>
    </message>
    <message>
        <source>Standard forms</source>
        <translation>Варақаҳои намунавӣ</translation>
    </message>
    <message>
        <source>Find a form</source>
        <translation>Ёфтани варақа</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Ҳама</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Танҳо як намуд</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Варақаҳо</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Кушодан</translation>
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
        <source>Show all forms</source>
        <translation>Нишон додани ҳамаи варақаҳо</translation>
    </message>
    <message>
        <source>No form is found</source>
        <translation>Варақа ёфт нашуд</translation>
    </message>
    <message>
        <source>Look for another title, or show all kinds.</source>
        <translation>Номи дигарро ҷӯед ё ҳамаи намудҳоро нишон диҳед.</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Ҳоло варақа нест</translation>
    </message>
    <message>
        <source>Take a form that comes with the program, in three languages, and change it as you like; or make your own.</source>
        <translation>Варақаеро гиред, ки бо барнома ба се забон меояд, ва онро мувофиқи худ тағйир диҳед; ё худатон тартиб диҳед.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>нусхаи {number}</translation>
    </message>
</context>
<context>
    <name>LanguagesCard</name>
    <message>
        <source>Languages</source>
        <translation>Забонҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing</source>
        <translation>
            <numerusform>%n матн намерасад</numerusform>
            <numerusform>%n матн намерасад</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>пурра</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Пур кардан</translation>
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
    <name>Picker</name>
    <message>
        <source>Question</source>
        <translation>Савол</translation>
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
        <source>Questions of the bank</source>
        <translation>Саволҳои бонк</translation>
    </message>
    <message numerus="yes">
        <source>Add %n question(s)</source>
        <translation>
            <numerusform>Илова кардани %n савол</numerusform>
            <numerusform>Илова кардани %n савол</numerusform>
        </translation>
    </message>
    <message>
        <source>Questions that can be added</source>
        <translation>Саволҳое, ки илова кардан мумкин</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) that are not in the form yet.</source>
        <translation>
            <numerusform>%n савол, ки ҳоло дар варақа нест.</numerusform>
            <numerusform>%n савол, ки ҳоло дар варақа нест.</numerusform>
        </translation>
    </message>
    <message>
        <source>Space ticks, Enter adds what is ticked.</source>
        <translation>Фосила қайд мекунад, Enter қайдшударо илова мекунад.</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>қайдшуда</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>қайднашуда</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Back to the form</source>
        <translation>Ба варақа</translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>Забони тамошо</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Дар коғаз</translation>
    </message>
    <message>
        <source>A sample as it is printed; papers of a course are on its tab “Print”</source>
        <translation>Намуна чунон ки чоп мешавад; ҳуҷҷатҳои курс дар бахши «Чоп»-и он ҳастанд</translation>
    </message>
    <message>
        <source>Sample of a form</source>
        <translation>Намунаи варақа</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing in this language: shown in another one</source>
        <translation>
            <numerusform>Ба ин забон %n матн нест: ба забони дигар нишон дода шуд</numerusform>
            <numerusform>Ба ин забон %n матн нест: ба забони дигар нишон дода шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>As somebody reads it who fills it in; how it is printed is on the tab “Print”.</source>
        <translation>Пуркунанда онро чунин мехонад; чопаш дар варақаки «Чоп»-и курс аст.</translation>
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
        <translation>Ҳар мавзӯъ</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>Бе мавзӯъ</translation>
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
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Only one topic</source>
        <translation>Танҳо як мавзӯъ</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Танҳо як намуд</translation>
    </message>
    <message>
        <source>In the bank or put away</source>
        <translation>Дар бонк ё дар канор</translation>
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
        <source>This question was used. Missing languages, topic and explanation are simply filled in. Any other change makes a new version: papers and results stay with the old one, and forms that are not in use yet take the new one.</source>
        <translation>Ин савол истифода шудааст. Забонҳои намерасида, мавзӯъ ва шарҳро танҳо пур кардан мумкин. Ҳар тағйири дигар нусхаи нав месозад: корҳо ва натиҷаҳо бо нусхаи кӯҳна мемонанд, варақаҳои ҳанӯз истифоданашуда навашро мегиранд.</translation>
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
        <translation>Мавзӯъ</translation>
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
        <source>Missing: {texts}</source>
        <translation>Намерасад: {texts}</translation>
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
        <translation>Мавзӯъ</translation>
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
        <source>Save the question</source>
        <translation>Сабт кардани савол</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Саволи нав</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Қабул…</translation>
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
        <translation>Ба канор гузоштан</translation>
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
<context>
    <name>StandardPanel</name>
    <message>
        <source>Standard forms</source>
        <translation>Варақаҳои намунавӣ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>They come with the program in Tajik, Russian and English. Two laptops that add the same one have one form. What you change in it is yours.</source>
        <translation>Онҳо бо барнома ба тоҷикӣ, русӣ ва англисӣ меоянд. Агар ду ноутбук якеро илова кунанд, варақа яктост. Ҳар чӣ дар он тағйир диҳед, аз они шумост.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n савол</numerusform>
            <numerusform>%n савол</numerusform>
        </translation>
    </message>
    <message>
        <source>in the bank</source>
        <translation>дар бонк ҳаст</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>дар канор</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Илова кардан</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Versions and use</source>
        <translation>Нусхаҳо ва истифода</translation>
    </message>
    <message>
        <source>uses this version</source>
        <translation>ин нусхаро истифода мебарад</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>No course has chosen this version yet.</source>
        <translation>Ин нусхаро ҳоло ягон курс интихоб накардааст.</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>навтарин</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>дар истифода</translation>
    </message>
    <message>
        <source>older</source>
        <translation>пештара</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Нусхаи {number}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Нусха гирифтан</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
</context>
</TS>
