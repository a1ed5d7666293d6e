"""The application context that every screen is given: the open workplace and the services of the window.

context.do(attendance.mark_rest, session)            a short write: runs here, is announced, errors are told
context.run(words, certificates.issue, course, "tg", done=self._issued)     long work, off the GUI thread
context.go("courses", course=key, tab="attendance")    another screen
context.changes.announced                              something changed: read again what is shown

The page that asks for the passphrase imports this module too, so what only an opened workplace needs is
imported by `AppContext` itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.domain.base.changes import Changes, Progress
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.system import messages, preferences
from trainer_app.system.clock import civil_date, tells_day_only
from trainer_app.system.preferences import Preference, Preferences
from trainer_app.ui.kit.jobs import ChangeHub, Job, Jobs
from trainer_app.ui.kit.language import Formats, LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.overlays import Mood

if TYPE_CHECKING:
    from trainer_app.actions.base.rights import KnownRole
    from trainer_app.actions.base.workplace import Workplace
    from trainer_app.actions.review.review import WaitingInReview
    from trainer_app.domain.office.backups import LeftOut
    from trainer_app.domain.papers.course_papers import Leaf


class PreferenceStore(QObject):
    """Holds `Preferences` for a data folder."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._path = path
        self._now = Preferences()
        self.refused: TrainerError | None = None
        """Why the file could not be read: looks are not work, so the usual ones are taken."""
        self.kept = False
        """Whether there was a file: somebody has chosen before."""
        self.read()

    def read(self) -> None:
        """Read the file, as at the start."""
        try:
            self._now, self.refused = preferences.load(self._path), None
            self.kept = self._path.exists()
        except TrainerError as error:
            self.refused = error

    @property
    def now(self) -> Preferences:
        """The preferences as they are."""
        return self._now

    def change[T](self, preference: Preference[T], value: T) -> TrainerError | None:
        """Change one and write them. A disk that refuses is returned, not raised: looks are not work.

        What another window has changed meanwhile stays: they share the file.
        """
        if self._now.value_of(preference) == value:
            return None
        try:
            changed = preferences.load(self._path).changed(preference, value)
        except TrainerError:
            changed = self._now.changed(preference, value)
        self._now = changed
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            preferences.save(self._path, changed)
        except TrainerError as error:
            return error
        return None


DATABASE_DAMAGED = "database.damaged"
"""The code of a file that cannot be read, in whole or in part: what is whole can be saved."""


UNFINISHED_SHEETS = "sitting.has_unfinished"
"""The code of what is refused since sheets are not finished: its `place` is where they are opened."""


class NoticeAction(Struct, frozen=True):
    """A button beside a message: its object name, its words, what it does. The message goes with it."""

    name: str
    words: str
    act: Callable[[], object]
    again: Callable[[], str] | None = None
    """Gives the words anew, in the language of the window as it is then."""
    needs: str = ""
    """The guarded action that it does or leads to: see `screens.withhold`."""


class Notice(Struct, frozen=True):
    """A message for the band at the top of the page. `details` are hidden until asked for."""

    mood: Mood
    title: str
    text: str = ""
    details: str = ""
    offers: tuple[NoticeAction, ...] = ()
    again: Callable[[], tuple[str, str]] | None = None
    """Gives title and text anew, in the language of the window as it is then."""
    since: str = ""
    """When it was told first, of what stays."""

    def told_before(self) -> Notice:
        """Return it as it comes back after something else was told: with when it was told, as no news."""
        again = self.again

        def said() -> tuple[str, str]:
            title, text = again() if again is not None else (self.title, self.text)
            return f"{title} · {self.since}", text

        return replace(self, title=said()[0], again=said if again is not None else None)


class PrintOutcome(Struct, frozen=True):
    """How a paper left the program: as a file, or on so many copies of paper.

    `pages` (from 0) are those that were printed; None stands for all.
    """

    saved: bool = False
    copies: int = 1
    pages: tuple[int, ...] | None = None


class PrintablePdf(Struct, frozen=True):
    """A PDF to look at, print and save. `file` is the name proposed for it.

    `kept` is called each time it was printed or saved.
    """

    data: bytes
    title: str
    file: str
    kept: Callable[[PrintOutcome], object] | None = None
    leaves: tuple[Leaf, ...] = ()
    """What belongs together on one sheet, where the paper is made of such: each certificate with its back.

    Those with words can be chosen by them; others, as the papers of a test, keep to their own sheets only.
    """
    own_size: bool = False
    """It is printed in its own size unless a person says otherwise: it measures the printer."""
    copies: int = 1
    """How many are wanted, as the panel proposes."""
    stands: Callable[[Workplace], object] | None = None
    """Raises where it must not leave the program any more, since what it shows was taken back."""


