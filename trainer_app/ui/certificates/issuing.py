"""The form that issues certificates, and names what is not right before it."""

from collections.abc import Callable, Mapping, Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.shown import MOVED
from trainer_app.actions.certificates import certificates, eligibility, printing, signatories, templates
from trainer_app.actions.certificates.eligibility import Batch, Undecided, undecided
from trainer_app.actions.certificates.printing import MissingInPrint
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, SOURCE
from trainer_app.domain.certificates.certificates import BoardRow, Certificate, CertificateKind
from trainer_app.domain.certificates.serials import number_of_draft
from trainer_app.domain.courses.courses import Session, SessionState
from trainer_app.system import messages
from trainer_app.system.clock import civil_moment
from trainer_app.ui.certificates.designs.forms import SignatoryForm
from trainer_app.ui.certificates.printer import IssueOptions, Refused
from trainer_app.ui.certificates.wording import spellings_taken
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Flag, Layout, Note, Own, Segments
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.language import numbered
from trainer_app.ui.kit.screens import TO_MARK, withhold
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import in_line
from trainer_app.ui.widgets.labels import FittingLabel, clear_layout, named
from trainer_app.ui.widgets.overlays import confirm

_MOST = 6  # warnings that are spelled out
_NAMED = 8
_GUESSED = 40  # names in a tool tip
_SECONDS = ("none", *dict.fromkeys(second for each in LANGUAGES.values() for second in each.below))


