"""Office: files that come in, the laptops and their keys, reports with the rows behind every figure.

Start reading at `screen`.
"""
