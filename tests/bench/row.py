"""One line of the benchmark: a value, and how it stands to a named baseline in the same run."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time


@dataclass(frozen=True)
class BenchRow:
    """`ratio` is value / base, or for `faster` rows base / value; `target` is its limit.

    `higher` says that a greater ratio is better (times as fast), else that a smaller one is (times as long).
    `skipped` says why there is no baseline to compare with; then nothing is claimed.
    """

    name: str
    value: float
    unit: str
    baseline: str
    base: float
    target: float
    higher: bool = False
    skipped: str = ""

    @property
    def ratio(self) -> float:
        """How the value stands to its baseline."""
        return self.value / self.base if self.base else 0.0

    @property
    def ok(self) -> bool:
        """Tell whether the target is reached."""
        return self.ratio >= self.target if self.higher else self.ratio <= self.target

    def document(self) -> dict[str, object]:
        """Return the row as JSON. One that is skipped has the same names, without ratio and verdict."""
        if self.skipped:
            measured = {"value": round(self.value, 6), "unit": self.unit, "baseline": self.baseline}
            unknown = {"ratio": None, "target": self.target, "ok": None}
            return {"name": self.name, **measured, **unknown, "skipped": self.skipped}
        return {
            "name": self.name,
            "value": round(self.value, 6),
            "unit": self.unit,
            "baseline": self.baseline,
            "ratio": round(self.ratio, 3),
            "target": self.target,
            "ok": self.ok,
        }

    def line(self) -> str:
        """Return the row for people."""
        if self.skipped:
            return f"--  {self.name:<44} {self.baseline}: {self.skipped}"
        sign = ">=" if self.higher else "<="
        state = "ok" if self.ok else "NOT"
        return (
            f"{state:<3} {self.name:<44} {self.value:12.4f} {self.unit:<8} "
            f"{self.ratio:8.2f} x {self.baseline} (target {sign} {self.target})"
        )


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call took."""
    start = perf_counter()
    work()
    return perf_counter() - start


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return how long the processor was busy with one call: for work that waits for nothing but its turn."""
    tidy()
    start = process_time()
    work()
    return process_time() - start


def tidy() -> None:
    """Leave nothing over from before, and let what is there now not be looked through again.

    With all the modules of a run of the tests, that would take far longer than what is measured. Only `rows`
    lets the collector look through everything again: tests leave out of its searches what is there anyway.
    """
    gc.collect()
    gc.freeze()
