"""Trainer App: records attendance and evaluations of courses, prints certificates, carries data in files."""

VERSION = "0.1.0"
"""As in pyproject.toml, where a test looks; in the code, since a built program has no package metadata."""
