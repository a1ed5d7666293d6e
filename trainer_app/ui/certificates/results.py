"""What each result of a check means, and what to do: words, a colour and a drawing, never colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.certificates import CheckResult
from trainer_app.system.messages import text

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Look:
    """How a result looks: a drawing, the role of its title, the tokens of its field and of the drawing."""

    icon: str
    role: str
    fill: str
    ink: str


_GOOD, _DUE, _BAD = (
    ("good_title", "present_soft", "present"),
    ("due_title", "late_soft", "late"),
    ("bad_title", "absent_soft", "absent_text"),
)
LOOKS = {
    CheckResult.VALID_CONFIRMED: Look("okcircle", *_GOOD),
    CheckResult.VALID_UNCONFIRMED: Look("check", *_GOOD),
    CheckResult.REPLACED: Look("history", *_DUE),
    CheckResult.UNKNOWN_ISSUER: Look("ask", *_DUE),
    CheckResult.REVOKED: Look("close", *_BAD),
    CheckResult.ALTERED: Look("alert", *_BAD),
    CheckResult.KEY_REVOKED: Look("key", *_BAD),
}
NOT_CHECKED = Look("info", "due_title", "late_soft", "late")


def words(result: CheckResult, language: str) -> tuple[str, str, str]:
    """Return a result in a few words, those of the command line too, what it means, and what to do."""
    return (text(f"certificate.check.{result.value}", language), *_explained(result))


def _explained(result: CheckResult) -> tuple[str, str]:
    return {
        CheckResult.VALID_CONFIRMED: (
            translate("CheckResult", "The signature is right, and it stands in the office's register."),
            translate("CheckResult", "Compare the name and the course below with the paper."),
        ),
        CheckResult.VALID_UNCONFIRMED: (
            translate("CheckResult", "The signature is right. Whether the office has it is not known here."),
            translate(
                "CheckResult",
                "Compare it with the paper. If much depends on it, ask the office.",
            ),
        ),
        CheckResult.REVOKED: (
            translate("CheckResult", "It was issued properly, and later declared void."),
            translate("CheckResult", "Do not accept it. The office can tell why, by its number."),
        ),
        CheckResult.REPLACED: (
            translate(
                "CheckResult",
                "It was issued properly; since then a corrected one has taken its place.",
            ),
            translate("CheckResult", "Ask for the newer paper: it names this number."),
        ),
        CheckResult.UNKNOWN_ISSUER: (
            translate("CheckResult", "The code is whole, but this computer does not know whoever signed it."),
            translate("CheckResult", "Take in the newest file of the office, or ask the organiser."),
        ),
        CheckResult.ALTERED: (
            translate("CheckResult", "Code and signature do not fit: it was changed, or not read whole."),
            translate("CheckResult", "Scan the original once more. If it stays so, do not accept it."),
        ),
        CheckResult.KEY_REVOKED: (
            translate(
                "CheckResult",
                "It is dated after the office withdrew the key of that laptop.",
            ),
            translate("CheckResult", "Do not accept it before the office has confirmed this number."),
        ),
    }[result]
