"""Which packages a built program takes along, and which of their files."""

import base64
import hashlib
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from tests.packaging import tools  # noqa: F401

import environment  # isort: skip
import packages  # isort: skip


def test_a_program_takes_what_it_needs_on_its_system_and_nothing_of_the_tests() -> None:
    linux, windows = packages.needed("linux"), packages.needed("windows")
    # An office's own server is spoken with by none of those that are handed out.
    assert not {"psycopg", "psycopg-binary"} & (linux.keys() | windows.keys())
    assert windows.keys() - linux.keys() == {"colorama", "tzdata"}
    assert linux.items() <= windows.items()
    assert {"pyside6-essentials", "shiboken6", "cffi", "pydantic-core", "rich"} < linux.keys()
    assert not {"pytest", "mypy", "python-stdnum", "fonttools", "trainer-app"} & windows.keys()
    lock = environment.LOCK.read_text(encoding="ascii")
    assert all(f"\n{name}=={version} " in f"\n{lock}" for name, version in windows.items())


def test_an_office_with_a_server_takes_its_driver_beside_that_and_nothing_twice() -> None:
    for system in packages.SYSTEMS:
        driver = packages.of_driver(system)
        assert set(driver) == {"psycopg", "psycopg-binary"}
        assert not driver.keys() & packages.needed(system).keys()


def test_every_package_of_the_lock_is_known_by_its_hashes() -> None:
    named = [each for each in environment.LOCK.read_text("ascii").split("\n") if each[:1].isalnum()]
    blocks = environment.LOCK.read_text("ascii").replace("\\\n", " ").splitlines()
    known = [each for each in blocks if re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", each)]
    assert len(known) == len(named) > 40


def test_what_only_tests_read_is_named_by_its_hash_and_lies_unpacked() -> None:
    text = environment.READERS.read_text("ascii").replace("\\\n", " ")
    named = re.findall(r"^([a-z-]+)==[0-9.]+ +--hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE)
    assert named == ["check-datapackage", "libhxl", "python-io-wrapper"]
    assert set(environment.SOURCES) < set(named)
    home = Path(sys.prefix) / "readers"
    assert environment.is_stamped(home / "unpacked.sha256", environment.fingerprint(environment.READERS))
    assert all((home / each / "__init__.py").is_file() for each in ("hxl", "io_wrapper", "check_datapackage"))


def test_the_runtime_has_another_name_when_a_package_that_both_systems_need_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needs = {"linux": {"a": "1"}, "windows": {"a": "1", "tzdata": "1"}}
    monkeypatch.setattr(packages, "needed", needs.__getitem__)
    first = packages.runtime_id()
    assert first.startswith("py3.13-1-")
    needs["windows"]["tzdata"] = "2"
    assert packages.runtime_id() == first
    for system in needs.values():
        system["a"] = "2"
    assert packages.runtime_id() != first


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/QtCore.pyd", True),
        ("PySide6/Qt6Gui.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/QtCore.pyi", False),
        ("PySide6/Qt/lib/libQt6XcbQpa.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", False),
        ("PySide6/Qt/translations/qtbase_ru.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("rich/console.py", True),
        ("rich-15.0.0.dist-info/METADATA", False),
        ("numpy/tests/test_all.py", False),
        ("../../../bin/pygmentize", False),
        ("cffi/api.py", False),
        ("_cffi_backend.cp313-win_amd64.pyd", True),
        ("pygments/lexers/python.py", True),
        ("pygments/lexers/haskell.py", False),
        ("PIL/_avif.cp313-win_amd64.pyd", False),
        ("PIL/Image.py", True),
        ("shiboken6/Shiboken.pyd", True),
        ("shiboken6/libshiboken6.abi3.so.6.12", True),
        ("msgspec/__init__.pyi", False),
    ],
)
def test_what_no_program_uses_stays_behind(place: str, wanted: bool) -> None:
    assert packages.is_wanted(place) is wanted


def distribution(folder: Path, content: bytes) -> metadata.Distribution:
    """Make an installed package of one module, whose wheel said that it holds `content`."""
    about = folder / "sample-1.dist-info"
    about.mkdir()
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    (about / "METADATA").write_text("Name: sample\nVersion: 1\n", encoding="ascii")
    (about / "RECORD").write_text(f"sample.py,sha256={digest},3\nsample-1.dist-info/RECORD,,\n", "ascii")
    (folder / "sample.py").write_bytes(b"a=1")
    return metadata.Distribution.at(about)


def test_a_file_that_is_not_its_wheel_s_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").mkdir()
    same, changed = distribution(tmp_path, b"a=1"), distribution(tmp_path / "other", b"a=2")
    monkeypatch.setattr(packages.metadata, "distribution", {"same": same, "changed": changed}.__getitem__)
    assert [(file.place, file.data) for file in packages.installed(["same"])] == [("sample.py", b"a=1")]
    with pytest.raises(environment.Unprepared, match=r"sample\.py of changed"):
        list(packages.installed(["changed"]))


def test_wheels_are_fetched_once_by_their_hashes_and_whatever_this_machine_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "lock"
    lock.write_text(
        "tzdata==1 ; sys_platform == 'win32' \\\n    --hash=sha256:aa\nrich==2 \\\n    --hash=sha256:bb\n",
        encoding="ascii",
    )
    asked = []

    def pip(command: list[str], *, check: bool) -> subprocess.CompletedProcess[str]:
        asked.append(Path(command[-1]).read_text(encoding="ascii"))
        assert {"--require-hashes", "--no-deps", "win_amd64"} < set(command)
        with zipfile.ZipFile(wheels / "rich.whl", "w") as wheel:
            wheel.writestr("rich/", b"")
            wheel.writestr("rich/a.py", b"a=1")
            wheel.writestr("rich/a.pyi", b"a: int")
        return subprocess.CompletedProcess(command, 0)

    wheels = tmp_path / "wheels"
    monkeypatch.setattr(packages, "LOCK", lock)
    monkeypatch.setattr(packages.subprocess, "run", pip)
    for _ in range(2):
        found = packages.fetch_wheels(["tzdata", "rich"], wheels)
    assert asked == ["tzdata==1 \\\n    --hash=sha256:aa\nrich==2 \\\n    --hash=sha256:bb\n"]
    assert [(file.place, file.data) for file in packages.unpacked(found)] == [("rich/a.py", b"a=1")]
    lock.write_text(lock.read_text(encoding="ascii").replace("aa", "cc"), encoding="ascii")
    packages.fetch_wheels(["tzdata", "rich"], wheels)
    assert len(asked) == 2
    monkeypatch.setattr(
        packages.subprocess, "run", lambda command, check: subprocess.CompletedProcess(command, 1)
    )
    with pytest.raises(environment.Unprepared, match="could not be fetched"):
        packages.fetch_wheels(["rich"], wheels)
