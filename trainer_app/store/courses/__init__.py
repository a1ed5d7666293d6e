"""Courses, sessions and enrolments as they stand in the tables, and what of them is counted for lists."""
