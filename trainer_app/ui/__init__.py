"""What a person sees: the only package with Qt.

May import: actions, system, domain. Inside, style < widgets < kit < one folder for each area < shell, and
areas do not import each other. Start reading at `shell/window`, then `kit/context`.
"""

import builtins
import gc

import PySide6.QtCore  # noqa: F401

# Two habits that made a start a fifth longer. PySide reads the source of every module that is imported after
# it, in search of its switch for other names of Qt's functions, which nobody here uses.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
# And Python looks for garbage whenever there are 2,000 objects more; a start makes 110,000 that all stay.
gc.set_threshold(150_000, *gc.get_threshold()[1:])
