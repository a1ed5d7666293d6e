"""A reader presses nothing that is then refused: every button names its guarded action, and is switched off.

What stays on is pressed on every page that a reader sees; nothing of it may ask for a right that they lack.
"""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from tests.architecture.tree import modules
from tests.kit import worlds, writing
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeGate
from tests.kit.world import Story, World
from tests.ui.driving import click, find, in_sight, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import rights, users
from trainer_app.actions.base.rights import Opened
from trainer_app.actions.certificates import certificates
from trainer_app.actions.evaluations import forms
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import RIGHTS, Right, UserRole
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import OCCASIONS, FormKind
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import NEEDS
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.sidebar import Sidebar
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.start.unlock import UnlockPage
from trainer_app.ui.style.text_size import text_size
from trainer_app.ui.widgets.file_dialogs import FileDialog

READER = "ҳафт калимаи дигар барои хонандаи мо"
NO_BUTTON = frozenset(
    {
        # Typed, or dragged, in a table, which says then why not.
        "attendance/many_marks/mark_cells",
        "courses/sessions/put_session",
        "evaluations/scores/set_score",
        # Of laptops, and of an office that is being made: nobody is named there.
        "exchange/dropping/postpone",
        "base/users/begin",
        "office/office/init",
    }
)
LEFT_ALONE = frozenset({"rail_lock", "data_open_folder"})
"""What locks the program, and what opens another one."""
PLACES = [
    *(
        (name, {})
        for name in ("today", "people", "evaluations", "certificates", "review", "sending", "settings")
    ),
    *(("office", {"tab": tab}) for tab in ("incoming", "laptops", "reports", "archive", "retention", "keys")),
]


def imported(nodes: Sequence[ast.AST]) -> dict[str, str]:
    """Return what the names of a module mean, of those that come from the actions."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}".removeprefix("trainer_app.actions.")
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("trainer_app.actions")
        for alias in node.names
    }


def done_by(nodes: Sequence[ast.AST]) -> set[str]:
    """Return the guarded actions that a module of the window names."""
    known, found = imported(nodes), set()
    for node in nodes:
        if isinstance(node, ast.Name):
            found.add(known.get(node.id, ""))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add(f"{known.get(node.value.id, '')}.{node.attr}")
    return {each.replace(".", "/") for each in found} & set(RIGHTS)


def told_by(nodes: Sequence[ast.AST]) -> set[str]:
    """Return the actions that buttons of a module name as what they need."""
    texts = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return {text for text in texts if isinstance(text, str)} & set(RIGHTS)


def test_every_guarded_action_of_the_window_is_named_by_a_button() -> None:
    done, told = set[str](), set[str]()
    for module in modules():
        if module.layer == "ui":
            done |= done_by(module.nodes)
            told |= told_by(module.nodes)
    assert len(done) > 150
    assert sorted(done - told - NO_BUTTON) == []
    assert sorted(NO_BUTTON - done) == []


@pytest.fixture
def course(tmp_path: Path) -> str:
    """Make an office of a head and a reader, with a course that is over; return the course."""
    world = World(tmp_path, hour=11, minute=42, step=5).office("M. Saidova", Texts(en="Office"))
    return world.do(_hold_a_course_beside_a_reader).lay_own().course


def _hold_a_course_beside_a_reader(story: Story) -> None:
    work = story.work
    users.add(work, "B. Rahimov", "bahrom", UserRole.READER, READER, PASSPHRASE, cost=CHEAP)
    story.room = room = writing.write_course(work)
    story.clock.advance(days=10)
    for session in room.sessions[:-1]:
        attendance.mark_rest(work, session)
    for kind in FormKind:
        form = forms.ensure_standard_form(work, forms.list_standard_forms(work, kind)[0].standard.name)
        forms.choose_form(work, room.course, form, OCCASIONS[kind][0])
    certificates.issue(work, room.course)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was refused to the reader, by the right that was asked for."""
    heard: list[str] = []
    check = rights.check

    def listening(work: Opened, right: Right) -> None:
        try:
            check(work, right)
        except TrainerError:
            heard.append(right.value)
            raise

    monkeypatch.setattr(rights, "check", listening)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(FileDialog, name, lambda *_values, **_how: ("", ""))
    monkeypatch.setattr(FileDialog, "getOpenFileNames", lambda *_values, **_how: ([], ""))
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_values, **_how: "")
    return heard


