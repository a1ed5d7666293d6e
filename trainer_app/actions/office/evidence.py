"""Evidence for an auditor: one signed folder of a course, of several, or of a sample of participations.

It holds sheets, scans, marks with their history, decisions with reasons, tests, certificates, and the figures
with the lists behind them: as pages in three languages that any browser shows, as CSV and JSON, and as the
files themselves. What is listed in `SHA256SUMS` is signed by the office.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from trainer_app.actions.attendance.attachments import content, list_attachments
from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates.printing import print_certificates
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.office import building, reports
from trainer_app.actions.office.drilldown import FIGURE_ROWS, Drilldown, figures_page
from trainer_app.actions.office.evidence_checking import own_signer, signs_as_office
from trainer_app.actions.office.evidence_pages import (
    CourseFiles,
    EvidenceGatherer,
    scan_name,
    section,
)
from trainer_app.actions.papers.sign_in import sign_in, sign_in_days
from trainer_app.bundle import signed_folder
from trainer_app.documents.base.tables import Value, write_csv
from trainer_app.documents.office.outline_pages import entry_html, outline_html
from trainer_app.domain.attendance.sheets import media_of
from trainer_app.domain.base.changes import Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import check_passphrase
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.serials import pdf_name
from trainer_app.domain.courses.courses import Course, count_people
from trainer_app.domain.office.evidence import (
    INDEX,
    POPULATION,
    SEALED,
    SIGNATURE,
    SUMS,
    Drawn,
    EvidenceAsked,
    MadeEvidence,
    OnScans,
    Sealing,
    draw_sample,
    plain_name,
    scope_name,
    write_sums,
)
from trainer_app.domain.office.outline import (
    Link,
    Outline,
    OutlineSection,
    Said,
    document_bytes,
    outline_document,
    words_of,
)
from trainer_app.domain.office.report_json import report_document
from trainer_app.domain.office.reports import Report
from trainer_app.store.certificates import certificates
from trainer_app.store.courses.courses import get_course, get_enrolment
from trainer_app.system.files import make_folder, write_checked, write_stream
from trainer_app.system.folders import error_of
from trainer_app.system.messages import label_text

_MOST_COURSES = 60
"""Courses that go into one folder in full."""
_MOST_SEALED = 1 << 30
_PRIVATE = 0o700

type _Make = Callable[[], bytes]


class _Folder(Struct):
    """What goes into the folder: names with what makes the bytes; `left_out` says what could not be made."""

    files: dict[str, _Make] = field(default_factory=dict)
    left_out: list[Label] = field(default_factory=list)
    pages: list[Outline] = field(default_factory=list)
    people: int = 0
    on_scans: OnScans = OnScans()


@guarded
def make(
    work: Workplace,
    asked: EvidenceAsked,
    out: Path,
    sealing: Sealing | None = None,
    *,
    language: str = "en",
    progress: Progress = no_progress,
) -> MadeEvidence:
    """Write evidence into the folder `out`, signed, and note that names left. Returns where it lies.

    Plain it is a folder, sealed one file. `language` is that of papers printed for it. Raises
    evidence.office_only, evidence.too_many_courses, evidence.nobody, evidence.no_seed, evidence.sample_size,
    evidence.too_big, course.unknown, counting.period_reversed, bundle.bad_recipient, passphrase.*, files.*.
    """
    sealing = sealing or Sealing()
    if identity.has_office(work) and work.role is not Role.OFFICE:
        raise TrainerError("evidence.office_only")
    if sealing.passphrase:
        check_passphrase(sealing.passphrase, work.user)
    extent = asked.extent
    report = building.report(work, extent, by=(), progress=part_of(progress, 0.0, 0.2))
    drawn = _drawn(report, asked)
    folder = _gather(work, report, asked, drawn, language, part_of(progress, 0.2, 0.6))
    signer, seed = own_signer(work)
    _write_pages(work, folder, report, asked, signer)
    for name, data in signed_folder.signer_files(signer).items():
        folder.files[name] = partial(_same, data)
    name = f"evidence-{plain_name(scope_name(report.courses, asked))}-{work.today().isoformat()}"
    told = part_of(progress, 0.6, 1.0)
    if sealing.plain:
        path = _write_folder(work, folder, out / name, seed, report, told)
    else:
        path = _write_sealed(work, folder, out / f"{name}{SEALED}", seed, sealing, report, told)
    left_out, sample = tuple(folder.left_out), bool(drawn)
    return MadeEvidence(
        path, folder.people, len(folder.files), signer.digits, sample, folder.on_scans, left_out
    )


def check_sample(work: Workplace, asked: EvidenceAsked, progress: Progress = no_progress) -> None:
    """Refuse a sample that cannot be drawn, before anybody is asked where it goes. Raises as `make`."""
    _drawn(building.report(work, asked.extent, by=(), progress=progress), asked)


def _same(data: bytes) -> bytes:
    return data


def _drawn(report: Report, asked: EvidenceAsked) -> tuple[Drawn, ...]:
    participations = report.figure("participations")
    keys = participations.rows if participations else ()
    return draw_sample(keys, asked.seed, asked.sample) if asked.sample else ()


def _gather(
    work: Workplace,
    report: Report,
    asked: EvidenceAsked,
    drawn: Sequence[Drawn],
    language: str,
    progress: Progress,
) -> _Folder:
    """Gather the pages and files of all courses."""
    folder = _Folder()
    taken = _taken(work, asked, drawn)
    if not any(taken.values()):
        raise TrainerError("evidence.nobody")
    gatherer = EvidenceGatherer(work, taken, part_of(progress, 0.0, 0.5), sampled=bool(drawn))
    lines = []
    for place, (key, keys) in enumerate(taken.items(), start=1):
        course = get_course(work.database, key)
        assert course is not None, "a course of the report"
        name = f"course-{place:02}-{plain_name(course.code)}"
        files = _course_files(work, folder, course, keys, name, language, sampled=bool(drawn))
        folder.pages.append(gatherer.page(key, name, files))
        days = Label("behind.days", {"first": course.first_day, "last": course.last_day})
        people = count_people(each for each in list_enrolments(work, key) if each.enrolment.key in keys)
        folder.people += people
        lines.append((Link(course.code, f"{name}.html"), course.title, course.town, days, people))
        progress("evidence.progress.course", 0.5 + 0.5 * place / len(taken))
    courses = section("courses", ("course", "title", "town", "days", "people"), lines, right=("people",))
    folder.pages.insert(0, _index(work, report, asked, drawn, (courses,), folder.on_scans))
    named = _named(work, taken) if drawn else None
    figures, lines_behind = figures_page(report, Drilldown(work, report, named))
    folder.pages.append(figures)
    folder.files["data/figure-rows.csv"] = partial(_csv, FIGURE_ROWS, lines_behind)
    if drawn:
        rows = ((each.key, each.hash, int(each.taken)) for each in drawn)
        folder.files[POPULATION] = partial(_csv, ("key", "sha256", "taken"), list(rows))
    return folder


def _taken(work: Workplace, asked: EvidenceAsked, drawn: Sequence[Drawn]) -> dict[str, frozenset[str]]:
    """Return the enrolments that are told of, by course in the order of their codes."""
    found: dict[str, set[str]] = {}
    if drawn:
        for each in drawn:
            item = get_enrolment(work.database, each.key) if each.taken else None
            if item is not None:
                found.setdefault(item.enrolment.course, set()).add(each.key)
    else:
        known = building.courses_of(work, asked.extent)
        if len(known) > _MOST_COURSES:
            raise TrainerError("evidence.too_many_courses", count=len(known), most=_MOST_COURSES)
        for one in known:
            found[one.key] = {each.enrolment.key for each in list_enrolments(work, one.key)}
    codes = {key: course.code for key in found if (course := get_course(work.database, key))}
    return {key: frozenset(found[key]) for key in sorted(codes, key=lambda key: codes[key]) if found[key]}


def _named(work: Workplace, taken: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return what of a sample is named: the enrolments that were drawn, their people and certificates."""
    named = set[str]()
    for course, keys in taken.items():
        named |= keys
        people = (each.enrolment for each in list_enrolments(work, course))
        named |= {each.person for each in people if each.key in keys}
        issued = certificates.list_certificates(work.database, course)
        named |= {each.key for each in issued if each.enrolment in keys}
    return frozenset(named)


