"""The office's commands: enrolling laptops, packs, what left with names, its people (`office users`)."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base import rights, server_people, sync_status, users, workplace
from trainer_app.actions.base.users import UserLine
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, losses, outstanding, packs, requests, sending, travelling
from trainer_app.actions.exchange.incoming import list_new, watch_folder, watched_folder
from trainer_app.actions.exchange.trust import trust_of_office
from trainer_app.actions.office import key_papers, office, reports, servers
from trainer_app.actions.review import review
from trainer_app.cli import backups, joint, keys, plans
from trainer_app.cli.context import DONE, REFUSED, CliContext, day_text
from trainer_app.cli.servers import (
    begin_desk,
    connect,
    home,
    move_to_file,
    move_to_server,
    renew_password,
    save_desk,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.server_address import Weight, verdict_of
from trainer_app.domain.base.texts import Texts, capital
from trainer_app.domain.exchange.laptops import OfficeRequest, OfficeRequestKind
from trainer_app.domain.exchange.sending import ChangeState, JoinedOffice


def watch(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Option(help="The folder; without it none is watched.")] = None,
) -> None:
    """Choose the folder whose new files are proposed to be taken in."""
    session: CliContext = context.obj
    with session.open() as work:
        watch_folder(work, folder)
    session.result({"folder": str(folder) if folder else None})


def incoming(context: typer.Context) -> None:
    """List what is new in the watched folder; `bundle import` takes it in."""
    session: CliContext = context.obj
    with session.open() as work:
        place, found = watched_folder(work), list_new(work)
    document = {"folder": str(place) if place else None, "files": [str(path) for path in found]}
    session.result(document, [str(path) for path in found])


_ID = typer.Argument(metavar="ID")


def ask(
    context: typer.Context,
    device: Annotated[str, typer.Option(help="Code of the laptop.")],
    kind: Annotated[
        OfficeRequestKind, typer.Option(help="What for; other needs a text.")
    ] = OfficeRequestKind.OTHER,
    words: Annotated[str, typer.Option("--text", help="In a few words.")] = "",
    course: Annotated[str | None, typer.Option(help="Code of the course it is about.")] = None,
) -> None:
    """Ask a laptop for something: it is shown there, with its next file, until it is done."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        made = requests.ask(work, device, kind, words, key)
    session.result({"id": made.key}, [str(made.key)])


def asked(context: typer.Context) -> None:
    """List what was asked: at the office of all laptops, on a laptop of itself; with the answers."""
    session: CliContext = context.obj
    with session.open() as work:
        found = requests.list_requests(work)
    document = {
        "errands": [
            {
                "id": one.key,
                "device": one.device,
                "kind": one.kind.value,
                "words": session.words(requests.words(one)),
                "course": one.course_code,
                "state": one.state.value,
                "asked_on": one.asked_on.isoformat() if one.asked_on else None,
                "done_on": one.done_on.isoformat() if one.done_on else None,
                "answer": one.answer,
            }
            for one in found
        ]
    }
    lines = [_line(session, one) for one in found]
    session.result(document, lines)


def standing(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of a course: only its changes.")] = None,
) -> None:
    """Show how far this laptop's changes have come, and in which courses it differs from the office."""
    session: CliContext = context.obj
    if course:
        with session.open() as work:
            found = sync_status.course_changes(work, courses.find_course(work, course))
        waiting = {state.value: found.get(state, 0) for state in ChangeState if state is not ChangeState.SAFE}
        session.result({"course": course, **waiting}, _counts(session, waiting))
        return
    with session.open() as work:
        now = sync_status.own_changes(work)
        told = outstanding.warnings(work)
        differing = losses.divergences(work)
    counts = {state.value: count for state, count in now.counts.items()}
    document = {
        **counts,
        "oldest": now.oldest,
        "answered": now.answered,
        "warnings": [session.words(one) for one in told],
        "differing": [
            {"course": one.code, "devices": list(one.devices), "here": one.here, "office": one.there}
            for one in differing
        ],
    }
    if differing:
        told = (*told, Label("news.differs", {"codes": [one.code for one in differing]}))
    session.result(document, [*_counts(session, counts), *(session.words(one) for one in told)])


def withdraw(context: typer.Context, errand: Annotated[str, _ID]) -> None:
    """Ask no more for something."""
    session: CliContext = context.obj
    with session.open() as work:
        requests.withdraw(work, errand)
    session.result({"withdrawn": errand}, [errand])


