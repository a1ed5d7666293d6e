<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>DesignEditor</name>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>off</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Back to the designs</source>
        <translation>Назад к шаблонам</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Отменить последнее изменение</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Рисунок…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Throw the changes away</source>
        <translation>Отбросить изменения</translation>
    </message>
    <message>
        <source>Languages of the page</source>
        <translation>Языки страницы</translation>
    </message>
    <message>
        <source>Whose certificate is shown</source>
        <translation>Чей сертификат показан</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Части страницы</translation>
    </message>
    <message>
        <source>The page; arrow keys move the chosen part</source>
        <translation>Страница; стрелки двигают выбранную часть</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Образец</translation>
    </message>
    <message>
        <source>Sample with long texts</source>
        <translation>Образец с длинными текстами</translation>
    </message>
    <message>
        <source>Somebody of {course}</source>
        <translation>Участник курса {course}</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
            <numerusform>И ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything fits, nothing is missing.</source>
        <translation>Всё помещается, всё на месте.</translation>
    </message>
    <message>
        <source>The changes are not saved yet.</source>
        <translation>Изменения ещё не сохранены.</translation>
    </message>
    <message>
        <source>Save them as a design of your own, or throw them away.</source>
        <translation>Сохраните их как собственный шаблон или отбросьте.</translation>
    </message>
    <message>
        <source>{design}, own</source>
        <translation>{design}, собственный</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выберите рисунок</translation>
    </message>
</context>
<context>
    <name>DesignNameForm</name>
    <message>
        <source>Name of the design</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>In the place of the one it was made from</source>
        <translation>Вместо того, из которого он сделан</translation>
    </message>
    <message>
        <source>Projects that use that one get this one. Certificates that were issued keep theirs.</source>
        <translation>Проекты, где был тот шаблон, получат этот. Выданные сертификаты останутся с прежним.</translation>
    </message>
</context>
<context>
    <name>Designs</name>
    <message>
        <source>main colour</source>
        <translation>основной цвет</translation>
    </message>
    <message>
        <source>golden lines</source>
        <translation>золотые линии</translation>
    </message>
    <message>
        <source>golden text</source>
        <translation>золотой текст</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>quiet text</source>
        <translation>спокойный текст</translation>
    </message>
    <message>
        <source>circle for the stamp</source>
        <translation>круг для печати</translation>
    </message>
    <message>
        <source>threads of the frame</source>
        <translation>нити рамки</translation>
    </message>
    <message>
        <source>rings behind the text</source>
        <translation>кольца за текстом</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>из программы</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архиве</translation>
    </message>
    <message>
        <source>own</source>
        <translation>собственный</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>не на этом компьютере</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>все языки</translation>
    </message>
    <message>
        <source>{part}, second language</source>
        <translation>{part}, второй язык</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Рисунок {name}</translation>
    </message>
    <message>
        <source>Rings behind the text</source>
        <translation>Кольца за текстом</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Рамка</translation>
    </message>
    <message>
        <source>Emblem on the left</source>
        <translation>Эмблема слева</translation>
    </message>
    <message>
        <source>Emblem on the right</source>
        <translation>Эмблема справа</translation>
    </message>
    <message>
        <source>Logo of the organiser</source>
        <translation>Логотип организатора</translation>
    </message>
    <message>
        <source>Logos of partner and donor</source>
        <translation>Логотипы партнёра и донора</translation>
    </message>
    <message>
        <source>Organiser and partner</source>
        <translation>Организатор и партнёр</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Second title</source>
        <translation>Второй заголовок</translation>
    </message>
    <message>
        <source>Golden line</source>
        <translation>Золотая линия</translation>
    </message>
    <message>
        <source>Opening words</source>
        <translation>Вступительные слова</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Line between the languages</source>
        <translation>Линия между языками</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Дата выдачи</translation>
    </message>
    <message>
        <source>Which one it replaces</source>
        <translation>Взамен какого выдан</translation>
    </message>
    <message>
        <source>Circle for the stamp</source>
        <translation>Круг для печати</translation>
    </message>
    <message>
        <source>Words in the circle</source>
        <translation>Слова в круге</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Подписи</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-код</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
