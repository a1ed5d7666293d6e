"""What is held about one person: complete, in their language, noted; of somebody erased, what remains."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from tests.actions.sheets import choose, single
from tests.documents.reading import pages
from tests.kit.samples import FIRST
from tests.kit.world import Story
from tests.kit.worlds import Exchange, all_taken_in
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.saying import options, say_row
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing
from trainer_app.actions.courses import enrolments, sessions, teachers
from trainer_app.actions.evaluations import keying, scores
from trainer_app.actions.exchange import archiving, importing, packs, sending
from trainer_app.actions.office import approval, erasing, reports, subject_access
from trainer_app.actions.office.evidence import speaker
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import FieldKind, ValueFormat
from trainer_app.domain.base.schema import ENTITIES, typed_fields
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import EnrolmentState, TeachingRole
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.outline import ways, words_of
from trainer_app.domain.people.persons import Person
from trainer_app.store.base.rows import select_rows
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.system.clock import FixedClock
from trainer_app.system.messages import label_text

PLACE = 1
"""Whose data are asked for: the second on the list."""


def person_of(work: Workplace, room: Room) -> Person:
    listed = enrolments.list_enrolments(work, room.course)
    return next(each.person for each in listed if each.enrolment.key == room.enrolments[PLACE])


def written(work: Workplace, key: str, folder: Path, language: str = "en") -> tuple[dict[str, Any], str]:
    """Return the document and the words of the PDF."""
    saved = subject_access.write(work, key, folder, language)
    return json.loads(saved.json.read_text()), "\n".join(pages(saved.pdf.read_bytes()))


def plain(text: str) -> str:
    """Return a text without its blanks: lines of a table break where they have to."""
    return "".join(text.split())


def live(story: Story) -> None:
    """Let somebody be marked, tested, certified, joined, approved, and teach."""
    trainer, room = story.works["trainer"], story.room
    assert room is not None
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    attendance.mark(trainer, room.enrolments[PLACE], room.sessions[0], Mark.LATE, 20)
    attendance.set_remark(trainer, room.enrolments[PLACE], room.sessions[0], "дер омад бо мошин")
    scores.set_score(trainer, room.enrolments[PLACE], Occasion.PRE, 700, 2000)
    scores.set_score(trainer, room.enrolments[PLACE], Occasion.POST, 1900, 2000)
    certificates.issue(trainer, room.course)
    found = person_of(trainer, room)
    double = people.create_person(trainer, {"family": found.family, "given": found.given}).key or ""
    joining.join(trainer, found.key, double)
    teachers.assign(trainer, room.course, found.key, TeachingRole.TRAINER)
    story.clock.advance(days=1)
    approval.close(trainer, room.course, "варақа дар бойгонӣ")
    approval.approve(trainer, room.course, f"бо иҷозати {found.family} {found.given}")
    story.notes["lived"] = found


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (live,) if "lived" in request.fixturenames else ()


@pytest.fixture
def lived(story: Story, trainer: Workplace, room: Room) -> Person:
    """Return who lived through all of it, as they were before they were joined to another row."""
    found: Person = story.notes["lived"]
    return found


def test_every_row_that_points_to_the_person_is_in_it(
    trainer: Workplace, room: Room, lived: Person, tmp_path: Path
) -> None:
    document, _ = written(trainer, lived.key, tmp_path)
    told = {(row["entity"], row["key"]) for row in document["rows"]}
    group = joining.joins_of(trainer).group(lived.key)
    inside = {("person", key) for key in group}
    assert len(group) == 2
    # A second walk, by what the tables say themselves and no index.
    for _ in range(4):
        for way in ways():
            for row in select_rows(trainer.database, way.entity):
                if (way.target, row[way.field]) in inside:
                    inside.add((way.entity, row["key"]))
    assert inside <= told
    kinds = {entity for entity, _ in inside}
    assert {"person", "pair", "enrolment", "attendance", "paper", "certificate", "participation"} <= kinds
    others = {
        each.person.key
        for each in enrolments.list_enrolments(trainer, room.course)
        if each.person.key not in group
    }
    assert others
    assert not others & {key for entity, key in told if entity == "person"}, "nobody else's data"


def test_marks_tests_certificate_history_and_retention_are_told_in_the_pdf(
    trainer: Workplace, lived: Person, tmp_path: Path
) -> None:
    document, said = written(trainer, lived.key, tmp_path)
    serial = next(row["serial"] for row in document["rows"] if row["entity"] == "certificate")
    for words in (lived.name, serial, "late", "дер омад бо мошин", "Names are kept until"):
        assert plain(words) in plain(said), words
    late = [each for each in document["history"] if each["set"].get("mark") == "late"]
    assert [each["by"] for each in late] == [trainer.user]
    assert any(section["name"] == "kept" and section["rows"] for section in document["sections"])


def test_where_the_name_stands_elsewhere_is_told(trainer: Workplace, lived: Person, tmp_path: Path) -> None:
    document, _ = written(trainer, lived.key, tmp_path)
    mentions = next(each for each in document["sections"] if each["name"] == "mentions")
    assert any(lived.family in row["text"] for row in mentions["rows"])


def test_which_approval_was_taken_back_is_said(
    trainer: Workplace, room: Room, lived: Person, tmp_path: Path, clock: FixedClock
) -> None:
    def told() -> list[str]:
        document, _ = written(trainer, lived.key, tmp_path)
        sections = {each["name"]: each["rows"] for each in document["sections"] if "rows" in each}
        assert {row["where"] for row in sections["listing"]} >= {
            row["where"] for row in sections["now-participation"]
        }
        return [row["where"] for row in sections["now-participation"]]

    first = f"DSH1, approved on 18.10.2018 by {trainer.user}"
    clock.advance(days=1)
    approval.take_back(trainer, room.course, "хатои рақам")
    assert told() == [f"{first}; this approval was taken back on 19.10.2018 by {trainer.user}"]
    history.undo(trainer)
    assert told() == [first]
    approval.take_back(trainer, room.course, "хатои рақам")
    clock.advance(days=1)
    approval.approve(trainer, room.course, "боз")
    history.undo(trainer)
    approval.approve(trainer, room.course, "боз")
    assert told() == [
        f"{first}; this approval was taken back on 19.10.2018 by {trainer.user}",
        f"DSH1, approved on 20.10.2018 by {trainer.user}",
    ]


@pytest.mark.parametrize(("language", "word"), [("tg", "Мухтасар"), ("ru", "Кратко"), ("en", "In short")])
def test_it_is_in_the_language_of_the_person(
    trainer: Workplace, room: Room, tmp_path: Path, language: str, word: str
) -> None:
    _, said = written(trainer, person_of(trainer, room).key, tmp_path, language)
    assert word in said


def test_of_somebody_erased_it_is_told_what_remains(
    trainer: Workplace, lived: Person, tmp_path: Path
) -> None:
    erasing.erase_person(trainer, lived.key, "хоҳиши хаттӣ")
    document, said = written(trainer, lived.key, tmp_path)
    whole = json.dumps(document, ensure_ascii=False)
    assert lived.given not in whole
    assert lived.given not in said
    assert "were erased" in said
    assert plain("хоҳиши хаттӣ") in plain(said)
    assert {row["entity"] for row in document["rows"]} >= {"enrolment", "attendance", "certificate"}


def test_that_it_left_is_noted_and_names_nobody(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    found = person_of(trainer, room)
    saved = subject_access.write(trainer, found.key, tmp_path, "tg")
    (release,) = reports.releases(trainer)
    assert (release.kind, release.people) == ("held", 1)
    assert found.family not in repr(release)
    for path in (saved.pdf, saved.json):
        assert found.family not in path.name
    again = subject_access.write(trainer, found.key, tmp_path, "tg")
    assert again.pdf != saved.pdf, "nothing is written over"


def test_files_and_laptops_are_told(tmp_path: Path) -> None:
    with all_taken_in(tmp_path / "world").open() as story:
        world = Exchange.of(story)
        listed = enrolments.list_enrolments(world.office, world.course)
        key = listed[14].person.key
        document, _ = written(world.office, key, tmp_path / "out")
        travelled = next(each for each in document["sections"] if each["name"] == "travelled")
        files = {row["file"] for row in travelled["rows"]}
        assert any(name.startswith("DSH-K7-") for name in files)
        assert any("for-K9" in name for name in files)
        assert next(fact["value"] for fact in travelled["facts"]) == "K9"


def test_only_files_that_hold_the_person_are_told(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    """A file for the laptop from before the person was on the list is none, nor are all of the archive."""

    def told(work: Workplace, key: str) -> tuple[dict[str, str], int]:
        outline = subject_access.gather(work, key).outline
        made = next(each for each in outline.sections if each.name == "travelled")
        rows = made.table.rows if made.table else ()
        how = {str(row[1]): row[0].code for row in rows if isinstance(row[0], Label)}
        return how, cast(int, made.facts[-1][1])

    room = write_course(joined)
    early = sending.export(joined, stick)
    importing.import_files(bureau, [early.file])
    person = person_of(joined, room).key
    before = packs.export_pack(bureau, "K7", stick, courses=[room.course])
    clock.advance(minutes=1)
    late = enrolments.add_walk_in(bureau, room.course, "Саидова Малика", first_day=FIRST).key or ""
    newcomer = next(
        each.person.key
        for each in enrolments.list_enrolments(bureau, room.course)
        if each.enrolment.key == late
    )
    after = packs.export_pack(bureau, "K7", stick, courses=[room.course])
    sent, archived = told(bureau, person)
    assert sent == {
        early.file.name: "held.came",
        before.file.name: "held.sent_perhaps",
        after.file.name: "held.sent_perhaps",
    }
    assert archived == 1
    assert told(bureau, newcomer) == ({after.file.name: "held.sent_perhaps"}, 1)
    assert len(archiving.named_files(bureau)) > 1
    assert told(joined, person)[0] == {early.file.name: "held.sent"}
    importing.import_files(joined, [after.file])
    attendance.mark(joined, room.enrolments[0], room.sessions[0], Mark.LATE, 15)
    second = sending.export(joined, stick)
    assert second.file.name not in told(joined, newcomer)[0], "nothing that was written here is about her"


def test_who_came_takes_part_as_the_window_says(
    trainer: Workplace, room: Room, tmp_path: Path, clock: FixedClock
) -> None:
    person = people.create_person(trainer, {"family": "Саидова", "given": "Малика"}).key or ""
    state = EnrolmentState.NOMINATED
    place = enrolments.enrol(trainer, room.course, person, state=state, first_day=FIRST).key or ""

    def said(name: str) -> str:
        words = plain(written(trainer, person, tmp_path / name)[1])
        return words[: words.index(plain("Everything that was ever written"))]

    assert "state:nominated" in said("before")
    attendance.mark(trainer, place, room.sessions[0], Mark.LATE, 15)
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    clock.advance(days=10)
    approval.close(trainer, room.course, "варақа дар бойгонӣ")
    approval.approve(trainer, room.course, "дуруст")
    told = said("approved")
    assert told.count("state:takingpart") == 2, "on the list, and as it was approved"
    assert "state:nominated" not in told


def test_the_journal_says_the_states_by_the_same_rule(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    person = people.create_person(trainer, {"family": "Саидова", "given": "Малика"}).key or ""
    state = EnrolmentState.NOMINATED
    place = enrolments.enrol(trainer, room.course, person, state=state, first_day=FIRST).key or ""
    clock.advance(days=1)
    for session in room.sessions:
        attendance.mark(trainer, place, session, Mark.PRESENT)
        attendance.mark_rest(trainer, session)
    enrolments.withdraw(trainer, place)
    enrolments.reinstate(trainer, place)
    clock.advance(days=10)
    approval.close(trainer, room.course, "варақа дар бойгонӣ")
    approval.approve(trainer, room.course, "дуруст")
    outline = subject_access.gather(trainer, person).outline
    table = next(each.table for each in outline.sections if each.name == "history")
    assert table is not None
    speak = speaker("en")
    said = [speak(words_of(row[-1])) for row in table.rows]
    states = [line for line in said if "state:" in line]
    assert "state: nominated" in states[0], "nobody had come when it was written"
    assert len(states) == 4, states
    assert "state: withdrawn" in states[1]
    assert all("state: taking part" in line for line in states[2:]), states


def test_trainers_are_told_where_they_taught(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    made = people.create_person(trainer, {"family": "Назарова", "given": "Дилором"}).key or ""
    teachers.assign(trainer, room.course, made, TeachingRole.LEAD_TRAINER)
    session = sessions.get_session(trainer, room.sessions[3])
    sessions.change_session(trainer, session.key, replace(sessions.draft_of(session), trainers=(made,)))
    document, said = written(trainer, made, tmp_path)
    assert {row["entity"] for row in document["rows"]} == {"person", "assignment", "session"}
    assert "Where this person taught" in said
    assert "session 4" in said


def test_nobody_is_refused(trainer: Workplace, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="person.unknown"):
        subject_access.write(trainer, "nobody", tmp_path, "en")
    assert list(tmp_path.glob("held-*")) == []


@pytest.fixture
def known(trainer: Workplace, room: Room, lived: Person) -> Person:
    """Let answers of somebody be keyed in too, and their certificate be printed and saved."""
    sheet = choose(trainer, room.course, [single("кадом", 2)], occasion=Occasion.MONTH3)
    view = keying.open_paper(trainer, sheet.sitting, PLACE + 1)
    keying.key_answer(trainer, view, sheet.questions[0], "2", by="Д. Назарова")
    keying.key_answer(trainer, view, sheet.questions[0], "1", by="Ф. Саидзода", second=True)
    issued = [
        each for each in list_certificates(trainer.database) if each.enrolment == room.enrolments[PLACE]
    ]
    printing.note_printed(trainer, issued)
    printing.note_saved(trainer, issued)
    return lived


_LATIN = re.compile(r"[A-Za-z]{2,}")
_RAW = {
    "a code of words": re.compile(r"\b[a-z]+_[a-z_]+\b"),
    "a day as programs write it": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "numbers without a word": re.compile(r"(?<![\d№.,:])\d+ \d+(?: \d+)*(?![\d,.]|\s*[%\w])"),
    "a key": re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-"),
    "what Python or JSON writes": re.compile(r"[{}\[\]]|\b(?:None|True|False|null)\b"),
}


def raw_in(said: str, language: str) -> list[str]:
    """Return what in some words is for programs, or in English where another language is asked for."""
    found = [f"{why}: {said}" for why, pattern in _RAW.items() if pattern.search(said)]
    if language != "en" and _LATIN.search(said):
        found.append(f"Latin letters: {said}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_can_read_every_value(trainer: Workplace, known: Person, language: str) -> None:
    data = subject_access.gather(trainer, known.key)
    speak = speaker(language)
    assert {row["entity"] for row in data.rows} >= _LIVED
    # What people typed or what carries a name of its own, in whatever letters it has.
    typed = {trainer.user, "DSH1", "PDF", "Open Badge", "Question", "A form", identity.device_code(trainer)}
    typed |= {row["serial"] for row in data.rows if row.get("serial")}
    wrong = []
    for section in data.outline.sections:
        cells = [cell for row in (section.table.rows if section.table else ()) for cell in row]
        for cell in (*section.words, *(value for _, value in section.facts), *cells):
            said = speak(words_of(cell))
            for each in sorted(typed, key=len, reverse=True):
                said = said.replace(each, "…")
            wrong += [f"{section.name}: {why}" for why in raw_in(said, language)]
    assert wrong == []


_LIVED = {
    *("person", "pair", "assignment", "enrolment", "attendance", "paper", "answer", "certificate"),
    *("printing", "participation"),
}


def test_tests_days_and_answers_are_told_as_a_person_would(trainer: Workplace, known: Person) -> None:
    speak = speaker("en")
    data = subject_access.gather(trainer, known.key)
    told = {
        section.name: [speak(words_of(row[1])) for row in section.table.rows]
        for section in data.outline.sections
        if section.table is not None and section.name.startswith("now-")
    }
    (kept,) = told["now-participation"]
    assert "days: 15.10.2018: present, 4 h 10 min of 4 h 30 min; 16.10.2018: present, 4 h 30 min" in kept
    assert "tests: Pre-test: 7 of 20 points; Post-test: 19 of 20 points" in kept
    assert "certificate of completion, issued on 17.10.2018" in kept
    assert told["now-attendance"][0] == "mark: late, 20 min\nremark: дер омад бо мошин"
    assert told["now-answer"] == [
        "question: Question кадом\nanswer: B: кадом 2\nanswer of the second entry: A: кадом 1"
    ]
    assert sorted(told["now-printing"]) == ["day: 18.10.2018\ncopies: 1\nhow: printed", SAVED]
    assert told["now-pair"] == [f"one person or not: one person; the name {known.name} stays"]


SAVED = "day: 18.10.2018\ncopies: 1\nhow: saved as PDF"


SAMPLES: dict[FieldKind, Any] = {
    FieldKind.NUMBER: 733,
    FieldKind.FLAG: True,
    FieldKind.DAY: "2018-03-12",
    FieldKind.TEXT: "матн",
    FieldKind.LIST: ["матн"],
}
KEPT = {
    "days": ["2018-10-03 180 270 2 0", "2018-10-04 0 270 0 0", "2018-10-05 0 90 0 1"],
    "sessions": ["01a22997-e4f4-8191-8966-3b22e87e8bc2 2018-10-03 90 90 1 0"],
    "certificates": [
        f"01a22997-e4f4-8191-8966-3b22e87e8bc2 {kind} {state} 2018-10-17"
        for kind in CertificateKind
        for state in CertificateState
    ],
    "tests": [f"{occasion} 733 2000" for occasion in Occasion],
}
HERE = "tests/actions/office/test_subject_access.py"
PLAIN_NUMBERS = {
    *(("person", "birth_year"), ("enrolment", "number"), ("paper", "attempt"), ("paper", "number")),
    ("printing", "copies"),
    *(("erasure", name) for name in ("people", "kept", "entries", "certificates", "scans")),
}
"""Numbers that say all with their field's name."""
FREE = {
    *(
        (entity, name)
        for name, field in typed_fields("person").items()
        if field.personal and field.kind is FieldKind.TEXT
        for entity in ("person", "enrolment", "participation")
    ),
    *(("enrolment", name) for name in ("remark", "override_reason", "name_checked", "name_checked_by")),
    *(("attendance", name) for name in ("remark", "settled")),
    *(("paper", name) for name in ("keyed_by", "checked_by")),
    *(("answer", name) for name in ("value", "second")),
    *(("certificate", name) for name in ("serial", "reason")),
    ("participation", "serial"),
    *(("erasure", name) for name in ("by", "reason", "reference")),
}
"""Texts that people typed (those of a person are facts of a participation too), and numbers of papers."""


