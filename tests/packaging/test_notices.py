"""What a built program says of its parts: texts for its window and for people, and the list for auditors."""

import json
from pathlib import Path

import pytest

from tests.packaging import tools  # noqa: F401
from trainer_app import VERSION
from trainer_app.system.notices import FILE, OFFICE, Notice, data, fonts, read

import driver  # isort: skip
import environment  # isort: skip
import notices  # isort: skip
import packages  # isort: skip
from packages import File  # isort: skip

pytestmark = pytest.mark.skipif(
    not Path("/usr/share/common-licenses").is_dir(),
    reason="common licences lie there on Debian, which builds",
)
PACKAGES = ("PySide6_Essentials", "peewee", "sqlcipher3", "cryptography", "pypdfium2")


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[Notice]:
    monkeypatch.setattr(notices, "commit_time", lambda: 1_764_000_000)
    return notices.complete(notices.of_installed(PACKAGES))


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_the_list_for_auditors_names_also_what_no_tool_can_see(
    parts: list[Notice], system: str, tmp_path: Path
) -> None:
    others = notices.inside(system, parts, "3.13.9", tmp_path / "licence")
    text = notices.bill(system, parts, others)
    told = json.loads(text)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["version"] == VERSION
    components = {each["name"]: each for each in told["components"]}
    assert len(components) == len(told["components"]), "each part once"
    assert {*PACKAGES, "Python", "Qt", "SQLCipher", "OpenSSL"} <= set(components)
    assert {each.name for each in fonts()} <= set(components)
    assert ("NSIS" in components) is (system == "windows"), (
        "what the installer and the launchers are made with"
    )
    for each in components.values():
        (licence,) = each["licenses"]
        assert licence.get("expression") or licence["license"]["name"], each
    assert components["Python"]["version"] == "3.13.9"
    assert components["peewee"]["purl"] == f"pkg:pypi/peewee@{components['peewee']['version']}"
    assert components["world-atlas"]["licenses"] == [{"expression": "ISC"}]
    assert components["world-atlas"]["version"]
    assert components["Natural Earth"]["licenses"] == [{"license": {"name": "public domain"}}]
    assert components["Qt"]["description"] == "compiled into PySide6"
    assert notices.bill(system, parts, others) == text, "the same each time"
    assert str(tmp_path) not in text, "nothing of the machine that built it"


def test_libraries_in_the_driver_are_named_with_their_licences_and_a_strange_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "commit_time", lambda: 1_764_000_000)
    monkeypatch.setattr(driver.layers, "commit_time", lambda: 1_764_000_000)
    needed = packages.of_driver("linux")
    files = list(packages.installed(needed))
    found = notices.complete(notices.of_installed(needed))
    others = driver.lay(tmp_path, "linux", files, found, "18.6")
    told = {each.name: each for each in read(tmp_path / FILE)}
    assert {"psycopg", "psycopg-binary", "libpq (PostgreSQL)", "OpenSSL", "OpenLDAP"} <= told.keys()
    assert all(each.licence and each.text for each in told.values())
    assert (told["libpq (PostgreSQL)"].version, told["psycopg"].licence) == ("18.6", "LGPL-3.0-only")
    assert told["OpenSSL"].version.startswith("3.")
    components = json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))["components"]
    assert {each["name"] for each in components} == told.keys(), "no typefaces: those are the program's"
    assert packages.OFFICE == OFFICE, "the window looks for its notices where the build lays them"
    assert len(told) == len(others) + len(needed)
    (tmp_path / "whole.json").write_text(notices.bill("linux", found[:1], []), encoding="utf-8")
    both = json.loads(notices.together(tmp_path / "whole.json", tmp_path / "sbom.json"))["components"]
    assert len(both) == len(components) + 1 + len([*fonts(), *data()])
    with pytest.raises(environment.Unprepared, match=r"libstrange\.so"):
        driver.inside([*files, File("psycopg_binary.libs/libstrange.so", b"ELF")], "18.6")


def test_both_systems_have_lists_of_their_own(parts: list[Notice], tmp_path: Path) -> None:
    numbers = {json.loads(notices.bill(system, parts, []))["serialNumber"] for system in ("linux", "windows")}
    assert len(numbers) == 2


def test_every_part_comes_with_the_text_of_its_licence(parts: list[Notice], tmp_path: Path) -> None:
    assert all(part.licence and part.text for part in parts)
    licence = tmp_path / "LICENSE"
    licence.write_text("PSF LICENSE AGREEMENT", encoding="utf-8")
    home = tmp_path / "home"
    (home / "runtime").mkdir(parents=True)
    python = notices.Inside("Python", "3.13.9", "PSF-2.0", "", (licence,))
    notices.lay(home, "linux", parts, [python])
    text = (home / "NOTICES.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "PSF LICENSE AGREEMENT" in text
    assert "Copyright 2013-2019 Michael Bostock" in text
    assert "naturalearthdata.com" in text
    assert all(f"\n{part.name} {part.version}\n" in text for part in parts)
    read = json.loads((home / "runtime" / FILE).read_text(encoding="utf-8"))
    assert len(read) == len(parts) + 1
    assert json.loads((home / "sbom.json").read_text(encoding="utf-8"))["components"]


def test_a_part_whose_licence_is_unknown_is_not_handed_on(tmp_path: Path) -> None:
    for part in (Notice("strange", "1", "", "text"), Notice("strange", "1", "MIT", "")):
        with pytest.raises(environment.Unprepared, match="licence of strange is not known"):
            notices.complete([part])
    gone = notices.Inside("Gone", "1", "MIT", "x", (tmp_path / "nothing",))
    with pytest.raises(environment.Unprepared, match="licence of Gone is not on this machine"):
        gone.notice()
