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
        <source>On the list already: No {names}.</source>
        <translation>Уже в списке: № {names}.</translation>
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
    <name>ChoosePage</name>
    <message>
        <source>Lists ({endings})</source>
        <translation>Списки ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
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
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>Save, next person</source>
        <translation>Сохранить, следующий</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Everybody {count}</source>
        <translation>Все {count}</translation>
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
            <numerusform>из них без списка: %n</numerusform>
            <numerusform>из них без списка: %n</numerusform>
            <numerusform>из них без списка: %n</numerusform>
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
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Reading the list</source>
        <translation>Чтение списка</translation>
    </message>
    <message>
        <source>Taking in the list</source>
        <translation>Приём списка</translation>
    </message>
    <message>
        <source>Taking the list back</source>
        <translation>Отмена приёма</translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
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
    <message numerus="yes">
        <source>Only rows with a problem: %n</source>
        <translation>
            <numerusform>Только строки с замечаниями: %n</numerusform>
            <numerusform>Только строки с замечаниями: %n</numerusform>
            <numerusform>Только строки с замечаниями: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take rank, unit and district of known people from the list: %n</source>
        <translation>
            <numerusform>Взять звание, подразделение и район известных людей из списка: %n</numerusform>
            <numerusform>Взять звание, подразделение и район известных людей из списка: %n</numerusform>
            <numerusform>Взять звание, подразделение и район известных людей из списка: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Latin spelling</source>
        <translation>Латинское написание</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Звание</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Подразделение</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Пол</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>Дополнить</translation>
    </message>
    <message>
        <source>Participants of the course</source>
        <translation>Участники курса</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Replaces…</source>
        <translation>Заменяет…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Исключить</translation>
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
    <name>OffersCard</name>
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
    <message numerus="yes">
        <source>Names with letters of an old font or of another alphabet: %n</source>
        <translation>
            <numerusform>Имена с буквами старого шрифта или другого алфавита: %n</numerusform>
            <numerusform>Имена с буквами старого шрифта или другого алфавита: %n</numerusform>
            <numerusform>Имена с буквами старого шрифта или другого алфавита: %n</numerusform>
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
</context>
<context>
    <name>ParticipantWording</name>
    <message>
        <source>replaced by No {number}</source>
        <translation>заменён на № {number}</translation>
    </message>
    <message>
        <source>replaced by No {number} {name}</source>
        <translation>заменён на № {number} {name}</translation>
    </message>
    <message>
        <source>replaces No {number} {name}</source>
        <translation>заменяет № {number} {name}</translation>
    </message>
    <message>
        <source>Latin spelling</source>
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
        <source>rows {rows} = new {new} + known or double {known} + not taken {refused}</source>
        <translation>строк {rows} = новых {new} + известных или повторных {known} + не взято {refused}</translation>
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
        <translation>Исключить из списка</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Вернуть в список</translation>
    </message>
    <message>
        <source>Say whom the person replaces</source>
        <translation>Указать, кого заменяет</translation>
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
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Take in the nomination list as it came: Excel, LibreOffice or CSV, in any order of columns. You see every row before anything is saved. Or add people by name.</source>
        <translation>Примите список кандидатов таким, каким он пришёл: Excel, LibreOffice или CSV, столбцы в любом порядке. До сохранения вы увидите каждую строку. Или добавьте людей по имени.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
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
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the list</source>
        <translation>Строки списка</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Стр.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что будет</translation>
    </message>
</context>
<context>
    <name>ReplaceForm</name>
    <message>
        <source>No</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Instead of</source>
        <translation>Вместо</translation>
    </message>
    <message>
        <source>Replaces nobody</source>
        <translation>Никого не заменяет</translation>
    </message>
    <message>
        <source>Now: replaces No {number} {name}</source>
        <translation>Сейчас: заменяет № {number} {name}</translation>
    </message>
    <message>
        <source>{name} replaces…</source>
        <translation>{name} заменяет…</translation>
    </message>
    <message>
        <source>Replaces this one</source>
        <translation>Заменяет его</translation>
    </message>
    <message>
        <source>Whoever is replaced is not expected any more; marks and number stay on record.</source>
        <translation>Заменённого больше не ждут; отметки и номер сохраняются.</translation>
    </message>
    <message>
        <source>Who is replaced</source>
        <translation>Кого заменяют</translation>
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
        <source>no mark yet</source>
        <translation>отметок пока нет</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
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
        <source>Rows not taken</source>
        <translation>Строки, которые не взяты</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Row {number}</source>
        <translation>Строка {number}</translation>
    </message>
    <message>
        <source>{field}: “{kept}” stays, not “{other}”</source>
        <translation>{field}: остаётся «{kept}», а не «{other}»</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Пол</translation>
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
        <source>Same name, nobody else has it</source>
        <translation>То же имя, больше ни у кого такого нет</translation>
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
</TS>
