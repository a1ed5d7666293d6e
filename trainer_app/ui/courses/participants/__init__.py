"""The participants of a course, and importing a roster."""
