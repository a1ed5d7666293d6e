"""`office papers` and other commands of the recovery keys; `device ask-recovery`, `recover`, `passphrase`.

Keys from paper come from TRAINER_RECOVERY_KEY and TRAINER_STANDBY_KEY or a prompt, never from an argument.
"""

import os
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base import users, workplace_key
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import requests
from trainer_app.actions.office import key_papers, recovery, setting_up_again
from trainer_app.actions.office.recovery import Attempt
from trainer_app.cli import joint
from trainer_app.cli.context import SHORT_NAME, CliContext, tell_left_out
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.structs import replace
from trainer_app.domain.office.backups import KeyPapers, RecoveredFiles
from trainer_app.system.messages import text

_PLACES = typer.Argument(help="Files, or folders with files: the archive, USB sticks.")


def papers(context: typer.Context, out: Annotated[Path, typer.Option(help="The PDF to write.")]) -> None:
    """Write the recovery papers that wait to be confirmed, two pages for two places."""
    session: CliContext = context.obj
    with session.open() as work:
        path = key_papers.write(work, out, session.language)
    session.result({"file": str(path)}, [str(path)])


def confirm_papers(context: typer.Context) -> None:
    """Type the keys back from paper, or their last six letters; then they are wiped here."""
    session: CliContext = context.obj
    with session.open() as work:
        key_papers.check_person(work)
        waiting = key_papers.pending(work)
        if waiting is None:
            raise TrainerError("papers.nothing_waiting")
        recovery = session.recovery_key() if waiting.recovery_key else ""
        key_papers.confirm(work, recovery, session.standby_key())
    session.result({"confirmed": True, "fingerprint": waiting.fingerprint})


def new_papers(context: typer.Context, reason: Annotated[str, joint.REASON] = "") -> None:
    """Make a new recovery key and a new stand-by. They hold after `office confirm-papers`.

    Where the office has two heads, another one is asked first; `office papers` then writes them.
    """
    session: CliContext = context.obj
    with session.open() as work:
        asked = joint.ask_if_two(session, work, JointMatter.PAPERS, [key_papers.OFFICE], reason)
        if asked is None:
            _show(session, key_papers.make_new(work))
        else:
            session.result({"asked": asked}, [])


def replace_root(context: typer.Context) -> None:
    """Replace a lost root key by the stand-by from paper. It holds after `office confirm-papers`."""
    session: CliContext = context.obj
    with session.open() as work:
        made = key_papers.replace_root(work, session.standby_key())
        _show(session, made)


def drop_papers(context: typer.Context) -> None:
    """Give up new papers that nobody confirmed; the old ones go on."""
    session: CliContext = context.obj
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
    session: CliContext = context.obj
    beginning = setting_up_again.NewOfficeComputer(
        session.folder,
        session.new_passphrase(),
        user,
        session.recovery_key(),
        session.standby_key(),
        tuple(places),
        session.clock,
        session.cost,
        tuple(revoke or ()),
    )
    work, read = setting_up_again.set_up_again(beginning, progress=session.progress)
    try:
        made = key_papers.pending(work)
        assert made is not None
        if out:
            key_papers.write(work, out, session.language)
        session.say("office.keep_recovery_key")
        if read.doubtful:
            session.say("again.check_revoked", laptops=", ".join(read.doubtful))
        tell_left_out(session, work)
        session.result({**_document(made), **_counts(read)})
        if not hold:
            wipe(session, work)
    finally:
        work.close()


def read_files(context: typer.Context, places: Annotated[list[Path], _PLACES]) -> None:
    """Take in old files with a recovery key from paper, also one before the present."""
    session: CliContext = context.obj
    with session.open() as work:
        read = setting_up_again.read_with_paper(
            work, places, session.recovery_key(), progress=session.progress
        )
        tell_left_out(session, work)
    session.result(_counts(read))


def wipe(session: CliContext, work: Workplace) -> None:
    """Forget keys that were shown, once they have left this program."""
    session.out.flush()
    key_papers.forget(work)


def _show(session: CliContext, made: KeyPapers) -> None:
    session.say("papers.hold_once_confirmed")
    session.result(_document(made))


