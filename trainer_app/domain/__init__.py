"""Vocabulary and rules of the field, without any input or output.

May import: nothing of ours. Start reading at `schema` (what is recorded), `merging` (what two
laptops make of it) and `eligibility` (who completes).
"""
