<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AddForm</name>
    <message>
        <source>From now on each person types a short name and a passphrase of their own. Yours stays; your short name is “{short}”.</source>
        <translation>С этого момента каждый вводит своё краткое имя и свою парольную фразу. Ваша фраза остаётся; ваше краткое имя – «{short}».</translation>
    </message>
    <message>
        <source>The new person types the short name and this passphrase. Tell them both. A head chooses another one in Settings before they decide anything with a second head.</source>
        <translation>Новый сотрудник вводит краткое имя и эту парольную фразу. Сообщите ему и то и другое. Руководитель выбирает на странице «Настройки» другую, прежде чем что-либо решать со вторым руководителем.</translation>
    </message>
    <message>
        <source>Short name, to unlock</source>
        <translation>Краткое имя для входа</translation>
    </message>
    <message>
        <source>Family and given name</source>
        <translation>Фамилия и имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Ваша собственная парольная фраза</translation>
    </message>
    <message>
        <source>Add a person</source>
        <comment>who opens the office too</comment>
        <translation>Добавить сотрудника</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
</context>
<context>
    <name>AllPacksPanel</name>
    <message>
        <source>Files for all laptops</source>
        <translation>Файлы для всех ноутбуков</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Записать файлы</translation>
    </message>
    <message>
        <source>A file for each laptop that is ticked: its courses with their people, your corrections, receipts and lists. Only that laptop can open it, and its name says for whom it is.</source>
        <translation>По файлу для каждого отмеченного ноутбука: его курсы с участниками, ваши исправления, подтверждения и списки. Открыть файл может только этот ноутбук, а имя файла говорит, для кого он.</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Ноутбуки</translation>
    </message>
    <message>
        <source>Also the courses planned here for their trainers</source>
        <translation>Также курсы, запланированные здесь для их тренеров</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Only what each laptop was given so far goes. A course is ticked for it in “Write a file for {code}”.</source>
        <translation>Уходит только то, что каждому ноутбуку дали до сих пор. Курс для него отмечают в «Записать файл для {code}».</translation>
    </message>
    <message>
        <source>Writing the files for the laptops</source>
        <translation>Запись файлов для ноутбуков</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more with the office&apos;s own changes</source>
        <translation>
            <numerusform>ещё %n с изменениями самого офиса</numerusform>
            <numerusform>ещё %n с изменениями самого офиса</numerusform>
            <numerusform>ещё %n с изменениями самого офиса</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n file(s). Take them from a copy.</source>
        <translation>
            <numerusform>Не хватает %n файла. Возьмите его из копии.</numerusform>
            <numerusform>Не хватает %n файлов. Возьмите их из копии.</numerusform>
            <numerusform>Не хватает %n файлов. Возьмите их из копии.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take from a copy…</source>
        <translation>Взять из копии…</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Всё на месте.</translation>
    </message>
    <message>
        <source>Encrypted originals of all files imported</source>
        <translation>Зашифрованные оригиналы всех принятых файлов</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>Копии пока нет.</translation>
    </message>
    <message>
        <source>{copied} of {files} files, {moment}</source>
        <translation>{copied} из {files} файлов, {moment}</translation>
    </message>
    <message>
        <source>It still holds erased data: copy anew into the same folder.</source>
        <translation>В ней ещё есть стёртые данные: скопируйте заново в ту же папку.</translation>
    </message>
    <message>
        <source>Copy on another disk</source>
        <translation>Копия на другом диске</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Скопировать…</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>the place</comment>
        <translation>Архив</translation>
    </message>
    <message>
        <source>The database can be made anew from the archive</source>
        <translation>Базу данных можно заново собрать из архива</translation>
    </message>
    <message>
        <source>Makes a second one from it and compares the two. Nothing is changed by that.</source>
        <translation>Собирает из него вторую и сравнивает обе. При этом ничего не меняется.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Replace the database with it…</source>
        <translation>Поставить её на место базы данных…</translation>
    </message>
    <message>
        <source>the usual choice</source>
        <translation>обычный выбор</translation>
    </message>
    <message>
        <source>copy the archive before you write files for the laptops</source>
        <translation>копируйте архив до того, как писать файлы для ноутбуков</translation>
    </message>
    <message>
        <source>Until its changes are safe, a laptop sends them again with every file, so none can be lost.</source>
        <translation>Пока изменения не сохранены надёжно, ноутбук отправляет их снова с каждым файлом, поэтому потерять их нельзя.</translation>
    </message>
    <message>
        <source>Where to write the copy</source>
        <translation>Куда записать копию</translation>
    </message>
    <message>
        <source>Where the copy of the archive lies</source>
        <translation>Где лежит копия архива</translation>
    </message>
    <message>
        <source>Taking files from the copy</source>
        <translation>Файлы берутся из копии</translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n file(s). Take them from another copy.</source>
        <translation>
            <numerusform>Не хватает ещё %n файла. Возьмите его из другой копии.</numerusform>
            <numerusform>Не хватает ещё %n файлов. Возьмите их из другой копии.</numerusform>
            <numerusform>Не хватает ещё %n файлов. Возьмите их из другой копии.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken from the copy</source>
        <translation>
            <numerusform>Из копии взят %n файл</numerusform>
            <numerusform>Из копии взято %n файла</numerusform>
            <numerusform>Из копии взято %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying the archive</source>
        <translation>Копирование архива</translation>
    </message>
    <message>
        <source>{folder}: {files} files, new: {new}. Eject the disk before you pull it out.</source>
        <translation>{folder}: файлов {files}, новых: {new}. Перед тем как вынуть диск, извлеките его.</translation>
    </message>
    <message>
        <source>Making the database anew from the archive</source>
        <translation>Сборка базы данных из архива</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the archive cannot be read</source>
        <translation>
            <numerusform>%n файл архива не читается</numerusform>
            <numerusform>%n файла архива не читаются</numerusform>
            <numerusform>%n файлов архива не читаются</numerusform>
        </translation>
    </message>
    <message>
        <source>Without them the database would lack something. Take them from a copy: {files}</source>
        <translation>Без них в базе данных чего-то не хватит. Возьмите их из копии: {files}</translation>
    </message>
    <message>
        <source>{count} changes from {files} files show the very same. Checksum: {digest}</source>
        <translation>Изменений: {count}, файлов: {files}. Показывают то же самое. Контрольная сумма: {digest}</translation>
    </message>
    <message>
        <source>The archive gives the same database</source>
        <translation>Архив даёт ту же базу данных</translation>
    </message>
    <message>
        <source>The archive gives {entries} changes, the database holds {before}. Check the data in Settings first: if the database is damaged, the one from the archive can take its place.</source>
        <translation>Архив даёт изменений: {entries}, в базе данных их {before}. Сначала проверьте данные в настройках: если база повреждена, собранная из архива может занять её место.</translation>
    </message>
    <message>
        <source>The archive gives another database</source>
        <translation>Архив даёт другую базу данных</translation>
    </message>
    <message>
        <source>Go on with the database from the archive?</source>
        <translation>Продолжить с базой данных из архива?</translation>
    </message>
    <message>
        <source>The one in use now is kept among the copies. What undo could take back until now can then no longer be undone.</source>
        <translation>Нынешняя останется среди копий. То, что до сих пор можно было отменить, отменить уже не получится.</translation>
    </message>
    <message>
        <source>Replace the database</source>
        <translation>Поставить на место</translation>
    </message>
    <message>
        <source>The one used before is kept: {file}</source>
        <translation>Прежняя сохранена: {file}</translation>
    </message>
    <message>
        <source>The database from the archive is in use now</source>
        <translation>Теперь используется база данных из архива</translation>
    </message>
</context>
<context>
    <name>BuilderBar</name>
    <message>
        <source>Hide what is said about the data</source>
        <translation>Скрыть пояснения о данных</translation>
    </message>
    <message numerus="yes">
        <source>About the data: %n</source>
        <translation>
            <numerusform>О данных: %n</numerusform>
            <numerusform>О данных: %n</numerusform>
            <numerusform>О данных: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Показатели</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Диаграммы</translation>
    </message>
    <message>
        <source>Targets</source>
        <extracomment>Planned and reached</extracomment>
        <translation>План</translation>
    </message>
    <message>
        <source>For the donor</source>
        <translation>Для донора</translation>
    </message>
    <message>
        <source>What of the report is shown</source>
        <translation>Что из отчёта показано</translation>
    </message>
    <message>
        <source>Rows: {what}</source>
        <translation>Строки: {what}</translation>
    </message>
    <message>
        <source>Columns: {what}</source>
        <translation>Столбцы: {what}</translation>
    </message>
    <message>
        <source>none</source>
        <comment>rows or columns</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>Kept reports</source>
        <translation>Сохранённые отчёты</translation>
    </message>
    <message>
        <source>What stands in the rows</source>
        <translation>Что стоит в строках</translation>
    </message>
    <message>
        <source>What stands in the columns</source>
        <translation>Что стоит в столбцах</translation>
    </message>
    <message numerus="yes">
        <source>Figures: %n</source>
        <translation>
            <numerusform>Показатели: %n</numerusform>
            <numerusform>Показатели: %n</numerusform>
            <numerusform>Показатели: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartsCard</name>
    <message>
        <source>Charts</source>
        <translation>Диаграммы</translation>
    </message>
