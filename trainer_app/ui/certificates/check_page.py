"""Check a certificate: scanned, pasted, typed, or a picture, PDF or badge that is chosen or dropped here."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions import verifier, verifying
from trainer_app.actions.workplace import Role
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.certificates.notes import Note
from trainer_app.ui.certificates.result_card import ResultCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_SIDE = 396
_FILES = "*.pdf *.png *.jpg *.jpeg *.bmp *.tif *.tiff *.gif *.webp *.jwt"


class CheckPage(Retranslated, QWidget):
    """A field that a USB scanner can type into, and the answer beside it. Files are read as long work."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("check")
        self.setAcceptDrops(True)
        self.desk = desk
        self.source = Card("check_source")
        self.text = FormRow("check_text", QLineEdit())
        self.check = Button("check_now", Kind.PRIMARY, "check")
        self.choose = Button("check_choose", Kind.PLAIN, "file")
        self.notes = [
            Note("check_note_scanner", "badge", "text3"),
            Note("check_note_file", "file", "text3"),
            Note("check_note_number", "certificates", "text3"),
        ]
        self.others = Card("check_others")
        self.others_about = label("second", "check_others_about", wrap=True)
        self.save = Button("check_save_page", Kind.PLAIN, "shield")
        self.result = ResultCard(desk)
        self._lay_out()
        # A file that is dropped on the field belongs to the page: the field would only show its address.
        self.text.field.setAcceptDrops(False)
        self.text.field.setMaxLength(verifying.LONGEST_TEXT)
        self.text.field.returnPressed.connect(self.check_text)
        self.check.clicked.connect(self.check_text)
        self.choose.clicked.connect(self._ask_file)
        self.save.clicked.connect(self._ask_where)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.source.add_body()
        body.setSpacing(12)
        body.addWidget(self.text)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.check)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        body.addLayout(buttons)
        more = self.source.add_body()
        more.setSpacing(12)
        for note in self.notes:
            more.addWidget(note)
        page = self.others.add_body()
        page.setSpacing(12)
        page.addWidget(self.others_about)
        page.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.others.setVisible(self.desk.work.role is Role.OFFICE)
        parts = QWidget()
        parts.setObjectName("check_side_parts")
        left = QVBoxLayout(parts)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self.source)
        left.addWidget(self.others)
        left.addStretch(1)
        side = _scrolling(parts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self.result, 1)

    def check_text(self) -> None:
        """Check what stands in the field: a code, a serial number, or the path of a file."""
        text = self.text.field.text().strip()
        if not text:
            return
        path = Path(QUrl(text).toLocalFile() if text.startswith("file:") else text)
        if verifying.is_file(path):
            self.check_file(path)
        else:
            try:
                self.result.show_checks(verifying.verify_all(self.desk.work, text))
            except TrainerError as error:
                self.result.show_error(error)
        # The next scan takes the place of this one.
        self.text.field.selectAll()
        self.text.field.setFocus()

    def check_file(self, path: Path) -> None:
        """Read the codes of a picture or PDF, or a badge, and check them all."""
        self.text.field.setText(str(path))
        self.desk.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, _progress: verifying.verify_all(work, str(path)),
            done=self.result.show_checks,
            failed=self.result.show_error,
            writes=False,
        )

    def save_page(self, target: Path) -> None:
        """Write the page that checks certificates without this program, and read it back."""
        self.desk.run(
            self.tr("Writing the check page"),
            lambda work, _progress: verifier.export_verifier(work, target),
            done=lambda path: self.desk.tell_good(self.tr("Saved and checked"), str(path)),
            writes=False,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        found = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
        if paths:
            self.check_file(paths[0])
        elif found.hasText():
            self.text.field.setText(found.text().strip())
            self.check_text()
        event.acceptProposedAction()

    def retranslate(self) -> None:
        """Set every word."""
        self.source.set_title(self.tr("Code of the certificate"))
        self.text.set_words(self.tr("Code, number or file"))
        self.text.field.setPlaceholderText(self.tr("Scan or paste it here"))
        self.check.setText(self.tr("Check"))
        self.choose.setText(self.tr("Choose a file"))
        self.others.set_title(self.tr("For those who do not have this program"))
        self.others_about.setText(
            self.tr(
                "One page that checks certificates in any browser, also on a phone, without internet. It "
                "holds today's lists and no names. Hand it out on a stick, or put it on a web site."
            )
        )
        self.save.setText(self.tr("Save the check page"))
        for note, words in zip(
            self.notes,
            (
                self.tr("A USB scanner types the code by itself, in any keyboard layout."),
                self.tr(
                    "Or drop a picture, a PDF or an Open Badge (.jwt) here: a photograph of the paper will "
                    "do."
                ),
                self.tr("Or type the number under the code: then the register of this computer answers."),
            ),
            strict=True,
        ):
            note.words.setText(words)

    def _ask_where(self) -> None:
        start = str(Path.home() / verifier.page_name(self.desk.work))
        chosen, _ = QFileDialog.getSaveFileName(self, self.save.text(), start)
        if chosen:
            self.save_page(Path(chosen))

    def _ask_file(self) -> None:
        kinds = self.tr("Pictures, PDF and Open Badges ({kinds})").format(kinds=_FILES)
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), str(Path.home()), kinds)
        if chosen:
            self.check_file(Path(chosen))


def _scrolling(parts: QWidget) -> QScrollArea:
    """Return the column at the left, which scrolls in a low window rather than be squeezed."""
    side = QScrollArea()
    side.setObjectName("check_side")
    for each in (side, side.viewport()):
        each.setProperty("role", "clear")
    side.setFrameShape(QFrame.Shape.NoFrame)
    side.setWidgetResizable(True)
    side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side.setFixedWidth(_SIDE)
    side.setWidget(parts)
    return side
