"""The help beside the work: the page for what is on the screen, all pages, search, and what words mean.

It stands at the right of the page and takes its own room, so that one can read and do; in a window too narrow
for both it takes the page's place. Before the data is open the same pages lie over the window.
"""

from html import escape
from typing import Any, override

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QTextDocument
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from trainer_app.domain.base import help_pages
from trainer_app.domain.base.help_pages import BlockKind, HelpBlock, HelpPage, Span
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.kit.screens import shown_keys
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CARD_TITLE, RADIUS_CONTROL, SMALL
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.labels import Retranslated, label, rule
from trainer_app.ui.widgets.overlays import ModalOverlay
from trainer_app.ui.widgets.presses import LeftByEscape

PRACTICE, FIRST_DAY = "practice", "first-start"
_CONTENTS = ""
_MARGIN = 20
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_IMAGE = QTextDocument.ResourceType.ImageResource.value
_WIDEST = 520
"""How wide a picture is at most, in pixels: what it shows is small on the screen too."""


class _HelpText(QTextBrowser):
    """Scales pictures as smoothly as letters need it: Qt's text leaves out pixels. `room` is their width."""

    room = 1

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture for the pixels of this screen; everything else as it is."""
        picture = QPixmap(QUrl(name).toLocalFile()) if kind == _IMAGE else QPixmap()
        if picture.isNull():
            return super().loadResource(kind, name)
        sharp = self.devicePixelRatioF()
        fitting = picture.scaledToWidth(round(self.room * sharp), Qt.TransformationMode.SmoothTransformation)
        fitting.setDevicePixelRatio(sharp)
        return fitting


class HelpView(Retranslated, QWidget):
    """Shows one page, the list of all of them, or what was found.

    `turned` tells that a person went to another page; `keys_requested`, `booklet_requested`,
    `practice_requested` and `tour_requested` come from the buttons at its foot.
    """

    turned = Signal()
    keys_requested = Signal()
    booklet_requested = Signal()
    practice_requested = Signal()
    tour_requested = Signal()

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setObjectName("help_view")
        self._role, self._name, self._term = role, _CONTENTS, ""
        self._before: list[str] = []
        self._first = ""
        self.head = QHBoxLayout()
        self.search = SearchField("help_search")
        self.search.setMinimumWidth(120)
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.back = IconButton("help_back", "left", size=34)
        self.back.clicked.connect(self.go_back)
        self.contents = Button("help_contents", ButtonKind.GHOST)
        self.contents.clicked.connect(lambda: self._turn(_CONTENTS))
        self.text = _HelpText()
        self.text.setObjectName("help_text")
        self.text.setProperty("role", "help")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.installEventFilter(self)
        self.text.anchorClicked.connect(self._follow)
        self.meaning = label("small", "help_meaning", wrap=True)
        self.term = label("row_title", "help_term", wrap=True)
        self.box = QFrame()
        self.box.setObjectName("help_word")
        self.box.setProperty("role", "quiet")
        self.keys = Button("help_keys")
        self.booklet = Button("help_booklet", ButtonKind.PLAIN, "print")
        self.practice = Button("help_practice", ButtonKind.CHOICE, "courses")
        self.tour = Button("help_tour", ButtonKind.CHOICE, "right")
        self.keys.clicked.connect(self.keys_requested)
        self.booklet.clicked.connect(self.booklet_requested)
        self.practice.clicked.connect(self.practice_requested)
        self.tour.clicked.connect(self.tour_requested)
        self._offers = (self.practice, self.tour)
        for offer in self._offers:
            offer.hide()
        self._offered: set[QWidget] = set()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.head.setSpacing(4)
        self.head.addWidget(self.back)
        self.head.addWidget(self.search, 1)
        self.head.addWidget(self.contents)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(2)
        inside.addWidget(self.term)
        inside.addWidget(self.meaning)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.keys)
        foot.addWidget(self.booklet)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addWidget(self.text, 1)
        column.addWidget(self.box)
        for offer in self._offers:
            column.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rule("help_rule"))
        column.addLayout(foot)

    @override
    def retranslate(self) -> None:
        self.search.set_hint(self.tr("Search the help"))
        self.back.set_words(self.tr("Back"))
        self.contents.setText(self.tr("All pages"))
        self.keys.setText(self.tr("Keys"))
        self.keys.set_hint("Ctrl+F1")
        self.booklet.setText(self.tr("Print as a booklet"))
        self.practice.setText(self.tr("Practise"))
        self.tour.setText(self.tr("First-day tour"))
        self.text.setAccessibleName(self.tr("Help"))
        self._show()

    @property
    def page_name(self) -> str:
        """The name of the page that is read; "" for the list of all."""
        return self._name

    def offer(self, button: Button) -> None:
        """Offer practising or the tour on the pages about them and the first day, and below all pages."""
        self._offered.add(button)
        self._show()

    def set_role(self, role: str) -> None:
        """List the pages of another role; what is read stays."""
        self._role = role
        self._show()

    def show_page(self, name: str) -> None:
        """Show a page, as a new beginning: there is nothing to go back to."""
        self._before.clear()
        self.search.clear()
        self.search.search_now()
        self._name, self._term = name, ""
        self._show()

    def go_back(self) -> None:
        """Go to the page that was read before."""
        if self._before:
            self._name, self._term = self._before.pop(), ""
            self._show()
            self.turned.emit()

    def _turn(self, name: str) -> None:
        if name != self._name:
            self._before.append(self._name)
        self._name, self._term = name, ""
        self.search.clear()
        self.search.search_now()
        self._show()
        self.turned.emit()

    def _follow(self, url: QUrl) -> None:
        self._go(url.toString())

    def _open_first(self) -> None:
        """Open what was found first, and give its text the keyboard."""
        if self.search.text().strip() and self._first:
            self._go(self._first)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, target: str) -> None:
        if target.startswith("?"):
            self._term = "" if self._term == target[1:] else target[1:]
            self._show_term()
        else:
            self._turn(target)

    def _search(self, _text: str) -> None:
        self._term = ""
        self._show()
        if self.search.text():
            self.turned.emit()

    def _show(self) -> None:
        query, language = self.search.text().strip(), window_language()
        self._first = ""
        self.text.room = self._room()
        if query:
            html = self._found(query, language)
        elif self._name == help_pages.GLOSSARY:
            html = self._glossary(language)
        elif self._name:
            html = page_html(help_pages.page(self._name, language), language, self.text.room)
        else:
            html = self._list(help_pages.pages(language, self._role))
        document = self.text.document()
        document.setDefaultFont(theme.font(BODY))
        document.setDocumentMargin(0)
        self.text.setHtml(f"<style>{_style()}</style>{html}")
        self.back.setVisible(bool(self._before))
        self.contents.setVisible(bool(query or self._name))
        for offer in self._offers:
            offer.setVisible(
                offer in self._offered and not query and self._name in (_CONTENTS, PRACTICE, FIRST_DAY)
            )
        self._show_term()

    def _show_term(self) -> None:
        found = help_pages.term(self._term, window_language()) if self._term else None
        self.box.setVisible(found is not None)
        if found is not None:
            self.term.setText(found.word)
            self.meaning.setText(found.meaning)

    def _list(self, pages: tuple[HelpPage, ...]) -> str:
        lines = [(page.name, page.title) for page in pages]
        lines.append((help_pages.GLOSSARY, self.tr("What the words mean")))
        return _links(lines)

    def _glossary(self, language: str) -> str:
        terms = "".join(
            f"<p><b>{escape(each.word)}</b><br>{escape(each.meaning)}</p>"
            for each in help_pages.terms(language)
        )
        return _title(self.tr("What the words mean")) + terms

    def _found(self, query: str, language: str) -> str:
        pages = help_pages.search(language, query, self._role)
        lines = [(f"?{each.name}", each.word) for each in help_pages.search_terms(language, query)]
        # A page that has the words tells more than one of them alone; a word that no page has is explained.
        lines = [*((page.name, page.title) for page in pages), *lines]
        said = ""
        if not pages:
            some = [(page.name, page.title) for page in help_pages.search_any(language, query, self._role)]
            if some and len(query.split()) > 1:
                said = self.tr("No page has all these words. These have some of them:")
            elif not lines:
                said = self.tr("Nothing in the help has these words. Try others.")
            lines += some
        self._first = lines[0][0] if lines else ""
        return (f"<p>{escape(said)}</p>" if said else "") + _links(lines)

    def _room(self) -> int:
        """Return how wide a picture may be. The bar keeps its room, so that it does not come and go."""
        free = self.text.width() - self.text.verticalScrollBar().sizeHint().width()
        return max(1, min(free, _WIDEST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the pictures into another width, the reader stays at the same place, nearly; scroll by keys.

        The keyboard is in the field for searching, whose arrows do nothing else.
        """
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _SCROLLING:
                QApplication.sendEvent(self.text, event)
                return True
            return False
        if watched is self.text and event.type() is QEvent.Type.Resize and self.text.room != self._room():
            bar = self.text.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._show()
            bar.setValue(round(share * bar.maximum()))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the page anew in the colours of another theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._show()
        super().changeEvent(event)


