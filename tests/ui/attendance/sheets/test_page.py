"""Signed sheets by keyboard alone: the usual evening counted key by key, every way on, what refuses."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.driving import click, find, settle
from tests.ui.signatures_parts import Pass, cancel, open_pass, session_key
from trainer_app.actions.attendance import attachments, attendance, reconciliation
from trainer_app.actions.courses import agendas, courses, enrolments, sessions
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import DifferenceKind, SheetStage
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.ui.attendance.sheets.page import SignaturesPage
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.widgets.controls import Button

DOWN, UP, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def evening(qtbot: QtBot, context: AppContext, story: Story) -> Pass:
    """25 people, all present on the first two days."""
    return open_pass(qtbot, context, story)


def test_25_people_and_3_sessions_with_3_unsigned_take_seconds(evening: Pass) -> None:
    """The sheet of the first day: 75 places, three of them empty, each with a reason of its own."""
    assert (evening.place(), evening.disk().state.whole) == ((1, 1), 75)
    evening.pressed = 0
    evening.type("3n")
    evening.press(RIGHT)
    evening.type("14т")
    evening.press(RIGHT)
    evening.type("22-")
    evening.rest()
    assert evening.page.paper.page == 0
    evening.rest()
    assert evening.disk().state.checked == 75
    assert evening.holder.focusWidget() is evening.page.side.list
    evening.type("12")
    evening.type("p")
    evening.type("s")
    state = evening.disk().state
    assert (state.stage, state.settled) == (SheetStage.RECONCILED, 2)
    assert [evening.cell(*place).signed for place in ((3, 1), (14, 2), (22, 3))] == [
        SignatureState.NO,
        SignatureState.NO,
        SignatureState.YES,
    ]
    # At four keys a second, every Ctrl and Shift counted as one.
    assert evening.pressed <= 24
    assert evening.pressed / 4 < 10


def test_ticking_every_place_by_itself_still_takes_well_under_a_minute(evening: Pass) -> None:
    evening.pressed = 0
    for _ in range(25):
        evening.press(Qt.Key.Key_Space, text=" ")
        evening.enter()
    assert evening.place() == (1, 2)
    assert [evening.cell(number, 1).signed for number in (1, 18, 19, 25)] == [SignatureState.YES] * 4
    assert evening.pressed / 4 < 15


@in_turn("typed", ["s", "S", "ы", "Ы", "п", "и", "+", " "])
@in_turn("then", ["n", "N", "т", "н", "-", " "])
def test_keys_of_every_layout_tick(evening: Pass, typed: str, then: str) -> None:
    evening.type(typed)
    assert evening.cell(1, 1).signed is SignatureState.YES
    evening.type(then)
    assert evening.cell(1, 1).signed is SignatureState.NO
    assert evening.place() == (1, 1)
    evening.press(Qt.Key.Key_Delete)
    assert evening.cell(1, 1).signed is SignatureState.NOT_CHECKED


@in_turn(
    ("code", "named"),
    [("en", ("Space", "N")), ("ru", ("Пробел", "Н", "N")), ("tg", ("Фосила", "Н", "N"))],
)
def test_the_hint_names_keys_that_work_as_people_see_them(
    evening: Pass, code: str, named: tuple[str, ...]
) -> None:
    evening.context.language.choose(code)
    hint = evening.page.side.hint.text()
    space, *letters = named
    assert re.search(rf"\b{space}\b", hint)
    assert re.findall(r"\b[A-ZА-Я]\b(?= (?:for|—|или|ё))", hint) == letters
    for letter in letters:
        evening.type(letter)
        assert evening.cell(1, 1).signed is SignatureState.NO, letter
        evening.type(" ")
        assert evening.cell(1, 1).signed is SignatureState.YES
    evening.context.language.choose("en")


def test_shift_means_the_whole_line_in_one_step(evening: Pass) -> None:
    evening.press(Qt.Key.Key_N, SHIFT, "N")
    assert [evening.cell(1, session).signed for session in (1, 2, 3)] == [SignatureState.NO] * 3
    evening.context.undo_last()
    settle()
    assert [evening.cell(1, session).signed for session in (1, 2, 3)] == [SignatureState.NOT_CHECKED] * 3
    assert evening.page.paper.model.rows[0].cells[0].signed is SignatureState.NOT_CHECKED
    evening.press(Qt.Key.Key_Plus, SHIFT, "+")
    assert [evening.cell(1, session).signed for session in (1, 2)] == [
        SignatureState.YES,
        SignatureState.NOT_CHECKED,
    ]


def test_the_pages_are_those_of_the_paper(evening: Pass) -> None:
    page = evening.page
    assert page.paper.page_words.text() == "Page 1 of 2"
    evening.press(Qt.Key.Key_End)
    assert evening.place() == (18, 1)
    evening.press(DOWN)
    assert (evening.place(), page.paper.page_words.text()) == ((19, 1), "Page 2 of 2")
    evening.press(DOWN)
    evening.press(UP)
    evening.press(UP)
    assert evening.place() == (18, 1)
    evening.press(Qt.Key.Key_PageDown)
    evening.press(Qt.Key.Key_PageDown)
    evening.press(RIGHT)
    assert evening.place() == (19, 2)
    evening.press(Qt.Key.Key_End)
    assert evening.place() == (25, 2)
    evening.press(DOWN)
    assert evening.place() == (25, 2)
    evening.enter()
    assert evening.place() == (1, 3)
    evening.press(LEFT)
    evening.press(UP)
    assert evening.place() == (1, 2)
    click(find(page, Button, "signatures_page_after"))
    assert evening.place() == (19, 2)
    evening.press(Qt.Key.Key_PageUp)
    assert evening.place() == (1, 2)


def test_typing_a_number_goes_there_on_any_page(evening: Pass) -> None:
    evening.type("2")
    assert evening.place() == (2, 1)
    evening.type("3")
    assert (evening.place(), evening.page.paper.page) == ((23, 1), 1)
    assert evening.page.paper.page_words.text() == "No.\u00a023"
    evening.type("n")
    evening.type("9")
    assert evening.place() == (9, 1)
    evening.page.jump.end()
    assert evening.page.paper.page_words.text() == "Page 1 of 2"
    evening.type("0")
    assert "no number" in evening.page.paper.page_words.text()
    assert evening.place() == (9, 1)


def test_a_reason_may_be_typed_and_taken_back(evening: Pass) -> None:
    evening.type("n")
    evening.press(Qt.Key.Key_F4)
    evening.enter()
    assert evening.holder.focusWidget() is evening.page.side.answers.words
    evening.press(Qt.Key.Key_Escape)
    assert evening.holder.focusWidget() is evening.page.side.list
    evening.enter()
    evening.type("ба духтур рафт")
    evening.enter()
    assert evening.cell(1, 1).settled == "ба духтур рафт"
    assert evening.holder.focusWidget() is evening.page.paper.view
    evening.press(Qt.Key.Key_F4)
    evening.press(Qt.Key.Key_Delete)
    assert evening.cell(1, 1).settled == ""
    assert evening.page.side.list.current() is not None
    evening.press(Qt.Key.Key_Escape)
    assert evening.holder.focusWidget() is evening.page.paper.view


def test_an_answer_shows_the_next_difference_where_it_stands(evening: Pass) -> None:
    evening.type("2n20n")
    evening.press(Qt.Key.Key_F4)
    assert evening.place() == (2, 1)
    evening.type("3")
    assert evening.cell(2, 1).settled == "on_another_sheet"
    assert (evening.place(), evening.page.paper.page) == ((20, 1), 1)
    evening.type("9")
    assert evening.cell(20, 1).settled == ""
    evening.type("ф")
    assert evening.cell(20, 1).mark is Mark.ABSENT
    assert evening.disk().state.differences == 0


def test_one_reason_for_all_who_signed_for_a_session_that_was_cancelled(evening: Pass, story: Story) -> None:
    reconciliation.sign_rest(story.work, story.course, evening.disk().state.day)
    cancel(story, 2)
    evening.page.refresh()
    evening.press(Qt.Key.Key_F4)
    assert evening.disk().state.differences == 25
    assert not evening.page.side.answers.marks[0].isVisible()
    evening.press(Qt.Key.Key_Asterisk, text="*")
    evening.type("3")
    state = evening.disk().state
    assert (state.differences, state.settled, state.stage) == (0, 25, SheetStage.RECONCILED)
    evening.context.undo_last()
    assert evening.disk().state.differences == 25


def test_a_count_typed_from_the_paper_is_compared(evening: Pass, story: Story) -> None:
    reconciliation.sign_rest(story.work, story.course, evening.disk().state.day)
    evening.page.refresh()
    field = evening.page.paper.counts.fields[0]
    field.setFocus()
    evening.type("26")
    evening.enter()
    (found,) = evening.disk().differences
    assert (found.kind, found.counted) == (DifferenceKind.COUNT, 26)
    evening.page.paper.view.setFocus()
    evening.press(Qt.Key.Key_F4)
    assert evening.page.side.answers.person.isVisible()
    asked: list[tuple[str, dict[str, object]]] = []
    evening.context.place_requested.connect(lambda name, place: asked.append((name, place)))
    click(evening.page.side.answers.person)
    assert asked == [("courses", {"course": story.course, "tab": "participants"})]
    click(evening.page.side.answers.count)
    assert evening.holder.focusWidget() is field
    evening.type("25")
    evening.enter()
    assert evening.disk().state.stage is SheetStage.RECONCILED
    assert evening.holder.focusWidget() is evening.page.paper.counts.fields[1]
    field.setFocus()
    field.clear()
    evening.enter()
    evening.enter()
    evening.enter()
    assert evening.disk().sessions[0].counted is None
    assert evening.holder.focusWidget() is evening.page.paper.view


def test_a_sign_that_a_count_of_the_sheet_does_not_take_is_said_below_all_of_them(evening: Pass) -> None:
    """S3: it was dropped in silence."""
    counts = evening.page.paper.counts
    low = counts.height()
    first, second = counts.fields[:2]
    first.setFocus()
    evening.type("1x")
    settle()
    assert first.text() == "1"
    assert counts.problem.isVisible()
    assert counts.problem.text() == "Only digits are taken here, 4 at the most."
    assert counts.problem.heightForWidth(counts.problem.width()) <= counts.problem.height()
    assert counts.problem.y() >= first.geometry().bottom()
    assert counts.height() > low
    second.setFocus()
    settle()
    assert counts.problem.isHidden()
    assert not first.property("wrong")
    assert counts.height() == low
    evening.type("y2")
    assert second.text() == "2"
    assert counts.problem.isHidden()


def test_the_paper_of_a_locked_session(evening: Pass, story: Story) -> None:
    sessions.lock_session(story.work, session_key(story, 1))
    evening.page.refresh()
    assert evening.page.side.locked.isHidden(), "others of this day are open"
    for number in (2, 3):
        sessions.lock_session(story.work, session_key(story, number))
    evening.page.refresh()
    assert evening.page.side.locked.isVisibleTo(evening.page)
    assert "signatures can still be checked" in evening.page.side.locked.text()
    evening.type("n")
    assert evening.cell(1, 1).signed is SignatureState.NO
    assert not evening.page.paper.counts.fields[0].isEnabled()
    told: list[Notice] = []
    evening.context.noticed.connect(told.append)
    evening.press(Qt.Key.Key_F4)
    evening.type("a")
    assert evening.cell(1, 1).mark is Mark.PRESENT
    assert "locked" in told[0].title + told[0].text
    evening.type("1")
    assert evening.cell(1, 1).settled == "left_without_signing"


def test_the_next_sheet_is_one_key_away_when_one_is_done(evening: Pass) -> None:
    evening.rest()
    evening.rest()
    assert evening.page.side.title.text() == "Sheet reconciled"
    assert evening.holder.focusWidget() is evening.page.side.next_button
    evening.enter()
    assert evening.page.ticking.state is not None
    assert evening.page.ticking.state.numbers == (4, 5, 6)
    assert (evening.place(), evening.holder.focusWidget()) == ((1, 4), evening.page.paper.view)


def test_the_rest_of_the_page_can_be_undone_at_once(evening: Pass) -> None:
    offered: list[str] = []
    evening.context.undo_offered.connect(offered.append)
    click(find(evening.holder, Button, "signatures_rest"))
    assert offered == ["Sheet OWN-1015-DSH-1: signed, 54 places"]
    evening.context.undo_last()
    assert evening.disk().state.checked == 0
    assert evening.page.side.progress.text() == "0 of 75 places checked"


def test_sheets_by_session_show_one_column(evening: Pass) -> None:
    click(evening.page.sheet_list.switch.button("session"))
    assert len(evening.page.sheet_list.model.states) == 12
    assert evening.page.paper.code.text() == "OWN-1015.1-DSH-1"
    evening.page.focus_paper()
    evening.rest()
    evening.rest()
    assert evening.disk().state.checked == 25
    evening.enter()
    assert evening.page.paper.code.text() == "OWN-1015.2-DSH-1"
    click(evening.page.sheet_list.switch.button("day"))
    assert len(evening.page.sheet_list.model.states) == 4


def test_a_session_opens_the_sheet_of_its_day_where_the_work_goes_on(evening: Pass, story: Story) -> None:
    reconciliation.set_signed(story.work, story.enrolments[0], session_key(story, 5), SignatureState.YES)
    evening.page.refresh()
    evening.page.show_session(session_key(story, 5))
    assert evening.place() == (2, 5)
    assert evening.page.sheet_list.list.currentIndex().row() == 1


def test_what_others_change_is_shown_and_the_place_stays(evening: Pass, story: Story) -> None:
    evening.type("20")
    evening.press(RIGHT)
    before = evening.holder.refreshed
    evening.context.do(
        reconciliation.set_signed, story.enrolments[0], session_key(story, 1), SignatureState.NO
    )
    assert evening.holder.refreshed == before + 1
    assert (evening.place(), evening.page.paper.page) == ((20, 2), 1)
    assert evening.page.side.progress.text() == "1 of 75 places checked · 1 difference"
    evening.type("n")
    assert evening.holder.refreshed == before + 1


def test_a_click_on_the_tick_of_the_chosen_place_turns_it_and_any_other_only_goes_there(
    evening: Pass,
) -> None:
    view = evening.page.paper.view
    box = view.visualRect(view.model().index(4, 3))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=box.center())
    assert (evening.place(), evening.cell(5, 1).signed) == ((5, 1), SignatureState.NOT_CHECKED)
    QTest.mouseClick(view.viewport(), left, pos=box.center())
    assert (evening.place(), evening.cell(5, 1).signed) == ((5, 1), SignatureState.YES)
    name = view.visualRect(view.model().index(7, 1))
    QTest.mouseClick(view.viewport(), left, pos=name.center())
    assert (evening.place(), evening.cell(8, 1).signed) == ((8, 1), SignatureState.NOT_CHECKED)


def test_empty_states_lead_on(evening: Pass, story: Story) -> None:
    page = evening.page
    draft = CourseDraft("NEW", Texts(en="New"), story.clock.today("UTC"), story.clock.today("UTC"))
    key = courses.create_course(story.work, draft).key or ""
    asked: list[dict[str, object]] = []
    evening.context.place_requested.connect(lambda _name, place: asked.append(place))
    page.show_course(key)
    click(page.empty_button)
    assert page.first_focus() is page.empty_button
    agendas.plan_sessions(story.work, key, DayPlan(per_day=1))
    page.show_course(key)
    assert "Nobody" in page.empty.title.text()
    click(page.empty_button)
    assert [place["tab"] for place in asked] == ["schedule", "participants"]
    assert not page.rest_button.isEnabled()
    enrolments.add_walk_in(story.work, key, "Нав Одам")
    page.refresh()
    assert page.first_focus() is page.paper.view


def drop(page: SignaturesPage, path: Path) -> bool:
    """Drop a file on the page; tell whether it was accepted when it came."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, left = QPointF(10, 10), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, copy, mime, left, Qt.KeyboardModifier.NoModifier)
    entering.ignore()
    page.dragEnterEvent(entering)
    page.dropEvent(QDropEvent(at, copy, mime, left, Qt.KeyboardModifier.NoModifier))
    settle()
    return entering.isAccepted()


