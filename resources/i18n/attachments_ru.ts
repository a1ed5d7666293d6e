<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>FileRow</name>
    <message>
        <source>Goes to the office</source>
        <translation>Отправится в офис</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>страница {page}</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>нет на этом компьютере</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>Открыть {file}</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>Убрать {file}</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Remove the logo: {whose}</source>
        <translation>Убрать логотип: {whose}</translation>
    </message>
    <message>
        <source>a picture is chosen</source>
        <translation>изображение выбрано</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>нет изображения</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>Logos on papers</source>
        <translation>Логотипы на документах</translation>
    </message>
    <message>
        <source>PNG or JPEG. They stand on certificates, sign-in sheets and badges.</source>
        <translation>PNG или JPEG. Стоят на сертификатах, листах подписей и бейджах.</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Организатор</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>Донор</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Партнёр</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Выбор логотипа</translation>
    </message>
</context>
<context>
    <name>SheetFiles</name>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n скан</numerusform>
            <numerusform>%n скана</numerusform>
            <numerusform>%n сканов</numerusform>
        </translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Сканы</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add scans of this sheet</source>
        <translation>Добавить сканы этого листа</translation>
    </message>
    <message>
        <source>Drop a scan or photo of the signed sheet here, or add it.</source>
        <translation>Перетащите сюда скан или фото подписанного листа или добавьте его.</translation>
    </message>
    <message>
        <source>Reading the scans</source>
        <translation>Чтение сканов</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not attached</source>
        <translation>
            <numerusform>%n файл не прикреплён</numerusform>
            <numerusform>%n файла не прикреплены</numerusform>
            <numerusform>%n файлов не прикреплены</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached where the codes on the sheets say</source>
        <translation>Прикреплено по кодам на листах</translation>
    </message>
    <message>
        <source>Scans and photos ({endings})</source>
        <translation>Сканы и фото ({endings})</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Page before</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Вся страница</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Повернуть</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>The copy is not encrypted: anybody can read it.</source>
        <translation>Копия не зашифрована: её сможет прочитать любой.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>{file} is not encrypted: anybody can read it there.</source>
        <translation>{file} не зашифрован: там его сможет прочитать любой.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Страница {page} из {pages}</translation>
    </message>
    <message>
        <source>Save a copy that anybody can read</source>
        <translation>Сохранить копию, которую может прочитать любой</translation>
    </message>
</context>
</TS>
