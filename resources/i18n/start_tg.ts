<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>BackupPage</name>
    <message>
        <source>Restore a backup</source>
        <translation>Барқарор кардани нусха</translation>
    </message>
    <message>
        <source>From the file that “Backup for a USB stick” wrote, on this or another computer.</source>
        <translation>Аз файле, ки «Нусха барои флешка» дар ин ё компютери дигар навиштааст.</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Файли нусха</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Интихоб…</translation>
    </message>
    <message>
        <source>With its passphrase</source>
        <translation>Бо гузарвожааш</translation>
    </message>
    <message>
        <source>With the recovery key</source>
        <translation>Бо калиди барқарорсозӣ</translation>
    </message>
    <message>
        <source>How to open it</source>
        <translation>Бо чӣ кушодан</translation>
    </message>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Калиди барқарорсозии идора</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1. It is not kept.</source>
        <translation>Бо AGE-SECRET-KEY-1 оғоз мешавад. Он нигоҳ дошта намешавад.</translation>
    </message>
    <message>
        <source>The passphrase of the day when the backup was made</source>
        <translation>Гузарвожаи рӯзе, ки нусха сохта шудааст</translation>
    </message>
    <message>
        <source>At an office anybody&apos;s of that day; all of them still open it afterwards.</source>
        <translation>Дар идора гузарвожаи ҳар корманд дар он рӯз мувофиқ аст; ҳамаи онҳо минбаъд ҳам мекушоянд.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Гузарвожаи нав</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Боз ҳамон</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Дидани он</translation>
    </message>
    <message>
        <source>Put it on this computer</source>
        <translation>Ба ин компютер гузоштан</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>What follows: the data of the backup is opened here. What lies in the data folder now is set aside, not deleted. The laptop goes on under a new id, and numbers its certificates in a block of its own.</source>
        <translation>Баъд чӣ мешавад: маълумоти нусха дар ин ҷо кушода мешавад. Он чи ҳоло дар ҷузвдон аст, ба канор гузошта мешавад, на нест. Ноутбук бо рақами нав идома медиҳад ва шаҳодатномаҳоро дар қатори худаш рақамгузорӣ мекунад.</translation>
    </message>
    <message>
        <source>What follows: the data of the backup is opened here. What lies in the data folder now is set aside, not deleted. The office goes on under a new id, and numbers its certificates in a block of its own.</source>
        <translation>Баъд чӣ мешавад: маълумоти нусха дар ин ҷо кушода мешавад. Он чи ҳоло дар ҷузвдон аст, ба канор гузошта мешавад, на нест. Идора бо рақами нав идома медиҳад ва шаҳодатномаҳоро дар қатори худаш рақамгузорӣ мекунад.</translation>
    </message>
    <message>
        <source>Then you are asked who you are: the new passphrase becomes yours. Everybody else unlocks with their passphrase of that day.</source>
        <translation>Баъд барнома мепурсад, ки шумо кистед: гузарвожаи нав аз они шумо мешавад. Дигарон бо гузарвожаҳои худ дар он рӯз ворид мешаванд.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Интихоби файл</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Онҳо якхела нестанд</translation>
    </message>
    <message>
        <source>Backups of this program (*{ending})</source>
        <translation>Нусхаҳои эҳтиётии ин барнома (*{ending})</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome</source>
        <translation>Хуш омадед</translation>
    </message>
    <message>
        <source>Three questions, then you can begin. No internet is needed.</source>
        <translation>Се савол, ва корро оғоз кардан мумкин. Интернет лозим нест.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Забон</translation>
    </message>
    <message>
        <source>This computer is for</source>
        <translation>Ин компютер барои кист?</translation>
    </message>
    <message>
        <source>A trainer</source>
        <translation>Тренер</translation>
    </message>
    <message>
        <source>marks, tests and certificates</source>
        <translation>давомот, санҷиш ва шаҳодатнома</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>Идора</translation>
    </message>
    <message>
        <source>prepares courses, collects the files</source>
        <translation>курсҳо ва файлҳои тренерон</translation>
    </message>
    <message>
        <source>There are digits in the name: is it right?</source>
        <translation>Дар ном рақам ҳаст: дуруст аст?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Номи шумо</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>Номи идора</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Рамз</translation>
    </message>
    <message>
        <source>2 to 4 Latin letters, e.g. DSH</source>
        <translation>2–4 ҳарфи лотинӣ, масалан DSH</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Оғоз</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>Аввал машқ кардан</translation>
    </message>
    <message>
        <source>A practice course with invented people; your own data come later.</source>
        <translation>Курси машқ бо одамони бофта; маълумоти худатон баъдтар.</translation>
    </message>
    <message>
        <source>Join the office&apos;s server…</source>
        <translation>Сервери идора…</translation>
    </message>
    <message>
        <source>Making the practice course: {share}</source>
        <translation>Курси машқ сохта мешавад: {share}</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Барқарор кардани нусха…</translation>
    </message>
    <message>
        <source>Family name first. It is shown next to everything you record.</source>
        <translation>Аввал насаб. Ном дар назди ҳар сабти шумо навишта мешавад.</translation>
    </message>
    <message>
        <source>The office had a computer that is lost: set it up from its papers</source>
        <translation>Компютери идора гум шудааст: идораро аз рӯйи коғазҳояш танзим кардан</translation>
    </message>
    <message>
        <source>The office works on a server: make this computer one of its desks, with a head&apos;s file</source>
        <translation>Идора дар сервер кор мекунад: ин компютерро бо файли роҳбар ҷойи кории он кардан</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Як лаҳза…</translation>
    </message>
    <message>
        <source>Names of police officers are kept encrypted. If the passphrase is forgotten, the recovery key that you print next opens everything. Without both the data cannot be read any more.</source>
        <translation>Номҳои кормандони милитсия рамзгузорӣ шуда нигоҳ дошта мешаванд. Агар гузарвожа фаромӯш шавад, ҳама чизро калиди барқарорсозӣ мекушояд, ки дар қадами навбатӣ чоп мекунед. Бе ҳар дуи онҳо маълумотро дигар хондан мумкин нест.</translation>
    </message>
    <message>
        <source>Names of police officers are kept encrypted. If you forget the passphrase, the office opens the data with its recovery key. Until this laptop has joined an office nothing else helps: write the passphrase down and lock it away.</source>
        <translation>Номҳои кормандони милитсия рамзгузорӣ шуда нигоҳ дошта мешаванд. Агар гузарвожа фаромӯш шавад, идора маълумотро бо калиди барқарорсозии худ мекушояд. То ноутбук ба идора пайваст нашавад, роҳи дигар нест: гузарвожаро нависед ва дар ҷойи қулфдор нигоҳ доред.</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Лутфан номи худро нависед</translation>
    </message>
    <message>
        <source>Please name the office</source>
        <translation>Лутфан номи идораро нависед</translation>
    </message>
    <message>
        <source>2 to 4 Latin letters</source>
        <translation>2–4 ҳарфи лотинӣ</translation>
    </message>
