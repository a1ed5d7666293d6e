"""A scan never lands in the wrong field, and nothing that a person types is lost or turned about."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.driving import find, show
from tests.ui.wedge import PERSON, Wedge
from trainer_app.domain.attendance.sheets import badge_code
from trainer_app.ui.attendance.session.scanner import KEY_GAP, LATER_GAP, KeyVerdict, ScanDetector, Scanner
from trainer_app.ui.shell.surroundings import IdleLock

CODE, SECOND = badge_code("somebody"), badge_code("somebody else")
WRONG = CODE[:-1] + str((int(CODE[-1]) + 1) % 10)


class Keys(QWidget):
    """Notes the keys it gets, presses and releases, as they came."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.got: list[tuple[str, str, int, int]] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.got.append(("press", event.text(), event.key(), event.nativeScanCode()))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.got.append(("release", event.text(), event.key(), event.nativeScanCode()))


class Bench(QWidget):
    """A window with one of everything that takes keys."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.area, self.spin = QLineEdit(), QPlainTextEdit(), QSpinBox()
        self.spin.setRange(0, 999_999_999)
        self.keys, self.button = Keys(), QPushButton("button")
        self.pressed = 0
        self.button.clicked.connect(self._count)
        self.button.setAutoDefault(True)
        self.list = QListView()
        self.list.setModel(QStringListModel([f"{number} somebody" for number in range(10)]))
        column = QVBoxLayout(self)
        for part in (self.line, self.area, self.spin, self.keys, self.button, self.list):
            column.addWidget(part)
        self.entered: list[str] = []
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))
        self.scanned: list[str] = []
        self.scanner = Scanner(self)
        self.scanner.scanned.connect(self.scanned.append)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench()
    qtbot.addWidget(made)
    show(made)
    yield made
    made.scanner.pause.stop()


@pytest.fixture
def wedge(bench: Bench) -> Wedge:
    return Wedge(bench)


@pytest.mark.parametrize("gap", [1, 8, 20, 45])
def test_a_scan_leaves_nothing_in_a_field(bench: Bench, wedge: Wedge, gap: int) -> None:
    bench.line.setFocus()
    wedge.type("Раҳ")
    wedge.scan(CODE, gap)
    assert bench.scanned == [CODE]
    assert bench.line.text() == "Раҳ"
    assert bench.entered == []
    wedge.type("имов")
    assert bench.line.text() == "Раҳимов"


@pytest.mark.parametrize("name", ["area", "spin", "keys", "button", "list"])
def test_a_scan_leaves_nothing_anywhere(bench: Bench, wedge: Wedge, name: str) -> None:
    part = getattr(bench, name)
    part.setFocus()
    bench.list.setCurrentIndex(bench.list.model().index(0, 0))
    wedge.scan(CODE)
    assert bench.scanned == [CODE]
    assert (bench.area.toPlainText(), bench.spin.value(), bench.keys.got) == ("", 0, [])
    assert (bench.pressed, bench.list.currentIndex().row()) == (0, 0)


def test_two_scans_in_a_row_without_a_pause(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    for sign in f"{CODE}\r{SECOND}\r{CODE}\r":
        wedge.key(sign, 3)
    assert bench.scanned == [CODE, SECOND, CODE]
    assert bench.line.text() == ""


def test_a_slow_scanner_may_pause_once_it_is_known(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.now += 1_000
    for place, sign in enumerate(f"{CODE}\r"):
        wedge.key(sign, 40 if place < 4 else LATER_GAP - 5)
    assert bench.scanned == [CODE]
    assert bench.line.text() == ""


def test_a_wrong_check_digit_is_told_too(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.scan(WRONG)
    wedge.scan("4607001234567")
    assert bench.scanned == [WRONG, "4607001234567"]
    assert bench.line.text() == ""


@pytest.mark.parametrize("code", [CODE, WRONG])
@pytest.mark.parametrize("gap", [PERSON, 80, 60])
def test_ten_digits_of_a_person_stay_theirs(bench: Bench, wedge: Wedge, code: str, gap: int) -> None:
    bench.line.setFocus()
    wedge.type(f"{code}\r", gap)
    assert bench.scanned == []
    assert bench.entered == [code]


def test_short_numbers_typed_at_any_speed_stay_theirs(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.scan("12345")
    assert bench.scanned == []
    assert bench.entered == ["12345"]


def test_a_digit_alone_comes_a_moment_later(qtbot: QtBot, bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.type("7")
    assert bench.line.text() == ""
    qtbot.waitUntil(lambda: bench.line.text() == "7")
    assert not bench.scanner.pause.isActive()


def test_an_interrupted_scan_goes_on_as_it_was_typed(qtbot: QtBot, bench: Bench, wedge: Wedge) -> None:
    bench.keys.setFocus()
    wedge.scan(CODE[:7], end="")
    assert bench.keys.got == []
    qtbot.waitUntil(lambda: len(bench.keys.got) == 14)
    expected = [(kind, sign, ord(sign), 10) for sign in CODE[:7] for kind in ("press", "release")]
    assert bench.keys.got == expected
    assert bench.scanned == []
    # The next scan is a whole one again.
    wedge.scan(SECOND)
    assert (bench.scanned, len(bench.keys.got)) == ([SECOND], 14)


def test_a_scanner_without_enter_is_understood(qtbot: QtBot, bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.scan(CODE, end="")
    qtbot.waitUntil(lambda: bench.scanned == [CODE])
    wedge.scan(WRONG, end="")
    qtbot.waitUntil(lambda: bench.line.text() == WRONG)
    assert bench.scanned == [CODE]


def test_tab_ends_a_scan_and_moves_nothing(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.scan(CODE, end="\t")
    assert bench.scanned == [CODE]
    assert bench.line.hasFocus()
    wedge.scan(WRONG, end="\t")
    assert bench.scanned == [CODE]
    assert (bench.line.text(), bench.line.hasFocus()) == (WRONG, False)


def test_keys_that_overlap_are_told_apart_too(bench: Bench, wedge: Wedge) -> None:
    """A scanner may press the next key before it lets the last one go."""
    bench.keys.setFocus()
    wedge.now += 1_000
    for sign in f"{CODE}\r":
        wedge.key(sign, 5, release=False)
    for sign in f"{CODE}\r":
        wedge.let_go(sign)
    assert bench.scanned == [CODE]
    assert bench.keys.got == []


def test_what_follows_quickly_stands_behind_the_digits(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.type("1a2b34c", 20)
    assert bench.line.text() == "1a2b34c"
    assert bench.scanned == []


def test_the_code_of_a_certificate_goes_where_it_was_scanned(
    qtbot: QtBot, bench: Bench, wedge: Wedge
) -> None:
    bench.line.setFocus()
    text = "TRC1:6BF.70-1234567/8$9012345678"
    wedge.scan(text)
    assert bench.entered == [text]
    assert bench.scanned == []


def test_a_scan_right_behind_a_letter_is_a_scan(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.key("P", 150)
    for sign in f"{CODE}\r":
        wedge.key(sign, 6)
    assert bench.scanned == [CODE]
    assert bench.line.text() == "P"


def test_a_shortcut_comes_after_the_digits_before_it(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    seen: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+G"), bench)
    shortcut.activated.connect(lambda: seen.append(bench.line.text()))
    wedge.type("42", 10)
    QTest.keyClick(bench.windowHandle(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["42"]


def test_digits_go_to_the_field_that_they_were_typed_in(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.type("12", 10)
    bench.area.setFocus()
    assert (bench.line.text(), bench.area.toPlainText()) == ("12", "")
    wedge.type("3", 10)
    QTest.mouseClick(bench.windowHandle(), Qt.MouseButton.LeftButton)
    assert (bench.line.text(), bench.area.toPlainText()) == ("12", "3")


def test_ctrl_and_digits_are_commands_and_no_scan(bench: Bench, wedge: Wedge) -> None:
    bench.keys.setFocus()
    for sign in CODE:
        wedge.key(sign, 5, held=Qt.KeyboardModifier.ControlModifier)
    wedge.key("\r", 5)
    assert bench.scanned == []
    assert len(bench.keys.got) == 22


def test_the_numeric_keypad_scans_too(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.now += 1_000
    for sign in CODE:
        wedge.key(sign, 5, held=Qt.KeyboardModifier.KeypadModifier)
    wedge.key("\r", 5, held=Qt.KeyboardModifier.KeypadModifier, code=Qt.Key.Key_Enter.value)
    assert bench.scanned == [CODE]
    assert bench.line.text() == ""


def test_persian_digits_are_digits(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.scan(CODE.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")))
    assert bench.scanned == [CODE]
    assert bench.line.text() == ""


def test_a_key_that_is_held_down_repeats(bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.key("7", 500)
    for _ in range(9):
        wedge.key("7", 30, repeat=True)
    wedge.key("\r", 30)
    assert bench.scanned == []
    assert bench.entered == ["7" * 10]


def test_a_passphrase_is_not_listened_to(bench: Bench, wedge: Wedge) -> None:
    bench.line.setEchoMode(QLineEdit.EchoMode.Password)
    bench.line.setFocus()
    wedge.scan(CODE)
    assert bench.scanned == []
    assert bench.entered == [CODE]


def test_nothing_is_listened_to_while_the_window_is_locked(qtbot: QtBot, bench: Bench) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    show(other)
    bench.hide()
    entered: list[str] = []
    other.returnPressed.connect(lambda: entered.append(other.text()))
    Wedge(other).scan(CODE)
    assert bench.scanned == []
    assert entered == [CODE]


def test_digits_held_when_the_window_locks_go_nowhere(qtbot: QtBot, bench: Bench, wedge: Wedge) -> None:
    bench.line.setFocus()
    wedge.scan(CODE[:5], end="")
    bench.scanner._host = QWidget()
    qtbot.addWidget(bench.scanner._host)
    qtbot.waitUntil(lambda: not bench.scanner._held)
    assert bench.line.text() == ""


def test_a_scan_is_a_sign_of_life(bench: Bench, wedge: Wedge, monkeypatch: pytest.MonkeyPatch) -> None:
    idle = IdleLock(bench)
    idle.start(15)
    find(idle, QTimer, "idle_rest").timeout.emit()
    begun: list[str] = []
    monkeypatch.setattr(idle._timer, "start", lambda _millis: begun.append("anew"))
    wedge.scan(CODE)
    assert bench.scanned == [CODE]
    assert begun
    idle.stop()


def test_any_mixture_of_people_and_scans_comes_apart_again(bench: Bench, wedge: Wedge) -> None:
    """Whatever the order and speeds: every scan is told, every key of a person lands, in order."""
    chance = random.Random(3)
    bench.line.setFocus()
    typed, scans = "", []
    for _ in range(150):
        if chance.random() < 0.4:
            code = badge_code(str(chance.random()))
            wedge.scan(code, chance.choice((1, 5, 12, 30, 45)))
            scans.append(code)
        else:
            text = "".join(chance.choice("0123456789абP ") for _ in range(chance.randint(1, 9)))
            wedge.now += 200
            wedge.type(text, chance.choice((15, 70, 150)))
            typed += text
    wedge.type("x")
    assert bench.scanned == scans
    assert bench.line.text() == typed + "x"


def test_the_rule_of_the_bursts() -> None:
    bursts = ScanDetector()
    assert bursts.digit("1", 1_000) is KeyVerdict.HOLD
    assert bursts.digit("2", 1_000 + KEY_GAP) is KeyVerdict.HOLD
    assert bursts.digit("3", 1_001 + 2 * KEY_GAP) is KeyVerdict.RESTART
    assert bursts.digits == "3"
    assert bursts.digit("4", 500) is KeyVerdict.RESTART
    assert bursts.other(510) is KeyVerdict.RELEASE
    assert bursts.digits == ""
    assert bursts.end(520) is KeyVerdict.RELEASE
    assert bursts.silence() is KeyVerdict.RELEASE