def answer(
    context: typer.Context,
    errand: Annotated[str, _ID],
    words: Annotated[str, typer.Option("--text", help="A word to the office.")] = "",
) -> None:
    """Say that something the office asked for is done; it goes with the next file."""
    session: CliContext = context.obj
    with session.open() as work:
        requests.answer(work, errand, words)
    session.result({"answered": errand}, [errand])


def _line(session: CliContext, one: OfficeRequest) -> str:
    """Return one request for people: "K7  15.10.2018  ждёт  Пожалуйста, позвоните в офис"."""
    state = session.words(Label(f"errand.state.{one.state.value}"))
    said = f"{one.device}  {day_text(one.asked_on)}  {state}  {session.words(requests.words(one))}"
    return f"{said}  → {one.answer}" if one.answer else said


def _counts(session: CliContext, counts: Mapping[str, int]) -> list[str]:
    """Return how many changes are in each state, as the screen "Send" calls it."""
    words = {state: session.words(Label(f"sending.state.{state}")) for state in counts}
    return [f"{capital(words[state])}: {count}" for state, count in counts.items()]


office_app = typer.Typer(no_args_is_help=True, help="The office: its keys and its laptops.")
device = typer.Typer(no_args_is_help=True, help="This laptop: asking to be enrolled, joining.")
office_app.add_typer(backups.archive_app, name="archive")
office_app.command("rebuild")(backups.rebuild)
for _command in (ask, asked, withdraw, watch, incoming):
    office_app.command()(_command)
for _command in (asked, answer, standing):
    device.command()(_command)
pack = typer.Typer(no_args_is_help=True, help="Files from the office to a laptop.")

_DIGITS = typer.Option(help="The two groups of digits that are asked for, or all six; asked for otherwise.")
_COURSES = typer.Option(help="These courses instead of the laptop's own; may be repeated.")
_ALL = typer.Option("--all-courses", help="All courses, with the names of everybody in them.")


@office_app.command()
def init(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Name of the office, in the language of --lang.")],
    code: Annotated[str, typer.Option(help="2 to 4 capital letters.")],
    papers: Annotated[Path | None, typer.Option(help="Also write the recovery papers as PDF.")] = None,
    hold: Annotated[
        bool, typer.Option("--hold", help="Keep the keys until `office confirm-papers`.")
    ] = False,
) -> None:
    """Set up the office. The recovery key is shown this once: write it down, twice."""
    session: CliContext = context.obj
    with session.open(new=Role.OFFICE) as work:
        made = office.init(work, Texts(**{session.language: name}), code, hold=True)
        if work.user:
            users.begin(work, session.passphrase(), cost=session.cost)
        if papers:
            key_papers.write(work, papers, session.language)
        session.say("office.keep_recovery_key")
        session.result(
            {
                "code": made.code,
                "recovery_key": made.recovery_key,
                "standby_key": made.standby_key,
                "fingerprint": made.fingerprint,
            }
        )
        if not hold:
            keys.wipe(session, work)


@office_app.command()
def enrol(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The laptop's request.")],
    device: Annotated[str, typer.Option(help="Code for the laptop, such as K7.")],
    out: Annotated[Path, typer.Option(help="Folder for its first file.")],
    course: Annotated[list[str] | None, _COURSES] = None,
    all_courses: Annotated[bool, _ALL] = False,
    digits: Annotated[str, _DIGITS] = "",
    role: Annotated[
        Role, typer.Option(help="A trainer's laptop, or a computer of the office that travels.")
    ] = Role.TRAINER,
    user: Annotated[
        str, typer.Option(help="Whose computer of the office it is: a short name; yours without one.")
    ] = travelling.OWN,
) -> None:
    """Take a laptop in and write its first file. Have its digits read aloud, and type those asked for.

    With `--role office` its file holds everything that the office has, and its person has their own rights
    there: a head enrols their own, or that of a data officer.
    """
    session: CliContext = context.obj
    with session.open() as work:
        keys = _chosen(work, course, all_courses=all_courses)
        asking = office.read_asking(work, file)
        typed = digits or session.digits("cli.digits_of_laptop", asking.places)
        whose = user if role is Role.OFFICE else None
        done = office.enrol(work, file, device, out, keys, typed=typed, whose=whose)
        own = trust_of_office(work).office.fingerprint
    document = {
        "device": done.device,
        "fingerprint": done.fingerprint,
        "file": str(done.pack.file),
        "office_fingerprint": own,
    }
    session.result(document)


