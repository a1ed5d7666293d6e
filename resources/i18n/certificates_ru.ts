<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>BoardColumns</name>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Of held sessions</source>
        <translation>Посещаемость</translation>
    </message>
    <message>
        <source>Of all held sessions, also those without a mark and those after somebody left. The marks page shows the share so far: only sessions with a mark count there.</source>
        <translation>Из всех проведённых занятий, и тех, где нет отметки, и тех, что прошли после ухода участника. На странице отметок показана доля на сегодня: там считаются только занятия с отметкой.</translation>
    </message>
    <message>
        <source>Post-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Итоговый</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>every limit is reached</source>
        <translation>все пороги достигнуты</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Who gets a certificate, and why</source>
        <translation>Кто получает сертификат и почему</translation>
    </message>
    <message>
        <source>Decide by hand</source>
        <translation>Решить вручную</translation>
    </message>
    <message>
        <source>Use the course rule</source>
        <translation>Пусть решает правило</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>Аннулировать</translation>
    </message>
    <message>
        <source>Replace</source>
        <extracomment>A button: issue a certificate in place of this one</extracomment>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>{checked} of {names} names for certificates checked</source>
        <translation>сверено имён для сертификатов: {checked} из {names}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Печать %n сертификата</numerusform>
            <numerusform>Печать %n сертификатов</numerusform>
            <numerusform>Печать %n сертификатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n chosen</source>
        <translation>
            <numerusform>Выдать %n выбранный</numerusform>
            <numerusform>Выдать %n выбранных</numerusform>
            <numerusform>Выдать %n выбранных</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue this one</source>
        <translation>Выдать этот</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) chosen</source>
        <translation>
            <numerusform>Выбран %n участник</numerusform>
            <numerusform>Выбрано %n участника</numerusform>
            <numerusform>Выбрано %n участников</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateHistoryPanel</name>
    <message>
        <source>History of the certificate</source>
        <translation>История сертификата</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>CertificatePrinter</name>
    <message>
        <source>Issuing certificates</source>
        <translation>Выдача сертификатов</translation>
    </message>
    <message>
        <source>Drawing certificates</source>
        <translation>Подготовка сертификатов</translation>
    </message>
    <message>
        <source>Folder for the certificates</source>
        <translation>Папка для сертификатов</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved and checked</source>
        <translation>
            <numerusform>%n файл сохранён и проверен</numerusform>
            <numerusform>%n файла сохранены и проверены</numerusform>
            <numerusform>%n файлов сохранены и проверены</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving certificates</source>
        <translation>Сохранение сертификатов</translation>
    </message>
    <message>
        <source>Print without pictures that are not here?</source>
        <translation>Напечатать без изображений, которых здесь нет?</translation>
    </message>
    <message>
        <source>Print without them</source>
        <translation>Напечатать без них</translation>
    </message>
    <message>
        <source>Scanned signatures that are not on this computer: {names}. Their lines stay empty, to be signed by hand.</source>
        <translation>На этом компьютере нет отсканированных подписей: {names}. Их строки останутся пустыми, подпишут от руки.</translation>
    </message>
    <message>
        <source>Logos that are not on this computer are left out.</source>
        <translation>Логотипы, которых нет на этом компьютере, не печатаются.</translation>
    </message>
    <message>
        <source>With all pictures they are printed on the computer where they were issued, or here once the office’s file was imported.</source>
        <translation>Со всеми изображениями их печатают на компьютере, где они выданы, или здесь, когда принят файл офиса.</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>The name on it was erased, so it is not printed or replaced any more. Its number stays in the register.</source>
        <translation>Имя в нём стёрто, поэтому его больше нельзя напечатать или заменить. Номер остаётся в реестре.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n certificate(s) whose name was erased</source>
        <translation>
            <numerusform>Пропущен %n сертификат, в котором имя стёрто</numerusform>
            <numerusform>Пропущены %n сертификата, в которых имя стёрто</numerusform>
            <numerusform>Пропущено %n сертификатов, в которых имя стёрто</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not printed any more. Their numbers stay in the register.</source>
        <translation>Такие сертификаты больше не печатаются. Номера остаются в реестре.</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Attendance</source>
        <comment>kind of certificate</comment>
        <translation>Участие</translation>
    </message>
    <message>
        <source>None</source>
        <comment>kind of certificate</comment>
        <translation>Без сертификата</translation>
    </message>
    <message>
        <source>Certificate of completion</source>
        <translation>Сертификат об окончании курса</translation>
    </message>
    <message>
        <source>Certificate of attendance</source>
        <translation>Сертификат участника</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Без сертификата</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Аннулирован</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Заменён</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получен</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>Не получен</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Не отмечен</translation>
    </message>
    <message numerus="yes">
        <source>printed %n time(s), last {day}</source>
        <translation>
            <numerusform>напечатан %n раз, последний {day}</numerusform>
            <numerusform>напечатан %n раза, последний {day}</numerusform>
            <numerusform>напечатан %n раз, последний {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>saved as PDF {day}</source>
        <translation>сохранён в PDF {day}</translation>
    </message>
    <message>
        <source>not printed yet</source>
        <translation>ещё не напечатан</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>не получен</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>получен {day}</translation>
    </message>
    <message>
        <source>instead of {serial}</source>
        <translation>вместо {serial}</translation>
    </message>
    <message>
        <source>replaced by {serial}</source>
        <translation>заменён на {serial}</translation>
    </message>
    <message numerus="yes">
        <source>No longer fit: %n</source>
        <translation>
            <numerusform>Не соответствует данным: %n</numerusform>
            <numerusform>Не соответствует данным: %n</numerusform>
            <numerusform>Не соответствует данным: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Void, none in its place: %n</source>
        <translation>
            <numerusform>Аннулирован, нового нет: %n</numerusform>
            <numerusform>Аннулирован, нового нет: %n</numerusform>
            <numerusform>Аннулирован, нового нет: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All are issued</source>
        <translation>Все выданы</translation>
    </message>
    <message>
        <source>Nobody gets one yet</source>
        <translation>Пока никому не положено</translation>
    </message>
</context>
<context>
    <name>CertificatesScreen</name>
    <message>
        <source>Register</source>
        <extracomment>The list of all certificates, a noun</extracomment>
        <translation>Реестр</translation>
    </message>
    <message>
        <source>Check a certificate</source>
        <translation>Проверить сертификат</translation>
    </message>
    <message>
        <source>Results of a project</source>
        <translation>Итоги проекта</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Name in any alphabet, or number</source>
        <translation>Имя любым алфавитом или номер</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Перейти к курсам</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>What was issued, and whether a paper is genuine</source>
        <translation>Что выдано и подлинная ли бумага</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>No such certificate</source>
        <translation>Такого сертификата нет</translation>
    </message>
    <message>
        <source>Look for another part of the name or number, or show all states.</source>
        <translation>Поищите другую часть имени или номера или покажите все состояния.</translation>
    </message>
    <message>
        <source>No certificate was issued yet</source>
        <translation>Сертификаты ещё не выдавались</translation>
    </message>
    <message>
        <source>They are issued in a course, on its tab “Certificates”.</source>
        <translation>Их выдают в курсе, на вкладке «Сертификаты».</translation>
    </message>
</context>
<context>
    <name>CertificatesTab</name>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Имена</translation>
    </message>
    <message>
        <source>Register</source>
        <extracomment>A part of the tab: the list of all certificates, a noun</extracomment>
        <translation>Реестр</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>A part of the tab: who took the certificate home</extracomment>
        <translation>Вручение</translation>
    </message>
    <message>
        <source>Print all again</source>
        <translation>Напечатать все ещё раз</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Перейти к участникам</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>This page shows who gets a certificate and why, as soon as the course has participants.</source>
        <translation>Когда в курсе появятся участники, здесь будет видно, кто получает сертификат и почему.</translation>
    </message>
    <message>
        <source>No certificate was issued yet</source>
        <translation>Сертификаты ещё не выдавались</translation>
    </message>
    <message>
        <source>Issued certificates stay in this register for good, also void and replaced ones.</source>
        <translation>Выданные сертификаты остаются в реестре навсегда, в том числе аннулированные и заменённые.</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Выдать %n сертификат</numerusform>
            <numerusform>Выдать %n сертификата</numerusform>
            <numerusform>Выдать %n сертификатов</numerusform>
        </translation>
    </message>
    <message>
        <source>Other limits are only tried now. Go back to those of the course, or keep the new ones.</source>
        <translation>Сейчас другие пороги только примеряются. Вернитесь к порогам курса или оставьте новые.</translation>
    </message>
    <message>
        <source>completion {completion} · attendance {attendance} · none {none}</source>
        <translation>окончание {completion} · участие {attendance} · без сертификата {none}</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance instead of completion: {who}.</source>
        <translation>Участие вместо окончания: {who}.</translation>
    </message>
    <message>
        <source>Completion instead of attendance: {who}.</source>
        <translation>Окончание вместо участия: {who}.</translation>
    </message>
    <message>
        <source>The old certificates become replaced and are no longer valid; reports count them as replaced, not as void. The new ones get numbers of their own and name the old ones.</source>
        <translation>Прежние сертификаты станут заменёнными и больше не действуют; отчёты считают их заменёнными, а не аннулированными. Новые получат собственные номера и укажут прежние.</translation>
    </message>
    <message>
        <source>Issue anew what no longer fits</source>
        <translation>Выдать заново то, что больше не соответствует</translation>
    </message>
    <message>
        <source>Issue the new ones</source>
        <translation>Выдать новые</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Writing the check page</source>
        <translation>Запись страницы проверки</translation>
    </message>
    <message>
        <source>Code of the certificate</source>
        <translation>Код сертификата</translation>
    </message>
    <message>
        <source>Code, number or file</source>
        <translation>Код, номер или файл</translation>
    </message>
    <message>
        <source>Scan or paste it here</source>
        <translation>Отсканируйте или вставьте сюда</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>A button: checks whether a certificate is valid</extracomment>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Evidence of an office</source>
        <translation>Материалы офиса для аудитора</translation>
    </message>
    <message>
        <source>The signed folder, or the encrypted file, that an office gave to an auditor.</source>
        <translation>Подписанная папка или зашифрованный файл, которые офис передал аудитору.</translation>
    </message>
    <message>
        <source>For those who do not have this program</source>
        <translation>Для тех, у кого нет этой программы</translation>
    </message>
    <message>
        <source>One page that checks certificates in any browser, also on a phone, without internet. It holds today&apos;s lists and no names. Hand it out on a USB stick, or put it on a web site.</source>
        <translation>Одна страница, которая проверяет сертификаты в любом браузере, и на телефоне, без интернета. В ней сегодняшние списки и нет имён. Раздайте её на флешке или разместите на сайте.</translation>
    </message>
    <message>
        <source>Save the check page</source>
        <translation>Сохранить страницу проверки</translation>
    </message>
    <message>
        <source>Publish this number and the office&apos;s digits in a letter of the office, not only beside the page: a forged page can show the digits, but never has this number. Whoever has the page compares it, in Windows with “certutil -hashfile FILE SHA256”, elsewhere with “sha256sum FILE”.</source>
        <translation>Опубликуйте это число и цифры офиса в письме офиса, а не только рядом со страницей: поддельная страница может показать те же цифры, но этого числа у неё не будет. У кого есть страница, тот сверяет её: в Windows командой «certutil -hashfile ФАЙЛ SHA256», в других системах командой «sha256sum ФАЙЛ».</translation>
    </message>
    <message>
        <source>A USB scanner types the code by itself, in any keyboard layout.</source>
        <translation>USB-сканер вводит код сам, при любой раскладке клавиатуры.</translation>
    </message>
    <message>
        <source>Or drop a picture, a PDF or an Open Badge (.jwt) here: a photograph of the paper will do.</source>
        <translation>Или перетащите сюда изображение, PDF или Open Badge (.jwt): подойдёт и фотография бумаги.</translation>
    </message>
    <message>
        <source>Pictures, PDF and Open Badges ({kinds})</source>
        <translation>Изображения, PDF и Open Badge ({kinds})</translation>
    </message>
    <message>
        <source>Or type the number under the code: then the register of this computer answers.</source>
        <translation>Или введите номер под кодом: тогда ответит реестр этого компьютера.</translation>
    </message>
</context>
<context>
    <name>CheckResult</name>
    <message>
        <source>The signature is right, and it is in the office&apos;s register.</source>
        <translation>Подпись верна, и он есть в реестре офиса.</translation>
    </message>
    <message>
        <source>Compare the name and the course below with the paper.</source>
        <translation>Сверьте имя и курс ниже с бумагой.</translation>
    </message>
    <message>
        <source>The signature is right. Whether the office has it is not known here.</source>
        <translation>Подпись верна. Есть ли он в офисе, здесь неизвестно.</translation>
    </message>
    <message>
        <source>Compare it with the paper. If much depends on it, ask the office.</source>
        <translation>Сверьте с бумагой. Если от этого многое зависит, спросите офис.</translation>
    </message>
    <message>
        <source>Do not accept it. The office can tell why, by its number.</source>
        <translation>Не принимайте его. Офис по номеру назовёт причину.</translation>
    </message>
    <message>
        <source>A certificate with this number was issued, and later declared void.</source>
        <translation>Сертификат с этим номером был выдан, а позже аннулирован.</translation>
    </message>
    <message>
        <source>The signature is right, but this office has no certificate with this number: the laptop’s file has not been imported yet, or the issue was taken back.</source>
        <translation>Подпись верна, но сертификата с этим номером в офисе нет: файл ноутбука ещё не принят или выдача отменена.</translation>
    </message>
    <message>
        <source>Import the newest file of that laptop and check again. If it is still not there, do not accept it.</source>
        <translation>Примите новейший файл этого ноутбука и проверьте ещё раз. Если его и тогда нет, не принимайте его.</translation>
    </message>
    <message>
        <source>A certificate with this number was issued; since then a corrected one has taken its place.</source>
        <translation>Сертификат с этим номером был выдан; с тех пор его заменил исправленный.</translation>
    </message>
    <message>
        <source>Ask for the newer paper: it names this number.</source>
        <translation>Попросите новую бумагу: в ней указан этот номер.</translation>
    </message>
    <message>
        <source>The code is whole, but this computer does not know who signed it.</source>
        <translation>Код цел, но этот компьютер не знает того, кто его подписал.</translation>
    </message>
    <message>
        <source>Import the newest file of the office, or ask the organiser.</source>
        <translation>Примите новейший файл из офиса или спросите организатора.</translation>
    </message>
    <message>
        <source>Code and signature do not fit: it was changed, or not read whole.</source>
        <translation>Код и подпись не сходятся: его изменили или прочитали не целиком.</translation>
    </message>
    <message>
        <source>Scan the original once more. If it stays so, do not accept it.</source>
        <translation>Отсканируйте оригинал ещё раз. Если ответ тот же, не принимайте.</translation>
    </message>
    <message>
        <source>The office revoked the key of that laptop, and its register is not known to have held this certificate before.</source>
        <translation>Офис отозвал ключ того ноутбука, и неизвестно, был ли этот сертификат до того в его реестре.</translation>
    </message>
    <message>
        <source>The signature is right, but a laptop may give only its own numbers, and this is not one of them.</source>
        <translation>Подпись верна, но ноутбук может давать только свои номера, а этот к ним не относится.</translation>
    </message>
    <message>
        <source>Do not accept it. Tell the office the number and show it the paper.</source>
        <translation>Не принимайте его. Сообщите офису номер и покажите бумагу.</translation>
    </message>
    <message>
        <source>The signature is right, but under this number the register holds something else.</source>
        <translation>Подпись верна, но под этим номером в реестре записано другое.</translation>
    </message>
    <message>
        <source>Do not accept it before the office has explained it, by its number.</source>
        <translation>Не принимайте, пока офис не объяснит это по номеру.</translation>
    </message>
    <message>
        <source>The office’s register has this number. Only the number was looked up: whether the paper is genuine, its code tells.</source>
        <translation>Этот номер есть в реестре офиса. Проверен только номер: подлинность бумаги покажет проверка её кода.</translation>
    </message>
    <message>
        <source>This number is known here; whether the office has it is not. Only the number was looked up: whether the paper is genuine, its code tells.</source>
        <translation>Этот номер здесь известен; есть ли он у офиса, неизвестно. Проверен только номер: подлинность бумаги покажет проверка её кода.</translation>
    </message>
    <message>
        <source>Do not accept it before the office has confirmed this number.</source>
        <translation>Не принимайте, пока офис не подтвердит этот номер.</translation>
    </message>
</context>
<context>
    <name>DecideForm</name>
    <message>
        <source>Decide by hand</source>
        <translation>Решить вручную</translation>
    </message>
    <message>
        <source>Decide so</source>
        <translation>Решить так</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>как говорит правило</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>It is kept with the decision, and the office can read it.</source>
        <translation>Хранится вместе с решением, и в офисе её могут прочитать.</translation>
    </message>
</context>
<context>
    <name>DesignEditor</name>
    <message>
        <source>Part</source>
        <extracomment>Heading: a text, picture or line of the design</extracomment>
        <translation>Часть</translation>
    </message>
    <message>
        <source>off</source>
        <translation>откл.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Back to the designs</source>
        <translation>Назад к шаблонам</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Отменить последнее изменение</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Изображение…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Throw the changes away</source>
        <translation>Отбросить изменения</translation>
    </message>
    <message>
        <source>Languages of the page</source>
        <translation>Языки страницы</translation>
    </message>
    <message>
        <source>Whose certificate is shown</source>
        <translation>Чей сертификат показан</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Части страницы</translation>
    </message>
    <message>
        <source>The page; arrow keys move the chosen part</source>
        <translation>Страница; стрелки двигают выбранную часть</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Образец</translation>
    </message>
    <message>
        <source>Sample with long texts</source>
        <translation>Образец с длинными текстами</translation>
    </message>
    <message>
        <source>Somebody of {course}</source>
        <translation>Участник курса {course}</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything fits, nothing is missing.</source>
        <translation>Всё помещается, всё на месте.</translation>
    </message>
    <message>
        <source>The changes are not saved yet.</source>
        <translation>Изменения ещё не сохранены.</translation>
    </message>
    <message>
        <source>Save them as a design of your own, or throw them away.</source>
        <translation>Сохраните их как собственный шаблон или отбросьте.</translation>
    </message>
    <message>
        <source>{design}, own</source>
        <translation>{design}, собственный</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выберите изображение</translation>
    </message>
</context>
<context>
    <name>DesignNameForm</name>
    <message>
        <source>Name of the design</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>In the place of the one it was made from</source>
        <translation>Вместо того, из которого он сделан</translation>
    </message>
    <message>
        <source>Projects that use that one get this one. Certificates that were issued keep theirs.</source>
        <translation>Проекты, где был тот шаблон, получат этот. Выданные сертификаты останутся с прежним.</translation>
    </message>
</context>
<context>
    <name>Designs</name>
    <message>
        <source>main colour</source>
        <translation>основной цвет</translation>
    </message>
    <message>
        <source>golden lines</source>
        <translation>золотые линии</translation>
    </message>
    <message>
        <source>golden text</source>
        <translation>золотой текст</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>quiet text</source>
        <translation>спокойный текст</translation>
    </message>
    <message>
        <source>circle for the stamp</source>
        <translation>круг для печати</translation>
    </message>
    <message>
        <source>threads of the frame</source>
        <translation>нити рамки</translation>
    </message>
    <message>
        <source>rings behind the text</source>
        <translation>кольца за текстом</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>из программы</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>убрано</translation>
    </message>
    <message>
        <source>own</source>
        <translation>собственный</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>нет на этом компьютере</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>все языки</translation>
    </message>
    <message>
        <source>{part}, second language</source>
        <translation>{part}, второй язык</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Изображение {name}</translation>
    </message>
    <message>
        <source>Rings behind the text</source>
        <translation>Кольца за текстом</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Рамка</translation>
    </message>
    <message>
        <source>Emblem on the left</source>
        <translation>Эмблема слева</translation>
    </message>
    <message>
        <source>Emblem on the right</source>
        <translation>Эмблема справа</translation>
    </message>
    <message>
        <source>Logo of the organiser</source>
        <translation>Логотип организатора</translation>
    </message>
    <message>
        <source>Logos of partner and donor</source>
        <translation>Логотипы партнёра и донора</translation>
    </message>
    <message>
        <source>Organiser and partner</source>
        <translation>Организатор и партнёр</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>on the paper</comment>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Second title</source>
        <translation>Второй заголовок</translation>
    </message>
    <message>
        <source>Golden line</source>
        <translation>Золотая линия</translation>
    </message>
    <message>
        <source>Opening words</source>
        <translation>Вступительные слова</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Line between the languages</source>
        <translation>Линия между языками</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Дата выдачи</translation>
    </message>
    <message>
        <source>Which one it replaces</source>
        <translation>Взамен какого выдан</translation>
    </message>
    <message>
        <source>Circle for the stamp</source>
        <translation>Круг для печати</translation>
    </message>
    <message>
        <source>Words in the circle</source>
        <translation>Слова в круге</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Подписи</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
</context>
<context>
    <name>DesignsPage</name>
    <message>
        <source>Design</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>Heading: the kind of certificate a design is for</extracomment>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Designs of certificates</source>
        <translation>Шаблоны сертификатов</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Принять файл…</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>И убранные</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>What a project uses</source>
        <translation>Что использует проект</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Кто подписывает…</translation>
    </message>
    <message>
        <source>Once there is a project, its designs and signatories are chosen here.</source>
        <translation>Когда появится проект, здесь выбирают его шаблоны и подписывающих.</translation>
    </message>
    <message>
        <source>Copy and edit</source>
        <translation>Копировать и править</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>Sign: {names}</source>
        <translation>Подписывают: {names}</translation>
    </message>
    <message>
        <source>Rename the design</source>
        <translation>Переименовать шаблон</translation>
    </message>
    <message>
        <source>Designs of certificates (*{ending})</source>
        <translation>Шаблоны сертификатов (*{ending})</translation>
    </message>
    <message>
        <source>Import a design</source>
        <translation>Принять шаблон</translation>
    </message>
    <message>
        <source>Save the design as a file</source>
        <translation>Сохранить шаблон в файл</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message numerus="yes">
        <source>Issue %n certificate(s) all the same</source>
        <translation>
            <numerusform>Всё равно выдать %n сертификат</numerusform>
            <numerusform>Всё равно выдать %n сертификата</numerusform>
            <numerusform>Всё равно выдать %n сертификатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Выдать %n сертификат</numerusform>
            <numerusform>Выдать %n сертификата</numerusform>
            <numerusform>Выдать %n сертификатов</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign: {names}</source>
        <translation>Подписывают: {names}</translation>
    </message>
    <message>
        <source>Of completion: {completion}. Of attendance: {attendance}.</source>
        <translation>Об окончании: {completion}. Об участии: {attendance}.</translation>
    </message>
    <message>
        <source>Issue before the course is over?</source>
        <translation>Выдать до окончания курса?</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s) now</source>
        <translation>
            <numerusform>Выдать %n сертификат сейчас</numerusform>
            <numerusform>Выдать %n сертификата сейчас</numerusform>
            <numerusform>Выдать %n сертификатов сейчас</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the sex from %n name(s)</source>
        <translation>
            <numerusform>Указать пол по %n имени</numerusform>
            <numerusform>Указать пол по %n именам</numerusform>
            <numerusform>Указать пол по %n именам</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n Latin suggestion(s)</source>
        <translation>
            <numerusform>Принять %n латинское написание</numerusform>
            <numerusform>Принять %n латинских написания</numerusform>
            <numerusform>Принять %n латинских написаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign a lead trainer…</source>
        <translation>Назначить ведущего тренера…</translation>
    </message>
    <message>
        <source>Go to the marks</source>
        <translation>Перейти к отметкам</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Перейти к участникам</translation>
    </message>
    <message>
        <source>Nobody signs</source>
        <translation>Никто не подписывает</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Every name fits on its line.</source>
        <translation>Все имена помещаются в строку.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without a Latin spelling: that line stays empty.</source>
        <translation>
            <numerusform>У %n имени нет латинского написания; строка останется пустой.</numerusform>
            <numerusform>У %n имён нет латинского написания; строка останется пустой.</numerusform>
            <numerusform>У %n имён нет латинского написания; строка останется пустой.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures that are not on this computer, to be written by hand: {names}.</source>
        <translation>Этих подписей нет на этом компьютере, подписать от руки: {names}.</translation>
    </message>
    <message>
        <source>Nobody leads {courses}: the line for the lead trainer’s signature will be missing.</source>
        <translation>Курс {courses} никто не ведёт: строки для подписи ведущего тренера не будет.</translation>
    </message>
    <message numerus="yes">
        <source>Over without a mark and not counted: %n session(s), to be marked or cancelled.</source>
        <translation>
            <numerusform>%n занятие прошло без единой отметки и не учтено: отметьте его или отмените.</numerusform>
            <numerusform>%n занятия прошли без единой отметки и не учтены: отметьте их или отмените.</numerusform>
            <numerusform>%n занятий прошли без единой отметки и не учтены: отметьте их или отмените.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked session(s) not held yet by this clock: the hours count.</source>
        <translation>
            <numerusform>%n отмеченного занятия по этим часам ещё не было: его часы считаются.</numerusform>
            <numerusform>%n отмеченных занятий по этим часам ещё не было: их часы считаются.</numerusform>
            <numerusform>%n отмеченных занятий по этим часам ещё не было: их часы считаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of the course still to come.</source>
        <translation>
            <numerusform>Впереди ещё %n занятие курса.</numerusform>
            <numerusform>Впереди ещё %n занятия курса.</numerusform>
            <numerusform>Впереди ещё %n занятий курса.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) with sessions that are not marked.</source>
        <translation>
            <numerusform>У %n человека есть занятия без отметки.</numerusform>
            <numerusform>У %n человек есть занятия без отметки.</numerusform>
            <numerusform>У %n человек есть занятия без отметки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) without a sex: the words on the certificate stay neutral:</source>
        <translation>
            <numerusform>Пол не указан у %n участника, слова в сертификате останутся общими:</numerusform>
            <numerusform>Пол не указан у %n участников, слова в сертификате останутся общими:</numerusform>
            <numerusform>Пол не указан у %n участников, слова в сертификате останутся общими:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has a rank: its place stays empty.</source>
        <translation>Звание не указано ни у кого, его место останется пустым.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) without a rank: its place stays empty:</source>
        <translation>
            <numerusform>Звание не указано у %n участника, его место останется пустым:</numerusform>
            <numerusform>Звание не указано у %n участников, его место останется пустым:</numerusform>
            <numerusform>Звание не указано у %n участников, его место останется пустым:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody signs: the certificates of {courses} would have no line for a signature. Choose the trainers of the course, or say under “Who signs…” who signs.</source>
        <translation>Никто не подписывает: на сертификатах {courses} не будет строки для подписи. Укажите тренеров курса или выберите подписывающих: «Кто подписывает…».</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) nobody has checked:</source>
        <translation>
            <numerusform>%n имя никто не сверил:</numerusform>
            <numerusform>%n имени никто не сверил:</numerusform>
            <numerusform>%n имён никто не сверил:</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation>Выдача сертификатов</translation>
    </message>
    <message>
        <source>Language of the certificates</source>
        <translation>Язык сертификатов</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Второй язык</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Кто подписывает…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>One PDF</source>
        <translation>Один PDF</translation>
    </message>
    <message>
        <source>One file each</source>
        <translation>Каждый отдельно</translation>
    </message>
    <message>
        <source>List of sessions and hours on the back</source>
        <translation>На обороте — список занятий и часов</translation>
    </message>
    <message>
        <source>Print on both sides, turned over the short edge</source>
        <translation>Печатайте с двух сторон, с переворотом по короткому краю</translation>
    </message>
    <message>
        <source>Go to the names</source>
        <translation>Перейти к именам</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Открыть «Разбор»</translation>
    </message>
    <message>
        <source>What is printed is kept as it is, with a number and a signature. Later corrections need a replacement.</source>
        <translation>Напечатанное хранится без изменений, с номером и подписью. Для исправлений потом понадобится замена.</translation>
    </message>
