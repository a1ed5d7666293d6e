"""Words that the papers of a course share, and those of its agenda."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.texts import Texts

COURSE_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "facts.code": Texts("Рамз", "Код", "Code"),
        "facts.project": Texts("Лоиҳа", "Проект", "Project"),
        "facts.organiser": Texts("Ташкилкунанда", "Организатор", "Organiser"),
        "facts.donor": Texts("Донор", "Донор", "Donor"),
        "facts.partner": Texts("Шарик", "Партнёр", "Partner"),
        "facts.venue": Texts("Ҷой", "Место проведения", "Venue"),
        "facts.days": Texts("Сана", "Даты", "Dates"),
        "facts.trainers": Texts("Тренерон", "Тренеры", "Trainers"),
        "facts.page": Texts("Саҳифаи", "Страница", "Page"),
        "facts.made_on": Texts("таҳия шуд: {day}", "составлено {day}", "prepared {day}"),
        "role.lead_trainer": Texts("тренери пешбар", "ведущий тренер", "lead trainer"),
        "role.trainer": Texts("тренер", "тренер", "trainer"),
        "role.international_expert": Texts(
            "коршиноси байналмилалӣ", "международный эксперт", "international expert"
        ),
        "role.observer": Texts("нозир", "наблюдатель", "observer"),
        "programme.title": Texts("Барномаи курс", "Программа курса", "Course agenda"),
        "programme.day": Texts("Рӯзи {number}", "День {number}", "Day {number}"),
        "programme.again": Texts("идома", "продолжение", "continued"),
        "programme.number": Texts("№", "№", "No."),
        "programme.time": Texts("Вақт", "Время", "Time"),
        "programme.topic": Texts("Мавзӯъ", "Тема", "Topic"),
        "programme.room": Texts("Утоқ", "Аудитория", "Room"),
        "programme.break": Texts("Танаффус", "Перерыв", "Break"),
        "programme.lunch": Texts("Хӯроки нисфирӯзӣ", "Обед", "Lunch"),
        "programme.minutes": Texts("{count} дақиқа", "{count} мин", "{count} min"),
        "programme.cancelled": Texts("Бекор шуд", "Отменено", "Cancelled"),
        "programme.no_topic": Texts("Машғулияти {number}", "Занятие {number}", "Session {number}"),
        "programme.kept": Texts(
            "Ҷадвал метавонад тағйир ёбад; тренер тағйиротро дар толор эълон мекунад.",
            "Расписание может измениться; об изменениях тренер сообщит в зале.",
            "The schedule may change; the trainer announces changes in the room.",
        ),
    }
)
