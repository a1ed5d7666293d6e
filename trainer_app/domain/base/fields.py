"""Vocabulary of the schema: what a field is, what a merge does with it, who may write it, how it is shown."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.journal import PartsOf, is_key


class MergePolicy(StrEnum):
    """What a merge does when two laptops wrote a field without knowing of each other."""

    PLAIN = "plain"
    """The greatest (time, id) is shown; the others are kept as a review item."""
    STICKY = "sticky"
    """True wins over false, whenever it was written."""
    IMMUTABLE = "immutable"
    """The first value stays shown; a second one is always a review item."""
    NEWEST = "newest"
    """The greatest (time, id) is shown and nothing is left to decide: what only describes a file."""


class Writers(StrEnum):
    """Whose entry about a field counts where an office says who belongs to it. The office's own always does.

    What does not count is a proposal to the office. See `domain.base.authority`.
    """

    OFFICE = "office"
    """A computer of the office alone."""
    ISSUER = "issuer"
    """The laptop that made the certificate; and of what was signed only what its signature covers."""
    TEAM = "team"
    """Laptops to which the course was given, or that made it; of a person, the courses they are in."""
    MAKER = "maker"
    """The laptop that made the row."""
    ADDRESSEE = "addressee"
    """The laptop that the office asks something of."""
    ANYBODY = "anybody"
    """Every laptop in the office's list."""


class FieldKind(StrEnum):
    """Type of a field's value."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    KEY = "key"
    LIST = "list"


class ValueFormat(StrEnum):
    """How a value is typed and shown, where its type does not tell."""

    AS_IS = "as_is"
    CLOCK = "clock"
    """Minutes after midnight, shown as 09:30."""
    LIMIT = "limit"
    """Hundredths of a per cent; negative: the limit is off."""
    RANK = "rank"
    """Code of a rank, or a rank as it was typed."""
    LANGUAGE = "language"
    """Code of a language, or a list of them."""
    POINTS = "points"
    """Hundredths of a point."""
    SHARE = "share"
    """Hundredths of a per cent."""
    MINUTES = "minutes"
    """How long something lasts."""
    MOMENT = "moment"
    """Unix milliseconds."""
    KEPT = "kept"
    """A list of what an approval keeps, as `domain.office.approvals` writes it."""
    PRINTED = "printed"
    """The facts of a certificate, as its signature covers them."""
    CODE = "code"
    """What only a program reads: it is told how long it is."""


_VALUE_TYPES: Mapping[FieldKind, type] = {
    FieldKind.TEXT: str,
    FieldKind.DAY: str,
    FieldKind.KEY: str,
    FieldKind.NUMBER: int,
    FieldKind.FLAG: bool,
    FieldKind.LIST: list,
}


class Field(Struct, frozen=True):
    """One field: its type, what a merge does with it, and how people meet it.

    `target` is the entity that a key points to, `language` that of a text in several. `longest` is the most
    signs that may be typed. `headings` are those of columns in lists that others send, in small letters,
    without punctuation, parted by bars: by them a list's column is recognised and taken into this field.
    """

    kind: FieldKind
    policy: MergePolicy = MergePolicy.PLAIN
    target: str | None = None
    personal: bool = False
    language: str = ""
    shown: ValueFormat = ValueFormat.AS_IS
    longest: int = 300
    headings: str = ""
    most: int = 2**31 - 1
    """The greatest number, up or down, that anybody means: what lies beyond is not shown."""
    typed: bool = False
    """People type it: it stands in its entity's form and card. Their order is that of the table."""
    rare: bool = False
    """Off by default: lists leave it out until told otherwise, forms and cards show it where it is known."""
    apart: bool = False
    """It tells namesakes apart: lists are taken with it although it is rare."""
    writers: Writers | None = None
    """Who may write it, where others may than the rest of its entity."""

    @property
    def least(self) -> int:
        """The smallest number that anybody means."""
        return 0 if self.shown is ValueFormat.CLOCK else -self.most

    @property
    def value_type(self) -> type:
        """What a value must be to stand in the field's column."""
        return _VALUE_TYPES[self.kind]

    def fits(self, value: object) -> bool:
        """Tell whether the field can show a value that is no blank."""
        if self.kind is FieldKind.KEY:
            return isinstance(value, str) and is_key(value)
        if self.kind is FieldKind.NUMBER:
            return type(value) is int and self.least <= value <= self.most
        return type(value) is _VALUE_TYPES[self.kind]


class Entity(Struct, frozen=True):
    """One kind of row. `parents` are key fields without which the row is not shown.

    `together` are fields that are always written in one entry, so that a merge never mixes one
    person's mark with another's minutes.

    `writers` says whose entries count. `home` are the key fields by which a row belongs to a course (or a
    project), itself or by way of other rows. A row's key shows what stands in them: it was made for them
    (`made_key`), or derived from them and from more; `derived` then tells from what, in every way there is.
    """

    fields: Mapping[str, Field]
    parents: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    writers: Writers = Writers.TEAM
    home: tuple[str, ...] = ()
    derived: PartsOf | None = None
    made_too: bool = False
    """Keys are derived where there is a number on the paper, and made where there is none."""
