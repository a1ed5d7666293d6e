<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AcceptedAnswerRow</name>
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
        <translation>Вес, проценты</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>Убрать ответ</translation>
    </message>
</context>
<context>
    <name>AcceptedAnswersEditor</name>
    <message>
        <source>Add an answer that is accepted</source>
        <translation>Добавить верный ответ</translation>
    </message>
</context>
<context>
    <name>AnswerHistoryPanel</name>
    <message>
        <source>History of the answer</source>
        <translation>История ответа</translation>
    </message>
    <message>
        <source>Nothing was ever entered here.</source>
        <translation>Здесь ещё ничего не вводили.</translation>
    </message>
    <message>
        <source>Question {number}: {text}</source>
        <translation>Вопрос {number}: {text}</translation>
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
        <translation>используется</translation>
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
    <name>CoursesPage</name>
    <message>
        <source>Course</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Both</source>
        <extracomment>Heading: how many wrote both tests</extracomment>
        <translation>Оба</translation>
    </message>
    <message>
        <source>Gain, points</source>
        <translation>Прирост, п. п.</translation>
    </message>
    <message>
        <source>g (Hake)</source>
        <translation>g (Хейк)</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Courses with their evaluations</source>
        <translation>Курсы с результатами оценки</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Open the tests</source>
        <translation>Открыть тесты</translation>
    </message>
    <message>
        <source>Open the feedback</source>
        <translation>Открыть отзывы</translation>
    </message>
    <message>
        <source>Go to the courses</source>
        <translation>Перейти к курсам</translation>
    </message>
    <message>
        <source>No course yet</source>
        <translation>Курсов пока нет</translation>
    </message>
    <message>
        <source>Tests and feedback are typed into a course. Create one or import a file of the office.</source>
        <translation>Тесты и отзывы вносятся в курс. Создайте курс или примите файл из офиса.</translation>
    </message>
    <message>
        <source>All courses: {pairs} with both tests, {gain} points, g {g}</source>
        <translation>Все курсы: с обоими тестами — {pairs}, прирост {gain} п. п., g {g}</translation>
    </message>
    <message>
        <source>Tests before and after, and what the participants say</source>
        <translation>Тесты до и после курса и мнение участников</translation>
    </message>
    <message>
        <source>under {least}</source>
        <translation>менее {least}</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Paper</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>Первый ввод</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Второй ввод</translation>
    </message>
    <message>
        <source>Differences between the two entries</source>
        <translation>Расхождения двух вводов</translation>
    </message>
    <message>
        <source>The paper says</source>
        <translation>На бумаге стоит</translation>
    </message>
    <message>
        <source>What the paper says, if neither entry does</source>
        <translation>Что стоит на бумаге, если оба ввода неверны</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>другой ответ</translation>
    </message>
    <message>
        <source>Look at the paper: 1 takes the first, 2 the second, Enter types another.</source>
        <translation>Сверьтесь с бумагой: 1 — верен первый ввод, 2 — второй, Enter — другой ответ.</translation>
    </message>
    <message>
        <source>The two entries say the same</source>
        <translation>Оба ввода совпадают</translation>
    </message>
    <message>
        <source>What was entered twice agrees. What differs is listed here.</source>
        <translation>Введённое дважды совпадает. Расхождения появятся здесь.</translation>
    </message>
    <message>
        <source>{text} is no answer to this question.</source>
        <translation>{text} — не ответ на этот вопрос.</translation>
    </message>
    <message>
        <source>Anonymous sheet</source>
        <translation>Анонимный лист</translation>
    </message>
</context>
<context>
    <name>EntryStatus</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Отменено: {what}</translation>
    </message>
    <message>
        <source>The next undo takes back: {what}</source>
        <translation>Следующая отмена уберёт: {what}</translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Сохранено: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>Evaluations</name>
    <message numerus="yes">
        <source>%n waiting here; {missing} more needed to enter the results</source>
        <translation>
            <numerusform>здесь ждёт %n; чтобы войти в результаты, нужно ещё {missing}</numerusform>
            <numerusform>здесь ждут %n; чтобы войти в результаты, нужно ещё {missing}</numerusform>
            <numerusform>здесь ждёт %n; чтобы войти в результаты, нужно ещё {missing}</numerusform>
        </translation>
    </message>
    <message>
        <source>a late sheet. It stays here until {missing} more have come; no file carries it before</source>
        <translation>опоздавший лист. Он останется здесь, пока не придёт ещё {missing}; до этого ни один файл его не передаст</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>снижение</translation>
    </message>
    <message>
        <source>low</source>
        <translation>низкий</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>средний</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Входной тест</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Входной</translation>
    </message>
    <message>
        <source>Post-test</source>
        <comment>short, in the head of a column</comment>
        <translation>Итоговый</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Итоговый тест</translation>
    </message>
</context>
<context>
    <name>EvaluationsScreen</name>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Анкеты</translation>
    </message>
    <message>
        <source>Pages of evaluations</source>
        <translation>Страницы оценки знаний</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Тесты и отзывы</translation>
    </message>
</context>
<context>
    <name>FeedbackTab</name>
    <message>
        <source>Statement</source>
        <extracomment>Heading: a sentence that participants agree with or not</extracomment>
        <translation>Утверждение</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n лист</numerusform>
            <numerusform>%n листа</numerusform>
            <numerusform>%n листов</numerusform>
        </translation>
    </message>
    <message>
        <source>What the sheets say</source>
        <translation>Что говорят листы</translation>
    </message>
    <message>
        <source>Form</source>
        <extracomment>The feedback form of the course</extracomment>
        <translation>Анкета</translation>
    </message>
    <message>
        <source>Answers by question</source>
        <translation>Ответы по вопросам</translation>
    </message>
    <message>
        <source>Anonymous: kept without a name, without an order, with the day but not the hour.</source>
        <translation>Анонимно: хранится без имени и без порядка, с днём, но без часа.</translation>
    </message>
    <message>
        <source>A question shows its result from {least} answers on: fewer would point at a person.</source>
        <translation>Результат вопроса виден, начиная с {least} ответов: меньшее число указало бы на человека.</translation>
    </message>
    <message>
        <source>No feedback form yet</source>
        <translation>Анкеты отзывов пока нет</translation>
    </message>
    <message>
        <source>Once a form is chosen and sheets are entered, their answers are summed up here.</source>
        <translation>Когда анкета выбрана и листы введены, здесь видны итоги ответов.</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Выбрать анкету</translation>
    </message>
    <message>
        <source>The course is closed. Sheets that come late can still be entered.</source>
        <translation>Курс закрыт. Листы, пришедшие позже, ещё можно ввести.</translation>
    </message>
    <message>
        <source>If sheets come late, choose the form that they have: then they can be entered here.</source>
        <translation>Если листы придут позже, выберите их анкету: тогда их можно ввести здесь.</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Листы</translation>
    </message>
    <message>
        <source>Choose the feedback form: its sheets are printed with numbers that point to nobody, entered with one key for each answer, or filled in on this laptop.</source>
        <translation>Выберите анкету отзывов: её листы печатаются с номерами, которые ни на кого не указывают, вводятся одной клавишей на ответ или заполняются на этом ноутбуке.</translation>
    </message>
    <message>
        <source>top</source>
        <translation>верх</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>низ</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} и {second}</translation>
    </message>
    <message>
        <source>{least} needed</source>
        <translation>нужно&#xa0;{least}</translation>
    </message>
