"""Lets tests import the tools of packaging/ by the names that these use among themselves."""

import sys

from tests.architecture.tree import ROOT

# Last, so that none of them stands before a package of the same name.
if str(ROOT / "packaging") not in sys.path:
    sys.path.append(str(ROOT / "packaging"))
