<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Arranger</name>
    <message>
        <source>not marked</source>
        <translation>без отметки</translation>
    </message>
    <message>
        <source>absent or late</source>
        <translation>не были или опоздали</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>ниже порога</translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation>без списка</translation>
    </message>
    <message>
        <source>{shown} of {all}: {why}</source>
        <translation>{shown} из {all}: {why}</translation>
    </message>
    <message>
        <source>{shown}, session {number}</source>
        <translation>{shown}, занятие {number}</translation>
    </message>
    <message>
        <source>Everybody has a mark in this session already.</source>
        <translation>На этом занятии уже отмечены все.</translation>
    </message>
    <message>
        <source>Nobody is marked absent or late in this session.</source>
        <translation>На этом занятии никто не отмечен как отсутствующий или опоздавший.</translation>
    </message>
    <message>
        <source>Nobody is below the limit of the course so far.</source>
        <translation>Пока никто не ниже порога курса.</translation>
    </message>
    <message>
        <source>There are no walk-ins in this course.</source>
        <translation>На этом курсе нет пришедших без списка.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Remark · No. {number}, session {session}</source>
        <translation>Примечание · № {number}, занятие {session}</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was</source>
        <translation>Enter сохраняет, Esc оставляет как было</translation>
    </message>
    <message>
        <source>Signatures on paper, session {number}</source>
        <translation>Подписей на бумаге, занятие {number}</translation>
    </message>
    <message>
        <source>Enter keeps the number and compares; an empty field forgets it</source>
        <translation>Enter сохраняет число и сверяет; пустое поле убирает его</translation>
    </message>
    <message>
        <source>Ten digits · Enter marks the person by the time of now, Esc leaves</source>
        <translation>Десять цифр · Enter отмечает участника по времени сейчас, Esc — выйти</translation>
    </message>
    <message>
        <source>Digits of the badge</source>
        <translation>Цифры бейджа</translation>
    </message>
    <message>
        <source>Why is session {number} opened again?</source>
        <translation>Почему занятие {number} снова открывают?</translation>
    </message>
    <message>
        <source>Only a number can be compared; nothing was kept yet</source>
        <translation>Сверить можно только число; пока ничего не сохранено</translation>
    </message>
    <message>
        <source>The reason is kept with the session; type a few words</source>
        <translation>Причина хранится вместе с занятием; напишите несколько слов</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Mark the rest present</source>
        <translation>Остальные присутствуют</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Посещаемость</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Открыть снова…</translation>
    </message>
    <message>
        <source>Left early: minutes…</source>
        <translation>Ушёл раньше: минут…</translation>
    </message>
    <message>
        <source>Session {number} · {locked}. Nothing was changed.</source>
        <translation>Занятие {number} · {locked}. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Letters mark, arrows move; F1 lists the keys</source>
        <translation>Буквы ставят отметку, стрелки перемещают; список клавиш — F1</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Добавить участника</translation>
    </message>
