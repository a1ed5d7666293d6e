<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>Дар бораи барнома</translation>
    </message>
    <message>
        <source>Trainer {version}</source>
        <translation>Тренер {version}</translation>
    </message>
    <message>
        <source>Free software, GPL 3 or later. Qt {qt}.</source>
        <translation>Барномаи озод, GPL 3 ё навтар. Qt {qt}.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Иҷозатномаҳо</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Ташхис</translation>
    </message>
    <message>
        <source>Versions, sizes and the log. No names, no notes.</source>
        <translation>Версияҳо, андозаҳо ва рӯйдоднома. Бе ному эзоҳ.</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Сабт ба файл</translation>
    </message>
</context>
<context>
    <name>AppearanceCard</name>
    <message>
        <source>Language and looks</source>
        <translation>Забон ва намуд</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Забон</translation>
    </message>
    <message>
        <source>Of the window; papers have their own.</source>
        <translation>Забони равзана. Забони ҳуҷҷатҳо ҷудост.</translation>
    </message>
    <message>
        <source>Looks</source>
        <extracomment>Heading: colours, size of letters</extracomment>
        <translation>Намуд</translation>
    </message>
    <message>
        <source>Size of text and buttons</source>
        <translation>Андозаи матн ва тугмаҳо</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Мисли система</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Light colours</extracomment>
        <translation>Равшан</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Торик</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>Нусхаҳои эҳтиётӣ</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Нусха гирифтан</translation>
    </message>
    <message>
        <source>Backup for a USB stick</source>
        <translation>Нусха барои флешка</translation>
    </message>
    <message>
        <source>One encrypted file for another place, or another computer.</source>
        <translation>Як файли рамзгузоришуда барои ҷойи дигар ё компютери дигар.</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Навиштан…</translation>
    </message>
    <message>
        <source>Check a backup</source>
        <translation>Санҷидани нусхаи эҳтиётӣ</translation>
    </message>
    <message>
        <source>Opens a backup and compares every row with its journal. Nothing is put back.</source>
        <translation>Нусхаро мекушояд ва ҳар сатрро бо дафтари қайди он месанҷад. Ҳеҷ чиз барнамегардад.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Интихоб…</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Барқарор кардани нусха</translation>
    </message>
    <message>
        <source>Shows what a copy holds and what would be lost, before.</source>
        <translation>Пешакӣ нишон медиҳад, ки дар нусха чӣ ҳаст ва чӣ гум мешавад.</translation>
    </message>
    <message>
        <source>No copy on this computer yet.</source>
        <translation>Дар ин компютер ҳанӯз нусха нест.</translation>
    </message>
    <message>
        <source>One a day by itself. The newest: {when}, {size}</source>
        <translation>Ҳар рӯз худ аз худ. Охирин: {when}, {size}</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Нусхаи эҳтиётӣ</translation>
    </message>
</context>
<context>
    <name>CertificateForm</name>
    <message>
        <source>Over a network the program speaks only to a server that proves who it is. Two files are made: server.key for the server alone, server.crt for the server and every computer of the office.</source>
        <translation>Тавассути шабака барнома танҳо бо сервере сухан мегӯяд, ки кӣ будани худро исбот мекунад. Ду файл сохта мешавад: server.key танҳо барои сервер, server.crt барои сервер ва ҳар компютери идора.</translation>
    </message>
    <message>
        <source>As in the address: for example office-server, or 192.168.1.10</source>
        <translation>Чун дар нишонӣ: масалан, office-server ё 192.168.1.10</translation>
    </message>
    <message>
        <source>Name of the server in your network</source>
        <translation>Номи сервер дар шабакаи шумо</translation>
    </message>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Гувоҳиномаи сервер</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Интихоби ҷузвдон…</translation>
    </message>
    <message>
        <source>Where to write the certificate</source>
        <translation>Шаҳодатномаро дар куҷо навиштан</translation>
    </message>
    <message>
        <source>The certificate is made</source>
        <translation>Шаҳодатнома сохта шуд</translation>
    </message>
