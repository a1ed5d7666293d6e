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
        <source>From the file that “Backup for a stick” wrote, on this or another laptop.</source>
        <translation>Аз файле, ки «Нусха барои флешка» дар ин ё ноутбуки дигар навиштааст.</translation>
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
        <source>With the paper key</source>
        <translation>Бо калиди коғазӣ</translation>
    </message>
    <message>
        <source>How to open it</source>
        <translation>Бо чӣ кушодан</translation>
    </message>
    <message>
        <source>The office&apos;s paper key</source>
        <translation>Калиди коғазии идора</translation>
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
        <source>New passphrase</source>
        <translation>Гузарвожаи нав</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>Ҳадди ақал %n аломат</numerusform>
            <numerusform>Ҳадди ақал %n аломат</numerusform>
        </translation>
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
        <source>Choose a file</source>
        <translation>Файлро интихоб кунед</translation>
    </message>
    <message>
        <source>Backups of this program (*{ending})</source>
        <translation>Нусхаҳои эҳтиётии ин барнома (*{ending})</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>The clock says {now}. Is that right?</source>
        <translation>Соат нишон медиҳад: {now}. Дуруст аст?</translation>
    </message>
    <message>
        <source>The last change here was on {last}. {how} Everything is kept either way.</source>
        <translation>Тағйири охирин дар ин ҷо: {last}. {how} Дар ҳар сурат ҳама чиз маҳфуз аст.</translation>
    </message>
    <message>
        <source>The clock says {now}, which is before the last change</source>
        <translation>Соат {now}-ро нишон медиҳад: пеш аз тағйири охирин</translation>
    </message>
    <message>
        <source>The last change here is dated {last}. {how} Nothing is lost, whichever is wrong.</source>
        <translation>Тағйири охирин дар ин ҷо чунин сана дорад: {last}. {how} Кадомаш нодуруст бошад ҳам, ҳеҷ чиз гум нашудааст.</translation>
    </message>
    <message>
        <source>The date is right</source>
        <translation>Сана дуруст аст</translation>
    </message>
    <message>
        <source>To correct it: right-click the clock at the bottom right, “Adjust date and time”.</source>
        <translation>Барои ислоҳ: тугмаи рости мушро дар соати поёни рост пахш карда, «Настроить дату и время»-ро интихоб кунед.</translation>
    </message>
    <message>
        <source>To correct it: the system&apos;s settings, “Date and time”.</source>
        <translation>Барои ислоҳ: танзимоти система, «Сана ва вақт».</translation>
    </message>
    <message>
        <source>The clock was set back</source>
        <translation>Соат ба ақиб гардонида шуд</translation>
    </message>
    <message>
        <source>It said {before} and now says {now}. If that was a correction, nothing needs to be done; otherwise: {how} Everything recorded is kept in its order.</source>
        <translation>Пештар {before} буд, ҳоло {now}. Агар ин ислоҳ бошад, коре лозим нест; вагарна: {how} Ҳар чи сабт шудааст, бо тартибаш маҳфуз аст.</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
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
        <translation>курсҳо ва файлҳои тренерҳо</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Номи шумо</translation>
    </message>
    <message>
        <source>It stands beside everything you record.</source>
        <translation>Он дар назди ҳар сабти шумо меистад.</translation>
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
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Бори дигар</translation>
    </message>
    <message>
        <source>Names of police officers are kept encrypted. Without the passphrase nobody can read them, and nobody can restore it: choose one you remember.</source>
        <translation>Номи кормандони милитсия рамзгузорӣ мешавад. Бе гузарвожа онҳоро касе хонда наметавонад ва гузарвожаро касе барқарор карда наметавонад: чизе интихоб кунед, ки дар ёд мемонад.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Оғоз</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Барқарор кардани нусха…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Як лаҳза…</translation>
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
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>Ҳадди ақал %n аломат</numerusform>
            <numerusform>Ҳадди ақал %n аломат</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Ин ду якхела нестанд</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Нишон додани гузарвожа</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>The office&apos;s paper key</source>
        <translation>Калиди коғазии идора</translation>
    </message>
    <message>
        <source>It opens everything if this computer or the passphrase is lost. It is shown only now: print it, put it into an envelope and lock it away, not beside the computer.</source>
        <translation>Агар ин компютер ё гузарвожа гум шавад, он ҳама чизро мекушояд. Он танҳо ҳозир нишон дода мешавад: чоп кунед, ба лифофа гузоред ва дар ҷои қулф, на дар назди компютер, нигоҳ доред.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Калиди эҳтиётӣ</translation>
    </message>
    <message>
        <source>Stand-by key</source>
        <translation>Калиди ҷонишин</translation>
    </message>
    <message>
        <source>It takes over if the office&apos;s own key is stolen.</source>
        <translation>Агар калиди худи идора дуздида шавад, ҷойи онро мегирад.</translation>
    </message>
    <message>
        <source>The office&apos;s digits</source>
        <translation>Рақамҳои идора</translation>
    </message>
    <message>
        <source>Trainers compare them by telephone. Not secret.</source>
        <translation>Тренерҳо онҳоро тавассути телефон муқоиса мекунанд. Махфӣ нест.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп кардан</translation>
    </message>
    <message>
        <source>Save to a stick</source>
        <translation>Сабт ба флешка</translation>
    </message>
    <message numerus="yes">
        <source>Type the last %n letters of the recovery key from the paper</source>
        <translation>
            <numerusform>Аз коғаз %n аломати охирини калиди эҳтиётиро нависед</numerusform>
            <numerusform>Аз коғаз %n аломати охирини калиди эҳтиётиро нависед</numerusform>
        </translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ман онро нигоҳ доштам</translation>
    </message>
    <message>
        <source>Office code: {code}</source>
        <translation>Рамзи идора: {code}</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Ба принтер фиристода шуд</translation>
    </message>
    <message>
        <source>Saved and checked: {file}</source>
        <translation>Сабт ва санҷида шуд: {file}</translation>
    </message>
    <message>
        <source>Close before the key is kept?</source>
        <translation>То нигоҳ доштани калид мепӯшед?</translation>
    </message>
    <message>
        <source>It will not be shown again. If the passphrase is lost later, nothing opens the data.</source>
        <translation>Он дигар нишон дода намешавад. Агар гузарвожа баъд гум шавад, маълумотро ҳеҷ чиз намекушояд.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Ба ҳар ҳол пӯшидан</translation>
    </message>
    <message>
        <source>That is not the end of the key. Look at the paper again.</source>
        <translation>Ин охири калид нест. Бори дигар ба коғаз нигаред.</translation>
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
        <source>Read are: the damaged database page by page, {copies}, the files that were taken in.</source>
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
        <source>Use a backup from a stick…</source>
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
    <name>StrengthHint</name>
    <message>
        <source>Four words that only you would put together are best</source>
        <translation>Чор калимае беҳтар аст, ки танҳо шумо якҷоя мекунед</translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters</source>
        <translation>
            <numerusform>Кӯтоҳ аст: ҳадди ақал %n аломат</numerusform>
            <numerusform>Кӯтоҳ аст: ҳадди ақал %n аломат</numerusform>
        </translation>
    </message>
    <message>
        <source>Weak: add words</source>
        <translation>Суст: калима илова кунед</translation>
    </message>
    <message>
        <source>Fair: one more word makes it strong</source>
        <translation>Миёна: боз як калима онро мустаҳкам мекунад</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Мустаҳкам</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Nothing was overwritten or deleted.</source>
        <translation>Ҳеҷ чиз аз нав навишта ё нест карда нашуд.</translation>
    </message>
    <message>
        <source>Data folder: {path}</source>
        <translation>Папкаи маълумот: {path}</translation>
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
        <source>Try again</source>
        <translation>Бори дигар кӯшидан</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Кушодани папка</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Пӯшидани барнома</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
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
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
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
        <source>Data folder: {path}</source>
        <translation>Папкаи маълумот: {path}</translation>
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
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Keyboard: {language}</source>
        <translation>Клавиатура: {language}</translation>
    </message>
</context>
</TS>
