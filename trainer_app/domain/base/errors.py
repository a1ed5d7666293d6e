"""The errors that a user can cause or meet.

They carry a stable code and values; the text in Tajik, Russian and English is looked up by code in
`resources/i18n/messages` by whoever shows it. Values never hold names of people.
"""


class TrainerError(Exception):
    """Something was refused. `code` is stable, in lower snake case; `values` fill the text."""

    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}({details})"


class Cancelled(TrainerError):
    """The person stopped a long work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("cancelled")
