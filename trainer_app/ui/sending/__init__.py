"""Sending: what will go, to whom, to which stick; saved and checked; what became of earlier files.

May import: ui.shell, ui.widgets, ui.start (the passphrase field), ui.office (for the office's laptops),
actions, system, domain. Start reading at `screen`.
"""
