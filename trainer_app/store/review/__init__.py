"""Contradictions as they stand in the tables."""
