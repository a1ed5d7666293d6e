"""The grid of a course: people in rows, sessions in columns."""
