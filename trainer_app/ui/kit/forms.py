"""Forms in a side panel: fields from a list, saving, refusals beside their field, asking for a reason.

A form says in `fields()` what it asks for, one entry a field, in the order of the keyboard; a tuple stands
side by side, a list close together. Layout, words, values and refusals follow from that list. `fields()` is
asked again whenever words may have changed, so an entry may depend on what is shown and typed; names and
kinds stay the same. Words stand there as `self.tr("...")`; captions and lengths that it leaves out are those
that the table of fields has for the form's `entity`.

A form that changes what is there hands to its action what it was opened with, and of what is typed only what
was changed: `self.edited(record)` and `self.opened(record)`, or for loose fields `changed_values()` and
`opened_values()`. Where another window has changed the same meanwhile, the form shows both values and asks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, override

import msgspec
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import joint, rights, users
from trainer_app.actions.base.shown import MOVED
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import clearing
from trainer_app.domain.base.changes import Changes, Label, Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import ChangedMeanwhile, Meanwhile
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import FormField, Layout, Note, Own, Text, close_together, side_by_side
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.kit.meanwhile import Look, MeanwhileCard, ShownFigures, ValuesInDoubt, said_of
from trainer_app.ui.kit.screens import why_withheld, withhold
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import FormRow, bring_into_sight
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, SentenceList
from trainer_app.ui.widgets.overlays import Mood, SidePanel
from trainer_app.ui.widgets.pickers import PartsField

_WIDTH = 500
_WAIT = "job.wait"


def takes_two(context: AppContext) -> bool:
    """Tell whether another head has to confirm what cannot be taken back."""
    return context.ask(rights.takes_two) is True


def ask_words() -> str:
    """Return the words of a button that asks another head in place of doing it."""
    return QCoreApplication.translate("Joint", "Ask another head")


def ask_about(context: AppContext) -> str:
    """Return what a form says where another head has to confirm it, or why none can be asked yet."""
    if barred := context.ask(users.cannot_sign):
        return context.words("users.choose_own" if barred == "joint.given" else "users.unlock_named")
    return QCoreApplication.translate(
        "Joint", "Nothing is done before another head of the office confirms it in Review."
    )


def tell_if_asked(context: AppContext, changes: Changes) -> bool:
    """Say that another head was asked, and tell whether that is all that was done."""
    if changes.label.code != joint.ASKED:
        return False
    context.tell_good(
        QCoreApplication.translate("Joint", "Another head is asked"),
        QCoreApplication.translate(
            "Joint", "Nothing was changed yet. The request waits in Review, where you can withdraw it."
        ),
    )
    return True


class WaitsNote(Retranslated, QWidget):
    """Stands where something waits for a second head, and leads to Review; hidden where nothing does."""

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._subject, self._key = context, "", ""
        self.note = NoteRow(f"{name}_note", "clock", "late")
        self.open = Button(f"{name}_open", ButtonKind.GHOST)
        self.open.clicked.connect(lambda: context.go("review", item=f"joint/{self._key}"))
        foot = FlowRow()
        foot.addWidget(self.open)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addLayout(foot)
        self.hide()

    def show_subject(self, subject: str) -> None:
        """Look whether something waits about a person, a course or a certificate, and show it."""
        self._subject = subject
        self.retranslate()

    @override
    def retranslate(self) -> None:
        found = self._context.ask(joint.waiting_on, self._subject) if self._subject else None
        self.setVisible(found is not None)
        if found is None:
            return
        self._key = found.decision.key
        self.open.setText(self.tr("Open in Review"))
        asked = found.decision
        what = self._context.words(f"joint.kind.{asked.matter}", count=len(asked.subjects))
        words = self.tr("{name} asks: {what}. It waits for a second head.")
        self.note.words.setText(words.format(name=found.asked_by, what=what))


class FormPanel(SidePanel):
    """A panel whose fields are saved by one action.

    `error_rows` says which row an error belongs to, by the error's code; others stand below the last field.
    `needs` names the guarded action that saves them: see `screens.withhold`.
    """

    needs: str | tuple[str, ...] = ()

    def __init__(self, name: str, context: AppContext, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(name, host, width)
        self.context = context
        if self.needs:
            withhold(self.needs, self.accept_button)
        self._beside = host
        self.error_rows: Mapping[str, FormRow[Any]] = {}
        self.trouble = AnnouncedLabel("error", f"{name}_error")
        self.trouble.hide()
        self._waits = self._off = False
        self.barred = NoteRow(f"{name}_barred", "alert", "late")
        self.meanwhile = MeanwhileCard(f"{name}_meanwhile")
        self.body.addWidget(self.barred)
        self.body.addWidget(self.meanwhile)
        self.accepted.connect(self._save_settled)
        context.jobs.ended.connect(self._forgive_waiting)

    def end_body(self) -> None:
        """Put the line for other errors below the fields; call it when all of them are in."""
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)

    @override
    def makes_way(self) -> list[SidePanel]:
        return list(self._beside.findChildren(FormPanel))

    def reveal(self, first: QWidget) -> None:
        """Show the form; another one that is open beside it is closed: `begin` has asked."""
        for other in self.makes_way():
            if other is not self:
                other.dismiss()
        self.meanwhile.end()
        self._say_barred()
        super().reveal(first)

    def why_barred(self) -> str:
        """Return why nothing can be saved here whatever is typed; empty where it can."""
        return why_withheld(self.context, self.needs) if self.needs else ""

    def _say_barred(self) -> None:
        """Say at the head why nothing can be saved, before anything is typed."""
        why = self.why_barred()
        self.barred.words.setText(why)
        self.barred.setVisible(bool(why))
        if why or self._off:
            self._off = bool(why)
            self.accept_button.setEnabled(not why)

    def save(self) -> None:
        """Save what is typed; a form says here how."""

    def submit(self, act: Callable[[], Changes]) -> Changes | None:
        """Run the action, announce it and close; or show why it was refused, and stay."""
        self.clear_errors()
        try:
            if self.context.jobs.writing:
                raise TrainerError(_WAIT)
            changes = act()
        except ChangedMeanwhile as error:
            own = self.context.work.user
            self.ask_meanwhile(error.fields, [name for name in error.by if name != own])
            return None
        except TrainerError as error:
            self.show_refusal(error)
            return None
        self.dismiss()
        self.context.changes.announce(changes)
        return changes

    def show_refusal(self, error: TrainerError) -> None:
        """Say what is wrong at the field it is about, where it is seen, and let one type there at once."""
        self.context.failed.emit(error)
        said = self.context.explained(error)
        self._waits = error.code == _WAIT
        row = self.error_rows.get(error.code)
        if row is not None:
            row.show_error(said)
            return
        self.trouble.say(said)
        self.trouble.show()
        bring_into_sight(self.trouble)

    def _forgive_waiting(self) -> None:
        """Take back that something is still being done, once it is."""
        if self._waits:
            self._waits = False
            self.trouble.hide()
            self.trouble.say(None)

    def clear_errors(self) -> None:
        """Take all complaints away."""
        self._waits = False
        for row in self.error_rows.values():
            row.clear_error()
        self.trouble.hide()
        self.trouble.say(None)

    def ask_meanwhile(self, fields: Sequence[Meanwhile], by: Sequence[str] = ()) -> None:
        """Show what was changed elsewhere, and `by` whom, while the form was open; ask which value counts."""
        self.meanwhile.ask([self.doubt_of(each) for each in fields], by)
        bring_into_sight(self.meanwhile)

    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        """Return what a field in doubt is called and how its values are said; a form says here how."""
        raise NotImplementedError

    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        """Go on with one of the two values: show it, and take `field.now` for what was opened."""
        raise NotImplementedError

    def _save_settled(self) -> None:
        """Save; first take what is being typed, and let what was decided count, if anything was asked."""
        if not all(field.settled() for field in self.findChildren(PartsField) if field.isVisibleTo(self)):
            return
        if self.meanwhile.open:
            taken = self.meanwhile.taken()
            if any(theirs is None for _, theirs in taken):
                self.meanwhile.urge()
                return
            for field, theirs in taken:
                self.settle_meanwhile(field, theirs=bool(theirs))
            self.meanwhile.end()
        self.save()


class FieldSet:
    """Mixin for a widget with fields: say them in `fields`, and call `build_fields` at the end of `__init__`.

    `rows` holds the part of each field by the field's name: a `FormRow`, a `TextsRow`, a `Tick`, a label.
    """

    entity = ""
    rows: dict[str, Any]
    _fields: dict[str, FormField[Any]]
    _filled: dict[str, Any]
    """What the fields said when they were filled: a field may round what it shows."""
    _opened: dict[str, Any]
    """What the record held then."""
    _filling: bool

    def fields(self) -> Layout:
        """Say what is asked for; asked again whenever words may have changed."""
        raise NotImplementedError

    def build_fields(self, prefix: str, column: QVBoxLayout) -> None:
        """Make the fields; their objectNames begin with `prefix`."""
        self.rows, self._fields, self._filled, self._opened, self._filling = {}, {}, {}, {}, False
        for entry in self.fields():
            fields = list(self._each([entry]))
            parts = [self._make_part(field, prefix) for field in fields]
            if isinstance(entry, tuple):
                column.addLayout(side_by_side(parts, [field.share for field in fields]))
            elif isinstance(entry, list):
                column.addLayout(close_together(parts))
            else:
                column.addWidget(parts[0])
        self.say_fields()

    def say_fields(self) -> None:
        """Set the words of all fields, and show those that are to be shown."""
        for field in self._each(self.fields()):
            part = self.rows[field.name]
            self._fields[field.name] = field
            field.say(part)
            if part.isHidden() == field.shown:
                part.setVisible(field.shown)

    def fill(self, record: object = None, /, **values: Any) -> None:
        """Fill every field: from `values` by name, from the record's attribute, or with its usual value."""
        self._filling = True
        # Lists are offered first: a value can be chosen only where it is an option.
        self.say_fields()
        for name, field in self._fields.items():
            if field.holds_value():
                held = getattr(record, name, None)
                field.put(self.rows[name], values.get(name, held))
                if isinstance(row := self.rows[name], FormRow):
                    row.clear_error()
                self._opened[name] = held if hasattr(record, name) else values.get(name)
        self._filling = False
        self._filled = self.values()
        self.say_fields()

    def value(self, name: str) -> Any:
        """Return what a field holds; None before it is made, so that `fields` may ask for it."""
        rows = self.__dict__.get("rows", {})
        return self._fields[name].get(rows[name]) if name in rows else None

    def typed(self, name: str) -> str:
        """Return the text of a field; "" before it is made."""
        return str(self.value(name) or "")

    def values(self) -> dict[str, Any]:
        """Return what all fields hold."""
        return {
            name: field.get(self.rows[name]) for name, field in self._fields.items() if field.holds_value()
        }

    def read[R](self, record: R) -> R:
        """Return a record with what is typed in place of what it held."""
        return _with(record, self.values())

    def changed_values(self) -> dict[str, Any]:
        """Return what is different from what the fields were filled with."""
        return {key: value for key, value in self.values().items() if value != self._filled[key]}

    def opened_values(self) -> dict[str, Any]:
        """Return what the changed fields held when they were filled."""
        return {name: self._opened[name] for name in self.changed_values()}

    def edited[R](self, record: R) -> R:
        """Return the record that the fields were filled with, with what was changed in it."""
        return _with(record, self.changed_values())

    def opened[R](self, record: R) -> R:
        """Return it as it was opened; where a choice was made meanwhile, as the other window left it."""
        return _with(record, self.opened_values())

    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        """Go on with one of two values of a field: the other window's value is what was opened now."""
        holder, name = self.holder(field.name), field.name
        if holder is not self:
            holder.settle_meanwhile(field, theirs=theirs)
            return
        described, part = self._fields[name], self.rows[name]
        self._filling = True
        described.put(part, field.now)
        self._opened[name], self._filled[name] = field.now, described.get(part)
        described.put(part, field.theirs if theirs else field.yours)
        self._filling = False
        self.say_fields()

    def caption(self, name: str) -> str:
        """Return what a field is called."""
        caption = getattr(self.rows[name], "caption", None)
        return self._fields[name].words if caption is None else str(caption.text())

    def said(self, name: str, value: Any, words: Formats) -> str:
        """Return a value of a field in words."""
        return said_of(self._fields[name], value, words)

    def holder(self, name: str) -> "FieldSet":
        """Return the set that has a field: this one, or one that is a field of it."""
        return next((part for part in self.inner_sets() if name in part.rows), self)

    def inner_sets(self) -> "list[FieldSet]":
        """Return the sets that are fields of this one."""
        inner = (part.field if isinstance(part, FormRow) else part for part in self.rows.values())
        return [part for part in inner if isinstance(part, FieldSet)]

    def entry(self, name: str) -> QWidget:
        """Return what takes the keyboard of a field."""
        return self._fields[name].entry(self.rows[name])

    def first_shown(self) -> str:
        """Return the name of the first field with a value that is shown."""
        return next(name for name, field in self._fields.items() if field.holds_value() and field.shown)

    def refusals(self) -> dict[str, FormRow[Any]]:
        """Return the row that each code of an error is about."""
        rows = {}
        for name, field in self._fields.items():
            part = self.rows[name]
            rows.update(dict.fromkeys(getattr(field, "refused", ()), part))
            if isinstance(part, FieldSet):
                rows.update(part.refusals())
        return rows

    def _make_part(self, field: FormField[Any], prefix: str) -> QWidget:
        part: QWidget = field.make(f"{prefix}{field.ending or field.name}")
        self.rows[field.name], self._fields[field.name] = part, field
        signal = field.signal(part)
        if signal is not None and isinstance(part, FormRow) and getattr(field, "refused", None):
            # What was complained of is being mended.
            signal.connect(lambda *_value: part.clear_error())
        if field.changed is not None and signal is not None:
            signal.connect(lambda *_: self._tell_changed(field.name))
        return part

    def _each(self, layout: Layout) -> Iterator[FormField[Any]]:
        for entry in layout:
            for field in entry if isinstance(entry, tuple | list) else (entry,):
                yield field.of(self.entity)

    def _tell_changed(self, name: str) -> None:
        changed = self._fields[name].changed
        if changed is not None and not self._filling:
            changed()


