"""The attendance tab: one grid, marked by keyboard, saved mark by mark.

May import: ui.shell, ui.widgets, actions, system, domain. Start reading at `attendance_page` (what is on the
screen), then `marking` (what a key does) and `grid_view` (which key it is).
"""
