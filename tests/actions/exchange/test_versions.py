"""Newer laptops and an older office, and the reverse, by files that a newer version really wrote.

What is known is shown and counted, what is not is kept, told in words, passed on byte for byte, and shown
after the update; a file that must not be half understood is refused and kept.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.kit.running import SECONDS
from tests.kit.samples import FIRST, LAST, PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import enrol, write_course
from tests.newer.seats import FILES, seat
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.exchange import importing, incoming, losses, sending
from trainer_app.actions.office import backups, building, erasing, rebuilding, setting_up_again
from trainer_app.bundle import sealing
from trainer_app.bundle.keys import OfficeKeys
from trainer_app.bundle.reader import unseal_archive
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.exchange.laptops import NewerChanges
from trainer_app.domain.exchange.sending import FileOutcome, FileResult
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock
from trainer_app.system.messages import label_text, text

ROOT = FILES.parent.parent.parent


def run_newer(module: str, *paths: Path) -> str:
    """Let the newer version, a process of its own, do something with a folder; return what it prints."""
    command = [sys.executable, "-X", "utf8", "-m", f"tests.newer.{module}", *map(str, paths)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=SECONDS
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", autouse=True)
def _golden() -> None:
    if os.environ.get("TRAINER_REWRITE_GOLDEN") == "1":
        run_newer("golden", FILES)


def lines() -> list[bytes]:
    """Return the lines that this version cannot show, all of them or a part; the last is in `more` only."""
    return (FILES / "lines.ndjson").read_bytes().splitlines()


def strange(work: Workplace) -> list[bytes]:
    """Return those of them that a database holds."""
    there = {line for _, line in all_lines(work.database)}
    return [line for line in lines() if line in there]


@pytest.fixture
def older_office(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    work = seat(tmp_path / "older-office", clock, "A1", Role.OFFICE)
    yield work
    work.close()


@pytest.fixture
def older_laptop(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    work = seat(tmp_path / "older-laptop", clock, "K8", Role.TRAINER)
    yield work
    work.close()


def take(work: Workplace, name: str) -> FileResult:
    return importing.import_files(work, [FILES / name]).files[0]


def said(result: FileResult) -> str:
    return " ".join(label_text(note, "en") for note in result.notes)


def looked_at(work: Workplace, *exchange: Path) -> dict[str, Any]:
    """Close a computer's folder and return what the newer version shows of it, after an exchange."""
    work.close()
    found: dict[str, Any] = json.loads(run_newer("look", work.folder.root, *exchange))
    return found


ALL_SHOWN = {
    "plates": [[6, 1]],
    "sides": [['["Ғ","Ӣ","Қ","Ӯ","Ҳ","Ҷ"]']],
    "tints": [["кабуди осмонӣ"]],
    "holograms": [["сабз"]],
    "callsigns": [["Шаҳбоз"]],
    "marks": [["by_telephone"]],
}


def test_an_older_office_shows_what_it_knows_and_says_what_waits(older_office: Workplace) -> None:
    before = sync_status.check(older_office).digest
    (rehearsed,) = importing.rehearse(older_office, [FILES / "sync.tsync"]).report.files
    assert rehearsed.newer == NewerChanges("K7", "2.0.0", 6)
    assert losses.waiting(older_office) == []
    assert sync_status.check(older_office).digest == before
    result = take(older_office, "sync.tsync")
    assert (result.result, result.newer) == (FileOutcome.IMPORTED, NewerChanges("K7", "2.0.0", 6))
    assert said(result).startswith(
        "K7 uses a newer version of the program (2.0.0). 6 changes cannot be shown"
    )
    (line,) = courses.list_courses(older_office)
    assert (line.course.code, line.participants, line.women, line.sessions) == ("DSH1", 3, 1, 12)
    table = attendance.grid(older_office, line.course.key)
    assert [row.cells[0].mark for row in table.rows if row.cells[0]] == [Mark.PRESENT] * 3
    figures = {figure.code: figure.value for figure in building.report(older_office).figures}
    assert figures["participations"] == 3
    notes = [label_text(note, "en") for note in building.report(older_office).notes]
    assert notes[-1] == "Not counted before the update of the program: 6 changes from a newer version."
    assert strange(older_office) == lines()[:-1]
    assert sync_status.check(older_office).ok
    # The next file holds all of it again: only what is new in it is counted.
    again = take(older_office, "more.tsync")
    assert (again.new_entries, again.newer) == (1, NewerChanges("K7", "2.0.0", 1))
    assert losses.waiting(older_office) == [NewerChanges("K7", "2.0.0", 7)]
    assert take(older_office, "sync.tsync").result is FileOutcome.DUPLICATE
    assert losses.waiting(older_office) == [NewerChanges("K7", "2.0.0", 7)]
    importing.undo_import(older_office, 2)
    assert losses.waiting(older_office) == [NewerChanges("K7", "2.0.0", 6)]


