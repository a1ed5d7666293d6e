"""What a person sees: the only package with Qt.

May import: actions, system, domain. Inside, style < widgets < kit < one folder for each area < shell, and
areas do not import each other. Start reading at `shell/window`, then `kit/context`.
"""

import builtins
import re
from typing import Any

_LONG = 5_000
"""Letters from which on a pattern is made when it is used: PySide's are longer, all others are not."""
_compile = re.compile


class _LatePattern:
    """In place of a pattern or of one of its methods, which whoever compiles it may keep for later."""

    def __init__(self, text: str, flags: int, method: str = "") -> None:
        self._text, self._flags, self._method = text, flags, method

    def __getattr__(self, name: str) -> "_LatePattern":
        if not hasattr(re.Pattern, name):
            raise AttributeError(name)
        return _LatePattern(self._text, self._flags, name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        return getattr(_compile(self._text, self._flags), self._method)(*given, **named)


def _compile_short(pattern: Any, flags: int = 0) -> Any:
    late = isinstance(pattern, str) and len(pattern) > _LONG
    return _LatePattern(pattern, flags) if late else _compile(pattern, flags)


# PySide compiles three patterns that read the signatures of its functions, for words about a wrong call and
# for writers of stubs: a fortieth of a start to Today.
vars(re)["compile"] = _compile_short
try:
    import PySide6.QtCore  # noqa: F401
finally:
    vars(re)["compile"] = _compile

# PySide reads the source of every module that is imported after it, in search of its switch for other names
# of Qt's functions. Nobody here uses that switch, and reading was a twelfth of a start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
