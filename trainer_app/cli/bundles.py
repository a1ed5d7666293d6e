"""`bundle`: files out and in; `review`: what stands against each other since, and what may be decided."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, losses, sending
from trainer_app.actions.review import review
from trainer_app.cli.context import IN_REVIEW, REFUSED, CliContext
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.schema import DELETED, field_of
from trainer_app.domain.exchange.sending import CONFLICTS, FileOutcome, FileResult, ImportReport
from trainer_app.domain.review.contradictions import Loss, ReviewItem, ReviewSide
from trainer_app.system.messages import label_text, text

_NOT_TAKEN = (FileOutcome.REFUSED, FileOutcome.QUARANTINED)

_CO_TRAINER = typer.Option(help="Code of another laptop that can open it too; may be repeated.")

app = typer.Typer(no_args_is_help=True, help="Files between laptops and office.")


@app.command()
def export(
    context: typer.Context,
    to: Annotated[Path, typer.Option(help="Folder to write into.")],
    course: Annotated[str | None, typer.Option(help="Only what touches this course.")] = None,
    co_trainer: Annotated[list[str] | None, _CO_TRAINER] = None,
    everything: Annotated[bool, typer.Option("--everything", help="From the first change on.")] = False,
) -> None:
    """Write everything since the office's last receipt into a file, and read it back."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        passphrase = "" if identity.has_office(work) else session.new_passphrase()
        sent = sending.export(
            work,
            to,
            course=key,
            passphrase=passphrase,
            co_trainers=co_trainer or (),
            everything=everything,
            progress=session.progress,
        )
    document = {
        "file": str(sent.file),
        "entries": sent.entries,
        "from": sent.first,
        "to": sent.last,
        "scans": sent.scans,
        "scans_later": sent.scans_later,
        "carried": sent.carried,
        "carried_later": sent.carried_later,
    }
    session.result(document, [str(sent.file)])


@app.command()
def inspect(context: typer.Context, file: Path) -> None:
    """Show what a file says of itself, verified; nothing is taken in."""
    session: CliContext = context.obj
    with session.open() as work:
        found = importing.inspect(work, file)
    session.result(
        {
            "kind": found.kind,
            "office": found.office,
            "device": found.device,
            "replica": found.replica,
            "from": found.first,
            "to": found.last,
            "entries": found.entries,
            "counts": dict(found.counts),
            "app": found.app,
            "schema": found.schema,
        }
    )


@app.command("import")
def take_in(
    context: typer.Context,
    files: list[Path],
    rehearse: Annotated[bool, typer.Option("--rehearse", help="Only show what it would do.")] = False,
) -> None:
    """Take in files, in any order, any number of times."""
    session: CliContext = context.obj
    with session.open() as work:
        if rehearse:
            rehearsal = importing.rehearse(work, files)
            report = rehearsal.report
            effects = {one.code: [one.before, one.after] for one in rehearsal.effects}
        else:
            report = importing.import_files(work, files, progress=session.progress)
            effects = {}
        digest = "" if rehearse else sync_status.digest(work)
        waiting = review.count(work)
    document = {**_document(report, digest, session.language), **({"effects": effects} if rehearse else {})}
    refused = [found for found in report.files if found.result in _NOT_TAKEN]
    if refused:
        document["error"] = _error(refused[0], session.language)
    lines = _lines(report, session.language, rehearsed=rehearse)
    if rehearse:
        now, after = effects[CONFLICTS]
        lines.append(text("cli.rehearsed", session.language, now=now, after=after))
    session.result(document, lines)
    if refused:
        session.exit_code = REFUSED
    elif waiting and not rehearse:
        session.exit_code = IN_REVIEW


