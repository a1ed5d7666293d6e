"""Translations hold together: one for one source, labels that exist, spelling of 2021, Tajik letters."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.catalogue import (
    I18N,
    LANGUAGES,
    Said,
    checks,
    everything,
    short_texts_without_a_note,
    window,
)
from tests.architecture.tree import ROOT
from trainer_app.domain.base.catalogues import read_catalogue

_PLACES = frozenset({"Sidebar", "OfficeScreen", "CourseTabs"})
"""Here stand the names of screens and tabs, which are proper names: `Send` the screen, `Send` the button."""
_QUOTED = {
    "en": re.compile(r"“([^“”{}%]+)”"),
    "ru": re.compile("«([^«»{}%]+)»"),
    "tg": re.compile("«([^«»{}%]+)»"),
}
_ELSEWHERE = frozenset({
    # Headings, sheets, lines and columns of files.
    "день, с, до, тема", "day, from, to, topic", "рӯз, аз, то, мавзуъ",
    "what it is, text", "что это, текст", "чист, матн", "answer", "survey", "type",
    # Names that other programs give, and what is typed there.
    "adjust date and time", "date and time", "настроить дату и время", "дата и время", "сана ва вақт",
    "shrink", "уменьшить", "other, please specify", "другое (укажите)", "дигар (нишон диҳед)", "5-",
    # Commands.
    "certutil -hashfile file sha256", "certutil -hashfile файл sha256", "sha256sum file", "sha256sum файл",
    "python3 packaging/dev.py run", "backup salvage", "roster check", "recovery",
    # Columns of papers that are called so in print only.
    "correction", "исправление", "ислоҳ",
})  # fmt: skip
"""What is quoted and is no label of this program, as compared."""
_AMBIGUOUS = frozenset({
    "Both", "By", "Check", "Complete", "Copy", "Counted", "Entry", "Fits", "For", "Form", "Join",
    "Keep", "Light", "Line", "Lock", "Looks", "Mark", "Off", "On", "Open", "Part", "Period",
    "Receipt", "Register", "Replace", "Review", "Right", "Settled", "Spare", "Split", "Statement",
    "Stayed", "Stop", "Strong", "Turn", "View",
})  # fmt: skip
"""Words alone on a button or heading that are more than one thing in English: `#:` above `tr` says which."""
_OLD_SPELLING = re.compile(r"\b\w*ӯ(?:ҳ|ъ)\w*", re.IGNORECASE)
_LONG_VOWEL = re.compile(r"(?:гурӯҳ|кӯҳ(?!на)|шукӯҳ|анбӯҳ|пажӯҳ|андӯҳ|рӯҳ|шӯҳрат)", re.IGNORECASE)
"""Stems and names whose ӯ is a long vowel of its own, which decree 268 of 30 June 2021 leaves as it was."""
_BROKEN_STEM = re.compile(r"\b(?:рӯ|ҷо|мӯ|сӯ)и\b|\bҳарду|мавзӯи", re.IGNORECASE)
"""The stem of рӯй, ҷой ends in й: рӯйи, ҷойи."""
_NO_TAJIK_LETTER = re.compile("[щцыьЩЦЫЬ]")
_BORROWED = frozenset({
    "ООО", "Настроить", "Русский", "русский",
})  # fmt: skip
_MIXED = re.compile(r"[A-Za-z][а-яёғӣқӯҳҷ]|[а-яёғӣқӯҳҷ][A-Za-z]")
_COUNTED = re.compile(r"\d (?:%|мин|чел\.|соат)|\} (?:%|мин\b|чел\.|соат\b)|№ [\d{]")
_NUMBERED = re.compile(r"(?:№|\bNos?\.?) [\d{%]")
_HYPHEN = re.compile(r"\w - \w")


def two_translations(texts: Iterable[Said]) -> list[str]:
    """Return the sources of the window that are translated in two ways without a comment that tells why."""
    found: dict[tuple[str, str, str], dict[str, dict[str, list[str]]]] = defaultdict(dict)
    whole: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for said in texts:
        if said.language != "en" and said.context not in _PLACES:
            whole[said.language, said.source, said.comment, said.context].append(said.text)
    for (language, source, comment, context), forms in whole.items():
        ways = found[language, source, comment]
        ways.setdefault(" / ".join(forms), {}).setdefault("in", []).append(context)
    return [
        f"{language}: {source!r} is "
        + ", ".join(f"{text!r} in {where['in']}" for text, where in ways.items())
        for (language, source, _comment), ways in found.items()
        if len(ways) > 1
    ]


def unknown_labels(texts: Iterable[Said], labels: frozenset[str]) -> list[str]:
    """Return quoted labels that are none of the program's texts in that language."""
    return [
        f"{said.place} {said.context}: “{quoted}” is no label"
        for said in texts
        if not said.place.endswith(".md") and ".md:" not in said.place
        for quoted in _QUOTED[said.language].findall(said.text)
        if _compared(quoted) not in labels | _ELSEWHERE
    ]


def _compared(label: str) -> str:
    return re.sub(r"[…:.,\s]+$", "", label.replace("&", "")).strip().casefold()


_INSTALLER = {"tg": "TAJIK", "ru": "RUSSIAN", "en": "ENGLISH"}


def labels_of(language: str) -> frozenset[str]:
    """Return every text of a language as labels are compared, with those that the installer shows."""
    shown = (ROOT / "packaging" / "windows" / "texts.nsh").read_text(encoding="utf-8")
    of_installer = re.findall(rf'LANG_{_INSTALLER[language]}}} "(.+)"', shown)
    assert len(of_installer) > 10
    return frozenset(
        _compared(text) for text in (*(said.text for said in everything(language)), *of_installer)
    )


