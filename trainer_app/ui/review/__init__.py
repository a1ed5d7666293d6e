"""Review: contradictions, doubles, people who may be one, files set aside; each with both sides.

Start reading at `screen`.
"""
