"""A key is lost, in two windows: each time somebody reads digits, types from paper, and goes on working."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_exchange import digits, newest, send, take_in, type_groups, write_pack
from tests.journeys.test_window_first_start import begin, begin_office, keep_papers
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import Seat, october
from tests.kit.world import put_note
from tests.kit.writing import write_course
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status, workplace_key
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import Mark
from trainer_app.system.folders import DataFolder
from trainer_app.ui.office.screen import TABS

NEW = "four other words remembered"
PAPERS = "papers"
KEYS, LAPTOPS = TABS.index("keys"), TABS.index("laptops")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the first test that needs both computers leaves copies of them for the others."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def stick(kept: Path) -> Path:
    """Give the stick that both computers know, with nothing on it."""
    folder = kept / "stick"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


@pytest.fixture
def office(make_seat: MakeSeat, kept: Path, stick: Path, request: pytest.FixtureRequest) -> Seat:
    """Give an office whose papers were kept; to it belongs the laptop, if a test has one."""
    if "laptop" not in request.fixturenames:
        seat = make_seat("office", clock=october(16, 12))
        begin_office(seat)
        keep_papers(seat)
        return seat
    if not (kept / PAPERS).exists():
        make_both(make_seat, kept, stick)
    return copy_of(make_seat, kept, "office", 15)


@pytest.fixture
def laptop(make_seat: MakeSeat, office: Seat, kept: Path) -> Seat:
    """Give a laptop that belongs to the office, has a course of its own, and has sent it once."""
    return copy_of(make_seat, kept, "laptop", 16)


@pytest.fixture
def papers(laptop: Seat, kept: Path) -> tuple[str, str]:
    """Return what stands on the office's papers: the recovery key and the stand-by key."""
    recovery, standby = (kept / PAPERS).read_text("utf-8").splitlines()
    return recovery, standby


def make_both(make_seat: MakeSeat, kept: Path, stick: Path) -> None:
    """Let both computers begin in their windows, and keep what they are then."""
    office = make_seat("office-begun", clock=october(16, 12))
    begin_office(office)
    told = keep_papers(office)
    laptop = make_seat("laptop-begun", clock=october(16, 13))
    begin(laptop)
    join(office, laptop, stick)
    make_course(laptop)
    take_in(office, send(laptop, stick))
    for seat, name in ((office, "office"), (laptop, "laptop")):
        seat.leave()
        seat.root.rename(kept / name)
        shutil.copyfile(DataFolder(seat.root).sidecar, kept / f"{name}.note")
    for path in stick.iterdir():
        path.unlink()
    (kept / PAPERS).write_text("\n".join(told), "utf-8")


def copy_of(make_seat: MakeSeat, kept: Path, name: str, hour: int) -> Seat:
    """Open a copy of one of them, which goes on as the computer that it was."""
    seat = make_seat(name, kept / name, clock=october(16, hour))
    put_note(kept / f"{name}.note", DataFolder(seat.root))
    return seat.start(PASSPHRASE)


def join(office: Seat, laptop: Seat, stick: Path, *, finish: bool = True) -> None:
    """Enrol without any course; each side types two groups of the other's digits.

    Without `finish` the laptop types none.
    """
    choosers = office.desktop.choosers
    laptop.front()
    laptop.open("sending")
    laptop.click("sending_request")
    choosers.answer(stick)
    laptop.click("join_write")
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", LAPTOPS)
    office.click("office_enrol")
    choosers.answer(newest(stick, "json"))
    office.click("enrol_request")
    type_groups(office, "enrol_digits", digits(laptop, "join_own_digits"))
    choosers.answer(stick)
    office.click("enrol_place_other")
    office.click("enrol_panel_accept")
    laptop.front()
    choosers.answer(newest(stick, "tsync"))
    laptop.click("join_take")
    office.front()
    office.choose_tab("office_tabs", KEYS)
    read_out = digits(office, "office_digits")
    laptop.front()
    if finish:
        type_groups(laptop, "join_digits", read_out)
        laptop.press(Qt.Key.Key_Return)
        assert "now belongs to" in laptop.banner()


