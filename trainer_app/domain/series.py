"""Which numbers of certificates were given, and why one is missing: no gap stays unexplained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from trainer_app.domain.certificates import CertificateState
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.serials import BLOCK, FIRST_BLOCK, Serial, parse_serial


@dataclass(frozen=True)
class Run:
    """Numbers that were given one after the other, both ends included."""

    first: int
    last: int


@dataclass(frozen=True)
class Series:
    """All numbers of one laptop and year, as known here.

    `runs` is one, and one more for each copy of the laptop that counts in a block of its own. `void` and
    `replaced` are numbers that stand in the register and hold no longer; `taken_back` those whose issue was
    undone; `missing` those that this computer knows nothing of.
    """

    office: str
    year: int
    device: str
    given: int
    runs: tuple[Run, ...]
    void: tuple[int, ...] = ()
    replaced: tuple[int, ...] = ()
    taken_back: tuple[int, ...] = ()
    missing: tuple[Run, ...] = field(default=())

    @property
    def name(self) -> str:
        """How all its numbers begin: "DSH-2018-K7"."""
        return f"{self.office}-{self.year}-{self.device}"


def count_series(known: Iterable[tuple[str, CertificateState]], taken_back: Iterable[str]) -> list[Series]:
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


def series_words(series: Series) -> list[Label]:
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


def _all(runs: Iterable[Run]) -> str:
    return ", ".join(
        f"{run.first:05}" if run.first == run.last else f"{run.first:05}–{run.last:05}" for run in runs
    )


def _series(place: tuple[str, int, str], states: dict[int, CertificateState | None]) -> Series:
    numbers = sorted(states)
    runs = _runs(numbers)
    missing = [gap for run in runs for gap in _gaps(run, numbers)]

    def of(state: CertificateState | None) -> tuple[int, ...]:
        return tuple(number for number in numbers if states[number] is state)

    given = sum(state is not None for state in states.values())
    void, replaced = of(CertificateState.VOID), of(CertificateState.REPLACED)
    return Series(*place, given, tuple(runs), void, replaced, of(None), tuple(missing))


def _runs(numbers: Sequence[int]) -> list[Run]:
    """Return where counting began and ended: at 1, and at the start of each block that a copy took."""
    runs: list[Run] = []
    for number in numbers:
        start = number - (number - 1) % BLOCK
        begins = number > FIRST_BLOCK and (not runs or number - runs[-1].last > BLOCK)
        if not runs or begins:
            runs.append(Run(start if begins else 1, number))
        else:
            runs[-1] = Run(runs[-1].first, number)
    return runs


def _gaps(run: Run, numbers: Sequence[int]) -> list[Run]:
    """Return what lies between the numbers of a run."""
    inside = [number for number in numbers if run.first <= number <= run.last]
    before = [run.first - 1, *inside[:-1]]
    return [Run(low + 1, high - 1) for low, high in zip(before, inside, strict=True) if high - low > 1]


def _read(text: str) -> Serial | None:
    try:
        return parse_serial(text)
    except TrainerError:
        return None
