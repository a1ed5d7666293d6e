"""Courses as files for other programs."""