def test_in_all_languages_there_are_words_for_it(older_office: Workplace) -> None:
    result = take(older_office, "sync.tsync")
    for language in ("tg", "ru", "en"):
        words = [label_text(note, language) for note in result.notes]
        assert len(words) == 1
        assert "K7" in words[0]
        assert "2.0.0" in words[0]


def test_what_is_unknown_goes_on_to_other_laptops_byte_for_byte(
    older_office: Workplace, stick: Path, story: Story
) -> None:
    take(older_office, "more.tsync")
    key = courses.list_courses(older_office)[0].course.key
    other = set_up(story, "other")
    enrol(older_office, other, "K9", stick, [key])
    assert strange(other) == lines(), "also what lies below unknown rows, and what they name"
    assert losses.waiting(other) == [NewerChanges("A1", "", 7)], (
        "told without saying that the office is newer"
    )
    assert sync_status.check(other).ok
    found = looked_at(other)
    assert (found["shown"], found["ok"], found["waiting"]) == (ALL_SHOWN, True, 0)


def test_another_course_s_laptop_gets_nothing_of_it(
    older_office: Workplace, stick: Path, story: Story
) -> None:
    take(older_office, "more.tsync")
    draft = CourseDraft("DSH2", Texts(en="Another course"), FIRST, LAST, town="Хуҷанд")
    elsewhere = courses.create_course(older_office, draft).key or ""
    enrolments.add_walk_in(older_office, elsewhere, "Пинҳонова Нозанин")
    other = set_up(story, "other")
    enrol(older_office, other, "K9", stick, [elsewhere])
    assert [line.course.code for line in courses.list_courses(other)] == ["DSH2"]
    assert strange(other) == []


def test_a_row_of_an_unknown_kind_goes_only_where_all_go_whom_it_names(
    older_office: Workplace, stick: Path, story: Story
) -> None:
    take(older_office, "sync.tsync")
    here = courses.list_courses(older_office)[0].course.key
    draft = CourseDraft("DSH2", Texts(en="Another course"), FIRST, LAST, town="Хуҷанд")
    elsewhere = courses.create_course(older_office, draft).key or ""
    enrolments.add_walk_in(older_office, elsewhere, "Пинҳонова Нозанин")
    own, second = (one.person.key for one in enrolments.list_enrolments(older_office, here)[:2])
    (other_person,) = (one.person.key for one in enrolments.list_enrolments(older_office, elsewhere))
    named = {"goes": [own, second], "stays": [own, other_person], "alone": ["nobody"]}
    for word, keys in named.items():
        write = Write("meeting", new_key(), {"of": keys, "word": word})
        older_office.journal.record(Label("test.step"), [write])
    other = set_up(story, "other")
    enrol(older_office, other, "K9", stick, [here])
    there = b"\n".join(line for _, line in all_lines(other.database))
    assert [word for word in named if f'"word":"{word}"'.encode() in there] == ["goes"]


def test_the_database_is_made_anew_from_the_archive_with_what_waits(older_office: Workplace) -> None:
    take(older_office, "sync.tsync")
    take(older_office, "more.tsync")
    before = all_lines(older_office.database)
    done = rebuilding.rebuild(older_office, keep=True)
    assert done.digest == done.digest_before
    rebuilding.put_in_place(older_office)
    assert {line for _, line in all_lines(older_office.database)} >= {line for _, line in before}
    assert strange(older_office) == lines()
    assert losses.waiting(older_office) == [NewerChanges("K7", "2.0.0", 7)]


