"""Results to print: a test in two versions, ratings, anonymous sheets, and the longest words."""

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.feedback import (
    FeedbackResult,
    Rating,
    Results,
    Scored,
    feedback_result,
    learnt,
    on_occasions,
    practical_result,
    results_by_form,
)
from trainer_app.domain.evaluations.forms import AnonymousPaper, Form, FormKind, FullForm, Occasion, TestScore
from trainer_app.domain.evaluations.questions import Option, Question, QuestionKind

HOSTILE = '=HYPERLINK("x")'
LONG = "Кадоме аз ин амалҳо бояд ҳангоми ба ҷойи ҳодиса расидан пеш аз ҳама иҷро карда шавад " * 4
STEPS = tuple(Option(Texts(tg=each, ru=each, en=each)) for each in "12345")


def item(place: int, long: bool = False) -> Question:
    """Return an item whose first option is right."""
    text = LONG if long else f"Савол {place}"
    options = (Option(Texts(tg="ҳа"), WHOLE), Option(Texts(tg="не")), Option(Texts(tg="намедонам")))
    return Question(f"q{place}", QuestionKind.SINGLE, Texts(tg=text, ru=text, en=text), options)


def knowledge_test(items: int = 6, *, version: int = 1, long: bool = False) -> FullForm:
    """Return a test."""
    questions = tuple(item(place, long) for place in range(1, items + 1))
    title = Texts(tg="Санҷиши дониш", ru="Проверка знаний", en="Knowledge test")
    form = Form(f"f{version}", FormKind.TEST, title, tuple(each.key for each in questions), version=version)
    return FullForm(form, questions)


def scored(number: int, full: FullForm, name: str = "") -> Scored:
    """Return somebody who knew less before: how much depends on the number alone."""
    scores, answers = {}, {}
    for occasion, shift in ((Occasion.PRE, 2), (Occasion.POST, 0)):
        if number % 11 == 10 and occasion is Occasion.POST:
            continue
        row = {
            each.key: "1" if (number * 7 + place * 3 + number // 3) % 8 >= shift + place // 2 else "2"
            for place, each in enumerate(full.questions)
        }
        points = sum(answer == "1" for answer in row.values()) * 100
        scores[occasion] = TestScore(f"e{number}", occasion, points, full.points, number, form=full.form.key)
        answers[occasion] = row
    return Scored(f"e{number}", "DSH1", number, name or f"Назаров Далер {number}", scores, answers)


def feedback(sheets: int = 7, courses: int = 1) -> FeedbackResult:
    """Return what anonymous sheets say."""
    questions = (
        Question("clear", QuestionKind.LIKERT, Texts(tg="Мавод фаҳмо буд", en="It was clear"), STEPS),
        Question("again", QuestionKind.LIKERT, Texts(tg="Тавсия мекунам", en="I recommend it"), STEPS[:3]),
        Question("needs", QuestionKind.MULTIPLE, Texts(tg="Чӣ лозим?", en="What is needed?"), STEPS[:3]),
        Question("years", QuestionKind.NUMBER, Texts(tg="Собиқа", en="Years of service")),
        Question("more", QuestionKind.TEXT, Texts(tg="Боз чӣ?", en="What else?")),
    )
    title = Texts(tg="Баҳо ба курс", ru="Отзыв о курсе", en="Feedback on the course")
    full = FullForm(Form("fb", FormKind.FEEDBACK, title, tuple(each.key for each in questions)), questions)
    texts = ("Ҳама чиз хуб буд", "", HOSTILE, "", "Вақт кам", "", "")
    papers = [
        AnonymousPaper(
            f"p{number}",
            "c",
            "fb",
            Occasion.END,
            "2018-10-18",
            (str(number % 4 + 2), str(number % 3 + 1), "1,2", str(number + 1), texts[number % 7]),
        )
        for number in range(sheets)
    ]
    return feedback_result(full, Occasion.END, {f"DSH{number + 1}": papers for number in range(courses)})


def results(people: int = 25, *, long: bool = False, courses: int = 1, sheets: int = 7) -> Results:
    """Return results with everything in them."""
    full, newer = knowledge_test(long=long), knowledge_test(3, version=2)
    name = "Абдураҳмонов-Мирзораҳматов Абдураҳмонбек" if long else ""
    everybody = [scored(number, newer if number > 20 else full, name) for number in range(1, people + 1)]
    rated = FullForm(
        Form("pr", FormKind.PRACTICAL, Texts(tg="Бозии нақшӣ", en="Role play"), ("greets", "says")),
        (
            Question("greets", QuestionKind.LIKERT, Texts(tg="Салом", en="Greets"), STEPS),
            Question("says", QuestionKind.TEXT, Texts(tg="Эзоҳ", en="Remark")),
        ),
    )
    ratings = [
        Rating(
            f"e{number}", "DSH1", number, "Назаров Далер", {"greets": str(number % 5 + 1), "says": "Ором буд"}
        )
        for number in range(1, 5)
    ]
    return Results(
        title=Texts(tg="Силсилаи курсҳо", ru="Серия курсов", en="Series of courses"),
        courses=tuple(f"DSH{number + 1}" for number in range(courses)),
        people=tuple(everybody),
        learning=learnt(everybody),
        occasions=on_occasions(everybody),
        limit=6000,
        tests=results_by_form(everybody, {"f1": full, "f2": newer}),
        practical=(practical_result(rated, Occasion.END, ratings),),
        feedback=(feedback(sheets, courses),),
        notes=(Label("result_note.unfinished", {"count": 2}),),
    )


def nothing() -> Results:
    """Return results without anything."""
    return Results(Texts(tg="Курс", ru="Курс", en="Course"), ("DSH1",), (), learnt(()), ())
