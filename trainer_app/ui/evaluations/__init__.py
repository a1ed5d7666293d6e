"""Evaluations: the bank of questions, papers of a course, keying in, filling in, results.

Start reading at `tests_tab` and `screen`; `number_entry` is the table into which numbers are typed.
"""
