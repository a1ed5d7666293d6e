"""The first screen: today's sessions, the next thing to do, what has not reached the office.

May import: ui.shell, ui.widgets, ui.papers (orders of papers), actions, system, domain. Start reading at
`screen`.
"""
