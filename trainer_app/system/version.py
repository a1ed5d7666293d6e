"""The program's version: in the code, because a built program has no package metadata beside it."""

VERSION = "0.1.0"
"""As in pyproject.toml; a test compares the two."""