</context>
<context>
    <name>FeedbackView</name>
    <message>
        <source>Questions of the feedback</source>
        <translation>Вопросы анкеты</translation>
    </message>
    <message>
        <source>How often each answer was given</source>
        <translation>Сколько раз выбран каждый ответ</translation>
    </message>
    <message>
        <source>The same question course by course</source>
        <translation>Тот же вопрос по курсам</translation>
    </message>
    <message>
        <source>Open answers</source>
        <translation>Открытые ответы</translation>
    </message>
    <message>
        <source>Form, version and occasion</source>
        <translation>Анкета, версия и этап</translation>
    </message>
    <message>
        <source>No feedback yet</source>
        <translation>Отзывов пока нет</translation>
    </message>
    <message>
        <source>Needed: a feedback form of the course and five sheets; fewer would point at a person.</source>
        <translation>Нужны анкета отзывов, выбранная для курса, и не менее пяти листов: меньшее число указывало бы на человека.</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>скрыто</translation>
    </message>
    <message>
        <source>Questions with fewer than five answers, and sums that would tell them, stay hidden.</source>
        <translation>Вопросы, где ответов меньше пяти, и суммы, которые их выдали бы, скрыты.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Вопрос {number}</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>A sheet without a name was begun and not handed in</source>
        <translation>Начат и не сдан анонимный лист</translation>
    </message>
    <message>
        <source>Go on only if the same participant sits here: answers are shown. A blank one throws it away.</source>
        <translation>Продолжайте, только если за ноутбуком тот же участник: ответы видны. Новый лист удалит этот.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Продолжить его</translation>
    </message>
    <message>
        <source>Begin a blank one</source>
        <translation>Начать новый</translation>
    </message>
</context>
<context>
    <name>FillingPage</name>
    <message>
        <source>Back to the program</source>
        <translation>Вернуться в программу</translation>
    </message>
</context>
<context>
    <name>FinishedNote</name>
    <message>
        <source>The course is approved. What is changed here is listed in its Overview as changed since the approval.</source>
        <translation>Курс утверждён. Что изменено здесь, перечисляется на его вкладке «Обзор» как изменённое после утверждения.</translation>
    </message>
</context>
<context>
    <name>FormChooser</name>
    <message>
        <source>What for?</source>
        <translation>Для чего?</translation>
    </message>
    <message>
        <source>Use it before and after the course</source>
        <translation>Использовать до и после курса</translation>
    </message>
    <message>
        <source>not in every language</source>
        <translation>не на всех языках</translation>
    </message>
    <message>
        <source>There is nothing of this kind yet. Make it in the question bank.</source>
        <translation>Такого ещё нет. Составьте его в банке вопросов.</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Что выбрать?</translation>
    </message>
    <message>
        <source>Choose a test</source>
        <translation>Выбрать тест</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>Выбрать анкету</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Взять выбранное</translation>
    </message>
    <message>
        <source>Make or change in the question bank</source>
        <translation>Создать или изменить в банке вопросов</translation>
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
        <source>{count} · comes with the program</source>
        <translation>{count} · есть в программе</translation>
    </message>
</context>
<context>
    <name>FormDetailsCard</name>
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
    <name>FormLanguagesCard</name>
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
        <source>Remove the question from the form</source>
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
        <source>They come with a file of the laptop on which they were written. Import that file.</source>
        <translation>Они приходят с файлом ноутбука, на котором их написали. Примите этот файл.</translation>
    </message>
    <message>
        <source>Another laptop changed this form after it was used</source>
        <translation>Другой ноутбук изменил эту анкету после её использования</translation>
    </message>
    <message>
        <source>Participants answered the printed version. Change the questions, order or key back to match the printed paper and this warning goes away. Or make a new version for the papers to come.</source>
        <translation>На работы отвечали по напечатанному. Исправьте вопросы, их порядок или ключ так, чтобы всё было как на бумаге: тогда предупреждение исчезнет. Или создайте новую версию для будущих работ.</translation>
    </message>
    <message>
        <source>This form is in use</source>
        <translation>Эта анкета используется</translation>
    </message>
    <message>
        <source>Its questions stay as they are, so that results can be compared; missing languages can be filled in. To change more, make a new version: results of versions stay apart.</source>
        <translation>Её вопросы остаются прежними, чтобы результаты можно было сравнивать; недостающие языки можно дополнить. Чтобы изменить больше, создайте новую версию: результаты версий считаются отдельно.</translation>
    </message>
    <message>
        <source>The order is fixed while the form is in use.</source>
        <translation>Пока анкета используется, порядок не меняется.</translation>
    </message>
    <message>
        <source>Drag a question, or press Alt with ↑ ↓, to move it.</source>
        <translation>Перетащите вопрос мышью или нажмите Alt со стрелкой ↑ ↓.</translation>
    </message>
</context>
<context>
    <name>FormPreviewPage</name>
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
    <name>FormTitleForm</name>
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
    <name>FormUsageCard</name>
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
        <extracomment>A button</extracomment>
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
        <translation>используется</translation>
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
        <extracomment>A button: makes a second form like this one</extracomment>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Form</source>
        <extracomment>Heading: a test, feedback form or rating sheet</extracomment>
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
        <source>Archived</source>
        <translation>Убранные</translation>
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
        <source>Archive</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Анкеты</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>A button</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>A button: makes a second form like this one</extracomment>
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
        <translation>Возьмите анкету, которая есть в программе на трёх языках, и измените её под себя; или составьте свою.</translation>
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
    <name>ItemsView</name>
    <message>
        <source>Questions of the test</source>
        <translation>Вопросы теста</translation>
    </message>
    <message>
        <source>Who chose what</source>
        <translation>Кто что выбрал</translation>
    </message>
    <message>
        <source>Test and version</source>
        <translation>Тест и версия</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>How well each question tells those who know more, and how reliable the test is</source>
        <translation>Насколько каждый вопрос отличает знающих от незнающих и насколько надёжен тест</translation>
    </message>
    <message>
        <source>No answers entered yet</source>
        <translation>Ответы ещё не введены</translation>
    </message>
    <message>
        <source>Where only the points of a test are typed in, nothing can be said about its questions. Enter the answers of the papers.</source>
        <translation>Если внесены только баллы теста, о его вопросах ничего сказать нельзя. Введите ответы из работ.</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Вопрос {number}</translation>
    </message>
    <message>
        <source>Hard: fewer than three in ten had it right.</source>
        <translation>Трудный: верно ответили меньше трёх из десяти.</translation>
    </message>
    <message>
        <source>Easy: more than nine in ten had it right.</source>
        <translation>Лёгкий: верно ответили больше девяти из десяти.</translation>
    </message>
    <message>
        <source>It hardly tells those who know more from those who know less.</source>
        <translation>Вопрос слабо отличает тех, кто знает больше, от тех, кто знает меньше.</translation>
    </message>
    <message>
        <source>Check the key: those who know more had it wrong more often than those who know less.</source>
        <translation>Проверьте ключ: те, кто знает больше, ошибались чаще, чем те, кто знает меньше.</translation>
    </message>
