"""Contradictions between two laptops, and both sides of each."""
