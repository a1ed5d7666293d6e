"""The same report counted cell by cell from every course's grid and board: what the quick way must equal."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import eligibility
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.evaluations import scores
from trainer_app.actions.people.directory import root_of
from trainer_app.actions.people.joining import candidates
from trainer_app.domain.attendance.marks import (
    AttendanceGrid,
    GridRow,
    Mark,
    attended_minutes,
    held_minutes,
    share_of_held,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Percent, exact_percent
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import BoardRow, CertificateKind, CertificateState
from trainer_app.domain.certificates.eligibility import read_override
from trainer_app.domain.courses.courses import CourseView, SessionState, TeachingRole
from trainer_app.domain.evaluations.forms import NeverCame, Occasion, ScoreRow, TestScore, left_out_note
from trainer_app.domain.evaluations.statistics import compare_tests
from trainer_app.domain.office.counting import SplitBy, count
from trainer_app.domain.office.participations import (
    CertificateLine,
    CountedCourse,
    CountedSession,
    DayMinutes,
    Participation,
    Period,
    Records,
    SessionMinutes,
)
from trainer_app.domain.office.reports import Figure, Report, ReportRow, Unit, learning_figures
from trainer_app.domain.people.persons import Person, age_group, head_of
from trainer_app.store.certificates import certificates as registered
from trainer_app.store.courses import courses
from trainer_app.store.courses.courses import StoredEnrolment, list_courses
from trainer_app.store.people import people

DEFAULT_SPLITS = (SplitBy.SEX, SplitBy.COURSE)


def report(
    work: Workplace,
    *,
    project: str | None = None,
    course: str | None = None,
    first: date | None = None,
    last: date | None = None,
    by: Sequence[SplitBy] = DEFAULT_SPLITS,
    names: bool = True,
) -> Report:
    """Return the report of a course, of a project's courses, or of all courses.

    With a period, the tests are those of the participations that lie in it. Raises counting.period_reversed.
    """
    if first is not None and last is not None and last < first:
        raise TrainerError("counting.period_reversed", first=first.isoformat(), last=last.isoformat())
    views = _views(work, project, course)
    sources = [_Source(work, view) for view in views]
    records = Records(
        courses=tuple(source.taught for source in sources),
        participations=tuple(row for source in sources for row in source.participations()),
        sessions=tuple(session for source in sources for session in source.sessions()),
        trainer_names={key: name for source in sources for key, name in source.trainer_names().items()},
    )
    counted = count(records, Period(first, last), by, today=work.today())
    title = _title(views, project)
    organiser = views[0].project.organiser if views and views[0].project else Texts()
    people_there = [one for source in sources for one in source.tested()]
    participants = [one for one in people_there if one.came]
    left_out = [one.left_out for one in people_there if not one.came]
    if first is not None or last is not None:
        inside = {row for figure in counted.figures if figure.code == "participations" for row in figure.rows}
        participants = [one for one in participants if inside & one.enrolments]
    learnt = list(_learning([one.row for one in participants]))
    if left_out:
        rows = tuple(sorted(each.enrolment for each in left_out))
        label = Label("counting.excluded.tests_left_out", {"count": len(rows), "rows": rows})
        learnt[0] = replace(learnt[0], exclusions=(label,))
    note = left_out_note("counting.note_left_out", left_out, names=names)
    return Report(
        title=title,
        figures=(*_doubted(work, counted.figures), *learnt),
        splits=counted.splits,
        notes=(*counted.notes, *([note] if note else [])),
        persons=tuple(row for source in sources for row in source.rows()),
        names=names,
        organiser=organiser,
        courses=tuple(view.course.code for view in views),
        first=first or min((view.course.first_day for view in views), default=None),
        last=last or max((view.course.last_day for view in views), default=None),
        made_on=work.today(),
    )


def _views(work: Workplace, project: str | None, course: str | None) -> list[CourseView]:
    if course is not None:
        return [get_course(work, course)]
    found = [each for each in list_courses(work.database) if project in (None, each.project)]
    return [get_course(work, each.key) for each in found]


def _doubted(work: Workplace, figures: Sequence[Figure]) -> list[Figure]:
    """Say beside each figure of people how many may be one, by joining one pair after the other."""
    told = []
    for figure in figures:
        groups = [{key} for key in figure.rows]
        pairs = [pair for pair in candidates(work) if {pair.a, pair.b} <= set(figure.rows)]
        for pair in pairs:
            first, second = (next(each for each in groups if key in each) for key in (pair.a, pair.b))
            if first is not second:
                first |= second
                groups.remove(second)
        if figure.code in ("unique_persons", "women", "unique_completions") and pairs:
            fewer = len(figure.rows) - len(groups)
            label = Label("completeness.fewer", {"count": len(pairs), "fewer": fewer})
            figure = replace(figure, beside=(label,))
        told.append(figure)
    return told


def _title(views: Sequence[CourseView], project: str | None) -> Texts:
    if len(views) == 1:
        return views[0].course.title
    if project is not None and views and views[0].project:
        return views[0].project.title
    return Texts(tg="Ҳамаи курсҳо", ru="Все курсы", en="All courses")


def _learning(rows: Sequence[ScoreRow]) -> tuple[Figure, ...]:
    """Return what the tests say, matched pairs only, each figure with the pairs behind it."""
    pre, post = _percents(rows, "pre"), _percents(rows, "post")
    paired = {key: (pre[key], post[key]) for key in sorted(pre.keys() & post.keys())}
    percent, points, gain = Unit.PERCENT, Unit.POINTS, Unit.GAIN
    change = {key: after - before for key, (before, after) in paired.items()}
    gained = {
        key: None if before >= 10_000 else Fraction(10_000) * change[key] / (10_000 - before)
        for key, (before, _) in paired.items()
    }
    behind: dict[str, tuple[Unit, dict[str, Percent | None]]] = {
        "tests_only_pre": (percent, {key: pre[key] for key in sorted(pre) if key not in post}),
        "tests_only_post": (percent, {key: post[key] for key in sorted(post) if key not in pre}),
        "pre_mean": (percent, {key: before for key, (before, _) in paired.items()}),
        "post_mean": (percent, {key: after for key, (_, after) in paired.items()}),
        "hake_g": (gain, gained),
        "mean_individual_g": (gain, gained),
        "losses": (points, {key: less for key, less in change.items() if less < 0}),
    }
    found = []
    for figure in learning_figures(compare_tests(pre, post)):
        each, given = behind.get(figure.code, (points, change))
        found.append(replace(figure, rows=tuple(given), amounts=tuple(given.values()), each=each))
    return tuple(found)


def _percents(rows: Sequence[ScoreRow], name: str) -> dict[str, Percent]:
    """Return the scores of one test, not rounded; a paper out of nothing says nothing."""
    scores = {row.enrolment: row.pre if name == "pre" else row.post for row in rows}
    found = {key: exact_percent(score.points, score.out_of) for key, score in scores.items() if score}
    return {key: percent for key, percent in found.items() if percent is not None}


class _Tested(NamedTuple):
    """One person with tests in one course, under all enrolments; `row` has the first of each occasion."""

    enrolments: frozenset[str]
    came: bool
    row: ScoreRow
    left_out: NeverCame


class _Source:
    """Everything that one course gives to a report."""

    def __init__(self, work: Workplace, view: CourseView) -> None:
        self._view = view
        self._grid: AttendanceGrid = grid(work, view.course.key)
        self._board: dict[str, BoardRow] = {
            row.enrolment: row for row in eligibility.board(work, view.course.key, table=self._grid)
        }
        self._people = people.people_by_key(work.database)
        self._enrolments: dict[str, StoredEnrolment] = {
            item.enrolment.key: item for item in courses.list_enrolments(work.database, view.course.key)
        }
        self._evaluation = scores.evaluation(work, view.course.key)
        registered_here = registered.list_certificates(work.database, view.course.key)
        self._certificates: dict[str, list[CertificateLine]] = {}
        for found in registered_here:
            days, new = [found.issued_on], found.key
            while old := next((each for each in registered_here if each.replaced_by == new), None):
                days.append(old.issued_on)
                new = old.key
            line = CertificateLine(found.key, found.kind, found.state, min(days))
            self._certificates.setdefault(found.enrolment, []).append(line)
        self._rows = sorted(
            self._with_leads([*self._grid.rows, *self._gone()]),
            key=lambda row: (row.number, row.enrolment),
        )
        self._serials = {
            found.enrolment: found.serial
            for found in registered_here
            if found.state is CertificateState.ISSUED
        }

    def _gone(self) -> list[GridRow]:
        """Return who left the list without a mark, but with a certificate: no grid shows them.

        So it is of who would lead a person's rows, all of which are gone.
        """
        shown = {row.enrolment for row in self._grid.rows}
        told = shown | self._certificates.keys()
        leads = {min(keys, key=self._turn) for keys in self._keys().values() if told & set(keys)}
        return [
            GridRow(
                enrolment=key,
                person=item.enrolment.person,
                number=item.enrolment.number,
                name="",
                full_name=self._person(item.enrolment.person).name,
                rank="",
                unit="",
                from_day=1,
                walk_in=False,
                cells=(None,) * len(self._grid.sessions),
                share=share_of_held(held_minutes(self._grid.sessions), (None,) * len(self._grid.sessions)),
                gone=True,
            )
            for key, item in self._enrolments.items()
            if (key in self._certificates or key in leads) and key not in shown
        ]

    def _keys(self) -> dict[str, list[str]]:
        """Return the enrolments of each person."""
        found: dict[str, list[str]] = {}
        for key, item in self._enrolments.items():
            found.setdefault(self._person(item.enrolment.person).key, []).append(key)
        return found

    def _turn(self, key: str) -> tuple[bool, int, str]:
        own = self._enrolments[key].enrolment
        return own.gone, own.number, key

    def _with_leads(self, rows: list[GridRow]) -> list[GridRow]:
        """Let one row of each person hold what the grid counts, also where no grid shows that row."""
        found = {row.enrolment: row for row in rows}
        for keys in self._keys().values():
            theirs = sorted(found.keys() & set(keys), key=self._turn)
            if len(theirs) > 1:
                counted = min(
                    (found[key] for key in theirs),
                    key=lambda row: (row.same_as > 0, row not in self._grid.rows),
                )
                first, *others = theirs
                number = found[first].number
                found[first] = replace(found[first], cells=counted.cells, share=counted.share, same_as=0)
                bare = (None,) * len(counted.cells)
                found |= {key: replace(found[key], cells=bare, share=None, same_as=number) for key in others}
        return list(found.values())

    def _tests(self, row: GridRow, occasion: Occasion) -> TestScore | None:
        """Return a test: the row's own, or where it leads a joined person's others the first of theirs."""
        person = self._person(row.person)
        theirs = [each for each in self._rows if each.same_as and self._person(each.person) is person]
        others = [] if row.same_as else theirs
        turn = sorted(others, key=lambda each: self._turn(each.enrolment))
        scores = {each.enrolment: each for each in self._evaluation.rows}
        for each in (row, *turn):
            if (score := scores.get(each.enrolment)) is not None:
                found = score.pre if occasion is Occasion.PRE else score.post
                if found is not None:
                    return found
        return None

    def _result(self, row: GridRow) -> CertificateKind:
        if row.enrolment in self._board:
            return self._board[row.enrolment].result
        item = self._enrolments[row.enrolment]
        override = read_override(item.override, item.override_reason)
        return override.kind if override and override.reason else CertificateKind.NONE

    @property
    def taught(self) -> CountedCourse:
        """The course as reports split it."""
        course, project = self._view.course, self._view.project
        return CountedCourse(
            key=course.key,
            code=course.code,
            last_day=course.last_day,
            project=project.code if project else "",
            donor=project.donor if project else "",
            town=course.town,
            district=course.district,
            state=course.state,
        )

    def sessions(self) -> list[CountedSession]:
        """Return the sessions with who taught them: those named, else all teachers of the course."""
        looking_on = {each.person for each in self._view.teachers if each.role is TeachingRole.OBSERVER}
        everybody = tuple(teacher.person for teacher in self._view.teachers)
        return [
            CountedSession(
                session.key,
                session.course,
                session.day,
                tuple(
                    dict.fromkeys(
                        self._root(one) for one in session.trainers or everybody if one not in looking_on
                    )
                ),
                session.state,
            )
            for session in self._view.sessions
        ]

    def trainer_names(self) -> dict[str, str]:
        """Return the names of all who taught, each person's one."""
        found = {key for session in self.sessions() for key in session.trainers}
        return {key: self._people[key].name for key in found & self._people.keys()}

    def _root(self, key: str) -> str:
        return root_of(self._people, key)

    def participations(self) -> list[Participation]:
        """Return every row of the grid as it is counted."""
        rows = []
        for row in self._rows:
            item, person = self._enrolments[row.enrolment], self._person(row.person)
            rows.append(
                Participation(
                    enrolment=row.enrolment,
                    person=person.key,
                    course=self._view.course.key,
                    sex=person.sex,
                    rank=person.rank,
                    unit=person.unit,
                    duty_district=person.duty_district,
                    rank_now=person.rank,
                    unit_now=person.unit,
                    duty_district_now=person.duty_district,
                    age=age_group(person.birth_year, self._view.course.first_day),
                    state=item.enrolment.state,
                    days=() if row.same_as else self._days(row),
                    sessions=() if row.same_as else self._by_session(row),
                    completed=not row.same_as and self._result(row) is CertificateKind.COMPLETION,
                    certificates=tuple(self._certificates.get(row.enrolment, ())),
                )
            )
        return rows

    def rows(self) -> list[ReportRow]:
        """Return the list of participations for the report's last pages."""
        rows = []
        for row in self._rows:
            person = self._person(row.person)
            pre, post = self._tests(row, Occasion.PRE), self._tests(row, Occasion.POST)
            rows.append(
                ReportRow(
                    key=row.enrolment,
                    name=row.full_name,
                    sex=person.sex,
                    rank=person.rank,
                    unit=person.unit,
                    course=self._view.course.code,
                    minutes=sum(day.attended for day in self._days(row)),
                    share=row.share,
                    pre=pre.percent if pre else None,
                    post=post.percent if post else None,
                    result=CertificateKind.NONE if row.same_as else self._result(row),
                    serial=self._serials.get(row.enrolment, ""),
                )
            )
        return rows

    def tested(self) -> list[_Tested]:
        """Return everybody with a test, each person once: who is on the list first, then by number on it."""
        came = {
            row.enrolment
            for row in self._grid.rows
            for session, cell in zip(self._grid.sessions, row.cells, strict=True)
            if session.state is SessionState.HELD and cell is not None
            if cell.mark in (Mark.PRESENT, Mark.LATE)
        }
        scores = {row.enrolment: row for row in self._evaluation.rows}
        found = []
        for keys in self._keys().values():
            keys.sort(key=self._turn)
            rows = [scores[key] for key in keys if key in scores]
            pre = next((row.pre for row in rows if row.pre), None)
            post = next((row.post for row in rows if row.post), None)
            if pre or post:
                own = self._enrolments[keys[0]].enrolment
                name = head_of(self._people, own.person).short_name
                found.append(
                    _Tested(
                        frozenset(keys),
                        any(key in came for key in keys),
                        ScoreRow(keys[0], own.number, name, pre, post),
                        NeverCame(keys[0], self._view.course.code, own.number, name),
                    )
                )
        return found

    def _person(self, key: str) -> Person:
        """Return the record that stands for a person."""
        return self._people[self._people[key].shown_as or key]

    def _by_session(self, row: GridRow) -> tuple[SessionMinutes, ...]:
        return tuple(
            SessionMinutes(
                session.key,
                session.day,
                attended_minutes(session.minutes, cell),
                session.minutes,
                cell is not None and cell.mark in (Mark.PRESENT, Mark.LATE),
                cell is not None and cell.mark is None,
            )
            for session, cell in zip(self._grid.sessions, row.cells, strict=True)
            if session.state is SessionState.HELD
        )

    def _days(self, row: GridRow) -> tuple[DayMinutes, ...]:
        days: dict[date, list[int]] = {}
        columns = list(zip(self._grid.sessions, row.cells, strict=True))
        awaited = (cell for session, cell in columns if session.state is SessionState.HELD)
        if not row.gone and all(cell is None for cell in awaited):
            return ()  # All their sessions are still ahead.
        for session, cell in columns:
            if session.state is not SessionState.HELD:
                continue
            sums = days.setdefault(session.day, [0, 0, 0, 0])
            sums[0] += attended_minutes(session.minutes, cell)
            sums[1] += session.minutes
            sums[2] += cell is not None and cell.mark in (Mark.PRESENT, Mark.LATE)
            sums[3] += cell is not None and cell.mark is None
        return tuple(DayMinutes(day, *sums) for day, sums in sorted(days.items()))
