"""What takes two heads where an office has them: erasing, revoking certificates, reopening what was approved.

So does what changes who the heads are, and a new key on paper. `decide` does it at once where one head works,
and asks another one where there are more; `confirm` does it in one step with the second signature. Where
the other one is gone for good, the office's key from paper stands for them: `confirm_with_paper`. A request
can be declined, and withdrawn by who asked.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec import Struct

from trainer_app.actions.base import heads, identity, joint, rights, users
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.office import approval, erasing, key_papers
from trainer_app.bundle import sealing
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import (
    ABOUT_PEOPLE,
    ANSWER,
    LONGEST_REFERENCE,
    PAPER,
    REQUEST,
    JointAnswer,
    JointDecision,
    JointMatter,
    JointState,
    JointStatement,
    answer_words,
    check_reason,
    may_answer,
    next_moment,
    request_words,
    waiting_about,
    write_grant,
)
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.erasing import Erasure, PlanWords, plan_words, purge_words
from trainer_app.domain.people.persons import erased_mark
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
    by_paper: bool = False
    late: tuple[Label, ...] = ()
    """Who answered otherwise elsewhere, without knowing of the answer that holds."""


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
            names.get(each.answered_by, "") if state in joint.ANSWERED else "",
            state is JointState.CONFIRMED and each.answered_by == PAPER,
            _late(work, each, names) if state in joint.ANSWERED else (),
        )
        for each, state in found
        if everything or state is JointState.WAITING
    ]


def _late(work: Workplace, found: JointDecision, names: Mapping[str, str]) -> tuple[Label, ...]:
    return tuple(
        Label(f"joint.late.{each.answer}", {"name": names.get(each.answered_by, "–")})
        for each in joint.late_answers(work, found)
    )


def list_decided(work: Workplace, most: int) -> list[JointLine]:
    """Return the requests that wait no more, the last decided first: at most so many."""
    found = [line for line in list_lines(work, everything=True) if line.state is not JointState.WAITING]
    found.sort(key=lambda line: (line.decision.answered_at or line.decision.at, line.decision.key))
    return found[: -most - 1 : -1]


def askers(work: Workplace, records: Sequence[Erasure]) -> dict[str, str]:
    """Return who asked for what another head confirmed to erase, by the key of its record."""
    confirmed = [line for line in list_lines(work, everything=True) if line.state is JointState.CONFIRMED]
    asked = {(line.decision.matter, frozenset(line.decision.subjects)): line.asked_by for line in confirmed}
    found = {}
    for record in records:
        about = (JointMatter.PURGE.value, frozenset(record.courses))
        if record.person is not None:
            about = (JointMatter.ERASE.value, frozenset((record.person,)))
        if about in asked:
            found[record.key] = asked[about]
    return found


def foreseen(work: Workplace, found: JointDecision) -> Mapping[str, Sequence[Label]]:
    """Return what a request that waits would do, as whoever asked saw it: sentences by their heading.

    Where it cannot be done any more, why not.
    """
    if found.matter not in tuple(JointMatter):
        return {}
    try:
        return _FORESEEN[JointMatter(found.matter)](work, found.subjects)
    except TrainerError as problem:
        return {"happens": [Label(problem.code, problem.values)]}


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

    `subjects` are a person's key, courses' keys, serials, or a user's key with the role to come.
    Raises what the action itself raises;
    joint.no_reason, joint.too_long, joint.already where it waits.
    """
    if not takes_two(work, matter, subjects):
        return _ACTS[matter](work, subjects, reason, reference, progress)
    return _ask(work, matter, subjects, reason, reference)


def takes_two(work: Workplace, matter: JointMatter, subjects: Sequence[str]) -> bool:
    """Tell whether another head has to confirm it; a head steps down alone. Raises users.unknown."""
    if matter is JointMatter.LOWER and work.person is not None and subjects[0] == work.person.key:
        return False
    if matter in (JointMatter.LOWER, JointMatter.REMOVE, JointMatter.PASSPHRASE):
        return users.needs_two(work, users.find_user(work, subjects[0]), matter)
    return rights.takes_two(work)


def _check_none_waits(work: Workplace, subjects: Sequence[str]) -> bool:
    """Return True where nothing about these waits for a second head. Raises joint.already: what waits."""
    found = waiting_about(joint.list_waiting(work), subjects)
    if found is not None:
        names = {user.key: user.name for user in rights.all_users(work)}
        raise TrainerError("joint.already", what=_title(work, found), name=names.get(found.by, "–"))
    return True


