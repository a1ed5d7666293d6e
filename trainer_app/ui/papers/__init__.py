"""The Print tab of a course: every paper one press away.

Start reading at `print_tab`; `cards` are what it shows.
"""
