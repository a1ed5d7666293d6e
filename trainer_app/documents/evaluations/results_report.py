"""The results on paper: first what was learnt, then everybody, the items, the ratings, the feedback."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from trainer_app.documents.base import fonts
from trainer_app.documents.base.charts import draw_histogram, gain_line
from trainer_app.documents.base.course_head import MARGIN, open_paper, write_head
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import COURSE_WORDS, SayIn, Speech, joined, short_day
from trainer_app.documents.evaluations.result_sections import (
    DASH,
    change_text,
    histogram_series,
    percent_text,
    ratio_text,
    write_feedback,
    write_heading,
    write_practical,
    write_test,
    write_words,
)
from trainer_app.domain.base.numbers import WHOLE, limit_label
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseFacts
from trainer_app.domain.evaluations.feedback import Results, Scored, reached
from trainer_app.domain.evaluations.forms import Learning, Occasion
from trainer_app.domain.evaluations.statistics import HIGH, MEDIUM, band_of_gain
from trainer_app.domain.papers.inks import ACCENT, SECOND, STRONG_LINE

RESULT_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        **COURSE_WORDS,
        "results.title": Texts("Натиҷаи санҷишҳо ва баҳоҳо", "Результаты тестов и отзывы", "Results"),
        "results.learning": Texts("Чӣ омӯхта шуд", "Чему научились", "Did they learn?"),
        "results.more": Texts(
            "Баъд аз курс {points} банди фоизӣ бештар: пештар {pre}, баъд {post}.",
            "После курса на {points} п. п. больше: было {pre}, стало {post}.",
            "{points} percentage points more after the course: {pre} before, {post} after.",
        ),
        "results.less": Texts(
            "Баъд аз курс {points} банди фоизӣ камтар: пештар {pre}, баъд {post}.",
            "После курса на {points} п. п. меньше: было {pre}, стало {post}.",
            "{points} percentage points less after the course: {pre} before, {post} after.",
        ),
        "results.even": Texts(
            "Баъд аз курс ҳамон қадар, ки пештар: {post}.",
            "После курса столько же, сколько до него: {post}.",
            "As much after the course as before: {post}.",
        ),
        "results.no_pairs": Texts(
            "Ҳанӯз касе ҳарду санҷишро надорад, бинобар ин дар бораи омӯзиш чизе гуфтан мумкин нест.",
            "Обоих тестов пока ни у кого нет, поэтому об усвоенном ничего сказать нельзя.",
            "Nobody has both tests yet, so nothing can be said about what was learnt.",
        ),
        "results.before": Texts("Пеш аз курс", "До курса", "Before"),
        "results.after": Texts("Баъд аз курс", "После курса", "After"),
        "results.was": Texts("Пештар", "До", "Before"),
        "results.became": Texts("Баъд", "После", "After"),
        "results.lane": Texts(
            "{when}: {count} нафар, миёна {mean}",
            "{when}: {count} чел., среднее {mean}",
            "{when}: {count} people, mean {mean}",
        ),
        "results.scores": Texts(
            "Чанд нафар чанд фоиз гирифт", "Сколько человек набрали столько процентов", "How many scored what"
        ),
        "results.matched": Texts("Ҳарду санҷиш", "Оба теста", "Both tests"),
        "results.only_pre": Texts("Танҳо санҷиши аввал", "Только входной тест", "Pre-test only"),
        "results.only_post": Texts("Танҳо санҷиши ниҳоӣ", "Только итоговый тест", "Post-test only"),
        "results.pre_mean": Texts("Санҷиши аввал, миёна", "Входной тест, среднее", "Pre-test, mean"),
        "results.post_mean": Texts("Санҷиши ниҳоӣ, миёна", "Итоговый тест, среднее", "Post-test, mean"),
        "results.gain_points": Texts(
            "Афзоиш, банди фоизӣ", "Прирост, проц. пункты", "Gain, percentage points"
        ),
        "results.hake_g": Texts(
            "g-и миёнаи гурӯҳ (Ҳейк)", "g по средним группы (Хейк)", "g of the class means (Hake)"
        ),
        "results.mean_individual_g": Texts(
            "Миёнаи g-и ҳар нафар (Бао)", "Среднее личных g (Бао)", "Mean of individual g (Bao)"
        ),
        "results.losses": Texts("Баъд аз курс пасттар", "После курса ниже", "Lower after than before"),
        "results.same": Texts("Бе тағйир", "Без изменений", "The same before and after"),
        "results.without_gain": Texts("Пеш аз курс 100 %", "100 % уже до курса", "100 % already before"),
        "results.reached": Texts(
            "Санҷиши ниҳоӣ: {limit} ва боло",
            "Итоговый тест: {limit} и выше",
            "Post-test: {limit} or more",
        ),
        "results.of": Texts("{count} аз {whole}", "{count} из {whole}", "{count} of {whole}"),
        "results.band.loss": Texts("коҳиш", "снижение", "loss"),
        "results.band.low": Texts("паст", "низкий", "low"),
        "results.band.medium": Texts("миёна", "средний", "medium"),
        "results.band.high": Texts("баланд", "высокий", "high"),
        "results.about_gain": Texts(
            "Миёна ва афзоиш танҳо аз рӯйи онҳоест, ки ҳарду санҷишро доранд. g — кадом ҳиссаи "
            "номаълум омӯхта "
            "шуд: то 0,3 паст, аз 0,7 баланд.",
            "Средние и прирост — по тем, у кого есть оба теста. g — какая доля ещё не известного усвоена: "
            "до 0,3 низкий, от 0,7 высокий.",
            "Means and gains are of those with both tests. g is how much of what was still to be learnt was "
            "learnt: low under 0.3, high from 0.7.",
        ),
        "results.people": Texts("Ҳар нафар", "Каждый участник", "Person by person"),
        "results.number": Texts("№", "№", "No."),
        "results.name": Texts("Ному насаб", "Фамилия, имя", "Name"),
        "results.course": Texts("Курс", "Курс", "Course"),
        "results.change": Texts("Фарқият", "Разница", "Change"),
        "results.own_gain": Texts("g", "g", "g"),
        "results.line": Texts(
            "Доираи холӣ — пеш аз курс, доираи пур — баъд; хати канда — коҳиш.",
            "Пустой кружок — до курса, полный — после; пунктир — снижение.",
            "Hollow dot: before, filled dot: after; a dashed line is a loss.",
        ),
        "results.occasion.pre": Texts("Санҷиши аввал", "Входной тест", "Pre-test"),
        "results.occasion.post": Texts("Санҷиши ниҳоӣ", "Итоговый тест", "Post-test"),
        "results.occasion.end": Texts("Охири курс", "Конец курса", "End of the course"),
        "results.occasion.month3": Texts("Баъд аз 3 моҳ", "Через 3 месяца", "After 3 months"),
        "results.occasion.month6": Texts("Баъд аз 6 моҳ", "Через 6 месяцев", "After 6 months"),
        "results.version": Texts("нусхаи {number}", "версия {number}", "version {number}"),
        "results.typed": Texts(
            "Холҳое, ки бе ҷавоб ворид шудаанд",
            "Баллы, внесённые без ответов",
            "Points typed in without answers",
        ),
        "results.papers": Texts("Корҳо", "Работ", "Papers"),
        "results.mean": Texts("Миёна", "Среднее", "Mean"),
        "results.median": Texts("Медиана", "Медиана", "Median"),
        "results.lowest": Texts("Камтарин", "Наименьшее", "Lowest"),
        "results.highest": Texts("Бештарин", "Наибольшее", "Highest"),
        "results.when": Texts("Кай", "Когда", "When"),
    }
)
"""Words of the first pages; those of items, ratings and feedback stand in `result_part_words`."""


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


WORDS: Mapping[str, Texts] = MappingProxyType({**RESULT_WORDS, **RESULT_PART_WORDS})
_BANDS = (Fraction(0), MEDIUM, HIGH)
_HISTOGRAM = 54.0


@dataclass(frozen=True)
class ResultsPaper:
    """What is printed. `facts` head the results of one course; without them the title stands alone."""

    results: Results
    facts: CourseFacts | None = None
    made_on: date | None = None
    version: str = ""
    names: bool = True


def results_pdf(paper: ResultsPaper, language: str, say: SayIn) -> bytes:
    """Return results as PDF. `say` gives notes their words; without names everybody is a number."""
    speech = Speech(language, WORDS, say)
    flow = _open(paper, speech)
    results = paper.results
    _learning(flow, results, speech)
    _notes(flow, results, speech)
    _people(flow, paper, speech)
    for test in results.tests:
        if any(each.items is not None for each in test.occasions):
            write_test(flow, test, speech)
    for practical in results.practical:
        write_practical(flow, practical, speech, names=paper.names)
    for feedback in results.feedback:
        write_feedback(flow, feedback, speech)
    return flow.finish()


def figure_lines(results: Results, speech: Speech) -> list[tuple[str, Cell, str, str]]:
    """Return the figures of learning: code, name, value, and the band of a gain in words."""
    found, language = results.learning, speech.main
    lines = [
        ("matched", speech.word("results.matched"), str(found.matched), ""),
        ("only_pre", speech.word("results.only_pre"), str(found.only_pre), ""),
        ("only_post", speech.word("results.only_post"), str(found.only_post), ""),
        ("pre_mean", speech.word("results.pre_mean"), percent_text(found.pre_mean, language), ""),
        ("post_mean", speech.word("results.post_mean"), percent_text(found.post_mean, language), ""),
        ("gain_points", speech.word("results.gain_points"), change_text(found.gain_points, language), ""),
        _gain_line("hake_g", found.hake_g, speech),
        _gain_line("mean_individual_g", found.mean_individual_g, speech),
        ("losses", speech.word("results.losses"), str(found.losses), ""),
        ("same", speech.word("results.same"), str(found.same), ""),
    ]
    if found.without_gain:
        lines.append(("without_gain", speech.word("results.without_gain"), str(found.without_gain), ""))
    post = results.on(Occasion.POST)
    if post is not None and results.limit is not None:
        count = str(reached(results.people, Occasion.POST, results.limit))
        value = speech.word("results.of", count=count, whole=str(post.papers)).text
        name = speech.word("results.reached", limit=speech.label(limit_label(results.limit)))
        lines.append(("reached", name, value, ""))
    return lines


def sentence(found: Learning, speech: Speech) -> Cell:
    """Return the answer to "did they learn?" as a sentence."""
    if found.pre_mean is None or found.post_mean is None or found.gain_points is None:
        return speech.word("results.no_pairs")
    code = (
        "results.even"
        if not found.gain_points
        else "results.more"
        if found.gain_points > 0
        else "results.less"
    )

    def percent(value: Fraction) -> Cell:
        return speech.made(lambda language: percent_text(value, language))

    points = speech.made(
        lambda language: change_text(abs(found.gain_points or Fraction(0)), language).lstrip("+")
    )
    return speech.word(code, points=points, pre=percent(found.pre_mean), post=percent(found.post_mean))


def _gain_line(code: str, value: Fraction | None, speech: Speech) -> tuple[str, Cell, str, str]:
    words = "" if value is None else speech.word(f"results.band.{band_of_gain(value).value}").text
    return code, speech.word(f"results.{code}"), ratio_text(value, speech.main, _BANDS), words


def _open(paper: ResultsPaper, speech: Speech) -> Flow:
    if paper.facts is not None:
        flow = open_paper(paper.facts, speech, "results.title")
        write_head(flow, paper.facts, speech, "results.title")
        return flow
    title, kind = speech.texts(paper.results.title), speech.plain("results.title")
    sheet = Paper(210, 297, speech.main, f"{kind} – {title.text}")
    made = speech.word("facts.made_on", day=short_day(paper.made_on)).text if paper.made_on else ""
    version = f"Trainer App {paper.version}" if paper.version else ""
    foot = " · ".join(part for part in (kind, made, version, title.text) if part)
    flow = Flow(sheet, MARGIN, foot, speech.plain("facts.page"))
    flow.paragraph(joined(speech.word("results.title")), fonts.SANS_SEMIBOLD, 11, ACCENT)
    flow.y += 1
    flow.paragraph(title.text, fonts.SANS_BOLD, 18)
    flow.paragraph(title.below, fonts.SANS, 11, SECOND)
    flow.paragraph(" · ".join(paper.results.courses), fonts.SANS, 9, SECOND)
    flow.y += 2
    flow.paper.line(flow.margin, flow.y, flow.margin + flow.width, flow.y, 0.8, STRONG_LINE)
    return flow


def _learning(flow: Flow, results: Results, speech: Speech) -> None:
    write_heading(flow, speech.word("results.learning"), 40)
    if results.empty:
        write_words(flow, speech.word("results.nothing"))
        return
    told = sentence(results.learning, speech)
    flow.paragraph(told.text, fonts.SANS_SEMIBOLD, 11)
    flow.paragraph(told.below, fonts.SANS, 9, SECOND)
    shown = histogram_series(results, speech)
    if shown:
        flow.y += 2
        flow.need(_HISTOGRAM + 8)
        draw_histogram(flow.paper, flow.margin, flow.y, flow.width, _HISTOGRAM, shown)
        flow.y += _HISTOGRAM + 3
    _figures(flow, figure_lines(results, speech))
    write_words(flow, speech.word("results.about_gain"), small=True)


def _figures(flow: Flow, lines: list[tuple[str, Cell, str, str]]) -> None:
    """Write the figures in two columns, so that the answer stays on one page."""
    cells = [[name, Cell(value, words, strong=True)] for _, name, value, words in lines]
    half = (len(cells) + 1) // 2
    right = [*cells[half:], *[[Cell(""), Cell("")]] * (2 * half - len(cells))]
    columns = [Column("", 58), Column("", 26, right=True), Column("", 6)]
    columns += [Column("", 58), Column("", 26, right=True)]
    rows = [[*first, Cell(""), *second] for first, second in zip(cells[:half], right, strict=True)]
    flow.table(columns, rows, size=9)


def _notes(flow: Flow, results: Results, speech: Speech) -> None:
    for label in results.notes:
        words = speech.label(label)
        flow.bullet(words.text, words.below)


def _people(flow: Flow, paper: ResultsPaper, speech: Speech) -> None:
    results = paper.results
    if not results.people:
        return
    flow.turn_page()
    heading = speech.word("results.people")
    write_heading(flow, heading, 34)
    if not paper.names:
        write_words(flow, speech.word("results.no_names"), small=True)
    shares = {"number": 10.0, "name": 56.0, "course": 20.0, "before": 20.0, "after": 20.0, "change": 18.0}
    shares |= {"own_gain": 16.0, "line": 44.0}
    left_out = set() if paper.names else {"name"}
    if len(results.courses) < 2:
        left_out.add("course")
    columns = []
    for code, share in shares.items():
        if code not in left_out:
            words = speech.word(f"results.{code}") if code != "line" else Cell("")
            right = code in ("number", "before", "after", "change", "own_gain")
            columns.append(Column(words.text, share, right, words.below))
    rows = [
        [cell for code, cell in _person(person, speech.main).items() if code not in left_out]
        for person in results.people
    ]
    flow.table(columns, rows, size=8, again=heading.text)
    write_words(flow, speech.word("results.line"), small=True)


def _person(person: Scored, language: str) -> dict[str, Cell]:
    before, after = person.percent(Occasion.PRE), person.percent(Occasion.POST)
    lost = person.change is not None and person.change < 0
    first, second = (None if each is None else each / WHOLE for each in (before, after))
    return {
        "number": Cell(str(person.number)),
        "name": Cell(person.name),
        "course": Cell(person.course),
        "before": Cell(percent_text(before, language), quiet=before is None),
        "after": Cell(percent_text(after, language), quiet=after is None),
        "change": Cell(change_text(person.change, language), strong=lost),
        "own_gain": Cell(ratio_text(person.gain, language) if person.change is not None else DASH),
        "line": Cell("", drawing=gain_line(first, second)),
    }
