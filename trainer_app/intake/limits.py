"""How much of a strange file is taken before it is refused.

A list of participants has some hundred rows; these limits leave room for every honest file and keep a
hostile one from filling the memory of a laptop with 4 GB.
"""

MAX_FILE_BYTES = 30_000_000
"""Of the file as it lies on the disk."""
MAX_UNPACKED_BYTES = 300_000_000
"""Of all parts of a workbook together; xlsx and ods are archives."""
MAX_PARTS = 5_000
"""Parts in such an archive."""
MAX_ROWS = 60_000
MAX_COLUMNS = 512
MAX_CELLS = 3_000_000
"""Rows times columns from the first cell to the last: what the reader reserves memory for."""
MAX_TEXT_BYTES = 400_000_000
"""All texts of a sheet, a shared one counted in each of its cells."""
MAX_SHEETS = 60
MAX_QUESTION_BYTES = 5_000_000
"""Of a text file with questions; 2,000 long questions are a fifth of it."""
