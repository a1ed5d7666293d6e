<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AnswerHistoryPanel</name>
    <message>
        <source>History of the answer</source>
        <translation>История ответа</translation>
    </message>
    <message>
        <source>Nothing was ever keyed in here.</source>
        <translation>Здесь ещё ничего не вводили.</translation>
    </message>
    <message>
        <source>Question {number}: {text}</source>
        <translation>Вопрос {number}: {text}</translation>
    </message>
</context>
<context>
    <name>DifferencesCard</name>
    <message>
        <source>Paper</source>
        <translation>Работа</translation>
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
        <source>Papers that were keyed in twice agree. What differs is listed here.</source>
        <translation>Работы, введённые дважды, совпадают. Расхождения появятся здесь.</translation>
    </message>
    <message>
        <source>{text} is no answer to this question.</source>
        <translation>{text} — не ответ на этот вопрос.</translation>
    </message>
    <message>
        <source>Sheet of nobody</source>
        <translation>Анонимный лист</translation>
    </message>
</context>
<context>
    <name>FormChooser</name>
    <message>
        <source>Choose a form</source>
        <translation>Выбрать анкету</translation>
    </message>
    <message>
        <source>Use this form</source>
        <translation>Взять эту анкету</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Для чего?</translation>
    </message>
    <message>
        <source>Which form?</source>
        <translation>Какая анкета?</translation>
    </message>
    <message>
        <source>Use it before and after the course</source>
        <translation>Использовать до и после курса</translation>
    </message>
    <message>
        <source>Make or change forms</source>
        <translation>Создать или изменить анкеты</translation>
    </message>
    <message>
        <source>There is no form of this kind yet. Make one in the question bank.</source>
        <translation>Такой анкеты ещё нет. Составьте её в банке вопросов.</translation>
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
    <name>KeyerForm</name>
    <message>
        <source>Second entry by another person</source>
        <translation>Второй ввод другим человеком</translation>
    </message>
    <message>
        <source>The same papers are keyed in once more. The first answers stay hidden; where the two entries do not say the same, the paper is looked at again.</source>
        <translation>Те же работы вводятся ещё раз. Первые ответы скрыты; где два ввода не совпадут, работу смотрят снова.</translation>
    </message>
    <message>
        <source>Who keys in now?</source>
        <translation>Кто вводит сейчас?</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
</context>
<context>
    <name>Keying</name>
    <message>
        <source>Practical rating</source>
        <translation>Практическая оценка</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзывы</translation>
    </message>
    <message>
        <source>Pre-test</source>
        <translation>Входной тест</translation>
    </message>
    <message>
        <source>Post-test</source>
        <translation>Итоговый тест</translation>
    </message>
    <message numerus="yes">
        <source>Test after %n month(s)</source>
        <translation>
            <numerusform>Тест через %n месяц</numerusform>
            <numerusform>Тест через %n месяца</numerusform>
            <numerusform>Тест через %n месяцев</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow-up after %n month(s)</source>
        <translation>
            <numerusform>Опрос через %n месяц</numerusform>
            <numerusform>Опрос через %n месяца</numerusform>
            <numerusform>Опрос через %n месяцев</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, версия {version}</translation>
    </message>
    <message>
        <source>The last of several tests counts</source>
        <translation>Из нескольких тестов засчитывается последний</translation>
    </message>
    <message>
        <source>The first of several tests counts</source>
        <translation>Из нескольких тестов засчитывается первый</translation>
    </message>
    <message>
        <source>The best of several tests counts</source>
        <translation>Из нескольких тестов засчитывается лучший</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>без ответа</translation>
    </message>
