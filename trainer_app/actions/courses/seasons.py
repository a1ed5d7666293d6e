"""A season from one table: many courses at once, each with its days, trainers, forms and list of people.

preview = check(work, path)          # reads the table and every list it names; writes nothing
result = apply(work, preview)        # one transaction, one undo step; a second time all of it is there

Lists lie in sheets of the same workbook, in files beside it, or (`check_lists`) in a workbook or folder whose
sheets or files are called by the codes of courses that are there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import course_life, courses, projects, roster, sessions, teachers
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.courses.roster import RosterPreview
from trainer_app.documents.base.tables import Table, write_xlsx
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Problem, RawTable, row_ranges
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import FINISHED, CourseDraft, CourseView, SessionState, TeachingRole
from trainer_app.domain.courses.planning import DayPlan, goes_over_weekend, last_friday, plan_sessions
from trainer_app.domain.courses.roster_plan import RowOutcome
from trainer_app.domain.courses.season_plan import (
    KnownCourse,
    SeasonColumn,
    SeasonKnown,
    SeasonLine,
    SeasonOutcome,
    SeasonPlan,
    SeasonRow,
    SeasonUses,
    find_table,
    plan_lists,
    plan_season,
)
from trainer_app.domain.courses.season_shared import with_shared
from trainer_app.domain.people.names import clean_name
from trainer_app.domain.people.places import district_of, one_spelling
from trainer_app.intake.tables import read_every_sheet
from trainer_app.system.messages import text

LIST_ENDINGS = ("xlsx", "xls", "ods", "csv")
_USUAL = DayPlan(skip_weekends=True)
"""How the days of a course without a template look."""
_TO_WEEKEND = DayPlan(skip_weekends=True, last_weekend=True)
"""Likewise where the last day that was written is on a weekend."""
_MOST_REASONS = 8
_LOOKED_AT = {
    "planning.no_day": "season.no_day",
    "office.unknown_device": "season.device_unknown",
    "course.laptop_nameless": "season.device_nameless",
    "course.several_people": "season.several_people",
}
"""What is told of a row that is only looked at, for which nothing could have been changed."""


class SeasonPreview(Struct, frozen=True):
    """What would be done. `lists` are those found for the rows, by row number; `file` is what was read."""

    file: str
    plan: SeasonPlan
    lists: Mapping[int, RawTable] = field(default_factory=dict)


class SeasonResult(Struct, frozen=True):
    """What was done: rows = new + lists + here + refused. `people` came onto courses."""

    changes: Changes
    rows: int
    new: int
    lists: int
    here: int
    refused: int
    people: int


class _Lists:
    """Finds the lists of a table: in its own sheets and in the files of its folder; reads each file once."""

    def __init__(self, work: Workplace, path: Path, own: Sequence[RawTable], progress: Progress) -> None:
        self._work, self._path, self._progress = work, path, progress
        self._sheets = {table.sheet.strip().casefold(): table for table in own if table.sheet}
        self._files: dict[Path, tuple[RawTable, ...]] = {}

    def find(self, row: SeasonRow) -> RawTable | None:
        """Return the list of a course; None where there is none and none is named.

        Raises season.list_missing, season.list_which_sheet, table.*, strange_file.*, cancelled.
        """
        wanted = row.roster or row.code
        sheet = self._sheets.get(wanted.casefold())
        if sheet is not None:
            return sheet if sheet.rows or row.roster else None
        name, _, part = wanted.partition("#")
        found = self._file(name)
        if found is not None:
            return self._sheet_of(found, part.strip() or row.code, named=bool(part))
        if row.roster:
            raise TrainerError("season.list_missing", list=row.roster, folder=self._path.parent.name)
        return None

    def _file(self, name: str) -> Path | None:
        beside = self._path.parent / name
        tried = [beside, *(beside.with_name(f"{beside.name}.{ending}") for ending in LIST_ENDINGS)]
        return next((each for each in tried if each.is_file() and each != self._path), None)

    def _sheet_of(self, path: Path, wanted: str, *, named: bool) -> RawTable:
        if path not in self._files:
            self._files[path] = self._work.child.run(self._progress, read_every_sheet, path)
        tables = self._files[path]
        for table in tables:
            if table.sheet.strip().casefold() == wanted.casefold():
                return table
        filled = [table for table in tables if table.rows]
        if len(filled) != 1 or named:
            sheets = ", ".join(table.sheet for table in tables)
            raise TrainerError("season.list_which_sheet", list=path.name, code=wanted, sheets=sheets)
        return filled[0]


def check(work: Workplace, path: Path, *, progress: Progress = no_progress) -> SeasonPreview:
    """Read a table of courses and say what would become of each row. Nothing is written.

    Raises season.no_columns when no sheet has the heading, table.*, strange_file.*, cancelled.
    """
    progress("season.reading", 0.0)
    tables = work.child.run(part_of(progress, 0.0, 0.3), read_every_sheet, path)
    return _of_table(work, path, tables, progress)


def check_either(work: Workplace, path: Path, *, progress: Progress = no_progress) -> SeasonPreview:
    """Look at a table of courses; without its heading, at lists whose sheets or files are called by codes.

    Raises as `check` and `check_lists`.
    """
    if path.is_dir():
        return check_lists(work, path, progress=progress)
    progress("season.reading", 0.0)
    tables = work.child.run(part_of(progress, 0.0, 0.3), read_every_sheet, path)
    known = _known(work).courses
    if find_table(tables) is None and any(table.sheet.strip().casefold() in known for table in tables):
        return _of_lists(work, path, tables, progress)
    return _of_table(work, path, tables, progress)


def _of_table(work: Workplace, path: Path, tables: Sequence[RawTable], progress: Progress) -> SeasonPreview:
    table = find_table(tables)
    if table is None:
        raise TrainerError("season.no_columns")
    known = _known(work)
    plan = plan_season(table, known)
    lists = _Lists(work, path, [each for each in tables if each is not table], progress)
    return _looked_through(work, path.name, plan, known, lists, progress)


def check_lists(work: Workplace, path: Path, *, progress: Progress = no_progress) -> SeasonPreview:
    """Say what lists would bring to courses that are there: the sheets of a workbook, or files of a folder.

    Each is called by a course's code. Nothing is written. Raises season.no_lists, table.*, strange_file.*.
    """
    progress("season.reading", 0.0)
    if not path.is_dir():
        tables = work.child.run(part_of(progress, 0.0, 0.3), read_every_sheet, path)
        return _of_lists(work, path, tables, progress)
    files = sorted(each for each in path.iterdir() if each.suffix.lower().lstrip(".") in LIST_ENDINGS)
    names = [each.stem for each in files if not each.name.startswith(("~", "."))]
    return _looked_at_lists(work, path.name, names, _Lists(work, path / "-", (), progress), progress)


def _of_lists(work: Workplace, path: Path, tables: Sequence[RawTable], progress: Progress) -> SeasonPreview:
    names = [table.sheet for table in tables if table.rows]
    return _looked_at_lists(work, path.name, names, _Lists(work, path, tables, progress), progress)


def _looked_at_lists(
    work: Workplace, file: str, names: Sequence[str], lists: _Lists, progress: Progress
) -> SeasonPreview:
    if not any(names):
        raise TrainerError("season.no_lists")
    known = _known(work)
    return _looked_through(work, file, plan_lists(names, known), known, lists, progress)


def _known(work: Workplace) -> SeasonKnown:
    codes = {each.key: each.code for each in projects.list_projects(work)}
    found = {
        line.course.code.casefold(): KnownCourse(
            line.course.code,
            line.course.title,
            line.course.town,
            line.course.first_day,
            line.course.last_day,
            line.project_code,
        )
        for line in courses.list_courses(work)
    }
    return SeasonKnown(found, {code.casefold(): code for code in codes.values()}, work.clock.today(ZONE))


def _looked_through(
    work: Workplace, file: str, plan: SeasonPlan, known: SeasonKnown, lists: _Lists, progress: Progress
) -> SeasonPreview:
    """Look at what the rows name: templates, trainers, lists."""
    lines: list[SeasonLine] = []
    found: dict[int, RawTable] = {}
    for place, line in enumerate(plan.lines):
        progress("season.comparing", 0.3 + 0.7 * place / len(plan.lines))
        row = line.row
        if line.outcome is SeasonOutcome.REFUSED or row is None:
            lines.append(line)
            continue
        try:
            looked = _with_course(work, replace(line, uses=_uses(work, row)), row, known)
            table = lists.find(row) if row.asks_list else None
            if table is not None:
                looked = _with_list(work, looked, row, table)
                found[line.number] = table
            lines.append(looked)
        except TrainerError as error:
            if error.code == "cancelled":
                raise
            code, told = _LOOKED_AT.get(error.code, error.code), error.values
            lines.append(line.refused(Problem(line.number, "", row.code, code, told)))
    progress("season.comparing", 1.0)
    return SeasonPreview(file, replace(plan, lines=with_shared(lines)), found)


def _with_course(work: Workplace, line: SeasonLine, row: SeasonRow, known: SeasonKnown) -> SeasonLine:
    """Say when a course will end, and what of its template or trainers somebody should look at."""
    if line.outcome is not SeasonOutcome.NEW:
        there = known.courses[row.code.casefold()]
        first, last = there.first_day, there.last_day
        return replace(line, first_day=first, last_day=last, project=there.project)
    problems = [
        _new_trainer(work, line, who) for who in row.trainers if teachers.find_trainer(work, who) is None
    ]
    if not row.project and not row.template and len(known.projects) != 1:
        problems.append(Problem(line.number, "", "", "season.no_project"))
    missing = [code for code in LANGUAGES if not row.title[code]]
    if missing and len(missing) < len(LANGUAGES):
        names = ", ".join(LANGUAGES[code].name for code in missing)
        problems.append(Problem(line.number, "", names, "season.title_partly"))
    if not row.template:
        sole = next(iter(known.projects.values())) if len(known.projects) == 1 else ""
        begins, asked, plan = row.first_day or known.today, row.last_day or known.today, _plan_of(row)
        days = plan_sessions(begins, asked, plan)
        ends = days[-1].day
        line = replace(line, first_day=days[0].day, last_day=ends, project=row.project or sole)
        until = last_friday(asked) if plan.last_weekend else max(asked, ends)
        left_out = _over_weekend(line, begins, until, ends)
        return replace(line, sessions=len(days), per_day=plan.per_day).told(*problems, *left_out)
    view = courses.get_course(work, courses.find_course(work, row.template))
    first, last = course_life.copied_days(view, _copy(work, view, row))
    if row.last_day not in (None, last):
        told = {"first": first, "last": last, "template": view.course.code}
        problems.append(Problem(line.number, "", "", "season.days_of_template", told))
    copied = known.courses[row.template.casefold()]
    held = Counter(each.day for each in view.sessions if each.state is not SessionState.CANCELLED)
    each_day = next(iter(held.values())) if len(set(held.values())) == 1 else 0
    line = replace(line, sessions=held.total(), per_day=each_day, project=row.project or copied.project)
    return replace(line, first_day=first, last_day=last).told(
        *problems, *_over_weekend(line, first, last, last)
    )


def _uses(work: Workplace, row: SeasonRow) -> SeasonUses:
    """Return what the course of a row needs, its own words before those of the course it is copied from."""
    titles, town, venue = row.title, row.town, row.venue
    trainers = tuple(teachers.name_meant(work, who) for who in row.trainers)
    if row.template:
        view = courses.get_course(work, courses.find_course(work, row.template))
        copy, course = _copy(work, view, row), view.course
        titles, town = copy.title or course.title, copy.town or course.town
        venue = course.venue if copy.venue is None else copy.venue
        trainers = trainers or tuple(each.name for each in view.teachers)
    return SeasonUses(row.code, tuple(filter(None, titles.values())), town, venue, trainers)


def _plan_of(row: SeasonRow) -> DayPlan:
    """Return how the days of a row without a template look."""
    return _TO_WEEKEND if row.last_weekend else _USUAL


def _new_trainer(work: Workplace, line: SeasonLine, who: str) -> Problem:
    """Say that a trainer is added to People: of a laptop's code, who its owner is."""
    name = teachers.name_meant(work, who)
    code = "season.trainer_new" if name == clean_name(who) else "season.owner_new"
    return Problem(line.number, "", who, code, {"name": name})


