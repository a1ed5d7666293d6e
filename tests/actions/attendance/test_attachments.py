"""Attaching scans and logos: what is taken in, what is refused, undo, copies, the check."""

import hashlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.actions import scans
from tests.kit.samples import PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import history, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.office import backups
from trainer_app.domain.attendance.sheets import MAX_BYTES, AttachmentKind
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import LogoOwner, ProjectDraft
from trainer_app.store.attendance import marks as stored
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.system.messages import label_text

SHEET = "DSH-1017-DSH1"
OTHER = "DSH-1016-DSH1"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    return scans.png(tmp_path / "Рӯйхат.png", SHEET)


def attach(work: Workplace, room: Room, path: Path, **given: object) -> str:
    wanted = {"course": room.course, "sheet": SHEET, **given}
    made = attachments.attach(work, path, kind=AttachmentKind.SHEET, **wanted)  # type: ignore[arg-type]
    return made.key or ""


def refusal(work: Workplace, room: Room, path: Path, **given: object) -> str:
    before = digest_of(work.journal)
    with pytest.raises(TrainerError) as refused:
        attach(work, room, path, **given)
    assert digest_of(work.journal) == before
    assert not stored.stored_hashes(work.database)
    return refused.value.code


def test_a_scan_is_attached_and_read_again(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan, sheet="dsh-1017-dsh1/2")
    (found,) = attachments.list_attachments(trainer, room.course)
    assert (found.key, found.sheet, found.page, found.name) == (key, SHEET, 2, "Рӯйхат.png")
    assert (found.media, found.size, found.here, found.travels) == (
        "image/png",
        scan.stat().st_size,
        True,
        False,
    )
    assert found.added_on == trainer.today()
    assert attachments.content(trainer, key) == scan.read_bytes()
    assert attachments.list_attachments(trainer, sheet=SHEET) == [found]
    assert attachments.list_attachments(trainer, room.course, OTHER) == []


def test_the_same_scan_again_is_the_same_attachment(
    trainer: Workplace, room: Room, scan: Path, tmp_path: Path
) -> None:
    key = attach(trainer, room, scan)
    again = attachments.attach(trainer, scan, kind=AttachmentKind.SHEET, course=room.course, sheet=SHEET)
    assert (again.key, again.step) == (key, None)
    assert attach(trainer, room, scan, sheet=OTHER) != key
    assert len(stored.stored_hashes(trainer.database)) == 1


