"""Joining, unjoining and keeping apart, on one laptop and on several: nobody is hidden, all comes apart."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.reading import words
from tests.kit.samples import DAY, clock_at
from tests.kit.world import computer
from tests.kit.writing import Room
from tests.store.parts import lines_of, receive
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import courses_of_person
from trainer_app.actions.base import history
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility, printing
from trainer_app.actions.courses import enrolments, sessions, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import building
from trainer_app.actions.papers.course_papers import agenda, badges
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import review
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import Participant, TeachingRole
from trainer_app.domain.people.matching import CandidateFinder
from trainer_app.domain.people.persons import Person, head_of
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.people import people as stored
from trainer_app.system.messages import label_text

NAMES = ("Раҳимов Некрӯз", "Рахимов Некруз", "Раҳимов Некруз", "Раҳимзода Некрӯз", "Rahimov Nekruz")


def share(*works: Workplace) -> None:
    """Let all know what each of them knows."""
    lines = [line for work in works for line in lines_of(work.store)]
    for work in works:
        receive(work.store, lines, arrival=1)


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[list[Workplace]]:
    """Three laptops without an office that know the same five people."""
    works = [
        computer(tmp_path / name, name, clock=clock_at(DAY, 11))
        for name in ("Назарова", "Саидова", "Тоирова")
    ]
    for name in NAMES:
        family, given = name.split()
        people.create_person(works[0], {"family": family, "given": given})
    share(*works)
    yield works
    for work in works:
        work.close()


def keys(work: Workplace) -> list[str]:
    """Return the keys of all records, the oldest first."""
    return sorted(each.key for each in stored.list_people(work.database, joined=True))


def groups(work: Workplace) -> frozenset[frozenset[str]]:
    """Return all people, each as the records that are this person."""
    joins = joining.joins_of(work)
    return frozenset(joins.group(key) for key in keys(work))


def check_nobody_is_hidden(work: Workplace) -> None:
    """Check that each group is found under one record: in the list, by search, for matching, in counting."""
    joins = joining.joins_of(work)
    directory = Directory(work)
    heads = sorted(directory.keys())
    assert len(heads) == len(groups(work))
    assert sorted(found.key for found in people.search(work, "")) == heads
    assert sorted(directory.matchable) == heads
    assert sorted(key for head in heads for key in joins.group(head)) == keys(work)
    for head in heads:
        records = {head, *(each.key for each in directory.joined(head))}
        assert records == joins.group(head)
        assert {people.get_person(work, key).shown_as for key in records - {head}} <= {head}
        assert people.get_person(work, head).shown_as is None


# On several laptops


def test_two_laptops_that_join_the_other_way_round_hide_nobody(laptops: list[Workplace]) -> None:
    first, second, _ = laptops
    one, two, *_ = keys(first)
    joining.join(first, one, two)
    joining.join(second, two, one)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert frozenset((one, two)) in groups(work)
    (item,) = review.list_items(first)
    assert (item.kind, item.entity) == (ReviewKind.CONTRADICTION, "pair")
    assert sorted(label_text(side.words, "en") for side in item.sides if side.words) == [
        f"one person; the name {name} stays" for name in sorted(NAMES[:2])
    ]
    review.settle(first, item.id, "theirs")
    share(*laptops)
    assert [review.count(work) for work in laptops] == [0, 0, 0]
    assert len({tuple(Directory(work).keys()) for work in laptops}) == 1
    joining.unjoin(laptops[2], two)
    share(*laptops)
    assert all(len(Directory(work)) == len(NAMES) for work in laptops)


def test_a_ring_made_on_three_laptops_hides_nobody(laptops: list[Workplace]) -> None:
    one, two, three, *_ = keys(laptops[0])
    for work, (keep, other) in zip(laptops, ((one, two), (two, three), (three, one)), strict=True):
        joining.join(work, keep, other)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert frozenset((one, two, three)) in groups(work)
        assert people.get_person(work, two).shown_as == one, "of a ring the oldest record"
    joining.unjoin(laptops[1], two)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert {frozenset((one, three)), frozenset((two,))} <= groups(work)


def test_whose_name_is_to_stay_stands_for_a_ring_too(laptops: list[Workplace]) -> None:
    one, two, three, four, _ = keys(laptops[0])
    for work, (keep, other) in zip(laptops, ((one, two), (two, three), (three, one)), strict=True):
        joining.join(work, keep, other)
    share(*laptops)
    joining.join(laptops[0], four, three)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert {people.get_person(work, key).shown_as for key in (one, two, three)} == {four}


def test_the_middle_of_a_chain_takes_along_who_was_joined_with_it(laptops: list[Workplace]) -> None:
    first, second, third = laptops
    one, two, three, *_ = keys(first)
    joining.join(first, one, two)
    joining.join(second, two, three)
    share(*laptops)
    assert frozenset((one, two, three)) in groups(third)
    joining.unjoin(third, two)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert {frozenset((one,)), frozenset((two, three))} <= groups(work)


def test_joined_here_and_parted_there_waits_for_a_decision(laptops: list[Workplace]) -> None:
    first, second, _ = laptops
    one, two, three, *_ = keys(first)
    joining.join(first, one, two)
    share(*laptops)
    joining.unjoin(first, two)
    joining.unjoin(second, two)
    joining.join(second, two, one)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert frozenset((one, two)) in groups(work)
    (item,) = review.list_items(first)
    assert item.kind is ReviewKind.DELETED
    review.settle(first, item.id, "delete")
    share(*laptops)
    assert frozenset((one,)) in groups(second)
    assert Directory(second).get(three) is not None


def test_one_says_the_same_and_the_other_that_they_are_not(laptops: list[Workplace]) -> None:
    first, second, third = laptops
    one, two, *_ = keys(first)
    joining.join(first, one, two)
    joining.not_the_same(second, two, one)
    share(*laptops)
    (item,) = review.list_items(third)
    assert {label_text(side.words, "en") for side in item.sides if side.words} == {
        "one person; the name Раҳимов Некрӯз stays",
        "not the same person",
    }
    away = next(place for place, side in enumerate(item.sides) if side.values["one"] is False)
    review.settle(third, item.id, f"#{away}")
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert frozenset((one,)) in groups(work)
        assert frozenset((one, two)) in joining.joins_of(work).told_apart


def say_something(work: Workplace, chance: random.Random, everybody: list[str]) -> None:
    """Join two people, part one from others, or keep two apart."""
    first, second = chance.sample(everybody, 2)
    joins = joining.joins_of(work)
    match chance.randrange(4):
        case 0 | 1 if joins.head(first) != joins.head(second):
            joining.join(work, first, second)
        case 2 if len(joins.group(first)) > 1:
            joining.unjoin(work, first)
        case _:
            joining.not_the_same(work, first, second)


@pytest.mark.parametrize(("take", "left"), [("theirs", 2), ("ours", 1)])
def test_kept_apart_here_and_joined_there_by_way_of_another_waits(
    laptops: list[Workplace], take: str, left: int
) -> None:
    first, second, third = laptops
    one, two, three, *_ = keys(first)
    joining.join(first, one, two)
    joining.join(second, two, three)
    joining.not_the_same(third, one, three)
    share(*laptops)
    for work in laptops:
        check_nobody_is_hidden(work)
        assert frozenset((one, two, three)) in groups(work)
        assert review.count(work) == 1
    (item,) = review.list_items(first)
    assert (item.kind, item.sides[0].user, item.sides[1].shown) == (
        ReviewKind.JOINED_APART,
        "Тоирова",
        True,
    )
    assert [label_text(side.words, "en") for side in item.sides if side.words] == [
        "not the same person",
        "one person; the name Раҳимов Некрӯз stays",
    ]
    review.settle(first, item.id, take, "по паспорту")
    share(*laptops)
    for work in laptops:
        assert review.list_items(work) == []
        assert len({joining.joins_of(work).head(key) for key in (one, two, three)}) == left
    assert people.person_history(third, three)[0].reason == "по паспорту"
    history.undo(first)
    assert review.count(first) == 1


@pytest.mark.parametrize("seed", range(4))
def test_whatever_laptops_say_in_whatever_order_comes_together_and_apart(
    laptops: list[Workplace], seed: int
) -> None:
    chance = random.Random(seed)
    everybody = keys(laptops[0])
    before = Directory(laptops[0]).lines(everybody)
    finders = [CandidateFinder() for _ in laptops]
    for _ in range(30):
        work = chance.choice(laptops)
        say_something(work, chance, everybody)
        if chance.random() < 0.2:
            share(*chance.sample(laptops, 2))
        check_nobody_is_hidden(work)
        place = laptops.index(work)
        assert joining.candidates(work, finders[place]) == joining.candidates(work)
    lines = [line for work in laptops for line in lines_of(work.store)]
    for work in laptops:
        chance.shuffle(lines)
        receive(work.store, lines, arrival=1)
    assert len({groups(work) for work in laptops}) == 1
    assert len({tuple(Directory(work).keys()) for work in laptops}) == 1
    for work in laptops:
        check_nobody_is_hidden(work)
    for key in everybody:
        if len(joining.joins_of(laptops[0]).group(key)) > 1:
            joining.unjoin(laptops[0], key)
    share(*laptops)
    for work in laptops:
        assert len(groups(work)) == len(NAMES)
        assert Directory(work).lines(everybody) == before


# On one


def test_what_is_said_of_a_pair_excludes_the_contrary(laptops: list[Workplace]) -> None:
    work = laptops[0]
    one, two, three, four, _ = keys(work)
    joining.not_the_same(work, one, two)
    joining.not_the_same(work, three, two)
    joining.join(work, three, four)
    joining.join(work, one, three)
    assert len(joining.joins_of(work).apart) == 2
    joining.join(work, one, two)
    assert joining.joins_of(work).apart == (), "also of those who were joined before"
    assert joining.joins_of(work).contradicting == ()
    joining.not_the_same(work, one, four)
    assert groups(work) >= {frozenset((one, two, three)), frozenset((four,))}
    joining.not_the_same(work, one, two)
    assert groups(work) >= {frozenset((one, three)), frozenset((two,))}
    with pytest.raises(TrainerError, match="person.same"):
        joining.not_the_same(work, one, one)


def test_not_the_same_holds_for_all_records_of_both(laptops: list[Workplace]) -> None:
    work = laptops[0]
    one, two, three, *_ = keys(work)
    joining.join(work, one, two)
    joining.not_the_same(work, two, three)
    assert frozenset((one, three)) in joining.joins_of(work).told_apart
    assert all({pair.a, pair.b} != {one, three} for pair in joining.candidates(work))
    assert three not in {each.b for each in Directory(work).may_be(one)}


def test_undo_takes_back_each_saying_and_what_it_replaced(laptops: list[Workplace]) -> None:
    work = laptops[0]
    one, two, *_ = keys(work)
    joining.not_the_same(work, one, two)
    joining.join(work, one, two)
    joining.unjoin(work, two)
    joining.join(work, two, one)
    assert people.get_person(work, one).shown_as == two
    history.undo(work)
    assert people.get_person(work, one).shown_as is None
    history.undo(work)
    assert people.get_person(work, two).shown_as == one
    history.undo(work)
    assert frozenset((one, two)) in joining.joins_of(work).told_apart


def test_whose_data_were_erased_is_joined_with_nobody(trainer: Workplace, room: Room) -> None:
    one, two, *_ = keys(trainer)
    trainer.journal.record(Label("test"), [Write("person", one, {"erased": True})])
    for act in (joining.join, joining.not_the_same):
        with pytest.raises(TrainerError, match="person.erased"):
            act(trainer, two, one)


def test_the_history_of_a_person_is_that_of_all_records(trainer: Workplace, room: Room) -> None:
    kept = people.search(trainer, "Азизов")[0].key
    other = people.create_person(trainer, {"family": "Азизӣ", "given": "Фаррух"}).key or ""
    people.change_person(trainer, other, {"rank": "major"})
    joining.join(trainer, kept, other)
    joining.unjoin(trainer, other)
    joining.not_the_same(trainer, other, kept)
    joining.join(trainer, kept, other)
    told = people.person_history(trainer, kept)
    names = "Азизов Фаррух Бахтиёрович", "Азизӣ Фаррух"
    first, second = names if kept < other else names[::-1]
    assert [label_text(each.said, "en") for each in told if each.said] == [
        f"{first} and {second} are one person; the name {names[0]} stays",
        f"{first} and {second} are not the same person",
        f"It is open again whether {first} and {second} are one person",
        f"{first} and {second} are one person; the name {names[0]} stays",
    ]
    about = [label_text(each.record, "en") for each in told if each.record]
    assert about == [names[1]] * 2, "created, and its rank"
    assert sum(each.created for each in told) == 2
    assert len([each for each in people.person_history(trainer, other) if each.said]) == 4
    joining.unjoin(trainer, other)
    apart = people.person_history(trainer, kept)
    assert all(each.record is None for each in apart)
    assert len([each for each in apart if each.said]) == 5


def test_who_is_known_here_no_more_is_told_of_in_words(trainer: Workplace, room: Room) -> None:
    kept = people.search(trainer, "Азизов")[0].key
    other = people.create_person(trainer, {"family": "Азизӣ", "given": "Фаррух"}).key or ""
    joining.join(trainer, kept, other)
    joining.unjoin(trainer, other)
    trainer.journal.record(Label("test.step"), [Write("person", other, delete=True)])
    said = [each.said for each in people.person_history(trainer, kept) if each.said]
    names = ["Азизов Фаррух Бахтиёрович", "кто-то, о ком здесь нет записи"]
    first, second = names if kept < other else names[::-1]
    assert label_text(said[0], "ru") == f"Снова не решено, один ли это человек: {first} и {second}"


def test_both_on_the_list_of_one_course_stay_there(trainer: Workplace, room: Room) -> None:
    kept, other = people.search(trainer, "Азизов")[0].key, people.search(trainer, "Гулмуродова")[0].key
    directory = Directory(trainer)
    told = joining.preview(trainer, directory, kept, other)
    assert ([each.key for each in told.people], told.shared, told.untold) == ([kept, other], ("DSH1",), 0)
    before = enrolments.list_enrolments(trainer, room.course)
    joining.not_the_same(trainer, kept, other)
    assert joining.preview(trainer, directory, kept, other).untold == 1
    joining.join(trainer, kept, other)
    assert [each.enrolment for each in enrolments.list_enrolments(trainer, room.course)] == [
        each.enrolment for each in before
    ]
    found = courses_of_person(trainer, kept, Directory(trainer).joined(kept))
    assert sorted(each.entered_as for each in found) == ["", "Гулмуродова Зарина Ҳакимовна"]


def test_what_was_said_of_people_keeps_the_names_of_then(trainer: Workplace) -> None:
    """S3: after a correction the history of before told of it under the name of today."""
    kept = people.create_person(trainer, {"family": "Пирова", "given": "Шаҳноза"}).key or ""
    other = people.create_person(trainer, {"family": "Пирова", "given": "Шахноза"}).key or ""
    joining.join(trainer, kept, other)
    people.change_person(trainer, kept, {"family": "Пирзода"})
    (told,) = [each.said for each in people.person_history(trainer, kept) if each.said is not None]
    said = label_text(told, "en")
    assert "Пирова Шаҳноза" in said
    assert "Пирзода" not in said
    joining.unjoin(trainer, other)
    newest = [each.said for each in people.person_history(trainer, kept) if each.said is not None]
    assert all("Пирзода" not in label_text(each, "en") for each in newest[1:])


LISTED, KEPT = "Азизов Фаррух", "Азизӣ Фаррухшоҳ"


def spelling(text: str) -> str:
    """Return which of the two spellings stand in a text."""
    return " ".join(each for each in (LISTED, KEPT) if each in text)


def names_of(work: Workplace, room: Room, enrolment: str) -> dict[str, str]:
    """Return what each list, board, report and paper of a course calls somebody on its list."""
    course, who = room.course, enrolments.get_enrolment(work, enrolment)
    papers = {
        "sheet": sign_in(work, course, language="tg"),
        "badges": badges(work, course, "tg", [enrolment]),
    }
    rows = {
        "list": [each.person.name for each in listed(work, room, enrolment)],
        "grid": [
            each.full_name for each in attendance.grid(work, course).rows if each.enrolment == enrolment
        ],
        "board": [each.name for each in eligibility.board(work, course) if each.enrolment == enrolment],
        "proof": [each.name for each in printing.proof_list(work, course) if each.enrolment == enrolment],
        "tests": [each.name for each in scores.evaluation(work, course).rows if each.number == who.number],
        "report": [each.name for each in building.report(work).persons if each.key == enrolment],
        "history": [label_text(Names(work).person_of_enrolment(enrolment), "en")],
        "keying": [enrolments.names_on_list(work, course)[enrolment]],
        "teachers": [each.name for each in teachers.teachers_of(work, course) if each.person == who.person],
        "agenda": [words(agenda(work, course, "tg"))],
    }
    said = {name: spelling(words(made)) for name, made in papers.items()}
    return said | {name: spelling("|".join(found)) for name, found in rows.items()}


def listed(work: Workplace, room: Room, enrolment: str) -> list[Participant]:
    found = enrolments.list_enrolments(work, room.course)
    return [each for each in found if each.enrolment.key == enrolment]


def test_every_list_and_paper_names_joined_people_as_was_kept(trainer: Workplace, room: Room) -> None:
    """S2: sheets, boards and reports of the other course went on with the spelling that was given up."""
    rows = attendance.grid(trainer, room.course).rows
    enrolment = next(each.enrolment for each in rows if LISTED in each.full_name)
    other = enrolments.get_enrolment(trainer, enrolment).person
    teachers.assign(trainer, room.course, other, TeachingRole.TRAINER)
    taught = sessions.get_session(trainer, room.sessions[0])
    sessions.change_session(trainer, taught.key, replace(sessions.draft_of(taught), trainers=(other,)))
    family, given = KEPT.split()
    typed = {"family": family, "given": given, "latin": "Farrukhshoh Azizi", "rank": "major"}
    kept = people.create_person(trainer, typed).key or ""
    before = names_of(trainer, room, enrolment)
    assert set(before.values()) == {LISTED}, before
    joining.join(trainer, kept, other)
    now = names_of(trainer, room, enrolment)
    assert set(now.values()) == {KEPT}, now
    (item,) = listed(trainer, room, enrolment)
    assert (item.person.key, item.person.latin, item.enrolment.person) == (kept, "Farrukhshoh Azizi", other)
    assert item.person.rank == "captain", "what somebody was at the course stays with the course"
    history.undo(trainer)
    assert names_of(trainer, room, enrolment) == before
    joining.join(trainer, other, kept)
    assert names_of(trainer, room, enrolment) == before, "the other spelling was kept"


def test_a_correction_on_the_list_reaches_whom_the_list_names(trainer: Workplace, room: Room) -> None:
    enrolment = room.enrolments[0]
    other = enrolments.get_enrolment(trainer, enrolment).person
    kept = people.create_person(trainer, {"family": "Азизӣ", "given": "Фаррухшоҳ", "unit": "ШКД"}).key or ""
    people.change_person(trainer, other, {"unit": "ШКД"}, enrolment=enrolment)
    joining.join(trainer, kept, other)
    (item,) = listed(trainer, room, enrolment)
    people.change_person(trainer, item.person.key, {"family": "Азиззода"}, enrolment=enrolment)
    (item,) = listed(trainer, room, enrolment)
    assert item.person.name == "Азиззода Фаррухшоҳ"
    people.change_person(trainer, kept, {"unit": "ШКД н. Сино"})
    (item,) = listed(trainer, room, enrolment)
    assert item.person.unit == "ШКД н. Сино", "the row said the same as the person until now"


def test_an_erased_record_gets_no_name_back() -> None:
    persons = {key: Person(key, "Азизов", erased=key == "gone", shown_as="kept") for key in ("gone", "there")}
    persons["kept"] = Person("kept", "Азизӣ")
    assert head_of(persons, "there").name == head_of(persons, "kept").name == "Азизӣ"
    assert head_of(persons, "gone") is persons["gone"]
