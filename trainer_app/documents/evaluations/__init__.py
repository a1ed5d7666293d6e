"""Question papers, answer sheets, keys, and reports of results."""
