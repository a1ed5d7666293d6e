<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AnswerHistoryPanel</name>
    <message>
        <source>History of the answer</source>
        <translation>Таърихи ҷавоб</translation>
    </message>
    <message>
        <source>Nothing was ever keyed in here.</source>
        <translation>Дар ин ҷо ҳанӯз чизе ворид нашудааст.</translation>
    </message>
    <message>
        <source>Question {number}: {text}</source>
        <translation>Саволи {number}: {text}</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Paper</source>
        <translation>Кор</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Савол</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>Воридкунии аввал</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Воридкунии дуюм</translation>
    </message>
    <message>
        <source>Differences between the two entries</source>
        <translation>Фарқҳои ду воридкунӣ</translation>
    </message>
    <message>
        <source>The paper says</source>
        <translation>Дар қоғаз навишта шудааст</translation>
    </message>
    <message>
        <source>What the paper says, if neither entry does</source>
        <translation>Агар ҳарду воридкунӣ нодуруст бошад, дар қоғаз чӣ навишта шудааст</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>ҷавоби дигар</translation>
    </message>
    <message>
        <source>Look at the paper: 1 takes the first, 2 the second, Enter types another.</source>
        <translation>Ба қоғаз нигаред: 1 — воридкунии аввал дуруст, 2 — дуюм, Enter — ҷавоби дигар.</translation>
    </message>
    <message>
        <source>The two entries say the same</source>
        <translation>Ҳарду воридкунӣ якхела аст</translation>
    </message>
    <message>
        <source>Papers that were keyed in twice agree. What differs is listed here.</source>
        <translation>Корҳои дубора воридшуда якхелаанд. Он чи фарқ мекунад, дар ин ҷо меояд.</translation>
    </message>
    <message>
        <source>{text} is no answer to this question.</source>
        <translation>{text} ҷавоби ин савол нест.</translation>
    </message>
    <message>
        <source>Sheet of nobody</source>
        <translation>Варақаи беном</translation>
    </message>
</context>
<context>
    <name>FormChooser</name>
    <message>
        <source>Choose a form</source>
        <translation>Интихоби варақа</translation>
    </message>
    <message>
        <source>Use this form</source>
        <translation>Ин варақаро гирифтан</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Барои чӣ?</translation>
    </message>
    <message>
        <source>Which form?</source>
        <translation>Кадом варақа?</translation>
    </message>
    <message>
        <source>Use it before and after the course</source>
        <translation>Пеш ва баъд аз курс истифода бурдан</translation>
    </message>
    <message>
        <source>Make or change forms</source>
        <translation>Сохтан ё тағйири варақаҳо</translation>
    </message>
    <message>
        <source>There is no form of this kind yet. Make one in the question bank.</source>
        <translation>Ҳоло чунин варақа нест. Онро дар бонки саволҳо тартиб диҳед.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n савол</numerusform>
            <numerusform>%n савол</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} · comes with the program</source>
        <translation>{count} · бо барнома меояд</translation>
    </message>
</context>
<context>
    <name>KeyerForm</name>
    <message>
        <source>Second entry by another person</source>
        <translation>Воридкунии дуюм аз ҷониби каси дигар</translation>
    </message>
    <message>
        <source>The same papers are keyed in once more. The first answers stay hidden; where the two entries do not say the same, the paper is looked at again.</source>
        <translation>Ҳамон корҳо бори дигар ворид мешаванд. Ҷавобҳои аввал пинҳонанд; он ҷо ки ду воридкунӣ якхела набошад, корро аз нав мебинанд.</translation>
    </message>
    <message>
        <source>Who keys in now?</source>
        <translation>Ҳоло кӣ ворид мекунад?</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Оғоз</translation>
    </message>