</context>
<context>
    <name>LimitField</name>
    <message>
        <source>by rule</source>
        <translation>по правилу</translation>
    </message>
    <message>
        <source>off</source>
        <translation>откл.</translation>
    </message>
</context>
<context>
    <name>MismatchBanner</name>
    <message>
        <source>Go to the next one</source>
        <translation>К следующему</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n anew…</source>
        <translation>
            <numerusform>Выдать заново: %n…</numerusform>
            <numerusform>Выдать заново: %n…</numerusform>
            <numerusform>Выдать заново: %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameCorrectionForm</name>
    <message>
        <source>Name on the certificate</source>
        <translation>Имя в сертификате</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>NameFields</name>
    <message>
        <source>As in the passport</source>
        <translation>Как в паспорте</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message>
        <source>Name as printed</source>
        <translation>Имя в печати</translation>
    </message>
    <message>
        <source>Rank as printed</source>
        <translation>Звание в печати</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Сверка</translation>
    </message>
    <message>
        <source>In print</source>
        <translation>При печати</translation>
    </message>
    <message>
        <source>Checked</source>
        <comment>a name</comment>
        <translation>Сверено</translation>
    </message>
    <message>
        <source>Names as they will be printed</source>
        <translation>Имена, как они будут напечатаны</translation>
    </message>
    <message>
        <source>Correct the name</source>
        <translation>Исправить имя</translation>
    </message>
    <message>
        <source>All checked</source>
        <translation>Все сверены</translation>
    </message>
    <message>
        <source>Proof list</source>
        <translation>Лист сверки</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Replace the certificate</source>
        <translation>Заменить сертификат</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Не сверено</translation>
    </message>
    <message numerus="yes">
        <source>Take %n Latin suggestion(s)</source>
        <translation>
            <numerusform>Принять %n латинское написание</numerusform>
            <numerusform>Принять %n латинских написания</numerusform>
            <numerusform>Принять %n латинских написаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Given name first</source>
        <translation>Сначала имя</translation>
    </message>
    <message numerus="yes">
        <source>Given name first: all %n</source>
        <translation>
            <numerusform>Сначала имя: все %n</numerusform>
            <numerusform>Сначала имя: все %n</numerusform>
            <numerusform>Сначала имя: все %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Family name first</source>
        <translation>Сначала фамилия</translation>
    </message>
    <message numerus="yes">
        <source>Family name first: all %n</source>
        <translation>
            <numerusform>Сначала фамилия: все %n</numerusform>
            <numerusform>Сначала фамилия: все %n</numerusform>
            <numerusform>Сначала фамилия: все %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{serial} shows “{name}”</source>
        <translation>В {serial} стоит «{name}»</translation>
    </message>
    <message>
        <source>checked by {who}</source>
        <translation>сверил(а): {who}</translation>
    </message>
    <message>
        <source>Made from the Cyrillic letters, not read from a passport: compare them</source>
        <translation>Составлено из кириллицы, а не взято из паспорта: сверьте</translation>
    </message>
    <message>
        <source>In Latin letters: the parts of the name in the order of the others</source>
        <translation>Латиницей: части имени в том же порядке, что у остальных</translation>
    </message>
    <message>
        <source>{checked} of {names} names for certificates checked</source>
        <translation>сверено имён для сертификатов: {checked} из {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) with a remark</source>
        <translation>
            <numerusform>%n имя с замечанием</numerusform>
            <numerusform>%n имени с замечанием</numerusform>
            <numerusform>%n имён с замечанием</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of them has been compared with the document or by the person.</source>
        <translation>Написание каждого сверено: с документом или самим человеком.</translation>
    </message>
    <message>
        <source>With a remark: {names}</source>
        <translation>С замечанием: {names}</translation>
    </message>
    <message numerus="yes">
        <source>Are %n name(s) right?</source>
        <translation>
            <numerusform>%n имя верно?</numerusform>
            <numerusform>%n имени верны?</numerusform>
            <numerusform>%n имён верны?</numerusform>
        </translation>
    </message>
    <message>
        <source>{spelling}?</source>
        <comment>a suggestion</comment>
        <translation>{spelling}?</translation>
    </message>
    <message>
        <source>not typed yet</source>
        <translation>ещё не введено</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>необязательно</translation>
    </message>
    <message>
        <source>Certificate differs</source>
        <translation>В сертификате иначе</translation>
    </message>
    <message>
        <source>Unknown letters</source>
        <translation>Неизвестные буквы</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Слишком мелко</translation>
    </message>
    <message>
        <source>On two lines</source>
        <translation>В две строки</translation>
    </message>
    <message>
        <source>No Latin spelling</source>
        <translation>Нет латиницы</translation>
    </message>
    <message>
        <source>Fits</source>
        <extracomment>The name has room on the certificate</extracomment>
        <translation>Помещается</translation>
    </message>
    <message>
        <source>Not the full name</source>
        <translation>Имя неполное</translation>
    </message>
    <message>
        <source>Name cut off</source>
        <translation>Имя обрезано</translation>
    </message>
    <message>
        <source>Small letter</source>
        <translation>Строчная буква</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>Латиница</translation>
    </message>
    <message>
        <source>One word only</source>
        <translation>Одно слово</translation>
    </message>
    <message>
        <source>Foreign letter</source>
        <translation>Чужая буква</translation>
    </message>
    <message>
        <source>Unknown rank</source>
        <translation>Звание неизвестно</translation>
    </message>
    <message>
        <source>Latin not full</source>
        <translation>Латиница неполная</translation>
    </message>
    <message>
        <source>Family name first?</source>
        <comment>in Latin letters</comment>
        <translation>Сначала фамилия?</translation>
    </message>
    <message>
        <source>Given name first?</source>
        <comment>in Latin letters</comment>
        <translation>Сначала имя?</translation>
    </message>
    <message>
        <source>Family name first, as on the others: {name}?</source>
        <translation>Сначала фамилия, как у остальных: {name}?</translation>
    </message>
    <message>
        <source>Given name first, as on the others: {name}?</source>
        <translation>Сначала имя, как у остальных: {name}?</translation>
    </message>
