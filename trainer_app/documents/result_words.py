"""Words of the results on paper, in charts and in files."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.documents.course_words import COURSE_WORDS
from trainer_app.domain.texts import Texts

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
