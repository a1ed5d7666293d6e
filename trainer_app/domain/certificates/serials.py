"""Serials of certificates (`DSH-2018-K7-00042-98`), and the account of which were given or are missing.

Office (2 to 4 letters), year, device, counter (5 digits) and two check digits: ISO 7064 MOD 97-10 over the
alphanumerics before them (letters count 10 to 35).

A device's code is K7, K07 or KD07 in form; a laptop that no office has named makes a code of six characters
(XKD123) from its key. The check depends on these forms: of each length there is one form, so every position
takes either letters or digits. With any mixture allowed, a letter read as a digit can pass MOD 97-10 ("B1"
and "1B" even give the same number); with this form no single error and no adjacent transposition passes.

The account leaves no gap unexplained: every number up to the last one given was issued, voided, replaced,
taken back, or is reported as missing.

A certificate's PDF is called by its serial, a paper with several by their courses (`certificates_name`).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.settings import SettingOfEach
from trainer_app.domain.base.text_search import latin_keys
from trainer_app.domain.base.texts import DEFAULT, PaperName, fill, word
from trainer_app.domain.certificates.certificates import Certificate, CertificateState

MAX_COUNTER = 99_999
FIRST_BLOCK, BLOCK = 10_000, 100
"""Copies of a laptop count on behind a multiple of `BLOCK`, from `FIRST_BLOCK`."""

ALONE = "OWN"
"""Stands for the office's code in the serials of a laptop that has no office."""

LAST_SERIAL = SettingOfEach("last_serial", 0, int)
"""The last number given: of each office, year and laptop."""
_OFFICE = r"[A-Z]{2,4}"
_DEVICE = r"[A-Z][0-9]{1,2}|[A-Z]{2}[0-9]{2}|[A-Z]{3}[0-9]{3}"
_OFFICE_FORM = regex(_OFFICE)
_DEVICE_FORM = regex(_DEVICE)
_SERIAL_FORM = regex(rf"({_OFFICE})-?([0-9]{{4}})-?({_DEVICE})-?([0-9]{{5}})-?([0-9]{{2}})")

# Letters of a Tajik or Russian keyboard that look like the Latin ones, and dashes that word processors make.
_TYPED = str.maketrans("АВЕКМНОРСТХУЈІЅ‐‑‒–—−", "ABEKMHOPCTXYJIS------")


class Serial(Struct, frozen=True):
    """The parts of a serial whose check digits are right."""

    office: str
    year: int
    device: str
    counter: int

    @property
    def check(self) -> str:
        """The two check digits."""
        digits = "".join(str(int(sign, 36)) for sign in self._stem if sign != "-")
        return f"{98 - int(digits) * 100 % 97:02d}"

    @property
    def text(self) -> str:
        """The serial as it is printed."""
        return f"{self._stem}-{self.check}"

    @property
    def _stem(self) -> str:
        return f"{self.office}-{self.year:04d}-{self.device}-{self.counter:05d}"


_NOT_IN_NAMES = regex(r"[^\w.-]+")
_MOST_CODES = 4
"""Courses that name a file."""


def pdf_name(serial: str) -> str:
    """Return the file name of a certificate's PDF."""
    return f"{serial}.pdf"


def certificates_name(batch: Sequence[Certificate], language: str) -> PaperName:
    """Return what a paper with one certificate or several is called."""
    facts = batch[0].facts
    if len(batch) == 1:
        return PaperName(f"{facts.serial} · {facts.name}", pdf_name(facts.serial))
    codes = list(dict.fromkeys(each.facts.course_code for each in batch))
    file = "-".join(_NOT_IN_NAMES.sub("-", code) for code in codes[:_MOST_CODES])
    return PaperName(
        f"{word('paper.title.certificates', language)}: {', '.join(codes)}", f"certificates-{file}.pdf"
    )


def is_office_code(text: str) -> bool:
    """Tell whether a text can be an office's code: 2 to 4 capital Latin letters."""
    return _OFFICE_FORM.fullmatch(text) is not None


def is_device_code(text: str) -> bool:
    """Tell whether a text can be a device's code: K7, K07, KD07 or XKD123."""
    return _DEVICE_FORM.fullmatch(text) is not None


def own_device_code(key_id: bytes) -> str:
    """Return the code of a laptop that no office has named: X, two letters, three digits, from its key's id.

    The same id always gives the same code; two laptops meet in one of 676,000.
    """
    number, digits = divmod(int.from_bytes(key_id), 1000)
    letters = number % 676
    return f"X{chr(65 + letters // 26)}{chr(65 + letters % 26)}{digits:03d}"


