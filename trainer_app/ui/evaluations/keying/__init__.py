"""Keying in papers, a second time by another person, and the differences."""
