"""The checks that every text is there in Tajik, Russian and English can fail; `dev.py check` runs them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.architecture.tree import tool

checks = tool("checks")


SCREEN = """
class Board(QWidget):
    def texts(self, count):
        return [self.tr("Issue all"), self.tr("%n people", "", count), self.tr("Room {name}")]
"""


@pytest.fixture
def window(complete: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Copy a window of one screen with both translations: folder of the code, of the texts."""
    shutil.copytree(complete, tmp_path, dirs_exist_ok=True)
    return tmp_path / "ui", tmp_path / "i18n"


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make such a window once."""
    folder = tmp_path_factory.mktemp("window")
    ui, i18n = folder / "ui", folder / "i18n"
    (ui / "board").mkdir(parents=True)
    i18n.mkdir()
    (ui / "board" / "view.py").write_text(SCREEN, encoding="utf-8")
    checks.update(ui, i18n)
    for language, people in (("tg", ["%n кас"] * 2), ("ru", ["%n человек", "%n человека", "%n человек"])):
        path = i18n / f"board_{language}.ts"
        forms = "".join(f"<numerusform>{each}</numerusform>" for each in people)
        text = path.read_text(encoding="utf-8").replace(' type="unfinished"', "")
        text = text.replace(
            "<source>Issue all</source>\n        <translation></translation>",
            "<source>Issue all</source>\n        <translation>Ба ҳама</translation>",
        )
        text = text.replace(
            "<source>Room {name}</source>\n        <translation></translation>",
            "<source>Room {name}</source>\n        <translation>Утоқи {name}</translation>",
        )
        start, end = text.index("<numerusform>"), text.rindex("</numerusform>") + len("</numerusform>")
        path.write_text(text[:start] + forms + text[end:], encoding="utf-8")
    return folder


def test_an_apostrophe_is_written_as_lupdate_writes_it(window: tuple[Path, Path]) -> None:
    ui, i18n = window
    path = i18n / "board_tg.ts"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("Ба ҳама", "Ба 'ҳама'"), encoding="utf-8")
    assert checks.translation_problems(ui, i18n) == [
        "board_tg.ts: \"Ба 'ҳама'\": write &apos; and &quot;, or run dev.py translate"
    ]
    checks.update(ui, i18n)
    settled = path.read_text(encoding="utf-8")
    assert "Ба &apos;ҳама&apos;" in settled
    assert checks.translation_problems(ui, i18n) == []
    checks.update(ui, i18n)
    assert path.read_text(encoding="utf-8") == settled


def test_a_complete_window_passes(window: tuple[Path, Path]) -> None:
    assert checks.translation_problems(*window) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Ба ҳама", "", "unfinished"),
        ("<translation>Ба ҳама", '<translation type="unfinished">Ба ҳама', "unfinished"),
        ("<translation>Ба ҳама", '<translation type="vanished">Ба ҳама', "left over"),
        ("Ба ҳама", "Issue all", "not translated"),
        ("%n кас", "кас", "placeholders differ"),
        ("Утоқи {name}", "Утоқи {ном}", "placeholders differ"),
        ("Утоқи {name}", "Room {name}", "not translated"),
        ("<numerusform>%n кас</numerusform>", "", "plural forms"),
        ("<source>Issue all</source>", "<source>Issue none</source>", "missing"),
        ("<name>Board</name>", "<name>Desk</name>", "left over"),
    ],
)
def test_a_damaged_translation_is_found(window: tuple[Path, Path], old: str, new: str, problem: str) -> None:
    path = window[1] / "board_tg.ts"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = checks.translation_problems(*window)
    assert any(problem in each for each in found), found


def test_places_for_values_alone_are_the_same_in_every_language(tmp_path: Path) -> None:
    path = tmp_path / "board_tg.ts"
    said = "<source>{pages}, {sheets}</source><translation>{pages}, {sheets}</translation>"
    path.write_text(f"<TS><context><name>Board</name><message>{said}</message></context></TS>", "utf-8")
    wanted = checks.read_ts(path)
    assert list(checks._compare(wanted, wanted, "tg", 2)) == []


def test_a_missing_language_a_stray_file_and_a_stray_text_are_found(window: tuple[Path, Path]) -> None:
    ui, i18n = window
    (i18n / "board_ru.ts").unlink()
    assert sum("board_ru.ts: missing" in each for each in checks.translation_problems(ui, i18n)) == 3
    shutil.copy(i18n / "board_tg.ts", i18n / "desk_tg.ts")
    (ui / "jobs.py").write_text(
        'class Job(QObject):\n    def a(self):\n        return self.tr("A")\n', encoding="utf-8"
    )
    found = checks.translation_problems(ui, i18n)
    assert any(each.startswith("desk_tg.ts: belongs to no screen") for each in found)
    assert any(each.startswith("jobs.py") for each in found)


def test_a_screen_whose_texts_are_not_extracted_is_found(window: tuple[Path, Path]) -> None:
    (window[0] / "desk").mkdir()
    (window[0] / "desk" / "view.py").write_text(
        "def texts(tr, word):\n    return tr(word)\n", encoding="utf-8"
    )
    assert "desk: has tr() but no text was extracted" in checks.translation_problems(*window)


@pytest.mark.parametrize(
    "call",
    ['self.tr(f"Room {x}")', 'self.tr("Room %d" % x)', 'self.tr("Room " + x)', 'self.tr("{}".format(x))',
     'QCoreApplication.translate("Board", f"{x}")'],
)  # fmt: skip
def test_a_text_put_together_at_run_time_is_found(tmp_path: Path, call: str) -> None:
    (tmp_path / "view.py").write_text(f"y = {call}\n", encoding="utf-8")
    assert len(checks.tr_problems(tmp_path)) == 1


@pytest.mark.parametrize("call", ["self.tr('Change')", "QCoreApplication.translate('Board', 'Change')"])
def test_a_text_inside_an_f_string_is_found_since_it_is_not_extracted(tmp_path: Path, call: str) -> None:
    (tmp_path / "view.py").write_text(f'y = f"{{{call}}}: {{x}}"\n', encoding="utf-8")
    (problem,) = checks.tr_problems(tmp_path)
    assert "not extracted" in problem


@pytest.mark.parametrize(
    "call", ['self.tr("%n marks", "", a - b)', "painter.translate(x - 1, y + 2)", 'self.tr("Room").format(x)']
)
def test_a_reckoned_number_is_no_text(tmp_path: Path, call: str) -> None:
    (tmp_path / "view.py").write_text(f"y = {call}\n", encoding="utf-8")
    assert checks.tr_problems(tmp_path) == []


GOOD = {"en": "{n} {n:row|rows} of {x}", "ru": "{n} {n:строка|строки|строк} из {x}", "tg": "{n} сатр аз {x}"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({}, ""),
        ({"tg": ""}, "tg is empty"),
        ({"tg": "  "}, "tg is empty"),
        ({"tg": "{n} сатр"}, "placeholders differ"),
        ({"tg": GOOD["ru"]}, "tg and ru are the same"),
        ({"de": "x"}, "languages are"),
    ],
)
def test_a_damaged_sentence_is_found(tmp_path: Path, change: dict[str, str], problem: str) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "rows.json").write_text(json.dumps({"rows.left": GOOD | change}), encoding="utf-8")
    found = checks.message_problems(tmp_path, tmp_path / "source")
    assert (problem in found[0]) if problem else (found == [])


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('TrainerError("rows.left")', False),
        ('TrainerError("rows.gone")', True),
        ('TrainerError("unknown.topic")', True),
        ('Label("rows.gone", {})', True),
        ('progress("rows.gone", 0.5)', True),
        ('TrainerError("rows.left" if x else "rows.gone")', True),
        ('Label(f"rows.{x}")', False),
        ('Label(f"rows.state.{x}")', True),
        ('CODES = {1: "rows.gone"}', True),
        ('open("rows.json")', False),
        ('x = "other.word"', False),
    ],
)
def test_a_code_without_a_sentence_is_found(tmp_path: Path, line: str, wrong: bool) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "rows.json").write_text(json.dumps({"rows.left": GOOD}), encoding="utf-8")
    (tmp_path / "source" / "a.py").write_text(f"{line}\n", encoding="utf-8")
    assert bool(checks.message_problems(tmp_path, tmp_path / "source")) is wrong


def test_a_code_in_two_files_is_found(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    for name in ("rows.json", "sheets.json"):
        (tmp_path / name).write_text(json.dumps({"rows.left": GOOD}), encoding="utf-8")
    assert "stands twice" in checks.message_problems(tmp_path, tmp_path / "source")[0]


@pytest.mark.parametrize(
    ("line", "unused"),
    [
        ('text("rows.left", language)', False),
        ('text(f"rows.{state}", language)', False),
        ('STEM = "rows."', False),
        ('STEM = "rows.le_"', True),
        ('text("rows.leftover", language)', True),
        ('text(f"rows.state.{state}", language)', True),
        ('text(f"{topic}.left", language)', True),
    ],
)
def test_a_sentence_that_nothing_says_is_found(tmp_path: Path, line: str, unused: bool) -> None:
    for name in ("source", "page"):
        (tmp_path / name).mkdir()
    (tmp_path / "rows.json").write_text(json.dumps({"rows.left": GOOD}), encoding="utf-8")
    (tmp_path / "source" / "a.py").write_text(f"{line}\n", encoding="utf-8")
    found = checks.unused_problems(tmp_path, tmp_path / "source", tmp_path / "page")
    assert found == (["rows.json: nothing says rows.left"] if unused else [])


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("say('lost')", {"lost"}),
        ("say(`${name}_title`)", {"lost_title"}),
        ("say(`kind_${kind}`)", {"kind_lost"}),
        ("say('losten')", set()),
    ],
)
def test_the_check_page_says_its_sentences(tmp_path: Path, script: str, said: set[str]) -> None:
    for name in ("source", "page"):
        (tmp_path / name).mkdir()
    names = {"lost", "lost_title", "kind_lost"}
    sentences = {f"check_page.{name}": GOOD for name in sorted(names)}
    (tmp_path / "check_page.json").write_text(json.dumps(sentences), encoding="utf-8")
    (tmp_path / "page" / "page.js").write_text(script, encoding="utf-8")
    found = checks.unused_problems(tmp_path, tmp_path / "source", tmp_path / "page")
    assert {each.rpartition(".")[2] for each in found} == names - said


def test_a_language_without_a_name_in_the_others_is_found(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    names = {f"language.{each}": {"en": "a", "ru": "б", "tg": "в"} for each in ("tg", "en")}
    (tmp_path / "language.json").write_text(json.dumps(names), encoding="utf-8")
    assert [each[:11] for each in checks.message_problems(tmp_path, tmp_path / "source")] == ["language.ru"]