def test_a_backup_holds_what_waits(older_office: Workplace) -> None:
    take(older_office, "more.tsync")
    kept = backups.create_backup(older_office)
    importing.undo_import(older_office, 1)
    assert strange(older_office) == []
    backups.restore_backup(older_office, kept.path)
    again = workplace.open_workplace(older_office.folder, PASSPHRASE)
    assert strange(again) == lines()
    assert losses.waiting(again) == [NewerChanges("K7", "2.0.0", 7)]
    assert looked_at(again)["shown"] == ALL_SHOWN


def test_after_the_update_everything_is_shown_and_nothing_waits(older_office: Workplace) -> None:
    take(older_office, "more.tsync")
    found = looked_at(older_office)
    assert (found["shown"], found["ok"], found["waiting"]) == (ALL_SHOWN, True, 0), found["problems"]


@pytest.mark.parametrize(("name", "version"), [("requires.tsync", 1), ("version-2.tsync", 2)])
def test_what_must_not_be_half_understood_is_refused_and_waits(
    older_office: Workplace, name: str, version: int
) -> None:
    digest, count = sync_status.check(older_office).digest, len(all_lines(older_office.database))
    (rehearsed,) = importing.rehearse(older_office, [FILES / name]).report.files
    assert (rehearsed.code, rehearsed.aside) == ("bundle.too_new", True)
    assert incoming.list_set_aside(older_office) == [], "a rehearsal keeps nothing"
    result = take(older_office, name)
    assert (result.result, result.code) == (FileOutcome.REFUSED, "bundle.too_new")
    assert result.values == {"version": version}
    assert "newer version of the program" in text(result.code, "en", **result.values)
    assert said(result) == "The file waits in Review until the update."
    assert (sync_status.check(older_office).digest, len(all_lines(older_office.database))) == (digest, count)
    (aside,) = incoming.list_set_aside(older_office)
    assert (aside.file, aside.code, aside.path.read_bytes()) == (
        name,
        "bundle.too_new",
        (FILES / name).read_bytes(),
    )
    assert take(older_office, name).code == "bundle.too_new"
    assert len(incoming.list_set_aside(older_office)) == 1, "kept once"


