"""Which of the newest steps belong together, so that one Ctrl+Z takes back "L 1 5" as a whole."""


class StepRuns:
    """Counts steps in runs. Unknown steps (made elsewhere, or before this start) are runs of one."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []

    def add(self, *, joins: bool) -> None:
        """Note a new step; `joins` continues the newest run."""
        if joins and self._done and not self._undone:
            self._done[-1] += 1
        else:
            self._done.append(1)
        self._undone.clear()

    def next_undo(self) -> int:
        """Return how many steps one undo takes back."""
        return self._done[-1] if self._done else 1

    def next_redo(self) -> int:
        """Return how many steps one redo does again."""
        return self._undone[-1] if self._undone else 1

    def undone(self) -> None:
        """Note that the newest run was taken back."""
        self._undone.append(self._done.pop() if self._done else 1)

    def redone(self) -> None:
        """Note that the run undone last was done again."""
        self._done.append(self._undone.pop() if self._undone else 1)

    def forget(self) -> None:
        """Know nothing any more: something else wrote, or a run was taken back only in part."""
        self._done.clear()
        self._undone.clear()
