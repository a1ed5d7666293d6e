"""The Print tab of a course: every paper one press away.

Start reading at `print_tab`; `cards` and `forms_card` are what it shows.
"""
