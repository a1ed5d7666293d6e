"""The words of the people screens for codes and counts."""

from PySide6.QtCore import QObject

from trainer_app.actions.person_courses import PersonCourse
from trainer_app.domain.certificates import Certificate, CertificateKind, CertificateState
from trainer_app.domain.enrolments import Standing
from trainer_app.domain.letters import clean_text
from trainer_app.domain.people import Person, Sex
from trainer_app.domain.ranks import RankForm, rank_name
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
        """Say which signs of a text papers cannot show; "" if they can show all of it."""
        signs = " ".join(strange_signs(clean_text(typed)))
        words = self.tr("Papers cannot show {signs} and print empty boxes. It is kept as typed.")
        return words.format(signs=signs) if signs else ""

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
