"""Words of papers made of questions: tests, anonymous forms, rating sheets, keys."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.texts import Texts

QUESTION_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "kind.pre": Texts("Санҷиши аввал", "Входной тест", "Pre-test"),
        "kind.post": Texts("Санҷиши ниҳоӣ", "Итоговый тест", "Post-test"),
        "kind.test": Texts("Санҷиш", "Тест", "Test"),
        "kind.feedback": Texts("Варақаи баҳогузорӣ", "Анкета об итогах курса", "Feedback form"),
        "kind.follow_up": Texts("Пурсиш баъд аз курс", "Опрос после курса", "Follow-up form"),
        "kind.practical": Texts("Варақаи баҳои амалӣ", "Оценочный лист", "Rating sheet"),
        "occasion.month3": Texts("баъд аз 3 моҳ", "через 3 месяца", "after 3 months"),
        "occasion.month6": Texts("баъд аз 6 моҳ", "через 6 месяцев", "after 6 months"),
        "leaf.number": Texts("№", "№", "No."),
        "leaf.sheet": Texts("Варақаи № {number}", "Лист № {number}", "Sheet No. {number}"),
        "leaf.page": Texts(
            "саҳифаи {page} аз {count}", "страница {page} из {count}", "page {page} of {count}"
        ),
        "leaf.name": Texts("Ному насаб", "Фамилия, имя", "Name"),
        "leaf.tear": Texts(
            "баъд аз супоридан ба иштирокчӣ буред",
            "оторвать, когда работа роздана",
            "tear off once handed out",
        ),
        "leaf.points": Texts("Хол", "Баллы", "Points"),
        "leaf.worth.one": Texts("{points} хол", "{points} балл", "{points} point"),
        "leaf.worth.few": Texts("{points} хол", "{points} балла", "{points} points"),
        "leaf.worth.many": Texts("{points} хол", "{points} баллов", "{points} points"),
        "leaf.several": Texts(
            "якчанд ҷавоб дуруст буда метавонад",
            "верных ответов может быть несколько",
            "several answers may be right",
        ),
        "leaf.several_open": Texts(
            "якчанд ҷавобро интихоб кардан мумкин аст",
            "можно выбрать несколько ответов",
            "you may choose several answers",
        ),
        "leaf.figure": Texts("ҷавоб бо рақам", "ответ числом", "answer in figures"),
        "leaf.how": Texts(
            "Хонаи назди ҷавоби дурустро бо хат занед. Хато шуд? Хонаро пурра сиёҳ кунед ва дигарашро "
            "хат занед.",
            "Перечеркните клетку у верного ответа. Ошиблись? Закрасьте её целиком и перечеркните другую.",
            "Cross the box beside the right answer. A mistake? Black the box out and cross another one.",
        ),
        "leaf.how_open": Texts(
            "Хонаи назди ҷавобатонро бо хат занед.",
            "Перечеркните клетку у вашего ответа.",
            "Cross the box beside your answer.",
        ),
        "leaf.anonymous": Texts(
            "Беном: ном нанависед, имзо нагузоред. Рақам танҳо барои воридкунӣ аст ва ба касе вобаста нест.",
            "Анонимно: без имени и подписи. Номер нужен только для ввода и ни с кем не связан.",
            "Anonymous: no name, no signature. The number is only for keying in and belongs to nobody.",
        ),
        "leaf.sample": Texts("Намуна", "Образец", "Sample"),
        "leaf.booklet": Texts("Саволнома", "Вопросник", "Question booklet"),
        "leaf.booklet_how": Texts(
            "Дар ин варақа чизе нанависед: ҷавобҳоро дар варақаи ҷавобҳо қайд кунед.",
            "Ничего не пишите здесь: ответы отмечайте в бланке ответов.",
            "Write nothing here: mark the answers on the answer sheet.",
        ),
        "sheet.title": Texts("Варақаи ҷавобҳо", "Бланк ответов", "Answer sheet"),
        "sheet.how": Texts(
            "Барои ҳар савол хонаи ҷавоби дурустро бо хат занед. Хато шуд? Хонаро пурра сиёҳ кунед ва "
            "дигарашро хат занед.",
            "На каждый вопрос перечеркните клетку верного ответа. Ошиблись? Закрасьте её целиком и "
            "перечеркните другую.",
            "For each question cross the box of the right answer. A mistake? Black the box out and cross "
            "another one.",
        ),
        "sheet.same": Texts(
            "Ин варақа танҳо ба саволномаи дорои ҳамин рақам мувофиқ аст.",
            "Этот бланк подходит только к вопросам с тем же номером.",
            "This sheet goes with the questions of the same number only.",
        ),
        "sheet.several": Texts(
            "* якчанд ҷавоб дуруст буда метавонад",
            "* верных ответов может быть несколько",
            "* several answers may be right",
        ),
        "rating.remark": Texts("Эзоҳ", "Замечания", "Remarks"),
        "rating.signature": Texts("Имзои тренер", "Подпись тренера", "Trainer’s signature"),
        "rating.date": Texts("Сана", "Дата", "Date"),
        "rating.criteria": Texts("Меъёрҳо", "Критерии", "Criteria"),
        "rating.scale": Texts("Ҷадвали баҳо", "Шкала", "Scale"),
        "key.title": Texts("Калиди санҷиш", "Ключ к тесту", "Key to the test"),
        "key.secret": Texts(
            "МАХФӢ: танҳо барои тренер", "КОНФИДЕНЦИАЛЬНО: только для тренера", "CONFIDENTIAL: trainer only"
        ),
        "key.question": Texts("Савол", "Вопрос", "Question"),
        "key.answer": Texts("Ҷавоб", "Ответ", "Answer"),
        "key.points": Texts("Хол", "Баллы", "Points"),
        "key.paper": Texts("Варақа", "Работа", "Paper"),
        "key.questions": Texts(
            "Саволҳои {first}–{last}", "Вопросы {first}–{last}", "Questions {first}–{last}"
        ),
        "key.all": Texts("Ба ҳамаи варақаҳо", "Для всех работ", "For all papers"),
        "key.open": Texts("баҳо дода намешавад", "не оценивается", "not scored"),
        "key.shuffled": Texts(
            "Тартиби ҷавобҳо дар ҳар варақа дигар аст; сатри рақами ҳамон варақаро хонед.",
            "Порядок ответов в каждой работе свой; смотрите строку с номером работы.",
            "The order of the answers differs from paper to paper; read the row with the paper’s number.",
        ),
    }
)
