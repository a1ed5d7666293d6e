"""The layers of a built program: lean, and equal bit by bit wherever and whenever they are made."""

import json
import marshal
import zipfile
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.packaging import tools  # noqa: F401
from trainer_app import VERSION
from trainer_app.domain.base.texts import LANGUAGES

import environment  # isort: skip
import layers  # isort: skip
from packages import File  # isort: skip

SOURCE = (
    b'"""Says a word."""\nWORDS = {"b", "a", "c"}\n\ndef say() -> bool:\n    return "a" in {"c", "b", "a"}\n'
)


@pytest.fixture(autouse=True)
def _dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "commit_time", lambda: 1_795_000_000)


def test_bytecode_knows_neither_when_nor_where_it_was_made() -> None:
    files = [File("word/say.py", SOURCE), File("word/sound.wav", b"RIFF"), File("word/__init__.py", b"")]
    one, two = layers.compiled(files), layers.compiled(reversed(files))
    assert [file.place for file in one] == ["word/__init__.pyc", "word/say.pyc", "word/sound.wav"]
    assert [file.data for file in one] == [file.data for file in two]
    code = marshal.loads(one[1].data[16:])
    assert code.co_filename.lstrip("/") == "word/say.py"
    assert one[1].data[4:8] == b"\x01\0\0\0", "its hash is not compared: there is no source to compare with"


def test_source_that_is_no_python_is_told() -> None:
    with pytest.raises(environment.Unprepared, match="SyntaxError"):
        layers.compiled([File("a.py", b"def")])


def test_archives_are_equal_bit_by_bit_and_stored_as_they_are(tmp_path: Path) -> None:
    for name in ("one", "two"):
        layers.archive(tmp_path / name, [File("a/b.pyc", b"x" * 99), File("c.txt", "Ғ".encode())])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with zipfile.ZipFile(tmp_path / "one") as archive:
        assert [(each.filename, each.compress_type) for each in archive.infolist()] == [
            ("a/b.pyc", zipfile.ZIP_STORED),
            ("c.txt", zipfile.ZIP_STORED),
        ]


def test_pure_packages_lie_in_one_archive_and_others_beside_it(tmp_path: Path) -> None:
    files = [
        File("pure/__init__.py", b"a = 1"),
        File("mixed/__init__.py", b"a = 1"),
        File("mixed/fast.cpython-313-x86_64-linux-gnu.so", b"ELF"),
        File("mixed.libs/libz.so.1", b"ELF"),
        File("PySide6/__init__.py", b"a = 1"),
        File("alone.pyd", b"MZ"),
    ]
    layers.make_packages(tmp_path, files)
    with zipfile.ZipFile(tmp_path / "pkgs.zip") as archive:
        assert archive.namelist() == ["pure/__init__.pyc", "sitecustomize.pyc"]
    beside = sorted(
        path.relative_to(tmp_path / "pkgs").as_posix() for path in (tmp_path / "pkgs").rglob("*.*")
    )
    assert beside == [
        "PySide6/__init__.pyc",
        "alone.pyd",
        "mixed.libs",
        "mixed.libs/libz.so.1",
        "mixed/__init__.pyc",
        "mixed/fast.cpython-313-x86_64-linux-gnu.so",
    ]
    assert (tmp_path / "ID").read_text(encoding="ascii") == f"{layers.runtime_id()}\n"


def test_what_lies_beside_a_runtime_is_laid_like_it_and_has_no_name(tmp_path: Path) -> None:
    files = [File("pure/__init__.py", b"a = 1"), File("fast/__init__.py", b""), File("fast/x.pyd", b"MZ")]
    layers.lay_packages(tmp_path / "office", files)
    with zipfile.ZipFile(tmp_path / "office" / "pkgs.zip") as archive:
        assert archive.namelist() == ["pure/__init__.pyc"]
    assert sorted(path.name for path in (tmp_path / "office" / "pkgs" / "fast").iterdir()) == [
        "__init__.pyc",
        "x.pyd",
    ]
    assert {f"office/{path.name}" for path in (tmp_path / "office").iterdir()} == set(layers.PATHS[2:])