def test_a_disk_that_is_full_refuses_the_file_alone(
    older_office: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise TrainerError("disk.full")

    monkeypatch.setattr(incoming, "set_aside", full)
    files = [FILES / "requires.tsync", FILES / "sync.tsync"]
    refusal, taken = importing.import_files(older_office, files).files
    assert (refusal.result, refusal.code, refusal.aside) == (FileOutcome.REFUSED, "disk.full", False)
    assert taken.result is FileOutcome.IMPORTED


def test_a_file_that_waits_is_taken_in_once_the_program_knows_what_it_requires(
    older_office: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(older_office, "requires.tsync")
    (still,) = importing.retry_quarantined(older_office).files
    assert still.code == "bundle.too_new"
    assert len(incoming.list_set_aside(older_office)) == 1
    monkeypatch.setattr("trainer_app.bundle.layout.FEATURES", frozenset({"plates"}))
    (taken,) = importing.retry_quarantined(older_office).files
    assert (taken.file, taken.result) == ("requires.tsync", FileOutcome.IMPORTED)
    assert incoming.list_set_aside(older_office) == []
    assert strange(older_office) == lines()


def test_old_files_read_with_a_paper_key_wait_too(older_office: Workplace) -> None:
    read = setting_up_again.read_with_paper(older_office, [FILES], sealing.new_identity())
    assert (read.taken + read.known, read.later, read.unreadable) == (2, 2, 1), "the pack is for K8"
    assert {aside.code for aside in incoming.list_set_aside(older_office)} == {"bundle.too_new"}
    assert strange(older_office) == lines()
    assert sum(one.count for one in losses.waiting(older_office)) == 7


def test_a_pack_of_a_newer_office_comes_to_an_older_laptop(older_laptop: Workplace, stick: Path) -> None:
    report = importing.import_files(older_laptop, [FILES / "pack.tsync"])
    (result,) = report.files
    assert (result.result, result.newer) == (FileOutcome.IMPORTED, NewerChanges("A1", "2.0.0", 7))
    assert strange(older_laptop) == lines()
    assert sync_status.check(older_laptop).ok
    trust = identity.signed_trust(older_laptop)
    assert trust is not None
    assert b'"later":"\xd1\x81' in trust.data, "the list is kept as it was signed"
    # It goes on working there: marks are made, sent, and opened by the office of the newer version.
    course = courses.list_courses(older_laptop)[0].course.key
    table = attendance.grid(older_laptop, course)
    attendance.mark(older_laptop, table.rows[0].enrolment, table.sessions[2].key, Mark.LATE, 10)
    sent = sending.export(older_laptop, stick).file
    keys = json.loads((FILES / "keys.json").read_text())["A1"]
    opened = unseal_archive(sent.read_bytes(), [OfficeKeys.from_json(keys["office_keys"]).identity])
    assert b'"mark":"late"' in opened.read("data/entries.ndjson")
    assert looked_at(older_laptop)["shown"] == ALL_SHOWN


def test_an_older_laptop_and_a_newer_office_exchange_and_confirm(
    older_laptop: Workplace, older_office: Workplace, stick: Path
) -> None:
    take(older_office, "more.tsync")
    take(older_laptop, "pack.tsync")
    course = courses.list_courses(older_laptop)[0].course.key
    table = attendance.grid(older_laptop, course)
    for row in table.rows[1:]:
        attendance.mark(older_laptop, row.enrolment, table.sessions[2].key, Mark.PRESENT)
    attendance.mark_rest(older_laptop, table.sessions[1].key)
    sent = sending.export(older_laptop, stick)
    # The office's computer was updated meanwhile.
    found = looked_at(older_office, sent.file, stick)
    assert (found["taken"], found["ok"], found["waiting"]) == (["imported"], True, 0), found["problems"]
    assert found["shown"] == ALL_SHOWN, "the newer mark was not marked over"
    report = importing.import_files(older_laptop, [Path(found["answer"])])
    (result,) = report.files
    assert result.result in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE), result.code
    assert sync_status.own_receipts(older_laptop) == sent.last, "all of it is safe at the office"
    assert losses.divergences(older_laptop) == [], "both hold the same, and it is told so"
    assert strange(older_laptop) == lines()
    assert sync_status.check(older_laptop).ok


def test_a_name_is_erased_also_from_what_only_a_newer_version_understands(
    older_office: Workplace,
) -> None:
    take(older_office, "more.tsync")
    key = courses.list_courses(older_office)[0].course.key
    listed = enrolments.list_enrolments(older_office, key)
    (line,) = [line for line in lines() if b"callsign" in line]
    person = next(one.person.key for one in listed if one.person.key.encode() in line)
    stranger = Write("nickname", new_key(), {"of": person, "said": "Шаҳбози Хатлон", "sure": True})
    older_office.journal.record(Label("test.step"), [stranger])
    erasing.erase_person(older_office, person, "asked in writing")
    held = b"\n".join(one for _, one in all_lines(older_office.database))
    for word in ("Шаҳбоз", "Шаҳбози Хатлон"):
        assert word.encode() not in held
    assert b'"sure":true' in held, "what names nobody stays"
    assert losses.waiting(older_office) == [NewerChanges("K7", "2.0.0", 6)], "nobody waits for what is erased"
    assert set(strange(older_office)) == set(lines()) - {line}
    assert sync_status.check(older_office).ok


def strange_lines(work: Workplace) -> list[bytes]:
    """Return the lines that only a newer program understands."""
    return sorted(line for _, line in all_lines(work.database) if b"hologram" in line)


def test_unknown_fields_and_entities_pass_through_an_older_office(
    joined: Workplace, bureau: Workplace, stick: Path, story: Story
) -> None:
    room = write_course(joined)
    field = Write("course", room.course, {"hologram": "кабуд"})
    entity = Write("hologram", new_key(), {"course": room.course, "sides": 6, "sure": True})
    joined.journal.record(Label("test.step"), [field, entity])
    written = strange_lines(joined)
    assert len(written) == 2
    importing.import_files(bureau, [sending.export(joined, stick).file])
    assert strange_lines(bureau) == written
    assert sync_status.check(bureau).ok
    other = set_up(story, "other")
    enrol(bureau, other, "K8", stick, [room.course])
    assert strange_lines(other) == written
    assert sync_status.check(other).ok
