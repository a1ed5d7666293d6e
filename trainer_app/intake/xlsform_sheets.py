"""Columns of XLSForm sheets (what each holds, in which language), and the types of its rows."""

import re
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.numbers import RawRow, RawTable
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import LANGUAGES, Texts

OWN = "trainer_"
"""How columns of our own begin; other programs pass them over."""

_ALIASES = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list name": "list_name",
    "relevance": "relevant",
    "calculate": "calculation",
    "readonly": "read_only",
    "title": "form_title",
    "set form title": "form_title",
    "set_form_title": "form_title",
}
_TRANSLATED = ("label", "hint", f"{OWN}explanation", f"{OWN}title", f"{OWN}intro")
_LANGUAGES = {
    name.lower(): code
    for code, each in LANGUAGES.items()
    for name in (code, each.name, each.english, *each.also.split())
}
_CODE = regex(r"\(\s*([a-z]{2,3})(?:[-_][a-z]+)?\s*\)\s*$")


class FormColumn(Struct, frozen=True):
    """One column: what it holds, in which language ("" for none said, None for one not of this program)."""

    place: int
    name: str
    language: str | None
    heading: str


def find_language(text: str) -> str | None:
    """Return the language that a heading names: "Русский (ru)", "tg", "English"; None for another one."""
    lowered = text.strip().lower()
    coded = _CODE.search(lowered)
    return _LANGUAGES.get(coded[1] if coded else lowered)


def read_columns(heading: RawRow) -> list[FormColumn]:
    """Return what the columns of a sheet hold, by the cells of its first row."""
    columns = []
    for index, cell in enumerate(heading.cells):
        text = " ".join(cell.split())
        if not text:
            continue
        parts = [part.strip() for part in re.split(r"::|:(?!\w+Msg)", text)]
        name = _ALIASES.get(parts[0].lower(), parts[0].lower())
        if name in _TRANSLATED:
            columns.append(FormColumn(index, name, find_language(parts[-1]) if len(parts) > 1 else "", text))
            continue
        if name in ("bind", "body", "control") and len(parts) > 1:
            name = _ALIASES.get(parts[1].lower(), parts[1].lower())
        elif name == "media" or name in ("image", "audio", "video", "big-image"):
            name = "media"
        columns.append(FormColumn(index, name, "", text))
    return columns


class SheetReader:
    """Reads the rows of a sheet by the names of its columns. `language` is that of texts that name none."""

    def __init__(self, table: RawTable | None, language: str = "") -> None:
        self.sheet = table.sheet if table else ""
        self.rows = table.rows[1:] if table else ()
        self.columns = read_columns(table.rows[0]) if table and table.rows else []
        self.language = language

    def cell(self, row: RawRow, name: str) -> str:
        """Return what stands in the first column of a name that is filled."""
        for column in self.columns:
            if column.name == name and (text := row.cells[column.place].strip()):
                return text
        return ""

    def heading(self, name: str) -> str:
        """Return the heading of a column."""
        return next((column.heading for column in self.columns if column.name == name), name)

    def texts(self, row: RawRow, name: str) -> dict[str, str]:
        """Return a text by language; a column that names its language goes before one that does not."""
        found: dict[str, str] = {}
        for named in (True, False):
            for column in self.columns:
                if column.name != name or column.language is None or bool(column.language) is not named:
                    continue
                text = row.cells[column.place].strip()
                if text:
                    found.setdefault(column.language or self.language, text)
        return found

    def unsaid(self, name: str) -> list[str]:
        """Return all texts of a column that names no language."""
        places = [column.place for column in self.columns if column.name == name and column.language == ""]
        return [row.cells[place] for row in self.rows for place in places if row.cells[place].strip()]


def as_texts(found: dict[str, str]) -> Texts:
    """Return texts by language as one."""
    return Texts.made(lambda language: found.get(language, ""))


class RowSort(StrEnum):
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


class RowType(Struct, frozen=True):
    """A type with the list of its choices."""

    sort: RowSort
    choices: str = ""
    other: bool = False
    """The list ends with "other", to be specified."""


_SELECT = regex(
    r"(?P<one>select[_ ]one(?: from| using)?|select1|add select one prompt using|q select1)"
    r"|(?P<many>select[_ ]multiple(?: from| using)?|select all that apply(?: from)?"
    r"|add select multiple prompt using|q select)"
)
_FILE = regex(r"select[_ ](?:one|multiple)[_ ](?:from[_ ]file|external)\b|cascading[_ ]select\b")
_BEGIN = regex(r"begin[_ ](group|lgroup|repeat|loop|looped group)\b.*")
_END = regex(r"end[_ ](group|lgroup|repeat|loop|looped group)\b.*")
_PROMPT = regex(r"^(?:add (?P<prompt>.+) prompt|q (?P<q>.+)|get (?P<get>.+))$")

_PLAIN = {
    RowSort.TEXT: "text string",
    RowSort.NUMBER: "integer int decimal percentage",
    RowSort.RANGE: "range",
    RowSort.NOTE: "note",
    RowSort.FOREIGN: (
        "geopoint location gps geotrace geoshape image photo picture audio video file barcode date time"
        " datetime date_time acknowledge trigger rank osm number_of_days_in_last_month"
        " number_of_days_in_last_six_months number_of_days_in_last_year"
    ),
    RowSort.SILENT: (
        "start end today deviceid device_id imei subscriberid subscriber_id simserial sim_id phonenumber"
        " phone_number username email start_time end_time calculate calculation hidden audit start-geopoint"
        " background-audio background-geopoint uri:deviceid uri:subscriberid uri:simserial uri:phonenumber"
        " uri:username uri:email uuid instanceid"
    ),
    RowSort.OTHER_FILE: "include xml-external csv-external",
}
_SORTS = {name: sort for sort, names in _PLAIN.items() for name in names.split()}


def read_type(text: str) -> RowType:
    """Return what a cell of the column "type" says."""
    tidy = " ".join(text.split())
    lowered = tidy.lower()
    if _FILE.match(lowered):
        return RowType(RowSort.OTHER_FILE)
    if _BEGIN.fullmatch(lowered):
        looped = "repeat" in lowered or "loop" in lowered
        return RowType(RowSort.REPEAT if looped else RowSort.BEGIN)
    if _END.fullmatch(lowered):
        return RowType(RowSort.END)
    select = _SELECT.match(lowered)
    if select:
        return _select(tidy[select.end() :].strip(), RowSort.SINGLE if select["one"] else RowSort.MULTIPLE)
    prompt = _PROMPT.match(lowered)
    name = next(filter(None, prompt.groups()), "") if prompt else lowered
    return RowType(_SORTS.get(name.replace(" ", "_"), RowSort.UNKNOWN))


def _select(rest: str, sort: RowSort) -> RowType:
    """Read what follows "select_one": the name of a list, and "or_other"."""
    words = rest.split()
    if re.search(r"\s(?:or_other|or other|or specify other)$", rest, re.IGNORECASE):
        return RowType(sort, words[0], other=True)
    return RowType(sort, words[0] if words else "")
