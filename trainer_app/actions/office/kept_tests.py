"""What the points of tests were when a course was approved, for the list of what was changed since."""

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import hundredths_texts
from trainer_app.domain.evaluations.forms import TestScore
from trainer_app.domain.office.approvals import Approval, tests_of
from trainer_app.store.base import entry_history
from trainer_app.store.office.approvals import kept_participations

type TestsBefore = dict[tuple[str, str], TestScore]


def tests_before(work: Workplace, approval: Approval) -> TestsBefore:
    """Return the tests that an approval keeps, by enrolment and occasion."""
    kept = kept_participations(work.database, approval.key)
    return {(each.enrolment, each.occasion.value): each for one in kept for each in tests_of(one)}


def with_before(work: Workplace, paper: str, now: Label, before: TestsBefore) -> Label:
    """Add to the points of a test what they were when the course was approved."""
    row = entry_history.last_row(work.journal, "paper", paper)
    kept = before.get((str(row.get("enrolment") or ""), str(row.get("occasion") or "")))
    if kept is None:
        return now
    same = row.get("out_of") == kept.out_of and row.get("points") is not None
    out_of = hundredths_texts(kept.out_of)
    whole = Label("review.value.points", {"points": hundredths_texts(kept.points), "out_of": out_of})
    return Label("approval.change.was", {"now": now, "was": hundredths_texts(kept.points) if same else whole})
