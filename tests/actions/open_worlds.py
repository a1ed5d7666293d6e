"""A finished course with something of everything that leaves as open data, and readers of what left."""

import csv
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.actions.questionnaires import make_form, opinions, single, words
from tests.kit import worlds
from tests.kit.world import Story, World
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import SessionDraft
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.people.persons import Sex

FORMULA = '=HYPERLINK("http://x","y")'
WORDS = "Зебунисо гуфт, ки хуб буд"
"""What somebody wrote as an answer: it names a person."""
OPINION = "Маърифат Собирова дер мекунад"
"""The same on an anonymous sheet."""


def told(folder: Path) -> World:
    """Return the course at its end, with answers, sheets and certificates, and a small second one."""
    return worlds.finished(folder).do(tell_everything)


def tell_everything(story: Story) -> None:
    """Key in tests and sheets, issue certificates, hold a course of three people."""
    work = story.work
    asked = [single("Question 1", right=2), words("Who helped?")]
    test = make_form(work, FormKind.TEST, asked, "Later")
    sitting = forms.choose_form(work, story.course, test, Occasion.MONTH3).key or ""
    for place, enrolment in enumerate(story.enrolments[:4]):
        view = keying.open_paper_of(work, sitting, enrolment)
        first, second = (question.key for question in view.form.questions)
        keying.key_answer(work, view, first, "2" if place else "3")
        keying.key_answer(work, view, second, WORDS)
    sheets = opinions(work, story.course)
    for step in ("5", "5", "4", "4", "3", "1"):
        feedback.key_paper(work, sheets, [step, "4", OPINION])
    feedback.enter_papers(work)
    certificates.issue(work, story.course, "en")
    _small_course(story)


def _small_course(story: Story) -> None:
    work = story.work
    draft = CourseDraft(
        "SMALL", Texts(en=FORMULA), story.clock.today("Asia/Dushanbe"), story.clock.today("Asia/Dushanbe")
    )
    course = courses.create_course(work, draft).key or ""
    story.notes["small"] = course
    session = sessions.add_session(work, course, SessionDraft(draft.first_day, 540, 600)).key or ""
    for name, sex in (("Алиева Гулру", Sex.FEMALE), ("Бобоев Саид", Sex.MALE), ("Восиев Умар", Sex.MALE)):
        key = enrolments.add_walk_in(work, course, name, sex=sex).key or ""
        attendance.mark(work, key, session, Mark.PRESENT)
    sheets = opinions(work, course)
    for _ in range(3):
        feedback.key_paper(work, sheets, ["1", "1", OPINION])
    feedback.enter_papers(work, few=True)


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    """Return the rows of a table as CSV has them."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def descriptor_of(folder: Path) -> dict[str, Any]:
    """Return what describes a package."""
    found = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def sqlite_rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table as the SQLite file has them."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f'SELECT * FROM "{table}"')]


_DOCUMENT = Path(__file__).resolve().parents[2] / "packaging" / "ANALYSTS.md"


def examples() -> list[str]:
    """Return the questions of the document for analysts."""
    return re.findall(r"```sql\n(.*?)```", _DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
