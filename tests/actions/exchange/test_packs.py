"""A laptop gets its own courses and no others: no other name lies on it, not even in its journal."""

from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.samples import FIRST, LAST
from tests.kit.world import Story, set_up
from tests.kit.writing import enrol
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.identity import REVOKED
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, sessions, teachers
from trainer_app.actions.exchange import all_packs, importing, packs, requests, sending
from trainer_app.actions.office import office
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import TRUST
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.laptops import PACK_COURSES, RECEIPTS
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.people.names import split_name
from trainer_app.store.exchange.transfers import all_lines

NAMES = {"GARM": "Азизов Фаррух", "KHJ": "Раҳимов Некрӯз", "DSH": "Пирова Шаҳноза"}


@pytest.fixture
def planned(bureau: Workplace) -> dict[str, str]:
    """Three courses at the office, each with one person."""
    keys = {}
    for code, name in NAMES.items():
        keys[code] = courses.create_course(bureau, CourseDraft(code, Texts(en=code), FIRST, LAST)).key or ""
        agendas.plan_sessions(bureau, keys[code], DayPlan(per_day=1))
        enrolments.add_walk_in(bureau, keys[code], name, first_day=FIRST)
    return keys


@pytest.fixture
def laptop(trainer: Workplace) -> Workplace:
    return trainer


@pytest.fixture
def other(trainer: Workplace, story: Story) -> Workplace:
    return set_up(story, "other", "F. Saidzoda")


def take(bureau: Workplace, laptop: Workplace, stick: Path, *chosen: str) -> None:
    pack = packs.export_pack(bureau, laptop.device_code, stick, courses=chosen or None)
    importing.import_files(laptop, [pack.file])


def known(work: Workplace) -> set[str]:
    """Return the courses whose person's name stands anywhere in a journal."""
    text = b"\n".join(line for _, line in all_lines(work.database)).decode()
    return {code for code, name in NAMES.items() if name.split()[0] in text}


def own(bureau: Workplace, device: str) -> set[str]:
    return {line.code for line in packs.pack_courses(bureau, device) if line.own}


def lead(bureau: Workplace, course: str, family: str, given: str, latin: str = "") -> str:
    person = people.create_person(bureau, {"family": family, "given": given, "latin": latin}).key or ""
    teachers.assign(bureau, course, person, TeachingRole.LEAD_TRAINER)
    return person


def test_nothing_is_given_that_nobody_chose(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick)
    take(bureau, laptop, stick)
    assert known(laptop) == set()
    assert courses.list_courses(laptop) == []
    assert own(bureau, "K7") == set()
    assert laptop.office_code == "DSH"


