"""Words that several areas share: attendance marks, test and feedback forms, persons."""

import functools
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from trainer_app.actions.attendance.attendance import PersonCourse
from trainer_app.actions.base.workplace import ZONE
from trainer_app.actions.evaluations.keying import printed_answer
from trainer_app.domain.attendance.marks import Attendance, GridRow, GridSession, Headcount, Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import ValueFormat
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text, invisible_signs, unprintable_signs
from trainer_app.domain.certificates.certificates import Certificate, CertificateKind, CertificateState
from trainer_app.domain.courses.courses import EnrolmentStatus, ResitRule
from trainer_app.domain.courses.ranks import RankForm, rank_name, split_rank
from trainer_app.domain.evaluations.forms import FormKind, FullForm, Occasion, Sitting
from trainer_app.domain.evaluations.questions import BLANK, Question
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.people.names import clean_name, is_cut, split_name
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.system import messages
from trainer_app.system.clock import civil_moment
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import Formats, field_caption, formats, numbered, shown_name, window_language
from trainer_app.ui.widgets.indicators import ChipWords, Tone
from trainer_app.ui.widgets.overlays import confirm


@functools.cache
def _letters(language: str) -> tuple[str, ...]:
    """Return the letters of the marks: painting asks for them with each cell."""
    return tuple(messages.text(f"attendance.letter.{mark.value}", language) for mark in Mark)