</context>
<context>
    <name>Keying</name>
    <message>
        <source>Practical rating</source>
        <translation>Баҳои амалӣ</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Баҳогузорӣ</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Санҷиши аввал</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Санҷиши ниҳоӣ</translation>
    </message>
    <message numerus="yes">
        <source>Test after %n month(s)</source>
        <translation>
            <numerusform>Санҷиш баъд аз %n моҳ</numerusform>
            <numerusform>Санҷиш баъд аз %n моҳ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow-up after %n month(s)</source>
        <translation>
            <numerusform>Пурсиш баъд аз %n моҳ</numerusform>
            <numerusform>Пурсиш баъд аз %n моҳ</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, нусхаи {version}</translation>
    </message>
    <message>
        <source>The last of several tests counts</source>
        <translation>Аз якчанд санҷиш охиринаш ба ҳисоб меравад</translation>
    </message>
    <message>
        <source>The first of several tests counts</source>
        <translation>Аз якчанд санҷиш аввалинаш ба ҳисоб меравад</translation>
    </message>
    <message>
        <source>The best of several tests counts</source>
        <translation>Аз якчанд санҷиш беҳтаринаш ба ҳисоб меравад</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>бе ҷавоб</translation>
    </message>
</context>
<context>
    <name>KeyingFoot</name>
    <message>
        <source>Saved: {what}</source>
        <translation>Сабт шуд: {what}</translation>
    </message>
    <message>
        <source>Each answer is on the disk when it shows; nothing needs saving.</source>
        <translation>Ҳар ҷавоби намоён аллакай дар диск аст; чизеро сабт кардан лозим нест.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