def _over_weekend(line: SeasonLine, first: date, last: date, ends: date) -> list[Problem]:
    """Say that a weekend between the days is left out; of a first day on one it is said anyway."""
    if not goes_over_weekend(first, last):
        return []
    return [Problem(line.number, "", "", "season.over_weekend", {"last": ends})]


def _with_list(work: Workplace, line: SeasonLine, row: SeasonRow, table: RawTable) -> SeasonLine:
    """Say how many people a list would bring, and how many of its rows are refused or ask who they are."""
    key = courses.find_course(work, row.code) if line.outcome is SeasonOutcome.HERE else None
    name = table.sheet or table.file
    if key is not None and courses.get_course(work, key).course.state in FINISHED:
        return line.told(Problem(line.number, "", name, "season.list_of_closed"))
    preview = roster.plan(work, table, key)
    settled = preview.settle()
    if not settled.people:
        raise TrainerError("season.list_nobody", list=name, rows=preview.plan.rows)
    coming = sum(person.key not in preview.enrolled for person in settled.people)
    refused, asked = settled.count(RowOutcome.REFUSED), len(preview.questions())
    problems = []
    if refused:
        values = {"count": refused, "list": name, "why": _reasons(preview)}
        problems.append(Problem(line.number, "", name, "season.list_refused", values))
    if asked and coming:
        values = {"count": asked, "list": name}
        problems.append(Problem(line.number, "", name, "season.list_asks", values))
    there = line.outcome is SeasonOutcome.HERE
    outcome = SeasonOutcome.LIST if there and coming else line.outcome
    names = tuple(person.row.name for person in settled.people)
    uses = replace(line.uses, people=names)
    return replace(line, outcome=outcome, people=coming, list_name=name, uses=uses).told(*problems)


