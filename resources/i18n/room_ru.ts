<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>HeadsCard</name>
    <message>
        <source>of {expected} are here</source>
        <translation>из {expected} здесь</translation>
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
        <translation>Люди в зале или подписи</translation>
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
        <translation>Посчитано</translation>
    </message>
    <message>
        <source>Counted heads or signatures</source>
        <translation>Посчитано людей или подписей</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
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
    <name>NameStrip</name>
    <message>
        <source>Family name, given name</source>
        <translation>Фамилия, имя</translation>
    </message>
    <message>
        <source>Name of the person who came</source>
        <translation>Имя пришедшего</translation>
    </message>
    <message>
        <source>Enter adds, Esc leaves; the rest can be typed later</source>
        <translation>Enter — добавить, Esc — закрыть; остальное позже</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Remark…</source>
        <translation>Примечание…</translation>
    </message>
    <message>
        <source>History of the mark…</source>
        <translation>История отметки…</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Снять отметку</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Заменяет</translation>
    </message>
    <message>
        <source>Withdraw from the course</source>
        <translation>Исключить из курса</translation>
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
    <name>SessionActs</name>
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
    <name>SessionCard</name>
    <message>
        <source>Room {name}</source>
        <translation>Кабинет {name}</translation>
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
        <translation>закрыто</translation>
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
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>запланировано</translation>
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
    <name>SessionMarking</name>
    <message>
        <source>Type whole minutes.</source>
        <translation>Введите целое число минут.</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Present, late, excused, absent</source>
        <translation>Присутствует, опоздал, уважительная причина, не был</translation>
    </message>
    <message>
        <source>After “late”: minutes late; otherwise go to the person with this number</source>
        <translation>После «опоздал» — минуты опоздания; иначе переход к участнику с этим номером</translation>
    </message>
    <message>
        <source>Minutes left early</source>
        <translation>На сколько минут раньше ушёл</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Следующий участник</translation>
    </message>
    <message>
        <source>The last mark again</source>
        <translation>Последняя отметка ещё раз</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Снять отметку</translation>
    </message>
    <message>
        <source>Mark the rest of the session present</source>
        <translation>Отметить остальных на занятии присутствующими</translation>
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
        <source>Type how many were counted</source>
        <translation>Ввести, сколько человек насчитали</translation>
    </message>
    <message>
        <source>Lock the session, or open it again with a reason</source>
        <translation>Закрыть занятие или снова открыть с причиной</translation>
    </message>
    <message>
        <source>Add somebody who just came</source>
        <translation>Добавить пришедшего без списка</translation>
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
        <translation>Ещё об участнике: кого заменяет, исключить</translation>
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
        <source>Undo a scan, or answer what it asks</source>
        <translation>Отменить сканирование или ответить на его вопрос</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Добавить пришедшего</translation>
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
    <name>SessionRows</name>
    <message>
        <source>walk-in</source>
        <translation>без списка</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Отметка</translation>
    </message>
    <message>
        <source>Late, min</source>
        <translation>Опоздал</translation>
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
</TS>
