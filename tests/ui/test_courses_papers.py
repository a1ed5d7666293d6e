"""Papers of a course: one sheet a day, the report, each in the language that is chosen."""

from datetime import date

import pypdfium2
from PySide6.QtCore import Qt

from tests.ui.courses_parts import add_garm, add_scores, courses_of, tab_of, view_of
from tests.ui.driving import click, press, settle
from tests.ui.story import Story
from trainer_app.actions import sessions
from trainer_app.ui.courses.print_tab import PrintTab
from trainer_app.ui.shell.desk import Paper
from trainer_app.ui.shell.workspace import Workspace


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def papers(workspace: Workspace) -> list[Paper]:
    shown: list[Paper] = []
    workspace.desk.paper_asked.connect(shown.append)
    return shown


def test_today_comes_first_and_stands_out(workspace: Workspace, story: Story) -> None:
    tab = tab_of(workspace, PrintTab, story.course, "print")
    assert [row.words.title.text() for row in tab.day_rows] == [
        "Day 1 · Monday, 15 October 2018",
        "Day 2 · Tuesday, 16 October 2018",
        "Day 3 · Wednesday, 17 October 2018",
        "Day 4 · Thursday, 18 October 2018",
    ]
    assert tab.day_rows[2].words.second.text() == "today · 3 sessions"
    assert tab.day_rows[2].button.hasFocus()


def test_the_sheet_is_in_the_language_of_the_papers(workspace: Workspace, story: Story) -> None:
    tab = tab_of(workspace, PrintTab, story.course, "print")
    shown = papers(workspace)
    assert tab.language.value() == "en"
    press(tab.day_rows[0].button, Qt.Key.Key_Return)
    click(tab.language.button("tg"))
    click(tab.day_rows[3].button)
    assert [paper.file for paper in shown] == [
        "DSH-1-sign-in-2018-10-15-en.pdf",
        "DSH-1-sign-in-2018-10-18-tg.pdf",
    ]
    english, tajik = (text_of(paper.data) for paper in shown)
    assert "Police response to domestic violence" in english
    assert "Вокуниши милитсия ба зӯроварӣ дар оила" in tajik
    assert "Абдуллоева Мавҷуда" in tajik


def test_esc_leads_back_from_the_paper(workspace: Workspace, story: Story) -> None:
    tab = tab_of(workspace, PrintTab, story.course, "print")
    click(tab.day_rows[2].button)
    assert workspace.stack.currentWidget() is workspace.paper
    assert workspace.paper.preview.page_count() >= 2
    press(workspace.paper, Qt.Key.Key_Escape)
    assert workspace.stack.currentWidget() is courses_of(workspace)
    assert tab.isVisible()


def test_the_report_is_counted_and_shown(workspace: Workspace, story: Story) -> None:
    add_scores(story.work, story.enrolments)
    tab = tab_of(workspace, PrintTab, story.course, "print")
    shown = papers(workspace)
    click(tab.language.button("ru"))
    click(tab.report.button)
    assert [paper.file for paper in shown] == ["DSH-1-report-ru.pdf"]
    text = text_of(shown[0].data)
    assert "Реагирование милиции на насилие в семье" in text
    assert "25" in text


def test_a_cancelled_day_has_no_sheet(workspace: Workspace, story: Story) -> None:
    tab = tab_of(workspace, PrintTab, story.course, "print")
    for session in view_of(story.work, story.course).sessions:
        if session.day == date(2018, 10, 18):
            workspace.desk.do(sessions.cancel_session, session.key, "нет света")
    assert [row.isHidden() for row in tab.day_rows] == [False, False, False, True]


def test_without_sessions_the_schedule_is_offered(workspace: Workspace, story: Story) -> None:
    garm = add_garm(story.work)
    tab = tab_of(workspace, PrintTab, garm, "print")
    assert not tab.no_days.isHidden()
    assert tab.no_days.button.hasFocus()
    click(tab.no_days.button)
    settle()
    assert courses_of(workspace).workspace.tab_name() == "schedule"
