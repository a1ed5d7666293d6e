<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Asking</name>
    <message>
        <source>Find a person</source>
        <translation>Найти участника</translation>
    </message>
    <message>
        <source>Remark · No. {number}, session {session}</source>
        <translation>Примечание · № {number}, занятие {session}</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it as it was</source>
        <translation>Enter сохраняет, Esc оставляет как было</translation>
    </message>
    <message>
        <source>First letters of the name, in any script · Enter stays there, Esc goes back</source>
        <translation>Первые буквы имени, любым письмом · Enter — остаться, Esc — вернуться</translation>
    </message>
    <message>
        <source>Nobody&apos;s name begins so</source>
        <translation>Никого с таким именем нет</translation>
    </message>
    <message>
        <source>{place} of {count} · No. {number} {name}</source>
        <translation>{place} из {count} · № {number} {name}</translation>
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
            <numerusform>%n женщина</numerusform>
            <numerusform>%n женщины</numerusform>
            <numerusform>%n женщин</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Sign-in sheet</source>
        <translation>Лист подписей</translation>
    </message>
</context>
<context>
    <name>Corner</name>
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
        <source>Remark…</source>
        <translation>Примечание…</translation>
    </message>
    <message>
        <source>Mark the rest present</source>
        <translation>Остальные присутствуют</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>After “late”: minutes missed; otherwise go to the person with this number</source>
        <translation>После «опоздал» — пропущенные минуты; иначе переход к участнику с этим номером</translation>
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
        <source>Find a person by first letters, in any script</source>
        <translation>Найти участника по первым буквам, любым письмом</translation>
    </message>
    <message>
        <source>Add somebody who just came</source>
        <translation>Добавить того, кто пришёл без списка</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>End the minutes or the number</source>
        <translation>Закончить ввод минут или номера</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Everybody has a mark in this session already.</source>
        <translation>На этом занятии уже все отмечены.</translation>
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
        <translation>Загрузите список направленных или нажмите Insert, чтобы добавить пришедшего.</translation>
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
    <name>ShareColumn</name>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
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
</context>
<context>
    <name>Wording</name>
    <message>
        <source>P</source>
        <comment>letter: present</comment>
        <translation>П</translation>
    </message>
    <message>
        <source>L</source>
        <comment>letter: late</comment>
        <translation>О</translation>
    </message>
    <message>
        <source>E</source>
        <comment>letter: excused</comment>
        <translation>У</translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter: absent</comment>
        <translation>Н</translation>
    </message>
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
        <source>not held yet</source>
        <translation>занятия ещё не было</translation>
    </message>
    <message>
        <source>{minutes} minutes missed</source>
        <translation>пропущено минут: {minutes}</translation>
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
    <message>
        <source>share {percent}</source>
        <translation>доля {percent}</translation>
    </message>
    <message>
        <source>No. {number}: {mark}</source>
        <translation>№ {number}: {mark}</translation>
    </message>
</context>
</TS>
