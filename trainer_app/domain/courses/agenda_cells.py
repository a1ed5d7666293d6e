"""Reads the cells of a foreign agenda: headings, breaks, days, times, lengths and trainers.

Days: 15.10.2018, 2018-10-15, 15 октября, Oct 15, 43388 (a spreadsheet's number), "Рӯзи 2", "Day 2".
Times: 9:00, 9.00, 9-00, 9:00–10:30, "аз 9:00 то 10:30", 1:30 pm, 0.375. Lengths: 90, "90 мин", 1:30, "1,5 ч".
Trainers ("Назарова Д.", "Каримов ва Саидова") are matched against the course's teachers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct, field

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.base.text_search import fold, fold_word
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseFacts, Session, SessionState
from trainer_app.domain.courses.planning import DAY_END


class AgendaColumn(StrEnum):
    """What a column of an agenda holds."""

    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    START = "start"
    END = "end"
    LENGTH = "length"
    TOPIC = "topic"
    TRAINER = "trainer"
    ROOM = "room"
    NOTHING = "nothing"


type ColumnRole = tuple[AgendaColumn, str]
"""What a column holds, and the language that its heading says of topics, else ""."""

_HEADINGS = {
    AgendaColumn.NUMBER: "№|no|nr|#|р/т|т/р|п/п|№ п/п|рақам|номер|number|session no|session number",
    AgendaColumn.DAY: "рӯз|рӯзҳо|сана|таърих|рӯзи ҳафта|день|дни|дата|число|day|days|date",
    AgendaColumn.TIME: "вақт|соат|вақти машғулият|вақти баргузорӣ|время|часы|время занятия|"
    "время проведения|time|times|timing|hours",
    AgendaColumn.START: "аз|оғоз|сар|вақти оғоз|соати оғоз|с|начало|время начала|от|from|start|starts|"
    "begin|begins|start time|beginning",
    AgendaColumn.END: "то|анҷом|поён|вақти анҷом|соати анҷом|до|конец|окончание|время окончания|"
    "по|to|until|end|ends|end time|finish",
    AgendaColumn.LENGTH: "давомнокӣ|давомнокии машғулият|дақиқа|дақиқаҳо|давомот|продолжительность|"
    "длительность|минуты|минут|мин|duration|length|minutes|min",
    AgendaColumn.TOPIC: "мавзӯъ|мавзӯи машғулият|мавзӯи дарс|номи мавзӯъ|машғулият|мундариҷа|тема|темы|"
    "тема занятия|название темы|занятие|содержание|название|topic|topics|session|session topic|title|"
    "subject|session title|content|activity",
    AgendaColumn.TRAINER: "омӯзгор|омӯзгорон|тренер|тренерон|мураббӣ|устод|дарсдиҳанда|тренеры|"
    "преподаватель|преподаватели|лектор|ведущий|инструктор|ответственный|trainer|trainers|teacher|"
    "lecturer|facilitator|facilitators|instructor|speaker|taught by|presenter",
    AgendaColumn.ROOM: "толор|ҳуҷра|синф|утоқ|ҷой|макон|зал|аудитория|кабинет|комната|место|место проведения|"
    "room|hall|venue|place|classroom|location",
}
_BREAKS = (
    "танаффус|танаффуси қаҳва|қаҳванӯшӣ|танаффуси нисфирӯзӣ|хӯроки нисфирӯзӣ|хӯроки пешин|нисфирӯзӣ|нонхӯрӣ|"
    "перерыв|кофе брейк|кофе пауза|кофебрейк|обед|обеденный перерыв|перерыв на обед|чай|ужин|завтрак|"
    "break|coffee|coffee break|tea break|tea|lunch|lunch break|dinner|breakfast|pause"
)
_MONTHS = (
    "янв jan|фев feb|мар mar|апр apr|май мая may|июн jun|июл jul|авг aug|сен sep|окт oct|ноя nov|дек dec"
)
MONTHS = {stem: number for number, stems in enumerate(_MONTHS.split("|"), 1) for stem in stems.split()}
"""First three letters of a month's name to its number."""

DAY_WORDS = r"(?:day|дня|день|рӯз[иу]?|руз[иу]?)"
_PARTS = regex(r"[/\n|()\[\]:;,]+")
_LONGEST_HEADING = 80


def _folded(words: str) -> list[str]:
    return [fold(each) for each in words.split("|") if fold(each)]


