"""Reports on paper: every figure, every participant, page numbers, and values as they are read."""

from functools import cache

import pytest

from tests.documents.reading import check_golden, faces, pages
from tests.documents.samples import report, speak
from trainer_app.documents.office.report import report_pdf
from trainer_app.documents.office.report_words import figure_text, line_name
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts, word
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import (
    CrossLine,
    CrossTable,
    Figure,
    Report,
    Split,
    SplitLine,
    Unit,
)


def test_golden_text() -> None:
    texts = [
        text for language in LANGUAGES for text in pages(report_pdf(report(6), language, speak(language)))
    ]
    check_golden("report", "\n\n--- page ---\n\n".join(texts) + "\n")


def test_months_and_quarters_read_as_people_write_them() -> None:
    def named(by: str, name: str, language: str) -> str:
        return line_name(Split(by, ()), name, language, speak(language))

    assert [named("month", "2018-10", language) for language in ("tg", "ru", "en")] == [
        "октябр 2018", "октябрь 2018", "October 2018",
    ]  # fmt: skip
    assert [named("quarter", "2018-Q4", language) for language in ("tg", "ru", "en")] == [
        "семоҳаи 4, 2018", "4 квартал 2018", "Q4 2018",
    ]  # fmt: skip
    assert (named("year", "2018", "en"), named("town", "2018-10", "en")) == ("2018", "2018-10")


@pytest.mark.parametrize("by", ["town", "district", "duty_district", "duty_district_now"])
def test_places_are_read_by_a_donor_too(by: str) -> None:
    def named(name: str, language: str) -> str:
        return line_name(Split(by, ()), name, language, speak(language))

    listed = [named("Хуҷанд", language) for language in ("tg", "ru", "en")]
    assert listed == ["Хуҷанд", "Худжанд", "Khujand"]
    assert [named("Боғча", language) for language in ("tg", "ru", "en")] == ["Боғча", "Боғча", "Boghcha"]
    assert named("", "en") == "not stated"
    assert line_name(Split("unit", ()), "ШВКД Хуҷанд", "en", speak("en")) == "ШВКД Хуҷанд", "as it is typed"


@pytest.mark.parametrize(
    ("unit", "value", "tg", "en"),
    [
        (Unit.COUNT, 65, "65", "65"),
        (Unit.COUNT, 12345, "12\u00a0345", "12,345"),
        (Unit.MINUTES, 990, "16,5", "16.5"),
        (Unit.MINUTES, 60, "1", "1"),
        (Unit.MINUTES, 100, "1,67", "1.67"),
        (Unit.MINUTES, 3, "0,05", "0.05"),
        (Unit.HALF_DAYS, 3, "1,5", "1.5"),
        (Unit.HALF_DAYS, 4, "2", "2"),
        (Unit.PERCENT, 6543, "65,4\u00a0%", "65.4\u00a0%"),
        (Unit.PERCENT, 6545, "65,5\u00a0%", "65.5\u00a0%"),
        (Unit.PERCENT, 10000, "100\u00a0%", "100\u00a0%"),
        (Unit.POINTS, 2930, "+29,3", "+29.3"),
        (Unit.POINTS, -300, "−3", "−3"),
        (Unit.GAIN, 4567, "0,46", "0.46"),
        (Unit.GAIN, 5000, "0,50", "0.50"),
        (Unit.COUNT, None, "–", "–"),
    ],
)
def test_values_are_shown_in_the_unit_they_are_read_in(
    unit: Unit, value: int | None, tg: str, en: str
) -> None:
    assert figure_text(Figure("x", value, unit), "tg") == tg
    assert figure_text(Figure("x", value, unit), "en") == en


def test_every_participant_is_listed_and_every_page_numbered() -> None:
    texts = pages(report_pdf(report(130), "tg", speak("tg")))
    whole = "\n".join(texts)
    for row in report(130).persons:
        assert row.name in whole
    for number, text in enumerate(texts, start=1):
        assert f"{number} / {len(texts)}" in " ".join(text.split())
    listing = [text for text in texts if any(row.name in text for row in report(130).persons)]
    assert len(listing) > 2
    assert all("Ному насаб" in text for text in listing)


def test_labels_are_said_by_whoever_prints() -> None:
    spoken: list[str] = []

    def say(label: Label) -> str:
        spoken.append(label.code)
        return f"<{label.code}>"

    figures = (Figure("hake_g", 5430, Unit.GAIN, exclusions=(Label("counting.excluded.void"),)),)
    noted = replace(report(1), figures=figures, notes=(Label("counting.note_period"),))
    text = "\n".join(pages(report_pdf(noted, "en", say)))
    assert "<counting.excluded.void>" in text
    assert "<counting.note_period>" in text
    assert "<counting.hake_g>" in text
    assert "0.54" in text
    assert spoken


