"""Signs that papers can show: those of Latin and Cyrillic names, and usual punctuation."""

import re

# What every bundled face has, certificates' faces too (a test compares it with the fonts themselves).
_PRINTED = (
    " -~\u00a0-\u00b4\u00b6-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0"
    "\u01cd-\u01dc\u01e6\u01e7\u01f8\u01f9\u0218-\u021b\u0237\u02bb\u02bc\u02be\u02bf\u02c6\u02c7\u02ca\u02cb"
    "\u02d8-\u02dd\u0300-\u0304\u0306-\u030c\u031b\u0323\u0324\u0326-\u0328\u032e\u0331"
    "\u0400-\u045f\u0462\u0463\u0472-\u0475\u0490-\u0493\u0496-\u049b\u04a0-\u04a3\u04aa\u04ab\u04ae-\u04b3"
    "\u04b6\u04b7\u04ba\u04bb\u04c0-\u04c2\u04cf-\u04d1\u04d4-\u04d9\u04e2\u04e3\u04e6-\u04e9\u04ee\u04ef"
    "\u04f2\u04f3\u2010\u2012-\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033"
    "\u2039\u203a\u2044\u2070\u2074-\u2079\u20ac\u20bd\u2116\u2122\u2190-\u2193\u2212\u2264\u2265"
)
_STRANGE = re.compile(f"[^{_PRINTED}]")


def strange_signs(text: str) -> str:
    """Return the signs of a cleaned text that print as empty boxes, each once, in their order.

    Arabic letters and emoji are such signs: they are kept as typed, and somebody should be told.
    """
    return "".join(dict.fromkeys(_STRANGE.findall(text))) if _STRANGE.search(text) else ""
