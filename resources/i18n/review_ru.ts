<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CandidateCard</name>
    <message>
        <source>In Latin letters</source>
        <translation>Латиницей</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>One person: keep this spelling</source>
        <translation>Один человек: оставить это написание</translation>
    </message>
</context>
<context>
    <name>CoveredPanel</name>
    <message>
        <source>What the decision covered</source>
        <translation>Что вошло в решение</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>decided by {name}</source>
        <translation>решение принял(а): {name}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionSideCard</name>
    <message>
        <source>not recorded</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>видно сейчас</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Кто записал</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Older changes are not shown here</source>
        <translation>Более ранние изменения здесь не показаны</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Все изменения</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>had seen nothing there before</source>
        <translation>до этого там ничего не было видно</translation>
    </message>
    <message>
        <source>had seen: {values}</source>
        <translation>до этого было видно: {values}</translation>
    </message>
    <message>
        <source>Signed on paper: yes</source>
        <translation>Подпись на бумаге: есть</translation>
    </message>
    <message>
        <source>Signed on paper: no</source>
        <translation>Подпись на бумаге: нет</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Set aside</source>
        <comment>when</comment>
        <translation>Отложен</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Look at what it says</source>
        <translation>Посмотреть, что в нём</translation>
    </message>
    <message>
        <source>Enrol the laptop</source>
        <translation>Зарегистрировать ноутбук</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Больше не спрашивать</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Удалить навсегда…</translation>
    </message>
    <message>
        <source>Stop asking about this file?</source>
        <translation>Больше не спрашивать об этом файле?</translation>
    </message>
    <message>
        <source>It is not imported. Its encrypted copy stays in the archive of this computer.</source>
        <translation>Он не принимается. Его зашифрованная копия остаётся в архиве этого компьютера.</translation>
    </message>
    <message>
        <source>Delete this file for good?</source>
        <translation>Удалить этот файл навсегда?</translation>
    </message>
    <message>
        <source>No copy of it stays on this computer, and nothing of it was imported. A laptop that is enrolled again sends everything once more.</source>
        <translation>Его копии на этом компьютере не останется, и ничего из него не принято. Если ноутбук зарегистрируют заново, он пришлёт всё ещё раз.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <source>Reason (optional)</source>
        <translation>Причина (необязательно)</translation>
    </message>
    <message>
        <source>It is kept with your decision.</source>
        <translation>Хранится вместе с вашим решением.</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Причина решения</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other(s) of this kind: the value of the same laptop</source>
        <translation>
            <numerusform>То же для ещё %n такого: значение того же ноутбука</numerusform>
            <numerusform>То же для ещё %n таких: значение того же ноутбука</numerusform>
            <numerusform>То же для ещё %n таких: значение того же ноутбука</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for %n other(s) of this kind from this laptop</source>
        <translation>
            <numerusform>Так же для ещё %n такого предложения этого ноутбука</numerusform>
            <numerusform>Так же для ещё %n таких предложений этого ноутбука</numerusform>
            <numerusform>Так же для ещё %n таких предложений этого ноутбука</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for all that this laptop asked for before: %n more</source>
        <translation>
            <numerusform>Так же для всего, о чём этот ноутбук просил раньше: ещё %n</numerusform>
            <numerusform>Так же для всего, о чём этот ноутбук просил раньше: ещё %n</numerusform>
            <numerusform>Так же для всего, о чём этот ноутбук просил раньше: ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided of this name before: {words}</source>
        <translation>Об этом имени уже решено: {words}</translation>
    </message>
    <message>
        <source>session {number}</source>
        <translation>занятие {number}</translation>
    </message>
</context>
<context>
    <name>Joint</name>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Выбрать парольную фразу…</translation>
    </message>
