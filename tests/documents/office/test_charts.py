"""Charts of a report: every bar with its name and number, few bars and many, always the same bytes."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.documents.reading import faces, pages
from tests.documents.samples import report, speak
from trainer_app.documents.office.charts import MOST, charts_pdf, rows_of, spoken, told_below
from trainer_app.documents.office.report import report_pdf
from trainer_app.documents.office.report_tables import report_xlsx
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import Emblem, LogoOwner
from trainer_app.domain.office.reports import (
    CrossLine,
    CrossTable,
    Figure,
    ReportAbout,
    ReportExtent,
    ScopeNames,
    Target,
    Unit,
)
from trainer_app.domain.papers.course_papers import ChartColours


def bars(by: str, **values: int) -> CrossTable:
    lines = tuple(
        CrossLine(name.replace("_", "-"), ((Figure("participations", value),),))
        for name, value in values.items()
    )
    total = CrossLine("", ((Figure("participations", sum(values.values())),),))
    return CrossTable(by, "", ("participations",), (), lines, total)


TIME = bars("month", **{"2018-10": 25, "2018-11": 140})
SEX = bars("sex", female=9, male=16)
PLACES = bars("district", **{f"Place {number}": number + 1 for number in range(MOST + 3)})


def drawn(*tables: CrossTable, language: str = "en") -> str:
    made = charts_pdf(tables, language, speak(language), ChartColours(), 270, 66)
    assert made is not None
    (text,) = pages(made)
    return " ".join(text.split())


def test_every_bar_has_its_name_and_its_number() -> None:
    text = drawn(TIME, SEX)
    for part in ("October 2018", "November 2018", "25", "140", "Women", "Men", "9", "16"):
        assert part in text
    assert "Participations: month" in text


def test_of_many_places_the_largest_are_shown_and_the_rest_is_told() -> None:
    text = drawn(PLACES)
    assert f"Place {MOST + 2}" in text
    assert "Place 2 " not in text
    assert "and 3 more with less" in text


def test_more_than_three_stand_in_two_rows() -> None:
    made = charts_pdf((TIME, SEX, PLACES, SEX), "en", speak("en"), ChartColours(), 270, 140)
    assert made is not None
    (text,) = pages(made)
    assert " ".join(text.split()).count("Women") == 2
    assert [rows_of(count) for count in (0, 1, 3, 4, 6)] == [1, 1, 1, 2, 2]


def test_nothing_to_show_is_said() -> None:
    assert "nothing to show yet" in drawn(bars("month"))
    assert charts_pdf((), "en", speak("en"), ChartColours(), 100, 50) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_set_in_the_papers_own_fonts_and_the_same_each_time(language: str) -> None:
    made = [
        charts_pdf((TIME, SEX, PLACES), language, speak(language), ChartColours(), 270, 66) for _ in range(2)
    ]
    assert made[0] == made[1]
    assert made[0] is not None
    assert all(faces(made[0]).values()), "every font is embedded"


def test_bars_that_add_up_to_more_than_the_total_say_why() -> None:
    """Whoever is taught in two months stands in both bars, and once in the total on the same page."""
    name = Label("counting.participations")
    overlap = Label("counting.overlap", {"figure": name, "sum": 165, "total": 140})
    more = replace(TIME, notes=(Label("counting.lines_overlap", {"overlaps": (overlap,)}),))
    text = " ".join(
        "".join(pages(report_pdf(replace(report(), charts=(more, SEX)), "en", speak("en")))).split()
    )
    assert "Participations: month. The lines add up to more than the total" in text
    assert "165 in the lines and 140 in all" in text
    assert not told_below((TIME, SEX), "en", speak("en"))


def test_a_chart_is_said_in_words_too() -> None:
    assert spoken(SEX, "en", speak("en")) == "Participations: sex: Women: 9, Men: 16"


def test_the_paper_of_a_report_holds_everything_that_was_built() -> None:
    cells = (
        CrossLine(
            "Душанбе",
            (
                (Figure("gain_points", 1050, Unit.POINTS, n=3),),
                (Figure("gain_points", 1050, Unit.POINTS, n=3),),
            ),
        ),
    )
    total = CrossLine(
        "",
        ((Figure("gain_points", 1050, Unit.POINTS, n=3),), (Figure("gain_points", None, Unit.POINTS, n=0),)),
    )
    table = CrossTable("town", "sex", ("gain_points",), ("female",), cells, total)
    whole = replace(
        report(0),
        extent=ReportExtent(("p",)),
        scope=ScopeNames(projects=("DV18",)),
        about=ReportAbout(
            towns=("Душанбе",),
            office=Texts(en="Office Dushanbe"),
            version="0.9",
            officers=63,
            emblems=(Emblem(LogoOwner.DONOR, Texts(en="Fund")),),
        ),
        charts=(TIME, SEX),
        targets=(Target("DV18", "women", 40, 22),),
        table=table,
        courses=tuple(f"C{number}" for number in range(40)),
    )
    text = " ".join("\n".join(pages(report_pdf(whole, "en", speak("en")))).split())
    for part in (
        "Projects: DV18",
        "Office: Office Dushanbe",
        "Trainer App 0.9",
        "63 police officers took part in",
        "November 2018",
        "Planned and reached",
        "40 22 55 %",
        "Town × Sex",
        "+10.5",
        "n 3",
        "C23, +16",
        "Prepared by",
        "Name, signature, date",
    ):
        assert part in text, part
    assert "With names" not in text


def test_a_sheet_with_a_chart_says_where_its_lines_are_more_than_the_total() -> None:
    """The sheet showed 26 and 26 for 26 participations, and only other sheets said why."""
    overlap = Label("counting.overlap", {"figure": Label("counting.participations"), "sum": 52, "total": 26})
    note = Label("counting.lines_overlap", {"overlaps": (overlap,)})
    table = replace(bars("month", **{"2026-11": 26, "2026-12": 26}), notes=(note,))
    book = load_workbook(BytesIO(report_xlsx(replace(report(), charts=(table,)), "en", speak("en"))))
    (sheet,) = [each for each in book.worksheets if "month" in each.title.lower()]
    assert [cell.value for cell in sheet["A"]][-1] == speak("en")(note)