def test_digits_that_are_not_the_same_lead_out_of_the_office_again(
    office: Seat, make_seat: MakeSeat, stick: Path
) -> None:
    seat = make_seat("laptop", clock=october(16, 13))
    begin(seat)
    join(office, seat, stick, finish=False)
    seat.click("join_differ")
    seat.click("join_differ_question_yes")
    assert "no office" in seat.text("join_banner_text")
    assert not identity.has_office(seat.work)
    seat.click("join_panel_accept")
    assert seat.sees("sending_passphrase"), "as before"


def test_whoever_leaves_an_office_that_was_joined_is_led_to_a_new_key(
    office: Seat, make_seat: MakeSeat, stick: Path
) -> None:
    seat = make_seat("laptop", clock=october(16, 13))
    begin(seat)
    join(office, seat, stick)
    seat.click("sending_not_mine")
    seat.click("join_differ_question_yes")
    assert not identity.has_office(seat.work)
    seat.click("join_panel_accept")
    former = seat.work.key
    seat.click("notice_new_key")
    seat.fill("new_key_passphrase", PASSPHRASE)
    seat.click("new_key_panel_accept")
    assert seat.text("notice_title") == "The data has a new key"
    assert seat.work.key != former, "what that office could open is of before"


def make_course(seat: Seat) -> None:
    """Make a course behind the window; how that is done is another journey's story."""
    write_course(seat.work)
    tell_changes(seat)


def tell_changes(seat: Seat) -> None:
    """Let the window look again, after something was done behind it."""
    assert seat.gate.context is not None
    seat.gate.context.user_changed.emit()
    settle()


def forget(laptop: Seat, way: str) -> None:
    """Close, start again, and say on the unlock page that the passphrase is forgotten."""
    laptop.leave()
    laptop.start()
    laptop.click("unlock_forgotten")
    choose_way(laptop, way)


def choose_way(laptop: Seat, way: str) -> None:
    laptop.click(f"forgotten_{way}")
    laptop.fill("forgotten_passphrase", NEW)
    laptop.fill("forgotten_passphrase_again", NEW)


def open_rescue(office: Seat) -> None:
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", KEYS)
    office.click("office_rescue_button")


def is_back(laptop: Seat) -> None:
    """See that everything is there, and that only the new passphrase opens it from now on."""
    assert laptop.workspace.current() == "today"
    assert courses.list_courses(laptop.work)[0].participants == 3
    laptop.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    laptop.fill("unlock_passphrase", PASSPHRASE)
    laptop.press(Qt.Key.Key_Return)
    assert laptop.text("unlock_holder_error") != ""
    laptop.fill("unlock_passphrase", NEW)
    laptop.press(Qt.Key.Key_Return)
    assert laptop.workspace.current() == "today"


def test_the_passphrase_is_forgotten_and_the_paper_is_typed_on_the_laptop(
    laptop: Seat, papers: tuple[str, str]
) -> None:
    forget(laptop, "paper")
    laptop.fill("forgotten_key", papers[0][:-1])
    laptop.click("forgotten_go")
    assert "letter by letter" in laptop.text("forgotten_key_error")
    laptop.fill("forgotten_key", papers[0].lower())
    laptop.press(Qt.Key.Key_Return)
    is_back(laptop)


def test_the_passphrase_is_forgotten_and_files_go_to_the_office_and_back(
    office: Seat, laptop: Seat, papers: tuple[str, str], stick: Path
) -> None:
    choosers = office.desktop.choosers
    forget(laptop, "file")
    laptop.fill("forgotten_label", "Дилбар, K1")
    laptop.click("forgotten_go")
    choosers.answer(stick)
    laptop.click("waiting_write")
    # The laptop is switched off until the answer comes: the request waits.
    laptop.leave()
    open_rescue(office)
    choosers.answer(newest(stick, "json"))
    office.click("rescue_request")
    assert office.text("rescue_who") == "Д. Назарова (laptop K1)", "whose data they are"
    office.fill("rescue_key", papers[0])
    choosers.answer(stick)
    office.click("rescue_place_other")
    office.click("rescue_panel_accept")
    assert "Saved and checked" in office.text("rescue_told")
    told = digits(office, "rescue_digits")
    office.click("rescue_panel_accept")
    laptop.start()
    laptop.click("unlock_forgotten")
    assert digits(laptop, "waiting_digits") == told, "both read the same"
    choosers.answer(newest(stick, "age"))
    laptop.fill("waiting_passphrase", PASSPHRASE)
    laptop.click("waiting_take")
    assert laptop.text("waiting_passphrase_holder_error") != "", "not the one chosen then"
    choosers.answer(newest(stick, "age"))
    laptop.fill("waiting_passphrase", NEW)
    laptop.click("waiting_take")
    is_back(laptop)