</context>
<context>
    <name>ForgottenPassphrasePage</name>
    <message>
        <source>The key file is lost</source>
        <translation>Файли калид гум шудааст</translation>
    </message>
    <message>
        <source>The key file is damaged</source>
        <translation>Файли калид вайрон аст</translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation>Гузарвожа фаромӯш шудааст</translation>
    </message>
    <message>
        <source>Nobody can tell the old passphrase. The office&apos;s recovery key opens the data, and a new passphrase takes its place. Nothing is changed before that.</source>
        <translation>Гузарвожаи пештараро донистан мумкин нест. Маълумотро калиди барқарорсозии идора мекушояд ва ҷойи онро гузарвожаи нав мегирад. То он вақт ҳеҷ чиз тағйир намеёбад.</translation>
    </message>
    <message>
        <source>Nobody can tell the old passphrase.</source>
        <translation>Гузарвожаи пештараро ҳеҷ кас намедонад.</translation>
    </message>
    <message>
        <source>A request waits for the office&apos;s answer. The new passphrase is chosen already.</source>
        <translation>Дархост ҷавоби идораро интизор аст. Гузарвожаи нав аллакай интихоб шудааст.</translation>
    </message>
    <message>
        <source>The office&apos;s paper is here</source>
        <translation>Коғази идора дар ин ҷост</translation>
    </message>
    <message>
        <source>type its recovery key, or scan it</source>
        <translation>калиди барқарорсозиашро нависед ё скан кунед</translation>
    </message>
    <message>
        <source>By a file to the office and back</source>
        <translation>Бо файл ба идора ва аз он</translation>
    </message>
    <message>
        <source>on a USB stick or by e-mail; it holds no secret</source>
        <translation>бо флешка ё почта; дар он сирре нест</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Бо телефон</translation>
    </message>
    <message>
        <source>digits are read aloud, both ways</source>
        <translation>рақамҳо аз ҳар ду тараф бо овоз хонда мешаванд</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Калиди барқарорсозӣ аз коғаз</translation>
    </message>
    <message>
        <source>It begins with AGE-SECRET-KEY-1.</source>
        <translation>Он бо AGE-SECRET-KEY-1 оғоз мешавад.</translation>
    </message>
    <message>
        <source>Your name, or the laptop&apos;s code</source>
        <translation>Номи шумо ё рамзи ноутбук</translation>
    </message>
    <message>
        <source>By this the office knows who asks.</source>
        <translation>Идора аз ин медонад, ки кӣ мепурсад.</translation>
    </message>
    <message>
        <source>Whose passphrase is it? Short name</source>
        <comment>to unlock with</comment>
        <translation>Гузарвожа аз они кист? Номи кӯтоҳ</translation>
    </message>
    <message>
        <source>The short name that you type to unlock. If you leave it empty, you are asked on the next page who you are.</source>
        <translation>Номи кӯтоҳе, ки бо он ворид мешавед. Агар онро холӣ монед, дар саҳифаи оянда барнома мепурсад, ки шумо кистед.</translation>
    </message>
    <message>
        <source>Whoever has this computer and the answer reads everything in it. The office answers only somebody whose voice it knows, and compares the digits first.</source>
        <translation>Ҳар кӣ ин компютер ва ҷавобро дорад, ҳамаи онро мехонад. Идора танҳо ба касе ҷавоб медиҳад, ки овозашро мешиносад, ва аввал рақамҳоро муқоиса мекунад.</translation>
    </message>
    <message>
        <source>This laptop never joined an office, so nothing but its passphrase opens its data.

