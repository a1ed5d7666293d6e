"""The register of a course and of all: states, what became of each, print chosen, void, replace, search."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, issued, shown, story, tab
from tests.ui.driving import click, find, press, press_button, settle, type_text
from tests.ui.evaluation_parts import chip_room, cut_heads
from trainer_app.actions.certificates import certificates, signatories
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office import erasing
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates import certificates as certificate
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateState,
    SignatoryLine,
    SignatoryRole,
)
from trainer_app.domain.certificates.serials import FIRST_BLOCK, SerialAccount, SerialRange
from trainer_app.ui.certificates.register_page import RegisterPage
from trainer_app.ui.certificates.screen import CertificatesScreen
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.certificates.wording import state_chip
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.indicators import chip_width
from trainer_app.ui.widgets.overlays import ConfirmDialog

__all__ = ["ended", "issued", "shown", "story", "tab"]


@pytest.fixture
def register(issued: list[Certificate], tab: CertificatesTab) -> RegisterPage:
    click(tab.switch.button("register"))
    settle()
    return tab.register


@pytest.fixture
def screen(workspace: Workspace, issued: list[Certificate], shown: Shown) -> CertificatesScreen:
    made = workspace.open("certificates")
    assert isinstance(made, CertificatesScreen)
    settle()
    return made


def cell(page: RegisterPage, row: int, name: str) -> str:
    at = [column.name for column in page.model.columns].index(name)
    return str(page.model.data(page.model.index(row, at)))


def serials(page: RegisterPage) -> list[str]:
    return [cell(page, row, "serial") for row in range(page.model.rowCount())]


def choose(page: RegisterPage, *rows: int) -> None:
    page.table.clearSelection()
    for row in rows:
        page.table.selectionModel().select(
            page.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    settle()


# Of a course


def test_before_the_first_one_it_says_what_will_stand_here(tab: CertificatesTab) -> None:
    click(tab.switch.button("register"))
    assert tab.register.body.currentWidget() is tab.register.empty
    assert "No certificate" in tab.register.empty.title.text()


def test_a_void_needs_a_reason_and_is_told_with_it(
    register: RegisterPage, tab: CertificatesTab, issued: list[Certificate], ended: Story
) -> None:
    choose(register, 2)
    click(register.buttons["void"])
    form = tab.reason_form
    assert form.isVisible()
    assert f"{issued[2].serial} ({issued[2].facts.name})" in form.rows["reason_about"].text()
    click(form.accept_button)
    assert form.isVisible()
    assert form.rows["reason"].field.hasFocus(), "said at the field, and one types on"
    assert form.rows["reason"].error.isVisible()
    assert certificates.find(ended.work, issued[2].serial).state is CertificateState.ISSUED
    type_text(form.rows["reason"].field, "Не пришёл")
    press(form.rows["reason"].field, Qt.Key.Key_Return)
    settle()
    assert form.isHidden()
    assert cell(register, 2, "state") == "Void"
    assert cell(register, 2, "history") == "Не пришёл"
    assert register.selection.key() == issued[2].key
    # Qt asks the keyboard what a choice means: Ctrl is held while Ctrl+Z is done.
    QTest.keyPress(register.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    tab.context.undo_last()
    settle()
    QTest.keyRelease(register.table, Qt.Key.Key_Control)
    assert certificates.find(ended.work, issued[2].serial).state is CertificateState.ISSUED
    chosen = [each.serial for each in register.selection.rows()]
    assert chosen == [issued[2].serial], "Ctrl+Z kept what was chosen"
    assert register.buttons["void"].isVisible()
    tab.context.redo_last()
    settle()
    choose(register, 2)
    assert register.buttons["void"].isHidden()
    assert not register.buttons["print"].isEnabled()
    assert tab.issue.text() == "Void, none in its place: 1", "who is entitled has none"
    assert "Void" in [tab.board.model.data(tab.board.model.index(row, 6)) for row in range(25)]


def test_a_replaced_one_names_its_successor_and_the_new_one_its_predecessor(
    register: RegisterPage, tab: CertificatesTab, issued: list[Certificate], ended: Story
) -> None:
    choose(register, 0)
    click(register.buttons["replace"])
    type_text(tab.replace_form.rows["reason"].field, "хато")
    click(tab.replace_form.accept_button)
    settle()
    rows = serials(register)
    new = next(row for row in range(25) if rows[row] not in {found.serial for found in issued})
    assert cell(register, 0, "state") == "Replaced"
    assert cell(register, 0, "history") == f"replaced by {rows[new]} · хато"
    assert cell(register, new, "history") == f"instead of {issued[0].serial} · not printed yet"


def test_what_is_wrong_with_a_replacement_is_said_at_its_field_and_nothing_typed_goes_unasked(
    register: RegisterPage, tab: CertificatesTab, issued: list[Certificate], ended: Story
) -> None:
    choose(register, 0)
    click(register.buttons["replace"])
    form = tab.replace_form
    names, reason = form.rows["fields"], form.rows["reason"].field
    type_text(reason, "хато")
    press(reason, Qt.Key.Key_Escape)
    asked = find(tab.window(), ConfirmDialog, "panel_question")
    click(asked.no)
    settle()
    assert form.isVisible()
    latin = names.rows["latin"]
    latin.field.line.clear()
    type_text(latin.field.line, "Раҳимов")
    click(form.accept_button)
    settle()
    assert "Cyrillic" in latin.error.text()
    assert form.trouble.isHidden()
    assert certificates.find(ended.work, issued[0].serial).state is CertificateState.ISSUED
    press(reason, Qt.Key.Key_Escape)
    click(find(tab.window(), ConfirmDialog, "panel_question").yes)
    assert form.isHidden()
    click(register.buttons["replace"])
    press(form, Qt.Key.Key_Escape)
    assert form.isHidden(), "where nothing was typed nothing is asked"


def test_only_the_valid_ones_of_the_chosen_are_printed(
    register: RegisterPage, issued: list[Certificate], ended: Story, shown: Shown, tab: CertificatesTab
) -> None:
    certificates.void(ended.work, issued[1].serial, "spoiled")
    tab.refresh()
    choose(register, 0, 1, 3)
    assert register.buttons["print"].text() == "Print 2 certificates"
    assert register.card.about.title.text() == "3 certificates chosen"
    click(register.buttons["print"])
    settle()
    pages = shown.pages()
    assert len(pages) == 2
    assert issued[0].serial in pages[0]
    assert issued[3].serial in pages[1]


def test_without_a_signature_that_is_not_here_it_asks_and_leaves_an_empty_line(
    tab: CertificatesTab, ended: Story, shown: Shown, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.png"
    Image.new("L", (300, 120), 20).save(scan)
    head = SignatoryLine(SignatoryRole.PERSON, Texts(tg="М. Саидова"), picture=scan)
    signatories.set_signatories(ended.work, [head], course=ended.course)
    issued = certificates.issue(ended.work, ended.course).certificates
    with ended.work.database.write():
        ended.work.database.run("DELETE FROM blob")
    tab.refresh()
    click(tab.switch.button("register"))
    choose(tab.register, 0, 1)
    click(tab.register.buttons["print"])
    settle()
    assert shown.papers == []
    asked = find(tab.window(), ConfirmDialog, "lost_pictures")
    assert "М. Саидова" in asked.text.text()
    click(asked.no)
    settle()
    assert shown.papers == []
    assert shown.notices == []
    click(tab.register.buttons["print"])
    settle()
    asked = find(tab.window(), ConfirmDialog, "lost_pictures")
    press(asked.yes, Qt.Key.Key_Return)
    settle()
    assert "М. Саидова" in shown.pages()[0]
    assert issued[0].serial in shown.pages()[0]


def test_the_board_acts_on_a_certificate_too(tab: CertificatesTab, ended: Story, shown: Shown) -> None:
    found = certificates.issue(ended.work, ended.course).certificates[0]
    tab.refresh()
    tab.board.view.selectRow(0)
    settle()
    assert tab.board.buttons["decide"].isHidden()
    click(tab.board.buttons["print"])
    settle()
    assert found.serial in shown.pages()[0]
    click(tab.board.buttons["void"])
    assert tab.reason_form.isVisible()
    click(tab.board.buttons["replace"])
    assert tab.replace_form.isVisible()
    assert tab.reason_form.isHidden()


# Of all courses


def test_all_courses_are_searched_in_any_script_or_by_number(
    screen: CertificatesScreen, issued: list[Certificate], qtbot: QtBot
) -> None:
    assert len(serials(screen.register)) == 24

    def search(text: str) -> list[str]:
        screen.search.setText(text)
        press(screen.search, Qt.Key.Key_Return)
        settle()
        return serials(screen.register)

    gulm = next(found.serial for found in issued if found.facts.name.startswith("Гулмуродова"))
    assert search("Gulmurod") == search("гулму") == [gulm]
    assert search(gulm.replace("-", " ").lower()) == [gulm]
    assert search("нетакого") == []
    assert "No such certificate" in screen.register.empty.title.text()
    assert screen.to_courses.isHidden()
    assert len(search("")) == 24


def test_states_are_counted_and_filter(
    screen: CertificatesScreen, issued: list[Certificate], context: AppContext
) -> None:
    context.do(certificates.void, issued[4].serial, "spoiled")
    settle()
    words = [screen.states.button(state).text() for state in ("all", "issued", "void", "replaced")]
    assert words == ["All 24", "Valid 23", "Void 1", "Replaced 0"]
    click(screen.states.button("void"))
    settle()
    assert serials(screen.register) == [issued[4].serial]
    click(screen.states.button("replaced"))
    assert serials(screen.register) == []


def test_enter_opens_the_course_at_its_register(
    screen: CertificatesScreen, workspace: Workspace, ended: Story
) -> None:
    choose(screen.register, 3)
    screen.register.table.setFocus()
    press(screen.register.table, Qt.Key.Key_Return)
    settle()
    assert workspace.current() == "courses"
    opened = workspace.findChild(CertificatesTab)
    assert opened is not None
    assert opened.course == ended.course
    assert opened.views.currentWidget() is opened.register


def test_void_and_replace_work_here_as_well(
    screen: CertificatesScreen, issued: list[Certificate], ended: Story, shown: Shown
) -> None:
    choose(screen.register, 1)
    click(screen.register.buttons["void"])
    type_text(screen.reason_form.rows["reason"].field, "spoiled")
    click(screen.reason_form.accept_button)
    assert certificates.find(ended.work, issued[1].serial).state is CertificateState.VOID
    choose(screen.register, 0)
    click(screen.register.buttons["replace"])
    screen.replace_form.rows["fields"].rows["given"].field.setText("Мафтуна")
    press_button(screen, "replace_fields_latin_suggest")
    type_text(screen.replace_form.rows["reason"].field, "хато")
    click(screen.replace_form.accept_button)
    settle()
    assert certificates.find(ended.work, issued[0].serial).state is CertificateState.REPLACED
    assert "Мафтуна" in shown.pages()[0]


def test_without_any_certificate_the_courses_are_offered(
    workspace: Workspace, context: AppContext, qtbot: QtBot
) -> None:
    screen = workspace.open("certificates")
    assert isinstance(screen, CertificatesScreen)
    settle()
    assert screen.register.body.currentWidget() is screen.register.empty
    assert screen.filters.isHidden()
    assert screen.to_courses.hasFocus(), "the keyboard is not left on a field that nobody sees"
    with qtbot.waitSignal(context.place_requested) as asked:
        click(screen.to_courses)
    assert asked.args == ["courses", {}]


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(screen: CertificatesScreen, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    for view in ("register", "check"):
        screen.show_view(view)
        settle()
        least = screen.minimumSizeHint()
        assert least.width() <= SMALLEST[0] - 196
        assert least.height() <= SMALLEST[1]
    assert screen.register.table.horizontalScrollBar().maximum() == 0
    assert cut_heads(screen.register.table) == []
    model, view = screen.register.model, screen.register.table
    column = next(each for each in model.columns if each.name == "state")
    chips = [column.chip(model.row(place)) for place in range(model.rowCount())] if column.chip else []
    shown = [chip_width(chip[1], with_icon=bool(chip[2])) for chip in chips if chip is not None]
    assert 0 < max(shown) <= chip_room(view, "state")
    widest = max(chip_width(state_chip(state)[1], with_icon=True) for state in CertificateState)
    assert widest <= column.width - 12 - 18
    screen.resize(700, 500)
    settle()
    assert widest <= chip_room(view, "state"), "a void one that comes far below is whole as well"
    assert "{" not in screen.states.button("all").text()


def test_a_serial_is_never_cut(screen: CertificatesScreen) -> None:
    metrics = screen.register.table.fontMetrics()
    widest = max(metrics.horizontalAdvance(serial) for serial in serials(screen.register))
    assert widest * 13 / 14 <= screen.register.table.columnWidth(0) - 30


def test_the_model_keeps_qts_rules(screen: CertificatesScreen) -> None:
    tester = QAbstractItemModelTester(
        screen.register.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    screen.search.setText("гулму")
    press(screen.search, Qt.Key.Key_Return)
    tester.deleteLater()


def test_the_open_badge_of_one_valid_certificate_is_saved(
    register: RegisterPage, issued: list[Certificate], tmp_path: Path
) -> None:
    choose(register, 0, 1)
    assert register.buttons["badge"].isHidden()
    choose(register, 1)
    assert not register.buttons["badge"].isHidden()
    target = tmp_path / certificate.badge_name(issued[1].serial)
    register.save_badge(issued[1].serial, target)
    assert target.read_text() == issued[1].badge
    # The name of a folder is refused, and nothing more is there.
    before = set(tmp_path.iterdir())
    register.save_badge(issued[1].serial, tmp_path)
    assert set(tmp_path.iterdir()) == before


def test_the_numbers_panel_explains_every_number(
    screen: CertificatesScreen, issued: list[Certificate]
) -> None:
    certificates.void(screen.context.work, issued[0].serial, "a no-show")
    click(screen.numbers)
    settle()
    assert screen.numbers_panel.isVisible()
    texts = screen.numbers_panel.texts()
    assert texts[0] == issued[0].serial[:-9]
    first, last = (sorted(found.serial for found in issued)[place][-8:-3] for place in (0, -1))
    assert texts[1] == f"{first}–{last}: {len(issued)} certificates"
    assert texts[2] == f"Void: {issued[0].serial[-8:-3]}"
    press(screen.numbers_panel, Qt.Key.Key_Escape)
    assert screen.numbers_panel.isHidden()


def test_the_numbers_panel_tells_a_copy_of_the_laptop(
    screen: CertificatesScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = FIRST_BLOCK + 1
    copied = SerialAccount("DSH", 2018, "K7", 3, (SerialRange(1, 2), SerialRange(other, other)))
    monkeypatch.setattr(certificates, "list_series", lambda _work: [copied])
    click(screen.numbers)
    settle()
    texts = screen.numbers_panel.texts()
    assert texts[0] == "DSH-2018-K7"
    assert any(text.startswith(f"{other:05}: a copy of the laptop") for text in texts), texts


def test_a_number_without_a_name_is_shown_and_not_printed(
    register: RegisterPage, issued: list[Certificate], ended: Story
) -> None:
    first = issued[0]
    person = next(
        item.person.key
        for item in enrolments.list_enrolments(ended.work, ended.course)
        if item.enrolment.key == first.enrolment
    )
    changes = erasing.erase_person(ended.work, person, "asked in writing")
    register.context.changes.announce(changes)
    settle()
    place = register.model.row_of(first.key)
    assert place is not None
    register.table.clearSelection()
    register.table.selectRow(place)
    settle()
    shown_cells = [
        str(register.model.index(place, column).data()) for column in range(register.model.columnCount())
    ]
    assert shown_cells[:2] == [first.serial, f"Erased {person[-4:]}"]
    assert "name erased" in shown_cells[-1]
    for name in ("print", "replace"):
        assert register.buttons[name].isVisible()
        assert not register.buttons[name].isEnabled()
        assert "name on it was erased" in register.buttons[name].toolTip()
    assert register.buttons["void"].isVisible()
    choose(register, 1)
    for name in ("print", "replace"):
        assert register.buttons[name].isEnabled()
        assert not register.buttons[name].toolTip()


def test_all_are_printed_but_those_whose_names_were_erased(
    tab: CertificatesTab, issued: list[Certificate], ended: Story, shown: Shown
) -> None:
    """An erased name stops nobody else's paper; on the board its row says why it is left out."""
    gone = issued[0]
    people = {
        each.enrolment.key: each.person for each in enrolments.list_enrolments(ended.work, ended.course)
    }
    tab.context.changes.announce(erasing.erase_person(ended.work, people[gone.enrolment].key, "in writing"))
    settle()
    papers: list[int] = []
    tab.context.noticed.connect(lambda _notice: papers.append(len(shown.papers)))
    click(tab.print_again)
    settle()
    assert papers == [1], "told once the paper is there: drawing takes away what was said before"
    assert len(shown.papers[0].leaves) == len(issued) - 1
    assert [each.title for each in shown.notices] == ["Left out: 1 certificate whose name was erased"]
    assert shown.notices[0].text.startswith("They are not printed any more.")
    tab.board.selection.choose(gone.enrolment)
    settle()
    for name in ("print", "replace"):
        assert not tab.board.buttons[name].isEnabled()
        assert "name on it was erased" in tab.board.buttons[name].toolTip()
