"""Translations are read as they are, plurals come out right, and a switch reaches every open widget."""

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from tests.ui.driving import settle
from trainer_app.domain.base.catalogues import Catalogue, read_catalogue, read_messages
from trainer_app.domain.base.texts import plural_form, resource
from trainer_app.ui.kit.language import LanguageSwitch, Translator, _texts
from trainer_app.ui.widgets.labels import Retranslated, shown_language

TS = """<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="ru"><context><name>Card</name>
<message><source>Open</source><translation>Открыть</translation></message>
<message><source>Open</source><comment>door</comment><translation>Отворить</translation></message>
<message><source>Wait</source><translation type="unfinished">Ждать</translation></message>
<message><source>Gone</source><translation type="vanished">Нет</translation></message>
<message numerus="yes"><source>%n day(s)</source><translation><numerusform>%n день</numerusform>
<numerusform>%n дня</numerusform><numerusform>%n дней</numerusform></translation></message>
</context></TS>"""


class Words(Retranslated, QLabel):
    """A label that shows one plural text."""

    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(QCoreApplication.translate("DueWording", "%n to go", "", 11))


def test_only_finished_texts_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "card_ru.ts"
    path.write_text(TS, encoding="utf-8")
    found = read_catalogue([path])
    assert found["Card", "Open", ""] == ("Открыть",)
    assert found["Card", "Open", "door"] == ("Отворить",)
    assert found["Card", "%n day(s)", ""] == ("%n день", "%n дня", "%n дней")
    assert {key[1] for key in found} == {"Open", "%n day(s)"}


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (14, 2), (21, 0), (22, 1), (111, 2), (101, 0)],
)
def test_russian_has_three_forms(number: int, form: int) -> None:
    assert plural_form("ru", number, 3) == form


@pytest.mark.parametrize("language", ["tg", "en"])
def test_tajik_and_english_have_two(language: str) -> None:
    assert [plural_form(language, number, 2) for number in (0, 1, 2, 5, 21)] == [1, 0, 1, 1, 1]


def test_english_plurals_come_from_the_source(qapp: QApplication, language: LanguageSwitch) -> None:
    translate = QCoreApplication.translate
    assert translate("DueWording", "%n certificate(s) can be issued", "", 1) == "1 certificate can be issued"
    assert translate("DueWording", "%n certificate(s) can be issued", "", 2) == "2 certificates can be issued"
    assert translate("DueWording", "%n certificate(s) can be issued", "", 0) == "0 certificates can be issued"


def test_a_switch_reaches_open_widgets(qtbot: QtBot, language: LanguageSwitch) -> None:
    outer = QWidget()
    inner = Words()
    inner.setParent(outer)
    qtbot.addWidget(outer)
    assert inner.text() == "11 to go"
    with qtbot.waitSignal(language.changed):
        language.choose("ru")
    settle()
    assert inner.text() == "осталось 11 человек"
    language.choose("tg")
    settle()
    assert inner.text() == "11 нафар мондааст"


def test_a_text_that_nobody_translated_stays_english(language: LanguageSwitch) -> None:
    language.choose("tg")
    assert QObject().tr("no such text") == "no such text"


def test_an_unknown_language_counts_as_english(language: LanguageSwitch) -> None:
    language.choose("ru")
    language.choose("de")
    assert language.code == "en"


def test_qt_speaks_the_language_too(language: LanguageSwitch) -> None:
    translate = QCoreApplication.translate
    language.choose("ru")
    assert translate("QPlatformTheme", "Cancel") == "Отмена"
    # Two words of the file dialog that Qt's own Russian lacks.
    assert translate("QFileDialog", "&Look in:") == "&Папка:"
    assert translate("QFileDialog", "Files of &type:") == "&Тип файлов:"
    language.choose("tg")
    assert translate("QPlatformTheme", "Cancel") == "Бекор кардан"
    assert translate("QFileDialog", "Look in:") == "Ҷой:"
    assert translate("QFileDialog", "&Look in:") == "&Ҷой:"
    assert translate("QPrintPreviewDialog", "Fit width") == "Пурра дар бар"
    # What Tajik leaves open comes in Russian rather than in English.
    assert translate("QErrorMessage", "Debug Message:") == "Отладочное сообщение:"
    language.choose("en")
    assert translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_tajik_texts_of_qt_are_real_ones() -> None:
    own = read_catalogue([resource("i18n", "qt", "qtbase_tg.ts")])
    assert len(own) > 200
    for (_, source, _), (text,) in own.items():
        for number in ("%1", "%2"):
            assert (number in source) == (number in text), source


