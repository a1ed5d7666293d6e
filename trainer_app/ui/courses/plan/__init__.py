"""The schedule of a course: sessions, agenda, generator."""