</context>
<context>
    <name>PartFields</name>
    <message>
        <source>Click a part of the page</source>
        <translation>Щёлкните часть страницы</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>На странице</translation>
    </message>
    <message>
        <source>Across, mm</source>
        <translation>Слева, мм</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>Сверху, мм</translation>
    </message>
    <message>
        <source>Size, mm</source>
        <translation>Размер, мм</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Ширина, мм</translation>
    </message>
    <message>
        <source>Words in curly brackets are filled in; words in square brackets are left out when there is nothing to fill in.</source>
        <translation>Слова в фигурных скобках подставляются. То, что в квадратных скобках, без них пропадает.</translation>
    </message>
    <message>
        <source>Or choose one in the list. Arrow keys move it by half a millimetre, with Shift by five.</source>
        <translation>Или выберите её в списке. Стрелки двигают её на полмиллиметра, с Shift — на пять.</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Убрать это изображение</translation>
    </message>
    <message>
        <source>Colours of the whole design</source>
        <translation>Цвета всего шаблона</translation>
    </message>
    <message>
        <source>Text, {language}</source>
        <translation>Текст, {language}</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Цвет: {name}</translation>
    </message>
</context>
<context>
    <name>ProjectPage</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Who of the project gets a certificate, and why</source>
        <translation>Кто в проекте получает сертификат и почему</translation>
    </message>
    <message>
        <source>What if:</source>
        <translation>Что если:</translation>
    </message>
    <message>
        <source>attendance from</source>
        <translation>посещаемость от</translation>
    </message>
    <message>
        <source>post-test from</source>
        <translation>итоговый тест от</translation>
    </message>
    <message>
        <source>What if the attendance limit were</source>
        <translation>Если бы порог посещаемости был</translation>
    </message>
    <message>
        <source>What if the post-test limit were</source>
        <translation>Если бы порог итогового теста был</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>Print all again</source>
        <translation>Напечатать все ещё раз</translation>
    </message>
    <message>
        <source>No participants in this project yet</source>
        <translation>В этом проекте пока нет участников</translation>
    </message>
    <message>
        <source>This page lists the participants of all its courses, and who gets which certificate.</source>
        <translation>Здесь будут участники всех его курсов и кто какой сертификат получает.</translation>
    </message>
    <message>
        <source>completion {completion} · attendance {attendance} · none {none} · {checked} of {names} names checked</source>
        <translation>окончание {completion} · участие {attendance} · без сертификата {none} · сверено имён: {checked} из {names}</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Выдать %n сертификат</numerusform>
            <numerusform>Выдать %n сертификата</numerusform>
            <numerusform>Выдать %n сертификатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n chosen</source>
        <translation>
            <numerusform>Выдать %n выбранный</numerusform>
            <numerusform>Выдать %n выбранных</numerusform>
            <numerusform>Выдать %n выбранных</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue this one</source>
        <translation>Выдать этот</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) chosen</source>
        <translation>
            <numerusform>Выбран %n участник</numerusform>
            <numerusform>Выбрано %n участника</numerusform>
            <numerusform>Выбрано %n участников</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the results</source>
        <translation>Чтение итогов</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Дата получения</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>Heading: whether the person took the certificate home</extracomment>
        <translation>Вручение</translation>
    </message>
    <message>
        <source>Who has received the certificate</source>
        <translation>Кто получил сертификат</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Получен</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>Не получен</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Минус</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Снять отметку</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>key</comment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>The rest received</source>
        <translation>Остальные получены</translation>
    </message>
    <message>
        <source>Receipt list</source>
        <translation>Ведомость</translation>
    </message>
    <message>
        <source>Nothing to hand out yet</source>
        <translation>Пока вручать нечего</translation>
    </message>
    <message>
        <source>This page lists the certificates of the course as soon as they are issued.</source>
        <translation>Здесь появятся сертификаты курса, как только они будут выданы.</translation>
    </message>
    <message>
        <source>{count} of {all} received</source>
        <translation>получено: {count} из {all}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Все {count}</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>Без отметки {count}</translation>
    </message>
    <message>
        <source>Received {count}</source>
        <translation>Получены {count}</translation>
    </message>
    <message>
        <source>Not received {count}</source>
        <translation>Не получены {count}</translation>
    </message>
    <message numerus="yes">
        <source>Declare %n not received void</source>
        <translation>
            <numerusform>Аннулировать %n неполученный</numerusform>
            <numerusform>Аннулировать %n неполученных</numerusform>
            <numerusform>Аннулировать %n неполученных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) chosen</source>
        <translation>
            <numerusform>Выбран %n сертификат</numerusform>
            <numerusform>Выбрано %n сертификата</numerusform>
            <numerusform>Выбрано %n сертификатов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Выдан</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>void asked</source>
        <translation>ждёт второго</translation>
    </message>
    <message>
        <source>no longer fits</source>
        <translation>не соответствует</translation>
    </message>
    <message>
        <source>Register of certificates</source>
        <translation>Реестр сертификатов</translation>
    </message>
    <message>
        <source>still valid, but {why}</source>
        <translation>действует, но {why}</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>Аннулировать</translation>
    </message>
    <message>
        <source>Replace</source>
        <extracomment>A button: issue a certificate in place of this one</extracomment>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Открыть курс</translation>
    </message>
    <message>
        <source>One file each</source>
        <translation>Каждый отдельно</translation>
    </message>
    <message>
        <source>Save as an Open Badge, a file for registers and wallets; it holds the name</source>
        <translation>Сохранить как Open Badge: файл для реестров и кошельков, в нём есть имя</translation>
    </message>
    <message numerus="yes">
        <source>Declare %n void</source>
        <translation>
            <numerusform>Аннулировать %n</numerusform>
            <numerusform>Аннулировать %n</numerusform>
            <numerusform>Аннулировать %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Печать %n сертификата</numerusform>
            <numerusform>Печать %n сертификатов</numerusform>
            <numerusform>Печать %n сертификатов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) chosen</source>
        <translation>
            <numerusform>Выбран %n сертификат</numerusform>
            <numerusform>Выбрано %n сертификата</numerusform>
            <numerusform>Выбрано %n сертификатов</numerusform>
        </translation>
    </message>
    <message>
        <source>name erased</source>
        <translation>имя стёрто</translation>
    </message>
