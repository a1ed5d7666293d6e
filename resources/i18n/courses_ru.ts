<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AddBar</name>
    <message>
        <source>Known already</source>
        <translation>Уже известны</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Фамилия, имя</translation>
    </message>
    <message>
        <source>Name of the participant to add</source>
        <translation>Имя добавляемого участника</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>Добавить как нового</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>People who are known already</source>
        <translation>Люди, которые уже известны</translation>
    </message>
    <message>
        <source>On the list already: No.&#xa0;{names}.</source>
        <translation>Уже в списке: №&#xa0;{names}.</translation>
    </message>
    <message>
        <source>Known already? Go down with the arrow and press Enter there.</source>
        <translation>Уже известен? Спуститесь стрелкой и нажмите Enter там.</translation>
    </message>
    <message>
        <source>Somebody else of this name? Press Enter once more.</source>
        <translation>Это другой человек с тем же именем? Нажмите Enter ещё раз.</translation>
    </message>
    <message>
        <source>Enter adds the person; rank and unit can be typed later.</source>
        <translation>Enter добавляет человека; звание и подразделение можно ввести позже.</translation>
    </message>
</context>
<context>
    <name>AgendaCopyForm</name>
    <message>
        <source>Agenda of another course</source>
        <translation>Программа другого курса</translation>
    </message>
    <message>
        <source>Take this agenda</source>
        <translation>Взять эту программу</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Its trainers teach here too</source>
        <translation>Её тренеры ведут занятия и здесь</translation>
    </message>
    <message>
        <source>Not on Saturdays and Sundays</source>
        <translation>Кроме субботы и воскресенья</translation>
    </message>
    <message>
        <source>No other course has sessions yet.</source>
        <translation>Ни у одного другого курса ещё нет занятий.</translation>
    </message>
    <message numerus="yes">
        <source>In place of %n planned session(s).</source>
        <translation>
            <numerusform>Вместо %n запланированного занятия.</numerusform>
            <numerusform>Вместо %n запланированных занятий.</numerusform>
            <numerusform>Вместо %n запланированных занятий.</numerusform>
        </translation>
    </message>
    <message>
        <source>The course will last until {day}.</source>
        <translation>Курс продлится до {day}.</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>session</source>
        <translation>занятие</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>without a topic</source>
        <translation>без темы</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Tables ({endings})</source>
        <translation>Таблицы ({endings})</translation>
    </message>
    <message>
        <source>Choose an agenda</source>
        <translation>Выбор программы</translation>
    </message>
    <message>
        <source>Reading the agenda</source>
        <translation>Чтение программы</translation>
    </message>
    <message>
        <source>Importing the agenda</source>
        <translation>Приём программы</translation>
    </message>
    <message>
        <source>Choose the agenda or drop it here</source>
        <translation>Выберите программу или перетащите её сюда</translation>
    </message>
    <message>
        <source>Excel (xlsx, xls), LibreOffice (ods) or CSV with a heading such as “Day, From, To, Topic” in Tajik, Russian or English. Nothing is saved before you say so.</source>
        <translation>Excel (xlsx, xls), LibreOffice (ods) или CSV с заголовком вроде «День, С, До, Тема» на таджикском, русском или английском. Без вашего согласия ничего не сохраняется.</translation>
    </message>
    <message>
        <source>Save a table to fill in</source>
        <translation>Сохранить таблицу для заполнения</translation>
    </message>
    <message>
        <source>Back to the sessions</source>
        <translation>Назад к занятиям</translation>
    </message>
    <message>
        <source>Make the course longer for days outside it</source>
        <translation>Продлить курс для дней вне его</translation>
    </message>
    <message>
        <source>In place of the sessions there are</source>
        <translation>Вместо имеющихся занятий</translation>
    </message>
    <message>
        <source>Rows of the agenda</source>
        <translation>Строки программы</translation>
    </message>
    <message numerus="yes">
        <source>Import %n session(s)</source>
        <translation>
            <numerusform>Принять %n занятие</numerusform>
            <numerusform>Принять %n занятия</numerusform>
            <numerusform>Принять %n занятий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>Closing and approval</source>
        <translation>Закрытие и утверждение</translation>
    </message>
    <message>
        <source>Left open: {open}.</source>
        <translation>Осталось открытым: {open}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Причина: {reason}</translation>
    </message>
    <message>
        <source>Approval taken back: {reason}</source>
        <translation>Утверждение отозвано: {reason}</translation>
    </message>
    <message>
        <source>Fingerprint {digits}</source>
        <translation>Отпечаток {digits}</translation>
    </message>
    <message>
        <source>Take the approval back…</source>
        <translation>Отозвать утверждение…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Утвердить…</translation>
    </message>
    <message>
        <source>Closed {when} by {who}</source>
        <translation>Закрыт {when}, закрыл(а) {who}</translation>
    </message>
    <message>
        <source>As approved {when} by {who}</source>
        <translation>Утверждён {when}, утвердил(а) {who}</translation>
    </message>
</context>
<context>
    <name>AssignForm</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Изменить роль</translation>
    </message>
    <message>
        <source>Assign a trainer</source>
        <translation>Назначить тренера</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Type a part of it; somebody new: family name first</source>
        <translation>Введите часть имени; для нового человека сначала фамилию</translation>
    </message>
    <message>
        <source>Find a person or type a new name</source>
        <translation>Найдите человека или введите новое имя</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>you: will be added to People</source>
        <translation>вы: появится в разделе «Люди»</translation>
    </message>
    <message>
        <source>has a laptop of this office: will be added to People</source>
        <translation>есть ноутбук этого офиса: попадёт в список людей</translation>
    </message>
</context>
<context>
    <name>CompletionRun</name>
    <message>
        <source>Save, next person</source>
        <translation>Сохранить, следующий</translation>
    </message>
</context>
<context>
    <name>CopyForm</name>
    <message>
        <source>Copy the course</source>
        <translation>Копировать курс</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Создать копию</translation>
    </message>
    <message>
        <source>Code of the copy</source>
        <translation>Код копии</translation>
    </message>
    <message>
        <source>Needed. Sessions and trainers are copied, participants are not.</source>
        <translation>Нужен. Занятия и тренеры копируются, участники нет.</translation>
    </message>
    <message>
        <source>Not on Saturdays and Sundays</source>
        <translation>Кроме субботы и воскресенья</translation>
    </message>
    <message>
        <source>Its tests and feedback forms too</source>
        <translation>Также тесты и анкеты отзывов</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n занятие</numerusform>
            <numerusform>%n занятия</numerusform>
            <numerusform>%n занятий</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy will last {days}: {sessions}.</source>
        <translation>Копия пройдёт {days}: {sessions}.</translation>
    </message>
