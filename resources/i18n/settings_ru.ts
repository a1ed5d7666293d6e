<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Trainer {version}</source>
        <translation>Тренер {version}</translation>
    </message>
    <message>
        <source>Free software, GPL 3 or later. Qt {qt}.</source>
        <translation>Свободная программа, GPL 3 или новее. Qt {qt}.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>Versions, sizes and the log. No names, no notes.</source>
        <translation>Версии, размеры, журнал событий. Без имён.</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Сохранить в файл</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Language and looks</source>
        <translation>Язык и вид</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Of the window; papers have their own.</source>
        <translation>Язык окна. У документов язык свой.</translation>
    </message>
    <message>
        <source>Looks</source>
        <extracomment>Heading: colours, size of letters</extracomment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Size of text and buttons</source>
        <translation>Размер текста и кнопок</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Light colours</extracomment>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Сделать копию</translation>
    </message>
    <message>
        <source>Backup for a USB stick</source>
        <translation>Копия на флешку</translation>
    </message>
    <message>
        <source>One encrypted file for another place, or another computer.</source>
        <translation>Один зашифрованный файл для другого места или другого компьютера.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Записать…</translation>
    </message>
    <message>
        <source>Check a backup</source>
        <translation>Проверить резервную копию</translation>
    </message>
    <message>
        <source>Opens a backup and compares every row with its journal. Nothing is put back.</source>
        <translation>Открывает копию и сверяет каждую строку с её журналом. Ничего не возвращается.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Восстановить копию</translation>
    </message>
    <message>
        <source>Shows what a copy holds and what would be lost, before.</source>
        <translation>Сначала показывает, что в копии и что пропадёт.</translation>
    </message>
    <message>
        <source>No copy on this computer yet.</source>
        <translation>На этом компьютере копий ещё нет.</translation>
    </message>
    <message>
        <source>One a day by itself. The newest: {when}, {size}</source>
        <translation>Раз в день сама собой. Последняя: {when}, {size}</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервная копия</translation>
    </message>
</context>
<context>
    <name>CertificateForm</name>
    <message>
        <source>Over a network the program speaks only to a server that proves who it is. Two files are made: server.key for the server alone, server.crt for the server and every computer of the office.</source>
        <translation>По сети программа говорит только с сервером, который доказывает, кто он. Создаются два файла: server.key — только для сервера, server.crt — для сервера и каждого компьютера офиса.</translation>
    </message>
    <message>
        <source>As in the address: for example office-server, or 192.168.1.10</source>
        <translation>Как в адресе: например, office-server или 192.168.1.10</translation>
    </message>
    <message>
        <source>Name of the server in your network</source>
        <translation>Имя сервера в вашей сети</translation>
    </message>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Сертификат сервера</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Where to write the certificate</source>
        <translation>Куда записать сертификат</translation>
    </message>
    <message>
        <source>The certificate is made</source>
        <translation>Сертификат создан</translation>
    </message>
</context>
<context>
    <name>DataFolderCard</name>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Папка с данными</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the folder</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Проверка данных</translation>
    </message>
    <message>
        <source>Rebuilds every table from the journal and compares.</source>
        <translation>Заново строит все таблицы по журналу и сравнивает.</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>A button: checks the data for damage</extracomment>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>Проверка данных</translation>
    </message>
    <message>
        <source>{count} entries of the journal agree with every table. Checksum: {digest}</source>
        <translation>Записей журнала: {count}, все таблицы с ними согласны. Контрольная сумма: {digest}</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Всё в порядке</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s)</source>
        <translation>
            <numerusform>Проверка нашла %n ошибку</numerusform>
            <numerusform>Проверка нашла %n ошибки</numerusform>
            <numerusform>Проверка нашла %n ошибок</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the file cannot be read. Nothing was changed; what is whole can be saved.</source>
        <translation>Части файла не читаются. Ничего не изменено; то, что цело, можно спасти.</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Спасти всё, что читается…</translation>
    </message>
    <message>
        <source>Nothing was changed. The journal is whole: the tables can be made anew from it.</source>
        <translation>Ничего не изменено. Журнал цел: таблицы можно построить по нему заново.</translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>Построить заново</translation>
    </message>
    <message>
        <source>Making the tables anew</source>
        <translation>Таблицы строятся заново</translation>
    </message>