_EXACT = {each: column for column, words in _HEADINGS.items() for each in _folded(words)}
_LANGUAGE_OF = {
    fold(name): code
    for code, each in LANGUAGES.items()
    for name in (code, each.name, each.english, *each.also.split())
}
_BREAK_WORDS = frozenset(_folded(_BREAKS))
_BREAK_LENGTH = 5


@lru_cache(maxsize=4096)
def recognise_heading(heading: str) -> ColumnRole | None:
    """Return what a heading means: "Рӯз / Day", "Time"; "Тема (на русском)" is a topic in "ru"."""
    text = heading.strip()
    if not text or len(text) > _LONGEST_HEADING:
        return None
    if text in ("№", "#", "№№"):
        return AgendaColumn.NUMBER, ""
    found = next((_EXACT[each] for each in map(fold, (text, *_PARTS.split(text))) if each in _EXACT), None)
    words = fold(text).split()
    found = found or _inside(words)
    if found is None:
        return None
    return found, heading_language(text) if found is AgendaColumn.TOPIC else ""


def heading_language(heading: str) -> str:
    """Return the code of the one language that a heading names: "Тема (на русском)" is "ru"; "" for none."""
    found = {_LANGUAGE_OF[word] for word in fold(heading).split() if word in _LANGUAGE_OF}
    return found.pop() if len(found) == 1 else ""


