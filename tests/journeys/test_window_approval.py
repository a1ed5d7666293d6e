"""A course is closed, approved by the office and corrected later: what each window says, who undoes it."""

import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_exchange import send, take_in
from tests.kit import samples
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat, october
from tests.kit.world import World
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.office import approvals
from trainer_app.cli import program
from trainer_app.cli.context import CliContext
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.exchange.laptops import KdfCost

CODE, REASON = "DSH-1", "варақаҳо дар бойгонӣ"
REPORTS = 2


def two_computers(folder: Path) -> World:
    """Return a laptop that teaches a course and its office, which has not seen the course yet."""
    world = World(folder, hour=11, minute=42).trainer(name="k7").course().marked_until_noon()
    return world.office().joined("K7", "k7").at(samples.DAY, 12, 15)


@pytest.fixture
def laptop(make_seat: MakeSeat) -> Seat:
    """Open the laptop five days after the course."""
    return make_seat("k7", two_computers, october(22, 9)).start(PASSPHRASE)


@pytest.fixture
def office(make_seat: MakeSeat, laptop: Seat) -> Seat:
    """Open the office, which lies in the same world."""
    return make_seat("office", None, october(22, 10)).start(PASSPHRASE)


def at_course(seat: Seat) -> None:
    seat.front()
    seat.open("courses")
    if seat.sees("courses_table"):
        seat.course()
    seat.open_tab("overview")


def state(seat: Seat) -> CourseState:
    return courses.get_course(seat.work, courses.find_course(seat.work, CODE)).course.state


def give_reason(seat: Seat, words: str) -> None:
    """Say why, in the form that asks for it."""
    assert seat.sees("reason_form")
    seat.fill("reason", words)
    seat.click("reason_form_accept")
    assert not seat.sees("reason_form")


def close(laptop: Seat) -> None:
    """Close the course over the list of what is open."""
    at_course(laptop)
    laptop.click("overview_close")
    listed = laptop.text("reason_about")
    assert "marks missing in all sessions so far: " in listed
    assert "days without a scan" in listed
    assert laptop.text("reason_after").startswith("All sessions are locked.")
    laptop.click("reason_form_accept")
    assert state(laptop) is not CourseState.CLOSED, "not without a reason"
    give_reason(laptop, REASON)
    assert state(laptop) is CourseState.CLOSED
    assert REASON in laptop.text("approval_open")
    assert not laptop.sees("approval_decide"), "that is for the office"


def correct_a_mark(laptop: Seat) -> None:
    """Put one mark right in the grid, after all."""
    laptop.front()
    laptop.open("courses")
    laptop.open_tab("attendance")
    laptop.press(Qt.Key.Key_Home, CTRL)
    laptop.press(Qt.Key.Key_K, CTRL | SHIFT)
    laptop.type("хато дар варақа")
    laptop.press(Qt.Key.Key_Return)
    laptop.type("E")


def report_as(office: Seat, basis: str) -> dict[str, str]:
    """Return the figures of the report on one basis, by their names."""
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", REPORTS)
    office.choose("report_basis", basis)
    return {row[0]: row[1] for row in office.cells("report_figures_table")}


def verify(office: Seat, file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Compare a report with the office's data, as an auditor does; return the exit code and what is said."""
    monkeypatch.setenv("TRAINER_PASSPHRASE", PASSPHRASE)
    said = io.StringIO()
    session = CliContext(out=said, err=said, clock=office.clock, cost=KdfCost())
    code = program.run(["--data", str(office.root), "report", "verify", str(file)], session)
    return code, said.getvalue()


def test_closed_approved_corrected_and_taken_back(
    laptop: Seat, office: Seat, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(laptop)
    take_in(office, send(laptop, stick))
    at_course(office)
    office.click("approval_decide")
    give_reason(office, REASON)
    assert state(office) is CourseState.APPROVED
    assert office.text("approval_approved").startswith("As approved ")
    assert office.text("approval_since") == "nothing has changed since the approval"
    found = approvals.approval_of(office.work, courses.find_course(office.work, CODE))
    assert found is not None
    assert office.text("approval_fingerprint").replace(" ", "").endswith(found.fingerprint)

    before = report_as(office, "As approved")
    assert before == report_as(office, "As of today")
    file = tmp_path / "report.json"
    office.click("report_save")
    office.desktop.choosers.answer(file)
    office.menu("report_save_json")
    assert json.loads(file.read_text("utf-8"))["basis"] == "today"
    code, said = verify(office, file, monkeypatch)
    assert (code, "nothing has moved" in said) == (0, True), said

    correct_a_mark(laptop)
    take_in(office, send(laptop, stick))
    at_course(office)
    assert office.text("approval_since") == "changed since the approval: 1"
    (line,) = office.text("approval_changes").splitlines()
    assert "excused" in line.casefold()
    assert report_as(office, "As approved") == before, "what was approved does not move"
    office.click("report_about_data")
    assert "changes since: 1" in office.text("report_notes")
    assert report_as(office, "As of today") != before
    code, said = verify(office, file, monkeypatch)
    assert (code, "the data have changed since" in said) == (1, True), said

    office.open("people")
    office.press(Qt.Key.Key_Z, CTRL)
    assert office.sees("undo_question")
    assert not office.sees("undo_question_undo"), "an approval is not undone from elsewhere"
    office.click("undo_question_open")
    assert office.sees("approval_decide"), "its own page"
    assert state(office) is CourseState.APPROVED
    office.click("approval_decide")
    give_reason(office, "як қайд нодуруст")
    assert state(office) is CourseState.CLOSED
    assert REASON in office.text("approval_open")
    assert "як қайд нодуруст" not in office.text("approval_open"), "that is why it was taken back"
    assert office.text("approval_reopened") == "Approval taken back: як қайд нодуруст"
    assert "As approved" not in (office.text("approval_approved") if office.sees("approval_approved") else "")
    office.open("people")
    office.press(Qt.Key.Key_Z, CTRL)
    assert not office.sees("undo_question_undo"), "nor is what was taken back"
    office.click("undo_question_open")
    office.click("rail_undo")
    assert state(office) is CourseState.APPROVED
    assert not office.sees("approval_reopened")
    assert certificates.register(office.work) == []
