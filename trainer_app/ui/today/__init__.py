"""The first screen: today's sessions, the next thing to do, what has not reached the office.

Start reading at `screen`.
"""