</context>
<context>
    <name>KeyingCard</name>
    <message>
        <source>В means {letter}</source>
        <translation>В значит {letter}</translation>
    </message>
    <message>
        <source>How letters of a Cyrillic keyboard are read. Press to be asked again.</source>
        <translation>Как читаются буквы русской раскладки. Нажмите, чтобы программа спросила снова.</translation>
    </message>
    <message>
        <source>Each answer is on the disk when it shows; nothing needs saving.</source>
        <translation>Каждый показанный ответ уже на диске; сохранять ничего не нужно.</translation>
    </message>
    <message>
        <source>Delete the sheet</source>
        <translation>Удалить лист</translation>
    </message>
    <message>
        <source>Delete the paper</source>
        <translation>Удалить работу</translation>
    </message>
    <message>
        <source>What was entered of it goes; undo brings it back</source>
        <translation>Введённое с него пропадёт; отмена вернёт</translation>
    </message>
    <message>
        <source>The rest is blank: the paper is finished</source>
        <translation>Остальное без ответа: работа закончена</translation>
    </message>
    <message>
        <source>Leave the paper as it is</source>
        <translation>Оставить работу как есть</translation>
    </message>
    <message>
        <source>The rest is blank: the sheet is finished</source>
        <translation>Остальное без ответа: лист закончен</translation>
    </message>
    <message>
        <source>Leave the sheet as it is</source>
        <translation>Оставить лист как есть</translation>
    </message>
    <message>
        <source>History of the answer: who, when, and whether it was sent</source>
        <translation>История ответа: кто, когда и отправлено ли</translation>
    </message>
    <message>
        <source>Open the paper; the next question</source>
        <translation>Открыть работу; следующий вопрос</translation>
    </message>
    <message>
        <source>Open the sheet; the next question</source>
        <translation>Открыть лист; следующий вопрос</translation>
    </message>
    <message>
        <source>The answer: its letter on any keyboard</source>
        <translation>Ответ: его буква на любой раскладке</translation>
    </message>
    <message>
        <source>The answer: its place, 0 is the tenth</source>
        <translation>Ответ: его место, 0 — десятый</translation>
    </message>
    <message>
        <source>The question was left blank</source>
        <translation>Вопрос оставлен без ответа</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>На вопрос назад</translation>
    </message>
    <message>
        <source>One question on</source>
        <translation>На вопрос вперёд</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>Убрать ответ</translation>
    </message>
    <message>
        <source>Keep what is typed, go on; nothing typed: left blank</source>
        <translation>Сохранить введённое и дальше; если пусто — без ответа</translation>
    </message>
    <message>
        <source>Type the number on the paper and press Enter. Then one key for each answer: its letter or its digit. The keypad alone is enough: / left blank, − back, + on, * the rest is blank.</source>
        <translation>Введите номер на бумаге и нажмите Enter. Дальше одна клавиша на ответ: его буква или цифра. Хватает одной цифровой клавиатуры: / — без ответа, − — назад, + — вперёд, * — остальное без ответа.</translation>
    </message>
    <message>
        <source>Enter alone begins a sheet that has no number.</source>
        <translation>Лист без номера начинается одним нажатием Enter.</translation>
    </message>
</context>
<context>
    <name>KeyingHeader</name>
    <message>
        <source>Sheet {number}</source>
        <translation>Лист {number}</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Лист без номера</translation>
    </message>
    <message>
        <source>{answered} of {count} entered</source>
        <translation>введено {answered} из {count}</translation>
    </message>
    <message>
        <source>Number on the paper</source>
        <translation>Номер на бумаге</translation>
    </message>
    <message>
        <source>History of the answer</source>
        <translation>История ответа</translation>
    </message>
    <message>
        <source>Re-sit</source>
        <translation>Пересдача</translation>
    </message>
    <message>
        <source>A new paper of the same person</source>
        <translation>Новая работа того же человека</translation>
    </message>
    <message>
        <source>New sheet without a number</source>
        <translation>Новый лист без номера</translation>
    </message>
</context>
<context>
    <name>KeyingMessages</name>
    <message>
        <source>Second entry: {name}</source>
        <translation>Второй ввод: {name}</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} on the list</source>
        <translation>№&#xa0;{number} в списке</translation>
    </message>
    <message>
        <source>Nothing tells whose it is</source>
        <translation>Ничто не указывает, чей он</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>Попытка {number}</translation>
    </message>
    <message>
        <source>In the results already: a key press corrects the highlighted answer, but the sheet stays. * or Esc closes it.</source>
        <translation>Уже в результатах: клавиша исправляет ответ в рамке, но удалить лист нельзя. * или Esc закрывает его.</translation>
    </message>
    <message>
        <source>Already entered. A key press corrects the highlighted answer; * or Esc closes it.</source>
        <translation>Уже введено. Клавиша исправляет ответ в рамке; * или Esc закрывает.</translation>
    </message>
    <message>
        <source>Goes on at the first answer that is missing.</source>
        <translation>Продолжение с первого недостающего ответа.</translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>Лист {number}</translation>
    </message>
    <message>
        <source>The deleted sheet</source>
        <translation>Удалённый лист</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Лист без номера</translation>
    </message>
    <message>
        <source>No sheet with the number {number} was printed here: is it right? Esc closes it.</source>
        <translation>Лист с номером {number} здесь не печатался: верно ли это? Esc закрывает его.</translation>
    </message>
    <message>
        <source>Closed; nothing was entered.</source>
        <translation>Закрыто; ничего не введено.</translation>
    </message>
    <message numerus="yes">
        <source>Closed; missing: %n answer(s).</source>
        <translation>
            <numerusform>Отложена; не хватает %n ответа.</numerusform>
            <numerusform>Отложена; не хватает %n ответов.</numerusform>
            <numerusform>Отложена; не хватает %n ответов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n ответ</numerusform>
            <numerusform>%n ответа</numerusform>
            <numerusform>%n ответов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left blank: %n</source>
        <translation>
            <numerusform>без ответа %n</numerusform>
            <numerusform>без ответа %n</numerusform>
            <numerusform>без ответа %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, entered whole: {given}. The next paper.</source>
        <translation>{name}, введено полностью: {given}. Следующая работа.</translation>
    </message>
    <message>
        <source>{name}, entered whole: {given}. The next sheet.</source>
        <translation>{name}, введено полностью: {given}. Следующий лист.</translation>
    </message>
    <message>
        <source>“{key}” is no answer here: the question has {first} to {last}. Press − or Backspace, then the right key.</source>
        <translation>«{key}» здесь не ответ: у вопроса ответы от {first} до {last}. Нажмите − или Backspace, затем нужную клавишу.</translation>
    </message>
    <message>
        <source>Nothing after “{key}” was taken. Press − or Backspace, then type on from question {number}.</source>
        <translation>После «{key}» ничего не принято. Нажмите − или Backspace и вводите дальше с вопроса {number}.</translation>
    </message>
    <message>
        <source>question {number}: {answer}</source>
        <translation>вопрос {number}: {answer}</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n answer(s). * says that the rest is blank.</source>
        <translation>
            <numerusform>Не хватает %n ответа. Клавиша * значит: остальное без ответа.</numerusform>
            <numerusform>Не хватает %n ответов. Клавиша * значит: остальное без ответа.</numerusform>
            <numerusform>Не хватает %n ответов. Клавиша * значит: остальное без ответа.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{letter}” can mean {marks} on this keyboard. Press the digit: it is remembered.</source>
        <translation>«{letter}» в этой раскладке может значить {marks}. Нажмите цифру: это запомнится.</translation>
    </message>
    <message>
        <source>By the place of its key “{letter}” is no answer here. If {marks} is meant, press the digit.</source>
        <translation>По месту клавиши «{letter}» здесь не ответ. Если это {marks}, нажмите цифру.</translation>
    </message>