</context>
<context>
    <name>DataFolderCard</name>
    <message>
        <source>Data</source>
        <translation>Маълумот</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Ҷузвдони маълумот</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the folder</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Санҷиши маълумот</translation>
    </message>
    <message>
        <source>Rebuilds every table from the journal and compares.</source>
        <translation>Ҳамаи ҷадвалҳоро аз дафтари қайд аз нав сохта, муқоиса мекунад.</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>A button: checks the data for damage</extracomment>
        <translation>Санҷидан</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>Санҷиши маълумот</translation>
    </message>
    <message>
        <source>{count} entries of the journal agree with every table. Checksum: {digest}</source>
        <translation>{count} сабти дафтари қайд бо ҳамаи ҷадвалҳо мувофиқ аст. Рақами санҷишӣ: {digest}</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Ҳама чиз дар тартиб аст</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s)</source>
        <translation>
            <numerusform>Санҷиш %n нуқсон ёфт</numerusform>
            <numerusform>Санҷиш %n нуқсон ёфт</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the file cannot be read. Nothing was changed; what is whole can be saved.</source>
        <translation>Қисмҳои файл хонда намешаванд. Ҳеҷ чиз тағйир наёфт; он чи бутун аст, наҷот дода мешавад.</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Наҷоти он чи хонда мешавад…</translation>
    </message>
    <message>
        <source>Nothing was changed. The journal is whole: the tables can be made anew from it.</source>
        <translation>Ҳеҷ чиз тағйир наёфт. Дафтари қайд бутун аст: ҷадвалҳоро аз он нав сохтан мумкин аст.</translation>
    </message>
    <message>
        <source>Make them anew</source>
        <translation>Аз нав сохтан</translation>
    </message>
    <message>
        <source>Making the tables anew</source>
        <translation>Ҷадвалҳо аз нав сохта мешаванд</translation>
    </message>
</context>
<context>
    <name>DriveBackupPanel</name>
    <message>
        <source>Backup for a USB stick</source>
        <translation>Нусха барои флешка</translation>
    </message>
    <message>
        <source>Write the backup</source>
        <translation>Навиштани нусха</translation>
    </message>
    <message>
        <source>One encrypted file with everything that is on this computer. On any computer with this program it opens with today&apos;s passphrase, or with the office&apos;s recovery key.</source>
        <translation>Як файли рамзгузоришуда бо ҳар чизе, ки дар ин компютер аст. Дар ҳар компютери дорои ин барнома он бо гузарвожаи имрӯза ё бо калиди барқарорсозии идора кушода мешавад.</translation>
    </message>
    <message>
        <source>One encrypted file with everything that is on this computer. On any computer with this program it opens with today&apos;s passphrase, and with nothing else: keep the words on paper.</source>
        <translation>Як файли рамзгузоришуда бо ҳар чизе, ки дар ин компютер аст. Дар ҳар компютери дорои ин барнома он танҳо бо гузарвожаи имрӯза кушода мешавад, бо чизи дигар не: калимаҳояшро дар коғаз нигоҳ доред.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ба куҷо</translation>
    </message>
    <message>
        <source>Not in it: the archive of the files that were imported. Copy that too, to another disk: Office, Archive. After the backup is put back, its files are taken from there.</source>
        <translation>Дар он нест: бойгонии файлҳои қабулшуда. Онро ҳам ба диски дигар нусха бардоред: «Идора», «Бойгонӣ». Пас аз барқарорсозӣ файлҳояш аз он ҷо гирифта мешаванд.</translation>
    </message>
    <message>
        <source>Keep the USB stick apart from the laptop. It is no substitute for sending: the office imports what you send, not this file.</source>
        <translation>Флешкаро аз ноутбук ҷудо нигоҳ доред. Ин ҷойгузини фиристодан нест: идора он чиро қабул мекунад, ки шумо мефиристед, на ин файлро.</translation>
    </message>
    <message>
        <source>Keep it apart from this computer: another room, another disk.</source>
        <translation>Онро аз ин компютер ҷудо нигоҳ доред: дар хонаи дигар, дар диски дигар.</translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation>Нусха навишта мешавад</translation>
    </message>
    <message>
        <source>{file}, {size}: read back, every byte is there.</source>
        <translation>{file}, {size}: бозхонда шуд, ҳар байт дар ҷояш аст.</translation>
    </message>
    <message>
        <source>{file}, {size}: read back from the USB stick, every byte is there. Eject the USB stick first.</source>
        <translation>{file}, {size}: аз флешка бозхонда шуд, ҳар байт дар ҷояш аст. Аввал флешкаро бехатар бароред.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