def _ask(
    work: Workplace, matter: JointMatter, subjects: Sequence[str], reason: str, reference: str
) -> Changes:
    tidy, number = check_reason(reason), " ".join(reference.split())
    if len(number) > LONGEST_REFERENCE:
        raise TrainerError("joint.too_long", most=LONGEST_REFERENCE)
    _CHECKS[matter](work, subjects, (tidy, number))
    with work.journal.transaction():
        _check_none_waits(work, subjects)
        own = users.ensure_signer(work)
        found = JointDecision(
            key=work.journal.make_key(),
            matter=matter.value,
            subjects=tuple(subjects),
            reason=tidy,
            reference=number,
            by=own.key,
            at=_now(work),
            grant=write_grant(rights.grant_of(own)),
        )
        found = msgspec.structs.replace(found, signature=_sign(work, request_words(work.office_code, found)))
        # Nobody is named in the step: it outlives whoever is erased.
        label = Label(joint.ASKED, {"what": _kind(found)})
        return work.journal.record(label, [joint.to_write(found, REQUEST)], key=found.key, note=True)


@guarded
def confirm(work: Workplace, decision: str, *, progress: Progress = no_progress) -> Changes:
    """Confirm the request of another head: it is done, in one step with this answer.

    Raises joint.unknown, joint.own, and what the action itself raises: then it still waits.
    """
    found = find(work, decision).decision
    return _do(work, found, _answered(work, found, JointAnswer.CONFIRMED, ""), progress)


def _do(work: Workplace, found: JointDecision, answered: JointDecision, progress: Progress) -> Changes:
    """Do what was asked for, in one step with the answer."""
    act = _ACTS[JointMatter(found.matter)]
    with joint.agreed_by_two(found, joint.to_write(answered, ANSWER)):
        return act(work, found.subjects, found.reason, found.reference, progress)


@guarded
def confirm_with_paper(
    work: Workplace, decision: str, paper: str, *, progress: Progress = no_progress
) -> Changes:
    """Confirm one's own request with the office's key from paper, in the place of a head who is gone.

    It is done, and the history says with what. Raises joint.unknown, joint.not_own, vault.bad_recovery_key,
    vault.wrong_recovery_key, travelling.at_office, and what the action itself raises: then it still waits.
    """
    if work.travels:
        raise TrainerError("travelling.at_office")
    found = find(work, decision).decision
    own = users.ensure_signer(work)
    if own.key != found.by:
        raise TrainerError("joint.not_own")
    signer = users.read_paper(work, paper)
    answered = msgspec.structs.replace(
        found,
        answer=JointAnswer.CONFIRMED.value,
        answered_by=PAPER,
        answered_at=_now(work),
        answer_grant=write_grant(signer.grant),
    )
    words = answer_words(work.office_code, answered)
    signature = sealing.sign(words, signer.seed, sealing.Purpose.JOINT).decode()
    changes = _do(work, found, msgspec.structs.replace(answered, answer_signature=signature), progress)
    label = Label("joint.step.paper", {"name": own.name, "what": _kind(found)})
    work.journal.record(label, [joint.statement(work, JointStatement.USED, own, [found.key])], note=True)
    return changes


def _now(work: Workplace) -> int:
    return next_moment(work.clock.millis(), heads.read_rows(work))


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
    return work.journal.record(label, [joint.to_write(answered, ANSWER)], key=found.key, note=True)


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
        answered_at=_now(work),
        answer_grant=write_grant(rights.grant_of(own)),
    )
    words = answer_words(work.office_code, found)
    return msgspec.structs.replace(found, answer_signature=_sign(work, words))


def _sign(work: Workplace, words: bytes) -> str:
    own = work.vault_key.user
    # On the road the computer's own key is the one that the office granted them.
    seed = own.signing_seed if own is not None else identity.device_keys(work).seed
    return sealing.sign(words, seed, sealing.Purpose.JOINT).decode()


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


def _lower(
    work: Workplace, subjects: Sequence[str], _reason: str, _reference: str, _progress: Progress
) -> Changes:
    return users.set_role(work, subjects[0], UserRole(subjects[1]))


def _remove(
    work: Workplace, subjects: Sequence[str], _reason: str, _reference: str, _progress: Progress
) -> Changes:
    return users.remove(work, subjects[0])


def _allow(
    work: Workplace, subjects: Sequence[str], _reason: str, _reference: str, _progress: Progress
) -> Changes:
    return users.allow_passphrase(work, subjects[0])


def _raise(
    work: Workplace, subjects: Sequence[str], _reason: str, _reference: str, _progress: Progress
) -> Changes:
    return users.set_role(work, subjects[0], UserRole.HEAD)


def _papers(
    work: Workplace, _subjects: Sequence[str], _reason: str, _reference: str, _progress: Progress
) -> Changes:
    key_papers.make_new(work)
    return Changes(Label("joint.step.papers"))


type _Act = Callable[[Workplace, Sequence[str], str, str, Progress], Changes]
_ACTS: Mapping[JointMatter, _Act] = {
    JointMatter.ERASE: _erase,
    JointMatter.PURGE: _purge,
    JointMatter.VOID: _void,
    JointMatter.REOPEN: _reopen,
    JointMatter.LOWER: _lower,
    JointMatter.REMOVE: _remove,
    JointMatter.PASSPHRASE: _allow,
    JointMatter.RAISE: _raise,
    JointMatter.PAPERS: _papers,
}