</context>
<context>
    <name>KeyingPage</name>
    <message>
        <source>The first entry is right</source>
        <translation>Верен первый ввод</translation>
    </message>
    <message>
        <source>The second entry is right</source>
        <translation>Верен второй ввод</translation>
    </message>
    <message>
        <source>Type another answer</source>
        <translation>Ввести другой ответ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Entry</source>
        <extracomment>Who types: the first or the second entry of the same papers</extracomment>
        <translation>Ввод</translation>
    </message>
    <message>
        <source>The sheet is back, as it was.</source>
        <translation>Лист возвращён, каким был.</translation>
    </message>
    <message>
        <source>Deleted. “Undo” brings it back.</source>
        <translation>Удалено. «Отменить» вернёт.</translation>
    </message>
    <message>
        <source>Deleted. “Undo” brings it back as long as this page is open.</source>
        <translation>Удалено. «Отменить» вернёт, пока открыта эта страница.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Differences ({count})</source>
        <translation>Расхождения ({count})</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>Первый ввод</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Второй ввод</translation>
    </message>
</context>
<context>
    <name>KeyingQuestionView</name>
    <message>
        <source>Question {number} of {count}: {text}</source>
        <translation>Вопрос {number} из {count}: {text}</translation>
    </message>
    <message>
        <source>The first key starts the answer anew.</source>
        <translation>Первая клавиша начинает ответ заново.</translation>
    </message>
</context>
<context>
    <name>LearningResultCard</name>
    <message>
        <source>Both tests</source>
        <translation>Оба теста</translation>
    </message>
    <message>
        <source>Only the pre-test</source>
        <translation>Только входной</translation>
    </message>
    <message>
        <source>Only the post-test</source>
        <translation>Только итоговый</translation>
    </message>
    <message>
        <source>Gain in percentage points</source>
        <translation>Прирост, проц. пункты</translation>
    </message>
    <message>
        <source>Normalised gain, g</source>
        <translation>Нормированный прирост, g</translation>
    </message>
    <message>
        <source>Mean of individual g</source>
        <translation>Среднее личных g</translation>
    </message>
    <message>
        <source>Scored lower after the course</source>
        <translation>После курса ниже</translation>
    </message>
    <message>
        <source>100 % already before</source>
        <translation>100&#xa0;% уже до курса</translation>
    </message>
    <message>
        <source>Nobody has both tests yet. The result appears with the first pair.</source>
        <translation>Обоих тестов пока ни у кого нет. Результат появится с первой парой.</translation>
    </message>
    <message>
        <source>As many points after as before: {post}.</source>
        <translation>После курса столько же, сколько до него: {post}.</translation>
    </message>
    <message>
        <source>{points} percentage points more after the course: {pre} before, {post} after.</source>
        <translation>Результат после курса выше на {points} п. п.: был {pre}, стал {post}.</translation>
    </message>
    <message>
        <source>{points} percentage points less after the course: {pre} before, {post} after.</source>
        <translation>Результат после курса ниже на {points} п. п.: был {pre}, стал {post}.</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чему научились</translation>
    </message>
    <message>
        <source>Means and gains are of those with both tests. g is how much of what was still to be learnt was learnt: low under 0.3, high from 0.7.</source>
        <translation>Средние и прирост — по тем, у кого есть оба теста. g показывает, какая часть того, чего ещё не знали, усвоена: до 0,3 прирост низкий, от 0,7 высокий.</translation>
    </message>
</context>
<context>
    <name>LearningView</name>
    <message>
        <source>What was learnt</source>
        <translation>Чему научились</translation>
    </message>
    <message>
        <source>How many scored what</source>
        <translation>Сколько человек набрали столько процентов</translation>
    </message>
    <message>
        <source>Figures of what was learnt</source>
        <translation>Показатели усвоенного</translation>
    </message>
    <message>
        <source>People counted</source>
        <translation>Участники, по которым он посчитан</translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation>Тестов пока нет</translation>
    </message>
    <message>
        <source>Enter the papers of a test, or type the points: what was learnt appears here.</source>
        <translation>Введите работы теста или внесите баллы: здесь появится, чему научились.</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n участник</numerusform>
            <numerusform>%n участника</numerusform>
            <numerusform>%n участников</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveOverlay</name>
    <message>
        <source>Back to the program</source>
        <translation>Вернуться в программу</translation>
    </message>
    <message>
        <source>Type the passphrase of this laptop. What was answered so far is saved.</source>
        <translation>Введите парольную фразу этого ноутбука. Уже введённые ответы сохранены.</translation>
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
    <message>
        <source>Let participants go on</source>
        <translation>Пусть участники продолжают</translation>
    </message>
    <message>
        <source>Several numbers in a row were not confirmed. Type the passphrase of this laptop to go on.</source>
        <translation>Несколько номеров подряд никто не подтвердил. Чтобы продолжить, введите парольную фразу этого ноутбука.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>MaximumPointsFields</name>
    <message>
        <source>Points in all:</source>
        <translation>Всего баллов:</translation>
    </message>
    <message>
        <source>Points in all: {occasion}</source>
        <translation>Всего баллов: {occasion}</translation>
    </message>
</context>
<context>
    <name>NewFormChoice</name>
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
        <translation>Вес варианта {letter}, проценты</translation>
    </message>