</context>
<context>
    <name>LicenceText</name>
    <message>
        <source>All parts</source>
        <translation>Ҳамаи қисмҳо</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Матни иҷозатнома</translation>
    </message>
    <message>
        <source>The text of this licence comes with the installed program.</source>
        <translation>Матни ин иҷозатнома дар барномаи насбшуда ҳаст.</translation>
    </message>
</context>
<context>
    <name>LicencesPanel</name>
    <message>
        <source>Libraries and licences</source>
        <translation>Китобхонаҳо ва иҷозатномаҳо</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
</context>
<context>
    <name>NewKeyPanel</name>
    <message>
        <source>Database and copies are written anew under another key; whatever opened them before opens nothing newer.</source>
        <translation>Пойгоҳи маълумот ва нусхаҳо бо калиди дигар аз нав навишта мешаванд; он чи пештар мекушод, чизи навро намекушояд.</translation>
    </message>
    <message>
        <source>Until the office has your next file it can help with a lost passphrase by a file only, not by telephone.</source>
        <translation>То файли навбатии шумо ба идора нарасад, ҳангоми гум шудани гузарвожа он танҳо бо файл ёрӣ медиҳад, на бо телефон.</translation>
    </message>
    <message>
        <source>A new key for the data</source>
        <translation>Калиди нав барои маълумот</translation>
    </message>
    <message>
        <source>Make it new</source>
        <translation>Нав кардан</translation>
    </message>
    <message>
        <source>After a USB stick with a backup was lost, a laptop was away, or somebody may have seen your passphrase. The passphrase stays as it is.</source>
        <translation>Агар флешка бо нусха гум шуда бошад, ноутбук дар дасти шумо набуда бошад ё касе гузарвожаи шуморо дида бошад. Худи гузарвожа иваз намешавад.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Гузарвожаи шумо</translation>
    </message>
    <message>
        <source>Looking at the passphrase</source>
        <translation>Гузарвожа санҷида мешавад</translation>
    </message>
</context>
<context>
    <name>OfficeEnrolmentCard</name>
    <message>
        <source>This office</source>
        <translation>Ин идора</translation>
    </message>
    <message>
        <source>My office</source>
        <translation>Идораи ман</translation>
    </message>
    <message>
        <source>Office {code}</source>
        <translation>Идораи {code}</translation>
    </message>
    <message>
        <source>No office yet</source>
        <translation>Ҳанӯз идора нест</translation>
    </message>
    <message>
        <source>The digits of this computer, to read aloud</source>
        <translation>Рақамҳои ин компютер барои бо овоз хондан</translation>
    </message>
    <message>
        <source>1. Ask to be enrolled</source>
        <translation>1. Дархости бақайдгирӣ</translation>
    </message>
    <message>
        <source>Ask to be enrolled anew</source>
        <translation>Дархости бақайдгирии нав</translation>
    </message>
    <message>
        <source>Writes a small file for the office. It holds no secret.</source>
        <translation>Барои идора файли хурд месозад. Дар он сирре нест.</translation>
    </message>
    <message>
        <source>Where the office had revoked this laptop: writes a small file for it.</source>
        <translation>Агар идора дастрасии ин ноутбукро бекор карда бошад: барои он файли хурд месозад.</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Навиштани файл</translation>
    </message>
    <message>
        <source>2. Import the office&apos;s file</source>
        <translation>2. Қабули файли идора</translation>
    </message>
    <message>
        <source>It brings the courses and the keys.</source>
        <translation>Он курсҳо ва калидҳоро меорад.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Қабул кардан</translation>
    </message>
    <message>
        <source>People of the office and their roles</source>
        <translation>Кормандони идора ва нақшҳои онҳо</translation>
    </message>
    <message>
        <source>Who may do what, and the passphrase of each: under Office, Keys.</source>
        <translation>Ба кӣ чӣ мумкин аст ва гузарвожаи ҳар кас: «Идора», «Калидҳо».</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: shows them</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>{file}. Read these digits to the office by telephone: {digits}</source>
        <translation>{file}. Ин рақамҳоро тавассути телефон ба идора хонед: {digits}</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
</context>
<context>
    <name>OnOffRow</name>
    <message>
        <source>On</source>
        <extracomment>A switch</extracomment>
        <translation>Бо садо</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>A switch</extracomment>
        <translation>Бе садо</translation>
    </message>