def _reasons(preview: RosterPreview) -> list[Label | str]:
    """Return the rows that a list would lose, the first ones with the words for which they are left out."""
    outcomes = preview.settle().outcomes
    words = {each.row: each.value for each in reversed(preview.plan.problems)}
    lost = [number for number, each in outcomes.items() if each is RowOutcome.REFUSED]
    told = [
        Label("season.list_row", {"row": at, "words": words[at]}) if words.get(at) else str(at)
        for at in lost[:_MOST_REASONS]
    ]
    return [*told, row_ranges(lost[_MOST_REASONS:])] if lost[_MOST_REASONS:] else told


def _copy(work: Workplace, view: CourseView, row: SeasonRow) -> CourseCopy:
    """Return how a row copies its template. Another town has its own district, and not its hall."""
    elsewhere = bool(row.town) and one_spelling(row.town) != one_spelling(view.course.town)
    blank = "" if elsewhere else None
    return CourseCopy(
        row.code,
        row.first_day or view.course.first_day,
        skip_weekends=True,
        title=row.title if any(row.title.values()) else None,
        town=row.town or None,
        district=row.district or (district_of(row.town) if elsewhere else None),
        venue=row.venue or blank,
        project=projects.find_project(work, row.project).key if row.project else None,
        trainers=not row.trainers,
        capacity=row.capacity,
        lead=False,
    )