</context>
<context>
    <name>OptionsEditor</name>
    <message>
        <source>Worth, %</source>
        <translation>Вес, %</translation>
    </message>
    <message>
        <source>Type what each option is worth</source>
        <translation>Указать вес каждого варианта</translation>
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
    <name>PaperDoubtForm</name>
    <message>
        <source>Correct it</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Enter this paper</source>
        <translation>Ввести эту работу</translation>
    </message>
    <message>
        <source>Re-sit</source>
        <translation>Пересдача</translation>
    </message>
    <message>
        <source>Type the number again</source>
        <translation>Ввести номер ещё раз</translation>
    </message>
    <message>
        <source>What was typed here was not taken. Look at the paper; Enter, pressed twice, goes on.</source>
        <translation>Введённое здесь не принято. Посмотрите на бумагу; Enter, нажатый дважды, ведёт дальше.</translation>
    </message>
    <message>
        <source>Sheet {number} is entered already</source>
        <translation>Лист {number} уже введён</translation>
    </message>
    <message>
        <source>Paper {number} is entered already: {name}</source>
        <translation>Работа {number} уже введена: {name}</translation>
    </message>
    <message>
        <source>Paper {number}: {name} has points already</source>
        <translation>Работа {number}: баллы уже есть, {name}</translation>
    </message>
    <message>
        <source>Paper {number}: is it that of {name}?</source>
        <translation>Работа {number}: это {name}?</translation>
    </message>
    <message>
        <source>Enter opens it to be corrected, + begins a re-sit: another paper.</source>
        <translation>Enter открывает её для исправления, + начинает пересдачу: ещё одну работу.</translation>
    </message>
    <message>
        <source>Enter opens it to be corrected.</source>
        <translation>Enter: открыть и исправить.</translation>
    </message>
    <message>
        <source>Points given by hand: {points} of {whole}. With its first answer the paper stands in their place. A re-sit (+) leaves both, and the rule of the course says which counts.</source>
        <translation>Баллы введены вручную: {points} из {whole}. С первым же ответом работа встанет на их место. Пересдача (+) сохранит и то и другое, а что считается, скажет правило курса.</translation>
    </message>
    <message>
        <source>Enter: it is this paper.</source>
        <translation>Enter: это та самая работа.</translation>
    </message>
    <message>
        <source>Esc: the number was mistyped. Nothing was changed.</source>
        <translation>Esc: номер набран с ошибкой. Ничего не изменено.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} left the list and was not there.</source>
        <translation>№&#xa0;{number} уже нет в списке, и присутствие не отмечено.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} was absent on {day}.</source>
        <translation>По отметкам, №&#xa0;{number} не было: {day}.</translation>
    </message>
    <message>
        <source>No.&#xa0;{number} was absent in all sessions.</source>
        <translation>По отметкам, №&#xa0;{number} не было ни на одном занятии.</translation>
    </message>
</context>
<context>
    <name>PaperListCard</name>
    <message>
        <source>Paper</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Введено</translation>
    </message>
    <message>
        <source>{done} of {count} papers entered</source>
        <translation>введено работ: {done} из {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n not finished</source>
        <translation>
            <numerusform>не закончена %n</numerusform>
            <numerusform>не закончены %n</numerusform>
            <numerusform>не закончено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in the room without a paper: %n</source>
        <translation>
            <numerusform>у %n присутствовавшего нет работы</numerusform>
            <numerusform>у %n присутствовавших нет работы</numerusform>
            <numerusform>у %n присутствовавших нет работы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) entered</source>
        <translation>
            <numerusform>введён %n лист</numerusform>
            <numerusform>введено %n листа</numerusform>
            <numerusform>введено %n листов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>filled in on this laptop and not listed until they enter: %n</source>
        <translation>
            <numerusform>заполнены на этом ноутбуке, в списке будут после приёма: %n</numerusform>
            <numerusform>заполнены на этом ноутбуке, в списке будут после приёма: %n</numerusform>
            <numerusform>заполнены на этом ноутбуке, в списке будут после приёма: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Листы</translation>
    </message>
    <message>
        <source>Papers of this form</source>
        <translation>Список работ</translation>
    </message>
    <message>
        <source>Anonymous sheet</source>
        <translation>Анонимный лист</translation>
    </message>
    <message>
        <source>No number: {answers}</source>
        <translation>Без номера: {answers}</translation>
    </message>
    <message>
        <source>see Review</source>
        <translation>см. «Разбор»</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>введено</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <translation>{done} из {whole}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>нет работы</translation>
    </message>
    <message>
        <source>points only</source>
        <translation>только баллы</translation>
    </message>
</context>
<context>
    <name>PaperOwnerForm</name>
    <message>
        <source>Participants without a paper</source>
        <translation>Участники без работы</translation>
    </message>
    <message>
        <source>Nobody on the list has number {number}. Whose paper is it?</source>
        <translation>В списке нет номера {number}. Чья это работа?</translation>
    </message>
    <message>
        <source>Type a name and press Enter. Esc: I mistyped the number. Nothing has been saved yet.</source>
        <translation>Введите имя и нажмите Enter. Esc — номер набран неверно. Пока ничего не сохранено.</translation>
    </message>
    <message>
        <source>Name, or number on the list</source>
        <translation>Имя или номер в списке</translation>
    </message>
    <message>
        <source>Somebody new: add to the list</source>
        <translation>Новый человек: внести в список</translation>
    </message>
    <message>
        <source>Type the number again</source>
        <translation>Ввести номер ещё раз</translation>
    </message>
</context>
<context>
    <name>PracticalView</name>
    <message>
        <source>Participants</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Participants with their ratings</source>
        <translation>Участники и их оценки</translation>
    </message>
    <message>
        <source>Items of the rating sheet</source>
        <translation>Пункты оценочного листа</translation>
    </message>
    <message>
        <source>Rating sheet and version</source>
        <translation>Оценочный лист и версия</translation>
    </message>
    <message>
        <source>No practical ratings yet</source>
        <translation>Практических оценок пока нет</translation>
    </message>
    <message>
        <source>Choose a rating sheet for the course, then enter one sheet for each participant.</source>
        <translation>Выберите для курса оценочный лист, затем введите по листу на каждого участника.</translation>
    </message>
</context>
<context>
    <name>QuestionExportPage</name>
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
        <source>Everything in three languages; can be changed and imported again</source>
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
        <source>Complete in this language: %n question(s). The others are left out.</source>
        <translation>
            <numerusform>На нём полностью есть %n вопрос; остальные не записываются.</numerusform>
            <numerusform>На нём полностью есть %n вопроса; остальные не записываются.</numerusform>
            <numerusform>На нём полностью есть %n вопросов; остальные не записываются.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionFilePage</name>
    <message>
        <source>Questions ({endings})</source>
        <translation>Вопросы ({endings})</translation>
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
        <source>{file}: fill it in, then import it here.</source>
        <translation>{file}: заполните, а затем примите здесь.</translation>
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
        <source>Back</source>
        <translation>Назад</translation>
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
        <source>Archived</source>
        <translation>Убранные</translation>
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
        <source>In the bank or archived</source>
        <translation>В банке или убранные</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>The question is saved</source>
        <translation>Вопрос сохранён</translation>
    </message>
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
        <translation>Этот вопрос уже использовался. Недостающие языки, тему и пояснение можно просто дополнить. Любое другое изменение создаст новую версию: работы и результаты останутся у старой, а анкеты, которые ещё не используются, возьмут новую.</translation>
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
        <source>Options</source>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>Without any, the question is open and gives no points.</source>
        <translation>Без таких ответов вопрос открытый и баллов не даёт.</translation>
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
    <message>
        <source>No option is marked as right: in a test this question gives no points, whatever stands under Points. If it asks for an opinion, it may stay so.</source>
        <translation>Ни один вариант не отмечен как правильный: в тесте этот вопрос не даёт баллов, что бы ни стояло в поле «Баллы». Если он спрашивает мнение, так и оставьте.</translation>
    </message>