</context>
<context>
    <name>PassphrasePanel</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Иваз кардани гузарвожа</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>The passphrase until now</source>
        <translation>Гузарвожаи то ҳозира</translation>
    </message>
    <message>
        <source>Also make the key of the data new</source>
        <translation>Калиди маълумотро ҳам нав кардан</translation>
    </message>
    <message>
        <source>The passphrase alone locks nobody out: an older backup or key file, with the passphrase of then, still opens the data of today.</source>
        <translation>Танҳо гузарвожаи нав роҳи касеро намебандад: нусха ё файли калиди пешина бо гузарвожаи онвақта ҳанӯз маълумоти имрӯзаро мекушояд.</translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation>Гузарвожа иваз мешавад</translation>
    </message>
    <message>
        <source>The passphrase is changed</source>
        <translation>Гузарвожа иваз шуд</translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>A new password on the server</source>
        <translation>Пароли нав дар сервер</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Иваз кардани парол</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Нусхаи парол</translation>
    </message>
    <message>
        <source>Every desk connects with it: close the program there first, and type the new one there.</source>
        <translation>Ҳар ҷойи корӣ бо он пайваст мешавад: аввал барномаро дар он ҷо пӯшед, баъд пароли навро он ҷо нависед.</translation>
    </message>
    <message>
        <source>The other desks learn of it by themselves: people connect there under roles of their own.</source>
        <translation>Ҷойҳои кории дигар худашон аз он огоҳ мешаванд: кормандон дар он ҷо бо нақши худ пайваст мешаванд.</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Чӣ мешавад</translation>
    </message>
    <message>
        <source>{user} gets a password that the program makes.</source>
        <extracomment>{user}: a name on the server</extracomment>
        <translation>{user} паролеро мегирад, ки барнома месозад.</translation>
    </message>
    <message>
        <source>Whoever knew the one of before connects no more with it.</source>
        <translation>Касе, ки пароли пештараро медонист, дигар бо он пайваст намешавад.</translation>
    </message>
    <message>
        <source>It is kept under the keys of the heads and the recovery key, and shown once, here.</source>
        <translation>Он зери калидҳои роҳбарон ва калиди барқарорсозӣ нигоҳ дошта мешавад ва як бор, дар ин ҷо, нишон дода мешавад.</translation>
    </message>
    <message>
        <source>It is noted in the journal that it was changed, and by whom.</source>
        <translation>Дар дафтари қайд навишта мешавад, ки он иваз шуд ва кӣ иваз кард.</translation>
    </message>
    <message>
        <source>The new password</source>
        <translation>Пароли нав</translation>
    </message>
</context>
<context>
    <name>PrintingCard</name>
    <message>
        <source>Printing</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Test page of the printer</source>
        <translation>Саҳифаи санҷиши принтер</translation>
    </message>
    <message>
        <source>Shows where it stops at the edges, whether sizes are kept, letters and codes.</source>
        <translation>Нишон медиҳад, ки принтер дар канорҳо то куҷо чоп мекунад, андоза, ҳарфҳо ва рамз дурустанд ё не.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Нишон додан</translation>
    </message>
