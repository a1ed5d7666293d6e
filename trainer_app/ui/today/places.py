"""Where each thing on the first screen leads: a screen, and what it shows there."""

from typing import Any

from trainer_app.domain.today import Due, DueKind, NextKind, NextStep

_TABS = {
    NextKind.PLAN_SESSIONS: "sessions",
    NextKind.ADD_PEOPLE: "participants",
    NextKind.MARK: "attendance",
    NextKind.COMING: "attendance",
    NextKind.ISSUE: "certificates",
}
_SCREENS: dict[NextKind, tuple[str, dict[str, Any]]] = {
    NextKind.SEND: ("sending", {}),
    NextKind.REVIEW: ("review", {}),
    NextKind.INCOMING: ("office", {"tab": "incoming", "new": True}),
    NextKind.RETENTION: ("office", {"tab": "retention"}),
}
_DUE: dict[DueKind, dict[str, Any]] = {
    DueKind.UNMARKED: {"tab": "attendance", "view": "grid"},
    DueKind.SHEETS: {"tab": "attendance", "view": "signatures"},
    DueKind.NAME_ONLY: {"tab": "participants", "to_complete": True},
    DueKind.SEX_UNKNOWN: {"tab": "participants", "to_complete": True},
    DueKind.NO_LATIN_NAME: {"tab": "participants", "to_complete": True},
    DueKind.PRE_TEST: {"tab": "evaluations"},
    DueKind.POST_TEST: {"tab": "evaluations"},
    DueKind.FEEDBACK: {"tab": "feedback"},
    DueKind.CERTIFICATES: {"tab": "certificates"},
    DueKind.UNFIT: {"tab": "certificates", "view": "board"},
    DueKind.CLASHES: {"tab": "sessions"},
    DueKind.NO_TRAINER: {"tab": "sessions"},
}


def of_step(step: NextStep) -> tuple[str, dict[str, Any]]:
    """Return the screen of the next step, and the place on it."""
    if step.kind in _SCREENS:
        return _SCREENS[step.kind]
    if step.kind is NextKind.CREATE_COURSE:
        return "courses", {"create": True}
    if step.kind is NextKind.DUE and step.due is not None:
        return "courses", of_due(step.due)
    place: dict[str, Any] = {"course": step.course}
    if step.kind in _TABS:
        place["tab"] = _TABS[step.kind]
    if step.session:
        place["session"] = step.session
    return "courses", place


def of_due(due: Due) -> dict[str, Any]:
    """Return the place of something due in the workspace of its course."""
    session = {"session": due.session} if due.session else {}
    return {"course": due.course, **_DUE[due.kind], **session}