</context>
<context>
    <name>CourseDecisions</name>
    <message>
        <source>It is not finished then until it is closed again. Its sessions stay locked, each of them.</source>
        <translation>Тогда он не завершён, пока его не закроют снова. Каждое его занятие остаётся запертым.</translation>
    </message>
    <message>
        <source>All sessions are locked. A mark is changed only after opening its session again.</source>
        <translation>Все занятия запираются. Отметку можно изменить, только снова открыв её занятие.</translation>
    </message>
    <message>
        <source>Open the course again?</source>
        <translation>Открыть курс снова?</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Close the course</source>
        <translation>Закрыть курс</translation>
    </message>
    <message>
        <source>Approve the course</source>
        <translation>Утвердить курс</translation>
    </message>
    <message>
        <source>Take the approval back</source>
        <translation>Отозвать утверждение</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>These figures are kept as approved:
{list}</source>
        <translation>Эти показатели сохраняются как утверждённые:
{list}</translation>
    </message>
    <message>
        <source>Still open:
{list}

Say why it may stay so, or leave it and look at it first.</source>
        <translation>Осталось открытым:
{list}

Укажите, почему так может остаться, или сначала посмотрите.</translation>
    </message>
    <message>
        <source>Still open:
{list}</source>
        <translation>Осталось открытым:
{list}</translation>
    </message>
</context>
<context>
    <name>CourseForm</name>
    <message>
        <source>New course</source>
        <translation>Новый курс</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Изменить курс</translation>
    </message>
    <message>
        <source>Create course</source>
        <translation>Создать курс</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Move the sessions along with the first day</source>
        <translation>Перенести занятия вместе с первым днём</translation>
    </message>
    <message>
        <source>Plan the sessions now</source>
        <translation>Сразу составить расписание</translation>
    </message>
    <message>
        <source>without a project</source>
        <translation>без проекта</translation>
    </message>
    <message>
        <source>I lead this course: my name stands on its certificates</source>
        <translation>Курс веду я: моё имя стоит на его сертификатах</translation>
    </message>
    <message>
        <source>Required; short, such as DSH1; stands on papers and files</source>
        <translation>Обязателен; коротко, например DSH1; стоит на бумагах и в файлах</translation>
    </message>
    <message>
        <source>For how many people there is room.</source>
        <translation>На сколько человек рассчитан курс.</translation>
    </message>
    <message>
        <source>not said</source>
        <comment>places</comment>
        <translation>не указано</translation>
    </message>
    <message>
        <source>Minutes from the start; a badge scanned later counts as late.</source>
        <translation>Минут от начала; бейдж, отсканированный позже, считается опозданием.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source>attendance of at least {share}</source>
        <translation>посещаемость не ниже {share}</translation>
    </message>
    <message>
        <source>a post-test of at least {share}</source>
        <translation>итоговый тест не ниже {share}</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>всем</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Последний день раньше первого.</translation>
    </message>
    <message numerus="yes">
        <source>Moved with the first day: %n day(s)</source>
        <translation>
            <numerusform>Сдвинут с первым днём: %n день</numerusform>
            <numerusform>Сдвинут с первым днём: %n дня</numerusform>
            <numerusform>Сдвинут с первым днём: %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in all</source>
        <translation>
            <numerusform>Всего %n день</numerusform>
            <numerusform>Всего %n дня</numerusform>
            <numerusform>Всего %n дней</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseList</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Town and days</source>
        <translation>Город и даты</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Женщины</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Занятия</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Все годы</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Все курсы</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Принять файл</translation>
    </message>
    <message>
        <source>Plan from a table</source>
        <translation>План из таблицы</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>Новый курс</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n course(s)</source>
        <extracomment>In a list of which a part is shown: how many of all</extracomment>
        <translation>
            <numerusform>{shown} из %n курса</numerusform>
            <numerusform>{shown} из %n курсов</numerusform>
            <numerusform>{shown} из %n курсов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the lists</source>
        <translation>
            <numerusform>%n человек в списках</numerusform>
            <numerusform>%n человека в списках</numerusform>
            <numerusform>%n человек в списках</numerusform>
        </translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>Marks missing</source>
        <translation>Нет отметок</translation>
    </message>
    <message>
        <source>How many marks are missing in sessions that were held</source>
        <translation>Сколько отметок не хватает на проведённых занятиях</translation>
    </message>
    <message>
        <source>Find a course</source>
        <translation>Найти курс</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Убранные</translation>
    </message>
    <message>
        <source>Change the project</source>
        <translation>Изменить проект</translation>
    </message>
    <message>
        <source>Create a course in it</source>
        <translation>Создать курс в нём</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Create the first course here, or import the files of the trainers.</source>
        <translation>Создайте первый курс здесь или примите файлы тренеров.</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Курсов пока нет</translation>
    </message>
    <message>
        <source>Create the first course here, or import the file that the office has given you.</source>
        <translation>Создайте первый курс здесь или примите файл, который дал офис.</translation>
    </message>
    <message>
        <source>Import a file from the office</source>
        <translation>Принять файл из офиса</translation>
    </message>
    <message>
        <source>No course yet in {project}</source>
        <translation>В проекте {project} ещё нет курсов</translation>
    </message>
    <message>
        <source>Create its first course here. The pencil above changes the project.</source>
        <translation>Создайте здесь его первый курс. Карандаш вверху изменяет проект.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Показать все курсы</translation>
    </message>
    <message>
        <source>No course has this in its title, code, town or days, with what is chosen above.</source>
        <translation>Нет курса с таким названием, кодом, городом или датами при выбранном выше.</translation>
    </message>
    <message>
        <source>The tick above shows them.</source>
        <translation>Галочка вверху показывает их.</translation>
    </message>
    <message>
        <source>All courses are archived</source>
        <translation>Все курсы убраны</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n курс</numerusform>
            <numerusform>%n курса</numerusform>
            <numerusform>%n курсов</numerusform>
        </translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Все проекты</translation>
    </message>