def test_a_version_holds_what_git_knows_and_says_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"rev-parse": "0123456789ab"}
    known = {"trainer_app": [File("trainer_app/a.py", b"a = 1"), File("trainer_app/FORMAT.md", b"#")]}
    monkeypatch.setattr(layers, "git", lambda *words: told[words[0]])
    monkeypatch.setattr(layers, "has_commit", lambda: True)
    monkeypatch.setattr(
        layers, "tracked", lambda place: known.get(place, [File("resources/x.svg", b"<svg/>")])
    )
    folder = layers.make_version(tmp_path)
    assert folder == tmp_path / "versions" / VERSION
    assert (tmp_path / "current.txt").read_text(encoding="ascii") == f"{VERSION}\n"
    with zipfile.ZipFile(folder / "trainer_app.zip") as archive:
        assert archive.namelist() == ["trainer_app/a.pyc"]
    assert (folder / "resources" / "x.svg").is_file()
    assert (folder / "resources" / "verifier" / "libraries" / "qr" / "decode.js").is_file()
    outline = folder / "resources" / "places" / "borders.json"
    assert outline.read_bytes() == (ROOT / "resources" / "places" / "borders.json").read_bytes()

    release = json.loads((folder / "release.json").read_text(encoding="ascii"))
    assert release == {
        "version": VERSION,
        "commit": "0123456789ab",
        "built": "2026-11-18",
        "needs_runtime": layers.runtime_id(),
        "reads_data": layers.data_version(),
    }
    assert release["reads_data"] >= 8


@pytest.mark.parametrize("known", [True, False])
def test_files_lie_about_in_no_build(known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What set-up brings is taken by its own list, each file once, with the tree's history or without."""
    if not known:
        monkeypatch.setattr(layers, "has_commit", lambda: False)
    places = {file.place for file in layers.tracked("resources")}
    assert "resources/artwork/program.svg" in places
    assert not any("libraries" in place or "borders" in place for place in places)
    brought = [file.place for file in layers.brought()]
    assert "resources/places/borders.json" in brought
    assert places.isdisjoint(brought)


def test_a_file_that_is_deleted_and_not_committed_yet_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "has_commit", lambda: True)
    known = "packaging/layers.py\0packaging/gone.py\0"
    monkeypatch.setattr(layers, "git", lambda *_arguments: known)
    assert [file.place for file in layers.tracked("packaging")] == ["packaging/layers.py"]


def test_the_texts_of_every_language_come_along() -> None:
    """The program reads them as they are: without them it speaks English, and says nothing of it."""
    places = {file.place for file in layers.tracked("resources")}
    windows = {Path(place).stem.rpartition("_") for place in places if place.endswith(".ts")}
    areas = {area for area, _, _ in windows}
    assert areas
    assert windows == {(area, "_", language) for area in areas for language in LANGUAGES if language != "en"}
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources" / "i18n").rglob("*.*")}
    assert there <= places


def test_the_help_comes_along_with_its_pictures() -> None:
    places = {file.place for file in layers.tracked("resources")}
    for language in LANGUAGES:
        there = {
            path.relative_to(ROOT).as_posix() for path in (ROOT / "resources/help" / language).rglob("*.*")
        }
        assert any(place.endswith(".png") for place in there)
        assert there <= places


def test_every_file_has_one_date_and_only_programs_run(tmp_path: Path) -> None:
    for name in ("trainer-app", "runtime/bin/python3.13", "runtime/pkgs/a.so", "versions/1/x.svg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        path.chmod(0o600 if name.startswith("versions") else 0o777)
    (tmp_path / "trainer-cli").symlink_to("trainer-app")
    layers.give_dates(tmp_path)
    found = {path.relative_to(tmp_path).as_posix(): path.lstat() for path in tmp_path.rglob("*")}
    assert {int(each.st_mtime) for each in found.values()} == {1_795_000_000}
    running = {name for name, each in found.items() if (tmp_path / name).is_file() and each.st_mode & 0o111}
    assert running == {"trainer-app", "trainer-cli", "runtime/bin/python3.13"}
    assert found["versions/1/x.svg"].st_mode & 0o777 == 0o644


def test_a_digest_tells_bytes_names_and_links(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = layers.digest(tmp_path)
    (tmp_path / "b").symlink_to("a")
    second = layers.digest(tmp_path)
    (tmp_path / "a").write_bytes(b"2")
    assert len({first, second, layers.digest(tmp_path)}) == 3


def test_another_python_than_the_runtime_s_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "PYTHON", "3.99")
    with pytest.raises(environment.Unprepared, match=r"3\.99"):
        layers.check_python()
