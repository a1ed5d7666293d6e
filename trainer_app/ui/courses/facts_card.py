"""What a course is: its stage, code, project, place, languages and rule."""

from trainer_app.domain.courses import CourseView
from trainer_app.domain.stages import Stage
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_NAMES = ("code", "kind", "project", "venue", "languages", "rule", "capacity", "late_after")


class FactsCard(Retranslated, Card):
    """A quiet name over each value, so that long titles have the whole width."""

    def __init__(self, wording: CourseWording) -> None:
        super().__init__("facts")
        self._wording = wording
        self._view: CourseView | None = None
        self._stage = Stage.PLANNED
        self.chip = Chip("facts_stage")
        self.add_to_head(self.chip)
        body = self.add_body()
        body.setSpacing(0)
        self.names = {name: label("caption", f"facts_{name}_name") for name in _NAMES}
        self.values = {name: label("body", f"facts_{name}_value", wrap=True) for name in _NAMES}
        for place, name in enumerate(_NAMES):
            if place:
                body.addSpacing(8)
            body.addWidget(self.names[name])
            body.addWidget(self.values[name])
        self.retranslate()

    def show_course(self, view: CourseView, stage: Stage) -> None:
        """Show a course and how far it has come."""
        self._view, self._stage = view, stage
        course, words = view.course, self._wording
        tone, state, icon = words.stage(stage)
        self.chip.set_chip(state, tone, icon)
        place = ", ".join(part for part in (course.town, course.district, course.venue) if part)
        shown = {
            "code": course.code,
            "kind": words.kind(course.kind),
            "project": words.project(view.project) if view.project else "",
            "venue": place,
            "languages": words.languages(course.languages),
            "rule": words.rule(course.rule),
            "capacity": str(course.capacity or ""),
            "late_after": self.tr("{minutes} min after the start").format(minutes=course.late_after),
        }
        for name, text in shown.items():
            self.values[name].setText(text)
            self.values[name].setAccessibleName(f"{self.names[name].text()}: {text}")
            for part in (self.names[name], self.values[name]):
                part.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("The course"))
        words = {
            "code": self.tr("Code"),
            "kind": self.tr("Kind"),
            "project": self.tr("Project"),
            "venue": self.tr("Place"),
            "languages": self.tr("Languages"),
            "rule": self.tr("Certificate of completion for"),
            "capacity": self.tr("Places"),
            "late_after": self.tr("A scanned badge is late"),
        }
        for name, text in words.items():
            self.names[name].setText(text)
        if self._view is not None:
            self.show_course(self._view, self._stage)
