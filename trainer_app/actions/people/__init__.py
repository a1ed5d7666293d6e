"""Persons: data, search, joining two records that are one person."""
