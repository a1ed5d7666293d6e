"""What a person sees: the only package with Qt.

May import: actions, system, domain. Inside, style < widgets < kit < one folder for each area < shell, and
areas do not import each other. Start reading at `shell/window`, then `kit/context`.
"""

# What `_compile_when_asked` compiles inherits this line from here, and PySide's own modules need it.
from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

_NAMES = ("errorhandler", "layout", "mapping", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
_sources: dict[object, Any] = {f"shibokensupport/signature/{name}.py": None for name in _NAMES}
_WHEN_ASKED = """
from trainer_app.ui import when_asked
__getattr__ = when_asked(globals())
def update_mapping():
    from shibokensupport.signature import mapping
    mapping.type_map
    return mapping.update_mapping()
"""
"""In place of a module's source. Of `mapping` PySide takes this function without asking for it."""
_compile = builtins.compile


def when_asked(names: dict[str, Any]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module, given its names, that is made when it is asked for the first."""
    filename = names["__name__"].replace(".", "/") + ".py"

    def find(name: str) -> Any:
        if not name.startswith("__") and names.pop("__getattr__", None) is not None:
            exec(_compile(_sources.pop(filename), filename, "exec"), names)
        try:
            return names[name]
        except KeyError:
            raise AttributeError(f"{filename} has no {name}") from None

    return find


def _compile_when_asked(source: Any, filename: Any, mode: str, *others: Any, **named: Any) -> Any:
    if filename in _sources:
        _sources[filename], source = source, _WHEN_ASKED
    return _compile(source, filename, mode, *others, **named)


# PySide compiles what reads the signatures of its functions at each start, from source: a third of an empty
# window's start. It is asked only about a wrong call, whose words it makes, and by whoever writes stubs.
vars(builtins)["compile"] = _compile_when_asked
try:
    import PySide6.QtCore  # noqa: F401
finally:
    vars(builtins)["compile"] = _compile

# PySide reads the source of every module that is imported after it, in search of its switch for other names
# of Qt's functions. Nobody here uses that switch, and reading was a twelfth of a start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
