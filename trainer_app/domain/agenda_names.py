"""Who teaches, as an agenda writes it: "Назарова Д.", "Каримов ва Саидова", against the course's teachers."""

import re
from collections.abc import Mapping

from trainer_app.domain.folding import fold, fold_word
from trainer_app.domain.letters import clean_text

_BETWEEN = re.compile(r"[,;/\n&+]|\s(?:ва|и|and)\s", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


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