def _course_files(
    work: Workplace,
    folder: _Folder,
    course: Course,
    keys: frozenset[str],
    name: str,
    language: str,
    *,
    sampled: bool,
) -> CourseFiles:
    """Put in the sheets, scans and certificates of a course; return where they lie.

    Of a sample the sheets name those who were drawn; a scan is whole, and it is counted who else is on it.
    """
    named = keys if sampled else None
    sheets = {
        day.isoformat(): f"sheets/{name}/{day.isoformat()}.pdf" for day in sign_in_days(work, course.key)
    }
    for day, path in sheets.items():
        day_of = date.fromisoformat(day)
        folder.files[path] = partial(sign_in, work, course.key, day_of, language, named=named)
    scans: dict[str, str] = {}
    for found in list_attachments(work, course.key):
        if not found.here:
            folder.left_out.append(
                Label("evidence.scan_elsewhere", {"course": course.code, "name": found.name})
            )
            continue
        media = media_of(content(work, found.key)) or found.media
        scans[found.key] = path = f"scans/{name}/{scan_name(found, media)}"
        folder.files[path] = partial(content, work, found.key)
    if sampled and scans:
        known, others = folder.on_scans, len(list_enrolments(work, course.key)) - len(keys)
        folder.on_scans = OnScans(known.scans + len(scans), known.others + others)
    printed: dict[str, str] = {}
    for each in certificates.list_certificates(work.database, course.key):
        if each.enrolment not in keys:
            continue
        try:
            made = print_certificates(work, [each])
        except TrainerError as problem:
            why = Label(problem.code, problem.values)
            folder.left_out.append(Label("evidence.not_printed", {"serial": each.serial, "why": why}))
            continue
        printed[each.key] = path = f"certificates/{name}/{plain_name(pdf_name(each.serial))}"
        folder.files[path] = partial(_same, made)
    return CourseFiles(sheets, scans, printed)