class CloseQuestion(Struct, frozen=True):
    """What to ask before the window closes: the question, why, and the verb that closes it all the same."""

    title: str
    text: str
    yes: str


@runtime_checkable
class ConfirmsClose(Protocol):
    """A page that must not be left without a word."""

    def doubt(self) -> CloseQuestion | None:
        """Return what to ask before closing, None if nothing is lost."""
        ...


@runtime_checkable
class BlocksClose(Protocol):
    """A page that only the trainer may leave."""

    def refuse_close(self) -> bool:
        """Tell whether the window has to stay, and say what would open it."""
        ...


class AppContext(QObject):
    """One open workplace and everything a screen may ask of the window."""

    place_requested = Signal(str, dict)
    """A screen's name, and what to show there."""
    noticed = Signal(object)
    """A `Notice` for the band at the top."""
    failed = Signal(object)
    """A `TrainerError` was told."""
    stands = Signal(object)
    """A function that gives a `Notice` in the language of the window, to stay until a person closes it."""
    quiet = Signal()
    """What the band says is no longer true."""
    undo_offered = Signal(str)
    """Something was done that may have been a slip: its words, to be shown with "Undo"."""
    undo_questioned = Signal(object)
    """A `FoundStep` would be taken back that does not belong to the page in sight: ask first."""
    redo_questioned = Signal(object)
    """The same for what would be done again."""
    paper_requested = Signal(object)
    """A `Paper` to be shown over the screen."""
    lock_changed = Signal()
    """After how many minutes the program locks itself."""
    held_open = Signal(bool)
    """A participant has the laptop, or has it no more: until then the program does not lock itself."""
    archive_copied = Signal()
    """The archive of the office was copied to another disk."""
    backup_made = Signal()
    """A copy was made by itself: whoever shows the newest one looks again."""
    move_ready = Signal(object)
    """The office's data may move: to its server, or back into its file."""
    restore_ready = Signal(object)
    """A checked copy waits beside the database; whoever opened it closes it and puts the copy there."""
    key_requested = Signal(str)
    """A new key for the data is asked for, under a passphrase that was checked: close it for that."""
    salvage_requested = Signal()
    """The file of the database is damaged: close it, and save what can be read."""
    user_changed = Signal()
    """The name or the role of whoever sits here changed."""
    pairs_found = Signal()
    """Many people were compared: how many pairs may be one person is known now."""

    def __init__(
        self,
        work: Workplace,
        theme: Theme,
        language: LanguageSwitch,
        preferences: PreferenceStore,
        parent: QObject | None = None,
        *,
        synchronous: bool = False,
    ) -> None:
        from trainer_app.ui.kit.history_panel import Undo
        from trainer_app.ui.kit.jobs import FolderWatcher, OtherPrograms

        super().__init__(parent)
        self.setObjectName("desk")
        self.work = work
        self.theme = theme
        self.language = language
        self.preferences = preferences
        self.changes = ChangeHub(self)
        self.changes.announced.connect(self._forget_role)
        self.undo = Undo(work, self.changes, language)
        self.undo.failed.connect(self.tell_error)
        self.jobs = Jobs(self, release=work.release, synchronous=synchronous)
        self.others = OtherPrograms(work, self.changes, self.jobs)
        self.watcher = FolderWatcher(work, lambda: self.jobs.writing, self, synchronous=synchronous)
        self.changes.announced.connect(lambda *_: self.watcher.recount())
        self._frame: QStackedWidget | None = None

    @cached_property
    def role(self) -> KnownRole:
        """What whoever is here may do, for all that a window withholds."""
        from trainer_app.actions.base.rights import KnownRole

        return KnownRole(self.work)

    def _forget_role(self) -> None:
        self.role.forget()

    @cached_property
    def waiting(self) -> WaitingInReview:
        """How much waits in Review, for the sidebar and for Review itself."""
        from trainer_app.actions.review.review import WaitingInReview

        return WaitingInReview(self.work)

    def make_in[S: QWidget](self, frame: QStackedWidget, create: Callable[[AppContext], S]) -> S:
        """Make a screen inside what will show it.

        Qt styles anew all parts of what comes into a window, which takes long for a screen that comes with
        all of its own. One that fails while it is made leaves nothing behind that would hear of changes.
        """
        self._frame = frame
        try:
            return create(self)
        except BaseException:
            for part in frame.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if frame.indexOf(part) < 0:
                    part.setParent(None)
            raise
        finally:
            self._frame = None

    def take_frame(self) -> QStackedWidget | None:
        """Return what the screen that is being made will be shown in, once; None if that is not known yet."""
        frame, self._frame = self._frame, None
        return frame

    @property
    def formats(self) -> Formats:
        """Dates and numbers in the language of the window."""
        return self.language.formats

    def today(self) -> date:
        """Return the civil date where the courses are."""
        return self.work.today()

    def now(self) -> datetime:
        """Return the time where the courses are."""
        return self.moment(self.work.clock.millis())

    def moment(self, millis: int) -> datetime:
        """Return Unix milliseconds as a time where the courses are."""
        return self.work.moment(millis)

    def when(self, millis: int) -> str:
        """Return Unix milliseconds in words: "today, 18:42"; the day alone where no more is recorded."""
        if tells_day_only(millis):
            # Such a day is one of UTC: beside a day of here it would be yesterday's in the small hours.
            days = (civil_date(each, "UTC") for each in (millis, self.work.clock.millis()))
            return self.formats.day_said(*days)
        return self.formats.moment(self.moment(millis), self.today())

    def words(self, code: str, /, **values: object) -> str:
        """Return the core's sentence for a code, in the language of the window."""
        return messages.text(code, self.language.code, **values)

    def explained(self, error: TrainerError) -> Callable[[], str]:
        """Return a function that gives an error's words in the language the window has when it is called.

        So a message that is still open follows a switch of language.
        """
        return lambda: self.words(error.code, **error.values)

    # Doing

    def do[**P](
        self,
        action: Callable[Concatenate[Workplace, P], Changes],
        *args: P.args,
        **values: P.kwargs,
    ) -> Changes | None:
        """Run a short write here and announce it; tell the error and return None if it was refused."""
        return self.attempt(action, None, *args, **values)

    def attempt[**P](
        self,
        action: Callable[Concatenate[Workplace, P], Changes],
        source: object,
        *args: P.args,
        **values: P.kwargs,
    ) -> Changes | None:
        """Do the same, naming who did it, so that the announcement can be ignored there."""
        if self.jobs.writing:
            self.tell_error(TrainerError("job.wait"))
            return None
        try:
            changes = action(self.work, *args, **values)
        except TrainerError as error:
            self.tell_error(error)
            return None
        self.changes.announce(changes, source)
        if changes.waiting:
            self.tell(Mood.NOW, *first_sentence(self.words("review.office_has_to_agree")))
        return changes

    def ask[T, **P](
        self, question: Callable[Concatenate[Workplace, P], T], *args: P.args, **values: P.kwargs
    ) -> T | None:
        """Read something; tell the error and return None if it cannot be read."""
        try:
            return question(self.work, *args, **values)
        except TrainerError as error:
            self.tell_error(error)
            return None

    def run[T](
        self,
        title: str,
        action: Callable[[Workplace, Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[TrainerError], None] | None = None,
        writes: bool = True,
    ) -> Job:
        """Run long work off the GUI thread. `title` is shown with the progress; errors go to the band.

        `action` is called as `action(work, progress)`; wrap an action that takes more in a lambda.
        """
        return self.jobs.run(
            title,
            lambda progress: action(self.work, progress),
            done=done,
            failed=failed or self.tell_error,
            writes=writes,
        )

    def offer_undo(self, changes: Changes | None) -> None:
        """Show what was just done, with a way back, where one press did much; nothing if it was refused."""
        if changes is not None and changes.step is not None:
            self.undo_offered.emit(messages.label_text(changes.label, self.language.code))

    def tell_undoable(self, changes: Changes, text: str) -> None:
        """Say what one press did, of whom in `text`, with its way back beside it."""

        def act() -> str:
            return QCoreApplication.translate("Actions", "Undo")

        def take_back() -> None:
            self.undo.refresh()
            found = self.undo.newest
            if found is None or found.number == changes.step:
                self.undo_last()
            else:
                self.undo_questioned.emit(found)

        def said() -> tuple[str, str]:
            return messages.label_text(changes.label, self.language.code), text

        self.offer_undo(changes)
        if changes.step is not None:
            offer = NoticeAction("notice_undo", act(), take_back, act)
            self.noticed.emit(Notice(Mood.GOOD, *said(), offers=(offer,), again=said))

    def undo_last(self) -> None:
        """Take back the newest step, or ask if it belongs elsewhere; tell the error if that is refused."""
        if self.may_undo():
            self.run_undo(self.undo.undo)

    def redo_last(self) -> None:
        """Do again what was taken back last, or ask if it belongs elsewhere."""
        if self.may_redo():
            self.run_undo(self.undo.redo)

    def may_undo(self) -> bool:
        """Tell whether undo acts on the page in sight; a step of another page is asked about."""
        self.undo.refresh()
        found = self.undo.newest
        if found is not None and not found.here:
            self.undo_questioned.emit(found)
        return found is None or found.here

    def may_redo(self) -> bool:
        """Tell the same of redo."""
        self.undo.refresh()
        found = self.undo.newest_redo
        if found is not None and not found.here:
            self.redo_questioned.emit(found)
        return found is None or found.here

    def run_undo(self, act: Callable[[], Changes]) -> None:
        """Run an undo or redo; tell the error if it is refused."""
        if self.jobs.writing:
            self.tell_error(TrainerError("job.wait"))
            return
        try:
            act()
        except TrainerError as error:
            self.tell_error(error)

    # Telling

    def show_paper(self, paper: PrintablePdf) -> None:
        """Show a PDF over the screen, to print and to save; Esc goes back."""
        self.paper_requested.emit(paper)

    def go(self, screen: str, **place: Any) -> None:
        """Show another screen, and there what `place` names."""
        self.place_requested.emit(screen, place)

    def tell(self, mood: Mood, title: str, text: str = "", details: str = "") -> None:
        """Say something in the band at the top."""
        self.noticed.emit(Notice(mood, title, text, details))

    def stand(self, notice: Callable[[], Notice | None]) -> None:
        """Say something that stays in the band, below what is said meanwhile, until a person closes it.

        Or until it holds no more: then `notice` returns None.
        """
        at = self.work.clock.millis()

        def dated() -> Notice | None:
            found = notice()
            return None if found is None else replace(found, since=self.when(at))

        self.stands.emit(dated)

    def tell_good(self, title: str, text: str = "") -> None:
        """Say that something is done, and how that is known."""
        self.tell(Mood.GOOD, title, text)

    def tell_done(self, code: str, /, **values: object) -> None:
        """Say the same in the core's words for a code, also in a language that is chosen afterwards."""
        self.tell_how_it_is(Mood.GOOD, code, **values)

    def tell_how_it_is(self, mood: Mood, code: str, /, **values: object) -> None:
        """Say in the core's words what is so; but for a success it goes with the next change or screen."""

        def said() -> tuple[str, str]:
            return first_sentence(self.words(code, **values))

        self.noticed.emit(Notice(mood, *said(), again=said))

    def tell_saved(self, path: Path, text: str = "", *more: NoticeAction, title: str = "") -> None:
        """Say that a file, or files in a folder, were saved; lead to them, and to what there is `more`."""
        title = title or QCoreApplication.translate("Notice", "Saved and checked")
        self.noticed.emit(Notice(Mood.GOOD, title, text or str(path), offers=(*file_offers(path), *more)))

    def take_left_out(self) -> Callable[[], Notice] | None:
        """Return, once, what to say of people who were left out of older data; None where nobody was."""
        found = self.work.take_left_out()
        return partial(self._left_out, found) if found else None

    def tell_left_out(self) -> None:
        """Say that somebody was left out of older data that came back; it stays until a person closes it."""
        notice = self.take_left_out()
        if notice is not None:
            self.stand(notice)

    def _left_out(self, found: LeftOut) -> Notice:
        lines = [self.words(each.code, **each.values) for each in found.labels(self.formats.day_long)]
        title, text = first_sentence(lines[0])
        return Notice(Mood.NOW, title, "\n".join(line for line in (text, *lines[1:]) if line))

    def tell_error(self, error: TrainerError, about: Path | None = None) -> None:
        """Say what happened, what was kept and what to do. A stop on request is no error.

        `about` is the file that somebody chose, where the error itself does not name it.
        """
        if about is not None and not isinstance(error, Cancelled):
            self._tell_about(about, error)
            return
        notice = notice_of(error, self.language.code)
        offers = (self._salvage_offer(),) if error.code == DATABASE_DAMAGED else ()
        if error.code == UNFINISHED_SHEETS:
            offers = (self._unfinished_offer(error),)
        again = self.explained(error)
        self.noticed.emit(replace(notice, offers=offers, again=lambda: first_sentence(again())))
        self.failed.emit(error)

    def _tell_about(self, path: Path, error: TrainerError) -> None:
        again = self.explained(error)

        def said() -> tuple[str, str]:
            title, text = first_sentence(again())
            return f"{names_of((path,))}: {title}", text

        notice = notice_of(error, self.language.code)
        self.noticed.emit(replace(notice, title=said()[0], again=said))
        self.failed.emit(error)

    def _unfinished_offer(self, error: TrainerError) -> NoticeAction:
        """Return the way to the sheets that hold their form, for the message that tells of them."""
        place = error.values["place"]
        assert isinstance(place, dict)

        def words() -> str:
            return QCoreApplication.translate("Notice", "Open the sheets")

        def lead() -> None:
            self.go("courses", view="unfinished", **place)

        return NoticeAction("notice_unfinished", words(), lead, words)

    def _salvage_offer(self) -> NoticeAction:
        """Return the way out of a damaged file, for the message that tells of it."""
        return NoticeAction("notice_salvage", salvage_words(), self.salvage_requested.emit, salvage_words)

    def tell_key_due(self) -> None:
        """Say that the data gets a new key with the passphrase, and lead to where it is typed."""

        def said() -> tuple[str, str]:
            return (
                QCoreApplication.translate("Notice", "The data gets a new key"),
                QCoreApplication.translate(
                    "Notice",
                    "What was copied from here meanwhile must open nothing newer. For that your passphrase "
                    "is needed: now, or when you unlock next.",
                ),
            )

        def words() -> str:
            return QCoreApplication.translate("Notice", "New key…")

        offer = NoticeAction("notice_new_key", words(), lambda: self.go("settings", new_key=True), words)
        self.noticed.emit(Notice(Mood.DUE, *said(), offers=(offer,), again=said))

    def be_quiet(self) -> None:
        """Take the band away."""
        self.quiet.emit()


_OPENED = (".pdf", ".xlsx", ".csv", ".html", ".png", ".txt")
"""Files that other programs show; the program's own kinds are not for looking at."""


def file_offers(path: Path) -> tuple[NoticeAction, ...]:
    """Return the ways to what was just saved: to the file itself where it can be looked at, to its folder."""

    def shown(target: Path) -> Callable[[], object]:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def words(name: str) -> str:
        if name == "notice_open":
            #: A button: opens the file that was saved
            return QCoreApplication.translate("Notice", "Open")
        return QCoreApplication.translate("Notice", "Open folder")

    targets = {"notice_open_folder": path if path.is_dir() else path.parent}
    if path.suffix.lower() in _OPENED:
        targets = {"notice_open": path, **targets}
    return tuple(
        NoticeAction(name, words(name), shown(target), partial(words, name))
        for name, target in targets.items()
    )


def salvage_words() -> str:
    """Return what leads to the page of saving, in the language of the window."""
    return QCoreApplication.translate("Notice", "Save what can be read…")


def notice_of(error: TrainerError, language: str) -> Notice:
    """Return an error as a notice: its first sentence is the title, its code and values are the details."""
    title, text = first_sentence(messages.text(error.code, language, **error.values))
    if isinstance(error, Cancelled):
        return Notice(Mood.NOW, title, text)
    return Notice(Mood.BAD, title, text, str(error))


_MOST_NAMES, _LONGEST_NAME, _ENDING = 4, 56, 16


def names_of(paths: Sequence[Path]) -> str:
    """Return the names of files that anybody may have made up, one a line; of many only the first.

    A long one loses its middle: its ending says what it is.
    """
    # Here and not above: the page that asks for the passphrase names files only where there are any.
    from trainer_app.domain.base.text_cleaning import visible_text

    names = [visible_text(path.name) for path in paths[:_MOST_NAMES]]
    shown = [
        name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - _ENDING]}…{name[-_ENDING:]}"
        for name in names
    ]
    more = len(paths) - len(shown)
    return "\n".join((*shown, f"… +{more}") if more else shown)


def first_sentence(text: str) -> tuple[str, str]:
    """Split a message into its first sentence, without the full stop, and the rest."""
    head, stop, rest = text.partition(". ")
    return (head, rest.strip()) if stop else (text.removesuffix("."), "")


def guesses_notice(context: AppContext, wrong: Sequence[int], *, handed_over: bool = False) -> Notice:
    """Return what to tell of wrong passphrases, typed at these times while somebody else may have been here.

    `handed_over`: a participant had the laptop; otherwise the program was locked.
    """
    translate = QCoreApplication.translate
    if handed_over:
        title = translate(
            "Guesses", "%n wrong passphrase(s) typed while participants had the laptop", "", len(wrong)
        )
    else:
        title = translate("Guesses", "%n wrong passphrase(s) typed while it was locked", "", len(wrong))
    first, last = context.when(wrong[0]), context.when(wrong[-1])
    if len(wrong) == 1:
        text = translate("Guesses", "When: {first}.").format(first=first)
    else:
        text = translate("Guesses", "The first: {first}. The last: {last}.").format(first=first, last=last)
    return Notice(Mood.DUE, title, text)
