"""What lies behind a figure of a report: its rows by name, what each gives to it, and where each leads."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office.evidence_pages import section
from trainer_app.actions.office.reports import note_release
from trainer_app.documents.base.tables import Table, Value, write_csv, write_xlsx
from trainer_app.documents.office.report_tables import read_value
from trainer_app.documents.office.report_words import figure_name, figure_text
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import percent_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.office.outline import Link, Outline, OutlineSection, OutlineTable, Said
from trainer_app.domain.office.report_json import SHOWN_UNITS, number_of
from trainer_app.domain.office.reports import Figure, Report, ReportRow
from trainer_app.domain.people.persons import Person, head_of
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.people import people
from trainer_app.system.files import write_checked
from trainer_app.system.messages import label_text


class DrilldownRow(Struct, frozen=True):
    """One row: a participation, a person, a certificate, a session or a course.

    `rank` is a stored rank; `detail` says what the figure looks at: the share, the serial, the time. `amount`
    is what the row gives to the figure, as a figure of one (its unit tells what it is).
    """

    key: str
    name: str
    rank: str = ""
    unit: str = ""
    course: str = ""
    detail: Label | None = None
    amount: Figure | None = None
    named: bool = True
    """It names a person."""


class RowPlace(Struct, frozen=True):
    """What a row belongs to: keys, "" for none."""

    person: str = ""
    course: str = ""
    enrolment: str = ""
    session: str = ""


class Drilldown:
    """Looks rows up by their keys; made once for a report.

    With `named` only these enrolments, people and certificates are named, as in a sample; of others the key
    is told, and what they give.
    """

    def __init__(self, work: Workplace, report: Report, named: Collection[str] | None = None) -> None:
        self._work, self._named = work, named
        self._participations = {row.key: row for row in report.persons}
        self._courses = {course.key: course for course in courses.list_courses(work.database)}

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        """Everybody: read for the first figure that counts people, and not of each report that is opened."""
        return people.people_unsorted(self._work.database)

    @cached_property
    def _issued(self) -> Mapping[str, Certificate]:
        return {found.key: found for found in certificates.list_certificates(self._work.database)}

    @property
    def in_part(self) -> bool:
        """Tell whether not everybody is named."""
        return self._named is not None

    def behind(self, figure: Figure) -> list[DrilldownRow]:
        """Return the rows of a figure, each with what it gives to it, in its unit."""
        keys = self.keys(figure)
        found = self.reader(figure)(keys)
        return [found[key] for key in keys]

    def keys(self, figure: Figure) -> list[str]:
        """Return the keys of a figure's rows in the order of their names; nothing known of it: left out."""
        places: dict[str, tuple[bool, str]] = {}
        for key in figure.rows:
            # Tens of thousands of participations are put in order before a dozen of them is looked at.
            row = (self._participations.get(key) if self._named is None else None) or self._row(key)
            if row is not None:
                # Who is not named stands at the end, by key: the order, too, would tell of the name.
                places[key] = (not row.name, f"{sort_key(row.name)}\0{row.course if row.name else key}")
        return sorted(places, key=places.__getitem__)

    def reader(self, figure: Figure) -> Callable[[Sequence[str]], Mapping[str, DrilldownRow]]:
        """Return what reads some rows of a figure by their keys; one taken away since is blank."""
        amounts = dict(zip(figure.rows, figure.amounts, strict=True)) if figure.amounts else {}

        def read(keys: Sequence[str]) -> Mapping[str, DrilldownRow]:
            found = {key: self._row(key) or DrilldownRow(key, "", named=False) for key in keys}
            if not amounts:
                return found
            return {
                key: replace(row, amount=Figure(figure.code, amounts[key], figure.each), detail=None)
                for key, row in found.items()
            }

        return read

    def place(self, key: str) -> RowPlace:
        """Return what a row belongs to, so that it can be opened."""
        issued = self._issued.get(key)
        item = courses.get_enrolment(self._work.database, issued.enrolment if issued else key)
        if item is not None:
            return RowPlace(item.enrolment.person, item.enrolment.course, item.enrolment.key)
        if key in self._people:
            return RowPlace(person=key)
        if key in self._courses:
            return RowPlace(course=key)
        session = courses.get_session(self._work.database, key)
        return RowPlace(course=session.course, session=key) if session else RowPlace()

    def _row(self, key: str) -> DrilldownRow | None:
        found = (
            self._participation(key)
            or self._person(key)
            or self._certificate(key)
            or self._course(key)
            or self._session(key)
        )
        if found is None or not found.named or self._named is None or key in self._named:
            return found
        return DrilldownRow(key, "", course=found.course, detail=found.detail, named=False)

    def _participation(self, key: str) -> DrilldownRow | None:
        row = self._participations.get(key)
        if row is None:
            return None
        return DrilldownRow(key, row.name, row.rank, row.unit, row.course, _share(row))

    def _person(self, key: str) -> DrilldownRow | None:
        if key not in self._people:
            return None
        person = head_of(self._people, key)
        return DrilldownRow(key, person.name, person.rank, person.unit)

    def _certificate(self, key: str) -> DrilldownRow | None:
        found = self._issued.get(key)
        if found is None:
            return None
        row = self._participations.get(found.enrolment)
        course = row.course if row else found.facts.course_code
        serial = Label("review.value.text", {"text": found.serial})
        rank, unit = (row.rank, row.unit) if row else ("", "")
        return DrilldownRow(key, found.facts.name, rank, unit, course, serial)

    def _course(self, key: str) -> DrilldownRow | None:
        course = self._courses.get(key)
        if course is None:
            return None
        days = {"first": course.first_day, "last": course.last_day}
        detail = Label("behind.days", days)
        return DrilldownRow(key, course.code, course=course.town, detail=detail, named=False)

    def _session(self, key: str) -> DrilldownRow | None:
        session = courses.get_session(self._work.database, key)
        if session is None:
            return None
        course = self._courses.get(session.course)
        topic = session.topic.best("")
        values = {"day": session.day, "start": _clock(session.start), "end": _clock(session.end)}
        name = f"{session.number:>2}. {topic}".rstrip(". ")
        return DrilldownRow(
            key,
            name,
            course=course.code if course else "",
            detail=Label("behind.time", values),
            named=False,
        )


