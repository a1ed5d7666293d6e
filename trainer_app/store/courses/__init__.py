"""Courses, sessions and enrolments as they stand in the tables."""
