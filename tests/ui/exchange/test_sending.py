"""Send in the window: three steps, one button, proof, copies, faults, history; joining an office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QStorageInfo, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.sheets import choose, scale
from tests.kit import worlds, writing
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press, press_button, settle, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import teachers
from trainer_app.actions.evaluations import feedback
from trainer_app.actions.exchange import importing, outstanding, packs, sending
from trainer_app.actions.office import office
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.exchange.sending import PendingChanges
from trainer_app.system.preferences import Preferences
from trainer_app.ui.exchange.screen import BandState, SendScreen
from trainer_app.ui.exchange.sent_files import JoinPanel
from trainer_app.ui.exchange.steps import ContentCard, counts_by_kind
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.devices import Drive, drive_name, drive_of_path, removable_drives
from trainer_app.ui.kit.file_import import dropped_files
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.laptops import OfficeSendScreen
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose


class Sticks(list[Drive]):
    """What is plugged in, for the screen to look at."""

    def look(self) -> list[Drive]:
        return list(self)


@pytest.fixture
def sticks(tmp_path: Path) -> Sticks:
    stick, locked = tmp_path / "stick", tmp_path / "locked"
    stick.mkdir()
    locked.mkdir()
    return Sticks(
        [
            Drive(stick, "KINGSTON (E:)", 14_600_000_000, 15_400_000_000, True),
            Drive(locked, "TRANSCEND (F:)", 2_000_000_000, 8_000_000_000, False),
        ]
    )


@pytest.fixture
def context(exchange: Exchange, make_context: MakeContext) -> AppContext:
    return make_context(exchange.trainer)


def show(qtbot: QtBot, context: AppContext, sticks: Sticks) -> SendScreen:
    """Open the screen as wide as the window leaves it."""
    made = SendScreen(context, sticks.look)
    qtbot.addWidget(made)
    made.resize(1170, 697)
    made.show()
    made.first_focus().setFocus()
    settle()
    return made


@pytest.fixture
def screen(qtbot: QtBot, context: AppContext, sticks: Sticks) -> SendScreen:
    return show(qtbot, context, sticks)


def listen(context: AppContext) -> list[Notice]:
    told: list[Notice] = []
    context.noticed.connect(told.append)
    return told


# What


def test_the_kinds_add_up_to_the_total() -> None:
    counts = {"attendance": 7, "person": 2, "enrolment": 3, "paper": 1, "issuer": 4, "course": 5}
    by_kind = counts_by_kind(PendingChanges(counts, 1, 22))
    assert (by_kind["marks"], by_kind["people"], by_kind["other"]) == (7, 5, 4)
    assert sum(by_kind.values()) == PendingChanges(counts, 1, 22).total


def test_what_will_go_stands_in_words(screen: SendScreen, exchange: Exchange) -> None:
    pending = outstanding.pending(exchange.trainer)
    assert screen.what.rows["marks"].value.text() == f"{pending.counts['attendance']} changes"
    assert screen.what.rows["feedback"].isHidden()
    assert screen.what.total.value.text() == str(pending.total)
    assert (
        screen.what.rows["marks"].accessibleName()
        == f"Attendance marks: {pending.counts['attendance']} changes"
    )


def test_a_new_mark_is_counted_at_once(screen: SendScreen, context: AppContext, exchange: Exchange) -> None:
    before = outstanding.pending(exchange.trainer).total
    context.do(attendance.mark, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    settle()
    assert screen.what.total.value.text() == str(before + 1)


def test_files_of_others_alone_are_worth_sending(screen: SendScreen) -> None:
    screen._pending = PendingChanges({}, 0, 0, carried=1)
    screen._show_band()
    assert screen.band.title.text() == "1 file of others ready to send"


def test_files_of_others_are_told_only_where_there_are_any(
    screen: SendScreen, language: LanguageSwitch
) -> None:
    card = screen.what
    assert card.carried.isHidden()
    card.show_pending(PendingChanges({}, 0, 0, carried=2, carried_later=1))
    assert not card.carried.isHidden()
    assert card.carried.text() == (
        "Going along: 2 files of others, with changes that the office does not have yet. "
        "Going with the next file: 1 file of others."
    )
    assert card.nothing.isHidden(), "they are something to send"
    language.choose("ru")
    settle()
    card.show_pending(PendingChanges({}, 0, 0, carried=2))
    assert "идут 2 чужих файла" in card.carried.text()
    card.show_pending(PendingChanges({"attendance": 1}, 1, 1))
    assert card.carried.isHidden()


# Whom and where


def test_office_and_paper_key_are_named_and_cannot_be_left_out(
    screen: SendScreen, exchange: Exchange
) -> None:
    trust = identity.trust_list(exchange.trainer)
    assert trust is not None
    assert screen.whom.office.accessibleName() == "Programme office, Dushanbe"
    assert screen.whom.office.accessibleDescription() == trust.office.fingerprint, "whole: it is compared"
    screen.whom.office.click()
    screen.whom.recovery.click()
    assert screen.whom.office.isChecked()
    assert screen.whom.recovery.isChecked()


def test_a_write_protected_stick_is_shown_and_cannot_be_chosen(screen: SendScreen, sticks: Sticks) -> None:
    free, locked = screen.where.rows
    assert free.isChecked()
    assert free.accessibleDescription() == "14.6\xa0GB of 15.4\xa0GB free"
    assert not locked.isEnabled()
    assert locked.accessibleDescription() == "write-protected"
    assert screen.where.place == sticks[0].path


def test_a_stick_comes_and_goes_by_itself(screen: SendScreen, sticks: Sticks) -> None:
    sticks.clear()
    screen.where.look()
    assert screen.where.place is None
    assert screen.band.state is BandState.NOT_READY
    assert not screen.band.button.isEnabled()
    assert "Put in a USB stick" in screen.band.text.text()
    sticks.append(Drive(Path("/nowhere"), "VERBATIM", 1, 2, True))
    screen.where.look()
    assert screen.where.name == "VERBATIM"
    assert screen.band.button.isEnabled()


def test_a_folder_is_chosen_and_remembered(
    screen: SendScreen, context: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    click(screen.where.folder)
    assert screen.where.place == folder
    assert not screen.where.rows[0].isChecked()
    click(screen.band.button)
    settle()
    assert context.preferences.now.export_folder == str(folder)
    assert len(list(folder.glob("*.tsync"))) == 1
    assert "Eject" not in screen.band.text.text()


def test_a_choice_that_is_cancelled_changes_nothing(
    screen: SendScreen, sticks: Sticks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _, *how: asked.append(how) or "")
    monkeypatch.setattr(FileDialog, "folders", {Purpose.SENDING: str(tmp_path)})
    screen.where._folder = tmp_path / "gone"
    click(screen.where.folder)
    assert asked == [("Where to write the file that you send", str(tmp_path))], (
        "a folder that is gone is none"
    )
    assert screen.where.place == sticks[0].path
    assert screen.where.rows[0].isChecked()
    assert not screen.where.folder.isChecked()


def test_the_place_used_last_is_chosen_again(
    qtbot: QtBot, context: AppContext, sticks: Sticks, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    sticks.append(Drive(second, "VERBATIM", 1, 2, True))
    context.preferences.change(Preferences.export_folder, str(second))
    assert show(qtbot, context, sticks).where.name == "VERBATIM"


def test_a_real_volume_is_described(tmp_path: Path) -> None:
    volume = QStorageInfo(str(tmp_path))
    drive = drive_of_path(volume)
    assert drive.path == Path(volume.rootPath())
    assert 0 <= drive.free <= drive.size
    assert drive_name(volume)
    assert all(each.path != Path("/") for each in removable_drives())


# Sending


def test_one_press_writes_checks_and_says_so(screen: SendScreen, exchange: Exchange, sticks: Sticks) -> None:
    press(screen.band.button, Qt.Key.Key_Return)
    settle()
    (file,) = sticks[0].path.glob("*.tsync")
    assert screen.band.state is BandState.SAVED
    assert screen.band.title.text() == "Saved and checked"
    text = screen.band.text.text()
    assert text.startswith(f"{file.stem} on KINGSTON (E:). Read back and found equal. ")
    assert text.endswith("Eject the USB stick before you pull it out.")
    assert screen.band.button.isHidden()
    assert importing.inspect(exchange.office, file).device == "K7"
    row = screen.sent.model.row(0)
    assert (row.file, row.target) == (file.name, "KINGSTON (E:)")


def test_after_the_next_mark_the_button_is_there_again(
    screen: SendScreen, context: AppContext, exchange: Exchange
) -> None:
    click(screen.band.button)
    context.do(attendance.mark, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    settle()
    assert screen.band.state is BandState.READY
    assert not screen.band.button.isHidden()


def test_a_copy_goes_somewhere_else_too(screen: SendScreen, context: AppContext, tmp_path: Path) -> None:
    click(screen.band.button)
    mail = tmp_path / "mail"
    mail.mkdir()
    told = listen(context)
    screen.copy_to(mail)
    (file,) = mail.glob("*.tsync")
    assert told[-1].text == str(file)
    assert screen.sent.model.row(0).target == "KINGSTON (E:), mail"
    assert screen.band.state is BandState.SAVED


def test_a_stick_that_was_pulled_is_told_with_what_was_kept(
    screen: SendScreen, exchange: Exchange, sticks: Sticks
) -> None:
    sent = len(sending.history(exchange.trainer))
    sticks[0].path.rmdir()
    click(screen.band.button)
    assert screen.band.state is BandState.FAILED
    assert screen.band.title.text().endswith(
        "is not there: the USB stick was pulled out, the folder was moved, or its name was typed otherwise"
    )
    assert "unharmed" in screen.band.text.text()
    assert len(sending.history(exchange.trainer)) == sent
    sticks[0].path.mkdir()
    click(screen.band.button)
    settle()
    assert screen.band.state is BandState.SAVED
    assert len(sending.history(exchange.trainer)) == sent + 1


# History


def test_the_answers_of_the_office(screen: SendScreen, context: AppContext, exchange: Exchange) -> None:
    model = screen.sent.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    answers = [model.index(row, 4).data() for row in range(2)]
    assert answers == ["waits for the office", "went into 0002"]
    importing.import_files(exchange.office, [exchange.waiting])
    pack = packs.export_pack(exchange.office, "K7", exchange.stick)
    told = listen(context)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pack.file)), QUrl("https://example.org/x.tsync")])
    drop(screen, data)
    settle()
    assert [model.index(row, 4).data() for row in range(2)] == ["confirmed by the office"] * 2
    assert told
    assert screen.band.title.text() == "Everything is at the office"
    assert screen.band.button.isHidden()


def drop(screen: QWidget, data: QMimeData) -> None:
    """Drag something over the screen and let it go."""
    at, nothing = QPointF(50, 50), Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, copy, data, left, nothing)
    screen.dragEnterEvent(entering)
    assert entering.isAccepted()
    screen.dropEvent(QDropEvent(at, copy, data, left, nothing))


def test_only_files_of_this_program_may_be_dropped(screen: SendScreen, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.xlsx"))])
    assert dropped_files(data) == []
    entering = QDragEnterEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering.ignore()
    screen.dragEnterEvent(entering)
    assert not entering.isAccepted()


# Without an office


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Story]:
    with worlds.empty(tmp_path / "alone").course(people=3).marked_until_noon().open() as story:
        yield story


@pytest.fixture
def alone_context(alone: Story, make_context: MakeContext) -> AppContext:
    return make_context(alone.work)


def test_without_an_office_a_passphrase_is_needed(
    qtbot: QtBot, alone: Story, alone_context: AppContext, sticks: Sticks
) -> None:
    screen = show(qtbot, alone_context, sticks)
    assert screen.focusWidget() is screen.whom.passphrase.line
    assert not screen.band.button.isEnabled()
    type_text(screen.whom.passphrase.line, "чор кал")
    assert not screen.band.button.isEnabled()
    type_text(screen.whom.passphrase.line, "имаи осон")
    assert screen.band.button.isEnabled()
    click(screen.whom.offer)
    secret = screen.whom.passphrase.text()
    assert len(secret.split()) == 5
    click(screen.band.button)
    settle()
    (file,) = sticks[0].path.glob("*.tsync")
    assert importing.inspect(alone.work, file, secret).entries > 0
    assert screen.whom.passphrase.text() == ""
    assert screen.sent.model.index(0, 4).data() == "not confirmed yet"


def test_words_on_offer_stay_after_sending_with_their_time_until_they_are_closed(
    qtbot: QtBot, alone: Story, alone_context: AppContext, sticks: Sticks
) -> None:
    screen = show(qtbot, alone_context, sticks)
    assert not screen.words.isVisible()
    click(screen.whom.offer)
    secret = screen.whom.passphrase.text()
    screen.resize(screen.width(), 560)
    settle()
    click(screen.band.button)
    settle()
    (file,) = sticks[0].path.glob("*.tsync")
    assert screen.words.isVisible()
    assert screen.words.visibleRegion().boundingRect().height() == screen.words.height(), "scrolled to"
    assert secret in screen.words.title.text()
    assert file.stem in screen.words.text.text()
    alone_context.language.choose("ru")
    settle()
    assert secret in screen.words.title.text(), "another language does not lose them"
    screen.hide()
    screen.show()
    settle()
    assert secret in screen.words.title.text(), "who looked elsewhere finds them again"
    assert alone_context.when(alone.work.clock.millis()) in screen.words.text.text()
    click(screen.words.close_button)
    assert not screen.words.isVisible()
    assert secret not in screen.words.title.text() + screen.words.accessibleName()
    assert not any(secret.encode() in path.read_bytes() for path in sticks[0].path.rglob("*.*"))


@pytest.mark.parametrize("typed", [False, True])
def test_words_of_the_last_file_go_with_the_next_one_or_when_closed(
    qtbot: QtBot, alone: Story, alone_context: AppContext, sticks: Sticks, typed: bool
) -> None:
    screen = show(qtbot, alone_context, sticks)
    click(screen.whom.offer)
    first = screen.whom.passphrase.text()
    click(screen.band.button)
    settle()
    assert first in screen.words.title.text()
    if not typed:
        click(screen.words.close_button)
        assert screen.words.title.text() == ""
        return
    click(screen.what.everything)
    type_text(screen.whom.passphrase.line, "чор калимаи дигари осон")
    click(screen.band.button)
    settle()
    assert not screen.words.isVisible(), "who made them up knows them"
    assert first not in screen.words.title.text()


def type_office_digits(panel: JoinPanel, digits: str) -> None:
    """Type the groups that are asked for, from the first field on, as somebody reads them out."""
    asked = [caption.text().removeprefix("Group ") for caption in panel.digits.field.captions]
    first, second = writing.groups_at(digits, [int(place) for place in asked])
    type_text(panel.digits.field.lines[0], first)
    assert panel.window().focusWidget() is panel.digits.field.lines[1], "the keyboard goes on by itself"
    assert not panel.accept_button.isEnabled()
    type_text(panel.digits.field.lines[1], second)
    assert panel.accept_button.isEnabled()


def wrong(digits: str) -> str:
    """Return digits of which every one is another."""
    return digits.translate(str.maketrans("0123456789", "1234567890"))


@pytest.fixture
def met(
    qtbot: QtBot, alone: Story, alone_context: AppContext, sticks: Sticks, exchange: Exchange
) -> SendScreen:
    """Let the first file of an office wait on a laptop that has none."""
    screen = show(qtbot, alone_context, sticks)
    asked, _ = office.request(alone.work, exchange.stick / "me.treq")
    click(screen.whom.join)
    screen.panel.take_first(writing.enrolled(exchange.office, asked, "K12", exchange.stick).pack.file)
    settle()
    return screen


def test_the_office_s_file_waits_for_digits_that_this_screen_does_not_show(
    met: SendScreen, alone: Story, exchange: Exchange
) -> None:
    panel, digits = met.panel, identity.office_keys(exchange.office).fingerprint
    assert panel.first_text.text().endswith("It holds no secret, and one name: yours."), "it is in the file"
    assert panel.digits.field.lines[0].hasFocus()
    assert "says that it comes from Programme office, Dushanbe (DSH)" in panel.third_text.text()
    shown = " ".join(part.text() for part in met.findChildren(QLabel))
    assert not [group for group in digits.split() if group in shown]
    assert not identity.has_office(alone.work)
    assert met.whom.join.text() == "Type the office's digits…"
    press(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    click(met.whom.join)
    assert panel.digits.field.lines[0].hasFocus(), "it still waits, and is found again"


def test_wrong_digits_are_told_calmly_and_the_third_time_the_file_goes(
    met: SendScreen, alone: Story, exchange: Exchange
) -> None:
    panel, digits = met.panel, identity.office_keys(exchange.office).fingerprint
    for left in (2, 1):
        type_office_digits(panel, wrong(digits))
        click(panel.accept_button)
        assert f"Tries left: {left}." in panel.digits.error.text()
        assert "the file is not the office's" in panel.digits.error.text()
        assert panel.digits.field.text().strip() == ""
    type_office_digits(panel, wrong(digits))
    click(panel.accept_button)
    assert panel.banner.title.text().startswith("The digits were wrong three times")
    assert panel.digits.isHidden()
    assert panel.take.hasFocus()
    assert met.whom.join.text() == "Import the office's first file"
    assert office.waiting(alone.work) is None
    assert not identity.has_office(alone.work)


def test_a_file_whose_digits_differ_is_given_up_and_deleted(met: SendScreen, alone: Story) -> None:
    kept = alone.work.folder.first_file
    assert kept.exists()
    press_button(met, "join_differ")
    press_button(met.window(), "join_differ_question_yes")
    assert not kept.exists()
    assert met.panel.banner.title.text() == "The file is deleted here"
    assert met.panel.digits.isHidden()
    assert met.whom.join.text() == "Import the office's first file"


def test_an_office_that_is_not_one_s_own_is_left_again(
    met: SendScreen, alone: Story, exchange: Exchange
) -> None:
    type_office_digits(met.panel, identity.office_keys(exchange.office).fingerprint)
    click(met.panel.accept_button)
    settle()
    assert identity.has_office(alone.work)
    assert met.panel.isHidden()
    press_button(met, "sending_not_mine")
    press_button(met.window(), "join_differ_question_yes")
    assert not identity.has_office(alone.work)
    assert met.panel.banner.title.text() == "This laptop belongs to no office"
    assert met.whom.not_mine.isHidden()


def test_a_laptop_joins_an_office_in_two_steps(
    qtbot: QtBot,
    alone: Story,
    alone_context: AppContext,
    sticks: Sticks,
    exchange: Exchange,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Notice] = []
    alone_context.noticed.connect(told.append)
    screen = show(qtbot, alone_context, sticks)
    click(screen.whom.request)
    panel = screen.panel
    assert panel.isVisible()
    where: list[tuple[str, ...]] = []
    place = str(sticks[0].path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _, *how: where.append(how) or place)
    monkeypatch.setattr(FileDialog, "folders", {Purpose.SENDING: str(tmp_path)})
    click(panel.write)
    title = "Where to write the request to the office? The file gets its name by itself."
    assert where == [(title, str(tmp_path))], "it begins in the folder written to last"
    (asked,) = sticks[0].path.glob("*-request.json")
    assert str(asked) in panel.written.text()
    asking = office.read_asking(exchange.office, asked)
    assert panel.own.text() == asking.fingerprint
    assert len(panel.own.text().split()) == 6
    pack = writing.enrolled(exchange.office, asked, "K12", exchange.stick).pack
    assert panel.digits.isHidden()
    panel.take_first(pack.file)
    settle()
    type_office_digits(panel, identity.office_keys(exchange.office).fingerprint)
    press(panel.digits.field.lines[1], Qt.Key.Key_Return)
    settle()
    assert told[-1].title == "This laptop now belongs to Programme office, Dushanbe"
    assert told[-1].text == "Its code is K12."
    assert panel.isHidden(), "what is sent is in sight"
    assert alone.work.device_code == "K12"
    assert screen.whom.joined
    assert screen.whom.not_mine.isVisible()
    assert screen.band.button.isEnabled()


def test_a_wrong_first_file_is_refused_in_the_panel(
    qtbot: QtBot, alone: Story, alone_context: AppContext, sticks: Sticks, exchange: Exchange
) -> None:
    screen = show(qtbot, alone_context, sticks)
    click(screen.whom.join)
    assert screen.focusWidget() is screen.panel.take
    screen.panel.take_first(exchange.waiting)
    assert screen.panel.banner.isVisible()
    assert "Nothing was" in screen.panel.banner.text.text()
    assert not identity.has_office(alone.work)
    screen.panel.write_request(exchange.stick / "pulled")
    assert "is not there" in screen.panel.banner.title.text()


def test_the_office_sends_to_its_laptops_instead(
    qtbot: QtBot, exchange: Exchange, make_context: MakeContext
) -> None:
    assert exchange.office.role is Role.OFFICE
    context = make_context(exchange.office)
    screen = next(spec for spec in SCREENS if spec.name == "sending").create(context)
    qtbot.addWidget(screen)
    screen.show()
    settle()
    assert isinstance(screen, OfficeSendScreen)
    assert screen.first_focus() is screen.laptops.table
    assert [screen.laptops.model.row(place).code for place in range(3)] == ["K7", "K9", "A1"]
    with qtbot.waitSignal(context.place_requested) as asked:
        click(screen.incoming)
    assert asked.args == ["office", {"tab": "incoming"}]


# Looks


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_and_speaks_every_language(screen: SendScreen, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    content = screen.page.content.minimumSizeHint()
    assert (content.width() <= 1170, content.height() <= 697) == (True, True)
    if code != "en":
        shown = (
            screen.header.title,
            screen.what.title,
            screen.whom.title,
            screen.where.title,
            screen.band.title,
        )
        assert not any(label.text().isascii() for label in shown)


def test_every_control_has_a_name_and_speaks(screen: SendScreen) -> None:
    for widget in screen.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.objectName()
            assert widget.accessibleName() or widget.property("text"), widget.objectName()


def test_feedback_that_waits_is_told_of_and_counted_apart(qtbot: QtBot, context: AppContext) -> None:
    card = ContentCard(context)
    qtbot.addWidget(card)
    card.show_pending(
        PendingChanges({"answer": 40, "paper": 2, "feedback_paper": 6, "form": 1}, 1, 49, feedback_waits=3)
    )
    assert card.rows["tests"].value.text() == "42 changes"
    assert card.rows["feedback"].value.text() == "6 changes"
    assert card.rows["forms"].value.text() == "1 change"
    assert not card.waits.isHidden()
    assert "3" in card.waits.text()
    card.show_pending(PendingChanges({"answer": 1}, 1, 1))
    assert card.waits.isHidden()
    card.show_pending(PendingChanges({"feedback_paper": 5}, 1, 1, feedback_enters=5, feedback_held=7))
    assert "With this file 5 feedback sheets enter the results" in card.waits.text()
    assert "Staying here: 7 feedback sheets, because another sheet of the same form" in card.waits.text()
    assert "They go when five" not in card.waits.text()


def test_sheets_that_came_while_another_screen_was_shown_are_counted_when_it_is_seen_again(
    qtbot: QtBot, context: AppContext, exchange: Exchange, sticks: Sticks
) -> None:
    screen = show(qtbot, context, sticks)
    sheet = choose(context.work, exchange.course, [scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    for digit in "54545":
        feedback.key_paper(context.work, sheet.sitting, [digit])
    screen.hide()
    screen.show()
    assert "With this file 5 feedback sheets enter the results" in screen.what.waits.text()
    told: list[Changes] = []
    context.changes.announced.connect(lambda changes, _source: told.append(changes))
    click(screen.band.button)
    assert any(changes.touches("feedback_paper") for changes in told), "the tab of the sheets counts anew"
    assert feedback.waiting(context.work) == 0
    assert screen.what.waits.isHidden()


# Co-trainers


def test_a_co_trainer_is_ticked_by_keyboard_and_can_open_the_file(
    qtbot: QtBot, context: AppContext, exchange: Exchange, sticks: Sticks
) -> None:
    importing.import_files(context.work, [packs.export_pack(exchange.office, "K7", exchange.stick).file])
    teachers.assign_new(context.work, exchange.course, "Линдквист Ҷамила", TeachingRole.TRAINER)
    screen = show(qtbot, context, sticks)
    others = screen.whom.others
    assert others.isVisible()
    others.setFocus()
    press(others, Qt.Key.Key_Down)
    press(others, Qt.Key.Key_Space)
    assert screen.whom.co_trainers() == ("K9",)
    (course,) = sending.list_co_trainers(context.work)[0].courses
    assert screen.band.title.text() == f"Ready for co-trainers: {course}"
    click(screen.band.button)
    (file,) = screen.where.place.glob("*.tsync") if screen.where.place else ()
    (taken,) = importing.import_files(exchange.second, [file]).files
    assert taken.new_entries > 0
    theirs = attendance.grid(exchange.second, exchange.course).rows[14].cells[4]
    assert theirs is not None
    assert theirs.conflict, "both marks are there, and the office will settle it"
    assert sending.history(context.work)[0].part
    assert outstanding.unsent(context.work) > 0, "the office has not been sent everything"


def test_without_other_laptops_nobody_is_offered(screen: SendScreen) -> None:
    assert not screen.whom.others.isVisible()
