"""What a person sees: the only package with Qt.

May import: actions, system, domain. Inside, style < widgets < kit < one folder for each area < shell, and
areas do not import each other. Start reading at `shell/window`, then `kit/context`.
"""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide reads the source of every module that is imported after it, in search of its switch for other names
# of Qt's functions. Nobody here uses that switch, and reading was a twelfth of a start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