</context>
<context>
    <name>KeyingFoot</name>
    <message>
        <source>Saved: {what}</source>
        <translation>Сохранено: {what}</translation>
    </message>
    <message>
        <source>Each answer is on the disk when it shows; nothing needs saving.</source>
        <translation>Каждый показанный ответ уже на диске; сохранять ничего не нужно.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
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
        <source>The answer: its letter on any keyboard</source>
        <translation>Ответ: его буква на любой раскладке</translation>
    </message>
    <message>
        <source>The answer: its place, 0 is the tenth</source>
        <translation>Ответ: его место, 0 — десятый</translation>
    </message>
    <message>
        <source>Open the paper; the next question</source>
        <translation>Открыть работу; следующий вопрос</translation>
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
        <source>The rest is blank: the paper is finished</source>
        <translation>Остальное без ответа: работа закончена</translation>
    </message>
    <message>
        <source>Take the answer away</source>
        <translation>Убрать ответ</translation>
    </message>
    <message>
        <source>History of the answer: who, when, and whether it was sent</source>
        <translation>История ответа: кто, когда и отправлено ли</translation>
    </message>
    <message>
        <source>Leave the paper as it is</source>
        <translation>Оставить работу как есть</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Ввод</translation>
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
    <name>ListCard</name>
    <message>
        <source>Paper</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Keyed in</source>
        <translation>Введено</translation>
    </message>
    <message>
        <source>{done} of {count} keyed in</source>
        <translation>введено {done} из {count}</translation>
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
        <source>%n sheet(s) keyed in</source>
        <translation>
            <numerusform>введён %n лист</numerusform>
            <numerusform>введено %n листа</numerusform>
            <numerusform>введено %n листов</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Papers of this form</source>
        <translation>Работы по этой анкете</translation>
    </message>
    <message>
        <source>Sheet of nobody</source>
        <translation>Анонимный лист</translation>
    </message>
    <message>
        <source>see Review</source>
        <translation>см. «Разбор»</translation>
    </message>
    <message>
        <source>keyed in</source>
        <translation>введена</translation>
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
    <name>PaperCard</name>
    <message>
        <source>The last answer</source>
        <translation>Последний ответ</translation>
    </message>
    <message>
        <source>Type the number on the paper and press Enter. Then one key for each answer: its letter or its digit. The keypad alone is enough: / left blank, − back, + on, * the rest is blank.</source>
        <translation>Введите номер на бумаге и нажмите Enter. Дальше одна клавиша на ответ: его буква или цифра. Хватает одной цифровой клавиатуры: / — без ответа, − — назад, + — вперёд, * — остальное без ответа.</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>Sheet {number}</source>
        <translation>Лист {number}</translation>
    </message>
    <message>
        <source>A sheet without a number</source>
        <translation>Лист без номера</translation>
    </message>
    <message>
        <source>{answered} of {count} keyed in</source>
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
    <name>QuestionView</name>
    <message>
        <source>Question {number} of {count}: {text}</source>
        <translation>Вопрос {number} из {count}: {text}</translation>
    </message>
    <message>
        <source>Several can be ticked: each key ticks one, Enter goes on.</source>
        <translation>Можно отметить несколько: клавиша отмечает один, Enter — дальше.</translation>
    </message>
    <message>
        <source>Type the number, then Enter. Enter alone: left blank.</source>
        <translation>Введите число, затем Enter. Один Enter: без ответа.</translation>
    </message>
    <message>
        <source>Type what is written, then Enter. Enter alone: left blank.</source>
        <translation>Введите написанное, затем Enter. Один Enter: без ответа.</translation>
    </message>
    <message>
        <source>One key, 1 to {count}.</source>
        <translation>Одна клавиша: от 1 до {count}.</translation>
    </message>
    <message>
        <source>One key: A to {last}, or 1 to {count}.</source>
        <translation>Одна клавиша: от A до {last} или от 1 до {count}.</translation>
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
    <name>SittingForm</name>
    <message>
        <source>Settings of the form in this course</source>
        <translation>Настройки анкеты в этом курсе</translation>
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
        <source>Two people key in every paper</source>
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
        <translation>Ещё об этой анкете</translation>
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
        <source>No paper is keyed in yet; %n expected.</source>
        <translation>
            <numerusform>Работы ещё не введены; ожидается %n.</numerusform>
            <numerusform>Работы ещё не введены; ожидается %n.</numerusform>
            <numerusform>Работы ещё не введены; ожидается %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>{keyed} of {expected} keyed in</source>
        <translation>введено {keyed} из {expected}</translation>
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
        <source>%n waiting</source>
        <translation>
            <numerusform>из них ждёт %n</numerusform>
            <numerusform>из них ждут %n</numerusform>
            <numerusform>из них ждёт %n</numerusform>
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
        <source>%n keyed in twice</source>
        <translation>
            <numerusform>дважды введена %n</numerusform>
            <numerusform>дважды введены %n</numerusform>
            <numerusform>дважды введено %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n расхождение</numerusform>
            <numerusform>%n расхождения</numerusform>
            <numerusform>%n расхождений</numerusform>
        </translation>
    </message>
    <message>
        <source>Key in</source>
        <translation>Ввести</translation>
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
        <source>Take in the sheets</source>
        <translation>Принять листы</translation>
    </message>
    <message>
        <source>Print the papers</source>
        <translation>Напечатать работы</translation>
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
        <source>Take the form away from the course</source>
        <translation>Убрать анкету из курса</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Second entry: {name}</source>
        <translation>Второй ввод: {name}</translation>
    </message>
    <message>
        <source>No {number} on the list</source>
        <translation>№ {number} в списке</translation>
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
        <source>Keyed in already. Each key corrects the answer in the frame; * or Esc puts it away.</source>
        <translation>Уже введена. Клавиша исправляет ответ в рамке; * или Esc убирает работу.</translation>
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
        <source>A sheet without a number</source>
        <translation>Лист без номера</translation>
    </message>
    <message>
        <source>{name}, {count} of {count}. The next paper.</source>
        <translation>{name}, {count} из {count}. Следующая работа.</translation>
    </message>
    <message numerus="yes">
        <source>Put away; missing: %n answer(s).</source>
        <translation>
            <numerusform>Отложена; не хватает %n ответа.</numerusform>
            <numerusform>Отложена; не хватает %n ответов.</numerusform>
            <numerusform>Отложена; не хватает %n ответов.</numerusform>
        </translation>
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
        <source>{letter} is {first} by its place on the keyboard, {second} by the alphabet: press the digit.</source>
        <translation>{letter} — это {first} по месту на клавиатуре, {second} по алфавиту: нажмите цифру.</translation>
    </message>
    <message>
        <source>{key} is no answer here: the question has {count}.</source>
        <translation>{key} — не ответ: у вопроса их {count}.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waiting for each other</source>
        <translation>Ждут друг друга</translation>
    </message>
    <message numerus="yes">
        <source>On this laptop and not in the results yet: %n sheet(s). They enter together, in no order, so that nobody can tell which is whose. When all are keyed in, take them in.</source>
        <translation>
            <numerusform>%n лист хранится на этом ноутбуке и ещё не вошёл в результаты. Листы входят все вместе и без порядка, чтобы нельзя было понять, чей какой. Когда всё введено, примите их.</numerusform>
            <numerusform>%n листа хранятся на этом ноутбуке и ещё не вошли в результаты. Листы входят все вместе и без порядка, чтобы нельзя было понять, чей какой. Когда всё введено, примите их.</numerusform>
            <numerusform>%n листов хранятся на этом ноутбуке и ещё не вошли в результаты. Листы входят все вместе и без порядка, чтобы нельзя было понять, чей какой. Когда всё введено, примите их.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n sheet(s)</source>
        <translation>
            <numerusform>Принять %n лист</numerusform>
            <numerusform>Принять %n листа</numerusform>
            <numerusform>Принять %n листов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n sheet(s). Five or more enter together, so that nobody can tell which is whose. Close the collection when no more will come.</source>
        <translation>
            <numerusform>%n лист ждёт: листы входят по пять и больше сразу, чтобы нельзя было понять, чей какой. Закройте сбор, если больше не будет.</numerusform>
            <numerusform>%n листа ждут: листы входят по пять и больше сразу, чтобы нельзя было понять, чей какой. Закройте сбор, если больше не будет.</numerusform>
            <numerusform>%n листов ждут: листы входят по пять и больше сразу, чтобы нельзя было понять, чей какой. Закройте сбор, если больше не будет.</numerusform>
        </translation>
    </message>
    <message>
        <source>No more will come: close</source>
        <translation>Больше не будет: закрыть</translation>
    </message>
</context>
<context>
    <name>WhoseForm</name>
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
</TS>
