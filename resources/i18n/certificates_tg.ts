<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>BoardColumns</name>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>Of held sessions</source>
        <translation>Давомот</translation>
    </message>
    <message>
        <source>Of all held sessions, also those without a mark and those after somebody left. The marks page shows the share so far: only sessions with a mark count there.</source>
        <translation>Аз ҳамаи машғулиятҳои баргузоршуда, ҳам бе қайд ва ҳам пас аз рафтани иштирокчӣ. Дар саҳифаи қайдҳо ҳисса то имрӯз нишон дода мешавад: он ҷо танҳо машғулиятҳои бо қайд ҳисоб мешаванд.</translation>
    </message>
    <message>
        <source>Post-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Ниҳоӣ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Натиҷа</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Чаро</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Шаҳодатнома</translation>
    </message>
    <message>
        <source>every limit is reached</source>
        <translation>ба ҳамаи ҳаддҳои ақал расид</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Who gets a certificate, and why</source>
        <translation>Кӣ шаҳодатнома мегирад ва чаро</translation>
    </message>
    <message>
        <source>Decide by hand</source>
        <translation>Ба таври дастӣ ҳал кардан</translation>
    </message>
    <message>
        <source>Use the course rule</source>
        <translation>Қоида ҳал кунад</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>Беэътибор кардан</translation>
    </message>
    <message>
        <source>Replace</source>
        <extracomment>A button: issue a certificate in place of this one</extracomment>
        <translation>Иваз кардан</translation>
    </message>
    <message>
        <source>{checked} of {names} names for certificates checked</source>
        <translation>номҳои санҷидашуда: {checked} аз {names}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Таърих</translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Чопи %n шаҳодатнома</numerusform>
            <numerusform>Чопи %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n chosen</source>
        <translation>
            <numerusform>Додани %n интихобшуда</numerusform>
            <numerusform>Додани %n интихобшуда</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue this one</source>
        <translation>Додани ҳамин</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) chosen</source>
        <translation>
            <numerusform>%n иштирокчӣ интихоб шуд</numerusform>
            <numerusform>%n иштирокчӣ интихоб шуд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateHistoryPanel</name>
    <message>
        <source>History of the certificate</source>
        <translation>Таърихи шаҳодатнома</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
