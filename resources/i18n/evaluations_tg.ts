<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AcceptedAnswerRow</name>
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
        <translation>Хориҷ кардани ҷавоб</translation>
    </message>
</context>
<context>
    <name>AcceptedAnswersEditor</name>
    <message>
        <source>Add an answer that is accepted</source>
        <translation>Илова кардани ҷавоби қабулшаванда</translation>
    </message>
</context>
<context>
    <name>AnswerHistoryPanel</name>
    <message>
        <source>History of the answer</source>
        <translation>Таърихи ҷавоб</translation>
    </message>
    <message>
        <source>Nothing was ever entered here.</source>
        <translation>Дар ин ҷо ҳанӯз чизе ворид нашудааст.</translation>
    </message>
    <message>
        <source>Question {number}: {text}</source>
        <translation>Саволи {number}: {text}</translation>
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
    <name>CoursesPage</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Рӯзҳо</translation>
    </message>
    <message>
        <source>Both</source>
        <extracomment>Heading: how many wrote both tests</extracomment>
        <translation>Ҳар ду</translation>
    </message>
    <message>
        <source>Gain, points</source>
        <translation>Афзоиш, банд</translation>
    </message>
    <message>
        <source>g (Hake)</source>
        <translation>g (Ҳейк)</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Назарпурсӣ</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Courses with their evaluations</source>
        <translation>Курсҳо бо натиҷаҳои арзёбӣ</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message>
        <source>Open the tests</source>
        <translation>Кушодани санҷишҳо</translation>
    </message>
    <message>
        <source>Open the feedback</source>
        <translation>Кушодани баҳои курс</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Гузаштан ба курсҳо</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Ҳанӯз курс нест</translation>
    </message>
    <message>
        <source>Tests and feedback are typed into a course. Create one or import a file of the office.</source>
        <translation>Санҷишҳо ва назарпурсӣ ба курс ворид карда мешаванд. Курс созед ё файлеро, ки идора додааст, қабул кунед.</translation>
    </message>
    <message>
        <source>All courses: {pairs} with both tests, {gain} points, g {g}</source>
        <translation>Ҳамаи курсҳо: бо ҳар ду санҷиш — {pairs}, афзоиш {gain} банд, g {g}</translation>
    </message>
    <message>
        <source>Tests before and after, and what the participants say</source>
        <translation>Санҷишҳои аввал ва ниҳоӣ ва фикри иштирокчиён</translation>
    </message>
    <message>
        <source>under {least}</source>
        <translation>аз {least} кам</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Paper</source>
        <translation>Кори санҷишӣ</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Варақа</translation>
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
        <translation>Дар коғаз навишта шудааст</translation>
    </message>
    <message>
        <source>What the paper says, if neither entry does</source>
        <translation>Агар ҳар ду воридкунӣ нодуруст бошад, дар коғаз чӣ навишта шудааст</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>ҷавоби дигар</translation>
    </message>
    <message>
        <source>Look at the paper: 1 takes the first, 2 the second, Enter types another.</source>
        <translation>Ба коғаз нигаред: 1 — воридкунии аввал дуруст, 2 — дуюм, Enter — ҷавоби дигар.</translation>
    </message>
    <message>
        <source>The two entries say the same</source>
        <translation>Ҳар ду воридкунӣ якхела аст</translation>
    </message>
    <message>
        <source>What was entered twice agrees. What differs is listed here.</source>
        <translation>Он чи дубора ворид шудааст, якхела аст. Он чи фарқ мекунад, дар ин ҷо меояд.</translation>
    </message>
    <message>
        <source>{text} is no answer to this question.</source>
        <translation>{text} ҷавоби ин савол нест.</translation>
    </message>
    <message>
        <source>Anonymous sheet</source>
        <translation>Варақаи беном</translation>
    </message>
</context>
<context>
    <name>EntryStatus</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Ботил шуд: {what}</translation>
    </message>
    <message>
        <source>The next undo takes back: {what}</source>
        <translation>Баъдан ботил мешавад: {what}</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Сабт шуд: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ботил сохтан</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
    <message numerus="yes">
        <source>%n waiting here; {missing} more needed to enter the results</source>
        <translation>
            <numerusform>дар ин ҷо %n интизор аст; барои дохил шудан ба натиҷаҳо боз {missing} лозим</numerusform>
            <numerusform>дар ин ҷо %n интизор аст; барои дохил шудан ба натиҷаҳо боз {missing} лозим</numerusform>
        </translation>
    </message>
    <message>
        <source>a late sheet. It stays here until {missing} more have come; no file carries it before</source>
        <translation>варақаи дермонда. Он дар ин ҷо мемонад, то боз {missing} варақа ояд; то он вақт ҳеҷ файл онро намебарад</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>коҳиш</translation>
    </message>
    <message>
        <source>low</source>
        <translation>паст</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>миёна</translation>
    </message>
    <message>
        <source>high</source>
        <translation>баланд</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Санҷиши аввал</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Аввал</translation>
    </message>
    <message>
        <source>Post-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Ниҳоӣ</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Санҷиши ниҳоӣ</translation>
    </message>
</context>
<context>
    <name>EvaluationsScreen</name>
    <message>
        <source>Next page</source>
        <translation>Саҳифаи навбатӣ</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Саволҳо</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Варақаҳо</translation>
    </message>
    <message>
        <source>Pages of evaluations</source>
        <translation>Саҳифаҳои арзёбӣ</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Арзёбӣ</translation>
    </message>
</context>
<context>
    <name>FeedbackTab</name>
    <message>
        <source>Statement</source>
        <extracomment>Heading: a sentence that participants agree with or not</extracomment>
        <translation>Изҳорот</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ҷавобҳо</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n варақа</numerusform>
            <numerusform>%n варақа</numerusform>
        </translation>
    </message>
    <message>
        <source>What the sheets say</source>
        <translation>Варақаҳо чӣ мегӯянд</translation>
    </message>
    <message>
        <source>Form</source>
        <extracomment>The feedback form of the course</extracomment>
        <translation>Варақа</translation>
    </message>
    <message>
        <source>Answers by question</source>
        <translation>Ҷавобҳо аз рӯйи саволҳо</translation>
    </message>
    <message>
        <source>Anonymous: kept without a name, without an order, with the day but not the hour.</source>
        <translation>Беном: бе ном ва бе тартиб, бо рӯз, вале бе соат нигоҳ дошта мешавад.</translation>
    </message>
    <message>
        <source>A question shows its result from {least} answers on: fewer would point at a person.</source>
        <translation>Натиҷаи савол аз {least} ҷавоб сар карда намоён мешавад: камтараш ба шахс ишора мекард.</translation>
    </message>
    <message>
        <source>No feedback form yet</source>
        <translation>Варақаи назарпурсӣ ҳанӯз нест</translation>
    </message>
    <message>
        <source>Once a form is chosen and sheets are entered, their answers are summed up here.</source>
        <translation>Вақте ки варақа интихоб ва ҷавобҳо ворид шуданд, натиҷаҳо дар ҳамин ҷо намоён мешаванд.</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Интихоби варақа</translation>
    </message>
    <message>
        <source>The course is closed. Sheets that come late can still be entered.</source>
        <translation>Курс баста аст. Варақаҳои дер расидаро ҳоло ҳам ворид кардан мумкин аст.</translation>
    </message>
    <message>
        <source>If sheets come late, choose the form that they have: then they can be entered here.</source>
        <translation>Агар варақаҳо дер расанд, намунаи онҳоро интихоб кунед: он гоҳ дар ин ҷо ворид кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Варақаҳо</translation>
    </message>
    <message>
        <source>Choose the feedback form: its sheets are printed with numbers that point to nobody, entered with one key for each answer, or filled in on this laptop.</source>
        <translation>Варақаи назарпурсиро интихоб кунед: варақаҳои он бо рақамҳое чоп мешаванд, ки ба ҳеҷ кас ишора намекунанд; ҳар ҷавоб бо як тугма ворид мешавад ё дар худи ноутбук пур карда мешавад.</translation>
    </message>
    <message>
        <source>top</source>
        <translation>боло</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>поён</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} ва {second}</translation>
    </message>
    <message>
        <source>{least} needed</source>
        <translation>{least}&#xa0;лозим</translation>
    </message>