def misspelt(text: str) -> list[str]:
    """Return what is wrong in a Tajik text by the rules of 2021, or with its letters."""
    old = [word for word in _OLD_SPELLING.findall(text) if not _LONG_VOWEL.search(word)]
    letters = [
        word
        for word in re.findall(r"\w+", text)
        if _NO_TAJIK_LETTER.search(word) and word not in _BORROWED and not re.search("[A-Za-z]", word)
    ]
    return [*old, *_BROKEN_STEM.findall(text), *letters, *_MIXED.findall(text)]


def badly_set(text: str) -> list[str]:
    """Return where a unit may stand alone on the next line, and where a hyphen does a dash's work."""
    return [*_COUNTED.findall(text), *_HYPHEN.findall(text)]


def test_one_source_has_one_translation() -> None:
    wrong = two_translations(window())
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quoted_labels_exist(language: str) -> None:
    wrong = unknown_labels(everything(language), labels_of(language))
    assert not wrong, "\n".join(wrong)


def test_tajik_is_spelt_by_the_rules_of_2021_in_its_own_letters() -> None:
    wrong = [
        f"{said.place} {said.context}: {found}" for said in everything("tg") if (found := misspelt(said.text))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_numbers_keep_their_units_and_dashes_are_dashes(language: str) -> None:
    wrong = [
        f"{said.place} {said.context}: {found}"
        for said in everything(language)
        if (found := badly_set(said.text)) and ".md:" not in said.place
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_words_of_two_senses_have_a_note_for_the_translator(language: str) -> None:
    files = sorted(I18N.glob(f"*_{language}.ts"))
    wrong = [each for path in files for each in short_texts_without_a_note(path, _AMBIGUOUS)]
    assert not wrong, "\n".join(wrong)


def test_a_word_without_a_note_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a_tg.ts"
    message = "<message><source>Light</source>{}<translation>x</translation></message>"
    for note, count in (
        ("", 1),
        ("<extracomment>colours</extracomment>", 0),
        ("<comment>colours</comment>", 0),
    ):
        path.write_text(f"<TS><context><name>A</name>{message.format(note)}</context></TS>", encoding="utf-8")
        assert len(short_texts_without_a_note(path, _AMBIGUOUS)) == count


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_program_reads_every_text_that_the_files_hold(language: str) -> None:
    files = sorted(I18N.glob(f"*_{language}.ts"))
    held = {
        (text.context, text.source, text.comment): text.forms
        for path in files
        for text in checks.read_ts(path)
    }
    assert read_catalogue(files) == held


def test_each_file_is_for_one_of_the_languages() -> None:
    assert {path.stem[-2:] for path in I18N.glob("*.ts")} == set(LANGUAGES) - {"en"}


def test_a_second_translation_is_found_unless_a_comment_tells_it_apart() -> None:
    one = Said("tg", "a.ts", "Page", "Open", "Кушодан")
    assert two_translations([one, Said("tg", "a.ts", "Form", "Open", "Кушодан")]) == []
    assert two_translations([one, Said("tg", "a.ts", "Form", "Open", "Кушода", "state")]) == []
    assert len(two_translations([one, Said("tg", "a.ts", "Form", "Open", "Кушода")])) == 1


def test_a_label_that_is_not_there_is_found() -> None:
    said = Said("en", "messages/a.json", "a.b", "", "Press “Rescue the data”.")
    assert unknown_labels([said], frozenset()) == ["messages/a.json a.b: “Rescue the data” is no label"]
    assert unknown_labels([said], frozenset({"rescue the data"})) == []


@pytest.mark.parametrize(
    "text",
    ["мавзӯъ", "мӯҳлат", "кӯҳна", "сӯҳбат", "аз рӯи рӯйхат", "ба ҷои ӯ", "ҳарду", "щека", "рақaм"],
)
def test_a_misspelling_is_found(text: str) -> None:
    assert misspelt(text)


@pytest.mark.parametrize(
    "text", ["гурӯҳи якум", "кӯҳ", "рӯйи коғаз", "ҷойи баргузорӣ", "ҳар ду", "имзои худ"]
)
def test_what_is_right_is_not_found(text: str) -> None:
    assert misspelt(text) == []


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_a_number_stays_beside_its_sign(language: str) -> None:
    wrong = [
        f"{said.place} {said.context}: {said.text!r}"
        for said in everything(language)
        if _NUMBERED.search(said.text) and ".md:" not in said.place and "template.json" not in said.place
    ]
    assert not wrong, "\n".join(wrong)


def test_a_number_stays_beside_its_sign_where_the_program_writes_it() -> None:
    written = re.compile(r"""[f"'].*№ \{""")
    wrong = [
        f"{path.name}:{row}"
        for path in sorted(ROOT.joinpath("trainer_app").rglob("*.py"))
        for row, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if written.search(line)
    ]
    assert not wrong, wrong


def test_english_has_one_sign_of_a_number() -> None:
    """S3: three of them stood side by side."""
    other = re.compile("№|\\bNo[\\s\u00a0]?[{%\\d]")
    wrong = [f"{said.place}: {said.text!r}" for said in everything("en") if other.search(said.text)]
    for area in ("ui", "documents", "actions", "cli"):
        for path in sorted(ROOT.joinpath("trainer_app", area).rglob("*.py")):
            lines = path.read_text(encoding="utf-8").splitlines()
            wrong += [
                f"{path}: {line}" for line in lines if "№" in line and '"""' not in line and "(?:" not in line
            ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", ["25 %", "{n} мин", "№ {number}", "файл - копия"])
def test_a_unit_on_its_own_is_found(text: str) -> None:
    assert badly_set(text)
