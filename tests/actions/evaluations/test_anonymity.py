"""Feedback belongs to nobody: people fill in sheets in a known order, and nothing that is kept tells it.

The strongest of these proofs does not look for leaks one by one: the same sheets are filled in in another
order on the same laptop, and every row, every page and every file must be the same afterwards.
"""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec
import pytest

from tests.actions.sheets import Sheet, choose, scale, words
from tests.kit.pages import log_of, pages_of
from tests.kit.samples import FIRST, PASSPHRASE
from tests.kit.world import Story
from tests.kit.writing import Room, write_course
from trainer_app.actions.base import history, identity, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import feedback, filling, forms, results
from trainer_app.actions.exchange import outstanding, sending
from trainer_app.bundle.reader import read_bundle
from trainer_app.domain.base import journal as rows
from trainer_app.domain.base.journal import Entry, decode_entry
from trainer_app.domain.evaluations.forms import AnonymousPaper, FormKind, Occasion
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.evaluations import papers as stored
from trainer_app.store.exchange.transfers import lines_of
from trainer_app.system.clock import FixedClock, tells_day_only
from trainer_app.system.folders import state_root

PEOPLE = 15
"""Who fills in a sheet, one after the other; the sheet of number 7 says "word of 07"."""

type Way = Callable[[Workplace, Sheet, int], AnonymousPaper]


def word(person: int) -> str:
    """Return what a person writes, to be found again anywhere."""
    return f"word of {person:02}"


def answers(person: int) -> tuple[str, ...]:
    """Return what stands on a person's sheet."""
    return str(person % 5 + 1), str(person % 3 + 1), word(person)


def keyed_by_number(work: Workplace, sheet: Sheet, person: int) -> AnonymousPaper:
    """Key in a sheet whose printed number is 400 more than the person's own."""
    return _keyed(work, feedback.begin_paper(work, sheet.sitting, 400 + person), person)


def keyed_without(work: Workplace, sheet: Sheet, person: int) -> AnonymousPaper:
    """Key in a sheet that has no number."""
    return _keyed(work, feedback.begin_paper(work, sheet.sitting), person)


def filled_in(work: Workplace, sheet: Sheet, person: int) -> AnonymousPaper:
    """Fill in a sheet on the laptop; number 11 alone reads Russian."""
    held = filling.begin_anonymous(work, sheet.sitting, "ru" if person == 11 else "tg")
    for question, answer in zip(held.form.questions, answers(person), strict=True):
        held = filling.answer(work, held, question.key, answer)
    paper = filling.hand_in(work, held).paper
    assert paper is not None
    return paper


def _keyed(work: Workplace, paper: AnonymousPaper, person: int) -> AnonymousPaper:
    for place, answer in enumerate(answers(person)):
        paper = feedback.answer_paper(work, paper, place, answer)
    return feedback.finish_paper(work, paper)


WAYS = pytest.mark.parametrize(
    "way", [keyed_by_number, keyed_without, filled_in], ids=lambda way: way.__name__
)


@dataclass
class Scene:
    """A laptop with a course and a feedback form, the office, the clock, and the folder for bundles."""

    work: Workplace
    bureau: Workplace
    room: Room
    sheet: Sheet
    clock: FixedClock
    stick: Path
    sheets: dict[str, int] = field(default_factory=dict)

    def fill(self, way: Way, order: Sequence[int] = range(PEOPLE)) -> dict[str, int]:
        """Let people fill in their sheets, some minutes apart; return whose sheet has which key."""
        found = {}
        for person in order:
            self.clock.advance(minutes=4)
            found[way(self.work, self.sheet, person).key] = person
        self.sheets |= found
        return found

    @property
    def entries(self) -> list[Entry]:
        """The journal's entries about sheets, in their order."""
        lines = lines_of(self.work.database, self.work.journal.replica, 0)
        return [entry for _, line in lines if (entry := decode_entry(line)).e == "feedback_paper"]


def furnish(story: Story) -> None:
    """Write the course with its form."""
    joined = story.works["trainer"]
    room = write_course(joined)
    for place in range(3, PEOPLE):
        enrolments.add_walk_in(
            joined, room.course, f"Назаров Ном{'абвгдежзиклм'[place - 3]}", first_day=FIRST
        )
    asked = [scale("a"), scale("b"), words()]
    sheet = choose(joined, room.course, asked, kind=FormKind.FEEDBACK, occasion=Occasion.END)
    story.room, story.notes["sheet"] = room, sheet


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (furnish,) if "scene" in request.fixturenames else ()


@pytest.fixture
def scene(story: Story, joined: Workplace, bureau: Workplace) -> Scene:
    assert story.room is not None
    return Scene(joined, bureau, story.room, story.notes["sheet"], story.clock, story.stick)


