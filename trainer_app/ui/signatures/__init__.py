"""The second pass: signed sheets beside the marks, page by page as they lie on the table.

May import: actions, domain, system and other parts of ui. Start reading at `page`.
"""
