"""The one catalogue of words: what the core, the papers, the command line and the check page say.

The words lie in `resources/i18n/messages/<topic>.json`, as {"topic.code": {"en": ..., "ru": ..., "tg": ...}};
a topic is read when it is first asked for. A sentence holds placeholders `{name}`. A number may choose
between forms: `{count} {count:day|days}` in English, three forms in Russian (`{count:день|дня|дней}`).
`{field!c}` begins with a capital.
"""

import functools
import logging
import re
import string
from collections.abc import Mapping
from pathlib import Path

import msgspec

from trainer_app.domain.base.texts import Texts, plural_form


def program_folder() -> Path:
    """Return the folder that the program lies in: the top of a checkout, or a version of a built program.

    A built program is one archive, `trainer_app.zip`; its folder is the one that holds the archive.
    """
    top = Path(__file__).resolve().parents[3]
    return top.parent if top.suffix == ".zip" else top


def resources_root() -> Path:
    """Return the folder `resources`: it lies beside the folder `trainer_app`, or beside its archive."""
    return program_folder() / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files: `resource("icons", "today.svg")`."""
    return resources_root().joinpath(*parts)


_log = logging.getLogger(__name__)
_TOPIC = re.compile(r"[a-z0-9_]+")


@functools.cache
def topic(name: str) -> Mapping[str, Texts]:
    """Return the sentences of a topic by code, read once; none for a topic that nobody wrote."""
    path = resource("i18n", "messages", f"{name}.json")
    # Codes also come from files of others, so that a name is no path before it was looked at.
    if not _TOPIC.fullmatch(name) or not path.is_file():
        return {}
    found: dict[str, dict[str, str]] = msgspec.json.decode(path.read_bytes())
    return {code: Texts.read(sentences) for code, sentences in found.items()}


def find_words(code: str) -> Texts | None:
    """Return the sentence of a code in every language; None for a code that nobody wrote."""
    return topic(code.partition(".")[0]).get(code)


def words(code: str) -> Texts:
    """Return the sentence of a code in every language; an unknown code is shown readably, and logged."""
    found = find_words(code)
    if found is None:
        _log.warning("no words for %s", code)
        return Texts.same(readable(code))
    return found


def word(code: str, language: str) -> str:
    """Return the sentence of a code as it stands, without values."""
    return words(code).best(language)


def readable(code: str) -> str:
    """Return an unknown code as a person can read it."""
    return code.rpartition(".")[2].replace("_", " ")


def capital(text: str) -> str:
    """Return words as they stand alone: their first letter is a capital."""
    return text[:1].upper() + text[1:]


def fill(code: str, language: str, values: Mapping[str, object]) -> str:
    """Return the sentence of a code with its values; a missing one leaves its placeholder and is logged."""
    return _Formatter(code, language).vformat(word(code, language), (), values)


class _Formatter(string.Formatter):
    """`str.format` with plural forms, which leaves a placeholder without a value as it is."""

    def __init__(self, code: str, language: str) -> None:
        self._code = code
        self._language = language

    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, object]) -> tuple[object, str]:
        """Look a value up by its plain name."""
        if field_name not in kwargs:
            _log.warning("message %s lacks the value %s", self._code, field_name)
            return f"{{{field_name}}}", field_name
        return kwargs[field_name], field_name

    def convert_field(self, value: object, conversion: str | None) -> object:
        """Begin with a capital where the sentence says so: `{field!c}`."""
        return capital(str(value)) if conversion == "c" else super().convert_field(value, conversion)

    def format_field(self, value: object, format_spec: str) -> str:
        """Choose a form when the specification holds forms, else format as usual."""
        if "|" in format_spec:
            forms = format_spec.split("|")
            number = value if isinstance(value, int) else 0
            return forms[plural_form(self._language, abs(number), len(forms))]
        try:
            return format(value, format_spec)
        except (TypeError, ValueError):
            return str(value)