def tables(work: Workplace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, in the order in which they lie there."""
    names = work.database.select("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {str(name): work.database.rows(f'SELECT * FROM "{name}"') for (name,) in names}


def mentioned(row: tuple[object, ...], sheets: dict[str, int]) -> list[str]:
    """Return the keys of the sheets that a row names, by key or by what was written on them."""
    text = "|".join(each.hex() if isinstance(each, bytes) else str(each) for each in row)
    return [
        key
        for key, person in sheets.items()
        if key in text or key.replace("-", "") in text or _in_hex(key) in text
        or word(person) in text or _in_hex(word(person)) in text
    ]  # fmt: skip


def _in_hex(text: str) -> str:
    return text.encode().hex()


@WAYS
def test_entries_say_neither_who_nor_when_nor_in_which_order(scene: Scene, way: Way) -> None:
    sheets = scene.fill(way)
    feedback.enter_papers(scene.work)
    entries = scene.entries
    assert [entry.k for entry in entries] == sorted(sheets)
    assert list(sheets) != sorted(sheets)
    for entry in entries:
        assert (entry.u, entry.w, entry.z) == ("", {}, "")
        assert tells_day_only(entry.t[0])
        assert entry.t[1] == 0
        told = {"course", "form", "occasion", "day", "answers"} | (
            {"number"} if way is keyed_by_number else set()
        )
        assert {name for name, value in entry.s.items() if value is not None} == told
        # A random key, or one made of the number alone: neither holds a time as other keys do.
        assert entry.k[14] == ("5" if way is keyed_by_number else "8")
    if way is not keyed_by_number:
        # One random key of fifty is within a year of now by chance: nearly all would be that hold a time.
        told_times = [int(entry.k.replace("-", "")[:12], 16) for entry in entries]
        near = sum(abs(told_time - time.time() * 1000) < 365 * 86_400_000 for told_time in told_times)
        assert near * 2 < len(entries)


def _key_of(journal: Journal, bits: int, course: str) -> str:
    """Return an anonymous key with these bits in the place of chance."""
    return rows._made(bits & (1 << 48) - 1, bits >> 48 & 0xFFF, rows.author_of(journal.replica), (course,))


@WAYS
def test_every_table_holds_the_sheets_in_the_order_of_their_keys_or_not_at_all(
    scene: Scene, way: Way
) -> None:
    sheets = scene.fill(way)
    for enter in (False, True):
        if enter:
            feedback.enter_papers(scene.work)
        found = {
            name: [mentioned(row, sheets) for row in rows if mentioned(row, sheets)]
            for name, rows in tables(scene.work).items()
        }
        holding = {name: rows for name, rows in found.items() if rows}
        expected = {"journal", "registry", "feedback_paper"} if enter else {"feedback_draft"}
        assert holding.keys() == expected
        assert all(rows == [[key] for key in sorted(sheets)] for rows in holding.values())


@WAYS
def test_the_step_of_undo_tells_a_day_and_a_number_of_sheets(scene: Scene, way: Way) -> None:
    scene.fill(way)
    before = {step.number for step in history.recent(scene.work, 100)}
    feedback.enter_papers(scene.work)
    # Freezing the form is an ordinary change; it stands beside all of the sheets.
    step, freeze = (step for step in history.recent(scene.work, 100) if step.number not in before)
    assert freeze.label.code == "form.step.freeze"
    assert (step.label.code, step.label.values) == ("feedback_paper.step.enter", {"count": PEOPLE})
    assert tells_day_only(step.at)


def test_the_log_would_show_it(scene: Scene) -> None:
    for person in (3, 1, 2):
        paper = feedback.begin_paper(scene.work, scene.sheet.sitting, 400 + person)
        feedback.answer_paper(scene.work, paper, 2, word(person))
    pages = log_of(scene.work.folder.database, scene.work.key.key)
    firsts = [next(at for at, page in enumerate(pages) if word(each).encode() in page) for each in (3, 1, 2)]
    assert firsts == sorted(firsts)


@WAYS
def test_the_same_sheets_in_another_order_leave_the_same_bytes(
    scene: Scene, way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is kept is a function of the sheets, not of who came first: so nothing of it can tell that."""
    left = _left_by_orders(scene, way, tmp_path, monkeypatch)
    assert left[0] == left[1] == left[2]


def test_rows_left_where_they_came_to_lie_would_tell(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "_lay_in_order", lambda database: None)
    left = _left_by_orders(scene, filled_in, tmp_path, monkeypatch)
    assert left[0] != left[1]


def _left_by_orders(
    scene: Scene, way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[object, ...]]:
    """Let the same sheets come in three orders, each time from the same beginning; return what is left."""
    scene.work.close()
    base, state = tmp_path / "base", tmp_path / "base-state"
    shutil.copytree(scene.work.folder.root, base)
    shutil.copytree(state_root(), state)
    began = scene.clock.now
    left: list[tuple[object, ...]] = []
    for seed in range(3):
        _put_back(base, scene.work.folder.root)
        _put_back(state, state_root())
        scene.clock.now = began
        scene.work = workplace.open_workplace(scene.work.folder, PASSPHRASE, clock=scene.clock)
        order = list(range(PEOPLE))
        Random(seed).shuffle(order)
        # Chance gives each sheet the same key again, whenever its turn comes.
        dice = iter([Random(person).getrandbits(64) for person in order])

        def rolled(own: Journal, course: str, dice: Iterator[int] = dice) -> str:
            return _key_of(own, next(dice), course)

        monkeypatch.setattr(Journal, "make_anonymous_key", rolled)
        scene.fill(way, order)
        waiting = _all_of(scene.work)
        feedback.enter_papers(scene.work)
        entered = _all_of(scene.work)
        scene.work.close()
        left.append((waiting, entered, _others(scene)))
    return left


def _all_of(work: Workplace) -> tuple[object, ...]:
    """Return what somebody with the key sees: rows, pages with what lies about in them, the log."""
    path, key = work.folder.database, work.key.key
    return tables(work), pages_of(path, key), log_of(path, key)


def _put_back(source: Path, target: Path) -> None:
    shutil.rmtree(target)
    shutil.copytree(source, target)


def _others(scene: Scene) -> dict[str, bytes]:
    """Return all files of the laptop but the encrypted database: vault, logs, sidecar, preferences."""
    root = scene.work.folder.root
    return {
        str(path): path.read_bytes()
        for folder in (root, state_root())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != scene.work.folder.database
    }


def test_files_beside_the_database_know_nothing_of_sheets(scene: Scene) -> None:
    sheets = scene.fill(filled_in)
    feedback.enter_papers(scene.work)
    for name, data in _others(scene).items():
        for key, person in sheets.items():
            assert word(person).encode() not in data, name
            assert key.encode() not in data, name


def test_a_bundle_carries_the_sheets_by_their_keys_and_a_later_one_those_that_came_later(
    scene: Scene,
) -> None:
    first = scene.fill(keyed_without, range(8))
    read = _read(scene)
    assert [entry.k for entry in read if entry.e == "feedback_paper"] == sorted(first)
    second = scene.fill(filled_in, range(8, 12))
    # Four wait: between two files they would be four of whom it is known when they wrote.
    assert [entry.k for entry in _read(scene) if entry.e == "feedback_paper"] == sorted(first)
    second |= scene.fill(filled_in, range(12, 15))
    later = [entry for entry in _read(scene) if entry.e == "feedback_paper"]
    assert [entry.k for entry in later] == [*sorted(first), *sorted(second)]
    assert {entry.u for entry in later} == {""}


def _read(scene: Scene) -> list[Entry]:
    """Write a bundle; return its entries, when its header names none of the sheets."""
    sent = sending.export(scene.work, scene.stick)
    keys = [identity.office_keys(scene.bureau).identity]
    bundle = read_bundle(sent.file.read_bytes(), keys, identity.trusted_keys(scene.bureau))
    header = msgspec.json.encode(bundle.header)
    for key, person in scene.sheets.items():
        assert key.encode() not in header
        assert word(person).encode() not in header
    return list(bundle.entries)


def test_a_day_of_its_own_and_a_language_of_its_own_are_not_kept(scene: Scene) -> None:
    keys = scene.fill(filled_in, range(9))
    scene.clock.advance(days=1)
    keys |= scene.fill(filled_in, [11])
    drafts = tables(scene.work)["feedback_draft"]
    assert not any("ru" in row or "tg" in row for row in drafts)
    feedback.enter_papers(scene.work)
    assert {entry.s["day"] for entry in scene.entries} == {"2018-10-17"}
    assert {entry.t for entry in scene.entries} == {scene.entries[0].t}
    assert len(keys) == len(scene.entries) == 10


@WAYS
def test_a_correction_tells_neither_who_nor_when(scene: Scene, way: Way) -> None:
    sheets = scene.fill(way)
    feedback.enter_papers(scene.work)
    key = next(key for key, person in sheets.items() if person == 7)
    scene.clock.advance(hours=2)
    paper = feedback.get_paper(scene.work, key)
    assert paper is not None
    feedback.answer_paper(scene.work, paper, 0, "1")
    entry = scene.entries[-1]
    assert (entry.k, entry.u, entry.z, entry.s.keys()) == (key, "", "", {"answers"})
    assert tells_day_only(entry.t[0])
    step = history.recent(scene.work, 1)[0]
    assert (step.label.code, step.label.values) == ("feedback_paper.step.correct", {})
    assert tells_day_only(step.at)
    # The correction comes last, since it was made last; the row stays in its place among the others.
    rows = tables(scene.work)["registry"]
    order = [key_text(row[1]) for row in rows if isinstance(row[1], bytes) and key_text(row[1]) in sheets]
    assert order == sorted(sheets)


def test_a_file_takes_none_in_while_a_sheet_of_the_form_is_not_finished(scene: Scene) -> None:
    begun = feedback.answer_paper(scene.work, feedback.begin_paper(scene.work, scene.sheet.sitting), 0, "1")
    scene.fill(filled_in, range(5))
    told = outstanding.pending(scene.work)
    assert (told.feedback_enters, told.feedback_held, told.feedback_waits) == (0, 5, 0)
    assert [entry.k for entry in _read(scene) if entry.e == "feedback_paper"] == []
    feedback.finish_paper(scene.work, begun)
    told = outstanding.pending(scene.work)
    assert (told.feedback_enters, told.feedback_held, told.feedback_waits) == (6, 0, 0)
    assert told.counts["feedback_paper"] == 6
    assert len([entry for entry in _read(scene) if entry.e == "feedback_paper"]) == 6
    # Asked for, they enter all the same.
    scene.fill(filled_in, range(5, 10))
    feedback.answer_paper(scene.work, feedback.begin_paper(scene.work, scene.sheet.sitting), 0, "1")
    feedback.enter_papers(scene.work)
    assert feedback.waiting(scene.work) == 0


def test_a_sheet_that_came_after_an_undo_does_not_enter_alone_among_the_others(scene: Scene) -> None:
    first = scene.fill(filled_in, range(6))
    feedback.enter_papers(scene.work)
    history.undo(scene.work)
    assert feedback.waiting(scene.work) == 6
    scene.fill(filled_in, [6])
    assert feedback.ready(scene.work) == 6
    feedback.enter_papers(scene.work)
    assert {entry.k for entry in scene.entries} == set(first)
    assert feedback.waiting(scene.work) == 1
    second = scene.fill(filled_in, range(7, 11))
    feedback.enter_papers(scene.work)
    assert feedback.waiting(scene.work) == 0
    assert len(scene.sheets) == 11
    assert set(second) < {entry.k for entry in scene.entries}


def test_one_sheet_more_shows_nothing_until_there_are_five_more(scene: Scene) -> None:
    def seen() -> tuple[object, ...]:
        return tuple(each.questions for each in results.gather(scene.work, course=scene.room.course).feedback)

    scene.fill(filled_in, range(4))
    assert seen() == ()
    scene.fill(filled_in, range(4, 6))
    feedback.enter_papers(scene.work)
    before = seen()
    assert before
    for person in range(6, 10):
        scene.fill(filled_in, [person])
        feedback.enter_papers(scene.work)
        assert seen() == before
    scene.fill(filled_in, [10])
    feedback.enter_papers(scene.work)
    assert seen() != before


def test_coming_back_enters_nothing_while_anybody_may_still_hand_in(scene: Scene) -> None:
    """Who hands in after seven others entered may be one of fewer than five: such sheets never enter."""
    sitting = forms.get_sitting(scene.work, scene.sheet.sitting)
    scene.fill(filled_in, range(PEOPLE - 1))
    assert filling.end_filling(scene.work, sitting).step is None
    assert feedback.waiting(scene.work) == PEOPLE - 1
    halfway = feedback.answer_paper(scene.work, feedback.begin_paper(scene.work, sitting.key), 0, "4")
    scene.fill(filled_in, [PEOPLE - 1])
    assert filling.end_filling(scene.work, sitting).step is None, "nor while one is not finished"
    feedback.discard_paper(scene.work, halfway)
    assert filling.end_filling(scene.work, sitting).label.values == {"count": PEOPLE}
    assert feedback.waiting(scene.work) == 0


def test_fewer_than_five_answers_are_hidden(scene: Scene) -> None:
    scene.fill(keyed_by_number, range(4))
    feedback.enter_papers(scene.work, few=True)
    (found,) = results.gather(scene.work, course=scene.room.course).feedback
    assert found.papers == 4
    for question in found.questions:
        assert question.hidden
        assert (question.counts, question.scale, question.texts) == ((), None, ())


def test_a_sheet_that_was_thrown_away_is_nowhere(scene: Scene) -> None:
    sheets = scene.fill(keyed_without, range(6))
    key = next(iter(sheets))
    paper = feedback.get_paper(scene.work, key)
    assert paper is not None
    feedback.discard_paper(scene.work, paper)
    pages = pages_of(scene.work.folder.database, scene.work.key.key)
    assert not any(word(0).encode() in page for page in pages)
    assert log_of(scene.work.folder.database, scene.work.key.key) == []
