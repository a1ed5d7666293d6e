"""Persons as they stand in the tables."""
