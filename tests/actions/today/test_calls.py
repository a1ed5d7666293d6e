"""The office's list to telephone: who, about what, which files were refused, and what it does itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.documents.reading import words
from tests.kit import worlds
from tests.kit.samples import FIRST, LAST
from tests.kit.worlds import Exchange
from trainer_app import VERSION
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import office
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.actions.today import calls, today
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.exchange.laptops import PROGRAM_VERSIONS
from trainer_app.domain.review.contradictions import LAPTOPS_DISAGREE, ReviewKind
from trainer_app.domain.today.calls import CallList
from trainer_app.domain.today.overview import DueKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses.courses import list_enrolments

WEEKS = 60 * 24 * 25


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Exchange]:
    """Open an office and two laptops that have exchanged files, one file still on its way."""
    with worlds.exchanged(tmp_path / "exchange").open() as story:
        yield Exchange.of(story)


def reasons(found: CallList, device: str) -> dict[str, object]:
    line = next((each for each in found.lines if each.device == device), None)
    return {} if line is None else {label.code: dict(label.values) for label in line.reasons}


def desk(found: CallList) -> dict[str, object]:
    return {label.code: dict(label.values) for label in found.desk}


def test_at_first_nobody_is_telephoned_and_the_copy_is_asked_for(made: Exchange) -> None:
    found = calls.call_list(made.office)
    assert found.lines == ()
    assert found.files == ()
    assert "calls.never_copied" in desk(found)


def test_who_was_silent_stands_with_the_telephone_of_the_one_who_has_the_name(made: Exchange) -> None:
    name = next(line.name for line in office.devices(made.office) if line.code == "K9")
    person = {"family": name.split()[-1], "given": name.split()[0], "phone": "+992 900 11 22 33"}
    people.create_person(made.office, person)
    made.clock.advance(minutes=WEEKS)
    found = calls.call_list(made.office)
    assert [line.device for line in found.lines] == ["K7", "K9"]
    assert reasons(found, "K9")["calls.silent"] == {"days": 25}
    assert {line.device: line.phone for line in found.lines}["K9"] == "+992 900 11 22 33"
    # Two people of the name: nobody's telephone is guessed.
    people.create_person(made.office, {**person, "phone": "+992 900 44 55 66"})
    assert {line.device: line.phone for line in calls.call_list(made.office).lines}["K9"] == ""


def test_missing_changes_and_an_older_program_are_reasons(made: Exchange) -> None:
    people.create_person(made.trainer, {"family": "Собиров"})
    draft = CourseDraft("KHJ1", Texts(en="Second"), FIRST, LAST)
    other = courses.create_course(made.trainer, draft).key or ""
    only = sending.export(made.trainer, made.stick, course=other)
    importing.import_files(made.office, [only.file])
    made.office.store.change_setting(PROGRAM_VERSIONS, {"K9": "0.0.1"})
    found = calls.call_list(made.office)
    count = sum(gap.last - gap.first + 1 for gap in importing.gaps(made.office) if gap.device == "K7")
    assert count > 0
    assert reasons(found, "K7") == {"calls.gaps": {"count": count}}
    assert reasons(found, "K9") == {"calls.version": {"version": "0.0.1", "now": VERSION}}


def test_a_course_without_any_mark_is_asked_of_the_laptop_that_was_given_it(made: Exchange) -> None:
    draft = CourseDraft(
        "LOST", Texts(en="Lost"), worlds.samples.DAY.replace(day=1), worlds.samples.DAY.replace(day=2)
    )
    courses.create_course(made.office, draft)
    assert desk(calls.call_list(made.office))["calls.given_to_nobody"] == {"count": 1, "codes": "LOST"}


def test_conflicts_and_refused_files_are_named(made: Exchange) -> None:
    importing.import_files(made.office, [made.waiting])
    office.revoke(made.office, "K7")
    people.create_person(made.trainer, {"family": "Собиров"})
    late = sending.export(made.trainer, made.stick)
    importing.import_files(made.office, [late.file])
    found = calls.call_list(made.office)
    assert [file.file for file in found.files] == [late.file.name]
    counts = review.counts(made.office)
    conflicts = sum(counts[kind] for kind in LAPTOPS_DISAGREE)
    assert desk(found)["calls.conflicts"] == {"count": conflicts} != {"count": 0}
    assert all(line.device != "K7" for line in found.lines), "nobody telephones about a revoked laptop"


def test_only_what_laptops_wrote_differently_is_called_a_conflict(made: Exchange) -> None:
    importing.import_files(made.office, [made.waiting])
    before = today.overview(made.office).office
    assert before.conflicts > 0
    first, second, *_ = list_enrolments(made.office.database, made.course)
    twice = Write("enrolment", second.enrolment.key, {"number": first.enrolment.number})
    made.office.journal.record(Label("enrolment.step.edit"), [twice])
    after = today.overview(made.office)
    assert after.office.conflicts == before.conflicts, "a number that stands twice is none"
    doubles = before.questions.get(ReviewKind.DOUBLE_NUMBER, 0) + 1
    assert after.office.questions == {**before.questions, ReviewKind.DOUBLE_NUMBER: doubles}
    assert after.office.to_decide == review.count(made.office)
    told = desk(calls.call_list(made.office))
    assert told["calls.conflicts"] == {"count": before.conflicts}
    assert told["calls.questions"] == {"count": sum(after.office.questions.values())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_printed_in_each_language(made: Exchange, tmp_path: Path, language: str) -> None:
    made.clock.advance(minutes=WEEKS)
    path = tmp_path / "calls.pdf"
    path.write_bytes(calls.print_calls(made.office, language))
    text = words(path.read_bytes())
    assert "K7" in text
    assert "K9" in text
    assert "25" in text


def test_a_laptop_has_no_such_list_and_no_other_language_is_printed(made: Exchange) -> None:
    refused("office.not_an_office", calls.call_list, made.trainer)
    refused("paper.unknown_language", calls.print_calls, made.office, "xx")


def told_today(made: Exchange) -> int:
    """Return how many sheets the office's Today says are not compared."""
    view = today.overview(made.office)
    asked = {each for each in (*view.due, view.next_step.due) if each is not None}
    return sum(each.count for each in asked if each.kind is DueKind.SHEETS)


def test_sheets_to_compare_are_those_of_today(made: Exchange) -> None:
    def listed() -> object:
        return desk(calls.call_list(made.office)).get("calls.sheets")

    course = courses.get_course(made.office, made.course).course
    made.clock.advance(minutes=60 * 24 * ((course.last_day - made.office.today()).days + 1))
    count = told_today(made)
    assert count > 0
    assert listed() == {"count": count, "codes": course.code}
    made.office.journal.record(
        Label("course.step.close"), [Write("course", made.course, {"state": "closed", "approved": True})]
    )
    assert told_today(made) == 0
    assert listed() is None, "nothing is due in a course that is approved"
