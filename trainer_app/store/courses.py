"""Projects, courses, sessions and assignments, as stored."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import cast

from trainer_app.domain.courses import (
    LATE_AFTER,
    Assignment,
    CompletionRule,
    Course,
    CourseKind,
    CourseState,
    Logo,
    Project,
    Role,
    Session,
    SessionState,
)
from trainer_app.domain.sittings import ResitRule
from trainer_app.domain.texts import Texts
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, object_number, select_row, select_rows

NO_DAY = date(1970, 1, 1)


def texts_of(fields: Fields, stem: str) -> Texts:
    """Return a text in three languages from its three fields."""
    return Texts(*(fields[f"{stem}_{language}"] or "" for language in ("tg", "ru", "en")))


def day_of(text: object) -> date | None:
    """Return a day from its ISO form; None for a blank or for what is no day."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def choice_of[Choice: StrEnum](options: type[Choice], value: object, default: Choice) -> Choice:
    """Return a member by its value; the default for one that this program does not know."""
    return cast(Choice, _members(options).get(value, default))


@cache
def _members(options: type[StrEnum]) -> Mapping[object, StrEnum]:
    """Return the members by their values: asked for thousands of rows at a time."""
    return {option.value: option for option in options}


def list_projects(database: Database) -> list[Project]:
    """Return all projects by code."""
    return [_project(fields) for fields in select_rows(database, "project", "ORDER BY t.code, t.id")]


def get_project(database: Database, key: str) -> Project | None:
    """Return one project."""
    fields = select_row(database, "project", key)
    return _project(fields) if fields else None


def list_courses(database: Database) -> list[Course]:
    """Return all courses, the earliest first. Read once until a course is written."""
    return [*database.remembered("courses", lambda: _read_courses(database), ("course",))]


def _read_courses(database: Database) -> tuple[Course, ...]:
    rows = select_rows(database, "course", "ORDER BY t.first_day, t.code, t.id")
    return tuple(_course(fields) for fields in rows)


def get_course(database: Database, key: str) -> Course | None:
    """Return one course."""
    fields = select_row(database, "course", key)
    return _course(fields) if fields else None


def list_sessions(database: Database, course: str) -> list[Session]:
    """Return a course's sessions in the order of time, numbered from 1."""
    rows = select_rows(
        database,
        "session",
        "WHERE t.course = ? ORDER BY t.day, t.start, own.key",
        object_number(database, "course", course),
    )
    return [_session(fields, number) for number, fields in enumerate(rows, 1)]


def get_session(database: Database, key: str) -> Session | None:
    """Return one session with its number in the course."""
    fields = select_row(database, "session", key)
    if fields is None:
        return None
    sessions = list_sessions(database, fields["course"])
    return next((session for session in sessions if session.key == key), None)


def list_assignments(database: Database, course: str | None = None) -> list[Assignment]:
    """Return who works at a course, or at all of them."""
    rows = (
        select_rows(database, "assignment", "ORDER BY t.id")
        if course is None
        else select_rows(
            database,
            "assignment",
            "WHERE t.course = ? ORDER BY t.id",
            object_number(database, "course", course),
        )
    )
    return [
        Assignment(
            fields["key"], fields["course"], fields["person"], choice_of(Role, fields["role"], Role.TRAINER)
        )
        for fields in rows
    ]


def _project(fields: Fields) -> Project:
    return Project(
        key=fields["key"],
        code=fields["code"] or "",
        title=texts_of(fields, "title"),
        donor=fields["donor"] or "",
        partner=texts_of(fields, "partner"),
        organiser=texts_of(fields, "organiser"),
        head=fields["head"] or "",
        field_of_work=fields["field_of_work"] or "",
        first_day=day_of(fields["first_day"]),
        last_day=day_of(fields["last_day"]),
        logos={logo: key for logo in Logo if (key := fields[f"{logo}_logo"])},
    )


def _course(fields: Fields) -> Course:
    return Course(
        key=fields["key"],
        code=fields["code"] or "",
        project=fields["project"],
        title=texts_of(fields, "title"),
        first_day=day_of(fields["first_day"]) or NO_DAY,
        last_day=day_of(fields["last_day"]) or NO_DAY,
        kind=choice_of(CourseKind, fields["kind"], CourseKind.COURSE),
        venue=fields["venue"] or "",
        town=fields["town"] or "",
        district=fields["district"] or "",
        zone=fields["zone"] or "Asia/Dushanbe",
        languages=tuple(str(code) for code in fields["languages"] or ("tg",)),
        capacity=fields["capacity"],
        # -1 says that this part of the rule is off; a blank says that nobody changed the default.
        rule=CompletionRule(_limit(fields["share_limit"], 8000), _limit(fields["test_limit"], 6000)),
        state=choice_of(CourseState, fields["state"], CourseState.PLANNED),
        retention_day=day_of(fields["retention_day"]),
        resit_rule=choice_of(ResitRule, fields["resit_rule"], ResitRule.BEST),
        late_after=LATE_AFTER if fields["late_after"] is None else fields["late_after"],
    )


def _limit(value: int | None, default: int) -> int | None:
    if value is None:
        return default
    return value if value >= 0 else None


def _session(fields: Fields, number: int) -> Session:
    return Session(
        key=fields["key"],
        course=fields["course"],
        number=number,
        day=day_of(fields["day"]) or NO_DAY,
        start=fields["start"] or 0,
        end=fields["end"] or 0,
        topic=texts_of(fields, "topic"),
        trainers=tuple(str(key) for key in fields["trainers"] or ()),
        state=choice_of(SessionState, fields["state"], SessionState.PLANNED),
        cancel_reason=fields["cancel_reason"] or "",
        locked=bool(fields["locked"]),
        lock_reason=fields["lock_reason"] or "",
        room=fields["room"] or "",
        locked_by=fields["locked_by"] or "",
        locked_at=fields["locked_at"],
        counted=fields["counted"],
    )
