"""Light and dark theme: palette, style sheet, which of the two is in use; and the icons in its colours.

The scheme in use can be read anywhere from the application's palette (`tokens`), so nothing has to be passed
down for painting. `Theme` is the one object that changes it.

Qt gives every widget there is a changed style sheet of the application once for each of its ancestors: 4 s of
work for all screens. So the application keeps its first one, and the parts of a window (`follow_theme`) get
one of their own where the scheme is another: what is seen at once, what is hidden when it is shown again.

Icons are stroke drawings from `resources/icons`, coloured when they are painted. An icon is named by its file
and a colour by its token ("text3", "accent"), never by a value, so a change of theme needs no new icons.
Everything is rendered at the device pixel ratio of what it is painted on.
"""

from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.base.texts import resource
from trainer_app.ui.style.tokens import BODY, DARK, DRAWN_IN, LIGHT, Tokens

FAMILY = "Noto Sans"
NARROW = "Noto Sans Narrow"
STYLE = "Fusion"
"""The one of Qt's styles on which the style sheet is built."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts with Qt, once; return the families found."""
    families: set[str] = set()
    for path in sorted(resource("fonts").glob("NotoSans*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def font(size: int = BODY, weight: int = 400, *, narrow: bool = False) -> QFont:
    """Return the interface's font. `size` in device-independent pixels, `weight` 400, 500, 600 or 700."""
    return QFont(_made_font(size, weight, narrow))


@cache
def _made_font(size: int, weight: int, narrow: bool) -> QFont:
    chosen = QFont([NARROW, FAMILY] if narrow else [FAMILY])
    chosen.setPixelSize(size)
    chosen.setWeight(QFont.Weight(weight))
    # Windows moves letters onto whole pixels: words come out up to 3 % wider than their places were made for.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen


def metrics(size: int = BODY, weight: int = 400, *, narrow: bool = False) -> QFontMetrics:
    """Return the measures of `font` with the same arguments."""
    return QFontMetrics(font(size, weight, narrow=narrow))


_BY_WINDOW = {QColor(scheme.window).rgb(): scheme for scheme in (LIGHT, DARK)}


class ThemeMode(StrEnum):
    """What a person chose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_applied: list[Tokens] = []
"""The scheme that a theme applied last; the palette is not asked for it by each part that is painted."""


def tokens() -> Tokens:
    """Return the scheme now in use; before any was applied, read from the application's palette."""
    if _applied:
        return _applied[0]
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return _BY_WINDOW.get(window.rgb(), DARK if window.lightness() < 128 else LIGHT)


class Theme(QObject):
    """Applies a scheme to the application and follows the system while the mode says so."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = ThemeMode.SYSTEM) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._mode = ThemeMode.SYSTEM
        if app.property("style") != STYLE:
            app.setStyle(STYLE)
        load_fonts()
        app.setFont(font())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.choose(mode)

    @property
    def mode(self) -> ThemeMode:
        """What was chosen: follow the system, or one scheme always."""
        return self._mode

    @property
    def scheme(self) -> Tokens:
        """The scheme that is shown."""
        return tokens()

    def choose(self, mode: str) -> None:
        """Follow the system ("system") or show "light" or "dark"; anything else follows the system."""
        self._mode = ThemeMode(mode) if mode in tuple(ThemeMode) else ThemeMode.SYSTEM
        hints = self._app.styleHints()
        wanted = {ThemeMode.LIGHT: Qt.ColorScheme.Light, ThemeMode.DARK: Qt.ColorScheme.Dark}
        with gc_paused():
            hints.setColorScheme(wanted.get(self._mode, Qt.ColorScheme.Unknown))
        self._apply(DARK if self._wants_dark() else LIGHT)

    def _wants_dark(self) -> bool:
        if self._mode is ThemeMode.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is ThemeMode.DARK

    def _follow_system(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._apply(DARK if self._wants_dark() else LIGHT)

    def _apply(self, scheme: Tokens) -> None:
        # Qt goes through a list of all widgets and calls ours in between: none may be deleted meanwhile.
        _applied[:] = [scheme]
        with gc_paused():
            self._app.setPalette(palette(scheme))
            for window in [each for each in self._app.topLevelWidgets() if each.parentWidget() is None]:
                if not window.isVisible():
                    dress(window)
                for part in window.findChildren(_PartStyle) or [follow_theme(window)]:
                    part.catch_up()
        self.changed.emit()


class _PartStyle(QObject):
    """Keeps one part of a window in the scheme that is shown."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.setObjectName("part_style")
        self._part = part
        part.installEventFilter(self)
        self._set()

    def catch_up(self) -> None:
        """Take the scheme on if the part is seen; else it does so when it is shown."""
        if self._part.isVisible():
            self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._set()
        return False

    def _set(self) -> None:
        wanted = style_sheet(tokens())
        if _sheet_above(self._part) == wanted:
            wanted = ""
        if self._part.styleSheet() != wanted:
            with gc_paused():
                self._part.setStyleSheet(wanted)


def _sheet_above(part: QWidget) -> str:
    above = part.parentWidget()
    while above is not None and not above.styleSheet():
        above = above.parentWidget()
    return above.styleSheet() if above is not None else ""


def dress(window: QWidget) -> None:
    """Set the style sheet of a window that begins, before its parts come.

    It is the window's and not the application's: else Qt gives every part its style anew each time that
    what it lies in is put into something larger, a fifth of what it took to make a screen.
    """
    wanted = style_sheet(tokens())
    if window.styleSheet() != wanted:
        with gc_paused():
            window.setStyleSheet(wanted)


def follow_theme(part: QWidget) -> _PartStyle:
    """Keep a part of a window in the scheme that is shown. Parts never lie in each other."""
    return _PartStyle(part)


@cache
def style_sheet(scheme: Tokens) -> str:
    """Fill the style sheet's template, `resources/styles/app.qss`: `$name` is a colour of the scheme."""
    template = Template(resource("styles", "app.qss").read_text(encoding="utf-8"))
    return template.substitute(scheme.colours())


def palette(scheme: Tokens) -> QPalette:
    """Return Qt's palette for a scheme; what the style sheet does not reach is drawn by it."""
    role = QPalette.ColorRole
    colours = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.surface,
        role.AlternateBase: scheme.sunken,
        role.Text: scheme.text,
        role.PlaceholderText: scheme.text3,
        role.Button: scheme.surface,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.on_accent,
        role.ToolTipBase: scheme.surface,
        role.ToolTipText: scheme.text,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.Accent: scheme.accent,
        role.Link: scheme.accent_text,
        role.LinkVisited: scheme.accent_text,
        role.Light: scheme.surface,
        role.Midlight: scheme.line,
        role.Mid: scheme.line2,
        role.Dark: scheme.edge,
        role.Shadow: scheme.line2,
    }
    made = QPalette()
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(scheme.unmarked))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(scheme.line2))
    return made


