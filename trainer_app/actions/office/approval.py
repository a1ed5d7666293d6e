"""Closing and approving a course: what is still open, who answers for it, and what changed afterwards.

Whoever teaches closes a course; the office approves it. The approval keeps the figures and a fingerprint of
the course's rows, so that an auditor can see that nothing moved, or what did.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.attendance.reconciliation import sheets
from trainer_app.actions.base import identity
from trainer_app.actions.base.history import say_each
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import ZONE, Role, Workplace
from trainer_app.actions.certificates.eligibility import board, sign_off
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations.scores import evaluation
from trainer_app.actions.office import reports
from trainer_app.domain.attendance.marks import count_heads
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.report_json import report_document
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import Rows, select_row, select_rows
from trainer_app.store.exchange.course_scope import Scopes
from trainer_app.store.exchange.transfers import replica_ranges, written_since
from trainer_app.store.review import contradictions
from trainer_app.system import messages
from trainer_app.system.clock import civil_date

SPLITS = (SplitBy.SEX, SplitBy.RANK, SplitBy.UNIT, SplitBy.DUTY_DISTRICT)
"""What the figures of an approval are cut by."""
_APPROVALS = Rows("approval", order=lambda rows: (rows.t.at, rows.own.key))


class OpenMatter(StrEnum):
    """What may still be open when a course is closed, in the order in which it is told."""

    MARKS = "marks"
    CONTRADICTIONS = "contradictions"
    PROPOSALS = "proposals"
    SHEETS = "sheets"
    SCANS = "scans"
    TESTS = "tests"
    NAMES = "names"
    CERTIFICATES = "certificates"


class OpenItem(Struct, frozen=True):
    """One matter that is open, and how often."""

    matter: OpenMatter
    count: int

    @property
    def label(self) -> Label:
        """Say it."""
        return Label(f"approval.open.{self.matter.value}", {"count": self.count})


class Approval(Struct, frozen=True):
    """Who approved a course, when (wall milliseconds), and what it was then.

    `figures` is the course's report as a document (`domain.office.report_json`); `seen` says by replica up to
    which number its entries were known.
    """

    key: str
    at: int
    by: str
    fingerprint: str
    figures: Mapping[str, Any]
    seen: Mapping[str, int]
    reason: str = ""


class LaterChange(Struct, frozen=True):
    """What was written about a course after it was approved: when, by whom, on which laptop, where, what."""

    at: int
    user: str
    device: str
    where: Label
    what: Label


class CourseApproval(Struct, frozen=True):
    """How a course stands: what is open, its newest approval, and what was changed since."""

    open: tuple[OpenItem, ...] = ()
    approval: Approval | None = None
    changes: tuple[LaterChange, ...] = ()


def standing(work: Workplace, course: str) -> CourseApproval:
    """Return how a course stands. Raises course.unknown."""
    found = approval_of(work, course)
    changes = changes_since(work, course, found) if found is not None else []
    return CourseApproval(tuple(open_items(work, course)), found, tuple(changes))


def open_items(work: Workplace, course: str) -> list[OpenItem]:
    """Return what somebody should look at before a course is closed. Raises course.unknown."""
    counts = _counts(work, course)
    return [OpenItem(matter, counts[matter]) for matter in OpenMatter if counts.get(matter)]


def _counts(work: Workplace, course: str) -> dict[OpenMatter, int]:
    table = grid(work, course)
    missing = sum(
        count_heads(row.cells[place] for row in table.rows).unmarked
        for place, session in enumerate(table.sessions)
        if not session.cancelled
    )
    days = [state for state in sheets(work, course) if state.taking_place]
    rows = board(work, course)
    inside = {key for _, key in _rows_of(work, course)}
    waiting = contradictions.contradicting(work.journal)
    asked = contradictions.list_proposals(work.journal)
    tests = evaluation(work, course).rows
    return {
        OpenMatter.MARKS: missing,
        OpenMatter.CONTRADICTIONS: sum(key in inside for _, key, _ in waiting),
        OpenMatter.PROPOSALS: sum(each.entry.k in inside for each in asked),
        OpenMatter.SHEETS: sum(state.waits for state in days),
        OpenMatter.SCANS: sum(not state.files for state in days),
        OpenMatter.TESTS: sum((row.pre is None) != (row.post is None) for row in tests),
        OpenMatter.NAMES: sign_off(work, course, rows).open,
        OpenMatter.CERTIFICATES: sum(row.unfit is not None for row in rows),
    }


def before_closing(work: Workplace, course: str) -> list[OpenItem]:
    """Return what is open in a course that may be closed now. Raises as `courses.close_course`."""
    courses.check_closable(work, course)
    return open_items(work, course)


def close(work: Workplace, course: str, reason: str = "") -> Changes:
    """Close a course. What is left open needs a reason, which is kept.

    Raises as `courses.close_course`; approval.needs_reason with what is open.
    """
    left = before_closing(work, course)
    if left and not reason.strip():
        raise TrainerError("approval.needs_reason", open=[item.label for item in left])
    with work.journal.transaction():
        changes = courses.close_course(work, course)
        kept = [f"{item.matter.value} {item.count}" for item in left]
        fields: dict[str, Value] = {
            "closed_by": work.user or None,
            "closed_at": work.clock.millis(),
            "left_open": kept or None,
            "left_open_reason": reason.strip() or None,
        }
        return work.journal.record(changes.label, [Write("course", course, fields)], key=course)


def approve(work: Workplace, course: str, reason: str = "") -> Changes:
    """Say for the office that a closed course is right: its figures and its fingerprint are kept.

    What is open then needs a reason. Raises approval.office_only, course.not_closed, course.approved,
    approval.needs_reason.
    """
    if identity.has_office(work) and work.role is not Role.OFFICE:
        raise TrainerError("approval.office_only")
    view = courses.get_course(work, course).course
    if view.state is CourseState.APPROVED:
        raise TrainerError("course.approved", code=view.code)
    if view.state is not CourseState.CLOSED:
        raise TrainerError("course.not_closed", code=view.code)
    left = open_items(work, course)
    if left and not reason.strip():
        raise TrainerError("approval.needs_reason", open=[item.label for item in left])
    figures = report_document(
        reports.report(work, course=course, by=SPLITS), partial(messages.label_text, language=SOURCE)
    )
    fields: dict[str, Value] = {
        "course": course,
        "at": work.clock.millis(),
        "by": work.user or None,
        "reason": reason.strip() or None,
        "fingerprint": fingerprint(work, course),
        "figures": json.dumps(figures, ensure_ascii=False, sort_keys=True),
        "seen": json.dumps({each.replica: each.last for each in replica_ranges(work.database)}),
    }
    label = Label("approval.step.approve", {"code": view.code})
    state = Write("course", course, {"state": CourseState.APPROVED.value})
    return work.journal.record(label, [Write("approval", work.journal.make_key(), fields), state], key=course)


def take_back(work: Workplace, course: str, reason: str) -> Changes:
    """Take an approval back for the office: the course is closed again. The approval stays on record.

    Raises approval.office_only, approval.none, approval.needs_reason_to_reopen.
    """
    if identity.has_office(work) and work.role is not Role.OFFICE:
        raise TrainerError("approval.office_only")
    view = courses.get_course(work, course).course
    if view.state is not CourseState.APPROVED:
        raise TrainerError("approval.none", code=view.code)
    if not reason.strip():
        raise TrainerError("approval.needs_reason_to_reopen")
    fields: dict[str, Value] = {"state": CourseState.CLOSED.value, "left_open_reason": reason.strip()}
    label = Label("approval.step.take_back", {"code": view.code, "reason": reason.strip()})
    return work.journal.record(label, [Write("course", course, fields)], key=course)


def approval_of(work: Workplace, course: str) -> Approval | None:
    """Return the newest approval of a course, also one that was taken back; None if it was never approved."""
    found = [row for row in select_rows(work.database, _APPROVALS) if row["course"] == course]
    if not found:
        return None
    row = found[-1]
    return Approval(
        key=row["key"],
        at=row["at"] or 0,
        by=row["by"] or "",
        fingerprint=row["fingerprint"] or "",
        figures=_document(row["figures"]),
        seen=_document(row["seen"]),
        reason=row["reason"] or "",
    )


def changes_since(work: Workplace, course: str, approval: Approval) -> list[LaterChange]:
    """Return what was written about a course's rows after an approval, the oldest first."""
    names = Names(work)
    rows = frozenset(_rows_of(work, course))
    found = []
    for (entity, key), entry in written_since(work.database, rows, approval.seen):
        values = {name: value for name, value in entry.s.items() if (entity, name) not in _NOT_SIGNED}
        if values:
            where, _ = names.describe(entity, key, next(iter(values)))
            what = say_each(names, entity, values, key)
            found.append(LaterChange(entry.t[0], entry.u, names.device(entry.r), where, what))
    return sorted(found, key=lambda each: each.at)


