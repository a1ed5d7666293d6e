"""A version of the program whose people, courses and projects have one field more.

It is a line of the table, an attribute, words, and in the forms of courses and projects its place.
`python -m tests.newer.one_field FOLDER` takes a list with that column in, opens the window and prints one
JSON document of all places where the field shows up by itself.
"""

# ruff: noqa: E402 - the rest must be imported by the version with the field.

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import msgspec

from trainer_app.domain.base import schema
from trainer_app.domain.courses import courses as records
from trainer_app.domain.people import persons

NAME, WORDS = "callsign", {"en": "call sign", "ru": "позывной", "tg": "номи шартӣ"}
HEADINGS = "номи шартӣ|позывной|call sign"


def become() -> None:
    """Know one field more."""
    person = schema.ENTITIES["person"]
    described = schema.Field(schema.FieldKind.TEXT, personal=True, longest=40, headings=HEADINGS, typed=True)
    fields = {**person.fields, NAME: described}
    schema.ENTITIES = {**schema.ENTITIES, "person": schema.Entity(fields, person.parents, person.together)}
    made = msgspec.defstruct("Person", [(NAME, str, "")], bases=(persons.Person,), frozen=True)
    persons.Person = made  # type: ignore[misc]
    # It follows from the table when its module is imported, which was before.
    persons.LISTED_FIELDS = (*persons.LISTED_FIELDS, NAME)
    for entity in ("course", "project"):
        _widen(entity)


def _widen(entity: str) -> None:
    known = schema.ENTITIES[entity]
    fields = {**known.fields, NAME: schema.Field(schema.FieldKind.TEXT, longest=40, typed=True)}
    schema.ENTITIES = {**schema.ENTITIES, entity: msgspec.structs.replace(known, fields=fields)}
    for name in (entity.title(), f"{entity.title()}Draft"):
        held = getattr(records, name)
        setattr(records, name, msgspec.defstruct(name, [(NAME, str, "")], bases=(held,), frozen=True))


become()

from PySide6.QtWidgets import QApplication, QWidget

from tests.kit.samples import CHEAP, PASSPHRASE
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects, roster
from trainer_app.actions.office import erasing
from trainer_app.actions.people import people
from trainer_app.cli import program
from trainer_app.cli.context import CliContext
from trainer_app.domain.base import texts
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, CourseStage, ProjectDraft
from trainer_app.domain.office.erasing import plan_words
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder
from trainer_app.ui.courses.forms import CourseForm, ProjectForm
from trainer_app.ui.courses.overview.cards import FactsCard
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext, PreferenceStore
from trainer_app.ui.kit.form_fields import Layout, Text
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.person_form import PersonForm
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.people.person_page import PersonDataCard
from trainer_app.ui.review.pages import CandidateCard
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.style.theme import Theme

LIST = "№,Ному насаб,Рутба,Позывной\n1,Азизов Фаррух Бахтиёрович,капитан,Уқоб\n"
DAY = date(2018, 10, 15)


def take_list(work: Workplace, folder: Path) -> dict[str, Any]:
    """Take a list in whose last column is the field; return what was made of it, and the person's key."""
    course = courses.create_course(work, CourseDraft("C1", Texts(en="Course"), DAY, DAY)).key
    path = folder / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    preview = roster.check(work, path, course)
    roster.apply(work, preview)
    person = people.search(work, "Азизов")[0]
    found = {"columns": preview.plan.mapping.columns, "read": getattr(person, NAME)}
    return {**found, "key": person.key, "course": course}


class WiderCourseForm(CourseForm):
    """Has the field as its last one."""

    def fields(self) -> Layout:
        """Name the field: caption and length are those of the table."""
        return *super().fields(), Text(NAME)


class WiderProjectForm(ProjectForm):
    """Has the field as its last one."""

    def fields(self) -> Layout:
        """Name the field: caption and length are those of the table."""
        return *super().fields(), Text(NAME)


def type_in(form: CourseForm | ProjectForm) -> list[Any]:
    """Type into the field and save; return its caption and how much it takes."""
    row = form.rows[NAME]
    row.field.setText("Уқоб")
    form.save()
    return [row.caption.text(), row.field.maxLength()]


def look_at_courses(desk: AppContext, course: str) -> dict[str, Any]:
    """Type into the forms of a course and its project; return what they, the card and the records say."""
    work, host = desk.work, QWidget()
    project = projects.create_project(work, ProjectDraft("P1", Texts(en="Project"))).key
    course_form, project_form = WiderCourseForm(desk, host), WiderProjectForm(desk, host)
    course_form.open_course(course)
    project_form.open_project(project)
    typed = {"course form": type_in(course_form), "project form": type_in(project_form)}
    view = courses.get_course(work, course)
    card = FactsCard(CourseWording(desk))
    card.show_course(view, CourseStage.PLANNED)
    kept = [getattr(each, NAME) for each in (view.course, projects.get_project(work, project))]
    return {**typed, "kept": kept, "facts": [card.names[NAME].text(), card.values[NAME].text()]}


def open_desk(work: Workplace, folder: Path) -> AppContext:
    """Return what a window of the program in Russian would work with."""
    application = QApplication.instance() or QApplication([])
    preferences = PreferenceStore(folder / "preferences.json")
    language = LanguageSwitch(application, "ru")
    return AppContext(work, Theme(application, "light"), language, preferences, synchronous=True)


def look(desk: AppContext, key: str) -> dict[str, Any]:
    """Show the person on the card and in the form, change the field in the form, and tell the history."""
    work, host, wording = desk.work, QWidget(), PeopleWording(desk)
    card, form = PersonDataCard(wording), PersonForm(desk, host, wording)
    twin = CandidateCard("twin", ReviewWording(desk))
    card.show_person(people.get_person(work, key))
    form.open_person(people.get_person(work, key))
    row = form.rows[NAME]
    shown = {
        "card": [card.captions[NAME].text(), card.values[NAME].text()],
        "twins": twin.captions[NAME].text(),
        "erased": messages.label_text(plan_words(erasing.preview(work, key)).goes[0], "ru"),
        "form": [row.caption.text(), row.field.text(), row.field.maxLength()],
    }
    row.field.setText("Шаҳбоз")
    form.save()
    told = [
        [messages.label_text(each, "ru") for each in (one.field, one.before, one.after)]
        for change in people.person_history(work, key)
        for one in change.fields
    ]
    return {**shown, "history": told}


def document(folder: Path, clock: FixedClock) -> dict[str, Any]:
    """Return the person as the command line writes them as JSON."""
    out = io.StringIO()
    session = CliContext(data=folder, json=True, out=out, clock=clock)
    assert program.run(["people", "search", "Азизов"], session) == 0
    found: dict[str, Any] = json.loads(out.getvalue())["people"][0]
    return found


def main(folder: Path) -> None:
    """Make a laptop and look at the field everywhere."""
    words = cast(dict[str, Texts], texts.topic("entity"))
    words |= {f"entity.{each}.{NAME}": Texts(**WORDS) for each in ("person", "course", "project")}
    clock = fixed_at(DAY, 11, workplace.ZONE, step=1)
    data = DataFolder(folder / "data")
    work = workplace.create(data, PASSPHRASE, user_name="D. Nazarova", clock=clock, cost=CHEAP)
    taken = take_list(work, folder)
    desk = open_desk(work, folder)
    shown = {**look(desk, taken["key"]), **look_at_courses(desk, taken["course"])}
    work.close()
    found = {**taken, **shown, "json": document(folder / "data", clock)}
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
