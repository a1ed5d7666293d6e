"""Before the workspace: first start, unlocking, the office's paper key, and what to do when nothing opens.

May import: ui.shell, ui.widgets, ui.backups, actions, system, domain. Start reading at `gate`.
"""