</context>
<context>
    <name>ProgramCard</name>
    <message>
        <source>Version and updates</source>
        <translation>Версия ва навсозӣ</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Дидан…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Аз файл…</translation>
    </message>
    <message>
        <source>Version {number} is kept</source>
        <translation>Версияи {number} нигоҳ дошта шудааст</translation>
    </message>
    <message>
        <source>For when something is wrong with the new one.</source>
        <translation>Барои ҳолате, ки дар версияи нав чизе нодуруст бошад.</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Бозгаштан…</translation>
    </message>
    <message>
        <source>Trainer {version}</source>
        <translation>Тренер {version}</translation>
    </message>
    <message>
        <source>trial build, no release</source>
        <translation>нусхаи озмоишӣ, на барои паҳн кардан</translation>
    </message>
    <message>
        <source>Version {number} runs from the next start.</source>
        <translation>Версияи {number} аз оғози навбатӣ кор мекунад.</translation>
    </message>
    <message>
        <source>Version {number} is here.</source>
        <translation>Версияи {number} дар ин ҷост.</translation>
    </message>
    <message>
        <source>A new version comes on a USB stick, or with a file of the office.</source>
        <translation>Версияи нав дар флешка ё бо файли идора меояд.</translation>
    </message>
    <message>
        <source>Updates of this program (*{ending})</source>
        <translation>Навсозиҳои ин барнома (*{ending})</translation>
    </message>
    <message>
        <source>Go back to version {number}?</source>
        <translation>Ба версияи {number} бозмегардед?</translation>
    </message>
    <message>
        <source>It runs from the next start. Your data stay as they are.</source>
        <translation>Он аз оғози навбатӣ кор мекунад. Маълумоти шумо чунон ки ҳаст, мемонад.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Бозгаштан</translation>
    </message>
    <message>
        <source>The next start runs the version of before</source>
        <translation>Оғози навбатӣ версияи пештараро ба кор меандозад</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Put a copy back</source>
        <translation>Барқарор кардани нусха</translation>
    </message>
    <message>
        <source>Check a backup</source>
        <translation>Санҷидани нусхаи эҳтиётӣ</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Ҳамин нусхаро барқарор кардан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Copies on this computer</source>
        <translation>Нусхаҳо дар ин компютер</translation>
    </message>
    <message>
        <source>Nothing is changed before you have seen what it holds.</source>
        <translation>То дидани мазмуни он ҳеҷ чиз тағйир намеёбад.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Дидани он</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Санҷидан</translation>
    </message>
    <message>
        <source>A file from a USB stick…</source>
        <translation>Файл аз флешка…</translation>
    </message>
    <message>
        <source>The passphrase of the day when the backup was made</source>
        <translation>Гузарвожаи рӯзе, ки нусха сохта шудааст</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>What follows: the data of now is kept as a copy and can be put back the same way. This computer goes on under a new id, so that nothing is counted twice.</source>
        <translation>Баъд чӣ мешавад: маълумоти ҳозира ҳамчун нусха мемонад ва онро ҳамин тавр барқарор кардан мумкин аст. Компютер бо рақами нав идома медиҳад, то ҳеҷ чиз ду бор ҳисоб нашавад.</translation>
    </message>
    <message>
        <source>no backup yet: choose a file</source>
        <translation>ҳанӯз нусха нест: файлро интихоб кунед</translation>
    </message>
    <message>
        <source>Looking at the copy</source>
        <translation>Нусха дида мешавад</translation>
    </message>
    <message>
        <source>Backups of this program (*{ending})</source>
        <translation>Нусхаҳои эҳтиётии ин барнома (*{ending})</translation>
    </message>
    <message>
        <source>Putting the copy back</source>
        <translation>Нусха барқарор карда мешавад</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>The office&apos;s server</source>
        <translation>Сервери идора</translation>
    </message>
    <message>
        <source>Move to a server…</source>
        <translation>Кӯчонидан ба сервер…</translation>
    </message>
    <message>
        <source>Move back into the file…</source>
        <translation>Баргардонидан ба файл…</translation>
    </message>
    <message>
        <source>File for a new desk…</source>
        <translation>Файл барои ҷойи кории нав…</translation>
    </message>
    <message>
        <source>Check a server…</source>
        <translation>Санҷиши сервер…</translation>
    </message>
    <message>
        <source>Make a certificate…</source>
        <translation>Сохтани гувоҳинома…</translation>
    </message>
    <message>
        <source>Count tests anew</source>
        <translation>Аз нав ҳисоб кардани санҷишҳо</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Пароли нав…</translation>
    </message>
    <message>
        <source>Nothing is left on it, and the office&apos;s data stay where they are.</source>
        <translation>Дар он чизе намемонад, маълумоти идора дар ҷояш мемонад.</translation>
    </message>
    <message>
        <source>What a server lacks</source>
        <translation>Ба сервер чӣ намерасад</translation>
    </message>
    <message>
        <source>What a server proves itself with</source>
        <translation>Он чи сервер бо он худро исбот мекунад</translation>
    </message>
    <message>
        <source>Needed where other computers connect to it over the office&apos;s network.</source>
        <translation>Вақте лозим аст, ки компютерҳои дигар ба он тавассути шабакаи идора пайваст мешаванд.</translation>
    </message>
    <message>
        <source>For analysts: views without names</source>
        <translation>Барои таҳлилгарон: ҷадвалҳо бе номҳо</translation>
    </message>
    <message>
        <source>They show what is there now; only points of tests are those of the last count.</source>
        <translation>Онҳо он чиро нишон медиҳанд, ки ҳоло ҳаст; танҳо холҳои санҷишҳо аз ҳисоби охиринанд.</translation>
    </message>
    <message>
        <source>An office of several people can work on a PostgreSQL server of its own, each at a computer with this program.</source>
        <translation>Идораи чандкаса метавонад дар сервери худи PostgreSQL кор кунад, ҳар кас дар компютере бо ин барнома.</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Дар сервер</translation>
    </message>
    <message>
        <source>In the file on this computer</source>
        <translation>Дар файли ҳамин компютер</translation>
    </message>
    <message>
        <source>Password of {user} on the server</source>
        <extracomment>{user}: a name on the server</extracomment>
        <translation>Пароли {user} дар сервер</translation>
    </message>
    <message>
        <source>Change it when somebody has left who knew it: whoever set the server up, or an earlier head.</source>
        <translation>Онро иваз кунед, агар касе рафта бошад, ки онро медонист: танзимкунандаи сервер ё роҳбари пештара.</translation>
    </message>
    <message>
        <source>Desks: {desks}</source>
        <extracomment>{desks}: codes and names of people, with commas between them</extracomment>
        <translation>Ҷойҳои корӣ: {desks}</translation>
    </message>
    <message>
        <source>Another computer becomes a desk by a file that opens with a passphrase of the office. Delete it when it was used.</source>
        <translation>Компютери дигар тавассути файле ҷойи корӣ мешавад, ки бо гузарвожаи идора кушода мешавад. Пас аз истифода онро нест кунед.</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) counted.</source>
        <translation>
            <numerusform>%n санҷиш ҳисоб шуд.</numerusform>
            <numerusform>%n санҷиш ҳисоб шуд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Analysts see the newest figures</source>
        <translation>Таҳлилгарон маълумоти навтаринро мебинанд</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Over a network: {example}</source>
        <translation>Тавассути шабака: {example}</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Нишонии пойгоҳи маълумот</translation>
    </message>
    <message>
        <source>Password of this user</source>
        <translation>Пароли ин корбар</translation>
    </message>
    <message>
        <source>The check makes all tables in the empty database and takes them back: nothing is left there, and the office&apos;s data stay where they are.</source>
        <translation>Санҷиш дар пойгоҳи холӣ ҳамаи ҷадвалҳоро месозад ва онҳоро бармегардонад: дар он ҷо ҳеҷ чиз намемонад, маълумоти идора бошад, дар ҷояш мемонад.</translation>
    </message>
    <message>
        <source>Check a server</source>
        <translation>Санҷиши сервер</translation>
    </message>
    <message>
        <source>Check</source>
        <comment>a server</comment>
        <translation>Санҷидан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Copy the list, for whoever keeps the server</source>
        <translation>Нусхаи рӯйхат барои масъули сервер</translation>
    </message>
    <message>
        <source>Checking the server</source>
        <translation>Санҷиши сервер</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Танзимот</translation>
    </message>
    <message>
        <source>Changes take effect immediately.</source>
        <translation>Ҳама тағйирот фавран амал мекунад.</translation>
    </message>
