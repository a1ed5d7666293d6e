<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AttachedFileRow</name>
    <message>
        <source>Goes to the office</source>
        <translation>Отправится в офис</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>страница {page}</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>нет на этом компьютере</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>остаётся здесь</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>Открыть {file}</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>Убрать {file}</translation>
    </message>
</context>
<context>
    <name>AttachmentViewer</name>
    <message>
        <source>Page before</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Вся страница</translation>
    </message>
    <message>
        <source>Turn</source>
        <extracomment>A button: turns the picture by a quarter</extracomment>
        <translation>Повернуть</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>The copy is not encrypted: anybody can read it.</source>
        <translation>Копия не зашифрована: её сможет прочитать любой.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>{file} is not encrypted: anybody can read it there.</source>
        <translation>{file} не зашифрован: там его сможет прочитать любой.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Страница {page} из {pages}</translation>
    </message>
    <message>
        <source>Save a copy that anybody can read</source>
        <translation>Сохранить копию, которую может прочитать любой</translation>
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
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n ячейка</numerusform>
            <numerusform>%n ячейки</numerusform>
            <numerusform>%n ячеек</numerusform>
        </translation>
    </message>
    <message>
        <source>{cells}: a letter marks all</source>
        <translation>{cells}: буква для всех</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Открыть снова…</translation>
    </message>
    <message>
        <source>Left early: minutes…</source>
        <translation>Ранний уход: минут…</translation>
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
        <source>Late: minutes, then Enter</source>
        <translation>Опоздание: минуты, Enter</translation>
    </message>
    <message>
        <source>{letter} again, then minutes</source>
        <translation>{letter} ещё раз, затем минуты</translation>
    </message>
    <message>
        <source>Session {number} · {locked}. Nothing was changed.</source>
        <translation>Занятие {number} · {locked}. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Letters mark, arrows move; Ctrl+F1 lists the keys</source>
        <translation>Буквы ставят отметку, стрелки перемещают; список клавиш — Ctrl+F1</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Добавить участника</translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Another view</source>
        <translation>Другой вид</translation>
    </message>
    <message>
        <source>The person with this number</source>
        <translation>Человек с этим номером</translation>
    </message>
    <message>
        <source>The name that begins so</source>
        <translation>Имя, которое так начинается</translation>
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
        <extracomment>What is shown: the grid or a session</extracomment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Лист подписей</translation>
    </message>
    <message>
        <source>The course is approved. What is changed here is listed in its Overview as changed since the approval.</source>
        <translation>Курс утверждён. Что изменено здесь, перечисляется на его вкладке «Обзор» как изменённое после утверждения.</translation>
    </message>