</context>
<context>
    <name>AttendanceSummary</name>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
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
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Another view</source>
        <translation>Другой вид</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Занятие</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Подписи</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Лист подписей</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Who is shown, and in what order</source>
        <translation>Кого показывать и в каком порядке</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>{shown}. Esc shows everybody again.</source>
        <translation>{shown}. Esc снова покажет всех.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Звание</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Подразделение</translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>Take the mark away</source>
        <translation>Убрать отметку</translation>
    </message>
    <message>
        <source>Left early…</source>
        <translation>Ушёл раньше…</translation>
    </message>
    <message>
        <source>Remark…</source>
        <translation>Примечание…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>История отметки…</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Исключить из курса</translation>
    </message>
    <message>
        <source>Type the digits of a badge…</source>
        <translation>Ввести цифры бейджа…</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Остальные присутствуют</translation>
    </message>
    <message>
        <source>Mark the rest of the day present…</source>
        <translation>Остальные за день присутствуют…</translation>
    </message>
    <message>
        <source>Count on paper…</source>
        <translation>Подписей на бумаге…</translation>
    </message>
    <message>
        <source>Open the session again…</source>
        <translation>Снова открыть занятие…</translation>
    </message>
    <message>
        <source>Lock the session</source>
        <translation>Закрыть занятие</translation>
    </message>
    <message>
        <source>Move, shorten or split in the schedule</source>
        <translation>Перенести, сократить или разделить в расписании</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Заменяет</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>After “late”: minutes late; otherwise go to the person with this number</source>
        <translation>После «опоздал» — минуты опоздания; иначе переход к участнику с этим номером</translation>
    </message>
    <message>
        <source>After “present” or “late”: the digits that follow are minutes left early</source>
        <translation>После «присутствует» или «опоздал»: следующие цифры — на сколько минут ушёл раньше</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Повторить последнюю отметку</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Убрать отметку</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Следующий участник</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Отметить остальных на занятии присутствующими</translation>
    </message>
    <message>
        <source>Mark the rest of the day present, after a question</source>
        <translation>Отметить остальных за день присутствующими, после вопроса</translation>
    </message>
    <message>
        <source>Find a person by name, rank or unit, in any script</source>
        <translation>Найти участника по имени, званию или подразделению, любым письмом</translation>
    </message>
    <message>
        <source>First letters of a name that mean no mark: go there</source>
        <translation>Первые буквы имени, если они не отметка: перейти к участнику</translation>
    </message>
    <message>
        <source>Type the digits of a badge</source>
        <translation>Ввести цифры бейджа</translation>
    </message>
    <message>
        <source>History of the mark: who, when, and whether it was sent</source>
        <translation>История отметки: кто, когда и отправлено ли</translation>
    </message>
    <message>
        <source>Type how many signatures the paper has</source>
        <translation>Ввести, сколько подписей на бумаге</translation>
    </message>
    <message>
        <source>Lock the session, or open it again with a reason</source>
        <translation>Закрыть занятие или снова открыть с причиной</translation>
    </message>
    <message>
        <source>The day or week before, after</source>
        <translation>Предыдущий или следующий день, неделя</translation>
    </message>
    <message>
        <source>Who is shown, and in what order</source>
        <translation>Кого показывать и в каком порядке</translation>
    </message>
    <message>
        <source>Choose and sort anew</source>
        <translation>Отобрать и упорядочить заново</translation>
    </message>
    <message>
        <source>End the minutes or the number; show everybody again</source>
        <translation>Закончить минуты или номер; снова показать всех</translation>
    </message>
    <message>
        <source>Add somebody who just came</source>
        <translation>Добавить того, кто пришёл без списка</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
</context>
<context>
    <name>LegendBar</name>
    <message>
        <source>cancelled, counts for nobody</source>
        <translation>отменено, никому не засчитывается</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Not marked in this session</source>
        <translation>Не отмеченные на этом занятии</translation>
    </message>
    <message>
        <source>Absent or late in this session</source>
        <translation>Не были или опоздали на это занятие</translation>
    </message>
    <message>
        <source>Share below the limit</source>
        <translation>Доля ниже порога</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Пришли без списка</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>По номеру</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По фамилии</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>По подразделению</translation>
    </message>
</context>
<context>
    <name>MarkHistoryPanel</name>
    <message>
        <source>History of the mark</source>
        <translation>История отметки</translation>
    </message>
    <message>
        <source>Nothing was ever marked here.</source>
        <translation>Здесь ещё ничего не отмечали.</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Mark the person present or late first; then type the minutes left early.</source>
        <translation>Сначала отметьте, что человек присутствует или опоздал; потом введите, на сколько минут он ушёл раньше.</translation>
    </message>
    <message>
        <source>Everybody has a mark in this session already.</source>
        <translation>На этом занятии уже все отмечены.</translation>
    </message>
