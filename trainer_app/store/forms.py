"""Forms and sittings, as stored."""

from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import Form, FormKind
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import derive_key
from trainer_app.domain.sittings import Sitting
from trainer_app.store.courses import choice_of, texts_of
from trainer_app.store.database import Database
from trainer_app.store.registry import key_text
from trainer_app.store.rows import Fields, object_number, select_row, select_rows


def list_forms(database: Database) -> list[Form]:
    """Return all forms, the oldest first; those put away too."""
    return [_form(fields) for fields in select_rows(database, "form", "ORDER BY t.id")]


def get_form(database: Database, key: str) -> Form | None:
    """Return one form."""
    fields = select_row(database, "form", key)
    return _form(fields) if fields else None


def form_fields(form: Form) -> dict[str, Value]:
    """Return what is written of a form, its key and its freezing excepted."""
    return {
        "kind": form.kind.value,
        "questions": list(form.questions),
        "shuffled": form.shuffled,
        "version": form.version,
        "previous": form.previous,
        "archived": form.archived,
        **form.title.fields("title"),
        **form.intro.fields("intro"),
    }


def list_sittings(database: Database, course: str | None = None) -> list[Sitting]:
    """Return the sittings of a course, or all: the earliest occasion first.

    Where there are papers there is a sitting, though another laptop that knew of none took the form away.
    """
    if course is None:
        rows = select_rows(database, "sitting", "ORDER BY t.id")
    else:
        number = object_number(database, "course", course)
        rows = select_rows(database, "sitting", "WHERE t.course = ? ORDER BY t.id", number)
    found = [*map(_sitting, rows)]
    known = {sitting.key for sitting in found}
    found += [sitting for sitting in _of_papers(database, course) if sitting.key not in known]
    order = list(Occasion)
    return sorted(found, key=lambda sitting: order.index(sitting.occasion))


def get_sitting(database: Database, key: str) -> Sitting | None:
    """Return one sitting."""
    fields = select_row(database, "sitting", key)
    if fields is not None:
        return _sitting(fields)
    return next((sitting for sitting in _of_papers(database, None) if sitting.key == key), None)


def sitting_key(course: str, form: str, occasion: Occasion) -> str:
    """Return the key of a sitting: the same choice made on two laptops is one."""
    return derive_key("sitting", course, form, occasion.value)


def _of_papers(database: Database, course: str | None) -> list[Sitting]:
    """Return the sittings to which papers belong, as they go by default, in the order of their keys."""
    where = "" if course is None else "AND t.course = ?1"
    values = () if course is None else (object_number(database, "course", course),)
    there = (
        "JOIN object AS own ON own.id = t.course JOIN object AS used ON used.id = t.form "
        "JOIN course ON course.id = t.course JOIN form ON form.id = t.form "
        f"WHERE t.occasion IS NOT NULL {where}"
    )
    parts = (
        f'SELECT own.key, used.key, t.occasion FROM "{entity}" AS t {there}'
        for entity in ("paper", "feedback_paper")
    )
    found = {
        (key_text(own), key_text(used), choice_of(Occasion, occasion, Occasion.END))
        for own, used, occasion in database.select(" UNION ".join(parts), *values)
    }
    made = [Sitting(sitting_key(*each), *each) for each in found]
    return sorted(made, key=lambda sitting: sitting.key)


def sitting_fields(sitting: Sitting) -> dict[str, Value]:
    """Return what is written of a sitting."""
    return {
        "course": sitting.course,
        "form": sitting.form,
        "occasion": sitting.occasion.value,
        "language": sitting.language,
        "minutes": sitting.minutes,
        "double": sitting.double,
        "paged": sitting.paged,
    }


def _form(fields: Fields) -> Form:
    return Form(
        key=fields["key"],
        kind=choice_of(FormKind, fields["kind"], FormKind.TEST),
        title=texts_of(fields, "title"),
        questions=tuple(each for each in fields["questions"] or () if isinstance(each, str)),
        intro=texts_of(fields, "intro"),
        shuffled=bool(fields["shuffled"]),
        version=fields["version"] or 1,
        previous=fields["previous"],
        frozen=fields["frozen"] or "",
        archived=bool(fields["archived"]),
    )


def _sitting(fields: Fields) -> Sitting:
    return Sitting(
        key=fields["key"],
        course=fields["course"],
        form=fields["form"],
        occasion=choice_of(Occasion, fields["occasion"], Occasion.END),
        language=fields["language"] or "",
        minutes=fields["minutes"] or 0,
        double=bool(fields["double"]),
        paged=fields["paged"] is not False,
    )