</context>
<context>
    <name>FeedbackView</name>
    <message>
        <source>Questions of the feedback</source>
        <translation>Саволҳои назарпурсӣ</translation>
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
        <translation>Варақа, версия ва марҳала</translation>
    </message>
    <message>
        <source>No feedback yet</source>
        <translation>Ҳанӯз баҳо нест</translation>
    </message>
    <message>
        <source>Needed: a feedback form of the course and five sheets; fewer would point at a person.</source>
        <translation>Варақаи назарпурсии курс ва ақаллан панҷ варақаи пуршуда лозим аст: камтараш ба шахс ишора мекард.</translation>
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
    <name>Filling</name>
    <message>
        <source>A sheet without a name was begun and not handed in</source>
        <translation>Варақаи беном оғоз шуда, супорида нашудааст</translation>
    </message>
    <message>
        <source>Go on only if the same participant sits here: answers are shown. A blank one throws it away.</source>
        <translation>Танҳо агар ҳамон иштирокчӣ бошад, давом диҳед: ҷавобҳо дида мешаванд. Варақаи нав инро мепартояд.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Онро давом додан</translation>
    </message>
    <message>
        <source>Begin a blank one</source>
        <translation>Варақаи навро оғоз кардан</translation>
    </message>
</context>
<context>
    <name>FillingPage</name>
    <message>
        <source>Back to the program</source>
        <translation>Бозгашт ба барнома</translation>
    </message>
</context>
<context>
    <name>FinishedNote</name>
    <message>
        <source>The course is approved. What is changed here is listed in its Overview as changed since the approval.</source>
        <translation>Курс тасдиқ шудааст. Он чи ин ҷо тағйир меёбад, дар «Маълумоти умумӣ»-и он ҳамчун тағйироти пас аз тасдиқ номбар мешавад.</translation>
    </message>
</context>
<context>
    <name>FormChooser</name>
    <message>
        <source>What for?</source>
        <translation>Барои чӣ?</translation>
    </message>
    <message>
        <source>Use it before and after the course</source>
        <translation>Пеш ва баъд аз курс истифода бурдан</translation>
    </message>
    <message>
        <source>not in every language</source>
        <translation>на бо ҳамаи забонҳо</translation>
    </message>
    <message>
        <source>There is nothing of this kind yet. Make it in the question bank.</source>
        <translation>Ҳанӯз чунин чиз нест. Онро дар бонки саволҳо тартиб диҳед.</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Кадомаш?</translation>
    </message>
    <message>
        <source>Choose a test</source>
        <translation>Интихоби санҷиш</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Интихоби варақа</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Истифодаи интихобшуда</translation>
    </message>
    <message>
        <source>Make or change in the question bank</source>
        <translation>Сохтан ё тағйир додан дар бонки саволҳо</translation>
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
    <name>FormDetailsCard</name>
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
        <translation>Он гоҳ ҳарфҳои ҳамсояҳо дигаранд; калид аз рӯйи рақами варақа аст.</translation>
    </message>
    <message>
        <source>There is no introduction yet.</source>
        <translation>Ҳанӯз муқаддима нест.</translation>
    </message>
</context>
<context>
    <name>FormLanguagesCard</name>
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
        <translation>Навъ</translation>
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
        <source>Remove the question from the form</source>
        <translation>Аз варақа хориҷ кардани савол</translation>
    </message>
    <message>
        <source>Back to all forms</source>
        <translation>Ба ҳамаи варақаҳо</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Пешнамоиш</translation>
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
        <translation>Сохтани версияи нав</translation>
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
        <translation>Хориҷ кардан</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>No question in this form yet</source>
        <translation>Дар ин варақа ҳанӯз савол нест</translation>
    </message>
    <message>
        <source>Take some of the bank, or write new ones: they go into the bank too.</source>
        <translation>Саволҳоро аз бонк гиред ё нав нависед: онҳо ба бонк ҳам медароянд.</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версияи {number}</translation>
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
            <numerusform>Дар ин ноутбук ҳанӯз %n саволи варақа нест</numerusform>
            <numerusform>Дар ин ноутбук ҳанӯз %n саволи варақа нест</numerusform>
        </translation>
    </message>
    <message>
        <source>They come with a file of the laptop on which they were written. Import that file.</source>
        <translation>Онҳо бо файли ноутбуке меоянд, ки дар он навишта шудаанд. Ҳамон файлро қабул кунед.</translation>
    </message>
    <message>
        <source>Another laptop changed this form after it was used</source>
        <translation>Ноутбуки дигар ин варақаро баъд аз истифодааш тағйир дод</translation>
    </message>
    <message>
        <source>Participants answered the printed version. Change the questions, order or key back to match the printed paper and this warning goes away. Or make a new version for the papers to come.</source>
        <translation>Ба корҳои санҷишӣ аз рӯйи чопшуда ҷавоб додаанд. Саволҳо, тартиб ё калидашонро чунон ислоҳ кунед, ки дар коғаз ҳаст: он гоҳ огоҳӣ меравад. Ё барои корҳои санҷишии оянда версияи нав созед.</translation>
    </message>
    <message>
        <source>This form is in use</source>
        <translation>Ин варақа дар истифода аст</translation>
    </message>
    <message>
        <source>Its questions stay as they are, so that results can be compared; missing languages can be filled in. To change more, make a new version: results of versions stay apart.</source>
        <translation>Саволҳояш ҳамон мемонанд, то натиҷаҳоро муқоиса кардан мумкин бошад; забонҳои намерасидаро пур кардан мумкин аст. Барои тағйироти бештар версияи нав созед: натиҷаҳои версияҳо ҷудо ҳисоб мешаванд.</translation>
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
    <name>FormPreviewPage</name>
    <message>
        <source>Back to the form</source>
        <translation>Ба варақа</translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>Забони пешнамоиш</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Дар коғаз</translation>
    </message>
    <message>
        <source>A sample as it is printed; papers of a course are on its tab “Print”</source>
        <translation>Намуна чунон ки чоп мешавад; ҳуҷҷатҳои курс дар бахши «Чоп»-и он ҳастанд</translation>
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
        <translation>Пуркунанда онро чунин мехонад; чопаш дар бахши «Чоп»-и курс аст.</translation>
    </message>
