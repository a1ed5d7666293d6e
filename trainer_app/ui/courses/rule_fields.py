"""The completion rule: a limit of attendance, a limit of the post-test; each can be off."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.courses import CompletionRule
from trainer_app.ui.courses.fields import NumberField
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_SHARE, _TEST, _SCALE = 80, 60, 100  # per cent; limits are kept in hundredths of a per cent


class RuleFields(Retranslated, QWidget):
    """Two ticks with a percentage each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.caption = label("body_strong", "rule_label")
        self.share = Tick("rule_share")
        self.share_limit = NumberField("rule_share_limit", 1, 100, _SHARE, 5)
        self.test = Tick("rule_test")
        self.test_limit = NumberField("rule_test_limit", 1, 100, _TEST, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.caption)
        for tick, field in ((self.share, self.share_limit), (self.test, self.test_limit)):
            field.setSuffix(" %")
            field.setFixedWidth(92)
            line = QHBoxLayout()
            line.addWidget(tick, 1)
            line.addWidget(field)
            column.addLayout(line)
            tick.toggled.connect(field.setEnabled)
        self.set_rule(CompletionRule())
        self.retranslate()

    def rule(self) -> CompletionRule:
        """Return what is chosen."""
        share = self.share_limit.value() * _SCALE if self.share.isChecked() else None
        test = self.test_limit.value() * _SCALE if self.test.isChecked() else None
        return CompletionRule(share, test)

    def set_rule(self, rule: CompletionRule) -> None:
        """Show a rule; a part that is off keeps the usual limit in sight."""
        parts = (
            (self.share, self.share_limit, rule.share, _SHARE),
            (self.test, self.test_limit, rule.post_test, _TEST),
        )
        for tick, field, limit, usual in parts:
            tick.setChecked(limit is not None)
            field.setEnabled(limit is not None)
            field.setValue(limit // _SCALE if limit is not None else usual)

    def retranslate(self) -> None:
        """Set every word."""
        self.caption.setText(self.tr("Certificate of completion for"))
        self.share.setText(self.tr("attendance of at least"))
        self.share_limit.setAccessibleName(self.tr("Least attendance in per cent"))
        self.test.setText(self.tr("a post-test of at least"))
        self.test_limit.setAccessibleName(self.tr("Least result of the post-test in per cent"))
