"""What changes while a form or a question is open.

Where another window or desk has changed the same field, a form asks which value counts. The card stands above
the fields and says by whom and from what to what: for each of them both values, to choose one. Nothing is
chosen beforehand; `kit.forms` saves once every line is answered.

Figures that are shown before something is done with them are followed by `ShownFigures`: it reads them again
whenever anything is written, and whenever they come into sight again, and tells what has changed. Its `stamp`
goes to the action, which refuses (shown.moved) where other figures stand there by then.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, override

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.actions.base.shown import MOVED
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import Meanwhile
from trainer_app.domain.base.texts import Texts
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Flag, FormField, Number, Own, Segments, Time
from trainer_app.ui.kit.language import Formats, formats
from trainer_app.ui.widgets.controls import ChoiceRow, Shape
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, announce, label

_LONG = 44
"""Letters that the title of a choice has room for; a longer value stands below it in full."""


class ValuesInDoubt(Struct, frozen=True):
    """One field that both changed. The words are asked for again whenever the language changes.

    `said` gives a value of it in words: those of the other window, and those typed here.
    """

    field: Meanwhile
    caption: Callable[[], str]
    said: Callable[[Any], str]


class _Pair(QWidget):
    """Both values of one field, each with a radio button, and in full below where they are long."""

    def __init__(self, prefix: str, doubt: ValuesInDoubt) -> None:
        super().__init__()
        name = f"{prefix}_{doubt.field.name}"
        self.setObjectName(name)
        self.doubt = doubt
        self.caption = label("body_strong", f"{name}_label")
        self.change = label("second", f"{name}_change", wrap=True)
        self.theirs = ChoiceRow(f"{name}_theirs", Shape.RADIO)
        self.yours = ChoiceRow(f"{name}_yours", Shape.RADIO)
        # A group of its own: Qt would count these to the radio buttons of the form, which stand further out.
        pair = QButtonGroup(self)
        pair.setObjectName(f"{name}_group")
        for row in self._rows():
            pair.addButton(row)
        self._full = {each: label("caption", f"{each.objectName()}_full", wrap=True) for each in self._rows()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.change)
        for row in self._rows():
            column.addWidget(row)
            column.addWidget(self._full[row])

    def _rows(self) -> tuple[ChoiceRow, ChoiceRow]:
        return self.theirs, self.yours

    def say(self, theirs: str, yours: str, changed: str) -> None:
        """Set every word; `theirs` and `yours` say whose value it is, `changed` from {was} to {now}."""
        self.caption.setText(self.doubt.caption())
        was, now = (" ".join(self.doubt.said(each).split()) for each in self._change())
        self.change.setText(changed.format(was=was, now=now))
        self.change.setVisible(was != now)
        values = _differing(self.doubt.field.theirs, self.doubt.field.yours)
        for row, value, whose in zip(self._rows(), values, (theirs, yours), strict=True):
            words = self.doubt.said(value)
            row.set_words(" ".join(words.split()), whose)
            row.setAccessibleName(f"{self.caption.text()}: {words} ({whose})")
            full = self._full[row]
            full.setText(words)
            full.setVisible(len(words) > _LONG)

    def _change(self) -> tuple[Any, Any]:
        """Return what it was opened with and what holds now."""
        field = self.doubt.field
        return _differing(field.was, field.now)


def _differing(theirs: Any, yours: Any) -> tuple[Any, Any]:
    """Return two values to be shown; of texts only the languages in which they are not the same."""
    if not (isinstance(theirs, Texts) and isinstance(yours, Texts)):
        return theirs, yours
    codes = [code for code in theirs if theirs[code] != yours[code]]
    return Texts({code: theirs[code] for code in codes}), Texts({code: yours[code] for code in codes})


class MeanwhileCard(Retranslated, QFrame):
    """The lines to decide. `taken` says for each field whether theirs counts; None while it is open."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "banner_due")
        self._pairs: list[_Pair] = []
        self._by: tuple[str, ...] = ()
        self.title = AnnouncedLabel("due_text", f"{name}_title")
        self.about = label("second", f"{name}_about", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(10)
        self._column.addWidget(self.title)
        self._column.addWidget(self.about)
        self.hide()

    @property
    def open(self) -> bool:
        """Tell whether something is asked."""
        return bool(self._pairs)

    def ask(self, doubts: Sequence[ValuesInDoubt], by: Sequence[str] = ()) -> None:
        """Show fields to decide, none of them decided; `by` are the people who changed them."""
        self.end()
        self._by = tuple(by)
        for doubt in doubts:
            pair = _Pair(self.objectName(), doubt)
            self._column.addWidget(pair)
            self._pairs.append(pair)
        self.show()
        self.retranslate()
        self._pairs[0].theirs.setFocus()

    def end(self) -> None:
        """Ask no more."""
        for pair in self._pairs:
            self._column.removeWidget(pair)
            pair.hide()
            # A pair of the same name may follow at once: only one of them is to be found in the form.
            pair.setParent(None)
            pair.deleteLater()
        self._pairs = []
        self.hide()

    def taken(self) -> list[tuple[Meanwhile, bool | None]]:
        """Return each field with whether theirs counts, ours (False), or neither is chosen yet (None)."""
        return [
            (pair.doubt.field, True if pair.theirs.isChecked() else False if pair.yours.isChecked() else None)
            for pair in self._pairs
        ]

    def urge(self) -> None:
        """Say that a line is still open, and go there."""
        self.title.say(lambda: self.tr("Choose for each line which value counts"))
        open_pairs = (pair for pair in self._pairs if not (pair.theirs.isChecked() or pair.yours.isChecked()))
        next(open_pairs).theirs.setFocus()

    @override
    def retranslate(self) -> None:
        if not self._pairs:
            return
        self.title.say(self._title)
        self.about.setText(
            self.tr(
                "While this form was open, the same was changed to something else. Nothing of it was saved "
                "and nothing overwritten. Choose which value counts, then save."
            )
        )
        self._say_pairs()
        # Fields whose names are said here may hear of another language after this card does.
        QTimer.singleShot(0, self, self._say_pairs)

    def _title(self) -> str:
        if self._by:
            #: {people}: one name, or several with commas between them
            return self.tr("Changed meanwhile by {people}").format(people=", ".join(self._by))
        return self.tr("Changed meanwhile in another window")

    def _say_pairs(self) -> None:
        theirs, yours = self.tr("Theirs: saved meanwhile"), self.tr("Yours: typed in this form")
        for pair in self._pairs:
            pair.say(theirs, yours, self.tr("Changed from “{was}” to “{now}”"))


def said_of(field: FormField[Any], value: Any, words: Formats) -> str:
    """Return a value of a field in words, as the form shows it."""
    match field:
        case Own(said=said) if said is not None:
            found = said(value)
        case Choice() | Segments():
            found = next((text for each, text in field.options if each == value), _plain(value, words))
        case Flag():
            found = _yes_no(bool(value))
        case Time():
            found = words.clock(value or 0)
        case Number():
            found = field.none if value is None else f"{value}{field.unit}"
        case _:
            found = _plain(value, words)
    return found.strip() or _blank()


def in_words(value: Any, words: Formats) -> str:
    """Return a text, a day, a list or a yes and no in words."""
    return _plain(value, words).strip() or _blank()


def _blank() -> str:
    return QCoreApplication.translate("MeanwhileCard", "(blank)")


def _plain(value: Any, words: Formats) -> str:
    match value:
        case None:
            return ""
        case Texts():
            lines = [f"{formats(code).name}: {text}" for code, text in value.items() if text]
            return "\n".join(lines)
        case bool():
            return _yes_no(value)
        case date():
            return words.day_long(value)
        case tuple() | list():
            return ", ".join(_plain(each, words) for each in value)
    return str(value)


def _yes_no(value: bool) -> str:
    translate = QCoreApplication.translate
    return translate("MeanwhileCard", "Yes") if value else translate("MeanwhileCard", "No", "answer")


_TOLD = 6


class Look(Struct, frozen=True):
    """What is shown: its stamp, the texts, and its figures by name to say which of them have changed.

    `about` stands above what is asked, `after` below it; `given` is a reason given before for the very same.
    """

    stamp: str
    about: str = ""
    after: str = ""
    figures: Mapping[str, str] = {}
    given: str = ""


class ShownFigures(QObject):
    """Follows what is shown in `owner`: `show` gets what is to be shown and what to say of its change.

    `now` is shown already. `read` returns None where it can no longer be asked about; then `gone` is called.
    """

    def __init__(
        self,
        context: AppContext,
        owner: QWidget,
        now: Look,
        read: Callable[[], Look | None],
        show: Callable[[Look, str], object],
        gone: Callable[[], object],
    ) -> None:
        super().__init__(owner)
        self.setObjectName(f"{owner.objectName()}_shown")
        self._context, self._owner = context, owner
        self._read, self._show, self._gone = read, show, gone
        self.now = now
        owner.installEventFilter(self)
        context.changes.announced.connect(self._hear)

    @property
    def stamp(self) -> str:
        """The stamp of what is shown."""
        return self.now.stamp

    def end(self) -> None:
        """Follow nothing any more."""
        self._owner.removeEventFilter(self)
        self._context.changes.announced.disconnect(self._hear)
        self.deleteLater()

    def look_again(self, *, refused: bool = False) -> None:
        """Read anew, and say what has changed; `refused`: something was to be done with what was shown."""
        before, now = self.now, self._read()
        if now is None:
            self._gone()
            return
        if before.stamp == now.stamp and not refused:
            return
        self.now = now
        words = self._say(before, self.now, refused=refused)
        self._show(self.now, words)
        announce(self._owner, words)

    def is_moved(self, error: TrainerError) -> bool:
        """Tell whether this is why something was refused; then what stands there now is shown."""
        if error.code != MOVED:
            return False
        self.look_again(refused=True)
        return True

    def eventFilter(self, _owner: QObject, event: QEvent) -> bool:
        """Look again when they come back into sight: nobody reads them while another tab is shown."""
        if event.type() == QEvent.Type.Show:
            self.look_again()
        return False

    def _hear(self, *_: object) -> None:
        if isValid(self._owner) and self._owner.isVisible():
            self.look_again()

    def _say(self, before: Look, now: Look, *, refused: bool) -> str:
        first = self._context.words(MOVED) if refused else self.tr("This has changed since it was shown:")
        return "\n".join((first, *differences(before.figures, now.figures)))


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> Sequence[str]:
    """Return "– Completions: 13 → 11" of the figures that are other ones; of many the first."""
    names = dict.fromkeys((*now, *before))
    told = [
        f"– {name}: {before.get(name, '0')} → {now.get(name, '0')}"
        for name in names
        if before.get(name) != now.get(name)
    ]
    return [*told[:_TOLD], *(["…"] if len(told) > _TOLD else [])]
