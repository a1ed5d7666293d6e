"""What installers say and lay, on Debian and Windows: in three languages, complete, the same each time."""

import configparser
import gzip
import re
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.architecture.tree import ROOT
from tests.packaging import tools  # noqa: F401
from trainer_app import VERSION
from trainer_app.__main__ import parser
from trainer_app.bundle.layout import EXTENSION
from trainer_app.domain.exchange.laptops import UPDATE_EXTENSION
from trainer_app.domain.office.backups import BACKUP_EXTENSION

import artwork  # isort: skip
import debian  # isort: skip
import driver  # isort: skip
import environment  # isort: skip
import layers  # isort: skip
import linux  # isort: skip
import windows  # isort: skip
import wine  # isort: skip

WINDOWS, LINUX = ROOT / "packaging" / "windows", ROOT / "packaging" / "linux"
LANGUAGES = ("TAJIK", "RUSSIAN", "ENGLISH")


@pytest.fixture(autouse=True)
def _dated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows.layers, "commit_time", lambda: 1_795_000_000)


# Windows


def test_the_installer_says_everything_in_three_languages() -> None:
    said = re.findall(r'LangString (\w+) \$\{LANG_(\w+)\} "(.+)"', (WINDOWS / "texts.nsh").read_text("utf-8"))
    names = {name for name, _, _ in said}
    assert {(name, language) for name, language, _ in said} == {
        (n, each) for n in names for each in LANGUAGES
    }
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    assert set(re.findall(r"\$\(([A-Z_]+)\)", script)) == names
    tajik = " ".join(text for _, language, text in said if language == "TAJIK")
    assert {"ӣ", "қ", "ҳ", "ҷ"} < set(tajik.lower())


def test_nothing_is_said_before_the_chosen_language_is_spoken() -> None:
    """In .onInit it still was English whatever had been chosen: so an old Windows was refused in English."""
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    early = re.findall(r"^Function (?:un)?\.onInit$.*?^FunctionEnd$", script, re.MULTILINE | re.DOTALL)
    assert len(early) == 2
    assert [each for each in early if "$(" in each or "MessageBox" in each] == []
    install = script[script.index("\nSection\n") :].partition("SectionEnd")[0]
    assert install.index("REFUSE_OLD") < install.index("ASK_TO_CLOSE") < install.index("REMOVE_PROGRAM")


def test_it_is_for_one_person_who_is_no_administrator() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    assert re.findall("^RequestExecutionLevel .*$", script, re.MULTILINE) == ["RequestExecutionLevel user"]
    assert re.findall("^InstallDir .*$", script, re.MULTILINE) == [
        r'InstallDir "$LOCALAPPDATA\Programs\TrainerApp"'
    ]
    assert len(re.findall(r"\bHKCU\b", script)) > 5
    assert (
        re.findall(r"HKLM|HKCR|HKEY_|SHCTX|SetShellVarContext|PROGRAMFILES|\$WINDIR|\$SYSDIR", script) == []
    )


def test_tajik_has_every_text_that_the_installer_itself_needs() -> None:
    """NSIS reads these texts by their order, so none may be missing."""
    lines = (WINDOWS / "Tajik.nlf").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1:4] == ["NLF v6", "# Language ID", "1064"]
    names = [line for line in lines if line.startswith("# ^")]
    assert len(names) == len(set(names)) == 89
    texts = lines[lines.index(names[0]) + 1 :: 2]
    assert len(texts) == 89
    assert all(text and not text.startswith("#") for text in texts)
    latin = [text for text in texts if not re.search("[а-яӣӯғқҳҷ]", text, re.IGNORECASE)]
    assert latin == ["Nullsoft Install System %s", '""']


def test_what_the_installer_lays_the_uninstaller_takes_away() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    macro = script[script.index("!macro REMOVE_PROGRAM") :].partition("!macroend")[0]
    for name in ("runtime", "versions", "NOTICES.txt", "sbom.json"):
        assert f'"$INSTDIR\\{name}"' in macro
    for name in ("current", "before", "unseen", "failed"):
        assert f'"$INSTDIR\\{name}.txt"' in macro
    removed = script[script.index("Section Uninstall") :]
    for name in ("trainer-app.exe", "trainer-cli.exe", "uninstall.exe"):
        assert f'Delete "$INSTDIR\\{name}"' in removed
    assert 'Delete "${UNFINISHED}"' in removed
    assert "DATA}" in removed
    assert "RMDir /r" not in removed, "a folder that is not the program's is not removed with what is in it"


def test_what_an_office_with_a_server_needs_is_chosen_once_and_by_nobody_else() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    assert 'Section /o "$(SERVER_PART)" SERVER' in script, "a laptop is not asked to untick it"
    part = script[script.index("Section /o") :].partition("SectionEnd")[0]
    place = driver.PLACE.replace("/", "\\")
    assert part.index(f'SetOutPath "$INSTDIR\\{place}"') < part.index("File /r") < part.index("REFUSE_HALF")
    program = script[script.index("\nSection\n") :].partition("SectionEnd")[0]
    assert program.index("remember_server") < program.index("REMOVE_PROGRAM"), "a power cut forgets nothing"
    start = script[script.index("Function .onInit") :].partition("FunctionEnd")[0]
    assert '"${SETTINGS}" "Server"' in start
    assert '"/SERVER"' in start


