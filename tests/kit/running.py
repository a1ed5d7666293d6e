"""How the tests run: how long they wait, and where they keep what they share."""

SECONDS = 240
"""How long a test waits for what must come: only what never comes is a failure, not a machine that is busy.

A test that waits goes on as soon as what it waits for is there; the limit says how long a broken one takes to
say so. It lies below the limit of a whole test (`timeout` in pyproject.toml), so that the missing thing is
named.
"""
MILLISECONDS = SECONDS * 1000
WORLDS = "TRAINER_TEST_WORLDS"
"""The variable that names the folder in which all processes of a run keep the worlds that they made."""