</context>
<context>
    <name>KeyingPage</name>
    <message>
        <source>The first entry is right</source>
        <translation>Воридкунии аввал дуруст аст</translation>
    </message>
    <message>
        <source>The second entry is right</source>
        <translation>Воридкунии дуюм дуруст аст</translation>
    </message>
    <message>
        <source>Type another answer</source>
        <translation>Навиштани ҷавоби дигар</translation>
    </message>
    <message>
        <source>The answer: its letter on any keyboard</source>
        <translation>Ҷавоб: ҳарфи он дар ҳар тарҳбандӣ</translation>
    </message>
    <message>
        <source>The answer: its place, 0 is the tenth</source>
        <translation>Ҷавоб: ҷойи он, 0 — даҳум</translation>
    </message>
    <message>
        <source>Open the paper; the next question</source>
        <translation>Кушодани кор; саволи навбатӣ</translation>
    </message>
    <message>
        <source>The question was left blank</source>
        <translation>Савол бе ҷавоб мондааст</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>Як савол ба қафо</translation>
    </message>
    <message>
        <source>One question on</source>
        <translation>Як савол ба пеш</translation>
    </message>
    <message>
        <source>The rest is blank: the paper is finished</source>
        <translation>Боқимонда бе ҷавоб: кор тамом шуд</translation>
    </message>
    <message>
        <source>Take the answer away</source>
        <translation>Гирифтани ҷавоб</translation>
    </message>
    <message>
        <source>History of the answer: who, when, and whether it was sent</source>
        <translation>Таърихи ҷавоб: кӣ, кай ва фиристода шудааст ё не</translation>
    </message>
    <message>
        <source>Leave the paper as it is</source>
        <translation>Корро ҳамин тавр мондан</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Воридкунӣ</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Фарқҳо</translation>
    </message>
    <message>
        <source>Differences ({count})</source>
        <translation>Фарқҳо ({count})</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>Воридкунии аввал</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Воридкунии дуюм</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Paper</source>
        <translation>Кор</translation>
    </message>
    <message>
        <source>Keyed in</source>
        <translation>Ворид шуд</translation>
    </message>
    <message>
        <source>{done} of {count} keyed in</source>
        <translation>{done} аз {count} ворид шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n not finished</source>
        <translation>
            <numerusform>%n нотамом</numerusform>
            <numerusform>%n нотамом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the room without a paper: %n</source>
        <translation>
            <numerusform>%n нафари ҳозирбуда кор надорад</numerusform>
            <numerusform>%n нафари ҳозирбуда кор надорад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) keyed in</source>
        <translation>
            <numerusform>%n варақа ворид шуд</numerusform>
            <numerusform>%n варақа ворид шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Корҳо</translation>
    </message>
    <message>
        <source>Papers of this form</source>
        <translation>Корҳо аз рӯи ин варақа</translation>
    </message>
    <message>
        <source>Sheet of nobody</source>
        <translation>Варақаи беном</translation>
    </message>
    <message>
        <source>see Review</source>
        <translation>ниг. «Баррасӣ»</translation>
    </message>
    <message>
        <source>keyed in</source>
        <translation>ворид шуд</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} аз {whole}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ҳанӯз не</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>кор нест</translation>
    </message>
    <message>
        <source>points only</source>
        <translation>танҳо хол</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>The last answer</source>
        <translation>Ҷавоби охирин</translation>
    </message>
    <message>
        <source>Type the number on the paper and press Enter. Then one key for each answer: its letter or its digit. The keypad alone is enough: / left blank, − back, + on, * the rest is blank.</source>
        <translation>Рақами рӯи қоғазро нависед ва Enter-ро пахш кунед. Баъд барои ҳар ҷавоб як тугма: ҳарф ё рақами он. Танҳо тугмаҳои рақамӣ кифояанд: / — бе ҷавоб, − — ба қафо, + — ба пеш, * — боқимонда бе ҷавоб.</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>Sheet {number}</source>
        <translation>Варақаи {number}</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Варақаи берақам</translation>
    </message>
    <message>
        <source>{answered} of {count} keyed in</source>
        <translation>{answered} аз {count} ворид шуд</translation>
    </message>
    <message>
        <source>Number on the paper</source>
        <translation>Рақами рӯи қоғаз</translation>
    </message>
    <message>
        <source>History of the answer</source>
        <translation>Таърихи ҷавоб</translation>
    </message>
    <message>
        <source>Re-sit</source>
        <translation>Супоридани такрорӣ</translation>
    </message>
    <message>
        <source>A new paper of the same person</source>
        <translation>Кори нави ҳамон кас</translation>
    </message>
    <message>
        <source>New sheet without a number</source>
        <translation>Варақаи нави берақам</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Question {number} of {count}: {text}</source>
        <translation>Саволи {number} аз {count}: {text}</translation>
    </message>
    <message>
        <source>Several can be ticked: each key ticks one, Enter goes on.</source>
        <translation>Якчандтояшро қайд кардан мумкин: ҳар тугма якеро қайд мекунад, Enter — минбаъд.</translation>
    </message>
    <message>
        <source>Type the number, then Enter. Enter alone: left blank.</source>
        <translation>Ададро нависед, баъд Enter. Танҳо Enter: бе ҷавоб.</translation>
    </message>
    <message>
        <source>Type what is written, then Enter. Enter alone: left blank.</source>
        <translation>Навиштаро ворид кунед, баъд Enter. Танҳо Enter: бе ҷавоб.</translation>
    </message>
    <message>
        <source>One key, 1 to {count}.</source>
        <translation>Як тугма: аз 1 то {count}.</translation>
    </message>
    <message>
        <source>One key: A to {last}, or 1 to {count}.</source>
        <translation>Як тугма: аз A то {last} ё аз 1 то {count}.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>When somebody sits a test again</source>
        <translation>Агар санҷишро аз нав супоранд</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>A re-sit is a new paper: open somebody&apos;s finished test and press “Re-sit”. The rule says which one counts for the certificate and for what was learnt.</source>
        <translation>Супоридани такрорӣ кори нав аст: санҷиши тамомшудаи касро кушоед ва «Супоридани такрорӣ»-ро пахш кунед. Қоида мегӯяд, ки барои сертификат ва натиҷаи омӯзиш кадомаш ба ҳисоб меравад.</translation>
    </message>
    <message>
        <source>The highest share of points</source>
        <translation>Ҳиссаи баландтарини холҳо</translation>
    </message>
    <message>
        <source>The newest paper that is whole</source>
        <translation>Навтарин кори пурра</translation>
    </message>
    <message>
        <source>Re-sits are kept, and change nothing</source>
        <translation>Супориданҳои такрорӣ нигоҳ дошта мешаванд ва чизеро тағйир намедиҳанд</translation>
    </message>
