"""Qt's own dialogs for files and folders: each begins where the last one of its purpose ended.

Else in Documents. What is read comes from other folders than those into which papers are saved.

Qt's part of them is imported when one opens: every start makes the window, which says where they begin.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import safe_name


class FileDialog:
    """The four dialogs, under the names that Qt gives them; what was chosen is remembered."""

    last = ""
    """The folder in which something was chosen last; "" before anything was."""
    saved = ""
    """The folder into which something was saved last."""
    _keep: Callable[[str], object] = staticmethod(lambda _folder: None)
    _keep_saved: Callable[[str], object] = staticmethod(lambda _folder: None)

    @classmethod
    def begin(
        cls,
        last: str,
        keep: Callable[[str], object],
        saved: str = "",
        keep_saved: Callable[[str], object] = lambda _folder: None,
    ) -> None:
        """Go on with the folders of before; `keep` and `keep_saved` are told of each other one."""
        cls.last, cls._keep = last, staticmethod(keep)
        cls.saved, cls._keep_saved = saved, staticmethod(keep_saved)

    @classmethod
    def getOpenFileName(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", kinds: str = ""
    ) -> tuple[str, str]:
        """Ask for a file that is there."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getOpenFileName(parent, title, start or begin_in(), kinds)
        cls._remember(chosen)
        return chosen, kind

    @classmethod
    def getOpenFileNames(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", kinds: str = ""
    ) -> tuple[list[str], str]:
        """Ask for files that are there."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getOpenFileNames(parent, title, start or begin_in(), kinds)
        cls._remember(chosen[0] if chosen else "")
        return chosen, kind

    @classmethod
    def getSaveFileName(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", kinds: str = ""
    ) -> tuple[str, str]:
        """Ask under which name something is saved."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getSaveFileName(parent, title, start or begin_saving(), kinds)
        if chosen:
            cls._remember_saved(str(Path(chosen).parent))
        return chosen, kind

    @classmethod
    def getExistingDirectory(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", *, saving: bool = False, looked_at: bool = False
    ) -> str:
        """Ask for a folder: one to write into where something is `saving`.

        What is only `looked_at` must not change: no file is offered in it.
        """
        from PySide6.QtWidgets import QFileDialog

        begins = start or (begin_saving() if saving else begin_in())
        chosen = QFileDialog.getExistingDirectory(parent, title, begins)
        if chosen and saving:
            cls._remember_saved(chosen)
        elif chosen and not looked_at:
            cls._remember(str(Path(chosen) / "file"))
        return chosen

    @classmethod
    def _remember_saved(cls, folder: str) -> None:
        if folder != cls.saved:
            cls.saved = folder
            cls._keep_saved(folder)

    @classmethod
    def _remember(cls, chosen: str) -> None:
        folder = str(Path(chosen).parent) if chosen else cls.last
        if folder != cls.last:
            cls.last = folder
            cls._keep(folder)


def begin_in(last: str = "") -> str:
    """Return where a dialog begins that asks what is there: the folder used last, else Documents.

    `last` is where something of that kind was written before. On Windows Documents is where people look,
    wherever somebody moved it.
    """
    return _begin(FileDialog.last, last)


def begin_saving(last: str = "") -> str:
    """Return the folder in which a dialog begins that saves a file or files, likewise."""
    return _begin(FileDialog.saved, last)


def _begin(used: str, last: str) -> str:
    from PySide6.QtCore import QStandardPaths

    there = used if used and Path(used).is_dir() else last
    return there or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


#: Each is a part of the name of a file, in small letters; "-" is put between words
_NAMES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("FileNames", "agenda"),
    QT_TRANSLATE_NOOP("FileNames", "answers"),
    QT_TRANSLATE_NOOP("FileNames", "approved"),
    QT_TRANSLATE_NOOP("FileNames", "badges"),
    QT_TRANSLATE_NOOP("FileNames", "booklet"),
    QT_TRANSLATE_NOOP("FileNames", "cards"),
    QT_TRANSLATE_NOOP("FileNames", "certificates"),
    QT_TRANSLATE_NOOP("FileNames", "compact"),
    QT_TRANSLATE_NOOP("FileNames", "courses"),
    QT_TRANSLATE_NOOP("FileNames", "document"),
    QT_TRANSLATE_NOOP("FileNames", "end"),
    QT_TRANSLATE_NOOP("FileNames", "feedback"),
    QT_TRANSLATE_NOOP("FileNames", "follow-up"),
    QT_TRANSLATE_NOOP("FileNames", "help"),
    QT_TRANSLATE_NOOP("FileNames", "key"),
    QT_TRANSLATE_NOOP("FileNames", "post"),
    QT_TRANSLATE_NOOP("FileNames", "pre"),
    QT_TRANSLATE_NOOP("FileNames", "proof"),
    QT_TRANSLATE_NOOP("FileNames", "rating-grid"),
    QT_TRANSLATE_NOOP("FileNames", "ratings"),
    QT_TRANSLATE_NOOP("FileNames", "receipts"),
    QT_TRANSLATE_NOOP("FileNames", "recovery-key"),
    QT_TRANSLATE_NOOP("FileNames", "registration"),
    QT_TRANSLATE_NOOP("FileNames", "report"),
    QT_TRANSLATE_NOOP("FileNames", "results"),
    QT_TRANSLATE_NOOP("FileNames", "sample"),
    QT_TRANSLATE_NOOP("FileNames", "session"),
    QT_TRANSLATE_NOOP("FileNames", "sign-in"),
    QT_TRANSLATE_NOOP("FileNames", "some"),
    QT_TRANSLATE_NOOP("FileNames", "table-cards"),
    QT_TRANSLATE_NOOP("FileNames", "test-page"),
    QT_TRANSLATE_NOOP("FileNames", "tests"),
    QT_TRANSLATE_NOOP("FileNames", "trainer-diagnostics"),
)
NAME_PARTS = tuple(map(str, _NAMES))
"""What files are called that the window offers to save: people find them by words of their own language."""
_PARTS = regex(rf"(?<!\w)({'|'.join(sorted(map(str, NAME_PARTS), key=len, reverse=True))})(?!\w)")


def offered(name: str, last: str = "") -> str:
    """Return the path that a dialog offers for a new file: a name that every disk takes.

    What the program calls it (`NAME_PARTS`) is said in the language of the window.
    """
    return str(Path(begin_saving(last)) / safe_name(in_words(name)))


def in_words(name: str) -> str:
    """Return the name of a file with its own words in the language of the window; codes and days stay."""
    stem, dot, ending = name.rpartition(".")
    said = _PARTS.sub(lambda found: _said(found[1]), stem)
    return f"{said}{dot}{ending}"


def _said(part: str) -> str:
    return QCoreApplication.translate("FileNames", part).replace(" ", "-")
