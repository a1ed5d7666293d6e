"""What takes two heads where an office has them: erasing, revoking certificates, reopening what was approved.

`decide` does it at once where one head works, and asks another one where there are more; `confirm` does it
in one step with the second signature. A request can be declined, and withdrawn by who asked.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec import Struct

from trainer_app.actions.base import identity, joint, rights, users
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.office import approval, erasing
from trainer_app.bundle import sealing
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import (
    ANSWER,
    LONGEST_REFERENCE,
    REQUEST,
    JointAnswer,
    JointDecision,
    JointMatter,
    JointState,
    answer_words,
    check_reason,
    may_answer,
    request_words,
    waiting_about,
    write_grant,
)
from trainer_app.domain.base.journal import Value
from trainer_app.domain.courses.courses import CourseState
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses.courses import list_courses
from trainer_app.store.people import people


class JointLine(Struct, frozen=True):
    """A request as lists show it: what it is about in words, who asked, and whether that is who is here."""

    decision: JointDecision
    state: JointState
    title: Label
    asked_by: str
    own: bool
    answered_by: str = ""


def is_asked(changes: Changes) -> bool:
    """Tell whether `decide` only asked another head."""
    return changes.label.code == joint.ASKED


def list_lines(work: Workplace, *, everything: bool = False) -> list[JointLine]:
    """Return what waits for a second head, the oldest first; or every request that there was."""
    here = work.person.key if work.person is not None else ""
    found = joint.list_decisions(work)
    names = {user.key: user.name for user in rights.all_users(work)} if found else {}
    return [
        JointLine(
            each,
            state,
            _title(work, each),
            names.get(each.by, ""),
            each.by == here,
            names.get(each.answered_by, "") if state in _ANSWERED else "",
        )
        for each, state in found
        if everything or state is JointState.WAITING
    ]


_ANSWERED = (JointState.CONFIRMED, JointState.DECLINED, JointState.WITHDRAWN)


def find(work: Workplace, decision: str) -> JointLine:
    """Return a request that waits, by its key or a part of it. Raises joint.unknown."""
    found = [line for line in list_lines(work) if decision and decision in line.decision.key]
    if len(found) != 1:
        raise TrainerError("joint.unknown")
    return found[0]


@guarded
def decide(
    work: Workplace,
    matter: JointMatter,
    subjects: Sequence[str],
    reason: str,
    reference: str = "",
    *,
    progress: Progress = no_progress,
) -> Changes:
    """Do what cannot be taken back, or ask another head where there is one; `is_asked` tells which.

    `subjects` are a person's key, courses' keys, or serials. Raises what the action itself raises;
    joint.no_reason, joint.too_long, joint.already where it waits.
    """
    if not rights.takes_two(work):
        return _ACTS[matter](work, subjects, reason, reference, progress)
    return _ask(work, matter, subjects, reason, reference)


def _ask(
    work: Workplace, matter: JointMatter, subjects: Sequence[str], reason: str, reference: str
) -> Changes:
    tidy, number = check_reason(reason), " ".join(reference.split())
    if len(number) > LONGEST_REFERENCE:
        raise TrainerError("joint.too_long", most=LONGEST_REFERENCE)
    _CHECKS[matter](work, subjects, (tidy, number))
    with work.journal.transaction():
        if waiting_about(joint.list_waiting(work), subjects) is not None:
            raise TrainerError("joint.already")
        own = users.ensure_signer(work)
        found = JointDecision(
            key=work.journal.make_key(),
            matter=matter.value,
            subjects=tuple(subjects),
            reason=tidy,
            reference=number,
            by=own.key,
            at=work.clock.millis(),
            grant=write_grant(rights.grant_of(own)),
        )
        found = msgspec.structs.replace(found, signature=_sign(work, request_words(work.office_code, found)))
        # Nobody is named in the step: it outlives whoever is erased.
        label = Label(joint.ASKED, {"what": _kind(found)})
        return work.journal.record(label, [_write(found, REQUEST)], key=found.key, note=True)


@guarded
def confirm(work: Workplace, decision: str, *, progress: Progress = no_progress) -> Changes:
    """Confirm the request of another head: it is done, in one step with this answer.

    Raises joint.unknown, joint.own, and what the action itself raises: then it still waits.
    """
    found = find(work, decision).decision
    answered = _answered(work, found, JointAnswer.CONFIRMED, "")
    act = _ACTS[JointMatter(found.matter)]
    with joint.agreed_by_two(found, _write(answered, ANSWER)):
        return act(work, found.subjects, found.reason, found.reference, progress)


@guarded
def decline(work: Workplace, decision: str, reason: str) -> Changes:
    """Say no to the request of another head. Raises joint.unknown, joint.own, joint.no_reason."""
    return _close(work, decision, JointAnswer.DECLINED, check_reason(reason))


@guarded
def withdraw(work: Workplace, decision: str) -> Changes:
    """Take one's own request back. Raises joint.unknown, joint.not_own."""
    return _close(work, decision, JointAnswer.WITHDRAWN, "")


