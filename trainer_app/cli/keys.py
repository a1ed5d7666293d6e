"""`office papers`, `confirm-papers`, `new-papers`, `drop-papers`, `replace-root`, `set-up-again`, ...

Keys from paper come from TRAINER_RECOVERY_KEY and TRAINER_STANDBY_KEY or a prompt, never from an argument.
"""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import key_papers, office_again
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.session import Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.key_papers import KeyPapers
from trainer_app.domain.recovery import ReadAgain

_PLACES = typer.Argument(help="Files, or folders with files: the archive, sticks.")


def papers(context: typer.Context, out: Annotated[Path, typer.Option(help="The PDF to write.")]) -> None:
    """Write the recovery papers that wait to be confirmed, two pages for two places."""
    session: Session = context.obj
    with session.open() as work:
        path = key_papers.write(work, out, session.language)
    session.result({"file": str(path)}, [str(path)])


def confirm_papers(context: typer.Context) -> None:
    """Type the keys back from paper, or their last six letters; then they are wiped here."""
    session: Session = context.obj
    with session.open() as work:
        waiting = key_papers.pending(work)
        if waiting is None:
            raise TrainerError("papers.nothing_waiting")
        recovery = session.recovery_key() if waiting.recovery_key else ""
        key_papers.confirm(work, recovery, session.standby_key())
    session.result({"confirmed": True, "fingerprint": waiting.fingerprint})


def new_papers(context: typer.Context) -> None:
    """Make a new recovery key and a new stand-by. They hold after `office confirm-papers`."""
    session: Session = context.obj
    with session.open() as work:
        made = key_papers.make_new(work)
        _show(session, made)


def replace_root(context: typer.Context) -> None:
    """Replace a lost root key by the stand-by from paper. It holds after `office confirm-papers`."""
    session: Session = context.obj
    with session.open() as work:
        made = key_papers.replace_root(work, session.standby_key())
        _show(session, made)


def drop_papers(context: typer.Context) -> None:
    """Give up new papers that nobody confirmed; the old ones go on."""
    session: Session = context.obj
    with session.open() as work:
        key_papers.drop(work)
    session.result({"dropped": True}, [])


def set_up_again(
    context: typer.Context,
    places: Annotated[list[Path], _PLACES],
    user: Annotated[str, typer.Option(help="Who works at the office.")] = "",
    out: Annotated[Path | None, typer.Option("--papers", help="Also write the papers as PDF.")] = None,
    hold: Annotated[
        bool, typer.Option("--hold", help="Keep the keys until `office confirm-papers`.")
    ] = False,
    revoke: Annotated[
        list[str] | None, typer.Option("--revoke", help="Code of a laptop that had been revoked; repeatable.")
    ] = None,
) -> None:
    """Set up a lost office on this computer, from its paper keys and sealed files of before."""
    session: Session = context.obj
    beginning = office_again.Beginning(
        session.folder,
        session.passphrase(),
        user,
        session.recovery_key(),
        session.standby_key(),
        tuple(places),
        session.clock,
        session.cost,
        tuple(revoke or ()),
    )
    work, read = office_again.set_up_again(beginning, progress=session.progress)
    try:
        made = key_papers.pending(work)
        assert made is not None
        if out:
            key_papers.write(work, out, session.language)
        session.say("office.keep_recovery_key")
        if read.doubtful:
            session.say("again.check_revoked", laptops=", ".join(read.doubtful))
        session.result({**_document(made), **_counts(read)})
        if not hold:
            wipe(session, work)
    finally:
        work.close()


def read_files(context: typer.Context, places: Annotated[list[Path], _PLACES]) -> None:
    """Take in old files with a recovery key from paper, also one before the present."""
    session: Session = context.obj
    with session.open() as work:
        read = office_again.read_with_paper(work, places, session.recovery_key(), progress=session.progress)
    session.result(_counts(read))


def wipe(session: Session, work: Workplace) -> None:
    """Forget keys that were shown, once they have left this program."""
    session.out.flush()
    key_papers.forget(work)


def _show(session: Session, made: KeyPapers) -> None:
    session.say("papers.hold_once_confirmed")
    session.result(_document(made))


def _document(made: KeyPapers) -> dict[str, str]:
    return {
        "code": made.code,
        "recovery_key": made.recovery_key,
        "standby_key": made.standby_key,
        "fingerprint": made.fingerprint,
    }


def _counts(read: ReadAgain) -> dict[str, int]:
    return {
        "taken": read.taken,
        "known": read.known,
        "unknown": read.unknown,
        "unreadable": read.unreadable,
        "aside": read.aside,
        "entries": read.entries,
    }