def test_the_passphrase_is_forgotten_and_the_answer_is_read_over_the_telephone(
    office: Seat, laptop: Seat, papers: tuple[str, str]
) -> None:
    forget(laptop, "voice")
    laptop.click("forgotten_go")
    asked = [laptop.text(f"waiting_spoken_{place}") for place in range(1, 18)]
    open_rescue(office)
    office.click("rescue_way_voice")
    office.fill("rescue_asked", " ".join([*asked[:3], "123456"]))
    assert "Group 4" in office.text("rescue_asked_said"), "a slip is told at once"
    office.fill("rescue_asked", " ".join(asked))
    office.fill("rescue_key", papers[0])
    office.press(Qt.Key.Key_Return)
    answer = [office.text(f"rescue_spoken_{place}") for place in range(1, 18)]
    office.click("rescue_panel_accept")
    laptop.front()
    laptop.fill("waiting_answer", " ".join(answer[:5]))
    assert laptop.text("waiting_answer_said").startswith("5 of 17 groups")
    laptop.fill("waiting_answer", " ".join(answer))
    laptop.press(Qt.Key.Key_Return)
    is_back(laptop)


def test_one_key_file_is_damaged_and_mended_with_a_word(laptop: Seat) -> None:
    laptop.leave()
    folder = DataFolder(laptop.root)
    whole = folder.vault.read_bytes()
    folder.vault.write_bytes(whole[:100])
    laptop.start(PASSPHRASE)
    assert "written anew from its copy" in laptop.banner()
    assert folder.vault.read_bytes() == whole


def test_both_key_files_are_lost_and_the_office_takes_the_key_from_its_archive(
    office: Seat, laptop: Seat, papers: tuple[str, str], stick: Path
) -> None:
    choosers = office.desktop.choosers
    laptop.leave()
    folder = DataFolder(laptop.root)
    for path in (folder.vault, folder.vault_copy):
        path.unlink()
    laptop.start()
    assert laptop.sees("trouble"), "never an empty start"
    laptop.click("trouble_rescue")
    assert laptop.text("forgotten_title") == "The key file is lost"
    assert not laptop.sees("forgotten_voice"), "what is lost cannot hide what is read aloud"
    choose_way(laptop, "file")
    laptop.click("forgotten_go")
    choosers.answer(stick)
    laptop.click("waiting_write")
    open_rescue(office)
    choosers.answer(newest(stick, "json"))
    office.click("rescue_request")
    assert digits(laptop, "waiting_digits") == digits(office, "rescue_digits")
    office.fill("rescue_key", papers[0])
    choosers.answer(stick)
    office.click("rescue_place_other")
    office.click("rescue_panel_accept")
    laptop.front()
    choosers.answer(newest(stick, "age"))
    laptop.click("waiting_take")
    is_back(laptop)
    assert folder.vault.exists()


def test_a_stolen_laptop_is_revoked_and_its_files_wait(office: Seat, laptop: Seat, stick: Path) -> None:
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", LAPTOPS)
    code = laptop.work.device_code
    office.select("office_laptops_table", code)
    office.click("office_revoke")
    said = office.text("office_revoke_question_text")
    for words in ("set aside", "stays", "certificates"):
        assert words in said
    office.click("office_revoke_question_yes")
    assert "revoked" in office.banner()
    grid = attendance.grid(laptop.work, courses.find_course(laptop.work, "DSH1"))
    attendance.mark(laptop.work, grid.rows[0].enrolment, grid.sessions[0].key, Mark.ABSENT)
    tell_changes(laptop)
    late = send(laptop, stick)
    office.front()
    office.choose_tab("office_tabs", TABS.index("incoming"))
    office.desktop.choosers.answer(late)
    office.click("office_take_in")
    office.click("office_take")
    now = attendance.grid(office.work, courses.find_course(office.work, "DSH1"))
    cell = now.rows[0].cells[0]
    assert cell is not None
    assert cell.mark is None, "not imported"
    assert len(now.rows) == 3, "what had come before stays"
    office.open("review")
    assert office.sees("review_file")


