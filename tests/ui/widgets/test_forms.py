"""Form rows, panels and sheets: labels tied to fields, errors in place, Esc and Enter, Tab kept inside."""

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, press, settle, show, turn_wheel, type_text
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.controls import Button, Switch
from trainer_app.ui.widgets.fields import FormRow, SearchField, TextArea, bring_into_sight, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import ConfirmDialog, SidePanel, confirm
from trainer_app.ui.widgets.pages import ScrollPage
from trainer_app.ui.widgets.pickers import ComboBox, DateField, TimeField


@pytest.fixture
def host(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> QWidget:
    """Show a window with one button in it."""
    made = QWidget()
    made.setObjectName("host")
    made.resize(900, 600)
    column = QVBoxLayout(made)
    column.addWidget(Button("begin", text="Begin"))
    qtbot.addWidget(made)
    show(made)
    return made


def test_a_row_ties_its_words_to_the_field(qtbot: QtBot, theme: Theme) -> None:
    row = FormRow("town", text_field("town"))
    qtbot.addWidget(row)
    row.set_words("Town", "Where the course is held.")
    assert row.caption.buddy() is row.field
    assert row.field.accessibleName() == "Town"
    assert row.field.accessibleDescription() == "Where the course is held."
    assert not row.description.isHidden()


def test_of_a_few_words_tab_stops_at_the_chosen_one_and_arrows_choose(qtbot: QtBot, host: QWidget) -> None:
    """S3: Tab stopped at a word that was not chosen, arrows moved the ring alone, the old one was saved."""
    switch = Switch("sex", ("female", "male", "unknown"))
    switch.set_words("female", "male", "unknown")
    after = Button("after", text="After")
    column = host.layout()
    assert column is not None
    column.addWidget(switch)
    column.addWidget(after)
    switch.set_value("unknown")
    settle()
    begin = host.findChild(Button, "begin")
    assert begin is not None
    begin.setFocus()
    press(begin, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is switch.button("unknown")
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    press(switch.button("unknown"), Qt.Key.Key_Left)
    assert (switch.value(), chosen) == ("male", ["male"])
    assert switch.button("male").hasFocus()
    switch.set_value("female")
    press(switch.button("male"), Qt.Key.Key_Right)
    assert switch.value() == "unknown", "where the ring goes is chosen, whatever was chosen before"
    press(switch.button("unknown"), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_an_error_stands_at_its_field_and_goes(qtbot: QtBot, theme: Theme) -> None:
    row = FormRow("town", text_field("town"))
    qtbot.addWidget(row)
    row.set_words("Town", "Where the course is held.")
    row.show_error("Please name a town")
    assert not row.error.isHidden()
    assert row.description.isHidden()
    assert row.field.property("wrong") == "true"
    assert row.field.accessibleDescription().startswith("Please name a town")
    row.set_words("Город", "Где проходит курс.")
    assert row.description.isHidden()
    row.clear_error()
    assert row.error.isHidden()
    assert not row.description.isHidden()
    assert row.field.property("wrong") == ""
    assert row.field.accessibleDescription() == "Где проходит курс."


def test_times_and_days_are_typed_as_people_write_them(qtbot: QtBot, theme: Theme) -> None:
    time, day = TimeField("start", 9 * 60 + 5), DateField("day", QDate(2018, 10, 17))
    for field in (time, day):
        qtbot.addWidget(field)
    assert time.text() == "09:05"
    time.set_minutes(17 * 60)
    assert time.minutes() == 1020
    assert day.text() == "17.10.2018"


def test_the_wheel_changes_nothing_by_accident(qtbot: QtBot, theme: Theme) -> None:
    combo, time, day = ComboBox("lock"), TimeField("start"), DateField("day")
    combo.addItems(["a", "b", "c"])
    for field in (combo, time, day):
        qtbot.addWidget(field)
        # A wheel that gave the focus would change the value with its next step.
        assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus
        assert not turn_wheel(field)
    # Whoever has just chosen scrolls on with the pointer still over the box.
    combo.show()
    combo.setFocus()
    assert not turn_wheel(combo)
    assert combo.currentIndex() == 0


def test_a_choice_that_is_too_long_ends_in_an_ellipsis(qtbot: QtBot, theme: Theme) -> None:
    long, short = "SG26 · Безопасное общество для всех жителей города", "SG26"
    combo, same = ComboBox("project"), ComboBox("project")
    combo.addItems([long, short])
    for field in (combo, same):
        qtbot.addWidget(field)
        field.resize(226, field.sizeHint().height())
    assert combo.shown_text().endswith("…")
    assert long.startswith(combo.shown_text()[:-1])
    assert combo.currentText() == long, "only what is drawn is short"
    same.addItem(combo.shown_text())
    assert combo.grab().toImage() == same.grab().toImage()
    combo.setCurrentIndex(1)
    assert combo.shown_text() == short


def test_a_long_choice_has_short_words_in_the_field_and_is_whole_in_the_list(
    qtbot: QtBot, theme: Theme
) -> None:
    long = "DSH-1 · Безопасное общество для всех жителей города и района"
    window = QWidget()
    window.resize(900, 300)
    qtbot.addWidget(window)
    combo = ComboBox("course")
    combo.setParent(window)
    combo.add_brief(long, "Course: DSH-1", "dsh")
    combo.addItem("All courses", "")
    combo.resize(226, combo.sizeHint().height())
    window.show()
    assert (combo.shown_text(), combo.currentText()) == ("Course: DSH-1", long)
    combo.showPopup()
    assert combo.view().minimumWidth() >= combo.fontMetrics().horizontalAdvance(long)
    combo.hidePopup()
    combo.setCurrentIndex(1)
    assert combo.shown_text() == "All courses"


def test_tab_leaves_a_text_area(host: QWidget) -> None:
    area, after = TextArea("note", lines=2), Button("after", text="After")
    layout = host.layout()
    assert layout is not None
    for widget in (area, after):
        layout.addWidget(widget)
    settle()
    type_text(area, "Эзоҳ")
    press(area, Qt.Key.Key_Tab)
    assert area.toPlainText() == "Эзоҳ"
    assert after.hasFocus()


def test_a_search_waits_until_typing_pauses(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField("people_search", "Find a person")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    with qtbot.waitSignal(field.searched):
        type_text(field, "Ғаф")
    assert heard == ["Ғаф"]
    type_text(field, "у")
    press(field, Qt.Key.Key_Return)
    assert heard == ["Ғаф", "Ғафу"]
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert heard[-1] == ""
    assert field.accessibleName() == "Find a person"


def test_a_search_field_keeps_undo_for_itself_only_while_it_has_something_to_take_back(
    qtbot: QtBot, theme: Theme
) -> None:
    host = QWidget()
    layout = QVBoxLayout(host)
    field = SearchField("questions_search", "Find a question")
    layout.addWidget(field)
    taken: list[str] = []
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        QShortcut(key, host).activated.connect(lambda key=key: taken.append(key.name))
    qtbot.addWidget(host)
    show(host)
    field.setFocus()
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert taken == ["Undo", "Redo"], "the window undoes what was done last"
    type_text(field, "Ғ")
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "", "what was typed goes first"
    assert taken == ["Undo", "Redo"]
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["Undo", "Redo", "Undo"]


def test_a_panel_saves_by_enter_and_closes_by_escape(qtbot: QtBot, host: QWidget) -> None:
    panel = SidePanel("add_person", host)
    field = text_field("name")
    panel.body.addWidget(field)
    panel.set_words("Add a person", "Add")
    begin = host.findChild(Button, "begin")
    assert begin is not None
    begin.setFocus()
    panel.reveal(field)
    assert panel.isVisible()
    assert field.hasFocus()
    assert panel.geometry().right() == host.rect().right()
    with qtbot.waitSignal(panel.accepted):
        press(field, Qt.Key.Key_Return)
    assert panel.isVisible()
    with qtbot.waitSignal(panel.dismissed):
        press(field, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert begin.hasFocus()


def test_a_panel_asks_before_it_throws_a_form_away(qtbot: QtBot, host: QWidget) -> None:
    panel = SidePanel("add_person", host)
    lines = [text_field(name) for name in ("surname", "name", "unit")]
    for line in lines:
        panel.body.addWidget(line)
    panel.reveal(lines[0])
    assert not panel.is_begun()
    type_text(lines[0], "Ҳакимова")
    press(lines[0], Qt.Key.Key_Escape)
    asked = host.findChild(ConfirmDialog, "panel_question")
    assert asked is not None
    press(asked.no, Qt.Key.Key_Escape)
    settle()
    assert panel.isVisible()
    assert lines[0].text() == "Ҳакимова"
    click(panel.close_button)
    asked = host.findChild(ConfirmDialog, "panel_question")
    assert asked is not None
    click(asked.yes)
    assert panel.isHidden()
    panel.reveal(lines[0])
    click(panel.cancel_button)
    assert panel.isHidden(), "what stood there before is not typed"


def test_a_panel_opens_at_its_top(host: QWidget) -> None:
    panel = SidePanel("add_person", host)
    lines = [text_field(f"line_{number}") for number in range(40)]
    for line in lines:
        panel.body.addWidget(line)
    panel.reveal(lines[0])
    settle()
    scroll = panel.findChild(QScrollArea, "add_person_scroll")
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    panel.dismiss()
    panel.reveal(lines[0])
    assert bar.value() == 0, "the field that has the keyboard is seen"


def in_sight(part: QWidget, area: QScrollArea) -> bool:
    box = QRect(part.mapTo(area.viewport(), QPoint()), part.size())
    return area.viewport().rect().contains(box)


def test_what_is_shown_late_comes_into_sight_in_all_that_scrolls_around_it(host: QWidget) -> None:
    inner = QScrollArea()
    inner.setWidgetResizable(True)
    inner.setFixedHeight(200)
    holder = QWidget()
    lines = [text_field(f"line_{number}") for number in range(20)]
    told = label("body", "told", wrap=True)
    told.hide()
    inside = QVBoxLayout(holder)
    for line in (*lines, told):
        inside.addWidget(line)
    inner.setWidget(holder)
    outer = ScrollPage("outer")
    outer.column.addSpacing(900)
    outer.column.addWidget(inner)
    column = host.layout()
    assert column is not None
    column.addWidget(outer)
    settle()
    assert not in_sight(inner, outer)
    told.setText("It is not known. " * 40)
    told.show()
    bring_into_sight(told)
    QCoreApplication.processEvents()
    assert told.height() > 40
    assert in_sight(told, inner)
    assert in_sight(told, outer)


def test_a_panel_fits_a_narrow_window_and_speaks_the_language(
    host: QWidget, language: LanguageSwitch
) -> None:
    panel = SidePanel("add_person", host)
    panel.set_words("Add a person", "Add")
    panel.reveal(panel.accept_button)
    host.resize(300, 400)
    settle()
    assert panel.width() == 300
    assert panel.height() == 400
    assert panel.cancel_button.text() == "Cancel"
    language.choose("ru")
    settle()
    assert panel.cancel_button.text() == "Отмена"
    click(panel.cancel_button)
    assert panel.isHidden()


def whole(button: QWidget, within: QWidget) -> bool:
    """Tell whether all of a button is inside, with all of its words."""
    box = QRect(button.mapTo(within, QPoint()), button.size())
    return within.rect().contains(box) and button.width() >= button.minimumSizeHint().width()


def test_buttons_with_long_words_stand_below_each_other(host: QWidget) -> None:
    """Here "Зарегистрировать и записать файл" was squeezed at 150 %."""
    panel = SidePanel("enrol", host)
    panel.set_words("Зарегистрировать ноутбук", "Зарегистрировать и записать файл")
    panel.cancel_button.setText("Оставить всё как было")
    panel.reveal(panel.accept_button)
    host.resize(380, 500)
    settle()
    assert whole(panel.accept_button, panel)
    assert whole(panel.cancel_button, panel)
    assert panel.cancel_button.y() > panel.accept_button.y()
    host.resize(900, 600)
    settle()
    assert panel.accept_button.width() >= panel.accept_button.sizeHint().width()
    panel.dismiss()
    asked = confirm(host, "Закрыть курс?", "", "Закрыть курс, хотя осталось открытое", lambda: None)
    asked.no.setText("Оставить всё как было")
    host.resize(420, 400)
    settle()
    assert whole(asked.yes, asked.frame)
    assert whole(asked.no, asked.frame)
    press(asked, Qt.Key.Key_Escape)
    assert asked.isHidden()


def test_a_question_does_nothing_unless_agreed_to(qtbot: QtBot, host: QWidget) -> None:
    done: list[str] = []
    asked = confirm(host, "Void it?", "It cannot be undone.", "Void", lambda: done.append("void"))
    assert asked.no.hasFocus()
    press(asked.no, Qt.Key.Key_Escape)
    settle()
    assert done == []
    assert host.findChild(ConfirmDialog) is None
    asked = confirm(host, "Void it?", "It cannot be undone.", "Void", lambda: done.append("void"))
    assert asked.accessibleDescription() == "It cannot be undone."
    click(asked.yes)
    settle()
    assert done == ["void"]
    assert host.findChild(ConfirmDialog) is None


def test_no_question_has_one_word_for_yes_and_no(host: QWidget, language: LanguageSwitch) -> None:
    language.choose("tg")
    usual = confirm(host, "", "", "Беэътибор кардан", lambda: None)
    alike = confirm(host, "", "", f"{usual.no.text()}и дастрасӣ", lambda: None)
    assert usual.no.text() not in ("", alike.no.text())
    assert not alike.yes.text().startswith(alike.no.text())


def test_tab_stays_inside_a_question(host: QWidget) -> None:
    asked = confirm(host, "Void it?", "", "Void", lambda: None)
    for _ in range(5):
        press(QApplication.focusWidget() or asked, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() in (asked.yes, asked.no)
    press(asked.yes, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() in (asked.yes, asked.no)
    host.resize(500, 400)
    settle()
    assert asked.size() == host.size()