</context>
<context>
    <name>JointPage</name>
    <message>
        <source>Asked by</source>
        <translation>Просит</translation>
    </message>
    <message>
        <source>Asked</source>
        <comment>when</comment>
        <translation>Запрошено</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>You asked for it. It is done as soon as another head of the office confirms it.</source>
        <translation>Это ваш запрос. Он будет выполнен, как только его подтвердит другой руководитель офиса.</translation>
    </message>
    <message>
        <source>Have they left for good? Then the office&apos;s key from paper counts in their place.</source>
        <translation>Он ушёл навсегда? Тогда вместо него считается ключ восстановления с бумаги.</translation>
    </message>
    <message>
        <source>It waits for another head of the office: two of them decide it.</source>
        <translation>Ждёт другого руководителя офиса: это решают двое.</translation>
    </message>
    <message>
        <source>It cannot be taken back, so two heads decide it. Look at it first; it is done when you confirm.</source>
        <translation>Это нельзя вернуть, поэтому решают два руководителя. Сначала посмотрите, о чём речь: подтверждённое выполняется сразу.</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Подтвердить…</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Отклонить…</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>Отозвать запрос</translation>
    </message>
    <message>
        <source>With the key from paper…</source>
        <translation>Ключом с бумаги…</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Посмотреть</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>Keep this</source>
        <translation>Оставить это</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>minutes missed</source>
        <translation>минут пропущено</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>The right value</source>
        <translation>Правильное значение</translation>
    </message>
    <message>
        <source>Minutes missed</source>
        <translation>Пропущено минут</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>The recovery key from the office&apos;s paper counts here as the second head. What you asked for is done at once and cannot be taken back. That you used the key stands in the history.</source>
        <translation>Ключ восстановления с бумаги считается здесь вторым руководителем. То, что вы запросили, выполняется сразу, и вернуть это нельзя. То, что вы использовали ключ, остаётся в истории.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Ключ восстановления с бумаги</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1.</source>
        <translation>Он начинается с AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
        <source>Confirm with the key from paper</source>
        <translation>Подтвердить ключом с бумаги</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>very likely</source>
        <translation>очень вероятно</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>возможно</translation>
    </message>
    <message>
        <source>One person: {name}</source>
        <translation>Один человек: {name}</translation>
    </message>
    <message>
        <source>Are these one person?</source>
        <translation>Это один человек?</translation>
    </message>
    <message>
        <source>Joining moves no mark and loses nothing; joined people can be separated again. Unit and district stay as beside the spelling that is kept; blank ones are taken from the other.</source>
        <translation>При объединении отметки не переносятся и ничего не теряется; людей можно снова разделить. Подразделение и район остаются те, что у сохранённого написания; пустые берутся у другого.</translation>
    </message>
    <message>
        <source>Why the program asks</source>
        <translation>Почему программа спрашивает</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Это разные люди</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
</context>
<context>
    <name>ReplacedValuePage</name>
    <message>
        <source>A conflict was decided, and not for your value</source>
        <translation>Расхождение решено не в пользу вашего значения</translation>
    </message>
    <message>
        <source>Your value was replaced by another one</source>
        <translation>Ваше значение заменено другим</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Вы записали</translation>
    </message>
    <message>
        <source>Now it says</source>
        <translation>Теперь стоит</translation>
    </message>
    <message>
        <source>The other laptop wrote</source>
        <translation>Другой ноутбук записал</translation>
    </message>
    <message numerus="yes">
        <source>All %n seen</source>
        <translation>
            <numerusform>Просмотрено: %n</numerusform>
            <numerusform>Просмотрено: %n</numerusform>
            <numerusform>Просмотрено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has to be done. If the new value is wrong, correct it where it stands; the office then gets your correction.</source>
        <translation>Делать ничего не нужно. Если новое значение неверно, исправьте его на месте: офис получит ваше исправление.</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Просмотрено</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message numerus="yes">
        <source>Show more: %n are not in the list</source>
        <translation>
            <numerusform>Показать ещё: %n не в списке</numerusform>
            <numerusform>Показать ещё: %n не в списке</numerusform>
            <numerusform>Показать ещё: %n не в списке</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>The name of the screen where conflicts are decided</extracomment>
        <translation>Разбор</translation>
    </message>
    <message>
        <source>Both values are kept until somebody decides. A decision can be undone.</source>
        <translation>Оба значения хранятся, пока кто-нибудь не решит. Решение можно отменить.</translation>
    </message>
    <message>
        <source>Settled</source>
        <extracomment>What was decided before</extracomment>
        <translation>Решённое</translation>
    </message>
    <message>
        <source>What waits for a decision</source>
        <translation>Что ждёт решения</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Нерешённых вопросов нет</translation>
    </message>
    <message>
        <source>What two laptops recorded differently will be shown here, with both sides.</source>
        <translation>Здесь появится то, что на двух ноутбуках записано по-разному, с обеими сторонами.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Принять файлы</translation>
    </message>
    <message>
        <source>Use the left value</source>
        <translation>Принять левый вариант</translation>
    </message>
    <message>
        <source>Use the right value</source>
        <translation>Принять правый вариант</translation>
    </message>
    <message>
        <source>Use the third value</source>
        <translation>Принять третий вариант</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Это разные люди</translation>
    </message>
    <message>
        <source>The same for others of this kind</source>
        <translation>То же для остальных таких</translation>
    </message>
    <message>
        <source>From the list to the details</source>
        <translation>Из списка к подробностям</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message>
        <source>Looking for people under two spellings</source>
        <translation>Поиск людей, записанных по-разному</translation>
    </message>
    <message>
        <source>What two heads decide together cannot be undone.</source>
        <translation>То, что два руководителя решают вместе, отменить нельзя.</translation>
    </message>
    <message>
        <source>What was decided alone can be undone, what two heads decided cannot.</source>
        <translation>Решённое одним человеком можно отменить, решённое двумя руководителями нельзя.</translation>
    </message>
    <message>
        <source>It is done at once, with both your names, and cannot be taken back.</source>
        <translation>Выполняется сразу, с именами вас обоих, и вернуть это нельзя.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Decline the request</source>
        <translation>Отклонить запрос</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Importing the file</source>
        <translation>Приём файла</translation>
    </message>
    <message>
        <source>Nothing of it counts yet: decide in this list, under “Laptops ask for”.</source>
        <translation>Ничего из этого ещё не засчитано: решите в этом списке, в разделе «Ноутбуки просят».</translation>
    </message>
    <message>
        <source>The file was imported</source>
        <translation>Файл принят</translation>
    </message>
    <message>
        <source>What it says was read</source>
        <translation>Содержание файла прочитано</translation>
    </message>
    <message>
        <source>The file still waits</source>
        <translation>Файл по-прежнему ждёт</translation>
    </message>