</context>
<context>
    <name>CertificatePrinter</name>
    <message>
        <source>Issuing certificates</source>
        <translation>Додани шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Drawing certificates</source>
        <translation>Тайёр кардани шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Folder for the certificates</source>
        <translation>Ҷузвдон барои шаҳодатномаҳо</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved and checked</source>
        <translation>
            <numerusform>%n файл сабт ва санҷида шуд</numerusform>
            <numerusform>%n файл сабт ва санҷида шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving certificates</source>
        <translation>Сабти шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Print without pictures that are not here?</source>
        <translation>Бе тасвирҳое, ки ин ҷо нестанд, чоп мекунед?</translation>
    </message>
    <message>
        <source>Print without them</source>
        <translation>Бе онҳо чоп кардан</translation>
    </message>
    <message>
        <source>Scanned signatures that are not on this computer: {names}. Their lines stay empty, to be signed by hand.</source>
        <translation>Имзоҳои сканшуда, ки дар ин компютер нестанд: {names}. Сатрҳои онҳо холӣ мемонанд, то бо даст имзо гузоранд.</translation>
    </message>
    <message>
        <source>Logos that are not on this computer are left out.</source>
        <translation>Логотипҳое, ки дар ин компютер нестанд, чоп намешаванд.</translation>
    </message>
    <message>
        <source>With all pictures they are printed on the computer where they were issued, or here once the office’s file was imported.</source>
        <translation>Бо ҳамаи тасвирҳо онҳоро дар компютере чоп мекунанд, ки дода шудаанд, ё ин ҷо, вақте ки файли идора қабул шуд.</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>The name on it was erased, so it is not printed or replaced any more. Its number stays in the register.</source>
        <translation>Ном дар он нест карда шудааст, бинобар ин онро дигар чоп ё иваз кардан мумкин нест. Рақами он дар феҳрист мемонад.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n certificate(s) whose name was erased</source>
        <translation>
            <numerusform>Гузаронда шуд: %n шаҳодатнома, ки номи он нест карда шудааст</numerusform>
            <numerusform>Гузаронда шуд: %n шаҳодатнома, ки номи онҳо нест карда шудааст</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not printed any more. Their numbers stay in the register.</source>
        <translation>Чунин шаҳодатномаҳо дигар чоп намешаванд. Рақамҳо дар феҳрист мемонанд.</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Хатм</translation>
    </message>
    <message>
        <source>Attendance</source>
        <comment>kind of certificate</comment>
        <translation>Иштирок</translation>
    </message>
    <message>
        <source>None</source>
        <comment>kind of certificate</comment>
        <translation>Бе шаҳодатнома</translation>
    </message>
    <message>
        <source>Certificate of completion</source>
        <translation>Шаҳодатномаи хатми курс</translation>
    </message>
    <message>
        <source>Certificate of attendance</source>
        <translation>Шаҳодатномаи иштирок</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Бе шаҳодатнома</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Эътибор дорад</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Беэътибор</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Иваз шуд</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Гирифта шуд</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>Гирифта нашуд</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Қайд нашудааст</translation>
    </message>
    <message numerus="yes">
        <source>printed %n time(s), last {day}</source>
        <translation>
            <numerusform>%n бор чоп шуд, охирин {day}</numerusform>
            <numerusform>%n бор чоп шуд, охирин {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>saved as PDF {day}</source>
        <translation>ҳамчун PDF сабт шуд {day}</translation>
    </message>
    <message>
        <source>not printed yet</source>
        <translation>ҳанӯз чоп нашудааст</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>гирифта нашуд</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>гирифта шуд {day}</translation>
    </message>
    <message>
        <source>instead of {serial}</source>
        <translation>ба ҷойи {serial}</translation>
    </message>
    <message>
        <source>replaced by {serial}</source>
        <translation>бо {serial} иваз шуд</translation>
    </message>
    <message numerus="yes">
        <source>No longer fit: %n</source>
        <translation>
            <numerusform>Дигар мувофиқ нест: %n</numerusform>
            <numerusform>Дигар мувофиқ нест: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Void, none in its place: %n</source>
        <translation>
            <numerusform>Беэътибор, наваш нест: %n</numerusform>
            <numerusform>Беэътибор, наваш нест: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All are issued</source>
        <translation>Ҳама дода шудаанд</translation>
    </message>
    <message>
        <source>Nobody gets one yet</source>
        <translation>Ҳанӯз касе намегирад</translation>
    </message>
</context>
<context>
    <name>CertificatesScreen</name>
    <message>
        <source>Register</source>
        <extracomment>The list of all certificates, a noun</extracomment>
        <translation>Феҳрист</translation>
    </message>
    <message>
        <source>Check a certificate</source>
        <translation>Санҷиши шаҳодатнома</translation>
    </message>
    <message>
        <source>Results of a project</source>
        <translation>Натиҷаҳои лоиҳа</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>Қолабҳо</translation>
    </message>
    <message>
        <source>Name in any alphabet, or number</source>
        <translation>Ном бо ҳар алифбо ё рақам</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Рақамҳо</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Гузаштан ба курсҳо</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>What was issued, and whether a paper is genuine</source>
        <translation>Чӣ дода шудааст ва варақ ҳақиқист ё не</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Ҳама {count}</translation>
    </message>
    <message>
        <source>No such certificate</source>
        <translation>Чунин шаҳодатнома нест</translation>
    </message>
    <message>
        <source>Look for another part of the name or number, or show all states.</source>
        <translation>Қисми дигари ном ё рақамро ҷӯед ё ҳамаи ҳолатҳоро нишон диҳед.</translation>
    </message>
    <message>
        <source>No certificate was issued yet</source>
        <translation>Ҳанӯз шаҳодатнома дода нашудааст</translation>
    </message>
    <message>
        <source>They are issued in a course, on its tab “Certificates”.</source>
        <translation>Онҳо дар курс, дар варақаи «Шаҳодатномаҳо» дода мешаванд.</translation>
    </message>
</context>
<context>
    <name>CertificatesTab</name>
    <message>
        <source>Results</source>
        <translation>Натиҷаҳо</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Номҳо</translation>
    </message>
    <message>
        <source>Register</source>
        <extracomment>A part of the tab: the list of all certificates, a noun</extracomment>
        <translation>Феҳрист</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>A part of the tab: who took the certificate home</extracomment>
        <translation>Супоридан</translation>
    </message>
    <message>
        <source>Print all again</source>
        <translation>Ҳамаро аз нав чоп кардан</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Гузаштан ба иштирокчиён</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>This page shows who gets a certificate and why, as soon as the course has participants.</source>
        <translation>Чун курс иштирокчӣ пайдо кунад, ин ҷо маълум мешавад, ки кӣ ва чаро шаҳодатнома мегирад.</translation>
    </message>
    <message>
        <source>No certificate was issued yet</source>
        <translation>Ҳанӯз шаҳодатнома дода нашудааст</translation>
    </message>
    <message>
        <source>Issued certificates stay in this register for good, also void and replaced ones.</source>
        <translation>Шаҳодатномаҳои додашуда дар ин феҳрист барои ҳамеша мемонанд, беэътибору ивазшуда ҳам.</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Додани %n шаҳодатнома</numerusform>
            <numerusform>Додани %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message>
        <source>Other limits are only tried now. Go back to those of the course, or keep the new ones.</source>
        <translation>Ҳоло ҳадҳои дигар танҳо санҷида мешаванд. Ба ҳадҳои курс баргардед ё навашро нигоҳ доред.</translation>
    </message>
    <message>
        <source>completion {completion} · attendance {attendance} · none {none}</source>
        <translation>хатм {completion} · иштирок {attendance} · бе шаҳодатнома {none}</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> ва боз %n</numerusform>
            <numerusform> ва боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance instead of completion: {who}.</source>
        <translation>Иштирок ба ҷойи хатм: {who}.</translation>
    </message>
    <message>
        <source>Completion instead of attendance: {who}.</source>
        <translation>Хатм ба ҷойи иштирок: {who}.</translation>
    </message>
    <message>
        <source>The old certificates become replaced and are no longer valid; reports count them as replaced, not as void. The new ones get numbers of their own and name the old ones.</source>
        <translation>Шаҳодатномаҳои пешина ивазшуда мешаванд ва дигар амал намекунанд; ҳисоботҳо онҳоро ивазшуда мешуморанд, на беэътибор. Навҳо рақамҳои худро мегиранд ва пешинаҳоро ном мебаранд.</translation>
    </message>
    <message>
        <source>Issue anew what no longer fits</source>
        <translation>Аз нав додани он чи дигар мувофиқ нест</translation>
    </message>
    <message>
        <source>Issue the new ones</source>
        <translation>Навҳоро додан</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
    <message>
        <source>Writing the check page</source>
        <translation>Навиштани саҳифаи санҷиш</translation>
    </message>
    <message>
        <source>Code of the certificate</source>
        <translation>Рамзи шаҳодатнома</translation>
    </message>
    <message>
        <source>Code, number or file</source>
        <translation>Рамз, рақам ё файл</translation>
    </message>
    <message>
        <source>Scan or paste it here</source>
        <translation>Ин ҷо скан кунед ё гузоред</translation>
    </message>
    <message>
        <source>Check</source>
        <extracomment>A button: checks whether a certificate is valid</extracomment>
        <translation>Санҷидан</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Интихоби файл</translation>
    </message>
    <message>
        <source>Evidence of an office</source>
        <translation>Маводи идора барои аудитор</translation>
    </message>
    <message>
        <source>The signed folder, or the encrypted file, that an office gave to an auditor.</source>
        <translation>Ҷузвдони имзошуда ё файли рамзгузоришуда, ки идора ба аудитор додааст.</translation>
    </message>
    <message>
        <source>For those who do not have this program</source>
        <translation>Барои онҳое, ки ин барномаро надоранд</translation>
    </message>
    <message>
        <source>One page that checks certificates in any browser, also on a phone, without internet. It holds today&apos;s lists and no names. Hand it out on a USB stick, or put it on a web site.</source>
        <translation>Як саҳифа, ки шаҳодатномаҳоро дар ҳар браузер, дар телефон ҳам, бе интернет месанҷад. Дар он рӯйхатҳои имрӯза ҳастанд ва номҳо нестанд. Онро дар флешка тақсим кунед ё дар сомона гузоред.</translation>
    </message>
    <message>
        <source>Save the check page</source>
        <translation>Сабти саҳифаи санҷиш</translation>
    </message>
    <message>
        <source>Publish this number and the office&apos;s digits in a letter of the office, not only beside the page: a forged page can show the digits, but never has this number. Whoever has the page compares it, in Windows with “certutil -hashfile FILE SHA256”, elsewhere with “sha256sum FILE”.</source>
        <translation>Ин ададро ва рақамҳои идораро дар мактуби идора эълон кунед, на танҳо дар паҳлӯи саҳифа: саҳифаи қалбакӣ метавонад ҳамон рақамҳоро нишон диҳад, вале ин ададро нахоҳад дошт. Соҳиби саҳифа онро муқоиса мекунад: дар Windows бо фармони «certutil -hashfile ФАЙЛ SHA256», дар системаҳои дигар бо «sha256sum ФАЙЛ».</translation>
    </message>
    <message>
        <source>A USB scanner types the code by itself, in any keyboard layout.</source>
        <translation>Сканери USB рамзро худаш менависад, тарҳбандии клавиатура ҳар чӣ бошад.</translation>
    </message>
    <message>
        <source>Or drop a picture, a PDF or an Open Badge (.jwt) here: a photograph of the paper will do.</source>
        <translation>Ё тасвир, PDF ё Open Badge (.jwt)-ро ба ин ҷо кашед: акси варақ ҳам мешавад.</translation>
    </message>
    <message>
        <source>Pictures, PDF and Open Badges ({kinds})</source>
        <translation>Тасвирҳо, PDF ва Open Badge ({kinds})</translation>
    </message>
    <message>
        <source>Or type the number under the code: then the register of this computer answers.</source>
        <translation>Ё рақами зери рамзро нависед: он гоҳ феҳристи ҳамин компютер ҷавоб медиҳад.</translation>
    </message>
</context>
<context>
    <name>CheckResult</name>
    <message>
        <source>The signature is right, and it is in the office&apos;s register.</source>
        <translation>Имзо дуруст аст, ва он дар феҳристи идора ҳаст.</translation>
    </message>
    <message>
        <source>Compare the name and the course below with the paper.</source>
        <translation>Ном ва курси зерро бо варақ муқоиса кунед.</translation>
    </message>
    <message>
        <source>The signature is right. Whether the office has it is not known here.</source>
        <translation>Имзо дуруст аст. Дар идора будани он ин ҷо маълум нест.</translation>
    </message>
    <message>
        <source>Compare it with the paper. If much depends on it, ask the office.</source>
        <translation>Бо варақ муқоиса кунед. Агар кор муҳим бошад, аз идора пурсед.</translation>
    </message>
    <message>
        <source>Do not accept it. The office can tell why, by its number.</source>
        <translation>Қабул накунед. Идора аз рӯйи рақам сабабашро мегӯяд.</translation>
    </message>
    <message>
        <source>A certificate with this number was issued, and later declared void.</source>
        <translation>Шаҳодатнома бо ин рақам дода шуда, баъдтар беэътибор эълон шудааст.</translation>
    </message>
    <message>
        <source>The signature is right, but this office has no certificate with this number: the laptop’s file has not been imported yet, or the issue was taken back.</source>
        <translation>Имзо дуруст аст, вале дар идора шаҳодатнома бо ин рақам нест: файли ноутбук ҳанӯз қабул нашудааст ё додани он бекор шудааст.</translation>
    </message>
    <message>
        <source>Import the newest file of that laptop and check again. If it is still not there, do not accept it.</source>
        <translation>Файли навтарини ҳамон ноутбукро қабул кунед ва бори дигар санҷед. Агар боз набошад, онро қабул накунед.</translation>
    </message>
    <message>
        <source>A certificate with this number was issued; since then a corrected one has taken its place.</source>
        <translation>Шаҳодатнома бо ин рақам дода шуда буд; баъд аз он ислоҳшудааш ҷойи онро гирифт.</translation>
    </message>
    <message>
        <source>Ask for the newer paper: it names this number.</source>
        <translation>Варақи навро талаб кунед: дар он ҳамин рақам зикр шудааст.</translation>
    </message>
    <message>
        <source>The code is whole, but this computer does not know who signed it.</source>
        <translation>Рамз бутун аст, вале ин компютер имзогузорро намешиносад.</translation>
    </message>
    <message>
        <source>Import the newest file of the office, or ask the organiser.</source>
        <translation>Файли навтарини идораро қабул кунед ё аз ташкилкунанда пурсед.</translation>
    </message>
    <message>
        <source>Code and signature do not fit: it was changed, or not read whole.</source>
        <translation>Рамзу имзо мувофиқ нестанд: тағйир ёфтааст ё пурра хонда нашуд.</translation>
    </message>
    <message>
        <source>Scan the original once more. If it stays so, do not accept it.</source>
        <translation>Аслашро боз скан кунед. Агар ҳамин монад, қабул накунед.</translation>
    </message>
    <message>
        <source>The office revoked the key of that laptop, and its register is not known to have held this certificate before.</source>
        <translation>Идора калиди он ноутбукро беэътибор кард, ва маълум нест, ки пеш аз он ин шаҳодатнома дар феҳристаш буд.</translation>
    </message>
    <message>
        <source>The signature is right, but a laptop may give only its own numbers, and this is not one of them.</source>
        <translation>Имзо дуруст аст, вале ноутбук танҳо рақамҳои худро дода метавонад, ва ин аз онҳо нест.</translation>
    </message>
    <message>
        <source>Do not accept it. Tell the office the number and show it the paper.</source>
        <translation>Қабул накунед. Рақамро ба идора гӯед ва варақро нишон диҳед.</translation>
    </message>
    <message>
        <source>The signature is right, but under this number the register holds something else.</source>
        <translation>Имзо дуруст аст, вале зери ин рақам дар феҳрист чизи дигар навишта шудааст.</translation>
    </message>
    <message>
        <source>Do not accept it before the office has explained it, by its number.</source>
        <translation>То идора аз рӯйи рақам шарҳ надиҳад, қабул накунед.</translation>
    </message>
    <message>
        <source>The office’s register has this number. Only the number was looked up: whether the paper is genuine, its code tells.</source>
        <translation>Ин рақам дар феҳристи идора ҳаст. Танҳо рақам санҷида шуд: аслӣ будани коғазро санҷиши рамзи он нишон медиҳад.</translation>
    </message>
    <message>
        <source>This number is known here; whether the office has it is not. Only the number was looked up: whether the paper is genuine, its code tells.</source>
        <translation>Ин рақам дар ин ҷо маълум аст; дар идора будани он маълум нест. Танҳо рақам санҷида шуд: аслӣ будани коғазро санҷиши рамзи он нишон медиҳад.</translation>
    </message>
    <message>
        <source>Do not accept it before the office has confirmed this number.</source>
        <translation>То идора ин рақамро тасдиқ накунад, қабул накунед.</translation>
    </message>
</context>
<context>
    <name>DecideForm</name>
    <message>
        <source>Decide by hand</source>
        <translation>Ба таври дастӣ ҳал кардан</translation>
    </message>
    <message>
        <source>Decide so</source>
        <translation>Ҳамин тавр ҳал шавад</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>чунон ки қоида мегӯяд</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>It is kept with the decision, and the office can read it.</source>
        <translation>Бо қарор нигоҳ дошта мешавад, ва дар идора онро хонда метавонанд.</translation>
    </message>
</context>
<context>
    <name>DesignEditor</name>
    <message>
        <source>Part</source>
        <extracomment>Heading: a text, picture or line of the design</extracomment>
        <translation>Қисм</translation>
    </message>
    <message>
        <source>off</source>
        <translation>хомӯш</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
    <message>
        <source>Back to the designs</source>
        <translation>Бозгашт ба қолабҳо</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Тағйири охиринро ботил сохтан</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Тасвир…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сабт кардан…</translation>
    </message>
    <message>
        <source>Throw the changes away</source>
        <translation>Аз тағйирот даст кашидан</translation>
    </message>
    <message>
        <source>Languages of the page</source>
        <translation>Забонҳои саҳифа</translation>
    </message>
    <message>
        <source>Whose certificate is shown</source>
        <translation>Шаҳодатномаи кӣ нишон дода мешавад</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Қисмҳои саҳифа</translation>
    </message>
    <message>
        <source>The page; arrow keys move the chosen part</source>
        <translation>Саҳифа; тирчаҳо қисми интихобшударо мебаранд</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Намуна</translation>
    </message>
    <message>
        <source>Sample with long texts</source>
        <translation>Намуна бо матнҳои дароз</translation>
    </message>
    <message>
        <source>Somebody of {course}</source>
        <translation>Иштирокчии курси {course}</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Ва боз %n</numerusform>
            <numerusform>Ва боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything fits, nothing is missing.</source>
        <translation>Ҳама чиз меғунҷад ва дар ҷояш аст.</translation>
    </message>
    <message>
        <source>The changes are not saved yet.</source>
        <translation>Тағйирот ҳанӯз сабт нашудааст.</translation>
    </message>
    <message>
        <source>Save them as a design of your own, or throw them away.</source>
        <translation>Онҳоро ҳамчун қолаби худ сабт кунед ё аз онҳо даст кашед.</translation>
    </message>
    <message>
        <source>{design}, own</source>
        <translation>{design}, шахсӣ</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Сабт кардани қолаб</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Тасвирҳо (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Тасвирро интихоб кунед</translation>
    </message>
</context>
<context>
    <name>DesignNameForm</name>
    <message>
        <source>Name of the design</source>
        <translation>Номи қолаб</translation>
    </message>
    <message>
        <source>In the place of the one it was made from</source>
        <translation>Ба ҷойи қолабе, ки аз он сохта шуд</translation>
    </message>
    <message>
        <source>Projects that use that one get this one. Certificates that were issued keep theirs.</source>
        <translation>Лоиҳаҳое, ки он қолабро доштанд, инро мегиранд. Шаҳодатномаҳои додашуда бо қолаби худ мемонанд.</translation>
    </message>
</context>
<context>
    <name>Designs</name>
    <message>
        <source>main colour</source>
        <translation>ранги асосӣ</translation>
    </message>
    <message>
        <source>golden lines</source>
        <translation>хатҳои тиллоӣ</translation>
    </message>
    <message>
        <source>golden text</source>
        <translation>матни тиллоӣ</translation>
    </message>
    <message>
        <source>text</source>
        <translation>матн</translation>
    </message>
    <message>
        <source>quiet text</source>
        <translation>матни ором</translation>
    </message>
    <message>
        <source>circle for the stamp</source>
        <translation>доираи муҳр</translation>
    </message>
    <message>
        <source>threads of the frame</source>
        <translation>риштаҳои чорчӯба</translation>
    </message>
    <message>
        <source>rings behind the text</source>
        <translation>ҳалқаҳои паси матн</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>аз худи барнома</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>дар канор</translation>
    </message>
    <message>
        <source>own</source>
        <translation>шахсӣ</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>дар ин компютер нест</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>ҳамаи забонҳо</translation>
    </message>
    <message>
        <source>{part}, second language</source>
        <translation>{part}, забони дуюм</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Тасвири {name}</translation>
    </message>
    <message>
        <source>Rings behind the text</source>
        <translation>Ҳалқаҳои паси матн</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Чорчӯба</translation>
    </message>
    <message>
        <source>Emblem on the left</source>
        <translation>Нишони давлатӣ ё идоравӣ аз чап</translation>
    </message>
    <message>
        <source>Emblem on the right</source>
        <translation>Нишони давлатӣ ё идоравӣ аз рост</translation>
    </message>
    <message>
        <source>Logo of the organiser</source>
        <translation>Логотипи ташкилкунанда</translation>
    </message>
    <message>
        <source>Logos of partner and donor</source>
        <translation>Логотипҳои шарик ва донор</translation>
    </message>
    <message>
        <source>Organiser and partner</source>
        <translation>Ташкилкунанда ва шарик</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>on the paper</comment>
        <translation>Сарлавҳа</translation>
    </message>
    <message>
        <source>Second title</source>
        <translation>Сарлавҳаи дуюм</translation>
    </message>
    <message>
        <source>Golden line</source>
        <translation>Хати тиллоӣ</translation>
    </message>
    <message>
        <source>Opening words</source>
        <translation>Сухани аввал</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Line between the languages</source>
        <translation>Хати байни забонҳо</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Санаи додан</translation>
    </message>
    <message>
        <source>Which one it replaces</source>
        <translation>Ба ҷойи кадомаш дода шуд</translation>
    </message>
    <message>
        <source>Circle for the stamp</source>
        <translation>Доираи муҳр</translation>
    </message>
    <message>
        <source>Words in the circle</source>
        <translation>Навиштаи доира</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Имзоҳо</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Рамзи QR</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Рақам</translation>
    </message>
</context>
<context>
    <name>DesignsPage</name>
    <message>
        <source>Design</source>
        <translation>Қолаб</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>Heading: the kind of certificate a design is for</extracomment>
        <translation>Барои</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Аз куҷо</translation>
    </message>
    <message>
        <source>Designs of certificates</source>
        <translation>Қолабҳои шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Қабули файл…</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>Ва он чи дар канор аст</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Номи дигар</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Ба файл…</translation>
    </message>
    <message>
        <source>What a project uses</source>
        <translation>Лоиҳа чиро истифода мебарад</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Кӣ имзо мекунад…</translation>
    </message>
    <message>
        <source>Once there is a project, its designs and signatories are chosen here.</source>
        <translation>Вақте лоиҳа пайдо шавад, қолабҳо ва имзокунандагони он дар ин ҷо интихоб мешаванд.</translation>
    </message>
    <message>
        <source>Copy and edit</source>
        <translation>Нусха ва тағйир</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Муқаррарӣ</translation>
    </message>
    <message>
        <source>Sign: {names}</source>
        <translation>Имзо мекунанд: {names}</translation>
    </message>
    <message>
        <source>Rename the design</source>
        <translation>Номи қолабро иваз кардан</translation>
    </message>
    <message>
        <source>Designs of certificates (*{ending})</source>
        <translation>Қолабҳои шаҳодатномаҳо (*{ending})</translation>
    </message>
    <message>
        <source>Import a design</source>
        <translation>Қабули қолаб</translation>
    </message>
    <message>
        <source>Save the design as a file</source>
        <translation>Сабт кардани қолаб ба файл</translation>
    </message>
</context>
<context>
    <name>IssueForm</name>
    <message numerus="yes">
        <source>Issue %n certificate(s) all the same</source>
        <translation>
            <numerusform>Ба ҳар ҳол додани %n шаҳодатнома</numerusform>
            <numerusform>Ба ҳар ҳол додани %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Додани %n шаҳодатнома</numerusform>
            <numerusform>Додани %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign: {names}</source>
        <translation>Имзо мекунанд: {names}</translation>
    </message>
    <message>
        <source>Of completion: {completion}. Of attendance: {attendance}.</source>
        <translation>Хатми курс: {completion}. Иштирок: {attendance}.</translation>
    </message>
    <message>
        <source>Issue before the course is over?</source>
        <translation>Пеш аз анҷоми курс дода шавад?</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s) now</source>
        <translation>
            <numerusform>Ҳозир додани %n шаҳодатнома</numerusform>
            <numerusform>Ҳозир додани %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the sex from %n name(s)</source>
        <translation>
            <numerusform>Ҷинсро аз рӯйи %n ном гузоштан</numerusform>
            <numerusform>Ҷинсро аз рӯйи %n ном гузоштан</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n Latin suggestion(s)</source>
        <translation>
            <numerusform>Қабули %n навишти лотинӣ</numerusform>
            <numerusform>Қабули %n навишти лотинӣ</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign a lead trainer…</source>
        <translation>Таъин кардани тренери пешбар…</translation>
    </message>
    <message>
        <source>Go to the marks</source>
        <translation>Гузаштан ба қайдҳо</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Гузаштан ба иштирокчиён</translation>
    </message>
    <message>
        <source>Nobody signs</source>
        <translation>Касе имзо намекунад</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Ва боз %n</numerusform>
            <numerusform>Ва боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Every name fits on its line.</source>
        <translation>Ҳамаи номҳо ба сатри худ меғунҷанд.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) without a Latin spelling: that line stays empty.</source>
        <translation>
            <numerusform>%n ном навишти лотинӣ надорад; он сатр холӣ мемонад.</numerusform>
            <numerusform>%n ном навишти лотинӣ надорад; он сатр холӣ мемонад.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures that are not on this computer, to be written by hand: {names}.</source>
        <translation>Ин имзоҳо дар ин компютер нестанд, дастӣ имзо кунанд: {names}.</translation>
    </message>
    <message>
        <source>Nobody leads {courses}: the line for the lead trainer’s signature will be missing.</source>
        <translation>Курси {courses}-ро касе роҳбарӣ намекунад: сатри имзои тренери пешбар намешавад.</translation>
    </message>
    <message numerus="yes">
        <source>Over without a mark and not counted: %n session(s), to be marked or cancelled.</source>
        <translation>
            <numerusform>%n машғулият бе ягон қайд гузашт ва ба ҳисоб нест: онро қайд ё бекор кунед.</numerusform>
            <numerusform>%n машғулият бе ягон қайд гузашт ва ба ҳисоб нест: онҳоро қайд ё бекор кунед.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked session(s) not held yet by this clock: the hours count.</source>
        <translation>
            <numerusform>Аз рӯйи ин соат %n машғулияти қайдшуда ҳанӯз нашудааст: соатҳояш ҳисоб мешаванд.</numerusform>
            <numerusform>Аз рӯйи ин соат %n машғулияти қайдшуда ҳанӯз нашудаанд: соатҳояшон ҳисоб мешаванд.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of the course still to come.</source>
        <translation>
            <numerusform>Ҳанӯз %n машғулияти курс дар пеш аст.</numerusform>
            <numerusform>Ҳанӯз %n машғулияти курс дар пеш аст.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) with sessions that are not marked.</source>
        <translation>
            <numerusform>%n нафар машғулияти қайднашуда дорад.</numerusform>
            <numerusform>%n нафар машғулияти қайднашуда доранд.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) without a sex: the words on the certificate stay neutral:</source>
        <translation>
            <numerusform>Ҷинси %n иштирокчӣ нишон дода нашудааст, калимаҳо дар шаҳодатнома умумӣ мемонанд:</numerusform>
            <numerusform>Ҷинси %n иштирокчӣ нишон дода нашудааст, калимаҳо дар шаҳодатнома умумӣ мемонанд:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has a rank: its place stays empty.</source>
        <translation>Рутбаи ҳеҷ кас нишон дода нашудааст, ҷояш холӣ мемонад.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) without a rank: its place stays empty:</source>
        <translation>
            <numerusform>Рутбаи %n иштирокчӣ нишон дода нашудааст, ҷояш холӣ мемонад:</numerusform>
            <numerusform>Рутбаи %n иштирокчӣ нишон дода нашудааст, ҷояш холӣ мемонад:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody signs: the certificates of {courses} would have no line for a signature. Choose the trainers of the course, or say under “Who signs…” who signs.</source>
        <translation>Касе имзо намекунад: дар шаҳодатномаҳои {courses} ҷойи имзо намешавад. Тренерони курсро таъин кунед ё дар «Кӣ имзо мекунад…» интихоб кунед.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) nobody has checked:</source>
        <translation>
            <numerusform>%n номро ҳеҷ кас насанҷидааст:</numerusform>
            <numerusform>%n номро ҳеҷ кас насанҷидааст:</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation>Додани шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Language of the certificates</source>
        <translation>Забони шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>Забони дуюм</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нест</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Кӣ имзо мекунад…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлҳо</translation>
    </message>
    <message>
        <source>One PDF</source>
        <translation>Як PDF</translation>
    </message>
    <message>
        <source>One file each</source>
        <translation>Ҳар яке дар файли худ</translation>
    </message>
    <message>
        <source>List of sessions and hours on the back</source>
        <translation>Дар пушт рӯйхати машғулиятҳо ва соатҳо</translation>
    </message>
    <message>
        <source>Print on both sides, turned over the short edge</source>
        <translation>Аз ду тараф чоп кунед, бо гардиш аз канори кӯтоҳ</translation>
    </message>
    <message>
        <source>Go to the names</source>
        <translation>Гузаштан ба номҳо</translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Кушодани «Баррасӣ»</translation>
    </message>
    <message>
        <source>What is printed is kept as it is, with a number and a signature. Later corrections need a replacement.</source>
        <translation>Матни чопшуда бо рақам ва имзо бетағйир нигоҳ дошта мешавад. Барои ислоҳ баъдтар шаҳодатномаро иваз кардан лозим.</translation>
    </message>
