"""The program as it is started: options, a file given to it, no screen, an old Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import SECONDS
from tests.kit.samples import PASSPHRASE
from trainer_app import VERSION, __main__
from trainer_app.domain.base.errors import TrainerError


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program as a person does and return what it says."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "trainer_app", *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux can lack a screen")
    said = start("--data", str(tmp_path / "data"))
    assert said.returncode == 1
    assert "trainer-cli" in said.stderr
    assert "Экран" in said.stderr
    assert not (tmp_path / "data").exists()


def test_it_tells_its_version_and_options() -> None:
    assert start("--version").stdout.strip() == f"trainer-app {VERSION}"
    assert start("--lang", "de").returncode == 2
    assert "--data" in start("--help").stdout


def test_an_old_python_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(__main__, "OLDEST", (99, 0))
    assert __main__.main([]) == 1
    said = capsys.readouterr().err
    assert "3.12" in said
    assert "Debian 13" in said


def test_options_are_read() -> None:
    options = __main__.parser().parse_args(["--data", "x", "--lang", "tg", "a.tsync", "b.tsync"])
    assert options.data == Path("x")
    assert options.lang == "tg"
    assert options.files == [Path("a.tsync"), Path("b.tsync")]
    assert not options.stretch


RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from trainer_app import app

loop = app.run_loop
def once(application):
    window = application.topLevelWidgets()
    def leave():
        shown = [w for w in application.topLevelWidgets() if w.objectName() == "window"]
        asked = application.receivers("2commitDataRequest(QSessionManager&)")
        print(shown[0].windowTitle(), shown[0].page().objectName(), shown[0].isVisible(), asked)
        shown[0].close()
    QTimer.singleShot(0, leave)
    return loop(application)
app.run_loop = once
sys.exit(app.run(app.Options(data=__import__("pathlib").Path(sys.argv[1]), language="ru")))
"""


def test_a_first_start_shows_the_first_page_and_leaves_no_database(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.stdout.strip() == "Тренер first_start True 1", done.stderr
    assert done.returncode == 0
    assert (tmp_path / "data" / "logs" / "trainer.log").exists()
    assert not (tmp_path / "data" / "database" / "trainer.db").exists()


REFUSED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from trainer_app import app

loop = app.run_loop
def once(application):
    def leave():
        window = next(w for w in application.topLevelWidgets() if w.objectName() == "window")
        page = window.page()
        print(page.error.code, page.isVisible(), page.details.isVisible(), page.title.text())
        print(page.subtitle.text(), page.place.text())
        if len(sys.argv) > 2:
            (Path(sys.argv[1]) / "logs").unlink()
            page.retry.click()
            print("then", window.page().objectName())
        window.close()
    QTimer.singleShot(0, leave)
    return loop(application)
app.run_loop = once
sys.exit(app.run(app.Options(data=Path(sys.argv[1]))))
"""


@pytest.mark.parametrize(("kept", "words"), [("ru", "цело"), ("tg", "маҳфуз"), ("", "маҳфуз")])
def test_a_folder_that_cannot_be_used_is_told_in_the_language_used_last(
    tmp_path: Path, kept: str, words: str
) -> None:
    root = tmp_path / "data"
    root.mkdir()
    (root / "logs").write_text("no folder", encoding="utf-8")
    if kept:
        (root / "preferences.json").write_text(f'{{"language": "{kept}"}}', encoding="utf-8")
    done = _refused(root)
    assert done.returncode == 1, done.stderr
    assert words in done.stdout
    assert str(root) in done.stdout
    assert done.stdout.startswith("files.failed True False"), "the code stands under the details alone"
    again = _refused(root, "mend")
    assert again.returncode == 0, again.stderr
    assert again.stdout.endswith("then first_start\n")


FIRST_PAGE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from trainer_app import app

loop = app.run_loop
def once(application):
    def leave():
        window = next(w for w in application.topLevelWidgets() if w.objectName() == "window")
        page = window.page()
        print(page.objectName(), page.language.value())
        if len(sys.argv) > 2:
            page.language.button(sys.argv[2]).click()
        window.close()
    QTimer.singleShot(0, leave)
    return loop(application)
app.run_loop = once
sys.exit(app.run(app.Options(data=Path(sys.argv[1]))))
"""


def first_page(spoken: str, *arguments: object) -> str:
    """Return in which language the first page opens on a computer that speaks one."""
    if sys.platform != "linux":
        pytest.skip("elsewhere no variable says what the computer speaks")
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, *map(str, arguments)],
        env={**quiet(), "LANG": spoken},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    name, language = done.stdout.split()
    assert name == "first_start"
    return language


def quiet() -> dict[str, str]:
    """Return variables that say nothing of a language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    kept.pop("LANGUAGE", None)
    return {**kept, "LANG": "C", "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}


def test_the_first_page_speaks_as_the_computer_does_until_another_language_is_chosen(tmp_path: Path) -> None:
    assert first_page("ru_RU.UTF-8", tmp_path / "russian") == "ru"
    assert first_page("en_GB.UTF-8", tmp_path / "russian") == "ru", "it stays as it began"
    assert first_page("de_DE.UTF-8", tmp_path / "german") == "tg"
    assert first_page("en_US.UTF-8", tmp_path / "english", "tg") == "en"
    assert first_page("en_US.UTF-8", tmp_path / "english") == "tg", "it was chosen on the first page"


def _refused(*arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", REFUSED, *map(str, arguments)],
        env=quiet(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def test_it_opens_and_closes_by_itself_without_a_screen(tmp_path: Path) -> None:
    """What `trainer-cli self-test` starts: the first start where nothing is, else the folder's own window."""
    assert start("--self-test").returncode == 0
    root = worlds.at_noon(tmp_path).lay()
    tried = ("--self-test", "--data", str(root), "--lang", "tg")
    said = start(*tried, TRAINER_PASSPHRASE=PASSPHRASE)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert start(*tried, TRAINER_PASSPHRASE="a wrong one").returncode == 1
    assert start(*tried, TRAINER_PASSPHRASE="").returncode == 1, "the page that asks for it is no workspace"
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert start("--self-test", "--data", str(tmp_path / "file")).returncode == 1


