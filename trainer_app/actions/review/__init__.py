"""Contradictions: listing them in words, settling them."""
