"""Typing a participant's number goes there, digit by digit; what was typed stands in the grid's corner."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from trainer_app.domain.attendance import GridRow
from trainer_app.domain.badges import DIGITS, find_badge, is_badge_code
from trainer_app.ui.attendance.arranger import Arranger
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.grid_view import GridView

_DIGITS_APART = 1500  # milliseconds after which the next digit begins another number


class TypedNumber:
    """Collects digits as long as some number begins with them; then a new number begins."""

    def __init__(self) -> None:
        self.typed = ""

    def type(self, digit: int, numbers: Sequence[int]) -> int | None:
        """Add a digit; return the place of the number typed so far, None where there is no such number."""
        longer = f"{self.typed}{digit}"
        known = any(str(number).startswith(longer) for number in numbers)
        self.typed = longer if known else str(digit)
        return next((at for at, number in enumerate(numbers) if str(number) == self.typed), None)

    def forget(self) -> None:
        """Begin a new number with the next digit."""
        self.typed = ""


class TypedBadge:
    """Knows when the digits typed last are a badge's, for whoever types them without a field for it."""

    def __init__(self) -> None:
        self.digits = ""

    def type(self, digit: int, people: Sequence[GridRow]) -> str:
        """Add a digit; return the code once it is one of these people's, else ""."""
        self.digits = f"{self.digits}{digit}"[-DIGITS:]
        known = is_badge_code(self.digits) and find_badge(self.digits, [each.enrolment for each in people])
        return self.digits if known else ""

    def forget(self) -> None:
        """Begin anew with the next digit."""
        self.digits = ""


class NumberJump(QObject):
    """Goes to the person whose number is typed; ten digits of a badge of the course are no number."""

    badge_typed = Signal(str)
    """The digits of a badge that somebody typed without a pause."""

    def __init__(self, model: GridModel, view: GridView, arranger: Arranger) -> None:
        super().__init__(view)
        self.setObjectName("attendance_jump")
        self._model, self._view, self._arranger = model, view, arranger
        self._number = TypedNumber()
        self._going = False
        self._badge = TypedBadge()
        self._from = -1
        self.pause = QTimer(self)
        self.pause.setObjectName("attendance_digits_apart")
        self.pause.setSingleShot(True)
        self.pause.setInterval(_DIGITS_APART)
        self.pause.timeout.connect(self.end)
        view.moved.connect(self._moved)

    @property
    def typed(self) -> str:
        """The digits that the next one follows."""
        return self._number.typed

    def type(self, digit: int) -> None:
        """Add a digit and go to the number typed so far, in the same session, also if it is filtered out.

        The last digit of a badge goes back to where its first one was typed.
        """
        if not self._badge.digits:
            row = self._view.place[0]
            self._from = self._model.row_places[row] if row >= 0 else -1
        code = self._badge.type(digit, self._model.whole.rows)
        if code:
            self.end()
            self._arranger.reveal(self._from)
            self.badge_typed.emit(code)
            return
        place = self._number.type(digit, [row.number for row in self._model.whole.rows])
        if place is None:
            hint = self.tr("There is no number {number}").format(number=self._number.typed)
        else:
            hint = self.tr("No. {number}").format(number=self._number.typed)
            self._going = True
            self._arranger.reveal(place)
            self._going = False
        self._view.corner.show_hint(hint)
        self.pause.start()

    def end(self) -> None:
        """Let the next digit begin a new number."""
        self.pause.stop()
        self._number.forget()
        self._badge.forget()
        self._view.corner.show_hint("")

    def _moved(self, _row: int, _column: int) -> None:
        if not self._going:
            self.end()
