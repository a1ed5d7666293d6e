<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>FillingPage</name>
    <message>
        <source>Back to the program</source>
        <translation>Вернуться в программу</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Back to the program</source>
        <translation>Вернуться в программу</translation>
    </message>
    <message>
        <source>Type the passphrase of this laptop. What was answered so far is saved.</source>
        <translation>Введите парольную фразу этого ноутбука. Данные ответы сохранены.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Open the program</source>
        <translation>Открыть программу</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Вернуться к листу</translation>
    </message>
</context>
</TS>
