"""Office in the window: files rehearsed and taken in, gaps, laptops enrolled, served and revoked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import samples, writing
from tests.kit.running import in_turn
from tests.kit.world import World
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press, settle, show, type_text
from tests.ui.evaluation_parts import cut_heads
from tests.ui.office_parts import context, screen, told
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.exchange import importing, incoming, sending
from trainer_app.actions.office import office
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import Cancelled
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.exchange.sending import (
    FileOutcome,
    FileResult,
    ImportEffect,
    ImportReport,
    MissingRange,
)
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.ui.certificates.screen import CheckPage
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.devices import DestinationField, Drive
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.incoming import IncomingFileRow, IncomingPage
from trainer_app.ui.office.screen import TABS, OfficeScreen
from trainer_app.ui.office.wording import OfficeWording, tab_titles
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import SMALL
from trainer_app.ui.widgets.overlays import ConfirmDialog, Mood

__all__ = ["context", "screen", "told"]


def damaged(exchange: Exchange) -> Path:
    """Return a file one of whose bits was turned on the way."""
    path = exchange.stick / "DSH-K9-0099.tsync"
    data = bytearray(exchange.waiting.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    return path


def chips(screen: OfficeScreen) -> list[str]:
    return [row.chip.text() for row in screen.incoming.files.rows]


# Files


def test_a_rehearsal_says_in_figures_what_would_come_and_leaves_nothing(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    before = sync_status.check(exchange.office).digest
    known = exchange.stick / "DSH-K7-0001.tsync"
    screen.take([exchange.waiting, damaged(exchange), known])
    files = screen.incoming.files
    assert chips(screen) == ["refused", "ready to import", "was here already"]
    assert files.effects.text() == (
        "on the lists, with those who left: 26 → 27   ·   women among them: 9   ·   "
        "conflicts to decide in Review: 0 → 2"
    )
    assert files.rows[1].text.text() == "4 changes · 2 conflicts"
    assert files.rows[0].text.text().startswith("This file was damaged on the way. Nothing was imported")
    assert files.title.text() == (
        "3 files looked at, nothing imported yet: 1 ready to import, 1 was here, 1 refused"
    )
    assert sync_status.check(exchange.office).digest == before
    assert screen.incoming.model.rowCount() == 2


@pytest.fixture
def story_request(exchange: Exchange, tmp_path: Path) -> Iterator[Path]:
    """Write the request of a laptop that no office has enrolled, as it lies on a stick."""
    laptop = World(tmp_path).trainer("C. Newcomer", name="k12").open()
    yield office.request(laptop.work, exchange.stick / "C9-request.json")[0]
    laptop.work.close()


def test_a_request_among_the_files_leads_to_enrolling_its_laptop(
    screen: OfficeScreen, exchange: Exchange, story_request: Path
) -> None:
    asked: list[tuple[str, dict[str, object]]] = []
    screen.context.place_requested.connect(lambda name, place: asked.append((name, place)))
    screen.take([exchange.waiting, story_request])
    row = screen.incoming.files.rows[0]
    assert row.text.text().startswith("This is a laptop's request to be enrolled, not a file with data.")
    assert row.enrol.isVisible()
    assert not screen.incoming.files.rows[1].enrol.isVisible()
    click(row.enrol)
    ((name, place),) = asked
    assert name == "office"
    screen.show_place(**place)  # type: ignore[arg-type]
    settle()
    panel = screen.laptops.enrol_panel
    assert panel.isVisible()
    assert panel.rows["request"].field.text() == story_request.name
    assert panel.rows["who"].text().startswith("C. Newcomer")


def test_not_now_leaves_everything_as_it_is(screen: OfficeScreen, exchange: Exchange) -> None:
    screen.take([exchange.waiting])
    click(screen.incoming.files.decline)
    assert screen.incoming.files.isHidden()
    assert review.count(exchange.office) == 0


def test_taking_in_tells_file_by_file_and_fills_review(
    qtbot: QtBot, screen: OfficeScreen, context: AppContext, exchange: Exchange
) -> None:
    screen.take([exchange.waiting, damaged(exchange)])
    with qtbot.waitSignal(context.changes.announced):
        press(screen.incoming.files.take, Qt.Key.Key_Return)
    assert chips(screen) == ["refused", "imported"]
    assert screen.incoming.files.title.text() == "1 imported, 1 refused"
    said = screen.incoming.files.effects.text()
    assert said == "Conflicts to decide in Review: 0 → 2   ·   2 other questions there", (
        "as many as the badge tells, in the words of the rehearsal"
    )
    assert context.waiting.count() == 4
    assert screen.incoming.files.take.isHidden()
    assert review.count(exchange.office) == 3
    model = screen.incoming.model
    assert [model.index(0, column).data() for column in (0, 1, 3, 4)] == [
        "DSH-K7-0002",
        "K7",
        "4",
        "2 conflicts",
    ]
    click(screen.incoming.files.decline)
    assert screen.incoming.files.isHidden()


def test_an_import_says_no_more_that_its_conflicts_wait_once_they_are_decided(
    screen: OfficeScreen, context: AppContext, exchange: Exchange
) -> None:
    places: list[tuple[str, dict[str, object]]] = []
    context.place_requested.connect(lambda name, place: places.append((name, place)))
    screen.take([exchange.waiting])
    press(screen.incoming.files.take, Qt.Key.Key_Return)
    screen.incoming.table.selectRow(0)
    press(screen.incoming.table, Qt.Key.Key_Return)
    assert places == [("review", {})]
    for item in review.list_items(exchange.office):
        review.settle(exchange.office, item.id, "#1" if item.kind is ReviewKind.DOUBLE_NUMBER else "ours")
    screen.incoming.show_incoming()
    assert screen.incoming.model.index(0, 4).data() == "2 conflicts, decided"
    assert screen.incoming.files.effects.text() == "The conflicts of these files are decided"
    assert screen.incoming.files.decide.isHidden()
    press(screen.incoming.table, Qt.Key.Key_Return)
    assert places[1:] == [("office", {"tab": "laptops", "laptop": "K7"})]
    screen.show_place(tab="laptops", laptop="K9")
    assert screen.laptops.selection.key() == "K9"
    assert "copied" in str(
        screen.laptops.model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    )


def test_what_is_known_already_needs_no_decision(screen: OfficeScreen, exchange: Exchange) -> None:
    screen.take([exchange.stick / "DSH-K7-0001.tsync"])
    assert screen.incoming.files.effects.text() == "Nothing new would come in."
    assert screen.incoming.files.take.isHidden()
    assert screen.incoming.files.decline.text() == "Close"


def test_files_are_chosen_many_at_once(
    screen: OfficeScreen, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [str(exchange.waiting), str(exchange.stick / "DSH-K9-0001.tsync")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
    screen.tabs.setCurrentIndex(2)
    click(screen.take_in)
    assert screen.tabs.currentIndex() == 0
    assert chips(screen) == ["ready to import", "was here already"]


def test_a_stop_between_two_files_keeps_the_first_and_says_so(
    screen: OfficeScreen, exchange: Exchange, told: list[Notice]
) -> None:
    attendance.mark(exchange.second, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    second = sending.export(exchange.second, exchange.stick).file

    def stop_halfway(_code: str, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    before = screen.incoming.model.rowCount()
    with pytest.raises(Cancelled) as stopped:
        importing.import_files(exchange.office, [exchange.waiting, second], progress=stop_halfway)
    screen.incoming._stopped(stopped.value, before)
    assert (told[-1].title, told[-1].text[:31]) == ("Stopped", "Imported before that: 1 file. T")
    assert screen.incoming.model.row(0).file == exchange.waiting.name
    assert sync_status.check(exchange.office).ok
    screen.incoming._stopped(Cancelled(), screen.incoming.model.rowCount())
    assert told[-1].title != "Stopped"


def test_an_import_is_taken_back(screen: OfficeScreen, exchange: Exchange, told: list[Notice]) -> None:
    before = sync_status.check(exchange.office).digest
    screen.take([exchange.waiting])
    click(screen.incoming.files.take)
    page = screen.incoming
    page.table.setCurrentIndex(page.model.index(0, 0))
    click(page.undo)
    assert told[-1].title == "The import of DSH-K7-0002 was undone"
    assert sync_status.check(exchange.office).digest == before
    assert page.model.index(0, 4).data() == "undone"
    assert not page.undo.isEnabled()
    assert page.files.isHidden(), "nothing is told of it any more as if it were here"
    page._undone(ImportReport((), waiting=1), page.model.row(0))
    assert told[-1].mood is Mood.DUE
    assert told[-1].text.startswith("1 decision of this office about what went with it: Review asks")


def test_of_two_imports_the_one_that_was_undone_is_told_no_more(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    """S3: "conflicts to decide" stood there for what had been taken back."""
    people.create_person(exchange.second, {"family": "Сафарова", "given": "Нигора"})
    second = sending.export(exchange.second, exchange.stick).file
    page = screen.incoming
    screen.take([exchange.waiting, second])
    click(page.files.take)
    assert page.files.title.text() == "2 imported"
    assert "Conflicts to decide in Review: 0 → 2" in page.files.effects.text()
    page.table.setCurrentIndex(
        page.model.index(page.model.row_of(_number_of(page, exchange.waiting)) or 0, 0)
    )
    click(page.undo)
    assert page.files.isVisible()
    assert page.files.title.text() == "1 imported"
    assert [row.title.text() for row in page.files.rows] == [second.stem]
    assert page.files.effects.text().startswith("These files bring no conflicts")
    assert page.files.decide.isHidden()


def _number_of(page: IncomingPage, file: Path) -> str:
    rows = (page.model.row(place) for place in range(page.model.rowCount()))
    return next(str(line.number) for line in rows if line.file == file.name)


def test_conflicts_of_before_are_told_alike_before_and_after(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    """S3: the preview said "conflicts 1", and after importing these files brought none."""
    importing.import_files(exchange.office, [exchange.waiting])
    people.create_person(exchange.second, {"family": "Сафарова", "given": "Нигора"})
    screen.take([sending.export(exchange.second, exchange.stick).file])
    files = screen.incoming.files
    before = files.effects.text().split("   ·   ")
    assert before[-1] == "These files bring no conflicts"
    click(files.take)
    assert files.effects.text().split("   ·   ")[0] == before[-1]


def test_the_list_names_who_signed_a_file_and_whose_files_it_carried(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    importing.import_files(exchange.office, [exchange.waiting])
    (line, *_) = importing.imports(exchange.office)
    model = screen.incoming.model
    model.set_rows([line, replace(line, number=line.number + 1, carried=("K5", "K9"))])
    assert [model.index(row, 1).data() for row in (0, 1)] == ["K7", "K7, with K5, K9"]


def test_the_list_of_imports_is_a_true_model(screen: OfficeScreen) -> None:
    for model in (screen.incoming.model, screen.laptops.model, screen.reports.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_what_is_missing_of_a_laptop_is_said_in_words(screen: OfficeScreen, exchange: Exchange) -> None:
    importing.import_files(exchange.office, [exchange.waiting])
    attendance.mark(exchange.trainer, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    skipped = sending.export(exchange.trainer, exchange.stick)
    draft = CourseDraft("KHJ-1", Texts(en="Second"), samples.DAY, samples.DAY)
    other = courses.create_course(exchange.trainer, draft).key or ""
    only = sending.export(exchange.trainer, exchange.stick, course=other)
    screen.take([only.file])
    click(screen.incoming.files.take)
    (gap,) = importing.gaps(exchange.office)
    words = screen.incoming.wording.gap(gap)
    assert words == f"K7: change {gap.first} not received yet"
    assert screen.incoming.missing.isVisible()
    screen.take([skipped.file])
    click(screen.incoming.files.take)
    assert screen.incoming.missing.isHidden()


def test_of_many_files_all_are_named_the_refused_ones_first(screen: OfficeScreen, exchange: Exchange) -> None:
    known = exchange.stick / "DSH-K7-0001.tsync"
    broken = [exchange.stick / f"broken-{place}.tsync" for place in range(6)]
    for path in broken:
        path.write_bytes(b"age-encryption.org/v1" + path.name.encode())
    screen.take([exchange.waiting, known, *broken])
    files = screen.incoming.files
    assert [row.title.text() for row in files.rows[:6]] == [path.stem for path in broken]
    assert chips(screen) == [*["refused"] * 6, "ready to import", "was here already"]
    assert all(row.isVisible() for row in files.rows)
    assert files.take.mapTo(files, QPoint(0, 0)).y() < files.rows[0].y(), "the button is above a long list"
    click(files.take)
    assert files.title.text() == "1 imported, 1 was here, 6 refused"
    assert chips(screen) == [*["refused"] * 6, "imported", "was here already"]


def test_a_file_set_aside_waits_and_is_tried_again(screen: OfficeScreen, exchange: Exchange) -> None:
    attendance.mark(exchange.second, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    office.revoke(exchange.office, "K9")
    file = sending.export(exchange.second, exchange.stick).file
    screen.take([file])
    assert chips(screen) == ["set aside"]
    assert screen.incoming.files.take.text() == "Set aside"
    assert "revoked on 17.10.2018" in screen.incoming.files.rows[0].text.text()
    assert incoming.list_set_aside(exchange.office) == []
    click(screen.incoming.files.take)
    assert screen.incoming.files.title.text() == "1 set aside"
    assert screen.incoming.aside.isVisible()
    assert screen.incoming.aside.words.second.text() == file.stem
    click(screen.incoming.aside.button)
    assert screen.incoming.files.take.isHidden(), "it would be set aside again: there is nothing to do"
    click(screen.incoming.files.decline)
    asked, _ = office.request(exchange.second, exchange.stick / "again.json")
    writing.enrolled(exchange.office, asked, "K9", exchange.stick)
    assert screen.incoming.aside.button.text() == "Look at them"
    click(screen.incoming.aside.button)
    assert chips(screen) == ["ready to import"], "shown first, as everything that is imported"
    assert screen.incoming.files.rows[0].title.text() == file.stem
    assert len(incoming.list_set_aside(exchange.office)) == 1
    click(screen.incoming.files.take)
    assert chips(screen) == ["imported"]
    assert not screen.incoming.aside.isVisible()


def test_a_file_set_aside_leads_to_its_page_in_review(
    screen: OfficeScreen, context: AppContext, exchange: Exchange
) -> None:
    office.revoke(exchange.office, "K9")
    importing.import_files(exchange.office, [sending.export(exchange.second, exchange.stick).file])
    screen.incoming.show_incoming()
    (waiting,) = incoming.list_set_aside(exchange.office)
    went: list[tuple[str, dict[str, object]]] = []
    context.place_requested.connect(lambda name, place: went.append((name, place)))
    click(screen.incoming.look_aside)
    assert went == [("review", {"item": f"file/{waiting.path.name}"})]


def test_words_of_effects_gaps_and_files(context: AppContext) -> None:
    wording = OfficeWording(context)
    assert (
        wording.effect(ImportEffect("participants", 65, 66)) == "on the lists, with those who left: 65 → 66"
    )
    assert wording.effect(ImportEffect("women", 9, 9)) == "women among them: 9"
    assert wording.gap(MissingRange("K7", 120, 164)) == "K7: changes 120–164 not received yet"
    assert wording.gap(MissingRange("K7", 5, 5)) == "K7: change 5 not received yet"
    refused = FileResult("a.tsync", FileOutcome.REFUSED, "import.unreadable")
    assert "a.tsync could not be read" in wording.explain(refused)


# Laptops


def test_the_laptops_with_what_came_from_each(screen: OfficeScreen, exchange: Exchange) -> None:
    screen.show_place(tab="laptops")
    model = screen.laptops.model
    assert [model.index(row, 0).data() for row in range(3)] == ["K7", "K9", "A1"]
    lines = {line.code: line for line in office.devices(exchange.office)}
    assert model.index(0, 2).data() == lines["K7"].fingerprint
    shown = identity.office_keys(exchange.office).fingerprint
    assert model.index(2, 2).data() == shown, "the digits that are read aloud, as on the page of the keys"
    assert model.index(0, 3).data() == str(lines["K7"].entries)
    # What came from them was not confirmed by a file since.
    waits = "receipt to send"
    assert [model.index(row, 7).data() for row in range(3)] == [waits, waits, "this computer"]
    screen.laptops.table.setCurrentIndex(model.index(2, 0))
    assert not screen.laptops.buttons["write"].isEnabled()
    assert not screen.laptops.buttons["revoke"].isEnabled()


@in_turn("code", ["tg", "ru", "en"])
def test_days_of_another_year_and_heads_stand_whole(
    screen: OfficeScreen, exchange: Exchange, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    old = replace(office.devices(exchange.office)[0], last_at=1_411_200_000_000, pack_at=1_411_200_000_000)
    screen.show_place(tab="laptops")
    screen.laptops.model.set_rows([old])
    model = screen.laptops.model
    assert model.index(0, 4).data() == "20.09.2014, 13:00"
    small = theme.metrics(SMALL, 400)
    for column in (4, 5):
        assert small.horizontalAdvance(model.index(0, column).data()) <= 130 - 24
    assert cut_heads(screen.laptops.table) == []
    screen.show_place(tab="incoming")
    settle()
    assert cut_heads(screen.incoming.table) == []


def test_laptops_and_imports_are_sorted_by_their_heads(screen: OfficeScreen) -> None:
    screen.show_place(tab="laptops")
    model, table = screen.laptops.model, screen.laptops.table

    def codes(head: str) -> list[str]:
        table.sort_by([column.name for column in model.columns].index(head))
        return [model.key(row) for row in range(model.rowCount())]

    given = codes("code")
    entries = {line.code: line.entries for line in (model.row(row) for row in range(model.rowCount()))}
    assert codes("code") == list(reversed(given))
    assert [entries[code] for code in codes("changes")] == sorted(entries.values())
    newest = [model.row(model.row_of(code) or 0).last_at or 0 for code in codes("came")]
    assert newest == sorted(newest)
    imports = screen.incoming
    imports.table.sort_by([column.name for column in imports.model.columns].index("when"))
    moments = [imports.model.row(row).at for row in range(imports.model.rowCount())]
    assert moments == sorted(moments)
    assert len(moments) > 1


def test_conflicts_of_a_file_lead_to_review(
    screen: OfficeScreen, context: AppContext, exchange: Exchange
) -> None:
    screen.take([exchange.waiting])
    assert not screen.incoming.files.decide.isVisible(), "nothing is imported yet"
    click(screen.incoming.files.take)
    went: list[str] = []
    context.place_requested.connect(lambda name, _place: went.append(name))
    click(screen.incoming.files.decide)
    assert went == ["review"]


def test_who_may_be_somebody_known_is_told_with_the_file_that_brought_them(
    screen: OfficeScreen, context: AppContext, exchange: Exchange
) -> None:
    """S2: "These files need no decision" stood there while the badge of Review had risen by a pair."""
    screen.take([exchange.waiting])
    click(screen.incoming.files.take)
    click(screen.incoming.files.decline)
    before = context.waiting.look()
    known = enrolments.list_enrolments(exchange.second, exchange.course)[0].person
    people.create_person(exchange.second, {"family": known.family, "given": known.given})
    file = sending.export(exchange.second, exchange.stick).file
    screen.take([file])
    press(screen.incoming.files.take, Qt.Key.Key_Return)
    files = screen.incoming.files
    assert context.waiting.look() == before + 1
    assert (
        files.effects.text() == "These files bring no conflicts   ·   New pairs of people who may be one: 1"
    )
    assert files.decide.isVisible()
    assert files.decide.hasFocus()
    places: list[tuple[str, dict[str, object]]] = []
    context.place_requested.connect(lambda name, place: places.append((name, place)))
    press(files.decide, Qt.Key.Key_Return)
    assert places == [("review", {"group": "people"})]
    # Typed at the office, and like nobody who came with the file.
    for _ in range(2):
        context.do(people.create_person, {"family": "Зоиров", "given": "Толиб"})
    context.waiting.look()
    screen.incoming.show_incoming()
    assert files.effects.text().endswith("New pairs of people who may be one: 1"), "its own alone"
    for pair in joining.candidates(exchange.office):
        joining.not_the_same(exchange.office, pair.a, pair.b)
    context.waiting.look()
    screen.incoming.show_incoming()
    assert files.effects.text() == "These files bring no conflicts"
    assert files.decide.isHidden()


def test_a_long_reason_of_a_file_stands_whole(qtbot: QtBot, context: AppContext) -> None:
    row = IncomingFileRow("office_file_0")
    qtbot.addWidget(row)
    row.show_result(
        FileResult("a.tsync", FileOutcome.REFUSED, "import.unreadable"),
        OfficeWording(context),
        rehearsed=True,
    )
    row.setFixedWidth(420)
    row.setFixedHeight(row.heightForWidth(420))
    row.show()
    settle()
    assert row.text.heightForWidth(row.text.width()) > row.text.fontMetrics().height(), "several lines"
    assert row.text.height() >= row.text.heightForWidth(row.text.width())


def test_revoking_asks_first(screen: OfficeScreen, exchange: Exchange, told: list[Notice]) -> None:
    screen.show_place(tab="laptops")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(1, 0))
    click(screen.laptops.buttons["revoke"])
    asked = screen.window().findChild(ConfirmDialog, "office_revoke_question")
    assert isinstance(asked, ConfirmDialog)
    assert asked.title.text() == "Revoke K9?"
    assert "What was imported from it until now stays" in asked.text.text()
    assert "before today" not in asked.text.text(), "what counts is when it was imported, and no day"
    assert not any(line.revoked_on for line in office.devices(exchange.office))
    click(asked.yes)
    settle()
    assert [line.code for line in office.devices(exchange.office) if line.revoked_on] == ["K9"]
    assert told[-1].title == "K9 is revoked"
    assert screen.laptops.model.index(1, 7).data() == "revoked"


def test_a_place_is_one_of_the_sticks_or_the_folder_used_last(
    qtbot: QtBot,
    context: AppContext,
    exchange: Exchange,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = Drive(tmp_path, "KINGSTON (E:)", 1, 2, True)
    locked = Drive(tmp_path / "locked", "LOCKED", 1, 2, False)
    field = DestinationField("place", context, lambda: [stick, locked])
    qtbot.addWidget(field)
    field.look()
    assert [field.choice.itemText(at) for at in range(field.choice.count())] == [
        "KINGSTON (E:)",
        f"{exchange.stick.parent.name} / {exchange.stick.name}",
    ]
    assert field.place == exchange.stick
    field.choice.setCurrentIndex(0)
    assert (field.place, field.name) == (tmp_path, "KINGSTON (E:)")
    field.remember()
    assert context.preferences.now.export_folder == str(tmp_path)
    other = exchange.stick.parent
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _, *how: asked.append(how) or str(other))
    click(field.other)
    assert field.place == other
    assert [start for _title, start in asked] == [str(tmp_path)], "it begins in the place that is chosen"


def test_the_dialog_for_a_folder_says_which_file_is_written(
    screen: OfficeScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.show_place(tab="laptops", laptop="K7")
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _, *how: asked.append(how) or "")
    panel = screen.laptops.pack_panel
    panel.open(next(line for line in office.devices(screen.context.work) if line.code == "K7"))
    settle()
    click(panel.place.field.other)
    ((title, begun),) = asked
    assert title == f"Where to write: {panel.title.text()}"
    assert "K7" in title
    assert Path(begun).is_dir()


# Looks


def test_files_from_outside_are_looked_at(screen: OfficeScreen, exchange: Exchange) -> None:
    screen.tabs.setCurrentIndex(1)
    screen.show_place(files=(exchange.waiting,))
    assert screen.tabs.currentIndex() == 0
    assert screen.first_focus() is screen.incoming.files.take


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_and_speaks_every_language(
    screen: OfficeScreen, language: LanguageSwitch, exchange: Exchange, code: str
) -> None:
    language.choose(code)
    screen.take([exchange.waiting])
    for tab in range(4):
        screen.tabs.setCurrentIndex(tab)
        settle()
        size = screen.minimumSizeHint()
        assert (size.width() <= 1170, size.height() <= 697) == (True, True)
        if code != "en":
            assert not screen.tabs.tabText(tab).isascii()
    if code != "en":
        assert not screen.incoming.files.effects.text().isascii()
        assert not screen.header.title.text().isascii()


def test_every_control_has_a_name_and_speaks(screen: OfficeScreen) -> None:
    for tab in range(4):
        screen.tabs.setCurrentIndex(tab)
        settle()
        for widget in screen.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                assert widget.objectName()
                assert widget.accessibleName() or widget.property("text"), widget.objectName()


# Checking for others


def test_the_office_saves_the_check_page(
    context: AppContext, told: list[Notice], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = CheckPage(context)
    qtbot.addWidget(page)
    page.show()
    settle()
    target = tmp_path / "check.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    click(page.save)
    settle()
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert str(target) in told[-1].text


@in_turn("code", ["en", "ru", "tg"])
def test_names_of_laptops_stay_whole_on_a_small_screen_at_125_percent(
    screen: OfficeScreen, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    screen.show_place(tab="laptops")
    screen.resize(1029, 590)
    settle()
    table, model = screen.laptops.table, screen.laptops.model
    names = [column.name for column in model.columns]
    place = names.index("name")
    widest = max(
        table.fontMetrics().horizontalAdvance(str(model.index(row, place).data()))
        for row in range(model.rowCount())
    )
    assert table.columnWidth(place) > widest
    assert not table.isColumnHidden(names.index("digits")), "they are read aloud on the telephone"
    screen.resize(1170, 697)
    settle()
    assert not table.isColumnHidden(names.index("digits"))
    assert not table.isColumnHidden(names.index("program")), "an office sees who runs an old version"


def test_every_part_of_the_office_is_found_by_its_name(workspace: Workspace, window: MainWindow) -> None:
    show(window)
    for name, title in tab_titles().items():
        workspace.open("today")
        settle()
        sheet = workspace.anywhere.find()
        type_text(sheet.field, title)
        press(sheet.field, Qt.Key.Key_Return)
        settle()
        office = workspace.opened_screen("office")
        assert isinstance(office, OfficeScreen)
        assert office.isVisible()
        assert TABS[office.tabs.currentIndex()] == name


def test_the_report_in_sight_is_shown_by_the_key_of_printing(
    workspace: Workspace, window: MainWindow, exchange: Exchange
) -> None:
    """S2: Ctrl+P in the reports opened the papers of the course that was looked at before."""
    show(window)
    workspace.open("courses", course=exchange.course)
    workspace.open("office", tab="reports")
    settle()
    workspace.actions_table["print"].trigger()
    settle()
    assert workspace.stack.currentWidget() is workspace.paper
    assert workspace.paper.preview.title.text() == "Police response to domestic violence"
