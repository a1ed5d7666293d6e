"""What others' standards call our figures: HXL tags of the tidy table, results and indicators of IATI.

HXL 1.1 (https://hxlstandard.org): one row of tags under the heads says what each column holds. IATI 2.03
(https://iatistandard.org): an activity is a project; a result has indicators, each with what was reached in a
period, whole and by sex.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.report_json import SHOWN_UNITS, number_of
from trainer_app.domain.office.reports import Figure, Report, Split, Unit

HXL_COLUMNS: tuple[tuple[str, str], ...] = (
    ("organisation", "#org+name"),
    ("scope", "#activity+code"),
    ("first day", "#date+start"),
    ("last day", "#date+end"),
    ("split", "#group+dimension"),
    ("part", "#group+code"),
    ("part in words", "#group+name"),
    ("place", "#loc+name"),
    ("code", "#indicator+code"),
    ("figure", "#indicator+name"),
    ("value", "#indicator+value+num"),
    ("unit", "#indicator+unit"),
    ("left out", "#meta+notes"),
)
"""Heads and tags of the tidy table."""
PLACES = (SplitBy.TOWN, SplitBy.DISTRICT, SplitBy.DUTY_DISTRICT, SplitBy.DUTY_DISTRICT_NOW)
"""Splits whose parts are places."""


class TidyLine(Struct, frozen=True):
    """One figure: of everything, with no `split`, or of the line `part` of one."""

    figure: Figure
    value: int | float | None
    unit: str
    split: Split | None = None
    part: str = ""


def tidy_lines(report: Report) -> Iterator[TidyLine]:
    """Yield every figure of a report, those of its splits too, one a line."""
    for figure in report.figures:
        yield TidyLine(figure, number_of(figure), SHOWN_UNITS[figure.unit])
    for split in report.splits:
        for line in split.lines:
            for figure in line.figures:
                yield TidyLine(figure, number_of(figure), SHOWN_UNITS[figure.unit], split, line.name)


class OrganisationType(StrEnum):
    """What sort of organisation reports: the code list of IATI, as far as it fits who has this program."""

    GOVERNMENT = "10"
    OTHER_PUBLIC = "15"
    INTERNATIONAL_NGO = "21"
    NATIONAL_NGO = "22"
    MULTILATERAL = "40"
    FOUNDATION = "60"
    ACADEMIC = "80"


IATI_REF = Setting("iati_ref", "", str)
"""The identifier of this office's organisation that was last typed."""
IATI_TYPE = Setting("iati_type", OrganisationType.NATIONAL_NGO.value, str)
_REF = regex(r"[A-Z]{2,3}-[^\s/&|?]{2,80}")
COUNTRIES = {"Asia/Dushanbe": "TJ"}
"""The country of a course by its zone, where that is known."""


def read_ref(text: str) -> str:
    """Return an organisation's identifier as typed, tidied: "XM-DAC-41114". Raises iati.bad_ref."""
    tidy = text.strip()
    if not _REF.fullmatch(tidy):
        raise TrainerError("iati.bad_ref", text=tidy)
    return tidy


class ResultType(StrEnum):
    """Types of results by their codes."""

    OUTPUT = "1"
    OUTCOME = "2"


MEASURES = {Unit.PERCENT: "2"}
"""How an indicator is measured; "1", in units, for all others."""

RESULTS: tuple[tuple[ResultType, tuple[str, ...]], ...] = (
    (
        ResultType.OUTPUT,
        (
            "courses",
            "sessions_held",
            "participations",
            "unique_persons",
            "completions",
            "certificates",
            "person_hours",
            "person_days",
        ),
    ),
    (ResultType.OUTCOME, ("tests_matched", "post_mean")),
)
"""Figures of each result, in their order."""
BASELINES = {"post_mean": "pre_mean"}
"""Figures that say from where another one started."""


class Reporter(Struct, frozen=True):
    """Who reports: identifier, type and name of the organisation, and when, as a moment in ISO."""

    ref: str
    type: OrganisationType
    name: Texts
    at: str


class ResultIndicator(Struct, frozen=True):
    """One figure with its value, its parts by sex, and where it started."""

    code: str
    value: int | float
    measure: str
    by_sex: tuple[tuple[str, int | float], ...] = ()
    start: int | float | None = None


class Activity(Struct, frozen=True):
    """A project with what it reached. `first` and `last` bound the days counted; blank days are not known.

    `began` and `ended` are the days of its first and last course.
    """

    code: str
    title: Texts
    about: str
    donor: str
    organiser: Texts
    partner: Texts
    first: date
    last: date
    began: date
    ended: date
    closed: bool
    planned_first: date | None = None
    planned_last: date | None = None
    country: str = ""
    results: tuple[tuple[ResultType, tuple[ResultIndicator, ...]], ...] = ()


def indicators(report: Report) -> tuple[tuple[ResultType, tuple[ResultIndicator, ...]], ...]:
    """Return the results of a report that is split by sex; what cannot be said of it is not there."""
    found = (
        (kind, tuple(each for code in codes if (each := _indicator(report, code)) is not None))
        for kind, codes in RESULTS
    )
    return tuple((kind, listed) for kind, listed in found if listed)


def _indicator(report: Report, code: str) -> ResultIndicator | None:
    figure = report.figure(code)
    value = number_of(figure) if figure else None
    if figure is None or value is None:
        return None
    start = report.figure(BASELINES.get(code, ""))
    return ResultIndicator(
        code,
        value,
        MEASURES.get(figure.unit, "1"),
        tuple(_by_sex(report, code)),
        number_of(start) if start else None,
    )


def _by_sex(report: Report, code: str) -> Iterator[tuple[str, int | float]]:
    for split in report.splits:
        for line in split.lines if split.by == SplitBy.SEX else ():
            value = next((number_of(each) for each in line.figures if each.code == code), None)
            if value is not None:
                yield line.name, value
