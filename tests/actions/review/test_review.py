"""Review: every kind of thing that waits, decided in every way, told in words, and taken back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.kit.samples import FIRST
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.saying import options
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.schema import DELETED, ENTITIES, field_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import find_words
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates import certificates as certificates_store
from trainer_app.system.messages import label_text


def exchange(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    """Bring everything that the laptop has to the office."""
    importing.import_files(bureau, [sending.export(joined, stick).file])


def only_item(work: Workplace) -> ReviewItem:
    (item,) = review.list_items(work)
    return item


def words(label: Label | None, language: str = "en") -> str:
    """Return a label in words, with plain spaces."""
    return label_text(label, language).replace("\N{NO-BREAK SPACE}", " ") if label else ""


def share(story: Story) -> None:
    """Let both the laptop and the office know one course."""
    story.room = write_course(story.works["trainer"])
    exchange(story.works["trainer"], story.works["office"], story.stick)


def contradict(story: Story) -> None:
    """Let the first person be late on the laptop and absent at the office, in the fifth session."""
    joined, bureau, shared = story.works["trainer"], story.works["office"], story.room
    assert shared is not None
    for session in shared.sessions[:4]:
        attendance.mark_rest(joined, session)
    exchange(joined, bureau, story.stick)
    attendance.mark(bureau, shared.enrolments[0], shared.sessions[4], Mark.ABSENT)
    attendance.mark(joined, shared.enrolments[0], shared.sessions[4], Mark.LATE, 20)
    exchange(joined, bureau, story.stick)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    """Do once what tests begin with."""
    steps = {"shared": share, "marked": contradict}
    return [step for name, step in steps.items() if name in request.fixturenames]


@pytest.fixture
def shared(story: Story, joined: Workplace, bureau: Workplace) -> Room:
    """Return the course that laptop and office know."""
    assert story.room is not None
    return story.room


@pytest.fixture
def marked(shared: Room) -> Room:
    """Return it where one mark contradicts another."""
    return shared


def test_an_item_names_person_course_and_session(marked: Room, bureau: Workplace) -> None:
    item = only_item(bureau)
    rows = enrolments.list_enrolments(bureau, marked.course)
    person = next(row.person.key for row in rows if row.enrolment.key == marked.enrolments[0])
    assert (item.person, item.course, item.session) == (person, marked.course, marked.sessions[4])
    assert words(item.title) == "Азизов Фаррух"
    assert words(item.place) == "mark · DSH1, session 5"
    assert {words(side.words) for side in item.sides} == {"absent", "late, 20 min"}


def test_the_effect_on_the_certificate_is_told_for_both_sides(marked: Room, bureau: Workplace) -> None:
    item = only_item(bureau)
    told = {}
    for side in item.sides:
        decision = review.effect(bureau, item, side)
        assert decision is not None
        told[side.values["mark"]] = (decision.result, [words(reason) for reason in decision.reasons])
    # Five sessions of 90 minutes are held; 360 of 450 minutes is exactly the limit of 80 %.
    assert told["late"] == (
        CertificateKind.COMPLETION,
        ["attendance 95.6 % (limit 80 %)", "the post-test is still to come"],
    )
    assert told["absent"][0] is CertificateKind.COMPLETION
    assert told["absent"][1][0] == "attendance 80 % (limit 80 %)"
    assert attendance.grid(bureau, marked.course).rows[0].cells[4] is not None
    assert review.count(bureau) == 1


def test_the_effect_counts_the_post_test_once_there_is_one(marked: Room, bureau: Workplace) -> None:
    scores.set_score(bureau, marked.enrolments[0], Occasion.POST, 500, 2000)
    item = only_item(bureau)
    decision = review.effect(bureau, item, item.sides[0])
    assert decision is not None
    assert decision.result is CertificateKind.ATTENDANCE
    assert any("post-test 25 %" in words(reason) for reason in decision.reasons)


def test_two_scores_of_a_post_test_each_have_their_effect(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for session in shared.sessions:
        attendance.mark_rest(joined, session)
    exchange(joined, bureau, stick)
    scores.set_score(bureau, shared.enrolments[0], Occasion.POST, 500, 2000)
    scores.set_score(joined, shared.enrolments[0], Occasion.POST, 1650, 2000)
    exchange(joined, bureau, stick)
    item = only_item(bureau)
    assert {words(side.words) for side in item.sides} == {"5 of 20", "16.5 of 20"}
    found = {side.values["points"]: review.effect(bureau, item, side) for side in item.sides}
    assert found[500] is not None
    assert found[1650] is not None
    assert found[500].result is CertificateKind.ATTENDANCE
    assert found[1650].result is CertificateKind.COMPLETION


@pytest.mark.parametrize(("typed", "points"), [("17.25", 1725), ("18 20", 1800), ("16,5 20", 1650)])
def test_points_are_typed_as_people_write_them(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path, typed: str, points: int
) -> None:
    scores.set_score(bureau, shared.enrolments[0], Occasion.PRE, 500, 2000)
    scores.set_score(joined, shared.enrolments[0], Occasion.PRE, 600, 2000)
    exchange(joined, bureau, stick)
    review.settle(bureau, only_item(bureau).id, typed)
    score = scores.evaluation(bureau, shared.course).rows[0].pre
    assert score is not None
    assert (score.points, score.out_of) == (points, 2000)


@pytest.mark.parametrize("typed", ["many", "-1 20", "1.234 20", "1 2 3", "nan"])
def test_points_that_are_none_are_refused(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path, typed: str
) -> None:
    scores.set_score(bureau, shared.enrolments[0], Occasion.PRE, 500, 2000)
    scores.set_score(joined, shared.enrolments[0], Occasion.PRE, 600, 2000)
    exchange(joined, bureau, stick)
    with pytest.raises(TrainerError, match="review.bad_choice"):
        review.settle(bureau, only_item(bureau).id, typed)
    assert review.count(bureau) == 1


def test_a_side_is_taken_by_its_place(marked: Room, bureau: Workplace) -> None:
    item = only_item(bureau)
    place = next(at for at, side in enumerate(item.sides) if side.values["mark"] == "absent")
    review.settle(bureau, item.id, f"#{place}")
    cell = attendance.grid(bureau, marked.course).rows[0].cells[4]
    assert cell is not None
    assert (cell.mark, cell.conflict) == (Mark.ABSENT, False)
    with pytest.raises(TrainerError, match="review.unknown"):
        review.settle(bureau, item.id, "#0")


def test_a_place_that_is_none_is_refused(marked: Room, bureau: Workplace) -> None:
    with pytest.raises(TrainerError, match="review.bad_choice"):
        review.settle(bureau, only_item(bureau).id, "#7")


def test_a_decision_is_kept_in_words_with_its_reason_and_undone(marked: Room, bureau: Workplace) -> None:
    item = only_item(bureau)
    review.settle(bureau, item.id, "excused", " a note from the unit ")
    (step,) = review.settled(bureau)
    said = words(step.label)
    assert said == "Азизов Фаррух, mark · DSH1, session 5 – excused. Reason: a note from the unit"
    assert words(step.label, "ru").endswith("Причина: a note from the unit")
    history.undo_step(bureau, step.number)
    assert only_item(bureau).id == item.id
    assert review.settled(bureau)[0].undone


def test_a_reason_is_kept_with_the_decision_and_only_with_it(marked: Room, bureau: Workplace) -> None:
    """Undo takes it back with the decision, and what is done again says it again."""
    item = only_item(bureau)
    review.settle(bureau, item.id, "excused", "a note from the unit")
    assert review.earlier(bureau, item)[0].reason == "a note from the unit"
    history.undo(bureau)
    assert review.earlier(bureau, item)[0].reason == ""
    history.redo(bureau)
    told = review.earlier(bureau, item)
    assert (words(told[0].words), told[0].reason) == ("excused", "a note from the unit")
    assert {side.reason for side in told[1:]} == {"", "a note from the unit"}


def test_everything_ever_written_is_told_newest_first(marked: Room, bureau: Workplace) -> None:
    item = only_item(bureau)
    review.settle(bureau, item.id, "theirs")
    told = review.earlier(bureau, item)
    assert [words(side.words) for side in told[1:]] == ["late, 20 min", "absent"]
    assert [side.user for side in told] == ["M. Saidova", "D. Nazarova", "M. Saidova"]
    assert told[1].file.startswith("DSH-K7-")


def test_a_spelling_is_settled_by_a_third_one(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    person = enrolments.list_enrolments(bureau, shared.course)[1].person.key
    people.change_person(joined, person, {"patronymic": "Хакимовна"})
    people.change_person(bureau, person, {"patronymic": "Ҳакимзода"})
    exchange(joined, bureau, stick)
    item = only_item(bureau)
    assert review.takes_other_value(item)
    assert review.choices(item) == ()
    assert review.effect(bureau, item, item.sides[0]) is None
    review.settle(bureau, item.id, " Ҳакимовна ")
    assert people.get_person(bureau, person).patronymic == "Ҳакимовна"


def test_the_latin_spelling_says_what_the_family_name_was_decided_for(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    person = enrolments.list_enrolments(bureau, shared.course)[1].person.key
    people.change_person(joined, person, {"family": "Хакимова", "latin": "Khakimova Zarina"})
    people.change_person(bureau, person, {"family": "Ҳакимова", "latin": "Hakimova Zarina"})
    exchange(joined, bureau, stick)
    family, latin = sorted(review.list_items(bureau), key=lambda each: each.fields)
    assert (family.fields, latin.fields) == (("family",), ("latin",))
    assert review.decided_beside(bureau, family) is review.decided_beside(bureau, latin) is None
    review.settle(bureau, family.id, "Ҳакимова")
    assert "Ҳакимова" in words(review.decided_beside(bureau, latin))
    history.undo(bureau)
    assert review.decided_beside(bureau, latin) is None


def test_a_value_from_a_list_is_offered_in_words(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    person = enrolments.list_enrolments(bureau, shared.course)[1].person.key
    people.change_person(joined, person, {"sex": "male"})
    people.change_person(bureau, person, {"sex": "unknown"})
    exchange(joined, bureau, stick)
    item = only_item(bureau)
    assert len(item.echoes) == 1, "what the person was at this course is decided along with it"
    assert {words(side.words) for side in item.sides} == {"man", "not stated"}
    assert [words(label) for _, label in review.choices(item)] == ["woman", "man", "not stated"]
    review.settle(bureau, item.id, "female")
    assert people.get_person(bureau, person).sex == "female"
    assert enrolments.list_enrolments(bureau, shared.course)[1].enrolment.sex == "female"


def test_days_and_times_are_said_as_people_write_them(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for work, start in ((joined, 555), (bureau, 600)):
        session = courses.get_course(work, shared.course).sessions[0]
        draft = sessions.draft_of(session)
        changed = replace(draft, start=start, end=start + 45)
        sessions.change_session(work, session.key, changed)
    exchange(joined, bureau, stick)
    said = {words(side.words) for item in review.list_items(bureau) for side in item.sides}
    assert said == {"09:15", "10:00", "10:45"}


def test_deleted_here_and_changed_there(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    last = shared.sessions[-1]
    sessions.remove_session(joined, last)
    attendance.mark(bureau, shared.enrolments[0], last, Mark.PRESENT)
    exchange(joined, bureau, stick)
    item = next(found for found in review.list_items(bureau) if found.kind is ReviewKind.DELETED)
    gone = next(at for at, side in enumerate(item.sides) if side.values.get(DELETED) is True)
    assert [side.shown for side in item.sides].count(False) == 1
    assert not item.sides[gone].shown
    assert not review.takes_other_value(item)
    review.settle(bureau, item.id, f"#{gone}")
    assert last not in [one.key for one in courses.get_course(bureau, shared.course).sessions]
    history.undo(bureau)
    kept = next(at for at, side in enumerate(item.sides) if side.values.get(DELETED) is not True)
    review.settle(bureau, item.id, f"#{kept}")
    assert last in [one.key for one in courses.get_course(bureau, shared.course).sessions]
    assert review.count(bureau) == 0


@pytest.fixture
def waiting(shared: Room, joined: Workplace, bureau: Workplace, stick: Path) -> str:
    """Leave a remark for a session that was deleted on the laptop meanwhile; return the session's key."""
    last = shared.sessions[-1]
    sessions.remove_session(joined, last)
    attendance.set_remark(bureau, shared.enrolments[0], last, "came for the photo")
    exchange(joined, bureau, stick)
    return last


