<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close Tab</source>
        <translation>Пӯшидани варақа</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Интихоби ҳама</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>Қадам ба &amp;боло</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>Қадам ба &amp;поён</translation>
    </message>
</context>
<context>
    <name>QComboBox</name>
    <message>
        <source>False</source>
        <translation>Не</translation>
    </message>
    <message>
        <source>Open the combo box selection popup</source>
        <translation>Кушодани рӯйхати интихоб</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Ҳа</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>What's This?</source>
        <translation>Ин чист?</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>Хуб</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Ҷузвдон ёфт нашуд.
Номи ҷузвдонро санҷед.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Файл ёфт нашуд.
Номи файлро санҷед.</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>Файли %1</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 аллакай ҳаст.
Онро иваз мекунед?</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Интихоб</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Нест кардан</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Ҷузвдони &amp;нав</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Кушодан</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Иваз кардани ном</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сабт кардан</translation>
    </message>
    <message>
        <source>'%1' is write protected.
Do you want to delete it anyway?</source>
        <translation>«%1» аз навиштан ҳифз шудааст.
Ба ҳар ҳол нест мекунед?</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Ҳамаи файлҳо (*)</translation>
    </message>
    <message>
        <source>Are you sure you want to delete '%1'?</source>
        <translation>Дар ҳақиқат «%1»-ро нест мекунед?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Гузариш ба намуди муфассал</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Гузариш ба намуди рӯйхат</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Ҷузвдонро нест кардан нашуд.</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Сохтани ҷузвдони нав</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Сохтани ҷузвдони нав</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Намуди муфассал</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Ҷузвдонҳо</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Ҷузвдон:</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Номи файл:</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>Ҷузвдон</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлҳо</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Навъи файлҳо:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Ҷустуҷӯи ҷузвдон</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ҷузвдон</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Ба пеш</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Бозгашт</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Ба пеш</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Ба ҷузвдони болоӣ</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Рӯйхат</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Ҷойҳо ва хатчӯбҳо</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Ҷой:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Навъи &amp;файлҳо:</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Ҷой:</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Компютери ман</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Ҷузвдони нав</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Ҷузвдони болоӣ</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Ҷойҳои охирин</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Тоза кардан</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Сабт ҳамчун</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Миёнбур</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Нишон додан </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Нишон додани файлҳои &amp;пинҳон</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Панели паҳлӯӣ</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Номаълум</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
        <translation>&lt;b&gt;Номи «%1»-ро истифода бурдан мумкин нест.&lt;/b&gt;&lt;p&gt;Номи кӯтоҳтар ё бе аломатҳои китобатро санҷед.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Компютер</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Санаи тағйир</translation>
    </message>
    <message>
        <source>Invalid filename</source>
        <translation>Номи файл нодуруст</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Навъ</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Компютери ман</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Андоза</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Навъ</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Нусха гирифтан</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Гузоштан</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Такрор кардан</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ботил сохтан</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Бу&amp;ридан</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Интихоби ҳама</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Hide Details...</source>
        <translation>Пинҳон кардани тафсилот…</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Хуб</translation>
    </message>
    <message>
        <source>Show Details...</source>
        <translation>Нишон додани тафсилот…</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Custom</source>
        <translation>Дилхоҳ</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Баландӣ:</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Уфуқӣ</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Ҳошияҳо</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>Миллиметр (мм)</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Самт</translation>
    </message>
    <message>
        <source>Page Layout</source>
        <translation>Ҷойгиршавии саҳифаҳо</translation>
    </message>
    <message>
        <source>Page order:</source>
        <translation>Тартиби саҳифаҳо:</translation>
    </message>
    <message>
        <source>Page size:</source>
        <translation>Андозаи саҳифа:</translation>
    </message>
    <message>
        <source>Pages per sheet:</source>
        <translation>Саҳифа дар варақ:</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Коғаз</translation>
    </message>
    <message>
        <source>Paper source:</source>
        <translation>Манбаи коғаз:</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Амудӣ</translation>
    </message>
    <message>
        <source>Reverse landscape</source>
        <translation>Уфуқии чаппа</translation>
    </message>
    <message>
        <source>Reverse portrait</source>
        <translation>Амудии чаппа</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Бар:</translation>
    </message>
    <message>
        <source>bottom margin</source>
        <translation>ҳошияи поён</translation>
    </message>
    <message>
        <source>left margin</source>
        <translation>ҳошияи чап</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>мм</translation>
    </message>
    <message>
        <source>right margin</source>
        <translation>ҳошияи рост</translation>
    </message>
    <message>
        <source>top margin</source>
        <translation>ҳошияи боло</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Не</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ҳа</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Қатъ кардан</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Татбиқ кардан</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Бекор кардан</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Пӯшидан</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Сабт накардан</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Роҳнамо</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Нодида гирифтан</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>Н&amp;е ба ҳама</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Хуб</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Кушодан</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Аз сар</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Баргардонидани муқаррарӣ</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Такрор кардан</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Сабти ҳама</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Ҳа ба ҳ&amp;ама</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>%1 already exists.
Do you want to overwrite it?</source>
        <translation>%1 аллакай ҳаст.
Онро иваз мекунед?</translation>
    </message>
    <message>
        <source>%1 is a directory.
