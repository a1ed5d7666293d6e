"""The people of the office: who opens it with a passphrase of their own, and what each may do.

Heads see what they do here; others see the list, and why they change nothing in it. What changes who the
heads are is asked of another one, where there are two.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import joint, rights, server_people, users
from trainer_app.actions.base.users import UserLine
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.joint import LONGEST_REASON, JointMatter
from trainer_app.domain.base.rights import LONGEST_NAME, LONGEST_SHORT, ROLES, OfficeUser, Right, UserRole
from trainer_app.ui.kit import forms
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Layout, Note, Own, Text
from trainer_app.ui.kit.forms import FieldsForm, ReasonForm, WaitsNote, ask_about, ask_words, tell_if_asked
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.office.report_choices import ListMenu
from trainer_app.ui.office.wording import role_about, second_head_words, third_head_words
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import confirm, make_way
from trainer_app.ui.widgets.passphrase import NewPassphrase, PassphraseField
from trainer_app.ui.widgets.presses import walk
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

_WIDTH, _MOST_ROWS = 440, 9  # so many people are listed whole, on a page that scrolls
type _Act = Callable[[Workplace], Changes]


def _phrase(name: str) -> NewPassphrase:
    return NewPassphrase(name, stacked=True)


class _UserForm(FieldsForm):
    """A form in which a passphrase may be typed: nothing is kept of it, and saving it takes a moment."""

    def __init__(self, name: str, context: AppContext, host: QWidget, done: Callable[[], None]) -> None:
        super().__init__(name, context, host, _WIDTH)
        self._done = done
        self.build()

    @override
    def holds_work(self) -> bool:
        # No passphrase is kept while the program is locked.
        return False

    def _roles(self, *, head: bool = True) -> list[tuple[UserRole, str]]:
        roles = [role for role in reversed(ROLES) if head or role is not UserRole.HEAD]
        return [(role, self.context.words(f"users.role.{role.value}")) for role in roles]

    def _run(self, act: _Act) -> None:
        self.clear_errors()
        self.context.run(
            self.title.text(), lambda work, _progress: act(work), done=self._saved, failed=self.show_refusal
        )

    def _saved(self, changes: Changes) -> None:
        self.dismiss()
        self.context.changes.announce(changes, self)
        if not tell_if_asked(self.context, changes):
            said = self.context.words(changes.label.code, **changes.label.values)
            self.context.tell_good(self.tr("Saved"), said)
        self._done()


class AddForm(_UserForm):
    """Lets somebody in; the first time it also asks for the passphrase of whoever worked alone until then."""

    needs = "base/users/add"

    def __init__(self, context: AppContext, host: QWidget, done: Callable[[], None]) -> None:
        self._first, self._alone = context.work.person is None, False
        super().__init__("user_add_form", context, host, done)
        phrase, own = self.rows["phrase"], self.rows["own"].field
        phrase.owner = lambda: self.typed("name")
        # From each phrase straight to the next: an eye between them would be pressed by whoever types on.
        walk(*phrase.lines, own.line, *phrase.after_lines, own.eye)

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "From now on each person types a short name and a passphrase of their own. Yours stays; your "
            "short name is “{short}”."
        ).format(short=self.context.ask(users.own_short) or "")
        more = self.tr(
            "The new person types the short name and this passphrase. Tell them both. A head chooses another "
            "one in Settings before they decide anything with a second head."
        )
        codes = ("users.name_missing", "users.name_long")
        two = forms.takes_two(self.context)
        roles = self._roles(head=not two)
        abouts = tuple(self._role_words(role) for role, _ in roles)
        name, short = self.tr("Family and given name"), self.tr("Short name, to unlock")
        return (
            Note("about", about if self._alone else more, role="second"),
            Text("name", name, longest=LONGEST_NAME, refused=codes, changed=self._propose_short),
            Text("short", short, longest=LONGEST_SHORT, refused=("users.short_taken",)),
            Choice(
                "role",
                self.tr("Role"),
                self._role_words(self.value("role") or UserRole.OFFICER),
                options=roles,
                abouts=abouts,
                changed=self.say_fields,
            ),
            Note("two", third_head_words(), role="second", shown=two),
            Own("phrase", widget=_phrase),
            Own(
                "own",
                self.tr("Your own passphrase"),
                widget=lambda name: PassphraseField(name, walked_whole=False),
                shown=self._first,
                refused=("vault.wrong_passphrase",),
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Add a person", "who opens the office too"), self.tr("Add")

    def open(self) -> None:
        """Show the form, empty."""
        self._first = self.context.ask(users.is_first) is True
        # Others who are here already unlock with their short names, and to nobody's passphrase belongs none.
        alone, nobody = self.context.ask(users.is_alone), self.context.ask(users.is_nobody)
        self._alone = bool(alone and not nobody and self.context.ask(users.own_name))
        self.rows["phrase"].clear()
        self.rows["own"].field.forget()
        self.open_filled(role=UserRole.OFFICER)

    @override
    def save(self) -> None:
        phrase: NewPassphrase = self.rows["phrase"]
        if not phrase.check():
            return
        name, short, role = self.typed("name"), self.typed("short"), self.value("role")
        new, own = phrase.text(), self.rows["own"].field.text()
        self._run(lambda work: users.add(work, name, short, role, new, own))

    @override
    def why_barred(self) -> str:
        # Whoever opened the office as nobody becomes a head by adding somebody, under a name.
        nameless = self._first and not self.context.ask(users.own_name)
        return self.context.words("users.name_first") if nameless else super().why_barred()

    def _propose_short(self) -> None:
        """Put a short name beside the name that is typed, as long as nobody typed one there."""
        line = self.rows["short"].field
        if not line.isModified():
            line.setText(self.context.ask(users.propose_short, self.typed("name")) or "")

    def _role_words(self, role: UserRole) -> str:
        return f"{role_about(role)} {second_head_words()}" if role is UserRole.HEAD else role_about(role)


class RoleForm(_UserForm):
    """Gives somebody another role."""

    needs = "base/users/set_role"
    _user = OfficeUser("")

    def __init__(self, context: AppContext, host: QWidget, done: Callable[[], None]) -> None:
        super().__init__("user_role_form", context, host, done)

    @override
    def fields(self) -> Layout:
        about, asks = role_about(self.value("role") or UserRole.HEAD), self._asks()
        if self._matter() is JointMatter.RAISE and not asks:
            about = f"{about} {second_head_words()}"
        return (
            Note("about", self.tr("{name} may do this from now on:").format(name=self._user.name)),
            Choice(
                "role",
                self.tr("Role"),
                about,
                options=self._roles(),
                changed=self.retranslate,
                refused=("users.last_head",),
            ),
            Note("two", ask_about(self.context), role="body_strong", shown=asks),
            Text(
                "reason",
                self.tr("Reason"),
                self.tr("It is kept with the record. Write no names in it."),
                longest=LONGEST_REASON,
                refused=("joint.no_reason",),
                shown=asks,
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Another role"), ask_words() if self._asks() else self.tr("Save")

    def open(self, user: OfficeUser) -> None:
        """Ask for one person."""
        self._user = user
        self.open_filled(role=user.role or UserRole.READER)

    @override
    def save(self) -> None:
        key, role, reason = self._user.key, self.value("role"), self.value("reason")
        matter, subjects = self._matter(), self._subjects()
        if matter is not None and self._asks():
            self._run(lambda work: joint_decisions.decide(work, matter, subjects, reason))
        else:
            self._run(lambda work: users.set_role(work, key, role))

    def _matter(self) -> JointMatter | None:
        """Return what two heads decide about the role that is chosen, if anything."""
        was, chosen = self._user.role is UserRole.HEAD, self.value("role") is UserRole.HEAD
        if was is chosen or not self._user.key:
            return None
        return JointMatter.LOWER if was else JointMatter.RAISE

    def _subjects(self) -> list[str]:
        role = self.value("role")
        return [self._user.key, *([role.value] if self._matter() is JointMatter.LOWER else [])]

    def _asks(self) -> bool:
        matter = self._matter() if "role" in self.rows else None
        asked = self.context.ask(joint_decisions.takes_two, matter, self._subjects()) if matter else False
        return asked is True


class PassphraseForm(_UserForm):
    """Gives somebody a new passphrase, who has forgotten theirs."""

    needs = "base/users/set_passphrase"
    _user = OfficeUser("")

    def __init__(self, context: AppContext, host: QWidget, done: Callable[[], None]) -> None:
        super().__init__("user_phrase_form", context, host, done)
        self.rows["phrase"].owner = lambda: self._user.name

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "{name} unlocks with the short name “{short}” and this passphrase from now on; the one before "
            "opens nothing any more. A head chooses another one in Settings before they decide anything with "
            "a second head."
        ).format(name=self._user.name, short=self._user.short)
        return Note("about", about, role="second"), Own("phrase", widget=_phrase)

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("A new passphrase"), self.tr("Save")

    def open(self, user: OfficeUser) -> None:
        """Ask for one person."""
        self._user = user
        phrase: NewPassphrase = self.rows["phrase"]
        phrase.clear()
        self.clear_errors()
        self.retranslate()
        self.reveal(phrase.first.line)

    @override
    def save(self) -> None:
        phrase: NewPassphrase = self.rows["phrase"]
        if phrase.check():
            key, new = self._user.key, phrase.text()
            self._run(lambda work: users.set_passphrase(work, key, new))


class PeopleCard(Retranslated, Card):
    """A table of the people; its buttons act on the one that is chosen."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("office_people")
        self._context, self._host = context, host
        self._may = True
        self._lines: list[UserLine] = []
        self.head.setContentsMargins(18, 0, 12, 0)
        self.model = ListTableModel("office_people_model", self._columns(), lambda one: one.user.key, self)
        self.table = TableView("office_people_table")
        self.selection = Selection(self.table, self.model)
        self.menu = ListMenu(context, self.table)
        self.table.fit_to_rows(_MOST_ROWS)
        self.waits = WaitsNote("office_people_waits", context)
        self.waits.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        self.buttons = CommandButtons("office_people", self._commands)
        self.add_to_head(self.buttons["add"])
        self.alone = label("second", "office_people_alone", wrap=True)
        self._body = QWidget()
        self._body.setObjectName("office_people_about")
        about = QVBoxLayout(self._body)
        about.setContentsMargins(CARD_PADDING, 14, CARD_PADDING, 14)
        about.addWidget(self.alone)
        self.add_row(self._body)
        self.add_row(self.table)
        self.add_row(self.waits)
        foot = self.add_foot()
        for name in ("role", "phrase", "remove"):
            foot.addWidget(self.buttons[name])
        foot.addStretch(1)
        holder = foot.parentWidget()
        assert holder is not None
        self._foot = holder
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.retranslate()

    @cached_property
    def add_form(self) -> AddForm:
        """Let somebody in."""
        return AddForm(self._context, self._host, self._added)

    @cached_property
    def role_form(self) -> RoleForm:
        """Give another role."""
        return RoleForm(self._context, self._host, self.show_people)

    @cached_property
    def reason(self) -> ReasonForm:
        """Ask another head for what one does not do alone."""
        return ReasonForm(self._context, self._host)

    @cached_property
    def phrase_form(self) -> PassphraseForm:
        """Give a new passphrase."""
        return PassphraseForm(self._context, self._host, self.show_people)

    def show_people(self) -> None:
        """Read the list anew."""
        self._lines = lines = self._context.ask(users.list_users) or []
        self._may = self._context.ask(rights.may, Right.DECIDE) is True
        self.model.set_rows(lines)
        self.show_row(self.table, shown=bool(lines))
        self.show_row(self._foot, shown=bool(lines))
        self._say_how()
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Tell what waits for a second head about the person, and lead there: until then that is all."""
        chosen = self.selection.row()
        self.waits.show_subject("" if chosen is None else chosen.user.key)
        self.show_row(self.waits, shown=not self.waits.isHidden())
        self.buttons.refresh()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("People of the office"))
        self.table.setAccessibleName(self.tr("People of the office"))
        self.show_people()

    def _say_how(self) -> None:
        alone = self.tr(
            "One passphrase opens the office, and whoever types it may do everything. Where several people "
            "work here, give each a passphrase and a role: the history then says who did what."
        )
        closed = self.tr("Only a head of the office adds people or changes what they may do.")
        paper = self.tr(
            "You opened the office with its key from paper, or with the passphrase that is nobody's: you may "
            "do everything. Give those who have none a new passphrase."
        )
        owner = self._context.work.person is None
        words = alone if len(self._lines) < 2 else closed if not self._may else paper if owner else ""
        if self._lines and (user := self._context.ask(server_people.owner_without_roles)):
            words = f"{words} {self._context.words('users.no_roles', user=user)}".strip()
        self.alone.setText(words)
        self.show_row(self._body, shown=bool(words))

    def _commands(self) -> Sequence[Command]:
        chosen = self.selection.row()
        usable = self._may and chosen is not None and self.waits.isHidden()
        other = chosen is not None and not chosen.here
        shown = bool(self._lines)
        return (
            Command(
                "add",
                self.tr("Add a person…"),
                self._open_add,
                icon="plus",
                enabled=self._may,
                needs="base/users/add",
            ),
            Command(
                "role",
                self.tr("Role…"),
                lambda: self._with_chosen(self.role_form.open),
                ButtonKind.PLAIN,
                enabled=usable,
                shown=shown,
                needs="base/users/set_role",
            ),
            Command(
                "phrase",
                self.tr("New passphrase…"),
                lambda: self._with_chosen(self._open_phrase),
                ButtonKind.PLAIN,
                "key",
                enabled=usable and other,
                shown=shown,
                needs="base/users/set_passphrase",
            ),
            Command(
                "remove",
                self.tr("Remove…"),
                lambda: self._with_chosen(self._ask_removal),
                ButtonKind.DANGER,
                "lock",
                enabled=usable and other,
                shown=shown,
                needs="base/users/remove",
            ),
        )

    def _columns(self) -> tuple[Column[UserLine], ...]:
        return (
            Column("name", lambda: self.tr("Name"), lambda one: one.user.name, look=TextStyle.STRONG),
            Column("short", lambda: self.tr("Short name", "to unlock with"), lambda one: one.user.short, 160),
            Column("role", lambda: self.tr("Role"), self._role, 200),
            Column("state", lambda: self.tr("State"), lambda one: self._state(one)[1], 240, chip=self._state),
        )

    def _role(self, one: UserLine) -> str:
        return self._context.words(f"users.role.{one.user.role.value if one.user.role else 'none'}")

    def _state(self, one: UserLine) -> tuple[Tone, str, str]:
        if self._context.ask(joint.waiting_on, one.user.key) is not None:
            return Tone.DUE, self.tr("asked of a second head"), "clock"
        if one.reset and not one.user.given:
            return Tone.DUE, self.tr("waits for a new passphrase"), "key"
        if one.opens and (origin := self._context.ask(rights.passphrase_origin, one.user)):
            return Tone.DUE, self._context.words(origin), "key"
        if one.here:
            return Tone.GOOD, self.tr("you"), "check"
        if not one.opens:
            return Tone.DUE, self._context.words("users.no_way_in"), "alert"
        return Tone.QUIET, self.tr("unlocks"), ""

    def _added(self) -> None:
        self.show_people()
        self._context.user_changed.emit()
        here = next((line.user for line in self._lines if line.here), None)
        if here is not None:
            self._context.tell_good(
                self.tr("The person is added"),
                self.tr("To unlock, type your short name too: {short}").format(short=here.short),
            )

    def _open_add(self) -> None:
        make_way(self._host, self.add_form.open, self.add_form)

    def _open_phrase(self, user: OfficeUser) -> None:
        asked = self._context.words("joint.happens.passphrase")
        self._ask_or(JointMatter.PASSPHRASE, user, self.tr("A new passphrase"), asked, self.phrase_form.open)

    def _ask_removal(self, user: OfficeUser) -> None:
        title = self.tr("Remove {name}?").format(name=user.name)
        about = self._context.words("joint.happens.remove")
        yes, name = self.tr("Remove", "a person of the office"), "office_people_question"

        def alone(user: OfficeUser) -> None:
            confirm(self._host, title, about, yes, lambda: self._remove(user), name=name)

        self._ask_or(JointMatter.REMOVE, user, title, about, alone)

    def _ask_or(
        self,
        matter: JointMatter,
        user: OfficeUser,
        title: str,
        about: str,
        alone: Callable[[OfficeUser], object],
    ) -> None:
        """Ask another head where it takes two; do it `alone` otherwise."""
        key = user.key
        if self._context.ask(joint_decisions.takes_two, matter, [key]) is not True:
            alone(user)
            return

        def ask(reason: str) -> Changes:
            changes = joint_decisions.decide(self._context.work, matter, [key], reason)
            self.show_people()
            return changes

        self.reason.ask(title, about, ask_words(), ask, joint=True)

    def _with_chosen(self, act: Callable[[OfficeUser], Any]) -> None:
        chosen = self.selection.row()
        if chosen is not None and self._context.ask(users.check_paper, chosen.user) is not None:
            act(chosen.user)

    def _remove(self, user: OfficeUser) -> None:
        if self._context.do(users.remove, user.key) is not None:
            self.show_people()
            self._context.tell_key_due()
