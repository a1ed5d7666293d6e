"""What only a newer version can show asks nobody for a decision, and is not marked over in one sweep."""

from pathlib import Path

import pytest

from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.schema import DELETED
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.messages import label_text


@pytest.fixture
def two(joined: Workplace, bureau: Workplace, stick: Path, story: Story) -> tuple[Workplace, Workplace, Room]:
    """Give two laptops of one course, which the office has too."""
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    work = set_up(story, "other")
    enrol(bureau, work, "K8", stick, [room.course])
    return joined, work, room


def write(work: Workplace, entity: str, key: str, **fields: object) -> None:
    work.journal.record(Label("test.step"), [Write(entity, key, fields)])  # type: ignore[arg-type]


def mark_newly(work: Workplace, room: Room, place: int = 0) -> None:
    """Give a mark that this version does not know."""
    enrolment, session = room.enrolments[place], room.sessions[0]
    key = derive_key("attendance", enrolment, session)
    write(work, "attendance", key, enrolment=enrolment, session=session, mark="by_telephone")


def test_two_values_that_nobody_here_can_read_wait_for_the_update(
    two: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = two
    plate, mark = derive_key("plate", "x"), derive_key("attendance", room.enrolments[0], room.sessions[0])
    for work, value in ((first, "кабуд"), (second, "сабз")):
        attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.PRESENT)
        write(work, "attendance", mark, hologram=value)
        write(work, "course", room.course, hologram=value)
        write(work, "plate", plate, course=room.course, sides=len(value))
    write(second, "plate", plate, **{DELETED: True})
    files = [sending.export(work, stick).file for work in (first, second)]
    rehearsal = importing.rehearse(bureau, files)
    assert rehearsal.report.conflicts == 0
    report = importing.import_files(bureau, files)
    assert report.conflicts == 0
    assert (review.count(bureau), review.list_items(bureau)) == (0, [])
    assert courses.list_courses(bureau)[0].conflicts == 0
    cell = attendance.grid(bureau, room.course).rows[0].cells[0]
    assert cell is not None
    assert (cell.mark, cell.conflict) == (Mark.PRESENT, False)
    assert sync_status.check(bureau).ok
    assert bureau.database.select("SELECT count(*) FROM contradiction") != [(0,)], "they are there, unseen"


def test_a_contradiction_between_a_known_and_an_unknown_mark_is_told_in_words(
    two: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, second, room = two
    mark_newly(first, room)
    attendance.mark(second, room.enrolments[0], room.sessions[0], Mark.ABSENT)
    importing.import_files(bureau, [sending.export(work, stick).file for work in (first, second)])
    (item,) = review.list_items(bureau)
    said = {label_text(side.words, "en") for side in item.sides if side.words}
    assert said == {"absent", "something that only a newer version of the program can show"}
    review.settle(
        bureau, item.id, next(f"#{at}" for at in (0, 1) if item.sides[at].values["mark"] == "absent")
    )
    assert review.count(bureau) == 0
    cell = attendance.grid(bureau, room.course).rows[0].cells[0]
    assert cell is not None
    assert cell.mark is Mark.ABSENT


def test_the_rest_present_does_not_mark_over_what_a_newer_version_marked(
    two: tuple[Workplace, Workplace, Room], bureau: Workplace, stick: Path
) -> None:
    first, _, room = two
    mark_newly(first, room)
    importing.import_files(bureau, [sending.export(first, stick).file])
    for work in (first, bureau):
        before = digest_of(work.journal)
        attendance.mark_rest(work, room.sessions[0])
        cells = [row.cells[0] for row in attendance.grid(work, room.course).rows]
        assert [(cell.mark, cell.unknown) for cell in cells if cell] == [
            (None, True),
            (Mark.PRESENT, False),
            (Mark.PRESENT, False),
        ]
        assert digest_of(work.journal) != before
    # A person who looks at one mark may decide otherwise.
    attendance.mark(bureau, room.enrolments[0], room.sessions[0], Mark.LATE, 5)
    cell = attendance.grid(bureau, room.course).rows[0].cells[0]
    assert cell is not None
    assert (cell.mark, cell.unknown) == (Mark.LATE, False)
    assert any(b"by_telephone" in line for _, line in all_lines(bureau.database))


def test_a_person_s_history_tells_nothing_that_has_no_words_here(
    two: tuple[Workplace, Workplace, Room],
) -> None:
    first, _, _ = two
    person = people.search(first, "Азизов")[0].key
    write(first, "person", person, callsign="Шаҳбоз")
    write(first, "person", person, callsign="Уқоб", unit="Шӯъба")
    told = [field.field.code for change in people.person_history(first, person) for field in change.fields]
    assert "entity.person.unit" in told
    assert not any("callsign" in code for code in told)
    assert len(people.person_history(first, person)) == 2, "how the person came here, and the unit"
