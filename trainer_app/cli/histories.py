"""How the command line tells what was ever written about one mark or answer."""

from trainer_app.cli.fields import moment_text
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.histories import RowChange, RowHistory


def changes_of(session: Session, found: RowHistory) -> list[dict[str, object]]:
    """Return each change as JSON, the newest first."""
    return [_change(session, change) for change in found.changes]


def lines_of(session: Session, found: RowHistory) -> list[str]:
    """Return each change as a line for people, the newest first."""
    return [_change_line(session, change) for change in found.changes]


def _change(session: Session, change: RowChange) -> dict[str, object]:
    return {
        "words": [session.words(words) for words in change.said],
        "values": dict(change.values),
        "user": change.user,
        "at": change.at,
        "device": change.device,
        "file": change.file,
        "state": change.state.value if change.state else None,
        "stands": change.stands,
        "contradicts": change.contradicts,
        "reason": change.reason,
        "decided": [{"user": user, "words": session.words(words)} for user, words in change.decided],
    }


def _change_line(session: Session, change: RowChange) -> str:
    """Return one change for people; * marks what holds now, ! what contradicts something else."""
    said = "; ".join(session.words(words) for words in change.said)
    when = moment_text(change.at)
    state = session.words(Label(f"sending.state.{change.state.value}")) if change.state else ""
    parts = (said, change.user, when, change.device, change.file, state, change.reason)
    sign = "!" if change.contradicts else "*" if change.stands else " "
    return f"{sign} {' · '.join(part for part in parts if part)}"
