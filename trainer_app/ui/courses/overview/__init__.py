"""The overview of a course and its cards."""
