<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>CandidateCard</name>
    <message>
        <source>In Latin letters</source>
        <translation>Навишти лотинӣ</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>One person: keep this spelling</source>
        <translation>Як шахс: ин навишт мемонад</translation>
    </message>
</context>
<context>
    <name>CoveredPanel</name>
    <message>
        <source>What the decision covered</source>
        <translation>Ба қарор чӣ дохил шуд</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>decided by {name}</source>
        <translation>қарор қабул кард: {name}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ва боз %n</numerusform>
            <numerusform>ва боз %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n сатр</numerusform>
            <numerusform>%n сатр</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionSideCard</name>
    <message>
        <source>not recorded</source>
        <translation>сабт нашудааст</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>ҳоло намоён</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Кӣ навишт</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Кай</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Older changes are not shown here</source>
        <translation>Тағйироти пештара ин ҷо нишон дода намешавад</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Ҳамаи тағйирот</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
    <message>
        <source>had seen nothing there before</source>
        <translation>пеш аз ин дар он ҷо чизе надида буд</translation>
    </message>
    <message>
        <source>had seen: {values}</source>
        <translation>пеш аз ин дида буд: {values}</translation>
    </message>
    <message>
        <source>Signed on paper: yes</source>
        <translation>Имзо дар коғаз: ҳаст</translation>
    </message>
    <message>
        <source>Signed on paper: no</source>
        <translation>Имзо дар коғаз: нест</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Set aside</source>
        <comment>when</comment>
        <translation>Ба канор гузошта шуд</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ҳаҷм</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Look at what it says</source>
        <translation>Дидан, ки дар он чист</translation>
    </message>
    <message>
        <source>Enrol the laptop</source>
        <translation>Ба қайд гирифтани ноутбук</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Дигар напурсидан</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Тамоман нест кардан…</translation>
    </message>
    <message>
        <source>Stop asking about this file?</source>
        <translation>Дигар дар бораи ин файл напурсад?</translation>
    </message>
    <message>
        <source>It is not imported. Its encrypted copy stays in the archive of this computer.</source>
        <translation>Он қабул намешавад. Нусхаи рамзгузоришудааш дар бойгонии ин компютер мемонад.</translation>
    </message>
    <message>
        <source>Delete this file for good?</source>
        <translation>Ин файл тамоман нест карда шавад?</translation>
    </message>
    <message>
        <source>No copy of it stays on this computer, and nothing of it was imported. A laptop that is enrolled again sends everything once more.</source>
        <translation>Нусхаи он дар ин компютер намемонад ва аз он ҳеҷ чиз қабул нашудааст. Агар ноутбукро аз нав ба қайд гиранд, он ҳамаашро бори дигар мефиристад.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Тамоман нест кардан</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Reason (optional)</source>
        <translation>Сабаб (ихтиёрӣ)</translation>
    </message>
    <message>
        <source>It is kept with your decision.</source>
        <translation>Бо қарори шумо нигоҳ дошта мешавад.</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Сабаби қарор</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Баъдтар ҳал кардан</translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other(s) of this kind: the value of the same laptop</source>
        <translation>
            <numerusform>Барои %n дигари ҳамин навъ низ: қимати ҳамон ноутбук</numerusform>
            <numerusform>Барои %n дигари ҳамин навъ низ: қимати ҳамон ноутбук</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other(s) of this kind from this laptop</source>
        <translation>
            <numerusform>Барои боз %n пешниҳоди ҳамин гунаи ин ноутбук низ</numerusform>
            <numerusform>Барои боз %n пешниҳоди ҳамин гунаи ин ноутбук низ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for all that this laptop asked for before: %n more</source>
        <translation>
            <numerusform>Барои ҳамаи он чи ин ноутбук пештар хоста буд низ: боз %n</numerusform>
            <numerusform>Барои ҳамаи он чи ин ноутбук пештар хоста буд низ: боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided of this name before: {words}</source>
        <translation>Дар бораи ин ном аллакай қарор шудааст: {words}</translation>
    </message>
    <message>
        <source>session {number}</source>
        <translation>машғулияти {number}</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Интихоби гузарвожа…</translation>
    </message>