</context>
<context>
    <name>DriveBackupPanel</name>
    <message>
        <source>Backup for a USB stick</source>
        <translation>Копия на флешку</translation>
    </message>
    <message>
        <source>Write the backup</source>
        <translation>Записать копию</translation>
    </message>
    <message>
        <source>One encrypted file with everything that is on this computer. On any computer with this program it opens with today&apos;s passphrase, or with the office&apos;s recovery key.</source>
        <translation>Один зашифрованный файл со всем, что есть на этом компьютере. На любом компьютере с этой программой он открывается нынешней парольной фразой или ключом восстановления офиса.</translation>
    </message>
    <message>
        <source>One encrypted file with everything that is on this computer. On any computer with this program it opens with today&apos;s passphrase, and with nothing else: keep the words on paper.</source>
        <translation>Один зашифрованный файл со всем, что есть на этом компьютере. На любом компьютере с этой программой он открывается нынешней парольной фразой и больше ничем: храните её слова на бумаге.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Not in it: the archive of the files that were imported. Copy that too, to another disk: Office, Archive. After the backup is put back, its files are taken from there.</source>
        <translation>Не входит: архив принятых файлов. Скопируйте его тоже на другой диск: «Офис», «Архив». После восстановления его файлы берутся оттуда.</translation>
    </message>
    <message>
        <source>Keep the USB stick apart from the laptop. It is no substitute for sending: the office imports what you send, not this file.</source>
        <translation>Храните флешку отдельно от ноутбука. Отправку она не заменяет: офис принимает то, что вы отправляете, а не этот файл.</translation>
    </message>
    <message>
        <source>Keep it apart from this computer: another room, another disk.</source>
        <translation>Храните её отдельно от этого компьютера: в другой комнате, на другом диске.</translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation>Копия записывается</translation>
    </message>
    <message>
        <source>{file}, {size}: read back, every byte is there.</source>
        <translation>{file}, {size}: прочитано, на месте каждый байт.</translation>
    </message>
    <message>
        <source>{file}, {size}: read back from the USB stick, every byte is there. Eject the USB stick first.</source>
        <translation>{file}, {size}: прочитано с флешки, на месте каждый байт. Сначала извлеките флешку безопасно.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
</context>
<context>
    <name>LicenceText</name>
    <message>
        <source>All parts</source>
        <translation>Все части</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Текст лицензии</translation>
    </message>
    <message>
        <source>The text of this licence comes with the installed program.</source>
        <translation>Текст этой лицензии есть в установленной программе.</translation>
    </message>
</context>
<context>
    <name>LicencesPanel</name>
    <message>
        <source>Libraries and licences</source>
        <translation>Библиотеки и лицензии</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>NewKeyPanel</name>
    <message>
        <source>Database and copies are written anew under another key; whatever opened them before opens nothing newer.</source>
        <translation>База данных и копии записываются заново под другим ключом; то, что открывало их раньше, ничего нового не откроет.</translation>
    </message>
    <message>
        <source>Until the office has your next file it can help with a lost passphrase by a file only, not by telephone.</source>
        <translation>Пока офис не получил ваш следующий файл, при утере фразы он поможет только файлом, не по телефону.</translation>
    </message>
    <message>
        <source>A new key for the data</source>
        <translation>Новый ключ для данных</translation>
    </message>
    <message>
        <source>Make it new</source>
        <translation>Создать новый</translation>
    </message>
    <message>
        <source>After a USB stick with a backup was lost, a laptop was away, or somebody may have seen your passphrase. The passphrase stays as it is.</source>
        <translation>Если потеряна флешка с копией, ноутбук был не у вас или кто-то мог видеть вашу парольную фразу. Сама фраза не меняется.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Ваша парольная фраза</translation>
    </message>
    <message>
        <source>Looking at the passphrase</source>
        <translation>Проверяется парольная фраза</translation>
    </message>