def _share(row: ReportRow) -> Label | None:
    if row.share is None:
        return None
    return Label("behind.share", {"share": percent_label(row.share)})


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def rows_table(rows: Sequence[DrilldownRow], name: str, heads: Sequence[str], language: str) -> Table:
    """Return rows as a table with typed numbers: name, rank, unit, course, and what each gives or says."""

    def given(row: DrilldownRow) -> Value:
        if row.amount is not None:
            return read_value(row.amount)
        return label_text(row.detail, language) if row.detail else ""

    lines = [
        (row.name, rank_name(row.rank, language) if row.rank else "", row.unit, row.course, given(row))
        for row in rows
    ]
    return Table(name, tuple(heads), lines, (38, 22, 30, 16, 24))


def save_list(
    name: str, heads: Sequence[str], lines: Sequence[Sequence[str | int | Figure]], path: Path
) -> Path:
    """Write a list that names no participant as CSV or xlsx, as the path ends. Raises files.*.

    Beside means and shares stands of how many each is.
    """
    figures = [[each for each in column if isinstance(each, Figure)] for column in zip(*lines, strict=True)]
    counted = [any(each.n is not None for each in column) for column in figures]

    def spread(cells: Iterable[tuple[Value, Value]]) -> tuple[Value, ...]:
        pairs = zip(cells, counted, strict=True)
        return tuple(part for (given, n), with_n in pairs for part in ((given, n) if with_n else (given,)))

    def cell(given: str | int | Figure) -> tuple[Value, Value]:
        return (read_value(given), given.n) if isinstance(given, Figure) else (given, None)

    shown = [str(head) for head in spread((head, f"{head}, n") for head in heads)]
    rows = [spread(map(cell, line)) for line in lines]
    if path.suffix.lower() == ".csv":
        return write_checked(path, write_csv(shown, rows))
    widths = (38, *(24 for _ in shown[1:]))
    return write_checked(path, write_xlsx([Table(name, tuple(shown), rows, widths)], name))


