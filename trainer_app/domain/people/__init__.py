"""Persons, their names in three scripts, and how alike two of them are."""
