"""The courses: their list, the forms, and the workspace of one course with its tabs.

Start reading at `screen`. A new tab is one entry of `ui/shell/navigation.TABS`.
"""
