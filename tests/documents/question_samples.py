"""Invented forms as papers print them: a test of 20 questions, a feedback form, a rating sheet; extremes."""

from dataclasses import replace

from tests.documents.course_samples import LONGEST, facts
from tests.documents.samples import NAMES
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, FullForm, Occasion
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind, order_seed
from trainer_app.domain.papers.question_papers import (
    KeySheet,
    MarkedSheets,
    NamePlacement,
    QuestionPaper,
    QuestionPapers,
    RatingGrid,
    orders_of,
)

WHOLE = 10000
SCALE = (
    Texts("тамоман розӣ нестам", "совсем не согласен", "strongly disagree"),
    Texts("розӣ нестам", "не согласен", "disagree"),
    Texts("аниқ гуфта наметавонам", "трудно сказать", "undecided"),
    Texts("розӣ ҳастам", "согласен", "agree"),
    Texts("пурра розӣ ҳастам", "полностью согласен", "strongly agree"),
)
RATES = (
    Texts("иҷро нашуд", "не выполнено", "not done"),
    Texts("қисман", "частично", "in part"),
    Texts("хуб", "хорошо", "well"),
    Texts("аъло", "отлично", "very well"),
)


def choice(
    key: str, text: Texts, *options: Texts, right: tuple[int, ...] = (1,), points: int = 100
) -> Question:
    """Return a question whose right options have the numbers `right`."""
    kind = QuestionKind.SINGLE if len(right) == 1 else QuestionKind.MULTIPLE
    credit = {number: WHOLE // len(right) for number in right}
    made = tuple(Option(each, credit.get(number, 0)) for number, each in enumerate(options, 1))
    return Question(key, kind, text, made, points=points)


def scale(key: str, text: Texts, steps: tuple[Texts, ...] = SCALE) -> Question:
    """Return a statement on a scale."""
    return Question(key, QuestionKind.LIKERT, text, tuple(Option(each) for each in steps))


ASKED = (
    choice(
        "q1",
        Texts(
            "Корманди милитсия баъди гирифтани хабар дар бораи зӯроварӣ дар оила аввал чӣ бояд кунад?",
            "Что сотрудник милиции должен сделать в первую очередь, получив сообщение о насилии в семье?",
            "What should a police officer do first after a report of domestic violence?",
        ),
        Texts(
            "Бехатарии ҷабрдидаро таъмин кунад",
            "Обеспечить безопасность пострадавшей",
            "Make the victim safe",
        ),
        Texts("Тарафҳоро оштӣ диҳад", "Примирить стороны", "Reconcile the parties"),
        Texts("Ҷабрдидаро ба хона фиристад", "Отправить пострадавшую домой", "Send the victim home"),
        Texts("Рӯзи дигар баргардад", "Вернуться на следующий день", "Come back the next day"),
    ),
    choice(
        "q2",
        Texts(
            "Мӯҳлати қарори муҳофизатӣ чанд рӯз аст?",
            "На сколько дней выносится защитное предписание?",
            "For how many days is a protection order issued?",
        ),
        Texts("3 рӯз", "3 дня", "3 days"),
        Texts("10 рӯз", "10 дней", "10 days"),
        Texts("15 рӯз", "15 дней", "15 days"),
        Texts("30 рӯз", "30 дней", "30 days"),
        right=(3,),
    ),
    choice(
        "q3",
        Texts(
            "Кадоме аз инҳо намудҳои зӯроварӣ дар оила мебошанд?",
            "Что из этого относится к видам насилия в семье?",
            "Which of these are forms of domestic violence?",
        ),
        Texts("Зӯроварии ҷисмонӣ", "Физическое насилие", "Physical violence"),
        Texts("Зӯроварии равонӣ", "Психологическое насилие", "Psychological violence"),
        Texts("Зӯроварии иқтисодӣ", "Экономическое насилие", "Economic violence"),
        Texts("Баҳс дар бораи сиёсат", "Спор о политике", "A dispute about politics"),
        right=(1, 2, 3),
    ),
    choice(
        "q4",
        Texts(
            "Оё мусоҳиба бо ҷабрдида дар ҳузури гумонбаршуда гузаронида мешавад?",
            "Проводится ли беседа с пострадавшей в присутствии подозреваемого?",
            "Is the victim interviewed in the presence of the suspect?",
        ),
        Texts("Ҳа", "Да", "Yes"),
        Texts("Не", "Нет", "No"),
        right=(2,),
    ),
)
NUMBER = Question(
    "q5",
    QuestionKind.NUMBER,
    Texts(
        "Аз рӯи қонун ҷабрдида баъди чанд соат бояд иттилоъ гирад?",
        "Через сколько часов по закону пострадавшая должна быть уведомлена?",
        "After how many hours must the victim be informed by law?",
    ),
    accepted=(Accepted("24"), Accepted("20..28", 5000)),
)
WORDS = Question(
    "q6",
    QuestionKind.TEXT,
    Texts(
        "Рақами хати боварӣ кадом аст?",
        "Назовите номер телефона доверия.",
        "What is the number of the helpline?",
    ),
    accepted=(Accepted("1313"),),
)
OPEN = Question(
    "q7",
    QuestionKind.TEXT,
    Texts(
        "Дар курс чиро беҳтар кардан лозим аст?",
        "Что в курсе стоит улучшить?",
        "What should be improved in the course?",
    ),
)
STATEMENTS = tuple(
    scale(f"s{number}", text)
    for number, text in enumerate(
        (
            Texts(
                "Курс барои кори ман муфид буд.",
                "Курс был полезен для моей работы.",
                "The course was useful for my work.",
            ),
            Texts(
                "Мавзӯъҳо фаҳмо шарҳ дода шуданд.",
                "Темы объяснялись понятно.",
                "The topics were explained clearly.",
            ),
            Texts(
                "Тренерон ба саволҳо ҷавоб доданд.",
                "Тренеры отвечали на вопросы.",
                "The trainers answered questions.",
            ),
            Texts(
                "Машқҳои амалӣ кофӣ буданд.",
                "Практических упражнений было достаточно.",
                "There was enough practice.",
            ),
            Texts(
                "Ман ин курсро ба ҳамкоронам тавсия медиҳам.",
                "Я советую этот курс коллегам.",
                "I recommend the course to colleagues.",
            ),
        ),
        1,
    )
)
CRITERIA = tuple(
    scale(f"c{number}", text, RATES)
    for number, text in enumerate(
        (
            Texts(
                "Худро муаррифӣ кард ва ҳуқуқҳоро фаҳмонд",
                "Представился и разъяснил права",
                "Introduced himself and explained the rights",
            ),
            Texts("Саволҳои кушод дод", "Задавал открытые вопросы", "Asked open questions"),
            Texts(
                "Хатарро бо варақаи арзёбӣ санҷид",
                "Оценил риск по листу оценки",
                "Assessed the risk with the form",
            ),
            Texts(
                "Ҷабрдидаро ба хадамоти дастгирӣ равона кард",
                "Направил пострадавшую в службу поддержки",
                "Referred the victim to support services",
            ),
        ),
        1,
    )
)


def full(
    kind: FormKind,
    title: Texts,
    questions: tuple[Question, ...],
    *,
    shuffled: bool = False,
    intro: Texts | None = None,
) -> FullForm:
    """Return a form with its questions."""
    keys = tuple(question.key for question in questions)
    return FullForm(Form(f"f-{kind.value}", kind, title, keys, intro or Texts(), shuffled), questions)


def twenty() -> tuple[Question, ...]:
    """Return 20 questions: 18 with options, one for a number, one for a word."""
    asked = [replace(ASKED[at % 4], key=f"q{at}") for at in range(18)]
    return (*asked, NUMBER, WORDS)


def quiz(*, shuffled: bool = False, questions: tuple[Question, ...] = ()) -> FullForm:
    """Return a test."""
    title = Texts(
        "Зӯроварӣ дар оила: қонун ва амал",
        "Насилие в семье: закон и практика",
        "Domestic violence: law and practice",
    )
    return full(FormKind.TEST, title, questions or twenty(), shuffled=shuffled)


def feedback() -> FullForm:
    """Return a short feedback form."""
    title = Texts("Фикри шумо дар бораи курс", "Ваше мнение о курсе", "Your opinion of the course")
    return full(FormKind.FEEDBACK, title, (*STATEMENTS, OPEN))


def practical() -> FullForm:
    """Return a rating sheet."""
    title = Texts(
        "Нақшбозӣ: мусоҳиба бо ҷабрдида",
        "Ролевая игра: беседа с пострадавшей",
        "Role play: interview with the victim",
    )
    return full(FormKind.PRACTICAL, title, CRITERIA)


def paper(form: FullForm, number: int | None, name: str = "") -> QuestionPaper:
    """Return a paper whose options stand as its number says."""
    seed = order_seed("c", form.form.key, "pre", number or 0)
    return QuestionPaper(number, name, orders_of(form, seed))


def people(form: FullForm, count: int, spare: int = 0) -> tuple[QuestionPaper, ...]:
    """Return the papers of some people, and spare ones."""
    named = [paper(form, number, NAMES[number % len(NAMES)]) for number in range(1, count + 1)]
    return (*named, *(paper(form, count + at) for at in range(1, spare + 1)))


def of_test(
    count: int = 1,
    form: FullForm | None = None,
    *,
    spare: int = 0,
    names: NamePlacement = NamePlacement.STRIP,
    longest: bool = False,
) -> QuestionPapers:
    """Return the papers of a test."""
    asked = form or quiz()
    papers = people(asked, count, spare)
    if longest:
        papers = tuple(replace(each, name=LONGEST) for each in papers)
    return QuestionPapers(asked, papers, facts(LONGEST if longest else ""), Occasion.PRE, names)


def anonymous(count: int = 2, form: FullForm | None = None) -> QuestionPapers:
    """Return feedback forms."""
    papers = tuple(QuestionPaper(4100 + number) for number in range(1, count + 1))
    return QuestionPapers(form or feedback(), papers, facts(), Occasion.END)


def ratings(count: int = 2, form: FullForm | None = None) -> QuestionPapers:
    """Return rating sheets."""
    asked = form or practical()
    return QuestionPapers(asked, people(asked, count), facts(), Occasion.END, NamePlacement.KEPT)


def grid(count: int = 25, form: FullForm | None = None) -> RatingGrid:
    """Return a rating grid."""
    asked = form or practical()
    return RatingGrid(facts(), asked, people(asked, count))


def key(count: int = 0, form: FullForm | None = None) -> KeySheet:
    """Return the key of a test; with papers, of one that is shuffled."""
    asked = form or quiz(shuffled=count > 0)
    return KeySheet(facts(), Occasion.PRE, asked, people(asked, count))


def sheets(count: int = 2, form: FullForm | None = None) -> MarkedSheets:
    """Return answer sheets to a form."""
    asked = form or quiz()
    return MarkedSheets(facts(), Occasion.PRE, asked, people(asked, count))
