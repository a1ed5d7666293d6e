"""Language, looks, name, passphrase, the office, the data, and about the program.

Start reading at `screen`.
"""