Try every passphrase that you may have used, in each language of the keyboard, and look whether Caps Lock is on. A copy that was made earlier opens with the passphrase of that day; it can be put back on a computer without data.</source>
        <translation>Ин ноутбук ба идора пайваст нашуда буд, бинобар ин маълумоташро танҳо гузарвожааш мекушояд.

Ҳамаи гузарвожаҳоеро, ки буда метавонанд, бо ҳар забони клавиатура санҷед ва бинед, ки Caps Lock фаъол нест. Нусхаи пештар гирифташуда бо гузарвожаи ҳамон рӯз кушода мешавад; онро дар компютери бе маълумот барқарор кардан мумкин аст.</translation>
    </message>
    <message>
        <source>This is a trainer&apos;s laptop: ask its office</source>
        <translation>Ин ноутбуки тренер аст: муроҷиат ба идора</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Without the paper: try every passphrase that you may have used, in each language of the keyboard, and look whether Caps Lock is on. A copy that was made earlier opens with the passphrase of that day; it can be put back on a computer without data.</source>
        <translation>Агар коғаз набошад: ҳар гузарвожаеро, ки шояд истифода бурда бошед, бо ҳар забони клавиатура санҷед ва бинед, ки Caps Lock фаъол нест. Нусхае, ки пештар гирифта шудааст, бо гузарвожаи ҳамон рӯз кушода мешавад; онро ба компютери бе маълумот баргардонидан мумкин аст.</translation>
    </message>
    <message>
        <source>Is there another head at the office? They unlock here with their own short name and passphrase, and give you a new one: Office, Keys, “People of the office”.</source>
        <translation>Дар идора роҳбари дигар ҳаст? Ӯ маълумотро дар ин ҷо бо номи кӯтоҳ ва гузарвожаи худ мекушояд ва ба шумо гузарвожаи нав медиҳад: «Идора», «Калидҳо», «Кормандони идора».</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Як лаҳза…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the data with the key</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Make the request</source>
        <translation>Сохтани дархост</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сабт ва санҷида шуд: {file}</translation>
    </message>
    <message>
        <source>Answers (*.age);;All files (*)</source>
        <translation>Ҷавобҳо (*.age);;Ҳамаи файлҳо (*)</translation>
    </message>