def _index(
    work: Workplace,
    report: Report,
    asked: EvidenceAsked,
    drawn: Sequence[Drawn],
    sections: tuple[OutlineSection, ...],
    on_scans: OnScans,
) -> Outline:
    """Return the first page: what this is, how the sample was drawn, how the folder is checked."""
    made = {"day": report.made_on, "by": work.user or "–"}
    facts: list[tuple[Said, Said | Link]] = [
        (Label("evidence.head.scope"), report.title),
        (Label("evidence.head.made"), Label("evidence.made", made)),
        (Label("evidence.head.courses"), len(report.courses)),
    ]
    if report.first and report.last:
        days = Label("behind.days", {"first": report.first, "last": report.last})
        facts.append((Label("evidence.head.days"), days))
    about = [OutlineSection("about", Label("evidence.section.about"), (), tuple(facts))]
    if drawn:
        told = {"count": asked.sample, "whole": len(drawn), "seed": asked.seed}
        method = Label("evidence.method", {"seed": asked.seed})
        words = (Label("evidence.sample", told), Label("evidence.only_drawn"), *on_scans.labels, method)
        rows: list[tuple[Said | Link, ...]] = []
        for place, each in enumerate(drawn[: asked.sample], start=1):
            item = get_enrolment(work.database, each.key)
            course = get_course(work.database, item.enrolment.course) if item else None
            number = item.enrolment.number if item else None
            rows.append((place, course.code if course else "", number, each.key, each.hash))
        columns = ("place", "course", "number", "key", "hash")
        drawn_ones = section("sample", columns, rows, right=("place", "number"), words=words)
        population = (Label("evidence.head.population"), Link(POPULATION, POPULATION))
        about.append(OutlineSection("sample", drawn_ones.title, words, (population,), drawn_ones.table))
    return Outline("index", Label("evidence.title"), report.title, (*about, *sections))