def test_files_that_cannot_be_attached_are_refused(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    def made(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    whole = scans.png(tmp_path / "whole.png", SHEET).read_bytes()
    assert refusal(trainer, room, tmp_path / "gone.png") == "attachments.unreadable"
    assert refusal(trainer, room, tmp_path) == "attachments.unreadable"
    assert refusal(trainer, room, made("empty.pdf", b"")) == "attachments.empty"
    assert refusal(trainer, room, made("letter.png", b"PK\x03\x04 a document")) == "attachments.wrong_kind"
    assert refusal(trainer, room, made("torn.png", whole[: len(whole) // 2])) == "codes.unreadable"
    assert refusal(trainer, room, made("torn.pdf", b"%PDF-1.7\nnothing more")) == "codes.unreadable"
    assert refusal(trainer, room, made("torn.jpg", b"\xff\xd8\xff\xe0" + bytes(40))) == "codes.unreadable"
    large = scans.noise(tmp_path / "large.png", MAX_BYTES + 1)
    assert refusal(trainer, room, large) == "attachments.too_big"
    assert attach(trainer, room, scans.noise(tmp_path / "just.png", MAX_BYTES))


@pytest.mark.parametrize("side", [9_000, 20_000, 60_000])
def test_a_picture_that_unpacks_to_gigabytes_is_refused(
    trainer: Workplace, room: Room, tmp_path: Path, side: int
) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">2I5B", side, side, 8, 0, 0, 0, 0))
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
    assert refusal(trainer, room, bomb) == "codes.too_big"


def test_it_must_belong_to_something_that_is_there(trainer: Workplace, room: Room, scan: Path) -> None:
    assert refusal(trainer, room, scan, sheet="DSH-1231-DSH1") == "attachments.bad_sheet"
    assert refusal(trainer, room, scan, sheet="DSH-1017-GARM") == "attachments.bad_sheet"
    assert refusal(trainer, room, scan, course="018e0000-0000-7000-8000-000000000000") == "course.unknown"
    assert refusal(trainer, room, scan, course=None) == "attachments.no_owner"


def test_sheets_find_their_place_by_their_codes(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    files = [
        scans.pdf(tmp_path / "week.pdf", f"{SHEET}/1", "", f"{SHEET}/2", f"{OTHER}/1"),
        scans.jpeg(tmp_path / "photo.jpg", "https://example.org", "DSH-1015.2-DSH1/1"),
        scans.png(tmp_path / "blank.png"),
        scans.png(tmp_path / "strange.png", "DSH-1017-GARM"),
        tmp_path / "gone.png",
    ]
    found = attachments.attach_sheets(trainer, files, room.course)
    week, photo, blank, strange, gone = found.files
    assert [str(code) if code else "" for code in week.pages] == [
        f"{SHEET}/1",
        "",
        f"{SHEET}/2",
        f"{OTHER}/1",
    ]
    assert [blank.code, strange.code, gone.code] == [
        "attachments.no_code",
        "attachments.other_course",
        "attachments.unreadable",
    ]
    assert strange.values["course"] == "GARM"
    assert [blank.keys, strange.keys, gone.keys] == [(), (), ()]
    rows = attachments.list_attachments(trainer, room.course)
    assert {(row.sheet, row.page, row.name) for row in rows} == {
        (SHEET, 0, "week.pdf"),
        (OTHER, 1, "week.pdf"),
        ("DSH-1015.2-DSH1", 1, "photo.jpg"),
    }
    assert {row.key for row in rows} == {*week.keys, *photo.keys}
    assert len(stored.stored_hashes(trainer.database)) == 2
    assert history.undo(trainer).step is not None
    assert attachments.list_attachments(trainer) == []


def test_a_scan_without_a_code_goes_where_a_person_says(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    files = [scans.png(tmp_path / "blank.png"), scans.png(tmp_path / "known.png", f"{OTHER}/2")]
    attachments.attach_sheets(trainer, files, room.course, otherwise=SHEET, travels=True)
    rows = attachments.list_attachments(trainer, room.course)
    assert {(row.sheet, row.page, row.name) for row in rows} == {
        (SHEET, 0, "blank.png"),
        (OTHER, 2, "known.png"),
    }
    assert all(row.travels for row in rows)
    with pytest.raises(TrainerError, match="attachments.bad_sheet"):
        attachments.attach_sheets(trainer, files, room.course, otherwise="DSH-1231-DSH1")


def test_nothing_found_is_no_step(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    found = attachments.attach_sheets(trainer, [scans.png(tmp_path / "blank.png")], room.course)
    assert found.changes.step is None
    assert not stored.stored_hashes(trainer.database)


def test_undo_keeps_the_content_so_that_redo_works(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan)
    history.undo(trainer)
    with pytest.raises(TrainerError) as refused:
        attachments.content(trainer, key)
    assert refused.value.code == "attachments.unknown"
    history.redo(trainer)
    assert attachments.content(trainer, key) == scan.read_bytes()


def test_removing_is_undone_and_adding_again_works(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan, page=1, travels=True)
    (before,) = attachments.list_attachments(trainer)
    attachments.detach(trainer, key)
    assert attachments.list_attachments(trainer) == []
    assert attachments.prune(trainer) == 0, "history still names it"
    history.undo(trainer)
    assert attachments.list_attachments(trainer) == [before]
    attachments.detach(trainer, key)
    assert attach(trainer, room, scan) == key
    assert not attachments.get_attachment(trainer, key).travels


def test_what_nothing_names_is_pruned(trainer: Workplace, room: Room, scan: Path) -> None:
    attach(trainer, room, scan)
    with trainer.journal.transaction():
        stored.put_blob(trainer.database, b"left over")
    assert attachments.prune(trainer) == 1
    assert len(stored.stored_hashes(trainer.database)) == 1


def test_travelling_is_said_and_taken_back(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan)
    assert attachments.waiting_to_send(trainer) == []
    assert attachments.set_travels(trainer, [key], travels=True).step is not None
    assert [one.key for one in attachments.waiting_to_send(trainer)] == [key]
    attach(trainer, room, scan)
    assert attachments.get_attachment(trainer, key).travels, "adding it again takes nothing back"
    attachments.set_travels(trainer, [key], travels=False)
    assert attachments.waiting_to_send(trainer) == []
    with pytest.raises(TrainerError):
        attachments.set_travels(trainer, [room.course], travels=True)


def test_a_copy_gets_a_name_that_every_disk_takes(
    trainer: Workplace, room: Room, scan: Path, stick: Path
) -> None:
    key = attach(trainer, room, scan)
    first = attachments.save_copy(trainer, key, stick)
    second = attachments.save_copy(trainer, key, stick)
    assert (first.name, second.name) == ("Рӯйхат.png", "Рӯйхат-2.png")
    assert first.read_bytes() == second.read_bytes() == scan.read_bytes()


def project_of(work: Workplace, room: Room) -> str:
    return courses.get_course(work, room.course).course.project or ""


def test_logos_of_a_project(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    project = project_of(trainer, room)
    first = scans.png(tmp_path / "first.png", note="donor")
    second = scans.jpeg(tmp_path / "second.jpg", note="partner")
    projects.set_logo(trainer, project, LogoOwner.DONOR, first)
    projects.set_logo(trainer, project, LogoOwner.PARTNER, second)
    assert projects.logos(trainer, project) == {
        LogoOwner.DONOR: first.read_bytes(),
        LogoOwner.PARTNER: second.read_bytes(),
    }
    assert projects.logos(trainer, None) == {}
    projects.set_logo(trainer, project, LogoOwner.ORGANISER, first)
    projects.set_logo(trainer, project, LogoOwner.DONOR, None)
    assert set(projects.logos(trainer, project)) == {LogoOwner.PARTNER, LogoOwner.ORGANISER}
    history.undo(trainer)
    history.undo(trainer)
    assert set(projects.logos(trainer, project)) == {LogoOwner.PARTNER, LogoOwner.DONOR}
    history.undo(trainer)
    assert set(projects.logos(trainer, project)) == {LogoOwner.DONOR}
    history.redo(trainer)
    assert set(projects.logos(trainer, project)) == {LogoOwner.PARTNER, LogoOwner.DONOR}


def test_several_logos_are_one_step(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    project = project_of(trainer, room)
    first, second = (scans.png(tmp_path / f"{n}.png", note=str(n)) for n in (1, 2))
    projects.set_logo(trainer, project, LogoOwner.PARTNER, first)
    projects.set_logos(
        trainer, project, {LogoOwner.DONOR: second, LogoOwner.ORGANISER: second, LogoOwner.PARTNER: None}
    )
    assert set(projects.logos(trainer, project)) == {LogoOwner.DONOR, LogoOwner.ORGANISER}
    assert [one.name for one in attachments.list_attachments(trainer, project=project)] == ["2.png"]
    history.undo(trainer)
    assert projects.logos(trainer, project) == {LogoOwner.PARTNER: first.read_bytes()}


def test_a_project_with_its_logos_is_one_step(trainer: Workplace, tmp_path: Path) -> None:
    first, second = (scans.png(tmp_path / f"{n}.png", note=str(n)) for n in (1, 2))
    begun = ProjectDraft("SAFE", Texts(en="Safe homes"))
    project = projects.create_project(trainer, begun, {LogoOwner.DONOR: first}).key or ""
    assert projects.logos(trainer, project) == {LogoOwner.DONOR: first.read_bytes()}
    label = history.recent(trainer)[0].label
    assert label.code == "course.step.create_project"
    projects.change_project(trainer, project, replace(begun, donor="Fund"), logos={LogoOwner.PARTNER: second})
    assert set(projects.logos(trainer, project)) == {LogoOwner.DONOR, LogoOwner.PARTNER}
    history.undo(trainer)
    assert projects.get_project(trainer, project).donor == ""
    assert set(projects.logos(trainer, project)) == {LogoOwner.DONOR}
    history.undo(trainer)
    assert project not in {each.key for each in projects.list_projects(trainer)}
    assert not attachments.list_attachments(trainer, project=project)
    history.redo(trainer)
    assert projects.logos(trainer, project) == {LogoOwner.DONOR: first.read_bytes()}


def test_a_project_whose_logo_is_refused_is_not_there(trainer: Workplace, tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        projects.create_project(
            trainer, ProjectDraft("SAFE", Texts()), {LogoOwner.DONOR: scans.pdf(tmp_path / "a.pdf", "")}
        )
    assert refused.value.code == "attachments.not_picture"
    assert "SAFE" not in {each.code for each in projects.list_projects(trainer)}


def test_another_logo_takes_the_first_ones_place(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    project = project_of(trainer, room)
    first, second = (scans.png(tmp_path / f"{n}.png", note=str(n)) for n in (1, 2))
    projects.set_logo(trainer, project, LogoOwner.DONOR, first)
    projects.set_logo(trainer, project, LogoOwner.DONOR, second)
    (kept,) = attachments.list_attachments(trainer, project=project)
    assert kept.name == "2.png"
    attachments.detach(trainer, kept.key)
    assert projects.logos(trainer, project) == {}
    history.undo(trainer)
    assert projects.logos(trainer, project) == {LogoOwner.DONOR: second.read_bytes()}


def test_a_pdf_is_no_logo(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        projects.set_logo(
            trainer, project_of(trainer, room), LogoOwner.DONOR, scans.pdf(tmp_path / "a.pdf", "")
        )
    assert refused.value.code == "attachments.not_picture"
    assert not stored.stored_hashes(trainer.database)
    text = tmp_path / "logo.txt"
    text.write_text("no picture")
    with pytest.raises(TrainerError) as refused:
        projects.set_logo(trainer, project_of(trainer, room), LogoOwner.DONOR, text)
    assert "PDF" not in label_text(Label(refused.value.code, {"file": "a"}), "en"), "S3: it offered a PDF"


def test_the_check_finds_content_that_was_changed(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan)
    assert sync_status.check(trainer).ok
    sha256 = hashlib.sha256(scan.read_bytes()).hexdigest()
    with trainer.database.write():
        trainer.database.run("UPDATE blob SET content = ? WHERE sha256 = ?", b"%PDF- another", sha256)
    found = sync_status.check(trainer)
    assert not found.ok
    assert found.problems == (f"attachment {sha256[:16]}: its content was changed",)
    with pytest.raises(TrainerError) as refused:
        attachments.content(trainer, key)
    assert refused.value.code == "attachments.damaged"


def test_content_that_is_not_here_is_said_and_is_no_fault(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan)
    before = digest_of(trainer.journal)
    with trainer.database.write():
        trainer.database.run("DELETE FROM blob")
    with pytest.raises(TrainerError) as refused:
        attachments.content(trainer, key)
    assert refused.value.code == "attachments.not_here"
    assert [one.key for one in attachments.missing(trainer)] == [key]
    assert sync_status.check(trainer).ok
    assert digest_of(trainer.journal) == before, "what is shown does not depend on which blobs are here"


def test_making_the_tables_anew_leaves_the_content(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan)
    with trainer.journal.transaction():
        rebuild(trainer.journal)
    assert attachments.content(trainer, key) == scan.read_bytes()


def test_a_backup_holds_the_content(trainer: Workplace, room: Room, scan: Path) -> None:
    key = attach(trainer, room, scan)
    copy = backups.create_backup(trainer)
    attachments.detach(trainer, key)
    with trainer.database.write():
        trainer.database.run("DELETE FROM blob")
    backups.restore_backup(trainer, copy.path)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert attachments.content(again, key) == scan.read_bytes()
    again.close()


def test_neither_content_nor_name_lies_in_the_clear(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    mark = b"canary in the content 7731"
    target = tmp_path / "canary of the name 7731.png"
    held = io.BytesIO()
    Image.new("L", (20, 20)).save(held, "PNG")
    target.write_bytes(held.getvalue() + mark)
    attach(trainer, room, target, travels=True)
    backups.create_backup(trainer)
    looked = 0
    for path in trainer.folder.root.rglob("*"):
        if path.is_file():
            looked += 1
            data = path.read_bytes()
            assert mark not in data, path
            assert b"canary of the name" not in data, path
    assert looked >= 4