</context>
<context>
    <name>DesignsPage</name>
    <message>
        <source>Design</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сохранено и проверено</translation>
    </message>
    <message>
        <source>Designs of certificates</source>
        <translation>Шаблоны сертификатов</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>Принять файл…</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>И архивные</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>What a project uses</source>
        <translation>Что использует проект</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Кто подписывает…</translation>
    </message>
    <message>
        <source>Once there is a project, its designs and signatories are chosen here.</source>
        <translation>Когда появится проект, здесь выбирают его шаблоны и подписывающих.</translation>
    </message>
    <message>
        <source>Copy and edit</source>
        <translation>Копировать и править</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Править</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Из архива</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>В архив</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>Sign: {names}</source>
        <translation>Подписывают: {names}</translation>
    </message>
    <message>
        <source>Rename the design</source>
        <translation>Переименовать шаблон</translation>
    </message>
    <message>
        <source>Designs of certificates (*{ending})</source>
        <translation>Шаблоны сертификатов (*{ending})</translation>
    </message>
    <message>
        <source>Take in a design</source>
        <translation>Принять шаблон</translation>
    </message>
    <message>
        <source>Save the design as a file</source>
        <translation>Сохранить шаблон в файл</translation>
    </message>
</context>
<context>
    <name>PartFields</name>
    <message>
        <source>Click a part of the page</source>
        <translation>Щёлкните часть страницы</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>На странице</translation>
    </message>
    <message>
        <source>Across, mm</source>
        <translation>Слева, мм</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>Сверху, мм</translation>
    </message>
    <message>
        <source>Size, mm</source>
        <translation>Размер, мм</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Ширина, мм</translation>
    </message>
    <message>
        <source>Words in curly brackets are filled in; what stands in square brackets falls away without.</source>
        <translation>Слова в фигурных скобках подставляются. То, что в квадратных скобках, без них пропадает.</translation>
    </message>
    <message>
        <source>Or choose one in the list. Arrow keys move it by half a millimetre, with Shift by five.</source>
        <translation>Или выберите её в списке. Стрелки двигают её на полмиллиметра, с Shift — на пять.</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Убрать этот рисунок</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Text, {language}</source>
        <translation>Текст, {language}</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Цвет: {name}</translation>
    </message>
</context>
<context>
    <name>SignatoryForm</name>
    <message>
        <source>Who signs the certificates</source>
        <translation>Кто подписывает сертификаты</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>For this course only; the project’s other courses keep theirs.</source>
        <translation>Только для этого курса; у других курсов проекта остаются свои.</translation>
    </message>
    <message>
        <source>For all courses of the project. A course can have others.</source>
        <translation>Для всех курсов проекта. У курса могут быть и другие.</translation>
    </message>
    <message>
        <source>Who signs, in this order</source>
        <translation>Кто подписывает, по порядку</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Ещё один</translation>
    </message>
    <message>
        <source>Sign earlier</source>
        <translation>Подписывает раньше</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>Подписывает позже</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Кто это</translation>
    </message>
    <message>
        <source>Somebody by name</source>
        <translation>Человек по имени</translation>
    </message>
    <message>
        <source>Who leads the course</source>
        <translation>Кто ведёт курс</translation>
    </message>
    <message>
        <source>Name as it stands below the line</source>
        <translation>Имя, как под чертой</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Scanned signature</source>
        <translation>Скан подписи</translation>
    </message>
    <message>
        <source>Dark ink on white paper, PNG or JPEG. It is encrypted here, and goes only to laptops that get these courses. Without it the paper is signed by hand.</source>
        <translation>Тёмные чернила на белой бумаге, PNG или JPEG. Здесь подпись зашифрована и попадает только на ноутбуки, которые получают эти курсы. Без неё подписывают от руки.</translation>
    </message>
    <message>
        <source>Head of programme and lead trainer, as without a choice</source>
        <translation>Руководитель программы и ведущий тренер, как без выбора</translation>
    </message>
    <message>
        <source>new</source>
        <translation>новый</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Изображения (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a scanned signature</source>
        <translation>Выберите скан подписи</translation>
    </message>
</context>
</TS>
