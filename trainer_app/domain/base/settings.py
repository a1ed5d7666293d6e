"""Settings: what a computer keeps beside its journal. They never travel, and no step of undo touches them.

A setting is declared once, as an object, in the area that it belongs to, and read and written by that object:

    NEWEST_PACK = Setting("newest_pack", 0, int)
    if wall > work.store.setting(NEWEST_PACK): work.store.change_setting(NEWEST_PACK, wall)

The keys and the texts below them are a format: a database of any version has them.
"""

import copy
import functools

import msgspec

KEYS_OF_DESK: set[str] = set()
"""The keys of all settings of a computer that are declared in what was imported."""


class Setting[T]:
    """One setting: its key, its value where nothing is kept, and the type of its values.

    A text is kept as it is, a number in digits, a yes as "1", everything else as JSON; "" is the default.
    `of_desk` tells that it is about this computer: of several that work on one server each has its own,
    beside the data that they share.
    """

    def __init__(self, key: str, default: T, kind: type[T], *, of_desk: bool = False) -> None:
        self.key = key
        self.default = default
        self.kind = kind
        self.of_desk = of_desk
        if of_desk:
            KEYS_OF_DESK.add(key)

    def __repr__(self) -> str:
        return f"Setting({self.key!r})"

    def read(self, text: str) -> T:
        """Return the value that a text stands for; a collection is the caller's own."""
        if not text:
            return copy.copy(self.default)
        if self._is_plain:
            return self.kind(text)  # type: ignore[call-arg]
        return self._decoder.decode(text)

    def text_of(self, value: T) -> str:
        """Return how a value is kept."""
        if value is None or value is False:
            return ""
        if self._is_plain:
            return "1" if value is True else str(value)
        return msgspec.json.encode(sorted(value) if isinstance(value, frozenset) else value).decode()

    @property
    def _is_plain(self) -> bool:
        return self.kind in (str, int, bool)

    @functools.cached_property
    def _decoder(self) -> msgspec.json.Decoder[T]:
        return msgspec.json.Decoder(self.kind)


class SettingOfEach[T]:
    """A setting that there is once for each course, sitting or year: `OUT_OF.of(course, occasion)`."""

    def __init__(self, key: str, default: T, kind: type[T]) -> None:
        self.key = key
        self.default = default
        self.kind = kind

    def of(self, *parts: object) -> Setting[T]:
        """Return the one of somebody or something."""
        return Setting(".".join((self.key, *map(str, parts))), self.default, self.kind)


ROLE = Setting("role", "trainer", str, of_desk=True)
"""What this computer is for: a word of `workplace.Role`."""
USER = Setting("user", "", str, of_desk=True)
"""The name that stands in every entry."""
DEVICE_CODE = Setting("device_code", "", str, of_desk=True)
"""The code that the office gave this laptop; "" before that."""
OFFICE_CODE = Setting("office_code", "", str)
DEVICE_KEYS = Setting("device_keys", "", str, of_desk=True)
"""This computer's keys, as `DeviceKeys.to_json` writes them."""
OFFICE_KEYS = Setting("office_keys", "", str)
"""The office's keys, as `OfficeKeys.to_json` writes them; "" on a trainer's laptop."""
TRUST = Setting[tuple[str, str] | None]("trust", None, tuple[str, str])
"""The trust list as it was signed, and its signature, both in base64; None without an office."""
ROOTS = Setting("roots", [], list[bytes])
"""The public root keys of the trust list that this computer met first."""
RECOVERY_SLOT = Setting[tuple[str, str] | None]("recovery_slot", None, tuple[str, str], of_desk=True)
"""For whom the vault's recovery slot is sealed, and its hash; None where no paper opens this data."""
RESTORED = Setting("restored_here", False, bool, of_desk=True)
"""Set in a database that was put back by this program, which knows every serial that was given since."""
SERIALS_AFTER = Setting("serials_after", 0, int, of_desk=True)
"""The number after which this laptop counts its certificates; 0, or the block of a copy."""
KEY_DUE = Setting("key_due", False, bool, of_desk=True)
"""Set while the data must get a new key as soon as somebody types the passphrase."""
SLOTS = SettingOfEach("slot", "", str)
"""On the office's server, of each of its people: the slot that every desk's vault takes over."""
KEEPER = "keeper"
"""Beside them, once its password was changed: the whole address of whoever set the server up, sealed."""
MOVED_TO = Setting("moved_to", "", str)
"""In a file that is kept but no more worked in: the server on which its data are, without the password."""
SHEETS_LEFT_OUT = Setting("sheets_left_out", 0, int)
"""In a copy of the database: how many whole anonymous sheets waited then, and are not in it."""
SCHEMA_FINGERPRINT = Setting("projection", "", str)
"""The fingerprint of the schema by which the tables were made."""