def fingerprint(work: Workplace, course: str) -> str:
    """Return the SHA-256 of a course's rows as they are shown.

    Of each row the SHA-256 of the JSON list [entity, key, fields that are not blank], fields in the order of
    their names; of these, sorted, one after the other, the SHA-256 in hexadecimal digits. Rows are the course
    and all that belongs to it but approvals; the course's state is left out, since approving changes it.
    """
    return hashlib.sha256(b"".join(sorted(_row_hashes(work, course)))).hexdigest()


def _row_hashes(work: Workplace, course: str) -> Iterator[bytes]:
    for entity, key in _rows_of(work, course):
        row = select_row(work.database, entity, key)
        if row is None:
            continue
        fields = {
            name: row[name]
            for name in sorted(row)
            if name != "key" and row[name] is not None and (entity, name) not in _NOT_SIGNED
        }
        yield hashlib.sha256(msgspec.json.encode([entity, key, fields])).digest()


_NOT_SIGNED = {
    ("course", name) for name in ("state", "closed_by", "closed_at", "left_open", "left_open_reason")
}


def _rows_of(work: Workplace, course: str) -> list[tuple[str, str]]:
    """Return the rows of a course that an approval is about."""
    courses.get_course(work, course)
    found = Scopes(work.database).rows_by_course([course])[course]
    return sorted((entity, key) for entity, key in found if entity != "approval")


