<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
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
        <translation>Ҳарду</translation>
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
        <translation>Баҳоҳо</translation>
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
        <source>Tests and feedback are typed into a course. Create one or take in a file of the office.</source>
        <translation>Санҷишҳо ва баҳоҳо ба курс ворид мешаванд. Курс созед ё файлеро, ки идора додааст, қабул кунед.</translation>
    </message>
    <message>
        <source>All courses: {pairs} with both tests, {gain} points, g {g}</source>
        <translation>Ҳамаи курсҳо: бо ҳарду санҷиш — {pairs}, афзоиш {gain} банд, g {g}</translation>
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
    <name>EntryFoot</name>
    <message>
        <source>Saved: {what}</source>
        <translation>Сабт шуд: {what}</translation>
    </message>
    <message>
        <source>Type a number. Enter goes down, Tab across, Delete clears.</source>
        <translation>Рақам нависед. Enter — ба поён, Tab — ба паҳлу, Delete — тоза кардан.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Бекор кардан</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
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
        <translation>Варақа</translation>
    </message>
    <message>
        <source>Answers by question</source>
        <translation>Ҷавобҳо аз рӯи саволҳо</translation>
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
        <source>Sheets</source>
        <translation>Варақаҳо</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Интихоби варақа</translation>
    </message>
    <message>
        <source>Choose the feedback form: its sheets are printed with numbers that point to nobody, keyed in with one key for each answer, or filled in on this laptop.</source>
        <translation>Варақаи баҳогузориро интихоб кунед: варақаҳои он бо рақамҳое чоп мешаванд, ки ба ҳеҷ кас ишора намекунанд; ҳар ҷавоб бо як тугма ворид мешавад ё дар худи ноутбук пур карда мешавад.</translation>
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
        <source>from {least}</source>
        <translation>аз {least}</translation>
    </message>
</context>
<context>
    <name>LearningCard</name>
    <message>
        <source>Both tests</source>
        <translation>Ҳарду санҷиш</translation>
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
        <source>g of the class means</source>
        <translation>g аз рӯйи миёнаи гурӯҳ</translation>
    </message>
    <message>
        <source>Mean of individual g</source>
        <translation>Миёнаи g-и ҳар нафар</translation>
    </message>
    <message>
        <source>Lower after than before</source>
        <translation>Баъд аз курс пасттар</translation>
    </message>
    <message>
        <source>100 % already before</source>
        <translation>Пеш аз курс 100 %</translation>
    </message>
    <message>
        <source>Nobody has both tests yet. The result appears with the first pair.</source>
        <translation>Ҳанӯз касе ҳарду санҷишро надорад. Натиҷа бо ҷуфти аввал пайдо мешавад.</translation>
    </message>
    <message>
        <source>As many points after as before: {post}.</source>
        <translation>Баъд аз курс ҳамон қадар, ки пеш аз он буд: {post}.</translation>
    </message>
    <message>
        <source>{points} points more after the course: {pre} before, {post} after.</source>
        <translation>Баъд аз курс {points} банд бештар: пештар {pre}, баъд {post}.</translation>
    </message>
    <message>
        <source>{points} points less after the course: {pre} before, {post} after.</source>
        <translation>Баъд аз курс {points} банд камтар: пештар {pre}, баъд {post}.</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чӣ омӯхта шуд</translation>
    </message>
    <message>
        <source>Means and gains are of those with both tests. g is how much of what was still to be learnt was learnt: low under 0.3, high from 0.7.</source>
        <translation>Миёна ва афзоиш танҳо аз рӯйи онҳоест, ки ҳарду санҷишро доранд. g — кадом ҳиссаи номаълум омӯхта шуд: то 0,3 паст, аз 0,7 баланд.</translation>
    </message>
</context>
<context>
    <name>OutOf</name>
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
    <name>TestsTab</name>
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
        <translation>Холи хонаи ҷорӣ</translation>
    </message>
    <message>
        <source>Save and go down</source>
        <translation>Сабт ва ба поён</translation>
    </message>
    <message>
        <source>Save and go across</source>
        <translation>Сабт ва ба паҳлу</translation>
    </message>
    <message>
        <source>Take the score away</source>
        <translation>Гирифтани хол</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Хонаро чун пештара мондан</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Холҳо</translation>
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
        <source>Scores are typed for participants. Add them first; a list in Excel can be taken in.</source>
        <translation>Холҳо барои иштирокчиён навишта мешаванд. Аввал онҳоро илова кунед; рӯйхатро аз Excel низ гирифтан мумкин аст.</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Гузаштан ба иштирокчиён</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Корҳо</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Интихоби варақа</translation>
    </message>
    <message>
        <source>Choose the form of the test: then papers are printed with numbers, and one key for each answer is enough. Without a form the points are typed into the table.</source>
        <translation>Варақаи санҷишро интихоб кунед: он гоҳ корҳо бо рақам чоп мешаванд ва барои ҳар ҷавоб як тугма кифоя аст. Бе варақа холҳо ба ҷадвал навишта мешаванд.</translation>
    </message>
    <message>
        <source>Before {pre} of {people} · after {post} of {people}</source>
        <translation>Аввал {pre} аз {people} · ниҳоӣ {post} аз {people}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>From the answers of paper {number}: {title}. A double click opens it.</source>
        <translation>Аз рӯи ҷавобҳои кори {number}: {title}. Пахши дукарата онро мекушояд.</translation>
    </message>
</context>
</TS>