def values_of(entity: str, name: str) -> list[Any]:
    """Return what may stand in a field: each of its words, else a sample as the journal has it."""
    field = ENTITIES[entity].fields[name]
    words = [value for value, _ in options(entity, name)]
    match field.shown:
        case ValueFormat.KEPT:
            return [KEPT[name]]
        case ValueFormat.LANGUAGE:
            return list(LANGUAGES)
        case ValueFormat.RANK:
            return ["captain"]
        case ValueFormat.MOMENT:
            return [1_539_756_000_000]
        case ValueFormat.CODE | ValueFormat.PRINTED:
            return ["eyJhbGciOiJFZERTQSJ9"]
    return words or [SAMPLES[field.kind]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_of_row_holds_a_value_without_words(trainer: Workplace, language: str) -> None:
    """Walk every field of every kind of row that is about a person, those to come too."""
    names, wrong = Names(trainer), []
    for entity in ("person", *dict.fromkeys(way.entity for way in ways())):
        for name, field in ENTITIES[entity].fields.items():
            if field.kind is FieldKind.KEY:
                continue
            coded = field.shown is not ValueFormat.AS_IS or options(entity, name)
            if field.kind is FieldKind.TEXT and not coded and (entity, name) not in FREE:
                wrong.append(f"{entity}.{name}: a text: does anybody type it? add it to {HERE}:FREE")
            if field.kind is FieldKind.NUMBER and not coded and (entity, name) not in PLAIN_NUMBERS:
                wrong.append(f"{entity}.{name}: what does it count? add it to {HERE}:PLAIN_NUMBERS")
            for value in values_of(entity, name):
                said = label_text(say_row(names, entity, {name: value}), language)
                said = said.replace("PDF", "").replace("Open Badge", "")
                wrong += [f"{entity}.{name}: {why}" for why in raw_in(said, language)]
                # A code may be an English word as well.
                kept = [] if not coded or language == "en" else value if isinstance(value, list) else [value]
                if any(str(each) in said for each in kept):
                    wrong.append(f"{entity}.{name}: {value} as it is kept: {said}")
    assert wrong == []


def test_a_name_is_not_cut_on_the_page(trainer: Workplace, known: Person, tmp_path: Path) -> None:
    for language in LANGUAGES:
        _, said = written(trainer, known.key, tmp_path, language)
        lines = said.split()
        whole = [line for line in lines if known.family in line]
        assert whole
        cut = [line for line in lines if line in (known.family[:-1], known.family[:-2], known.family[:-3])]
        assert cut == []


def test_whose_place_somebody_took_is_told_by_the_number(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    gone = room.enrolments[0]
    enrolments.replace(
        trainer, gone, enrolments.add_walk_in(trainer, room.course, "Каримова Нигора").key or ""
    )
    listed = enrolments.list_enrolments(trainer, room.course)
    came = next(each for each in listed if each.enrolment.replaces == gone)
    before = next(each for each in listed if each.enrolment.key == gone)
    document, said = written(trainer, came.person.key, tmp_path)
    assert plain("No. 1 of the list") in plain(said)
    assert before.person.family not in json.dumps(document["sections"], ensure_ascii=False)
