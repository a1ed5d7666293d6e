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
        <source>4 and 5</source>
        <translation>4 ва 5</translation>
    </message>
    <message>
        <source>1 and 2</source>
        <translation>1 ва 2</translation>
    </message>
    <message>
        <source>Type the count of the current cell</source>
        <translation>Шумораи хонаи ҷорӣ</translation>
    </message>
    <message>
        <source>Save and go down, then to the next column</source>
        <translation>Сабт ва ба поён, баъд ба сутуни навбатӣ</translation>
    </message>
    <message>
        <source>Save and go across</source>
        <translation>Сабт ва ба паҳлу</translation>
    </message>
    <message>
        <source>Clear the count</source>
        <translation>Тоза кардани шумора</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message>
        <source>How many sheets ticked what</source>
        <translation>Дар варақаҳо чӣ қайд шудааст</translation>
    </message>
    <message>
        <source>1 not at all … 5 fully</source>
        <translation>1 тамоман не … 5 пурра</translation>
    </message>
    <message>
        <source>Counts of the feedback sheets</source>
        <translation>Шумораи ҷавобҳо дар варақаҳои баҳогузорӣ</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n варақа</numerusform>
            <numerusform>%n варақа</numerusform>
        </translation>
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
    <name>StandingOut</name>
    <message>
        <source>Most agreed with: {it}</source>
        <translation>Бештар розӣ шуданд: {it}</translation>
    </message>
    <message>
        <source>Least agreed with: {it}</source>
        <translation>Камтар розӣ шуданд: {it}</translation>
    </message>
    <message>
        <source>“{statement}” has {answers} answers, but the list has {people} people. Count again.</source>
        <translation>«{statement}»: ҷавобҳо {answers}, дар рӯйхат бошад {people} нафар. Аз нав шуморед.</translation>
    </message>
    <message>
        <source>A statement shows its result from {least} answers on: fewer would point at a person.</source>
        <translation>Натиҷа аз {least} ҷавоб сар карда нишон дода мешавад: аз шумораи камтар шахсро шинохтан мумкин аст.</translation>
    </message>
    <message>
        <source>“{statement}”, {share} ticked 4 or 5</source>
        <translation>«{statement}», 4 ё 5-ро {share} қайд карданд</translation>
    </message>
    <message>
        <source>What the feedback says</source>
        <translation>Баҳоҳо чӣ мегӯянд</translation>
    </message>
    <message>
        <source>Anonymous: only these counts are kept, with the day but without your name or the hour.</source>
        <translation>Беном: танҳо ҳамин шумораҳо бо рӯзашон нигоҳ дошта мешаванд — бе номи шумо ва бе соат.</translation>
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
        <source>Before {pre} of {people} · after {post} of {people}</source>
        <translation>Аввал {pre} аз {people} · ниҳоӣ {post} аз {people}</translation>
    </message>
</context>
</TS>
