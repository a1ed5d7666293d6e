<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Answers</name>
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
        <translation>Занятие закрыто или отменено: отметка не меняется.</translation>
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
    <name>CountsRow</name>
    <message>
        <source>Signatures counted on the paper, session {number}</source>
        <translation>Подписей на листе, занятие {number}</translation>
    </message>
    <message>
        <source>The session is locked.</source>
        <translation>Занятие закрыто.</translation>
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
    <name>LeftCard</name>
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
    <name>PaperCard</name>
    <message>
        <source>Signed sheet</source>
        <translation>Подписанный лист</translation>
    </message>
    <message>
        <source>Space ticks, N for no signature; F1 lists the keys</source>
        <translation>Пробел ставит галочку, N – подписи нет; F1 – список клавиш</translation>
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
    <name>PaperModel</name>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Звание</translation>
    </message>
</context>
<context>
    <name>PlaceJump</name>
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
    <name>ScanDrop</name>
    <message>
        <source>Reading the scans</source>
        <translation>Чтение сканов</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached</source>
        <translation>
            <numerusform>%n файл не приложен</numerusform>
            <numerusform>%n файла не приложены</numerusform>
            <numerusform>%n файлов не приложены</numerusform>
        </translation>
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
        <source>{checked} of {whole} checked</source>
        <translation>Проверено {checked} из {whole}</translation>
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
    <name>SideCard</name>
    <message>
        <source>Differences between paper and marks</source>
        <translation>Несовпадения листа и отметок</translation>
    </message>
    <message>
        <source>Tick what the paper shows: Space for a signature, N for none, and then the rest at once. What does not fit the marks appears here.</source>
        <translation>Отметьте, что на листе: Пробел – подпись есть, N – подписи нет, затем все остальные сразу. Что не совпадает с отметками, появится здесь.</translation>
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
    <name>SignaturesPage</name>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Signed, or not signed after all</source>
        <translation>Подпись есть; второй раз – подписи нет</translation>
    </message>
    <message>
        <source>Signed; with Shift the whole line</source>
        <translation>Подпись есть; с Shift – вся строка</translation>
    </message>
    <message>
        <source>Not signed; with Shift the whole line</source>
        <translation>Подписи нет; с Shift – вся строка</translation>
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
</TS>
