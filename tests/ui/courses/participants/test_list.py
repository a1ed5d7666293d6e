"""The list of a course: what it shows, adding in one line, replacing, withdrawing, putting right."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.architecture.tree import ROOT
from tests.kit.samples import NAMES
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of
from tests.ui.driving import click, press, settle, type_text
from tests.ui.people_parts import open_list, participants_of, texts, unnamed
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseDraft, EnrolmentState, Participant
from trainer_app.domain.courses.planning import SessionDraft
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base import entry_history
from trainer_app.ui.courses.participants.list_card import ParticipantFilter
from trainer_app.ui.courses.participants.tab import ParticipantsTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import SMALLEST
from trainer_app.ui.widgets.indicators import Tone, chip_width

_STATE = 6


def item(story: Story, place: int) -> Participant:
    return enrolments.list_enrolments(story.work, story.course)[place]


def chip(tab: ParticipantsTab, place: int) -> tuple[Tone, str, str]:
    made = tab.list.model.columns[_STATE].chip
    assert made is not None
    found = made(tab.list.model.row(place))
    assert found is not None
    return found


def add(tab: ParticipantsTab, name: str) -> None:
    type_text(tab.add_bar.name, name)
    press(tab.add_bar.name, Qt.Key.Key_Return)


@pytest.fixture
def later(story: Story) -> str:
    """Make a course that has not begun and has nobody."""
    draft = CourseDraft("NEW-1", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8), town="Хоруғ")
    return courses.create_course(story.work, draft).key or ""


# What is shown


def test_the_list_shows_everybody_by_number(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    assert texts(tab.list.model, 0) == [str(number) for number in range(1, 26)]
    assert texts(tab.list.model, 1) == list(NAMES)
    assert chip(tab, 0) == (Tone.NOW, "walk-in", "adduser")
    assert tab.counts.text() == "25 participants · women: 9"
    assert tab.list.strip.note.text() == "expected: 25 · of them walk-ins: 25"
    assert [button.objectName() for button in tab.head_buttons()] == [
        "participants_import",
        "participants_add",
    ]


def test_the_model_keeps_the_rules_of_qt(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    QAbstractItemModelTester(tab.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    workspace.context.do(enrolments.add_by_name, story.course, "Юсуфов Алишер")
    assert tab.list.model.rowCount() == 26


def test_an_empty_list_offers_the_import_first(workspace: Workspace, story: Story, later: str) -> None:
    tab = participants_of(workspace, later)
    assert tab.body.currentWidget() is tab.empty
    assert tab.head_buttons() == ()
    assert tab.first_focus() is tab.import_first
    click(tab.about_lists)
    assert tab.pages.currentWidget() is tab.importing
    press(tab.importing.choose.choose, Qt.Key.Key_Escape)
    assert tab.pages.currentIndex() == 0
    click(tab.add_first)
    assert tab.add_bar.isVisible()


# Adding


def test_what_is_not_taken_of_a_typed_name_is_said_before_it_is_added(
    workspace: Workspace, story: Story
) -> None:
    tab = open_list(workspace, story)
    press(tab.list.table, Qt.Key.Key_Insert)
    type_text(tab.add_bar.name, "майор Юсуфов; Алишер;")
    assert "It will be written: Юсуфов; Алишер" in tab.add_bar.note.text()
    tab.add_bar.name.clear()
    type_text(tab.add_bar.name, 'майор Юсуфов Алишер "Ҷ."')
    assert "It will be written" not in tab.add_bar.note.text()


def test_who_was_just_added_stays_in_sight_below_an_offer_that_comes_with_it(
    workspace: Workspace, story: Story
) -> None:
    """S3: at 1024x700 the offer to set the sex took the room in which the new row stood."""
    workspace.window().resize(1024, 700)
    tab = open_list(workspace, story)
    press(tab.list.table, Qt.Key.Key_Insert)
    add(tab, "Саидова Сайёра Раҳимовна")
    settle()
    table = tab.list.table
    assert table.viewport().height() < table.rowHeight(0) * 26, "not all of them have room"
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    current = tab.list.selection.row()
    assert current is not None
    assert current.person.family == "Саидова"


def test_a_walk_in_is_a_name_and_enter(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    press(tab.list.table, Qt.Key.Key_Insert)
    assert QApplication.focusWidget() is tab.add_bar.name
    add(tab, "майор Юсуфов Алишер Саидович")
    added = item(story, 25)
    assert (added.person.name, added.person.rank) == ("Юсуфов Алишер Саидович", "major")
    assert added.enrolment.state is EnrolmentState.WALK_IN
    assert texts(tab.list.model, 7)[25] == "17\N{NO-BREAK SPACE}Oct"
    current = tab.list.selection.row()
    assert current is not None
    assert current.enrolment.number == 26
    # The next one can be typed at once.
    assert QApplication.focusWidget() is tab.add_bar.name
    add(tab, "Эмомов Сироҷиддин")
    assert len(tab.listed()) == 27
    press(tab.add_bar.name, Qt.Key.Key_Escape)
    assert not tab.add_bar.isVisible()
    assert QApplication.focusWidget() is tab.list.table


def test_a_name_left_in_the_field_gives_way_to_the_next_one(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    press(tab.list.table, Qt.Key.Key_Insert)
    type_text(tab.add_bar.name, "Юсуф")
    press(tab.add_bar.name, Qt.Key.Key_Escape)
    press(tab.list.table, Qt.Key.Key_Insert)
    assert tab.add_bar.name.selectedText() == "Юсуф", "kept, and typed over"


def test_before_the_course_whoever_is_added_is_confirmed(
    workspace: Workspace, story: Story, later: str
) -> None:
    tab = participants_of(workspace, later)
    click(tab.add_first)
    add(tab, "Юсуфов Алишер")
    assert tab.body.currentWidget() is tab.list
    assert chip(tab, 0) == (Tone.GOOD, "confirmed", "check")
    assert texts(tab.list.model, 7) == [""]


def test_whoever_was_marked_present_takes_part(workspace: Workspace, story: Story, later: str) -> None:
    tab = participants_of(workspace, later)
    click(tab.add_first)
    add(tab, "Юсуфов Алишер")
    assert chip(tab, 0)[1] == "confirmed"
    first = courses.get_course(story.work, later).course.first_day
    sessions.add_session(story.work, later, SessionDraft(first, 540, 630))
    table = attendance.grid(story.work, later)
    changes = attendance.mark(story.work, table.rows[0].enrolment, table.sessions[0].key, Mark.PRESENT)
    tab.context.changes.announce(changes)
    assert chip(tab, 0) == (Tone.GOOD, "taking part", "check")


def test_somebody_known_is_found_while_typing_and_picked_by_keyboard(
    workspace: Workspace, story: Story, later: str
) -> None:
    tab = participants_of(workspace, later)
    click(tab.add_first)
    type_text(tab.add_bar.name, "рахим некр")
    assert texts(tab.add_bar.model, 0) == ["Раҳимов Некрӯз"]
    press(tab.add_bar.name, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is tab.add_bar.table
    press(tab.add_bar.table, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is tab.add_bar.name
    press(tab.add_bar.name, Qt.Key.Key_Down)
    press(tab.add_bar.table, Qt.Key.Key_Return)
    listed = enrolments.list_enrolments(story.work, later)
    assert [each.person.key for each in listed] == [people.search(story.work, "Раҳимов")[0].key]
    assert tab.add_bar.name.text() == ""
    # On the list now, and therefore not found any more.
    type_text(tab.add_bar.name, "рахим некр")
    assert tab.add_bar.model.rowCount() == 0


def test_family_names_are_found_before_fathers(workspace: Workspace, story: Story, later: str) -> None:
    people.create_person(story.work, {"family": "Аминов", "patronymic": "Раҳимович"})
    tab = participants_of(workspace, later)
    click(tab.add_first)
    type_text(tab.add_bar.name, "рахим")
    assert texts(tab.add_bar.model, 0)[0] == "Раҳимов Некрӯз"


def test_a_name_that_is_none_is_refused_and_kept(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    click(tab.add_button)
    add(tab, "капитан")
    assert len(tab.listed()) == 25
    assert workspace.banner.title.text() == "A name is needed"
    assert tab.add_bar.name.text() == "капитан"
    assert QApplication.focusWidget() is tab.add_bar.name


# What can be done with one


def test_the_person_is_edited_beside_the_list(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[4])
    press(tab.list.table, Qt.Key.Key_Return)
    assert tab.form.isVisible()
    assert tab.form.rows["family"].field.text() == "Гулмуродова"
    type_text(tab.form.rows["latin"].field.line, "Zarina Gulmurodova")
    press(tab.form.rows["latin"].field.line, Qt.Key.Key_Return)
    assert not tab.form.isVisible()
    assert texts(tab.list.model, 2)[4] == "Zarina Gulmurodova"
    current = tab.list.selection.row()
    assert current is not None
    assert current.enrolment.key == story.enrolments[4]


def test_withdrawing_asks_from_which_session_on_and_why(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[2])
    press(tab.list.table, Qt.Key.Key_Delete)
    form = tab.withdraw_form
    assert form.isVisible()
    assert form.rows["session"].field.currentText().startswith("Session 9 "), "after their last mark"
    form.rows["session"].field.setCurrentIndex(3)
    type_text(form.entry("reason"), "Переведён в другой район")
    click(form.accept_button)
    own = item(story, 2).enrolment
    assert (own.state, own.gone_from) == (EnrolmentState.WITHDRAWN, story.sessions[3])
    told = entry_history.written_entries(story.work.database, "enrolment", own.key)
    assert told[-1].reason == "Переведён в другой район"
    tab.list.choose(story.enrolments[3])
    press(tab.list.table, Qt.Key.Key_Delete)
    assert form.entry("reason").text() == ""  # type: ignore[attr-defined]
    press(form, Qt.Key.Key_Escape)
    assert item(story, 3).enrolment.state is not EnrolmentState.WITHDRAWN


def test_only_who_is_marked_in_the_last_session_can_leave_after_it(
    workspace: Workspace, story: Story
) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[2])
    press(tab.list.table, Qt.Key.Key_Delete)
    field = tab.withdraw_form.rows["session"].field
    assert field.findText("After the last session") < 0, "their last mark is in the eighth of twelve"
    assert field.count() == len(story.sessions)
    press(tab.withdraw_form, Qt.Key.Key_Escape)
    attendance.mark(story.work, story.enrolments[2], story.sessions[-1], Mark.PRESENT)
    press(tab.list.table, Qt.Key.Key_Delete)
    assert field.currentText() == "After the last session"
    click(tab.withdraw_form.accept_button)
    assert item(story, 2).enrolment.gone_from is None


def test_in_a_course_without_sessions_nobody_is_asked_since_when(
    workspace: Workspace, story: Story, later: str
) -> None:
    enrolments.add_by_name(story.work, later, "Юсуфов Алишер")
    tab = participants_of(workspace, later)
    tab.list.choose(enrolments.list_enrolments(story.work, later)[0].enrolment.key)
    press(tab.list.table, Qt.Key.Key_Delete)
    assert not tab.withdraw_form.rows["session"].isVisible()
    click(tab.withdraw_form.accept_button)
    left = enrolments.list_enrolments(story.work, later)[0].enrolment
    assert (left.state, left.gone_from) == (EnrolmentState.WITHDRAWN, None)


def test_withdrawing_keeps_the_row_and_has_a_way_back(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(story.enrolments[2])
    assert not tab.list.buttons["reinstate"].isVisible()
    press(tab.list.table, Qt.Key.Key_Delete)
    click(tab.withdraw_form.accept_button)
    assert item(story, 2).enrolment.state is EnrolmentState.WITHDRAWN
    assert chip(tab, 2) == (Tone.QUIET, "withdrawn", "minus")
    assert tab.counts.text() == "24 participants · women: 9"
    assert not tab.list.buttons["withdraw"].isVisible()
    number = story.work.journal.number
    press(tab.list.table, Qt.Key.Key_Delete)
    assert story.work.journal.number == number
    press(tab.list.table, Qt.Key.Key_Backspace)
    assert chip(tab, 2)[1] == "walk-in", "whoever came without a list stays such a one"
    press(tab.list.table, Qt.Key.Key_Backspace)
    workspace.context.undo_last()
    assert chip(tab, 2)[1] == "withdrawn"
    click(tab.list.buttons["reinstate"])
    assert chip(tab, 2)[1] == "walk-in"


def test_whoever_comes_and_whoever_goes_have_drawings_of_their_own(
    workspace: Workspace, story: Story
) -> None:
    tab = open_list(workspace, story)
    tab.list.choose(item(story, 3).enrolment.key)
    shown = [tab.list.buttons[name].icon_name for name in ("replaces", "replaced_by")]
    assert shown == ["users2", "adduser"], "one is the newcomer, the other calls for one"
    for name in shown:
        assert (ROOT / "resources" / "icons" / f"{name}.svg").is_file()


def test_somebody_takes_the_place_of_another(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    workspace.context.do(enrolments.add_by_name, story.course, "Юсуфов Алишер")
    tab.list.choose(item(story, 25).enrolment.key)
    click(tab.list.buttons["replaces"])
    form = tab.replace_form
    assert form.title.text() == "Юсуфов Алишер takes the place of…"
    place = texts(form.model, 0).index("12")
    assert form.unsaved.isHidden()
    form.table.selectRow(place)
    assert "is chosen and not recorded yet" in form.unsaved.text()
    assert form.is_begun(), "leaving asks"
    form.session.field.setCurrentIndex(1)
    form.marks.field.setCurrentIndex(1)
    press(form.table, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert item(story, 11).enrolment.state is EnrolmentState.REPLACED
    assert chip(tab, 11)[1] == "replaced by No.\u00a026 from session 1"
    assert chip(tab, 25)[1] == "replaces No.\u00a012 Қаюмов"
    tab.list.choose(story.enrolments[11])
    click(tab.list.buttons["reinstate"])
    assert chip(tab, 11)[1] == "walk-in"
    assert chip(tab, 25)[1] == "walk-in"


def test_tips_tell_who_came_already_from_who_will_not_come(workspace: Workspace, story: Story) -> None:
    buttons = open_list(workspace, story).list.buttons
    assert buttons["replaces"].toolTip().startswith("This person has come already")
    assert buttons["replaced_by"].toolTip().startswith("This person does not come")


def test_the_menu_offers_the_same_acts(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    asked: list[QPoint] = []
    tab.list.table.menu_requested.disconnect()
    tab.list.table.menu_requested.connect(asked.append)
    row = tab.list.table.visualRect(tab.list.model.index(3, 1)).center()
    where = tab.list.table.viewport().mapToGlobal(row)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, row, where)
    QApplication.sendEvent(tab.list.table.viewport(), event)
    assert asked == [where]
    current = tab.list.selection.row()
    assert current is not None
    assert current.enrolment.key == story.enrolments[3]
    shown = [action.text() for action in tab.list.menu.actions() if action.isVisible()]
    assert shown == [
        "Edit",
        "Find a replacement…",
        "Is here for somebody else…",
        "Withdraw",
        "All about the person",
    ]
    tab.list.acts["person"].trigger()
    assert workspace.current() == "people"
    assert event.type() == QEvent.Type.ContextMenu


# Putting right


def test_an_offer_counts_those_whom_it_does_not_name(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    names = [f"{family} Умар Каримович" for family in ("Назаров", "Сангинов", "Ҳакимов", "Шарипов")]
    for name in names:
        workspace.context.do(enrolments.add_by_name, story.course, name)
    row = next(row for row in tab.offers.rows.values() if row.kind.value == "sex")
    assert row.words.title.text().endswith(": 4")
    said = row.words.second.text().split("; ")
    assert said == [*(f"{name} → man" for name in names[:3]), "and 1 more"]


def test_letters_are_put_right_only_when_somebody_says_so(workspace: Workspace, story: Story) -> None:
    tab = open_list(workspace, story)
    assert not tab.offers.isVisible()
    workspace.context.do(enrolments.add_by_name, story.course, "Ањмадов Фирўз Љўраевич")
    assert tab.offers.isVisible()
    rows = {row.kind.value: row for row in tab.offers.rows.values() if row.isVisible()}
    assert rows["letters"].words.second.text() == "Ањмадов Фирўз Љўраевич → Аҳмадов Фирӯз Ҷӯраевич"
    assert rows["sex"].words.second.text() == "Ањмадов Фирўз Љўраевич → man"
    click(rows["letters"].accept)
    assert texts(tab.list.model, 1)[25] == "Аҳмадов Фирӯз Ҷӯраевич"
    click(rows["sex"].accept)
    assert item(story, 25).person.sex is Sex.MALE
    assert not tab.offers.isVisible()
    workspace.context.undo_last()
    workspace.context.undo_last()
    assert texts(tab.list.model, 1)[25] == "Ањмадов Фирўз Љўраевич"


def test_an_offer_can_be_put_aside(workspace: Workspace, story: Story, later: str) -> None:
    tab = open_list(workspace, story)
    workspace.context.do(enrolments.add_by_name, story.course, "Тоирова Лола Ғиёсовна")
    row = next(row for row in tab.offers.rows.values() if row.isVisible())
    click(row.hide_button)
    assert not tab.offers.isVisible()
    tab.refresh()
    assert not tab.offers.isVisible()
    workspace.context.do(enrolments.add_by_name, later, "Пулодова Мавзуна Саидовна")
    participants_of(workspace, later)
    assert tab.offers.isVisible()


# Looks


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_the_tab_fits_the_smallest_window(
    workspace: Workspace, story: Story, language: LanguageSwitch, theme: Theme, code: str
) -> None:
    tab = open_list(workspace, story)
    language.choose(code)
    theme.choose("dark")
    workspace.context.do(enrolments.add_by_name, story.course, "Ањмадова Фотима Саидовна")
    tab.add_bar.open_bar()
    type_text(tab.add_bar.name, "рах")
    settle()
    head = sum(button.sizeHint().width() for button in tab.head_buttons())
    rail = workspace.rail.minimumSizeHint().width()
    assert max(head, tab.minimumSizeHint().width()) + rail <= SMALLEST[0]
    assert tab.minimumSizeHint().height() <= SMALLEST[1] - 92
    assert unnamed(tab) == []
    tab.list.choose(story.enrolments[0])
    press(tab.list.table, Qt.Key.Key_Return)
    settle()
    assert unnamed(tab.form) == []


def test_a_language_change_reaches_every_word(
    workspace: Workspace, story: Story, language: LanguageSwitch
) -> None:
    tab = open_list(workspace, story)
    language.choose("tg")
    settle()
    assert tab.add_button.text() == "Иловаи иштирокчӣ"
    assert chip(tab, 0)[1] == "бе номнависӣ"
    assert tab.counts.text() == "25 иштирокчӣ · занон: 9"
    assert tab.list.buttons["withdraw"].text() == "Баромадан аз курс"
    assert tab.keys()[0].words == "Иловаи иштирокчӣ"


def test_signs_that_papers_cannot_show_are_told_in_the_line_that_adds(
    workspace: Workspace, story: Story, later: str
) -> None:
    tab = participants_of(workspace, later)
    click(tab.add_first)
    tab.add_bar.name.setText("محمد رحيمي")
    tab.add_bar.show_found()
    assert tab.add_bar.note.text().startswith("Papers cannot show ")
    press(tab.add_bar.name, Qt.Key.Key_Return)
    assert item_of(story, later) == "محمد رحيمي"


def test_both_rows_of_a_replacement_name_the_session_at_which_the_other_one_came(
    workspace: Workspace, story: Story
) -> None:
    """S3: of who never came it said "from session 1", of who took the place "from session 4 on"."""
    tab = open_list(workspace, story)
    first, fourth = (sessions.get_session(story.work, story.sessions[place]) for place in (0, 3))
    gone, came = item(story, 11), item(story, 12)
    gone = replace(gone, enrolment=replace(gone.enrolment, state=EnrolmentState.REPLACED), left_at=first)
    came = replace(came, enrolment=replace(came.enrolment, replaces=gone.enrolment.key), joined_at=fourth)
    both = {each.enrolment.key: each for each in (gone, came)}
    number, name = came.enrolment.number, came.person.name
    assert tab.wording.state(gone, both)[1] == f"replaced by No.\u00a0{number} from session 4"
    said = f"not expected from session 1 · replaced by No.\u00a0{number} {name} · from session 4 on"
    assert tab.wording.link(gone, both) == said
    assert tab.wording.link(came, both).endswith("from session 4 on")
    # Who came as a walk-in first stands in the place only since the other one left it.
    left, early = replace(gone, left_at=fourth), replace(came, joined_at=first)
    both = {each.enrolment.key: each for each in (left, early)}
    assert tab.wording.state(left, both)[1] == f"replaced by No.\u00a0{number} from session 4"
    assert tab.wording.link(left, both) == f"replaced by No.\u00a0{number} {name} · from session 4 on"
    assert tab.wording.link(early, both).endswith("from session 4 on"), "both rows say the same"


def item_of(story: Story, course: str) -> str:
    (only,) = enrolments.list_enrolments(story.work, course)
    return only.person.name


def test_who_is_on_the_list_twice_as_one_person_is_told_with_both_rows(
    workspace: Workspace, story: Story
) -> None:
    tab = open_list(workspace, story)
    first, second = item(story, 3), item(story, 7)
    before = tab.list.strip.count(ParticipantFilter.ALL)
    workspace.context.do(joining.join, first.person.key, second.person.key)
    one_less = before - 1
    assert tab.list.model.rowCount() == before, "both rows stay until somebody decides"
    assert tab.list.strip.count(ParticipantFilter.ALL) == one_less
    assert f"{one_less} participants" in tab.counts.text()
    assert f"expected: {one_less}" in tab.list.strip.note.text()
    assert courses.get_line(story.work, story.course).participants == one_less
    tab.list.choose(first.enrolment.key)
    assert "the same person as No.\N{NO-BREAK SPACE}8: Review asks which row stays" in tab.list.who.text()
    tab.list.choose(second.enrolment.key)
    assert "the same person as No.\N{NO-BREAK SPACE}4: Review asks which row stays" in tab.list.who.text()
    workspace.context.do(enrolments.keep_one_row, first.enrolment.key)
    counts = [tab.list.strip.count(part) for part in (ParticipantFilter.ALL, ParticipantFilter.LEFT)]
    assert counts == [one_less, 0], "nobody left who stands in another row"
    tab.list.choose(first.enrolment.key)
    assert "the same person" not in tab.list.who.text()


def test_esc_in_the_row_of_tabs_alone_leads_out_of_the_course(workspace: Workspace, story: Story) -> None:
    """S2: one Esc too many, after that which closed a form, left the course."""
    workspace.open("people")
    workspace.context.go("courses", course=story.course, tab="participants")
    settle()
    tab = workspace.findChild(ParticipantsTab)
    assert tab is not None
    press(tab.list.table, Qt.Key.Key_Escape)
    settle()
    assert workspace.current() == "courses"
    assert tab.isVisible()
    inside = courses_of(workspace).workspace
    inside.tabs.setFocus()
    press(inside.tabs, Qt.Key.Key_Escape)
    settle()
    assert workspace.current() == "people", "one came from there"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_chip_is_cut_in_a_narrow_window(
    workspace: Workspace, story: Story, language: LanguageSwitch, code: str
) -> None:
    """S3: "аз машғулияти 7 бо № 26 иваз шуд" ended before its last letters, beside units with much room."""
    for row in attendance.grid(story.work, story.course).rows[:9]:
        unit = "ШВКД-3 дар ноҳияи Фирдавсӣ, шӯъбаи мубориза бо ҷиноятҳои вазнин"
        people.change_person(story.work, row.person, {"rank": "senior_lieutenant", "unit": unit})
    enrolments.add_walk_in(story.work, story.course, "Бахромов Давлат", replaces=story.enrolments[2])
    language.choose(code)
    workspace.window().resize(1024, 700)
    tab = open_list(workspace, story)
    settle()
    for place, column in enumerate(tab.list.model.columns):
        chips = [
            column.chip(row) if column.chip else None
            for row in map(tab.list.model.row, range(tab.list.model.rowCount()))
        ]
        widest = max((chip_width(each[1], with_icon=True) for each in chips if each), default=0)
        # With the air at both ends.
        assert tab.list.table.isColumnHidden(place) or tab.list.table.columnWidth(place) >= widest + 12