def _inside(words: Sequence[str]) -> AgendaColumn | None:
    """Return what the longest known heading inside a longer one means; single short words do not count."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part in _EXACT and len(part) > 2:
                return _EXACT[part]
    return None


def is_break(text: str) -> bool:
    """Tell whether a line of an agenda is a break and no session: "Танаффус", "Кофе-брейк", "Lunch"."""
    words = fold(text).split()
    if not words or len(words) > _BREAK_LENGTH:
        return False
    return " ".join(words) in _BREAK_WORDS or words[0] in _BREAK_WORDS


_SERIAL_ORIGIN = date(1899, 12, 30)
_SERIALS = range(20000, 80000)
_HOURS_AT_MOST = 12
"""A bare number up to this is a length in hours, a greater one in minutes."""

_ISO = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = regex(r"(?<!\d)(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?![\d:])")
_YEAR = regex(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")
_SMALL = regex(r"(?<![\d:.])(\d{1,2})(?![\d:])")
_WORD = regex(r"[^\W\d_]+")
_NUMBERED = regex(
    rf"{DAY_WORDS}\s*[-№#]?\s*(\d{{1,3}})(?!\d)|(?<!\d)(\d{{1,3}})\s*(?:-?\s*(?:й|ый|ой|ум|юм|st|nd|rd|th))?\s*{DAY_WORDS}\b",
    re.IGNORECASE,
)
_CLOCK = regex(r"(?<![\d.:])(\d{1,2})\s?[:.]\s?(\d\d)(?::\d\d)?(?!\d)\s*([ap])?\.?(?:m\b)?", re.IGNORECASE)
_DASHED = regex(r"^\s*(\d{1,2})-(\d\d)(?:\s*[-–—]\s*(\d{1,2})-(\d\d))?\s*$")
_HOURS = regex(r"^\D*(\d{1,2})\s*(am|pm)?\s*(?:[-–—]|то|до|to)\s*(\d{1,2})\s*(am|pm)?\D*$", re.IGNORECASE)
_HOUR = regex(r"^\s*(\d{1,2})\s*(am|pm)?\s*$", re.IGNORECASE)
_BARE_FIRST = regex(r"(?<![\d:.])(\d{1,2})(?=\s*[-–—]\s*\d{1,2}[:.]\d\d)")
_BARE_LAST = regex(r"([:.]\d\d\s*[-–—]\s*\d{1,2})(?![\d:.])")
_LONGEST_SPAN = 4
"""Hours: "9-11" is a span, "9-30" half past nine."""
_FRACTION = regex(r"^\s*0?[.,]\d+\s*$")
_AMOUNT = regex(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]*)")
_HOUR_UNITS = ("h", "ч", "соат", "час", "hour", "hr")


class DayText(Struct, frozen=True):
    """A day as written: a date, or the number of a day of the course."""

    day: date | None = None
    number: int | None = None


def read_day(text: str, near: date) -> DayText | None:
    """Return the day that a cell names; without a year it is the one nearest to `near`."""
    plain = text.strip().rstrip(".")
    if not plain:
        return None
    # Not isdigit(): "¹" is a digit to it, and no number to int().
    if plain.removesuffix(".0").isdecimal() and int(plain.removesuffix(".0")) in _SERIALS:
        return DayText(_SERIAL_ORIGIN + timedelta(days=int(plain.removesuffix(".0"))))
    found = _iso(plain) or _dotted(plain, near) or _worded(plain, near)
    if found is not None:
        return DayText(found)
    numbered = _NUMBERED.search(plain)
    if numbered:
        return DayText(number=int(numbered.group(1) or numbered.group(2)))
    return DayText(number=int(plain)) if plain.isdecimal() and len(plain) < 3 else None


def read_times(text: str) -> tuple[int, ...]:
    """Return the times in a cell, in minutes after midnight: none, one, or two of a span."""
    if _FRACTION.match(text):
        minutes = Fraction(text.strip().replace(",", ".")) * DAY_END
        return (int(minutes + Fraction(1, 2)),)
    whole = _BARE_LAST.sub(r"\1:00", _BARE_FIRST.sub(r"\1:00", text))
    found = [_clock(hour, minute, half) for hour, minute, half in _CLOCK.findall(whole)]
    dashed = None if found else _DASHED.match(text)
    if dashed and (dashed[3] or not 0 < int(dashed[2]) - int(dashed[1]) <= _LONGEST_SPAN):
        groups = dashed.groups()
        found = [_clock(groups[0], groups[1]), *([_clock(groups[2], groups[3])] if groups[2] else [])]
    if not found and (hours := _HOURS.match(text)):
        first, half, last, other = hours.groups()
        found = [_clock(first, "0", half or other or ""), _clock(last, "0", other or "")]
    if not found and (hour := _HOUR.match(text)):
        found = [_clock(hour.group(1), "0", hour.group(2) or "")]
    times = [each for each in found if each is not None]
    return tuple(times[:2]) if len(times) == len(found) else ()


def read_length(text: str) -> int | None:
    """Return a length in minutes: "90", "90 мин", "1:30", "1,5 соат", "2 h"; None if there is none."""
    clock = re.fullmatch(r"\s*(\d{1,2}):(\d\d)(?::\d\d)?\s*", text)
    if clock:
        return int(clock.group(1)) * 60 + int(clock.group(2)) or None
    total = Fraction(0)
    for amount, unit in _AMOUNT.findall(text):
        value = Fraction(amount.replace(",", "."))
        hours = unit.lower().startswith(_HOUR_UNITS) if unit else value <= _HOURS_AT_MOST
        total += value * 60 if hours else value
    minutes = int(total + Fraction(1, 2))
    return minutes if 0 < minutes <= DAY_END else None


def _clock(hour: str, minute: str, half: str = "") -> int | None:
    hours, minutes = int(hour), int(minute)
    if half[:1].lower() == "p" and hours < 12:
        hours += 12
    elif half[:1].lower() == "a" and hours == 12:
        hours = 0
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= DAY_END else None


def _iso(text: str) -> date | None:
    found = _ISO.search(text)
    return _date(*map(int, found.groups())) if found else None


def _dotted(text: str, near: date) -> date | None:
    """Read day, month and perhaps year; month first only where nothing else is possible."""
    found = _DOTTED.search(text)
    if not found:
        return None
    first, second, year = int(found.group(1)), int(found.group(2)), found.group(3)
    if first > 12 or second <= 12:
        day, month = first, second
    else:
        day, month = second, first
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return _nearest(month, day, near)


def _worded(text: str, near: date) -> date | None:
    months = [number for word in _WORD.findall(text.lower()) if (number := MONTHS.get(word[:3]))]
    year = _YEAR.search(text)
    rest = _YEAR.sub(" ", text)
    days = _SMALL.findall(_NUMBERED.sub(" ", rest) if len(_SMALL.findall(rest)) > 1 else rest)
    if len(months) != 1 or not days:
        return None
    if year:
        return _date(int(year.group()), months[0], int(days[0]))
    return _nearest(months[0], int(days[0]), near)


def _nearest(month: int, day: int, near: date) -> date | None:
    years = (near.year - 1, near.year, near.year + 1)
    found = [each for year in years if (each := _date(year, month, day)) is not None]
    return min(found, key=lambda each: abs((each - near).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_BETWEEN = regex(r"[,;/\n&+]|\s(?:ва|и|and)\s", re.IGNORECASE)
_WORDS = regex(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


def find_trainers(text: str, teachers: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the teachers whom a cell names, and the names that are none of them or more than one."""
    found: list[str] = []
    unknown: list[str] = []
    for name in filter(None, map(clean_text, _BETWEEN.split(text))):
        persons = [person for person, full in teachers.items() if _means(name, full)]
        if len(persons) == 1:
            found.append(persons[0])
        elif fold(name):
            unknown.append(name)
    return tuple(dict.fromkeys(found)), tuple(unknown)


