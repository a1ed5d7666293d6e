"""The words of an agenda in Tajik, Russian and English: what its columns hold, what is a break."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from trainer_app.domain.folding import fold


class AgendaColumn(StrEnum):
    """What a column of an agenda holds. A topic without a language takes that of its letters."""

    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    START = "start"
    END = "end"
    LENGTH = "length"
    TOPIC = "topic"
    TOPIC_TG = "topic_tg"
    TOPIC_RU = "topic_ru"
    TOPIC_EN = "topic_en"
    TRAINER = "trainer"
    ROOM = "room"
    NOTHING = "nothing"


TOPICS = (AgendaColumn.TOPIC, AgendaColumn.TOPIC_TG, AgendaColumn.TOPIC_RU, AgendaColumn.TOPIC_EN)

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
_LANGUAGES = {
    AgendaColumn.TOPIC_TG: "тоҷикӣ|тоҷ|таджикский|таджикском|тадж|tajik|tg|taj",
    AgendaColumn.TOPIC_RU: "русӣ|рус|русский|русском|russian|ru|rus",
    AgendaColumn.TOPIC_EN: "англисӣ|инглисӣ|англ|английский|английском|english|en|eng",
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
_PARTS = re.compile(r"[/\n|()\[\]:;,]+")
_LONGEST_HEADING = 80


def _folded(words: str) -> list[str]:
    return [fold(each) for each in words.split("|") if fold(each)]


_EXACT = {each: column for column, words in _HEADINGS.items() for each in _folded(words)}
_LANGUAGE_OF = {each: column for column, words in _LANGUAGES.items() for each in _folded(words)}
_BREAK_WORDS = frozenset(_folded(_BREAKS))
_BREAK_LENGTH = 5


@lru_cache(maxsize=4096)
def recognise(heading: str) -> AgendaColumn | None:
    """Return what a heading means: "Рӯз / Day", "Тема (на русском)", "Time"."""
    text = heading.strip()
    if not text or len(text) > _LONGEST_HEADING:
        return None
    if text in ("№", "#", "№№"):
        return AgendaColumn.NUMBER
    found = next((_EXACT[each] for each in map(fold, (text, *_PARTS.split(text))) if each in _EXACT), None)
    words = fold(text).split()
    found = found or _inside(words)
    if found is AgendaColumn.TOPIC:
        languages = {_LANGUAGE_OF[word] for word in words if word in _LANGUAGE_OF}
        return languages.pop() if len(languages) == 1 else found
    return found


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