</context>
<context>
    <name>ToFilePanel</name>
    <message>
        <source>Move back into the file</source>
        <translation>Баргардонидан ба файл</translation>
    </message>
    <message>
        <source>Move the data</source>
        <translation>Кӯчонидани маълумот</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Чӣ мешавад</translation>
    </message>
    <message>
        <source>All data are copied from the server into the file on this computer, and compared.</source>
        <translation>Ҳамаи маълумот аз сервер ба файли ин компютер нусхабардорӣ ва муқоиса мешавад.</translation>
    </message>
    <message>
        <source>Nobody works on the server any more: close the program on all other desks first.</source>
        <translation>Дигар касе дар сервер кор намекунад: аввал барномаро дар ҳамаи ҷойҳои кории дигар пӯшед.</translation>
    </message>
    <message>
        <source>The database on the server is kept and takes no more changes. Remove it there later.</source>
        <translation>Пойгоҳи сервер нигоҳ дошта мешавад ва дигар тағйирот қабул намекунад. Баъдтар онро дар сервер нест кунед.</translation>
    </message>
</context>
<context>
    <name>ToServerPanel</name>
    <message>
        <source>All data of the office are copied into an empty database of the server and compared; the file on this computer is kept and takes no more changes. Make a backup first, and close the program&apos;s other windows. The password is kept under the data&apos;s key, and shown nowhere. Where this office works there already, as after a computer was lost, this one becomes its desk again.</source>
        <translation>Ҳамаи маълумоти идора ба пойгоҳи холии сервер нусхабардорӣ ва муқоиса мешавад; файли ин компютер нигоҳ дошта мешавад, вале дигар тағйирот қабул намекунад. Аввал нусхаи эҳтиётӣ гиред ва равзанаҳои дигари барномаро пӯшед. Парол зери калиди маълумот нигоҳ дошта мешавад ва дар ҳеҷ ҷо намоён нест. Агар ин идора аллакай дар он ҷо кор кунад, масалан баъди гум шудани компютер, ин компютер боз ҷойи кории он мешавад.</translation>
    </message>
    <message>
        <source>Move to a server</source>
        <translation>Кӯчонидан ба сервер</translation>
    </message>
    <message>
        <source>Move the data</source>
        <translation>Кӯчонидани маълумот</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>Санҷидани сервер</translation>
    </message>
