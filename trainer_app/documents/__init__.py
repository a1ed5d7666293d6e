"""PDF, xlsx and CSV from plain data: the only package with reportlab and xlsxwriter.

May import: domain. Start reading at `base/paper` and `certificates/certificate`.
"""
