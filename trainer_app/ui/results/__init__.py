"""Results: what was learnt, items of the tests, ratings, feedback.

`ResultsPage(desk)` fills a screen; `show_scope` says of what: a course, a project, a form, or all courses.
"""