@guarded
def apply(work: Workplace, preview: SeasonPreview, *, progress: Progress = no_progress) -> SeasonResult:
    """Do what was previewed, as one step; what is there already stays as it is.

    Raises season.nothing when every row is refused, course.code_taken, cancelled; then nothing was written.
    """
    plan = preview.plan
    if plan.count(SeasonOutcome.REFUSED) == plan.rows:
        raise TrainerError("season.nothing", rows=plan.rows)
    done: list[Changes] = []
    people = 0
    with work.journal.transaction():
        for place, line in enumerate(plan.lines):
            progress("season.writing", place / plan.rows)
            row = line.row
            if row is None or line.outcome not in (SeasonOutcome.NEW, SeasonOutcome.LIST):
                continue
            new = line.outcome is SeasonOutcome.NEW
            key = _make(work, row, done) if new else courses.find_course(work, row.code)
            table = preview.lists.get(line.number)
            if table is not None:
                people += _take_list(work, key, table, done)
        made = plan.count(SeasonOutcome.NEW)
        code = "season.step.apply" if made else "season.step.lists"
        changes = work.journal.join(Label(code, {"count": made or people}), done)
    progress("season.writing", 1.0)
    counts = {outcome: plan.count(outcome) for outcome in SeasonOutcome}
    return SeasonResult(
        changes,
        plan.rows,
        counts[SeasonOutcome.NEW],
        counts[SeasonOutcome.LIST],
        counts[SeasonOutcome.HERE],
        counts[SeasonOutcome.REFUSED],
        people,
    )