</context>
<context>
    <name>MovingPage</name>
    <message>
        <source>The office&apos;s data move</source>
        <translation>Маълумоти идора мекӯчад</translation>
    </message>
    <message>
        <source>They are copied and compared. Should the power fail now, nothing is lost: the office is where it was, or where it goes, and the next start finds it.</source>
        <translation>Онҳо нусхабардорӣ ва муқоиса мешаванд. Агар ҳоло барқ равад, ҳеҷ чиз гум намешавад: идора дар ҷойи пештара мемонад ё дар ҷое мешавад, ки ба он мекӯчад, ва оғози навбатӣ онро меёбад.</translation>
    </message>
</context>
<context>
    <name>NewDeskPage</name>
    <message>
        <source>A new desk of the office</source>
        <translation>Ҷойи кории нави идора</translation>
    </message>
    <message>
        <source>For an office whose data are on its server. At a desk that is there, under Settings, the file for a new desk is saved; it opens with a passphrase of the office.</source>
        <translation>Барои идорае, ки маълумоташ дар сервери он аст. Дар ҷойи кории мавҷуда, дар «Танзимот», файл барои ҷойи нав сабт мешавад; он бо гузарвожаи идора кушода мешавад.</translation>
    </message>
    <message>
        <source>The file for a new desk</source>
        <translation>Файл барои ҷойи кории нав</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Интихоби файл…</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Ҳанӯз чизе интихоб нашудааст</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Номи шумо</translation>
    </message>
    <message>
        <source>Family name first.</source>
        <translation>Аввал насаб.</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>to unlock with</comment>
        <translation>Номи кӯтоҳ</translation>
    </message>
    <message>
        <source>Passphrase of the office</source>
        <translation>Гузарвожаи идора</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Як лаҳза…</translation>
    </message>
    <message>
        <source>Make it a desk</source>
        <translation>Ҷойи корӣ сохтан</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Лутфан номи худро нависед</translation>
    </message>
</context>
<context>
    <name>NewKeyPage</name>
    <message>
        <source>A new key for your data</source>
        <translation>Калиди нав барои маълумоти шумо</translation>
    </message>
    <message>
        <source>The database and its copies are written anew. Should the power fail now, nothing is lost: the next start goes on.</source>
        <translation>Пойгоҳи маълумот ва нусхаҳои он аз нав навишта мешаванд. Агар ҳозир барқ равад, ҳеҷ чиз гум намешавад: оғози навбатӣ корро давом медиҳад.</translation>
    </message>
</context>
<context>
    <name>OfficeRequestPart</name>
    <message>
        <source>That is not the passphrase chosen when the request was made.</source>
        <translation>Ин он гузарвожае нест, ки ҳангоми дархост интихоб шуда буд.</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>Бо файл</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Бо телефон</translation>
    </message>
    <message>
        <source>How the office answers</source>
        <translation>Идора чӣ гуна ҷавоб медиҳад</translation>
    </message>
    <message>
        <source>The office asks for these digits by telephone, before it answers</source>
        <translation>Идора пеш аз ҷавоб ин рақамҳоро бо телефон мепурсад</translation>
    </message>
    <message>
        <source>Read these groups to the office</source>
        <translation>Ин гурӯҳҳоро ба идора хонед</translation>
    </message>
    <message>
        <source>Write the request file…</source>
        <translation>Навиштани файли дархост…</translation>
    </message>
    <message>
        <source>Import the answer…</source>
        <translation>Қабули ҷавоб…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the data with the answer</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Аз нав оғоз кардан</translation>
    </message>
    <message>
        <source>The groups that the office reads</source>
        <translation>Гурӯҳҳое, ки идора мехонад</translation>
    </message>
    <message>
        <source>The new passphrase</source>
        <translation>Гузарвожаи нав</translation>
    </message>
    <message>
        <source>The one that was chosen when the request was made.</source>
        <translation>Он ки ҳангоми дархост интихоб шуда буд.</translation>
    </message>