def _with[R](record: R, values: Mapping[str, Any]) -> R:
    held: Any = record
    names = {each.name for each in msgspec.structs.fields(held)}
    known = {name: value for name, value in values.items() if name in names}
    made: R = msgspec.structs.replace(held, **known)
    return made


class FieldsForm(FieldSet, FormPanel):
    """A panel that says its `fields` and its `words`; call `build` at the end of `__init__`.

    ObjectNames of the fields begin with `prefix`, by default the form's name without "_form".
    """

    def __init__(
        self, name: str, context: AppContext, host: QWidget, width: int = _WIDTH, prefix: str | None = None
    ) -> None:
        super().__init__(name, context, host, width)
        self._prefix = f"{name.removesuffix('_form')}_" if prefix is None else prefix

    def build(self) -> None:
        """Make the fields and say every word."""
        self.build_fields(self._prefix, self.body)
        self.error_rows = self.refusals()
        self.end_body()
        self.retranslate()

    def words(self) -> tuple[str, str]:
        """Return the title and the word of the filled button; asked again like `fields`."""
        raise NotImplementedError

    @override
    def choices_now(self) -> object:
        return [part.values() for part in (self, *self.inner_sets())]

    def open_filled(self, record: object = None, /, *, focus: QWidget | None = None, **values: Any) -> None:
        """Fill every field and show the form; begin at `focus`, by default the first field that is shown."""
        self.clear_errors()
        self.fill(record, **values)
        self.retranslate()
        self.reveal(focus or self.entry(self.first_shown()))

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        holder, name = self.holder(field.name), field.name
        return ValuesInDoubt(
            field,
            lambda: holder.caption(name),
            lambda value: holder.said(name, value, self.context.formats),
        )

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(*self.words())
        self.say_fields()


