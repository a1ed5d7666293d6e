"""Laptops of the office in the window: enrolled by their digits, and given files with their courses."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.cut_texts import watching
from tests.kit import writing
from tests.kit.running import SECONDS
from tests.kit.samples import FIRST, LAST
from tests.kit.world import World
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, press, settle, show, type_text
from tests.ui.office_parts import context, screen, told
from trainer_app import VERSION
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, teachers
from trainer_app.actions.exchange import all_packs, importing, packs
from trainer_app.actions.office import erasing, office
from trainer_app.actions.today import today
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.exchange.laptops import PROGRAM_VERSIONS
from trainer_app.domain.exchange.sending import PackCourse, SentBundle
from trainer_app.store.office import erasing as stored
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.office.enrol_form import EnrolPanel
from trainer_app.ui.office.laptop_forms import CourseChooser
from trainer_app.ui.office.laptops import OfficeSendScreen
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.overlays import ConfirmDialog, Mood
from trainer_app.ui.widgets.pages import seen_of

__all__ = ["context", "screen", "told"]


@pytest.mark.parametrize("size", [(1170, 697), (836, 420), (640, 340), (520, 340)])
@pytest.mark.parametrize("spoken", ["ru", "tg"])
def test_the_digits_of_a_laptop_stay_whatever_the_width(
    screen: OfficeScreen, context: AppContext, size: tuple[int, int], spoken: str
) -> None:
    """S3: in a narrow window they went away before all else, and could not be read out."""
    context.language.choose(spoken)
    screen.show_place(tab="laptops")
    screen.resize(*size)
    settle()
    table, model = screen.laptops.table, screen.laptops.model
    place = [column.name for column in model.columns].index("digits")
    assert not table.isColumnHidden(place)
    cell = table.visualRect(model.index(0, place))
    assert table.viewport().rect().contains(cell), "it is not scrolled to"
    cut: list[tuple[str, str]] = []
    with watching(cut):
        screen.grab()
    digits = [model.row(row).fingerprint for row in range(model.rowCount())]
    assert len(digits) > 1
    assert [text for _, text in cut if text in digits] == []


def type_digits(panel: EnrolPanel, digits: str) -> None:
    """Type the groups that are asked for."""
    places = [int(caption.text().removeprefix("Group ")) for caption in panel.rows["digits"].field.captions]
    for line, group in zip(panel.rows["digits"].field.lines, writing.groups_at(digits, places), strict=True):
        line.clear()
        type_text(line, group)


def _scroll_down(panel: EnrolPanel) -> None:
    """Bring the foot of the form into sight, as it is when its button is pressed in a low window."""
    panel.resize(panel.width(), 300)
    settle()
    bar = panel._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert seen_of(panel.rows["digits"]).isEmpty(), "else nothing is tried"


def test_a_laptop_is_enrolled_after_its_digits_were_typed(
    screen: OfficeScreen, context: AppContext, exchange: Exchange, tmp_path: Path
) -> None:
    stood: list[Notice] = []
    kept: list[Callable[[], Notice | None]] = []
    context.stands.connect(kept.append)
    context.stands.connect(lambda notice: stood.append(notice()))
    third = World(tmp_path).trainer("Р. Каримов", name="k12").open()
    asked, digits = office.request(third.work, exchange.stick / "request.json")
    screen.show_place(tab="laptops")
    click(screen.laptops.buttons["enrol"])
    panel = screen.laptops.enrol_panel
    assert not panel.accept_button.isEnabled()
    panel.read_request(asked)
    assert panel.rows["digits"].field.lines[0].hasFocus()
    shown = " ".join(part.text() for part in panel.findChildren(QLabel))
    assert not [group for group in digits.split() if group in shown], "they are read from the laptop"
    place = panel.rows["place"].field.choice
    known, row = place.currentIndex(), panel.rows["place"]
    place.setCurrentIndex(-1)
    panel.rows["code"].field.clear()
    click(panel.accept_button)
    assert panel.rows["digits"].error.text() == "Type both groups of five digits."
    assert panel.rows["code"].error.text() == "Give the laptop a code."
    assert row.error.text() == "Put in a USB stick, or choose a folder."
    assert panel.rows["digits"].field.lines[0].hasFocus(), "the first of what is missing"
    panel.rows["code"].field.setText("K10")
    place.setCurrentIndex(known)
    assert row.error.isHidden()
    assert panel.rows["code"].error.isHidden()
    assert not panel.rows["digits"].error.isHidden()
    place.setCurrentIndex(-1)
    type_digits(panel, "00000 11111 22222 33333 44444 55555")
    click(panel.accept_button)
    assert "not the digits of the laptop" in panel.rows["digits"].error.text(), "told without a stick too"
    assert panel.rows["digits"].field.lines[0].hasFocus(), "what was just typed is put right first"
    place.setCurrentIndex(known)
    typed = panel.rows["digits"].field.text()
    _scroll_down(panel)
    click(panel.accept_button)
    assert "not the digits of the laptop" in panel.rows["digits"].error.text()
    settle()
    assert seen_of(panel.rows["digits"].error) == panel.rows["digits"].error.rect(), (
        "it stood above what is in sight"
    )
    assert panel.rows["digits"].field.lines[0].hasFocus()
    assert panel.rows["digits"].field.text() == typed, (
        "one wrong digit is put right, the others are not typed anew"
    )
    type_digits(panel, digits)
    assert panel.rows["who"].text() == "Р. Каримов"
    assert panel.rows["code"].field.text() == "K10"
    panel.rows["code"].field.setText("K9")
    click(panel.accept_button)
    assert "has the code K9 already" in panel.rows["code"].error.text()
    panel.rows["code"].field.clear()
    type_text(panel.rows["code"].field, "K12")
    press(panel.rows["code"].field, Qt.Key.Key_Return)
    settle()
    assert panel.isHidden()
    assert [one.title for one in stood] == ["K12 is enrolled"]
    assert stood[0].mood is Mood.NOW, "a success would go by itself"
    told_digits = stood[0].text
    screen.show_place(tab="reports")
    assert kept[0]() is None, "over another page it comes back no more: the digits stand under Keys"
    screen.show_place(tab="laptops")
    files = sorted(exchange.stick.glob("DSH-A1-*.tsync"))
    joined = writing.join(third.work, files[-1])
    assert joined.device_code == "K12"
    assert joined.fingerprint in told_digits, "the office tells the digits that the laptop shows"
    assert screen.laptops.selection.key() == "K12", "the next file is for it"
    assert screen.laptops.buttons["write"].isEnabled()
    third.work.close()


def test_a_begun_form_goes_out_of_sight_with_its_tab_and_comes_back_with_it(screen: OfficeScreen) -> None:
    """S3: it lay upon the reports as well."""
    screen.show_place(tab="laptops")
    click(screen.laptops.buttons["enrol"])
    panel = screen.laptops.enrol_panel
    panel.rows["code"].field.setText("K12")
    settle()
    place = panel.geometry()
    for tab in ("reports", "keys"):
        screen.show_place(tab=tab)
        settle()
        assert not panel.isVisible()
        assert panel.is_begun(), "what closes the program asks about it"
    screen.resize(screen.width() - 40, screen.height())
    screen.show_place(tab="laptops")
    settle()
    assert panel.isVisible()
    assert panel.rows["code"].field.text() == "K12"
    assert panel.geometry() == place.translated(-40, 0)
    press(panel.rows["code"].field, Qt.Key.Key_Escape)
    settle()
    question = find(screen.window(), ConfirmDialog, "panel_question")
    click(question.yes)
    settle()
    assert panel.isHidden()
    screen.show_place(tab="reports")
    screen.show_place(tab="laptops")
    assert panel.isHidden(), "what was closed does not come back"


def test_in_a_narrow_window_the_card_of_requests_keeps_room_for_all_it_says(screen: OfficeScreen) -> None:
    screen.show_place(tab="laptops")
    card = screen.errands
    assert card.empty.isVisible()
    disc = card.empty.findChild(QWidget, "office_errands_empty_icon")
    assert disc is not None
    heads = set()
    for width in (1100, 420):
        screen.resize(width, 700)
        settle()
        heads.add(card.empty.y())
        assert disc.geometry().bottom() < card.empty.title.y()
        assert card.empty.text.geometry().bottom() < card.empty.height()
    assert len(heads) == 2, "the head took a second line"


def test_ticking_a_course_moves_nothing_below_it(
    screen: OfficeScreen, exchange: Exchange, tmp_path: Path
) -> None:
    third = World(tmp_path).trainer("Р. Каримов", name="k12").open()
    asked, _ = office.request(third.work, exchange.stick / "request.json")
    screen.show_place(tab="laptops")
    click(screen.laptops.buttons["enrol"])
    panel = screen.laptops.enrol_panel
    panel.read_request(asked)
    settle()
    ticks = [tick for tick in panel.rows["courses"].field.ticks if tick.isVisible()]
    assert ticks
    for tick in ticks:
        tick.setChecked(False)
    settle()
    assert not panel.rows["teaches"].isEnabled()
    before = panel.rows["place"].mapTo(panel, QPoint()).y()
    ticks[0].setChecked(True)
    settle()
    assert panel.rows["teaches"].isEnabled()
    assert panel.rows["place"].mapTo(panel, QPoint()).y() == before


def test_enrolling_pressed_twice_writes_one_first_file(
    screen: OfficeScreen,
    context: AppContext,
    exchange: Exchange,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    third = World(tmp_path).trainer("Р. Каримов", name="k12").open()
    asked, digits = office.request(third.work, exchange.stick / "request.json")
    third.work.close()
    before = set(exchange.stick.glob("DSH-A1-*.tsync"))
    screen.show_place(tab="laptops")
    click(screen.laptops.buttons["enrol"])
    panel = screen.laptops.enrol_panel
    panel.read_request(asked)
    type_digits(panel, digits)
    panel.rows["code"].field.setText("K12")
    gate, enrol = threading.Event(), office.enrol

    def enrol_late(*given: Any, **named: Any) -> Any:
        assert gate.wait(SECONDS)
        return enrol(*given, **named)

    monkeypatch.setattr(office, "enrol", enrol_late)
    monkeypatch.setattr(context.jobs, "_synchronous", False)
    click(panel.accept_button)
    press(panel.rows["code"].field, Qt.Key.Key_Return)
    gate.set()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    assert panel.isHidden()
    assert len(set(exchange.stick.glob("DSH-A1-*.tsync")) - before) == 1


@pytest.mark.parametrize("teaches", [True, False])
def test_who_gets_a_course_with_the_laptop_is_put_on_it_unless_that_is_unticked(
    screen: OfficeScreen, exchange: Exchange, tmp_path: Path, teaches: bool
) -> None:
    third = World(tmp_path).trainer("Р. Каримов", name="k12").open()
    asked, digits = office.request(third.work, exchange.stick / "request.json")
    course = courses.list_courses(exchange.office)[0].course
    before = teachers.teachers_of(exchange.office, course.key)
    panel = screen.laptops.enrol_panel
    panel.open()
    panel.read_request(asked)
    assert not panel.rows["teaches"].isEnabled(), "no course is ticked yet"
    click(next(tick for tick in panel.rows["courses"].field.ticks if tick.text().startswith(course.code)))
    assert panel.rows["teaches"].isEnabled()
    assert panel.rows["teaches"].text() == "Р. Каримов teaches the ticked courses"
    assert panel.rows["teaches"].isChecked()
    if not teaches:
        click(panel.rows["teaches"])
    type_digits(panel, digits)
    panel.rows["place"].field.choose(exchange.stick)
    click(panel.accept_button)
    settle()
    added = teachers.teachers_of(exchange.office, course.key)[len(before) :]
    assert [(each.name, each.role) for each in added] == (
        [("Каримов Р.", TeachingRole.TRAINER)] if teaches else []
    )
    writing.join(third.work, sorted(exchange.stick.glob("DSH-A1-*.tsync"))[-1])
    there = [each.name for each in teachers.teachers_of(third.work, course.key)]
    assert ("Каримов Р." in there) is teaches, "the first file brings it"
    third.work.close()


def test_a_file_that_is_no_request_is_refused_in_the_panel(screen: OfficeScreen, exchange: Exchange) -> None:
    screen.laptops.enrol_panel.open()
    panel = screen.laptops.enrol_panel
    panel.read_request(exchange.waiting)
    assert "not a laptop's request" in panel.rows["request"].error.text()
    assert panel.rows["who"].isHidden()
    panel.read_request(exchange.stick / "pulled.json")
    assert "that the USB stick is in place" in panel.rows["request"].error.text()
    panel.read_request(exchange.stick)
    assert "is a folder, not a file" in panel.rows["request"].error.text()
    press(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_stick_that_was_pulled_takes_the_enrolment_back(
    screen: OfficeScreen, exchange: Exchange, tmp_path: Path
) -> None:
    third = World(tmp_path).trainer("Р. Каримов", name="k12").open()
    asked, digits = office.request(third.work, exchange.stick / "request.json")
    pulled = tmp_path / "pulled"
    pulled.mkdir()
    panel = screen.laptops.enrol_panel
    panel.open()
    panel.read_request(asked)
    type_digits(panel, digits)
    panel.rows["place"].field.choose(pulled)
    pulled.rmdir()
    click(panel.accept_button)
    assert "is not there" in panel.rows["place"].error.text()
    assert "K10" not in [line.code for line in office.devices(exchange.office)]
    third.work.close()


def test_a_file_is_written_for_a_laptop(screen: OfficeScreen, exchange: Exchange, told: list[Notice]) -> None:
    screen.show_place(tab="laptops")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(0, 0))
    assert screen.laptops.buttons["write"].text() == "Write a file for K7"
    press(screen.laptops.table, Qt.Key.Key_Return)
    panel = screen.laptops.pack_panel
    assert panel.isVisible()
    assert panel.title.text() == "A file for K7"
    click(panel.accept_button)
    settle()
    assert told[-1].title == "Saved and checked"
    newest = sorted(exchange.stick.glob("DSH-A1-*.tsync"))[-1]
    assert str(newest) in told[-1].text
    assert importing.inspect(exchange.trainer, newest).kind == "pack"
    line = next(one for one in office.devices(exchange.office) if one.code == "K7")
    assert line.pack == newest.name


def test_of_several_files_those_that_were_not_written_are_told_with_the_reason(
    screen: OfficeScreen, exchange: Exchange, told: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of a function stood there instead of the reason."""
    export = packs.export_pack

    def refuse_one(work: Workplace, device: str, *args: Any, **values: Any) -> SentBundle:
        if device == "K9":
            raise TrainerError("files.in_use", file="K9.tsync")
        return export(work, device, *args, **values)

    monkeypatch.setattr(packs, "export_pack", refuse_one)
    screen.show_place(tab="laptops")
    click(screen.laptops.buttons["write_all"])
    click(screen.laptops.all_packs_panel.accept_button)
    settle()
    assert told[-1].title == "1 file saved and checked; not written: 1"
    assert told[-1].text.splitlines()[1] == f"K9: {screen.context.words('files.in_use', file='K9.tsync')}"


