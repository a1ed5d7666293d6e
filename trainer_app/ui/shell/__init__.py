"""The window around all screens: navigation, sidebar, shortcuts, start, crash dialog.

Start reading at `window`, then `workspace`; `navigation` lists all screens and tabs.
"""
