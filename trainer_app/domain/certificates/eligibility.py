"""Who completes a course, and why: the completion rule as a pure function.

The rule: attendance share >= its limit and post-test >= its limit; each part can be off. Who completes
gets a certificate of completion; otherwise, with any minute attended, a certificate of attendance.
"What if the limit were 75 %" is the same call with another rule.

The share is of the minutes of all held sessions of the course: those without a mark attend no minute, and
neither do those before a walk-in came, so that nobody completes by coming late. The grid in the window
shows another figure while the course runs, the share so far (`marks.share_so_far`: marked sessions only),
which is no promise. So that the two are not mixed up, the reasons say "of all held sessions" and how many
are not marked.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from trainer_app.domain.attendance.marks import GridRow, reaches
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Percent, exact_percent, limit_label, percent_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import BoardRow, CertificateKind
from trainer_app.domain.courses.courses import CompletionRule


class Override(Struct, frozen=True):
    """A decision by hand against the rule. It counts only with a reason."""

    kind: CertificateKind
    reason: str


class CompletionDecision(Struct, frozen=True):
    """What somebody gets, and why.

    `reasons` say why, in the order: the decision by hand if there is one, then attendance, then post-test:
    the parts that were not reached, or if all were, what was reached; at the end how many sessions
    are not marked. `by_rule` is what the rule alone gives.
    """

    result: CertificateKind
    reasons: tuple[Label, ...]
    by_rule: CertificateKind


class _Finding(Struct, frozen=True):
    reached: bool
    label: Label


def make_override(kind: str, reason: str) -> Override:
    """Return a decision by hand as somebody typed it.

    Raises `TrainerError` "eligibility.override_needs_reason" without a reason and
    "eligibility.override_unknown" for a kind that is none.
    """
    found = read_override(kind, reason)
    if found is None:
        raise TrainerError("eligibility.override_unknown", kind=kind)
    if not found.reason:
        raise TrainerError("eligibility.override_needs_reason")
    return found


def read_override(kind: str, reason: str) -> Override | None:
    """Return a stored decision by hand; None if there is none. Its reason may be blank after a merge."""
    if kind not in tuple(CertificateKind):
        return None
    return Override(CertificateKind(kind), reason.strip())


def decide(
    rule: CompletionRule,
    attended: int,
    planned: int,
    post_test: Percent | None = None,
    override: Override | None = None,
    unmarked: int = 0,
    *,
    gone: bool = False,
) -> CompletionDecision:
    """Apply the completion rule to one participant.

    `attended` and `planned` are minutes of held sessions, compared without rounding; `post_test` is in
    hundredths of a per cent (`amounts.exact_percent` gives it unrounded), None without a paper.
    `unmarked` counts the held sessions without a mark: they attend no minute, and are told.
    Who was replaced or withdrew (`gone`) gets nothing but by a decision by hand.
    Without any part that is on, whoever attended a minute completes.
    """
    findings = [
        found for found in (_judge_share(rule, attended, planned), _judge_test(rule, post_test)) if found
    ]
    by_rule = result_of(rule, attended, planned, post_test, gone=gone)
    reasons = [Label("eligibility.gone")] if gone else _explain(by_rule, findings, attended, planned)
    result = result_of(rule, attended, planned, post_test, override, gone=gone)
    if override is not None and override.reason:
        reasons.insert(0, _say_override(override))
    elif override is not None:
        reasons.insert(0, Label("eligibility.override_without_reason"))
    if unmarked > 0:
        reasons.append(Label("eligibility.unmarked", {"count": unmarked}))
    return CompletionDecision(result, tuple(reasons), by_rule)


def result_of(
    rule: CompletionRule,
    attended: int,
    planned: int,
    post_test: Percent | None = None,
    override: Override | None = None,
    *,
    gone: bool = False,
) -> CertificateKind:
    """Return what the completion rule, or a decision by hand, gives one participant; see `decide`."""
    if override is not None and override.reason:
        return override.kind
    if gone:
        return CertificateKind.NONE
    there = attended > 0 or rule.post_test is not None
    if there and _share_reached(rule, attended, planned) and _test_reached(rule, post_test):
        return CertificateKind.COMPLETION
    return CertificateKind.ATTENDANCE if attended > 0 else CertificateKind.NONE


def _share_reached(rule: CompletionRule, attended: int, planned: int) -> bool:
    return rule.share is None or reaches(attended, planned, rule.share)


def _test_reached(rule: CompletionRule, post_test: Percent | None) -> bool:
    return rule.post_test is None or (post_test is not None and post_test >= rule.post_test)


def _judge_share(rule: CompletionRule, attended: int, planned: int) -> _Finding | None:
    if rule.share is None:
        return None
    share = exact_percent(attended, planned)
    if share is None:
        return _Finding(False, Label("eligibility.nothing_held"))
    reached = _share_reached(rule, attended, planned)
    code = "eligibility.share_reached" if reached else "eligibility.share_below"
    shown = {"share": percent_label(share, rule.share), "limit": limit_label(rule.share)}
    return _Finding(reached, Label(code, shown))


def _judge_test(rule: CompletionRule, post_test: Percent | None) -> _Finding | None:
    if rule.post_test is None:
        return None
    limit = limit_label(rule.post_test)
    if post_test is None:
        return _Finding(False, Label("eligibility.test_missing", {"limit": limit}))
    reached = _test_reached(rule, post_test)
    code = "eligibility.test_reached" if reached else "eligibility.test_below"
    return _Finding(
        reached, Label(code, {"percent": percent_label(post_test, rule.post_test), "limit": limit})
    )


def _explain(by_rule: CertificateKind, findings: list[_Finding], attended: int, planned: int) -> list[Label]:
    """Return why the rule says what it says; never empty."""
    against = [finding.label for finding in findings if not finding.reached]
    if by_rule is CertificateKind.COMPLETION:
        share = exact_percent(attended, planned)
        free = [] if share is None else [Label("eligibility.no_limit", {"share": percent_label(share)})]
        return [finding.label for finding in findings] or free
    if by_rule is CertificateKind.NONE and planned > 0:
        against.append(Label("eligibility.no_attendance"))
    return against or [Label("eligibility.nothing_held")]


def _say_override(override: Override) -> Label:
    kind = Label(f"eligibility.kind.{override.kind}")
    return Label("eligibility.override", {"kind": kind, "reason": override.reason})


def with_repeats(board: Sequence[BoardRow], people: Sequence[GridRow]) -> list[BoardRow]:
    """Return a board on which each joined person in several rows is judged in one, as `same_person` rules.

    The others say in which, and that they get nothing besides. `people` are the rows of the grid.
    """
    # Two laptops may have given one number twice: the person says whose row it is.
    leads = {row.person: line for row, line in zip(people, board, strict=True) if not row.same_as}
    return [
        _repeating(line, leads[row.person], gone=row.gone) if row.same_as else line
        for row, line in zip(people, board, strict=True)
    ]


def _repeating(row: BoardRow, lead: BoardRow, *, gone: bool) -> BoardRow:
    """Return a row that says whose it is; of one that waits in Review that is said already."""
    said = Label("eligibility.repeats", {"number": Label("list.one", {"number": lead.number})})
    result = CertificateKind.NONE if gone else lead.result
    return replace(
        row,
        repeats=lead.number,
        share=lead.share,
        post_test=lead.post_test,
        result=result,
        reasons=lead.reasons[:-1] + row.reasons[-1:] if row.twice else (said,),
    )


def count_results(board: Iterable[BoardRow]) -> dict[CertificateKind, int]:
    """Return how many people get what, each joined person once."""
    results = [row.result for row in board if not row.repeats]
    return {kind: results.count(kind) for kind in CertificateKind}