</context>
<context>
    <name>OfficeEnrolmentCard</name>
    <message>
        <source>This office</source>
        <translation>Этот офис</translation>
    </message>
    <message>
        <source>My office</source>
        <translation>Мой офис</translation>
    </message>
    <message>
        <source>Office {code}</source>
        <translation>Офис {code}</translation>
    </message>
    <message>
        <source>No office yet</source>
        <translation>Офиса пока нет</translation>
    </message>
    <message>
        <source>The digits of this computer, to read aloud</source>
        <translation>Цифры этого компьютера, чтобы прочесть вслух</translation>
    </message>
    <message>
        <source>1. Ask to be enrolled</source>
        <translation>1. Запрос на регистрацию</translation>
    </message>
    <message>
        <source>Ask to be enrolled anew</source>
        <translation>Запрос на повторную регистрацию</translation>
    </message>
    <message>
        <source>Writes a small file for the office. It holds no secret.</source>
        <translation>Создаёт небольшой файл для офиса. Секретов в нём нет.</translation>
    </message>
    <message>
        <source>Where the office had revoked this laptop: writes a small file for it.</source>
        <translation>Если офис отозвал доступ этого ноутбука: создаёт небольшой файл для офиса.</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Записать файл</translation>
    </message>
    <message>
        <source>2. Import the office&apos;s file</source>
        <translation>2. Принять файл офиса</translation>
    </message>
    <message>
        <source>It brings the courses and the keys.</source>
        <translation>В нём курсы и ключи.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>People of the office and their roles</source>
        <translation>Сотрудники офиса и их роли</translation>
    </message>
    <message>
        <source>Who may do what, and the passphrase of each: under Office, Keys.</source>
        <translation>Кому что можно и парольная фраза каждого: «Офис», «Ключи».</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: shows them</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>{file}. Read these digits to the office by telephone: {digits}</source>
        <translation>{file}. Прочтите эти цифры офису по телефону: {digits}</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
</context>
<context>
    <name>OnOffRow</name>
    <message>
        <source>On</source>
        <extracomment>A switch</extracomment>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>A switch</extracomment>
        <translation>Выкл.</translation>
    </message>
</context>
<context>
    <name>PassphrasePanel</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Сменить парольную фразу</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>The passphrase until now</source>
        <translation>Прежняя парольная фраза</translation>
    </message>
    <message>
        <source>Also make the key of the data new</source>
        <translation>Создать и новый ключ данных</translation>
    </message>
    <message>
        <source>The passphrase alone locks nobody out: an older backup or key file, with the passphrase of then, still opens the data of today.</source>
        <translation>Одна новая фраза никого не отсекает: прежняя копия или прежний файл ключа вместе с прежней фразой по-прежнему открывают сегодняшние данные.</translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation>Смена парольной фразы</translation>
    </message>
    <message>
        <source>The passphrase is changed</source>
        <translation>Парольная фраза изменена</translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>A new password on the server</source>
        <translation>Новый пароль на сервере</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Скопировать пароль</translation>
    </message>
    <message>
        <source>Every desk connects with it: close the program there first, and type the new one there.</source>
        <translation>С ним подключается каждое рабочее место: сначала закройте там программу, затем введите там новый.</translation>
    </message>
    <message>
        <source>The other desks learn of it by themselves: people connect there under roles of their own.</source>
        <translation>Другие рабочие места узнают о нём сами: люди подключаются там под своими ролями.</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>{user} gets a password that the program makes.</source>
        <extracomment>{user}: a name on the server</extracomment>
        <translation>{user} получает пароль, который создаёт программа.</translation>
    </message>
    <message>
        <source>Whoever knew the one of before connects no more with it.</source>
        <translation>Кто знал прежний, больше по нему не подключится.</translation>
    </message>
    <message>
        <source>It is kept under the keys of the heads and the recovery key, and shown once, here.</source>
        <translation>Он хранится под ключами руководителей и ключом восстановления и показывается один раз, здесь.</translation>
    </message>
    <message>
        <source>It is noted in the journal that it was changed, and by whom.</source>
        <translation>В журнале отмечается, что он сменён и кем.</translation>
    </message>
    <message>
        <source>The new password</source>
        <translation>Новый пароль</translation>
    </message>