</context>
<context>
    <name>SittingForm</name>
    <message>
        <source>Settings of the form in this course</source>
        <translation>Танзимоти варақа дар ин курс</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Дар қоғаз</translation>
    </message>
    <message>
        <source>Two people key in every paper</source>
        <translation>Ҳар корро ду кас ворид мекунанд</translation>
    </message>
    <message>
        <source>Slips are found where the two entries do not say the same.</source>
        <translation>Хатоҳо он ҷо ёфт мешаванд, ки ду воридкунӣ якхела нест.</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>Дар ин ноутбук</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Забон</translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation>Маҳдудияти вақт, дақиқа</translation>
    </message>
    <message>
        <source>Empty: no limit. At most {most}.</source>
        <translation>Холӣ: бе маҳдудият. На бештар аз {most}.</translation>
    </message>
    <message>
        <source>One question a page</source>
        <translation>Дар ҳар саҳифа як савол</translation>
    </message>
    <message>
        <source>Whoever fills in chooses</source>
        <translation>Пуркунанда худаш интихоб мекунад</translation>
    </message>
</context>
<context>
    <name>SittingRow</name>
    <message>
        <source>More about this form</source>
        <translation>Боз дар бораи ин варақа</translation>
    </message>
    <message>
        <source>On the laptop</source>
        <translation>Дар ноутбук</translation>
    </message>
    <message>
        <source>Fill in on this laptop</source>
        <translation>Пур кардан дар ноутбук</translation>
    </message>
    <message numerus="yes">
        <source>No paper is keyed in yet; %n expected.</source>
        <translation>
            <numerusform>Ҳанӯз коре ворид нашудааст; %n интизор аст.</numerusform>
            <numerusform>Ҳанӯз коре ворид нашудааст; %n интизор аст.</numerusform>
        </translation>
    </message>
    <message>
        <source>{keyed} of {expected} keyed in</source>
        <translation>{keyed} аз {expected} ворид шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) collected</source>
        <translation>
            <numerusform>%n варақа ҷамъ шуд</numerusform>
            <numerusform>%n варақа ҷамъ шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>аз онҳо %n интизор аст</numerusform>
            <numerusform>аз онҳо %n интизор аст</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not finished</source>
        <translation>
            <numerusform>%n нотамом</numerusform>
            <numerusform>%n нотамом</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keyed in twice</source>
        <translation>
            <numerusform>%n ду бор ворид шуд</numerusform>
            <numerusform>%n ду бор ворид шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n фарқ</numerusform>
            <numerusform>%n фарқ</numerusform>
        </translation>
    </message>
    <message>
        <source>Key in</source>
        <translation>Ворид кардан</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Воридкунии дуюм</translation>
    </message>
    <message>
        <source>Settle the differences</source>
        <translation>Ҳал кардани фарқҳо</translation>
    </message>
    <message>
        <source>Take in the sheets</source>
        <translation>Қабули варақаҳо</translation>
    </message>
    <message>
        <source>Print the papers</source>
        <translation>Чопи корҳо</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Танзимот…</translation>
    </message>
    <message>
        <source>Take the form away from the course</source>
        <translation>Гирифтани варақа аз курс</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Second entry: {name}</source>
        <translation>Воридкунии дуюм: {name}</translation>
    </message>
    <message>
        <source>No {number} on the list</source>
        <translation>№ {number} дар рӯйхат</translation>
    </message>
    <message>
        <source>Nothing tells whose it is</source>
        <translation>Чизе намегӯяд, ки аз они кист</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>Кӯшиши {number}</translation>
    </message>
    <message>
        <source>Keyed in already. Each key corrects the answer in the frame; * or Esc puts it away.</source>
        <translation>Аллакай ворид шудааст. Тугма ҷавоби чорчӯбаро иваз мекунад; * ё Esc мебандад.</translation>
    </message>
    <message>
        <source>Goes on at the first answer that is missing.</source>
        <translation>Идома аз аввалин ҷавоби намерасидагӣ.</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>Варақаи {number}</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Варақаи берақам</translation>
    </message>
    <message>
        <source>{name}, {count} of {count}. The next paper.</source>
        <translation>{name}, {count} аз {count}. Кори навбатӣ.</translation>
    </message>
    <message numerus="yes">
        <source>Put away; missing: %n answer(s).</source>
        <translation>
            <numerusform>Гузошта шуд; %n ҷавоб намерасад.</numerusform>
            <numerusform>Гузошта шуд; %n ҷавоб намерасад.</numerusform>
        </translation>
    </message>
    <message>
        <source>question {number}: {answer}</source>
        <translation>саволи {number}: {answer}</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n answer(s). * says that the rest is blank.</source>
        <translation>
            <numerusform>%n ҷавоб намерасад. Тугмаи * маънои «боқимонда бе ҷавоб»-ро дорад.</numerusform>
            <numerusform>%n ҷавоб намерасад. Тугмаи * маънои «боқимонда бе ҷавоб»-ро дорад.</numerusform>
        </translation>
    </message>
    <message>
        <source>{letter} is {first} by its place on the keyboard, {second} by the alphabet: press the digit.</source>
        <translation>{letter} аз рӯи ҷойи тугма {first}, аз рӯи алифбо {second} аст: рақамро пахш кунед.</translation>
    </message>
    <message>
        <source>{key} is no answer here: the question has {count}.</source>
        <translation>{key} ҷавоб нест: савол {count} ҷавоб дорад.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waiting for each other</source>
        <translation>Якдигарро интизоранд</translation>
    </message>
    <message numerus="yes">
        <source>On this laptop and not in the results yet: %n sheet(s). They enter together, in no order, so that nobody can tell which is whose. When all are keyed in, take them in.</source>
        <translation>
            <numerusform>%n варақа дар ин ноутбук нигоҳ дошта шуда, ҳанӯз ба натиҷаҳо дохил нашудааст. Варақаҳо ҳама якҷоя ва бе тартиб дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист. Вақте ки ҳама ворид шуданд, онҳоро қабул кунед.</numerusform>
            <numerusform>%n варақа дар ин ноутбук нигоҳ дошта шуда, ҳанӯз ба натиҷаҳо дохил нашудааст. Варақаҳо ҳама якҷоя ва бе тартиб дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист. Вақте ки ҳама ворид шуданд, онҳоро қабул кунед.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n sheet(s)</source>
        <translation>
            <numerusform>Қабули %n варақа</numerusform>
            <numerusform>Қабули %n варақа</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s). Five or more enter together, so that nobody can tell which is whose. Close the collection when no more will come.</source>
        <translation>
            <numerusform>%n варақа интизор аст: варақаҳо панҷто ва бештар якҷоя дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист. Агар дигар наояд, ҷамъовариро пӯшед.</numerusform>
            <numerusform>%n варақа интизор аст: варақаҳо панҷто ва бештар якҷоя дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист. Агар дигар наояд, ҷамъовариро пӯшед.</numerusform>
        </translation>
    </message>
    <message>
        <source>No more will come: close</source>
        <translation>Дигар намеояд: пӯшидан</translation>
    </message>
</context>
<context>
    <name>WhoseForm</name>
    <message>
        <source>Participants without a paper</source>
        <translation>Иштирокчиёни бе кор</translation>
    </message>
    <message>
        <source>Nobody on the list has number {number}. Whose paper is it?</source>
        <translation>Дар рӯйхат рақами {number} нест. Ин кори кист?</translation>
    </message>
    <message>
        <source>Type a name and press Enter. Esc: I mistyped the number. Nothing has been saved yet.</source>
        <translation>Номро нависед ва Enter-ро пахш кунед. Esc — рақам хато навишта шуд. Ҳоло чизе сабт нашудааст.</translation>
    </message>
    <message>
        <source>Name, or number on the list</source>
        <translation>Ном ё рақам дар рӯйхат</translation>
    </message>
    <message>
        <source>Somebody new: add to the list</source>
        <translation>Каси нав: ба рӯйхат даровардан</translation>
    </message>
    <message>
        <source>Type the number again</source>
        <translation>Рақамро аз нав навиштан</translation>
    </message>
</context>
</TS>
