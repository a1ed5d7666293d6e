"""What screens share and what knows the program: context, jobs, forms, list pages, print panel, wording.

May import: widgets, style, actions. Start reading at `context` and `screens`.
"""
