<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>ChoosePage</name>
    <message>
        <source>Questions ({endings})</source>
        <translation>Вопросы ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Choose a file of questions</source>
        <translation>Выбор файла с вопросами</translation>
    </message>
    <message>
        <source>Save an empty table</source>
        <translation>Сохранить пустую таблицу</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Таблица Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Сохранение таблицы</translation>
    </message>
    <message>
        <source>The table is saved</source>
        <translation>Таблица сохранена</translation>
    </message>
    <message>
        <source>{file}: fill it in, then take it in here.</source>
        <translation>{file}: заполните и примите её здесь.</translation>
    </message>
    <message>
        <source>Choose a file of questions or drop it here</source>
        <translation>Выберите файл с вопросами или перетащите его сюда</translation>
    </message>
    <message>
        <source>GIFT or Aiken from Moodle (txt), XLSForm from KoboToolbox or ODK (xlsx, xls), or a table of this program (xlsx, ods, csv). Nothing is saved before you say so.</source>
        <translation>GIFT или Aiken из Moodle (txt), XLSForm из KoboToolbox или ODK (xlsx, xls) или таблица этой программы (xlsx, ods, csv). Пока вы не скажете, ничего не сохраняется.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>Excel table (*.xlsx)</source>
        <translation>Таблица Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the questions</source>
        <translation>Сохранение вопросов</translation>
    </message>
    <message>
        <source>Saving the questions</source>
        <translation>Сохранение вопросов</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file}: %n question(s).</source>
        <translation>
            <numerusform>{file}: %n вопрос.</numerusform>
            <numerusform>{file}: %n вопроса.</numerusform>
            <numerusform>{file}: %n вопросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The questions are saved</source>
        <translation>Вопросы сохранены</translation>
    </message>
    <message>
        <source>Save questions to a file</source>
        <translation>Вопросы в файл</translation>
    </message>
    <message>
        <source>For another laptop, for Moodle, KoboToolbox or ODK, or for a spreadsheet</source>
        <translation>Для другого ноутбука, для Moodle, KoboToolbox или ODK, для таблицы</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>Какие вопросы</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>В каком виде</translation>
    </message>
    <message>
        <source>Everything in three languages; can be changed and taken in again</source>
        <translation>Всё на трёх языках; можно изменить и снова принять</translation>
    </message>
    <message>
        <source>A text in one language, for quizzes of Moodle</source>
        <translation>Текст на одном языке, для тестов Moodle</translation>
    </message>
    <message>
        <source>Three languages, for telephones; the right answers are not shown</source>
        <translation>Три языка, для телефонов; верные ответы не показываются</translation>
    </message>
    <message>
        <source>The whole bank</source>
        <translation>Весь банк</translation>
    </message>
    <message>
        <source>Language of headings</source>
        <translation>Язык заголовков</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>Язык файла</translation>
    </message>
    <message numerus="yes">
        <source>Whole in this language: %n question(s); the others are not written.</source>
        <translation>
            <numerusform>На нём полностью есть %n вопрос; остальные не записываются.</numerusform>
            <numerusform>На нём полностью есть %n вопроса; остальные не записываются.</numerusform>
            <numerusform>На нём полностью есть %n вопросов; остальные не записываются.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormChoice</name>
    <message>
        <source>Make of them</source>
        <translation>Сделать из них</translation>
    </message>
    <message>
        <source>questions of the bank only</source>
        <translation>только вопросы банка</translation>
    </message>
    <message>
        <source>a form as well: {kind}</source>
        <translation>и анкету: {kind}</translation>
    </message>
    <message>
        <source>Title of the form</source>
        <translation>Название анкеты</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что будет</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>new question</source>
        <translation>новый вопрос</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>уже есть</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>не вопрос</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонено</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Reading the questions</source>
        <translation>Чтение вопросов</translation>
    </message>
    <message>
        <source>Taking in the questions</source>
        <translation>Приём вопросов</translation>
    </message>
    <message>
        <source>Nothing had to be added</source>
        <translation>Добавлять было нечего</translation>
    </message>
    <message>
        <source>Everything that stands in the file is here already.</source>
        <translation>Всё, что есть в файле, здесь уже есть.</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Другой файл</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>Язык файла</translation>
    </message>
    <message>
        <source>Only what has to be looked at</source>
        <translation>Только то, что нужно посмотреть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Questions of the file</source>
        <translation>Вопросы файла</translation>
    </message>
    <message>
        <source>Take in questions from a file</source>
        <translation>Вопросы из файла</translation>
    </message>
    <message>
        <source>Every question is shown before anything is saved</source>
        <translation>Каждый вопрос показывается до сохранения</translation>
    </message>
    <message>
        <source>Fewer notes</source>
        <translation>Меньше замечаний</translation>
    </message>
    <message numerus="yes">
        <source>All %n note(s)</source>
        <translation>
            <numerusform>Все замечания: %n</numerusform>
            <numerusform>Все замечания: %n</numerusform>
            <numerusform>Все замечания: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the form</source>
        <translation>Создать анкету</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n question(s)</source>
        <translation>
            <numerusform>Принять %n вопрос</numerusform>
            <numerusform>Принять %n вопроса</numerusform>
            <numerusform>Принять %n вопросов</numerusform>
        </translation>
    </message>
</context>
</TS>
