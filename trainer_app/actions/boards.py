"""The board of a course: who completes and why, by the rule or by a decision of somebody's own."""

from trainer_app.actions.attendance import grid
from trainer_app.actions.courses import get_course
from trainer_app.actions.scores import scores
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.amounts import exact_percent
from trainer_app.domain.attendance import AttendanceGrid, GridRow, attendance_share, attended_minutes
from trainer_app.domain.certificates import BoardRow, CertificateKind, CertificateState
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import CompletionRule, SessionState
from trainer_app.domain.eligibility import decide, make_override, read_override
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.journal import Value
from trainer_app.store import certificates as stored
from trainer_app.store import enrolments, people
from trainer_app.store.journal import Write


def board(
    work: Workplace,
    course: str,
    rule: CompletionRule | None = None,
    *,
    what_if: bool = False,
    table: AttendanceGrid | None = None,
) -> list[BoardRow]:
    """Return who completes, by number on the list. `what_if` asks with another rule; nothing is written.

    `table` is the course's grid where whoever asks has read it already.
    """
    used = rule if what_if and rule is not None else get_course(work, course).course.rule
    table = table or grid(work, course)
    tests = {score.enrolment: score for score in scores(work, course) if score.occasion is Occasion.POST}
    overrides = {
        item.enrolment.key: read_override(item.override, item.override_reason)
        for item in enrolments.list_enrolments(work.database, course)
    }
    issued = stored.list_certificates(work.database, course)
    valid = {found.enrolment: found for found in issued if found.state is CertificateState.ISSUED}
    void = {found.enrolment for found in issued if found.state is CertificateState.VOID}
    everybody = people.find_people(work.database)
    rows = []
    for row in table.rows:
        attended, planned, unmarked = held_minutes(table, row)
        override = overrides.get(row.enrolment)
        test = tests.get(row.enrolment)
        # Unrounded: 59.996 % is not 60 %.
        exact = exact_percent(test.points, test.out_of) if test else None
        decision = decide(used, attended, planned, exact, override, unmarked)
        rows.append(
            BoardRow(
                enrolment=row.enrolment,
                number=row.number,
                name=row.full_name,
                share=attendance_share(attended, planned),
                post_test=test.percent if test else None,
                result=decision.result,
                reasons=decision.reasons,
                certificate=valid.get(row.enrolment),
                override=override is not None,
                voided=row.enrolment in void and row.enrolment not in valid,
                exact_share=exact_percent(attended, planned),
                exact_test=exact,
                erased=everybody[row.person].erased,
            )
        )
    return rows


def held_minutes(table: AttendanceGrid, row: GridRow) -> tuple[int, int, int]:
    """Return (attended minutes, held minutes, held sessions without a mark) of one row."""
    attended = planned = unmarked = 0
    for session, cell in zip(table.sessions, row.cells, strict=True):
        if session.state is not SessionState.HELD:
            continue
        planned += session.minutes
        attended += attended_minutes(session.minutes, cell)
        unmarked += cell is not None and cell.mark is None
    return attended, planned, unmarked


def override(work: Workplace, enrolment: str, kind: CertificateKind, reason: str) -> Changes:
    """Decide by hand against the rule. Raises eligibility.override_needs_reason."""
    found = make_override(kind.value, reason)
    fields: dict[str, Value] = {"override": found.kind.value, "override_reason": found.reason}
    return work.journal.record(Label("certificate.step.override"), [Write("enrolment", enrolment, fields)])


def clear_override(work: Workplace, enrolment: str) -> Changes:
    """Let the rule decide again."""
    fields: dict[str, Value] = {"override": None, "override_reason": None}
    return work.journal.record(
        Label("certificate.step.clear_override"), [Write("enrolment", enrolment, fields)]
    )