</context>
<context>
    <name>CourseWording</name>
    <message>
        <source>somebody new: will be added to People; there are digits in the name</source>
        <translation>новый человек: будет добавлен в список людей; в имени есть цифры</translation>
    </message>
    <message>
        <source>somebody new: will be added to People</source>
        <translation>новый человек: будет добавлен в список людей</translation>
    </message>
    <message numerus="yes">
        <source>session(s) without any mark</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>занятие без единой отметки</numerusform>
            <numerusform>занятия без единой отметки</numerusform>
            <numerusform>занятий без единой отметки</numerusform>
        </translation>
    </message>
    <message>
        <source>over today; nobody was marked</source>
        <translation>сегодня закончились, но никто не отмечен</translation>
    </message>
    <message numerus="yes">
        <source>mark(s) missing</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>отметки не хватает</numerusform>
            <numerusform>отметок не хватает</numerusform>
            <numerusform>отметок не хватает</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is on the list yet</source>
        <translation>в списке пока никого нет</translation>
    </message>
    <message>
        <source>no session was held yet</source>
        <translation>занятий ещё не было</translation>
    </message>
    <message>
        <source>in the sessions held</source>
        <translation>на проведённых занятиях</translation>
    </message>
    <message numerus="yes">
        <source>with %n past session(s) that nobody marked</source>
        <translation>
            <numerusform>считая %n прошедшее занятие совсем без отметок</numerusform>
            <numerusform>считая %n прошедших занятия совсем без отметок</numerusform>
            <numerusform>считая %n прошедших занятий совсем без отметок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of today: %n</source>
        <translation>
            <numerusform>сегодняшних: %n</numerusform>
            <numerusform>сегодняшних: %n</numerusform>
            <numerusform>сегодняшних: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in locked sessions: %n</source>
        <translation>
            <numerusform>на запертых занятиях: %n</numerusform>
            <numerusform>на запертых занятиях: %n</numerusform>
            <numerusform>на запертых занятиях: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>besides, %n session(s) of today without any mark</source>
        <translation>
            <numerusform>и ещё %n сегодняшнее занятие без единой отметки</numerusform>
            <numerusform>и ещё %n сегодняшних занятия без единой отметки</numerusform>
            <numerusform>и ещё %n сегодняшних занятий без единой отметки</numerusform>
        </translation>
    </message>
    <message>
        <source>planned</source>
        <translation>в плане</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>to be closed</source>
        <translation>пора закрыть</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыт</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>утверждён</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>убрано</translation>
    </message>
    <message>
        <source>Training of trainers</source>
        <translation>Подготовка тренеров</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>{share} of the time of the sessions</source>
        <translation>{share} времени занятий</translation>
    </message>
    <message>
        <source>{share} in the post-test</source>
        <translation>{share} за итоговый тест</translation>
    </message>
    <message>
        <source>everybody who came</source>
        <translation>достаточно присутствовать</translation>
    </message>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;ч</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n занятие</numerusform>
            <numerusform>%n занятия</numerusform>
            <numerusform>%n занятий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n участник</numerusform>
            <numerusform>%n участника</numerusform>
            <numerusform>%n участников</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>women: %n</source>
        <translation>
            <numerusform>женщин: %n</numerusform>
            <numerusform>женщин: %n</numerusform>
            <numerusform>женщин: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>lead trainer</source>
        <translation>ведущий тренер</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>тренер</translation>
    </message>
    <message>
        <source>international expert</source>
        <translation>международный эксперт</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>наблюдатель</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) issued for {days} will no longer fit.</source>
        <translation>
            <numerusform>Перестанет соответствовать %n сертификат, выданный за {days}.</numerusform>
            <numerusform>Перестанут соответствовать %n сертификата, выданных за {days}.</numerusform>
            <numerusform>Перестанут соответствовать %n сертификатов, выданных за {days}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cancelled: %n</source>
        <translation>
            <numerusform>отменено: %n</numerusform>
            <numerusform>отменено: %n</numerusform>
            <numerusform>отменено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked before they begin: %n</source>
        <translation>
            <numerusform>отмечено до начала: %n</numerusform>
            <numerusform>отмечено до начала: %n</numerusform>
            <numerusform>отмечено до начала: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>at the same time</source>
        <translation>в одно время</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>заперто</translation>
    </message>
    <message>
        <source>held</source>
        <translation>проведено</translation>
    </message>
    <message>
        <source>marked ahead</source>
        <comment>a session</comment>
        <translation>отмечено заранее</translation>
    </message>
    <message>
        <source>not marked</source>
        <comment>a session</comment>
        <translation>не отмечено</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>a session</comment>
        <translation>запланировано</translation>
    </message>
    <message>
        <source>opened again: {reason}</source>
        <translation>снова открыто: {reason}</translation>
    </message>
    <message>
        <source>locked by {name}</source>
        <translation>запер(а) {name}</translation>
    </message>
    <message>
        <source>Session {number}: {day}, {times}</source>
        <translation>Занятие {number}: {day}, {times}</translation>
    </message>
</context>
<context>
    <name>CourseWorkspace</name>
    <message>
        <source>Back to all courses</source>
        <translation>Назад ко всем курсам</translation>
    </message>
    <message>
        <source>Next tab of the course</source>
        <translation>Следующий раздел курса</translation>
    </message>
    <message>
        <source>Parts of the course</source>
        <translation>Разделы курса</translation>
    </message>
</context>
<context>
    <name>CoursesScreen</name>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>Новый курс</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>{minutes} min after the start</source>
        <translation>позже {minutes}&#xa0;мин после начала</translation>
    </message>
    <message>
        <source>The course</source>
        <translation>О курсе</translation>
    </message>
    <message>
        <source>Evidence…</source>
        <translation>Материалы…</translation>
    </message>
    <message>
        <source>A signed folder for an auditor: sheets, marks, decisions, figures</source>
        <translation>Подписанная папка для аудитора: листы, отметки, решения, показатели</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Certificate of completion for</source>
        <translation>Для сертификата об окончании нужно</translation>
    </message>
    <message>
        <source>A scanned badge is late</source>
        <translation>По бейджу отмечается опоздание</translation>
    </message>
</context>
<context>
    <name>LearningSummaryCard</name>
    <message>
        <source>What was learnt</source>
        <translation>Чему научились</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Share of sheets with one of the two best answers</source>
        <translation>Доля анкет с одной из двух лучших оценок</translation>
    </message>
    <message>
        <source>Pre-test, mean of those with both</source>
        <translation>Входной тест, среднее (у кого оба теста)</translation>
    </message>
    <message>
        <source>Post-test, mean of those with both</source>
        <translation>Итоговый тест, среднее (у кого оба теста)</translation>
    </message>
    <message>
        <source>Gain, percentage points</source>
        <translation>Прирост, процентных пунктов</translation>
    </message>
    <message>
        <source>Normalised gain</source>
        <translation>Нормированный прирост</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) with both tests</source>
        <translation>
            <numerusform>%n участник с обоими тестами</numerusform>
            <numerusform>%n участника с обоими тестами</numerusform>
            <numerusform>%n участников с обоими тестами</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with one test only: %n</source>
        <translation>
            <numerusform>только с одним тестом: %n</numerusform>
            <numerusform>только с одним тестом: %n</numerusform>
            <numerusform>только с одним тестом: %n</numerusform>
        </translation>
    </message>
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
</context>
<context>
    <name>LunchFields</name>
    <message>
        <source>Lunch</source>
        <translation>Обед</translation>
    </message>
    <message>
        <source>Lunch from</source>
        <translation>Обед с</translation>
    </message>
    <message>
        <source>Lunch to</source>
        <translation>Обед до</translation>
    </message>