def _links(lines: list[tuple[str, str]]) -> str:
    return "".join(f'<p><a href="{name}">{escape(title)}</a></p>' for name, title in lines)


def _title(words: str) -> str:
    return f'<p class="title">{escape(words)}</p>'


def page_html(page: HelpPage, language: str, width: int) -> str:
    """Return a page as Qt's text shows it: steps in two columns, tips set apart, pictures of a width."""
    return _title(page.title) + "".join(_block_html(block, language, width) for block in page.blocks)


def _block_html(block: HelpBlock, language: str, width: int) -> str:
    words = "".join(map(_span_html, block.spans))
    if block.kind is BlockKind.PICTURE:
        address = help_pages.picture_file(block.picture, language).as_uri()
        # Qt tells a screen reader the text alone: what a picture shows stands below it, for everybody.
        return f'<p class="picture"><img src="{address}" width="{width}"></p><p class="shows">{words}</p>'
    if block.kind is BlockKind.COMMAND:
        return f'<pre class="command">{words}</pre>'
    if block.kind in (BlockKind.STEP, BlockKind.POINT):
        mark = f"{block.number}." if block.number else "•"
        row = f'<tr><td class="mark">{mark}&nbsp;&nbsp;</td><td>{words}</td></tr>'
        return f'<table class="step" cellspacing="0" cellpadding="0">{row}</table>'
    return f'<p class="{block.kind}">{words}</p>'


