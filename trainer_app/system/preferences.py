"""What a person likes: language, looks, the last places. A small readable file; nothing secret is in it."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self, overload

import msgspec

from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES
from trainer_app.native.disk import Disk, replace_file
from trainer_app.system.files import write_atomically
from trainer_app.system.folders import error_of

_log = logging.getLogger(__name__)


class Preference[T](Setting[T]):
    """A setting in the file of preferences: `preferences.theme` is its value, `Preferences.theme` itself.

    `choices` are all values that it may have, where these are few. One with a `title` (a message code, as is
    `hint`) that is on or off has its row on the Settings screen by that alone.
    """

    def __init__(
        self,
        key: str,
        default: T,
        kind: type[T],
        *,
        choices: tuple[T, ...] = (),
        title: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(key, default, kind)
        self.choices = choices
        self.title = title
        self.hint = hint

    @overload
    def __get__(self, preferences: None, owner: type) -> Self: ...

    @overload
    def __get__(self, preferences: "Preferences", owner: type) -> T: ...

    def __get__(self, preferences: "Preferences | None", owner: type) -> Self | T:
        """Return the value in some preferences; of the class, the preference itself."""
        return self if preferences is None else preferences.value_of(self)

    def checked(self, value: object) -> T:
        """Return a value from a file. Raises msgspec.ValidationError for one of another kind."""
        found = msgspec.convert(value, self.kind)
        if self.choices and found not in self.choices:
            raise msgspec.ValidationError(f"{self.key} has no choice {found!r}")
        return found


class Preferences:
    """The values of all preferences. They never change: `changed` returns others, to be kept by `save`."""

    language = Preference("language", DEFAULT, str, choices=tuple(LANGUAGES))
    theme = Preference("theme", "system", str, choices=("system", "light", "dark"))
    text_size = Preference("text_size", 100, int, choices=(90, 100, 115, 130, 150))
    """How large everything is shown, in per cent of what the system says."""
    lock_minutes = Preference("lock_minutes", 15, int)
    """Minutes without a key or a click after which the program locks itself; 0 for never."""
    export_folder = Preference("export_folder", "", str)
    """Where the last bundle was written."""
    backup_folder = Preference("backup_folder", "", str)
    """Where the last backup was written."""
    folders = Preference("folders", {}, dict[str, str])
    """Where something was chosen or saved last, by what it was for."""
    last_course = Preference("last_course", "", str)
    """Key of the course opened last."""
    window = Preference("window", "", str)
    """Place and size of the window, base64 as Qt gives it."""
    paper_language = Preference("paper_language", "", str)
    """In which language papers were printed last; "" for that of the window."""
    columns = Preference("columns", {}, dict[str, dict[str, int]])
    """Widths that somebody gave to columns, in pixels, by the tables' and the columns' names."""
    narrow_rail = Preference("narrow_rail", False, bool)
    """Whether the navigation shows icons only."""
    printer = Preference("printer", "", str)
    """Which printer was used last; "" for that of the system."""
    goes_on = Preference("goes_on", True, bool)
    """Whether the keyboard goes on to the next person once somebody of a session is marked by a key."""
    cards_folded = Preference("cards_folded", False, bool)
    """Whether the cards beside the people of a session are hidden."""
    tour_mark = Preference("tour_mark", "", str)
    """Where the first-day tour began, as `actions.today.tour` writes it; "" for never."""
    tour_done = Preference("tour_done", "", str)
    """Which steps of the tour were done, parted by blanks."""
    tour_open = Preference("tour_open", False, bool)
    """Whether the tour is shown."""
    tour_offered = Preference("tour_offered", False, bool)
    """Whether somebody has said that the tour, which a practice course offers, is wanted or not."""
    alone = Preference("alone", False, bool)
    """Whether somebody said that this laptop needs no office: Today does not speak of joining one then."""
    sounds = Preference("sounds", True, bool, title="preference.sounds", hint="preference.sounds_hint")
    """Whether a scanned badge is heard."""

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self._values: dict[str, Any] = {each.key: each.default for each in self.declared()} | dict(
            values or {}
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Preferences) and self.values() == other.values()

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def declared(cls) -> tuple[Preference[Any], ...]:
        """Return every preference, in the order of the file."""
        return tuple(each for each in vars(cls).values() if isinstance(each, Preference))

    def values(self) -> dict[str, object]:
        """Return all values by their keys, as the file has them."""
        return dict(self._values)

    def value_of[T](self, preference: Preference[T]) -> T:
        """Return the value of a preference."""
        value: T = self._values[preference.key]
        return value

    def changed[T](self, preference: Preference[T], value: T) -> "Preferences":
        """Return preferences that differ in one value."""
        return Preferences({**self._values, preference.key: value})


def load(path: Path) -> Preferences:
    """Read the preferences; a missing file gives the defaults.

    A damaged one too, after it was set aside as NAME.damaged: a program that refuses to start over its looks
    helps nobody. Members of a newer program are ignored. A file that cannot be read raises `TrainerError`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Preferences()
    except OSError as error:
        raise error_of(error, path.name) from error
    try:
        found = msgspec.json.decode(data, type=dict[str, Any])
        known = [each for each in Preferences.declared() if each.key in found]
        return Preferences({each.key: each.checked(found[each.key]) for each in known})
    except msgspec.MsgspecError:
        aside = path.with_name(path.name + ".damaged")
        _log.warning("preferences are damaged and were set aside as %s", aside.name)
        try:
            replace_file(path, aside)
        except OSError as error:
            raise error_of(error, path.name) from error
        return Preferences()


def save(path: Path, preferences: Preferences, *, disk: Disk | None = None) -> None:
    """Write the preferences; the old ones stay when that fails."""
    data = msgspec.json.format(msgspec.json.encode(preferences.values()), indent=2)
    write_atomically(path, data + b"\n", disk=disk)