</context>
<context>
    <name>NextStepsCard</name>
    <message>
        <source>What comes next</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>Plan the sessions: then people can be marked and papers printed.</source>
        <translation>Составьте занятия: тогда можно отмечать людей и печатать листы.</translation>
    </message>
    <message>
        <source>Add the participants, one by one or from the nomination list.</source>
        <translation>Добавьте участников по одному или из списка заявленных.</translation>
    </message>
    <message>
        <source>Choose the trainers: their names appear on sessions, papers and certificates.</source>
        <translation>Укажите, кто преподаёт: их имена стоят в занятиях, листах и сертификатах.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Составить расписание</translation>
    </message>
    <message>
        <source>Add participants</source>
        <translation>Добавить участников</translation>
    </message>
    <message>
        <source>Assign trainers</source>
        <translation>Назначить тренеров</translation>
    </message>
</context>
<context>
    <name>OptionalDay</name>
    <message>
        <source>Planned</source>
        <comment>a day</comment>
        <translation>По плану</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Изменить курс</translation>
    </message>
    <message>
        <source>Copy the course</source>
        <extracomment>A button: makes a second course like this one</extracomment>
        <translation>Копировать курс</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete the course</source>
        <translation>Удалить курс</translation>
    </message>
    <message>
        <source>Nothing was marked, sent or issued in it yet</source>
        <translation>В нём ещё ничего не отмечено, не отправлено и не выдано</translation>
    </message>
    <message>
        <source>sessions held</source>
        <translation>занятий проведено</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Show the course in lists again</source>
        <translation>Снова показывать курс в списках</translation>
    </message>
    <message>
        <source>Put the course away</source>
        <translation>Убрать курс</translation>
    </message>
    <message>
        <source>Lists leave it out until you ask for it</source>
        <translation>В списках его не будет, пока вы его не запросите</translation>
    </message>
    <message numerus="yes">
        <source>certificate(s)</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>сертификат</numerusform>
            <numerusform>сертификата</numerusform>
            <numerusform>сертификатов</numerusform>
        </translation>
    </message>
    <message>
        <source>on the list</source>
        <comment>how many people</comment>
        <translation>в списке</translation>
    </message>
    <message numerus="yes">
        <source>no longer fit: %n</source>
        <translation>
            <numerusform>не соответствует данным: %n</numerusform>
            <numerusform>не соответствует данным: %n</numerusform>
            <numerusform>не соответствует данным: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can be issued: %n</source>
        <translation>
            <numerusform>можно выдать: %n</numerusform>
            <numerusform>можно выдать: %n</numerusform>
            <numerusform>можно выдать: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>issued</source>
        <translation>выдано</translation>
    </message>
    <message>
        <source>Looking what of the course has come to the office</source>
        <translation>Проверка, что из курса уже в офисе</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Close the course</source>
        <translation>Закрыть курс</translation>
    </message>
    <message>
        <source>Possible from the last day on</source>
        <translation>Можно начиная с последнего дня</translation>
    </message>
</context>
<context>
    <name>ParticipantFilterBar</name>
    <message>
        <source>Everybody {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Everybody, also who left: {count}</source>
        <translation>Все, с выбывшими: {count}</translation>
    </message>
    <message>
        <source>To complete {count}</source>
        <translation>Дополнить {count}</translation>
    </message>
    <message>
        <source>Left the list {count}</source>
        <translation>Выбыли {count}</translation>
    </message>
    <message>
        <source>Part of the list</source>
        <translation>Часть списка</translation>
    </message>
    <message>
        <source>Complete one by one</source>
        <translation>Дополнить по одному</translation>
    </message>
    <message>
        <source>Enter completes the first; Enter in the form saves and goes to the next person.</source>
        <translation>Enter открывает первого; в форме Enter сохраняет и переходит к следующему.</translation>
    </message>
    <message numerus="yes">
        <source>expected: %n</source>
        <translation>
            <numerusform>ожидаются: %n</numerusform>
            <numerusform>ожидаются: %n</numerusform>
            <numerusform>ожидаются: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them walk-ins: %n</source>
        <translation>
            <numerusform>из них без предварительной записи: %n</numerusform>
            <numerusform>из них без предварительной записи: %n</numerusform>
            <numerusform>из них без предварительной записи: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in somebody&apos;s place: %n</source>
        <translation>
            <numerusform>вместо других: %n</numerusform>
            <numerusform>вместо других: %n</numerusform>
            <numerusform>вместо других: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Latin spellings are asked for once the course has an English title</source>
        <translation>латинское написание понадобится, когда у курса будет английское название</translation>
    </message>
</context>
<context>
    <name>ParticipantListCard</name>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>Дополнить</translation>
    </message>
    <message>
        <source>Is here for somebody else…</source>
        <translation>Здесь за другого…</translation>
    </message>
    <message>
        <source>This person has come already: say in whose place.</source>
        <translation>Этот человек уже пришёл: укажите, вместо кого.</translation>
    </message>
    <message>
        <source>Find a replacement…</source>
        <translation>Найти замену…</translation>
    </message>
    <message>
        <source>This person does not come: say ahead, or on the day, who comes instead.</source>
        <translation>Этот человек не придёт: укажите заранее или в день занятия, кто будет вместо него.</translation>
    </message>
    <message>
        <source>Participants of the course</source>
        <translation>Участники курса</translation>
    </message>
    <message>
        <source>the same person as {numbers}: Review asks which row stays</source>
        <translation>тот же человек, что {numbers}: какая строка останется, спросит «Разбор»</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>Heading: the day on which somebody joined the course</extracomment>
        <translation>Начало</translation>
    </message>
    <message>
        <source>The day from which somebody takes part; empty: the whole course</source>
        <translation>День, с которого человек участвует; пусто: весь курс</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Выбытие</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Вернуть в список</translation>
    </message>
    <message>
        <source>All about the person</source>
        <translation>Всё о человеке</translation>
    </message>
    <message>
        <source>to complete: {fields}</source>
        <translation>дополнить: {fields}</translation>
    </message>
</context>
<context>
    <name>ParticipantWording</name>
    <message>
        <source>replaced by No.&#xa0;{number}</source>
        <translation>замена: №&#xa0;{number}</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number} {name}</source>
        <translation>замена: №&#xa0;{number} {name}</translation>
    </message>
    <message>
        <source>not expected from session {session}</source>
        <translation>с занятия {session} не ожидается</translation>
    </message>
    <message>
        <source>from session {session} on</source>
        <translation>с занятия {session}</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number} from session {session}</source>
        <translation>замена: №&#xa0;{number} с занятия {session}</translation>
    </message>
    <message>
        <source>replaces No.&#xa0;{number} {name}</source>
        <translation>заменяет №&#xa0;{number} {name}</translation>
    </message>
    <message>
        <source>whole name</source>
        <translation>полное имя</translation>
    </message>
    <message>
        <source>Latin spelling</source>
        <comment>in a list</comment>
        <translation>латиница</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>пол</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>подразделение</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n участник</numerusform>
            <numerusform>%n участника</numerusform>
            <numerusform>%n участников</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>women: %n</source>
        <translation>
            <numerusform>женщин: %n</numerusform>
            <numerusform>женщин: %n</numerusform>
            <numerusform>женщин: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sex not stated: %n</source>
        <translation>
            <numerusform>пол не указан: %n</numerusform>
            <numerusform>пол не указан: %n</numerusform>
            <numerusform>пол не указан: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>with row {number}</source>
        <translation>со строкой {number}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новый</translation>
    </message>
    <message>
        <source>known</source>
        <translation>известен</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>в списке</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>не взята</translation>
    </message>
    <message>
        <source>who is it?</source>
        <translation>кто это?</translation>
    </message>
    <message>
        <source>rows {rows} = new {new} + known or double {known} + not taken {refused}</source>
        <translation>строк {rows} = новых {new} + известных или повторных {known} + не взято {refused}</translation>
    </message>
    <message>
        <source>rows {rows} = new {new} + who is it? {asked} + known or double {known} + not taken {refused}</source>
        <translation>строк {rows} = новых {new} + кто это? {asked} + известных или повторных {known} + не взято {refused}</translation>
    </message>
    <message>
        <source>(below the list {below})</source>
        <translation>(под списком {below})</translation>
    </message>