</context>
<context>
    <name>FormTitleForm</name>
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
        <translation>Тренер барои ҳар иштирокчӣ пур мекунад: бозии нақшӣ, мусоҳиба</translation>
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
    <name>FormUsageCard</name>
    <message>
        <source>Versions and use</source>
        <translation>Нусхаҳо ва истифода</translation>
    </message>
    <message>
        <source>uses this version</source>
        <translation>ин версияро истифода мебарад</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>No course has chosen this version yet.</source>
        <translation>Ин версияро ҳанӯз ягон курс интихоб накардааст.</translation>
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
        <translation>Версияи {number}</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>A button: makes a second form like this one</extracomment>
        <translation>Нусха гирифтан</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Form</source>
        <extracomment>Heading: a test, feedback form or rating sheet</extracomment>
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
        <source>Archived</source>
        <translation>Дар канор</translation>
    </message>
    <message>
        <source>Tests, feedback, rating sheets and follow-ups</source>
        <translation>Санҷишҳо, назарпурсиҳо, варақаҳои арзёбии амалӣ ва пурсишҳои минбаъда</translation>
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
        <translation>Танҳо як навъ</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Варақаҳо</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>A button: makes a second form like this one</extracomment>
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
        <translation>Номи дигарро ҷӯед ё ҳамаи навъҳоро нишон диҳед.</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Ҳанӯз варақа нест</translation>
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
        <translation>версияи {number}</translation>
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
        <translation>Санҷиш ва версия</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Омор</translation>
    </message>
    <message>
        <source>How well each question tells those who know more, and how reliable the test is</source>
        <translation>Ҳар савол донандагонро аз нодонон чӣ қадар фарқ мекунад ва санҷиш чӣ қадар боэътимод аст</translation>
    </message>
    <message>
        <source>No answers entered yet</source>
        <translation>Ҷавобҳо ҳанӯз ворид нашудаанд</translation>
    </message>
    <message>
        <source>Where only the points of a test are typed in, nothing can be said about its questions. Enter the answers of the papers.</source>
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
        <translation>Осон: аз даҳ нафар зиёда аз нуҳ кас дуруст ҷавоб дод.</translation>
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
    <name>KeyingCard</name>
    <message>
        <source>В means {letter}</source>
        <translation>В яъне {letter}</translation>
    </message>
    <message>
        <source>How letters of a Cyrillic keyboard are read. Press to be asked again.</source>
        <translation>Ҳарфҳои тарҳбандии русӣ чӣ тавр хонда мешаванд. Пахш кунед, то барнома аз нав пурсад.</translation>
    </message>
    <message>
        <source>Each answer is on the disk when it shows; nothing needs saving.</source>
        <translation>Ҳар ҷавоби намоён аллакай дар диск аст; чизеро сабт кардан лозим нест.</translation>
    </message>
    <message>
        <source>Delete the sheet</source>
        <translation>Нест кардани варақа</translation>
    </message>
    <message>
        <source>Delete the paper</source>
        <translation>Нест кардани кор</translation>
    </message>
    <message>
        <source>What was entered of it goes; undo brings it back</source>
        <translation>Он чи аз он ворид шуд, меравад; ботилсозӣ бармегардонад</translation>
    </message>
    <message>
        <source>The rest is blank: the paper is finished</source>
        <translation>Боқимонда бе ҷавоб: кори санҷишӣ тамом шуд</translation>
    </message>
    <message>
        <source>Leave the paper as it is</source>
        <translation>Кори санҷиширо ҳамин тавр мондан</translation>
    </message>
    <message>
        <source>The rest is blank: the sheet is finished</source>
        <translation>Боқимонда бе ҷавоб: варақа тамом шуд</translation>
    </message>
    <message>
        <source>Leave the sheet as it is</source>
        <translation>Варақаро ҳамин тавр мондан</translation>
    </message>
    <message>
        <source>History of the answer: who, when, and whether it was sent</source>
        <translation>Таърихи ҷавоб: кӣ, кай ва фиристода шудааст ё не</translation>
    </message>
    <message>
        <source>Open the paper; the next question</source>
        <translation>Кушодани кори санҷишӣ; саволи навбатӣ</translation>
    </message>
    <message>
        <source>Open the sheet; the next question</source>
        <translation>Кушодани варақа; саволи навбатӣ</translation>
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
        <source>Remove the answer</source>
        <translation>Хориҷ кардани ҷавоб</translation>
    </message>
    <message>
        <source>Keep what is typed, go on; nothing typed: left blank</source>
        <translation>Нигоҳ доштани навишта ва минбаъд; агар холӣ бошад — бе ҷавоб</translation>
    </message>
    <message>
        <source>Type the number on the paper and press Enter. Then one key for each answer: its letter or its digit. The keypad alone is enough: / left blank, − back, + on, * the rest is blank.</source>
        <translation>Рақами рӯйи коғазро нависед ва Enter-ро пахш кунед. Баъд барои ҳар ҷавоб як тугма: ҳарф ё рақами он. Танҳо тугмаҳои рақамӣ кифояанд: / — бе ҷавоб, − — ба қафо, + — ба пеш, * — боқимонда бе ҷавоб.</translation>
    </message>
    <message>
        <source>Enter alone begins a sheet that has no number.</source>
        <translation>Варақаи берақам танҳо бо Enter оғоз мешавад.</translation>
    </message>
</context>
<context>
    <name>KeyingHeader</name>
    <message>
        <source>Sheet {number}</source>
        <translation>Варақаи {number}</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Варақаи берақам</translation>
    </message>
    <message>
        <source>{answered} of {count} entered</source>
        <translation>{answered} аз {count} ворид шуд</translation>
    </message>
    <message>
        <source>Number on the paper</source>
        <translation>Рақами рӯйи коғаз</translation>
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
        <translation>Кори санҷишии нави ҳамон кас</translation>
    </message>
    <message>
        <source>New sheet without a number</source>
        <translation>Варақаи нави берақам</translation>
    </message>
