<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CandidateRow</name>
    <message>
        <source>Join</source>
        <extracomment>A button: two records become one person</extracomment>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Join with {name}: it is the same person</source>
        <translation>Объединить с {name}: это тот же человек</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Другой человек</translation>
    </message>
    <message>
        <source>{name} is not the same person</source>
        <translation>{name} — другой человек</translation>
    </message>
</context>
<context>
    <name>DuplicatesCard</name>
    <message>
        <source>May be the same person</source>
        <translation>Возможно, тот же человек</translation>
    </message>
</context>
<context>
    <name>EraseForm</name>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Стереть данные человека</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Стереть навсегда</translation>
    </message>
    <message>
        <source>Number of the request, if there is one</source>
        <translation>Номер обращения, если есть</translation>
    </message>
    <message>
        <source>{name}. This cannot be undone, and what was done before can no longer be undone either.</source>
        <translation>{name}. Это нельзя отменить; не отменить будет и того, что сделано раньше.</translation>
    </message>
    <message>
        <source>On revoked laptops they stay, encrypted: {laptops}.</source>
        <translation>На ноутбуках с отозванным доступом они остаются, зашифрованные: {laptops}.</translation>
    </message>
    <message>
        <source>Type the family name to confirm: {name}</source>
        <translation>Для подтверждения введите фамилию: {name}</translation>
    </message>
    <message>
        <source>The data are being erased</source>
        <translation>Данные стираются</translation>
    </message>
    <message>
        <source>The data are erased, but older files could not be cleared yet</source>
        <translation>Данные стёрты, но прежние файлы пока не удалось очистить</translation>
    </message>
    <message>
        <source>The data are erased</source>
        <translation>Данные стёрты</translation>
    </message>
    <message>
        <source>The record is in Office, Retention. The next files remove the data from the laptops.</source>
        <translation>Запись — в разделе «Офис», «Сроки хранения». С ноутбуков данные будут удалены со следующими файлами.</translation>
    </message>
    <message>
        <source>Files of this computer were made anew without them.</source>
        <translation>Файлы этого компьютера созданы заново без них.</translation>
    </message>
</context>
<context>
    <name>HeldForm</name>
    <message>
        <source>All that is kept about this person, with its history and where it went: a PDF to read and a JSON for programs. Give them to nobody else; it is noted that you made them.</source>
        <translation>Всё, что хранится об этом человеке, с историей и с тем, куда это попало: PDF для чтения и JSON для программ. Не давайте их никому другому; будет записано, что их составили вы.</translation>
    </message>
    <message>
        <source>Language of the person</source>
        <translation>Язык этого человека</translation>
    </message>
    <message>
        <source>What is held about a person</source>
        <translation>Что хранится о человеке</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Куда записать…</translation>
    </message>
    <message>
        <source>Where to write the two files</source>
        <translation>Куда записать два файла</translation>
    </message>
    <message>
        <source>Writing what is held</source>
        <translation>Запись того, что хранится</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Find the other record</source>
        <translation>Найдите другую запись</translation>
    </message>
    <message>
        <source>A part of the name in any alphabet, or of the unit</source>
        <translation>Часть имени любым алфавитом или часть названия подразделения</translation>
    </message>
    <message>
        <source>Whose name stays</source>
        <translation>Чьё имя остаётся</translation>
    </message>
    <message>
        <source>Which telephone stays</source>
        <translation>Какой телефон остаётся</translation>
    </message>
    <message>
        <source>Join {name} with…</source>
        <translation>Объединить с кем: {name}</translation>
    </message>
    <message>
        <source>Join: one person</source>
        <translation>Объединить: один человек</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>Имя или подразделение</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message numerus="yes">
        <source>%n records are one person then, with all courses and both histories.</source>
        <translation>
            <numerusform>%n запись станет одним человеком со всеми курсами и обеими историями.</numerusform>
            <numerusform>%n записи станут одним человеком со всеми курсами и обеими историями.</numerusform>
            <numerusform>%n записей станут одним человеком со всеми курсами и обеими историями.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark, test or certificate is changed, and they can be separated again.</source>
        <translation>Ни одна отметка, ни один тест и ни один сертификат не меняются, и записи можно снова разделить.</translation>
    </message>
    <message>
        <source>Both are on the list of {courses}: there their time is counted once.</source>
        <translation>Обе есть в списке {courses}: там их время считается один раз.</translation>
    </message>
    <message>
        <source>Review asks then which of the two rows stays.</source>
        <translation>Затем «Разбор» спросит, какая из двух строк останется.</translation>
    </message>
    <message>
        <source>That they are not the same person, as was said before, is taken back.</source>
        <translation>Сказанное раньше, что это разные люди, отменяется.</translation>
    </message>