def _make(work: Workplace, row: SeasonRow, done: list[Changes]) -> str:
    """Make a course with its trainers; return its key."""
    if row.template:
        view = courses.get_course(work, courses.find_course(work, row.template))
        made = course_life.copy_course(work, view.course.key, _copy(work, view, row))
    else:
        made = sessions.create_course_with_sessions(work, _draft(work, row), _plan_of(row))
    done.append(made)
    key = made.key or ""
    for place, who in enumerate(row.trainers):
        role = TeachingRole.TRAINER if place else TeachingRole.LEAD_TRAINER
        done.append(teachers.add_teacher(work, key, who, role))
    return key


def _draft(work: Workplace, row: SeasonRow) -> CourseDraft:
    known = projects.list_projects(work)
    first = row.first_day or work.clock.today(ZONE)
    days = plan_sessions(first, row.last_day or first, _plan_of(row))
    only = known[0].key if len(known) == 1 else None
    return CourseDraft(
        row.code,
        row.title,
        days[0].day,
        days[-1].day,
        project=projects.find_project(work, row.project).key if row.project else only,
        town=row.town,
        district=row.district or district_of(row.town),
        venue=row.venue,
        languages=tuple(code for code in LANGUAGES if row.title[code]),
        capacity=row.capacity,
    )


def _take_list(work: Workplace, course: str, table: RawTable, done: list[Changes]) -> int:
    """Take a list in; return how many people came onto the course."""
    preview = roster.plan(work, table, course)
    if not preview.settle().people:
        return 0
    result = roster.apply(work, preview)
    done.append(result.changes)
    return result.added


_COLUMNS = (
    (SeasonColumn.CODE, 12),
    *((f"title_{code}", 34) for code in LANGUAGES),
    (SeasonColumn.TOWN, 18),
    (SeasonColumn.DISTRICT, 18),
    (SeasonColumn.VENUE, 26),
    (SeasonColumn.FIRST_DAY, 14),
    (SeasonColumn.DAYS, 8),
    (SeasonColumn.CAPACITY, 8),
    (SeasonColumn.TEMPLATE, 12),
    (SeasonColumn.PROJECT, 12),
    (SeasonColumn.TRAINERS, 34),
    (SeasonColumn.ROSTER, 24),
)


def template(work: Workplace, language: str) -> bytes:
    """Return a workbook to fill in: the newest courses as rows to write over, and what each column holds."""
    heads = tuple(text(f"season.heading.{column}", language) for column, _ in _COLUMNS)
    widths = tuple(width for _, width in _COLUMNS)
    named = text("season.template", language)
    pairs = zip(heads, _COLUMNS, strict=True)
    about = [(head, text(f"season.about.{column}", language)) for head, (column, _) in pairs]
    about_heads = (text("season.about.column", language), text("season.about.holds", language))
    rows = list(_examples(work, language))
    tables = [
        Table(named, heads, rows, widths),
        Table(text("season.about.sheet", language), about_heads, about, (26, 110)),
    ]
    return write_xlsx(tables, named)


def _examples(work: Workplace, language: str) -> Iterable[Sequence[str]]:
    """Return the newest course as a row that would copy it, or one made up where there is none."""
    lines = courses.list_courses(work, archived=False)
    today = work.clock.today(ZONE).strftime("%d.%m.%Y")
    if not lines:
        titles = Texts.made(lambda code: text("season.example.title", code))
        town = text("season.example.town", language)
        yield ("KHJ-1", *titles.values(), town, "", "", today, "3", "", "", "", "", "")
        return
    line = max(lines, key=lambda each: each.course.first_day)
    course = line.course
    code = courses.propose_code(work, course.first_day, course.code)
    titles = course.title
    yield (code, *titles.values(), course.town, "", "", today, "", "", course.code, line.project_code, "", "")


def save_template(work: Workplace, language: str, path: Path) -> Path:
    """Write the workbook to a file. Raises season.not_saved."""
    data = template(work, language)
    try:
        path.write_bytes(data)
    except OSError as problem:
        raise TrainerError("season.not_saved", file=path.name) from problem
    return path
