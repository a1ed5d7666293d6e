"""Data and figures as files for others' programs: open tables, and what humanitarian standards ask for.

Open data are CSV in blocks and one plain SQLite file, of rows that are never held together. Figures are a
tidy table with HXL tags as CSV; results of IATI are XML.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import batched
from xml.etree import ElementTree

from trainer_app.documents.base.tables import neutral, write_csv
from trainer_app.documents.office.report_words import Say, figure_name, line_name, split_name
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import is_cyrillic
from trainer_app.domain.base.texts import LANGUAGES, Texts, capital, word
from trainer_app.domain.office.humanitarian import (
    HXL_COLUMNS,
    PLACES,
    Activity,
    Reporter,
    ResultIndicator,
    ResultType,
    TidyLine,
    tidy_lines,
)
from trainer_app.domain.office.open_data import OpenField, OpenType, Row, Value, converted, converters
from trainer_app.domain.office.reports import Report

_AT_ONCE = 2_000
"""Rows that are held together."""


def csv_blocks(fields: Sequence[OpenField], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield a table as CSV in UTF-8 without a mark: commas, CRLF, "true" and "false", a point in numbers.

    What people typed is written so that no spreadsheet takes it for a formula; see `base.tables`.
    """
    yield _lines([[field.name for field in fields]])
    read = converters(fields, _csv_cell)
    for some in batched(rows, _AT_ONCE):
        yield _lines(some if not read else (converted(row, read) for row in some))


def _lines(rows: Iterable[Row]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()


def _csv_cell(field: OpenField) -> Callable[[Value], Value] | None:
    if field.type is OpenType.FLAG:
        return lambda value: "true" if value else "false"
    return (lambda value: neutral(value) if isinstance(value, str) else value) if field.typed else None


_NO_XML = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML document may hold."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_VERSION = "2.03"

type _HxlCell = str | int | Fraction | None


def hxl_csv(report: Report, publisher: str, scope: str, language: str, speak: Say) -> bytes:
    """Return a report's figures, one a row, as CSV in UTF-8 with its mark; the second row holds the tags.

    `publisher` is the office's name, `scope` the code of the project or course, "" for all courses.
    """
    days = tuple(day.isoformat() if day else "" for day in (report.first, report.last))
    rows: list[Sequence[_HxlCell]] = [[tag for _, tag in HXL_COLUMNS]]
    rows += [(publisher, scope, *days, *_hxl_cells(line, language, speak)) for line in tidy_lines(report)]
    return write_csv([head for head, _ in HXL_COLUMNS], rows)


def _hxl_cells(line: TidyLine, language: str, speak: Say) -> tuple[_HxlCell, ...]:
    split, figure = line.split, line.figure
    words = line_name(split, line.part, language, speak) if split else ""
    place = words if split and line.part and split.by in PLACES else ""
    value = Fraction(str(line.value)) if isinstance(line.value, float) else line.value
    return (
        split_name(split, language, speak) if split else "",
        line.part,
        words,
        place,
        figure.code,
        figure_name(figure.code, language, speak),
        value,
        line.unit,
        "; ".join(map(speak, figure.remarks)),
    )


def iati_xml(reporter: Reporter, activities: Sequence[Activity]) -> bytes:
    """Return the activities with their results as an IATI file, version 2.03."""
    root = ElementTree.Element("iati-activities", {"version": _VERSION, "generated-datetime": reporter.at})
    for activity in activities:
        root.append(_activity(reporter, activity))
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _activity(reporter: Reporter, found: Activity) -> ElementTree.Element:
    """Return one activity; the elements stand in the order that the schema asks for."""
    element = ElementTree.Element("iati-activity", {_LANG: "en", "last-updated-datetime": reporter.at})
    ElementTree.SubElement(element, "iati-identifier").text = _text(
        f"{reporter.ref}-{found.code}".replace(" ", "_")
    )
    _named(element, "reporting-org", reporter.name, ref=reporter.ref, type=reporter.type.value)
    _named(element, "title", found.title, or_else=found.code)
    about = _typed(found.about) if found.about else found.title
    _named(element, "description", about, or_else=found.code, type="1")
    if found.donor:
        _named(element, "participating-org", _typed(found.donor), role="1")
    if found.partner.best(""):
        _named(element, "participating-org", found.partner, role="4")
    _named(element, "participating-org", found.organiser, or_else=reporter.name.best("en"), role="4")
    ElementTree.SubElement(element, "activity-status", code="4" if found.closed else "2")
    days = (("1", found.planned_first), ("2", found.began), ("3", found.planned_last))
    actual = (("4", found.ended),) if found.closed else ()
    for kind, day in (*days, *actual):
        if day is not None:
            ElementTree.SubElement(element, "activity-date", {"iso-date": day.isoformat(), "type": kind})
    if found.country:
        ElementTree.SubElement(element, "recipient-country", code=found.country)
    for result, listed in found.results:
        _result(element, found, result, listed)
    return element


def _result(
    parent: ElementTree.Element, found: Activity, result: ResultType, listed: Sequence[ResultIndicator]
) -> None:
    element = ElementTree.SubElement(parent, "result", {"type": result.value, "aggregation-status": "false"})
    _named(element, "title", _worded(f"iati.result.{result.name.lower()}"))
    for each in listed:
        indicator = ElementTree.SubElement(element, "indicator", measure=each.measure)
        _named(indicator, "title", _worded(f"counting.{each.code}"))
        first, last = found.first.isoformat(), found.last.isoformat()
        if each.start is not None:
            start = {"year": str(found.first.year), "iso-date": first, "value": _number(each.start)}
            ElementTree.SubElement(indicator, "baseline", start)
        period = ElementTree.SubElement(indicator, "period")
        ElementTree.SubElement(period, "period-start", {"iso-date": first})
        ElementTree.SubElement(period, "period-end", {"iso-date": last})
        ElementTree.SubElement(period, "actual", value=_number(each.value))
        for sex, value in each.by_sex:
            actual = ElementTree.SubElement(period, "actual", value=_number(value))
            ElementTree.SubElement(actual, "dimension", name="sex", value=sex)


def _named(parent: ElementTree.Element, tag: str, texts: Texts, or_else: str = "", **attributes: str) -> None:
    """Add an element with a narrative in each language that says something; there is one at least."""
    element = ElementTree.SubElement(parent, tag, attributes)
    said = [(language, texts[language]) for language in LANGUAGES if texts[language].strip()]
    for language, text in said or [("en", or_else)]:
        ElementTree.SubElement(element, "narrative", {_LANG: language}).text = _text(text)


def _typed(text: str) -> Texts:
    """Return a text of which nobody said the language, under the one that its letters speak for."""
    return Texts(**{"ru" if is_cyrillic(text) else "en": text})


def _worded(code: str) -> Texts:
    return Texts(**{language: capital(word(code, language)) for language in LANGUAGES})


def _number(value: float) -> str:
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _text(text: str) -> str:
    return _NO_XML.sub("", text)