</context>
<context>
    <name>BlockMarkingController</name>
    <message>
        <source>Minutes left early count only for who came. Skipped: {count}.</source>
        <translation>Минуты раннего ухода считаются только тем, кто пришёл. Пропущено: {count}.</translation>
    </message>
    <message>
        <source>Taking the marks back</source>
        <translation>Отметки отменяются</translation>
    </message>
    <message>
        <source>Marking the selected cells</source>
        <translation>Отмечаются выделенные ячейки</translation>
    </message>
    <message>
        <source>replaced by then</source>
        <translation>уже заменены</translation>
    </message>
    <message>
        <source>withdrawn by then</source>
        <translation>уже выбыли</translation>
    </message>
    <message>
        <source>not on the list yet</source>
        <translation>ещё не в списке</translation>
    </message>
    <message>
        <source>session locked</source>
        <translation>занятие заперто</translation>
    </message>
    <message>
        <source>session cancelled</source>
        <translation>занятие отменено</translation>
    </message>
    <message>
        <source>Marks removed: {count}. Skipped: {why}.</source>
        <translation>Отметок убрано: {count}. Пропущено: {why}.</translation>
    </message>
    <message>
        <source>Marked: {count}. Skipped: {why}.</source>
        <translation>Отмечено: {count}. Пропущено: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>Not begun yet: %n session(s)</source>
        <translation>
            <numerusform>Ещё не начались занятия: %n</numerusform>
            <numerusform>Ещё не начались занятия: %n</numerusform>
            <numerusform>Ещё не начались занятия: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Session {number} begins on {when}. Give all selected cells the mark “{mark}” all the same?</source>
        <translation>Занятие {number} начнётся {when}. Всё равно поставить во всех выделенных ячейках отметку «{mark}»?</translation>
    </message>
    <message>
        <source>Mark all the same</source>
        <translation>Всё равно отметить</translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message numerus="yes">
        <source>%n cell(s) selected</source>
        <translation>
            <numerusform>Выделена %n ячейка</numerusform>
            <numerusform>Выделены %n ячейки</numerusform>
            <numerusform>Выделено %n ячеек</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Снять отметку</translation>
    </message>
    <message>
        <source>Left early…</source>
        <translation>Ранний уход…</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>Копировать для электронной таблицы</translation>
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
        <source>Find a replacement…</source>
        <translation>Найти замену…</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Отметить выбытие</translation>
    </message>
    <message>
        <source>Select everybody in this session</source>
        <translation>Выделить всех на этом занятии</translation>
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
        <source>Signatures on the sheet…</source>
        <translation>Подписей на бумаге…</translation>
    </message>
    <message>
        <source>Open the session again…</source>
        <translation>Снова открыть занятие…</translation>
    </message>
    <message>
        <source>Lock the session</source>
        <translation>Запереть занятие</translation>
    </message>
    <message>
        <source>Move, shorten or split in the schedule</source>
        <translation>Перенести, сократить или разделить в расписании</translation>
    </message>
    <message>
        <source>Takes the place of</source>
        <translation>Вместо кого</translation>
    </message>
</context>
<context>
    <name>CornerWidget</name>
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
</context>
<context>
    <name>DifferenceAnswers</name>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>Or change the mark:</source>
        <translation>Или измените отметку:</translation>
    </message>
    <message>
        <source>The session is locked or cancelled: its mark stays.</source>
        <translation>Занятие заперто или отменено: отметка не меняется.</translation>
    </message>
    <message numerus="yes">
        <source>The same reason for all %n (*)</source>
        <translation>
            <numerusform>Та же причина для всех %n (*)</numerusform>
            <numerusform>Та же причина для всех %n (*)</numerusform>
            <numerusform>Та же причина для всех %n (*)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Добавить участника</translation>
    </message>
    <message>
        <source>Correct the count</source>
        <translation>Исправить число</translation>
    </message>
    <message>
        <source>No, it is not signed</source>
        <translation>Нет, подписи нет</translation>
    </message>
    <message>
        <source>No, it is signed</source>
        <translation>Нет, подпись есть</translation>
    </message>
    <message>
        <source>Counted: {counted}, ticked: {signed}, marked in the room: {came}. Is a name written in by hand?</source>
        <translation>Насчитано: {counted}, подписей: {signed}, отмечено присутствующих: {came}. Кто-то вписан от руки?</translation>
    </message>
    <message>
        <source>Why may it stay as it is?</source>
        <translation>Почему так можно оставить?</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
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
        <translation>Без предварительной записи</translation>
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
    <name>GridEmptyState</name>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Import the list of nominations, or press Insert to add somebody who just came.</source>
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
    <name>GridFilterController</name>
    <message>
        <source>not marked</source>
        <translation>без отметки</translation>
    </message>
    <message>
        <source>absent or late</source>
        <translation>отсутствие или опоздание</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>ниже порога</translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation>без записи</translation>
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
        <translation>На этом занятии уже все отмечены.</translation>
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
        <translation>На этом курсе нет участников без предварительной записи.</translation>
    </message>