</context>
<context>
    <name>ReplaceCertificateForm</name>
    <message>
        <source>Replace the certificate</source>
        <translation>Заменить сертификат</translation>
    </message>
    <message>
        <source>Issue the new one</source>
        <translation>Выдать новый</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>For example: a letter of the name was wrong.</source>
        <translation>Например: ошибка в букве имени.</translation>
    </message>
    <message>
        <source>As the figures say now: {kind}</source>
        <translation>По данным курса на сегодня: {kind}</translation>
    </message>
    <message>
        <source>“{latin}” does not fit “{name}” any more. It would be printed below the name.</source>
        <translation>«{latin}» больше не подходит к имени «{name}». Это написание будет напечатано под именем.</translation>
    </message>
    <message>
        <source>Issue with this Latin spelling?</source>
        <translation>Выдать с этим латинским написанием?</translation>
    </message>
    <message>
        <source>Issue all the same</source>
        <translation>Всё равно выдать</translation>
    </message>
    <message>
        <source>{serial} shows “{name}”. It becomes replaced and is no longer valid; the new one gets its own number and names the old one.</source>
        <translation>В сертификате {serial} указано «{name}». Он станет заменённым и больше не будет действовать; новый получит свой номер, и в нём будет указан номер прежнего.</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Is a certificate genuine?</source>
        <translation>Подлинный ли сертификат?</translation>
    </message>
    <message>
        <source>The answer appears here. No internet is needed.</source>
        <translation>Ответ появится здесь. Интернет не нужен.</translation>
    </message>
    <message>
        <source>Previous certificate</source>
        <translation>Предыдущий</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Следующий</translation>
    </message>
    <message>
        <source>The name was erased from the register here: number, day and state are left, and the paper itself says whose it is.</source>
        <translation>Имя в реестре здесь стёрто: остались номер, дата и состояние, а чей это сертификат, говорит сама бумага.</translation>
    </message>
    <message>
        <source>Compare the course below with the paper; no name is kept here.</source>
        <translation>Сравните курс ниже с бумагой; имени здесь больше нет.</translation>
    </message>
    <message>
        <source>Do not accept it. The reason on record stands below.</source>
        <translation>Не принимайте его. Записанная причина стоит ниже.</translation>
    </message>
    <message>
        <source>Do not accept this file.</source>
        <translation>Не принимайте этот файл.</translation>
    </message>
    <message>
        <source>No list from an office has come to this computer: it knows only of certificates that were declared void here.</source>
        <translation>На этот компьютер списки из офиса не приходили: он знает только о тех, что аннулированы здесь.</translation>
    </message>
    <message>
        <source>Checked against the lists of {day}.</source>
        <translation>Проверено по спискам от {day}.</translation>
    </message>
    <message>
        <source>Checked against the lists of {day}, which are more than six months old. What was declared void since then is not known here: import a newer file of the office.</source>
        <translation>Проверено по спискам от {day}: им больше шести месяцев. Что аннулировано позже, здесь неизвестно: примите более новый файл из офиса.</translation>
    </message>
