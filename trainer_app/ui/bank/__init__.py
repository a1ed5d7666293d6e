"""The bank of questions and the forms made of them; choosing a form in a course.

May import: ui.shell, ui.widgets, ui.courses.fields, ui.courses.form_panel; actions, system, domain. Start
reading at `questions_page` and `forms_page`, then `question_form`, the one editor of a question.
"""
