"""Issuing a batch: language and warnings before, progress and a stop without harm, the paper after."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, shown, story, tab
from tests.ui.driving import click, press, settle, type_text
from tests.ui.evaluation_parts import from_the_disk, open_tab
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates, eligibility, signatories, verifying
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import courses, enrolments, sessions, teachers
from trainer_app.actions.people import people
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import (
    CertificateKind,
    CheckResult,
    SignatoryLine,
    SignatoryRole,
)
from trainer_app.domain.courses.planning import SessionDraft
from trainer_app.domain.people.persons import Sex
from trainer_app.ui.certificates.printer import CertificatePrinter, IssueOptions
from trainer_app.ui.certificates.tab import CertificatesTab
from trainer_app.ui.courses.overview.tab import AssignForm
from trainer_app.ui.kit.context import PrintablePdf
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.overlays import ConfirmDialog, Mood

__all__ = ["ended", "shown", "story", "tab"]


def notes(tab: CertificatesTab) -> list[str]:
    return [note.words.text() for note in tab.issue_form.findChildren(NoteRow) if not note.isHidden()]


def test_the_form_says_how_many_of_which_kind_in_which_language(tab: CertificatesTab) -> None:
    assert tab.issue.text() == "Issue 24 certificates"
    click(tab.issue)
    form = tab.issue_form
    assert form.isVisible()
    assert form.rows["counts"].text() == "Of completion: 20. Of attendance: 4."
    assert form.rows["language"].field.value() == "tg"
    assert form.accept_button.text() == "Issue 24 certificates all the same", "no name is checked yet"
    assert notes(tab)[0].startswith("24 names nobody has checked: No.\u00a01 Абдуллоева Мавҷуда, No.\u00a02")
    assert notes(tab)[1:] == [
        "Every name fits on its line.",
        "1 name without a Latin spelling: that line stays empty.",
        "Nobody has a rank: its place stays empty.",
        "1 marked session not held yet by this clock: the hours count.",
    ]


def test_enter_leads_to_the_names_that_nobody_has_checked_before_it_issues(
    tab: CertificatesTab, ended: Story
) -> None:
    """S2: the keyboard was on "Issue all the same", and only the first of the checks was in sight."""
    tab.resize(948, 560)
    click(tab.issue)
    form = tab.issue_form
    settle()
    assert form.names.hasFocus()
    for note in [each for each in form.findChildren(NoteRow) if not each.isHidden()]:
        assert not note.visibleRegion().isEmpty()
        assert note.visibleRegion().boundingRect() == note.rect(), note.words.text()
    press(form.names, Qt.Key.Key_Return)
    settle()
    assert form.isHidden()
    assert certificates.register(ended.work, ended.course) == []
    assert tab.names.view.hasFocus(), "the arrows go through the names"
    rows = [row.enrolment for row in tab.names.rows]
    eligibility.check_names(ended.work, ended.course, rows)
    tab.refresh()
    click(tab.issue)
    assert form.accept_button.hasFocus(), "nothing is to be looked at"


def test_names_that_break_and_sessions_without_a_mark_are_named_before(
    tab: CertificatesTab, ended: Story
) -> None:
    person = enrolments.list_enrolments(ended.work, ended.course)[6].person.key
    long = "Абдулмаҷидзода-Давлатшоҳӣ-Раҳматуллозода-Муҳаммадшарифӣ"
    people.change_person(ended.work, person, {"family": long, "patronymic": "Муҳаммадшарифхоҷаевич"})
    session = attendance.grid(ended.work, ended.course).sessions[0].key
    attendance.mark(ended.work, ended.enrolments[0], session, None)
    tab.refresh()
    click(tab.issue)
    said = notes(tab)[1:]
    assert said[0].startswith("No.\u00a07: “Абдулмаҷидзода")
    assert "two lines" in said[0]
    assert not any("Every name fits" in each for each in said)
    assert "1 participant with sessions that are not marked." in said
    tab.context.undo_last()
    settle()
    assert not any("not marked" in each for each in notes(tab)), "the open form follows"
    assert tab.issue_form.isVisible()


def test_sessions_that_nobody_marked_are_over_and_not_to_come(tab: CertificatesTab, ended: Story) -> None:
    """S2: "2 sessions are still to come" was said of two that were over, and 100 % of all sessions."""
    last = courses.get_course(ended.work, ended.course).sessions[-1]
    ended.clock.advance(days=1)
    for start, days in ((1200, 0), (1260, 0), (1200, 2)):
        draft = SessionDraft(day=last.day + timedelta(days=days), start=start, end=start + 45)
        sessions.add_session(ended.work, ended.course, draft, extend=True)
    tab.refresh()
    places: list[tuple[str, dict[str, object]]] = []
    tab.context.place_requested.connect(lambda screen, place: places.append((screen, place)))
    click(tab.issue)
    form = tab.issue_form
    assert notes(tab)[:2] == [
        "Over without a mark and not counted: 2 sessions, to be marked or cancelled.",
        "1 session of the course still to come.",
    ]
    assert form.accept_button.text().endswith("all the same")
    click(form.marks)
    assert form.isHidden()
    ((screen, place),) = places
    first = next(each for each in courses.get_course(ended.work, ended.course).sessions if each.start == 1200)
    assert (screen, place["tab"], place["session"]) == ("courses", "attendance", first.key)
    for each in courses.get_course(ended.work, ended.course).sessions:
        if each.start in (1200, 1260):
            sessions.cancel_session(ended.work, each.key, "nobody came")
    tab.refresh()
    click(tab.issue)
    assert form.marks.isHidden()
    assert not any(each.startswith("Over ") or "still to come" in each for each in notes(tab))


def test_issuing_shows_the_papers_in_the_order_of_names(
    tab: CertificatesTab, ended: Story, shown: Shown, tmp_path: Path
) -> None:
    click(tab.issue)
    click(tab.issue_form.accept_button)
    settle()
    assert tab.issue_form.isHidden()
    issued = certificates.register(ended.work, ended.course)
    assert [found.kind for found in issued].count(CertificateKind.COMPLETION) == 20
    assert len(issued) == 24
    paper = shown.papers[-1]
    assert paper.file == "certificates-DSH-1.pdf"
    pages = shown.pages()
    assert len(pages) == 24
    assert "Абдуллоева Мавҷуда" in pages[0]
    assert "Ҷӯраев Шӯҳрат" in pages[-1]
    assert "ШАҲОДАТНОМА" in pages[0]
    assert "Д. Назарова" in pages[0]
    with from_the_disk(ended, tmp_path) as beside:
        assert len(certificates.register(beside, ended.course)) == 24
    path = tmp_path / "batch.pdf"
    path.write_bytes(paper.data)
    results = {check.result for check in verifying.verify_all(ended.work, str(path))}
    assert results == {CheckResult.VALID_UNCONFIRMED}
    assert tab.issue.text() == "All are issued"
    assert not tab.issue.isEnabled()
    assert tab.print_again.isEnabled()


@pytest.mark.parametrize(("code", "title"), [("ru", "СЕРТИФИКАТ"), ("en", "CERTIFICATE")])
def test_the_language_of_the_paper_is_chosen_and_remembered(
    tab: CertificatesTab, ended: Story, shown: Shown, code: str, title: str
) -> None:
    click(tab.issue)
    click(tab.issue_form.rows["language"].field.button(code))
    click(tab.issue_form.accept_button)
    settle()
    assert title in shown.pages()[0]
    assert {found.facts.language for found in certificates.register(ended.work, ended.course)} == {code}
    assert tab.names.language == code


def test_who_came_late_gets_theirs_and_nobody_gets_two(
    tab: CertificatesTab, ended: Story, shown: Shown
) -> None:
    click(tab.issue)
    click(tab.issue_form.accept_button)
    eligibility.override(ended.work, ended.enrolments[24], CertificateKind.ATTENDANCE, "приказ")
    tab.refresh()
    assert tab.issue.text() == "Issue 1 certificate"
    click(tab.issue)
    click(tab.issue_form.accept_button)
    settle()
    assert len(shown.pages()) == 1
    assert len(certificates.register(ended.work, ended.course)) == 25


def test_print_again_shows_the_frozen_text(tab: CertificatesTab, ended: Story, shown: Shown) -> None:
    click(tab.issue)
    click(tab.issue_form.accept_button)
    first = shown.papers[-1].data
    people.change_person(
        ended.work, enrolments.list_enrolments(ended.work, ended.course)[0].person.key, {"given": "Мафтуна"}
    )
    tab.refresh()
    click(tab.print_again)
    settle()
    assert shown.papers[-1].data == first


def test_esc_leaves_everything_as_it_was(tab: CertificatesTab, ended: Story) -> None:
    click(tab.issue)
    press(tab.issue_form, Qt.Key.Key_Escape)
    assert tab.issue_form.isHidden()
    assert certificates.register(ended.work, ended.course) == []


def test_nothing_is_issued_while_other_limits_are_only_tried(tab: CertificatesTab) -> None:
    edit = tab.board.what_if.test.lineEdit()
    assert edit is not None
    edit.setText("45")
    edit.editingFinished.emit()
    assert tab.board.asking
    assert not tab.issue.isEnabled()
    assert "only tried" in tab.issue.toolTip()
    click(tab.board.band.back)
    assert not tab.board.asking
    click(tab.issue)
    assert tab.issue_form.rows["counts"].text() == "Of completion: 20. Of attendance: 4."


def test_a_stop_while_issuing_changes_nothing(qtbot: QtBot, ended: Story, make_context: MakeContext) -> None:
    context = make_context(ended.work, synchronous=False)
    tab = CertificatesTab(context)
    open_tab(qtbot, tab, ended.course)
    papers: list[PrintablePdf] = []
    context.paper_requested.connect(papers.append)
    # As if "Stop" were pressed the moment that the band appears.
    context.jobs.started.connect(lambda _title: context.jobs.cancel())
    with qtbot.waitSignal(context.noticed) as told:
        tab.press.issue([Batch(ended.course)], IssueOptions("tg"))
    assert certificates.register(ended.work, ended.course) == []
    assert papers == []
    assert told.args[0].mood is Mood.NOW


def test_issuing_off_the_gui_thread_reports_progress(
    qtbot: QtBot, ended: Story, make_context: MakeContext
) -> None:
    context = make_context(ended.work, synchronous=False)
    tab = CertificatesTab(context)
    open_tab(qtbot, tab, ended.course)
    steps: list[tuple[str, float]] = []
    context.jobs.progressed.connect(lambda code, fraction: steps.append((code, fraction)))
    with qtbot.waitSignal(context.paper_requested) as asked:
        tab.press.issue([Batch(ended.course)], IssueOptions("tg"))
    assert asked.args[0].data.startswith(b"%PDF")
    assert ("certificate.progress.issue", 1.0) in steps
    assert ("documents.certificates", 1.0) in steps
    assert len(certificates.register(ended.work, ended.course)) == 24


def test_the_way_from_the_window_to_the_paper_and_back(workspace: Workspace, ended: Story) -> None:
    workspace.open("courses", course=ended.course, tab="certificates")
    settle()
    tab = workspace.findChild(CertificatesTab)
    assert tab is not None
    assert tab.issue.isVisible()
    click(tab.issue)
    click(tab.issue_form.accept_button)
    settle()
    assert workspace.stack.currentWidget() is workspace.paper
    assert workspace.paper.preview.page_count() == 24
    press(workspace.paper, Qt.Key.Key_Escape)
    assert workspace.current() == "courses"


def test_a_paper_leaves_with_the_certificates_that_it_shows(
    workspace: Workspace, ended: Story, tmp_path: Path
) -> None:
    """S2: after Ctrl+Z the paper stayed, and was saved and printed: signed, and in no register."""
    context = workspace.context
    context.go("courses", course=ended.course, tab="certificates")
    printer = CertificatePrinter(context, workspace)
    printer.issue([Batch(ended.course)], IssueOptions("tg"))
    settle()
    page = workspace.paper
    assert page.isVisible()
    press(page.preview, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert not certificates.register(ended.work, ended.course)
    assert not page.isVisible()
    assert "taken back" in workspace.banner.title.text() + workspace.banner.text.text()
    page.preview.save_to(tmp_path / "kept.pdf")
    assert not (tmp_path / "kept.pdf").exists()
    workspace.redo()
    settle()
    assert len(certificates.register(ended.work, ended.course)) == 24
    page.preview.save_to(tmp_path / "kept.pdf")
    assert (tmp_path / "kept.pdf").exists()


def test_the_second_language_is_one_that_the_course_has_a_title_in(
    tab: CertificatesTab, ended: Story
) -> None:
    view = courses.get_course(ended.work, ended.course)
    draft = replace(courses.draft_of(view.course), title=Texts(tg="Курс", ru="Курс по-русски", en=""))
    courses.change_course(ended.work, ended.course, draft)
    tab.refresh()
    click(tab.issue)
    second = tab.issue_form.rows["second"].field
    assert second.value() == "none"
    assert [second.button(code).isEnabled() for code in ("none", "en", "ru")] == [True, False, True]
    click(second.button("ru"))
    click(tab.issue_form.accept_button)
    settle()
    issued = certificates.register(ended.work, ended.course)
    assert {(found.facts.second, found.facts.course_title_ru) for found in issued} == {
        ("ru", "Курс по-русски")
    }


def test_who_signs_is_changed_on_the_way_and_the_form_comes_back(tab: CertificatesTab, ended: Story) -> None:
    click(tab.issue)
    click(tab.issue_form.sign)
    form = tab.signatory_form
    assert form.isVisible()
    assert not tab.issue_form.isVisible()
    click(form.add)
    type_text(form.rows["name"].lines["tg"], "N. Karimov")
    click(form.accept_button)
    settle()
    assert tab.issue_form.isVisible()
    assert "N. Karimov" in tab.issue_form.signers.text()


def test_where_nobody_signs_it_is_told_before_with_what_to_do(tab: CertificatesTab, ended: Story) -> None:
    assert not any("Nobody signs" in each for each in notes(tab))
    lead = [SignatoryLine(SignatoryRole.LEAD_TRAINER, title=Texts(tg="Тренер"))]
    signatories.set_signatories(ended.work, lead, course=ended.course)
    for line in teachers.list_teachers(ended.work, ended.course):
        teachers.remove_teacher(ended.work, ended.course, line.teacher.name)
    tab.refresh()
    click(tab.issue)
    assert tab.issue_form.signers.text() == "Nobody signs"
    assert tab.issue_form.accept_button.text().endswith("all the same")
    eligibility.check_names(ended.work, ended.course, ended.enrolments)
    press(tab.issue_form, Qt.Key.Key_Escape)
    tab.refresh()
    click(tab.issue)
    assert tab.issue_form.cancel_button.hasFocus(), "Enter does not issue what has no line for a signature"
    assert notes(tab)[0].startswith("Nobody signs: the certificates of DSH-1 would have no line")
    assert "“Who signs…”" in notes(tab)[0]
    click(tab.issue_form.sign)
    form = tab.signatory_form
    click(form.add)
    type_text(form.rows["name"].lines["tg"], "N. Karimov")
    click(form.accept_button)
    settle()
    assert tab.issue_form.signers.text() == "Sign: N. Karimov"
    assert not any("Nobody signs" in each for each in notes(tab))


def test_where_nobody_leads_the_missing_line_is_told_with_the_way_to_assign(
    workspace: Workspace, ended: Story
) -> None:
    """S3: the head signed alone, and only the printed paper showed that a line was missing."""
    head = SignatoryLine(SignatoryRole.PERSON, Texts(tg="N. Karimov"))
    lines = [head, SignatoryLine(SignatoryRole.LEAD_TRAINER)]
    signatories.set_signatories(ended.work, lines, course=ended.course)
    workspace.open("courses", course=ended.course, tab="certificates")
    settle()
    tab = workspace.findChild(CertificatesTab)
    assert tab is not None
    click(tab.issue)
    assert tab.issue_form.lead.isHidden()
    press(tab.issue_form, Qt.Key.Key_Escape)
    for line in teachers.list_teachers(ended.work, ended.course):
        teachers.remove_teacher(ended.work, ended.course, line.teacher.name)
    tab.refresh()
    click(tab.issue)
    form = tab.issue_form
    assert notes(tab)[0] == "Nobody leads DSH-1: the line for the lead trainer’s signature will be missing."
    assert not form.accept_button.hasFocus(), "Enter does not issue"
    assert form.lead.isVisible()
    click(form.lead)
    settle()
    assert form.isHidden()
    assign = workspace.findChild(AssignForm, "assign_form")
    assert assign is not None
    assert assign.isVisible()


def test_days_that_are_not_those_of_the_sessions_are_told_before_anything_is_printed(
    tab: CertificatesTab, ended: Story
) -> None:
    assert tab.board.days.isHidden()
    draft = courses.draft_of(courses.get_course(ended.work, ended.course).course)
    courses.change_course(ended.work, ended.course, replace(draft, last_day=draft.last_day + timedelta(1)))
    tab.refresh()
    words = "Certificates print the days of the course."
    assert tab.board.days.isVisible()
    assert tab.board.days.text().startswith("Course DSH-1 says 15.10.2018–19.10.2018")
    assert tab.board.days.text().endswith(words)
    click(tab.issue)
    assert any(each.endswith(words) for each in notes(tab))


def unknown(story: Story, *places: int, given: str = "") -> list[str]:
    """Take the sex away from some people of the list; `given` is a name that shows none."""
    persons = [enrolments.list_enrolments(story.work, story.course)[place].person.key for place in places]
    for person in persons:
        named = {"given": given, "family": "Ким", "patronymic": ""} if given else {}
        people.change_person(story.work, person, {"sex": Sex.UNKNOWN.value, **named})
    return persons


def test_a_missing_sex_is_told_and_taken_from_the_names_by_one_press(
    tab: CertificatesTab, ended: Story, shown: Shown
) -> None:
    persons = unknown(ended, 0, 4)
    tab.refresh()
    click(tab.issue)
    form = tab.issue_form
    assert not any("sex" in each for each in notes(tab)), "in Tajik and English no word differs"
    assert not form.sexes.isVisible()
    click(form.rows["language"].field.button("ru"))
    settle()
    said = next(each for each in notes(tab) if "sex" in each)
    assert said == (
        "2 participants without a sex: the words on the certificate stay neutral: "
        "No.\u00a01 Абдуллоева Мавҷуда, No.\u00a05 Гулмуродова Зарина"
    )
    assert form.accept_button.isEnabled()
    assert form.sexes.text() == "Take the sex from 2 names"
    click(form.sexes)
    settle()
    assert form.isVisible()
    assert not any("sex" in each for each in notes(tab))
    assert not form.sexes.isVisible()
    assert [people.get_person(ended.work, each).sex for each in persons] == [Sex.FEMALE] * 2
    click(form.accept_button)
    settle()
    assert {each.facts.gender for each in certificates.register(ended.work, ended.course)} == {"m", "f"}


def test_whom_the_form_names_stays_in_place_while_names_are_corrected(
    tab: CertificatesTab, ended: Story
) -> None:
    """S3: the order of names jumped with each answer."""
    click(tab.issue)
    before = notes(tab)[0]
    assert "No.\u00a01 Абдуллоева Мавҷуда, No.\u00a02" in before
    person = enrolments.list_enrolments(ended.work, ended.course)[0].person.key
    tab.context.do(people.change_person, person, {"family": "Ятимова"})
    settle()
    assert tab.issue_form.isVisible()
    assert notes(tab)[0] == before.replace("Абдуллоева", "Ятимова")


def test_a_missing_rank_and_a_sex_that_no_name_shows_lead_to_the_participants(
    tab: CertificatesTab, ended: Story, shown: Shown
) -> None:
    (person,) = unknown(ended, 2, given="Саша")
    for item in enrolments.list_enrolments(ended.work, ended.course):
        if item.person.key != person:
            people.change_person(ended.work, item.person.key, {"rank": "major"})
    asked: list[tuple[str, dict[str, object]]] = []
    tab.context.place_requested.connect(lambda screen, place: asked.append((screen, place)))
    tab.refresh()
    click(tab.issue)
    click(tab.issue_form.rows["language"].field.button("ru"))
    settle()
    assert [each for each in notes(tab) if "without a" in each and "Latin" not in each] == [
        "1 participant without a sex: the words on the certificate stay neutral: No.\u00a03 Ким Саша",
        "1 participant without a rank: its place stays empty: No.\u00a03 Ким Саша",
    ]
    form = tab.issue_form
    assert not form.sexes.isVisible()
    ways = [way for way in (form.latin, form.names, form.people) if way.isVisible()]
    assert len(ways) > 1
    between = [below.y() - above.geometry().bottom() for above, below in pairwise(ways)]
    assert max(between) <= 4, "one group, below what it belongs to"
    click(tab.issue_form.people)
    settle()
    assert tab.issue_form.isHidden()
    assert asked == [("courses", {"course": ended.course, "tab": "participants"})]


def question(tab: CertificatesTab) -> ConfirmDialog | None:
    found = [each for each in tab.window().findChildren(ConfirmDialog) if each.isVisible()]
    return found[0] if found else None


def test_before_the_course_is_over_issuing_is_asked_with_the_keyboard_on_no(
    tab: CertificatesTab, ended: Story, shown: Shown
) -> None:
    draft = courses.draft_of(courses.get_course(ended.work, ended.course).course)
    courses.change_course(ended.work, ended.course, replace(draft, last_day=date(2018, 12, 24)))
    tab.refresh()
    click(tab.issue)
    click(tab.issue_form.accept_button)
    settle()
    asked = question(tab)
    assert asked is not None
    assert "15.10.2018" in asked.text.text()
    assert "24.12.2018" in asked.text.text()
    assert asked.yes.text() == "Issue 24 certificates now"
    assert asked.no.hasFocus()
    press(asked.no, Qt.Key.Key_Return)
    settle()
    assert certificates.register(ended.work, ended.course) == []
    assert tab.issue_form.isVisible(), "what was chosen is still there"
    click(tab.issue_form.accept_button)
    settle()
    again = question(tab)
    assert again is not None
    click(again.yes)
    settle()
    assert len(certificates.register(ended.work, ended.course)) == 24
    assert tab.issue_form.isHidden()


def test_after_the_last_day_nothing_is_asked(tab: CertificatesTab, ended: Story, shown: Shown) -> None:
    click(tab.issue)
    click(tab.issue_form.accept_button)
    settle()
    assert question(tab) is None
    assert len(certificates.register(ended.work, ended.course)) == 24
