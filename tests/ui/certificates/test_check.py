"""Checking a certificate: scanned, typed, pasted, chosen, dropped; each of the nine results in words."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.certificate_parts import ended, issued, shown, story
from tests.ui.driving import click, find, press, settle, type_text
from trainer_app.actions.certificates import certificates, printing
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office import erasing
from trainer_app.domain.certificates.certificates import Certificate, CertificateCheck, CheckResult
from trainer_app.system import messages
from trainer_app.ui.certificates import result_card
from trainer_app.ui.certificates.result_card import fact_lines
from trainer_app.ui.certificates.screen import CertificatesScreen, CheckPage
from trainer_app.ui.kit.evidence import CheckPanel
from trainer_app.ui.kit.language import LanguageSwitch, formats
from trainer_app.ui.shell.workspace import Workspace

__all__ = ["ended", "issued", "shown", "story"]


@pytest.fixture
def page(workspace: Workspace, issued: list[Certificate]) -> CheckPage:
    screen = workspace.open("certificates", check=True)
    assert isinstance(screen, CertificatesScreen)
    settle()
    return screen.check


def scan(page: CheckPage, text: str) -> None:
    """Type as a scanner does: all signs, then Enter."""
    type_text(page.text.field, text)
    press(page.text.field, Qt.Key.Key_Return)
    settle()


def drop(page: CheckPage, mime: QMimeData) -> None:
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    place = QPointF(20, 20)
    enter = QDropEvent(place, actions, mime, buttons, keys, QEvent.Type.DragEnter)
    page.dragEnterEvent(enter)  # type: ignore[arg-type]
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(place, actions, mime, buttons, keys))
    settle()


def test_the_field_is_ready_for_the_scanner(page: CheckPage) -> None:
    assert page.text.field.hasFocus()
    assert page.result.body.currentWidget() is page.result.empty


def test_evidence_of_an_office_is_checked_here_too(
    page: CheckPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "gone.zip.age"), ""))
    click(page.evidence)
    assert page.evidence.menu_of_two.isVisible()
    page.evidence.file.trigger()
    page.evidence.menu_of_two.close()
    panel = find(page, CheckPanel, "evidence_check_panel")
    assert panel.isVisible()
    assert "gone.zip.age" in panel.trouble.text()
    click(panel.accept_button)
    assert panel.isHidden()


def test_a_scanner_types_and_the_next_scan_takes_its_place(
    page: CheckPage, issued: list[Certificate]
) -> None:
    scan(page, issued[0].credential)
    facts = page.result.fact_values
    assert page.result.answer.text() == "Valid, not yet confirmed by the office"
    assert facts["name"] == "Абдуллоева Мавҷуда"
    assert facts["serial"] == issued[0].serial
    assert facts["days"] == "15–18 October 2018"
    assert facts["kind"] == "Certificate of completion"
    assert facts["hours"] == "18"
    assert "No list from an office" in page.result.lists.text()
    scan(page, issued[1].credential)
    assert page.text.field.text() == issued[1].credential
    assert page.result.fact_values["serial"] == issued[1].serial


def test_by_a_number_nothing_is_said_of_the_signature_on_the_paper(
    page: CheckPage, issued: list[Certificate]
) -> None:
    """S3: "The signature is right" stood there, though only a number was typed, and no name was left."""
    scan(page, issued[0].credential)
    assert "The signature is right" in page.result.meaning.text()
    work = page.context.work
    erasing.erase_person(work, enrolments.get_enrolment(work, issued[1].enrolment).person, "Asked for", "K-1")
    for number in (issued[0].serial, issued[1].serial):
        scan(page, number)
        assert page.result.fact_values["serial"] == number
        assert "The signature is right" not in page.result.meaning.text()
        assert "Only the number was looked up" in page.result.meaning.text()
    assert "name was erased" in page.result.meaning.text()


def test_whoever_comes_back_types_over_the_number_before(
    page: CheckPage, workspace: Workspace, issued: list[Certificate]
) -> None:
    """However one comes: back to the screen, through another view, with the mouse, with the keyboard."""
    field = page.text.field

    def away_and_back() -> None:
        workspace.open("courses")
        settle()
        workspace.open("certificates")
        settle()

    def by_view() -> None:
        screen = workspace.open("certificates")
        assert isinstance(screen, CertificatesScreen)
        screen.show_view("register")
        screen.show_view("check")
        settle()

    def by_mouse() -> None:
        page.choose.setFocus()
        click(field)

    def by_key() -> None:
        page.choose.setFocus()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    for place, come in enumerate((away_and_back, by_view, by_mouse, by_key)):
        scan(page, issued[place].serial)
        assert field.selectedText() == issued[place].serial
        field.deselect()
        come()
        field.setFocus()
        assert field.selectedText() == issued[place].serial, come.__name__
        scan(page, issued[place + 1].serial)
        assert page.result.fact_values["serial"] == issued[place + 1].serial
    click(field)
    assert not field.hasSelectedText(), "a second click chooses a place in the text"


def test_a_scanner_under_a_tajik_layout_works_as_well(page: CheckPage, issued: list[Certificate]) -> None:
    layout = dict(zip("QWERTYUIOPASDFGHJKL:ZXCVBNM./$", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЖЯЧСМИТЬю.;", strict=True))
    layout |= dict(zip("WOSM-+", "ҚҲҶӢғӮ", strict=True))
    scan(page, "".join(layout.get(sign, sign) for sign in issued[0].credential))
    assert page.result.fact_values["serial"] == issued[0].serial


def test_the_course_is_named_in_the_window_s_language_beside_what_was_signed(
    page: CheckPage, issued: list[Certificate], language: LanguageSwitch
) -> None:
    facts = issued[0].facts
    assert facts.language != "en"
    assert facts.course_title_en != facts.course_title
    scan(page, issued[0].credential)
    assert page.result.fact_values["course"] == f"{facts.course_title_en} ({facts.course_title})"
    language.choose(facts.language)
    settle()
    assert page.result.fact_values["course"] == facts.course_title


def test_a_serial_is_answered_from_the_register(
    page: CheckPage, issued: list[Certificate], ended: Story
) -> None:
    certificates.void(ended.work, issued[2].serial, "spoiled")
    scan(page, issued[2].serial.replace("-", " ").lower())
    assert page.result.answer.text() == "Declared void"
    assert page.result.answer.property("role") == "bad_title"
    assert page.result.fact_values["reason"] == "spoiled", "it is on record here"
    assert page.result.advice.text() == "Do not accept it. The reason on record stands below."
    replaced = certificates.replace(ended.work, issued[3].serial, "a letter").certificates[0]
    scan(page, issued[3].serial)
    assert page.result.answer.text() == "Replaced by a newer one"
    assert page.result.answer.property("role") == "due_title"
    assert page.result.fact_values["replaced_by"] == replaced.serial
    scan(page, replaced.serial)
    assert "replaced_by" not in page.result.fact_values
    assert page.result.fact_values["replaces"] == issued[3].serial


def test_one_changed_sign_is_an_alteration_without_facts(page: CheckPage, issued: list[Certificate]) -> None:
    text = issued[0].credential
    sign = "A" if text[60] != "A" else "B"
    scan(page, text[:60] + sign + text[61:])
    assert page.result.answer.text() == "Altered, or read wrongly"
    assert page.result.fact_values == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Гулмуродова", "not the code of a certificate"),
        ("DSH-2018-K7-00042-98", "no certificate DSH-2018-K7-00042-98"),
        ("DSH-2018-K7-00042-97", "was mistyped"),
        ("/no/such/file.pdf", "not the code of a certificate"),
    ],
)
def test_what_cannot_be_checked_is_said_in_the_same_place(page: CheckPage, text: str, said: str) -> None:
    scan(page, text)
    assert said in page.result.answer.text() + page.result.meaning.text()
    assert page.result.fact_values == {}
    assert page.result.lists.isHidden()


def test_an_empty_field_asks_nothing(page: CheckPage) -> None:
    scan(page, "   ")
    assert page.result.body.currentWidget() is page.result.empty


def test_a_pdf_of_a_batch_is_leafed_through(
    page: CheckPage, issued: list[Certificate], tmp_path: Path
) -> None:
    path = tmp_path / "batch.pdf"
    path.write_bytes(printing.print_certificates(page.context.work, issued[:3]))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(page, mime)
    assert page.result.place.text() == "1 / 3"
    seen = [page.result.fact_values["serial"]]
    for _ in range(2):
        click(page.result.after)
        seen.append(page.result.fact_values["serial"])
    assert seen == [found.serial for found in issued[:3]]
    click(page.result.before)
    assert page.result.place.text() == "2 / 3"


def test_a_text_is_dropped_and_a_path_typed(
    page: CheckPage, issued: list[Certificate], tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setText(f" {issued[1].credential}\n")
    drop(page, mime)
    assert page.result.fact_values["serial"] == issued[1].serial
    path = tmp_path / "one.pdf"
    path.write_bytes(printing.print_certificates(page.context.work, issued[5:6]))
    page.text.field.clear()
    scan(page, str(path))
    assert page.result.fact_values["serial"] == issued[5].serial
    assert page.result.place.isHidden()
    scan(page, issued[0].credential)
    scan(page, QUrl.fromLocalFile(str(path)).toString())
    assert page.result.fact_values["serial"] == issued[5].serial
    assert not page.text.field.acceptDrops()


def test_an_open_badge_is_dropped_as_a_file_and_pasted_as_text(
    page: CheckPage, issued: list[Certificate], tmp_path: Path
) -> None:
    path = printing.export_badge(page.context.work, issued[1].serial, tmp_path / "one.jwt")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop(page, mime)
    assert page.result.answer.text() == "Valid, not yet confirmed by the office"
    assert page.result.fact_values["serial"] == issued[1].serial
    assert page.result.fact_values["days"] == "15–18 October 2018"
    page.text.field.setText(f"{issued[2].badge[:900]} {issued[2].badge[900:]}")
    page.check_text()
    assert page.result.fact_values["serial"] == issued[2].serial
    certificates.void(page.context.work, issued[2].serial, "spoiled")
    page.check_text()
    assert page.result.answer.text() == "Declared void"
    path.write_text("eyJ.eyJ.eyJ")
    page.check_file(path)
    assert page.result.answer.text() == "Altered, or read wrongly"
    path.write_text("a letter")
    page.check_file(path)
    assert "not the code of a certificate" in page.result.answer.text() + page.result.meaning.text()


def test_a_file_without_a_code_is_said_so(page: CheckPage, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_text("no picture at all", encoding="utf-8")
    page.check_file(path)
    assert "letter.pdf" in page.result.answer.text() + page.result.meaning.text()


@in_turn("code", ["tg", "ru", "en"])
def test_each_of_the_results_has_its_own_words_drawing_and_colour(
    page: CheckPage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    titles, icons = set(), set()
    for result in CheckResult:
        facts: dict[str, object] = {"serial": "DSH-2018-K7-00042-98", "kind": "completion", "name": "Азизов"}
        page.result.show_checks([CertificateCheck(result, facts, date(2018, 10, 17))])
        settle()
        titles.add(page.result.answer.text())
        icons.add(result_card.LOOKS[result].icon)
        role = page.result.answer.property("role")
        assert (role == "good_title") is result.good
        assert page.result.meaning.text()
        assert page.result.advice.text()
        assert page.result.answer.text() in page.result.accessibleName()
        assert "2018" in page.result.lists.text()
        assert page.result.fact_values["name"] == "Азизов"
    assert len(titles) == len(icons) == len(CheckResult)
    erased = CertificateCheck(CheckResult.VALID_CONFIRMED, {"serial": "DSH-2018-K7-00042-98"}, erased=True)
    page.result.show_checks([erased])
    compared = {"en": "Compare the course below", "ru": "Сравните курс ниже", "tg": "Курси зерро"}
    assert page.result.advice.text().startswith(compared[code]), "no name is there to be compared"
    if code != "en":
        assert "Valid" not in titles


def test_each_of_several_files_that_are_dropped_is_checked(
    page: CheckPage, issued: list[Certificate], tmp_path: Path
) -> None:
    """E1: of several files only the first was looked at."""
    certificates.void(page.context.work, issued[1].serial, "spoiled")
    mime = QMimeData()
    paths = [tmp_path / f"{found.serial}.jwt" for found in issued[:2]]
    for path, found in zip(paths, issued[:2], strict=True):
        path.write_text(found.badge)
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(page, mime)
    assert [check.result for check in page.result.checks] == [
        CheckResult.VALID_UNCONFIRMED,
        CheckResult.REVOKED,
    ]
    assert page.result.fact_values["serial"] == issued[1].serial


@in_turn("code", ["tg", "ru", "en"])
def test_of_several_a_bad_one_is_shown_first_and_what_the_whole_is(
    page: CheckPage, language: LanguageSwitch, code: str
) -> None:
    """E1: a file with several certificates is as good as the worst of them."""
    language.choose(code)
    good, void = (
        CertificateCheck(result, {"serial": result.value}, date(2018, 10, 17))
        for result in (CheckResult.VALID_CONFIRMED, CheckResult.REVOKED)
    )
    page.result.show_checks([good, void, good])
    settle()
    assert page.result.fact_values["serial"] == "revoked"
    assert page.result.place.text() == "2 / 3"
    assert page.result.whole.text() == messages.text("certificate.checks.some", code, good=2, count=3)
    assert page.result.whole.isVisible()
    page.result.show_checks([good, good])
    settle()
    assert page.result.place.text() == "1 / 2"
    assert page.result.whole.text() == messages.text("certificate.checks.all", code, good=2, count=2)
    page.result.show_checks([good])
    settle()
    assert not page.result.whole.isVisible()


@in_turn("code", ["tg", "ru", "en"])
def test_a_badge_of_another_certificate_is_never_shown_as_good(
    page: CheckPage, language: LanguageSwitch, code: str
) -> None:
    """Badge and QR of two different certificates in one PDF."""
    language.choose(code)
    day = date(2018, 10, 17)
    badge = CertificateCheck(CheckResult.VALID_CONFIRMED, {"serial": "2"}, day, mismatch=True)
    page.result.show_checks([CertificateCheck(CheckResult.VALID_CONFIRMED, {"serial": "1"}, day), badge])
    settle()
    assert page.result.fact_values["serial"] == "2"
    assert page.result.answer.property("role") == "bad_title"
    assert page.result.answer.text() in messages.text("certificate.checks.mismatch", code)


def test_facts_stand_in_the_order_of_the_paper_and_empty_ones_nowhere() -> None:
    facts: dict[str, object] = {
        "name": "Азизов",
        "kind": "attendance",
        "serial": "X",
        "hours": 1650,
        "first_day": "2018-10-15",
        "last_day": "2018-10-18",
        "town": "",
    }
    assert [(name, value) for name, _, value in fact_lines(facts, formats("en"))] == [
        ("name", "Азизов"),
        ("kind", "Certificate of attendance"),
        ("days", "15–18 October 2018"),
        ("hours", "16.5"),
        ("serial", "X"),
    ]


def test_another_screen_can_ask_for_a_check(workspace: Workspace, issued: list[Certificate]) -> None:
    workspace.context.go("certificates", check=issued[0].credential)
    settle()
    screen = workspace.opened_screen("certificates")
    assert isinstance(screen, CertificatesScreen)
    assert screen.check.result.fact_values["serial"] == issued[0].serial


def test_a_file_is_chosen_by_the_dialog(
    page: CheckPage,
    issued: list[Certificate],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(printing.print_certificates(page.context.work, issued[2:3]))
    # The system's own dialog cannot be driven; what it returns is all that is replaced.
    monkeypatch.setattr(
        "trainer_app.ui.certificates.screen.FileDialog.getOpenFileName", lambda *_, **_how: (str(path), "")
    )
    click(page.choose)
    settle()
    assert page.result.fact_values["serial"] == issued[2].serial


def test_in_a_low_window_it_scrolls_and_nothing_is_squeezed(page: CheckPage, workspace: Workspace) -> None:
    page.others.show()
    settle()
    high = page.text.field.height(), [note.words.height() for note in page.notes]
    workspace.context.tell_good("Saved and checked", "check.html")
    workspace.resize(1366, 560)
    settle()
    assert (page.text.field.height(), [note.words.height() for note in page.notes]) == high
    assert page.height() < page.source.height() + page.others.height()


def test_the_office_sees_the_number_of_the_page_that_it_saved(
    qtbot: QtBot, exchange: Exchange, tmp_path: Path, make_context: MakeContext
) -> None:
    made = make_context(exchange.office)
    page = CheckPage(made)
    qtbot.addWidget(page)
    page.show()
    assert page.digest.isHidden()
    assert page.digest_about.isHidden()
    page.save_page(tmp_path / "check.html")
    digest = hashlib.sha256((tmp_path / "check.html").read_bytes()).hexdigest()
    assert page.digest.text().removeprefix("SHA-256: ").replace(" ", "") == digest
    assert page.digest.isVisible()
    assert "certutil" in page.digest_about.text()
    assert page.digest_about.isVisible()


def test_signs_that_nobody_sees_are_shown_in_a_name(page: CheckPage) -> None:
    facts = {"name": "Азизов\u202e\nФаррух", "kind": "completion"}
    page.result.show_checks([CertificateCheck(CheckResult.VALID_UNCONFIRMED, facts, date(2018, 4, 1), False)])
    assert page.result.fact_values["name"] == "Азизов[U+202E][U+000A]Фаррух"


def test_a_trainer_s_laptop_offers_no_check_page(page: CheckPage) -> None:
    assert page.others.isHidden()


def test_old_lists_are_told(page: CheckPage) -> None:
    for old, told in ((False, False), (True, True)):
        page.result.show_checks([CertificateCheck(CheckResult.VALID_CONFIRMED, {}, date(2018, 4, 1), old)])
        assert ("six months" in page.result.lists.text()) is told
