"""What a person says of the rows of a list: which questions are open, and what answers outlive.

Answers are `RowDecision`s by row number. They are given row by row in the window, or as lists of rows on the
command line (`RowAnswers`). When the meaning of a column is corrected, the list is planned anew; what was
decided stays wherever the row still says the same (`carry_decisions`).
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Problem, Severity
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.ranks import is_rank
from trainer_app.domain.courses.roster_columns import RosterColumn
from trainer_app.domain.courses.roster_plan import (
    NEW,
    NOBODY,
    QUESTION_CODES,
    RosterLine,
    RosterPlan,
    RosterQuestion,
    RowDecision,
    Settlement,
    is_left_out,
)
from trainer_app.domain.courses.roster_reader import RosterRow, RowRepair
from trainer_app.domain.people.names import NameParts, guess_sex
from trainer_app.domain.people.persons import Sex, is_blank

_AS_PROPOSED = RowDecision()


def open_questions(
    plan: RosterPlan, decisions: Mapping[int, RowDecision] | None = None
) -> dict[int, frozenset[RosterQuestion]]:
    """Return what nobody has answered yet, by row number."""
    decided = decisions or {}
    left = {line.number for line in plan.lines if is_left_out(line, decided.get(line.number, _AS_PROPOSED))}
    found: dict[int, frozenset[RosterQuestion]] = {}
    for line in plan.lines:
        if not line.asks or line.number in left:
            continue
        still = line.asks - _answered(line, decided.get(line.number, _AS_PROPOSED), left)
        if still:
            found[line.number] = still
    return found


def _answered(line: RosterLine, decision: RowDecision, left: set[int]) -> set[RosterQuestion]:
    answered = set()
    if decision.same_as is not None or line.alike in left or decision.person not in (None, NEW):
        answered.add(RosterQuestion.ROW)
    if decision.person is not None or decision.same_as:
        answered.add(RosterQuestion.PERSON)
    return answered


_OF_SEX = frozenset(
    f"roster.sex_{code}" for code in ("missing", "missing_unguessed", "unreadable", "unreadable_unguessed")
)
_OF_YEAR = frozenset(("roster.birth_year_short", "roster.birth_date_impossible_short"))
_OF_RANK = frozenset(("roster.rank_misspelled", "roster.rank_unknown"))
_OF_NAME = frozenset(
    f"roster.{code}"
    for code in (
        *("name_cut", "name_brackets", "capitals", "small_letters", "digits_in_name", "one_word_name"),
        *("only_initials", "order_unsure", "patronymic_cut", "several_people", "name_cut_off"),
        "name_latin",
    )
)
_OF_PERSON = frozenset(("roster.maybe_known", "roster.known_differs"))
_OF_ROW = QUESTION_CODES - _OF_PERSON
_OF_ANY_QUESTION = frozenset(("roster.fact_differs", "roster.identity_differs"))


_REPAIRED_BY = {
    "roster.capitals": RowRepair.CASE,
    "roster.legacy_letters": RowRepair.LEGACY,
    "roster.mixed_letters": RowRepair.MIXED,
}
_JOINED = frozenset(("roster.double", "roster.double_differs"))
_OF_WHOLE_NAME = (RosterColumn.NAME, RosterColumn.FAMILY, RosterColumn.GIVEN, RosterColumn.PATRONYMIC)


def open_problems(
    plan: RosterPlan,
    settlement: Settlement,
    questions: Mapping[int, frozenset[RosterQuestion]],
    decisions: Mapping[int, RowDecision] | None = None,
) -> dict[int, tuple[Problem, ...]]:
    """Return what is still to be looked at, by the number of every row; empty where nothing is.

    What is wrong with a row is gone as soon as `settlement` records what was lacking, nothing is asked any
    more (`questions`, see `open_questions`), or `decisions` say otherwise than the remark: then it would tell
    of what is not taken. A row that a later one may repeat tells of that one too.
    """
    decided = decisions or {}
    recorded = {number: person.row for person in settlement.people for number in person.rows}
    found: dict[int, tuple[Problem, ...]] = {}
    for line in plan.lines:
        row, decision = recorded.get(line.number), decided.get(line.number, _AS_PROPOSED)
        asks = questions.get(line.number, frozenset())
        corrected = _corrected_headings(plan, decision) if row is not None else frozenset()
        found[line.number] = tuple(
            problem
            for problem in line.problems
            if not _is_settled(problem, row, asks)
            and not _is_decided(line, problem, decision)
            and not (corrected and (problem.column in corrected or _is_of_typed_name(problem, decision)))
        )
    for line in plan.lines:
        asked = RosterQuestion.ROW in questions.get(line.number, ())
        if asked and line.alike is not None and line.row is not None:
            values = {"later": line.number, "name": line.row.name}
            told = Problem(line.alike, "", line.row.name, "roster.double_below", values)
            found[line.alike] = (*found[line.alike], told)
    return found


def _corrected_headings(plan: RosterPlan, decision: RowDecision) -> frozenset[str]:
    """Return the headings of the columns whose cells somebody corrected in a row."""
    columns = {*decision.fields, *(_OF_WHOLE_NAME if "family" in decision.fields else ())}
    return frozenset(filter(None, map(plan.mapping.heading_of, columns)))


def _is_of_typed_name(problem: Problem, decision: RowDecision) -> bool:
    return problem.code in _OF_NAME and "family" in decision.fields


def _is_decided(line: RosterLine, problem: Problem, decision: RowDecision) -> bool:
    """Tell whether a person decided what a problem tells of, so that it no longer holds or was heard."""
    code = problem.code
    if decision.leave_out is not None and line.row is not None:
        # Nothing of a row is taken that was left out; one that is taken all the same is no signature.
        return decision.leave_out or problem.severity is Severity.REFUSED
    if code == "roster.sex_contradicts":
        return decision.sex is not None
    if code in _JOINED:
        return decision.same_as is not None or decision.person is not None
    if code == "roster.already_enrolled":
        return decision.person is not None
    if code == "roster.name_latin":  # Whoever is somebody else keeps that one's name.
        return bool(decision.same_as) or decision.person not in (None, NEW)
    repair = _REPAIRED_BY.get(code)
    if repair is None or decision.repairs is None:
        return False
    return (repair in decision.repairs) != (repair in line.repairs)


def _is_settled(problem: Problem, row: RosterRow | None, asks: frozenset[RosterQuestion]) -> bool:
    """Tell whether nothing is left to do about a problem, of a row as it is recorded."""
    code = problem.code
    if code in _OF_ROW:
        return RosterQuestion.ROW not in asks
    if code in _OF_PERSON:
        return RosterQuestion.PERSON not in asks
    if code in _OF_ANY_QUESTION:
        return not asks
    if row is None:
        return False
    if code in _OF_RANK:
        return is_rank(row.rank)
    if code == "roster.sex_contradicts":
        guess = guess_sex(NameParts(row.family, row.given, row.patronymic))
        return not row.patronymic or guess in (row.sex, Sex.UNKNOWN)
    return not is_blank(row.sex if code in _OF_SEX else row.birth_year if code in _OF_YEAR else None)


def kept_apart(plan: RosterPlan, decisions: Mapping[int, RowDecision]) -> list[tuple[int, int | str]]:
    """Return who is not the same by what a person answered: a row, and another row or somebody's key.

    Only answers count: whoever is new because nobody answered may still be the same.
    """
    found: list[tuple[int, int | str]] = []
    for line in plan.lines:
        decision = decisions.get(line.number, _AS_PROPOSED)
        first = line.alike if line.alike is not None else line.same_as
        if decision.same_as == NOBODY and first is not None:
            found.append((line.number, first))
        if decision.person == NEW and not decision.same_as:
            known = (*((line.person,) if line.person else ()), *(each.b for each in line.known))
            found += [(line.number, key) for key in known]
    return found


class RowAnswers(Struct, frozen=True):
    """What is said of rows by their numbers.

    `same`: each row is the person that it is asked about, or (a key) this one of the people it may be.
    `separate`: somebody of their own. `leave_out`: not taken; `take`: taken, although it would be left out.
    `as_typed`: no row's letters and capitals are changed.
    """

    same: Mapping[int, str] = field(default_factory=dict)
    separate: Sequence[int] = ()
    leave_out: Sequence[int] = ()
    take: Sequence[int] = ()
    as_typed: bool = False


def decide_rows(plan: RosterPlan, answers: RowAnswers) -> dict[int, RowDecision]:
    """Return answers as decisions.

    Raises roster_action.row_unknown for rows that the list has not, roster_action.row_twice for one of which
    two things are said, roster_action.not_asked for "the same" where there is nobody whom the row may be.
    """
    lines = {line.number: line for line in plan.lines}
    _check_rows(lines, (answers.same, answers.separate, answers.leave_out, answers.take))
    typed = RowDecision(repairs=frozenset()) if answers.as_typed else _AS_PROPOSED
    found = dict.fromkeys(lines, typed) if answers.as_typed else {}
    for number, key in answers.same.items():
        found[number] = _same(lines[number], key, typed)
    for number in answers.separate:
        found[number] = replace(typed, person=NEW, same_as=NOBODY)
    for numbers, left in ((answers.leave_out, True), (answers.take, False)):
        for number in numbers:
            found[number] = replace(typed, leave_out=left)
    return found


def _check_rows(lines: Mapping[int, RosterLine], said: Iterable[Iterable[int]]) -> None:
    seen = set[int]()
    for number in (number for numbers in said for number in numbers):
        if number not in lines:
            raise TrainerError("roster_action.row_unknown", row=number)
        if number in seen:
            raise TrainerError("roster_action.row_twice", row=number)
        seen.add(number)


def _same(line: RosterLine, key: str, typed: RowDecision) -> RowDecision:
    """Return that a row is the person it is asked about: of an earlier row, or somebody known."""
    people = [each.b for each in line.known] + ([line.person] if line.person else [])
    if key:
        if key not in people:
            raise TrainerError("roster_action.not_asked", row=line.number)
        return replace(typed, person=key)
    if line.alike is not None or line.same_as is not None:
        return replace(typed, same_as=line.alike or line.same_as)
    if len(people) != 1:
        raise TrainerError("roster_action.who" if people else "roster_action.not_asked", row=line.number)
    return replace(typed, person=people[0])


def carry_decisions(
    before: RosterPlan, after: RosterPlan, decisions: Mapping[int, RowDecision]
) -> dict[int, RowDecision]:
    """Return decisions about a plan as far as they hold for another plan of the same rows.

    A row that somebody left out or took stays so. Who somebody is holds while the row says the same of them,
    and is asked about the same people; a sex, while the cell of the sex is the same, and so what was
    corrected otherwise; a repair, while it is offered.
    """
    new = {line.number: line for line in after.lines}
    found = {}
    for line in before.lines:
        decision = decisions.get(line.number)
        if decision is None or line.number not in new:
            continue
        kept = _carried(line, new[line.number], decision)
        if kept != _AS_PROPOSED:
            found[line.number] = kept
    return found


def _carried(old: RosterLine, new: RosterLine, decision: RowDecision) -> RowDecision:
    kept = decision
    if _question(old) != _question(new):
        kept = replace(kept, person=None, same_as=None)
    if _said_of_sex(old) != _said_of_sex(new):
        kept = replace(kept, sex=None)
    if kept.fields:
        kept = replace(kept, fields={n: v for n, v in kept.fields.items() if _said(old, n) == _said(new, n)})
    if kept.repairs is not None:
        fresh = new.repairs - old.typed.offered
        kept = replace(kept, repairs=(kept.repairs & new.typed.offered) | fresh)
        kept = replace(kept, repairs=None) if kept.repairs == new.repairs else kept
    return kept


def _question(line: RosterLine) -> object:
    """Return what an answer about who somebody is rests on."""
    name = line.typed.row.name if line.typed.row else ""
    return name, line.person, {each.b for each in line.known}, line.same_as, line.alike, line.differs


def _said(line: RosterLine, name: str) -> object:
    return getattr(line.typed.row, name, None)


def _said_of_sex(line: RosterLine) -> object:
    said = {(each.code, each.value) for each in line.problems if "sex" in each.code}
    return (line.typed.row.sex if line.typed.row else None), said