</context>
<context>
    <name>CourseChooser</name>
    <message>
        <source>{course} (trainer of this name)</source>
        <translation>{course} (тренер с этим именем)</translation>
    </message>
</context>
<context>
    <name>DayForm</name>
    <message>
        <source>Names of {code}</source>
        <translation>Имена курса {code}</translation>
    </message>
    <message>
        <source>Save the day</source>
        <translation>Сохранить день</translation>
    </message>
    <message>
        <source>As the rule of the project or the office says</source>
        <translation>По правилу проекта или офиса</translation>
    </message>
    <message>
        <source>Names are kept until</source>
        <translation>Имена хранятся до</translation>
    </message>
</context>
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Enrol a laptop</source>
        <translation>Зарегистрировать ноутбук</translation>
    </message>
    <message>
        <source>Enrol and write its file</source>
        <translation>Зарегистрировать и записать файл</translation>
    </message>
    <message>
        <source>The trainer wrote a request file on the laptop. The first file from here brings it the courses.</source>
        <translation>Тренер записал на ноутбуке файл запроса. Первый файл отсюда принесёт ему курсы.</translation>
    </message>
    <message>
        <source>Call the trainer at a number you know. The laptop shows six groups under “Join an office…”: type these two.</source>
        <translation>Позвоните тренеру по известному вам номеру. Ноутбук показывает шесть групп после кнопки «Присоединиться к офису…»: введите эти две.</translation>
    </message>
    <message>
        <source>Only these go to the laptop, with the people in them. More can be sent later.</source>
        <translation>На ноутбук попадут только они и их участники. Остальные можно отправить позже.</translation>
    </message>
    <message>
        <source>Request file</source>
        <translation>Файл запроса</translation>
    </message>
    <message>
        <source>A trainer&apos;s laptop</source>
        <translation>Ноутбук тренера</translation>
    </message>
    <message>
        <source>It gets the courses that are ticked, and no others.</source>
        <translation>Он получит только отмеченные курсы.</translation>
    </message>
    <message>
        <source>A computer of the office that travels</source>
        <translation>Компьютер офиса для поездок</translation>
    </message>
    <message>
        <source>It gets everything that the office has, and its person decides there as here.</source>
        <translation>Он получит всё, что есть в офисе, и решать на нём можно так же, как здесь.</translation>
    </message>
    <message>
        <source>Whose computer it is</source>
        <translation>Чей это компьютер</translation>
    </message>
    <message>
        <source>Yours, or that of a data officer. Another head enrols their own.</source>
        <translation>Ваш или специалиста по данным. Другой руководитель регистрирует свой сам.</translation>
    </message>
    <message>
        <source>Digits of the laptop</source>
        <translation>Цифры ноутбука</translation>
    </message>
    <message>
        <source>Code of the laptop</source>
        <translation>Код ноутбука</translation>
    </message>
    <message>
        <source>A letter and a number. It is part of certificate numbers and names of files.</source>
        <translation>Буква и число. Код стоит в номерах сертификатов и именах файлов.</translation>
    </message>
    <message>
        <source>Where to write its first file</source>
        <translation>Куда записать его первый файл</translation>
    </message>
    <message>
        <source>Call the trainer at a number you know. The laptop shows six groups under Settings, “My office”: type these two.</source>
        <translation>Позвоните тренеру по известному вам номеру. Ноутбук показывает шесть групп в разделе «Настройки», «Мой офис»: введите эти две.</translation>
    </message>
    <message>
        <source>None is ticked: its first file would bring no course. More can be sent later.</source>
        <translation>Ни один не отмечен: первый файл не принесёт ни одного курса. Остальные можно отправить позже.</translation>
    </message>
    <message>
        <source>Courses for this laptop</source>
        <translation>Курсы для этого ноутбука</translation>
    </message>
    <message>
        <source>{name} teaches the ticked courses</source>
        <translation>{name} ведёт отмеченные курсы</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>{name} (enrolled as {code} before)</source>
        <translation>{name} (уже зарегистрирован как {code})</translation>
    </message>
    <message>
        <source>A laptop without a name</source>
        <translation>Ноутбук без имени</translation>
    </message>
    <message>
        <source>Give the laptop a code.</source>
        <translation>Дайте ноутбуку код.</translation>
    </message>
    <message>
        <source>Type both groups of five digits.</source>
        <translation>Введите обе группы по пять цифр.</translation>
    </message>
    <message>
        <source>Requests (*.json *.treq);;All files (*)</source>
        <translation>Запросы (*.json *.treq);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Enrolling the laptop</source>
        <translation>Ноутбук регистрируется</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Left out: {what}</source>
        <translation>Не учтено: {what}</translation>
    </message>
    <message>
        <source>The lines add up to more than the total, some being counted in several: {splits}.</source>
        <translation>Сумма строк больше итога, кто-то учтён в нескольких: {splits}.</translation>
    </message>
    <message>
        <source>It is not filled in for these people. In the list Enter or a double click opens one: press Edit there and fill it in.</source>
        <translation>У этих людей это не заполнено. В списке Enter или двойной щелчок открывает строку: нажмите там «Изменить» и заполните.</translation>
    </message>
    <message>
        <source>To fill in what is not stated, choose that line: the list has its people.</source>
        <translation>Чтобы заполнить то, что не указано, выберите эту строку: её люди будут в списке.</translation>
    </message>
    <message>
        <source>Parts of the figure</source>
        <translation>Части показателя</translation>
    </message>
    <message>
        <source>All</source>
        <comment>the total</comment>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Разбивка</translation>
    </message>
    <message>
        <source>Part</source>
        <extracomment>Heading: a share of the figure, such as women</extracomment>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message numerus="yes">
        <source>%n row(s) behind it</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows behind the figure</source>
        <translation>Строки показателя</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: goes to where the chosen row leads</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Enter or a double click opens the likeliest</source>
        <translation>Enter или двойной щелчок открывает самое вероятное</translation>
    </message>
    <message>
        <source>The whole list, as a spreadsheet takes it; Ctrl+C: chosen rows</source>
        <translation>Весь список, как его примет таблица; Ctrl+C — выбранные строки</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>The marks</source>
        <translation>Отметки</translation>
    </message>
    <message>
        <source>The line on the list</source>
        <translation>Строка в списке</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>The tests</source>
        <translation>Тесты</translation>
    </message>
    <message>
        <source>The certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Копировать список</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Its course</source>
        <translation>Этот курс</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Книга Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Сохранение списка</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Result, %</source>
        <translation>Результат, %</translation>
    </message>
    <message>
        <source>Change, points</source>
        <translation>Изменение, п. п.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Прирост</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
