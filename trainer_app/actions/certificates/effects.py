"""What a certificate would be if a mark, a test or a session’s day were otherwise; nothing is written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.evaluations.scores import course_scores
from trainer_app.domain.attendance.marks import (
    Attendance,
    AttendanceGrid,
    GridRow,
    Mark,
    count_minutes,
    held_minutes,
)
from trainer_app.domain.attendance.same_person import leading_row
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateState, days_fit
from trainer_app.domain.certificates.eligibility import CompletionDecision, decide
from trainer_app.domain.courses.courses import CompletionRule, SessionState
from trainer_app.domain.evaluations.forms import NamedPaper, Occasion
from trainer_app.store.base.rows import select_row
from trainer_app.store.certificates import certificates
from trainer_app.store.evaluations import papers


def effect_of(work: Workplace, entity: str, key: str, values: Mapping[str, Any]) -> CompletionDecision | None:
    """Return what somebody would get if a mark or a post-test were these values; None for anything else.

    Where there is no post-test yet, the attendance alone is judged, and a last reason says so. A decision
    by hand is left aside: what the two values differ in is to be seen.
    """
    if entity == "attendance" and "mark" in values:
        return _effect_of_mark(work, key, values)
    if entity == "paper" and "points" in values:
        return _effect_of_test(work, key, values)
    if entity == "answer" and "value" in values:
        return _effect_of_answer(work, key, values["value"])
    return None


def unfit_on_day(work: Workplace, course: str, day: date, session: str | None = None) -> int:
    """Return how many issued certificates would no longer fit if a session, or a new one, stood on a day.

    The course would become longer; certificates that list the days of its sessions show others.
    """
    view = get_course(work, course)
    first, last = view.course.first_day, view.course.last_day
    held = [each for each in view.sessions if each.state is SessionState.HELD]
    now = (first, last), [each.day for each in held]
    then = (min(first, day), max(last, day)), [day if each.key == session else each.day for each in held]
    if now == then:
        return 0
    issued = certificates.list_certificates(work.database, course)
    valid = (found.facts for found in issued if found.state is CertificateState.ISSUED)
    return sum(days_fit(facts, *now) and not days_fit(facts, *then) for facts in valid)


def _effect_of_mark(work: Workplace, key: str, values: Mapping[str, Any]) -> CompletionDecision | None:
    row = select_row(work.database, "attendance", key)
    enrolled = select_row(work.database, "enrolment", row["enrolment"]) if row else None
    if row is None or enrolled is None:
        return None
    table = grid(work, enrolled["course"])
    lead = leading_row(table, row["enrolment"])
    line = next((each for each in table.rows if each.enrolment == lead), None)
    place = next((at for at, each in enumerate(table.sessions) if each.key == row["session"]), None)
    if line is None or place is None:
        return None
    mark = Mark(values["mark"]) if values["mark"] in tuple(Mark) else None
    cells, there = list(line.cells), line.cells[place]
    if lead != row["enrolment"] and there is not None and not (there.bare or there.taken_from):
        return None  # the leading row's own mark counts, whatever this one says
    cells[place] = Attendance(mark, int(values.get("missed") or 0), int(values.get("early") or 0))
    post_test = _post_test(work, enrolled["course"], line.enrolment)
    return _judge(work, table, replace(line, cells=tuple(cells)), post_test)


def _effect_of_test(work: Workplace, key: str, values: Mapping[str, Any]) -> CompletionDecision | None:
    paper = papers.get_paper(work.database, key)
    if paper is None:
        return None
    return _effect_of_paper(work, replace(paper, points=values["points"], out_of=values.get("out_of") or 0))


def _effect_of_answer(work: Workplace, key: str, value: str | None) -> CompletionDecision | None:
    row = select_row(work.database, "answer", key)
    paper = papers.get_paper(work.database, row["paper"]) if row else None
    if row is None or paper is None or row["question"] is None:
        return None
    answers = {each: given for each, given in paper.answers.items() if each != row["question"]}
    if value is not None:
        answers[row["question"]] = value
    return _effect_of_paper(work, replace(paper, answers=answers))


def _effect_of_paper(work: Workplace, paper: NamedPaper) -> CompletionDecision | None:
    """Return what would be decided if this stood on a post-test, by the course's rule for re-sits too."""
    enrolled = select_row(work.database, "enrolment", paper.enrolment)
    if paper.occasion is not Occasion.POST or enrolled is None:
        return None
    table = grid(work, enrolled["course"])
    lead = leading_row(table, paper.enrolment)
    line = next((each for each in table.rows if each.enrolment == lead), None)
    if line is None:
        return None
    test = _post_test(work, table.course, lead, paper)
    if test is None:
        test = _post_test(work, table.course, paper.enrolment, paper)
    return _judge(work, table, line, test)


def _post_test(
    work: Workplace, course: str, enrolment: str, instead: NamedPaper | None = None
) -> Percent | None:
    found = (
        one
        for one in course_scores(work, course, instead)
        if one.enrolment == enrolment and one.occasion is Occasion.POST
    )
    return next((one.percent for one in found), None)


def _judge(
    work: Workplace, table: AttendanceGrid, row: GridRow, post_test: Percent | None
) -> CompletionDecision:
    rule = get_course(work, table.course).course.rule
    attended, planned, unmarked = count_minutes(held_minutes(table.sessions), row.cells)
    if rule.post_test is None or post_test is not None:
        return decide(rule, attended, planned, post_test, None, unmarked, gone=row.gone)
    shares = CompletionRule(rule.share, None)
    found = decide(shares, attended, planned, None, None, unmarked, gone=row.gone)
    return replace(found, reasons=(*found.reasons, Label("review.effect.test_missing")))