</context>
<context>
    <name>KeyingMessages</name>
    <message>
        <source>Second entry: {name}</source>
        <translation>Воридкунии дуюм: {name}</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} on the list</source>
        <translation>№&#xa0;{number} дар рӯйхат</translation>
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
        <source>In the results already: a key press corrects the highlighted answer, but the sheet stays. * or Esc closes it.</source>
        <translation>Аллакай дар натиҷаҳо: тугма ҷавоби чорчӯбаро иваз мекунад, вале варақаро нест кардан мумкин нест. * ё Esc мебандад.</translation>
    </message>
    <message>
        <source>Already entered. A key press corrects the highlighted answer; * or Esc closes it.</source>
        <translation>Аллакай ворид шудааст. Тугма ҷавоби чорчӯбаро иваз мекунад; * ё Esc мебандад.</translation>
    </message>
    <message>
        <source>Goes on at the first answer that is missing.</source>
        <translation>Идома аз аввалин ҷавоби намерасида.</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>Варақаи {number}</translation>
    </message>
    <message>
        <source>The deleted sheet</source>
        <translation>Варақаи нестшуда</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Варақаи берақам</translation>
    </message>
    <message>
        <source>No sheet with the number {number} was printed here: is it right? Esc closes it.</source>
        <translation>Варақи рақами {number} дар ин ҷо чоп нашудааст: дуруст аст? Esc онро мепӯшад.</translation>
    </message>
    <message>
        <source>Closed; nothing was entered.</source>
        <translation>Пӯшида шуд; чизе ворид нашуд.</translation>
    </message>
    <message numerus="yes">
        <source>Closed; missing: %n answer(s).</source>
        <translation>
            <numerusform>Гузошта шуд; %n ҷавоб намерасад.</numerusform>
            <numerusform>Гузошта шуд; %n ҷавоб намерасад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n ҷавоб</numerusform>
            <numerusform>%n ҷавоб</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left blank: %n</source>
        <translation>
            <numerusform>бе ҷавоб %n</numerusform>
            <numerusform>бе ҷавоб %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, entered whole: {given}. The next paper.</source>
        <translation>{name}, пурра ворид шуд: {given}. Кори санҷишии навбатӣ.</translation>
    </message>
    <message>
        <source>{name}, entered whole: {given}. The next sheet.</source>
        <translation>{name}, пурра ворид шуд: {given}. Варақаи навбатӣ.</translation>
    </message>
    <message>
        <source>“{key}” is no answer here: the question has {first} to {last}. Press − or Backspace, then the right key.</source>
        <translation>«{key}» дар ин ҷо ҷавоб нест: савол ҷавобҳои {first} то {last} дорад. − ё Backspace-ро пахш кунед, баъд тугмаи дурустро.</translation>
    </message>
    <message>
        <source>Nothing after “{key}” was taken. Press − or Backspace, then type on from question {number}.</source>
        <translation>Баъди «{key}» ҳеҷ чиз қабул нашуд. − ё Backspace-ро пахш кунед ва аз саволи {number} давом диҳед.</translation>
    </message>
    <message>
        <source>question {number}: {answer}</source>
        <translation>саволи {number}: {answer}</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n answer(s). * says that the rest is blank.</source>
        <translation>
            <numerusform>%n ҷавоб намерасад. Тугмаи * маънои онро дорад, ки боқимонда бе ҷавоб аст.</numerusform>
            <numerusform>%n ҷавоб намерасад. Тугмаи * маънои онро дорад, ки боқимонда бе ҷавоб аст.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{letter}” can mean {marks} on this keyboard. Press the digit: it is remembered.</source>
        <translation>«{letter}» дар ин тарҳбандӣ метавонад {marks} бошад. Рақамро пахш кунед: ин дар ёд мемонад.</translation>
    </message>
    <message>
        <source>By the place of its key “{letter}” is no answer here. If {marks} is meant, press the digit.</source>
        <translation>Аз рӯйи ҷойи тугма «{letter}» дар ин ҷо ҷавоб нест. Агар {marks} бошад, рақамро пахш кунед.</translation>
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
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Entry</source>
        <extracomment>Who types: the first or the second entry of the same papers</extracomment>
        <translation>Воридкунӣ</translation>
    </message>
    <message>
        <source>The sheet is back, as it was.</source>
        <translation>Варақа ҳамон тавр, ки буд, баргашт.</translation>
    </message>
    <message>
        <source>Deleted. “Undo” brings it back.</source>
        <translation>Нест карда шуд. «Ботил сохтан» онро бармегардонад.</translation>
    </message>
    <message>
        <source>Deleted. “Undo” brings it back as long as this page is open.</source>
        <translation>Нест карда шуд. То ин саҳифа кушода аст, «Ботил сохтан» онро бармегардонад.</translation>
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
    <name>KeyingQuestionView</name>
    <message>
        <source>Question {number} of {count}: {text}</source>
        <translation>Саволи {number} аз {count}: {text}</translation>
    </message>
    <message>
        <source>The first key starts the answer anew.</source>
        <translation>Тугмаи аввал ҷавобро аз нав оғоз мекунад.</translation>
    </message>
</context>
<context>
    <name>LearningResultCard</name>
    <message>
        <source>Both tests</source>
        <translation>Ҳар ду санҷиш</translation>
    </message>
    <message>
        <source>Only the pre-test</source>
        <translation>Танҳо санҷиши аввал</translation>
    </message>
    <message>
        <source>Only the post-test</source>
        <translation>Танҳо санҷиши ниҳоӣ</translation>
    </message>
    <message>
        <source>Gain in percentage points</source>
        <translation>Афзоиш, банди фоизӣ</translation>
    </message>
    <message>
        <source>Normalised gain, g</source>
        <translation>Афзоиши меъёрӣ, g</translation>
    </message>
    <message>
        <source>Mean of individual g</source>
        <translation>Миёнаи g-и ҳар нафар</translation>
    </message>
    <message>
        <source>Scored lower after the course</source>
        <translation>Баъд аз курс пасттар</translation>
    </message>
    <message>
        <source>100 % already before</source>
        <translation>Пеш аз курс 100&#xa0;%</translation>
    </message>
    <message>
        <source>Nobody has both tests yet. The result appears with the first pair.</source>
        <translation>Ҳанӯз касе ҳар ду санҷишро надорад. Натиҷа бо ҷуфти аввал пайдо мешавад.</translation>
    </message>
    <message>
        <source>As many points after as before: {post}.</source>
        <translation>Баъд аз курс ҳамон қадар, ки пеш аз он буд: {post}.</translation>
    </message>
    <message>
        <source>{points} percentage points more after the course: {pre} before, {post} after.</source>
        <translation>Баъд аз курс {points} банди фоизӣ бештар: пештар {pre}, баъд {post}.</translation>
    </message>
    <message>
        <source>{points} percentage points less after the course: {pre} before, {post} after.</source>
        <translation>Баъд аз курс {points} банди фоизӣ камтар: пештар {pre}, баъд {post}.</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чӣ омӯхта шуд</translation>
    </message>
    <message>
        <source>Means and gains are of those with both tests. g is how much of what was still to be learnt was learnt: low under 0.3, high from 0.7.</source>
        <translation>Миёна ва афзоиш танҳо аз рӯйи онҳоест, ки ҳар ду санҷишро доранд. g — кадом ҳиссаи номаълум омӯхта шуд: то 0,3 паст, аз 0,7 баланд.</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>What was learnt</source>
        <translation>Чӣ омӯхта шуд</translation>
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
        <source>People counted</source>
        <translation>Иштирокчиёне, ки нишондиҳанда аз рӯйи онҳост</translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation>Ҳанӯз санҷиш нест</translation>
    </message>
    <message>
        <source>Enter the papers of a test, or type the points: what was learnt appears here.</source>
        <translation>Корҳои санҷиширо ворид кунед ё холҳоро нависед: чӣ омӯхта шуданаш дар ин ҷо пайдо мешавад.</translation>
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
    <name>LeaveOverlay</name>
    <message>
        <source>Back to the program</source>
        <translation>Бозгашт ба барнома</translation>
    </message>
    <message>
        <source>Type the passphrase of this laptop. What was answered so far is saved.</source>
        <translation>Гузарвожаи ҳамин ноутбукро нависед. Ҷавобҳои додашуда сабт шудаанд.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
    </message>
    <message>
        <source>Open the program</source>
        <translation>Барномаро кушодан</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Бозгашт ба варақа</translation>
    </message>
    <message>
        <source>Let participants go on</source>
        <translation>Бигзор иштирокчиён давом диҳанд</translation>
    </message>
    <message>
        <source>Several numbers in a row were not confirmed. Type the passphrase of this laptop to go on.</source>
        <translation>Якчанд рақамро пай дар пай касе тасдиқ накард. Барои давом додан гузарвожаи ҳамин ноутбукро нависед.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Идома додан</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
</context>
<context>
    <name>MaximumPointsFields</name>
    <message>
        <source>Points in all:</source>
        <translation>Ҳамагӣ хол:</translation>
    </message>
    <message>
        <source>Points in all: {occasion}</source>
        <translation>Ҳамагӣ хол: {occasion}</translation>
    </message>