</context>
<context>
    <name>GridKeys</name>
    <message>
        <source>After “late”: minutes, then Enter; else the person with this number</source>
        <translation>После «опоздание» — минуты, затем Enter; иначе участник с этим номером</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Повторить последнюю отметку</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Снять отметку</translation>
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
        <source>Find a person by name, rank or unit, in any alphabet</source>
        <translation>Найти участника по имени, званию или подразделению, любым алфавитом</translation>
    </message>
    <message>
        <source>Select several cells, also by dragging: a letter marks all of them</source>
        <translation>Выделить несколько ячеек, можно и мышью: буква отметит все</translation>
    </message>
    <message>
        <source>Select everybody in the session</source>
        <translation>Выделить всех на занятии</translation>
    </message>
    <message>
        <source>Copy the selected cells, or the whole table, for a spreadsheet</source>
        <translation>Копировать выделенные ячейки или всю таблицу для электронной таблицы</translation>
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
        <translation>Запереть занятие или снова открыть с причиной</translation>
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
        <translation>Добавить участника без записи</translation>
    </message>
    <message>
        <source>After “present” or “late”: the digits that follow are minutes left early; also the key of Latin H</source>
        <translation>После «присутствие» или «опоздание»: следующие цифры — минуты раннего ухода; ещё клавиша латинской H</translation>
    </message>
    <message>
        <source>Next person; a letter alone stays here</source>
        <translation>Следующий участник; буква сама не переходит</translation>
    </message>
    <message>
        <source>A name, typed without a pause: go there; what its letters marked is taken back</source>
        <translation>Имя, набранное без паузы: перейти туда; отметки, поставленные его буквами, снимаются</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
</context>
<context>
    <name>GridPrompts</name>
    <message>
        <source>Remark · No.&#xa0;{number}, session {session}</source>
        <translation>Примечание · №&#xa0;{number}, занятие {session}</translation>
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
        <source>Open again</source>
        <translation>Открыть снова</translation>
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
    <name>GridSummary</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
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
    <name>HeadcountCard</name>
    <message>
        <source>of {expected} are here</source>
        <translation>из {expected} здесь</translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list any more</source>
        <translation>
            <numerusform>%n уже не в списке</numerusform>
            <numerusform>%n уже не в списке</numerusform>
            <numerusform>%n уже не в списке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n walk-in(s)</source>
        <translation>
            <numerusform>%n без записи</numerusform>
            <numerusform>%n без записи</numerusform>
            <numerusform>%n без записи</numerusform>
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
    <message>
        <source>all marked</source>
        <translation>все отмечены</translation>
    </message>
    <message numerus="yes">
        <source>%n marked by a newer version</source>
        <translation>
            <numerusform>%n отмечен новой версией</numerusform>
            <numerusform>%n отмечены новой версией</numerusform>
            <numerusform>%n отмечено новой версией</numerusform>
        </translation>
    </message>
    <message>
        <source>Heads in the room, or signatures</source>
        <translation>Людей в аудитории или подписей</translation>
    </message>
    <message numerus="yes">
        <source>%n added after this count: count again</source>
        <translation>
            <numerusform>После подсчёта добавлен ещё %n: пересчитайте</numerusform>
            <numerusform>После подсчёта добавлены ещё %n: пересчитайте</numerusform>
            <numerusform>После подсчёта добавлено ещё %n: пересчитайте</numerusform>
        </translation>
    </message>
    <message>
        <source>counts for nobody</source>
        <translation>никому не засчитывается</translation>
    </message>
    <message>
        <source>The session is cancelled: it counts for nobody</source>
        <translation>Занятие отменено: никому не засчитывается</translation>
    </message>
    <message>
        <source>Counted</source>
        <extracomment>Heads counted in the room</extracomment>
        <translation>Посчитано</translation>
    </message>
    <message>
        <source>Counted heads or signatures</source>
        <translation>Посчитано людей или подписей</translation>
    </message>
</context>
<context>
    <name>LegendBar</name>
    <message>
        <source>A letter marks and stays here,
Enter leads to the next person</source>
        <translation>Буква отмечает и остаётся здесь,
Enter ведёт к следующему</translation>
    </message>
    <message>
        <source>cancelled, counts for nobody</source>
        <translation>отменено, никому не засчитывается</translation>
    </message>