def _check_reopening(work: Workplace, subjects: Sequence[str], _texts: Sequence[str]) -> None:
    course = courses.get_course(work, subjects[0]).course
    if course.state is not CourseState.APPROVED:
        raise TrainerError("approval.none", code=course.code)


def _check_lowering(work: Workplace, subjects: Sequence[str], _texts: Sequence[str]) -> None:
    _other(work, subjects[0])
    if subjects[1] not in tuple(UserRole) or subjects[1] == UserRole.HEAD:
        raise TrainerError("users.unknown", name=subjects[1])


def _other(work: Workplace, user: str) -> None:
    found = users.find_user(work, user)
    if work.person is not None and found.key == work.person.key:
        raise TrainerError("users.not_oneself")


_CHECKS: Mapping[JointMatter, Callable[[Workplace, Sequence[str], Sequence[str]], object]] = {
    JointMatter.ERASE: lambda work, subjects, texts: erasing.check_erasing(work, subjects[0], *texts),
    JointMatter.PURGE: lambda work, subjects, texts: erasing.check_purging(work, subjects, *texts),
    JointMatter.VOID: lambda work, subjects, _texts: certificates.valid(work, subjects),
    JointMatter.REOPEN: _check_reopening,
    JointMatter.LOWER: _check_lowering,
    JointMatter.REMOVE: lambda work, subjects, _texts: _other(work, subjects[0]),
    JointMatter.PASSPHRASE: lambda work, subjects, _texts: _other(work, subjects[0]),
    JointMatter.RAISE: lambda work, subjects, _texts: users.find_user(work, subjects[0]),
    JointMatter.PAPERS: lambda work, _subjects, _texts: key_papers.check_none_wait(work),
}


def void_words(work: Workplace, serials: Sequence[str]) -> Label:
    """Return what becomes of certificates that are declared void, and whose they are."""
    named = ", ".join(certificates.with_names(work, serials))
    return Label("joint.happens.void", {"serials": named, "count": len(serials)})


def _sentence(matter: JointMatter) -> Callable[[Workplace, Sequence[str]], Mapping[str, Sequence[Label]]]:
    """Return what shows a matter whose consequences are the same whatever it is about."""
    return lambda _work, _subjects: {"happens": [Label(f"joint.happens.{matter.value}")]}


REOPEN_WORDS = Label("joint.happens.reopen")
"""What becomes of a course whose approval is taken back."""


def _plan_lists(said: PlanWords) -> dict[str, Sequence[Label]]:
    return {"goes": said.goes, "stays": said.stays, "elsewhere": said.elsewhere}


_FORESEEN: Mapping[JointMatter, Callable[[Workplace, Sequence[str]], Mapping[str, Sequence[Label]]]] = {
    JointMatter.ERASE: lambda work, subjects: _plan_lists(plan_words(erasing.preview(work, subjects[0]))),
    JointMatter.PURGE: lambda work, subjects: _plan_lists(purge_words(erasing.plan(work, subjects))),
    JointMatter.VOID: lambda work, subjects: {"happens": [void_words(work, subjects)]},
    **{
        matter: _sentence(matter)
        for matter in JointMatter
        if matter in {*ABOUT_PEOPLE, JointMatter.REOPEN, JointMatter.PAPERS}
    },
}


def _kind(found: JointDecision) -> Label:
    return Label(f"joint.kind.{found.matter}", {"count": len(found.subjects)})


def _title(work: Workplace, found: JointDecision) -> Label:
    """Return what a request is about: "erase the data of …"."""
    if found.matter not in tuple(JointMatter):
        return Label("joint.unknown_matter")
    values: dict[str, object] = {"what": _names(work, found)}
    if found.matter == JointMatter.LOWER and len(found.subjects) > 1:
        values["role"] = Label(f"users.role.{found.subjects[1]}")
    return Label(f"joint.matter.{found.matter}", values)


def _names(work: Workplace, found: JointDecision) -> Sequence[str | Label]:
    if found.matter in ABOUT_PEOPLE:
        names = {user.key: user.name for user in rights.all_users(work)}
        return [names.get(found.subjects[0], "–") if found.subjects else "–"]
    if found.matter == JointMatter.VOID:
        return list(found.subjects)
    if found.matter == JointMatter.ERASE:
        person = people.get_person(work.database, found.subjects[0]) if found.subjects else None
        if person is not None and person.erased:
            return [Label("person.erased_as", {"mark": erased_mark(person.key)})]
        return [person.name if person is not None else "–"]
    known = {course.key: course.code for course in list_courses(work.database)}
    return [known.get(key, "–") for key in found.subjects]
