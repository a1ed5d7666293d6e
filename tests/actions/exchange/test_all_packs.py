"""The files for all laptops at once: each with its courses and those the office planned for its trainer."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit.samples import FIRST, LAST
from tests.kit.writing import enrol
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, teachers
from trainer_app.actions.exchange import all_packs, importing, packs
from trainer_app.actions.office import office
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.exchange.sending import SentBundle
from trainer_app.store.base.database import Database
from trainer_app.store.exchange.course_scope import Scopes

NOVEL, LONG_AGO = "Назарова Дилбар", date(2018, 1, 15)


@pytest.fixture
def bureau_with_two(bureau: Workplace, trainer: Workplace, stick: Path) -> Workplace:
    """Enrol the laptop K7 of D. Nazarova at an office with three courses."""
    enrol(bureau, trainer, "K7", stick)
    for code in ("GARM", "KHJ", "DSH"):
        draft = CourseDraft(code, Texts(en=code), FIRST, LAST)
        key = courses.create_course(bureau, draft).key or ""
        enrolments.add_walk_in(bureau, key, f"Азизов {code}", first_day=FIRST)
    return bureau


def assign(work: Workplace, code: str) -> str:
    key = courses.find_course(work, code)
    teachers.add_teacher(work, key, NOVEL, TeachingRole.LEAD_TRAINER)
    return key


def codes(lines: tuple[object, ...]) -> list[str]:
    return [getattr(line, "code", "") for line in lines]


def test_a_laptop_gets_what_is_planned_for_its_trainer_and_its_file_says_for_whom(
    bureau_with_two: Workplace, trainer: Workplace, tmp_path: Path
) -> None:
    bureau, folder = bureau_with_two, tmp_path / "out"
    folder.mkdir()
    assign(bureau, "GARM")
    over = courses.create_course(bureau, CourseDraft("OLD", Texts(en="Old"), LONG_AGO, LONG_AGO)).key or ""
    teachers.add_teacher(bureau, over, NOVEL, TeachingRole.LEAD_TRAINER)
    courses.close_course(bureau, over)
    (one,) = all_packs.planned_packs(bureau)
    assert (one.device, codes(one.own), codes(one.planned)) == ("K7", [], ["GARM"])
    (done,) = all_packs.export_all(bureau, folder)
    assert done.pack is not None
    assert done.courses == ("GARM",)
    assert done.pack.file.name.endswith("-for-K7.tsync")
    assert [path.name for path in folder.iterdir()] == [done.pack.file.name]
    importing.import_files(trainer, [done.pack.file])
    assert [line.course.code for line in courses.list_courses(trainer)] == ["GARM"]
    # What it was given is its own from then on.
    (again,) = all_packs.planned_packs(bureau)
    assert (codes(again.own), codes(again.planned)) == (["GARM"], [])


def test_without_what_is_planned_only_its_own_courses_go(bureau_with_two: Workplace, stick: Path) -> None:
    assign(bureau_with_two, "GARM")
    (done,) = all_packs.export_all(bureau_with_two, stick, ["k7"], planned=False)
    assert done.courses == ()


def test_a_revoked_laptop_gets_none_and_an_unknown_code_is_refused(
    bureau_with_two: Workplace, stick: Path
) -> None:
    error = refused("office.unknown_device", all_packs.export_all, bureau_with_two, stick, ["X9"])
    assert error.values == {"code": "X9"}
    office.revoke(bureau_with_two, "K7")
    refused("sending.no_laptops", all_packs.export_all, bureau_with_two, stick)


def test_one_that_fails_is_told_and_the_others_go_on(
    bureau_with_two: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = all_packs.planned_packs(bureau_with_two)
    second = all_packs.PlannedPack("K8", "", (), ())
    monkeypatch.setattr(all_packs, "planned_packs", lambda _work: [second, first])
    done = all_packs.export_all(bureau_with_two, stick)
    assert [one.device for one in done] == ["K8", "K7"]
    assert done[0].error is not None
    assert done[0].error.code == "office.unknown_device"
    assert done[1].pack is not None


def test_when_none_is_written_the_first_reason_is_raised_and_a_stop_ends_all(
    bureau_with_two: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TrainerError):
        all_packs.export_all(bureau_with_two, tmp_path / "missing" / "deeper")

    def stopped(*_all: object, **_named: object) -> SentBundle:
        raise Cancelled

    monkeypatch.setattr(packs, "export_pack", stopped)
    with pytest.raises(Cancelled):
        all_packs.export_all(bureau_with_two, tmp_path)


def test_the_journal_is_walked_once_for_all_laptops_and_once_for_a_file_of_what_was_given_before(
    bureau_with_two: Workplace, trainer: Workplace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau, walked = bureau_with_two, list[int]()
    packs.export_pack(bureau, "K7", stick)

    def walk(database: Database) -> Scopes:
        walked.append(1)
        return Scopes(database)

    for module in (all_packs, packs):
        monkeypatch.setattr(module, "Scopes", walk)
    all_packs.planned_packs(bureau)
    assert len(walked) == 1
    packs.export_pack(bureau, "K7", stick)
    assert len(walked) == 2, "nothing was written between what is given and what is in the file"
    walked.clear()
    new = courses.create_course(bureau, CourseDraft("NEW", Texts(en="New"), FIRST, LAST)).key or ""
    pack = packs.export_pack(bureau, "K7", stick, courses=[new])
    assert len(walked) == 2, "what was given just now is looked for too"
    importing.import_files(trainer, [pack.file])
    assert courses.find_course(trainer, "NEW") == new