def test_a_scan_dropped_on_the_page_opens_its_sheet(evening: Pass, story: Story, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    from trainer_app.actions.papers.sign_in import sign_in

    second = evening.disk(1).state
    document = PdfDocument(sign_in(story.work, story.course, second.day, "en"))
    scan = tmp_path / "scan.png"
    document[0].render(scale=2).to_pil().save(scan)
    document.close()
    assert drop(evening.page, scan)
    assert evening.page.paper.code.text() == str(second.code)
    assert [each.sheet for each in attachments.list_attachments(story.work, story.course)] == [
        str(second.code)
    ]
    assert evening.disk(1).state.files == 1


def test_a_photo_without_a_code_belongs_to_the_open_sheet(
    evening: Pass, story: Story, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.png"
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.save(str(photo))
    assert drop(evening.page, photo)
    (found,) = attachments.list_attachments(story.work, story.course)
    assert found.sheet == str(evening.disk().state.code)
    assert not drop(evening.page, tmp_path / "list.xlsx")
    assert len(attachments.list_attachments(story.work, story.course)) == 1


def test_the_models_are_sound(evening: Pass, qtbot: QtBot) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, fatal)
        for model in (evening.page.paper.model, evening.page.sheet_list.model, evening.page.side.model)
    ]
    evening.type("n")
    evening.rest()
    evening.rest()
    evening.type("1")
    assert len(testers) == 3
    assert evening.disk().state.stage is SheetStage.RECONCILED
    assert attendance.grid(evening.story.work, evening.story.course).rows[0].cells[0] is not None
