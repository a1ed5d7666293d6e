"""Which test counts when somebody sat it more than once: a rule of the course."""

from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer_app.actions import sittings
from trainer_app.domain.sittings import ResitRule
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.keying import words
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import ChoiceRow, Shape
from trainer_app.ui.widgets.labels import label

_RULES = tuple(ResitRule)


class RuleForm(FormPanel):
    """Three rows to choose from."""

    def __init__(self, name: str, desk: Desk, host: QWidget) -> None:
        super().__init__(name, desk, host)
        self.course = ""
        self.text = label("second", f"{name}_text", wrap=True)
        self.body.addWidget(self.text)
        self.group = QButtonGroup(self)
        for place, rule in enumerate(_RULES):
            row = ChoiceRow(f"{name}_{rule.value}", Shape.RADIO)
            self.group.addButton(row, place)
            self.body.addWidget(row)
        self.end_body()
        self.retranslate()

    def ask(self, course: str, rule: ResitRule) -> None:
        """Open for a course."""
        self.course = course
        self.clear_errors()
        row = self.group.button(_RULES.index(rule))
        row.setChecked(True)
        self.reveal(row)

    def save(self) -> None:
        """Write the rule."""
        rule = _RULES[max(0, self.group.checkedId())]
        self.submit(lambda: sittings.set_resit_rule(self.desk.work, self.course, rule))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("When somebody sits a test again"), self.tr("Save"))
        self.text.setText(
            self.tr(
                "A re-sit is a new paper: open somebody's finished test and press “Re-sit”. The rule says "
                "which one counts for the certificate and for what was learnt."
            )
        )
        seconds = {
            ResitRule.BEST: self.tr("The highest share of points"),
            ResitRule.LAST: self.tr("The newest paper that is whole"),
            ResitRule.FIRST: self.tr("Re-sits are kept, and change nothing"),
        }
        for place, rule in enumerate(_RULES):
            row = self.group.button(place)
            if isinstance(row, ChoiceRow):
                row.set_words(words.rule_words(rule), seconds[rule])