</context>
<context>
    <name>QuestionImportModel</name>
    <message>
        <source>Line</source>
        <extracomment>Heading: the number of the line in the file</extracomment>
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
        <extracomment>Heading: the right answer</extracomment>
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
    <name>QuestionImportPage</name>
    <message>
        <source>Reading the questions</source>
        <translation>Чтение вопросов</translation>
    </message>
    <message>
        <source>Importing the questions</source>
        <translation>Приём вопросов</translation>
    </message>
    <message>
        <source>Nothing had to be added</source>
        <translation>Добавлять было нечего</translation>
    </message>
    <message>
        <source>Everything in the file is here already.</source>
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
        <source>Import questions from a file</source>
        <translation>Принять вопросы из файла</translation>
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
        <source>Import %n question(s)</source>
        <translation>
            <numerusform>Принять %n вопрос</numerusform>
            <numerusform>Принять %n вопроса</numerusform>
            <numerusform>Принять %n вопросов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPicker</name>
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
        <source>No question is found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Type fewer letters or clear the filters.</source>
        <translation>Введите меньше букв или сбросьте фильтры.</translation>
    </message>
    <message>
        <source>The bank has no other questions</source>
        <translation>Других вопросов в банке нет</translation>
    </message>
    <message>
        <source>Close this and press “New question”: what you write goes into the bank too.</source>
        <translation>Закройте это окно и нажмите «Новый вопрос»: он попадёт и в банк.</translation>
    </message>
    <message>
        <source>The bank is empty</source>
        <translation>Банк пуст</translation>
    </message>
    <message>
        <source>Close this and press “New question”, or import questions from a file under “Questions”.</source>
        <translation>Закройте это окно и нажмите «Новый вопрос» или примите вопросы из файла на вкладке «Вопросы».</translation>
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
        <translation>Вопросы, из которых составляются тесты и анкеты отзывов</translation>
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
        <translation>Сохранить в файл…</translation>
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
        <extracomment>A button: makes a second question like this one</extracomment>
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
        <source>Type fewer letters (any alphabet) or clear the filters.</source>
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
        <source>Archive</source>
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
        <translation>{count}, используется</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Counting</source>
        <translation>Идёт подсчёт</translation>
    </message>
    <message>
        <source>Choose a figure or a question</source>
        <translation>Выбрать показатель или вопрос</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Results of what</source>
        <translation>Результаты чего</translation>
    </message>
    <message>
        <source>Show as PDF</source>
        <translation>Показать в PDF</translation>
    </message>
    <message>
        <source>Parts of the results</source>
        <translation>Разделы результатов</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>Чему научились</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>Practical ratings</source>
        <translation>Практические оценки</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Results · {courses}</source>
        <translation>Результаты · {courses}</translation>
    </message>
    <message>
        <source>All courses</source>
        <translation>Все курсы</translation>
    </message>
    <message>
        <source>Project: {code}</source>
        <translation>Проект: {code}</translation>
    </message>
    <message>
        <source>Course: {code}</source>
        <translation>Курс: {code}</translation>
    </message>
    <message>
        <source>Form: {title}</source>
        <translation>Анкета: {title}</translation>
    </message>
    <message>
        <source>One form</source>
        <translation>Одна анкета</translation>
    </message>
    <message>
        <source>Preparing the results</source>
        <translation>Подготовка результатов</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Сохранить результаты</translation>
    </message>
    <message>
        <source>Saving the results</source>
        <translation>Сохранение результатов</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>When somebody sits a test again</source>
        <translation>Если тест сдают ещё раз</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>A re-sit is a new paper: open somebody&apos;s finished test and press “Re-sit”. The rule says which one counts for the certificate and for what was learnt.</source>
        <translation>Пересдача — это новая работа: откройте законченный тест человека и нажмите «Пересдача». Правило говорит, какая работа засчитывается для сертификата и для результата обучения.</translation>
    </message>
    <message>
        <source>The highest share of points</source>
        <translation>Наибольшая доля баллов</translation>
    </message>
    <message>
        <source>The newest paper that is whole</source>
        <translation>Самая новая законченная работа</translation>
    </message>
    <message>
        <source>Re-sits are kept, and change nothing</source>
        <translation>Пересдачи хранятся и ничего не меняют</translation>
    </message>
</context>
<context>
    <name>SaveResultsButton</name>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>Книга Excel (xlsx)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Таблица (CSV)</translation>
    </message>
    <message>
        <source>PDF without names</source>
        <translation>PDF без имён</translation>
    </message>
</context>
<context>
    <name>SecondKeyerForm</name>
    <message>
        <source>Second entry by another person</source>
        <translation>Второй ввод другим человеком</translation>
    </message>
    <message>
        <source>The same papers are entered once more. The first answers stay hidden; where the two entries do not say the same, the paper is looked at again.</source>
        <translation>Те же работы вводятся ещё раз. Первые ответы скрыты; где два ввода не совпадут, работу смотрят снова.</translation>
    </message>
    <message>
        <source>The same sheets are entered once more. The first answers stay hidden; where the two entries do not say the same, the sheet is looked at again.</source>
        <translation>Те же листы вводятся ещё раз. Первые ответы скрыты; где два ввода не совпадут, лист смотрят снова.</translation>
    </message>
    <message>
        <source>Who enters now?</source>
        <translation>Кто вводит сейчас?</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
</context>
<context>
    <name>SittingForm</name>
    <message>
        <source>Settings of the form in this course</source>
        <translation>Настройки в этом курсе</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>Two people enter every paper</source>
        <translation>Каждую работу вводят два человека</translation>
    </message>
    <message>
        <source>Slips are found where the two entries do not say the same.</source>
        <translation>Ошибки видны там, где два ввода не совпадают.</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>На этом ноутбуке</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Time limit in minutes</source>
        <translation>Ограничение времени, минут</translation>
    </message>
    <message>
        <source>Empty: no limit. At most {most}.</source>
        <translation>Пусто: без ограничения. Не больше {most}.</translation>
    </message>
    <message>
        <source>One question a page</source>
        <translation>По одному вопросу на странице</translation>
    </message>
    <message>
        <source>Whoever fills in chooses</source>
        <translation>Выбирает тот, кто заполняет</translation>
    </message>
