"""Types of XLSForm: which become questions here, which ask for something else, which ask nothing."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a row of the survey is."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER = "number"
    TEXT = "text"
    RANGE = "range"
    NOTE = "note"
    SILENT = "silent"
    """Filled in by the telephone itself, or reckoned."""
    BEGIN = "begin"
    REPEAT = "repeat"
    END = "end"
    FOREIGN = "foreign"
    """Asks for something that this program cannot ask: a place, a picture, a date."""
    OTHER_FILE = "other_file"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class RowType:
    """A type with the list of its choices."""

    sort: Sort
    choices: str = ""
    other: bool = False
    """The list ends with "other", to be specified."""


_SELECT = re.compile(
    r"(?P<one>select[_ ]one(?: from| using)?|select1|add select one prompt using|q select1)"
    r"|(?P<many>select[_ ]multiple(?: from| using)?|select all that apply(?: from)?"
    r"|add select multiple prompt using|q select)"
)
_FILE = re.compile(r"select[_ ](?:one|multiple)[_ ](?:from[_ ]file|external)\b|cascading[_ ]select\b")
_BEGIN = re.compile(r"begin[_ ](group|lgroup|repeat|loop|looped group)\b.*")
_END = re.compile(r"end[_ ](group|lgroup|repeat|loop|looped group)\b.*")
_PROMPT = re.compile(r"^(?:add (?P<prompt>.+) prompt|q (?P<q>.+)|get (?P<get>.+))$")

_PLAIN = {
    Sort.TEXT: "text string",
    Sort.NUMBER: "integer int decimal percentage",
    Sort.RANGE: "range",
    Sort.NOTE: "note",
    Sort.FOREIGN: (
        "geopoint location gps geotrace geoshape image photo picture audio video file barcode date time"
        " datetime date_time acknowledge trigger rank osm number_of_days_in_last_month"
        " number_of_days_in_last_six_months number_of_days_in_last_year"
    ),
    Sort.SILENT: (
        "start end today deviceid device_id imei subscriberid subscriber_id simserial sim_id phonenumber"
        " phone_number username email start_time end_time calculate calculation hidden audit start-geopoint"
        " background-audio background-geopoint uri:deviceid uri:subscriberid uri:simserial uri:phonenumber"
        " uri:username uri:email uuid instanceid"
    ),
    Sort.OTHER_FILE: "include xml-external csv-external",
}
_SORTS = {name: sort for sort, names in _PLAIN.items() for name in names.split()}


def read_type(text: str) -> RowType:
    """Return what a cell of the column "type" says."""
    tidy = " ".join(text.split())
    lowered = tidy.lower()
    if _FILE.match(lowered):
        return RowType(Sort.OTHER_FILE)
    if _BEGIN.fullmatch(lowered):
        looped = "repeat" in lowered or "loop" in lowered
        return RowType(Sort.REPEAT if looped else Sort.BEGIN)
    if _END.fullmatch(lowered):
        return RowType(Sort.END)
    select = _SELECT.match(lowered)
    if select:
        return _select(tidy[select.end() :].strip(), Sort.SINGLE if select["one"] else Sort.MULTIPLE)
    prompt = _PROMPT.match(lowered)
    name = next(filter(None, prompt.groups()), "") if prompt else lowered
    return RowType(_SORTS.get(name.replace(" ", "_"), Sort.UNKNOWN))


def _select(rest: str, sort: Sort) -> RowType:
    """Read what follows "select_one": the name of a list, and "or_other"."""
    words = rest.split()
    if re.search(r"\s(?:or_other|or other|or specify other)$", rest, re.IGNORECASE):
        return RowType(sort, words[0], other=True)
    return RowType(sort, words[0] if words else "")