def test_what_lost_its_session_waits_and_is_brought_back(waiting: str, bureau: Workplace) -> None:
    item = only_item(bureau)
    assert item.kind is ReviewKind.WAITING
    assert words(item.title) == "Азизов Фаррух"
    assert words(item.place) == "mark · the session was deleted"
    assert [side.values[DELETED] for side in item.sides] == [False, True]
    review.settle(bureau, item.id, "#0")
    grid = attendance.grid(bureau, item.course)
    place = [session.key for session in grid.sessions].index(waiting)
    cell = grid.rows[0].cells[place]
    assert cell is not None
    assert cell.remark == "came for the photo"
    assert review.count(bureau) == 0
    assert sync_status.check(bureau).ok


def test_what_lost_its_session_can_go_too(waiting: str, bureau: Workplace) -> None:
    item = only_item(bureau)
    review.settle(bureau, item.id, "#1")
    assert review.count(bureau) == 0
    history.undo(bureau)
    assert only_item(bureau).id == item.id


def test_what_came_before_its_course_can_only_wait_or_go(bureau: Workplace) -> None:
    key, course = "018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"
    fields = {"course": course, "day": FIRST.isoformat(), "start": 540, "end": 630}
    bureau.journal.record(Label("session.step.add"), [Write("session", key, fields)])
    item = only_item(bureau)
    assert words(item.place) == "session · the course has not come yet"
    assert [side.values[DELETED] for side in item.sides] == [True]
    with pytest.raises(TrainerError, match="review.bad_choice"):
        review.settle(bureau, item.id, "keep")
    review.settle(bureau, item.id, "delete")
    assert review.count(bureau) == 0