</context>
<context>
    <name>LineJump</name>
    <message>
        <source>There is no number {number}</source>
        <translation>Номера {number} в списке нет</translation>
    </message>
    <message>
        <source>No.&#xa0;{number}</source>
        <translation>№&#xa0;{number}</translation>
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
    <name>MarkingController</name>
    <message>
        <source>The last digit did not fit into the session. Press Enter, then go on.</source>
        <translation>Последняя цифра не поместилась в занятие. Нажмите Enter и продолжайте.</translation>
    </message>
    <message>
        <source>These are letters of a name: what they had marked is taken back.</source>
        <translation>Это буквы имени: поставленные ими отметки сняты.</translation>
    </message>
    <message>
        <source>Mark the person present or late first; then type the minutes left early.</source>
        <translation>Сначала отметьте присутствие или опоздание; потом введите минуты раннего ухода.</translation>
    </message>
    <message>
        <source>The session lasts {minutes} min: {typed} do not fit, {kept} are kept. Enter goes on.</source>
        <translation>Занятие длится {minutes}&#xa0;мин: {typed} не помещается, сохранено {kept}. Enter — дальше.</translation>
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
        <translation>Найти человека</translation>
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
        <source>Name, rank or unit, in any alphabet or layout · Enter stays there, Esc goes back</source>
        <translation>Имя, звание или подразделение, любым алфавитом и раскладкой · Enter — остаться, Esc — назад</translation>
    </message>
    <message>
        <source>{place} of {count} · No.&#xa0;{number} {name}</source>
        <translation>{place} из {count} · №&#xa0;{number} {name}</translation>
    </message>
</context>
<context>
    <name>NumberJump</name>
    <message>
        <source>There is no number {number}</source>
        <translation>Номера {number} в списке нет</translation>
    </message>
    <message>
        <source>No.&#xa0;{number}</source>
        <translation>№&#xa0;{number}</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Was here all the same: mark present</source>
        <translation>Всё же был здесь: отметить присутствие</translation>
    </message>
    <message>
        <source>Remark…</source>
        <translation>Примечание…</translation>
    </message>
    <message>
        <source>Left early…</source>
        <translation>Ранний уход…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>История отметки…</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Снять отметку</translation>
    </message>
    <message>
        <source>Takes the place of</source>
        <translation>Вместо кого</translation>
    </message>
    <message>
        <source>Find a replacement…</source>
        <translation>Найти замену…</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Отметить выбытие</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Остальные присутствуют</translation>
    </message>
</context>
<context>
    <name>ScanBanner</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>The person came</source>
        <translation>Участник пришёл</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Scan a badge now, or type its ten digits:</source>
        <translation>Отсканируйте бейдж или введите его десять цифр:</translation>
    </message>
    <message>
        <source>Ten digits of a badge</source>
        <translation>Десять цифр бейджа</translation>
    </message>
    <message>
        <source>Read codes from image files</source>
        <translation>Прочитать коды из файлов</translation>
    </message>
</context>
<context>
    <name>ScanController</name>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
</context>
<context>
    <name>ScanDrop</name>
    <message>
        <source>Reading the scans</source>
        <translation>Чтение сканов</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached</source>
        <translation>
            <numerusform>%n файл не прикреплён</numerusform>
            <numerusform>%n файла не прикреплены</numerusform>
            <numerusform>%n файлов не прикреплены</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Room {name}</source>
        <translation>Аудитория {name}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>заперто</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Cancel session</source>
        <translation>Отменить занятие</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>идёт сейчас</translation>
    </message>
    <message>
        <source>held</source>
        <translation>проведено</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>A button: nobody changes the marks of the session any more</extracomment>
        <translation>Запереть</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>в плане</translation>
    </message>
    <message>
        <source>It was held</source>
        <translation>Состоялось</translation>
    </message>
    <message>
        <source>Session before</source>
        <translation>Предыдущее занятие</translation>
    </message>
    <message>
        <source>Session after</source>
        <translation>Следующее занятие</translation>
    </message>
    <message>
        <source>Move, shorten or split in the schedule</source>
        <translation>Перенести, сократить или разделить в расписании</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
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
        <translation>Занятие {number} заперто; его отметки больше не изменятся.</translation>
    </message>
