<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AfterCard</name>
    <message>
        <source>After the course</source>
        <translation>После курса</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>С именами</translation>
    </message>
    <message>
        <source>Name the participants in the annex</source>
        <translation>Назвать участников в приложении</translation>
    </message>
    <message>
        <source>anonymous, two on a page, enough for all</source>
        <translation>анонимные, по две на странице, на всех</translation>
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
        <source>Feedback forms</source>
        <translation>Анкеты об итогах курса</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message numerus="yes">
        <source>about %n page(s)</source>
        <translation>
            <numerusform>около %n страницы</numerusform>
            <numerusform>около %n страниц</numerusform>
            <numerusform>около %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Report on the course</source>
        <translation>Отчёт о курсе</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Number of questions</source>
        <translation>Количество вопросов</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), numbered</source>
        <translation>
            <numerusform>%n вопрос, с номерами</numerusform>
            <numerusform>%n вопроса, с номерами</numerusform>
            <numerusform>%n вопросов, с номерами</numerusform>
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
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Answer sheets, pre-test</source>
        <translation>Бланки ответов, входной тест</translation>
    </message>
    <message>
        <source>Answer sheets, post-test</source>
        <translation>Бланки ответов, итоговый тест</translation>
    </message>
</context>
<context>
    <name>BeforeCard</name>
    <message>
        <source>Before the course</source>
        <translation>До курса</translation>
    </message>
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
    <message numerus="yes">
        <source>%n badge(s), eight on a page</source>
        <translation>
            <numerusform>%n бейдж, по восемь на странице</numerusform>
            <numerusform>%n бейджа, по восемь на странице</numerusform>
            <numerusform>%n бейджей, по восемь на странице</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is on the list yet: empty ones, to fill in by hand</source>
        <translation>в списке пока никого: пустые, заполняются от руки</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Бейджи</translation>
    </message>
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
    <message numerus="yes">
        <source>%n name(s), to fold and stand on the table</source>
        <translation>
            <numerusform>%n имя, сложить и поставить на стол</numerusform>
            <numerusform>%n имени, сложить и поставить на стол</numerusform>
            <numerusform>%n имён, сложить и поставить на стол</numerusform>
        </translation>
    </message>
    <message>
        <source>Table cards</source>
        <translation>Настольные таблички</translation>
    </message>
    <message>
        <source>days, times, topics and trainers, to hand out</source>
        <translation>дни, время, темы и тренеры, для раздачи</translation>
    </message>
    <message>
        <source>needs sessions: plan them first</source>
        <translation>нужны занятия: сначала составьте расписание</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Программа курса</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n человек</numerusform>
            <numerusform>%n человека</numerusform>
            <numerusform>%n человек</numerusform>
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
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoursePapers</name>
    <message>
        <source>Sign-in sheet</source>
        <translation>Лист подписей</translation>
    </message>
</context>
<context>
    <name>PrintTab</name>
    <message>
        <source>Language of the papers</source>
        <translation>Язык документов</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>For the room today</source>
        <translation>В зал сегодня</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Занятий пока нет</translation>
    </message>
    <message>
        <source>A sheet needs sessions to sign for.</source>
        <translation>Для листа подписей нужны занятия.</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Составить расписание</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Ask for the telephone number too</source>
        <translation>Спросить и номер телефона</translation>
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
        <source>for walk-ins</source>
        <translation>для пришедших без списка</translation>
    </message>
    <message>
        <source>Registration forms</source>
        <translation>Анкеты участников</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
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
        <source>sign-in sheet</source>
        <translation>лист подписей</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Лист подписей</translation>
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
</TS>
