"""The office's recovery keys, before its computer is used: printed, and typed back so that they are kept."""

from trainer_app.domain.key_papers import CHECKED as CHECKED
from trainer_app.domain.key_papers import KeyPapers
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.shell.window import Doubt
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.start.paper_form import Confirm, Draw, KeyPapersForm
from trainer_app.ui.widgets.naming import Retranslated

_WIDTH = 760


class RecoveryPage(Retranslated, StartFrame):
    """Holds `form`, whose `kept` says that both keys were typed back."""

    def __init__(self, language: LanguageSwitch, papers: KeyPapers, draw: Draw, confirm: Confirm) -> None:
        super().__init__("recovery", _WIDTH)
        self.form = KeyPapersForm(language, draw, confirm)
        self.form.show_papers(papers)
        self.column.addWidget(self.form)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(self.tr("The office's recovery key"))
        self.subtitle.setText(
            self.tr(
                "It opens everything if this computer or the passphrase is lost. Print it twice, lock both "
                "copies away in two places, not beside the computer. It is shown until it is typed back."
            )
        )

    def doubt(self) -> Doubt | None:
        """Say before closing that the keys are on no paper yet."""
        return Doubt(
            self.tr("Close before the key is kept?"),
            self.tr("Until it is on paper, a broken disk loses it. It is shown again at the next start."),
            self.tr("Close all the same"),
        )