</context>
<context>
    <name>SessionListCard</name>
    <message>
        <source>{session}: {came} of {expected}</source>
        <translation>{session}: {came} из {expected}</translation>
    </message>
    <message>
        <source>Hide headcount, session and badges</source>
        <translation>Скрыть счёт людей, занятие и бейджи</translation>
    </message>
    <message>
        <source>Show headcount, session and badges</source>
        <translation>Показать счёт людей, занятие и бейджи</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be marked</source>
        <translation>
            <numerusform>Осталось отметить: %n</numerusform>
            <numerusform>Осталось отметить: %n</numerusform>
            <numerusform>Осталось отметить: %n</numerusform>
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
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Go on after a mark</source>
        <translation>Дальше после отметки</translation>
    </message>
    <message>
        <source>A key that marks goes on to the next person; after “late” Enter does</source>
        <translation>Клавиша отметки переводит к следующему человеку; после «опоздание» — Enter</translation>
    </message>
    <message>
        <source>Only not marked</source>
        <translation>Только неотмеченные</translation>
    </message>
    <message>
        <source>More about the current person</source>
        <translation>Ещё о выбранном участнике</translation>
    </message>
    <message>
        <source>People of the session</source>
        <translation>Участники занятия</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Add who is here by name alone; the rest can be typed later.</source>
        <translation>Добавьте присутствующих по имени; остальное можно заполнить позже.</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Добавить пришедшего</translation>
    </message>
    <message>
        <source>Everybody is marked</source>
        <translation>Все отмечены</translation>
    </message>
    <message>
        <source>Nobody of this session waits for a mark.</source>
        <translation>На этом занятии не осталось неотмеченных.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Показать всех</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Занятий пока нет</translation>
    </message>
    <message>
        <source>Plan the sessions of the course; then people are marked here.</source>
        <translation>Составьте расписание занятий, затем участники отмечаются здесь.</translation>
    </message>
    <message>
        <source>Plan sessions</source>
        <translation>Составить расписание</translation>
    </message>
</context>
<context>
    <name>SessionMarkingController</name>
    <message>
        <source>Type whole minutes.</source>
        <translation>Введите целое число минут.</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>walk-in</source>
        <translation>без записи</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Mark</source>
        <extracomment>Heading: present, late, excused or absent</extracomment>
        <translation>Отметка</translation>
    </message>
    <message>
        <source>Late, min</source>
        <translation>Опозд.</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Бейдж</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Present, late, excused, absent</source>
        <translation>Присутствие, опоздание, уважительная причина, отсутствие</translation>
    </message>
    <message>
        <source>After “late”: minutes, then Enter; else the person with this number</source>
        <translation>После «опоздание» — минуты, затем Enter; иначе участник с этим номером</translation>
    </message>
    <message>
        <source>Minutes left early; also the key of Latin H</source>
        <translation>Минуты раннего ухода; ещё клавиша латинской H</translation>
    </message>
    <message>
        <source>Next person; a mark goes there by itself while the tick above says so</source>
        <translation>Следующий человек; отметка сама переводит к нему, пока стоит галочка сверху</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Повторить последнюю отметку</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Снять отметку</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Отметить остальных на занятии присутствующими</translation>
    </message>
    <message>
        <source>Find a person by name, rank or unit, in any alphabet</source>
        <translation>Найти участника по имени, званию или подразделению, любым алфавитом</translation>
    </message>
    <message>
        <source>A name, typed without a pause: go there; what its letters marked is taken back</source>
        <translation>Имя, набранное без паузы: перейти туда; отметки, поставленные его буквами, снимаются</translation>
    </message>
    <message>
        <source>Type the digits of a badge</source>
        <translation>Ввести цифры бейджа</translation>
    </message>
    <message>
        <source>Type how many were counted</source>
        <translation>Ввести, сколько человек насчитали</translation>
    </message>
    <message>
        <source>Lock the session, or open it again with a reason</source>
        <translation>Запереть занятие или снова открыть с причиной</translation>
    </message>
    <message>
        <source>Add somebody who just came</source>
        <translation>Добавить участника без записи</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>History of the mark: who, when, and whether it was sent</source>
        <translation>История отметки: кто, когда и отправлено ли</translation>
    </message>
    <message>
        <source>More about the person: replaces, withdraw</source>
        <translation>Ещё об участнике: вместо кого, выбытие</translation>
    </message>
    <message>
        <source>Session before</source>
        <translation>Предыдущее занятие</translation>
    </message>
    <message>
        <source>Session after</source>
        <translation>Следующее занятие</translation>
    </message>
    <message>
        <source>End what is typed, then show everybody, then go back</source>
        <translation>Закончить ввод, затем показать всех, затем вернуться</translation>
    </message>
    <message>
        <source>Undo a scan, or answer what it asks</source>
        <translation>Отменить сканирование или ответить на его вопрос</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Добавить пришедшего</translation>
    </message>
    <message>
        <source>Expected from session {number} on: mark them in an earlier one if they were there.</source>
        <translation>Ожидается с занятия {number}; если был раньше, отметьте его в том занятии.</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>Все здесь</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Остальные присутствуют</translation>
    </message>