</context>
<context>
    <name>NewFormChoice</name>
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
    <name>OptionRow</name>
    <message>
        <source>Remove the option</source>
        <translation>Хориҷ кардани вариант</translation>
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
    <name>PaperDoubtForm</name>
    <message>
        <source>Correct it</source>
        <translation>Ислоҳ кардан</translation>
    </message>
    <message>
        <source>Enter this paper</source>
        <translation>Ворид кардани ин кор</translation>
    </message>
    <message>
        <source>Re-sit</source>
        <translation>Супоридани такрорӣ</translation>
    </message>
    <message>
        <source>Type the number again</source>
        <translation>Рақамро аз нав навиштан</translation>
    </message>
    <message>
        <source>What was typed here was not taken. Look at the paper; Enter, pressed twice, goes on.</source>
        <translation>Он чи дар ин ҷо навишта шуд, қабул нашуд. Ба коғаз нигаред; Enter, агар ду бор пахш шавад, минбаъд мебарад.</translation>
    </message>
    <message>
        <source>Sheet {number} is entered already</source>
        <translation>Варақаи {number} аллакай ворид шудааст</translation>
    </message>
    <message>
        <source>Paper {number} is entered already: {name}</source>
        <translation>Кори санҷишии {number} аллакай ворид шудааст: {name}</translation>
    </message>
    <message>
        <source>Paper {number}: {name} has points already</source>
        <translation>Кори санҷишии {number}: хол аллакай ҳаст, {name}</translation>
    </message>
    <message>
        <source>Paper {number}: is it that of {name}?</source>
        <translation>Кори санҷишии {number}: ин {name} аст?</translation>
    </message>
    <message>
        <source>Enter opens it to be corrected, + begins a re-sit: another paper.</source>
        <translation>Enter онро барои ислоҳ мекушояд, + супоридани такрориро оғоз мекунад: боз як кор.</translation>
    </message>
    <message>
        <source>Enter opens it to be corrected.</source>
        <translation>Enter: кушодан ва ислоҳ кардан.</translation>
    </message>
    <message>
        <source>Points given by hand: {points} of {whole}. With its first answer the paper stands in their place. A re-sit (+) leaves both, and the rule of the course says which counts.</source>
        <translation>Хол дастӣ ворид шудааст: {points} аз {whole}. Бо ҷавоби аввал кори санҷишӣ ҷойи онро мегирад. Супоридани такрорӣ (+) ҳар дуро нигоҳ медорад, ва қоидаи курс мегӯяд, ки кадомаш ба ҳисоб меравад.</translation>
    </message>
    <message>
        <source>Enter: it is this paper.</source>
        <translation>Enter: ин ҳамон кор аст.</translation>
    </message>
    <message>
        <source>Esc: the number was mistyped. Nothing was changed.</source>
        <translation>Esc: рақам хато навишта шудааст. Ҳеҷ чиз тағйир наёфт.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} left the list and was not there.</source>
        <translation>№&#xa0;{number} аз рӯйхат баромад ва ҳозир набуд.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} was absent on {day}.</source>
        <translation>Аз рӯйи қайдҳо, №&#xa0;{number} ҳозир набуд: {day}.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} was absent in all sessions.</source>
        <translation>Аз рӯйи қайдҳо, №&#xa0;{number} дар ягон машғулият ҳозир набуд.</translation>
    </message>
</context>
<context>
    <name>PaperListCard</name>
    <message>
        <source>Paper</source>
        <translation>Кори санҷишӣ</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Ворид шуд</translation>
    </message>
    <message>
        <source>{done} of {count} papers entered</source>
        <translation>корҳои воридшуда: {done} аз {count}</translation>
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
            <numerusform>бе кори санҷишӣ: %n</numerusform>
            <numerusform>бе кори санҷишӣ: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) entered</source>
        <translation>
            <numerusform>%n варақа ворид шуд</numerusform>
            <numerusform>%n варақа ворид шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>filled in on this laptop and not listed until they enter: %n</source>
        <translation>
            <numerusform>дар ин ноутбук пур шудаанд, баъди қабул дар рӯйхат мешаванд: %n</numerusform>
            <numerusform>дар ин ноутбук пур шудаанд, баъди қабул дар рӯйхат мешаванд: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Варақа</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Корҳои санҷишӣ</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Варақаҳо</translation>
    </message>
    <message>
        <source>Papers of this form</source>
        <translation>Корҳои санҷишӣ аз рӯйи ин варақа</translation>
    </message>
    <message>
        <source>Anonymous sheet</source>
        <translation>Варақаи беном</translation>
    </message>
    <message>
        <source>No number: {answers}</source>
        <translation>Берақам: {answers}</translation>
    </message>
    <message>
        <source>see Review</source>
        <translation>ниг. «Баррасӣ»</translation>
    </message>
    <message>
        <source>entered</source>
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
        <translation>кори санҷишӣ нест</translation>
    </message>
    <message>
        <source>points only</source>
        <translation>танҳо хол</translation>
    </message>
</context>
<context>
    <name>PaperOwnerForm</name>
    <message>
        <source>Participants without a paper</source>
        <translation>Иштирокчиёне, ки кори санҷишӣ надоранд</translation>
    </message>
    <message>
        <source>Nobody on the list has number {number}. Whose paper is it?</source>
        <translation>Дар рӯйхат рақами {number} нест. Ин кори санҷишии кист?</translation>
    </message>
    <message>
        <source>Type a name and press Enter. Esc: I mistyped the number. Nothing has been saved yet.</source>
        <translation>Номро нависед ва Enter-ро пахш кунед. Esc — рақам хато навишта шуд. Ҳанӯз чизе сабт нашудааст.</translation>
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
        <translation>Варақаи баҳо ва версия</translation>
    </message>
    <message>
        <source>No practical ratings yet</source>
        <translation>Ҳанӯз арзёбии амалӣ нест</translation>
    </message>
    <message>
        <source>Choose a rating sheet for the course, then enter one sheet for each participant.</source>
        <translation>Барои курс варақаи баҳо интихоб кунед, сипас барои ҳар иштирокчӣ як варақа ворид кунед.</translation>
    </message>
</context>
<context>
    <name>QuestionExportPage</name>
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
        <source>Everything in three languages; can be changed and imported again</source>
        <translation>Ҳама чиз ба се забон; тағйир додан ва аз нав қабул кардан мумкин аст</translation>
    </message>
    <message>
        <source>A text in one language, for quizzes of Moodle</source>
        <translation>Матн ба як забон, барои санҷишҳои Moodle</translation>
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
        <source>Complete in this language: %n question(s). The others are left out.</source>
        <translation>
            <numerusform>Ба он %n савол пурра ҳаст; дигарон навишта намешаванд.</numerusform>
            <numerusform>Ба он %n савол пурра ҳаст; дигарон навишта намешаванд.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionFilePage</name>
    <message>
        <source>Questions ({endings})</source>
        <translation>Саволҳо ({endings})</translation>
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
        <source>{file}: fill it in, then import it here.</source>
        <translation>{file}: онро пур кунед, баъд дар ин ҷо қабул кунед.</translation>
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
        <source>Back</source>
        <translation>Бозгашт</translation>
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
        <translation>Ҳар навъ</translation>
    </message>
    <message>
        <source>In the bank</source>
        <translation>Дар бонк</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Дар канор</translation>
    </message>
    <message>
        <source>Only one topic</source>
        <translation>Танҳо як мавзуъ</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Танҳо як навъ</translation>
    </message>
    <message>
        <source>In the bank or archived</source>
        <translation>Дар бонк ё дар канор</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>The question is saved</source>
        <translation>Савол сабт шуд</translation>
    </message>
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
        <translation>Ин савол истифода шудааст. Забонҳои намерасида, мавзуъ ва шарҳро танҳо пур кардан мумкин. Ҳар тағйири дигар версияи нав месозад: корҳои санҷишӣ ва натиҷаҳо бо версияи куҳна мемонанд, варақаҳои ҳанӯз истифоданашуда навашро мегиранд.</translation>
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
        <translation>Шкалаи тайёр</translation>
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
        <source>Options</source>
        <translation>Вариантҳо</translation>
    </message>
    <message>
        <source>Without any, the question is open and gives no points.</source>
        <translation>Бе чунин ҷавобҳо савол кушода аст ва хол намедиҳад.</translation>
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
    <message>
        <source>No option is marked as right: in a test this question gives no points, whatever stands under Points. If it asks for an opinion, it may stay so.</source>
        <translation>Ягон вариант дуруст қайд нашудааст: дар санҷиш ин савол хол намедиҳад, новобаста аз он чи дар «Холҳо» навишта шудааст. Агар он фикри шахсро пурсад, ҳамин тавр монад.</translation>
    </message>