</context>
<context>
    <name>JointPage</name>
    <message>
        <source>Asked by</source>
        <translation>Дархосткунанда</translation>
    </message>
    <message>
        <source>Asked</source>
        <comment>when</comment>
        <translation>Вақти дархост</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Рақам</translation>
    </message>
    <message>
        <source>You asked for it. It is done as soon as another head of the office confirms it.</source>
        <translation>Ин дархости шумост. Ҳамин ки роҳбари дигари идора тасдиқ кунад, иҷро мешавад.</translation>
    </message>
    <message>
        <source>Have they left for good? Then the office&apos;s key from paper counts in their place.</source>
        <translation>Ӯ барои ҳамеша рафтааст? Он гоҳ ба ҷойи ӯ калиди барқарорсозӣ аз коғаз ба ҳисоб меравад.</translation>
    </message>
    <message>
        <source>It waits for another head of the office: two of them decide it.</source>
        <translation>Роҳбари дигари идораро интизор аст: инро ду роҳбар ҳал мекунанд.</translation>
    </message>
    <message>
        <source>It cannot be taken back, so two heads decide it. Look at it first; it is done when you confirm.</source>
        <translation>Инро баргардондан мумкин нест, бинобар ин ду роҳбар ҳал мекунанд. Аввал ба он нигаред: пас аз тасдиқ дарҳол иҷро мешавад.</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Тасдиқ…</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Рад кардан…</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Бозпас гирифтани дархост</translation>
    </message>
    <message>
        <source>With the key from paper…</source>
        <translation>Бо калид аз коғаз…</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Дидани он</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>Keep this</source>
        <translation>Инро нигоҳ доштан</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>minutes missed</source>
        <translation>дақиқа аз даст рафт</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Қимат</translation>
    </message>
    <message>
        <source>The right value</source>
        <translation>Қимати дуруст</translation>
    </message>
    <message>
        <source>Minutes missed</source>
        <translation>Дақиқаҳои аздастрафта</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>The recovery key from the office&apos;s paper counts here as the second head. What you asked for is done at once and cannot be taken back. That you used the key stands in the history.</source>
        <translation>Калиди барқарорсозӣ аз коғаз дар ин ҷо роҳбари дуюм ба ҳисоб меравад. Он чи пурсидед, дарҳол иҷро мешавад, ва баргардондан мумкин нест. Ин ки шумо калидро истифода бурдед, дар таърих мемонад.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Калиди барқарорсозӣ аз коғаз</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1.</source>
        <translation>Он бо AGE-SECRET-KEY-1 оғоз мешавад.</translation>
    </message>
    <message>
        <source>Confirm with the key from paper</source>
        <translation>Тасдиқ бо калид аз коғаз</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Тасдиқ кардан</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>very likely</source>
        <translation>эҳтимоли зиёд</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>мумкин аст</translation>
    </message>
    <message>
        <source>One person: {name}</source>
        <translation>Як шахс: {name}</translation>
    </message>
    <message>
        <source>Are these one person?</source>
        <translation>Инҳо як шахсанд?</translation>
    </message>
    <message>
        <source>Joining moves no mark and loses nothing; joined people can be separated again. Unit and district stay as beside the spelling that is kept; blank ones are taken from the other.</source>
        <translation>Ҳангоми якҷоякунӣ ягон қайд намекӯчад ва чизе гум намешавад; шахсонро боз ҷудо кардан мумкин. Ҷойи хизмат ва ноҳия ҳамонанд, ки дар паҳлӯи навишти мондаанд; холияшон аз дигараш гирифта мешавад.</translation>
    </message>
    <message>
        <source>Why the program asks</source>
        <translation>Чаро барнома мепурсад</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Шахсони гуногун</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Баъдтар ҳал кардан</translation>
    </message>
