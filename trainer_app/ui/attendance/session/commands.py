"""What keys and menus do in the session view: marking and replacing people, remarks, locking.

Also walk-ins and the count of heads.

Marks are made by the grid's own marking, for the person who is current in the table.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.actions.courses import enrolments, sessions
from trainer_app.domain.attendance.marks import GridRow, Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.ui.attendance.key_input import TypedBadge, TypedDigit, TypedLetter, TypedNumber
from trainer_app.ui.attendance.marking import MarkingController
from trainer_app.ui.attendance.session.cards import PersonMenu
from trainer_app.ui.attendance.session.model import SessionColumn, SessionModel
from trainer_app.ui.attendance.session.scanner import scan_controller_of
from trainer_app.ui.attendance.session.view import SessionView
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.person_form import ReplacementForm, WithdrawForm
from trainer_app.ui.kit.screens import why_withheld
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import announce


class SessionMarkingController(QObject):
    """Holds the marking of one course at a time; rows are those of the list, in their order."""

    message = Signal(str)
    """A quiet message."""
    written = Signal(object)
    """The Changes of a step that was saved."""
    counted = Signal()
    """Heads may be others."""
    session_requested = Signal(int)
    """Another session of the course is to be shown: its column."""
    name_requested = Signal(str)
    """Somebody is looked for; the letters of the name that were typed already."""
    badge_typed = Signal(str)
    """Ten digits typed into the list are a badge's."""

    def __init__(
        self, context: AppContext, words: AttendanceWording, rows: SessionModel, view: SessionView
    ) -> None:
        super().__init__(view)
        self.setObjectName("room_marking")
        self._context, self._words, self._rows, self._view = context, words, rows, view
        self._number, self._badge = TypedNumber(), TypedBadge()
        self.goes_on = True
        """Whether a key that marks goes on to the next person."""
        self._word_at = self._gone_on_from = self._minutes_at = -1
        self.now: MarkingController | None = None
        self.barred = ""
        """Why whoever is here marks nobody; empty to who may."""
        view.mark_clicked.connect(self.unless_barred(self.mark))
        view.letter_key.connect(self._take_letter)
        view.other_key.connect(self._end_word)
        view.find_key.connect(lambda: self._find(""))
        view.digit_key.connect(self._take_digit)
        view.erase_key.connect(self.unless_barred(self._erase))
        view.down_key.connect(self._step_down)
        view.clear_key.connect(self.unless_barred(self._take_away))
        view.repeat_key.connect(self.unless_barred(self._repeat))
        view.rest_key.connect(self.unless_barred(self.mark_rest))
        view.undo_key.connect(self.undo)
        view.redo_key.connect(self.redo)
        view.moved.connect(self._moved)
        rows.typed.connect(self._typed)

    def unless_barred[**P](self, act: Callable[P, object]) -> Callable[P, None]:
        """Return what does something that writes, or says to who may not why."""

        def done(*args: P.args, **values: P.kwargs) -> None:
            if self.barred:
                self.message.emit(self.barred)
            else:
                act(*args, **values)

        return done

    def follow_role(self) -> str:
        """Read what whoever is here may do; return why they mark nobody, empty to who may."""
        context = self._context
        why = context.ask(lambda _work: why_withheld(context, "attendance/attendance/mark"))
        if why is not None:
            self.barred, self._rows.barred = why, bool(why)
        return self.barred

    def open(self, course: str) -> MarkingController:
        """Read another course."""
        old, context = self.now, self._context
        made = MarkingController(context.work, course, self._words, self._view, lambda: context.jobs.writing)
        made.message.connect(self.message)
        made.locked.connect(self.message)
        made.failed.connect(context.tell_error)
        made.written.connect(self.written)
        made.unchanged.connect(lambda words: announce(self._view, words))
        made.model.counted.connect(self.counted)
        self.now = made
        self._rows.show_grid(made.model)
        if old is not None:
            old.deleteLater()
        made.load()
        return made

    def mark(self, mark: Mark) -> None:
        """Mark the current person."""
        if not self._asks_ahead(mark, lambda: self.mark(mark)):
            self._here(lambda each, at: each.mark(at, self._rows.column, mark))

    def clear(self) -> None:
        """Take the mark of the current person away."""
        self._here(lambda each, at: each.clear(at, self._rows.column))

    def mark_rest(self) -> None:
        """Mark everybody of the session present who has no mark yet, as one step."""
        if self.now is not None and self._rows.session is not None:
            self.now.ask_rest(self._rows.column)

    def undo(self) -> None:
        """Take back the newest step, if it belongs here; minutes typed after "late" go with it."""
        if self.now is not None and self._context.may_undo():
            self._travel(self.now.undo)

    def redo(self) -> None:
        """Do again what was taken back, if it belongs here."""
        if self.now is not None and self._context.may_redo():
            self._travel(self.now.redo)

    def _travel(self, act: Callable[[], tuple[int, int] | None]) -> None:
        """Go to what a step changed, with the keyboard, unless a refusal has it."""
        before = list(self._rows.grid.rows) if self._rows.grid is not None else []
        held = QApplication.focusWidget()
        changed = act()
        if not self.follow_replacement(before):
            self._go_to(changed)
        if QApplication.focusWidget() in (held, None) and self._view.isVisible():
            self._view.setFocus()

    def follow_replacement(self, before: Sequence[GridRow], current: GridRow | None = None) -> bool:
        """Go to who stands now where somebody was replaced or came back; False if nobody was."""
        place = self._rows.place_replaced(before, current)
        if place >= 0:
            self._view.go_to(place, SessionColumn.MARK)
            self._view.show_whole()
        return place >= 0

    def _here(self, act: Callable[[MarkingController, int], object]) -> None:
        """Do something with the current person; the row is that of the grid."""
        self._forget_digits()
        if self._view.place >= 0 and self.now is not None:
            act(self.now, self._rows.shown[self._view.place])

    def _asks_ahead(self, mark: Mark | None, then: Callable[[], object]) -> bool:
        """Ask before the first mark long before its session; False where nothing is asked."""
        place = self._view.place
        if self.now is None or place < 0:
            return False
        return self.now.asks_ahead(self._rows.shown[place], self._rows.column, mark, then)

    def _forget_digits(self) -> None:
        self._number.forget()
        self._badge.forget()

    def _take_letter(self, letter: TypedLetter) -> None:
        """Mark, begin the minutes left early, or look for the name that begins with the letters so far."""
        self._forget_digits()
        if self.barred:
            # Who marks nobody looks somebody up: each letter begins a name.
            if letter.text.isalpha():
                self._find(letter.text)
            else:
                self.message.emit(self.barred)
            return
        if self._asks_ahead(letter.mark, lambda: self._take_letter(letter)):
            return
        if self.now is not None:
            if letter.early and not letter.text.isalpha():
                self._return_to(self._gone_on_from)
            self._gone_on_from = -1
            row = self._row_of_letter(letter)
            taken = self.now.take_letter(row, self._rows.column, letter, moves=self.goes_on)
            if self.now.word_begins:
                self._word_at = row
            if taken.name:
                # The letters before have marked others on the way: the search begins where the name began.
                # With its mark that row had left those without one.
                if self._word_at not in self._rows.shown:
                    self._rows.follow()
                self._return_to(self._word_at)
                self._find(taken.name)
            elif taken.marked:
                self._go_on()
            self._minutes_at = row if self.goes_on and self.now.typing else -1

    def _row_of_letter(self, letter: TypedLetter) -> int:
        """Return whom a letter is of: after what minutes may follow, "late" or a minus, the next person."""
        place = self._view.place
        row = self._rows.shown[place] if place >= 0 else -1
        assert self.now is not None
        ended = row == self._minutes_at and self.now.typing and not self.now.unfit
        if letter.mark is not None and not letter.early and ended:
            self._view.step(1)
            row = self._rows.shown[self._view.place]
        self._minutes_at = -1
        return row

    def _repeat(self) -> None:
        """Set the last mark again."""
        if self.now is None or self._asks_ahead(self.now.last_mark, self._repeat):
            return

        def again(each: MarkingController, at: int) -> None:
            if each.repeat(at, self._rows.column):
                self._go_on()

        self._here(again)

    def _go_on(self) -> None:
        """Go to the next person, unless minutes may follow the mark."""
        if self.goes_on and self.now is not None and not self.now.typing:
            here = self._rows.shown[self._view.place]
            self._view.step(1)
            self._gone_on_from = here

    def _step_down(self) -> None:
        """Go to the next person; Enter after a mark or a number that went there by itself goes no further."""
        arrived, self._gone_on_from = self._gone_on_from >= 0 or bool(self._number.typed), -1
        self._forget_digits()
        if not arrived:
            self._view.step(1)

    def _take_away(self) -> None:
        """Take a mark away; right after going on that of the person before."""
        self._return_to(self._gone_on_from)
        self.clear()

    def _erase(self) -> None:
        """Take the last digit or mark back; right after going on that is the mark of the person before."""
        self._return_to(self._gone_on_from)
        self._here(lambda each, at: each.erase(at, self._rows.column))

    def _return_to(self, row: int) -> None:
        if row in self._rows.shown:
            self._view.go_to(self._rows.shown.index(row), SessionColumn.MARK)

    def _find(self, letters: str) -> None:
        """Look for a name; letters that were typed already begin it."""
        self._forget_digits()
        if self.now is not None:
            self.now.end_minutes()
            self.name_requested.emit(letters)

    def end_typed(self) -> bool:
        """End the minutes or the number that is being typed; False where none is."""
        typed = bool(self._number.typed) or (self.now is not None and self.now.typing)
        self._forget_digits()
        if self.now is not None:
            self.now.end_minutes()
        return typed

    def expect_mark(self) -> None:
        """Know that somebody was looked up by name or number: the next letter is a mark."""
        if self.now is not None:
            self.now.expect_mark()

    def _end_word(self) -> None:
        if self.now is not None:
            self.now.end_word()

    def _take_digit(self, typed: TypedDigit) -> None:
        """Minutes after L, else a number to go to."""
        place = self._view.place
        if place < 0 or self.now is None:
            return
        digit = typed.digit
        if self.now.digit(self._rows.shown[place], self._rows.column, digit, typed.at):
            return
        code = self._badge.type(digit, self.now.model.rows)
        if code:
            self._forget_digits()
            self.badge_typed.emit(code)
            return
        numbers = [self._rows.row(each).number for each in range(self._rows.rowCount())]
        found = self._number.type(digit, numbers)
        if found is not None:
            number, code = self._number.typed, self._badge.digits
            self._view.go_to(found)
            self._number.typed, self._badge.digits = number, code
            self.expect_mark()

    def _typed(self, row: int, part: int, text: str) -> None:
        """Take over what was typed into a field of a row."""
        marking, column = self.now, self._rows.column
        if marking is None:
            return
        if part == SessionColumn.REMARK:
            marking.set_remark(row, column, text)
            return
        if text and not text.isdecimal():
            self.message.emit(self.tr("Type whole minutes."))
            return
        if part == SessionColumn.LATE:
            if marking.asks_ahead(row, column, Mark.LATE, lambda: self._typed(row, part, text)):
                return
            marking.mark(row, column, Mark.LATE)
        elif not marking.leave_early(row, column):
            marking.end_minutes()
            return
        for digit in str(int(text or "0")):
            marking.digit(row, column, int(digit))
        marking.end_minutes()

    def _moved(self, place: int) -> None:
        """Let the next digit begin a number, and whoever is done leave the list."""
        self._forget_digits()
        self._gone_on_from = self._minutes_at = -1
        if self.now is not None:
            self.now.end_minutes()
        enrolment = self._rows.row(place).enrolment if place >= 0 else ""
        self._rows.keep(place)
        if enrolment and self._rows.place_of(enrolment) != self._view.place:
            self._view.go_to(self._rows.place_of(enrolment))

    def _go_to(self, place: tuple[int, int] | None) -> None:
        """Go to what a step changed, also in another session."""
        if place is None:
            return
        row, column = place
        if column != self._rows.column:
            self.session_requested.emit(column)
        if row in self._rows.shown:
            self._view.go_to(self._rows.shown.index(row))