</context>
<context>
    <name>SerialNumbersPanel</name>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Each laptop counts its certificates from 1 every year. No number is ever given again.</source>
        <translation>Каждый ноутбук каждый год считает свои сертификаты с 1. Ни один номер не выдаётся дважды.</translation>
    </message>
    <message>
        <source>No number was given yet.</source>
        <translation>Номера ещё не выдавались.</translation>
    </message>
</context>
<context>
    <name>SignatoryForm</name>
    <message>
        <source>Who signs the certificates</source>
        <translation>Кто подписывает сертификаты</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>For this course only; the project’s other courses keep theirs.</source>
        <translation>Только для этого курса; у других курсов проекта остаются свои.</translation>
    </message>
    <message>
        <source>For all courses of the project. A course can have others.</source>
        <translation>Для всех курсов проекта. У курса могут быть и другие.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Who signs, in this order</source>
        <translation>Кто подписывает, по порядку</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Ещё один</translation>
    </message>
    <message>
        <source>Sign earlier</source>
        <translation>Подписывает раньше</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>Подписывает позже</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Кто это</translation>
    </message>
    <message>
        <source>Somebody by name</source>
        <translation>Человек по имени</translation>
    </message>
    <message>
        <source>Who leads the course</source>
        <translation>Кто ведёт курс</translation>
    </message>
    <message>
        <source>Name as printed below the line</source>
        <translation>Имя, как под чертой</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Scanned signature</source>
        <translation>Скан подписи</translation>
    </message>
    <message>
        <source>Dark ink on white paper, PNG or JPEG. It is encrypted here, and goes only to laptops that get these courses. Without it the paper is signed by hand.</source>
        <translation>Тёмные чернила на белой бумаге, PNG или JPEG. Здесь подпись зашифрована и попадает только на ноутбуки, которые получают эти курсы. Без неё подписывают от руки.</translation>
    </message>
    <message>
        <source>Head of programme and lead trainer, as without a choice</source>
        <translation>Руководитель программы и ведущий тренер, как без выбора</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новый</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a scanned signature</source>
        <translation>Выберите скан подписи</translation>
    </message>
