"""Words of the course report."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.documents.course_words import COURSE_WORDS
from trainer_app.domain.texts import Texts

REPORT_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        **COURSE_WORDS,
        "course_report.title": Texts("Ҳисоботи курс", "Отчёт о курсе", "Course report"),
        "course_report.participation": Texts("Иштирок", "Участие", "Participation"),
        "course_report.everybody": Texts("Ҳама", "Все", "All"),
        "course_report.participants": Texts("Иштирокчиён", "Участники", "Participants"),
        "course_report.listed": Texts(
            "Дар рӯйхат {expected} нафар, аз онҳо берӯйхат: {walk_ins}. "
            "Иваз шуданд: {replaced}. Аз курс баромаданд: {withdrawn}.",
            "В списке {expected} чел., из них без списка: {walk_ins}. "
            "Заменены: {replaced}. Выбыли: {withdrawn}.",
            "On the list: {expected}, of them walk-ins: {walk_ins}. "
            "Replaced: {replaced}. Withdrawn: {withdrawn}.",
        ),
        "course_report.participant_is": Texts(
            "Иштирокчӣ касест, ки ақаллан дар як машғулият ҳозир буд.",
            "Участник — тот, кто присутствовал хотя бы на одном занятии.",
            "A participant is who was present in one session at the least.",
        ),
        "course_report.by_unit": Texts("Аз рӯи ҷойи хизмат", "По подразделениям", "By unit"),
        "course_report.sessions": Texts(
            "Машғулиятҳо ва ҳузур", "Занятия и посещаемость", "Sessions and attendance"
        ),
        "course_report.sessions_are": Texts(
            "Гузаронида шуд: {held} ({hours} соат). Бекор шуд: {cancelled}. Дар пеш: {planned}.",
            "Проведено: {held} ({hours} ч). Отменено: {cancelled}. Предстоит: {planned}.",
            "Held: {held} ({hours} hours). Cancelled: {cancelled}. Still to come: {planned}.",
        ),
        "course_report.session": Texts("Машғулият", "Занятие", "Session"),
        "course_report.minutes": Texts("Дақ.", "Мин", "Min."),
        "course_report.none_yet": Texts("ҳанӯз нагузаштааст", "ещё не проведено", "still to come"),
        "course_report.present": Texts("Ҳозир", "Был", "Present"),
        "course_report.late": Texts("Дер", "Опозд.", "Late"),
        "course_report.excused": Texts("Узрнок", "Уваж.", "Excused"),
        "course_report.absent": Texts("Ғоиб", "Не был", "Absent"),
        "course_report.unmarked": Texts("Қайд нашуд", "Без отм.", "Not marked"),
        "course_report.marks_unknown": Texts(
            "Қайдҳое, ки танҳо версияи навтари барнома нишон дода метавонад ва дар ҷадвал нестанд: {count}.",
            "Отметки, которые покажет только более новая версия программы; в таблице их нет: {count}.",
            "Marks that only a newer version of the program can show, not in the table: {count}.",
        ),
        "course_report.completion": Texts(
            "Хатми курс ва шаҳодатномаҳо", "Окончание и сертификаты", "Completion and certificates"
        ),
        "course_report.rule.both": Texts(
            "Курсро касе хатм мекунад, ки ақаллан {share} дақиқаҳои машғулиятҳои гузаронидашударо ҳозир буд "
            "ва дар санҷиши ниҳоӣ ақаллан {test} гирифт.",
            "Курс оканчивает тот, кто присутствовал не менее {share} времени проведённых занятий и набрал "
            "в итоговом тесте не менее {test}.",
            "A participant completes the course who attended {share} or more of the minutes of held sessions "
            "and reached {test} or more in the post-test.",
        ),
        "course_report.rule.share": Texts(
            "Курсро касе хатм мекунад, ки ақаллан {share} дақиқаҳои машғулиятҳои гузаронидашударо ҳозир буд.",
            "Курс оканчивает тот, кто присутствовал не менее {share} времени проведённых занятий.",
            "A participant completes the course who attended {share} or more of the minutes "
            "of held sessions.",
        ),
        "course_report.rule.test": Texts(
            "Курсро касе хатм мекунад, ки дар санҷиши ниҳоӣ ақаллан {test} гирифт.",
            "Курс оканчивает тот, кто набрал в итоговом тесте не менее {test}.",
            "A participant completes the course who reached {test} or more in the post-test.",
        ),
        "course_report.rule.none": Texts(
            "Курсро ҳар касе хатм мекунад, ки дар он ҳозир буд.",
            "Курс оканчивает каждый, кто на нём присутствовал.",
            "Everybody who attended completes the course.",
        ),
        "course_report.learning": Texts("Натиҷаи таълим", "Результаты обучения", "Learning"),
        "course_report.pairs": Texts(
            "Танҳо касоне ба ҳисоб гирифта шудаанд, ки ҳарду санҷишро супорида бошанд: {matched}. "
            "Танҳо санҷиши аввал: {pre}. Танҳо санҷиши ниҳоӣ: {post}.",
            "Учтены только те, кто сдал оба теста: {matched}. "
            "Только входной тест: {pre}. Только итоговый: {post}.",
            "Only people with both tests count: {matched}. Pre-test only: {pre}. Post-test only: {post}.",
        ),
        "course_report.no_pairs": Texts(
            "Ягон кас ҳарду санҷишро насупоридааст, аз ин рӯ дар бораи натиҷаи таълим "
            "чизе гуфтан мумкин нест.",
            "Обоих тестов не сдал никто, поэтому о результатах обучения ничего сказать нельзя.",
            "Nobody has both tests, so nothing can be said about learning.",
        ),
        "course_report.feedback": Texts("Баҳои иштирокчиён", "Отзывы участников", "Feedback"),
        "course_report.statement": Texts("Изҳорот", "Утверждение", "Statement"),
        "course_report.answers": Texts("Ҷавобҳо", "Ответы", "Answers"),
        "course_report.median": Texts("Медиана", "Медиана", "Median"),
        "course_report.top": Texts("Ду зинаи боло", "Две верхние", "Top two"),
        "course_report.bottom": Texts("Ду зинаи поён", "Две нижние", "Bottom two"),
        "course_report.scale": Texts(
            "Беном. Ҳиссаи ҷавобҳо дар ду зинаи боло ва ду зинаи поёни шкала; дар шкалаи то 3 зина — "
            "дар якто.",
            "Анонимно. Доля ответов на двух верхних и двух нижних ступенях шкалы; до 3 ступеней — на одной.",
            "Anonymous. Share of answers on the two upper and the two lower steps of a scale; on a "
            "scale of up "
            "to 3 steps, on one.",
        ),
        "course_report.no_feedback": Texts(
            "Ҷавобҳо ҳанӯз ворид нашудаанд.", "Ответы ещё не внесены.", "No answers are recorded yet."
        ),
        "course_report.no_sessions": Texts(
            "Машғулиятҳо ба нақша гирифта нашудаанд.", "Занятия не запланированы.", "No sessions are planned."
        ),
        "course_report.notes": Texts("Эзоҳҳо", "Примечания", "Notes"),
        "course_report.no_notes": Texts(
            "Ҳамаи машғулиятҳо қайд шудаанд, ихтилофи ҳалнашуда нест.",
            "Все занятия отмечены, неразобранных расхождений нет.",
            "All sessions are marked and no contradiction is open.",
        ),
        "course_report.annex": Texts("Замима: иштирокчиён", "Приложение: участники", "Annex: participants"),
        "course_report.no_names": Texts(
            "Номҳо аз рӯи хоҳиши идора навишта нашудаанд; рақам аз рӯйхати курс аст.",
            "Имена не указаны по решению офиса; номер — из списка курса.",
            "Names are left out as the office asked; the number is that on the list of the course.",
        ),
        "course_report.signed": Texts("Тренери пешбар", "Ведущий тренер", "Lead trainer"),
        "course_report.received": Texts("Аз номи идора", "От офиса", "For the office"),
        "course_report.result.completion": Texts("хатм кард", "окончил курс", "completed"),
        "course_report.result.attendance": Texts("иштирок кард", "участвовал", "attended"),
        "course_report.result.none": Texts("–", "–", "–"),
        "course_report.result": Texts("Натиҷа", "Результат", "Result"),
        "course_report.serial": Texts("Шаҳодатнома №", "Сертификат №", "Certificate no."),
        "course_report.share": Texts("Ҳузур", "Посещ.", "Attended"),
    }
)