def _span_html(span: Span) -> str:
    text = escape(span.text)
    if span.link:
        return f'<a href="{span.link}">{text}</a>'
    if span.label:
        return f'<span class="label">{text}</span>'
    if span.key:
        return f'<span class="key">&nbsp;{escape(shown_keys(span.text))}&nbsp;</span>'
    return f"<b>{text}</b>" if span.strong else text


def _style() -> str:
    scheme = tokens()
    return (
        f"p, td {{ font-size: {BODY}px; color: {scheme.text}; margin: 0 0 6px 0; line-height: 106%; }}"
        f"p.title {{ font-size: {CARD_TITLE}px; font-weight: 600; margin: 0 0 8px 0; }}"
        f"p.tip {{ font-size: {SMALL}px; color: {scheme.text2}; background-color: {scheme.sunken}; }}"
        "p.picture { line-height: 100%; margin: 2px 0 3px 0; }"
        f"p.shows {{ font-size: {SMALL}px; color: {scheme.text2}; }}"
        f".mark {{ color: {scheme.accent_text}; font-weight: 600; }}"
        ".step { margin: 2px 0 3px 0; }"
        f".command {{ font-size: {SMALL}px; background-color: {scheme.sunken}; color: {scheme.text};"
        " white-space: pre-wrap; margin: 1px 0 4px 0; }"
        f".label {{ font-weight: 600; color: {scheme.text}; }}"
        f".key {{ background-color: {scheme.sunken}; color: {scheme.text2}; }}"
        f"a {{ color: {scheme.accent_text}; text-decoration: underline; }}"
    )


class HelpPanel(LeftByEscape, Retranslated, QFrame):
    """The help at the right of the page. `closed` tells that it went away.

    It shows the page of each place that is opened, until a person turns to another one.
    """

    closed = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setObjectName("help_panel")
        self.setProperty("role", "panel")
        self._role, self._own = role, False
        self.view = HelpView(role)
        self.view.turned.connect(self._turned)
        self.view.text.installEventFilter(self)
        self.close_button = IconButton("help_panel_close", "close", size=32)
        self.close_button.clicked.connect(self.leave)
        self.view.head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 10, _MARGIN - 4, 10)
        column.addWidget(self.view, 1)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Help"))
        self.close_button.set_words(self.tr("Close the help"), "F1")

    def set_role(self, role: str) -> None:
        """List the pages of another role: the computer has become one of the office's."""
        self._role = role
        self.view.set_role(role)

    def open_at(self, place: str) -> None:
        """Show the page for a place."""
        self._own = False
        self.view.show_page(help_pages.page_for(place, self._role))
        self.show()
        self.view.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read(self, page: str) -> None:
        """Show a page by its name, as one that a person turned to."""
        self._own = True
        self.view.show_page(page)
        self.show()
        self.view.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, place: str) -> None:
        """Show the page for a place that was opened, unless a person reads another one."""
        name = help_pages.page_for(place, self._role)
        if self.isVisible() and not self._own and name != self.view.page_name:
            self.view.show_page(name)

    def shows(self, place: str) -> bool:
        """Tell whether the page of a place is what is read."""
        return not self.isHidden() and self.view.page_name == help_pages.page_for(place, self._role)

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew that the text has the keyboard, or not any more."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show around the text that it has the keyboard; a frame of its own would take room from it."""
        super().paintEvent(event)
        text = self.view.text
        if text.hasFocus():
            box = QRectF(text.rect().translated(text.mapTo(self, QPoint()))).adjusted(-6, -3, 6, 3)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def _turned(self) -> None:
        self._own = True


class HelpSheet(Retranslated, ModalOverlay):
    """The help over a page of the start, where there is no place beside it."""

    def __init__(self, host: QWidget, place: str) -> None:
        super().__init__("help_sheet", host, 640)
        self.view = HelpView()
        self.view.booklet.hide()
        self.view.keys.hide()
        # Whatever is of the office's start only is of no trainer's, and the other pages are for both.
        self.view.show_page(help_pages.page_for(place, "office"))
        self.close_button = Button("help_sheet_close")
        self.close_button.clicked.connect(self.dismiss)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.column.addWidget(self.view, 1)
        self.column.addLayout(foot)
        self.view.text.setMinimumHeight(max(160, min(440, host.window().height() - 240)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.close_button.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Help"))