def _document(text: object) -> Mapping[str, Any]:
    """Return a document that an approval keeps; an empty one where it cannot be read."""
    try:
        found = json.loads(text) if isinstance(text, str) else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class Verification(Struct, frozen=True):
    """A course named in a report: its fingerprint there and now, "" where it was never approved."""

    code: str
    stated: str
    now: str

    @property
    def same(self) -> bool:
        """Tell whether nothing has moved."""
        return bool(self.stated) and self.stated == self.now


def verify(work: Workplace, stated: Sequence[tuple[str, str]]) -> list[Verification]:
    """Compare fingerprints, as (code of a course, fingerprint), with what is here."""
    return [
        Verification(code, print_, fingerprint(work, courses.find_course(work, code)))
        for code, print_ in stated
    ]


def approved(work: Workplace, keys: Sequence[str]) -> list[dict[str, object]]:
    """Return the approvals of courses as a report states them."""
    found = [(key, approval_of(work, key)) for key in keys]
    return [
        {
            "course": courses.get_course(work, key).course.code,
            **document(each),
            "changes_since": len(changes_since(work, key, each)),
        }
        for key, each in found
        if each is not None
    ]


def document(approval: Approval) -> dict[str, object]:
    """Return an approval as a document; `at` is in wall milliseconds."""
    return {"by": approval.by, "at": approval.at, "fingerprint": approval.fingerprint}


def stated(approval: Approval) -> Label:
    """Say that a course was approved: when, by whom, with which fingerprint."""
    told = {"day": civil_date(approval.at, ZONE), "by": approval.by, "fingerprint": approval.fingerprint}
    return Label("approval.stated", told)


def changed(found: CourseApproval) -> Label:
    """Say how much was changed since a course was approved."""
    if not found.changes:
        return Label("approval.unchanged")
    return Label("approval.changes", {"count": len(found.changes)})


def read_stated(path: Path) -> list[tuple[str, str]]:
    """Return the (code, fingerprint) of the courses that a report saved as JSON states as approved.

    Raises approval.unreadable, approval.none_stated.
    """
    try:
        stated = json.loads(path.read_text("utf-8"))["approved"]
        found = [(str(each["course"]), str(each["fingerprint"])) for each in stated]
    except (OSError, ValueError, KeyError, TypeError):
        raise TrainerError("approval.unreadable", file=path.name) from None
    if not found:
        raise TrainerError("approval.none_stated")
    return found
