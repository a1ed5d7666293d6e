"""Places of the list are found while somebody types, in any script; anything else is kept and told."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication

from tests.kit.world import Story
from tests.ui.courses_parts import courses_of, view_of
from tests.ui.driving import press, settle, show, type_text
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.picked_fields import PlaceField
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.fields import bring_into_sight


def offered(field: PlaceField) -> list[str]:
    model = field.completer().completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_town_is_found_in_any_script_and_taken_in_the_language_of_the_window(
    workspace: Workspace, story: Story
) -> None:
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    row = screen.course_form.rows["town"]
    field = row.field
    type_text(field, "худж")
    assert offered(field) == ["Khujand · Sughd"]
    press(field.completer().popup(), Qt.Key.Key_Down)
    press(field.completer().popup(), Qt.Key.Key_Return)
    assert field.text() == "Khujand"
    assert row.description.isHidden()
    # A name that the list does not have is told, and kept.
    district = screen.course_form.rows["district"]
    district.field.selectAll()
    type_text(district.field, "Навободи Боло")
    assert offered(district.field) == []
    assert "stays as typed" in district.description.text()
    press(screen.course_form.rows["code"].field, Qt.Key.Key_Return)
    course = view_of(story.work, screen.workspace.course).course
    assert (course.town, course.district) == ("Khujand", "Навободи Боло")


def test_places_are_offered_in_the_language_of_the_window(qtbot: object, language: LanguageSwitch) -> None:
    field = PlaceField("somewhere")
    language.choose("tg")
    type_text(field, "Rasht")
    assert offered(field)[0] == "Рашт · Ноҳияҳои тобеи ҷумҳурӣ"
    type_text(field, "9")
    assert offered(field) == []


def test_a_press_beside_the_suggestions_reaches_what_is_pressed(workspace: Workspace, story: Story) -> None:
    """S3: it only closed the list, and what was then typed for the district went into the town."""
    show(workspace.window())
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = screen.course_form
    town, district = form.rows["town"].field, form.rows["district"].field
    bring_into_sight(district)
    settle()
    type_text(town, "худж")
    popup = town.completer().popup()
    assert popup.isVisible()
    place = QPointF(district.mapToGlobal(district.rect().center()))
    assert not popup.geometry().contains(place.toPoint()), "the list lies beside the district"
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    beside = popup.mapFromGlobal(place)
    QApplication.sendEvent(popup, QMouseEvent(QEvent.Type.MouseButtonPress, beside, place, left, left, none))
    assert not popup.isVisible()
    assert QApplication.focusWidget() is district
    assert town.text() == "худж"


def test_what_is_offered_stays_inside_the_window(workspace: Workspace, story: Story) -> None:
    """S3: the list of a field at the right edge of the window ran out of it."""
    window = workspace.window()
    window.resize(780, 600)
    show(window)
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    district = screen.course_form.rows["district"].field
    bring_into_sight(district)
    settle()
    popup = district.completer().popup()
    for letter in "Сино":
        type_text(district, letter)
        assert popup.isVisible()
        inside = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        shown = popup.geometry()
        assert inside.left() <= shown.left() <= shown.right() <= inside.right(), (letter, inside, shown)
    ends = district.mapToGlobal(QPoint(district.width(), 0)).x()
    assert popup.x() + popup.width() == ends, "it ends where the field does"
    assert popup.width() > district.width(), "a name with its region has room"


def test_one_press_on_the_button_beside_the_suggestions_creates_the_course(
    workspace: Workspace, story: Story
) -> None:
    """S2: the release went to the list that was closed by then; the button stayed down and did nothing."""
    show(workspace.window())
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = screen.course_form
    town = form.rows["town"].field
    bring_into_sight(town)
    settle()
    type_text(town, "худж")
    popup, button = town.completer().popup(), form.accept_button
    offers, page = popup.windowHandle(), workspace.window().windowHandle()
    # As the window system tells it: the list has taken the mouse, until the button is let go.
    place = button.mapToGlobal(button.rect().center())
    _tell(offers, QEvent.Type.MouseButtonPress, place)
    assert (popup.isVisible(), button.isDown(), screen.in_course()) == (False, True, False)
    _tell(offers, QEvent.Type.MouseButtonRelease, place)
    settle()
    assert view_of(story.work, screen.workspace.course).course.town == "худж"
    # Nothing is handed on any more.
    _tell(page, QEvent.Type.MouseButtonRelease, place)
    assert (button.isDown(), screen.in_course()) == (False, True)


def _tell(window: QWindow, kind: QEvent.Type, place: QPoint) -> None:
    left, at = Qt.MouseButton.LeftButton, QPointF(place)
    held = left if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    inside = QPointF(window.mapFromGlobal(place))
    event = QMouseEvent(kind, inside, at, left, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)


def test_enter_on_a_town_takes_it_and_creates_no_course(workspace: Workspace, story: Story) -> None:
    """S2: Down and Enter, or Enter behind the whole name, made the course before its days were seen."""
    show(workspace.window())
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = screen.course_form
    town = form.rows["town"].field
    popup = town.completer().popup()
    type_text(town, "Khuj")
    press(popup, Qt.Key.Key_Return)
    assert (popup.isVisible(), town.text(), screen.in_course()) == (False, "Khujand", False), (
        "it is taken over"
    )
    town.clear()
    type_text(town, "Kul")
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert (popup.isVisible(), town.text(), screen.in_course()) == (False, "Kulob", False)
    town.clear()
    type_text(town, "Khujand")
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Return)
    assert (popup.isVisible(), town.text(), screen.in_course()) == (False, "Khujand", False)
    press(town, Qt.Key.Key_Return)
    assert view_of(story.work, screen.workspace.course).course.town == "Khujand"


def test_the_district_of_a_town_is_filled_in_and_stays_open_to_change(
    workspace: Workspace, story: Story
) -> None:
    """S2: it stayed empty, and the targets said "Districts with courses 0 of 3"."""
    show(workspace.window())
    screen = courses_of(workspace)
    press(screen.course_list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    town, row = screen.course_form.rows["town"].field, screen.course_form.rows["district"]

    def typed(text: str) -> str:
        town.clear()
        type_text(town, text)
        press(town.completer().popup(), Qt.Key.Key_Return)
        town.completer().popup().hide()
        row.field.setFocus()
        return str(row.field.text())

    assert typed("Gharm") == "Rasht"
    assert row.description.text() == "Filled in from the town; it can be changed."
    assert typed("Kulob") == "Kulob", "reports by district put it nowhere else"
    assert row.description.text() == "A city counts as its own district; it can be changed."
    assert typed("Vose") == "Vose"
    row.field.clear()
    type_text(row.field, "Farkhor")
    assert typed("Gharm") == "Farkhor", "what somebody typed stays"
    assert row.description.isHidden()


def test_a_town_tells_once_that_it_is_another_one(qtbot: object) -> None:
    """What it stood as is its own: a form, or another field, hears of the change and asks for nothing."""
    town, told = PlaceField("town"), list[str]()
    town.settled.connect(told.append)
    town.begin("Vose")
    press(town, Qt.Key.Key_Return)
    type_text(town, "h")
    press(town, Qt.Key.Key_Return)
    press(town, Qt.Key.Key_Return)
    town.completer().activated.emit("Rasht")
    assert told == ["Voseh", "Rasht"]
