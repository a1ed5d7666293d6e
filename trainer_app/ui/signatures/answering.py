"""What answers in the list of differences do, and where the keyboard goes after them."""

from PySide6.QtCore import QObject, Qt, Signal

from trainer_app.domain.attendance import Mark
from trainer_app.domain.reconciliation import Difference
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.answers import right_tick
from trainer_app.ui.signatures.side_card import SideCard
from trainer_app.ui.signatures.ticking import Ticking


class Answering(QObject):
    """Stands between the list, the answers below it and the sheet of a page.

    `place_asked(line, session)` asks the page to show a place, `count_asked(session)` to let the count of
    a session (its key) be typed, `paper_asked` for the keyboard to go back to the paper.
    """

    place_asked = Signal(int, int)
    count_asked = Signal(str)
    paper_asked = Signal()

    def __init__(self, desk: Desk, ticking: Ticking, side: SideCard, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_answering")
        self._desk, self._ticking, self._side = desk, ticking, side
        listed, answers = self._side.list, self._side.answers
        listed.chosen.connect(self._chosen)
        listed.reason_key.connect(answers.give_reason)
        listed.mark_key.connect(self._change_mark)
        listed.tick_key.connect(self._right_tick)
        listed.alike_key.connect(answers.turn_alike)
        listed.words_key.connect(answers.ask_words)
        listed.open_key.connect(self._open_again)
        listed.left.connect(self.paper_asked)
        answers.reason_given.connect(self._settle)
        answers.mark_given.connect(self._change_mark)
        answers.tick_asked.connect(self._right_tick)
        answers.open_asked.connect(self._open_again)
        answers.left.connect(listed.setFocus)
        answers.person_asked.connect(self._ask_person)
        answers.count_asked.connect(self._ask_count)

    def start(self, *, keep: bool = False) -> None:
        """Go to the differences: to the first one, or with `keep` to the one that is current."""
        listed, found = self._side.list, self._side.model.found
        if not found:
            return
        if not keep or listed.current() is None:
            listed.choose(0)
        listed.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()
        current = listed.current()
        if current is not None:
            self._show_place(current)

    def refresh(self) -> None:
        """Offer the answers to the difference that is current."""
        found, view = self._side.list.current(), self._ticking.view
        if found is None or view is None:
            self._side.answers.set_difference(None)
        else:
            session = next(each for each in view.sessions if each.key == found.session)
            self._side.answers.set_difference(
                found,
                may_mark=not (session.locked or session.cancelled),
                alike=len(view.alike(found)),
            )

    def _settle(self, reason: str) -> None:
        found = self._side.list.current()
        view = self._ticking.view
        if found is None or view is None:
            return
        chosen = view.alike(found) if self._side.answers.alike.isChecked() else [found]
        if self._ticking.settle(chosen, reason):
            self.go_on()

    def _open_again(self) -> None:
        found = self._side.list.current()
        if found is not None and found.settled:
            self._ticking.unsettle(found)
            self._side.list.setFocus()

    def _change_mark(self, mark: Mark) -> None:
        found = self._side.list.current()
        if found is not None and found.open and found.enrolment and self._ticking.mark(found, mark):
            self.go_on()

    def _right_tick(self) -> None:
        found = self._side.list.current()
        if found is None or not found.open or not found.enrolment:
            return
        if self._ticking.tick(found.enrolment, found.session, right_tick(found)):
            self.go_on()

    def _ask_person(self) -> None:
        self._desk.go("courses", course=self._ticking.course, tab="participants")

    def _ask_count(self) -> None:
        found = self._side.list.current()
        if found is not None:
            self.count_asked.emit(found.session)

    def go_on(self) -> None:
        """After an answer, or when all is checked: the next difference, the next sheet, or the paper."""
        state = self._ticking.state
        if state is not None and state.differences:
            self.start(keep=True)
        elif self._side.next_button.isVisibleTo(self._side):
            self._side.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.paper_asked.emit()

    def _chosen(self) -> None:
        self.refresh()
        found = self._side.list.current()
        if found is not None and self._side.list.hasFocus():
            self._show_place(found)

    def _show_place(self, found: Difference) -> None:
        view = self._ticking.view
        if view is None:
            return
        at = next((at for at, each in enumerate(view.sessions) if each.key == found.session), 0)
        line = next((at for at, row in enumerate(view.rows) if row.enrolment == found.enrolment), -1)
        if line >= 0:
            self.place_asked.emit(line, at)
