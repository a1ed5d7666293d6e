"""Papers of a course: made, counted, named."""