def test_a_power_cut_leaves_a_mark_that_launchers_and_the_next_installer_read() -> None:
    """What the registry was told last is lost with the power: so was the choice of what an office needs."""
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    name = re.findall(r'^!define UNFINISHED "\$INSTDIR\\(.+)"$', script, re.MULTILINE)[0]
    assert f'L"{name}"' in (WINDOWS / "launcher.c").read_text(encoding="utf-8")
    sections = re.findall(r"^Section\b(.*?)^SectionEnd$", script, re.MULTILINE | re.DOTALL)
    program, _office, last, _removal = sections
    assert last.strip() == 'Delete "${UNFINISHED}"'
    order = ("remember_server", "LAY_LAUNCHERS", "REMOVE_PROGRAM", "File /r", "REFUSE_HALF program")
    assert sorted(order, key=program.index) == [*order]
    launchers = script[script.index("!macro LAY_LAUNCHERS") :].partition("!macroend")[0]
    for each in windows.LAUNCHERS:
        assert f'/x "{each}.exe"' in program, "it is written but once, beside its place"
        assert launchers.index("REFUSE_HALF launchers") < launchers.index(f'Delete "$INSTDIR\\{each}.exe"')
    asked = script[script.index("Function .onInit") :].partition("FunctionEnd")[0]
    assert asked.index("ReadRegDWORD") < asked.index('FileOpen $1 "${UNFINISHED}"') < asked.index("FileRead")
    note = script[script.index("Function remember_server") :].partition("FunctionEnd")[0]
    assert (
        note.index("ClearErrors") < note.index('FileOpen $0 "${UNFINISHED}"') < note.index("FlushFileBuffers")
    )


def test_the_package_for_an_office_with_a_server_belongs_to_one_version_of_the_program() -> None:
    control = (LINUX / "control-office").read_text(encoding="utf-8")
    assert f"Package: {debian.OFFICE}\n" in control
    assert "Depends: trainer-app (= @VERSION@), @DEPENDS@" in control


def test_numbers_are_four_for_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    for version, numbers in (("0.1.0", "0.1.0.0"), ("1.2.3.4", "1.2.3.4"), ("2", "2.0.0.0")):
        monkeypatch.setattr(windows.layers, "version", lambda version=version: version)
        assert windows.numbers() == numbers


def program(signed: bool) -> bytes:
    """Make the head of a 64-bit program, with or without a table of certificates."""
    data = bytearray(512)
    struct.pack_into("<I", data, 0x3C, 128)
    struct.pack_into("<H", data, 152, 0x20B)
    struct.pack_into("<II", data, 152 + 112 + 32, 400 if signed else 0, 64 if signed else 0)
    return bytes(data)


def test_what_carries_no_signature_is_found(tmp_path: Path) -> None:
    for name, signed in (("a.dll", True), ("b.PYD", False), ("c.exe", False)):
        (tmp_path / name).write_bytes(program(signed))
    (tmp_path / "d.txt").touch()
    assert [path.name for path in windows.binaries(tmp_path) if not windows.is_signed(path)] == [
        "b.PYD",
        "c.exe",
    ]


def test_the_version_of_a_library_is_read_from_it(tmp_path: Path) -> None:
    library = tmp_path / "python313.dll"
    library.write_bytes(b"MZ" + "FileVersion\0\x003.13.2\0".encode("utf-16-le") + b"\0" * 80)
    assert windows.file_version(library) == "3.13.2"
    library.write_bytes(b"MZ")
    with pytest.raises(environment.Unprepared, match=r"python313\.dll"):
        windows.file_version(library)


