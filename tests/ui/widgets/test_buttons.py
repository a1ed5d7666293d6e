"""Buttons, rows and choices: by mouse and by keyboard alone, never cut, with words for a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, press, settle, show
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import CONTROL, LIGHT
from trainer_app.ui.widgets.cards import ActionRow, CounterRow, ValueRow
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, IconButton, Shape, Switch, Tick
from trainer_app.ui.widgets.indicators import Chip, CountBadge, Tone


def colour_at(widget: QWidget, x: int, y: int) -> str:
    """Return the colour of one point of a widget as it is shown."""
    return widget.grab().toImage().pixelColor(x, y).name().upper()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", list(ButtonKind))
def test_a_button_is_pressed_by_key(qtbot: QtBot, theme: Theme, kind: ButtonKind, key: Qt.Key) -> None:
    button = Button("send", kind, "send", "Фиристодан")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        press(button, key)


def test_a_button_is_as_wide_as_its_words(qtbot: QtBot, theme: Theme) -> None:
    short, long = Button("a", text="OK"), Button("b", text="Остальные присутствуют")
    for button in (short, long):
        qtbot.addWidget(button)
        assert button.sizeHint() == button.minimumSizeHint()
        assert button.sizeHint().height() == CONTROL
    assert long.sizeHint().width() >= long.fontMetrics().horizontalAdvance(long.text()) + 32
    once = long.sizeHint()
    long.keep_within(once.width() - 1)
    assert long.sizeHint().width() == once.width() - 1
    assert long.sizeHint().height() > CONTROL, "its words stand on two lines"
    long.keep_within(once.width())
    assert long.sizeHint() == once
    plain = Button("c", ButtonKind.PLAIN, "send", "OK")
    qtbot.addWidget(plain)
    assert plain.sizeHint().width() > short.sizeHint().width()


def test_only_the_filled_button_is_filled(qtbot: QtBot, theme: Theme) -> None:
    filled, plain = Button("a", ButtonKind.PRIMARY, text="Send"), Button("b", text="Send")
    for button in (filled, plain):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
    assert colour_at(filled, 6, 18) == LIGHT.accent
    assert colour_at(plain, 6, 18) == LIGHT.surface
    plain.set_kind(ButtonKind.PRIMARY)
    assert colour_at(plain, 6, 18) == LIGHT.accent
    filled.setEnabled(False)
    assert colour_at(filled, 6, 18) == LIGHT.line


def test_the_ring_is_shown_to_those_who_use_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    first, second = Button("a", text="One"), Button("b", text="Two")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(holder)
    show(holder)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not first.ring_shown
    press(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.ring_shown
    click(first)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not first.ring_shown
    press(first, Qt.Key.Key_Shift)
    assert first.ring_shown


def test_an_icon_alone_has_words_and_its_key(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton("lock", "lock")
    qtbot.addWidget(button)
    button.set_words("Lock", "Ctrl+L")
    assert button.accessibleName() == "Lock"
    assert button.accessibleDescription() == "Ctrl+L"
    assert "Ctrl+L" in button.toolTip()
    assert button.sizeHint().width() == button.sizeHint().height() == CONTROL
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() is QAccessible.Role.Button


def test_a_counter_says_what_it_counts(qtbot: QtBot, theme: Theme) -> None:
    row = CounterRow("unsent")
    qtbot.addWidget(row)
    row.set_counter(2, "2", "open conflicts", "two trainers", due=True)
    row.show()
    assert row.accessibleName() == "2 open conflicts"
    assert row.number.property("role") == "counter_due"
    with qtbot.waitSignal(row.clicked):
        press(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(row.clicked):
        click(row)
    row.set_counter(0, "0", "open conflicts", "", due=True)
    assert row.number.property("role") == "counter"
    assert row.words.second.isHidden()


def test_an_action_row_names_its_button(qtbot: QtBot, theme: Theme) -> None:
    row = ActionRow("due", "pen")
    qtbot.addWidget(row)
    row.set_row("3 names", "before printing", "Check names")
    assert row.button.accessibleName() == "Check names: 3 names"
    assert not row.button.isHidden()
    row.set_row("All is done", "", "")
    assert row.button.isHidden()


def test_a_value_row_is_read_as_one(qtbot: QtBot, theme: Theme) -> None:
    row = ValueRow("marks")
    qtbot.addWidget(row)
    row.set_value("Marks", "214")
    assert row.accessibleName() == "Marks: 214"


def test_a_tick_turns_by_space_and_enter(qtbot: QtBot, theme: Theme) -> None:
    tick = Tick("office", "Program office")
    qtbot.addWidget(tick)
    press(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    press(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()
    assert tick.minimumSizeHint().width() > tick.fontMetrics().horizontalAdvance("Program office")


def test_one_radio_row_excludes_the_other(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, second = ChoiceRow("kingston", Shape.RADIO, "usb"), ChoiceRow("mail", Shape.RADIO, "mail")
    for row, words in ((first, "KINGSTON (E:)"), (second, "File for e-mail")):
        row.set_words(words, "14.6 of 15.4 GB free")
        column.addWidget(row)
    qtbot.addWidget(holder)
    holder.show()
    click(first)
    click(second)
    assert (first.isChecked(), second.isChecked()) == (False, True)
    assert second.accessibleName() == "File for e-mail"
    assert second.accessibleDescription() == "14.6 of 15.4 GB free"
    ticks = ChoiceRow("office", Shape.TICK)
    qtbot.addWidget(ticks)
    ticks.set_words("Office")
    click(ticks)
    assert ticks.isChecked()


def test_a_switch_announces_what_a_person_picks(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch("looks", ("system", "light", "dark"))
    switch.set_words("As the system", "Light", "Dark")
    qtbot.addWidget(switch)
    switch.show()
    assert switch.value() == ""
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_value("light")
    with qtbot.waitSignal(switch.chosen) as caught:
        press(switch.button("dark"), Qt.Key.Key_Space)
    assert caught.args == ["dark"]
    assert switch.value() == "dark"
    assert switch.button("light").accessibleName() == "Light"


def test_chips_and_badges_say_their_words(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("state")
    badge = CountBadge("waiting")
    for widget in (chip, badge):
        qtbot.addWidget(widget)
    chip.set_chip("Пурра қайд шуд", Tone.GOOD, "check")
    assert chip.accessibleName() == chip.text() == "Пурра қайд шуд"
    assert chip.sizeHint().height() == 22
    assert badge.isHidden()
    badge.set_number(2)
    assert not badge.isHidden()
    assert badge.sizeHint().width() == badge.sizeHint().height()
    badge.set_number(140)
    assert badge.number() == 140
    assert badge.sizeHint().width() > badge.sizeHint().height()
    badge.set_number(0)
    assert badge.isHidden()


def test_a_chip_keeps_its_tone_in_both_schemes(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("state", Tone.DUE, "clock", "due")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    light: QImage = chip.grab().toImage()
    theme.choose("dark")
    settle()
    dark = chip.grab().toImage()
    assert light.pixelColor(6, 11) == QColor(LIGHT.late_soft)
    assert dark.pixelColor(6, 11) != light.pixelColor(6, 11)


def inked_columns(widget: QWidget, colour: str) -> list[int]:
    """Return the columns of a widget's picture in which a colour stands."""
    picture = widget.grab().toImage()
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).name().upper() == colour for y in range(picture.height()))
    ]


