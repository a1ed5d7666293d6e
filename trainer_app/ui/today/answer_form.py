"""The form in which a trainer says that what the office asked for is done.

It stands apart from the cards of Today, because a start needs no forms.
"""

from typing import override

from PySide6.QtWidgets import QWidget

from trainer_app.actions.exchange import requests
from trainer_app.domain.exchange.laptops import OfficeRequest
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Layout, Lines, Note
from trainer_app.ui.kit.forms import FieldsForm


class AnswerPanel(FieldsForm):
    """What is asked for, whole, and one field."""

    needs = "exchange/requests/answer"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("answer_panel", context, host, 420, prefix="answer_")
        self._errand: OfficeRequest | None = None
        self.build()

    @override
    def fields(self) -> Layout:
        errand = self._errand
        asked = label_text(requests.words(errand), self.context.language.code) if errand else ""
        code = errand.course_code if errand else ""
        return (
            Note("asked", asked, role="row_title"),
            Note("course", self.tr("Course {code}").format(code=code), role="second", shown=bool(code)),
            Lines(
                "text",
                self.tr("Message to the office (optional)"),
                self.tr("It goes with the next file that you send."),
                refused=("errand.too_long",),
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("The office asks"), self.tr("It is done")

    def open(self, errand: OfficeRequest) -> None:
        """Ask whether one is done."""
        self._errand = errand
        self.open_filled()

    @override
    def save(self) -> None:
        if self._errand is None:
            return
        key, text = self._errand.key, self.value("text")
        changes = self.submit(lambda: requests.answer(self.context.work, key, text))
        if changes is not None:
            self.context.offer_undo(changes)