</context>
<context>
    <name>LimitField</name>
    <message>
        <source>by rule</source>
        <translation>аз қоида</translation>
    </message>
    <message>
        <source>off</source>
        <translation>хомӯш</translation>
    </message>
</context>
<context>
    <name>MismatchBanner</name>
    <message>
        <source>Go to the next one</source>
        <translation>Ба навбатӣ</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n anew…</source>
        <translation>
            <numerusform>Аз нав додан: %n…</numerusform>
            <numerusform>Аз нав додан: %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameCorrectionForm</name>
    <message>
        <source>Name on the certificate</source>
        <translation>Ном дар шаҳодатнома</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
</context>
<context>
    <name>NameFields</name>
    <message>
        <source>As in the passport</source>
        <translation>Чунон ки дар шиноснома</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message>
        <source>Name as printed</source>
        <translation>Ном дар чоп</translation>
    </message>
    <message>
        <source>Rank as printed</source>
        <translation>Рутба дар чоп</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Санҷиш</translation>
    </message>
    <message>
        <source>In print</source>
        <translation>Дар чоп</translation>
    </message>
    <message>
        <source>Checked</source>
        <comment>a name</comment>
        <translation>Санҷида шуд</translation>
    </message>
    <message>
        <source>Names as they will be printed</source>
        <translation>Номҳо, чунон ки чоп мешаванд</translation>
    </message>
    <message>
        <source>Correct the name</source>
        <translation>Ислоҳи ном</translation>
    </message>
    <message>
        <source>All checked</source>
        <translation>Ҳама санҷида шуд</translation>
    </message>
    <message>
        <source>Proof list</source>
        <translation>Варақаи санҷиш</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Фосила</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Replace the certificate</source>
        <translation>Иваз кардани шаҳодатнома</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Санҷида нашуд</translation>
    </message>
    <message numerus="yes">
        <source>Take %n Latin suggestion(s)</source>
        <translation>
            <numerusform>Қабули %n навишти лотинӣ</numerusform>
            <numerusform>Қабули %n навишти лотинӣ</numerusform>
        </translation>
    </message>
    <message>
        <source>Given name first</source>
        <translation>Аввал ном</translation>
    </message>
    <message numerus="yes">
        <source>Given name first: all %n</source>
        <translation>
            <numerusform>Аввал ном: ҳамаи %n</numerusform>
            <numerusform>Аввал ном: ҳамаи %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Family name first</source>
        <translation>Аввал насаб</translation>
    </message>
    <message numerus="yes">
        <source>Family name first: all %n</source>
        <translation>
            <numerusform>Аввал насаб: ҳамаи %n</numerusform>
            <numerusform>Аввал насаб: ҳамаи %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{serial} shows “{name}”</source>
        <translation>Дар {serial} навишта шудааст: «{name}»</translation>
    </message>
    <message>
        <source>checked by {who}</source>
        <translation>санҷид: {who}</translation>
    </message>
    <message>
        <source>Made from the Cyrillic letters, not read from a passport: compare them</source>
        <translation>Аз ҳарфҳои кириллӣ сохта шудааст, на аз шиноснома: муқоиса кунед</translation>
    </message>
    <message>
        <source>In Latin letters: the parts of the name in the order of the others</source>
        <translation>Навишти лотинӣ: қисмҳои ном бо тартиби дигарон</translation>
    </message>
    <message>
        <source>{checked} of {names} names for certificates checked</source>
        <translation>номҳои санҷидашуда: {checked} аз {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) with a remark</source>
        <translation>
            <numerusform>%n ном бо эзоҳ</numerusform>
            <numerusform>%n ном бо эзоҳ</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of them has been compared with the document or by the person.</source>
        <translation>Навишти ҳар ном санҷида шудааст: бо ҳуҷҷат ё аз тарафи худи шахс.</translation>
    </message>
    <message>
        <source>With a remark: {names}</source>
        <translation>Бо эзоҳ: {names}</translation>
    </message>
    <message numerus="yes">
        <source>Are %n name(s) right?</source>
        <translation>
            <numerusform>%n ном дуруст аст?</numerusform>
            <numerusform>%n ном дуруст аст?</numerusform>
        </translation>
    </message>
    <message>
        <source>{spelling}?</source>
        <comment>a suggestion</comment>
        <translation>{spelling}?</translation>
    </message>
    <message>
        <source>not typed yet</source>
        <translation>ҳанӯз нест</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>ихтиёрӣ</translation>
    </message>
    <message>
        <source>Certificate differs</source>
        <translation>Дар варақ дигар аст</translation>
    </message>
    <message>
        <source>Unknown letters</source>
        <translation>Ҳарфи номаълум</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Хеле хурд</translation>
    </message>
    <message>
        <source>On two lines</source>
        <translation>Дар ду сатр</translation>
    </message>
    <message>
        <source>No Latin spelling</source>
        <translation>Навишти лотинӣ нест</translation>
    </message>
    <message>
        <source>Fits</source>
        <extracomment>The name has room on the certificate</extracomment>
        <translation>Меғунҷад</translation>
    </message>
    <message>
        <source>Not the full name</source>
        <translation>Ном пурра нест</translation>
    </message>
    <message>
        <source>Name cut off</source>
        <translation>Ном бурида шудааст</translation>
    </message>
    <message>
        <source>Small letter</source>
        <translation>Ҳарфи хурд</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>Навишти лотинӣ</translation>
    </message>
    <message>
        <source>One word only</source>
        <translation>Танҳо як калима</translation>
    </message>
    <message>
        <source>Foreign letter</source>
        <translation>Ҳарфи бегона</translation>
    </message>
    <message>
        <source>Unknown rank</source>
        <translation>Рутбаи номаълум</translation>
    </message>
    <message>
        <source>Latin not full</source>
        <translation>Навишти лотинӣ нопурра</translation>
    </message>
    <message>
        <source>Family name first?</source>
        <comment>in Latin letters</comment>
        <translation>Аввал насаб?</translation>
    </message>
    <message>
        <source>Given name first?</source>
        <comment>in Latin letters</comment>
        <translation>Аввал ном?</translation>
    </message>
    <message>
        <source>Family name first, as on the others: {name}?</source>
        <translation>Аввал насаб, чун дар дигарон: {name}?</translation>
    </message>
    <message>
        <source>Given name first, as on the others: {name}?</source>
        <translation>Аввал ном, чун дар дигарон: {name}?</translation>
    </message>