@app.command()
def undo(context: typer.Context, import_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Take an import back: by its number, its bundle's id or its file's name."""
    session: CliContext = context.obj
    with session.open() as work:
        number = importing.find_import(work, import_id)
        importing.undo_import(work, number)
        digest = sync_status.digest(work)
    said = text("cli.import_undone", session.language, number=number)
    session.result({"undone": number, "digest": digest}, [said])


def _error(found: FileResult, language: str) -> dict[str, object]:
    """Return why the first file that was not taken in was not, in the form of every refusal."""
    message = text(found.code, language, **found.values)
    return {"code": found.code, "message": message, "details": {"file": found.file}}


def _document(report: ImportReport, digest: str, language: str) -> dict[str, object]:
    return {
        "files": [
            {
                "file": found.file,
                "result": found.result.value,
                "code": found.code,
                "message": text(found.code, language, **found.values) if found.code else "",
                "new_entries": found.new_entries,
                "new_scans": found.new_scans,
                "conflicts": found.conflicts,
                "id": found.step,
                "newer": found.newer.count if found.newer else 0,
                "notes": [label_text(label, language) for label in found.notes],
            }
            for found in report.files
        ],
        "summary": {outcome.value: report.count(outcome) for outcome in FileOutcome},
        "digest": digest,
        "news": [label_text(label, language) for label in report.news],
    }


def _lines(report: ImportReport, language: str, *, rehearsed: bool) -> list[str]:
    lines = []
    for found in report.urgent_first:
        why = text(found.code, language, **found.values) if found.code else ""
        notes = " ".join(label_text(label, language) for label in found.notes)
        outcome = "ready" if rehearsed and found.result is FileOutcome.IMPORTED else found.result.value
        code = f"cli.file_{outcome}"
        said = f"{text(code, language, file=found.file, count=found.new_entries)} {why}".rstrip()
        lines.append(f"{said} {notes}".rstrip())
    if len(report.files) > 1:
        summary = report.summary(rehearsed=rehearsed)
        lines.append(", ".join(label_text(label, language) for label in summary))
    return [*lines, *(label_text(label, language) for label in report.news)]


_SOME_DAY, _SOME_MINUTES = "2018-10-17", "late 15"


def possible(session: CliContext, item: ReviewItem, *, alike: bool = False) -> str:
    """Return one sentence with every value that decides an item, each with what it means.

    With `alike` many items are decided at once, for a side and never by a third value.
    """
    choices = [*_sides(session, item), *(() if alike else _others(session, item))]
    return text("cli.possible", session.language, choices="; ".join(dict.fromkeys(choices)))


def _sides(session: CliContext, item: ReviewItem) -> Iterator[str]:
    shown = next((index for index, side in enumerate(item.sides) if side.shown), 0)
    others = [side for index, side in enumerate(item.sides) if index != shown]
    if item.sides:
        yield _choice(session, "ours", item.sides[shown])
    if others:
        yield _choice(session, "theirs", others[0])
    for index, side in enumerate(item.sides):
        yield _choice(session, f"#{index}", side)


def _choice(session: CliContext, take: str, side: ReviewSide) -> str:
    meant = session.words(side.words) if side.words else ""
    return f"{take} ({meant})" if meant else take


def _others(session: CliContext, item: ReviewItem) -> Iterator[str]:
    """Yield the values that stand on no side, or the form in which one is typed."""
    if DELETED in item.fields:
        yield from ("keep", "delete")
        return
    found = review.choices(item)
    for value, label in found:
        words = session.words(label)
        yield value if words == value else f"{value} ({words})"
    if "missed" in item.fields:
        yield _SOME_MINUTES
    if found or not review.takes_other_value(item):
        return
    described = field_of(item.entity, item.fields[0])
    kind = described.kind if described is not None else FieldKind.TEXT
    name = {FieldKind.NUMBER: "number", FieldKind.DAY: "day"}.get(kind, "text")
    if item.entity == "paper" and kind is FieldKind.NUMBER:
        name = "points"
    yield text(f"cli.possible_{name}", session.language, day=_SOME_DAY)


review_app = typer.Typer(no_args_is_help=True, help="Conflicts that wait for a decision.")


@review_app.command("list")
def list_items(
    context: typer.Context,
    limit: Annotated[
        int, typer.Option(min=0, help="At most so many of each kind, and of each laptop; 0 for all.")
    ] = 200,
) -> None:
    """List what waits, with every side; * marks what is shown now."""
    session: CliContext = context.obj
    with session.open() as work:
        items = review.list_items(work, limit or None)
        left = review.count(work) - len(items)
    document = {
        "left": left,
        "items": [
            {
                "id": item.id,
                "kind": item.kind.value,
                "entity": item.entity,
                "title": session.words(item.title),
                "place": session.words(item.place),
                "sides": [{**_side(session, side), "shown": side.shown} for side in item.sides],
                "more": item.more,
            }
            for item in items
        ],
    }
    lines = []
    for item in items:
        lines.append(f"{item.id}  {session.words(item.title)}  {session.words(item.place)}")
        lines += [f"    {_side_line(session, side)}" for side in item.sides]
        if item.more:
            lines.append("      " + text("cli.more_values", session.language, count=item.more))
    if left:
        lines.append(text("cli.more_waiting", session.language, count=left))
    session.result(document, lines)


@review_app.command()
def replaced(
    context: typer.Context,
    seen: Annotated[bool, typer.Option("--seen", help="Those that were seen before.")] = False,
) -> None:
    """List what was written on this laptop and replaced by somebody else's value."""
    session: CliContext = context.obj
    with session.open() as work:
        found = losses.list_losses(work, seen=seen)
    document = {
        "replaced": [
            {
                "id": one.id,
                "title": session.words(one.title),
                "place": session.words(one.place),
                "settled": one.settled,
                "own": _side(session, one.own),
                "new": _side(session, one.new),
                "other": _side(session, one.other) if one.other else None,
            }
            for one in found
        ]
    }
    lines = [f"{one.id}  {session.words(one.title)}: {_said(session, one)}" for one in found]
    session.result(document, lines)


@review_app.command()
def acknowledge(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID|all")],
) -> None:
    """Note that a replaced value was seen, or all of them."""
    session: CliContext = context.obj
    with session.open() as work:
        count = losses.acknowledge(work, "" if item == "all" else item)
    session.result({"acknowledged": count}, [str(count)])


@review_app.command()
def settle(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID")],
    take: Annotated[str, typer.Option(metavar="ours|theirs|VALUE")],
    reason: Annotated[str, typer.Option(help="Kept with the decision.")] = "",
    alike: Annotated[
        bool, typer.Option("--alike", help="All others of its kind, for the same laptop.")
    ] = False,
    until: Annotated[
        bool, typer.Option("--until", help="All that the same laptop had asked for up to this one.")
    ] = False,
) -> None:
    """Decide one item: what is shown now, the other side, or a third value."""
    session: CliContext = context.obj
    with session.open() as work:
        act = review.settle_until if until else review.settle_alike if alike else review.settle
        try:
            changes = act(work, item, take, reason)
        except TrainerError as problem:
            if problem.code == "review.bad_choice":
                problem.add_note(possible(session, review.get_item(work, item), alike=alike))
            raise
        left = review.count(work)
    session.result({"settled": item, "left": left}, [session.words(changes.label)])


def _said(session: CliContext, loss: Loss) -> str:
    own, new = (session.words(side.words) if side.words else "" for side in (loss.own, loss.new))
    return f"{own} -> {new}" + (f" ({loss.new.reason})" if loss.new.reason else "")


def _side_line(session: CliContext, side: ReviewSide) -> str:
    """Return one side for people: whether it is shown now, what it says, who wrote it, on which laptop."""
    parts = (session.words(side.words) if side.words else "", side.user, side.device, side.file)
    return ("* " if side.shown else "  ") + " · ".join(part for part in parts if part)


def _side(session: CliContext, side: ReviewSide) -> dict[str, object]:
    return {
        "values": dict(side.values),
        "words": session.words(side.words) if side.words else "",
        "user": side.user,
        "at": side.at,
        "device": side.device,
        "file": side.file,
        "reason": side.reason,
    }