</context>
<context>
    <name>SessionPageCommands</name>
    <message>
        <source>It counts for nobody. Marks are kept and come back with it.</source>
        <translation>Оно никому не засчитывается. Отметки сохраняются и вернутся вместе с ним.</translation>
    </message>
    <message>
        <source>Cancel session</source>
        <translation>Отменить занятие</translation>
    </message>
    <message>
        <source>Its marks can be changed again.</source>
        <translation>Его отметки снова можно будет изменять.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Pictures or PDF files with badges</source>
        <translation>Изображения или файлы PDF с бейджами</translation>
    </message>
    <message>
        <source>Pictures and PDF files ({kinds})</source>
        <translation>Изображения и файлы PDF ({kinds})</translation>
    </message>
</context>
<context>
    <name>ShareColumn</name>
    <message>
        <source>Whole course</source>
        <translation>Весь курс</translation>
    </message>
    <message>
        <source>Share of the minutes of all held sessions, as for the certificate.</source>
        <translation>Доля минут всех проведённых занятий, как для сертификата.</translation>
    </message>
    <message>
        <source>Share of the minutes so far: only sessions with a mark count, so nobody&apos;s share falls while a session is being marked. The certificate counts all held sessions: its share is the small figure before it, where both differ.</source>
        <translation>Доля минут на сегодня: считаются только занятия с отметкой, поэтому ничья доля не падает, пока идёт отметка. Для сертификата считаются все проведённые занятия: его доля — маленькое число впереди, если доли различаются.</translation>
    </message>
    <message>
        <source>The small figure on the left is the one for the certificate.</source>
        <translation>Маленькое число слева — доля для сертификата.</translation>
    </message>
    <message>
        <source>certificate</source>
        <comment>above small figures</comment>
        <translation>сертификат</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>На сегодня</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Signed sheet</source>
        <translation>Подписанный лист</translation>
    </message>
    <message>
        <source>Space ticks, N for no signature; Ctrl+F1 lists the keys</source>
        <translation>Пробел ставит галочку, Н или N — подписи нет; Ctrl+F1 — список клавиш</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Страница {page} из {count}</translation>
    </message>
</context>
<context>
    <name>SheetFiles</name>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n скан</numerusform>
            <numerusform>%n скана</numerusform>
            <numerusform>%n сканов</numerusform>
        </translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Сканы</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add scans of this sheet</source>
        <translation>Добавить сканы этого листа</translation>
    </message>
    <message>
        <source>Drop a scan or photo of the signed sheet here, or add it.</source>
        <translation>Перетащите сюда скан или фото подписанного листа или добавьте его.</translation>
    </message>
    <message>
        <source>Reading the scans</source>
        <translation>Чтение сканов</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached</source>
        <translation>
            <numerusform>%n файл не прикреплён</numerusform>
            <numerusform>%n файла не прикреплены</numerusform>
            <numerusform>%n файлов не прикреплены</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached where the codes on the sheets say</source>
        <translation>Прикреплено по кодам на листах</translation>
    </message>
    <message>
        <source>Scans and photos ({endings})</source>
        <translation>Сканы и фото ({endings})</translation>
    </message>
</context>
<context>
    <name>SheetListCard</name>
    <message>
        <source>By day</source>
        <translation>По дням</translation>
    </message>
    <message>
        <source>By session</source>
        <translation>По занятиям</translation>
    </message>
    <message>
        <source>Signed sheets of the course</source>
        <translation>Подписанные листы курса</translation>
    </message>
</context>
<context>
    <name>SheetPageModel</name>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
