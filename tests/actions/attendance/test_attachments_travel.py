"""Scans on their way to the office and logos on theirs to the laptops, through real files."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from tests.actions import scans
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing, signatories, templates
from trainer_app.actions.courses import course_life, courses, projects
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.exchange import importing, outstanding, packs, sending
from trainer_app.actions.review import review
from trainer_app.bundle import layout, packing, sealing
from trainer_app.domain.attendance import sheets as vocabulary
from trainer_app.domain.attendance.sheets import AttachmentKind, choose_fitting
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key, new_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import DesignKind, SignatoryLine, SignatoryRole
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.attendance import marks as stored
from trainer_app.store.base.drafts import Write

SHEET = "DSH-1017-DSH1"


@pytest.fixture
def taught(joined: Workplace) -> Room:
    return write_course(joined)


def scan(work: Workplace, room: Room, path: Path, *, travels: bool = True, size: int = 0) -> str:
    """Attach a page; `size` makes it as large as that."""
    made = scans.noise(path, size) if size else scans.png(path, SHEET, note=path.name)
    kind = AttachmentKind.SHEET
    return (
        attachments.attach(work, made, kind=kind, course=room.course, sheet=SHEET, travels=travels).key or ""
    )


def here(work: Workplace) -> frozenset[str]:
    return stored.stored_hashes(work.database)


def answer(bureau: Workplace, laptop: Workplace, stick: Path) -> None:
    pack = packs.export_pack(bureau, laptop.device_code, stick)
    importing.import_files(laptop, [pack.file])


def test_a_scan_goes_to_the_office_only_when_the_trainer_says_so(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    kept = scan(joined, taught, tmp_path / "kept.png", travels=False)
    goes = scan(joined, taught, tmp_path / "goes.png")
    waiting = outstanding.pending(joined)
    assert (waiting.scans, waiting.scan_bytes) == (1, (tmp_path / "goes.png").stat().st_size)
    sent = sending.export(joined, stick)
    assert (sent.scans, sent.scans_later) == (1, 0)
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert (result.result, result.new_scans) == (FileOutcome.IMPORTED, 1)
    assert attachments.content(bureau, goes) == (tmp_path / "goes.png").read_bytes()
    assert [one.key for one in attachments.missing(bureau)] == [kept]
    assert sync_status.check(bureau).digest == sync_status.check(joined).digest
    assert sync_status.check(bureau).ok


def test_a_scan_is_sent_again_until_the_office_has_confirmed_it(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    scan(joined, taught, tmp_path / "a.png")
    lost = sending.export(joined, stick)
    again = sending.export(joined, stick)
    assert (lost.scans, again.scans) == (1, 1)
    assert [line.confirmed for line in sending.history(joined)] == [False, False]
    assert [line.scans for line in sending.history(joined)] == [1, 1]
    importing.import_files(bureau, [again.file])
    answer(bureau, joined, stick)
    assert outstanding.pending(joined).scans == 0
    assert [line.confirmed for line in sending.history(joined)] == [True, True]
    assert importing.import_files(bureau, [lost.file]).files[0].result is FileOutcome.DUPLICATE


def test_a_receipt_for_entries_does_not_confirm_a_scan_that_found_no_room(
    joined: Workplace,
    bureau: Workplace,
    taught: Room,
    stick: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [scan(joined, taught, tmp_path / f"{n}.png") for n in range(5)]
    monkeypatch.setattr(outstanding, "MAX_BLOBS", 2)
    waiting = outstanding.pending(joined)
    assert (waiting.scans, waiting.scans_later) == (2, 3)
    sent = sending.export(joined, stick)
    assert (sent.scans, sent.scans_later) == (2, 3)
    importing.import_files(bureau, [sent.file])
    assert [one.key for one in attachments.list_attachments(bureau) if one.here] == keys[:2], "oldest first"
    answer(bureau, joined, stick)
    later = outstanding.pending(joined)
    assert (later.total, later.scans, later.scans_later) == (0, 2, 1)
    second = sending.export(joined, stick)
    assert (second.entries, second.scans) == (0, 2)
    (result,) = importing.import_files(bureau, [second.file]).files
    assert (result.result, result.new_entries, result.new_scans) == (FileOutcome.IMPORTED, 0, 2)
    assert len(here(bureau)) == 4
    importing.undo_import(bureau, result.step or 0)
    assert len(here(bureau)) == 2
    assert len(attachments.list_attachments(bureau)) == 5, "only the contents came with it"


def test_a_full_file_takes_what_fits_and_never_fails(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    for number in range(layout.MAX_BLOBS + 3):
        scan(joined, taught, tmp_path / f"{number:02}.png")
    sent = sending.export(joined, stick)
    assert (sent.scans, sent.scans_later) == (layout.MAX_BLOBS, 3)
    importing.import_files(bureau, [sent.file])
    assert len(here(bureau)) == layout.MAX_BLOBS


def test_bytes_are_counted_too() -> None:
    def file(name: str, size: int) -> vocabulary.Attachment:
        return vocabulary.Attachment(name, AttachmentKind.SHEET, name, "image/png", size)

    waiting = [file("a", 40), file("b", 70), file("c", 60), file("d", 1)]
    chosen, later = choose_fitting(waiting, members=9, room=100)
    assert ([one.key for one in chosen], [one.key for one in later]) == (["a", "c"], ["b", "d"])
    assert choose_fitting(waiting, members=1, room=100)[0] == waiting[:1]
    assert choose_fitting(waiting, members=9, room=-5) == ([], waiting)


def test_a_file_about_one_course_takes_its_scans_only(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    project = courses.get_course(joined, taught.course).course.project or ""
    other = course_life.copy_course(joined, taught.course, CourseCopy("KHJ1", joined.today())).key or ""
    key = scan(joined, taught, tmp_path / "a.png")
    projects.set_logo(joined, project, LogoOwner.DONOR, scans.png(tmp_path / "logo.png", note="logo"))
    (logo,) = attachments.list_attachments(joined, project=project)
    assert [one.key for one in attachments.waiting_to_send(joined, taught.course)] == [key, logo.key]
    assert [one.key for one in attachments.waiting_to_send(joined, other)] == [logo.key]
    assert sending.export(joined, stick, course=other).scans == 1


def test_two_trainers_attach_the_same_scan_and_one_is_stored(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path, story: Story
) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])
    second = set_up(story, "second", "F. Saidzoda")
    enrol(bureau, second, "K8", stick, [taught.course])
    first_key = scan(joined, taught, tmp_path / "a.png")
    (tmp_path / "copy of a.png").write_bytes((tmp_path / "a.png").read_bytes())
    made = attachments.attach(
        second,
        tmp_path / "copy of a.png",
        kind=AttachmentKind.SHEET,
        course=taught.course,
        sheet=SHEET,
        travels=False,
    )
    assert made.key == first_key
    report = importing.import_files(
        bureau, [sending.export(joined, stick).file, sending.export(second, stick).file]
    )
    assert report.conflicts == 0, "another name of the same file is nothing to decide"
    (found,) = attachments.list_attachments(bureau)
    assert (found.here, found.travels, found.name) == (True, True, "copy of a.png")
    assert len(here(bureau)) == 1
    answer(bureau, second, stick)
    attachments.set_travels(second, [first_key], travels=True)
    assert outstanding.pending(second).scans == 0, "it is at the office already"


def test_a_scan_leaves_with_the_last_import_that_brought_it(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    scan(joined, taught, tmp_path / "a.png")
    first = sending.export(joined, stick)
    course_life.copy_course(joined, taught.course, CourseCopy("KHJ1", joined.today()))
    second = sending.export(joined, stick)
    steps = [one.step or 0 for one in importing.import_files(bureau, [first.file, second.file]).files]
    importing.undo_import(bureau, steps[0])
    assert len(here(bureau)) == 1, "the second file brought it too"
    importing.undo_import(bureau, steps[1])
    assert here(bureau) == frozenset()
    archived = sorted(bureau.folder.archive.glob("*.tsync"))
    importing.import_files(bureau, archived)
    assert len(here(bureau)) == 1, "the archive gives it back"
    assert sync_status.check(bureau).digest == sync_status.check(joined).digest


def test_a_scan_of_ones_own_stays_when_an_import_is_undone(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])
    scan(joined, taught, tmp_path / "a.png")
    key = scan(bureau, taught, tmp_path / "a.png")
    (result,) = importing.import_files(bureau, [sending.export(joined, stick).file]).files
    assert result.new_scans == 0
    importing.undo_import(bureau, result.step or 0)
    assert attachments.content(bureau, key) == (tmp_path / "a.png").read_bytes()


def test_the_older_file_may_come_last(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    key = scan(joined, taught, tmp_path / "a.png")
    older = sending.export(joined, stick)
    attachments.detach(joined, key)
    newer = sending.export(joined, stick)
    assert newer.scans == 0
    importing.import_files(bureau, [newer.file, older.file])
    assert attachments.list_attachments(bureau) == []
    assert sync_status.check(bureau).digest == sync_status.check(joined).digest


def test_a_rehearsal_leaves_no_scan(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    scan(joined, taught, tmp_path / "a.png")
    sent = sending.export(joined, stick)
    assert importing.rehearse(bureau, [sent.file]).report.files[0].new_scans == 1
    assert here(bureau) == frozenset()
    assert bureau.database.select("SELECT count(*) FROM blob_source") == [(0,)]


def test_a_damaged_scan_refuses_the_whole_file(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    scan(joined, taught, tmp_path / "a.png")
    sent = sending.export(joined, stick)
    identities = [identity.office_keys(bureau).identity]
    with zipfile.ZipFile(io.BytesIO(sealing.unseal(sent.file.read_bytes(), identities, ""))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    (name,) = (name for name in members if name.startswith(layout.BLOBS))
    members[name] = members[name][:-1] + b"!"
    forged = stick / "forged.tsync"
    forged.write_bytes(sealing.seal(packing.pack(members), [identity.office_keys(bureau).recipient]))
    (result,) = importing.import_files(bureau, [forged]).files
    assert (result.result, result.code) == (FileOutcome.REFUSED, "bundle.bad_signature")
    assert here(bureau) == frozenset()
    assert attachments.list_attachments(bureau) == []


def attach_unseen(work: Workplace, room: Room, path: Path, content: bytes) -> str:
    """Attach any content as a laptop does whose program does not look at it."""
    write = projects.attachment_write(
        work,
        path,
        b"%PDF-1.7",
        kind=AttachmentKind.SHEET,
        course=room.course,
        sheet=SHEET,
        travels=True,
    )
    sha256 = stored.digest_of_content(content)
    fields = {**write.fields, "sha256": sha256, "size": len(content)}
    key = derive_key("attachment", room.course, AttachmentKind.SHEET.value, SHEET, sha256)
    with work.journal.transaction():
        stored.put_blob(work.database, content)
        work.journal.record(Label("attachments.step.add", {"n": 1}), [Write("attachment", key, fields)])
    return key


def test_a_content_of_no_kind_that_is_kept_is_told_and_not_stored(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    """A program for the desktop, sent as the scan of a sheet, would be saved as one that a press starts."""
    program = b"[Desktop Entry]\nType=Application\nExec=sh -c evil\n"
    key = attach_unseen(joined, taught, tmp_path / "scan.pdf", program)
    scan(joined, taught, tmp_path / "a.png")
    (result,) = importing.import_files(bureau, [sending.export(joined, stick).file]).files
    assert (result.result, result.new_scans) == (FileOutcome.IMPORTED, 1)
    assert result.notes == (Label("import.strange_contents", {"count": 1}),)
    assert stored.digest_of_content(program) not in here(bureau)
    assert len(here(bureau)) == 1
    assert [one.here for one in attachments.list_attachments(bureau) if one.key == key] == [False]
    assert sync_status.check(bureau).ok
    with pytest.raises(TrainerError, match=r"attachments\.strange_kind"):
        attachments.save_copy(joined, key, tmp_path)


def test_a_copy_ends_as_its_content_begins(joined: Workplace, taught: Room, tmp_path: Path) -> None:
    png = scans.png(tmp_path / "a.png", SHEET).read_bytes()
    key = attach_unseen(joined, taught, tmp_path / "scan.pdf", png)
    copy = attachments.save_copy(joined, key, tmp_path)
    assert copy.name == "scan.png"
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600


def test_what_only_a_newer_program_knows_is_kept_with_its_content(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    key = scan(joined, taught, tmp_path / "a.png")
    joined.journal.record(Label("attendance.step.mark"), [Write("seal", new_key(), {"attachment": key})])
    sent = sending.export(joined, stick)
    assert importing.inspect(bureau, sent.file).counts["seal"] == 1
    (result,) = importing.import_files(bureau, [sent.file]).files
    assert (result.result, result.new_scans) == (FileOutcome.IMPORTED, 1)
    assert sync_status.check(bureau).ok
    assert b'"e":"seal"' in b"".join(
        bytes(row[0]) for row in bureau.database.select("SELECT line FROM entry")
    )


def test_logos_go_to_the_laptops_and_scans_do_not(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path, story: Story
) -> None:
    scan(joined, taught, tmp_path / "a.png")
    importing.import_files(bureau, [sending.export(joined, stick).file])
    project = courses.get_course(bureau, taught.course).course.project or ""
    donor, partner = (scans.png(tmp_path / f"{n}.png", note=n) for n in ("donor", "partner"))
    projects.set_logo(bureau, project, LogoOwner.DONOR, donor)
    projects.set_logo(bureau, project, LogoOwner.PARTNER, partner)
    second = set_up(story, "second", "F. Saidzoda")
    enrol(bureau, second, "K8", stick, [taught.course])
    expected = {LogoOwner.DONOR: donor.read_bytes(), LogoOwner.PARTNER: partner.read_bytes()}
    assert projects.logos(second, project) == expected
    assert [one.name for one in attachments.missing(second)] == ["a.png"]
    answer(bureau, joined, stick)
    assert projects.logos(joined, project) == expected
    assert outstanding.pending(joined).scans == 0


def test_designs_and_signatures_go_where_certificates_are_printed_and_nowhere_else(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path, story: Story
) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])
    project = courses.get_course(bureau, taught.course).course.project or ""
    path = templates.export_design(bureau, "completion", tmp_path / "Ministry.tcert")
    design = templates.import_design(bureau, path).key or ""
    templates.choose(bureau, project, DesignKind.COMPLETION, design)
    signature = scans.png(tmp_path / "signature.png", note="signature")
    head = SignatoryLine(SignatoryRole.PERSON, Texts(tg="М. Саидова"), picture=signature)
    signatories.set_signatories(bureau, [head], project=project)
    second = set_up(story, "second", "F. Saidzoda")
    enrol(bureau, second, "K8", stick, [])
    sha256 = stored.digest_of_content(signature.read_bytes())
    assert sha256 not in here(second)
    answer(bureau, joined, stick)
    assert sha256 in here(joined)
    assert templates.chosen(joined, project)[DesignKind.COMPLETION].key == design
    for session in taught.sessions:
        attendance.mark_rest(joined, session)
    issued = certificates.issue(joined, taught.course).certificates
    assert issued[0].facts.signatures == (sha256,)
    assert printing.print_certificates(joined, issued).startswith(b"%PDF")
    assert outstanding.pending(joined).scans == 0


def agree(bureau: Workplace, laptop: Workplace, stick: Path) -> None:
    """Let the office agree to all that a laptop asks for, and the laptop learn of it."""
    importing.import_files(bureau, [sending.export(laptop, stick).file])
    for item in review.list_items(bureau):
        review.settle(bureau, item.id, "theirs")
    answer(bureau, laptop, stick)


def test_a_design_made_on_a_laptop_reaches_the_office_with_its_certificates(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    project = courses.get_course(joined, taught.course).course.project or ""
    path = templates.export_design(joined, "attendance", tmp_path / "Own.tcert")
    chosen = templates.import_design(joined, path).key or ""
    templates.choose(joined, project, DesignKind.ATTENDANCE, chosen)
    agree(bureau, joined, stick)
    for session in taught.sessions:
        attendance.mark_rest(joined, session)
    issued = certificates.issue(joined, taught.course).certificates
    assert {one.facts.design for one in issued} == {stored.digest_of_content(path.read_bytes())}
    importing.import_files(bureau, [sending.export(joined, stick).file])
    known = certificates.register(bureau, taught.course)
    assert printing.print_certificates(bureau, known) == printing.print_certificates(
        joined, certificates.register(joined, taught.course)
    )
    answer(bureau, joined, stick)
    assert outstanding.pending(joined).scans == 0


def test_a_logo_set_on_a_laptop_reaches_the_others(
    joined: Workplace, bureau: Workplace, taught: Room, stick: Path, tmp_path: Path
) -> None:
    project = courses.get_course(joined, taught.course).course.project or ""
    logo = scans.jpeg(tmp_path / "logo.jpg", note="organiser")
    projects.set_logo(joined, project, LogoOwner.ORGANISER, logo)
    assert projects.logos(joined, project) == {}, "the office has to agree"
    agree(bureau, joined, stick)
    assert projects.logos(joined, project) == {LogoOwner.ORGANISER: logo.read_bytes()}
    assert projects.logos(bureau, project) == {LogoOwner.ORGANISER: logo.read_bytes()}


def test_without_an_office_scans_travel_under_a_passphrase(
    trainer: Workplace, bureau: Workplace, room: Room, stick: Path, tmp_path: Path
) -> None:
    scan(trainer, room, tmp_path / "a.png")
    sent = sending.export(trainer, stick, passphrase="words that both know")
    assert sent.scans == 1
    assert (tmp_path / "a.png").read_bytes()[-200:] not in sent.file.read_bytes()


def test_a_small_scan_goes_by_itself_and_a_large_one_stays(
    joined: Workplace, bureau: Workplace, taught: Room, tmp_path: Path
) -> None:
    """Only from a laptop to its office: without one, and at the office, nothing is to be sent."""
    small = scans.png(tmp_path / "small.png", SHEET)
    large = scans.noise(tmp_path / "large.png", 3 * 1024 * 1024)
    attachments.attach_sheets(joined, [small, large], taught.course, otherwise=SHEET, travels=None)
    told = {one.name: one.travels for one in attachments.list_attachments(joined, taught.course)}
    assert told == {"small.png": True, "large.png": False}
    assert not attachments.goes_along(bureau, 1)
    attachments.attach_sheets(joined, [large], taught.course, otherwise=SHEET, travels=True)
    assert all(one.travels for one in attachments.list_attachments(joined, taught.course))


def test_without_an_office_a_scan_goes_nowhere_by_itself(trainer: Workplace) -> None:
    assert not attachments.goes_along(trainer, 1)