</context>
<context>
    <name>IncomingFiles</name>
    <message>
        <source>Import</source>
        <translation>Принять</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) looked at, nothing imported yet</source>
        <translation>
            <numerusform>Просмотрен %n файл, пока ничего не принято</numerusform>
            <numerusform>Просмотрено %n файла, пока ничего не принято</numerusform>
            <numerusform>Просмотрено %n файлов, пока ничего не принято</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Nothing to import; files set aside can be looked at in Review.</source>
        <translation>Ничего не добавится; отложенное видно в разделе «Разбор».</translation>
    </message>
    <message>
        <source>Nothing new would come in.</source>
        <translation>Нового ничего не добавится.</translation>
    </message>
    <message>
        <source>Nothing was imported; files set aside can be looked at in Review.</source>
        <translation>Ничего не добавилось; отложенное видно в разделе «Разбор».</translation>
    </message>
    <message>
        <source>These files bring no conflicts</source>
        <translation>В этих файлах нет расхождений</translation>
    </message>
    <message>
        <source>The conflicts of these files are decided</source>
        <translation>Расхождения этих файлов решены</translation>
    </message>
    <message numerus="yes">
        <source>New pairs of people who may be one: %n</source>
        <translation>
            <numerusform>Новые пары, возможно один человек: %n</numerusform>
            <numerusform>Новые пары, возможно один человек: %n</numerusform>
            <numerusform>Новые пары, возможно один человек: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other question(s) there</source>
        <translation>
            <numerusform>там же ещё %n вопрос</numerusform>
            <numerusform>там же ещё %n вопроса</numerusform>
            <numerusform>там же ещё %n вопросов</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to Review</source>
        <translation>Открыть «Разбор»</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>IncomingPage</name>
    <message>
        <source>Imported before</source>
        <translation>Принято раньше</translation>
    </message>
    <message>
        <source>Look in Review</source>
        <translation>Открыть в разделе «Разбор»</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Отменить этот приём</translation>
    </message>
    <message>
        <source>Files imported</source>
        <translation>Принятые файлы</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Ещё не пришло</translation>
    </message>
    <message>
        <source>No file was imported yet</source>
        <translation>Файлов пока не принимали</translation>
    </message>
    <message>
        <source>Choose the files that trainers bring or send, as many as there are, or drop them on this window.</source>
        <translation>Выберите файлы, которые привезли или прислали тренеры, хоть все сразу, или перетащите их в это окно.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Принять файлы…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>New changes</source>
        <translation>Новых изменений</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>{laptop}, with {others}</source>
        <translation>{laptop}, с ним {others}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменено</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s), decided</source>
        <translation>
            <numerusform>%n расхождение, решено</numerusform>
            <numerusform>%n расхождения, решены</numerusform>
            <numerusform>%n расхождений, решены</numerusform>
        </translation>
    </message>
    <message>
        <source>imported</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>They come with the next file of this laptop.</source>
        <translation>Они придут со следующим файлом этого ноутбука.</translation>
    </message>
    <message>
        <source>Do not import these files</source>
        <translation>Не принимать эти файлы</translation>
    </message>
    <message>
        <source>Stop watching this folder</source>
        <translation>Не следить</translation>
    </message>
    <message>
        <source>No folder is watched</source>
        <translation>Папка входящих не выбрана</translation>
    </message>
    <message>
        <source>Files that arrive in a folder, by e-mail or in a shared one, can be proposed here.</source>
        <translation>Файлы, которые приходят в папку по почте или в общую, можно предлагать здесь.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in {folder}</source>
        <translation>
            <numerusform>%n новый файл в папке {folder}</numerusform>
            <numerusform>%n новых файла в папке {folder}</numerusform>
            <numerusform>%n новых файлов в папке {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Watched: {folder}</source>
        <translation>Папка входящих: {folder}</translation>
    </message>
    <message>
        <source>Nothing new in it.</source>
        <translation>Нового в ней нет.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Which folder to watch</source>
        <translation>За какой папкой следить</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) set aside</source>
        <translation>
            <numerusform>Отложен %n файл</numerusform>
            <numerusform>Отложено %n файла</numerusform>
            <numerusform>Отложено %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of this program (*.{ending})</source>
        <translation>Файлы этой программы (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n file(s)</source>
        <translation>
            <numerusform>Просматривается %n файл</numerusform>
            <numerusform>Просматриваются %n файла</numerusform>
            <numerusform>Просматриваются %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Importing %n file(s)</source>
        <translation>
            <numerusform>Приём %n файла</numerusform>
            <numerusform>Приём %n файлов</numerusform>
            <numerusform>Приём %n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported before that: %n file(s). They stay; the others were not touched.</source>
        <translation>
            <numerusform>До этого принят %n файл, он остаётся. Остальные не тронуты.</numerusform>
            <numerusform>До этого принято %n файла, они остаются. Остальные не тронуты.</numerusform>
            <numerusform>До этого принято %n файлов, они остаются. Остальные не тронуты.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Undoing the import of {file}</source>
        <translation>Отменяется приём {file}</translation>
    </message>
    <message>
        <source>Everything is as it was before it. The file can be imported again at any time.</source>
        <translation>Всё как было до него. Файл можно принять снова в любое время.</translation>
    </message>
    <message>
        <source>The import of {file} was undone</source>
        <translation>Приём {file} отменён</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) of this office about what went with it: Review asks under “Kept, but shown nowhere” whether to take that back.</source>
        <translation>
            <numerusform>%n решение этого офиса о том, что ушло с файлом: «Разбор» в разделе «Хранится, но нигде не видно» спросит, отменить ли это.</numerusform>
            <numerusform>%n решения этого офиса о том, что ушло с файлом: «Разбор» в разделе «Хранится, но нигде не видно» спросит, отменить ли это.</numerusform>
            <numerusform>%n решений этого офиса о том, что ушло с файлом: «Разбор» в разделе «Хранится, но нигде не видно» спросит, отменить ли это.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can be imported again at any time: then they count again.</source>
        <translation>Файл можно принять снова в любое время: тогда они снова учитываются.</translation>
    </message>
</context>
<context>
    <name>KeptBar</name>
    <message>
        <source>Back to what was here before</source>
        <translation>Вернуться к прежнему отчёту</translation>
    </message>
    <message>
        <source>Kept report “{name}”, changed since it was opened</source>
        <translation>Сохранённый отчёт «{name}», после открытия изменён</translation>
    </message>
    <message>
        <source>Kept report: “{name}”</source>
        <translation>Сохранённый отчёт: «{name}»</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Recovery papers</source>
        <translation>Бумаги с ключами</translation>
    </message>
    <message>
        <source>New ones wait: print them, and type their keys back. Until then the old ones hold.</source>
        <translation>Новые ждут: напечатайте их и введите ключи с бумаги. До этого действуют прежние.</translation>
    </message>
    <message>
        <source>Lost, or seen by somebody? New ones take their place; keep the old for old files.</source>
        <translation>Потеряны или кто-то их видел? Их заменят новые; прежние храните для старых файлов.</translation>
    </message>
    <message>
        <source>Show the new papers</source>
        <translation>Показать новые бумаги</translation>
    </message>
    <message>
        <source>Make new papers…</source>
        <translation>Сделать новые бумаги…</translation>
    </message>
    <message>
        <source>The sheets of {day} hold. Lost, or seen by somebody? New ones take their place; keep the old for old files.</source>
        <translation>Действуют листы от {day}. Потеряны или кто-то их видел? Их заменят новые; прежние храните для старых файлов.</translation>
    </message>
    <message>
        <source>The sheets of {day} hold. On older ones the recovery key is still right, the stand-by key is not: destroy them once a backup lies on a USB stick.</source>
        <translation>Действуют листы от {day}. На более старых ключ восстановления верен, запасной ключ нет: уничтожьте их, когда резервная копия будет на флешке.</translation>
    </message>
    <message>
        <source>The sheets of {day} hold. Keep the older ones: earlier files open only with them.</source>
        <translation>Действуют листы от {day}. Храните и более старые: прежние файлы открывают только они.</translation>
    </message>
    <message>
        <source>The stand-by key on the sheets of {day} holds. The recovery key stands on the sheets before them: keep both.</source>
        <translation>Действует запасной ключ с листов от {day}. Ключ восстановления – на листах до них: храните и те и другие.</translation>
    </message>
    <message>
        <source>The office&apos;s check digits</source>
        <translation>Проверочные цифры офиса</translation>
    </message>
    <message>
        <source>A laptop that imports the office&apos;s first file asks for two of these groups: read them to its trainer by telephone.</source>
        <translation>Ноутбук, принимающий первый файл офиса, спросит две из этих групп: прочитайте их тренеру по телефону.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>A server for several people</source>
        <translation>Сервер для нескольких человек</translation>
    </message>
    <message>
        <source>Where the data lie, the check of a server and its certificate are in Settings.</source>
        <translation>Место данных, проверка сервера и его сертификат — в настройках.</translation>
    </message>
    <message>
        <source>Show in Settings</source>
        <translation>Показать в настройках</translation>
    </message>
    <message>
        <source>When a key is lost</source>
        <translation>Если ключ потерян</translation>
    </message>
    <message>
        <source>A laptop&apos;s passphrase is forgotten, or its key file lost</source>
        <translation>Забыта парольная фраза ноутбука или потерян его файл ключа</translation>
    </message>
    <message>
        <source>The paper&apos;s recovery key opens it, by a file or by telephone.</source>
        <translation>Его открывает ключ восстановления с бумаги: файлом или по телефону.</translation>
    </message>
    <message>
        <source>Open a laptop…</source>
        <translation>Открыть ноутбук…</translation>
    </message>
    <message>
        <source>The office&apos;s own key is lost, or somebody may have it</source>
        <translation>Ключ самого офиса потерян, или он мог попасть к другим</translation>
    </message>
    <message>
        <source>The stand-by key from the paper takes over, and a new stand-by is printed.</source>
        <translation>Его заменяет запасной ключ с бумаги; печатается новый запасной.</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Заменить ключ…</translation>
    </message>
    <message>
        <source>Old files that this computer does not open</source>
        <translation>Старые файлы, которые этот компьютер не открывает</translation>
    </message>
    <message>
        <source>From before a computer was lost: the recovery key of that time opens them.</source>
        <translation>Записанные до потери компьютера: их открывает ключ восстановления того времени.</translation>
    </message>
    <message>
        <source>Read old files…</source>
        <translation>Прочитать старые файлы…</translation>
    </message>
    <message>
        <source>Make new recovery papers?</source>
        <translation>Сделать новые бумаги с ключами?</translation>
    </message>
    <message>
        <source>Make new papers</source>
        <translation>Сделать новые бумаги</translation>
    </message>
    <message>
        <source>The new papers hold</source>
        <translation>Новые бумаги действуют</translation>
    </message>
    <message>
        <source>Write new files for all laptops, so that they learn of the new keys.</source>
        <translation>Запишите новые файлы для всех ноутбуков, чтобы они узнали о новых ключах.</translation>
    </message>
    <message>
        <source>Imported: {taken}. Were here already: {known}. From laptops that no list names: {unknown}. Not opened by this key: {unreadable}.</source>
        <translation>Принято: {taken}. Уже были здесь: {known}. С ноутбуков, которых нет в списке: {unknown}. Не открыты этим ключом: {unreadable}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait in Review for the update of the program.</source>
        <translation>
            <numerusform>В разделе «Разбор» обновления программы ждёт %n файл.</numerusform>
            <numerusform>В разделе «Разбор» обновления программы ждут %n файла.</numerusform>
            <numerusform>В разделе «Разбор» обновления программы ждут %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files are read</source>
        <translation>Файлы прочитаны</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide in Review.</source>
        <translation>
            <numerusform>В разделе «Разбор» ждёт %n расхождение.</numerusform>
            <numerusform>В разделе «Разбор» ждут %n расхождения.</numerusform>
            <numerusform>В разделе «Разбор» ждут %n расхождений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaptopChooser</name>
    <message>
        <source>new: {courses}</source>
        <translation>новые: {courses}</translation>
    </message>
    <message>
        <source>no course, only corrections and receipts</source>
        <translation>без курсов, только исправления и подтверждения</translation>
    </message>
