"""What a fault run found, one line of the table each."""

from dataclasses import dataclass, field


@dataclass
class Result:
    """How often a fault was injected, how often it struck, and what went wrong: nothing, if all is well.

    `wanted` is the number stated for the run; fewer is a failure. `struck` counts runs in which the fault
    came into the work rather than before or after it.
    """

    fault: str
    wanted: int
    executed: int = 0
    struck: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Tell whether enough was executed and nothing went wrong."""
        return self.executed >= self.wanted and self.struck > 0 and not self.problems

    def line(self) -> str:
        """Return the line of the table."""
        state = "ok" if self.ok else "FAILED"
        found = f"{self.executed:>8} {self.wanted:>8} {self.struck:>8} {len(self.problems):>9}"
        return f"{self.fault:<44} {found}  {state}"


HEAD = f"{'fault':<44} {'executed':>8} {'stated':>8} {'struck':>8} {'problems':>9}"
