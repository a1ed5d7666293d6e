"""Reads what others made (xlsx, xls, ods, csv; GIFT, Aiken, XLSForm); returns plain data with its positions.

May import: domain. Start reading at `tables`, for questions at `question_files`.
"""