</context>
<context>
    <name>PrintingCard</name>
    <message>
        <source>Printing</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Test page of the printer</source>
        <translation>Пробная страница принтера</translation>
    </message>
    <message>
        <source>Shows where it stops at the edges, whether sizes are kept, letters and codes.</source>
        <translation>Показывает, где он не печатает по краям, верны ли размеры, буквы и коды.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>ProgramCard</name>
    <message>
        <source>Version and updates</source>
        <translation>Версия и обновления</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Посмотреть…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>Version {number} is kept</source>
        <translation>Версия {number} сохранена</translation>
    </message>
    <message>
        <source>For when something is wrong with the new one.</source>
        <translation>На случай, если с новой что-то не так.</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Вернуться…</translation>
    </message>
    <message>
        <source>Trainer {version}</source>
        <translation>Тренер {version}</translation>
    </message>
    <message>
        <source>trial build, no release</source>
        <translation>пробная сборка, не выпуск</translation>
    </message>
    <message>
        <source>Version {number} runs from the next start.</source>
        <translation>Версия {number} заработает при следующем запуске.</translation>
    </message>
    <message>
        <source>Version {number} is here.</source>
        <translation>Версия {number} уже здесь.</translation>
    </message>
    <message>
        <source>A new version comes on a USB stick, or with a file of the office.</source>
        <translation>Новая версия приходит на флешке или с файлом офиса.</translation>
    </message>
    <message>
        <source>Updates of this program (*{ending})</source>
        <translation>Обновления этой программы (*{ending})</translation>
    </message>
    <message>
        <source>Go back to version {number}?</source>
        <translation>Вернуться к версии {number}?</translation>
    </message>
    <message>
        <source>It runs from the next start. Your data stay as they are.</source>
        <translation>Она заработает при следующем запуске. Ваши данные останутся как есть.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Вернуться</translation>
    </message>
    <message>
        <source>The next start runs the version of before</source>
        <translation>При следующем запуске заработает прежняя версия</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Put a copy back</source>
        <translation>Восстановить копию</translation>
    </message>
    <message>
        <source>Check a backup</source>
        <translation>Проверить резервную копию</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Восстановить эту копию</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copies on this computer</source>
        <translation>Копии на этом компьютере</translation>
    </message>
    <message>
        <source>Nothing is changed before you have seen what it holds.</source>
        <translation>Ничего не изменится, пока вы не увидите, что в ней.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>A file from a USB stick…</source>
        <translation>Файл с флешки…</translation>
    </message>
    <message>
        <source>The passphrase of the day when the backup was made</source>
        <translation>Парольная фраза того дня, когда сделана копия</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>What follows: the data of now is kept as a copy and can be put back the same way. This computer goes on under a new id, so that nothing is counted twice.</source>
        <translation>Что будет дальше: нынешние данные сохранятся как копия, их можно вернуть так же. Компьютер продолжит под новым номером, чтобы ничто не было посчитано дважды.</translation>
    </message>
    <message>
        <source>no backup yet: choose a file</source>
        <translation>копий ещё нет: выберите файл</translation>
    </message>
    <message>
        <source>Looking at the copy</source>
        <translation>Копия проверяется</translation>
    </message>
    <message>
        <source>Backups of this program (*{ending})</source>
        <translation>Резервные копии этой программы (*{ending})</translation>
    </message>
    <message>
        <source>Putting the copy back</source>
        <translation>Копия восстанавливается</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>The office&apos;s server</source>
        <translation>Сервер офиса</translation>
    </message>
    <message>
        <source>Move to a server…</source>
        <translation>Перенести на сервер…</translation>
    </message>
    <message>
        <source>Move back into the file…</source>
        <translation>Вернуть в файл…</translation>
    </message>
    <message>
        <source>File for a new desk…</source>
        <translation>Файл для нового рабочего места…</translation>
    </message>
    <message>
        <source>Check a server…</source>
        <translation>Проверить сервер…</translation>
    </message>
    <message>
        <source>Make a certificate…</source>
        <translation>Создать сертификат…</translation>
    </message>
    <message>
        <source>Count tests anew</source>
        <translation>Подсчитать тесты заново</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Новый пароль…</translation>
    </message>
    <message>
        <source>Nothing is left on it, and the office&apos;s data stay where they are.</source>
        <translation>На сервере ничего не остаётся, данные офиса никуда не переносятся.</translation>
    </message>
    <message>
        <source>What a server lacks</source>
        <translation>Чего не хватает серверу</translation>
    </message>
    <message>
        <source>What a server proves itself with</source>
        <translation>Чем сервер доказывает, что это он</translation>
    </message>
    <message>
        <source>Needed where other computers connect to it over the office&apos;s network.</source>
        <translation>Нужно, если к нему подключаются другие компьютеры по сети офиса.</translation>
    </message>
    <message>
        <source>For analysts: views without names</source>
        <translation>Для аналитиков: таблицы без имён</translation>
    </message>
    <message>
        <source>They show what is there now; only points of tests are those of the last count.</source>
        <translation>Они показывают то, что есть сейчас; только баллы тестов — от последнего подсчёта.</translation>
    </message>
    <message>
        <source>An office of several people can work on a PostgreSQL server of its own, each at a computer with this program.</source>
        <translation>Офис из нескольких человек может работать на собственном сервере PostgreSQL, каждый за компьютером с этой программой.</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>In the file on this computer</source>
        <translation>В файле на этом компьютере</translation>
    </message>
    <message>
        <source>Password of {user} on the server</source>
        <extracomment>{user}: a name on the server</extracomment>
        <translation>Пароль {user} на сервере</translation>
    </message>
    <message>
        <source>Change it when somebody has left who knew it: whoever set the server up, or an earlier head.</source>
        <translation>Смените его, когда ушёл тот, кто его знал: кто настраивал сервер, или прежний руководитель.</translation>
    </message>
    <message>
        <source>Desks: {desks}</source>
        <extracomment>{desks}: codes and names of people, with commas between them</extracomment>
        <translation>Рабочие места: {desks}</translation>
    </message>
    <message>
        <source>Another computer becomes a desk by a file that opens with a passphrase of the office. Delete it when it was used.</source>
        <translation>Другой компьютер становится рабочим местом через файл, который открывается парольной фразой офиса. После использования удалите его.</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) counted.</source>
        <translation>
            <numerusform>Подсчитан %n тест.</numerusform>
            <numerusform>Подсчитано %n теста.</numerusform>
            <numerusform>Подсчитано %n тестов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Analysts see the newest figures</source>
        <translation>Аналитики видят самые новые данные</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Over a network: {example}</source>
        <translation>По сети: {example}</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Адрес базы данных</translation>
    </message>
    <message>
        <source>Password of this user</source>
        <translation>Пароль этого пользователя</translation>
    </message>
    <message>
        <source>The check makes all tables in the empty database and takes them back: nothing is left there, and the office&apos;s data stay where they are.</source>
        <translation>Проверка создаёт в пустой базе все таблицы и убирает их: там ничего не остаётся, а данные офиса остаются на месте.</translation>
    </message>
    <message>
        <source>Check a server</source>
        <translation>Проверка сервера</translation>
    </message>
    <message>
        <source>Check</source>
        <comment>a server</comment>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copy the list, for whoever keeps the server</source>
        <translation>Копировать список для того, кто ведёт сервер</translation>
    </message>
    <message>
        <source>Checking the server</source>
        <translation>Проверка сервера</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Changes take effect immediately.</source>
        <translation>Всё действует сразу.</translation>
    </message>