</context>
<context>
    <name>LaptopsCard</name>
    <message>
        <source>Laptops</source>
        <translation>Ноутбуки</translation>
    </message>
    <message>
        <source>Enrol a laptop</source>
        <translation>Зарегистрировать ноутбук</translation>
    </message>
    <message>
        <source>Write all files…</source>
        <translation>Записать все файлы…</translation>
    </message>
    <message>
        <source>What counts…</source>
        <translation>Какие записи учитываются…</translation>
    </message>
    <message>
        <source>Laptops of this office</source>
        <translation>Ноутбуки этого офиса</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Цифры</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменений</translation>
    </message>
    <message>
        <source>Everything of this laptop that is here, also what it wrote under another number after its folder was copied. A file tells only what was new in it.</source>
        <translation>Всё, что здесь есть с этого ноутбука, в том числе записанное под другим номером после копирования папки. Файл говорит только о том, что в нём было нового.</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Последний файл</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>File for it</source>
        <translation>Файл для него</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>отозван</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>этот компьютер</translation>
    </message>
    <message>
        <source>erasure: file due</source>
        <translation>стирание: нужен файл</translation>
    </message>
    <message numerus="yes">
        <source>clock %n day(s) ahead</source>
        <translation>
            <numerusform>часы спешат на %n день</numerusform>
            <numerusform>часы спешат на %n дня</numerusform>
            <numerusform>часы спешат на %n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clock %n day(s) behind</source>
        <translation>
            <numerusform>часы отстают на %n день</numerusform>
            <numerusform>часы отстают на %n дня</numerusform>
            <numerusform>часы отстают на %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>receipt to send</source>
        <translation>нужно подтверждение</translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>зарегистрирован</translation>
    </message>
    <message>
        <source>Its first file is saved and checked: {file}. The laptop asks for two groups of the office&apos;s digits, counted from the left. Read them to the trainer when you are called: {digits}.</source>
        <translation>Его первый файл сохранён и проверен: {file}. Ноутбук спросит две группы цифр офиса, счёт слева. Прочитайте их тренеру, когда он позвонит: {digits}.</translation>
    </message>
    <message>
        <source>For a laptop that was lost or stolen. What was imported from it until now stays, and the certificates in that stay good. What is not imported yet is set aside, whatever day it is from, and its certificates show as not valid: first import what you have of this laptop. It gets no answer to a forgotten passphrase. This cannot be undone; a laptop that is found again is enrolled anew.</source>
        <translation>Для потерянного или украденного ноутбука. Всё, что принято от него до этой минуты, остаётся, и сертификаты в нём действительны. Что ещё не принято, откладывается, за какой бы день оно ни было, и сертификаты в нём показываются недействительными: сначала примите то, что у вас есть от этого ноутбука. На забытую парольную фразу он ответа не получит. Отменить это нельзя; найденный ноутбук регистрируют заново.</translation>
    </message>
    <message>
        <source>Write a file for {code}</source>
        <translation>Записать файл для {code}</translation>
    </message>
    <message>
        <source>Write a file for this laptop</source>
        <translation>Записать файл для ноутбука</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Отозвать…</translation>
    </message>
    <message>
        <source>office, travels</source>
        <translation>офис, в поездке</translation>
    </message>
    <message>
        <source>{code} is enrolled</source>
        <translation>{code} зарегистрирован</translation>
    </message>
    <message>
        <source>Its file is saved and checked: {file}. While it belongs to this office it imports it like any other and asks for nothing. If it has left, it asks for two groups of the office&apos;s digits: {digits}.</source>
        <translation>Файл для него сохранён и проверен: {file}. Пока ноутбук принадлежит этому офису, он принимает файл как любой другой и ничего не спрашивает. Если он вышел из офиса, он спросит две группы цифр офиса: {digits}.</translation>
    </message>
    <message>
        <source>{file}, {size}.</source>
        <translation>{file}, {size}.</translation>
    </message>
    <message>
        <source>{file}, {size}. Eject the USB stick before you pull it out.</source>
        <translation>{file}, {size}. Извлеките флешку, прежде чем вынуть.</translation>
    </message>
    <message>
        <source>{files}. Eject the USB stick before you pull it out.</source>
        <translation>{files}. Извлеките флешку, прежде чем вынуть.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved and checked</source>
        <translation>
            <numerusform>%n файл сохранён и проверен</numerusform>
            <numerusform>%n файла сохранены и проверены</numerusform>
            <numerusform>%n файлов сохранены и проверены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not written: %n</source>
        <translation>
            <numerusform>не записан: %n</numerusform>
            <numerusform>не записано: %n</numerusform>
            <numerusform>не записано: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke {code}?</source>
        <translation>Отозвать {code}?</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Write new files for the other laptops, so that they learn of it too.</source>
        <translation>Запишите новые файлы для других ноутбуков, чтобы и они узнали об этом.</translation>
    </message>
    <message>
        <source>{code} is revoked</source>
        <translation>{code} отозван</translation>
    </message>
</context>
<context>
    <name>LayoutsPanel</name>
    <message>
        <source>Kept reports</source>
        <translation>Сохранённые отчёты</translation>
    </message>
    <message>
        <source>Keep this report</source>
        <translation>Сохранить этот отчёт</translation>
    </message>
    <message>
        <source>Kept on this computer: of what the report is, its period, splits, table and figures.</source>
        <translation>На этом компьютере сохраняется: о чём отчёт, его период, разбивки, таблица и показатели.</translation>
    </message>
    <message>
        <source>Name of the report</source>
        <translation>Название отчёта</translation>
    </message>
    <message>
        <source>Name of the kept report</source>
        <translation>Имя сохранённого отчёта</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button: open the report that is chosen</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Rename to this name</source>
        <translation>Переименовать так</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Kept: “{name}”</source>
        <translation>Сохранено: «{name}»</translation>
    </message>
    <message>
        <source>It opens from “Kept reports” above the figures, and is counted anew each time.</source>
        <translation>Открывается из «Сохранённые отчёты» над показателями и каждый раз считается заново.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Копировать выбранные строки</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Копировать список</translation>
    </message>
    <message>
        <source>Save as a workbook (xlsx)…</source>
        <translation>Сохранить как книгу Excel (xlsx)…</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>Сохранить как таблицу (CSV)…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
    <message>
        <source>Saving the list</source>
        <translation>Сохранение списка</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>None of these places has a point in the list of places.</source>
        <translation>Ни у одного из этих мест нет точки в списке мест.</translation>
    </message>
    <message>
        <source>Places of the map</source>
        <translation>Места на карте</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>OfficeScreen</name>
    <message>
        <source>Office</source>
        <translation>Офис</translation>
    </message>
    <message>
        <source>Files of the trainers, their laptops, and what all courses add up to.</source>
        <translation>Файлы тренеров, их ноутбуки и итоги всех курсов.</translation>
    </message>
    <message>
        <source>What all courses add up to. Files, laptops and keys are at the office itself.</source>
        <translation>Итоги всех курсов. Файлы, ноутбуки и ключи — в самом офисе.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Принять файлы…</translation>
    </message>
    <message>
        <source>Back to Review</source>
        <translation>Назад в «Разбор»</translation>
    </message>
    <message>
        <source>Incoming files</source>
        <translation>Входящие файлы</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Ноутбуки</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Отчёты</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Архив</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Сроки хранения</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключи</translation>
    </message>
    <message>
        <source>Parts of the office</source>
        <translation>Разделы офиса</translation>
    </message>