def block_of(replica: str, former: int = 0) -> int:
    """Return the number after which a copy of a laptop counts on, from the id it took: 10,000 to 98,900.

    The copy bears the code of the laptop it was made of, and neither can ask the other. 890 blocks of a
    hundred numbers keep the two apart; if they meet all the same, the office has both in Review. The end of
    the id differs from copy to copy; its beginning is the laptop's key. `former` is the block until now.
    """
    blocks = (MAX_COUNTER + 1 - FIRST_BLOCK) // BLOCK - 10
    place = int(replica[-8:], 16) % blocks
    if FIRST_BLOCK + place * BLOCK == former:
        place = (place + 1) % blocks
    return FIRST_BLOCK + place * BLOCK


def last_given(counters: Iterable[int], after: int) -> int:
    """Return the number after which a laptop goes on, where these bear its code in a year.

    `after` is 0, or where the block of a copy begins. Numbers in the blocks of other copies, beyond a gap,
    are theirs to go on with.
    """
    last = after
    for counter in sorted(counters):
        if last < counter and (counter <= FIRST_BLOCK or counter - last <= BLOCK):
            last = counter
    return last


def tidy_code(text: str) -> str:
    """Return an office's or a device's code as typed, in capital Latin letters: " к7" -> "K7"."""
    return "".join(text.upper().translate(_TYPED).split())


def readings(text: str) -> tuple[str, ...]:
    """Return what a typed number may have been meant as: as it stands, and by its keys on a Latin layout.

    Numbers are typed while a Cyrillic layout is on: "ВЫР" for "DSH". Without a digit that is rather a name.
    """
    if not any(map(str.isdigit, text)):
        return (text,)
    return tuple(dict.fromkeys((text, latin_keys(text))))


def make_serial(office: str, year: int, device: str, counter: int) -> str:
    """Return the serial of one certificate. Counters run from 1 per office, year and device.

    Raises `TrainerError` "serials.bad_office", "serials.bad_device", "serials.bad_year", or
    "serials.no_number_left" outside 1 to 99,999.
    """
    if not is_office_code(office):
        raise TrainerError("serials.bad_office", office=office)
    if not is_device_code(device):
        raise TrainerError("serials.bad_device", device=device)
    if not 1 <= year <= 9999:
        raise TrainerError("serials.bad_year", year=year)
    if not 1 <= counter <= MAX_COUNTER:
        raise TrainerError("serials.no_number_left", device=device, year=year, counter=counter)
    return Serial(office, year, device, counter).text


def parse_serial(text: str) -> Serial:
    """Read a serial as people type it: small letters, blanks, other dashes or none, Cyrillic look-alikes.

    Raises `TrainerError` "serials.not_a_serial" for another form and "serials.wrong_check" when the check
    digits do not fit.
    """
    found = _SERIAL_FORM.fullmatch(tidy_code(text))
    if found is None:
        raise TrainerError("serials.not_a_serial", text=text)
    office, year, device, counter, check = found.groups()
    serial = Serial(office, int(year), device, int(counter))
    if serial.check != check:
        raise TrainerError("serials.wrong_check", text=text)
    return serial


def is_serial(text: str) -> bool:
    """Tell whether a text is exactly a serial as printed, check digits included."""
    try:
        return parse_serial(text).text == text
    except TrainerError:
        return False


def device_of(text: str) -> str:
    """Return the device's code in a serial, "" for what is none."""
    found = _read(text)
    return found.device if found else ""


class SerialRange(Struct, frozen=True):
    """Numbers that were given one after the other, both ends included."""

    first: int
    last: int


class SerialAccount(Struct, frozen=True):
    """All numbers of one laptop and year, as known here.

    `runs` is one, and one more for each copy of the laptop that counts in a block of its own. `void` and
    `replaced` are numbers that stand in the register and hold no longer; `taken_back` those whose issue was
    undone; `missing` those that this computer knows nothing of.
    """

    office: str
    year: int
    device: str
    given: int
    runs: tuple[SerialRange, ...]
    void: tuple[int, ...] = ()
    replaced: tuple[int, ...] = ()
    taken_back: tuple[int, ...] = ()
    missing: tuple[SerialRange, ...] = field(default=())

    @property
    def name(self) -> str:
        """How all its numbers begin: "DSH-2018-K7"."""
        return f"{self.office}-{self.year}-{self.device}"


