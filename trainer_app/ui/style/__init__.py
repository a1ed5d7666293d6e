"""Colours, type, icons, fonts and the style sheet; knows nothing of the program.

May import: Qt, system. Start reading at `tokens`.
"""
