<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AcceptedEditor</name>
    <message>
        <source>Add an answer that is accepted</source>
        <translation>Добавить верный ответ</translation>
    </message>
</context>
<context>
    <name>AcceptedRow</name>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>Lowest number</source>
        <translation>Наименьшее число</translation>
    </message>
    <message>
        <source>Highest number</source>
        <translation>Наибольшее число</translation>
    </message>
    <message>
        <source>Words that are accepted</source>
        <translation>Слова, которые засчитываются</translation>
    </message>
    <message>
        <source>Worth, per cent</source>
        <translation>Ценность, проценты</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>Убрать ответ</translation>
    </message>
</context>
<context>
    <name>BankWording</name>
    <message>
        <source>all three</source>
        <translation>все три</translation>
    </message>
    <message>
        <source>missing: {languages}</source>
        <translation>нет: {languages}</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Remove the option</source>
        <translation>Убрать вариант</translation>
    </message>
    <message>
        <source>Option {letter}: {language}</source>
        <translation>Вариант {letter}: {language}</translation>
    </message>
    <message>
        <source>Option {letter} is right</source>
        <translation>Вариант {letter} верный</translation>
    </message>
    <message>
        <source>Worth of option {letter}, per cent</source>
        <translation>Ценность варианта {letter}, проценты</translation>
    </message>
</context>
<context>
    <name>OptionsEditor</name>
    <message>
        <source>Worth, %</source>
        <translation>Цена, %</translation>
    </message>
    <message>
        <source>Type what each option is worth</source>
        <translation>Указать ценность каждого варианта</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Добавить ступень</translation>
    </message>
    <message>
        <source>Add an option</source>
        <translation>Добавить вариант</translation>
    </message>
</context>
<context>
    <name>QuestionFilters</name>
    <message>
        <source>Find a question</source>
        <translation>Найти вопрос</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Все вопросы</translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>Любая тема</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>Без темы</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Любой вид</translation>
    </message>
    <message>
        <source>In the bank</source>
        <translation>В банке</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Only one topic</source>
        <translation>Только одна тема</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Только один вид</translation>
    </message>
    <message>
        <source>In the bank or put away</source>
        <translation>В банке или убранные</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>New question</source>
        <translation>Новый вопрос</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Изменить вопрос</translation>
    </message>
    <message>
        <source>Add the question</source>
        <translation>Добавить вопрос</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>This question was used. Saving makes a new version of it: the papers and results stay with the old one, and forms that are not in use yet take the new one.</source>
        <translation>Этот вопрос уже использовался. При сохранении появится его новая версия: работы и результаты останутся у старой, а анкеты, которые ещё не в работе, возьмут новую.</translation>
    </message>
    <message>
        <source>How it is answered</source>
        <translation>Как отвечают</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Ready-made scale</source>
        <translation>Готовая шкала</translation>
    </message>
    <message>
        <source>Keep the options in this order when papers are shuffled</source>
        <translation>Не менять порядок вариантов, когда они перемешиваются</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>One word for all, or three with | between them: Tajik | Russian | English</source>
        <translation>Одно название для всех или три через |: таджикское | русское | английское</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Краткое название</translation>
    </message>
    <message>
        <source>For lists; not printed</source>
        <translation>Для списков; не печатается</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Пояснение</translation>
    </message>
    <message>
        <source>For the talk about the answers afterwards; not printed on the paper</source>
        <translation>Для разбора ответов; в бланке не печатается</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Ступени</translation>
    </message>
    <message>
        <source>From the lowest to the highest, 2 to 7 steps. Alt with ↑ ↓ moves one.</source>
        <translation>От низшей к высшей, от 2 до 7 ступеней. Alt со стрелкой ↑ ↓ перемещает ступень.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Tick all that are right: they share the points evenly, and wrong ones take points away, so that ticking everything gives none. Alt with ↑ ↓ moves an option.</source>
        <translation>Отметьте все верные: баллы делятся между ними поровну, а неверные отнимают баллы, так что отметка всего подряд ничего не даёт. Alt со стрелкой ↑ ↓ перемещает вариант.</translation>
    </message>
    <message>
        <source>Mark the right one; without a mark nothing is right or wrong. Alt with ↑ ↓ moves one.</source>
        <translation>Отметьте верный; без отметки нет ни верных, ни неверных. Alt со стрелкой ↑ ↓ перемещает вариант.</translation>
    </message>
    <message>
        <source>Without any, the question is open and gives no points.</source>
        <translation>Без таких ответов вопрос открытый и баллов не даёт.</translation>
    </message>
    <message>
        <source>One number, or the lowest and the highest that are right.</source>
        <translation>Одно число либо наименьшее и наибольшее из верных.</translation>
    </message>
    <message>
        <source>Capitals and small letters are the same; * stands for any letters.</source>
        <translation>Большие и маленькие буквы не различаются; * заменяет любые буквы.</translation>
    </message>
    <message>
        <source>Answers that are accepted</source>
        <translation>Ответы, которые засчитываются</translation>
    </message>
    <message>
        <source>Choose to replace the steps…</source>
        <translation>Выбрать вместо нынешних ступеней…</translation>
    </message>
    <message>
        <source>Texts are missing in: {languages}. The question can be used in the other languages.</source>
        <translation>Нет текста на языках: {languages}. На остальных языках вопрос можно использовать.</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>In forms</source>
        <translation>В анкетах</translation>
    </message>
    <message>
        <source>Questions from which tests and other forms are made</source>
        <translation>Вопросы, из которых составляются тесты и другие анкеты</translation>
    </message>
    <message>
        <source>{shown} of {all} questions are shown</source>
        <translation>Показано вопросов: {shown} из {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) in the bank</source>
        <translation>
            <numerusform>%n вопрос в банке</numerusform>
            <numerusform>%n вопроса в банке</numerusform>
            <numerusform>%n вопросов в банке</numerusform>
        </translation>
    </message>
    <message>
        <source>From the search into the list</source>
        <translation>Из поиска в список</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Изменить вопрос</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Новый вопрос</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Import questions from a file</source>
        <translation>Загрузить вопросы из файла</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Export questions to a file</source>
        <translation>Сохранить вопросы в файл</translation>
    </message>
    <message>
        <source>Standard forms</source>
        <translation>Типовые анкеты</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Show all questions</source>
        <translation>Показать все вопросы</translation>
    </message>
    <message>
        <source>No question is found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Type fewer letters, in any script, or take the filters back.</source>
        <translation>Введите меньше букв, любым алфавитом, или снимите фильтры.</translation>
    </message>
    <message>
        <source>No question yet</source>
        <translation>Вопросов пока нет</translation>
    </message>
    <message>
        <source>Write the first question, or begin with a form that comes with the program.</source>
        <translation>Напишите первый вопрос или начните с анкеты, которая поставляется с программой.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>points: {points}</source>
        <translation>баллы: {points}</translation>
    </message>
    <message>
        <source>was used: a change makes a new version</source>
        <translation>уже использовался: изменение создаст новую версию</translation>
    </message>
    <message numerus="yes">
        <source>in %n form(s)</source>
        <translation>
            <numerusform>в %n анкете</numerusform>
            <numerusform>в %n анкетах</numerusform>
            <numerusform>в %n анкетах</numerusform>
        </translation>
    </message>
    <message>
        <source>in no form yet</source>
        <translation>пока ни в одной анкете</translation>
    </message>
    <message>
        <source>{count}, used</source>
        <translation>{count}, в работе</translation>
    </message>
</context>
</TS>
