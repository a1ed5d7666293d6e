<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>AddBar</name>
    <message>
        <source>Known already</source>
        <translation>Аллакай маълум</translation>
    </message>
    <message>
        <source>Family name, given name</source>
        <translation>Насаб, ном</translation>
    </message>
    <message>
        <source>Name of the participant to add</source>
        <translation>Номи иштирокчие, ки илова мешавад</translation>
    </message>
    <message>
        <source>Add as new</source>
        <translation>Чун шахси нав илова кардан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>People who are known already</source>
        <translation>Шахсоне, ки аллакай маълуманд</translation>
    </message>
    <message>
        <source>On the list already: No.&#xa0;{names}.</source>
        <translation>Аллакай дар рӯйхат: №&#xa0;{names}.</translation>
    </message>
    <message>
        <source>Known already? Go down with the arrow and press Enter there.</source>
        <translation>Аллакай маълум аст? Бо тирча поён равед ва он ҷо Enter-ро пахш кунед.</translation>
    </message>
    <message>
        <source>Somebody else of this name? Press Enter once more.</source>
        <translation>Ин шахси дигар бо ҳамин ном аст? Enter-ро бори дигар пахш кунед.</translation>
    </message>
    <message>
        <source>Enter adds the person; rank and unit can be typed later.</source>
        <translation>Enter шахсро илова мекунад; рутба ва ҷойи хизматро баъд навиштан мумкин аст.</translation>
    </message>
</context>
<context>
    <name>AgendaCopyForm</name>
    <message>
        <source>Agenda of another course</source>
        <translation>Барномаи курси дигар</translation>
    </message>
    <message>
        <source>Take this agenda</source>
        <translation>Истифодаи ин барнома</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Its trainers teach here too</source>
        <translation>Тренерони он ин ҷо ҳам дарс медиҳанд</translation>
    </message>
    <message>
        <source>Not on Saturdays and Sundays</source>
        <translation>Ғайр аз шанбе ва якшанбе</translation>
    </message>
    <message>
        <source>No other course has sessions yet.</source>
        <translation>Ҳанӯз ягон курси дигар машғулият надорад.</translation>
    </message>
    <message numerus="yes">
        <source>In place of %n planned session(s).</source>
        <translation>
            <numerusform>Ба ҷойи %n машғулияти ба нақшагирифташуда.</numerusform>
            <numerusform>Ба ҷойи %n машғулияти ба нақшагирифташуда.</numerusform>
        </translation>
    </message>
    <message>
        <source>The course will last until {day}.</source>
        <translation>Курс то {day} давом мекунад.</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message>
        <source>Time</source>
        <translation>Вақт</translation>
    </message>
    <message>
        <source>session</source>
        <translation>машғулият</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>сарфи назар шуд</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>рад шуд</translation>
    </message>
    <message>
        <source>without a topic</source>
        <translation>бе мавзуъ</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Tables ({endings})</source>
        <translation>Ҷадвалҳо ({endings})</translation>
    </message>
    <message>
        <source>Choose an agenda</source>
        <translation>Интихоби барнома</translation>
    </message>
    <message>
        <source>Reading the agenda</source>
        <translation>Хондани барнома</translation>
    </message>
    <message>
        <source>Importing the agenda</source>
        <translation>Қабули барнома</translation>
    </message>
    <message>
        <source>Choose the agenda or drop it here</source>
        <translation>Барномаро интихоб кунед ё ба ин ҷо кашед</translation>
    </message>
    <message>
        <source>Excel (xlsx, xls), LibreOffice (ods) or CSV with a heading such as “Day, From, To, Topic” in Tajik, Russian or English. Nothing is saved before you say so.</source>
        <translation>Excel (xlsx, xls), LibreOffice (ods) ё CSV бо сарлавҳае мисли «Рӯз, Аз, То, Мавзуъ» ба тоҷикӣ, русӣ ё англисӣ. То розигии шумо ҳеҷ чиз сабт намешавад.</translation>
    </message>
    <message>
        <source>Save a table to fill in</source>
        <translation>Сабти ҷадвал барои пур кардан</translation>
    </message>
    <message>
        <source>Back to the sessions</source>
        <translation>Бозгашт ба машғулиятҳо</translation>
    </message>
    <message>
        <source>Make the course longer for days outside it</source>
        <translation>Курсро барои рӯзҳои берун аз он дароз кардан</translation>
    </message>
    <message>
        <source>In place of the sessions there are</source>
        <translation>Ба ҷойи машғулиятҳои мавҷуда</translation>
    </message>
    <message>
        <source>Rows of the agenda</source>
        <translation>Сатрҳои барнома</translation>
    </message>
    <message numerus="yes">
        <source>Import %n session(s)</source>
        <translation>
            <numerusform>Қабули %n машғулият</numerusform>
            <numerusform>Қабули %n машғулият</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>Closing and approval</source>
        <translation>Пӯшидан ва тасдиқ</translation>
    </message>
    <message>
        <source>Left open: {open}.</source>
        <translation>Кушода монд: {open}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Сабаб: {reason}</translation>
    </message>
    <message>
        <source>Approval taken back: {reason}</source>
        <translation>Тасдиқ бекор карда шуд: {reason}</translation>
    </message>
    <message>
        <source>Fingerprint {digits}</source>
        <translation>Нақш {digits}</translation>
    </message>
    <message>
        <source>Take the approval back…</source>
        <translation>Бекор кардани тасдиқ…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Тасдиқ кардан…</translation>
    </message>
    <message>
        <source>Closed {when} by {who}</source>
        <translation>{when} аз ҷониби {who} пӯшида шуд</translation>
    </message>
    <message>
        <source>As approved {when} by {who}</source>
        <translation>{when} аз ҷониби {who} тасдиқ шуд</translation>
    </message>
</context>
<context>
    <name>AssignForm</name>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Тағйири нақш</translation>
    </message>
    <message>
        <source>Assign a trainer</source>
        <translation>Таъин кардани тренер</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Таъин кардан</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Нақш</translation>
    </message>
    <message>
        <source>Type a part of it; somebody new: family name first</source>
        <translation>Қисми номро нависед; барои шахси нав аввал насаб</translation>
    </message>
    <message>
        <source>Find a person or type a new name</source>
        <translation>Шахсро ёбед ё номи нав нависед</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Одамон</translation>
    </message>
    <message>
        <source>you</source>
        <translation>шумо</translation>
    </message>
    <message>
        <source>you: will be added to People</source>
        <translation>шумо: ба бахши «Иштирокчиён» илова мешавад</translation>
    </message>
    <message>
        <source>has a laptop of this office: will be added to People</source>
        <translation>ноутбуки ин идораро дорад: ба рӯйхати одамон илова мешавад</translation>
    </message>
</context>
<context>
    <name>CompletionRun</name>
    <message>
        <source>Save, next person</source>
        <translation>Сабт ва шахси навбатӣ</translation>
    </message>
</context>
<context>
    <name>CopyForm</name>
    <message>
        <source>Copy the course</source>
        <translation>Нусхаи курс</translation>
    </message>
    <message>
        <source>Make the copy</source>
        <translation>Сохтани нусха</translation>
    </message>
    <message>
        <source>Code of the copy</source>
        <translation>Рамзи нусха</translation>
    </message>
    <message>
        <source>Needed. Sessions and trainers are copied, participants are not.</source>
        <translation>Лозим аст. Машғулиятҳо ва тренерон нусха мешаванд, иштирокчиён не.</translation>
    </message>
    <message>
        <source>Not on Saturdays and Sundays</source>
        <translation>Ғайр аз шанбе ва якшанбе</translation>
    </message>
    <message>
        <source>Its tests and feedback forms too</source>
        <translation>Санҷишҳо ва саволномаҳои он низ</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n машғулият</numerusform>
            <numerusform>%n машғулият</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy will last {days}: {sessions}.</source>
        <translation>Нусха {days} мегузарад: {sessions}.</translation>
    </message>