</context>
<context>
    <name>OfficeSendScreen</name>
    <message>
        <source>Send to the laptops</source>
        <translation>Отправка на ноутбуки</translation>
    </message>
    <message>
        <source>Each file is encrypted. Only the laptop it is for can open it.</source>
        <translation>Каждый файл зашифрован. Открыть его может только тот ноутбук, для которого он создан.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Принять файлы</translation>
    </message>
</context>
<context>
    <name>OfficeWording</name>
    <message>
        <source>ready to import</source>
        <translation>готов к приёму</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>was here already</source>
        <translation>уже был здесь</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>отложен</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>Enrol this laptop…</source>
        <translation>Зарегистрировать этот ноутбук…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message>
        <source>on the lists, with those who left:</source>
        <translation>в списках, с выбывшими:</translation>
    </message>
    <message>
        <source>women among them:</source>
        <translation>из них женщин:</translation>
    </message>
    <message>
        <source>conflicts to decide in Review:</source>
        <translation>расхождения, которые ждут решения в разделе «Разбор»:</translation>
    </message>
    <message>
        <source>{laptop}: change {number} not received yet</source>
        <translation>{laptop}: изменение {number} ещё не получено</translation>
    </message>
    <message>
        <source>{laptop}: changes {first}–{last} not received yet</source>
        <translation>{laptop}: изменения {first}–{last} ещё не получены</translation>
    </message>
</context>
<context>
    <name>OpenDataForm</name>
    <message>
        <source>Open data: all tables</source>
        <translation>Открытые данные: все таблицы</translation>
    </message>
    <message>
        <source>Courses, marks, tests, certificates as CSV files that describe themselves</source>
        <translation>Курсы, отметки, тесты, сертификаты в файлах CSV с описанием</translation>
    </message>
    <message>
        <source>Figures with HXL tags</source>
        <translation>Показатели с метками HXL</translation>
    </message>
    <message>
        <source>One table (CSV) that humanitarian systems understand</source>
        <translation>Одна таблица (CSV), понятная гуманитарным системам</translation>
    </message>
    <message>
        <source>Results for IATI</source>
        <translation>Результаты для IATI</translation>
    </message>
    <message>
        <source>Indicators of each project, by sex too, as XML for the donor&apos;s register</source>
        <translation>Показатели каждого проекта, в том числе по полу, в XML для реестра донора</translation>
    </message>
    <message>
        <source>Also all in one SQLite file</source>
        <translation>Также всё в одном файле SQLite</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>С именами</translation>
    </message>
    <message>
        <source>Identifier of your organisation</source>
        <translation>Идентификатор вашей организации</translation>
    </message>
    <message>
        <source>As it is registered with IATI, for example XM-DAC-41114</source>
        <translation>Как он зарегистрирован в IATI, например XM-DAC-41114</translation>
    </message>
    <message>
        <source>Type of organisation</source>
        <translation>Вид организации</translation>
    </message>
    <message>
        <source>Data for other programs</source>
        <translation>Данные для других программ</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>{courses}, with the days and the basis chosen on the page</source>
        <translation>{courses}, за дни и по данным, выбранным на странице</translation>
    </message>
    <message>
        <source>{courses}, whole, as of today</source>
        <translation>{courses}, полностью, на сегодня</translation>
    </message>
    <message>
        <source>People are named. The files say so, and it is noted here who wrote them.</source>
        <translation>Люди названы. Об этом сказано в файлах; здесь отмечается, кто их записал.</translation>
    </message>
    <message>
        <source>Nobody is named: people have keys that only this office can trace. Sex, rank, district and unit are left out where fewer than five of a course share them.</source>
        <translation>Никто не назван: у людей коды, которые может раскрыть только этот офис. Пол, звание, район и подразделение опущены, если они одинаковы менее чем у пяти участников курса.</translation>
    </message>
    <message>
        <source>In which folder?</source>
        <translation>В какую папку?</translation>
    </message>
    <message>
        <source>Writing open data</source>
        <translation>Запись открытых данных</translation>
    </message>
    <message>
        <source>It names people, and it is noted that you saved it.</source>
        <translation>В данных названы люди; отмечено, что вы их сохранили.</translation>
    </message>
    <message>
        <source>HXL table (*.csv)</source>
        <translation>Таблица HXL (*.csv)</translation>
    </message>
    <message>
        <source>Writing the figures</source>
        <translation>Запись показателей</translation>
    </message>
    <message>
        <source>IATI file (*.xml)</source>
        <translation>Файл IATI (*.xml)</translation>
    </message>
    <message>
        <source>Writing the results</source>
        <translation>Запись результатов</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сохранить как</translation>
    </message>
</context>
<context>
    <name>PackPanel</name>
    <message>
        <source>A file for {code}</source>
        <translation>Файл для {code}</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Записать файл</translation>
    </message>
    <message>
        <source>It holds the courses below with their people and logos, your corrections, the receipt for what came from this laptop, and the lists of laptops and of void certificates. Only this laptop can open it.</source>
        <translation>В нём отмеченные ниже курсы с участниками и логотипами, ваши исправления, подтверждение полученного с этого ноутбука, списки ноутбуков и недействительных сертификатов. Открыть его может только этот ноутбук.</translation>
    </message>
    <message>
        <source>It holds what the office has and this computer has not confirmed yet with a file of its own: of all courses with their people, of the register of certificates, of what waits in Review. Only this computer can open it.</source>
        <translation>В нём то, что есть в офисе и чего этот компьютер ещё не подтвердил своим файлом: из всех курсов с участниками, реестра сертификатов, того, что ждёт разбора. Открыть его может только этот компьютер.</translation>
    </message>
    <message>
        <source>Everything again, from the beginning</source>
        <translation>Всё заново, с самого начала</translation>
    </message>
    <message>
        <source>Names of people in courses that are not ticked stay here.</source>
        <translation>Имена участников неотмеченных курсов остаются здесь.</translation>
    </message>
    <message>
        <source>None is ticked: the file would bring this laptop no course, only corrections, receipts and lists. Tick the courses that its trainer is to work on.</source>
        <translation>Ни один не отмечен: файл не принесёт этому ноутбуку ни одного курса, только исправления, подтверждения и списки. Отметьте курсы, с которыми будет работать тренер.</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Writing the file for {code}</source>
        <translation>Записывается файл для {code}</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>New recovery papers</source>
        <translation>Новые бумаги с ключами</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Бумаги сохранены</translation>
    </message>
    <message>
        <source>Give these up: the old ones go on</source>
        <translation>Отказаться от новых: действуют прежние</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Print both copies and put them where the old ones lie. They become valid once their last letters are typed back here. Keep the old papers: earlier files open only with them.</source>
        <translation>Напечатайте оба экземпляра и положите туда, где лежат прежние. Они действуют, когда их окончания введены здесь. Прежние бумаги сохраните: более ранние файлы открывают только они.</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>{name} unlocks with the short name “{short}” and this passphrase from now on; the one before opens nothing any more. A head chooses another one in Settings before they decide anything with a second head.</source>
        <translation>Теперь {name} входит с кратким именем «{short}» и этой парольной фразой; прежняя больше ничего не открывает. Руководитель выбирает на странице «Настройки» другую, прежде чем что-либо решать со вторым руководителем.</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People of the office</source>
        <translation>Сотрудники офиса</translation>
    </message>
    <message>
        <source>One passphrase opens the office, and whoever types it may do everything. Where several people work here, give each a passphrase and a role: the history then says who did what.</source>
        <translation>Данные офиса открывает одна парольная фраза, и тому, кто её вводит, доступно всё. Если здесь работают несколько человек, дайте каждому парольную фразу и роль: тогда в истории видно, кто что сделал.</translation>
    </message>
    <message>
        <source>Only a head of the office adds people or changes what they may do.</source>
        <translation>Добавляет сотрудников и меняет их роли только руководитель офиса.</translation>
    </message>
    <message>
        <source>You opened the office with its key from paper, or with the passphrase that is nobody&apos;s: you may do everything. Give those who have none a new passphrase.</source>
        <translation>Вы открыли офис ключом восстановления с бумаги или ничьей парольной фразой: вам доступно всё. Дайте новую парольную фразу тем, у кого её нет.</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Добавить сотрудника…</translation>
    </message>
    <message>
        <source>Role…</source>
        <translation>Роль…</translation>
    </message>
    <message>
        <source>New passphrase…</source>
        <translation>Новая парольная фраза…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Short name</source>
        <comment>to unlock with</comment>
        <translation>Краткое имя</translation>
    </message>
    <message>
        <source>asked of a second head</source>
        <translation>запрошено у второго руководителя</translation>
    </message>
    <message>
        <source>waits for a new passphrase</source>
        <translation>ждёт новую парольную фразу</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>a person of the office</comment>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>unlocks</source>
        <translation>входит</translation>
    </message>
    <message>
        <source>The person is added</source>
        <translation>Сотрудник добавлен</translation>
    </message>
    <message>
        <source>To unlock, type your short name too: {short}</source>
        <translation>При входе вводите и своё краткое имя: {short}</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Удалить: {name}?</translation>
    </message>