</context>
<context>
    <name>ReplacedValuePage</name>
    <message>
        <source>A conflict was decided, and not for your value</source>
        <translation>Ихтилоф ҳал шуд, аммо на ба фоидаи қимати шумо</translation>
    </message>
    <message>
        <source>Your value was replaced by another one</source>
        <translation>Қимати шумо бо дигараш иваз карда шуд</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Шумо навиштед</translation>
    </message>
    <message>
        <source>Now it says</source>
        <translation>Акнун навишта шудааст</translation>
    </message>
    <message>
        <source>The other laptop wrote</source>
        <translation>Ноутбуки дигар навишт</translation>
    </message>
    <message numerus="yes">
        <source>All %n seen</source>
        <translation>
            <numerusform>Ҳамаро дидам (%n)</numerusform>
            <numerusform>Ҳамаро дидам (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has to be done. If the new value is wrong, correct it where it stands; the office then gets your correction.</source>
        <translation>Ҳеҷ кор кардан лозим нест. Агар қимати нав нодуруст бошад, онро дар ҷояш ислоҳ кунед: ислоҳи шуморо идора мегирад.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Ман инро дидам</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message numerus="yes">
        <source>Show more: %n are not in the list</source>
        <translation>
            <numerusform>Боз нишон диҳед: %n дар рӯйхат нест</numerusform>
            <numerusform>Боз нишон диҳед: %n дар рӯйхат нест</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>The name of the screen where conflicts are decided</extracomment>
        <translation>Баррасӣ</translation>
    </message>
    <message>
        <source>Both values are kept until somebody decides. A decision can be undone.</source>
        <translation>То қарори касе ҳар ду қимат нигоҳ дошта мешавад. Қарорро ботил сохтан мумкин аст.</translation>
    </message>
    <message>
        <source>Settled</source>
        <extracomment>What was decided before</extracomment>
        <translation>Ҳалшуда</translation>
    </message>
    <message>
        <source>What waits for a decision</source>
        <translation>Он чи қарорро интизор аст</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Ҳеҷ чиз қарорро интизор нест</translation>
    </message>
    <message>
        <source>What two laptops recorded differently will be shown here, with both sides.</source>
        <translation>Он чи дар ду ноутбук гуногун сабт шудааст, бо ҳар ду тараф дар ин ҷо нишон дода мешавад.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Қабули файлҳо</translation>
    </message>
    <message>
        <source>Use the left value</source>
        <translation>Қабули варианти чап</translation>
    </message>
    <message>
        <source>Use the right value</source>
        <translation>Қабули варианти рост</translation>
    </message>
    <message>
        <source>Use the third value</source>
        <translation>Қабули варианти сеюм</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Шахсони гуногун</translation>
    </message>
    <message>
        <source>The same for others of this kind</source>
        <translation>Барои дигарҳои ҳамин навъ низ</translation>
    </message>
    <message>
        <source>From the list to the details</source>
        <translation>Аз рӯйхат ба тафсилот</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Баъдтар ҳал кардан</translation>
    </message>
    <message>
        <source>Looking for people under two spellings</source>
        <translation>Ҷустуҷӯи шахсони бо навишти гуногун</translation>
    </message>
    <message>
        <source>What two heads decide together cannot be undone.</source>
        <translation>Он чиро, ки ду роҳбар якҷоя ҳал мекунанд, баргардондан мумкин нест.</translation>
    </message>
    <message>
        <source>What was decided alone can be undone, what two heads decided cannot.</source>
        <translation>Қарори як касро ботил сохтан мумкин аст, қарори ду роҳбарро не.</translation>
    </message>
    <message>
        <source>It is done at once, with both your names, and cannot be taken back.</source>
        <translation>Дарҳол бо номи ҳар дуи шумо иҷро мешавад, ва баргардондан мумкин нест.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Тасдиқ кардан</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Иҷро шуд</translation>
    </message>
    <message>
        <source>Decline the request</source>
        <translation>Рад кардани дархост</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Рад кардан</translation>
    </message>
    <message>
        <source>Importing the file</source>
        <translation>Қабули файл</translation>
    </message>
    <message>
        <source>Nothing of it counts yet: decide in this list, under “Laptops ask for”.</source>
        <translation>Ҳеҷ чизи он ҳанӯз ба ҳисоб гирифта нашудааст: дар ҳамин рӯйхат ҳал кунед, дар бахши «Ноутбукҳо хоҳиш мекунанд».</translation>
    </message>
    <message>
        <source>The file was imported</source>
        <translation>Файл қабул шуд</translation>
    </message>
    <message>
        <source>What it says was read</source>
        <translation>Гуфтаҳои файл хонда шуд</translation>
    </message>
    <message>
        <source>The file still waits</source>
        <translation>Файл ҳанӯз интизор аст</translation>
    </message>
</context>
<context>
    <name>ReviewWording</name>
    <message>
        <source>Laptops ask for</source>
        <translation>Ноутбукҳо хоҳиш мекунанд</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Ихтилофҳо</translation>
    </message>
    <message>
        <source>Deleted or kept</source>
        <translation>Нест кардан ё нигоҳ доштан</translation>
    </message>
    <message>
        <source>One number twice</source>
        <translation>Як рақам ду бор</translation>
    </message>
    <message>
        <source>One person twice on a list</source>
        <translation>Як шахс ду бор дар рӯйхат</translation>
    </message>
    <message>
        <source>One serial twice</source>
        <translation>Як рақами шаҳодатнома ду бор</translation>
    </message>
    <message>
        <source>Kept, but shown nowhere</source>
        <translation>Нигоҳ дошта, вале намоён нест</translation>
    </message>
    <message>
        <source>Possibly the same person</source>
        <translation>Шояд як шахс бошад</translation>
    </message>
    <message>
        <source>Joined, yet said to be two people</source>
        <translation>Якҷоя шудаанд, вале гуфта шудааст, ки ду шахсанд</translation>
    </message>
    <message>
        <source>Files set aside</source>
        <translation>Файлҳои ба канор гузошташуда</translation>
    </message>
    <message>
        <source>Your values that were replaced</source>
        <translation>Қиматҳои ивазшудаи шумо</translation>
    </message>
    <message>
        <source>from the revoked laptop {code}</source>
        <translation>аз ноутбуки {code}, ки дастрасиаш бекор шудааст</translation>
    </message>
    <message>
        <source>waits for the update of the program</source>
        <translation>навсозии барномаро интизор аст</translation>
    </message>
    <message>
        <source>from a laptop not yet known</source>
        <translation>аз ноутбуки ҳанӯз ношинос</translation>
    </message>
    <message>
        <source>The office and laptop {code} marked this session differently</source>
        <translation>Идора ва ноутбуки {code} ин машғулиятро гуногун қайд кардаанд</translation>
    </message>
    <message>
        <source>This session was marked differently on two laptops</source>
        <translation>Ин машғулият дар ду ноутбук гуногун қайд шудааст</translation>
    </message>
    <message>
        <source>Laptop {code} asks to change this</source>
        <translation>Ноутбуки {code} хоҳиш мекунад, ки ин тағйир ёбад</translation>
    </message>
    <message>
        <source>Two laptops wrote different values</source>
        <translation>Дар ду ноутбук қиматҳои гуногун навишта шудаанд</translation>
    </message>
    <message>
        <source>Said not to be the same, and joined by way of others</source>
        <translation>Гуфта шудааст, ки як шахс нестанд, вале ба воситаи дигарон якҷоя шудаанд</translation>
    </message>
    <message>
        <source>A second value for something that must not change</source>
        <translation>Қимати дуюм барои чизе, ки набояд тағйир ёбад</translation>
    </message>
    <message>
        <source>Two participants have one number on the list</source>
        <translation>Ду иштирокчӣ дар рӯйхат як рақам доранд</translation>
    </message>
    <message>
        <source>Two certificates carry one serial</source>
        <translation>Ду шаҳодатнома як рақам доранд</translation>
    </message>
    <message>
        <source>One person stands on the list of a course more than once</source>
        <translation>Як шахс дар рӯйхати курс зиёда аз як бор аст</translation>
    </message>
    <message>
        <source>This is kept, but what it belongs to is not here</source>
        <translation>Ин нигоҳ дошта шудааст, вале он чи ба он тааллуқ дорад, дар ин ҷо нест</translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s), replaced by the decision too</source>
        <translation>
            <numerusform>Боз %n қимат, ки қарор онро низ иваз мекунад</numerusform>
            <numerusform>Боз %n қимат, ки қарор онҳоро низ иваз мекунад</numerusform>
        </translation>
    </message>
    <message>
        <source>It changes nothing until the office agrees</source>
        <translation>То розӣ нашудани идора ин чизеро тағйир намедиҳад</translation>
    </message>
    <message>
        <source>The other one gets the next free number on the list</source>
        <translation>Дигаре рақами холии навбатии рӯйхатро мегирад</translation>
    </message>
    <message>
        <source>The other certificate is declared void</source>
        <translation>Шаҳодатномаи дигар беэътибор эълон мешавад</translation>
    </message>
    <message>
        <source>The other row leaves the list and keeps its marks; a certificate that it holds is to be declared void</source>
        <translation>Сатри дигар аз курс мебарояд ва қайдҳояш мемонанд; агар шаҳодатнома дошта бошад, онро беэътибор кардан лозим аст</translation>
    </message>
    <message>
        <source>It is counted nowhere until somebody decides</source>
        <translation>То қарор он дар ҳеҷ ҷо ба ҳисоб гирифта намешавад</translation>
    </message>
    <message>
        <source>Kept, with the change</source>
        <translation>Нигоҳ доштан, бо тағйирот</translation>
    </message>
    <message>
        <source>Delete it too</source>
        <translation>Инро низ нест кардан</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Баргардондан</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n дақ.</numerusform>
            <numerusform>%n дақ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeps this number</source>
        <translation>Рақам дар ин ҷо мемонад</translation>
    </message>
    <message>
        <source>This one stays valid</source>
        <translation>Ин эътибор дорад</translation>
    </message>
    <message>
        <source>Keep this row</source>
        <translation>Ин сатр монад</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Чунон ки ҳаст, гузоштан</translation>
    </message>
    <message>
        <source>Agree to the change</source>
        <translation>Ба тағйир розӣ шудан</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Бекор кардани қарор</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Once they are joined, Review asks which row stays; until then neither gets a certificate.</source>
        <translation>Пас аз якҷоя кардан «Баррасӣ» мепурсад, ки кадом сатр мемонад; то он вақт ба ягонтоаш шаҳодатнома дода намешавад.</translation>
    </message>
    <message>
        <source>Both are on the list of {courses}.</source>
        <translation>Ҳар ду дар рӯйхат ҳастанд: {courses}.</translation>
    </message>
    <message>
        <source>Both rows hold marks in {courses}.</source>
        <translation>Дар ҳар ду сатр қайдҳо ҳаст: {courses}.</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>A button: what was deleted elsewhere stays</extracomment>
        <translation>Нигоҳ доштан</translation>
    </message>
    <message>
        <source>Wait for a second head</source>
        <translation>Роҳбари дуюмро интизоранд</translation>
    </message>
    <message>
        <source>The office and laptop {code} wrote different values</source>
        <translation>Идора ва ноутбуки {code} қиматҳои гуногун навиштаанд</translation>
    </message>
    <message>
        <source>Taken back on one computer, written on another</source>
        <translation>Дар як компютер бекор карда, дар дигараш навишта шудааст</translation>
    </message>
    <message>
        <source>Deleted on one computer, changed on another</source>
        <translation>Дар як компютер нест карда, дар дигараш тағйир дода шудааст</translation>
    </message>
    <message>
        <source>Neither of the two had seen what the other wrote</source>
        <translation>Ҳеҷ яке аз ду тараф навиштаи дигареро надида буд</translation>
    </message>
    <message>
        <source>Leave it without a mark</source>
        <translation>Бе қайд мондан</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Инро нигоҳ доштан</translation>
    </message>
    <message>
        <source>Keep “{value}”</source>
        <translation>«{value}»-ро нигоҳ доштан</translation>
    </message>
    <message>
        <source>Another mark…</source>
        <translation>Қайди дигар…</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Қимати дигар…</translation>
    </message>
    <message>
        <source>at the same time as the other one</source>
        <translation>ҳамзамон бо навиштаи дигар</translation>
    </message>
    <message>
        <source>before the other one</source>
        <translation>пеш аз навиштаи дигар</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) after the other one</source>
        <translation>
            <numerusform>%n дақиқа баъд аз навиштаи дигар</numerusform>
            <numerusform>%n дақиқа баъд аз навиштаи дигар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) after the other one</source>
        <translation>
            <numerusform>%n соат баъд аз навиштаи дигар</numerusform>
            <numerusform>%n соат баъд аз навиштаи дигар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the other one</source>
        <translation>
            <numerusform>%n рӯз баъд аз навиштаи дигар</numerusform>
            <numerusform>%n рӯз баъд аз навиштаи дигар</numerusform>
        </translation>
    </message>
    <message>
        <source>came with {file}</source>
        <translation>бо файли {file} омад</translation>
    </message>
    <message>
        <source>written on this computer</source>
        <translation>дар ин компютер навишта шудааст</translation>
    </message>
    <message>
        <source>Reason: {text}</source>
        <translation>Сабаб: {text}</translation>
    </message>
