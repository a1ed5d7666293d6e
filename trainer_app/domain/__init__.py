"""Vocabulary and rules of the field; reads nothing but the program's own resources.

May import: nothing of ours. Start reading at `base/schema` (what is recorded), `base/merging` (what two
laptops make of it) and `certificates/eligibility` (who completes).
"""
