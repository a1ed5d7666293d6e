"""Everyone: found while typing, one person's data, courses, certificates and history of changes.

Start reading at `screen`.
"""
