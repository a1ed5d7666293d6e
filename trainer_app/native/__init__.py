"""The calls of the operating system that the library lacks. Nothing here knows the program.

May import: nothing of the program. Start reading at `disk`.
"""
