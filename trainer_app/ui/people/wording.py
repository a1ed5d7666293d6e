"""The words of the people screens for codes and counts."""

from PySide6.QtCore import QObject

from trainer_app.actions.person_courses import PersonCourse
from trainer_app.domain.certificates import Certificate, CertificateKind, CertificateState
from trainer_app.domain.enrolments import Standing
from trainer_app.domain.letters import clean_text, invisible_signs
from trainer_app.domain.names import clean_name, is_cut, split_name
from trainer_app.domain.people import Person, Sex
from trainer_app.domain.ranks import RankForm, rank_name, split_rank
from trainer_app.domain.signs import strange_signs
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.chips import Tone

type ChipWords = tuple[Tone, str, str]
"""Tone, words and icon of a chip."""


class PeopleWording(QObject):
    """Turns plain data into words of the window's language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("people_wording")
        self._desk = desk

    def sex(self, sex: Sex) -> str:
        """Return a sex in words; unknown is said, never hidden."""
        return {
            Sex.FEMALE: self.tr("woman"),
            Sex.MALE: self.tr("man"),
            Sex.UNKNOWN: self.tr("not stated"),
        }[sex]

    def rank(self, rank: str, form: RankForm = RankForm.FULL) -> str:
        """Return a rank in words, "" for none."""
        return rank_name(rank, self._desk.language.code, form) if rank else ""

    def service(self, person: Person) -> str:
        """Return "captain · unit · district", as much as is known."""
        parts = (self.rank(person.rank), person.unit, person.duty_district)
        return " · ".join(part for part in parts if part)

    def strange(self, typed: str) -> str:
        """Say which signs papers cannot show or nobody sees; "" if all of the text is seen and printed."""
        unseen = ", ".join(invisible_signs(typed))
        signs = " ".join(strange_signs(clean_text(typed)))
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

    def standing(self, standing: Standing) -> ChipWords:
        """Return the chip of a place on a list."""
        return {
            Standing.NOMINATED: (Tone.QUIET, self.tr("nominated"), ""),
            Standing.CONFIRMED: (Tone.GOOD, self.tr("confirmed"), "check"),
            Standing.TAKING_PART: (Tone.GOOD, self.tr("taking part"), "check"),
            Standing.WALK_IN: (Tone.NOW, self.tr("walk-in"), "adduser"),
            Standing.REPLACED: (Tone.QUIET, self.tr("replaced"), "users2"),
            Standing.WITHDRAWN: (Tone.QUIET, self.tr("withdrawn"), "minus"),
        }[standing]

    def certificate(self, given: Certificate) -> ChipWords:
        """Return the chip of a certificate: its serial, and whether it counts."""
        if given.state is CertificateState.VOID:
            return Tone.BAD, self.tr("{serial}, void").format(serial=given.serial), "close"
        if given.state is CertificateState.REPLACED:
            return Tone.QUIET, self.tr("{serial}, replaced").format(serial=given.serial), "redo"
        tone = Tone.GOOD if given.kind is CertificateKind.COMPLETION else Tone.NOW
        return tone, given.serial, "certificates"

    def course_title(self, item: PersonCourse) -> str:
        """Return the course's title, or its code where nobody has typed one."""
        return item.course.title.best(self._desk.language.code) or item.course.code

    def course_line(self, item: PersonCourse) -> str:
        """Return "Душанбе, 15–18 октября 2018 · No 7"."""
        days = self._desk.formats.days(item.course.first_day, item.course.last_day)
        place = ", ".join(part for part in (item.course.town, days) if part)
        number = self.tr("No {number} on the list").format(number=item.enrolment.number)
        parts = [place, number]
        if item.listed_as:
            parts.append(self.tr("listed as {name}").format(name=item.listed_as))
        return " · ".join(parts)