def save_rows(
    work: Workplace,
    report: Report,
    table: Table,
    path: Path,
    *,
    people: int,
) -> Path:
    """Write the rows behind a figure as CSV or xlsx, as the path ends; note it where they name people.

    Raises files.*. `people` is how many of the rows name somebody.
    """
    form = path.suffix.lstrip(".").lower()
    made = write_xlsx([table], table.name) if form == "xlsx" else write_csv(table.heads, table.rows)
    if not people:
        return write_checked(path, made)
    with work.journal.transaction():
        note_release(work, "report", form, report.courses, (report.first, report.last), people)
        return write_checked(path, made)


_MOST_LISTED = 5_000
"""Rows behind figures that are shown on the page; more stand in the table of the folder alone."""
FIGURE_ROWS = ("figure", "key", "name", "course", "amount", "unit")
"""Heads of the lines that `figures_page` returns."""


def figures_page(report: Report, behind: Drilldown) -> tuple[Outline, list[Sequence[Value]]]:
    """Return the page of evidence that tells the figures, and the lines of all rows behind them."""
    parts = [(figure, behind.behind(figure)) for figure in report.figures]
    lines: list[Sequence[Value]] = []
    for figure, rows in parts:
        for row in rows:
            amount = number_of(row.amount) if row.amount else 1
            unit = SHOWN_UNITS[row.amount.unit if row.amount else figure.each]
            lines.append((figure.code, row.key, row.name, row.course, _decimal(amount), unit))
    columns = ("figure", "value", "rows", "left_out")
    table = [
        (
            _figure_name(figure),
            _figure_value(figure),
            len(rows),
            Label("review.value.list", {"parts": list(figure.remarks)}) if figure.remarks else None,
        )
        for figure, rows in parts
    ]
    words = (*report.told, Label("evidence.only_drawn")) if behind.in_part else report.told
    sections = [section("figures", columns, table, right=("value", "rows"), words=words)]
    if sum(len(rows) for _, rows in parts) <= _MOST_LISTED:
        for figure, rows in parts:
            shown_rows = [
                (
                    row.name or row.key,
                    row.course,
                    row.unit,
                    _figure_value(row.amount) if row.amount else row.detail,
                )
                for row in rows
            ]
            heads_of = ("name", "course", "unit", "amount")
            listed = section("behind", heads_of, shown_rows, right=("amount",))
            assert listed.table is not None, "a section of rows"
            named = OutlineTable(f"behind-{figure.code}", *_rest_of(listed.table))
            sections.append(OutlineSection(named.name, _figure_name(figure), listed.words, (), named))
    return Outline("figures", Label("evidence.section.figures"), report.title, tuple(sections)), lines


def _rest_of(
    table: OutlineTable,
) -> tuple[tuple[str, ...], tuple[Said, ...], tuple[tuple[Said | Link, ...], ...], tuple[int, ...]]:
    return table.columns, table.heads, table.rows, table.right


def _decimal(amount: float | None) -> Value:
    """Return a number for a table: whole ones as they are, others with their decimals."""
    return amount if amount is None or isinstance(amount, int) else f"{amount:.4f}".rstrip("0").rstrip(".")


def _figure_name(figure: Figure) -> Texts:
    return Texts.made(
        lambda language: figure_name(figure.code, language, partial(label_text, language=language))
    )


def _figure_value(figure: Figure) -> Texts:
    return Texts.made(lambda language: figure_text(figure, language))