def test_a_mirrored_layout_changes_sides_of_icon_and_words(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    tick = Tick("office", "Program office")
    qtbot.addWidget(tick)
    tick.setChecked(True)
    tick.resize(200, 28)
    from_left = inked_columns(tick, LIGHT.accent)
    try:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        from_right = inked_columns(tick, LIGHT.accent)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert max(from_left) < 24
    assert min(from_right) > 176


def test_a_folded_button_shows_its_drawing_and_says_its_words(qtbot: QtBot, theme: Theme) -> None:
    button, bare = Button("add", ButtonKind.PLAIN, "plus", "Илова"), Button("plain", text="Илова")
    for each in (button, bare):
        qtbot.addWidget(each)
        each.fold(True)
    assert (button.folded, bare.folded) == (True, False), "without a drawing there is nothing to fold to"
    assert button.sizeHint().width() == CONTROL < button.full_width()
    assert button.toolTip() == "Илова"
    button.setText("Ҳамроҳ")
    assert button.toolTip() == "Ҳамроҳ", "in the language of the window"
    button.setToolTip("Ҳамроҳ (Ctrl+N)")
    button.setText("Илова")
    assert button.toolTip() == "Ҳамроҳ (Ctrl+N)"
    button.setToolTip("")
    button.fold(False)
    assert button.sizeHint().width() == button.full_width()
    assert not button.toolTip(), "its words are seen"


def test_up_and_down_go_from_the_button_of_a_row_to_that_of_the_next(qtbot: QtBot, theme: Theme) -> None:
    """S3: Down went to the next button of the same row, as Tab does."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    rows = [ActionRow(f"row_{at}", "file", options=(Button(f"option_{at}", text="More"),)) for at in range(5)]
    for at, row in enumerate(rows):
        row.set_row(f"Paper {at}", "", "Print")
        column.addWidget(row)
    qtbot.addWidget(holder)
    rows[1].hide()
    for row_off in (rows[2].button, rows[2].findChild(Button, "option_2")):
        assert row_off is not None
        row_off.setEnabled(False)
    show(holder)
    rows[0].button.setFocus()
    for key, name in (
        (Qt.Key.Key_Down, "row_3_button"),
        (Qt.Key.Key_Down, "row_4_button"),
        (Qt.Key.Key_Down, "row_4_button"),
        (Qt.Key.Key_Up, "row_3_button"),
        (Qt.Key.Key_Up, "row_0_button"),
        (Qt.Key.Key_Up, "row_0_button"),
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        press(focus, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == name
    option = rows[3].findChild(Button, "option_3")
    assert option is not None
    option.setFocus()
    press(option, Qt.Key.Key_Down)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "option_4", "in its own column"


def test_a_button_outside_of_rows_leaves_the_arrows_to_qt(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, second = Button("first", text="One"), Button("second", text="Two")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(holder)
    show(holder)
    first.setFocus()
    press(first, Qt.Key.Key_Down)
    assert second.hasFocus()