class IssueForm(FieldsForm):
    """Names what breaks before anything is printed. `issue(batches, choice)` is called by the filled button.

    `check()` leads to the names, where there are any that nobody has checked.
    """

    needs = ("certificates/certificates/issue_batches", "certificates/certificates/draft")

    def __init__(
        self,
        context: AppContext,
        host: QWidget,
        issue: Callable[[Sequence[Batch], IssueOptions, Refused], None],
        check: Callable[[], None],
        signatory_form: Callable[[], SignatoryForm],
    ) -> None:
        super().__init__("issue_form", context, host, 480)
        self._issue = issue
        self._batches: Sequence[Batch] = ()
        self._drafts: Sequence[Certificate] = ()
        self._unchecked: Sequence[Certificate] = ()
        self._undecided = Undecided()
        self._twice: Sequence[Label] = ()
        self._signatory_form = signatory_form
        self.signers = FittingLabel("second", "issue_signers")
        self.sign = Button("issue_sign", ButtonKind.GHOST, "pen")
        self.sign.clicked.connect(self._ask_who_signs)
        withhold("certificates/signatories/set_signatories", self.sign)
        self._missing: Sequence[MissingInPrint] = ()
        self._over: Sequence[Session] = ()
        self._unmarked = self._to_come = self._ahead = 0
        self.sexes = Button("issue_take_sex", ButtonKind.GHOST, "check")
        self.sexes.clicked.connect(self._take_sexes)
        withhold("people/people/apply_corrections", self.sexes)
        self.people = Button("issue_people", ButtonKind.GHOST, "people")
        self.people.clicked.connect(self._go_to_people)
        self.latin = Button("issue_take_latin", ButtonKind.GHOST, "check")
        self.latin.clicked.connect(self._take_latin)
        withhold("certificates/eligibility/take_latin_suggestions", self.latin)
        self._unled: Mapping[str, Certificate] = {}
        """By course that nobody leads, though a lead trainer is to sign: one of its certificates."""
        self.lead = Button("issue_lead", ButtonKind.GHOST, "adduser")
        self.lead.clicked.connect(self._go_to_lead)
        withhold("courses/teachers/assign", self.lead)
        self.marks = Button("issue_marks", ButtonKind.GHOST, "clock")
        self.marks.clicked.connect(self._go_to_marks)
        self.names = Button("issue_names", ButtonKind.GHOST, "pen")
        self.names.clicked.connect(self.dismiss)
        self.names.clicked.connect(check)
        self.review = Button("issue_review", ButtonKind.GHOST, "review")
        self.review.clicked.connect(self.dismiss)
        self.review.clicked.connect(lambda: context.go("review"))
        self.notes = QVBoxLayout()
        self.notes.setContentsMargins(0, 0, 0, 0)
        self.notes.setSpacing(8)
        self.build()
        context.changes.announced.connect(self._hear)

    @override
    def fields(self) -> Layout:
        languages = [(code, each.name) for code, each in LANGUAGES.items()]
        seconds = [(code, LANGUAGES[code].name) for code in _SECONDS[1:]]
        files = [("one", self.tr("One PDF")), ("each", self.tr("One file each"))]
        kinds = [draft.kind for draft in self._drafts]
        counts = self.tr("Of completion: {completion}. Of attendance: {attendance}.").format(
            completion=kinds.count(CertificateKind.COMPLETION),
            attendance=kinds.count(CertificateKind.ATTENDANCE),
        )
        frozen = self.tr(
            "What is printed is kept as it is, with a number and a signature. Later corrections need a "
            "replacement."
        )
        return (
            Note("counts", counts, role="subtitle"),
            # Before all that is chosen: below it only the first line would be in sight in a low window.
            Own("notes", widget=self._notes),
            Own("ways", widget=self._lay_ways, shown=any(self._ways().values())),
            Segments(
                "language", self.tr("Language of the certificates"), options=languages, changed=self._read
            ),
            Segments(
                "second",
                self.tr("Second language"),
                options=[(_SECONDS[0], self.tr("None")), *seconds],
                narrow=True,
                changed=lambda: self._read(self.value("second")),
            ),
            Own("who", widget=lambda name: in_line(name, self.signers, self.sign)),
            Segments("files", self.tr("Files"), options=files),
            Flag("back", self.tr("List of sessions and hours on the back")),
            Note("frozen", frozen),
        )

    def _ways(self) -> dict[Button, bool]:
        """Return the buttons below what is to be known, each with whether it has something to do."""
        return {
            self.review: self._undecided != Undecided() or bool(self._twice),
            self.lead: bool(self._unled),
            self.marks: bool(self._over),
            self.latin: self._spellings() > 0,
            self.names: self._to_names(),
            self.sexes: any(each.guesses for each in self._missing),
            self.people: self._incomplete() is not None,
        }

    def _lay_ways(self, name: str) -> QWidget:
        """Put the buttons close together: they belong to what stands above them, not each to itself."""
        made = named(QWidget(), name)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in self._ways():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _spellings(self) -> int:
        """Return how many Latin spellings are proposed where the paper has a line for them."""
        return sum(len(each.spellings) for each in self._missing)

    def _to_names(self) -> bool:
        return bool(self._unchecked) or any(printing.name_doubts(each.facts) for each in self._drafts)

    def _notes(self, name: str) -> QWidget:
        made = named(QWidget(), name)
        made.setLayout(self.notes)
        return made

    @override
    def words(self) -> tuple[str, str]:
        count = len(self._drafts)
        # Whoever goes on with names that nobody has read does so knowingly: the button says it.
        if self._doubtful(unled=False):
            return self.tr("Issue certificates"), self.tr("Issue %n certificate(s) all the same", "", count)
        return self.tr("Issue certificates"), self.tr("Issue %n certificate(s)", "", count)

    def _doubtful(self, *, unled: bool = True) -> bool:
        """Tell whether anything is to be looked at before; `unled`: also that nobody leads the course."""
        unsigned = any(not each.facts.signatories for each in self._drafts) or (unled and bool(self._unled))
        return self._to_names() or unsigned or bool(self._over) or self._undecided != Undecided()

    def open_batches(self, batches: Sequence[Batch], language: str) -> None:
        """Show what would be issued; Enter issues at once only where nothing is to be looked at before."""
        self._batches = batches
        self.clear_errors()
        self.fill(language=language if language in LANGUAGES else DEFAULT, files=self.value("files"))
        self._read()
        looked_at = [each for each in (self.review, self.marks, self.names) if self._ways()[each]]
        self.reveal((*looked_at, self.cancel_button)[0] if self._doubtful() else self.accept_button)

    @override
    def save(self) -> None:
        """Issue what is shown; while the course goes on, only after a question, with the keyboard on "no"."""
        shown = certificates.stamp_drafts(self._drafts)
        early = self.context.ask(printing.early_told, self._batches) or []
        if not early:
            self._go_on(shown)
            return
        said = " ".join(messages.label_text(each, self.context.language.code) for each in early)
        yes = self.tr("Issue %n certificate(s) now", "", len(self._drafts))
        title = self.tr("Issue before the course is over?")
        confirm(self.window(), title, said, yes, lambda: self._go_on(shown), name="issue_early")

    def _go_on(self, shown: str) -> None:
        self.dismiss()
        apart = self.value("files") == "each"
        choice = IssueOptions(self.value("language"), self.value("back"), apart, self._second(), shown)
        self._issue(self._batches, choice, self._refused)

    def _refused(self, error: TrainerError) -> None:
        """Show what stands there now, where that is other than what was shown."""
        if error.code != MOVED:
            self.context.tell_error(error)
            return
        self.open_batches(self._batches, self.value("language"))
        self.show_refusal(error)

    def _second(self) -> str:
        """Return the second language that is chosen, "" for none."""
        return self.typed("second").removeprefix(_SECONDS[0])

    def _offer_seconds(self, wanted: str | None) -> None:
        """Offer the second languages that every course has a title in; English if it can be."""
        possible = set(_SECONDS)
        for batch in self._batches:
            view = self.context.ask(courses.get_course, batch.course)
            if view is not None:
                found = templates.seconds(view.course.title, self.value("language"))
                possible &= {code or _SECONDS[0] for code in found}
        switch = self.rows["second"].field
        for code in _SECONDS:
            switch.button(code).setEnabled(code in possible)
        chosen = SOURCE if wanted is None else wanted
        switch.set_value(chosen if chosen in possible else _SECONDS[0])

    def _ask_who_signs(self) -> None:
        batches, code = self._batches, self.value("language")
        self.dismiss()
        self._signatory_form().open_course(batches[0].course, lambda: self.open_batches(batches, code))

    def _hear(self, _changes: Changes, source: object) -> None:
        """Read anew while it is open, in the languages chosen: an undo gives back what was to be told."""
        if source is not self and not self.isHidden():
            self._read(self.value("second"))

    def _read(self, second: str | None = None) -> None:
        code = self.value("language")
        self._offer_seconds(second)
        drafts: list[Certificate] = []
        unchecked: list[Certificate] = []
        unled: dict[str, Certificate] = {}
        missing = []
        boards = [self.context.ask(eligibility.board, batch.course) or [] for batch in self._batches]
        for batch, rows in zip(self._batches, boards, strict=True):
            found = self.context.ask(
                certificates.draft, batch.course, code, only=batch.only, second=self._second()
            )
            places = {row.enrolment: row.number for row in rows}
            # By number, which stays what it is: names are corrected while one answers what is asked below.
            found = sorted(found or [], key=lambda each: places.get(each.enrolment, 0))
            done = self.context.ask(eligibility.checked_names, batch.course) or {}
            drafts += found
            lines = self.context.ask(signatories.lines_without_lead, batch.course)
            if found and lines:
                unled[batch.course] = found[0]
            missing.append(self.context.ask(printing.missing_in_print, batch.course, found))
            unchecked += [draft for draft in found if draft.enrolment not in done]
        self._drafts, self._unchecked, self._unled = drafts, unchecked, unled
        self._missing = [each for each in missing if each is not None]
        self._undecided = self.context.ask(undecided, self._batches) or Undecided()
        self._twice = self.context.ask(eligibility.twice_told, self._batches) or []
        self._unmarked = sum(map(_count_unmarked, self._batches, boards))
        self._read_sessions()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        for button, shown in self._ways().items():
            if button.isHidden() == shown:
                button.setVisible(shown)
        self.sign.setText(self.tr("Who signs…"))
        self.names.setText(self.tr("Go to the names"))
        guessed = sum(len(each.guesses) for each in self._missing)
        self.sexes.setText(self.tr("Take the sex from %n name(s)", "", guessed))
        examples = [each.before for found in self._missing for each in found.guesses]
        self.sexes.setToolTip("\n".join(examples[:_GUESSED]))
        self.latin.setText(self.tr("Take %n Latin suggestion(s)", "", self._spellings()))
        proposed = [spelling for found in self._missing for spelling in found.spellings.values()]
        self.latin.setToolTip("\n".join(proposed[:_GUESSED]))
        self.lead.setText(self.tr("Assign a lead trainer…"))
        self.marks.setText(self.tr("Go to the marks"))
        self.people.setText(self.tr("Go to the participants"))
        self.review.setText(self.tr("Go to Review"))
        back = self.rows["back"]
        back.setToolTip(self.tr("Print on both sides, turned over the short edge"))
        back.setAccessibleDescription(back.toolTip())
        names = dict.fromkeys(each.name for draft in self._drafts for each in draft.facts.signatories)
        signed = self.tr("Sign: {names}").format(names=", ".join(names))
        self.signers.setText(signed if names else self.tr("Nobody signs"))
        self.sign.setVisible(len(self._batches) == 1)
        self.accept_button.setEnabled(bool(self._drafts))
        clear_layout(self.notes)
        for index, (icon, token, text) in enumerate(self._told()):
            self.notes.addWidget(NoteRow(f"issue_note_{index}", icon, token, text))

    def _told(self) -> list[tuple[str, str, str]]:
        """Return (drawing, colour, words) of everything to know before it is printed."""
        told = []
        code = self.context.language.code
        warnings = printing.draft_warnings(self.context.work, self._drafts)
        told += [("alert", "late", messages.label_text(each, code)) for each in warnings[:_MOST]]
        if len(warnings) > _MOST:
            told.append(("alert", "late", self.tr("And %n more", "", len(warnings) - _MOST)))
        if not warnings:
            told.append(("okcircle", "present", self.tr("Every name fits on its line.")))
        without = sum(len(found.latin) for found in self._missing)
        if without:
            told.append(
                (
                    "pen",
                    "text3",
                    self.tr("%n name(s) without a Latin spelling: that line stays empty.", "", without),
                )
            )
        told += self._told_missing()
        for batch in self._batches:
            missing = self.context.ask(signatories.elsewhere, batch.course) or []
            if missing:
                names = ", ".join(name.best(code) for name in missing)
                text = self.tr("Signatures that are not on this computer, to be written by hand: {names}.")
                told.append(("pen", "late", text.format(names=names)))
        if self._unchecked:
            told.insert(0, ("alert", "late", self._unchecked_words()))
        told[:0] = [("alert", "late", each) for each in (*self._unsigned(), *self._unfit_names())]
        told[:0] = [("clock", "late", each) for each in self._told_sessions()]
        told[:0] = [("people", "late", messages.label_text(each, code)) for each in self._twice]
        days = self.context.ask(eligibility.other_days_told, self._batches) or []
        told[:0] = [("today", "late", messages.label_text(each, code)) for each in days]
        for found in reversed(self._undecided.labels()):
            told.insert(0, ("review", "late", messages.label_text(found, code)))
        if self._unmarked:
            told.append(
                (
                    "alert",
                    "late",
                    self.tr("%n participant(s) with sessions that are not marked.", "", self._unmarked),
                )
            )
        told += self._told_ahead()
        return told

    def _told_missing(self) -> list[tuple[str, str, str]]:
        """Say of whom the design prints something that is not known; nothing of it hinders."""
        sex = [each for found in self._missing for each in found.sex]
        rank = [each for found in self._missing for each in found.rank]
        told = []
        if sex:
            words = self.tr(
                "%n participant(s) without a sex: the words on the certificate stay neutral:", "", len(sex)
            )
            told.append(("people", "text3", f"{words} {_named(sex)}"))
        if rank and len(rank) == len(self._drafts):
            told.append(("people", "text3", self.tr("Nobody has a rank: its place stays empty.")))
        elif rank:
            words = self.tr("%n participant(s) without a rank: its place stays empty:", "", len(rank))
            told.append(("people", "text3", f"{words} {_named(rank)}"))
        return told

    def _unsigned(self) -> list[str]:
        """Say of which courses nobody signs, or no lead trainer, and what to do about it."""
        lacking = [each.facts.course_code for each in self._drafts if not each.facts.signatories]
        signed = [each.facts.course_code for each in self._unled.values() if each.facts.signatories]
        unled = self.tr("Nobody leads {courses}: the line for the lead trainer’s signature will be missing.")
        if not lacking:
            return [unled.format(courses=", ".join(signed))] if signed else []
        words = self.tr(
            "Nobody signs: the certificates of {courses} would have no line for a signature. Choose the "
            "trainers of the course, or say under “Who signs…” who signs."
        )
        told = [words.format(courses=", ".join(dict.fromkeys(lacking)))]
        return [*told, unled.format(courses=", ".join(signed))] if signed else told

    def _unfit_names(self) -> list[str]:
        """Name those whose names are not whole, or not written as names are."""
        code = self.context.language.code
        found = [
            f"{_place(each)} {messages.label_text(doubt, code)}"
            for each in self._drafts
            for doubt in printing.name_doubts(each.facts)
        ]
        return [*found[:_MOST], *([self.tr("And %n more", "", len(found) - _MOST)] if found[_MOST:] else [])]

    def _take_sexes(self) -> None:
        """Take over what names show, as the list of participants offers it, in one step."""
        guesses = [each for found in self._missing for each in found.guesses]
        changes = self.context.attempt(people.apply_corrections, self, guesses)
        if changes is not None:
            self._read(self.value("second"))

    def _incomplete(self) -> str | None:
        """Return the first course of whose participants something is to be typed; None where nothing is."""
        found = (each.course for each in self._missing if each.rank or len(each.sex) > len(each.guesses))
        return next(found, None)

    def _go_to_people(self) -> None:
        course = self._incomplete()
        if course is not None:
            self.dismiss()
            self.context.go("courses", course=course, tab="participants")

    def _take_latin(self) -> None:
        """Take over all that is proposed, as the names offer it; they have to be read after."""
        for found in [each for each in self._missing if each.spellings]:
            taken = [
                (each.facts.name, found.spellings[each.enrolment])
                for each in found.latin
                if each.enrolment in found.spellings
            ]
            changes = self.context.attempt(
                eligibility.take_latin_suggestions, self, found.course, found.spellings
            )
            if changes is not None:
                self.context.tell_undoable(changes, spellings_taken(taken))
        self._read(self.value("second"))

    def _read_sessions(self) -> None:
        """Part the sessions that nobody marked into those that are over and those that still come.

        The hours of neither stand on the paper; those of a session that is marked before it begins do.
        """
        views = [self.context.ask(courses.get_course, batch.course) for batch in self._batches]
        over, to_come, ahead = [], 0, 0
        for view in filter(None, views):
            now = civil_moment(self.context.work.clock.millis(), view.course.zone)
            moment = now.date(), now.hour * 60 + now.minute
            open_ones = [each for each in view.sessions if each.state is SessionState.PLANNED]
            marked = [each for each in view.sessions if each.state is SessionState.HELD]
            late = [each for each in open_ones if each.waits_for_marks(*moment)]
            ahead += sum(not each.has_been_held(*moment) for each in marked)
            over += late
            to_come += len(open_ones) - len(late)
        self._over, self._to_come, self._ahead = over, to_come, ahead

    def _told_sessions(self) -> list[str]:
        told = []
        if self._over:
            words = self.tr(
                "Over without a mark and not counted: %n session(s), to be marked or cancelled.",
                "",
                len(self._over),
            )
            told.append(words)
        if self._to_come:
            told.append(self.tr("%n session(s) of the course still to come.", "", self._to_come))
        return told

    def _told_ahead(self) -> list[tuple[str, str, str]]:
        """Tell how many sessions are marked that have not begun, after what is to be done."""
        words = self.tr("%n marked session(s) not held yet by this clock: the hours count.", "", self._ahead)
        return [("clock", "late", words)] if self._ahead else []

    def _go_to_lead(self) -> None:
        course = next(iter(self._unled))
        self.dismiss()
        self.context.go("courses", course=course, tab="overview", assigning=True)

    def _go_to_marks(self) -> None:
        first = self._over[0]
        self.dismiss()
        self.context.go("courses", course=first.course, **TO_MARK, session=first.key)

    def _unchecked_words(self) -> str:
        """Name those whose names nobody has checked."""
        count = self.tr("%n name(s) nobody has checked:", "", len(self._unchecked))
        return f"{count} {_named(self._unchecked)}"


def _count_unmarked(batch: Batch, rows: Sequence[BoardRow]) -> int:
    """Return how many of those meant have sessions without a mark."""
    return sum(
        any(reason.code == "eligibility.unmarked" for reason in row.reasons)
        for row in rows
        if not row.repeats and (batch.only is None or row.enrolment in batch.only)
    )


def _place(draft: Certificate) -> str:
    return numbered(number_of_draft(draft.facts.serial))


def _named(drafts: Sequence[Certificate]) -> str:
    """Return the first of some drafts by number and name."""
    named = ", ".join(f"{_place(each)} {each.facts.name}" for each in drafts[:_NAMED])
    return f"{named}, …" if len(drafts) > _NAMED else named