</context>
<context>
    <name>UpdatePanel</name>
    <message>
        <source>Update of the program</source>
        <translation>Навсозии барнома</translation>
    </message>
    <message>
        <source>Take version {number}</source>
        <translation>Гузоштани версияи {number}</translation>
    </message>
    <message>
        <source>Version {number} instead of {now}</source>
        <translation>Версияи {number} ба ҷойи {now}</translation>
    </message>
    <message>
        <source>Signed by the publisher, and checked. A copy of your data is made first, and the new version is tried. Go on working: it runs when the program is started next.</source>
        <translation>Онро ношир имзо кардааст ва он санҷида шуд. Аввал нусхаи маълумоти шумо гирифта мешавад ва версияи нав озмуда мешавад. Корро давом диҳед: он аз оғози навбатии барнома кор мекунад.</translation>
    </message>
    <message>
        <source>Send it no more</source>
        <translation>Дигар нафиристодан</translation>
    </message>
    <message>
        <source>Send it with the files for laptops</source>
        <translation>Бо файлҳо барои ноутбукҳо фиристодан</translation>
    </message>
    <message>
        <source>Version {number} goes to every laptop that runs an older one.</source>
        <translation>Версияи {number} ба ҳар ноутбуке меравад, ки дар он версияи куҳнатар аст.</translation>
    </message>
    <message>
        <source>The files for laptops carry no update now.</source>
        <translation>Ҳоло дар файлҳо барои ноутбукҳо навсозӣ нест.</translation>
    </message>
    <message>
        <source>Taking the update</source>
        <translation>Гузоштани навсозӣ</translation>
    </message>
    <message>
        <source>Version {number} is ready</source>
        <translation>Версияи {number} тайёр аст</translation>
    </message>
    <message>
        <source>It was tried and works here. It runs when the program is started next.</source>
        <translation>Он озмуда шуд ва дар ин ҷо кор мекунад. Он аз оғози навбатии барнома кор мекунад.</translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>Person and lock</source>
        <translation>Шахс ва қулф</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Номи шумо</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
    </message>
    <message>
        <source>Opens the data on this computer.</source>
        <translation>Маълумоти ин компютерро мекушояд.</translation>
    </message>
    <message>
        <source>Family name first. It stands beside what you record.</source>
        <translation>Аввал насаб. Ном дар назди сабтҳои шумо меистад.</translation>
    </message>
    <message>
        <source>The one of now is soon guessed: a new one would be better.</source>
        <translation>Гузарвожаи ҳозираро ёфтан осон аст: навашро гузоштан беҳтар аст.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Иваз кардани гузарвожа</translation>
    </message>
    <message>
        <source>Older backups and key files keep the old key: they open only older data.</source>
        <translation>Нусхаҳо ва файлҳои калиди пештара бо калиди куҳна мемонанд: бо онҳо танҳо он чи пеш аз иваз навишта шуда буд, кушода мешавад.</translation>
    </message>
    <message>
        <source>A new one is due: it is made when you next type your passphrase.</source>
        <translation>Калиди нав лозим аст: он вақте сохта мешавад, ки бори дигар гузарвожаро нависед.</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>Калиди маълумот</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Калиди нав…</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Қулфи худкор</translation>
    </message>
    <message>
        <source>When nobody touches the computer.</source>
        <translation>Вақте касе ба компютер даст намерасонад.</translation>
    </message>
    <message>
        <source>Whoever opens the lid can read every name.</source>
        <translation>Ҳар кӣ сарпӯшро кушояд, ҳамаи номҳоро мехонад.</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>баъди %n дақиқа</numerusform>
            <numerusform>баъди %n дақиқа</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>ҳеҷ гоҳ</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сабт шуд</translation>
    </message>
</context>
</TS>
