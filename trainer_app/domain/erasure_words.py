"""A plan of erasing in words: what goes, what stays, and what somebody must see to by hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from trainer_app.domain.changes import Label
from trainer_app.domain.erasing import ErasurePlan

_MOST_SERIALS = 6


@dataclass(frozen=True)
class PlanWords:
    """Three lists of sentences."""

    goes: tuple[Label, ...]
    stays: tuple[Label, ...]
    elsewhere: tuple[Label, ...]

    @property
    def all(self) -> tuple[Label, ...]:
        """All sentences, each list under its heading."""
        return (
            Label("erasing.heading.goes"),
            *self.goes,
            Label("erasing.heading.stays"),
            *self.stays,
            Label("erasing.heading.elsewhere"),
            *self.elsewhere,
        )


def plan_words(plan: ErasurePlan) -> PlanWords:
    """Return what erasing a person does, sentence by sentence."""
    return PlanWords(tuple(_goes(plan)), tuple(_stays(plan)), tuple(_elsewhere(plan)))


def _goes(plan: ErasurePlan) -> Iterable[Label]:
    yield Label("erasing.goes.person")
    yield Label("erasing.goes.remarks")
    if plan.serials:
        yield Label("erasing.goes.certificates", {"count": len(plan.serials)})
    yield Label("erasing.goes.entries", {"count": plan.entries})
    if plan.snapshots:
        yield Label("erasing.goes.snapshots", {"count": plan.snapshots})
    if plan.archived:
        yield Label("erasing.goes.archived", {"count": plan.archived})


def _stays(plan: ErasurePlan) -> Iterable[Label]:
    yield Label("erasing.stays.sex")
    for each in plan.participations:
        values = {"course": each.course, "marks": each.marks, "papers": each.papers}
        yield Label("erasing.stays.course", values)
    if plan.serials:
        more = len(plan.serials) - _MOST_SERIALS
        listed = ", ".join(plan.serials[:_MOST_SERIALS]) + (f" + {more}" if more > 0 else "")
        yield Label("erasing.stays.serials", {"count": len(plan.serials), "serials": listed})
    if plan.taught:
        yield Label("erasing.stays.taught", {"courses": ", ".join(dict.fromkeys(plan.taught))})
    if plan.wrote:
        yield Label("erasing.stays.wrote", {"count": plan.wrote})


def _elsewhere(plan: ErasurePlan) -> Iterable[Label]:
    if plan.laptops:
        yield Label("erasing.elsewhere.laptops", {"laptops": ", ".join(plan.laptops)})
    for course, count in plan.sheets.items():
        yield Label("erasing.elsewhere.sheets", {"course": course, "count": count})
    for each in plan.mentions:
        what = Label(f"review.entity.{each.entity}")
        yield Label("erasing.elsewhere.mentions", {"count": each.count, "what": what})
    if plan.papers:
        yield Label("erasing.elsewhere.papers", {"count": plan.papers})
    if plan.aside:
        yield Label("erasing.elsewhere.aside", {"count": plan.aside})
    if plan.copied:
        yield Label("erasing.elsewhere.copied")
    yield Label("erasing.elsewhere.outside")