</context>
<context>
    <name>JoinedPersonsCard</name>
    <message>
        <source>Separate again</source>
        <translation>Снова разделить</translation>
    </message>
    <message>
        <source>Separate {name} again</source>
        <translation>Снова отделить: {name}</translation>
    </message>
    <message>
        <source>Joined with</source>
        <translation>Объединён с</translation>
    </message>
</context>
<context>
    <name>PeopleListPage</name>
    <message>
        <source>All people</source>
        <translation>Все люди</translation>
    </message>
    <message>
        <source>Any sex</source>
        <translation>Любой пол</translation>
    </message>
    <message>
        <source>Any unit</source>
        <translation>Любое подразделение</translation>
    </message>
    <message>
        <source>Any course</source>
        <translation>Любой курс</translation>
    </message>
    <message>
        <source>Only one sex</source>
        <translation>Только один пол</translation>
    </message>
    <message>
        <source>Only one unit</source>
        <translation>Только одно подразделение</translation>
    </message>
    <message>
        <source>Only one course</source>
        <translation>Только один курс</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Whose data are to be erased? Find and open the person</source>
        <translation>Чьи данные стереть? Найдите и откройте этого человека</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Найти человека</translation>
    </message>
    <message>
        <source>trainers: {count}</source>
        <translation>тренеров: {count}</translation>
    </message>
    <message>
        <source>To erase somebody&apos;s data: open the person, then “Erase this person&apos;s data…”.</source>
        <translation>Чтобы стереть данные человека: откройте его, затем «Стереть данные этого человека…».</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Перейти к курсам</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Показать всех</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Никто не найден</translation>
    </message>
    <message>
        <source>Type fewer letters (any alphabet) or clear the filters.</source>
        <translation>Введите меньше букв, любым алфавитом, или снимите фильтры.</translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation>Пока никого нет</translation>
    </message>
    <message>
        <source>People come with a course: open a course and import its list, or add its participants.</source>
        <translation>Люди приходят с курсом: откройте курс и примите его список или добавьте участников.</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>всего {count}</translation>
    </message>
    <message>
        <source>women: {count}</source>
        <translation>женщин: {count}</translation>
    </message>
    <message>
        <source>on no list of participants: {count}</source>
        <translation>нет ни в одном списке участников: {count}</translation>
    </message>
    <message>
        <source>sex not stated: {count}</source>
        <translation>пол не указан: {count}</translation>
    </message>
    <message>
        <source>{shown} of {all} are shown. Enter or a double click opens one.</source>
        <translation>Показано {shown} из {all}. Открыть — Enter или двойной щелчок.</translation>
    </message>
    <message>
        <source>Enter or a double click opens one.</source>
        <translation>Открыть — Enter или двойной щелчок.</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>From the search into the list</source>
        <translation>Из поиска в список</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Открыть карточку человека</translation>
    </message>
    <message>
        <source>Back to everybody</source>
        <translation>Назад ко всем</translation>
    </message>
</context>
<context>
    <name>PersonCourseRow</name>
    <message>
        <source>attended: {share}</source>
        <translation>посещено: {share}</translation>
    </message>
</context>
<context>
    <name>PersonCoursesCard</name>
    <message>
        <source>On no course&apos;s list yet.</source>
        <translation>Пока нет в списке ни одного курса.</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
</context>
<context>
    <name>PersonDataCard</name>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>What is held about this person…</source>
        <translation>Что хранится о человеке…</translation>
    </message>
    <message>
        <source>Erase this person&apos;s data…</source>
        <translation>Стереть данные этого человека…</translation>
    </message>
</context>
<context>
    <name>PersonHistoryCard</name>
    <message>
        <source>History of changes</source>
        <translation>История изменений</translation>
    </message>
    <message numerus="yes">
        <source>%n older</source>
        <translation>
            <numerusform>ещё %n более раннее</numerusform>
            <numerusform>ещё %n более ранних</numerusform>
            <numerusform>ещё %n более ранних</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded: {values}</source>
        <translation>Записано: {values}</translation>
    </message>
    <message>
        <source>Taken out again</source>
        <translation>Снова исключение из списков</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Возврат в списки</translation>
    </message>
    <message>
        <source>record {name}</source>
        <translation>запись: {name}</translation>
    </message>
    <message>
        <source>laptop {code}</source>
        <translation>ноутбук {code}</translation>
    </message>
    <message>
        <source>came with {file}</source>
        <translation>пришло с {file}</translation>
    </message>
    <message>
        <source>reason: {text}</source>
        <translation>причина: {text}</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Back to everybody</source>
        <translation>Назад ко всем</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Join with…</source>
        <translation>Объединить с…</translation>
    </message>
</context>
</TS>