</context>
<context>
    <name>Voiding</name>
    <message>
        <source>Declare certificates void</source>
        <translation>Аннулировать сертификаты</translation>
    </message>
    <message numerus="yes">
        <source>Declare %n void</source>
        <translation>
            <numerusform>Аннулировать %n</numerusform>
            <numerusform>Аннулировать %n</numerusform>
            <numerusform>Аннулировать %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Declare the certificate void</source>
        <translation>Аннулировать сертификат</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>Аннулировать</translation>
    </message>
</context>
<context>
    <name>WhatIfBanner</name>
    <message>
        <source>Keep these limits for the course</source>
        <translation>Оставить эти пороги для курса</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Пока ничего не записано.</translation>
    </message>
    <message>
        <source>{gained} more would complete, {lost} no longer.</source>
        <translation>Окончили бы ещё {gained}, уже не окончили бы {lost}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more would complete.</source>
        <translation>
            <numerusform>Окончил бы ещё %n человек.</numerusform>
            <numerusform>Окончили бы ещё %n человека.</numerusform>
            <numerusform>Окончили бы ещё %n человек.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would no longer complete.</source>
        <translation>
            <numerusform>Уже не окончил бы %n человек.</numerusform>
            <numerusform>Уже не окончили бы %n человека.</numerusform>
            <numerusform>Уже не окончили бы %n человек.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody&apos;s result would change.</source>
        <translation>Ничей результат не изменился бы.</translation>
    </message>
</context>
<context>
    <name>WhatIfFields</name>
    <message>
        <source>What if:</source>
        <translation>Что если:</translation>
    </message>
    <message>
        <source>attendance from</source>
        <translation>посещаемость от</translation>
    </message>
    <message>
        <source>post-test from</source>
        <translation>итоговый тест от</translation>
    </message>
    <message>
        <source>What if the attendance limit were</source>
        <translation>Если бы порог посещаемости был</translation>
    </message>
    <message>
        <source>What if the post-test limit were</source>
        <translation>Если бы порог итогового теста был</translation>
    </message>
</context>
</TS>