</context>
<context>
    <name>QuestionImportModel</name>
    <message>
        <source>Line</source>
        <extracomment>Heading: the number of the line in the file</extracomment>
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
        <translation>Навъ</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>Heading: the right answer</extracomment>
        <translation>Дуруст</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Мавзуъ</translation>
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
    <name>QuestionImportPage</name>
    <message>
        <source>Reading the questions</source>
        <translation>Хондани саволҳо</translation>
    </message>
    <message>
        <source>Importing the questions</source>
        <translation>Қабули саволҳо</translation>
    </message>
    <message>
        <source>Nothing had to be added</source>
        <translation>Чизе барои илова набуд</translation>
    </message>
    <message>
        <source>Everything in the file is here already.</source>
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
        <source>Import questions from a file</source>
        <translation>Қабули саволҳо аз файл</translation>
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
        <source>Import %n question(s)</source>
        <translation>
            <numerusform>Қабули %n савол</numerusform>
            <numerusform>Қабули %n савол</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPicker</name>
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
            <numerusform>%n савол, ки ҳанӯз дар варақа нест.</numerusform>
            <numerusform>%n савол, ки ҳанӯз дар варақа нест.</numerusform>
        </translation>
    </message>
    <message>
        <source>Space ticks, Enter adds what is ticked.</source>
        <translation>Фосила қайд мекунад, Enter қайдшударо илова мекунад.</translation>
    </message>
    <message>
        <source>No question is found</source>
        <translation>Савол ёфт нашуд</translation>
    </message>
    <message>
        <source>Type fewer letters or clear the filters.</source>
        <translation>Ҳарфи камтар нависед ё филтрҳоро тоза кунед.</translation>
    </message>
    <message>
        <source>The bank has no other questions</source>
        <translation>Дар бонк саволи дигар нест</translation>
    </message>
    <message>
        <source>Close this and press “New question”: what you write goes into the bank too.</source>
        <translation>Инро пӯшед ва «Саволи нав»-ро пахш кунед: он ба бонк ҳам медарояд.</translation>
    </message>
    <message>
        <source>The bank is empty</source>
        <translation>Бонк холӣ аст</translation>
    </message>
    <message>
        <source>Close this and press “New question”, or import questions from a file under “Questions”.</source>
        <translation>Инро пӯшед ва «Саволи нав»-ро пахш кунед ё саволҳоро аз файл дар бахши «Саволҳо» қабул кунед.</translation>
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
    <name>QuestionsPage</name>
    <message>
        <source>Question</source>
        <translation>Савол</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Навъ</translation>
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
        <translation>Қабули саволҳо аз файл</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Навиштан ба файл…</translation>
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
        <extracomment>A button: makes a second question like this one</extracomment>
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
        <source>Type fewer letters (any alphabet) or clear the filters.</source>
        <translation>Ҳарфҳои камтар нависед, бо ҳар алифбо, ё филтрҳоро бардоред.</translation>
    </message>
    <message>
        <source>No question yet</source>
        <translation>Ҳанӯз савол нест</translation>
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
        <source>Archive</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>points: {points}</source>
        <translation>хол: {points}</translation>
    </message>
    <message>
        <source>was used: a change makes a new version</source>
        <translation>истифода шудааст: тағйир версияи нав месозад</translation>
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
        <translation>ҳанӯз дар ягон варақа нест</translation>
    </message>
    <message>
        <source>{count}, used</source>
        <translation>{count}, дар истифода</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Counting</source>
        <translation>Ҳисоб карда мешавад</translation>
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
        <source>What was learnt</source>
        <translation>Чӣ омӯхта шуд</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Саволҳо</translation>
    </message>
    <message>
        <source>Practical ratings</source>
        <translation>Арзёбии амалӣ</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Назарпурсӣ</translation>
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
        <source>Course: {code}</source>
        <translation>Курс: {code}</translation>
    </message>
    <message>
        <source>Form: {title}</source>
        <translation>Варақа: {title}</translation>
    </message>
    <message>
        <source>One form</source>
        <translation>Як варақа</translation>
    </message>
    <message>
        <source>Preparing the results</source>
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
        <translation>Супоридани такрорӣ кори санҷишии нав аст: санҷиши тамомшудаи касро кушоед ва «Супоридани такрорӣ»-ро пахш кунед. Қоида мегӯяд, ки барои шаҳодатнома ва натиҷаи омӯзиш кадомаш ба ҳисоб меравад.</translation>
    </message>
    <message>
        <source>The highest share of points</source>
        <translation>Ҳиссаи баландтарини холҳо</translation>
    </message>
    <message>
        <source>The newest paper that is whole</source>
        <translation>Навтарин кори санҷишии пурра</translation>
    </message>
    <message>
        <source>Re-sits are kept, and change nothing</source>
        <translation>Супориданҳои такрорӣ нигоҳ дошта мешаванд ва чизеро тағйир намедиҳанд</translation>
    </message>
