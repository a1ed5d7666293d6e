"""A list of participants: what an import would do with each row, and what a person decides about it.

Pure functions, without a database: `plan_roster` reads the table and proposes, `settle` applies what
was decided.
Every row below the heading ends in exactly one of three ways, so that rows = imported + matched + refused:

* imported: a person who is new;
* matched: somebody known already, or a row that repeats an earlier row of the same list (its values fill
  what the first one lacks, and overwrite nothing);
* refused: no person can be read from it, or somebody decided to leave it out.

Rows in which nothing stands are no rows; the table's warnings name them.
"""

from trainer_app.domain.roster_decisions import NEW, NOBODY, Decision, SettledPerson, Settlement, settle
from trainer_app.domain.roster_planning import Outcome, RosterLine, RosterPlan, plan_roster
from trainer_app.domain.roster_rows import Repair, RosterRow

__all__ = [
    "NEW",
    "NOBODY",
    "Decision",
    "Outcome",
    "Repair",
    "RosterLine",
    "RosterPlan",
    "RosterRow",
    "SettledPerson",
    "Settlement",
    "plan_roster",
    "settle",
]
