"""Words of the results: items of tests, ratings, feedback."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.texts import Texts

RESULT_PART_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "results.items": Texts("Саволҳои санҷиш", "Вопросы теста", "Questions of the test"),
        "results.question": Texts("Савол", "Вопрос", "Question"),
        "results.p": Texts("p", "p", "p"),
        "results.p_before": Texts("p пештар", "p до", "p before"),
        "results.p_after": Texts("p баъд", "p после", "p after"),
        "results.d": Texts("D", "D", "D"),
        "results.r": Texts("r", "r", "r"),
        "results.remark": Texts("Эзоҳ", "На что смотреть", "Look at"),
        "results.flag.hard": Texts("душвор", "трудный", "hard"),
        "results.flag.easy": Texts("осон", "лёгкий", "easy"),
        "results.flag.weak": Texts("кам фарқ мекунад", "слабо различает", "tells little"),
        "results.flag.check_key": Texts("калидро санҷед", "проверьте ключ", "check the key"),
        "results.about_items": Texts(
            "p — ҳиссаи ҷавоби дуруст: душвор то 0,3, осон аз 0,9 боло. D — фарқи p байни 27 % беҳтарин ва "
            "27 % пасттарин корҳо: аз 0,2 кам бошад, савол донистаро аз надониста кам фарқ мекунад; "
            "манфӣ бошад, "
            "калидро санҷед. r — вобастагии савол бо боқимондаи санҷиш. D, r ва вариантҳо: {when}.",
            "p — доля верных ответов: трудный ниже 0,3, лёгкий выше 0,9. D — разница p между 27 % "
            "лучших и 27 % "
            "худших работ: ниже 0,2 вопрос слабо отличает знающих от незнающих; отрицательное — "
            "проверьте ключ. "
            "r — связь вопроса с остальным тестом. D, r и варианты: {when}.",
            "p is the share of right answers: hard under 0.3, easy over 0.9. D is the difference of p "
            "between the "
            "27 % best and the 27 % weakest papers: under 0.2 the question hardly tells who knows from "
            "who does "
            "not; negative: check the key. r is how the question goes with the rest of the test. D, r and "
            "options: {when}.",
        ),
        "results.kr20": Texts("KR-20", "KR-20", "KR-20"),
        "results.alpha": Texts("алфаи Кронбах", "альфа Кронбаха", "Cronbach’s alpha"),
        "results.reliability": Texts(
            "Эътимоднокӣ ({when}): {kind} {value}, {items} савол, {papers} кор.",
            "Надёжность ({when}): {kind} {value}, вопросов {items}, работ {papers}.",
            "Reliability ({when}): {kind} {value}, {items} questions, {papers} papers.",
        ),
        "results.why_alpha": Texts(
            "Алфа ба ҷойи KR-20, зеро саволҳо холи қисман ё гуногун доранд.",
            "Альфа вместо KR-20, потому что за вопросы дают часть балла или разные баллы.",
            "Alpha instead of KR-20, because questions give part of their points, or different points.",
        ),
        "results.caution": Texts(
            "Корҳо аз {least} камтаранд: танҳо тахминӣ.",
            "Работ меньше {least}: только ориентир.",
            "Fewer than {least} papers: a rough guide only.",
        ),
        "results.no_reliability": Texts(
            "Эътимоднокиро ҳисоб кардан мумкин нест: корҳо ё саволҳо кам ё якхелаанд.",
            "Надёжность не вычислить: работ или вопросов мало, или они одинаковы.",
            "Reliability cannot be told: papers or questions are few, or all the same.",
        ),
        "results.right": Texts("дуруст", "верно", "right"),
        "results.blank": Texts("холӣ", "пусто", "blank"),
        "results.several": Texts("чандто", "несколько", "several"),
        "results.practical": Texts("Баҳои амалӣ", "Практические оценки", "Practical ratings"),
        "results.rated": Texts("Баҳоҳо", "Оценено", "Rated"),
        "results.steps": Texts("Хол", "Баллы", "Points"),
        "results.feedback": Texts("Баҳои иштирокчиён", "Отзывы участников", "Feedback"),
        "results.anonymous": Texts(
            "Беном; аз рӯйи {count} варақа.", "Анонимно; листов: {count}.", "Anonymous; {count} sheets."
        ),
        "results.answers": Texts("Ҷавобҳо", "Ответов", "Answers"),
        "results.counts": Texts("Аз пасттарин то баландтарин", "От низшей к высшей", "Lowest to highest"),
        "results.top": Texts("Ду зинаи боло", "Две верхние", "Top two"),
        "results.bottom": Texts("Ду зинаи поён", "Две нижние", "Bottom two"),
        "results.one_end": Texts(
            "Дар шкалаи то 3 зина танҳо як зинаи боло ва як зинаи поён.",
            "На шкале до 3 ступеней — одна верхняя и одна нижняя.",
            "On a scale of up to 3 steps: one step at each end.",
        ),
        "results.hidden": Texts(
            "{count} ҷавоб: то {least} ҷавоб нишон дода намешавад, то касро шинохтан мумкин набошад",
            "ответов {count}: меньше {least} не показываем, чтобы никого нельзя было узнать",
            "{count} answers: fewer than {least} are not shown, they would point at somebody",
        ),
        "results.left_out": Texts(
            "ба ҷамъ {count} ҷавоби курсҳои хурд дохил нашуд",
            "в сумму не вошли ответы малых курсов: {count}",
            "{count} answers of small courses are not in the sum",
        ),
        "results.option": Texts("Вариант", "Вариант", "Option"),
        "results.share": Texts("Ҳисса", "Доля", "Share"),
        "results.open": Texts(
            "Ҷавобҳои озод; тартибашон тасодуфӣ", "Открытые ответы, без порядка", "Open answers, in no order"
        ),
        "results.no_text": Texts("Касе чизе нанавишт.", "Никто ничего не написал.", "Nobody wrote anything."),
        "results.notes": Texts("Эзоҳҳо", "Примечания", "Notes"),
        "results.nothing": Texts(
            "Ҳанӯз санҷиш ҳам, баҳо ҳам нест.",
            "Ни тестов, ни отзывов пока нет.",
            "No test and no feedback yet.",
        ),
        "results.no_names": Texts(
            "Номҳо навишта нашудаанд; рақам аз рӯйхати курс аст.",
            "Имена не указаны; номер — из списка курса.",
            "Names are left out; the number is that on the list of the course.",
        ),
        "results.form": Texts("Варақа", "Анкета", "Form"),
        "results.part": Texts("Қисм", "Раздел", "Part"),
        "results.code": Texts("Рамз", "Код", "Code"),
        "results.figure": Texts("Нишондиҳанда", "Показатель", "Figure"),
        "results.value": Texts("Миқдор", "Значение", "Value"),
        "results.unit": Texts("Воҳид", "Единица", "Unit"),
        "results.text": Texts("Ҷавоб", "Ответ", "Answer"),
    }
)
