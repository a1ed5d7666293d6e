"""`backup` and `office archive`, `office rebuild`: copies of the database, the archive of sealed files."""

from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.cli.context import (
    RECOVERY_KEY,
    REFUSED,
    CliContext,
    moment_text,
    size_text,
    tell_left_out,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import RebuiltDatabase
from trainer_app.domain.office.backups import (
    BACKUP_EXTENSION,
    BackupPreview,
    CopyFacts,
    Salvaged,
    Snapshot,
    why_words,
)
from trainer_app.system.folders import WorkplaceState, state_of

backup = typer.Typer(no_args_is_help=True, help="Copies of the database.")


@backup.command("create")
def create(
    context: typer.Context,
    to: Annotated[
        Path | None, typer.Option(help="A folder or USB stick: one file to carry goes there.")
    ] = None,
) -> None:
    """Make a copy beside the data; with --to also one file with database and vault, read back."""
    session: CliContext = context.obj
    with session.open() as work:
        if to is None:
            made = backups.create_backup(work)
            session.result({"file": str(made.path), "size": made.size}, [str(made.path)])
            return
        saved = backups.save_backup(work, to, progress=session.progress)
    session.result(
        {"file": str(saved.file), "size": saved.size, "entries": saved.entries, "checked": True},
        [str(saved.file)],
    )


@backup.command("list")
def list_(context: typer.Context) -> None:
    """List the copies beside the data, the newest first."""
    session: CliContext = context.obj
    found = backups.list_backups(session.folder)
    session.result(
        {
            "backups": [
                {"file": str(one.path), "why": one.why, "at": one.at, "size": one.size} for one in found
            ]
        },
        [_line(session, one) for one in found],
    )


@backup.command("verify")
def verify(context: typer.Context, file: Path) -> None:
    """Open a copy and check it; tell what it holds and what putting it back would lose."""
    session: CliContext = context.obj
    if file.suffix == BACKUP_EXTENSION:
        opening = _opening(session)
        found = backups.look_into(session.folder, file, opening, progress=session.progress)
    else:
        with session.open() as work:
            found = backups.look_at(work, file, session.progress)
    session.result(_document(found))
    if not found.ok:
        session.exit_code = REFUSED


@backup.command("restore")
def restore(
    context: typer.Context,
    file: Path,
    new_passphrase: Annotated[
        bool, typer.Option(help=f"Open with the paper key in {RECOVERY_KEY} and set TRAINER_PASSPHRASE anew.")
    ] = False,
    ledger: Annotated[
        list[Path] | None,
        typer.Option(help="Where to look who was erased since, as a copy of the archive; repeatable."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; off a terminal nobody is asked.")] = False,
) -> None:
    """Put a copy in the database's place; the database of now is kept beside it.

    On a terminal it says first what the copy holds, what would be missing, and where the database of now is
    kept. A .tbackup file also makes a data folder where there is none, or none that is whole.
    """
    session: CliContext = context.obj
    carried = file.suffix == BACKUP_EXTENSION
    if carried and (new_passphrase or state_of(session.folder) is not WorkplaceState.LOCKED):
        opening = _opening(session, paper=new_passphrase)
        if state_of(session.folder) is not WorkplaceState.NEW and session.must_ask(yes=yes):
            session.agree("cli.restore_aside", folder=session.folder.set_aside)
        work = backups.restore_file(
            session.folder,
            file,
            opening,
            clock=session.clock,
            cost=session.cost,
            ledgers=ledger or (),
            progress=session.progress,
        )
        sheets = backups.sheets_left_out(work)
        work.close()
        session.say("workplace.took_new_replica")
        again = tell_left_out(session, work)
        if sheets:
            session.say("backup.sheets_left_out", count=sheets)
        lost = {"restored": str(file), "kept": None, "sheets_left_out": sheets, "erased_again": again}
        session.result(lost, [str(session.folder.root)])
        return
    with session.open() as work:
        copy = _bring_here(session, work, file) if carried else file
        if session.must_ask(yes=yes):
            _ask_to_restore(session, backups.look_at(work, copy, session.progress))
        aside = backups.restore_backup(work, copy)
        again = tell_left_out(session, work)
    session.result({"restored": str(file), "kept": str(aside), "erased_again": again}, [str(aside)])


@backup.command("salvage")
def salvage(context: typer.Context) -> None:
    """Make a new database of all that a damaged one, the copies and the archived files still hold.

    The damaged file is set aside. What is known to be missing is named by laptop and number.
    """
    session: CliContext = context.obj
    key = rebuilding.key_of(session.folder, session.passphrase())
    work, told = rebuilding.salvage(session.folder, key, clock=session.clock, progress=session.progress)
    work.close()
    again = tell_left_out(session, work)
    session.result(
        {
            "erased_again": again,
            "entries": told.entries,
            "from_copies": told.from_copies,
            "from_files": told.from_files,
            "pages": told.pages,
            "damaged_pages": told.damaged_pages,
            "unknown": told.unknown,
            "missing": [{"device": one.who, "first": one.first, "last": one.last} for one in told.missing],
            "kept": str(told.aside) if told.aside else None,
        },
        _salvage_lines(session, told),
    )


def _line(session: CliContext, one: Snapshot) -> str:
    """Return one copy for people: when and why it was made, how large it is, its file."""
    size = size_text(one.size, session.language)
    return f"{moment_text(one.at)}  {session.words(why_words(one.why))}  {size}  {one.path.name}"


def _salvage_lines(session: CliContext, told: Salvaged) -> list[str]:
    """Say in words what was saved, what is missing, and where the damaged file lies."""
    values: dict[str, object] = {
        "entries": told.entries + told.from_copies + told.from_files,
        "copies": told.from_copies,
        "files": told.from_files,
        "pages": told.pages,
        "damaged": told.damaged_pages,
    }
    lines = [Label("cli.salvaged", values)]
    if told.unknown:
        lines.append(Label("cli.salvage_unknown", {"count": told.unknown}))
    for one in told.missing:
        lines.append(
            Label("cli.salvage_missing", {"device": one.who, "first": one.first, "last": one.last})
            if one.count > 1
            else Label("cli.salvage_missing_one", {"device": one.who, "number": one.first})
        )
    if not told.missing:
        lines.append(Label("cli.salvage_whole"))
    if told.aside:
        lines.append(Label("cli.salvage_kept", {"folder": str(told.aside)}))
    return [session.words(line) for line in lines]


def _bring_here(session: CliContext, work: Workplace, file: Path) -> Path:
    """Lay a backup file among the copies; one of an earlier key opens with the passphrase of its day."""
    try:
        return backups.bring_here(work, file)
    except TrainerError as problem:
        if problem.code != "backup.older_key":
            raise
    return backups.bring_here(work, file, Opening(session.passphrase_of_backup()))


def _ask_to_restore(session: CliContext, look: BackupPreview) -> None:
    """Say what a copy would replace, in numbers, and ask. A damaged one is refused later, in words."""
    if look.ok and look.now is not None:
        session.agree(
            "cli.restore",
            made=moment_text(look.at),
            copy=look.facts.entries,
            now=look.now.entries,
            missing=sum(look.lost.values()),
            folder=session.folder.snapshots,
        )


def _opening(session: CliContext, *, paper: bool = False) -> Opening:
    if not paper:
        return Opening(session.passphrase())
    return Opening(paper_key=session.recovery_key(), new_passphrase=session.new_passphrase())


def _document(look: BackupPreview) -> dict[str, Any]:
    return {
        "ok": look.ok,
        "at": look.at,
        "size": look.size,
        "entries": look.facts.entries,
        "holds": _facts(look.facts),
        "now": _facts(look.now) if look.now else None,
        "lost": dict(look.lost),
        "lost_here": look.lost_here,
        "lost_at_office": look.lost_safe,
        "gained": look.gained,
        "sheets_left_out": look.sheets,
        "problems": list(look.problems),
    }


def _facts(facts: CopyFacts) -> dict[str, int]:
    return {
        "entries": facts.entries,
        "courses": facts.courses,
        "participants": facts.participants,
        "certificates": facts.certificates,
    }


archive_app = typer.Typer(no_args_is_help=True, help="The encrypted originals of all imported files.")


@archive_app.command()
def show(context: typer.Context) -> None:
    """Show what the archive holds, imported files apart from own changes, and what has a copy elsewhere."""
    session: CliContext = context.obj
    with session.open() as work:
        archiving.archive_own(work)
        found = archiving.state(work)
    session.result(
        {
            "files": found.files,
            # As the window has it: whoever counts the files that came compares them with these alone.
            "files_imported": found.files - found.own,
            "files_own": found.own,
            "size": found.size,
            "missing": found.missing,
            "copied": found.copied,
            "copied_at": found.copied_at or None,
            "safe": "elsewhere" if found.elsewhere else "here",
        }
    )


@archive_app.command()
def copy(context: typer.Context, to: Annotated[Path, typer.Option(help="Folder on another disk.")]) -> None:
    """Copy what is new of the archive to another disk, and read it back; what that replaces is removed."""
    session: CliContext = context.obj
    with session.open() as work:
        done = archiving.copy_archive(work, to, progress=session.progress)
    told = [session.words(said) for said in archiving.copy_told(done)]
    session.result(
        {
            "folder": str(done.folder),
            "new": done.new,
            "files": done.files,
            "removed": done.removed,
            "left": list(done.left),
        },
        [str(done.folder), *told],
    )


@archive_app.command()
def take(
    context: typer.Context,
    copy_of: Annotated[Path, typer.Option("--from", help="Folder with a copy of the archive.", exists=True)],
) -> None:
    """Take the files that the archive lacks from a copy of it, as after a backup was put back."""
    session: CliContext = context.obj
    with session.open() as work:
        done = rebuilding.take_archive(work, copy_of, session.progress)
    session.result({"taken": done.taken, "missing": done.missing}, [f"{done.taken} / {done.missing}"])


@archive_app.command()
def safety(
    context: typer.Context,
    elsewhere: Annotated[bool, typer.Option("--elsewhere/--here", help="Only with a copy on another disk.")],
) -> None:
    """Choose when receipts tell a laptop that its changes are safe."""
    session: CliContext = context.obj
    with session.open() as work:
        archiving.choose_safety(work, elsewhere=elsewhere)
    session.result({"safe": "elsewhere" if elsewhere else "here"})


def rebuild(
    context: typer.Context,
    source: Annotated[Path | None, typer.Option("--from", help="A copy of the archive elsewhere.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the database's place.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; off a terminal nobody is asked.")] = False,
) -> None:
    """Make the database anew from the archive alone and compare; only --replace changes anything.

    With --replace on a terminal it says first what both hold and where the database of now is kept.
    """
    session: CliContext = context.obj
    with session.open() as work:
        done = rebuilding.rebuild(work, source, keep=replace, progress=session.progress)
        if replace and done.missing:
            rebuilding.forget_rebuilt(work)
            raise TrainerError("archive.incomplete", count=len(done.missing), file=done.missing[0])
        if replace and session.must_ask(yes=yes):
            _ask_to_rebuild(session, work, done)
        kept = rebuilding.put_in_place(work) if replace else None
        again = tell_left_out(session, work)
    session.result(
        {
            "same": done.same,
            "digest": done.digest,
            "entries": done.entries,
            "digest_before": done.digest_before,
            "entries_before": done.entries_before,
            "files": done.files,
            "missing": list(done.missing),
            "replaced": replace,
            "erased_again": again,
            "kept": str(kept) if kept else None,
        }
    )
    if not done.same and not replace:
        session.exit_code = REFUSED


def _ask_to_rebuild(session: CliContext, work: Workplace, done: RebuiltDatabase) -> None:
    """Say what the new database would replace, and ask."""
    try:
        session.agree(
            "cli.rebuild_same" if done.same else "cli.rebuild_differs",
            made=done.entries,
            now=done.entries_before,
            folder=session.folder.snapshots,
        )
    except TrainerError:
        rebuilding.forget_rebuilt(work)
        raise