Please choose a different file name.</source>
        <translation>%1 ҷузвдон аст.
Номи дигари файлро интихоб кунед.</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Имконот &lt;&lt;</translation>
    </message>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Имконот &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Чоп кардан</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Ҳамаи саҳифаҳо</translation>
    </message>
    <message>
        <source>Bottom to Top, Left to Right</source>
        <translation>Аз поён ба боло, аз чап ба рост</translation>
    </message>
    <message>
        <source>Bottom to Top, Right to Left</source>
        <translation>Аз поён ба боло, аз рост ба чап</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Саҳифаҳои ҷуфт</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>Ба файли %1 навиштан мумкин нест.
Номи дигарро интихоб кунед.</translation>
    </message>
    <message>
        <source>Invalid Pages Definition</source>
        <translation>Саҳифаҳо нодуруст нишон дода шудаанд</translation>
    </message>
    <message>
        <source>Left to Right, Bottom to Top</source>
        <translation>Аз чап ба рост, аз поён ба боло</translation>
    </message>
    <message>
        <source>Left to Right, Top to Bottom</source>
        <translation>Аз чап ба рост, аз боло ба поён</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Файл дар компютер</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Хуб</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Саҳифаҳои тоқ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Print To File ...</source>
        <translation>Чоп ба файл …</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>Чоп ба файл (PDF)</translation>
    </message>
    <message>
        <source>Right to Left, Bottom to Top</source>
        <translation>Аз рост ба чап, аз поён ба боло</translation>
    </message>
    <message>
        <source>Right to Left, Top to Bottom</source>
        <translation>Аз рост ба чап, аз боло ба поён</translation>
    </message>
    <message>
        <source>The 'From' value cannot be greater than the 'To' value.</source>
        <translation>Қимати «аз» аз қимати «то» зиёд буда наметавонад.</translation>
    </message>
    <message>
        <source>Top to Bottom, Left to Right</source>
        <translation>Аз боло ба поён, аз чап ба рост</translation>
    </message>
    <message>
        <source>Top to Bottom, Right to Left</source>
        <translation>Аз боло ба поён, аз рост ба чап</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Навиштани файли PDF</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Export to PDF</source>
        <translation>Сабт ба PDF</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Саҳифаи аввал</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Тамоми саҳифа</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Пурра дар бар</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Уфуқӣ</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Саҳифаи охир</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Саҳифаи навбатӣ</translation>
    </message>
    <message>
        <source>Page Setup</source>
        <translation>Танзими саҳифа</translation>
    </message>
    <message>
        <source>Page setup</source>
        <translation>Танзими саҳифа</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Амудӣ</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Саҳифаи қаблӣ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Чоп</translation>
    </message>
    <message>
        <source>Print Preview</source>
        <translation>Пешнамоиши чоп</translation>
    </message>
    <message>
        <source>Show facing pages</source>
        <translation>Нишон додани ду саҳифа</translation>
    </message>
    <message>
        <source>Show overview of all pages</source>
        <translation>Нишон додани ҳамаи саҳифаҳо</translation>
    </message>
    <message>
        <source>Show single page</source>
        <translation>Нишон додани як саҳифа</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Калон кардан</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Хурд кардан</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message>
        <source>Advanced</source>
        <translation>Иловагӣ</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Саҳифа</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Баъзе имконот ба ҳам мувофиқ нестанд. Онҳоро ислоҳ кунед.</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Collate</source>
        <translation>Мураттаб кардани нусхаҳо</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Ранга</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Ранг</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Нусхаҳо</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Шумораи нусхаҳо:</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Саҳифаи ҷорӣ</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>Чопи дутарафа</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Хокистарранг</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Аз канори дароз</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Не</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Имконот</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Танзими чоп</translation>
    </message>
    <message>
        <source>Page Set:</source>
        <translation>Маҷмӯи саҳифаҳо:</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Саҳифаҳо</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Саҳифаҳо аз</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>Ҳама</translation>
    </message>
    <message>
        <source>Print range</source>
        <translation>Чопи саҳифаҳо</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Бо тартиби баръакс</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Интихобшуда</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Аз канори кӯтоҳ</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Саҳифаҳоро бо вергул ҷудо карда нависед; ҳудудро бо хатча. Масалан: 3,5-7,9 саҳифаҳои 3, 5, 6, 7 ва 9-ро чоп мекунад.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>то</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Ном:</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Ҷой:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>&amp;Файл:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>Хос&amp;иятҳо</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Пешнамоиш</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Навъ:</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Bottom</source>
        <translation>Ба поён</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Канори чап</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Саҳифа ба поён</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>Саҳифа ба чап</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>Саҳифа ба рост</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Саҳифа ба боло</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Канори рост</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Гардиш ба поён</translation>
    </message>
    <message>
        <source>Scroll here</source>
        <translation>Гардиш ба ин ҷо</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Гардиш ба чап</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Гардиш ба рост</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Гардиш ба боло</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Ба боло</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>Поён</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Чап</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Рост</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Фосила</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Боло</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Ба чап</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Ба рост</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Нусха гирифтан</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Гузоштан</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Такрор кардан</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ботил сохтан</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Нусхаи &amp;пайванд</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Бу&amp;ридан</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Нест кардан</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Интихоби ҳама</translation>
    </message>
</context>
</TS>
