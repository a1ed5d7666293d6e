<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>LookView</name>
    <message>
        <source>In the copy</source>
        <translation>Дар нусха</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Ҳоло дар ин ҷо</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсҳо</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Иштирокчиён</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Changes in all</source>
        <translation>Ҳамаи тағйирҳо</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be put back.</source>
        <translation>Ин нусха вайрон аст ва онро барқарор кардан мумкин нест.</translation>
    </message>
    <message>
        <source>Checked: every row of the copy agrees with its journal.</source>
        <translation>Санҷида шуд: ҳар сатри нусха бо дафтари қайдаш мувофиқ аст.</translation>
    </message>
    <message>
        <source>Nothing that is here now is missing in the copy.</source>
        <translation>Ҳар чизе, ки ҳоло дар ин ҷост, дар нусха низ ҳаст.</translation>
    </message>
    <message numerus="yes">
        <source>Would come back: %n change(s) that only the copy has.</source>
        <translation>
            <numerusform>Бармегардад: %n тағйире, ки танҳо дар нусха аст.</numerusform>
            <numerusform>Бармегардад: %n тағйире, ки танҳо дар нусха аст.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not in the copy: %n change(s) made since then</source>
        <translation>
            <numerusform>Дар нусха нест: %n тағйире, ки пас аз он дароварда шуд</numerusform>
            <numerusform>Дар нусха нест: %n тағйире, ки пас аз он дароварда шуд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Safe at the office: %n change(s). They come back with its next file.</source>
        <translation>
            <numerusform>Дар идора маҳфуз аст: %n тағйир. Онҳо бо файли навбатии идора бармегарданд.</numerusform>
            <numerusform>Дар идора маҳфуз аст: %n тағйир. Онҳо бо файли навбатии идора бармегарданд.</numerusform>
        </translation>
    </message>
    <message>
        <source>attendance marks</source>
        <translation>қайдҳои ҳозирӣ</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>иштирокчиён</translation>
    </message>
    <message>
        <source>tests and feedback</source>
        <translation>тестҳо ва назарпурсӣ</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>other</source>
        <translation>дигар</translation>
    </message>
    <message>
        <source>Certificates printed since then stay valid on paper, but this laptop forgets them. Their numbers are not given a second time.</source>
        <translation>Шаҳодатномаҳое, ки пас аз он чоп шудаанд, дар коғаз эътибор доранд, вале ноутбук онҳоро фаромӯш мекунад. Рақамҳои онҳо бори дигар дода намешаванд.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Put a copy back</source>
        <translation>Барқарор кардани нусха</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Ҳамин нусхаро барқарор кардан</translation>
    </message>
    <message>
        <source>Copies on this laptop</source>
        <translation>Нусхаҳо дар ин ноутбук</translation>
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
        <source>A file from a stick…</source>
        <translation>Файл аз флешка…</translation>
    </message>
    <message>
        <source>What follows: the data of now is kept as a copy and can be put back the same way. This laptop goes on under a new id, so that nothing is counted twice at the office.</source>
        <translation>Баъд чӣ мешавад: маълумоти ҳозира ҳамчун нусха мемонад ва онро ҳамин тавр барқарор кардан мумкин аст. Ноутбук бо рақами нав идома медиҳад, то дар идора ҳеҷ чиз ду бор ҳисоб нашавад.</translation>
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
    <name>StickPanel</name>
    <message>
        <source>Backup for a stick</source>
        <translation>Нусха барои флешка</translation>
    </message>
    <message>
        <source>Write the backup</source>
        <translation>Навиштани нусха</translation>
    </message>
    <message>
        <source>One encrypted file with everything that is on this laptop. On any computer with this program it opens with today&apos;s passphrase, or with the office&apos;s recovery key.</source>
        <translation>Як файли рамзгузоришуда бо ҳар чизе, ки дар ин ноутбук аст. Дар ҳар компютери дорои ин барнома он бо гузарвожаи имрӯза ё бо калиди барқарорсозии идора кушода мешавад.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ба куҷо</translation>
    </message>
    <message>
        <source>Keep the stick apart from the laptop. It is no substitute for sending: the office takes in what you send, not this file.</source>
        <translation>Флешкаро аз ноутбук ҷудо нигоҳ доред. Ин ҷойгузини фиристодан нест: идора он чиро қабул мекунад, ки шумо мефиристед, на ин файлро.</translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation>Нусха навишта мешавад</translation>
    </message>
    <message>
        <source>{file}, {size}: read back from the stick, every byte is there. Eject the stick first.</source>
        <translation>{file}, {size}: аз флешка бозхонда шуд, ҳар байт дар ҷояш аст. Аввал флешкаро бехатар бароред.</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
</context>
</TS>