</context>
<context>
    <name>SittingRow</name>
    <message>
        <source>More about this form</source>
        <translation>Другие действия</translation>
    </message>
    <message>
        <source>On the laptop</source>
        <translation>На ноутбуке</translation>
    </message>
    <message>
        <source>Fill in on this laptop</source>
        <translation>Заполнить на ноутбуке</translation>
    </message>
    <message numerus="yes">
        <source>No paper is entered yet; on the list: %n.</source>
        <translation>
            <numerusform>Работы ещё не введены; в списке: %n.</numerusform>
            <numerusform>Работы ещё не введены; в списке: %n.</numerusform>
            <numerusform>Работы ещё не введены; в списке: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message numerus="yes">
        <source>No sheet is entered yet; on the list: %n.</source>
        <translation>
            <numerusform>Листы ещё не введены; в списке: %n.</numerusform>
            <numerusform>Листы ещё не введены; в списке: %n.</numerusform>
            <numerusform>Листы ещё не введены; в списке: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No sheet is entered yet; of those who came, %n should have one.</source>
        <translation>
            <numerusform>Листы ещё не введены; пришли и должны были заполнить: %n.</numerusform>
            <numerusform>Листы ещё не введены; пришли и должны были заполнить: %n.</numerusform>
            <numerusform>Листы ещё не введены; пришли и должны были заполнить: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No paper is entered yet; of those who came, %n should have one.</source>
        <translation>
            <numerusform>Работы ещё не введены; пришли и должны были писать: %n.</numerusform>
            <numerusform>Работы ещё не введены; пришли и должны были писать: %n.</numerusform>
            <numerusform>Работы ещё не введены; пришли и должны были писать: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>{keyed} of {expected} papers entered</source>
        <translation>введено работ: {keyed} из {expected}</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) collected</source>
        <translation>
            <numerusform>собран %n лист</numerusform>
            <numerusform>собрано %n листа</numerusform>
            <numerusform>собрано %n листов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be added</source>
        <translation>
            <numerusform>ещё не приняты: %n</numerusform>
            <numerusform>ещё не приняты: %n</numerusform>
            <numerusform>ещё не приняты: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not finished</source>
        <translation>
            <numerusform>не закончена %n</numerusform>
            <numerusform>не закончены %n</numerusform>
            <numerusform>не закончено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entered twice</source>
        <translation>
            <numerusform>дважды введена %n</numerusform>
            <numerusform>дважды введены %n</numerusform>
            <numerusform>дважды введено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n несовпадение</numerusform>
            <numerusform>%n несовпадения</numerusform>
            <numerusform>%n несовпадений</numerusform>
        </translation>
    </message>
    <message>
        <source>Points typed: {typed} of {expected}</source>
        <translation>Баллы введены: {typed} из {expected}</translation>
    </message>
    <message numerus="yes">
        <source>points typed: %n</source>
        <translation>
            <numerusform>баллы без работы: %n</numerusform>
            <numerusform>баллы без работы: %n</numerusform>
            <numerusform>баллы без работы: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Ввести</translation>
    </message>
    <message>
        <source>Finish or delete what was begun</source>
        <translation>Закончить или удалить начатое</translation>
    </message>
    <message>
        <source>Second entry</source>
        <translation>Второй ввод</translation>
    </message>
    <message>
        <source>Settle the differences</source>
        <translation>Разобрать расхождения</translation>
    </message>
    <message>
        <source>Add the sheets to the results</source>
        <translation>Принять листы</translation>
    </message>
    <message>
        <source>Print the papers</source>
        <translation>Напечатать работы</translation>
    </message>
    <message>
        <source>Print the sheets</source>
        <translation>Напечатать листы</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Remove the form from the course</source>
        <translation>Убрать из курса</translation>
    </message>
</context>
<context>
    <name>StandardFormsPanel</name>
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
        <source>archived</source>
        <translation>убрано</translation>
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
    <name>TestsTab</name>
    <message>
        <source>Type a number. Enter goes down, Tab across, Delete clears.</source>
        <translation>Введите число. Enter — вниз, Tab — вбок, Delete — стереть.</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Type the points of the current cell</source>
        <translation>Ввести баллы в текущую ячейку</translation>
    </message>
    <message>
        <source>Save and go down</source>
        <translation>Сохранить и вниз</translation>
    </message>
    <message>
        <source>Save and go across</source>
        <translation>Сохранить и вбок</translation>
    </message>
    <message>
        <source>Remove the score</source>
        <translation>Удалить балл</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Оставить ячейку как была</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Баллы</translation>
    </message>
    <message>
        <source>Points of the tests</source>
        <translation>Баллы за тесты</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>В списке пока никого нет</translation>
    </message>
    <message>
        <source>Scores are typed for participants. Add them first; a list in Excel can be imported.</source>
        <translation>Баллы вносятся для участников. Сначала добавьте их; список можно взять из Excel.</translation>
    </message>
    <message>
        <source>Go to the participants</source>
        <translation>Перейти к участникам</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Choose a test</source>
        <translation>Выбрать тест</translation>
    </message>
    <message>
        <source>Choose a test of the bank: then papers are printed with numbers, and one key for each answer is enough. Without one the points are typed into the table.</source>
        <translation>Выберите тест из банка вопросов: тогда работы печатаются с номерами, и на ответ хватает одной клавиши. Без него баллы вписывают в таблицу.</translation>
    </message>
    <message>
        <source>Written before: {pre} · after: {post} · on the list: {people}</source>
        <translation>Входной: {pre} · итоговый: {post} · в списке: {people}</translation>
    </message>
    <message>
        <source>left the list: {count}</source>
        <translation>выбыли: {count}</translation>
    </message>
    <message numerus="yes">
        <source>That was the last row. {test}, without points: %n.</source>
        <translation>
            <numerusform>Это была последняя строка. {test}, без баллов: %n.</numerusform>
            <numerusform>Это была последняя строка. {test}, без баллов: %n.</numerusform>
            <numerusform>Это была последняя строка. {test}, без баллов: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>{test}: all points are typed. Choose a cell to change one.</source>
        <translation>{test}: все баллы введены. Чтобы исправить, выберите ячейку.</translation>
    </message>
    <message>
        <source>From the answers of paper {number}: {title}.</source>
        <translation>По ответам работы {number}: {title}.</translation>
    </message>
    <message>
        <source>The course is closed. Points of papers that come late can still be typed.</source>
        <translation>Курс закрыт. Баллы работ, пришедших позже, ещё можно ввести.</translation>
    </message>
    <message>
        <source>not on the list any more</source>
        <translation>уже не в списке</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>{words}. Enter goes past; choose the row to type what they wrote.</source>
        <translation>{words}. Enter пропускает строку; если работа есть, выберите строку и введите баллы.</translation>
    </message>
    <message>
        <source>From the answers of paper {number}: {title}. A double click opens it.</source>
        <translation>По ответам работы {number}: {title}. Двойной щелчок открывает её.</translation>
    </message>
