<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CoursesPage</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Оба</translation>
    </message>
    <message>
        <source>Gain, points</source>
        <translation>Прирост, п. п.</translation>
    </message>
    <message>
        <source>g (Hake)</source>
        <translation>g (Хейк)</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Courses with their evaluations</source>
        <translation>Курсы с результатами оценки</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Open the tests</source>
        <translation>Открыть тесты</translation>
    </message>
    <message>
        <source>Open the feedback</source>
        <translation>Открыть отзывы</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Перейти к курсам</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Курсов пока нет</translation>
    </message>
    <message>
        <source>Tests and feedback are typed into a course. Create one or take in a file of the office.</source>
        <translation>Тесты и отзывы вносятся в курс. Создайте курс или примите файл из офиса.</translation>
    </message>
    <message>
        <source>All courses: {pairs} with both tests, {gain} points, g {g}</source>
        <translation>Все курсы: с обоими тестами — {pairs}, прирост {gain} п. п., g {g}</translation>
    </message>
    <message>
        <source>Tests before and after, and what the participants say</source>
        <translation>Тесты до и после курса и мнение участников</translation>
    </message>
    <message>
        <source>under {least}</source>
        <translation>менее {least}</translation>
    </message>
</context>
<context>
    <name>EntryFoot</name>
    <message>
        <source>Saved: {what}</source>
        <translation>Сохранено: {what}</translation>
    </message>
    <message>
        <source>Type a number. Enter goes down, Tab across, Delete clears.</source>
        <translation>Введите число. Enter — вниз, Tab — вбок, Delete — стереть.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
    <message>
        <source>loss</source>
        <translation>снижение</translation>
    </message>
    <message>
        <source>low</source>
        <translation>низкий</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>средний</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Входной тест</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Входной</translation>
    </message>
    <message>
        <source>Post-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Итоговый</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Итоговый тест</translation>
    </message>
</context>
<context>
    <name>EvaluationsScreen</name>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Анкеты</translation>
    </message>
    <message>
        <source>Pages of evaluations</source>
        <translation>Страницы оценки знаний</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Оценка знаний</translation>
    </message>
</context>
<context>
    <name>FeedbackTab</name>
    <message>
        <source>Statement</source>
        <translation>Утверждение</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответов</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n лист</numerusform>
            <numerusform>%n листа</numerusform>
            <numerusform>%n листов</numerusform>
        </translation>
    </message>
    <message>
        <source>What the sheets say</source>
        <translation>Что говорят листы</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Анкета</translation>
    </message>
    <message>
        <source>Answers by question</source>
        <translation>Ответы по вопросам</translation>
    </message>
    <message>
        <source>Anonymous: kept without a name, without an order, with the day but not the hour.</source>
        <translation>Анонимно: хранится без имени и без порядка, с днём, но без часа.</translation>
    </message>
    <message>
        <source>A question shows its result from {least} answers on: fewer would point at a person.</source>
        <translation>Результат вопроса виден, начиная с {least} ответов: меньшее число указало бы на человека.</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Листы</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Выбрать анкету</translation>
    </message>
    <message>
        <source>Choose the feedback form: its sheets are printed with numbers that point to nobody, keyed in with one key for each answer, or filled in on this laptop.</source>
        <translation>Выберите анкету отзывов: её листы печатаются с номерами, которые ни на кого не указывают, вводятся одной клавишей на ответ или заполняются на этом ноутбуке.</translation>
    </message>
    <message>
        <source>top</source>
        <translation>верх</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>низ</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} и {second}</translation>
    </message>
    <message>
        <source>from {least}</source>
        <translation>от {least}</translation>
    </message>
</context>
<context>
    <name>LearningCard</name>
    <message>
        <source>Both tests</source>
        <translation>Оба теста</translation>
    </message>
    <message>
        <source>Only the pre-test</source>
        <translation>Только входной</translation>
    </message>
    <message>
        <source>Only the post-test</source>
        <translation>Только итоговый</translation>
    </message>
    <message>
        <source>Gain in percentage points</source>
        <translation>Прирост, проц. пункты</translation>
    </message>
    <message>
        <source>g of the class means</source>
        <translation>g по средним группы</translation>
    </message>
    <message>
        <source>Mean of individual g</source>
        <translation>Среднее личных g</translation>
    </message>
    <message>
        <source>Lower after than before</source>
        <translation>После курса ниже</translation>
    </message>
    <message>
        <source>100 % already before</source>
        <translation>100 % уже до курса</translation>
    </message>
    <message>
        <source>Nobody has both tests yet. The result appears with the first pair.</source>
        <translation>Обоих тестов пока ни у кого нет. Результат появится с первой парой.</translation>
    </message>
    <message>
        <source>As many points after as before: {post}.</source>
        <translation>После курса столько же, сколько до него: {post}.</translation>
    </message>
    <message>
        <source>{points} points more after the course: {pre} before, {post} after.</source>
        <translation>После курса на {points} п. п. больше: было {pre}, стало {post}.</translation>
    </message>
    <message>
        <source>{points} points less after the course: {pre} before, {post} after.</source>
        <translation>После курса на {points} п. п. меньше: было {pre}, стало {post}.</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чему научились</translation>
    </message>
    <message>
        <source>Means and gains are of those with both tests. g is how much of what was still to be learnt was learnt: low under 0.3, high from 0.7.</source>
        <translation>Средние и прирост — по тем, у кого есть оба теста. g — какая доля ещё не известного усвоена: до 0,3 низкий, от 0,7 высокий.</translation>
    </message>
</context>
<context>
    <name>OutOf</name>
    <message>
        <source>Points in all:</source>
        <translation>Всего баллов:</translation>
    </message>
    <message>
        <source>Points in all: {occasion}</source>
        <translation>Всего баллов: {occasion}</translation>
    </message>
</context>
<context>
    <name>TestsTab</name>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Type the points of the current cell</source>
        <translation>Ввести баллы в текущую ячейку</translation>
    </message>
    <message>
        <source>Save and go down</source>
        <translation>Сохранить и вниз</translation>
    </message>
    <message>
        <source>Save and go across</source>
        <translation>Сохранить и вбок</translation>
    </message>
    <message>
        <source>Take the score away</source>
        <translation>Удалить балл</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Оставить ячейку как была</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>Points of the tests</source>
        <translation>Баллы за тесты</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Scores are typed for participants. Add them first; a list in Excel can be taken in.</source>
        <translation>Баллы вносятся для участников. Сначала добавьте их; список можно взять из Excel.</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Перейти к участникам</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Выбрать анкету</translation>
    </message>
    <message>
        <source>Choose the form of the test: then papers are printed with numbers, and one key for each answer is enough. Without a form the points are typed into the table.</source>
        <translation>Выберите анкету теста: тогда работы печатаются с номерами, и на ответ хватает одной клавиши. Без анкеты баллы вписывают в таблицу.</translation>
    </message>
    <message>
        <source>Before {pre} of {people} · after {post} of {people}</source>
        <translation>До {pre} из {people} · после {post} из {people}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>From the answers of paper {number}: {title}. A double click opens it.</source>
        <translation>По ответам работы {number}: {title}. Двойной щелчок открывает её.</translation>
    </message>
</context>
</TS>