</context>
<context>
    <name>CourseDecisions</name>
    <message>
        <source>It is not finished then until it is closed again. Its sessions stay locked, each of them.</source>
        <translation>Он гоҳ курс то пӯшида шуданаш анҷомнаёфта аст. Ҳар машғулияташ баста мемонад.</translation>
    </message>
    <message>
        <source>All sessions are locked. A mark is changed only after opening its session again.</source>
        <translation>Ҳамаи машғулиятҳо баста мешаванд. Қайд танҳо пас аз кушодани машғулияташ тағйир меёбад.</translation>
    </message>
    <message>
        <source>Open the course again?</source>
        <translation>Курсро боз кушоем?</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Close the course</source>
        <translation>Пӯшидани курс</translation>
    </message>
    <message>
        <source>Approve the course</source>
        <translation>Тасдиқи курс</translation>
    </message>
    <message>
        <source>Take the approval back</source>
        <translation>Бекор кардани тасдиқ</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>These figures are kept as approved:
{list}</source>
        <translation>Ин нишондиҳандаҳо ҳамчун тасдиқшуда нигоҳ дошта мешаванд:
{list}</translation>
    </message>
    <message>
        <source>Still open:
{list}

Say why it may stay so, or leave it and look at it first.</source>
        <translation>Ҳанӯз кушода:
{list}

Нависед, ки чаро чунин монад, ё аввал бубинед.</translation>
    </message>
    <message>
        <source>Still open:
{list}</source>
        <translation>Ҳанӯз кушода:
{list}</translation>
    </message>
</context>
<context>
    <name>CourseForm</name>
    <message>
        <source>New course</source>
        <translation>Курси нав</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Тағйири курс</translation>
    </message>
    <message>
        <source>Create course</source>
        <translation>Сохтани курс</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Move the sessions along with the first day</source>
        <translation>Машғулиятҳо бо рӯзи аввал якҷоя кӯчанд</translation>
    </message>
    <message>
        <source>Plan the sessions now</source>
        <translation>Машғулиятҳо ҳозир ба нақша гирифта шаванд</translation>
    </message>
    <message>
        <source>without a project</source>
        <translation>бе лоиҳа</translation>
    </message>
    <message>
        <source>I lead this course: my name stands on its certificates</source>
        <translation>Курсро ман мебарам: номам дар шаҳодатномаҳо меистад</translation>
    </message>
    <message>
        <source>Required; short, such as DSH1; stands on papers and files</source>
        <translation>Ҳатмист; кӯтоҳ, масалан DSH1; дар коғазҳо ва файлҳо меистад</translation>
    </message>
    <message>
        <source>For how many people there is room.</source>
        <translation>Барои чанд нафар ҷой ҳаст.</translation>
    </message>
    <message>
        <source>not said</source>
        <comment>places</comment>
        <translation>нишон дода нашудааст</translation>
    </message>
    <message>
        <source>Minutes from the start; a badge scanned later counts as late.</source>
        <translation>Дақиқа аз оғоз; нишони дертар сканшуда дер ҳисоб мешавад.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> дақ</translation>
    </message>
    <message>
        <source>attendance of at least {share}</source>
        <translation>давомот камаш {share}</translation>
    </message>
    <message>
        <source>a post-test of at least {share}</source>
        <translation>санҷиши ниҳоӣ камаш {share}</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>ба ҳама</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>Рӯзи охир пеш аз рӯзи аввал аст.</translation>
    </message>
    <message numerus="yes">
        <source>Moved with the first day: %n day(s)</source>
        <translation>
            <numerusform>Бо рӯзи аввал кӯчид: %n рӯз</numerusform>
            <numerusform>Бо рӯзи аввал кӯчид: %n рӯз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) in all</source>
        <translation>
            <numerusform>Ҳамагӣ %n рӯз</numerusform>
            <numerusform>Ҳамагӣ %n рӯз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseList</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Town and days</source>
        <translation>Шаҳр ва рӯзҳо</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Занон</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Машғулиятҳо</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Ҳамаи солҳо</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Ҳар ҳолат</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Сол</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Қабули файл</translation>
    </message>
    <message>
        <source>Plan from a table</source>
        <translation>Нақша аз ҷадвал</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>Курси нав</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n course(s)</source>
        <extracomment>In a list of which a part is shown: how many of all</extracomment>
        <translation>
            <numerusform>{shown} аз %n курс</numerusform>
            <numerusform>{shown} аз %n курс</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the lists</source>
        <translation>
            <numerusform>%n нафар дар рӯйхатҳо</numerusform>
            <numerusform>%n нафар дар рӯйхатҳо</numerusform>
        </translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Лоиҳаи нав</translation>
    </message>
    <message>
        <source>Marks missing</source>
        <translation>Қайд нест</translation>
    </message>
    <message>
        <source>How many marks are missing in sessions that were held</source>
        <translation>Дар машғулиятҳои гузаронидашуда чанд қайд намерасад</translation>
    </message>
    <message>
        <source>Find a course</source>
        <translation>Ҷустуҷӯи курс</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Дар канор</translation>
    </message>
    <message>
        <source>Change the project</source>
        <translation>Тағйири лоиҳа</translation>
    </message>
    <message>
        <source>Create a course in it</source>
        <translation>Дар он курс сохтан</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Create the first course here, or import the files of the trainers.</source>
        <translation>Курси аввалро дар ҳамин ҷо созед ё файлҳои тренеронро қабул кунед.</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Ҳанӯз курс нест</translation>
    </message>
    <message>
        <source>Create the first course here, or import the file that the office has given you.</source>
        <translation>Курси аввалро дар ин ҷо созед ё файлеро, ки идора додааст, қабул кунед.</translation>
    </message>
    <message>
        <source>Import a file from the office</source>
        <translation>Қабули файл аз идора</translation>
    </message>
    <message>
        <source>No course yet in {project}</source>
        <translation>Дар лоиҳаи {project} ҳанӯз курс нест</translation>
    </message>
    <message>
        <source>Create its first course here. The pencil above changes the project.</source>
        <translation>Курси якуми онро дар ин ҷо созед. Қалами боло лоиҳаро тағйир медиҳад.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Чизе ёфт нашуд</translation>
    </message>
    <message>
        <source>Show all courses</source>
        <translation>Ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>No course has this in its title, code, town or days, with what is chosen above.</source>
        <translation>Бо интихоби боло курсе бо чунин ном, рамз, шаҳр ё сана нест.</translation>
    </message>
    <message>
        <source>The tick above shows them.</source>
        <translation>Аломати боло онҳоро нишон медиҳад.</translation>
    </message>
    <message>
        <source>All courses are archived</source>
        <translation>Ҳамаи курсҳо ба канор гузошта шудаанд</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n курс</numerusform>
            <numerusform>%n курс</numerusform>
        </translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Ҳамаи лоиҳаҳо</translation>
    </message>
