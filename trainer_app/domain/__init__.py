"""Vocabulary and rules of the field, without any input or output.

May import: nothing of ours. Start reading at `base/schema` (what is recorded), `base/merging` (what two
laptops make of it) and `certificates/eligibility` (who completes).
"""