</context>
<context>
    <name>ParticipantsTab</name>
    <message>
        <source>Add a participant</source>
        <translation>Добавить участника</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>Изменить данные человека</translation>
    </message>
    <message>
        <source>Withdraw from the list</source>
        <translation>Отметить выбытие</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Вернуть в список</translation>
    </message>
    <message>
        <source>Say whom the person replaces</source>
        <translation>Указать, вместо кого этот человек</translation>
    </message>
    <message>
        <source>Say who came in the person&apos;s place</source>
        <translation>Указать, кто пришёл вместо этого человека</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Принять список</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Добавить участника</translation>
    </message>
    <message>
        <source>What a list may hold</source>
        <translation>Каким может быть список</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Import the nomination list as it came, or drop it here: Excel, LibreOffice or CSV. You see every row before anything is saved.</source>
        <translation>Примите список заявленных таким, каким он пришёл, или перетащите его сюда: Excel, LibreOffice или CSV. До сохранения вы увидите каждую строку.</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>Sessions a day</source>
        <translation>Занятий в день</translation>
    </message>
    <message>
        <source>First one begins at</source>
        <translation>Начало первого</translation>
    </message>
    <message>
        <source>Minutes each</source>
        <translation>Длительность, минут</translation>
    </message>
    <message>
        <source>Break, minutes</source>
        <translation>Перерыв, минут</translation>
    </message>
    <message>
        <source>Not on Saturdays and Sundays</source>
        <translation>Кроме субботы и воскресенья</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Plan the sessions</source>
        <translation>Составить расписание</translation>
    </message>
    <message>
        <source>Make the sessions</source>
        <translation>Создать занятия</translation>
    </message>
    <message numerus="yes">
        <source>In place of %n planned session(s).</source>
        <translation>
            <numerusform>Вместо %n запланированного занятия.</numerusform>
            <numerusform>Вместо %n запланированных занятий.</numerusform>
            <numerusform>Вместо %n запланированных занятий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics, trainers and rooms go along in their order.</source>
        <translation>Темы, тренеры и аудитории перейдут по порядку.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) will have no place and be lost.</source>
        <translation>
            <numerusform>%n теме не хватит места: она пропадёт.</numerusform>
            <numerusform>%n темам не хватит места: они пропадут.</numerusform>
            <numerusform>%n темам не хватит места: они пропадут.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the list</source>
        <translation>Строки списка</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>Remark 1 of {count}: {words}</source>
        <translation>Замечание 1 из {count}: {words}</translation>
    </message>
</context>
<context>
    <name>ProjectForm</name>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>Change the project</source>
        <translation>Изменить проект</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Создать проект</translation>
    </message>
    <message>
        <source>Required; short, such as DV18</source>
        <translation>Обязателен; коротко, например DV18</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>For example the Ministry of Internal Affairs</source>
        <translation>Например, Министерство внутренних дел</translation>
    </message>
    <message>
        <source>Printed at the top of every certificate</source>
        <translation>Стоит вверху каждого сертификата</translation>
    </message>
    <message>
        <source>Signs the certificates</source>
        <translation>Подписывает сертификаты</translation>
    </message>
</context>
<context>
    <name>RosterFileBar</name>
    <message>
        <source>Another file</source>
        <translation>Другой файл</translation>
    </message>
    <message>
        <source>Sheet of the file</source>
        <translation>Лист файла</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>No column tells the sex: tick below that the names tell it, or say it later.</source>
        <translation>В списке нет столбца с полом: отметьте ниже, что его подскажут имена, или укажите потом.</translation>
    </message>
    <message numerus="yes">
        <source>Only rows with a problem: %n</source>
        <translation>
            <numerusform>Только строки с замечаниями: %n</numerusform>
            <numerusform>Только строки с замечаниями: %n</numerusform>
            <numerusform>Только строки с замечаниями: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked anew because of the column: %n row(s)</source>
        <translation>
            <numerusform>Из-за столбца спрошено заново: %n строка</numerusform>
            <numerusform>Из-за столбца спрошено заново: %n строки</numerusform>
            <numerusform>Из-за столбца спрошено заново: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take rows below the list: %n</source>
        <translation>
            <numerusform>Взять строки под списком: %n</numerusform>
            <numerusform>Взять строки под списком: %n</numerusform>
            <numerusform>Взять строки под списком: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take rank, position, unit, district of known people from the list: %n</source>
        <translation>
            <numerusform>Взять из списка звание, должность, подразделение, район известных людей: %n</numerusform>
            <numerusform>Взять из списка звание, должность, подразделение, район известных людей: %n</numerusform>
            <numerusform>Взять из списка звание, должность, подразделение, район известных людей: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterFilePage</name>
    <message>
        <source>Lists ({endings})</source>
        <translation>Списки ({endings})</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Выбор списка</translation>
    </message>
    <message>
        <source>Choose the list or drop it here</source>
        <translation>Выберите список или перетащите его сюда</translation>
    </message>
    <message>
        <source>Excel (xlsx, xls), LibreOffice (ods) or CSV. Titles above the heading, ranks inside the name, double rows and missing values may stay as they are. Nothing is saved before you say so.</source>
        <translation>Excel (xlsx, xls), LibreOffice (ods) или CSV. Заголовки над таблицей, звания внутри имени, повторные строки и пропуски могут остаться как есть. Без вашего согласия ничего не сохраняется.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