class AttendanceWording(QObject):
    """Words for painting and for screen readers, in the language of the window when they are asked for."""

    def __init__(self, parent: QObject | None = None, language: Callable[[], str] = window_language) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_wording")
        self._language = language

    @property
    def language(self) -> str:
        """The language of the window."""
        return self._language()

    @property
    def formats(self) -> Formats:
        """Dates and numbers of the language."""
        return formats(self._language())

    def letters(self) -> tuple[str, ...]:
        """Return the four letters, in the order of the marks."""
        return _letters(self._language())

    def letter(self, mark: Mark) -> str:
        """Return the letter of a mark: "П"."""
        return self.letters()[tuple(Mark).index(mark)]

    def word(self, mark: Mark | None) -> str:
        """Return the word of a mark as the legend has it."""
        match mark:
            case Mark.PRESENT:
                return self.tr("present")
            case Mark.LATE:
                return self.tr("late")
            case Mark.EXCUSED:
                return self.tr("excused")
            case Mark.ABSENT:
                return self.tr("absent")
        return self.tr("not marked")

    def unknown(self) -> str:
        """Return what is said of a mark that this version does not know."""
        return self.tr("marked in a way that only a newer version of the program can show")

    def unknown_short(self) -> str:
        """Return the same as the legend has it."""
        return self.tr("newer version", "legend: a mark that only a newer version can show")

    def day(self, session: GridSession) -> str:
        """Return the head of a day: "День 3 · ср 17 окт"."""
        date = self.formats.weekday_short(session.day)
        return self.tr("Day {number} · {date}").format(number=session.day_number, date=date)

    def session(self, session: GridSession) -> str:
        """Return "Занятие 8"."""
        return self.tr("Session {number}").format(number=session.number)

    def rank(self, row: GridRow) -> str:
        """Return a rank as short as the column needs: "ст. лейтенант"."""
        return rank_name(row.rank, self.language, RankForm.SHORT)

    def from_day(self, row: GridRow) -> str:
        """Return the tag of who came later, "со дня 2", "с занятия 2"; empty for everybody else."""
        if row.from_session:
            return self.tr("from session {number}").format(number=row.from_session)
        if row.from_day <= 1:
            return ""
        return self.tr("from day {number}").format(number=row.from_day)

    def place(self, row: GridRow) -> str:
        """Return the tag of somebody who was not expected all the time: "from day 2", "→ № 25"."""
        if row.same_as:
            return f"= {numbered(row.same_as)}"
        if not row.gone:
            return self.from_day(row)
        return f"→ {numbered(row.replaced_by)}" if row.replaced_by else self.tr("has left", "tag in the grid")

    def reasons_gone(self, row: GridRow) -> tuple[str, ...]:
        """Say why somebody is not expected any more, at length and shorter: without the session, as a tag."""
        return self.left(row), self.left(replace(row, gone_from=0)), self.place(row)

    def left(self, row: GridRow) -> str:
        """Say that somebody left the list: "replaced by No. 25 from session 9"; "" for who did not.

        Of a row whose person is counted in another one it says in which.
        """
        if row.same_as:
            return self.tr("the same person as No.\u00a0{number}").format(number=row.same_as)
        if not row.gone:
            return ""
        if row.replaced_by and row.gone_from:
            words = self.tr("replaced by No.\u00a0{number} from session {session}")
        elif row.replaced_by:
            words = self.tr("replaced by No.\u00a0{number}")
        else:
            words = self.tr("not expected from session {session}") if row.gone_from else self.tr("withdrawn")
        return words.format(number=row.replaced_by, session=row.gone_from)

    def in_place(self, row: GridRow) -> str:
        """Say whose place somebody has, who is on the list by that: "in place of No. 7"; "" for nobody's."""
        return self.tr("in place of No.\u00a0{number}").format(number=row.replaces) if row.replaces else ""

    def confirm_ahead(
        self, host: QWidget, number: int, day: date, start: int, then: Callable[[], object], name: str = ""
    ) -> None:
        """Ask before everybody, or somebody of a name, is marked in a session that has not begun."""
        when = f"{self.formats.weekday_short(day)}, {self.formats.clock(start)}"
        asked = self.tr("It begins on {when}. Mark everybody without a mark present all the same?")
        if name:
            asked = self.tr(
                "It begins on {when}. Mark {name} already now? "
                "For the others in this session it is not asked again."
            )
        confirm(
            host,
            self.tr("Session {number} has not begun").format(number=number),
            asked.format(when=when, name=name),
            self.tr("Mark already now") if name else self.tr("Mark present"),
            then,
            danger=False,
            name="mark_ahead_question",
        )

    def cancelled(self, session: GridSession) -> str:
        """Return what stands on the plate of a cancelled session."""
        if not session.cancel_reason:
            return self.tr("cancelled")
        return self.tr("cancelled: {reason}").format(reason=session.cancel_reason)

    def share(self, share: Percent | None, limit: int | None = None) -> str:
        """Return a share as it is shown everywhere, beside the limit of the course; a dash for none."""
        return self.formats.share(share, limit)

    def spoken_mark(self, session: GridSession, cell: Attendance | None, *, begun: bool) -> str:
        """Say a cell's mark in words, with minutes, contradiction and remark."""
        if session.cancelled:
            return self.cancelled(session)
        if cell is None:
            return self.tr("not on the list yet")
        if cell.unknown:
            said = [self.unknown()]
        elif cell.mark is None:
            said = [self.word(None) if begun else self.tr("not held yet")]
        else:
            said = [self.word(cell.mark)]
            if cell.late:
                said.append(self.tr("{minutes} min late").format(minutes=cell.late))
            if cell.early:
                said.append(self.early(cell.early))
            if cell.arrived is not None:
                said.append(self.arrived(cell.arrived))
        if cell.taken_from:
            said.append(self.taken(cell))
        if cell.conflict:
            said.append(self.tr("two laptops recorded different marks"))
        if cell.remark:
            said.append(self.tr("remark: {text}").format(text=cell.remark))
        return ", ".join(said)

    def spoken_cell(self, row: GridRow, session: GridSession, cell: Attendance | None, *, begun: bool) -> str:
        """Say person, session, mark; of whoever left the list before the session, how."""
        gone = cell is None and (row.same_as or (row.gone and session.number >= row.gone_from))
        return ", ".join(
            (
                row.called,
                f"{self.session(session)} {self.formats.clock(session.start)}",
                (self.left(row) if gone else "") or self.spoken_mark(session, cell, begun=begun),
            )
        )

    def spoken_session(self, session: GridSession) -> str:
        """Say a column: "День 3 · ср 17 окт, занятие 8, 11:00–12:30"; locked or cancelled too."""
        times = self.formats.times(session.start, session.end)
        said = [self.day(session), self.session(session), times]
        topic = session.topic.best(self.language)
        if topic:
            said.append(topic)
        if session.cancelled:
            said.append(self.cancelled(session))
        if session.locked:
            said.append(self.locked(session))
        return ", ".join(said)

    def locked(self, session: GridSession) -> str:
        """Say that a session is locked, by whom and when: "closed: D. Nazarova, 15 Oct, 18:42"."""
        when = ""
        if session.locked_at is not None:
            moment = civil_moment(session.locked_at, ZONE)
            clock = self.formats.clock(moment.hour * 60 + moment.minute)
            when = f"{self.formats.day_short(moment.date())}, {clock}"
        by = ", ".join(word for word in (session.locked_by, when) if word)
        return self.tr("locked: {by}").format(by=by) if by else self.tr("locked")

    def arrived(self, minute: int) -> str:
        """Say when a badge was scanned: "came 09:12"."""
        return self.tr("came {time}").format(time=self.formats.clock(minute))

    def taken(self, cell: Attendance) -> str:
        """Say in which other row of the same person a mark stands: this row has none of its own."""
        return self.tr("marked in the row of No.\u00a0{number}").format(number=cell.taken_from)

    def early(self, minutes: int) -> str:
        """Say that somebody left before the end: "left 20 min early"."""
        return self.tr("left {minutes} min early").format(minutes=minutes)

    def state(self, state: ChangeState) -> str:
        """Say how far a mark has come to the office: "not sent yet"."""
        return messages.text(f"sending.state.{state.value}", self.language)

    def note(self, cell: Attendance | None) -> str:
        """Return what a wide cell says beside the mark: arrival and remark."""
        if cell is None or (cell.arrived is None and not cell.remark and not cell.taken_from):
            return ""
        taken = self.taken(cell) if cell.taken_from else ""
        came = self.arrived(cell.arrived) if cell.arrived is not None else ""
        return " · ".join(word for word in (taken, came, cell.remark) if word)

    def short(self, cell: Attendance | None) -> str:
        """Return a cell as text: "L 15 −20"; "?" for a mark of a newer version, empty without a mark."""
        if cell is None or cell.mark is None:
            return "?" if cell is not None and cell.unknown else ""
        late = str(cell.late) if cell.late else ""
        early = f"−{cell.early}" if cell.early else ""
        return " ".join(word for word in (self.letter(cell.mark), late, early) if word)

    def spoken_row(self, row: GridRow, share: Percent | None, certificate: Percent | None = None) -> str:
        """Say a row's head: number, name, rank, share; and the certificate's share if that is shown."""
        rank = rank_name(row.rank, self.language)
        said = [
            f"{row.number} {shown_name(row.called)}",
            rank,
            row.unit,
            self.from_day(row),
            self.left(row) or self.in_place(row),
        ]
        if certificate is not None and certificate == share:
            said.append(self.tr("share of the whole course {percent}").format(percent=self.share(share)))
        else:
            said.append(self.tr("share so far {percent}").format(percent=self.share(share)))
            if certificate is not None:
                told = self.tr("for the certificate {percent}")
                said.append(told.format(percent=self.share(certificate)))
        return ", ".join(word for word in said if word)

    def heads(self, heads: Headcount, walk_ins: int) -> str:
        """Return the heads of a session in words: "19 of 22 came, 4 walk-ins, 2 not marked"."""
        said = [self.tr("{came} of {expected} came").format(came=heads.in_room, expected=heads.expected)]
        if heads.left:
            said.append(self.tr("%n of them not on the list any more", "", heads.left))
        if walk_ins:
            said.append(self.tr("%n walk-in(s)", "", walk_ins))
        if heads.unmarked:
            said.append(self.tr("%n not marked", "", heads.unmarked))
        if heads.unknown:
            said.append(self.tr("%n from a newer version", "", heads.unknown))
        return ", ".join(said)

    def compared(self, heads: Headcount, counted: int) -> str:
        """Compare the marks with a count from the paper: "agrees", "2 fewer than on paper"."""
        more = heads.in_room - counted
        if more > 0:
            return self.tr("%n more than on paper", "", more)
        return self.tr("%n fewer than on paper", "", -more) if more else self.tr("agrees with the paper")

    def both_shares(self, so_far: Percent | None, of_held: Percent | None) -> str:
        """Say both shares of a person, and why they differ if they do."""
        if so_far == of_held:
            return self.tr("{percent} of all held sessions, as for the certificate").format(
                percent=self.share(of_held)
            )
        first = self.tr("So far {percent}: only sessions in which there is a mark count").format(
            percent=self.share(so_far)
        )
        second = self.tr(
            "For the certificate {percent}: all held sessions count, also those without a mark"
        ).format(percent=self.share(of_held))
        return f"{first}\n{second}"

    def spoken_heads(self, heads: Headcount) -> str:
        """Say a session's counts."""
        counts = (heads.present, heads.late, heads.excused, heads.absent, heads.unmarked)
        marks = (*Mark, None)
        said = [f"{count} {self.word(mark)}" for count, mark in zip(counts, marks, strict=True)]
        if heads.unknown:
            said.append(f"{heads.unknown} {self.unknown()}")
        return ", ".join(said)

    def walk_in_added(self) -> str:
        """Say where somebody stands who was just added: the name alone says nothing of presence."""
        return self.tr("On the list, not marked yet: a letter marks the person, Ins adds the next one")

    def error(self, problem: TrainerError) -> str:
        """Return an error in words."""
        return messages.text(problem.code, self.language, **problem.values)

    def say(self, label: Label) -> str:
        """Return a label in words."""
        return messages.label_text(label, self.language)