</context>
<context>
    <name>ReviewWording</name>
    <message>
        <source>Laptops ask for</source>
        <translation>Ноутбуки просят</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Deleted or kept</source>
        <translation>Удалить или оставить</translation>
    </message>
    <message>
        <source>One number twice</source>
        <translation>Один номер дважды</translation>
    </message>
    <message>
        <source>One person twice on a list</source>
        <translation>Один человек дважды в списке</translation>
    </message>
    <message>
        <source>One serial twice</source>
        <translation>Один номер сертификата дважды</translation>
    </message>
    <message>
        <source>Kept, but shown nowhere</source>
        <translation>Хранится, но нигде не видно</translation>
    </message>
    <message>
        <source>Possibly the same person</source>
        <translation>Возможно, один человек</translation>
    </message>
    <message>
        <source>Joined, yet said to be two people</source>
        <translation>Объединены, но названы разными людьми</translation>
    </message>
    <message>
        <source>Files set aside</source>
        <translation>Отложенные файлы</translation>
    </message>
    <message>
        <source>Your values that were replaced</source>
        <translation>Ваши заменённые значения</translation>
    </message>
    <message>
        <source>from the revoked laptop {code}</source>
        <translation>с ноутбука {code}, доступ которого отозван</translation>
    </message>
    <message>
        <source>waits for the update of the program</source>
        <translation>ждёт обновления программы</translation>
    </message>
    <message>
        <source>from a laptop not yet known</source>
        <translation>с незнакомого ноутбука</translation>
    </message>
    <message>
        <source>The office and laptop {code} marked this session differently</source>
        <translation>Офис и ноутбук {code} отметили это занятие по-разному</translation>
    </message>
    <message>
        <source>This session was marked differently on two laptops</source>
        <translation>На двух ноутбуках это занятие отмечено по-разному</translation>
    </message>
    <message>
        <source>Laptop {code} asks to change this</source>
        <translation>Ноутбук {code} просит это изменить</translation>
    </message>
    <message>
        <source>Two laptops wrote different values</source>
        <translation>На двух ноутбуках записаны разные значения</translation>
    </message>
    <message>
        <source>Said not to be the same, and joined by way of others</source>
        <translation>Сказано, что это разные люди, но через других они объединены</translation>
    </message>
    <message>
        <source>A second value for something that must not change</source>
        <translation>Второе значение там, где оно не должно меняться</translation>
    </message>
    <message>
        <source>Two participants have one number on the list</source>
        <translation>У двух участников один номер в списке</translation>
    </message>
    <message>
        <source>Two certificates carry one serial</source>
        <translation>У двух сертификатов один номер</translation>
    </message>
    <message>
        <source>One person stands on the list of a course more than once</source>
        <translation>Один человек стоит в списке курса больше одного раза</translation>
    </message>
    <message>
        <source>This is kept, but what it belongs to is not here</source>
        <translation>Это хранится, но того, к чему оно относится, здесь нет</translation>
    </message>
    <message numerus="yes">
        <source>%n more value(s), replaced by the decision too</source>
        <translation>
            <numerusform>Ещё %n значение: решение заменит и его</numerusform>
            <numerusform>Ещё %n значения: решение заменит и их</numerusform>
            <numerusform>Ещё %n значений: решение заменит и их</numerusform>
        </translation>
    </message>
    <message>
        <source>It changes nothing until the office agrees</source>
        <translation>Это ничего не меняет, пока офис не согласится</translation>
    </message>
    <message>
        <source>The other one gets the next free number on the list</source>
        <translation>Другой получит следующий свободный номер в списке</translation>
    </message>
    <message>
        <source>The other certificate is declared void</source>
        <translation>Другой сертификат будет аннулирован</translation>
    </message>
    <message>
        <source>The other row leaves the list and keeps its marks; a certificate that it holds is to be declared void</source>
        <translation>Другая строка выбывает и сохраняет свои отметки; её сертификат, если он есть, нужно аннулировать</translation>
    </message>
    <message>
        <source>It is counted nowhere until somebody decides</source>
        <translation>Пока нет решения, это нигде не учитывается</translation>
    </message>
    <message>
        <source>Kept, with the change</source>
        <translation>Оставить, с изменением</translation>
    </message>
    <message>
        <source>Delete it too</source>
        <translation>Удалить и это</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Вернуть</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeps this number</source>
        <translation>Оставить номер здесь</translation>
    </message>
    <message>
        <source>This one stays valid</source>
        <translation>Этот остаётся действительным</translation>
    </message>
    <message>
        <source>Keep this row</source>
        <translation>Оставить эту строку</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>Agree to the change</source>
        <translation>Согласиться с изменением</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Отменить решение</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Once they are joined, Review asks which row stays; until then neither gets a certificate.</source>
        <translation>После объединения «Разбор» спросит, какая строка останется; до этого сертификат не получит ни одна.</translation>
    </message>
    <message>
        <source>Both are on the list of {courses}.</source>
        <translation>Оба есть в списке: {courses}.</translation>
    </message>
    <message>
        <source>Both rows hold marks in {courses}.</source>
        <translation>Отметки есть в обеих строках: {courses}.</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>A button: what was deleted elsewhere stays</extracomment>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Wait for a second head</source>
        <translation>Ждут второго руководителя</translation>
    </message>
    <message>
        <source>The office and laptop {code} wrote different values</source>
        <translation>Офис и ноутбук {code} записали разные значения</translation>
    </message>
    <message>
        <source>Taken back on one computer, written on another</source>
        <translation>Отменено на одном компьютере, записано на другом</translation>
    </message>
    <message>
        <source>Deleted on one computer, changed on another</source>
        <translation>Удалено на одном компьютере, изменено на другом</translation>
    </message>
    <message>
        <source>Neither of the two had seen what the other wrote</source>
        <translation>Ни одна из двух сторон не видела записи другой</translation>
    </message>
    <message>
        <source>Leave it without a mark</source>
        <translation>Оставить без отметки</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Оставить это</translation>
    </message>
    <message>
        <source>Keep “{value}”</source>
        <translation>Оставить «{value}»</translation>
    </message>
    <message>
        <source>Another mark…</source>
        <translation>Другая отметка…</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>Другое значение…</translation>
    </message>
    <message>
        <source>at the same time as the other one</source>
        <translation>одновременно с другой записью</translation>
    </message>
    <message>
        <source>before the other one</source>
        <translation>раньше другой записи</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) after the other one</source>
        <translation>
            <numerusform>через %n минуту после другой записи</numerusform>
            <numerusform>через %n минуты после другой записи</numerusform>
            <numerusform>через %n минут после другой записи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) after the other one</source>
        <translation>
            <numerusform>через %n час после другой записи</numerusform>
            <numerusform>через %n часа после другой записи</numerusform>
            <numerusform>через %n часов после другой записи</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the other one</source>
        <translation>
            <numerusform>через %n день после другой записи</numerusform>
            <numerusform>через %n дня после другой записи</numerusform>
            <numerusform>через %n дней после другой записи</numerusform>
        </translation>
    </message>
    <message>
        <source>came with {file}</source>
        <translation>пришло с {file}</translation>
    </message>
    <message>
        <source>written on this computer</source>
        <translation>записано на этом компьютере</translation>
    </message>
    <message>
        <source>Reason: {text}</source>
        <translation>Причина: {text}</translation>
    </message>