_OF_LAPTOP = ("code", "name", "fingerprint", "office", "travels", "entries", "clock_days")
_IF_KNOWN = ("owner", "revoked_on", "last_file", "last_at", "pack", "pack_at", "program")


@office_app.command()
def laptops(context: typer.Context) -> None:
    """List the laptops with their digits, what came from each and when, and which are silent."""
    session: CliContext = context.obj
    with session.open() as work:
        found, silent = office.devices(work), office.silent_laptops(work)
    document = {
        "laptops": [
            {
                **{name: getattr(one, name) for name in _OF_LAPTOP},
                **{name: getattr(one, name) or None for name in _IF_KNOWN},
                "silent": one.code in silent,
            }
            for one in found
        ]
    }
    session.result(document, [f"{one.code}  {one.name}  {one.fingerprint}" for one in found])


@office_app.command()
def revoke(context: typer.Context, device: str) -> None:
    """Revoke a lost or stolen laptop: its later files are set aside."""
    session: CliContext = context.obj
    with session.open() as work:
        office.revoke(work, device)
    session.result({"revoked": device}, [device])


@office_app.command()
def trust(
    context: typer.Context,
    device: str,
    until: Annotated[str, typer.Option(metavar="IMPORT", help="The last file of it that counts.")] = "",
    nothing: Annotated[bool, typer.Option("--nothing", help="Nothing that it wrote counts.")] = False,
) -> None:
    """Say up to which file a revoked laptop is believed; what came after it waits in Review."""
    session: CliContext = context.obj
    with session.open() as work:
        number = 0 if nothing else importing.find_import(work, until) if until else None
        office.trust_until(work, device, number)
        left = review.count(work)
    session.result({"device": device, "until": number, "left": left}, [device])


@device.command()
def request(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    name: Annotated[str, typer.Option(help="Whose laptop it is: given and family name.")] = "",
) -> None:
    """Write the file by which this laptop asks the office to enrol it."""
    session: CliContext = context.obj
    with session.open(new=Role.TRAINER, user=name) as work:
        if name:
            workplace.change_user(work, name)
        path, digits = office.request(work, out)
    session.result({"file": str(path), "fingerprint": digits})


@device.command()
def join(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The office's first file; none for one that waits here.")
    ] = None,
    digits: Annotated[str, _DIGITS] = "",
) -> None:
    """Take in the office's first file: it waits until its digits are typed. Have the office read them."""
    session: CliContext = context.obj
    with session.open() as work:
        met = office.meet(work, file) if file is not None else office.waiting(work)
        if met is None:
            raise TrainerError("office.nothing_waits")
        if isinstance(met, JoinedOffice):
            joined = met
        else:
            joined = office.join(work, digits or session.digits("cli.digits_of_office", met.places))
    session.result(
        {
            "office": joined.office,
            "code": joined.office_code,
            "device": joined.device_code,
            "fingerprint": joined.fingerprint,
            "entries": joined.entries,
        }
    )


@device.command()
def leave(context: typer.Context) -> None:
    """Belong to no office again, or let its first file go that waits; only before anything was sent."""
    session: CliContext = context.obj
    with session.open() as work:
        (office.give_up if office.waiting(work) else office.leave)(work)
    session.result({"left": True}, [])


@device.command("co-trainers")
def co_trainers(context: typer.Context) -> None:
    """List the other laptops of this office that a file can be sealed for."""
    session: CliContext = context.obj
    with session.open() as work:
        found = sending.list_co_trainers(work)
    document = {
        "co_trainers": [{"code": one.code, "name": one.name, "courses": list(one.courses)} for one in found]
    }
    session.result(document, [" ".join((one.code, one.name, *one.courses)) for one in found])


@pack.command()
def export(
    context: typer.Context,
    device: Annotated[str, typer.Option(help="Code of the laptop.")],
    to: Annotated[Path, typer.Option(help="Folder to write into.")],
    course: Annotated[list[str] | None, _COURSES] = None,
    all_courses: Annotated[bool, _ALL] = False,
    everything: Annotated[
        bool,
        typer.Option("--everything", help="To a computer that travels: also what it has confirmed."),
    ] = False,
) -> None:
    """Write a file for a laptop: its courses, corrections, receipts, logos, the lists of keys."""
    session: CliContext = context.obj
    with session.open() as work:
        keys = _chosen(work, course, all_courses=all_courses)
        sent = packs.export_pack(
            work, device, to, courses=keys, everything=everything, progress=session.progress
        )
    document = {
        "file": str(sent.file),
        "entries": sent.entries,
        "from": sent.first,
        "to": sent.last,
        "not_included": list(sent.proposed),
    }
    session.result(document, [str(sent.file), *([session.words(sent.hint)] if sent.hint else [])])