def occasion_word(sitting: Sitting, kind: FormKind) -> str:
    """Return what a sitting is called."""
    return use_word(kind, sitting.occasion)


def use_word(kind: FormKind, occasion: Occasion) -> str:
    """Return what a kind of form is called: "Post-test", "Practical rating", "Feedback", "After 3 months"."""
    if kind is FormKind.PRACTICAL:
        return QCoreApplication.translate("Keying", "Practical rating")
    if kind is FormKind.FEEDBACK:
        return QCoreApplication.translate("Keying", "Feedback")
    if occasion is Occasion.PRE:
        return QCoreApplication.translate("Keying", "Pre-test")
    if occasion is Occasion.POST:
        return QCoreApplication.translate("Keying", "Post-test")
    months = 3 if occasion is Occasion.MONTH3 else 6
    if kind is FormKind.TEST:
        return QCoreApplication.translate("Keying", "Test after %n month(s)", "", months)
    return QCoreApplication.translate("Keying", "Follow-up after %n month(s)", "", months)


def form_title(full: FullForm, language: str) -> str:
    """Return a form's title, with its version where it has more than one."""
    return versioned(full.form.title.best(language), full.form.version)


def versioned(title: str, version: int) -> str:
    """Return a title, with the version from the second one on."""
    if version == 1:
        return title
    return QCoreApplication.translate("Keying", "{title}, version {version}").format(
        title=title, version=version
    )


