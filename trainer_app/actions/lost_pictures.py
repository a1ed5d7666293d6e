"""Certificates whose logos or scanned signatures are not on this computer: printed, and signed by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trainer_app.actions import templates
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import Certificate


@dataclass(frozen=True)
class LostPictures:
    """What some certificates show that is not here: whose signatures (names as printed), if logos."""

    signers: tuple[str, ...] = ()
    logos: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is not here."""
        return bool(self.signers) or self.logos


def find_lost(work: Workplace, issued: Sequence[Certificate]) -> LostPictures:
    """Return what is frozen into certificates and is not on this computer."""
    here = templates.pictures_for(work, issued)
    signers = dict.fromkeys(
        signatory.name
        for found in issued
        for signatory, picture in zip(found.facts.signatories, found.facts.signatures, strict=False)
        if picture and picture not in here
    )
    logos = any(name and name not in here for found in issued for name in found.facts.logos)
    return LostPictures(tuple(signers), logos)


def leave_out(work: Workplace, issued: Sequence[Certificate]) -> list[Certificate]:
    """Return the same certificates as they can be printed here: no logo, and an empty line to sign on.

    What is kept does not change: where the pictures are, the whole certificate is printed.
    """
    here = templates.pictures_for(work, issued)

    def known(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name if name in here else "" for name in names)

    return [
        replace(
            found,
            facts=replace(
                found.facts, logos=known(found.facts.logos), signatures=known(found.facts.signatures)
            ),
        )
        for found in issued
    ]