pack.command("export-all")(plans.export_all)


@office_app.command("check-server")
def check_server(
    context: typer.Context,
    address: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            help="postgresql://USER@HOST/DATABASE, over a network with ?sslrootcert=FILE. The password comes "
            "from TRAINER_SERVER_PASSWORD rather than from here.",
        ),
    ],
) -> None:
    """Tell what a PostgreSQL server lacks to keep an office's data; exit code 1 where something is wrong.

    An empty database is tried with all tables, which are taken back: nothing is left behind in it.
    """
    session: CliContext = context.obj
    password = os.environ.get("TRAINER_SERVER_PASSWORD", "")
    found = servers.check_server(address, password, session.clock)
    said = [session.words(Label(each.code, each.values)) for each in found]
    wrong = sum(each.weight is Weight.WRONG for each in found)
    session.exit_code = REFUSED if wrong else DONE
    rows = [
        {"code": each.code, "weight": each.weight.value, "message": message}
        for each, message in zip(found, said, strict=True)
    ]
    lines = [
        session.words(Label(f"server_check.{each.weight.value}", {"message": message}))
        for each, message in zip(found, said, strict=True)
    ]
    lines.append(session.words(verdict_of(found)))
    session.result({"wrong": wrong, "findings": rows}, lines)


office_app.command("move-to-server")(move_to_server)
office_app.command("move-to-file")(move_to_file)
office_app.command("connect")(connect)
office_app.command("renew-server-password")(renew_password)
office_app.command("home")(home)
office_app.command("save-desk")(save_desk)
office_app.command("begin-desk")(begin_desk)


@office_app.command("server-certificate")
def server_certificate(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="The server's name or number in the network, as in its address."),
    ],
    out: Annotated[Path, typer.Option(help="A new folder for both files.")] = Path("server-certificate"),
) -> None:
    """Make the certificate by which the office's computers know their server, and its key."""
    session: CliContext = context.obj
    made = servers.make_server_certificate(name, out, session.clock)
    said = session.words(Label("server.certificate_made", {"folder": str(made)}))
    session.result({"folder": str(made)}, [said])


office_app.command("calls")(plans.calls)
office_app.command("papers")(keys.papers)
office_app.command("confirm-papers")(keys.confirm_papers)
office_app.command("new-papers")(keys.new_papers)
office_app.command("replace-root")(keys.replace_root)
office_app.command("drop-papers")(keys.drop_papers)
office_app.command("set-up-again")(keys.set_up_again)
office_app.command("read-files")(keys.read_files)
office_app.command("answer-recovery")(keys.answer_recovery)
device.command("ask-recovery")(keys.ask_recovery)
device.command("recover")(keys.recover)
device.command("passphrase")(keys.change_passphrase)
device.command("new-key")(keys.new_key)


def _chosen(work: Workplace, codes: list[str] | None, *, all_courses: bool) -> tuple[str, ...] | None:
    """Return the keys of the courses asked for; None for the laptop's own."""
    if all_courses:
        return tuple(course.key for course in courses.search_courses(work))
    return tuple(courses.find_course(work, code) for code in codes) if codes else None


@office_app.command("names-out")
def names_out(context: typer.Context) -> None:
    """List when reports with names of participants left: by whom, in which form, on which courses."""
    session: CliContext = context.obj
    with session.open() as work:
        found = reports.releases(work)
        moments = [work.moment(each.at) for each in found]
    rows = [
        {
            "at": moment.isoformat(timespec="minutes"),
            "by": each.by,
            "kind": each.kind,
            "format": each.form,
            "courses": each.scope,
            "people": each.people,
        }
        for each, moment in zip(found, moments, strict=True)
    ]
    lines = ["  ".join(str(part) for part in row.values()) for row in rows]
    session.result({"releases": rows}, lines or [session.words(Label("report.no_names_out"))])


users_app = typer.Typer(no_args_is_help=True, help="The people of the office and what they may do.")

_WHO = typer.Argument(metavar="PERSON", help="Short name, or name.")
_ROLE = typer.Option(help="What they may do.")


