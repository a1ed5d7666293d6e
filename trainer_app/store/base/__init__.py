"""The database file, journal, projection and undo: what every other part of the store builds on."""
