"""What stands beside the totals of a report: what is open, what is missing, who has not been heard of."""

from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.kit.samples import DAY, FIRST
from tests.kit.writing import Room, everybody_came, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import building, office, reports
from trainer_app.actions.people import joining
from trainer_app.documents.office.report_tables import report_csv, report_xlsx
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.office.report_json import report_document
from trainer_app.domain.office.reports import SILENT_DAYS, Figure, Report, fewer_at_most
from trainer_app.system.clock import FixedClock
from trainer_app.system.messages import label_text


def figure_of(report: Report, code: str) -> Figure:
    found = report.figure(code)
    assert found is not None
    return found


def words(report: Report) -> str:
    return " ".join(label_text(label, "en") for label in report.told)


def told_in_files(report: Report) -> list[str]:
    """Return all that stands in the saved table and workbook of a report."""
    table = report_csv(report, "en", partial(label_text, language="en")).decode("utf-8-sig")
    book = load_workbook(BytesIO(report_xlsx(report, "en", partial(label_text, language="en"))))
    cells = (cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return [*table.splitlines(), *(str(cell) for cell in cells if cell is not None)]


def test_three_in_a_ring_are_two_fewer() -> None:
    assert fewer_at_most([]) == 0
    assert fewer_at_most([("a", "b"), ("c", "d")]) == 2
    assert fewer_at_most([("a", "b"), ("b", "c"), ("c", "a")]) == 2


def test_a_pair_that_waits_stands_beside_the_persons_until_it_is_decided(trainer: Workplace) -> None:
    room = write_course(trainer)
    enrolments.add_walk_in(trainer, room.course, "Азизов Фарух Бахтиёрович", first_day=FIRST)
    assert joining.candidates(trainer), "the sample has two that are alike"
    nobody_came = building.report(trainer)
    assert nobody_came.open.pairs == 0, "only the people counted are spoken of"
    everybody_came(trainer, room.course)
    found = building.report(trainer)
    persons = figure_of(found, "unique_persons")
    assert (persons.value, found.open.pairs, found.open.fewer) == (4, 1, 1)
    assert [label.values for label in persons.beside] == [{"count": 1, "fewer": 1}]
    assert figure_of(found, "women").beside == figure_of(found, "participations").beside == ()
    assert "Up to 1 fewer: 1 pair of people who may be one waits in Review." in words(found)
    document = report_document(found, lambda label: label_text(label, "en"))
    assert document["open"] == {
        "courses_ended": 0, "courses_with_marks": 0, "courses_without_marks": [], "pairs": 1,
        "persons_fewer_at_most": 1, "contradictions": 0, "proposals": 0, "files_set_aside": 0,
        "laptops_silent": [],
    }  # fmt: skip
    csv = report_csv(found, "en", lambda label: label_text(label, "en")).decode("utf-8-sig")
    assert "completeness.pairs" in csv
    (pair,) = joining.candidates(trainer)
    joining.not_the_same(trainer, pair.a, pair.b)
    decided = building.report(trainer)
    assert (decided.open.pairs, figure_of(decided, "unique_persons").beside) == (0, ())


def test_courses_that_ended_without_a_mark_are_named(trainer: Workplace) -> None:
    ended = DAY - timedelta(days=1)
    for code, last in (("OLD1", ended), ("OLD2", ended), ("NOW", DAY)):
        courses.create_course(trainer, CourseDraft(code, Texts(en=code), ended, last))
    open_ = building.report(trainer).open
    assert (open_.ended, open_.marked, open_.unmarked) == (2, 0, ("OLD1", "OLD2"))
    assert "0 of 2 courses that ended have marks. 2 courses ended without any mark: OLD1, OLD2." in words(
        building.report(trainer)
    )
    assert building.report(trainer, last=ended - timedelta(days=1)).open.ended == 0
    one = building.report(trainer, course=courses.find_course(trainer, "OLD1"))
    assert one.open.unmarked == ("OLD1",)
    assert "The course ended without any mark: OLD1." in words(one)
    assert "courses that ended" not in words(one)


def test_of_one_course_no_share_of_courses_is_told(trainer: Workplace, clock: FixedClock) -> None:
    room = write_course(trainer)
    everybody_came(trainer, room.course)
    clock.advance(days=9)
    one = building.report(trainer, course=room.course)
    assert (one.open.ended, one.open.marked) == (1, 1)
    told = [*told_in_files(one), words(one)]
    share = ("completeness.line", "courses that ended")
    assert not [line for line in told if any(each in line for each in share)], "1 of 1 says nothing"
    courses.create_course(trainer, CourseDraft("OLD1", Texts(en="OLD1"), FIRST, FIRST))
    assert "1 of 2 courses that ended have marks." in words(building.report(trainer))


def test_contradictions_are_those_of_the_courses_and_laptops_and_files_those_of_the_office(
    bureau: Workplace, joined: Workplace, clock: FixedClock, stick: Path
) -> None:
    room = shared(bureau, joined, stick)
    attendance.mark(bureau, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    other = courses.create_course(bureau, CourseDraft("X", Texts(en="X"), DAY, DAY)).key or ""
    assert building.report(bureau).open.contradictions == 1
    assert building.report(bureau, course=room.course).open.contradictions == 1
    assert building.report(bureau, course=other).open.contradictions == 0
    assert "1 open conflict in this course" in words(reports.gather_report(bureau, room.course).counted)
    assert "1 open conflict in these courses" in words(building.report(bureau))
    assert building.report(bureau).open.silent == ()
    clock.advance(days=SILENT_DAYS + 1)
    assert building.report(bureau).open.silent == ("K7",)
    assert "Nothing came for more than 21 days from 1 laptop: K7." in words(building.report(bureau))
    assert building.report(joined).open.silent == (), "a laptop knows nothing of the others"
    office.revoke(bureau, "K7")
    assert building.report(bureau).open.silent == ()
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert building.report(bureau).open.set_aside == 1
    assert "1 file is set aside and not counted" in words(building.report(bureau))


def shared(bureau: Workplace, laptop: Workplace, stick: Path) -> Room:
    """Write a course at the office that the laptop has too."""
    room = write_course(bureau)
    importing.import_files(laptop, [packs.export_pack(bureau, "K7", stick, courses=[room.course]).file])
    return room