@users_app.command("list")
def list_users(context: typer.Context) -> None:
    """List the people of the office; nobody where one person works alone."""
    session: CliContext = context.obj
    with session.open() as work:
        found = users.list_users(work)
        _tell_of_roles(session, work)
        lines = [_user_line(session, work, each) for each in found]
    session.result({"users": [_user_document(each) for each in found]}, lines)


@users_app.command("add")
def add_user(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Family name first, as it stands in the history.")],
    short: Annotated[str, typer.Option(help="What they type to unlock.")],
    role: Annotated[UserRole, _ROLE] = UserRole.OFFICER,
) -> None:
    """Let somebody open the office with the passphrase in TRAINER_NEW_PASSPHRASE, or typed."""
    session: CliContext = context.obj
    own, passphrase = session.passphrase(), session.next_passphrase()
    with session.open() as work:
        alone = users.is_alone(work)
        users.add(work, name, short, role, passphrase, own, cost=session.cost)
        own_short = next((each.user.short for each in users.list_users(work) if each.here), "")
        if alone:
            session.say("users.own_short", short=own_short)
        _tell_of_roles(session, work)
    session.result({"added": short, "own": own_short}, [short])


@users_app.command("role")
def set_role(
    context: typer.Context,
    person: Annotated[str, _WHO],
    role: Annotated[UserRole, _ROLE],
    reason: Annotated[str, joint.REASON] = "",
) -> None:
    """Let somebody do more, or less, from now on.

    Where the office has two heads, another one is asked before one becomes less, or there is one more.
    """
    session: CliContext = context.obj
    with session.open() as work:
        found = users.find_user(work, person)
        asked = None
        if (found.role is UserRole.HEAD) is not (role is UserRole.HEAD):
            raised = role is UserRole.HEAD
            matter = JointMatter.RAISE if raised else JointMatter.LOWER
            subjects = [found.key] if raised else [found.key, role.value]
            asked = joint.ask_if_two(session, work, matter, subjects, reason)
        if asked is None:
            users.set_role(work, found.key, role)
    session.result({"user": person, "role": role.value, "asked": asked}, [person])


@users_app.command("passphrase")
def set_passphrase(
    context: typer.Context, person: Annotated[str, _WHO], reason: Annotated[str, joint.REASON] = ""
) -> None:
    """Give somebody who has forgotten it the passphrase in TRAINER_NEW_PASSPHRASE, or typed.

    For a head beside another one that is asked for first, and given once it was confirmed.
    """
    session: CliContext = context.obj
    with session.open() as work:
        found = users.find_user(work, person)
        asked = joint.ask_if_two(session, work, JointMatter.PASSPHRASE, [found.key], reason)
        if asked is None:
            users.set_passphrase(work, found.key, session.next_passphrase(), cost=session.cost)
    session.result({"user": person, "changed": asked is None, "asked": asked}, [person])


@users_app.command("remove")
def remove_user(
    context: typer.Context, person: Annotated[str, _WHO], reason: Annotated[str, joint.REASON] = ""
) -> None:
    """Close somebody's way in; the data get a new key at once. A head beside another one: by both."""
    session: CliContext = context.obj
    with session.open() as work:
        found = users.find_user(work, person)
        asked = joint.ask_if_two(session, work, JointMatter.REMOVE, [found.key], reason)
        if asked is None:
            users.remove(work, found.key)
    session.result({"removed": person if asked is None else None, "asked": asked}, [person])


def _tell_of_roles(session: CliContext, work: Workplace) -> None:
    """Say that the server keeps no rights itself, where it could, and what is typed there."""
    user = server_people.owner_without_roles(work)
    if user and users.list_users(work):
        session.say("users.no_roles", user=user)


def _user_document(line: UserLine) -> dict[str, Any]:
    user = line.user
    return {
        "id": user.key,
        "name": user.name,
        "short": user.short,
        "role": user.role.value if user.role is not None else None,
        "opens": line.opens,
        "given": user.given,
        "here": line.here,
    }


def _user_line(session: CliContext, work: Workplace, line: UserLine) -> str:
    """Return one person for people: "saidova  M. Saidova  head"."""
    role = line.user.role.value if line.user.role is not None else "none"
    words = [line.user.short, line.user.name, session.words(Label(f"users.role.{role}"))]
    if not line.opens:
        words.append(session.words(Label("users.no_way_in")))
    elif origin := rights.passphrase_origin(work, line.user):
        words.append(session.words(Label(origin)))
    return "  ".join(words)


office_app.add_typer(users_app, name="users")
office_app.add_typer(joint.decisions_app, name="decisions")