_PICTURES = "*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.pdf"


class SessionPageCommands(QObject):
    """Writes with the page as the source, and keeps the way back in sight."""

    done = Signal()
    """Something was written: the page is to be read anew."""

    def __init__(
        self,
        context: AppContext,
        words: AttendanceWording,
        rows: SessionModel,
        marking: SessionMarkingController,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self.setObjectName("room_acts")
        self._context, self._words, self._rows = context, words, rows
        self._marking, self._page = marking, page

    @cached_property
    def reason(self) -> ReasonForm:
        """Ask for the reason of a decision."""
        return ReasonForm(self._context, self._page)

    @cached_property
    def replacement(self) -> ReplacementForm:
        """Ask who came in whose place."""
        return ReplacementForm(self._context, self._page)

    def add_walk_in(self, course: str, name: str, *, known: bool) -> str:
        """Add somebody by name alone, or by a known person's key; return the enrolment, "" if refused."""
        session = self._rows.session
        day, since = (session.day, session.key) if session is not None else (None, None)
        add = enrolments.add_known if known else enrolments.add_walk_in
        changes = self._context.attempt(add, self._page, course, name, first_day=day, since=since)
        return (changes.key or "") if changes is not None else ""

    def open_menu(self, view: SessionView, at: QPoint) -> None:
        """Offer what else can be done with the current person."""
        if view.place >= 0:
            self.make_menu(view).open_at(view.viewport().mapToGlobal(at))

    def make_menu(self, view: SessionView) -> PersonMenu:
        """Make the menu of the current person."""
        row = self._rows.row(view.place)
        expected = self._rows.cell(view.place) is not None
        menu = PersonMenu(self._words, row, self._rows.replaceable(row), self._page, expected=expected)
        acts: dict[str, Callable[[], object]] = {
            "clear": self._marking.clear,
            "remark": view.edit_remark,
            "early": view.edit_early,
            "history": view.history_key.emit,
            "rest": self._marking.mark_rest,
            "was_here": lambda: self._marking.mark(Mark.PRESENT),
            "replaced_by": lambda: self._ask_who_came(row),
            "withdraw": lambda: self._withdraw(view.place),
        }
        menu.requested.connect(lambda name: acts[name]())
        session = self._rows.session
        since = session.key if session is not None else None
        menu.replaces.connect(lambda key: self._write(enrolments.replace, key, row.enrolment, since))
        return menu

    def _ask_who_came(self, row: GridRow) -> None:
        """Ask who came in somebody's place, from the session that is shown on."""
        now, session = self._marking.now, self._rows.session
        if now is not None and session is not None:
            self.replacement.open_absent(now.course, row.enrolment, session.key)

    @cached_property
    def withdrawal(self) -> WithdrawForm:
        """Ask from when on somebody is off the list, and why."""
        return WithdrawForm(self._context, self._page)

    def _withdraw(self, place: int) -> None:
        now = self._marking.now
        if now is not None and place >= 0:
            row = self._rows.shown[place]
            leaves = now.leaves_from(row, self._rows.column)
            self.withdrawal.open_for(now.course, self._rows.row(place).enrolment, leaves)

    def change_session(self, name: str) -> None:
        """Hold, lock, restore; cancel and unlock with a reason."""
        session = self._rows.session
        if session is None:
            return
        key = session.key
        plain = {"hold": sessions.hold_session, "lock": sessions.lock_session}
        plain["restore"] = sessions.restore_session
        if name in plain:
            self._write(plain[name], key)
            return
        if name == "cancel":
            about = self.tr("It counts for nobody. Marks are kept and come back with it.")
            accept, action = self.tr("Cancel session"), sessions.cancel_session
        else:
            about = self.tr("Its marks can be changed again.")
            accept, action = self.tr("Open again"), sessions.unlock_session
        self.reason.ask(accept, about, accept, lambda reason: action(self._context.work, key, reason))

    def toggle_lock(self) -> None:
        """Lock the session, or ask why it is opened again."""
        session = self._rows.session
        if session is not None:
            self.change_session("unlock" if session.locked else "lock")

    def count(self, counted: int | None) -> None:
        """Keep how many heads or signatures somebody counted."""
        if self._marking.now is not None and self._rows.session is not None:
            self._marking.now.count_heads(self._rows.session.key, counted)
            self.done.emit()

    def scan(self, digits: str) -> None:
        """Mark by the digits of a badge."""
        scan_controller_of(self._context, self._page).scan(digits)

    def choose_files(self) -> None:
        """Ask for pictures, and mark everybody whose badge is on them."""
        title = self.tr("Pictures or PDF files with badges")
        kinds = self.tr("Pictures and PDF files ({kinds})").format(kinds=_PICTURES)
        names, _ = FileDialog.getOpenFileNames(self._page, title, "", kinds, purpose=Purpose.SCANS)
        self.read_files([Path(name) for name in names])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Mark everybody whose badge is on these pictures."""
        scan_controller_of(self._context, self._page).read_files(paths)

    def _write(self, action: Callable[..., Changes], *values: object) -> None:
        changes = self._context.attempt(action, self._page, *values)
        if changes is not None:
            self._context.offer_undo(changes)
            self.done.emit()
