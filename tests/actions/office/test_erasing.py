"""A person is erased: nothing of them is found on the disk, the figures stay, everything verifies."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
import pytest

from tests.kit import writing
from tests.kit.pages import decrypted_pages
from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, newest_label, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import mark_history
from trainer_app.actions.base import history, identity, sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing, verifying
from trainer_app.actions.courses import courses, enrolments, roster, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import (
    archiving,
    clearing,
    erased,
    importing,
    incoming,
    outstanding,
    packs,
    sending,
    trust,
)
from trainer_app.actions.office import backups, building, erasing, office, rebuilding
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import review
from trainer_app.bundle import encodings, layout, packing, sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.bundle.reader import unseal_archive
from trainer_app.bundle.sealing import Purpose
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry, encode_entry, erase_line
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CheckResult
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.erasing import plan_words
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.integrity import digest_of, shown_rows
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.messages import label_text

pytestmark = pytest.mark.both_homes

CANARIES = ("Некрӯз", "Файзуллоевич", "RAHIMOV", "Шӯъбаи махсус", "Хонаи Раҳимов", "992901112233")
REASON = "asked in writing"
REMARK = "Хонаи Раҳимов"


@dataclass(frozen=True)
class Held:
    """A course that was held, sent to the office and came back: the person to erase and their enrolment."""

    room: Room
    person: str
    enrolment: str
    serials: tuple[str, ...]


def hold(story: Story) -> None:
    """Hold a course: marks, a remark, tests, certificates of which one was replaced; at the office too."""
    joined, bureau = story.works["trainer"], story.works["office"]
    room = write_course(joined)
    found = next(
        item for item in enrolments.list_enrolments(joined, room.course) if "Некрӯз" in item.person.name
    )
    person, enrolment = found.person.key, found.enrolment.key
    fields = {"latin": "RAHIMOV NEKRUZ", "unit": "Шӯъбаи махсус", "phone": "992901112233"}
    people.change_person(joined, person, dict(fields))
    for session in room.sessions:
        for each in room.enrolments:
            attendance.mark(joined, each, session, Mark.PRESENT)
    attendance.mark(joined, enrolment, room.sessions[0], Mark.LATE, 20)
    attendance.set_remark(joined, enrolment, room.sessions[0], REMARK)
    for each in room.enrolments:
        scores.set_score(joined, each, Occasion.POST, 1800, 2000)
    certificates.issue(joined, room.course)
    own = next(each for each in certificates.register(joined) if each.enrolment == enrolment)
    certificates.replace(joined, own.serial, "Некрӯз was misspelt")
    serials = tuple(each.serial for each in certificates.register(joined) if each.enrolment == enrolment)
    send(joined, bureau, story.stick)
    give(bureau, joined, story.stick, room.course)
    story.notes["held"] = (room, person, enrolment, serials)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    """Hold the course once for all tests that begin after it."""
    return (hold,) if "held" in request.fixturenames else ()


@pytest.fixture
def held(story: Story, joined: Workplace, bureau: Workplace) -> Held:
    """Return the course that was held."""
    return Held(*story.notes["held"])


def send(laptop: Workplace, bureau: Workplace, stick: Path) -> Path:
    """Send all that is not confirmed to the office."""
    file = sending.export(laptop, stick).file
    (result,) = importing.import_files(bureau, [file]).files
    assert result.result in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE), result
    return file


def give(bureau: Workplace, laptop: Workplace, stick: Path, course: str) -> Path:
    """Give the laptop a pack with the course."""
    file = packs.export_pack(bureau, laptop.device_code, stick, courses=[course]).file
    (result,) = importing.import_files(laptop, [file]).files
    assert result.result in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE), result
    return file


def found_in(data: bytes) -> list[str]:
    """Return the canaries that stand in some bytes, as they are or as JSON writes them."""
    return [word for word in CANARIES if word.encode() in data or json.dumps(word)[1:-1].encode() in data]


def traces(work: Workplace, *identities: str) -> dict[str, list[str]]:
    """Return where on a computer's disk the canaries stand: in pages of databases, in opened bundles."""
    found: dict[str, list[str]] = {}
    for path in sorted(work.folder.root.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        if path.name.endswith((".db", ".db-wal")):
            data = decrypted_pages(path, work.key.key)
            assert b"CREATE TABLE" in data or path.suffix == ".db-wal"
        elif sealing.is_sealed(data):
            try:
                archive = unseal_archive(data, identities)
                data = b"".join(archive.read(name) for name in archive.names)
            except TrainerError:
                found[path.name] = ["encrypted for somebody else"]
        if words := found_in(data):
            found[path.name] = words
    return found


def keys_of(work: Workplace) -> tuple[str, ...]:
    """Return with what bundles on this computer can be opened."""
    own = [identity.device_keys(work).identity]
    if work.role is Role.OFFICE:
        own.append(identity.office_keys(work).identity)
    return tuple(own)


def figures(work: Workplace) -> list[object]:
    """Return the figures of everything, and its parts but those by what is erased.

    Beside a figure stands who may be one person, which names say: without them there are fewer pairs.
    """
    counted = building.report(
        work, by=[by for by in SplitBy if not by.startswith(("rank", "unit", "duty_district"))]
    )
    lines = [(split.by, line.name, line.figures) for split in counted.splits for line in split.lines]
    return [*(replace(figure, beside=()) for figure in counted.figures), *lines, *counted.notes]


def test_nothing_of_the_person_is_left_on_the_disk(bureau: Workplace, held: Held) -> None:
    # The log, too, says something of the person: what was said before is in the file by now.
    people.change_person(bureau, held.person, {"unit": "Шӯъбаи махсус № 2"})
    backups.create_backup(bureau)
    there = traces(bureau, *keys_of(bureau))
    log = set() if bureau.on_server else {"db-wal"}
    assert {name.split(".")[-1] for name in there} == {"db", "tsync"} | log
    before = figures(bureau)
    changes = erasing.erase_person(bureau, held.person, REASON, "K-17")
    assert changes.touches("person", "attendance", "certificate", "erasure")
    assert traces(bureau, *keys_of(bureau)) == {}
    assert sync_status.check(bureau).problems == ()
    assert figures(bureau) == before
    (snapshot,) = backups.list_backups(bureau.folder)
    assert (snapshot.why, backups.verify_backup(bureau, snapshot.path).ok) == ("after-erasing", True)
    (record,) = erasing.list_erasures(bureau)
    assert (record.reason, record.reference, record.by, record.people) == (REASON, "K-17", "M. Saidova", 1)
    assert (record.certificates, record.entries > 5) == (2, True)


def test_why_a_contradiction_was_decided_goes_too(
    joined: Workplace, bureau: Workplace, stick: Path, held: Held
) -> None:
    """The reason is typed freely at the office and travels with the decision: both sides let go of it."""
    where = held.enrolment, held.room.sessions[1]
    attendance.mark(joined, *where, Mark.LATE, 20)
    attendance.mark(bureau, *where, Mark.ABSENT)
    send(joined, bureau, stick)
    (item,) = [each for each in review.list_items(bureau) if each.entity == "attendance"]
    review.settle(bureau, item.id, "excused", f"дар {REMARK} буд")
    pack = give(bureau, joined, stick, held.room.course)
    told = mark_history(joined, *where)
    assert told.changes[0].reason == f"дар {REMARK} буд"
    shown = attendance.grid(joined, held.room.course)
    erasing.erase_person(bureau, held.person, REASON)
    assert traces(bureau, *keys_of(bureau)) == {}
    give(bureau, joined, stick, held.room.course)
    pack.unlink()
    for laptop in (bureau, joined):
        assert sync_status.check(laptop).problems == ()
        assert all(REMARK.encode() not in line for _, line in all_lines(laptop.database))
        (newest, *_) = mark_history(laptop, *where).changes
        assert (newest.reason, newest.values["mark"]) == ("", "excused")
    marks = [[cell.mark if cell else None for cell in row.cells] for row in shown.rows]
    after = attendance.grid(joined, held.room.course)
    assert [[cell.mark if cell else None for cell in row.cells] for row in after.rows] == marks


def test_why_somebody_was_kept_apart_goes_too(bureau: Workplace, held: Held) -> None:
    """The reason of a decision about two people is of both, also where it was taken back since."""
    others = [people.create_person(bureau, {"family": family}).key or "" for family in ("Тоирова", "Юсуфӣ")]
    for other in others:
        joining.not_the_same(bureau, other, held.person, f"дар {REMARK} буд")
    history.undo(bureau)
    assert any(REMARK.encode() in line for _, line in all_lines(bureau.database))
    erasing.erase_person(bureau, held.person, REASON)
    assert all(REMARK.encode() not in line for _, line in all_lines(bureau.database))
    assert sync_status.check(bureau).problems == ()
    (apart,) = joining.joins_of(bureau).apart
    assert apart.people == {others[0], held.person}


def test_it_is_told_beforehand_what_goes_and_what_stays(bureau: Workplace, held: Held) -> None:
    digest = digest_of(bureau.journal)
    plan = erasing.preview(bureau, held.person)
    assert digest_of(bureau.journal) == digest
    assert plan.names == ("Раҳимов Некрӯз Файзуллоевич",)
    (share,) = plan.participations
    assert (share.course, share.marks, share.papers, share.serials) == ("DSH1", 12, 1, held.serials)
    assert (plan.laptops, plan.taught, plan.mentions, plan.wrote) == (("K7",), (), (), 0)
    erasing.erase_person(bureau, held.person, REASON)
    (record,) = erasing.list_erasures(bureau)
    assert (record.entries, record.certificates) == (plan.entries, len(plan.serials))


def test_where_else_the_name_stands_is_told(bureau: Workplace, held: Held) -> None:
    other = next(each for each in held.room.enrolments if each != held.enrolment)
    attendance.set_remark(bureau, other, held.room.sessions[0], "омад бо Раҳимов Некрӯз")
    bureau.store.journal.user = "Раҳимов Некрӯз"
    attendance.mark(bureau, other, held.room.sessions[1], Mark.LATE, 5)
    bureau.store.journal.user = bureau.user
    teachers.assign(bureau, held.room.course, held.person, TeachingRole.TRAINER)
    plan = erasing.preview(bureau, held.person)
    ((entity, (place,)),) = [(each.entity, each.places) for each in plan.mentions]
    assert (entity, plan.past, plan.wrote, plan.taught) == ("attendance", 0, 1, ("DSH1",))
    assert label_text(place, "en").endswith(": remark · DSH1, session 1")
    attendance.set_remark(bureau, other, held.room.sessions[0], "омад бо ҳамкор")
    people.create_person(bureau, {"family": "Раҳимов", "given": "Некрӯз", "patronymic": "Тоирович"})
    plan = erasing.preview(bureau, held.person)
    assert (plan.mentions, plan.past, plan.namesakes) == ((), 1, ("Раҳимов Некрӯз Тоирович",))


def test_who_was_taken_back_under_this_name_goes_too(
    joined: Workplace, bureau: Workplace, stick: Path, held: Held
) -> None:
    """Nobody can reach them, and the form asked to correct them by hand."""
    full = {"family": "Раҳимов", "given": "Некрӯз", "patronymic": "Файзуллоевич"}
    for laptop in (bureau, joined):
        people.create_person(laptop, {**full})
        history.undo(laptop)
    send(joined, bureau, stick)
    plan = erasing.preview(bureau, held.person)
    assert (plan.taken_back, plan.namesakes, plan.mentions, plan.past) == (2, (), (), 0)
    assert "2 records of this very name" in " ".join(label_text(each, "en") for each in plan_words(plan).goes)
    erasing.erase_person(bureau, held.person, REASON)
    assert traces(bureau, *keys_of(bureau)) == {}
    assert (sync_status.check(bureau).problems, len(erasing.list_erasures(bureau))) == ((), 1)


def test_the_person_is_found_nowhere_and_stays_in_lists_without_a_name(bureau: Workplace, held: Held) -> None:
    erasing.erase_person(bureau, held.person, REASON)
    assert people.search(bureau, "Раҳимов") == []
    assert people.search(bureau, "RAHIMOV") == []
    assert len(Directory(bureau)) == 2
    names = [item.person.name for item in enrolments.list_enrolments(bureau, held.room.course)]
    assert sorted(names)[-1] == f"•••• {held.person[-4:]}"
    person = people.get_person(bureau, held.person)
    assert (person.erased, person.sex, person.family, person.unit) == (True, Sex.MALE, "", "")
    with pytest.raises(TrainerError, match="erasing.already"):
        erasing.erase_person(bureau, held.person, REASON)
    row = next(each for each in eligibility.board(bureau, held.room.course) if each.erased)
    assert (row.enrolment, row.result.value) == (held.enrolment, "completion")


def test_it_cannot_be_undone_and_says_so(bureau: Workplace, held: Held) -> None:
    other = next(each for each in held.room.enrolments if each != held.enrolment)
    attendance.mark(bureau, other, held.room.sessions[1], Mark.LATE, 5)
    erasing.erase_person(bureau, held.person, REASON)
    assert newest_label(bureau) is None
    assert [step.label.code for step in history.recent(bureau)] == [
        "erasing.step.person",
        "erasing.step.undo_ends",
    ]
    with pytest.raises(TrainerError, match="nothing_to_undo"):
        history.undo(bureau)
    attendance.mark(bureau, other, held.room.sessions[2], Mark.LATE, 5)
    history.undo(bureau)


def test_a_reason_is_needed_and_only_the_office_erases(
    joined: Workplace, bureau: Workplace, held: Held
) -> None:
    digest = digest_of(bureau.journal)
    with pytest.raises(TrainerError, match="no_reason"):
        erasing.erase_person(bureau, held.person, "  ")
    for texts in (("по просьбе Рахимова", ""), ("Nekruz asked", ""), ("asked", "Раҳимов-17")):
        with pytest.raises(TrainerError, match="erasing.named"):
            erasing.erase_person(bureau, held.person, *texts)
    with pytest.raises(TrainerError, match="only_office"):
        erasing.erase_person(joined, held.person, REASON)
    with pytest.raises(TrainerError, match="person.unknown"):
        erasing.preview(bureau, held.enrolment)
    assert digest_of(bureau.journal) == digest


def test_a_laptop_without_an_office_erases_for_itself(trainer: Workplace, stick: Path) -> None:
    room = write_course(trainer)
    found = next(
        item for item in enrolments.list_enrolments(trainer, room.course) if "Некрӯз" in item.person.name
    )
    sending.export(trainer, stick, passphrase="more than fourteen letters")
    backups.create_backup(trainer)
    erasing.erase_person(trainer, found.person.key, REASON)
    assert traces(trainer, *keys_of(trainer)) == {}
    assert sync_status.check(trainer).ok


def test_the_next_pack_takes_it_from_the_laptop_too(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    backups.create_backup(joined)
    erasing.erase_person(bureau, held.person, REASON)
    assert traces(joined, *keys_of(joined))
    pack = give(bureau, joined, stick, held.room.course)
    assert found_in(b"".join(line for _, line in all_lines(joined.database))) == []
    assert traces(joined, *keys_of(joined)) == {}
    assert sync_status.check(joined).ok
    assert figures(joined) == figures(bureau)
    assert newest_label(joined) is None
    assert importing.import_files(joined, [pack]).files[0].result is FileOutcome.DUPLICATE
    attendance.mark(joined, held.enrolment, held.room.sessions[3], Mark.ABSENT)
    send(joined, bureau, stick)
    assert rows_of(joined, held) == rows_of(bureau, held)


def rows_of(work: Workplace, held: Held) -> list[object]:
    """Return what is shown of a course's people."""
    wanted = ("person", "enrolment", "attendance", "paper", "certificate")
    return sorted(
        (entity, key, sorted(row.items(), key=str), sorted(open_fields))
        for entity, key, row, open_fields in shown_rows(work.journal)
        if entity in wanted
    )


def test_old_files_with_the_full_lines_do_not_bring_it_back(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    old = sending.export(joined, stick).file if outstanding.pending(joined).total else None
    older = sorted(stick.glob("*K7-*.tsync"))
    pack = sorted(stick.glob("DSH-A1-*.tsync"))
    erasing.erase_person(bureau, held.person, REASON)
    give(bureau, joined, stick, held.room.course)
    digests = digest_of(bureau.journal), digest_of(joined.journal)
    for path in bureau.folder.archive.glob("*.tsync"):
        path.unlink()
    results = importing.import_files(bureau, [*older, *([old] if old else [])]).files
    assert {each.result for each in results} == {FileOutcome.DUPLICATE}
    assert {each.result for each in importing.import_files(joined, pack).files} == {FileOutcome.DUPLICATE}
    assert (digest_of(bureau.journal), digest_of(joined.journal)) == digests
    # The pack that was made since is sealed for the laptop alone; what is in it is looked at there.
    assert set(map(tuple, traces(bureau, *keys_of(bureau)).values())) == {("encrypted for somebody else",)}
    assert traces(joined, *keys_of(joined)) == {}


def test_what_a_laptop_wrote_before_it_knew_falls_silent_when_it_comes(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    erasing.erase_person(bureau, held.person, REASON)
    people.change_person(joined, held.person, {"given": "Некрӯз", "unit": "Шӯъбаи махсус"})
    attendance.set_remark(joined, held.enrolment, held.room.sessions[3], REMARK)
    attendance.mark(joined, held.enrolment, held.room.sessions[3], Mark.LATE, 30)
    send(joined, bureau, stick)
    assert traces(bureau, *keys_of(bureau)) == {}
    grid = attendance.grid(bureau, held.room.course)
    row = next(each for each in grid.rows if each.enrolment == held.enrolment)
    cell = row.cells[3]
    assert cell is not None
    assert (cell.mark, cell.missed, cell.remark) == (Mark.LATE, 30, "")
    assert sync_status.check(bureau).ok
    give(bureau, joined, stick, held.room.course)
    assert traces(joined, *keys_of(joined)) == {}
    assert rows_of(joined, held) == rows_of(bureau, held)


def test_a_laptop_cannot_erase_at_the_office(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    """A laptop that was broken into sends silent lines for all that it ever saw."""
    digest, own = digest_of(bureau.journal), joined.journal.own_replicas()
    lines = [erase_line(line) for _, line in all_lines(joined.database) if decode_entry(line).r in own]
    header = sending.make_header(joined, "sync", 1, len(lines))
    content = BundleContent(header, lines)
    trust = identity.trust_list(joined)
    assert trust is not None
    data = write_bundle(content, identity.device_keys(joined), [trust.office.recipient])
    path = stick / "wipe.tsync"
    path.write_bytes(data)
    (result,) = importing.import_files(bureau, [path]).files
    assert result.result is FileOutcome.DUPLICATE
    assert digest_of(bureau.journal) == digest
    assert sync_status.check(bureau).ok


def test_the_database_is_made_anew_from_the_archive(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    archiving.archive_own(bureau)
    people.change_person(bureau, held.person, {"unit": "Шӯъбаи махсус дигар"})
    archiving.archive_own(bureau)
    names = {path.name for path in bureau.folder.archive.glob("*.tsync")}
    erasing.erase_person(bureau, held.person, REASON)
    assert traces(bureau, *keys_of(bureau)) == {}
    attendance.mark(joined, held.room.enrolments[0], held.room.sessions[1], Mark.ABSENT)
    send(joined, bureau, stick)
    made = rebuilding.rebuild(bureau)
    assert (made.missing, made.entries) == ((), made.entries_before)
    assert made.digest == made.digest_before == digest_of(bureau.journal)
    assert len(names - {path.name for path in bureau.folder.archive.glob("*.tsync")}) >= 2
    assert archiving.state(bureau).missing == 0


def test_files_set_aside_lose_the_person_and_can_still_be_taken_in(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path, story: Story
) -> None:
    """A laptop that the office does not know yet says the same as a known one."""
    stranger = set_up(story, "stranger", "F. Saidzoda")
    replica = stranger.journal.replica
    lines = [
        encode_entry(msgspec.structs.replace(decode_entry(line), r=replica, n=number))
        for number, (_, line) in enumerate(all_lines(joined.database), 1)
    ]
    trust = identity.trust_list(bureau)
    assert trust is not None
    header = msgspec.structs.replace(
        sending.make_header(stranger, "sync", 1, len(lines)), office="DSH", device="K9"
    )
    targets = [trust.office.recipient, trust.office.recovery]
    path = stick / "stranger.tsync"
    path.write_bytes(write_bundle(BundleContent(header, lines), identity.device_keys(stranger), targets))
    assert importing.import_files(bureau, [path]).files[0].result is FileOutcome.QUARANTINED
    erasing.erase_person(bureau, held.person, REASON)
    assert traces(bureau, *keys_of(bureau)) == {}
    (waiting,) = incoming.list_set_aside(bureau)
    assert (waiting.file, waiting.code) == ("stranger.tsync", "bundle.unknown_device")
    asked, _ = office.request(stranger, stick / "K9.treq")
    writing.enrolled(bureau, asked, "K9", stick)
    (result,) = importing.retry_quarantined(bureau).files
    assert result.result is FileOutcome.IMPORTED
    # The pack for K9 was written after the erasing and lies here sealed for that laptop.
    assert set(map(tuple, traces(bureau, *keys_of(bureau)).values())) == {("encrypted for somebody else",)}
    assert incoming.list_set_aside(bureau) == []
    assert sync_status.check(bureau).ok


def put_aside(bureau: Workplace, path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Let a stranger send the office a file with whatever members; it is set aside."""
    stranger = DeviceKeys.generate()
    header = sending.make_header(bureau, "sync", 1, 1)
    members = packing.bag_members(header, encodings.encode(header), {layout.ENTRIES: b""})
    members[layout.SIGNATURE] = stranger.sign(members[layout.TAG_MANIFEST], Purpose.BUNDLE)
    change(members)
    path.write_bytes(sealing.seal(packing.pack(members), [identity.office_keys(bureau).recipient]))
    assert importing.import_files(bureau, [path]).files[0].result is FileOutcome.QUARANTINED


def test_a_file_set_aside_that_nobody_can_look_into_does_not_stop_the_erasing(
    bureau: Workplace, held: Held, stick: Path
) -> None:
    """Neither line feeds by the million, nor what is no entry, nor a member that is not what it says."""
    for number, entries in enumerate((b"\n" * 100_000, b"no end")):
        put_aside(
            bureau, stick / f"{number}.tsync", lambda members, e=entries: members.update({layout.ENTRIES: e})
        )
    put_aside(bureau, stick / "2.tsync", lambda members: members.update({layout.ENTRIES: b""}))
    kept = archiving.archive_name((stick / "2.tsync").read_bytes())
    erasing.erase_person(bureau, held.person, REASON)
    assert not clearing.is_pending(bureau)
    assert [found.path.name for found in incoming.list_set_aside(bureau)] == [kept]
    assert sorted(path.name for path in (bureau.folder.archive / "quarantine").glob("*.json")) == [
        f"{kept.removesuffix('.tsync')}.json"
    ]
    assert clearing.removed_unread(bureau) == 2
    assert erased.resume(bureau) == 0
    assert traces(bureau, *keys_of(bureau)) == {}


def test_a_file_set_aside_that_cannot_be_made_anew_goes_with_the_person(
    bureau: Workplace, held: Held, stick: Path
) -> None:
    lines = b"".join(line + b"\n" for _, line in all_lines(bureau.database))

    def spoil(members: dict[str, bytes]) -> None:
        members[layout.ENTRIES] = lines
        del members[layout.MANIFEST]

    put_aside(bureau, stick / "odd.tsync", spoil)
    erasing.erase_person(bureau, held.person, REASON)
    assert (clearing.is_pending(bureau), incoming.list_set_aside(bureau)) == (False, [])
    assert traces(bureau, *keys_of(bureau)) == {}


def test_the_program_starts_where_a_file_set_aside_does_not_fit_into_memory(
    bureau: Workplace, held: Held, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_aside(bureau, stick / "large.tsync", lambda members: None)
    (waiting,) = incoming.list_set_aside(bureau)
    read = Path.read_bytes

    def full(path: Path) -> bytes:
        if path == waiting.path:
            raise MemoryError
        return read(path)

    with bureau.journal.transaction():
        clearing.note_pending(bureau)
    monkeypatch.setattr(Path, "read_bytes", full)
    assert erased.resume(bureau) == 1
    assert (clearing.is_pending(bureau), incoming.list_set_aside(bureau)) == (False, [])
    assert clearing.removed_unread(bureau) == 1
    with bureau.journal.transaction():
        clearing.note_pending(bureau)
    assert clearing.removed_unread(bureau) == 0


def test_certificates_are_verified_by_the_paper_they_hold(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    shown = {each.serial: each.credential for each in certificates.register(bureau)}
    replaced, valid = held.serials
    revoked = trust.make_revocations(bureau)
    erasing.erase_person(bureau, held.person, REASON)
    give(bureau, joined, stick, held.room.course)
    assert trust.make_revocations(bureau) == revoked
    for work in (bureau, joined):
        check = verifying.verify(work, shown[valid])
        assert (check.result, check.erased) == (CheckResult.VALID_CONFIRMED, True)
        assert check.facts["name"] == "Раҳимов Некрӯз Файзуллоевич"
        assert verifying.verify(work, shown[replaced]).result is CheckResult.REPLACED
        by_number = verifying.verify(work, valid)
        assert (by_number.result, by_number.facts["serial"]) == (CheckResult.VALID_CONFIRMED, valid)
        assert "name" not in by_number.facts
        assert verifying.verify(work, replaced).result is CheckResult.REPLACED
        listed = {each.serial: each for each in certificates.register(work)}
        assert listed.keys() == shown.keys()
        assert (listed[valid].erased, listed[valid].facts.name, listed[valid].credential) == (True, "", "")
        assert listed[valid].issued_on == date(2018, 10, 17)
    with pytest.raises(TrainerError, match="certificate.erased"):
        certificates.replace(bureau, valid, "spoiled")
    with pytest.raises(TrainerError, match="certificate.erased"):
        printing.print_certificates(bureau, [certificates.find(bureau, valid)])
    certificates.void(bureau, valid, "not true")
    assert verifying.verify(bureau, shown[valid]).result is CheckResult.REVOKED


def test_a_power_cut_before_the_files_are_cleared_is_made_good_at_the_next_start(
    bureau: Workplace, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.create_backup(bureau)

    def cut(*_: object) -> None:
        raise OSError(5, "power")

    with monkeypatch.context() as patch:
        patch.setattr(clearing, "clear_files", cut)
        with pytest.raises(OSError, match="power"):
            erasing.erase_person(bureau, held.person, REASON)
    bureau.close()
    again = workplace.open_workplace(bureau.folder, PASSPHRASE, clock=bureau.clock)
    assert traces(again, *keys_of(again))
    erased.resume(again)
    assert traces(again, *keys_of(again)) == {}
    assert sync_status.check(again).ok
    again.close()


def test_an_older_copy_that_is_put_back_is_erased_again(bureau: Workplace, held: Held, stick: Path) -> None:
    copied = stick / "copy.db"
    copied.write_bytes(backups.create_backup(bureau).path.read_bytes())
    erasing.erase_person(bureau, held.person, REASON)
    before = figures(bureau)
    backups.restore_backup(bureau, copied)
    assert (bureau.left_out.people, bureau.left_out.day) == (1, bureau.today())
    again = workplace.open_workplace(bureau.folder, PASSPHRASE, clock=bureau.clock)
    assert found_in(b"".join(line for _, line in all_lines(again.database))) == []
    erased.resume(again)
    assert traces(again, *keys_of(again)) == {}
    assert figures(again) == before
    again.close()


def test_an_import_that_is_taken_back_does_not_open_the_way_for_its_file(
    joined: Workplace, bureau: Workplace, held: Held, stick: Path
) -> None:
    file = sorted(stick.glob("*K7-*.tsync"))[-1]
    erasing.erase_person(bureau, held.person, REASON)
    number = importing.imports(bureau)[0].number
    importing.undo_import(bureau, number)
    importing.import_files(bureau, [file])
    assert traces(bureau, *keys_of(bureau)) == {}
    assert sync_status.check(bureau).ok


def test_nothing_is_written_of_who_was_erased(bureau: Workplace, held: Held) -> None:
    """Neither by hand nor by a correction, a list, another course or a role; and nobody is asked to."""
    own = next(
        each
        for each in enrolments.list_enrolments(bureau, held.room.course)
        if each.person.key == held.person
    )
    names_before = eligibility.sign_off(bureau, held.room.course, eligibility.board(bureau, held.room.course))
    erasing.erase_person(bureau, held.person, REASON)
    there = next(
        each
        for each in enrolments.list_enrolments(bureau, held.room.course)
        if each.person.key == held.person
    )
    assert own.expected
    assert there.expected
    assert there.missing == ()
    draft = CourseDraft("NEW-9", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8))
    other = courses.create_course(bureau, draft).key or ""
    for refused in (
        lambda: people.change_person(bureau, held.person, {"family": "Раҳимов"}),
        lambda: people.change_person(bureau, held.person, {"unit": "VKD"}, enrolment=held.enrolment),
        lambda: enrolments.add_known(bureau, other, held.person),
        lambda: teachers.assign(bureau, other, held.person, TeachingRole.TRAINER),
    ):
        with pytest.raises(TrainerError, match=r"person\.erased"):
            refused()
    board = eligibility.board(bureau, held.room.course)
    assert eligibility.sign_off(bureau, held.room.course, board).names == names_before.names - 1
    assert held.person not in [each.person for each in printing.proof_list(bureau, held.room.course)]


def retyped(work: Workplace, person: str) -> None:
    """Type a name again of somebody erased, as a program could that did not refuse it."""
    fields = {"family": "Раҳимов", "given": "Некрӯз", "latin": "RAHIMOV"}
    work.journal.record(Label("person.step.change"), [Write("person", person, dict(fields))])


def test_a_retyped_name_is_never_matched(bureau: Workplace, held: Held, tmp_path: Path) -> None:
    erasing.erase_person(bureau, held.person, REASON)
    retyped(bureau, held.person)
    table = tmp_path / "list.csv"
    table.write_text("Фамилия;Имя;Пол\nРаҳимов;Некрӯз;м\nРаҳимов;Некруз;м\n", encoding="utf-8")
    preview = roster.check(bureau, table, held.room.course)
    assert held.person not in preview.known
    assert [line.person for line in preview.plan.lines] == [None, None]
    assert not any(each.b == held.person for line in preview.plan.lines for each in line.known)
    assert Directory(bureau).get(held.person) is None


@pytest.mark.parametrize("by", ["start", "next"])
def test_a_retyped_name_goes_at_the_next_start_and_with_the_next_erasing(
    bureau: Workplace, held: Held, by: str
) -> None:
    erasing.erase_person(bureau, held.person, REASON)
    retyped(bureau, held.person)
    assert found_in(b"".join(line for _, line in all_lines(bureau.database)))
    if by == "start":
        erased.resume(bureau)
    else:
        other = next(each.key for each in people.search(bureau, "") if not each.erased)
        erasing.erase_person(bureau, other, REASON)
    assert traces(bureau, *keys_of(bureau)) == {}
    assert people.get_person(bureau, held.person).family == ""
    assert people.get_person(bureau, held.person).erased
    assert sync_status.check(bureau).problems == ()