</context>
<context>
    <name>SaveResultsButton</name>
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
<context>
    <name>SecondKeyerForm</name>
    <message>
        <source>Second entry by another person</source>
        <translation>Воридкунии дуюм аз ҷониби каси дигар</translation>
    </message>
    <message>
        <source>The same papers are entered once more. The first answers stay hidden; where the two entries do not say the same, the paper is looked at again.</source>
        <translation>Ҳамон корҳои санҷишӣ бори дигар ворид мешаванд. Ҷавобҳои аввал пинҳонанд; он ҷо ки ду воридкунӣ якхела набошад, кори санҷиширо аз нав мебинанд.</translation>
    </message>
    <message>
        <source>The same sheets are entered once more. The first answers stay hidden; where the two entries do not say the same, the sheet is looked at again.</source>
        <translation>Ҳамон варақаҳо бори дигар ворид мешаванд. Ҷавобҳои аввал пинҳонанд; он ҷо ки ду воридкунӣ якхела набошад, варақаро аз нав мебинанд.</translation>
    </message>
    <message>
        <source>Who enters now?</source>
        <translation>Ҳоло кӣ ворид мекунад?</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Оғоз</translation>
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
        <translation>Дар коғаз</translation>
    </message>
    <message>
        <source>Two people enter every paper</source>
        <translation>Ҳар кори санҷиширо ду кас ворид мекунанд</translation>
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
        <translation>Дар ноутбук пур кардан</translation>
    </message>
    <message>
        <source>Fill in on this laptop</source>
        <translation>Пур кардан дар ноутбук</translation>
    </message>
    <message numerus="yes">
        <source>No paper is entered yet; on the list: %n.</source>
        <translation>
            <numerusform>Ҳанӯз ягон кори санҷишӣ ворид нашудааст; дар рӯйхат: %n.</numerusform>
            <numerusform>Ҳанӯз ягон кори санҷишӣ ворид нашудааст; дар рӯйхат: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message numerus="yes">
        <source>No sheet is entered yet; on the list: %n.</source>
        <translation>
            <numerusform>Ҳанӯз ягон варақа ворид нашудааст; дар рӯйхат: %n.</numerusform>
            <numerusform>Ҳанӯз ягон варақа ворид нашудааст; дар рӯйхат: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No sheet is entered yet; of those who came, %n should have one.</source>
        <translation>
            <numerusform>Ҳанӯз ягон варақа ворид нашудааст; омаданд ва бояд пур мекарданд: %n.</numerusform>
            <numerusform>Ҳанӯз ягон варақа ворид нашудааст; омаданд ва бояд пур мекарданд: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No paper is entered yet; of those who came, %n should have one.</source>
        <translation>
            <numerusform>Ҳанӯз ягон кори санҷишӣ ворид нашудааст; омаданд ва бояд менавиштанд: %n.</numerusform>
            <numerusform>Ҳанӯз ягон кори санҷишӣ ворид нашудааст; омаданд ва бояд менавиштанд: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>{keyed} of {expected} papers entered</source>
        <translation>корҳои воридшуда: {keyed} аз {expected}</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) collected</source>
        <translation>
            <numerusform>%n варақа ҷамъ шуд</numerusform>
            <numerusform>%n варақа ҷамъ шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be added</source>
        <translation>
            <numerusform>ҳанӯз қабул нашудаанд: %n</numerusform>
            <numerusform>ҳанӯз қабул нашудаанд: %n</numerusform>
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
        <source>%n entered twice</source>
        <translation>
            <numerusform>%n ду бор ворид шуд</numerusform>
            <numerusform>%n ду бор ворид шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n номувофиқӣ</numerusform>
            <numerusform>%n номувофиқӣ</numerusform>
        </translation>
    </message>
    <message>
        <source>Points typed: {typed} of {expected}</source>
        <translation>Холҳо ворид шудаанд: {typed} аз {expected}</translation>
    </message>
    <message numerus="yes">
        <source>points typed: %n</source>
        <translation>
            <numerusform>холҳо бе кори санҷишӣ: %n</numerusform>
            <numerusform>холҳо бе кори санҷишӣ: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Ворид кардан</translation>
    </message>
    <message>
        <source>Finish or delete what was begun</source>
        <translation>Тамом ё нест кардани оғозшуда</translation>
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
        <source>Add the sheets to the results</source>
        <translation>Қабули варақаҳо</translation>
    </message>
    <message>
        <source>Print the papers</source>
        <translation>Чопи корҳои санҷишӣ</translation>
    </message>
    <message>
        <source>Print the sheets</source>
        <translation>Чопи варақаҳо</translation>
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
        <source>Remove the form from the course</source>
        <translation>Хориҷ кардани варақа аз курс</translation>
    </message>
</context>
<context>
    <name>StandardFormsPanel</name>
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
        <source>archived</source>
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
    <name>TestsTab</name>
    <message>
        <source>Type a number. Enter goes down, Tab across, Delete clears.</source>
        <translation>Рақам нависед. Enter — ба поён, Tab — ба паҳлӯ, Delete — тоза кардан.</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Фарқият</translation>
    </message>
    <message>
        <source>Type the points of the current cell</source>
        <translation>Холи катаки ҷорӣ</translation>
    </message>
    <message>
        <source>Save and go down</source>
        <translation>Сабт ва ба поён</translation>
    </message>
    <message>
        <source>Save and go across</source>
        <translation>Сабт ва ба паҳлӯ</translation>
    </message>
    <message>
        <source>Remove the score</source>
        <translation>Хориҷ кардани хол</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Катакро чун пештара мондан</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Хол</translation>
    </message>
    <message>
        <source>Points of the tests</source>
        <translation>Холҳои санҷишҳо</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>Scores are typed for participants. Add them first; a list in Excel can be imported.</source>
        <translation>Холҳо барои иштирокчиён навишта мешаванд. Аввал онҳоро илова кунед; рӯйхатро аз Excel низ қабул кардан мумкин аст.</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Гузаштан ба иштирокчиён</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Корҳои санҷишӣ</translation>
    </message>
    <message>
        <source>Choose a test</source>
        <translation>Интихоби санҷиш</translation>
    </message>
    <message>
        <source>Choose a test of the bank: then papers are printed with numbers, and one key for each answer is enough. Without one the points are typed into the table.</source>
        <translation>Санҷишро аз бонки саволҳо интихоб кунед: он гоҳ корҳои санҷишӣ бо рақам чоп мешаванд ва барои ҳар ҷавоб як тугма кифоя аст. Бе он холҳо ба ҷадвал навишта мешаванд.</translation>
    </message>
    <message>
        <source>Written before: {pre} · after: {post} · on the list: {people}</source>
        <translation>Аввал: {pre} · ниҳоӣ: {post} · дар рӯйхат: {people}</translation>
    </message>
    <message>
        <source>left the list: {count}</source>
        <translation>аз рӯйхат баромаданд: {count}</translation>
    </message>
    <message numerus="yes">
        <source>That was the last row. {test}, without points: %n.</source>
        <translation>
            <numerusform>Ин сатри охирин буд. {test}, бе хол: %n.</numerusform>
            <numerusform>Ин сатри охирин буд. {test}, бе хол: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>{test}: all points are typed. Choose a cell to change one.</source>
        <translation>{test}: ҳамаи холҳо ворид шуданд. Барои ислоҳ катакро интихоб кунед.</translation>
    </message>
    <message>
        <source>From the answers of paper {number}: {title}.</source>
        <translation>Аз рӯйи ҷавобҳои кори санҷишии {number}: {title}.</translation>
    </message>
    <message>
        <source>The course is closed. Points of papers that come late can still be typed.</source>
        <translation>Курс баста аст. Холҳои корҳои дер расидаро ҳоло ҳам навиштан мумкин аст.</translation>
    </message>
    <message>
        <source>not on the list any more</source>
        <translation>дигар дар рӯйхат нест</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>{words}. Enter goes past; choose the row to type what they wrote.</source>
        <translation>{words}. Enter сатрро мегузарад; агар кор бошад, сатрро интихоб карда, холҳоро нависед.</translation>
    </message>
    <message>
        <source>From the answers of paper {number}: {title}. A double click opens it.</source>
        <translation>Аз рӯйи ҷавобҳои кори санҷишии {number}: {title}. Пахши дукарата онро мекушояд.</translation>
    </message>
