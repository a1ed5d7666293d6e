"""`device ask-recovery`, `device recover` on the locked laptop, `office answer-recovery` at the office."""

from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import recovery, rescue
from trainer_app.actions.recovery import Attempt
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.session import Session
from trainer_app.domain.errors import TrainerError
from trainer_app.system.messages import text

_FILE = typer.Argument(help="The office's answer.")
_SPOKEN = typer.Option(help="The groups of digits that were read aloud.")


def ask_recovery(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write for the office.")],
    label: Annotated[str, typer.Option(help="By what the office knows whose laptop it is.")] = "",
) -> None:
    """Ask the office to open this laptop. The passphrase asked for is the new one, from then on."""
    session: Session = context.obj
    asked = recovery.ask(_attempt(session), label)
    path = recovery.write_request(session.folder, out)
    document = {"file": str(path), "fingerprint": asked.digits, "spoken": asked.spoken}
    session.result(document)


def recover(
    context: typer.Context,
    file: Annotated[Path | None, _FILE] = None,
    spoken: Annotated[str, _SPOKEN] = "",
    paper_key: Annotated[bool, typer.Option("--paper-key", help="Use the office's paper key.")] = False,
) -> None:
    """Open this laptop by the office's answer, or by its paper key, under the new passphrase."""
    session: Session = context.obj
    if sum((file is not None, bool(spoken), paper_key)) != 1:
        raise typer.BadParameter("give a file, --spoken or --paper-key")
    if paper_key:
        key = session.recovery_key()
        work = recovery.open_with_paper(_attempt(session), key)
    else:
        work = _open_answered(session, file, spoken)
    work.close()
    session.say("recovery.opened")
    session.result({"opened": True}, [])


def answer_recovery(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="The laptop's request.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the answer.")] = None,
    spoken: Annotated[str, typer.Option(help="The request's digits, read aloud, instead of a file.")] = "",
    device: Annotated[str, typer.Option(help="Whose digits they are.")] = "",
) -> None:
    """Answer a laptop's request with the paper key. Know the voice, and compare the digits first."""
    session: Session = context.obj
    if (file is None) == (not spoken) or bool(spoken) != bool(device):
        raise typer.BadParameter("give a file, or --spoken with --device")
    with session.open() as work:
        case = rescue.hear_case(work, spoken, device) if file is None else rescue.read_case(work, file)
        reply = rescue.answer(work, case, session.recovery_key())
        path = rescue.write_answer(out, reply) if out else None
    document = {
        "label": case.label,
        "device": reply.device,
        "fingerprint": case.digits,
        "file": str(path) if path else None,
        "spoken": reply.spoken,
    }
    session.result(document)


def _open_answered(session: Session, file: Path | None, spoken: str) -> Workplace:
    """Open the data by an answer; whoever gives the forgotten passphrase, or a third, is told which it is."""
    attempt = _attempt(session)
    try:
        if file is not None:
            return recovery.take_answer(attempt, file)
        return recovery.hear_answer(attempt, spoken)
    except TrainerError as problem:
        if problem.code == "vault.wrong_passphrase":
            problem.add_note(text("recovery.which_passphrase", session.language))
        raise


def _attempt(session: Session) -> Attempt:
    if not session.folder.database.exists():
        raise TrainerError("workplace.missing")
    return Attempt(session.folder, session.passphrase(), session.clock, session.cost)
