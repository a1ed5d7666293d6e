"""Pages of the help: whole in every language, quoting the window alone, found in any script."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from tests import help_pictures
from trainer_app.domain.base import help_pages
from trainer_app.domain.base.catalogues import read_catalogue
from trainer_app.domain.base.help_pages import BlockKind, HelpBlock, HelpPage, read_page
from trainer_app.domain.base.texts import LANGUAGES, SOURCE, find_words, resource
from trainer_app.ui.shell.navigation import SCREENS, TABS

OTHERS = [code for code in LANGUAGES if code != SOURCE]
NAMES = [entry.name for entry in help_pages.entries()]


def marks(name: str, language: str, pattern: str) -> list[str]:
    """Return what a page's source names."""
    text = resource("help", language, f"{name}.md").read_text(encoding="utf-8")
    return re.findall(pattern, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_at_most_a_screen_long(language: str) -> None:
    files = {path.stem for path in resource("help", language).glob("*.md")}
    assert files == set(NAMES), "a page that no entry names, or an entry without a page"
    for page in help_pages.pages(language):
        assert page.title
        assert page.blocks
        assert len(page.plain) < 1700, f"{language}/{page.name} is longer than a screen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_after_a_link_begins_with_a_capital(language: str) -> None:
    small = re.compile(r"\(\w[\w-]*\)(?: \w+)?\. [^\W\dA-ZА-ЯЁҒӢҚӮҲҶ_]")
    for path in resource("help", language).glob("*.md"):
        assert small.findall(path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize("language", OTHERS)
def test_no_page_quotes_a_text_that_the_window_does_not_have(language: str) -> None:
    """`dev.py check` holds these files against the code: what is in them is in the window."""
    known = read_catalogue(sorted(resource("i18n").glob(f"*_{language}.ts")))
    for name, (context, source) in help_pages.labels().items():
        if context:
            assert (context, source, "") in known, f"{name}: the window has no {source!r} in {context}"
        else:
            assert find_words(source) is not None, f"{name}: there is no message {source}"


def test_every_label_is_used_and_every_language_quotes_the_same_ones() -> None:
    used: set[str] = set()
    for name in NAMES:
        quoted = {language: sorted(marks(name, language, r"\{(\w+)\}")) for language in LANGUAGES}
        assert all(set(each) == set(quoted[SOURCE]) for each in quoted.values()), (name, quoted)
        used |= set(quoted[SOURCE])
    used |= set(re.findall(r"\{(\w+)\}", resource("help", "terms.json").read_text(encoding="utf-8")))
    assert used == set(help_pages.labels())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    explained = set()
    for page in help_pages.pages(language):
        for span in (span for block in page.blocks for span in block.spans if span.link):
            if span.link.startswith("?"):
                assert help_pages.term(span.link[1:], language) is not None, (page.name, span)
                explained.add(span.link[1:])
            else:
                assert span.link in NAMES, (page.name, span)
    assert explained == {term.name for term in help_pages.terms(language)}, "a word that no page links to"


def test_every_place_of_a_page_exists_and_every_screen_has_one() -> None:
    screens = {spec.name for spec in SCREENS}
    tabs = {f"course/{spec.name}" for spec in TABS}
    places = {place for entry in help_pages.entries() for place in entry.places}
    starts = {"first_start", "unlock", "forgotten", "trouble", "backup_page", "salvage", "recovery", "again"}
    starts |= {"new_key_page", "first_office", "new_desk", "server_away", "moving_page", "who"}
    offices = {
        f"office/{part}" for part in ("incoming", "laptops", "keys", "reports", "archive", "retention")
    }
    assert places <= screens | tabs | starts | offices | {"course/signatures"}
    assert screens | tabs <= places


def test_the_page_for_a_place_depends_on_who_works_there() -> None:
    assert help_pages.page_for("course/attendance", "trainer") == "marking"
    assert help_pages.page_for("sending", "trainer") == "sending"
    assert help_pages.page_for("sending", "office") == "office-laptops"
    assert help_pages.page_for("office/reports", "office") == "office-reports"
    assert help_pages.page_for("office/unheard", "office") == "office-laptops"
    assert help_pages.page_for("nowhere", "trainer") == NAMES[0]
    assert help_pages.page_for("sending", "travels") == "sending"
    assert help_pages.page_for("office/reports", "travels") == "office-reports"
    travels = {page.name for page in help_pages.pages("tg", "travels")}
    assert "office-travels" in travels
    assert "office-laptops" not in travels
    trainers = {page.name for page in help_pages.pages("ru", "trainer")}
    assert "office-reports" not in trainers
    assert "sending" in trainers


SOUGHT = {
    "retention": {"en": ("erase", "retention"), "ru": ("стереть", "хранение"), "tg": ("нест кардан",)},
    "archive": {"en": ("archive",), "ru": ("архив",), "tg": ("бойгонӣ",)},
    "office-reports": {"en": ("quarter", "district"), "ru": ("квартал", "район"), "tg": ("семоҳа", "ноҳия")},
    "project": {"en": ("logo", "donor"), "ru": ("логотип", "донор"), "tg": ("логотип", "донор")},
    "office-travels": {"en": ("road",), "ru": ("поездка", "командировка"), "tg": ("сафар",)},
    "settings": {"en": ("settings",), "ru": ("настройки",), "tg": ("танзимот",)},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_office_looks_for_has_its_page(language: str) -> None:
    for name, words in SOUGHT.items():
        for sought in words[language]:
            found = [page.name for page in help_pages.search(language, sought, "office")]
            assert name in found[:3], (sought, found)


def test_each_part_of_the_office_has_a_page_of_its_own_kind() -> None:
    assert help_pages.page_for("office/archive", "office") == "archive"
    assert help_pages.page_for("office/retention", "office") == "retention"
    assert (
        help_pages.page_for("settings", "office") == help_pages.page_for("settings", "trainer") == "settings"
    )


def test_a_page_is_read_into_steps_points_tips_and_pictures() -> None:
    text = (
        "# What **is** it\n\nOne\ntwo `F1`.\n\n1. Press {rail_today},\n   wait.\n2. See [there](course)."
        "\n- a\n- b\n\n> Mind [this](?stick).\n\n![A picture](grid)\n"
    )
    page = read_page("probe", text, "en")
    assert page.title == "What is it"
    kinds = [block.kind for block in page.blocks]
    step, point = BlockKind.STEP, BlockKind.POINT
    assert kinds == [BlockKind.TEXT, step, step, point, point, BlockKind.TIP, BlockKind.PICTURE]
    assert [block.number for block in page.blocks] == [0, 1, 2, 0, 0, 0, 0]
    assert page.blocks[0].plain == "One two F1."
    assert page.blocks[1].plain == "Press Today, wait."
    assert help_pages.written(page.blocks[1], "ru") == "1. Press «Today», wait."
    assert help_pages.written(page.blocks[1], "en") == "1. Press “Today”, wait."
    assert page.blocks[2].spans[1].link == "course"
    assert page.blocks[5].spans[1].link == "?stick"
    assert page.blocks[6].picture == "grid"
    with pytest.raises(KeyError):
        read_page("probe", "# A\n\nPress {no_such_button}.", "en")


def test_a_step_has_the_number_of_its_own_list() -> None:
    page = read_page("probe", "# A\n\n1. a\n2. b\n\n![P](p)\n\n3. c\n\n**Then:**\n\n1. d\n", "en")
    assert [block.number for block in page.blocks] == [1, 2, 0, 3, 0, 1]


def shown_pictures(language: str) -> list[HelpBlock]:
    """Return the pictures of all pages."""
    blocks = (block for page in help_pages.pages(language) for block in page.blocks)
    return [block for block in blocks if block.kind is BlockKind.PICTURE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_in_its_language_and_stands_on_one_page(language: str) -> None:
    shown = shown_pictures(language)
    files = sorted(path.stem for path in resource("help", language, "pictures").iterdir())
    assert sorted(block.picture for block in shown) == files != []
    assert files == sorted(block.picture for block in shown_pictures(SOURCE))
    for block in shown:
        assert block.plain, f"{block.picture}: what it shows is not said"
        with Image.open(help_pages.picture_file(block.picture, language)) as picture:
            assert picture.mode == "P", "few colours"
            assert picture.width == 700


def test_the_pictures_are_small_and_not_the_same_in_two_languages() -> None:
    files = [
        help_pages.picture_file(block.picture, language)
        for language in LANGUAGES
        for block in shown_pictures(language)
    ]
    assert sum(file.stat().st_size for file in files) < 2_000_000
    assert len({file.read_bytes() for file in files}) == len(files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pictures_say_what_the_program_says_now(language: str) -> None:
    """Whoever changes a word that stands in one draws it anew: `dev.py pictures --help-pages`."""
    said = json.loads(help_pictures.WORDS.read_bytes())[language]
    assert sorted(said) == sorted(block.picture for block in shown_pictures(language))
    known = help_pictures.texts_of(language)
    assert [name for name, words in said.items() if not words] == ["grid"], "letters and names alone"
    for name, words in said.items():
        assert set(words) <= known, f"{name}: {sorted(set(words) - known)} is said no more"


def test_an_unknown_language_gets_the_english_picture() -> None:
    assert help_pages.picture_file("grid", "xx") == help_pages.picture_file("grid", SOURCE)


def test_a_label_that_counts_has_no_number_of_its_own() -> None:
    assert help_pages.label_text("import_questions", "en") == "Questions without an answer"
    assert help_pages.label_text("certificates_issue", "ru") == "Выдать … сертификатов"
    assert help_pages.label_text("participants_replaced", "en") == "Find a replacement"


def found(language: str, query: str, role: str = "") -> list[str]:
    return [page.name for page in help_pages.search(language, query, role)]


def test_search_minds_neither_case_nor_script_nor_endings() -> None:
    assert found("ru", "СЕРТИФИКАТАМИ")[0] == "certificates"
    assert found("ru", "sertifikat")[0] == "certificates"
    assert found("tg", "шаходатнома")[0] == "certificates"
    assert found("en", "usb stick") == found("en", "stick usb") != []
    assert found("ru", "отчёты")[0] == "office-reports"
    assert "office-reports" not in found("ru", "отчёты", "trainer")
    assert found("en", "qwerty") == []
    assert found("en", " ") == NAMES


@pytest.mark.parametrize(
    ("language", "asked", "meant"),
    [
        ("ru", "сертефикат", "сертификат"),
        ("ru", "посещаимость", "посещаемость"),
        ("en", "attendence", "attendance"),
        ("en", "cetrificate", "certificate"),
    ],
)
def test_one_wrong_letter_in_a_word_is_forgiven(language: str, asked: str, meant: str) -> None:
    assert found(language, asked)[0] == found(language, meant)[0]
    assert len(found(language, asked)) > 2


@pytest.mark.parametrize("name", ["Назаров", "Рахимов", "Шарипов", "Каримова"])
def test_a_name_is_no_mistyped_word(name: str) -> None:
    assert found("ru", name) == []


def test_where_no_page_has_all_words_those_with_most_of_them_are_found() -> None:
    assert found("ru", "потерял пароль")[0] == "backup"
    assert found("ru", "пароль отпуск") == []
    some = [page.name for page in help_pages.search_any("ru", "пароль отпуск")]
    assert some.index("backup") < 3
    assert help_pages.search_any("en", "qwerty of") == ()
    assert [term.name for term in help_pages.search_terms("ru", "потерял пароль")] == ["recovery"]


def everyday() -> list[tuple[str, str, str]]:
    """Return the table of everyday words: the pages that answer them, language, words."""
    lines = (Path(__file__).parent / "help_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(row[0], code, words) for row in rows for code, words in zip(SPOKEN, row[1:], strict=True)]


SPOKEN = ("en", "ru", "tg")


def test_everyday_words_find_the_page_that_a_trainer_needs() -> None:
    asked = everyday()
    assert len(asked) >= 3 * 60
    assert {page for pages, *_ in asked for page in pages.split("|")} <= set(NAMES)
    wrong = []
    for pages, language, words in asked:
        shown = help_pages.search(language, words, "trainer")
        shown = shown or help_pages.search_any(language, words, "trainer")
        first = [page.name for page in shown[:3]]
        if not set(first) & set(pages.split("|")):
            wrong.append(f"{language} {words}: {first}, not {pages}")
    assert not wrong, "\n".join(wrong)


def test_a_title_comes_before_what_is_bold_and_that_before_the_text() -> None:
    assert found("en", "feedback")[0] == "feedback"
    assert found("ru", "расписание")[0] == "course"
    assert found("en", "leaves")[0] == "replaced", "it stands in bold there"
    assert found("ru", "отчеты") == found("ru", "отчёты")


def test_each_group_of_synonyms_leads_to_a_page() -> None:
    kept = json.loads(resource("help", "synonyms.json").read_text(encoding="utf-8"))
    assert set(kept) == set(LANGUAGES)
    for language, groups in kept.items():
        for group in groups:
            assert len(set(group)) == len(group) > 1, group
            assert found(language, group[0]), (language, group)


@pytest.mark.parametrize(
    ("words", "term"),
    [("второй ввод", "second-entry"), ("медиана", "median"), ("нормированный прирост", "gain")],
)
def test_words_that_stand_on_the_screen_are_explained(words: str, term: str) -> None:
    assert help_pages.search_terms("ru", words)[0].name == term


def test_terms_are_found_and_stand_in_the_order_of_their_words() -> None:
    assert [term.name for term in help_pages.search_terms("en", "PASS")] == ["passphrase"]
    assert help_pages.search_terms("en", "") == ()
    for language in LANGUAGES:
        words = [term.word.casefold() for term in help_pages.terms(language)]
        assert all(first <= second for first, second in pairwise(words))
    assert help_pages.term("unheard", "en") is None
    assert not any("{" in term.meaning for language in LANGUAGES for term in help_pages.terms(language))


def test_an_unknown_language_gets_the_english_page() -> None:
    page = help_pages.page("course", "xx")
    assert isinstance(page, HelpPage)
    assert page.title == help_pages.page("course", SOURCE).title


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("settings", {"en": ("font", "zoom", "scale", "larger letters")}),
        ("settings", {"ru": ("шрифт", "масштаб", "крупный шрифт", "увеличить буквы")}),
        ("settings", {"tg": ("шрифт", "масштаб", "ҳарфҳои калон")}),
        ("conflicts", {"en": ("conflict", "contradiction", "proposal")}),
        ("conflicts", {"ru": ("конфликт", "противоречие", "предложение", "расхождение")}),
        ("conflicts", {"tg": ("ихтилоф", "конфликт", "зиддият", "пешниҳод")}),
        ("conflicts", {"en": ("two people who are one", "same person twice", "join two people")}),
        ("conflicts", {"ru": ("двое один человек", "два человека это один", "объединить людей")}),
        ("conflicts", {"tg": ("ду нафар як шахс", "якҷоя кардани одамон")}),
    ],
)
def test_words_that_do_not_stand_on_a_page_find_it_and_are_not_shown(
    name: str, words: dict[str, tuple[str, ...]]
) -> None:
    for language, asked in words.items():
        for role in ("trainer", "office"):
            assert all(found(language, each, role)[0] == name for each in asked), (language, role)
        page = help_pages.page(name, language)
        assert page.sought
        assert page.sought not in page.plain
        assert "%" not in page.plain


def test_what_a_proposal_is_stands_in_the_glossary() -> None:
    for language, asked in {"en": "proposal", "ru": "предложение", "tg": "пешниҳод"}.items():
        assert [term.name for term in help_pages.search_terms(language, asked)] == ["proposal"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_of_a_chosen_laptop_is_named_as_it_then_stands_there(language: str) -> None:
    """“Write a file for K1”: the page said "for this laptop", which no button says once one is chosen."""
    assert help_pages.label_text("laptops_write", language).endswith(" …")
