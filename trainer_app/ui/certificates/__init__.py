"""Certificates: board, names before print and register of a course; all courses, and checking.

Start reading at `tab` and `board_page`; `screen` holds the check of a certificate.
"""
