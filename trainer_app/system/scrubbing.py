"""Keeps names and notes out of what is written to logs and crash reports: ids pass, other text does not.

A word passes when it is a number, a compound lower-case identifier (a code, a module, an id), a serial or
device code (capitals *with* a digit), the name of an exception, or a word of the vocabulary: entities,
fields and some technical words. Anything else - Cyrillic, capitalised, quoted, unknown - becomes an ellipsis.
What is lost is wording; what is kept is where it happened and to which row.
"""

import re
import traceback

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.schema import ENTITIES

HIDDEN = "…"

_PASSES = re.compile(
    r"(?=.*[0-9._:/=])(?=.*[a-z])[a-z0-9_]+([._:/=\-][a-z0-9_]+)+"  # codes, paths of modules, keys
    r"|(?=[a-z]*[0-9])[a-z0-9]+"  # hexadecimal ids
    r"|(?=[A-Z0-9\-]*[A-Z])(?=[A-Z\-]*[0-9])[A-Z0-9]+(-[A-Z0-9]+)*"  # KD07, KD07-0123-X
    r"|-?[0-9][0-9.,:%]*"
    r"|[A-Z]?[a-zA-Z]*(Error|Exception|Warning|Interrupt|Cancelled|Exit)"
)
_TECHNICAL = (
    "a after already an and archive as at attribute be before bytes call can cannot closed column constraint "
    "could database disk does done error expected export failed file folder for found from full got has have "
    "import in index integer invalid is it item key line list locked malformed missing must no not object of "
    "on open opened or out program range read record row rows step string such syntax table text than that "
    "the thread to too type unable unexpected unknown value was were when with write written "
    "CHECK DELETE FOREIGN INSERT KEY NULL SELECT UNIQUE UPDATE EACCES EDQUOT EIO ENOENT ENOSPC EPERM EROFS"
)
_VOCABULARY = frozenset(
    [*_TECHNICAL.split(), *ENTITIES, *(field for entity in ENTITIES.values() for field in entity.fields)]
)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|«[^»]*»|“[^”]*”")
_LONGEST_ID = 40
"""Letters of an id without any mark between: what is longer may be a key, written as hexadecimal digits."""
_LONG = re.compile(rf"[A-Za-z0-9]{{{_LONGEST_ID + 1},}}")
_EDGES = "()[]{}<>,;:.!?"


def scrub(text: str) -> str:
    """Return the text with every word hidden that could be a name or a note."""
    without_quotes = _QUOTED.sub(HIDDEN, text)
    return " ".join(_word(word) for word in without_quotes.split())


def _word(word: str) -> str:
    core = word.strip(_EDGES)
    if not core or core == HIDDEN:
        return word
    passes = core in _VOCABULARY or (_PASSES.fullmatch(core) is not None and not _LONG.search(core))
    return word if passes else word.replace(core, HIDDEN)


def trace(error: BaseException) -> str:
    """Return an exception and its causes as text: types, places, codes; no source lines, no values.

    A place is module path, line and function. The chain goes from the first cause to the last error.
    """
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused\n".join(_one(each) for each in reversed(chain))


def _one(error: BaseException) -> str:
    places = [
        f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([*places, f"{type(error).__module__}.{type(error).__qualname__}: {_message(error)}"])


def _message(error: BaseException) -> str:
    match error:
        case TrainerError():
            return error.code
        case OSError():
            return f"errno {error.errno}"
    return scrub(str(error))


def _module(filename: str) -> str:
    """Return the end of a path only: its beginning holds the name of the person at this computer."""
    parts = filename.replace("\\", "/").split("/")
    for root in ("trainer_app", "site-packages", "tests"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]
