"""Every form that changes something asks where another window changed the same, and saves what is chosen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story
from tests.ui.bank_parts import add
from tests.ui.driving import click, find, settle
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility, signatories
from trainer_app.actions.certificates.printing import ProofRow
from trainer_app.actions.courses import courses, projects, sessions, teachers
from trainer_app.actions.evaluations import forms, questions
from trainer_app.actions.people import people
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind, SignatoryLine, SignatoryRole
from trainer_app.domain.courses.courses import ProjectDraft, ResitRule, TeachingRole
from trainer_app.domain.evaluations.forms import Form, FormKind, Occasion
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.system.preferences import Preferences
from trainer_app.ui.certificates.designs.forms import SignatoryForm
from trainer_app.ui.certificates.forms import DecideForm, NameCorrectionForm
from trainer_app.ui.courses.forms import ProjectForm
from trainer_app.ui.courses.overview.tab import AssignForm
from trainer_app.ui.courses.plan.session_forms import SessionForm
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.evaluations.bank.form_panels import FormTitleForm
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.evaluations.sitting_commands import RuleForm, SittingForm
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.controls import ChoiceRow

THEIRS, YOURS = "Аз равзанаи дигар", "Аз ин ҷо"


@dataclass
class Case:
    """A form that is open and typed in; what the other window writes; what holds now, to compare."""

    form: FormPanel
    field: str
    write: Callable[[], object]
    held: Callable[[], object]
    theirs: object
    yours: object


@pytest.fixture
def second(story: Story) -> Iterator[Workplace]:
    """Open the folder once more, as a second window does."""
    opened = workplace.open_workplace(story.work.folder, PASSPHRASE, clock=story.clock)
    yield opened
    opened.close()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """Stand for the page beside which a form opens."""
    made = QWidget()
    made.setObjectName("host")
    made.resize(1100, 697)
    qtbot.addWidget(made)
    made.show()
    return made


def project(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    key = projects.create_project(other, ProjectDraft("DV18", Texts(), donor="Donor")).key or ""
    form = ProjectForm(context, host)
    form.open_project(key)
    draft = projects.draft_of_project(projects.get_project(other, key))
    form.rows["head"].field.setText(YOURS)
    return Case(
        form,
        "head",
        lambda: projects.change_project(other, key, replace(draft, head=THEIRS)),
        lambda: projects.get_project(other, key).head,
        THEIRS,
        YOURS,
    )


def session(context: AppContext, host: QWidget, other: Workplace, course: str) -> Case:
    view = courses.get_course(other, course)
    # The last one has no marks, and no lock.
    one = view.sessions[-1]
    form = SessionForm(context, host, CourseWording(context))
    form.open_session(view, one)
    form.rows["end"].field.set_minutes(one.end - 10)
    return Case(
        form,
        "end",
        lambda: sessions.change_session(other, one.key, replace(sessions.draft_of(one), end=one.end - 20)),
        lambda: sessions.get_session(other, one.key).end,
        one.end - 20,
        one.end - 10,
    )


def trainers(context: AppContext, host: QWidget, other: Workplace, course: str) -> Case:
    known = people.search(other, "")[:2]
    for person in known:
        teachers.assign(other, course, person.key, TeachingRole.TRAINER)
    view = courses.get_course(other, course)
    one = view.sessions[-1]
    form = SessionForm(context, host, CourseWording(context))
    form.open_session(view, one)
    click(form.trainers.ticks[known[0].key])
    draft = sessions.draft_of(one)
    return Case(
        form,
        "trainers",
        lambda: sessions.change_session(other, one.key, replace(draft, trainers=(known[1].key,))),
        lambda: sessions.get_session(other, one.key).trainers,
        (known[1].key,),
        (known[0].key,),
    )


def person(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    one = people.search(other, "")[0]
    form = PersonForm(context, host, PeopleWording(context))
    form.open_person(one)
    form.rows["rank"].field.set_rank("major", "en")
    return Case(
        form,
        "rank",
        lambda: people.change_person(other, one.key, {"rank": "colonel"}),
        lambda: people.get_person(other, one.key).rank,
        "colonel",
        "major",
    )


def name(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    one = people.search(other, "")[0]
    form = NameCorrectionForm(context, host)
    form.open_person(one, ProofRow("", one.key, 1, one.name, one.latin, ""))
    form.rows["fields"].rows["family"].field.setText(YOURS)
    return Case(
        form,
        "family",
        lambda: people.change_person(other, one.key, {"family": THEIRS}),
        lambda: people.get_person(other, one.key).family,
        THEIRS,
        YOURS,
    )


def who_signs(context: AppContext, host: QWidget, other: Workplace, course: str) -> Case:
    form = SignatoryForm(context, host)
    form.open_course(course, lambda: None)
    form.lines = [SignatoryLine(SignatoryRole.PERSON, Texts.same(YOURS), Texts.same("Head"))]
    form.at = 0
    form._show()
    theirs = [SignatoryLine(SignatoryRole.PERSON, Texts.same(THEIRS), Texts.same("Head"))]
    return Case(
        form,
        "order",
        lambda: signatories.set_signatories(other, theirs, course=course),
        lambda: [each.name["tg"] for each in signatories.lines_of(other, course=course)],
        [THEIRS],
        [YOURS],
    )


def resit(context: AppContext, host: QWidget, other: Workplace, course: str) -> Case:
    form = RuleForm("resit_form", context, host)
    form.ask(course, ResitRule.BEST)
    click(form.rows["last"])
    return Case(
        form,
        "resit_rule",
        lambda: forms.set_resit_rule(other, course, ResitRule.FIRST),
        lambda: courses.get_course(other, course).course.resit_rule,
        ResitRule.FIRST,
        ResitRule.LAST,
    )


def sitting(context: AppContext, host: QWidget, other: Workplace, course: str) -> Case:
    question = add(other)
    made = forms.save_form(other, Form("", FormKind.TEST, Texts.same("Test"), questions=(question,)))
    one = forms.get_sitting(other, forms.choose_form(other, course, made.key or "", Occasion.PRE).key or "")
    form = SittingForm("sitting_form", context, host)
    form.ask(one)
    form.rows["minutes"].field.setText("30")
    return Case(
        form,
        "minutes",
        lambda: forms.change_sitting(other, replace(one, minutes=20)),
        lambda: forms.get_sitting(other, one.key).minutes,
        20,
        30,
    )


def form_title(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    key = forms.save_form(other, Form("", FormKind.TEST, Texts(en="Test", ru="Тест"))).key or ""
    one = forms.get_form(other, key).form
    form = FormTitleForm(context, host, BankWording(context))
    form.open_form(one)
    form.rows["title"].lines["en"].setText(YOURS)
    return Case(
        form,
        "title",
        lambda: forms.save_form(other, replace(one, title=Texts(en=THEIRS, ru="Новый"))),
        lambda: forms.get_form(other, key).form.title,
        Texts(en=THEIRS, ru="Новый"),
        Texts(en=YOURS, ru="Новый"),
    )


def question(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    key = add(other)
    one = questions.get_question(other, key)
    form = QuestionForm(context, host, BankWording(context))
    form.open_question(key)
    form.rows["topic"].field.setText(YOURS)
    return Case(
        form,
        "topic",
        lambda: questions.save_question(other, replace(one, topic=THEIRS)),
        lambda: questions.get_question(other, key).topic,
        THEIRS,
        YOURS,
    )


def question_order(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    key = add(other)
    one = questions.get_question(other, key)
    form = QuestionForm(context, host, BankWording(context))
    form.open_question(key)
    click(form.rows["fixed_order"])
    form.rows["points"].field.setText("2")
    return Case(
        form,
        "points",
        lambda: questions.save_question(other, replace(one, points=300)),
        lambda: questions.get_question(other, key).points,
        300,
        200,
    )


def question_kind(context: AppContext, host: QWidget, other: Workplace, _course: str) -> Case:
    key = add(other)
    one = questions.get_question(other, key)
    form = QuestionForm(context, host, BankWording(context))
    form.open_question(key)
    click(form.rows["kind"].field.button("likert"))
    return Case(
        form,
        "kind",
        lambda: questions.save_question(other, replace(one, kind=QuestionKind.MULTIPLE)),
        lambda: questions.get_question(other, key).kind,
        QuestionKind.MULTIPLE,
        QuestionKind.LIKERT,
    )


def role(context: AppContext, host: QWidget, other: Workplace, course: str) -> Case:
    one = people.search(other, "")[0]
    teachers.assign(other, course, one.key, TeachingRole.TRAINER)
    (teacher,) = (each for each in courses.get_course(other, course).teachers if each.person == one.key)
    form = AssignForm(context, host)
    form.open_teacher(course, teacher)
    field = form.rows["role"].field
    field.setCurrentIndex(field.findData(TeachingRole.LEAD_TRAINER.value))
    return Case(
        form,
        "role",
        lambda: teachers.assign(other, course, one.key, TeachingRole.OBSERVER),
        lambda: next(
            each.role for each in courses.get_course(other, course).teachers if each.person == one.key
        ),
        TeachingRole.OBSERVER,
        TeachingRole.LEAD_TRAINER,
    )


CASES = (
    project,
    session,
    trainers,
    person,
    name,
    who_signs,
    resit,
    sitting,
    form_title,
    question,
    question_order,
    question_kind,
    role,
)


@pytest.mark.parametrize("take_theirs", [True, False], ids=["theirs", "yours"])
@pytest.mark.parametrize("make", CASES, ids=lambda made: made.__name__)
def test_both_values_are_shown_and_one_is_chosen(
    context: AppContext,
    host: QWidget,
    second: Workplace,
    story: Story,
    make: Callable[..., Case],
    take_theirs: bool,
) -> None:
    case = make(context, host, second, story.course)
    case.write()
    settle()
    click(case.form.accept_button)
    settle()
    assert case.form.meanwhile.isVisibleTo(case.form)
    assert case.held() == case.theirs
    rows = [choice(case.form, f"{case.field}_{whose}") for whose in ("theirs", "yours")]
    assert all(row.text() for row in rows)
    assert rows[0].text() != rows[1].text()
    click(rows[0] if take_theirs else rows[1])
    click(case.form.accept_button)
    assert case.form.isHidden()
    assert case.held() == (case.theirs if take_theirs else case.yours)


@pytest.mark.parametrize("make", CASES, ids=lambda made: made.__name__)
def test_a_form_in_which_nothing_was_changed_writes_nothing(
    context: AppContext, host: QWidget, second: Workplace, story: Story, make: Callable[..., Case]
) -> None:
    case = make(context, host, second, story.course)
    reopen(case)
    case.write()
    click(case.form.accept_button)
    assert case.form.isHidden()
    assert case.held() == case.theirs


def reopen(case: Case) -> None:
    """Forget what was typed, as if the form had just been opened."""
    form: Any = case.form
    match form:
        case SignatoryForm():
            form.lines = list(form._begun)
            form._show()
        case RuleForm():
            form.dismiss()  # Asked for once more while it is open, it goes on with what was chosen.
            form.ask(form.course, ResitRule.BEST)
        case NameCorrectionForm():
            one = form._person
            form.dismiss()
            form.open_person(one, ProofRow("", one.key, 1, one.name, one.latin, ""))
        case _:
            for field, value in form._filled.items():
                form._fields[field].put(form.rows[field], value)


def choice(within: QObject, name: str) -> ChoiceRow:
    form = within.objectName()
    return find(within, ChoiceRow, f"{form}_meanwhile_{name}")


@pytest.mark.parametrize("take_theirs", [True, False], ids=["theirs", "yours"])
def test_a_decision_by_hand_that_was_made_elsewhere_is_not_replaced_unasked(
    context: AppContext, host: QWidget, second: Workplace, story: Story, take_theirs: bool
) -> None:
    form = DecideForm(context, host)
    row = eligibility.board(story.work, story.course)[0]
    assert not row.override
    form.open_row(row, "")
    eligibility.override(second, row.enrolment, CertificateKind.COMPLETION, "приказ")
    click(form.rows[CertificateKind.NONE.value])
    form.rows["reason"].field.setText("списал")
    click(form.accept_button)
    rows = [choice(form, f"override_{whose}") for whose in ("theirs", "yours")]
    click(rows[0] if take_theirs else rows[1])
    click(form.accept_button)
    assert form.isHidden()
    found = eligibility.board(second, story.course)[0].result
    assert found is (CertificateKind.COMPLETION if take_theirs else CertificateKind.NONE)


def test_what_two_windows_like_stands_in_one_file(tmp_path: Path) -> None:
    first, other = (PreferenceStore(tmp_path / "preferences.json") for _ in range(2))
    assert first.change(Preferences.printer, "Office") is None
    assert other.change(Preferences.theme, "dark") is None
    kept = PreferenceStore(tmp_path / "preferences.json").now
    assert (kept.printer, kept.theme) == ("Office", "dark")