</context>
<context>
    <name>CourseWording</name>
    <message>
        <source>somebody new: will be added to People; there are digits in the name</source>
        <translation>шахси нав: ба рӯйхати одамон илова мешавад; дар ном рақам ҳаст</translation>
    </message>
    <message>
        <source>somebody new: will be added to People</source>
        <translation>шахси нав: ба рӯйхати одамон илова мешавад</translation>
    </message>
    <message numerus="yes">
        <source>session(s) without any mark</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>машғулияти тамоман беқайд</numerusform>
            <numerusform>машғулияти тамоман беқайд</numerusform>
        </translation>
    </message>
    <message>
        <source>over today; nobody was marked</source>
        <translation>имрӯз ба охир расид, вале касе қайд нашудааст</translation>
    </message>
    <message numerus="yes">
        <source>mark(s) missing</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>қайд намерасад</numerusform>
            <numerusform>қайд намерасад</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is on the list yet</source>
        <translation>дар рӯйхат ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>no session was held yet</source>
        <translation>ҳанӯз машғулият нагузаштааст</translation>
    </message>
    <message>
        <source>in the sessions held</source>
        <translation>машғулиятҳои гузашта</translation>
    </message>
    <message numerus="yes">
        <source>with %n past session(s) that nobody marked</source>
        <translation>
            <numerusform>бо %n машғулияти гузаштаи тамоман беқайд</numerusform>
            <numerusform>бо %n машғулияти гузаштаи тамоман беқайд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of today: %n</source>
        <translation>
            <numerusform>аз имрӯз: %n</numerusform>
            <numerusform>аз имрӯз: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in locked sessions: %n</source>
        <translation>
            <numerusform>дар машғулиятҳои баста: %n</numerusform>
            <numerusform>дар машғулиятҳои баста: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>besides, %n session(s) of today without any mark</source>
        <translation>
            <numerusform>ва боз %n машғулияти имрӯзаи тамоман беқайд</numerusform>
            <numerusform>ва боз %n машғулияти имрӯзаи тамоман беқайд</numerusform>
        </translation>
    </message>
    <message>
        <source>planned</source>
        <translation>дар нақша</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идома дорад</translation>
    </message>
    <message>
        <source>to be closed</source>
        <translation>пӯшидан лозим</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>пӯшида шуд</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>тасдиқ шуд</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>дар канор</translation>
    </message>
    <message>
        <source>Training of trainers</source>
        <translation>Омодасозии тренерон</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>{share} of the time of the sessions</source>
        <translation>{share} вақти машғулиятҳо</translation>
    </message>
    <message>
        <source>{share} in the post-test</source>
        <translation>{share} дар санҷиши ниҳоӣ</translation>
    </message>
    <message>
        <source>everybody who came</source>
        <translation>танҳо омадан</translation>
    </message>
    <message>
        <source> and </source>
        <translation> ва </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#xa0;соат</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n машғулият</numerusform>
            <numerusform>%n машғулият</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n рӯз</numerusform>
            <numerusform>%n рӯз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>women: %n</source>
        <translation>
            <numerusform>занон: %n</numerusform>
            <numerusform>занон: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>lead trainer</source>
        <translation>тренери пешбар</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>тренер</translation>
    </message>
    <message>
        <source>international expert</source>
        <translation>коршиноси байналмилалӣ</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>нозир</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) issued for {days} will no longer fit.</source>
        <translation>
            <numerusform>%n шаҳодатнома, ки барои {days} дода шудааст, дигар мувофиқ намешавад.</numerusform>
            <numerusform>%n шаҳодатнома, ки барои {days} дода шудааст, дигар мувофиқ намешавад.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cancelled: %n</source>
        <translation>
            <numerusform>бекоршуда: %n</numerusform>
            <numerusform>бекоршуда: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked before they begin: %n</source>
        <translation>
            <numerusform>пеш аз оғоз қайдшуда: %n</numerusform>
            <numerusform>пеш аз оғоз қайдшуда: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>бекор карда шуд</translation>
    </message>
    <message>
        <source>at the same time</source>
        <translation>ҳамзамон</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>баста</translation>
    </message>
    <message>
        <source>held</source>
        <translation>гузаронида шуд</translation>
    </message>
    <message>
        <source>marked ahead</source>
        <comment>a session</comment>
        <translation>пешакӣ қайд шуд</translation>
    </message>
    <message>
        <source>not marked</source>
        <comment>a session</comment>
        <translation>қайд нашуда</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>a session</comment>
        <translation>дар нақша</translation>
    </message>
    <message>
        <source>opened again: {reason}</source>
        <translation>боз кушода шуд: {reason}</translation>
    </message>
    <message>
        <source>locked by {name}</source>
        <translation>{name} бастааст</translation>
    </message>
    <message>
        <source>Session {number}: {day}, {times}</source>
        <translation>Машғулияти {number}: {day}, {times}</translation>
    </message>
</context>
<context>
    <name>CourseWorkspace</name>
    <message>
        <source>Back to all courses</source>
        <translation>Бозгашт ба ҳамаи курсҳо</translation>
    </message>
    <message>
        <source>Next tab of the course</source>
        <translation>Бахши навбатии курс</translation>
    </message>
    <message>
        <source>Parts of the course</source>
        <translation>Бахшҳои курс</translation>
    </message>
</context>
<context>
    <name>CoursesScreen</name>
    <message>
        <source>Open the course</source>
        <translation>Кушодани курс</translation>
    </message>
    <message>
        <source>New course</source>
        <translation>Курси нав</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Лоиҳаи нав</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>{minutes} min after the start</source>
        <translation>{minutes}&#xa0;дақиқа пас аз оғоз</translation>
    </message>
    <message>
        <source>The course</source>
        <translation>Дар бораи курс</translation>
    </message>
    <message>
        <source>Evidence…</source>
        <translation>Мавод…</translation>
    </message>
    <message>
        <source>A signed folder for an auditor: sheets, marks, decisions, figures</source>
        <translation>Ҷузвдони имзошуда барои аудитор: варақаҳо, қайдҳо, қарорҳо, нишондиҳандаҳо</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ҷой</translation>
    </message>
    <message>
        <source>Certificate of completion for</source>
        <translation>Барои шаҳодатномаи хатм лозим</translation>
    </message>
    <message>
        <source>A scanned badge is late</source>
        <translation>Нишони сканшуда дер ҳисоб мешавад</translation>
    </message>
</context>
<context>
    <name>LearningSummaryCard</name>
    <message>
        <source>What was learnt</source>
        <translation>Чӣ омӯхта шуд</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Назарпурсӣ</translation>
    </message>
    <message>
        <source>Share of sheets with one of the two best answers</source>
        <translation>Ҳиссаи варақаҳо бо яке аз ду баҳои баландтарин</translation>
    </message>
    <message>
        <source>Pre-test, mean of those with both</source>
        <translation>Санҷиши аввал, миёна (касоне, ки ҳар ду санҷишро доранд)</translation>
    </message>
    <message>
        <source>Post-test, mean of those with both</source>
        <translation>Санҷиши ниҳоӣ, миёна (касоне, ки ҳар ду санҷишро доранд)</translation>
    </message>
    <message>
        <source>Gain, percentage points</source>
        <translation>Афзоиш, банди фоизӣ</translation>
    </message>
    <message>
        <source>Normalised gain</source>
        <translation>Афзоиши меъёрӣ</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s) with both tests</source>
        <translation>
            <numerusform>%n иштирокчӣ бо ҳар ду санҷиш</numerusform>
            <numerusform>%n иштирокчӣ бо ҳар ду санҷиш</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with one test only: %n</source>
        <translation>
            <numerusform>танҳо бо як санҷиш: %n</numerusform>
            <numerusform>танҳо бо як санҷиш: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>loss</source>
        <translation>коҳиш</translation>
    </message>
    <message>
        <source>low</source>
        <translation>паст</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>миёна</translation>
    </message>
    <message>
        <source>high</source>
        <translation>баланд</translation>
    </message>
</context>
<context>
    <name>LunchFields</name>
    <message>
        <source>Lunch</source>
        <translation>Хӯроки нисфирӯзӣ</translation>
    </message>
    <message>
        <source>Lunch from</source>
        <translation>Хӯроки нисфирӯзӣ аз</translation>
    </message>
    <message>
        <source>Lunch to</source>
        <translation>Хӯроки нисфирӯзӣ то</translation>
    </message>