def rule_words(rule: ResitRule) -> str:
    """Return how several tests of one person count, as a sentence."""
    if rule is ResitRule.LAST:
        return QCoreApplication.translate("Keying", "The last of several tests counts")
    if rule is ResitRule.FIRST:
        return QCoreApplication.translate("Keying", "The first of several tests counts")
    return QCoreApplication.translate("Keying", "The best of several tests counts")


def answer_words(question: Question, answer: str, order: tuple[int, ...]) -> str:
    """Return an answer as it stands on a paper: its letters, "left blank", or its words."""
    if answer == BLANK:
        return QCoreApplication.translate("Keying", "left blank")
    return printed_answer(question, answer, order)


class PeopleWording(QObject):
    """Turns plain data into words of the window's language."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("people_wording")
        self._context = context

    def sex(self, sex: Sex) -> str:
        """Return a sex in words; unknown is said, never hidden."""
        # Only what is said is translated: each row of a list asks.
        words: Mapping[Sex, Callable[[], str]] = {
            Sex.FEMALE: lambda: self.tr("woman"),
            Sex.MALE: lambda: self.tr("man"),
            Sex.UNKNOWN: lambda: self.tr("not stated"),
        }
        return words[sex]()

    def teaches(self, codes: Sequence[str]) -> str:
        """Say that somebody is a trainer, and of which courses."""
        #: {courses} are codes of courses
        return self.tr("trainer: {courses}").format(courses=", ".join(codes))

    def name(self, person: Person) -> str:
        """Return a person's name as lists show it; of one whose data were erased, that they were."""
        return shown_name(person.name)

    def rank(self, rank: str, form: RankForm = RankForm.FULL) -> str:
        """Return a rank in words, "" for none."""
        return rank_name(rank, self._context.language.code, form) if rank else ""

    def field(self, name: str) -> str:
        """Return what a field of a person is called, as a caption."""
        return field_caption("person", name)

    def value(self, person: Person, name: str) -> str:
        """Return what is known in a field of a person in words, "" for nothing."""
        known = getattr(person, name)
        if isinstance(known, Sex):
            return self.sex(known) if known is not Sex.UNKNOWN else ""
        if ENTITIES["person"].fields[name].shown is ValueFormat.RANK:
            return self.rank(known)
        return str(known or "")

    def service(self, person: Person) -> str:
        """Return "captain · unit · district", as much as is known."""
        parts = (self.rank(person.rank), person.unit, person.duty_district)
        return " · ".join(part for part in parts if part)

    def strange(self, typed: str) -> str:
        """Say which signs papers cannot show or nobody sees; "" if all of the text is seen and printed."""
        unseen = ", ".join(invisible_signs(typed))
        signs = " ".join(unprintable_signs(clean_text(typed)))
        said = []
        if unseen:
            said.append(self.tr("Invisible signs ({signs}) are left out.").format(signs=unseen))
        if signs:
            words = self.tr("Papers cannot show {signs} and print empty boxes. It is kept as typed.")
            said.append(words.format(signs=signs))
        return " ".join(said)

    def cut(self, typed: str) -> str:
        """Say how a name typed in one line will stand, where not every sign of it is taken; else ""."""
        name = split_name(split_rank(clean_name(typed))[1]).full
        if not name or not is_cut(split_rank(clean_text(typed), exact=True)[1], name):
            return ""
        return self.tr("Not every sign is taken. It will be written: {name}").format(name=name)

    def standing(self, standing: EnrolmentStatus) -> ChipWords:
        """Return the chip of a place on a list."""
        chips: Mapping[EnrolmentStatus, Callable[[], ChipWords]] = {
            EnrolmentStatus.NOMINATED: lambda: (Tone.QUIET, self.tr("nominated"), ""),
            EnrolmentStatus.CONFIRMED: lambda: (Tone.GOOD, self.tr("confirmed"), "check"),
            EnrolmentStatus.TAKING_PART: lambda: (Tone.GOOD, self.tr("taking part"), "check"),
            EnrolmentStatus.WALK_IN: lambda: (Tone.NOW, self.tr("walk-in"), "adduser"),
            EnrolmentStatus.REPLACED: lambda: (Tone.QUIET, self.tr("replaced"), "users2"),
            EnrolmentStatus.WITHDRAWN: lambda: (Tone.QUIET, self.tr("withdrawn"), "minus"),
        }
        return chips[standing]()

    def certificate(self, given: Certificate, *, fits: bool = True) -> ChipWords:
        """Return the chip of a certificate: its serial, and whether it counts and still fits."""
        if given.state is CertificateState.VOID:
            return Tone.BAD, self.tr("{serial}, void").format(serial=given.serial), "close"
        if given.state is CertificateState.REPLACED:
            return Tone.QUIET, self.tr("{serial}, replaced").format(serial=given.serial), "redo"
        if not fits:
            return Tone.DUE, self.tr("{serial}, no longer fits").format(serial=given.serial), "alert"
        tone = Tone.GOOD if given.kind is CertificateKind.COMPLETION else Tone.NOW
        return tone, given.serial, "certificates"

    def course_title(self, item: PersonCourse) -> str:
        """Return the course's title, or its code where nobody has typed one."""
        return item.course.title.best(self._context.language.code) or item.course.code

    def course_line(self, item: PersonCourse) -> str:
        """Return "Душанбе, 15–18 октября 2018 · No. 7"."""
        days = self._context.formats.days(item.course.first_day, item.course.last_day)
        place = ", ".join(part for part in (item.course.town, days) if part)
        number = self.tr("No.\u00a0{number} on the list").format(number=item.enrolment.number)
        parts = [place, number]
        if item.entered_as:
            parts.append(self.tr("record {name}").format(name=item.entered_as))
        return " · ".join(parts)