</context>
<context>
    <name>RosterImportPage</name>
    <message>
        <source>Reading the list</source>
        <translation>Чтение списка</translation>
    </message>
    <message>
        <source>Importing the list</source>
        <translation>Приём списка</translation>
    </message>
    <message>
        <source>Undoing the import of the list</source>
        <translation>Отмена приёма</translation>
    </message>
    <message>
        <source>Close this list without importing it?</source>
        <translation>Закрыть список, не принимая его?</translation>
    </message>
    <message>
        <source>The answers and corrections that were given here would be lost.</source>
        <translation>Ответы и исправления, сделанные здесь, пропадут.</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>Закрыть, не принимая</translation>
    </message>
    <message>
        <source>Go on with the list</source>
        <translation>Вернуться к списку</translation>
    </message>
</context>
<context>
    <name>RosterPreviewPage</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Import one person</source>
        <translation>Принять одного человека</translation>
    </message>
    <message numerus="yes">
        <source>Import %n people</source>
        <translation>
            <numerusform>Принять: %n человек</numerusform>
            <numerusform>Принять: %n человека</numerusform>
            <numerusform>Принять: %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on the list already: %n</source>
        <translation>
            <numerusform>уже в списке: %n</numerusform>
            <numerusform>уже в списке: %n</numerusform>
            <numerusform>уже в списке: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unanswered as new: %n</source>
        <translation>
            <numerusform>без ответа как новые: %n</numerusform>
            <numerusform>без ответа как новые: %n</numerusform>
            <numerusform>без ответа как новые: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Questions without an answer: %n</source>
        <translation>
            <numerusform>Вопросов без ответа: %n</numerusform>
            <numerusform>Вопросов без ответа: %n</numerusform>
            <numerusform>Вопросов без ответа: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>To the next row. Without an answer it is somebody new</source>
        <translation>К следующей строке. Без ответа это новый человек</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an answer: who is it?</source>
        <translation>
            <numerusform>%n строка без ответа: кто это?</numerusform>
            <numerusform>%n строки без ответа: кто это?</numerusform>
            <numerusform>%n строк без ответа: кто это?</numerusform>
        </translation>
    </message>
    <message>
        <source>Without an answer each is taken as somebody new: whoever is known here already would then be here twice. Cancel leads to the first of them.</source>
        <translation>Без ответа каждая берётся как новый человек: тот, кто здесь уже известен, окажется здесь дважды. «Отмена» ведёт к первой из них.</translation>
    </message>
    <message>
        <source>Import as new</source>
        <translation>Принять как новых</translation>
    </message>
</context>
<context>
    <name>RosterResultPage</name>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Undo the whole import</source>
        <translation>Отменить весь приём</translation>
    </message>
    <message>
        <source>One person added to the list</source>
        <translation>В список добавлен один человек</translation>
    </message>
    <message numerus="yes">
        <source>%n people added to the list</source>
        <translation>
            <numerusform>В список добавлен %n человек</numerusform>
            <numerusform>В список добавлены %n человека</numerusform>
            <numerusform>В список добавлено %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>New on the list of this course</source>
        <translation>Новые в списке этого курса</translation>
    </message>
    <message>
        <source>On the list before; blanks were filled</source>
        <translation>Были в списке; пропуски заполнены</translation>
    </message>
    <message>
        <source>On the list before; nothing to fill</source>
        <translation>Были в списке; заполнять было нечего</translation>
    </message>
    <message>
        <source>Repeated rows, joined with the first one</source>
        <translation>Повторные строки, объединены с первой</translation>
    </message>
    <message>
        <source>Rows not taken</source>
        <translation>Строки, которые не взяты</translation>
    </message>
    <message>
        <source>Questions not answered: taken as somebody new</source>
        <translation>Вопросы без ответа: взяты как новые люди</translation>
    </message>
</context>
<context>
    <name>RosterRowCard</name>
    <message>
        <source>Row {number}</source>
        <translation>Строка {number}</translation>
    </message>
    <message>
        <source>{field}: “{kept}” stays, not “{other}”</source>
        <translation>{field}: остаётся «{kept}», а не «{other}»</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Кто это?</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Новый человек</translation>
    </message>
    <message>
        <source>On this course&apos;s list already</source>
        <translation>Уже в списке этого курса</translation>
    </message>
    <message>
        <source>Same name. Different: {fields}</source>
        <translation>То же имя. Различается: {fields}</translation>
    </message>
    <message>
        <source>Same name, and nothing known of both differs</source>
        <translation>То же имя, и ни в чём известном они не различаются</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>То же имя</translation>
    </message>
    <message>
        <source>Does it repeat another row?</source>
        <translation>Повторяет другую строку?</translation>
    </message>
    <message>
        <source>The same person as in row {number}</source>
        <translation>Тот же человек, что в строке {number}</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Не брать эту строку</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>Certificate of completion for</source>
        <translation>Для сертификата об окончании нужно</translation>
    </message>
    <message>
        <source>attendance of at least</source>
        <translation>посещаемость не ниже</translation>
    </message>
    <message>
        <source>Least attendance in per cent</source>
        <translation>Наименьшая посещаемость в процентах</translation>
    </message>
    <message>
        <source>a post-test of at least</source>
        <translation>итоговый тест не ниже</translation>
    </message>
    <message>
        <source>Least result of the post-test in per cent</source>
        <translation>Наименьший результат итогового теста в процентах</translation>
    </message>
