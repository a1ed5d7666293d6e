"""Reads what others made (xlsx, xls, ods, csv); returns plain rows with their positions.

May import: domain. Start reading at `tables`.
"""