</context>
<context>
    <name>TotalsNotice</name>
    <message>
        <source>Count out of {form}</source>
        <translation>Считать из {form}</translation>
    </message>
    <message>
        <source>{test}: the forms chosen have different points in all ({form}); points typed now are counted out of {said}.</source>
        <translation>{test}: у выбранных тестов разное число баллов ({form}); баллы, вносимые сейчас, считаются из {said}.</translation>
    </message>
    <message>
        <source>{test}: the form has {form} points in all; points typed now are counted out of {said}, as it was typed here.</source>
        <translation>{test}: в тесте всего баллов: {form}; баллы, вносимые сейчас, считаются из {said}, как указано здесь.</translation>
    </message>
    <message numerus="yes">
        <source>{test}: %n score(s) typed by hand are counted out of {typed}, the form has {form}. Their per cent do not compare with those of entered answers.</source>
        <translation>
            <numerusform>{test}: %n балл, внесённый вручную, считается из {typed}, а в тесте всего {form}. Его процент нельзя сравнивать с процентами по введённым ответам.</numerusform>
            <numerusform>{test}: %n балла, внесённые вручную, считаются из {typed}, а в тесте всего {form}. Их проценты нельзя сравнивать с процентами по введённым ответам.</numerusform>
            <numerusform>{test}: %n баллов, внесённых вручную, считаются из {typed}, а в тесте всего {form}. Их проценты нельзя сравнивать с процентами по введённым ответам.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingSheetsCard</name>
    <message>
        <source>Finish or delete what was begun</source>
        <translation>Закончить или удалить начатое</translation>
    </message>
    <message>
        <source>No more will come: delete…</source>
        <translation>Больше не будет: удалить…</translation>
    </message>
    <message numerus="yes">
        <source>Not finished: %n sheet(s). Finish them first: what comes later enters only with four others.</source>
        <translation>
            <numerusform>Не закончен %n лист. Сначала закончите его: опоздавший лист войдёт только с четырьмя другими.</numerusform>
            <numerusform>Не закончены %n листа. Сначала закончите их: опоздавший лист войдёт только с четырьмя другими.</numerusform>
            <numerusform>Не закончены %n листов. Сначала закончите их: опоздавший лист войдёт только с четырьмя другими.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s).</source>
        <translation>
            <numerusform>Ждёт %n лист.</numerusform>
            <numerusform>Ждут %n листа.</numerusform>
            <numerusform>Ждут %n листов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On this laptop only, in no file yet: %n sheet(s). Those with a number are counted here already. When all are entered, add them to the results: all together and in no order, so that nobody can tell which is whose.</source>
        <translation>
            <numerusform>Только на этом ноутбуке, ни в одном файле: %n лист. Листы с номером здесь уже посчитаны. Когда всё введено, примите их: все вместе и без порядка, чтобы нельзя было понять, чей какой.</numerusform>
            <numerusform>Только на этом ноутбуке, ни в одном файле: %n листа. Листы с номером здесь уже посчитаны. Когда всё введено, примите их: все вместе и без порядка, чтобы нельзя было понять, чей какой.</numerusform>
            <numerusform>Только на этом ноутбуке, ни в одном файле: %n листов. Листы с номером здесь уже посчитаны. Когда всё введено, примите их: все вместе и без порядка, чтобы нельзя было понять, чей какой.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s). Everybody on the list has handed one in: they enter together, in no order, so that nobody can tell which is whose.</source>
        <translation>
            <numerusform>%n лист ждёт: сдали все из списка. Листы входят все вместе и без порядка, чтобы нельзя было понять, чей какой.</numerusform>
            <numerusform>%n листа ждут: сдали все из списка. Листы входят все вместе и без порядка, чтобы нельзя было понять, чей какой.</numerusform>
            <numerusform>%n листов ждут: сдали все из списка. Листы входят все вместе и без порядка, чтобы нельзя было понять, чей какой.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to be added</source>
        <translation>Ещё не приняты</translation>
    </message>
    <message numerus="yes">
        <source>Waiting here: %n sheet(s). The others of this small course entered together already, and one by itself would tell whose it is.</source>
        <translation>
            <numerusform>Здесь ждёт %n лист. Остальные листы этого небольшого курса уже приняты вместе, и отдельный лист показал бы, чей он.</numerusform>
            <numerusform>Здесь ждут %n листа. Остальные листы этого небольшого курса уже приняты вместе, и отдельный лист показал бы, чей он.</numerusform>
            <numerusform>Здесь ждут %n листов. Остальные листы этого небольшого курса уже приняты вместе, и отдельный лист показал бы, чей он.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s). Fewer than five people are on the list: their sheets enter together, once, when everybody has handed one in. One by itself would tell whose it is.</source>
        <translation>
            <numerusform>%n лист ждёт: в списке меньше пяти человек, и их листы входят вместе, один раз, когда сдали все. Один отдельный лист указал бы, чей он.</numerusform>
            <numerusform>%n листа ждут: в списке меньше пяти человек, и их листы входят вместе, один раз, когда сдали все. Один отдельный лист указал бы, чей он.</numerusform>
            <numerusform>%n листов ждут: в списке меньше пяти человек, и их листы входят вместе, один раз, когда сдали все. Один отдельный лист указал бы, чей он.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n waiting sheet(s)?</source>
        <translation>
            <numerusform>Удалить %n ждущий лист?</numerusform>
            <numerusform>Удалить %n ждущих листа?</numerusform>
            <numerusform>Удалить %n ждущих листов?</numerusform>
        </translation>
    </message>
    <message>
        <source>What was answered on them counts nowhere and cannot be brought back.</source>
        <translation>Ответы на них нигде не считаются, и вернуть их нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting here: %n sheet(s); {missing} more needed. Five or more enter together, so that nobody can tell which is whose. Until then no file carries them.</source>
        <translation>
            <numerusform>Здесь ждёт %n лист, нужно ещё {missing}. Листы принимаются по пять и больше, чтобы нельзя было понять, чей какой. До этого они в файлы не входят.</numerusform>
            <numerusform>Здесь ждут %n листа, нужно ещё {missing}. Листы принимаются по пять и больше, чтобы нельзя было понять, чей какой. До этого они в файлы не входят.</numerusform>
            <numerusform>Здесь ждут %n листов, нужно ещё {missing}. Листы принимаются по пять и больше, чтобы нельзя было понять, чей какой. До этого они в файлы не входят.</numerusform>
        </translation>
    </message>
    <message>
        <source>Those before are in the results already.</source>
        <translation>Прежние листы уже в результатах.</translation>
    </message>
    <message numerus="yes">
        <source>With a number, so counted here already: %n.</source>
        <translation>
            <numerusform>С номером, поэтому здесь уже посчитано: %n.</numerusform>
            <numerusform>С номером, поэтому здесь уже посчитано: %n.</numerusform>
            <numerusform>С номером, поэтому здесь уже посчитано: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the paper.</source>
        <translation>Сохраните бумагу.</translation>
    </message>
    <message>
        <source>First give the paper to the office: it can enter late sheets of several laptops together.</source>
        <translation>Сначала передайте бумагу в офис: он может принять опоздавшие листы нескольких ноутбуков вместе.</translation>
    </message>
    <message>
        <source>What was filled in on this computer is on no paper.</source>
        <translation>Того, что заполнено на этом компьютере, нет на бумаге.</translation>
    </message>
    <message>
        <source>What was filled in on this laptop is on no paper: first ask everybody whose it may be to fill in a sheet on paper for the office.</source>
        <translation>Того, что заполнено на этом ноутбуке, нет на бумаге: сначала попросите всех, кого это может касаться, заполнить лист на бумаге для офиса.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message numerus="yes">
        <source>Add %n sheet(s) to the results</source>
        <translation>
            <numerusform>Принять %n лист</numerusform>
            <numerusform>Принять %n листа</numerusform>
            <numerusform>Принять %n листов</numerusform>
        </translation>
    </message>
</context>
</TS>