</context>
<context>
    <name>PurgePanel</name>
    <message>
        <source>Erase the names of courses</source>
        <translation>Стереть имена курсов</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Стереть навсегда</translation>
    </message>
    <message>
        <source>This cannot be undone, and what was done before can no longer be undone either.</source>
        <translation>Это нельзя отменить; не отменить будет и того, что сделано раньше.</translation>
    </message>
    <message>
        <source>Number of the decision, if there is one</source>
        <translation>Номер решения, если есть</translation>
    </message>
    <message>
        <source>Type the number of people to confirm: {count}</source>
        <translation>Для подтверждения введите число людей: {count}</translation>
    </message>
    <message>
        <source>The names are being erased</source>
        <translation>Имена стираются</translation>
    </message>
    <message>
        <source>The names are erased, but older files could not be cleared yet</source>
        <translation>Имена стёрты, но прежние файлы пока не удалось очистить</translation>
    </message>
    <message>
        <source>The names are erased</source>
        <translation>Имена стёрты</translation>
    </message>
    <message>
        <source>The record is kept below. The next files take them from the laptops.</source>
        <translation>Запись хранится ниже. С ноутбуков имена будут удалены со следующими файлами.</translation>
    </message>
</context>
<context>
    <name>ReadPanel</name>
    <message>
        <source>Read old files</source>
        <translation>Чтение старых файлов</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>Everything in the folder that this key opens is imported, once: an archive, USB sticks, files of laptops found again.</source>
        <translation>Всё в папке, что открывает этот ключ, принимается один раз: архив, флешки, файлы найденных ноутбуков.</translation>
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
        <source>Folder with the files</source>
        <translation>Папка с файлами</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Reading old files</source>
        <translation>Чтение старых файлов</translation>
    </message>
