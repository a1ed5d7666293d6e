"""Regular expressions that are compiled when they are first used.

A start imports a hundred of them and uses five: compiling them all took longer than reading the day.
"""

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _Late:
    """In place of a pattern; the real one is made by the first question for one of its methods."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there: from now on the methods are, at the price of any other name.
        made: Any = re.compile(self._text, self._flags)
        self.__dict__.update({each: getattr(made, each) for each in _METHODS})
        return getattr(made, name)


def regex[Text: (str, bytes)](text: Text, flags: int = 0) -> re.Pattern[Text]:
    """Return a pattern that is compiled by its first use, for the names of a module.

    It is used by its methods: the functions of `re` take it for no pattern. A text that is none raises
    re.error there, not here.
    """
    return cast("re.Pattern[Text]", _Late(text, flags))
