"""The form that unlocks a laptop with the office's paper key, by a file or by telephone."""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import office, recovery
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.backups import RecoveryAnswer, RecoveryCase
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive, removable_drives
from trainer_app.ui.widgets.controls import Button, Switch
from trainer_app.ui.widgets.fields import FormRow, bring_into_sight, text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import AnnouncedLabel, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import DigitGroups, SpokenField, SpokenGroups
from trainer_app.ui.widgets.pickers import ComboBox

_FILE, _VOICE = "file", "voice"
_WIDTH, _IN_A_ROW, _LONGEST = 560, 5, 120


class RescuePanel(SidePanel):
    """Three steps: the request, the digits and the paper key, the answer. `answered(file)` at the end."""

    answered = Signal(object)

    def __init__(
        self, context: AppContext, host: QWidget, look: Callable[[], list[Drive]] = removable_drives
    ) -> None:
        super().__init__("rescue_panel", host, _WIDTH)
        self._context = context
        self._path: Path | None = None
        self._case: RecoveryCase | None = None
        self._reply: RecoveryAnswer | None = None
        self._busy = False
        self.about = label("second", "rescue_about", wrap=True)
        self.way = Switch("rescue_way", (_FILE, _VOICE))
        self.file = FormRow("rescue_request", Button("rescue_request", icon="file"))
        self.device = FormRow("rescue_device", ComboBox("rescue_device"))
        self.asked = SpokenField("rescue_asked", recovery.SPOKEN_GROUPS)
        self.who = label("row_title", "rescue_who", wrap=True)
        self.digits = DigitGroups("rescue_digits")
        self.compare = label("second", "rescue_compare", wrap=True)
        self.key = FormRow("rescue_key", text_field("rescue_key", most=_LONGEST))
        self.place = FormRow("rescue_place", DestinationField("rescue_place", context, look))
        self.spoken_caption = label("body_strong", "rescue_spoken_label", wrap=True)
        self.spoken = SpokenGroups("rescue_spoken", _IN_A_ROW)
        self.told = AnnouncedLabel("second", "rescue_told")
        self._lay_out()
        self._connect()
        self.way.set_value(_FILE)
        self.retranslate()

    def _lay_out(self) -> None:
        found = QVBoxLayout()
        found.setSpacing(8)
        about: tuple[QWidget, ...] = (self.who, self.digits, self.compare)
        asked: tuple[QWidget, ...] = (self.about, self.way, self.file, self.device, self.asked)
        reply: tuple[QWidget, ...] = (self.key, self.place, self.spoken_caption, self.spoken, self.told)
        for part in about:
            found.addWidget(part)
        for part in asked:
            self.body.addWidget(part)
        self.body.addLayout(found)
        for part in reply:
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.way.chosen.connect(lambda _way: self._begin())
        self.file.field.clicked.connect(self._ask_file)
        self.device.field.currentIndexChanged.connect(lambda _place: self._hear())
        self.asked.changed.connect(self._hear)
        self.key.field.textChanged.connect(self._show)
        self.place.field.changed.connect(self._show)
        self.accepted.connect(self._act)

    def open(self) -> None:
        """Begin with a new request."""
        self.way.set_value(_FILE)
        self.device.field.blockSignals(True)
        self.device.field.clear()
        for line in self._context.ask(office.devices) or []:
            if not line.office and not line.revoked_on:
                self.device.field.addItem(f"{line.code} · {line.name}" if line.name else line.code, line.code)
        self.device.field.blockSignals(False)
        self.place.field.look()
        self._begin()
        self.reveal(self.file.field)

    def holds_work(self) -> bool:
        """No key is kept while the program is locked."""
        return False

    def read(self, path: Path) -> None:
        """Look at a request file; nothing is answered yet."""
        self._begin()
        try:
            self._case, self._path = recovery.read_case(self._context.work, path), path
        except TrainerError as error:
            self.file.show_error(self._context.explained(error))
        else:
            self.key.field.setFocus()
        self._show()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.about.setText(
            self.tr(
                "The trainer chose “Passphrase forgotten?” on the laptop. Answer only somebody whose voice "
                "you know: whoever has the laptop and the answer reads everything in it."
            )
        )
        self.way.set_words(self.tr("By file"), self.tr("By telephone"))
        self.way.setAccessibleName(self.tr("How the laptop asks"))
        self.file.set_words(self.tr("Request of the laptop"))
        self.device.set_words(self.tr("Which laptop"))
        self.asked.row.set_words(self.tr("The groups that the trainer reads"))
        self.compare.setText(
            self.tr("Have the trainer read the digits. Go on only if all of them are the same.")
        )
        self.key.set_words(
            self.tr("Recovery key from the paper"),
            self.tr("Type it, or scan its code. It is used once and not kept."),
        )
        self.place.set_words(self.tr("Where to write the answer"))
        self.spoken_caption.setText(self.tr("Read these groups to the trainer, slowly"))
        self._show()

    def _begin(self) -> None:
        """Forget what was found, at another way or another request."""
        self._path, self._case, self._reply = None, None, None
        self.asked.row.field.clear()
        for row in (self.file, self.key, self.place, self.asked.row, self.device):
            row.clear_error()
        self.told.say(None)
        self._show()

    def _hear(self) -> None:
        """Take a request that is read aloud, as soon as it is whole."""
        self.asked.row.clear_error()
        self.asked.judge(*recovery.judge_spoken(self.asked.text()))
        self._case, self._reply = None, None
        if self.asked.whole and self.device.field.currentData():
            device = str(self.device.field.currentData())
            try:
                self._case = recovery.hear_case(self._context.work, self.asked.text(), device)
            except TrainerError as error:
                self.asked.row.show_error(self._context.explained(error))
            else:
                self.key.field.setFocus()
        self._show()

    def _show(self) -> None:
        by_voice = self.way.value() == _VOICE
        case, reply = self._case, self._reply
        self.set_words(self.tr("Open a laptop"), self._step())
        self.file.setVisible(not by_voice)
        self.device.setVisible(by_voice)
        self.asked.setVisible(by_voice)
        self.file.field.setText(self._path.name if self._path else self.tr("Choose the file…"))
        self.who.setVisible(case is not None and not by_voice)
        compared = case is not None and bool(case.digits)
        self.digits.setVisible(compared)
        self.compare.setVisible(compared)
        self.key.setVisible(case is not None and reply is None)
        self.place.setVisible(case is not None and not by_voice)
        self.spoken_caption.setVisible(reply is not None and by_voice)
        self.spoken.setVisible(reply is not None and by_voice)
        self.told.setVisible(bool(self.told.text()))
        if case is not None:
            name = case.label or self.tr("A laptop without a name")
            self.who.setText(self.tr("{name} (laptop {code})").format(name=name, code=case.device))
            self.digits.show_digits(case.digits)
        ready = case is not None and bool(self.key.field.text().strip())
        placed = by_voice or self.place.field.place is not None
        self.accept_button.setEnabled(not self._busy and (reply is not None or (ready and placed)))

    def _step(self) -> str:
        if self._reply is not None:
            return self.tr("Done")
        return self.tr("Show the answer") if self.way.value() == _VOICE else self.tr("Write the answer")

    def _act(self) -> None:
        case, key = self._case, self.key.field.text()
        if self._reply is not None:
            self._finish()
            return
        if case is None:
            return
        folder = None if self.way.value() == _VOICE else self.place.field.place
        self.key.clear_error()
        self._context.run(
            self.tr("Making the answer"),
            lambda work, _progress: _answer(work, case, key, folder),
            done=self._answered,
            failed=self._refuse,
        )

    def _answered(self, made: "tuple[RecoveryAnswer, Path | None]") -> None:
        self._reply, path = made
        self.key.field.clear()
        self.spoken.show_groups(self._reply.spoken)
        if path is not None:
            self.place.field.remember()
            self.told.say(
                lambda: self.tr("Saved and checked: {file}. The trainer imports it on the laptop.").format(
                    file=path
                )
            )
            self.answered.emit(path)
        else:
            self.told.say(
                lambda: self.tr(
                    "The laptop says after each group whether it is right, and opens after the last one."
                )
            )
        self._show()
        bring_into_sight(self.told)
        self.accept_button.setFocus()

    def _refuse(self, error: TrainerError) -> None:
        row = self.place if error.code.startswith("files.") else self.key
        row.show_error(self._context.explained(error))

    def _finish(self) -> None:
        self._begin()
        self.dismiss()

    def _ask_file(self) -> None:
        kinds = self.tr("Requests (*.json);;All files (*)")
        chosen, _ = FileDialog.getOpenFileName(
            self, self.tr("Request of the laptop"), kinds=kinds, purpose=Purpose.RECEIVING
        )
        if chosen:
            self.read(Path(chosen))


def _answer(
    work: Workplace, case: RecoveryCase, key: str, folder: Path | None
) -> tuple[RecoveryAnswer, Path | None]:
    reply = recovery.answer_case(work, case, key)
    return reply, recovery.write_answer(folder, reply) if folder is not None else None