</context>
<context>
    <name>NextStepsCard</name>
    <message>
        <source>What comes next</source>
        <translation>Қадами оянда</translation>
    </message>
    <message>
        <source>Plan the sessions: then people can be marked and papers printed.</source>
        <translation>Машғулиятҳоро ба нақша гиред: он гоҳ ҳозиронро қайд ва варақаҳоро чоп кардан мумкин мешавад.</translation>
    </message>
    <message>
        <source>Add the participants, one by one or from the nomination list.</source>
        <translation>Иштирокчиёнро як-як ё аз рӯйхати номзадҳо илова кунед.</translation>
    </message>
    <message>
        <source>Choose the trainers: their names appear on sessions, papers and certificates.</source>
        <translation>Нишон диҳед, ки кӣ дарс медиҳад: номи онҳо дар машғулиятҳо, ҳуҷҷатҳо ва шаҳодатномаҳо навишта мешавад.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
    <message>
        <source>Add participants</source>
        <translation>Иловаи иштирокчиён</translation>
    </message>
    <message>
        <source>Assign trainers</source>
        <translation>Таъини тренерон</translation>
    </message>
</context>
<context>
    <name>OptionalDay</name>
    <message>
        <source>Planned</source>
        <comment>a day</comment>
        <translation>Дар нақша</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>Тағйири курс</translation>
    </message>
    <message>
        <source>Copy the course</source>
        <extracomment>A button: makes a second course like this one</extracomment>
        <translation>Нусхаи курс</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Delete the course</source>
        <translation>Курсро нест кардан</translation>
    </message>
    <message>
        <source>Nothing was marked, sent or issued in it yet</source>
        <translation>Дар он ҳанӯз ҳеҷ чиз қайд, фиристода ва дода нашудааст</translation>
    </message>
    <message>
        <source>sessions held</source>
        <translation>машғулият гузаронида шуд</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Ба канор гузоштан</translation>
    </message>
    <message>
        <source>Show the course in lists again</source>
        <translation>Курсро боз дар рӯйхатҳо нишон додан</translation>
    </message>
    <message>
        <source>Put the course away</source>
        <translation>Курсро ба канор гузоштан</translation>
    </message>
    <message>
        <source>Lists leave it out until you ask for it</source>
        <translation>То напурсед, он дар рӯйхатҳо намебошад</translation>
    </message>
    <message numerus="yes">
        <source>certificate(s)</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>шаҳодатнома</numerusform>
            <numerusform>шаҳодатнома</numerusform>
        </translation>
    </message>
    <message>
        <source>on the list</source>
        <comment>how many people</comment>
        <translation>дар рӯйхат</translation>
    </message>
    <message numerus="yes">
        <source>no longer fit: %n</source>
        <translation>
            <numerusform>мувофиқ нест: %n</numerusform>
            <numerusform>мувофиқ нест: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can be issued: %n</source>
        <translation>
            <numerusform>додан мумкин: %n</numerusform>
            <numerusform>додан мумкин: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>issued</source>
        <translation>дода шуд</translation>
    </message>
    <message>
        <source>Looking what of the course has come to the office</source>
        <translation>Санҷиш: аз ин курс чӣ ба идора расидааст</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Close the course</source>
        <translation>Пӯшидани курс</translation>
    </message>
    <message>
        <source>Possible from the last day on</source>
        <translation>Аз рӯзи охирин мумкин аст</translation>
    </message>
</context>
<context>
    <name>ParticipantFilterBar</name>
    <message>
        <source>Everybody {count}</source>
        <translation>Ҳама {count}</translation>
    </message>
    <message>
        <source>Everybody, also who left: {count}</source>
        <translation>Ҳама, бо баромадагон: {count}</translation>
    </message>
    <message>
        <source>To complete {count}</source>
        <translation>Нопурра {count}</translation>
    </message>
    <message>
        <source>Left the list {count}</source>
        <translation>Баромадагон {count}</translation>
    </message>
    <message>
        <source>Part of the list</source>
        <translation>Қисми рӯйхат</translation>
    </message>
    <message>
        <source>Complete one by one</source>
        <translation>Як-як пур кардан</translation>
    </message>
    <message>
        <source>Enter completes the first; Enter in the form saves and goes to the next person.</source>
        <translation>Enter аввалинро мекушояд; дар варақа Enter сабт карда, ба шахси навбатӣ мегузарад.</translation>
    </message>
    <message numerus="yes">
        <source>expected: %n</source>
        <translation>
            <numerusform>интизор: %n нафар</numerusform>
            <numerusform>интизор: %n нафар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them walk-ins: %n</source>
        <translation>
            <numerusform>аз онҳо бе номнависии пешакӣ: %n</numerusform>
            <numerusform>аз онҳо бе номнависии пешакӣ: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in somebody&apos;s place: %n</source>
        <translation>
            <numerusform>ба ҷойи дигарон: %n</numerusform>
            <numerusform>ба ҷойи дигарон: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Latin spellings are asked for once the course has an English title</source>
        <translation>навишти лотинӣ вақте лозим мешавад, ки курс номи англисӣ дошта бошад</translation>
    </message>
</context>
<context>
    <name>ParticipantListCard</name>
    <message>
        <source>Participant</source>
        <translation>Иштирокчӣ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Ҳолат</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>Нопурра</translation>
    </message>
    <message>
        <source>Is here for somebody else…</source>
        <translation>Ба ҷойи дигаре…</translation>
    </message>
    <message>
        <source>This person has come already: say in whose place.</source>
        <translation>Ин одам аллакай омадааст: бигӯед, ки ба ҷойи кӣ.</translation>
    </message>
    <message>
        <source>Find a replacement…</source>
        <translation>Ҷойгузин ёфтан…</translation>
    </message>
    <message>
        <source>This person does not come: say ahead, or on the day, who comes instead.</source>
        <translation>Ин одам намеояд: пешакӣ ё рӯзи машғулият бигӯед, ки ба ҷойи ӯ кӣ меояд.</translation>
    </message>
    <message>
        <source>Participants of the course</source>
        <translation>Иштирокчиёни курс</translation>
    </message>
    <message>
        <source>the same person as {numbers}: Review asks which row stays</source>
        <translation>ҳамон шахсе, ки {numbers}: «Баррасӣ» мепурсад, ки кадом сатр мемонад</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Since</source>
        <extracomment>Heading: the day on which somebody joined the course</extracomment>
        <translation>Оғоз</translation>
    </message>
    <message>
        <source>The day from which somebody takes part; empty: the whole course</source>
        <translation>Рӯзе, ки аз он кас иштирок мекунад; холӣ: тамоми курс</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Баромадан аз курс</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Боз ба рӯйхат</translation>
    </message>
    <message>
        <source>All about the person</source>
        <translation>Ҳама дар бораи шахс</translation>
    </message>
    <message>
        <source>to complete: {fields}</source>
        <translation>намерасад: {fields}</translation>
    </message>