@pytest.fixture
def fresh(office: Seat, laptop: Seat, papers: tuple[str, str], make_seat: MakeSeat, tmp_path: Path) -> Seat:
    """Copy the office's archive, lose its computer, and set it up again on another."""
    choosers = office.desktop.choosers
    disk = tmp_path / "disk"
    disk.mkdir()
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", TABS.index("archive"))
    choosers.answer(disk)
    office.click("office_archive_copies_button")
    office.leave()
    shutil.rmtree(office.root)
    fresh = make_seat("fresh", clock=october(17, 9))
    fresh.start()
    fresh.click("start_office")
    fresh.click("start_office_again")
    fresh.fill("again_recovery", papers[0])
    fresh.press(Qt.Key.Key_Return)
    fresh.type(papers[1].lower())
    choosers.answer(disk)
    fresh.click("again_add_folder")
    fresh.click("again_look")
    assert "Programme office (DSH)" in fresh.text("again_found")
    fresh.fill("again_user", "Ф. Саидзода")
    fresh.fill("again_passphrase", NEW)
    fresh.fill("again_passphrase_again", NEW)
    fresh.press(Qt.Key.Key_Return)
    assert fresh.text("recovery_key") == papers[0], "the recovery key stays, the stand-by is new"
    assert fresh.text("standby_key") != papers[1]
    assert "the stand-by key is not" in fresh.text("recovery_old_papers"), "what the old sheets are worth"
    keep_papers(fresh, who=True)
    assert fresh.work.user == "Ф. Саидзода", "whose name was typed before is chosen already"
    return fresh


def test_the_office_computer_is_lost_and_set_up_again_on_another(
    fresh: Seat, laptop: Seat, stick: Path
) -> None:
    choosers = fresh.desktop.choosers
    assert courses.list_courses(fresh.work)[0].participants == 3
    pack = write_pack(fresh, laptop.work.device_code, stick)
    laptop.front()
    laptop.open("sending")
    choosers.answer(pack)
    laptop.click("sending_take_in")
    assert identity.trust_list(laptop.work) == identity.trust_list(fresh.work), "the laptop goes on with it"
    grid = attendance.grid(laptop.work, courses.find_course(laptop.work, "DSH1"))
    attendance.mark(laptop.work, grid.rows[1].enrolment, grid.sessions[0].key, Mark.PRESENT)
    tell_changes(laptop)
    take_in(fresh, send(laptop, stick))
    key = courses.find_course(fresh.work, "DSH1")
    assert attendance.grid(fresh.work, key) == attendance.grid(laptop.work, key)


def mark_first(seat: Seat, mark: Mark, row: int = 0) -> None:
    """Mark somebody in the first session behind the window."""
    grid = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    attendance.mark(seat.work, grid.rows[row].enrolment, grid.sessions[0].key, mark)
    tell_changes(seat)


def first_mark(seat: Seat, row: int = 0) -> Mark | None:
    grid = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    found = grid.rows[row].cells[0]
    return found.mark if found else None


@pytest.fixture
def found_again(laptop: Seat, stick: Path, tmp_path: Path) -> Path:
    """Write a file for the office as it is, onto a stick that is lost until much later."""
    drawer = tmp_path / "drawer"
    drawer.mkdir()
    mark_first(laptop, Mark.ABSENT)
    send(laptop, stick).rename(drawer / "found.tsync")
    return drawer


