"""Invented forms as papers print them: a test of 20 questions, a feedback form, a rating sheet; extremes."""

from tests.documents.course_samples import LONGEST, facts
from tests.documents.samples import NAMES
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Form, FormKind, FullForm, Occasion
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind, order_seed
from trainer_app.domain.papers.course_papers import (
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
    Texts(tg="тамоман розӣ нестам", ru="совсем не согласен", en="strongly disagree"),
    Texts(tg="розӣ нестам", ru="не согласен", en="disagree"),
    Texts(tg="аниқ гуфта наметавонам", ru="трудно сказать", en="undecided"),
    Texts(tg="розӣ ҳастам", ru="согласен", en="agree"),
    Texts(tg="пурра розӣ ҳастам", ru="полностью согласен", en="strongly agree"),
)
RATES = (
    Texts(tg="иҷро нашуд", ru="не выполнено", en="not done"),
    Texts(tg="қисман", ru="частично", en="in part"),
    Texts(tg="хуб", ru="хорошо", en="well"),
    Texts(tg="аъло", ru="отлично", en="very well"),
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
            tg="Корманди милитсия баъди гирифтани хабар дар бораи зӯроварӣ дар оила аввал чӣ бояд кунад?",
            ru="Что сотрудник милиции должен сделать в первую очередь, получив сообщение о насилии в семье?",
            en="What should a police officer do first after a report of domestic violence?",
        ),
        Texts(
            tg="Бехатарии ҷабрдидаро таъмин кунад",
            ru="Обеспечить безопасность пострадавшей",
            en="Make the victim safe",
        ),
        Texts(tg="Тарафҳоро оштӣ диҳад", ru="Примирить стороны", en="Reconcile the parties"),
        Texts(tg="Ҷабрдидаро ба хона фиристад", ru="Отправить пострадавшую домой", en="Send the victim home"),
        Texts(tg="Рӯзи дигар баргардад", ru="Вернуться на следующий день", en="Come back the next day"),
    ),
    choice(
        "q2",
        Texts(
            tg="Мӯҳлати қарори муҳофизатӣ чанд рӯз аст?",
            ru="На сколько дней выносится защитное предписание?",
            en="For how many days is a protection order issued?",
        ),
        Texts(tg="3 рӯз", ru="3 дня", en="3 days"),
        Texts(tg="10 рӯз", ru="10 дней", en="10 days"),
        Texts(tg="15 рӯз", ru="15 дней", en="15 days"),
        Texts(tg="30 рӯз", ru="30 дней", en="30 days"),
        right=(3,),
    ),
    choice(
        "q3",
        Texts(
            tg="Кадоме аз инҳо намудҳои зӯроварӣ дар оила мебошанд?",
            ru="Что из этого относится к видам насилия в семье?",
            en="Which of these are forms of domestic violence?",
        ),
        Texts(tg="Зӯроварии ҷисмонӣ", ru="Физическое насилие", en="Physical violence"),
        Texts(tg="Зӯроварии равонӣ", ru="Психологическое насилие", en="Psychological violence"),
        Texts(tg="Зӯроварии иқтисодӣ", ru="Экономическое насилие", en="Economic violence"),
        Texts(tg="Баҳс дар бораи сиёсат", ru="Спор о политике", en="A dispute about politics"),
        right=(1, 2, 3),
    ),
    choice(
        "q4",
        Texts(
            tg="Оё мусоҳиба бо ҷабрдида дар ҳузури гумонбаршуда гузаронида мешавад?",
            ru="Проводится ли беседа с пострадавшей в присутствии подозреваемого?",
            en="Is the victim interviewed in the presence of the suspect?",
        ),
        Texts(tg="Ҳа", ru="Да", en="Yes"),
        Texts(tg="Не", ru="Нет", en="No"),
        right=(2,),
    ),
)
NUMBER = Question(
    "q5",
    QuestionKind.NUMBER,
    Texts(
        tg="Аз рӯи қонун ҷабрдида баъди чанд соат бояд иттилоъ гирад?",
        ru="Через сколько часов по закону пострадавшая должна быть уведомлена?",
        en="After how many hours must the victim be informed by law?",
    ),
    accepted=(Accepted("24"), Accepted("20..28", 5000)),
)
WORDS = Question(
    "q6",
    QuestionKind.TEXT,
    Texts(
        tg="Рақами хати боварӣ кадом аст?",
        ru="Назовите номер телефона доверия.",
        en="What is the number of the helpline?",
    ),
    accepted=(Accepted("1313"),),
)
OPEN = Question(
    "q7",
    QuestionKind.TEXT,
    Texts(
        tg="Дар курс чиро беҳтар кардан лозим аст?",
        ru="Что в курсе стоит улучшить?",
        en="What should be improved in the course?",
    ),
)
STATEMENTS = tuple(
    scale(f"s{number}", text)
    for number, text in enumerate(
        (
            Texts(
                tg="Курс барои кори ман муфид буд.",
                ru="Курс был полезен для моей работы.",
                en="The course was useful for my work.",
            ),
            Texts(
                tg="Мавзӯъҳо фаҳмо шарҳ дода шуданд.",
                ru="Темы объяснялись понятно.",
                en="The topics were explained clearly.",
            ),
            Texts(
                tg="Тренерон ба саволҳо ҷавоб доданд.",
                ru="Тренеры отвечали на вопросы.",
                en="The trainers answered questions.",
            ),
            Texts(
                tg="Машқҳои амалӣ кофӣ буданд.",
                ru="Практических упражнений было достаточно.",
                en="There was enough practice.",
            ),
            Texts(
                tg="Ман ин курсро ба ҳамкоронам тавсия медиҳам.",
                ru="Я советую этот курс коллегам.",
                en="I recommend the course to colleagues.",
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
                tg="Худро муаррифӣ кард ва ҳуқуқҳоро фаҳмонд",
                ru="Представился и разъяснил права",
                en="Introduced himself and explained the rights",
            ),
            Texts(tg="Саволҳои кушод дод", ru="Задавал открытые вопросы", en="Asked open questions"),
            Texts(
                tg="Хатарро бо варақаи арзёбӣ санҷид",
                ru="Оценил риск по листу оценки",
                en="Assessed the risk with the form",
            ),
            Texts(
                tg="Ҷабрдидаро ба хадамоти дастгирӣ равона кард",
                ru="Направил пострадавшую в службу поддержки",
                en="Referred the victim to support services",
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
        tg="Зӯроварӣ дар оила: қонун ва амал",
        ru="Насилие в семье: закон и практика",
        en="Domestic violence: law and practice",
    )
    return full(FormKind.TEST, title, questions or twenty(), shuffled=shuffled)


def feedback() -> FullForm:
    """Return a short feedback form."""
    title = Texts(tg="Фикри шумо дар бораи курс", ru="Ваше мнение о курсе", en="Your opinion of the course")
    return full(FormKind.FEEDBACK, title, (*STATEMENTS, OPEN))


def practical() -> FullForm:
    """Return a rating sheet."""
    title = Texts(
        tg="Нақшбозӣ: мусоҳиба бо ҷабрдида",
        ru="Ролевая игра: беседа с пострадавшей",
        en="Role play: interview with the victim",
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


def of_test_compact() -> QuestionPapers:
    """Return a long test set small, in two columns."""
    asked = [replace(ASKED[at % 4], key=f"q{at}") for at in range(30)]
    return replace(of_test(1, quiz(questions=(*asked, NUMBER, WORDS))), compact=True)


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