</context>
<context>
    <name>SettledPage</name>
    <message>
        <source>{moment} · undone</source>
        <translation>{moment} · ботил шуд</translation>
    </message>
    <message>
        <source>{moment} · changed since</source>
        <translation>{moment} · баъд тағйир ёфт</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
    </message>
    <message>
        <source>joined with {name}</source>
        <translation>якҷоя бо {name}</translation>
    </message>
    <message>
        <source>Separate again</source>
        <translation>Боз ҷудо кардан</translation>
    </message>
    <message>
        <source>Reading earlier decisions</source>
        <translation>Хондани қарорҳои пештара</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ва боз %n</numerusform>
            <numerusform>ва боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Data of people were erased: {moment}. Of the decisions made before, the newest ({count}) are told below from the history; they cannot be undone. More entries about erased people: {erased}; decisions about their own data are gone.</source>
        <translation>Маълумоти одамон нест карда шуд: {moment}. Аз қарорҳои пештара навтаринашон ({count}) дар поён аз рӯйи таърихи сабтҳо нишон дода шудаанд; онҳоро ботил сохтан мумкин нест. Боз {erased} сабт дар бораи одамоне аст, ки маълумоташон нест карда шуд; қарорҳо дар бораи маълумоти шахсии онҳо дигар нестанд.</translation>
    </message>
    <message>
        <source>Data of people were erased: {moment}. Decisions made before stand in the history of each entry and in the evidence of the course, and cannot be undone from here.</source>
        <translation>Маълумоти одамон нест карда шуд: {moment}. Қарорҳои пештара дар таърихи ҳар сабт ва дар маводи курс намоёнанд; аз ин ҷо онҳоро ботил сохтан мумкин нест.</translation>
    </message>
    <message>
        <source>Decisions on this computer</source>
        <translation>Қарорҳо дар ин компютер</translation>
    </message>
    <message>
        <source>Decided by two heads</source>
        <translation>Ду роҳбар ҳал карданд</translation>
    </message>
    <message>
        <source>Joined people</source>
        <translation>Шахсони якҷояшуда</translation>
    </message>
    <message>
        <source>Earlier decisions: they cannot be undone</source>
        <translation>Қарорҳои пештара: онҳоро ботил сохтан мумкин нест</translation>
    </message>
    <message>
        <source>Nothing was decided here yet</source>
        <translation>Дар ин ҷо ҳанӯз қароре нест</translation>
    </message>
    <message>
        <source>Every decision is kept here with its reason and can be undone, but for what two heads decided.</source>
        <translation>Ҳар қарор ин ҷо бо сабаби худ нигоҳ дошта мешавад; онро ботил сохтан мумкин аст, ба ҷуз қарори ду роҳбар.</translation>
    </message>
    <message>
        <source>There is no Undo here, since one head alone must not take back what two decided. To put it right, approve the course again or issue a new certificate; what was erased stays erased.</source>
        <translation>Ин ҷо ботил сохтан нест: қарори ду роҳбарро як роҳбар танҳо барнамегардонад. Барои ислоҳ курсро аз нав тасдиқ кунед ё шаҳодатномаи нав диҳед; нестшуда барнамегардад.</translation>
    </message>
    <message>
        <source>asked by {name}, {moment}</source>
        <translation>дархост: {name}, {moment}</translation>
    </message>
    <message>
        <source>confirmed by {name}, {moment}</source>
        <translation>тасдиқ: {name}, {moment}</translation>
    </message>
    <message>
        <source>declined by {name}, {moment}</source>
        <translation>рад: {name}, {moment}</translation>
    </message>
    <message>
        <source>withdrawn by {name}, {moment}</source>
        <translation>бозпас гирифтан: {name}, {moment}</translation>
    </message>
    <message>
        <source>What it covered</source>
        <translation>Чӣ дохил шуд</translation>
    </message>
    <message>
        <source>What it covered: {decision}</source>
        <translation>Чӣ дохил шуд: {decision}</translation>
    </message>
</context>
<context>
    <name>SpellingsLead</name>
    <message>
        <source>Spellings of units and places…</source>
        <translation>Навишти ҷойҳои хизмат ва шаҳрҳо…</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Ҷойҳои хизмат</translation>
    </message>
    <message>
        <source>Towns and districts</source>
        <translation>Шаҳру ноҳияҳо</translation>
    </message>
</context>
</TS>
