<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AnswerSheetsRow</name>
    <message>
        <source>Number of questions</source>
        <translation>Количество вопросов</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>BadgesBlock</name>
    <message>
        <source>Badges of some people only</source>
        <translation>Бейджи только для некоторых</translation>
    </message>
    <message>
        <source>1, 4, 7–9</source>
        <translation>1, 4, 7–9</translation>
    </message>
    <message>
        <source>Numbers on the list</source>
        <translation>Номера в списке</translation>
    </message>
    <message>
        <source>Chosen numbers</source>
        <translation>По номерам</translation>
    </message>
    <message>
        <source>as on the list of participants</source>
        <translation>как в списке участников</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n человек</numerusform>
            <numerusform>%n человека</numerusform>
            <numerusform>%n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody since the last print</source>
        <translation>после последней печати никого</translation>
    </message>
    <message>
        <source>no badges were printed on this computer yet</source>
        <translation>на этом компьютере бейджи ещё не печатались</translation>
    </message>
    <message>
        <source>Added since the last print</source>
        <translation>Добавленные после последней печати</translation>
    </message>
</context>
<context>
    <name>ChosenNumbersRow</name>
    <message>
        <source>1, 4, 7–9</source>
        <translation>1, 4, 7–9</translation>
    </message>
    <message>
        <source>Numbers on the list</source>
        <translation>Номера в списке</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>Tests and forms</source>
        <translation>Тесты и анкеты отзывов</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Входной тест</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Итоговый тест</translation>
    </message>
    <message>
        <source>no test is chosen for this course yet</source>
        <translation>для этого курса тест ещё не выбран</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Plain answer sheets for a test of your own</source>
        <translation>Простые бланки ответов для своего теста</translation>
    </message>
    <message>
        <source>Feedback forms</source>
        <translation>Анкеты отзывов</translation>
    </message>
    <message>
        <source>none is chosen yet: the short standard form is ready</source>
        <translation>анкета ещё не выбрана: готова короткая типовая</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Взять её</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Language of the papers</source>
        <translation>Язык документов</translation>
    </message>
    <message>
        <source>Papers cannot show the signs {signs} and print empty boxes: No.&#xa0;{numbers} on the list.</source>
        <translation>Знаки {signs} на бумагах не печатаются, вместо них будут пустые клетки: №&#xa0;{numbers} в списке.</translation>
    </message>
</context>
<context>
    <name>RoomPapersCard</name>
    <message>
        <source>No sessions yet</source>
        <translation>Занятий пока нет</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Составить расписание</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>For the room on the day of a session</source>
        <translation>Для занятия в его день</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Другие дни</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the other days</source>
        <translation>Показать другие дни</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>День {number}</translation>
    </message>
    <message>
        <source>Sheets of single sessions: {day}</source>
        <translation>Листы отдельных занятий: {day}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Занятие {number}</translation>
    </message>
</context>
<context>
    <name>SittingBlock</name>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Chosen numbers</source>
        <translation>По номерам</translation>
    </message>
    <message>
        <source>as on the list of participants</source>
        <translation>как в списке участников</translation>
    </message>
    <message>
        <source>More papers: {title}</source>
        <translation>Другие документы: {title}</translation>
    </message>
    <message>
        <source>texts are missing in this language</source>
        <translation>на этом языке не хватает текстов</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Before the course</source>
        <translation>До курса</translation>
    </message>
    <message>
        <source>For the room today</source>
        <translation>Для занятия сегодня</translation>
    </message>
    <message>
        <source>After the course</source>
        <translation>После курса</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>TestPaperOptions</name>
    <message>
        <source>Spare</source>
        <extracomment>Papers to spare</extracomment>
        <translation>Запас</translation>
    </message>
    <message>
        <source>Spare papers</source>
        <translation>Запасные работы</translation>
    </message>
    <message>
        <source>Extra papers for people who are not on the list</source>
        <translation>Работы сверх списка, для пришедших без приглашения</translation>
    </message>
</context>
</TS>
