"""Typing a participant's number goes there, digit by digit."""

from collections.abc import Sequence


class NumberJump:
    """Collects digits as long as some number begins with them; then a new number begins."""

    def __init__(self) -> None:
        self.typed = ""

    def type(self, digit: int, numbers: Sequence[int]) -> int | None:
        """Add a digit; return the place of the number typed so far, None where there is no such number."""
        longer = f"{self.typed}{digit}"
        known = any(str(number).startswith(longer) for number in numbers)
        self.typed = longer if known else str(digit)
        return next((at for at, number in enumerate(numbers) if str(number) == self.typed), None)

    def forget(self) -> None:
        """Begin a new number with the next digit."""
        self.typed = ""