def _means(name: str, full: str) -> bool:
    """Tell whether a name as written can be that of a person: the family name, the rest may be initials."""
    own = [fold_word(word) for word in _WORDS.findall(full)]
    written = [word for word in _WORDS.findall(name) if fold_word(word)]
    if not own or not written:
        return False
    rest = list(own)
    for word in written:
        folded = fold_word(word)
        initial = len(word) == 1
        match = next((each for each in rest if each.startswith(folded) if initial or each == folded), None)
        if match is None:
            return False
        rest.remove(match)
    return own[0] in {fold_word(word) for word in written if len(word) > 1}


SHORTEST_BREAK = 5
"""Minutes between two sessions from which the agenda shows a break."""
SHORTEST_LUNCH = 40
"""Minutes from which a break can be lunch."""
NOON = (11 * 60 + 30, 14 * 60 + 30)
"""Between these minutes of the day a break long enough is lunch."""


class BreakKind(StrEnum):
    """What happens between two sessions."""

    BREAK = "break"
    LUNCH = "lunch"


class AgendaBreak(Struct, frozen=True):
    """Time between two sessions, in minutes after midnight."""

    start: int
    end: int
    kind: BreakKind


class AgendaSession(Struct, frozen=True):
    """One session. `reason` says why it was cancelled."""

    number: int
    start: int
    end: int
    topic: Texts
    trainers: tuple[Texts, ...] = ()
    room: Texts = field(default_factory=Texts)
    cancelled: bool = False
    reason: str = ""


class AgendaDay(Struct, frozen=True):
    """One day, `number` counted from 1 among the days with sessions, its lines in the order of time."""

    day: date
    number: int
    lines: tuple[AgendaSession | AgendaBreak, ...]


class Agenda(Struct, frozen=True):
    """The agenda of a course."""

    facts: CourseFacts
    days: tuple[AgendaDay, ...]

    @property
    def sessions(self) -> tuple[AgendaSession, ...]:
        """Every session, cancelled ones too."""
        return tuple(line for day in self.days for line in day.lines if isinstance(line, AgendaSession))


def agenda_of(
    facts: CourseFacts,
    sessions: Iterable[Session],
    names: Mapping[str, Texts],
    rooms: Mapping[str, Texts],
) -> Agenda:
    """Return the agenda of sessions; `names` are those of trainers by person, `rooms` by what was typed."""
    by_day: dict[date, list[AgendaSession]] = {}
    for session in sorted(sessions, key=lambda each: (each.day, each.start, each.number)):
        line = AgendaSession(
            number=session.number,
            start=session.start,
            end=max(session.start, session.end),
            topic=session.topic,
            trainers=tuple(names[person] for person in session.trainers if person in names),
            room=rooms.get(session.room, Texts()),
            cancelled=session.state is SessionState.CANCELLED,
            reason=session.cancel_reason,
        )
        by_day.setdefault(session.day, []).append(line)
    days = (AgendaDay(day, number, _lines(by_day[day])) for number, day in enumerate(sorted(by_day), start=1))
    return Agenda(facts, tuple(days))


def _lines(sessions: list[AgendaSession]) -> tuple[AgendaSession | AgendaBreak, ...]:
    """Put breaks between sessions that leave time; sessions side by side leave none."""
    lines: list[AgendaSession | AgendaBreak] = []
    over: int | None = None
    for session in sessions:
        if over is not None and session.start - over >= SHORTEST_BREAK:
            lines.append(AgendaBreak(over, session.start, _kind(over, session.start)))
        lines.append(session)
        over = max(over or 0, session.end)
    return tuple(lines)


def _kind(start: int, end: int) -> BreakKind:
    """Return what a break is: a long one in the middle of the day is lunch."""
    first, last = NOON
    midday = min(end, last) - max(start, first)
    return BreakKind.LUNCH if end - start >= SHORTEST_LUNCH and midday >= SHORTEST_LUNCH else BreakKind.BREAK
