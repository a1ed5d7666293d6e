"""Another window on the same data folder: what it writes is seen here, and no form here puts it back."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of, tab_of, view_of, write_in
from tests.ui.driving import click, find, settle
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import CompletionRule, CourseDraft
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import ChoiceRow


@pytest.fixture
def second(story: Story) -> Iterator[Workplace]:
    """Open the folder once more, as a second window does."""
    opened = workplace.open_workplace(story.work.folder, PASSPHRASE, clock=story.clock)
    yield opened
    opened.close()


def change(work: Workplace, course: str, **fields: object) -> CourseDraft:
    draft = replace(courses.draft_of(view_of(work, course).course), **fields)
    courses.change_course(work, course, draft)
    return draft


def opened_form(workspace: Workspace, course: str) -> CourseForm:
    form = courses_of(workspace).course_form
    form.open_course(course)
    settle()
    return form


def row(form: CourseForm, name: str) -> ChoiceRow:
    return find(form, ChoiceRow, f"course_form_meanwhile_{name}")


def test_what_another_window_wrote_meanwhile_stays(
    workspace: Workspace, story: Story, second: Workplace
) -> None:
    form = opened_form(workspace, story.course)
    change(second, story.course, town="Хуҷанд")
    write_in(form.rows["district"].field, "Суғд")
    click(form.accept_button)
    assert form.isHidden()
    course = view_of(story.work, story.course).course
    assert (course.town, course.district) == ("Хуҷанд", "Суғд")


def test_what_both_changed_is_asked(workspace: Workspace, story: Story, second: Workplace) -> None:
    form = opened_form(workspace, story.course)
    change(second, story.course, town="Хуҷанд", rule=CompletionRule(7000, None))
    write_in(form.rows["town"].field, "Ғарм")
    write_in(form.rows["venue"].field, "Китобхона")
    form.rows["rule"].share_limit.setValue(90)
    click(form.accept_button)
    settle()
    assert not form.isHidden()
    assert form.meanwhile.isVisible()
    assert form.meanwhile.title.text() == "Changed meanwhile in another window"
    assert [row(form, f"town_{each}").text() for each in ("theirs", "yours")] == ["Хуҷанд", "Ғарм"]
    assert row(form, "rule_theirs").text() == "attendance of at least 70 %"
    assert row(form, "rule_yours").text().startswith("attendance of at least 90 %")
    # Nothing was written, and nothing is while a line is open.
    assert view_of(story.work, story.course).course.venue != "Китобхона"
    click(row(form, "town_yours"))
    click(form.accept_button)
    assert form.meanwhile.title.text() == "Choose for each line which value counts"
    assert row(form, "rule_theirs").hasFocus()
    click(row(form, "rule_theirs"))
    click(form.accept_button)
    assert form.isHidden()
    course = view_of(second, story.course).course
    assert (course.town, course.venue) == ("Ғарм", "Китобхона")
    assert course.rule == CompletionRule(7000, None)


def test_a_value_that_changes_once_more_is_asked_once_more(
    workspace: Workspace, story: Story, second: Workplace
) -> None:
    form = opened_form(workspace, story.course)
    change(second, story.course, town="Хуҷанд")
    write_in(form.rows["town"].field, "Ғарм")
    click(form.accept_button)
    settle()
    change(second, story.course, town="Кӯлоб")
    click(row(form, "town_yours"))
    click(form.accept_button)
    settle()
    assert row(form, "town_theirs").text() == "Кӯлоб"
    click(row(form, "town_theirs"))
    click(form.accept_button)
    assert view_of(story.work, story.course).course.town == "Кӯлоб"


def test_a_form_that_is_opened_again_asks_nothing(
    workspace: Workspace, story: Story, second: Workplace
) -> None:
    form = opened_form(workspace, story.course)
    change(second, story.course, town="Хуҷанд")
    write_in(form.rows["town"].field, "Ғарм")
    click(form.accept_button)
    form.dismiss()
    form.open_course(story.course)
    assert not form.meanwhile.isVisible()
    assert form.rows["town"].field.text() == "Хуҷанд"


def test_the_question_follows_the_language(
    workspace: Workspace, story: Story, second: Workplace, language: LanguageSwitch
) -> None:
    form = opened_form(workspace, story.course)
    change(second, story.course, town="")
    write_in(form.rows["town"].field, "Ғарм")
    click(form.accept_button)
    assert row(form, "town_theirs").text() == "(blank)"
    language.choose("ru")
    settle()
    assert form.meanwhile.title.text() == "Тем временем изменено в другом окне"
    assert row(form, "town_theirs").text() == "(пусто)"


def test_screens_show_what_another_window_wrote_within_a_second(
    workspace: Workspace, story: Story, second: Workplace, qtbot: QtBot
) -> None:
    tab = tab_of(workspace, OverviewTab, story.course, "overview")
    others = workspace.context.others
    assert others.watching
    assert find(others, QTimer, "other_programs_timer").interval() <= 1000
    change(second, story.course, town="Хуҷанд", venue="Китобхонаи нав")
    with qtbot.waitSignal(workspace.context.changes.announced) as told:
        pass
    changes, source = told.args
    assert source is others
    assert changes.touched == {("course", story.course)}
    settle()
    assert "Китобхонаи нав" in " ".join(
        each.text() for each in tab.findChildren(type(tab.stats["people"].words))
    )


def test_own_work_is_not_told_twice_and_nobody_looks_while_out_of_view(
    workspace: Workspace, story: Story, second: Workplace
) -> None:
    others = workspace.context.others
    heard: list[object] = []
    workspace.context.changes.announced.connect(lambda changes, source: heard.append(source))
    workspace.context.do(courses.change_course, story.course, change(story.work, story.course, town="Кӯлоб"))
    others.look()
    assert heard == []
    workspace.window().hide()
    assert not others.watching
    change(second, story.course, town="Хуҷанд")
    workspace.window().show()
    assert others.watching
    assert heard == [others]


def test_own_work_puts_the_next_look_off(
    workspace: Workspace, story: Story, second: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    others, begun = workspace.context.others, []
    timer = SimpleNamespace(isActive=lambda: True, start=lambda: begun.append("anew"), stop=lambda: None)
    monkeypatch.setattr(others, "_timer", timer)
    session = view_of(story.work, story.course).sessions[-1].key
    workspace.context.do(sessions.hold_session, session)
    assert begun == ["anew"]
    # What others wrote does not.
    change(second, story.course, town="Хуҷанд")
    others.look()
    assert begun == ["anew"]
