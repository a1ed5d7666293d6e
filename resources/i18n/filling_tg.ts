<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>FillingPage</name>
    <message>
        <source>Back to the program</source>
        <translation>Бозгашт ба барнома</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>Back to the program</source>
        <translation>Бозгашт ба барнома</translation>
    </message>
    <message>
        <source>Type the passphrase of this laptop. What was answered so far is saved.</source>
        <translation>Гузарвожаи ҳамин ноутбукро нависед. Ҷавобҳои додашуда нигоҳ дошта шудаанд.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Гузарвожа</translation>
    </message>
    <message>
        <source>Open the program</source>
        <translation>Барномаро кушодан</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Бозгашт ба варақа</translation>
    </message>
</context>
</TS>