</context>
<context>
    <name>OpeningFailedPage</name>
    <message>
        <source>Nothing was overwritten or deleted.</source>
        <translation>Ҳеҷ чиз аз нав навишта ё нест карда нашуд.</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Ҷузвдони маълумот: {path}</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Наҷоти он чи хонда мешавад…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Барқарор кардани нусха…</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>Кушодан бо калиди барқарорсозӣ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Кушодани ҷузвдон</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Тафсилот</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Пӯшидани барнома</translation>
    </message>
</context>
<context>
    <name>RecoveryPapersPage</name>
    <message>
        <source>The office&apos;s recovery key</source>
        <translation>Калиди барқарорсозии идора</translation>
    </message>
    <message>
        <source>It opens everything if this computer or the passphrase is lost. Print it twice, lock both copies away in two places, not beside the computer. It is shown until it is typed back.</source>
        <translation>Агар ин компютер ё гузарвожа гум шавад, он ҳама чизро мекушояд. Ду бор чоп карда, дар ду ҷойи қулфдор, на дар назди компютер, нигоҳ доред. То аз коғаз навишта нашавад, он нишон дода мешавад.</translation>
    </message>
    <message>
        <source>Print the new sheets twice, and lock them away in two places. On the old sheets the recovery key is still right, the stand-by key is not: keep them until a backup of this computer lies on a USB stick, then destroy them.</source>
        <translation>Варақҳои навро ду бор чоп кунед ва дар ду ҷойи қулфдор нигоҳ доред. Дар варақҳои пештара калиди барқарорсозӣ дуруст аст, калиди ҷонишин дигар не: то нусхаи эҳтиётии ин компютер дар флешка набошад, онҳоро нигоҳ доред, баъд нест кунед.</translation>
    </message>
    <message>
        <source>Until it is on paper, a broken disk loses it. It is shown again at the next start.</source>
        <translation>То дар коғаз навишта нашавад, ҳангоми вайрон шудани диск гум мешавад. Дар оғози навбатӣ боз нишон дода мешавад.</translation>
    </message>
    <message>
        <source>Close before the key is kept?</source>
        <translation>То нигоҳ доштани калид мепӯшед?</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Ба ҳар ҳол пӯшидан</translation>
    </message>
</context>
<context>
    <name>RestoreOfficePage</name>
    <message>
        <source>Set up the office from its papers</source>
        <translation>Танзими идора аз рӯйи коғазҳояш</translation>
    </message>
    <message>
        <source>Type or scan both keys, and choose the office&apos;s archive or whatever is left: USB sticks with its files, the archive folder of a laptop. First it is looked what is there.</source>
        <translation>Ҳар ду калидро нависед ё скан кунед ва бойгонии идора ё он чиро, ки мондааст, интихоб кунед: флешкаҳо бо файлҳои он, ҷузвдони бойгонии ноутбук. Аввал барнома мебинад, ки дар он ҷо чӣ ҳаст.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Калиди барқарорсозӣ аз коғаз</translation>
    </message>
    <message>
        <source>Stand-by key from the paper</source>
        <translation>Калиди ҷонишин аз коғаз</translation>
    </message>
    <message>
        <source>Where files of the office are</source>
        <translation>Файлҳои идора дар куҷоянд</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Илова кардани ҷузвдон…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Илова кардани файлҳо…</translation>
    </message>
    <message>
        <source>Your name, family name first</source>
        <translation>Номи шумо, аввал насаб</translation>
    </message>
    <message>
        <source>Look at the files</source>
        <translation>Дидани файлҳо</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Як лаҳза…</translation>
    </message>
    <message>
        <source>Set up the office</source>
        <translation>Танзими идора</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Ҳанӯз чизе интихоб нашудааст</translation>
    </message>
    <message>
        <source>Found: {office} ({code}), list of laptops number {serial}: {laptops}. {files} files open, {closed} do not.</source>
        <translation>Ёфт шуд: {office} ({code}), рӯйхати ноутбукҳо №&#xa0;{serial}: {laptops}. Файлҳое, ки кушода мешаванд: {files}, намешаванд: {closed}.</translation>
    </message>
    <message>
        <source>Which of these laptops had been revoked? The list may be older</source>
        <translation>Дастрасии кадоме аз ин ноутбукҳо бекор шуда буд? Рӯйхат шояд куҳна бошад</translation>
    </message>
    <message>
        <source>Codes of lost and stolen laptops, such as K1, K4. Leave empty if there were none.</source>
        <translation>Рамзҳои ноутбукҳои гумшуда ва дуздидашуда, масалан K1, K4. Агар набошанд, холӣ гузоред.</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Лутфан номи худро нависед</translation>
    </message>
    <message>
        <source>Files of this program (*.tsync);;All files (*)</source>
        <translation>Файлҳои барнома (*.tsync);;Ҳамаи файлҳо (*)</translation>
    </message>
