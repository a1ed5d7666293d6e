"""The attendance tab: the grid, one session, the signed sheets; saved mark by mark.

Start reading at `tab`, then `grid/page` (what is on the screen), `marking` (what a key does) and `grid/view`
(which key it is).
"""
