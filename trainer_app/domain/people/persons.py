"""People (participants, trainers, experts), and the sign-off of their names as printed."""

from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.schema import typed_fields


class Sex(StrEnum):
    """As typed; unknown is a value of its own and never hidden."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


NAME_FIELDS = ("family", "given", "patronymic")
"""What a name is made of."""
LISTED_FIELDS = tuple(
    name for name, field in typed_fields("person").items() if not field.rare and name not in NAME_FIELDS
)
"""What lists of people hold beside the name."""


class Person(Struct, frozen=True):
    """One person. `latin` is the spelling of the passport, typed and never computed."""

    key: str
    family: str
    given: str = ""
    patronymic: str = ""
    latin: str = ""
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    position: str = ""
    unit: str = ""
    duty_district: str = ""
    phone: str = ""
    email: str = ""
    service_number: str = ""
    birth_year: int | None = None
    erased: bool = False
    """The data were taken away for good; only what is counted is left."""
    shown_as: str | None = None
    """The key of the record that stands for this one, where they were joined and another is the head."""

    @property
    def name(self) -> str:
        """Family name first, as lists are written: "Гулмуродова Зарина Ҳакимовна"."""
        if self.erased:
            return nameless(self.key)
        return " ".join(part for part in (self.family, self.given, self.patronymic) if part)

    @property
    def short_name(self) -> str:
        """Family and given name: what fits a row of the grid."""
        if self.erased:
            return nameless(self.key)
        return " ".join(part for part in (self.family, self.given) if part)

    @property
    def initialled_name(self) -> str:
        """Family name and first letter of the given name, as in "Гулмуродова З.": enough for its owner."""
        if self.erased or not self.given:
            return self.short_name
        return f"{self.family} {self.given[0]}."


def nameless(key: str) -> str:
    """Return what stands in the place of an erased name, in every language: "•••• 3f2a"."""
    return f"•••• {key[-4:]}"


class SignOff(Struct, frozen=True):
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