</context>
<context>
    <name>ParticipantWording</name>
    <message>
        <source>replaced by No.&#xa0;{number}</source>
        <translation>ба ҷояш №&#xa0;{number}</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number} {name}</source>
        <translation>ба ҷояш №&#xa0;{number} {name}</translation>
    </message>
    <message>
        <source>not expected from session {session}</source>
        <translation>аз машғулияти {session} интизор нестем</translation>
    </message>
    <message>
        <source>from session {session} on</source>
        <translation>аз машғулияти {session}</translation>
    </message>
    <message>
        <source>replaced by No.&#xa0;{number} from session {session}</source>
        <translation>аз машғулияти {session} бо №&#xa0;{number} иваз шуд</translation>
    </message>
    <message>
        <source>replaces No.&#xa0;{number} {name}</source>
        <translation>ба ҷойи №&#xa0;{number} {name}</translation>
    </message>
    <message>
        <source>whole name</source>
        <translation>номи пурра</translation>
    </message>
    <message>
        <source>Latin spelling</source>
        <comment>in a list</comment>
        <translation>навишти лотинӣ</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>ҷинс</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>ҷойи хизмат</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n иштирокчӣ</numerusform>
            <numerusform>%n иштирокчӣ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>women: %n</source>
        <translation>
            <numerusform>занон: %n</numerusform>
            <numerusform>занон: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sex not stated: %n</source>
        <translation>
            <numerusform>ҷинс номаълум: %n</numerusform>
            <numerusform>ҷинс номаълум: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>with row {number}</source>
        <translation>бо сатри {number}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нав</translation>
    </message>
    <message>
        <source>known</source>
        <translation>маълум</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>дар рӯйхат</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>рад шуд</translation>
    </message>
    <message>
        <source>who is it?</source>
        <translation>ин кист?</translation>
    </message>
    <message>
        <source>rows {rows} = new {new} + known or double {known} + not taken {refused}</source>
        <translation>сатрҳо {rows} = нав {new} + маълум ё такрорӣ {known} + рад шуд {refused}</translation>
    </message>
    <message>
        <source>rows {rows} = new {new} + who is it? {asked} + known or double {known} + not taken {refused}</source>
        <translation>сатрҳо {rows} = нав {new} + ин кист? {asked} + маълум ё такрорӣ {known} + рад шуд {refused}</translation>
    </message>
    <message>
        <source>(below the list {below})</source>
        <translation>(зери рӯйхат {below})</translation>
    </message>
</context>
<context>
    <name>ParticipantsTab</name>
    <message>
        <source>Add a participant</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>Тағйири маълумоти шахс</translation>
    </message>
    <message>
        <source>Withdraw from the list</source>
        <translation>Баромадан аз рӯйхат</translation>
    </message>
    <message>
        <source>Back on the list</source>
        <translation>Боз ба рӯйхат</translation>
    </message>
    <message>
        <source>Say whom the person replaces</source>
        <translation>Муайян кардан, ки ба ҷойи кист</translation>
    </message>
    <message>
        <source>Say who came in the person&apos;s place</source>
        <translation>Нишон додан, ки ба ҷойи ин шахс кӣ омад</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Қабули рӯйхат</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Иловаи иштирокчӣ</translation>
    </message>
    <message>
        <source>What a list may hold</source>
        <translation>Рӯйхат чӣ гуна буда метавонад</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>Дар рӯйхат ҳанӯз касе нест</translation>
    </message>
    <message>
        <source>Import the nomination list as it came, or drop it here: Excel, LibreOffice or CSV. You see every row before anything is saved.</source>
        <translation>Рӯйхати номзадҳоро чӣ хеле ки омадааст, қабул кунед ё ба ин ҷо кашед: Excel, LibreOffice ё CSV. Пеш аз сабт ҳар сатрро мебинед.</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>Sessions a day</source>
        <translation>Машғулият дар як рӯз</translation>
    </message>
    <message>
        <source>First one begins at</source>
        <translation>Оғози аввалин</translation>
    </message>
    <message>
        <source>Minutes each</source>
        <translation>Давомнокӣ, дақиқа</translation>
    </message>
    <message>
        <source>Break, minutes</source>
        <translation>Танаффус, дақиқа</translation>
    </message>
    <message>
        <source>Not on Saturdays and Sundays</source>
        <translation>Ғайр аз шанбе ва якшанбе</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Plan the sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
    <message>
        <source>Make the sessions</source>
        <translation>Сохтани машғулиятҳо</translation>
    </message>
    <message numerus="yes">
        <source>In place of %n planned session(s).</source>
        <translation>
            <numerusform>Ба ҷойи %n машғулияти ба нақшагирифташуда.</numerusform>
            <numerusform>Ба ҷойи %n машғулияти ба нақшагирифташуда.</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics, trainers and rooms go along in their order.</source>
        <translation>Мавзуъҳо, тренерон ва толорҳо бо навбат мегузаранд.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) will have no place and be lost.</source>
        <translation>
            <numerusform>Барои %n мавзуъ ҷой намерасад: гум мешавад.</numerusform>
            <numerusform>Барои %n мавзуъ ҷой намерасад: гум мешавад.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the list</source>
        <translation>Сатрҳои рӯйхат</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Сатр</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Чӣ мешавад</translation>
    </message>
    <message>
        <source>Remark 1 of {count}: {words}</source>
        <translation>Эзоҳи 1 аз {count}: {words}</translation>
    </message>
</context>
<context>
    <name>ProjectForm</name>
    <message>
        <source>New project</source>
        <translation>Лоиҳаи нав</translation>
    </message>
    <message>
        <source>Change the project</source>
        <translation>Тағйири лоиҳа</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Сохтани лоиҳа</translation>
    </message>
    <message>
        <source>Required; short, such as DV18</source>
        <translation>Ҳатмист; кӯтоҳ, масалан DV18</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>For example the Ministry of Internal Affairs</source>
        <translation>Масалан, Вазорати корҳои дохилӣ</translation>
    </message>
    <message>
        <source>Printed at the top of every certificate</source>
        <translation>Дар болои ҳар шаҳодатнома навишта мешавад</translation>
    </message>
    <message>
        <source>Signs the certificates</source>
        <translation>Ба шаҳодатномаҳо имзо мегузорад</translation>
    </message>
</context>
<context>
    <name>RosterFileBar</name>
    <message>
        <source>Another file</source>
        <translation>Файли дигар</translation>
    </message>
    <message>
        <source>Sheet of the file</source>
        <translation>Варақи файл</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Бештар</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Камтар</translation>
    </message>
    <message>
        <source>No column tells the sex: tick below that the names tell it, or say it later.</source>
        <translation>Дар рӯйхат сутуни ҷинс нест: дар поён қайд кунед, ки онро номҳо мегӯянд, ё баъд нишон диҳед.</translation>
    </message>
    <message numerus="yes">
        <source>Only rows with a problem: %n</source>
        <translation>
            <numerusform>Танҳо сатрҳои ислоҳталаб: %n</numerusform>
            <numerusform>Танҳо сатрҳои ислоҳталаб: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked anew because of the column: %n row(s)</source>
        <translation>
            <numerusform>Аз сабаби сутун аз нав пурсида мешавад: %n сатр</numerusform>
            <numerusform>Аз сабаби сутун аз нав пурсида мешавад: %n сатр</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take rows below the list: %n</source>
        <translation>
            <numerusform>Гирифтани сатрҳои зери рӯйхат: %n</numerusform>
            <numerusform>Гирифтани сатрҳои зери рӯйхат: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take rank, position, unit, district of known people from the list: %n</source>
        <translation>
            <numerusform>Рутба, вазифа, ҷойи хизмат ва ноҳияи шахсони маълумро аз рӯйхат гирифтан: %n</numerusform>
            <numerusform>Рутба, вазифа, ҷойи хизмат ва ноҳияи шахсони маълумро аз рӯйхат гирифтан: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterFilePage</name>
    <message>
        <source>Lists ({endings})</source>
        <translation>Рӯйхатҳо ({endings})</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Интихоби рӯйхат</translation>
    </message>
    <message>
        <source>Choose the list or drop it here</source>
        <translation>Рӯйхатро интихоб кунед ё ба ин ҷо кашед</translation>
    </message>
    <message>
        <source>Excel (xlsx, xls), LibreOffice (ods) or CSV. Titles above the heading, ranks inside the name, double rows and missing values may stay as they are. Nothing is saved before you say so.</source>
        <translation>Excel (xlsx, xls), LibreOffice (ods) ё CSV. Сарлавҳаҳои болои ҷадвал, рутба дар дохили ном, сатрҳои такрорӣ ва ҷойҳои холӣ метавонанд бимонанд. То розигии шумо ҳеҷ чиз сабт намешавад.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Бозгашт ба рӯйхат</translation>
    </message>