</context>
<context>
    <name>SettledPage</name>
    <message>
        <source>{moment} · undone</source>
        <translation>{moment} · отменено</translation>
    </message>
    <message>
        <source>{moment} · changed since</source>
        <translation>{moment} · с тех пор изменено</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>joined with {name}</source>
        <translation>объединён с: {name}</translation>
    </message>
    <message>
        <source>Separate again</source>
        <translation>Снова разделить</translation>
    </message>
    <message>
        <source>Reading earlier decisions</source>
        <translation>Чтение прежних решений</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Data of people were erased: {moment}. Of the decisions made before, the newest ({count}) are told below from the history; they cannot be undone. More entries about erased people: {erased}; decisions about their own data are gone.</source>
        <translation>Данные людей были стёрты: {moment}. Из решений, принятых раньше, ниже по истории записей показаны новейшие ({count}); отменить их нельзя. Ещё записей о стёртых людях: {erased}; решений об их личных данных больше нет.</translation>
    </message>
    <message>
        <source>Data of people were erased: {moment}. Decisions made before stand in the history of each entry and in the evidence of the course, and cannot be undone from here.</source>
        <translation>Данные людей были стёрты: {moment}. Решения, принятые раньше, видны в истории каждой записи и в материалах курса; отменить их отсюда нельзя.</translation>
    </message>
    <message>
        <source>Decisions on this computer</source>
        <translation>Решения на этом компьютере</translation>
    </message>
    <message>
        <source>Decided by two heads</source>
        <translation>Решили два руководителя</translation>
    </message>
    <message>
        <source>Joined people</source>
        <translation>Объединённые люди</translation>
    </message>
    <message>
        <source>Earlier decisions: they cannot be undone</source>
        <translation>Прежние решения: отменить их нельзя</translation>
    </message>
    <message>
        <source>Nothing was decided here yet</source>
        <translation>Здесь пока ничего не решено</translation>
    </message>
    <message>
        <source>Every decision is kept here with its reason and can be undone, but for what two heads decided.</source>
        <translation>Здесь хранится каждое решение с причиной; его можно отменить, кроме того, что решили два руководителя.</translation>
    </message>
    <message>
        <source>There is no Undo here, since one head alone must not take back what two decided. To put it right, approve the course again or issue a new certificate; what was erased stays erased.</source>
        <translation>Отменить здесь нельзя: что решили двое, один руководитель назад не берёт. Исправить это можно так: утвердить курс снова или выдать новый сертификат; стёртое не вернуть.</translation>
    </message>
    <message>
        <source>asked by {name}, {moment}</source>
        <translation>запрос: {name}, {moment}</translation>
    </message>
    <message>
        <source>confirmed by {name}, {moment}</source>
        <translation>подтверждение: {name}, {moment}</translation>
    </message>
    <message>
        <source>declined by {name}, {moment}</source>
        <translation>отказ: {name}, {moment}</translation>
    </message>
    <message>
        <source>withdrawn by {name}, {moment}</source>
        <translation>отзыв запроса: {name}, {moment}</translation>
    </message>
    <message>
        <source>What it covered</source>
        <translation>Что вошло</translation>
    </message>
    <message>
        <source>What it covered: {decision}</source>
        <translation>Что вошло: {decision}</translation>
    </message>
</context>
<context>
    <name>SpellingsLead</name>
    <message>
        <source>Spellings of units and places…</source>
        <translation>Написания подразделений и мест…</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Подразделения</translation>
    </message>
    <message>
        <source>Towns and districts</source>
        <translation>Города и районы</translation>
    </message>
</context>
</TS>
