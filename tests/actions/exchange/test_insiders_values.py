"""One enrolled laptop writes values that no program would: nothing falls, and Review tells all of it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.actions.insider import Fields, Insider
from tests.actions.refusing import refused
from tests.kit import worlds
from tests.kit.worlds import Exchange
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import building
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.actions.today import today
from trainer_app.bundle.layout import MAX_SEEN
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key, made_key
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.base import upgrade
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.object_ids import MAX_IDS
from trainer_app.store.base.rows import select_row
from trainer_app.system import messages


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.exchanged(tmp_path / "exchange").open() as made:
        opened = Exchange.of(made)
        importing.import_files(opened.office, [opened.waiting])
        yield opened


@pytest.fixture
def insider(exchange: Exchange) -> Insider:
    return Insider(exchange)


def asked(exchange: Exchange) -> list[ReviewItem]:
    return [each for each in review.list_items(exchange.office) if each.kind is ReviewKind.PROPOSAL]


def shown(exchange: Exchange, entity: str, key: str) -> Fields:
    """Return a row as it stands at the office."""
    return select_row(exchange.office.database, entity, key) or {}


def words(label: Label | None) -> str:
    assert label is not None
    return messages.label_text(label, "en")


@pytest.mark.parametrize("course", [["x"], 5, True], ids=str)
def test_an_import_goes_on_after_a_course_that_is_no_text(
    exchange: Exchange, insider: Insider, course: Any
) -> None:
    key = made_key(insider.name, str(course))
    strange = insider.file(insider.line("feedback_paper", key, {"course": course}))
    attendance.mark(exchange.trainer, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    honest = sending.export(exchange.trainer, exchange.stick).file
    found = importing.import_files(exchange.office, [strange, honest])
    assert [each.result for each in found.files] == [FileOutcome.IMPORTED, FileOutcome.IMPORTED]
    assert len(asked(exchange)) == 1
    assert sync_status.check(exchange.office).ok


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        ("assignment", {"course": "abc"}),
        ("form", {"questions": ["x"]}),
        ("attendance", {"mark": "present", "missed": "abc"}),
        ("attendance", {"mark": "present", "missed": 5, "early": "abc"}),
        ("paper", {"points": "abc", "out_of": 20}),
        ("feedback_paper", {"answers": -1}),
        ("feedback_paper", {"answers": ["9"] * 3000}),
        ("course", {"zone": "abc", "first_day": "never"}),
    ],
    ids=lambda value: value if isinstance(value, str) else ",".join(value),
)
def test_review_shows_a_strange_value_and_lets_it_be_left(
    exchange: Exchange, insider: Insider, entity: str, fields: Fields
) -> None:
    key = made_key("0" * 16) if entity == "form" else derive_key(entity, "nobody has this row")
    insider.say(entity, key, fields, t=(2**53 - 1, 0))
    (item,) = asked(exchange)
    assert len([words(side.words) for side in item.sides]) == 2
    review.settle(exchange.office, item.id, "ours")
    assert asked(exchange) == []


def test_a_zone_that_is_none_keeps_no_screen_from_opening(exchange: Exchange, insider: Insider) -> None:
    insider.say("course", made_key(insider.name), {"code": "OWN", "zone": "abc"})
    assert "OWN" in {each.course.code for each in courses.list_courses(exchange.office)}
    assert today.overview(exchange.office)
    assert scores.overview(exchange.office)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"mark": "present", "signed": "missing"}, "signed on paper"),
        ({"mark": "present", "remark": "was asleep"}, "was asleep"),
        ({"mark": "present", "remark": None}, "empty"),
        ({"mark": "zzz", "remark": "was asleep"}, "was asleep"),
        ({"mark": "present", "unheard_of": 5}, "newer version"),
        ({"_deleted": False, "mark": "present"}, "brought back"),
    ],
    ids=lambda value: value if isinstance(value, str) else ",".join(value),
)
def test_a_proposal_tells_all_that_taking_it_would_write(
    exchange: Exchange, insider: Insider, fields: Fields, told: str
) -> None:
    insider.say("attendance", derive_key("attendance", "of some other course"), fields)
    (item,) = asked(exchange)
    said = item.sides[1].words
    assert said is not None
    assert told in words(said)


@pytest.mark.parametrize(
    "fields", [{"mark": "zzz"}, {"mark": "present", "unheard_of": 5}, {"missed": "abc"}], ids=str
)
def test_what_nobody_can_see_is_not_taken(exchange: Exchange, insider: Insider, fields: Fields) -> None:
    insider.say("attendance", derive_key("attendance", "of some other course"), fields)
    (item,) = asked(exchange)
    refused("review.beyond", review.settle, exchange.office, item.id, "theirs")
    assert len(asked(exchange)) == 1


def test_what_names_somebody_who_is_not_here_is_not_taken(exchange: Exchange, insider: Insider) -> None:
    insider.say("enrolment", exchange.enrolments[0], {"person": made_key(insider.name)})
    (item,) = asked(exchange)
    refused("review.names_nothing", review.settle, exchange.office, item.id, "theirs")
    assert len(asked(exchange)) == 1


def test_nobody_is_joined_with_a_stranger(exchange: Exchange, insider: Insider) -> None:
    own = made_key(insider.name)
    known = people.create_person(exchange.office, {"family": "Азизова"}).key or ""
    insider.say("person", own, {"family": "Подмена"})
    both = {"first": own, "second": known}
    insider.say("pair", derive_key("pair", *both.values()), {**both, "one": True, "shown": own})
    (item,) = asked(exchange)
    assert item.entity == "pair"
    assert "Подмена" in words(item.title)
    assert words(item.sides[1].words) == "one person; the name Подмена stays"
    assert people.get_person(exchange.office, known).shown_as is None
    insider.say("pair", derive_key("pair", own, made_key("0" * 16)), {"one": True})
    assert len(asked(exchange)) == 2
    review.settle(exchange.office, item.id, "theirs")
    assert people.get_person(exchange.office, known).shown_as == own


def test_a_second_owner_of_an_attachment_shuts_nobody_out(exchange: Exchange, insider: Insider) -> None:
    sha = hashlib.sha256(b"a scan").hexdigest()
    key = derive_key("attachment", exchange.course, "scan", "s1", sha)
    own = {"course": exchange.course, "kind": "scan", "sheet": "s1", "sha256": sha}
    attached = Write("attachment", key, {**own, "name": "scan.png", "media": "image/png", "size": 6})
    exchange.trainer.journal.record(Label("x"), [attached])
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    insider.say("attachment", key, {**own, "project": made_key(insider.name)})
    renamed = Write("attachment", key, {"name": "renamed.png"})
    exchange.trainer.journal.record(Label("x"), [renamed])
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    assert len(asked(exchange)) == 1, "the insider's alone"
    with exchange.office.journal.transaction():
        upgrade.rebuild(exchange.office.journal)
    assert shown(exchange, "attachment", key)["name"] == "renamed.png"


def test_an_enrolment_is_not_pointed_to_somebody_else(exchange: Exchange, insider: Insider) -> None:
    enrolment = exchange.enrolments[2]
    before = shown(exchange, "enrolment", enrolment)["person"]
    loaded = exchange.office.journal.projector.load([("enrolment", enrolment)])["enrolment", enrolment]
    own = made_key(insider.name)
    insider.say("person", own, {"family": "Подмена"})
    insider.say("enrolment", enrolment, {"person": own}, w={"person": loaded.head_ids("person")})
    assert shown(exchange, "enrolment", enrolment)["person"] == before
    assert "enrolment" in [each.entity for each in asked(exchange)]


@pytest.mark.parametrize("forks", [False, True], ids=["ids", "branches"])
def test_a_file_under_more_ids_than_a_laptop_has_is_refused(
    exchange: Exchange, insider: Insider, forks: bool
) -> None:
    own = made_key(insider.name)
    written = []
    for place in range(MAX_IDS + 1):
        who: Fields = {"n": 7000} if forks else {"r": f"{insider.name}{place:016x}"}
        written.append(insider.line("course", own, {"code": f"X{place}"}, **who))
    honest = sending.export(exchange.trainer, exchange.stick).file
    found = importing.import_files(exchange.office, [insider.file(*written), honest])
    assert [each.code for each in found.files] == ["bundle.too_many_ids", ""]
    assert len(exchange.office.journal.replica_names()) < MAX_IDS


def test_a_header_of_more_ids_than_any_office_has_is_refused_in_words(
    exchange: Exchange, insider: Insider
) -> None:
    line = insider.line("course", made_key(insider.name), {"code": "X"})
    path = insider.file(line, seen={f"{place:032x}": 1 for place in range(MAX_SEEN + 1)})
    kept = path.read_bytes()
    honest = sending.export(exchange.trainer, exchange.stick).file
    found = importing.import_files(exchange.office, [path, honest]).files
    assert [each.code for each in found] == ["bundle.too_many_named", ""]
    assert "Nothing was imported" in messages.text(found[0].code, "en")
    assert path.read_bytes() == kept


def test_no_file_names_more_ids_than_a_reader_takes(
    exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(sending.make_header(exchange.office, "sync", 1, 1).seen) > 1
    monkeypatch.setattr(sending, "MAX_SEEN", 1)
    assert len(sending.make_header(exchange.office, "sync", 1, 1).seen) == 1


def test_minutes_beyond_the_day_and_days_beyond_the_calendar_reach_no_figure(
    exchange: Exchange, insider: Insider
) -> None:
    before = hours_of(exchange)
    held = {"course": exchange.course, "state": "held", "topic_en": "x"}
    hours = {"day": "2018-10-15", "start": 0, "end": 10**13}
    insider.say("session", made_key(insider.name, exchange.course), {**held, **hours})
    last = {"day": "9999-12-31", "start": 60, "end": 60}
    insider.say("session", made_key(insider.name, exchange.course), {**held, **last})
    sessions = courses.get_course(exchange.office, exchange.course).sessions
    assert max(session.end for session in sessions) <= 24 * 60
    assert all(session.day.year < 2201 for session in sessions)
    assert hours_of(exchange) == before


def hours_of(exchange: Exchange) -> object:
    figures = building.report(exchange.office, course=exchange.course).figures
    return next(figure.value for figure in figures if figure.code == "person_hours")


def test_a_course_of_a_project_that_is_none_stops_no_pack(exchange: Exchange, insider: Insider) -> None:
    insider.say("course", exchange.course, {"project": made_key("0" * 16)})
    assert courses.get_course(exchange.office, exchange.course).project is None
    done = packs.export_pack(exchange.office, "K7", exchange.stick, courses=[exchange.course])
    assert done.file.exists()