def _document(made: KeyPapers) -> dict[str, str]:
    return {
        "code": made.code,
        "recovery_key": made.recovery_key,
        "standby_key": made.standby_key,
        "fingerprint": made.fingerprint,
    }


def _counts(read: RecoveredFiles) -> dict[str, int]:
    return {
        "taken": read.taken,
        "known": read.known,
        "unknown": read.unknown,
        "unreadable": read.unreadable,
        "aside": read.aside,
        "entries": read.entries,
    }


_FILE = typer.Argument(help="The office's answer.")
_SPOKEN = typer.Option(help="The groups of digits that were read aloud.")


def ask_recovery(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write for the office.")],
    label: Annotated[str, typer.Option(help="By what the office knows whose laptop it is.")] = "",
) -> None:
    """Ask the office to open this laptop. The passphrase asked for is the new one, from then on."""
    session: CliContext = context.obj
    asked = recovery.ask(_attempt(session, new=True), label)
    path = recovery.write_request(session.folder, out)
    document = {"file": str(path), "fingerprint": asked.digits, "spoken": asked.spoken}
    session.result(document)


def recover(
    context: typer.Context,
    file: Annotated[Path | None, _FILE] = None,
    spoken: Annotated[str, _SPOKEN] = "",
    paper_key: Annotated[bool, typer.Option("--paper-key", help="Use the office's paper key.")] = False,
) -> None:
    """Open this laptop by the office's answer, or by its paper key, under the new passphrase.

    At an office of several people it is, with the paper key, that of whoever TRAINER_SHORT_NAME names, or
    nobody's.
    """
    session: CliContext = context.obj
    if sum((file is not None, bool(spoken), paper_key)) != 1:
        raise typer.BadParameter("give a file, --spoken or --paper-key")
    if paper_key:
        key = session.recovery_key()
        attempt = replace(_attempt(session, new=True), name=os.environ.get(SHORT_NAME, ""))
        work = recovery.open_with_paper(attempt, key)
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
    session: CliContext = context.obj
    if (file is None) == (not spoken) or bool(spoken) != bool(device):
        raise typer.BadParameter("give a file, or --spoken with --device")
    with session.open() as work:
        case = recovery.hear_case(work, spoken, device) if file is None else recovery.read_case(work, file)
        reply = recovery.answer_case(work, case, session.recovery_key())
        path = recovery.write_answer(out, reply) if out else None
    document = {
        "label": case.label,
        "device": reply.device,
        "fingerprint": case.digits,
        "file": str(path) if path else None,
        "spoken": reply.spoken,
    }
    session.result(document)


def change_passphrase(
    context: typer.Context,
    new_key: Annotated[
        bool, typer.Option("--new-key", help="Also make the key of the data new: older backups open nothing.")
    ] = False,
) -> None:
    """Set the passphrase in TRAINER_NEW_PASSPHRASE, or typed, in the place of the one of now."""
    session: CliContext = context.obj
    old, new = session.passphrase(), session.next_passphrase()
    with session.open() as work:
        if new_key:
            workplace_key.check_new_passphrase(work, old, new)
            workplace_key.renew_key(work, new, cost=session.cost, progress=session.progress)
            users.note_chosen(work, new, cost=session.cost)
            requests.answer_new_key(work)
        else:
            users.change_passphrase(work, old, new, cost=session.cost)
            session.say("cli.passphrase_only")
    session.result({"changed": True, "new_key": new_key}, [])


def new_key(context: typer.Context) -> None:
    """Make the key of the data new; the passphrase stays. Older backups then open nothing newer."""
    session: CliContext = context.obj
    passphrase = session.passphrase()
    with session.open() as work:
        workplace_key.check_own_passphrase(work, passphrase)
        workplace_key.renew_key(work, passphrase, cost=session.cost, progress=session.progress)
        requests.answer_new_key(work)
    session.result({"new_key": True}, [])


def _open_answered(session: CliContext, file: Path | None, spoken: str) -> Workplace:
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


def _attempt(session: CliContext, *, new: bool = False) -> Attempt:
    if not session.folder.database.exists():
        raise TrainerError("workplace.missing")
    passphrase = session.new_passphrase() if new else session.passphrase()
    return Attempt(session.folder, passphrase, session.clock, session.cost)