</context>
<context>
    <name>ReleasesPanel</name>
    <message>
        <source>Reports with names</source>
        <translation>Отчёты с именами</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>They left the program as files or on paper</source>
        <translation>Вышли из программы файлом или на бумаге</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with a name</source>
        <translation>
            <numerusform>%n строка с именем</numerusform>
            <numerusform>%n строки с именем</numerusform>
            <numerusform>%n строк с именем</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportControls</name>
    <message numerus="yes">
        <source>Chosen: %n</source>
        <translation>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
            <numerusform>Выбрано: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Все курсы</translation>
    </message>
    <message>
        <source>Course or project</source>
        <translation>Курс или проект</translation>
    </message>
    <message>
        <source>Several projects or courses, a donor, a field of work</source>
        <translation>Несколько проектов или курсов, донор, область работы</translation>
    </message>
    <message>
        <source>As of today or as approved</source>
        <translation>На сегодня или как утверждено</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>На сегодня</translation>
    </message>
    <message>
        <source>As approved</source>
        <translation>Как утверждено</translation>
    </message>
    <message>
        <source>As approved: approved courses alone, as the office approved them, whatever came later.</source>
        <translation>Как утверждено: только утверждённые курсы в том виде, в каком их утвердил офис, что бы ни пришло позже.</translation>
    </message>
    <message>
        <source>Period</source>
        <extracomment>From one day to another</extracomment>
        <translation>Период</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Этот квартал</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Прошлый квартал</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Прошлый год</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>С именами</translation>
    </message>
    <message>
        <source>PDF and workbook list the participants. It is said on the first page, and noted here.</source>
        <translation>PDF и книга перечисляют участников. Об этом сказано на первой странице, и это записывается здесь.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Книга Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Данные (JSON)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Show as PDF</source>
        <translation>Показать в PDF</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>chosen</comment>
        <translation>ничего</translation>
    </message>
    <message>
        <source>Split by: {what}</source>
        <translation>Разбивка: {what}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Counting</source>
        <translation>Идёт подсчёт</translation>
    </message>
    <message>
        <source>Looking for what is open</source>
        <translation>Поиск нерешённого</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Показатели</translation>
    </message>
    <message>
        <source>Data for other programs…</source>
        <translation>Данные для других программ…</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Показатели отчёта</translation>
    </message>
    <message>
        <source>No course of this report is approved</source>
        <translation>Ни один курс этого отчёта не утверждён</translation>
    </message>
    <message>
        <source>The office approves a course on its page, once it is closed. Or choose “As of today”.</source>
        <translation>Офис утверждает курс на его странице, когда курс закрыт. Или выберите «На сегодня».</translation>
    </message>
    <message>
        <source>No course to report on yet</source>
        <translation>Пока нет курсов для отчёта</translation>
    </message>
    <message>
        <source>Import the files of the trainers, or create a course: its figures appear here at once.</source>
        <translation>Примите файлы тренеров или создайте курс: его показатели сразу появятся здесь.</translation>
    </message>
    <message numerus="yes">
        <source>Reports with names: %n</source>
        <translation>
            <numerusform>Отчётов с именами: %n</numerusform>
            <numerusform>Отчётов с именами: %n</numerusform>
            <numerusform>Отчётов с именами: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was stopped before its end: it can be saved once that is done.</source>
        <translation>Отчёт остановлен до конца: сохранить его можно, когда всё будет просмотрено.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Просмотреть снова</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>Отчёт готовится</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>Отчёт сохраняется</translation>
    </message>
    <message>
        <source>It names participants, and it is noted that you saved it.</source>
        <translation>В нём названы участники; то, что вы его сохранили, записано.</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Ask a laptop for something</source>
        <translation>Попросить о чём-то ноутбук</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Попросить</translation>
    </message>
    <message>
        <source>It goes with the next file for the laptop and stays on its first screen until it is done.</source>
        <translation>Просьба уйдёт со следующим файлом для ноутбука и останется на его первом экране, пока не будет выполнена.</translation>
    </message>
    <message>
        <source>no laptop yet</source>
        <translation>ноутбуков ещё нет</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>About the course</source>
        <translation>О курсе</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>В нескольких словах</translation>
    </message>
    <message>
        <source>Only this laptop gets to read it.</source>
        <translation>Прочитает только этот ноутбук.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Что-то другое</translation>
    </message>
    <message>
        <source>no course</source>
        <translation>без курса</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Requests to laptops</source>
        <translation>Просьбы к ноутбукам</translation>
    </message>
    <message>
        <source>Ask for something…</source>
        <translation>Попросить…</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <comment>to a laptop</comment>
        <translation>Отозвать просьбу</translation>
    </message>
    <message>
        <source>Nothing was asked for yet</source>
        <translation>Просьб пока не было</translation>
    </message>
    <message>
        <source>A request goes with the next file for a laptop and stays on its first screen until done.</source>
        <translation>Просьба уходит со следующим файлом для ноутбука и остаётся на его первом экране, пока не будет выполнена.</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Ноутбук</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>RescuePanel</name>
    <message>
        <source>The trainer chose “Passphrase forgotten?” on the laptop. Answer only somebody whose voice you know: whoever has the laptop and the answer reads everything in it.</source>
        <translation>Тренер выбрал на ноутбуке «Забыли парольную фразу?». Отвечайте только тому, чей голос знаете: у кого ноутбук и ответ, тот прочтёт в нём всё.</translation>
    </message>
    <message>
        <source>By file</source>
        <translation>Файлом</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>По телефону</translation>
    </message>
    <message>
        <source>How the laptop asks</source>
        <translation>Как спрашивает ноутбук</translation>
    </message>
    <message>
        <source>Request of the laptop</source>
        <translation>Запрос ноутбука</translation>
    </message>
    <message>
        <source>Which laptop</source>
        <translation>Какой ноутбук</translation>
    </message>
    <message>
        <source>The groups that the trainer reads</source>
        <translation>Группы, которые читает тренер</translation>
    </message>
    <message>
        <source>Have the trainer read the digits. Go on only if all of them are the same.</source>
        <translation>Пусть тренер прочитает цифры. Продолжайте, только если все они совпадают.</translation>
    </message>
    <message>
        <source>Recovery key from the paper</source>
        <translation>Ключ восстановления с бумаги</translation>
    </message>
    <message>
        <source>Type it, or scan its code. It is used once and not kept.</source>
        <translation>Введите его или отсканируйте код. Он используется один раз и не сохраняется.</translation>
    </message>
    <message>
        <source>Where to write the answer</source>
        <translation>Куда записать ответ</translation>
    </message>
    <message>
        <source>Read these groups to the trainer, slowly</source>
        <translation>Медленно прочитайте эти группы тренеру</translation>
    </message>
    <message>
        <source>Open a laptop</source>
        <translation>Открыть ноутбук</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>A laptop without a name</source>
        <translation>Ноутбук без имени</translation>
    </message>
    <message>
        <source>{name} (laptop {code})</source>
        <translation>{name} (ноутбук {code})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Показать ответ</translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>Записать ответ</translation>
    </message>
    <message>
        <source>Making the answer</source>
        <translation>Подготовка ответа</translation>
    </message>
    <message>
        <source>Saved and checked: {file}. The trainer imports it on the laptop.</source>
        <translation>Сохранено и проверено: {file}. Тренер примет его на ноутбуке.</translation>
    </message>
    <message>
        <source>The laptop says after each group whether it is right, and opens after the last one.</source>
        <translation>После каждой группы ноутбук показывает, верна ли она, и после последней открывается.</translation>
    </message>
    <message>
        <source>Requests (*.json);;All files (*)</source>
        <translation>Запросы (*.json);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>How long names are kept</source>
        <translation>Как долго хранятся имена</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>Что стёрто</translation>
    </message>
    <message>
        <source>Change the rule</source>
        <translation>Изменить правило</translation>
    </message>
    <message>
        <source>Set the day…</source>
        <translation>Задать день…</translation>
    </message>
    <message>
        <source>Courses and until when their names are kept</source>
        <translation>Курсы и до какого дня хранятся их имена</translation>
    </message>
    <message>
        <source>Records of what was erased</source>
        <translation>Записи о стирании</translation>
    </message>
    <message>
        <source>Nothing yet. One person&apos;s data are erased from the person&apos;s page in People.</source>
        <translation>Пока ничего. Данные одного человека стираются на его странице в разделе «Люди».</translation>
    </message>
    <message>
        <source>Older files still hold what was erased. Free space on this disk and start again.</source>
        <translation>В прежних файлах ещё есть стёртое. Освободите место на диске и запустите программу снова.</translation>
    </message>
    <message>
        <source>No rule is set: names are kept until somebody erases them.</source>
        <translation>Правило не задано: имена хранятся, пока их не сотрут.</translation>
    </message>
    <message numerus="yes">
        <source>Names are kept for %n month(s) after a course&apos;s last day.</source>
        <translation>
            <numerusform>Имена хранятся %n месяц после последнего дня курса.</numerusform>
            <numerusform>Имена хранятся %n месяца после последнего дня курса.</numerusform>
            <numerusform>Имена хранятся %n месяцев после последнего дня курса.</numerusform>
        </translation>
    </message>
    <message>
        <source>Laptops keep what they have.</source>
        <translation>На ноутбуках всё остаётся.</translation>
    </message>
    <message numerus="yes">
        <source>Laptops delete the names of closed courses %n day(s) after everything is stored here.</source>
        <translation>
            <numerusform>С ноутбуков закрытые курсы уходят через %n день после того, как здесь всё в сохранности.</numerusform>
            <numerusform>С ноутбуков закрытые курсы уходят через %n дня после того, как здесь всё в сохранности.</numerusform>
            <numerusform>С ноутбуков закрытые курсы уходят через %n дней после того, как здесь всё в сохранности.</numerusform>
        </translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Names kept until</source>
        <translation>Имена хранятся до</translation>
    </message>
    <message>
        <source>Names</source>
        <comment>how many</comment>
        <translation>Имён</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>Heading: whose decision it was</extracomment>
        <translation>Кем задано</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Обращение</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Просит</translation>
    </message>
    <message>
        <source>Stayed</source>
        <extracomment>Heading: how many records could not be erased</extracomment>
        <translation>Остались</translation>
    </message>
    <message>
        <source>this course</source>
        <translation>этот курс</translation>
    </message>
    <message>
        <source>its project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>the rule</source>
        <translation>правило</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>стёрты</translation>
    </message>
    <message>
        <source>time has come</source>
        <translation>срок истёк</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>ещё идёт</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>хранятся</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>один человек</translation>
    </message>
    <message numerus="yes">
        <source>Erase the names of %n course(s)…</source>
        <translation>
            <numerusform>Стереть имена %n курса…</numerusform>
            <numerusform>Стереть имена %n курсов…</numerusform>
            <numerusform>Стереть имена %n курсов…</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the names…</source>
        <translation>Стереть имена…</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>{name} may do this from now on:</source>
        <translation>С этого момента {name} может:</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>It is kept with the record. Write no names in it.</source>
        <translation>Хранится вместе с записью. Не пишите здесь имён.</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>Другая роль</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>RootPanel</name>
    <message>
        <source>Replace the office&apos;s key</source>
        <translation>Замена ключа офиса</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>The office&apos;s own key signs the list of laptops. A new one is made, and the stand-by from the paper vouches for it, so that all laptops follow. Nothing changes before the new paper is typed back.</source>
        <translation>Ключом самого офиса подписан список ноутбуков. Создаётся новый ключ, за него ручается запасной ключ с бумаги, поэтому его примет каждый ноутбук. Ничего не меняется, пока новый ключ не введён с бумаги.</translation>
    </message>
    <message>
        <source>Stand-by key from the paper</source>
        <translation>Запасной ключ с бумаги</translation>
    </message>
    <message>
        <source>It begins with TRAINER-STANDBY-1.</source>
        <translation>Он начинается с TRAINER-STANDBY-1.</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Rule for keeping names</source>
        <translation>Правило хранения имён</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Сохранить правило</translation>
    </message>
    <message>
        <source>Say when it is time to erase names</source>
        <translation>Напоминать, когда пора стереть имена</translation>
    </message>
    <message>
        <source>Months after a course&apos;s last day</source>
        <translation>Месяцев после последнего дня курса</translation>
    </message>
    <message>
        <source>Nothing is erased by itself: it is shown here that the time has come.</source>
        <translation>Само ничего не стирается: здесь будет видно, что срок истёк.</translation>
    </message>
    <message>
        <source>Laptops delete the names of closed courses</source>
        <translation>Закрытые курсы уходят с ноутбуков</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>нет правила</translation>
    </message>
    <message>
        <source>Days after everything is safe here</source>
        <translation>Дней после того, как здесь всё в сохранности</translation>
    </message>
    <message>
        <source>The laptop says so a week before, and can postpone it. The office keeps everything.</source>
        <translation>Ноутбук предупреждает за неделю и может отложить. В офисе всё остаётся.</translation>
    </message>
    <message>
        <source>The rule reaches the laptops with their next files.</source>
        <translation>Правило попадёт на ноутбуки со следующими файлами.</translation>
    </message>
</context>
<context>
    <name>ScopePanel</name>
    <message>
        <source>What the report is of</source>
        <translation>О чём отчёт</translation>
    </message>
    <message>
        <source>Show this report</source>
        <translation>Показать этот отчёт</translation>
    </message>
    <message>
        <source>Courses of the chosen projects, and the chosen courses besides. A donor or a field of work narrows them.</source>
        <translation>Курсы выбранных проектов и, кроме них, выбранные курсы. Донор и область работы сужают выбор.</translation>
    </message>
    <message>
        <source>Find a project, a course, a donor</source>
        <translation>Найти проект, курс, донора</translation>
    </message>
    <message>
        <source>Take nothing: all courses</source>
        <translation>Ничего не выбирать: все курсы</translation>
    </message>
    <message>
        <source>Projects, donors, fields of work and courses</source>
        <translation>Проекты, доноры, области работы и курсы</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Выбрано</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
