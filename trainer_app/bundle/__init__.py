"""The file that travels, its keys and signatures, and the signed credential; reads no database.

May import: domain. Start reading at FORMAT.md, then `reader`.
"""
