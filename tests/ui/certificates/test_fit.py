"""The board where certificates no longer fit the figures: what is said, and each way out of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, shown, story, tab
from tests.ui.driving import click, find, press, settle
from tests.ui.evaluation_parts import TAB_SIZE, score
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import enrolments
from trainer_app.actions.people import people
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system import messages
from trainer_app.ui.certificates.screen import CertificatesScreen
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.indicators import Tone, chip_width

__all__ = ["ended", "shown", "story", "tab"]

FAILED, PASSED = 7, 3
"""Places on the list: who has failed since, and who has passed since."""


@pytest.fixture
def later(tab: CertificatesTab, ended: Story) -> CertificatesTab:
    """Issue to everybody, then change two results."""
    certificates.issue(ended.work, ended.course, "en")
    tab.refresh()
    assert tab.board.unfit.isHidden()
    assert tab.issue.text() == "All are issued"
    score(ended, FAILED, Occasion.POST, 3)
    score(ended, PASSED, Occasion.POST, 19)
    tab.refresh()
    settle()
    return tab


def cell(tab: CertificatesTab, row: int, name: str) -> str:
    model = tab.board.model
    at = [column.name for column in model.columns].index(name)
    return str(model.data(model.index(row, at)))


def test_the_board_says_so_and_the_button_does_not_say_that_all_is_well(later: CertificatesTab) -> None:
    board = later.board
    assert board.unfit.isVisible()
    assert board.unfit.words.text().startswith("2 certificates no longer fit: ")
    assert (later.issue.text(), later.issue.isEnabled()) == ("No longer fit: 2", False)
    assert cell(later, FAILED, "why").startswith("certificate says completion; figures say attendance; ")
    assert cell(later, PASSED, "why").startswith("certificate says attendance; figures say completion; ")
    column = next(each for each in board.model.columns if each.name == "certificate")
    assert column.chip is not None
    chips = {place: column.chip(line) for place, line in enumerate(board.lines)}
    assert {place for place, chip in chips.items() if chip is not None} == {FAILED, PASSED}
    assert chips[FAILED] == (Tone.DUE, cell(later, FAILED, "certificate"), "")


def test_a_long_reason_makes_no_row_tall(tab: CertificatesTab, ended: Story) -> None:
    """It has two lines in its row, and stands whole below; all rows had its height, and few fitted."""
    certificates.issue(ended.work, ended.course, "en")
    tab.refresh()
    board = tab.board
    person = enrolments.list_enrolments(ended.work, ended.course)[0].person
    usual = board.view.verticalHeader().defaultSectionSize()
    other = {"family": "Абдурахмонова", "given": "Мафтуна", "rank": "майор юстиции"}
    people.change_person(ended.work, person.key, other)
    tab.refresh()
    board.selection.choose(board.lines[0].row.enrolment)
    board.view.make_room_anew()
    settle()
    assert len(cell(tab, 0, "why")) > 100
    assert board.view.verticalHeader().defaultSectionSize() <= usual + 4
    assert board.card.about.second.text() == board.columns.why(board.lines[0])
    assert board.card.about.second.height() >= board.card.about.second.heightForWidth(
        board.card.about.second.width()
    ), "nothing of it is cut"
    back = {"family": person.family, "given": person.given, "rank": person.rank}
    people.change_person(ended.work, person.key, back)
    tab.refresh()
    settle()
    assert board.view.verticalHeader().defaultSectionSize() == usual


def test_the_button_goes_round_all_of_them(later: CertificatesTab) -> None:
    chosen = []
    for _ in range(3):
        click(later.board.unfit.next)
        settle()
        chosen.append(later.board.view.currentIndex().row())
    assert chosen == [PASSED, FAILED, PASSED]


def test_replacing_gives_the_kind_of_the_figures(later: CertificatesTab, ended: Story) -> None:
    later.board.view.selectRow(FAILED)
    settle()
    old = cell(later, FAILED, "certificate")
    click(later.board.buttons["replace"])
    settle()
    form = later.replace_form
    assert form.rows["kind"].isVisible()
    assert form.rows["kind"].text() == "As the figures say now: Certificate of attendance"
    form.rows["reason"].field.setText("the test was read anew")
    click(form.accept_button)
    settle()
    assert certificates.find(ended.work, old).state is CertificateState.REPLACED
    assert eligibility.board(ended.work, ended.course)[FAILED].unfit is None
    later.refresh()
    assert later.issue.text() == "No longer fit: 1"


def test_without_the_tick_the_kind_stays_and_where_it_fits_there_is_no_tick(
    later: CertificatesTab, ended: Story
) -> None:
    later.board.view.selectRow(FAILED)
    click(later.board.buttons["replace"])
    settle()
    later.replace_form.rows["kind"].setChecked(False)
    later.replace_form.rows["reason"].field.setText("a letter was wrong")
    click(later.replace_form.accept_button)
    settle()
    row = eligibility.board(ended.work, ended.course)[FAILED]
    assert row.certificate is not None
    assert row.certificate.kind is CertificateKind.COMPLETION
    later.refresh()
    later.board.view.selectRow(0)
    click(later.board.buttons["replace"])
    settle()
    assert later.replace_form.rows["kind"].isHidden()


def test_a_decision_by_hand_leaves_the_certificate_and_says_why(later: CertificatesTab, ended: Story) -> None:
    later.board.view.selectRow(0)
    settle()
    assert later.board.buttons["decide"].isHidden(), "what fits is not decided once it is issued"
    later.board.view.selectRow(FAILED)
    later.board.view.setFocus()
    settle()
    assert later.board.buttons["decide"].isVisible()
    press(later.board.view, Qt.Key.Key_Return)
    settle()
    form = later.decide_form
    assert form.isVisible()
    click(form.rows["completion"])
    form.rows["reason"].field.setText("answered orally")
    click(form.accept_button)
    settle()
    assert eligibility.board(ended.work, ended.course)[FAILED].unfit is None


def test_limits_that_are_asked_about_put_the_band_away(later: CertificatesTab) -> None:
    later.board.what_if.test.show_limit(4500, later.context.formats)
    later.board.read()
    assert later.board.unfit.isHidden()
    later.board.leave_what_if()
    assert later.board.unfit.isVisible()


def test_everything_is_issued_anew_at_once_and_printed(
    later: CertificatesTab, ended: Story, shown: Shown, qtbot: QtBot
) -> None:
    corrected = eligibility.board(ended.work, ended.course)[0]
    person = enrolments.get_enrolment(ended.work, corrected.enrolment).person
    people.change_person(ended.work, person, {"family": "Қодирзода"})
    later.refresh()
    settle()
    assert later.board.unfit.words.text().startswith("3 certificates no longer fit: ")
    assert cell(later, 0, "why").startswith("certificate says “")
    assert later.board.unfit.renew.text() == "Issue 3 anew…"
    click(later.board.unfit.renew)
    settle()
    form = later.reason_form
    assert form.isVisible()
    about = find(form, QLabel, "reason_about").text()
    assert "Қодирзода" in about.split("\n\n", 1)[0].splitlines()[0], (
        "one name in a line, before all that is told"
    )
    turned = [row for row in eligibility.board(ended.work, ended.course) if row.other_kind and row.renewable]
    said = {CertificateKind.ATTENDANCE: "Attendance instead of completion: No.\u00a0{} {}."}
    said[CertificateKind.COMPLETION] = "Completion instead of attendance: No.\u00a0{} {}."
    assert turned
    for row in turned:
        assert said[row.result].format(row.number, row.name) in about, "who gets another kind is named"
    form.rows["reason"].field.setText("corrected since")
    click(form.accept_button)
    qtbot.waitUntil(lambda: bool(shown.papers))
    assert "Қодирзода" in "".join(shown.pages())
    assert not any(row.unfit for row in eligibility.board(ended.work, ended.course))
    assert later.board.unfit.isHidden()


def test_a_corrected_name_leaves_nothing_to_decide_by_hand(later: CertificatesTab, ended: Story) -> None:
    row = eligibility.board(ended.work, ended.course)[0]
    people.change_person(
        ended.work, enrolments.get_enrolment(ended.work, row.enrolment).person, {"family": "Қодирзода"}
    )
    later.refresh()
    later.board.view.selectRow(0)
    settle()
    assert later.board.buttons["decide"].isHidden()
    assert later.board.buttons["replace"].isVisible()


SAID = {
    "en": ("no longer fits", "Nobody declared it void, but it no longer fits: "),
    "ru": ("не соответствует", "Его никто не аннулировал, но он больше не соответствует данным курса: "),
    "tg": ("мувофиқ нест", "Онро касе беэътибор накардааст, вале он дигар мувофиқ нест: "),
}


@pytest.mark.parametrize("code", SAID)
def test_register_and_check_say_what_the_board_says(
    later: CertificatesTab, ended: Story, workspace: Workspace, language: LanguageSwitch, code: str
) -> None:
    """Nobody is told by telephone that one is simply valid while its course says otherwise."""
    language.choose(code)
    row = eligibility.board(ended.work, ended.course)[FAILED]
    assert row.certificate is not None
    why = "; ".join(messages.label_text(each, code) for each in row.misfits)
    screen = workspace.open("certificates")
    assert isinstance(screen, CertificatesScreen)
    settle()
    for page in (later.register, screen.register):
        columns = {each.name: each for each in page.model.columns}
        state, told = columns["state"], columns["history"]
        assert state.chip is not None
        chips = {each.serial: state.chip(each) for each in certificates.register(ended.work)}
        assert chips[row.certificate.serial] == (Tone.DUE, SAID[code][0], "alert")
        assert sum(chip == chips[row.certificate.serial] for chip in chips.values()) == 2
        assert why in told.text(row.certificate)
        assert chip_width(SAID[code][0], with_icon=True) <= state.width - 18
    screen.show_place(check=row.certificate.serial)
    settle()
    shown = screen.check.result
    assert SAID[code][1] + why in shown.meaning.text()
    assert shown.answer.property("role") == "due_title"
    assert shown.answer.text() == messages.text("certificate.check.valid_unconfirmed", code)
    fitting = eligibility.board(ended.work, ended.course)[0].certificate
    assert fitting is not None
    screen.show_place(check=fitting.serial)
    settle()
    assert shown.answer.property("role") == "good_title"


def test_the_register_follows_a_mark_that_is_changed_while_it_is_not_seen(
    later: CertificatesTab, ended: Story, workspace: Workspace
) -> None:
    row = eligibility.board(ended.work, ended.course)[FAILED]
    screen = workspace.open("certificates")
    assert isinstance(screen, CertificatesScreen)
    assert row.certificate is not None
    history = next(each for each in screen.register.model.columns if each.name == "history")
    assert "figures say attendance" in history.text(row.certificate)
    workspace.open("today")
    score(ended, FAILED, Occasion.POST, 19)
    workspace.context.changes.announce(
        Changes(Label("person.step.change"), 1, frozenset({("paper", "")})), None
    )
    workspace.open("certificates")
    settle()
    assert "figures say" not in history.text(row.certificate)


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(later: CertificatesTab, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    least = later.minimumSizeHint()
    assert least.width() <= TAB_SIZE[0]
    assert least.height() <= TAB_SIZE[1]
    unfit = later.board.unfit
    said = [unfit.words.text(), unfit.next.text(), unfit.renew.text(), cell(later, FAILED, "why")]
    assert not any("{" in text for text in said)
    if code != "en":
        assert not any(word in text for text in said for word in ("certificate", "figures", "next"))
    view, last = later.board.view, len(later.board.model.columns) - 1
    edges = 12 + 18
    assert chip_width(cell(later, FAILED, "certificate"), with_icon=False) <= view.columnWidth(last) - edges
    # No laptop's own code is wider than one with two W. What is shown here leaves the column narrower.
    widest = chip_width("OWN-2018-XWW888-00008-09", with_icon=False)
    assert widest <= later.board.model.columns[last].width - edges
