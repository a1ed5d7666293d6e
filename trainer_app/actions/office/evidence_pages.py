"""What a folder of evidence says of one course: who took part, every mark with its history, decisions, tests.

The journal is read once for all courses of the folder. Of a sample only the rows of those who were drawn are
told; scans are whole, since others signed on the same page.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct

from trainer_app.actions.attendance.attachments import list_attachments
from trainer_app.actions.attendance.attendance import grid, mark_histories
from trainer_app.actions.attendance.reconciliation import sheets
from trainer_app.actions.base import history
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.saying import say, say_each, say_field
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.eligibility import board
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.evaluations.scores import all_scores, course_scores
from trainer_app.actions.office import approval, approvals
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid
from trainer_app.domain.attendance.sheets import ENDINGS, Attachment, copy_name
from trainer_app.domain.base.changes import Label, Progress
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.numbers import percent_label, round_half_up
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.domain.courses.courses import CourseView, Participant
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.evidence import plain_name
from trainer_app.domain.office.outline import (
    Link,
    Outline,
    OutlineCell,
    OutlineSection,
    OutlineTable,
    Said,
)
from trainer_app.domain.review.contradictions import RowChange, RowHistory, told_undone
from trainer_app.store.base.entry_history import WrittenEntry, written_of_rows
from trainer_app.store.base.rows import select_rows
from trainer_app.store.certificates import certificates
from trainer_app.store.evaluations.papers import list_papers
from trainer_app.store.exchange.transfers import count_entries
from trainer_app.store.office.approvals import signed_rows

_SETTLING_STEPS = 10_000


def section(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[OutlineCell]],
    *,
    right: Collection[str] = (),
    heads: Sequence[Said] | None = None,
    words: Sequence[Said] = (),
    title: Said = None,
) -> OutlineSection:
    """Return a section with one table; its words and those of its columns go by their names."""
    table = OutlineTable(
        name,
        tuple(columns),
        tuple(heads or (Label(f"evidence.head.{column}") for column in columns)),
        tuple(tuple(row) for row in rows),
        tuple(place for place, column in enumerate(columns) if column in right),
    )
    none = () if table.rows else (Label("evidence.nothing"),)
    return OutlineSection(name, title or Label(f"evidence.section.{name}"), (*words, *none), (), table)


class CourseFiles(Struct, frozen=True):
    """Where the files of a course lie in the folder: paths by day, by attachment and by certificate."""

    sheets: Mapping[str, str]
    scans: Mapping[str, str]
    certificates: Mapping[str, str]


class EvidenceGatherer:
    """Gathers the pages of some courses; `taken` are the enrolments told of each, in full or of a sample."""

    def __init__(
        self, work: Workplace, taken: Mapping[str, frozenset[str]], progress: Progress, *, sampled: bool
    ) -> None:
        self._work, self._taken, self._names, self._sampled = work, taken, Names(work), sampled
        self._rows = {course: self._rows_of(course) for course in taken}
        self._answers = {str(row["entry"]): row for row in select_rows(work.database, "decision")}
        rows = frozenset(row for found in self._rows.values() for row in found)
        rows |= {("decision", str(row["key"])) for row in self._answers.values()}
        whole = max(count_entries(work.database), 1)
        self._written = written_of_rows(
            work.database, rows, lambda count: progress("evidence.progress.reading", min(count / whole, 1))
        )
        self._steps = self._settling_steps()

    def page(self, course: str, name: str, files: CourseFiles) -> Outline:
        """Return the page of a course."""
        work = self._work
        view, table = get_course(work, course), grid(work, course)
        listed = [each for each in list_enrolments(work, course) if each.enrolment.key in self._taken[course]]
        issued = [
            each
            for each in certificates.list_certificates(work.database, course)
            if each.enrolment in self._taken[course]
        ]
        return Outline(
            name,
            view.course.title,
            view.course.code,
            (
                self._facts(view),
                self._sessions(view),
                self._participants(course, listed, issued),
                self._marks(table, listed),
                self._histories(course, table, listed),
                self._sheets(course, files),
                self._scans(course, files),
                self._decisions(course),
                self._tests(course, listed),
                self._certificates(issued, listed, files),
                self._changes(course),
            ),
        )

    def _rows_of(self, course: str) -> frozenset[RowKey]:
        """Return the rows whose history is told: of a course, its list, and those who are told of."""
        taken, rows = self._taken[course], set[RowKey]()
        found = signed_rows(self._work.database, course)
        papers = {
            key for (entity, key), row in found.items() if entity == "paper" and row["enrolment"] in taken
        }
        for (entity, key), row in found.items():
            owner = key if entity == "enrolment" else row.get("enrolment")
            told = row.get("paper") in papers if entity == "answer" else owner is None or owner in taken
            if told:
                rows.add((entity, key))
            if entity == "enrolment" and key in taken:
                rows.add(("person", row["person"]))
        sessions = [key for entity, key in found if entity == "session"]
        # A mark that was taken away again is shown nowhere, and has its history all the same.
        rows |= {("attendance", derive_key("attendance", one, each)) for one in taken for each in sessions}
        return frozenset(rows)

    def _settling_steps(self) -> dict[tuple[str, int], int]:
        """Return which decision of this computer wrote an entry (replica, number): many with one press."""
        found: dict[tuple[str, int], int] = {}
        for step in history.recent(self._work, _SETTLING_STEPS):
            if step.label.code.startswith("review.step."):
                for entry in self._work.store.history.entries(step.number):
                    found[entry.r, entry.n] = step.number
        return found

    def _when(self, at: int) -> str:
        return self._work.moment(at).strftime("%d.%m.%Y %H:%M") if at else ""

    def _facts(self, view: CourseView) -> OutlineSection:
        course, project = view.course, view.project
        standing = approval.standing(self._work, course.key)
        facts: list[tuple[Said, OutlineCell]] = [
            (Label("evidence.head.title"), course.title),
            (Label("evidence.head.course"), course.code),
            (Label("evidence.head.project"), project.title if project else None),
            (Label("evidence.head.donor"), project.donor if project else None),
            (Label("evidence.head.town"), course.town),
            (Label("evidence.head.venue"), course.venue),
            (Label("evidence.head.days"), _days(course.first_day, course.last_day)),
            (Label("evidence.head.trainers"), ", ".join(each.name for each in view.teachers)),
            (Label("evidence.head.state"), say_field(self._names, "course", "state", course.state.value)),
        ]
        if course.closed_at:
            closed = {"at": self._when(course.closed_at), "by": course.closed_by or "–"}
            facts.append((Label("evidence.head.closed"), Label("evidence.closed", closed)))
            facts.append((Label("evidence.head.left_open"), course.left_open_reason))
        words: list[Said] = []
        facts.append((Label("evidence.head.open"), _list([item.label for item in standing.open])))
        if standing.approval is not None:
            facts.append((Label("evidence.head.approved"), approvals.stated(standing.approval)))
            facts.append((Label("evidence.head.since"), approvals.changed(standing)))
            words += [reason] if (reason := approvals.reasoned(standing.approval)) else []
        shown = tuple(fact for fact in facts if fact[1])
        return OutlineSection("course", Label("evidence.section.course"), tuple(words), shown)

    def _sessions(self, view: CourseView) -> OutlineSection:
        columns = ("session", "day", "time", "topic", "state", "locked")
        rows = [
            (
                each.number,
                each.day,
                f"{_clock(each.start)}–{_clock(each.end)}",
                each.topic,
                say_field(self._names, "session", "state", each.state.value),
                " · ".join(
                    part
                    for part in (self._when(each.locked_at or 0), each.locked_by, each.lock_reason)
                    if part
                )
                if each.locked
                else each.cancel_reason,
            )
            for each in view.sessions
        ]
        return section("sessions", columns, rows, right=("session",))

    def _participants(
        self, course: str, listed: Sequence[Participant], issued: Sequence[Certificate]
    ) -> OutlineSection:
        results = {row.enrolment: row for row in board(self._work, course)}
        serials: dict[str, list[str]] = {}
        for given in issued:
            serials.setdefault(given.enrolment, []).append(given.serial)
        columns = ("number", "name", "sex", "rank", "unit", "district", "list", "share", "result", "serials")
        rows = []
        for each in listed:
            own, person, line = each.enrolment, each.person, results.get(each.enrolment.key)
            counted = line if line and not line.repeats else None
            share = percent_label(counted.share) if counted and counted.share is not None else None
            rows.append(
                (
                    own.number,
                    person.name,
                    say_field(self._names, "person", "sex", person.sex.value),
                    _rank(person.rank),
                    person.unit,
                    person.duty_district,
                    say_field(self._names, "enrolment", "state", own.state.value),
                    share,
                    Label(f"certificate.kind.{counted.result.value}")
                    if counted
                    else (line.reasons[0] if line else None),
                    ", ".join(serials.get(own.key, ())),
                )
            )
        return section("participants", columns, rows, right=("number", "share"))

    def _marks(self, table: AttendanceGrid, listed: Sequence[Participant]) -> OutlineSection:
        told = {each.enrolment.key for each in listed}
        sessions = tuple(f"s{each.number}" for each in table.sessions)
        heads: list[Said] = [Label("evidence.head.number"), Label("evidence.head.name")]
        heads += [str(each.number) for each in table.sessions]
        rows = [
            (row.number, row.called, *(self._cell(cell) for cell in row.cells))
            for row in table.rows
            if row.enrolment in told and not row.same_as
        ]
        return section("marks", ("number", "name", *sessions), rows, right=("number",), heads=heads)

    def _cell(self, cell: Attendance | None) -> Said:
        if cell is None:
            return "·"
        values = {"mark": cell.mark.value if cell.mark else None, "missed": cell.missed, "early": cell.early}
        return say(self._names, "attendance", values)

    def _histories(self, course: str, table: AttendanceGrid, listed: Sequence[Participant]) -> OutlineSection:
        rows = self._rows[course]
        found = mark_histories(
            self._work, self._names, {row: all_of for row, all_of in self._written.items() if row in rows}
        )
        columns = ("number", "name", "session", "mark", "stands", "when", "who", "device", "file", "reason")
        lines: list[tuple[OutlineCell, ...]] = []
        for each in listed:
            for session in table.sessions:
                told = found.get(derive_key("attendance", each.enrolment.key, session.key), RowHistory())
                place = (each.enrolment.number, each.person.name, session.number)
                lines += [(*place, *self._change(change)) for change in told.changes]
        return section("history", columns, lines, right=("number", "session"))

    def _change(self, change: RowChange) -> tuple[OutlineCell, ...]:
        return (
            _list(change.told),
            change.standing,
            self._when(change.at),
            change.user,
            change.device,
            change.file,
            _reason(change.decided, change.reason),
        )

    def _sheets(self, course: str, files: CourseFiles) -> OutlineSection:
        columns = ("day", "sessions", "stage", "checked", "differences", "scans", "sheet")
        rows = [
            (
                state.day,
                ", ".join(map(str, state.numbers)),
                Label(f"reconciliation.stage.{state.stage.value}"),
                f"{state.checked} / {state.whole}",
                state.differences,
                state.files,
                _link(files.sheets.get(state.day.isoformat(), "")),
            )
            for state in sheets(self._work, course)
        ]
        return section("sheets", columns, rows, right=("checked", "differences", "scans"))

    def _scans(self, course: str, files: CourseFiles) -> OutlineSection:
        columns = ("sheet", "page", "name", "day", "size", "sha256", "scan")
        rows = [
            (
                each.sheet,
                each.page or None,
                each.name,
                each.added_on,
                each.size,
                each.sha256,
                self._scan(each, files),
            )
            for each in list_attachments(self._work, course)
        ]
        return section("scans", columns, rows, right=("page", "size"))

    @staticmethod
    def _scan(found: Attachment, files: CourseFiles) -> OutlineCell:
        return _link(files.scans.get(found.key, "")) or Label("evidence.not_here")

    def _decisions(self, course: str) -> OutlineSection:
        columns = ("decision", "when", "who", "device", "what", "where", "between", "decided", "reason")
        groups: dict[object, int] = {}
        rows: list[tuple[OutlineCell, ...]] = []
        found = sorted(self._decided(course), key=lambda each: (each[1].at, each[1].number))
        for (entity, key), entry in found:
            press = self._steps.get((entry.replica, entry.number), (entry.replica, entry.at, entry.reason))
            number = groups.setdefault(press, len(groups) + 1)
            values = {name: value for name, value in entry.values.items() if name != DELETED} or entry.values
            title, place = self._names.describe(entity, key, next(iter(values)))
            sides = [
                Label("evidence.side", {"who": user or "–", "said": self._say(entity, key, each)})
                for user, each in entry.settled
            ]
            rows.append(
                (
                    number,
                    self._when(entry.at),
                    entry.user,
                    self._names.device(entry.replica),
                    title,
                    place,
                    _list(sides),
                    told_undone(self._say(entity, key, entry.values), undone=entry.undone),
                    entry.reason,
                )
            )
        rows += self._answered(course, len(groups))
        words = (Label("evidence.decisions_told"),) if rows else ()
        return section("decisions", columns, rows, right=("decision",), words=words)

    def _decided(self, course: str) -> Iterator[tuple[RowKey, WrittenEntry]]:
        for row in self._rows[course] & self._written.keys():
            for entry in self._written[row]:
                if entry.settled or entry.reason:
                    yield row, entry

    def _answered(self, course: str, before: int) -> Iterator[tuple[OutlineCell, ...]]:
        """Yield what the office said to what laptops proposed about the course."""
        number = before
        for entity, key in sorted(self._rows[course] & self._written.keys()):
            for entry in self._written[entity, key]:
                answer = self._answers.get(entry.id.hex())
                if answer is None:
                    continue
                number += 1
                title, place = self._names.describe(entity, key, next(iter(entry.values)))
                who = " ".join(part for part in (entry.user, self._names.device(entry.replica)) if part)
                asked = Label("evidence.side", {"who": who, "said": self._say(entity, key, entry.values)})
                taken = Label("evidence.taken" if answer.get("taken") else "evidence.left")
                said = self._written[("decision", str(answer["key"]))][-1]
                by = (self._when(said.at), said.user, self._names.device(said.replica))
                yield number, *by, title, place, asked, taken, str(answer.get("reason") or "")

    def _say(self, entity: str, key: str, values: Mapping[str, Any]) -> Label:
        if self._sampled and entity == "enrolment" and len(values) > 1:
            # Whose place somebody took is another one's name.
            values = {name: value for name, value in values.items() if name != "replaces"}
        return say_each(self._names, entity, values, key)

    def _tests(self, course: str, listed: Sequence[Participant]) -> OutlineSection:
        people = {each.enrolment.key: each for each in listed}
        papers = {each.key: each for each in list_papers(self._work.database, course)}
        counted = {each.paper for each in course_scores(self._work, course)}
        # Points that are typed as a sum name nobody themselves: who wrote them stands in the journal.
        told = self._written.items()
        by = {key: [each.user for each in found if "points" in each.values] for (_, key), found in told}
        columns = (
            "number",
            "name",
            "test",
            "attempt",
            "paper",
            "points",
            "percent",
            "counts",
            "keyed",
            "second",
        )
        rows = []
        in_order = list(Occasion)
        scores = all_scores(self._work, course)
        for score in sorted(scores, key=lambda each: (each.attempt, in_order.index(each.occasion))):
            if score.enrolment not in people:
                continue
            own, paper = people[score.enrolment], papers.get(score.paper)
            rows.append(
                (
                    own.enrolment.number,
                    own.person.name,
                    Label(f"evaluation.occasion.{score.occasion.value}"),
                    score.attempt,
                    score.paper_number,
                    Texts.made(partial(_points, score.points, score.out_of)),
                    percent_label(round_half_up(score.percent)),
                    Label("review.value.yes" if score.paper in counted else "review.value.no"),
                    (paper.keyed_by or "".join(by.get(paper.key, [])[-1:])) if paper else "",
                    paper.checked_by if paper else "",
                )
            )
        rows.sort(key=lambda row: row[0])
        right = ("number", "attempt", "paper", "points", "percent")
        return section("tests", columns, rows, right=right)

    def _certificates(
        self, issued: Sequence[Certificate], listed: Sequence[Participant], files: CourseFiles
    ) -> OutlineSection:
        numbers = {each.enrolment.key: each.enrolment.number for each in listed}
        serials = {each.key: each.serial for each in issued}
        columns = ("serial", "number", "printed", "kind", "issued", "state", "reason", "received", "file")
        rows = [
            (
                each.serial,
                numbers.get(each.enrolment),
                each.facts.name,
                Label(f"certificate.kind.{each.kind.value}"),
                each.issued_on,
                Label(
                    f"evidence.certificate.{each.state.value}",
                    {"by": serials.get(each.replaced_by or "", "–")},
                ),
                each.reason,
                each.received_on,
                _link(files.certificates.get(each.key, "")),
            )
            for each in issued
        ]
        return section("certificates", columns, rows, right=("number",))

    def _changes(self, course: str) -> OutlineSection:
        """Return what was changed after the office approved the course; of a sample about nobody else."""
        found = approval.standing(self._work, course)
        told = {key for entity, key in self._rows[course] if entity == "person"}
        changes = [each for each in found.changes if not self._sampled or each.people <= told]
        columns = ("when", "who", "device", "what", "change")
        rows = [(self._when(each.at), each.user, each.device, each.where, each.what) for each in changes]
        return section("changes", columns, rows)


def scan_name(found: Attachment, content_media: str) -> str:
    """Return the name of a scan in its course's folder: sheet, page, and the beginning of its SHA-256."""
    page = f"-{found.page}" if found.page else ""
    stem = f"{found.sheet.replace('/', '-') or found.kind.value}{page}-{found.sha256[:8]}"
    return plain_name(copy_name(stem + ENDINGS.get(content_media, ""), content_media, "scan"))


def _link(file: str) -> OutlineCell:
    return Link(file.rpartition("/")[2], file) if file else None


def _list(parts: Sequence[Label]) -> Said:
    if len(parts) < 2:
        return next(iter(parts), None)
    return Label("review.value.list", {"parts": list(parts)})


def _reason(decided: Sequence[tuple[str, Label]], reason: str) -> Said:
    """Return between what a change decided, and why."""
    sides = _list([Label("evidence.side", {"who": user or "–", "said": said}) for user, said in decided])
    if sides is None:
        return reason
    return Label("evidence.decided", {"sides": sides, "reason": reason or "–"})


def _rank(rank: str) -> Said:
    return Texts.made(lambda language: rank_name(rank, language)) if rank else ""


def _days(first: object, last: object) -> Label:
    return Label("behind.days", {"first": first, "last": last})


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _points(points: int, out_of: int, language: str) -> str:
    """Return "10,33 / 20" of hundredths of a point."""
    return f"{points / 100:g} / {out_of / 100:g}".replace(".", LANGUAGES[language].decimal)
