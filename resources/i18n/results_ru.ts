<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>FeedbackView</name>
    <message>
        <source>Questions of the feedback</source>
        <translation>Вопросы анкеты</translation>
    </message>
    <message>
        <source>How often each answer was given</source>
        <translation>Сколько раз выбран каждый ответ</translation>
    </message>
    <message>
        <source>The same question course by course</source>
        <translation>Тот же вопрос по курсам</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>Открытые ответы</translation>
    </message>
    <message>
        <source>Form, version and occasion</source>
        <translation>Анкета, версия и этап</translation>
    </message>
    <message>
        <source>No feedback yet</source>
        <translation>Отзывов пока нет</translation>
    </message>
    <message>
        <source>Needed: a feedback form of the course and five sheets; fewer would point at a person.</source>
        <translation>Нужны анкета отзыва, выбранная для курса, и не менее пяти листов: меньшее число указывало бы на человека.</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыто</translation>
    </message>
    <message>
        <source>Questions with fewer than five answers, and sums that would tell them, stay hidden.</source>
        <translation>Вопросы, где ответов меньше пяти, и суммы, которые их выдали бы, скрыты.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Вопрос {number}</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>Questions of the test</source>
        <translation>Вопросы теста</translation>
    </message>
    <message>
        <source>Who chose what</source>
        <translation>Кто что выбрал</translation>
    </message>
    <message>
        <source>Test and version</source>
        <translation>Тест и версия</translation>
    </message>
    <message>
        <source>No answers keyed in yet</source>
        <translation>Ответы ещё не введены</translation>
    </message>
    <message>
        <source>Where only the points of a test are typed in, nothing can be said about its questions. Key in the answers of the papers.</source>
        <translation>Если внесены только баллы теста, о его вопросах ничего сказать нельзя. Введите ответы из работ.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Вопрос {number}</translation>
    </message>
    <message>
        <source>Hard: fewer than three in ten had it right.</source>
        <translation>Трудный: верно ответили меньше трёх из десяти.</translation>
    </message>
    <message>
        <source>Easy: more than nine in ten had it right.</source>
        <translation>Лёгкий: верно ответили больше девяти из десяти.</translation>
    </message>
    <message>
        <source>It hardly tells those who know more from those who know less.</source>
        <translation>Вопрос слабо отличает тех, кто знает больше, от тех, кто знает меньше.</translation>
    </message>
    <message>
        <source>Check the key: those who know more had it wrong more often than those who know less.</source>
        <translation>Проверьте ключ: те, кто знает больше, ошибались чаще, чем те, кто знает меньше.</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>Did they learn?</source>
        <translation>Чему научились?</translation>
    </message>
    <message>
        <source>How many scored what</source>
        <translation>Сколько человек набрали столько процентов</translation>
    </message>
    <message>
        <source>Figures of what was learnt</source>
        <translation>Показатели усвоенного</translation>
    </message>
    <message>
        <source>People behind the figure</source>
        <translation>Люди за показателем</translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation>Тестов пока нет</translation>
    </message>
    <message>
        <source>Key in the papers of a test, or type the points: what was learnt appears here.</source>
        <translation>Введите работы теста или внесите баллы: здесь появится, чему научились.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n участник</numerusform>
            <numerusform>%n участника</numerusform>
            <numerusform>%n участников</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticalView</name>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Participants with their ratings</source>
        <translation>Участники и их оценки</translation>
    </message>
    <message>
        <source>Items of the rating sheet</source>
        <translation>Пункты оценочного листа</translation>
    </message>
    <message>
        <source>Rating sheet and version</source>
        <translation>Оценочный лист и версия</translation>
    </message>
    <message>
        <source>No practical ratings yet</source>
        <translation>Практических оценок пока нет</translation>
    </message>
    <message>
        <source>Choose a rating sheet for the course, then key in one sheet for each participant.</source>
        <translation>Выберите для курса оценочный лист, затем введите по листу на каждого участника.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Counting</source>
        <translation>Подсчёт</translation>
    </message>
    <message>
        <source>Choose a figure or a question</source>
        <translation>Выбрать показатель или вопрос</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Results of what</source>
        <translation>Результаты чего</translation>
    </message>
    <message>
        <source>Show as PDF</source>
        <translation>Показать в PDF</translation>
    </message>
    <message>
        <source>Parts of the results</source>
        <translation>Разделы результатов</translation>
    </message>
    <message>
        <source>Did they learn?</source>
        <translation>Чему научились?</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Practical ratings</source>
        <translation>Практические оценки</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Results · {courses}</source>
        <translation>Результаты · {courses}</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Все курсы</translation>
    </message>
    <message>
        <source>Project: {code}</source>
        <translation>Проект: {code}</translation>
    </message>
    <message>
        <source>Form: {title}</source>
        <translation>Анкета: {title}</translation>
    </message>
    <message>
        <source>Setting the results</source>
        <translation>Подготовка результатов</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Сохранить результаты</translation>
    </message>
    <message>
        <source>Saving the results</source>
        <translation>Сохранение результатов</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Книга Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>PDF without names</source>
        <translation>PDF без имён</translation>
    </message>
</context>
</TS>
