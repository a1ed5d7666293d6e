"""Handing out: ticked by keyboard from the signed list, counted, not received ones voided in one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from tests.documents.reading import page_count
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, issued, shown, story, tab
from tests.ui.driving import click, press, settle, type_text
from tests.ui.evaluation_parts import TAB_SIZE, chip_room, cut_heads
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates, printing
from trainer_app.actions.courses import enrolments
from trainer_app.domain.certificates.certificates import Certificate, CertificateReceipt, CertificateState
from trainer_app.ui.certificates.checklists import ReceiptsPage
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.certificates.wording import received_chip
from trainer_app.ui.kit.context import PrintOutcome
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.indicators import chip_width

__all__ = ["ended", "issued", "shown", "story", "tab"]


@pytest.fixture
def page(issued: list[Certificate], tab: CertificatesTab) -> ReceiptsPage:
    click(tab.switch.button("receipts"))
    settle()
    tab.receipts.view.setFocus()
    return tab.receipts


def test_the_list_is_ticked_down_by_keyboard(page: ReceiptsPage, issued: list[Certificate]) -> None:
    press(page.view, Qt.Key.Key_Space)
    press(page.view, Qt.Key.Key_Space)
    press(page.view, Qt.Key.Key_Minus)
    states = [row.received for row in page.rows]
    assert states[:4] == [
        CertificateReceipt.YES,
        CertificateReceipt.YES,
        CertificateReceipt.NO,
        CertificateReceipt.OPEN,
    ]
    assert page.view.currentIndex().row() == 3
    assert page.tools.count.text() == "2 of 24 received"
    # In the order in which they are printed.
    assert [row.facts.name for row in page.rows] == [each.facts.name for each in issued]
    page.view.selectRow(2)
    press(page.view, Qt.Key.Key_Delete)
    assert page.rows[2].received is CertificateReceipt.OPEN


def test_a_list_of_the_open_ones_gets_shorter_under_the_hand(page: ReceiptsPage) -> None:
    click(page.shown.button("open"))
    for _ in range(3):
        press(page.view, Qt.Key.Key_Space)
    assert page.model.rowCount() == 21
    assert [row.received for row in page.rows[:4]] == [CertificateReceipt.YES] * 3 + [CertificateReceipt.OPEN]
    assert page.view.currentIndex().row() == 0, "the next one has come up"


def test_the_rest_is_received_and_who_did_not_come_is_voided_for_one_reason(
    page: ReceiptsPage, tab: CertificatesTab, ended: Story, shown: Shown, issued: list[Certificate]
) -> None:
    assert page.buttons["void"].isHidden()
    for row in (4, 7):
        page.view.selectRow(row)
        press(page.view, Qt.Key.Key_Minus)
    click(page.rest)
    assert shown.undo == ["22 certificates received"]
    assert page.tools.count.text() == "22 of 24 received"
    click(page.shown.button("not_received"))
    assert page.model.rowCount() == 2
    assert page.buttons["void"].text() == "Declare 2 not received void"
    click(page.buttons["void"])
    click(tab.reason_form.accept_button)
    assert tab.reason_form.isVisible(), "not without a reason"
    type_text(tab.reason_form.rows["reason"].field, "наомад")
    click(tab.reason_form.accept_button)
    settle()
    gone = [each for each in certificates.register(ended.work, ended.course) if each.reason == "наомад"]
    assert {each.serial for each in gone} == {issued[4].serial, issued[7].serial}
    assert {each.state for each in gone} == {CertificateState.VOID}
    assert len(page.rows) == 22
    history.undo(ended.work)
    tab.refresh()
    assert len(page.rows) == 24


def test_prints_are_counted_page_by_page_and_told_in_the_register(
    page: ReceiptsPage, tab: CertificatesTab, ended: Story, shown: Shown, issued: list[Certificate]
) -> None:
    click(tab.print_again)
    settle()
    kept = shown.papers[-1].kept
    assert kept is not None
    kept(PrintOutcome(saved=True))
    kept(PrintOutcome())
    kept(PrintOutcome(copies=2, pages=(0, 3)))
    counted = printing.printed(ended.work)
    assert [counted[each.key].copies for each in issued[:4]] == [3, 1, 1, 3]
    assert {counted[each.key].saved for each in issued} == {1}
    click(tab.switch.button("register"))
    settle()
    row = next(at for at in range(24) if tab.register.model.row(at).key == issued[3].key)
    tab.register.table.selectRow(row)
    assert tab.register.card.about.second.text().startswith("printed 3 times, last 18")
    click(tab.register.buttons["history"])
    said = [event.label.code.rpartition(".")[2] for event in tab.history.events]
    assert said == ["issued", "saved", "print", "reprint"]
    assert tab.history.isVisible()
    press(tab.history, Qt.Key.Key_Escape)
    assert tab.history.isHidden()


def test_backs_are_not_counted_as_certificates(tab: CertificatesTab, ended: Story, shown: Shown) -> None:
    issued = certificates.issue(ended.work, ended.course, back=True).certificates
    tab.refresh()
    click(tab.print_again)
    settle()
    paper = shown.papers[-1]
    assert [leaf.words for leaf in paper.leaves] == [each.facts.name for each in issued]
    pages = [page for leaf in paper.leaves for page in leaf.pages]
    assert pages == list(range(page_count(paper.data)))
    kept = paper.kept
    assert kept is not None
    kept(PrintOutcome(pages=(2, 3)))
    assert set(printing.printed(ended.work)) == {issued[1].key}


def test_each_is_saved_as_a_file_of_its_own(
    tab: CertificatesTab,
    ended: Story,
    issued: list[Certificate],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "out"))
    tab.refresh()
    click(tab.switch.button("register"))
    settle()
    tab.register.table.selectAll()
    assert tab.register.buttons["void"].text() == "Declare 24 void"
    click(tab.register.buttons["save"])
    settle()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"{each.serial}.pdf" for each in issued
    )
    assert {counted.saved for counted in printing.printed(ended.work).values()} == {1}


def test_the_receipt_list_is_shown_on_paper(
    page: ReceiptsPage, shown: Shown, issued: list[Certificate]
) -> None:
    click(page.paper)
    settle()
    assert shown.papers[-1].file.startswith("DSH-1-receipts-")
    assert all(each.serial in "".join(shown.pages()) for each in issued)


def test_everybody_has_the_number_of_the_list_of_participants(
    page: ReceiptsPage, shown: Shown, ended: Story, issued: list[Certificate]
) -> None:
    listed = {
        each.enrolment.key: each.enrolment.number
        for each in enrolments.list_enrolments(ended.work, ended.course)
    }
    certificates.void(ended.work, issued[0].serial, "spoiled")
    page.show_certificates(certificates.register(ended.work, ended.course))
    seen = [int(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]
    assert seen == [listed[row.enrolment] for row in page.rows]
    assert seen[0] != 1, "the first of the list has no valid certificate any more"
    click(page.paper)
    settle()
    text = "".join(shown.pages())
    for each in issued[1:]:
        line = next(line for line in text.splitlines() if each.facts.name in line)
        assert line.split()[0] == str(listed[each.enrolment])


def test_before_anything_is_issued_the_page_says_so(tab: CertificatesTab) -> None:
    click(tab.switch.button("receipts"))
    settle()
    assert tab.receipts.empty.isVisible()
    assert not tab.receipts.card.isVisible()
    assert not tab.receipts.paper.isEnabled()


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(
    page: ReceiptsPage, tab: CertificatesTab, language: LanguageSwitch, code: str
) -> None:
    press(page.view, Qt.Key.Key_Minus)
    language.choose(code)
    settle()
    assert tab.minimumSizeHint().width() <= TAB_SIZE[0]
    assert tab.minimumSizeHint().height() <= TAB_SIZE[1]
    assert cut_heads(page.view) == []
    assert page.view.horizontalScrollBar().maximum() == 0
    chips = [chip_width(received_chip(state)[1], with_icon=True) for state in CertificateReceipt]
    assert max(chips) <= chip_room(page.view, "received")


def test_the_model_keeps_qts_rules(page: ReceiptsPage) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(page.view, Qt.Key.Key_Space)
    click(page.shown.button("open"))
    tester.deleteLater()