def test_ranks_are_printed_as_words_not_as_they_are_stored() -> None:
    ranked = replace(
        report(1),
        persons=tuple(replace(row, rank="senior_lieutenant") for row in report(1).persons),
        splits=(Split("rank", (SplitLine("warrant_officer", ()),)),),
    )
    for language, short, name in (
        ("tg", "лейт. калон", "прапоршик"),
        ("ru", "ст. лейтенант", "прапорщик"),
        ("en", "Sr. Lieutenant", "Warrant Officer"),
    ):
        text = " ".join("\n".join(pages(report_pdf(ranked, language, speak(language)))).split())
        assert short in text
        assert name in text
        assert "_" not in text


def test_a_report_of_nothing_is_a_page() -> None:
    texts = pages(report_pdf(Report(Texts(tg="Холӣ"), ()), "tg", speak("tg")))
    assert len(texts) == 1
    assert "Холӣ" in texts[0]
    assert "1 / 1" in " ".join(texts[0].split())


def test_a_table_that_a_split_says_too_is_on_the_paper_once() -> None:
    split = long_split("sex", 2)
    said = tuple(CrossLine(line.name, (line.figures[:2],)) for line in split.lines)
    table = CrossTable("sex", "", ("participations", "unique_persons"), (), said, CrossLine("", ((),)))
    made = replace(report(), splits=(split,), table=table)
    once = "".join(pages(report_pdf(made, "en", speak("en")))).count("Part 1")
    other = replace(made, table=replace(table, rows="course"))
    assert "".join(pages(report_pdf(other, "en", speak("en")))).count("Part 1") == once + 1


def test_same_bytes_and_embedded_fonts() -> None:
    pdf = report_pdf(report(), "ru", speak("ru"))
    assert pdf == report_pdf(report(), "ru", speak("ru"))
    assert len(faces(pdf)) == 3
    assert all(faces(pdf).values())


def wide_table(lines: int, columns: int) -> CrossTable:
    """Return a table of six figures whose numbers grow from line to line."""
    codes = ("participations", "unique_persons", "women", "completions", "person_hours", "gain_points")

    # Each number stands in hundreds of cells of the largest tables.
    @cache
    def part(number: int) -> tuple[Figure, ...]:
        return tuple(Figure(code, number) for code in codes)

    made = tuple(
        CrossLine(f"Part {line}", tuple(part(line + column) for column in range(columns + 1)))
        for line in range(lines)
    )
    named = tuple(f"Column {column}" for column in range(columns))
    return CrossTable("course", "unit", codes, named, made, CrossLine("", (part(9),) * (columns + 1)))


def long_split(by: str, lines: int) -> Split:
    """Return a split of many lines, as by course or unit of an office of years."""
    table = wide_table(lines, 0)
    return Split(
        by, tuple(SplitLine(line.name, line.parts[-1]) for line in table.lines), table.total.parts[-1]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_of_1500_courses_without_names_stays_under_30_pages(language: str) -> None:
    courses = tuple(f"COURSE-{number}" for number in range(1500))
    whole = replace(
        report(0),
        courses=courses,
        splits=tuple(long_split(by.value, 1500) for by in SplitBy),
        table=wide_table(1500, 480),
        notes=(Label("counting.note_running", {"count": 700, "courses": courses[:700]}),),
    )
    texts = pages(report_pdf(whole, language, speak(language)))
    assert 10 < len(texts) < 30
    text = " ".join("\n".join(texts).split())
    # The largest are there, and what is not is told.
    assert "Part 1499" in text
    assert "Part 12 " not in text
    for code, count in (("lines_left", 1400), ("columns_left", 466)):
        assert " ".join(word(f"report.{code}", language).format(count=count).split()) in text
    assert word("report.tables_left", language).partition("{")[0].split()[0] in text
    # The usual one, by sex and course, is of a few pages, and misses no table.
    usual = replace(whole, splits=(long_split("sex", 3), long_split("course", 1500)), table=None)
    texts = pages(report_pdf(usual, language, speak(language)))
    assert len(texts) < 10
    assert word("report.tables_left", language).partition("{")[0] not in " ".join("\n".join(texts).split())


@pytest.mark.parametrize("notes", [0, 1, 4])
def test_no_page_holds_the_signatures_alone(notes: int) -> None:
    """S3: the last page held the two lines to sign on and nothing else."""
    for lines in range(1, 60, 3):
        split = Split(
            "town",
            tuple(SplitLine(f"T{at}", (Figure("courses", at),)) for at in range(lines)),
            (Figure("courses", 9),),
        )
        made = Report(
            Texts(en="R"),
            (Figure("courses", 9),),
            splits=(split,),
            notes=tuple(Label("counting.excluded.never_came", {"count": 70 + at}) for at in range(notes)),
        )
        texts = pages(report_pdf(made, "en", speak("en")))
        (signed,) = [text for text in texts if word("report.sign_here", "en") in text]
        assert (f"{69 + notes}" if notes else word("report.total", "en")) in signed