</context>
<context>
    <name>SalvagePage</name>
    <message>
        <source>Save what can be read</source>
        <translation>Наҷоти он чи хонда мешавад</translation>
    </message>
    <message>
        <source>A new database is made of everything that is still whole.</source>
        <translation>Аз ҳар чизе, ки ҳанӯз бутун аст, пойгоҳи нави маълумот сохта мешавад.</translation>
    </message>
    <message numerus="yes">
        <source>copies on this laptop: %n</source>
        <translation>
            <numerusform>нусхаҳо дар ин ноутбук: %n</numerusform>
            <numerusform>нусхаҳо дар ин ноутбук: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Read are: the damaged database page by page, {copies}, the files that were imported.</source>
        <translation>Хонда мешаванд: пойгоҳи вайрон саҳифа ба саҳифа, {copies}, файлҳои қабулшуда.</translation>
    </message>
    <message>
        <source>The damaged file is kept as it is. Nothing is invented.</source>
        <translation>Файли вайрон ҳамон тавр нигоҳ дошта мешавад. Ҳеҷ чиз аз худ бофта намешавад.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Наҷот додан</translation>
    </message>
    <message>
        <source>Use a backup from a USB stick…</source>
        <translation>Истифодаи нусха аз флешка…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Go on to the work</source>
        <translation>Гузаштан ба кор</translation>
    </message>
    <message>
        <source>Everything is back</source>
        <translation>Ҳама чиз баргашт</translation>
    </message>
    <message>
        <source>Saved, with gaps</source>
        <translation>Наҷот ёфт, вале бо камбудиҳо</translation>
    </message>
    <message>
        <source>The new database is checked: every row agrees with its journal.</source>
        <translation>Пойгоҳи нав санҷида шуд: ҳар сатр бо дафтари қайд мувофиқ аст.</translation>
    </message>
    <message>
        <source>Changes from the damaged database: {pages}; from copies: {copies}; from files: {files}.</source>
        <translation>Тағйирҳо аз пойгоҳи вайрон: {pages}; аз нусхаҳо: {copies}; аз файлҳо: {files}.</translation>
    </message>
    <message>
        <source>The damaged file lies in {folder}.</source>
        <translation>Файли вайрон дар {folder} аст.</translation>
    </message>
    <message>
        <source>Nothing is known to be missing.</source>
        <translation>Гум шудани чизе маълум нест.</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n change(s)</source>
        <translation>
            <numerusform>Намерасад: %n тағйир</numerusform>
            <numerusform>Намерасад: %n тағйир</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent before comes back with the office&apos;s next file. Compare the rest with the signed sheets.</source>
        <translation>Он чи пештар фиристода шудааст, бо файли навбатии идора бармегардад. Боқимондаро бо варақаҳои имзошуда муқоиса кунед.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n change(s) whose laptop cannot be told any more.</source>
        <translation>
            <numerusform>Дохил нашуд: %n тағйир, ки ноутбукашро дигар муайян кардан мумкин нест.</numerusform>
            <numerusform>Дохил нашуд: %n тағйир, ки ноутбукашро дигар муайян кардан мумкин нест.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerAwayPage</name>
    <message>
        <source>The office&apos;s server cannot be opened</source>
        <translation>Сервери идора кушода намешавад</translation>
    </message>
    <message>
        <source>The office works on its server</source>
        <translation>Идора дар сервери худ кор мекунад</translation>
    </message>
    <message>
        <source>Nothing was changed. What was saved is on the server.</source>
        <translation>Ҳеҷ чиз тағйир наёфт. Ҳар чи сабт шудааст, дар сервер аст.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Санҷида мешавад…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Another address or password…</source>
        <translation>Нишонӣ ё пароли дигар…</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Пӯшидани барнома</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Нишонии пойгоҳи маълумот</translation>
    </message>
    <message>
        <source>Over a network: {example}</source>
        <translation>Тавассути шабака: {example}</translation>
    </message>
    <message>
        <source>Password at the server</source>
        <translation>Парол дар сервер</translation>
    </message>
    <message>
        <source>Leave it empty where it is the one of before.</source>
        <translation>Агар пештара бошад, холӣ гузоред.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Пайваст шудан</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in %n second(s).</source>
        <translation>
            <numerusform>Барнома баъди %n сония худаш такрор мекунад.</numerusform>
            <numerusform>Барнома баъди %n сония худаш такрор мекунад.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Hello, {name}</source>
        <translation>Салом, {name}</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Салом</translation>
    </message>
    <message>
        <source>Your data is locked. Type the passphrase to open it.</source>
        <translation>Маълумот қулф аст. Барои кушодан гузарвожаро нависед.</translation>
    </message>
    <message>
        <source>Your data is locked. Type your short name and your passphrase to open it.</source>
        <translation>Маълумот қулф аст. Барои кушодан номи кӯтоҳ ва гузарвожаро нависед.</translation>
    </message>
    <message>
        <source>Leave it empty if the passphrase was chosen with the key from paper, for nobody.</source>
        <translation>Холӣ монед, агар гузарвожа бо калид аз коғаз барои ҳеҷ кас интихоб шуда бошад.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
    </message>
    <message>
        <source>This is for practice. The passphrase is: {words}</source>
        <translation>Ин барои машқ аст. Гузарвожа: {words}</translation>
    </message>
    <message>
        <source>What you had begun to type was kept and comes back as it was.</source>
        <translation>Он чи навиштанашро сар карда будед, нигоҳ дошта шудааст ва ҳамон тавр бармегардад.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Забон</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>Гузарвожа фаромӯш шуд?</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Ҷузвдони маълумот: {path}</translation>
    </message>
    <message>
        <source>If it was chosen with the key from paper, leave the short name empty.</source>
        <translation>Агар он бо калид аз коғаз интихоб шуда бошад, номи кӯтоҳро холӣ монед.</translation>
    </message>
    <message numerus="yes">
        <source>After the passphrase you will be asked about %n file(s):</source>
        <translation>
            <numerusform>Баъди гузарвожа барнома дар бораи %n файл мепурсад:</numerusform>
            <numerusform>Баъди гузарвожа барнома дар бораи %n файл мепурсад:</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>Барнома пӯшида шавад?</translation>
    </message>
    <message>
        <source>Something is typed and not saved: it would be lost. Unlock to go on with it.</source>
        <translation>Чизи навишташуда ҳанӯз сабт нашудааст ва гум мешавад. Барои давом додан маълумотро кушоед.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Ба ҳар ҳол пӯшидан</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Кушода мешавад…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: opens the data with the passphrase</extracomment>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>to unlock with</comment>
        <translation>Номи кӯтоҳ</translation>
    </message>
    <message>
        <source>Keyboard: {language}</source>
        <translation>Клавиатура: {language}</translation>
    </message>