</context>
<context>
    <name>PartFields</name>
    <message>
        <source>Click a part of the page</source>
        <translation>Қисми саҳифаро пахш кунед</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Дар саҳифа</translation>
    </message>
    <message>
        <source>Across, mm</source>
        <translation>Аз чап, мм</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>Аз боло, мм</translation>
    </message>
    <message>
        <source>Size, mm</source>
        <translation>Андоза, мм</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Паҳно, мм</translation>
    </message>
    <message>
        <source>Words in curly brackets are filled in; words in square brackets are left out when there is nothing to fill in.</source>
        <translation>Калимаҳои дохили қавсҳои шаклдор пур карда мешаванд. Он чи дар қавсҳои чоркунҷа аст, бе онҳо меафтад.</translation>
    </message>
    <message>
        <source>Or choose one in the list. Arrow keys move it by half a millimetre, with Shift by five.</source>
        <translation>Ё онро аз рӯйхат интихоб кунед. Тирчаҳо онро ним миллиметр, бо Shift панҷ миллиметр мебаранд.</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Ин тасвирро хориҷ кардан</translation>
    </message>
    <message>
        <source>Colours of the whole design</source>
        <translation>Рангҳои тамоми қолаб</translation>
    </message>
    <message>
        <source>Text, {language}</source>
        <translation>Матн, {language}</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Ранг: {name}</translation>
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
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>Who of the project gets a certificate, and why</source>
        <translation>Дар лоиҳа кӣ шаҳодатнома мегирад ва чаро</translation>
    </message>
    <message>
        <source>What if:</source>
        <translation>Агар:</translation>
    </message>
    <message>
        <source>attendance from</source>
        <translation>давомот аз</translation>
    </message>
    <message>
        <source>post-test from</source>
        <translation>санҷиши ниҳоӣ аз</translation>
    </message>
    <message>
        <source>What if the attendance limit were</source>
        <translation>Агар ҳадди давомот ин мебуд</translation>
    </message>
    <message>
        <source>What if the post-test limit were</source>
        <translation>Агар ҳадди санҷиши ниҳоӣ ин мебуд</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
    <message>
        <source>Print all again</source>
        <translation>Ҳамаро аз нав чоп кардан</translation>
    </message>
    <message>
        <source>No participants in this project yet</source>
        <translation>Дар ин лоиҳа ҳанӯз иштирокчӣ нест</translation>
    </message>
    <message>
        <source>This page lists the participants of all its courses, and who gets which certificate.</source>
        <translation>Дар ин ҷо иштирокчиёни ҳамаи курсҳои он оварда шудаанд ва кӣ кадом шаҳодатномаро мегирад.</translation>
    </message>
    <message>
        <source>completion {completion} · attendance {attendance} · none {none} · {checked} of {names} names checked</source>
        <translation>хатм {completion} · иштирок {attendance} · бе шаҳодатнома {none} · номҳои санҷидашуда: {checked} аз {names}</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Додани %n шаҳодатнома</numerusform>
            <numerusform>Додани %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n chosen</source>
        <translation>
            <numerusform>Додани %n интихобшуда</numerusform>
            <numerusform>Додани %n интихобшуда</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue this one</source>
        <translation>Додани ҳамин</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) chosen</source>
        <translation>
            <numerusform>%n иштирокчӣ интихоб шуд</numerusform>
            <numerusform>%n иштирокчӣ интихоб шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the results</source>
        <translation>Хондани натиҷаҳо</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Рақам</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Навъ</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Санаи гирифтан</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>Heading: whether the person took the certificate home</extracomment>
        <translation>Супоридан</translation>
    </message>
    <message>
        <source>Who has received the certificate</source>
        <translation>Кӣ шаҳодатномаро гирифт</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Гирифта шуд</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Фосила</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>Гирифта нашуд</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Минус</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Бардоштани қайд</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>key</comment>
        <translation>Delete</translation>
    </message>
    <message>
        <source>The rest received</source>
        <translation>Боқимонда гирифта шуд</translation>
    </message>
    <message>
        <source>Receipt list</source>
        <translation>Қайдномаи супоридан</translation>
    </message>
    <message>
        <source>Nothing to hand out yet</source>
        <translation>Ҳанӯз чизе барои супоридан нест</translation>
    </message>
    <message>
        <source>This page lists the certificates of the course as soon as they are issued.</source>
        <translation>Шаҳодатномаҳои курс пас аз дода шудан дар ин ҷо пайдо мешаванд.</translation>
    </message>
    <message>
        <source>{count} of {all} received</source>
        <translation>гирифта шуд: {count} аз {all}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Ҳама {count}</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>Беқайд {count}</translation>
    </message>
    <message>
        <source>Received {count}</source>
        <translation>Гирифташуда {count}</translation>
    </message>
    <message>
        <source>Not received {count}</source>
        <translation>Нагирифта {count}</translation>
    </message>
    <message numerus="yes">
        <source>Declare %n not received void</source>
        <translation>
            <numerusform>%n нагирифтаро беэътибор кардан</numerusform>
            <numerusform>%n нагирифтаро беэътибор кардан</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) chosen</source>
        <translation>
            <numerusform>%n шаҳодатнома интихоб шуд</numerusform>
            <numerusform>%n шаҳодатнома интихоб шуд</numerusform>
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
        <translation>Рақам</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Навъ</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Дода шуд</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Таърих</translation>
    </message>
    <message>
        <source>void asked</source>
        <translation>интизор аст</translation>
    </message>
    <message>
        <source>no longer fits</source>
        <translation>мувофиқ нест</translation>
    </message>
    <message>
        <source>Register of certificates</source>
        <translation>Феҳристи шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>still valid, but {why}</source>
        <translation>эътибор дорад, вале {why}</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>Беэътибор кардан</translation>
    </message>
    <message>
        <source>Replace</source>
        <extracomment>A button: issue a certificate in place of this one</extracomment>
        <translation>Иваз кардан</translation>
    </message>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
    <message>
        <source>One file each</source>
        <translation>Ҳар яке дар файли худ</translation>
    </message>
    <message>
        <source>Save as an Open Badge, a file for registers and wallets; it holds the name</source>
        <translation>Ҳамчун Open Badge сабт кардан: файл барои феҳристҳо ва ҳамёнҳо, ки ном дорад</translation>
    </message>
    <message numerus="yes">
        <source>Declare %n void</source>
        <translation>
            <numerusform>%n-торо беэътибор кардан</numerusform>
            <numerusform>%n-торо беэътибор кардан</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Чопи %n шаҳодатнома</numerusform>
            <numerusform>Чопи %n шаҳодатнома</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) chosen</source>
        <translation>
            <numerusform>%n шаҳодатнома интихоб шуд</numerusform>
            <numerusform>%n шаҳодатнома интихоб шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>name erased</source>
        <translation>ном нест карда шуд</translation>
    </message>
