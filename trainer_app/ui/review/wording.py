"""Words of Review in the language of the window."""

from datetime import date

from PySide6.QtCore import QObject

from trainer_app.actions.base import identity
from trainer_app.actions.people.joining import JoinPreview
from trainer_app.actions.review.joint_decisions import JointLine
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.exchange.sending import QuarantinedFile
from trainer_app.domain.people.matching import Candidate
from trainer_app.domain.people.persons import Person
from trainer_app.domain.review.contradictions import Loss, ReviewItem, ReviewKind, ReviewSide
from trainer_app.system import messages
from trainer_app.system.clock import tells_day_only
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.language import numbered
from trainer_app.ui.review.item_list import GROUP_OF, PendingDecisions, ReviewEntry, ReviewGroup, marks_of

_LONGEST = 26  # letters of a value that still stand on its button
_MINUTE = 60_000


class ReviewWording(QObject):
    """Asked anew whenever something is shown, so that a change of language needs nothing else."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_wording")
        self._context = context

    def say(self, label: Label | None) -> str:
        """Return a label in words."""
        return messages.label_text(label, self._context.language.code) if label else ""

    def sentence(self, label: Label | None) -> str:
        """Return a label as a title: its first letter is a capital."""
        words = self.say(label)
        return words[:1].upper() + words[1:]

    def as_written(self, label: Label | None) -> str:
        """Return a value: what was typed to the letter, or a difference of case could not be seen."""
        typed = label is not None and label.code == "review.value.text"
        return self.say(label) if typed else self.sentence(label)

    def _with_office(self, item: ReviewItem) -> str:
        """Return the laptop of two sides of which the other one is the office; "" where they are no such."""
        trust = self._context.ask(identity.trust_list)
        own = {each.code for each in trust.devices if each.at_office} if trust is not None else set()
        laptops = [side.device for side in item.sides if side.device not in own]
        return laptops[0] if own and len(item.sides) == 2 and len(laptops) == 1 else ""

    def group(self, group: ReviewGroup) -> str:
        """Return the head of a group."""
        return {
            ReviewGroup.JOINT: self.tr("Wait for a second head"),
            ReviewGroup.PROPOSALS: self.tr("Laptops ask for"),
            ReviewGroup.CONTRADICTIONS: self.tr("Conflicts"),
            ReviewGroup.DELETED: self.tr("Deleted or kept"),
            ReviewGroup.NUMBERS: self.tr("One number twice"),
            ReviewGroup.TWICE: self.tr("One person twice on a list"),
            ReviewGroup.SERIALS: self.tr("One serial twice"),
            ReviewGroup.WAITING: self.tr("Kept, but shown nowhere"),
            ReviewGroup.PEOPLE: self.tr("Possibly the same person"),
            ReviewGroup.APART: self.tr("Joined, yet said to be two people"),
            ReviewGroup.FILES: self.tr("Files set aside"),
            ReviewGroup.LOSSES: self.tr("Your values that were replaced"),
        }[group]

    def entries(self, found: PendingDecisions) -> list[ReviewEntry]:
        """Return the list in the order of its groups."""
        rows = [self._item(item) for item in sorted(found.items, key=lambda item: not marks_of(item))]
        rows += [self._candidate(pair, found.people) for pair in found.candidates]
        rows += [self._file(file) for file in found.files]
        rows += [self._loss(loss) for loss in found.losses]
        rows += [self._joint(line) for line in found.joint]
        order = list(ReviewGroup)
        return sorted(rows, key=lambda entry: order.index(entry.group))

    def _item(self, item: ReviewItem) -> ReviewEntry:
        group = GROUP_OF[item.kind]
        title, second = self.sentence(item.title), self.sentence(item.place)
        if item.kind is ReviewKind.PROPOSAL:
            second = f"{item.sides[1].device} · {second}"
        if item.kind is ReviewKind.CONTRADICTION and not marks_of(item):
            values = " / ".join(self.say(side.words) for side in item.sides)
            second = f"{second}: {values}" if len(values) <= _LONGEST else second
        return ReviewEntry(item.id, group, item, title, second, marks_of(item)[:2])

    def _candidate(self, pair: Candidate, people: dict[str, Person]) -> ReviewEntry:
        first, second = people[pair.a], people[pair.b]
        other = second.short_name if second.short_name != first.short_name else self.say(pair.reasons[0])
        return ReviewEntry(f"people/{pair.a}/{pair.b}", ReviewGroup.PEOPLE, pair, first.short_name, other)

    def _file(self, file: QuarantinedFile) -> ReviewEntry:
        return ReviewEntry(
            f"file/{file.path.name}", ReviewGroup.FILES, file, stem_of(file.file), self.file_reason(file)
        )

    def _loss(self, loss: Loss) -> ReviewEntry:
        values = f"{self.say(loss.own.words)} → {self.say(loss.new.words)}"
        return ReviewEntry(f"loss/{loss.id}", ReviewGroup.LOSSES, loss, self.sentence(loss.title), values)

    def _joint(self, line: JointLine) -> ReviewEntry:
        title = self.sentence(line.title)
        return ReviewEntry(f"joint/{line.decision.key}", ReviewGroup.JOINT, line, title, line.asked_by)

    def file_reason(self, file: QuarantinedFile) -> str:
        """Return in few words why a file was set aside."""
        if file.code == "bundle.revoked_device":
            device = str(file.values.get("device", ""))
            return self.tr("from the revoked laptop {code}").format(code=device)
        if file.code == "bundle.too_new":
            return self.tr("waits for the update of the program")
        return self.tr("from a laptop not yet known")

    def file_words(self, file: QuarantinedFile) -> tuple[str, str]:
        """Return why a file was set aside: what happened, and what was kept and can be done."""
        code = file.code or "bundle.unknown_device"
        values: dict[str, object] = {"key": "?", **file.values}
        if isinstance(values.get("day"), str):
            values["day"] = date.fromisoformat(str(values["day"]))
        return first_sentence(self._context.words(code, **values))

    def headline(self, item: ReviewItem) -> str:
        """Return what is the matter, in one sentence."""
        laptop = self._with_office(item) if item.kind is ReviewKind.CONTRADICTION else ""
        if item.kind is ReviewKind.CONTRADICTION and item.entity == "attendance" and "mark" in item.fields:
            if laptop:
                words = self.tr("The office and laptop {code} marked this session differently")
                return words.format(code=laptop)
            return self.tr("This session was marked differently on two laptops")
        if item.kind is ReviewKind.PROPOSAL:
            return self.tr("Laptop {code} asks to change this").format(code=item.sides[1].device)
        if laptop:
            return self.tr("The office and laptop {code} wrote different values").format(code=laptop)
        gone = [side for side in item.sides if side.values.get(DELETED) is True]
        if item.kind is ReviewKind.DELETED and gone and all(side.taken_back for side in gone):
            return self.tr("Taken back on one computer, written on another")
        return {
            ReviewKind.CONTRADICTION: self.tr("Two laptops wrote different values"),
            ReviewKind.JOINED_APART: self.tr("Said not to be the same, and joined by way of others"),
            ReviewKind.IMMUTABLE: self.tr("A second value for something that must not change"),
            ReviewKind.DELETED: self.tr("Deleted on one computer, changed on another"),
            ReviewKind.DOUBLE_NUMBER: self.tr("Two participants have one number on the list"),
            ReviewKind.DOUBLE_SERIAL: self.tr("Two certificates carry one serial"),
            ReviewKind.TWICE_ON_LIST: self.tr("One person stands on the list of a course more than once"),
            ReviewKind.WAITING: self.tr("This is kept, but what it belongs to is not here"),
        }[item.kind]

    def note(self, item: ReviewItem) -> str:
        """Return what a decision does to the other side, or how the sides came about."""
        said = self._note(item)
        if not item.more:
            return said
        return f"{said}. " + self.tr("%n more value(s), replaced by the decision too", "", item.more)

    def _note(self, item: ReviewItem) -> str:
        return {
            ReviewKind.PROPOSAL: self.tr("It changes nothing until the office agrees"),
            ReviewKind.DOUBLE_NUMBER: self.tr("The other one gets the next free number on the list"),
            ReviewKind.DOUBLE_SERIAL: self.tr("The other certificate is declared void"),
            ReviewKind.TWICE_ON_LIST: self.tr(
                "The other row leaves the list and keeps its marks; a certificate that it holds is to be "
                "declared void"
            ),
            ReviewKind.WAITING: self.tr("It is counted nowhere until somebody decides"),
        }.get(item.kind, self.tr("Neither of the two had seen what the other wrote"))

    def value(self, item: ReviewItem, side: ReviewSide) -> str:
        """Return a side's value as the head of its card."""
        if item.kind is ReviewKind.DELETED and side.values.get(DELETED) is not True:
            told = _says_value(item, side)
            return self.as_written(side.words) if told else self.tr("Kept, with the change")
        if item.kind is ReviewKind.WAITING and item.entity == "pair":
            return self.sentence(side.words)
        if item.kind is ReviewKind.WAITING:
            return self.tr("Delete it too") if side.values.get(DELETED) else self.tr("Bring it back")
        if item.entity == "attendance" and side.values.get("missed") and side.values.get("mark"):
            mark = self.say(Label(f"attendance.mark.{side.values['mark']}"))
            minutes = self.tr("%n minute(s)", "", side.values["missed"])
            return f"{mark[:1].upper()}{mark[1:]}, {minutes}"
        return self.as_written(side.words)

    def act(self, item: ReviewItem, side: ReviewSide) -> str:
        """Return the words of a side's button."""
        if item.kind is ReviewKind.DOUBLE_NUMBER:
            return self.tr("Keeps this number")
        if item.kind is ReviewKind.DOUBLE_SERIAL:
            return self.tr("This one stays valid")
        if item.kind is ReviewKind.TWICE_ON_LIST:
            return self.tr("Keep this row")
        if item.kind is ReviewKind.PROPOSAL:
            return self.tr("Leave it as it is") if side.shown else self.tr("Agree to the change")
        if item.kind is ReviewKind.WAITING and item.entity == "pair":
            return self.tr("Take the decision back")
        if item.kind in (ReviewKind.DELETED, ReviewKind.WAITING) and not _says_value(item, side):
            gone = side.values.get(DELETED) is True
            #: A button: what was deleted elsewhere stays
            keep = self.tr("Keep")
            back = self.tr("Bring back") if item.kind is ReviewKind.WAITING else keep
            if gone and item.entity == "attendance" and item.kind is ReviewKind.DELETED:
                return self.tr("Leave it without a mark")
            return self.tr("Delete") if gone else back
        value = self.value(item, side)
        if len(value) > _LONGEST:
            return self.tr("Keep this")
        return self.tr("Keep “{value}”").format(value=value)

    def other_value(self, item: ReviewItem) -> str:
        """Return the words of the button for a third value."""
        if item.entity == "attendance" and "mark" in item.fields:
            return self.tr("Another mark…")
        return self.tr("Another value…")

    def moment(self, millis: int) -> str:
        """Return when something was written: "Tue 16 Oct 2018, 11:24"; or the day alone."""
        moment = self._context.moment(millis)
        formats = self._context.formats
        if tells_day_only(millis):
            return f"{formats.weekday_short(moment.date())} {moment.year}"
        return f"{formats.weekday_short(moment.date())} {moment.year}, {moment.hour:02}:{moment.minute:02}"

    def distance(self, side: ReviewSide, others: list[ReviewSide]) -> str:
        """Return how a side stands in time to the other one: "19 minutes after the other one"."""
        if len(others) != 1 or any(not each.at or tells_day_only(each.at) for each in (side, others[0])):
            return ""
        minutes = round((side.at - others[0].at) / _MINUTE)
        if abs(minutes) < 1:
            return self.tr("at the same time as the other one")
        if minutes < 0:
            return self.tr("before the other one")
        if minutes < 120:
            return self.tr("%n minute(s) after the other one", "", minutes)
        if minutes < 48 * 60:
            return self.tr("%n hour(s) after the other one", "", round(minutes / 60))
        return self.tr("%n day(s) after the other one", "", round(minutes / (24 * 60)))

    def came(self, side: ReviewSide, own_device: str) -> str:
        """Return how a side came here."""
        if side.file:
            return self.tr("came with {file}").format(file=stem_of(side.file))
        return self.tr("written on this computer") if side.device == own_device else ""

    def reason(self, side: ReviewSide) -> str:
        """Return why whoever decided so did: "Reason: he came late"; empty where no reason was typed."""
        return self.tr("Reason: {text}").format(text=side.reason) if side.reason else ""

    def shared(self, told: JoinPreview | None) -> str:
        """Say on which lists both of a pair are, in which rows, and what is left to decide; "" where none."""
        if told is None or not told.shared:
            return ""
        left = self.tr(
            "Once they are joined, Review asks which row stays; until then neither gets a certificate."
        )
        both = [f"{course} ({', '.join(_numbers(told, course))})" for course in told.shared]
        said = self.tr("Both are on the list of {courses}.").format(courses=", ".join(both))
        if told.marked:
            marked = self.tr("Both rows hold marks in {courses}.").format(courses=", ".join(told.marked))
            said = f"{said} {marked}"
        return f"{said} {left}"

    def rows(self, told: JoinPreview | None) -> list[str]:
        """Return where each of a pair stands on a list, by course and number; "" for who is on none."""
        found = (next((row for row in of_one if "number" in row.values), None) for of_one in _apart(told))
        return [f"{row.values['course']}, {numbered(row.values['number'])}" if row else "" for row in found]


def _apart(told: JoinPreview | None) -> tuple[tuple[Label, ...], ...]:
    return told.apart if told is not None else ((), ())


def _numbers(told: JoinPreview, course: str) -> list[str]:
    """Return the numbers that both of a pair have on the list of a course."""
    rows = (row.values for of_one in told.apart for row in of_one if row.values.get("course") == course)
    return [numbered(row["number"]) for row in rows]


def _says_value(item: ReviewItem, side: ReviewSide) -> bool:
    """Tell whether a side that keeps a row is told by its value: a mark, or where others say otherwise."""
    if item.kind is not ReviewKind.DELETED or side.values.get(DELETED) is True:
        return False
    return bool(item.contested or marks_of(item))


def stem_of(file: str) -> str:
    """Return a file's name without its ending."""
    return file.removesuffix(".tsync")
