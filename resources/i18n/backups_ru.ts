<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>LookView</name>
    <message>
        <source>In the copy</source>
        <translation>В копии</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Здесь сейчас</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Сертификаты</translation>
    </message>
    <message>
        <source>Changes in all</source>
        <translation>Всего изменений</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be put back.</source>
        <translation>Эта копия повреждена, восстановить данные из неё нельзя.</translation>
    </message>
    <message>
        <source>Checked: every row of the copy agrees with its journal.</source>
        <translation>Проверено: каждая строка копии сходится с журналом.</translation>
    </message>
    <message>
        <source>Nothing that is here now is missing in the copy.</source>
        <translation>В копии есть всё, что есть здесь сейчас.</translation>
    </message>
    <message numerus="yes">
        <source>Would come back: %n change(s) that only the copy has.</source>
        <translation>
            <numerusform>Вернётся %n изменение, которое есть только в копии.</numerusform>
            <numerusform>Вернутся %n изменения, которые есть только в копии.</numerusform>
            <numerusform>Вернутся %n изменений, которые есть только в копии.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in the copy: %n change(s) made since then</source>
        <translation>
            <numerusform>В копии нет %n изменения, сделанного после неё</numerusform>
            <numerusform>В копии нет %n изменений, сделанных после неё</numerusform>
            <numerusform>В копии нет %n изменений, сделанных после неё</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Safe at the office: %n change(s). They come back with its next file.</source>
        <translation>
            <numerusform>В офисе сохранено %n изменение. Оно вернётся с его следующим файлом.</numerusform>
            <numerusform>В офисе сохранены %n изменения. Они вернутся с его следующим файлом.</numerusform>
            <numerusform>В офисе сохранено %n изменений. Они вернутся с его следующим файлом.</numerusform>
        </translation>
    </message>
    <message>
        <source>attendance marks</source>
        <translation>отметки посещаемости</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>участники</translation>
    </message>
    <message>
        <source>tests and feedback</source>
        <translation>тесты и отзывы</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>сертификаты</translation>
    </message>
    <message>
        <source>other</source>
        <translation>прочее</translation>
    </message>
    <message>
        <source>Certificates printed since then stay valid on paper, but this laptop forgets them. Their numbers are not given a second time.</source>
        <translation>Сертификаты, напечатанные позже, остаются в силе на бумаге, но ноутбук о них забудет. Их номера второй раз не выдаются.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Put a copy back</source>
        <translation>Восстановить копию</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Восстановить эту копию</translation>
    </message>
    <message>
        <source>Copies on this laptop</source>
        <translation>Копии на этом ноутбуке</translation>
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
        <source>A file from a stick…</source>
        <translation>Файл с флешки…</translation>
    </message>
    <message>
        <source>What follows: the data of now is kept as a copy and can be put back the same way. This laptop goes on under a new id, so that nothing is counted twice at the office.</source>
        <translation>Что будет дальше: нынешние данные сохранятся как копия, их можно вернуть так же. Ноутбук продолжит под новым номером, чтобы в офисе ничто не было посчитано дважды.</translation>
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
    <name>StickPanel</name>
    <message>
        <source>Backup for a stick</source>
        <translation>Копия на флешку</translation>
    </message>
    <message>
        <source>Write the backup</source>
        <translation>Записать копию</translation>
    </message>
    <message>
        <source>One encrypted file with everything that is on this laptop. On any computer with this program it opens with today&apos;s passphrase, or with the office&apos;s recovery key.</source>
        <translation>Один зашифрованный файл со всем, что есть на этом ноутбуке. На любом компьютере с этой программой он открывается нынешней парольной фразой или ключом восстановления офиса.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Keep the stick apart from the laptop. It is no substitute for sending: the office takes in what you send, not this file.</source>
        <translation>Храните флешку отдельно от ноутбука. Отправку она не заменяет: офис принимает то, что вы отправляете, а не этот файл.</translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation>Копия записывается</translation>
    </message>
    <message>
        <source>{file}, {size}: read back from the stick, every byte is there. Eject the stick first.</source>
        <translation>{file}, {size}: прочитано с флешки, на месте каждый байт. Сначала извлеките флешку безопасно.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
</context>
</TS>