@pytest.mark.parametrize("language", ["tg", "ru"])
def test_the_files_hold_the_texts_of_the_window(language: str) -> None:
    found = read_catalogue(sorted(resource("i18n").glob(f"*_{language}.ts")))
    assert len(found) > 250
    contexts = {context for context, _, _ in found}
    assert {"Sidebar", "DueWording", "FirstStartPage", "UserCard", "Banner"} <= contexts


def test_the_test_mode_makes_texts_longer(qapp: QApplication) -> None:
    made = Translator("en", stretch=True)
    text = made.translate("Sidebar", "Certificates", None, -1)
    assert text is not None
    assert len(text) >= 1.4 * len("Certificates")
    assert made.translate("Sidebar", " ", None, -1) == " "


def test_the_test_mode_mirrors_the_layout(qapp: QApplication) -> None:
    try:
        switch = LanguageSwitch(qapp, "en", stretch=True)
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert QCoreApplication.translate("Sidebar", "Send").startswith("Send·")
        switch.remove()
        assert QCoreApplication.translate("Sidebar", "Send") == "Send"
        assert switch not in qapp.findChildren(LanguageSwitch), "the window's language is another one's now"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_language_that_is_removed_leaves_dates_and_numbers_as_they_were(
    qapp: QApplication, language: LanguageSwitch
) -> None:
    other = LanguageSwitch(qapp, "tg")
    assert shown_language() == "tg"
    other.remove()
    assert shown_language() == "en"


def test_a_context_is_read_when_it_is_asked_for_and_once(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    read: list[str] = []

    def note(context: str, messages: bytes) -> Catalogue:
        read.append(context)
        return read_messages(context, messages)

    monkeypatch.setattr("trainer_app.ui.kit.language.read_messages", note)
    _texts.cache_clear()
    made = Translator("tg")
    assert made.translate("Nobody", "Undo") is None
    assert read == []
    # Nor is it read again by the language that is chosen again.
    for _ in range(2):
        assert made.translate("UndoSteps", "Undo") not in (None, "Undo")
        assert read == ["UndoSteps"]
        made = Translator("tg")


@pytest.mark.parametrize("path", sorted(resource("i18n").rglob("*.ts")), ids=lambda path: path.stem)
def test_every_file_is_read_as_a_reader_of_xml_reads_it(path: Path) -> None:
    expected = {}
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            (translation,) = message.findall("translation")
            plurals = [form.text for form in translation.findall("numerusform")]
            if translation.get("type") is None and all(plurals or (translation.text,)):
                words = (
                    context.findtext("name"),
                    message.findtext("source"),
                    message.findtext("comment", ""),
                )
                expected[words] = tuple(plurals or (translation.text,))
    assert read_catalogue([path]) == expected
    assert expected


GARBAGE = """
import gc
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.labels import Retranslated

class Line(Retranslated, QLabel):
    def retranslate(self):
        self.made = [{} for _ in range(40)]
        self.setText(self.tr("Undo"))

class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self
        self.lines = [Line() for _ in range(20)]
        column = QVBoxLayout(self)
        for line in self.lines:
            column.addWidget(line)

application = QApplication([])
switch = LanguageSwitch(application, "tg")
gc.collect()
gc.freeze()
gc.disable()
windows = [Window() for _ in range(60)]
for window in windows:
    window.show()
application.processEvents()
gc.collect(0)
# They are found only in the middle of what follows: by a collection of a thousand new objects.
del window, windows
gc.set_threshold(1000, 1, 1)
gc.enable()
for code in ("ru", "en", "tg"):
    switch.choose(code)
    application.processEvents()
print("still here")
"""


def test_windows_that_nobody_holds_are_told_before_they_are_collected() -> None:
    """Qt walks over them with bare pointers; what Python deleted meanwhile ended the program."""
    done = subprocess.run(
        [sys.executable, "-c", GARBAGE],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr


@pytest.mark.parametrize("language", ["tg", "ru"])
def test_no_text_shows_how_a_sign_was_written_in_the_file(language: str) -> None:
    found = read_catalogue(sorted(resource("i18n").glob(f"*_{language}.ts")))
    signs = re.compile(r"&(#\w+|lt|gt|quot|apos|amp);")
    assert [form for forms in found.values() for form in forms if signs.search(form)] == []
    assert any("\N{NO-BREAK SPACE}" in form for forms in found.values() for form in forms)


@pytest.mark.parametrize("language", ["tg", "ru"])
def test_every_text_of_the_files_is_read_whatever_is_told_to_translators(language: str) -> None:
    for path in sorted(resource("i18n").glob(f"*_{language}.ts")):
        written = path.read_text(encoding="utf-8").count("<source>")
        assert len(read_catalogue([path])) == written, path.name
