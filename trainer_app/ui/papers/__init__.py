"""The Print tab of a course: every paper one click away. Imports shell, widgets, actions, domain.

Start at `print_tab`; `room_card`, `before_card` and `after_card` are what it shows.
"""
