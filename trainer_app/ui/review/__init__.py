"""Review: contradictions, doubles, people who may be one, files set aside; each with both sides.

May import: ui.shell, ui.widgets, ui.attendance (how a mark is painted), actions, system, domain. Start
reading at `screen`.
"""
