"""What a decision would mean for a certificate: the rule is asked with another value, nothing is written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from trainer_app.actions import certificates
from trainer_app.actions.attendance import grid
from trainer_app.actions.courses import get_course
from trainer_app.actions.scores import scores
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Attendance, AttendanceGrid, GridRow, Mark
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import CompletionRule
from trainer_app.domain.eligibility import Decision, decide
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.sittings import NamedPaper
from trainer_app.store import papers
from trainer_app.store.rows import select_row


def effect_of(work: Workplace, entity: str, key: str, values: Mapping[str, Any]) -> Decision | None:
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


def _effect_of_mark(work: Workplace, key: str, values: Mapping[str, Any]) -> Decision | None:
    row = select_row(work.database, "attendance", key)
    enrolled = select_row(work.database, "enrolment", row["enrolment"]) if row else None
    if row is None or enrolled is None:
        return None
    table = grid(work, enrolled["course"])
    line = next((each for each in table.rows if each.enrolment == row["enrolment"]), None)
    place = next((at for at, each in enumerate(table.sessions) if each.key == row["session"]), None)
    if line is None or place is None:
        return None
    mark = Mark(values["mark"]) if values["mark"] in tuple(Mark) else None
    cells = list(line.cells)
    cells[place] = Attendance(mark, int(values.get("missed") or 0), int(values.get("early") or 0))
    post_test = _post_test(work, enrolled["course"], line.enrolment)
    return _judge(work, table, replace(line, cells=tuple(cells)), post_test)


def _effect_of_test(work: Workplace, key: str, values: Mapping[str, Any]) -> Decision | None:
    paper = papers.get_paper(work.database, key)
    if paper is None:
        return None
    return _effect_of_paper(work, replace(paper, points=values["points"], out_of=values.get("out_of") or 0))


def _effect_of_answer(work: Workplace, key: str, value: str | None) -> Decision | None:
    row = select_row(work.database, "answer", key)
    paper = papers.get_paper(work.database, row["paper"]) if row else None
    if row is None or paper is None or row["question"] is None:
        return None
    answers = {each: given for each, given in paper.answers.items() if each != row["question"]}
    if value is not None:
        answers[row["question"]] = value
    return _effect_of_paper(work, replace(paper, answers=answers))


def _effect_of_paper(work: Workplace, paper: NamedPaper) -> Decision | None:
    """Return what would be decided if this stood on a post-test, by the course's rule for re-sits too."""
    enrolled = select_row(work.database, "enrolment", paper.enrolment)
    if paper.occasion is not Occasion.POST or enrolled is None:
        return None
    table = grid(work, enrolled["course"])
    line = next((each for each in table.rows if each.enrolment == paper.enrolment), None)
    if line is None:
        return None
    return _judge(work, table, line, _post_test(work, table.course, line.enrolment, paper))


def _post_test(work: Workplace, course: str, enrolment: str, instead: NamedPaper | None = None) -> int | None:
    found = (
        one
        for one in scores(work, course, instead)
        if one.enrolment == enrolment and one.occasion is Occasion.POST
    )
    return next((one.percent for one in found), None)


def _judge(work: Workplace, table: AttendanceGrid, row: GridRow, post_test: int | None) -> Decision:
    rule = get_course(work, table.course).course.rule
    attended, planned, unmarked = certificates.held_minutes(table, row)
    if rule.post_test is None or post_test is not None:
        return decide(rule, attended, planned, post_test, None, unmarked)
    found = decide(CompletionRule(rule.share, None), attended, planned, None, None, unmarked)
    return replace(found, reasons=(*found.reasons, Label("review.effect.test_missing")))