</context>
<context>
    <name>SpellingsButton</name>
    <message>
        <source>No unit has several spellings</source>
        <translation>Все подразделения написаны одинаково</translation>
    </message>
    <message>
        <source>Fewer than two units are written with people.</source>
        <translation>У людей записано меньше двух подразделений.</translation>
    </message>
    <message>
        <source>No place has several spellings</source>
        <translation>Все места написаны одинаково</translation>
    </message>
    <message>
        <source>Every town and district of the courses is written in one way.</source>
        <translation>Каждый город и район курсов пишется одним способом.</translation>
    </message>
    <message numerus="yes">
        <source>Places with several spellings: %n…</source>
        <translation>
            <numerusform>Мест с разными написаниями: %n…</numerusform>
            <numerusform>Мест с разными написаниями: %n…</numerusform>
            <numerusform>Мест с разными написаниями: %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Units with several spellings: %n…</source>
        <translation>
            <numerusform>Подразделений с разными написаниями: %n…</numerusform>
            <numerusform>Подразделений с разными написаниями: %n…</numerusform>
            <numerusform>Подразделений с разными написаниями: %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>Spellings of units…</source>
        <translation>Написания подразделений…</translation>
    </message>
</context>
<context>
    <name>SpellingsPanel</name>
    <message>
        <source>Spellings of places</source>
        <translation>Написания мест</translation>
    </message>
    <message>
        <source>Write one spelling</source>
        <translation>Записать одно написание</translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>These seem to be one place, and count as several. Choose which spelling stays: courses with the others get it. “Undo” takes it back.</source>
        <translation>Похоже, это одно место, а считается как несколько. Выберите, какое написание останется: его получат и остальные курсы. «Отменить» вернёт как было.</translation>
    </message>
    <message>
        <source>Each of these seems to be one place, written in several ways. Choose which spelling stays: courses with the others get it. “Undo” takes it back.</source>
        <translation>Похоже, каждое из этих мест одно, а написано по-разному. Выберите, какое написание останется: его получат и остальные курсы. «Отменить» вернёт как было.</translation>
    </message>
    <message>
        <source>Spellings of units</source>
        <translation>Написания подразделений</translation>
    </message>
    <message>
        <source>Keep all as they are, and do not ask again</source>
        <translation>Оставить всё как есть и больше не спрашивать</translation>
    </message>
    <message>
        <source>No two units are written so that they seem to be one.</source>
        <translation>Нет подразделений, которые похожи на одно и написаны по-разному.</translation>
    </message>
    <message>
        <source>These seem to be one unit, and count as several. Choose which spelling stays: people with the others get it, at every course. Figures as approved stay as they are. “Undo” takes it back.</source>
        <translation>Похоже, это одно подразделение, а считается как несколько. Выберите, какое написание останется: его получат и остальные люди, во всех курсах. Утверждённые показатели не изменятся. «Отменить» вернёт как было.</translation>
    </message>
    <message>
        <source>Town: {spellings}</source>
        <translation>Город: {spellings}</translation>
    </message>
    <message>
        <source>District: {spellings}</source>
        <translation>Район: {spellings}</translation>
    </message>
    <message>
        <source>Unit: {spellings}</source>
        <translation>Подразделение: {spellings}</translation>
    </message>
    <message numerus="yes">
        <source>Unit: {kept}. To be changed: %n person(s)</source>
        <translation>
            <numerusform>Подразделение: {kept}. Изменится у %n человека</numerusform>
            <numerusform>Подразделение: {kept}. Изменится у %n человек</numerusform>
            <numerusform>Подразделение: {kept}. Изменится у %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Town: {kept} in all its courses. To be changed: {courses}</source>
        <translation>Город: {kept} во всех его курсах. Изменятся: {courses}</translation>
    </message>
    <message>
        <source>District: {kept} in all its courses. To be changed: {courses}</source>
        <translation>Район: {kept} во всех его курсах. Изменятся: {courses}</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s)</source>
        <translation>
            <numerusform>%n курс</numerusform>
            <numerusform>%n курса</numerusform>
            <numerusform>%n курсов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n человек</numerusform>
            <numerusform>%n человека</numerusform>
            <numerusform>%n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n участник</numerusform>
            <numerusform>%n участника</numerusform>
            <numerusform>%n участников</numerusform>
        </translation>
    </message>
    <message>
        <source>counts as {place}</source>
        <translation>считается как {place}</translation>
    </message>
    <message>
        <source>in the list of places</source>
        <translation>есть в списке мест</translation>
    </message>
    <message>
        <source>former name</source>
        <translation>прежнее название</translation>
    </message>
    <message>
        <source>“{typed}”</source>
        <translation>«{typed}»</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Figure in the cells or on the map</source>
        <translation>Показатель в ячейках или на карте</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Table of the report</source>
        <translation>Таблица отчёта</translation>
    </message>
    <message>
        <source>{value} (n {n})</source>
        <extracomment>n: of how many a mean or a share is</extracomment>
        <translation>{value} (n {n})</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
    </message>
</context>
<context>
    <name>TargetsCard</name>
    <message>
        <source>Planned and reached</source>
        <translation>План и результат</translation>
    </message>
    <message>
        <source>No project of this report says what it planned. It is typed into the form of the project: Courses, choose the project above the list, then the pencil beside it.</source>
        <translation>Ни один проект этого отчёта не говорит, что планировалось. План вводится в форме проекта: «Курсы», выберите проект над списком, затем карандаш рядом с ним.</translation>
    </message>
    <message>
        <source>Open {course}</source>
        <translation>Открыть {course}</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>What came after it changes nothing any more. It waits in Review, where you look at it and agree or leave it, one by one or all at once.</source>
        <translation>Всё, что пришло после него, больше ничего не меняет. Оно ждёт в разделе проверки: там вы смотрите его и соглашаетесь или оставляете как было, по одному или всё сразу.</translation>
    </message>
    <message>
        <source>everything that came</source>
        <translation>всему, что пришло</translation>
    </message>
    <message>
        <source>nothing at all</source>
        <translation>ничему</translation>
    </message>
    <message>
        <source>{code} is believed up to</source>
        <translation>Ноутбуку {code} верить до</translation>
    </message>
    <message>
        <source>What a revoked laptop wrote</source>
        <translation>Что написал отозванный ноутбук</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>UserRole</name>
    <message>
        <source>One more head is made by two: add the person as a data officer, then ask for it with “Role…”.</source>
        <translation>Ещё одного руководителя назначают двое: добавьте человека как специалиста по данным, затем запросите роль кнопкой «Роль…».</translation>
    </message>
    <message>
        <source>Looks at everything and saves reports without names.</source>
        <translation>Смотрит всё и сохраняет отчёты без имён.</translation>
    </message>
    <message>
        <source>Records, imports, settles what waits in Review, prints and hands out.</source>
        <translation>Записывает, принимает файлы, решает то, что ждёт в разделе «Разбор», печатает и выдаёт.</translation>
    </message>
    <message>
        <source>Also approves, erases, revokes laptops, keeps the keys and these people.</source>
        <translation>Кроме того, утверждает, удаляет данные, отзывает доступ ноутбуков, ведёт ключи и этот список.</translation>
    </message>
    <message>
        <source>From then on two heads must decide together what cannot be taken back. As soon as both have chosen passphrases of their own, neither can take the role from the other alone; until then one head still can.</source>
        <translation>После этого то, что нельзя вернуть, решают два руководителя вместе. Как только у обоих будут собственные парольные фразы, ни один не сможет снять другого в одиночку; до этого один руководитель ещё может.</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>For the donor</source>
        <translation>Для донора</translation>
    </message>
    <message>
        <source>In one sentence</source>
        <translation>Одним предложением</translation>
    </message>
    <message>
        <source>In a paragraph, with its notes</source>
        <translation>Абзацем, с примечаниями</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>Копировать предложение</translation>
    </message>
    <message>
        <source>Copy the paragraph</source>
        <translation>Копировать абзац</translation>
    </message>
    <message>
        <source>Copied: paste it into your report.</source>
        <translation>Скопировано: вставьте в свой отчёт.</translation>
    </message>
</context>
<context>
    <name>_TwoUnits</name>
    <message>
        <source>Two others that are one unit:</source>
        <translation>Два других, которые на самом деле одно:</translation>
    </message>
    <message>
        <source>Add to the list above</source>
        <translation>Добавить в список выше</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>Одно подразделение</translation>
    </message>
    <message>
        <source>The other unit</source>
        <translation>Другое подразделение</translation>
    </message>
</context>
<context>
    <name>_UserForm</name>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
</context>
</TS>