</context>
<context>
    <name>ReplaceCertificateForm</name>
    <message>
        <source>Replace the certificate</source>
        <translation>Иваз кардани шаҳодатнома</translation>
    </message>
    <message>
        <source>Issue the new one</source>
        <translation>Додани нав</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Сабаб</translation>
    </message>
    <message>
        <source>For example: a letter of the name was wrong.</source>
        <translation>Масалан: дар ном як ҳарф хато буд.</translation>
    </message>
    <message>
        <source>As the figures say now: {kind}</source>
        <translation>Аз рӯйи маълумоти имрӯза: {kind}</translation>
    </message>
    <message>
        <source>“{latin}” does not fit “{name}” any more. It would be printed below the name.</source>
        <translation>«{latin}» дигар ба номи «{name}» мувофиқ нест. Ин навишт дар зери ном чоп мешавад.</translation>
    </message>
    <message>
        <source>Issue with this Latin spelling?</source>
        <translation>Бо ҳамин навишти лотинӣ дода шавад?</translation>
    </message>
    <message>
        <source>Issue all the same</source>
        <translation>Ба ҳар ҳол дода шавад</translation>
    </message>
    <message>
        <source>{serial} shows “{name}”. It becomes replaced and is no longer valid; the new one gets its own number and names the old one.</source>
        <translation>Дар шаҳодатномаи {serial} «{name}» навишта шудааст. Он ивазшуда мешавад ва дигар эътибор надорад; шаҳодатномаи нав рақами худро мегирад ва дар он рақами пештара навишта мешавад.</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Is a certificate genuine?</source>
        <translation>Шаҳодатнома ҳақиқист?</translation>
    </message>
    <message>
        <source>The answer appears here. No internet is needed.</source>
        <translation>Ҷавоб дар ин ҷо пайдо мешавад. Интернет лозим нест.</translation>
    </message>
    <message>
        <source>Previous certificate</source>
        <translation>Пештара</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Навбатӣ</translation>
    </message>
    <message>
        <source>The name was erased from the register here: number, day and state are left, and the paper itself says whose it is.</source>
        <translation>Ном аз феҳристи ин ҷо нест карда шудааст: рақам, сана ва ҳолат мондаанд, ва худи коғаз мегӯяд, ки аз они кист.</translation>
    </message>
    <message>
        <source>Compare the course below with the paper; no name is kept here.</source>
        <translation>Курси зерро бо коғаз муқоиса кунед; ном дар ин ҷо дигар нест.</translation>
    </message>
    <message>
        <source>Do not accept it. The reason on record stands below.</source>
        <translation>Қабул накунед. Сабаби сабтшуда дар зер аст.</translation>
    </message>
    <message>
        <source>Do not accept this file.</source>
        <translation>Ин файлро қабул накунед.</translation>
    </message>
    <message>
        <source>No list from an office has come to this computer: it knows only of certificates that were declared void here.</source>
        <translation>Ба ин компютер аз идора рӯйхат наомадааст: он танҳо шаҳодатномаҳоеро медонад, ки ҳамин ҷо беэътибор шудаанд.</translation>
    </message>
    <message>
        <source>Checked against the lists of {day}.</source>
        <translation>Аз рӯйи рӯйхатҳои {day} санҷида шуд.</translation>
    </message>
    <message>
        <source>Checked against the lists of {day}, which are more than six months old. What was declared void since then is not known here: import a newer file of the office.</source>
        <translation>Аз рӯйи рӯйхатҳои {day} санҷида шуд, ки аз шаш моҳ зиёд куҳнаанд. Чизе ки баъд аз он беэътибор эълон шудааст, ин ҷо маълум нест: файли навтари идораро қабул кунед.</translation>
    </message>