</context>
<context>
    <name>TotalsNotice</name>
    <message>
        <source>Count out of {form}</source>
        <translation>Аз {form} ҳисоб кардан</translation>
    </message>
    <message>
        <source>{test}: the forms chosen have different points in all ({form}); points typed now are counted out of {said}.</source>
        <translation>{test}: варақаҳои интихобшуда шумораи гуногуни холҳо доранд ({form}); холҳое, ки ҳоло ворид мешаванд, аз {said} ҳисоб карда мешаванд.</translation>
    </message>
    <message>
        <source>{test}: the form has {form} points in all; points typed now are counted out of {said}, as it was typed here.</source>
        <translation>{test}: варақа ҳамагӣ {form} хол дорад; холҳое, ки ҳоло ворид мешаванд, аз {said} ҳисоб карда мешаванд, чунон ки ин ҷо навишта шудааст.</translation>
    </message>
    <message numerus="yes">
        <source>{test}: %n score(s) typed by hand are counted out of {typed}, the form has {form}. Their per cent do not compare with those of entered answers.</source>
        <translation>
            <numerusform>{test}: %n холи бо даст воридшуда аз {typed} ҳисоб карда мешавад, варақа бошад ҳамагӣ {form} дорад. Фоизи онро бо фоизи ҷавобҳои воридшуда муқоиса кардан мумкин нест.</numerusform>
            <numerusform>{test}: %n холи бо даст воридшуда аз {typed} ҳисоб карда мешавад, варақа бошад ҳамагӣ {form} дорад. Фоизи онро бо фоизи ҷавобҳои воридшуда муқоиса кардан мумкин нест.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingSheetsCard</name>
    <message>
        <source>Finish or delete what was begun</source>
        <translation>Тамом ё нест кардани оғозшуда</translation>
    </message>
    <message>
        <source>No more will come: delete…</source>
        <translation>Дигар намеояд: нест кардан…</translation>
    </message>
    <message numerus="yes">
        <source>Not finished: %n sheet(s). Finish them first: what comes later enters only with four others.</source>
        <translation>
            <numerusform>Тамом нашудааст: %n варақа. Аввал онро тамом кунед: варақаи дермонда танҳо бо чор варақаи дигар дохил мешавад.</numerusform>
            <numerusform>Тамом нашудааст: %n варақа. Аввал онро тамом кунед: варақаи дермонда танҳо бо чор варақаи дигар дохил мешавад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s).</source>
        <translation>
            <numerusform>%n варақа интизор аст.</numerusform>
            <numerusform>%n варақа интизор аст.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On this laptop only, in no file yet: %n sheet(s). Those with a number are counted here already. When all are entered, add them to the results: all together and in no order, so that nobody can tell which is whose.</source>
        <translation>
            <numerusform>Танҳо дар ин ноутбук, дар ягон файл не: %n варақа. Варақаҳои рақамдор дар ин ҷо аллакай ба ҳисоб гирифта шудаанд. Вақте ки ҳама ворид шуданд, онҳоро қабул кунед: ҳама якҷоя ва бе тартиб, то маълум нашавад, ки кадомаш аз они кист.</numerusform>
            <numerusform>Танҳо дар ин ноутбук, дар ягон файл не: %n варақа. Варақаҳои рақамдор дар ин ҷо аллакай ба ҳисоб гирифта шудаанд. Вақте ки ҳама ворид шуданд, онҳоро қабул кунед: ҳама якҷоя ва бе тартиб, то маълум нашавад, ки кадомаш аз они кист.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s). Everybody on the list has handed one in: they enter together, in no order, so that nobody can tell which is whose.</source>
        <translation>
            <numerusform>%n варақа интизор аст: ҳама аз рӯйхат супориданд. Варақаҳо якҷоя ва бе тартиб дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист.</numerusform>
            <numerusform>%n варақа интизор аст: ҳама аз рӯйхат супориданд. Варақаҳо якҷоя ва бе тартиб дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to be added</source>
        <translation>Ҳанӯз қабул нашудаанд</translation>
    </message>
    <message numerus="yes">
        <source>Waiting here: %n sheet(s). The others of this small course entered together already, and one by itself would tell whose it is.</source>
        <translation>
            <numerusform>Дар ин ҷо %n варақа интизор аст. Варақаҳои дигари ин курси хурд аллакай якҷоя дохил шудаанд, ва варақаи танҳо нишон медод, ки аз они кист.</numerusform>
            <numerusform>Дар ин ҷо %n варақа интизор аст. Варақаҳои дигари ин курси хурд аллакай якҷоя дохил шудаанд, ва варақаи танҳо нишон медод, ки аз они кист.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s). Fewer than five people are on the list: their sheets enter together, once, when everybody has handed one in. One by itself would tell whose it is.</source>
        <translation>
            <numerusform>%n варақа интизор аст: дар рӯйхат камтар аз панҷ кас аст ва варақаҳои онҳо якҷоя, як бор, вақте ҳама супориданд, дохил мешаванд. Варақаи танҳо нишон медод, ки аз они кист.</numerusform>
            <numerusform>%n варақа интизор аст: дар рӯйхат камтар аз панҷ кас аст ва варақаҳои онҳо якҷоя, як бор, вақте ҳама супориданд, дохил мешаванд. Варақаи танҳо нишон медод, ки аз они кист.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n waiting sheet(s)?</source>
        <translation>
            <numerusform>Варақаи мунтазирро (%n) нест кунед?</numerusform>
            <numerusform>Варақаҳои мунтазирро (%n) нест кунед?</numerusform>
        </translation>
    </message>
    <message>
        <source>What was answered on them counts nowhere and cannot be brought back.</source>
        <translation>Ҷавобҳои онҳо дар ҷое ҳисоб намешаванд ва баргардонда намешаванд.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting here: %n sheet(s); {missing} more needed. Five or more enter together, so that nobody can tell which is whose. Until then no file carries them.</source>
        <translation>
            <numerusform>Дар ин ҷо %n варақа интизор аст, боз {missing} лозим. Варақаҳо панҷто ва зиёда якҷоя дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист. То он вақт ҳеҷ файл онҳоро намебарад.</numerusform>
            <numerusform>Дар ин ҷо %n варақа интизор аст, боз {missing} лозим. Варақаҳо панҷто ва зиёда якҷоя дохил мешаванд, то маълум нашавад, ки кадомаш аз они кист. То он вақт ҳеҷ файл онҳоро намебарад.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those before are in the results already.</source>
        <translation>Варақаҳои пешина аллакай дар натиҷаҳоянд.</translation>
    </message>
    <message numerus="yes">
        <source>With a number, so counted here already: %n.</source>
        <translation>
            <numerusform>Бо рақам, аз ин рӯ дар ин ҷо аллакай ба ҳисоб гирифта шудааст: %n.</numerusform>
            <numerusform>Бо рақам, аз ин рӯ дар ин ҷо аллакай ба ҳисоб гирифта шудааст: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the paper.</source>
        <translation>Коғазро нигоҳ доред.</translation>
    </message>
    <message>
        <source>First give the paper to the office: it can enter late sheets of several laptops together.</source>
        <translation>Аввал коғазро ба идора диҳед: он метавонад варақаҳои дермондаи чанд ноутбукро якҷоя ворид кунад.</translation>
    </message>
    <message>
        <source>What was filled in on this computer is on no paper.</source>
        <translation>Он чи дар ин компютер пур шудааст, дар коғаз нест.</translation>
    </message>
    <message>
        <source>What was filled in on this laptop is on no paper: first ask everybody whose it may be to fill in a sheet on paper for the office.</source>
        <translation>Он чи дар ин ноутбук пур шудааст, дар коғаз нест: аввал аз ҳар касе, ки метавонад соҳиби он бошад, хоҳиш кунед, ки варақаи коғазиро барои идора пур кунад.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message numerus="yes">
        <source>Add %n sheet(s) to the results</source>
        <translation>
            <numerusform>Қабули %n варақа</numerusform>
            <numerusform>Қабули %n варақа</numerusform>
        </translation>
    </message>
</context>
</TS>