def test_either_of_two_may_keep_the_number(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    enrolments.add_walk_in(joined, shared.course, "Тоирова Лола")
    enrolments.add_walk_in(bureau, shared.course, "Ҷӯраев Шӯҳрат")
    exchange(joined, bureau, stick)
    item = only_item(bureau)
    assert {words(side.words) for side in item.sides} == {"Тоирова Лола", "Ҷӯраев Шӯҳрат"}
    assert {side.user for side in item.sides} == {"D. Nazarova", "M. Saidova"}
    assert not review.takes_other_value(item)
    place = next(at for at, side in enumerate(item.sides) if words(side.words) == "Тоирова Лола")
    review.settle(bureau, item.id, f"#{place}")
    numbers = {row.name: row.number for row in attendance.grid(bureau, shared.course).rows}
    assert (numbers["Тоирова Лола"], numbers["Ҷӯраев Шӯҳрат"]) == (4, 5)
    with pytest.raises(TrainerError, match="review.unknown"):
        review.settle(bureau, item.id, "#1")


def test_one_serial_twice_keeps_one_certificate(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for session in shared.sessions:
        attendance.mark_rest(joined, session)
    issued = certificates.issue(joined, shared.course).certificates
    exchange(joined, bureau, stick)
    twin = issued[1]
    fields = {
        "enrolment": twin.enrolment,
        "kind": twin.kind.value,
        "serial": issued[0].serial,
        "language": "tg",
        "facts": certificates_store.encode_facts(twin.facts),
        "credential": twin.credential,
        "issued_on": FIRST.isoformat(),
    }
    key = "018f0000-0000-7000-8000-00000000000c"
    bureau.journal.record(Label("certificate.step.issue", {"count": 1}), [Write("certificate", key, fields)])
    item = only_item(bureau)
    assert item.kind is ReviewKind.DOUBLE_SERIAL
    keep = next(at for at, side in enumerate(item.sides) if side.values["row"] == issued[0].key)
    review.settle(bureau, item.id, f"#{keep}", "printed by a copied laptop")
    assert review.count(bureau) == 0
    void = [one for one in certificates.register(bureau) if one.state == "void"]
    assert [(one.key, one.reason) for one in void] == [(key, "printed by a copied laptop")]


def test_joined_people_are_listed_until_they_are_parted(shared: Room, bureau: Workplace) -> None:
    rows = enrolments.list_enrolments(bureau, shared.course)
    keep, other = rows[0].person, rows[2].person
    joining.join(bureau, keep.key, other.key)
    assert [(one.key, into.key) for one, into in joining.joined_people(bureau)] == [(other.key, keep.key)]
    joining.unjoin(bureau, other.key)
    assert joining.joined_people(bureau) == []
    codes = [step.label.code for step in review.settled(bureau)]
    assert codes == ["person.step.unjoin", "person.step.join"]


def test_counting_agrees_with_the_list(
    marked: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    enrolments.add_walk_in(joined, marked.course, "Тоирова Лола")
    enrolments.add_walk_in(bureau, marked.course, "Ҷӯраев Шӯҳрат")
    sessions.remove_session(joined, marked.sessions[-1])
    attendance.set_remark(bureau, marked.enrolments[1], marked.sessions[-1], "will be late")
    exchange(joined, bureau, stick)
    items = review.list_items(bureau)
    assert review.count(bureau) == len(items) == 3
    assert len({item.id for item in items}) == 3


def test_every_side_of_every_language_has_words(
    marked: Room, bureau: Workplace, caplog: pytest.LogCaptureFixture
) -> None:
    for item in review.list_items(bureau):
        for language in ("tg", "ru", "en"):
            assert words(item.title, language)
            assert words(item.place, language)
            assert all(words(side.words, language) for side in item.sides)
    assert caplog.records == []


def test_a_second_laptop_settles_the_same_way(
    marked: Room, joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    other = set_up(story, "other", "J. Lindqvist")
    enrol(bureau, other, "K9", stick)
    pack = packs.export_pack(bureau, "K9", stick, courses=[marked.course])
    importing.import_files(other, [pack.file])
    item = only_item(other)
    assert {side.user for side in item.sides} == {"D. Nazarova", "M. Saidova"}
    review.settle(other, item.id, "theirs")
    exchange(other, bureau, stick)
    assert review.count(bureau) == 0


def test_every_field_and_every_choice_has_words() -> None:
    names = [f"review.entity.{entity}" for entity in ENTITIES]
    names += [field_label(entity, field).code for entity, it in ENTITIES.items() for field in it.fields]
    names += [f"entity.{entity}._deleted" for entity in ENTITIES]
    names += [
        label.code
        for entity, it in ENTITIES.items()
        for field in it.fields
        for _, label in options(entity, field)
    ]
    assert [name for name in names if not find_words(name)] == []


def test_a_join_whose_other_record_went_with_an_import_says_what_goes(
    shared: Room, bureau: Workplace
) -> None:
    """S3: "Delete" beside a name looked as if it deleted the person; Settled named nobody."""
    own = people.create_person(bureau, {"family": "Раҳимов", "given": "Фаррух"}).key or ""
    listed = enrolments.list_enrolments(bureau, shared.course)[0].person
    joining.join(bureau, own, listed.key)
    step = review.settled(bureau)[0].number
    by = review.settled_by(bureau, step)
    assert by.user == bureau.user
    assert by.people is not None
    assert set(words(by.people).split(" / ")) == {"Раҳимов Фаррух", listed.name}
    (row,) = review.covered(bureau, step)
    assert (row.place, words(row.words)) == (None, "one person; the name Раҳимов Фаррух stays")
    assert by.stands
    joining.unjoin(bureau, listed.key)
    assert not review.settled_by(bureau, step).stands, "Undo would be refused"
    history.undo(bureau)
    assert review.settled_by(bureau, step).stands
    (line,) = importing.imports(bureau)
    assert importing.undo_import(bureau, line.number).waiting == 1
    item = only_item(bureau)
    assert (item.kind, item.entity) == (ReviewKind.WAITING, "pair")
    assert "the record of one of them is not here any more" in words(item.place)
    assert [words(side.words) for side in item.sides if side.words] == [
        "this decision is taken back; nobody’s record is deleted"
    ]
    review.settle(bureau, item.id, "#0")
    assert people.get_person(bureau, own).name == "Раҳимов Фаррух"
    assert review.count(bureau) == 0


@pytest.mark.parametrize("mark", [Mark.PRESENT, Mark.ABSENT])
def test_what_a_laptop_did_and_took_back_is_decided_for_all_with_one_press(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path, mark: Mark
) -> None:
    fifth = shared.sessions[4]
    sessions.hold_session(joined, fifth)
    exchange(joined, bureau, stick)
    for enrolment in shared.enrolments:
        attendance.mark(bureau, enrolment, fifth, mark)
    attendance.mark_rest(joined, fifth)
    history.undo(joined)
    exchange(joined, bureau, stick)
    items = [each for each in review.list_items(bureau) if each.kind is ReviewKind.DELETED]
    assert len(items) == len(shared.enrolments) > 1
    for item in items:
        kept, gone = sorted(item.sides, key=lambda side: side.values.get(DELETED) is True)
        assert kept.values["mark"] == mark, "what was taken back is no side of its own"
        assert gone.device != kept.device
        assert review.count_alike(bureau, item) == len(items) - 1
    review.settle(bureau, items[-1].id, "keep")
    left = {each.key for each in items[:-1]}
    assert {each.key for each in review.list_items(bureau)} == left
    place = next(at for at, side in enumerate(items[0].sides) if side.values.get(DELETED) is not True)
    review.settle_alike(bureau, items[0].id, f"#{place}")
    assert review.count(bureau) == 0
    rows = attendance.grid(bureau, shared.course).rows
    assert {cell.mark for row in rows if (cell := row.cells[4])} == {mark}
    assert sync_status.check(bureau).ok
    history.undo(bureau)
    assert {each.key for each in review.list_items(bureau)} == left


def test_what_is_left_of_a_row_whose_import_was_undone_says_so(shared: Room, bureau: Workplace) -> None:
    """S3: "the course has not come yet" was said while the course stood there."""
    course = bureau.journal.make_key()
    key = bureau.journal.make_key(course)
    bureau.journal.record(Label("course.step.create"), [Write("course", course, {"code": "DSH9"})])
    bureau.journal.record(Label("test"), [Write("enrolment", key, {"number": 12})])
    item = only_item(bureau)
    assert item.kind is ReviewKind.WAITING
    assert "its import was undone" in words(item.place)
    assert "course" not in words(item.place)