</context>
<context>
    <name>SerialNumbersPanel</name>
    <message>
        <source>Numbers</source>
        <translation>Рақамҳо</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Each laptop counts its certificates from 1 every year. No number is ever given again.</source>
        <translation>Ҳар ноутбук шаҳодатномаҳояшро ҳар сол аз 1 мешуморад. Ягон рақам дубора дода намешавад.</translation>
    </message>
    <message>
        <source>No number was given yet.</source>
        <translation>Ҳанӯз рақаме дода нашудааст.</translation>
    </message>
</context>
<context>
    <name>SignatoryForm</name>
    <message>
        <source>Who signs the certificates</source>
        <translation>Шаҳодатномаҳоро кӣ имзо мекунад</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>For this course only; the project’s other courses keep theirs.</source>
        <translation>Танҳо барои ин курс; курсҳои дигари лоиҳа имзокунандагони худро доранд.</translation>
    </message>
    <message>
        <source>For all courses of the project. A course can have others.</source>
        <translation>Барои ҳамаи курсҳои лоиҳа. Курс метавонад имзокунандагони дигар дошта бошад.</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Хондани {file}</translation>
    </message>
    <message>
        <source>Who signs, in this order</source>
        <translation>Кӣ имзо мекунад, бо тартиб</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Боз як кас</translation>
    </message>
    <message>
        <source>Sign earlier</source>
        <translation>Пештар имзо кунад</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>Дертар имзо кунад</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>Хориҷ кардан</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Ин кист</translation>
    </message>
    <message>
        <source>Somebody by name</source>
        <translation>Шахс бо ном</translation>
    </message>
    <message>
        <source>Who leads the course</source>
        <translation>Роҳбари курс</translation>
    </message>
    <message>
        <source>Name as printed below the line</source>
        <translation>Ном, чунон ки зери хат аст</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Вазифа</translation>
    </message>
    <message>
        <source>Scanned signature</source>
        <translation>Скани имзо</translation>
    </message>
    <message>
        <source>Dark ink on white paper, PNG or JPEG. It is encrypted here, and goes only to laptops that get these courses. Without it the paper is signed by hand.</source>
        <translation>Сиёҳии тира дар коғази сафед, PNG ё JPEG. Имзо дар ин ҷо рамзгузорӣ шудааст ва танҳо ба ноутбукҳое меравад, ки ин курсҳоро мегиранд. Бе он дастӣ имзо мекунанд.</translation>
    </message>
    <message>
        <source>Head of programme and lead trainer, as without a choice</source>
        <translation>Роҳбари барнома ва тренери пешбар, чун бе интихоб</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нав</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Тасвирҳо (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a scanned signature</source>
        <translation>Скани имзоро интихоб кунед</translation>
    </message>
</context>
<context>
    <name>Voiding</name>
    <message>
        <source>Declare certificates void</source>
        <translation>Шаҳодатномаҳоро беэътибор кардан</translation>
    </message>
    <message numerus="yes">
        <source>Declare %n void</source>
        <translation>
            <numerusform>%n-торо беэътибор кардан</numerusform>
            <numerusform>%n-торо беэътибор кардан</numerusform>
        </translation>
    </message>
    <message>
        <source>Declare the certificate void</source>
        <translation>Шаҳодатномаро беэътибор кардан</translation>
    </message>
    <message>
        <source>Declare void</source>
        <translation>Беэътибор кардан</translation>
    </message>
</context>
<context>
    <name>WhatIfBanner</name>
    <message>
        <source>Keep these limits for the course</source>
        <translation>Барои курс ҳамин ҳадҳоро мондан</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Ҳанӯз чизе сабт нашудааст.</translation>
    </message>
    <message>
        <source>{gained} more would complete, {lost} no longer.</source>
        <translation>Боз {gained} нафар хатм мекарданд, {lost} нафар дигар не.</translation>
    </message>
    <message numerus="yes">
        <source>%n more would complete.</source>
        <translation>
            <numerusform>Боз %n нафар хатм мекард.</numerusform>
            <numerusform>Боз %n нафар хатм мекарданд.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would no longer complete.</source>
        <translation>
            <numerusform>%n нафар дигар хатм намекард.</numerusform>
            <numerusform>%n нафар дигар хатм намекарданд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody&apos;s result would change.</source>
        <translation>Натиҷаи ҳеҷ кас тағйир намеёфт.</translation>
    </message>
</context>
<context>
    <name>WhatIfFields</name>
    <message>
        <source>What if:</source>
        <translation>Агар:</translation>
    </message>
    <message>
        <source>attendance from</source>
        <translation>давомот аз</translation>
    </message>
    <message>
        <source>post-test from</source>
        <translation>санҷиши ниҳоӣ аз</translation>
    </message>
    <message>
        <source>What if the attendance limit were</source>
        <translation>Агар ҳадди давомот ин мебуд</translation>
    </message>
    <message>
        <source>What if the post-test limit were</source>
        <translation>Агар ҳадди санҷиши ниҳоӣ ин мебуд</translation>
    </message>
</context>
</TS>
