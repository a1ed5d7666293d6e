; What the installer says in its own words, each in three languages.
LangString PROGRAM ${LANG_TAJIK} "Тренер"
LangString PROGRAM ${LANG_RUSSIAN} "Тренер"
LangString PROGRAM ${LANG_ENGLISH} "Trainer"

; In sentences: quoted where words change their endings, which the name does not.
LangString NAMED ${LANG_TAJIK} "«Тренер»"
LangString NAMED ${LANG_RUSSIAN} "«Тренер»"
LangString NAMED ${LANG_ENGLISH} "Trainer"

LangString WINDOW_LANGUAGE ${LANG_TAJIK} "--lang tg"
LangString WINDOW_LANGUAGE ${LANG_RUSSIAN} "--lang ru"
LangString WINDOW_LANGUAGE ${LANG_ENGLISH} "--lang en"

LangString TOO_OLD ${LANG_TAJIK} "Ба барнома Windows 10 (версияи 1903) ё навтар, 64-бита лозим аст. Дар ин компютер чизе насб нашуд."
LangString TOO_OLD ${LANG_RUSSIAN} "Программе нужна 64-разрядная Windows 10 (версия 1903) или новее. На этом компьютере ничего не установлено."
LangString TOO_OLD ${LANG_ENGLISH} "The program needs 64-bit Windows 10 (version 1903) or newer. Nothing was installed on this computer."

; Windows itself writes these buttons, in its own language: Russian or English on these laptops.
LangString STILL_OPEN ${LANG_TAJIK} "Барнома ҳоло кушода аст. Онро пӯшед, баъд «Повтор» (Retry)-ро пахш кунед. То он вақт ҳеҷ чиз тағйир намеёбад."
LangString STILL_OPEN ${LANG_RUSSIAN} "Программа сейчас открыта. Закройте её и нажмите «Повтор» (Retry). До этого ничего не меняется."
LangString STILL_OPEN ${LANG_ENGLISH} "The program is open. Close it, then press Retry. Nothing is changed before that."

LangString NO_ROOM ${LANG_TAJIK} "Барнома пурра навишта нашуд: дар диск ҷой намерасад ё навиштан манъ аст. Маълумот дар ҷояш аст. Ҷой холӣ кунед ва файли насбро аз нав кушоед."
LangString NO_ROOM ${LANG_RUSSIAN} "Программа записана не полностью: на диске не хватает места или запись запрещена. Данные на месте. Освободите место и откройте этот файл ещё раз."
LangString NO_ROOM ${LANG_ENGLISH} "The program was not written whole: the disk has not enough room, or must not be written to. The data are in place. Make room, then open this file again."

LangString PARTS_PAGE ${LANG_TAJIK} "Чӣ насб мешавад"
LangString PARTS_PAGE ${LANG_RUSSIAN} "Что будет установлено"
LangString PARTS_PAGE ${LANG_ENGLISH} "What will be installed"

LangString PARTS_ABOUT ${LANG_TAJIK} "Барнома бо ҳамаи чизҳое, ки ба ноутбук лозим аст, насб мешавад. Қисми зерро танҳо дар идорае интихоб кунед, ки дар сервери PostgreSQL-и худ кор мекунад."
LangString PARTS_ABOUT ${LANG_RUSSIAN} "Программа устанавливается со всем, что нужно ноутбуку. Часть ниже отметьте только в офисе, который работает на своём сервере PostgreSQL."
LangString PARTS_ABOUT ${LANG_ENGLISH} "The program is installed with all that a laptop needs. Tick the part below only in an office that works on a PostgreSQL server of its own."

LangString SERVER_PART ${LANG_TAJIK} "Барои идорае, ки сервер дорад"
LangString SERVER_PART ${LANG_RUSSIAN} "Для офиса с сервером"
LangString SERVER_PART ${LANG_ENGLISH} "For an office with a server"

LangString FILE_OF_PROGRAM ${LANG_TAJIK} "Файли барномаи «Тренер»"
LangString FILE_OF_PROGRAM ${LANG_RUSSIAN} "Файл программы «Тренер»"
LangString FILE_OF_PROGRAM ${LANG_ENGLISH} "File of the Trainer program"

LangString BACKUP_OF_PROGRAM ${LANG_TAJIK} "Нусхаи эҳтиётии барномаи «Тренер»"
LangString BACKUP_OF_PROGRAM ${LANG_RUSSIAN} "Резервная копия программы «Тренер»"
LangString BACKUP_OF_PROGRAM ${LANG_ENGLISH} "Backup of the Trainer program"

LangString UPDATE_OF_PROGRAM ${LANG_TAJIK} "Навсозии барномаи «Тренер»"
LangString UPDATE_OF_PROGRAM ${LANG_RUSSIAN} "Обновление программы «Тренер»"
LangString UPDATE_OF_PROGRAM ${LANG_ENGLISH} "Update of the Trainer program"

LangString DATA_STAY ${LANG_TAJIK} "Барнома нест шуд. Маълумот дар ин ҷузвдон мемонад: ${DATA}$\r$\n$\r$\nВақте ки барнома аз нав насб мешавад, онҳоро меёбад. Онҳоро танҳо вақте нест кунед, ки идора ҳама чизро гирифта бошад."
LangString DATA_STAY ${LANG_RUSSIAN} "Программа удалена. Данные остались в папке: ${DATA}$\r$\n$\r$\nПосле новой установки программа найдёт их сама. Удаляйте их, только когда офис всё получил."
LangString DATA_STAY ${LANG_ENGLISH} "The program was removed. The data stay in this folder: ${DATA}$\r$\n$\r$\nThe program finds them when it is installed again. Delete them only when the office has received everything."