@pytest.mark.parametrize(
    ("files", "disk"),
    [("full", "full"), ("read_only", "read_only"), ("not_allowed", "read_only"), ("device", "error")],
)
def test_the_files_of_the_data_folder_are_spoken_of_as_the_disk(files: str, disk: str) -> None:
    from trainer_app import app

    told = app._of_folder(TrainerError(f"files.{files}", file="trainer.log", reason="EROFS"))
    assert (told.code, told.values) == (f"disk.{disk}", {})


def test_two_hundred_thousand_void_calls_do_not_end_the_program(qtbot: QtBot, qapp: QApplication) -> None:
    """On Python 3.11 this Qt drops a reference to None at each of them, and aborts after about 5,000."""
    timer = QTimer()
    for _ in range(200_000):
        timer.stop()
    assert sys.getrefcount(None) > 1000


OPENING = """
import sys
from pathlib import Path
from trainer_app.system.folders import DataFolder
from trainer_app.ui.shell import window as startup
application = startup.make_application(["trainer-app"])
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.start_controller import StartController
from trainer_app.ui.shell.start_steps import StartOptions
import trainer_app.app
folder = DataFolder(Path(sys.argv[1]))
preferences = PreferenceStore(folder.preferences)
window = MainWindow(preferences)
entry = StartOptions(folder, sys.argv[2], synchronous=True)
theme, language = Theme(application, "light"), LanguageSwitch(application, "tg")
gate = StartController(entry, window, theme, language, preferences)
gate.begin()
window.show()
window.grab()
shown = gate.workspace.current() if gate.workspace else window.page().objectName()
print(shown, *sorted(set(sys.argv[3:]) & sys.modules.keys()))
window.close()
"""
LATE = (
    "psycopg",
    "trainer_app.store.base.server",
    "reportlab",
    "xlsxwriter",
    "zxingcpp",
    "cwt",
    "cbor2",
    "calendar",
    "minisign",
    "PIL",
    "pypdfium2",
    "python_calamine",
    "openpyxl",
    "pyrage",
    "selectors",
    "socket",
    "sqlite3",
    "typer",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "trainer_app.documents",
    "trainer_app.intake",
    "trainer_app.actions.office.office",
    "trainer_app.actions.office.erasing",
    "trainer_app.domain.evaluations.statistics",
    "trainer_app.domain.papers.course_papers",
    "trainer_app.domain.people.matching",
    "trainer_app.ui.kit.file_import",
    "trainer_app.ui.kit.papers",
    "trainer_app.ui.shell.help_panel",
    "trainer_app.ui.widgets.tables",
    "trainer_app.ui.start.first_start",
    "trainer_app.ui.start.forgotten",
    "trainer_app.ui.start.recovery_pages",
)
LOCKED = (
    *LATE,
    "peewee",
    "sqlcipher3",
    "cryptography",
    "trainer_app.bundle",
    "trainer_app.store",
    "trainer_app.actions.base.workplace",
    "trainer_app.domain.base.schema",
    "trainer_app.domain.courses",
    "trainer_app.ui.shell.background",
    "trainer_app.ui.shell.workspace",
)
"""What nobody needs who has not typed the passphrase yet."""


@pytest.mark.parametrize(
    ("passphrase", "page", "late"), [(PASSPHRASE, "today", LATE), ("", "unlock", LOCKED)]
)
def test_the_first_page_waits_for_nothing_that_it_does_not_show(
    tmp_path: Path, passphrase: str, page: str, late: tuple[str, ...]
) -> None:
    root = worlds.at_noon(tmp_path).lay()
    said = subprocess.run(
        [sys.executable, "-c", OPENING, str(root), passphrase, *late],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    assert said.stdout.split() == [page]


WRONG_CALLS = """
import sys
compile_of_python = compile
if sys.argv[1:]:
    import trainer_app.ui
from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer
assert compile is compile_of_python
made = hasattr(sys, "pyside6_option_python_enum")
assert made is not bool(sys.argv[1:]), "what reads signatures is made at each start, or never"
for call in (
    lambda: QObject().setObjectName(1, 2),
    lambda: QPoint("a"),
    lambda: QPoint(1, 2) + 3,
    lambda: QTimer().timeout.connect(3),
    lambda: QSize(nothing=3),
    lambda: Qt.Nothing,
):
    try:
        print(call())
    except Exception as error:
        print(type(error), error)
from PySide6.support.signature import get_signature
from PySide6.support.signature.lib.pyi_generator import Formatter
print(get_signature(QSize.scaled), Qt.AlignLeft, type(Qt.AlignmentFlag))
print(Formatter.opt_uni_searcher.search("x: typing.Optional[int]"))
"""


def test_a_wrong_call_has_the_words_of_pyside_which_reads_no_signature_before() -> None:
    said = []
    for given in ([], ["ours"]):
        command = [sys.executable, "-c", WRONG_CALLS, *given]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        assert done.returncode == 0, done.stderr
        said.append(done.stdout)
    assert said[0] == said[1]
    assert "Supported signatures" in said[0]
