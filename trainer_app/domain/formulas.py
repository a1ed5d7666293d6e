"""Texts that a spreadsheet would calculate: `=cmd|' /C calc'!A0` among the names of a list.

Such a text in a list from outside is either a slip or an attack on the next spreadsheet that shows it. A name
never begins with "=". It may have a dash or a plus before it, as a list's bullet or a tick, and "@" before a
nickname: then only what follows tells a formula from a name.
"""

import re

# Blanks, and the quote that marks a cell as text.
_BEFORE = " \t\r\n'\"`"
_ALWAYS = ("=", "＝")
_SOMETIMES = re.compile(r"[+\-@＋－＠]")
_FORMULA_SIGNS = re.compile(
    r"[|!^=]"  # cmd|'/C calc'!A0, another sheet's cells, a power, a comparison
    r"|[A-Za-zА-яЁё]\((?![^\W\d_][^\d()+*/\"&:;!|]*\))"  # a function: SUM(1+1), NOW(); not "Азизов(майор)"
    r"|\$?\b[A-Za-z]{1,3}\$?\d+\b"  # a cell
    r"|\d\s*[-+*/&]\s*[\d(A-Za-z$]"  # sums: 2+3, 1-A
)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would calculate a text that should be a name."""
    bare = text.lstrip(_BEFORE)
    if bare.startswith(_ALWAYS):
        return True
    signs = _SOMETIMES.match(bare)
    return signs is not None and _FORMULA_SIGNS.search(bare, 1) is not None
