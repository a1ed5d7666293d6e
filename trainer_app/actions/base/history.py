"""Undo and redo, each step in words; and the history of one row.

Where an office has several people, undo and redo end where a step of somebody else stands: nobody speaks for
another. A step that is named (`undo_step`: what Review lists as settled) may be anybody's.
A row's history tells each thing that it said, who wrote it where, and how far it has come to the office.
`say` and its like tell in words what a field of the journal holds, and which values may be chosen.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import takewhile
from typing import Any

from trainer_app.actions.base import heads, rights, sync_status
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.rights import Right
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Sitting
from trainer_app.domain.exchange.laptops import PACK_COURSES
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.review.contradictions import RowChange, RowHistory
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Step
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.base.journal import Others
from trainer_app.store.evaluations import papers
from trainer_app.store.evaluations.forms import get_form, get_sitting
from trainer_app.store.exchange import transfers
from trainer_app.system.clock import tells_day_only

ENTER_FEEDBACK = "feedback_paper.step.enter"


def others_of(work: Workplace) -> Others:
    """Return what tells what other programs write into this data folder from now on."""
    return Others(work.journal)


def undo_feedback_entry(work: Workplace, undo: Callable[[], Changes]) -> Changes:
    """Run an undo or redo of `enter_papers`: what leaves the journal waits as a draft again, and back.

    So nothing is lost by taking back the step in which papers of nobody entered together.
    """
    with work.journal.transaction():
        drafts = {draft.key: draft for draft in papers.list_drafts(work.database)}
        before = papers.all_feedback_papers(work.database)
        changes = undo()
        touched = {key for entity, key in changes.touched if entity == "feedback_paper"}
        after = papers.all_feedback_papers(work.database)
        for key in sorted(touched & before.keys() - after.keys()):
            papers.put_draft(work.database, replace(before[key], finished=True, waiting=True))
        papers.drop_drafts(work.database, sorted(touched & drafts.keys() & after.keys()))
    return changes


_CERTIFYING = frozenset(("serial", "void", "replaced_by"))
"""Fields of a certificate on which others rely once a file has carried them away, in whichever step."""


@guarded
def undo(work: Workplace) -> Changes:
    """Take back the newest step, passing over those that were refused for good before.

    Raises history.nothing_to_undo, history.of_another, history.changed_since, history.waits,
    history.used_since, history.certificates_sent, history.certificates_printed, sitting.has_papers,
    sitting.has_unfinished.
    """
    found = _standing(work, 1)
    if not found:
        raise TrainerError("history.nothing_to_undo")
    _check_own(work, found[0])
    return undo_step(work, found[0].number)


@guarded
def redo(work: Workplace) -> Changes:
    """Do again what was undone last.

    Raises history.nothing_to_redo, history.of_another, history.changed_since, sitting.has_papers,
    sitting.has_unfinished.
    """
    step = work.store.history.next_redo()
    if step is not None:
        _check_own(work, step)
    if step is not None and step.label.code == "sitting.step.drop":
        _check_no_papers(work, step)
    return _inverted(work, step, work.store.history.redo)


@guarded
def undo_step(work: Workplace, step: int, *, for_good: bool = False) -> Changes:
    """Take back one step as a whole; `for_good`: no redo. Raises as `undo`, and history.undone_already."""
    found = work.store.history.find(step)
    if found is not None:
        _check_not_sent(work, found)
        if found.label.code == "sitting.step.choose":
            _check_no_papers(work, found)
    try:
        return _inverted(work, found, lambda: work.store.history.undo_step(step, for_good=for_good))
    except TrainerError as error:
        if error.code in ("history.changed_since", "history.waits", "joint.decided"):
            work.overruled_steps.add(step)
        raise


def pending(work: Workplace, limit: int) -> list[Step]:
    """Return the steps that can be taken back, newest first, without those refused for good before.

    They end at the first one of somebody else.
    """
    return list(takewhile(lambda step: not other_author(work, step), _standing(work, limit)))


def other_author(work: Workplace, step: Step) -> str:
    """Return who did a step where that is another one of the office's people; "" for whoever is here."""
    if work.role is not Role.OFFICE:
        return ""
    author = work.store.history.author_of(step.number)
    # Who is alone in an office may have had another name before.
    return author if author != work.user and len(rights.all_users(work)) > 1 else ""


