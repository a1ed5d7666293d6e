"""A next version of this program, pretended: it knows more rows, fields and members than this one does.

`program` turns a process into it. `golden` lets it write the files in tests/data/newer; `look` lets it open
a data folder of this version, as after an update. Both run in processes of their own.
"""