</context>
<context>
    <name>NameSearch</name>
    <message>
        <source>Find a person</source>
        <translation>Найти участника</translation>
    </message>
    <message>
        <source>The next letters of the name lead there · Esc goes back</source>
        <translation>К участнику ведут следующие буквы имени · Esc — назад</translation>
    </message>
    <message>
        <source>Nobody in this course matches · Esc goes back</source>
        <translation>Никто в этом курсе не подходит · Esc — назад</translation>
    </message>
    <message>
        <source>Name, rank or unit, in any script or layout · Enter stays there, Esc goes back</source>
        <translation>Имя, звание или подразделение, любым письмом и раскладкой · Enter — остаться, Esc — назад</translation>
    </message>
    <message>
        <source>{place} of {count} · No. {number} {name}</source>
        <translation>{place} из {count} · № {number} {name}</translation>
    </message>
</context>
<context>
    <name>NoGrid</name>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Take over the list of nominations, or press Insert to add somebody who just came.</source>
        <translation>Примите список направленных или нажмите Insert, чтобы добавить пришедшего.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Занятий пока нет</translation>
    </message>
    <message>
        <source>Plan the sessions of the course; then people can be marked here.</source>
        <translation>Составьте расписание занятий — после этого здесь можно отмечать участников.</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Составить расписание</translation>
    </message>
</context>
<context>
    <name>NumberJump</name>
    <message>
        <source>There is no number {number}</source>
        <translation>Номера {number} в списке нет</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>№ {number}</translation>
    </message>
</context>
<context>
    <name>PaperCount</name>
    <message>
        <source>Type how many signatures the paper has; the program compares ({key})</source>
        <translation>Введите, сколько подписей на бумаге; программа сверит ({key})</translation>
    </message>
    <message>
        <source>Count on paper</source>
        <translation>Счёт по бумаге</translation>
    </message>
    <message>
        <source>On paper {count}</source>
        <translation>На бумаге {count}</translation>
    </message>
</context>
<context>
    <name>SessionJobs</name>
    <message>
        <source>Everybody has a mark in the sessions of this day that have begun.</source>
        <translation>На начавшихся занятиях этого дня отмечены все.</translation>
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
        <source>in %n session(s)</source>
        <translation>
            <numerusform>на %n занятии</numerusform>
            <numerusform>на %n занятиях</numerusform>
            <numerusform>на %n занятиях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n отметка</numerusform>
            <numerusform>%n отметки</numerusform>
            <numerusform>%n отметок</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark the rest of {day} present?</source>
        <translation>Отметить остальных за {day} присутствующими?</translation>
    </message>
    <message>
        <source>{people} {sessions} ({numbers}) get {marks} together. One undo takes all of it back.</source>
        <translation>{people} {sessions} ({numbers}), всего {marks}. Одна отмена вернёт всё назад.</translation>
    </message>
    <message>
        <source>Mark present</source>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Session {number} is locked; its marks stay as they are.</source>
        <translation>Занятие {number} закрыто; его отметки больше не изменятся.</translation>
    </message>
</context>
<context>
    <name>ShareColumn</name>
    <message>
        <source>Share of the minutes so far: only sessions with a mark count, so nobody&apos;s share falls while a session is being marked. The certificate counts all held sessions.</source>
        <translation>Доля минут на сегодня: считаются только занятия с отметкой, поэтому ничья доля не падает, пока идёт отметка. Для сертификата считаются все проведённые занятия.</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>На сегодня</translation>
    </message>
</context>
<context>
    <name>StepButtons</name>
    <message>
        <source>Redo: {step}</source>
        <translation>Повторить: {step}</translation>
    </message>
</context>
<context>
    <name>StepNamer</name>
    <message>
        <source>session {session}, {mark}</source>
        <translation>занятие {session}, {mark}</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message>
        <source>Came to the session</source>
        <translation>Были на занятии</translation>
    </message>