def test_the_plain_zip_is_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "tree" / "runtime").mkdir(parents=True)
    (tmp_path / "tree" / "runtime" / "ID").write_text("a", encoding="ascii")
    for name in ("one.zip", "two.zip"):
        windows.make_zip(tmp_path / "tree", tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["TrainerApp/runtime/ID"]


@pytest.mark.skipif(
    shutil.which("x86_64-w64-mingw32-gcc") is None,
    reason="who builds for Windows needs it",
)
def test_the_launcher_compiles_without_a_warning(tmp_path: Path) -> None:
    for kind in ("-DCONSOLE", "-mwindows"):
        command = ["x86_64-w64-mingw32-gcc", "-municode", "-Wall", "-Wextra", "-Werror", kind, "-o", "a.exe"]
        source = str(WINDOWS / "launcher.c")
        done = subprocess.run([*command, source], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert not windows.is_signed(tmp_path / "a.exe")


def test_what_wine_lacks_is_stubbed_under_the_names_that_are_asked_for() -> None:
    assert set(wine.STUBS) == {"icuuc", "mscms"}
    for text in wine.STUBS.values():
        names = re.findall(r"\*(\w+)\(", text)
        assert len(names) == len(set(names)) == text.count("__declspec(dllexport)")


# Debian


def test_menus_and_kinds_of_files_speak_three_languages(tmp_path: Path) -> None:
    debian.lay_menus(tmp_path)
    share = tmp_path / "usr" / "share"
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment]
    entry.read(share / "applications" / "trainer-app.desktop", encoding="utf-8")
    found = entry["Desktop Entry"]
    for name in ("Name", "GenericName", "Comment", "Keywords"):
        assert {f"{name}[ru]", f"{name}[tg]"} < set(found)
    assert found["Exec"] == "trainer-app %F"
    kinds = ElementTree.parse(share / "mime" / "packages" / "trainer-app.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = {each.get("type"): each for each in kinds.iter(f"{space}mime-type")}
    assert set(found["MimeType"].strip(";").split(";")) == set(types)
    patterns = {glob.get("pattern") for each in types.values() for glob in each.iter(f"{space}glob")}
    assert patterns == {f"*{EXTENSION}", f"*{BACKUP_EXTENSION}", f"*{UPDATE_EXTENSION}"}
    for each in types.values():
        assert len(list(each.iter(f"{space}comment"))) == 3


def test_every_option_stands_in_the_manual(tmp_path: Path) -> None:
    debian.lay_menus(tmp_path)
    folder = tmp_path / "usr" / "share" / "man" / "man1"
    pages = {path.name: gzip.decompress(path.read_bytes()).decode() for path in folder.iterdir()}
    assert set(pages) == {"trainer-app.1.gz", "trainer-cli.1.gz"}
    window = pages["trainer-app.1.gz"].replace("\\-", "-")
    options = {option for line in parser().format_help().split() for option in re.findall(r"--[a-z-]+", line)}
    hidden = {"--stretch"}  # a test mode
    assert {option for option in options if option not in window} == hidden
    assert all(f"Trainer App {VERSION}" in page and "@" not in page for page in pages.values())
    link = tmp_path / "usr" / "bin" / "trainer-cli"
    assert str(link.readlink()) == "../lib/trainer-app/trainer-cli"


def test_icons_have_every_size_and_are_drawn_the_same_each_time(tmp_path: Path) -> None:
    debian.lay_menus(tmp_path)
    icons = tmp_path / "usr" / "share" / "icons" / "hicolor"
    for size in artwork.SIZES:
        data = (icons / f"{size}x{size}" / "apps" / "trainer-app.png").read_bytes()
        assert struct.unpack(">II", data[16:24]) == (size, size)
        assert data == artwork.png(artwork.PROGRAM, size)
    assert (icons / "scalable" / "mimetypes" / "application-vnd.trainer-app.bundle.svg").is_file()
    icon = artwork.ico(artwork.PROGRAM)
    assert struct.unpack_from("<HHH", icon) == (0, 1, len(artwork.SIZES))
    assert icon == artwork.ico(artwork.PROGRAM)
    side = artwork.side_picture()
    assert side == artwork.side_picture()
    assert (side[:2], struct.unpack_from("<iiHH", side, 18)) == (b"BM", (164, 314, 1, 24))


def test_each_override_of_lintian_stands_below_its_reason() -> None:
    lines = (LINUX / "lintian-overrides").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert all(re.fullmatch(r"# .+|trainer-app: [a-z-]+ \*", line) for line in lines)


@pytest.mark.parametrize(
    ("place", "taken"),
    [
        ("json/decoder.py", True),
        ("os.py", True),
        ("asyncio/base_events.py", False),
        ("ssl.py", False),
        ("sitecustomize.py", False),
        ("config-3.13-x86_64-linux-gnu/python.o", False),
        ("LICENSE.txt", False),
    ],
)
def test_the_standard_library_comes_without_network_and_tests(place: str, taken: bool) -> None:
    assert linux.is_library(place) is taken


def test_of_compiled_modules_only_those_in_use_come_along() -> None:
    assert linux.is_compiled("lib-dynload/_ctypes.cpython-313-x86_64-linux-gnu.so")
    assert not linux.is_compiled("lib-dynload/_ssl.cpython-313-x86_64-linux-gnu.so")
    assert not linux.is_compiled("lib-dynload/_ctypes_test.cpython-313-x86_64-linux-gnu.so")


def test_an_installer_does_not_know_when_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its picture is packed with a date: that of the commit, not of the build."""
    dates: list[float] = []

    def pack(_command: object, work: Path) -> None:
        dates.append((work / "side.bmp").stat().st_mtime)

    monkeypatch.setattr(windows, "_call", pack)
    for name in ("tree", "office"):
        (tmp_path / name).mkdir()
    out = tmp_path / "trainer-setup.exe"
    windows.make_installer(tmp_path / "tree", tmp_path / "office", tmp_path, out, "zlib")
    assert dates == [layers.commit_time()]
