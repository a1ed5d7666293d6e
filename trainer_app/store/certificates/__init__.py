"""Certificates as they stand in the tables."""