def test_what_was_given_at_enrolment_stays_its_own(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    assert known(laptop) == {"GARM"}
    enrolments.add_walk_in(bureau, planned["GARM"], "Ҷӯраев Шӯҳрат", first_day=FIRST)
    take(bureau, laptop, stick)
    assert known(laptop) == {"GARM"}
    assert courses.list_courses(laptop)[0].participants == 2


def test_an_explicit_choice_is_followed_and_remembered(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    take(bureau, laptop, stick, planned["KHJ"])
    assert known(laptop) == {"GARM", "KHJ"}
    assert own(bureau, "K7") == {"GARM", "KHJ"}


def test_a_pack_says_for_whom_it_is_and_is_known_under_any_name(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick)
    pack = packs.export_pack(bureau, "k7", stick, courses=(planned["GARM"],))
    assert pack.file.name == "DSH-A1-0002-for-K7.tsync"
    renamed = pack.file.rename(stick / "от офиса (1).tsync")
    (found,) = importing.import_files(laptop, [renamed]).files
    assert (found.result, known(laptop)) == (FileOutcome.IMPORTED, {"GARM"})


def test_nothing_chosen_is_a_choice_too(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    pack = packs.export_pack(bureau, "K7", stick, courses=())
    assert importing.inspect(laptop, pack.file).counts.keys() <= {"office"}


def test_the_courses_of_its_owner_are_its_own(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    lead(bureau, planned["KHJ"], "Назарова", "Дилбар", "Dilbar Nazarova")
    lead(bureau, planned["DSH"], "Назаров", "Далер", "Daler Nazarov")
    assert {line.code for line in all_packs.first_courses(bureau, laptop.user) if line.own} == {"KHJ"}
    enrol(bureau, laptop, "K7", stick)
    assert known(laptop) == {"KHJ"}


def test_a_course_planned_for_its_owner_later_is_proposed_and_told(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    """From the second file on a person at the office says so: a name gives no course."""
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    lead(bureau, planned["KHJ"], "Назарова", "Дилбар", "Dilbar Nazarova")
    shown = {line.code: (line.own, line.named) for line in packs.pack_courses(bureau, "K7")}
    assert shown == {"GARM": (True, False), "KHJ": (False, True), "DSH": (False, False)}
    pack = packs.export_pack(bureau, "K7", stick)
    assert pack.proposed == ("KHJ",)
    importing.import_files(laptop, [pack.file])
    assert known(laptop) == {"GARM"}
    chosen = packs.export_pack(bureau, "K7", stick, courses=[planned["GARM"], planned["KHJ"]])
    assert chosen.proposed == ()
    importing.import_files(laptop, [chosen.file])
    assert known(laptop) == {"GARM", "KHJ"}
    assert packs.export_pack(bureau, "K7", stick).proposed == ()


def test_who_has_a_laptop_can_be_assigned_before_anybody_is_known(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    assert teachers.unknown_owners(bureau) == []
    enrol(bureau, laptop, "K7", stick)
    assert teachers.unknown_owners(bureau) == [laptop.user]
    assert teachers.unknown_owners(laptop) == [], "on a laptop it is oneself"
    begun = laptop.user.split()[-1][:3]
    assert teachers.unknown_owners(bureau, begun) == [laptop.user], "a part of the name finds who it is"
    assert teachers.unknown_owners(bureau, "Zzz") == []
    teachers.assign_new(bureau, planned["GARM"], laptop.user, TeachingRole.TRAINER)
    assert teachers.unknown_owners(bureau) == []


def test_who_has_a_laptop_and_is_known_without_a_course_is_offered_too(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    """S2: neither among who teaches nor among unknown owners, the owner of a laptop was not offered."""
    enrol(bureau, laptop, "K7", stick)
    name = split_name(laptop.user)
    people.create_person(bureau, {"family": "Нав", "given": "Кас"})
    assert teachers.likely_teachers(bureau) == []
    person = people.create_person(bureau, {"family": name.family, "given": name.given}).key
    assert teachers.unknown_owners(bureau) == []
    assert [each.key for each in teachers.likely_teachers(bureau)] == [person]


def test_the_list_of_laptops_names_no_course(
    bureau: Workplace, laptop: Workplace, other: Workplace, planned: dict[str, str], stick: Path
) -> None:
    """Nobody can try keys until one fits: what was given stands in the courses alone."""
    before = identity.signed_trust(bureau)
    assert before is not None
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    enrolled = identity.signed_trust(bureau)
    take(bureau, laptop, stick, planned["KHJ"])
    assert identity.signed_trust(bureau) == enrolled, "a course more makes no other list"
    enrol(bureau, other, "K8", stick, [planned["DSH"]])
    lines = [line for _, line in all_lines(other.database)]
    hidden = (planned["GARM"], planned["KHJ"], b"K7")
    assert not any(each.encode() in line for each in hidden[:2] for line in lines)
    assert not any(b'"team"' in line and hidden[2] in line for line in lines)


def test_who_holds_a_course_knows_its_team(
    bureau: Workplace, laptop: Workplace, other: Workplace, planned: dict[str, str], stick: Path
) -> None:
    """A co-trainer is judged by what the pack of the course says, and by nothing else."""
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    enrol(bureau, other, "K8", stick, [planned["GARM"]])
    take(bureau, laptop, stick)
    for place, work in enumerate((laptop, other)):
        table = attendance.grid(work, planned["GARM"])
        attendance.mark(work, table.rows[0].enrolment, table.sessions[place].key, Mark.PRESENT)
        importing.import_files(bureau, [sending.export(work, stick).file])
    for work in (laptop, other):
        take(bureau, work, stick)
        cells = attendance.grid(work, planned["GARM"]).rows[0].cells[:2]
        assert [cell.mark if cell else None for cell in cells] == [Mark.PRESENT, Mark.PRESENT]
    assert review.list_items(bureau) == []


def test_a_course_that_it_made_is_its_own(
    bureau: Workplace, laptop: Workplace, other: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick)
    enrol(bureau, other, "K8", stick)
    made = courses.create_course(laptop, CourseDraft("NEW", Texts(en="New"), FIRST, LAST)).key or ""
    agendas.plan_sessions(laptop, made, DayPlan(per_day=1))
    enrolments.add_walk_in(laptop, made, NAMES["DSH"], first_day=FIRST)
    importing.import_files(bureau, [sending.export(laptop, stick).file])
    assert own(bureau, "K7") == {"NEW"}
    assert own(bureau, "K8") == set()


def test_what_a_laptop_had_once_stays_its_own_whatever_the_settings_say(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    bureau.store.change_setting(PACK_COURSES, {})
    assert own(bureau, "K7") == {"GARM"}


def test_corrections_to_its_people_still_come(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    person = enrolments.list_enrolments(bureau, planned["GARM"])[0].person.key
    people.change_person(bureau, person, {"rank": "major"})
    take(bureau, laptop, stick)
    assert enrolments.list_enrolments(laptop, planned["GARM"])[0].person.rank == "major"


def test_whoever_was_joined_into_somebody_is_shown_whole(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    first = enrolments.list_enrolments(bureau, planned["GARM"])[0].person.key
    twin = people.create_person(bureau, {"family": "Азизов", "given": "Фаррӯх", "rank": "major"}).key or ""
    enrolments.add_known(bureau, planned["KHJ"], twin)
    joining.join(bureau, first, twin)
    take(bureau, laptop, stick)
    (shown,) = enrolments.list_enrolments(laptop, planned["GARM"])
    (expected,) = enrolments.list_enrolments(bureau, planned["GARM"])
    assert shown.person == expected.person
    assert known(laptop) == {"GARM"}


def test_what_was_deleted_in_its_courses_is_told(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    view = courses.get_course(bureau, planned["GARM"])
    sessions.remove_session(bureau, view.sessions[-1].key)
    take(bureau, laptop, stick)
    assert len(courses.get_course(laptop, planned["GARM"]).sessions) == len(view.sessions) - 1


def test_all_courses_give_the_whole_and_one_digest(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick)
    take(bureau, laptop, stick, *planned.values())
    assert known(laptop) == set(NAMES)
    assert sync_status.check(laptop).digest == sync_status.check(bureau).digest


def test_each_course_shows_the_same_on_both(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"], planned["KHJ"]])
    for code in ("GARM", "KHJ"):
        assert courses.get_course(laptop, planned[code]) == courses.get_course(bureau, planned[code])
        assert attendance.grid(laptop, planned[code]) == attendance.grid(bureau, planned[code])


def test_a_laptop_that_nobody_enrolled(bureau: Workplace) -> None:
    with pytest.raises(TrainerError, match="office.unknown_device"):
        packs.pack_courses(bureau, "K99")


def test_a_refused_enrolment_gives_no_course(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    asked, _ = office.request(laptop, stick / "K7.treq")
    with pytest.raises(TrainerError):
        writing.enrolled(bureau, asked, "K7", stick / "pulled", [planned["GARM"]])
    enrol(bureau, laptop, "K7", stick)
    assert own(bureau, "K7") == set()


def test_an_old_pack_after_a_newer_one_changes_nothing(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    asked = requests.ask(bureau, "K7", text="занг занед").key or ""
    old = packs.export_pack(bureau, "K7", stick).file
    requests.withdraw(bureau, asked)
    enrolments.add_walk_in(bureau, planned["GARM"], "Ҷӯраев Шӯҳрат", first_day=FIRST)
    take(bureau, laptop, stick)
    told = [
        sync_status.check(laptop).digest,
        laptop.store.setting(TRUST),
        laptop.store.setting(RECEIPTS),
        laptop.store.setting(REVOKED),
    ]
    assert importing.import_files(laptop, [old]).news == ()
    assert told == [
        sync_status.check(laptop).digest,
        laptop.store.setting(TRUST),
        laptop.store.setting(RECEIPTS),
        laptop.store.setting(REVOKED),
    ]
    assert requests.open_requests(laptop) == []
    assert packs.divergences(laptop) == []


def test_a_laptop_keeps_its_courses_under_a_new_code_and_nobody_gets_the_old_one(
    bureau: Workplace, laptop: Workplace, other: Workplace, planned: dict[str, str], stick: Path
) -> None:
    enrol(bureau, laptop, "K7", stick, [planned["GARM"]])
    enrol(bureau, laptop, "K8", stick)
    assert laptop.device_code == "K8"
    assert own(bureau, "K8") == {"GARM"}
    session = attendance.grid(laptop, planned["GARM"]).sessions[0].key
    attendance.mark_rest(laptop, session)
    importing.import_files(bureau, [sending.export(laptop, stick).file])
    assert attendance.grid(bureau, planned["GARM"]).rows[0].cells[0] is not None
    refused("office.code_taken", enrol, bureau, other, "K7", stick)
    enrol(bureau, other, "K9", stick)
    assert own(bureau, "K9") == set()


def test_a_pack_of_ones_own_is_refused_as_what_it_is(
    bureau: Workplace, laptop: Workplace, planned: dict[str, str], stick: Path
) -> None:
    """S4: "Ask the sender whom it is meant for" was said to the sender."""
    enrol(bureau, laptop, "K7", stick)
    made = packs.export_pack(bureau, "K7", stick, courses=(planned["GARM"],))
    (found,) = importing.import_files(bureau, [made.file]).files
    assert (found.result, found.code, found.values["code"]) == (FileOutcome.REFUSED, "import.own_file", "K7")
    assert found.hint is None
    (taken,) = importing.import_files(laptop, [made.file]).files
    assert taken.code != "import.own_file"
