"""A season from one table: each row explained, all of it or nothing, one step back, never twice."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.actions.courses.season_files import COLUMNS, MORE, list_sheet, people, write_book
from tests.actions.lists import write_list
from tests.actions.refusing import refused
from tests.kit.writing import Room, enrol
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, projects, roster, seasons, spellings
from trainer_app.actions.evaluations import forms
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.base.texts import LANGUAGES, Texts, resource
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft, TeachingRole
from trainer_app.domain.courses.season_plan import SeasonOutcome, recognise_heading
from trainer_app.domain.evaluations.forms import FormKind
from trainer_app.system.messages import label_text

NEW, LIST, HERE, REFUSED = SeasonOutcome.NEW, SeasonOutcome.LIST, SeasonOutcome.HERE, SeasonOutcome.REFUSED
MONDAY = date(2018, 11, 5)


def season_of(folder: Path, *rows: tuple[object, ...], **sheets: list[tuple[str, ...]]) -> Path:
    """Write a table whose rows hold code, titles, town, day, template, trainers, list; sheets are lists."""
    lists = {name.replace("_", "-"): list_sheet(listed) for name, listed in sheets.items()}
    return write_book(folder / "season.xlsx", {"Курсы": [(*COLUMNS, *MORE), *rows], **lists})


def codes_of(preview: seasons.SeasonPreview, number: int) -> list[str]:
    return [problem.code for line in preview.plan.lines if line.number == number for problem in line.problems]


def test_a_season_is_made_from_one_table_with_its_lists(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    path = season_of(
        tmp_path,
        ("KHJ-1", "Курси Хуҷанд", "Курс в Худжанде", "Course", "Худжанд", "05.11.2018", "DSH1", "", ""),
        ("RSH-1", "", "", "", "ноҳияи Рашт", MONDAY, "DSH1", "Назарова Дилбар Ҳакимовна", "Рашт рӯйхат"),
        KHJ_1=people(3, 1),
        Рашт_рӯйхат=people(2, 5),
    )
    # The name of the sheet holds a blank, not a dash.
    book = load_workbook(path)
    book["Рашт-рӯйхат"].title = "Рашт рӯйхат"
    book.save(path)
    before = len(courses.list_courses(trainer))
    preview = seasons.check(trainer, path)
    assert [line.outcome for line in preview.plan.lines] == [NEW, NEW]
    assert [line.people for line in preview.plan.lines] == [3, 2]
    assert (preview.plan.lists, preview.plan.people) == (2, 5), "the lists of new courses are lists too"
    assert codes_of(preview, 3) == ["season.trainer_new"]
    assert len(courses.list_courses(trainer)) == before
    result = seasons.apply(trainer, preview)
    assert (result.rows, result.new, result.lists, result.here, result.refused) == (2, 2, 0, 0, 0)
    assert result.people == 5
    first = courses.get_course(trainer, courses.find_course(trainer, "KHJ-1"))
    source = courses.get_course(trainer, room.course)
    assert first.course.title["ru"] == "Курс в Худжанде"
    assert (first.course.town, first.course.first_day) == ("Худжанд", MONDAY)
    assert first.course.project == source.course.project
    assert len(first.sessions) == len(source.sessions)
    second = courses.get_course(trainer, courses.find_course(trainer, "RSH-1"))
    assert second.course.title == source.course.title
    assert [(each.name, each.role) for each in second.teachers] == [
        ("Назарова Дилбар Ҳакимовна", TeachingRole.LEAD_TRAINER)
    ]
    assert (first.course.district, second.course.district) == ("Худжанд", "Рашт"), "a city is its own"
    assert all(session.trainers == () for session in second.sessions)
    assert len(enrolments.list_enrolments(trainer, second.course.key)) == 2
    assert sync_status.check(trainer).ok


def test_it_is_one_step_and_a_second_time_it_is_there_already(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    rows = [(f"T-{place}", "", "", "Title", "", "05.11.2018", "DSH1", "", "") for place in range(3)]
    path = season_of(tmp_path, *rows, T_0=people(2, 1), T_1=people(2, 1))
    known = len(history.pending(trainer, 100))
    seasons.apply(trainer, seasons.check(trainer, path))
    assert len(history.pending(trainer, 100)) == known + 1
    # Who stands on two lists of one table is one person.
    persons = {
        each.person.key
        for code in ("T-0", "T-1")
        for each in enrolments.list_enrolments(trainer, courses.find_course(trainer, code))
    }
    assert len(persons) == 2
    again = seasons.check(trainer, path)
    assert [line.outcome for line in again.plan.lines] == [HERE] * 3
    assert not again.plan.due
    result = seasons.apply(trainer, again)
    assert (result.here, result.people, result.changes.step) == (3, 0, None)
    history.undo(trainer)
    assert [line.course.code for line in courses.list_courses(trainer)] == ["DSH1"]
    assert sync_status.check(trainer).ok
    history.redo(trainer)
    assert len(courses.list_courses(trainer)) == 4
    assert sync_status.check(trainer).ok


def test_forms_town_and_days_come_from_the_template(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    forms.choose_standard(trainer, room.course, FormKind.FEEDBACK)
    saturday = "10.11.2018"
    path = season_of(tmp_path, ("A-1", "", "", "", "", saturday, "dsh1", "", "–"))
    preview = seasons.check(trainer, path)
    assert codes_of(preview, 2) == ["season.weekend"]
    assert preview.plan.lines[0].people is None
    seasons.apply(trainer, preview)
    made = courses.get_course(trainer, courses.find_course(trainer, "A-1"))
    source = courses.get_course(trainer, room.course).course
    assert (made.course.town, made.course.venue) == (source.town, source.venue)
    assert made.course.first_day == made.sessions[0].day == date(2018, 11, 12)
    assert made.course.last_day == made.sessions[-1].day == preview.plan.lines[0].last_day
    assert len(forms.list_sittings(trainer, made.course.key)) == 1
    # The same table finds it there, although its first day was moved.
    assert codes_of(seasons.check(trainer, path), 2) == []


def test_a_weekend_between_the_days_is_told(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    """S3: a course from Friday on lasted until Monday, and nothing was said of it."""
    length = len({session.day for session in courses.get_course(trainer, room.course).sessions})
    assert length > 1
    path = season_of(tmp_path, ("A-1", "", "", "", "", "09.11.2018", "dsh1", "", "–"))
    preview = seasons.check(trainer, path)
    assert codes_of(preview, 2) == ["season.over_weekend"]
    assert preview.plan.lines[0].last_day == date(2018, 11, 12 + length - 2)


def test_a_last_day_on_a_saturday_stays_and_places_sessions_and_project_are_read(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    """S3: the Saturday was left out, "Мест" was not read, and nothing said sessions and project before."""
    heading = ("Код", "Название", "Первый день", "Последний день", "Дней", "Образец", "Мест")
    rows = [
        ("SAT-1", "Курс", "05.11.2018", "10.11.2018", "", "", "24"),
        ("SAT-2", "Курс", "05.11.2018", "", "6", "", ""),
        ("SAT-3", "", "05.11.2018", "", "", "dsh1", "18"),
        ("SAT-4", "Курс", "05.11.2018", "", "1", "", "many"),
    ]
    path = write_book(tmp_path / "plan.xlsx", {"Plan": [heading, *rows]})
    preview = seasons.check(trainer, path)
    first, second, copied, _ = preview.plan.lines
    assert "season.over_weekend" not in codes_of(preview, first.number)
    assert "season.over_weekend" in codes_of(preview, second.number), "so many days are working days"
    assert (first.last_day, first.per_day, first.sessions) == (date(2018, 11, 10), 4, 24)
    source = courses.get_course(trainer, room.course)
    assert copied.sessions == len(source.sessions)
    assert copied.project == (source.project.code if source.project else "")
    assert "season.no_places" in codes_of(preview, 5)
    seasons.apply(trainer, preview)
    made = courses.get_course(trainer, courses.find_course(trainer, "SAT-1"))
    assert (made.course.last_day, made.sessions[-1].day) == (date(2018, 11, 10), date(2018, 11, 10))
    assert len(made.sessions) == first.sessions
    assert made.course.capacity == 24
    assert courses.get_course(trainer, courses.find_course(trainer, "SAT-3")).course.capacity == 18


@pytest.mark.parametrize(
    ("first", "last", "days", "codes"),
    [
        ("05.11.2018", "17.11.2018", [*range(5, 10), *range(12, 18)], ["season.over_weekend"]),
        ("05.11.2018", "18.11.2018", [*range(5, 10), *range(12, 19)], ["season.over_weekend"]),
        ("10.11.2018", "17.11.2018", [*range(12, 18)], ["season.weekend"]),
        ("10.11.2018", "11.11.2018", [10, 11], []),
    ],
)
def test_a_plan_to_a_weekend_leaves_out_those_before_it(
    trainer: Workplace, room: Room, tmp_path: Path, first: str, last: str, days: list[int], codes: list[str]
) -> None:
    """S3: two weeks that end on a Saturday had sessions on the Sunday between, and nothing said so."""
    heading = ("Код", "Название", "Первый день", "Последний день")
    path = write_book(tmp_path / "plan.xlsx", {"Plan": [heading, ("SAT-1", "Курс", first, last)]})
    preview = seasons.check(trainer, path)
    weekends = ("season.weekend", "season.over_weekend")
    assert [code for code in codes_of(preview, 2) if code in weekends] == codes
    assert preview.plan.lines[0].sessions == len(days) * 4
    seasons.apply(trainer, preview)
    made = courses.get_course(trainer, courses.find_course(trainer, "SAT-1"))
    assert [day.day for day in sorted({session.day for session in made.sessions})] == days


def test_notices_end_with_a_full_stop() -> None:
    said = json.loads(resource("i18n", "messages", "season.json").read_text(encoding="utf-8"))
    codes = ("above_heading", "columns_left", "list_refused", "title_partly", "over_weekend", "no_project")
    for code in codes:
        assert all(words.endswith(".") for words in said[f"season.{code}"].values()), code


def test_each_row_that_cannot_be_is_refused_by_name_and_the_others_are_made(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    heading = ("Code", "Title", "Town", "First day", "Last day", "Days", "Copy of", "Project", "List", "Blah")
    rows = {
        "season.no_code": ("", "T", "", "05.11.2018", "", "2", "", "", ""),
        "season.bad_code": ("/tmp/x/unissued.", "T", "", "05.11.2018", "", "2", "", "", ""),
        "season.not_a_day": ("B", "T", "", "someday", "", "2", "", "", ""),
        "season.not_a_number": ("C", "T", "", "05.11.2018", "", "many", "", "", ""),
        "season.days_reversed": ("D", "T", "", "05.11.2018", "01.11.2018", "", "", "", ""),
        "season.no_first_day": ("E", "T", "", "", "", "2", "", "", ""),
        "season.template_unknown": ("F", "T", "", "05.11.2018", "", "", "NONE-1", "", ""),
        "season.no_length": ("G", "T", "", "05.11.2018", "", "", "", "", ""),
        "season.no_title": ("H", "", "", "05.11.2018", "", "2", "", "", ""),
        "season.project_unknown": ("I", "T", "", "05.11.2018", "", "2", "", "NO", ""),
        "season.list_missing": ("J", "T", "", "05.11.2018", "", "2", "", "", "nowhere.xlsx"),
        "season.too_long": ("K" * 30, "T", "", "05.11.2018", "", "2", "", "", ""),
        "season.code_twice": ("d1", "T", "", "05.11.2018", "", "2", "", "", ""),
        "season.no_day": ("L", "T", "", "10.11.2018", "", "1", "", "", ""),
    }
    first = ("D1", "Title", "Somewhere", "05.11.2018", "", "2", "", "", "")
    path = write_book(tmp_path / "plan.xlsx", {"1": [("Our plan",), heading, first, *rows.values()]})
    preview = seasons.check(trainer, path)
    assert [line.outcome for line in preview.plan.lines] == [NEW, *[REFUSED] * len(rows)]
    found = [line.problems[0].code for line in preview.plan.lines[1:]]
    assert found == list(rows)
    whole = [problem.code for problem in preview.plan.problems]
    assert whole == ["season.above_heading", "season.columns_left"]
    assert codes_of(preview, 3) == ["season.not_a_place", "season.title_partly"]
    result = seasons.apply(trainer, preview)
    assert (result.new, result.refused) == (1, len(rows))
    made = courses.get_course(trainer, courses.find_course(trainer, "D1"))
    assert made.project is not None
    assert {session.day for session in made.sessions} == {date(2018, 11, 5), date(2018, 11, 6)}


def test_a_row_that_cannot_be_names_all_its_faults(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    heading = ("Code", "Title", "First day", "Last day", "Days", "Copy of", "Project")
    rows = (
        ("", "", "31.02.2018", "someday", "many", "", "NO"),
        ("B" * 30, "", "", "", "", "", ""),
        ("C", "T", "05.11.2018", "01.11.2018", "", "NONE-1", "NO"),
    )
    path = write_book(tmp_path / "plan.xlsx", {"1": [heading, *rows]})
    found = [
        [each.code.removeprefix("season.") for each in line.problems if each.severity is Severity.REFUSED]
        for line in seasons.check(trainer, path).plan.lines
    ]
    assert found == [
        ["no_code", "not_a_day", "not_a_day", "not_a_number", "no_title", "project_unknown"],
        ["too_long", "no_first_day", "no_length", "no_title"],
        ["days_reversed", "template_unknown", "project_unknown"],
    ]


def test_a_table_of_which_every_row_is_refused_writes_nothing(trainer: Workplace, tmp_path: Path) -> None:
    path = season_of(tmp_path, ("A", "", "", "", "", "05.11.2018", "NONE", "", ""))
    preview = seasons.check(trainer, path)
    assert refused("season.nothing", seasons.apply, trainer, preview).values == {"rows": 1}
    no_heading = write_list(tmp_path)
    refused("season.no_columns", seasons.check, trainer, no_heading)


def test_what_fails_on_the_way_leaves_nothing(
    trainer: Workplace, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(f"T-{place}", "", "", "Title", "", "05.11.2018", "DSH1", "", "") for place in range(2)]
    preview = seasons.check(trainer, season_of(tmp_path, *rows, T_1=people(2, 1)))

    def full(*_all: object) -> None:
        raise TrainerError("disk.full")

    monkeypatch.setattr(roster, "apply", full)
    refused("disk.full", seasons.apply, trainer, preview)
    monkeypatch.undo()
    assert [line.course.code for line in courses.list_courses(trainer)] == ["DSH1"]
    assert sync_status.check(trainer).ok


def test_a_course_that_is_there_is_not_changed_and_the_difference_is_told(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    there = courses.get_course(trainer, room.course).course
    path = season_of(tmp_path, ("DSH1", "", "", "Other title", "Хоруғ", "01.02.2019", "", "", ""))
    preview = seasons.check(trainer, path)
    assert preview.plan.lines[0].outcome is HERE
    assert codes_of(preview, 2) == ["season.differs"] * 3
    seasons.apply(trainer, preview)
    assert courses.get_course(trainer, room.course).course == there


def test_lists_of_many_courses_come_by_sheet_or_by_folder(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    projects.create_project(trainer, ProjectDraft("P2", Texts(en="Two")))
    season = season_of(tmp_path, ("T-1", "", "", "T", "", "05.11.2018", "DSH1", "", "–"))
    seasons.apply(trainer, seasons.check(trainer, season))
    book = write_book(
        tmp_path / "lists.xlsx", {"t-1": list_sheet(people(3, 2)), "OTHER": list_sheet(people(1, 3))}
    )
    preview = seasons.check_lists(trainer, book)
    assert [line.outcome for line in preview.plan.lines] == [LIST, REFUSED]
    assert codes_of(preview, 2) == ["season.list_of_nobody"]
    result = seasons.apply(trainer, preview)
    assert (result.lists, result.people) == (1, 3)
    folder = tmp_path / "lists"
    folder.mkdir()
    write_list(folder, people(4, 2), name="T-1.csv")
    write_list(folder, people(2, 7), name="DSH1.csv")
    preview = seasons.check_lists(trainer, folder)
    assert [(line.row.code if line.row else "", line.people) for line in preview.plan.lines] == [
        ("DSH1", 2),
        ("T-1", 1),
    ]
    assert seasons.apply(trainer, preview).people == 3
    empty = tmp_path / "empty"
    empty.mkdir()
    refused("season.no_lists", seasons.check_lists, trainer, empty)


def test_rows_of_a_list_that_are_refused_or_ask_are_told(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    listed = [*people(2, 4), ("3", "", "майор", "ШКД", "М")]
    path = season_of(tmp_path, ("T-1", "", "", "T", "", "05.11.2018", "DSH1", "", ""), T_1=listed)
    preview = seasons.check(trainer, path)
    told = preview.plan.lines[0].problems
    assert [each.code for each in told] == ["season.title_partly", "season.list_refused"]
    assert label_text(told[1].label, "ru") == "Из списка «T-1» не принимаются строки (1): 4 «майор»."


def test_two_sheets_of_one_file_are_told_apart_by_the_code(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    write_book(tmp_path / "all.xlsx", {"T-1": list_sheet(people(2, 1)), "x": list_sheet(people(3, 5))})
    rows = [
        ("T-1", "", "", "", "", "05.11.2018", "DSH1", "", "all.xlsx"),
        ("T-2", "", "", "", "", "05.11.2018", "DSH1", "", "all#x"),
        ("T-3", "", "", "", "", "05.11.2018", "DSH1", "", "all.xlsx"),
    ]
    preview = seasons.check(trainer, season_of(tmp_path, *rows))
    assert [line.people for line in preview.plan.lines] == [2, 3, None]
    assert codes_of(preview, 4) == ["season.list_which_sheet"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_to_fill_in_is_understood(
    trainer: Workplace, room: Room, tmp_path: Path, language: str
) -> None:
    path = seasons.save_template(trainer, language, tmp_path / "new.xlsx")
    sheet = load_workbook(path).worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    assert None not in [recognise_heading(head) for head in heads]
    assert len({recognise_heading(head) for head in heads}) == len(heads)
    preview = seasons.check(trainer, path)
    (line,) = preview.plan.lines
    assert line.row is not None
    assert (line.outcome, line.row.template, line.row.project) == (NEW, "DSH1", "DV18")
    refused("season.not_saved", seasons.save_template, trainer, language, tmp_path / "none" / "new.xlsx")


def test_towns_that_were_typed_as_several_get_one_spelling_in_one_step(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    day = date(2018, 11, 5)
    for number, town in enumerate(("Чорбоғ", "Чорбоғ", "Чорбог ш.", "Hudjant", "Худжанд")):
        courses.create_course(trainer, CourseDraft(f"T-{number}", Texts(en="T"), day, day, town=town))
    found = spellings.place_offers(trainer)
    assert [(each.field, each.kept, each.others, each.courses) for each in found] == [
        ("town", "Хуҷанд", ("Hudjant",), ("T-3",)),
        ("town", "Чорбоғ", ("Чорбог ш.",), ("T-2",)),
    ]
    spellings.unify(trainer, found[1:])
    towns = {line.course.code: line.course.town for line in courses.list_courses(trainer)}
    assert (towns["T-2"], towns["T-3"]) == ("Чорбоғ", "Hudjant"), "only what was chosen"
    assert [each.kept for each in spellings.place_offers(trainer)] == ["Хуҷанд"]
    history.undo(trainer)
    assert len(spellings.place_offers(trainer)) == 2
    spellings.unify(trainer, [found[0].keeping("Hudjant"), found[1].keeping("Чорбог ш.")])
    towns = {line.course.code: line.course.town for line in courses.list_courses(trainer)}
    # Also where the other name is the one of the list of places.
    assert [towns[f"T-{number}"] for number in range(5)] == [*["Чорбог ш."] * 3, "Hudjant", "Hudjant"]


def test_what_counts_as_one_town_can_be_written_in_one_way(trainer: Workplace) -> None:
    day = date(2018, 11, 5)
    for number, town in enumerate(("Bokhtar", "Bokhtarr", "Бохтар", "Бохтор", "Чорбоғ")):
        courses.create_course(trainer, CourseDraft(f"T-{number}", Texts(en="T"), day, day, town=town))
    (asked,) = spellings.place_offers(trainer)
    assert (asked.others, asked.together) == (("Бохтор",), False)
    (offer,) = spellings.all_offers(trainer)
    assert (offer.kept, offer.others) == ("Bokhtar", ("Bokhtarr", "Бохтар", "Бохтор"))
    assert [use.courses for use in offer.uses] == [("T-0",), ("T-1",), ("T-2",), ("T-3",)]
    spellings.unify(trainer, [offer.keeping("Бохтар")])
    towns = towns_of(trainer)
    assert [towns[f"T-{number}"] for number in range(4)] == ["Бохтар"] * 4
    assert spellings.all_offers(trainer) == []
    history.undo(trainer)
    assert spellings.all_offers(trainer) == [offer]


def towns_of(work: Workplace) -> dict[str, str]:
    return {line.course.code: line.course.town for line in courses.list_courses(work)}


def test_spellings_that_somebody_let_stay_are_not_offered_again(bureau: Workplace) -> None:
    day = date(2018, 11, 5)
    for code, town in (("P-1", "Чорбоғ"), ("P-2", "Чорбоғ"), ("P-3", "Чорбог ш."), ("P-4", "Hudjant")):
        courses.create_course(bureau, CourseDraft(code, Texts(en="P"), day, day, town=town))
    typed = towns_of(bureau)
    listed, other = spellings.place_offers(bureau)
    assert (listed.kept, other.kept) == ("Хуҷанд", "Чорбоғ")
    assert (listed.staying().courses, other.staying().courses) == ((), ())
    # Two towns; and one whose spelling is outside the list of places.
    changes = spellings.unify(bureau, [other.staying(), listed.keeping("Hudjant")])
    assert (changes.label.code, changes.label.values["count"]) == ("course.step.places_kept", 2)
    assert spellings.place_offers(bureau) == []
    assert towns_of(bureau) == typed
    # What is like one of them later is a question of its own.
    courses.create_course(bureau, CourseDraft("P-5", Texts(en="P"), day, day, town="Чорбоққ"))
    (later,) = spellings.place_offers(bureau)
    assert (later.kept, later.others) == ("Чорбоғ", ("Чорбоққ",))
    spellings.unify(bureau, [later])
    assert (towns_of(bureau)["P-5"], spellings.place_offers(bureau)) == ("Чорбоғ", [])
    for _ in range(3):
        history.undo(bureau)
    assert [each.kept for each in spellings.place_offers(bureau)] == ["Хуҷанд", "Чорбоғ"], (
        "it can be taken back"
    )


def test_a_laptop_keeps_no_word_of_the_office_about_places(trainer: Workplace) -> None:
    day = date(2018, 11, 5)
    for code, town in (("P-1", "Чорбоғ"), ("P-2", "Чорбог ш.")):
        courses.create_course(trainer, CourseDraft(code, Texts(en="P"), day, day, town=town))
    (offer,) = spellings.place_offers(trainer)
    spellings.unify(trainer, [offer.staying()])
    assert spellings.place_offers(trainer) == [offer]


def test_a_code_of_a_laptop_is_told_with_its_owner(
    bureau: Workplace, trainer: Workplace, stick: Path, tmp_path: Path
) -> None:
    """The preview said "K7 is not known yet" of somebody whose laptop the office had taken in."""
    enrol(bureau, trainer, "K7", stick)
    heading = ("Code", "Title", "First day", "Days", "Trainers")
    row = ("A-1", "T", "05.11.2018", "1", "K7, Саидов Умед")
    (line,) = seasons.check(bureau, write_book(tmp_path / "plan.xlsx", {"1": [heading, row]})).plan.lines
    told = {each.code: each.label.values for each in line.problems}
    assert (told["season.owner_new"]["value"], told["season.owner_new"]["name"]) == ("K7", "D. Nazarova")
    assert told["season.trainer_new"]["value"] == "Саидов Умед"


def test_the_days_of_the_preview_are_those_that_are_made(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    heading = ("Code", "Title (Tajik)", "Title (English)", "First day", "Days", "Copy of")
    rows = (("A-1", "", "T", "11.11.2018", "2", ""), ("A-2", "", "T", "11.11.2018", "", "DSH1"))
    preview = seasons.check(trainer, write_book(tmp_path / "plan.xlsx", {"1": [heading, *rows]}))
    shown = [(line.first_day, line.last_day) for line in preview.plan.lines]
    seasons.apply(trainer, preview)
    views = [courses.get_course(trainer, courses.find_course(trainer, code)) for code in ("A-1", "A-2")]
    assert [(view.course.first_day, view.course.last_day) for view in views] == shown
    assert [view.sessions[0].day for view in views] == [date(2018, 11, 12)] * 2
    # What differs is named by the column in which it stands.
    other = write_book(tmp_path / "again.xlsx", {"1": [heading, ("A-1", "", "Other", "11.11.2018", "2", "")]})
    (line,) = seasons.check(trainer, other).plan.lines
    assert [(each.column, each.value) for each in line.problems] == [("Title (English)", "Other")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_row_that_is_looked_at_nothing_is_said_to_be_unchanged(
    bureau: Workplace, tmp_path: Path, language: str
) -> None:
    heading = ("Code", "Title", "First day", "Days", "Trainers")
    rows = [("A-1", "T", "10.11.2018", "1", ""), ("A-2", "T", "05.11.2018", "1", "K55")]
    preview = seasons.check(bureau, write_book(tmp_path / "plan.xlsx", {"1": [heading, *rows]}))
    told = [line.problems[0].label for line in preview.plan.lines]
    assert [each.code for each in told] == ["season.no_day", "season.device_unknown"]
    unchanged = {"en": "Nothing was changed", "ru": "Ничего не изменено", "tg": "Ҳеҷ чиз тағйир наёфт"}
    assert not any(unchanged[language] in label_text(each, language) for each in told)


def test_what_rows_share_at_one_time_is_told_before_anything_is_made(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    who = "Назарова Дилбар Ҳакимовна"
    path = season_of(
        tmp_path,
        ("KHJ-1", "", "", "", "Хуҷанд", MONDAY, "DSH1", who, ""),
        ("RSH-1", "", "", "", "Рашт", MONDAY, "DSH1", who, ""),
        ("RSH-2", "", "", "", "Рашт", MONDAY, "DSH1", "", ""),
        KHJ_1=people(3, 1),
        RSH_1=people(2, 1),
    )
    preview = seasons.check(trainer, path)
    assert {"season.trainer_shared", "season.people_shared"} <= set(codes_of(preview, 3))
    assert "season.course_twice" not in codes_of(preview, 3), "in another town"
    assert "season.course_twice" in codes_of(preview, 4)
    assert preview.plan.due, "it is told, not refused"