def test_after_an_erasure_a_laptop_that_holds_the_name_is_named_until_its_next_file(
    screen: OfficeScreen, exchange: Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S2: nothing reminded of the laptop on which the name still lay."""
    bureau = exchange.office
    for code in ("K7", "K9"):
        packs.export_pack(bureau, code, tmp_path, courses=[exchange.course])
    assert all_packs.erasures_due(bureau) == {}
    person = enrolments.get_enrolment(bureau, exchange.enrolments[0]).person
    assert erasing.preview(bureau, person).laptops == ("K7", "K9")
    erasing.erase_person(bureau, person, "Asked for", "K-17")
    # Asked with each change of an office that has ten million entries.
    monkeypatch.setattr(stored, "entry_batches", lambda *_: pytest.fail("the whole journal is read"))
    assert all_packs.erasures_due(bureau) == {"K7": 1, "K9": 1}
    assert today.overview(bureau).office.erasing == ("K7", "K9")
    monkeypatch.undo()
    packs.export_pack(bureau, "K9", tmp_path)
    assert all_packs.erasures_due(bureau) == {"K7": 1}
    screen.show_place(tab="laptops")
    screen.refresh_now()
    model = screen.laptops.model
    place = [column.name for column in model.columns].index("state")
    shown = {model.row(each).code: model.index(each, place).data() for each in range(model.rowCount())}
    assert (shown["K7"], shown["K9"]) == ("erasure: file due", "enrolled")
    click(screen.laptops.buttons["write_all"])
    click(screen.laptops.all_packs_panel.accept_button)
    settle()
    assert all_packs.erasures_due(bureau) == {}
    assert today.overview(bureau).office.erasing == ()
    screen.refresh_now()
    assert model.index(0, place).data() == "enrolled"


def test_the_version_of_each_laptop_stands_beside_it_and_a_dash_where_no_file_came(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    exchange.office.store.change_setting(PROGRAM_VERSIONS, {"K7": "0.0.9"})
    importing.import_files(exchange.office, [exchange.waiting])
    screen.show_place(tab="laptops")
    model, across = screen.laptops.model, Qt.Orientation.Horizontal
    (column,) = [each for each in range(model.columnCount()) if model.headerData(each, across) == "Version"]
    assert not screen.laptops.table.isColumnHidden(column)
    shown = {model.row(each).code: model.index(each, column).data() for each in range(model.rowCount())}
    assert shown["K7"] == VERSION
    assert shown["K9"] == "–"


def test_a_course_planned_here_for_the_trainer_of_this_name_is_ticked(
    screen: OfficeScreen, exchange: Exchange, told: list[Notice]
) -> None:
    bureau = exchange.office
    new = courses.create_course(bureau, CourseDraft("LATER", Texts(en="Later"), FIRST, LAST)).key or ""
    user = next(line.name for line in office.devices(bureau) if line.code == "K7")
    teachers.assign_new(bureau, new, user, TeachingRole.TRAINER)
    screen.show_place(tab="laptops")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(0, 0))
    press(screen.laptops.table, Qt.Key.Key_Return)
    panel = screen.laptops.pack_panel
    proposed = next(tick for tick in panel.courses.field.ticks if tick.text().startswith("LATER"))
    assert proposed is panel.courses.field.ticks[1], "after its own, before all others"
    assert "trainer of this name" in proposed.text()
    assert proposed.isChecked(), "the office itself wrote who teaches there"
    click(proposed)
    click(panel.accept_button)
    settle()
    assert "Not in this file: LATER" in told[-1].text
    press(screen.laptops.table, Qt.Key.Key_Return)
    assert proposed.isChecked()
    click(panel.accept_button)
    settle()
    assert "Not in this file" not in told[-1].text
    assert new in {line.key for line in packs.pack_courses(bureau, "K7") if line.own}


def test_a_name_that_somebody_else_wrote_is_not_ticked(qtbot: QtBot) -> None:
    chooser = CourseChooser("courses")
    qtbot.addWidget(chooser)
    chooser.show_courses(
        [
            PackCourse("a", "GARM", "", own=False),
            PackCourse("b", "DSH", "", own=False, named=True),
            PackCourse("c", "KHJ", "", own=False, named=True, planned=True),
        ]
    )
    assert [tick.text() for tick in chooser.ticks] == [
        "DSH (trainer of this name)",
        "KHJ (trainer of this name)",
        "GARM",
    ]
    assert chooser.chosen() == ("c",)
    chooser.show()
    click(chooser.ticks[0])
    assert set(chooser.chosen()) == {"b", "c"}


def test_a_file_without_any_course_is_told_before_it_is_written(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    screen.show_place(tab="laptops")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(0, 0))
    press(screen.laptops.table, Qt.Key.Key_Return)
    panel = screen.laptops.pack_panel
    assert panel.courses.field.chosen()
    assert "None is ticked" not in panel.courses.description.text()
    for tick in panel.courses.field.ticks:
        tick.setChecked(False)
    assert panel.courses.description.text().startswith("None is ticked: the file would bring this laptop no")


def test_only_a_stick_is_to_be_ejected(screen: OfficeScreen, told: list[Notice]) -> None:
    screen.show_place(tab="laptops")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(0, 0))
    press(screen.laptops.table, Qt.Key.Key_Return)
    panel = screen.laptops.pack_panel
    assert not panel.place.field.on_stick
    click(panel.accept_button)
    settle()
    assert "Eject" not in told[-1].text, "the file lies in a folder"


def test_sending_begins_with_all_files_and_is_as_high_as_its_rows(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    """Enrolling was what the eye met on the page for sending, and the buttons lay far below the rows."""
    screen = OfficeSendScreen(context)
    qtbot.addWidget(screen)
    screen.resize(1170, 697)
    show(screen)
    screen.refresh_now()
    settle()
    buttons = screen.laptops.buttons
    assert (buttons["write_all"].kind, buttons["enrol"].kind) == (ButtonKind.PRIMARY, ButtonKind.PLAIN)
    assert screen.laptops.height() < screen.height() / 2
    assert screen.laptops.table.verticalScrollBar().maximum() == 0, "every row is in sight"
    model = screen.laptops.model
    states = [str(model.index(row, 7).data()) for row in range(model.rowCount())]
    assert "receipt to send" in states
    click(buttons["write_all"])
    assert screen.laptops.all_packs_panel.isVisible()


def test_ticks_stay_through_other_tabs_and_are_asked_about_before_they_go(screen: OfficeScreen) -> None:
    """S3: the form went without a word, and so did the choice of laptops."""
    screen.show_place(tab="laptops")
    for button, panel, tick in (
        (
            "write_all",
            screen.laptops.all_packs_panel,
            lambda: screen.laptops.all_packs_panel.laptops.field.rows[0],
        ),
        ("write", screen.laptops.pack_panel, lambda: screen.laptops.pack_panel.courses.field.ticks[0]),
    ):
        screen.laptops.table.setCurrentIndex(screen.laptops.model.index(0, 0))
        click(screen.laptops.buttons[button])
        settle()
        assert not panel.is_begun()
        before = tick().isChecked()
        tick().setChecked(not before)
        screen.show_place(tab="reports")
        settle()
        assert panel.is_begun(), "what closes the program asks about it"
        screen.show_place(tab="laptops")
        settle()
        assert (panel.isVisible(), tick().isChecked()) == (True, not before)
        press(panel, Qt.Key.Key_Escape)
        settle()
        assert panel.isVisible()
        click(find(screen.window(), ConfirmDialog, "panel_question").yes)
        settle()
        assert panel.isHidden()
        click(screen.laptops.buttons[button])
        settle()
        assert (tick().isChecked(), panel.is_begun()) == (before, False), "the choice went with the form"
        press(panel, Qt.Key.Key_Escape)
        settle()
        assert panel.isHidden()
