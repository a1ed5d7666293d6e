"""How a sitting goes: keyed in twice or once; on the laptop its language, its time, one question a page."""

from dataclasses import replace

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from trainer_app.actions import sittings
from trainer_app.domain.sittings import MOST_MINUTES, Sitting
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import ComboBox, FormRow, text_field
from trainer_app.ui.widgets.labels import label

_LANGUAGES = ("", "tg", "ru", "en")


class SittingForm(FormPanel):
    """Saves by one step."""

    def __init__(self, name: str, desk: Desk, host: QWidget) -> None:
        super().__init__(name, desk, host)
        self.sitting: Sitting | None = None
        self.paper = label("row_title", f"{name}_paper")
        self.double = Tick(f"{name}_double")
        self.double_text = label("caption", f"{name}_double_text", wrap=True)
        self.laptop = label("row_title", f"{name}_laptop")
        self.language = FormRow(f"{name}_language", ComboBox(f"{name}_language"))
        self.minutes = FormRow(f"{name}_minutes", text_field(f"{name}_minutes", width=120))
        self.minutes.field.setValidator(
            QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), self.minutes.field)
        )
        self.paged = Tick(f"{name}_paged")
        for part in (
            self.paper,
            self.double,
            self.double_text,
            self.laptop,
            self.language,
            self.minutes,
            self.paged,
        ):
            self.body.addWidget(part)
        self.end_body()
        self.places = {"sitting.minutes_out_of_range": self.minutes}
        self.retranslate()

    def ask(self, sitting: Sitting) -> None:
        """Open for a sitting."""
        self.sitting = sitting
        self.clear_errors()
        self.double.setChecked(sitting.double)
        self.paged.setChecked(sitting.paged)
        self.minutes.field.setText(str(sitting.minutes) if sitting.minutes else "")
        self.language.field.setCurrentIndex(
            _LANGUAGES.index(sitting.language) if sitting.language in _LANGUAGES else 0
        )
        self.reveal(self.double)

    def save(self) -> None:
        """Write what was changed."""
        old = self.sitting
        if old is None:
            return
        wanted = replace(
            old,
            double=self.double.isChecked(),
            paged=self.paged.isChecked(),
            minutes=int(self.minutes.field.text() or 0),
            language=_LANGUAGES[max(0, self.language.field.currentIndex())],
        )
        self.submit(lambda: sittings.change_sitting(self.desk.work, wanted))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Settings of the form in this course"), self.tr("Save"))
        self.paper.setText(self.tr("On paper"))
        self.double.setText(self.tr("Two people key in every paper"))
        self.double_text.setText(self.tr("Slips are found where the two entries do not say the same."))
        self.laptop.setText(self.tr("On this laptop"))
        self.language.set_words(self.tr("Language"))
        self.minutes.set_words(
            self.tr("Time limit in minutes"),
            self.tr("Empty: no limit. At most {most}.").format(most=MOST_MINUTES),
        )
        self.paged.setText(self.tr("One question a page"))
        place = max(0, self.language.field.currentIndex())
        self.language.field.clear()
        own = self.tr("Whoever fills in chooses")
        self.language.field.addItems([own, "Тоҷикӣ", "Русский", "English"])
        self.language.field.setCurrentIndex(place)