def test_a_file_for_the_lost_computer_is_read_with_the_paper_key(
    found_again: Path, fresh: Seat, papers: tuple[str, str]
) -> None:
    choosers = fresh.desktop.choosers
    fresh.open("office")
    fresh.choose_tab("office_tabs", TABS.index("incoming"))
    before = len(fresh.cells("office_imports_table"))
    choosers.answer(found_again / "found.tsync")
    fresh.click("office_take_in")
    assert "encrypted for another recipient" in fresh.text("office_file_0_text")
    assert "“Read old files” under Office, Keys" in fresh.text("office_file_0_text")
    assert not fresh.sees("office_take"), "its own key does not open it"
    fresh.click("office_decline")
    fresh.choose_tab("office_tabs", KEYS)
    fresh.click("office_read_button")
    assert not fresh.see("read_panel_accept").isEnabled()
    choosers.answer(found_again)
    fresh.click("read_place")
    fresh.fill("read_key", papers[0][:-1])
    fresh.click("read_panel_accept")
    assert "letter by letter" in fresh.text("read_key_error")
    assert first_mark(fresh) is None
    fresh.fill("read_key", papers[0].lower())
    fresh.press(Qt.Key.Key_Return)
    assert "Imported: 1. Were here already: 0." in fresh.banner()
    assert first_mark(fresh) is Mark.ABSENT
    assert sync_status.check(fresh.work).ok
    fresh.choose_tab("office_tabs", TABS.index("incoming"))
    assert len(fresh.cells("office_imports_table")) == before + 1
    assert fresh.cells("office_imports_table")[0][0] == "found"
    # Once more changes nothing, and says so.
    digest = sync_status.check(fresh.work).digest
    fresh.choose_tab("office_tabs", KEYS)
    fresh.click("office_read_button")
    assert fresh.text("read_key") == "", "the key is asked for each time"
    fresh.fill("read_key", papers[0])
    choosers.answer(found_again)
    fresh.click("read_place")
    fresh.click("read_panel_accept")
    assert "Imported: 0. Were here already: 1." in fresh.banner()
    assert sync_status.check(fresh.work).digest == digest


def test_old_files_that_contradict_what_is_here_are_to_be_decided_at_once(
    found_again: Path, fresh: Seat, papers: tuple[str, str]
) -> None:
    mark_first(fresh, Mark.PRESENT)
    fresh.open("office")
    fresh.choose_tab("office_tabs", KEYS)
    fresh.click("office_read_button")
    fresh.fill("read_key", papers[0])
    fresh.desktop.choosers.answer(found_again)
    fresh.click("read_place")
    fresh.click("read_panel_accept")
    assert "1 conflict to decide in Review." in fresh.banner()
    assert fresh.see("rail_review_badge").isVisible()
    fresh.open("review")
    said = {fresh.text(f"review_side_{place}_value") for place in (1, 2)}
    assert said == {"Present", "Absent"}


def test_the_root_key_is_lost_and_the_standby_takes_over(
    office: Seat, laptop: Seat, papers: tuple[str, str], stick: Path
) -> None:
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", KEYS)
    before = digits(office, "office_digits")
    office.click("office_root_button")
    office.fill("root_standby", papers[0])
    office.click("root_panel_accept")
    assert "TRAINER-STANDBY-1" in office.text("root_standby_error")
    office.fill("root_standby", papers[1])
    office.press(Qt.Key.Key_Return)
    assert not office.sees("recovery_key"), "the recovery key did not change"
    office.fill("standby_typed", office.text("standby_key")[-6:])
    office.click("recovery_locked")
    office.click("papers_panel_accept")
    assert "hold" in office.banner()
    after = digits(office, "office_digits")
    assert before != after
    pack = write_pack(office, laptop.work.device_code, stick)
    laptop.front()
    laptop.open("sending")
    laptop.desktop.choosers.answer(pack)
    laptop.click("sending_take_in")
    trust = identity.trust_list(laptop.work)
    assert trust is not None
    assert trust.office.fingerprint.split() == after


def test_new_recovery_papers_are_made_given_up_and_made(office: Seat, papers: tuple[str, str]) -> None:
    office.open("office")
    office.choose_tab("office_tabs", KEYS)
    for keep in (False, True):
        office.click("office_papers_button")
        office.click("office_papers_question_yes")
        assert office.text("recovery_key") != papers[0]
        if not keep:
            office.click("papers_panel_cancel")
            assert office.text("office_papers_button") == "Show the new papers", "they wait"
            office.click("office_papers_button")
            office.click("papers_drop")
            continue
        office.click("recovery_locked")
        office.fill("recovery_typed", office.text("recovery_key"))
        office.fill("standby_typed", office.text("standby_key"))
        office.press(Qt.Key.Key_Return)
    assert office.text("office_papers_button") == "Make new papers…"
    workplace_key.check_own_passphrase(office.work, PASSPHRASE)
