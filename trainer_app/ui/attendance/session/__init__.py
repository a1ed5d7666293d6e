"""One session as a list of people, scanning badges, headcount."""