</context>
<context>
    <name>UndoChip</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>WalkInRow</name>
    <message>
        <source>Family name, given name</source>
        <translation>Фамилия, имя</translation>
    </message>
    <message>
        <source>Name of the person who came</source>
        <translation>Имя пришедшего</translation>
    </message>
    <message>
        <source>Enter adds the person, Esc leaves; the rest can be typed later</source>
        <translation>Enter — добавить, Esc — закрыть; остальное можно заполнить позже</translation>
    </message>
    <message>
        <source>Enter adds the person from {day} on, Esc leaves</source>
        <translation>Enter добавит участника начиная с {day}, Esc — выйти</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>present</source>
        <translation>присутствует</translation>
    </message>
    <message>
        <source>late</source>
        <translation>опоздал</translation>
    </message>
    <message>
        <source>excused</source>
        <translation>уважительная</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>не был</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>не отмечено</translation>
    </message>
    <message>
        <source>Day {number} · {date}</source>
        <translation>День {number} · {date}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Занятие {number}</translation>
    </message>
    <message>
        <source>from day {number}</source>
        <translation>со дня {number}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>cancelled: {reason}</source>
        <translation>отменено: {reason}</translation>
    </message>
    <message>
        <source>not on the list yet</source>
        <translation>ещё не в списке</translation>
    </message>
    <message>
        <source>marked in a way that only a newer version of the program can show</source>
        <translation>отмечено так, как может показать только более новая версия программы</translation>
    </message>
    <message>
        <source>newer version</source>
        <comment>legend: a mark that only a newer version can show</comment>
        <translation>новая версия</translation>
    </message>
    <message>
        <source>not held yet</source>
        <translation>занятия ещё не было</translation>
    </message>
    <message>
        <source>{minutes} min late</source>
        <translation>опоздание {minutes} мин</translation>
    </message>
    <message>
        <source>left {minutes} min early</source>
        <translation>ушёл раньше на {minutes} мин</translation>
    </message>
    <message>
        <source>locked: {by}</source>
        <translation>закрыто: {by}</translation>
    </message>
    <message>
        <source>came {time}</source>
        <translation>пришёл в {time}</translation>
    </message>
    <message>
        <source>share so far {percent}</source>
        <translation>доля на сегодня {percent}</translation>
    </message>
    <message>
        <source>{came} of {expected}</source>
        <translation>{came} из {expected}</translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s)</source>
        <translation>
            <numerusform>%n без списка</numerusform>
            <numerusform>%n без списка</numerusform>
            <numerusform>%n без списка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not marked</source>
        <translation>
            <numerusform>%n не отмечен</numerusform>
            <numerusform>%n не отмечены</numerusform>
            <numerusform>%n не отмечено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from a newer version</source>
        <translation>
            <numerusform>%n из новой версии</numerusform>
            <numerusform>%n из новой версии</numerusform>
            <numerusform>%n из новой версии</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than on paper</source>
        <translation>
            <numerusform>отмечено на %n больше</numerusform>
            <numerusform>отмечено на %n больше</numerusform>
            <numerusform>отмечено на %n больше</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than on paper</source>
        <translation>
            <numerusform>отмечено на %n меньше</numerusform>
            <numerusform>отмечено на %n меньше</numerusform>
            <numerusform>отмечено на %n меньше</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees with the paper</source>
        <translation>сходится с бумагой</translation>
    </message>
    <message>
        <source>{percent} of all held sessions, as for the certificate</source>
        <translation>{percent} всех проведённых занятий, как для сертификата</translation>
    </message>
    <message>
        <source>So far {percent}: only sessions in which there is a mark count</source>
        <translation>На сегодня {percent}: считаются только занятия с отметкой</translation>
    </message>
    <message>
        <source>For the certificate {percent}: all held sessions count, also those without a mark</source>
        <translation>Для сертификата {percent}: считаются все проведённые занятия, и те, где нет отметки</translation>
    </message>
    <message>
        <source>two laptops recorded different marks</source>
        <translation>на двух ноутбуках разные отметки</translation>
    </message>
    <message>
        <source>remark: {text}</source>
        <translation>примечание: {text}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>закрыто</translation>
    </message>
</context>
</TS>