</context>
<context>
    <name>RosterImportPage</name>
    <message>
        <source>Reading the list</source>
        <translation>Хондани рӯйхат</translation>
    </message>
    <message>
        <source>Importing the list</source>
        <translation>Қабули рӯйхат</translation>
    </message>
    <message>
        <source>Undoing the import of the list</source>
        <translation>Ботил сохтани қабули рӯйхат</translation>
    </message>
    <message>
        <source>Close this list without importing it?</source>
        <translation>Рӯйхат бе қабул пӯшида шавад?</translation>
    </message>
    <message>
        <source>The answers and corrections that were given here would be lost.</source>
        <translation>Ҷавобҳо ва ислоҳҳои ин ҷо гум мешаванд.</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>Бе қабул пӯшидан</translation>
    </message>
    <message>
        <source>Go on with the list</source>
        <translation>Бозгашт ба рӯйхат</translation>
    </message>
</context>
<context>
    <name>RosterPreviewPage</name>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Import one person</source>
        <translation>Қабули 1 нафар</translation>
    </message>
    <message numerus="yes">
        <source>Import %n people</source>
        <translation>
            <numerusform>Қабули %n нафар</numerusform>
            <numerusform>Қабули %n нафар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on the list already: %n</source>
        <translation>
            <numerusform>аллакай дар рӯйхат: %n</numerusform>
            <numerusform>аллакай дар рӯйхат: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unanswered as new: %n</source>
        <translation>
            <numerusform>беҷавоб чун нав: %n</numerusform>
            <numerusform>беҷавоб чун нав: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Questions without an answer: %n</source>
        <translation>
            <numerusform>Саволҳои беҷавоб: %n</numerusform>
            <numerusform>Саволҳои беҷавоб: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>To the next row. Without an answer it is somebody new</source>
        <translation>Ба сатри навбатӣ. Бе ҷавоб ин шахси нав аст</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without an answer: who is it?</source>
        <translation>
            <numerusform>%n сатр бе ҷавоб: ин кист?</numerusform>
            <numerusform>%n сатр бе ҷавоб: ин кист?</numerusform>
        </translation>
    </message>
    <message>
        <source>Without an answer each is taken as somebody new: whoever is known here already would then be here twice. Cancel leads to the first of them.</source>
        <translation>Бе ҷавоб ҳар кадом чун шахси нав гирифта мешавад: касе, ки дар ин ҷо аллакай маълум аст, ду бор пайдо мешавад. «Бекор кардан» ба аввалини онҳо мебарад.</translation>
    </message>
    <message>
        <source>Import as new</source>
        <translation>Қабул чун шахсони нав</translation>
    </message>
</context>
<context>
    <name>RosterResultPage</name>
    <message>
        <source>Show the list</source>
        <translation>Нишон додани рӯйхат</translation>
    </message>
    <message>
        <source>Undo the whole import</source>
        <translation>Ботил сохтани тамоми қабул</translation>
    </message>
    <message>
        <source>One person added to the list</source>
        <translation>Як нафар ба рӯйхат илова шуд</translation>
    </message>
    <message numerus="yes">
        <source>%n people added to the list</source>
        <translation>
            <numerusform>%n нафар ба рӯйхат илова шуд</numerusform>
            <numerusform>%n нафар ба рӯйхат илова шуд</numerusform>
        </translation>
    </message>
    <message>
        <source>New on the list of this course</source>
        <translation>Дар рӯйхати ин курс нав</translation>
    </message>
    <message>
        <source>On the list before; blanks were filled</source>
        <translation>Пештар дар рӯйхат; ҷойҳои холӣ пур шуданд</translation>
    </message>
    <message>
        <source>On the list before; nothing to fill</source>
        <translation>Пештар дар рӯйхат; чизе барои пур кардан набуд</translation>
    </message>
    <message>
        <source>Repeated rows, joined with the first one</source>
        <translation>Сатрҳои такрорӣ, бо якумаш якҷоя шуданд</translation>
    </message>
    <message>
        <source>Rows not taken</source>
        <translation>Сатрҳои радшуда</translation>
    </message>
    <message>
        <source>Questions not answered: taken as somebody new</source>
        <translation>Саволҳои беҷавоб: чун шахси нав гирифта шуданд</translation>
    </message>
</context>
<context>
    <name>RosterRowCard</name>
    <message>
        <source>Row {number}</source>
        <translation>Сатри {number}</translation>
    </message>
    <message>
        <source>{field}: “{kept}” stays, not “{other}”</source>
        <translation>{field}: «{kept}» мемонад, на «{other}»</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Ин кист?</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Шахси нав</translation>
    </message>
    <message>
        <source>On this course&apos;s list already</source>
        <translation>Аллакай дар рӯйхати ин курс</translation>
    </message>
    <message>
        <source>Same name. Different: {fields}</source>
        <translation>Ном ҳамон аст. Фарқ мекунад: {fields}</translation>
    </message>
    <message>
        <source>Same name, and nothing known of both differs</source>
        <translation>Ном ҳамон аст, ва дар маълумоти ҳар ду фарқе нест</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Ном ҳамон аст</translation>
    </message>
    <message>
        <source>Does it repeat another row?</source>
        <translation>Сатри дигарро такрор мекунад?</translation>
    </message>
    <message>
        <source>The same person as in row {number}</source>
        <translation>Ҳамон шахси сатри {number}</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Шахси дигар</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Ин сатрро сарфи назар кардан</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>Certificate of completion for</source>
        <translation>Барои шаҳодатномаи хатм лозим</translation>
    </message>
    <message>
        <source>attendance of at least</source>
        <translation>давомот на кам аз</translation>
    </message>
    <message>
        <source>Least attendance in per cent</source>
        <translation>Ҳадди ақали давомот бо фоиз</translation>
    </message>
    <message>
        <source>a post-test of at least</source>
        <translation>санҷиши ниҳоӣ на кам аз</translation>
    </message>
    <message>
        <source>Least result of the post-test in per cent</source>
        <translation>Ҳадди ақали санҷиши ниҳоӣ бо фоиз</translation>
    </message>
</context>
<context>
    <name>ScheduleCommands</name>
    <message>
        <source>Save as a calendar</source>
        <translation>Сабт ҳамчун тақвим</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Тақвим (*.ics)</translation>
    </message>
    <message>
        <source>The calendar is saved</source>
        <translation>Тақвим сабт шуд</translation>
    </message>
    <message>
        <source>{file}: open it on a telephone or in a mail program.</source>
        <translation>{file}: онро дар телефон ё барномаи почта кушоед.</translation>
    </message>
    <message>
        <source>agenda</source>
        <comment>in the name of a file</comment>
        <translation>барнома</translation>
    </message>
    <message>
        <source>Save a table to fill in</source>
        <translation>Сабти ҷадвал барои пур кардан</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Ҷадвали Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The table is saved</source>
        <translation>Ҷадвал сабт шуд</translation>
    </message>
    <message>
        <source>{file}: fill it in, then import it here.</source>
        <translation>{file}: онро пур кунед, баъд дар ин ҷо қабул кунед.</translation>
    </message>
    <message>
        <source>Cancel the session</source>
        <translation>Бекор кардани машғулият</translation>
    </message>
    <message>
        <source>It will count for nobody; its marks are kept.</source>
        <translation>Он барои ҳеҷ кас ҳисоб намешавад; қайдҳояш нигоҳ дошта мешаванд.</translation>
    </message>
    <message>
        <source>Open the session again</source>
        <translation>Боз кушодани машғулият</translation>
    </message>
    <message>
        <source>Its marks can then be changed.</source>
        <translation>Баъд қайдҳояшро тағйир додан мумкин аст.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>The course will then last until {day}. This can be undone.</source>
        <translation>Он гоҳ курс то {day} давом мекунад. Инро баргардондан мумкин аст.</translation>
    </message>
    <message>
        <source>The course will then begin on {day}. This can be undone.</source>
        <translation>Он гоҳ курс аз {day} оғоз мешавад. Инро баргардондан мумкин аст.</translation>
    </message>
    <message>
        <source>This day is not in the course yet</source>
        <translation>Ин рӯз ҳанӯз ба курс дохил нест</translation>
    </message>
    <message>
        <source>Make the course longer</source>
        <translation>Курсро дароз кардан</translation>
    </message>
