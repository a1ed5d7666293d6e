"""Sign-off: whether somebody has read a name as it will be printed, and said that it is right."""

from dataclasses import dataclass

from trainer_app.domain.people import Person


@dataclass(frozen=True)
class SignOff:
    """How many of the names that will be printed are checked."""

    checked: int
    names: int

    @property
    def open(self) -> int:
        """Names that nobody has checked yet."""
        return self.names - self.checked


def name_in_print(person: Person) -> str:
    """Return what a check is about: name, Latin spelling and rank, one to a line.

    It is kept with the check. A name that is corrected afterwards, also on another laptop, no longer is the
    text that was checked, and so is unchecked by itself. The rank is kept as its code, so that it does not
    depend on the language of the certificate.
    """
    return "\n".join((person.name, person.latin, person.rank))
