"""Words of the office screens: outcomes of files, gaps, effects, figures."""

from PySide6.QtCore import QCoreApplication, QObject

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import DASH, Percent, round_half_up
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.exchange.sending import CONFLICTS, FileOutcome, FileResult, ImportEffect, MissingRange
from trainer_app.domain.office.counting import written_name
from trainer_app.domain.office.humanitarian import OrganisationType
from trainer_app.domain.office.reports import Figure, Split, Unit
from trainer_app.system import messages
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.indicators import Tone


def tab_titles(*, travels: bool = False) -> dict[str, str]:
    """Return what the tabs of the office are called, by their names, in their order; those on the road."""
    translate = QCoreApplication.translate
    titles = {
        "incoming": translate("OfficeScreen", "Incoming files"),
        "laptops": translate("OfficeScreen", "Laptops"),
        "reports": translate("OfficeScreen", "Reports"),
        "archive": translate("OfficeScreen", "Archive"),
        "retention": translate("OfficeScreen", "Retention"),
        "keys": translate("OfficeScreen", "Keys"),
    }
    return {"reports": titles["reports"]} if travels else titles


def role_about(role: UserRole) -> str:
    """Return what somebody of a role may do."""
    translate = QCoreApplication.translate
    if role is UserRole.READER:
        return translate("UserRole", "Looks at everything and saves reports without names.")
    if role is UserRole.OFFICER:
        return translate("UserRole", "Records, imports, settles what waits in Review, prints and hands out.")
    return translate("UserRole", "Also approves, erases, revokes laptops, keeps the keys and these people.")


def second_head_words() -> str:
    """Return what it means to make somebody a second head."""
    return QCoreApplication.translate(
        "UserRole",
        "From then on two heads must decide together what cannot be taken back. As soon as both have chosen "
        "passphrases of their own, neither can take the role from the other alone; until then one head still "
        "can.",
    )


def third_head_words() -> str:
    """Return how one more head is made where there are two."""
    return QCoreApplication.translate(
        "UserRole",
        "One more head is made by two: add the person as a data officer, then ask for it with “Role…”.",
    )


class OfficeWording(QObject):
    """Asked anew whenever something is shown, so that a change of language needs nothing else."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("office_wording")
        self._context = context

    def say(self, label: Label | None) -> str:
        """Return a label in words."""
        return messages.label_text(label, self._context.language.code) if label else ""

    def sentence(self, label: Label) -> str:
        """Return a label as a title: its first letter is a capital."""
        words = self.say(label)
        return words[:1].upper() + words[1:]

    # Files

    def outcome(self, result: FileResult, *, rehearsed: bool = False) -> tuple[Tone, str, str]:
        """Return what became of a file as a chip: tone, word, icon; or what would become of it."""
        if result.aside:
            return Tone.DUE, self.tr("set aside"), "clock"
        if result.result is FileOutcome.IMPORTED:
            word = self.tr("ready to import") if rehearsed else self.tr("imported")
            return (Tone.NOW if rehearsed else Tone.GOOD), word, "" if rehearsed else "check"
        return {
            FileOutcome.DUPLICATE: (Tone.QUIET, self.tr("was here already"), "check"),
            FileOutcome.QUARANTINED: (Tone.DUE, self.tr("set aside"), "clock"),
            FileOutcome.REFUSED: (Tone.BAD, self.tr("refused"), "alert"),
        }[result.result]

    def enrol(self) -> str:
        """Return the words of the button beside a laptop's request."""
        return self.tr("Enrol this laptop…")

    def explain(self, result: FileResult) -> str:
        """Return what a file brought, or why it was refused, in full sentences."""
        said = []
        if result.result is FileOutcome.IMPORTED:
            said.append(self.tr("%n change(s)", "", result.new_entries))
            if result.conflicts:
                said.append(self.tr("%n conflict(s)", "", result.conflicts))
        if result.code:
            said.append(self._context.words(result.code, **{"file": result.file, **result.values}))
        words = " · ".join(said)
        for note in map(self.say, result.notes):
            words = f"{words} {note}" if words.endswith(".") else f"{words}. {note}"
        return words

    def effect(self, effect: ImportEffect) -> str:
        """Return one figure before and after: "on the lists, with those who left: 65 → 66".

        Reports count only those who came: the words say that these are more.
        """
        formats = self._context.formats
        name = {
            "participants": self.tr("on the lists, with those who left:"),
            "women": self.tr("women among them:"),
            CONFLICTS: self.tr("conflicts to decide in Review:"),
        }.get(effect.code, effect.code)
        before, after = formats.number(effect.before), formats.number(effect.after)
        return f"{name} {before} → {after}" if effect.before != effect.after else f"{name} {before}"

    def gap(self, gap: MissingRange) -> str:
        """Return what of a laptop has not come: "K7: changes 120–164 not received yet"."""
        formats = self._context.formats
        if gap.first == gap.last:
            text = self.tr("{laptop}: change {number} not received yet")
            return text.format(laptop=gap.device, number=formats.number(gap.first))
        text = self.tr("{laptop}: changes {first}–{last} not received yet")
        return text.format(laptop=gap.device, first=formats.number(gap.first), last=formats.number(gap.last))

    def organisation_type(self, kind: OrganisationType) -> str:
        """Return what sort of organisation it is."""
        return self.say(Label(f"iati.type.{kind.value}"))

    # Figures

    def figure_name(self, code: str) -> str:
        """Return a figure's name as a title."""
        return self.sentence(Label(f"counting.{code}"))

    def figure_value(self, figure: Figure) -> str:
        """Return a figure's value with its unit's decimals; a dash where it cannot be said."""
        formats = self._context.formats
        if figure.shown is None:
            return DASH
        match figure.unit:
            case Unit.COUNT:
                return formats.number(round_half_up(figure.shown))
            case Unit.POINTS:
                return formats.change(figure.value)
            case Unit.PERCENT:
                return formats.share(figure.value)
            case Unit.GAIN:
                return formats.decimal_number(figure.shown * 100, 2)
        hundredths = round_half_up(figure.shown * 100)
        places = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
        return formats.decimal_number(hundredths, places)

    def number(self, value: int) -> str:
        """Return a whole number."""
        return self._context.formats.number(value)

    def share(self, value: Percent | None) -> str:
        """Return a share in per cent."""
        return self._context.formats.share(value)

    def split_name(self, by: str) -> str:
        """Return what a report is split by."""
        return self.sentence(Label(f"counting.by.{by}"))

    def split_about(self, by: str) -> str:
        """Return what the parts of a split are, and as of when."""
        return self.sentence(Label(f"counting.about.{by}"))

    def split_line(self, by: str) -> str:
        """Return the name of a split and what its parts are, as it stands below a table."""
        return f"{self.split_name(by)}: {messages.text(f'counting.about.{by}', self._context.language.code)}"

    def line_name(self, split: Split, name: str) -> str:
        """Return the name of one part of a split."""
        if not name:
            return self.sentence(Label("counting.not_stated"))
        if split.by == "sex":
            return self.sentence(Label(f"counting.sex.{name}"))
        if split.by == "rank":
            return self.rank(name)
        return written_name(split.by, name, self._context.language.code)

    def rank(self, rank: str) -> str:
        """Return a stored rank as lists show it."""
        return rank_name(rank, self._context.language.code, RankForm.SHORT)
