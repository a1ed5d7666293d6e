"""The proof list: names as printed, corrected in a small form, and whose paper shows another name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, shown, story, tab
from tests.ui.driving import click, press, settle, type_text
from tests.ui.evaluation_parts import TAB_SIZE, chip_room, cut_heads
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates, eligibility, printing
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.people.latin import LatinOrder, suggest_latin
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.indicators import chip_width

__all__ = ["ended", "shown", "story", "tab"]


@pytest.fixture
def names(tab: CertificatesTab) -> CertificatesTab:
    """Open the view of the names, as a click does."""
    click(tab.switch.button("names"))
    settle()
    return tab


def cell(tab: CertificatesTab, row: int, name: str) -> str:
    model = tab.names.model
    at = [column.name for column in model.columns].index(name)
    return str(model.data(model.index(row, at)))


def person_of(tab: CertificatesTab, row: int) -> str:
    return tab.names.model.row(row).person


def test_both_scripts_stand_side_by_side(names: CertificatesTab) -> None:
    assert not names.board.what_if.isVisible()
    assert cell(names, 0, "name") == "Абдуллоева Мавҷуда"
    assert cell(names, 0, "latin") == "Latin 1"
    assert cell(names, 0, "state") == "Fits"
    assert (cell(names, 1, "latin"), cell(names, 1, "state")) == ("Farrukh Azizov?", "No Latin spelling")


def test_a_name_typed_in_latin_letters_lacks_nothing(names: CertificatesTab, ended: Story) -> None:
    take = names.names.buttons["take_latin"]

    def missing() -> int:
        drafts = certificates.draft(ended.work, ended.course, "en")
        return len(printing.missing_in_print(ended.work, ended.course, drafts).latin)

    assert (take.isVisible(), missing()) == (True, 1)
    changed = {"family": "Weber", "given": "Anna", "patronymic": ""}
    people.change_person(ended.work, person_of(names, 1), changed)
    names.refresh()
    assert (cell(names, 1, "latin"), cell(names, 1, "state")) == ("Weber Anna", "Latin letters")
    assert (take.isVisible(), missing()) == (False, 0)


def test_a_latin_spelling_is_optional_where_no_paper_prints_it(names: CertificatesTab, ended: Story) -> None:
    course = courses.get_course(ended.work, ended.course).course
    title = Texts(tg=course.title["tg"], ru=course.title["ru"])
    courses.change_course(ended.work, ended.course, replace(courses.draft_of(course), title=title))
    names.refresh()
    assert (cell(names, 1, "latin"), cell(names, 1, "state")) == ("optional", "Fits")
    assert not names.names.buttons["take_latin"].isVisible()
    click(names.issue)
    assert not any("Latin" in note.words.text() for note in names.issue_form.findChildren(NoteRow))


def test_all_suggestions_are_taken_at_once_and_undone_at_once(names: CertificatesTab, ended: Story) -> None:
    for row in names.names.rows[3:5]:
        people.change_person(ended.work, row.person, {"latin": None})
    names.refresh()
    lacking = [row for row in names.names.rows if not row.latin]
    typed = [row.latin for row in names.names.rows if row.latin]
    assert len(lacking) > 1
    button = names.names.buttons["take_latin"]
    assert button.text() == f"Take {len(lacking)} Latin suggestions"
    click(button)
    assert all(row.latin for row in names.names.rows)
    assert [row.latin for row in names.names.rows if row.latin in typed] == typed, "what was typed stays"
    assert people.get_person(ended.work, person_of(names, 1)).latin == "Farrukh Azizov"
    assert button.isHidden()
    assert names.names.view.hasFocus()
    history.undo(ended.work)
    names.refresh()
    assert len([row for row in names.names.rows if not row.latin]) == len(lacking)


def test_the_form_of_issuing_takes_all_latin_spellings_at_one_press(
    names: CertificatesTab, ended: Story, shown: Shown
) -> None:
    lacking = [row for row in names.names.rows if row.lacks_latin]
    click(names.issue)
    form = names.issue_form
    warned = [note.words.text() for note in form.findChildren(NoteRow) if not note.isHidden()]
    assert any("without a Latin spelling" in each for each in warned)
    assert form.latin.text() == f"Take {len(lacking)} Latin suggestion{'s' * (len(lacking) > 1)}"
    assert "Farrukh Azizov" in form.latin.toolTip()
    click(form.latin)
    assert form.isVisible()
    assert people.get_person(ended.work, person_of(names, 1)).latin == "Farrukh Azizov"
    assert form.latin.isHidden()
    assert not any("Latin" in note.words.text() for note in form.findChildren(NoteRow) if note.isVisible())
    assert len(shown.undo) == 1, "one press did much: a way back is offered"
    told = shown.notices[-1]
    assert (told.title, told.text) == (
        "1 Latin spelling taken over",
        "Азизов Фаррух → Farrukh Azizov",
    )
    (offer,) = told.offers
    assert offer.words == "Undo"
    offer.act()
    assert not people.get_person(ended.work, person_of(names, 1)).latin
    names.context.redo_last()
    click(form.rows["second"].field.button("none"))
    click(form.rows["second"].field.button("en"))
    names.context.undo_last()
    settle()
    assert not people.get_person(ended.work, person_of(names, 1)).latin
    # S2: the open form said nothing any more, and certificates were printed without the line.
    assert [note.words.text() for note in form.findChildren(NoteRow) if not note.isHidden()] == warned
    assert form.latin.isVisible()
    assert form.latin.text().startswith(f"Take {len(lacking)} Latin")
    names.context.redo_last()
    assert people.get_person(ended.work, person_of(names, 1)).latin == "Farrukh Azizov"
    assert form.latin.isHidden()


def test_the_form_takes_the_spellings_of_those_of_whom_it_says_that_they_have_none(
    names: CertificatesTab, ended: Story, shown: Shown
) -> None:
    """S3: "3 names without a Latin spelling" stood above "Take 4", which took those of the whole course."""
    board = {row.enrolment: row for row in eligibility.board(ended.work, ended.course)}
    none = next(row for row in names.names.rows if board[row.enrolment].result is CertificateKind.NONE)
    some = [row.person for row in names.names.rows[3:5]]
    for person in (none.person, *some):
        people.change_person(ended.work, person, {"latin": None})
    names.refresh()
    click(names.issue)
    form = names.issue_form
    told = [note.words.text() for note in form.findChildren(NoteRow) if not note.isHidden()]
    assert "3 names without a Latin spelling: that line stays empty." in told
    assert form.latin.text() == "Take 3 Latin suggestions"
    assert len(form.latin.toolTip().splitlines()) == 3
    click(form.latin)
    assert form.latin.isHidden()
    assert all(people.get_person(ended.work, person).latin for person in some)
    assert not people.get_person(ended.work, none.person).latin, "who gets no certificate was not meant"


def spell(ended: Story, tab: CertificatesTab, spellings: dict[int, str]) -> None:
    """Type Latin spellings; everybody else has none that tells its order."""
    for row, latin in spellings.items():
        people.change_person(ended.work, person_of(tab, row), {"latin": latin})
    tab.refresh()


def latin_of(ended: Story, tab: CertificatesTab, row: int) -> str:
    return people.get_person(ended.work, person_of(tab, row)).latin


def test_another_order_of_a_latin_name_is_remarked_on_and_put_right_by_a_press(
    names: CertificatesTab, ended: Story
) -> None:
    page = names.names
    parts = {row: people.get_person(ended.work, person_of(names, row)) for row in range(5)}
    given = {row: suggest_latin(who.family, who.given) for row, who in parts.items()}
    family = {
        row: suggest_latin(who.family, who.given, LatinOrder.FAMILY_FIRST) for row, who in parts.items()
    }
    spell(ended, names, {0: given[0], 1: given[1], 2: given[2], 3: family[3], 4: family[4]})
    assert [cell(names, row, "state") for row in range(5)] == ["Fits"] * 3 + ["Given name first?"] * 2
    one, all_of_them = page.buttons["turn_latin"], page.buttons["turn_latin_all"]
    page.view.selectRow(0)
    assert (one.isVisible(), all_of_them.isVisible()) == (False, True)
    page.view.selectRow(3)
    assert page.card.about.second.text() == f"Given name first, as on the others: {given[3]}?"
    assert (one.text(), all_of_them.text()) == ("Given name first", "Given name first: all 2")
    click(one)
    assert [latin_of(ended, names, row) for row in (3, 4)] == [given[3], family[4]], "the other one stays"
    page.view.selectRow(0)
    click(all_of_them)
    assert latin_of(ended, names, 4) == given[4]
    assert [latin_of(ended, names, row) for row in range(3)] == [given[row] for row in range(3)]
    assert (one.isVisible(), all_of_them.isVisible()) == (False, False)
    assert {cell(names, row, "state") for row in range(5)} == {"Fits"}
    history.undo(ended.work)
    names.refresh()
    assert latin_of(ended, names, 4) == family[4]


def test_new_spellings_are_offered_in_the_order_of_those_that_are_typed(
    names: CertificatesTab, ended: Story
) -> None:
    who = people.get_person(ended.work, person_of(names, 0))
    spell(ended, names, {0: suggest_latin(who.family, who.given, LatinOrder.FAMILY_FIRST)})
    assert cell(names, 1, "latin") == "Azizov Farrukh?"
    names.names.view.selectRow(1)
    click(names.names.buttons["edit"])
    latin = names.name_form.rows["fields"].rows["latin"].field
    assert "Azizov Farrukh" in latin.suggest.text()
    press(names.name_form, Qt.Key.Key_Escape)
    click(names.names.buttons["take_latin"])
    assert latin_of(ended, names, 1) == "Azizov Farrukh"
    assert not names.names.buttons["turn_latin_all"].isVisible()


def test_keys_mean_the_row_that_is_seen_however_it_is_sorted(names: CertificatesTab) -> None:
    view = names.names.view
    name = [column.name for column in names.names.model.columns].index("name")
    for _ in range(2):
        view.sort_by(name)
    last = max(names.names.rows, key=lambda row: row.number)
    assert person_of(names, 0) == last.person, "from the end of the alphabet"
    view.selectRow(0)
    view.setFocus()
    press(view, Qt.Key.Key_Space)
    settle()
    assert [row.person for row in names.names.rows if row.checked] == [last.person]
    assert person_of(names, 0) == last.person, "it stays sorted"
    assert view.currentIndex().row() == 1


def test_a_missing_latin_spelling_is_taken_from_the_suggestion(names: CertificatesTab, ended: Story) -> None:
    names.names.view.selectRow(1)
    names.names.view.setFocus()
    press(names.names.view, Qt.Key.Key_Return)
    form = names.name_form
    assert form.isVisible()
    latin = form.rows["fields"].rows["latin"].field
    assert latin.line.hasFocus()
    assert "Farrukh Azizov" in latin.suggest.text()
    click(latin.suggest)
    press(latin.line, Qt.Key.Key_Return)
    settle()
    assert form.isHidden()
    assert people.get_person(ended.work, person_of(names, 1)).latin == "Farrukh Azizov"
    assert cell(names, 1, "state") == "Fits"


def test_only_what_was_changed_is_written(names: CertificatesTab, ended: Story) -> None:
    before = ended.work.journal.number
    names.names.view.selectRow(0)
    click(names.names.buttons["edit"])
    click(names.name_form.accept_button)
    assert names.name_form.isHidden()
    assert ended.work.journal.number == before
    click(names.names.buttons["edit"])
    type_text(names.name_form.rows["fields"].rows["patronymic"].field, "Ҳакимовна")
    click(names.name_form.accept_button)
    settle()
    assert ended.work.journal.number == before + 1
    assert cell(names, 0, "name") == "Абдуллоева Мавҷуда Ҳакимовна"


def test_a_name_cannot_be_emptied(names: CertificatesTab, ended: Story) -> None:
    names.names.view.selectRow(0)
    click(names.names.buttons["edit"])
    names.name_form.rows["fields"].rows["family"].field.clear()
    click(names.name_form.accept_button)
    assert names.name_form.isVisible()
    assert names.name_form.rows["fields"].rows["family"].error.text()
    assert people.get_person(ended.work, person_of(names, 0)).family == "Абдуллоева"


@pytest.mark.parametrize(
    ("fields", "state", "said"),
    [
        (
            {
                "family": "Абдулмаҷидзода-Давлатшоҳӣ-Раҳматуллозода-Муҳаммадшарифӣ",
                "patronymic": "Муҳаммадшарифхоҷаевич",
            },
            "On two lines",
            "two lines",
        ),
        ({"given": "Зар漢ина"}, "Unknown letters", "漢"),
    ],
)
def test_what_will_not_look_right_is_named_beside_the_name(
    names: CertificatesTab, ended: Story, fields: dict[str, object], state: str, said: str
) -> None:
    people.change_person(ended.work, person_of(names, 4), fields)  # type: ignore[arg-type]
    names.refresh()
    names.names.view.selectRow(4)
    settle()
    assert cell(names, 4, "state") == state
    assert said in names.names.card.about.second.text()


@pytest.mark.parametrize(
    ("fields", "state", "said"),
    [
        ({"family": "Қурбонов", "given": "Д.", "latin": "D. Qurbonov"}, "Not the full name", "full name"),
        (
            {"family": "Қурбонов", "given": "Далер", "patronymic": "Давлат...", "latin": "D. Q"},
            "Name cut off",
            "the name is cut off",
        ),
        (
            {"family": "Раҳмонова", "given": "Гулноз", "patronymic": "Бобоеви", "latin": "G. B. Rahmonova"},
            "Name cut off",
            "Раҳмонова Гулноз Бобоеви: the name is cut off",
        ),
        ({"family": "Қурбонов", "given": "бахтиёр", "latin": "B. Q"}, "Small letter", "small letter"),
        (
            {"family": "Махмудов", "given": "", "patronymic": "", "latin": "Makhmudov"},
            "One word only",
            "is one word",
        ),
        (
            {"family": "Қурбонов", "given": "Далер", "patronymic": "Каримовіч", "latin": "D. Q"},
            "Foreign letter",
            "another alphabet",
        ),
        ({"family": "Қурбонов", "given": "Далер", "latin": "D. Qurbonov"}, "Latin not full", "D. Qurbonov"),
        (
            {"family": "Қурбонов", "given": "Далер", "rank": "с-на"},
            "Unknown rank",
            "the rank “с-на” is unknown",
        ),
    ],
)
def test_a_name_that_is_not_whole_has_a_remark_before_it_is_checked_and_issued(
    names: CertificatesTab, ended: Story, fields: dict[str, object], state: str, said: str
) -> None:
    assert "remark" not in names.names.tools.count.text()
    people.change_person(ended.work, person_of(names, 4), fields)  # type: ignore[arg-type]
    names.refresh()
    names.names.view.selectRow(4)
    settle()
    assert cell(names, 4, "state") == state
    assert said in names.names.card.about.second.text()
    assert names.names.tools.count.text().endswith(" · 1 name with a remark")
    click(names.issue)
    shown = [note.words.text() for note in names.issue_form.findChildren(NoteRow) if not note.isHidden()]
    assert shown[0].startswith(f"No.\u00a05 {fields['family']}")
    assert said in shown[0]
    assert not any("Азизов" in each and said in each for each in shown), "whole names have none"
    eligibility.check_names(ended.work, ended.course, [row.enrolment for row in names.names.rows])
    names.refresh()
    click(names.issue)
    assert names.issue_form.accept_button.text().endswith("all the same")
    click(names.issue_form.names)
    assert names.switch.value() == "names"


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        ({"given": "Б.", "latin": ""}, "given"),
        ({"patronymic": "Раҳмонови", "latin": ""}, "patronymic"),
        ({"given": "бахтиёр", "latin": ""}, "family"),
        ({"latin": ""}, "latin"),
    ],
)
def test_a_correction_begins_at_what_is_not_whole(
    names: CertificatesTab, ended: Story, fields: dict[str, object], start: str
) -> None:
    people.change_person(ended.work, person_of(names, 4), fields)  # type: ignore[arg-type]
    names.refresh()
    names.names.view.selectRow(4)
    names.names.view.opened.emit(4)
    settle()
    entry = names.name_form.rows["fields"].entry(start)
    assert names.name_form.isVisible()
    focused = names.window().focusWidget()
    assert focused is entry or entry.isAncestorOf(focused)


@pytest.mark.parametrize(("printed", "state"), [("ru", "Latin letters"), ("tg", "Latin letters"), ("en", "")])
def test_a_name_in_latin_letters_is_pointed_at_where_the_paper_is_in_others(
    names: CertificatesTab, ended: Story, printed: str, state: str
) -> None:
    people.change_person(ended.work, person_of(names, 4), {"family": "Rahimov", "given": "Daler"})
    rows = printing.proof_list(ended.work, ended.course, printed)
    (row,) = [each for each in rows if "Rahimov" in each.name]
    assert [each.code for each in row.doubts] == (["certificate.name_latin"] if state else [])
    names.names.language = printed
    names.refresh()
    shown = [cell(names, at, "state") for at in range(names.names.model.rowCount())]
    assert ("Latin letters" in shown) == bool(state)


def test_a_paper_that_shows_another_name_is_replaced_from_here(
    names: CertificatesTab, ended: Story, shown: Shown
) -> None:
    issued = {found.facts.name: found for found in certificates.issue(ended.work, ended.course).certificates}
    people.change_person(ended.work, person_of(names, 4), {"given": "Зарринa"})
    names.refresh()
    names.names.view.selectRow(4)
    settle()
    old = issued["Гулмуродова Зарина"]
    assert cell(names, 4, "state") == "Certificate differs"
    assert old.serial in names.names.card.about.second.text()
    assert "Гулмуродова Зарина" in names.names.card.about.second.text()
    click(names.names.buttons["replace"])
    form = names.replace_form
    assert form.isVisible()
    assert old.serial in form.rows["about"].text()
    assert form.rows["fields"].rows["given"].field.text() == "Зарринa"
    form.rows["fields"].rows["given"].field.setText("Заррина")
    click(form.accept_button)
    assert form.isVisible()
    assert "reason is needed" in form.rows["reason"].error.text()
    # Without a reason the name is not changed either.
    assert people.get_person(ended.work, person_of(names, 4)).given == "Зарринa"
    type_text(form.rows["reason"].field, "хато дар ном")
    click(form.accept_button)
    settle()
    assert form.isHidden()
    new = next(
        found
        for found in certificates.register(ended.work, ended.course)
        if found.facts.replaces == old.serial
    )
    assert new.facts.name == "Гулмуродова Заррина"
    assert certificates.find(ended.work, old.serial).state is CertificateState.REPLACED
    assert certificates.find(ended.work, old.serial).reason == "хато дар ном"
    assert "Гулмуродова Заррина" in shown.pages()[0]
    assert shown.papers[-1].file == f"{new.serial}.pdf"
    assert cell(names, 4, "state") == "Fits"


def test_the_names_follow_the_language_of_the_papers(names: CertificatesTab, ended: Story) -> None:
    people.change_person(ended.work, person_of(names, 0), {"rank": "captain"})
    names.refresh()
    assert cell(names, 0, "rank") == "капитани милитсия"
    names.names.language = "en"
    names.refresh()
    assert cell(names, 0, "rank") == "Captain of Militia"


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(names: CertificatesTab, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    names.names.buttons["edit"].click()
    settle()
    assert names.minimumSizeHint().width() <= TAB_SIZE[0]
    assert names.minimumSizeHint().height() <= TAB_SIZE[1]
    assert names.names.view.horizontalScrollBar().maximum() == 0
    assert cut_heads(names.names.view) == []
    bad, due = "Unknown letters", "Certificate differs"
    words = (bad, due, "Too small", "On two lines", "No Latin spelling", "Fits")
    chips = [chip_width(names.names.tr(word), with_icon=True) for word in words]
    assert max(chips) <= chip_room(names.names.view, "state")
    assert names.name_form.title.text()
    if code != "en":
        assert cell(names, 0, "state") != "Fits"


def test_the_model_keeps_qts_rules(names: CertificatesTab, ended: Story) -> None:
    tester = QAbstractItemModelTester(names.names.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people.change_person(ended.work, person_of(names, 4), {"given": "Зарринa"})
    names.refresh()
    tester.deleteLater()