def _close(work: Workplace, decision: str, answer: JointAnswer, reason: str) -> Changes:
    line = find(work, decision)
    found = line.decision
    if found.matter == JointMatter.ERASE and reason:
        erasing.check_erasing(work, found.subjects[0], reason)
    answered = _answered(work, found, answer, reason)
    label = Label(f"joint.step.{answer.value}", {"what": _kind(found)})
    return work.journal.record(label, [_write(answered, ANSWER)], key=found.key, note=True)


def _answered(work: Workplace, found: JointDecision, answer: JointAnswer, reason: str) -> JointDecision:
    """Return a request with its answer, signed by who is here. Raises joint.own, joint.not_own."""
    own = users.ensure_signer(work)
    if not may_answer(answer, own=own.key == found.by):
        raise TrainerError("joint.own" if own.key == found.by else "joint.not_own")
    found = msgspec.structs.replace(
        found,
        answer=answer.value,
        answered_by=own.key,
        answer_reason=reason,
        answered_at=work.clock.millis(),
        answer_grant=write_grant(rights.grant_of(own)),
    )
    words = answer_words(work.office_code, found)
    return msgspec.structs.replace(found, answer_signature=_sign(work, words))


def _sign(work: Workplace, words: bytes) -> str:
    own = work.vault_key.user
    # On the road the computer's own key is the one that the office granted them.
    seed = own.signing_seed if own is not None else identity.device_keys(work).seed
    return sealing.sign(words, seed, sealing.Purpose.JOINT).decode()


def _write(found: JointDecision, names: Sequence[str]) -> Write:
    values: dict[str, Value] = {}
    for name in names:
        value = getattr(found, name)
        values[name] = list(value) if isinstance(value, tuple) else value or None
    return Write(joint.ENTITY, found.key, values)


# What each matter does, and what is looked at before it is asked for.


def _erase(
    work: Workplace, subjects: Sequence[str], reason: str, reference: str, progress: Progress
) -> Changes:
    return erasing.erase_person(work, subjects[0], reason, reference, progress=progress)


def _purge(
    work: Workplace, subjects: Sequence[str], reason: str, reference: str, progress: Progress
) -> Changes:
    return erasing.purge(work, subjects, reason, reference, progress=progress)


def _void(
    work: Workplace, subjects: Sequence[str], reason: str, _reference: str, _progress: Progress
) -> Changes:
    return certificates.void_many(work, subjects, reason)


def _reopen(
    work: Workplace, subjects: Sequence[str], reason: str, _reference: str, _progress: Progress
) -> Changes:
    return approval.take_back(work, subjects[0], reason)


type _Act = Callable[[Workplace, Sequence[str], str, str, Progress], Changes]
_ACTS: Mapping[JointMatter, _Act] = {
    JointMatter.ERASE: _erase,
    JointMatter.PURGE: _purge,
    JointMatter.VOID: _void,
    JointMatter.REOPEN: _reopen,
}


def _check_reopening(work: Workplace, subjects: Sequence[str], _texts: Sequence[str]) -> None:
    course = courses.get_course(work, subjects[0]).course
    if course.state is not CourseState.APPROVED:
        raise TrainerError("approval.none", code=course.code)


_CHECKS: Mapping[JointMatter, Callable[[Workplace, Sequence[str], Sequence[str]], object]] = {
    JointMatter.ERASE: lambda work, subjects, texts: erasing.check_erasing(work, subjects[0], *texts),
    JointMatter.PURGE: lambda work, subjects, texts: erasing.check_purging(work, subjects, *texts),
    JointMatter.VOID: lambda work, subjects, _texts: certificates.valid(work, subjects),
    JointMatter.REOPEN: _check_reopening,
}


def _kind(found: JointDecision) -> Label:
    return Label(f"joint.kind.{found.matter}", {"count": len(found.subjects)})


def _title(work: Workplace, found: JointDecision) -> Label:
    """Return what a request is about: "erase the data of …"."""
    if found.matter not in tuple(JointMatter):
        return Label("joint.unknown_matter")
    return Label(f"joint.matter.{found.matter}", {"what": ", ".join(_names(work, found))})


def _names(work: Workplace, found: JointDecision) -> list[str]:
    if found.matter == JointMatter.VOID:
        return list(found.subjects)
    if found.matter == JointMatter.ERASE:
        person = people.get_person(work.database, found.subjects[0]) if found.subjects else None
        return [person.name if person is not None and not person.erased else "–"]
    known = {course.key: course.code for course in list_courses(work.database)}
    return [known.get(key, "–") for key in found.subjects]