</context>
<context>
    <name>ScheduleMenus</name>
    <message>
        <source>Type the topic</source>
        <translation>Навиштани мавзуъ</translation>
    </message>
    <message>
        <source>It took place</source>
        <translation>Гузаронида шуд</translation>
    </message>
    <message>
        <source>It ended earlier…</source>
        <translation>Барвақттар анҷом ёфт…</translation>
    </message>
    <message>
        <source>Split into two…</source>
        <translation>Ба ду қисм кардан…</translation>
    </message>
    <message>
        <source>Earlier in the day</source>
        <translation>Барвақттар дар ҳамин рӯз</translation>
    </message>
    <message>
        <source>Later in the day</source>
        <translation>Дертар дар ҳамин рӯз</translation>
    </message>
    <message>
        <source>To the day before</source>
        <translation>Ба рӯзи пешина</translation>
    </message>
    <message>
        <source>To the next day</source>
        <translation>Ба рӯзи оянда</translation>
    </message>
    <message>
        <source>Print the agenda</source>
        <translation>Чопи барнома</translation>
    </message>
    <message>
        <source>Save as a calendar…</source>
        <translation>Сабт ҳамчун тақвим…</translation>
    </message>
    <message>
        <source>Plan all sessions anew…</source>
        <translation>Аз нав тартиб додани ҷадвал…</translation>
    </message>
    <message>
        <source>Agenda of another course…</source>
        <translation>Барномаи курси дигар…</translation>
    </message>
    <message>
        <source>Import an agenda from a file…</source>
        <translation>Қабули барнома аз файл…</translation>
    </message>
    <message>
        <source>Save a table to fill in…</source>
        <translation>Сабти ҷадвал барои пур кардан…</translation>
    </message>
</context>
<context>
    <name>ScheduleModel</name>
    <message>
        <source>Time</source>
        <translation>Вақт</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>то {day}</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>Рӯзи {number}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;дақ</translation>
    </message>
    <message>
        <source>no sessions</source>
        <translation>машғулият нест</translation>
    </message>
    <message>
        <source>without a topic</source>
        <translation>бе мавзуъ</translation>
    </message>
    <message>
        <source>Insert adds one here</source>
        <translation>Insert дар ин ҷо илова мекунад</translation>
    </message>
</context>
<context>
    <name>ScheduleTab</name>
    <message>
        <source>Change or move the session</source>
        <translation>Тағйир додан ё кӯчондани машғулият</translation>
    </message>
    <message>
        <source>Cancel the session, or let it take place after all</source>
        <translation>Бекор кардани машғулият ё баргардондани он</translation>
    </message>
    <message>
        <source>Lock the session, or open it</source>
        <translation>Бастан ё кушодани машғулият</translation>
    </message>
    <message>
        <source>Remove the session</source>
        <translation>Нест кардани машғулият</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Илова кардани машғулият</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Машғулиятҳо</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Ҳанӯз машғулият нест</translation>
    </message>
    <message>
        <source>Type the topic</source>
        <translation>Навиштани мавзуъ</translation>
    </message>
    <message>
        <source>Add a session after the last of the day</source>
        <translation>Иловаи машғулият пас аз охирини рӯз</translation>
    </message>
    <message>
        <source>Earlier or later in the day</source>
        <translation>Барвақттар ё дертар дар ҳамин рӯз</translation>
    </message>
    <message>
        <source>To the day before or the next day</source>
        <translation>Ба рӯзи пешина ё оянда</translation>
    </message>
    <message>
        <source>Drag a session to another place, or move it with Alt and the arrow keys.</source>
        <translation>Машғулиятро ба ҷойи дигар кашед ё бо Alt ва тирчаҳо кӯчонед.</translation>
    </message>
    <message>
        <source>Say how one day looks, and all days are planned alike. Or take the agenda of an earlier course, or a table that you have.</source>
        <translation>Нишон диҳед, ки як рӯз чӣ гуна аст, ва ҳамаи рӯзҳо якхела ба нақша гирифта мешаванд. Ё барномаи курси пештара ё ҷадвали худро гиред.</translation>
    </message>
    <message>
        <source>Plan the sessions</source>
        <translation>Тартиб додани ҷадвал</translation>
    </message>
    <message>
        <source>From another course</source>
        <translation>Аз курси дигар</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Аз файл</translation>
    </message>
    <message>
        <source>Add one session</source>
        <translation>Илова кардани як машғулият</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Тағйир додан</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Бештар</translation>
    </message>
    <message>
        <source>More: move, split, shorten, agenda</source>
        <translation>Бештар: кӯчондан, тақсим, кӯтоҳ кардан, барнома</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n машғулият</numerusform>
            <numerusform>%n машғулият</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the session</source>
        <translation>Баргардондан</translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>a session</comment>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Боз кушодан</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>A button: nobody changes the marks of the session any more</extracomment>
        <translation>Бастан</translation>
    </message>
    <message>
        <source>Topic of session {number}</source>
        <translation>Мавзуи машғулияти {number}</translation>
    </message>
</context>
<context>
    <name>SeasonModel</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Рӯзҳо</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Машғулиятҳо</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Одамон</translation>
    </message>
    <message>
        <source>new course</source>
        <translation>курси нав</translation>
    </message>
    <message>
        <source>its list comes</source>
        <translation>рӯйхат меояд</translation>
    </message>
    <message>
        <source>already here</source>
        <translation>аллакай ҳаст</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>рад шуд</translation>
    </message>
    <message>
        <source>{count} · {each} a day</source>
        <translation>{count} · дар як рӯз {each}</translation>
    </message>
