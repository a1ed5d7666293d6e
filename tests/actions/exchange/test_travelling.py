"""A computer of the office that travels: all that the office has, its person's rights, and no key of it."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest

from tests.actions.exchange.roads import (
    FIRST,
    READER,
    SECOND,
    THIRD,
    bring,
    enrolled,
    hire,
    over,
    same,
    take,
    take_along,
    together,
)
from tests.actions.refusing import refused
from tests.kit import samples, writing
from tests.kit.desks import GIVEN, REASON, be
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import heads, history, identity, moving, rights, sync_status, users, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.exchange import importing, packs, sending, travelling, trust
from trainer_app.actions.office import approval, building, erasing, key_papers, office
from trainer_app.actions.people import people
from trainer_app.actions.review import joint_decisions, proposals, review
from trainer_app.bundle import sealing
from trainer_app.bundle.trust import Device, SignedTrust, sign_trust, verify_trust
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.joint import (
    Grant,
    JointDecision,
    JointMatter,
    JointState,
    JointStatement,
    find_heads,
    write_grant,
)
from trainer_app.domain.base.journal import Value, made_key
from trainer_app.domain.base.rights import Right, UserRole
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.courses.courses import CourseState, ProjectDraft
from trainer_app.domain.exchange.sending import FileOutcome, SentBundle
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.store.exchange.transfers import count_entries
from trainer_app.system.folders import DataFolder


@pytest.fixture
def begins(request: pytest.FixtureRequest, on_server: bool) -> Sequence[Callable[[Story], None]]:
    """Do so once for all tests. On a server each test does so: its people get roles there."""
    steps = {"desk": hire, "road": take_along}
    return () if on_server else [step for name, step in steps.items() if name in request.fixturenames]


@pytest.fixture
def desk(story: Story, bureau: Workplace, on_server: bool) -> Workplace:
    """Return an office of two heads, a data officer and a reader; the first head is here."""
    if on_server:
        hire(story)
    return bureau


@pytest.fixture
def road(story: Story, desk: Workplace, joined: Workplace, room: Room, on_server: bool) -> Workplace:
    """Return the computer that the first head took along."""
    if on_server:
        take_along(story)
    return story.works["road"]


@pytest.mark.both_homes
def test_it_has_all_that_the_office_has_and_brings_back_what_was_decided(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    assert road.travels
    assert road.person is not None
    assert road.person == desk.person
    assert (road.user, road.device_code) == ("M. Saidova", "K5")
    assert same(road, desk)
    own = projects.create_project(desk, ProjectDraft("OWN", samples.OFFICE)).key
    other = writing.write_course(desk, samples.DUSHANBE.with_first(3))
    take(desk, road, stick)
    assert projects.get_project(road, own or "").code == "OWN"
    assert same(road, desk)
    assert building.report(road).figures == building.report(desk).figures
    attendance.mark(road, other.enrolments[0], other.sessions[0], Mark.LATE, 5)
    over(desk, road, room, stick)
    assert courses.get_course(desk, room.course).course.state is CourseState.APPROVED
    assert same(road, desk)
    take(desk, road, stick)
    assert sync_status.own_receipts(road) == sync_status.own_made(road) > 0
    assert same(road, desk)


def test_what_two_wrote_apart_goes_through_review_and_is_settled_on_the_road(
    desk: Workplace, road: Workplace, room: Room, joined: Workplace, stick: Path
) -> None:
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    bring(joined, desk, stick)
    take(desk, road, stick)
    found = [each for each in review.list_items(road) if each.kind is ReviewKind.CONTRADICTION]
    assert len(found) == 1
    review.settle(road, found[0].id, "theirs")
    bring(road, desk, stick)
    assert review.count(desk) == review.count(road) == 0
    assert same(road, desk)


def test_a_laptops_proposal_is_decided_on_the_road(
    desk: Workplace, road: Workplace, room: Room, joined: Workplace, stick: Path
) -> None:
    own = writing.write_course(desk, samples.DUSHANBE.with_first(1))
    joined.journal.record(Label("test.step"), [Write("course", own.course, {"town": "Кӯлоб"})])
    bring(joined, desk, stick)
    take(desk, road, stick)
    found = [each for each in review.list_items(road) if each.kind is ReviewKind.PROPOSAL]
    assert [each.fields for each in found] == [("town",)]
    proposals.settle(road, found[0].id, taken=True)
    bring(road, desk, stick)
    assert courses.get_course(desk, own.course).course.town == "Кӯлоб"
    assert same(road, desk)


@pytest.mark.both_homes
def test_what_one_head_asks_on_the_road_another_one_confirms_at_the_office(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    over(desk, road, room, stick)
    refused("joint.needed", approval.take_back, road, room.course, REASON)
    asked = joint_decisions.decide(road, JointMatter.REOPEN, [room.course], REASON)
    assert joint_decisions.is_asked(asked)
    refused("joint.own", joint_decisions.confirm, road, asked.key)
    bring(road, desk, stick)
    refused("joint.own", joint_decisions.confirm, desk, asked.key)
    joint_decisions.confirm(be(desk, SECOND), asked.key)
    assert courses.get_course(desk, room.course).course.state is CourseState.CLOSED
    take(desk, road, stick)
    assert courses.get_course(road, room.course).course.state is CourseState.CLOSED
    lines = joint_decisions.list_lines(road, everything=True)
    assert [each.state for each in lines] == [JointState.CONFIRMED]
    assert same(road, desk)


def test_what_a_head_asks_at_the_office_another_one_confirms_on_the_road(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    over(desk, road, room, stick)
    serial = list_certificates(desk.database)[0].serial
    asked = joint_decisions.decide(be(desk, SECOND), JointMatter.VOID, [serial], REASON)
    take(desk, road, stick)
    joint_decisions.confirm(road, asked.key)
    bring(road, desk, stick)
    there = list_certificates(desk.database)
    assert next(each.state for each in there if each.serial == serial) is CertificateState.VOID
    assert [each.state for each in joint_decisions.list_lines(desk, everything=True)] == [
        JointState.CONFIRMED
    ]
    assert same(road, desk)
    for words in (FIRST, SECOND):
        refused("joint.not_by_undoing", importing.undo_import, be(desk, words), newest_import(desk))
    assert next(each.state for each in list_certificates(desk.database)) is CertificateState.VOID


def newest_import(work: Workplace) -> int:
    return importing.imports(work)[0].number


def test_an_approved_course_and_what_only_a_head_decided_do_not_go_with_an_import(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    over(desk, road, room, stick)
    refused("rights.refused", importing.undo_import, be(desk, THIRD), newest_import(desk))
    first = importing.imports(desk)[-1].number
    for words, number in ((FIRST, newest_import(desk)), (FIRST, first), (THIRD, first)):
        problem = refused("import.undo_approved", importing.undo_import, be(desk, words), number)
        assert problem.values["codes"] == courses.get_course(desk, room.course).course.code
    together(desk, JointMatter.REOPEN, room.course)
    importing.undo_import(desk, first)


@pytest.mark.both_homes
@pytest.mark.parametrize("turn", [1, -1])
def test_a_request_withdrawn_too_late_stays_confirmed_and_nobody_is_asked(
    desk: Workplace, road: Workplace, room: Room, stick: Path, turn: int
) -> None:
    over(desk, road, room, stick)
    serial = list_certificates(desk.database)[0].serial
    asked = joint_decisions.decide(be(desk, SECOND), JointMatter.VOID, [serial], REASON).key or ""
    take(desk, road, stick)
    for act, work in ((joint_decisions.withdraw, desk), (joint_decisions.confirm, road))[::turn]:
        act(work, asked)
        desk.clock.advance(days=1)
    bring(road, desk, stick)
    take(desk, road, stick)
    for work in (desk, road):
        assert certificates.find(work, serial).state is CertificateState.VOID
        assert review.list_items(work) == []
        (line,) = joint_decisions.list_decided(work, 9)
        assert (line.state, line.answered_by) == (JointState.CONFIRMED, "M. Saidova")
        assert line.late == (Label("joint.late.withdrawn", {"name": "З. Каримова"}),)
    assert same(road, desk)


def test_a_request_from_a_computer_that_was_lost_counts_no_more(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    over(desk, road, room, stick)
    asked = joint_decisions.decide(road, JointMatter.REOPEN, [room.course], REASON)
    bring(road, desk, stick)
    office.revoke(desk, "K5")
    assert joint_decisions.list_lines(desk) == []
    refused("joint.unknown", joint_decisions.confirm, be(desk, SECOND), asked.key)
    late = sending.export(road, stick, everything=True).file
    assert importing.import_files(desk, [late]).files[0].result is FileOutcome.QUARANTINED
    refused("office.revoked_device", packs.export_pack, desk, "K5", stick)


def test_with_new_root_keys_a_head_on_the_road_still_signs(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    over(desk, road, room, stick)
    together(desk, JointMatter.PAPERS, key_papers.OFFICE)
    papers = key_papers.pending(desk)
    assert papers is not None
    key_papers.confirm(desk, papers.recovery_key, papers.standby_key)
    take(desk, road, stick)
    asked = joint_decisions.decide(road, JointMatter.REOPEN, [room.course], REASON)
    bring(road, desk, stick)
    joint_decisions.confirm(be(desk, SECOND), asked.key)
    assert courses.get_course(desk, room.course).course.state is CourseState.CLOSED


def test_what_no_head_signed_of_a_computer_confirms_nothing_from_there(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    over(desk, road, room, stick)
    said = [one for one in heads.read_rows(desk) if one.matter == JointStatement.COMPUTER]
    assert heads.judge(desk, said).computers.keys() == {users.find_user(desk, "Saidova").key}
    # The list is signed with the root key, which either head has at hand: it makes nobody the other one.
    forged = [msgspec.structs.replace(one, by=users.find_user(desk, "Зарина").key) for one in said]
    assert not heads.judge(desk, forged).computers
    asked = joint_decisions.decide(road, JointMatter.REOPEN, [room.course], REASON)
    bring(road, desk, stick)
    found = joint_decisions.find(desk, asked.key or "").decision
    rows = [one for one in heads.read_rows(desk) if one.matter in JointStatement]
    assert heads.judge(desk, rows).counts(found.by, found.grant)
    assert not heads.judge(desk, [one for one in rows if one not in said]).counts(found.by, found.grant)


def test_a_computer_counts_by_the_key_with_which_its_owner_stands() -> None:
    own, other, away = (Grant("head", f"r{each}", f"s{each}") for each in range(3))
    named = ("a", write_grant(own), "b", write_grant(other))
    both = JointDecision("1", JointStatement.HEADS, named, by="a", at=5, grant=write_grant(own))
    # Either head could sign, as of before, that a key of theirs is the other one's.
    for said, counts in ((other, True), (Grant("head", "r9", "s9"), False)):
        grant = write_grant(said)
        row = JointDecision("0", JointStatement.COMPUTER, (write_grant(away),), by="b", at=1, grant=grant)
        found = find_heads([both, row])
        assert found.several
        assert found.counts("b", write_grant(away)) is counts
        assert not found.counts("a", write_grant(away))


def test_what_needs_a_key_of_the_office_is_refused_on_the_road(
    desk: Workplace, road: Workplace, joined: Workplace, room: Room, stick: Path
) -> None:
    asked, digits = office.request(joined, stick / "again.treq")
    refused("travelling.at_office", office.enrol, road, asked, "K6", stick, typed=digits)
    refused("travelling.at_office", office.revoke, road, "K7")
    refused("travelling.at_office", packs.export_pack, road, "K7", stick)
    refused("travelling.at_office", key_papers.make_new, road)
    refused("travelling.at_office", users.add, road, "Н. Нав", "Нав", UserRole.OFFICER, READER)
    refused("moving.no_office", moving.prepare_server, road, "postgresql://nobody@localhost/none")
    person = people.search(road, "")[0].key
    refused("erasing.only_office", joint_decisions.decide, road, JointMatter.PURGE, [room.course], REASON)
    refused("erasing.only_office", erasing.erase_person, road, person, REASON)
    assert same(road, desk)


def test_erasing_is_asked_for_on_the_road_and_done_at_the_office(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    person = people.search(road, "")[0].key
    asked = joint_decisions.decide(road, JointMatter.ERASE, [person], REASON)
    again = joint_decisions.decide(desk, JointMatter.ERASE, [person], REASON)
    bring(road, desk, stick)
    joint_decisions.confirm(be(desk, SECOND), asked.key)
    lines = {each.decision.key: each.state for each in joint_decisions.list_lines(desk, everything=True)}
    assert lines == {asked.key: JointState.CONFIRMED, again.key: JointState.LAPSED}, "it waits for nobody"
    take(desk, road, stick)
    assert people.get_person(road, person).erased
    assert same(road, desk)
    other = people.search(desk, "")[0].key
    asked = joint_decisions.decide(desk, JointMatter.ERASE, [other], REASON)
    take(desk, road, stick)
    refused("erasing.only_office", joint_decisions.confirm, road, asked.key)


def test_a_data_officer_records_on_the_road_and_decides_nothing(
    desk: Workplace, tmp_path: Path, stick: Path, joined: Workplace, room: Room
) -> None:
    bring(joined, desk, stick)
    with_officer = enrolled(desk, tmp_path / "road", stick, whose="Баҳром")
    assert with_officer.user == "Б. Раҳимов"
    assert rights.may(with_officer, Right.RECORD)
    refused("rights.refused", approval.approve, with_officer, room.course, REASON)
    attendance.mark(with_officer, room.enrolments[0], room.sessions[0], Mark.LATE, 7)
    # A program that was changed lets anything be written: it counts nowhere.
    told: dict[str, Value] = {"course": room.course, "at": 1, "fingerprint": "0" * 64}
    key = made_key(with_officer.journal.replica[:16], room.course)
    forged = [Write("course", room.course, {"approved": True}), Write("approval", key, told)]
    forged.append(Write("office_user", with_officer.journal.make_key(), {"name": "N", "role": "head"}))
    with_officer.journal.record(Label("test.step"), forged)
    bring(with_officer, desk, stick)
    cell = attendance.grid(desk, room.course).rows[0].cells[0]
    assert cell is not None
    assert (cell.mark, cell.missed) == (Mark.LATE, 7)
    assert courses.get_course(desk, room.course).course.state is not CourseState.APPROVED
    assert len(users.list_users(desk)) == 4
    waiting = [each.entity for each in review.list_items(desk) if each.kind is ReviewKind.PROPOSAL]
    assert sorted(waiting) == ["approval", "course", "office_user"]
    assert same(with_officer, desk)
    with_officer.close()


def test_who_loses_a_role_loses_it_on_the_road_with_the_next_file(
    desk: Workplace, tmp_path: Path, stick: Path, joined: Workplace, room: Room
) -> None:
    bring(joined, desk, stick)
    away = enrolled(desk, tmp_path / "road", stick, whose="Баҳром")
    key = users.find_user(desk, "Баҳром").key
    together(desk, JointMatter.RAISE, key)
    take(desk, away, stick)
    assert not rights.may(away, Right.DECIDE), "the list says what counts from there"
    users.set_role(desk, key, UserRole.READER)
    take(desk, away, stick)
    refused("rights.refused", attendance.mark_rest, away, room.sessions[0])
    users.remove(desk, key)
    take(desk, away, stick)
    assert not rights.may(away, Right.NAMES)
    away.close()


def test_no_head_enrols_for_another_one_nor_for_who_only_looks(
    desk: Workplace, trainer: Workplace, stick: Path
) -> None:
    asked, digits = office.request(trainer, stick / "k5.treq")
    assert [each.short for each in travelling.may_own(desk)] == ["Saidova", "Баҳром"]
    for whose, code in (("Зарина", "own_head"), ("Фаррух", "reader")):
        refused(f"travelling.{code}", office.enrol, desk, asked, "K5", stick, typed=digits, whose=whose)
    refused("users.unknown", office.enrol, desk, asked, "K5", stick, typed=digits, whose="Ҳеҷ кас")
    assert [each.code for each in office.devices(desk)] == ["A1"]


def test_a_head_whose_passphrase_another_one_knows_takes_no_computer_along(
    bureau: Workplace, trainer: Workplace, stick: Path
) -> None:
    users.add(bureau, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, FIRST, cost=CHEAP)
    asked, digits = office.request(trainer, stick / "k5.treq")
    refused("joint.given", office.enrol, be(bureau, GIVEN), asked, "K5", stick, typed=digits, whose="")


def test_a_laptop_stays_what_it_was_enrolled_as(
    desk: Workplace, road: Workplace, joined: Workplace, stick: Path
) -> None:
    for laptop, code, whose in ((joined, "K7", travelling.OWN), (road, "K5", None)):
        asked, digits = office.request(laptop, stick / "again.treq")
        refused("travelling.other_role", office.enrol, desk, asked, code, stick, typed=digits, whose=whose)
    office.revoke(desk, "K5")
    asked, digits = office.request(road, stick / "again.treq")
    found = office.enrol(desk, asked, "K5", stick, typed=digits, whose=travelling.OWN)
    writing.join(road, found.pack.file)
    assert same(road, desk)


def test_no_laptop_takes_a_file_of_the_office_from_a_computer_that_travels(
    desk: Workplace, road: Workplace, joined: Workplace, stick: Path
) -> None:
    """The list makes it one that sends files: neither a pack nor a list of its own counts."""
    known = identity.trust_list(desk)
    assert known is not None
    seed = identity.device_keys(road).seed
    claimed = msgspec.structs.replace(
        known,
        serial=known.serial + 1,
        devices=tuple(
            msgspec.structs.replace(each, role="office") if each.code == "K7" else each
            for each in known.devices
        ),
    )
    forged: SignedTrust = sign_trust(claimed, seed)
    refused("bundle.bad_trust", verify_trust, forged, known.office.roots, known.serial)
    header = sending.make_header(road, "pack", 1, road.journal.number, (), known.device("K7"))
    content = packs.BundleContent(header, [], trust=identity.signed_trust(desk))
    target = identity.device_keys(joined).recipient
    data = packs.write_bundle(content, identity.device_keys(road), [target])
    path = stick / "forged.tsync"
    path.write_bytes(data)
    importing.import_files(joined, [packs.export_pack(desk, "K7", stick).file])
    assert importing.import_files(joined, [path]).files[0].code == "bundle.bad_signature"


def test_a_list_names_no_role_that_there_is_not(desk: Workplace, road: Workplace) -> None:
    known = identity.trust_list(desk)
    assert known is not None
    away = next(each for each in known.devices if each.code == "K5")
    seed = identity.office_keys(desk).root_seed
    assert not isinstance(away.travels, msgspec.UnsetType)
    reads = msgspec.structs.replace(away.travels.grant, role="reader")
    for wrong in ({"role": "trainer"}, {"travels": msgspec.structs.replace(away.travels, grant=reads)}):
        devices: tuple[Device, ...] = (msgspec.structs.replace(away, **wrong),)
        refused("bundle.bad_trust", sign_trust, msgspec.structs.replace(known, devices=devices), seed)


def test_it_counts_its_own_certificates(
    desk: Workplace, road: Workplace, room: Room, joined: Workplace, stick: Path
) -> None:
    desk.clock.advance(days=10)
    for work in (road, joined):
        for session in room.sessions:
            attendance.mark_rest(work, session)
        certificates.issue(work, room.course)
        bring(work, desk, stick)
    serials = [each.serial for each in list_certificates(desk.database)]
    assert len(serials) == len(set(serials)) == 2 * len(room.enrolments)
    assert {each.split("-")[2] for each in serials} == {"K5", "K7"}


def test_an_office_of_one_person_takes_a_computer_along(
    bureau: Workplace, tmp_path: Path, stick: Path, joined: Workplace, room: Room
) -> None:
    bring(joined, bureau, stick)
    away = enrolled(bureau, tmp_path / "road", stick)
    assert away.travels
    assert away.person is None
    over(bureau, away, room, stick)
    assert same(away, bureau)
    users.add(bureau, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, FIRST, cost=CHEAP)
    take(bureau, away, stick)
    # Whose it is the list does not say: as soon as there are several, it is enrolled anew.
    assert not rights.may(away, Right.RECORD)
    away.close()


def test_it_opens_as_its_owner_after_it_was_locked_or_closed(road: Workplace, desk: Workplace) -> None:
    workplace.lock(road)
    workplace.unlock(road, PASSPHRASE)
    assert road.person == desk.person
    road.close()
    again = workplace.open_workplace(road.folder, PASSPHRASE, clock=road.clock)
    assert again.person == desk.person
    assert sealing.key_id(identity.device_keys(again).signing_key).hex() == again.journal.replica[:16]
    assert history.pending(again, 1) == []
    again.close()


@pytest.mark.both_homes
def test_a_data_officer_at_the_office_takes_in_what_a_head_decided_unless_the_server_forbids_it(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    """Where a server has roles it keeps decisions for heads: the file waits for one, and nothing is lost."""
    desk.clock.advance(days=10)
    approval.close(road, room.course, REASON)
    approval.approve(road, room.course, REASON)
    file = sending.export(road, stick).file
    done = importing.import_files(be(desk, THIRD), [file]).files[0]
    assert (done.result, done.code) == (
        (FileOutcome.REFUSED, "rights.refused") if desk.on_server else (FileOutcome.IMPORTED, "")
    )
    importing.import_files(be(desk, FIRST), [file])
    assert courses.get_course(desk, room.course).course.state is CourseState.APPROVED
    assert same(road, desk)


def test_one_that_has_just_joined_can_leave_again(road: Workplace, desk: Workplace, room: Room) -> None:
    office.leave(road)
    assert not road.travels
    assert road.person is None
    assert road.user == "M. S."
    assert courses.list_courses(road) == []
    mine = writing.write_course(road, samples.DUSHANBE.with_first(1))
    assert courses.get_course(road, mine.course).course.code == samples.DUSHANBE.draft.code


def test_who_forgot_the_passphrase_of_it_is_helped_as_with_any_laptop(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    device = identity.own_device(road)
    slots = trust.recovery_slots(desk, device)
    assert [slot.salt for slot in slots if slot.blob] == [road.key.salt]
    known = identity.trust_list(desk)
    assert known is not None
    assert trust.device_of_salt(desk, road.key.salt) == known.device("K5")


def written(desk: Workplace, road: Workplace, stick: Path, *, everything: bool = False) -> SentBundle:
    return packs.export_pack(desk, road.device_code, stick, everything=everything)


@pytest.mark.both_homes
def test_its_files_hold_only_what_it_has_not_confirmed(
    desk: Workplace, road: Workplace, room: Room, joined: Workplace, stick: Path
) -> None:
    whole = count_entries(desk.database)
    assert written(desk, road, stick).entries == whole, "it has said nothing yet"
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    assert written(desk, road, stick).entries == 0
    take(desk, road, stick)
    own = projects.create_project(desk, ProjectDraft("OWN", samples.OFFICE)).key
    attendance.mark(joined, room.enrolments[1], room.sessions[0], Mark.ABSENT)
    bring(joined, desk, stick)
    new = written(desk, road, stick)
    assert 0 < new.entries < 20 < whole
    importing.import_files(road, [new.file])
    assert projects.get_project(road, own or "").code == "OWN"
    assert same(road, desk)
    every = written(desk, road, stick, everything=True)
    assert every.entries == count_entries(desk.database) == count_entries(road.database)
    importing.import_files(road, [every.file])
    assert count_entries(road.database) == every.entries
    assert same(road, desk)
    assert packs.export_pack(desk, "K7", stick).entries > 20, "a trainer's file holds its courses whole"


def test_a_file_that_was_lost_or_came_twice_or_late_leaves_nothing_out(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    first = projects.create_project(desk, ProjectDraft("ONE", samples.OFFICE)).key
    late = written(desk, road, stick)
    second = projects.create_project(desk, ProjectDraft("TWO", samples.OFFICE)).key
    newer = written(desk, road, stick)
    assert newer.entries > late.entries > 0, "nobody has confirmed the file before"
    importing.import_files(road, [newer.file, newer.file])
    assert {each.key for each in projects.list_projects(road)} >= {first, second}
    assert same(road, desk)
    attendance.mark(road, room.enrolments[1], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    importing.import_files(road, [late.file])
    assert same(road, desk)
    attendance.mark(road, room.enrolments[2], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    assert written(desk, road, stick).entries == 0


def test_a_computer_that_was_put_back_from_a_copy_gets_what_it_lost(
    desk: Workplace, road: Workplace, room: Room, stick: Path, tmp_path: Path
) -> None:
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    road.close()
    shutil.copytree(road.folder.root, tmp_path / "copy")
    again = workplace.open_workplace(road.folder, PASSPHRASE, clock=road.clock)
    projects.create_project(desk, ProjectDraft("OWN", samples.OFFICE))
    take(desk, again, stick)
    attendance.mark(again, room.enrolments[1], room.sessions[0], Mark.LATE, 5)
    bring(again, desk, stick)
    assert written(desk, again, stick).entries == 0
    again.close()
    old = workplace.open_workplace(DataFolder(tmp_path / "copy"), PASSPHRASE, clock=road.clock)
    old.clock.advance(days=-1)
    attendance.mark(old, room.enrolments[2], room.sessions[0], Mark.LATE, 5)
    bring(old, desk, stick)
    take(desk, old, stick)
    assert same(old, desk)
    old.close()


def test_a_file_from_before_a_copy_was_put_back_confirms_nothing_late(
    desk: Workplace, road: Workplace, room: Room, stick: Path, tmp_path: Path
) -> None:
    road.close()
    shutil.copytree(road.folder.root, tmp_path / "copy")
    again = workplace.open_workplace(road.folder, PASSPHRASE, clock=road.clock)
    projects.create_project(desk, ProjectDraft("OWN", samples.OFFICE))
    take(desk, again, stick)
    attendance.mark(again, room.enrolments[1], room.sessions[0], Mark.LATE, 5)
    late = sending.export(again, stick).file
    again.close()
    old = workplace.open_workplace(DataFolder(tmp_path / "copy"), PASSPHRASE, clock=road.clock)
    old.clock.advance(hours=1)
    attendance.mark(old, room.enrolments[2], room.sessions[0], Mark.LATE, 5)
    bring(old, desk, stick)
    importing.import_files(desk, [late])
    take(desk, old, stick)
    assert same(old, desk)
    old.close()


def test_what_the_office_erased_reaches_who_had_confirmed_it(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    person = people.search(desk, "")[0].key
    together(desk, JointMatter.ERASE, person)
    sent = written(desk, road, stick)
    assert sent.entries < count_entries(desk.database)
    importing.import_files(road, [sent.file])
    assert people.get_person(road, person).erased
    assert same(road, desk)


def test_an_import_taken_back_lets_everything_go_again(
    desk: Workplace, road: Workplace, room: Room, joined: Workplace, stick: Path
) -> None:
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    attendance.mark(joined, room.enrolments[1], room.sessions[0], Mark.ABSENT)
    bring(joined, desk, stick)
    assert written(desk, road, stick).entries < count_entries(desk.database)
    importing.undo_import(desk, importing.imports(desk)[0].number)
    assert written(desk, road, stick).entries == count_entries(desk.database)
    take(desk, road, stick)
    assert same(road, desk)


def test_what_two_folders_wrote_under_one_id_goes_whole(
    desk: Workplace, road: Workplace, room: Room, joined: Workplace, stick: Path, tmp_path: Path
) -> None:
    joined.close()
    shutil.copytree(joined.folder.root, tmp_path / "double")
    for root, place in ((joined.folder.root, 1), (tmp_path / "double", 2)):
        laptop = workplace.open_workplace(DataFolder(root), PASSPHRASE, clock=joined.clock)
        attendance.mark(laptop, room.enrolments[place], room.sessions[1], Mark.ABSENT)
        bring(laptop, desk, stick)
        laptop.close()
        take(desk, road, stick)
        attendance.mark(road, room.enrolments[place], room.sessions[2], Mark.LATE, 5)
        bring(road, desk, stick)
        assert same(road, desk)
    take(desk, road, stick)
    assert same(road, desk)


def test_one_that_is_enrolled_again_gets_everything(
    desk: Workplace, road: Workplace, room: Room, stick: Path
) -> None:
    attendance.mark(road, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    bring(road, desk, stick)
    assert written(desk, road, stick).entries == 0
    asked, digits = office.request(road, stick / "again.treq")
    found = office.enrol(desk, asked, "K5", stick, typed=digits, whose=travelling.OWN)
    assert found.pack.entries == count_entries(desk.database)