</context>
<context>
    <name>SheetStatusCard</name>
    <message>
        <source>Differences between paper and marks</source>
        <translation>Несовпадения листа и отметок</translation>
    </message>
    <message>
        <source>Tick what the paper shows: Space for a signature, N for none, and then the rest at once. What does not fit the marks appears here.</source>
        <translation>Отметьте, что на листе: Пробел — подпись есть, Н или N — подписи нет, затем все остальные сразу. Что не совпадает с отметками, появится здесь.</translation>
    </message>
    <message>
        <source>Locked: marks stay, signatures can still be checked.</source>
        <translation>Заперто: отметки не меняются, подписи ещё можно сверить.</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>Следующий лист</translation>
    </message>
    <message>
        <source>Sheet reconciled</source>
        <translation>Лист сверен</translation>
    </message>
    <message>
        <source>Paper and marks differ</source>
        <translation>Лист и отметки не совпадают</translation>
    </message>
    <message>
        <source>Checking the paper</source>
        <translation>Проверка листа</translation>
    </message>
    <message>
        <source>Every signature agrees with its mark.</source>
        <translation>Каждая подпись совпадает с отметкой.</translation>
    </message>
</context>
<context>
    <name>SheetWording</name>
    <message>
        <source>Day {number} · {date}</source>
        <translation>День {number} · {date}</translation>
    </message>
    <message>
        <source>Session {number} · {date}</source>
        <translation>Занятие {number} · {date}</translation>
    </message>
    <message>
        <source>{checked} of {whole} places checked</source>
        <translation>Проверено мест для подписи: {checked} из {whole}</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n несовпадение</numerusform>
            <numerusform>%n несовпадения</numerusform>
            <numerusform>%n несовпадений</numerusform>
        </translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Занятие {number}</translation>
    </message>
    <message>
        <source>counted {counted}, signatures ticked {signed}</source>
        <translation>насчитано {counted}, подписей {signed}</translation>
    </message>
    <message>
        <source>Session {number}: {words}</source>
        <translation>Зан. {number}: {words}</translation>
    </message>
    <message>
        <source>difference: {words}</source>
        <translation>несовпадение: {words}</translation>
    </message>
    <message>
        <source>settled: {reason}</source>
        <translation>закрыто: {reason}</translation>
    </message>
</context>
<context>
    <name>SignatureCount</name>
    <message>
        <source>Type how many signatures the paper has; the program compares ({key})</source>
        <translation>Введите, сколько подписей на бумаге; программа сверит ({key})</translation>
    </message>
    <message>
        <source>Signatures on the sheet</source>
        <translation>Счёт по бумаге</translation>
    </message>
    <message>
        <source>On paper {count}</source>
        <translation>На бумаге {count}</translation>
    </message>
</context>
<context>
    <name>SignatureCountsRow</name>
    <message>
        <source>Signatures counted on the paper, session {number}</source>
        <translation>Подписей на листе, занятие {number}</translation>
    </message>
    <message>
        <source>The session is locked.</source>
        <translation>Занятие заперто.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписали</translation>
    </message>
    <message>
        <source>Counted on the paper</source>
        <translation>Насчитано на листе</translation>
    </message>
