"""Copies of the data: made by themselves, carried on a stick, put back after looking, rescued when damaged.

May import: ui.shell, ui.widgets, ui.start (frame and passphrase field), ui.sending (places to write to),
actions, system, domain. Start reading at `restore_panel`, for a database that does not open at `rescue`.
"""