</context>
<context>
    <name>ScheduleCommands</name>
    <message>
        <source>Save as a calendar</source>
        <translation>Сохранить как календарь</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Календарь (*.ics)</translation>
    </message>
    <message>
        <source>The calendar is saved</source>
        <translation>Календарь сохранён</translation>
    </message>
    <message>
        <source>{file}: open it on a telephone or in a mail program.</source>
        <translation>{file}: откройте его на телефоне или в почтовой программе.</translation>
    </message>
    <message>
        <source>agenda</source>
        <comment>in the name of a file</comment>
        <translation>программа</translation>
    </message>
    <message>
        <source>Save a table to fill in</source>
        <translation>Сохранить таблицу для заполнения</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Таблица Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The table is saved</source>
        <translation>Таблица сохранена</translation>
    </message>
    <message>
        <source>{file}: fill it in, then import it here.</source>
        <translation>{file}: заполните, а затем примите здесь.</translation>
    </message>
    <message>
        <source>Cancel the session</source>
        <translation>Отменить занятие</translation>
    </message>
    <message>
        <source>It will count for nobody; its marks are kept.</source>
        <translation>Оно ни для кого не будет считаться; отметки сохранятся.</translation>
    </message>
    <message>
        <source>Open the session again</source>
        <translation>Открыть занятие снова</translation>
    </message>
    <message>
        <source>Its marks can then be changed.</source>
        <translation>После этого его отметки можно изменить.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>The course will then last until {day}. This can be undone.</source>
        <translation>Тогда курс продлится до {day}. Это можно отменить.</translation>
    </message>
    <message>
        <source>The course will then begin on {day}. This can be undone.</source>
        <translation>Тогда курс начнётся {day}. Это можно отменить.</translation>
    </message>
    <message>
        <source>This day is not in the course yet</source>
        <translation>Этот день пока не входит в курс</translation>
    </message>
    <message>
        <source>Make the course longer</source>
        <translation>Продлить курс</translation>
    </message>
</context>
<context>
    <name>ScheduleMenus</name>
    <message>
        <source>Type the topic</source>
        <translation>Ввести тему</translation>
    </message>
    <message>
        <source>It took place</source>
        <translation>Проведено</translation>
    </message>
    <message>
        <source>It ended earlier…</source>
        <translation>Закончилось раньше…</translation>
    </message>
    <message>
        <source>Split into two…</source>
        <translation>Разделить на два…</translation>
    </message>
    <message>
        <source>Earlier in the day</source>
        <translation>Раньше в этот день</translation>
    </message>
    <message>
        <source>Later in the day</source>
        <translation>Позже в этот день</translation>
    </message>
    <message>
        <source>To the day before</source>
        <translation>На предыдущий день</translation>
    </message>
    <message>
        <source>To the next day</source>
        <translation>На следующий день</translation>
    </message>
    <message>
        <source>Print the agenda</source>
        <translation>Напечатать программу</translation>
    </message>
    <message>
        <source>Save as a calendar…</source>
        <translation>Сохранить как календарь…</translation>
    </message>
    <message>
        <source>Plan all sessions anew…</source>
        <translation>Составить расписание заново…</translation>
    </message>
    <message>
        <source>Agenda of another course…</source>
        <translation>Программа другого курса…</translation>
    </message>
    <message>
        <source>Import an agenda from a file…</source>
        <translation>Принять программу из файла…</translation>
    </message>
    <message>
        <source>Save a table to fill in…</source>
        <translation>Сохранить таблицу для заполнения…</translation>
    </message>
</context>
<context>
    <name>ScheduleModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>День {number}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;мин</translation>
    </message>
    <message>
        <source>no sessions</source>
        <translation>нет занятий</translation>
    </message>
    <message>
        <source>without a topic</source>
        <translation>без темы</translation>
    </message>
    <message>
        <source>Insert adds one here</source>
        <translation>Insert добавит занятие здесь</translation>
    </message>
</context>
<context>
    <name>ScheduleTab</name>
    <message>
        <source>Change or move the session</source>
        <translation>Изменить или перенести занятие</translation>
    </message>
    <message>
        <source>Cancel the session, or let it take place after all</source>
        <translation>Отменить занятие или вернуть его</translation>
    </message>
    <message>
        <source>Lock the session, or open it</source>
        <translation>Запереть занятие или открыть его</translation>
    </message>
    <message>
        <source>Remove the session</source>
        <translation>Удалить занятие</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Добавить занятие</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Занятия</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Занятий пока нет</translation>
    </message>
    <message>
        <source>Type the topic</source>
        <translation>Ввести тему</translation>
    </message>
    <message>
        <source>Add a session after the last of the day</source>
        <translation>Добавить занятие после последнего за день</translation>
    </message>
    <message>
        <source>Earlier or later in the day</source>
        <translation>Раньше или позже в этот день</translation>
    </message>
    <message>
        <source>To the day before or the next day</source>
        <translation>На предыдущий или следующий день</translation>
    </message>
    <message>
        <source>Drag a session to another place, or move it with Alt and the arrow keys.</source>
        <translation>Перетащите занятие на другое место или переместите его клавишами Alt и стрелками.</translation>
    </message>
    <message>
        <source>Say how one day looks, and all days are planned alike. Or take the agenda of an earlier course, or a table that you have.</source>
        <translation>Укажите, как выглядит один день, и все дни будут составлены одинаково. Или возьмите программу прежнего курса либо свою таблицу.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Составить расписание</translation>
    </message>
    <message>
        <source>From another course</source>
        <translation>Из другого курса</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Из файла</translation>
    </message>
    <message>
        <source>Add one session</source>
        <translation>Добавить одно занятие</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More: move, split, shorten, agenda</source>
        <translation>Ещё: перенос, разделение, сокращение, программа</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n занятие</numerusform>
            <numerusform>%n занятия</numerusform>
            <numerusform>%n занятий</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the session</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a session</comment>
        <translation>Отменить занятие…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>A button: nobody changes the marks of the session any more</extracomment>
        <translation>Запереть</translation>
    </message>
    <message>
        <source>Topic of session {number}</source>
        <translation>Тема занятия {number}</translation>
    </message>
</context>
<context>
    <name>SeasonModel</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Занятия</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>new course</source>
        <translation>новый курс</translation>
    </message>
    <message>
        <source>its list comes</source>
        <translation>придёт список</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>уже есть</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>{count} · {each} a day</source>
        <translation>{count} · {each} в день</translation>
    </message>
