"""One session marked on the spot: keys, presses, minutes, the count, walk-ins, and what becomes of it."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.attendance_course import EIGHT, Keyboard, cell
from tests.ui.driving import click, find, press_button, settle, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.courses import agendas, courses, enrolments, sessions
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, EnrolmentState, SessionState
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.ui.attendance.session.cards import PersonMenu
from trainer_app.ui.attendance.session.model import SessionColumn, SessionModel
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.session.view import NUMBER, PAD, REMARK_LEAST
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.marks import mark_at, mark_boxes
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import CARD_TITLE
from trainer_app.ui.widgets.overlays import ConfirmDialog
from trainer_app.ui.widgets.painting import width_of


def marks(story: Story) -> list[Mark | None]:
    return [cell(story, place).mark for place in range(len(story.enrolments))]


def test_it_opens_at_the_first_person_who_is_not_marked(page: SessionPage) -> None:
    assert page.facts.number.text() == "Session 8"
    assert page.rows.text(page.view.place, SessionColumn.PERSON) == "Назаров Исфандиёр"
    assert page.first_focus() is page.view
    assert page.heads.number.text() == "13"
    assert page.heads.expected.text() == "of 25 are here"
    assert page.heads.rest.text() == "13 walk-ins · 11 not marked"
    assert page.rest_button.text() == "Mark the rest present"


def test_letters_mark_and_enter_goes_down(page: SessionPage, keys: Keyboard, story: Story) -> None:
    for letter in "PAE":
        keys.type(letter)
        keys.enter()
    assert marks(story)[14:17] == [Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED]
    assert page.view.place == 17
    assert page.heads.number.text() == "14"


def test_letters_of_the_tajik_and_the_russian_layout_mark_too(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    for letter in "ҳзпғф":
        keys.type(letter)
        keys.enter()
    assert marks(story)[14:19] == [Mark.PRESENT] * 3 + [Mark.ABSENT] * 2


def test_a_key_that_marks_goes_on_to_the_next_person(page: SessionPage, keys: Keyboard, story: Story) -> None:
    keys.type("P")
    keys.rest()
    keys.type("A")
    assert marks(story)[14:16] == [Mark.PRESENT, Mark.ABSENT]
    keys.press(Qt.Key.Key_Space, text=" ")
    assert marks(story)[16] is Mark.ABSENT
    assert page.view.place == 17
    keys.type("L15")
    assert page.view.place == 17, "minutes belong to whoever is late"
    keys.enter()
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    assert page.view.place == 20
    assert (cell(story, 17).mark, cell(story, 17).missed) == (Mark.LATE, 15)


def test_backspace_and_minus_mean_whoever_was_marked_last(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("A")
    keys.press(Qt.Key.Key_Backspace)
    assert cell(story, 14).mark is None
    assert page.view.place == 14
    keys.type("P-20")
    assert (cell(story, 14).mark, cell(story, 14).early) == (Mark.PRESENT, 20)
    assert page.view.place == 14
    keys.enter()
    assert page.view.place == 15


def test_after_minutes_of_either_kind_a_letter_is_of_the_next_person(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("L15")
    keys.rest()
    keys.type("P-30")
    keys.rest()
    keys.type("A")
    first, second = cell(story, 14), cell(story, 15)
    assert (first.mark, first.missed) == (Mark.LATE, 15)
    assert (second.mark, second.early) == (Mark.PRESENT, 30)
    assert cell(story, 16).mark is Mark.ABSENT
    assert page.view.place == 17


def test_minutes_left_early_that_were_taken_away_leave_the_letter_to_the_same_person(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("P-3")
    for _ in range(2):
        keys.press(Qt.Key.Key_Backspace)
    keys.type("E")
    assert (cell(story, 14).mark, cell(story, 15).mark) == (Mark.EXCUSED, None)


def test_a_number_after_minutes_and_a_pause_leads_to_whoever_has_it(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("L5")
    keys.rest(3_000)
    keys.type("17A")
    assert (cell(story, 14).mark, cell(story, 14).missed) == (Mark.LATE, 5)
    assert (cell(story, 15).mark, cell(story, 16).mark) == (None, Mark.ABSENT)


def test_a_digit_that_did_not_fit_leaves_the_next_letter_without_a_mark(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("L103A")
    assert (cell(story, 14).mark, cell(story, 14).missed) == (Mark.LATE, 10)
    assert cell(story, 15).mark is None
    assert "did not fit" in page.notice.text.text()
    keys.enter()
    keys.type("A")
    assert cell(story, 15).mark is Mark.ABSENT


def test_going_on_is_switched_off_in_sight_and_stays_off(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    click(page.card.goes_on)
    assert page.view.hasFocus()
    keys.type("P")
    keys.rest()
    keys.type("A")
    assert cell(story, 14).mark is Mark.ABSENT
    assert page.view.place == 14
    assert page.context.preferences.now.goes_on is False


def test_minutes_follow_late_and_leaving_early_as_one_step(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    keys.type("L15-20")
    found = cell(story, 14)
    assert (found.mark, found.missed, found.early, found.late) == (Mark.LATE, 35, 20, 15)
    assert page.rows.text(14, SessionColumn.LATE) == "15"
    assert page.rows.text(14, SessionColumn.EARLY) == "20"
    keys.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cell(story, 14).mark is None
    keys.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert cell(story, 14).missed == 35


def test_a_number_goes_to_its_person(page: SessionPage, keys: Keyboard) -> None:
    keys.type("22")
    assert page.rows.row(page.view.place).number == 22
    keys.press(Qt.Key.Key_Down)
    keys.type("7")
    assert page.rows.row(page.view.place).number == 7


def test_space_repeats_and_delete_takes_away(page: SessionPage, keys: Keyboard, story: Story) -> None:
    keys.type("A")
    keys.enter()
    keys.press(Qt.Key.Key_Space, text=" ")
    assert marks(story)[14:16] == [Mark.ABSENT, Mark.ABSENT]
    keys.press(Qt.Key.Key_Delete)
    assert marks(story)[14:16] == [Mark.ABSENT, None]


def test_marks_are_pressed_with_a_touchpad(page: SessionPage, story: Story) -> None:
    index = page.rows.index(page.rows.place_of(story.enrolments[15]), SessionColumn.MARK)
    page.view.scrollTo(index)
    box = page.view.visualRect(index)
    for mark, button in zip(Mark, mark_boxes(box), strict=True):
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
        assert cell(story, 15).mark is mark
    gap = QPoint(box.right() - 1, box.center().y())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=gap)
    assert cell(story, 15).mark is Mark.ABSENT
    assert mark_at(box, gap.x(), gap.y()) is None


def field_of(page: SessionPage, place: int, part: SessionColumn) -> QLineEdit:
    index = page.rows.index(place, part)
    page.view.scrollTo(index)
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.visualRect(index).center()
    )
    return find(page, QLineEdit, "room_cell_field")


def test_minutes_are_typed_into_their_fields(page: SessionPage, keys: Keyboard, story: Story) -> None:
    field_of(page, 14, SessionColumn.LATE)
    keys.type("12")
    keys.enter()
    settle()
    assert (cell(story, 14).mark, cell(story, 14).missed) == (Mark.LATE, 12)
    settle()
    field_of(page, 14, SessionColumn.EARLY)
    keys.type("5")
    keys.enter()
    settle()
    assert (cell(story, 14).missed, cell(story, 14).early) == (17, 5)
    history.undo(story.work)
    assert cell(story, 14).missed == 12


def test_nobody_leaves_early_who_did_not_come(page: SessionPage, keys: Keyboard, story: Story) -> None:
    field_of(page, 14, SessionColumn.EARLY)
    keys.type("5")
    keys.enter()
    settle()
    assert cell(story, 14) == Attendance()
    assert page.notice.isVisible()
    assert "present or late first" in page.notice.text.text()


def test_words_are_no_minutes(page: SessionPage, keys: Keyboard, story: Story) -> None:
    field_of(page, 14, SessionColumn.LATE)
    keys.type("ab")
    keys.enter()
    settle()
    assert cell(story, 14) == Attendance()
    assert page.notice.text.text() == "Type whole minutes."


def test_a_remark_is_kept_beside_the_mark(page: SessionPage, keys: Keyboard, story: Story) -> None:
    keys.type("P")
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_F2)
    field = find(page, QLineEdit, "room_cell_field")
    type_text(field, "дежурство")
    keys.enter()
    settle()
    assert (cell(story, 14).remark, cell(story, 14).mark) == ("дежурство", Mark.PRESENT)
    assert page.rows.text(14, SessionColumn.REMARK) == "дежурство"


def test_the_list_empties_while_marking(page: SessionPage, keys: Keyboard, story: Story) -> None:
    click(page.card.only)
    assert page.rows.rowCount() == 11
    assert page.card.title.text() == "11 still to be marked"
    keys.type("L10")
    assert page.rows.rowCount() == 11, "minutes go on as long as the cursor stays"
    keys.enter()
    assert page.rows.rowCount() == 10
    assert page.rows.text(page.view.place, SessionColumn.PERSON) == "Олимов Хуршед"
    for _ in range(10):
        keys.type("P")
        keys.enter()
    assert marks(story)[14:] == [Mark.LATE] + [Mark.PRESENT] * 10
    # The last one stays until the cursor may go: a key more, or another filter.
    assert page.rows.rowCount() == 1
    click(page.card.only)
    click(page.card.only)
    assert page.rows.rowCount() == 1
    page.step(-1)
    page.step(1)
    assert page.rows.rowCount() == 0
    assert page.card.done.isVisible()
    click(page.card.everybody)
    assert page.rows.rowCount() == 25


def test_twenty_five_people_with_three_exceptions_take_few_keys(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    page.step(1)
    page.view.setFocus()
    keys.type("4L")
    keys.enter()  # answers that the session is to be marked although it begins later
    keys.type("10")
    keys.enter()
    for number, mark in (("12", "A"), ("17", "E")):
        keys.type(number)
        keys.type(mark)
        keys.enter()
    keys.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found = [cell(story, place, EIGHT + 1).mark for place in range(25)]
    expected = [Mark.PRESENT] * 25
    expected[3], expected[11], expected[16] = Mark.LATE, Mark.ABSENT, Mark.EXCUSED
    assert found == expected
    assert keys.pressed == 15


def test_all_present_is_one_step_with_its_way_back_in_sight(
    page: SessionPage, story: Story, workspace: Workspace
) -> None:
    page.step(1)
    assert page.rest_button.text() == "All present"
    click(page.rest_button)
    question = page.window().findChild(ConfirmDialog, "mark_ahead_question")
    assert question is not None
    assert question.title.text() == "Session 9 has not begun"
    assert page.heads.number.text() == "0"
    click(question.yes)
    assert page.heads.number.text() == "25"
    assert not page.rest_button.isEnabled()
    assert workspace.rail.steps.undo.fresh.isActive()
    click(workspace.rail.steps.undo)
    assert cell(story, 0, EIGHT + 1).mark is None
    assert page.heads.number.text() == "0"


def test_a_count_from_the_paper_is_compared_in_words(page: SessionPage, keys: Keyboard, story: Story) -> None:
    page.heads.field.setFocus()
    keys.type("15")
    keys.enter()
    session = sessions.find_session(story.work, story.course, 8)
    assert session.counted == 15
    assert page.heads.compared.text() == "2 fewer than on paper"
    assert page.window().focusWidget() is page.view, "marking goes on"
    keys.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    page.heads.field.selectAll()
    keys.type("13")
    keys.enter()
    assert page.heads.compared.text() == "agrees with the paper"
    assert page.heads.compared.property("role") == "good_text"
    page.heads.field.setFocus()
    page.heads.field.clear()
    page.view.setFocus()
    assert sessions.find_session(story.work, story.course, 8).counted is None


def test_a_sign_that_the_count_does_not_take_is_said_below_it(
    page: SessionPage, keys: Keyboard, language: LanguageSwitch
) -> None:
    """S3: it was dropped in silence."""
    card = page.heads
    card.field.setFocus()
    for typed, kept in (("a", ""), ("12345", "1234")):
        keys.type(typed)
        assert card.field.text() == kept
        assert card.problem.isVisible()
        assert card.problem.text() == "Only digits are taken here, 4 at the most."
        assert card.field.property("wrong") == "true"
        assert card.field.accessibleDescription() == card.problem.text(), "a screen reader hears it"
        language.choose("tg")
        assert card.problem.text().startswith("Дар ин ҷо танҳо рақамҳо")
        language.choose("en")
        card.field.selectAll()
        keys.type("5")
        assert card.problem.isHidden()
        assert not card.field.property("wrong")
        card.field.clear()
    keys.type("x")
    page.view.setFocus()
    assert card.problem.isHidden(), "it was left"


def test_a_walk_in_by_name_alone_takes_few_keys(page: SessionPage, keys: Keyboard, story: Story) -> None:
    name = "Саидов Алӣ"
    keys.press(Qt.Key.Key_Insert)
    assert page.card.name.field.hasFocus()
    keys.type(name)
    keys.enter()
    assert page.view.hasFocus()
    keys.type("P")
    rows = attendance.grid(story.work, story.course).rows
    added = rows[-1].cells[EIGHT]
    assert (rows[-1].full_name, rows[-1].walk_in, added and added.mark) == (name, True, Mark.PRESENT)
    # 4 keys a second: under 15 s.
    assert keys.pressed <= 15 * 4
    assert keys.pressed == len(name) + 3
    # What is not known yet is due on Today.
    person = people.get_person(story.work, rows[-1].person)
    assert (person.sex.value, person.latin) == ("unknown", "")


def test_escape_leaves_the_name_and_a_name_without_letters_stays(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    click(page.add_button)
    keys.enter()
    assert page.card.name.isVisible()
    keys.type("123")
    keys.enter()
    assert page.card.name.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert page.card.name.isHidden()
    assert len(attendance.grid(story.work, story.course).rows) == 25


def menu_of(page: SessionPage) -> PersonMenu:
    return page.acts.make_menu(page.view)


def test_a_walk_in_takes_the_place_of_who_is_missing(page: SessionPage, story: Story) -> None:
    nominated = enrolments.enrol(
        story.work, story.course, people.create_person(story.work, {"family": "Каримзода"}).key or ""
    ).key
    page.refresh()
    page.view.go_to(14)
    menu = menu_of(page)
    names = [action.text() for action in menu.choices.actions()]
    assert names == ["26  Каримзода"], "walk-ins replace the nominated, not each other"
    menu.choices.actions()[0].trigger()
    rows = {
        each.enrolment.key: each.enrolment for each in enrolments.list_enrolments(story.work, story.course)
    }
    assert rows[nominated or ""].state is EnrolmentState.REPLACED
    assert rows[story.enrolments[14]].replaces == nominated
    gone = page.rows.row(page.rows.place_of(nominated or ""))
    assert (gone.gone_from, gone.replaced_by) == (EIGHT + 1, 15), "marks of the sessions before are missing"
    assert gone.cells[EIGHT] is None


def test_withdrawing_takes_somebody_off_the_list(
    page: SessionPage, story: Story, context: AppContext
) -> None:
    late_comer = enrolments.add_walk_in(story.work, story.course, "Саидов").key or ""
    page.refresh()
    page.view.go_to(page.rows.place_of(late_comer))
    actions = {each.objectName(): each for each in menu_of(page).actions()}
    actions["room_menu_withdraw"].trigger()
    press_button(page.window(), "withdraw_form_accept")
    assert page.rows.place_of(late_comer) == -1
    context.undo_last()
    assert page.rows.place_of(late_comer) >= 0


def test_ways_lead_to_the_sessions_before_and_after(page: SessionPage, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.facts.number.text() == "Session 9"
    click(page.facts.before)
    click(page.facts.before)
    assert page.facts.number.text() == "Session 7"
    for _ in range(9):
        page.step(-1)
    assert page.facts.number.text() == "Session 1"
    assert not page.facts.before.isEnabled()
    assert page.facts.after.isEnabled()


def state(story: Story, number: int) -> SessionState:
    return sessions.find_session(story.work, story.course, number).state


def test_a_session_is_held_locked_and_opened_again_with_a_reason(page: SessionPage, story: Story) -> None:
    page.step(1)
    assert page.facts.state.text() == "planned"
    click(page.facts.main)
    assert state(story, 9) is SessionState.HELD
    assert page.facts.main.text() == "Lock"
    click(page.facts.main)
    assert page.facts.state.text() == "locked"
    assert "Д. Назарова" in page.facts.locked.text()
    assert not page.rest_button.isEnabled()
    assert not page.heads.field.isEnabled()
    page.marking.mark(Mark.PRESENT)
    assert cell(story, 0, 8).mark is None
    assert page.notice.isVisible()
    click(page.facts.main)
    type_text(page.acts.reason.rows["reason"].field, "ошибка")
    page.acts.reason.save()
    settle()
    session = sessions.find_session(story.work, story.course, 9)
    assert (session.locked, session.lock_reason) == (False, "ошибка")
    assert page.facts.state.text() == "held"


def test_a_session_is_cancelled_with_a_reason_and_restored(page: SessionPage, story: Story) -> None:
    page.facts.cancel.setFocus()
    click(page.facts.cancel)
    type_text(page.acts.reason.rows["reason"].field, "барқ набуд")
    page.acts.reason.save()
    settle()
    assert state(story, 8) is SessionState.CANCELLED
    assert page.facts.locked.text() == "cancelled: барқ набуд"
    assert page.facts.cancel.isHidden()
    assert page.window().focusWidget() is page.view, "the keyboard stays in the session, on no other button"
    assert (page.heads.number.text(), page.heads.expected.text()) == ("–", "counts for nobody")
    assert page.heads.bar.isHidden()
    assert page.rows.text(0, SessionColumn.MARK) == "", (
        "as in the grid: no mark is shown that counts for nobody"
    )
    assert "cancelled" in str(page.rows.index(0, SessionColumn.MARK).data(Qt.ItemDataRole.AccessibleTextRole))
    click(page.facts.main)
    assert state(story, 8) is SessionState.HELD
    assert (page.heads.number.text(), page.rows.text(0, SessionColumn.MARK)) == ("13", "present")
    assert page.facts.state.text() == "under way"


def test_nothing_can_be_typed_into_a_locked_session_and_it_looks_so(
    page: SessionPage, keys: Keyboard, story: Story
) -> None:
    def pixels() -> bytes:
        image = (
            page.view.viewport()
            .grab(page.view.visualRect(page.rows.index(14, SessionColumn.REMARK)))
            .toImage()
        )
        return bytes(image.constBits())

    page.view.go_to(14, SessionColumn.REMARK)
    before = pixels()
    page.acts.toggle_lock()
    settle()
    assert pixels() != before, "no field where nothing can be typed"
    keys.press(Qt.Key.Key_F2)
    assert page.view.state() is not page.view.State.EditingState
    assert page.notice.text.text().startswith("locked: ")
    assert page.rows.text(13, SessionColumn.MARK) == "present", "what was marked stays to be read"


def test_what_others_change_is_seen_and_the_cursor_stays(
    page: SessionPage, story: Story, context: AppContext
) -> None:
    page.view.go_to(20)
    context.do(attendance.mark, story.enrolments[14], page.rows.session.key, Mark.ABSENT)  # type: ignore[union-attr]
    assert page.rows.text(14, SessionColumn.MARK) == "absent"
    assert page.view.place == 20
    context.do(enrolments.add_walk_in, story.course, "Саидов Алӣ")
    assert page.rows.rowCount() == 26
    assert page.view.place == 20


def test_a_course_without_people_or_sessions_says_what_to_do(
    page: SessionPage, story: Story, workspace: Workspace
) -> None:
    draft = CourseDraft("KHJ", Texts(en="Another"), date(2018, 11, 1), date(2018, 11, 2))
    other = courses.create_course(story.work, draft).key or ""
    page.show_course(other)
    assert page.card.none.isVisible()
    assert page.facts.isHidden()
    assert not page.rest_button.isEnabled()
    click(page.card.plan)
    settle()
    assert find(workspace, QWidget, "screen_course_schedule").isVisible()


def test_the_course_that_is_open_shows_its_walk_in_field_when_it_is_empty(
    page: SessionPage, story: Story
) -> None:
    draft = CourseDraft("KHJ", Texts(en="Another"), date(2018, 11, 1), date(2018, 11, 2))
    other = courses.create_course(story.work, draft).key or ""
    agendas.plan_sessions(story.work, other, DayPlan(per_day=1))
    page.show_course(other)
    assert page.card.nobody.isVisible()
    click(page.card.add)
    assert page.card.name.field.hasFocus()
    page.add_walk_in("Саидов")
    assert page.rows.rowCount() == 1
    assert page.card.view.isVisible()


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_the_smallest_window(
    page: SessionPage, window: MainWindow, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert page.minimumSizeHint().height() <= 697 - 54 - 36 - 1
    rail = 196
    assert page.minimumSizeHint().width() <= 1366 - rail
    assert all(widget.text() for widget in (page.add_button, page.rest_button, page.facts.main))


def test_every_cell_says_person_session_and_mark(page: SessionPage) -> None:
    said = page.rows.data(page.rows.index(6, SessionColumn.MARK), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Давлатов Комрон, Session 8 11:00, late, 15 min late"
    said = page.rows.data(page.rows.index(6, SessionColumn.REMARK), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Давлатов Комрон, Remark: nothing"
    table = QAccessible.queryAccessibleInterface(page.view)
    assert table.rowCount() if hasattr(table, "rowCount") else table.childCount() > 25


def test_no_key_is_listed_twice(page: SessionPage) -> None:
    listed_keys = list(page.keys())
    listed = [each.keys for each in listed_keys]
    assert len(set(listed)) == len(listed)
    assert all(each.words for each in listed_keys)


def test_whole_names_stand_in_a_small_window_and_badges_get_room_once_one_is_read(
    page: SessionPage, window: MainWindow, story: Story
) -> None:
    window.resize(1366, 697)
    settle()
    view, rows = page.card.view, page.card.view.model()
    assert isinstance(rows, SessionModel)
    assert view.isColumnHidden(SessionColumn.CAME)
    room = view.columnWidth(SessionColumn.PERSON) - NUMBER - PAD
    names = [rows.text(place, SessionColumn.PERSON) for place in range(rows.rowCount())]
    assert len(names) == 25
    assert [name for name in names if width_of(name, CARD_TITLE, 600) > room] == []
    assert view.columnWidth(SessionColumn.REMARK) >= REMARK_LEAST
    assert view.horizontalScrollBar().maximum() == 0
    session = rows.session
    assert session is not None
    who = rows.row(0).enrolment
    changes = attendance.mark(story.work, who, session.key, Mark.PRESENT, arrived=session.start)
    page.context.changes.announce(changes)
    settle()
    assert not view.isColumnHidden(SessionColumn.CAME)
    assert sum(view.columnWidth(part) for part in SessionColumn) <= view.viewport().width()


def test_what_is_told_moves_aside_for_the_pointer(page: SessionPage, window: MainWindow) -> None:
    notice, handle = page.notice, window.windowHandle()
    page.view.go_to(0)
    notice.say("Everybody has a mark in this session already.")
    settle()
    before = notice.geometry()
    below = notice.mapTo(window, notice.rect().center())
    QTest.mouseMove(handle, QPoint(4, 4))
    assert notice.geometry() == before
    QTest.mouseMove(handle, below)
    settle()
    now = notice.rect().translated(notice.mapTo(window, QPoint()))
    assert notice.isVisible()
    assert not now.contains(below), "the row that was covered is seen"
    QTest.mouseMove(handle, now.center())
    settle()
    assert notice.geometry() == before