</context>
<context>
    <name>ToFilePanel</name>
    <message>
        <source>Move back into the file</source>
        <translation>Возврат в файл</translation>
    </message>
    <message>
        <source>Move the data</source>
        <translation>Перенести данные</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>All data are copied from the server into the file on this computer, and compared.</source>
        <translation>Все данные копируются с сервера в файл на этом компьютере и сверяются.</translation>
    </message>
    <message>
        <source>Nobody works on the server any more: close the program on all other desks first.</source>
        <translation>На сервере больше никто не работает: сначала закройте программу на всех других рабочих местах.</translation>
    </message>
    <message>
        <source>The database on the server is kept and takes no more changes. Remove it there later.</source>
        <translation>База на сервере сохраняется и изменений больше не принимает. Позже удалите её там.</translation>
    </message>
</context>
<context>
    <name>ToServerPanel</name>
    <message>
        <source>All data of the office are copied into an empty database of the server and compared; the file on this computer is kept and takes no more changes. Make a backup first, and close the program&apos;s other windows. The password is kept under the data&apos;s key, and shown nowhere. Where this office works there already, as after a computer was lost, this one becomes its desk again.</source>
        <translation>Все данные офиса копируются в пустую базу на сервере и сверяются; файл на этом компьютере сохраняется, но изменений больше не принимает. Сначала сделайте резервную копию и закройте другие окна программы. Пароль хранится под ключом данных и нигде не показывается. Если этот офис уже работает там, как после потери компьютера, этот компьютер снова станет его рабочим местом.</translation>
    </message>
    <message>
        <source>Move to a server</source>
        <translation>Перенос на сервер</translation>
    </message>
    <message>
        <source>Move the data</source>
        <translation>Перенести данные</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>Проверить сервер</translation>
    </message>