PROGRAM_ICON = "program"
"""It lies in `resources/artwork`, of which packages make theirs, and has its own colours."""


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    path = resource("icons", f"{name}.svg") if name != PROGRAM_ICON else resource("artwork", f"{name}.svg")
    return QSvgRenderer(QByteArray(path.read_bytes().replace(DRAWN_IN.encode(), colour.encode())))


def draw(painter: QPainter, name: str, rect: QRectF, token: str = "text3") -> None:
    """Paint an icon into a rectangle in the colour of a token."""
    _renderer(name, getattr(tokens(), token)).render(painter, rect)


def pixmap(name: str, size: int, token: str = "text3", ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture, `size` device-independent pixels square."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, size, size), token)
    painter.end()
    return picture


class _Engine(QIconEngine):
    """Paints a drawing in the colour that its token has at that moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "line2" if mode is QIcon.Mode.Disabled else self._token
        draw(painter, self._name, QRectF(rect), token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, token: str = "text3") -> QIcon:
    """Return an icon for actions and Qt's own widgets; it follows the theme by itself."""
    return QIcon(_Engine(name, token))


def program_icon() -> QIcon:
    """Return the picture by which people know the program, in its own colours; packages draw theirs of it."""
    return QIcon(_Engine(PROGRAM_ICON, "accent"))


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons there are."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))