</context>
<context>
    <name>SignaturesPage</name>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Signed, or not signed after all</source>
        <translation>Подпись есть; второй раз — подписи нет</translation>
    </message>
    <message>
        <source>Signed; with Shift the whole line</source>
        <translation>Подпись есть; с Shift — вся строка</translation>
    </message>
    <message>
        <source>S +</source>
        <comment>keys: there is a signature</comment>
        <translation>П S +</translation>
    </message>
    <message>
        <source>Not signed; with Shift the whole line</source>
        <translation>Подписи нет; с Shift — вся строка</translation>
    </message>
    <message>
        <source>N −</source>
        <comment>keys: there is no signature</comment>
        <translation>Н N −</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Ещё не проверено</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Следующий участник</translation>
    </message>
    <message>
        <source>Go to a number of the list</source>
        <translation>Переход к номеру в списке</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Перелистнуть страницу</translation>
    </message>
    <message>
        <source>The rest of this page is signed</source>
        <translation>Остальные на этой странице подписали</translation>
    </message>
    <message>
        <source>To the differences</source>
        <translation>К несовпадениям</translation>
    </message>
    <message>
        <source>In the differences: choose a reason</source>
        <translation>В несовпадениях: выбрать причину</translation>
    </message>
    <message>
        <source>In the differences: the same reason for all alike</source>
        <translation>В несовпадениях: одна причина для всех таких же</translation>
    </message>
    <message>
        <source>In the differences: change the mark</source>
        <translation>В несовпадениях: изменить отметку</translation>
    </message>
    <message>
        <source>The rest of the page is signed</source>
        <translation>Остальные на странице подписали</translation>
    </message>
    <message>
        <source>Not begun yet, so not ticked: session {numbers}</source>
        <translation>Ещё не началось, поэтому не отмечено: занятие {numbers}</translation>
    </message>
    <message>
        <source>Come back to this sheet when it is over; single places can be ticked by hand.</source>
        <translation>Вернитесь к этому листу, когда оно закончится; отдельные места можно отметить вручную.</translation>
    </message>
    <message>
        <source>Nobody is on this sheet yet</source>
        <translation>На этом листе пока никого нет</translation>
    </message>
    <message>
        <source>Add the participants; their lines appear here as on the printed sheet.</source>
        <translation>Добавьте участников: их строки появятся здесь, как на печатном листе.</translation>
    </message>
    <message>
        <source>Add participants</source>
        <translation>Добавить участников</translation>
    </message>
    <message>
        <source>No signed sheets yet</source>
        <translation>Подписанных листов пока нет</translation>
    </message>
    <message>
        <source>Plan the sessions, print the sign-in sheet, and check it here when it is signed.</source>
        <translation>Составьте расписание, распечатайте лист подписей, а подписанный проверьте здесь.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Составить расписание</translation>
    </message>
</context>
<context>
    <name>StepDescriber</name>
    <message>
        <source>{who}, session {session}, {mark}</source>
        <translation>{who}, занятие {session}, {mark}</translation>
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
    <name>WalkInBar</name>
    <message>
        <source>Enter adds and closes the field, Ins opens it for the next one; Esc leaves</source>
        <translation>Enter добавит и закроет поле, Ins — следующий, Esc — закрыть</translation>
    </message>
</context>
<context>
    <name>WalkInEntry</name>
    <message>
        <source>Family name, given name</source>
        <translation>Фамилия, имя</translation>
    </message>
    <message>
        <source>Name of the person who came</source>
        <translation>Имя пришедшего</translation>
    </message>
    <message>
        <source>Known already? Go down with the arrow and press Enter there.</source>
        <translation>Уже известен? Спуститесь стрелкой и нажмите Enter там.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} {name} is on the list already</source>
        <translation>№&#xa0;{number} {name} уже есть в списке</translation>
    </message>
    <message>
        <source>Add another person of the same name? The same person needs only a mark at this number.</source>
        <translation>Добавить другого человека с таким же именем? Тому же человеку нужна только отметка под этим номером.</translation>
    </message>
    <message>
        <source>Add another person</source>
        <translation>Добавить другого человека</translation>
    </message>
    <message>
        <source>The same person is added with what is known of them; another one begins anew.</source>
        <translation>Тот же человек добавляется со всем, что о нём известно; другой записывается заново.</translation>
    </message>
    <message>
        <source>Several people of this name are known already: {name}</source>
        <translation>С таким именем уже известны несколько человек: {name}</translation>
    </message>
    <message>
        <source>{name} is known already</source>
        <translation>{name}: этот человек уже известен</translation>
    </message>
    <message>
        <source>Choose who it is</source>
        <translation>Выбрать, кто это</translation>
    </message>
    <message>
        <source>Add the known person</source>
        <translation>Добавить известного</translation>
    </message>
</context>
<context>
    <name>WalkInRow</name>
    <message>
        <source>Enter adds the person and closes the field, Ins opens it for the next one; Esc leaves</source>
        <translation>Enter добавит и закроет поле, Ins откроет его для следующего; Esc — закрыть</translation>
    </message>
    <message>
        <source>Enter adds the person from session {number} on ({day}), Esc leaves</source>
        <translation>Enter добавит человека с занятия {number} ({day}), Esc закроет</translation>
    </message>
</context>
</TS>
