"""Receiving lines, packs, digests, integrity, and which course a row belongs to."""
