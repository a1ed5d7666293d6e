"""Language, looks, name, passphrase, the office, the data, and about the program.

May import: ui.shell, ui.widgets, ui.backups, actions, system, domain. Start reading at `screen`.
"""
