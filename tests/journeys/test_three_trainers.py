"""The story's exchange: three trainers' laptops, each exporting twice, one office, any order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, permutations
from pathlib import Path

import pytest

from tests.conformance import keys, runner
from tests.conformance.reading import second_reader
from tests.domain.merge_checks import digest_of, heads_found_once
from tests.kit import worlds
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import archiving, importing, sending
from trainer_app.actions.office import building
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.actions.today import demo
from trainer_app.bundle.reader import read_bundle
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base import merging
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.office.report_json import number_of
from trainer_app.system.folders import DataFolder

type Bundle = list[tuple[Entry, bytes]]
"""The entries of a file, each with its id."""


@dataclass
class Scene:
    """The opened folders, and six files: the first and the second of each laptop."""

    office: Workplace
    laptops: list[Workplace]
    files: list[Path]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("story")
    made = worlds.demo_in(root / "demo", office=True, trainers=3)
    assert made.office is not None
    laptops = [open_folder(folder) for folder in made.trainers]
    office = open_folder(made.office)
    stick = root / "stick"
    stick.mkdir()
    files = [sending.export(work, stick).file for work in laptops]
    for work in laptops:
        correct_a_mark(work)
    files += [sending.export(work, stick).file for work in laptops]
    yield Scene(office, laptops, files)
    for work in (office, *laptops):
        work.close()


def open_folder(folder: Path) -> Workplace:
    return workplace.open_workplace(DataFolder(folder), demo.PASSPHRASE, clock=demo.clock_of_pictures())


def correct_a_mark(work: Workplace) -> None:
    """Change one mark after the first file, so that the second one says something else."""
    for line in courses.list_courses(work):
        table = attendance.grid(work, line.course.key)
        if any(cell and cell.mark for row in table.rows for cell in row.cells):
            attendance.mark(work, table.rows[0].enrolment, table.sessions[0].key, Mark.LATE, 25)


def participations(work: Workplace) -> int | None:
    figure = building.report(work).figure("participations")
    return figure.value if figure else None


def stands_for_others(entry: Entry) -> bool:
    """Tell whether an entry is merged in all orders: of the thousands of answers, each a row, one of 16."""
    return entry.e != "answer" or entry.k.endswith("0")


def digest_of_order(bundles: Iterable[Bundle]) -> str:
    """Merge bundles in their order; return the digest of what is shown then."""
    world = merging.World()
    for bundle in bundles:
        for entry, entry_id in bundle:
            world.add_entry(entry, entry_id)
    return digest_of(world)


def by_files(bundles: list[Bundle]) -> dict[frozenset[int], list[Bundle]]:
    """Part the rows by which bundles write them; return what these bundles say of those rows."""
    writers: dict[tuple[str, str], set[int]] = {}
    for place, bundle in enumerate(bundles):
        for entry, _ in bundle:
            writers.setdefault((entry.e, entry.k), set()).add(place)
    parts: dict[frozenset[int], dict[int, Bundle]] = {}
    for place, bundle in enumerate(bundles):
        for entry, entry_id in bundle:
            part = parts.setdefault(frozenset(writers[entry.e, entry.k]), {})
            part.setdefault(place, []).append((entry, entry_id))
    return {places: [*part.values()] for places, part in parts.items()}


def test_all_720_orders_of_the_six_files_mean_the_same(scene: Scene) -> None:
    """A row is merged of its own entries alone, so all orders are those of the files that write it.

    Whether it is, whole orders show: some of them, and the files of the other test.
    """
    trust = identity.trusted_keys(scene.office)
    keys = [identity.office_keys(scene.office).identity]
    read = [read_bundle(path.read_bytes(), keys, trust) for path in scene.files]
    bundles = [
        [pair for pair in zip(found.entries, found.ids, strict=True) if stands_for_others(pair[0])]
        for found in read
    ]
    assert len(bundles) == 6
    with heads_found_once():
        parts = by_files(bundles)
        assert max(map(len, parts)) > 1, "some rows are written by several files"
        for places, part in parts.items():
            assert len({digest_of_order(order) for order in permutations(part)}) == 1, places
        whole = [digest_of_order(order) for order in islice(permutations(bundles), 0, None, 24)]
    assert (len(whole), len(set(whole))) == (30, 1)


def test_a_sample_of_orders_end_to_end_gives_one_digest_and_65_participations(scene: Scene) -> None:
    digests = set()
    for place, order in enumerate(permutations(scene.files)):
        if place % 120:
            continue
        report = importing.import_files(scene.office, order)
        assert {found.result for found in report.files} <= {FileOutcome.IMPORTED, FileOutcome.DUPLICATE}
        digests.add(sync_status.digest(scene.office))
        assert participations(scene.office) == 65
        assert review.count(scene.office) == 0
        for found in importing.imports(scene.office):
            if not found.undone:
                importing.undo_import(scene.office, found.number)
    assert len(digests) == 1


def test_the_office_matches_two_people_under_two_spellings_and_can_part_them(scene: Scene) -> None:
    importing.import_files(scene.office, scene.files)
    pairs = joining.candidates(scene.office)
    names = {
        frozenset(people.get_person(scene.office, key).family for key in (pair.a, pair.b)) for pair in pairs
    }
    assert {frozenset(("Рахимов", "Раҳимов")), frozenset(("Пирова",))} <= names
    before = sync_status.check(scene.office).digest
    for pair in pairs[:2]:
        joining.join(scene.office, pair.a, pair.b)
    persons = building.report(scene.office).figure("unique_persons")
    assert persons is not None
    assert persons.value == 63
    assert participations(scene.office) == 65
    for pair in pairs[:2]:
        joining.unjoin(scene.office, pair.b)
    assert sync_status.check(scene.office).digest == before


def told_here(office: Workplace) -> dict[str, dict[str, object]]:
    """Return what is counted at the office, and who completes, as the conformance cases have it."""
    lines = courses.list_courses(office)
    scopes = {line.course.code: line.course.key for line in lines} | {"*": None}
    found = {
        code: {figure.code: number_of(figure) for figure in building.report(office, course=key).figures}
        for code, key in scopes.items()
    }
    boards = {line.course.code: eligibility.board(office, line.course.key) for line in lines}
    return {
        "figures": {code: {**numbers} for code, numbers in found.items()},
        "board": {
            code: {str(row.number): {"result": row.result.value} for row in rows}
            for code, rows in boards.items()
        },
    }


def test_the_second_reader_counts_the_same_from_the_office_s_archive(scene: Scene, tmp_path: Path) -> None:
    """By the sealed files and FORMAT.md alone: joined people, and what two laptops said of one course."""
    importing.import_files(scene.office, scene.files)
    pair, *_ = joining.candidates(scene.office)
    joining.join(scene.office, pair.a, pair.b)
    archiving.archive_own(scene.office)
    document = tmp_path / "keys.json"
    document.write_bytes(keys.written(keys.keys_of(scene.office, {})))
    archive = sorted(map(str, scene.office.folder.archive.glob("*.tsync")))
    answer = runner.program(second_reader())(["read", str(document), *archive])
    assert "refused" not in {each["result"] for each in answer["files"]}
    counted = {code: {**answer["figures"][code], **answer["learning"][code]} for code in answer["figures"]}
    here = told_here(scene.office)
    assert here["figures"]["*"]["unique_persons"] == 64
    assert runner.differences("figures", here["figures"], counted) == []
    assert runner.differences("board", here["board"], answer["board"]) == []
    joining.unjoin(scene.office, pair.b)
