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
        <source>look at it</source>
        <translation>проверьте</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пустая</translation>
    </message>
    <message>
        <source>can be changed</source>
        <translation>можно менять</translation>
    </message>
    <message>
        <source>all three</source>
        <translation>все три</translation>
    </message>
    <message>
        <source>missing: {languages}</source>
        <translation>нет: {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%n languages</source>
        <translation>
            <numerusform>%n язык</numerusform>
            <numerusform>%n языка</numerusform>
            <numerusform>%n языков</numerusform>
        </translation>
    </message>
    <message>
        <source>the question</source>
        <translation>вопрос</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>This form</source>
        <translation>Эта анкета</translation>
    </message>
    <message>
        <source>Title…</source>
        <translation>Название…</translation>
    </message>
    <message>
        <source>Change title and introduction</source>
        <translation>Изменить название и вступление</translation>
    </message>
    <message>
        <source>Shuffle the options on each paper</source>
        <translation>Перемешивать варианты</translation>
    </message>
    <message>
        <source>Neighbours then have other letters; the key follows the paper&apos;s number.</source>
        <translation>У соседей тогда разные буквы; ключ определяется номером работы.</translation>
    </message>
    <message>
        <source>There is no introduction yet.</source>
        <translation>Вступления пока нет.</translation>
    </message>
</context>
<context>
    <name>FormDetails</name>
    <message>
        <source>Copy of a form</source>
        <translation>Копия анкеты</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>Новая анкета</translation>
    </message>
    <message>
        <source>Title and introduction</source>
        <translation>Название и вступление</translation>
    </message>
    <message>
        <source>Make the form</source>
        <translation>Создать анкету</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Для чего она</translation>
    </message>
    <message>
        <source>Before and after the course: what a participant knows</source>
        <translation>До и после курса: что знает участник</translation>
    </message>
    <message>
        <source>At the end, without names: what they think of the course</source>
        <translation>В конце, без имён: что думают о курсе</translation>
    </message>
    <message>
        <source>Filled in by the trainer for each participant: role play, interview</source>
        <translation>Заполняет тренер на каждого участника: ролевая игра, беседа</translation>
    </message>
    <message>
        <source>After 3 and 6 months, without names: what is used at work</source>
        <translation>Через 3 и 6 месяцев, без имён: что применяется в работе</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Printed above the questions</source>
        <translation>Печатается над вопросами</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Вступление</translation>
    </message>
    <message>
        <source>Printed below the title: how it is filled in</source>
        <translation>Печатается под названием: как заполнять</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>No.</source>
        <translation>№</translation>
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
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Не хватает</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>Изменить вопрос</translation>
    </message>
    <message>
        <source>Move the question</source>
        <translation>Переместить вопрос</translation>
    </message>
    <message>
        <source>Take the question out of the form</source>
        <translation>Убрать вопрос из анкеты</translation>
    </message>
    <message>
        <source>Back to all forms</source>
        <translation>Ко всем анкетам</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Новый вопрос</translation>
    </message>
    <message>
        <source>From the bank</source>
        <translation>Из банка</translation>
    </message>
    <message>
        <source>Add questions of the bank</source>
        <translation>Добавить вопросы из банка</translation>
    </message>
    <message>
        <source>Make a new version</source>
        <translation>Создать новую версию</translation>
    </message>
    <message>
        <source>Questions of the form</source>
        <translation>Вопросы анкеты</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>No question in this form yet</source>
        <translation>В этой анкете пока нет вопросов</translation>
    </message>
    <message>
        <source>Take some of the bank, or write new ones: they go into the bank too.</source>
        <translation>Возьмите вопросы из банка или напишите новые: они попадут и в банк.</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n вопрос</numerusform>
            <numerusform>%n вопроса</numerusform>
            <numerusform>%n вопросов</numerusform>
        </translation>
    </message>
    <message>
        <source>points: {points}</source>
        <translation>баллы: {points}</translation>
    </message>
    <message numerus="yes">
        <source>Not on this laptop yet: %n question(s) of this form</source>
        <translation>
            <numerusform>На этом ноутбуке пока нет %n вопроса анкеты</numerusform>
            <numerusform>На этом ноутбуке пока нет %n вопросов анкеты</numerusform>
            <numerusform>На этом ноутбуке пока нет %n вопросов анкеты</numerusform>
        </translation>
    </message>
    <message>
        <source>They come with a file of the laptop on which they were written. Take that file in.</source>
        <translation>Они приходят с файлом ноутбука, на котором их написали. Примите этот файл.</translation>
    </message>
    <message>
        <source>Another laptop changed this form after it was used</source>
        <translation>Другой ноутбук изменил эту анкету после её использования</translation>
    </message>
    <message>
        <source>Papers were answered as it was printed. Correct the questions, their order or their key until they are as on the printed paper: this warning then goes away. Or make a new version for the papers to come.</source>
        <translation>На работы отвечали по напечатанному. Исправьте вопросы, их порядок или ключ так, чтобы всё было как на бумаге: тогда предупреждение исчезнет. Или создайте новую версию для будущих работ.</translation>
    </message>
    <message>
        <source>This form is in use</source>
        <translation>Эта анкета в работе</translation>
    </message>
    <message>
        <source>Its questions stay as they are, so that results can be compared; missing languages can be filled in. To change more, make a new version: results of versions stay apart.</source>
        <translation>Её вопросы остаются прежними, чтобы результаты можно было сравнивать; недостающие языки можно дополнить. Чтобы изменить больше, создайте новую версию: результаты версий считаются отдельно.</translation>
    </message>
    <message>
        <source>The order is fixed while the form is in use.</source>
        <translation>Пока анкета в работе, порядок не меняется.</translation>
    </message>
    <message>
        <source>Drag a question, or press Alt with ↑ ↓, to move it.</source>
        <translation>Перетащите вопрос мышью или нажмите Alt со стрелкой ↑ ↓.</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Form</source>
        <translation>Анкета</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
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
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Tests, feedback, rating sheets and follow-ups</source>
        <translation>Тесты, отзывы, оценочные листы и последующие опросы</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n анкета</numerusform>
            <numerusform>%n анкеты</numerusform>
            <numerusform>%n анкет</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Открыть анкету</translation>
    </message>
    <message>
        <source>New form</source>
        <translation>Новая анкета</translation>
    </message>
    <message>
        <source>Standard forms</source>
        <translation>Типовые анкеты</translation>
    </message>
    <message>
        <source>Find a form</source>
        <translation>Найти анкету</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Только один вид</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Анкеты</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
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
        <source>Show all forms</source>
        <translation>Показать все анкеты</translation>
    </message>
    <message>
        <source>No form is found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Look for another title, or show all kinds.</source>
        <translation>Поищите другое название или покажите все виды.</translation>
    </message>
    <message>
        <source>No form yet</source>
        <translation>Анкет пока нет</translation>
    </message>
    <message>
        <source>Take a form that comes with the program, in three languages, and change it as you like; or make your own.</source>
        <translation>Возьмите анкету из поставки программы на трёх языках и измените её под себя; или составьте свою.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
</context>
<context>
    <name>LanguagesCard</name>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing</source>
        <translation>
            <numerusform>нет %n текста</numerusform>
            <numerusform>нет %n текстов</numerusform>
            <numerusform>нет %n текстов</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>полностью</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Дополнить</translation>
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
    <name>Picker</name>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
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
        <source>Questions of the bank</source>
        <translation>Вопросы из банка</translation>
    </message>
    <message numerus="yes">
        <source>Add %n question(s)</source>
        <translation>
            <numerusform>Добавить %n вопрос</numerusform>
            <numerusform>Добавить %n вопроса</numerusform>
            <numerusform>Добавить %n вопросов</numerusform>
        </translation>
    </message>
    <message>
        <source>Questions that can be added</source>
        <translation>Вопросы, которые можно добавить</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) that are not in the form yet.</source>
        <translation>
            <numerusform>%n вопрос, которого ещё нет в анкете.</numerusform>
            <numerusform>%n вопроса, которых ещё нет в анкете.</numerusform>
            <numerusform>%n вопросов, которых ещё нет в анкете.</numerusform>
        </translation>
    </message>
    <message>
        <source>Space ticks, Enter adds what is ticked.</source>
        <translation>Пробел отмечает, Enter добавляет отмеченные.</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>отмечен</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>не отмечен</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Back to the form</source>
        <translation>К анкете</translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>Язык просмотра</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>A sample as it is printed; papers of a course are on its tab “Print”</source>
        <translation>Образец в печатном виде; документы курса — на его вкладке «Печать»</translation>
    </message>
    <message>
        <source>Sample of a form</source>
        <translation>Образец анкеты</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing in this language: shown in another one</source>
        <translation>
            <numerusform>На этом языке нет %n текста: он показан на другом</numerusform>
            <numerusform>На этом языке нет %n текстов: они показаны на другом</numerusform>
            <numerusform>На этом языке нет %n текстов: они показаны на другом</numerusform>
        </translation>
    </message>
    <message>
        <source>As somebody reads it who fills it in; how it is printed is on the tab “Print”.</source>
        <translation>Так её читает тот, кто заполняет; как она печатается — на вкладке «Печать» курса.</translation>
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
        <source>This question was used. Missing languages, topic and explanation are simply filled in. Any other change makes a new version: papers and results stay with the old one, and forms that are not in use yet take the new one.</source>
        <translation>Этот вопрос уже использовался. Недостающие языки, тему и пояснение можно просто дополнить. Любое другое изменение создаст новую версию: работы и результаты останутся у старой, а анкеты, которые ещё не в работе, возьмут новую.</translation>
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
        <source>Missing: {texts}</source>
        <translation>Не хватает: {texts}</translation>
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
        <source>Save the question</source>
        <translation>Сохранить вопрос</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Новый вопрос</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Принять…</translation>
    </message>
    <message>
        <source>Import questions from a file</source>
        <translation>Принять вопросы из файла</translation>
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
<context>
    <name>StandardPanel</name>
    <message>
        <source>Standard forms</source>
        <translation>Типовые анкеты</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>They come with the program in Tajik, Russian and English. Two laptops that add the same one have one form. What you change in it is yours.</source>
        <translation>Они поставляются с программой на таджикском, русском и английском. Если одну и ту же добавят два ноутбука, это будет одна анкета. Что вы в ней измените — ваше.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n вопрос</numerusform>
            <numerusform>%n вопроса</numerusform>
            <numerusform>%n вопросов</numerusform>
        </translation>
    </message>
    <message>
        <source>in the bank</source>
        <translation>уже в банке</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>убрана</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Versions and use</source>
        <translation>Версии и использование</translation>
    </message>
    <message>
        <source>uses this version</source>
        <translation>использует эту версию</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>No course has chosen this version yet.</source>
        <translation>Эту версию пока не выбрал ни один курс.</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>самая новая</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>older</source>
        <translation>прежняя</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
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
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
</TS>
