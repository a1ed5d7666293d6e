"""In the room: one session marked on the spot, and badges that are scanned wherever the window is.

May import: actions, domain, system, ui.widgets, ui.shell, ui.attendance (its keys, words and marking). Start
reading at `session_page`, for scanning at `scan_desk`.
"""