class ReasonForm(FieldsForm):
    """One line of text. `ask` says what it is for and what is done with it."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("reason_form", context, host, 420, prefix="")
        self._title, self._about, self._accept, self._after = "", "", "", ""
        self._given, self._moved = False, ""
        self._act: Callable[[str], Changes] | None = None
        self._shown: ShownFigures | None = None
        self.build()
        self.dismissed.connect(self._follow_nothing)

    def fields(self) -> Layout:
        """Ask for the reason."""
        return (
            Note("reason_moved", self._moved, role="error", shown=bool(self._moved)),
            Note("reason_about", self._about, role="subtitle"),
            Text(
                "reason",
                self.tr("Reason"),
                self.tr("As it was given when the course was closed. It can be changed.")
                if self._given
                else self.tr("It is kept and can be read by the office."),
                longest=200,
                refused=(
                    *("session.no_reason", "joint.no_reason", "certificate.no_reason"),
                    *("approval.needs_reason", "approval.needs_reason_to_reopen"),
                ),
            ),
            Note("reason_after", self._after, role="second", shown=bool(self._after)),
        )

    def words(self) -> tuple[str, str]:
        """Return the words of what the reason is for."""
        return self._title, self._accept

    def ask(
        self,
        title: str,
        about: str,
        accept: str,
        act: Callable[[str], Changes],
        *,
        danger: bool = False,
        joint: bool = False,
    ) -> None:
        """Ask, and call `act` with the reason; `danger`: it cannot be made good.

        `joint`: it takes two heads where the office has them, and another one is asked then.
        """
        self._after = self._moved = ""
        if joint and takes_two(self.context):
            self._after, accept = ask_about(self.context), ask_words()
        self.accept_button.set_kind(ButtonKind.DANGER if danger else ButtonKind.PRIMARY)
        self._title, self._about, self._accept, self._act = title, about, accept, act
        self._given = False
        self.open_filled(reason="")

    def open_shown(
        self,
        title: str,
        read: Callable[[], Look | None],
        found: Look,
        act: Callable[[str, str], Changes],
        *,
        moved: str = "",
    ) -> None:
        """Ask with figures that `read` gives anew; `act` gets the reason and their stamp."""
        self._follow_nothing()
        self.accept_button.set_kind(ButtonKind.PRIMARY)
        self._title = self._accept = title
        self._about, self._after, self._moved = found.about, found.after, moved
        self._given = bool(found.given)
        self.open_filled(reason=found.given)
        shown = self._shown = ShownFigures(self.context, self, found, read, self._show_moved, self.dismiss)
        self._act = lambda reason: act(reason, shown.stamp)

    def _show_moved(self, look: Look, words: str) -> None:
        self._about, self._after, self._moved = look.about, look.after, words
        self.retranslate()
        bring_into_sight(self.rows["reason_moved"])

    def _follow_nothing(self) -> None:
        if self._shown is not None:
            self._shown.end()
            self._shown = None

    @override
    def show_refusal(self, error: TrainerError) -> None:
        if self._shown is not None and self._shown.is_moved(error):
            self.context.failed.emit(error)
            return
        if error.code != "approval.needs_reason":
            super().show_refusal(error)
            return
        # What is open stands above it already: a second time, in red, nobody reads it.
        self.context.failed.emit(error)
        self.rows["reason"].show_error(self.tr("Say why it may stay so; the reason is kept."))

    def save(self) -> None:
        """Do it with the reason that is typed."""
        act, reason = self._act, self.value("reason")
        changes = self.submit(lambda: act(reason)) if act is not None else None
        if changes is not None:
            tell_if_asked(self.context, changes)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        # "Cancel" beside "Cancel session" would be two buttons with one word.
        self.cancel_button.setText(self.tr("Leave as it is"))


class ErasureQuestion(Struct, frozen=True):
    """What erasing names for good asks and does.

    `lists` are sentences by the name of their list, `number` asks for one on paper, `expected` is what
    `confirm` asks to type. `erase` is called with the reason and the number. The rest is said from then on.
    """

    about: str
    lists: Mapping[str, Sequence[Label]]
    number: str
    confirm: str
    expected: str
    erase: Callable[[Workplace, str, str, Progress], Changes]
    running: str
    done: str
    text: str
    unfinished: str


class ErasureForm(FieldsForm):
    """The button works once a reason is given and what is expected is typed.

    `erased` gives the `Changes` when it is done.
    """

    erased = Signal(object)

    def __init__(self, name: str, context: AppContext, host: QWidget, prefix: str) -> None:
        super().__init__(name, context, host, 520, prefix)
        self.trouble.setObjectName(f"{prefix}error")
        self.accept_button.set_kind(ButtonKind.DANGER)

    def question(self) -> ErasureQuestion:
        """Say what is asked; nothing is expected before it is known what would go."""
        raise NotImplementedError

    def read_plan(self) -> None:
        """Read anew what would go."""
        raise NotImplementedError

    @override
    def fields(self) -> Layout:
        asked, kept = self.question(), self.tr("It is kept with the record. Write no names in it.")
        two = takes_two(self.context)
        return (
            Note("about", asked.about, role="body"),
            Note("two", ask_about(self.context) if two else "", role="body_strong", shown=two),
            # The lists are long: what is asked for stands below what can be seen at first.
            Note("below", self.tr("Below you give the reason and confirm; only then the button works.")),
            *(Own(name, widget=SentenceList) for name in asked.lists),
            Text("reason", self.tr("Reason"), kept, longest=200, changed=self._check),
            Text("reference", asked.number, longest=60),
            Text("confirm", asked.confirm, longest=80, changed=self._check),
        )

    @override
    def retranslate(self) -> None:
        super().retranslate()
        if takes_two(self.context):
            self.accept_button.setText(ask_words())
        asked = self.question()
        for name, labels in asked.lists.items() if asked.expected else ():
            lines = [label_text(each, self.context.language.code) for each in labels]
            self.rows[name].show_lines(self.context.words(f"erasing.heading.{name}"), lines)

    @override
    def fill(self, record: object = None, /, **values: Any) -> None:
        super().fill(record, **values)
        self._check()

    @override
    def save(self) -> None:
        if not self.accept_button.isEnabled():
            return
        shown = self.question()
        self.read_plan()
        if (self.question().lists, self.question().expected) != (shown.lists, shown.expected):
            self.retranslate()
            self._refuse(TrainerError(MOVED))
            return
        self.accept_button.setEnabled(False)
        asked, reason, number = self.question(), self.value("reason"), self.value("reference")
        self.context.run(
            asked.running,
            lambda work, progress: asked.erase(work, reason, number, progress),
            done=self._done,
            failed=self._refuse,
        )

    def _check(self) -> None:
        expected, typed = self.question().expected.strip().casefold(), self.typed("confirm").casefold()
        self.accept_button.setEnabled(typed == expected != "" and bool(self.typed("reason")))

    def _done(self, changes: Changes) -> None:
        self.dismiss()
        self.context.changes.announce(changes, self)
        if tell_if_asked(self.context, changes):
            return
        self.erased.emit(changes)
        asked = self.question()
        if self.context.ask(clearing.is_pending):
            later = self.tr("Free some space on this disk. It is finished at the next start of the program.")
            self.context.tell(Mood.BAD, asked.unfinished, later)
        elif unread := self.context.ask(clearing.removed_unread):
            self.context.tell(Mood.DUE, asked.done, self.context.words("erasing.unread", count=unread))
        else:
            self.context.tell_good(asked.done, asked.text)

    def _refuse(self, error: TrainerError) -> None:
        self.show_refusal(error)
        self._check()
