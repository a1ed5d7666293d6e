"""Forms over a page: where Tab goes in each of them, and that none is lost by opening another one."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache, cached_property
from inspect import isfunction
from typing import Any, override

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import trainer_app.ui
from tests.cut_texts import places, window_of
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, press, press_button, settle, show, type_text
from tests.ui.people_parts import open_list, people_of
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.evaluations.sitting_commands import FormChooser, RuleForm, SittingForm
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.form_fields import Layout, Text, Whole
from trainer_app.ui.kit.forms import FieldsForm, FormPanel, ReasonForm
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.kit.print_panel import PrintPanel
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.overlays import ConfirmDialog, SidePanel

BASES = {"ErasureForm", "FieldsForm", "FormPanel", "RowHistoryPanel", "_DivisionForm", "_UserForm"}
ONLY_READ = {"AnswerHistoryPanel", "CoveredPanel", "QuestionPicker"}
"""Lists on pages within a page, of which nothing is saved by a form."""
READS = {"show_newest", "show_list"}
"""What opens a panel that is only read."""


@cache
def all_kinds() -> frozenset[type[SidePanel]]:
    """Return every kind of panel of the program."""
    for found in pkgutil.walk_packages(trainer_app.ui.__path__, "trainer_app.ui."):
        importlib.import_module(found.name)
    return frozenset(_below(SidePanel))


def _below(kind: type[SidePanel]) -> Iterator[type[SidePanel]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("trainer_app."):
            yield each
            yield from _below(each)


def panels_of(shown: QWidget) -> list[SidePanel]:
    """Return all panels over what is shown, those too that are made once they are needed."""
    parts: list[object] = [shown, *shown.findChildren(QWidget)]
    known = set(map(id, parts))
    for part in parts:
        # Commands of a page, and what they hold, are no parts of the window.
        for held in list(getattr(part, "__dict__", {}).values()):
            if _may_have_panels(type(held)) and id(held) not in known:
                known.add(id(held))
                parts.append(held)
    for owner in parts:
        for name in _names_of_panels(type(owner)):
            getattr(owner, name)
    return shown.findChildren(SidePanel)


@cache
def _may_have_panels(kind: type) -> bool:
    """Tell whether things of a kind belong to the window, and are neither widgets nor what all share."""
    return kind.__module__.startswith("trainer_app.ui.") and not issubclass(kind, QWidget | AppContext)


@cache
def _names_of_panels(owner: type) -> tuple[str, ...]:
    """Return under which names things of a kind have panels that are made once they are needed."""
    return tuple(
        name
        for kind in owner.__mro__
        for name, held in vars(kind).items()
        if isinstance(held, cached_property | property) and _is_panel(held)
    )


def _is_panel(held: "cached_property[Any] | property") -> bool:
    """Tell whether a part that is made once it is needed is a panel, by what it says that it returns."""
    made_by = held.fget if isinstance(held, property) else held.func
    kind = getattr(made_by, "__annotations__", {}).get("return")
    return getattr(kind, "__name__", kind) in {each.__name__ for each in all_kinds()}


def stops(panel: SidePanel, forward: bool) -> list[QWidget]:
    """Press Tab in an open panel until the keyboard leaves it; return where it stopped."""
    key, modifier = Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier
    if not forward:
        key, modifier = Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
    found = list[QWidget]()
    for _ in range(300):
        now = QApplication.focusWidget()
        if now is None or not panel.isAncestorOf(now):
            return found
        if not found or found[-1] is not now:
            path = " ".join(each.objectName() for each in (*found, now))
            assert now not in found, f"{panel.objectName()}: {path}"
            found.append(now)
        press(now, key, modifier)
    raise AssertionError(f"{panel.objectName()} is never left")


def names_without(walked: set[type[SidePanel]]) -> set[str]:
    """Return the names of the kinds of panels that were not walked."""
    return {each.__name__ for each in all_kinds() - walked}


def check_tab(panel: SidePanel) -> None:
    """Tab goes through the fields, the buttons of the foot, and out; Shift+Tab the same way back."""
    panel.show()
    panel.raise_()
    panel.close_button.setFocus()
    there = stops(panel, forward=True)
    name = panel.objectName()
    foot = [
        each for each in (panel.accept_button, panel.cancel_button) if each.isEnabled() and each.isVisible()
    ]
    assert there[0] is panel.close_button
    assert there[len(there) - len(foot) :] == foot, [name, *(each.objectName() for each in there)]
    inside = {
        part
        for part in panel.body.parentWidget().findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled()
        if not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox) and part.focusProxy() is None
    }
    missed = {each.objectName() for each in inside - set(there)}
    assert not {each for each in missed if each and not each.startswith("qt_")}, name
    if foot:
        foot[-1].setFocus()
        assert stops(panel, forward=False) == there[::-1], name
    panel.hide()


def test_tab_goes_from_the_fields_of_every_form_to_its_buttons_and_out(
    qtbot: QtBot,
    story: Story,
    exchange: Exchange,
    theme: Theme,
    language: LanguageSwitch,
    preferences: PreferenceStore,
) -> None:
    """S3: Tab left a form behind its last field, and its buttons were before the first one."""
    walked = set[type[SidePanel]]()
    # The office first: it has nearly all of them, and the laptop's window is left once nothing is missing.
    for work, course in ((exchange.office, exchange.course), (story.work, story.course)):
        with window_of(work, theme, language, preferences) as (window, workspace):
            show(window)
            for _place in places(workspace.context, workspace, course):
                if names_without(walked) == BASES | ONLY_READ:
                    break
                settle()
                for panel in panels_of(workspace.stack.currentWidget()):
                    if type(panel) not in walked and panel.parentWidget().isVisible():
                        walked.add(type(panel))
                        check_tab(panel)
            host = workspace.stack.currentWidget()
            for made in (
                FormChooser("choose", workspace.context, host, [FormKind.TEST]),
                RuleForm("rule", workspace.context, host),
                SittingForm("sitting", workspace.context, host),
                PrintPanel(workspace.context, host, list),
            ):
                walked.add(type(made))
                check_tab(made)
    assert names_without(walked) == BASES | ONLY_READ


class Pair(FieldsForm):
    """Two lines of text and a number, said to be of somebody."""

    def __init__(self, name: str, context: AppContext, host: QWidget) -> None:
        super().__init__(name, context, host)
        self.of, self.saved = "", list[dict[str, Any]]()
        self.build()

    @override
    def fields(self) -> Layout:
        return Text("first", "First"), Text("second", "Second"), Whole("number", "Number")

    @override
    def words(self) -> tuple[str, str]:
        return self.of, f"Keep {self.of}"

    def open_of(self, whom: str) -> None:
        self.of = whom
        self.open_filled()

    @override
    def save(self) -> None:
        if self.value("number") is None:
            self.rows["number"].show_error("A number is missing")
            return
        self.saved.append({"of": self.of, **self.values()})
        self.dismiss()


@pytest.fixture
def two(qtbot: QtBot, context: AppContext) -> tuple[Pair, Pair]:
    """Show a page with two forms."""
    host = QWidget()
    host.setObjectName("host")
    host.resize(900, 600)
    QVBoxLayout(host).addWidget(Button("begin", text="Begin"))
    qtbot.addWidget(host)
    show(host)
    return Pair("left_form", context, host), Pair("right_form", context, host)


def begin(form: Pair, whom: str) -> None:
    form.open_of(whom)
    type_text(form.rows["first"].field, "Дилором")
    type_text(form.rows["second"].field, "Рашт")


def held(form: Pair) -> tuple[str, str, str]:
    return form.of, form.typed("first"), form.typed("second")


def asked_of(form: Pair) -> ConfirmDialog:
    return find(form.window(), ConfirmDialog, "panel_question")


@pytest.mark.parametrize("other", ["another form", "the same form of somebody else"])
def test_a_form_that_was_begun_is_asked_about_before_another_one_opens(
    two: tuple[Pair, Pair], other: str
) -> None:
    """S3: another button of the page closed a begun form, or filled it anew, without a word."""
    form = two[0]
    wanted = two[1] if other == "another form" else form
    begin(form, "Anvar")
    wanted.open_of("Bahor")
    assert (form.isVisible(), held(form)) == (True, ("Anvar", "Дилором", "Рашт"))
    click(asked_of(form).no)
    settle()
    assert (form.isVisible(), held(form)) == (True, ("Anvar", "Дилором", "Рашт")), "it goes on"
    assert wanted is form or not wanted.isVisible()
    wanted.open_of("Bahor")
    click(asked_of(form).yes)
    settle()
    assert (wanted.isVisible(), held(wanted)) == (True, ("Bahor", "", ""))
    assert wanted is form or not form.isVisible()
    assert form.saved == []


def test_a_begun_form_is_kept_on_the_way_to_another_one(two: tuple[Pair, Pair]) -> None:
    form, other = two
    begin(form, "Anvar")
    other.open_of("Bahor")
    offer = find(form.window(), Button, "panel_question_offer")
    assert offer.text() == "Keep Anvar"
    click(offer)
    settle()
    assert (form.saved, other.isVisible()) == ([], False), "what is refused stays, and is said"
    assert form.rows["number"].error.text() == "A number is missing"
    type_text(form.rows["number"].field, "7")
    other.open_of("Bahor")
    click(find(form.window(), Button, "panel_question_offer"))
    settle()
    assert form.saved == [{"of": "Anvar", "first": "Дилором", "second": "Рашт", "number": 7}]
    assert (form.isVisible(), other.isVisible()) == (False, True)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_three_answers_stand_in_one_line_in_a_narrow_window(
    code: str, workspace: Workspace, language: LanguageSwitch
) -> None:
    """S3: at 1024x700 with 150 % the one that costs nothing stood alone below the others."""
    language.choose(code)
    workspace.window().resize(683, 466)
    workspace.open("people")
    settle()
    press_button(workspace, "people_add")
    form = find(workspace, PersonForm, "person_form")
    for name in ("family", "given"):
        type_text(form.rows[name].field, "Рашт")
    form.leave_for(lambda: None)
    settle()
    asked = find(workspace.window(), ConfirmDialog, "panel_question")
    answers = [asked.no, asked.yes, find(asked, Button, "panel_question_offer")]
    assert len({each.y() for each in answers}) == 1
    assert asked.rect().contains(asked.frame.geometry())
    assert all(each.width() >= each.full_width() for each in answers), "nothing is cut"


def test_a_form_asked_for_once_more_goes_on(two: tuple[Pair, Pair]) -> None:
    form, other = two
    begin(form, "Anvar")
    form.open_of("Anvar")
    assert held(form) == ("Anvar", "Дилором", "Рашт")
    assert form.window().findChildren(ConfirmDialog, "panel_question") == []
    assert form.rows["second"].field.hasFocus()
    form.dismiss()
    form.open_of("Anvar")
    assert held(form) == ("Anvar", "", ""), "closed, it begins anew"
    type_text(form.rows["first"].field, "one line")
    other.open_of("Bahor")
    assert (form.isVisible(), other.isVisible()) == (True, False), "one line is asked about, too"


def test_one_line_is_asked_about(two: tuple[Pair, Pair]) -> None:
    """S2: a changed code, and a reason that was thought about, went without a question."""
    form, _ = two
    form.open_of("Anvar")
    type_text(form.rows["first"].field, "BHT-9")
    press(form.rows["first"].field, Qt.Key.Key_Escape)
    assert form.isVisible()
    click(find(form.window(), ConfirmDialog, "panel_question").no)
    assert form.isVisible()
    form.rows["first"].field.clear()
    press(form.rows["first"].field, Qt.Key.Key_Escape)
    assert not form.isVisible(), "nothing is typed any more"


def test_every_form_is_opened_by_what_asks_first() -> None:
    """A form that is shown by a method of another name would not ask."""
    for kind in all_kinds():
        for name, method in vars(kind).items():
            if isfunction(method) and not name.startswith("_") and name not in {"reveal", "begin"}:
                opens = {"open_filled", "reveal"} & set(method.__code__.co_names)
                assert not opens or hasattr(method, "__wrapped__") or name in READS, f"{kind.__name__}.{name}"
    wrapped = {kind for kind in all_kinds() for each in vars(kind).values() if hasattr(each, "__wrapped__")}
    forms = {
        kind for kind in all_kinds() if issubclass(kind, FormPanel) and not kind.__name__.startswith("_")
    }
    assert {FieldsForm, PersonForm, QuestionForm, ReasonForm} <= wrapped & forms


def test_another_participant_is_asked_about_before_a_begun_form_goes(
    workspace: Workspace, story: Story
) -> None:
    """One is corrected, another one chosen in the list beside the form: what was typed went to nobody."""
    tab = open_list(workspace, story)
    first, second = list(tab.list.everybody())[:2]
    tab.list.requested.emit("edit", first)
    form = tab.form
    type_text(form.rows["position"].field, "инспектор ")
    type_text(form.rows["unit"].field, "ШКД ")
    typed = form.values()
    for act, key in (("edit", second), ("replaced_by", first)):
        tab.list.requested.emit(act, key)
        click(find(workspace.window(), ConfirmDialog, "panel_question").no)
        settle()
        assert (form.isVisible(), form.values()) == (True, typed)
    tab.list.requested.emit("edit", second)
    click(find(workspace.window(), Button, "panel_question_offer"))
    settle()
    people = tab.list.everybody()
    assert people[first].person.position == typed["position"]
    assert form.typed("family") == people[second].person.family


def test_the_forms_of_a_person_ask_before_one_takes_the_place_of_another(
    workspace: Workspace, story: Story
) -> None:
    screen = people_of(workspace)
    screen.open_person(list_enrolments(story.work, story.course)[0].person.key)
    click(screen.person_page.data.erase)
    erase = screen.erase_form
    type_text(erase.rows["reason"].field, "asked in writing")
    type_text(erase.rows["reference"].field, "12/4")
    click(screen.person_page.data.held)
    question = find(workspace.window(), ConfirmDialog, "panel_question")
    assert question.findChildren(Button, "panel_question_offer") == [], (
        "what is for good is not done from here"
    )
    click(question.no)
    settle()
    assert (erase.isVisible(), erase.typed("reason")) == (True, "asked in writing")
    click(screen.person_page.data.held)
    click(find(workspace.window(), ConfirmDialog, "panel_question").yes)
    settle()
    assert (erase.isVisible(), screen.held_form.isVisible()) == (False, True)