def _csv(heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    return write_csv(heads, rows)


def speaker(language: str) -> Callable[[Said], str]:
    """Return what gives an outline its words in a language."""

    def speak(said: Said) -> str:
        if said is None:
            return ""
        return label_text(Label("review.value.text", {"text": said}), language)

    return speak


def _write_pages(
    work: Workplace,
    folder: _Folder,
    report: Report,
    asked: EvidenceAsked,
    signer: signed_folder.EvidenceSigner,
) -> None:
    """Make the pages in three languages, the tables of them, and the documents for programs."""
    folder.pages[0] = _with_checking(folder.pages[0], folder.left_out, signer)
    for language in LANGUAGES:
        speak = speaker(language)
        for page in folder.pages:
            there = {other: f"../{other}/{page.name}.html" for other in LANGUAGES if other != language}
            up = "" if page.name == "index" else speak(Label("evidence.title"))
            made = outline_html(page, language, speak, elsewhere=there, up=up)
            folder.files[f"{language}/{page.name}.html"] = partial(_same, made)
    for page in folder.pages[1:-1]:
        for table in page.tables:
            rows = [[_plain(words_of(cell)) for cell in row] for row in table.rows]
            made = write_csv(table.columns, rows)
            folder.files[f"data/{page.name}/{table.name}.csv"] = partial(_same, made)
    speak = speaker("en")
    document = {
        "format": "trainer-evidence-data",
        "version": 1,
        "pages": [outline_document(page, speak) for page in folder.pages],
    }
    folder.files["data/evidence.json"] = partial(_same, document_bytes(document))
    figures = report_document(report, partial(label_text, language="en"))
    folder.files["data/report.json"] = partial(_same, document_bytes(figures))
    titles = {code: speaker(code)(Label("evidence.title")) for code in LANGUAGES}
    words = {
        code: [speaker(code)(each) for each in (report.title, Label("evidence.how_to_check"))]
        for code in LANGUAGES
    }
    files = {code: f"{code}/index.html" for code in LANGUAGES}
    folder.files[INDEX] = partial(_same, entry_html(titles, words, files))


def _with_checking(
    index: Outline, left_out: Sequence[Label], signer: signed_folder.EvidenceSigner
) -> Outline:
    """Add to the first page who signed, how that is checked, and what is not in the folder."""
    facts: tuple[tuple[Said, Said | Link], ...] = (
        (Label("evidence.head.signer"), signer.name),
        (Label("evidence.head.digits"), signer.digits),
        (Label("evidence.head.sums"), Link(SUMS, SUMS)),
        (Label("evidence.head.signature"), Link(SIGNATURE, SIGNATURE)),
    )
    words = (Label("evidence.how_to_check"), Label("evidence.by_hand"))
    checking = OutlineSection("checking", Label("evidence.section.checking"), words, facts)
    figures = (Label("evidence.section.figures"), Link(Label("evidence.section.figures"), "figures.html"))
    lists = OutlineSection("figures", Label("evidence.section.figures"), (), (figures,))
    missing = OutlineSection("left_out", Label("evidence.section.left_out"), tuple(left_out))
    more = (checking, missing) if left_out else (checking,)
    return Outline(index.name, index.title, index.second, (*index.sections, lists, *more))


def _plain(said: Said) -> Value:
    """Return a cell for programs: words in English, days as ISO, numbers as they are."""
    if said is None or isinstance(said, int):
        return said
    return said.isoformat() if isinstance(said, date) else speaker("en")(said)


def _note(work: Workplace, folder: _Folder, report: Report, form: str) -> None:
    people = folder.people + folder.on_scans.others
    reports.note_release(work, "evidence", form, report.courses, (report.first, report.last), people)


def _made(folder: _Folder, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files one after the other, so that scans need not be in memory together."""
    for place, (name, make_one) in enumerate(sorted(folder.files.items()), start=1):
        yield name, make_one()
        progress("evidence.progress.writing", place / len(folder.files))


def _write_folder(
    work: Workplace, folder: _Folder, target: Path, seed: bytes, report: Report, progress: Progress
) -> Path:
    """Write the folder under another name, give it its own once all of it is there, and note it."""
    part = target.with_name(f"{target.name}.part")
    _remove(part)
    try:
        hashes: dict[str, str] = {}
        for name, data in _made(folder, progress):
            path = part / name
            make_folder(path.parent)
            write_stream(path, [data], len(data), private=True)
            hashes[name] = hashlib.sha256(data).hexdigest()
        sums = write_sums(hashes)
        for name, data in ((SUMS, sums), (SIGNATURE, signed_folder.sign_sums(sums, seed))):
            write_stream(part / name, [data], len(data), private=True)
        with suppress(OSError):
            part.chmod(_PRIVATE)
        with work.journal.transaction():
            _note(work, folder, report, "folder")
            final = _free_name(target)
            try:
                part.rename(final)
            except OSError as error:
                raise error_of(error, target.name) from error
    except BaseException:
        _remove(part)
        raise
    return final


def _remove(part: Path) -> None:
    shutil.rmtree(part, ignore_errors=True)


def _free_name(target: Path) -> Path:
    names = (
        target if not number else target.with_name(f"{target.name}-{number + 1}") for number in range(1000)
    )
    found = next((name for name in names if not name.exists()), None)
    if found is None:
        raise TrainerError("files.no_free_name", file=target.name)
    return found


def _write_sealed(
    work: Workplace,
    folder: _Folder,
    target: Path,
    seed: bytes,
    sealing: Sealing,
    report: Report,
    progress: Progress,
) -> Path:
    """Write all of it as one sealed file, and note it: both or neither."""
    files: dict[str, bytes] = {}
    size = 0
    for name, data in _made(folder, progress):
        files[name] = data
        size += len(data)
        if size > _MOST_SEALED:
            raise TrainerError("evidence.too_big")
    sums = write_sums({name: hashlib.sha256(data).hexdigest() for name, data in files.items()})
    files |= {SUMS: sums, SIGNATURE: signed_folder.sign_sums(sums, seed)}
    archive = signed_folder.pack_folder(sorted(files.items()))
    recipients = sealing.recipients
    if recipients and signs_as_office(work):
        # So that the office can open what it gave away, and check it.
        recipients = tuple(dict.fromkeys((*recipients, identity.office_keys(work).recipient)))
    sealed = signed_folder.seal_folder(archive, recipients, sealing.passphrase)
    make_folder(target.parent)
    with work.journal.transaction():
        _note(work, folder, report, "age")
        return write_checked(target, sealed)
