"""Texts of a template with placeholders: "[{town}, ]{days}[ · {hours}]".

A placeholder in braces is filled from the values. What stands in square brackets falls away when a
placeholder in it is empty; when one outside of brackets is empty, the whole text is. So a course
without a town prints its days, and no stray comma.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"\{([a-z_]*)\}|([\[\]{}])|([^\[\]{}]+)")


class PhraseError(ValueError):
    """A text that cannot be read; the message is for whoever writes templates."""


@dataclass(frozen=True)
class _Piece:
    """A run of literals and placeholders that stands or falls as one."""

    parts: tuple[tuple[str, bool], ...]

    def fill(self, values: Mapping[str, str]) -> str | None:
        """Return the text, or None when a placeholder is empty."""
        filled = [values[text] if named else text for text, named in self.parts]
        return "".join(filled) if all(filled) else None


@dataclass(frozen=True)
class Phrase:
    """A text read once. `names` are its placeholders."""

    pieces: tuple[tuple[_Piece, bool], ...]
    names: frozenset[str]

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the text for some values, "" when a placeholder that it cannot do without is empty."""
        texts: list[str] = []
        for piece, optional in self.pieces:
            text = piece.fill(values)
            if text is None and not optional:
                return ""
            texts.append(text or "")
        return "".join(texts).strip()


def read(text: str) -> Phrase:
    """Read a text. Raises `PhraseError` for brackets that do not match."""
    pieces: list[tuple[_Piece, bool]] = []
    parts: list[tuple[str, bool]] = []
    names: set[str] = set()
    inside = False
    for match in _TOKEN.finditer(text):
        name, sign, literal = match.groups()
        if name:
            names.add(name)
            parts.append((name, True))
        elif literal:
            parts.append((literal, False))
        elif sign in ("[", "]") and (sign == "]") == inside:
            pieces.append((_Piece(tuple(parts)), inside))
            parts, inside = [], not inside
        else:
            raise PhraseError(f"a bracket does not match in {text!r}")
    if inside:
        raise PhraseError(f"a bracket is not closed in {text!r}")
    pieces.append((_Piece(tuple(parts)), False))
    return Phrase(tuple(piece for piece in pieces if piece[0].parts), frozenset(names))