@pytest.fixture
def context(
    window: MainWindow, enter: MakeGate, tmp_path: Path, course: str, asked: list[str]
) -> Iterator[AppContext]:
    """Unlock the office as the reader does, who presses the sizes of the text too."""
    clock = worlds.noon()
    clock.advance(days=11)
    window.resize(1366, 768)
    gate = enter(tmp_path / "office", "", clock=clock)
    page = window.page()
    assert isinstance(page, UnlockPage)
    page.short.setText("bahrom")
    page.field.line.setText(READER)
    click(page.open_button)
    assert gate.context is not None
    vars(window)["gate"] = gate
    yield gate.context
    text_size().choose(100)
    settle()


def places(context: AppContext, course: str) -> Iterator[str]:
    """Open every screen, every tab of the course and every part of the office, one after the other."""
    tabs = [("courses", {"course": course, "tab": spec.name}) for spec in TABS]
    for screen, place in (*PLACES, ("courses", {}), *tabs):
        context.go(screen, **place)
        settle()
        yield f"{screen} {place.get('tab', '')}"


def test_a_reader_sees_why_a_button_is_off(window: MainWindow, context: AppContext, course: str) -> None:
    seen: set[str] = set()
    for place in places(context, course):
        actions = (each for each in window.findChildren(QAction) if each.isVisible())
        for part in (*in_sight(window), *actions):
            needs = part.property(NEEDS)
            if not needs:
                continue
            seen.update(str(needs).split())
            part.setEnabled(True)
            assert not part.isEnabled(), f"{place}: {part.objectName()}"
            assert "role" in part.toolTip(), f"{place}: {part.objectName()}"
    assert len(seen) > 60


def test_whoever_is_here_sees_their_role_beside_their_name(
    window: MainWindow, context: AppContext, language: LanguageSwitch
) -> None:
    rail = find(window, Sidebar, "rail")
    assert rail.user.text() == "B. Rahimov"
    assert rail.device.text() == "Office computer · reader"
    assert "buttons that change something are grey" in rail.who.toolTip()
    language.choose("ru")
    assert rail.device.text().endswith(" · наблюдатель")
    rail.set_role(UserRole.HEAD)
    assert rail.device.text().endswith(" · руководитель")
    assert rail.device.toolTip() == ""


def test_what_a_reader_presses_is_not_refused(
    window: MainWindow, context: AppContext, course: str, asked: list[str]
) -> None:
    assert asked == [], "to open the office asks for nothing that a reader lacks"
    pressed: set[str] = set()
    refused: list[str] = []
    for place in places(context, course):
        assert asked == [], place
        # The place has been drawn; what a press changes is judged by what it asks for.
        window.setUpdatesEnabled(False)
        while button := _next(window, pressed):
            pressed.add(button.objectName())
            button.click()
            settle()
            if asked:
                refused.append(f"{place}: {button.objectName()} {asked}")
                asked.clear()
            screen, _, tab = place.partition(" ")
            where = {"tab": tab} if tab else {}
            context.go(screen, **({"course": course} if screen == "courses" and tab else {}), **where)
            settle()
            asked.clear()
        window.setUpdatesEnabled(True)
    assert refused == []
    assert len(pressed) > 60


def _next(window: MainWindow, pressed: set[str]) -> QAbstractButton | None:
    """Return a button that can be pressed and was not yet."""
    known = {"", *pressed, *LEFT_ALONE}
    for button in in_sight(window):
        if isinstance(button, QAbstractButton) and button.objectName() not in known and button.isEnabled():
            return button
    return None


def test_there_is_no_screen_that_is_not_walked() -> None:
    named = {screen for screen, _ in PLACES} | {"courses"}
    assert sorted(spec.name for spec in SCREENS if spec.name not in named) == []