</context>
<context>
    <name>SeasonPage</name>
    <message>
        <source>Tables ({endings})</source>
        <translation>Таблицы ({endings})</translation>
    </message>
    <message>
        <source>Choose a table of courses</source>
        <translation>Выберите таблицу курсов</translation>
    </message>
    <message>
        <source>Choose a folder of lists</source>
        <translation>Выберите папку со списками</translation>
    </message>
    <message>
        <source>season</source>
        <comment>in the name of a file</comment>
        <translation>сезон</translation>
    </message>
    <message>
        <source>Save a table to fill in</source>
        <translation>Сохранить таблицу для заполнения</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Таблица Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The table is saved</source>
        <translation>Таблица сохранена</translation>
    </message>
    <message>
        <source>{file}: fill it in, then choose it here.</source>
        <translation>{file}: заполните её и выберите здесь.</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>Чтение таблицы</translation>
    </message>
    <message>
        <source>Making the courses</source>
        <translation>Создание курсов</translation>
    </message>
    <message>
        <source>Plan from a table</source>
        <translation>План из таблицы</translation>
    </message>
    <message>
        <source>Many courses, or lists for many courses, at once</source>
        <translation>Сразу много курсов или списки для многих курсов</translation>
    </message>
    <message>
        <source>Choose the table or drop it here</source>
        <translation>Выберите таблицу или перетащите её сюда</translation>
    </message>
    <message>
        <source>A row for each course: code, titles, town, first day, the course to copy, trainers, list. The list is a sheet of the same workbook or a file beside it. Also a workbook or a folder of lists that are called by the codes of courses. Nothing is saved before you say so.</source>
        <translation>Строка на каждый курс: код, названия, город, первый день, курс-образец, тренеры, список. Список — лист той же книги или файл рядом. Можно выбрать и книгу или папку со списками, названными кодами курсов. Ничего не записывается, пока вы не подтвердите.</translation>
    </message>
    <message>
        <source>A folder of lists</source>
        <translation>Папка со списками</translation>
    </message>
    <message>
        <source>Back to the courses</source>
        <translation>К курсам</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Строки таблицы</translation>
    </message>
    <message numerus="yes">
        <source>Make %n course(s)</source>
        <translation>
            <numerusform>Создать %n курс</numerusform>
            <numerusform>Создать %n курса</numerusform>
            <numerusform>Создать %n курсов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n list(s)</source>
        <translation>
            <numerusform>Принять %n список</numerusform>
            <numerusform>Принять %n списка</numerusform>
            <numerusform>Принять %n списков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>New session</source>
        <translation>Новое занятие</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Добавить занятие</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Занятие {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Leave it blank for the course&apos;s venue.</source>
        <translation>Оставьте пустым, если это место проведения курса.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) marked in this session. The marks move along with it; if it becomes shorter, what was missed at its end shrinks too.</source>
        <translation>
            <numerusform>На этом занятии отмечен %n человек. Отметки переносятся вместе с ним; если оно станет короче, пропущенное в конце тоже сократится.</numerusform>
            <numerusform>На этом занятии отмечено %n человека. Отметки переносятся вместе с ним; если оно станет короче, пропущенное в конце тоже сократится.</numerusform>
            <numerusform>На этом занятии отмечено %n человек. Отметки переносятся вместе с ним; если оно станет короче, пропущенное в конце тоже сократится.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taught by (one or more)</source>
        <translation>Ведут (один или несколько)</translation>
    </message>
    <message>
        <source>{day} – not yet in the course</source>
        <translation>{day} — пока не входит в курс</translation>
    </message>
    <message>
        <source>The course will last until {day}.</source>
        <translation>Курс продлится до {day}.</translation>
    </message>
    <message>
        <source>The course will begin on {day}.</source>
        <translation>Курс начнётся {day}.</translation>
    </message>
</context>
<context>
    <name>ShortenForm</name>
    <message>
        <source>End earlier</source>
        <translation>Закончить раньше</translation>
    </message>
    <message>
        <source>It ended at</source>
        <translation>Закончилось в</translation>
    </message>
    <message>
        <source>{left} of {minutes} minutes remain.</source>
        <translation>Остаётся {left} из {minutes} минут.</translation>
    </message>
    <message>
        <source>Marks stay: whoever left early left at the same time as before, and nobody loses minutes that were not taught.</source>
        <translation>Отметки остаются: кто ушёл раньше, ушёл в то же время, и никто не теряет минут, которых не было.</translation>
    </message>
</context>
<context>
    <name>SplitForm</name>
    <message>
        <source>Split the session</source>
        <translation>Разделить занятие</translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>A button: makes two sessions of one</extracomment>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>The first part ends at</source>
        <translation>Конец первой части</translation>
    </message>
    <message>
        <source>Break, minutes</source>
        <translation>Перерыв, минут</translation>
    </message>
    <message>
        <source>Topic, trainers and room are the same in both parts.</source>
        <translation>Тема, тренеры и аудитория одинаковы в обеих частях.</translation>
    </message>
    <message>
        <source>Every mark is carried over: whoever was in the room in a part has those minutes there. Remarks stay with the first part.</source>
        <translation>Каждая отметка переносится: кто был в аудитории, у того эти минуты есть в каждой части. Примечания остаются у первой.</translation>
    </message>
</context>
<context>
    <name>SuggestionsCard</name>
    <message>
        <source>Put right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Take from the names</source>
        <translation>Указать по именам</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Take these spellings</source>
        <translation>Принять написания</translation>
    </message>
    <message numerus="yes">
        <source>Names with letters of an old font or of another alphabet: %n</source>
        <translation>
            <numerusform>Имена с буквами старого шрифта или другого алфавита: %n</numerusform>
            <numerusform>Имена с буквами старого шрифта или другого алфавита: %n</numerusform>
            <numerusform>Имена с буквами старого шрифта или другого алфавита: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No Latin spelling, but the letters show how it may be: %n</source>
        <translation>
            <numerusform>Нет написания латиницей, но его можно составить по буквам: %n</numerusform>
            <numerusform>Нет написания латиницей, но его можно составить по буквам: %n</numerusform>
            <numerusform>Нет написания латиницей, но его можно составить по буквам: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sex is not stated, but the name shows it: %n</source>
        <translation>
            <numerusform>Пол не указан, но виден по имени: %n</numerusform>
            <numerusform>Пол не указан, но виден по имени: %n</numerusform>
            <numerusform>Пол не указан, но виден по имени: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncCard</name>
    <message>
        <source>Your changes in this course</source>
        <translation>Ваши изменения в этом курсе</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>None waits to be sent: what you changed here is safe at the office.</source>
        <translation>Отправки ничего не ждёт: что вы здесь изменили, надёжно сохранено в офисе.</translation>
    </message>
</context>
<context>
    <name>TeacherTicks</name>
    <message>
        <source>This course has no trainers yet: assign trainers in the overview.</source>
        <translation>На этом курсе ещё нет тренеров: назначьте их на обзоре курса.</translation>
    </message>
</context>
<context>
    <name>TeachersCard</name>
    <message>
        <source>Change the role: {name}</source>
        <translation>Изменить роль: {name}</translation>
    </message>
    <message>
        <source>Remove from the course: {name}</source>
        <translation>Снять с курса: {name}</translation>
    </message>
    <message>
        <source>Trainers</source>
        <translation>Тренеры</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Nobody is assigned yet. Their names are printed on papers and certificates.</source>
        <translation>Пока никто не назначен. Их имена стоят на документах и сертификатах.</translation>
    </message>
</context>
</TS>
