<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tg" sourcelanguage="en">
<context>
    <name>DesignEditor</name>
    <message>
        <source>Part</source>
        <translation>Қисм</translation>
    </message>
    <message>
        <source>off</source>
        <translation>нест</translation>
    </message>
    <message>
        <source>Back to the designs</source>
        <translation>Бозгашт ба қолабҳо</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Тағйири охиринро бекор кардан</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Расм…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Нигоҳ доштан…</translation>
    </message>
    <message>
        <source>Throw the changes away</source>
        <translation>Аз тағйирот даст кашидан</translation>
    </message>
    <message>
        <source>Languages of the page</source>
        <translation>Забонҳои саҳифа</translation>
    </message>
    <message>
        <source>Whose certificate is shown</source>
        <translation>Шаҳодатномаи кӣ нишон дода мешавад</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Қисмҳои саҳифа</translation>
    </message>
    <message>
        <source>The page; arrow keys move the chosen part</source>
        <translation>Саҳифа; тирчаҳо қисми интихобшударо мебаранд</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Намуна</translation>
    </message>
    <message>
        <source>Sample with long texts</source>
        <translation>Намуна бо матнҳои дароз</translation>
    </message>
    <message>
        <source>Somebody of {course}</source>
        <translation>Иштирокчии курси {course}</translation>
    </message>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Ва боз %n</numerusform>
            <numerusform>Ва боз %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything fits, nothing is missing.</source>
        <translation>Ҳама чиз меғунҷад ва дар ҷояш аст.</translation>
    </message>
    <message>
        <source>The changes are not saved yet.</source>
        <translation>Тағйирот ҳанӯз нигоҳ дошта нашудааст.</translation>
    </message>
    <message>
        <source>Save them as a design of your own, or throw them away.</source>
        <translation>Онҳоро ҳамчун қолаби худ нигоҳ доред ё аз онҳо даст кашед.</translation>
    </message>
    <message>
        <source>{design}, own</source>
        <translation>{design}, аз худ</translation>
    </message>
    <message>
        <source>Save the design</source>
        <translation>Қолабро нигоҳ доштан</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Тасвирҳо (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Расмро интихоб кунед</translation>
    </message>
</context>
<context>
    <name>DesignNameForm</name>
    <message>
        <source>Name of the design</source>
        <translation>Номи қолаб</translation>
    </message>
    <message>
        <source>In the place of the one it was made from</source>
        <translation>Ба ҷои қолабе, ки аз он сохта шуд</translation>
    </message>
    <message>
        <source>Projects that use that one get this one. Certificates that were issued keep theirs.</source>
        <translation>Лоиҳаҳое, ки он қолабро доштанд, инро мегиранд. Шаҳодатномаҳои додашуда бо қолаби худ мемонанд.</translation>
    </message>
</context>
<context>
    <name>Designs</name>
    <message>
        <source>main colour</source>
        <translation>ранги асосӣ</translation>
    </message>
    <message>
        <source>golden lines</source>
        <translation>хатҳои тиллоӣ</translation>
    </message>
    <message>
        <source>golden text</source>
        <translation>матни тиллоӣ</translation>
    </message>
    <message>
        <source>text</source>
        <translation>матн</translation>
    </message>
    <message>
        <source>quiet text</source>
        <translation>матни ором</translation>
    </message>
    <message>
        <source>circle for the stamp</source>
        <translation>доираи мӯҳр</translation>
    </message>
    <message>
        <source>threads of the frame</source>
        <translation>риштаҳои чорчӯба</translation>
    </message>
    <message>
        <source>rings behind the text</source>
        <translation>ҳалқаҳои паси матн</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>аз худи барнома</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>дар бойгонӣ</translation>
    </message>
    <message>
        <source>own</source>
        <translation>аз худ</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>дар ин компютер нест</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>ҳамаи забонҳо</translation>
    </message>
    <message>
        <source>{part}, second language</source>
        <translation>{part}, забони дуюм</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>Расми {name}</translation>
    </message>
    <message>
        <source>Rings behind the text</source>
        <translation>Ҳалқаҳои паси матн</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Чорчӯба</translation>
    </message>
    <message>
        <source>Emblem on the left</source>
        <translation>Нишони чап</translation>
    </message>
    <message>
        <source>Emblem on the right</source>
        <translation>Нишони рост</translation>
    </message>
    <message>
        <source>Logo of the organiser</source>
        <translation>Нишони ташкилкунанда</translation>
    </message>
    <message>
        <source>Logos of partner and donor</source>
        <translation>Нишонҳои шарик ва донор</translation>
    </message>
    <message>
        <source>Organiser and partner</source>
        <translation>Ташкилкунанда ва шарик</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Сарлавҳа</translation>
    </message>
    <message>
        <source>Second title</source>
        <translation>Сарлавҳаи дуюм</translation>
    </message>
    <message>
        <source>Golden line</source>
        <translation>Хати тиллоӣ</translation>
    </message>
    <message>
        <source>Opening words</source>
        <translation>Сухани аввал</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ном</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Line between the languages</source>
        <translation>Хати байни забонҳо</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Санаи додан</translation>
    </message>
    <message>
        <source>Which one it replaces</source>
        <translation>Ба ҷои кадомаш дода шуд</translation>
    </message>
    <message>
        <source>Circle for the stamp</source>
        <translation>Доираи мӯҳр</translation>
    </message>
    <message>
        <source>Words in the circle</source>
        <translation>Навиштаи доира</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Имзоҳо</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Рамзи QR</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Рақам</translation>
    </message>
</context>
<context>
    <name>DesignsPage</name>
    <message>
        <source>Design</source>
        <translation>Қолаб</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Барои</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Аз куҷо</translation>
    </message>
    <message>
        <source>Saved and checked</source>
        <translation>Сабт ва санҷида шуд</translation>
    </message>
    <message>
        <source>Designs of certificates</source>
        <translation>Қолабҳои шаҳодатномаҳо</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>Қабули файл…</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>Бо бойгонӣ</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Номи дигар</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Ба файл…</translation>
    </message>
    <message>
        <source>What a project uses</source>
        <translation>Лоиҳа чиро истифода мебарад</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Лоиҳа</translation>
    </message>
    <message>
        <source>Who signs…</source>
        <translation>Кӣ имзо мекунад…</translation>
    </message>
    <message>
        <source>Once there is a project, its designs and signatories are chosen here.</source>
        <translation>Вақте лоиҳа пайдо шавад, қолабҳо ва имзокунандагони он дар ин ҷо интихоб мешаванд.</translation>
    </message>
    <message>
        <source>Copy and edit</source>
        <translation>Нусха ва таҳрир</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Таҳрир</translation>
    </message>
    <message>
        <source>Out of the archive</source>
        <translation>Аз бойгонӣ</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Ба бойгонӣ</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Муқаррарӣ</translation>
    </message>
    <message>
        <source>Sign: {names}</source>
        <translation>Имзо мекунанд: {names}</translation>
    </message>
    <message>
        <source>Rename the design</source>
        <translation>Номи қолабро иваз кардан</translation>
    </message>
    <message>
        <source>Designs of certificates (*{ending})</source>
        <translation>Қолабҳои шаҳодатномаҳо (*{ending})</translation>
    </message>
    <message>
        <source>Take in a design</source>
        <translation>Қабули қолаб</translation>
    </message>
    <message>
        <source>Save the design as a file</source>
        <translation>Қолабро ба файл нигоҳ доштан</translation>
    </message>
</context>
<context>
    <name>PartFields</name>
    <message>
        <source>Click a part of the page</source>
        <translation>Қисми саҳифаро пахш кунед</translation>
    </message>
    <message>
        <source>On the page</source>
        <translation>Дар саҳифа</translation>
    </message>
    <message>
        <source>Across, mm</source>
        <translation>Аз чап, мм</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>Аз боло, мм</translation>
    </message>
    <message>
        <source>Size, mm</source>
        <translation>Андоза, мм</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Паҳно, мм</translation>
    </message>
    <message>
        <source>Words in curly brackets are filled in; what stands in square brackets falls away without.</source>
        <translation>Калимаҳои дохили қавсҳои шаклдор пур карда мешаванд. Он чи дар қавсҳои чоркунҷа аст, бе онҳо меафтад.</translation>
    </message>
    <message>
        <source>Or choose one in the list. Arrow keys move it by half a millimetre, with Shift by five.</source>
        <translation>Ё онро аз рӯйхат интихоб кунед. Тирчаҳо онро ним миллиметр, бо Shift панҷ миллиметр мебаранд.</translation>
    </message>
    <message>
        <source>Remove this picture</source>
        <translation>Ин расмро хориҷ кардан</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Рангҳо</translation>
    </message>
    <message>
        <source>Text, {language}</source>
        <translation>Матн, {language}</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>Ранг: {name}</translation>
    </message>
</context>
<context>
    <name>SignatoryForm</name>
    <message>
        <source>Who signs the certificates</source>
        <translation>Шаҳодатномаҳоро кӣ имзо мекунад</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сабт кардан</translation>
    </message>
    <message>
        <source>For this course only; the project’s other courses keep theirs.</source>
        <translation>Танҳо барои ин курс; курсҳои дигари лоиҳа имзокунандагони худро доранд.</translation>
    </message>
    <message>
        <source>For all courses of the project. A course can have others.</source>
        <translation>Барои ҳамаи курсҳои лоиҳа. Курс метавонад имзокунандагони дигар дошта бошад.</translation>
    </message>
    <message>
        <source>Who signs, in this order</source>
        <translation>Кӣ имзо мекунад, бо тартиб</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Боз як кас</translation>
    </message>
    <message>
        <source>Sign earlier</source>
        <translation>Пештар имзо кунад</translation>
    </message>
    <message>
        <source>Sign later</source>
        <translation>Дертар имзо кунад</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>Хориҷ кардан</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Ин кист</translation>
    </message>
    <message>
        <source>Somebody by name</source>
        <translation>Шахс бо ном</translation>
    </message>
    <message>
        <source>Who leads the course</source>
        <translation>Роҳбари курс</translation>
    </message>
    <message>
        <source>Name as it stands below the line</source>
        <translation>Ном, чунон ки зери хат аст</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Вазифа</translation>
    </message>
    <message>
        <source>Scanned signature</source>
        <translation>Скани имзо</translation>
    </message>
    <message>
        <source>Dark ink on white paper, PNG or JPEG. It is encrypted here, and goes only to laptops that get these courses. Without it the paper is signed by hand.</source>
        <translation>Сиёҳии тира дар коғази сафед, PNG ё JPEG. Имзо дар ин ҷо рамзгузорӣ шудааст ва танҳо ба ноутбукҳое меравад, ки ин курсҳоро мегиранд. Бе он дастӣ имзо мекунанд.</translation>
    </message>
    <message>
        <source>Head of programme and lead trainer, as without a choice</source>
        <translation>Роҳбари барнома ва тренери пешбар, чун бе интихоб</translation>
    </message>
    <message>
        <source>new</source>
        <translation>нав</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Тасвирҳо (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Choose a scanned signature</source>
        <translation>Скани имзоро интихоб кунед</translation>
    </message>
</context>
</TS>