def count_series(
    known: Iterable[tuple[str, CertificateState]], taken_back: Iterable[str]
) -> list[SerialAccount]:
    """Return the series of the serials known here, by name. What is no serial of ours is left out."""
    groups: dict[tuple[str, int, str], dict[int, CertificateState | None]] = {}
    told: list[tuple[str, CertificateState | None]] = [(text, None) for text in taken_back]
    # The register comes last: of a number that was taken back on one side and kept on another it knows more.
    for text, state in [*told, *known]:
        serial = _read(text)
        if serial is not None:
            group = groups.setdefault((serial.office, serial.year, serial.device), {})
            group[serial.counter] = state
    return [_series(place, groups[place]) for place in sorted(groups)]


def series_words(series: SerialAccount) -> list[Label]:
    """Return what became of the numbers of a series, one sentence each: "00001–00012: 12 certificates"."""
    told = [Label("certificate.numbers.given", {"numbers": _all(series.runs), "count": series.given})]
    copies = [run for run in series.runs if run.first > FIRST_BLOCK]
    if copies:
        told.append(Label("certificate.numbers.copy", {"numbers": _all(copies)}))
    for name, numbers in (
        ("void", series.void),
        ("replaced", series.replaced),
        ("taken_back", series.taken_back),
    ):
        if numbers:
            listed = ", ".join(f"{number:05}" for number in numbers)
            told.append(Label(f"certificate.numbers.{name}", {"numbers": listed}))
    if series.missing:
        told.append(Label("certificate.numbers.missing", {"numbers": _all(series.missing)}))
    return told


def _all(runs: Iterable[SerialRange]) -> str:
    return ", ".join(
        f"{run.first:05}" if run.first == run.last else f"{run.first:05}–{run.last:05}" for run in runs
    )


def _series(place: tuple[str, int, str], states: dict[int, CertificateState | None]) -> SerialAccount:
    numbers = sorted(states)
    runs = _runs(numbers)
    missing = [gap for run in runs for gap in _gaps(run, numbers)]

    def of(state: CertificateState | None) -> tuple[int, ...]:
        return tuple(number for number in numbers if states[number] is state)

    given = sum(state is not None for state in states.values())
    void, replaced = of(CertificateState.VOID), of(CertificateState.REPLACED)
    return SerialAccount(*place, given, tuple(runs), void, replaced, of(None), tuple(missing))


def _runs(numbers: Sequence[int]) -> list[SerialRange]:
    """Return where counting began and ended: at 1, and at the start of each block that a copy took."""
    runs: list[SerialRange] = []
    for number in numbers:
        start = number - (number - 1) % BLOCK
        begins = number > FIRST_BLOCK and (not runs or number - runs[-1].last > BLOCK)
        if not runs or begins:
            runs.append(SerialRange(start if begins else 1, number))
        else:
            runs[-1] = SerialRange(runs[-1].first, number)
    return runs


def _gaps(run: SerialRange, numbers: Sequence[int]) -> list[SerialRange]:
    """Return what lies between the numbers of a run."""
    inside = [number for number in numbers if run.first <= number <= run.last]
    before = [run.first - 1, *inside[:-1]]
    return [
        SerialRange(low + 1, high - 1) for low, high in zip(before, inside, strict=True) if high - low > 1
    ]


def _read(text: str) -> Serial | None:
    try:
        return parse_serial(text)
    except TrainerError:
        return None


def looks_like_serial(text: str) -> bool:
    """Tell whether a text is meant as a serial number, also one that was mistyped."""
    try:
        parse_serial(text)
    except TrainerError as error:
        return error.code == "serials.wrong_check"
    return True


_PLACE = regex(r"(?:№|No\.)\s(\d+)")


def place_of(number: int, language: str = DEFAULT) -> str:
    """Return how a draft names a participant where the serial will stand: "№ 14", "No. 14"."""
    return fill("list.one", language, {"number": number})


def number_of_draft(serial: str) -> str:
    """Return the number on the list that a draft has in the place of its serial; "" for a serial."""
    found = _PLACE.fullmatch(serial)
    return found[1] if found else ""


def said_of_draft(label: Label) -> Label:
    """Return a warning about a draft with the number on the list in the words of whoever reads it."""
    number = number_of_draft(str(label.values["serial"]))
    place = {"serial": Label("list.one", {"number": int(number)})} if number else {}
    return Label(label.code, {**label.values, **place})