</context>
<context>
    <name>SeasonPage</name>
    <message>
        <source>Tables ({endings})</source>
        <translation>Ҷадвалҳо ({endings})</translation>
    </message>
    <message>
        <source>Choose a table of courses</source>
        <translation>Ҷадвали курсҳоро интихоб кунед</translation>
    </message>
    <message>
        <source>Choose a folder of lists</source>
        <translation>Ҷузвдони рӯйхатҳоро интихоб кунед</translation>
    </message>
    <message>
        <source>season</source>
        <comment>in the name of a file</comment>
        <translation>мавсим</translation>
    </message>
    <message>
        <source>Save a table to fill in</source>
        <translation>Сабти ҷадвал барои пур кардан</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Ҷадвали Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The table is saved</source>
        <translation>Ҷадвал сабт шуд</translation>
    </message>
    <message>
        <source>{file}: fill it in, then choose it here.</source>
        <translation>{file}: онро пур кунед ва дар ин ҷо интихоб намоед.</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>Хондани ҷадвал</translation>
    </message>
    <message>
        <source>Making the courses</source>
        <translation>Сохтани курсҳо</translation>
    </message>
    <message>
        <source>Plan from a table</source>
        <translation>Нақша аз ҷадвал</translation>
    </message>
    <message>
        <source>Many courses, or lists for many courses, at once</source>
        <translation>Якбора курсҳои зиёд ё рӯйхатҳо барои курсҳои зиёд</translation>
    </message>
    <message>
        <source>Choose the table or drop it here</source>
        <translation>Ҷадвалро интихоб кунед ё ба ин ҷо кашед</translation>
    </message>
    <message>
        <source>A row for each course: code, titles, town, first day, the course to copy, trainers, list. The list is a sheet of the same workbook or a file beside it. Also a workbook or a folder of lists that are called by the codes of courses. Nothing is saved before you say so.</source>
        <translation>Барои ҳар курс як сатр: рамз, номҳо, шаҳр, рӯзи аввал, курси намуна, тренерон, рӯйхат. Рӯйхат варақи ҳамин китоб ё файли паҳлӯи он аст. Инчунин китоб ё ҷузвдони рӯйхатҳоро, ки бо рамзи курсҳо ном доранд, интихоб кардан мумкин аст. То розигии шумо чизе сабт намешавад.</translation>
    </message>
    <message>
        <source>A folder of lists</source>
        <translation>Ҷузвдони рӯйхатҳо</translation>
    </message>
    <message>
        <source>Back to the courses</source>
        <translation>Ба курсҳо</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Сатрҳои ҷадвал</translation>
    </message>
    <message numerus="yes">
        <source>Make %n course(s)</source>
        <translation>
            <numerusform>Сохтани %n курс</numerusform>
            <numerusform>Сохтани %n курс</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n list(s)</source>
        <translation>
            <numerusform>Қабули %n рӯйхат</numerusform>
            <numerusform>Қабули %n рӯйхат</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>New session</source>
        <translation>Машғулияти нав</translation>
    </message>
    <message>
        <source>Add session</source>
        <translation>Илова кардани машғулият</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>Машғулияти {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Leave it blank for the course&apos;s venue.</source>
        <translation>Барои ҷойи баргузории курс холӣ монед.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) marked in this session. The marks move along with it; if it becomes shorter, what was missed at its end shrinks too.</source>
        <translation>
            <numerusform>Дар ин машғулият %n нафар қайд шудааст. Қайдҳо бо он мегузаранд; агар кӯтоҳтар шавад, дақиқаҳои дар охир аздастрафта низ кам мешаванд.</numerusform>
            <numerusform>Дар ин машғулият %n нафар қайд шудааст. Қайдҳо бо он мегузаранд; агар кӯтоҳтар шавад, дақиқаҳои дар охир аздастрафта низ кам мешаванд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taught by (one or more)</source>
        <translation>Тренерон (як ё якчанд нафар)</translation>
    </message>
    <message>
        <source>{day} – not yet in the course</source>
        <translation>{day} — ҳанӯз дар курс нест</translation>
    </message>
    <message>
        <source>The course will last until {day}.</source>
        <translation>Курс то {day} давом мекунад.</translation>
    </message>
    <message>
        <source>The course will begin on {day}.</source>
        <translation>Курс аз {day} оғоз мешавад.</translation>
    </message>
</context>
<context>
    <name>ShortenForm</name>
    <message>
        <source>End earlier</source>
        <translation>Барвақттар анҷом додан</translation>
    </message>
    <message>
        <source>It ended at</source>
        <translation>Соати анҷом</translation>
    </message>
    <message>
        <source>{left} of {minutes} minutes remain.</source>
        <translation>Аз {minutes}&#xa0;дақиқа {left} мемонад.</translation>
    </message>
    <message>
        <source>Marks stay: whoever left early left at the same time as before, and nobody loses minutes that were not taught.</source>
        <translation>Қайдҳо мемонанд: касе, ки барвақт рафта буд, вақти рафтанаш ҳамон мемонад ва ҳеҷ кас дақиқаҳои баргузорнашударо аз даст намедиҳад.</translation>
    </message>
</context>
<context>
    <name>SplitForm</name>
    <message>
        <source>Split the session</source>
        <translation>Тақсими машғулият</translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>A button: makes two sessions of one</extracomment>
        <translation>Тақсим кардан</translation>
    </message>
    <message>
        <source>The first part ends at</source>
        <translation>Анҷоми қисми якум</translation>
    </message>
    <message>
        <source>Break, minutes</source>
        <translation>Танаффус, дақиқа</translation>
    </message>
    <message>
        <source>Topic, trainers and room are the same in both parts.</source>
        <translation>Мавзуъ, тренерон ва толор дар ҳар ду қисм якхелаанд.</translation>
    </message>
    <message>
        <source>Every mark is carried over: whoever was in the room in a part has those minutes there. Remarks stay with the first part.</source>
        <translation>Ҳар як қайд мегузарад: касе, ки дар қисме ҳозир буд, ҳамон дақиқаҳоро дорад. Эзоҳҳо дар қисми якум мемонанд.</translation>
    </message>
</context>
<context>
    <name>SuggestionsCard</name>
    <message>
        <source>Put right</source>
        <translation>Ислоҳ кардан</translation>
    </message>
    <message>
        <source>Take from the names</source>
        <translation>Аз рӯйи ном гузоштан</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ҳоло не</translation>
    </message>
    <message>
        <source>Take these spellings</source>
        <translation>Қабули навиштҳо</translation>
    </message>
    <message numerus="yes">
        <source>Names with letters of an old font or of another alphabet: %n</source>
        <translation>
            <numerusform>Номҳо бо ҳарфҳои шрифти куҳна ё алифбои дигар: %n</numerusform>
            <numerusform>Номҳо бо ҳарфҳои шрифти куҳна ё алифбои дигар: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No Latin spelling, but the letters show how it may be: %n</source>
        <translation>
            <numerusform>Навишти лотинӣ нест, вале онро аз рӯйи ҳарфҳо сохтан мумкин аст: %n</numerusform>
            <numerusform>Навишти лотинӣ нест, вале онро аз рӯйи ҳарфҳо сохтан мумкин аст: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sex is not stated, but the name shows it: %n</source>
        <translation>
            <numerusform>Ҷинс нишон дода нашудааст, вале аз ном маълум: %n</numerusform>
            <numerusform>Ҷинс нишон дода нашудааст, вале аз ном маълум: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ва боз %n</numerusform>
            <numerusform>ва боз %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncCard</name>
    <message>
        <source>Your changes in this course</source>
        <translation>Тағйироти шумо дар ин курс</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Фиристодан</translation>
    </message>
    <message>
        <source>None waits to be sent: what you changed here is safe at the office.</source>
        <translation>Ҳеҷ чиз интизори фиристодан нест: он чи шумо ин ҷо тағйир додед, дар идора ҳифз шудааст.</translation>
    </message>
</context>
<context>
    <name>TeacherTicks</name>
    <message>
        <source>This course has no trainers yet: assign trainers in the overview.</source>
        <translation>Дар ин курс ҳанӯз тренер нест: тренеронро дар «Маълумоти умумӣ»-и курс таъин кунед.</translation>
    </message>
</context>
<context>
    <name>TeachersCard</name>
    <message>
        <source>Change the role: {name}</source>
        <translation>Тағйири нақш: {name}</translation>
    </message>
    <message>
        <source>Remove from the course: {name}</source>
        <translation>Аз курс хориҷ кардан: {name}</translation>
    </message>
    <message>
        <source>Trainers</source>
        <translation>Тренерон</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Таъин кардан</translation>
    </message>
    <message>
        <source>Nobody is assigned yet. Their names are printed on papers and certificates.</source>
        <translation>Ҳанӯз касе таъин нашудааст. Номи онҳо дар ҳуҷҷатҳо ва шаҳодатномаҳо навишта мешавад.</translation>
    </message>
</context>
</TS>