</context>
<context>
    <name>WhoPage</name>
    <message>
        <source>Who are you?</source>
        <translation>Шумо кистед?</translation>
    </message>
    <message>
        <source>The office is open, but nobody has said who is here. What you write from now on bears your name, and the passphrase that you typed becomes yours alone.</source>
        <translation>Идора кушода аст, вале барнома ҳанӯз намедонад, ки дар ин ҷо кист. Ҳар чизе, ки минбаъд менависед, бо номи шумо мешавад, ва гузарвожае, ки навиштед, танҳо аз они шумо мегардад.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <comment>who is here</comment>
        <translation>Каси дигар</translation>
    </message>
    <message>
        <source>a new name; becomes a head of the office</source>
        <translation>номи нав; роҳбари идора мешавад</translation>
    </message>
    <message>
        <source>After “Not now” you are asked at the next unlocking, and need the key from paper again.</source>
        <translation>Баъд аз «Ҳоло не» ҳангоми кушодани навбатии қулф мепурсанд, ва калид аз коғаз боз лозим мешавад.</translation>
    </message>
    <message>
        <source>This passphrase is nobody&apos;s, and others may know it. Alone it makes nobody a head, and takes the place of nobody with a passphrase of their own. If you forgot yours, or are new, type the recovery key from paper; then you are asked again. “Not now” changes nothing: you are asked at each unlocking.</source>
        <translation>Ин гузарвожа аз они касе нест, ва дигарон онро донистанашон мумкин аст. Танҳо он касеро роҳбар намекунад ва ҷойи касеро, ки гузарвожаи худро дорад, намегирад. Агар гузарвожаи худро фаромӯш карда бошед ё нав бошед, калиди барқарорсозиро аз коғаз ворид кунед; он гоҳ аз шумо боз мепурсанд. «Ҳоло не» чизеро тағйир намедиҳад: ҳангоми ҳар кушодани қулф мепурсанд.</translation>
    </message>
    <message>
        <source>Type the key from paper</source>
        <extracomment>A button: leads to the page where the office&apos;s recovery key is typed</extracomment>
        <translation>Ворид кардани калид аз коғаз</translation>
    </message>
    <message>
        <source>Your name, family name first</source>
        <translation>Номи шумо, аввал насаб</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>A button: leaves the page and goes on without a name</extracomment>
        <translation>Ҳоло не</translation>
    </message>
    <message>
        <source>short name: {short} · {role}</source>
        <translation>номи кӯтоҳ: {short} · {role}</translation>
    </message>
    <message>
        <source>short name: {short} · becomes a head of the office</source>
        <translation>номи кӯтоҳ: {short} · роҳбари идора мешавад</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Як лаҳза…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Идома додан</translation>
    </message>
    <message>
        <source>From now on you unlock with the short name “{short}” and this passphrase.</source>
        <translation>Акнун шумо бо номи кӯтоҳи «{short}» ва ҳамин гузарвожа ворид мешавед.</translation>
    </message>
    <message>
        <source>Your earlier one opens nothing any more.</source>
        <translation>Гузарвожаи пештараи шумо дигар чизеро намекушояд.</translation>
    </message>
    <message>
        <source>Before you decide anything as a head, choose another one in Settings.</source>
        <translation>Пеш аз он ки чун роҳбар чизеро ҳал кунед, дар «Танзимот» дигарашро интихоб кунед.</translation>
    </message>
    <message>
        <source>No passphrase opens this office for {names}. A head gives each of them one, and a role: Office, Keys, “People of the office”.</source>
        <translation>Дар ин ҷо гузарвожа надоранд: {names}. Роҳбар ба ҳар кас гузарвожа ва нақш медиҳад: «Идора», «Калидҳо», «Кормандони идора».</translation>
    </message>
    <message>
        <source>Everybody else unlocks with their own passphrase, as before.</source>
        <translation>Дигарон мисли пештара бо гузарвожаҳои худ ворид мешаванд.</translation>
    </message>
    <message>
        <source>Choose who you are</source>
        <translation>Интихоб кунед, ки шумо кистед</translation>
    </message>
    <message>
        <source>Please write your name</source>
        <translation>Лутфан номи худро нависед</translation>
    </message>
</context>
</TS>