def refusal(work: Workplace) -> TrainerError | None:
    """Return why `undo` leaves the newest step that stands: another person did it, or it takes two heads.

    None where it would take it back, where there is none, and for who only reads: they have no steps.
    """
    found = _standing(work, 1) if rights.may(work, Right.RECORD) else []
    return next(
        (_of_another(work, each) or rights.step_refusal(work, each.label.code) for each in found), None
    )


def _of_another(work: Workplace, step: Step) -> TrainerError | None:
    author = other_author(work, step)
    return TrainerError("history.of_another", name=author, step=step.label) if author else None


def _check_own(work: Workplace, step: Step) -> None:
    """Refuse to take back, or to do again, what another person did."""
    refused = _of_another(work, step)
    if refused is not None:
        rights.check_step(work, step.label.code)
        raise refused


_BEGUN_AFTER = Setting("history_begun_after", 0, int)
"""The newest step of what was there before anybody worked here: undo goes back to it and no further."""


def begin_here(work: Workplace) -> None:
    """Let undo begin after what is written already: the program wrote that, and no person."""
    work.store.change_setting(_BEGUN_AFTER, max((step.number for step in recent(work, 1)), default=0))


def _standing(work: Workplace, limit: int) -> list[Step]:
    """Return the newest steps that stand, whoever did them, without those refused for good before."""
    refused, first = work.overruled_steps, work.store.setting(_BEGUN_AFTER)
    found = work.store.history.pending(limit + len(refused))
    return [step for step in found if step.number > first and step.number not in refused][:limit]


def may_take_back(work: Workplace, step: Step) -> bool:
    """Tell whether whoever works here takes a step back alone: where there are two heads, no approval."""
    return rights.step_refusal(work, step.label.code) is None


def next_redo(work: Workplace) -> Step | None:
    """Return the step that redo would do again; none where somebody else has taken it back."""
    step = work.store.history.next_redo()
    return step if step is not None and not other_author(work, step) else None


def courses_of(work: Workplace, step: int) -> frozenset[str]:
    """Return the courses in which a step was done; none of one that belongs to no course."""
    return work.store.history.courses_of(step)


def recent(work: Workplace, limit: int = 50) -> list[Step]:
    """Return the newest steps, newest first."""
    return work.store.history.recent(limit)


def last_written(work: Workplace) -> int | None:
    """Return when something was written to the database last, by a person or from a file, in wall ms."""
    steps = recent(work, 1)
    moments = [step.at for step in steps] + [transfers.last_arrival(work.database)]
    return max((moment for moment in moments if moment), default=None)


def imported_since(work: Workplace, step: int) -> bool:
    """Tell whether files were imported after a step that still stands: an import is no step to undo."""
    found = work.store.history.find(step)
    # Of a step without a name only the day is known, and nothing is said.
    return (
        found is not None
        and not tells_day_only(found.at)
        and found.at < transfers.last_arrival(work.database)
    )


def _inverted(work: Workplace, step: Step | None, invert: Callable[[], Changes]) -> Changes:
    """Take a step back or do it again; papers of nobody that leave the journal wait as drafts again."""
    if step is not None:
        rights.check_step(work, step.label.code)
        if any(entry.e == heads.ENTITY for entry in work.store.history.entries(step.number)):
            raise TrainerError("joint.decided")
    if step is not None and step.label.code == ENTER_FEEDBACK:
        return undo_feedback_entry(work, invert)
    try:
        return invert()
    except TrainerError as error:
        if error.code == "history.used_since" and step is not None and _certifying(work, step):
            # What rests on a certificate is the count of its prints: its number is in people's hands.
            raise TrainerError("history.certificates_printed") from error
        raise


def _certifying(work: Workplace, step: Step) -> list[Entry]:
    """Return what a step wrote that issued, voided or replaced certificates."""
    return [
        entry
        for entry in work.store.history.entries(step.number)
        if entry.e == "certificate" and not _CERTIFYING.isdisjoint(entry.s)
    ]


def _check_not_sent(work: Workplace, step: Step) -> None:
    """Refuse to undo on certificates what a file has carried away: a new step with a reason puts it right."""
    written = _certifying(work, step)
    if not written:
        return
    # The first copy of a file is as old as what is in it; later copies of it bring nothing newer.
    kinds = (sync_status.WHOLE_FILE, sync_status.PART_FILE)
    sent = [copies[0].at for copies in sync_status.departures_by_bundle(work, *kinds)]
    if _given_to_others(work, step):
        sent += [copies[0].at for copies in sync_status.departures_by_bundle(work, "pack")]
    last = max(written, key=lambda entry: entry.n)
    # Not by the clock alone: it may have been set back between the step and the file.
    state = sync_status.state_of(work, last.r, last.n)
    if state not in (None, ChangeState.UNSENT) or (sent and max(sent) >= step.at):
        raise TrainerError("history.certificates_sent")


