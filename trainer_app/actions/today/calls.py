"""The office's list to telephone: laptops with their owners, files that were refused, what it does itself."""

from trainer_app import VERSION
from trainer_app.actions.attendance.attendance import unmarked_courses
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing, incoming
from trainer_app.actions.office import office
from trainer_app.actions.office.report_records import pairs_among
from trainer_app.actions.review import review
from trainer_app.actions.today.today import open_sheets
from trainer_app.bundle.program_update import version_key
from trainer_app.documents.base import fonts
from trainer_app.documents.office.office_papers import call_list_pdf
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import PaperName, resource, word
from trainer_app.domain.exchange.laptops import ARCHIVE_COPIED_AT, PACK_COURSES
from trainer_app.domain.exchange.sending import DeviceLine
from trainer_app.domain.people.name_similarity import is_called
from trainer_app.domain.review.contradictions import LAPTOPS_DISAGREE, ReviewKind
from trainer_app.domain.today.calls import CallList, KnownLaptops, call_line
from trainer_app.store.people import people
from trainer_app.system.messages import label_text

_COPY_DAYS = 7


def call_list(work: Workplace) -> CallList:
    """Return whom to telephone and what waits at the office. Raises office.not_an_office on a laptop."""
    if work.role is not Role.OFFICE:
        raise TrainerError("office.not_an_office")
    lines = [line for line in office.devices(work) if not line.office and not line.revoked_on]
    known = KnownLaptops(
        silent=office.silent_laptops(work),
        gaps=importing.gaps(work),
        unmarked=_unmarked(work),
        phones=_phones(work, lines),
        version=VERSION,
        outdated=[line.code for line in lines if line.program and _older(line.program)],
        now=work.clock.millis(),
    )
    found = tuple(one for line in lines if (one := call_line(line, known)) is not None)
    return CallList(work.today(), found, tuple(incoming.list_set_aside(work)), tuple(_desk(work, known)))


@guarded
def print_calls(work: Workplace, language: str) -> bytes:
    """Return the list as PDF. Raises as `call_list`, and paper.unknown_language."""
    fonts.use(resource("fonts"))
    return call_list_pdf(call_list(work), language, lambda label: label_text(label, language))


def calls_name(language: str) -> PaperName:
    """Return what the list is called."""
    return PaperName(word("calls.title", language), "calls.pdf")


def _older(version: str) -> bool:
    return version_key(version) < version_key(VERSION)


def _unmarked(work: Workplace) -> dict[str, list[str]]:
    """Return the codes of courses that ended without any mark, by the laptops that were given them."""
    ended = unmarked_courses(work)
    given = work.store.setting(PACK_COURSES).items()
    return {device: sorted(ended[key] for key in keys if key in ended) for device, keys in given}


def _phones(work: Workplace, lines: list[DeviceLine]) -> dict[str, str]:
    """Return the telephones of the laptops' owners, where one person alone has the name and a telephone."""
    persons = [
        each
        for each in people.people_by_key(work.database).values()
        if each.phone and each.shown_as is None and not each.erased
    ]
    found = {line.code: [each.phone for each in persons if is_called(line.name, each)] for line in lines}
    return {code: phones[0] for code, phones in found.items() if len(phones) == 1}


def _desk(work: Workplace, known: KnownLaptops) -> list[Label]:
    """Return what the office does itself."""
    given = {code for codes in known.unmarked.values() for code in codes}
    nobody = sorted(code for code in unmarked_courses(work).values() if code not in given)
    counts = review.counts(work)
    offered = counts.pop(ReviewKind.PROPOSAL)
    conflicts = sum(counts.pop(kind) for kind in LAPTOPS_DISAGREE)
    sheets = open_sheets(work)
    everybody = {key for key, one in people.people_by_key(work.database).items() if one.shown_as is None}
    told: list[tuple[str, dict[str, object]]] = [
        ("calls.given_to_nobody", {"count": len(nobody), "codes": ", ".join(nobody)}),
        ("calls.conflicts", {"count": conflicts}),
        ("calls.proposals", {"count": offered}),
        ("calls.questions", {"count": sum(counts.values())}),
        ("calls.pairs", {"count": len(pairs_among(work, everybody))}),
        ("calls.sheets", {"count": sum(sheets.values()), "codes": ", ".join(sheets)}),
    ]
    found = [Label(code, values) for code, values in told if values["count"]]
    copied = work.store.setting(ARCHIVE_COPIED_AT)
    if not copied:
        found.append(Label("calls.never_copied"))
    elif (days := (known.now - copied) // 86_400_000) > _COPY_DAYS:
        found.append(Label("calls.copied", {"days": days}))
    return found
