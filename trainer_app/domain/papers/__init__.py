"""Which papers a course has, and how many pages."""
