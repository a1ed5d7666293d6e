"""What each result of a check means, and what to do: words, a colour and a drawing, never colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from trainer_app.domain.certificates import CheckResult

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


def words(result: CheckResult) -> tuple[str, str, str]:
    """Return a result in a few words, what it means, and what to do."""
    return {
        CheckResult.VALID_CONFIRMED: (
            translate("CheckResult", "Valid"),
            translate("CheckResult", "The signature is right, and it stands in the office's register."),
            translate("CheckResult", "Compare the name and the course below with the paper."),
        ),
        CheckResult.VALID_UNCONFIRMED: (
            translate("CheckResult", "Valid, not yet confirmed by the office"),
            translate("CheckResult", "The signature is right. Whether the office has it is not known here."),
            translate(
                "CheckResult",
                "Compare it with the paper. If much depends on it, ask the office.",
            ),
        ),
        CheckResult.REVOKED: (
            translate("CheckResult", "Declared void"),
            translate("CheckResult", "It was issued properly, and later declared void."),
            translate("CheckResult", "Do not accept it. The office can tell why, by its number."),
        ),
        CheckResult.REPLACED: (
            translate("CheckResult", "Replaced by a newer one"),
            translate(
                "CheckResult",
                "It was issued properly; since then a corrected one has taken its place.",
            ),
            translate("CheckResult", "Ask for the newer paper: it names this number."),
        ),
        CheckResult.UNKNOWN_ISSUER: (
            translate("CheckResult", "Issuer unknown"),
            translate("CheckResult", "The code is whole, but this computer does not know whoever signed it."),
            translate("CheckResult", "Take in the newest file of the office, or ask the organiser."),
        ),
        CheckResult.ALTERED: (
            translate("CheckResult", "Altered, or read wrongly"),
            translate("CheckResult", "Code and signature do not fit: it was changed, or not read whole."),
            translate("CheckResult", "Scan the original once more. If it stays so, do not accept it."),
        ),
        CheckResult.KEY_REVOKED: (
            translate("CheckResult", "Signed with a withdrawn key"),
            translate(
                "CheckResult",
                "It is dated after the office withdrew the key of that laptop.",
            ),
            translate("CheckResult", "Do not accept it before the office has confirmed this number."),
        ),
    }[result]