</context>
<context>
    <name>UpdatePanel</name>
    <message>
        <source>Update of the program</source>
        <translation>Обновление программы</translation>
    </message>
    <message>
        <source>Take version {number}</source>
        <translation>Поставить версию {number}</translation>
    </message>
    <message>
        <source>Version {number} instead of {now}</source>
        <translation>Версия {number} вместо {now}</translation>
    </message>
    <message>
        <source>Signed by the publisher, and checked. A copy of your data is made first, and the new version is tried. Go on working: it runs when the program is started next.</source>
        <translation>Подписано издателем и проверено. Сначала делается копия ваших данных, а новая версия проверяется пробным запуском. Работайте дальше: она заработает при следующем запуске программы.</translation>
    </message>
    <message>
        <source>Send it no more</source>
        <translation>Больше не отправлять</translation>
    </message>
    <message>
        <source>Send it with the files for laptops</source>
        <translation>Отправлять с файлами для ноутбуков</translation>
    </message>
    <message>
        <source>Version {number} goes to every laptop that runs an older one.</source>
        <translation>Версия {number} уходит на каждый ноутбук, где стоит более старая.</translation>
    </message>
    <message>
        <source>The files for laptops carry no update now.</source>
        <translation>Сейчас в файлах для ноутбуков обновления нет.</translation>
    </message>
    <message>
        <source>Taking the update</source>
        <translation>Установка обновления</translation>
    </message>
    <message>
        <source>Version {number} is ready</source>
        <translation>Версия {number} готова</translation>
    </message>
    <message>
        <source>It was tried and works here. It runs when the program is started next.</source>
        <translation>Её проверили, здесь она работает. Она заработает при следующем запуске программы.</translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>Person and lock</source>
        <translation>Человек и блокировка</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Opens the data on this computer.</source>
        <translation>Открывает данные на этом компьютере.</translation>
    </message>
    <message>
        <source>Family name first. It stands beside what you record.</source>
        <translation>Сначала фамилия. Имя стоит рядом с вашими записями.</translation>
    </message>
    <message>
        <source>The one of now is soon guessed: a new one would be better.</source>
        <translation>Нынешнюю легко угадать: лучше задать новую.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Сменить парольную фразу</translation>
    </message>
    <message>
        <source>Older backups and key files keep the old key: they open only older data.</source>
        <translation>Прежние резервные копии и файлы ключа остаются со старым ключом: ими открывается только то, что было записано до замены.</translation>
    </message>
    <message>
        <source>A new one is due: it is made when you next type your passphrase.</source>
        <translation>Нужен новый: он создаётся, когда вы в следующий раз введёте парольную фразу.</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>Ключ данных</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Новый ключ…</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Автоблокировка</translation>
    </message>
    <message>
        <source>When nobody touches the computer.</source>
        <translation>Когда к компьютеру никто не прикасается.</translation>
    </message>
    <message>
        <source>Whoever opens the lid can read every name.</source>
        <translation>Кто откроет крышку, прочтёт все имена.</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>через %n минуту</numerusform>
            <numerusform>через %n минуты</numerusform>
            <numerusform>через %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
</TS>