def _check_no_papers(work: Workplace, step: Step) -> None:
    """Refuse to take away the choice of a form of which papers or waiting sheets are there."""
    for entry in work.store.history.entries(step.number):
        sitting = get_sitting(work.database, entry.k) if entry.e == "sitting" else None
        if sitting is not None:
            check_no_papers(work, sitting)


def check_no_papers(work: Workplace, sitting: Sitting) -> None:
    """Refuse to take a form away from its course while papers or waiting sheets of it are there.

    Raises sitting.has_papers; where none of them is whole sitting.has_unfinished, with where to open them.
    """
    course, asked = sitting.course, (sitting.form, sitting.occasion)
    sheets = papers.list_drafts(work.database, course)
    sheets += papers.list_feedback_papers(work.database, course)
    sheets = [one for one in sheets if (one.form, one.occasion) == asked]
    made = [one for one in papers.list_papers(work.database, course) if (one.form, one.occasion) == asked]
    form = get_form(work.database, sitting.form)
    questions = frozenset(form.questions if form is not None else ())
    whole = [one.finished for one in sheets]
    whole += [one.finished or questions <= one.answers.keys() for one in made]
    if any(whole):
        raise TrainerError("sitting.has_papers", count=len(whole))
    if whole:
        place = {"course": course, "tab": "feedback" if sheets else "tests", "sitting": sitting.key}
        raise TrainerError("sitting.has_unfinished", count=len(whole), place=place)


def _given_to_others(work: Workplace, step: Step) -> bool:
    """Tell whether packs carry to laptops what a step wrote: those of the office, with the step's course."""
    given = {key for keys in work.store.setting(PACK_COURSES).values() for key in keys}
    return not given.isdisjoint(courses_of(work, step.number))


type SayEntry = Callable[[Names, Mapping[str, Any], Mapping[str, Any]], tuple[Label, ...]]
"""(names, the fields of an entry, what had been written before) -> what the entry says; nothing: left out."""


def row_history(work: Workplace, entity: str, key: str, told: Collection[str], say: SayEntry) -> RowHistory:
    """Return what was ever written into some fields of a row, here and on other laptops, the newest first.

    Reads the whole journal: for one row, on request.
    """
    standing = entry_history.standing_entries(work.journal, entity, key, told)
    written = entry_history.written_entries(work.database, entity, key)

    def state(each: WrittenEntry) -> ChangeState | None:
        return sync_status.state_of(work, each.replica, each.number)

    return _told_history(Names(work), written, standing, told, say, state)


def row_histories(
    work: Workplace,
    names: Names,
    written: Mapping[RowKey, Sequence[WrittenEntry]],
    told: Collection[str],
    say: SayEntry,
) -> dict[RowKey, RowHistory]:
    """Return the same of many rows, of what `written_of_rows` found of them, without how far it has come."""
    standing = entry_history.standing_of_rows(work.journal, written, told)
    return {
        row: _told_history(names, entries, standing[row], told, say, lambda _each: None)
        for row, entries in written.items()
    }


def _told_history(
    names: Names,
    entries: Sequence[WrittenEntry],
    standing: tuple[Collection[bytes], Collection[bytes]],
    told: Collection[str],
    say: SayEntry,
    state: Callable[[WrittenEntry], ChangeState | None],
) -> RowHistory:
    stands, contradicts = standing
    known: dict[str, Any] = {}
    changes = []
    for written in entries:
        said = say(names, written.values, known)
        known.update(written.values)
        if not said:
            continue
        sides = ((user, say(names, values, {})[:1]) for user, values in written.settled)
        changes.append(
            RowChange(
                said=said,
                values={name: value for name, value in written.values.items() if name in told},
                user=written.user,
                at=written.at,
                device=names.device(written.replica),
                file=written.file,
                state=state(written),
                stands=written.id in stands,
                contradicts=written.id in contradicts,
                decided=tuple((user, words) for user, side in sides for words in side),
                reason=written.reason,
                undone=written.undone,
                again=written.again,
            )
        )
    return RowHistory(tuple(reversed(changes)))
